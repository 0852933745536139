//! What holds of pages one by one: pictures and what is said of them, widths that are asked for, rows that stay whole.

use std::fs;

use naskah_core::catalog::Root;
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Edition};

use super::tata;
use crate::support::{Made, completed, lay_out};

/// A decree with fields of its own.
fn written(fields: &str) -> String {
    let certified = if fields.contains("salinan:") { "" } else { "salinan: {oleh: kasubbag-hukum}\n" };
    completed(&format!("{certified}{fields}"), &[])
}

/// The same on its pages.
pub fn laid(name: &str, fields: &str, bentuk: Bentuk, untuk: Option<&str>) -> Made {
    let asli = (bentuk != Bentuk::Asli).then(|| Sidik::of("asli"));
    let untuk = untuk.map(str::to_owned).into_iter().collect();
    let made = lay_out(name, &written(fields), Root::embedded(), Edition { bentuk, asli, untuk, ..Edition::default() });
    naskah_pages::typeset::forget(0);
    made
}

/// The findings about pages.
pub fn faults(made: &Made) -> Vec<String> {
    made.messages().lines().filter(|line| line.contains("[N4")).map(str::to_owned).collect()
}

/// The fields of a decree on A4 that so many members sign.
pub fn signed(members: usize) -> String {
    let nama: Vec<String> = (1..=members).map(|n| format!("NAMA ANGGOTA {n}")).collect();
    format!("halaman: {{kertas: A4}}\nditetapkan: {{tanggal: 2025-03-04, anggota: [{}]}}\n", nama.join(", "))
}

/// Where a text stands: its pages, and how far down.
pub fn places(made: &Made, text: &str) -> Vec<(usize, f64)> {
    let pages = made.pages();
    let of_page =
        |page| pages.lines(page).into_iter().filter(|line| line.text.contains(text)).map(move |line| (page, line.y));
    (0..pages.count()).flat_map(of_page).collect()
}

/// What is said of a picture stands right under it, so it tells how large that is.
#[test]
fn a_copy_has_its_original_s_picture_with_what_is_said_of_it() {
    let here = tempfile::tempdir().expect("a folder");
    for (name, text) in tata::gambar() {
        fs::write(here.path().join(name), text).expect("a picture");
    }
    let name = here.path().join("naskah.yaml").to_string_lossy().into_owned();
    for (orientasi, gambar) in
        [("lanskap", "mendatar"), ("lanskap", "persegi"), ("potret", "tegak"), ("potret", "persegi")]
    {
        for halaman in ["{kertas: A4}", "{kertas: A4, tte: {lebar: 5 cm, tinggi: 4 cm}}", "{tanda_tangan: 14 cm}"] {
            let fields = format!(
                "halaman: {halaman}\ndiktum: [Peta tercantum dalam Lampiran.]\nlampiran:\n  - judul: Denah\n    orientasi: {orientasi}\n    gambar: {{berkas: {gambar}.svg, keterangan: Letak gudang}}\n"
            );
            let [asli, salinan] = [Bentuk::Asli, Bentuk::Salinan].map(|bentuk| laid(&name, &fields, bentuk, None));
            let what = format!("{orientasi} {gambar} {halaman}");
            let told = [&asli, &salinan].map(faults).concat();
            assert!(!told.iter().any(|line| !line.contains("pakai `orientasi")), "{what}: {told:?}");
            let [at, copied] = [&asli, &salinan].map(|made| places(made, "Letak gudang")[0]);
            assert_eq!(at, copied, "{what}");
            assert_eq!(places(&asli, "DENAH").last().map(|at| at.0), Some(at.0), "{what}: under the title");
        }
    }
}

/// A table in a lampiran of a direction.
pub fn table(orientasi: &str, kolom: &str, baris: &str) -> String {
    format!(
        "diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Daftar\n    orientasi: {orientasi}\n    tabel:\n      kolom: [{kolom}]\n      baris:\n{baris}"
    )
}

