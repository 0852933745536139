//! A rule cited without its latest amendment.

use crate::{Context, Report, declare_rule};
use naskah_core::catalog::{Kepastian, Law};
use naskah_core::language::citation::Peran;
use naskah_core::reading::citations::year;

declare_rule! {
    /// Peraturan yang telah diubah disebut dengan perubahannya yang terakhir
    ///
    /// Dasar hukum yang ditulis lengkap dibandingkan dengan data: bila pada hari keputusan ditetapkan sudah ada
    /// perubahan yang lebih baru, perubahan itulah yang disebut.
    ///
    /// Sumber: PKPU 1/2022 dan PKPU 21/2023 (kutipan di dalamnya).
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 12 Tahun 2011 tentang Pembentukan Peraturan Perundang-undangan (Lembaran Negara Republik Indonesia Tahun 2011 Nomor 82, Tambahan Lembaran Negara Republik Indonesia Nomor 5234)
    ///   - uu-7-2017
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat: [uu-12-2011, uu-7-2017]
    /// ```
    "K315" "perubahan-terakhir" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let citations = context.citations();
    for (at, cited) in citations.all.iter().enumerate() {
        if !cited.dasar() || cited.sitasi.peran != Peran::Pokok {
            continue;
        }
        let (Some(law), Some(passage)) = (cited.law(), context.passages.get(cited.passage)) else { continue };
        let there = context.amendments_before(&law.dasar.id);
        let Some(last) = there.iter().rfind(|law| law.dasar.berlaku) else { continue };
        let child = citations.child(at, Peran::Perubahan);
        let (range, told) = match child {
            None if cited.sitasi.diubah.is_none() => (cited.sitasi.kepala(), "disebut tanpa perubahannya"),
            Some(child) if is_older(&there, last, child.law(), year(&child.sitasi)) => {
                (child.sitasi.kepala(), "disebut dengan perubahan yang bukan terakhir")
            }
            _ => continue,
        };
        let name = law.dasar.nama();
        let finding = report
            .at(context.place(passage.teks, range), format!("{name} {told}; yang terakhir {}", last.dasar.nama()))
            .hint(format!("tulis `{}` sebagai gantinya; program menambahkan perubahannya yang terakhir", law.dasar.id));
        if last.dasar.kepastian == Kepastian::Belum {
            finding.unsure();
        }
    }
}

/// Whether the amendment that is cited came before the last one.
fn is_older(there: &[&Law], last: &Law, cited: Option<&Law>, year: i32) -> bool {
    match cited {
        Some(cited) => cited.dasar.id != last.dasar.id && there.iter().any(|law| law.dasar.id == cited.dasar.id),
        None => year > 0 && year < last.dasar.tahun,
    }
}
