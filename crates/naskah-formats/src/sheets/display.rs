//! What a cell shows of the number that it holds: the number formats of spreadsheets, in Indonesian writing.
//!
//! A format has up to four sections between semicolons (`#,##0;(#,##0);"-";@`), for positive, negative, zero and text.

use super::shown::{Bit, Shown};
use super::{moments, values};

/// A section and the condition that it is for.
#[derive(Debug, Default)]
struct Section {
    bits: Vec<Bit>,
    condition: Option<(String, f64)>,
}

/// What is shown of `value` in the format `code`; `shift` is the day that counting begins with, after that of Excel.
pub fn number(value: f64, code: &str, shift: f64) -> Shown {
    let sections: Vec<Section> = split(code).iter().map(|text| section(text)).collect();
    let last = sections.len().saturating_sub(1);
    let numeric = match sections.last() {
        Some(section) if last > 0 && section.bits.contains(&Bit::Text) => last,
        _ => sections.len(),
    };
    let Some((at, section)) = chosen(value, sections.get(..numeric.min(3)).unwrap_or_default()) else {
        return Shown::Plain;
    };
    if section.bits.iter().any(|bit| matches!(bit, Bit::Moment(_))) {
        return moments::shown(value + shift, &section.bits);
    }
    filled(value, &section.bits, value < 0.0 && !only_negative(at, &sections))
}

/// Whether a section is for negative numbers alone, and so shows their sign itself, or means to hide it.
fn only_negative(at: usize, sections: &[Section]) -> bool {
    let own = |section: &Section| section.condition.clone();
    match sections.get(at).and_then(own) {
        Some((sign, bound)) => (sign == "<" && bound <= 0.0) || (["<=", "="].contains(&sign.as_str()) && bound < 0.0),
        None => {
            let mut before = sections.iter().take(at).filter_map(own).peekable();
            let unconditional = before.peek().is_none();
            at > 0 && (unconditional || before.any(|(sign, bound)| sign.starts_with('>') && bound <= 0.0))
        }
    }
}

/// What is shown of a text in the format `code`; `None` where the format hides it.
pub fn text(text: &str, code: &str) -> Option<String> {
    let sections = split(code);
    let own = match sections.len() {
        4.. => sections.get(3),
        _ => sections.last().filter(|last| section(last).bits.contains(&Bit::Text)),
    };
    let Some(own) = own else { return Some(text.to_owned()) };
    let bits = section(own).bits;
    if bits.is_empty() {
        return None;
    }
    let shown = bits.iter().map(|bit| match bit {
        Bit::Literal(text, _) => text.as_str(),
        Bit::Text => text,
        _ => "",
    });
    Some(shown.collect())
}

fn chosen(value: f64, sections: &[Section]) -> Option<(usize, &Section)> {
    let fits = |(sign, bound): &(String, f64)| match sign.as_str() {
        "<" => value < *bound,
        "<=" => value <= *bound,
        ">" => value > *bound,
        ">=" => value >= *bound,
        "<>" => value != *bound,
        _ => value == *bound,
    };
    let conditional = sections.iter().any(|section| section.condition.is_some());
    let at = match (conditional, sections.len()) {
        (_, 0) => return None,
        (true, _) => sections.iter().position(|section| section.condition.as_ref().is_none_or(fits))?,
        (false, 2) if value < 0.0 => 1,
        (false, 3) if value < 0.0 => 1,
        (false, 3) if value == 0.0 => 2,
        _ => 0,
    };
    sections.get(at).map(|section| (at, section))
}

/// The sections of a format.
fn split(code: &str) -> Vec<String> {
    let (mut sections, mut quoted, mut escaped) = (vec![String::new()], false, false);
    for c in code.chars() {
        if c == ';' && !quoted && !escaped {
            sections.push(String::new());
            continue;
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped && !quoted;
        if let Some(last) = sections.last_mut() {
            last.push(c);
        }
    }
    sections
}

fn section(text: &str) -> Section {
    let mut section = Section::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let until = |sign: char| after.find(sign).unwrap_or(after.len());
        let inner = |sign: char| after.get(..until(sign)).unwrap_or_default();
        // The length of what is read, the closing sign with it.
        let closed = |sign: char| (c.len_utf8() + until(sign) + 1).min(rest.len());
        let next = after.chars().next();
        let (bit, length) = match c {
            '"' => (Some(Bit::Literal(inner('"').to_owned(), true)), closed('"')),
            '[' => (bracket(inner(']'), &mut section), closed(']')),
            '\\' | '_' | '*' => {
                let shown = next.filter(|_| c == '\\').map(|next| Bit::Literal(next.to_string(), false));
                (shown, c.len_utf8() + next.map_or(0, char::len_utf8))
            }
            'E' | 'e' if matches!(next, Some('+' | '-')) => (Some(Bit::Exponent), 2),
            _ => {
                let (bit, length) = letters(c, rest).unwrap_or_else(|| (sign(c), c.len_utf8()));
                (Some(bit), length)
            }
        };
        section.bits.extend(bit);
        rest = rest.get(length..).unwrap_or_default();
    }
    section
}

