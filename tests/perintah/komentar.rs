//! What people note beside a decree goes out with no PDF, unless its office says so; what is frozen keeps it.

use std::fs;
use std::path::Path;

use naskah_formats::pdf::Pdf;
use serde_json::Value;

use super::naskah;
use super::salinan::issued;

/// A decree with notes of its drafters in every place where there may be one.
const NOTED: &str = "# SATU di atas\nsalinan: {oleh: kasubbag-hukum}  # DUA\nmengingat:\n  # TIGA\n  - {id: uu-7-2017, \
                     catatan: EMPAT tanya biro}\n  - pkpu-8-2019\npetikan: {lampiran: 1}\nlampiran:\n  - judul: Petugas\n    \
                     tabel:\n      kolom: [{judul: No, isi: nomor}, {judul: Nama}]\n      baris:\n        - [Nama Satu]  # \
                     LIMA\ndiktum: [Petugas tercantum dalam Lampiran., Berlaku sejak ditetapkan.]\n";

/// Everything that a PDF carries beside its pages.
fn carried(path: &Path) -> String {
    let bytes = fs::read(path).expect("a PDF");
    let files = Pdf::open(&bytes).expect("a PDF that opens").attachments();
    assert_eq!(files.len(), 2, "{}", path.display());
    files.iter().map(|file| String::from_utf8_lossy(&file.isi).into_owned()).collect()
}

#[test]
fn neither_original_nor_copy_nor_extract_carries_a_note() {
    let folder = issued(NOTED);
    let at = |name: &str| folder.path().join(name);
    for command in [vec!["salinan", "7", "-o", "s.pdf"], vec!["petikan", "7", "--untuk", "1", "-o", "p.pdf"]] {
        let ran = naskah(folder.path(), command);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
    for path in [at("asli.pdf"), at("s.pdf"), at("p.pdf")] {
        let carried = carried(&path);
        for note in ["SATU", "DUA", "TIGA", "EMPAT", "LIMA", "\\n# ", "komentar_ikut"] {
            assert!(!carried.contains(note), "{} carries {note}: {carried}", path.display());
        }
        let ran = naskah(folder.path(), ["verifikasi", "--format", "json", &path.display().to_string()]);
        let answer: Value = serde_json::from_slice(&ran.out).expect("an answer");
        assert_eq!((answer["hasil"].as_str(), ran.code), (Some("sama"), Some(0)), "{answer:#}");
        assert_eq!(answer["register"]["keadaan"].as_str(), Some("terbit"), "{answer:#}");
    }
    // The office's own file and what is frozen keep every note.
    let frozen = at("data/register/2025/7/kab-semarang-ketua/naskah.yaml");
    let (frozen, own) = (fs::read_to_string(frozen).expect("frozen"), fs::read_to_string(at("k.yaml")).expect("own"));
    assert!(frozen == own && ["SATU", "DUA", "TIGA", "EMPAT", "LIMA"].iter().all(|note| own.contains(note)));
    // The source that a PDF gives back is known as the one that was issued.
    assert_eq!(naskah(folder.path(), ["ekstrak", "asli.pdf", "-o", "kembali.yaml"]).code, Some(0));
    let copy = naskah(folder.path(), ["salinan", "kembali.yaml", "-o", "s.pdf"]);
    assert!(copy.told().starts_with("sama dengan yang sudah ada"), "{}", copy.err);
}

#[test]
fn an_office_may_let_them_go() {
    let folder = tempfile::TempDir::new().expect("a folder");
    fs::create_dir_all(folder.path().join("data/kantor")).expect("a folder");
    let office = crate::support::text_of("data/kantor/kab-semarang.yaml");
    fs::write(folder.path().join("data/kantor/kab-semarang.yaml"), office + "komentar_ikut: ya\n").expect("a file");
    fs::write(folder.path().join("k.yaml"), crate::support::completed(NOTED, &[])).expect("a file");
    assert_eq!(naskah(folder.path(), ["susun", "k.yaml", "-o", "a.pdf"]).code, Some(0));
    let carried = carried(&folder.path().join("a.pdf"));
    assert!(["SATU", "DUA", "TIGA", "EMPAT", "LIMA"].iter().all(|note| carried.contains(note)), "{carried}");
    assert_eq!(naskah(folder.path(), ["verifikasi", "a.pdf"]).code, Some(0));
    // An extract carries what it shows alone, whatever the office says.
    assert_eq!(
        naskah(folder.path(), ["terbit", "--ya", "--setujui", "semua", "k.yaml", "-o", "asli.pdf"]).code,
        Some(0)
    );
    assert_eq!(naskah(folder.path(), ["petikan", "7", "--untuk", "1", "-o", "p.pdf"]).code, Some(0));
    let extract = self::carried(&folder.path().join("p.pdf"));
    for note in ["SATU", "DUA", "TIGA", "EMPAT", "LIMA", "\\n# "] {
        assert!(!extract.contains(note), "{note}: {extract}");
    }
    assert_eq!(naskah(folder.path(), ["verifikasi", "p.pdf"]).code, Some(0));
}
