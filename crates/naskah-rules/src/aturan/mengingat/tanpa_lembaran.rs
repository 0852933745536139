//! A citation without its gazette.

use crate::{Context, Passage, Report, declare_rule};
use naskah_core::catalog::Kepastian;
use naskah_core::catalog::dasar_hukum::{Lembaran, seri_wajib};
use naskah_core::language::citation::gazette::Kurung;
use naskah_core::language::citation::{Lembar, Peran, Seri};
use naskah_core::reading::citations::{Cited, year};

declare_rule! {
    /// Kutipan peraturan memuat lembaran pengundangannya
    ///
    /// Undang-Undang dan Perppu disebut dengan Lembaran Negara dan Tambahan Lembaran Negara, Peraturan Pemerintah dan
    /// Peraturan Presiden dengan Lembaran Negara, peraturan menteri dan PKPU dengan Berita Negara; demikian pula
    /// perubahannya. Yang tidak diperiksa: Peraturan Presiden sampai tahun 2011 dan peraturan sebelum tahun 1960, yang
    /// tidak selalu dimuat dalam lembaran, dan Keputusan, yang tidak memerlukannya.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; PKPU 1/2022 dan Keputusan KPU 42/2023 (kutipan di dalamnya).
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
    ///   - uu-7-2017
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)
    ///   - uu-7-2017
    /// ```
    "K307" "tanpa-lembaran" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (cited, passage) in context.cited() {
        let own = cited.dasar() && cited.sitasi.peran != Peran::Dalam && cited.lurus() && cited.sitasi.judul.is_some();
        let Some(series) = needs(cited).filter(|_| own) else { continue };
        let known = cited.law().and_then(|law| law.dasar.lembaran.as_ref());
        let sure = known.filter(|sheet| sheet.kepastian() == Kepastian::Terverifikasi);
        match &cited.sitasi.kurung {
            None => without(context, cited, passage, series, sure, report),
            Some(brackets) => {
                yearless(context, passage, brackets, sure, report);
                let has = |seri: Seri| brackets.isi.iter().any(|sheet| sheet.seri == seri);
                if needs_supplement(cited) && has(Seri::Lembaran) && !has(Seri::TambahanLembaran) {
                    supplement(context, cited, passage, brackets, sure, report);
                }
            }
        }
    }
}

/// A gazette with its number and without its year.
fn yearless(
    context: &Context<'_>,
    passage: &Passage<'_>,
    brackets: &Kurung,
    sure: Option<&Lembaran>,
    report: &mut Report<'_>,
) {
    let lacks = |sheet: &&Lembar| {
        matches!(sheet.seri, Seri::Lembaran | Seri::Berita) && sheet.tahun.is_none() && sheet.nomor.is_some()
    };
    for sheet in brackets.isi.iter().filter(lacks) {
        let place = context.place(passage.teks, sheet.range.clone());
        let told = report.at(place, format!("{} disebut tanpa tahunnya", sheet.seri.nama()));
        match sure {
            Some(known) => told.hint(format!("tulis “{}”", known.cited().trim())),
            None => told.hint("tulis “Tahun …” di depan nomornya"),
        };
    }
}

/// Lembaran Negara without its supplement.
fn supplement(
    context: &Context<'_>,
    cited: &Cited<'_>,
    passage: &Passage<'_>,
    brackets: &Kurung,
    sure: Option<&Lembaran>,
    report: &mut Report<'_>,
) {
    let main = brackets.isi.iter().find(|sheet| sheet.seri == Seri::Lembaran);
    let told = |sheet: &&Lembaran| {
        main.is_some_and(|main| {
            main.tahun.as_ref().map(|year| year.0) == Some(sheet.tahun())
                && main.nomor.as_ref().map(|number| number.0) == Some(sheet.nomor())
        })
    };
    // Only beside the right Lembaran Negara is its supplement the one that is missing.
    let number = sure.filter(told).and_then(Lembaran::tambahan);
    let place = context.place(passage.teks, brackets.range.clone());
    let name = naskah_core::reading::citations::name(&cited.sitasi, &passage.plain);
    let finding = report.at(place, format!("{name} disebut tanpa Tambahan Lembaran Negara"));
    let new = number.map(|n| format!(", Tambahan Lembaran Negara Republik Indonesia Nomor {n}"));
    let end = brackets.range.end - usize::from(brackets.tertutup);
    match (new.filter(|_| brackets.tertutup), sure) {
        (Some(new), _) => {
            finding.hint(format!("tambahkan “{new}”")).cure(context.replace(passage.teks, end..end, &new))
        }
        (None, Some(known)) => finding.hint(format!("tulis “{}”", known.cited().trim())),
        (None, None) => finding.hint("tambahkan nomor Tambahan Lembaran Negara; nomornya ada di JDIH"),
    };
}

/// Says that no gazette stands there at all.
fn without(
    context: &Context<'_>,
    cited: &Cited<'_>,
    passage: &Passage<'_>,
    series: Seri,
    sure: Option<&Lembaran>,
    report: &mut Report<'_>,
) {
    let name = naskah_core::reading::citations::name(&cited.sitasi, &passage.plain);
    let place = context.place(passage.teks, cited.sitasi.kepala());
    let finding = report.at(place, format!("{name} disebut tanpa {}", series.nama()));
    let Some(title) = cited.sitasi.judul.clone() else { return };
    match sure {
        Some(sheet) => {
            let new = sheet.cited();
            let whole = ends_with_word(&passage.plain[title.clone()]);
            let exact = cited.tepat && cited.sitasi.diubah.as_ref().is_none_or(|phrase| !phrase.tanpa_dengan);
            let cure = context.replace(passage.teks, title.end..title.end, &new).filter(|_| whole && exact);
            finding.hint(format!("tambahkan sesudah judulnya “{}”", new.trim())).cure(cure);
        }
        None => {
            let supplement = if needs_supplement(cited) { " beserta Tambahannya" } else { "" };
            let words = format!("tambahkan {}{supplement} sesudah judulnya; nomornya ada di JDIH", series.nama());
            finding.hint(words);
        }
    }
}

fn ends_with_word(title: &str) -> bool {
    title.ends_with(char::is_alphanumeric) && !title.to_lowercase().ends_with("tahun")
}

/// The gazette that a rule is published in, where a citation must name it.
fn needs(cited: &Cited<'_>) -> Option<Seri> {
    let body = cited.sitasi.bentuk.baku.as_str();
    let known = || cited.law().and_then(|law| law.dasar.lembaran.as_ref()).map(Lembaran::seri);
    seri_wajib(body, year(&cited.sitasi)).or_else(|| known().filter(|_| !body.starts_with("Keputusan")))
}

fn needs_supplement(cited: &Cited<'_>) -> bool {
    let body = cited.sitasi.bentuk.baku.as_str();
    matches!(body, "Undang-Undang" | "Peraturan Pemerintah Pengganti Undang-Undang")
        && naskah_core::reading::citations::year(&cited.sitasi) >= 1960
}
