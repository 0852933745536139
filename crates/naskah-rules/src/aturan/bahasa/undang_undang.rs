//! "Undang-Undang" written otherwise.

use std::ops::Range;

use crate::{Context, Passage, Report, declare_rule};
use naskah_core::reading::citations::Cited;

declare_rule! {
    /// Nama undang-undang ditulis “Undang-Undang”
    ///
    /// Sebagai nama jenis peraturan, kedua unsurnya berhuruf awal kapital dan dihubungkan dengan tanda hubung.
    /// “peraturan perundang-undangan” tetap berhuruf kecil.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang penulisan dasar hukum; EYD V tentang huruf kapital bentuk ulang.
    ///
    /// Salah:
    /// ```yaml
    /// memperhatikan:
    ///   - Surat Ketua tentang pelaksanaan Undang-undang Nomor 7 Tahun 2017
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja ditetapkan sesuai dengan undang-undang dan Undang-Undang Nomor 7 Tahun 2017
    /// ```
    "K508" "undang-undang-tidak-tepat" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded() {
        let mut at = 0;
        while let Some(word) = text.words.get(at) {
            let next = text.words.get(at + 1);
            let lower = passage.lower(word);
            let twice = lower == "undang"
                && next.is_some_and(|next| passage.lower(next) == "undang" && passage.gap(word, next).trim() == "");
            let whole = lower == "undang-undang" || lower == "undangundang";
            let last = at + usize::from(twice);
            if let (true, Some(end)) = (word.mask.is_none() && (twice || whole), text.words.get(last)) {
                let after = text.words.get(last + 1).map(|after| passage.word(after)).unwrap_or_default();
                let named = ["Nomor", "nomor", "No", "Dasar"].contains(&after);
                let range = word.range.start..end.range.end;
                judge(context, report, passage, range, named || (!word.start && !text.capitals));
            }
            at = last + 1;
        }
    }
}

/// Objects to what is neither the name nor the word, or not the name where one must stand.
fn judge(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, range: Range<usize>, named: bool) {
    let shown = &passage.plain[range.clone()];
    let after = passage.plain[range.end..].trim_start();
    let certain = after.starts_with("Nomor ")
        || after.starts_with("nomor ")
        || after.starts_with("No. ")
        || after.starts_with("Dasar ");
    let capital = shown.starts_with('U');
    let right = match () {
        () if shown == "UNDANG-UNDANG" || shown == "Undang-Undang" => return,
        () if shown.chars().all(|c| !c.is_lowercase()) => "UNDANG-UNDANG",
        () if certain || (capital && named) => "Undang-Undang",
        () if capital => "Undang-undang",
        () => "undang-undang",
    };
    // Where a citation must be right to the letter, its own rule speaks.
    let cited = |own: &Passage<'_>, cited: &Cited<'_>| {
        let sebutan = &cited.sitasi.sebutan;
        std::ptr::eq(own, passage) && cited.formal(own.part) && sebutan.start <= range.start && range.end <= sebutan.end
    };
    if shown != right && !context.cited().any(|(one, own)| cited(own, one)) {
        let edit = context.replace(passage.teks, range.clone(), right);
        report
            .at(context.place(passage.teks, range.clone()), format!("`{shown}` tidak ditulis sebagaimana mestinya"))
            .hint(format!("tulis `{right}`"))
            .cure(edit);
    }
}
