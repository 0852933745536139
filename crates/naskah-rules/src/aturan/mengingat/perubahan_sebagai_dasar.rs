//! An amendment as a basis without the rule that it amends.

use crate::{Context, Report, declare_rule};
use naskah_core::reading::citations;

declare_rule! {
    /// Yang menjadi dasar ialah peraturan induk, bukan peraturan perubahannya
    ///
    /// Peraturan perubahan hanya memuat yang diubah; isi yang berlaku ada pada peraturan induknya. Sebut induknya,
    /// lalu perubahannya dengan kata “sebagaimana telah diubah dengan”.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat: [uu-7-2017, perpres-12-2021]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat: [uu-7-2017, perpres-16-2018]
    /// ```
    "K305" "perubahan-sebagai-dasar" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let citations = context.citations();
    for basis in citations.bases.iter().flatten() {
        let Some(parent) = citations::parent(context, basis) else { continue };
        if citations.bases.iter().flatten().any(|other| parent.is(other)) {
            continue;
        }
        let message = format!("{} adalah peraturan perubahan dan disebut tanpa induknya", basis.nama);
        let hint = match parent.law {
            Some(law) => format!(
                "tulis `{}` sebagai gantinya; program menyebut {} beserta perubahannya yang terakhir",
                law.dasar.id,
                law.dasar.nama()
            ),
            None => format!("sebut {}, lalu “sebagaimana telah diubah dengan” dan perubahannya", parent.nama),
        };
        report.at(basis.span, message).hint(hint);
    }
}
