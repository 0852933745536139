//! The pages: their texts with positions, and their pictures.

use std::collections::HashSet;

use naskah_core::resolve::{BlokCetak, Naskah};
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst_layout::PagedDocument;
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

/// Pages that are laid out.
#[derive(Debug, Clone)]
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

    /// What tells a page from all others: the same for pages that look the same and lie in programs of one form.
    pub fn sidik(&self, page: usize) -> u128 {
        self.document.pages().get(page).map_or(0, |page| typst::utils::hash128(&page.frame))
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
/// A mark such as `5.` takes the next word along, `BAB` its number. A page that begins a lampiran gets none, for it is a part of its
/// own; nor does one that begins with the repeated head of a table, which nobody reads on into.
pub fn catchwords(pages: &Pages, naskah: &Naskah) -> Vec<String> {
    let labels: Vec<&str> = naskah.lampiran.iter().map(|lampiran| lampiran.label.as_str()).collect();
    let heads = head_words(naskah);
    let diktum: Vec<&str> = naskah.diktum.iter().map(|diktum| diktum.label.as_str()).collect();
    let top = naskah.halaman.atas();
    let first = |page: usize| {
        let line = first_line(pages, page, top);
        let mut words = line.iter().flat_map(|piece| piece.text.split_whitespace());
        let of_a_head = words.clone().all(|word| heads.contains(word));
        if of_a_head || labels.contains(&line.first()?.text.trim()) {
            return None;
        }
        if let Some(label) = whole_label(&pages.pieces(page), line.first()?, &diktum) {
            return Some(label);
        }
        let word = words.next()?.to_owned();
        let mark =
            word.len() <= 4 && word.ends_with(['.', ')']) || !word.contains(char::is_alphanumeric) || word == BAB;
        Some(match words.next().filter(|_| mark) {
            Some(next) => format!("{word} {next}"),
            None => word,
        })
    };
    // A cover is no page that anybody reads on from; extracts have none, and each begins as the first does.
    let extracts = !naskah.petikan.is_empty();
    let from = 1 + usize::from(naskah.halaman.sampul && !extracts);
    let covers: Vec<&str> = naskah.lampiran.iter().filter(|l| l.sampul).map(|l| l.label.as_str()).collect();
    let covered = |page: usize| {
        let before = page.checked_sub(1).filter(|_| !covers.is_empty()).map(|page| first_line(pages, page, top));
        before.is_some_and(|line| line.first().is_some_and(|piece| covers.contains(&piece.text.trim())))
    };
    let begins =
        |page: usize| page < from || covered(page) || extracts && head_line(pages, page) == head_line(pages, 0);
    (0..pages.count()).map(|page| if begins(page) { String::new() } else { first(page).unwrap_or_default() }).collect()
}

/// What a chapter's number stands after.
const BAB: &str = "BAB";

/// The pieces of the first line of a page below its margin `top`, from left to right.
fn first_line(pages: &Pages, page: usize, top: f64) -> Vec<Line> {
    let body: Vec<Line> = pages.pieces(page).into_iter().filter(|piece| piece.y > top).collect();
    let y = body.iter().map(|piece| piece.y).min_by(f64::total_cmp).unwrap_or_default();
    let mut line: Vec<Line> = body.into_iter().filter(|piece| (piece.y - y).abs() < 0.5).collect();
    line.sort_by(|a, b| a.x.total_cmp(&b.x));
    line
}

/// What stands at the top of a page, its number too.
fn head_line(pages: &Pages, page: usize) -> Vec<String> {
    let pieces = pages.pieces(page);
    let y = pieces.iter().map(|piece| piece.y).min_by(f64::total_cmp).unwrap_or_default();
    pieces.into_iter().filter(|piece| (piece.y - y).abs() < 0.5).map(|piece| piece.text).collect()
}

/// The name of a decision that begins with a piece, with what of it stands below: its first word alone may name another.
fn whole_label(pieces: &[Line], first: &Line, labels: &[&str]) -> Option<String> {
    let below = |piece: &&Line| (piece.x - first.x).abs() < 0.5 && piece.y > first.y - 0.5;
    let mut column: Vec<&Line> = pieces.iter().filter(below).collect();
    column.sort_by(|a, b| a.y.total_cmp(&b.y));
    let (mut text, mut found) = (String::new(), None);
    for piece in column {
        let own = piece.text.trim();
        text = if text.is_empty() { own.to_owned() } else { format!("{text} {own}") };
        if !labels.iter().any(|label| label.starts_with(&text)) {
            break;
        }
        found = labels.contains(&text.as_str()).then(|| text.clone()).or(found);
    }
    found
}

/// Every word of the heads of the tables.
fn head_words(naskah: &Naskah) -> HashSet<String> {
    let tables = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi).filter_map(|block| match block {
        BlokCetak::Tabel { tabel } => Some(tabel),
        _ => None,
    });
    let cells = tables.flat_map(|table| table.kepala.iter().flatten());
    let texts = cells.map(|cell| cell.isi.teks.as_plain());
    texts.flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}
