//! Who a signature says signed, held against the certificate that its proof names; and the moments that come with it, held
//! against its own. Whether the certificate is genuine is for its issuer to tell.

use std::collections::BTreeSet;

use naskah_core::diag::Code;
use naskah_core::language::WordList;
use naskah_core::language::saat::Saat;
use naskah_formats::pdf::{Jenis, Pemilik, Penanda, Tambahan};

use super::lapor::{Hasil, Jawaban, Selisih};
use super::ucapan::{Ukuran, is_person_number, is_staff_number_in_parts, names_a_body, plain};

/// Weighs the names that signatures give themselves; an answer is only made worse.
pub fn weigh(jawaban: &mut Jawaban, ukuran: &Ukuran<'_>, signers: &[String]) {
    let signatures = jawaban.tambahan.iter().filter(|one| matches!(one.jenis, Jenis::TandaTangan(_)));
    let said: Vec<&Penanda> = signatures.map(|one| &one.tampilan.penanda).collect();
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    for penanda in said {
        let owner = penanda.pemilik.as_ref();
        if let Some(owner) = owner.filter(|owner| !is_strict_name(ukuran, &owner.nama)) {
            found.push(Selisih { menutupi: Some(owner.nama.clone()), ..Selisih::remark(None, NO_OWNER) });
        }
        let name = penanda.nama.trim();
        let due = names(ukuran, &penanda.nama);
        match owner {
            _ if name.is_empty() => {}
            _ if !is_strict_name(ukuran, name) => {
                found.push(Selisih { menutupi: Some(name.to_owned()), ..Selisih::remark(None, OTHER_NAME) });
            }
            Some(owner) if fits(ukuran, &due, owner, signers) => {}
            Some(_) => found.push(Selisih { menutupi: Some(name.to_owned()), ..Selisih::remark(None, OTHER_NAME) }),
            None if signers.iter().any(|signer| due.is_subset(&names(ukuran, signer))) => {}
            None => unread.push(unknown(name)),
        }
    }
    if !found.is_empty() {
        jawaban.answer(Hasil::Berbeda, Code::PDF_BERBEDA);
        jawaban.perbedaan.extend(found);
    } else if !unread.is_empty() && jawaban.hasil == Hasil::Sama {
        jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        jawaban.alasan.extend(unread);
    }
}

/// A certificate that names no person and no body.
const NO_OWNER: &str = "sertifikat tanda tangan menyebut pemilik yang bukan nama:";

/// A name beside the certificate's.
const OTHER_NAME: &str = "tanda tangan menyebut nama yang bukan nama pada sertifikatnya:";

/// A name that nothing proves.
pub fn unknown(name: &str) -> String {
    format!("sertifikat tanda tangan tidak dapat dibaca, sehingga nama \"{name}\" tidak dapat dicocokkan")
}

/// The words of a text that are names: no titles, posts, numbers of persons, nor what statements of signing are made of.
pub fn names(ukuran: &Ukuran<'_>, text: &str) -> BTreeSet<String> {
    let is_name = |word: &String| {
        let title = ukuran.has(WordList::GelarPenandaTangan, &word.replace('.', ""));
        let usual = ukuran.has(WordList::TandaElektronik, word) || ukuran.office.contains(word);
        !(word.is_empty() || title || usual || is_person_number(word))
    };
    let parts = text.split(|char: char| char.is_whitespace() || ",;/".contains(char));
    parts.map(plain).filter(is_name).collect()
}

/// Whether a name is one without any figure but numbers of persons, of nobody else's office.
fn is_strict_name(ukuran: &Ukuran<'_>, text: &str) -> bool {
    let words = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let figures = |word: &String| word.bytes().any(|byte| byte.is_ascii_digit()) && !is_person_number(word);
    (is_staff_number_in_parts(&words) || !words.iter().any(figures)) && !ukuran.is_of_another_office(text, false)
}

/// Whether names are those of whom a certificate is for; one of a body vouches for who signs the decree.
fn fits(ukuran: &Ukuran<'_>, due: &BTreeSet<String>, owner: &Pemilik, signers: &[String]) -> bool {
    let own = names(ukuran, &owner.nama);
    let of_body = is_body(ukuran, owner) && signers.iter().any(|signer| due.is_subset(&names(ukuran, signer)));
    of_body || due.iter().all(|word| own.contains(word))
}

/// Whether a certificate is for an office or another body, not for a person.
fn is_body(ukuran: &Ukuran<'_>, owner: &Pemilik) -> bool {
    names_a_body(&owner.nama) || names(ukuran, &owner.nama).is_empty()
}

/// The words by which a look may name who signs: those of the certificate's owner; where that is a body, or the
/// certificate cannot be read, those of the `signer` beside whose name the look stands.
pub fn nameable(ukuran: &Ukuran<'_>, penanda: &Penanda, signer: Option<&String>) -> BTreeSet<String> {
    let split = |text: &String| -> Vec<String> { text.split_whitespace().map(plain).collect() };
    let of_place = || signer.map(split).unwrap_or_default();
    let Some(owner) = &penanda.pemilik else { return of_place().into_iter().collect() };
    let mut out: BTreeSet<String> = split(&owner.nama).into_iter().collect();
    // What else a certificate says may be an office, a post or a number, but not another person.
    let others =
        owner.lain.iter().filter(|text| names_a_body(text) || split(text).iter().all(|word| ukuran.is_common(word)));
    out.extend(others.flat_map(split));
    if is_body(ukuran, owner) {
        out.extend(of_place());
    }
    out
}

/// The moments of all signatures.
pub fn of_all(tambahan: &[Tambahan]) -> Vec<Saat> {
    tambahan.iter().flat_map(|one| one.tampilan.penanda.saat.clone()).collect()
}
