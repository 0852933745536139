//! Who a signature says signed, and when: its words against its own certificate and its own moment.

use lopdf::Object;

use naskah_core::fingerprint::digests;
use naskah_formats::pdf::Pdf;

use super::{
    TempDir, Value, answer, certificate, der, folder, is, issued, made, naskah, of_bytes, proof, proof_with, short,
    signature, signature_by, signed_at, signed_on, signed_showing, susun, text_of, told,
};

/// In the foot of the page.
const KAKI: [i64; 4] = [60, 20, 400, 40];

fn shown(here: &TempDir, bytes: &[u8], value: Object, words: &str) -> (Value, Option<i32>) {
    let look = format!("BT /F 7 Tf 2 4 Td ({words}) Tj ET");
    of_bytes(here, &signed_showing(bytes, KAKI, &[("V", value)], Some(&look)))
}

fn by(owner: &str) -> Object {
    signature_by(&proof(&[(3, owner)], &[]))
}

/// A decree of an office whose people have names of their own.
fn named() -> (TempDir, Vec<u8>) {
    let office = text_of("data/kantor/kab-semarang.yaml");
    let office = office
        .replace("nama: Nama Sekretaris}", "nama: Joko Prasetyo}")
        .replace("nama: Nama Ketua}", "nama: Siti Rahma}")
        .replace("nama: Nama Kepala Subbagian\n", "nama: Siti Aminah\n");
    let here = folder(&[("naskah.yaml", &short("")), ("data/kantor/kab-semarang.yaml", &office)]);
    assert_eq!(susun(here.path(), "naskah.yaml -o a.pdf").code, Some(0));
    let bytes = std::fs::read(here.path().join("a.pdf")).expect("a PDF");
    (here, bytes)
}

fn with(mut value: Object, key: &str, text: &str) -> Object {
    value.as_dict_mut().expect("a value").set(key, lopdf::text_string(text));
    value
}

#[test]
fn a_printed_name_is_the_certificates() {
    let (here, bytes) = named();
    for (owner, words) in [
        ("Siti Aminah", "Ditandatangani secara elektronik oleh Siti Aminah"),
        ("SITI AMINAH", "Ditandatangani secara elektronik oleh Dr. Siti Aminah, S.H., M.H. NIP 198001012005011001"),
        ("Siti Aminah, S.H.", "Ditandatangani oleh SITI AMINAH"),
        ("Siti Aminah 3322010101800001", "Ditandatangani oleh Siti Aminah 3322010101800001"),
        ("Siti Rahma", "Ditandatangani oleh KETUA KPU Kabupaten Semarang SITI RAHMA"),
        ("KPU Kabupaten Semarang", "Ditandatangani oleh KPU Kabupaten Semarang"),
    ] {
        let found = shown(&here, &bytes, by(owner), words);
        assert_eq!(found.0["hasil"], "sama", "{owner}: {words}: {:#}", found.0);
    }
    for (owner, words) in [
        ("Siti Aminah", "Ditandatangani secara elektronik oleh Budi Santoso"),
        ("Siti Aminah", "Ditandatangani secara elektronik oleh JOKO PRASETYO"),
        ("Siti Aminah", "Ditandatangani oleh Bupati"),
        ("Siti Aminah", "Ditandatangani oleh KPU Kabupaten Kudus"),
        ("Siti Aminah", "Ditandatangani Nomor 88 Tahun 2026"),
        ("Siti Aminah", "Ditandatangani 2027"),
        ("Siti Aminah", "Ditandatangani 10"),
        ("Siti Aminah", "Ditandatangani oleh Siti Aminah halaman 2"),
    ] {
        is(&shown(&here, &bytes, by(owner), words), "berbeda");
    }
}

#[test]
fn the_name_that_a_signature_gives_itself_is_the_certificates() {
    let (here, bytes) = named();
    let named =
        |owner: &str, name: &str| of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", with(by(owner), "Name", name))]));
    for (owner, name) in [
        ("Siti Aminah", "Siti Aminah"),
        ("SITI AMINAH, S.H.", "Dra. Siti Aminah, M.H."),
        ("Siti Rahma", "Ketua KPU Kabupaten Semarang"),
        ("KPU Kabupaten Semarang", "SITI RAHMA"),
    ] {
        let found = named(owner, name);
        assert_eq!(found.0["hasil"], "sama", "{owner}: {name}: {:#}", found.0);
    }
    for (owner, name) in [
        ("Siti Aminah", "Budi Santoso"),
        ("Siti Aminah", "Siti Rahma"),
        ("Siti Aminah", "Ketua KPU Kabupaten Semarang"),
        ("KPU Kabupaten Semarang", "Budi Santoso"),
        ("Siti Aminah", "Mansukh"),
        ("Nomor 88 Tahun 2026", "Nomor 88 Tahun 2026"),
        ("Siti 88", ""),
        ("Bupati Jepara", ""),
        ("KPU Kabupaten Kudus", ""),
        ("Ketua KPU Kota Semarang", ""),
        ("Tanggal Juni", ""),
    ] {
        is(&named(owner, name), "berbeda");
    }
}

