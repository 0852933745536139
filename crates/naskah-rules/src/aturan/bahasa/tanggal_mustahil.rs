//! Days and times that do not exist, and a weekday that is not that of its date.

use naskah_core::diag::{Span, distance};
use naskah_core::language::days::{self, BULAN, HARI, Tanggal};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use crate::parts::cells::Cells;
use crate::parts::moments::moments;
use crate::words::Text;
use crate::{Context, Passage, Report, declare_rule};

declare_rule! {
    /// Tanggal, hari, dan jam yang disebut memang ada
    ///
    /// Tanggal seperti 31 Februari dan jam seperti 25.00 tidak ada; hari yang disebut di depan tanggal harus hari tanggal
    /// itu menurut kalender. Jam dan menit dipisahkan titik.
    ///
    /// Sumber: kalender; EYD V tentang tanda titik dalam penulisan waktu.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa rapat tanggal 31 April 2025 pukul 09:00 menyepakati hari kerja
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa rapat pada hari Senin, 4 Maret 2025 menyepakati hari kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa rapat pada hari Selasa, 4 Maret 2025 pukul 09.00 menyepakati hari kerja
    /// ```
    "K529" "tanggal-mustahil" Peringatan since "0.4.0" => check
}

/// Perhaps a weekday, a day, a month, perhaps a year.
static DATE: Pattern = Pattern::new(|| {
    pattern(
        r"(?:\b(\p{L}[\p{L}'’]+)(?:\s*[,/(]\s*|\s+)(?:tanggal\s+)?)?\b([0-9]{1,2})\s+(\p{L}{3,9})\b(?:\s+([12][0-9]{3})\b)?",
    )
});
/// A date in figures.
static FIGURES: Pattern = Pattern::new(|| pattern(r"\b([0-9]{1,2})([-/])([0-9]{1,2})([-/])(20[0-9]{2})\b"));
/// A time after "pukul" or "jam", or before a time zone.
static TIME: Pattern = Pattern::new(|| {
    pattern(r"(?i)\b(?:pukul|jam)\s+([0-9]{1,2})([.:])([0-9]{2})\b|\b([0-9]{1,2})([.:])([0-9]{2})\s+(?:WIB|WITA|WIT)\b")
});

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded() {
        if !passage.plain.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        dates(context, report, passage, text);
        times(context, report, passage, text);
    }
    for table in Cells::all(context) {
        columns(report, &table);
    }
}

/// A weekday in a column of its own beside one of dates.
fn columns(report: &mut Report<'_>, table: &Cells<'_>) {
    let Some(column) = table.heads.iter().position(|head| head == "hari") else { return };
    for line in table.plain() {
        let text = line.text(column);
        let (said, Some(span)) = (text.trim(), line.span(column)) else { continue };
        for other in (0..table.width()).filter(|other| weekday(said).is_some() && *other != column) {
            if let [one] = &moments(&line.text(other))[..] {
                one.date().into_iter().for_each(|date| contradicts(report, span, said, date));
            }
        }
    }
}

/// The weekday that a word names.
fn weekday(word: &str) -> Option<usize> {
    let said = word.to_lowercase().replace(['\'', '’'], "");
    HARI.iter().position(|day| day.to_lowercase() == said)
}

/// Tells a weekday that is not that of its date.
fn contradicts(report: &mut Report<'_>, span: Span, said: &str, date: Tanggal) {
    if weekday(said).is_some_and(|day| day != date.hari()) {
        report
            .at(span, format!("{date} ialah hari {}, bukan {said}", HARI[date.hari()]))
            .hint("samakan hari dan tanggalnya; mana yang keliru diketahui dari jadwalnya");
    }
}

fn dates(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    let plain = passage.plain.as_str();
    let number = |range: std::ops::Range<usize>| plain[range].parse::<u32>().ok();
    for found in matches(&DATE, plain) {
        let [word, day, month, year] = [1, 2, 3, 4].map(|at| group(&found, at));
        let name = plain[month.clone()].to_lowercase();
        let Some(at) = BULAN.iter().position(|month| month.to_lowercase() == name) else { continue };
        let Some(d) = number(day.clone()).filter(|_| text.mask_at(day.start).is_none()) else { continue };
        let m = at as u32 + 1;
        // Without a year the day may be that of a leap year.
        let y = number(year.clone()).map_or(2024, |year| year as i32);
        let Some(date) = days::on(y, m, d) else {
            let end = if year.is_empty() { month.end } else { year.end };
            impossible(context, report, passage, day.start..end);
            continue;
        };
        let (said, place) = (&plain[word.clone()], context.place(passage.teks, word.clone()));
        if weekday(said).is_none()
            && let Some(meant) = misspelt(plain, &word)
        {
            report
                .at(place, format!("`{said}` bukan nama hari"))
                .hint(format!("tulis `{meant}`"))
                .cure(context.replace(passage.teks, word, meant));
        } else if !year.is_empty() {
            contradicts(report, place, said, date);
        }
    }
    for found in matches(&FIGURES, plain) {
        let [day, first, month, second, year] = [1, 2, 3, 4, 5].map(|at| group(&found, at));
        let parts = (number(year), number(month), number(day.clone()));
        let (Some(y), Some(m), Some(d)) = parts else { continue };
        let same = plain[first] == plain[second] && text.mask_at(day.start).is_none();
        if same && days::on(y as i32, m, d).is_none() {
            impossible(context, report, passage, group(&found, 0));
        }
    }
}

/// The weekday that a word is but for a letter, where nothing else can stand: behind "hari", or alone before a day.
fn misspelt(plain: &str, word: &std::ops::Range<usize>) -> Option<&'static str> {
    let (shown, before) = (&plain[word.clone()], plain[..word.start].trim_end());
    let place = before.is_empty() || before.to_lowercase().ends_with("hari");
    let meant = HARI.into_iter().find(|day| distance(&shown.to_lowercase(), &day.to_lowercase()) == 1)?;
    (place && shown.starts_with(char::is_uppercase)).then_some(meant)
}

fn impossible(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, range: std::ops::Range<usize>) {
    let shown = &passage.plain[range.clone()];
    report
        .at(context.place(passage.teks, range), format!("tanggal {shown} tidak ada dalam kalender"))
        .hint("perbaiki tanggal atau bulannya");
}

fn times(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    let plain = passage.plain.as_str();
    for found in matches(&TIME, plain) {
        let from = if group(&found, 1).is_empty() { 4 } else { 1 };
        let [hour, mark, minute] = [from, from + 1, from + 2].map(|at| group(&found, at));
        if text.mask_at(hour.start).is_some() {
            continue;
        }
        let value = |range: &std::ops::Range<usize>| plain[range.clone()].parse::<u32>().unwrap_or_default();
        let (h, m) = (value(&hour), value(&minute));
        let place = context.place(passage.teks, hour.start..minute.end);
        if h > 24 || m > 59 || (h == 24 && m > 0) {
            report
                .at(place, format!("jam {} tidak ada", &plain[hour.start..minute.end]))
                .hint("perbaiki jam atau menitnya");
        } else if &plain[mark.clone()] == ":" {
            let right = format!("{}.{}", &plain[hour], &plain[minute]);
            report
                .at(place, "jam dan menit dipisahkan titik, bukan titik dua")
                .hint(format!("tulis `{right}`"))
                .cure(context.replace(passage.teks, mark, "."));
        }
    }
}
