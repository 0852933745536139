//! The decree names itself otherwise than "Keputusan ini".

use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::diag::Span;
use naskah_core::language::capitals::in_capitals;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::shortened;

declare_rule! {
    /// Keputusan menyebut dirinya “Keputusan ini”
    ///
    /// “Keputusan” dengan huruf kapital dan “ini” dengan huruf kecil, tanpa “Surat” dan tanpa singkatan “SK”; dengan
    /// begitu ia berbeda dari keputusan dalam arti umum.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 94–100; EYD V tentang huruf kapital.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Surat Keputusan Ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K115" "keputusan-ini" Peringatan since "0.2.0" => check
}

static SELF: Pattern = Pattern::new(|| pattern(r"(?i)\b((?:surat\s+)?keputusan|sk)\s+(ini)\b"));
static OFFICE: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:menetapkan|ditetapkan dengan|menerbitkan|mengeluarkan)\s+(keputusan)\s+(?:KPU|KIP|Komisi|Ketua|Sekretaris)\b",
    )
});
static REGULATION: Pattern = Pattern::new(|| pattern(r"\b[Pp]eraturan\s+[Ii]ni\s+mulai\s+berlaku\b"));
const DECISION: &str = r"\bkeputusan\s+{keputusan-lain}";

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(decision) = context.word_lists().pattern(DECISION) else { return };
    for passage in &context.passages {
        let (teks, text) = (passage.teks, &passage.plain);
        let own = matches!(passage.part, Part::Diktum(_) | Part::Menimbang(_) | Part::Memperhatikan(_));
        if !own && !matches!(passage.part, Part::Naskah(_)) || in_capitals(text) {
            continue;
        }
        for found in matches(&SELF, text).filter(|found| text.get(group(found, 0)) != Some("Keputusan ini")) {
            let (range, noun, this) = (group(&found, 0), group(&found, 1), group(&found, 2));
            if &text[noun.clone()] == "Keputusan" && &text[this.clone()] == "ini" {
                continue;
            }
            let shown = shortened(&text[range.clone()]);
            // What is decided by a meeting is no paper.
            let taken = text[..range.start].ends_with("mengambil ");
            let certain = own && !taken && !decision.is_match(&text[..range.start]);
            let place = context.place(teks, range);
            if !certain {
                let spoken = decision.is_match(&text[..noun.start]);
                uncertain(report, place, &shown, text[noun].starts_with('k'), own || spoken);
                continue;
            }
            let mut finding = report
                .at(place, format!("“{shown}” ditulis lain daripada “Keputusan ini”"))
                .hint("tulis “Keputusan ini”");
            let noun_edit = (&text[noun.clone()] != "Keputusan").then(|| context.replace(teks, noun, "Keputusan"));
            let this_edit = (&text[this.clone()] != "ini").then(|| context.replace(teks, this, "ini"));
            if noun_edit != Some(None) && this_edit != Some(None) {
                finding = finding.cure(noun_edit.flatten());
                finding.cure(this_edit.flatten());
            }
        }
        office(context, report, passage);
        for range in matches(&REGULATION, text).map(|found| group(&found, 0)).filter(|_| own) {
            let word = range.start..range.start + "Peraturan".len();
            report
                .at(context.place(teks, range), "naskah ini Keputusan, bukan Peraturan")
                .hint("tulis “Keputusan ini mulai berlaku”")
                .cure(context.replace(teks, word, "Keputusan"));
        }
    }
}

/// What may be meant by another writing, where it is not sure that this decree is.
fn uncertain(report: &mut Report<'_>, place: Span, shown: &str, small: bool, quiet: bool) {
    match (small, quiet) {
        (true, true) => {}
        (true, false) => {
            report
                .at(place, format!("“{shown}” ditulis dengan huruf kecil"))
                .hint("tulis “Keputusan ini”, bila naskah inilah yang dimaksud");
        }
        (false, _) => {
            report
                .at(place, format!("apakah “{shown}” berarti Keputusan ini?"))
                .hint("jika ya, tulis “Keputusan ini”")
                .unsure();
        }
    }
}

/// "menetapkan keputusan KPU …" in small letters.
fn office(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let (teks, text) = (passage.teks, &passage.plain);
    for range in matches(&OFFICE, text).map(|found| group(&found, 1)) {
        report
            .at(context.place(teks, range.clone()), "nama jenis keputusan di depan nama lembaganya berhuruf kecil")
            .hint("tulis “Keputusan”")
            .cure(context.replace(teks, range, "Keputusan"));
    }
}
