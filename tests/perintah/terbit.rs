//! Issuing: numbers and dates, what is frozen, what is refused.

use std::fs;
use std::path::Path;
use std::thread;

use naskah::office::register::{Buku, Peristiwa, Tahun};
use naskah_core::diag::{Files, Sink};
use naskah_core::fingerprint::Sidik;
use tempfile::TempDir;

use super::{Ran, folder, listing, names, naskah, put, short, susun};

/// A decree without number and day.
fn draft(name: &str) -> String {
    short(&format!("nomor:\ntentang: {name}\nditetapkan: {{di: Ungaran, tanggal: }}\n"))
}

/// Runs `naskah terbit` with words that hold no blanks.
fn terbit(folder: &Path, words: &str) -> Ran {
    naskah(folder, ["terbit", "--ya"].into_iter().chain(words.split_whitespace()))
}

/// The lines of a year, which must be sound.
fn register(folder: &Path, year: i32) -> Tahun {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let read = Buku::of(Some(folder)).baca(year, &mut files, &mut sink);
    read.unwrap_or_else(|| panic!("{:?}", sink.found()))
}

#[test]
fn a_draft_gets_number_and_day_and_is_frozen() {
    let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja"))]);
    let ran = terbit(here.path(), "a.yaml --tanggal 2025-03-04");
    let own = "data/register/2025/1/kab-semarang-ketua";
    let pdf = fs::read(here.path().join(own).join("asli.pdf")).expect("the original");
    let line = format!(
        "terbit: Nomor 1 Tahun 2025, output/2025/1-penetapan-hari-kerja.pdf (2 halaman), sidik asli {}\n",
        Sidik::of(&pdf).pendek()
    );
    ran.makes(&line);
    let source = fs::read_to_string(here.path().join("a.yaml")).expect("the source");
    assert!(source.contains("\nnomor: 1\n") || source.starts_with("nomor: 1\n"), "{source}");
    assert!(source.contains("tanggal: 2025-03-04"), "{source}");
    assert_eq!(fs::read_to_string(here.path().join(own).join("naskah.yaml")).ok(), Some(source));
    assert_eq!(fs::read(here.path().join("output/2025/1-penetapan-hari-kerja.pdf")).ok(), Some(pdf));
    let year = register(here.path(), 2025);
    let Peristiwa::Terbit(issued) = &year.baris[0].peristiwa else { panic!("{year:?}") };
    assert_eq!((issued.halaman, issued.dasar.join(" ").as_str()), (2, "uu-7-2017"));
    // What is issued can be made again, and is the same.
    susun(here.path(), "a.yaml")
        .makes("sama dengan yang sudah ada: output/2025/1-penetapan-hari-kerja.pdf (2 halaman)\n");
}

#[test]
fn a_number_is_issued_once_whatever_the_book_is_called() {
    for renamed in ["2024", "2025 lama"] {
        let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja"))]);
        terbit(here.path(), "a.yaml --tanggal 2025-03-04");
        let place = |name: &str| here.path().join("data/register").join(name);
        let source = fs::read_to_string(here.path().join("a.yaml")).expect("the source");
        put(&here, "a.yaml", source.replace("Penetapan Hari Kerja", "Penetapan Jam Kerja").as_bytes());
        // The book alone, the frozen folder alone, both.
        fs::rename(place("2025"), here.path().join("beku")).expect("a folder");
        fs::rename(place("2025.jsonl"), place(&format!("{renamed}.jsonl"))).expect("a book");
        let ran = terbit(here.path(), "a.yaml --setujui semua");
        assert_eq!(ran.code, Some(1), "{}", ran.err);
        assert!(ran.err.contains("Nomor 1 Tahun 2025 sudah terbit menurut"), "{}", ran.err);
        fs::remove_file(place(&format!("{renamed}.jsonl"))).expect("a book");
        fs::rename(here.path().join("beku"), place(renamed)).expect("a folder");
        let ran = terbit(here.path(), "a.yaml --setujui semua");
        assert_eq!(ran.code, Some(1), "{}", ran.err);
        assert!(ran.err.contains("a.yaml:"), "{}", ran.err);
        assert!(!place("2025.jsonl").exists());
    }
}

