//! What an update may say. A signature says who signed, when, where and why; whatever else is said with it, wherever a
//! viewer shows it, speaks about the decree, and is an addition to it.
//!
//! Reasons are made of listed words alone: none of them can say of a decree that it is void, other or bound to something.
//! Names and places are open, so that they are held against what a sentence would need: verbs, particles, sums, and the
//! listed words that are no names, also where they are misspelt, torn apart or written with other signs.

use std::collections::BTreeSet;

use naskah_core::catalog::Catalog;
use naskah_core::diag::Code;
use naskah_core::language::days::Tanggal;
use naskah_core::language::saat::Saat;
use naskah_core::language::{WordList, affixes};
use naskah_core::resolve::{Bentuk, Resolved};
use naskah_formats::pdf::{Sifat, Ucapan};

use super::kalimat;
use super::kedudukan::{self, Boleh, Kedudukan, Pihak, expanded};
use super::lapor::{Hasil, Jawaban, Selisih};
use super::waktu::{self, Waktu};

/// So many words has a name, or a place.
pub const NAME: usize = 14;

/// So many letters has a text.
const LONG: usize = 240;

/// From so many letters on a word that is torn apart is looked for.
const TORN: usize = 7;

/// What texts are weighed by.
pub struct Ukuran<'a> {
    pub catalog: &'a Catalog,
    /// Who signs the decree.
    pub pihak: Vec<Pihak>,
    /// Whom the office's file names besides.
    pub pejabat: Vec<Pihak>,
    /// The posts of all who sign.
    pub semua: Kedudukan,
    /// The words of the office's area.
    pub own_area: Vec<String>,
    /// The words of the posts of those who sign, of the office and its seat.
    pub office: BTreeSet<String>,
    /// The words of the names of those who sign, and of all whom the office's file names.
    pub people: BTreeSet<String>,
    /// The words of the province in which the office is.
    pub province: BTreeSet<String>,
    /// The decree's own number and year, and the word between them; what a copy calls itself.
    number: BTreeSet<String>,
    /// The day of the decree.
    day: Option<Tanggal>,
    /// The words of the decree's name.
    judul: Vec<String>,
    /// When the signatures were made.
    saat: Vec<Saat>,
}

/// Weighs what came with an update; an answer is only made worse.
pub fn weigh(jawaban: &mut Jawaban, ucapan: &BTreeSet<Ucapan>, ukuran: &Ukuran<'_>) {
    let foreign = ucapan.iter().filter(|one| !ukuran.allows(one));
    let found: Vec<Selisih> = foreign.map(|one| told(one, ukuran)).collect();
    if !found.is_empty() {
        jawaban.answer(Hasil::Berbeda, Code::PDF_BERBEDA);
        jawaban.perbedaan.extend(found);
    }
}

fn told(ucapan: &Ucapan, ukuran: &Ukuran<'_>) -> Selisih {
    let what = match ucapan.sifat {
        Sifat::Sandi => "nama yang bukan nama bidang atau program",
        Sifat::Nama => "nama yang bukan nama penanda tangan",
        Sifat::Tempat => "tempat yang bukan nama tempat",
        Sifat::Kontak => "alamat yang bukan alamat",
        Sifat::Alasan => "kata selain keterangan penandatanganan",
    };
    let at_fault = ukuran.at_fault(ucapan);
    let which = match at_fault.is_empty() {
        true if ucapan.teks.chars().count() > ukuran.longest() => format!(" (lebih dari {} huruf)", ukuran.longest()),
        true => String::new(),
        false => format!(" (\"{}\")", at_fault.join("\", \"")),
    };
    let remark = format!("ditambah {what}{which}, pada {}:", ucapan.letak);
    Selisih { menutupi: Some(ucapan.teks.clone()), ..Selisih::remark(None, &remark) }
}

/// A word in small letters, without the marks around it.
pub fn plain(word: &str) -> String {
    word.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase()
}

