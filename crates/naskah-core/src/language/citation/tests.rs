//! Citations in every form that offices write.

use super::*;

fn at(text: &str, range: &Option<Range<usize>>) -> String {
    range.clone().map(|range| text[range].to_owned()).unwrap_or_default()
}

/// Kind and body, number, year and title of each citation of an item.
fn heads(text: &str) -> Vec<(String, String, i32, String)> {
    let year = |one: &Sitasi| one.tahun.as_ref().map_or(0, |year| year.0);
    let found = butir(text);
    found.iter().map(|c| (c.bentuk.baku.clone(), at(text, &c.nomor), year(c), at(text, &c.judul))).collect()
}

fn first(text: &str) -> (String, String, i32, String) {
    heads(text).into_iter().next().unwrap_or_default()
}

fn fact(body: &str, number: &str, year: i32, title: &str) -> (String, String, i32, String) {
    (body.to_owned(), number.to_owned(), year, title.to_owned())
}

#[test]
fn plain_citations() {
    let law = "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071);";
    assert_eq!(heads(law), [fact("Undang-Undang", "43", 2009, "Kearsipan")]);
    let brackets = butir(law)[0].kurung.clone();
    let sheets: Vec<_> = brackets
        .iter()
        .flat_map(|b| &b.isi)
        .map(|l| (l.seri, l.tahun.as_ref().map(|y| y.0), l.nomor.as_ref().map(|n| n.0)))
        .collect();
    assert_eq!(sheets, [(Seri::Lembaran, Some(2009), Some(152)), (Seri::TambahanLembaran, None, Some(5071))]);
    let short = "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum (LN RI Tahun 2017 Nomor 182, TLN 6109)";
    let sheets: Vec<_> =
        butir(short)[0].kurung.iter().flat_map(|b| b.isi.clone()).map(|l| l.nomor.map(|n| n.0)).collect();
    assert_eq!(sheets, [Some(182), Some(6109)]);
    assert!(butir("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945")[0].uud());
}

#[test]
fn old_numbers() {
    let of = |number: &str| {
        let (_, found, year, _) = first(&format!("Keputusan Komisi Pemilihan Umum Nomor {number} tentang Arsip;"));
        (found, year)
    };
    for (number, year) in [
        ("314/ORT.07-Kpt/01/KPU/V/2021", 2021),
        ("11/HK.03.1/3322/2022", 2022),
        ("5/Kpts/KPU-Kota-012.329521/2015", 2015),
        ("5/Kpts/KPU.Kab-014329914/2015", 2015),
        ("03/Kpts/KPU-Prov-010/2011", 2011),
        ("134/Kpts/KPU/Tahun 2016", 2016),
    ] {
        assert_eq!(of(number), (number.to_owned(), year));
        assert_eq!(of(&format!(": {number}")), (number.to_owned(), year));
    }
    assert_eq!(first("Undang-Undang Nomor 23 Prp Tahun 1959 tentang Keadaan Bahaya").1, "23 Prp");
    let mpr = first("Ketetapan Majelis Permusyawaratan Rakyat Nomor XI/MPR/1998 tentang Penyelenggara Negara");
    assert_eq!((mpr.1.as_str(), mpr.2), ("XI/MPR/1998", 1998));
}

#[test]
fn amendments_and_what_they_amend() {
    let text = "Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja (Berita Negara Republik Indonesia Tahun 2019 Nomor 320) sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 12 Tahun 2023 tentang Perubahan Kelima atas Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja (Berita Negara Republik Indonesia Tahun 2023 Nomor 377);";
    let found = butir(text);
    let roles: Vec<_> = found.iter().map(|c| (c.peran, c.milik, c.urutan.as_ref().map(|u| u.ke))).collect();
    assert_eq!(
        roles,
        [(Peran::Pokok, None, None), (Peran::Perubahan, Some(0), Some(5)), (Peran::Dalam, Some(1), None)]
    );
    let phrase = found[0].diubah.as_ref();
    assert_eq!(phrase.map(|p| (p.berkali, p.koma)), Some((true, Some(true))));
    assert_eq!(found[2].judul.clone().map(|t| &text[t]), Some("Tata Kerja"));
}

