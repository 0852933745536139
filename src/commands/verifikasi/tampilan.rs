//! What the looks of signatures show: whoever signs may draw anything, and who reads the page takes it for the decree.
//!
//! A look says who signed and when. Outside the places where a decree is signed it must be words that can be read, and
//! nothing else; what says more, or shows what cannot be read there, is an addition to the decree.

use std::collections::BTreeSet;

use naskah_core::catalog::Catalog;
use naskah_core::diag::Code;
use naskah_core::fingerprint::Sidik;
use naskah_core::language::WordList;
use naskah_core::resolve::Resolved;
use naskah_formats::pdf::{Kotak, Pdf, Tambahan};

use super::lapor::{Hasil, Jawaban, Selisih};
use super::ucapan::{Ukuran, is_moment, is_staff_number, plain};

/// How far from the name of a signer a signature may stand, in points: to the left and the right, above, below.
const NEAR: [f64; 3] = [230.0, 150.0, 80.0];

/// So many words of a look may be told by the signature alone, as it tells the name of who signs.
const HELD: usize = 24;

/// Weighs the looks; an answer is only made worse.
pub fn weigh(jawaban: &mut Jawaban, base: &Pdf, resolved: &Resolved, ukuran: &Ukuran<'_>) {
    let (names, foot) = (signers(resolved), foot(resolved));
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    for addition in &jawaban.tambahan {
        let Some((page, place)) = addition.tempat_bukti().filter(|_| addition.tampilan.melukis) else { continue };
        let at_place = addition.tampilan.bawaan || is_near(place, base, page, &names);
        let look = &addition.tampilan;
        // Words in fonts of their own are not read as they are seen.
        let shown = look.kata.iter().filter(|_| look.lazim || !at_place);
        let words: Vec<String> = shown.chain(&look.tersirat).cloned().collect();
        if !speaks_of_signing(ukuran, &words, addition, at_place, is_within(place, foot)) {
            let remark = "tampilan tanda tangan menambahkan kata selain keterangan penanda tangan:";
            found.push(Selisih { menutupi: Some(words.join(" ")), ..Selisih::remark(Some(page), remark) });
        } else if let Some(kode) = look.kode.iter().find(|kode| !ukuran.is_address(kode)) {
            let remark = "kode QR pada tampilan tanda tangan bukan alamat:";
            found.push(Selisih { menutupi: Some(kode.clone()), ..Selisih::remark(Some(page), remark) });
        } else if !is_seen_through(ukuran, addition) || !(look.kode.is_empty() || at_place) {
            match at_place {
                true => unread.push(unreadable(page, addition)),
                false => found.push(Selisih::remark(Some(page), UNREAD_ELSEWHERE)),
            }
        }
    }
    if !found.is_empty() {
        jawaban.answer(Hasil::Berbeda, Code::PDF_BERBEDA);
        jawaban.perbedaan.extend(found);
    } else if !unread.is_empty() && jawaban.hasil == Hasil::Sama {
        jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        jawaban.alasan.push("selain tampilan tanda tangannya, PDF ini sama dengan yang disusun ulang".to_owned());
        jawaban.alasan.extend(unread);
    }
}

/// A look far from who signs that cannot be read.
const UNREAD_ELSEWHERE: &str =
    "tampilan tanda tangan di luar tempat penanda tangan memuat gambar atau huruf yang tidak dapat dibaca";

/// A look at the place of who signs that cannot be read, with the way to have its picture known.
fn unreadable(page: usize, addition: &Tambahan) -> String {
    let look = &addition.tampilan;
    let picture = look.gambar.filter(|_| look.terbaca).map_or(String::new(), |gambar| {
        format!("; bila itu lambang atau spesimen kantor, daftarkan sidiknya: {gambar}")
    });
    let page = page + 1;
    format!(
        "tampilan tanda tangan pada halaman {page} memuat gambar atau huruf yang tidak dapat dibaca program: lihat \
             sendiri bahwa isinya hanya keterangan penanda tangan{picture}"
    )
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

/// What the words of a decree's signatures are weighed by.
pub fn measure<'a>(resolved: &Resolved, catalog: &'a Catalog) -> Ukuran<'a> {
    Ukuran::new(resolved, [signers(resolved), posts(resolved)].concat(), catalog)
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

/// Whether a look holds nothing but words that can be read, and perhaps what signing programs and offices are known to draw.
fn is_seen_through(ukuran: &Ukuran<'_>, addition: &Tambahan) -> bool {
    let known = |drawn: Sidik| ukuran.has(WordList::GambarTandaElektronik, &drawn.to_string());
    addition.tampilan.terbaca && addition.tampilan.gambar.is_none_or(known)
}

