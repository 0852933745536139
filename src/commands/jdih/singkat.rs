//! Short forms: citations as an abstract names them, and an office.

use naskah_core::catalog::dasar_hukum::short_kind;
use naskah_core::catalog::{Jenjang, Kantor};
use naskah_core::language::citation::{self, Peran, Sitasi};

/// `UU No. 7 Tahun 2017 sebagaimana telah diubah dengan UU No. 7 Tahun 2023`; what is no citation stays as it is.
pub fn sitasi(text: &str) -> String {
    let text = text.trim().trim_end_matches([';', '.']).trim_end();
    let found = citation::butir(text);
    let own =
        found.iter().find(|one| one.peran == Peran::Pokok).and_then(|one| head(text, one).map(|head| (one, head)));
    let Some((own, head_of_own)) = own else { return text.to_owned() };
    let amending = found.iter().find(|one| one.peran == Peran::Perubahan).and_then(|one| head(text, one));
    match (amending, &own.diubah) {
        (Some(amending), Some(phrase)) if phrase.berkali => {
            format!("{head_of_own} sebagaimana telah beberapa kali diubah, terakhir dengan {amending}")
        }
        (Some(amending), _) => format!("{head_of_own} sebagaimana telah diubah dengan {amending}"),
        (None, _) => head_of_own,
    }
}

fn head(text: &str, one: &Sitasi) -> Option<String> {
    let year = one.tahun.as_ref().map(|(year, _)| *year);
    if one.uud() {
        return Some(format!("UUD {}", year?));
    }
    let kind = &one.bentuk.baku;
    let kind = short_kind(kind).map_or(kind.clone(), str::to_uppercase);
    let number = text.get(one.nomor.clone()?)?;
    Some(match year.filter(|_| !number.contains('/')) {
        Some(year) => format!("{kind} No. {number} Tahun {year}"),
        None => format!("{kind} No. {number}"),
    })
}

/// `KPU KAB SEMARANG`
pub fn kantor(kantor: &Kantor) -> String {
    let body = match kantor.badan.as_str() {
        "Komisi Pemilihan Umum" => "KPU".to_owned(),
        "Komisi Independen Pemilihan" => "KIP".to_owned(),
        other => other.to_uppercase(),
    };
    let area = kantor.wilayah.to_uppercase();
    let short = |long: &str, short: &str| area.strip_prefix(long).map_or(area.clone(), |rest| format!("{short}{rest}"));
    match kantor.jenjang {
        Jenjang::Pusat => body,
        Jenjang::Provinsi => format!("{body} {}", short("PROVINSI ", "PROV ")),
        Jenjang::Kabupaten => format!("{body} {}", short("KABUPATEN ", "KAB ")),
        Jenjang::Kota | Jenjang::Kecamatan | Jenjang::Desa => format!("{body} {area}"),
    }
}

#[cfg(test)]
mod tests {
    use super::sitasi;

    #[test]
    fn citations_become_short() {
        let law = "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum (Lembaran Negara Republik Indonesia Tahun 2017 \
                   Nomor 182, Tambahan Lembaran Negara Republik Indonesia Nomor 6109)";
        assert_eq!(sitasi(&format!("{law};")), "UU No. 7 Tahun 2017");
        let amended =
            format!("{law} sebagaimana telah diubah dengan Undang-Undang Nomor 7 Tahun 2023 tentang Hal Lain;");
        assert_eq!(sitasi(&amended), "UU No. 7 Tahun 2017 sebagaimana telah diubah dengan UU No. 7 Tahun 2023");
        assert_eq!(
            sitasi("Keputusan Komisi Pemilihan Umum Nomor 314/ORT.07-Kpt/01/KPU/V/2021 tentang Hal Lain."),
            "Keputusan Komisi Pemilihan Umum No. 314/ORT.07-Kpt/01/KPU/V/2021"
        );
        assert_eq!(sitasi("Berita acara rapat pleno;"), "Berita acara rapat pleno");
    }
}
