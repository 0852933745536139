//! Who signs where, and which offices and posts a signature may name.

use lopdf::{Object, dictionary};

use super::ucapan::{signed_in_field_by, with_a_field};
use super::{TempDir, Value, answer, is, made, naskah, of_bytes, proof, put, said, signature_by, signed_at, told};

fn by(owner: &[(u8, &str)]) -> Object {
    signature_by(&proof(owner, &[]))
}

fn with(mut value: Object, key: &str, text: &str) -> Object {
    value.as_dict_mut().expect("a value").set(key, lopdf::text_string(text));
    value
}

/// The decree signed at its signer's place, with the lines of a look, parted by `|`.
fn in_field(here: &TempDir, bytes: &[u8], value: Object, words: &str) -> (Value, Option<i32>) {
    let lines: Vec<String> = words.split('|').map(|line| format!("({line}) Tj 0 -9 Td")).collect();
    let look = if words.is_empty() { String::new() } else { format!("BT /F 3 Tf 2 30 Td {} ET", lines.join(" ")) };
    let font = dictionary! {"Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica"};
    of_bytes(here, &signed_in_field_by(bytes, value, &look, |_| dictionary! {"Font" => dictionary! {"F" => font}}))
}

const KETUA: &str = "NAMA KETUA";

#[test]
fn the_place_of_a_person_is_signed_by_that_person() {
    let (here, bytes) = with_a_field();
    for owner in ["NAMA KETUA", "Nama Ketua, S.H., M.H.", "Ketua N.", "KPU Kabupaten Semarang"] {
        let found = in_field(&here, &bytes, by(&[(3, owner)]), "");
        assert_eq!(found.0["hasil"], "sama", "{owner}: {:#}", found.0);
    }
    for owner in ["Joko Purnomo", "Nama Sekretaris", "PT Maju Jaya", "Badan Siber dan Sandi Negara"] {
        let found = in_field(&here, &bytes, by(&[(3, owner)]), "");
        is(&found, "berbeda");
        let look = format!("Ditandatangani secara elektronik oleh|{owner}");
        is(&in_field(&here, &bytes, by(&[(3, owner)]), &look), "berbeda");
    }
    // It may be the same person, or not.
    is(&in_field(&here, &bytes, by(&[(3, "Nama Ketua Nurhayati")]), ""), "tidak-dapat-diperiksa");
}

#[test]
fn whoever_the_decree_does_not_name_is_told() {
    let (here, bytes) = made();
    let found = |owner: &str| of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", by(&[(3, owner)]))]));
    for owner in [KETUA, "Nama Sekretaris", "Komisi Pemilihan Umum Kabupaten Semarang", "Sekretariat KPU Kab. Semarang"]
    {
        let found = found(owner);
        assert_eq!(found.0["hasil"], "sama", "{owner}: {:#}", found.0);
    }
    for owner in ["Budi Santoso", "Kementerian Komunikasi dan Informatika"] {
        let found = found(owner);
        is(&found, "tidak-dapat-diperiksa");
        assert!(found.0["alasan"].to_string().contains(owner), "{:#}", found.0);
    }
    let own = crate::support::text_of("data/kata/daftar/instansi-sertifikat.txt");
    std::fs::create_dir_all(here.path().join("data/kata/daftar")).expect("a folder");
    let own = format!("{own}kementerian komunikasi dan informatika\n");
    put(&here, "data/kata/daftar/instansi-sertifikat.txt", own.as_bytes());
    is(&found("Kementerian Komunikasi dan Informatika"), "sama");
}

