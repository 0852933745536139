//! What the program carries: templates, data and fonts, and the steps of its YAML, which the build script read.

/// A file that the program carries.
struct File {
    path: &'static str,
    bytes: &'static [u8],
    /// Its steps among all that were written down; none where it is no YAML that can be read.
    steps: (usize, usize),
}

// `FOLDERS`, `FILES` in the order of their paths, and `STEPS`.
include!(concat!(env!("OUT_DIR"), "/carried.rs"));

fn find(path: &str) -> Option<&'static File> {
    FILES.binary_search_by(|file| file.path.cmp(path)).ok().and_then(|at| FILES.get(at))
}

/// The file at a path.
pub(crate) fn file(path: &str) -> Option<&'static [u8]> {
    find(path).map(|file| file.bytes)
}

/// The folders that are carried with all that is in them.
pub(crate) fn folders() -> &'static [&'static str] {
    FOLDERS
}

/// The names of the files and folders right under a folder; a folder comes once for each file in it.
pub(crate) fn names(folder: &str) -> impl Iterator<Item = &'static str> {
    let within = |own: &&str| folder.strip_prefix(*own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let begin = match FOLDERS.iter().any(within) {
        true => FILES.partition_point(|file| file.path < folder),
        false => FILES.len(),
    };
    let below = |path: &'static str| path.strip_prefix(folder)?.strip_prefix('/')?.split('/').next();
    let from = FILES.get(begin..).unwrap_or_default().iter();
    // Between a folder and what is in it come only names that go on with a sign before the slash.
    from.take_while(|file| file.path.starts_with(folder))
        .filter_map(|file| below(file.path))
        .collect::<Vec<_>>()
        .into_iter()
}

/// The steps of a text of this name, where it is the one that is carried.
pub(crate) fn steps(name: &str, text: &str) -> Option<&'static [u8]> {
    let file = find(name).filter(|file| file.bytes == text.as_bytes())?;
    STEPS.get(file.steps.0..file.steps.1).filter(|steps| !steps.is_empty())
}

/// The paths of all YAML files whose steps were written down.
#[cfg(test)]
pub(crate) fn read_before() -> impl Iterator<Item = &'static str> {
    FILES.iter().filter(|file| file.steps.0 < file.steps.1).map(|file| file.path)
}
