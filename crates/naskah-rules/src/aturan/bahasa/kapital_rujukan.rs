//! The words of references with the wrong capital: "pasal 20", "Ayat (1)".

use crate::{Context, Part, Report, declare_rule};
use naskah_core::language::capitals::capital;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// “Pasal”, “Diktum”, dan “Lampiran” yang bernomor berhuruf kapital; “ayat”, “huruf”, dan “angka” berhuruf kecil
    ///
    /// Rujukan ditulis “Pasal 20 ayat (1) huruf a”: bagian yang menjadi nama berhuruf awal kapital, satuan di dalamnya
    /// berhuruf kecil.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang pengacuan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa sesuai dengan pasal 20 Ayat (1) Peraturan Daerah tersebut, hari kerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa sesuai dengan Pasal 20 ayat (1) Peraturan Daerah tersebut, hari kerja perlu ditetapkan
    /// ```
    "K528" "kapital-rujukan" Peringatan since "0.4.0" => check
}

static NAMES: Pattern = Pattern::new(|| {
    pattern(r"\b(?:(pasal)\s+[0-9]+[A-Za-z]?\b|(diktum)\s+KE[A-Z]+\b|(lampiran)\s+[IVX]+\b|(bab)\s+[IVX]+\b)")
});
static UNITS: Pattern = Pattern::new(|| {
    pattern(
        r"\p{Ll}[)]?,?\s+(?:(Ayat)\s+\([0-9]+\)|(Huruf)\s+[a-z]\b|(Angka)\s+[0-9]+\b)|[0-9)],?\s+(?:(Ayat)\s+\([0-9]+\)|(Huruf)\s+[a-z]\b|(Angka)\s+[0-9]+\b)",
    )
});

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded().filter(|(passage, text)| !text.capitals && passage.part != Part::Kepala) {
        let plain = passage.plain.as_str();
        let small =
            matches(&NAMES, plain).map(|found| (1..=4).map(|at| group(&found, at)).find(|word| !word.is_empty()));
        let large =
            matches(&UNITS, plain).map(|found| (1..=6).map(|at| group(&found, at)).find(|word| !word.is_empty()));
        for range in small.chain(large).flatten().filter(|range| text.mask_at(range.start).is_none()) {
            let shown = &plain[range.clone()];
            let right = match shown {
                "bab" => "BAB".to_owned(),
                shown if shown.starts_with(char::is_lowercase) => capital(shown),
                shown => shown.to_lowercase(),
            };
            report
                .at(context.place(passage.teks, range.clone()), format!("`{shown}` dalam rujukan ditulis `{right}`"))
                .hint(format!("tulis `{right}`"))
                .cure(context.replace(passage.teks, range, &right));
        }
    }
}
