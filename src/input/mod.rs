//! What a command is given: the folder that goes before the embedded files, and decrees as files or standard input.

mod asal;
mod book;
mod kenali;

pub use asal::{Tanpa, source};
pub use book::{Book, Unread};

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::disk::{self, explain};
use naskah_core::catalog::Root;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sink, Span};
use naskah_core::yaml;

/// Why a file gives no text; it was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It cannot be read at all.
    Unread,
    /// What it holds cannot be a decree.
    Wrong,
}

/// The named folder; otherwise the current one where it looks like a root; otherwise only the program itself.
pub fn root_of(akar: Option<&Path>) -> Root {
    let here = Path::new(".");
    let root = match akar {
        Some(folder) => Root::overlaid(folder),
        None if here.join("templates").is_dir() || here.join("data").is_dir() => Root::overlaid(here),
        None => Root::embedded(),
    };
    root.made_by(crate::PROGRAM)
}

/// The files that are meant by paths: a folder stands for the `.yaml` and `.yml` files below it, sorted.
pub fn decrees(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    let mut found = Vec::new();
    for path in paths {
        if !path.is_dir() {
            found.push(path.clone());
            continue;
        }
        let before = found.len();
        below(path, &mut found).map_err(|error| {
            let message = unreadable(&path.display().to_string(), &error);
            Box::new(Diagnostic::galat(Code::BERKAS, None, message).hint("periksa izin membaca folder itu"))
        })?;
        if found.len() == before {
            let message = format!("folder {} tidak memuat berkas .yaml", path.display());
            return Err(Box::new(
                Diagnostic::galat(Code::BERKAS, None, message).hint("periksa nama dan letak foldernya"),
            ));
        }
    }
    Ok(found)
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    entries.sort();
    for path in entries {
        let linked = path.is_symlink();
        if path.is_dir() && !linked {
            below(&path, found)?;
        } else if path.is_file() && path.extension().is_some_and(|end| end == "yaml" || end == "yml") {
            found.push(path);
        }
    }
    Ok(())
}

/// Reads a file whole; `-` is standard input. Beyond `limit` bytes one more is read, and no other.
pub fn bytes(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    match path == Path::new("-") {
        true => disk::read_stdin(limit),
        false => disk::read(path, limit),
    }
}

/// The finding about a file that cannot be read.
pub fn unread(name: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::galat(Code::BERKAS, None, unreadable(name, error)).hint("periksa nama dan letak berkasnya")
}

/// That something cannot be read, and why.
pub fn unreadable(name: &str, error: &io::Error) -> String {
    format!("{name} tidak dapat dibaca: {}", explain(error))
}

/// That a file has more than `limit` bytes.
pub fn too_large(limit: usize) -> String {
    format!("berkas lebih dari {} MB", limit / 1024 / 1024)
}

/// Reads the text of a decree; `-` is standard input.
pub fn open(path: &Path, files: &mut Files, sink: &mut Sink) -> Result<FileId, Refused> {
    let standard = path == Path::new("-");
    let name = if standard { "<masukan>".to_owned() } else { path.display().to_string() };
    let bytes = bytes(path, yaml::MAX_BYTES).map_err(|error| {
        sink.push(unread(&name, &error));
        Refused::Unread
    })?;
    if bytes.len() > yaml::MAX_BYTES {
        let file = files.add(name, "");
        sink.push(
            Diagnostic::galat(Code::UKURAN, Span::new(file, 0, 0), too_large(yaml::MAX_BYTES))
                .hint("pecah lampirannya, atau periksa apakah ini berkas yang benar"),
        );
        return Err(Refused::Wrong);
    }
    if let Some((what, hint)) = kenali::other(&bytes) {
        let finding = Diagnostic::galat(Code::BERKAS, None, format!("{name} bukan naskah YAML: {what}"));
        sink.push(finding.hint(hint));
        return Err(Refused::Wrong);
    }
    if let Some((text, encoding)) = kenali::recoded(&bytes) {
        let file = files.add(name, text);
        let message = format!("{} dan dibaca sebagai {encoding}", Code::UTF8.meaning);
        let finding = Diagnostic::peringatan(Code::UTF8, Span::new(file, 0, 0), message);
        sink.push(finding.hint("periksa huruf beraksen dan tanda petik, lalu simpan ulang sebagai UTF-8"));
        return Ok(file);
    }
    String::from_utf8(bytes).map(|text| files.add(name.clone(), text)).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let file = files.add(name, String::from_utf8_lossy(error.as_bytes()));
        sink.push(
            Diagnostic::galat(Code::UTF8, Span::new(file, at, at), Code::UTF8.meaning)
                .hint("simpan ulang dengan pengodean UTF-8"),
        );
        Refused::Wrong
    })
}
