//! The PDF as others see it: standards, tags, outline, attached source, fonts.

use std::collections::BTreeSet;
use std::path::Path;

use lopdf::{Dictionary, Document, Object};
use naskah_core::catalog::Root;
use naskah_core::resolve::{Bentuk, BlokCetak, Edition};

use crate::support::{completed, make, text_of};

mod salin;

const RENCANA: &str = "data/keputusan/2025/006-rencana-aksi-zona-integritas.yaml";
const PEDOMAN: &str = "data/keputusan/2025/012-pedoman-teknis-pengelolaan-arsip.yaml";

/// A decree's PDF, opened.
pub fn opened(path: &str, text: &str) -> Document {
    let made = make(path, text, Root::embedded(), Edition::default());
    Document::load_mem(made.pdf()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn both() -> [(&'static str, Document); 2] {
    [RENCANA, PEDOMAN].map(|path| (path, opened(path, &text_of(path))))
}

/// What a value stands for, references followed.
fn solid<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).map_or(&Object::Null, |(_, object)| object)
}

/// An entry of a dictionary, references followed.
fn entry<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &str) -> &'a Object {
    dictionary.get(key.as_bytes()).map_or(&Object::Null, |object| solid(document, object))
}

/// A dictionary among the entries of the catalogue, or an empty one.
fn of_catalog(document: &Document, key: &str) -> Dictionary {
    let catalog = document.catalog().expect("a catalogue");
    entry(document, catalog, key).as_dict().cloned().unwrap_or_default()
}

/// A text of the document's structure: UTF-16 with its mark, or bytes.
fn string(object: &Object) -> String {
    let bytes = object.as_str().unwrap_or_default();
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => {
            let units: Vec<u16> =
                wide.chunks(2).map(|pair| u16::from_be_bytes([pair[0], *pair.get(1).unwrap_or(&0)])).collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().map(|byte| *byte as char).collect(),
    }
}

/// The bytes of a stream, unpacked.
fn unpacked(object: &Object) -> Vec<u8> {
    let stream = object.as_stream().expect("a stream");
    stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())
}

/// The metadata as XML.
fn metadata(document: &Document) -> String {
    let catalog = document.catalog().expect("a catalogue");
    String::from_utf8_lossy(&unpacked(entry(document, catalog, "Metadata"))).into_owned()
}

/// The content of the first XML element of the name.
fn element<'a>(xml: &'a str, name: &str) -> &'a str {
    let open = format!("<{name}>");
    xml.split_once(open.as_str()).and_then(|(_, rest)| rest.split_once("</")).map_or("", |(content, _)| content)
}

/// The kinds of the structure elements.
fn structure(document: &Document) -> BTreeSet<String> {
    let is_element = |dictionary: &&Dictionary| dictionary.get_type().is_ok_and(|kind| kind == b"StructElem");
    let elements = document.objects.values().filter_map(|object| object.as_dict().ok()).filter(is_element);
    let kind = |element: &Dictionary| {
        element.get(b"S").and_then(Object::as_name).map(|name| String::from_utf8_lossy(name).into_owned())
    };
    elements.filter_map(|element| kind(element).ok()).collect()
}

/// The titles of the outline, in order.
fn outline(document: &Document) -> Vec<String> {
    fn walk(document: &Document, parent: &Dictionary, out: &mut Vec<String>) {
        let mut next = entry(document, parent, "First").as_dict().ok();
        while let Some(item) = next {
            out.push(string(entry(document, item, "Title")));
            walk(document, item, out);
            next = entry(document, item, "Next").as_dict().ok();
        }
    }
    let mut titles = Vec::new();
    walk(document, &of_catalog(document, "Outlines"), &mut titles);
    titles
}

