//! What numbers and days of a sheet are in Indonesian writing.

use naskah_core::language::days::{BULAN, Tanggal};

/// A number with a decimal comma, to the 15 digits that spreadsheets keep.
pub fn number(value: f64) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    let size = value.abs();
    if size != 0.0 && !(1e-9..1e15).contains(&size) {
        return format!("{value}").replace('.', ",");
    }
    let whole = if size < 1.0 { 1 } else { size.log10().floor() as usize + 1 };
    let text = format!("{value:.*}", 15usize.saturating_sub(whole));
    let text = match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => &text,
    };
    if text == "-0" { "0".to_owned() } else { text.replace('.', ",") }
}

/// A day and time of the clock: `5 Januari 2025`, with the time where it is not midnight (`pukul 08.00`).
pub fn moment(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> String {
    let name = (month as usize).checked_sub(1).and_then(|at| BULAN.get(at)).unwrap_or(&"?");
    match (hour, minute) {
        (0, 0) => format!("{day} {name} {year}"),
        _ => format!("{day} {name} {year} pukul {hour:02}.{minute:02}"),
    }
}

/// A day as other programs write it (`2025-01-05`, perhaps with `T08:00:00`); anything else stays as it is.
pub fn iso(text: &str) -> String {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let Ok(date) = day.parse::<Tanggal>() else { return text.to_owned() };
    let (year, month, day) = date.parts();
    let mut parts = time.split(':').map(|part| part.parse::<u32>().unwrap_or(0));
    moment(year, month, day, parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// A length of time as ODF writes it (`PT08H30M00S`) as a time of the clock: `08.30`.
pub fn duration(text: &str) -> String {
    let part = |end: char| {
        let (before, _) = text.split_once(end)?;
        before.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse::<u32>().ok()
    };
    match (text.starts_with("PT"), part('H')) {
        (true, Some(hours)) => format!("{hours:02}.{:02}", part('M').unwrap_or(0)),
        _ => text.to_owned(),
    }
}

/// The day of a serial number: 1 is 1 January 1900, counted as spreadsheets do, which believe in 29 February 1900.
pub fn serial(value: f64) -> Option<String> {
    let days = value.floor();
    if value != days || !(61.0..=109_574.0).contains(&days) {
        return None;
    }
    // Days since 1 March 1900, whose serial number is 61.
    let (mut rest, mut year, mut month) = (days as i64 - 61, 1900, 3);
    loop {
        let length = days_of(year, month);
        if rest < length {
            return Some(moment(year, month, rest as u32 + 1, 0, 0));
        }
        rest -= length;
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
}

fn days_of(year: i32, month: u32) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A typed day in one of the usual forms as a decree prints it: `2025-01-05`, `5/1/2025`, `05-01-2025`.
pub fn typed_day(text: &str) -> Option<String> {
    if let Ok(day) = text.parse::<Tanggal>() {
        return Some(day.to_string());
    }
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let [day, month, year] = parts[..] else { return None };
    if year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    let iso = format!("{year}-{month:0>2}-{day:0>2}");
    iso.parse::<Tanggal>().ok().map(|day| day.to_string())
}

/// Whether a text is what a failed formula shows.
pub fn is_failure(text: &str) -> bool {
    matches!(text, "#REF!" | "#DIV/0!" | "#NAME?" | "#VALUE!" | "#N/A" | "#NUM!" | "#NULL!" | "#SPILL!" | "#CALC!")
        || text.strip_prefix("Err:").is_some_and(|code| !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_a_comma_and_no_noise() {
        let noise = [
            (0.1 + 0.2, "0,3"),
            (1234.0, "1234"),
            (-12.5, "-12,5"),
            (0.0, "0"),
            (-0.0, "0"),
            (2.0 / 3.0, "0,66666666666667"),
        ];
        for (value, shown) in noise {
            assert_eq!(number(value), shown);
        }
        assert_eq!(number(3_204_050_607_080_001.0), "3204050607080001");
    }

    #[test]
    fn days_from_serial_numbers_and_typed_ones() {
        assert_eq!(serial(45662.0).as_deref(), Some("5 Januari 2025"));
        assert_eq!(serial(61.0).as_deref(), Some("1 Maret 1900"));
        assert_eq!(serial(45351.0).as_deref(), Some("29 Februari 2024"));
        assert_eq!(serial(12.5), None);
        assert_eq!(typed_day("5/1/2025").as_deref(), Some("5 Januari 2025"));
        assert_eq!(typed_day("2025-01-05").as_deref(), Some("5 Januari 2025"));
        assert_eq!(typed_day("31/2/2025"), None);
        assert_eq!(typed_day("Januari 2025"), None);
        assert_eq!(iso("2025-01-05T08:30:00"), "5 Januari 2025 pukul 08.30");
        assert_eq!(iso("besok"), "besok");
        assert_eq!(duration("PT08H30M00S"), "08.30");
    }

    #[test]
    fn failures_of_formulas() {
        assert!(is_failure("#REF!") && is_failure("Err:502"));
        assert!(!is_failure("#1") && !is_failure("Err:") && !is_failure("Referensi"));
    }
}
