//! Offices, posts and names: which of them the texts of a signature may name. One table holds for every such text, wherever
//! a viewer shows it, and one function decides.

use std::collections::BTreeSet;

use naskah_core::language::WordList;
use naskah_formats::pdf::{Isian, Pemilik, Penanda};

use super::kedudukan::{Boleh, Kedudukan, expanded};
use super::ucapan::{Ukuran, is_degree, is_person_number, plain};

/// Every text of a signature, what it is called, and what it may name; the `owner` of a time stamp's certificate is its issuer.
pub fn texts<'a>(penanda: &'a Penanda, owner: Option<&'a Pemilik>) -> Vec<(&'static str, &'a str, Boleh)> {
    /// What certificates say, by the name of its attribute.
    const OF_CERTIFICATES: [(&str, Isian, Boleh); 5] = [
        ("O", Isian::Lembaga, Boleh::Lembaga),
        ("OU", Isian::Unit, Boleh::Lembaga),
        ("title", Isian::Jabatan, Boleh::Jabatan),
        ("nama lain", Isian::Orang, Boleh::Orang),
        ("L", Isian::Tempat, Boleh::Wilayah),
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

/// Words behind which the name of an area stands.
const LEVELS: [&str; 5] = ["kabupaten", "kota", "provinsi", "kecamatan", "pusat"];

impl Ukuran<'_> {
    /// What a text names that it may not: words of another office, post or person.
    pub fn objection(&self, text: &str, may: Boleh, whose: &Kedudukan, owner: &str) -> Option<String> {
        let lists = &self.catalog.kata().lists;
        // Letters of an office are called so, whatever "dinas" is elsewhere.
        let mut words = expanded(text, lists);
        if let Some(at) = words.windows(2).position(|two| two[0] == "naskah" && two[1] == "dinas") {
            words.drain(at..at + 2);
        }
        let whole = words.join(" ");
        if may == Boleh::Lembaga && lists.has(WordList::InstansiSertifikat, &whole) {
            return None;
        }
        let found = self.another_post(&words, whose).or_else(|| self.another_office(&words, may, whose));
        found.or_else(|| match may {
            Boleh::Sendiri | Boleh::Tempat => None,
            Boleh::Lembaga => words.iter().find(|word| !self.is_of_the_body(word, whose)).map(|_| text.to_owned()),
            Boleh::Jabatan => words.iter().find(|word| !self.is_of_the_post(word, whose)).cloned(),
            Boleh::Orang => {
                let own = names(self, owner);
                names(self, text).into_iter().find(|word| !own.contains(word))
            }
            Boleh::Wilayah => {
                let places = self.catalog.wilayah();
                let strange = |word: &&String| places.is_place_name(word) && !self.is_of_the_area(word);
                words.iter().find(strange).cloned()
            }
        })
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
            let post = self.has(WordList::KataJabatan, word) || self.has(WordList::PenandaTanganLain, word);
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
            let level = LEVELS.contains(&word.as_str()) && may != Boleh::Tempat && !whose.has(word);
            let begins = match body {
                Some(body) => at + body.split(' ').count(),
                None if level => at,
                None => continue,
            };
            let area: Vec<&String> =
                words.get(begins..)?.iter().take_while(|word| self.is_part_of_an_area(word, whose)).collect();
            let named = area.iter().any(|word| self.own_area.last() == Some(word));
            let around = |word: &String| named && self.province.contains(word);
            let own = |word: &String| self.office.contains(word) || whose.has(word) || around(word);
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
        let beside = whose.lain && (word == "pemerintah" || self.is_of_the_area(word));
        unit || whose.has(word) || beside
    }

    fn is_of_the_post(&self, word: &str, whose: &Kedudukan) -> bool {
        self.is_of_the_body(word, whose)
            || self.has(WordList::TandaElektronik, word)
            || self.has(WordList::GelarPenandaTangan, word)
    }
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