/// The words of a text, split at everything but letters and digits.
pub fn words(text: &str) -> Vec<&str> {
    text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

impl<'a> Ukuran<'a> {
    /// What belongs to a decree, some of whose signatures were made at these moments.
    pub fn new(resolved: &Resolved, saat: Vec<Saat>, catalog: &'a Catalog) -> Self {
        let lists = &catalog.kata().lists;
        let split = |text: &str| -> Vec<String> {
            text.split_whitespace().map(plain).chain(expanded(text, lists)).filter(|word| !word.is_empty()).collect()
        };
        let (kantor, keputusan) = (resolved.kantor(), resolved.keputusan());
        let pihak = kedudukan::pihak(resolved);
        let of_file = kantor.pejabat.values();
        let of_file = of_file.map(|one| Pihak { nama: one.nama.clone(), jabatan: one.jabatan.clone(), lain: false });
        let pejabat: Vec<Pihak> = of_file.collect();
        let all = || pihak.iter().chain(&pejabat);
        let people = all().flat_map(|one| one.nama.split_whitespace().map(plain).collect::<Vec<_>>()).collect();
        let seat = [kantor.tempat.clone(), kantor.nama_penuh(), kantor.wilayah.clone()];
        let office = all().map(|one| &one.jabatan).chain(&seat).flat_map(|text| split(text)).collect();
        let number = keputusan.nomor.iter().map(|nomor| nomor.as_plain().trim().to_owned());
        let copy = match resolved.edition().bentuk {
            Bentuk::Asli => "asli",
            Bentuk::Salinan => "salinan",
            Bentuk::Petikan => "petikan",
        };
        let number = number.chain([keputusan.tahun.value.to_string(), "tahun".to_owned(), copy.to_owned()]).collect();
        let area = catalog.wilayah().called(&kantor.wilayah);
        let province = area.and_then(|area| catalog.wilayah().province_of(area)).map(|province| province.nama_penuh());
        let province = province.iter().flat_map(|text| split(text)).collect();
        let day = keputusan.ditetapkan.tanggal.as_ref().map(|day| day.value);
        let semua = Kedudukan::of_everybody(&pihak, lists);
        let own_area = expanded(&kantor.wilayah, lists);
        let judul = words(&keputusan.tentang.as_plain()).into_iter().map(str::to_lowercase).collect();
        Self { catalog, pihak, pejabat, semua, own_area, office, people, province, number, day, judul, saat }
    }

    /// The day of the decree.
    pub fn hari(&self) -> Option<Tanggal> {
        self.day
    }

    /// Takes the moments out of a text; the day of the decree is no other than a signature's `own`.
    pub fn moments(&self, text: &str, own: &[Saat]) -> Waktu {
        waktu::moments(text, own, self.day, &self.catalog.kata().lists)
    }

    /// Whether a text may come with a signature.
    pub fn allows(&self, ucapan: &Ucapan) -> bool {
        let text = ucapan.teks.trim();
        let shown = text.chars().all(|char| is_plain(char) || char == '\n' || char == '\r');
        if !shown || text.chars().count() > self.longest() {
            return false;
        }
        let bare = self.without_title(text);
        let text = bare.trim();
        let waktu = self.moments(text, &[]);
        let timed = |text: &str| {
            let own = |saat: &Saat| self.moments(text, std::slice::from_ref(saat)).lain.is_empty();
            !waktu.ada || waktu.lain.is_empty() || self.saat.iter().any(own)
        };
        let in_proof = ucapan.letak == "sertifikat";
        let may = if matches!(ucapan.sifat, Sifat::Tempat | Sifat::Kontak) { Boleh::Tempat } else { Boleh::Sendiri };
        let spaced = match (ucapan.sifat, ucapan.letak.as_str()) {
            (Sifat::Sandi, "T") => pieces_of_field(text).join(" "),
            (Sifat::Sandi, _) => pieces(text).join(" "),
            _ => text.to_owned(),
        };
        if !in_proof && self.objection(&spaced, may, &self.semua, "").is_some() {
            return false;
        }
        match ucapan.sifat {
            Sifat::Sandi if ucapan.letak == "T" && self.another_person(&spaced, "", true).is_some() => false,
            Sifat::Sandi => self.is_code(text) && !self.numbers_otherwise(&spaced_figures(text)),
            Sifat::Nama => !waktu.ada && self.is_claimless_name(text, in_proof),
            Sifat::Tempat => timed(text) && self.is_claimless_place(&waktu.sisa, in_proof),
            Sifat::Kontak => self.strange_contact(text, in_proof).is_none(),
            Sifat::Alasan => timed(text) && !self.numbers_otherwise(text) && self.is_reason(&waktu.sisa),
        }
    }

    /// The words for which a text may not come with a signature, as far as they can be told.
    fn at_fault(&self, ucapan: &Ucapan) -> Vec<String> {
        let bare = self.without_title(&ucapan.teks);
        let in_proof = ucapan.letak == "sertifikat";
        let may = if matches!(ucapan.sifat, Sifat::Tempat | Sifat::Kontak) { Boleh::Tempat } else { Boleh::Sendiri };
        if let Some(named) = self.objection(&bare, may, &self.semua, "").filter(|_| !in_proof) {
            return vec![named];
        }
        match ucapan.sifat {
            Sifat::Alasan => self.unlisted(&self.moments(&bare, &[]).sisa),
            Sifat::Tempat => self.no_places(&bare),
            Sifat::Kontak => self.strange_contact(&bare, in_proof).map_or_else(Vec::new, |part| self.no_places(&part)),
            Sifat::Nama | Sifat::Sandi => {
                let strange = |part: &&str| self.is_of_a_sentence(part, in_proof);
                words(&bare).into_iter().filter(strange).map(str::to_lowercase).collect()
            }
        }
    }

    /// So many letters has a text that may name the decree.
    fn longest(&self) -> usize {
        LONG + self.judul.iter().map(|word| word.chars().count() + 1).sum::<usize>()
    }

    /// A text without the decree's name, or a part of it behind "tentang" that says nothing by itself.
    fn without_title(&self, text: &str) -> String {
        /// So many words of it are its name.
        const FEW: usize = 2;
        let parts: Vec<&str> = text.split_whitespace().collect();
        let folded: Vec<String> =
            parts.iter().map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
        let Some(from) = folded.iter().position(|word| word == "tentang").map(|at| at + 1) else {
            return text.to_owned();
        };
        let rest = folded.get(from..).unwrap_or_default();
        let run = (FEW..=rest.len()).rev().find(|count| {
            let part = rest.get(..*count).unwrap_or_default();
            let whole = part == self.judul;
            whole || (self.judul.windows(*count).any(|own| own == part) && !part.iter().any(|word| self.speaks(word)))
        });
        match run {
            Some(count) => {
                [parts.get(..from - 1), parts.get(from + count..)].map(Option::unwrap_or_default).concat().join(" ")
            }
            None => text.to_owned(),
        }
    }

    /// Whether a text is a name that names no number or part of a decree, and no other office.
    pub fn is_claimless_name(&self, text: &str, in_proof: bool) -> bool {
        /// Issuers tell their certificates apart by figures: `Kelas 2`, `Responder 2025 1`.
        const FIGURES: usize = 2;
        let parts: Vec<String> = words(text).into_iter().map(str::to_lowercase).collect();
        let short = |part: &&String| part.len() < 16 && part.bytes().all(|b| b.is_ascii_digit());
        let figures = parts.iter().filter(short).count();
        let few = in_proof && figures <= FIGURES && figures < parts.len();
        let of_decree = |part: &String| matches!(part.as_str(), "nomor" | "tanggal" | "tahun" | "halaman" | "diktum");
        (figures == 0 || few || is_staff_number_in_parts(&parts))
            && !parts.iter().any(of_decree)
            && !(in_proof && self.is_of_another_office(text))
            && self.is_name(text, in_proof)
    }

    /// Whether a text names a number that is not the decree's, or a part of a decree.
    pub fn numbers_otherwise(&self, text: &str) -> bool {
        let parts: Vec<String> = words(text).into_iter().map(str::to_lowercase).collect();
        parts.windows(2).any(|pair| match pair {
            [head, part] => match head.as_str() {
                "halaman" | "diktum" => true,
                "nomor" => !self.number.contains(part),
                _ => false,
            },
            _ => false,
        })
    }

    /// Whether a text of a proof names a post or a body that does not sign decrees of the commission, or another of its
    /// offices but that of the province.
    pub fn is_of_another_office(&self, text: &str) -> bool {
        /// Words by which offices of the commission are known, and those of their levels.
        const BODY: [&str; 3] = ["kpu", "kip", "komisi"];
        const LEVELS: [&str; 3] = ["kabupaten", "kota", "provinsi"];
        let parts: Vec<String> = words(text).into_iter().map(str::to_lowercase).collect();
        let own = |part: &String| self.is_of_the_area(part);
        let other = |part: &&String| {
            LEVELS.contains(&part.as_str())
                || (self.catalog.wilayah().is_place_name(part) && !self.people.contains(*part))
        };
        let commission = parts.iter().any(|part| BODY.contains(&part.as_str()));
        parts
            .iter()
            .filter(|part| !own(part))
            .any(|part| self.has(WordList::PenandaTanganLain, part) || (commission && other(&part)))
    }

    /// Whether a word is one that statements of signing are made of, or is known of those who sign and their office.
    pub fn is_usual(&self, word: &str) -> bool {
        self.has(WordList::TandaElektronik, word) || self.office.contains(word) || is_staff_number(word)
    }

    /// Whether a word is a number or a year of the decree.
    pub fn is_number(&self, word: &str) -> bool {
        self.number.contains(word)
    }

    /// Whether a word may stand in the name of an office or a post, and in no name of a person.
    pub fn is_common(&self, word: &str) -> bool {
        let kata = self.catalog.kata();
        let named = self.catalog.wilayah().is_place_name(word) || (kata.knows(word) && !kata.is_name(word));
        word.is_empty() || self.is_usual(word) || is_person_number(word) || (named && !self.people.contains(word))
    }

    /// Whether a word stands in a list.
    pub fn has(&self, list: WordList, word: &str) -> bool {
        self.catalog.kata().lists.has(list, word)
    }

    pub fn is_own(&self, word: &str) -> bool {
        word.is_empty() || self.is_usual(word) || self.people.contains(word)
    }

    /// Whether a word would say something about a decree, however it is written.
    pub fn speaks(&self, word: &str) -> bool {
        let kata = self.catalog.kata();
        let listed = |word: &str| kata.lists.has(WordList::BukanPenandaTangan, word);
        let word = unmasked(&plain(word));
        let backwards: String = word.chars().rev().collect();
        if listed(&word) || (word.len() >= TORN && listed(&backwards)) {
            return true;
        }
        if self.is_own(&word) || kata.is_name(&word) || self.catalog.wilayah().is_place_name(&word) {
            return false;
        }
        let derived = affixes::is_regular(&word, &[], &listed);
        derived || (!kata.knows(&word) && word.len() >= TORN && kata.near(&word).iter().any(|near| listed(near)))
    }

    /// Whether a listed word stands in a text that is torn into parts.
    pub fn speaks_torn(&self, text: &str) -> bool {
        let joined = unmasked(&words(text).concat().to_lowercase());
        let lists = &self.catalog.kata().lists;
        lists
            .entries(WordList::BukanPenandaTangan)
            .iter()
            .any(|word| word.len() >= TORN && joined.contains(word.as_str()))
    }

    /// Whether a word is a verb or a particle, of which no name is made.
    pub fn is_no_name(&self, word: &str) -> bool {
        /// The verbs of sentences begin so.
        const VERBS: [&str; 4] = ["di", "me", "ber", "ter"];
        let kata = self.catalog.kata();
        let verb = VERBS.iter().any(|head| word.starts_with(head)) && !kata.is_stem(word) && kata.knows(word);
        let asks = word.ends_with("kan") && !kata.is_stem(word) && kata.knows(word);
        verb || asks
            || kata.lists.has(WordList::BukanNama, word)
            || (kata.lists.has(WordList::Partikel, word) && !matches!(word, "dan" | "di" | "dari"))
    }

    /// Whether a text is a name that programs give.
    pub fn is_code(&self, text: &str) -> bool {
        /// So many words of the language may a name hold that are not those of signing.
        const COMMON: usize = 2;
        let parts = pieces(text);
        let strange = |part: &&String| part.len() > 2 && !self.is_own(part);
        let strange: Vec<&String> = parts.iter().filter(strange).collect();
        let kata = self.catalog.kata();
        let common = strange.iter().filter(|part| kata.knows(part) && !kata.is_name(part)).count();
        common <= COMMON
            && !text.split_whitespace().any(is_sum)
            && !text.split(|char: char| !char.is_ascii_digit()).any(is_round)
            && !strange.iter().any(|part| self.speaks(part) || self.is_no_name(part))
            && !parts.iter().any(|part| self.has(WordList::BukanPenandaTangan, part))
            && !self.speaks_torn(text)
    }

    /// Whether a text is an address of the web and nothing else. The name of a host is its owner's: short words in it are
    /// parts of names.
    pub fn is_address(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) else { return false };
        let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let plain = text.chars().all(|char| char.is_ascii_graphic()) && text.len() <= LONG;
        // What stands before `@` looks like the host and is none.
        plain && !host.contains('@') && is_named_host(host) && self.is_host(host) && self.is_code(path)
    }

    pub fn is_host(&self, host: &str) -> bool {
        pieces(host).iter().all(|part| part.len() < TORN || !self.speaks(part)) && !self.speaks_torn(host)
    }

    /// Whether a text is the name of a person or a body.
    fn is_name(&self, text: &str, in_proof: bool) -> bool {
        let parts = words(text);
        let strange: Vec<&str> = parts.into_iter().filter(|part| !self.is_own(&part.to_lowercase())).collect();
        strange.len() <= NAME
            && !is_amount(text)
            && !strange.iter().any(|part| self.is_of_a_sentence(part, in_proof))
            && (names_a_body(text) || self.names_a_part(text) || !self.is_prose(&strange, text))
            && (strange.is_empty() || !self.speaks_torn(text))
    }

    /// Whether a text is written as the name of a part of an office: `Divisi Perencanaan, Data dan Informasi`.
    fn names_a_part(&self, text: &str) -> bool {
        let mut parts = words(text).into_iter();
        let head = parts.next().is_some_and(|head| self.has(WordList::UnitKerja, &head.to_lowercase()));
        head && text.starts_with(char::is_uppercase)
            && parts.all(|part| part == "dan" || part.starts_with(char::is_uppercase))
    }

    /// Whether a word stands in sentences and in no name.
    fn is_of_a_sentence(&self, part: &str, in_proof: bool) -> bool {
        let word = part.to_lowercase();
        let least = if in_proof { 5..12 } else { 0..12 };
        let number = word.bytes().all(|b| b.is_ascii_digit()) && least.contains(&word.len());
        number || is_masked(part) || self.speaks(&word) || self.is_no_name(&word)
    }

    /// Whether words are common ones, written as names are not: several of them and nothing else, or in small letters.
    fn is_prose(&self, strange: &[&str], text: &str) -> bool {
        /// From so many common words on there is a word among them that is none.
        const SEVERAL: usize = 3;
        let kata = self.catalog.kata();
        let is_common = |part: &&&str| {
            let word = part.to_lowercase();
            word.len() > 2 && kata.knows(&word) && !kata.is_name(&word)
        };
        let common: Vec<&&str> = strange.iter().filter(is_common).collect();
        let long = strange.iter().filter(|part| part.len() > 2).count();
        let small = common.iter().any(|part| part.starts_with(char::is_lowercase));
        (common.len() >= SEVERAL && common.len() == long)
            || (small && (text.contains(char::is_uppercase) || common.len() > 1))
    }

    /// Whether a text is made of the words in which reasons are given.
    fn is_reason(&self, text: &str) -> bool {
        self.unlisted(text).is_empty() && !is_amount(text)
    }

    /// The words of a text in which no reasons are given.
    fn unlisted(&self, text: &str) -> Vec<String> {
        let shown: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let text = kalimat::without(&shown, WordList::FrasaElektronik, &self.catalog.kata().lists).0.join(" ");
        let text = text.as_str();
        let due = |part: &String| {
            let signs = self.has(WordList::TandaElektronik, part) || self.is_own(part) || self.is_of_the_area(part);
            signs || self.has(WordList::AlasanElektronik, part) || self.number.contains(part)
        };
        // Marks turn what they stand at into a question, or into its opposite.
        let marks = text.chars().filter(|char| DOUBTS.contains(*char)).map(String::from);
        words(text).into_iter().map(str::to_lowercase).filter(|part| !due(part)).chain(marks).collect()
    }
}

