//! Words: the spelling dictionary, words that are not standard, abbreviations, terms, names, foreign words.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;

use crate::diag::{Code, Diagnostic, Files, Sink, did_you_mean};
use crate::yaml::{self, Field, Node, Shape, Table};

use super::root::Root;
use crate::language::affixes;
use crate::language::lists::{WordList, WordLists};

/// Folder of the words.
pub const KATA: &str = "data/kata";
/// Folder of the lists of words.
pub const DAFTAR: &str = "data/kata/daftar";

/// The fields of an entry of `baku.yaml`.
pub const BAKU: Shape = Shape {
    name: "kata tidak baku",
    fields: &[
        Field::wajib("salah", "teks", "resiko", "tulisan yang tidak baku, dengan huruf kecil"),
        Field::wajib("benar", "teks", "risiko", "tulisan yang baku"),
        Field::wajib("sumber", "teks", "'KBBI daring, entri risiko'", "tempat bentuk baku ditemukan"),
    ],
};

/// The fields of an entry of `singkatan.yaml`.
pub const SINGKATAN: Shape = Shape {
    name: "singkatan",
    fields: &[
        Field::wajib("singkatan", "teks", "SDM", "singkatan atau akronim"),
        Field::wajib("panjang", "teks", "Sumber Daya Manusia", "kepanjangannya"),
        Field::wajib("lazim", "ya | tidak", "ya", "ya: tidak perlu dipanjangkan pada penyebutan pertama"),
    ],
};

/// The fields of an entry of `rancu.yaml`.
pub const RANCU: Shape = Shape {
    name: "ungkapan rancu",
    fields: &[
        Field::wajib("rancu", "teks", "agar supaya", "ungkapan yang rancu atau berlebihan, dengan huruf kecil"),
        Field::wajib("tepat", "teks", "agar", "ungkapan yang tepat"),
        Field::wajib("pasti", "ya | tidak", "ya", "ya: selalu rancu; tidak: hanya ditanyakan"),
        Field::wajib("sumber", "teks", "'KBBI daring, entri agar'", "tempat kaidahnya ditemukan"),
    ],
};

/// The fields of `istilah.yaml`.
pub const ISTILAH: Shape = Shape {
    name: "istilah",
    fields: &[
        Field::boleh("istilah", "daftar teks", "[subbagian, luring]", "kata yang tidak ada dalam kamus ejaan"),
        Field::boleh("nama", "daftar teks", "[WhatsApp]", "nama, dengan huruf kapital sebagaimana mestinya"),
    ],
};

/// The fields of an entry of `asing.yaml`.
pub const ASING: Shape = Shape {
    name: "kata asing",
    fields: &[
        Field::wajib("asing", "teks", "helpdesk", "kata atau ungkapan asing, dengan huruf kecil"),
        Field::boleh("padanan", "teks", "meja bantuan", "padanannya dalam bahasa Indonesia"),
    ],
};

/// An abbreviation.
#[derive(Debug, Clone)]
pub struct Singkatan {
    /// What it stands for.
    pub panjang: String,
    /// Whether everybody knows it.
    pub lazim: bool,
}

/// What is meant by a confused phrase.
#[derive(Debug, Clone)]
pub struct Rancu {
    /// The phrase that says it.
    pub tepat: String,
    /// Whether nothing else can be meant.
    pub pasti: bool,
}

/// The words of the catalog.
#[derive(Default)]
pub struct Kata {
    dictionary: Option<spellbook::Dictionary>,
    roots: Roots,
    /// Pairs of neighbouring letters that words have.
    pairs: Pairs,
    /// What is not standard, in lower case, and what is.
    pub baku: BTreeMap<String, String>,
    /// Confused phrases in lower case.
    pub rancu: BTreeMap<String, Rancu>,
    /// Abbreviations.
    pub singkatan: HashMap<String, Vec<Singkatan>>,
    /// Foreign words and phrases in lower case, with their Indonesian word where there is one.
    pub asing: BTreeMap<String, Option<String>>,
    /// Names by their lower case; also what they are made of.
    pub nama: HashMap<String, String>,
    /// The lists of words that the rules and the roll-forward look into.
    pub lists: WordLists,
    /// What could not be read, each with its file and line; whoever uses the words tells it.
    pub faults: Vec<Diagnostic>,
    terms: HashSet<String>,
    /// The words of foreign phrases.
    foreign: HashSet<String>,
    /// Abbreviations in lower case.
    short: HashSet<String>,
}

impl fmt::Debug for Kata {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kata").field("roots", &self.roots.at.len()).finish_non_exhaustive()
    }
}

