//! Who a signature says signed, held against the certificate that its proof names and the person at whose place it stands;
//! and what else the signature says of itself. Whether the certificate is genuine is for its issuer to tell.

use std::collections::BTreeSet;

use naskah_core::diag::Code;
use naskah_core::language::WordList;
use naskah_core::language::saat::Saat;
use naskah_formats::pdf::{Jenis, Pdf, Pemilik, Penanda, Sertifikat, Tambahan};

use super::kedudukan::{Boleh, Kedudukan, Pihak, expanded};
use super::lapor::{Hasil, Jawaban, Selisih};
use super::nama::{Mirip, likeness, printed};
use super::sebutan::{is_title, names, parts, texts};
use super::tempat::{Tapak, Tempat};
use super::ucapan::{
    Ukuran, is_degree, is_person_number, is_staff_number, is_staff_number_in_parts, names_a_body, plain,
};
use super::waktu;

/// What was found of signatures.
#[derive(Default)]
struct Temuan {
    /// What makes the answer a bad one.
    found: Vec<Selisih>,
    /// What cannot be told.
    unread: Vec<String>,
}

impl Temuan {
    /// Something that makes the answer a bad one.
    fn differs(&mut self, remark: &str, what: String) {
        let one = Selisih { menutupi: Some(what), ..Selisih::remark(None, remark) };
        if !self.found.contains(&one) {
            self.found.push(one);
        }
    }
}

