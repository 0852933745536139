//! A second opinion on what pages show: a renderer that shares nothing with the reader of this crate draws both PDFs, and
//! the pictures are compared point by point.

mod terbaca;

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use hayro::hayro_interpret::{FontResolverFn, InterpreterSettings};
use hayro::hayro_syntax::Pdf as Drawable;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

use super::guarded;
use super::isi::Kotak;

/// Points of a picture for each point of a page.
const SCALE: f64 = 1.0;

/// The longest side of a page that is drawn, in points; larger ones are no pages of a decree.
pub const MAX_SIDE: f64 = 3000.0;

/// So many pages are drawn.
pub const MAX_PAGES: usize = 600;

/// Differences with fewer empty rows between them are one.
const GAP: usize = 6;

/// So many differences of a page are told.
const TOLD: usize = 5;

/// So many threads draw at once.
const THREADS: usize = 4;

/// What is seen to differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Terlihat {
    /// The number of pages: there, here.
    Banyak(usize, usize),
    /// The size of a page, from 0.
    Ukuran(usize),
    /// What a page shows at a place.
    Lain(usize, Kotak),
    /// More places of a page differ than are told.
    LainLagi(usize, usize),
}

/// What was seen.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pandangan {
    /// How many pages were compared: drawn, or read as the same objects, which give the same picture.
    pub dilihat: usize,
    /// What differs, page by page.
    pub beda: Vec<Terlihat>,
}

/// How pages are drawn.
#[derive(Debug, Clone, Default)]
pub struct Cara {
    /// Places that do not count, with their pages from 0.
    pub kecuali: Vec<(usize, Kotak)>,
    /// A font for texts without one.
    pub huruf: Option<Vec<u8>>,
    /// After so long no further page is begun.
    pub waktu: Option<Duration>,
    /// Whether pages are drawn also where both PDFs lead to the same objects.
    pub semua: bool,
}

/// Draws two PDFs and compares their pages. `None` where the renderer cannot draw one of them.
pub fn pandang(asli: &[u8], lain: &[u8], cara: &Cara) -> Option<Pandangan> {
    let begun = Instant::now();
    let bytes = [asli, lain].map(|bytes| Arc::new(bytes.to_vec()));
    let [there, here] = bytes.each_ref().map(|bytes| Drawable::new(Arc::clone(bytes)).ok());
    let (one, other) = (there?, here?);
    let (there, here) = (one.pages().len(), other.pages().len());
    let count = there.min(here).min(MAX_PAGES);
    let others = (!cara.semua).then(|| guarded(|| terbaca::differing(&one, &other))).flatten();
    drop((one, other));
    let open: Vec<usize> = others.unwrap_or((0..count).collect()).into_iter().filter(|page| *page < count).collect();
    let threads = thread::available_parallelism().map_or(1, usize::from).clamp(1, THREADS).min(open.len().max(1));
    let huruf = cara.huruf.clone().map(Arc::new);
    let in_time = move |_: &usize| cara.waktu.is_none_or(|most| begun.elapsed() < most);
    let seen = thread::scope(|scope| {
        let work = |first: usize| {
            let (bytes, huruf) = (bytes.clone(), huruf.clone());
            let pages = open.iter().copied().skip(first).step_by(threads).take_while(in_time);
            move || drawn(bytes, pages, &cara.kecuali, huruf)
        };
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(work(first))).collect();
        running.into_iter().map(|thread| thread.join().ok().flatten()).collect::<Option<Vec<_>>>()
    })?;
    let mut pages: Vec<(usize, Vec<Terlihat>)> = seen.into_iter().flatten().collect();
    pages.sort_by_key(|(page, _)| *page);
    let dilihat = count - open.len() + pages.len();
    let number = (there != here).then_some(Terlihat::Banyak(there, here));
    let beda = number.into_iter().chain(pages.into_iter().flat_map(|(_, found)| found)).collect();
    Some(Pandangan { dilihat, beda })
}

