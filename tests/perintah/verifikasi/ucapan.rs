//! Texts that come with a signature: whatever viewer shows them wherever, they say who signed, when, where and why.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::{
    TempDir, Value, appended, is, made, of_bytes, proof, sealed, signature, signature_by, signed_at, signed_showing,
    told,
};

/// Sentences that speak about a decree; none of them may come with a signature anywhere.
const BERBICARA: [&str; 24] = [
    "Keputusan ini dicabut",
    "DICABUT",
    "Tidak berlaku sejak 2027",
    "Honor menjadi Rp9.500.000",
    "Hanya untuk Diktum KESATU",
    "Dokumen ini palsu",
    "Salinan tidak sah",
    "Pakai yang terbaru",
    "Joko Purnomo menggantikan Siti Aminah",
    "Batal demi hukum",
    "Isinya keliru",
    "Ditunda sampai rapat berikutnya",
    "Masih konsep",
    "Revoked",
    "This decree is void",
    "Superseded by 13/2026",
    "D1CABUT",
    "DlCABUT",
    "di ca but",
    "Dicabutt",
    "Nilainya 9.500.000",
    "di\u{441}abut",
    "tubacid\u{202E}",
    "Mulai berlaku 2030",
];

const BAWAH: [i64; 4] = [60, 20, 400, 40];

