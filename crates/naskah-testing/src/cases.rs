//! Small decrees, each with its expected findings as comments on the lines above their places.
//!
//! The cases of a crate lie below its `tests/cases`: files, also in folders, and folders with a `naskah.yaml` and the
//! data or templates of its own.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use naskah_core::catalog::{Catalog, Root};
use naskah_core::diag::{Diagnostic, FileId, Files, Sink, Span};
use naskah_core::resolve::{Bentuk, Edition};

use crate::{assert_none, carried, compare_file, completed, field_at, files_below, project, text_of};

/// The name of the decree in a case that is a folder.
const IN_FOLDER: &str = "naskah.yaml";

/// How a case is run: the lines at its top.
const DIRECTIVES: [&str; 2] = ["dasar", "edisi"];

/// A case that was put together: the decree as it is read.
pub struct Case {
    /// The file, relative to the project.
    pub path: PathBuf,
    /// The text without its expectations.
    text: String,
    /// The whole decree, with the fields that the case does not write.
    pub decree: String,
    /// The edition that it asks for.
    pub edition: Edition,
}

/// A case that was run.
pub struct Ran {
    /// The texts that were read.
    pub files: Files,
    /// The decree's own text.
    pub file: FileId,
    /// What was found.
    pub sink: Sink,
    /// Whether the stage let the decree pass.
    pub passed: bool,
}

/// Holds every case of a crate to its expectations, or rewrites them.
///
/// `manifest` is the crate's folder; `stage` takes a decree as far as the crate does and says whether it passed.
/// With `CASE=word` in the environment only the cases run whose path or text holds the word.
pub fn hold(manifest: &str, stage: impl Fn(&mut Files, FileId, &Edition, &Catalog, &mut Sink) -> bool + Sync) {
    let own = Path::new(manifest).strip_prefix(project()).unwrap_or(Path::new(manifest));
    let word = std::env::var("CASE").unwrap_or_default();
    let cases: Vec<PathBuf> = cases_below(own).into_iter().filter(|path| asked_for(path, &word)).collect();
    assert!(!cases.is_empty() || !word.is_empty(), "no cases below {manifest}");
    assert_none(&in_parallel(&cases, |path| {
        let case = Case::read(path);
        let ran = case.run(own, &stage);
        let mut wrong = Vec::new();
        match ran.sink.has_errors() == ran.passed {
            true => wrong.push(format!("{}: passed with an error, or stopped without one", path.display())),
            false => compare_file(path, &case.annotated(&ran), &mut wrong),
        }
        wrong
    }));
}

/// Whether the path or the text of a case holds a word.
fn asked_for(path: &Path, word: &str) -> bool {
    word.is_empty() || path.to_string_lossy().contains(word) || text_of(path).contains(word)
}

/// The cases of the crate in a folder of the project, relative to the project.
pub fn cases_below(own: &Path) -> Vec<PathBuf> {
    let all = files_below(&own.join("tests/cases").to_string_lossy(), ".yaml");
    let folders: Vec<&Path> = all.iter().filter(|path| path.ends_with(IN_FOLDER)).filter_map(|p| p.parent()).collect();
    let within = |path: &PathBuf| folders.iter().any(|folder| path.starts_with(folder));
    all.iter().filter(|path| path.ends_with(IN_FOLDER) || !within(path)).cloned().collect()
}

/// What `f` finds wrong with each, in their order, on all cores.
pub fn in_parallel<T: Sync>(all: &[T], f: impl Fn(&T) -> Vec<String> + Sync) -> Vec<String> {
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some((at, one)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, all.get(at)?))) {
            let found = f(one);
            wrong.lock().unwrap_or_else(|broken| broken.into_inner()).extend(found.into_iter().map(|text| (at, text)));
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(work))));
    let mut wrong = wrong.into_inner().unwrap_or_else(|broken| broken.into_inner());
    wrong.sort();
    wrong.into_iter().map(|(_, text)| text).collect()
}

impl Case {
    /// Reads a case, by its path within the project.
    pub fn read(path: &Path) -> Self {
        let text = without_annotations(&text_of(path));
        let decree = match directive(&text, "dasar") {
            Some(base) => {
                let without: Vec<&str> = base.split(", tanpa ").skip(1).collect();
                assert!(base.starts_with("ringkas"), "{}: unknown base {base}", path.display());
                completed(&text, &without)
            }
            None => text.clone(),
        };
        let edition = directive(&text, "edisi").unwrap_or_default();
        let bentuk = if edition.contains("salinan") { Bentuk::Salinan } else { Bentuk::Asli };
        let edition = Edition { konsep: edition.contains("konsep"), bentuk, ..Edition::default() };
        Self { path: path.to_owned(), decree, edition, text }
    }