impl Kata {
    /// Reads the words of `root`; what cannot be read is among [`Kata::faults`].
    pub fn load(root: &Root) -> Self {
        let text = |name: &str| text_of(root, &format!("{KATA}/{name}"));
        let (affixes, words) = (text("id_ID.aff"), text("id_ID.dic"));
        let mut kata = Self::default();
        // The files do not need each other, so they are read at the same time.
        kata.dictionary = std::thread::scope(|scope| {
            let spelling = affixes.as_deref().ok().zip(words.as_deref().ok());
            let dictionary = scope.spawn(move || spelling.and_then(|(a, w)| spellbook::Dictionary::new(a, w).ok()));
            let lists = scope.spawn(|| word_lists(root));
            let trees = TAKES.map(|(name, take)| (scope.spawn(move || Listed::read(root, name)), take));
            kata.take_roots(words.as_ref().map_or(Cow::Borrowed(""), Cow::clone));
            for (reading, take) in trees {
                match reading.join() {
                    Ok(Ok(listed)) => listed.take(&mut kata, take),
                    Ok(Err(fault)) => kata.faults.push(*fault),
                    Err(_) => {}
                }
            }
            if let Ok((lists, faults)) = lists.join() {
                kata.lists = lists;
                kata.faults.extend(faults);
            }
            dictionary.join().ok().flatten()
        });
        kata.faults.extend([affixes.err(), words.err()].into_iter().flatten().map(|fault| *fault));
        if kata.dictionary.is_none() {
            let message = format!("kamus ejaan {KATA}/id_ID.dic tidak dapat dipakai");
            kata.faults.push(Diagnostic::galat(Code::DATA, None, message).hint(RESTORE));
        }
        kata
    }

    /// The roots of the dictionary, also those that never stand alone.
    fn take_roots(&mut self, words: Cow<'static, str>) {
        self.roots = Roots::of(words);
        self.roots.each().for_each(|word| self.pairs.learn(word));
        for word in ["kannya", "annya", "inya", "lahnya", "menye", "menga", "tkan", "pkan", "kkan", "bkan", "nkan"] {
            self.pairs.learn(word);
        }
    }

    /// Reads `baku.yaml`.
    pub fn take_baku(&mut self, node: &Node, sink: &mut Sink) {
        for node in node.list(sink) {
            let Some(table) = Table::open(node, &BAKU, sink) else { continue };
            table.word("sumber", sink);
            let wrong = table.word("salah", sink);
            self.baku.extend(wrong.zip(table.word("benar", sink)));
        }
    }

    /// Reads `singkatan.yaml`.
    pub fn take_singkatan(&mut self, node: &Node, sink: &mut Sink) {
        for node in node.list(sink) {
            let Some(table) = Table::open(node, &SINGKATAN, sink) else { continue };
            let lazim = table.get("lazim").and_then(|node| node.yes(sink)).unwrap_or_default();
            let (short, panjang) = (table.word("singkatan", sink), table.word("panjang", sink));
            if let (Some(short), Some(panjang)) = (short, panjang) {
                self.short.insert(short.to_lowercase());
                self.singkatan.entry(short).or_default().push(Singkatan { panjang, lazim });
            }
        }
    }

    /// Reads `rancu.yaml`.
    pub fn take_rancu(&mut self, node: &Node, sink: &mut Sink) {
        for node in node.list(sink) {
            let Some(table) = Table::open(node, &RANCU, sink) else { continue };
            table.word("sumber", sink);
            let pasti = table.get("pasti").and_then(|node| node.yes(sink)).unwrap_or_default();
            let (rancu, tepat) = (table.word("rancu", sink), table.word("tepat", sink));
            self.rancu.extend(rancu.zip(tepat.map(|tepat| Rancu { tepat, pasti })));
        }
    }

    /// Reads `istilah.yaml`.
    pub fn take_istilah(&mut self, node: &Node, sink: &mut Sink) {
        let Some(table) = Table::open(node, &ISTILAH, sink) else { return };
        let mut words = |key: &str| -> Vec<String> {
            let items = table.get(key).map(|node| node.list(sink)).unwrap_or_default();
            items.iter().filter_map(|item| Some(item.text(sink)?.value.trim().to_owned())).collect()
        };
        for term in words("istilah") {
            self.terms.extend(term.split(' ').map(str::to_lowercase));
        }
        for name in words("nama") {
            for part in name.split([' ', '-', '/']) {
                self.nama.entry(part.to_lowercase()).or_insert_with(|| part.to_owned());
            }
            self.nama.insert(name.to_lowercase(), name);
        }
    }

