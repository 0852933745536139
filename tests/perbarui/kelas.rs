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
fn versions_are_looked_at() {
    is_marked("Aplikasi kinerja versi 2025");
    is_marked("Perangkat lunak Contoh Statistik 2025");
    is_marked("Microsoft Office 2025");
    stays("Tap MPR II/2025");
    becomes("Aplikasi Contoh Tahun 2025", "Aplikasi Contoh Tahun 2026");
    becomes("Sosialisasi aplikasi pada tahun 2025", "Sosialisasi aplikasi pada tahun 2026");
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
fn figures_belong_to_their_year() {
    stays("Nilai kearsipan tahun 2024 sebesar 75");
    stays("opini atas laporan tahun 2024 ialah Wajar Tanpa Pengecualian");
    stays("realisasi anggaran sampai dengan Juni 2025 sebesar 45,3%");
    becomes("target kepuasan tahun 2025 sebesar 90", "target kepuasan tahun 2026 sebesar 90");
    is_marked("pagu tahun 2025 sebesar Rp5.000.000");
    is_marked("nilai kearsipan 2024");
    assert_eq!(cell("Bukti Fisik", "nilai kearsipan 2024"), ("nilai kearsipan 2025".into(), false));
    is_marked("barang perolehan tahun 2024");
}

/// A decree of 2025 with a table of two columns and one row.
fn two_columns(heads: [&str; 2], cells: [&str; 2]) -> String {
    plan("Kegiatan", "x")
        .replace("- {judul: Kegiatan}", &format!("- {{judul: {}}}\n        - {{judul: {}}}", heads[0], heads[1]))
        .replace("- ['x']", &format!("- ['{}', '{}']", cells[0], cells[1]))
}

#[test]
fn figures_stand_beside_their_year_or_below_it() {
    let after = |heads, cells| rolled(&two_columns(heads, cells), 2026).text;
    let row = after(["Uraian", "Nilai"], ["Indeks kepuasan tahun 2024", "3,45"]);
    assert!(row.contains("- ['Indeks kepuasan tahun 2024', '3,45']") && !row.contains("TINJAU: kepuasan"), "{row}");
    let row = after(["Uraian", "Target"], ["Indeks kepuasan tahun 2025", "3,45"]);
    assert!(row.contains("- ['Indeks kepuasan tahun 2026', '3,45']"), "{row}");
    let head = after(["Realisasi 2024", "Target 2025"], ["75,2", "80"]);
    assert!(head.contains("{judul: Realisasi 2024}") && head.contains("{judul: Target 2026}"), "{head}");
    let day = after(["Hari", "Tanggal"], ["Kamis", "6 Maret 2025"]);
    assert!(day.contains("# TINJAU: 6 Maret 2026 — nama hari di samping tanggal ini"), "{day}");
}

#[test]
fn days_are_looked_at_on_both_sides() {
    let marked = |text: &str, after: &str| assert_eq!(cell("Kegiatan", text), (after.to_owned(), true));
    marked("Sabtu, 1 Maret 2025", "Minggu, 1 Maret 2026");
    marked("Jumat (7/3/2025)", "Sabtu (7/3/2026)");
    marked("rapat 17 Agustus 2025", "rapat 17 Agustus 2026");
    marked("upacara HUT ke-80 tahun 2025", "upacara HUT ke-80 tahun 2026");
    marked("7/3/2025", "7/3/2026");
    becomes("upacara 17 Agustus 2025", "upacara 17 Agustus 2026");
    becomes("1 Januari sampai dengan 31 Desember 2025", "1 Januari sampai dengan 31 Desember 2026");
    becomes("akhir Mei’25, B06/2025", "akhir Mei’26, B06/2026");
    is_marked("ZI_2025");
    is_marked("ZI-2025.pdf");
    is_marked("5/3/25");
    stays("rapat telah diadakan pada 5 Maret 2025");
}

#[test]
fn subject_and_abstract_roll_along() {
    let text = completed(
        "tentang: Rencana Kerja Tahun 2025\nsubjek: [kerja 2025]\nabstrak:\n  materi: [kerja tahun 2025]\n",
        &[],
    );
    let new = rolled(&text, 2026).text;
    assert!(new.contains("subjek: [kerja 2026]") && new.contains("materi: [kerja tahun 2026]"), "{new}");
}

#[test]
fn an_amendment_that_is_not_the_last_is_marked() {
    let new = rolled(&completed("mengingat: [uu-7-2017, pkpu-4-2021]\n", &[]), 2026);
    let why = new.report.of(Fate::Tinjau).find(|entry| entry.before.starts_with("pkpu-4-2021")).map(|entry| &entry.why);
    assert!(why.is_some_and(|why| why.starts_with("sesudahnya ada Peraturan Komisi Pemilihan Umum")), "{why:?}");
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

#[test]
fn days_of_the_week_follow_in_every_form() {
    becomes(
        "Pada hari ini, Rabu tanggal dua puluh dua bulan Januari tahun dua ribu dua puluh lima",
        "Pada hari ini, Kamis tanggal dua puluh dua bulan Januari tahun dua ribu dua puluh enam",
    );
    becomes("hari Senin tanggal 6 bulan Januari tahun 2025", "hari Selasa tanggal 6 bulan Januari tahun 2026");
    becomes("rapat Rabu 8/1 dan Kamis (9/1)", "rapat Kamis 8/1 dan Jumat (9/1)");
    becomes("Sen, 20 Jan 2025", "Sel, 20 Jan 2026");
    becomes("pembahasan RAB 5 Februari 2025", "pembahasan RAB 5 Februari 2026");
    becomes("Minggu ke-2 Januari 2025", "Minggu ke-2 Januari 2026");
    becomes("pekan ke 3 Maret 2025", "pekan ke 3 Maret 2026");
    let rows = rolled(&two_columns(["Hari", "Tanggal"], ["Rabu", "8 Januari"]), 2026).text;
    assert!(rows.contains("# TINJAU: Rabu — nama hari di samping tanggalnya"), "{rows}");
    let rows = rolled(&two_columns(["Hari", "Jam"], ["Rabu", "08.00–16.00"]), 2026).text;
    assert!(!rows.contains("TINJAU"), "{rows}");
}

#[test]
fn several_days_are_looked_at_as_a_whole() {
    let marked = |text: &str, after: &str| assert_eq!(cell("Kegiatan", text), (after.to_owned(), true));
    marked("3-7 Februari 2025", "3-7 Februari 2026");
    marked("Senin s.d. Jumat, 3 s.d. 7 Februari 2025", "Selasa s.d. Sabtu, 3 s.d. 7 Februari 2026");
    becomes("1-28 Februari 2025", "1-28 Februari 2026");
    becomes("Senin s.d. Rabu, 6 s.d. 8 Januari 2025", "Selasa s.d. Kamis, 6 s.d. 8 Januari 2026");
    marked("Senin, 31 Maret 2025", "Selasa, 31 Maret 2026");
    marked("rapat 29 Januari 2025", "rapat 29 Januari 2026");
    becomes("rapat Rabu, 15 Januari 2025", "rapat Kamis, 15 Januari 2026");
}

#[test]
fn both_ends_of_a_time_move_or_stay() {
    is_marked("kontrak sewa 12 Januari 2024 s.d. 11 Januari 2026");
    is_marked("30 Desember 2024 s.d. 3 Januari 2025");
    is_marked("November 2024 - Februari 2025");
    becomes(
        "masa tugas 1 Maret 2025 sampai dengan 28 Februari 2026",
        "masa tugas 1 Maret 2026 sampai dengan 28 Februari 2027",
    );
}

#[test]
fn figures_keep_their_year_on_either_side() {
    assert_eq!(
        cell("Kegiatan", "Capaian kinerja 2024 (97,5%) dan target 2025 (98%)").0,
        "Capaian kinerja 2024 (97,5%) dan target 2026 (98%)"
    );
    is_marked("Target kinerja 2024 (95%) dan realisasi kinerja 2024 (97%)");
    stays("laporan tahun 2024 dengan 12 temuan");
    is_marked("Rp5.000.000.000 (TA 2025)");
    is_marked("Anggaran Rp250.000.000 TA 2025");
    is_marked("pagu anggaran 2025: 5 M");
    becomes("laporan tahun 2024", "laporan tahun 2025");
    becomes("Kegiatan rapat 2025 (5 kali)", "Kegiatan rapat 2026 (5 kali)");
    becomes("penyusunan anggaran tahun 2025", "penyusunan anggaran tahun 2026");
    becomes("target indeks tahun 2025 sebesar 90 dan rapat 2025", "target indeks tahun 2026 sebesar 90 dan rapat 2026");
}

#[test]
fn heads_of_figures_in_a_row_of_years_stay() {
    let text = plan("Uraian", "x").replace(
        "- {judul: Uraian}",
        "- {judul: Uraian}\n        - {judul: Realisasi 2024, isi: bilangan}\n        - {judul: '2025', isi: bilangan}\n        - {judul: Target 2026, isi: bilangan}",
    );
    let new = rolled(&text.replace("- ['x']", "- ['x', 75, 78, 80]"), 2026).text;
    for head in ["{judul: Realisasi 2024, ", "{judul: '2025', ", "{judul: Target 2026, "] {
        assert!(new.contains(head), "{new}");
    }
    assert_eq!(new.matches("periksa tahun dan angka di bawahnya").count(), 2, "{new}");
}

#[test]
fn titles_of_rules_stay_however_they_are_joined() {
    for text in [
        "UU No. 62 Tahun 2024 ttg APBN TA 2025",
        "UU Nomor 62 Tahun 2024 ttg. APBN TA 2025",
        "Undang-Undang Nomor 62 Tahun 2024 mengenai APBN Tahun Anggaran 2025",
        "UU 62/2024 (APBN 2025)",
        "UU 62/2024 APBN 2025",
        "PMK Nomor 39 Tahun 2024 (SBM TA 2025)",
        "SKB 3 Menteri Nomor 1017 Tahun 2024 tentang Hari Libur Tahun 2025",
    ] {
        is_marked(text);
    }
    becomes("sesuai PKPU 8/2019 pada tahun 2025", "sesuai PKPU 8/2019 pada tahun 2026");
    becomes("sesuai PKPU Nomor 8 Tahun 2019 (rapat tahun 2025)", "sesuai PKPU Nomor 8 Tahun 2019 (rapat tahun 2026)");
    is_marked("UU 27/2022 tentang PDP, PKPU Nomor 7 Tahun 2022 dan Pemilu 2024");
}

#[test]
fn letters_are_known_by_their_dates() {
    for text in [
        "Sesuai Surat KPU Provinsi Jawa Tengah tanggal 6 Januari 2025",
        "Sesuai Keputusan KPU Kabupaten Semarang tanggal 6 Januari 2025",
        "Berita Acara tanggal 6 Januari 2025",
        "Undangan tanggal 6 Januari 2025",
        "surat KPU (6 Januari 2025)",
        "berdasarkan notula rapat tanggal 9 Januari 2025",
        "Surat Ketua KPU tanggal 6 Januari 2025 Nomor 5/PR.01/2025",
        "No. SK 821/2025/KPU tanggal 2 Januari 2025",
    ] {
        is_marked(text);
    }
    becomes("surat dikirim paling lambat tanggal 6 Januari 2025", "surat dikirim paling lambat tanggal 6 Januari 2026");
    becomes("penyampaian surat pada tanggal 6 Januari 2025", "penyampaian surat pada tanggal 6 Januari 2026");
    becomes(
        "Penandatanganan Perjanjian Kinerja tanggal 8 Januari 2025",
        "Penandatanganan Perjanjian Kinerja tanggal 8 Januari 2026",
    );
    becomes("pengumuman hasil seleksi tanggal 6 Januari 2025", "pengumuman hasil seleksi tanggal 6 Januari 2026");
}

#[test]
fn what_looks_like_a_year() {
    for text in [
        "1446 H/2025 M",
        "Ramadan 1446 H",
        "05.01.25",
        "realisasi 01/25",
        "Jalan Veteran No. 2025",
        "Ruang 2025",
        "No. Urut 2025",
        "Innova Zenix 2025",
        "tahun 2025-an",
    ] {
        is_marked(text);
    }
    stays("NIP. 19800101 200501 1 2025");
    stays("1421 H");
    becomes("pemeliharaan ruang pada tahun 2025", "pemeliharaan ruang pada tahun 2026");
    becomes("6 Mei 2025 M", "6 Mei 2026 M");
}

#[test]
fn money_and_measures_are_no_years() {
    for text in [
        "Rp 2025",
        "Denda Rp. 2025 per hari",
        "Luas tanah 2025 m² dan bangunan 2025 m2",
        "daya 2025 watt, 2025 VA, dan 2025 kWh",
        "isi tangki 2025 liter",
    ] {
        stays(text);
    }
    becomes("Luas tanah tahun 2025", "Luas tanah tahun 2026");
}

#[test]
fn figures_stay_with_the_years_behind_them() {
    is_marked("Naik dari 75 (2024) menjadi 80 (2025)");
    is_marked("Dari 81,5 pada 2023 menjadi 84,2 pada 2024 dan 86 pada 2025");
    is_marked("Alokasi Tahun 2025: lima ratus juta rupiah");
    stays("Serapan anggaran TA 2025 per 31 Maret 2025: 22,5%");
    becomes("rapat triwulan 3 pada tahun 2025", "rapat triwulan 3 pada tahun 2026");
    becomes("laporan per 31 Maret 2025", "laporan per 31 Maret 2026");
}

#[test]
fn letters_are_known_by_dates_alone() {
    for text in [
        "Disposisi Ketua tgl. 9 Januari 2025",
        "Risalah rapat 6 Januari 2025",
        "Memorandum Sekretaris 6 Jan 2025",
        "Undangan rapat, 9 Januari 2025",
        "Surat tugas tanggal 7/1/2025 dan SPPD tanggal 8-1-2025",
        "NPHD Nomor 900/015/2025 dan Addendum I NPHD tanggal 5 Februari 2025",
    ] {
        is_marked(text);
    }
    becomes("Penyusunan undangan 6 Januari 2025", "Penyusunan undangan 6 Januari 2026");
    becomes("sortir surat suara 6 Januari 2025", "sortir surat suara 6 Januari 2026");
}

#[test]
fn both_days_of_a_range_have_their_days_of_the_week() {
    let marked = |text: &str, after: &str| assert_eq!(cell("Kegiatan", text), (after.to_owned(), true));
    marked("Senin, 13 s.d. Jumat, 17 Januari 2025", "Selasa, 13 s.d. Sabtu, 17 Januari 2026");
    marked("Kamis, 6, dan Jumat, 7 Februari 2025", "Jumat, 6, dan Sabtu, 7 Februari 2026");
    becomes("Senin, 6 s.d. Rabu, 8 Januari 2025", "Selasa, 6 s.d. Kamis, 8 Januari 2026");
    is_marked("Triwulan IV 2024 s.d. Triwulan I 2025");
}

#[test]
fn names_before_digits_are_looked_at() {
    for text in [
        "Kendaraan Toyota Innova tahun 2025",
        "Sepeda motor Honda Beat keluaran 2025",
        "Ruang Rapat 2025",
        "Nomor Agenda 2025",
        "PO BOX 2025",
        "Halaman 2025 buku tamu",
        "Pasal 2025 KUHPerdata",
        "Microsoft Office 2024 dan Excel 2025",
        "mengacu pada SNI 2025",
        "Sensus Ekonomi 2026",
        "Asian Games 2026",
        "Pensiun terhitung mulai 1 Maret 2025",
    ] {
        is_marked(text);
    }
    becomes("Pemeliharaan Ruang Tahun 2025", "Pemeliharaan Ruang Tahun 2026");
}

#[test]
fn columns_of_numbers_and_records_stay() {
    for (head, text) in [
        ("Nomor Polisi", "H 2025 AB"),
        ("Jumlah", "2025"),
        ("Nilai", "Rp2.000.000 per 2025"),
        ("Kode Barang", "3.02.01.2025"),
        ("Tahun Perolehan", "2025"),
        ("Tanggal Surat", "6 Januari 2025"),
        ("Ijazah", "S1 2025"),
        ("Kegiatan", "kendaraan H 2025 AB"),
    ] {
        assert_eq!(cell(head, text), (text.to_owned(), true), "{head}: {text}");
    }
    assert_eq!(cell("Waktu Pembuatan", "2025"), ("2026".to_owned(), false));
    assert_eq!(cell("Target Jumlah", "3 dokumen tahun 2025"), ("3 dokumen tahun 2026".to_owned(), false));
}

#[test]
fn days_off_are_set_every_year() {
    let marked = |text: &str, after: &str| assert_eq!(cell("Kegiatan", text), (after.to_owned(), true), "{text}");
    marked("Cuti bersama tanggal 2, 3, 4, dan 8 April 2025", "Cuti bersama tanggal 2, 3, 4, dan 8 April 2026");
    marked("Hari libur 28 Januari 2025", "Hari libur 28 Januari 2026");
    becomes("Hari libur 1 Januari 2025", "Hari libur 1 Januari 2026");
}

#[test]
fn numbers_of_things_are_no_years() {
    for text in [
        "Pemilih sebanyak 2025 (dua ribu dua puluh lima) orang",
        "surat suara sejumlah 2025 (dua ribu dua puluh lima) lembar",
        "disediakan 2025 (dua ribu dua puluh lima) bilik",
        "kapasitas 2025 kursi",
        "uang harian Rp2025 (dua ribu dua puluh lima rupiah)",
        "dua ribu dua puluh lima (2025) lembar",
        "rapat 2025 (dua ribu dua puluh lima) orang dan 2026 (dua ribu dua puluh enam) kursi",
    ] {
        stays(text);
    }
    for text in ["pemilih laki-laki 2025 dan perempuan 2025", "Jumlah pemilih 2025", "2025 (dua ribu dua puluh lima)"] {
        is_marked(text);
    }
    becomes("tahun 2025 (dua ribu dua puluh lima)", "tahun 2026 (dua ribu dua puluh enam)");
    becomes("Pada tahun 2025 pegawai wajib hadir", "Pada tahun 2026 pegawai wajib hadir");
    becomes("Maret 2025 peserta hadir", "Maret 2026 peserta hadir");
}

#[test]
fn what_tells_an_origin_is_looked_at() {
    for text in [
        "Pegawai dengan ijazah tahun 2025",
        "Kendaraan perolehan tahun 2025",
        "Laptop pengadaan tahun 2025",
        "printer pembelian tahun 2025",
        "pelatihan dasar angkatan 2025",
    ] {
        is_marked(text);
    }
    becomes("Rencana umum pengadaan tahun 2025", "Rencana umum pengadaan tahun 2026");
    becomes("Pengadaan tahun 2025", "Pengadaan tahun 2026");
    becomes("Paket Pengadaan Tahun 2025", "Paket Pengadaan Tahun 2026");
}

#[test]
fn heads_of_records_are_known_however_they_are_written() {
    for (head, text) in [
        ("Suara", "2025"),
        ("TPS", "2025"),
        ("Jml", "2025"),
        ("Jml.", "2025"),
        ("Luas (m2)", "2025"),
        ("Pagu", "2025"),
        ("Nopol", "2025"),
        ("Realisasi 2023", "2025"),
        ("NIP", "2025"),
        ("Angkatan", "2025"),
        ("Merek/Tipe/Tahun", "Toyota Avanza/2025"),
        ("Tgl. SK", "03-02-2025"),
        ("SK Pengangkatan", "3 Februari 2025"),
        ("Dasar Penugasan", "3 Januari 2025"),
        ("Tanggal Kontrak", "3 Februari 2025"),
        ("Tanggal Diterima", "5 Januari 2025"),
        ("Tanggal Serah Terima", "5 Januari 2025"),
        ("Tahun Pengadaan", "2025"),
        ("Thn. Beli", "2025"),
        ("Tahun Masuk", "2025/2026"),
        ("Tahun Arsip", "2025"),
        ("Tahun Terbit", "2025"),
        ("Kurun Waktu", "2025"),
    ] {
        assert_eq!(cell(head, text), (text.to_owned(), true), "{head}: {text}");
    }
    for (head, text, wanted) in [
        ("Waktu", "Maret 2025", "Maret 2026"),
        ("Jadwal", "Triwulan I 2025", "Triwulan I 2026"),
        ("Target", "2025", "2026"),
        ("Tahun", "2025", "2026"),
        ("Tahun Anggaran", "2025", "2026"),
        ("Tahun Pelaksanaan", "2025", "2026"),
        ("Tanggal", "3 Maret 2025", "3 Maret 2026"),
        ("Hari/Tanggal", "Senin, 3 Maret 2025", "Selasa, 3 Maret 2026"),
        ("Tanggal Kegiatan", "3 Maret 2025", "3 Maret 2026"),
        ("Tgl Pelaksanaan", "3 Maret 2025", "3 Maret 2026"),
        ("Bulan", "Maret 2025", "Maret 2026"),
        ("Waktu Pelaksanaan", "3 Maret 2025", "3 Maret 2026"),
        ("Keterangan", "selesai tahun 2025", "selesai tahun 2026"),
    ] {
        assert_eq!(cell(head, text), (wanted.to_owned(), false), "{head}: {text}");
    }
}

#[test]
fn a_number_among_numbers_is_no_year() {
    let rows = |others: &str| plan("DPT", "2025").replace("- ['2025']", &format!("- ['2025']\n{others}"));
    let new = rolled(&rows("        - ['317']\n"), 2026).text;
    assert!(new.contains("- ['2025']") && new.contains("# TINJAU: 2025"), "{new}");
    let new = rolled(&rows("        - ['2026']\n"), 2026).text;
    assert!(new.contains("- ['2026']\n        - ['2027']"), "{new}");
}

#[test]
fn persons_are_marked_wherever_they_are_named() {
    for (head, text, wanted) in [
        ("Pemegang", "Nama Contoh", true),
        ("Petugas Piket", "Nama Contoh, S.H.", true),
        ("Petugas", "Kepala Subbagian Umum", false),
        ("Pengguna", "2 orang", false),
    ] {
        let new = rolled(&two_columns(["Kegiatan", head], ["Rapat", text]), 2026).text;
        assert_eq!(new.contains(&format!("# TINJAU: Orang pada kolom {head}")), wanted, "{new}");
    }
    let text = completed(
        "tentang: Penunjukan Pejabat Pengadaan Tahun 2025\ndiktum:\n  - teks: Menunjuk\n    rincian:\n      - 'nama: Nama Contoh'\n      - 'nama kegiatan: Rapat'\n  - Keputusan ini mulai berlaku pada tanggal ditetapkan.\n",
        &[],
    );
    let new = rolled(&text, 2026).text;
    assert_eq!(new.matches("TINJAU: Orang dalam rincian").count(), 1, "{new}");
    assert_eq!(rolled(&new, 2026).text, new);
}

#[test]
fn results_are_those_of_the_old_year() {
    let named = |name: &str| {
        plan("Kecamatan", "Bergas").replace("Rencana Kerja Tahun 2025", name).replace(
            "  - Keputusan ini mulai",
            "  - Jumlah pemilih sebanyak 173.204 (seratus tujuh puluh tiga ribu dua ratus empat) orang.\n  - Keputusan ini mulai",
        )
    };
    for name in ["Rekapitulasi Data Pemilih Tahun 2025", "Penetapan Pemenang Lomba Tahun 2025"] {
        let new = rolled(&named(name), 2026).text;
        assert_eq!(new.matches("hasil yang dibawa dari keputusan 2025").count(), 2, "{new}");
        assert!(new.contains("Tahun 2026") && rolled(&new, 2026).text == new, "{new}");
    }
    let new = rolled(&named("Jadwal Rekapitulasi Tahun 2025"), 2026).text;
    assert!(!new.contains("hasil yang dibawa"), "{new}");
}
