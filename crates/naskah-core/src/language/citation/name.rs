//! Kind and body of a rule as a citation begins with them, and the form that they should have.

use std::ops::Range;

use super::words::Kata;

/// Kind and body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NamaPeraturan {
    /// As it should be written: `Peraturan Komisi Pemilihan Umum`.
    pub baku: String,
    /// What is written otherwise, with what should stand there; empty: nothing should.
    pub slip: Vec<(Range<usize>, String)>,
    /// Whether the body is named, where the kind needs one.
    pub berlembaga: bool,
}

/// Kinds by the word that they begin with.
const JENIS: [&str; 6] = ["Undang-Undang", "Peraturan", "Keputusan", "Ketetapan", "Instruksi", "Qanun"];

/// Words that look like a misspelt kind and are none.
const BUKAN: [&str; 7] = ["pengaturan", "putusan", "penetapan", "ketepatan", "perataan", "kepatuhan", "penuturan"];

/// Short forms of kinds.
const SINGKATAN: [(&str, &str); 18] = [
    ("uu", "Undang-Undang"),
    ("perppu", "Peraturan Pemerintah Pengganti Undang-Undang"),
    ("perpu", "Peraturan Pemerintah Pengganti Undang-Undang"),
    ("pp", "Peraturan Pemerintah"),
    ("perpres", "Peraturan Presiden"),
    ("keppres", "Keputusan Presiden"),
    ("kepres", "Keputusan Presiden"),
    ("inpres", "Instruksi Presiden"),
    ("pkpu", "Peraturan Komisi Pemilihan Umum"),
    ("perbawaslu", "Peraturan Badan Pengawas Pemilihan Umum"),
    ("permendagri", "Peraturan Menteri Dalam Negeri"),
    ("permenkeu", "Peraturan Menteri Keuangan"),
    ("pmk", "Peraturan Menteri Keuangan"),
    ("permenkumham", "Peraturan Menteri Hukum dan Hak Asasi Manusia"),
    ("permenpanrb", "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"),
    ("permenpan-rb", "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"),
    ("permenpan", "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"),
    ("perda", "Peraturan Daerah"),
];

/// Bodies whose words are known letter by letter.
const LEMBAGA: [&str; 8] = [
    "Komisi Pemilihan Umum",
    "Komisi Independen Pemilihan",
    "Badan Pengawas Pemilihan Umum",
    "Majelis Permusyawaratan Rakyat",
    "Pemerintah Pengganti Undang-Undang",
    "Pemerintah",
    "Presiden",
    "Menteri",
];

/// Levels of area that may follow a body of elections.
const JENJANG: [&str; 3] = ["Provinsi", "Kabupaten", "Kota"];

/// Whether a word is a short form of a kind.
pub fn singkatan(word: &Kata) -> bool {
    SINGKATAN.iter().any(|(short, _)| word.kecil == *short)
}

/// Whether a kind can begin at a word.
pub fn jenis(word: &Kata) -> bool {
    singkatan(word) || kind(word).is_some()
}

/// The kind of a word, misspelt or not.
fn kind(word: &Kata) -> Option<&'static str> {
    let first = word.kecil.chars().next()?;
    if word.kecil == "qanun" {
        return Some("Qanun");
    }
    if !matches!(first, 'u' | 'p' | 'k' | 'i' | 'e') || word.kecil.len() < 6 || BUKAN.contains(&word.kecil.as_str()) {
        return None;
    }
    JENIS.into_iter().find(|kind| word.mirip(&kind.to_lowercase(), 2))
}

/// Whether a word in lower case may belong to a body.
pub fn kata_lembaga(word: &Kata) -> bool {
    const LINK: [&str; 5] = ["dan", "dan/atau", "serta", "bersama", "republik"];
    LINK.contains(&word.kecil.as_str())
        || word.kecil == "indonesia"
        || LEMBAGA.iter().flat_map(|body| body.split(' ')).any(|known| word.mirip(&known.to_lowercase(), 1))
        || JENJANG.iter().any(|level| word.kecil == level.to_lowercase())
}

