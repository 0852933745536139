//! Gazettes that cannot be right.

use std::collections::HashMap;
use std::ops::Range;

use crate::{Context, Passage, Report, declare_rule};
use naskah_core::language::citation::gazette::Kurung;
use naskah_core::language::citation::{Lembar, Peran, Seri};
use naskah_core::reading::citations::{Cited, year};

declare_rule! {
    /// Lembaran dalam kurung sesuai dengan jenis dan tahun peraturannya
    ///
    /// Lembaran terbit pada tahun peraturan itu atau sekitarnya; Tambahan Lembaran Negara tidak bertahun dan nomornya
    /// berlanjut dari tahun ke tahun; undang-undang tidak dimuat dalam Berita Negara, PKPU dan peraturan menteri tidak
    /// dalam Lembaran Negara; keputusan tidak dimuat di keduanya; Perpres tanpa penjelasan tidak bertambahan; dua
    /// peraturan tidak bernomor lembaran sama; kurung ditutup.
    ///
    /// Sumber: UU 12/2011 tentang pengundangan; Keputusan KPU 42/2023 (kutipan di dalamnya).
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - uu-7-2017
    ///   - Peraturan Pemerintah Nomor 3 Tahun 2018 tentang Jalur Pendakian (Lembaran Negara Republik Indonesia Tahun 2013 Nomor 41, Tambahan Lembaran Negara Republik Indonesia Nomor 6172)
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - uu-7-2017
    ///   - Peraturan Pemerintah Nomor 3 Tahun 2018 tentang Jalur Pendakian (Lembaran Negara Republik Indonesia Tahun 2018 Nomor 41, Tambahan Lembaran Negara Republik Indonesia Nomor 6172)
    /// ```
    "K309" "lembaran-tak-wajar" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut seen: Seen = HashMap::new();
    for (cited, passage) in context.cited() {
        let Some(brackets) = &cited.sitasi.kurung else { continue };
        if !cited.lurus() || (cited.sitasi.peran == Peran::Dalam && cited.sitasi.longgar) {
            continue;
        }
        if !brackets.tertutup && cited.dasar() {
            let open = brackets.range.start..brackets.range.start + 1;
            report
                .at(context.place(passage.teks, open), "kurung lembaran tidak ditutup")
                .hint("tambahkan “)” sesudah nomor lembaran");
        }
        if sheets_swapped(context, passage, brackets, report) {
            continue;
        }
        for sheet in &brackets.isi {
            one(context, cited, passage, sheet, report);
        }
        if cited.dasar() && cited.sitasi.peran != Peran::Dalam {
            shared(context, cited, passage, brackets, &mut seen, report);
        }
    }
}

/// Gazettes by series (whether it is Lembaran Negara), year and number: text, place, name and key of the rule.
type Seen = HashMap<(bool, i32, u32), (usize, Range<usize>, String, String)>;

/// Numbers of LN and TLN that changed places.
fn sheets_swapped(context: &Context<'_>, passage: &Passage<'_>, brackets: &Kurung, report: &mut Report<'_>) -> bool {
    let number = |seri: Seri| brackets.isi.iter().find(|s| s.seri == seri).and_then(|s| s.nomor.clone());
    let Some((main, place)) = number(Seri::Lembaran) else { return false };
    let more = number(Seri::TambahanLembaran);
    match more {
        Some((supplement, other)) if main > 1000 && supplement < 1000 => {
            report
                .at(
                    context.place(passage.teks, place),
                    format!("nomor Lembaran Negara {main} dan Tambahannya {supplement} tampak tertukar"),
                )
                .label(context.place(passage.teks, other), "nomor Tambahan Lembaran Negara")
                .hint(
                    "nomor Lembaran Negara mulai dari 1 setiap tahun; nomor Tambahannya berlanjut dan berangka empat",
                );
            true
        }
        _ => false,
    }
}

