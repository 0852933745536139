//! What is appended to a PDF after it was made: signatures, stamps, remarks; and what only looks like them.

use std::fs;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use naskah_formats::pdf::Pdf;
use tempfile::TempDir;

use super::{
    annotated, annotation, answer, appended, attachment, content_of, is, made, of_bytes, page_of, plain, reworded,
    rewritten, sealed, signature, signed_at, signed_showing, told,
};
use crate::perintah::{folder, short, susun};
use crate::support::text_of;

#[test]
fn what_only_signs_is_the_same() {
    let (here, bytes) = made();
    let signed = signed_at(&bytes, [0, 0, 0, 0], &[]);
    let found = of_bytes(&here, &signed);
    is(&found, "sama");
    assert_eq!(found.0["tambahan"][0]["jenis"], "tanda-tangan-elektronik");
    // The second list of annotations leaves the first one's out: what was added may not be taken away unseen, but what
    // was made is still the same.
    is(&of_bytes(&here, &signed_at(&signed, [5, 5, 40, 20], &[])), "sama");
    is(&of_bytes(&here, &[&bytes[..], b"\n"].concat()), "sama");
}

#[test]
fn a_signature_says_who_signed_and_nothing_else() {
    let (here, bytes) = made();
    let shows = |words: &str| {
        let look = format!("q BT /F 9 Tf 2 4 Td ({words}) Tj ET Q");
        of_bytes(&here, &signed_showing(&bytes, [60, 20, 400, 40], &[], Some(&look)))
    };
    for honest in ["Ditandatangani secara elektronik pada 2 Maret 2026", "Digitally signed. Date: 2026.03.02 10:30:05"]
    {
        is(&shows(honest), "sama");
    }
    for more in [
        "KETIGA : Segala hak dialihkan.",
        "Dicabut dengan Nomor 99",
        "3 Joko Purnomo 9.500.000",
        "PLT. JOKO",
        "Ditandatangani secara elektronik: honor 9.500.000",
        "Dicabut",
        "Ditandatangani secara elektronik. Tidak berlaku sejak 2027",
    ] {
        let found = shows(more);
        is(&found, "berbeda");
        assert!(told(&found).contains("selain keterangan penanda tangan"), "{}", told(&found));
    }
    // A name alone: one that the office's file knows, in the foot of the page and not among its words.
    is(&shows("NAMA KETUA"), "sama");
    let among = Some("q BT /F 9 Tf 2 4 Td (NAMA KETUA) Tj ET Q");
    is(&of_bytes(&here, &signed_showing(&bytes, [10, 400, 70, 420], &[], among)), "berbeda");
    // Words that are told by the way are not those that are seen.
    for aside in ["/Span <</ActualText (Dicabut)>> BDC", "/Figure <</Alt (Dicabut)>> BDC", "/OC /X BDC"] {
        let look = format!("{aside} BT /F 9 Tf 2 4 Td (Ditandatangani) Tj ET EMC");
        is(&of_bytes(&here, &signed_showing(&bytes, [60, 20, 400, 40], &[], Some(&look))), "berbeda");
    }
    let same = "/Span <</ActualText (Ditandatangani)>> BDC BT /F 9 Tf 2 4 Td (Ditandatangani) Tj ET EMC";
    is(&of_bytes(&here, &signed_showing(&bytes, [60, 20, 400, 40], &[], Some(same))), "sama");
    // What cannot be read is for eyes in the foot of a page, and has no place elsewhere.
    let drawn = "q 1 0 0 1 2 2 cm 0 0 m 3 9 l 6 0 l 9 9 l 12 0 l S 0 0 5 5 re f 6 6 7 7 re f 8 8 9 9 re f Q";
    let found = of_bytes(&here, &signed_showing(&bytes, [60, 20, 400, 40], &[], Some(drawn)));
    is(&found, "tidak-dapat-diperiksa");
    assert!(found.0["alasan"].to_string().contains("lihat sendiri"), "{:#}", found.0);
    let found = of_bytes(&here, &signed_showing(&bytes, [10, 400, 70, 420], &[], Some(drawn)));
    is(&found, "berbeda");
    assert!(told(&found).contains("tidak dapat dibaca"), "{}", told(&found));
    // A look that restores more than it saved may lead a viewer out of its place.
    let out = "Q Q BT /F 9 Tf 2 4 Td (Ditandatangani) Tj ET";
    is(&of_bytes(&here, &signed_showing(&bytes, [60, 20, 400, 40], &[], Some(out))), "berbeda");
    // Another byte of what was signed.
    let mut touched = signed_showing(&bytes, [60, 20, 400, 40], &[], Some("BT /F 9 Tf (Ditandatangani) Tj ET"));
    is(&of_bytes(&here, &touched), "sama");
    let at = touched.windows(14).rposition(|window| window == b"Ditandatangani").expect("the look");
    touched[at] = b'T';
    is(&of_bytes(&here, &touched), "berbeda");
}

