//! References that are not put together as references are: a comma before the rule, a section without its brackets.

use crate::{Context, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Pasal, ayat, dan huruf yang dirujuk menyambung langsung dengan peraturannya
    ///
    /// Rujukan ditulis “Pasal 20 ayat (2) huruf a Undang-Undang …”: nomor ayat dalam kurung, tanpa koma di depan nama
    /// peraturannya.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang pengacuan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa sesuai dengan Pasal 20 ayat 2, Peraturan Daerah tersebut, hari kerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa sesuai dengan Pasal 20 ayat (2) Peraturan Daerah tersebut, hari kerja perlu ditetapkan
    /// ```
    "K530" "bentuk-rujukan" Peringatan since "0.4.0" => check
}

static COMMA: Pattern = Pattern::new(|| {
    pattern(
        r"(?:\bhuruf\s+[a-z]|\bayat\s+\(?[0-9]+\)?|\bPasal\s+[0-9]+[A-Z]?)(,)\s+(?:Undang-Undang|Peraturan|Qanun)\s+\p{Lu}",
    )
});
static BARE: Pattern = Pattern::new(|| pattern(r"\bayat\s+([0-9]+[a-z]?)\b"));
static ON: Pattern = Pattern::new(|| pattern(r"\bketentuan\s+(pada|di)\s+(?:Pasal|ayat)\b"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded().filter(|(_, text)| !text.capitals) {
        let plain = passage.plain.as_str();
        for comma in matches(&COMMA, plain).map(|found| group(&found, 1)).filter(|at| text.mask_at(at.start).is_none())
        {
            report
                .at(context.place(passage.teks, comma.clone()), "koma memisahkan rujukan dari peraturannya")
                .hint("hapus koma itu")
                .cure(context.replace(passage.teks, comma, ""));
        }
        for number in matches(&BARE, plain).map(|found| group(&found, 1)).filter(|at| text.mask_at(at.start).is_none())
        {
            let right = format!("({})", &plain[number.clone()]);
            report
                .at(context.place(passage.teks, number.clone()), "nomor ayat tidak ditulis dalam kurung")
                .hint(format!("tulis `ayat {right}`"))
                .cure(context.replace(passage.teks, number, &right));
        }
        for word in matches(&ON, plain).map(|found| group(&found, 1)) {
            report
                .at(context.place(passage.teks, word), "“ketentuan” langsung diikuti pasal atau ayatnya")
                .hint("tulis “ketentuan Pasal …”")
                .unsure();
        }
    }
}
