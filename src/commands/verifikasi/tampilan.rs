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
use naskah_formats::pdf::{Isian, Pdf, Penanda, Samar, TERENDAH, Tambahan};

use super::kalimat;
use super::kedudukan::{Boleh, Kedudukan, Pihak, expanded};
use super::lapor::{Hasil, Jawaban, Selisih};
use super::penanda;
use super::tempat::Tempat;
use super::ucapan::{Ukuran, is_degree, is_person_number, is_staff_number, plain};

/// So many words of a look may be told by the signature alone, as it tells the name of who signs.
const HELD: usize = 24;

/// Why a look is not one of a signature and nothing else.
enum Cela {
    /// Words that are no statement of signing; those at fault.
    Kata(Vec<String>),
    /// Another office or post.
    Kedudukan(String),
    /// A number of a person that is not the certificate's.
    Nomor(String),
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
    signer: Option<&'a Pihak>,
    /// The posts that may be named.
    whose: Kedudukan,
}

/// Weighs the looks; an answer is only made worse.
pub fn weigh(jawaban: &mut Jawaban, base: &Pdf, tempat: &Tempat, ukuran: &Ukuran<'_>) {
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    for addition in &jawaban.tambahan {
        let Some((page, place)) = addition.tempat_bukti().filter(|_| addition.tampilan.melukis) else { continue };
        let tapak = tempat.tapak(addition, base);
        let at_place = addition.tampilan.bawaan || !tapak.orang.is_empty();
        let signer = tapak.orang.first().and_then(|at| ukuran.pihak.get(*at));
        let whose = penanda::posts(&addition.tampilan.penanda, &tapak, ukuran);
        let rupa = Rupa { addition, at_place, signer, whose, in_foot: tempat.is_in_foot(place) };
        let look = &addition.tampilan;
        // Words in fonts of their own are not read as they are seen.
        let shown = look.kata.iter().filter(|_| look.lazim || !at_place);
        let words: Vec<String> = shown.chain(&look.tersirat).cloned().collect();
        if let Some(cela) = rupa.fault(ukuran, &words) {
            cela.tell(page, &words, &mut found, &mut unread);
        } else if let Some(kode) = look.kode.iter().find(|kode| !ukuran.is_address(kode)) {
            let remark = "kode QR pada tampilan tanda tangan bukan alamat laman yang bernama, atau alamatnya memuat kata \
                          yang dapat dibaca sebagai pernyataan:";
            found.push(Selisih { menutupi: Some(kode.clone()), ..Selisih::remark(Some(page), remark) });
        } else if let Some(why) = rupa.unseen(ukuran, base, page, &words) {
            match at_place || rupa.in_foot {
                true => unread.push(unreadable(page, addition, &why)),
                false => found.push(Selisih::remark(Some(page), &format!("{ELSEWHERE} {}", why.told()))),
            }
        } else {
            unread.extend(look.kode.iter().filter_map(|kode| masked_address(kode)));
        }
    }
    found.extend(over_one_another(&jawaban.tambahan));
    if !found.is_empty() {
        jawaban.answer(Hasil::Berbeda, Code::PDF_BERBEDA);
        jawaban.perbedaan.extend(found);
    } else if !unread.is_empty() && jawaban.hasil == Hasil::Sama {
        jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        jawaban.alasan.push("selain tampilan tanda tangannya, PDF ini sama dengan yang disusun ulang".to_owned());
        jawaban.alasan.extend(unread);
    }
}

/// What is told of an address whose host is written in a code that nobody reads.
fn masked_address(kode: &str) -> Option<String> {
    let host = kode.split("://").nth(1)?.split('/').next()?.to_lowercase();
    let coded = host.split('.').any(|part| part.starts_with("xn--"));
    coded.then(|| format!("nama laman pada kode QR \"{kode}\" tersandi (xn--): lihat sendiri laman yang dibukanya"))
}

