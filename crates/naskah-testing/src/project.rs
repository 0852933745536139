//! The project's folder and the files in it.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the project.
pub fn project() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own)
}

/// A file of the project as text.
pub fn text_of(path: impl AsRef<Path>) -> String {
    let path = project().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file below a folder of the project whose name ends so, sorted, relative to the project.
pub fn files_below(folder: &str, end: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, end: &str, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => walk(&path, end, out),
                false if path.to_string_lossy().ends_with(end) => out.push(path),
                false => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(&project().join(folder), end, &mut found);
    found.sort();
    found.iter().map(|path| path.strip_prefix(project()).unwrap_or(path).to_owned()).collect()
}
