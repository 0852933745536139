//! A reference to a diktum that the decree does not have, or to itself.

use crate::parts::diktum_references;
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::numerals::nama_diktum;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Diktum yang dirujuk ada
    ///
    /// Rujukan ke diktum yang tidak ada tidak dapat diikuti pembaca; biasanya ia tertinggal setelah diktum dihapus atau
    /// disisipkan. Diktum milik keputusan lain (“Diktum KEDUA Keputusan … Nomor …”) tidak diperiksa, begitu pula
    /// keputusan perubahan. Diktum yang merujuk dirinya sendiri hanya ditanyakan.
    ///
    /// Sumber: Keputusan KPU 1442/2019 tentang perujukan antardiktum.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Hari kerja sebagaimana dimaksud dalam Diktum KEEMPAT diumumkan kepada masyarakat.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Hari kerja sebagaimana dimaksud dalam Diktum KESATU diumumkan kepada masyarakat.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K103" "rujukan-diktum-tidak-ada" Galat since "0.2.0" => check
}

static INSERTED: Pattern = Pattern::new(|| pattern(r"\b[Dd]iktum\s+KE[A-Z]+(?:\s+(?:BELAS|PULUH))?(\s?[A-Z])\b"));

/// The letters of diktums that an amendment put in between: "Diktum KETIGA A".
fn inserted(text: &str) -> Vec<std::ops::Range<usize>> {
    let own = |range: &std::ops::Range<usize>| {
        text[range.clone()].starts_with(' ') && !text[range.end..].starts_with(" Keputusan")
    };
    matches(&INSERTED, text).map(|found| group(&found, 1)).filter(own).collect()
}

static OTHER_DECREE: Pattern = Pattern::new(|| {
    pattern(r"\b[Kk]eputusan\s+sebagaimana\s+dimaksud\s+(?:dalam|pada)\s+(Diktum\s+KE[A-Z]+(?:\s+[A-Z]+)?)")
});

/// "Keputusan sebagaimana dimaksud dalam Diktum KETIGA" where that diktum names no other decree, though one does.
fn without_decree(context: &Context<'_>, report: &mut Report<'_>) {
    let other = |at: usize| context.diktum().any(|(own, passage)| own == at && passage.plain.contains(" Nomor "));
    for (at, passage) in context.diktum() {
        for range in matches(&OTHER_DECREE, &passage.plain).map(|found| group(&found, 1)) {
            let named =
                diktum_references::diktum(context.word_lists(), &passage.plain[range.clone()]).into_iter().next();
            let Some(number) =
                named.map(|named| named.number).filter(|number| *number <= context.keputusan.diktum.len())
            else {
                continue;
            };
            let meant = (0..at).find(|first| other(*first) && first + 1 != number);
            if let (Some(meant), false) = (meant, other(number - 1)) {
                let right = nama_diktum(meant + 1).unwrap_or_default();
                report
                    .at(context.place(passage.teks, range), "diktum ini tidak menyebut keputusan lain")
                    .hint(format!("apakah yang dimaksud Diktum {right}?"))
                    .at_most(naskah_core::diag::Level::Peringatan);
            }
        }
    }
}

/// Names of diktums with a slip, and letters of diktums that an amendment put in between.
fn misspelt(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for one in diktum_references::misnamed(&passage.plain) {
        let shown = &passage.plain[one.range.clone()];
        report
            .at(
                context.place(passage.teks, one.range.clone()),
                format!("`{shown}` bukan nama diktum, sehingga rujukannya putus"),
            )
            .hint(format!("tulis “{}”", one.right))
            .cure(context.replace(passage.teks, one.range.clone(), &one.right));
    }
    for letter in inserted(&passage.plain) {
        report
            .at(
                context.place(passage.teks, letter),
                "diktum berhuruf sisipan dirujuk, tetapi keputusan ini tidak mempunyainya",
            )
            .hint("diktum sisipan hanya ada dalam keputusan yang pernah diubah; perbaiki rujukannya");
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    without_decree(context, report);
    let diktum = &context.keputusan.diktum;
    let count = diktum.len();
    if count == 0 || diktum_references::amends(context) {
        return;
    }
    for passage in &context.passages {
        let own = match passage.part {
            Part::Diktum(at) => Some(at),
            Part::Naskah(_) | Part::Sel { .. } => None,
            _ => continue,
        };
        misspelt(context, report, passage);
        for named in
            diktum_references::diktum(context.word_lists(), &passage.plain).into_iter().filter(|named| !named.elsewhere)
        {
            let name = nama_diktum(named.number).unwrap_or_default();
            let place = context.place(passage.teks, named.range.clone());
            if named.number > count {
                let last = nama_diktum(count).unwrap_or_default();
                let certain = own.is_some() && !named.after_other;
                let message = match certain {
                    true => format!("Diktum {name} dirujuk, tetapi keputusan ini hanya mempunyai {count} diktum"),
                    false => format!("apakah Diktum {name} ada? keputusan ini hanya mempunyai {count} diktum"),
                };
                let finding = report.at(place, message);
                let finding = finding.hint(format!("perbaiki rujukannya; diktum terakhir ialah Diktum {last}"));
                if !certain {
                    finding.unsure();
                }
            } else if own.is_some_and(|at| at + 1 == named.number && diktum[at].teks.span == passage.teks.span)
                && named.letters.is_none()
                && !named.after_other
            {
                report
                    .at(
                        place,
                        format!("apakah Diktum {name} yang dimaksud? rujukan ini berada di dalam diktum itu sendiri"),
                    )
                    .hint("rujuk diktum yang memuat ketentuannya")
                    .unsure();
            }
        }
    }
}
