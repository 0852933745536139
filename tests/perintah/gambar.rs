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
    put(&here, "b.svg", &[MAP, b"<!-- -->"].concat());
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
