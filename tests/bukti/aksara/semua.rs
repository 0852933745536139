//! All code points, one after the other: each is printed or refused by its name, at its place; as typed and as an escape,
//! alone, beside each other, in each style, in capitals, with marks.

use std::collections::BTreeMap;
use std::fmt::Write;

use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::yaml;

use super::baca::{bare, weigh};
use super::{Cacat, characters, is_mark, made, quoted};
use crate::bukti::number;
use crate::support::completed;

/// So many characters that are refused are put into one text, and so many texts into one decree; a run tells no more than
/// 500 findings.
const TOGETHER: usize = 100;
const TEXTS: usize = 4;

/// So many short texts are put into one decree.
const SHORT: usize = 400;

/// Whether all that there is is gone through; otherwise a part of it.
fn whole() -> bool {
    number("NASKAH_AKSARA_SEMUA").is_some()
}

fn names(found: &[Diagnostic], code: Code) -> BTreeMap<u32, Option<(usize, usize)>> {
    let of = |one: &Diagnostic| {
        let digits = one.message.split("U+").nth(1)?;
        let end = digits.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(digits.len());
        Some((u32::from_str_radix(&digits[..end], 16).ok()?, one.span.map(|span| (span.start, span.end))))
    };
    found.iter().filter(|one| one.code == code).filter_map(of).collect()
}

/// A character as an escape of YAML.
fn escape(code: u32) -> String {
    if code < 0x1_0000 { format!("\\u{code:04X}") } else { format!("\\U{code:08X}") }
}

/// Those that YAML refuses: each is named where it stands.
#[test]
fn what_no_page_can_hold_is_named_where_it_stands() {
    let (all, _) = characters();
    let refused: Vec<char> = all.iter().copied().filter(|c| yaml::forbidden(*c)).collect();
    let mut cacat = Cacat::default();
    for part in refused.chunks(TOGETHER) {
        for escaped in [false, true] {
            let (mut text, mut places) = ("a:\n".to_owned(), Vec::new());
            for c in part {
                let shown = if escaped { escape(*c as u32) } else { c.to_string() };
                text += "  - \"x";
                let at = text.len();
                writeln!(text, "{shown}x\"").expect("written");
                places.push((*c, at, at + shown.len()));
            }
            let (mut files, mut sink) = (Files::default(), Sink::default());
            let file = files.add("naskah.yaml", text);
            let tree = yaml::parse(&files, file, &mut sink);
            let named = names(sink.found(), Code::AKSARA);
            for (c, start, end) in places {
                let at = named.get(&(c as u32)).copied().flatten();
                let there = at.is_some_and(|(from, to)| from <= start && end <= to);
                cacat.0.extend((!there).then(|| format!("U+{:04X}, escaped: {escaped}: {at:?}", c as u32)));
            }
            cacat.0.extend((tree.is_some() && !sink.has_errors()).then(|| "taken".to_owned()));
        }
    }
    for half in (0xD800..0xE000u32).step_by(if whole() { 1 } else { 0x101 }) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("naskah.yaml", format!("a: \"x{}x\"\n", escape(half)));
        drop(yaml::parse(&files, file, &mut sink));
        // Half a character is none, and has no name.
        let refused = sink.found().iter().any(|one| one.code == Code::YAML && one.span.is_some());
        cacat.0.extend((!refused).then(|| format!("U+{half:04X}: {:?}", sink.found())));
    }
    println!("{} code points refused by YAML", refused.len());
    cacat.none("all code points");
}

/// Those that no font has: each is named at its text.
#[test]
fn what_no_font_has_is_named_at_its_text() {
    let (all, there) = characters();
    let taken = |c: &char| !yaml::forbidden(*c) && there.binary_search(c).is_err() && !c.is_whitespace() && *c != '\\';
    let missing: Vec<char> = all.into_iter().filter(taken).collect();
    let part = TOGETHER * TEXTS;
    let step = if whole() { 1 } else { (missing.len() / part / 4) | 1 };
    let mut cacat = Cacat::default();
    let mut count = 0;
    for (nth, part) in missing.chunks(part).enumerate().step_by(step) {
        let escaped = |text: &[char]| text.iter().map(|c| escape(*c as u32)).collect::<String>();
        let typed = |text: &[char]| text.iter().collect::<String>();
        let form = |text: &[char]| if nth % 2 == 0 { typed(text) } else { escaped(text) };
        let items: String = part.chunks(TOGETHER).map(|text| format!("  - \"x{}x\"\n", form(text))).collect();
        let text = completed(&format!("diktum:\n{items}"), &[]);
        let (pdf, decree) = made(&text);
        cacat.0.extend(pdf.map(|_| "printed".to_owned()));
        let named = names(decree.sink.found(), Code::AKSARA_FON);
        for text_of in part.chunks(TOGETHER) {
            let at = text.find(&form(text_of)).expect("the text");
            for c in text_of {
                let place = named.get(&(*c as u32)).copied().flatten();
                let there = place.is_some_and(|(from, to)| from <= at && at < to);
                cacat.0.extend((!there).then(|| format!("U+{:04X}: {place:?}", *c as u32)));
                count += 1;
            }
        }
    }
    println!("{count} of {} code points that no font has, refused by name", missing.len());
    cacat.none("those that no font has");
}