#[test]
fn standards_are_claimed() {
    for (path, document) in both() {
        let xml = metadata(&document);
        let claimed = ["pdfaid:part", "pdfaid:conformance", "pdfuaid:part"].map(|name| element(&xml, name));
        assert_eq!(claimed, ["3", "A", "1"], "{path}");
        assert_eq!(document.version, "1.7", "{path}");
        assert!(document.trailer.get(b"ID").is_ok() && document.trailer.get(b"Encrypt").is_err(), "{path}");
    }
}

#[test]
fn language_and_marks_are_stated() {
    for (path, document) in both() {
        let catalog = document.catalog().expect("a catalogue");
        let language = string(entry(&document, catalog, "Lang"));
        assert!(language == "id" || language.starts_with("id-"), "{path}: {language}");
        let marked = of_catalog(&document, "MarkInfo").get(b"Marked").and_then(Object::as_bool);
        assert!(marked.is_ok_and(|marked| marked), "{path} is not marked");
        let shows_title = of_catalog(&document, "ViewerPreferences").get(b"DisplayDocTitle").and_then(Object::as_bool);
        assert!(shows_title.is_ok_and(|shows| shows), "{path} shows its file name instead of its title");
    }
}

#[test]
fn parts_are_tagged() {
    for (path, document) in both() {
        assert!(!of_catalog(&document, "StructTreeRoot").is_empty(), "{path} has no structure");
        let kinds = structure(&document);
        for kind in ["L", "LI", "H1", "P", "Table", "TR", "TH", "TD"] {
            // The guide of decree 012 has no table.
            let tabular = ["Table", "TR", "TH", "TD"].contains(&kind);
            assert!(kinds.contains(kind) || tabular && path == PEDOMAN, "{path} has no {kind} among {kinds:?}");
        }
    }
}

#[test]
fn each_paragraph_is_one() {
    let made = make(PEDOMAN, &text_of(PEDOMAN), Root::embedded(), Edition::default());
    let naskah = made.typeset.as_ref().expect("pages").resolved().naskah();
    let blocks = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi);
    let due = blocks.filter(|block| matches!(block, BlokCetak::Paragraf { .. })).count();
    let document = Document::load_mem(made.pdf()).expect("a PDF");
    let is_paragraph = |object: &&Object| {
        object.as_dict().is_ok_and(|element| element.get(b"S").and_then(Object::as_name).is_ok_and(|kind| kind == b"P"))
    };
    let found = document.objects.values().filter(is_paragraph).count();
    assert!(due > 20 && found >= due, "{found} of {due}");
}

#[test]
fn cells_that_name_their_row_are_heads() {
    let document = opened(RENCANA, &text_of(RENCANA));
    let scope = |object: &Object| {
        let scope = object.as_dict().ok()?.get(b"Scope").and_then(Object::as_name).ok()?;
        Some(String::from_utf8_lossy(scope).into_owned())
    };
    fn all<'a>(object: &'a Object, out: &mut Vec<&'a Object>) {
        out.push(object);
        match object {
            Object::Array(items) => items.iter().for_each(|item| all(item, out)),
            Object::Dictionary(entries) => entries.iter().for_each(|(_, item)| all(item, out)),
            _ => {}
        }
    }
    let mut objects = Vec::new();
    document.objects.values().for_each(|object| all(object, &mut objects));
    let found: BTreeSet<String> = objects.into_iter().filter_map(scope).collect();
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["Column", "Row"]);
}

#[test]
fn pages_are_in_the_order_of_the_structure() {
    for (path, document) in both() {
        for (number, page) in document.get_pages() {
            let page = document.get_dictionary(page).expect("a page");
            assert!(page.get(b"StructParents").is_ok(), "{path}: page {number} is in no structure");
            let tabs = page.get(b"Tabs").and_then(Object::as_name).unwrap_or_default();
            assert_eq!(String::from_utf8_lossy(tabs), "S", "{path}: page {number}");
        }
    }
}