/// What a single sign means.
fn sign(c: char) -> Bit {
    match c {
        '0' | '#' | '?' => Bit::Digit(c),
        '.' => Bit::Point,
        ',' => Bit::Comma,
        '%' => Bit::Percent,
        '@' => Bit::Text,
        '/' => Bit::Slash,
        other => Bit::Literal(other.to_string(), false),
    }
}

/// What letters mean, and how many they are; `None` where they mean themselves.
fn letters(c: char, rest: &str) -> Option<(Bit, usize)> {
    let begins = |word: &str| rest.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word));
    for word in ["am/pm", "a/p"] {
        if begins(word) {
            return Some((Bit::Moment("am/pm".to_owned()), word.len()));
        }
    }
    if begins("general") {
        return Some((Bit::General, "general".len()));
    }
    let small = c.to_ascii_lowercase();
    if !"ymdhs".contains(small) {
        return None;
    }
    let run = rest.chars().take_while(|next| next.eq_ignore_ascii_case(&c)).count();
    Some((Bit::Moment(small.to_string().repeat(run)), run))
}

/// What stands in brackets: a currency, a length of time, a condition; colours and languages show nothing.
fn bracket(inner: &str, section: &mut Section) -> Option<Bit> {
    if let Some(money) = inner.strip_prefix('$') {
        let sign = money.split('-').next().unwrap_or_default();
        return (!sign.is_empty()).then(|| Bit::Literal(sign.to_owned(), true));
    }
    let small = inner.to_lowercase();
    if small.chars().next().is_some_and(|unit| "hms".contains(unit) && small.chars().all(|c| c == unit)) {
        return Some(Bit::Moment(format!("[{small}]")));
    }
    let sign: String = inner.chars().take_while(|c| "<>=".contains(*c)).collect();
    let bound = inner.get(sign.len()..).and_then(|bound| bound.trim().parse().ok());
    if let (false, Some(bound)) = (sign.is_empty(), bound) {
        section.condition = Some((sign, bound));
    }
    None
}

/// A number in the places of a section.
fn filled(value: f64, bits: &[Bit], minus: bool) -> Shown {
    if bits.is_empty() {
        return Shown::Nothing;
    }
    if bits.iter().all(|bit| matches!(bit, Bit::General | Bit::Text)) {
        return Shown::Plain;
    }
    if !bits.iter().any(is_digit) {
        return words(value, bits, minus);
    }
    if bits.contains(&Bit::Exponent) {
        return Shown::Fault("bilangan ini ditampilkan dengan pangkat sepuluh (E+)");
    }
    if bits.contains(&Bit::Slash) {
        return Shown::Fault("bilangan ini ditampilkan sebagai pecahan");
    }
    let places = Places::of(bits);
    let (whole, decimals) = values::rounded(value.abs(), places.exponent, places.decimals);
    let text = places.whole(&whole) + &places.behind(&decimals);
    let zero = whole.chars().chain(decimals.chars()).all(|c| c == '0');
    let text = if minus && !zero { format!("-{text}") } else { text };
    Shown::Number(text.trim().to_owned(), (places.exponent == 0).then_some(places.decimals))
}

fn is_digit(bit: &Bit) -> bool {
    matches!(bit, Bit::Digit(_))
}

/// A section without a place for digits.
fn words(value: f64, bits: &[Bit], minus: bool) -> Shown {
    let word = |bit: &Bit| match bit {
        Bit::Literal(text, _) => text.clone(),
        Bit::General | Bit::Text => values::general(value.abs()),
        Bit::Percent => "%".to_owned(),
        Bit::Slash => "/".to_owned(),
        _ => String::new(),
    };
    let text: String = bits.iter().map(word).collect();
    let text = if minus { format!("-{text}") } else { text };
    match text.trim() {
        "" => Shown::Nothing,
        text => Shown::Number(text.to_owned(), (value == 0.0).then_some(0)),
    }
}

/// The places for digits of a section.
struct Places<'a> {
    bits: &'a [Bit],
    /// Where the point stands, or the end.
    point: usize,
    grouped: bool,
    /// How many decimal places there are.
    decimals: usize,
    /// The power of ten that the number is multiplied with: percent signs, commas behind the last digit.
    exponent: i32,
}

