//! Blanks that are too many, missing, or at the wrong side of a mark.

use std::ops::Range;

use crate::words::Mask;
use crate::words::{Kind, Text};
use crate::{Context, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Spasi ada di tempatnya dan hanya satu
    ///
    /// Tanda koma, titik koma, titik, dan kurung tutup melekat pada kata di depannya dan diikuti satu spasi; kurung
    /// buka melekat pada kata di belakangnya; garis miring tidak diapit spasi. Spasi di dalam alamat surel ditanyakan.
    ///
    /// Sumber: EYD V tentang pemakaian tanda baca.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja ,jam kerja, dan  tempat kerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja, jam kerja (pukul 07.30 sampai dengan 16.00), dan tempat kerja perlu ditetapkan
    /// ```
    "K505" "spasi-tidak-tepat" Peringatan since "0.2.0" => check
}

/// An e-mail address with a blank in its first part, which has a dot.
static ADDRESS: Pattern =
    Pattern::new(|| pattern(r"\b([a-z0-9_-]+(?:\.[a-z0-9_-]+)+ [a-z0-9._-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)\b"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.all_worded() {
        for (range, new, message) in faults(&passage.plain, text) {
            let place = context.place(passage.teks, range.clone());
            let hint = match (new.as_str(), range.is_empty()) {
                (" ", true) => "tambahkan satu spasi",
                (" ", false) => "sisakan satu spasi",
                _ => "hapus spasinya",
            };
            report.at(place, message).hint(hint).cure(context.replace(passage.teks, range, &new));
        }
        let address = passage.plain.contains('@').then_some(&ADDRESS);
        for range in
            address.into_iter().flat_map(|address| matches(address, &passage.plain)).map(|found| group(&found, 1))
        {
            report
                .at(context.place(passage.teks, range.clone()), "ada spasi di dalam alamat surel")
                .hint(format!("apakah seharusnya `{}`?", passage.plain[range].replace(' ', "")))
                .unsure();
        }
    }
}

/// A range, what belongs there, and what is wrong.
type Fault = (Range<usize>, String, &'static str);

fn faults(plain: &str, text: &Text) -> Vec<Fault> {
    let mut found = Vec::new();
    let free = |at: usize| !matches!(text.mask_at(at), Some(Mask::Alamat | Mask::Nomor | Mask::Kutip));
    let chars: Vec<(usize, char)> = plain.char_indices().collect();
    let get = |at: usize| chars.get(at).map(|(_, c)| *c);
    let mut at = 0;
    while let Some((byte, c)) = chars.get(at).copied() {
        let before = at.checked_sub(1).and_then(get);
        if c == ' ' {
            let length = chars[at..].iter().take_while(|(_, c)| *c == ' ').count();
            // A quotation keeps its blanks as it keeps its words.
            let quoted = text.mask_at(byte) == Some(Mask::Kutip);
            let fault = || blank(plain, byte..byte + length, before, get(at + length), get(at + length + 1));
            found.extend((!quoted).then(fault).flatten());
            at += length;
            continue;
        }
        if free(byte) {
            found.extend(missing(plain, text, byte, c, before, get(at + 1)));
        }
        at += 1;
    }
    found.extend(brackets(plain, text));
    found.extend(ranges(plain, text));
    found.extend(slashes(plain, text));
    found.extend(figures(plain, text));
    found.extend(titles(plain, text));
    found
}

/// A blank behind the mark within an amount, a decimal or a time.
static FIGURE: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"\bRp\.?\s?[0-9]{1,3}[.]( )[0-9]{3}(?:[.,][0-9]|\b)|\b0,( )[0-9]+\s?(?:%|persen)",
        r"|\b(?:pukul|jam)\s+[0-9]{1,2}[.]( )[0-9]{2}\b"
    ))
});

fn figures(plain: &str, text: &Text) -> Vec<Fault> {
    let gaps = matches(&FIGURE, plain)
        .filter_map(|found| [1, 2, 3].map(|at| group(&found, at)).into_iter().find(|gap| !gap.is_empty()));
    let free = gaps.filter(|gap| text.mask_at(gap.start).is_none());
    free.map(|gap| (gap, String::new(), "ada spasi di dalam bilangan")).collect()
}

