//! The code in an old number is that of another office.

use crate::parts::areas;
use crate::{Context, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Kode wilayah dalam nomor lama sesuai dengan kantor yang disebut
    ///
    /// Nomor keputusan sampai tahun 2022 memuat kode wilayah empat angka. Kode kantor lain pada keputusan kantor ini
    /// menunjukkan nomor atau nama kantor yang salah; begitu pula kode dalam nomor berita acara kantor ini. Kode yang
    /// ditulis sebagai `kode_wilayah` dalam profil kantor adalah kode kantor itu.
    ///
    /// Sumber: kode wilayah BPS; nomor keputusan KPU tahun 2018 sampai dengan tahun 2022.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - uu-7-2017
    ///   - Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 8/HK.03.1/3321/2022 tentang Hari Kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - uu-7-2017
    ///   - Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 8/HK.03.1/3322/2022 tentang Hari Kerja
    /// ```
    "K409" "kode-wilayah-beda" Saran since "0.2.0" => check
}

static NUMBER: Pattern = Pattern::new(|| pattern(r"Nomor\s+\d+/[\w.\-]+/(\d{4})/"));

static OWN: Pattern = Pattern::new(|| pattern(r"^(?:[A-Za-z]+\s*:?\s*)?\d+/[\w.\-]+/(\d{4})/"));

/// Whether the office's profile says that this code is its own, whatever register it is from.
fn is_own(context: &Context<'_>, code: &str) -> bool {
    context.kantor.kode_wilayah.as_deref() == Some(code)
}

/// The number of an official report, which is the office's own where no office is named before it.
static REPORT: Pattern = Pattern::new(|| pattern(r"\bBerita\s+Acara\s+Nomor\s+\d+/[\w.\-]+/(\d{4})/"));

/// The code in the number of the office's own report.
fn reports(context: &Context<'_>, report: &mut Report<'_>) {
    let areas = context.catalog.wilayah();
    let office = areas::places_in(context.word_lists(), areas, &context.kantor.wilayah).pop();
    let Some(office) = office.and_then(|office| office.area).filter(|area| area.kode.len() == 4) else { return };
    for passage in context.passages.iter().filter(|passage| passage.plain.contains("Berita Acara")) {
        for code in matches(&REPORT, &passage.plain).map(|found| group(&found, 1)) {
            let own = &passage.plain[code.clone()];
            let Some(coded) = areas.coded(own).filter(|coded| coded.kode != office.kode) else { continue };
            if is_own(context, own) || passage.plain.contains(&coded.nama_penuh()) {
                continue;
            }
            let right = context.kantor.kode_wilayah.as_ref().unwrap_or(&office.kode);
            report
                .at(context.place(passage.teks, code.clone()), format!("kode {own} ialah kode {}", coded.nama_penuh()))
                .hint(format!("apakah kodenya {right}, kode kantor ini?"))
                .unsure();
        }
    }
}

/// The code in the decree's own number.
fn own(context: &Context<'_>, report: &mut Report<'_>) {
    let decree = context.keputusan;
    let areas = context.catalog.wilayah();
    let office = areas::places_in(context.word_lists(), areas, &context.kantor.wilayah).pop();
    let Some(wanted) = office.and_then(|office| office.area).map(|area| &area.kode).filter(|kode| !kode.is_empty())
    else {
        return;
    };
    for teks in [decree.nomor.as_ref(), decree.kepala.nomor.as_ref()].into_iter().flatten() {
        let plain = teks.as_plain();
        let code = matches(&OWN, &plain).next().map(|found| group(&found, 1));
        let Some(coded) = code.clone().and_then(|code| areas.coded(&plain[code])) else { continue };
        let Some(code) = code.filter(|code| plain[code.clone()] != *wanted && !is_own(context, &plain[code.clone()]))
        else {
            continue;
        };
        report
            .at(context.place(teks, code.clone()), format!("kode {} ialah kode {}", &plain[code], coded.nama_penuh()))
            .hint(format!("apakah kodenya {wanted}, kode kantor ini?"))
            .unsure();
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    own(context, report);
    reports(context, report);
    let Some(pattern) = NUMBER.as_ref() else { return };
    for passage in context.passages.iter().filter(|passage| passage.plain.contains('/')) {
        for hit in pattern.captures_iter(&passage.plain) {
            let (Some(whole), Some(code)) = (hit.get(0), hit.get(1)) else { continue };
            let areas = context.catalog.wilayah();
            let before = &passage.plain[..whole.start()];
            let Some(named) = areas::places_in(context.word_lists(), areas, before).pop() else { continue };
            let near = before[named.range.end..].trim().is_empty();
            let (Some(area), Some(coded)) = (named.area, areas.coded(code.as_str())) else { continue };
            let own = is_own(context, code.as_str()) && area.nama_penuh() == context.kantor.wilayah;
            if !near || !named.commission || area.kode == coded.kode || area.kode.is_empty() || own {
                continue;
            }
            let message =
                format!("kode {} ialah kode {}, bukan {}", code.as_str(), coded.nama_penuh(), area.nama_penuh());
            report
                .at(context.place(passage.teks, code.range()), message)
                .hint(format!("apakah kodenya {} menurut daftar BPS, atau kantornya yang lain? kode Kementerian Dalam Negeri dapat berbeda", area.kode))
                .unsure();
        }
    }
}