#[test]
fn a_width_that_a_column_does_not_have_is_told() {
    let told = |kolom: &str, sel: &str| {
        let made = laid("naskah.yaml", &table("potret", kolom, &format!("        - [{sel}]\n")), Bentuk::Asli, None);
        faults(&made).into_iter().filter(|line| line.contains("[N421]")).collect::<Vec<_>>()
    };
    let kept =
        told("{judul: No, isi: nomor, lebar: 1 cm}, {judul: Nama, lebar: 4 cm}, {judul: Ket, lebar: 3 cm}", "Nama, ya");
    assert!(kept.is_empty(), "{kept:?}");
    let lost = told(
        "{judul: Desa, lebar: 3 cm}, {judul: NIK, lebar: 2 cm}, {judul: Ket, lebar: 2 cm}",
        "Desa, '3374012345678901', ya",
    );
    assert!(
        lost.len() == 1 && lost[0].contains("kolom 2 (`NIK`) tercetak selebar 4,") && lost[0].contains("bukan 2,0 cm"),
        "{lost:?}"
    );
}

/// Turned heads are as high as a lying page lets them be before their column grows.
#[test]
fn turned_heads_leave_columns_their_width() {
    let kolom = "{judul: Desa}, {judul: Pemilih Laki-Laki, putar: ya, lebar: 1 cm}, {judul: Pemilih Perempuan, putar: ya, lebar: 1 cm}, {judul: Ket}";
    for baris in [1, 30] {
        let rows = "        - [Desa, 1, 2, ya]\n".repeat(baris);
        let tentang = "tentang: Penetapan Daftar Pemilih Berkelanjutan di Lingkungan Komisi Pemilihan Umum Kabupaten Semarang Tahun 2025\nhalaman: {kertas: A4}\n";
        let made = laid("naskah.yaml", &format!("{tentang}{}", table("lanskap", kolom, &rows)), Bentuk::Asli, None);
        assert_eq!(faults(&made), [""; 0], "{baris} rows");
    }
}

/// A name of two lines at every height of a page: its row is not parted.
#[test]
fn short_rows_are_not_parted() {
    let kolom = "{judul: NIK, lebar: 5 cm}, {judul: Nama, lebar: 3 cm}, {judul: Tugas, lebar: 4 cm}";
    for before in 20..34 {
        let rows: String = (0..before).map(|n| format!("        - ['{n}', Desa {n}, ya]\n")).collect();
        let row = |n| {
            format!(
                "        - ['33740123456789{n}', Kepala Subbagian Umum {n}, memeriksa kelengkapan berkas dan mencatatnya]\n"
            )
        };
        let rows = rows + &(10..20).map(row).collect::<String>();
        let made = laid("naskah.yaml", &table("potret", kolom, &rows), Bentuk::Asli, None);
        for n in 10..20 {
            let number = places(&made, &format!("33740123456789{n}"));
            let pages = made.pages();
            let end = format!("Umum {n}");
            let name = (0..pages.count()).find(|page| pages.pieces(*page).iter().any(|line| line.text.contains(&end)));
            assert_eq!(number.first().map(|at| at.0), name, "{before} rows before, row {n}");
        }
    }
}

/// Of tables that are alike to the last word the one is named that the fault is in.
#[test]
fn a_fault_is_told_of_its_own_table() {
    let kolom: String = (0..12).map(|n| format!(", {{judul: Jumlah {n}, isi: bilangan}}")).collect();
    let table = |number: &str, rows: usize| {
        let row = format!("            - [Desa Contoh{}]\n", format!(", {number}").repeat(12));
        format!("      - tabel:\n          kolom: [{{judul: Desa}}{kolom}]\n          baris:\n{}", row.repeat(rows))
    };
    let few = table("1", 1);
    let many = table("123456789012", 2);
    let fields =
        format!("diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Daftar\n    teks:\n{few}{many}{many}");
    let made = laid("naskah.yaml", &fields, Bentuk::Asli, None);
    let text = written(&fields);
    let second = text.lines().enumerate().filter(|(_, line)| line.contains("tabel:")).nth(1).expect("a table").0 + 1;
    let told: Vec<String> = faults(&made).into_iter().filter(|line| line.contains("[N415]")).collect();
    let line = told.first().and_then(|line| line.split(':').nth(1)?.parse::<usize>().ok()).expect("a line");
    assert!((second..=second + 3).contains(&line), "table in line {second}: {told:?}");
}