fn value(key: &str, text: &str) -> [(&'static str, Object); 1] {
    let mut value = match key {
        "Name" => signature_by(&proof(&[(3, text)], &[])),
        _ => signature(),
    };
    value.as_dict_mut().expect("a value").set(key, said(text));
    [("V", value)]
}

/// A text as PDF writes it.
fn said(text: &str) -> Object {
    lopdf::text_string(text)
}

fn signed_with(here: &TempDir, bytes: &[u8], more: &[(&str, Object)]) -> (Value, Option<i32>) {
    of_bytes(here, &signed_at(bytes, [0, 0, 0, 0], more))
}

#[test]
fn no_text_of_a_signature_speaks_about_the_decree() {
    let (here, bytes) = made();
    let look = Some("BT /F 9 Tf 2 4 Td (Ditandatangani) Tj ET");
    let of_field = ["TU", "T", "NM", "TM"];
    let of_value = ["Reason", "Location", "ContactInfo", "Name"];
    // The first few everywhere, the others in turn.
    for (nth, text) in BERBICARA.iter().enumerate() {
        let here_too = |at: usize| nth < 3 || at == nth % 4;
        for key in of_field.iter().enumerate().filter(|(at, _)| here_too(*at)).map(|(_, key)| key) {
            let found = of_bytes(&here, &signed_showing(&bytes, BAWAH, &[(key, said(text))], look));
            is(&found, "berbeda");
            assert!(told(&found).contains(&format!("pada {key}:")), "{key} {text}: {}", told(&found));
        }
        for key in of_value.iter().enumerate().filter(|(at, _)| here_too(*at)).map(|(_, key)| key) {
            let found = signed_with(&here, &bytes, &value(key, text));
            is(&found, "berbeda");
            assert!(told(&found).contains(&format!("pada {key}:")), "{key} {text}: {}", told(&found));
        }
    }
}

/// Who signs and where needs no number of a decree and no day but its own.
#[test]
fn names_and_places_hold_no_number_and_no_day() {
    let (here, bytes) = made();
    for (key, text) in [
        ("Name", "Nomor 88 Tahun 2026"),
        ("Name", "1 Juni 2027"),
        ("Name", "2027"),
        ("Location", "Nomor 88"),
        ("Location", "Ungaran, 1 Juni 2027"),
        ("Reason", "Persetujuan Nomor 88"),
        ("Name", "Mansukh"),
        ("Reason", "Uji coba"),
        ("Reason", "Test"),
        ("Reason", "Penandatanganan keputusan tentang Hari Kerja yang dicabut"),
        ("Location", "Kantor Dicabut"),
        ("ContactInfo", "telp. dicabut"),
        ("T", "TTD_RatnaSariningsih"),
        ("T", "KPUKabKudus"),
    ] {
        let entry = if key == "T" { [(key, said(text))] } else { value(key, text) };
        let found = signed_with(&here, &bytes, &entry);
        is(&found, "berbeda");
        assert!(told(&found).contains(&format!("pada {key}:")), "{key} {text}: {}", told(&found));
    }
}

/// Where programs name things there are no sums, and no names of bodies that say more.
#[test]
fn names_of_programs_hold_no_sums() {
    let (here, bytes) = made();
    for (key, text) in [("T", "F9500000"), ("NM", "h1500000"), ("T", "Bidang 250000")] {
        is(&of_bytes(&here, &signed_at(&bytes, [0, 0, 0, 0], &[(key, said(text))])), "berbeda");
    }
    for text in ["Kementerian Keuangan Mencabut Keputusan", "Badan Honor Baru", "Kementerian dan honor petugas"] {
        is(&signed_with(&here, &bytes, &value("Name", text)), "berbeda");
    }
}

#[test]
fn what_should_be_bytes_is_no_text() {
    let (here, bytes) = made();
    let digest = |digest: Object| {
        let reference = dictionary! {
            "Type" => "SigRef", "TransformMethod" => "DocMDP", "DigestMethod" => "MD5", "DigestValue" => digest,
        };
        let mut value = signature();
        value.as_dict_mut().expect("a value").set("Reference", vec![Object::Dictionary(reference)]);
        signed_with(&here, &bytes, &[("V", value)])
    };
    is(
        &digest(Object::string_literal(&b"\x04\x9f\xd4\x1d\x8c\xd9\x8f\x00\xb2\x04\xe9\x80\x09\x98\xec\xf8"[..])),
        "sama",
    );
    is(&digest(said("Keputusan ini dicabut")), "berbeda");
}

#[test]
fn reasons_places_and_names_are_no_alarm() {
    let (here, bytes) = made();
    let honest: [(&str, &[&str]); 5] = [
        (
            "Reason",
            &[
                "Setuju",
                "Saya menyetujui dokumen ini",
                "Penetapan keputusan",
                "Pengesahan",
                "I am approving this document",
                "I am the author of this document",
                "Naskah Dinas",
                "Penandatanganan Naskah Dinas Elektronik",
                "Penandatanganan melalui aplikasi Srikandi",
                "Penandatanganan keputusan tentang Penetapan Hari Kerja",
                "Penandatanganan Keputusan Nomor 8 Tahun 2025",
                "Bukti keaslian dokumen",
            ],
        ),
        (
            "Location",
            &[
                "Ungaran",
                "Location: Ungaran",
                "Ambarawa, Jawa Tengah",
                "Jl. Diponegoro No. 202 Ungaran 50511",
                "Kantor KPU Kabupaten Semarang",
                "Jakarta, ID",
                "Desa Sumber Rejo, Kecamatan Tuntang",
                "Singapore",
                "Kecamatan Tanjung Harapan",
                "Rumah Pintar Pemilu",
                "Aula Lantai 2 Kantor KPU Kabupaten Semarang",
            ],
        ),
        (
            "ContactInfo",
            &[
                "kpu.semarang@contoh.go.id",
                "+62 24 6921234",
                "https://contoh.go.id/verifikasi",
                "KPU Kabupaten Semarang, telp. (024) 6921234",
                "email: kpu.semarang@contoh.go.id; laman: kab-semarang.kpu.go.id",
            ],
        ),
        ("Name", &["NAMA KETUA", "NAMA KETUA, S.H., M.H.", "Komisi Pemilihan Umum Kabupaten Semarang"]),
        ("M", &["D:20260302103000+07'00'"]),
    ];
    for (key, texts) in honest {
        for text in texts {
            let found = signed_with(&here, &bytes, &value(key, text));
            assert_eq!(found.0["hasil"], "sama", "{key} {text}: {}", told(&found));
        }
    }
    for (key, text) in [
        ("T", "Signature1"),
        ("T", "TTE_Ketua"),
        ("T", "form1[0].SignatureField2[0]"),
        ("T", "sig-8f3a2c91"),
        ("T", "TTE_BSrE_1732851000"),
        ("TU", "Tanda tangan pejabat"),
        ("NM", "4f2c1a7e-0b7d-4c1e-9a55-d0c2b8a1f3e4"),
    ] {
        let found = signed_with(&here, &bytes, &[(key, said(text))]);
        assert_eq!(found.0["hasil"], "sama", "{key} {text}: {}", told(&found));
    }
}

#[test]
fn a_look_may_show_what_the_signature_says() {
    let (here, bytes) = made();
    let shows = |words: &str, more: &[(&str, Object)]| {
        let look = format!("BT /F 9 Tf 2 4 Td ({words}) Tj ET");
        of_bytes(&here, &signed_showing(&bytes, BAWAH, more, Some(&look)))
    };
    let reason = value("Reason", "Penetapan keputusan");
    is(&shows("Digitally signed. Reason: Penetapan keputusan", &reason), "sama");
    is(&shows("Digitally signed. Location: Ambarawa", &[]), "sama");
    is(&shows("Digitally signed. Reason: Penetapan keputusan", &[]), "berbeda");
    is(&shows("Digitally signed. Location: Dicabut", &[]), "berbeda");
    is(&shows("Digitally signed. Reason: Keputusan dicabut", &value("Reason", "Keputusan dicabut")), "berbeda");
}

#[test]
fn what_programs_say_of_themselves_is_held_too() {
    let (here, bytes) = made();
    let program = |name: &str, version: &str| {
        let app = dictionary! {"Name" => Object::Name(name.as_bytes().to_vec()), "REx" => said(version)};
        let build = dictionary! {"App" => app, "Filter" => dictionary! {"Name" => "Adobe.PPKLite"}};
        let mut value = signature();
        value.as_dict_mut().expect("a value").set("Prop_Build", build);
        signed_with(&here, &bytes, &[("V", value)])
    };
    is(&program("Adobe Acrobat Pro", "2023.001.20093 (64-bit)"), "sama");
    is(&program("Keputusan dicabut", "1"), "berbeda");
    is(&program("Adobe", "Tidak berlaku"), "berbeda");
}

/// A folder with a PDF that has a field to sign in.
pub(super) fn with_a_field() -> (TempDir, Vec<u8>) {
    let office = crate::support::text_of("data/kantor/kab-semarang.yaml");
    let office = format!("{office}\nhalaman:\n  tte: {{lebar: 5 cm, tinggi: '2,5 cm', bidang: ya}}\n");
    let here = super::folder(&[("naskah.yaml", &super::short("")), ("data/kantor/kab-semarang.yaml", &office)]);
    assert_eq!(super::susun(here.path(), "naskah.yaml -o a.pdf").code, Some(0));
    let bytes = std::fs::read(here.path().join("a.pdf")).expect("a PDF");
    (here, bytes)
}

/// The PDF signed in its field, with a look and what that is drawn with.
fn signed_in_field(bytes: &[u8], look: &str, resources: impl FnOnce(&mut Document) -> Dictionary) -> Vec<u8> {
    signed_in_field_by(bytes, signature(), look, resources)
}

/// The same with a value of its own.
pub(super) fn signed_in_field_by(
    bytes: &[u8],
    value: Object,
    look: &str,
    resources: impl FnOnce(&mut Document) -> Dictionary,
) -> Vec<u8> {
    sealed(appended(bytes, |before, new| {
        let mut fields = before.objects.iter().filter_map(|(id, object)| Some((*id, object.as_dict().ok()?.clone())));
        let (id, mut entries) = fields.find(|(_, entries)| entries.has(b"FT")).expect("a field");
        let form = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 100.into(), 40.into()],
            "Resources" => resources(new),
        };
        let look = new.add_object(Stream::new(form, look.as_bytes().to_vec()));
        entries.set("V", value);
        entries.set("AP", dictionary! {"N" => look});
        new.objects.insert(id, Object::Dictionary(entries));
    }))
}