/// The place of each is his own, also where two names stand side by side and no field was made with the PDF.
#[test]
fn each_signs_at_his_own_name() {
    let beside =
        "ditetapkan: {di: Ungaran, tanggal: 2025-03-03, pendamping: {jabatan: ['LURAH BAWEN,'], nama: RATNA DEWI}}\n";
    let here = super::folder(&[("naskah.yaml", &super::short(beside))]);
    assert_eq!(super::susun(here.path(), "naskah.yaml -o a.pdf").code, Some(0));
    let bytes = std::fs::read(here.path().join("a.pdf")).expect("a PDF");
    let pdf = naskah_formats::pdf::Pdf::open(&bytes).expect("a PDF");
    let place = |name: &str| {
        let mut pages = (0..pdf.count()).flat_map(|page| pdf.words(page).into_iter().map(move |word| (page, word)));
        let (page, word) = pages.rfind(|(_, word)| word.teks == name).expect("a name");
        let [left, bottom, ..] = word.kotak.sisi().map(|side| side as i64);
        (page as u32 + 1, [left, bottom + 14, left + 60, bottom + 50])
    };
    let signed = |(page, area): (u32, [i64; 4]), owner: &str| {
        of_bytes(&here, &super::signed_on(&bytes, page, area, &[("V", by(&[(3, owner)]))], Some("")))
    };
    let (chair, other) = (place("KETUA"), place("RATNA"));
    for (place, owner) in [(chair, KETUA), (other, "Ratna Dewi"), (chair, "KPU Kabupaten Semarang")] {
        let found = signed(place, owner);
        assert_eq!(found.0["hasil"], "sama", "{owner}: {:#}", found.0);
    }
    for (place, owner) in [
        (other, KETUA),
        (other, "Nama Sekretaris"),
        (other, "KPU Kabupaten Semarang"),
        (chair, "Ratna Dewi"),
        (chair, "Nama Sekretaris"),
    ] {
        is(&signed(place, owner), "berbeda");
    }
    let [(page, [left, bottom, ..]), (_, [.., right, top])] = match other.1[0] < chair.1[0] {
        true => [other, chair],
        false => [chair, other],
    };
    is(&signed((page, [left, bottom, right, top]), KETUA), "tidak-dapat-diperiksa");
    // Between the columns, above nobody's name.
    let end = |name: &str| {
        let words = pdf.words(page as usize - 1).into_iter();
        words.filter(|word| word.teks == name).map(|word| word.kotak.sisi()[2] as i64).max().expect("a name")
    };
    let (from, to) = match other.1[0] < chair.1[0] {
        true => (end("DEWI"), chair.1[0] - 10),
        false => (end("KETUA"), other.1[0]),
    };
    let middle = (from + to) / 2;
    let (from, to) = (middle - 25, middle + 25);
    is(&signed((page, [from, bottom, to, top]), KETUA), "tidak-dapat-diperiksa");
}

#[test]
fn who_signs_in_the_chairs_name_is_not_the_chair() {
    let office = crate::support::text_of("data/kantor/kab-semarang.yaml").replace("Nama Sekretaris", "Joko Prasetyo");
    let office = format!("{office}\nhalaman:\n  tte: {{lebar: 5 cm, tinggi: '2,5 cm', bidang: ya}}\n");
    let text = super::short("pejabat: sekretaris-an\n");
    let here = super::folder(&[("naskah.yaml", &text), ("data/kantor/kab-semarang.yaml", &office)]);
    assert_eq!(super::susun(here.path(), "naskah.yaml -o a.pdf").code, Some(0));
    let bytes = std::fs::read(here.path().join("a.pdf")).expect("a PDF");
    const OWNER: &str = "Joko Prasetyo";
    for words in ["JOKO PRASETYO|Sekretaris", "a.n. Ketua KPU Kabupaten Semarang|Sekretaris|JOKO PRASETYO"] {
        let found = in_field(&here, &bytes, by(&[(3, OWNER)]), words);
        assert_eq!(found.0["hasil"], "sama", "{words}: {:#}", found.0);
    }
    for words in [
        "JOKO PRASETYO|Ketua",
        "Ketua KPU Kabupaten Semarang|JOKO PRASETYO",
        "JOKO PRASETYO|Sekretaris Divisi Hukum",
        "JOKO PRASETYO|Sekretaris Umum",
    ] {
        is(&in_field(&here, &bytes, by(&[(3, OWNER)]), words), "berbeda");
    }
    is(&in_field(&here, &bytes, by(&[(3, OWNER), (12, "Ketua KPU Kabupaten Semarang")]), ""), "berbeda");
    let reason = with(by(&[(3, OWNER)]), "Reason", "Penandatanganan Keputusan Ketua KPU Kabupaten Semarang");
    is(&in_field(&here, &bytes, reason, ""), "sama");
}

