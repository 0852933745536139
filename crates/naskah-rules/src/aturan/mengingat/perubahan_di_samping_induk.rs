//! An amendment as a basis of its own beside the rule that it amends.

use crate::{Context, Report, declare_rule};
use naskah_core::reading::citations;

declare_rule! {
    /// Peraturan perubahan tidak berdiri sebagai butir di samping peraturan yang diubahnya
    ///
    /// Perubahan disebut bersama induknya dengan kata “sebagaimana telah diubah dengan”, sehingga satu peraturan
    /// menjadi satu butir. Hanya perubahan terakhir yang disebut.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat: [uu-7-2017, pkpu-8-2019, pkpu-4-2021]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat: [uu-7-2017, pkpu-8-2019]
    /// ```
    "K303" "perubahan-di-samping-induk" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let citations = context.citations();
    for basis in citations.bases.iter().flatten() {
        let Some(beside) = citations::beside(context, basis) else { continue };
        let message = format!("{} mengubah {}, yang sudah menjadi dasar hukum", basis.nama, beside.nama);
        let hint = match beside.cited {
            None => "hapus butir ini: perubahan yang terakhir ditambahkan program pada peraturan induknya",
            Some(_) => {
                "hapus butir ini; perubahan yang terakhir disebut pada peraturan induknya dengan “sebagaimana telah diubah dengan”"
            }
        };
        report.at(basis.span, message).label(beside.span, "peraturan yang diubah").hint(hint);
    }
}
