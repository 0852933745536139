//! A citation that lacks number, year, body or title.

use crate::parts::titles::loose_year;
use crate::{Context, Passage, Report, declare_rule};
use naskah_core::catalog::Kepastian;
use naskah_core::reading::citations::Cited;

declare_rule! {
    /// Kutipan peraturan menyebut jenis, lembaga, nomor, tahun, dan judulnya
    ///
    /// Tanpa salah satunya peraturan tidak dapat ditemukan. Nomor lama yang memuat tahunnya, seperti
    /// “5/Kpts/KPU-Kab/2015”, tidak memerlukan kata Tahun. Di luar Mengingat judul boleh ditinggalkan.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; PKPU 1/2022 (kutipan di dalamnya).
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)
    ///   - uu-7-2017
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)
    ///   - uu-7-2017
    /// ```
    "K312" "bagian-kutipan-tidak-ada" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (cited, passage) in context.cited().filter(|(cited, _)| !cited.sitasi.uud()) {
        match cited.sitasi.longgar {
            true => running(context, cited, passage, report),
            false => basis(context, cited, passage, report),
        }
    }
}

/// Running text: only a year that is announced and does not follow.
fn running(context: &Context<'_>, cited: &Cited<'_>, passage: &Passage<'_>, report: &mut Report<'_>) {
    if let (Some(word), None) = (&cited.sitasi.kata_tahun, &cited.sitasi.tahun) {
        report
            .at(context.place(passage.teks, word.clone()), "tahun peraturan tidak disebut sesudah kata “Tahun”")
            .hint("tulis tahunnya");
    }
}

fn basis(context: &Context<'_>, cited: &Cited<'_>, passage: &Passage<'_>, report: &mut Report<'_>) {
    let (sitasi, text) = (&cited.sitasi, &passage.plain);
    let law = cited.law().filter(|law| law.dasar.kepastian != Kepastian::Belum);
    let whole = || context.place(passage.teks, sitasi.kepala());
    let right = law.map(|law| law.dasar.nama());
    let hint = right.as_ref().map(|name| format!("tulis “{name}”"));
    let missing = match (&sitasi.nomor, &sitasi.tahun) {
        _ if !sitasi.bentuk.berlembaga => Some("lembaga pembuat peraturan tidak disebut"),
        (None, _) => Some("nomor peraturan tidak disebut"),
        (Some(number), None) if !text[number.clone()].contains('/') => Some("tahun peraturan tidak disebut"),
        (Some(_), _) if sitasi.kata_nomor.is_none() => Some("kata “Nomor” tidak ditulis"),
        _ => None,
    };
    if let Some(message) = missing {
        let way_out = hint.unwrap_or_else(|| "tulis lengkap: jenis, lembaga, “Nomor …”, “Tahun …”".to_owned());
        report.at(whole(), message).hint(way_out);
    } else if sitasi.judul.is_none() && sitasi.peran != naskah_core::language::citation::Peran::Dalam {
        let known = law.map(|law| format!("tambahkan “tentang {}”", law.judul));
        report
            .at(whole(), "judul peraturan tidak disebut")
            .hint(known.unwrap_or_else(|| "tambahkan “tentang …” dengan judul resminya".to_owned()));
    }
    let title = sitasi.judul.as_ref().filter(|_| sitasi.peran != naskah_core::language::citation::Peran::Dalam);
    if let Some(word) = title.and_then(|title| loose_year(text, title)) {
        report
            .at(context.place(passage.teks, word), "judul berakhir dengan kata “Tahun” tanpa tahunnya")
            .hint("tulis tahunnya, atau hapus kata itu, menurut judul aslinya");
    }
}
