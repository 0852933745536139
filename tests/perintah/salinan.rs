//! `salinan`: made from what was issued and from nothing else.

use std::fs;
use std::path::Path;

use lopdf::Document;
use naskah_formats::pdf::Pdf;
use tempfile::TempDir;

use super::{Ran, naskah};
use crate::support::{completed, text_of};

/// A folder with one issued decree.
pub fn issued(text: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::create_dir(folder.path().join("data")).expect("a folder");
    fs::write(folder.path().join("k.yaml"), completed(text, &[])).expect("a file");
    let ran = naskah(folder.path(), ["terbit", "--ya", "k.yaml", "-o", "asli.pdf"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    folder
}

/// Persons for whom extracts are made.
const PANITIA: &str = "petikan: {diktum: [KESATU]}
diktum:
  - Mengangkat Panitia sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
lampiran:
  - judul: Susunan Panitia
    tabel: {kolom: [{judul: Nama}, {judul: Jabatan}], baris: [[Nama Satu, Ketua], [Nama Dua, Anggota]]}
";

const CERTIFIED: &str = "salinan: {oleh: kasubbag-hukum}\n";

fn copied(folder: &Path, arguments: &[&str]) -> Ran {
    naskah(folder, [&["salinan"], arguments].concat())
}

/// The keywords that a PDF gives itself.
pub fn keywords(path: &Path) -> String {
    let document = Document::load(path).expect("a PDF");
    let info = document.trailer.get(b"Info").and_then(|info| document.dereference(info)).expect("an Info").1;
    let words = info.as_dict().and_then(|info| info.get(b"Keywords")).expect("keywords");
    lopdf::decode_text_string(words).expect("a text")
}

#[test]
fn a_copy_of_what_was_issued() {
    let folder = issued(CERTIFIED);
    let at = |name: &str| folder.path().join(name);
    let told = copied(folder.path(), &["7", "-o", "s.pdf"]);
    let sidik = naskah_core::fingerprint::Sidik::of(fs::read(at("asli.pdf")).expect("the original"));
    told.makes(&format!("dibuat: s.pdf (2 halaman), sidik asli {}\n", sidik.pendek()));
    assert_eq!(keywords(&at("s.pdf")), format!("sidik-asli: {sidik}"));
    // By its file, from anywhere, once more: the same bytes.
    let again = copied(folder.path(), &["k.yaml", "-o", "s.pdf"]);
    again.makes(&format!("sama dengan yang sudah ada: s.pdf (2 halaman), sidik asli {}\n", sidik.pendek()));
    let default = copied(folder.path(), &["7/2025"]);
    assert!(default.told().starts_with("dibuat: output/2025/7-penetapan-hari-kerja-salinan.pdf"), "{}", default.err);
    // Whatever became of data since, the copy is of what was issued.
    fs::create_dir_all(at("data/kantor")).expect("a folder");
    fs::write(at("data/kantor/kab-semarang.yaml"), "badan: Lain\n").expect("a file");
    assert!(copied(folder.path(), &["7", "-o", "s.pdf"]).told().starts_with("sama dengan yang sudah ada"));
}

#[test]
fn copies_of_decrees_that_all_members_sign_or_that_bear_an_anchor() {
    let members = "ditetapkan: {tanggal: 2025-03-04, anggota: [NAMA SATU, NAMA DUA]}\ntembusan: [Gubernur, Bupati]\n";
    let paged = "halaman: {tte: {jangkar: '#'}, paraf: [Sekretaris]}\n";
    for fields in [members, paged] {
        let folder = issued(&format!("{fields}{CERTIFIED}"));
        let copy = copied(folder.path(), &["7", "-o", "s.pdf"]);
        assert_eq!(copy.code, Some(0), "{fields}: {}", copy.err);
    }
}

/// The words of a PDF's pages.
fn words(folder: &Path, name: &str) -> String {
    let pdf = Pdf::open(&fs::read(folder.join(name)).expect("a PDF")).expect("a PDF");
    let words = (0..pdf.count()).flat_map(|page| pdf.words(page)).map(|word| word.teks);
    words.collect::<Vec<_>>().join(" ")
}

/// The profile of the issue is frozen, but nobody certifies a copy who left the office since.
#[test]
fn who_certifies_is_in_office_on_the_day_of_the_copy() {
    let folder = issued(&format!("{CERTIFIED}{PANITIA}"));
    let profile = text_of("data/kantor/kab-semarang.yaml");
    let later = profile.replace(
        "nama: Nama Kepala Subbagian",
        "nama: Nama Pengganti\n  kabag-hukum: {jabatan: Kepala Bagian Hukum, ub: sekretaris, nama: Nama Kepala Bagian}",
    );
    fs::create_dir_all(folder.path().join("data/kantor")).expect("a folder");
    fs::write(folder.path().join("data/kantor/kab-semarang.yaml"), later).expect("a file");
    for (arguments, name, post) in [
        (&["salinan", "7", "-o", "a.pdf"][..], "Nama Pengganti", "Subbagian"),
        (
            &["salinan", "7", "--oleh", "kabag-hukum", "-o", "b.pdf"],
            "Nama Kepala Bagian",
            "Sekretaris, u.b. Kepala Bagian",
        ),
        (&["petikan", "7", "--untuk", "Nama Satu", "-o", "c.pdf"], "Nama Pengganti", "Subbagian"),
    ] {
        let ran = naskah(folder.path(), arguments);
        assert!(ran.code == Some(0) && ran.err.contains("peringatan[N625]: pengesahnya Nama"), "{}", ran.err);
        let made = arguments.last().expect("a name");
        let printed = words(folder.path(), made);
        assert!(printed.contains(name) && !printed.contains("Nama Kepala Subbagian"), "{printed}");
        assert!(printed.contains(post) || made == &"b.pdf" && printed.contains("Kepala Bagian Hukum"), "{printed}");
        let verified = naskah(folder.path(), ["verifikasi", made]);
        let said = String::from_utf8_lossy(&verified.out).into_owned();
        assert_eq!(verified.code, Some(0), "{said}");
        assert!(said.contains("tidak ada dalam profil kantor saat terbit"), "{said}");
    }
    let without = profile.replace("kasubbag-hukum", "kasubbag-lain");
    fs::write(folder.path().join("data/kantor/kab-semarang.yaml"), without).expect("a file");
    let ran = copied(folder.path(), &["7", "-o", "d.pdf"]);
    assert!(ran.code == Some(0) && ran.err.contains("N625") && ran.err.contains("tidak ada lagi"), "{}", ran.err);
    assert!(words(folder.path(), "d.pdf").contains("Nama Kepala Subbagian"));
    assert_eq!(copied(folder.path(), &["7", "--oleh", "entah", "-o", "e.pdf"]).code, Some(1));
}

#[test]
fn copies_of_what_was_revoked_say_so() {
    let folder = issued(CERTIFIED);
    let revoking = "nomor: 9\ntentang: Pencabutan Hari Kerja\ndiktum:\n  - Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 7 \
                    Tahun 2025 tentang Penetapan Hari Kerja dicabut dan dinyatakan tidak berlaku.\n  - Keputusan ini mulai berlaku pada \
                    tanggal ditetapkan.\n";
    fs::write(folder.path().join("c.yaml"), completed(revoking, &[])).expect("a file");
    let ran = naskah(folder.path(), ["terbit", "--ya", "c.yaml", "-o", "c.pdf", "--setujui", "semua"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = copied(folder.path(), &["7", "-o", "s.pdf"]);
    assert!(ran.code == Some(0) && ran.err.contains("peringatan[N620]") && ran.err.contains("mencabut"), "{}", ran.err);
    for name in ["s.pdf", "asli.pdf"] {
        let verified = naskah(folder.path(), ["verifikasi", name]);
        let said = String::from_utf8_lossy(&verified.out).into_owned();
        assert!(verified.code == Some(0) && said.contains("Nomor 9 Tahun 2025 mencabut"), "{said}");
    }
    assert!(!copied(folder.path(), &["9", "--oleh", "sekretaris", "-o", "t.pdf"]).err.contains("N620"));
}

#[test]
fn another_certifier() {
    let folder = issued(CERTIFIED);
    let lines = copied(folder.path(), &["7", "--oleh", "sekretaris", "-o", "s.pdf"]);
    assert_eq!(lines.code, Some(0), "{}", lines.err);
    let nobody = copied(folder.path(), &["7", "--oleh", "sekretari", "-o", "t.pdf"]);
    assert_eq!(nobody.code, Some(1));
    assert!(
        nobody.err.contains("galat[N203]: pejabat `sekretari`") && nobody.err.contains("maksud Anda `sekretaris`?")
    );
    assert!(!folder.path().join("t.pdf").exists());
}

#[test]
fn only_what_stands_in_the_register() {
    let folder = issued(CERTIFIED);
    let at = |name: &str| folder.path().join(name);
    let missing = copied(folder.path(), &["8/2025", "-o", "s.pdf"]);
    assert!(missing.code == Some(1) && missing.err.contains("galat[N606]"), "{}", missing.err);
    let draft = completed("nomor: 9\nsalinan: {oleh: kasubbag-hukum}\n", &[]);
    fs::write(at("konsep.yaml"), draft).expect("a file");
    let unissued = copied(folder.path(), &["konsep.yaml", "-o", "s.pdf"]);
    assert!(
        unissued.code == Some(1) && unissued.err.contains("galat[N606]: konsep.yaml belum terbit"),
        "{}",
        unissued.err
    );
    let text = fs::read_to_string(at("k.yaml")).expect("the source");
    fs::write(at("k.yaml"), text.replace("Menetapkan Hari Kerja.", "Menetapkan Hari Libur.")).expect("a file");
    let changed = copied(folder.path(), &["k.yaml", "-o", "s.pdf"]);
    assert!(changed.code == Some(1) && changed.err.contains("galat[N602]"), "{}", changed.err);
    // Who compares it, or looks at the folder, is told as well.
    let compared = naskah(folder.path(), ["beda", "k.yaml", "konsep.yaml"]);
    assert!(compared.err.contains("peringatan[N602]: k.yaml bukan lagi Nomor 7 Tahun 2025"), "{}", compared.err);
    assert!(!compared.err.contains("konsep.yaml bukan lagi"), "{}", compared.err);
    let state = naskah(folder.path(), ["keadaan"]).told();
    assert!(state.contains("k.yaml: sudah terbit, dan isinya sudah lain"), "{state}");
    // By its number the copy is made of what was frozen, which is told.
    let frozen = copied(folder.path(), &["7", "-o", "t.pdf"]);
    assert_eq!(frozen.code, Some(0), "{}", frozen.err);
    let told = [
        "peringatan[N602]: isi k.yaml sekarang lain daripada saat Nomor 7 Tahun 2025 terbit",
        "Hari Libur",
        "dibekukan",
    ];
    told.iter().for_each(|said| assert!(frozen.err.contains(said), "{said}: {}", frozen.err));
    let frozen = at("data/register/2025/7/kab-semarang-ketua/naskah.yaml");
    let kept = fs::read_to_string(&frozen).expect("the frozen source");
    fs::write(&frozen, kept.replace("Hari", "Masa")).expect("a file");
    let damaged = copied(folder.path(), &["7", "-o", "s.pdf"]);
    assert!(damaged.code == Some(1) && damaged.err.contains("galat[N603]"), "{}", damaged.err);
    fs::write(&frozen, kept).expect("a file");
    assert_eq!(naskah(folder.path(), ["batal", "7/2025", "--alasan", "keliru"]).code, Some(0));
    let withdrawn = copied(folder.path(), &["7", "-o", "s.pdf"]);
    assert!(withdrawn.code == Some(1) && withdrawn.err.contains("galat[N607]"), "{}", withdrawn.err);
    assert!(!at("s.pdf").exists(), "nothing is written");
}

#[test]
fn an_original_that_comes_out_otherwise() {
    let folder = issued(CERTIFIED);
    let fonts = folder.path().join("fonts");
    fs::create_dir(&fonts).expect("a folder");
    let other = crate::support::project().join("fonts/texgyrebonum-italic.otf");
    fs::copy(other, fonts.join("texgyrebonum-regular.otf")).expect("a font");
    let ran = copied(folder.path(), &["7", "-o", "s.pdf"]);
    assert!(ran.code == Some(1) && ran.err.contains("galat[N611]"), "{}", ran.err);
    assert!(ran.err.contains("fonts/texgyrebonum-regular.otf") && !folder.path().join("s.pdf").exists(), "{}", ran.err);
}

#[test]
fn a_copy_that_would_say_more() {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("templates")).expect("a folder");
    let skeleton = crate::support::text_of("templates/naskah.typ.j2");
    let more = skeleton.replacen(
        "  memutuskan()\n",
        "<% if naskah.salinan %>\n  [Sisipan.]\n<% endif %>\n  memutuskan()\n",
        1,
    );
    assert_ne!(skeleton, more);
    fs::write(at("templates/naskah.typ.j2"), more).expect("a file");
    fs::write(at("k.yaml"), completed(CERTIFIED, &[])).expect("a file");
    // It is told before anything is frozen.
    let ran = naskah(folder.path(), ["terbit", "--ya", "k.yaml", "-o", "asli.pdf"]);
    assert!(ran.code == Some(1) && ran.err.contains("galat[N610]") && ran.err.contains("Sisipan."), "{}", ran.err);
    assert!(!at("asli.pdf").exists() && !at("data/register/2025.jsonl").exists(), "nothing is written");
}

/// Whether it is told that pages end elsewhere, with the line of what stands there.
fn placed(ran: &Ran, file: &str) -> bool {
    let told = |line: &str| line.contains("[N423]") && line.split(':').nth(1).is_some_and(|n| n.parse::<u32>().is_ok());
    ran.err.lines().any(|line| line.starts_with(file) && told(line))
}

/// Receivers that need a page more are told, though the decree's own words stand where they stood.
#[test]
fn receivers_on_a_page_more_are_told() {
    let receivers: Vec<String> = (1..=14).map(|n| format!("Ketua KPU Ke-{n} di Jakarta")).collect();
    let (few, receivers) = (receivers[..5].join(", "), receivers.join(", "));
    let decisions = "  - Petugas hadir di kantor kabupaten dan mencatat kehadirannya.\n".repeat(3);
    let members = "[NAMA SATU, NAMA DUA, NAMA TIGA, NAMA EMPAT]";
    let fields = format!(
        "salinan: {{oleh: kasubbag-hukum, disampaikan: [{receivers}]}}\nhalaman: {{kertas: A4}}\nditetapkan: {{tanggal: 2025-03-04, anggota: {members}}}\ntembusan: [{few}, Arsip]\ndiktum:\n{decisions}"
    );
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("k.yaml"), completed(&fields, &[])).expect("a file");
    let pages = |name: &str| Document::load(folder.path().join(name)).expect("a PDF").get_pages().len();
    assert_eq!(naskah(folder.path(), ["susun", "k.yaml", "-o", "k.pdf"]).code, Some(0));
    let form = naskah(folder.path(), ["susun", "--konsep", "--salinan", "k.yaml", "-o", "s.pdf", "--pesan", "ringkas"]);
    assert!(pages("s.pdf") > pages("k.pdf"), "{} of {}", pages("s.pdf"), pages("k.pdf"));
    assert!(placed(&form, "k.yaml:"), "{}", form.err);
}

/// Pages that do not end where the original's do are told: by the form of the copy, also of many, by the issue and by the copy.
#[test]
fn other_ends_of_pages_are_told() {
    let decisions = |n: usize| "  - Petugas hadir di kantor kabupaten dan mencatat kehadirannya.\n".repeat(n);
    let fields = |n| {
        format!(
            "{CERTIFIED}ditetapkan: {{tanggal: 2025-03-04, pendamping: {{jabatan: ['SEKRETARIS DAERAH,'], nama: NAMA PENDAMPING}}}}\ndiktum:\n{}",
            decisions(n)
        )
    };
    let folder = TempDir::new().expect("a folder");
    let mut found = Vec::new();
    for n in 6..22 {
        fs::write(folder.path().join("k.yaml"), completed(&fields(n), &[])).expect("a file");
        let form = ["susun", "--konsep", "--salinan", "k.yaml", "-o", "k.pdf", "--timpa", "--pesan", "ringkas"];
        let form = naskah(folder.path(), form);
        assert_eq!(form.code, Some(0), "{}", form.err);
        let ends = |name: &str| Document::load(folder.path().join(name)).expect("a PDF").get_pages().len();
        let copy = ends("k.pdf");
        assert_eq!(naskah(folder.path(), ["susun", "k.yaml", "-o", "k.pdf", "--timpa"]).code, Some(0));
        if form.err.contains("[N423]") {
            assert!(placed(&form, "k.yaml:"), "{}", form.err);
            found.push(n);
        } else {
            assert_eq!(copy, ends("k.pdf"), "{n} decisions: untold");
        }
    }
    let n = *found.first().expect("a certificate without room");
    let pattern = completed(&fields(n), &[]).replace("kantor kabupaten", "kantor {{ Kantor }}");
    fs::write(folder.path().join("pola.yaml"), pattern).expect("a file");
    fs::write(folder.path().join("data.csv"), "Kantor\nkabupaten\n").expect("a file");
    let many = ["massal", "pola.yaml", "--data", "data.csv", "--konsep", "--salinan", "--pesan", "ringkas"];
    let many = naskah(folder.path(), many);
    assert!(many.code == Some(0) && many.err.contains("[N423]"), "{}", many.err);
    let folder = issued(&fields(n));
    let told = copied(folder.path(), &["7", "-o", "s.pdf", "--pesan", "ringkas"]);
    assert!(told.code == Some(0) && placed(&told, ""), "{}", told.err);
}