#[test]
fn laws_that_confirm_a_perppu() {
    let text = "Undang-Undang Nomor 7 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022 tentang Perubahan atas Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum menjadi Undang-Undang (Lembaran Negara Republik Indonesia Tahun 2023 Nomor 54)";
    let found = heads(text);
    assert_eq!(found.len(), 3);
    assert_eq!(found[1].0, "Peraturan Pemerintah Pengganti Undang-Undang");
    assert_eq!(found[2], fact("Undang-Undang", "7", 2017, "Pemilihan Umum"));
}

#[test]
fn slips_are_read() {
    assert_eq!(first("Peraturan 21 Tahun 2023 tentang Arsip"), fact("Peraturan", "21", 2023, "Arsip"));
    assert_eq!(first("UU No. 7 Th. 2017 tentang Pemilu"), fact("Undang-Undang", "7", 2017, "Pemilu"));
    assert_eq!(first("Undang-undang nomor 11 tentang Aceh"), fact("Undang-Undang", "11", 0, "Aceh"));
    assert_eq!(first("Peraturan Pemerintah Nomor 5 Tahun tentang Aceh"), fact("Peraturan Pemerintah", "5", 0, "Aceh"));
    for law in ["Undang Undang", "Undang - Undang", "UNDANG – UNDANG"] {
        assert_eq!(
            first(&format!("{law} Nomor 5 Tahun 2020 tentang Arsip")),
            fact("Undang-Undang", "5", 2020, "Arsip")
        );
    }
    let body = "Peraturan Komisi Pemilihan Umum";
    assert_eq!(
        first("pearuran komisi Pemilihan Umum Nomor 8 Tahun 2019 Tentang Arsip"),
        fact(body, "8", 2019, "Arsip")
    );
    assert_eq!(
        first("Peraturan Komsis Pemilihan Umum Republik Indonesia Nomor 8 Tahun 2019"),
        fact(body, "8", 2019, "")
    );
    assert_eq!(first("Peraturan Komisi Pemilihan Umum Tahun 2019 tentang Arsip"), fact(body, "", 2019, "Arsip"));
    let slips = butir("Keputusan Komisi Pemilihan Umum RI Nomor 5 Tahun 2020 tentang Arsip")[0].bentuk.slip.clone();
    assert_eq!(slips, [(31..34, String::new())]);
}

#[test]
fn no_citations() {
    for text in [
        "",
        "—",
        "Surat Dinas Nomor 5 tanggal 3 Maret 2024",
        "Daftar Isian Pelaksanaan Anggaran Tahun 2025",
        "Berita Acara Rapat Pleno",
        "Peraturan",
        "Undang-Undang",
        "Nomor 5 Tahun 2020",
        "Pengaturan Nomor 5 Tahun 2020",
        "Putusan Mahkamah Konstitusi Nomor 90/PUU-XXI/2023",
    ] {
        assert!(butir(text).is_empty(), "{text}");
    }
}

#[test]
fn running_text() {
    let text = "bahwa untuk melaksanakan ketentuan Pasal 5 Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja dan Undang-Undang Nomor 7 Tahun 2017, perlu menetapkan Keputusan ini";
    let found = kalimat(text);
    let heads: Vec<&str> = found.iter().map(|c| &text[c.kepala()]).collect();
    assert_eq!(heads, ["Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019", "Undang-Undang Nomor 7 Tahun 2017"]);
    assert!(kalimat("Keputusan ini mulai berlaku 3 (tiga) hari kemudian; Peraturan 5 dan 6").is_empty());
}

#[test]
fn any_text_is_read() {
    let pieces = [
        "Undang-Undang",
        " Nomor",
        " ",
        "7",
        "Tahun",
        "2017",
        "tentang",
        "(",
        ")",
        "Lembaran Negara",
        "é",
        "…",
        "\u{1F600}",
        "sebagaimana telah diubah dengan",
        "Perubahan",
        "atas",
        ";",
        "No.",
        "/",
        "İ",
        "ß",
        "menjadi Undang-Undang",
        "\u{a0}",
        "Penetapan",
        "Tambahan",
    ];
    let mut seed = 7_usize;
    for _ in 0..4000 {
        let mut text = String::new();
        for _ in 0..14 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(seed >> 33) % pieces.len()]);
            if seed >> 60 > 5 {
                text.push(' ');
            }
        }
        for one in butir(&text).iter().chain(&kalimat(&text)) {
            assert!(text.get(one.range.clone()).is_some() && text.get(one.kepala()).is_some(), "{text}");
        }
    }
}