    /// Reads `asing.yaml`.
    pub fn take_asing(&mut self, node: &Node, sink: &mut Sink) {
        for node in node.list(sink) {
            let Some(table) = Table::open(node, &ASING, sink) else { continue };
            let native = table.word("padanan", sink);
            if let Some(phrase) = table.word("asing", sink).map(|phrase| phrase.to_lowercase()) {
                self.foreign.extend(phrase.split(' ').map(str::to_owned));
                self.asing.insert(phrase, native);
            }
        }
    }

    /// Whether a word in lower case is Indonesian as far as can be told: it stands in the dictionary or among the
    /// terms, or follows the rules of word formation. Without a dictionary every word is.
    pub fn knows(&self, word: &str) -> bool {
        self.dictionary.is_none() || self.has(word) || (self.is_regular(word) && !self.is_mixed(word))
    }

    /// Whether a word in lower case is known by the rules of word formation alone.
    pub fn is_formed(&self, word: &str) -> bool {
        self.dictionary.is_some() && !self.has(word) && self.is_regular(word)
    }

    /// Whether two words in lower case are one that was parted, for the second alone is none: "dipindah tugaskan".
    pub fn is_parted(&self, first: &str, rest: &str) -> bool {
        self.dictionary.is_some()
            && first.len() > 2
            && rest.len() > 3
            && !self.knows(rest)
            && self.has(&format!("{first}{rest}"))
    }

    /// Whether a word is a name or a part of one.
    pub fn is_name(&self, word: &str) -> bool {
        self.nama.contains_key(&word.to_lowercase())
    }

    /// Whether a word in lower case belongs to a foreign phrase.
    pub fn is_foreign(&self, word: &str) -> bool {
        self.foreign.contains(word)
    }

    /// Whether a word in lower case is a known abbreviation.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.short.contains(word)
    }

    /// Whether a word in lower case stands in the dictionary or among the terms.
    pub fn has(&self, word: &str) -> bool {
        let listed = || self.dictionary.as_ref().is_some_and(|words| words.check(word));
        self.terms.contains(word) || (listed() && !self.is_mixed(word))
    }

    /// Whether a word mixes the affixes of verbs and nouns. A place behind "di" is told as what it is.
    pub fn is_mixed(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let affixed = ["me", "di", "pe"].iter().any(|prefix| word.starts_with(prefix));
        let place = word.strip_prefix("di").is_some_and(|rest| self.lists.has(WordList::TempatUmum, rest));
        affixed && !place && affixes::is_mixed(&word, &|root| self.roots.has(root) || self.terms.contains(root))
    }

    fn is_regular(&self, word: &str) -> bool {
        affixes::is_regular(word, self.lists.entries(WordList::BentukTerikat), &|root| self.is_root(root))
    }

    fn is_root(&self, word: &str) -> bool {
        self.roots.has(word) || self.has(word)
    }

    /// The known words that differ from `word` in one letter: put in, left out, another, or two that changed places.
    pub fn near(&self, word: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        if word.is_ascii() && (3..=24).contains(&word.len()) {
            let mut tried = HashSet::new();
            one_letter_off(word, &mut |other| {
                let likely = self.pairs.fit(other) && tried.insert(other.to_owned());
                if likely && !self.baku.contains_key(other) && self.has(other) {
                    found.insert(other.to_owned());
                }
            });
            let product = |name: &&String| name.chars().skip(1).any(char::is_uppercase);
            let products = self.nama.iter().filter(|(_, name)| product(name)).map(|(lower, _)| lower);
            let listed = self.short.iter().chain(&self.foreign).chain(products);
            let long = listed.filter(|listed| word.len() > 5 && listed.len() > 5);
            found.extend(long.filter(|listed| is_one_off(word, listed)).cloned());
        }
        found
    }

    /// Whether a word in lower case is a root of the dictionary.
    pub fn is_stem(&self, word: &str) -> bool {
        self.roots.has(word)
    }
}

/// The roots of the dictionary: where each stands in its text, in their order.
#[derive(Default)]
struct Roots {
    words: Cow<'static, str>,
    at: Vec<(u32, u8)>,
}