impl<'a> Places<'a> {
    fn of(bits: &'a [Bit]) -> Self {
        let point = bits.iter().position(|bit| *bit == Bit::Point).unwrap_or(bits.len());
        let first = bits.iter().position(is_digit).unwrap_or(0);
        let whole = bits.iter().take(point).rposition(is_digit).map_or(0, |at| at + 1);
        let last = bits.iter().rposition(is_digit).map_or(0, |at| at + 1);
        let between = |from: usize, to: usize| bits.get(from..to).unwrap_or_default();
        let commas = |bits: &[Bit]| bits.iter().take_while(|bit| **bit == Bit::Comma).count();
        let before_point = if last > whole { commas(between(whole, point)) } else { 0 };
        let scaled = commas(between(last, bits.len())) + before_point;
        let percent = bits.iter().filter(|bit| **bit == Bit::Percent).count();
        Self {
            bits,
            point,
            grouped: between(first, whole).contains(&Bit::Comma),
            decimals: bits.iter().skip(point).filter(|bit| is_digit(bit)).count(),
            exponent: 2 * percent as i32 - 3 * scaled as i32,
        }
    }

    /// What is shown before the comma.
    fn whole(&self, digits: &str) -> String {
        let mut digits: Vec<char> = digits.trim_start_matches('0').chars().collect();
        let places = self.bits.iter().take(self.point).filter(|bit| is_digit(bit)).count();
        let (mut out, mut given, mut seen) = (Vec::new(), 0usize, 0usize);
        let mut give = |digit: char, out: &mut Vec<String>| {
            if self.grouped && given > 0 && given.is_multiple_of(3) {
                out.push(".".to_owned());
            }
            given += 1;
            out.push(digit.to_string());
        };
        for bit in self.bits.iter().take(self.point).rev() {
            match bit {
                Bit::Digit(sign) => {
                    seen += 1;
                    digits.pop().or((*sign == '0').then_some('0')).into_iter().for_each(|digit| give(digit, &mut out));
                    while seen == places
                        && let Some(digit) = digits.pop()
                    {
                        give(digit, &mut out);
                    }
                }
                other => out.push(literal(other)),
            }
        }
        // A format such as `.00` has no place for whole digits.
        let rest: String = if places == 0 { digits.iter().collect() } else { String::new() };
        out.into_iter().rev().collect::<String>() + &rest
    }

    /// What is shown from the comma on.
    fn behind(&self, decimals: &str) -> String {
        let (mut text, mut rest, mut at) = (String::new(), decimals.chars(), 0);
        let places = self.bits.iter().skip(self.point + 1).filter(|bit| is_digit(bit));
        // A zero asks for its place, and so for all places before it.
        let asked = places.enumerate().filter(|(_, bit)| **bit == Bit::Digit('0')).last().map_or(0, |(at, _)| at + 1);
        let kept = decimals.trim_end_matches('0').len().max(asked);
        // The point of `0.-` is shown: it belongs to the sign behind it.
        if self.decimals == 0 && self.bits.iter().skip(self.point + 1).any(|bit| !literal(bit).trim().is_empty()) {
            text.push(',');
        }
        for bit in self.bits.iter().skip(self.point + 1) {
            let Bit::Digit(_) = bit else {
                text.push_str(&literal(bit));
                continue;
            };
            let digit = rest.next().unwrap_or('0');
            at += 1;
            if at <= kept {
                if at == 1 {
                    text.push(',');
                }
                text.push(digit);
            }
        }
        text
    }
}

