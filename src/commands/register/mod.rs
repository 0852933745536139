//! The command `register`: the book looked through, mended from what was frozen, and its anchor, which is kept elsewhere.

use std::io::BufRead;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk::WriteError;
use crate::office::register::{BATAL, Banding, Buku, Ganjil, Jangkar, Tahun, Terbuka, Terhenti};
use crate::office::{open, series};
use crate::run::{Count, Deed, Made, Run};
use naskah_core::diag::{Code, Diagnostic, Files, Level, Sink};
use naskah_core::fingerprint::Sidik;

/// What `register` was asked to do.
#[derive(Debug, Clone)]
pub enum Job {
    /// Look through the book, also against anchors.
    Periksa(Vec<Jangkar>),
    /// Mend the book.
    Perbaiki {
        /// Whether nobody is asked.
        ya: bool,
    },
    /// Print the anchors.
    Jangkar,
}

/// Does what was asked.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    let buku = Buku::of(run.catalog.root.folder());
    match job {
        Job::Periksa(anchors) => check(&buku, anchors, &mut run),
        Job::Perbaiki { ya } => drop(repair(*ya, &mut run)),
        Job::Jangkar => print(&buku, &mut run),
    }
    run.finish()
}

/// Looks through every year, and says what is wrong.
fn check(buku: &Buku, anchors: &[Jangkar], run: &mut Run) {
    let terhenti = buku.terhenti();
    terhenti.iter().for_each(|terhenti| run.sink.push(terhenti.finding()));
    let lines = inspect(buku, terhenti.as_ref(), run);
    for anchor in anchors {
        let mut sink = Sink::default();
        let tahun = buku.baca(anchor.tahun, &mut run.files, &mut sink).unwrap_or_default();
        if at(&tahun, anchor.baris) != Some(anchor.sidik) {
            let (year, count) = (anchor.tahun, anchor.baris);
            let message = format!("register {year} bukan lanjutan jangkar: {count} baris pertamanya lain atau hilang");
            run.sink.push(Diagnostic::galat(Code::REGISTER_RUSAK, None, message).hint("pulihkan dari cadangan"));
        }
    }
    series::tanpa_register(buku, &run.catalog).into_iter().for_each(|one| run.sink.push(one));
    if !run.is_wrong() && run.sink.found().is_empty() {
        run.voice.remark(match buku.semua_tahun().is_empty() {
            true => format!("tidak ada register di {}", buku.folder().display()),
            false => format!("register utuh: {lines} baris"),
        });
    }
}

/// Looks through every year and what lies beside them; how many lines there are.
fn inspect(buku: &Buku, terhenti: Option<&Terhenti>, run: &mut Run) -> usize {
    let mut lines = 0;
    buku.asing(&mut run.sink);
    for year in buku.semua_tahun() {
        buku.tertaut(year, &mut run.sink);
        let Some(bytes) = buku.isi(year, &mut run.sink) else { continue };
        let mut found = Sink::default();
        let tahun = look(buku, year, &mut run.files, &mut found);
        // Where it is looked for, whatever is missing is wrong.
        found.found().iter().for_each(|one| run.sink.push(Diagnostic { level: Level::Galat, ..one.clone() }));
        let Some(tahun) = tahun else { continue };
        buku.menyeluruh(year, &tahun, &bytes, terhenti, &mut run.sink);
        lines += tahun.baris.len();
    }
    lines
}

/// The lines of a year, where its chain holds; what is wrong is reported.
fn look(buku: &Buku, year: i32, files: &mut Files, sink: &mut Sink) -> Option<Tahun> {
    let bytes = buku.isi(year, sink)?;
    let tahun = buku.baca(year, files, sink)?;
    let found = buku.keganjilan_tahun(year, &tahun, &bytes, Banding::Semua);
    // What is frozen is told file by file.
    let told = found.iter().filter(|one| !matches!(one, Ganjil::TakCocok(..) | Ganjil::BatalTakBeku(..)));
    told.for_each(|one| sink.push(one.told(buku)));
    Some(tahun)
}

/// The fingerprint of a line, by its place from 1.
fn at(tahun: &Tahun, place: usize) -> Option<Sidik> {
    match tahun.baris.get(place) {
        Some(next) => (place > 0).then_some(next.sebelum),
        None => (place > 0 && place == tahun.baris.len()).then_some(tahun.akhir),
    }
}

/// Mends what can be mended from what was frozen; what is left is told as `periksa` tells it.
fn repair(ya: bool, run: &mut Run) -> Option<()> {
    let buku = Buku::of(run.catalog.root.folder());
    if buku.terkunci_folder() {
        // Nothing can be written before that is told and gone.
        inspect(&buku, None, run);
        return None;
    }
    let register = open::open(run)?;
    let mut idle = true;
    for year in register.buku().semua_tahun() {
        let strange = register.buku().batal_asing(year);
        idle &= strange.is_empty();
        strange.iter().try_for_each(|path| put_aside(&register, path, ya, run))?;
        let mut sink = Sink::default();
        let tahun = look(register.buku(), year, &mut run.files, &mut sink);
        match tahun.filter(|_| !sink.has_errors()) {
            Some(tahun) => {
                let bytes = register.buku().isi(year, &mut sink)?;
                let lines = register.buku().salinan_baris(&tahun, &bytes);
                idle &= lines.is_empty();
                let (withdrawals, issues): (Vec<_>, Vec<_>) =
                    lines.into_iter().partition(|(path, _)| path.ends_with(BATAL));
                withdrawals.iter().try_for_each(|one| copy_withdrawal(&register, one, ya, run))?;
                copy_lines(&register, year, &issues, ya, run)?;
            }
            None => {
                idle = false;
                mend(&register, year, &sink, ya, run)?;
            }
        }
    }
    let before = run.sink.found().len();
    inspect(register.buku(), None, run);
    series::tanpa_register(register.buku(), &run.catalog).into_iter().for_each(|one| run.sink.push(one));
    if idle && run.sink.found().len() == before {
        run.voice.remark("tidak ada yang perlu diperbaiki".to_owned());
    }
    Some(())
}

