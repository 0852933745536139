//! A legal basis that came after the decree.

use crate::{Context, Report, declare_rule};
use naskah_core::catalog::Law;
use naskah_core::language::citation::Peran;
use naskah_core::reading::citations::year;

declare_rule! {
    /// Dasar hukum sudah ada pada hari keputusan ditetapkan
    ///
    /// Peraturan yang diundangkan sesudah keputusan ditetapkan tidak dapat menjadi dasarnya. Bila tanggalnya tidak
    /// diketahui, tahunnya yang menentukan.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; KMK 527/KMK.01/2022 Lampiran II butir 26–29.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - uu-7-2017
    ///   - Peraturan Pemerintah Nomor 3 Tahun 2031 tentang Jalur Pendakian (Lembaran Negara Republik Indonesia Tahun 2031 Nomor 41)
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Peraturan Pemerintah Nomor 3 Tahun 2013 tentang Jalur Pendakian (Lembaran Negara Republik Indonesia Tahun 2013 Nomor 41)
    /// ```
    "K317" "dasar-belum-ada" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let own = context.year();
    let later = |law: Option<&Law>, year: i32| match law {
        Some(law) => !context.there(&law.dasar),
        None => year > own,
    };
    let mut tell = |span, name: String, law: Option<&Law>| {
        let day = law.and_then(|law| law.dasar.tanggal).map(|day| format!(" pada tanggal {day}"));
        let message = format!("{name} diundangkan{} sesudah keputusan ini ditetapkan", day.unwrap_or_default());
        report.at(span, message).hint("periksa tahun peraturan itu dan tanggal keputusan");
    };
    let citations = context.citations();
    for basis in citations.bases.iter().flatten().filter(|basis| basis.cited.is_none()) {
        if later(basis.law, 0) {
            tell(basis.span, basis.nama.clone(), basis.law);
        }
    }
    for (cited, passage) in context.cited().filter(|(cited, _)| cited.dasar() && cited.sitasi.peran != Peran::Dalam) {
        let name = naskah_core::reading::citations::name(&cited.sitasi, &passage.plain);
        if cited.lurus() && own > 0 && later(cited.law(), year(&cited.sitasi)) {
            tell(context.place(passage.teks, cited.sitasi.kepala()), name, cited.law());
        }
    }
}