/// Marks of questions, of negation and of words that are struck out.
const DOUBTS: &str = "?!¬≠~";

/// Whether a host, perhaps with its port, is a name with a dot: neither nothing nor a number.
fn is_named_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let labels: Vec<&str> = name.split('.').collect();
    let label = |label: &&str| {
        let sound = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        sound && !label.is_empty() && !label.starts_with('-') && !label.ends_with('-')
    };
    let top = labels.last().is_some_and(|top| top.len() > 1 && top.starts_with(|c: char| c.is_ascii_alphabetic()));
    labels.len() > 1 && top && labels.iter().all(label) && !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a text is written as the name of a body of the state, whose words are common ones: `Kementerian Komunikasi dan
/// Informatika` vouches for the certificates of all who sign.
pub fn names_a_body(text: &str) -> bool {
    let mut parts = words(text).into_iter();
    let bodies = ["Kementerian", "Badan", "Balai", "Lembaga", "Dinas"];
    parts.next().is_some_and(|head| bodies.contains(&head) || head == "Direktorat")
        && parts.all(|part| matches!(part, "dan" | "dan/atau") || part.starts_with(char::is_uppercase))
}

/// Whether a sign is one that is seen as it is: no control, no direction, no letters of other scripts that look like ours.
fn is_plain(char: char) -> bool {
    let latin = matches!(char, ' '..='~' | '\u{A0}'..='\u{24F}') && char != '\u{AD}';
    latin || matches!(char, '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201D}' | '\u{2022}' | '\u{2026}')
}

