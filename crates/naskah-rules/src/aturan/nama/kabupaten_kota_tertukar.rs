//! A kabupaten is called kota, a kota kabupaten, or either a province.

use crate::parts::areas::{self, Own, PlaceName};
use crate::{Context, Passage, Report, declare_rule};
use naskah_core::catalog::{Daerah, Jenjang};

declare_rule! {
    /// Kata Kabupaten, Kota, dan Provinsi sesuai dengan daerahnya
    ///
    /// Daerah yang tidak ada pada tingkat itu menunjukkan salah tulis: Salatiga ialah kota, Demak ialah kabupaten. Nama
    /// ibu kota kabupaten sesudah kata Kota tanpa nama komisi (“di Kota Ungaran”) hanya ditanyakan.
    ///
    /// Sumber: kode dan data wilayah administrasi pemerintahan (Keputusan Menteri Dalam Negeri) dan kode wilayah BPS.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja di wilayah Provinsi Semarang perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja di wilayah Kabupaten Semarang perlu ditetapkan
    /// ```
    "K407" "kabupaten-kota-tertukar" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for passage in context.passages.iter().filter(|passage| areas::may_name(&passage.plain)) {
        for place in areas::places_in(context.word_lists(), context.catalog.wilayah(), &passage.plain) {
            if place.area.is_none() && !place.level.is_empty() {
                tell(context, report, passage, &place);
            }
        }
    }
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, place: &PlaceName<'_>) {
    let Some(name) = passage.plain.get(place.name_range.clone()) else { return };
    let areas = context.catalog.wilayah();
    let seated: Vec<&Daerah> = areas.seated(name).collect();
    let seat_only = place.namesakes.is_empty();
    let town = place.level == "Kota" && !place.commission && !seated.is_empty();
    let meant: Vec<&Daerah> = if seat_only { seated } else { place.namesakes.clone() };
    let full = meant.iter().map(|area| area.nama_penuh()).collect::<Vec<_>>().join(" atau ");
    let span = context.place(passage.teks, place.level_range.start..place.name_range.end);
    let message = match seat_only {
        true => format!("tidak ada {} {name}; {name} ialah tempat kedudukan {full}", place.level),
        false => format!("tidak ada {} {name}; yang ada {full}", place.level),
    };
    let own = Own::of(context);
    let told = report.at(span, message);
    if town {
        told.hint(format!("apakah {full} yang dimaksud?")).unsure();
        return;
    }
    let ours = own.as_ref().is_none_or(|own| meant.iter().any(|area| own.covers(area)));
    if !ours {
        let office = context.kantor.nama_penuh();
        told.hint(format!("tulis {full}, atau kantor pembuat keputusan ini bila itu yang dimaksud: {office}"));
        return;
    }
    let told = told.hint(format!("tulis {full}"));
    if let ([_], false, Some(word)) = (&meant[..], seat_only, passage.plain.get(place.level_range.clone())) {
        let certain = meant[0].jenjang != Jenjang::Provinsi && word.chars().next().is_some_and(char::is_uppercase);
        let right = naskah_core::catalog::wilayah::level_word(meant[0].jenjang);
        let right = if word.chars().all(char::is_uppercase) { right.to_uppercase() } else { right.to_owned() };
        told.cure(certain.then(|| context.replace(passage.teks, place.level_range.clone(), &right)).flatten());
    }
}
