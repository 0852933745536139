//! The pages: their texts with positions, and their pictures.

use crate::resolve::Naskah;
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst_layout::PagedDocument;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

/// Pages that are laid out.
#[derive(Debug)]
pub struct Pages {
    document: PagedDocument,
}

/// A line of text on a page, in points from the page's top left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Left end.
    pub x: f64,
    /// Baseline.
    pub y: f64,
    /// Right end.
    pub right: f64,
    /// The characters.
    pub text: String,
}

impl Pages {
    pub(super) fn new(document: PagedDocument) -> Self {
        Self { document }
    }

    pub(super) fn document(&self) -> &PagedDocument {
        &self.document
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// Width and height of a page in points.
    pub fn size(&self, page: usize) -> (f64, f64) {
        self.document.pages().get(page).map_or((0.0, 0.0), |p| (p.frame.width().to_pt(), p.frame.height().to_pt()))
    }

    /// The texts of a page as they were shaped, in the order of the document.
    pub fn pieces(&self, page: usize) -> Vec<Line> {
        let mut pieces = Vec::new();
        if let Some(page) = self.document.pages().get(page) {
            collect(&page.frame, Point::zero(), &mut pieces);
        }
        pieces
    }

    /// The lines of a page from top to bottom: pieces of one baseline put together from left to right.
    pub fn lines(&self, page: usize) -> Vec<Line> {
        let mut pieces = self.pieces(page);
        pieces.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
        let mut lines: Vec<Line> = Vec::new();
        for piece in pieces {
            match lines.last_mut() {
                Some(line) if (line.y - piece.y).abs() < 0.5 => {
                    if piece.x - line.right > 1.0 && !line.text.ends_with(' ') {
                        line.text.push(' ');
                    }
                    line.text.push_str(&piece.text);
                    line.right = piece.right;
                }
                _ => lines.push(piece),
            }
        }
        lines
    }

    /// A page as PNG, at so many pixels an inch; empty beyond the last page.
    pub fn png(&self, page: usize, ppi: f64) -> Vec<u8> {
        let Some(page) = self.document.pages().get(page) else { return Vec::new() };
        let options = RenderOptions { pixel_per_pt: (ppi / 72.0).into(), ..RenderOptions::default() };
        typst_render::render(page, &options).encode_png().unwrap_or_default()
    }

    /// A page as SVG; empty beyond the last page.
    pub fn svg(&self, page: usize) -> Vec<u8> {
        let Some(page) = self.document.pages().get(page) else { return Vec::new() };
        typst_svg::svg(page, &SvgOptions::default()).into_bytes()
    }
}

fn collect(frame: &Frame, origin: Point, out: &mut Vec<Line>) {
    for (at, item) in frame.items() {
        let at = origin + *at;
        match item {
            FrameItem::Group(group) => {
                let moved = Point::new(group.transform.tx, group.transform.ty);
                let straight = group.transform.ky.is_zero() && group.transform.kx.is_zero();
                if straight {
                    collect(&group.frame, at + moved, out);
                }
            }
            FrameItem::Text(text) => out.push(Line {
                x: at.x.to_pt(),
                y: at.y.to_pt(),
                right: (at.x + text.glyphs.iter().map(|g| g.x_advance.at(text.size)).sum::<Abs>()).to_pt(),
                text: text.text.to_string(),
            }),
            _ => {}
        }
    }
}

/// The first word of every page, for the foot of the page before; empty where none is put.
///
/// A mark such as `5.` takes the next word along. A page that begins a lampiran gets none: it is a part of its own.
pub fn catchwords(pages: &Pages, naskah: &Naskah) -> Vec<String> {
    let labels: Vec<&str> = naskah.lampiran.iter().map(|lampiran| lampiran.label.as_str()).collect();
    let top = naskah.halaman.atas();
    let first = |page: usize| {
        let lines = pages.lines(page);
        let line = lines.into_iter().find(|line| line.y > top)?;
        if labels.contains(&line.text.trim()) {
            return None;
        }
        let mut words = line.text.split_whitespace();
        let word = words.next()?.to_owned();
        let mark = word.len() <= 4 && word.ends_with(['.', ')']);
        Some(match words.next().filter(|_| mark) {
            Some(next) => format!("{word} {next}"),
            None => word,
        })
    };
    (0..pages.count()).map(|page| if page == 0 { String::new() } else { first(page).unwrap_or_default() }).collect()
}