/// Short texts, each a paragraph, many in one decree.
fn print_all(name: &str, texts: &[String], form: impl Fn(&str) -> String, cacat: &mut Cacat) {
    for (nth, part) in texts.chunks(SHORT).enumerate() {
        let items: String = part.iter().map(|text| format!("      - {}\n", quoted_as(text, &form))).collect();
        let own = format!("diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Uji\n    teks:\n{items}");
        let (pdf, decree) = made(&completed(&own, &[]));
        match pdf {
            Some(pdf) => weigh(&format!("{name} {nth}"), &pdf, part, nth as u64, cacat),
            None => cacat.0.push(format!("{name} {nth}: {}", &decree.messages())),
        }
    }
}

fn quoted_as(text: &str, form: impl Fn(&str) -> String) -> String {
    let plain = quoted(text);
    format!("'{}'", form(&plain[1..plain.len() - 1]))
}

/// What a text is typed as in a style.
type Gaya = fn(&str) -> String;

/// Those that are printed: alone in each style, beside each other, and letters with marks.
#[test]
fn what_is_printed_reads_as_it_was_typed() {
    let (_, there) = characters();
    let mut cacat = Cacat::default();
    let alone: Vec<String> = there.iter().map(|c| format!("x{c}x")).collect();
    let single: Vec<String> = there.iter().filter(|c| !is_mark(**c)).map(|c| c.to_string()).collect();
    let styles: [(&str, Gaya); 3] = [
        ("plain", |text| text.to_owned()),
        ("italic", |text| format!("*{text}*")),
        ("bold", |text| format!("**{text}**")),
    ];
    for (name, form) in styles {
        print_all(name, &alone, form, &mut cacat);
    }
    print_all("single", &single, |text| format!("{text} x"), &mut cacat);
    let (marks, letters): (Vec<char>, Vec<char>) =
        there.iter().copied().filter(|c| c.is_alphabetic() || is_mark(*c)).partition(|c| is_mark(*c));
    let pairs = there.iter().flat_map(|a| there.iter().map(move |b| format!("x{a}{b}x")));
    let two = marks.iter().flat_map(|a| marks.iter().map(move |b| format!("{a}{b}")));
    let two: Vec<String> = two.collect();
    let marked = letters.iter().flat_map(|letter| two.iter().map(move |two| format!("x{letter}{two}x")));
    let (bare, with): (Vec<String>, Vec<String>) = pairs.partition(|text| !text.contains(is_mark));
    let texts: Vec<String> = bare.into_iter().chain(with).chain(marked).collect();
    let step = if whole() { 1 } else { texts.len() / SHORT / 2 };
    let texts: Vec<String> = texts.into_iter().step_by(step).collect();
    print_all("together", &texts, str::to_owned, &mut cacat);
    println!("{} characters alone in 3 styles, {} texts of them together", there.len(), texts.len());
    cacat.none("what is printed");
}

/// In capitals a character is printed as its capitals, or those are refused by name.
#[test]
fn capitals_are_printed_or_refused_by_name() {
    let (_, there) = characters();
    let mut cacat = Cacat::default();
    let titled = |c: char| {
        let title = quoted(&format!("xx{c}xxx"));
        completed(&format!("tentang: {title}\n"), &[])
    };
    let step = if whole() { 1 } else { 23 };
    for (nth, c) in there.iter().copied().enumerate().step_by(step) {
        let (pdf, decree) = made(&titled(c));
        let upper: String = format!("xx{c}xxx").to_uppercase();
        match pdf {
            Some(pdf) => weigh(&format!("U+{:04X}", c as u32), &pdf, &[upper], nth as u64, &mut cacat),
            None => {
                let messages = decree.messages();
                let named = c.to_uppercase().any(|one| messages.contains(&format!("U+{:04X}", one as u32)));
                cacat.0.extend((!named).then(|| format!("U+{:04X} ({}): {messages}", c as u32, bare(&upper))));
            }
        }
    }
    cacat.none("capitals");
}
