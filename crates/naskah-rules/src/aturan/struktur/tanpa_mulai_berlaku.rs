//! No diktum says when the decree comes into force.

use crate::parts::commencement;
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Keputusan menyatakan kapan ia mulai berlaku
    ///
    /// Tanpa diktum penutup itu saat berlakunya keputusan dapat dipertengkarkan. Kalimat “Pada saat Keputusan ini mulai
    /// berlaku, …” hanya mengatur akibatnya dan tidak dihitung.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 94–100; Keputusan KPU 1442/2019.
    ///
    /// Salah:
    /// ```yaml
    /// diktum: [Menetapkan Hari Kerja.]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K106" "tanpa-mulai-berlaku" Peringatan since "0.2.0" => check
}

/// The sentence that is missing.
const SENTENCE: &str = "“Keputusan ini mulai berlaku pada tanggal ditetapkan.”";

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(last) = context.keputusan.diktum.last() else { return };
    let clauses = commencement::clauses(context);
    if clauses.is_empty() {
        report
            .at(last.teks.span, "tidak ada diktum yang menyatakan kapan Keputusan ini mulai berlaku")
            .hint(format!("tambahkan diktum terakhir: {SENTENCE}"));
    }
    for clause in &clauses {
        let after = clause.passage.plain[clause.range.end..].trim();
        let nothing = after.is_empty() || after.starts_with(['.', ';']);
        let whole = context.keputusan.diktum.get(clause.diktum).is_some_and(|item| item.rincian.is_none());
        if nothing && whole {
            report
                .at(
                    context.place(clause.passage.teks, clause.range.clone()),
                    "diktum ini tidak menyebut sejak tanggal berapa Keputusan ini berlaku",
                )
                .hint(format!("tulis lengkap: {SENTENCE}"));
        }
    }
}
