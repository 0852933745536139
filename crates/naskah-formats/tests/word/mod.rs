//! Word files: the same words as the decree in the same order, sound parts, the same bytes each time.

mod acak;
mod baca;
mod balik;
mod formulir;
mod halaman;
pub mod kata;
mod lacak;

use std::path::{Path, PathBuf};

use naskah_core::catalog::{Catalog, Root};
use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::{Bentuk, Edition, Resolved};
use naskah_formats::ooxml::Paket;
use naskah_formats::read::bind;
use naskah_formats::word::{self, Bahan};
use naskah_testing::{assert_none, files_below, project, text_of};

/// Every whole decree of the project, and the papers beside decrees.
pub fn decrees() -> Vec<PathBuf> {
    let below = |folder: &str, end: &str| files_below(folder, end);
    [below("data/keputusan", ".yaml"), below("templates/jenis", "contoh.yaml"), below("tests/keputusan", ".yaml")]
        .concat()
}

/// A decree that must be bound.
pub fn bound(name: &Path, text: &str, edition: &Edition) -> (Resolved, Files) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(name.to_string_lossy(), text);
    let resolved = bind(file, edition, &Catalog::new(Root::embedded()), &mut files, &mut sink);
    (resolved.unwrap_or_else(|| panic!("{}: {:?}", name.display(), sink.found())), files)
}

/// Its Word file.
pub fn docx(resolved: &Resolved) -> Vec<u8> {
    let gambar = word::gambar(resolved, |_| None);
    let milik = [("naskah-sidik", "x".to_owned())];
    let bahan = Bahan { naskah: resolved.naskah(), gambar: &gambar, milik: &milik, banding: None };
    word::docx(&bahan).unwrap_or_else(|missing| panic!("texts left out: {missing:?}"))
}

/// What a decree's file is called in the folder `NASKAH_WORD`, where somebody looks at it.
pub fn file_name(path: &Path, edition: &Edition) -> String {
    let slug = path.to_string_lossy().replace('/', "-");
    let kind = if edition.bentuk == Bentuk::Asli { "" } else { "-salinan" };
    format!("{slug}{kind}.docx")
}

/// Every edition in which the decrees are looked at.
fn editions() -> [Edition; 2] {
    let salinan = Edition { bentuk: Bentuk::Salinan, oleh: None, ..Edition::draft() };
    [Edition::draft(), salinan]
}

#[test]
fn words_are_those_of_the_decree_in_their_order() {
    let mut wrong = Vec::new();
    for (path, edition) in decrees().iter().flat_map(|path| editions().map(|edition| (path, edition))) {
        let (resolved, _) = bound(path, &text_of(path), &edition);
        let bytes = docx(&resolved);
        assert_eq!(bytes, docx(&resolved), "{} gives other bytes the second time", path.display());
        if let Ok(folder) = std::env::var("NASKAH_WORD") {
            std::fs::write(Path::new(&folder).join(file_name(path, &edition)), &bytes).unwrap();
        }
        let found = baca::words(&bytes);
        let wanted = kata::words(resolved.naskah());
        if let Some(at) = (0..found.len().max(wanted.len())).find(|at| found.get(*at) != wanted.get(*at)) {
            let part =
                |words: &[String]| words[at.saturating_sub(4).min(words.len())..(at + 4).min(words.len())].join(" ");
            wrong.push(format!("{}: word {at}: `{}` for `{}`", path.display(), part(&found), part(&wanted)));
        }
    }
    assert_none(&wrong);
}