impl Roots {
    /// The words of plain small letters that lines begin with, but the first line's.
    fn of(words: Cow<'static, str>) -> Self {
        let mut at = Vec::new();
        let mut begin = 0;
        for line in words.split_inclusive('\n') {
            let word = line.split(['/', '\t']).next().unwrap_or_default().trim_end();
            let plain = word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase());
            if let (true, true, Ok(from), Ok(length)) =
                (begin > 0, plain, u32::try_from(begin), u8::try_from(word.len()))
            {
                at.push((from, length));
            }
            begin += line.len();
        }
        let mut roots = Self { words, at: Vec::new() };
        at.sort_by(|one, other| roots.word(*one).cmp(roots.word(*other)));
        roots.at = at;
        roots
    }

    fn word(&self, (from, length): (u32, u8)) -> &str {
        self.words.get(from as usize..from as usize + usize::from(length)).unwrap_or_default()
    }

    fn each(&self) -> impl Iterator<Item = &str> {
        self.at.iter().map(|at| self.word(*at))
    }

    fn has(&self, word: &str) -> bool {
        self.at.binary_search_by(|at| self.word(*at).cmp(word)).is_ok()
    }
}

/// The way out of a file that cannot be used.
const RESTORE: &str = "perbaiki berkas itu, atau hapus dari folder kantor agar berkas bawaan program dipakai";

/// The text of a file; what keeps it from being read is the error.
fn text_of(root: &Root, path: &str) -> Result<Cow<'static, str>, Box<Diagnostic>> {
    let broken = |why: &str| Box::new(Diagnostic::galat(Code::DATA, None, format!("{path} {why}")).hint(RESTORE));
    match root.read(path) {
        Some(Cow::Borrowed(bytes)) => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| NOT_UTF8),
        Some(Cow::Owned(bytes)) => String::from_utf8(bytes).map(Cow::Owned).map_err(|_| NOT_UTF8),
        None => Err("tidak ada"),
    }
    .map_err(broken)
}

/// What is wrong with a file of other bytes.
const NOT_UTF8: &str = "tidak tersimpan sebagai UTF-8";

/// The lists of words of `root`, and what is wrong with them; a file that belongs to no list is told, too.
pub fn word_lists(root: &Root) -> (WordLists, Vec<Diagnostic>) {
    let (mut lists, mut faults) = (WordLists::default(), Vec::new());
    for list in WordList::ALL {
        let path = format!("{DAFTAR}/{}.txt", list.name());
        match text_of(root, &path) {
            Ok(text) => faults.extend(lists.take(*list, &text).into_iter().map(|fault| {
                let place = fault.line.map_or(path.clone(), |line| format!("{path}:{line}"));
                Diagnostic::galat(Code::DATA, None, format!("{place}: {}", fault.message)).hint(RESTORE)
            })),
            Err(fault) => faults.push(*fault),
        }
    }
    let known = |name: &str| WordList::ALL.iter().any(|list| name.strip_suffix(".txt") == Some(list.name()));
    for name in root.list(DAFTAR).into_iter().filter(|name| !known(name)) {
        let near = did_you_mean(name.trim_end_matches(".txt"), WordList::ALL.iter().map(|list| list.name()));
        let message = format!("{DAFTAR}/{name} bukan nama daftar kata; isinya tidak dipakai");
        faults.push(Diagnostic::peringatan(Code::DATA, None, message).hint_opt(near));
    }
    (lists, faults)
}

/// A file of words in YAML.
struct Listed {
    name: &'static str,
    files: Files,
    sink: Sink,
    node: Option<Node>,
}

impl Listed {
    fn read(root: &Root, name: &'static str) -> Result<Self, Box<Diagnostic>> {
        let path = format!("{KATA}/{name}");
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add(&path, text_of(root, &path)?);
        let node = yaml::parse(&files, file, &mut sink);
        Ok(Self { name, files, sink, node })
    }

    /// Takes its words; what is wrong with the file is told with its line.
    fn take(mut self, kata: &mut Kata, take: Take) {
        self.node.iter().for_each(|node| take(kata, node, &mut self.sink));
        for found in self.sink.found() {
            let at =
                found.span.map_or(String::new(), |span| format!(":{}", self.files.line_col(span.file, span.start).0));
            let message = format!("{KATA}/{}{at}: {}", self.name, found.message);
            kata.faults.push(Diagnostic::new(found.level, found.code, None, message).hint(RESTORE));
        }
    }
}

/// Reads a file of words into the catalog's.
type Take = fn(&mut Kata, &Node, &mut Sink);

/// The files in YAML and how each is read.
pub const TAKES: [(&str, Take); 5] = [
    ("baku.yaml", Kata::take_baku),
    ("singkatan.yaml", Kata::take_singkatan),
    ("istilah.yaml", Kata::take_istilah),
    ("rancu.yaml", Kata::take_rancu),
    ("asing.yaml", Kata::take_asing),
];

