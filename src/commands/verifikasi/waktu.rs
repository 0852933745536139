//! The moments that a text names, and those of stamps and proofs, held against those of signatures.

use naskah_core::language::WordLists;
use naskah_core::language::days::Tanggal;
use naskah_core::language::saat::{Saat, disebut};
use naskah_formats::pdf::{Jenis, Tambahan};

/// So many minutes may lie between the moments of one signature: clocks of several machines set them.
const APART: i64 = 24 * 60;

/// The proof says another moment than the signature.
const OTHER_MOMENT: &str = "waktu di dalam bukti tanda tangan bukan waktu yang disebut tanda tangannya:";

/// The stamp says another moment than the signature.
const OTHER_STAMP: &str = "stempel waktu pada bukti tanda tangan bukan waktu tanda tangannya:";

/// A document cannot be stamped before it was signed.
const EARLY_STAMP: &str = "stempel waktu lebih awal daripada tanda tangan yang dicapnya:";

/// The moments of signatures and stamps that contradict each other: what is so, and which.
pub fn apart(tambahan: &[Tambahan]) -> Vec<(&'static str, String)> {
    let (mut out, mut signed): (_, Vec<Saat>) = (Vec::new(), Vec::new());
    for one in tambahan {
        let penanda = &one.tampilan.penanda;
        let Some(first) = penanda.saat.first() else { continue };
        let far = |other: &&Saat| first.to(other).abs() > APART;
        if let Some(other) = penanda.saat.iter().find(far) {
            out.push((OTHER_MOMENT, other.told()));
        }
        if let Some(stamp) = penanda.stempel.iter().find(far) {
            out.push((OTHER_STAMP, stamp.told()));
        }
        match one.jenis {
            Jenis::StempelWaktu(_) if signed.iter().any(|before| first.to(before) > APART) => {
                out.push((EARLY_STAMP, first.told()));
            }
            Jenis::TandaTangan(_) => signed.push(*first),
            _ => {}
        }
    }
    out
}

/// What is told of signatures that are older than their decree.
pub fn early(tambahan: &[Tambahan], day: Option<Tanggal>) -> Vec<String> {
    let signatures = tambahan.iter().filter(|one| matches!(one.jenis, Jenis::TandaTangan(_)));
    let moments = signatures.filter_map(|one| one.tampilan.penanda.saat.first());
    let early = moments.filter(|saat| day.is_some_and(|day| saat.hari.to(day) > 1));
    early
        .map(|saat| format!("waktu tanda tangan ({}) lebih awal daripada hari penetapan keputusan", saat.told()))
        .collect()
}

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