/// The last sheet of an extract says whom it is for, also where all members sign.
#[test]
fn an_extract_that_many_sign_names_its_person_on_the_last_sheet() {
    for columns in 2..9 {
        let kolom: String = (0..columns).map(|n| format!(", {{judul: Keterangan {n}}}")).collect();
        let sel = ", dilaksanakan menurut jadwal".repeat(columns);
        let rows = format!("        - [Nama Petugas Satu{sel}]\n");
        let fields = signed(5) + &table("lanskap", &format!("{{judul: Nama}}{kolom}"), &rows);
        let made = laid("naskah.yaml", &fields, Bentuk::Petikan, Some("Nama Petugas Satu"));
        let last = made.pages().count() - 1;
        assert!(places(&made, "Nama Petugas Satu").iter().any(|at| at.0 == last), "{columns}: {}", made.messages());
        assert_eq!(faults(&made), [""; 0], "{columns} columns");
    }
}

/// The blank in which a line ends is no gap of it: lines of few words are seen to be loose, and set ragged.
#[test]
fn loose_lines_of_few_words_are_ragged() {
    let fields = "tentang: Penetapan Formulir Pemeriksaan Kelengkapan\n";
    let made = laid("naskah.yaml", fields, Bentuk::Asli, None);
    let pages = made.pages();
    let lines = (0..pages.count()).flat_map(|page| pages.lines(page));
    let line = lines.into_iter().find(|line| line.text.contains("TENTANG PENETAPAN FORMULIR")).expect("a line");
    assert!(line.right < pages.size(0).0 - 2.5 * 72.0 / 2.54 - 20.0, "{line:?}");
}

/// A text lampiran whose table ends, or begins, at every height of a page.
#[test]
fn what_belongs_to_a_table_stays_with_it() {
    let table = "      - tabel:\n          kolom: [{judul: Nama}, {judul: Tugas}]\n          baris: [[Baris satu, a], [Baris dua, b], [Baris tiga, c]]\n          keterangan: catatan uji\n";
    for before in 6..34 {
        let lines = "      - Satu baris.\n".repeat(before);
        let fields = format!(
            "diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Daftar\n    teks:\n{lines}      - 'Sebelum tabel:'\n{table}      - Akhir.\n"
        );
        let made = laid("naskah.yaml", &fields, Bentuk::Asli, None);
        let page = |text: &str| places(&made, text).first().map(|at| at.0);
        assert_eq!(page("Sebelum tabel:"), page("Baris satu"), "{before} lines: the sentence over it");
        assert_eq!(page("catatan uji"), page("Baris tiga"), "{before} lines: the notes under it");
    }
}

/// The place for an electronic signature is higher than `ttd.` is.
#[test]
fn a_copy_ends_its_pages_where_its_original_does() {
    for words in (60..200).step_by(10) {
        let text = "petugas menerima tamu ".repeat(words / 3);
        let fields = format!(
            "halaman: {{tte: {{lebar: 5 cm, tinggi: 4 cm}}}}\ndiktum: [Isi tercantum dalam Lampiran., '{text}.']\nlampiran:\n  - judul: Daftar\n    teks: ['{text}.', '{text}.', '{text}.']\n"
        );
        let lines = |bentuk| {
            let made = laid("naskah.yaml", &fields, bentuk, None);
            let all = places(&made, "petugas menerima tamu");
            all.into_iter().map(|(page, y)| (page, y.round())).collect::<Vec<_>>()
        };
        assert_eq!(lines(Bentuk::Asli), lines(Bentuk::Salinan), "{words} words");
    }
}

