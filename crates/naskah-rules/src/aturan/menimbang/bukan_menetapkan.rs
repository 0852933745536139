//! Another verb where "perlu menetapkan Keputusan" belongs.

use crate::patterns::{Pattern, group, matches, pattern};
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Keputusan ditetapkan: “perlu menetapkan Keputusan …”
    ///
    /// Undang-undang dibentuk; keputusan ditetapkan. “Perlu menerapkan”, “perlu mengeluarkan”, “perlu membuat”, dan
    /// sejenisnya bukan kata kerja yang tepat dalam butir penutup Menimbang.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 22.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu mengeluarkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    "K203" "bukan-menetapkan" Galat since "0.2.0" => check
}

static VERB: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"\b[Pp]erlu\s+(?:untuk\s+)?(menerapkan|membentuk|mengeluarkan|menerbitkan|membuat|menyusun|memutuskan|mengesahkan|menetapan|",
        r"mentetapkan|dibentuk|dikeluarkan|diterbitkan|dibuat|disusun|diterapkan)\s+((?:[Ss]urat\s+)?[Kk]eputusan)\s+([a-zA-Z]+)"
    ))
});

/// Words that show that the decree itself is meant.
const OFFICES: [&str; 7] = ["Komisi", "KPU", "KIP", "Ketua", "Sekretaris", "tentang", "ini"];

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (_, passage) in context.menimbang().filter(|(_, passage)| passage.plain.contains("eputusan")) {
        let text = &passage.plain;
        for found in matches(&VERB, text) {
            let (verb, object, next) = (group(&found, 1), group(&found, 2), group(&found, 3));
            let this_decree = OFFICES.contains(&&text[next]) && text[object].ends_with("Keputusan");
            if !this_decree {
                continue;
            }
            report
                .at(
                    context.place(passage.teks, verb.clone()),
                    format!("“perlu {}” bukan kata kerja untuk Keputusan", &text[verb.clone()]),
                )
                .hint("tulis “perlu menetapkan Keputusan …”")
                .cure(context.replace(passage.teks, verb, "menetapkan"));
        }
    }
}