/// Whether a text holds a sum: groups of three digits, or the sign of money.
pub fn is_amount(text: &str) -> bool {
    let grouped = |word: &str| {
        let parts: Vec<&str> = word.trim_end_matches(['.', ',']).split(['.', ',']).collect();
        parts.len() > 1 && parts.iter().skip(1).any(|part| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit()))
    };
    let money = |word: &str| {
        word.to_lowercase()
            .strip_prefix("rp")
            .is_some_and(|rest| rest.trim_matches('.').bytes().all(|b| b.is_ascii_digit() || b".,".contains(&b)))
    };
    text.split_whitespace().any(|word| grouped(word) || money(word))
}

/// Whether a word is a number in groups of three digits, as versions of programs seldom are.
fn is_sum(word: &str) -> bool {
    let bare = word.trim_matches(|char: char| !char.is_ascii_digit());
    let groups: Vec<&str> = bare.split(',').next().unwrap_or_default().split('.').collect();
    let digits = |group: &&str| group.bytes().all(|b| b.is_ascii_digit());
    let first = groups.first().is_some_and(|first| (1..=3).contains(&first.len()));
    first && groups.len() > 1 && groups.iter().all(digits) && groups.iter().skip(1).all(|group| group.len() == 3)
}

/// Whether digits are a round number of thousands, as sums are and hardly any name that programs give; those of seconds
/// since 1970 are more.
fn is_round(digits: &str) -> bool {
    (5..=9).contains(&digits.len()) && digits.ends_with("000")
}

