//! Another verb where "perlu menetapkan Keputusan" belongs.

use crate::{Context, Report, declare_rule};
use naskah_core::decree::Teks;
use naskah_core::diag::Level;
use naskah_core::language::WordList;
use naskah_core::language::forms::{is_action, is_active, is_passive};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::{common_start, shortened, words};

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

/// The closing words without a subject in the passive: "…, perlu ditetapkan dengan Keputusan …".
static PASSIVE: Pattern =
    Pattern::new(|| pattern(r",\s+perlu\s+(?:untuk\s+)?(ditetapkan(?:\s+dengan)?)\s+Keputusan\s+[A-Z]"));

const VERB: &str = r"\b[Pp]erlu\s+(?:untuk\s+)?({bukan-menetapkan})\s+((?:[Ss]urat\s+)?[Kk]eputusan)\s+([a-zA-Z]+)";

/// A first diktum that only names what is established.
fn without_verb(context: &Context<'_>, report: &mut Report<'_>, teks: &Teks, text: &str) {
    let (own, name) = (words(text), words(&context.keputusan.tentang.as_plain()));
    let from = usize::from(name.first().is_some_and(|word| is_action(&word.folded)));
    let alike = common_start(&own, name.get(from..).unwrap_or_default()).max(common_start(&own, &name));
    let lists = context.word_lists();
    let head = text.split([',', '.', ';']).next().unwrap_or(text);
    let main = head.split(" sebagaimana ").next().unwrap_or(head);
    let says = words(main).iter().skip(alike).any(|word| {
        lists.has(WordList::PenandaPredikat, &word.folded)
            || is_active(lists, &word.folded)
            || is_passive(lists, &word.folded)
    });
    if alike > 2 && !says {
        let first = own.first().map_or(0..0, |word| word.range.clone());
        report
            .at(context.place(teks, first), "diktum KESATU menyebut nama keputusan tanpa kata kerja")
            .hint(format!("awali dengan “Menetapkan”: “Menetapkan {}”", shortened(text)))
            .at_most(Level::Peringatan);
    }
}

/// The first diktum that names the decree after another verb: "Menerapkan Pedoman …".
fn diktum(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(item) = context.keputusan.diktum.first() else { return };
    let text = item.teks.as_plain();
    let Some((verb, rest)) = text.split_once(' ') else { return };
    let lower = verb.to_lowercase();
    without_verb(context, report, &item.teks, &text);
    let other =
        lower == "ditetapkan" || context.word_lists().has(WordList::BukanMenetapkan, &lower) && lower != "menetapkan";
    let (own, name) = (words(rest), words(&context.keputusan.tentang.as_plain()));
    // "Penetapan" and "Pembentukan" in the name are what the verb says.
    let from = usize::from(name.first().is_some_and(|word| is_action(&word.folded)));
    let alike = common_start(&own, name.get(from..).unwrap_or_default()).max(common_start(&own, &name));
    // A team is formed, though its name may not say so.
    let team = lower == "membentuk" && !name.first().is_some_and(|word| is_action(&word.folded));
    let said = team
        || lower.strip_prefix("mem").is_some_and(|stem| name.first().is_some_and(|word| word.folded.contains(stem)));
    if other && !said && alike > 1 {
        report
            .at(
                context.place(&item.teks, 0..verb.len()),
                format!("“{verb}” bukan kata kerja untuk apa yang ditetapkan Keputusan"),
            )
            .hint("tulis “Menetapkan …”")
            .at_most(Level::Peringatan);
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    diktum(context, report);
    for (_, passage) in context.menimbang().filter(|(_, passage)| passage.plain.contains("ditetapkan")) {
        for verb in matches(&PASSIVE, &passage.plain).map(|found| group(&found, 1)) {
            report
                .at(context.place(passage.teks, verb.clone()), "butir penutup ini tidak menyebut siapa yang menetapkan")
                .hint("tulis “perlu menetapkan Keputusan …”")
                .cure(context.replace(passage.teks, verb, "menetapkan"))
                .at_most(Level::Peringatan);
        }
    }
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
