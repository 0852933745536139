//! PDFs that were touched after they were made: what `verifikasi` answers, and what `ekstrak` gives back.

use std::fs;
use std::path::Path;

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, StringFormat, dictionary};
use naskah_core::fingerprint::{Sidik, digests};
use naskah_formats::pdf::{Pdf, Unreadable};
use serde_json::Value;
use tempfile::TempDir;

use super::{Ran, folder, naskah, put, short, susun};
use crate::support::text_of;

mod gambar;
mod kedudukan;
mod palsu;
mod penanda;
mod rakitan;
mod rusak;
mod tambahan;
mod tampak;
mod tercetak;
mod ucapan;

/// A decree of several pages.
fn text() -> String {
    let items: String = (1..=40).map(|n| format!("  - bahwa hari kerja ke-{n} perlu ditetapkan\n")).collect();
    short(&format!("nomor: 8\nmenimbang:\n{items}"))
}

/// A folder with that decree and its PDF, `a.pdf`.
fn made() -> (TempDir, Vec<u8>) {
    let here = folder(&[("naskah.yaml", &text())]);
    assert_eq!(susun(here.path(), "naskah.yaml -o a.pdf").code, Some(0));
    let bytes = fs::read(here.path().join("a.pdf")).expect("a PDF");
    (here, bytes)
}

/// The answer as an object, and the exit code.
fn answer(here: &Path, arguments: &[&str]) -> (Value, Option<i32>) {
    let ran = naskah(here, ["verifikasi", "--format", "json"].iter().chain(arguments));
    let line = String::from_utf8_lossy(&ran.out).into_owned();
    assert_eq!((ran.err.as_str(), line.lines().count()), ("", 1), "{line}");
    (serde_json::from_str(&line).expect("an object"), ran.code)
}

/// The answer for the bytes of a PDF.
fn of_bytes(here: &TempDir, bytes: &[u8]) -> (Value, Option<i32>) {
    put(here, "b.pdf", bytes);
    answer(here.path(), &["b.pdf"])
}

fn is(found: &(Value, Option<i32>), result: &str) {
    let code = ["sama", "berbeda", "tidak-dapat-diperiksa"].iter().position(|known| *known == result);
    assert_eq!((found.0["hasil"].as_str(), found.1), (Some(result), code.map(|code| code as i32)), "{:#}", found.0);
}

/// Everything that is told of differences, as one text.
fn told(found: &(Value, Option<i32>)) -> String {
    found.0["perbedaan"].to_string()
}

fn said(ran: &Ran) -> String {
    String::from_utf8_lossy(&ran.out).into_owned()
}

/// The PDF with its objects changed and written anew.
fn rewritten(bytes: &[u8], change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::load_mem(bytes).expect("a PDF");
    change(&mut document);
    let mut out = Vec::new();
    document.save_to(&mut out).expect("written");
    out
}

/// The PDF with objects appended that replace or join those it has.
fn appended(bytes: &[u8], change: impl FnOnce(&Document, &mut Document)) -> Vec<u8> {
    let before = Document::load_mem(bytes).expect("a PDF");
    let mut update = IncrementalDocument::create_from(bytes.to_vec(), before.clone());
    change(&before, &mut update.new_document);
    let mut out = Vec::new();
    update.save_to(&mut out).expect("written");
    out
}

fn page_of(document: &Document, number: u32) -> (ObjectId, Dictionary) {
    let id = document.get_pages()[&number];
    (id, document.get_dictionary(id).expect("a page").clone())
}

/// The unpacked content of a page's only stream.
fn content_of(document: &Document, page: &Dictionary) -> (ObjectId, Vec<u8>) {
    let id = page.get(b"Contents").and_then(Object::as_reference).expect("one stream");
    let stream = document.get_object(id).and_then(Object::as_stream).expect("a stream");
    (id, stream.decompressed_content().expect("unpacked"))
}

/// Content with its first shown word made another.
fn reworded(content: &[u8]) -> Vec<u8> {
    let text: String = content.iter().map(|byte| *byte as char).collect();
    let at = text.rfind(")]TJ").or_else(|| text.rfind(") Tj")).or_else(|| text.rfind(")Tj")).expect("a shown text");
    let mut out = content.to_vec();
    // Another glyph of the same font.
    out[at - 1] = if out[at - 1] == 3 { 4 } else { 3 };
    out
}