/// Whether letters are mixed as no name mixes them: with digits but for a few at the end (`G2`), or a capital after a small
/// letter but for `Mc`.
pub fn is_masked(word: &str) -> bool {
    /// So many digits may end a word.
    const COUNT: usize = 4;
    let bare = word.trim_end_matches(|char: char| char.is_ascii_digit());
    let digits =
        !bare.is_empty() && (word.len() - bare.len() > COUNT || bare.chars().any(|char| char.is_ascii_digit()));
    let chars: Vec<char> = word.chars().collect();
    let turned = chars.windows(2).skip(1).any(|pair| matches!(pair, [a, b] if a.is_lowercase() && b.is_uppercase()));
    let small_first = matches!(chars[..], [a, b, ..] if a.is_lowercase() && b.is_uppercase());
    let prefix = ["Mc", "Mac", "De", "La", "Di"].iter().any(|head| word.starts_with(head));
    digits || (turned && !prefix) || small_first
}

/// A word with the digits that look like letters read as those.
fn unmasked(word: &str) -> String {
    if !word.chars().any(char::is_alphabetic) {
        return word.to_owned();
    }
    let letter = |char: char| match char {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        other => other,
    };
    word.chars().map(letter).collect()
}

/// A text with its words and its figures apart: `Nomor5` is `Nomor 5`.
fn spaced_figures(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for char in text.chars() {
        if before.is_ascii_digit() != char.is_ascii_digit() {
            out.push(' ');
        }
        out.push(char);
        before = char;
    }
    out
}

