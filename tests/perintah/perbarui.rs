//! `perbarui` as a person or another program runs it.

mod lembar;
mod realisasi;

use std::fs;

use serde_json::Value;

use super::{Ran, finish, folder, names, naskah, program, short};

/// A decree of 2025 with something to move, to keep and to decide.
fn decree() -> String {
    short(
        "# catatan yang tetap tinggal\ntentang: Penetapan Hari Kerja Tahun 2025   # dan ini\nmemperhatikan:\n  - usulan tahun 2021 dan Renstra 2020-2024\n",
    )
}

fn perbarui(folder: &std::path::Path, words: &str) -> Ran {
    naskah(folder, ["perbarui"].into_iter().chain(words.split_whitespace()))
}

#[test]
fn the_new_decree_stands_beside_the_old_one() {
    let here = folder(&[("2025/hari-kerja.yaml", &decree())]);
    let ran = perbarui(here.path(), "2025/hari-kerja.yaml --tahun 2026");
    ran.says(
        0,
        "tahun 2025 ke 2026: 2 perlu diputuskan, 4 diubah, 2 sengaja tidak diubah\ndibuat: 2026/hari-kerja.yaml\n",
    );
    assert_eq!(
        String::from_utf8_lossy(&ran.out),
        "\
Perlu diputuskan (2)
  lebih lama daripada tahun rencana dan tidak dikenal sebagai laporan; periksa tahunnya:
    Memperhatikan (baris 6)  usulan tahun 2021 dan Renstra 2020-2024
  periode itu sudah berakhir; rujuk periode yang sedang berjalan, atau pertahankan:
    Memperhatikan (baris 6)  usulan tahun 2021 dan Renstra 2020-2024

Diubah (4)
  tahun keputusan:
    Nama keputusan (baris 2)      Penetapan Hari Kerja Tahun 2025 → Penetapan Hari Kerja Tahun 2026
  nomor baru belum ada:
    Nomor (baris 9)               7 → (kosong)
  tahun yang diminta:
    Tahun keputusan (baris 10)    2025 → 2026
  tanggal baru belum ada:
    Tanggal penetapan (baris 17)  2025-03-04 → (kosong)

Sengaja tidak diubah (2)
  profil kantor tidak menyebut masa jabatannya; pastikan masih menjabat:
    Penanda tangan (baris 7)  ketua: Nama Ketua (Ketua)
  perubahan terakhir dalam data, Undang-Undang Nomor 7 Tahun 2023, sudah ikut disebut:
    Mengingat 1 (baris 13)    uu-7-2017 (Undang-Undang Nomor 7 Tahun 2017)

"
    );
    let new = fs::read_to_string(here.path().join("2026/hari-kerja.yaml")).expect("the new decree");
    assert!(new.starts_with(
        "\
# catatan yang tetap tinggal
tentang: Penetapan Hari Kerja Tahun 2026   # dan ini
memperhatikan:
  # TINJAU: usulan tahun 2021 — lebih lama daripada tahun rencana dan tidak dikenal sebagai laporan; periksa tahunnya
  # TINJAU: Renstra 2020-2024 — periode itu sudah berakhir; rujuk periode yang sedang berjalan, atau pertahankan
  - usulan tahun 2021 dan Renstra 2020-2024
"
    ));
    let ran =
        naskah(here.path(), ["periksa", "2026/hari-kerja.yaml", "--tingkat", "peringatan", "--format", "ringkas"]);
    let found = String::from_utf8_lossy(&ran.out).into_owned();
    assert_eq!(found.matches("peringatan[K411]: masih harus ditinjau: ").count(), 2, "{found}");
    assert_eq!(found.lines().count(), 2, "{found}");
}

#[test]
fn nothing_is_overwritten_unasked_and_the_old_decree_never() {
    let here = folder(&[("n.yaml", &decree()), ("n-2026.yaml", "lain: ya\n")]);
    let there = "galat[N003]: n-2026.yaml sudah ada dan isinya lain\n |\n = petunjuk: pilih tempat lain dengan -o, atau ganti dengan --timpa\n";
    perbarui(here.path(), "n.yaml --tahun 2026").says(2, there);
    assert_eq!(perbarui(here.path(), "n.yaml --tahun 2026 --timpa").code, Some(0));
    for old in ["n.yaml", "./n.yaml"] {
        let ran = perbarui(here.path(), &format!("n.yaml --tahun 2026 --timpa -o {old}"));
        assert_eq!(ran.code, Some(2), "{}", ran.err);
        assert!(ran.err.contains("ialah berkas yang lama"), "{}", ran.err);
    }
    assert_eq!(fs::read_to_string(here.path().join("n.yaml")).expect("the old decree"), decree());
}