/// A copy's certifying block finds its room beside the signer, so that members and decisions stand where they did.
#[test]
fn a_copy_s_members_stand_where_its_original_s_do() {
    for members in [1, 3, 5, 7, 9] {
        for decisions in (1..16).step_by(2) {
            let diktum = "  - Petugas hadir di kantor kabupaten dan mencatat kehadirannya.\n".repeat(decisions);
            let fields = format!("{}tembusan: [Arsip]\ndiktum:\n{diktum}", signed(members));
            let places = |bentuk| {
                let made = laid("naskah.yaml", &fields, bentuk, None);
                let of = |text| places(&made, text).into_iter().map(|(page, y)| (page, y.round())).collect::<Vec<_>>();
                (
                    of("Petugas hadir"),
                    of("NAMA ANGGOTA").iter().map(|at| at.0).collect::<Vec<_>>(),
                    made.pages().count(),
                )
            };
            assert_eq!(places(Bentuk::Asli), places(Bentuk::Salinan), "{members} members, {decisions} decisions");
        }
    }
}

#[test]
fn a_quoted_decision_has_its_name_on_one_line() {
    let fields = "diktum:\n  - teks: Beberapa diktum diubah sehingga berbunyi sebagai berikut\n    kutipan: [{diktum: KEDUA, teks: Tim terdiri atas anggota.}, {diktum: KETIGA A, teks: Tim dapat dibantu.}]\n";
    let made = laid("naskah.yaml", fields, Bentuk::Asli, None);
    assert_eq!(places(&made, "KETIGA A").len(), 1, "{}", made.messages());
}

#[test]
fn a_framed_text_fills_its_lines() {
    let text = "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai dengan standar pelayanan yang telah ditetapkan, dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai dengan ketentuan peraturan perundang-undangan";
    let fields = format!(
        "diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Maklumat\n    bingkai: ya\n    teks: ['{text}.']\n"
    );
    let made = laid("naskah.yaml", &fields, Bentuk::Asli, None);
    let (page, from) = places(&made, "Dengan ini kami")[0];
    let lines = made.pages().lines(page);
    let own: Vec<f64> = lines.iter().filter(|line| line.y >= from).take(4).map(|line| line.right - line.x).collect();
    let widest = own.iter().copied().fold(0.0, f64::max);
    assert!(own[..3].iter().all(|wide| *wide > 0.7 * widest), "{own:?}");
}

/// A lampiran of running text, each line of it a block.
fn running(blocks: &str) -> String {
    format!("diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Daftar\n    teks:\n{blocks}")
}

/// A decree in whose folder the pictures lie.
fn with_pictures(fields: &str, bentuk: Bentuk) -> Made {
    let here = tempfile::tempdir().expect("a folder");
    for (name, text) in tata::gambar() {
        fs::write(here.path().join(name), text).expect("a picture");
    }
    laid(&here.path().join("naskah.yaml").to_string_lossy(), fields, bentuk, None)
}

/// What a heading stands over may be a picture, which says nothing.
#[test]
fn a_heading_over_a_picture_does_not_stand_alone() {
    let picture = "      - bagian: Letak\n        isi: [{gambar: {berkas: persegi.svg, lebar: 8 cm}}]\n";
    let wide = "      - orientasi: lanskap\n        tabel: {kolom: [{judul: Nama}], baris: [[Nama Petugas]]}\n";
    let made = with_pictures(&running(&format!("{picture}{wide}")), Bentuk::Asli);
    assert_eq!(faults(&made), [""; 0]);
}

/// A width that is asked for is kept where a signature with little room leaves room for it.
#[test]
fn a_picture_keeps_its_width_before_the_signature_its_room() {
    let fields = "halaman: {kertas: A4}\ndiktum: [Peta tercantum dalam Lampiran.]\nlampiran:\n  - judul: Denah\n    orientasi: lanskap\n    gambar: {berkas: mendatar.svg, lebar: 11 cm, keterangan: Letak}\n";
    for bentuk in [Bentuk::Asli, Bentuk::Salinan] {
        assert_eq!(faults(&with_pictures(fields, bentuk)), [""; 0], "{bentuk:?}");
    }
}