fn plain(content: Vec<u8>) -> Object {
    Object::Stream(Stream::new(Dictionary::new(), content))
}

/// An annotation of a kind over an area, showing nothing but itself.
fn annotation(kind: &str, area: [i64; 4], more: &[(&str, Object)]) -> Object {
    let mut entries = dictionary! {
        "Type" => "Annot", "Subtype" => kind, "F" => 4,
        "Rect" => area.iter().map(|n| Object::Integer(*n)).collect::<Vec<_>>(),
        "Contents" => Object::string_literal("Sudah dibaca"),
    };
    more.iter().for_each(|(key, value)| entries.set(*key, value.clone()));
    Object::Dictionary(entries)
}

/// The PDF with an annotation appended to page 1.
fn annotated(bytes: &[u8], annotation: Object) -> Vec<u8> {
    appended(bytes, |before, new| {
        let (id, mut page) = page_of(before, 1);
        let added = new.add_object(annotation);
        page.set("Annots", vec![Object::Reference(added)]);
        new.objects.insert(id, Object::Dictionary(page));
    })
}

/// A value of ASN.1.
fn der(kind: u8, parts: &[Vec<u8>]) -> Vec<u8> {
    let inner = parts.concat();
    let length = u16::try_from(inner.len()).expect("a short value").to_be_bytes();
    [&[kind, 0x82][..], &length, &inner].concat()
}

/// The name in a certificate, by the last byte of each entry's kind: 3 who, 10 the body, 5 the number.
fn subject(entries: &[(u8, &str)]) -> Vec<u8> {
    let entry = |(kind, text): &(u8, &str)| {
        let kind = der(6, &[vec![0x55, 4, *kind]]);
        der(0x31, &[der(0x30, &[kind, der(0x0C, &[text.as_bytes().to_vec()])])])
    };
    der(0x30, &entries.iter().map(entry).collect::<Vec<_>>())
}

/// Bytes that stand for the digest of what is signed.
const DIGEST: [u8; 32] = [0xEE; 32];

/// A proof of whom a certificate is for, with extensions of it.
fn proof(owner: &[(u8, &str)], extensions: &[Vec<u8>]) -> Vec<u8> {
    proof_with(&[certificate(owner, extensions)], Vec::new())
}

/// The issuer and the number of every certificate.
fn numbered() -> [Vec<u8>; 2] {
    [subject(&[(3, "BSrE")]), der(2, &[vec![7]])]
}

fn certificate(owner: &[(u8, &str)], extensions: &[Vec<u8>]) -> Vec<u8> {
    let [issuer, serial] = numbered();
    let none = || der(0x30, &[]);
    let extended = der(0xA3, &[der(0x30, extensions)]);
    let told = [serial, none(), issuer, none(), subject(owner), none(), extended];
    der(0x30, &[der(0x30, &told), none()])
}

/// A proof with these certificates, and what is signed besides.
fn proof_with(certificates: &[Vec<u8>], attributes: Vec<u8>) -> Vec<u8> {
    let none = || der(0x30, &[]);
    let digest = [&[4, 32][..], &DIGEST].concat();
    let value = der(4, &[vec![0x5A; 64]]);
    let signer = [der(2, &[vec![1]]), der(0x30, &numbered()), none(), attributes, der(0x30, &[digest]), value];
    let data = [der(2, &[vec![1]]), der(0x31, &[]), none(), der(0xA0, certificates), der(0x31, &[der(0x30, &signer)])];
    let signed_data = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2].to_vec();
    der(0x30, &[signed_data, der(0xA0, &[der(0x30, &data)])])
}

/// The value of a signature of the decree's signer; what it signs is written by [`sealed`].
fn signature() -> Object {
    signature_by(&proof(&[(3, "NAMA KETUA")], &[]))
}

fn signature_by(proof: &[u8]) -> Object {
    let range = [0, 1_111_111_111, 1_222_222_222, 1_333_333_333].map(Object::Integer);
    Object::Dictionary(dictionary! {
        "Type" => "Sig", "Filter" => "Adobe.PPKLite", "SubFilter" => "ETSI.CAdES.detached",
        "M" => Object::string_literal("D:20260302103000+07'00'"),
        "ByteRange" => range.to_vec(), "Contents" => Object::String(proof.to_vec(), StringFormat::Hexadecimal),
    })
}

