//! Moments: a day and perhaps its time, as programs write them, and where a text names one.

use std::ops::Range;

use super::days::{self, BULAN, HARI, Tanggal};
use super::lists::{WordList, WordLists};
use super::patterns::{Pattern, pattern};

/// A moment as a clock somewhere showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saat {
    /// The day there.
    pub hari: Tanggal,
    /// The minute of that day; `None` where the day alone was written.
    pub menit: Option<i64>,
    /// How many minutes that clock is before UTC, where it says so.
    pub zona: Option<i64>,
}

/// What a text names as a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disebut {
    /// Where in the text.
    pub letak: Range<usize>,
    /// The days that may be meant, none where the calendar has no such; `None` for a time alone.
    pub hari: Option<Vec<Tanggal>>,
    /// The minute of the day.
    pub menit: Option<i64>,
    /// How many minutes the clock meant is before UTC, where the text says so.
    pub zona: Option<i64>,
}

const DAY: i64 = 24 * 60;

/// Clocks of Indonesia, in minutes before UTC.
const CLOCKS: [i64; 3] = [7 * 60, 8 * 60, 9 * 60];

/// So many minutes may lie between the drawing of a look and its signing.
const APART: i64 = 10;

impl Saat {
    /// A moment as PDF and XMP write it: `D:20260302103000+07'00'`, `2026-03-02T10:30:00Z`.
    pub fn of_pdf(text: &str) -> Option<Self> {
        let text = text.trim();
        let bare = text.strip_prefix("D:").unwrap_or(text);
        let length = if text.starts_with("D:") { 14 } else { 19 };
        let end = bare.char_indices().take(length).find(|(at, char)| {
            let sign = matches!(char, '-' | ':' | 'T' | ' ') && !text.starts_with("D:");
            !(char.is_ascii_digit() || (sign && *at < length))
        });
        let end = end.map_or_else(|| bare.char_indices().nth(length).map_or(bare.len(), |(at, _)| at), |(at, _)| at);
        let digits: String = bare.get(..end)?.chars().filter(char::is_ascii_digit).collect();
        Self::of_digits(&digits, zone(bare.get(end..)?))
    }

    /// A moment as proofs write it, `260302033000Z` where its year is `short`, `20260302033000Z` otherwise.
    pub fn of_proof(text: &str, short: bool) -> Option<Self> {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text.get(digits.len()..)?.trim_start_matches(|char: char| char == '.' || char.is_ascii_digit());
        let digits = if short { format!("20{digits}") } else { digits };
        Self::of_digits(&digits, zone(rest))
    }

    fn of_digits(digits: &str, zona: Option<i64>) -> Option<Self> {
        let number = |range: Range<usize>| digits.get(range)?.parse::<u32>().ok();
        let hari = days::on(number(0..4)? as i32, number(4..6).unwrap_or(1), number(6..8).unwrap_or(1))?;
        let menit = number(8..10).map(|hour| i64::from(hour * 60 + number(10..12).unwrap_or(0)));
        Some(Self { hari, menit, zona })
    }

    /// Whether what a text names may be this moment, by whichever of the clocks that show it.
    pub fn is_named(&self, disebut: &Disebut) -> bool {
        if let (Some(minute), Some(zone), Some(own)) = (disebut.menit, disebut.zona, self.utc()) {
            let apart = |day: &Tanggal| (self.hari.to(*day) * DAY + minute - zone - own).abs() <= APART;
            return match &disebut.hari {
                Some(days) => days.iter().any(apart),
                None => is_near(minute - zone, own),
            };
        }
        let near = |days: &Vec<Tanggal>| days.iter().any(|day| day.to(self.hari).abs() <= 1);
        disebut.hari.as_ref().is_none_or(near) && disebut.menit.is_none_or(|minute| self.shows(minute))
    }

    fn shows(&self, minute: i64) -> bool {
        let Some(own) = self.menit else { return false };
        let utc = own - self.zona.unwrap_or(0);
        let mut shown = CLOCKS.map(|clock| utc + clock).to_vec();
        shown.extend([own, utc]);
        shown.into_iter().any(|shown| is_near(shown, minute))
    }

    /// The minute by UTC, counted from the beginning of the day that the clock showed; `None` where the clock is not known.
    fn utc(&self) -> Option<i64> {
        Some(self.menit? - self.zona?)
    }

