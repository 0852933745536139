//! Pictures of attachments: where they are looked for, what is refused, and that a PDF carries them; pages of PDFs.

use std::fs;
use std::path::Path;

use super::{folder, naskah, put, short, susun};

const MAP: &[u8] =
    b"<svg xmlns='http://www.w3.org/2000/svg' width='80' height='40'><rect width='80' height='40' fill='navy'/></svg>";

fn decree(gambar: &str) -> String {
    let said = "Isi tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.";
    short(&format!("nomor: 5\ndiktum: [{said}]\nlampiran:\n  - judul: Peta\n    gambar: {gambar}\n"))
}

#[test]
fn a_picture_is_printed_and_carried_along() {
    let here = folder(&[("n.yaml", &decree("{berkas: peta/a.svg, keterangan: Peta Wilayah}"))]);
    put(&here, "peta/a.svg", MAP);
    assert_eq!(susun(here.path(), "n.yaml -o n.pdf").code, Some(0));
    // The PDF can be made again without the picture's file, and not with another picture.
    fs::write(here.path().join("peta/a.svg"), b"<svg/>").unwrap();
    let ran = naskah(here.path(), ["verifikasi", "n.pdf"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.told(), ran.err);
    assert!(ran.told().contains("sama"), "{}", ran.told());
}

#[test]
fn the_same_decree_with_another_picture_differs() {
    let here = folder(&[("a.yaml", &decree("a.svg")), ("b.yaml", &decree("b.svg"))]);
    put(&here, "a.svg", MAP);
    put(&here, "b.svg", &String::from_utf8_lossy(MAP).replace("navy", "teal").into_bytes());
    let ran = naskah(here.path(), ["beda", "a.yaml", "b.yaml"]);
    assert!(ran.told().contains("sidik berkas"), "{}{}", ran.told(), ran.err);
}

/// A decree with this picture is not printed, and that is told.
fn refused(here: &Path, gambar: &str, message: &str) {
    fs::write(here.join("n.yaml"), decree(gambar)).unwrap();
    let ran = susun(here, "n.yaml -o n.pdf");
    assert_eq!(ran.code, Some(1), "{gambar}: {}", ran.err);
    assert!(ran.err.contains(message), "{gambar}: {}", ran.err);
    assert!(!here.join("n.pdf").exists());
}

#[test]
fn what_is_no_picture_here_is_refused() {
    let here = folder(&[]);
    put(&here, "teks.png", b"bukan gambar");
    put(&here, "teks.svg", b"<svg");
    put(&here, "teks.jpg", b"\xff\xd8\xff");
    put(&here, "kosong.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g/></svg>");
    put(&here, "rapat.docx", b"PK");
    fs::create_dir(here.path().join("folder.png")).unwrap();
    for (gambar, message) in [
        ("tidak-ada.png", "gambar `tidak-ada.png` tidak ada"),
        ("../luar.png", "gambar `../luar.png` berada di luar folder naskah"),
        ("/etc/passwd.png", "gambar `/etc/passwd.png` berada di luar folder naskah"),
        ("folder.png", "gambar `folder.png` tidak ada di dalam folder naskah"),
        ("rapat.docx", "gambar `rapat.docx` bukan berkas PNG, JPG, SVG, atau PDF"),
        ("teks.png", "gambar ini tidak dapat dibaca sebagai PNG, JPG, atau SVG"),
        ("teks.svg", "gambar ini tidak dapat dibaca sebagai PNG, JPG, atau SVG"),
        ("teks.jpg", "gambar ini tidak dapat dibaca sebagai PNG, JPG, atau SVG"),
        ("kosong.svg", "gambar ini kosong: tidak ada yang terlihat di dalamnya"),
        ("{berkas: a.pdf, halaman: []}", "`halaman` tidak menyebut satu halaman pun"),
    ] {
        refused(here.path(), gambar, message);
    }
}

#[test]
fn a_width_that_is_not_reached_is_told() {
    for (lebar, told) in [("20 cm", true), ("5 cm", false)] {
        let gambar = format!("{{berkas: a.svg, lebar: {lebar}, keterangan: Peta Wilayah}}\n    orientasi: lanskap");
        let here = folder(&[("n.yaml", &decree(&gambar))]);
        put(&here, "a.svg", MAP);
        let ran = susun(here.path(), "n.yaml -o n.pdf");
        assert_eq!(ran.code, Some(0), "{lebar}: {}", ran.err);
        assert_eq!(ran.err.contains("peringatan[N420]") && ran.err.contains("bukan 20,0 cm"), told, "{}", ran.err);
        assert!(!ran.err.contains("[N417]") && !ran.err.contains("[N418]"), "{}", ran.err);
    }
}

/// A PDF with so many pages, of which all but the second have a black square.
fn paper(pages: usize, more: impl FnOnce(&mut lopdf::Document, lopdf::ObjectId)) -> Vec<u8> {
    use lopdf::{Document, Object, Stream, dictionary};
    let mut pdf = Document::with_version("1.7");
    let tree = pdf.new_object_id();
    let page = |pdf: &mut Document, at: usize| {
        let drawn = if at == 1 { String::new() } else { format!("0 g {} 20 100 100 re f", 20 + at) };
        let content = pdf.add_object(Stream::new(dictionary! {}, drawn.into_bytes()));
        let sides = vec![0.into(), 0.into(), 200.into(), 300.into()];
        let page = dictionary! { "Type" => "Page", "Parent" => tree, "MediaBox" => sides, "Contents" => content };
        Object::Reference(pdf.add_object(page))
    };
    let kids: Vec<Object> = (0..pages).map(|at| page(&mut pdf, at)).collect();
    pdf.set_object(tree, dictionary! { "Type" => "Pages", "Count" => pages as i64, "Kids" => kids });
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    pdf.trailer.set("Root", catalog);
    more(&mut pdf, catalog);
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).expect("a PDF");
    bytes
}

