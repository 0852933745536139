//! Number, body and title of a citation that do not belong together.

use crate::{Context, Passage, Report, declare_rule};
use naskah_core::catalog::Law;
use naskah_core::language::citation::Peran;
use naskah_core::reading::citations::{Cited, Identitas, law_number, name, number, year};

declare_rule! {
    /// Nomor, lembaga, dan judul yang disebut adalah milik satu peraturan
    ///
    /// Nomor suatu peraturan dengan judul peraturan lain membuat dasar hukum tidak jelas. Diperiksa pula apakah
    /// peraturan perubahan memang mengubah peraturan yang disebut di depannya.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; JDIH.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - uu-7-2017
    ///   - Peraturan Presiden Nomor 95 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah (Lembaran Negara Republik Indonesia Tahun 2018 Nomor 33)
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - uu-7-2017
    ///   - Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik (Lembaran Negara Republik Indonesia Tahun 2018 Nomor 182)
    /// ```
    "K311" "nomor-bukan-judulnya" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let citations = context.citations();
    for (at, cited) in citations.all.iter().enumerate() {
        let Some(passage) = context.passages.get(cited.passage).filter(|_| !cited.resmi) else { continue };
        let own = name(&cited.sitasi, &passage.plain);
        let place = context.place(passage.teks, cited.sitasi.kepala());
        match cited.identitas {
            Identitas::JudulMilik(other) => {
                let other = other.dasar.nama();
                let finding = report.at(place, format!("judul ini milik {other}, bukan {own}"));
                let finding = finding.hint(format!("tulis “{other}”, atau perbaiki judulnya"));
                if let Some(title) = cited.sitasi.judul.clone().filter(|_| !cited.sitasi.longgar) {
                    finding.label(context.place(passage.teks, title), "judul itu");
                }
            }
            Identitas::LembagaLain(other) => {
                let right = other.dasar.nama();
                report
                    .at(place, format!("peraturan dengan nomor, tahun, dan judul ini adalah {right}, bukan {own}"))
                    .hint(format!("tulis “{right}”"));
            }
            _ => amends(context, at, cited, passage, report),
        }
    }
}

/// Whether an amendment amends what it should.
fn amends(context: &Context<'_>, at: usize, cited: &Cited<'_>, passage: &Passage<'_>, report: &mut Report<'_>) {
    let citations = context.citations();
    let owner = cited.milik.and_then(|own| citations.all.get(own)).filter(|_| cited.sitasi.peran == Peran::Perubahan);
    let owner = owner.filter(|owner| owner.lurus());
    let parent = cited.law().and_then(|law| law.dasar.mengubah.as_ref()).and_then(|m| context.catalog.law(&m.id));
    let own = cited.law().map_or_else(|| name(&cited.sitasi, &passage.plain), |law| law.dasar.nama());
    let inner = citations.child(at, Peran::Dalam).filter(|inner| cited.sitasi.urutan.is_some() && !inner.resmi);
    if let (Some(parent), Some(inner)) = (parent, inner)
        && differs_from(inner, passage, parent)
    {
        let place = context.place(passage.teks, inner.sitasi.kepala());
        let right = parent.dasar.nama();
        let written = name(&inner.sitasi, &passage.plain);
        report.at(place, format!("{own} mengubah {right}, bukan {written}")).hint(format!("tulis “{right}”"));
        return;
    }
    let Some(owner) = owner else { return };
    let front = name(&owner.sitasi, &passage.plain);
    if let Some(parent) = parent.filter(|parent| differs_from(owner, passage, parent)) {
        let place = context.place(passage.teks, cited.sitasi.kepala());
        let message = format!("{own} mengubah {}, bukan {front}", parent.dasar.nama());
        report
            .at(place, message)
            .label(context.place(passage.teks, owner.sitasi.kepala()), "peraturan yang disebut di depannya")
            .hint("sebut perubahan yang memang mengubah peraturan ini");
        return;
    }
    let Some(inner) = inner.filter(|_| parent.is_none()) else { return };
    let pair = |one: &Cited<'_>| (number(&one.sitasi, &passage.plain), year(&one.sitasi));
    let ((n, y), (m, x)) = (pair(owner), pair(inner));
    if !n.is_empty() && !m.is_empty() && y > 0 && x > 0 && (n, y) != (m, x) {
        let written = name(&inner.sitasi, &passage.plain);
        report
            .at(
                context.place(passage.teks, inner.sitasi.kepala()),
                format!("perubahan ini mengubah {written}, bukan {front}"),
            )
            .label(context.place(passage.teks, owner.sitasi.kepala()), "peraturan yang disebut di depannya")
            .hint("samakan keduanya menurut naskah aslinya");
    }
}

/// Whether a citation with number and year is not that rule.
fn differs_from(cited: &Cited<'_>, passage: &Passage<'_>, law: &Law) -> bool {
    let (number, year) = (number(&cited.sitasi, &passage.plain), year(&cited.sitasi));
    !number.is_empty() && year > 0 && (number != law_number(law) || year != law.dasar.tahun)
}