/// Calls `each` with every word that is one letter away from a word of ASCII letters.
fn one_letter_off(word: &str, each: &mut dyn FnMut(&str)) {
    let mut other = String::with_capacity(word.len() + 1);
    for at in 0..=word.len() {
        let (head, tail) = word.split_at(at);
        let mut join = |parts: [&str; 3]| {
            other.clear();
            parts.iter().for_each(|part| other.push_str(part));
            each(&other);
        };
        let rest = tail.get(1..);
        rest.into_iter().for_each(|rest| join([head, "", rest]));
        if let (Some(first), Some(second), Some(rest)) = (tail.get(..1), tail.get(1..2), tail.get(2..)) {
            join([head, second, &format!("{first}{rest}")]);
        }
        for letter in LETTERS.split("").filter(|letter| !letter.is_empty()) {
            join([head, letter, tail]);
            rest.filter(|_| !tail.starts_with(letter)).into_iter().for_each(|rest| join([head, letter, rest]));
        }
    }
}

/// Whether two words of ASCII letters differ in one letter.
fn is_one_off(word: &str, other: &str) -> bool {
    let head = word.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let tail = word.bytes().rev().zip(other.bytes().rev()).take_while(|(a, b)| a == b).count();
    let longest = word.len().max(other.len());
    word.len().abs_diff(other.len()) < 2 && word != other && head + tail + 1 >= longest
}

/// The letters that words are written with.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// Which letters stand side by side in words, to tell quickly what cannot be one.
#[derive(Default)]
struct Pairs(Vec<[bool; 26]>);

impl Pairs {
    fn learn(&mut self, word: &str) {
        self.0.resize(26, [false; 26]);
        for pair in word.as_bytes().windows(2) {
            if let [a @ b'a'..=b'z', b @ b'a'..=b'z'] = pair {
                self.0[usize::from(a - b'a')][usize::from(b - b'a')] = true;
            }
        }
    }

    fn fit(&self, word: &str) -> bool {
        let known = |a: u8, b: u8| {
            let row = self.0.get(usize::from(a.wrapping_sub(b'a')));
            row.and_then(|row| row.get(usize::from(b.wrapping_sub(b'a')))).copied().unwrap_or_default()
        };
        word.as_bytes().windows(2).all(|pair| known(pair[0], pair[1]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_and_slips_are_near() {
        let kata = Kata::load(&Root::embedded());
        let root = Root::embedded();
        let file = |name: &str| String::from_utf8(root.read(name).unwrap_or_default().into_owned()).unwrap_or_default();
        let (affixes, words) = (file("data/kata/id_ID.aff"), file("data/kata/id_ID.dic"));
        assert!(spellbook::Dictionary::new(&affixes, &words).is_ok());
        for word in ["menetapkan", "rencana", "penyelenggaraan", "subbagian", "ditindaklanjuti", "undang-undang"] {
            assert!(kata.knows(word), "{word}");
        }
        for (slip, word) in
            [("anatara", "antara"), ("yan", "yang"), ("penyusuna", "penyusunan"), ("meknisme", "mekanisme")]
        {
            assert!(!kata.knows(slip), "{slip}");
            assert!(kata.near(slip).contains(word), "{slip}: {:?}", kata.near(slip));
        }
        assert!(kata.near("ñandú").is_empty() && kata.near("").is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        let all = |name: &str| format!("{DAFTAR}/{name}.txt");
        let mut files: BTreeMap<String, Vec<u8>> = WordList::ALL
            .iter()
            .map(|list| (all(list.name()), Root::embedded().read(&all(list.name())).unwrap_or_default().into_owned()))
            .collect();
        files.remove(&all("partikel"));
        files.insert(all("syarat"), "# Syarat\njika\n- bila\n".into());
        files.insert(all("sapaan"), vec![0xff]);
        files.insert(all("sapan"), "Bapak\n".into());
        let (_, faults) = word_lists(&Root::embedded().sealed(files, "uji", true, Default::default()));
        let mut told: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
        told.sort_unstable();
        assert_eq!(
            told,
            [
                "data/kata/daftar/partikel.txt tidak ada",
                "data/kata/daftar/sapaan.txt tidak tersimpan sebagai UTF-8",
                "data/kata/daftar/sapan.txt bukan nama daftar kata; isinya tidak dipakai",
                "data/kata/daftar/syarat.txt:3: `- bila`: tulis kata atau ungkapannya saja, tanpa tanda",
            ]
        );
    }
}
