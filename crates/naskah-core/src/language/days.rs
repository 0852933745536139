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

    /// The day of the week as a position in [`HARI`].
    pub fn hari(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }
}

impl FromStr for Tanggal {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let form = || format!("`{text}` bukan tanggal; tulis tahun-bulan-hari seperti 2025-01-05");
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else { return Err(form()) };
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
            return Err(form());
        }
        let number = |s: &str| s.parse::<u32>().map_err(|_| form());
        let (y, m, d) = (number(year)? as i32, number(month)?, number(day)?);
        NaiveDate::from_ymd_opt(y, m, d).map(Tanggal).ok_or_else(|| match BULAN.get((m as usize).wrapping_sub(1)) {
            Some(name) => format!("tanggal {d} {name} {y} tidak ada dalam kalender"),
            None => format!("bulan {m} tidak ada; bulan ditulis 01 sampai 12"),
        })
    }
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
        assert!(message("5 Januari 2025").contains("tahun-bulan-hari"));
        assert!(message("2025-1-5").contains("tahun-bulan-hari"));
    }
}
