//! What stands at the foot of a page and beside the signature: never over one another, and with room in original and copy.

use std::fs;
use std::path::Path;

use naskah_core::catalog::Root;
use naskah_core::diag::Code;
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Edition};
use naskah_pages::typeset::Pages;

use crate::support::{Made, completed, lay_out, text_of};

/// The sentence of electronic certificates, in own words.
const KALIMAT: &str = "Naskah ini ditandatangani secara elektronik dengan sertifikat elektronik dari balai yang \
                       berwenang menerbitkannya, dan keasliannya dapat diperiksa pada laman badan yang membinanya";

/// A decree whose lampiran takes several pages, in an edition.
fn made(halaman: &str, root: Root, edition: Edition) -> Made {
    let rows: String = (1..=60).map(|n| format!("        - [Nama {n}, Jabatan {n}]\n")).collect();
    let fields = format!(
        "halaman: {halaman}\nsalinan: {{oleh: kasubbag-hukum}}\ndiktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  \
         - judul: Satu\n    tabel:\n      kolom: [{{judul: Nama}}, {{judul: Jabatan}}]\n      baris:\n{rows}"
    );
    let made = lay_out("naskah.yaml", &completed(&fields, &[]), root, edition);
    naskah_pages::typeset::forget(0);
    made
}

fn copy() -> Edition {
    Edition { bentuk: Bentuk::Salinan, asli: Some(Sidik::of("asli")), ..Edition::default() }
}

/// The rows that each page ends with.
fn ends(pages: &Pages) -> Vec<Option<String>> {
    let names = |page| {
        let rows = pages.pieces(page).into_iter().map(|piece| piece.text);
        rows.filter(|text| text.strip_prefix("Nama ").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit())))
    };
    (0..pages.count()).map(|page| names(page).next_back()).collect()
}

#[test]
fn foot_lines_and_fingerprint_stand_clear_of_one_another() {
    for paper in
        ["{}", "{kertas: A4, margin_cermin: ya}", "{kertas: A3}", "{margin: {bawah: 1 cm}}", "{kata_penyambung: ya}"]
    {
        for sidik in ["teks", "qr", "keduanya"] {
            if sidik != "teks" && paper.contains("bawah") {
                continue;
            }
            for line in ["kaki", "kaki_salinan"] {
                let settings = format!("{}, {line}: '{KALIMAT}', sidik: {sidik}}}", &paper[..paper.len() - 1]);
                let settings = settings.replace("{, ", "{");
                let asli = made(&settings, Root::embedded(), Edition::default());
                assert!(!asli.sink.has_errors(), "{settings}: {}", asli.messages());
                let salinan = made(&settings, Root::embedded(), copy());
                assert!(!salinan.sink.has_errors(), "{settings}: {}", salinan.messages());
                assert_eq!(ends(asli.pages()), ends(salinan.pages()), "{settings}");
                let last = salinan.pages().pieces(salinan.pages().count() - 1);
                let foot = last.iter().find(|piece| piece.text.starts_with("Naskah ini")).expect("the office's line");
                if sidik != "qr" {
                    let own = last.iter().find(|piece| piece.text.starts_with("Sidik")).expect("the fingerprint");
                    assert!(own.y < foot.y - 6.0, "{settings}");
                }
            }
        }
    }
}

#[test]
fn a_short_foot_line_moves_no_text() {
    let plain = made("{}", Root::embedded(), Edition::default());
    let lined = made("{kaki: jdih.kpu.go.id}", Root::embedded(), Edition::default());
    assert_eq!(ends(plain.pages()), ends(lined.pages()));
}

const PARAF: &str = "Kepala Subbagian Teknis Penyelenggaraan Pemilihan Umum, Partisipasi, dan Hubungan Masyarakat";

#[test]
fn boxes_for_initials_keep_to_the_room_beside_the_signature() {
    for names in [format!("['{PARAF}']"), format!("[{}]", vec!["Sekretaris"; 26].join(", "))] {
        let made = made(&format!("{{paraf: {names}}}"), Root::embedded(), Edition::default());
        assert!(!made.sink.has_errors(), "{names}: {}", made.messages());
        assert!(!made.messages().contains("N4"), "{}", made.messages());
    }
}

/// The program's styles with one of them changed.
fn changed(style: &str, from: &str, to: &str) -> (tempfile::TempDir, Root) {
    let path = format!("templates/gaya/{style}");
    let text = text_of(&path);
    assert!(text.contains(from), "{style} holds `{from}`");
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("templates/gaya")).expect("a folder");
    fs::write(folder.path().join(&path), text.replace(from, to)).expect("a style");
    let root = Root::overlaid(Path::new(folder.path()));
    (folder, root)
}

#[test]
fn furniture_over_a_text_is_told() {
    let (_folder, root) = changed("keputusan.typ", "place(bottom + left, kotak)", "place(bottom + right, kotak)");
    let over = made(&format!("{{paraf: ['{PARAF}']}}"), root, Edition::default());
    assert!(over.sink.found().iter().any(|finding| finding.code == Code::BERTINDIH), "{}", over.messages());
    let (_folder, root) = changed("halaman.typ", "v(huruf-sidik)", "v(-4pt)");
    let over = made(&format!("{{kaki: '{KALIMAT}'}}"), root, copy());
    assert!(over.sink.found().iter().any(|finding| finding.code == Code::BERTINDIH), "{}", over.messages());
}

#[test]
fn an_anchor_fits_its_place() {
    let anchored = |text: &str| made(&format!("{{tte: {{jangkar: '{text}'}}}}"), Root::embedded(), Edition::default());
    for short in ["#", "${ttd_pengirim}"] {
        assert!(!anchored(short).sink.has_errors(), "{short}: {}", anchored(short).messages());
    }
    let long = anchored("tanda yang terlalu panjang untuk tempatnya");
    assert!(long.messages().contains("tidak muat pada tempat tanda tangan elektronik"), "{}", long.messages());
}

#[test]
fn an_empty_page_is_told() {
    let (_folder, root) = changed(
        "lampiran.typ",
        "  bertepi(h, m, lebar, page.with(",
        "  page[#v(0pt)]\n  bertepi(h, m, lebar, page.with(",
    );
    let made = made("{}", root, Edition::default());
    assert!(made.messages().contains("tidak berisi apa pun"), "{}", made.messages());
}