/// The PDF whose last signature signs all but its own value.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let place = |bytes: &[u8], text: &[u8]| bytes.windows(text.len()).rposition(|window| window == text);
    let hexadecimal = |bytes: &[u8]| -> String { bytes.iter().map(|byte| format!("{byte:02X}")).collect() };
    let digest = place(&bytes, hexadecimal(&DIGEST).as_bytes()).expect("a digest");
    let from = bytes[..digest].iter().rposition(|byte| *byte == b'<').expect("a value");
    let to = from + bytes[from..].iter().position(|byte| *byte == b'>').expect("its end") + 1;
    let rest = bytes.len() - to;
    for (mark, number) in [(b"1111111111", from), (b"1222222222", to), (b"1333333333", rest)] {
        if let Some(at) = place(&bytes, mark) {
            bytes[at..at + mark.len()].copy_from_slice(format!("{number:10}").as_bytes());
        }
    }
    let [named, ..] = digests(&[&bytes[..from], &bytes[to..]]);
    bytes[digest..digest + 64].copy_from_slice(hexadecimal(&named).as_bytes());
    bytes
}

/// The PDF with a signature appended to page 1, its field at a place and in the form's list.
fn signed_at(bytes: &[u8], area: [i64; 4], more: &[(&str, Object)]) -> Vec<u8> {
    signed_showing(bytes, area, more, None)
}

/// The same, with a look.
fn signed_showing(bytes: &[u8], area: [i64; 4], more: &[(&str, Object)], look: Option<&str>) -> Vec<u8> {
    signed_on(bytes, 1, area, more, look)
}

/// The same on another page, from 1.
fn signed_on(bytes: &[u8], number: u32, area: [i64; 4], more: &[(&str, Object)], look: Option<&str>) -> Vec<u8> {
    let field = [("FT", Object::Name(b"Sig".to_vec())), ("T", Object::string_literal("TTE")), ("V", signature())];
    let mut widget = annotation("Widget", area, &[&field[..], more].concat());
    widget.as_dict_mut().expect("entries").remove(b"Contents");
    sealed(appended(bytes, |before, new| {
        let (id, mut page) = page_of(before, number);
        if let Some(look) = look {
            let font = dictionary! {"Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica"};
            let form = dictionary! {
                "Type" => "XObject", "Subtype" => "Form",
                "BBox" => vec![0.into(), 0.into(), (area[2] - area[0]).into(), (area[3] - area[1]).into()],
                "Resources" => dictionary! {"Font" => dictionary! {"F" => font}},
            };
            let form = new.add_object(Stream::new(form, look.as_bytes().to_vec()));
            widget.as_dict_mut().expect("entries").set("AP", dictionary! {"N" => form});
        }
        let field = Object::Reference(new.add_object(widget));
        let listed = |there: lopdf::Result<&Object>| {
            let there = there.and_then(|list| before.dereference(list)).and_then(|(_, list)| list.as_array().cloned());
            [there.unwrap_or_default(), vec![field.clone()]].concat()
        };
        page.set("Annots", listed(page.get(b"Annots")));
        new.objects.insert(id, Object::Dictionary(page));
        let root = before.trailer.get(b"Root").and_then(Object::as_reference).expect("a catalogue");
        let mut catalog = before.catalog().expect("a catalogue").clone();
        let form = catalog.get(b"AcroForm").and_then(Object::as_dict).cloned().unwrap_or_default();
        catalog.set("AcroForm", dictionary! {"Fields" => listed(form.get(b"Fields")), "SigFlags" => 3});
        new.objects.insert(root, Object::Dictionary(catalog));
    }))
}

#[test]
fn what_was_made_is_the_same() {
    let (here, bytes) = made();
    let ran = naskah(here.path(), ["verifikasi", "a.pdf"]);
    let sidik = Sidik::of(&bytes).pendek();
    let pages = Pdf::open(&bytes).expect("a PDF").count();
    let expected = format!(
        "sama: a.pdf ({pages} halaman)\n  sama sampai bita terakhir dengan yang disusun ulang dari sumber di dalamnya\n  \
         sidik asli: {sidik}\n  register: tidak ada, sehingga tidak diketahui apakah ini yang terbit\n"
    );
    assert!(said(&ran).starts_with(&expected), "{}", said(&ran));
    assert!(said(&ran).contains("nilai bukti: ") && said(&ran).lines().count() == 5);
    ran.says(0, "");
    let draft = short("nomor:\nditetapkan: {di: Ungaran}\n");
    put(&here, "konsep.yaml", draft.as_bytes());
    assert_eq!(susun(here.path(), "konsep.yaml --konsep -o k.pdf").code, Some(0));
    is(&answer(here.path(), &["k.pdf"]), "sama");
}

