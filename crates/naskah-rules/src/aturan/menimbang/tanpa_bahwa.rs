//! A consideration that does not begin with "bahwa".

use crate::{Context, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::typed_marks;
use naskah_core::language::words::shortened;

declare_rule! {
    /// Setiap pertimbangan diawali “bahwa” dengan huruf kecil
    ///
    /// Butir Menimbang ialah anak kalimat dari kata “Menimbang”, jadi diawali kata penghubung “bahwa” dan bukan huruf
    /// kapital.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 21.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - Bahwa hari kerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    /// ```
    "K201" "tanpa-bahwa" Galat since "0.2.0" => check
}

static BAHWA: Pattern = Pattern::new(|| pattern(r"(?i)^(bahwa(?:sanya)?)(?:[^\p{L}\p{N}]|$)"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for item in &context.keputusan.menimbang.butir {
        let (teks, plain) = (&item.teks, item.teks.as_plain());
        let start = typed_marks::opening(&plain);
        let text = &plain[start..];
        let word_end = start + text.find(char::is_whitespace).unwrap_or(text.len());
        let Some(first) = text.chars().next() else { continue };
        let word = matches(&BAHWA, text).next().map(|found| group(&found, 1));
        match word.map(|word| start + word.start..start + word.end) {
            Some(word) if &plain[word.clone()] == "bahwa" => {}
            Some(word) => {
                report
                    .at(context.place(teks, word.clone()), format!("pertimbangan diawali “{}”", &plain[word.clone()]))
                    .hint("tulis “bahwa” dengan huruf kecil")
                    .cure(context.replace(teks, word, "bahwa"));
            }
            None => {
                let small: String = first.to_lowercase().collect();
                let rest: String = text.chars().skip(1).take(20).collect();
                report
                    .at(context.place(teks, start..word_end), "pertimbangan tidak diawali “bahwa”")
                    .hint(format!("mulai dengan “bahwa”, misalnya “bahwa {}”", shortened(&format!("{small}{rest} …"))));
            }
        }
    }
}
