//! The words that introduce an amendment do not fit its number.

use crate::lint::citations::Cited;
use crate::lint::{Context, Report, declare_rule};

declare_rule! {
    /// Kata “telah diubah” sesuai dengan banyaknya perubahan
    ///
    /// Perubahan pertama disebut dengan “sebagaimana telah diubah dengan”; sejak perubahan kedua ditulis “sebagaimana
    /// telah beberapa kali diubah terakhir dengan” dan hanya perubahan terakhir yang disebut.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; KMK 527/KMK.01/2022 Lampiran II butir 33.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - uu-7-2017
    ///   - Peraturan Menteri Pariwisata Nomor 3 Tahun 2015 tentang Jalur Pendakian (Berita Negara Republik Indonesia Tahun 2015 Nomor 411) sebagaimana telah diubah dengan Peraturan Menteri Pariwisata Nomor 9 Tahun 2018 tentang Perubahan Kedua atas Peraturan Menteri Pariwisata Nomor 3 Tahun 2015 tentang Jalur Pendakian (Berita Negara Republik Indonesia Tahun 2018 Nomor 522)
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Peraturan Pemerintah Nomor 3 Tahun 2015 tentang Jalur Pendakian (Lembaran Negara Republik Indonesia Tahun 2015 Nomor 41) sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan Pemerintah Nomor 9 Tahun 2018 tentang Perubahan Kedua atas Peraturan Pemerintah Nomor 3 Tahun 2015 tentang Jalur Pendakian (Lembaran Negara Republik Indonesia Tahun 2018 Nomor 52)
    /// ```
    "K306" "telah-diubah-keliru" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let citations = context.citations();
    for (at, cited) in citations.all.iter().enumerate() {
        let (Some(phrase), Some(passage)) = (&cited.sitasi.diubah, context.passages.get(cited.passage)) else {
            continue;
        };
        let amendment = citations
            .all
            .iter()
            .skip(at + 1)
            .find(|other| other.milik == Some(at) && other.sitasi.peran == crate::decree::sitasi::Peran::Perubahan);
        let Some(amendment) = amendment else { continue };
        let said = amendment.sitasi.urutan.as_ref().map(|order| order.ke);
        let place = context.place(passage.teks, phrase.range.clone());
        let comma = if context.comma() { "," } else { "" };
        let many = format!("sebagaimana telah beberapa kali diubah{comma} terakhir dengan");
        match (said, phrase.berkali) {
            (Some(ke), false) if ke > 1 => {
                let message = format!(
                    "“telah diubah dengan” tidak dipakai bagi perubahan {}",
                    crate::decree::bilangan::ke_berapa(ke).to_lowercase()
                );
                report.at(place, message).hint(format!("tulis “{many}”")).cure(context.replace(
                    passage.teks,
                    phrase.range.clone(),
                    &many,
                ));
            }
            (Some(1), true) => {
                let only = is_only(context, cited, amendment);
                if only {
                    report
                        .at(place, "“telah beberapa kali diubah” tidak dipakai bagi perubahan yang pertama")
                        .hint("tulis “sebagaimana telah diubah dengan”")
                        .cure(context.replace(passage.teks, phrase.range.clone(), "sebagaimana telah diubah dengan"));
                } else {
                    report
                        .at(
                            place,
                            "apakah peraturan ini benar sudah beberapa kali diubah? yang disebut perubahan pertama",
                        )
                        .hint("sebut perubahan yang terakhir, atau tulis “sebagaimana telah diubah dengan”")
                        .unsure();
                }
            }
            _ => {}
        }
    }
}

/// Whether the catalog has the amendment as the only one that was there.
fn is_only(context: &Context<'_>, cited: &Cited<'_>, amendment: &Cited<'_>) -> bool {
    let (Some(parent), Some(law)) = (cited.law(), amendment.law()) else { return false };
    let first = law.dasar.mengubah.as_ref().is_some_and(|m| m.ke == 1 && m.id == parent.dasar.id);
    let later =
        context.amendments(&parent.dasar.id).iter().any(|law| law.dasar.mengubah.as_ref().is_some_and(|m| m.ke > 1));
    first && !later
}
