//! A diktum that brings another final mark than the full stop.

use crate::text::last_marks::{last_text, wrong_mark};
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Setiap diktum berakhir dengan titik
    ///
    /// Diktum adalah kalimat lengkap. Titiknya dibuat oleh program; diktum yang membawa titik koma, koma, atau “dan”
    /// sendiri tercetak dengan tanda itu.
    ///
    /// Sumber: Keputusan KPU 1442/2019 tentang diktum.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja;
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K121" "akhir-diktum" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for item in context.keputusan.diktum.iter().filter(|item| item.rincian.is_some()) {
        let text = item.teks.as_plain();
        let end = text.trim_end();
        if end.ends_with([';', ',', '.']) && !end.ends_with("..") {
            let mark = end.len() - 1..end.len();
            report
                .at(context.place(&item.teks, mark.clone()), "kalimat yang membuka rincian diakhiri titik dua")
                .hint("hapus tanda ini; titik duanya dibuat oleh program")
                .cure(context.replace(&item.teks, mark, ""));
        }
    }
    for teks in context.keputusan.diktum.iter().filter_map(last_text) {
        let text = teks.as_plain();
        let Some(mark) = wrong_mark(context.word_lists(), &text, ".") else { continue };
        let written = &text[mark.clone()];
        let finding =
            report.at(context.place(teks, mark.clone()), format!("diktum berakhir dengan “{written}”, bukan titik"));
        if written == ":" {
            finding.hint("tulis perinciannya sebagai daftar di bawah kalimat ini, atau akhiri dengan titik");
        } else {
            finding.hint("akhiri dengan titik").cure(context.replace(teks, mark, "."));
        }
    }
}