    /// As it is told: `2026-03-02 10.30 +07.00`.
    pub fn told(&self) -> String {
        let clock = |minutes: i64| format!("{:02}.{:02}", minutes / 60, minutes % 60);
        let time = self.menit.map_or(String::new(), |minute| format!(" {}", clock(minute)));
        let zone = match self.zona {
            Some(0) => " UTC".to_owned(),
            Some(zone) if zone < 0 => format!(" -{}", clock(-zone)),
            Some(zone) => format!(" +{}", clock(zone)),
            None => String::new(),
        };
        format!("{}{time}{zone}", self.hari.iso())
    }

    /// How many minutes later another is, where both say their time; whole days otherwise.
    pub fn to(&self, other: &Self) -> i64 {
        let days = self.hari.to(other.hari) * DAY;
        self.utc().zip(other.utc()).map_or(days, |(own, then)| days + then - own)
    }
}

/// Whether two minutes of a day, on whichever day, are hardly apart.
fn is_near(one: i64, other: i64) -> bool {
    let apart = (one - other).rem_euclid(DAY);
    apart.min(DAY - apart) <= APART
}

/// The minutes before UTC that end a moment: `+07'00'`, `Z`, `-03:30`.
fn zone(text: &str) -> Option<i64> {
    let text = text.trim_start_matches(|char: char| char == '.' || char.is_ascii_digit());
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' => -1,
        'Z' => return Some(0),
        _ => return None,
    };
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let hours: i64 = digits.get(..2)?.parse().ok()?;
    let minutes: i64 = digits.get(2..4).map_or(Some(0), |minutes| minutes.parse().ok())?;
    Some(sign * (hours * 60 + minutes))
}

/// `2 Maret 2026`, `02-Mar-26`.
static IN_WORDS: Pattern =
    Pattern::new(|| pattern(r"\b(\d{1,2})(?:st|nd|rd|th)?[-./ ] ?([a-z]{3,9})\.?,?[-./ ] ?(\d{4}|\d{2})\b"));
/// `March 2, 2026`.
static MONTH_FIRST: Pattern = Pattern::new(|| pattern(r"\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b"));
/// `2026-03-02`.
static YEAR_FIRST: Pattern = Pattern::new(|| pattern(r"\b(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:\b|t)"));
/// `02/03/2026`, also with the month before.
static YEAR_LAST: Pattern = Pattern::new(|| pattern(r"\b(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})\b"));
/// `20260302103000`.
static COMPACT: Pattern = Pattern::new(|| pattern(r"\b(20\d{2})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(?:\d{2})?z?)?\b"));
/// A time with its zone.
static CLOCK: Pattern = Pattern::new(|| {
    pattern(
        r"^(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?: ?(am|pm))?(?: ?(\(?(?:(?:utc|gmt) ?)?[+-]\d{1,2}(?:[:']?\d{2})?'?\)?|z\b|\(?(?:wib|wita|wit|utc|gmt)\b\)?))?",
    )
});
/// What begins like a time somewhere in a text.
static CLOCK_AT: Pattern = Pattern::new(|| pattern(r"\b\d{1,2}:\d{2}\b"));
static CALLED_CLOCK: Pattern = Pattern::new(|| pattern(r"\b(?:pukul|jam|at) (\d{1,2}[.:]\d{2})\b"));
static ZONED_CLOCK: Pattern = Pattern::new(|| pattern(r"\b(\d{1,2}\.\d{2}(?:\.\d{2})?) (?:wib|wita|wit)\b"));

/// The moments that a text names, in their order.
pub fn disebut(text: &str, lists: &WordLists) -> Vec<Disebut> {
    let text = text.to_lowercase();
    let mut out: Vec<Disebut> = Vec::new();
    for found in dated(&text, lists) {
        if !out.iter().any(|one| meets(&one.letak, &found.letak)) {
            out.push(with_clock(found, &text));
        }
    }
    for at in clocks(&text) {
        let Some((length, menit, zona)) = text.get(at..).and_then(clock) else { continue };
        let letak = at..at + length;
        if !out.iter().any(|one| meets(&one.letak, &letak)) {
            out.push(Disebut { letak, hari: None, menit: Some(menit), zona });
        }
    }
    out.sort_by_key(|one| one.letak.start);
    out
}

