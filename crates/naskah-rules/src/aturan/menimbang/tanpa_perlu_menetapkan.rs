//! A closing item by hand that does not say "perlu menetapkan".

use crate::parts::closing_item;
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Butir penutup Menimbang memuat “perlu menetapkan Keputusan … tentang …”
    ///
    /// Butir penutup menyimpulkan pertimbangan: apa yang perlu ditetapkan dan dengan nama apa.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 22.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, hari kerja harus segera diumumkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    "K210" "tanpa-perlu-menetapkan" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(closing) = closing_item::closing(context) else { return };
    let text = &closing.passage.plain;
    let said = closing.verb.is_some() && text.contains("eputusan");
    let with_decree = text.contains("ditetapkan dengan Keputusan") || text.contains("ditetapkan Keputusan");
    if said || with_decree {
        return;
    }
    let from = text.find(',').map_or(0, |comma| comma + 1);
    let start = from + text[from..].len() - text[from..].trim_start().len();
    let end = text.trim_end_matches([';', '.', ' ']).len().max(start);
    report
        .at(
            context.place(closing.passage.teks, start..end),
            "apakah butir penutup ini sengaja tidak memuat “perlu menetapkan Keputusan …”?",
        )
        .hint("tulis “…, perlu menetapkan Keputusan … tentang …”, atau hapus butir ini agar dibuat oleh program");
}