#[test]
fn the_worst_answer_is_that_of_the_run() {
    let (here, bytes) = made();
    put(&here, "bukan.pdf", b"ini bukan PDF");
    put(&here, "tulis.pdf", &rewritten(&bytes, |_| {}));
    let code = |words: &[&str]| naskah(here.path(), ["verifikasi"].iter().chain(words)).code;
    assert_eq!(code(&["a.pdf", "bukan.pdf"]), Some(2));
    assert_eq!(code(&["bukan.pdf", "tulis.pdf", "a.pdf"]), Some(1));
    assert_eq!(code(&["a.pdf", "a.pdf"]), Some(0));
}

#[test]
fn a_changed_word_is_named_with_its_page() {
    let (here, bytes) = made();
    let other = rewritten(&bytes, |document| {
        let (_, page) = page_of(document, 2);
        let (id, content) = content_of(document, &page);
        document.objects.insert(id, plain(reworded(&content)));
    });
    let found = of_bytes(&here, &other);
    is(&found, "berbeda");
    assert_eq!(found.0["kode"], "N621");
    let one = &found.0["perbedaan"][0];
    assert_eq!((one["halaman"].as_u64(), found.0["perbedaan"].as_array().map(Vec::len)), (Some(2), Some(1)), "{one}");
    assert!(one["semula"].is_string() && one["menjadi"].is_string() && one["semula"] != one["menjadi"], "{one}");
}

#[test]
fn a_byte_of_the_text_layer_is_seen() {
    let (here, bytes) = made();
    let other = rewritten(&bytes, |document| {
        let map = document.objects.values_mut().find_map(|object| {
            let stream = object.as_stream_mut().ok()?;
            let text = String::from_utf8_lossy(&stream.decompressed_content().ok()?).into_owned();
            text.contains("beginbfchar").then_some((stream, text))
        });
        let (stream, text) = map.expect("a table of texts");
        let at = text.find("beginbfchar").expect("a table")
            + text[text.find("beginbfchar").expect("a table")..].find("> <").expect("a row")
            + 6;
        let mut changed = text.into_bytes();
        changed[at] = if changed[at] == b'1' { b'2' } else { b'1' };
        *stream = Stream::new(Dictionary::new(), changed);
    });
    is(&of_bytes(&here, &other), "berbeda");
    // The same within the bytes that were made.
    let mut flipped = bytes.clone();
    let at = bytes.windows(6).position(|window| window == b"stream").expect("a stream") + 40;
    flipped[at] ^= 1;
    let found = of_bytes(&here, &flipped);
    assert!(found.1 == Some(1) || found.1 == Some(2), "{:#}", found.0);
}

