//! What the looks of signatures show: whoever signs may draw anything, and who reads the page takes it for the decree.
//!
//! A look says who signed and when. Outside the places where a decree is signed, and the foot of its pages, it must be
//! words that can be read, and nothing else; what says more, or shows what cannot be read there, is an addition to the
//! decree. What cannot be read in those places is for eyes.

use std::collections::BTreeSet;

use naskah_core::catalog::Catalog;
use naskah_core::diag::Code;
use naskah_core::fingerprint::Sidik;
use naskah_core::language::WordList;
use naskah_core::resolve::Resolved;
use naskah_formats::pdf::{Pdf, Tambahan};

use super::lapor::{Hasil, Jawaban, Selisih};
use super::penanda;
use super::tempat::{Tempat, signer_at};
use super::ucapan::{Ukuran, is_person_number, is_staff_number, plain};

/// So many words of a look may be told by the signature alone, as it tells the name of who signs.
const HELD: usize = 24;

/// Why a look is not one of a signature and nothing else.
enum Cela {
    /// Words that are no statement of signing.
    Kata,
    /// A name that is not the certificate's.
    Nama(String),
    /// A name that no certificate can be read for.
    NamaTakTerbaca(String),
    /// A moment that is not the signature's.
    Waktu(String),
    /// A moment where the signature says none.
    WaktuTakTersebut(String),
}

/// A look with where it stands.
struct Rupa<'a> {
    addition: &'a Tambahan,
    /// Whether that is where the decree is signed.
    at_place: bool,
    in_foot: bool,
    /// The signer whose name stands there.
    signer: Option<&'a String>,
}