#[test]
fn outlines_lead_to_each_lampiran() {
    let titles = |path: &str| outline(&opened(path, &text_of(path)));
    let begins = |titles: &[String], with: &str| titles.iter().any(|title| title.starts_with(with));
    let rencana = titles(RENCANA);
    assert!(begins(&rencana, "KEPUTUSAN KOMISI PEMILIHAN UMUM"), "{rencana:?}");
    assert!(begins(&rencana, "LAMPIRAN"), "{rencana:?}");
    let several = titles("tests/keputusan/kip-aceh-tiga-lampiran.yaml");
    for label in ["LAMPIRAN I", "LAMPIRAN II", "LAMPIRAN III"] {
        assert!(several.iter().any(|title| title == label), "{label} is not in {several:?}");
    }
    let chapters = titles(PEDOMAN);
    assert!(
        begins(&chapters, "LAMPIRAN") && chapters.iter().any(|title| title.contains("PENDAHULUAN")),
        "{chapters:?}"
    );
}

#[test]
fn the_document_says_what_it_is() {
    for (path, name, date) in [
        (RENCANA, "Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 6 Tahun 2025 tentang ", "2025"),
        (PEDOMAN, "Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 12 Tahun 2025 tentang ", "2025"),
    ] {
        let text = text_of(path);
        let document = opened(path, &text);
        let info = document.trailer.get(b"Info").map(|info| solid(&document, info)).and_then(Object::as_dict);
        let info = info.cloned().unwrap_or_default();
        let says = |key: &str| string(entry(&document, &info, key));
        let xml = metadata(&document);
        let written = text.lines().find_map(|line| line.trim().strip_prefix("ditetapkan: ")).unwrap_or_default();
        let day = written.split("tanggal: ").nth(1).unwrap_or_default().trim_end_matches('}').trim();
        assert!(day.starts_with(date), "{path}: {written}");
        let title = match says("Title") {
            title if title.is_empty() => {
                element(&xml[xml.find("<dc:title>").unwrap_or(0)..], "rdf:li xml:lang=\"x-default\"").to_owned()
            }
            title => title,
        };
        assert!(title.starts_with(name), "{path}: {title}");
        assert!(xml.contains(&format!("<xmp:CreateDate>{day}")), "{path} was not made on {day}: {xml}");
        assert!(xml.contains("Komisi Pemilihan Umum Kabupaten Semarang</rdf:li>"), "{path} has no author");
        if info.has(b"CreationDate") {
            let digits: String = says("CreationDate").chars().filter(char::is_ascii_digit).take(8).collect();
            assert_eq!(digits, day.replace('-', ""), "{path}");
        }
    }
}

#[test]
fn the_source_is_attached_without_comments() {
    for (path, document) in both() {
        let catalog = document.catalog().expect("a catalogue");
        let attached = entry(&document, catalog, "AF").as_array().expect("attached files");
        let files: Vec<&Dictionary> =
            attached.iter().map(|file| solid(&document, file).as_dict().expect("a file")).collect();
        let relation = |file: &Dictionary| {
            String::from_utf8_lossy(entry(&document, file, "AFRelationship").as_name().unwrap_or_default()).into_owned()
        };
        let relations: BTreeSet<String> = files.iter().map(|file| relation(file)).collect();
        assert_eq!(relations.into_iter().collect::<Vec<_>>(), ["Source", "Supplement"], "{path}");
        let file = files.into_iter().find(|file| relation(file) == "Source").expect("a source");
        let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy();
        assert_eq!(string(entry(&document, file, "UF")).trim_start_matches('/'), name);
        let streams = entry(&document, file, "EF").as_dict().expect("an embedded file");
        let bytes = unpacked(entry(&document, streams, "F"));
        let due = naskah_core::yaml::bersih(&text_of(path), false).expect("a text without comments");
        assert!(bytes == due.as_bytes(), "{path}: the attached source differs");
        assert!(!due.contains("# "), "{path}: {due}");
        let kind = entry(&document, streams, "F")
            .as_stream()
            .expect("a stream")
            .dict
            .get(b"Subtype")
            .and_then(Object::as_name);
        assert_eq!(String::from_utf8_lossy(kind.unwrap_or_default()), "application/yaml");
    }
}

