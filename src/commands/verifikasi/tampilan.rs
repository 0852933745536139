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

/// So many words of a look may be told by the signature alone, as it tells the name of who signs.
const HELD: usize = 24;

/// What the looks of a decree's signatures are weighed by.
struct Ukuran<'a> {
    catalog: &'a Catalog,
    /// The words of those who sign, and of their posts.
    own: BTreeSet<String>,
    /// The same, and those of the office, its seat, and all whom its file names.
    known: BTreeSet<String>,
}

/// Weighs the looks; an answer is only made worse.
pub fn weigh(jawaban: &mut Jawaban, base: &Pdf, resolved: &Resolved, catalog: &Catalog) {
    if jawaban.tambahan.is_empty() {
        return;
    }
    let names = signers(resolved);
    let lines = [names.clone(), posts(resolved)].concat();
    let own: BTreeSet<String> = lines.iter().flat_map(|line| line.split_whitespace().map(plain)).collect();
    let kantor = resolved.kantor();
    let people = kantor.pejabat.values().flat_map(|one| [one.nama.clone(), one.jabatan.clone()]);
    let office: Vec<String> = people.chain([kantor.tempat.clone(), kantor.nama_penuh()]).chain(lines).collect();
    let known = office.iter().flat_map(|text| text.split_whitespace().map(plain)).collect();
    let ukuran = Ukuran { catalog, own, known };
    let foot = foot(resolved);
    let mut found = Vec::new();
    for addition in &jawaban.tambahan {
        let Some((page, place)) = addition.tempat_bukti().filter(|_| addition.tampilan.melukis) else { continue };
        let at_place = addition.tampilan.bawaan || is_near(place, base, page, &names);
        let read = addition.tampilan.lazim || !at_place;
        let shown = addition.tampilan.kata.iter().filter(|_| read);
        let words: Vec<String> = shown.chain(&addition.tampilan.tersirat).cloned().collect();
        if !ukuran.speaks_of_signing(&words, addition, at_place, is_within(place, foot)) {
            let words = words.join(" ");
            found.push(Selisih {
                menutupi: Some(words),
                ..Selisih::remark(
                    Some(page),
                    "tampilan tanda tangan menambahkan kata selain keterangan penanda tangan:",
                )
            });
        } else if !at_place && !ukuran.is_seen_through(addition) {
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

/// How high the foot of a decree's pages is, in points: below it stands nothing that the decree says.
pub fn foot(resolved: &Resolved) -> f64 {
    let halaman = &resolved.naskah().halaman;
    halaman.margin.bawah.min(halaman.margin_lanskap.bawah)
}

/// Whether a place lies within the foot.
pub fn is_within(place: Kotak, foot: f64) -> bool {
    let [.., top] = place.sisi();
    top <= foot
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

impl Ukuran<'_> {
    /// Whether a look holds nothing but words that can be read, and perhaps lines that signing programs are known to draw.
    fn is_seen_through(&self, addition: &Tambahan) -> bool {
        let lists = &self.catalog.kata().lists;
        let known = |lines: Sidik| lists.has(WordList::GambarTandaElektronik, &lines.to_string());
        addition.tampilan.terbaca && addition.tampilan.gambar.is_none_or(known)
    }

    /// Whether the words of a look are those of a statement of signing: its usual words, who signed, and when. A name alone
    /// says that where the decree is signed; in the foot of a page, where it is one that the office's file knows.
    fn speaks_of_signing(&self, words: &[String], addition: &Tambahan, at_place: bool, in_foot: bool) -> bool {
        /// A name alone has so many words.
        const NAME: usize = 8;
        let words: Vec<String> = words.iter().map(|word| plain(word)).collect();
        let lists = &self.catalog.kata().lists;
        let opens = words.iter().any(|word| lists.has(WordList::PembukaTandaElektronik, word));
        let is_name = words.len() <= NAME && words.iter().all(|word| word.is_empty() || self.known.contains(word));
        let is_due = |word: &String| word.is_empty() || self.is_usual(word) || self.known.contains(word);
        let held: Vec<&String> = words.iter().filter(|word| !is_due(word)).collect();
        let is_held = |word: &&String| {
            let digits = word.contains(|char: char| char.is_ascii_digit());
            let foreign = addition.tampilan.asing.iter().any(|other| plain(other) == **word);
            !digits && !foreign && !lists.has(WordList::BukanPenandaTangan, word)
        };
        // A day and its time alone is what some programs draw.
        let is_dated = held.is_empty() && words.iter().any(|word| word.len() >= 10 && is_moment(word));
        let told = held.len() <= HELD && held.iter().all(is_held);
        words.is_empty()
            || (opens && told)
            || (at_place && words.len() <= NAME && told)
            || (in_foot && (is_name || is_dated))
    }

    /// Whether a word is one that statements of signing are made of.
    fn is_usual(&self, word: &str) -> bool {
        let lists = &self.catalog.kata().lists;
        lists.has(WordList::TandaElektronik, word)
            || self.own.contains(word)
            || BULAN.iter().any(|month| month.to_lowercase() == word)
            || is_moment(word)
            || is_staff_number(word)
            || word.starts_with("http")
    }
}

/// Whether a word is the number of a civil servant: day of birth, month of appointment, sex, number.
fn is_staff_number(word: &str) -> bool {
    let year = |at: usize| word.get(at..at + 2).is_some_and(|century| matches!(century, "19" | "20"));
    word.len() == 18 && word.bytes().all(|byte| byte.is_ascii_digit()) && year(0) && year(8)
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
    use super::{is_moment, is_staff_number};

    #[test]
    fn staff_numbers_are_of_their_form() {
        assert!(is_staff_number("198001012005011001"));
        for other in ["980010120050110011", "19800101200501100", "198001013305011001", "1980010120050110o1"] {
            assert!(!is_staff_number(other), "{other}");
        }
    }

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