/// The pictures that a PDF of the program carries, by their paths.
fn carried(pdf: &[u8]) -> Vec<String> {
    let bundel = naskah::input::source(pdf).expect("a bundle");
    bundel.files().into_keys().filter(|path| path.starts_with("data/gambar/")).collect()
}

#[test]
fn pages_of_a_pdf_are_printed_as_pictures_and_carried_along() {
    let text = decree("{berkas: pindai.pdf, halaman: [1, 3-4], keterangan: Berita acara}");
    let here = folder(&[("n.yaml", &format!("{text}salinan: {{oleh: kasubbag-hukum}}\n"))]);
    put(&here, "pindai.pdf", &paper(4, |_, _| {}));
    let ran = naskah(here.path(), ["terbit", "--ya", "n.yaml", "-o", "asli.pdf"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.contains("pindai.pdf: halaman 1, 3, 4 dicetak sebagai gambar"), "{}", ran.err);
    // What was printed is made again without the PDF.
    fs::remove_file(here.path().join("pindai.pdf")).unwrap();
    assert_eq!(naskah(here.path(), ["salinan", "5", "-o", "s.pdf"]).code, Some(0));
    for made in ["asli.pdf", "s.pdf"] {
        let pdf = fs::read(here.path().join(made)).unwrap();
        let due: Vec<String> = [1, 3, 4].iter().map(|page| format!("data/gambar/pindai.pdf/{page}.png")).collect();
        assert_eq!(carried(&pdf), due, "{made}");
        let told = naskah(here.path(), ["verifikasi", made]);
        assert_eq!(told.code, Some(0), "{made}: {}", told.told());
        let document = lopdf::Document::load_mem(&pdf).expect("a PDF");
        let pictures = document.objects.values().filter_map(|object| object.as_stream().ok());
        let pictures = pictures
            .filter(|one| one.dict.get(b"Subtype").and_then(|kind| kind.as_name()).ok() == Some(b"Image".as_slice()));
        assert!(pictures.count() >= 3, "{made}");
    }
}

/// Pages that show a photograph: alone, and under something else.
fn scanned(pdf: &mut lopdf::Document, photo: &[u8]) {
    use lopdf::{Stream, dictionary};
    let said = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => 8, "Height" => 8, "ColorSpace" => "DeviceGray",
        "BitsPerComponent" => 8, "Filter" => "DCTDecode",
    };
    let picture = pdf.add_object(Stream::new(said, photo.to_vec()));
    for (page, over) in pdf.get_pages().into_values().zip(["", " 0 g 20 20 50 50 re f"]) {
        let drawn = format!("q 200 0 0 200 0 0 cm /Im0 Do Q{over}");
        let content = pdf.add_object(Stream::new(dictionary! {}, drawn.into_bytes()));
        let page = pdf.get_dictionary_mut(page).expect("a page");
        page.set("MediaBox", vec![0.into(), 0.into(), 200.into(), 200.into()]);
        page.set("Resources", dictionary! { "XObject" => dictionary! { "Im0" => picture } });
        page.set("Contents", content);
    }
}

