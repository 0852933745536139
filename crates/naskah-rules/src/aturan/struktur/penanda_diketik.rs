//! Marks and labels that are typed although the program prints them.

use crate::{Context, Part, Report, declare_rule};
use naskah_core::decree::keputusan::Dasar;
use naskah_core::decree::{Blok, IsiLampiran, Teks};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::typed_marks::{self, Leading};
use naskah_core::language::words::shortened;

declare_rule! {
    /// Huruf, nomor, dan nama bagian yang dibuat oleh program tidak diketik
    ///
    /// “a.”, “1.”, “KESATU”, “Menimbang”, “MEMUTUSKAN”, “TENTANG”, “BAB I”, dan “LAMPIRAN” dicetak oleh program; yang
    /// diketik lagi akan tercetak dua kali.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 21, butir 23, dan butir 37.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - 'KESATU : Menetapkan Hari Kerja.'
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K110" "penanda-diketik" Peringatan since "0.2.0" => check
}

static TENTANG: Pattern = Pattern::new(|| pattern(r"(?i)^tentang\s*:?\s+"));
static OWN_TITLE: Pattern = Pattern::new(|| {
    pattern(r"(?i)^(?:surat\s+)?keputusan\s+(?:ketua|sekretaris|komisi|panitia|k[pi][pu])\b.*?\btentang\s+")
});
static NUMBER_WORD: Pattern = Pattern::new(|| pattern(r"(?i)^nomor\s*:?\s*|\s+tahun\s+[0-9]{4}\s*$"));
static ATTACHMENT: Pattern =
    Pattern::new(|| pattern(r"^(?:LAMPIRAN|Lampiran)(?:\s+[IVXLC]+)?\s*(?:$|[:.\-–]\s*|(?:KEPUTUSAN|Keputusan)\b)"));
