//! A law under Memperhatikan.

use crate::{Context, Part, Report, declare_rule};

declare_rule! {
    /// Peraturan yang menjadi dasar ditempatkan dalam Mengingat
    ///
    /// Memperhatikan memuat surat, berita acara, dokumen anggaran, dan aturan di luar peraturan perundang-undangan.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 36; bahan Biro Hukum KPU 2016.
    ///
    /// Salah:
    /// ```yaml
    /// memperhatikan:
    ///   - Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat: [uu-14-2008, uu-7-2017]
    /// memperhatikan:
    ///   - Berita Acara Rapat Pleno Komisi Pemilihan Umum Kabupaten Semarang tanggal 7 Januari 2025
    /// ```
    "K321" "peraturan-dalam-memperhatikan" Saran since "0.2.0" => check
}

/// How the names of laws begin.
const LAWS: [&str; 4] =
    ["Undang-Undang", "Peraturan Pemerintah", "Peraturan Presiden", "Peraturan Komisi Pemilihan Umum"];

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (cited, passage) in context.cited().filter(|(_, passage)| matches!(passage.part, Part::Memperhatikan(_))) {
        let head = cited.sitasi.kepala();
        let first = !passage.plain[..head.start].contains(char::is_alphabetic);
        if first && LAWS.iter().any(|law| cited.sitasi.bentuk.baku.starts_with(law)) {
            report
                .at(context.place(passage.teks, head), "apakah peraturan ini dasar hukum?")
                .hint("pindahkan peraturan ke `mengingat`")
                .unsure();
        }
    }
}
