//! A list with a single item.

use crate::{Context, Part, Report, declare_rule};

declare_rule! {
    /// Daftar mempunyai lebih dari satu butir
    ///
    /// Daftar yang hanya berisi satu butir tidak memerlukan nomor: isinya lebih baik diteruskan dalam kalimat
    /// pembukanya.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - teks: 'Hari Kerja bertujuan:'
    ///     rincian: [menjadi pedoman pegawai]
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Hari Kerja bertujuan menjadi pedoman pegawai.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K614" "satu-butir" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for list in &context.lists {
        let cell = matches!(list.part, Part::Sel { .. });
        if let ([only], false, false) = (&list.rincian.butir[..], cell, list.lead.is_empty()) {
            report
                .at(only.teks.span, "daftar ini hanya berisi satu butir")
                .hint("dapatkah isinya diteruskan dalam kalimat pembukanya?")
                .unsure();
        }
    }
}
