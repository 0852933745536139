//! The religious formula of regulations in a decree.

use crate::{Context, Part, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// “DENGAN RAHMAT TUHAN YANG MAHA ESA” tidak dipakai dalam Keputusan
    ///
    /// Frasa itu hanya ada pada pembukaan peraturan perundang-undangan, bukan pada keputusan.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 14.
    ///
    /// Salah:
    /// ```yaml
    /// kepala: {pembuat: 'DENGAN RAHMAT TUHAN YANG MAHA ESA KETUA KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG,'}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// kepala: {pembuat: 'KETUA KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG,'}
    /// ```
    "K109" "rahmat" Galat since "0.2.0" => check
}

static FORMULA: Pattern = Pattern::new(|| {
    pattern(r"(?i)\b(?:dengan|atas(?:\s+berkat)?)\s+rahmat\s+(?:tuhan|allah)(?:\s+yang\s+maha\s+[a-zA-Z]+)?")
});

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for passage in &context.passages {
        let own = !matches!(
            passage.part,
            Part::Naskah(_) | Part::Bab(_) | Part::Sel { .. } | Part::Kolom(_) | Part::Kelompok(_)
        );
        if !own || !passage.plain.to_lowercase().contains("rahmat") {
            continue;
        }
        for range in matches(&FORMULA, &passage.plain).map(|found| group(&found, 0)) {
            let opens = passage.plain[..range.start].trim().is_empty();
            let written = &passage.plain[range.clone()];
            let titled = written.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
            let formula = titled || opens || matches!(passage.part, Part::Kepala);
            if formula {
                report
                    .at(
                        context.place(passage.teks, range),
                        "frasa ini hanya dipakai dalam peraturan, tidak dalam Keputusan",
                    )
                    .hint("hapus frasa ini");
            }
        }
    }
}
