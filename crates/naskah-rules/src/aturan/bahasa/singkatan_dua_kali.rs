//! An abbreviation that is explained twice, or with other words the second time.

use std::collections::HashMap;
use std::ops::Range;

use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::diag::Level;

declare_rule! {
    /// Satu singkatan dijelaskan satu kali, dengan satu kepanjangan
    ///
    /// Singkatan yang sudah dijelaskan dipakai selanjutnya tanpa penjelasan lagi. Kepanjangan yang lain untuk singkatan yang
    /// sama membuat pembaca mengira ada dua hal.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang singkatan dan akronim.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja Petugas Piket Hari Rabu (PPHR).
    ///   - Petugas Penjaga Hari Rabu (PPHR) mencatat setiap tamu.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja Petugas Piket Hari Rabu (PPHR).
    ///   - PPHR mencatat setiap tamu.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K550" "singkatan-dua-kali" Peringatan since "0.4.0" => check
}

/// Where an abbreviation was explained, and with what words.
struct First<'a> {
    passage: &'a Passage<'a>,
    range: Range<usize>,
    long: Vec<String>,
    area: u8,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut seen: HashMap<String, First<'_>> = HashMap::new();
    for (passage, text) in context.in_decree().filter(|(_, text)| !text.capitals) {
        let Some(area) = area(passage.part) else { continue };
        for at in 2..text.words.len() {
            let Some((end, short)) = explained(passage, text, at) else { continue };
            let long = long(passage, text, end, short);
            let range = text.words[at].range.clone();
            let Some(long) = long else { continue };
            let Some(first) = seen.get(short) else {
                seen.insert(short.to_owned(), First { passage, range, long, area });
                continue;
            };
            let level = match (first.long == long, first.area == area) {
                (false, _) => Level::Peringatan,
                (true, true) => Level::Saran,
                (true, false) => continue,
            };
            let message =
                if first.long == long { "sudah dijelaskan" } else { "sudah dijelaskan dengan kepanjangan lain" };
            report
                .at(context.place(passage.teks, range), format!("`{short}` {message}"))
                .label(
                    context.place(first.passage.teks, first.range.clone()),
                    format!("di sini `{}`", first.long.join(" ")),
                )
                .hint("jelaskan satu singkatan sekali saja, lalu pakai singkatannya")
                .at_most(level);
        }
    }
}

/// Considerations, decisions and each kind of running text are read by themselves.
fn area(part: Part) -> Option<u8> {
    match part {
        Part::Menimbang(_) => Some(0),
        Part::Diktum(_) => Some(1),
        Part::Naskah(_) => Some(2),
        _ => None,
    }
}

/// The abbreviation at a place with the end of the words that explain it.
fn explained<'p>(passage: &'p Passage<'_>, text: &Text, at: usize) -> Option<(usize, &'p str)> {
    let own = text.words.get(at).filter(|word| word.kind == Kind::Upper && word.mask.is_none())?;
    let short = passage.word(own);
    let before = text.words.get(at - 1)?;
    let bracketed = passage.gap(before, own) == " (" && passage.plain[own.range.end..].starts_with(')');
    let word = |back: usize| at.checked_sub(back).and_then(|at| text.words.get(at)).map(|word| passage.lower(word));
    let told = word(1).as_deref() == Some("disingkat") && word(2).as_deref() == Some("selanjutnya");
    let end = match (bracketed, told) {
        (true, _) => at,
        (_, true) => at - if word(3).as_deref() == Some("yang") { 3 } else { 2 },
        _ => return None,
    };
    (short.len() > 2 && short.bytes().all(|b| b.is_ascii_uppercase())).then_some((end, short))
}

/// The words before `end` whose first letters are those of the abbreviation.
fn long(passage: &Passage<'_>, text: &Text, end: usize, short: &str) -> Option<Vec<String>> {
    let mut letters = short.chars().rev().peekable();
    let mut words: Vec<String> = Vec::new();
    let mut at = end;
    while letters.peek().is_some() {
        at = at.checked_sub(1)?;
        let word = text.words.get(at)?;
        let lower = passage.lower(word);
        if word.kind == Kind::Lower && lower.len() < 6 {
            words.push(lower);
            continue;
        }
        let letter = letters.next()?;
        if !lower.starts_with(letter.to_ascii_lowercase()) {
            return None;
        }
        words.push(lower);
    }
    words.reverse();
    Some(words)
}
