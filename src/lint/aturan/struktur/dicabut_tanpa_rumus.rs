//! Revocations in other words than the formula, and decrees that are revoked and a legal basis at once.

use crate::lint::tulisan::{self, Pattern, group, matches, pattern};
use crate::lint::{Context, Passage, Report, declare_rule, disebut};

declare_rule! {
    /// Pencabutan memakai rumus “dicabut dan dinyatakan tidak berlaku”
    ///
    /// Rumus yang tetap tidak menyisakan keraguan apakah keputusan lama masih berlaku. Keputusan yang dicabut juga tidak
    /// menjadi dasar hukum, sebab kekuatannya berakhir.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 26 sampai dengan butir 29 dan butir 94 sampai dengan butir 100.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 3 Tahun 2024 tentang Hari Kerja dinyatakan tidak berlaku lagi.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Pada saat Keputusan ini mulai berlaku, Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 3 Tahun 2024 tentang Hari Kerja dicabut dan dinyatakan tidak berlaku.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K116" "dicabut-tanpa-rumus" Peringatan since "0.2.0" => check
}

static REVOKES: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)^mencabut\b|\b(?:dicabut|dinyatakan\s+(?:dicabut|tidak\s+berlaku))\b(?:\s+dan\s+(?:dinyatakan\s+)?tidak\s+berlaku)?(?:\s+lagi)?",
    )
});
static OTHERWISE: Pattern =
    Pattern::new(|| pattern(r"(?i)\b(?:dapat|telah|belum|tidak|yang|akan|apabila|jika|sebelum|sudah|pernah)\s+$"));
static FORMULA: Pattern = Pattern::new(|| pattern(r"(?i)^dicabut\s+dan\s+dinyatakan\s+tidak\s+berlaku$"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut basis = None;
    let mut formula = None;
    for (_, passage) in tulisan::diktum(context)
        .filter(|(_, passage)| passage.plain.contains("cabut") || passage.plain.contains("tidak berlaku"))
    {
        let text = &passage.plain;
        let decrees: Vec<_> = disebut::cited(text).into_iter().filter(|cited| cited.is_decree()).collect();
        let verb = matches(&REVOKES, text)
            .map(|found| group(&found, 0))
            .find(|range| !tulisan::occurs(&OTHERWISE, &text[..range.start]));
        let (Some(verb), false) = (verb, decrees.is_empty()) else { continue };
        let opens = verb.start == 0 && *formula.get_or_insert_with(|| has_formula(context));
        if !opens && !tulisan::occurs(&FORMULA, &text[verb.clone()]) {
            report
                .at(context.place(passage.teks, verb), "apakah pencabutan ini dapat memakai rumus yang tetap?")
                .hint("tulis “Pada saat Keputusan ini mulai berlaku, Keputusan … dicabut dan dinyatakan tidak berlaku”")
                .unsure();
        }
        let laws = basis.get_or_insert_with(|| in_mengingat(context));
        if let Some(first) = decrees.first() {
            also_basis(context, report, passage, first, laws);
        }
    }
}

/// Whether a diktum says the formula; one before it that begins with "Mencabut" then only names the decree.
fn has_formula(context: &Context<'_>) -> bool {
    tulisan::diktum(context).any(|(_, passage)| {
        matches(&REVOKES, &passage.plain).any(|found| tulisan::occurs(&FORMULA, &passage.plain[group(&found, 0)]))
    })
}

/// The decrees that Mengingat names first in an item, each with the place of the item.
fn in_mengingat(context: &Context<'_>) -> Vec<(disebut::Cited, crate::diag::Span)> {
    let printed = context.naskah.bagian.iter().filter(|part| part.label == "Mengingat").flat_map(|part| &part.butir);
    printed
        .filter_map(|item| Some((disebut::cited(&item.teks.as_plain()).into_iter().next()?, item.teks.span)))
        .filter(|(cited, _)| cited.is_decree())
        .collect()
}

fn also_basis(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    decree: &disebut::Cited,
    laws: &[(disebut::Cited, crate::diag::Span)],
) {
    if let Some((_, place)) = laws.iter().find(|(law, _)| law.same(decree)) {
        report
            .at(
                context.place(passage.teks, decree.range.clone()),
                "keputusan yang dicabut disebut juga sebagai dasar hukum",
            )
            .label(*place, "dasar hukum yang dicabut")
            .hint("hapus keputusan itu dari Mengingat");
    }
}
