//! What is written and where; what is left alone.

use std::fs;

use naskah_core::catalog::Root;
use naskah_core::resolve::Edition;

use super::{finish, folder, listing, names, naskah, program, put, short, susun, wrong};
use crate::support::{lay_out, project};

/// What is said of a decree that was made.
fn made(place: &str, text: &str) -> String {
    let edition = Edition { konsep: text.contains("nomor:\n"), ..Edition::default() };
    format!("dibuat: {place} ({} halaman)\n", lay_out("naskah.yaml", text, Root::embedded(), edition).pages().count())
}

/// A second decree, of several pages.
fn long() -> String {
    let items: String = (1..=60).map(|n| format!("  - bahwa hari kerja ke-{n} perlu ditetapkan\n")).collect();
    short(&format!("nomor: 8\nmenimbang:\n{items}"))
}

#[test]
fn default_place_is_named_by_year_number_and_name() {
    let here = folder(&[("naskah.yaml", &short(""))]);
    susun(here.path(), "naskah.yaml").makes(&made("output/2025/7-penetapan-hari-kerja.pdf", &short("")));
    let files = "naskah.yaml\noutput\noutput/2025\noutput/2025/7-penetapan-hari-kerja.pdf";
    assert_eq!(names(here.path()), files);
    assert!(fs::read(here.path().join("output/2025/7-penetapan-hari-kerja.pdf")).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn default_name_is_cut_between_words() {
    let text = short(
        "# naskah: abaikan K122 — nomor bentuk lama\nnomor: 6/HK.03/2025\ntentang: Rencana Aksi Pembangunan Zona Integritas Menuju Wilayah Bebas dari Korupsi\n",
    );
    let here = folder(&[("n.yaml", &text)]);
    let file = "output/2025/6-hk-03-2025-rencana-aksi-pembangunan-zona-integritas-menuju-wilayah.pdf";
    susun(here.path(), "n.yaml").makes(&made(file, &text));
}

#[test]
fn a_draft_without_number_is_called_konsep() {
    let text = short("nomor:\nditetapkan: {di: Ungaran}\n");
    let here = folder(&[("n.yaml", &text)]);
    let file = "output/2025/konsep-penetapan-hari-kerja.pdf";
    susun(here.path(), "n.yaml --konsep").makes(&made(file, &text));
}

#[test]
fn a_path_or_a_folder_may_be_given() {
    let here = folder(&[("a.yaml", &short("")), ("b.yaml", &long()), ("hasil/ada", "")]);
    susun(here.path(), "a.yaml -o baru/x.pdf").makes(&made("baru/x.pdf", &short("")));
    susun(here.path(), "a.yaml -o hasil").makes(&made("hasil/7-penetapan-hari-kerja.pdf", &short("")));
    let both = made("dua/7-penetapan-hari-kerja.pdf", &short("")) + &made("dua/8-penetapan-hari-kerja.pdf", &long());
    susun(here.path(), "a.yaml b.yaml -o dua").makes(&both);
}

#[test]
fn standard_input_and_output() {
    let here = folder(&[("naskah.yaml", &short(""))]);
    let before = listing(here.path());
    let mut command = program(here.path());
    command.args(["susun", "-", "-o", "-"]);
    let piped = finish(command, short("").as_bytes());
    piped.says(0, "");
    let named = susun(here.path(), "naskah.yaml -o -");
    named.says(0, "");
    assert!(named.out.starts_with(b"%PDF-"));
    assert!(named.out == piped.out, "a text from standard input gives other bytes than the same text in naskah.yaml");
    assert_eq!(listing(here.path()), before);
}

#[test]
fn a_file_that_is_there_is_only_replaced_when_asked() {
    let here = folder(&[("a.yaml", &short("")), ("b.yaml", &long())]);
    susun(here.path(), "a.yaml -o x.pdf").makes(&made("x.pdf", &short("")));
    let first = listing(here.path());
    susun(here.path(), "a.yaml -o x.pdf")
        .makes(&made("x.pdf", &short("")).replace("dibuat", "sama dengan yang sudah ada"));
    let refused = "galat[N003]: x.pdf sudah ada dan isinya lain\n |\n = petunjuk: pilih tempat lain dengan -o, atau ganti dengan --timpa\n";
    susun(here.path(), "b.yaml -o x.pdf").says(2, refused);
    assert_eq!(listing(here.path()), first);
    susun(here.path(), "b.yaml -o x.pdf --timpa").makes(&made("x.pdf", &long()));
    assert_ne!(listing(here.path()), first);
    assert_eq!(names(here.path()), "a.yaml\nb.yaml\nx.pdf");
}

#[test]
fn nothing_is_written_when_anything_is_wrong() {
    let here = folder(&[("a.yaml", &short("")), ("salah.yaml", &wrong()), ("o/ada", "")]);
    let before = listing(here.path());
    for words in
        ["salah.yaml", "a.yaml salah.yaml", "salah.yaml a.yaml -o o", "salah.yaml --format typ", "salah.yaml -o -"]
    {
        let ran = susun(here.path(), words);
        assert_eq!((ran.code, ran.out.len()), (Some(1), 0), "{words}: {}", ran.err);
        assert_eq!(listing(here.path()), before, "{words}");
    }
    let ran = susun(here.path(), "a.yaml hilang.yaml salah.yaml");
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(ran.err.contains("N001") && ran.err.contains("N107"), "{}", ran.err);
    assert_eq!(listing(here.path()), before);
}

#[test]
fn one_of_several_results_that_exists_holds_up_all() {
    let here = folder(&[("a.yaml", &short("")), ("b.yaml", &long()), ("o/8-penetapan-hari-kerja.pdf", "lain")]);
    let before = listing(here.path());
    assert_eq!(susun(here.path(), "a.yaml b.yaml -o o").code, Some(2));
    assert_eq!(listing(here.path()), before);
}

#[test]
fn two_decrees_with_one_name_are_refused() {
    let here = folder(&[("a.yaml", &short("")), ("b.yaml", &short(""))]);
    let before = listing(here.path());
    let place = "output/2025/7-penetapan-hari-kerja.pdf";
    let refused = format!(
        "galat[N003]: dua keputusan akan ditulis ke {place}\n |\n = petunjuk: nomor, tahun, dan tentang keduanya sama\n"
    );
    susun(here.path(), "a.yaml b.yaml").says(2, &refused);
    assert_eq!(listing(here.path()), before);
}

#[test]
fn pictures_are_one_file_a_page() {
    let here = folder(&[("b.yaml", &long())]);
    let pages = lay_out("b.yaml", &long(), Root::embedded(), Edition::default()).pages().count();
    assert!(pages > 1);
    for (format, start) in [("png", &b"\x89PNG\r\n\x1a\n"[..]), ("svg", b"<svg")] {
        let place = format!("{format}/b-1.{format} … {format}/b-{pages}.{format}");
        susun(here.path(), &format!("b.yaml --format {format} -o {format}/b.{format}")).makes(&made(&place, &long()));
        let files = listing(&here.path().join(format));
        let expected: Vec<String> = (1..=pages).map(|page| format!("b-{page}.{format}")).collect();
        assert_eq!(files.keys().cloned().collect::<Vec<_>>(), expected);
        assert!(files.values().flatten().all(|bytes| bytes.starts_with(start)));
    }
}

#[test]
fn typst_source_comes_with_all_that_it_needs() {
    let source = short("kantor: uji\n");
    let office = "badan: Komisi Pemilihan Umum\nwilayah: Kabupaten Uji\njenjang: kabupaten\ntempat: Ungaran\nlambang: data/uji.svg\npejabat:\n  ketua: {jabatan: Ketua, nama: Nama}\nsumber: [rekaan]\nkepastian: belum\n";
    let emblem =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
    let here = folder(&[("u.yaml", &source), ("data/kantor/uji.yaml", office), ("data/uji.svg", emblem)]);
    susun(here.path(), "u.yaml --format typ -o sumber").makes(&made("sumber", &short("")));
    let files = listing(&here.path().join("sumber"));
    let own = lay_out("u.yaml", &source, Root::overlaid(here.path()), Edition::default());
    let main = own.typeset.as_ref().map(|typeset| typeset.source().main.as_str());
    let text =
        |name: &str| files.get(name).cloned().flatten().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert_eq!(text("naskah.typ").as_deref(), main);
    assert_eq!(text("u.yaml").as_deref(), Some(source.as_str()));
    assert_eq!(text("lambang.svg").as_deref(), Some(emblem));
    for (copy, origin) in [("gaya", "templates/gaya"), ("fonts", "fonts")] {
        let there = listing(&project().join(origin));
        assert!(!there.is_empty());
        for (name, bytes) in there {
            assert!(files.get(&format!("{copy}/{name}")) == Some(&bytes), "{copy}/{name} differs from {origin}");
        }
    }
    let known = ["naskah.typ", "u.yaml", "bahan.json", "lambang.svg", "gaya", "fonts"];
    assert!(files.keys().all(|name| known.contains(&name.split('/').next().unwrap_or_default())), "{:?}", files.keys());
}

#[test]
fn places_that_cannot_be_written() {
    let here = folder(&[("a.yaml", &short("")), ("berkas", "bukan folder")]);
    let before = listing(here.path());
    let ran = susun(here.path(), "a.yaml -o berkas/x.pdf");
    let refused = "galat[N002]: berkas/x.pdf tidak dapat ditulis: bagian letaknya bukan folder\n |\n = petunjuk: periksa izin menulis dan sisa tempat pada cakram\n";
    ran.says(2, refused);
    assert_eq!(listing(here.path()), before);
}

#[test]
#[cfg(unix)]
fn a_folder_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let here = folder(&[("a.yaml", &short("")), ("tutup/ada", "")]);
    let closed = here.path().join("tutup");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(closed.join("coba"), "").is_ok() {
        return; // The user may write everywhere.
    }
    let before = names(here.path());
    let ran = susun(here.path(), "a.yaml -o tutup/x.pdf");
    let refused = "galat[N002]: tutup/x.pdf tidak dapat ditulis: tidak diizinkan\n |\n = petunjuk: periksa izin menulis dan sisa tempat pada cakram\n";
    ran.says(2, refused);
    assert_eq!(names(here.path()), before);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_behind_standard_output() {
    let here = folder(&[("a.yaml", &short(""))]);
    let mut command = program(here.path());
    command.args(["susun", "a.yaml", "-o", "-"]);
    command.stdout(fs::File::options().write(true).open("/dev/full").unwrap());
    finish(command, b"").says(2, "galat[N002]: keluaran baku tidak dapat ditulis: cakram penuh\n");
    for word in ["--bantuan", "--versi"] {
        let mut command = program(here.path());
        command.arg(word).stdout(fs::File::options().write(true).open("/dev/full").unwrap());
        finish(command, b"").says(2, "galat[N002]: keluaran baku tidak dapat ditulis: cakram penuh\n");
    }
}

#[test]
fn what_was_replaced_comes_back_where_one_place_is_a_folder() {
    let here = folder(&[("a.yaml", &short("nomor: 1\n")), ("b.yaml", &short("nomor: 2\n"))]);
    assert_eq!(susun(here.path(), "a.yaml b.yaml -o hasil/").code, Some(0));
    let made = names(&here.path().join("hasil"));
    let made: Vec<&str> = made.lines().flat_map(str::split_whitespace).collect();
    let last = here.path().join("hasil").join(made.last().unwrap());
    fs::remove_file(&last).unwrap();
    fs::create_dir(&last).unwrap();
    let first = here.path().join("hasil").join(made.first().unwrap());
    fs::write(&first, b"lain").unwrap();
    assert_eq!(susun(here.path(), "a.yaml b.yaml -o hasil/ --timpa").code, Some(2));
    assert_eq!(fs::read(&first).unwrap(), b"lain");
}

#[test]
fn the_current_folder_goes_before_the_program() {
    let here = folder(&[("a.yaml", &short("jenis: uji\n")), ("b.yaml", &short(""))]);
    assert_eq!(susun(here.path(), "a.yaml -o a.pdf").code, Some(1));
    put(&here, "templates/jenis/uji/jenis.yaml", b"nama: Uji\n");
    assert_eq!(susun(here.path(), "a.yaml -o a.pdf").code, Some(0));
    let below = here.path().join("jauh");
    fs::create_dir(&below).unwrap();
    assert_eq!(naskah(&below, ["susun", "../a.yaml", "-o", "a.pdf"]).code, Some(1));
    assert_eq!(naskah(&below, ["susun", "../a.yaml", "-o", "a.pdf", "--akar", ".."]).code, Some(0));
}

#[test]
fn the_same_decree_gives_the_same_bytes_anywhere() {
    let text = fs::read(project().join("data/keputusan/2025/007-pembentukan-tim-zona-integritas.yaml")).unwrap();
    let here = folder(&[]);
    put(&here, "007.yaml", &text);
    put(&here, "lain/007.yaml", &text);
    let expected = susun(here.path(), "007.yaml -o -").out;
    assert!(expected.starts_with(b"%PDF-"));
    let absolute = here.path().join("007.yaml").to_string_lossy().into_owned();
    let elsewhere = folder(&[]);
    assert!(susun(elsewhere.path(), &format!("{absolute} -o -")).out == expected, "by its absolute path");
    assert!(susun(&here.path().join("lain"), "007.yaml -o -").out == expected, "as a copy");
    for (name, value) in
        [("TZ", "Asia/Jayapura"), ("LANG", "id_ID.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("SOURCE_DATE_EPOCH", "1")]
    {
        let mut command = program(here.path());
        command.args(["susun", "007.yaml", "-o", "-"]).env(name, value);
        assert!(finish(command, b"").out == expected, "with {name}={value}");
    }
    let mut command = program(here.path());
    command.args(["susun", "007.yaml", "-o", "-"]).env_clear();
    assert!(finish(command, b"").out == expected, "with an empty environment");
}

#[test]
fn what_killed_runs_left_is_swept() {
    let here = folder(&[("naskah.yaml", &short("")), (".naskah-tertinggal", ""), ("a/.naskah-tertinggal", "")]);
    let before = std::time::SystemTime::now() - std::time::Duration::from_secs(60);
    for name in [".naskah-tertinggal", "a/.naskah-tertinggal"] {
        let file = fs::File::options().write(true).open(here.path().join(name)).expect("a file");
        file.set_modified(before).expect("another time");
    }
    assert_eq!(susun(here.path(), "naskah.yaml -o b.pdf").code, Some(0));
    assert_eq!(susun(here.path(), "naskah.yaml -o a/b.pdf").code, Some(0));
    assert_eq!(names(here.path()), "a\na/b.pdf\nb.pdf\nnaskah.yaml");
}
