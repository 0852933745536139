//! The code in an old number is that of another office.

use crate::parts::areas;
use crate::{Context, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, pattern};

declare_rule! {
    /// Kode wilayah dalam nomor lama sesuai dengan kantor yang disebut
    ///
    /// Nomor keputusan sampai tahun 2022 memuat kode wilayah empat angka. Kode kantor lain pada keputusan kantor ini
    /// menunjukkan nomor atau nama kantor yang salah.
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

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(pattern) = NUMBER.as_ref() else { return };
    for passage in context.passages.iter().filter(|passage| passage.plain.contains('/')) {
        for hit in pattern.captures_iter(&passage.plain) {
            let (Some(whole), Some(code)) = (hit.get(0), hit.get(1)) else { continue };
            let areas = context.catalog.wilayah();
            let before = &passage.plain[..whole.start()];
            let Some(named) = areas::places_in(context.word_lists(), areas, before).pop() else { continue };
            let near = before[named.range.end..].trim().is_empty();
            let (Some(area), Some(coded)) = (named.area, areas.coded(code.as_str())) else { continue };
            if !near || !named.commission || area.kode == coded.kode || area.kode.is_empty() {
                continue;
            }
            let message =
                format!("kode {} ialah kode {}, bukan {}", code.as_str(), coded.nama_penuh(), area.nama_penuh());
            report
                .at(context.place(passage.teks, code.range()), message)
                .hint(format!("apakah kodenya {}, atau kantornya yang lain?", area.kode))
                .unsure();
        }
    }
}