#[test]
fn what_is_issued_is_neither_issued_again_nor_changed() {
    let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja"))]);
    terbit(here.path(), "a.yaml --tanggal 2025-03-04");
    let ran = terbit(here.path(), "a.yaml");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("galat[N601]: Nomor 1 Tahun 2025 sudah terbit tanggal 2025-03-04"), "{}", ran.err);
    let source = fs::read_to_string(here.path().join("a.yaml")).expect("the source");
    put(&here, "a.yaml", source.replace("hari kerja perlu ditetapkan", "hari libur perlu ditetapkan").as_bytes());
    let before = listing(here.path());
    for command in ["susun", "terbit", "periksa"] {
        let ran = naskah(here.path(), [command, "a.yaml"]);
        let said = ran.err + &String::from_utf8_lossy(&ran.out);
        assert_eq!(ran.code, Some(1), "{command}: {said}");
        assert!(said.contains("N602") && said.contains("hari libur perlu"), "{command}: {said}");
    }
    assert!(listing(here.path()) == before, "something was written");
}

#[test]
fn a_number_that_is_taken_is_refused() {
    let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja")), ("b.yaml", &draft("Penetapan Jam Kerja"))]);
    terbit(here.path(), "a.yaml --tanggal 2025-03-04");
    let ran = terbit(here.path(), "b.yaml --tanggal 2025-03-05 --nomor 1");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("galat[N601]: Nomor 1 Tahun 2025 sudah dipakai: Penetapan Hari Kerja"), "{}", ran.err);
    assert!(ran.err.contains("b.yaml:"), "{}", ran.err);
}

#[test]
fn numbers_that_are_left_out_and_days_that_run_back_are_named() {
    let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja")), ("b.yaml", &draft("Penetapan Jam Kerja"))]);
    terbit(here.path(), "a.yaml --tanggal 2025-03-04");
    let ran = terbit(here.path(), "b.yaml --tanggal 2025-03-03 --nomor 4 --pesan ringkas");
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("peringatan[N604]: nomor 2, 3 belum terbit"), "{}", ran.err);
    let backwards = "peringatan[N605]: tanggal 2025-03-03 tidak sejalan dengan nomor 1 yang bertanggal 2025-03-04";
    assert!(ran.err.contains(backwards), "{}", ran.err);
}

#[test]
fn a_number_that_a_draft_bears_is_passed_over() {
    let reserved = short("nomor: 1\ntentang: Penetapan Jam Kerja\n");
    let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja")), ("data/keputusan/b.yaml", &reserved)]);
    let ran = terbit(here.path(), "a.yaml --tanggal 2025-03-04");
    assert!(ran.told().contains("terbit: Nomor 2 Tahun 2025"), "{}", ran.told());
}

#[test]
fn a_day_must_be_known_and_agree() {
    let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja")), ("b.yaml", &short(""))]);
    let ran = terbit(here.path(), "a.yaml --pesan ringkas");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("galat[N301]: tanggal penetapan belum ada"), "{}", ran.err);
    let ran = terbit(here.path(), "b.yaml --nomor 8 --pesan ringkas");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("galat[N609]: `nomor` sudah tertulis 7, lain daripada --nomor 8"), "{}", ran.err);
    let ran = terbit(here.path(), "b.yaml --tanggal 2025-03-05 --pesan ringkas");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("N609") && ran.err.contains("5 Maret 2025"), "{}", ran.err);
    assert_eq!(names(here.path()), "a.yaml\nb.yaml\ndata\ndata/register\ndata/register/.kunci");
}

#[test]
fn findings_stop_an_issue_but_not_an_entry() {
    let slip = short(
        "diktum: [Menetapkan Hari Kerja., Keputusan ini mulai berlaku efektif pada tanggal ditetapkan.]\nlampiran: [{judul: Hari, teks: [Isi.]}]\n",
    );
    let here = folder(&[("a.yaml", &slip)]);
    let ran = terbit(here.path(), "a.yaml --pesan ringkas");
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(!here.path().join("data/register/2025.jsonl").exists());
    let ran = terbit(here.path(), "a.yaml --sudah-ditetapkan");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.told().contains("temuan dicatat"), "{}", ran.told());
    let year = register(here.path(), 2025);
    let Peristiwa::Terbit(issued) = &year.baris[0].peristiwa else { panic!("{year:?}") };
    assert!(issued.sudah_ditetapkan && issued.temuan.values().sum::<usize>() > 0, "{issued:?}");
    assert_eq!(fs::read_to_string(here.path().join("a.yaml")).ok(), Some(slip));
}

