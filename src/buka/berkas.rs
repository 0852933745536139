//! Names that a page sends: of files in the folder, and of no others.

use std::path::{Component, Path, PathBuf};

use super::jawab::Tolak;
use crate::office::register::Buku;

/// The file of a name within the folder, as commands name it; `endings` are those that it may have.
///
/// Every part is looked at: none leads up or out, none is a link, and what it leads to is a file.
pub fn dalam(name: &str, endings: &[&str]) -> Result<PathBuf, Tolak> {
    let path = Path::new(name);
    let refused = || Tolak::tiada(format!("tidak ada berkas `{name}` dalam folder ini"));
    let plain = path.components().all(|part| matches!(part, Component::Normal(name) if !is_hidden(name)));
    let known = path.extension().is_some_and(|end| endings.iter().any(|known| end == *known));
    if name.is_empty() || name.contains(['\0', '\\', ':']) || !plain || !known {
        return Err(refused());
    }
    let mut so_far = PathBuf::new();
    for part in path.components() {
        so_far.push(part);
        let kind = std::fs::symlink_metadata(&so_far).map_err(|_| refused())?;
        if kind.is_symlink() || (so_far != path && !kind.is_dir()) || (so_far == path && !kind.is_file()) {
            return Err(refused());
        }
    }
    Ok(path.to_owned())
}

/// A decree of the folder; what the register keeps is no draft.
pub fn naskah(name: &str) -> Result<PathBuf, Tolak> {
    let path = dalam(name, &["yaml", "yml"])?;
    let kept = Buku::of(Some(Path::new(""))).folder().to_owned();
    match path.starts_with(kept) {
        true => Err(Tolak::tiada("isi register tidak dibuka sebagai naskah")),
        false => Ok(path),
    }
}

/// Whether a name is one of those that folders do not show: passing files, histories.
fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

/// A path as pages name it.
pub fn nama(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}