/// Takes away what stands in the place of a withdrawal and is none; it is kept. `None` where that cannot be done.
fn put_aside(register: &Terbuka, path: &Path, ya: bool, run: &mut Run) -> Option<()> {
    run.voice.aside(&format!("{}: bukan baris register\n", path.display()));
    if !ya && !agreed("pindahkan berkas itu? Keputusannya tidak dibatalkan menurut register [y/T] ", run) {
        return Some(());
    }
    let kept = register.singkirkan(path).map_err(|(path, error)| run.refuse_writing(&WriteError::Io(path, error)));
    let kept = kept.ok()?;
    run.voice.remark(format!("{} dipindahkan ke {}", path.display(), kept.display()));
    Some(())
}

/// Writes a withdrawal that stands in the book alone down beside what was frozen, where it was one; `None` where that cannot
/// be done.
fn copy_withdrawal(register: &Terbuka, (path, line): &(PathBuf, Vec<u8>), ya: bool, run: &mut Run) -> Option<()> {
    run.voice.aside(&format!("{}: pembatalan ini hanya ada dalam register\n", path.display()));
    if !ya && !agreed("tulis pembatalan itu? Hanya bila keputusannya memang dibatalkan [y/T] ", run) {
        return Some(());
    }
    let written = register.salin_baris(path, line);
    written.map_err(|(path, error)| run.refuse_writing(&WriteError::Io(path, error))).ok()?;
    run.voice.made(Made::new(Deed::Diperbarui).named(path.display()).count(Count::Baris, 1));
    Some(())
}

/// Writes lines of a sound book down again beside what was frozen; `None` where that cannot be done.
fn copy_lines(register: &Terbuka, year: i32, lines: &[(PathBuf, Vec<u8>)], ya: bool, run: &mut Run) -> Option<()> {
    let Some((first, _)) = lines.first() else { return Some(()) };
    run.voice.aside(&format!("{}: bukan baris register {year}, atau tidak ada\n", first.display()));
    let count = lines.len();
    if !ya && !agreed(&format!("tulis lagi {count} baris register {year} di samping bahan bekunya? [y/T] "), run) {
        return Some(());
    }
    for (path, line) in lines {
        let written = register.salin_baris(path, line);
        written.map_err(|(path, error)| run.refuse_writing(&WriteError::Io(path, error))).ok()?;
        run.voice.made(Made::new(Deed::Diperbarui).named(path.display()).count(Count::Baris, 1));
    }
    Some(())
}

/// Mends a year's book; `None` where that cannot be written.
fn mend(register: &Terbuka, year: i32, found: &Sink, ya: bool, run: &mut Run) -> Option<()> {
    let buku = register.buku();
    if buku.berkas(year).is_dir() {
        // What keeps the book from being read is told with all else.
        return Some(());
    }
    let sound = buku.dari_beku(year).filter(|bytes| !bytes.is_empty());
    let Some(bytes) = sound else {
        let message = format!("register {year} tidak dapat disusun kembali dari bahan beku");
        let hint = "pulihkan folder register dari cadangan; `register perbaiki` tidak dapat menolong lagi";
        run.sink.push(Diagnostic::galat(Code::REGISTER_RUSAK, None, message).hint(hint));
        return Some(());
    };
    if buku.isi(year, &mut Sink::default()).is_some_and(|own| own == bytes) {
        // The book is as it was frozen; what is wrong lies beside it.
        return Some(());
    }
    let count = bytes.iter().filter(|byte| **byte == b'\n').count();
    let why = found.found().first().map_or(String::new(), |finding| finding.message.clone());
    run.voice.aside(&format!("{why}\n"));
    if !ya && !agreed(&format!("ganti register {year} dengan {count} baris dari bahan beku? [y/T] "), run) {
        return Some(());
    }
    let kept = register.ganti(year, &bytes).map_err(|(path, error)| run.refuse_writing(&WriteError::Io(path, error)));
    if let Some(kept) = kept.ok()? {
        run.voice.remark(format!("register yang diganti disimpan sebagai {}", kept.display()));
    }
    let remark = "apakah sesudah baris terakhirnya pernah ada baris lain tidak dapat dibuktikan dari bahan beku; cocokkan dengan \
                  jangkar";
    run.voice.remark(remark.to_owned());
    let path = buku.berkas(year);
    run.voice.made(Made::new(Deed::Diperbarui).named(path.display()).count(Count::Baris, count));
    Some(())
}

/// Asks; whatever is not a yes is a no.
fn agreed(question: &str, run: &Run) -> bool {
    run.voice.aside(question);
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    read.is_ok() && matches!(line.trim(), "y" | "Y" | "ya" | "Ya")
}

/// Prints the anchors.
fn print(buku: &Buku, run: &mut Run) {
    for year in buku.tahun() {
        let Some(tahun) = look(buku, year, &mut run.files, &mut run.sink) else { continue };
        let line = format!("{year} {} {}\n", tahun.baris.len(), tahun.akhir);
        run.voice.show(line.as_bytes());
    }
}