/// What was signed is not written out otherwise, and what only looks like an abbreviation is none to the copy either.
#[test]
fn a_citation_is_printed_as_it_was_signed_or_asked_about() {
    let typed = short("nomor: 5\nmengingat: [UU 7/2017, Rencana Kerja 2025]\n");
    let here = folder(&[("a.yaml", &typed)]);
    let ran = terbit(here.path(), "a.yaml --sudah-ditetapkan");
    assert!(
        ran.code == Some(1) && ran.err.contains("galat[N204]: `UU 7/2017` akan dicetak selengkapnya"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("--> a.yaml:") && ran.err.contains("apa_adanya: ya"), "{}", ran.err);
    put(&here, "a.yaml", format!("{typed}apa_adanya: ya\n").as_bytes());
    assert_eq!(terbit(here.path(), "a.yaml --sudah-ditetapkan").code, Some(0));
    put(&here, "b.yaml", typed.replace("nomor: 5", "nomor: 6").as_bytes());
    let ran = terbit(here.path(), "b.yaml --setujui semua");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

#[test]
fn a_decree_is_withdrawn_once_and_with_a_reason() {
    let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja"))]);
    terbit(here.path(), "a.yaml --tanggal 2025-03-04");
    let withdraw = |reason: &str| naskah(here.path(), ["batal", "1/2025", "--alasan", reason]);
    assert_eq!(withdraw("  ").code, Some(2));
    assert_eq!(withdraw("… - ..").code, Some(2));
    withdraw("ditetapkan keliru").makes("dibatalkan: Nomor 1 Tahun 2025, Penetapan Hari Kerja\n");
    let ran = withdraw("lagi");
    assert!(ran.err.contains("galat[N607]: Nomor 1 Tahun 2025 sudah dibatalkan: ditetapkan keliru"), "{}", ran.err);
    let ran = naskah(here.path(), ["batal", "9", "--alasan", "tidak ada"]);
    assert!(ran.code == Some(1) && ran.err.contains("galat[N606]"), "{}", ran.err);
    assert_eq!(register(here.path(), 2025).baris.len(), 2);
}

#[test]
fn a_register_that_was_touched_is_not_added_to() {
    let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja")), ("b.yaml", &draft("Penetapan Jam Kerja"))]);
    terbit(here.path(), "a.yaml --tanggal 2025-03-04");
    terbit(here.path(), "b.yaml --tanggal 2025-03-05");
    let path = here.path().join("data/register/2025.jsonl");
    let sound = fs::read_to_string(&path).expect("the register");
    put(&here, "c.yaml", draft("Penetapan Hari Libur").as_bytes());
    let first = sound.lines().next().unwrap_or_default();
    for (touched, fault) in [
        (sound.replacen("Penetapan Hari Kerja", "Penetapan Hari Kerjo", 1), ":2:1: galat[N603]"),
        (sound.replacen(&format!("{first}\n"), "", 1), ":1:1: galat[N603]"),
        (sound.trim_end().to_owned(), ":2:1: galat[N603]: register tidak utuh: baris terakhir terpotong"),
        (sound.replacen("\"urut\":1", "\"urut\":", 1), ":1:1: galat[N603]"),
    ] {
        fs::write(&path, &touched).expect("written");
        let ran = terbit(here.path(), "c.yaml --tanggal 2025-03-06 --pesan ringkas");
        assert_eq!(ran.code, Some(1), "{}", ran.err);
        assert!(ran.err.contains(fault), "{fault}: {}", ran.err);
        assert_eq!(fs::read_to_string(&path).ok(), Some(touched));
    }
}

#[test]
fn eight_processes_issue_fifty_times_each() {
    const PROCESSES: usize = 8;
    const TIMES: usize = 50;
    let here = folder(&[]);
    for process in 0..PROCESSES {
        for time in 0..TIMES {
            put(
                &here,
                &format!("{process}-{time}.yaml"),
                draft(&format!("Penetapan Hari Kerja {process}.{time}")).as_bytes(),
            );
        }
    }
    thread::scope(|scope| {
        for process in 0..PROCESSES {
            let here = here.path();
            scope.spawn(move || {
                for time in 0..TIMES {
                    let ran = terbit(here, &format!("{process}-{time}.yaml --tanggal 2025-03-04"));
                    assert_eq!(ran.code, Some(0), "{}", ran.err);
                }
            });
        }
    });
    let year = register(here.path(), 2025);
    let kunci = year.baris[0].kunci.clone();
    assert_eq!(year.angka(&kunci), (1..=(PROCESSES * TIMES) as u32).collect::<Vec<_>>());
    let names: std::collections::BTreeSet<_> = year.keputusan().iter().map(|s| s.terbit.tentang.clone()).collect();
    assert_eq!(names.len(), PROCESSES * TIMES);
}

#[test]
fn what_is_still_to_be_decided_stops_an_issue() {
    let text = format!("# TINJAU: apakah hari kerjanya tetap?\n{}", draft("Penetapan Hari Kerja"));
    let here = folder(&[("a.yaml", &text)]);
    let ran = terbit(here.path(), "a.yaml --tanggal 2025-03-04 --pesan ringkas");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("galat[N613]: masih harus diputuskan: apakah hari kerjanya tetap?"), "{}", ran.err);
    assert!(!here.path().join("data/register/2025.jsonl").exists());
}

#[test]
fn a_sheet_that_changes_after_the_issue_is_met() {
    let lampiran = "diktum: [Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak \
                    terpisahkan dari Keputusan ini., Keputusan ini mulai berlaku pada tanggal ditetapkan.]\n\
                    lampiran:\n  - judul: Hari Kerja\n    tabel: {dari: hari.csv, kolom: {Hari: , Jam: }}\n";
    let here = folder(&[("a.yaml", &short(lampiran)), ("hari.csv", "Hari;Jam\nSenin;08.00\n")]);
    let ran = terbit(here.path(), "a.yaml --pesan ringkas");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let copied = naskah(here.path(), ["salinan", "7/2025", "--oleh", "kasubbag-hukum"]);
    assert_eq!(copied.code, Some(0), "{}", copied.err);
    let ran = susun(here.path(), "a.yaml -o lagi.pdf");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    put(&here, "hari.csv", b"Hari;Jam\nSelasa;08.00\n");
    let ran = susun(here.path(), "a.yaml -o lain.pdf --pesan ringkas");
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains("N602") && ran.err.contains("Selasa"), "{}", ran.err);
    // What was issued stays what it was.
    let copied = naskah(here.path(), ["salinan", "7/2025", "--oleh", "kasubbag-hukum", "-o", "s.pdf"]);
    assert_eq!(copied.code, Some(0), "{}", copied.err);
    let told =
        "peringatan[N602]: Nomor 7 Tahun 2025 sudah terbit, tetapi lembar kerja yang dipakai a.yaml sekarang lain";
    assert!(copied.err.contains(told) && copied.err.contains("Selasa"), "{}", copied.err);
    // The list looks at the office's folder.
    let listed = |sheet: &str| {
        put(&here, "data/keputusan/hari.csv", sheet.as_bytes());
        naskah(here.path(), ["daftar", "--pesan", "ringkas"]).err
    };
    put(&here, "data/keputusan/a.yaml", short(lampiran).as_bytes());
    assert_eq!(listed("Hari;Jam\nSenin;08.00\n"), "");
    assert!(listed("Hari;Jam\nSenin;09.00\n").contains("data/keputusan/a.yaml sekarang lain"));
}