impl Cela {
    fn tell(self, page: usize, words: &[String], found: &mut Vec<Selisih>, unread: &mut Vec<String>) {
        let mut differs = |remark: &str, what: String| {
            found.push(Selisih { menutupi: Some(what), ..Selisih::remark(Some(page), remark) });
        };
        match self {
            Self::Kata(at_fault) => {
                let which = match at_fault.is_empty() {
                    true => {
                        " (tidak satu pun kata pembuka keterangan seperti \"ditandatangani\" di dalamnya)".to_owned()
                    }
                    false => format!(" (\"{}\")", at_fault.join("\", \"")),
                };
                let remark = format!("tampilan tanda tangan menambahkan kata selain keterangan penanda tangan{which}:");
                differs(&remark, words.join(" "));
            }
            Self::Kedudukan(said) => differs("tampilan tanda tangan menyebut kantor atau jabatan lain:", said),
            Self::Nomor(said) => differs(penanda::OTHER_NUMBER, said),
            Self::Nama(name) => differs(OTHER_NAME, name),
            Self::Waktu(said) => differs(OTHER_TIME, said),
            Self::NamaTakTerbaca(name) => unread.push(penanda::unknown(&name)),
            Self::WaktuTakTersebut(said) => unread.push(untimed(&said)),
        }
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

/// A look far from who signs.
const ELSEWHERE: &str = "tampilan tanda tangan di luar tempat penanda tangan";

/// Why a look is not seen through.
enum Kabur {
    /// It is not read as it is seen.
    Samar(Samar),
    /// A picture that nobody has made known.
    Gambar,
    /// A code far from who signs.
    Kode,
    /// A sentence in pieces.
    Tercerai,
    /// Lines or areas, and not a word.
    TanpaKata,
}

impl Kabur {
    /// What is so, behind the look that it is told of.
    fn told(&self) -> String {
        let what = match self {
            Self::Samar(Samar::Kecil) => return format!("memuat huruf yang lebih kecil daripada {TERENDAH} poin"),
            Self::Samar(Samar::Pudar) => "memuat huruf yang warnanya hampir sama dengan alasnya",
            Self::Samar(Samar::Terpotong) => "memuat huruf yang terpotong tepi bidang atau kliping",
            Self::Samar(Samar::Bertumpuk) => "memuat kata yang bertumpuk atau tercoret garis",
            Self::Samar(Samar::Janggal) => {
                "memuat huruf yang dimiringkan, diregangkan, dicerminkan, atau jauh lebih besar daripada huruf lain"
            }
            Self::Samar(Samar::Lain) | Self::Gambar => "memuat gambar atau huruf yang tidak dapat dibaca program",
            Self::Kode => "memuat kode QR",
            Self::Tercerai => "memuat kalimat yang tercerai: hurufnya tidak seukuran atau bagiannya berjauhan",
            Self::TanpaKata => "melukis garis atau bidang tanpa satu kata pun",
        };
        what.to_owned()
    }
}

/// Looks that lie over one another: the later hides what the earlier shows.
fn over_one_another(tambahan: &[Tambahan]) -> Vec<Selisih> {
    /// So much may edges touch, in points.
    const TOUCH: f64 = 1.0;
    let shown: Vec<(usize, [f64; 4])> = tambahan
        .iter()
        .filter(|one| one.tampilan.melukis)
        .filter_map(|one| one.tempat_bukti())
        .map(|(page, place)| (page, place.sisi()))
        .collect();
    let meet = |[a, b, c, d]: [f64; 4], [left, low, right, high]: [f64; 4]| {
        c.min(right) - a.max(left) > TOUCH && d.min(high) - b.max(low) > TOUCH
    };
    let mut over: Vec<usize> = Vec::new();
    for (at, (page, place)) in shown.iter().enumerate() {
        over.extend(
            shown.iter().skip(at + 1).filter(|(other, then)| other == page && meet(*place, *then)).map(|_| *page),
        );
    }
    over.sort_unstable();
    over.dedup();
    over.into_iter().map(|page| Selisih::remark(Some(page), "tampilan tanda tangan menutupi tampilan lain")).collect()
}

/// A look at the place of who signs that is not seen through, with the way to have its picture known.
fn unreadable(page: usize, addition: &Tambahan, why: &Kabur) -> String {
    let picture = addition.tampilan.gambar.filter(|_| matches!(why, Kabur::Gambar)).map_or(String::new(), |gambar| {
        format!("; bila itu lambang atau spesimen kantor, daftarkan sidiknya: {gambar}")
    });
    let page = page + 1;
    format!(
        "tampilan tanda tangan pada halaman {page} {}: lihat sendiri bahwa isinya hanya keterangan penanda \
         tangan{picture}",
        why.told()
    )
}

/// What the words of a decree's signatures are weighed by.
pub fn measure<'a>(resolved: &Resolved, tambahan: &[Tambahan], catalog: &'a Catalog) -> Ukuran<'a> {
    Ukuran::new(resolved, penanda::of_all(tambahan), catalog)
}

