//! The words that introduce an amendment do not fit its number.

use crate::{Context, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::citation::{Diubah, Peran};
use naskah_core::language::numerals::ke_berapa;
use naskah_core::reading::citations::Cited;

declare_rule! {
    /// Kata “telah diubah” sesuai dengan banyaknya perubahan
    ///
    /// Perubahan pertama disebut dengan “sebagaimana telah diubah dengan”; sejak perubahan kedua ditulis “sebagaimana
    /// telah beberapa kali diubah terakhir dengan” dan hanya perubahan terakhir yang disebut.
    ///
    /// Sumber: Keputusan KPU 42/2023 dan PKPU 21/2023 (kutipan di dalamnya).
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
    in_sentences(context, report);
    let citations = context.citations();
    for (at, cited) in citations.all.iter().enumerate() {
        let (Some(phrase), Some(passage)) = (&cited.sitasi.diubah, context.passages.get(cited.passage)) else {
            continue;
        };
        order(context, passage, phrase, report);
        let Some(amendment) = citations.child(at, Peran::Perubahan) else { continue };
        let place = context.place(passage.teks, phrase.range.clone());
        let cure = |new: &str| context.replace(passage.teks, phrase.range.clone(), new);
        // A law that makes an emergency rule permanent says in its title of that one which amendment it is.
        let counted = cited.law().zip(amendment.law()).and_then(|(parent, law)| law.dasar.amends(&parent.dasar.id));
        let which = amendment.sitasi.urutan.as_ref().map(|order| order.ke).or(counted.map(|amends| amends.ke));
        match (which, phrase.berkali) {
            (Some(ke), false) if ke > 1 => {
                let comma = if context.comma() { "," } else { "" };
                let many = format!("sebagaimana telah beberapa kali diubah{comma} terakhir dengan");
                report.at(place, not_for(ke)).hint(format!("tulis “{many}”")).cure(cure(&many));
            }
            (Some(1), true) if is_only(context, cited, amendment) => {
                let message = "“telah beberapa kali diubah” tidak dipakai bagi perubahan yang pertama";
                report.at(place, message).hint(format!("tulis “{ONCE}”")).cure(cure(ONCE));
            }
            (Some(1), true) => {
                let message = "apakah peraturan ini benar sudah beberapa kali diubah? yang disebut perubahan pertama";
                let hint = format!("sebut perubahan yang terakhir, atau tulis “{ONCE}”");
                report.at(place, message).hint(hint).unsure();
            }
            _ => {}
        }
    }
}

/// The words of the phrase in their order.
fn order(context: &Context<'_>, passage: &Passage<'_>, phrase: &Diubah, report: &mut Report<'_>) {
    let text = passage.plain[phrase.range.clone()].to_lowercase();
    let message = match () {
        () if text.matches("diubah").count() > 1 => "kata “diubah” tertulis dua kali",
        () if text.contains("diubah beberapa kali") => "urutan kata “diubah beberapa kali” terbalik",
        () if phrase.tanpa_dengan => "kata “dengan” di depan perubahannya tertinggal",
        () => return,
    };
    report
        .at(context.place(passage.teks, phrase.range.clone()), message)
        .hint("tulis “sebagaimana telah beberapa kali diubah, terakhir dengan”, atau “sebagaimana telah diubah dengan” bila baru satu kali")
        .at_most(Level::Peringatan);
}

/// What introduces the first amendment.
const ONCE: &str = "sebagaimana telah diubah dengan";

/// Whether the catalog has the amendment as the only one that was there.
fn is_only(context: &Context<'_>, cited: &Cited<'_>, amendment: &Cited<'_>) -> bool {
    let (Some(parent), Some(law)) = (cited.law(), amendment.law()) else { return false };
    let id = &parent.dasar.id;
    let first = law.dasar.amends(id).is_some_and(|m| m.ke == 1);
    let later = context.amendments(id).iter().any(|law| law.dasar.amends(id).is_some_and(|m| m.ke > 1));
    first && !later
}

/// The same in running text, where each rule is read for itself: the words before one whose title counts its amendment.
fn in_sentences(context: &Context<'_>, report: &mut Report<'_>) {
    const END: &str = "telah diubah dengan";
    for (cited, passage) in context.cited().filter(|(cited, _)| cited.sitasi.longgar) {
        let Some(order) = cited.sitasi.urutan.as_ref().filter(|order| order.ke > 1) else { continue };
        let before = passage.plain[..cited.sitasi.sebutan.start].trim_end();
        if before.ends_with(END) {
            let comma = if context.comma() { "," } else { "" };
            let place = context.place(passage.teks, before.len() - END.len()..before.len());
            report
                .at(place, not_for(order.ke))
                .hint(format!("tulis “telah beberapa kali diubah{comma} terakhir dengan”"));
        }
    }
}

/// That the words for a first amendment stand before a later one.
fn not_for(ke: usize) -> String {
    format!("“telah diubah dengan” tidak dipakai bagi perubahan {}", ke_berapa(ke).to_lowercase())
}
