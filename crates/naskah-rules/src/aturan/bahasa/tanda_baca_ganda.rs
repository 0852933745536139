//! Two marks of punctuation in a row.

use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Tanda baca tidak bertumpuk
    ///
    /// Dua tanda baca berturut-turut biasanya sisa penyuntingan. Titik singkatan sebelum koma dan tanda elipsis tidak
    /// termasuk.
    ///
    /// Sumber: EYD V tentang pemakaian tanda baca.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja,, jam kerja, dan tempat kerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja, jam kerja, dll., perlu ditetapkan
    /// ```
    "K506" "tanda-baca-ganda" Peringatan since "0.2.0" => check
}

/// Marks that never stand together, and what is meant where that is certain.
const WRONG: [(&str, Option<&str>); 12] = [
    (",,", Some(",")),
    (";;", Some(";")),
    ("::", Some(":")),
    ("..", Some(".")),
    (".,", None),
    (",.", None),
    (".;", None),
    (";.", None),
    (",;", None),
    (";,", None),
    (":.", None),
    (":;", None),
];

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded() {
        let plain = passage.plain.as_str();
        let mut at = 0;
        while let Some(start) = plain[at..].find([',', ';', ':', '.']).map(|found| at + found) {
            let run = plain[start..].len() - plain[start..].trim_start_matches([',', ';', ':', '.']).len();
            at = start + run;
            let marks = &plain[start..at];
            let dots = run > 2 && marks.bytes().all(|b| b == b'.');
            let behind = plain[..start].ends_with(|c: char| c.is_alphanumeric() || ")”\"".contains(c));
            let wrong = WRONG.iter().find(|(wrong, _)| marks.starts_with(wrong)).filter(|_| run > 1 && !dots && behind);
            let Some((_, meant)) = wrong else { continue };
            if text.mask_at(start).is_some() || (marks.starts_with('.') && marks != ".." && is_short(plain, start)) {
                continue;
            }
            let ends = plain[at..].trim().is_empty();
            let last = marks.get(run - 1..).filter(|_| ends && run == 2);
            let meant = meant.filter(|_| run == 2).or(last);
            let edit = meant.and_then(|meant| context.replace(passage.teks, start..at, meant));
            let hint = meant.map_or_else(|| "sisakan satu".to_owned(), |meant| format!("cukup `{meant}`"));
            let place = context.place(passage.teks, start..at);
            report.at(place, format!("tanda baca bertumpuk: `{marks}`")).hint(hint).cure(edit);
        }
    }
}

/// Whether the point at `at` may belong to an abbreviation.
fn is_short(plain: &str, at: usize) -> bool {
    let word = plain[..at].rsplit([' ', '(', ',']).next().unwrap_or_default();
    word.chars().count() < 5 || word.contains('.') || word.starts_with(char::is_uppercase)
}