#[test]
fn whatever_else_is_added_is_told_and_is_a_change() {
    let (here, bytes) = made();
    let found = of_bytes(&here, &annotated(&bytes, annotation("Square", [5, 5, 40, 20], &[])));
    is(&found, "berbeda");
    let one = &found.0["tambahan"][0];
    assert_eq!(
        (one["halaman"].as_u64(), one["nama"].as_str(), one["kata"].as_str()),
        (Some(1), Some("Square"), Some("Sudah dibaca"))
    );
    assert!(told(&found).contains("selain tanda tangan elektronik"), "{}", told(&found));
    let twice = annotated(&signed_at(&bytes, [0, 0, 0, 0], &[]), annotation("Square", [5, 5, 40, 20], &[]));
    is(&of_bytes(&here, &twice), "berbeda");
}

#[test]
fn additions_over_words_are_changes() {
    let (here, bytes) = made();
    let word = Pdf::open(&bytes).expect("a PDF").words(0);
    assert!(word.iter().any(|word| word.teks == "KEPUTUSAN"), "{word:?}");
    for kind in ["Square", "FreeText", "Widget", "Stamp"] {
        let found = of_bytes(&here, &annotated(&bytes, annotation(kind, [100, 500, 500, 800], &[])));
        is(&found, "berbeda");
        assert!(told(&found).contains("menutupi") && told(&found).contains("KEPUTUSAN"), "{kind}: {}", told(&found));
    }
    let hidden = annotation("Square", [100, 500, 500, 800], &[("F", Object::Integer(2))]);
    is(&of_bytes(&here, &annotated(&bytes, hidden)), "berbeda");
    let line = [("L", Object::Array([100, 500, 500, 800].map(Object::Integer).to_vec()))];
    is(&of_bytes(&here, &annotated(&bytes, annotation("Line", [1, 1, 2, 2], &line))), "berbeda");
    let script = dictionary! {"S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)")};
    let script = annotation("Square", [5, 5, 40, 20], &[("A", Object::Dictionary(script))]);
    let found = of_bytes(&here, &annotated(&bytes, script));
    is(&found, "berbeda");
    assert!(told(&found).contains("tindakan"), "{}", told(&found));
}

