//! Degrees without their stops, or with the letters of another writing.

use std::collections::BTreeSet;

use naskah_core::language::WordList;
use naskah_core::language::capitals::in_capitals;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Gelar ditulis dengan titik dan huruf yang tepat
    ///
    /// Singkatan gelar diikuti titik pada setiap unsurnya, dan dipisahkan dari nama dengan koma: “S.H.”, “M.Si.”, “S.I.Kom.”.
    /// Tulisan yang sama diberitahukan sekali untuk seluruh naskah.
    ///
    /// Sumber: EYD V tentang tanda titik dan tanda koma pada singkatan gelar.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menunjuk Saudara Nama Contoh, SH sebagai petugas hari kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menunjuk Saudara Nama Contoh, S.H. sebagai petugas hari kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K551" "gelar-tak-tepat" Saran since "0.4.0" => check
}

/// Behind a name and a comma, or before a name.
static BEHIND: Pattern = Pattern::new(|| {
    pattern(
        r"[A-Z][\p{L}'’.-]+(?:,\s*[A-Z][A-Za-z. ]{1,9})*?,\s*([A-Z][A-Za-z]{0,4}(?:\.\s?[A-Za-z]{1,5}){0,3}\.?)(?:$|[,;)\s/])",
    )
});
static BEFORE: Pattern = Pattern::new(|| pattern(r"(?:^|Saudar[ai]\s+|,\s+)(D[Rr]\.?|Drs|Dra|Ir|Prof)\s+[A-Z][a-z]"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut told: BTreeSet<String> = BTreeSet::new();
    let open = |part: Part| matches!(part, Part::Sel { .. } | Part::Diktum(_) | Part::Menimbang(_) | Part::Naskah(_));
    for passage in context.passages.iter().filter(|passage| open(passage.part) && !in_capitals(&passage.plain)) {
        joined(context, report, passage);
        comma(context, report, passage);
        let found = matches(&BEHIND, &passage.plain).chain(matches(&BEFORE, &passage.plain)).map(|hit| group(&hit, 1));
        for range in found {
            let shown = &passage.plain[range.clone()];
            let Some(right) = right(context, shown) else { continue };
            // Said once of all who bear it.
            if told.insert(shown.to_owned()) {
                report
                    .at(
                        context.place(passage.teks, range),
                        format!("gelar `{shown}` tidak ditulis sebagaimana mestinya"),
                    )
                    .hint(format!("tulis `{right}`, juga pada nama lain"));
            }
        }
    }
}

/// A comma in the place of the stop of an initial: "S,Kom.", "A,Hamid".
static COMMA: Pattern = Pattern::new(|| pattern(r"(?:^|[\s,(])(\p{Lu},\p{Lu}\p{L}*\.?)"));

fn comma(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for range in matches(&COMMA, &passage.plain).map(|found| group(&found, 1)) {
        let shown = &passage.plain[range.clone()];
        report
            .at(context.place(passage.teks, range.clone()), format!("koma di antara huruf singkatan `{shown}`"))
            .hint(format!("apakah yang dimaksud `{}`?", shown.replace(',', ".")));
    }
}

/// A degree right behind a name: "Eka Susanti A.Md.".
static JOINED: Pattern =
    Pattern::new(|| pattern(r"\p{Lu}\p{Ll}+( )([A-Z](?:\.[A-Z][a-z]{0,3}){1,2}\.)(?:$|[,;)/]|\s)"));

fn joined(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for found in matches(&JOINED, &passage.plain) {
        let (gap, degree) = (group(&found, 1), group(&found, 2));
        let shown = &passage.plain[degree.clone()];
        // "Nama K.H. Nama" has it before the name.
        let ends = !passage.plain[degree.end..].trim_start().starts_with(char::is_uppercase);
        let known = context.word_lists().pairs(WordList::GelarTertulis).any(|(_, right)| right == shown);
        if known && ends {
            report
                .at(context.place(passage.teks, degree), format!("tidak ada koma di depan gelar `{shown}`"))
                .hint(format!("tulis `, {shown}`"))
                .cure(context.replace(passage.teks, gap, ", "));
        }
    }
}

/// How a degree is written that is written otherwise here.
fn right<'a>(context: &'a Context<'_>, shown: &str) -> Option<&'a str> {
    let bare = |text: &str| text.replace(['.', ' '], "").to_lowercase();
    let own = bare(shown);
    let mut known = context.word_lists().pairs(WordList::GelarTertulis).filter(|(letters, _)| *letters == own);
    let (_, right) = known.next()?;
    let joined = |text: &str| text.replace(' ', "");
    let fits = |right: &str| joined(right) == joined(shown);
    (!fits(right) && !known.any(|(_, right)| fits(right))).then_some(right)
}