static CHAPTER: Pattern = Pattern::new(|| pattern(r"^(?i:bab)\s+(?:[IVXLC]+|[0-9]+)\b\s*[.:\-–]?\s*"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let keputusan = context.keputusan;
    let items = [&keputusan.menimbang.butir, &keputusan.memperhatikan];
    for (at, item) in items.into_iter().flat_map(|items| items.iter().enumerate()) {
        opening(context, report, &item.teks, at + 1);
    }
    for (at, dasar) in keputusan.mengingat.iter().enumerate() {
        if let Dasar::Teks(item) = dasar {
            opening(context, report, &item.teks, at + 1);
        }
    }
    for list in &context.lists {
        for (at, item) in list.rincian.butir.iter().enumerate() {
            let plain = item.teks.as_plain();
            match (typed_marks::of_diktum(&plain), list.rincian.kutipan.is_empty()) {
                (Some(mark), true) if matches!(list.part, Part::Diktum(_)) => quoted(context, report, &item.teks, mark),
                (Some(mark), false) => typed(context, report, &item.teks, mark, true),
                _ => {}
            }
            if let Some(mark) = typed_marks::of_item(&plain) {
                typed(context, report, &item.teks, mark, mark.number.is_none_or(|n| n == at + 1));
            }
        }
    }
    for (at, item) in keputusan.diktum.iter().enumerate() {
        let plain = item.teks.as_plain();
        let mark = typed_marks::of_diktum(&plain).or_else(|| typed_marks::of_item(&plain));
        let mark = mark.or_else(|| typed_marks::of_part(&plain).filter(|_| plain.contains("KEPUTUSAN")));
        if let Some(mark) = mark {
            typed(context, report, &item.teks, mark, mark.number == Some(at + 1));
        }
    }
    if let Some(teks) = &keputusan.menetapkan {
        part(context, report, teks);
    }
    names(context, report);
    lampiran(context, report);
}

/// An item of the opening.
fn opening(context: &Context<'_>, report: &mut Report<'_>, teks: &Teks, number: usize) {
    let plain = teks.as_plain();
    let length = typed_marks::opening(&plain);
    if length > 0 {
        let own = typed_marks::of_item(&plain).is_none_or(|mark| mark.number.is_none_or(|n| n == number));
        typed(context, report, teks, Leading { length, number: None }, own || plain[length..].starts_with("bahwa "));
    }
}

fn part(context: &Context<'_>, report: &mut Report<'_>, teks: &Teks) {
    if let Some(mark) = typed_marks::of_part(&teks.as_plain()) {
        typed(context, report, teks, mark, true);
    }
}

/// The name and the number of the decree.
fn names(context: &Context<'_>, report: &mut Report<'_>) {
    let written =
        context.passages.iter().filter(|passage| matches!(passage.part, Part::Tentang | Part::LampiranTentang(_)));
    for passage in written {
        let own = || matches(&OWN_TITLE, &passage.plain).next();
        if let Some(found) = matches(&TENTANG, &passage.plain).next().or_else(own) {
            typed(context, report, passage.teks, Leading { length: group(&found, 0).end, number: None }, true);
        }
    }
    if let Some(teks) = &context.keputusan.nomor {
        let plain = teks.as_plain();
        for range in matches(&NUMBER_WORD, &plain).map(|found| group(&found, 0)).filter(|range| !range.is_empty()) {
            report
                .at(
                    context.place(teks, range.clone()),
                    format!("“{}” dicetak oleh program", plain[range.clone()].trim()),
                )
                .hint("isi `nomor` dengan nomornya saja")
                .cure(context.replace(teks, range, ""));
        }
    }
}

fn lampiran(context: &Context<'_>, report: &mut Report<'_>) {
    for lampiran in &context.keputusan.lampiran {
        if let Some(teks) = &lampiran.judul {
            let plain = teks.as_plain();
            if let Some(range) = matches(&ATTACHMENT, &plain).next().map(|found| group(&found, 0)) {
                let certain = plain[..range.end].trim_end().ends_with([':', '.', '-', '–']) && range.end < plain.len();
                typed(context, report, teks, Leading { length: range.end, number: None }, certain);
            }
        }
        if let IsiLampiran::Teks(blocks) = &lampiran.isi {
            headings(context, report, blocks, 0);
        }
    }
}

fn headings(context: &Context<'_>, report: &mut Report<'_>, blocks: &[Blok], depth: usize) {
    let mut part = 0;
    for block in blocks {
        match block {
            Blok::Bab { nomor: _, lanskap: _, judul, isi } => {
                let plain = judul.as_plain();
                if let Some(range) = matches(&CHAPTER, &plain).next().map(|found| group(&found, 0)) {
                    typed(context, report, judul, Leading { length: range.end, number: None }, range.end < plain.len());
                }
                headings(context, report, isi, 0);
            }
            Blok::Bagian { nomor, lanskap: _, judul, isi } => {
                part = nomor.unwrap_or(part + 1);
                let plain = judul.as_plain();
                let mark = if depth == 0 { typed_marks::of_heading(&plain) } else { typed_marks::of_item(&plain) };
                if let Some(mark) = mark.filter(|mark| mark.number == Some(part)) {
                    typed(context, report, judul, mark, true);
                }
                headings(context, report, isi, depth + 1);
            }
            Blok::Paragraf(_) | Blok::Tabel(_) | Blok::Gambar(_) => {}
        }
    }
}

/// The decision of another decree, typed as an item: it would be printed with a number of its own.
fn quoted(context: &Context<'_>, report: &mut Report<'_>, teks: &Teks, mark: Leading) {
    let plain = teks.as_plain();
    let shown = plain[..mark.length].trim_end();
    let name = shown.trim_end_matches([':', '.', ' ']);
    report
        .at(context.place(teks, 0..shown.len()), format!("bunyi diktum {name} tercetak sebagai butir bernomor"))
        .hint(format!("ganti `rincian` dengan `kutipan`, dan tulis butirnya {{diktum: {name}, teks: …}}"));
}

fn typed(context: &Context<'_>, report: &mut Report<'_>, teks: &Teks, mark: Leading, certain: bool) {
    let plain = teks.as_plain();
    let shown = plain[..mark.length].trim_end();
    let finding = report
        .at(
            context.place(teks, 0..shown.len()),
            format!("“{}” dicetak oleh program, jadi tidak perlu diketik", shortened(shown)),
        )
        .hint("hapus penanda ini; isinya saja yang ditulis");
    if certain && mark.length < plain.len() {
        finding.cure(context.replace(teks, 0..mark.length, ""));
    }
}