#[test]
fn without_a_readable_certificate_nobody_is_known_to_have_signed() {
    let (here, bytes) = named();
    let broken = || {
        let whole = proof(&[(3, "Siti Aminah")], &[]);
        // Another number than the one that the signer names.
        let at = whole.windows(5).rposition(|part| part == [2, 0x82, 0, 1, 7]).expect("a number");
        let mut other = whole;
        other[at + 4] = 8;
        signature_by(&other)
    };
    for name in ["", "Siti Rahma", "Budi Santoso"] {
        let found = of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", with(broken(), "Name", name))]));
        is(&found, "tidak-dapat-diperiksa");
        assert!(found.0["alasan"].to_string().contains("siapa yang menandatangani tidak dapat"), "{:#}", found.0);
    }
    is(&shown(&here, &bytes, broken(), "Ditandatangani secara elektronik"), "tidak-dapat-diperiksa");
    is(&shown(&here, &bytes, broken(), "Ditandatangani oleh JOKO PRASETYO"), "tidak-dapat-diperiksa");
    is(&shown(&here, &bytes, broken(), "Ditandatangani oleh Joko Purnomo"), "berbeda");
}

/// A signature of a certificate's owner that signs the digest of the certificate of `signed`, with that of `twin` beside it.
fn certified(owner: &str, signed: Option<&str>, twin: Option<&str>) -> Object {
    let of = |name: &str| certificate(&[(3, name)], &[]);
    let attributes = signed.map_or_else(Vec::new, |signed| {
        let kind = [&[6, 11][..], &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 2, 47]].concat();
        let [digest, ..] = digests(&[&of(signed)]);
        let value = der(0x30, &[der(0x30, &[der(0x30, &[[vec![4, 32], digest].concat()])])]);
        der(0xA0, &[der(0x30, &[kind, der(0x31, &[value])])])
    });
    let certificates: Vec<Vec<u8>> = [Some(owner), twin].into_iter().flatten().map(of).collect();
    signature_by(&proof_with(&certificates, attributes))
}

#[test]
fn the_certificate_is_the_one_that_was_signed() {
    let (here, bytes) = named();
    let found = |value: Object| of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", value)]));
    is(&found(certified("Siti Aminah", None, None)), "sama");
    is(&found(certified("Siti Aminah", Some("Siti Aminah"), None)), "sama");
    is(&found(certified("Siti Aminah", Some("Siti Aminah"), Some("Siti Aminah"))), "sama");
    let swapped = found(certified("Siti Aminah", Some("Budi Santoso"), None));
    is(&swapped, "berbeda");
    assert!(told(&swapped).contains("bukan sertifikat yang sidiknya ditandatangani"), "{}", told(&swapped));
    let twins = found(certified("Siti Aminah", Some("Siti Aminah"), Some("Budi Santoso")));
    is(&twins, "berbeda");
    assert!(told(&twins).contains("penerbit dan nomor seri yang sama"), "{}", told(&twins));
}

#[test]
fn a_part_of_a_name_is_no_name() {
    let office = text_of("data/kantor/kab-semarang.yaml").replace("nama: Nama Ketua}", "nama: Umar Hadi bin Salim}");
    let here = folder(&[("naskah.yaml", &short("")), ("data/kantor/kab-semarang.yaml", &office)]);
    assert_eq!(susun(here.path(), "naskah.yaml -o a.pdf").code, Some(0));
    let bytes = std::fs::read(here.path().join("a.pdf")).expect("a PDF");
    for owner in ["UMAR HADI BIN SALIM", "Dr. Umar Hadi bin Salim, S.H.", "Hadi Umar bin Salim", "U. Hadi bin Salim"] {
        let found = of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", by(owner))]));
        assert_eq!(found.0["hasil"], "sama", "{owner}: {:#}", found.0);
    }
    for owner in
        ["Umar", "Salim", "bin Salim", "Umar bin Salim", "Umar Hadi", "U. H. bin S.", "bin", "Salim bin Umar Hadi"]
    {
        let found = of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", by(owner))]));
        is(&found, "tidak-dapat-diperiksa");
    }
    let owner = "Umar Hadi bin Salim";
    is(&shown(&here, &bytes, by(owner), "Ditandatangani oleh UMAR HADI BIN SALIM"), "sama");
    for words in ["Ditandatangani oleh Umar Hadi", "Ditandatangani oleh Salim"] {
        let found = shown(&here, &bytes, by(owner), words);
        is(&found, "tidak-dapat-diperiksa");
        assert!(found.0["alasan"].to_string().contains("kurang daripada nama pemiliknya"), "{:#}", found.0);
    }
    for words in ["Ditandatangani oleh Salim bin Umar Hadi", "Ditandatangani oleh bin"] {
        is(&shown(&here, &bytes, by(owner), words), "berbeda");
    }
}