/// Kind and body from their words.
pub fn sebutan(text: &str, words: &[Kata]) -> NamaPeraturan {
    let Some(first) = words.first() else { return NamaPeraturan::default() };
    let capitals = words.iter().all(|word| !text[word.inti.clone()].contains(char::is_lowercase));
    let mut found = NamaPeraturan::default();
    let mut rest = &words[1..];
    if let Some((_, long)) = SINGKATAN.iter().find(|(short, _)| first.kecil == *short) {
        found.baku = (*long).to_owned();
        found.slip.push((first.inti.clone(), (*long).to_owned()));
        if rest.first().is_some_and(|word| word.kecil == "rb") {
            rest = &rest[1..];
        }
    } else {
        let kind = kind(first).unwrap_or_default();
        found.take(text, first, kind);
    }
    let mut at = 0;
    if let Some(body) = LEMBAGA.into_iter().find(|body| fits(&rest[at..], body)) {
        for word in body.split(' ') {
            found.take(text, &rest[at], word);
            at += 1;
        }
    }
    if at < rest.len() && names_the_state(&found.baku, &rest[at..]) {
        let state = drop_state(&mut found, words, &rest[at..]);
        at += state;
    }
    if at > 0 && rest.get(at).is_some() && found.baku.contains("Pemilihan") {
        let level =
            JENJANG.into_iter().find(|level| rest[at].mirip(&level.to_lowercase(), usize::from(level.len() > 4)));
        if let Some(level) = level {
            found.take(text, &rest[at], level);
            at += 1;
        }
    }
    rest[at..].iter().for_each(|word| found.push(&text[word.inti.clone()], word.berkoma(text)));
    found.berlembaga = found.baku.contains(' ') || found.baku == "Undang-Undang";
    if capitals && words.len() > 1 {
        found.slip.clear();
    }
    found
}

impl NamaPeraturan {
    fn push(&mut self, word: &str, comma: bool) {
        if !self.baku.is_empty() {
            self.baku.push(' ');
        }
        self.baku.push_str(word);
        if comma {
            self.baku.push(',');
        }
    }

    /// Takes a word for a known one.
    fn take(&mut self, text: &str, word: &Kata, known: &str) {
        self.push(known, false);
        if &text[word.inti.clone()] != known {
            self.slip.push((word.inti.clone(), known.to_owned()));
        }
    }
}

/// Whether the words begin with the body, misspelt or not.
fn fits(words: &[Kata], body: &str) -> bool {
    let near = |(at, known): (usize, &str)| {
        words.get(at).is_some_and(|word| word.mirip(&known.to_lowercase(), if known.len() > 4 { 2 } else { 1 }))
    };
    body.split(' ').enumerate().all(near)
}

/// Whether "Republik Indonesia" or "RI" stands where a citation leaves it out.
fn names_the_state(before: &str, rest: &[Kata]) -> bool {
    let spelt = rest.len() >= 2 && rest[0].mirip("republik", 2) && rest[1].mirip("indonesia", 2);
    let short = rest.first().is_some_and(|word| word.kecil == "ri");
    let leaves_out = ["Undang-Undang", "Pemerintah", "Presiden", "Komisi Pemilihan Umum"];
    (spelt || short) && leaves_out.iter().any(|end| before.ends_with(end))
}

/// Notes the words as left out, and says how many they are.
fn drop_state(found: &mut NamaPeraturan, words: &[Kata], rest: &[Kata]) -> usize {
    let count = if rest[0].kecil == "ri" { 1 } else { 2 };
    let from =
        words.iter().rfind(|word| word.inti.end <= rest[0].inti.start).map_or(rest[0].inti.start, |w| w.inti.end);
    found.slip.push((from..rest[count - 1].inti.end, String::new()));
    count
}