/// Weighs the looks; an answer is only made worse.
pub fn weigh(jawaban: &mut Jawaban, base: &Pdf, resolved: &Resolved, ukuran: &Ukuran<'_>) {
    let (names, tempat) = (signers(resolved), Tempat::of(resolved));
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    for addition in &jawaban.tambahan {
        let Some((page, place)) = addition.tempat_bukti().filter(|_| addition.tampilan.melukis) else { continue };
        let signer = tempat.member(base, page, place).or_else(|| signer_at(place, base, page, &names));
        let at_place = addition.tampilan.bawaan || signer.is_some();
        let signer = signer.or(names.first().filter(|_| at_place));
        let rupa = Rupa { addition, at_place, signer, in_foot: tempat.is_in_foot(place) };
        let look = &addition.tampilan;
        // Words in fonts of their own are not read as they are seen.
        let shown = look.kata.iter().filter(|_| look.lazim || !at_place);
        let words: Vec<String> = shown.chain(&look.tersirat).cloned().collect();
        if let Some(cela) = rupa.fault(ukuran, &words) {
            match cela {
                Cela::Kata => {
                    let remark = "tampilan tanda tangan menambahkan kata selain keterangan penanda tangan:";
                    found.push(Selisih { menutupi: Some(words.join(" ")), ..Selisih::remark(Some(page), remark) });
                }
                Cela::Nama(name) => {
                    found.push(Selisih { menutupi: Some(name), ..Selisih::remark(Some(page), OTHER_NAME) })
                }
                Cela::Waktu(said) => {
                    found.push(Selisih { menutupi: Some(said), ..Selisih::remark(Some(page), OTHER_TIME) })
                }
                Cela::NamaTakTerbaca(name) => unread.push(penanda::unknown(&name)),
                Cela::WaktuTakTersebut(said) => unread.push(untimed(&said)),
            }
        } else if let Some(kode) = look.kode.iter().find(|kode| !ukuran.is_address(kode)) {
            let remark = "kode QR pada tampilan tanda tangan bukan alamat:";
            found.push(Selisih { menutupi: Some(kode.clone()), ..Selisih::remark(Some(page), remark) });
        } else if !is_seen_through(ukuran, addition) || !(look.kode.is_empty() || at_place || rupa.in_foot) {
            match at_place || rupa.in_foot {
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

/// A look that names another than the certificate.
const OTHER_NAME: &str = "tampilan tanda tangan menyebut nama yang bukan nama pada sertifikatnya:";

/// A look that names another moment than the signature.
const OTHER_TIME: &str = "tampilan tanda tangan menyebut waktu yang bukan waktu tanda tangannya:";

/// A moment that nothing proves.
fn untimed(said: &str) -> String {
    format!("tanda tangan tidak menyebut waktunya, sehingga \"{said}\" pada tampilannya tidak dapat dicocokkan")
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

/// What the words of a decree's signatures are weighed by.
pub fn measure<'a>(resolved: &Resolved, tambahan: &[Tambahan], catalog: &'a Catalog) -> Ukuran<'a> {
    Ukuran::new(resolved, (&signers(resolved), &posts(resolved)), penanda::of_all(tambahan), catalog)
}

/// The names of those who sign.
pub fn signers(resolved: &Resolved) -> Vec<String> {
    let naskah = resolved.naskah();
    let beside = naskah.penutup.pendamping.iter().map(|other| &other.nama);
    let names = std::iter::once(&naskah.penutup.nama).chain(&naskah.penutup.anggota).chain(beside);
    names.chain(naskah.salinan.iter().map(|(_, name)| name)).map(|name| name.as_plain()).collect()
}

/// The lines of their posts.
fn posts(resolved: &Resolved) -> Vec<String> {
    let naskah = resolved.naskah();
    let lines = naskah.salinan.iter().flat_map(|(lines, _)| lines);
    let beside = naskah.penutup.pendamping.iter().flat_map(|other| &other.jabatan);
    naskah.penutup.jabatan.iter().chain(beside).chain(lines).map(|line| line.as_plain()).collect()
}

/// Whether a look holds nothing but words that can be read, and perhaps what signing programs and offices are known to draw.
fn is_seen_through(ukuran: &Ukuran<'_>, addition: &Tambahan) -> bool {
    let known = |drawn: Sidik| ukuran.has(WordList::GambarTandaElektronik, &drawn.to_string());
    addition.tampilan.terbaca && addition.tampilan.gambar.is_none_or(known)
}

impl Rupa<'_> {
    /// What is wrong with the words of a look. They are those of a statement of signing: its usual words, what the signature
    /// itself says, who signed, and when. A name alone says that where the decree is signed, or in the foot of a page.
    fn fault(&self, ukuran: &Ukuran<'_>, shown: &[String]) -> Option<Cela> {
        /// A name alone has so many words.
        const ALONE: usize = 8;
        let penanda = &self.addition.tampilan.penanda;
        let text = without_said(shown, &penanda.ujaran).join(" ");
        let waktu = ukuran.moments(&text, &penanda.saat);
        let rest: Vec<String> = waktu.sisa.split_whitespace().map(str::to_owned).collect();
        let shown = joined_numbers(&rest);
        let words: Vec<String> = shown.iter().map(|word| plain(word)).collect();
        let names = penanda::nameable(ukuran, penanda, self.signer);
        let strange = strange(ukuran, &shown, &names);
        let opens = words.iter().any(|word| ukuran.has(WordList::PembukaTandaElektronik, word));
        let short = words.len() <= ALONE;
        let of_office = |word: &String| word.is_empty() || ukuran.office.contains(word) || names.contains(word);
        let posts = words.len() <= HELD && words.iter().all(of_office);
        let alone = self.in_foot && ((short && posts) || (waktu.ada && short && strange.is_empty()));
        let stands = words.is_empty() && !waktu.ada || opens || (self.at_place && (short || posts)) || alone;
        if strange.is_empty() && stands {
            let said = waktu.lain.into_iter().next()?;
            let silent = penanda.saat.is_empty();
            return Some(if silent { Cela::WaktuTakTersebut(said) } else { Cela::Waktu(said) });
        }
        let people = strange.iter().all(|word| ukuran.people.contains(word));
        if strange.is_empty() || !people {
            return Some(Cela::Kata);
        }
        let name = strange.join(" ");
        Some(if penanda.pemilik.is_some() { Cela::Nama(name) } else { Cela::NamaTakTerbaca(name) })
    }
}

/// The words of a look that are neither usual nor a name that may stand there, nor name a place behind a word for it.
fn strange(ukuran: &Ukuran<'_>, shown: &[String], names: &BTreeSet<String>) -> Vec<String> {
    /// A place has so many words.
    const PLACE: usize = 6;
    let (mut out, mut left) = (Vec::new(), 0);
    for (at, word) in shown.iter().enumerate() {
        let bare = plain(word);
        let before = at.checked_sub(1).and_then(|at| shown.get(at)).map(|word| plain(word)).unwrap_or_default();
        let after = shown.get(at + 1).map(|word| plain(word)).unwrap_or_default();
        let number = matches!(before.as_str(), "nomor" | "no" | "tahun") && ukuran.is_number(&bare);
        let counted = bare == "tahun" && ukuran.is_number(&after);
        let place = left > 0 && ukuran.is_of_a_place(word.trim_matches(|char: char| !char.is_alphanumeric()), false);
        left = if matches!(bare.as_str(), "location" | "lokasi") { PLACE } else { left.saturating_sub(1) };
        let usual = bare.is_empty() || ukuran.is_usual(&bare);
        let digits = bare.contains(|char: char| char.is_ascii_digit()) && !is_person_number(&bare);
        let named = names.contains(&bare) && !digits && !ukuran.speaks(&bare);
        let address = ukuran.is_address(word.trim_end_matches(['.', ',']));
        let title = ukuran.has(WordList::GelarPenandaTangan, &bare.replace('.', ""));
        let title = title || (is_degree(word) && !ukuran.speaks(&word.replace('.', "")));
        if !(usual || named || number || counted || place || address || title) {
            out.push(bare);
        }
    }
    out.truncate(HELD);
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
