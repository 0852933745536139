//! The register for people: what the list says, in every form.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use naskah::office::register::{
    BATAL, Batal, Buku, Kunci, Peristiwa, PeristiwaRingkas, SidikTerbit, TERBIT, Tahun, Terbit,
};
use naskah_core::diag::{Files, Sink};
use naskah_core::fingerprint::Sidik;
use serde_json::Value;
use tempfile::TempDir;

use super::{Ran, folder, listing, naskah, put, short};
use crate::support::text_of;

/// Number and series of a decree of KPU Kabupaten Semarang.
fn key(tahun: i32, seri: &str, nomor: &str) -> Kunci {
    Kunci { kantor: "kab-semarang".into(), tahun, seri: seri.into(), nomor: nomor.into() }
}

/// An issue.
fn issue(tanggal: &str, tentang: &str) -> Terbit {
    Terbit {
        tentang: tentang.into(),
        tanggal: tanggal.into(),
        tempat: "Ungaran".into(),
        pejabat: "KETUA KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG, NAMA KETUA".into(),
        halaman: 3,
        sidik: SidikTerbit { naskah: Sidik::of(tentang), pdf: Sidik::of(tanggal), ..SidikTerbit::default() },
        ..Terbit::default()
    }
}

/// Writes a year's file.
fn write(folder: &Path, year: i32, events: Vec<(Kunci, Peristiwa)>) {
    let mut tahun = Tahun::default();
    let mut text = Vec::new();
    for (kunci, peristiwa) in events {
        let line = tahun.berikut(kunci, peristiwa);
        let bytes = serde_json::to_vec(&line).expect("a line");
        let frozen = folder.join("data/register").join(line.kunci.folder());
        fs::create_dir_all(&frozen).expect("a folder");
        let name = if matches!(line.peristiwa, Peristiwa::Terbit(_)) { TERBIT } else { BATAL };
        fs::write(frozen.join(name), &bytes).expect("a line");
        tahun.akhir = Sidik::of(&bytes);
        tahun.baris.push(line);
        text.extend(bytes);
        text.push(b'\n');
    }
    fs::create_dir_all(folder.join("data/register")).expect("a folder");
    fs::write(folder.join(format!("data/register/{year}.jsonl")), text).expect("a register");
}

const OFFICE: &str = "Komisi Pemilihan Umum Kabupaten Semarang";

/// A register with everything that can be told: an amendment, two revocations, a withdrawal, a gap, a draft, an old basis.
fn register() -> TempDir {
    let draft = short("nomor: 9\ntahun: 2025\ntentang: 'Penetapan <Jam> Kerja'\n");
    let here = folder(&[("data/keputusan/2025/009-jam.yaml", &draft)]);
    let issued = |terbit: Terbit| Peristiwa::Terbit(Box::new(terbit));
    let old = Terbit { dasar: vec!["uu-7-2017".into(), "tidak-ada".into()], ..issue("2020-05-05", "Penetapan Lama") };
    write(here.path(), 2020, vec![(key(2020, "ketua", "3"), issued(old))]);
    let amending = Terbit {
        mengubah: vec![format!("Keputusan {OFFICE} Nomor 1 Tahun 2025")],
        dasar: vec!["uu-7-2017".into()],
        ..issue("2025-02-01", "Perubahan atas Penetapan Hari Kerja")
    };
    let revoking = Terbit {
        mencabut: vec![
            format!("Keputusan {OFFICE} Nomor 3 Tahun 2020"),
            format!("Keputusan Sekretaris {OFFICE} Nomor 1 Tahun 2025"),
            format!("Keputusan {OFFICE} Nomor 77 Tahun 2019"),
            "Keputusan Komisi Pemilihan Umum Nomor 2 Tahun 2025".into(),
        ],
        ..issue("2025-02-03", "=HYPERLINK(\"x\")")
    };
    let undone = Terbit {
        mencabut: vec![format!("Keputusan {OFFICE} Nomor 2 Tahun 2025")],
        ..issue("2025-03-01", "Penetapan yang Batal")
    };
    let withdrawal = Batal { alasan: "keliru, \"sekali\"".into(), tanggal: Some("2025-03-02".into()) };
    let events = vec![
        (key(2025, "ketua", "1"), issued(issue("2025-01-02", "Penetapan Hari Kerja"))),
        (key(2025, "sekretaris", "1"), issued(issue("2025-01-03", "Penetapan Petugas"))),
        (key(2025, "ketua", "2"), issued(amending)),
        (key(2025, "ketua", "5"), issued(revoking)),
        (key(2025, "ketua", "6"), issued(undone)),
        (key(2025, "ketua", "6"), Peristiwa::Batal(withdrawal)),
    ];
    write(here.path(), 2025, events);
    here
}