#[test]
fn a_register_that_cannot_be_written_is_named() {
    let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja")), ("data/register", "bukan folder")]);
    let before = listing(here.path());
    let ran = terbit(here.path(), "a.yaml --tanggal 2025-03-04 --pesan ringkas");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("galat[N002]: ./data/register tidak dapat ditulis"), "{}", ran.err);
    assert!(listing(here.path()) == before, "something was written");
}

/// Runs `naskah terbit` as it stands, without an answer to its questions.
fn unasked(folder: &Path, words: &str) -> Ran {
    naskah(folder, ["terbit"].into_iter().chain(words.split_whitespace()))
}

#[test]
fn what_is_about_to_be_done_is_shown_and_nothing_is_written() {
    let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja"))]);
    let before = listing(here.path());
    let ran = unasked(here.path(), "a.yaml --tanggal 2025-03-04 --coba");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    for line in ["akan terbit: Nomor 1 Tahun 2025", "Selasa, 4 Maret 2025", "ketua (kab-semarang)", "NAMA KETUA"] {
        assert!(ran.told().contains(line), "{line}: {}", ran.told());
    }
    // Nobody can be asked here, so nothing is issued; the way out is named.
    let ran = unasked(here.path(), "a.yaml --tanggal 2025-03-04");
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(ran.err.contains("akan terbit: Nomor 1 Tahun 2025") && ran.err.contains("galat[N614]"), "{}", ran.err);
    assert!(ran.err.contains("--ya") && ran.err.contains("--coba"), "{}", ran.err);
    assert!(listing(here.path()) == before, "something was written");
    let ran = unasked(here.path(), "a.yaml --tanggal 2025-03-04 --coba --pesan json");
    assert!(ran.told().contains("\"berubah\":false") && ran.told().lines().count() == 1, "{}", ran.told());
    assert_eq!(unasked(here.path(), "a.yaml --coba --ya").code, Some(2));
    assert_eq!(unasked(here.path(), "a.yaml --ya --setujui K9X").code, Some(2));
}

