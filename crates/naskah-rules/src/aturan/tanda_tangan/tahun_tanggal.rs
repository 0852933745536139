//! The date lies in another year than the decree.

use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Tahun pada tanggal penetapan sama dengan tahun keputusan
    ///
    /// Nomor keputusan diambil dari urutan nomor pada tahun penetapannya, jadi kedua tahun itu selalu sama.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 5.
    ///
    /// Salah:
    /// ```yaml
    /// tahun: 2025
    /// ditetapkan: {di: Ungaran, tanggal: 2024-03-05}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tahun: 2025
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-05}
    /// ```
    "K702" "tahun-tanggal" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let (tahun, tanggal) = (&context.keputusan.tahun, &context.keputusan.ditetapkan.tanggal);
    if let Some(date) = tanggal
        && tahun.value != 0
        && date.value.parts().0 != tahun.value
    {
        report
            .at(date.span, format!("ditetapkan tahun {}, tahun keputusan {}", date.value.parts().0, tahun.value))
            .label(tahun.span, "tahun keputusan")
            .hint("samakan kedua tahun itu");
    }
}