#[test]
fn its_own_result_is_left_alone() {
    let here = folder(&[("n.yaml", &decree())]);
    assert_eq!(perbarui(here.path(), "n.yaml --tahun 2026").code, Some(0));
    let before = fs::read(here.path().join("n-2026.yaml")).expect("the new decree");
    let ran = perbarui(here.path(), "n-2026.yaml --tahun 2026");
    ran.says(
        0,
        "tahun 2026 ke 2026: 2 perlu diputuskan, 0 diubah, 2 sengaja tidak diubah\ntidak ada yang berubah: n-2026.yaml\n",
    );
    assert_eq!(fs::read(here.path().join("n-2026.yaml")).expect("the new decree"), before);
    assert_eq!(names(here.path()), "n-2026.yaml\nn.yaml");
    let ran = perbarui(here.path(), "n-2026.yaml --tahun 2026 -o lain.yaml");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.err.ends_with("dibuat: lain.yaml\n"), "{}", ran.err);
    assert_eq!(fs::read(here.path().join("lain.yaml")).expect("what was asked for"), before);
}

#[test]
fn alike_changes_are_told_once() {
    let rows: String = (1..=9).map(|n| format!("  - bahwa hari kerja ke-{n} tahun 2025\n")).collect();
    let here = folder(&[("n.yaml", &short(&format!("menimbang:\n{rows}")))]);
    let ran = perbarui(here.path(), "n.yaml --tahun 2026");
    let told = String::from_utf8_lossy(&ran.out).into_owned();
    assert!(told.contains("    2025 → 2026 (9 tempat): Menimbang a (baris 2); Menimbang b (baris 3); "), "{told}");
}

#[test]
fn reports_are_written_beside_it() {
    let here = folder(&[("n.yaml", &decree())]);
    for form in ["html", "md", "json"] {
        let ran = perbarui(here.path(), &format!("n.yaml --tahun 2026 --laporan {form}"));
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
    assert_eq!(names(here.path()), "n-2026.laporan.html\nn-2026.laporan.json\nn-2026.laporan.md\nn-2026.yaml\nn.yaml");
    let read = |name: &str| fs::read_to_string(here.path().join(name)).expect("a report");
    let report: Value = serde_json::from_str(&read("n-2026.laporan.json")).expect("JSON");
    assert_eq!(report["banyak"], serde_json::json!({"tinjau": 2, "ubah": 4, "tetap": 2}));
    assert_eq!(report["rincian"].as_array().map(Vec::len), Some(8));
    let page = read("n-2026.laporan.html");
    assert!(page.contains("<td>Penetapan Hari Kerja Tahun <del>2025</del></td>"), "{page}");
    assert!(page.contains("<td>Penetapan Hari Kerja Tahun <ins>2026</ins></td>"), "{page}");
    assert!(page.contains("<mark>2021</mark> dan Renstra <mark>2020-2024</mark>"), "{page}");
    assert!(read("n-2026.laporan.md").contains("| Penetapan Hari Kerja Tahun **2026** |"));
    let schema: Value =
        serde_json::from_str(&crate::support::text_of("docs/skema/perbarui.schema.json")).expect("JSON");
    let keys = |value: &Value| -> Vec<String> {
        let mut keys: Vec<String> = value.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default();
        keys.sort();
        keys
    };
    let shown = perbarui(here.path(), "n.yaml --tahun 2026 --timpa --pesan json");
    let shown: Value = serde_json::from_slice(&shown.out).expect("JSON");
    assert_eq!(shown, report);
    assert_eq!(keys(&report), keys(&schema["properties"]));
    for entry in report["rincian"].as_array().expect("entries") {
        assert_eq!(keys(entry), keys(&schema["$defs"]["rincian"]["properties"]));
    }
}

#[test]
fn standard_input_and_output() {
    let here = folder(&[]);
    let mut command = program(here.path());
    command.args(["perbarui", "-", "--tahun", "2026", "-o", "-"]);
    let ran = finish(command, decree().as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        String::from_utf8_lossy(&ran.out).contains("\ntahun: 2026\n") && ran.err.starts_with("Perlu diputuskan (2)")
    );
    perbarui(here.path(), "- --tahun 2026")
        .says(2, "galat[N004]: masukan baku (-) memerlukan -o\nlihat `naskah --bantuan`\n");
    perbarui(here.path(), "n.yaml --tahun 2026 -o - --laporan md").says(
        2,
        "galat[N004]: --laporan memerlukan berkas hasil, bukan keluaran baku (-o -)\nlihat `naskah --bantuan`\n",
    );
}

#[test]
fn what_cannot_be_rolled_is_said() {
    let here =
        folder(&[("n.yaml", &decree()), ("putus.yaml", "jenis: umum\nmenimbang: [bahwa\n"), ("lain.yaml", "a: 1\n")]);
    let ran = perbarui(here.path(), "n.yaml --tahun 2024");
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(ran.err.starts_with("galat[N004]: tahun tujuan, 2024, mendahului tahun keputusan, 2025\n"), "{}", ran.err);
    let ran = perbarui(here.path(), "hilang.yaml --tahun 2026");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.starts_with("galat[N001]: hilang.yaml tidak dapat dibaca: tidak ada\n"), "{}", ran.err);
    for (name, code) in [("putus.yaml", "N101"), ("lain.yaml", "N103")] {
        let ran = perbarui(here.path(), &format!("{name} --tahun 2026"));
        assert_eq!(ran.code, Some(1));
        assert!(ran.err.contains(&format!("galat[{code}]")), "{}", ran.err);
    }
    assert_eq!(perbarui(here.path(), "n.yaml").code, Some(2));
    assert_eq!(perbarui(here.path(), "n.yaml --tahun 12").code, Some(2));
    assert_eq!(names(here.path()), "lain.yaml\nn.yaml\nputus.yaml");
}

