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
const EARLY_STAMP: &str = "stempel waktu lebih awal daripada tanda tangan atau stempel yang dicapnya:";

/// A document was stamped before it was signed, as the file has it, but not as the moments have it.
const EARLY_SIGNATURE: &str = "waktu tanda tangan lebih awal daripada stempel waktu di depannya:";

/// The moments of signatures and stamps that contradict each other: what is so, and which.
pub fn apart(tambahan: &[Tambahan]) -> Vec<(&'static str, String)> {
    let (mut out, mut proofs) = (Vec::new(), Vec::new());
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
            Jenis::StempelWaktu(_) => proofs.push((one.sampai, true, *first)),
            Jenis::TandaTangan(_) => proofs.push((one.sampai, false, *first)),
            _ => {}
        }
    }
    out.extend(out_of_order(proofs));
    out
}

/// The moments of proofs that are earlier than what they stamp, or than the stamp that they sign. Each is told by the byte up
/// to which it signs, whether it is a stamp, and its moment: it is the order of the file that counts, not that of the pages.
fn out_of_order(mut proofs: Vec<(usize, bool, Saat)>) -> Vec<(&'static str, String)> {
    proofs.sort_by_key(|(up_to, ..)| *up_to);
    let (mut out, mut before): (_, Vec<(bool, Saat)>) = (Vec::new(), Vec::new());
    for (_, stamp, moment) in proofs {
        let earlier = |(stamped, other): &(bool, Saat)| (stamp || *stamped) && moment.to(other) > APART;
        if before.iter().any(earlier) {
            out.push((if stamp { EARLY_STAMP } else { EARLY_SIGNATURE }, moment.told()));
        }
        before.push((stamp, moment));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn told(proofs: &[(usize, bool, &str)]) -> Vec<&'static str> {
        let read = |(up_to, stamp, text): &(usize, bool, &str)| {
            (*up_to, *stamp, Saat::of_pdf(&format!("D:{text}120000Z")).expect("a moment"))
        };
        out_of_order(proofs.iter().map(read).collect()).into_iter().map(|(remark, _)| remark).collect()
    }

    #[test]
    fn stamps_and_signatures_follow_each_other_as_the_file_has_them() {
        let (signed, later) = ((900, false, "20260302"), (1500, true, "20260303"));
        assert!(told(&[signed, later]).is_empty() && told(&[later, signed]).is_empty());
        let past = (1500, true, "20200101");
        for order in [[signed, past], [past, signed]] {
            assert_eq!(told(&order), [EARLY_STAMP], "whichever page comes first");
        }
        assert_eq!(told(&[(900, true, "20270101"), (1500, true, "20260101")]), [EARLY_STAMP]);
        assert_eq!(told(&[(900, true, "20260302"), (1500, false, "20260101")]), [EARLY_SIGNATURE]);
        assert!(told(&[(900, true, "20260101"), (1500, false, "20260302")]).is_empty());
        assert!(told(&[(900, false, "20260302"), (1500, false, "20260101")]).is_empty(), "clocks of several machines");
    }
}