fn daftar(folder: &Path, words: &str) -> Ran {
    naskah(folder, ["daftar"].into_iter().chain(words.split_whitespace()))
}

/// Nothing is frozen of these decrees, which is told; nothing else is.
fn quiet(ran: &Ran) -> bool {
    let told = ran.err.lines().filter(|line| line.contains("[N") || line.contains("[K"));
    ran.code == Some(0) && told.into_iter().all(|line| line.contains("diubah atau tidak lengkap"))
}

fn out(ran: &Ran) -> String {
    assert!(quiet(ran), "{:?} {}", ran.code, ran.err);
    String::from_utf8(ran.out.clone()).expect("UTF-8")
}

/// The objects of `--format json`.
fn objects(ran: &Ran) -> Vec<Value> {
    out(ran).lines().map(|line| serde_json::from_str(line).expect("an object")).collect()
}

#[test]
fn everything_is_told() {
    let here = register();
    let all = objects(&daftar(here.path(), "--format json"));
    let decree = |seri: &str, year: i32, nomor: &str| {
        let same =
            |o: &&Value| o["jenis"] == "keputusan" && o["seri"] == seri && o["tahun"] == year && o["nomor"] == nomor;
        all.iter().find(same).unwrap_or_else(|| panic!("{seri} {nomor}/{year}"))
    };
    for (seri, year, nomor, state) in [
        ("ketua", 2020, "3", "dicabut"),
        ("ketua", 2025, "1", "diubah"),
        // What revoked it was withdrawn; what another body revoked is another decree.
        ("ketua", 2025, "2", "berlaku"),
        ("ketua", 2025, "5", "berlaku"),
        ("ketua", 2025, "6", "dibatalkan"),
        ("sekretaris", 2025, "1", "dicabut"),
    ] {
        assert_eq!(decree(seri, year, nomor)["keadaan"], state, "{seri} {nomor}/{year}");
    }
    assert_eq!(decree("ketua", 2025, "1")["diubah_oleh"][0]["nomor"], "2");
    assert_eq!(decree("ketua", 2025, "6")["batal"]["alasan"], "keliru, \"sekali\"");
    let changed = decree("ketua", 2020, "3")["dasar_berubah"].as_array().expect("a list");
    assert!(changed.iter().any(|one| one["oleh"] == "Undang-Undang Nomor 7 Tahun 2023"), "{changed:?}");
    assert!(decree("ketua", 2025, "2")["dasar_berubah"].as_array().expect("a list").is_empty());
    let of = |kind: &str| all.iter().filter(|o| o["jenis"] == kind).cloned().collect::<Vec<_>>();
    let gaps: Vec<String> = of("nomor-kosong").iter().map(|gap| format!("{}-{}", gap["dari"], gap["sampai"])).collect();
    assert_eq!(gaps, ["3-4", "7-8"]);
    assert_eq!((of("konsep").len(), &of("konsep")[0]["nomor"]), (1, &Value::from("9")));
    let revoked = of("mencabut");
    let known = revoked.iter().map(|one| one["sasaran"].is_object()).collect::<Vec<_>>();
    assert_eq!((of("mengubah").len(), known), (1, vec![true, true, false, false]));
}

