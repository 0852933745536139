//! Another verb where "perlu menetapkan Keputusan" belongs.

use crate::{Context, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::patterns::group;

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

const VERB: &str = r"\b[Pp]erlu\s+(?:untuk\s+)?({bukan-menetapkan})\s+((?:[Ss]urat\s+)?[Kk]eputusan)\s+([a-zA-Z]+)";

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(pattern) = context.word_lists().pattern(VERB) else { return };
    for (_, passage) in context.menimbang().filter(|(_, passage)| passage.plain.contains("eputusan")) {
        let text = &passage.plain;
        for found in pattern.captures_iter(text) {
            let (verb, object, next) = (group(&found, 1), group(&found, 2), group(&found, 3));
            let this_decree = context.word_lists().has(WordList::SesudahKeputusan, &text[next])
                && text[object].ends_with("Keputusan");
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
