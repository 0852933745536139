//! The measured form of a decree of office kab-semarang on F4 paper: places, widths, what stays together.

mod arah;
mod bersama;
mod halaman;
mod jarang;
mod kaki;
mod penuh;
mod tata;
mod ukuran;

use naskah_core::catalog::Root;
use naskah_core::resolve::Edition;
use naskah_pages::typeset::{Line, Pages};

use crate::support::{Made, completed, lay_out};

/// One centimetre in points.
const CM: f64 = 72.0 / 2.54;
/// Left edge of the text on an upright page.
const LEFT: f64 = 3.0 * CM;
/// Right edge of the text on an upright page.
const RIGHT: f64 = (21.0 - 2.5) * CM;
/// Upper edge of the text.
const TOP: f64 = 2.5 * CM;
/// Lower edge of the text on an upright page.
const BOTTOM: f64 = (33.0 - 2.5) * CM;
/// Height of a line.
const PITCH: f64 = 21.1;

/// A short decree with some fields of its own, laid out.
fn pages_of(fields: &str) -> Made {
    laid_out(fields, Root::embedded())
}

fn laid_out(fields: &str, root: Root) -> Made {
    let made = lay_out("naskah.yaml", &completed(fields, &[]), root, Edition::default());
    naskah_pages::typeset::forget(0);
    assert!(!made.sink.has_errors(), "{}", made.messages());
    made
}

/// The lines between the margins of a page.
fn body(pages: &Pages, page: usize) -> Vec<Line> {
    let bottom = pages.size(page).1 - (33.0 * CM - BOTTOM);
    pages.lines(page).into_iter().filter(|line| line.y > TOP && line.y < bottom).collect()
}

/// The pages on which a line holds `text`, with the line's place among the body lines.
fn places(pages: &Pages, text: &str) -> Vec<(usize, usize)> {
    let of_page = |page: usize| {
        let lines = body(pages, page).into_iter().enumerate();
        lines.filter(|(_, line)| line.text.contains(text)).map(move |(at, _)| (page, at)).collect::<Vec<_>>()
    };
    (0..pages.count()).flat_map(of_page).collect()
}

/// Asserts that a number of points lies within a range of centimetres.
fn assert_cm(what: &str, points: f64, range: std::ops::RangeInclusive<f64>) {
    let cm = points / CM;
    assert!(range.contains(&cm), "{what} is {cm:.3} cm, not within {range:?}");
}

/// Words of many lengths, enough to fill `lines` lines or so.
fn prose(lines: usize) -> String {
    let words =
        "rapat pleno di kantor sekretariat mengenai persiapan dan pelaksanaan tahapan yang telah ditentukan bersama";
    vec![words; lines].join(" ")
}