#[test]
fn names_numbers_posts_and_times_of_who_signs_are_no_alarm() {
    let (here, bytes) = with_a_field();
    let shows = |words: &str| {
        let lines: Vec<String> = words.split('|').map(|line| format!("({line}) Tj 0 -9 Td")).collect();
        let look = format!("BT /F 3 Tf 2 30 Td {} ET", lines.join(" "));
        let font = dictionary! {"Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica"};
        let signed = signed_in_field(&bytes, &look, |_| dictionary! {"Font" => dictionary! {"F" => font}});
        of_bytes(&here, &signed)
    };
    for words in [
        "NIP 19800101 200501 1 001",
        "NAMA KETUA|10.30 WIB",
        "Ditandatangani pada 2 Maret 2026 pukul 10.30",
        "KPU Kabupaten Semarang",
        "NAMA KETUA, S.H., M.H.",
        "NAMA KETUA, A.Md.Kom",
        "KETUA KOMISI PEMILIHAN UMUM|KABUPATEN SEMARANG,|NAMA KETUA",
    ] {
        let found = shows(words);
        assert_eq!(found.0["hasil"], "sama", "{words}: {}", told(&found));
    }
    for words in
        ["NAMA KETUA, B.AT.AL", "NAMA KETUA|10.15 juta", "9500 1234 5 678", "NAMA KETUA, D.I.C.A.B.U.T", "Honor 10.15"]
    {
        let found = shows(words);
        assert_eq!(found.0["hasil"], "berbeda", "{words}: {}", told(&found));
    }
}

#[test]
fn a_picture_at_the_place_of_who_signs_is_for_eyes() {
    let (here, bytes) = with_a_field();
    let signed = signed_in_field(&bytes, "q 90 0 0 30 0 0 cm /I Do Q", |new| {
        let picture = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 4, "Height" => 4, "BitsPerComponent" => 8,
            "ColorSpace" => "DeviceGray",
        };
        dictionary! {"XObject" => dictionary! {"I" => new.add_object(Stream::new(picture, vec![7; 16]))}}
    });
    let found = of_bytes(&here, &signed);
    is(&found, "tidak-dapat-diperiksa");
    let reasons = found.0["alasan"].to_string();
    assert!(reasons.contains("lihat sendiri"), "{reasons}");
    // A picture that the office lists is known from then on.
    let sidik = reasons.split("sidiknya: ").nth(1).and_then(|rest| rest.get(..64)).expect("a fingerprint");
    let listed = crate::support::text_of("data/kata/daftar/gambar-tanda-elektronik.txt");
    std::fs::create_dir_all(here.path().join("data/kata/daftar")).expect("a folder");
    super::put(&here, "data/kata/daftar/gambar-tanda-elektronik.txt", format!("{listed}\n{sidik}\n").as_bytes());
    is(&of_bytes(&here, &signed), "sama");
}
