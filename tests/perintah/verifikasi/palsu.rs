//! Forged PDFs: what some programs show and others do not, what stands beside words, what acts, and answers that a
//! document writes itself.

use std::fs;

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use naskah_core::fingerprint::Sidik;
use naskah_formats::pdf::Pdf;

use super::rakitan::{carried, made_of};
use super::{
    annotated, annotation, answer, appended, attachment, content_of, folder, is, issued, made, naskah, of_bytes,
    page_of, put, rewritten, said, sealed, short, signature, signed_at, told,
};
use crate::support::text_of;

/// Objects appended to a PDF, and a table of these entries: number, place, generation, `n` or `f`.
fn update(bytes: &[u8], objects: &[(u32, String)], rows: impl Fn(&[usize]) -> Vec<(u32, usize, u32, char)>) -> Vec<u8> {
    let before = Document::load_mem(bytes).expect("a PDF");
    let mut out = [bytes, b"\n"].concat();
    let places: Vec<usize> = objects
        .iter()
        .map(|(number, body)| {
            let at = out.len();
            out.extend(format!("{number} 0 obj\n{body}\nendobj\n").bytes());
            at
        })
        .collect();
    let table = out.len();
    out.extend(b"xref\n");
    for (number, place, generation, kind) in rows(&places) {
        out.extend(format!("{number} 1\n{place:010} {generation:05} {kind} \n").bytes());
    }
    let [root, info] = ["Root", "Info"]
        .map(|key| before.trailer.get(key.as_bytes()).and_then(Object::as_reference).expect("an object").0);
    let (size, previous) = (before.max_id + 2, before.xref_start);
    let trailer = format!("trailer\n<</Size {size}/Root {root} 0 R/Info {info} 0 R/Prev {previous}>>\n");
    let trailer = format!("{trailer}startxref\n{table}\n%%EOF\n");
    out.extend(trailer.bytes());
    out
}

/// The number of the first page's content, and an object of other content.
fn content(bytes: &[u8]) -> (u32, String) {
    let document = Document::load_mem(bytes).expect("a PDF");
    let (_, page) = page_of(&document, 1);
    (content_of(&document, &page).0.0, "<</Length 0>>\nstream\n\nendstream".to_owned())
}

#[test]
fn an_object_that_is_named_twice_freed_or_of_another_generation() {
    let (here, bytes) = made();
    let (number, other) = content(&bytes);
    let free = Document::load_mem(&bytes).expect("a PDF").max_id + 1;
    let harmless = [(free, "<</Type/DSS>>".to_owned())];
    // Its form is sound, but nothing leads to it.
    let sound = of_bytes(&here, &update(&bytes, &harmless, |at| vec![(0, 0, 65535, 'f'), (free, at[0], 0, 'n')]));
    is(&sound, "berbeda");
    assert!(told(&sound).contains("obyek") && !told(&sound).contains("dibaca lain"), "{}", told(&sound));
    let twice = [(number, other.clone()), (number, other.clone())];
    let forged = [
        update(&bytes, &twice, |at| vec![(number, at[0], 0, 'n'), (number, at[1], 0, 'n')]),
        update(&bytes, &harmless, |at| vec![(free, at[0], 0, 'n'), (free, at[0], 0, 'n')]),
        update(&bytes, &harmless, |at| vec![(free, at[0], 0, 'n'), (number, 0, 1, 'f')]),
        update(&bytes, &harmless, |at| vec![(free, at[0], 0, 'n'), (number, 0, 0, 'f')]),
        update(&bytes, &harmless, |at| vec![(free, at[0], 1, 'n')]),
        // An object that the table does not name, for programs that look for objects themselves.
        update(&bytes, &[harmless[0].clone(), (number, other)], |at| vec![(free, at[0], 0, 'n')]),
    ];
    for (at, forged) in forged.iter().enumerate() {
        let found = of_bytes(&here, forged);
        is(&found, "berbeda");
        assert!(told(&found).contains("dibaca lain"), "{at}: {}", told(&found));
    }
}

