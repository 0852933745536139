//! "maka" before a main clause that needs no link.

use crate::parts::formulas;
use crate::{Context, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Kalimat induk pertimbangan tidak diawali “maka”
    ///
    /// Sesudah keterangan yang diawali “untuk”, “dalam rangka”, atau “berdasarkan”, koma sudah cukup; “maka” membuat kalimat
    /// induknya menjadi anak kalimat. “Apabila …, maka …” dibiarkan.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk menjaga ketertiban kantor, maka perlu ditetapkan hari kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk menjaga ketertiban kantor, perlu ditetapkan hari kerja
    /// ```
    "K204" "maka-berlebih" Peringatan since "0.2.0" => check
}

static THEN: Pattern = Pattern::new(|| {
    pattern(r"(,?)\s+(maka)\s+(?:dipandang\s+|dirasa\s+|sangat\s+)?(?:perlu|diperlukan|dibutuhkan|harus|wajib)\b")
});

/// "maka" behind the comma of an adverbial, whatever the main clause says.
static AFTER: Pattern = Pattern::new(|| pattern(r"(,)\s+(maka)\s+[a-z]"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (_, passage) in context.menimbang().filter(|(_, passage)| passage.plain.contains("maka")) {
        let (teks, text) = (passage.teks, &passage.plain);
        let adverbial = formulas::is_adverbial(context.word_lists(), text);
        let after = matches(&AFTER, text).filter(|found| {
            let twice = matches(&THEN, text).any(|then| group(&then, 2) == group(found, 2));
            adverbial && !twice && !text[..group(found, 1).start].contains(',')
        });
        for found in matches(&THEN, text).chain(after) {
            let (comma, word) = (group(&found, 1), group(&found, 2));
            if context.word_lists().occurs(WordList::Syarat, &text[..word.start].to_lowercase()) {
                continue;
            }
            let place = context.place(teks, word.clone());
            if comma.is_empty() {
                report.at(place, "apakah kata “maka” di sini diperlukan?").hint("ganti “maka” dengan koma").unsure();
            } else {
                report
                    .at(place, "kata “maka” di sini berlebih")
                    .hint("hapus “maka”; koma sudah cukup")
                    .cure(context.without(teks, word));
            }
        }
    }
}
