//! What signing programs write.

use naskah_formats::pdf::Jenis;

use super::tulis::{
    BARU, BENTUK, BIDANG, Bagian, Bentuk, ENTRI_BIDANG, ENTRI_HALAMAN, ENTRI_INFO, ENTRI_KATALOG, HALAMAN, INFO,
    KATALOG, META, Objek, aliran, dasar, dengan, kamus, nilai, sidik_kosong, xmp,
};
use super::{seen, weighed};

/// The look of a signature.
pub fn rupa() -> String {
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 100 40]/Resources<</Font<</F 7 0 R>>>>";
    aliran(form, "q BT /F 8 Tf 2 2 Td (Ditandatangani) Tj ET Q")
}

/// A new field at a place, the nth after others, with more entries of field, catalogue and value.
pub fn bertanda(nth: u32, rect: &str, field: &str, catalog: &str, value: &str) -> Objek {
    let first = BARU + nth * 3;
    let list = |base: &str| (0..=nth).fold(base.to_owned(), |list, n| format!("{list} {} 0 R", BARU + n * 3));
    let look = if rect == "0 0 0 0" { String::new() } else { format!("/AP<</N {} 0 R>>", first + 2) };
    let widget = format!(
        "/Type/Annot/Subtype/Widget/FT/Sig/F 132/T(TTE{nth})/P 3 0 R/Rect[{rect}]/V {} 0 R{look}{field}",
        first + 1
    );
    let mut out: Objek = [
        (KATALOG, kamus(&format!("{ENTRI_KATALOG}/AcroForm<</Fields[{}]/SigFlags 3>>{catalog}", list("12 0 R")))),
        (HALAMAN, kamus(&format!("{ENTRI_HALAMAN}/Annots[{}]", list("12 0 R")))),
        (first, kamus(&widget)),
        (first + 1, nilai(value)),
    ]
    .into();
    if !look.is_empty() {
        out.insert(first + 2, rupa());
    }
    out
}

pub const TAK_TERLIHAT: &str = "0 0 0 0";
pub const DI_BAWAH: &str = "60 20 160 60";

/// The empty field signed.
fn bidang_asli() -> Objek {
    [
        (BIDANG, kamus(&format!("{ENTRI_BIDANG}/V 20 0 R/AP<</N 21 0 R>>"))),
        (BARU, nilai("")),
        (BARU + 1, rupa()),
        (KATALOG, kamus(&format!("{ENTRI_KATALOG}/AcroForm<</Fields[12 0 R]/SigFlags 3>>"))),
    ]
    .into()
}

/// What proves signatures, for later.
fn bukti() -> Objek {
    let proofs = "/DSS<</Type/DSS/Certs[70 0 R]/VRI<</AAAABBBBCCCCDDDDEEEEFFFF0000111122223333<</Cert[70 0 R]>>>>>>";
    let mut out = bertanda(0, TAK_TERLIHAT, "", proofs, "");
    out.retain(|number, _| *number == KATALOG);
    out.insert(70, aliran("", "0\u{c}\u{4}\u{a}sertifikat"));
    out
}

#[test]
fn signing_programs_change_nothing() {
    let base = dasar();
    let mut count = 0;
    for bentuk in BENTUK {
        let part = Bagian { bentuk, ..Bagian::default() };
        let add = |bytes: &[u8], objects: Objek| dengan(bytes, &objects, &part);
        let dated = |mut objects: Objek| {
            objects.insert(INFO, kamus(&ENTRI_INFO.replace("20260101", "20260302")));
            objects.insert(META, xmp("Keputusan", "2026-03-02"));
            objects
        };
        let certified = "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/1.2>>\
                         /Data 1 0 R>>]";
        let invisible = || bertanda(0, TAK_TERLIHAT, "", "", "");
        let one = add(&base, invisible());
        let two = add(&one, bertanda(1, DI_BAWAH, "", "", ""));
        let waiting = {
            let mut objects = bertanda(0, DI_BAWAH, "", "", "");
            let field = objects[&BARU].replace("/V 21 0 R", "");
            objects.remove(&(BARU + 1));
            objects.insert(BARU, field);
            add(&base, objects)
        };
        // Signed data whose content is that of a time stamp, with a signer who holds the digest.
        let signer = format!("312430{:02X}{}", 34, sidik_kosong());
        let moment = format!("A08030800201033100{}0000{signer}00000000", "3080060B2A864886F70D0109100104");
        let stamp = |objects: Objek| -> Objek {
            let stamped = |text: String| {
                text.replace("ETSI.CAdES.detached", "ETSI.RFC3161")
                    .replace("/Type/Sig/", "/Type/DocTimeStamp/")
                    .replace(&sidik_kosong(), &moment)
            };
            objects.into_iter().map(|(number, text)| (number, stamped(text))).collect()
        };
        let honest = [
            one.clone(),
            two.clone(),
            add(&two, bertanda(2, TAK_TERLIHAT, "", "", "")),
            add(&base, bertanda(0, DI_BAWAH, "/MK<</R 0>>/Ff 0", "", "/Reason(setuju)/Name(Siti)")),
            add(&base, bertanda(0, TAK_TERLIHAT, "", "/Perms<</DocMDP 21 0 R>>", certified)),
            add(&base, bertanda(0, TAK_TERLIHAT, "/Lock<</Type/SigFieldLock/Action/All>>", "", "")),
            add(&base, bertanda(0, TAK_TERLIHAT, "", "/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 5>>>>", "")),
            add(&base, dated(invisible())),
            add(&base, bidang_asli()),
            add(&one, bukti()),
            add(&base, stamp(invisible())),
            add(&waiting, bertanda(0, DI_BAWAH, "", "", "")),
            [&one[..], b"\r\n"].concat(),
        ];
        for (at, bytes) in honest.iter().enumerate() {
            let update = weighed(&base, bytes);
            assert!(update.perubahan.is_empty(), "{bentuk:?} {at}: {:?}", update.perubahan);
            assert_eq!(seen(&base, bytes, &update), [], "{bentuk:?} {at}");
            let proof = |jenis: &Jenis| matches!(jenis, Jenis::TandaTangan(_) | Jenis::StempelWaktu(_));
            assert!(
                !update.tambahan.is_empty() && update.tambahan.iter().all(|one| proof(&one.jenis)),
                "{bentuk:?} {at}"
            );
            count += 1;
        }
    }
    // One form after another.
    let mut bytes = dasar();
    for (nth, bentuk) in (0..).zip([Bentuk::Tabel, Bentuk::Padat, Bentuk::Aliran, Bentuk::Tabel]) {
        bytes = dengan(&bytes, &bertanda(nth, TAK_TERLIHAT, "", "", ""), &Bagian { bentuk, ..Bagian::default() });
        assert!(weighed(&base, &bytes).perubahan.is_empty());
        count += 1;
    }
    assert!(count >= 40, "{count}");
}

#[test]
fn a_text_in_the_place_of_a_moment_is_a_change() {
    let base = dasar();
    for said in ["Keputusan ini dicabut", "D:20260302 dicabut"] {
        let mut objects = bertanda(0, TAK_TERLIHAT, "", "", "");
        objects.insert(INFO, kamus(&ENTRI_INFO.replace("D:20260101000000Z", said)));
        assert!(!weighed(&base, &dengan(&base, &objects, &Bagian::default())).perubahan.is_empty(), "{said}");
        let mut objects = bertanda(0, TAK_TERLIHAT, "", "", "");
        objects.insert(META, xmp("Keputusan", said));
        assert!(!weighed(&base, &dengan(&base, &objects, &Bagian::default())).perubahan.is_empty(), "{said}");
    }
}
