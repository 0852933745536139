//! A row that stands there twice.

use std::collections::HashMap;

use crate::parts::rows::{self, ColumnRole, Row};
use crate::{Context, Report, TableView, declare_rule};
use naskah_core::decree::Sel;
use naskah_core::diag::Span;
use naskah_core::language::days::HARI;
use naskah_core::language::words::fold;

declare_rule! {
    /// Tidak ada baris yang berulang
    ///
    /// Baris yang sama seluruhnya dengan baris lain di bawah judul kelompok yang sama biasanya salah tempel. Bila hanya
    /// satu kolom yang lain, barisnya ditanyakan.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}, {judul: Pelaksana}]
    ///       baris: [[penyusunan jadwal, Sekretaris], [pengumuman jadwal, Sekretaris], [penyusunan jadwal, Sekretaris]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}, {judul: Pelaksana}]
    ///       baris: [[penyusunan jadwal, Sekretaris], [pengumuman jadwal, Sekretaris], [pengawasan, Sekretaris]]
    /// ```
    "K612" "baris-berulang" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in &context.tables {
        let rows = rows::rows(table);
        let texts = filled(&rows);
        let mut seen: HashMap<(usize, &[String]), Span> = HashMap::new();
        for (row, texts) in rows.iter().zip(&texts).filter(|(row, _)| !rows::is_total(row.cells)) {
            let own = row.cells.iter().any(|cell| matches!(cell, Sel::Isi(_)));
            if !own || !texts.iter().any(|text| text.chars().any(char::is_alphabetic)) {
                continue;
            }
            if let Some(first) = seen.insert((row.group, texts), place(row)) {
                report
                    .at(place(row), "baris ini sama dengan baris lain dalam tabel ini")
                    .label(first, "baris yang sama")
                    .hint("hapus salah satu, atau perbaiki isinya");
            }
        }
        nearly(context, report, table, &rows, &texts);
    }
}

/// The first cell that is written in a row.
fn place(row: &Row<'_>) -> Span {
    let own = |cell: &&Sel| matches!(cell, Sel::Isi(_) | Sel::Bilangan(..));
    row.cells.iter().find(own).and_then(rows::span).unwrap_or(row.span)
}

/// The texts of each row; merged cells have the text that they are merged with.
fn filled(rows: &[Row<'_>]) -> Vec<Vec<String>> {
    let mut all: Vec<Vec<String>> = Vec::new();
    for row in rows {
        let mut texts: Vec<String> = Vec::new();
        for (at, cell) in row.cells.iter().enumerate() {
            let above = || all.last().and_then(|above| above.get(at)).cloned().unwrap_or_default();
            let text = match cell {
                Sel::Atas(_) => above(),
                Sel::Kiri(_) => texts.last().cloned().unwrap_or_default(),
                other => fold(&rows::text(other)),
            };
            texts.push(text);
        }
        all.push(texts);
    }
    all
}

/// Rows of which only one column of text differs, where the others say much.
fn nearly(
    context: &Context<'_>,
    report: &mut Report<'_>,
    table: &TableView<'_>,
    rows: &[Row<'_>],
    texts: &[Vec<String>],
) {
    let roles = rows::roles(context, table);
    let own = |at: &usize| {
        matches!(roles.get(*at), Some(ColumnRole::Lain | ColumnRole::Bukti | ColumnRole::Tahun | ColumnRole::Sasaran))
    };
    let columns: Vec<usize> = (0..roles.len()).filter(own).collect();
    let long = |text: &String| text.split(' ').count() >= 3;
    for skipped in &columns {
        let mut seen: HashMap<(usize, Vec<&String>), usize> = HashMap::new();
        for (at, (row, texts)) in rows.iter().zip(texts).enumerate() {
            let kept = columns.iter().filter(|column| *column != skipped);
            let written = kept.clone().filter(|at| matches!(row.cells.get(**at), Some(Sel::Isi(_)))).count();
            let key: Vec<&String> = kept.filter_map(|at| texts.get(*at)).collect();
            if key.iter().filter(|text| long(text)).count() < 2 || written < 2 {
                continue;
            }
            let Some(first) = seen.insert((row.group, key), at) else { continue };
            let (Some(before), Some(old)) = (rows.get(first), texts_of(rows, first, *skipped)) else { continue };
            // In a schedule the same things come again on another day or at another hour.
            let timed = (0..roles.len()).filter(|at| roles.get(*at) == Some(&ColumnRole::Waktu));
            let mut times = timed.map(|column| (texts_of(rows, first, column), texts_of(rows, at, column)));
            let other_time = times.any(|(a, b)| a != b && [a, b].iter().flatten().any(|time| is_of_day(time)));
            if Some(old) == texts_of(rows, at, *skipped) || other_time {
                continue;
            }
            let column = columns.iter().find(|column| *column != skipped).and_then(|at| row.cells.get(*at));
            report
                .at(
                    column.and_then(rows::span).unwrap_or(row.span),
                    "sel baris ini hampir semuanya sama dengan baris lain",
                )
                .label(place(before), "baris yang hampir sama")
                .hint("apakah keduanya memang perlu, atau salah satu salah tempel?")
                .unsure();
        }
    }
}

/// Whether a time is a day of the week or an hour.
fn is_of_day(time: &str) -> bool {
    let hour = time
        .as_bytes()
        .windows(5)
        .any(|five| matches!(five, [a, b, b'.' | b':', c, d] if [a, b, c, d].into_iter().all(u8::is_ascii_digit)));
    hour || HARI.iter().any(|day| time.contains(&day.to_lowercase()))
}

fn texts_of(rows: &[Row<'_>], row: usize, column: usize) -> Option<String> {
    Some(fold(&rows::text(rows.get(row)?.cells.get(column)?)))
}