/// No air stands between a picture and the signature but that which the signature brings.
#[test]
fn a_picture_has_the_room_over_its_signature() {
    for lebar in [12, 13] {
        let fields = format!(
            "tentang: Pembentukan Kelompok Kerja di Lingkungan Sekretariat\nhalaman: {{kertas: A4}}\ndiktum: [Peta tercantum dalam Lampiran.]\nlampiran:\n  - judul: Denah\n    orientasi: lanskap\n    gambar: {{berkas: mendatar.svg, lebar: {lebar} cm}}\n"
        );
        assert_eq!(faults(&with_pictures(&fields, Bentuk::Asli)), [""; 0], "{lebar} cm");
    }
}

/// A frame with its signature has less air before it leaves its head alone on a sheet, in a copy as well.
#[test]
fn a_frame_is_closer_before_it_leaves_its_head() {
    for bagian in [2, 3] {
        let tentang = " di Lingkungan Sekretariat".repeat(bagian);
        let fields = format!(
            "tentang: Pembentukan Kelompok Kerja{tentang}\nhalaman: {{ukuran: 13 pt, spasi: 22 pt}}\ndiktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Standar Pelayanan\n    orientasi: lanskap\n    bingkai: ya\n    teks: ['Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai dengan standar pelayanan yang telah ditetapkan bagi masyarakat.']\n"
        );
        for bentuk in [Bentuk::Asli, Bentuk::Salinan] {
            assert_eq!(faults(&laid("naskah.yaml", &fields, bentuk, None)), [""; 0], "{bagian} {bentuk:?}");
        }
    }
}

/// Inner and outer margins differ, so a label that is said again does not stand right over where it was said first.
#[test]
fn labels_are_found_where_margins_are_mirrored() {
    let row = |n: usize| {
        format!("        - [Desa {}, 'TPS {n}']\n        - [^, 'TPS {n} A']\n        - [^, 'TPS {n} B']\n", n / 4)
    };
    let rows: String = (0..60).map(row).collect();
    for orientasi in ["potret", "lanskap"] {
        let fields = "halaman: {margin_cermin: ya, margin: {kiri: 5 cm, kanan: 2 cm}, margin_lanskap: {kiri: 5 cm, kanan: 2 cm}}\n";
        let table = table(orientasi, "{judul: Desa, lebar: 3 cm}, {judul: TPS}", &rows);
        let made = laid("naskah.yaml", &format!("{fields}{table}"), Bentuk::Asli, None);
        assert_eq!(faults(&made), [""; 0], "{orientasi}");
    }
}

/// Rows to be filled in by hand have room to write in.
#[test]
fn rows_without_a_word_are_a_line_high() {
    let rows = "        - [Desa Satu, '']\n        - [^, '']\n        - [^, '']\n        - [Desa Dua, '']\n";
    let made = laid("naskah.yaml", &table("potret", "{judul: Desa}, {judul: Nama}", rows), Bentuk::Asli, None);
    let [one, two] = ["Desa Satu", "Desa Dua"].map(|text| places(&made, text)[0].1);
    assert!(two - one > 3.0 * 18.0, "{one} to {two}");
}

/// Rows that fill a page to its last line: the last of them goes along with the signature.
#[test]
fn a_signature_after_a_full_page_takes_a_row_along() {
    for rows in 20..44 {
        let rows: String = (0..rows).map(|n| format!("        - [Desa {n}, '']\n        - [^, '']\n")).collect();
        let made = laid("naskah.yaml", &table("potret", "{judul: Desa}, {judul: Nama}", &rows), Bentuk::Asli, None);
        assert_eq!(faults(&made), [""; 0], "{rows}");
    }
}

/// A column that is a little too narrow for its words keeps its width, and the table has smaller letters.
#[test]
fn letters_become_smaller_before_widths_are_lost() {
    let kolom = "{judul: Desa, lebar: '2,3 cm'}, {judul: TPS, lebar: 2 cm}, {judul: Ket., lebar: 3 cm}";
    let made = laid("naskah.yaml", &table("potret", kolom, "        - [Kecamatan Uji, '1', ya]\n"), Bentuk::Asli, None);
    assert_eq!(faults(&made), [""; 0]);
}

