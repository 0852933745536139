//! Corrections made by chance: several at once, of every kind, in every decree; the YAML then gives the words that the file
//! has, or what it does not give is told.

use std::collections::BTreeSet;

use naskah_formats::ooxml::Paket;
use naskah_formats::word::balik::{Jenis, sisa};

use super::balik::{Uji, another, disunting, unmarked};
use super::{baca, decrees};

/// Numbers that look like chance and are the same each time.
struct Acak(u64);

impl Acak {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % n.max(1)
    }
}

/// Where a round begins; `NASKAH_WORD_BENIH` gives other rounds than those of every day.
fn seed(at: usize, round: usize) -> u64 {
    let fresh = std::env::var("NASKAH_WORD_BENIH").ok().and_then(|seed| seed.parse::<u64>().ok()).unwrap_or(0);
    (at * 1000 + round) as u64 + fresh * 1_000_003
}

/// What each paragraph says: one that was broken and joined again says the same.
fn lines(document: &str) -> Vec<String> {
    let one = |(from, to): (usize, usize)| {
        let pieces = document[from..to].split("<w:t ").skip(1);
        let texts = pieces.filter_map(|piece| piece.split_once('>')?.1.split_once("</w:t>").map(|(text, _)| text));
        texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    paragraphs(document).into_iter().map(one).collect()
}

/// The paragraphs of a document that are items or cells, by their styles.
fn paragraphs(document: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = document[at..].find("<w:p>").map(|start| at + start) {
        let end = start + document[start..].find("</w:p>").unwrap() + "</w:p>".len();
        let words = document[start..end].matches("<w:t ").count();
        if words > 0 {
            found.push((start, end));
        }
        at = end;
    }
    found
}

fn style(paragraph: &str) -> &str {
    let from = paragraph.find("w:pStyle w:val=\"").map_or(0, |at| at + "w:pStyle w:val=\"".len());
    paragraph[from..].split('"').next().unwrap_or_default()
}

/// One correction; what it is called.
fn correct(document: &str, acak: &mut Acak) -> (String, String) {
    let places = paragraphs(document);
    let items: Vec<&(usize, usize)> = places
        .iter()
        .filter(|(from, to)| {
            let own = style(&document[*from..*to]);
            ["NaskahMenimbang", "NaskahRincian", "NaskahDiktum", "NaskahParagraf", "NaskahSel", "NaskahTembusan"]
                .iter()
                .any(|known| own.starts_with(known))
        })
        .collect();
    if items.is_empty() {
        return (document.to_owned(), "nothing".to_owned());
    }
    let chosen = acak.below(items.len());
    let (from, to) = *items[chosen];
    let own = &document[from..to];
    if style(own).starts_with("NaskahSel") && acak.below(3) == 0 {
        return rows(document, from, acak);
    }
    let listed = own.contains("<w:numPr>");
    let words = format!("kata baru ke{}", acak.below(1000));
    let next = items.get(chosen + 1).filter(|place| place.0 == to && style(&document[to..]) == style(own));
    let (text, what) = match (acak.below(6), listed) {
        (2, true) if next.is_some() => {
            let (start, end) = next.map_or((to, to), |place| **place);
            let text = format!("{}{}{own}{}", &document[..from], &document[start..end], &document[end..]);
            return (text, format!("moved at {from} in {}", style(own)));
        }
        (3, true) => match own.find("</w:t>").filter(|_| own.matches("<w:t ").count() == 1) {
            Some(end) if own[..end].ends_with(|c: char| c.is_alphanumeric() || c == ';') => {
                let start = own[..end].rfind('>').unwrap() + 1;
                match own[start..end].find(' ').map(|at| start + at) {
                    Some(at) => {
                        (format!("{}{}{}", &own[..at], &own[end..], another(own, own[at..end].trim())), "broken")
                    }
                    None => (own.to_owned(), "kept"),
                }
            }
            _ => (own.to_owned(), "kept"),
        },
        (0, true) => (format!("{}{}", own, another(own, &words)), "item"),
        (1, true) => (String::new(), "gone"),
        _ => {
            let at = own.find("<w:t ").map_or(0, |at| at + own[at..].find('>').unwrap() + 1);
            (format!("{}{words} {}", &own[..at], &own[at..]), "words")
        }
    };
    (format!("{}{text}{}", &document[..from], &document[to..]), format!("{what} at {} in {}", from, style(own)))
}

/// A row that is gone, or one more like it.
fn rows(document: &str, at: usize, acak: &mut Acak) -> (String, String) {
    let start = document[..at].rfind("<w:tr>").unwrap();
    let end = at + document[at..].find("</w:tr>").unwrap() + "</w:tr>".len();
    let own = &document[start..end];
    let (text, what) = match acak.below(2) {
        0 => (String::new(), "row gone"),
        _ => (format!("{own}{}", unmarked(own)), "row doubled"),
    };
    (format!("{}{text}{}", &document[..start], &document[end..]), format!("{what} at {at}"))
}

/// Words without what the program puts at the ends of items and counts itself.
fn stems(words: Vec<String>) -> Vec<String> {
    let plain = words.into_iter().map(|word| word.to_lowercase().trim_end_matches([';', '.', ',', ':']).to_owned());
    // Sums and numbers of rows follow what they are made of; so does the item that closes Menimbang.
    let made = |word: &str| word.chars().all(|c| c.is_ascii_digit() || ".,ivx".contains(c)) || word == "huruf";
    plain
        .filter(|word| !made(word) && !matches!(word.as_str(), "dan" | "atau" | "dan/atau") && word.len() > 3)
        .collect()
}

#[test]
fn corrections_by_chance_come_home_or_are_told() {
    let tries = std::env::var("NASKAH_WORD_ACAK").ok().and_then(|count| count.parse().ok()).unwrap_or(3);
    let (mut wrong, mut taken, mut told) = (Vec::new(), 0, 0);
    for (at, path) in decrees().iter().enumerate() {
        let uji = Uji::of(path);
        let document = Paket::buka(&uji.bytes).unwrap().text("word/document.xml").unwrap();
        for round in 0..tries {
            let mut acak = Acak(seed(at, round) + 7);
            let (mut text, mut names) = (document.clone(), Vec::new());
            for _ in 0..=acak.below(4) {
                let (next, name) = correct(&text, &mut acak);
                (text, _) = (next, names.push(name));
            }
            let bytes = disunting(&uji.bytes, |_| text.clone());
            let (hasil, yaml) = uji.banding(&bytes, true);
            taken += hasil.suntingan.len();
            let fault = match uji.bound(&yaml) {
                None => Some("the YAML is no decree any more".to_owned()),
                Some(resolved) => {
                    let left = uji.with(|acuan| sisa(&hasil, acuan, resolved.naskah()));
                    told += left.len() + hasil.keberatan.len();
                    let all = left.iter().chain(&hasil.keberatan);
                    all.for_each(|one| println!("told {:?} {}", one.sebab, one.pesan));
                    let (got, want) = (stems(uji.words(&yaml)), stems(baca::words(&bytes)));
                    let lost = difference(&want, &got);
                    (!lost.is_empty() && left.is_empty() && hasil.keberatan.is_empty())
                        .then(|| format!("lost {lost:?}"))
                }
            };
            if let Some(fault) = fault {
                let kinds: Vec<Jenis> = hasil.suntingan.iter().map(|one| one.jenis).collect();
                wrong.push(format!("{} {round} {names:?} {kinds:?}: {fault}", path.display()));
            }
        }
    }
    println!("{taken} taken, {told} told");
    naskah_testing::assert_none(&wrong);
}

/// The words of the first that the second does not have so often.
fn difference(a: &[String], b: &[String]) -> BTreeSet<String> {
    let count = |words: &[String], word: &String| words.iter().filter(|one| *one == word).count();
    let known: BTreeSet<&String> = a.iter().collect();
    known.into_iter().filter(|word| count(a, word) > count(b, word)).cloned().collect()
}

/// A paragraph that is broken in two, or joined with the next one of its look, wherever it stands.
fn break_or_join(document: &str, acak: &mut Acak) -> (String, String) {
    let places = paragraphs(document);
    let (from, to) = places[acak.below(places.len())];
    let own = &document[from..to];
    let next = places.iter().find(|place| place.0 == to && style(&document[to..place.1]) == style(own));
    if let Some((start, end)) = next.filter(|_| acak.below(2) == 0) {
        let body = document[*start..*end].split_once("</w:pPr>").map_or("", |(_, body)| body);
        let blank = "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>";
        let first = own.trim_end_matches("</w:p>");
        let text = format!("{}{first}{blank}{body}{}", &document[..from], &document[*end..]);
        return (text, format!("joined at {from} in {}", style(own)));
    }
    let single = own.matches("<w:t ").count() == 1 && own.contains("</w:pPr>");
    let start = own.find("<w:t ").map_or(0, |at| at + own[at..].find('>').unwrap() + 1);
    let end = own.find("</w:t>").unwrap_or(start);
    let blanks: Vec<usize> = own[start..end].match_indices(' ').map(|(at, _)| start + at).collect();
    if !single || blanks.len() < 2 {
        return (document.to_owned(), "kept".to_owned());
    }
    let at = blanks[acak.below(blanks.len())];
    let second = another(own, own[at..end].trim());
    let text = format!("{}{}{}{second}{}", &document[..from], &own[..at], &own[end..], &document[to..]);
    (text, format!("broken at {from} in {}", style(own)))
}

#[test]
fn no_word_is_lost_or_said_twice_where_paragraphs_are_broken_and_joined() {
    let tries = std::env::var("NASKAH_WORD_ACAK").ok().and_then(|count| count.parse().ok()).unwrap_or(6);
    let mut wrong = Vec::new();
    for (at, path) in decrees().iter().enumerate() {
        let uji = Uji::of(path);
        let document = Paket::buka(&uji.bytes).unwrap().text("word/document.xml").unwrap();
        let before = lines(&document);
        for round in 0..tries {
            let mut acak = Acak(seed(at, round) + 77);
            let (mut text, mut names) = (document.clone(), Vec::new());
            for _ in 0..=acak.below(2) {
                let (next, name) = break_or_join(&text, &mut acak);
                (text, _) = (next, names.push(name));
            }
            let bytes = disunting(&uji.bytes, |_| text.clone());
            let (hasil, yaml) = uji.banding(&bytes, true);
            let mut fault = |fault: String| {
                let edits: Vec<String> =
                    hasil.suntingan.iter().map(|one| format!("{:?} {} -> {}", one.jenis, one.lama, one.baru)).collect();
                let told: Vec<&str> = hasil.keberatan.iter().map(|one| one.pesan.as_str()).collect();
                wrong.push(format!("{} {round} {names:?} {edits:?} {told:?}: {fault}", path.display()));
            };
            if uji.bound(&yaml).is_none() {
                fault("the YAML is no decree any more".to_owned());
                continue;
            }
            if lines(&text) != before && hasil.suntingan.is_empty() && hasil.keberatan.is_empty() && hasil.tunda() == 0
            {
                fault("silent".to_owned());
            }
            let (got, want) = (stems(uji.words(&yaml)), stems(baca::words(&bytes)));
            let (lost, twice) = (difference(&want, &got), difference(&got, &want));
            if !lost.is_empty() || !twice.is_empty() {
                fault(format!("lost {lost:?}, twice {twice:?}"));
            }
        }
    }
    naskah_testing::assert_none(&wrong);
}
