//! What is left to a person's decision in a decree.

use crate::{Context, Report, declare_rule};
use naskah_core::language::words::shortened;
use naskah_core::yaml;

declare_rule! {
    /// Tidak ada catatan TINJAU atau CATATAN yang tersisa
    ///
    /// `naskah perbarui` menandai dengan `# TINJAU: …` apa yang harus diputuskan orang: tahun yang tidak pasti, periode
    /// yang sudah berakhir, dasar hukum yang berubah, pejabat yang berganti. `naskah tinjau` menaruh komentar dari Word
    /// sebagai `# CATATAN (nama, hari): …`. Putuskan isinya, lalu hapus catatannya.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// # TINJAU: 2024 — tahun itu tidak dipindahkan; tulis tahun yang benar
    /// memperhatikan: [usulan hari kerja tahun 2024]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// # usulan itu memang dari tahun 2024
    /// memperhatikan: [usulan hari kerja tahun 2024]
    /// ```
    "K411" "belum-ditinjau" Peringatan since "0.3.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for mark in yaml::tinjau(context.files, context.keputusan.span.file) {
        let (open, hint) = yaml::catatan::open(&mark);
        report.at(mark.span, format!("masih harus ditinjau: {}", shortened(open))).hint(hint);
    }
}
