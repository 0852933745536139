//! Offices, posts and names: which of them the texts of a signature may name. One table holds for every such text, wherever
//! a viewer shows it, and one function decides.

use std::collections::BTreeSet;

use naskah_core::language::WordList;
use naskah_formats::pdf::{Isian, Pemilik, Penanda};

use super::kalimat;
use super::kedudukan::{Boleh, Kedudukan, expanded};
use super::ucapan::{Ukuran, is_degree, is_person_number, plain};

/// Every text of a signature, what it is called, and what it may name; the `owner` of a time stamp's certificate is its issuer.
pub fn texts<'a>(penanda: &'a Penanda, owner: Option<&'a Pemilik>) -> Vec<(&'static str, &'a str, Boleh)> {
    /// What certificates say, by the name of its attribute.
    const OF_CERTIFICATES: [(&str, Isian, Boleh); 10] = [
        ("O", Isian::Lembaga, Boleh::Lembaga),
        ("OU", Isian::Unit, Boleh::Lembaga),
        ("title", Isian::Jabatan, Boleh::Jabatan),
        ("nama lain", Isian::Orang, Boleh::Orang),
        ("L atau ST", Isian::Tempat, Boleh::Wilayah),
        ("C", Isian::Negara, Boleh::Negara),
        ("nomor sertifikat", Isian::Nomor, Boleh::Keterangan),
        ("keterangan sertifikat", Isian::Keterangan, Boleh::Keterangan),
        ("perluasan sertifikat", Isian::Perluasan, Boleh::Keterangan),
        ("isian sertifikat", Isian::Lain, Boleh::Keterangan),
    ];
    let mut out = vec![
        ("Reason", penanda.alasan.as_str(), Boleh::Sendiri),
        ("Location", &penanda.tempat, Boleh::Tempat),
        ("ContactInfo", &penanda.kontak, Boleh::Tempat),
        ("Name", &penanda.nama, Boleh::Sendiri),
    ];
    if let Some(owner) = owner {
        out.push(("CN", &owner.nama, Boleh::Sendiri));
        for (name, kind, may) in OF_CERTIFICATES {
            out.extend(owner.isian(kind).map(|text| (name, text, may)));
        }
    }
    out
}

/// How certificates name the country of whom they are for.
const COUNTRY: &str = "ID";

/// The body of whoever signs beside the commission, and its parts.
const OF_GOVERNMENTS: [&str; 2] = ["pemerintah", "dinas"];

/// Words behind which the name of an area stands.
const LEVELS: [&str; 5] = ["kabupaten", "kota", "provinsi", "kecamatan", "pusat"];