/// Wherever it is said: for each entry what it may say, and what it may not.
#[test]
fn no_text_names_another_office_or_post() {
    let (here, bytes) = with_a_field();
    const OTHER: [&str; 10] = [
        "KPU Kabupaten Kudus",
        "Komisi Pemilihan Umum Provinsi Jawa Tengah",
        "KPU RI",
        "Sekretariat Jenderal KPU",
        "Ketua Bawaslu",
        "KPU Jateng",
        "KPUD Kab Kudus",
        "Pemkab Semarang",
        "Wali Kota Salatiga",
        "Sekretaris KPU Kabupaten Semarang",
    ];
    for other in OTHER {
        for key in ["Reason", "Location", "ContactInfo", "Name"] {
            let found = in_field(&here, &bytes, with(by(&[(3, KETUA)]), key, other), "");
            is(&found, "berbeda");
        }
        for kind in [10, 11, 12] {
            let found = in_field(&here, &bytes, by(&[(3, KETUA), (kind, other)]), "");
            is(&found, "berbeda");
        }
        is(&in_field(&here, &bytes, by(&[(3, KETUA)]), &format!("Ditandatangani oleh|{KETUA}|{other}")), "berbeda");
    }
    for (kind, text) in
        [(10, "PT Maju Jaya"), (11, "DPC Semarang"), (12, "Anggota"), (42, "Budi"), (4, "Santoso"), (7, "Kudus")]
    {
        is(&in_field(&here, &bytes, by(&[(3, KETUA), (kind, text)]), ""), "berbeda");
    }
    for (kind, text) in [
        (10, "Komisi Pemilihan Umum"),
        (10, "Komisi Pemilihan Umum Kabupaten Semarang"),
        (11, "KPU Kab. Semarang"),
        (11, "Subbagian Hukum dan SDM"),
        (12, "Ketua KPU Kabupaten Semarang"),
        (42, "Nama"),
        (7, "Ungaran"),
        (8, "Jawa Tengah"),
    ] {
        let found = in_field(&here, &bytes, by(&[(3, KETUA), (kind, text)]), "");
        assert_eq!(found.0["hasil"], "sama", "{kind} {text}: {:#}", found.0);
    }
    for (key, text) in [
        ("Reason", "Penandatanganan Keputusan Ketua KPU Kabupaten Semarang"),
        ("Reason", "Naskah Dinas"),
        ("Location", "Kabupaten Kudus"),
        ("Location", "Kantor KPU Kabupaten Semarang, Jawa Tengah"),
    ] {
        let found = in_field(&here, &bytes, with(by(&[(3, KETUA)]), key, text), "");
        assert_eq!(found.0["hasil"], "sama", "{key} {text}: {:#}", found.0);
    }
}

