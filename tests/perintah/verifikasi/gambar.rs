//! The second opinion: what a second renderer sees.

use lopdf::{Object, Stream};

use super::{answer, is, made, of_bytes, page_of, put, rewritten, signed_at, told};
use naskah_formats::pdf::Pdf;

/// The PDF saved anew with content behind that of each of the first pages.
fn drawn(bytes: &[u8], pages: u32, content: &str) -> Vec<u8> {
    rewritten(bytes, |document| {
        for number in 1..=pages {
            let (id, mut page) = page_of(document, number);
            let own = page.get(b"Contents").expect("content").clone();
            let more = document.add_object(Stream::new(lopdf::Dictionary::new(), content.as_bytes().to_vec()));
            page.set("Contents", vec![own, more.into()]);
            document.objects.insert(id, Object::Dictionary(page));
        }
    })
}

#[test]
fn a_covered_word_is_seen_and_told_by_its_place() {
    let (here, bytes) = made();
    let words = Pdf::open(&bytes).expect("a PDF").words(0);
    let word = words.iter().find(|word| word.teks == "KEPUTUSAN").expect("a word").kotak.sisi();
    let [left, bottom, right, top] = word;
    let white = format!("q 1 g {left} {bottom} {} {} re f Q", right - left, top - bottom);
    for arguments in [&["b.pdf"][..], &["--gambar", "b.pdf"]] {
        put(&here, "b.pdf", &drawn(&bytes, 1, &white));
        let found = answer(here.path(), arguments);
        is(&found, "berbeda");
        assert!(told(&found).contains("gambarnya lain pada") && told(&found).contains("KEPUTUSAN"), "{}", told(&found));
        let place = found.0["perbedaan"][0]["tempat"].as_array().expect("a place");
        let near = |at: usize, points: f64| (place[at].as_f64().expect("a number") - points * 25.4 / 72.0).abs() < 3.0;
        assert!(near(0, left) && near(2, right), "{place:?} {word:?}");
        assert_eq!(found.0["gambar"]["sama"], false);
    }
}

#[test]
fn a_file_that_was_saved_anew_is_one_line() {
    let (here, bytes) = made();
    let pages = Pdf::open(&bytes).expect("a PDF").count();
    let found = of_bytes(&here, &drawn(&bytes, u32::try_from(pages).expect("few"), "q Q"));
    is(&found, "berbeda");
    let told = found.0["perbedaan"].as_array().expect("differences");
    assert!(told.len() == 1 && told[0]["keterangan"].to_string().contains("gambar halamannya sama"), "{told:?}");
    let found = of_bytes(&here, &drawn(&bytes, u32::try_from(pages).expect("few"), "0 0 9 9 re f"));
    let told = found.0["perbedaan"].as_array().expect("differences");
    assert!(told.len() == 1 && told[0]["keterangan"].to_string().contains("gambar setiap halaman lain"), "{told:?}");
}

#[test]
fn what_signs_looks_the_same() {
    let (here, bytes) = made();
    let pages = Pdf::open(&bytes).expect("a PDF").count();
    let found = of_bytes(&here, &signed_at(&bytes, [0, 0, 0, 0], &[]));
    is(&found, "sama");
    assert_eq!(
        (found.0["gambar"]["dilihat"].as_u64(), found.0["gambar"]["sama"].as_bool()),
        (Some(pages as u64), Some(true))
    );
    assert!(answer(here.path(), &["a.pdf"]).0["gambar"].is_null());
}