fn meets(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The days that a text names.
fn dated(text: &str, lists: &WordLists) -> Vec<Disebut> {
    let mut out = Vec::new();
    let mut add = |of: &Pattern, read: &dyn Fn([&str; 3]) -> Option<Vec<Tanggal>>| {
        let Some(pattern) = of.within(text) else { return };
        for found in pattern.captures_iter(text) {
            let part = |nth: usize| found.get(nth).map_or("", |part| part.as_str());
            let (Some(whole), Some(hari)) = (found.get(0), read([part(1), part(2), part(3)])) else { continue };
            let menit = found.get(4).zip(found.get(5)).and_then(|(h, m)| minute(h.as_str(), m.as_str()));
            let letak = with_weekday(text, whole.range(), &hari, lists);
            out.push(Disebut { letak, hari: Some(hari), menit, zona: None });
        }
    };
    add(&IN_WORDS, &|[day, name, year]| Some(on(year, month(name, lists)?, day)));
    add(&MONTH_FIRST, &|[name, day, year]| Some(on(year, month(name, lists)?, day)));
    add(&YEAR_FIRST, &|[year, month, day]| Some(on(year, figure(month), day)));
    add(&YEAR_LAST, &|[one, two, year]| Some([on(year, figure(two), one), on(year, figure(one), two)].concat()));
    add(&COMPACT, &|[year, month, day]| Some(on(year, figure(month), day)).filter(|days| !days.is_empty()));
    out
}

fn figure(text: &str) -> u32 {
    text.parse().unwrap_or(0)
}

/// The day of a year, also one of two figures; none where the calendar has none.
fn on(year: &str, month: u32, day: &str) -> Vec<Tanggal> {
    let century = if year.len() == 2 { 2000 } else { 0 };
    days::on(figure(year) as i32 + century, month, figure(day)).into_iter().collect()
}

/// The month, from 1, that a word of small letters names.
fn month(word: &str, lists: &WordLists) -> Option<u32> {
    let short = |list| lists.pairs(list).find(|(short, _)| *short == word).map(|(_, month)| month);
    let name = short(WordList::SingkatanBulan).or_else(|| short(WordList::NamaWaktuLain));
    let at = BULAN.iter().position(|own| own.to_lowercase() == word || name == Some(*own))?;
    u32::try_from(at + 1).ok()
}

/// The place of a day with the day of the week before it, where that is its own.
fn with_weekday(text: &str, letak: Range<usize>, days: &[Tanggal], lists: &WordLists) -> Range<usize> {
    let before = text.get(..letak.start).unwrap_or_default().trim_end_matches([' ', ',']);
    let word = before.rsplit(|char: char| !char.is_alphabetic()).next().unwrap_or_default();
    let other = lists.pairs(WordList::NamaWaktuLain).find(|(name, _)| *name == word).map(|(_, name)| name);
    let own =
        |day: &Tanggal| HARI.get(day.hari()).is_some_and(|name| name.to_lowercase() == word || other == Some(name));
    let named = !word.is_empty() && days.iter().any(own);
    if named { before.len() - word.len()..letak.end } else { letak }
}

/// A day with the time behind it.
fn with_clock(mut found: Disebut, text: &str) -> Disebut {
    let rest = text.get(found.letak.end..).unwrap_or_default();
    let bare = rest.trim_start_matches([' ', ',', '(']);
    let called = ["pukul ", "jam ", "at "].iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    if let Some((length, menit, zona)) =
        clock(called).filter(|_| found.menit.is_none() && rest.len() - called.len() < 12)
    {
        found.letak.end += rest.len() - called.len() + length;
        (found.menit, found.zona) = (Some(menit), zona);
    }
    found
}

/// Where times stand in a text.
fn clocks(text: &str) -> Vec<usize> {
    let plain = CLOCK_AT.within(text).into_iter().flat_map(|at| at.find_iter(text).map(|found| found.start()));
    let called = [&CALLED_CLOCK, &ZONED_CLOCK].into_iter().filter_map(|pattern| pattern.within(text));
    let called = called.flat_map(|pattern| pattern.captures_iter(text).filter_map(|found| Some(found.get(1)?.start())));
    let mut out: Vec<usize> = plain.chain(called).collect();
    out.sort_unstable();
    out
}

/// The time at the beginning of a text: how long it is, the minute of its day, and its zone.
fn clock(text: &str) -> Option<(usize, i64, Option<i64>)> {
    let found = CLOCK.as_ref()?.captures(text)?;
    let part = |nth: usize| found.get(nth).map_or("", |part| part.as_str());
    let menit = minute(part(1), part(2))?;
    let half = match part(3) {
        "pm" if menit < DAY / 2 => DAY / 2,
        "am" if menit >= DAY / 2 => -DAY / 2,
        _ => 0,
    };
    Some((found.get(0)?.len(), menit + half, named_zone(part(4))))
}

/// The minutes before UTC of a zone as people write it: `wib`, `utc`, `(gmt+7)`, `+07'00'`.
fn named_zone(text: &str) -> Option<i64> {
    let bare = text.trim_matches(['(', ')', ' ']);
    let [wib, wita, wit] = CLOCKS;
    match bare {
        "" => None,
        "wib" => Some(wib),
        "wita" => Some(wita),
        "wit" => Some(wit),
        "utc" | "gmt" | "z" => Some(0),
        _ => {
            let signed = bare.trim_start_matches("utc").trim_start_matches("gmt").trim_start();
            let (sign, digits) = (if signed.starts_with('-') { -1 } else { 1 }, signed.get(1..)?);
            let figures: String = digits.chars().filter(char::is_ascii_digit).collect();
            let (hours, minutes) = figures
                .split_at_checked(if figures.len() > 2 { figures.len() - 2 } else { 2 })
                .unwrap_or((&figures, ""));
            Some(sign * (i64::from(figure(hours)) * 60 + i64::from(figure(minutes))))
        }
    }
}

fn minute(hour: &str, minute: &str) -> Option<i64> {
    let (hour, minute) = (figure(hour), figure(minute));
    (hour < 24 && minute < 60).then_some(i64::from(hour * 60 + minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> WordLists {
        let mut lists = WordLists::default();
        lists.take(WordList::SingkatanBulan, "mar: Maret\nsep: September\n");
        lists.take(WordList::NamaWaktuLain, "march: Maret\nmonday: Senin\n");
        lists
    }

    fn saat(text: &str) -> Saat {
        Saat::of_pdf(text).expect("a moment")
    }

    #[test]
    fn programs_write_moments() {
        for text in ["D:20260302103000+07'00'", "2026-03-02T10:30:00+07:00", "D:202603021030+0700"] {
            let read = saat(text);
            assert_eq!(
                (read.hari.iso().as_str(), read.menit, read.zona),
                ("2026-03-02", Some(630), Some(420)),
                "{text}"
            );
        }
        assert_eq!(saat("D:2026").menit, None);
        assert_eq!(saat("2026-03-02").hari.iso(), "2026-03-02");
        let proof = Saat::of_proof("260302033000Z", true).expect("a moment");
        assert_eq!((proof.hari.iso().as_str(), proof.menit, proof.zona), ("2026-03-02", Some(210), Some(0)));
        for text in ["", "D:", "D:20261399", "Maret", "D:é0260302"] {
            assert!(Saat::of_pdf(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_moment_is_known_however_it_is_written() {
        let signed = saat("D:20260302103000+07'00'");
        for text in [
            "2 Maret 2026",
            "pada Senin, 2 Maret 2026 pukul 10.30 WIB",
            "2026.03.02 10:30:05 +07'00'",
            "2026-03-02 03:31:00 UTC",
            "2026-03-02T03:30:00Z",
            "02/03/2026 11:30",
            "March 2, 2026",
            "Monday, 02-Mar-2026 10:29",
            "3 Maret 2026",
            "20260302103000",
            "jam 10.30",
            "12.30 WIT",
            "2026/03/02, 10:30 AM",
            "2 Maret 2026 11.30 WITA",
            "2 Maret 2026 10:30 (GMT+7)",
            "2026-03-02 03:30 UTC",
        ] {
            let found = disebut(text, &lists());
            assert!(!found.is_empty() && found.iter().all(|one| signed.is_named(one)), "{text}: {found:?}");
        }
        for text in [
            "1 Juni 2027",
            "2 Maret 2027",
            "4 Maret 2026",
            "2026-03-02 22:10",
            "pukul 14.00",
            "31 Februari 2026",
            "2027-06-01",
            "12/12/2026",
            "20270601",
            "2 Maret 2026 10.30 WITA",
            "10.30 WIT",
            "2026-03-02 10:30 UTC",
            "2026-03-02 10:30 +08:00",
            "3 Maret 2026 10.30 WIB",
        ] {
            let found = disebut(text, &lists());
            assert!(!found.is_empty() && !found.iter().all(|one| signed.is_named(one)), "{text}: {found:?}");
        }
        for text in ["Nomor 7 Tahun 2026", "198001012005011001", "2 Budi 2026", "Jalan Maret 22", ""] {
            assert!(disebut(text, &lists()).is_empty(), "{text}: {:?}", disebut(text, &lists()));
        }
    }

    #[test]
    fn a_moment_ends_where_it_ends() {
        let text = "Senin, 2 Maret 2026 10:30:00 +07'00' oleh";
        let found = disebut(text, &lists());
        assert_eq!(
            found.iter().map(|one| &text[one.letak.clone()]).collect::<Vec<_>>(),
            ["Senin, 2 Maret 2026 10:30:00 +07'00'"]
        );
        let other = "Selasa, 2 Maret 2026";
        assert_eq!(disebut(other, &lists())[0].letak, 8..other.len(), "another day of the week is none of it");
    }
}