/// Whether the words of a look are those of a statement of signing: its usual words, what the signature itself says, who
/// signed, and when. A name alone says that where the decree is signed; in the foot of a page, where it is one that the
/// office's file knows.
fn speaks_of_signing(
    ukuran: &Ukuran<'_>,
    shown: &[String],
    addition: &Tambahan,
    at_place: bool,
    in_foot: bool,
) -> bool {
    /// A name alone has so many words.
    const ALONE: usize = 8;
    let shown = joined_numbers(&without_said(shown, &addition.tampilan.ujaran));
    let words: Vec<String> = shown.iter().map(|word| plain(word)).collect();
    let is_own = words.len() <= HELD && words.iter().all(|word| word.is_empty() || ukuran.own.contains(word));
    let opens = words.iter().any(|word| ukuran.has(WordList::PembukaTandaElektronik, word));
    let is_name = words.len() <= ALONE && words.iter().all(|word| word.is_empty() || ukuran.known.contains(word));
    let strange = strange(ukuran, &shown);
    // A day and its time alone is what some programs draw.
    let is_dated = strange.is_empty() && words.iter().any(|word| word.len() >= 10 && is_moment(word));
    let names: BTreeSet<String> =
        addition.tampilan.nama.iter().flat_map(|name| name.split_whitespace().map(plain)).collect();
    let is_held = |word: &&String| {
        let digits = word.contains(|char: char| char.is_ascii_digit());
        !digits && names.contains(*word) && !ukuran.speaks(word)
    };
    let told = strange.len() <= HELD && strange.iter().all(|word| is_held(&word));
    words.is_empty()
        || (opens && told)
        || (at_place && ((words.len() <= ALONE && told) || is_own))
        || (in_foot && (is_name || is_dated))
}

/// The words of a look that are neither usual nor known, nor name a place behind a word for it.
fn strange(ukuran: &Ukuran<'_>, shown: &[String]) -> Vec<String> {
    /// A place has so many words.
    const PLACE: usize = 6;
    let (mut out, mut left) = (Vec::new(), 0);
    for (at, word) in shown.iter().enumerate() {
        let bare = plain(word);
        let beside = |at: Option<usize>| at.and_then(|at| shown.get(at)).map(|word| plain(word)).unwrap_or_default();
        let clock = is_clock(&bare)
            && (matches!(beside(at.checked_sub(1)).as_str(), "pukul" | "jam")
                || matches!(beside(Some(at + 1)).as_str(), "wib" | "wita" | "wit"));
        let place = left > 0 && ukuran.is_of_a_place(word.trim_matches(|char: char| !char.is_alphanumeric()), false);
        left = if matches!(bare.as_str(), "location" | "lokasi") { PLACE } else { left.saturating_sub(1) };
        let usual = bare.is_empty() || ukuran.is_usual(&bare) || ukuran.known.contains(&bare);
        let address = ukuran.is_address(word.trim_end_matches(['.', ',']));
        let degree = is_degree(word) && !ukuran.speaks(&word.replace('.', ""));
        if !usual && !place && !address && !clock && !degree {
            out.push(bare);
        }
    }
    out
}

/// The words of a look, with the number of a civil servant as one where it is written in its four parts.
fn joined_numbers(shown: &[String]) -> Vec<String> {
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(word) = shown.get(at) {
        let four = shown.get(at..at + 4).map(|four| four.concat());
        let number = four.filter(|four| is_staff_number(four));
        at += if number.is_some() { 4 } else { 1 };
        out.push(number.unwrap_or_else(|| word.clone()));
    }
    out
}

/// Whether a word is a time as it is written in Indonesian: `10.15`.
fn is_clock(word: &str) -> bool {
    let small = |part: &str, end: u32| (1..=2).contains(&part.len()) && part.parse().is_ok_and(|n: u32| n < end);
    word.split_once('.').is_some_and(|(hour, minute)| small(hour, 24) && minute.len() == 2 && small(minute, 60))
}

/// Whether a word is an academic degree by its form: a letter, and few behind a full stop or two (`S.H.`, `M.Si`, `A.Md.Kom`).
fn is_degree(word: &str) -> bool {
    let parts: Vec<&str> = word.trim_matches(['.', ',']).split('.').collect();
    let short = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    let capital = |part: &&str| part.starts_with(|char: char| char.is_ascii_uppercase());
    let first = parts.first().is_some_and(|first| first.len() == 1 || *first == "Ph");
    first && (2..=3).contains(&parts.len()) && parts.iter().all(|part| short(part) && capital(part))
}

/// The words of a look without those that the signature says itself, in their order; what it says is weighed apart.
fn without_said(shown: &[String], said: &[String]) -> Vec<String> {
    let mut rest: Vec<String> = shown.to_vec();
    for text in said {
        let due: Vec<String> = text.split_whitespace().map(plain).collect();
        let at =
            rest.windows(due.len().max(1)).position(|part| part.iter().map(|word| plain(word)).eq(due.iter().cloned()));
        if let Some(at) = at {
            rest.drain(at..at + due.len());
        }
    }
    rest
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