/// A figure and its unit, a sign and its figure: at every width of a line.
#[test]
fn a_figure_stays_with_its_unit() {
    for words in 14..38 {
        let text = format!("{}12.000 kg, 10 m², nilai ≤ 75, Rp 5.000, dan 30 °C", "li ".repeat(words));
        let made = laid(
            "naskah.yaml",
            &running(&format!("      - '{text} bagi petugas yang menerimanya.'\n")),
            Bentuk::Asli,
            None,
        );
        let pages = made.pages();
        let lines: Vec<String> = (0..pages.count()).flat_map(|page| pages.lines(page)).map(|line| line.text).collect();
        for whole in ["12.000 kg", "10 m²", "≤ 75", "Rp 5.000", "30 °C"] {
            assert!(lines.iter().any(|line| line.contains(whole)), "{words} words before: {whole} in {lines:?}");
        }
    }
}

/// A row that has no room on the page of the signature: the sentence goes along, and the person is named once more.
#[test]
fn an_extract_with_a_long_row_names_its_person_on_the_last_sheet() {
    let kolom: String = (0..8).map(|n| format!(", {{judul: Keterangan {n}}}")).collect();
    let sel = format!(", '{}'", "melaksanakan tugas menurut jadwal ".repeat(9)).repeat(8);
    let rows = format!("        - [Nama Petugas Satu{sel}]\n");
    let fields = signed(5) + &table("lanskap", &format!("{{judul: Nama}}{kolom}"), &rows);
    let made = laid("naskah.yaml", &fields, Bentuk::Petikan, Some("Nama Petugas Satu"));
    let last = made.pages().count() - 1;
    assert!(places(&made, "Nama Petugas Satu").iter().any(|at| at.0 == last), "{}", made.messages());
    assert_eq!(faults(&made), [""; 0]);
}

/// The pages of a table in a lampiran.
pub fn tabled(orientasi: &str, kolom: &str, rows: &[&str]) -> Made {
    let rows: String = rows.iter().map(|row| format!("        - [{row}]\n")).collect();
    laid("naskah.yaml", &table(orientasi, kolom, &rows), Bentuk::Asli, None)
}

/// Columns that have room give to those that lack it, before a word is cut or what stands together is parted.
#[test]
fn columns_share_their_width_by_need() {
    let names = tabled(
        "potret",
        "{judul: No, isi: nomor}, {judul: Nama}, {judul: Jabatan}, {judul: Keterangan}, {judul: Unit}",
        &["'Raden Soerjosoemarnokusumo, S.H.', Kepala Subbagian Keuangan, Penanggungjawab, Sekretariat"],
    );
    assert_eq!(faults(&names), [""; 0]);
    for whole in ["Soerjosoemarnokusumo", "Penanggungjawab", "KETERANGAN"] {
        assert!(!places(&names, whole).is_empty(), "{whole}");
    }
    let amounts = tabled(
        "potret",
        "{judul: No, isi: nomor}, {judul: Jenis Barang}, {judul: Ukuran}, {judul: Satuan}, {judul: Harga Satuan}, {judul: Spesifikasi Teknis}, {judul: Nomor Rekening Penyedia}",
        &["Spanduk kain, 150 cm x 700 cm, lembar, 'Rp 1.350.000,00', bahan kain tebal 280 gram, 0123-01-012345-50-7"],
    );
    assert_eq!(faults(&amounts), [""; 0]);
    for whole in ["150 cm", "700 cm", "Rp 1.350.000,00", "280 gram", "SPESIFIKASI", "UKURAN"] {
        assert!(!places(&amounts, whole).is_empty(), "{whole}");
    }
    let mixed = tabled(
        "potret",
        "{judul: No, isi: nomor, lebar: 1 cm}, {judul: Nama/NIP}, {judul: Pangkat/Golongan}, {judul: Jabatan}, {judul: 'Tempat, Tanggal Lahir'}, {judul: TMT}",
        &[
            "'R.Ay. Retno P. W., S.Tr.Sos., M.Tr.A.P./19780909 202302 2 005', Penata Tk. I (III/d), Wakil Ketua, 'Kab. Semarang, 1 Juli 1980', 1 Januari 2026",
        ],
    );
    assert_eq!(faults(&mixed), [""; 0]);
    for whole in ["19780909 202302 2 005", "1 Juli 1980", "1 Januari 2026"] {
        assert!(!places(&mixed, whole).is_empty(), "{whole}");
    }
}

