//! Each class of years by examples.

use naskah::commands::perbarui::Fate;

use super::rolled;
use crate::support::completed;

/// A decree of 2025 with one row; the head of its column and its cell.
fn plan(head: &str, cell: &str) -> String {
    completed(
        &format!(
            "tentang: Rencana Kerja Tahun 2025\ndiktum:\n  - Rencana Kerja tercantum dalam Lampiran.\n  - Keputusan ini mulai berlaku pada tanggal ditetapkan.\nlampiran:\n  - judul: Rencana Kerja Tahun 2025\n    tabel:\n      kolom:\n        - {{judul: {head}}}\n      baris:\n        - ['{cell}']\n"
        ),
        &[],
    )
}

/// What becomes of a cell in 2026: its text, and whether it is marked.
fn cell(head: &str, text: &str) -> (String, bool) {
    let new = rolled(&plan(head, text), 2026).text;
    let rows: Vec<&str> = new.lines().skip_while(|line| line.trim() != "baris:").skip(1).collect();
    let marked = rows.first().is_some_and(|line| line.trim().starts_with("# TINJAU:"));
    let row = rows.iter().find(|line| line.trim().starts_with("- [")).copied().unwrap_or_default().trim();
    (row.trim_start_matches("- ['").trim_end_matches("']").replace("''", "'"), marked)
}

#[track_caller]
fn becomes(text: &str, wanted: &str) {
    assert_eq!(cell("Kegiatan", text), (wanted.to_owned(), false), "{text}");
}

#[track_caller]
fn is_marked(text: &str) {
    assert_eq!(cell("Kegiatan", text), (text.to_owned(), true), "{text}");
}

#[track_caller]
fn stays(text: &str) {
    assert_eq!(cell("Kegiatan", text), (text.to_owned(), false), "{text}");
}

#[test]
fn own_and_following_year() {
    becomes("Rencana kerja Tahun 2025", "Rencana kerja Tahun 2026");
    becomes("SK tim arsip tahun 2025/Panitia", "SK tim arsip tahun 2026/Panitia");
    becomes("April dan Juli 2025; Januari 2026", "April dan Juli 2026; Januari 2027");
    becomes("RENCANA KERJA TAHUN 2025 (DUA RIBU DUA PULUH LIMA)", "RENCANA KERJA TAHUN 2026 (DUA RIBU DUA PULUH ENAM)");
    stays("Peraturan KPU Nomor 9 Tahun 2025 (dua ribu dua puluh lima)");
    becomes("Januari-2025 s.d. 03/2025", "Januari-2026 s.d. 03/2026");
    is_marked("usulan kegiatan tahun 2028");
}

#[test]
fn evidence_keeps_its_distance() {
    becomes("LAKIP 2024 dan SKP 2025", "LAKIP 2025 dan SKP 2026");
    becomes("laporan kinerja tahun 2024", "laporan kinerja tahun 2025");
    becomes("capaian tahun 2022, 2023, dan 2024", "capaian tahun 2023, 2024, dan 2025");
    becomes("neraca per 31 Desember 2024", "neraca per 31 Desember 2025");
    is_marked("penyusunan RKA 2021");
    is_marked("tim kerja tahun 2024");
    is_marked("evaluasi pegawai angkatan 2024");
    assert_eq!(cell("Target Waktu", "November 2024 sampai Maret 2025").0, "November 2025 sampai Maret 2026");
}

#[test]
fn periods() {
    is_marked("Rencana Strategis 2020–2024");
    is_marked("Rencana Strategis 2021-2025");
    is_marked("Rencana Strategis 2020 sampai dengan 2024");
    stays("Rencana Strategis 2025–2029");
    becomes("tahun ajaran 2025/2026", "tahun ajaran 2026/2027");
    becomes("Tahun 2024/2025", "Tahun 2025/2026");
}

#[test]
fn dates_and_days() {
    becomes("rapat pada Senin, 6 Januari 2025", "rapat pada Selasa, 6 Januari 2026");
    becomes("Senin s.d. Rabu, 6 s.d. 8 Januari 2025", "Selasa s.d. Kamis, 6 s.d. 8 Januari 2026");
    becomes("rapat Senin, 6 Januari", "rapat Selasa, 6 Januari");
    becomes("paling lambat 06/01/2025", "paling lambat 06/01/2026");
    // 3 January 2026 is a Saturday, 17 August 2026 a holiday, 7 January 2025 no Monday.
    assert_eq!(cell("Kegiatan", "Jumat, 3 Januari 2025"), ("Sabtu, 3 Januari 2026".into(), true));
    assert_eq!(cell("Kegiatan", "tanggal 18 Agustus 2025"), ("tanggal 18 Agustus 2026".into(), false));
    assert_eq!(cell("Kegiatan", "Senin, 7 Januari 2025"), ("Rabu, 7 Januari 2026".into(), true));
    is_marked("rapat tanggal 6 Maret 2024");
}