#[test]
fn a_named_moment_is_the_signatures() {
    let (here, bytes) = made();
    for words in
        ["pada 2 Maret 2026", "pukul 10.30 WIB", "2026-03-02 03:30:10 UTC", "pada Senin, 2 Maret 2026", "3 Maret 2026"]
    {
        let found = shown(&here, &bytes, signature(), &format!("Ditandatangani {words}"));
        assert_eq!(found.0["hasil"], "sama", "{words}: {:#}", found.0);
    }
    for words in [
        "pada tanggal 1 Juni 2027",
        "1 Juni 2027",
        "pukul 23.10 WIB",
        "2027-06-01 10:30:00",
        "pada Selasa, 2 Maret 2026",
    ] {
        let found = shown(&here, &bytes, signature(), &format!("Ditandatangani {words}"));
        is(&found, "berbeda");
    }
    let found = shown(&here, &bytes, signature(), "Ditandatangani 1 Juni 2027");
    assert!(told(&found).contains("waktu yang bukan waktu tanda tangannya"), "{}", told(&found));
    for (key, text) in
        [("Reason", "Disetujui 1 Juni 2027"), ("Location", "Ungaran, 1 Juni 2027"), ("Location", "Ungaran 2027")]
    {
        is(&of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", with(signature(), key, text))])), "berbeda");
    }
    for (key, text) in [("Reason", "Disetujui 2 Maret 2026"), ("Location", "Ungaran, 2 Maret 2026")] {
        is(&of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", with(signature(), key, text))])), "sama");
    }
    let mut silent = signature();
    silent.as_dict_mut().expect("a value").remove(b"M");
    is(&shown(&here, &bytes, silent, "Ditandatangani 2 Maret 2026"), "tidak-dapat-diperiksa");
}

/// Whatever part of a certificate holds it: a viewer shows it somewhere.
#[test]
fn every_text_of_a_certificate_is_weighed() {
    let (here, bytes) = made();
    let oid = |bytes: &[u8]| der(6, &[bytes.to_vec()]);
    let extension = |of: &[u8], value: Vec<u8>| der(0x30, &[oid(of), der(4, &[value])]);
    let text = |kind: u8, text: &str| der(kind, &[text.as_bytes().to_vec()]);
    let notice = |words: &str| {
        let said = der(0x30, &[oid(&[0x2B, 6, 1, 5, 5, 7, 2, 2]), der(0x30, &[text(0x0C, words)])]);
        extension(&[0x55, 0x1D, 0x20], der(0x30, &[der(0x30, &[oid(&[0x2A, 3, 4]), der(0x30, &[said])])]))
    };
    let names = |kind: u8, words: &str| extension(&[0x55, 0x1D, 0x11], der(0x30, &[text(kind, words)]));
    let pieces = der(0x2C, &[text(0x0C, "Keputusan ini di"), text(0x0C, "cabut")]);
    let found = |extensions: Vec<Vec<u8>>| {
        let value = signature_by(&proof(&[(3, "NAMA KETUA")], &extensions));
        of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", value)]))
    };
    for hostile in [
        notice("Keputusan ini dicabut"),
        names(0x81, "dicabut@contoh.go.id"),
        names(0x82, "keputusan-dicabut.id"),
        names(0x86, "https://contoh.go.id/keputusan/dicabut"),
        extension(&[0x2A, 3, 4, 5], text(0x0C, "Keputusan ini dicabut")),
        extension(&[0x2A, 3, 4, 5], b"Keputusan ini dicabut".to_vec()),
        extension(&[0x2A, 3, 4, 5], b"Void".to_vec()),
        extension(&[0x2A, 3, 4, 5], pieces),
        extension(&[0x2A, 3, 4, 5], "Keputusan dicabut".encode_utf16().flat_map(u16::to_be_bytes).collect()),
        extension(&[0x2A, 3, 4, 5], "Keputusan dicabut".encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ] {
        let answer = found(vec![hostile]);
        is(&answer, "berbeda");
        assert!(told(&answer).contains("pada sertifikat:"), "{}", told(&answer));
    }
    let honest = vec![
        notice("https://contoh.go.id/cps"),
        names(0x81, "ketua@contoh.go.id"),
        names(0x82, "tte.kpu.go.id"),
        names(0x86, "http://crl.contoh.go.id/bsre-g2.crl"),
        extension(&[0x2A, 3, 4, 5], vec![1, 2, 3, 4, 5, 6, 7, 8]),
    ];
    let answer = found(honest);
    assert_eq!(answer.0["hasil"], "sama", "{:#}", answer.0);
    for (kind, words) in [
        (10, "Nomor 88 Tahun 2026"),
        (11, "Keputusan dicabut"),
        (10, "Bupati Jepara"),
        (10, "Komisi Pemilihan Umum Kabupaten Kudus"),
        (10, "KPU Provinsi Jawa Tengah"),
        (10, "KPU Jateng"),
        (10, "KPUD Kudus"),
        (72, "Wali Kota Salatiga"),
        (13, "Plh. Ketua"),
        (13, "untuk Budi Santoso"),
        (46, "BUDI SANTOSO"),
        (97, "KPU Kabupaten Kudus"),
        (6, "MY"),
    ] {
        let value = signature_by(&proof(&[(3, "NAMA KETUA"), (kind, words)], &[]));
        is(&of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", value)])), "berbeda");
    }
    for (kind, words) in [
        (10, "Komisi Pemilihan Umum"),
        (5, "198001012005011001"),
        (7, "Ungaran"),
        (17, "50511"),
        (6, "ID"),
        (13, "Sertifikat Individu"),
        (97, "VATID-0012345"),
    ] {
        let value = signature_by(&proof(&[(3, "NAMA KETUA"), (kind, words)], &[]));
        let answer = of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", value)]));
        assert_eq!(answer.0["hasil"], "sama", "{words}: {:#}", answer.0);
    }
}

/// What a proof holds besides the certificate of who signed, and what that says of itself, is told by its name.
#[test]
fn what_certificates_say_besides_is_told() {
    let (here, bytes) = made();
    let text = |kind: u8, text: &str| der(kind, &[text.as_bytes().to_vec()]);
    let extension = |of: &[u8], value: Vec<u8>| der(0x30, &[der(6, &[of.to_vec()]), der(4, &[value])]);
    let mail = extension(&[0x55, 0x1D, 0x11], der(0x30, &[text(0x81, "ketua@contoh.go.id")]));
    let more = extension(&[0x2A, 3, 4, 5], text(0x0C, "Sertifikat Individu"));
    let own = super::certificate(&[(3, "NAMA KETUA"), (6, "ID"), (5, "198001012005011001")], &[mail, more]);
    let other = super::certificate(&[(3, "BUDI SANTOSO")], &[]);
    // Another number than that of who signs.
    let other: Vec<u8> = {
        let at = other.windows(5).position(|part| part == [2, 0x82, 0, 1, 7]).expect("a number") + 4;
        [&other[..at], &[8], &other[at + 1..]].concat()
    };
    let value = signature_by(&super::proof_with(&[own, other], Vec::new()));
    let (found, _) = of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", value)]));
    assert_eq!(found["hasil"], "sama", "{found:#}");
    let proof = &found["tambahan"][0]["bukti"];
    assert_eq!(proof["sertifikat_lain"], serde_json::json!(["BUDI SANTOSO"]), "{proof:#}");
    for (name, said) in [
        ("negara", "ID"),
        ("nomor", "198001012005011001"),
        ("surel", "ketua@contoh.go.id"),
        ("perluasan", "Sertifikat Individu"),
    ] {
        let told = proof["sertifikat"]["lain"].as_array().expect("a list");
        assert!(told.contains(&serde_json::json!({"isian": name, "teks": said})), "{name}: {proof:#}");
    }
}

#[test]
fn a_value_that_no_key_makes_signs_nothing() {
    let (here, bytes) = made();
    let proof = proof(&[(3, "NAMA KETUA")], &[]);
    let at = proof.windows(64).rposition(|part| part.iter().all(|byte| *byte == 0x5A)).expect("a value");
    let zeros = [&proof[..at], &[0; 64][..], &proof[at + 64..]].concat();
    let found = of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", signature_by(&zeros))]));
    is(&found, "berbeda");
    assert!(told(&found).contains("nol seluruhnya"), "{}", told(&found));
}

/// Programs take a proof for a stamp by one entry or by another: both must say what it is.
#[test]
fn a_signature_is_no_time_stamp() {
    let (here, bytes) = made();
    for (key, name) in [("Type", "DocTimeStamp"), ("SubFilter", "ETSI.RFC3161")] {
        let mut value = signature_by(&proof(&[(3, "NAMA KETUA")], &[]));
        value.as_dict_mut().expect("a value").set(key, Object::Name(name.as_bytes().to_vec()));
        is(&of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", value)])), "berbeda");
    }
}

/// However much a certificate says: what is not read is no part of a signature.
#[test]
fn nothing_hides_behind_many_texts() {
    let (here, bytes) = made();
    let many: Vec<Vec<u8>> = (0..420).map(|nth| der(0x0C, &[format!("Sertifikat {nth}A").into_bytes()])).collect();
    let last = der(0x0C, &[b"Keputusan ini dicabut".to_vec()]);
    let deep = (0..70).fold(last.clone(), |inner, _| der(4, &[inner]));
    for held in [der(0x30, &[many, vec![last]].concat()), deep] {
        let extension = der(0x30, &[der(6, &[vec![0x2A, 3, 4, 5]]), der(4, &[held])]);
        let value = signature_by(&proof(&[(3, "NAMA KETUA")], &[extension]));
        is(&of_bytes(&here, &signed_at(&bytes, [0; 4], &[("V", value)])), "berbeda");
    }
}

/// A member signs behind the number of his row, over the dotted line; nobody signs there for another.
#[test]
fn a_member_signs_in_his_row() {
    let members = "ditetapkan: {di: Ungaran, tanggal: 2025-03-04, anggota: [Mukhlis Anwar, Ratna Dewi]}\n";
    let here = folder(&[("naskah.yaml", &short(members))]);
    assert_eq!(susun(here.path(), "naskah.yaml -o a.pdf").code, Some(0));
    let bytes = std::fs::read(here.path().join("a.pdf")).expect("a PDF");
    let pdf = Pdf::open(&bytes).expect("a PDF");
    let row_of = |page: usize| pdf.words(page).into_iter().rfind(|word| word.teks == "2.");
    let (page, number) = (0..pdf.count()).rev().find_map(|page| Some((page, row_of(page)?))).expect("the second row");
    let nth = page as u32 + 1;
    let [_, bottom, right, _] = number.kotak.sisi().map(|side| side as i64);
    let row = [right + 2, bottom - 2, right + 130, bottom + 22];
    let signed = |owner: &str, words: &str| {
        let look = format!("BT /F 7 Tf 2 8 Td ({words}) Tj ET");
        of_bytes(&here, &signed_on(&bytes, nth, row, &[("V", by(owner))], Some(&look)))
    };
    for words in ["Ditandatangani secara elektronik", "RATNA DEWI", "Ditandatangani oleh Ratna Dewi"] {
        let found = signed("Ratna Dewi", words);
        assert_eq!(found.0["hasil"], "sama", "{words}: {:#}", found.0);
    }
    is(&signed("Ratna Dewi", "Mukhlis Anwar"), "berbeda");
    is(&signed("Ratna Dewi", "Batal"), "berbeda");
    // Behind another number nobody signs.
    let words = pdf.words(0);
    let decision = words.iter().find(|word| word.teks == "Menimbang").expect("a word");
    let [_, bottom, right, _] = decision.kotak.sisi().map(|side| side as i64);
    let look = Some("BT /F 7 Tf 2 8 Td (Ditandatangani) Tj ET");
    let beside = signed_showing(&bytes, [right + 1, bottom, right + 4, bottom + 10], &[("V", by("Ratna Dewi"))], look);
    is(&of_bytes(&here, &beside), "berbeda");
}

#[test]
fn an_abstract_is_called_one() {
    let (here, _) = issued();
    let ran = naskah(here.path(), ["jdih", "1/2025", "-o", "j"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let found = std::fs::read_dir(here.path().join("j")).expect("a folder").flatten();
    let path = found.map(|entry| entry.path()).find(|path| path.to_string_lossy().ends_with("-abstrak.pdf"));
    let found = answer(here.path(), &[path.expect("an abstract").to_str().expect("a path")]);
    is(&found, "tidak-dapat-diperiksa");
    assert!(found.0["alasan"].to_string().contains("abstrak JDIH"), "{:#}", found.0);
}