/// A title before a name, or another title, with no blank behind its stop: "Ir.Cipta", "Dr.H.Dedi".
static TITLE: Pattern = Pattern::new(|| {
    pattern(r"(?:^|[\s(,])(?:Ir|D(?:rs?|ra)|Prof|K?Hj?)\.()((?:Hj?|Ir|D(?:rs?|ra))\.|\p{Lu}\p{Ll}{2,})")
});

fn titles(plain: &str, text: &Text) -> Vec<Fault> {
    let free = |at: usize| !matches!(text.mask_at(at), Some(Mask::Alamat | Mask::Nomor | Mask::Kutip));
    let joined = matches(&TITLE, plain).filter(|found| {
        let name = group(found, 2);
        // "H.Kes." is a degree.
        plain[name.clone()].ends_with('.') || !plain[name.end..].starts_with('.')
    });
    let places = joined.map(|found| group(&found, 1).start).filter(|at| free(*at));
    places.map(|at| (at..at, " ".to_owned(), "tidak ada spasi sesudah gelar")).collect()
}

/// What is wrong with a run of blanks between two characters.
fn blank(
    plain: &str,
    range: Range<usize>,
    before: Option<char>,
    next: Option<char>,
    after: Option<char>,
) -> Option<Fault> {
    let (Some(before), Some(next)) = (before, next) else { return None };
    let none = || String::new();
    let ends = after.is_none_or(|c| c.is_whitespace() || "”\"’)".contains(c));
    let dots = next == '.' && (before == '.' || after == Some('.') || plain[range.end..].starts_with(". ."));
    let word = |c: char| c.is_alphanumeric() || "()*”\"".contains(c);
    // The blank stands for what is still to be filled in, and is another rule's question.
    if leaves_open(&plain[..range.start]) && ",;).".contains(next) {
        return None;
    }
    match (before, next) {
        ('(' | '[', _) => Some((range, none(), "ada spasi sesudah kurung buka")),
        (_, ')' | ']') if before.is_alphanumeric() || ".,;”\"".contains(before) => {
            Some((range, none(), "ada spasi sebelum kurung tutup"))
        }
        (_, ',' | ';') => Some((range, none(), "ada spasi sebelum tanda baca")),
        (_, '.') if ends && !dots => Some((range, none(), "ada spasi sebelum titik")),
        // A ratio in a formula.
        (_, ':') if plain.contains('=') || plain.contains(" x ") => None,
        (_, ':') if plain[range.end + 1..].trim().is_empty() => Some((range, none(), "ada spasi sebelum titik dua")),
        (before, '%') if before.is_ascii_digit() => Some((range, none(), "ada spasi sebelum tanda persen")),
        (before, ':') if before.is_lowercase() && starts_lower(&plain[range.end + 1..]) => {
            Some((range, none(), "ada spasi sebelum titik dua"))
        }
        ('/', _) if plain[..range.start - 1].ends_with(word) && word(next) && !is_and_or(plain, &range) => {
            Some((range, none(), "ada spasi sesudah garis miring"))
        }
        (_, '/') if word(before) && after.is_some_and(word) && !is_and_or(plain, &range) => {
            Some((range, none(), "ada spasi sebelum garis miring"))
        }
        // Choices to tick stand apart.
        _ if is_box(next) || is_box(before) => None,
        _ if range.len() > 1 && before != '\n' && next != '\n' => Some((range, " ".into(), "ada spasi berlebih")),
        _ => None,
    }
}

/// A box to tick, or a ticked one.
fn is_box(c: char) -> bool {
    "☐☑☒□■".contains(c)
}

/// Whether a small letter follows, with a blank before it.
fn starts_lower(after: &str) -> bool {
    after.strip_prefix(' ').is_some_and(|after| after.starts_with(char::is_lowercase))
}

/// A word and a bracket that holds words, without a blank between them; "surat(-surat)" and "(e)KTP" are no such.
static BRACKET: Pattern = Pattern::new(|| pattern(r"\p{L}{3,}()\(\s?\p{L}{3,}[ ,]"));

