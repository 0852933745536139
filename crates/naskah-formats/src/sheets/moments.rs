//! Days and times of the clock as a cell shows them: `15 Maret 2024`, `08.30`, `Jumat, 15 Maret 2024 pukul 08.30`.

use naskah_core::language::days::BULAN;

use super::shown::{Bit, Shown};
use super::values;

/// The last day that spreadsheets know: 31 December 9999.
const LAST: f64 = 2_958_466.0;

/// What is asked of a moment.
#[derive(Default)]
struct Asked {
    weekday: bool,
    day: bool,
    month: bool,
    year: bool,
    hour: bool,
    minute: bool,
    second: bool,
    /// Whether hours, minutes or seconds go on beyond a day.
    length: Option<char>,
}

/// A part of what is shown.
enum Part {
    Date(Asked),
    Clock(Asked),
    Word(String),
}

/// What a section shows of a serial number.
pub fn shown(value: f64, bits: &[Bit]) -> Shown {
    let parts = parts(bits);
    let dated = parts.iter().any(|part| matches!(part, Part::Date(_)));
    if !(0.0..LAST).contains(&value) {
        return Shown::Fault("tanggal atau jam ini di luar yang dikenal lembar kerja (`#####`)");
    }
    if dated && value < 1.0 {
        return Shown::Fault("tanggal ini 0, biasanya rujukan ke sel kosong");
    }
    let seconds = (value * 86_400_000.0).round() as i64 / 1000;
    let mut text = String::new();
    let mut before_date = false;
    for part in &parts {
        match part {
            Part::Date(asked) => {
                space(&mut text);
                text.push_str(&date(seconds / 86_400, asked));
            }
            Part::Clock(asked) => {
                let midnight = seconds % 86_400 == 0;
                if before_date && midnight && asked.length.is_none() {
                    continue;
                }
                let between = if before_date { " pukul " } else { "" };
                if between.is_empty() {
                    space(&mut text);
                }
                text.push_str(&format!("{between}{}", clock(seconds, asked, before_date)));
            }
            Part::Word(word) => {
                space(&mut text);
                text.push_str(word);
            }
        }
        before_date = matches!(part, Part::Date(_));
    }
    Shown::Moment(text)
}

fn space(text: &mut String) {
    if !text.is_empty() {
        text.push(' ');
    }
}

/// Days, times and the words between them; signs between parts of one are none.
fn parts(bits: &[Bit]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (at, bit) in bits.iter().enumerate() {
        match bit {
            Bit::Moment(letters) => take(letters, is_minute(bits, at), &mut parts),
            Bit::Literal(text, quoted) if *quoted && text.contains(char::is_alphabetic) => {
                parts.push(Part::Word(text.trim().to_owned()));
            }
            _ => {}
        }
    }
    parts
}

/// Whether `m` means minutes: behind hours or before seconds.
fn is_minute(bits: &[Bit], at: usize) -> bool {
    let letter = |bit: &Bit| match bit {
        Bit::Moment(letters) => letters.trim_start_matches('[').chars().next(),
        _ => None,
    };
    let before = bits.iter().take(at).rev().find_map(letter);
    let after = bits.iter().skip(at + 1).find_map(letter);
    before == Some('h') || after == Some('s')
}

fn take(letters: &str, minute: bool, parts: &mut Vec<Part>) {
    let letter = letters.trim_start_matches('[').chars().next().unwrap_or(' ');
    if letters == "am/pm" {
        return;
    }
    let clock = matches!(letter, 'h' | 's') || (letter == 'm' && (minute || letters.starts_with('[')));
    let same = |part: &Part| matches!((part, clock), (Part::Clock(_), true) | (Part::Date(_), false));
    if !parts.last().is_some_and(same) {
        parts.push(if clock { Part::Clock(Asked::default()) } else { Part::Date(Asked::default()) });
    }
    let Some(Part::Date(asked) | Part::Clock(asked)) = parts.last_mut() else { return };
    if letters.starts_with('[') {
        asked.length = Some(letter);
    }
    match (letter, clock) {
        ('h', _) => asked.hour = true,
        ('s', _) => asked.second = true,
        ('m', true) => asked.minute = true,
        ('m', false) => asked.month = true,
        ('d', _) if letters.len() > 2 => asked.weekday = true,
        ('d', _) => asked.day = true,
        _ => asked.year = true,
    }
}

fn date(days: i64, asked: &Asked) -> String {
    let (year, month, day) = values::calendar(days);
    let name = (month as usize).checked_sub(1).and_then(|at| BULAN.get(at)).unwrap_or(&"?");
    let mut words = Vec::new();
    words.extend(asked.day.then(|| day.to_string()));
    words.extend(asked.month.then(|| (*name).to_owned()));
    words.extend(asked.year.then(|| year.to_string()));
    let text = words.join(" ");
    match (asked.weekday, text.is_empty()) {
        (false, _) => text,
        (true, true) => values::weekday(days).to_owned(),
        (true, false) => format!("{}, {text}", values::weekday(days)),
    }
}

/// A time of the clock; seconds that are zero are not told behind a day.
fn clock(seconds: i64, asked: &Asked, dated: bool) -> String {
    let of_day = if asked.length.is_some() { seconds } else { seconds % 86_400 };
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    let two = |number: i64| format!("{number:02}");
    match asked.length {
        Some('m') => return join(&[two(of_day / 60), two(second)], asked.second),
        Some('s') => return of_day.to_string(),
        _ => {}
    }
    if !asked.hour {
        return if asked.minute { join(&[two(minute), two(second)], asked.second) } else { two(second) };
    }
    let second_told = asked.second && !(dated && second == 0);
    match asked.minute || asked.second {
        true => join(&[format!("{}.{}", two(hour), two(minute)), two(second)], second_told),
        false => two(hour),
    }
}

fn join(parts: &[String; 2], both: bool) -> String {
    let [first, second] = parts;
    if both { format!("{first}.{second}") } else { first.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_told_from_months() {
        let moment = |letters: &str| Bit::Moment(letters.to_owned());
        let parts = parts(&[moment("mm"), moment("yyyy"), moment("hh"), moment("mm")]);
        assert!(matches!(&parts[..], [Part::Date(date), Part::Clock(clock)] if date.month && clock.minute));
    }
}
