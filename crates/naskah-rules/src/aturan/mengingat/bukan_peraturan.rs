//! An item of Mengingat that is no rule.

use crate::{Context, Part, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::WordList;
use naskah_core::language::citation::words::kata;

declare_rule! {
    /// Mengingat hanya memuat peraturan dan keputusan
    ///
    /// Surat, berita acara, nota dinas, putusan pengadilan, dan dokumen anggaran bukan dasar hukum; tempatnya pada
    /// Memperhatikan.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; KMK 527/KMK.01/2022 Lampiran II butir 36.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - uu-7-2017
    ///   - Berita Acara Rapat Pleno Komisi Pemilihan Umum Kabupaten Semarang tanggal 7 Januari 2025
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat: [uu-7-2017]
    /// memperhatikan:
    ///   - Berita Acara Rapat Pleno Komisi Pemilihan Umum Kabupaten Semarang tanggal 7 Januari 2025
    /// ```
    "K319" "bukan-peraturan" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut seen = None;
    for passage in &context.passages {
        let Part::Mengingat(at) = passage.part else { continue };
        let read = context.citations().bases.get(at).is_some_and(Option::is_some);
        if read || seen.replace(at) == Some(at) {
            continue;
        }
        let words = kata(&passage.plain, 0..passage.plain.len());
        let first = words.first().map_or("", |word| word.kecil.as_str());
        if first.is_empty() || context.word_lists().has(WordList::PeraturanLain, first) {
            continue;
        }
        let letter = context.word_lists().has(WordList::BukanPeraturan, first) && first.len() + 1 < passage.plain.len();
        report
            .at(passage.teks.span, "apakah butir ini peraturan? hanya peraturan dan keputusan menjadi dasar hukum")
            .hint("pindahkan surat, berita acara, putusan, dan dokumen anggaran ke `memperhatikan`")
            .at_least(if letter { Level::Peringatan } else { Level::Saran });
    }
}
