//! A closing item that is written and generated as well.

use crate::{Context, Report, declare_rule};
use naskah_core::decree::keputusan::PenutupMenimbang;

declare_rule! {
    /// Butir penutup Menimbang hanya satu
    ///
    /// Program membuat butir penutup kecuali butir terakhir diawali “bahwa berdasarkan pertimbangan”. Butir yang memuat
    /// “perlu menetapkan Keputusan …” dengan awal lain akan diikuti butir penutup kedua.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 22.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa sehubungan dengan hal tersebut, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    /// ```
    "K212" "penutup-ganda" Peringatan since "0.2.0" => check
}

const CONCLUDES: &str =
    r"\bperlu\s+(?:menetapkan|ditetapkan)\s+(?:dengan\s+)?(?:Surat\s+)?Keputusan\s+{sesudah-keputusan}\b";

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(concludes) = context.word_lists().pattern(CONCLUDES) else { return };
    let menimbang = &context.keputusan.menimbang;
    let generated = matches!(menimbang.penutup, PenutupMenimbang::Otomatis);
    let all = context.menimbang().filter(|(at, _)| generated || at + 1 < menimbang.butir.len());
    for (_, passage) in all {
        if let Some(range) = concludes.find(&passage.plain).map(|found| found.range()) {
            let message = match generated {
                true => "butir ini sudah menyimpulkan, tetapi program masih menambahkan butir penutup",
                false => "butir ini menyimpulkan seperti butir penutup, padahal bukan butir terakhir",
            };
            report.at(context.place(passage.teks, range), message).hint("hapus butir ini, atau awali “bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf …” sebagai butir terakhir");
        }
    }
}