/// A page that is one photograph is carried as that; one that draws more is drawn anew.
#[test]
fn a_scan_keeps_its_points() {
    let photo: &[u8] = include_bytes!("mulai/titik.jpg");
    let text = decree("{berkas: pindai.pdf, keterangan: Berita acara}");
    let here = folder(&[("n.yaml", &format!("{text}salinan: {{oleh: kasubbag-hukum}}\n"))]);
    put(&here, "pindai.pdf", &paper(2, |pdf, _| scanned(pdf, photo)));
    assert_eq!(naskah(here.path(), ["terbit", "--ya", "n.yaml", "-o", "asli.pdf"]).code, Some(0));
    assert_eq!(naskah(here.path(), ["salinan", "5", "-o", "s.pdf"]).code, Some(0));
    for made in ["asli.pdf", "s.pdf"] {
        let pdf = fs::read(here.path().join(made)).unwrap();
        assert_eq!(carried(&pdf), ["data/gambar/pindai.pdf/1.jpg", "data/gambar/pindai.pdf/2.png"], "{made}");
        let told = naskah(here.path(), ["verifikasi", made]);
        assert_eq!(told.code, Some(0), "{made}: {}", told.told());
        let document = lopdf::Document::load_mem(&pdf).expect("a PDF");
        let mut streams = document.objects.values().filter_map(|object| object.as_stream().ok());
        assert!(streams.any(|one| one.content == photo), "{made}: as it was");
    }
}

#[test]
fn the_picture_of_a_page_is_the_same_each_time() {
    let here = folder(&[("n.yaml", &decree("{berkas: pindai.pdf, halaman: 1, lebar: 5 cm}"))]);
    put(&here, "pindai.pdf", &paper(1, |_, _| {}));
    let made = |to: &str| {
        assert_eq!(susun(here.path(), &format!("n.yaml -o {to}")).code, Some(0));
        fs::read(here.path().join(to)).unwrap()
    };
    assert_eq!(made("a.pdf"), made("b.pdf"));
}

#[test]
fn what_of_a_pdf_cannot_be_printed_is_told() {
    use lopdf::{Object, dictionary};
    let here = folder(&[]);
    put(&here, "dua.pdf", &paper(2, |_, _| {}));
    put(&here, "banyak.pdf", &paper(51, |_, _| {}));
    put(&here, "rusak.pdf", b"%PDF-1.7\nrusak");
    put(&here, "gambar.pdf", MAP);
    let locked = |pdf: &mut lopdf::Document, _| {
        let entry = dictionary! { "Filter" => "Standard", "V" => 1, "R" => 2, "P" => -4, "O" => Object::string_literal("o"), "U" => Object::string_literal("u") };
        let entry = pdf.add_object(entry);
        pdf.trailer.set("Encrypt", entry);
    };
    put(&here, "terkunci.pdf", &paper(1, locked));
    let with = |key: &'static str, value: Object| {
        move |pdf: &mut lopdf::Document, catalog: lopdf::ObjectId| {
            pdf.get_dictionary_mut(catalog).expect("a catalog").set(key, value);
        }
    };
    let form = dictionary! { "XFA" => Object::string_literal("isi") };
    put(&here, "formulir.pdf", &paper(1, with("AcroForm", form.into())));
    put(&here, "kumpulan.pdf", &paper(1, with("Collection", dictionary! {}.into())));
    for (gambar, message) in [
        ("dua.pdf", "gambar `dua.pdf` halaman 2 kosong"),
        ("{berkas: dua.pdf, halaman: 3}", "tidak mempunyai halaman 3; banyaknya halaman 2"),
        ("banyak.pdf", "51 halaman, lebih banyak daripada 50"),
        ("rusak.pdf", "gambar `rusak.pdf` rusak, atau bukan PDF"),
        ("gambar.pdf", "gambar `gambar.pdf` rusak, atau bukan PDF"),
        ("terkunci.pdf", "terkunci kata sandi"),
        ("formulir.pdf", "formulir XFA"),
        ("kumpulan.pdf", "kumpulan berkas"),
        ("{berkas: dua.pdf, halaman: nol}", "`nol` bukan nomor halaman"),
        ("{berkas: peta.svg, halaman: 1}", "`halaman` hanya untuk gambar dari berkas PDF"),
    ] {
        put(&here, "peta.svg", MAP);
        refused(here.path(), gambar, message);
    }
}