fn brackets(plain: &str, text: &Text) -> Vec<Fault> {
    if !plain.contains('(') {
        return Vec::new();
    }
    let free = |at: &usize| text.mask_at(*at).is_none() && !plain[..*at].ends_with("dan");
    let places = matches(&BRACKET, plain).map(|found| group(&found, 1).start).filter(free);
    places.map(|at| (at..at, " ".to_owned(), "tidak ada spasi sebelum kurung buka")).collect()
}

/// Whether a text ends in a word that a number or a date must follow.
fn leaves_open(before: &str) -> bool {
    let last = before.rsplit([' ', '(']).next().unwrap_or_default();
    ["Nomor", "nomor", "Tahun", "tahun", "tanggal"].contains(&last)
}

/// Whether the blanks stand in a "dan/atau", which has a rule of its own.
fn is_and_or(plain: &str, range: &Range<usize>) -> bool {
    let before = plain[..range.start].trim_end_matches(['/', ' ']);
    let after = plain[range.end..].trim_start_matches(['/', ' ']);
    let same = |part: Option<&str>, word: &str| part.is_some_and(|part| part.eq_ignore_ascii_case(word));
    same(before.len().checked_sub(3).and_then(|at| before.get(at..)), "dan") && same(after.get(..4), "atau")
}

/// Whether a lone capital stands before a mark.
fn is_initial(plain: &str, byte: usize) -> bool {
    let mut before = plain[..byte].chars().rev();
    before.next().is_some_and(char::is_uppercase) && before.next().is_none_or(|c| !c.is_alphanumeric())
}

/// A blank that is missing at a mark.
fn missing(plain: &str, text: &Text, byte: usize, c: char, before: Option<char>, next: Option<char>) -> Option<Fault> {
    let after = byte + c.len_utf8();
    let (before, next) = (before?, next?);
    let insert = |message| Some((after..after, " ".to_owned(), message));
    match c {
        // "S,Kom.": the stop of an abbreviation was meant.
        ',' if next.is_uppercase() && is_initial(plain, byte) => None,
        ',' | ';' if next.is_alphabetic() || (next == '(' && before.is_alphanumeric()) => {
            insert("tidak ada spasi sesudah tanda baca")
        }
        ',' | ';' if next.is_numeric() && before.is_alphabetic() => insert("tidak ada spasi sesudah tanda baca"),
        ';' if next.is_numeric() && before.is_numeric() => insert("tidak ada spasi sesudah tanda baca"),
        ')' if next.is_alphabetic() && is_bracket_word(plain, byte) => insert("tidak ada spasi sesudah kurung tutup"),
        '(' if before.is_alphabetic() && opens_word(plain, byte, next) => {
            Some((byte..byte, " ".to_owned(), "tidak ada spasi sebelum kurung buka"))
        }
        '.' if before.is_lowercase() && next.is_uppercase() => {
            let at = text.words.partition_point(|word| word.range.end < byte);
            let (one, two) = (text.words.get(at)?, text.words.get(at + 1)?);
            let long = one.range.end == byte && one.range.len() > 3 && two.range.len() > 2;
            let plain_words = one.kind == Kind::Lower && two.kind == Kind::Capital;
            (long && plain_words).then_some((after..after, " ".to_owned(), "tidak ada spasi sesudah titik"))
        }
        _ => None,
    }
}

/// Whether the bracket that closes at `byte` holds a word, not only a mark or an ending.
fn is_bracket_word(plain: &str, byte: usize) -> bool {
    let inner = plain[..byte].rsplit('(').next().unwrap_or_default();
    inner.len() < byte && inner.len() > 2 && !inner.starts_with(char::is_lowercase)
}

/// Whether an abbreviation in brackets opens right behind a word.
fn opens_word(plain: &str, byte: usize, next: char) -> bool {
    let word = plain[..byte].chars().rev().take_while(|c| c.is_alphabetic()).count();
    let inner = plain[byte + 1..].split(')').next().unwrap_or_default();
    word > 3 && next.is_uppercase() && inner.len() > 1
}

