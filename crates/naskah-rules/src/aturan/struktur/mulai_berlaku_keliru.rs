//! The commencement clause in words that the drafting rules do not allow.

use crate::parts::commencement::{self, Clause};
use crate::{Context, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};

declare_rule! {
    /// Saat berlaku dinyatakan dengan “mulai berlaku pada tanggal …”
    ///
    /// “Mulai berlaku efektif” menimbulkan tanda tanya apakah ada masa berlaku yang tidak efektif. Keputusan tidak
    /// diundangkan, jadi tanggalnya ialah tanggal ditetapkan; “mulai berlaku sejak” mengulang arti yang sama,
    /// dan “berlaku sejak” bukan rumusnya. “Berlaku pada tanggal …” tanpa “mulai” hanya menyebut satu hari.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 102.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku secara efektif pada tanggal ditetapkan.
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K107" "mulai-berlaku-keliru" Galat since "0.2.0" => check
}

static EFFECTIVE: Pattern = Pattern::new(|| pattern(r"(?i)(?:secara\s+)?efektif"));
static PROMULGATED: Pattern = Pattern::new(|| pattern(r"(?i)^\s+(?:pada|sejak)\s+(?:saat|tanggal)\s+(diundangkan)\b"));
static SINCE: Pattern = Pattern::new(|| pattern(r"(?i)^\s+(sejak)\s+tanggal\s+ditetapkan\b"));
/// The verb without "mulai", and the day behind it.
static BEGINLESS: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)^berlaku\s+(pada|mulai)\s+(?:(?:saat|hari)\s+)?(?:tanggal\s+)?(ditetapkan|ditandatangani|\d{1,2}\s+[a-z]+\s+\d)",
    )
});

/// The clause that the decree will be mended should there be a slip in it, which says nothing that holds.
static MENDED: Pattern =
    Pattern::new(|| pattern(r"(?i)\b(?:apabila|jika|bila)\b[^.;]{0,60}\b(?:kekeliruan|kesalahan|kekhilafan)\b"));
static MENDS: Pattern = Pattern::new(|| pattern(r"(?i)perbaik|\bdiubah\b|betul"));

/// Asks whether that clause is needed.
fn mended(context: &Context<'_>, report: &mut Report<'_>) {
    for (_, passage) in context.diktum().filter(|(_, passage)| passage.plain.contains("eputusan ini")) {
        let found = matches(&MENDED, &passage.plain).next().filter(|_| occurs(&MENDS, &passage.plain));
        if let Some(range) = found.map(|found| group(&found, 0)) {
            report
                .at(context.place(passage.teks, range), "apakah ketentuan tentang kekeliruan ini diperlukan?")
                .hint("hapus; keputusan yang keliru diperbaiki dengan keputusan perubahan")
                .unsure();
        }
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    mended(context, report);
    for clause in commencement::clauses(context) {
        effective(context, report, &clause);
        beginless(context, report, &clause);
        let teks = clause.passage.teks;
        let after = &clause.passage.plain[clause.range.end..];
        let in_text = |pattern: &Pattern| {
            let found = matches(pattern, after).next().map(|found| group(&found, 1))?;
            Some(clause.range.end + found.start..clause.range.end + found.end)
        };
        if let Some(word) = in_text(&PROMULGATED) {
            report
                .at(context.place(teks, word.clone()), "Keputusan ditetapkan, tidak diundangkan")
                .hint("tulis “mulai berlaku pada tanggal ditetapkan”")
                .cure(context.replace(teks, word, "ditetapkan"));
        }
        let verb = &clause.passage.plain[clause.verb.clone()];
        if verb.eq_ignore_ascii_case("berlaku sejak") && after.trim_start().starts_with("tanggal ditetapkan") {
            report
                .at(
                    context.place(teks, clause.verb.clone()),
                    "Keputusan mulai berlaku pada suatu tanggal, tidak “berlaku sejak”",
                )
                .hint("tulis “mulai berlaku pada tanggal ditetapkan”")
                .cure(context.replace(teks, clause.verb.clone(), "mulai berlaku pada"))
                .at_most(naskah_core::diag::Level::Peringatan);
        }
        let rest = after.trim_start().to_lowercase();
        let reckoned = rest.starts_with("terhitung mulai tanggal") || verb.to_lowercase().ends_with("terhitung");
        let signed = rest.starts_with("pada tanggal ditandatangani") || rest.starts_with("sejak ditandatangani");
        if reckoned || signed {
            report
                .at(context.place(teks, clause.range.clone()), "saat mulai berlaku ditulis dengan rumus lain")
                .hint("tulis “Keputusan ini mulai berlaku pada tanggal ditetapkan.”, atau tanggal lain yang dimaksud")
                .at_most(naskah_core::diag::Level::Peringatan);
        }
        if let Some(word) = in_text(&SINCE) {
            report
                .at(context.place(teks, word.clone()), "“mulai berlaku sejak” mengulang arti yang sama")
                .hint("tulis “mulai berlaku pada tanggal ditetapkan”")
                .cure(context.replace(teks, word, "pada"))
                .at_most(naskah_core::diag::Level::Peringatan);
        }
    }
}

/// "berlaku pada tanggal ditetapkan": the day of a decree without the word that it only begins there.
fn beginless(context: &Context<'_>, report: &mut Report<'_>, clause: &Clause<'_>) {
    let (teks, after) = (clause.passage.teks, &clause.passage.plain[clause.verb.start..]);
    let Some(found) = matches(&BEGINLESS, after).next() else { return };
    let [link, day] = [1, 2].map(|at| &after[group(&found, at)]);
    let signed = !day.starts_with(|c: char| c.is_ascii_digit());
    let word = clause.verb.start..clause.verb.start + "berlaku".len();
    let place = context.place(teks, clause.verb.start..clause.verb.start + group(&found, 1).end);
    if link.eq_ignore_ascii_case("pada") && (signed || !after.contains("sampai")) {
        report
            .at(place, "“berlaku pada” tanpa “mulai” hanya menyebut satu hari")
            .hint("tulis “mulai berlaku pada …”")
            .cure(context.replace(teks, word, "mulai berlaku"));
    } else if link.eq_ignore_ascii_case("mulai") && signed {
        report
            .at(place, "“berlaku mulai tanggal” bukan rumusnya")
            .hint("tulis “mulai berlaku pada tanggal ditetapkan”")
            .cure(context.replace(teks, word.start..word.start + group(&found, 1).end, "mulai berlaku pada"))
            .at_most(naskah_core::diag::Level::Peringatan);
    }
}

fn effective(context: &Context<'_>, report: &mut Report<'_>, clause: &Clause<'_>) {
    let (teks, text) = (clause.passage.teks, &clause.passage.plain);
    let verb = &text[clause.verb.clone()];
    let Some(word) = matches(&EFFECTIVE, verb).next().map(|found| group(&found, 0)) else { return };
    let word = clause.verb.start + word.start..clause.verb.start + word.end;
    let twice = clause.passage.ahead(clause.verb.end);
    let twice = twice.trim_start();
    let certain =
        verb.to_lowercase().contains("mulai") && !["mulai", "terhitung"].iter().any(|word| twice.starts_with(word));
    let finding = report
        .at(context.place(teks, clause.verb.clone()), "Keputusan mulai berlaku, tanpa kata “efektif”")
        .hint("tulis “mulai berlaku pada tanggal ditetapkan”, atau tanggal lain yang dimaksud");
    if certain {
        finding.cure(context.without(teks, word));
    }
}