impl Ukuran<'_> {
    /// What a text names that it may not: words of another office, post or person.
    pub fn objection(&self, text: &str, may: Boleh, whose: &Kedudukan, owner: &str) -> Option<String> {
        let lists = &self.catalog.kata().lists;
        let shown: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let words = expanded(&kalimat::without(&shown, WordList::FrasaElektronik, lists).0.join(" "), lists);
        let whole = words.join(" ");
        if may == Boleh::Lembaga && lists.has(WordList::InstansiSertifikat, &whole) {
            return None;
        }
        let of_area = |word: &String| LEVELS.contains(&word.as_str()) || self.is_of_the_area(word);
        if may == Boleh::Wilayah && words.iter().all(of_area) {
            return None;
        }
        let found = self.another_post(&words, whose).or_else(|| self.another_office(&words, may, whose));
        found.or_else(|| match may {
            Boleh::Sendiri | Boleh::Tempat => None,
            Boleh::Lembaga => {
                // Behind a word for a part of an area stands its name.
                let named = |at: usize| {
                    let before = words.get(..at).unwrap_or_default();
                    whose.lain && before.iter().any(|word| self.has(WordList::TempatKecil, word))
                };
                let strange =
                    words.iter().enumerate().find(|(at, word)| !self.is_of_the_body(word, whose) && !named(*at));
                strange.map(|_| text.to_owned())
            }
            Boleh::Jabatan => words.iter().find(|word| !self.is_of_the_post(word, whose)).cloned(),
            Boleh::Orang => {
                let own = names(self, owner);
                names(self, text).into_iter().find(|word| !own.contains(word))
            }
            Boleh::Negara => (!text.trim().eq_ignore_ascii_case(COUNTRY)).then(|| text.to_owned()),
            Boleh::Keterangan => self.another_person(text, owner, false),
            Boleh::Wilayah => {
                let places = self.catalog.wilayah();
                let strange = |word: &&String| places.is_place_name(word) && !self.is_of_the_area(word);
                words.iter().find(strange).cloned()
            }
        })
    }

    /// A word of a text, in whatever form, that is a name of a person and not of the `owner`; codes are none,
    /// and what programs call their parts is no name where it is one word.
    pub fn another_person(&self, text: &str, owner: &str, of_program: bool) -> Option<String> {
        let (kata, own) = (self.catalog.kata(), names(self, owner));
        let parts =
            text.split(|char: char| !char.is_alphanumeric()).filter(|part| part.chars().all(char::is_alphabetic));
        let words: Vec<(String, bool)> = parts
            .filter(|part| part.chars().count() > 2)
            .map(|part| (part.to_lowercase(), part.starts_with(char::is_uppercase)))
            .collect();
        let signing = |word: &str| self.is_usual(word) || self.has(WordList::AlasanElektronik, word);
        let known = |word: &str| own.contains(word) || signing(word) || self.is_of_the_area(word);
        let called = |word: &str| kata.is_name(word) || self.people.contains(word);
        let is_name =
            |(word, capital): &(String, bool)| !known(word) && !self.is_unit(word) && (called(word) || *capital);
        let written = |word: &str| parts_written_as_names(text).any(|part| part.eq_ignore_ascii_case(word));
        let alone = |one: &&(String, bool)| {
            is_name(one) && !kata.knows(&one.0) && (called(&one.0) || (!of_program && written(&one.0)))
        };
        // Two words that say nothing of signing stand there as a name does.
        let beside = words.windows(2).find(|two| two.iter().all(is_name)).and_then(|two| two.first());
        words.iter().find(alone).or(beside).map(|(word, _)| word.clone())
    }

    /// Whether a word is one of a part of an office.
    fn is_unit(&self, word: &str) -> bool {
        self.has(WordList::UnitKerja, word) || self.catalog.wilayah().is_place_name(word)
    }

    /// A word of a post that is not the signer's.
    fn another_post(&self, words: &[String], whose: &Kedudukan) -> Option<String> {
        let own = |word: &String| whose.has(word) || whose.nama.contains(word);
        for (at, word) in words.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", String::as_str);
            let after = words.get(at + 1).map_or("", String::as_str);
            let acting = matches!((word.as_str(), after), ("atas", "nama") | ("untuk", "beliau"));
            if acting && !whose.has_in_order(&[word, after]) {
                return Some(format!("{word} {after}"));
            }
            // The chair is a member, too.
            let too = before == "merangkap" && whose.has("ketua");
            let beside = whose.lain && OF_GOVERNMENTS.contains(&word.as_str());
            let post = self.has(WordList::KataJabatan, word) || self.has(WordList::PenandaTanganLain, word);
            let post = post && !beside;
            if post && !own(word) && !too {
                return Some(word.clone());
            }
            if post && !whose.nama.contains(word) && !whose.holds(word, after, words.get(..at).unwrap_or_default()) {
                return Some(format!("{word} {after}").trim().to_owned());
            }
        }
        None
    }

    /// The name of an office of the commission, or of an area, that is not the decree's.
    fn another_office(&self, words: &[String], may: Boleh, whose: &Kedudukan) -> Option<String> {
        for (at, word) in words.iter().enumerate() {
            let body = ["komisi pemilihan umum", "komisi independen pemilihan"].iter().find(|body| {
                let body: Vec<&str> = body.split(' ').collect();
                words.get(at..at + body.len()).is_some_and(|part| part == body)
            });
            // Parts of an area are told by nobody but those who sign beside the commission.
            let part = whose.lain && self.has(WordList::TempatKecil, word);
            let level = LEVELS.contains(&word.as_str()) && may != Boleh::Tempat && !whose.has(word) && !part;
            let begins = match body {
                // The commission has another name in one province.
                Some(body) if body.contains("independen") && !self.office.contains("independen") => {
                    return Some((*body).to_owned());
                }
                Some(body) => at + body.split(' ').count(),
                None if level => at,
                None => continue,
            };
            let area: Vec<&String> =
                words.get(begins..)?.iter().take_while(|word| self.is_part_of_an_area(word, whose)).collect();
            let named = area.iter().any(|word| self.own_area.last() == Some(word));
            let around = |word: &String| (named || whose.lain) && self.province.contains(word);
            let own = |word: &String| self.office.contains(word) || whose.has(word) || around(word);
            let next = words.get(begins).filter(|_| body.is_some() && area.is_empty());
            if let Some(next) = next.filter(|next| self.is_no_word(next, whose)) {
                return Some(format!("{} {next}", body.unwrap_or(&"")));
            }
            if !area.iter().all(|word| own(word)) {
                let all = body.into_iter().copied().chain(area.iter().map(|word| word.as_str()));
                return Some(all.collect::<Vec<_>>().join(" "));
            }
        }
        None
    }

    /// Whether a certificate's text names an office above the decree's, which another text of it names.
    pub fn is_above(&self, text: &str, owner: &Pemilik) -> bool {
        let lists = &self.catalog.kata().lists;
        let area = |text: &str| {
            let whole = expanded(text, lists).join(" ");
            let area = whole.strip_prefix("komisi pemilihan umum ")?;
            Some(area.split(' ').map(str::to_owned).collect::<Vec<String>>())
        };
        let above = |word: &String| {
            ["republik", "indonesia", "provinsi"].contains(&word.as_str()) || self.province.contains(word)
        };
        let own = |text: &str| {
            area(text).is_some_and(|area| {
                area.last() == self.own_area.last() && area.iter().all(|word| self.office.contains(word))
            })
        };
        let beside = || [Isian::Lembaga, Isian::Unit].into_iter().any(|kind| owner.isian(kind).any(own));
        area(text).is_some_and(|area| area.iter().all(above)) && beside()
    }

    /// Whether a word behind the commission's name is nothing that is known, and so an area in short.
    fn is_no_word(&self, word: &str, whose: &Kedudukan) -> bool {
        let usual =
            self.is_usual(word) || self.has(WordList::KepalaKontak, word) || self.has(WordList::AlasanElektronik, word);
        let own =
            self.is_of_the_area(word) || whose.has(word) || self.people.contains(word) || whose.nama.contains(word);
        let title = self.has(WordList::GelarPenandaTangan, word);
        word.len() > 2
            && word.chars().all(char::is_alphabetic)
            && !(usual || own || title || self.catalog.kata().knows(word))
    }

    fn is_part_of_an_area(&self, word: &str, whose: &Kedudukan) -> bool {
        /// What names of areas hold besides, and how the whole country is called.
        const PARTS: [&str; 4] = ["barat", "timur", "republik", "indonesia"];
        let place = || self.catalog.wilayah().is_place_name(word) && !whose.nama.contains(word);
        LEVELS.contains(&word) || PARTS.contains(&word) || place()
    }

    /// Whether a word is of the decree's office, its seat, or the province around it.
    pub fn is_of_the_area(&self, word: &str) -> bool {
        self.office.contains(word) || self.province.contains(word)
    }

    fn is_of_the_body(&self, word: &str, whose: &Kedudukan) -> bool {
        let unit = self.office.contains(word) || self.has(WordList::UnitKerja, word) || word == "dan";
        let of_government = OF_GOVERNMENTS.contains(&word) || self.has(WordList::TempatKecil, word);
        let named = self.catalog.wilayah().is_place_name(word) || self.catalog.kata().knows(word);
        let beside = whose.lain && (of_government || named || self.is_of_the_area(word));
        unit || whose.has(word) || beside
    }

    fn is_of_the_post(&self, word: &str, whose: &Kedudukan) -> bool {
        self.is_of_the_body(word, whose)
            || self.has(WordList::TandaElektronik, word)
            || self.has(WordList::GelarPenandaTangan, word)
    }
}

