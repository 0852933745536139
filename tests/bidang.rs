//! The empty signature field: there where the office wants it, over the place that is kept, and heard of.

use lopdf::{Dictionary, Document, Object};
use naskah_core::catalog::Root;
use naskah_core::resolve::{Bentuk, Edition};

use crate::support::{completed, make, project};

/// A decree of an office that keeps a place of 6 by 3 cm and wants a field.
fn made(edition: Edition) -> Vec<u8> {
    let root = Root::overlaid(project().join("tests/cases/salinan-kantor"));
    let text = completed("kantor: uji\nsalinan: {oleh: kasubbag}\n", &[]);
    make("naskah.yaml", &text, root, edition).pdf().to_vec()
}

fn solid<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &str) -> &'a Object {
    let object = dictionary.get(key.as_bytes()).unwrap_or(&Object::Null);
    document.dereference(object).map_or(&Object::Null, |(_, object)| object)
}

fn fields(document: &Document) -> Vec<&Dictionary> {
    let catalog = document.catalog().expect("a catalogue");
    let Ok(form) = solid(document, catalog, "AcroForm").as_dict() else { return Vec::new() };
    let listed = solid(document, form, "Fields").as_array().expect("fields");
    listed.iter().map(|field| document.dereference(field).expect("a field").1.as_dict().expect("a field")).collect()
}

#[test]
fn one_empty_field_over_the_place() {
    let bytes = made(Edition::default());
    assert!(bytes == made(Edition::default()), "the same bytes again");
    assert_eq!(bytes.windows(5).filter(|end| end == b"%%EOF").count(), 2, "an update behind the whole PDF");
    let document = Document::load_mem(&bytes).expect("a PDF");
    let fields = fields(&document);
    let [field] = fields[..] else { panic!("{} fields", fields.len()) };
    assert_eq!(solid(&document, field, "FT").as_name().expect("a kind"), b"Sig");
    assert!(field.get(b"V").is_err(), "nothing is signed");
    assert!(field.get(b"TU").is_ok() && solid(&document, field, "AP").as_dict().is_ok());
    let sides = solid(&document, field, "Rect").as_array().expect("sides");
    let sides: Vec<f32> = sides.iter().map(|side| side.as_float().expect("a number")).collect();
    let (width, height) = (sides[2] - sides[0], sides[3] - sides[1]);
    assert!((width - 170.08).abs() < 0.1 && (height - 85.04).abs() < 0.1, "{sides:?}");
    // The widget is on its page, and the structure leads to it and back.
    let page = field.get(b"P").and_then(Object::as_reference).expect("a page");
    let holder = document.get_dictionary(page).expect("a page");
    assert_eq!(solid(&document, holder, "Annots").as_array().expect("marks").len(), 1);
    assert_eq!(holder.get(b"Tabs").and_then(Object::as_name).expect("an order"), b"S");
    let tree = solid(&document, document.catalog().expect("a catalogue"), "StructTreeRoot").as_dict().expect("a tree");
    let parents = solid(&document, tree, "ParentTree").as_dict().expect("parents");
    let listed = solid(&document, parents, "Nums").as_array().expect("numbers");
    let key = field.get(b"StructParent").and_then(Object::as_i64).expect("a key");
    let at = listed.iter().position(|number| number.as_i64().is_ok_and(|number| number == key)).expect("the key");
    let element = document.dereference(&listed[at + 1]).expect("an element").1.as_dict().expect("an element");
    assert_eq!(element.get(b"S").and_then(Object::as_name).expect("a role"), b"Form");
}

/// The names of the fields, and their sides.
fn named(bytes: &[u8]) -> Vec<(String, Vec<f32>)> {
    let document = Document::load_mem(bytes).expect("a PDF");
    let side = |side: &Object| side.as_float().expect("a number");
    let one = |field: &&Dictionary| {
        let name = solid(&document, field, "T").as_str().expect("a name");
        let sides = solid(&document, field, "Rect").as_array().expect("sides").iter().map(side).collect();
        (String::from_utf8_lossy(name).into_owned(), sides)
    };
    fields(&document).iter().map(one).collect()
}

#[test]
fn everybody_who_signs_has_a_field() {
    let root = Root::overlaid(project().join("tests/cases/salinan-kantor"));
    let members = "ditetapkan: {di: Ungaran, tanggal: 2025-03-04, anggota: [Nama Satu, Nama Dua, Nama Tiga]}\n";
    let text = completed(&format!("kantor: uji\n{members}"), &[]);
    let found = named(make("naskah.yaml", &text, root, Edition::default()).pdf());
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["TandaTangan", "TandaTanganAnggota1", "TandaTanganAnggota2", "TandaTanganAnggota3"]);
    // None lies over another, and each is wide enough for a signature.
    for pair in found.windows(2) {
        let [(_, above), (_, below)] = pair else { panic!("two fields") };
        assert!(above[1] >= below[3] - 0.01, "{found:?}");
        assert!(below[2] - below[0] > 100.0 && below[3] - below[1] > 20.0, "{found:?}");
    }
}

#[test]
fn a_copy_has_the_field_of_who_certifies() {
    let copy = Edition {
        bentuk: Bentuk::Salinan,
        asli: Some(naskah_core::fingerprint::Sidik::of("asli")),
        ..Edition::default()
    };
    let found = named(&made(copy));
    assert_eq!(found.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["TandaTanganPengesah"]);
}