#[test]
fn pages_removed_and_swapped() {
    let (here, bytes) = made();
    let removed = rewritten(&bytes, |document| document.delete_pages(&[2]));
    let found = of_bytes(&here, &removed);
    is(&found, "berbeda");
    assert!(told(&found).contains(r#""halaman":2"#) && told(&found).contains("tidak ada lagi"), "{}", told(&found));
    let swapped = |document: &Document| {
        let root = document.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference);
        let root = root.expect("pages");
        let mut pages = document.get_dictionary(root).expect("pages").clone();
        pages.get_mut(b"Kids").and_then(Object::as_array_mut).expect("kids").swap(0, 1);
        (root, Object::Dictionary(pages))
    };
    let anew = rewritten(&bytes, |document| {
        let (root, pages) = swapped(document);
        document.objects.insert(root, pages);
    });
    let later = appended(&bytes, |before, new| {
        let (root, pages) = swapped(before);
        new.objects.insert(root, pages);
    });
    for other in [anew, later] {
        let found = of_bytes(&here, &other);
        is(&found, "berbeda");
        assert!(told(&found).contains("sekarang menjadi halaman"), "{}", told(&found));
    }
}

#[test]
fn metadata_changed_by_any_way() {
    let (here, bytes) = made();
    let info = |document: &Document| {
        let id = document.trailer.get(b"Info").and_then(Object::as_reference).expect("information");
        let mut info = document.get_dictionary(id).expect("information").clone();
        info.set("Title", Object::string_literal("Judul lain"));
        (id, Object::Dictionary(info))
    };
    let anew = rewritten(&bytes, |document| {
        let (id, changed) = info(document);
        document.objects.insert(id, changed);
    });
    let later = appended(&bytes, |before, new| {
        let (id, changed) = info(before);
        new.objects.insert(id, changed);
    });
    for other in [anew, later] {
        let found = of_bytes(&here, &other);
        is(&found, "berbeda");
        assert!(told(&found).contains("keterangan PDF `Title`"), "{}", told(&found));
    }
    let found = of_bytes(&here, &rewritten(&bytes, |_| {}));
    is(&found, "berbeda");
    assert!(told(&found).contains("semua halaman sama"), "{}", told(&found));
}

/// An attached file by its kind.
fn attachment(document: &Document, kind: &str) -> (ObjectId, Stream) {
    let found = document.objects.iter().find_map(|(id, object)| {
        let stream = object.as_stream().ok()?;
        let own = stream.dict.get(b"Subtype").and_then(Object::as_name).ok()?;
        (own == kind.as_bytes()).then(|| (*id, stream.clone()))
    });
    found.expect("an attached file")
}

#[test]
fn a_source_that_was_replaced() {
    let (here, bytes) = made();
    let other = rewritten(&bytes, |document| {
        let (id, stream) = attachment(document, "application/yaml");
        let text = String::from_utf8_lossy(&stream.decompressed_content().expect("text")).replace("ke-7 ", "ke-70 ");
        let mut dict = stream.dict.clone();
        dict.remove(b"Filter");
        document.objects.insert(id, Object::Stream(Stream::new(dict, text.into_bytes())));
    });
    let found = of_bytes(&here, &other);
    is(&found, "berbeda");
    assert!(told(&found).contains("ke-70") && told(&found).contains("ke-7"), "{}", told(&found));
}

#[test]
fn what_cannot_be_told() {
    let (here, bytes) = made();
    let bare = rewritten(&bytes, |document| {
        let catalog = document.catalog_mut().expect("a catalogue");
        catalog.remove(b"AF");
        catalog.remove(b"Names");
    });
    let with = |change: &dyn Fn(&mut Value)| {
        rewritten(&bytes, |document| {
            let (id, stream) = attachment(document, "application/json");
            let mut material: Value =
                serde_json::from_slice(&stream.decompressed_content().expect("text")).expect("JSON");
            change(&mut material);
            let mut dict = stream.dict.clone();
            dict.remove(b"Filter");
            document.objects.insert(id, Object::Stream(Stream::new(dict, material.to_string().into_bytes())));
        })
    };
    let cases = [
        (bare, "tidak memuat sumber keputusan"),
        (b"ini bukan PDF".to_vec(), "bukan PDF"),
        (bytes[..bytes.len() / 2].to_vec(), "bukan PDF, atau susunannya rusak"),
        (with(&|material| material["format"] = 99.into()), "berbentuk 99"),
        (with(&|material| material["program"] = "naskah 0.0.1".into()), "naskah 0.0.1, sedangkan ini naskah"),
        (
            with(&|material| material["huruf"]["fonts/lain.otf"] = Sidik::of("lain").to_string().into()),
            "fonts/lain.otf",
        ),
        (with(&|material| material["berkas"] = Value::Object(serde_json::Map::new())), "tidak dapat disusun"),
        (with(&|material| material["lain"] = 1.into()), "tidak terbaca"),
    ];
    for (bytes, reason) in cases {
        let found = of_bytes(&here, &bytes);
        is(&found, "tidak-dapat-diperiksa");
        assert_eq!(found.0["kode"], "N622");
        assert!(found.0["alasan"].to_string().contains(reason), "{reason}: {:#}", found.0);
    }
    let found = answer(here.path(), &["tiada.pdf"]);
    is(&found, "tidak-dapat-diperiksa");
    assert_eq!(Pdf::open(b"").err(), Some(Unreadable::Damaged));
}

/// A folder with an issued decree, `asli.pdf`, and its register.
fn issued() -> (TempDir, Vec<u8>) {
    let here = folder(&[("naskah.yaml", &short("nomor: 1\n")), ("data/ada.txt", "")]);
    let ran = naskah(here.path(), ["terbit", "--ya", "naskah.yaml", "-o", "asli.pdf"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let bytes = fs::read(here.path().join("asli.pdf")).expect("a PDF");
    (here, bytes)
}

#[test]
fn the_register_tells_what_was_issued() {
    let (here, bytes) = issued();
    let found = answer(here.path(), &["asli.pdf"]);
    is(&found, "sama");
    let register = &found.0["register"];
    assert_eq!((&register["keadaan"], &register["keputusan"]["nomor"]), (&"terbit".into(), &"1".into()), "{register}");
    // Text and source replaced together: the PDF alone agrees with itself, the register does not.
    let other = text_of(here.path().join("naskah.yaml")).replace("hari kerja perlu", "hari libur perlu");
    let apart = folder(&[("naskah.yaml", &other)]);
    assert_eq!(susun(apart.path(), "naskah.yaml -o palsu.pdf").code, Some(0));
    is(&answer(apart.path(), &["palsu.pdf"]), "sama");
    put(&here, "palsu.pdf", &fs::read(apart.path().join("palsu.pdf")).expect("a PDF"));
    let found = answer(here.path(), &["palsu.pdf"]);
    is(&found, "berbeda");
    assert_eq!((&found.0["kode"], &found.0["register"]["keadaan"]), (&"N623".into(), &"bukan-yang-terbit".into()));
    let register = here.path().join("data/register");
    let register = register.to_str().expect("a path");
    is(&answer(apart.path(), &["palsu.pdf", "--register", register]), "berbeda");
    // A number that is not in the register may be anybody's.
    let free = folder(&[("naskah.yaml", &short("nomor: 2\n"))]);
    assert_eq!(susun(free.path(), "naskah.yaml -o b.pdf").code, Some(0));
    let found = answer(free.path(), &["b.pdf", "--register", register]);
    is(&found, "tidak-dapat-diperiksa");
    assert_eq!(found.0["register"]["keadaan"], "tidak-tercatat");
    // The bytes alone are enough where the decree cannot be made again.
    let moved = naskah(here.path(), ["batal", "1/2025", "--alasan", "keliru"]);
    assert_eq!(moved.code, Some(0), "{}", moved.err);
    let ran = naskah(here.path(), ["verifikasi", "asli.pdf"]);
    assert!(said(&ran).contains("SUDAH DIBATALKAN: keliru"), "{}", said(&ran));
    let line = here.path().join("data/register/2025.jsonl");
    fs::write(&line, text_of(&line).replace("keliru", "lupa")).expect("written");
    let damaged = fs::read_to_string(&line).expect("text").replace("Ungaran", "Semarang");
    fs::write(&line, damaged).expect("written");
    let found = answer(here.path(), &["asli.pdf"]);
    is(&found, "tidak-dapat-diperiksa");
    assert_eq!(found.0["register"]["keadaan"], "rusak");
    assert!(!bytes.is_empty());
}

#[test]
fn a_printed_fingerprint_is_compared() {
    let (here, bytes) = issued();
    let short = Sidik::of(&bytes).pendek();
    is(&answer(here.path(), &["asli.pdf", "--sidik", &short]), "sama");
    is(&answer(here.path(), &["asli.pdf", "--sidik", &short.replace(' ', "").to_uppercase()]), "sama");
    let found = answer(here.path(), &["asli.pdf", "--sidik", "0000 0000 0000 0000"]);
    is(&found, "berbeda");
    assert_eq!(found.0["kode"], "N623");
    // It is what was issued nevertheless, and that is told, too.
    assert_eq!(found.0["register"]["keadaan"], "terbit", "{:#}", found.0);
    let refused = naskah(here.path(), ["verifikasi", "asli.pdf", "--sidik", "de39"]);
    refused.says(2, "galat[N004]: --sidik memerlukan 16 sampai 64 angka heksadesimal, seperti \"de39 f38c d47b 0736\"\nlihat `naskah --bantuan`\n");
}

#[test]
fn copies_name_their_original() {
    let text = short("nomor: 1\nsalinan: {oleh: kasubbag-hukum}\n");
    let here = folder(&[("naskah.yaml", &text), ("data/ada.txt", "")]);
    assert_eq!(naskah(here.path(), ["terbit", "--ya", "naskah.yaml", "-o", "asli.pdf"]).code, Some(0));
    let ran = naskah(here.path(), ["salinan", "1/2025", "-o", "salinan.pdf"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let found = answer(here.path(), &["salinan.pdf"]);
    is(&found, "sama");
    let original = Sidik::of(fs::read(here.path().join("asli.pdf")).expect("a PDF"));
    assert_eq!(found.0["sidik"], original.to_string());
    assert_eq!(
        (&found.0["bentuk"], &found.0["register"]["keadaan"]),
        (&"salinan".into(), &"terbit".into()),
        "{:#}",
        found.0
    );
    is(&answer(here.path(), &["salinan.pdf", "--sidik", &original.pendek()]), "sama");
}

#[test]
fn answers_follow_their_schema() {
    let schema: Value = serde_json::from_str(&text_of("docs/skema/verifikasi.schema.json")).expect("a schema");
    let (here, bytes) = made();
    let answers = [
        answer(here.path(), &["a.pdf"]),
        of_bytes(&here, &annotated(&bytes, annotation("Square", [100, 500, 500, 800], &[]))),
        of_bytes(&here, b"bukan"),
    ];
    let keys = |value: &Value| -> Vec<String> { value.as_object().expect("an object").keys().cloned().collect() };
    let sorted = |mut keys: Vec<String>| {
        keys.sort();
        keys
    };
    for (found, _) in &answers {
        assert_eq!(sorted(keys(found)), sorted(keys(&schema["properties"])));
        let results = schema["properties"]["hasil"]["enum"].as_array().expect("a list");
        assert!(results.contains(&found["hasil"]));
        for part in ["perbedaan", "tambahan"] {
            for one in found[part].as_array().expect("a list") {
                let known = &schema["properties"][part]["items"]["properties"];
                assert_eq!(sorted(keys(one)), sorted(keys(known)), "{part}");
            }
        }
        let states = schema["properties"]["register"]["properties"]["keadaan"]["enum"].as_array().expect("a list");
        assert!(states.contains(&found["register"]["keadaan"]));
    }
}

#[test]
fn the_source_comes_back() {
    let (here, _) = made();
    let own = fs::read(here.path().join("naskah.yaml")).expect("a source");
    let ran = naskah(here.path(), ["ekstrak", "a.pdf", "-o", "-"]);
    assert!(ran.out == own);
    ran.says(0, "");
    naskah(here.path(), ["ekstrak", "a.pdf"]).makes("sama dengan yang sudah ada: naskah.yaml\n");
    put(&here, "naskah.yaml", b"lain");
    let refused = naskah(here.path(), ["ekstrak", "a.pdf"]);
    assert!(refused.err.starts_with("galat[N003]: naskah.yaml sudah ada dan isinya lain\n"), "{}", refused.err);
    assert_eq!((refused.code, fs::read(here.path().join("naskah.yaml")).expect("a file")), (Some(2), b"lain".to_vec()));
    naskah(here.path(), ["ekstrak", "a.pdf", "-o", "x/y.yaml"]).makes("dikeluarkan: x/y.yaml\n");
    assert!(fs::read(here.path().join("x/y.yaml")).expect("a file") == own);
    naskah(here.path(), ["ekstrak", "a.pdf", "--timpa"]).makes("dikeluarkan: naskah.yaml\n");
    put(&here, "bukan.pdf", b"ini bukan PDF");
    let none = naskah(here.path(), ["ekstrak", "bukan.pdf"]);
    assert!(none.err.starts_with("galat[N624]: bukan.pdf: berkas bukan PDF"), "{}", none.err);
    assert_eq!(none.code, Some(2));
}

#[test]
fn everything_comes_back_and_makes_the_same() {
    let (here, bytes) = made();
    let ran = naskah(here.path(), ["ekstrak", "a.pdf", "--semua", "-o", "isi"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(here.path().join("isi/data/kantor/kab-semarang.yaml").is_file());
    assert!(here.path().join("isi/templates/naskah.typ.j2").is_file());
    assert_eq!(susun(here.path(), "isi/naskah.yaml --akar isi -o lagi.pdf").code, Some(0));
    assert!(fs::read(here.path().join("lagi.pdf")).expect("a PDF") == bytes);
}