#[test]
fn only_the_project_s_fonts_are_embedded() {
    for (path, document) in both() {
        let fonts = document.objects.values().filter_map(|object| object.as_dict().ok());
        let mut seen = 0;
        for font in fonts.filter(|font| font.get_type().is_ok_and(|kind| kind == b"FontDescriptor")) {
            let name = font.get(b"FontName").and_then(Object::as_name).unwrap_or_default();
            let name = String::from_utf8_lossy(name).into_owned();
            let (subset, family) = name.split_once('+').unwrap_or(("", &name));
            assert!(
                subset.len() == 6 && ["TeXGyreBonum", "NaskahTanda"].iter().any(|own| family.starts_with(own)),
                "{path}: {name}"
            );
            assert!(font.has(b"FontFile3") || font.has(b"FontFile2"), "{path}: {name} is not embedded");
            seen += 1;
        }
        assert!(seen > 0, "{path} has no fonts");
    }
}

#[test]
fn nothing_is_active() {
    for (path, document) in both() {
        for key in ["OpenAction", "AA", "AcroForm"] {
            assert!(!document.catalog().expect("a catalogue").has(key.as_bytes()), "{path} has {key}");
        }
        let scripts =
            document.objects.values().filter_map(|object| object.as_dict().ok()).any(|object| object.has(b"JS"));
        assert!(!scripts, "{path} holds a script");
    }
}

/// The words on each page of an edition of the short decree.
fn words(konsep: bool, salinan: bool) -> Vec<String> {
    let text = completed("salinan: {oleh: kasubbag-hukum}\n", &[]);
    let bentuk = if salinan { Bentuk::Salinan } else { Bentuk::Asli };
    let edition = Edition { konsep, bentuk, ..Edition::default() };
    let made = make("naskah.yaml", &text, Root::embedded(), edition);
    let document = Document::load_mem(made.pdf()).expect("a PDF");
    let page = |number| document.extract_text(&[number]).expect("texts");
    document.get_pages().into_keys().map(page).collect()
}

/// How many strokes are drawn on each page of an edition: those of a word behind the text are among them.
fn strokes(konsep: bool, salinan: bool) -> Vec<usize> {
    let text = completed("salinan: {oleh: kasubbag-hukum}\n", &[]);
    let bentuk = if salinan { Bentuk::Salinan } else { Bentuk::Asli };
    let made = make("naskah.yaml", &text, Root::embedded(), Edition { konsep, bentuk, ..Edition::default() });
    let document = Document::load_mem(made.pdf()).expect("a PDF");
    let drawn = |id| {
        let content = document.get_and_decode_page_content(id).expect("a page's content");
        content.operations.iter().filter(|operation| operation.operator == "l").count()
    };
    document.get_pages().into_values().map(drawn).collect()
}

#[test]
fn editions_say_what_they_are() {
    let original = words(false, false);
    assert!(
        original.iter().all(|page| !page.contains("KONSEP") && !page.contains("SALINAN") && !page.contains("ttd."))
    );
    // KONSEP is seen on every page and is not in its text.
    assert!(strokes(false, false).iter().all(|count| *count == 0), "{:?}", strokes(false, false));
    let draft = words(true, false);
    assert!(draft.len() > 1 && draft.iter().all(|page| !page.contains("KONSEP")), "{draft:?}");
    assert!(strokes(true, false).iter().all(|count| *count > 20), "{:?}", strokes(true, false));
    let copy = words(false, true);
    assert!(strokes(false, true).iter().all(|count| *count > 20), "an unsigned copy is marked on every page");
    assert!(copy[0].contains("SALINAN"), "{copy:?}");
    let last = copy.last().expect("a page");
    assert!(last.contains("ttd.") && last.contains("Salinan sesuai dengan aslinya"), "{last}");
}
