//! A lampiran that a diktum names must exist, and one that exists must be named by a diktum.
//!
//! UU 12/2011 Lampiran II (on lampiran): the body of the text says that a lampiran is an inseparable part of it.
//! A lampiran of another rule ("Lampiran II Undang-Undang …") is left alone.

use crate::decree::Teks;
use crate::decree::bilangan::{dari_romawi, romawi};
use crate::diag::{Code, Diagnostic, Sink};
use crate::resolve::Resolved;

/// Words that show that the lampiran before them belongs to another rule.
const OTHER_RULES: [&str; 7] = [
    "Undang-Undang",
    "Peraturan",
    "Keputusan Komisi",
    "Keputusan KPU",
    "Keputusan Sekretaris",
    "Keputusan Presiden",
    "Keputusan Menteri",
];

/// A mention of lampirans: their numbers, none where it says only "Lampiran".
struct Mention<'a> {
    teks: &'a Teks,
    numbers: Vec<usize>,
}

/// Reports lampirans that are missing and lampirans that nobody names.
pub fn check(resolved: &Resolved, sink: &mut Sink) {
    let keputusan = &resolved.keputusan;
    if !keputusan.lampiran_utuh {
        return;
    }
    let count = keputusan.lampiran.len();
    let texts: Vec<&Teks> = keputusan.diktum.iter().flat_map(|diktum| diktum.texts()).collect();
    let mentions: Vec<Mention<'_>> = texts.iter().flat_map(|teks| mentions_in(teks)).collect();
    for mention in &mentions {
        missing(mention, count, sink);
    }
    for (at, lampiran) in keputusan.lampiran.iter().enumerate() {
        let named = mentions.iter().any(|m| m.numbers.contains(&(at + 1)) || (count == 1 && m.numbers.is_empty()));
        if !named {
            let label = if count == 1 { "Lampiran".to_owned() } else { format!("Lampiran {}", romawi(at + 1)) };
            let place = lampiran.judul.as_ref().map_or(lampiran.span, |judul| judul.span);
            let hint = format!(
                "sebut dalam diktum: “… sebagaimana tercantum dalam {label} yang merupakan bagian tidak terpisahkan dari Keputusan ini.”"
            );
            sink.push(
                Diagnostic::galat(Code::LAMPIRAN_SISA, place, format!("{label} tidak disebut dalam diktum")).hint(hint),
            );
        }
    }
}

fn missing(mention: &Mention<'_>, count: usize, sink: &mut Sink) {
    let mut report = |message: String| {
        let hint = match count {
            0 => "tambahkan `lampiran`, atau perbaiki diktum".to_owned(),
            1 => "lampiran hanya satu: tulis “Lampiran” tanpa nomor".to_owned(),
            n => format!("lampiran yang ada: Lampiran I sampai dengan Lampiran {}", romawi(n)),
        };
        sink.push(Diagnostic::galat(Code::LAMPIRAN_HILANG, mention.teks.span, message).hint(hint));
    };
    if mention.numbers.is_empty() && count == 0 {
        report("diktum menyebut Lampiran, tetapi keputusan ini tidak berlampiran".into());
    }
    for number in mention.numbers.iter().filter(|n| **n > count) {
        report(format!("diktum menyebut Lampiran {}, tetapi lampiran itu tidak ada", romawi(*number)));
    }
}

/// The mentions in a text: "Lampiran", "Lampiran I", "Lampiran I, Lampiran II, dan Lampiran III", "Lampiran I dan II".
fn mentions_in(teks: &Teks) -> Vec<Mention<'_>> {
    let text = teks.as_plain();
    let mut found = Vec::new();
    for (at, word) in text.match_indices("Lampiran") {
        let rest = &text[at + word.len()..];
        let alone = !rest.starts_with(char::is_alphanumeric) && !text[..at].ends_with(char::is_alphanumeric);
        if !alone {
            continue;
        }
        let (numbers, after) = numbers_after(rest);
        let after = after.trim_start();
        if !OTHER_RULES.iter().any(|rule| after.starts_with(rule)) {
            found.push(Mention { teks, numbers });
        }
    }
    found
}

/// The Roman numbers right after the word, and what follows them.
fn numbers_after(rest: &str) -> (Vec<usize>, &str) {
    let mut numbers = Vec::new();
    let mut rest = rest;
    loop {
        let mut next = rest.trim_start();
        if !numbers.is_empty() {
            for link in [",", "dan/atau", "dan", "atau", "sampai dengan", "Lampiran"] {
                next = next.strip_prefix(link).unwrap_or(next).trim_start();
            }
        }
        let word_end = next.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(next.len());
        let (word, after) = next.split_at(word_end);
        match dari_romawi(word).filter(|_| !after.starts_with(char::is_alphanumeric)) {
            Some(number) => {
                let through = rest[..rest.len() - next.len()].contains("sampai dengan");
                let from = numbers.last().copied().filter(|_| through).map_or(number, |last: usize| last + 1);
                numbers.extend(from..=number.max(from));
                rest = after;
            }
            None => return (numbers, rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Files, Span};

    fn named(text: &str) -> Vec<Vec<usize>> {
        let span = Span::new(Files::default().add("", ""), 0, 0);
        mentions_in(&Teks::plain(text, span)).into_iter().map(|m| m.numbers).collect()
    }

    #[test]
    fn mentions() {
        assert_eq!(named("tercantum dalam Lampiran yang merupakan bagian"), [Vec::<usize>::new()]);
        assert_eq!(named("dalam Lampiran I, Lampiran II, dan Lampiran III"), [vec![1, 2, 3], vec![2, 3], vec![3]]);
        assert_eq!(named("dalam Lampiran I sampai dengan Lampiran III"), [vec![1, 2, 3], vec![3]]);
        assert_eq!(named("dalam Lampiran I dan II Keputusan ini"), [vec![1, 2]]);
        assert_eq!(named("dalam Lampiran I sampai dengan IV"), [vec![1, 2, 3, 4]]);
        assert_eq!(named("sesuai Lampiran II Undang-Undang Nomor 12 Tahun 2011"), Vec::<Vec<usize>>::new());
        assert_eq!(named("lampiran surat dan Lampirannya"), Vec::<Vec<usize>>::new());
        assert_eq!(named("Lampiran Ini"), [Vec::<usize>::new()]);
    }
}
