//! The same text in two columns of one row.

use std::collections::HashMap;

use crate::parts::rows;
use crate::{Context, Report, declare_rule};
use naskah_core::language::days::BULAN;
use naskah_core::language::words::fold;

declare_rule! {
    /// Dua kolom dalam satu baris tidak berisi teks yang sama
    ///
    /// Teks yang sama pada dua kolom (misalnya langkah dan bukti) biasanya salah tempel.
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Langkah}, {judul: Bukti}]
    ///       baris: [[Laporan rapat bulanan, Laporan rapat bulanan], [Menyusun jadwal kerja, Jadwal]]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Langkah}, {judul: Bukti}]
    ///       baris: [[Melaksanakan rapat bulanan, Laporan rapat bulanan], [Menyusun jadwal kerja, Jadwal]]
    /// ```
    "K611" "sel-sama" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in &context.tables {
        for row in rows::rows(table) {
            let mut seen = HashMap::new();
            for (at, cell) in row.cells.iter().enumerate() {
                let text = fold(&rows::text(cell));
                let Some(span) = rows::span(cell).filter(|_| says_something(&text)) else { continue };
                let Some((first, place)) = seen.insert(text, (at, span)) else { continue };
                let head = |at: usize| table.columns.get(at).map(|column| column.judul.as_plain()).unwrap_or_default();
                report
                    .at(span, format!("kolom `{}` berisi teks yang sama dengan kolom `{}`", head(at), head(first)))
                    .label(place, "teks yang sama")
                    .hint("apakah keduanya memang sama, atau salah satu salah tempel?");
            }
        }
    }
}

/// Whether a text has three words that are neither numbers nor months: dates and amounts may well be equal.
fn says_something(text: &str) -> bool {
    let month = |word: &str| BULAN.iter().any(|month| month.eq_ignore_ascii_case(word));
    text.split(' ').filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic) && !month(word)).count() >= 3
}