#[test]
fn json_has_the_documented_shape() {
    let here = register();
    let schema: Value = serde_json::from_str(&text_of("docs/skema/daftar.schema.json")).expect("a schema");
    put(&here, "data/register/.baru/naskah.yaml", b"");
    let ran = daftar(here.path(), "--format json");
    assert!(ran.code == Some(0) && ran.err.contains("peringatan[N608]"), "{}", ran.err);
    let mut seen = Vec::new();
    for line in String::from_utf8_lossy(&ran.out).lines() {
        let object: Value = serde_json::from_str(line).expect("an object");
        let kind = object["jenis"].as_str().expect("a kind").to_owned();
        let fits = |shape: &&Value| match &shape["properties"]["jenis"] {
            Value::Object(kinds) if kinds.contains_key("const") => kinds["const"] == *kind,
            kinds => kinds["enum"].as_array().is_some_and(|all| all.contains(&Value::from(kind.as_str()))),
        };
        let shapes = schema["oneOf"].as_array().expect("shapes");
        let shape = shapes.iter().find(fits).unwrap_or_else(|| panic!("{kind} is not documented"));
        let keys = |value: &Value| value.as_object().map(|o| o.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
        assert_eq!(keys(&object), keys(&shape["properties"]), "{kind}");
        seen.push(kind);
    }
    seen.dedup();
    assert_eq!(seen.last().map(String::as_str), Some("penerbitan-terhenti"));
}

#[test]
fn filters_choose() {
    let here = register();
    let count = |words: &str| objects(&daftar(here.path(), &format!("--format json {words}"))).len();
    let all = count("");
    assert!(count("--tahun 2020") < all && count("--seri sekretaris") < all);
    assert_eq!((count("--kantor kab-semarang"), count("--tahun 1999")), (all, 0));
    let none = daftar(here.path(), "--kantor kota-semarang");
    assert!(none.code == Some(2) && none.err.contains("kantor yang ada: kab-semarang"), "{}", none.err);
    // What revokes a listed decree is told also where it is not listed itself.
    let old = objects(&daftar(here.path(), "--format json --tahun 2020"));
    let kinds: Vec<&str> = old.iter().filter_map(|one| one["jenis"].as_str()).collect();
    assert_eq!((kinds, &old[0]["keadaan"]), (vec!["keputusan", "mencabut"], &Value::from("dicabut")));
    assert_eq!(out(&daftar(here.path(), "--tahun 1999")), "tidak ada keputusan\n");
}

#[test]
fn columns_fit_the_width() {
    let here = register();
    for width in [40, 60, 80, 100, 120, 160] {
        let text = out(&daftar(here.path(), &format!("--lebar {width}")));
        for line in text.lines() {
            assert!(line.chars().count() <= width, "{width}: {line}");
            assert_eq!(line, line.trim_end());
        }
        assert!(text.contains("nomor kosong: 3, 4, 7, 8\n"), "{text}");
    }
    let wide = out(&daftar(here.path(), "--lebar 300"));
    let row = wide.lines().find(|line| line.contains("Penetapan Hari Kerja")).expect("a line");
    assert!(row.contains("2025-01-02") && row.ends_with("diubah oleh Nomor 2 Tahun 2025"), "{row}");
    assert!(row.contains(&Sidik::of("2025-01-02").pendek()), "{row}");
    assert!(wide.contains("konsep, nomor disisihkan: ./data/keputusan/2025/009-jam.yaml"), "{wide}");
    assert!(wide.contains("Nomor 77 Tahun 2019 (tidak ada dalam register)"), "{wide}");
    assert!(wide.contains("dibatalkan 2025-03-02: keliru"), "{wide}");
}

#[test]
fn csv_is_whole_and_harmless() {
    let here = register();
    let text = out(&daftar(here.path(), "--format csv"));
    assert!(text.ends_with("\r\n") && text.starts_with("Kantor,Seri,Tahun,Nomor,"));
    assert!(text.contains(",\"'=HYPERLINK(\"\"x\"\")\","), "{text}");
    assert!(text.contains("\"dibatalkan 2025-03-02: keliru, \"\"sekali\"\"\""), "{text}");
}

#[test]
fn html_is_one_page_of_harmless_tables() {
    let here = register();
    let text = out(&daftar(here.path(), "--format html"));
    assert!(text.starts_with("<!doctype html>\n<html lang=\"id\">") && text.ends_with("</html>\n"));
    assert!(text.contains("Penetapan &lt;Jam&gt; Kerja") && !text.contains("<Jam>"));
    assert!(!text.contains("src=") && !text.contains("href=") && !text.contains("<script"));
    let count = |what: &str| text.matches(what).count();
    assert_eq!((count("<table>"), count("<caption>"), count("</table>")), (3, 3, 3));
    assert_eq!(count("<tr"), count("</tr>"));
    assert_eq!((count("scope=\"row\""), count("scope=\"col\"")), (count("<tr") - 3, 3 * 8));
}

#[test]
fn a_workbook_goes_to_a_file_and_holds_texts() {
    let here = register();
    let ran = daftar(here.path(), "--format xlsx");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("--format xlsx memerlukan berkas tujuan (-o BERKAS)"), "{}", ran.err);
    let ran = daftar(here.path(), "--format xlsx -o d.xlsx");
    assert!(quiet(&ran), "{}", ran.err);
    ran.tells("dibuat: d.xlsx (6 keputusan)\n");
    let book = fs::read(here.path().join("d.xlsx")).expect("a workbook");
    assert!(book.starts_with(b"PK"));
    daftar(here.path(), "--format xlsx -o e.xlsx");
    assert!(fs::read(here.path().join("e.xlsx")).is_ok_and(|other| other == book), "the same register, other bytes");
}