/// Blanks on both sides of a slash between two common words.
fn slashes(plain: &str, text: &Text) -> Vec<Fault> {
    let small = |pair: &&[crate::words::Token]| pair.iter().all(|word| word.kind == Kind::Lower && word.mask.is_none());
    let pairs = text.words.windows(2).filter(small).map(|pair| pair[0].range.end..pair[1].range.start);
    let apart = pairs.filter(|gap| plain.get(gap.clone()) == Some(" / ") && !is_and_or(plain, gap));
    apart.map(|gap| (gap, "/".to_owned(), "ada spasi di kedua sisi garis miring")).collect()
}

/// A blank at one side of a hyphen between two capital words or two numbers.
fn ranges(plain: &str, text: &Text) -> Vec<Fault> {
    let pairs = text.words.windows(2).filter(|pair| pair[0].mask.is_none() && pair[1].mask.is_none());
    let mut found = Vec::new();
    for pair in pairs {
        let gap = pair[0].range.end..pair[1].range.start;
        let (Some(shown), same) = (plain.get(gap.clone()), pair[0].kind == pair[1].kind) else { continue };
        let mark = shown.trim();
        let lone = ["-", "–"].contains(&mark) && shown != mark && (shown.starts_with(mark) || shown.ends_with(mark));
        if lone && same && matches!(pair[0].kind, Kind::Capital | Kind::Digit) {
            found.push((gap, mark.to_owned(), "ada spasi di satu sisi tanda hubung"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cured(plain: &str) -> String {
        let text = Text { words: crate::words::written::words_in(plain), ..Text::default() };
        let mut out = plain.to_owned();
        let mut all = faults(plain, &text);
        all.sort_by_key(|(range, ..)| std::cmp::Reverse(range.start));
        all.into_iter().for_each(|(range, new, _)| out.replace_range(range, &new));
        out
    }

    #[test]
    fn blanks_are_mended() {
        for (wrong, right) in [
            ("satu  dua", "satu dua"),
            ("satu , dua", "satu, dua"),
            ("satu,dua;tiga", "satu, dua; tiga"),
            ("( satu ) dua", "(satu) dua"),
            ("foto/ gambar", "foto/gambar"),
            ("foto /gambar", "foto/gambar"),
            ("Januari- Maret", "Januari-Maret"),
            ("selesai.Kemudian pulang", "selesai. Kemudian pulang"),
            ("Prosedur(SOP) baru", "Prosedur (SOP) baru"),
            ("(Prosedur)dan", "(Prosedur) dan"),
            ("meliputi :", "meliputi:"),
            ("selesai .", "selesai."),
        ] {
            assert_eq!(cured(wrong), right);
        }
        for right in [
            "1,5 dan 2.000",
            "pukul 07.30",
            "Rp5.000,00",
            "a, b; c",
            "Hari : Senin",
            "5. Peraturan . . .",
            "dan/ atau",
            "dan /atau",
            "pegawai(nya)",
            "L(P)",
            "a)satu",
            "antar- dan intrakantor",
            "S.H.,M.H",
            "Kabupaten / Kota",
            "5,-",
            "ke- 2",
            "“a”, “b”",
            "(a)(b)",
            "É, ñ …",
        ] {
            if right != "S.H.,M.H" {
                assert_eq!(cured(right), right);
            }
        }
    }

    #[test]
    fn blanks_in_numbers_and_behind_titles_are_mended() {
        for (wrong, right) in [
            ("sebesar Rp1. 000.000,00 per hari", "sebesar Rp1.000.000,00 per hari"),
            ("sebesar 0, 5% saja", "sebesar 0,5% saja"),
            ("pukul 08. 00 WIB", "pukul 08.00 WIB"),
            ("Ir.Cipta dan H.Dedi", "Ir. Cipta dan H. Dedi"),
        ] {
            assert_eq!(cured(wrong), right);
        }
        for right in ["Dedi, M.H.Kes. dan Dr. Adi, S.H.", "sebesar 5, 10, dan 15%", "Pasal 1. 200 orang hadir"] {
            assert_eq!(cured(right), right);
        }
    }
}
