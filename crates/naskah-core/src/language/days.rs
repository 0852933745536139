//! Dates: written `2025-01-05` in YAML, printed `5 Januari 2025`.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

/// The months as a decree prints them.
pub const BULAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// The days of the week from Monday.
pub const HARI: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tanggal(pub NaiveDate);

impl Tanggal {
    /// As `2026-03-02`.
    pub fn iso(self) -> String {
        let (year, month, day) = self.parts();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Year, month (from 1) and day (from 1).
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The day in western Indonesia so many seconds after the beginning of 1970.
    pub fn of_unix(seconds: u64) -> Self {
        let days = (seconds + 7 * 60 * 60) / (24 * 60 * 60);
        let first = NaiveDate::default();
        Self(first.checked_add_days(chrono::Days::new(days)).unwrap_or(first))
    }

    /// How many days later another is.
    pub fn to(self, other: Self) -> i64 {
        (other.0 - self.0).num_days()
    }

    /// The day of the week as a position in [`HARI`].
    pub fn hari(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }
}

impl FromStr for Tanggal {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let form = || format!("`{text}` bukan tanggal; tulis tahun-bulan-hari seperti 2025-01-05");
        let numbers = |parts: [&str; 3], long: usize| {
            let fits = |at: usize, part: &str| match at == long {
                true => part.len() == 4,
                false => matches!(part.len(), 1 | 2),
            };
            let all = parts.iter().enumerate().all(|(at, part)| fits(at, part));
            let read: Vec<u32> = parts.iter().filter_map(|part| figures(part)).collect();
            <[u32; 3]>::try_from(read).ok().filter(|_| all)
        };
        let parts: Vec<&str> = text.split(['-', '/', '.']).map(str::trim).collect();
        let (y, m, d) = match (&parts[..], in_words(text)) {
            (_, Some((d, m, y))) => (y, m, d),
            (&[year, month, day], _) if !text.contains(['/', '.']) && numbers([year, month, day], 0).is_some() => {
                numbers([year, month, day], 0).map_or((0, 0, 0), |[y, m, d]| (y as i32, m, d))
            }
            (&[day, month, year], _) if numbers([day, month, year], 2).is_some() => {
                let meant = numbers([day, month, year], 2).and_then(|[d, m, y]| on(y as i32, m, d));
                return Err(meant.map_or_else(form, |meant| {
                    format!("`{text}` dapat dibaca dengan dua cara; untuk {meant} tulis {}", meant.iso())
                }));
            }
            _ => match parts.last().and_then(|last| in_words(last.rsplit(", ").next()?)) {
                Some((d, m, y)) if on(y, m, d).is_some() => {
                    let iso = on(y, m, d).map_or(String::new(), Tanggal::iso);
                    return Err(format!("`{text}` memuat lebih daripada tanggal; tulis {iso} saja"));
                }
                _ => {
                    return Err(shortened(text).map_or_else(form, |meant| {
                        format!("`{text}` belum berbentuk tanggal; untuk {meant} tulis {}", meant.iso())
                    }));
                }
            },
        };
        NaiveDate::from_ymd_opt(y, m, d).map(Tanggal).ok_or_else(|| match BULAN.get((m as usize).wrapping_sub(1)) {
            Some(name) => format!("tanggal {d} {name} {y} tidak ada dalam kalender"),
            None => format!("bulan {m} tidak ada; bulan ditulis 01 sampai 12"),
        })
    }
}

/// The day that is meant where its month or year is shortened: `2 Mar 2026`, `02-Agt-26`, `2 Sept. 26`.
fn shortened(text: &str) -> Option<Tanggal> {
    let parts: Vec<&str> = text.split([' ', '-', '/', '.', ',']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts[..] else { return None };
    let small = month.to_lowercase();
    let other =
        [("agt", 8), ("ags", 8), ("nop", 11), ("pebruari", 2), ("peb", 2), ("aug", 8), ("oct", 10), ("dec", 12)];
    let known = BULAN.iter().position(|name| small.len() >= 3 && name.to_lowercase().starts_with(&small));
    let named = other.iter().find(|(short, _)| *short == small).map(|(_, month)| *month);
    let month = known.map(|at| at as u32 + 1).or(named)?;
    let year = match year.len() {
        2 => 2000 + figures(year)? as i32,
        4 => figures(year)? as i32,
        _ => return None,
    };
    on(year, month, figures(day)?)
}

/// A number of figures alone.
fn figures(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

/// Day, month and year of a day as a decree prints it: `2 Maret 2026`, in letters of any case.
fn in_words(text: &str) -> Option<(u32, u32, i32)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [day, month, year] = words[..] else { return None };
    let month = BULAN.iter().position(|name| name.eq_ignore_ascii_case(month))?;
    let sound = matches!(day.len(), 1 | 2) && year.len() == 4;
    Some((figures(day)?, month as u32 + 1, figures(year)? as i32)).filter(|_| sound)
}

/// The day of a year, a month (from 1) and a day (from 1), where the calendar has it.
pub fn on(year: i32, month: u32, day: u32) -> Option<Tanggal> {
    NaiveDate::from_ymd_opt(year, month, day).map(Tanggal)
}

impl fmt::Display for Tanggal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{day} {} {year}", BULAN[month as usize - 1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_gives_a_day() {
        assert_eq!(Tanggal::of_unix(0).iso(), "1970-01-01");
        assert_eq!(Tanggal::of_unix(1_772_384_400).iso(), "2026-03-02");
    }

    #[test]
    fn printed_in_words() {
        assert_eq!("2025-01-05".parse::<Tanggal>().map(|t| t.to_string()), Ok("5 Januari 2025".into()));
        assert_eq!("2024-02-29".parse::<Tanggal>().map(|t| t.to_string()), Ok("29 Februari 2024".into()));
    }

    #[test]
    fn what_does_not_exist_is_named() {
        let message = |text: &str| text.parse::<Tanggal>().err().unwrap_or_default();
        assert_eq!(message("2025-02-30"), "tanggal 30 Februari 2025 tidak ada dalam kalender");
        assert_eq!(message("2025-13-01"), "bulan 13 tidak ada; bulan ditulis 01 sampai 12");
        assert!(message("5 Januari").contains("tahun-bulan-hari"));
        assert_eq!(message("30 Februari 2025"), "tanggal 30 Februari 2025 tidak ada dalam kalender");
        assert!(message("Ungaran, 2 Maret 2026").contains("tulis 2026-03-02 saja"));
    }

    #[test]
    fn what_can_be_read_in_one_way_is_read() {
        for text in ["2026-03-02", "2026-3-2", "2 Maret 2026", "02 maret 2026", "2  MARET  2026"] {
            assert_eq!(text.parse::<Tanggal>().map(Tanggal::iso), Ok("2026-03-02".into()), "{text}");
        }
        for text in ["02-03-2026", "2/3/2026", "02.03.2026"] {
            let told = text.parse::<Tanggal>().err().unwrap_or_default();
            assert!(told.ends_with("untuk 2 Maret 2026 tulis 2026-03-02"), "{told}");
        }
        for text in ["2026/03/02", "26-03-02", "2-3-26", "Maret 2026", "", "2026-03-02-01"] {
            assert!(text.parse::<Tanggal>().is_err(), "{text}");
        }
    }
}
