//! What numbers and days of a sheet are in Indonesian writing.

use naskah_core::language::days::{BULAN, HARI, Tanggal};

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

/// A number as a cell without a format shows it: as many decimal places as find room in eleven signs.
pub fn general(value: f64) -> String {
    let size = value.abs();
    if !value.is_finite() || value == value.trunc() || !(1e-9..1e11).contains(&size) {
        return number(value);
    }
    let whole = if size < 1.0 { 1 } else { size.log10().floor() as usize + 1 };
    let (before, decimals) = rounded(size, 0, 10usize.saturating_sub(whole));
    let decimals = decimals.trim_end_matches('0');
    let sign = if value < 0.0 { "-" } else { "" };
    if decimals.is_empty() { format!("{sign}{before}") } else { format!("{sign}{before},{decimals}") }
}

/// A number with so many decimal places.
pub fn fixed(value: f64, places: usize) -> String {
    let (whole, decimals) = rounded(value, 0, places);
    let zero = whole.chars().chain(decimals.chars()).all(|c| c == '0');
    let sign = if value < 0.0 && !zero { "-" } else { "" };
    if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole},{decimals}") }
}

/// The digits before and behind the comma of a number times ten to the `exponent`, rounded as spreadsheets do: half away
/// from zero, by the 15 digits that they keep.
pub fn rounded(value: f64, exponent: i32, places: usize) -> (String, String) {
    let text = format!("{:.14e}", value.abs());
    let (mantissa, power) = text.split_once('e').unwrap_or((&text, "0"));
    let mut digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
    // So many of the digits stand before the comma.
    let before = power.parse::<i32>().unwrap_or(0) + exponent + 1;
    if before < 0 {
        digits.splice(0..0, std::iter::repeat_n(0, before.unsigned_abs().min(400) as usize));
    }
    let whole = before.max(0) as usize;
    let kept = whole + places;
    let up = digits.get(kept).is_some_and(|digit| *digit >= 5);
    digits.resize(kept, 0);
    let mut carry = up;
    for digit in digits.iter_mut().rev() {
        if carry {
            carry = *digit == 9;
            *digit = if carry { 0 } else { *digit + 1 };
        }
    }
    let mut text: String = digits.iter().map(|digit| char::from(b'0' + digit)).collect();
    let decimals = text.split_off(whole.min(text.len()));
    let first = match (carry, text.is_empty()) {
        (true, _) => "1",
        (false, true) => "0",
        (false, false) => "",
    };
    (format!("{first}{text}"), decimals)
}

/// Year, month and day of a serial day, counted as spreadsheets do, which believe in 29 February 1900.
pub fn calendar(days: i64) -> (i32, u32, u32) {
    if days < 61 {
        let day = |month, before: i64| (1900, month, (days - before).max(0) as u32);
        return if days <= 31 { day(1, 0) } else { day(2, 31) };
    }
    // Days since 1 March 1900, whose serial number is 61; 146,097 days are 400 years.
    let (mut rest, mut year, mut month) = (days - 61, 1900, 3);
    year += (rest / 146_097 * 400) as i32;
    rest %= 146_097;
    loop {
        let length = days_of(year, month);
        if rest < length {
            return (year, month, rest as u32 + 1);
        }
        rest -= length;
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
}

/// The day of the week of a serial day.
pub fn weekday(days: i64) -> &'static str {
    HARI.get((days + 5).rem_euclid(7) as usize).copied().unwrap_or("?")
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

/// The serial number of a day and time as other programs write it: `2025-01-05`, `2025-01-05T08:00:00`.
pub fn iso_serial(text: &str) -> Option<f64> {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let (year, month, day) = day.parse::<Tanggal>().ok()?.parts();
    let from = |year: i32| 365 * i64::from(year) + i64::from((year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400);
    let months: i64 = (1..month).map(|month| days_of(year, month)).sum();
    // The serial number of 1 March 1900 is 61.
    let days = from(year) - from(1900) + months + i64::from(day) + i64::from(year > 1900 || month > 2);
    let mut parts = time.split(':').map(|part| part.parse::<f64>().unwrap_or(0.0));
    let mut next = || parts.next().unwrap_or(0.0);
    Some(days as f64 + (next() * 3600.0 + next() * 60.0 + next()) / 86_400.0)
}

/// A length of time as ODF writes it (`PT08H30M00S`), in days.
pub fn duration_days(text: &str) -> Option<f64> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text),
    };
    let (mut seconds, mut digits) = (0.0, String::new());
    for c in rest.strip_prefix("PT")?.chars() {
        let unit = match c {
            'H' => 3600.0,
            'M' => 60.0,
            'S' => 1.0,
            '.' | ',' | '0'..='9' => {
                digits.push(if c == ',' { '.' } else { c });
                continue;
            }
            _ => return None,
        };
        seconds += std::mem::take(&mut digits).parse::<f64>().ok()? * unit;
    }
    Some(sign * seconds / 86_400.0)
}

/// The day of a serial number: 1 is 1 January 1900, counted as spreadsheets do, which believe in 29 February 1900.
pub fn serial(value: f64) -> Option<String> {
    let days = value.floor();
    if value != days || !(61.0..=109_574.0).contains(&days) {
        return None;
    }
    let (year, month, day) = calendar(days as i64);
    Some(moment(year, month, day, 0, 0))
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
        assert_eq!(duration_days("PT36H00M00S"), Some(1.5));
        for (day, serial) in [
            ("2025-01-05", 45662.0),
            ("1900-03-01", 61.0),
            ("1900-01-01", 1.0),
            ("2024-02-29", 45351.0),
            ("2025-01-05T12:00:00", 45662.5),
        ] {
            assert_eq!(iso_serial(day), Some(serial), "{day}");
        }
        assert_eq!((calendar(45366), weekday(45366)), ((2024, 3, 15), "Jumat"));
        for (value, places, text) in
            [(0.125, 2, "0,13"), (999.5, 0, "1000"), (-0.001, 2, "0,00"), (1e15, 0, "1000000000000000"), (0.05, 0, "0")]
        {
            assert_eq!(fixed(value, places), text);
        }
        assert_eq!((general(100.0 / 3.0).as_str(), general(2.0 / 3.0).as_str()), ("33,33333333", "0,666666667"));
    }

    #[test]
    fn failures_of_formulas() {
        assert!(is_failure("#REF!") && is_failure("Err:502"));
        assert!(!is_failure("#1") && !is_failure("Err:") && !is_failure("Referensi"));
    }
}