/// Where the text of the second column begins.
fn second_column(made: &Made, text: &str) -> f64 {
    let pages = made.pages();
    let pieces = (0..pages.count()).flat_map(|page| pages.pieces(page));
    pieces.into_iter().find(|piece| piece.text.contains(text)).expect("a text").x
}

#[test]
fn numbers_of_rows_take_as_much_as_they_need() {
    let of = |kolom: &str| second_column(&tabled("potret", kolom, &["Uraian pertama"]), "Uraian pertama");
    let narrow = of("{judul: No, isi: nomor}, {judul: Uraian, rata: kiri}");
    let asked = of("{judul: No, isi: nomor, lebar: 3 cm}, {judul: Uraian, rata: kiri}");
    assert!(asked - narrow > 1.7 * 72.0 / 2.54, "{narrow} {asked}");
}

/// A width that cannot hold a number grows by what others do not need, also where theirs was asked for.
#[test]
fn numbers_have_room_in_columns_of_any_width() {
    let made = tabled(
        "potret",
        "{judul: No, isi: nomor, lebar: 1 cm}, {judul: Uraian, lebar: 9 cm}, {judul: Pagu, isi: bilangan, lebar: 1.5 cm}, {judul: Realisasi, isi: bilangan, lebar: 1.5 cm}, {judul: Sisa, isi: bilangan, lebar: 1.5 cm}",
        &["Belanja pegawai dan barang, 12500000000, 9999999999, 2500000001"],
    );
    let told = faults(&made);
    assert!(told.iter().all(|line| line.contains("[N421]")) && !told.is_empty(), "{told:?}");
    for number in ["12.500.000.000", "9.999.999.999", "2.500.000.001"] {
        assert!(!places(&made, number).is_empty(), "{number}: {told:?}");
    }
}

/// Words are cut where there is no room at all, and readers are told which column lacks how much.
#[test]
fn tables_without_room_for_their_words_are_told() {
    let kolom: Vec<String> = (0..14).map(|_| "{judul: Indikator Kinerja}".to_owned()).collect();
    let row = ["sosialisasi tingkat partisipasi"; 14].join(", ");
    let made = tabled("potret", &kolom.join(", "), &[&row]);
    let told = faults(&made);
    assert!(told.iter().any(|line| line.contains("[N422]") && line.contains("mm")), "{told:?}");
}

/// A code without blanks breaks anywhere, and makes no letters small.
#[test]
fn codes_break_and_letters_keep_their_size() {
    let code = "3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed";
    let row = format!("Berkas, {code}, Arsip");
    let made = tabled("potret", "{judul: No, isi: nomor}, {judul: Nama Berkas}, {judul: Sidik}, {judul: Ket}", &[&row]);
    assert_eq!(faults(&made), [""; 0]);
}

/// A row that goes on says on each page of what it is.
#[test]
fn rows_that_go_on_say_again_what_they_are() {
    let tugas = "Melaksanakan koordinasi dengan pemangku kepentingan. ".repeat(90);
    let row = format!("Sekretaris Pleno, '{tugas}', ya");
    let made = tabled("potret", "{judul: No, isi: nomor}, {judul: Nama}, {judul: Tugas}, {judul: Ket}", &[&row]);
    let pages: Vec<usize> = places(&made, "Sekretaris").into_iter().map(|at| at.0).collect();
    let tugas: Vec<usize> = places(&made, "pemangku").into_iter().map(|at| at.0).collect();
    assert!(tugas.last() > tugas.first(), "over pages: {tugas:?}");
    assert!(tugas.iter().all(|page| pages.contains(page)), "{tugas:?} {pages:?}");
}