/// What is shown of a piece that is no place for a digit.
fn literal(bit: &Bit) -> String {
    match bit {
        Bit::Literal(text, _) => text.clone(),
        Bit::Percent => "%".to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(value: f64, code: &str) -> String {
        match number(value, code, 0.0) {
            Shown::Plain => values::general(value),
            Shown::Number(text, _) | Shown::Moment(text) => text,
            Shown::Nothing => String::new(),
            Shown::Fault(why) => format!("!{why}"),
        }
    }

    #[test]
    fn numbers_are_seen_as_their_format_shows_them() {
        for (value, code, shown) in [
            (100.0 / 3.0, "0.00", "33,33"),
            (1234567.891, "#,##0", "1.234.568"),
            (7.0, "000", "007"),
            (1500000.0, "\"Rp\"#,##0", "Rp1.500.000"),
            (1500000.0, "[$Rp-421]#,##0.00", "Rp1.500.000,00"),
            (250000.75, "_-\"Rp\"* #,##0.00_-", "Rp250.000,75"),
            (-250000.0, "#,##0;(#,##0)", "(250.000)"),
            (-5.0, "#,##0", "-5"),
            (-0.2, "0", "0"),
            (0.0, "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", "-"),
            (12.0, "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", "12"),
            (0.125, "0%", "13%"),
            (0.125, "0.0%", "12,5%"),
            (0.125, "0.00", "0,13"),
            (1.005, "0.00", "1,01"),
            (81200000002.0, "0##########", "81200000002"),
            (81200000002.0, "0###########", "081200000002"),
            (12345.0, ";;;", ""),
            (5.0, "0\" kg\"", "5 kg"),
            (123456789012345.0, "00\\.000\\.000\\.0\\-000\\.000", "12.345.678.9-012.345"),
            (1234567.0, "#,##0,", "1.235"),
            (5.0, "0.##", "5"),
            (5.25, "0.0##", "5,25"),
            (1005.0, "#.##0", "1005,000"),
            (1.0, "0.#0", "1,00"),
            (1250000.0, "#.##0,00", "1250000,00000"),
            (1.5, "0.#0#", "1,50"),
            (0.0, "#,##0;-#,##0;", ""),
            (5000.0, "[>=1000]#,##0\" lebih\";0", "5.000 lebih"),
            (-3.0, "[<0]\"(\"0\")\";0", "(3)"),
            (33.0, "[Red]0", "33"),
            (12.0, "@", "12"),
            (12.5, "General\" m\"", "12,5 m"),
            (0.5, "# ?/?", "!bilangan ini ditampilkan sebagai pecahan"),
            (1234.0, "0.00E+00", "!bilangan ini ditampilkan dengan pangkat sepuluh (E+)"),
            (0.0, "0", "0"),
            (0.0, "#", ""),
        ] {
            assert_eq!(seen(value, code), shown, "{value} {code}");
        }
        assert_eq!(number(33.333, "0.00", 0.0), Shown::Number("33,33".into(), Some(2)));
        assert_eq!(text("x", ";;;"), None);
        assert_eq!(text("x", "\"NIP \"@").as_deref(), Some("NIP x"));
        assert_eq!(text("x", "0.00").as_deref(), Some("x"));
    }

    #[test]
    fn signs_and_points_are_seen_as_their_format_shows_them() {
        for (value, code, shown) in [
            (-3.0, "[>=1000]#,##0\" lebih\";0", "-3"),
            (-3.0, "[<100]0;[<1000]0;0", "-3"),
            (-3.0, "[<=100]0\" kecil\";0", "-3 kecil"),
            (-3.0, "[>=0]0;(0)", "(3)"),
            (-3.0, "[=0]\"-\";0", "-3"),
            (1250000.0, "#,##0.-", "1.250.000,-"),
            (1250000.0, "\"Rp\"#,##0.\\-", "Rp1.250.000,-"),
            (1250000.0, "#,##0\",-\"", "1.250.000,-"),
            (5.0, "0._-", "5"),
        ] {
            assert_eq!(seen(value, code), shown, "{value} {code}");
        }
    }

    #[test]
    fn days_and_times_are_seen_as_their_format_shows_them() {
        for (value, code, shown) in [
            (45366.678, "dd/mm/yyyy", "15 Maret 2024"),
            (45366.678, "dd/mm/yyyy hh:mm", "15 Maret 2024 pukul 16.16"),
            (45366.0, "dd/mm/yyyy hh:mm", "15 Maret 2024"),
            (45366.0, "dddd, d mmmm yyyy", "Jumat, 15 Maret 2024"),
            (45366.0, "[$-421]d mmmm yyyy;@", "15 Maret 2024"),
            (45366.0, "mmm-yy", "Maret 2024"),
            (45366.0, "d-mmm", "15 Maret"),
            (45366.0, "yyyy", "2024"),
            (36610.0 / 86400.0, "hh:mm:ss", "10.10.10"),
            (36610.0 / 86400.0, "h:mm", "10.10"),
            (10.0 + 54610.0 / 86400.0, "[hh]:mm:ss", "255.10.10"),
            (28799.0 / 86400.0, "hh:mm", "07.59"),
            (0.9999999, "hh:mm", "23.59"),
            (0.75, "h:mm AM/PM", "18.00"),
            (0.5, "hh:mm\" WIB\"", "12.00 WIB"),
            (0.0, "hh:mm", "00.00"),
            (60.0, "dd/mm/yyyy", "29 Februari 1900"),
            (59.0, "dd/mm/yyyy", "28 Februari 1900"),
            (1.0, "dd/mm/yyyy", "1 Januari 1900"),
        ] {
            assert_eq!(seen(value, code), shown, "{value} {code}");
        }
        for (value, code) in
            [(-1.2, "dd/mm/yyyy"), (0.0, "dd/mm/yyyy"), (0.5, "dd/mm/yyyy"), (3e6, "dd/mm/yyyy"), (-0.5, "hh:mm")]
        {
            assert!(seen(value, code).starts_with('!'), "{value} {code}");
        }
        assert_eq!(number(1462.0 - 1462.0 + 43904.0, "dd/mm/yyyy", 1462.0), Shown::Moment("15 Maret 2024".into()));
    }
}