#[test]
fn what_may_be_lost_or_empty_is_answered_first() {
    let faults = [
        ("memperhatikan: [Surat Dinas tentang Ruang ......]\n", "N615"),
        ("memperhatikan: [Surat Dinas Nomor ././2025 tentang Ruang]\n", "N615"),
        ("memperhatikan:\n  - Surat Dinas dari '[diisi]'\n", "N615"),
        ("memperhatikan:\n  - Surat Dinas tentang Ruang # 3 lantai\n", "N112"),
        ("memperhatikan:\n  - Surat Dinas tentang\n    ruang rapat # dua lantai\n", "N112"),
        ("memperhatikan:\n  - Surat Dinas tentang Ruang\n    - Surat Dinas tentang Jam\n", "N115"),
        ("memperhatikan:\n  - >-\n    Surat Dinas tentang\n    # tanyakan dahulu\n    Ruang Rapat\n", "N116"),
        ("memperhatikan: [surat-dinas.docx]\n", "N117"),
        ("nomor: '08'\n", "N617"),
    ];
    for (fields, code) in faults {
        let here = folder(&[("a.yaml", &short(fields))]);
        let ran = unasked(here.path(), "a.yaml --ya --pesan ringkas");
        assert_eq!(ran.code, Some(1), "{fields}: {}", ran.err);
        assert!(ran.err.contains(&format!("[{code}]")) && ran.err.contains("N614"), "{fields}: {}", ran.err);
        assert!(!here.path().join("data/register/2025.jsonl").exists(), "{fields}");
        let ran = unasked(here.path(), &format!("a.yaml --ya --setujui {}", code.to_lowercase()));
        assert_eq!(ran.code, Some(0), "{fields}: {}", ran.err);
    }
    // Several are answered together, or all.
    let several = "nomor: '08'\nmemperhatikan: [Surat Dinas Nomor ././2025 tentang Ruang]\n";
    let here = folder(&[("a.yaml", &short(several)), ("b.yaml", &short(several))]);
    let ran = unasked(here.path(), "a.yaml --ya");
    assert!(ran.code == Some(1) && ran.err.contains("`--ya --setujui N615,N617`"), "{}", ran.err);
    assert_eq!(unasked(here.path(), "a.yaml --ya --setujui N617").code, Some(1));
    assert_eq!(unasked(here.path(), "a.yaml --ya --setujui N617,n615").code, Some(0));
    let here = folder(&[("a.yaml", &short(several))]);
    assert_eq!(unasked(here.path(), "a.yaml --ya --setujui semua").code, Some(0));
    // A remark that stands apart is one.
    let here = folder(&[("a.yaml", &short("memperhatikan:\n  - Surat Dinas tentang Ruang   # dari pusat\n"))]);
    assert_eq!(unasked(here.path(), "a.yaml --ya").code, Some(0));
}