#[test]
fn a_look_names_the_signers_own_post() {
    let (here, bytes) = with_a_field();
    let shows = |words: &str| in_field(&here, &bytes, by(&[(3, KETUA), (5, "198001012005011001")]), words);
    for words in [
        "NAMA KETUA|Ketua KPU Kabupaten Semarang|NIP 198001012005011001",
        "Ditandatangani secara elektronik oleh|Ketua KPU|NAMA KETUA",
        "Ditandatangani secara elektronik oleh|Ketua merangkap Anggota|NAMA KETUA",
        "Ditandatangani secara elektronik oleh NAMA KETUA|UU ITE No. 11 Tahun 2008 Pasal 5 ayat 1",
        "Dokumen ini dapat dibuktikan keasliannya dengan memindai QR Code",
    ] {
        let found = shows(words);
        assert_eq!(found.0["hasil"], "sama", "{words}: {:#}", found.0);
    }
    for words in [
        "NAMA KETUA|Sekretaris",
        "NAMA KETUA|a.n. Sekretaris",
        "NAMA KETUA|untuk dan atas nama",
        "Ditandatangani secara elektronik oleh Sekretaris",
        "Ditandatangani secara elektronik oleh Komisi Pemilihan Umum",
        "NAMA KETUA|NIP 197001011995032001",
        "NAMA KETUA|Plh. Ketua",
        "NAMA KETUA|Sah",
        "NAMA KETUA 2 Maret 2026 10.30 WITA",
        "NAMA KETUA|KIP Kabupaten Semarang",
        "Ditandatangani secara elektronik oleh|Ketua?",
        "Ditandatangani secara elektronik oleh S.H., M.H.",
        "Ditandatangani secara elektronik oleh NAMA KETUA dan",
        "Ditandatangani oleh NAMA KETUA|UU ITE No. 11 Tahun 2009 Pasal 5 ayat 1",
    ] {
        is(&shows(words), "berbeda");
    }
    let found = shows("Ditandatangani oleh NAMA KETUA|dengan melati");
    is(&found, "berbeda");
    assert!(told(&found).contains(r#"(\"melati\")"#), "{}", told(&found));
}

#[test]
fn what_a_signature_says_is_told_line_by_line() {
    let (here, bytes) = made();
    let value = with(by(&[(3, KETUA), (11, "KPU Kabupaten Semarang")]), "Location", "Purwa\u{202E}dadi");
    let value = with(value, "Reason", "Saya menyetujui");
    put(&here, "b.pdf", &signed_at(&bytes, [0; 4], &[("V", value)]));
    let told = said(&naskah(here.path(), ["verifikasi", "b.pdf"]));
    for line in [
        "    sertifikat atas nama: NAMA KETUA (OU: KPU Kabupaten Semarang)\n",
        "    Reason: Saya menyetujui\n",
        "    Location: Purwa<U+202E>dadi\n",
        "    M: D:20260302103000+07'00'\n",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    let (found, _) = answer(here.path(), &["b.pdf"]);
    let proof = &found["tambahan"][0]["bukti"];
    assert_eq!((&proof["sertifikat"]["cn"], &proof["reason"]), (&KETUA.into(), &"Saya menyetujui".into()), "{proof}");
}

/// A code drawn as squares, beside words: what a telephone reads, and what none does.
#[test]
fn a_drawn_code_beside_words_is_read() {
    const CODES: &str = include_str!("../../../crates/naskah-formats/src/pdf/kode_qr/contoh.txt");
    let codes =
        || CODES.split("\n\n").filter(|block| block.lines().next().is_some_and(|text| text.starts_with("https")));
    let code = codes().next().expect("an address");
    let rows: Vec<&str> = code.lines().skip(2).collect();
    let dark = |x: usize, y: usize| rows[y].as_bytes()[x] == b'#';
    let places = || (0..rows.len()).flat_map(|y| (0..rows.len()).map(move |x| (x, y)));
    let square = |(x, y): (usize, usize)| format!("{x} {} 1 1 re ", rows.len() - 1 - y);
    let squares: String = places().filter(|(x, y)| dark(*x, *y)).map(square).collect();
    let words = "BT /F 5 Tf 50 20 Td (Ditandatangani secara elektronik) Tj ET";
    let (here, bytes) = made();
    let shown = |look: &str| {
        let look = Some(look);
        of_bytes(&here, &super::signed_showing(&bytes, [60, 10, 260, 50], &[], look))
    };
    for look in [format!("q 0 g {squares} f Q {words}"), format!("{words} q .8 0 0 .8 2 2 cm {squares} f Q")] {
        let found = shown(&look);
        assert_eq!(found.0["hasil"], "sama", "{:#}", found.0);
        assert!(
            found.0["tambahan"][0]["kata"].as_str().is_some_and(|kata| kata.contains("[QR: https")),
            "{:#}",
            found.0
        );
    }
    for look in [
        format!("q -1 0 0 1 40 0 cm {squares} f Q {words}"),
        format!("q 1 0 0 .5 0 0 cm {squares} f Q {words}"),
        format!("q 1 0 0 rg {squares} f Q {words}"),
        format!("q {squares} f Q BT /F 5 Tf 2 10 Td (Ditandatangani) Tj ET"),
    ] {
        is(&shown(&look), "tidak-dapat-diperiksa");
    }
}