#[test]
fn words_in_a_font_that_a_pdf_does_not_bring_are_not_lost_in_silence() {
    use lopdf::{Object, Stream, dictionary};
    // Words behind a scan are seen by nobody; others would be missing on paper.
    for (mode, code) in [(3, Some(0)), (0, Some(1))] {
        let written = |pdf: &mut lopdf::Document, _| {
            let font =
                pdf.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
            let page = *pdf.get_pages().get(&1).expect("a page");
            let drawn = format!("0 g 20 20 100 100 re f BT {mode} Tr /F1 12 Tf 20 200 Td (Berita Acara) Tj ET");
            let content = pdf.add_object(Stream::new(dictionary! {}, drawn.into_bytes()));
            let page = pdf.get_dictionary_mut(page).expect("a page");
            page.set("Contents", Object::Reference(content));
            page.set("Resources", dictionary! { "Font" => dictionary! { "F1" => font } });
        };
        let here = folder(&[("n.yaml", &decree("{berkas: pindai.pdf, keterangan: Berita acara}"))]);
        put(&here, "pindai.pdf", &paper(1, written));
        let ran = susun(here.path(), "n.yaml -o n.pdf");
        assert_eq!(ran.code, code, "{mode}: {}", ran.err);
        assert_eq!(ran.err.contains("memakai huruf yang tidak disertakan"), code == Some(1), "{mode}: {}", ran.err);
    }
}

/// A JPEG and a PNG of two points.
const FOTO: &str = "ffd8ffe000104a46494600010100000100010000ffdb00430050373c463c32504641465a55505f78c882786e6e78f5afb991c8ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc0000b080001000201011100ffc40014000100000000000000000000000000000004ffc4001910000105000000000000000000000000000300013372b1ffda0008010100003f0050601d5b17ffd9";
const TITIK: &str = "89504e470d0a1a0a0000000d4948445200000002000000010800000000d14920560000000b49444154789c6360f80f000102010042bebc680000000049454e44ae426082";

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).expect("figures")).collect()
}

/// A JPEG that says where it was taken, and which way up it stands.
fn taken() -> Vec<u8> {
    let foto = bytes(FOTO);
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0RAHASIA";
    let segment = |kind: u8, body: &[u8]| {
        let len = u16::try_from(body.len() + 2).expect("a short segment").to_be_bytes();
        [&[0xFF, kind], &len[..], body].concat()
    };
    [&foto[..20], &segment(0xE1, exif), &segment(0xFE, b"RAHASIA"), &foto[20..]].concat()
}

#[test]
fn what_nobody_sees_in_a_picture_goes_out_with_no_pdf() {
    let png = [&bytes(TITIK)[..33], b"\0\0\0\x09tEXta\0RAHASIA\0\0\0\0", &bytes(TITIK)[33..]].concat();
    let svg = [&MAP[..MAP.len() - 6], b"<metadata>RAHASIA</metadata><!-- RAHASIA --></svg>"].concat();
    for (name, picture) in [("a.jpg", taken()), ("a.png", png), ("a.svg", svg)] {
        let text = format!("{}salinan: {{oleh: kasubbag-hukum}}\n", decree(name));
        let here = folder(&[("n.yaml", &text)]);
        put(&here, name, &picture);
        assert!(holds(&picture, "RAHASIA"), "{name}");
        let ran = naskah(here.path(), ["terbit", "--ya", "n.yaml", "-o", "asli.pdf"]);
        assert_eq!(ran.code, Some(0), "{name}: {}", ran.err);
        assert_eq!(naskah(here.path(), ["salinan", "5", "-o", "s.pdf"]).code, Some(0), "{name}");
        for made in ["asli.pdf", "s.pdf"] {
            let pdf = fs::read(here.path().join(made)).unwrap();
            let bundel = naskah::input::source(&pdf).expect("a bundle");
            let carried = bundel.files().into_values().find(|bytes| bytes.len() < 4096 && ends_as(&picture, bytes));
            assert!(carried.is_some_and(|bytes| !holds(&bytes, "RAHASIA")), "{name} in {made}");
            assert!(!holds(&unpacked(&pdf), "RAHASIA"), "{name} in {made}");
            let told = naskah(here.path(), ["verifikasi", made]);
            assert_eq!(told.code, Some(0), "{name} in {made}: {}", told.told());
        }
    }
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

/// Whether two files begin alike.
fn ends_as(one: &[u8], other: &[u8]) -> bool {
    one.get(..4) == other.get(..4)
}

/// The streams of a PDF, unpacked where they are packed.
fn unpacked(pdf: &[u8]) -> Vec<u8> {
    let document = lopdf::Document::load_mem(pdf).expect("a PDF");
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let one =
        |stream: &lopdf::Stream| [stream.content.clone(), stream.decompressed_content().unwrap_or_default()].concat();
    streams.flat_map(one).collect()
}