/// A tall picture, then another one that closes the attachment: that has the page to itself, and shares it with the
/// signature; under a long head the first is so much smaller that the head is not left alone.
#[test]
fn pictures_are_as_large_as_their_page_lets_them_be() {
    let folder = std::env::temp_dir().join(format!("naskah-besar-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut tall = png::Encoder::new(std::fs::File::create(folder.join("pindai.png")).unwrap(), 200, 300);
    tall.set_color(png::ColorType::Grayscale);
    tall.write_header().unwrap().write_image_data(&[90; 60_000]).unwrap();
    let heights = |tentang: &str, orientasi: &str| -> Vec<f64> {
        let text = naskah_testing::completed(
            &format!(
                "tentang: {tentang}\nhalaman: {{kertas: A4}}\ndiktum: [Hasil tercantum dalam Lampiran.]\nlampiran:\n  - judul: Hasil\n    orientasi: {orientasi}\n    teks:\n      \
                 - gambar: {{berkas: pindai.png}}\n      - gambar: {{berkas: pindai.png}}\n"
            ),
            &[],
        );
        let (resolved, _) = bound(&folder.join("n.yaml"), &text, &Edition::draft());
        let paket = Paket::buka(&docx(&resolved)).unwrap();
        let document = paket.xml("word/document.xml").unwrap();
        let high =
            |extent: &naskah_formats::ooxml::Elemen| extent.get("cy")?.parse::<f64>().ok().map(|emu| emu / 12_700.0);
        document.below("extent").iter().filter_map(|extent| high(extent)).collect()
    };
    let long = "Penetapan Hasil Pemeriksaan Gudang Perlengkapan Pemungutan Suara di Lingkungan Komisi Pemilihan Umum Kabupaten \
                Semarang dan Sekretariat Komisi Pemilihan Umum Kabupaten Semarang Tahun Anggaran 2025 sampai dengan Tahun Anggaran 2026";
    let (short, under) = (heights("Penetapan Hasil", "potret"), heights(long, "potret"));
    assert!(short.len() == 2 && short[1] >= short[0], "the last one is not smaller: {short:?}");
    assert!(under[0] < short[0] - 60.0 && (under[1] - short[1]).abs() < 1.0, "{under:?}, {short:?}");
    let lying = heights(long, "lanskap");
    assert!(lying[0] >= 113.0 && lying[1] > lying[0], "{lying:?}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn pictures_stand_in_the_file_with_what_is_said_of_them() {
    let folder = std::env::temp_dir().join(format!("naskah-gambar-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::copy(project().join("docs/contoh.png"), folder.join("peta.png")).unwrap();
    let text = naskah_testing::completed(
        "nomor: 7\ndiktum: [Denah tercantum dalam Lampiran Keputusan ini.]\nlampiran:\n  - judul: Denah\n    teks:\n      - Keterangan denah.\n      \
         - gambar: {berkas: peta.png, lebar: 5 cm, keterangan: Denah kantor}\n",
        &[],
    );
    let (resolved, _) = bound(&folder.join("denah.yaml"), &text, &Edition::draft());
    let bytes = docx(&resolved);
    if let Ok(out) = std::env::var("NASKAH_WORD") {
        std::fs::write(Path::new(&out).join("gambar.docx"), &bytes).unwrap();
    }
    let paket = Paket::buka(&bytes).unwrap();
    let document = paket.xml("word/document.xml").unwrap();
    let picture = document.below("docPr")[0].clone();
    assert_eq!((picture.get("descr"), picture.get("name")), (Some("Denah kantor"), Some("gambar1.png")));
    assert_eq!(document.below("extent")[0].get("cx"), Some("1800000"));
    assert_eq!(paket.bytes("word/media/gambar1.png"), Some(&std::fs::read(folder.join("peta.png")).unwrap()[..]));
    let mut wrong = Vec::new();
    baca::broken_references(&paket, &mut wrong);
    assert_none(&wrong);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn parts_stand_in_the_order_of_the_schema() {
    let mut wrong = Vec::new();
    for path in decrees() {
        let (resolved, _) = bound(&path, &text_of(&path), &Edition::draft());
        let paket = Paket::buka(&docx(&resolved)).unwrap();
        for part in ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml"] {
            baca::out_of_order(&paket.xml(part).unwrap(), &mut wrong);
        }
        baca::broken_references(&paket, &mut wrong);
    }
    assert_none(&wrong);
}