#[test]
fn a_number_of_another_decree_is_taken_also_with_zeros() {
    let here = folder(&[("a.yaml", &short("")), ("b.yaml", &short("tentang: Penetapan Jam Kerja\n"))]);
    assert_eq!(terbit(here.path(), "a.yaml").code, Some(0));
    for command in ["susun", "periksa", "terbit"] {
        let ran = naskah(here.path(), [command, "b.yaml"]);
        let said = ran.err.clone() + &ran.told();
        assert!(ran.code == Some(1) && said.contains("N601") && !said.contains("N602"), "{command}: {said}");
        assert!(said.contains("Nomor 7 Tahun 2025 sudah dipakai"), "{command}: {said}");
    }
    put(&here, "c.yaml", short("nomor: '007'\ntentang: Penetapan Jam Layanan\n").as_bytes());
    let ran = terbit(here.path(), "c.yaml --pesan ringkas");
    assert!(ran.code == Some(1) && ran.err.contains("N601"), "{}", ran.err);
}

/// A decree of a number, a day and a name, with decisions.
fn decree(nomor: u32, day: &str, name: &str, diktum: &str) -> String {
    let year = &day[..4];
    short(&format!(
        "nomor: {nomor}\ntahun: {year}\ntentang: {name}\nditetapkan: {{di: Ungaran, tanggal: {day}}}\ndiktum:\n  - {diktum}\n  - Keputusan ini mulai berlaku pada tanggal ditetapkan.\n"
    ))
}

const OWN: &str = "Keputusan Komisi Pemilihan Umum Kabupaten Semarang";

#[test]
fn what_is_amended_must_be_there_and_fit() {
    let here = folder(&[("a.yaml", &decree(1, "2025-03-03", "Penetapan Hari Kerja", "Menetapkan Hari Kerja."))]);
    assert_eq!(terbit(here.path(), "a.yaml").code, Some(0));
    let base = format!("{OWN} Nomor 1 Tahun 2025 tentang Penetapan Hari Kerja");
    for (name, diktum, told) in [
        (format!("Perubahan Keempat atas {base}"), "Mengubah Diktum KESATU.", "Perubahan Keempat"),
        (format!("Perubahan atas {base} Baru"), "Mengubah Diktum KESATU.", "bernama lain"),
        (format!("Perubahan atas {base}"), "Mengubah Diktum KESEMBILAN.", "tidak mempunyai Diktum KESEMBILAN"),
    ] {
        put(&here, "b.yaml", decree(2, "2025-03-04", &name, diktum).as_bytes());
        let ran = terbit(here.path(), "b.yaml --pesan ringkas");
        assert_eq!(ran.code, Some(1), "{name}: {}", ran.err);
        assert!(ran.err.contains("[N616]") && ran.err.contains(told), "{name}: {}", ran.err);
        let ran = naskah(here.path(), ["periksa", "b.yaml", "--format", "ringkas"]);
        assert!(ran.told().contains("[N616]") && ran.told().contains(told), "{name}: {}", ran.told());
    }
    let unknown = format!("Perubahan atas {OWN} Nomor 9 Tahun 2019 tentang Penetapan Hari Kerja");
    put(&here, "b.yaml", decree(2, "2025-03-04", &unknown, "Mengubah Diktum KESATU.").as_bytes());
    let ran = terbit(here.path(), "b.yaml --pesan ringkas");
    assert!(ran.code == Some(0) && ran.err.contains("[N618]"), "{}", ran.err);
}

/// A decree, its amendment and a third one that revokes: the register as a list, and of each whether the third revoked it.
fn revoked(base: &str, revoking: &str) -> (TempDir, String, Vec<bool>) {
    let here = folder(&[
        ("a.yaml", &decree(1, "2025-03-03", "Penetapan Hari Kerja", "Menetapkan Hari Kerja.")),
        ("b.yaml", &decree(2, "2025-03-04", &format!("Perubahan atas {base}"), "Mengubah Diktum KESATU.")),
        ("c.yaml", &decree(3, "2025-03-05", "Penetapan Hari Libur", revoking)),
    ]);
    for name in ["a", "b", "c"] {
        let ran = terbit(here.path(), &format!("{name}.yaml"));
        assert_eq!(ran.code, Some(0), "{name}: {}", ran.err);
    }
    let listed = naskah(here.path(), ["daftar", "--format", "csv"]).told();
    let states = listed.lines().skip(1).map(|line| line.contains("dicabut oleh Nomor 3")).collect();
    (here, listed, states)
}

