//! Spans of days, months, years and hours that end before they begin, or are not as long as the text says.

use std::ops::Range;

use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};

use crate::parts::moments;
use crate::parts::rows;
use crate::parts::schedules;
use crate::parts::spans_length::{self, Length};
use crate::words::Text;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Rentang waktu berakhir sesudah mulai dan selama yang disebut
    ///
    /// Tanggal, bulan, tahun, atau jam akhir yang mendahului awalnya, dan “selama 3 (tiga) bulan” di samping rentang dua
    /// bulan, membuat jadwal tidak dapat dipakai. Giliran jaga yang melewati tengah malam tidak dihitung.
    ///
    /// Sumber: kalender.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Hari kerja berlaku selama 3 (tiga) bulan terhitung mulai tanggal 1 Maret 2025 sampai dengan tanggal 30 April 2025.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa layanan dimulai pukul 18.00 WIB dan berakhir paling lambat pukul 09.00 WIB
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa layanan dibuka pukul 15.00 WIB sampai dengan pukul 08.00 WIB
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Hari kerja berlaku selama 2 (dua) bulan terhitung mulai tanggal 1 Maret 2025 sampai dengan tanggal 30 April 2025.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K803" "rentang-waktu" Peringatan since "0.4.0" => check
}

static YEARS: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)\b(?:tahun|periode|masa\s+(?:jabatan|bakti|tugas|kerja))\s+((?:19|20)[0-9]{2})\s*",
        r"(?:[-–/]|s\.d\.|sampai\s+dengan)\s*(?:tahun\s+)?((?:19|20)[0-9]{2})\b"
    ))
});
static CLOCK: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)(\b(?:pukul|jam)\s+)?\b([0-9]{1,2})[.:]([0-9]{2})(\s+WI(?:B|TA|T))?\s*",
        r"(?:sampai\s+dengan|sampai|hingga|s\.?\s?d\.?|s/d|–|—|-|dan\s+(?:berakhir|selesai|ditutup)(?:\s+(?:pada|paling\s+lambat))?)\s*",
        r"(?:pukul\s+|jam\s+)?([0-9]{1,2})[.:]([0-9]{2})\b(\s+WI(?:B|TA|T))?"
    ))
});
static OVERNIGHT: Pattern = Pattern::new(|| pattern(r"(?i)\b(?:keesokan|esok|besok|berikutnya|malam)\b"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded() {
        if !passage.plain.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        for span in moments::spans(&passage.plain) {
            // Only the months tell: "Juni sampai dengan Mei 2025" would be nearly a year, the first part of which is not said.
            let back = span.from.month.saturating_sub(span.to.month);
            match span.reversed() {
                _ if !free(text, span.range.start) => {}
                Some(true) => reversed(context, report, passage, span.range, true),
                None if (1..3).contains(&back) => reversed(context, report, passage, span.range, false),
                _ => {}
            }
        }
        for found in matches(&YEARS, &passage.plain) {
            let [from, to] = [1, 2].map(|at| group(&found, at));
            if passage.plain[to.clone()] < passage.plain[from.clone()] && free(text, from.start) {
                reversed(context, report, passage, from.start..to.end, true);
            }
        }
        clocks(context, report, passage, text);
        lengths(context, report, passage, text);
    }
    for passage in schedules::columns(context) {
        report
            .at(context.place(passage.teks, 0..passage.plain.len()), "tanggal ini mendahului tanggal di kolom kirinya")
            .hint("pada baris lain kolom ini yang lebih kemudian; periksa kedua tanggalnya");
    }
}

/// Whether a place is neither in a title, a number nor a quotation.
fn free(text: &Text, at: usize) -> bool {
    text.mask_at(at).is_none()
}

fn reversed(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, range: Range<usize>, sure: bool) {
    let told = report
        .at(context.place(passage.teks, range), "rentang ini berakhir sebelum mulai")
        .hint("periksa awal dan akhirnya");
    if !sure {
        told.unsure();
    }
}

/// Hours that run backward; across midnight a span is short.
fn clocks(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    let timed = matches!(passage.part, Part::Sel { .. })
        && rows::role_of(context, passage.part) == Some(rows::ColumnRole::Waktu);
    for found in matches(&CLOCK, &passage.plain) {
        let [pukul, h1, m1, zone1, h2, m2, zone2] = [1, 2, 3, 4, 5, 6, 7].map(|at| group(&found, at));
        let marked = timed || [&pukul, &zone1, &zone2].iter().any(|mark| !mark.is_empty());
        let value = |h: &Range<usize>, m: &Range<usize>| {
            Some(passage.plain[h.clone()].parse::<i32>().ok()? * 60 + passage.plain[m.clone()].parse::<i32>().ok()?)
        };
        let (Some(from), Some(to)) = (value(&h1, &m1), value(&h2, &m2)) else { continue };
        if !marked || !free(text, h1.start) {
            continue;
        }
        let zone = |range: &Range<usize>| passage.plain[range.clone()].trim().to_uppercase();
        if !zone1.is_empty() && !zone2.is_empty() && zone(&zone1) != zone(&zone2) {
            report
                .at(
                    context.place(passage.teks, zone1.start..zone2.end),
                    "zona waktu awal dan akhir rentang ini berbeda",
                )
                .hint("samakan zona waktunya");
        }
        // Who is on duty at night goes home in the morning.
        let bound = passage.plain[m1.end..h2.start].contains("paling lambat");
        let night = !bound && from >= 15 * 60 && to + 24 * 60 - from <= 16 * 60;
        if from < to || night || occurs(&OVERNIGHT, &passage.plain) {
            continue;
        }
        let told = report
            .at(context.place(passage.teks, h1.start..m2.end), "jam akhir rentang ini tidak sesudah jam mulainya")
            .hint("periksa kedua jamnya");
        // Nobody is on duty for sixteen hours and more.
        if to + 24 * 60 - from < 16 * 60 {
            told.unsure();
        }
    }
}

/// Spans that are not as long as the text says beside them.
fn lengths(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    for Length { range, shown, real } in spans_length::wrong(context.word_lists(), &passage.plain) {
        if free(text, range.start) {
            report
                .at(context.place(passage.teks, range), format!("tertulis {shown}, rentangnya {real}"))
                .hint("samakan lama waktu dengan tanggal mulai dan tanggal berakhirnya");
        }
    }
}