/// The parts of a name that programs give: `TandaTangan_Ketua1` is `tanda`, `tangan`, `ketua`.
fn pieces(text: &str) -> Vec<String> {
    let parts = parted(text, |before, char, _| char.is_uppercase() && before.is_lowercase());
    parts.into_iter().map(|part| part.to_lowercase()).collect()
}

/// The same of a name that an office gives, as it is written, in which abbreviations stand before words: `KPUKabSolok` is
/// `KPU`, `Kab`, `Solok`.
fn pieces_of_field(text: &str) -> Vec<String> {
    parted(text, |before, char, after| {
        char.is_uppercase() && (before.is_lowercase() || (before.is_uppercase() && after.is_lowercase()))
    })
}

/// The parts of a text, without signs and figures; a new one begins where that is told of a letter with
/// the one before and the one after it.
fn parted(text: &str, begins: fn(char, char, char) -> bool) -> Vec<String> {
    let mut out = vec![String::new()];
    let (mut before, mut chars) = (' ', text.chars().peekable());
    while let Some(char) = chars.next() {
        if !char.is_alphabetic() || begins(before, char, chars.peek().copied().unwrap_or(' ')) {
            out.push(String::new());
        }
        if let (true, Some(last)) = (char.is_alphabetic(), out.last_mut()) {
            last.push(char);
        }
        before = char;
    }
    out.retain(|part| !part.is_empty());
    out
}

