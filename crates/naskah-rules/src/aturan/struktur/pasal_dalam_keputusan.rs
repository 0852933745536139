//! Articles in a decree, which has diktums.

use std::ops::Range;

use crate::parts::diktum_references;
use crate::{Context, Part, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};

declare_rule! {
    /// Keputusan berisi diktum, bukan pasal
    ///
    /// Isi keputusan ditulis sebagai diktum KESATU, KEDUA, dan seterusnya; pasal hanya ada dalam peraturan. Menyebut pasal
    /// dari peraturan lain (“Pasal 5 Peraturan …”) dibiarkan.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 42.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Pasal 1 Hari kerja ialah hari Senin sampai dengan hari Jumat.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Hari kerja ialah hari Senin sampai dengan hari Jumat.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K111" "pasal-dalam-keputusan" Peringatan since "0.2.0" => check
}

static OPENING: Pattern =
    Pattern::new(|| pattern(r"(?i)^pasal\s+[0-9]+[a-z]?\b(?:\s+ayat\s+\([0-9]+\))?(?:\s+huruf\s+[a-z]\b)?"));
static REFERRED: Pattern = Pattern::new(|| {
    pattern(r"\b(?:dimaksud|diatur|tercantum)\s+(?:dalam|pada|di)\s+(Pasal\s+[0-9]+|ayat\s+\([0-9]+\))")
});
static BY: Pattern = Pattern::new(|| {
    pattern(r"\b(?:mengenai|menurut|ketentuan|berdasarkan|sesuai\s+dengan)\s+(?:ketentuan\s+)?(Pasal\s+[0-9]+)")
});
static NAMED: Pattern = Pattern::new(|| pattern(r"Undang-Undang|Peraturan|Qanun|Keputusan\s+\p{Lu}|tersebut"));
static OWN: Pattern = Pattern::new(|| {
    pattern(
        r"Pasal\s+[0-9]+[A-Z]?\b(?:\s+ayat\s+\([0-9]+\))?(?:\s+huruf\s+[a-z]\b)?\s+(?:Surat\s+)?[Kk]eputusan\s+[Ii]ni\b",
    )
});
static CITES: Pattern = Pattern::new(|| pattern(r"^\s*(?:,|dan\b|atau\b|sampai\b|s\.d\.|juncto\b|jo\b)"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, passage) in context.diktum() {
        let text = &passage.plain;
        let first = context.keputusan.diktum.get(at).is_some_and(|item| item.teks.span == passage.teks.span);
        for range in matches(&OPENING, text).map(|found| group(&found, 0)).filter(|_| first) {
            let after = &text[range.end..];
            if !diktum_references::goes_elsewhere(context.word_lists(), after) && !occurs(&CITES, after) {
                report
                    .at(context.place(passage.teks, range), "diktum ini ditulis sebagai pasal")
                    .hint("tulis kalimatnya saja; nama diktum dibuat oleh program");
            }
        }
    }
    for (_, passage) in context.diktum().filter(|(_, passage)| !occurs(&NAMED, &passage.plain)) {
        let referred = matches(&REFERRED, &passage.plain).chain(matches(&BY, &passage.plain));
        let own =
            |range: &Range<usize>| matches(&OWN, &passage.plain).any(|found| group(&found, 0).start == range.start);
        for range in referred.map(|found| group(&found, 1)).filter(|range| !own(range)) {
            report
                .at(
                    context.place(passage.teks, range),
                    "pasal dirujuk, tetapi peraturannya tidak disebut, dan keputusan tidak berpasal",
                )
                .hint("rujuk diktumnya, misalnya “Diktum KESATU”, atau sebut peraturannya");
        }
    }
    for passage in context
        .passages
        .iter()
        .filter(|p| matches!(p.part, Part::Diktum(_) | Part::Naskah(_)) && p.plain.contains("Pasal"))
    {
        for range in matches(&OWN, &passage.plain).map(|found| group(&found, 0)) {
            report
                .at(context.place(passage.teks, range), "Keputusan ini tidak mempunyai pasal")
                .hint("rujuk diktumnya, misalnya “Diktum KESATU”");
        }
    }
}