#[test]
fn nothing_is_overwritten_unasked() {
    let here = register();
    put(&here, "d.csv", b"lain");
    let ran = daftar(here.path(), "--format csv -o d.csv");
    assert!(ran.code == Some(2) && ran.err.contains("N003"), "{}", ran.err);
    assert_eq!(fs::read(here.path().join("d.csv")).ok().as_deref(), Some(&b"lain"[..]));
    let ran = daftar(here.path(), "--format csv -o d.csv --timpa");
    assert!(quiet(&ran), "{}", ran.err);
    ran.tells("dibuat: d.csv (6 keputusan)\n");
    let before = listing(here.path());
    daftar(here.path(), "");
    assert!(listing(here.path()) == before, "listing writes something");
}

#[test]
fn a_broken_chain_is_shown_at_its_place() {
    let here = register();
    let path = here.path().join("data/register/2025.jsonl");
    let text = fs::read_to_string(&path).expect("a register");
    fs::write(&path, text.replacen("Penetapan Petugas", "Penetapan Petugaz", 1)).expect("a file");
    let ran = daftar(here.path(), "--pesan ringkas");
    assert_eq!((ran.code, ran.out.len()), (Some(1), 0));
    assert!(
        ran.err.contains("2025.jsonl:3:1: galat[N603]: register tidak utuh: sidik baris sebelumnya"),
        "{}",
        ran.err
    );
    let mut cut = fs::File::options().append(true).open(here.path().join("data/register/2020.jsonl")).expect("a file");
    cut.write_all(b"{").expect("a byte");
    let ran = daftar(here.path(), "--pesan ringkas");
    assert_eq!(ran.err.matches("N603").count(), 2, "{}", ran.err);
    assert!(
        ran.err.contains("2020.jsonl:2:1: galat[N603]: register tidak utuh: baris terakhir terpotong"),
        "{}",
        ran.err
    );
}

#[test]
fn drafts_in_the_way_are_named() {
    let here = register();
    put(&here, "data/keputusan/a.yaml", short("nomor: 5\ntahun: 2025\n").as_bytes());
    put(&here, "data/keputusan/b.yaml", short("nomor: 9\ntahun: 2025\ntentang: Lain\n").as_bytes());
    put(&here, "data/keputusan/c.yaml", b"jenis: [");
    let ran = daftar(here.path(), "--pesan ringkas");
    assert_eq!(ran.code, Some(0));
    let said = |what: &str| assert!(ran.err.contains(what), "{what}: {}", ran.err);
    said("peringatan[N602]: Nomor 5 Tahun 2025 sudah terbit, tetapi isi ./data/keputusan/a.yaml lain");
    said("peringatan[N633]: Nomor 9 Tahun 2025 dipakai dua konsep: ");
    said("peringatan[N101]: ./data/keputusan/c.yaml tidak terbaca");
    // The text that was issued is no draft, wherever it lies.
    let here = folder(&[("data/keputusan/a.yaml", &short("nomor: 5\n"))]);
    let mut terbit = issue("2025-01-02", "Penetapan Hari Kerja");
    terbit.sidik.naskah = Sidik::of(short("nomor: 5\n"));
    write(here.path(), 2025, vec![(key(2025, "ketua", "5"), Peristiwa::Terbit(Box::new(terbit)))]);
    assert_eq!(objects(&daftar(here.path(), "--format json")).len(), 1);
}