#[test]
fn amendments_fall_with_what_they_amend() {
    let base = format!("{OWN} Nomor 1 Tahun 2025 tentang Penetapan Hari Kerja");
    let revoking = format!("Pada saat Keputusan ini mulai berlaku, {base}, dicabut dan dinyatakan tidak berlaku.");
    let (here, listed, states) = revoked(&base, &revoking);
    assert_eq!(states, [true, true, false], "{listed}");
    // What is revoked is not amended any more.
    let late = decree(4, "2025-03-06", &format!("Perubahan Kedua atas {base}"), "Mengubah Diktum KESATU.");
    put(&here, "d.yaml", late.as_bytes());
    let ran = terbit(here.path(), "d.yaml --pesan ringkas");
    assert!(ran.code == Some(1) && ran.err.contains("sudah dicabut oleh Nomor 3"), "{}", ran.err);
}

#[test]
fn an_amendment_is_revoked_without_what_it_amends() {
    let base = format!("{OWN} Nomor 1 Tahun 2025 tentang Penetapan Hari Kerja");
    let amending = format!("{OWN} Nomor 2 Tahun 2025 tentang Perubahan atas {base}");
    for revoking in [
        format!("Mencabut {amending}."),
        format!("Pada saat Keputusan ini mulai berlaku, {amending} dicabut dan dinyatakan tidak berlaku."),
        format!("Mencabut {amending}; {OWN} Nomor 1 Tahun 2025 tetap berlaku."),
    ] {
        let (_here, listed, states) = revoked(&base, &revoking);
        assert_eq!(states, [false, true, false], "{revoking}: {listed}");
    }
}

#[test]
fn what_a_sentence_leaves_open_is_told_and_not_recorded() {
    let base = format!("{OWN} Nomor 1 Tahun 2025 tentang Penetapan Hari Kerja");
    for (revoking, code, told) in [
        (format!("{base} dicabut sepanjang mengenai hari libur."), Some(0), "hanya dicabut sebagian"),
        (format!("Mencabut Diktum KESATU {base}."), Some(0), "hanya dicabut sebagian"),
        (format!("{base} telah dicabut dengan {OWN} Nomor 7 Tahun 2020."), Some(1), "belum jelas"),
    ] {
        let here = folder(&[
            ("a.yaml", &decree(1, "2025-03-03", "Penetapan Hari Kerja", "Menetapkan Hari Kerja.")),
            ("b.yaml", &decree(2, "2025-03-05", "Penetapan Hari Libur", &revoking)),
        ]);
        assert_eq!(terbit(here.path(), "a.yaml").code, Some(0));
        let ran = terbit(here.path(), "b.yaml");
        assert!(ran.code == code && ran.err.contains(told), "{revoking}: {}", ran.err);
        let listed = naskah(here.path(), ["daftar", "--format", "csv"]).told();
        assert!(!listed.contains("dicabut oleh"), "{revoking}: {listed}");
    }
}

#[test]
fn what_is_issued_is_not_written_into_and_what_is_withdrawn_says_so() {
    let table = "lampiran:\n  - judul: Daftar Petugas\n    tabel: {kolom: [{judul: Nama}, {judul: Tugas}], baris: [[Nama Satu, loket], [Nama Dua, meja]]}\ndiktum:\n  - Menetapkan Daftar Petugas sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.\n  - Keputusan ini mulai berlaku pada tanggal ditetapkan.\n";
    let here = folder(&[("a.yaml", &short(table))]);
    assert_eq!(naskah(here.path(), ["tabel", "ekspor", "a.yaml", "-o", "a.csv"]).code, Some(0));
    let ran = terbit(here.path(), "a.yaml");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let sheet = fs::read_to_string(here.path().join("a.csv")).expect("the sheet").replace("loket", "gerbang");
    put(&here, "a.csv", sheet.as_bytes());
    let before = fs::read(here.path().join("a.yaml")).expect("the source");
    let ran = naskah(here.path(), ["tabel", "impor", "a.csv", "--ke", "a.yaml"]);
    assert!(ran.code == Some(1) && ran.err.contains("N601"), "{}", ran.err);
    assert_eq!(fs::read(here.path().join("a.yaml")).ok(), Some(before));
    assert_eq!(naskah(here.path(), ["batal", "7/2025", "--alasan", "keliru"]).code, Some(0));
    let ran = susun(here.path(), "a.yaml -o b.pdf --pesan ringkas");
    assert!(ran.code == Some(0) && ran.err.contains("peringatan[N607]"), "{}", ran.err);
    let ran = susun(here.path(), "a.yaml -o b --format typ");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let sources = listing(&here.path().join("b"));
    let marked = sources.values().flatten().any(|bytes| String::from_utf8_lossy(bytes).contains("dibatalkan: true"));
    assert!(marked, "the pages do not say it");
}

