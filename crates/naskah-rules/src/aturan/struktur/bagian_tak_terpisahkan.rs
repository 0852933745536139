//! The clause that makes a lampiran part of the decree: its wording, and whether it is there.

use crate::parts::lampiran_mentions;
use crate::{Context, Passage, Report, declare_rule};
use naskah_core::language::numerals::romawi;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Lampiran dinyatakan “merupakan bagian tidak terpisahkan dari Keputusan ini”
    ///
    /// Rumusnya tetap: “sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini”.
    /// Tanpa rumus itu kedudukan lampiran tidak dinyatakan.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 120; Keputusan KPU 1442/2019.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian yang tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     teks: [Hari kerja ialah hari Senin sampai dengan hari Jumat.]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     teks: [Hari kerja ialah hari Senin sampai dengan hari Jumat.]
    /// ```
    "K114" "bagian-tak-terpisahkan" Peringatan since "0.2.0" => check
}

static CLAUSE: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)\b(bagian|satu\s+kesatuan|kesatuan)\s+(yang\s+)?((?:tidak|tak|tdk)\s+(?:dapat\s+|bisa\s+)?",
        r"(?:terpisahkan|dipisahkan|dipisah-pisahkan|terpisah))\s+(dari|dengan|pada|dalam)\s+(?:(?:surat\s+)?keputusan|sk)\s+(?:[a-zA-Z]+\s+){0,8}?ini\b"
    ))
});

static WHICH: Pattern =
    Pattern::new(|| pattern(r"(?i)\bbagian\s+(?:yang\s+)?tidak\s+terpisahkan\s+dari\s+(Keputusan)\s*(?:[.,;]|$)"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (_, passage) in context.diktum().filter(|(_, passage)| passage.plain.contains("pisah")) {
        wording(context, report, passage);
    }
    if context.keputusan.lampiran_utuh {
        missing(context, report);
    }
}

fn wording(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let (teks, text) = (passage.teks, &passage.plain);
    for range in matches(&WHICH, text).map(|found| group(&found, 1)) {
        report
            .at(context.place(teks, range.clone()), "keputusan mana yang dimaksud tidak disebut")
            .hint("tulis “Keputusan ini”")
            .cure(context.replace(teks, range, "Keputusan ini"));
    }
    for found in matches(&CLAUSE, text) {
        let [noun, that, apart, from] = [1, 2, 3, 4].map(|at| group(&found, at));
        let words =
            |range: &std::ops::Range<usize>| text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let (noun_words, apart_words, from_words) = (words(&noun), words(&apart), words(&from));
        if noun_words == "bagian" && that.is_empty() && apart_words == "tidak terpisahkan" && from_words == "dari" {
            continue;
        }
        let mut edits = Vec::new();
        if noun_words != "bagian" {
            edits.push(context.replace(teks, noun.clone(), "bagian"));
        }
        if !that.is_empty() {
            edits.push(context.without(teks, that.start..that.start + "yang".len()));
        }
        if apart_words != "tidak terpisahkan" {
            edits.push(context.replace(teks, apart, "tidak terpisahkan"));
        }
        if from_words != "dari" {
            edits.push(context.replace(teks, from.clone(), "dari"));
        }
        let mut finding = report
            .at(context.place(teks, noun.start..from.end), "rumus lampiran ditulis lain daripada bentuk bakunya")
            .hint("tulis “bagian tidak terpisahkan dari Keputusan ini”");
        if edits.iter().all(Option::is_some) {
            for edit in edits {
                finding = finding.cure(edit);
            }
        }
    }
}

/// Lampirans that diktums name, but none of them with the clause.
fn missing(context: &Context<'_>, report: &mut Report<'_>) {
    let count = context.keputusan.lampiran.len();
    let mentions = lampiran_mentions::lampiran(context);
    let with_clause = |mention: &lampiran_mentions::Mention<'_>| mention.passage.plain.to_lowercase().contains("pisah");
    let whole = mentions.iter().any(|mention| mention.numbers.is_empty() && with_clause(mention));
    let mut found: Vec<(&lampiran_mentions::Mention<'_>, Vec<String>)> = Vec::new();
    for number in 1..=count {
        let names = |mention: &&lampiran_mentions::Mention<'_>| {
            mention.numbers.contains(&number) || (count == 1 && mention.numbers.is_empty())
        };
        let Some(first) = mentions.iter().find(names) else { continue };
        if whole || mentions.iter().filter(names).any(with_clause) {
            continue;
        }
        let label = if count == 1 { "Lampiran".to_owned() } else { format!("Lampiran {}", romawi(number)) };
        match found.iter_mut().find(|(mention, _)| std::ptr::eq(*mention, first)) {
            Some((_, labels)) => labels.push(label),
            None => found.push((first, vec![label])),
        }
    }
    for (first, labels) in found {
        let labels = labels.join(", ");
        let message = format!("{labels} tidak dinyatakan sebagai bagian tidak terpisahkan dari Keputusan ini");
        report
            .at(context.place(first.passage.teks, first.range.clone()), message)
            .hint("tulis “… tercantum dalam Lampiran … yang merupakan bagian tidak terpisahkan dari Keputusan ini”");
    }
}
