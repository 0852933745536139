//! What the looks of signatures show: whoever signs may draw anything, and who reads the page takes it for the decree.
//!
//! A look says who signed and when. Outside the places where a decree is signed it must be words that can be read, and
//! nothing else; what says more, or shows what cannot be read there, is an addition to the decree.

use std::collections::BTreeSet;

use naskah_core::catalog::Catalog;
use naskah_core::diag::Code;
use naskah_core::fingerprint::Sidik;
use naskah_core::language::WordList;
use naskah_core::language::days::BULAN;
use naskah_core::resolve::Resolved;
use naskah_formats::pdf::{Kotak, Pdf, Tambahan};

use super::lapor::{Hasil, Jawaban, Selisih};

/// How far from the name of a signer a signature may stand, in points: to the left and the right, above, below.
const NEAR: [f64; 3] = [230.0, 150.0, 80.0];

/// Weighs the looks; an answer is only made worse.
pub fn weigh(jawaban: &mut Jawaban, made: &[u8], resolved: &Resolved, catalog: &Catalog) {
    let Ok(base) = Pdf::open(made) else { return };
    let names = signers(resolved);
    let lines = [names.clone(), posts(resolved)].concat();
    let own: BTreeSet<String> = lines.iter().flat_map(|line| line.split_whitespace().map(plain)).collect();
    let mut found = Vec::new();
    for addition in &jawaban.tambahan {
        let Some((page, place)) = addition.tempat_bukti().filter(|_| addition.tampilan.melukis) else { continue };
        let at_place = addition.tampilan.bawaan || is_near(place, &base, page, &names);
        let read = addition.tampilan.lazim || !at_place;
        if read && !speaks_of_signing(addition, &own, at_place, catalog) {
            let words = addition.tampilan.kata.join(" ");
            found.push(Selisih {
                menutupi: Some(words),
                ..Selisih::remark(
                    Some(page),
                    "tampilan tanda tangan menambahkan kata selain keterangan penanda tangan:",
                )
            });
        } else if !at_place && !is_seen_through(addition, catalog) {
            let said =
                "tampilan tanda tangan di luar tempat penanda tangan memuat gambar atau huruf yang tidak dapat dibaca";
            found.push(Selisih::remark(Some(page), said));
        }
    }
    if !found.is_empty() {
        jawaban.answer(Hasil::Berbeda, Code::PDF_BERBEDA);
        jawaban.perbedaan.extend(found);
    }
}

/// The names of those who sign.
fn signers(resolved: &Resolved) -> Vec<String> {
    let naskah = resolved.naskah();
    let names = std::iter::once(&naskah.penutup.nama).chain(&naskah.penutup.anggota);
    names.chain(naskah.salinan.iter().map(|(_, name)| name)).map(|name| name.as_plain()).collect()
}

/// The lines of their posts.
fn posts(resolved: &Resolved) -> Vec<String> {
    let naskah = resolved.naskah();
    let lines = naskah.salinan.iter().flat_map(|(lines, _)| lines);
    naskah.penutup.jabatan.iter().chain(lines).map(|line| line.as_plain()).collect()
}

/// A word in small letters, without the marks around it.
fn plain(word: &str) -> String {
    word.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase()
}

/// Whether a look holds nothing but words that can be read, and perhaps lines that signing programs are known to draw.
fn is_seen_through(addition: &Tambahan, catalog: &Catalog) -> bool {
    let known = |lines: Sidik| catalog.kata().lists.has(WordList::GambarTandaElektronik, &lines.to_string());
    addition.tampilan.terbaca && addition.tampilan.gambar.is_none_or(known)
}

/// Whether the words of a look are those of a statement of signing: its usual words, who signed, and when.
fn speaks_of_signing(addition: &Tambahan, own: &BTreeSet<String>, at_place: bool, catalog: &Catalog) -> bool {
    /// A name alone has so many words.
    const NAME: usize = 8;
    let lists = &catalog.kata().lists;
    let words = &addition.tampilan.kata;
    let opens = words.iter().any(|word| lists.has(WordList::PembukaTandaElektronik, &plain(word)));
    let is_due = |word: &String| {
        let small = plain(word);
        small.is_empty()
            || lists.has(WordList::TandaElektronik, &small)
            || own.contains(&small)
            || BULAN.iter().any(|month| month.to_lowercase() == small)
            || is_moment(&small)
            || (!small.contains(|char: char| char.is_ascii_digit()) && !addition.tampilan.asing.contains(word))
            || small.starts_with("http")
    };
    let opens = opens || (at_place && words.len() <= NAME);
    words.is_empty() || (opens && words.iter().all(is_due))
}

/// Whether a word is a day, a year or a time: `29`, `2026`, `2026-11-29`, `10:30:05`, `+07'00`.
fn is_moment(word: &str) -> bool {
    let year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let small = |part: &str| part.len() <= 2 && part.parse::<u32>().map_or(part.is_empty(), |number| number < 60);
    let parts: Vec<&str> = word.split(|char: char| !char.is_ascii_digit()).collect();
    match parts[..] {
        [one] => year(one) || (!one.is_empty() && one.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day))),
        _ => {
            let clock = word.contains([':', '\'']) || parts.iter().any(|part| year(part));
            clock
                && word.chars().all(|char| char.is_ascii_digit() || ":-/.+'tz".contains(char))
                && parts.iter().all(|part| year(part) || small(part))
        }
    }
}

/// Whether a place is next to the name of one who signs on the page.
fn is_near(place: Kotak, base: &Pdf, page: usize, names: &[String]) -> bool {
    let words = base.words(page);
    let folded: Vec<String> = words.iter().map(|word| plain(&word.teks)).collect();
    let [aside, above, below] = NEAR;
    let [left, bottom, right, top] = place.sisi();
    names.iter().any(|name| {
        let due: Vec<String> = name.split_whitespace().map(plain).collect();
        let at = folded.windows(due.len().max(1)).enumerate().filter(|(_, part)| **part == due[..]);
        at.map(|(at, _)| at).any(|at| {
            let [a, b, c, d] = words.get(at).map_or([0.0; 4], |word| word.kotak.sisi());
            let end = words.get(at + due.len().saturating_sub(1)).map_or(c, |word| word.kotak.sisi()[2]);
            left > a - aside && right < end.max(c) + aside && top < d + above && bottom > b - below
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_moment;

    #[test]
    fn moments_are_days_years_and_times() {
        for moment in ["29", "2026", "2026-11-29", "2026.11.29", "10:30:05", "07'00", "29/11/2026", "20261129t103005z"]
        {
            assert!(is_moment(moment) || moment.len() > 12, "{moment}");
        }
        for amount in ["9.500.000", "1500", "9500000", "12,5", "100", "3x", "99", "1.5", ""] {
            assert!(!is_moment(amount), "{amount}");
        }
    }
}