#[test]
fn an_old_decree_is_made_as_it_was_and_entered_only_as_such() {
    let slip = "apa_adanya: ya\ndiktum: [Menetapkan Hari Kerja., Keputusan ini mulai berlaku efektif pada tanggal ditetapkan.]\nlampiran: [{judul: Hari, teks: [Isi.]}]\n";
    let here = folder(&[("a.yaml", &short(slip)), ("b.yaml", &short(&slip.replace("ya\n", "tidak\n")))]);
    assert_eq!(susun(here.path(), "b.yaml -o b.pdf").code, Some(1));
    let ran = susun(here.path(), "a.yaml -o a.pdf --pesan ringkas");
    assert!(ran.code == Some(0) && ran.err.contains("peringatan[K"), "{}", ran.err);
    let ran = terbit(here.path(), "a.yaml --pesan ringkas");
    assert!(ran.code == Some(1) && ran.err.contains("--sudah-ditetapkan"), "{}", ran.err);
    assert_eq!(terbit(here.path(), "a.yaml --sudah-ditetapkan -o c.pdf").code, Some(0));
}

#[test]
fn legal_bases_are_found_as_they_are_cited_on_a_day() {
    let here = folder(&[]);
    let found = |words: &str| naskah(here.path(), ["dasar"].into_iter().chain(words.split_whitespace()));
    let before = found("uu 7/2017 --pada 2020-01-01").told();
    assert!(before.starts_with("uu-7-2017\n") && !before.contains("sebagaimana telah diubah"), "{before}");
    assert!(found("UU Nomor 7 Tahun 2017 --pada 2024-01-01").told().contains("sebagaimana telah diubah dengan"));
    assert!(found("pemerintahan daerah 2014").told().contains("terakhir dengan Undang-Undang Nomor 6 Tahun 2023"));
    assert_eq!(found("7/2071").code, Some(1));
    assert!(found("uu-7-2017").told().contains("judul dan nomor terverifikasi"));
}

#[test]
fn a_decree_of_which_no_copy_could_be_made_is_not_issued() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let style = "templates/gaya/halaman.typ";
    fs::create_dir_all(folder.path().join("templates/gaya")).expect("a folder");
    fs::create_dir_all(folder.path().join("data")).expect("a folder");
    let text = crate::support::text_of(style);
    let (kept, given) = ("v(huruf-sidik)", "v(-4pt)");
    assert!(text.contains(kept));
    fs::write(folder.path().join(style), text.replace(kept, given)).expect("a style");
    let line = "kata demi kata ".repeat(14);
    let fields = format!("salinan: {{oleh: kasubbag-hukum}}\nhalaman: {{kaki: '{}'}}\n", line.trim());
    fs::write(folder.path().join("k.yaml"), crate::support::completed(&fields, &[])).expect("a file");
    assert_eq!(naskah(folder.path(), ["susun", "k.yaml", "-o", "a.pdf"]).code, Some(0));
    let ran = naskah(folder.path(), ["terbit", "--ya", "--setujui", "semua", "k.yaml", "-o", "asli.pdf"]);
    assert_eq!(ran.code, Some(1), "{}", ran.told());
    assert!(ran.err.contains("salinan keputusan ini kelak tidak dapat dibuat"), "{}", ran.err);
    assert!(!folder.path().join("asli.pdf").exists() && !folder.path().join("data/register/2025.jsonl").exists());
}
