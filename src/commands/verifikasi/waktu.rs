//! The moments that a text names, held against those of signatures.

use naskah_core::language::WordLists;
use naskah_core::language::days::Tanggal;
use naskah_core::language::saat::{Saat, disebut};

/// What a text names as moments, and the text without them.
pub struct Waktu {
    /// The text without the moments.
    pub sisa: String,
    /// Moments that are not those of the signature.
    pub lain: Vec<String>,
    /// Whether there is a moment at all.
    pub ada: bool,
}

/// Takes the moments out of a text; the day of the decree is no other.
pub fn moments(text: &str, own: &[Saat], day: Option<Tanggal>, lists: &WordLists) -> Waktu {
    let (mut sisa, mut lain) = (text.to_owned(), Vec::new());
    let found = disebut(text, lists);
    for one in found.iter().rev() {
        let said = text.get(one.letak.clone()).unwrap_or_default().to_owned();
        let of_decree =
            one.menit.is_none() && day.is_some_and(|day| one.hari.as_ref().is_some_and(|days| days.contains(&day)));
        if !of_decree && (own.is_empty() || !own.iter().all(|saat| saat.is_named(one))) {
            lain.push(said);
        }
        if sisa.is_char_boundary(one.letak.start) && sisa.is_char_boundary(one.letak.end.min(sisa.len())) {
            sisa.replace_range(one.letak.start..one.letak.end.min(sisa.len()), " ");
        }
    }
    Waktu { sisa, lain, ada: !found.is_empty() }
}
