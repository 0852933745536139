//! Issuing: the steps by which a decree enters the register, so that a run may be cut off at any of them.
//!
//! Under the lock of the register, in this order:
//!
//! 1. source, material and original are put into a passing folder;
//! 2. what is about to be done is written down in `tugas.json`;
//! 3. the year's file is replaced by one with the new line: from here on the decree is issued;
//! 4. the passing folder gets its name;
//! 5. the files outside the register are written: the source with its number, the PDF for the office;
//! 6. `tugas.json` goes.
//!
//! Whoever takes the lock next finds what was left: up to step 2 it is undone, from step 3 on it is finished.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::buku::{ASLI, BAHAN, BATAL, Baris, Buku, Kunci, NASKAH, TERBIT};
use super::hook;
use crate::disk::{self, stage};
use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::fingerprint::Sidik;

/// The register while nobody else can write to it.
pub struct Terbuka {
    buku: Buku,
    /// What was left undone by an earlier run, and what became of it.
    pub sisa: Vec<Sisa>,
    /// Held as long as the register is open.
    _lock: File,
}

/// What became of something that an earlier run left undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sisa {
    /// Nothing had been issued; the preparations are gone.
    Dibuang,
    /// The decree had not been issued; the preparations are gone.
    Dibatalkan(Kunci),
    /// The decree had been issued; the rest is done now.
    Diselesaikan(Kunci),
    /// The decree had been issued, but this file has another content by now and was left alone.
    Tertinggal(Kunci, PathBuf),
    /// The decree had been issued, but this file lies outside the register's folder, so that whoever can write into the
    /// register could have any file replaced; it was left alone.
    DiLuar(Kunci, PathBuf),
}

/// A file outside the register that belongs to an issue.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Tujuan {
    /// The path of the file.
    pub path: PathBuf,
    /// Which of the frozen files it is: [`NASKAH`] or [`ASLI`].
    pub isi: String,
    /// Fingerprint of what is there now; `None` for nothing.
    pub lama: Option<Sidik>,
}

/// An issue that is not done, as whoever only reads the register finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Terhenti {
    /// Somebody is issuing right now.
    Berlangsung,
    /// It was cut off before it could say which decree it is about.
    Persiapan,
    /// It was cut off; the decree is in the register, or not yet.
    Keputusan(Kunci),
}

impl Terhenti {
    /// The finding.
    pub fn finding(&self) -> Diagnostic {
        let hint = "perintah `terbit` atau `batal` berikutnya menyelesaikan atau membatalkannya";
        Diagnostic::peringatan(Code::SISA, None, self.told()).hint(hint)
    }

    /// What is not done.
    pub fn told(&self) -> String {
        match self {
            Self::Berlangsung => "suatu penerbitan sedang berlangsung".to_owned(),
            Self::Persiapan => "ada penerbitan yang terhenti sebelum tercatat".to_owned(),
            Self::Keputusan(kunci) => format!("penerbitan {kunci} terhenti dan belum selesai"),
        }
    }
}

impl Buku {
    /// The issue that is not done, where there is one. Nothing is written.
    pub fn terhenti(&self) -> Option<Terhenti> {
        let tugas = disk::regular(&self.folder().join(TUGAS)).ok();
        if tugas.is_none() && !self.folder().join(BARU).exists() {
            return None;
        }
        let held = File::open(self.folder().join(KUNCI)).is_ok_and(|lock| lock.try_lock_shared().is_err());
        if held {
            return Some(Terhenti::Berlangsung);
        }
        let tugas: Option<Tugas> = tugas.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Some(tugas.map_or(Terhenti::Persiapan, |tugas| Terhenti::Keputusan(tugas.baris.kunci)))
    }
}

/// What is issued.
#[derive(Debug)]
pub struct Hasil<'a> {
    /// The source text.
    pub naskah: &'a [u8],
    /// Its material.
    pub bahan: &'a [u8],
    /// The original PDF.
    pub pdf: &'a [u8],
    /// The files outside the register.
    pub tujuan: Vec<Tujuan>,
}

/// Why an issue failed.
#[derive(Debug)]
pub enum NotDone {
    /// Nothing was issued.
    Before(PathBuf, io::Error),
    /// The decree is issued, but not all was written; the next run finishes it.
    After(PathBuf, io::Error),
}

/// What is about to be done.
#[derive(Debug, Serialize, Deserialize)]
struct Tugas {
    baris: Baris,
    tujuan: Vec<Tujuan>,
}

/// What the name of a book that was replaced goes on with, before its number.
pub(super) const LAMA: &str = ".lama-";
/// The passing folder.
pub(super) const BARU: &str = ".baru";
/// The file that says what is about to be done.
pub(super) const TUGAS: &str = "tugas.json";
/// The file whose lock is the register's.
pub(super) const KUNCI: &str = ".kunci";

/// A step on a path, with the path in its failure.
type Step<T = ()> = Result<T, (PathBuf, io::Error)>;

