//! Revocations in other words than the formula, and decrees that are revoked and a legal basis at once.

use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};
use naskah_core::reading::citations::{Basis, Cited, KunciPeraturan};

declare_rule! {
    /// Pencabutan memakai rumus “dicabut dan dinyatakan tidak berlaku”
    ///
    /// Rumus yang tetap tidak menyisakan keraguan apakah keputusan lama masih berlaku. Keputusan yang dicabut juga tidak
    /// menjadi dasar hukum, sebab kekuatannya berakhir.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 26–29 dan butir 94–100.
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
        r"(?i)^mencabut\b|\b(?:dicabut|dibatalkan|dihapus|dinyatakan\s+(?:dicabut|batal|tidak\s+berlaku))\b(?:\s+dan\s+(?:dinyatakan\s+)?tidak\s+berlaku)?(?:\s+lagi)?",
    )
});
const OTHERWISE: &str = r"(?i)\b{bukan-pencabutan}\s+$";
static FORMULA: Pattern = Pattern::new(|| pattern(r"(?i)^dicabut\s+dan\s+dinyatakan\s+tidak\s+berlaku$"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(otherwise) = context.word_lists().pattern(OTHERWISE) else { return };
    let mut formula = None;
    for (at, passage) in context.passages.iter().enumerate() {
        let text = &passage.plain;
        let revoking = ["cabut", "tidak berlaku", "batal", "dihapus"].iter().any(|word| text.contains(word));
        if !matches!(passage.part, Part::Diktum(_)) || !revoking {
            continue;
        }
        let verb = matches(&REVOKES, text)
            .map(|found| group(&found, 0))
            .find(|range| !otherwise.is_match(&text[..range.start]));
        let decree = context.citations().within(at).find(|cited| cited.is_decree() && cited.sitasi.nomor.is_some());
        let Some(verb) = verb.filter(|_| decree.is_some() || text.contains("dalam Diktum")) else { continue };
        let last = text[verb.end..].trim().trim_end_matches('.').is_empty() && text.starts_with("Keputusan ");
        let sure = last || text.starts_with("Pada saat Keputusan ini mulai berlaku");
        let opens = verb.start == 0 && *formula.get_or_insert_with(|| has_formula(context));
        if !opens && !occurs(&FORMULA, &text[verb.clone()]) {
            report
                .at(context.place(passage.teks, verb), "apakah pencabutan ini dapat memakai rumus yang tetap?")
                .hint("tulis “Pada saat Keputusan ini mulai berlaku, Keputusan … dicabut dan dinyatakan tidak berlaku”")
                .at_most(if sure { Level::Peringatan } else { Level::Saran });
        }
        if let Some(decree) = decree {
            also_basis(context, report, passage, decree);
        }
    }
}

/// Whether a diktum says the formula; one before it that begins with "Mencabut" then only names the decree.
fn has_formula(context: &Context<'_>) -> bool {
    context.diktum().any(|(_, passage)| {
        matches(&REVOKES, &passage.plain).any(|found| occurs(&FORMULA, &passage.plain[group(&found, 0)]))
    })
}

/// The decree that is revoked is a legal basis as well.
fn also_basis(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, decree: &Cited<'_>) {
    let citations = context.citations();
    let key = KunciPeraturan::of(decree, &passage.plain);
    let own = |basis: &&Basis<'_>| match (basis.law, basis.cited.and_then(|at| citations.all.get(at))) {
        (Some(law), _) => KunciPeraturan::of_law(law).same(&key),
        (None, Some(cited)) => {
            context.passages.get(cited.passage).is_some_and(|there| KunciPeraturan::of(cited, &there.plain).same(&key))
        }
        _ => false,
    };
    if let Some(basis) = citations.bases.iter().flatten().find(own) {
        report
            .at(
                context.place(passage.teks, decree.sitasi.kepala()),
                "keputusan yang dicabut disebut juga sebagai dasar hukum",
            )
            .label(basis.span, "dasar hukum yang dicabut")
            .hint("hapus keputusan itu dari Mengingat");
    }
}