/// No page parts the name in a row that it parts.
#[test]
fn names_are_not_parted_by_pages() {
    let kolom = "{judul: No, isi: nomor}, {judul: Nama, lebar: 3 cm}, {judul: Tugas}";
    for before in 20..30 {
        let rows: Vec<String> = (0..before)
            .map(|n| format!("Petugas {n}, mencatat"))
            .chain((0..6).map(|n| {
                format!(
                    "'Prof. Dr. Dr. Nama Panjang Sekali Petugas Kesekian Lapangan, Sp.A., M.Sc. Akhir{n}', '{}'",
                    "menerima dan memeriksa kelengkapan berkas permohonan. ".repeat(9)
                )
            }))
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let made = tabled("potret", kolom, &rows);
        for n in 0..6 {
            let end = places(&made, &format!("Akhir{n}"));
            let number = places(&made, &format!("{} Prof.", before + n + 1));
            assert_eq!(end.first().map(|at| at.0), number.first().map(|at| at.0), "{before} rows before, row {n}");
        }
    }
}

/// A text merged over rows that is longer than they are goes on over pages from where they end.
#[test]
fn a_long_merged_text_leaves_no_page_half_empty() {
    let uraian = "Uraian panjang yang menjelaskan keadaan bidang ini secara lengkap. ".repeat(60);
    let rows =
        [format!("Bidang A, Kegiatan 1, '{uraian}'"), "^, Kegiatan 2, ^".to_owned(), "^, Kegiatan 3, ^".to_owned()];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let made = tabled("potret", "{judul: No, isi: nomor}, {judul: Bidang}, {judul: Kegiatan}, {judul: Uraian}", &rows);
    let pages = made.pages();
    let first = places(&made, "Kegiatan 1").first().expect("a row").0;
    assert_eq!(places(&made, "Kegiatan 3").first().map(|at| at.0), Some(first));
    let lowest = pages.lines(first).into_iter().map(|line| line.y).fold(0.0, f64::max);
    assert!(lowest > pages.size(first).1 * 0.8, "{lowest}");
}

/// What is cited by its number stands with it on one line; degrees are not parted at their brackets.
#[test]
fn numbers_stand_with_what_they_are_numbers_of() {
    for before in 1..14 {
        let words = "menerima ".repeat(before);
        let fields = format!(
            "diktum: ['Petugas {words}berkas sebagaimana dimaksud dalam Pasal 5 ayat (2) huruf a pada loket Nomor 3 sampai selesai.']\n"
        );
        let made = laid("naskah.yaml", &fields, Bentuk::Asli, None);
        let pages = made.pages();
        let lines: Vec<String> = (0..pages.count()).flat_map(|page| pages.lines(page)).map(|line| line.text).collect();
        let parted = |line: &&String| {
            ["Pasal", "ayat", "huruf", "loket Nomor"].iter().any(|word| line.trim_end().ends_with(word))
        };
        assert_eq!(lines.iter().find(parted), None, "{before}");
    }
}

/// Gaps of a letter's size are read as those between columns where a page is copied: no line has them.
#[test]
fn no_line_is_stretched_as_far_as_columns_stand_apart() {
    let item = |n: u32| {
        format!("      - barang nomor {n} yang diperlukan untuk penyelenggaraan pemungutan-penghitungan suara ulang;\n")
    };
    let items: String = (0..14).map(item).collect();
    let fields = format!("diktum:\n  - teks: 'Menyediakan:'\n    rincian:\n{items}");
    let made = laid("naskah.yaml", &fields, Bentuk::Asli, None);
    let pages = made.pages();
    let lines: Vec<_> = (0..pages.count()).flat_map(|page| pages.lines(page)).collect();
    let lines: Vec<_> = lines.iter().filter(|line| line.text.contains("barang nomor")).collect();
    let edges: Vec<f64> = lines.iter().map(|line| line.right.round()).collect();
    assert_eq!(lines.len(), 14);
    let ragged = edges.iter().filter(|edge| **edge < pages.size(0).0 - 2.0 * 72.0 / 2.54 - 20.0).count();
    assert!(ragged == 0 || ragged == 14, "one list, one way: {edges:?}");
}
