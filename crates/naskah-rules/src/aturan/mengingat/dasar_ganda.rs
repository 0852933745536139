//! The same legal basis twice.

use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Setiap dasar hukum disebut satu kali
    ///
    /// Peraturan yang sama tidak menjadi dasar dua kali, juga bila satu kali ditulis dengan nama berkasnya dan satu kali
    /// dengan teks lengkap.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat: [uu-7-2017, pkpu-8-2019, uu-7-2017]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat: [uu-7-2017, pkpu-8-2019]
    /// ```
    "K302" "dasar-ganda" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let bases: Vec<_> = context.citations().bases.iter().flatten().filter(|basis| basis.pasti).collect();
    for (at, basis) in bases.iter().enumerate() {
        if let Some(first) = bases[..at].iter().find(|other| other.kunci == basis.kunci) {
            report
                .at(basis.span, format!("{} disebut dua kali sebagai dasar hukum", basis.nama))
                .label(first.span, "sudah disebut di sini")
                .hint("hapus salah satunya");
        }
    }
}
