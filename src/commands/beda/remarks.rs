//! The comparison's own words: remarks in brackets, and what items are called.

use naskah_core::decree::{Coretan, Run, Teks};
use naskah_core::diag::Span;
use naskah_core::resolve::ButirCetak;

/// The comparison's own remark in the place of an item.
pub fn remark_of(item: &ButirCetak, remark: &str) -> ButirCetak {
    let teks = self::remark(remark, item.teks.span);
    ButirCetak { no: item.no.clone(), teks, rincian: Vec::new(), penutup: None, coretan: Some(Coretan::Hapus) }
}

/// The comparison's own words, in brackets.
pub fn remark(words: &str, span: Span) -> Teks {
    let run = Run { coretan: Some(Coretan::Catatan), ..Run::plain(format!("[{words}]")) };
    Teks { span, runs: vec![run] }
}

/// `huruf b` of `b.`, `angka 3)` of `3)`.
pub fn place_of(no: Option<&str>) -> String {
    let no = no.unwrap_or_default();
    let sign = no.strip_suffix('.').unwrap_or(no);
    match sign.chars().next() {
        None => String::new(),
        Some(c) if c.is_ascii_digit() => format!("angka {sign}"),
        Some(_) => format!("huruf {sign}"),
    }
}
