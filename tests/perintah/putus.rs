//! Issuing that is cut off: at every place of writing the process dies, or the disk is full.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use naskah::Outcome;
use naskah::commands::terbit::{self, Izin, Job};
use naskah::office::register::{Buku, Hook, set_hook};
use naskah::run::{Options, Run};
use naskah_core::decree::Tanggal;
use naskah_core::diag::{Files, MessageFormat, Sink};

use super::{folder, naskah, short};

/// How a child of these tests is told what to do: a folder, and `mati` or `penuh` with a place.
const TOLD: &str = "NASKAH_UJI_PUTUS";

/// More places than there are.
const BEYOND: usize = 60;

fn draft(name: &str) -> String {
    short(&format!("nomor:\ntentang: {name}\nditetapkan: {{di: Ungaran, tanggal: }}\n"))
}

/// What a child of the tests below does; alone it does nothing.
#[test]
#[ignore = "a child of the other tests"]
fn child() {
    let Ok(told) = env::var(TOLD) else { return };
    let (hook, here) = told.split_once(' ').expect("a hook and a folder");
    let (kind, place) = hook.split_once('-').expect("a kind and a place");
    let place: usize = place.parse().expect("a place");
    set_hook(Some(if kind == "mati" { Hook::Abort(place) } else { Hook::Full(place) }));
    let here = Path::new(here);
    let job = Job {
        berkas: here.join("a.yaml"),
        lainnya: Vec::new(),
        tanggal: "2025-03-04".parse::<Tanggal>().ok(),
        nomor: None,
        sudah_ditetapkan: false,
        keluaran: Some(here.join("hasil/a.pdf")),
        timpa: false,
        izin: Izin::Ya { setujui: Vec::new() },
    };
    let options = Options { akar: Some(here.to_owned()), pesan: MessageFormat::Ringkas, ..Options::default() };
    let outcome = terbit::run(&job, Run::new("terbit", &options));
    std::process::exit(if outcome == Outcome::Made { 0 } else { 2 });
}

/// Runs the child; whether it came to its end without a failure, and what it said.
fn cut(kind: &str, place: usize, here: &Path) -> (bool, String) {
    let ran = Command::new(env::current_exe().expect("this program"))
        .args(["perintah::putus::child", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env(TOLD, format!("{kind}-{place} {}", here.display()))
        .stdin(Stdio::null())
        .output()
        .expect("the child runs");
    (ran.status.success(), String::from_utf8_lossy(&ran.stderr).into_owned())
}

/// The names of what is issued; the register must be sound.
fn issued(here: &Path) -> Vec<String> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let year = Buku::of(Some(here)).baca(2025, &mut files, &mut sink);
    let year = year.unwrap_or_else(|| panic!("{:?}", sink.found()));
    year.keputusan().iter().map(|status| status.terbit.tentang.clone()).collect()
}

/// Every place is tried until a run comes to its end; after each, the next run finds the register whole and finishes or
/// undoes what was begun.
fn at_every_place(kind: &str) {
    for place in 0..BEYOND {
        let here = folder(&[("a.yaml", &draft("Penetapan Hari Kerja")), ("b.yaml", &draft("Penetapan Jam Kerja"))]);
        let here = here.path();
        let (ended, said) = cut(kind, place, here);
        let before = issued(here);
        let ran =
            naskah(here, ["terbit", "--ya", "b.yaml", "--tanggal", "2025-03-05", "--akar", ".", "-o", "hasil/b.pdf"]);
        assert_eq!(ran.code, Some(0), "{kind} {place}: {}", ran.err);
        let after = issued(here);
        assert_eq!(after.len(), before.len() + 1, "{kind} {place}");
        let frozen = here.join("data/register/2025/1/kab-semarang-ketua");
        if before.is_empty() {
            // Undone: number 1 is free, and the first decree is as it was.
            assert!(!ended, "{kind} {place}");
            assert_eq!(after, ["Penetapan Jam Kerja"], "{kind} {place}");
            assert_eq!(fs::read_to_string(here.join("a.yaml")).ok(), Some(draft("Penetapan Hari Kerja")));
            assert!(!here.join("hasil/a.pdf").exists(), "{kind} {place}");
        } else {
            // Issued: whatever was missing is there now.
            assert_eq!(after, ["Penetapan Hari Kerja", "Penetapan Jam Kerja"], "{kind} {place}");
            for (own, copy) in [("naskah.yaml", "a.yaml"), ("asli.pdf", "hasil/a.pdf")] {
                let bytes = fs::read(frozen.join(own)).unwrap_or_else(|e| panic!("{kind} {place} {own}: {e}"));
                assert!(fs::read(here.join(copy)).is_ok_and(|there| there == bytes), "{kind} {place}: {copy}");
            }
            if !ended {
                let told = "N608";
                assert!(ran.err.contains(told), "{kind} {place}: {}\n{said}", ran.err);
            }
        }
        for left in [".baru", "tugas.json"] {
            assert!(!here.join("data/register").join(left).exists(), "{kind} {place}: {left} is left");
        }
        if ended {
            assert!(place > 8, "{kind}: only {place} places");
            return;
        }
    }
    panic!("{kind}: no run came to its end in {BEYOND} places");
}

#[test]
fn the_process_dies_at_every_place() {
    at_every_place("mati");
}

#[test]
fn the_disk_is_full_at_every_place() {
    at_every_place("penuh");
}