/// People and bases that change between the years.
#[test]
fn people_and_bases_of_the_new_year() {
    let office = "badan: Komisi Pemilihan Umum\nwilayah: Kabupaten Semarang\njenjang: kabupaten\ntempat: Ungaran\npejabat:\n  ketua: {jabatan: Ketua, nama: Nama Lama, sampai: 2025-06-20}\n  ketua-baru: {jabatan: Ketua, nama: Nama Baru, sejak: 2025-06-21}\n  kasubbag: {jabatan: Kepala Subbagian, nama: Nama Kepala, sampai: 2026-08-01}\nsumber: [uji]\nkepastian: belum\n";
    let law = |number: u32, year: i32, more: &str| {
        format!("jenis: pkpu\nnomor: {number}\ntahun: {year}\nsumber: [uji]\nkepastian: umum\n{more}")
    };
    let decree = short(
        "kantor: uji\npejabat: ketua\nmengingat: [uu-7-2017, pkpu-90-2020, pkpu-91-2021]\nsalinan: {oleh: kasubbag}\n",
    );
    let here = folder(&[
        ("n.yaml", decree.as_str()),
        ("data/kantor/uji.yaml", office),
        (
            "data/dasar-hukum/pkpu-90-2020.yaml",
            &law(90, 2020, "tentang: Uji\nstatus: dicabut\ndicabut_oleh: pkpu-9-2021\n"),
        ),
        ("data/dasar-hukum/pkpu-9-2021.yaml", &law(9, 2021, "tentang: Uji Baru\ntanggal: 2021-01-02\n")),
        ("data/dasar-hukum/pkpu-91-2021.yaml", &law(91, 2021, "tentang: Uji Lagi\ntanggal: 2021-03-02\n")),
        ("data/dasar-hukum/pkpu-92-2026.yaml", &law(92, 2026, "mengubah: {id: pkpu-91-2021, ke: 1}\n")),
    ]);
    let ran = perbarui(here.path(), "n.yaml --tahun 2026");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let told = String::from_utf8_lossy(&ran.out).into_owned();
    let new = fs::read_to_string(here.path().join("n-2026.yaml")).expect("the new decree");
    assert!(new.contains("pejabat: ketua-baru\n"), "{new}");
    assert!(
        new.contains("# TINJAU: kasubbag — menurut profil kantor masa jabatannya berakhir 1 Agustus 2026\nsalinan:"),
        "{new}"
    );
    assert!(told.contains("pkpu-90-2020 (Peraturan Komisi Pemilihan Umum Nomor 90 Tahun 2020)"), "{told}");
    assert!(told.contains("sudah dicabut dengan Peraturan Komisi Pemilihan Umum Nomor 9 Tahun 2021"), "{told}");
    assert!(
        told.contains("tanpa perubahan → Peraturan Komisi Pemilihan Umum Nomor 91 Tahun 2021: Peraturan Komisi Pemilihan Umum Nomor 92 Tahun 2026"),
        "{told}"
    );
}
