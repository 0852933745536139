//! A consideration that consists of an adverbial clause only.

use crate::parts::formulas;
use crate::{Context, Report, declare_rule};
use naskah_core::language::typed_marks;
use naskah_core::language::words::lower;

declare_rule! {
    /// Pertimbangan mempunyai kalimat induk
    ///
    /// “bahwa untuk melaksanakan …” baru menyebut tujuannya; pembaca menunggu apa yang perlu dilakukan. Lengkapi dengan
    /// kalimat induk, misalnya “…, perlu menetapkan …”.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 21; EYD V tentang pemakaian koma.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk melaksanakan tertib administrasi kepegawaian
    ///   - bahwa hari kerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk melaksanakan tertib administrasi kepegawaian, perlu ditetapkan hari kerja
    /// ```
    "K202" "tanpa-kalimat-induk" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    for item in context.keputusan.menimbang.butir.iter().filter(|item| item.rincian.is_none()) {
        let Some((_, roles)) = context.all_worded().find(|(passage, _)| std::ptr::eq(passage.teks, &item.teks)) else {
            continue;
        };
        let plain = item.teks.as_plain();
        let start = typed_marks::opening(&plain);
        let end = plain.trim_end_matches(|c: char| c.is_whitespace() || ".;,".contains(c)).len().max(start);
        let text = &plain[start..end];
        let closing = lower(text).starts_with("bahwa berdasarkan pertimbangan");
        if closing || !formulas::is_adverbial(lists, text) {
            continue;
        }
        if !formulas::has_main_clause(lists, &plain, start..end, roles) {
            report
                .at(
                    context.place(&item.teks, start..end),
                    "pertimbangan ini hanya keterangan, belum mempunyai kalimat induk",
                )
                .hint("lanjutkan dengan kalimat induk, misalnya “…, perlu …”, atau gabungkan dengan butir berikutnya");
        }
    }
}
