//! The only writer of files: each is written whole or not at all, and nothing is overwritten unasked; and the register.

mod buku;
mod hook;
mod penerbitan;
mod ringkas;
mod rujukan;

pub use buku::{
    ASLI, BAHAN, Baris, Batal, Beku, Buku, Fault, Kunci, NASKAH, Peristiwa, SidikTerbit, Status, Tahun, Terbit,
    Tercatat,
};
#[doc(hidden)]
pub use hook::{Hook, set as set_hook};
pub use penerbitan::{Gagal, Hasil, Sisa, Terbuka, Terhenti, Tujuan};
pub use ringkas::{BatalRingkas, Kata, KunciRingkas, PeristiwaRingkas, Ringkas, SidikRingkas, TerbitRingkas};
pub use rujukan::{Ditolak, Rujukan, changed};

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::decree::Keputusan;

/// Why a file could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// There is a file of that name with another content.
    Exists(PathBuf),
    /// The system refused.
    Io(PathBuf, io::Error),
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is new, or was replaced as asked.
    New,
    /// It was there with the very same bytes.
    Same,
}

/// Reads a text whole; beyond `limit` bytes nothing more is read.
pub fn read(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    read_from(fs::File::open(path)?, limit)
}

/// Reads standard input whole; beyond `limit` bytes nothing more is read.
pub fn read_stdin(limit: usize) -> io::Result<Vec<u8>> {
    read_from(io::stdin().lock(), limit)
}

fn read_from(source: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Writes files that belong together: all of them, or none (of files that replace others: each whole or not at all).
///
/// Each is first written beside its place under a passing name; only when all are on the disk do they get their
/// names. A file that is there with the same bytes is left alone.
pub fn write_all(files: &[(PathBuf, Vec<u8>)], overwrite: bool) -> Result<Vec<Written>, WriteError> {
    let mut plan = Vec::new();
    for (path, bytes) in files {
        match fs::read(path) {
            Ok(there) if there == *bytes => plan.push(Written::Same),
            Ok(_) if !overwrite => return Err(WriteError::Exists(path.clone())),
            _ => plan.push(Written::New),
        }
    }
    let mut ready = Vec::new();
    for ((path, bytes), _) in files.iter().zip(&plan).filter(|(_, fate)| **fate == Written::New) {
        let staged = stage(path, bytes).map_err(|error| WriteError::Io(path.clone(), error))?;
        ready.push((path, staged));
    }
    let mut placed: Vec<&PathBuf> = Vec::new();
    for (path, staged) in ready {
        let done = match overwrite {
            true => staged.persist(path).map(drop),
            false => staged.persist_noclobber(path).map(drop),
        };
        if let Err(error) = done {
            // What was new is taken back, so that no part of the set stays behind.
            placed.iter().filter(|_| !overwrite).for_each(|path| drop(fs::remove_file(path)));
            return Err(match error.error.kind() {
                io::ErrorKind::AlreadyExists => WriteError::Exists(path.clone()),
                _ => WriteError::Io(path.clone(), error.error),
            });
        }
        placed.push(path);
    }
    Ok(plan)
}

fn stage(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(".naskah-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    allow_reading(file.as_file())?;
    Ok(file)
}

/// Passing files are private; a finished one is as readable as any other new file.
#[cfg(unix)]
fn allow_reading(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn allow_reading(_: &fs::File) -> io::Result<()> {
    Ok(())
}

/// Lower-case words joined by hyphens, at most sixty characters, cut between words: a name that every file system takes.
pub fn slug(text: &str) -> String {
    let plain: String = text.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let mut out = String::new();
    for word in plain.split_whitespace() {
        if !out.is_empty() && out.len() + word.len() >= 60 {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.extend(word.chars().take(60));
    }
    if out.is_empty() { "tanpa-nama".to_owned() } else { out }
}

/// The name that a decree's files begin with: its number and its name.
pub fn stem(keputusan: &Keputusan) -> String {
    let number = keputusan.nomor.as_ref().map_or("konsep".to_owned(), |nomor| slug(&nomor.as_plain()));
    format!("{number}-{}", slug(&keputusan.tentang.as_plain()))
}

/// The folder that a decree's files go to unless another is asked for.
pub fn output_folder(keputusan: &Keputusan) -> PathBuf {
    PathBuf::from("output").join(keputusan.tahun.value.to_string())
}

/// Whether a path that was asked for is the folder for a result, and not the result itself.
pub fn names_folder(path: &Path) -> bool {
    path.is_dir() || written_as_folder(path)
}

/// Whether a path is written as a folder's, whether there is one or not.
pub fn written_as_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(['/', '\\'])
}

/// Where a file goes: the place asked for, a name within the folder asked for, or within the decree's own.
pub fn target(asked: Option<&Path>, keputusan: &Keputusan, name: &str) -> PathBuf {
    match asked {
        Some(path) if names_folder(path) => path.join(name),
        Some(path) => path.to_owned(),
        None => output_folder(keputusan).join(name),
    }
}

/// Writes bytes to standard output.
pub fn write_stdout(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
