//! A number in words whose bracket closes too late, or that begins with a capital.

use crate::{Context, Report, declare_rule};
use naskah_core::language::numerals::dari_terbilang;
use naskah_core::language::words::words;

declare_rule! {
    /// Kurung hanya memuat kata bilangannya
    ///
    /// Sesudah angka, yang berdiri dalam kurung ialah kata bilangannya saja, berhuruf kecil: “24 (dua puluh empat)
    /// jam”, bukan “24 (dua puluh empat jam)” dan bukan “5 (Lima)”.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang penulisan bilangan; EYD V tentang huruf kapital.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja berjumlah 5 (lima hari) dalam seminggu
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja berjumlah 5 (lima) hari dalam seminggu
    /// ```
    "K548" "kurung-bilangan" Peringatan since "0.4.0" => check
}

/// The longest number in words, in bytes.
const LONGEST: usize = 200;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded().filter(|(passage, _)| passage.plain.contains('(')) {
        let plain = passage.plain.as_str();
        for (open, _) in plain.match_indices('(') {
            let before = plain[..open].trim_end();
            let counted = before.len() + 1 >= open && before.ends_with(|c: char| c.is_ascii_digit());
            let near = plain.get(open..plain.floor_char_boundary(open + LONGEST)).unwrap_or_default();
            let Some(close) = near.find(')').map(|at| open + at).filter(|_| counted) else { continue };
            let inner = &plain[open + 1..close];
            let all = words(inner);
            let said = all.iter().take_while(|word| is_said(&word.folded)).count();
            if said == 0 || text.mask_at(open).is_some() {
                continue;
            }
            let spoken = all.len() == said;
            let first = inner.trim_start().chars().next().is_some_and(char::is_uppercase) && !text.capitals;
            let small = all.iter().skip(1).all(|word| inner[word.range.clone()].starts_with(char::is_lowercase));
            if !spoken
                && all.len() - said < 3
                && !inner.contains([',', ';', ':', '-', '–'])
                && !is_amount(&all[said].folded)
            {
                let end = open + 1 + all[said - 1].range.end;
                report
                    .at(
                        context.place(passage.teks, end..close + 1),
                        "kurung ini ditutup sesudah kata bilangannya, bukan di sini",
                    )
                    .hint(format!(
                        "tulis `({}) {}`",
                        &inner[..all[said - 1].range.end],
                        inner[all[said - 1].range.end..].trim()
                    ));
            } else if spoken && first && small && !text.title {
                let right = inner.to_lowercase();
                report
                    .at(
                        context.place(passage.teks, open + 1..close),
                        format!("kata bilangan `{inner}` berhuruf kapital"),
                    )
                    .hint(format!("tulis `{right}`"))
                    .cure(context.replace(passage.teks, open + 1..close, &right));
            }
        }
    }
}

/// Whether a word belongs to a number in words.
fn is_said(word: &str) -> bool {
    dari_terbilang(word).is_some() || ["koma", "nol"].contains(&word)
}

/// Whether a word after the number belongs into the bracket.
fn is_amount(word: &str) -> bool {
    ["rupiah", "persen", "per"].contains(&word)
}
