//! Skeletons that are filled in: an office's first files and new decrees, as texts with places such as `@kantor@`.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::input;
use naskah_core::catalog::{Catalog, KANTOR, Kantor};
use naskah_core::diag::{Files, Sink, Span};
use naskah_core::language::days::Tanggal;
use naskah_core::language::kosong;
use naskah_core::resolve::Resolved;

/// The skeleton at a path of the root, its places filled; `None` where there is none.
pub fn filled(catalog: &Catalog, path: &str, places: &[(&str, &str)]) -> Option<String> {
    let text = String::from_utf8(catalog.root.read(path)?.into_owned()).ok()?;
    Some(places.iter().fold(text, |text, (place, value)| text.replace(&format!("@{place}@"), value)))
}

/// A text as a YAML value of one line, whatever it holds.
pub fn quoted(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    format!("'{}'", words.join(" ").replace('\'', "''"))
}

/// That a file is there and is let be.
pub fn kept(path: &Path) -> String {
    format!("{} sudah ada dan tidak ditimpa", path.display())
}

/// A path without the sign for this folder before it.
pub fn plain(path: &Path) -> PathBuf {
    path.strip_prefix(".").map(Path::to_owned).unwrap_or_else(|_| path.to_owned())
}

/// The year that it is, as the clock of the machine tells it.
pub fn this_year() -> i32 {
    let passed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Tanggal::of_unix(passed.as_secs()).parts().0
}

/// The ids of the offices that a folder keeps for itself.
pub fn own_offices(catalog: &Catalog) -> Vec<String> {
    let Some(folder) = catalog.root.folder().map(|root| root.join(KANTOR)) else { return Vec::new() };
    let files: Vec<PathBuf> = input::decrees(&[folder]).unwrap_or_default();
    let stem = |path: &PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    files.iter().filter(|path| path.extension().is_some_and(|end| end == "yaml")).filter_map(stem).collect()
}

/// The office of an id, without a word where it cannot be used.
pub fn office(catalog: &Catalog, id: &str) -> Option<Kantor> {
    catalog.kantor(id, &mut Files::default(), &mut Sink::default()).ok()
}

/// A place that is still to be filled in, and what stands there as it was typed.
pub struct Tempat {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub tulisan: String,
}

/// What is still to be written in a decree, in the order of its pages, each place once.
pub fn open_places(resolved: &Resolved, files: &Files) -> Vec<Tempat> {
    let mut found: Vec<Tempat> = Vec::new();
    for teks in resolved.naskah().texts() {
        let (plain, file) = (teks.as_plain(), teks.span.file);
        let typed = files.text(file).get(teks.span.start..teks.span.end).unwrap_or_default();
        let mut from = 0;
        for place in kosong::tempat(&plain) {
            let shown = plain.get(place).unwrap_or_default();
            let own = kosong::tertulis(typed, from, shown);
            // The sentence that a record opens with has dots for its day while it has none.
            let undated = resolved.keputusan().ditetapkan.tanggal.is_none();
            if own.is_none() && undated && !shown.contains(char::is_alphabetic) {
                continue;
            }
            let (span, words) = match &own {
                Some(own) => (
                    Span::new(file, teks.span.start + own.start, teks.span.start + own.end),
                    typed.get(own.clone()).unwrap_or_default(),
                ),
                None => (teks.span, shown),
            };
            from = own.map_or(from, |own| own.end);
            let tulisan = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if found.iter().all(|other| other.span != span) {
                found.push(Tempat { span, tulisan });
            }
        }
    }
    found
}

/// The line that a place of a file stands on, from 1.
pub fn line_of(files: &Files, span: Span) -> usize {
    files.text(span.file).get(..span.start).map_or(0, |before| before.matches('\n').count() + 1)
}
