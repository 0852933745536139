//! PDFs that are damaged or made to do harm: an answer always, and nothing outside the folder that was named.

use std::fs;
use std::io::Write;

use lopdf::{Dictionary, Object, Stream, dictionary};
use serde_json::Value;

use super::{annotation, appended, attachment, made, of_bytes, rewritten, signed_at};
use crate::perintah::{naskah, put};

#[test]
fn any_damage_gets_an_answer() {
    let (here, bytes) = made();
    let mut state = 7u64;
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) as usize % below
    };
    for _ in 0..12 {
        let mut other = bytes.clone();
        for _ in 0..6 {
            let at = next(other.len());
            match next(3) {
                0 => other[at] = next(256) as u8,
                1 => drop(other.drain(at..(at + next(400)).min(at + 1).max(at))),
                _ => other.truncate(at.max(100)),
            }
        }
        let found = of_bytes(&here, &other);
        assert!(matches!(found.1, Some(1 | 2)), "{:#}", found.0);
    }
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let (here, bytes) = made();
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![b' '; 1024 * 1024];
    (0..600).for_each(|_| packer.write_all(&zeros).expect("packed"));
    let bomb = packer.finish().expect("packed");
    let other = rewritten(&bytes, |document| {
        let (id, stream) = attachment(document, "application/yaml");
        let mut dict = stream.dict.clone();
        dict.set("Filter", "FlateDecode");
        document.objects.insert(id, Object::Stream(Stream::new(dict, bomb.clone())));
    });
    let found = of_bytes(&here, &other);
    assert_eq!((found.0["hasil"].as_str(), found.1), (Some("tidak-dapat-diperiksa"), Some(2)), "{:#}", found.0);
    let drawn = appended(&bytes, |before, new| {
        let (id, mut page) = super::page_of(before, 1);
        let form = dictionary! {"Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 9.into(), 9.into()], "Filter" => "FlateDecode"};
        let form = new.add_object(Stream::new(form, bomb.clone()));
        let looks = Object::Dictionary(dictionary! {"N" => form});
        let added = new.add_object(annotation("Stamp", [5, 5, 20, 20], &[("AP", looks)]));
        page.set("Annots", vec![Object::Reference(added)]);
        new.objects.insert(id, Object::Dictionary(page));
    });
    let found = of_bytes(&here, &drawn);
    // A difference, or more than the budget of memory allows to look at; never the same.
    assert!(matches!(found.1, Some(1 | 2)), "{:#}", found.0);
}

#[test]
fn what_leads_back_to_itself_is_followed_once() {
    let (here, bytes) = made();
    let looped = rewritten(&bytes, |document| {
        let root =
            document.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference).expect("pages");
        let mut pages = document.get_dictionary(root).expect("pages").clone();
        pages.get_mut(b"Kids").and_then(Object::as_array_mut).expect("kids").push(root.into());
        document.objects.insert(root, Object::Dictionary(pages));
    });
    assert_eq!(of_bytes(&here, &looped).1, Some(1));
    // A drawing that draws itself twice.
    let drawn = appended(&bytes, |before, new| {
        let (id, mut page) = super::page_of(before, 1);
        let own = new.new_object_id();
        let forms = dictionary! {"XObject" => dictionary! {"A" => own}};
        let form = dictionary! {"Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 9.into(), 9.into()], "Resources" => forms};
        new.objects.insert(own, Object::Stream(Stream::new(form, b"/A Do /A Do ".repeat(40))));
        let looks = Object::Dictionary(dictionary! {"N" => own});
        let added = new.add_object(annotation("Stamp", [5, 5, 20, 20], &[("AP", looks)]));
        page.set("Annots", vec![Object::Reference(added)]);
        new.objects.insert(id, Object::Dictionary(page));
    });
    assert_eq!(of_bytes(&here, &drawn).1, Some(1));
}

#[test]
fn a_tree_of_files_that_leads_back_to_itself_is_refused() {
    let (here, bytes) = made();
    let grown = rewritten(&bytes, |document| {
        let own = document.new_object_id();
        let kids = vec![Object::Reference(own); 200];
        document.objects.insert(own, Object::Dictionary(dictionary! {"Kids" => kids}));
        document.catalog_mut().expect("a catalogue").set("Names", dictionary! {"EmbeddedFiles" => own});
    });
    assert_eq!(of_bytes(&here, &grown).1, Some(2));
    let ran = naskah(here.path(), ["ekstrak", "b.pdf", "-o", "-"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("terlalu besar"), "{}", ran.err);
}

#[test]
fn parts_that_programs_read_differently_are_refused() {
    let (here, bytes) = made();
    let sound = signed_at(&bytes, [5, 5, 40, 20], &[]);
    assert_eq!(of_bytes(&here, &sound).1, Some(0));
    // An entry that is written twice, of which programs take one or the other.
    let text = |from: &str, to: &str| -> Vec<u8> {
        let tail = &sound[bytes.len()..];
        let at = tail.windows(from.len()).position(|window| window == from.as_bytes()).expect("the text") + bytes.len();
        assert_eq!(from.len(), to.len());
        [&sound[..at], to.as_bytes(), &sound[at + from.len()..]].concat()
    };
    let twice = text("/T(TTE)", "/F 0000");
    // What follows the last part belongs to none.
    let after = [&sound[..], b"\n9999 0 obj\n<<>>\nendobj\n%%EOF\n"].concat();
    // A table that leads to an object among those that were made.
    for other in [twice, after] {
        let found = of_bytes(&here, &other);
        assert_eq!(found.1, Some(1), "{:#}", found.0);
    }
}

#[test]
fn names_that_lead_elsewhere_stay_inside() {
    let (here, bytes) = made();
    let hostile = rewritten(&bytes, |document| {
        let (id, stream) = attachment(document, "application/json");
        let mut material: Value = serde_json::from_slice(&stream.decompressed_content().expect("text")).expect("JSON");
        for path in ["../luar.yaml", "/tmp/luar.yaml", "data/../../luar.yaml", "data/..\\luar.yaml", "lain/luar.yaml"] {
            material["berkas"][path] = "luar".into();
        }
        material["sumber"] = "../luar.yaml".into();
        let mut dict = stream.dict.clone();
        dict.remove(b"Filter");
        document.objects.insert(id, Object::Stream(Stream::new(dict, material.to_string().into_bytes())));
        let names = document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
        let of_source = |entries: &&mut Dictionary| {
            entries.get(b"UF").and_then(Object::as_str).is_ok_and(|name| name == b"naskah.yaml")
        };
        names.filter(of_source).for_each(|entries| entries.set("UF", Object::string_literal("../luar.yaml")));
    });
    put(&here, "dalam/b.pdf", &hostile);
    let inner = here.path().join("dalam");
    let ran = naskah(&inner, ["ekstrak", "b.pdf", "--semua", "-o", "isi"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = naskah(&inner, ["ekstrak", "b.pdf"]);
    ran.makes("dikeluarkan: b.yaml\n");
    let outside: Vec<_> = super::super::listing(here.path()).into_keys().filter(|name| name.contains("luar")).collect();
    assert_eq!(outside, [""; 0]);
    assert!(fs::metadata("/tmp/luar.yaml").is_err());
}
