//! The decree is dated on a day on which the office is closed.

use crate::{Context, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::days::HARI;

declare_rule! {
    /// Tanggal penetapan jatuh pada hari kerja
    ///
    /// Keputusan yang bertanggal hari Minggu atau libur nasional patut diperiksa lagi tanggalnya. Hari Sabtu, cuti
    /// bersama, dan setiap hari libur pada keputusan tentang pemilihan hanya ditanyakan, karena dalam tahapan pemilihan
    /// kantor dapat bekerja pada hari itu.
    ///
    /// Sumber: Keputusan Bersama tiga menteri tentang hari libur nasional dan cuti bersama.
    ///
    /// Salah:
    /// ```yaml
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-02}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-03}
    /// ```
    "K701" "hari-libur" Peringatan since "0.2.0" => check
}

/// So many years after the last known one, decrees are really made.
const SOON: i32 = 20;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(date) = &context.keputusan.ditetapkan.tanggal else { return };
    let day = HARI.get(date.value.hari()).copied().unwrap_or_default();
    let known = context.catalog.libur(date.value.parts().0);
    if known.is_none()
        && context.catalog.libur_terakhir().is_some_and(|last| (1..=SOON).contains(&(date.value.parts().0 - last)))
    {
        let message = format!("hari libur tahun {} belum ada dalam data", date.value.parts().0);
        report
            .at(date.span, message)
            .hint("apakah hari itu bukan hari libur? program belum dapat memeriksanya")
            .unsure();
    }
    let known = known.unwrap_or_default();
    let (holiday, leave) = (known.libur.get(&date.value), known.cuti_bersama.get(&date.value));
    let reason = match (holiday, leave, day) {
        (Some(name), _, _) => format!("hari {day}, libur nasional: {name}"),
        (None, _, "Minggu") => "hari Minggu".to_owned(),
        (None, Some(name), _) => format!("hari {day}, cuti bersama: {name}"),
        (None, None, "Sabtu") => "hari Sabtu".to_owned(),
        _ => return,
    };
    let told = report.at(date.span, format!("tanggal {} ialah {reason}", date.value));
    // The stages of an election go on, whatever the day.
    let name = context.keputusan.tentang.as_plain().to_lowercase();
    let lists = context.word_lists();
    let offices = lists.entries(WordList::BadanPemilihan).iter().filter(|body| body.starts_with("komisi"));
    let name = offices.fold(name, |name, body| name.replace(body.as_str(), ""));
    let staged =
        [WordList::KataPemilihan, WordList::BadanPemilihan].into_iter().any(|words| lists.occurs(words, &name));
    match (holiday.is_some() || day == "Minggu") && !staged {
        true => told.hint("periksa tanggal penetapannya"),
        false => told.hint("apakah keputusan memang ditetapkan pada hari itu?").unsure(),
    };
}
