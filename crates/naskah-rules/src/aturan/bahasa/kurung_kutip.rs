//! Brackets and quotation marks that do not close.

use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Kurung dan tanda petik berpasangan
    ///
    /// Setiap kurung dan tanda petik yang dibuka ditutup dalam teks yang sama. Penanda rincian seperti “1)” dan “a)”
    /// tidak termasuk.
    ///
    /// Sumber: EYD V tentang tanda kurung dan tanda petik.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja (termasuk jam kerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa 1) hari kerja (termasuk jam kerja) perlu ditetapkan
    /// ```
    "K516" "kurung-kutip" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded() {
        let plain = passage.plain.as_str();
        if !plain.contains(['(', ')', '[', ']', '“', '”', '"']) {
            continue;
        }
        for (at, c, open) in lonely(plain) {
            if text.mask_at(at).is_some_and(|mask| mask == crate::words::Mask::Alamat) {
                continue;
            }
            let message = match open {
                true => format!("`{c}` tidak ditutup"),
                false => format!("`{c}` tidak pernah dibuka"),
            };
            let hint = if open { "tambahkan penutupnya, atau hapus" } else { "tambahkan pembukanya, atau hapus" };
            report.at(context.place(passage.teks, at..at + c.len_utf8()), message).hint(hint);
        }
    }
}

/// The signs without their partner, each with whether it opens.
fn lonely(plain: &str) -> Vec<(usize, char, bool)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut found = Vec::new();
    let mut quote = None;
    for (at, c) in plain.char_indices() {
        match c {
            '(' | '[' | '“' => open.push((at, c)),
            ')' | ']' | '”' => {
                let partner = match c {
                    ')' => '(',
                    ']' => '[',
                    _ => '“',
                };
                match open.iter().rposition(|(_, sign)| *sign == partner) {
                    Some(place) => {
                        open.remove(place);
                    }
                    None if c == ')'
                        && (is_mark(&plain[..at])
                            || plain[..at]
                                .ends_with(['*', '†', '‡', '§', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'])) =>
                        {}
                    None => found.push((at, c, false)),
                }
            }
            '"' if is_inch(&plain[..at], quote) => {}
            '"' => quote = if quote.is_some() { None } else { Some(at) },
            _ => {}
        }
    }
    found.extend(open.into_iter().map(|(at, c)| (at, c, true)));
    found.extend(quote.map(|at| (at, '"', true)));
    found.sort_unstable();
    found
}

/// Whether a number or letter of a list stands right before.
fn is_mark(before: &str) -> bool {
    let outer = |c: &char| !matches!(c, ' ' | '\n' | '(' | ',' | ';' | '/');
    let word = || before.chars().rev().take_while(outer).take(5);
    let count = word().count();
    let figures = (1..=3).contains(&count) && word().all(|c| c.is_ascii_digit());
    let letters = (1..=2).contains(&count) && word().all(|c| c.is_ascii_alphabetic());
    figures || letters || ((1..5).contains(&count) && word().all(|c| "ivxlcIVXLC".contains(c)))
}

/// Whether the sign means inches: it follows a digit and nothing is open.
fn is_inch(before: &str, quote: Option<usize>) -> bool {
    quote.is_none() && before.ends_with(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_are_found() {
        let signs = |text| lonely(text).into_iter().map(|(_, c, _)| c).collect::<String>();
        assert_eq!(signs("(satu [dua] “tiga”) \"empat\""), "");
        assert_eq!(signs("1) satu, a) dua, iv) tiga"), "");
        assert_eq!(signs("angka¹) dan nama†)"), "");
        assert_eq!(signs("(satu"), "(");
        assert_eq!(signs("satu) dua"), ")");
        assert_eq!(signs("kegiatan) dua"), ")");
        assert_eq!(signs("“satu"), "“");
        assert_eq!(signs("layar 14\""), "");
        assert_eq!(signs("pipa ½\" dan ¾\""), "");
        assert_eq!(signs("\"satu"), "\"");
    }
}