/// The PDF with a stream put after the content of page 1, and a drawing of 40 by 20 points that it may place.
fn stamped(bytes: &[u8], before: &[u8], after: &[u8]) -> Vec<u8> {
    appended(bytes, |old, new| {
        let (id, mut page) = page_of(old, 1);
        let own = page.get(b"Contents").expect("content").clone();
        let form = dictionary! {"Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 40.into(), 20.into()]};
        let form = new.add_object(Stream::new(form, b"0 0 40 20 re S".to_vec()));
        let parts = [new.add_object(plain(before.to_vec())), new.add_object(plain(after.to_vec()))];
        page.set("Contents", vec![parts[0].into(), own, parts[1].into()]);
        let resources = page.get(b"Resources").and_then(Object::as_reference).expect("resources");
        let mut grown = old.get_dictionary(resources).expect("resources").clone();
        let mut forms = grown.get(b"XObject").and_then(Object::as_dict).cloned().unwrap_or_default();
        forms.set("Cap", form);
        grown.set("XObject", Object::Dictionary(forms));
        new.objects.insert(resources, Object::Dictionary(grown));
        new.objects.insert(id, Object::Dictionary(page));
    })
}

#[test]
fn stamps_are_drawings_of_their_own() {
    let (here, bytes) = made();
    let found = of_bytes(&here, &stamped(&bytes, b"q", b"Q q 1 0 0 1 5 5 cm /Cap Do Q"));
    is(&found, "berbeda");
    assert_eq!(found.0["tambahan"][0]["jenis"], "cap");
    let wrong: [(&[u8], &[u8], &str); 6] = [
        (b"q", b"Q q 1 0 0 1 200 600 cm 8 0 0 8 0 0 cm /Cap Do Q", "menutupi"),
        (b"q", b"Q BT /f0 12 Tf 5 5 Td (\x00\x03) Tj ET", "halaman\":1"),
        (b"q", b"Q 0 0 600 900 re f", "halaman\":1"),
        (b"0 0 0 0 re W n", b"", "halaman\":1"),
        (b"1 0 0 1 0 40 cm", b"", "halaman\":1"),
        (b"q", b"Q BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI", "halaman\":1"),
    ];
    for (before, after, expected) in wrong {
        let found = of_bytes(&here, &stamped(&bytes, before, after));
        is(&found, "berbeda");
        assert!(told(&found).contains(expected), "{}", told(&found));
    }
}

#[test]
fn an_update_that_changes_what_was_made() {
    let (here, bytes) = made();
    let page_text = appended(&bytes, |before, new| {
        let (_, page) = page_of(before, 2);
        let (id, content) = content_of(before, &page);
        new.objects.insert(id, plain(reworded(&content)));
    });
    let found = of_bytes(&here, &page_text);
    is(&found, "berbeda");
    assert_eq!(found.0["perbedaan"][0]["halaman"], 2, "{}", told(&found));
    let source = appended(&bytes, |before, new| {
        let (id, stream) = attachment(before, "application/yaml");
        let text = String::from_utf8_lossy(&stream.decompressed_content().expect("text")).replace("ke-7 ", "ke-70 ");
        new.objects.insert(id, Object::Stream(Stream::new(stream.dict.clone(), text.into_bytes())));
    });
    let found = of_bytes(&here, &source);
    is(&found, "berbeda");
    assert!(told(&found).contains("tersisip"), "{}", told(&found));
    let catalogue = |key: &'static str, value: Object| {
        appended(&bytes, |before, new| {
            let id = before.trailer.get(b"Root").and_then(Object::as_reference).expect("a catalogue");
            let mut catalog = before.catalog().expect("a catalogue").clone();
            catalog.set(key, value);
            new.objects.insert(id, Object::Dictionary(catalog));
        })
    };
    for (key, value) in [
        ("Names", Object::Dictionary(Dictionary::new())),
        ("OpenAction", Object::Dictionary(dictionary! {"S" => "Named"})),
        ("Lang", Object::string_literal("en")),
    ] {
        is(&of_bytes(&here, &catalogue(key, value)), "berbeda");
    }
    let sized = appended(&bytes, |before, new| {
        let (id, mut page) = page_of(before, 1);
        page.set("CropBox", vec![0.into(), 0.into(), 300.into(), 300.into()]);
        new.objects.insert(id, Object::Dictionary(page));
    });
    let found = of_bytes(&here, &sized);
    is(&found, "berbeda");
    let told_of = found.0["perbedaan"].as_array().is_some_and(|all| all.iter().any(|one| one["halaman"] == 1));
    assert!(told_of, "{}", told(&found));
}

/// An office's decree with an empty field, `a.pdf`, and that field signed with another entry.
pub fn with_a_field() -> (TempDir, impl Fn(&'static str, Object) -> Vec<u8>) {
    let office = text_of("data/kantor/kab-semarang.yaml");
    let office = format!("{office}\nhalaman:\n  tte: {{lebar: 5 cm, tinggi: '2,5 cm', bidang: ya}}\n");
    let here = folder(&[("naskah.yaml", &short("")), ("data/kantor/kab-semarang.yaml", &office)]);
    let ran = susun(here.path(), "naskah.yaml -o a.pdf");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let bytes = fs::read(here.path().join("a.pdf")).expect("a PDF");
    let field = |document: &Document| -> (ObjectId, Dictionary) {
        let fields = document.objects.iter().filter_map(|(id, object)| Some((*id, object.as_dict().ok()?.clone())));
        fields.into_iter().find(|(_, entries)| entries.has(b"FT")).expect("a field")
    };
    let signed = move |key: &'static str, value: Object| {
        sealed(appended(&bytes, |before, new| {
            let (id, mut entries) = field(before);
            entries.set("V", signature());
            entries.set(key, value);
            new.objects.insert(id, Object::Dictionary(entries));
        }))
    };
    (here, signed)
}

#[test]
fn the_field_that_an_office_wants_is_signed() {
    let (here, signed) = with_a_field();
    let bytes = fs::read(here.path().join("a.pdf")).expect("a PDF");
    is(&answer(here.path(), &["a.pdf"]), "sama");
    let found = of_bytes(&here, &signed("MK", Object::Dictionary(Dictionary::new())));
    is(&found, "sama");
    assert_eq!(found.0["tambahan"][0]["jenis"], "tanda-tangan-elektronik", "{:#}", found.0);
    let moved = Object::Array([0, 0, 600, 900].map(Object::Integer).to_vec());
    is(&of_bytes(&here, &signed("Rect", moved)), "berbeda");
    // Written anew, the PDF still tells its register what it was made as.
    is(&of_bytes(&here, &rewritten(&bytes, |_| {})), "berbeda");
}
