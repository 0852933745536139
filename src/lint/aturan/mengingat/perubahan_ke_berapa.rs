//! The ordinal of an amendment is not its own.

use crate::catalog::Kepastian;
use crate::decree::bilangan::ke_berapa;
use crate::lint::{Context, Report, declare_rule};

declare_rule! {
    /// Urutan perubahan dalam judul sesuai dengan urutan yang sebenarnya
    ///
    /// “Perubahan Kedua”, “Perubahan Ketiga”, dan seterusnya adalah bagian judul resmi; urutannya dibandingkan dengan
    /// data dasar hukum.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang judul; KMK 527/KMK.01/2022 Lampiran II butir 9–12.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota (Berita Negara Republik Indonesia Tahun 2019 Nomor 320) sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 12 Tahun 2023 tentang Perubahan Keempat atas Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota (Berita Negara Republik Indonesia Tahun 2023 Nomor 377)
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota (Berita Negara Republik Indonesia Tahun 2019 Nomor 320) sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 12 Tahun 2023 tentang Perubahan Kelima atas Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota (Berita Negara Republik Indonesia Tahun 2023 Nomor 377)
    /// ```
    "K316" "perubahan-ke-berapa" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (cited, passage) in context.cited().filter(|(cited, _)| !cited.sitasi.longgar) {
        let (Some(law), Some(order)) = (cited.law(), &cited.sitasi.urutan) else { continue };
        let Some(amends) = law.dasar.mengubah.as_ref().filter(|m| m.ke != order.ke) else { continue };
        let told = |ke: usize| match ke_berapa(ke).as_str() {
            "" => "Perubahan atas".to_owned(),
            word => format!("Perubahan {word} atas"),
        };
        let (name, right) = (law.dasar.nama(), told(amends.ke));
        let place = context.place(passage.teks, order.range.clone());
        if law.dasar.kepastian == Kepastian::Terverifikasi {
            report
                .at(place, format!("{name} berjudul “{right} …”, bukan “{} …”", told(order.ke)))
                .hint(format!("tulis “{right}”"))
                .cure(context.replace(passage.teks, order.range.clone(), &right));
        } else {
            report
                .at(place, format!("apakah judul {name} benar “{} …”? data mencatat “{right} …”", told(order.ke)))
                .hint("cocokkan dengan naskah aslinya")
                .unsure();
        }
    }
}