/// Weighs what signatures say of themselves; an answer is only made worse.
pub fn weigh(jawaban: &mut Jawaban, base: &Pdf, tempat: &Tempat, ukuran: &Ukuran<'_>) {
    let mut temuan = Temuan::default();
    for addition in &jawaban.tambahan {
        let penanda = &addition.tampilan.penanda;
        of_certificate(&mut temuan, penanda.sertifikat);
        if penanda.nilai_rusak {
            temuan.found.push(Selisih::remark(None, WORTHLESS));
        }
        match addition.jenis {
            Jenis::TandaTangan(_) => {
                let tapak = tempat.tapak(addition, base);
                of_signature(&mut temuan, penanda, &tapak, ukuran);
                of_printed(&mut temuan, addition, &tapak, ukuran);
            }
            Jenis::StempelWaktu(_) => of_texts(&mut temuan, penanda, None, &ukuran.semua, ukuran),
            _ => {}
        }
    }
    waktu::apart(&jawaban.tambahan).into_iter().for_each(|(remark, what)| temuan.differs(remark, what));
    jawaban.alasan.extend(waktu::early(&jawaban.tambahan, ukuran.hari()));
    let Temuan { found, unread } = temuan;
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

/// Somebody else at the place of who signs.
const OTHER_PERSON: &str = "tempat tanda tangan itu milik orang lain daripada pemilik sertifikatnya:";

/// A number of another person.
pub const OTHER_NUMBER: &str = "tanda tangan menyebut NIP atau NIK yang bukan nomor pada sertifikatnya:";

/// Certificates that no issuer makes.
const TWINS: &str = "bukti tanda tangan memuat dua sertifikat yang berlainan dengan penerbit dan nomor seri yang sama";

/// Another certificate than the one whose digest was signed.
const SWAPPED: &str = "sertifikat di dalam bukti tanda tangan bukan sertifikat yang sidiknya ditandatangani";

/// A value that signs nothing.
const WORTHLESS: &str = "nilai tanda tangan di dalam buktinya bukan nilai yang dapat dibuat kunci sertifikatnya: nol \
                         seluruhnya, atau panjang dan bentuknya lain";

/// A signature of nobody who could be named.
const UNNAMED: &str = "sertifikat penanda tangan tidak ada di dalam bukti tanda tangannya atau tidak dapat dibaca, sehingga \
                       siapa yang menandatangani tidak dapat diketahui; periksa dengan layanan penyelenggara sertifikatnya";

/// What the certificates within a proof are when they cannot be those of who signed.
fn of_certificate(temuan: &mut Temuan, sertifikat: Sertifikat) {
    let remark = match sertifikat {
        Sertifikat::Kembar => TWINS,
        Sertifikat::Lain => SWAPPED,
        Sertifikat::Satu | Sertifikat::Tiada => return,
    };
    let one = Selisih::remark(None, remark);
    if !temuan.found.contains(&one) {
        temuan.found.push(one);
    }
}

/// A name that nothing proves.
pub fn unknown(name: &str) -> String {
    format!("sertifikat tanda tangan tidak dapat dibaca, sehingga nama \"{name}\" tidak dapat dicocokkan")
}

/// Somebody whom the decree does not name.
fn stranger(name: &str) -> String {
    format!(
        "sertifikat tanda tangan atas nama \"{name}\", yang bukan penanda tangan keputusan ini, bukan pejabat pada berkas \
         kantornya, dan bukan kantornya; tanyakan kepada kantor itu"
    )
}

/// Somebody who may be the one whom the decree names.
fn longer(name: &str, due: &str) -> String {
    format!(
        "sertifikat tanda tangan atas nama \"{name}\", sedangkan tempatnya milik \"{due}\": periksa apakah orangnya sama"
    )
}

/// Somebody of whose name a part is missing.
fn shorter(name: &str, due: &str) -> String {
    format!("nama \"{name}\" pada sertifikat tanda tangan kurang daripada \"{due}\": periksa apakah orangnya sama")
}

/// A name that is printed in part.
fn incomplete(due: &str) -> String {
    format!("nama pada tanda tangan kurang daripada nama pemiliknya, \"{due}\": periksa apakah orangnya sama")
}

/// A place that is not one person's.
fn shared(one: &str, other: &str) -> String {
    format!(
        "tampilan tanda tangan meliputi tempat \"{one}\" dan tempat \"{other}\": tempat siapa yang ditandatangani tidak jelas"
    )
}

fn of_signature(temuan: &mut Temuan, penanda: &Penanda, tapak: &Tapak, ukuran: &Ukuran<'_>) {
    let owner = penanda.pemilik.as_ref();
    if penanda.sertifikat == Sertifikat::Tiada {
        temuan.unread.push(UNNAMED.to_owned());
    }
    if let Some(owner) = owner {
        if !is_strict_name(&owner.nama) {
            temuan.differs(NO_OWNER, owner.nama.clone());
        }
        of_owner(temuan, owner, tapak, ukuran);
    }
    let name = penanda.nama.trim();
    let due = names(ukuran, name);
    match owner {
        _ if name.is_empty() => {}
        _ if !is_strict_name(name) || is_titles(ukuran, name) => temuan.differs(OTHER_NAME, name.to_owned()),
        Some(owner) if fits(ukuran, &due, owner) => {}
        Some(_) => temuan.differs(OTHER_NAME, name.to_owned()),
        None => temuan.unread.push(unknown(name)),
    }
    of_texts(temuan, penanda, owner, &posts(penanda, tapak, ukuran), ukuran);
}

/// Whether a certificate is of somebody who may sign where it was used.
fn of_owner(temuan: &mut Temuan, owner: &Pemilik, tapak: &Tapak, ukuran: &Ukuran<'_>) {
    let at: Vec<&Pihak> = tapak.orang.iter().filter_map(|at| ukuran.pihak.get(*at)).collect();
    let office = is_own_office(ukuran, owner) && !at.iter().any(|one| one.lain);
    if office || is_listed(ukuran, owner) && at.is_empty() {
        return;
    }
    let known: Vec<&Pihak> = ukuran.pihak.iter().chain(&ukuran.pejabat).collect();
    let among = if at.is_empty() { &known } else { &at };
    let like =
        |kind: Mirip| among.iter().find(|one| likeness(ukuran, &owner.nama, &one.nama) == kind).map(|one| &one.nama);
    if like(Mirip::Sama).is_some() {
        if let [one, other, ..] = at[..] {
            temuan.unread.push(shared(&one.nama, &other.nama));
        }
    } else if let Some(due) = like(Mirip::Kurang) {
        temuan.unread.push(shorter(&owner.nama, due));
    } else if let (Some(due), false) = (like(Mirip::Lebih), at.is_empty()) {
        temuan.unread.push(longer(&owner.nama, due));
    } else if at.is_empty() {
        temuan.unread.push(stranger(&owner.nama));
    } else {
        temuan.differs(OTHER_PERSON, owner.nama.clone());
    }
}

/// Whether the name that a signature gives itself or shows is the whole one of whom its certificate is for.
fn of_printed(temuan: &mut Temuan, addition: &Tambahan, tapak: &Tapak, ukuran: &Ukuran<'_>) {
    let penanda = &addition.tampilan.penanda;
    let Some(owner) = &penanda.pemilik else { return };
    let signer = tapak.orang.first().and_then(|at| ukuran.pihak.get(*at));
    let due = match signer {
        Some(signer) if is_body(ukuran, owner) => &signer.nama,
        _ => &owner.nama,
    };
    for text in [&addition.tampilan.kata[..], &addition.tampilan.tersirat, std::slice::from_ref(&penanda.nama)] {
        // A name may stand beside what is said of it.
        let columns = (text == &addition.tampilan.kata[..]).then_some(&addition.tampilan.kolom[..]);
        let whole = columns.is_some_and(|columns| printed(ukuran, columns, due) == Some(Mirip::Sama));
        match printed(ukuran, text, due).filter(|_| !whole) {
            Some(Mirip::Lain) => temuan.differs(OTHER_NAME, text.join(" ")),
            Some(Mirip::Kurang) => temuan.unread.push(incomplete(due)),
            _ => {}
        }
    }
}

/// The posts that a signature may name: those of whom it is, or at whose place it stands; otherwise those of all who sign.
pub fn posts(penanda: &Penanda, tapak: &Tapak, ukuran: &Ukuran<'_>) -> Kedudukan {
    let lists = &ukuran.catalog.kata().lists;
    let mut own: Vec<&Pihak> = tapak.orang.iter().take(1).filter_map(|at| ukuran.pihak.get(*at)).collect();
    let all = || ukuran.pihak.iter().chain(&ukuran.pejabat);
    let is_owner = |one: &&Pihak| {
        penanda.pemilik.as_ref().is_some_and(|owner| likeness(ukuran, &owner.nama, &one.nama) == Mirip::Sama)
    };
    if own.is_empty() || all().any(|one| is_owner(&one)) {
        own = all().filter(is_owner).collect();
    }
    if own.is_empty() {
        return ukuran.semua.clone();
    }
    Kedudukan::of(own, lists)
}

/// Holds every text of a signature against the table of what it may name.
fn of_texts(temuan: &mut Temuan, penanda: &Penanda, owner: Option<&Pemilik>, whose: &Kedudukan, ukuran: &Ukuran<'_>) {
    let named = owner.map_or("", |owner| owner.nama.as_str());
    for (letak, text, may) in texts(penanda, owner) {
        // A reason may name the decree, and so who decided it.
        let whose = if letak == "Reason" { &ukuran.semua } else { whose };
        if may == Boleh::Lembaga && owner.is_some_and(|owner| ukuran.is_above(text, owner)) {
            continue;
        }
        if let Some(words) = ukuran.objection(text, may, whose, named) {
            temuan.differs(
                &format!(
                    "tanda tangan menyebut yang bukan kantor, jabatan, atau nama penanda tangannya, pada {letak}:"
                ),
                words,
            );
        }
        if let Some(number) = other_number(text, penanda) {
            temuan.differs(OTHER_NUMBER, number);
        }
    }
}

/// A number of a person in a text that is not the one which the certificate has.
pub fn other_number(text: &str, penanda: &Penanda) -> Option<String> {
    let said = person_numbers(text);
    let owner = penanda.pemilik.iter();
    let held: BTreeSet<String> = owner
        .flat_map(|owner| std::iter::once(&owner.nama).chain(owner.lain.iter().map(|(_, text)| text)))
        .flat_map(|text| person_numbers(text))
        .collect();
    let same_kind = |one: &str, other: &str| one.len() == other.len();
    let known = |number: &&String| held.iter().any(|own| same_kind(own, number));
    let first = said.iter().find(|number| known(number) && !held.contains(*number));
    let twice = said.iter().find(|number| said.iter().any(|other| same_kind(other, number) && other < *number));
    first.or(twice).cloned()
}

/// The numbers of persons in a text, also where blanks part them.
fn person_numbers(text: &str) -> BTreeSet<String> {
    let words: Vec<String> = text
        .split(|char: char| !char.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let parted = words.windows(4).map(|four| four.concat()).filter(|four| is_staff_number(four));
    words.iter().filter(|word| is_person_number(word)).cloned().chain(parted).collect()
}

/// Whether a name is one without any figure but numbers of persons.
fn is_strict_name(text: &str) -> bool {
    let words = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let figures = |word: &String| word.bytes().any(|byte| byte.is_ascii_digit()) && !is_person_number(word);
    is_staff_number_in_parts(&words) || !words.iter().any(figures)
}

/// Whether a name is made of titles alone.
fn is_titles(ukuran: &Ukuran<'_>, name: &str) -> bool {
    parts(name).filter(|word| !plain(word).is_empty()).all(|word| is_degree(word) || is_title(ukuran, &plain(word)))
}

/// Whether names are those of whom a certificate is for; one of a body vouches for who signs the decree.
fn fits(ukuran: &Ukuran<'_>, due: &BTreeSet<String>, owner: &Pemilik) -> bool {
    let own = names(ukuran, &owner.nama);
    let signs = |one: &Pihak| due.is_subset(&names(ukuran, &one.nama));
    let of_body = is_body(ukuran, owner) && ukuran.pihak.iter().any(signs);
    of_body || due.iter().all(|word| own.contains(word))
}

/// Whether a certificate is for an office or another body, not for a person.
pub fn is_body(ukuran: &Ukuran<'_>, owner: &Pemilik) -> bool {
    let person = |one: &Pihak| likeness(ukuran, &owner.nama, &one.nama) != Mirip::Lain;
    (names_a_body(&owner.nama) || names(ukuran, &owner.nama).is_empty()) && !ukuran.pihak.iter().any(person)
}

/// Whether a certificate is for the office that decided.
fn is_own_office(ukuran: &Ukuran<'_>, owner: &Pemilik) -> bool {
    let words = expanded(&owner.nama, &ukuran.catalog.kata().lists);
    let own = |word: &String| ukuran.office.contains(word) || ukuran.has(WordList::UnitKerja, word);
    let is_body = words.iter().any(|word| matches!(word.as_str(), "komisi" | "panitia" | "sekretariat"));
    is_body && words.iter().all(own)
}

/// Whether the office has listed a body whose certificates are used beside its own.
fn is_listed(ukuran: &Ukuran<'_>, owner: &Pemilik) -> bool {
    let words = expanded(&owner.nama, &ukuran.catalog.kata().lists);
    ukuran.has(WordList::InstansiSertifikat, &words.join(" "))
}

/// The words by which a look may name who signs: those of the certificate's owner; where that is a body, or the
/// certificate cannot be read, those of the `signer` beside whose name the look stands.
pub fn nameable(ukuran: &Ukuran<'_>, penanda: &Penanda, signer: Option<&Pihak>) -> BTreeSet<String> {
    let split = |text: &str| -> Vec<String> { text.split_whitespace().map(plain).collect() };
    let of_place = || signer.map(|one| split(&one.nama)).unwrap_or_default();
    let Some(owner) = &penanda.pemilik else { return of_place().into_iter().collect() };
    let mut out: BTreeSet<String> = split(&owner.nama).into_iter().collect();
    // What else a certificate says may be an office, a post or a number, but not another person.
    let others = owner.lain.iter().map(|(_, text)| text.as_str());
    let others = others.filter(|text| names_a_body(text) || split(text).iter().all(|word| ukuran.is_common(word)));
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