/// Some of the pages, drawn and compared.
fn drawn(
    bytes: [Arc<Vec<u8>>; 2],
    pages: impl Iterator<Item = usize>,
    kecuali: &[(usize, Kotak)],
    huruf: Option<Arc<Vec<u8>>>,
) -> Option<Vec<(usize, Vec<Terlihat>)>> {
    let [there, here] = bytes.map(Drawable::new);
    let (there, here) = (there.ok()?, here.ok()?);
    let settings = settings(huruf);
    let (of_there, of_here) = (RenderCache::new(), RenderCache::new());
    let mut out = Vec::new();
    for page in pages {
        let (a, b) = (there.pages().get(page)?, here.pages().get(page)?);
        if a.render_dimensions() != b.render_dimensions() {
            out.push((page, vec![Terlihat::Ukuran(page)]));
            continue;
        }
        let places: Vec<Kotak> = kecuali.iter().filter(|(of, _)| *of == page).map(|(_, place)| *place).collect();
        let (was, is) = (picture(a, &of_there, &settings)?, picture(b, &of_here, &settings)?);
        out.push((page, differing(page, &Frame::of(a), [&was, &is], &places)));
    }
    Some(out)
}

fn settings(huruf: Option<Arc<Vec<u8>>>) -> InterpreterSettings {
    let font_resolver: FontResolverFn = Arc::new(move |_| {
        let font = Arc::clone(huruf.as_ref()?);
        Some((font, 0))
    });
    InterpreterSettings { font_resolver, ..InterpreterSettings::default() }
}

fn picture<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>, settings: &InterpreterSettings) -> Option<Pixmap> {
    let (width, height) = page.render_dimensions();
    let sound = [width, height].iter().all(|side| (1.0..=MAX_SIDE).contains(&f64::from(*side)));
    let scale = SCALE as f32;
    let asked = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    sound.then(|| render(page, cache, settings, &asked))
}

/// How places of a page lie in its picture.
struct Frame {
    left: f64,
    top: f64,
}

impl Frame {
    fn of(page: &Page<'_>) -> Self {
        let shown = page.intersected_crop_box();
        Self { left: shown.x0, top: shown.y1 }
    }

    /// The points of the picture that a place takes, those that it only touches among them: left, top, right, bottom.
    fn points(&self, place: Kotak) -> [f64; 4] {
        let [left, bottom, right, top] = place.sisi();
        let across = |x: f64| (x - self.left) * SCALE;
        let down = |y: f64| (self.top - y) * SCALE;
        [across(left).floor() - 1.0, down(top).floor() - 1.0, across(right).ceil() + 1.0, down(bottom).ceil() + 1.0]
    }

    /// The place of these points.
    fn place(&self, [left, top, right, bottom]: [usize; 4]) -> Kotak {
        let x = |points: usize| self.left + points as f64 / SCALE;
        let y = |points: usize| self.top - points as f64 / SCALE;
        Kotak::new([x(left), y(bottom), x(right), y(top)])
    }
}

/// Where two pictures of a page differ.
fn differing(page: usize, frame: &Frame, [was, is]: [&Pixmap; 2], places: &[Kotak]) -> Vec<Terlihat> {
    if was.data() == is.data() {
        return Vec::new();
    }
    let width = usize::from(was.width()).max(1);
    let hidden: Vec<[f64; 4]> = places.iter().map(|place| frame.points(*place)).collect();
    let is_hidden = |x: usize, y: usize| {
        let (x, y) = (x as f64, y as f64);
        hidden.iter().any(|[left, top, right, bottom]| x >= *left && x < *right && y >= *top && y < *bottom)
    };
    let rows = was.data().chunks_exact(width).zip(is.data().chunks_exact(width)).enumerate();
    let mut bands: Vec<[usize; 4]> = Vec::new();
    for (y, (old, new)) in rows.filter(|(_, (old, new))| old != new) {
        let points = old.iter().zip(new).enumerate().filter(|(x, (a, b))| a != b && !is_hidden(*x, y));
        for x in points.map(|(x, _)| x) {
            match bands.last_mut() {
                Some([left, _, right, bottom]) if y < *bottom + GAP => {
                    (*left, *right, *bottom) = (x.min(*left), (x + 1).max(*right), y + 1);
                }
                _ => bands.push([x, y, x + 1, y + 1]),
            }
        }
    }
    let more = bands.len().saturating_sub(TOLD);
    let told = bands.into_iter().take(TOLD).map(|band| Terlihat::Lain(page, frame.place(band)));
    told.chain((more > 0).then_some(Terlihat::LainLagi(page, more))).collect()
}