/// The words of a text that are written as names are: a capital, and small letters behind it.
fn parts_written_as_names(text: &str) -> impl Iterator<Item = &str> {
    /// Shorter ones are codes.
    const LEAST: usize = 5;
    let parts = text.split(|char: char| !char.is_alphanumeric()).filter(|part| part.chars().count() >= LEAST);
    parts.filter(|part| part.chars().skip(1).all(char::is_lowercase) && part.starts_with(char::is_uppercase))
}

/// The words of a text that are names: no titles, posts, numbers of persons, nor what statements of signing are made of.
pub fn names(ukuran: &Ukuran<'_>, text: &str) -> BTreeSet<String> {
    let is_name = |word: &String| {
        let usual = ukuran.has(WordList::TandaElektronik, word) || ukuran.office.contains(word);
        !(word.is_empty() || is_title(ukuran, word) || usual || is_person_number(word))
    };
    parts(text).filter(|word| !is_degree(word)).map(plain).filter(is_name).collect()
}

/// The words of a name.
pub fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| char.is_whitespace() || ",;/".contains(char))
}

/// Whether a word is a title.
pub fn is_title(ukuran: &Ukuran<'_>, word: &str) -> bool {
    ukuran.has(WordList::GelarPenandaTangan, &word.replace('.', ""))
}