#[test]
fn documents_stay() {
    stays("sesuai Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019");
    stays("sesuai Keputusan KPU Nomor 9 Tahun 2025 tentang Arsip Tahun 2025");
    is_marked("Surat Sekretaris Jenderal Nomor 12/TIK/2025 tanggal 3 Januari 2025");
    is_marked("Berita Acara Nomor 3/PK.01/3322/2025");
    is_marked("Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 3 Tahun 2025 tentang Tim Kerja");
    becomes(
        "sesuai Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019; kegiatan tahun 2025",
        "sesuai Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019; kegiatan tahun 2026",
    );
    is_marked("sesuai Keputusan KPU Nomor 9 Tahun 2021 tentang Arsip untuk kegiatan tahun 2025");
}

#[test]
fn what_is_no_year_of_the_plan() {
    stays("pencetakan 2000 lembar dan 2025 eksemplar");
    stays("ISO 9001:2015");
    stays("menuju Indonesia Emas 2045");
    is_marked("laman s.id/zi-2025");
    is_marked("sosialisasi Pemilihan Bupati Tahun 2024");
    is_marked("evaluasi Pemilu 2024");
    assert_eq!(cell("Tanggal Lahir", "3 Mei 1980"), ("3 Mei 1980".into(), false));
    assert_eq!(cell("Masa Jabatan", "2020-2025"), ("2020-2025".into(), false));
}

#[test]
fn two_years_at_once() {
    let new = rolled(&plan("Kegiatan", "LAKIP 2024, SKP 2025, Januari 2026, Senin 6 Januari 2025"), 2027).text;
    assert!(new.contains("['LAKIP 2026, SKP 2027, Januari 2028, Rabu 6 Januari 2027']"), "{new}");
    assert!(new.contains("\ntahun: 2027\n") && new.contains("\nnomor:\n") && new.contains("{di: Ungaran, tanggal: }"));
}

#[test]
fn a_plan_for_the_next_year_keeps_its_distance() {
    let text =
        plan("Kegiatan", "LAKIP 2025, SKP 2026, penetapan tahun 2025").replace("Kerja Tahun 2025", "Kerja Tahun 2026");
    let new = rolled(&text, 2026).text;
    assert!(new.contains("tentang: Rencana Kerja Tahun 2027"), "{new}");
    assert!(new.contains("['LAKIP 2026, SKP 2027, penetapan tahun 2026']"), "{new}");
}

#[test]
fn places_are_told_in_the_decrees_own_terms() {
    let text = completed(
        "menimbang:\n  - bahwa hari kerja tahun 2025 perlu ditetapkan\n  - bahwa jam kerja tahun 2025 perlu ditetapkan\ndiktum:\n  - Menetapkan Hari Kerja.\n  - teks: Hari kerja\n    rincian:\n      - hari biasa\n      - teks: hari khusus tahun 2025\n        rincian: [hari pertama, hari kedua 2025]\n  - Keputusan ini mulai berlaku pada tanggal ditetapkan.\n",
        &[],
    );
    let report = rolled(&text, 2026).report;
    let places: Vec<&str> = report.of(Fate::Ubah).map(|entry| entry.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "Menimbang a",
            "Menimbang b",
            "Diktum KEDUA huruf b",
            "Diktum KEDUA huruf b angka 2",
            "Nomor",
            "Tahun keputusan",
            "Tanggal penetapan",
        ]
    );
    let report = rolled(&plan("Bukti Fisik", "SKP 2025"), 2026).report;
    let entry = report.of(Fate::Ubah).find(|entry| entry.place.starts_with("Lampiran")).expect("the cell");
    assert_eq!(entry.place, "Lampiran baris 1 kolom Bukti Fisik");
    assert_eq!((entry.before.as_str(), entry.after.as_str(), entry.line), ("SKP 2025", "SKP 2026", 11));
}
