//! Two words around a slash, one of which lost its prefix.

use crate::words::{Kind, Token};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::forms::{is_active, is_passive};

declare_rule! {
    /// Kata di kedua sisi garis miring sebentuk
    ///
    /// Garis miring menggantikan “atau”, jadi kedua sisinya harus dapat dibaca dalam kalimat yang sama:
    /// “disosialisasikan/diumumkan”, bukan “disosialisasikan/pengumuman”.
    ///
    /// Sumber: EYD V tentang tanda garis miring.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja telah diumumkan/sosialisasi kepada pegawai sehingga perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja telah diumumkan/disosialisasikan kepada pegawai sehingga perlu ditetapkan
    /// ```
    "K525" "garis-miring-timpang" Saran since "0.3.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let kata = context.catalog.kata();
    for (passage, text) in context.worded().filter(|(passage, _)| !matches!(passage.part, Part::Mengingat(_))) {
        for pair in text.words.windows(2).filter(|pair| passage.gap(&pair[0], &pair[1]) == "/") {
            let (first, second) = (passage.lower(&pair[0]), passage.lower(&pair[1]));
            let (verb, bare, place) =
                match (is_passive(context.word_lists(), &first), is_passive(context.word_lists(), &second)) {
                    (true, false) => (first, second, &pair[1]),
                    (false, true) => (second, first, &pair[0]),
                    _ => {
                        uneven(context, report, passage, pair);
                        continue;
                    }
                };
            let sound = pair.iter().all(|word| word.mask.is_none() && !word.italic) && verb.ends_with("kan");
            let meant = [format!("di{bare}kan"), format!("di{bare}")].into_iter().find(|form| kata.has(form));
            if meant.is_none() {
                uneven(context, report, passage, pair);
            }
            if let Some(meant) = meant.filter(|_| sound && bare.len() > 4 && kata.has(&bare)) {
                let shown = passage.word(place);
                report
                    .at(
                        context.place(passage.teks, place.range.clone()),
                        format!("`{shown}` tidak sebentuk dengan `{verb}`"),
                    )
                    .hint(format!("apakah seharusnya `{meant}`?"));
            }
        }
    }
}

/// A verb beside the noun of another deed: "menerima/pencatatan".
fn uneven(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, pair: &[Token]) {
    let [a, b] = pair else { return };
    let (lists, kata) = (context.word_lists(), context.catalog.kata());
    let (first, second) = (passage.lower(a), passage.lower(b));
    let verb = |word: &str| is_active(lists, word) || is_passive(lists, word);
    let noun = |word: &str| word.len() > 6 && word.starts_with("pe") && word.ends_with("an") && kata.has(word);
    let free = pair.iter().all(|word| word.mask.is_none() && !word.italic && word.kind == Kind::Lower);
    if free && ((verb(&first) && noun(&second)) || (noun(&first) && verb(&second))) {
        report
            .at(context.place(passage.teks, b.range.clone()), format!("`{second}` tidak sebentuk dengan `{first}`"))
            .hint("apakah kedua sisi garis miring dapat ditulis sebagai kata kerja, atau sebagai kata benda?")
            .unsure();
    }
}