    /// Runs the case, named by its path from the folder `own` on.
    pub fn run(&self, own: &Path, stage: impl Fn(&mut Files, FileId, &Edition, &Catalog, &mut Sink) -> bool) -> Ran {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let name = self.path.strip_prefix(own).unwrap_or(&self.path);
        let file = files.add(name.to_string_lossy(), self.decree.as_str());
        let mut go = |catalog: &Catalog| stage(&mut files, file, &self.edition, catalog, &mut sink);
        let passed = match self.path.ends_with(IN_FOLDER) {
            true => go(&Catalog::new(Root::overlaid(project().join(&self.path).with_file_name("")))),
            false => go(carried()),
        };
        Ran { files, file, sink, passed }
    }

    /// The case with the findings written over their lines.
    fn annotated(&self, ran: &Ran) -> String {
        let lines: Vec<&str> = self.text.split_inclusive('\n').collect();
        let top = lines.iter().take_while(|line| is_directive(line)).count();
        let mut above = vec![String::new(); lines.len() + 1];
        for finding in ran.sink.found() {
            let (at, place) = self.place(finding.span, &ran.files, ran.file, top);
            let indent: String = lines.get(at).map_or("", |line| line).chars().take_while(|c| *c == ' ').collect();
            above[at].push_str(&format!("{indent}# {}\n", told(finding, &place, &ran.files)));
        }
        let over = |(at, findings): (usize, &String)| format!("{findings}{}", lines.get(at).unwrap_or(&""));
        above.iter().enumerate().map(over).collect()
    }

    /// The line that a finding is written over, and its place in words.
    fn place(&self, span: Option<Span>, files: &Files, own: FileId, top: usize) -> (usize, String) {
        let Some(span) = span else { return (top, "tanpa-tempat".to_owned()) };
        if let (Some(sheet), Some(cell)) = (files.sheet(span.file), files.cell(span.file, span.start)) {
            return (top, sheet.place(cell));
        }
        let (line, column) = files.line_col(span.file, span.start);
        let shown = files.text(span.file).get(span.start..span.end).unwrap_or_default();
        let columns = format!("{column}-{}", column + shown.lines().next().unwrap_or_default().chars().count());
        let written = line <= self.text.lines().count().max(1) || self.decree.len() == self.text.len();
        match (span.file == own, written) {
            (true, true) => (line - 1, columns),
            (true, false) => (top, format!("bawaan {} {columns}", field_at(&self.decree, line))),
            (false, _) => (top, format!("{}:{line} {columns}", files.name(span.file))),
        }
    }
}

/// The code of a line that is an expectation.
pub fn annotated_code(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("# ")?;
    let rest = ["galat[", "peringatan[", "saran["].iter().find_map(|level| rest.strip_prefix(level))?;
    rest.split_once(']').map(|(code, _)| code)
}

/// A case without its expectations, which may also stand within a block text.
pub fn without_annotations(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| annotated_code(line).is_none()).collect()
}

/// Whether a line at the top tells how the case is run.
fn is_directive(line: &str) -> bool {
    DIRECTIVES
        .iter()
        .any(|name| line.strip_prefix("# ").and_then(|l| l.strip_prefix(name)?.strip_prefix(": ")).is_some())
}

/// A line at the top that tells how the case is run, such as `# dasar: ringkas, tanpa nomor`.
fn directive<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let lines = text.lines().take_while(|line| is_directive(line));
    lines.filter_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(": ")).next()
}

/// `galat[N103] 5-12: message | hint | baris 3: remark`.
fn told(finding: &Diagnostic, place: &str, files: &Files) -> String {
    let Diagnostic { level, code, message, hints, labels, .. } = finding;
    let hints = hints.iter().map(|hint| format!(" | {hint}"));
    let remarks = labels.iter().map(|(span, remark)| {
        let (line, _) = files.line_col(span.file, span.start);
        format!(" | baris {line}: {remark}")
    });
    let tail: String = hints.chain(remarks).collect();
    format!("{level}[{code}] {place}: {message}{tail}").replace('\n', "⏎")
}