/// Whether a word is the number of a civil servant: day of birth, month of appointment, sex, number.
pub fn is_staff_number(word: &str) -> bool {
    let year = |at: usize| word.get(at..at + 2).is_some_and(|century| matches!(century, "19" | "20"));
    word.len() == 18 && word.bytes().all(|byte| byte.is_ascii_digit()) && year(0) && year(8)
}

/// Whether a word is a number by which the state knows a person.
pub fn is_person_number(word: &str) -> bool {
    is_staff_number(word) || (word.len() == 16 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a word is an academic degree by its form: a letter, and few behind a full stop or two (`S.H.`, `M.Si`, `A.Md.Kom`).
pub fn is_degree(word: &str) -> bool {
    let parts: Vec<&str> = word.trim_matches(['.', ',']).split('.').collect();
    let short = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    let capital = |part: &&str| part.starts_with(|char: char| char.is_ascii_uppercase());
    let first = parts.first().is_some_and(|first| first.len() == 1 || *first == "Ph");
    first && (2..=3).contains(&parts.len()) && parts.iter().all(|part| short(part) && capital(part))
}

/// Whether words hold the number of a civil servant in its four parts.
pub fn is_staff_number_in_parts(words: &[String]) -> bool {
    words.windows(4).any(|four| is_staff_number(&four.concat()))
}

#[cfg(test)]
mod tests;