impl Terbuka {
    /// Waits for the register, and clears up what an earlier run left.
    pub fn open(buku: Buku) -> Step<Self> {
        let folder = buku.folder().to_owned();
        on(&folder, fs::create_dir_all(&folder))?;
        let path = folder.join(KUNCI);
        let lock = on(&path, File::options().create(true).truncate(false).write(true).open(&path))?;
        on(&path, lock.lock())?;
        disk::sweep(&folder, std::time::Duration::ZERO);
        let mut open = Self { buku, sisa: Vec::new(), _lock: lock };
        open.clear_up()?;
        Ok(open)
    }

    /// The book.
    pub fn buku(&self) -> &Buku {
        &self.buku
    }

    /// Adds a withdrawal, and writes it down beside what was frozen.
    pub fn catat(&self, baris: &Baris) -> Step {
        let folder = self.buku.folder().join(baris.kunci.folder());
        if folder.is_dir() {
            replace(&folder.join(BATAL), &serde_json::to_vec(baris).unwrap_or_default())?;
        }
        self.append(baris)
    }

    /// Writes a line of the book down beside what was frozen.
    pub fn salin_baris(&self, path: &Path, line: &[u8]) -> Step {
        replace(path, line)
    }

    /// Takes a file that is none of the register's out of a frozen folder; where it is kept, is told.
    pub fn singkirkan(&self, path: &Path) -> Step<PathBuf> {
        let own = path.strip_prefix(self.buku.folder()).unwrap_or(path);
        let parts = own.components().map(|part| part.as_os_str().to_string_lossy());
        let name = parts.collect::<Vec<_>>().join("-");
        let numbered = |n: usize| self.buku.folder().join(format!("{name}{LAMA}{n}"));
        let kept = (1..).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| numbered(0));
        on(path, fs::rename(path, &kept))?;
        Ok(kept)
    }

    /// Puts a whole book in the place of a year's, which is kept beside it; where, is told.
    pub fn ganti(&self, tahun: i32, bytes: &[u8]) -> Step<Option<PathBuf>> {
        let berkas = self.buku.berkas(tahun);
        let kept = match disk::there(&berkas).map_err(|error| (berkas.clone(), error))? {
            Some(old) => {
                let name = |n: usize| berkas.with_extension(format!("jsonl{LAMA}{n}"));
                let path = (1..).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(0));
                replace(&path, &old)?;
                Some(path)
            }
            None => None,
        };
        replace(&berkas, bytes)?;
        Ok(kept)
    }

    /// Issues a decree; the files that had another content than expected are left alone and named.
    pub fn terbitkan(&self, baris: Baris, hasil: &Hasil<'_>) -> Result<Vec<PathBuf>, NotDone> {
        // The next run may stand in another folder.
        let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let tujuan = hasil.tujuan.iter().map(|tujuan| Tujuan { path: whole(&tujuan.path), ..tujuan.clone() });
        let tugas = Tugas { baris, tujuan: tujuan.collect() };
        let before = self.prepare(&tugas, hasil).and_then(|()| self.append(&tugas.baris));
        if let Err((path, error)) = before {
            if self.is_written(&tugas.baris) != Some(false) {
                return Err(NotDone::After(path, error));
            }
            // Whatever cannot be taken away now is cleared up by the next run.
            drop(self.discard());
            return Err(NotDone::Before(path, error));
        }
        self.finish(&tugas, &tugas.tujuan).map_err(|(path, error)| NotDone::After(path, error))
    }

    /// Steps 1 and 2.
    fn prepare(&self, tugas: &Tugas, hasil: &Hasil<'_>) -> Step {
        let folder = self.buku.folder().join(BARU);
        let line = tugas.baris.line();
        for (name, bytes) in [(NASKAH, hasil.naskah), (BAHAN, hasil.bahan), (ASLI, hasil.pdf), (TERBIT, &line)] {
            replace(&folder.join(name), bytes)?;
        }
        replace(&self.buku.folder().join(TUGAS), &serde_json::to_vec(tugas).unwrap_or_default())
    }

    /// Step 3: the year's file is replaced by one that has the line as well.
    fn append(&self, baris: &Baris) -> Step {
        let path = self.buku.berkas(baris.kunci.tahun);
        let mut bytes = match disk::regular(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            read => on(&path, read)?,
        };
        bytes.extend(baris.line());
        bytes.push(b'\n');
        replace(&path, &bytes)
    }

    /// Steps 4 to 6; the files that had another content than expected are left alone and named.
    fn finish(&self, tugas: &Tugas, tujuan: &[Tujuan]) -> Step<Vec<PathBuf>> {
        let (new, own) = (self.buku.folder().join(BARU), self.buku.folder().join(tugas.baris.kunci.folder()));
        if new.exists() {
            on(&own, own.parent().map_or(Ok(()), fs::create_dir_all))?;
            on(&own, hook::place().and_then(|()| fs::rename(&new, &own)))?;
            on(&own, own.parent().map_or(Ok(()), sync))?;
        }
        let mut left = Vec::new();
        for tujuan in tujuan {
            let from = own.join(&tujuan.isi);
            let bytes = on(&from, fs::read(&from))?;
            let there = disk::regular(&tujuan.path).ok().map(Sidik::of);
            if there == Some(Sidik::of(&bytes)) {
                continue;
            }
            if there != tujuan.lama {
                left.push(tujuan.path.clone());
                continue;
            }
            replace(&tujuan.path, &bytes)?;
        }
        let path = self.buku.folder().join(TUGAS);
        on(&path, hook::place().and_then(|()| fs::remove_file(&path)))?;
        Ok(left)
    }

    /// Finishes or undoes what an earlier run left.
    fn clear_up(&mut self) -> Step {
        let path = self.buku.folder().join(TUGAS);
        let tugas: Option<Tugas> = disk::regular(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        match tugas {
            // Whether it was issued cannot be told of a damaged book; once that is mended, it can.
            Some(tugas) if self.is_written(&tugas.baris).is_none() => {}
            Some(tugas) if self.is_written(&tugas.baris) == Some(true) => {
                let kunci = tugas.baris.kunci.clone();
                let (own, strange): (Vec<_>, Vec<_>) = tugas.tujuan.iter().cloned().partition(|one| self.is_own(one));
                let left = self.finish(&tugas, &own)?;
                self.sisa.push(Sisa::Diselesaikan(kunci.clone()));
                self.sisa.extend(left.into_iter().map(|path| Sisa::Tertinggal(kunci.clone(), path)));
                self.sisa.extend(strange.into_iter().map(|one| Sisa::DiLuar(kunci.clone(), one.path)));
            }
            Some(tugas) => {
                self.discard()?;
                self.sisa.push(Sisa::Dibatalkan(tugas.baris.kunci));
            }
            None if path.exists() || self.buku.folder().join(BARU).exists() => {
                self.discard()?;
                self.sisa.push(Sisa::Dibuang);
            }
            None => {}
        }
        Ok(())
    }

    /// Whether a file that an earlier run was about to write is a source or a PDF in the folder that the register belongs to;
    /// the note of it may be anybody's.
    fn is_own(&self, tujuan: &Tujuan) -> bool {
        let whole = |path: &Path| if path.as_os_str().is_empty() { Path::new(".") } else { path }.canonicalize().ok();
        let root = whole(self.buku.folder()).and_then(|folder| Some(folder.ancestors().nth(2)?.to_owned()));
        // A folder that is still to be made lies where the nearest one above it does.
        let upward = tujuan.path.components().any(|part| part == Component::ParentDir);
        let above = tujuan.path.ancestors().skip(1).take(if upward { 1 } else { usize::MAX });
        let folder = above.into_iter().find_map(whole);
        let register = whole(self.buku.folder());
        let within = |of: &Option<PathBuf>| matches!((&folder, of), (Some(folder), Some(of)) if folder.starts_with(of));
        let ending = tujuan.path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let kind = match tujuan.isi.as_str() {
            NASKAH => matches!(ending.as_deref(), Some("yaml" | "yml")),
            ASLI => ending.as_deref() == Some("pdf"),
            _ => false,
        };
        kind && within(&root) && !within(&register) && !tujuan.path.is_symlink()
    }

    /// Whether the register has the line; `None` where that cannot be known because the year's file is damaged.
    fn is_written(&self, baris: &Baris) -> Option<bool> {
        let tahun = self.buku.baca(baris.kunci.tahun, &mut Files::default(), &mut Sink::default())?;
        Some(tahun.baris.contains(baris))
    }

    /// Takes the preparations away.
    fn discard(&self) -> Step {
        let gone = |path: &Path, done: io::Result<()>| match done {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err((path.to_owned(), error)),
            _ => Ok(()),
        };
        let (new, tugas) = (self.buku.folder().join(BARU), self.buku.folder().join(TUGAS));
        gone(&tugas, fs::remove_file(&tugas))?;
        gone(&new, fs::remove_dir_all(&new))
    }
}

fn on<T>(path: &Path, done: io::Result<T>) -> Step<T> {
    done.map_err(|error| (path.to_owned(), error))
}

/// Puts a file in the place of another, whole or not at all.
fn replace(path: &Path, bytes: &[u8]) -> Step {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let done = hook::place()
        .and_then(|()| stage(path, bytes))
        .and_then(|staged| hook::place().map(|()| staged))
        .and_then(|staged| staged.persist(path).map_err(|error| error.error))
        .and_then(|mut file| file.flush())
        .and_then(|()| sync(folder));
    on(path, done)
}

/// Makes sure that the names in a folder are on the disk.
fn sync(folder: &Path) -> io::Result<()> {
    match File::open(folder) {
        Ok(opened) => opened.sync_all().or(Ok(())),
        Err(_) => Ok(()),
    }
}