/// What a single gazette shows.
fn one(context: &Context<'_>, cited: &Cited<'_>, passage: &Passage<'_>, sheet: &Lembar, report: &mut Report<'_>) {
    let own_year = year(&cited.sitasi);
    let at = |range: &Range<usize>| context.place(passage.teks, range.clone());
    let known = cited.law().is_some_and(|law| law.dasar.lembaran.is_some());
    if let Some((year, range)) = &sheet.tahun {
        if sheet.seri == Seri::TambahanLembaran {
            report
                .at(at(range), "Tambahan Lembaran Negara tidak disebut dengan tahun")
                .hint("tulis “Tambahan Lembaran Negara Republik Indonesia Nomor …”");
        } else if own_year > 0 && !known && (year - own_year).abs() > 1 {
            report
                .at(at(range), format!("{} tahun {year} jauh dari tahun peraturannya, {own_year}", sheet.seri.nama()))
                .hint("periksa tahun peraturan dan tahun lembarannya");
        }
    }
    if !cited.dasar() || own_year < 1960 {
        return;
    }
    let body = cited.sitasi.bentuk.baku.as_str();
    let high =
        matches!(body, "Undang-Undang" | "Peraturan Pemerintah" | "Peraturan Pemerintah Pengganti Undang-Undang")
            || (body == "Peraturan Presiden" && own_year >= 2012);
    let low = body.starts_with("Peraturan Menteri ") || body == "Peraturan Komisi Pemilihan Umum";
    if body.starts_with("Keputusan ") && !body.starts_with("Keputusan Presiden") && own_year >= 2005 {
        report
            .at(at(&sheet.range), format!("keputusan tidak dimuat dalam {}", sheet.seri.nama()))
            .hint("hapus lembaran ini, atau periksa apakah yang dimaksud peraturan");
        return;
    }
    if body == "Peraturan Presiden" && sheet.seri == Seri::TambahanLembaran && !known {
        report
            .at(at(&sheet.range), "apakah Peraturan Presiden ini mempunyai Tambahan Lembaran Negara?")
            .hint("Peraturan Presiden tanpa penjelasan hanya dimuat dalam Lembaran Negara; periksa di JDIH")
            .unsure();
        return;
    }
    let right = match sheet.seri {
        Seri::Berita | Seri::TambahanBerita if high => "Lembaran Negara",
        Seri::Lembaran | Seri::TambahanLembaran if low => "Berita Negara",
        _ => return,
    };
    report
        .at(at(&sheet.nama), format!("{body} diundangkan dalam {right}, bukan {}", sheet.seri.nama()))
        .hint(format!("tulis {right} beserta tahun dan nomornya"));
}

/// The same gazette under two rules.
fn shared(
    context: &Context<'_>,
    cited: &Cited<'_>,
    passage: &Passage<'_>,
    brackets: &Kurung,
    seen: &mut Seen,
    report: &mut Report<'_>,
) {
    let name = naskah_core::reading::citations::name(&cited.sitasi, &passage.plain);
    let id = naskah_core::reading::citations::key(&cited.sitasi, &passage.plain);
    for sheet in brackets.isi.iter().filter(|s| matches!(s.seri, Seri::Lembaran | Seri::Berita)) {
        let (Some((year, _)), Some((number, place))) = (&sheet.tahun, &sheet.nomor) else { continue };
        let key = (sheet.seri == Seri::Lembaran, *year, *number);
        let here = (cited.passage, place.clone(), name.clone(), id.clone());
        let known = cited.law().is_some_and(|law| law.dasar.lembaran.is_some());
        let Some((other, range, first, _)) = seen.insert(key, here).filter(|(.., first)| *first != id) else {
            if !known {
                of_another(context, cited, passage, sheet, report);
            }
            continue;
        };
        if known {
            continue;
        }
        let Some(there) = context.passages.get(other) else { continue };
        report
            .at(context.place(passage.teks, place.clone()), format!("nomor lembaran ini sudah dipakai oleh {first}"))
            .label(context.place(there.teks, range), "nomor yang sama")
            .hint("periksa nomor keduanya di JDIH");
    }
}

/// A gazette that the data give to another rule.
fn of_another(
    context: &Context<'_>,
    cited: &Cited<'_>,
    passage: &Passage<'_>,
    sheet: &Lembar,
    report: &mut Report<'_>,
) {
    let (Some((year, _)), Some((number, place))) = (&sheet.tahun, &sheet.nomor) else { return };
    let owner = context.catalog.laws().iter().find(|law| {
        law.dasar.lembaran.as_ref().is_some_and(|own| {
            own.seri() == sheet.seri
                && own.tahun() == *year
                && own.nomor() == *number
                && own.kepastian() == naskah_core::catalog::Kepastian::Terverifikasi
        })
    });
    let Some(owner) = owner.filter(|owner| cited.law().is_none_or(|own| own.dasar.id != owner.dasar.id)) else {
        return;
    };
    report
        .at(
            context.place(passage.teks, place.clone()),
            format!("{} Tahun {year} Nomor {number} memuat {}", sheet.seri.nama(), owner.dasar.nama()),
        )
        .hint("periksa nomor lembaran peraturan ini di JDIH");
}
