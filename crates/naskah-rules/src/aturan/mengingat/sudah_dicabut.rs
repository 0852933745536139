//! A legal basis that is no longer in force.

use crate::{Context, Part, Report, declare_rule};
use naskah_core::catalog::Law;

declare_rule! {
    /// Dasar hukum masih berlaku pada hari keputusan ditetapkan
    ///
    /// Peraturan yang sudah dicabut tidak dapat menjadi dasar. Bila penggantinya diketahui dan sudah ada pada hari
    /// keputusan ditetapkan, pesan menyebutnya. Peraturan yang sudah dicabut dan dipakai dalam diktum ditanyakan.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; KMK 527/KMK.01/2022 Lampiran II butir 26–29.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat: [uu-5-2014, uu-7-2017]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat: [uu-7-2017, uu-20-2023]
    /// ```
    "K304" "sudah-dicabut" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    leaned_on(context, report);
    for basis in context.citations().bases.iter().flatten() {
        let Some(law) = basis.law.filter(|law| !law.dasar.berlaku) else { continue };
        let name = law.dasar.nama();
        let successor = law.dasar.dicabut_oleh.as_deref().and_then(|id| context.catalog.law(id));
        match successor {
            Some(next) if !context.there(&next.dasar) => {}
            Some(next) => {
                let certain = certain(context, next);
                let hint = format!("penggantinya: {} (`{}`)", next.dasar.nama(), next.dasar.id);
                if certain {
                    let message = format!("{name} sudah dicabut dengan {}", next.dasar.nama());
                    report.at(basis.span, message).hint(hint);
                } else {
                    let message = format!("apakah {name} masih berlaku pada hari keputusan ini ditetapkan?");
                    report.at(basis.span, message).hint(hint).unsure();
                }
            }
            None if law.dasar.dicabut_oleh.is_none() && context.year() < 2025 => {
                let message = format!("apakah {name}, yang kini sudah dicabut, masih berlaku pada hari itu?");
                report.at(basis.span, message).hint("periksa statusnya di JDIH").unsure();
            }
            None => {
                let message = format!("{name} sudah dicabut");
                report.at(basis.span, message).hint("periksa penggantinya di JDIH, lalu sebut penggantinya");
            }
        }
    }
}

/// Whether the day of the successor tells that it came first; its year alone tells only of other years.
fn certain(context: &Context<'_>, next: &Law) -> bool {
    next.dasar.tanggal.is_some() || next.dasar.tahun < context.year()
}

/// Rules that a diktum leans on, though they were revoked before.
fn leaned_on(context: &Context<'_>, report: &mut Report<'_>) {
    for (cited, passage) in context.cited().filter(|(_, passage)| matches!(passage.part, Part::Diktum(_))) {
        let Some(law) = cited.law().filter(|law| !law.dasar.berlaku) else { continue };
        let next = law.dasar.dicabut_oleh.as_deref().and_then(|id| context.catalog.law(id));
        let Some(next) = next.filter(|next| context.there(&next.dasar) && certain(context, next)) else { continue };
        let before = passage.plain.get(..cited.sitasi.kepala().start).unwrap_or_default().trim_end().to_lowercase();
        if ["sesuai dengan", "berdasarkan", "menurut", "dalam", "sesuai"].iter().any(|word| before.ends_with(word)) {
            report
                .at(
                    context.place(passage.teks, cited.sitasi.kepala()),
                    format!("{} sudah dicabut dengan {}", law.dasar.nama(), next.dasar.nama()),
                )
                .hint("apakah penggantinya yang dimaksud?")
                .unsure();
        }
    }
}