#[test]
fn drawings_that_hide_where_they_are() {
    let (here, bytes) = made();
    let white = |more: &[(&'static str, Object)]| -> Vec<(&'static str, Object)> {
        let line = [100, 700, 500, 700].map(Object::Integer).to_vec();
        let wide = Object::Dictionary(dictionary! {"W" => 90});
        let own = [("InkList", vec![Object::Array(line.clone())].into()), ("L", line.into()), ("BS", wide)];
        [&own[..], more].concat()
    };
    let empty = Object::Dictionary(dictionary! {"N" => Dictionary::new()});
    let forged = [
        annotation("Ink", [0, 0, 1, 1], &white(&[("AP", empty)])),
        annotation("Line", [100, 700, 500, 700], &white(&[])),
        annotation("Text", [100, 700, 100, 700], &white(&[])),
        annotation("FileAttachment", [0, 0, 10, 10], &[]),
        annotation("Link", [100, 600, 300, 700], &[]),
        annotation("Popup", [100, 600, 300, 700], &[]),
    ];
    for forged in forged {
        is(&of_bytes(&here, &annotated(&bytes, forged)), "berbeda");
    }
}

#[test]
fn a_signature_beside_a_word_or_of_no_bytes() {
    let (here, bytes) = made();
    let words = Pdf::open(&bytes).expect("a PDF").words(0);
    let word = words.iter().find(|word| word.teks == "KEPUTUSAN").expect("a word").kotak.sisi().map(|side| side as i64);
    let beside = [word[0] - 9, word[1], word[0] - 3, word[3]];
    let found = of_bytes(&here, &signed_at(&bytes, beside, &[]));
    is(&found, "berbeda");
    assert!(told(&found).contains("di sebelah kata") && told(&found).contains("KEPUTUSAN"), "{}", told(&found));
    let field = |value: Object| {
        let field = [("FT", Object::Name(b"Sig".to_vec())), ("T", Object::string_literal("TTE")), ("V", value)];
        let mut widget = annotation("Widget", [0, 0, 0, 0], &field);
        widget.as_dict_mut().expect("entries").remove(b"Contents");
        annotated(&bytes, widget)
    };
    let claimed = Object::Dictionary(dictionary! {
        "Type" => "Sig", "SubFilter" => "adbe.pkcs7.detached", "Contents" => Object::string_literal("0"),
        "ByteRange" => [0, 10, 20, 30].map(Object::Integer).to_vec(),
    });
    // Of the second, the signed bytes end before the file does.
    let short_of = [&sealed(field(signature()))[..], b"\n% more\n"].concat();
    for forged in [field(claimed), field(signature())] {
        let found = of_bytes(&here, &forged);
        is(&found, "berbeda");
        assert_eq!(found.0["tambahan"][0]["jenis"], "isian", "{:#}", found.0);
    }
    is(&of_bytes(&here, &short_of), "berbeda");
}

#[test]
fn actions_behind_others_and_on_fields_that_nobody_sees() {
    let (here, bytes) = made();
    let script = || Object::Dictionary(dictionary! {"S" => "JavaScript", "JS" => Object::string_literal("x()")});
    let web = |next: Object| {
        Object::Dictionary(dictionary! {"S" => "URI", "URI" => Object::string_literal("http://x"), "Next" => next})
    };
    let file = Object::Dictionary(dictionary! {"S" => "URI", "URI" => Object::string_literal("file:///x.exe")});
    for action in [web(script()), web(vec![script()].into()), file] {
        let found = of_bytes(&here, &signed_at(&bytes, [0, 0, 0, 0], &[("A", action)]));
        is(&found, "berbeda");
        assert!(told(&found).contains("tindakan"), "{}", told(&found));
    }
    let parent = Object::Dictionary(dictionary! {"AA" => dictionary! {"C" => script()}});
    let found = of_bytes(&here, &signed_at(&bytes, [0, 0, 0, 0], &[("Parent", parent)]));
    is(&found, "berbeda");
    assert!(told(&found).contains("tindakan"), "{}", told(&found));
    let unseen = appended(&bytes, |before, new| {
        let id = before.trailer.get(b"Root").and_then(Object::as_reference).expect("a catalogue");
        let mut catalog = before.catalog().expect("a catalogue").clone();
        let field = new.add_object(dictionary! {"FT" => "Tx", "AA" => dictionary! {"C" => script()}});
        catalog.set("AcroForm", dictionary! {"Fields" => vec![field.into()]});
        new.objects.insert(id, Object::Dictionary(catalog));
    });
    let found = of_bytes(&here, &unseen);
    is(&found, "berbeda");
    assert!(told(&found).contains("/AcroForm"), "{}", told(&found));
}

#[test]
fn new_resources_may_change_the_look_of_old_words() {
    let (here, bytes) = made();
    let white = appended(&bytes, |before, new| {
        let (_, page) = page_of(before, 1);
        let id = page.get(b"Resources").and_then(Object::as_reference).expect("resources");
        let mut grown = before.get_dictionary(id).expect("resources").clone();
        grown.set("Shading", Dictionary::new());
        new.objects.insert(id, Object::Dictionary(grown));
    });
    is(&of_bytes(&here, &white), "berbeda");
}

#[test]
fn what_a_document_brings_is_told_on_one_line() {
    let (here, bytes) = made();
    let hostile = "\u{1b}[2J\n  register: asli Nomor 8\u{9b}31m\u{202e}x";
    let units: Vec<u8> = hostile.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let text = Object::String([&[0xFE, 0xFF][..], &units].concat(), lopdf::StringFormat::Hexadecimal);
    put(&here, "b.pdf", &annotated(&bytes, annotation("Square", [5, 5, 40, 20], &[("Contents", text)])));
    let ran = naskah(here.path(), ["verifikasi", "b.pdf"]);
    let told = said(&ran);
    assert_eq!(told.lines().filter(|line| line.starts_with("  register: ")).count(), 1, "{told:?}");
    assert!(told.contains("<U+001B>[2J") && told.contains("<U+202E>x"), "{told:?}");
    let json = said(&naskah(here.path(), ["verifikasi", "--format", "json", "b.pdf"]));
    for told in [told, json] {
        assert!(!told.chars().any(|char| "\u{1b}\u{9b}\u{202e}".contains(char)), "{told:?}");
    }
}

#[test]
fn a_fingerprint_that_a_forged_copy_prints_is_no_proof() {
    let text = short("nomor: 1\nsalinan: {oleh: kasubbag-hukum}\n");
    let here = folder(&[("naskah.yaml", &text), ("data/ada.txt", "")]);
    assert_eq!(naskah(here.path(), ["terbit", "naskah.yaml", "-o", "asli.pdf", "--ya"]).code, Some(0));
    let genuine = fs::read(here.path().join("asli.pdf")).expect("a PDF");
    let other = folder(&[("naskah.yaml", &text.replace("hari kerja perlu", "hari libur perlu")), ("data/ada.txt", "")]);
    assert_eq!(naskah(other.path(), ["terbit", "naskah.yaml", "-o", "asli.pdf", "--ya"]).code, Some(0));
    // The forger's copy names the genuine original as that of the forged source.
    let forged = fs::read(other.path().join("asli.pdf")).expect("a PDF");
    let ran = naskah(other.path(), ["salinan", "1/2025", "-o", "salinan.pdf"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let copy = fs::read(other.path().join("salinan.pdf")).expect("a PDF");
    let (from, to) = (Sidik::of(&forged).to_string(), Sidik::of(&genuine).to_string());
    let (source, material) = carried(&copy);
    let material = material.to_string().replace(&from, &to);
    let copy = made_of(&source, &serde_json::from_str(&material).expect("an object"));
    // A register that says so makes no copy.
    let line = other.path().join("data/register/2025.jsonl");
    fs::write(&line, text_of(&line).replace(&from, &to)).expect("written");
    put(&other, "data/register/2025/1/kab-semarang-ketua/asli.pdf", &genuine);
    let ran = naskah(other.path(), ["salinan", "1/2025", "-o", "lain.pdf"]);
    assert!(ran.code == Some(1) && ran.err.contains("bukan sumber di dalam asli.pdf"), "{}", ran.err);
    let apart = folder(&[]);
    put(&apart, "salinan.pdf", &copy);
    let found = answer(apart.path(), &["salinan.pdf", "--sidik", &Sidik::of(&genuine).pendek()]);
    is(&found, "tidak-dapat-diperiksa");
    assert!(found.0["alasan"].to_string().contains("pernyataan PDF ini sendiri"), "{:#}", found.0);
}

#[test]
fn a_genuine_beginning_vouches_for_nothing_behind_it() {
    let (here, bytes) = issued();
    put(&here, "b.pdf", &annotated(&bytes, annotation("Square", [5, 5, 40, 20], &[])));
    let found = answer(here.path(), &["b.pdf"]);
    is(&found, "berbeda");
    assert_eq!(found.0["register"]["keadaan"], "bukan-yang-terbit", "{:#}", found.0);
    // Under another program the decree cannot be made again to the byte; what the register knows stands for it.
    let other = rewritten(&bytes, |document| {
        let (id, stream) = attachment(document, "application/json");
        let text = String::from_utf8(stream.decompressed_content().expect("text")).expect("text");
        let text = text.replace(naskah::PROGRAM, "naskah 0.0.1");
        let mut dict = stream.dict.clone();
        dict.remove(b"Filter");
        document.objects.insert(id, Object::Stream(Stream::new(dict, text.into_bytes())));
    });
    let frozen = "data/register/2025/1/kab-semarang-ketua/terbit.json";
    for line in ["data/register/2025.jsonl", frozen].map(|name| here.path().join(name)) {
        let (from, to) = (Sidik::of(&bytes).to_string(), Sidik::of(&other).to_string());
        fs::write(&line, text_of(&line).replace(&from, &to)).expect("written");
    }
    put(&here, "c.pdf", &other);
    let found = answer(here.path(), &["c.pdf"]);
    is(&found, "tidak-dapat-diperiksa");
    assert_eq!(found.0["register"]["keadaan"], "terbit", "{:#}", found.0);
    put(&here, "d.pdf", &annotated(&other, annotation("Square", [5, 5, 40, 20], &[])));
    let found = answer(here.path(), &["d.pdf"]);
    is(&found, "berbeda");
    assert_eq!(found.0["register"]["keadaan"], "bukan-yang-terbit", "{:#}", found.0);
}