impl Rupa<'_> {
    /// Why a look shows not only words that are seen as they are read, and perhaps what signing programs and offices are
    /// known to draw.
    fn unseen(&self, ukuran: &Ukuran<'_>, base: &Pdf, page: usize, words: &[String]) -> Option<Kabur> {
        let look = &self.addition.tampilan;
        let known = |drawn: Sidik| ukuran.has(WordList::GambarTandaElektronik, &drawn.to_string());
        let lists = &ukuran.catalog.kata().lists;
        let torn = |list| kalimat::is_torn(&look.kata, &look.lepas, list, lists);
        let on_page = || {
            let whole = base.ukuran(page).map(|page| page.sisi());
            let place = self.addition.tempat_bukti().map(|(_, place)| place.sisi());
            let within = |[a, b, c, d]: [f64; 4], [left, low, right, high]: [f64; 4]| {
                a >= left && b >= low && c <= right && d <= high
            };
            whole.zip(place).is_none_or(|(whole, place)| within(place, whole))
        };
        match look.samar {
            Some(why) => Some(Kabur::Samar(why)),
            None if !look.gambar.is_none_or(known) => Some(Kabur::Gambar),
            None if !on_page() => Some(Kabur::Samar(Samar::Terpotong)),
            None if torn(WordList::KalimatElektronik) || torn(WordList::FrasaElektronik) => Some(Kabur::Tercerai),
            None if !(look.kode.is_empty() || self.at_place || self.in_foot) => Some(Kabur::Kode),
            None if words.is_empty() && look.kode.is_empty() && look.gambar.is_none() => Some(Kabur::TanpaKata),
            None => None,
        }
    }

    /// What is wrong with the words of a look. They are those of a statement of signing: its usual words, what the signature
    /// itself says, who signed, and when. A name alone says that where the decree is signed, or in the foot of a page.
    fn fault(&self, ukuran: &Ukuran<'_>, shown: &[String]) -> Option<Cela> {
        let penanda = &self.addition.tampilan.penanda;
        let lists = &ukuran.catalog.kata().lists;
        let shown = without_mail(&without_programs(&without_keys(shown)), penanda);
        let said = without_said(&shown, penanda.ujaran());
        let (rest, sentences) = kalimat::without(&said, WordList::KalimatElektronik, lists);
        let (rest, _) = kalimat::without(&rest, WordList::FrasaElektronik, lists);
        let waktu = ukuran.moments(&rest.join(" "), &penanda.saat);
        let rest: Vec<String> = waktu.sisa.split_whitespace().map(str::to_owned).collect();
        let shown = joined_numbers(&rest);
        let names = penanda::nameable(ukuran, penanda, self.signer);
        let mut strange = strange(ukuran, &shown, &names);
        if strange.is_empty() {
            strange = unfinished(ukuran, &shown, &names);
        }
        if strange.is_empty() {
            let words: Vec<String> = shown.iter().map(|word| plain(word)).collect();
            if !self.stands(ukuran, &words, &names, (waktu.ada, sentences)) {
                return Some(Cela::Kata(Vec::new()));
            }
            let said = self.other_post(ukuran, &shown, &names).map(Cela::Kedudukan);
            let said = said.or_else(|| penanda::other_number(&rest.join(" "), penanda).map(Cela::Nomor));
            let silent = penanda.saat.is_empty();
            let moment = |said| if silent { Cela::WaktuTakTersebut(said) } else { Cela::Waktu(said) };
            return said.or_else(|| waktu.lain.into_iter().next().map(moment));
        }
        if !strange.iter().all(|word| ukuran.people.contains(word)) {
            return Some(Cela::Kata(strange));
        }
        let name = strange.join(" ");
        Some(if penanda.pemilik.is_some() { Cela::Nama(name) } else { Cela::NamaTakTerbaca(name) })
    }

    /// Whether words may stand where the look does.
    fn stands(&self, ukuran: &Ukuran<'_>, words: &[String], names: &BTreeSet<String>, said: (bool, bool)) -> bool {
        /// A name alone has so many words.
        const ALONE: usize = 8;
        let (timed, sentences) = said;
        let opens = sentences || words.iter().any(|word| ukuran.has(WordList::PembukaTandaElektronik, word));
        let short = words.len() <= ALONE;
        let lists = &ukuran.catalog.kata().lists;
        let own = |word: &String| word.is_empty() || ukuran.office.contains(word) || names.contains(word);
        let of_office = |word: &String| own(word) || expanded(word, lists).iter().all(own);
        let posts = words.len() <= HELD && words.iter().all(of_office);
        let alone = self.in_foot && short && (posts || timed);
        (words.is_empty() && !timed) || opens || (self.at_place && (short || posts)) || alone
    }

    /// Another office or post that a look names, or the commission alone in the place of who signed.
    fn other_post(&self, ukuran: &Ukuran<'_>, shown: &[String], names: &BTreeSet<String>) -> Option<String> {
        let lists = &ukuran.catalog.kata().lists;
        let text = shown.join(" ");
        if let Some(said) = ukuran.objection(&text, Boleh::Sendiri, &self.whose, "") {
            return Some(said);
        }
        let words = expanded(&text, lists);
        let body = words.iter().any(|word| word == "komisi");
        let own = words.iter().any(|word| ukuran.own_area.contains(word) || ukuran.has(WordList::KataJabatan, word));
        let named = shown.iter().any(|word| names.contains(&plain(word)) && !ukuran.office.contains(&plain(word)));
        let person =
            self.addition.tampilan.penanda.pemilik.as_ref().is_some_and(|owner| !penanda::is_body(ukuran, owner));
        (body && person && !own && !named).then_some(text)
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
        let number = number || (before == "nik" && is_person_number(&bare));
        let counted = bare == "tahun" && ukuran.is_number(&after);
        let place = left > 0 && ukuran.is_of_a_place(word.trim_matches(|char: char| !char.is_alphanumeric()), false);
        left = if matches!(bare.as_str(), "location" | "lokasi") { PLACE } else { left.saturating_sub(1) };
        let lists = &ukuran.catalog.kata().lists;
        let own_words = |word: &String| ukuran.office.contains(word) || ukuran.is_usual(word);
        let usual = bare.is_empty() || ukuran.is_usual(&bare) || expanded(&bare, lists).iter().all(own_words);
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

/// The words of a look that leave open who signed: questions, a conjunction at the end, titles without a name.
fn unfinished(ukuran: &Ukuran<'_>, shown: &[String], names: &BTreeSet<String>) -> Vec<String> {
    const BY: &str = "oleh";
    let asks = shown.iter().filter(|word| word.contains(['?', '!']) && !ukuran.is_address(word));
    let mut out: Vec<String> = asks.cloned().collect();
    let named = shown.iter().any(|word| names.contains(&plain(word)));
    let last = shown.last().map(|word| plain(word)).unwrap_or_default();
    if matches!(last.as_str(), "dan" | "atau" | "serta") || (last == BY && named) {
        out.push(last);
    }
    let title =
        |word: &String| is_degree(word) || ukuran.has(WordList::GelarPenandaTangan, &plain(word).replace('.', ""));
    let by = shown.iter().rposition(|word| plain(word) == BY);
    let behind = by.and_then(|at| shown.get(at + 1..)).unwrap_or_default();
    if !behind.is_empty() && behind.iter().all(title) {
        out.extend(behind.iter().cloned());
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

/// The words of a look without the keys of a certificate's subject, as a common program writes it: "DN: c=ID, o=…, cn=…".
fn without_keys(shown: &[String]) -> Vec<String> {
    const KEYS: [&str; 5] = ["o", "ou", "cn", "l", "st"];
    let Some(from) = shown.iter().position(|word| word == "DN:") else { return shown.to_vec() };
    let value = |word: &String| match word.split_once('=') {
        Some((key, rest)) if KEYS.contains(&key.to_lowercase().as_str()) => Some(rest.to_owned()),
        Some((key, rest)) if key.eq_ignore_ascii_case("c") && rest.trim_end_matches(',').len() == 2 => None,
        _ => Some(word.clone()),
    };
    let (before, subject) = shown.split_at(from);
    before.iter().cloned().chain(subject.iter().filter_map(value)).collect()
}

/// The words of a look without the address of mail that the certificate has.
fn without_mail(shown: &[String], penanda: &Penanda) -> Vec<String> {
    let owner = penanda.pemilik.as_ref();
    let own: Vec<&str> = owner.map_or_else(Vec::new, |owner| owner.isian(Isian::Surel).collect());
    let is_own = |word: &&String| {
        let bare = word.trim_matches(|char: char| !char.is_alphanumeric());
        own.iter().any(|mail| mail.eq_ignore_ascii_case(bare))
    };
    shown.iter().filter(|word| !is_own(word)).cloned().collect()
}

/// The words of a look without the number behind "Version:", which is no day.
fn without_programs(shown: &[String]) -> Vec<String> {
    let numbered = |at: usize| {
        let after =
            at.checked_sub(1).and_then(|at| shown.get(at)).is_some_and(|word| word == "Version:" || word == "Versi:");
        after && shown[at].contains('.') && shown[at].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    (0..shown.len()).filter(|at| !numbered(*at)).map(|at| shown[at].clone()).collect()
}

/// The words of a look without those that the signature says itself, in their order; what it says is weighed apart.
fn without_said<'a>(shown: &[String], said: impl Iterator<Item = &'a str>) -> Vec<String> {
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
