//! Lengths as an office writes them: `2,5 cm`, `25 mm`, `11 pt`.

use std::str::FromStr;

/// A length, in typographic points (1/72 inch).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Panjang(pub f64);

impl Panjang {
    /// A length in centimetres.
    pub const fn cm(value: f64) -> Self {
        Self(value * 72.0 / 2.54)
    }

    /// A length in points.
    pub const fn pt(value: f64) -> Self {
        Self(value)
    }
}

impl FromStr for Panjang {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` bukan ukuran panjang; tulis seperti 2,5 cm, 25 mm, atau 11 pt");
        let unit_at = text.find(|c: char| c.is_ascii_alphabetic()).ok_or_else(wrong)?;
        let (number, unit) = text.split_at(unit_at);
        let number = number.trim().replace(',', ".");
        let plain = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let value: f64 = number.parse().ok().filter(|_| plain).ok_or_else(wrong)?;
        let points = match unit.trim() {
            "cm" => value * 72.0 / 2.54,
            "mm" => value * 72.0 / 25.4,
            "pt" => value,
            _ => return Err(wrong()),
        };
        match points <= 3000.0 {
            true => Ok(Self(points)),
            false => Err(format!("`{text}` lebih panjang daripada satu meter")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units() {
        let points = |text: &str| text.parse::<Panjang>().map(|p| (p.0 * 100.0).round());
        assert_eq!(points("2,54 cm"), Ok(7200.0));
        assert_eq!(points("25.4mm"), Ok(7200.0));
        assert_eq!(points("11 pt"), Ok(1100.0));
        for wrong in ["", "2", "cm", "-2 cm", "2 inci", "1e3 cm", "NaN cm", "900 cm"] {
            assert!(wrong.parse::<Panjang>().is_err(), "{wrong}");
        }
    }
}
