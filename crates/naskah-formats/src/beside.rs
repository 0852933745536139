//! Files that a decree names: they lie in the decree's own folder, and no path or link leads out of it.

use std::fs::File;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use naskah_core::diag::{FileId, Files};

/// Why a file cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// It would lie outside the folder.
    Outside,
    /// There is none.
    Missing,
    /// It is a folder, or something else.
    NoFile,
    /// The system does not let it be read.
    Unreadable,
}

/// The folder of a text.
pub fn folder(files: &Files, file: FileId) -> PathBuf {
    match Path::new(files.name(file)).parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A path as it was typed, with plain slashes and without `.`; `None` where it leads out of its folder.
pub fn inside(typed: &str) -> Option<String> {
    let text = typed.trim().replace('\\', "/");
    let mut parts: Vec<String> = Vec::new();
    for part in Path::new(&text).components() {
        match part {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::CurDir => {}
            _ => return None,
        }
    }
    (!parts.is_empty() && !text.contains(':')).then(|| parts.join("/"))
}

/// The bytes of a file, of which no more than one beyond `limit` are read.
pub fn read(folder: &Path, path: &str, limit: usize) -> Result<Vec<u8>, Absent> {
    let (Ok(home), Ok(real)) = (folder.canonicalize(), folder.join(path).canonicalize()) else {
        return Err(Absent::Missing);
    };
    if !real.starts_with(&home) {
        return Err(Absent::Outside);
    }
    if !real.is_file() {
        return Err(Absent::NoFile);
    }
    let mut bytes = Vec::new();
    let read = File::open(&real).and_then(|file| file.take(limit as u64 + 1).read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(|_| Absent::Unreadable)
}
