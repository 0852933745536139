//! Pictures of attachments: where they are looked for, what is refused, and that a PDF carries them.

use std::fs;

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
        ("rapat.docx", "gambar `rapat.docx` bukan berkas PNG, JPG, atau SVG"),
        ("teks.png", "gambar ini tidak dapat dibaca sebagai PNG, JPG, atau SVG"),
        ("teks.svg", "gambar ini tidak dapat dibaca sebagai PNG, JPG, atau SVG"),
        ("teks.jpg", "gambar ini tidak dapat dibaca sebagai PNG, JPG, atau SVG"),
        ("kosong.svg", "gambar ini kosong: tidak ada yang terlihat di dalamnya"),
    ] {
        put(&here, "n.yaml", decree(gambar).as_bytes());
        let ran = susun(here.path(), "n.yaml -o n.pdf");
        assert_eq!(ran.code, Some(1), "{gambar}: {}", ran.err);
        assert!(ran.err.contains(message), "{gambar}: {}", ran.err);
        assert!(!here.path().join("n.pdf").exists());
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
        let text = format!("{}salinan: {{oleh: kasubbag-hukum}}\ntahun: 2025\n", decree(name));
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