#[test]
fn an_issue_under_way_is_told_from_one_that_was_cut_off() {
    let here = register();
    put(&here, "data/register/.baru/naskah.yaml", b"");
    put(&here, "data/register/.kunci", b"");
    let ran = daftar(here.path(), "--pesan ringkas");
    assert!(ran.err.contains("peringatan[N608]: ada penerbitan yang terhenti sebelum tercatat"), "{}", ran.err);
    let lock = fs::File::options().write(true).open(here.path().join("data/register/.kunci")).expect("the lock");
    lock.lock().expect("locked");
    let ran = daftar(here.path(), "--pesan ringkas");
    assert!(ran.err.contains("peringatan[N608]: suatu penerbitan sedang berlangsung"), "{}", ran.err);
}

/// The reader of the list and that of the register read the same lines; a broken chain is met by both.
#[test]
fn both_readers_agree() {
    let here = folder(&[]);
    let terbit = |n: usize| Terbit {
        dasar: vec!["uu-7-2017".into(); n % 4],
        ..issue("2025-01-02", &format!("Nama \"{n}\" é\n"))
    };
    let events = (1..=400).map(|n| (key(2025, "ketua", &n.to_string()), Peristiwa::Terbit(Box::new(terbit(n)))));
    write(here.path(), 2025, events.collect());
    let buku = Buku::of(Some(here.path()));
    let sound = fs::read(buku.berkas(2025)).expect("a register");
    let brief = |bytes: &[u8]| {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let lines = buku.ringkas(2025, bytes, &mut files, &mut sink);
        let names = lines.map(|lines| {
            let name = |line: &naskah::office::register::Ringkas<'_>| match &line.peristiwa {
                PeristiwaRingkas::Terbit(terbit) => {
                    (line.kunci.owned(), terbit.tentang.to_string(), terbit.dasar.len())
                }
                PeristiwaRingkas::Batal(_) => panic!("{line:?}"),
            };
            lines.iter().map(name).collect::<Vec<_>>()
        });
        names.ok_or_else(|| Box::new(sink.found()[0].clone()))
    };
    let whole = Tahun::read(&sound).expect("sound");
    let names =
        whole.keputusan().iter().map(|s| (s.kunci.clone(), s.terbit.tentang.clone(), s.terbit.dasar.len())).collect();
    assert_eq!(brief(&sound).ok(), Some::<Vec<_>>(names));
    let lines: Vec<&[u8]> = sound.split_inclusive(|byte| *byte == b'\n').collect();
    let without =
        |gone: usize| lines.iter().enumerate().filter(|(at, _)| *at != gone).flat_map(|(_, l)| l.to_vec()).collect();
    let mut faults: Vec<Vec<u8>> = vec![without(0), without(5), without(250), sound[..sound.len() - 1].to_vec()];
    for at in [10, 777, sound.len() / 2, sound.len() / 2 + 300, sound.len() - 40] {
        for byte in [b'\n', b'x', 0xFF, b'"'] {
            let mut touched = sound.clone();
            touched[at] = byte;
            faults.push(touched);
        }
    }
    // The list's reader does not look at what it does not show; the line after tells of a change there.
    let last = sound.len() - lines[lines.len() - 1].len();
    for bytes in faults.iter().filter(|bytes| **bytes != sound) {
        match (Tahun::read(bytes), brief(bytes)) {
            (Err((at, _)), Err(told)) => {
                let shown = told.span.map_or(0, |span| span.start);
                let between = bytes.get(at..shown).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count();
                assert!(shown >= at && between <= 1, "{at}: {told:?}");
            }
            (Ok(_), Ok(_)) => {}
            (Err((at, fault)), Ok(_)) => assert!(at >= last && fault.contains("bukan sidik"), "{at}: {fault}"),
            (Ok(_), Err(told)) => panic!("{told:?}"),
        }
    }
}
