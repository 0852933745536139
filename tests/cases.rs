//! Small decrees, each with its expected findings as comments on the lines above their places.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use naskah_core::catalog::Root;
use naskah_core::diag::{Code, Diagnostic};
use naskah_core::resolve::{Bentuk, Edition};

use crate::support::{assert_none, compare_file, completed, field_at, files_below, make, project, text_of};

/// The stages, each a folder of tests/cases.
const STAGES: [&str; 7] = ["yaml", "isi", "rujukan", "aturan", "tabel", "lembar", "halaman"];

/// Codes that no case can cause, and where they are tested instead.
const ELSEWHERE: [(&str, &str); 5] = [
    ("N102", "a file beyond the limit of 32 MB is made by `perintah`"),
    ("N804", "only workbooks hide rows; `tabel` writes some"),
    ("N809", "`tabel ekspor` leaves out what comes from a workbook; `perintah` runs it"),
    ("N807", "keys of rows are read by `tabel impor`, which `tabel` runs"),
    ("N110", "bytes that are no UTF-8 never become a text; they are given to the program by `perintah`"),
];

#[test]
fn yaml() {
    check("yaml");
}

#[test]
fn isi() {
    check("isi");
}

#[test]
fn rujukan() {
    check("rujukan");
}

#[test]
fn aturan() {
    check("aturan");
}

#[test]
fn tabel() {
    check("tabel");
}

#[test]
fn lembar() {
    check("lembar");
}

#[test]
fn halaman() {
    check("halaman");
}

#[test]
fn every_code_is_covered() {
    let mut seen = BTreeSet::new();
    for path in STAGES.iter().flat_map(|stage| cases_of(stage)) {
        let text = text_of(path);
        seen.extend(text.lines().filter_map(annotated_code).map(str::to_owned));
    }
    // What concerns the register needs one: the program is run over it.
    let commands: String = files_below("tests/perintah", ".rs").iter().map(text_of).collect();
    for code in Code::ALL.iter().filter(|code| code.id.starts_with("N6")) {
        assert!(commands.contains(code.id), "no test below tests/perintah names {code} ({})", code.name);
    }
    for code in Code::ALL.iter().filter(|code| !["N0", "N6"].iter().any(|start| code.id.starts_with(start))) {
        let reason = ELSEWHERE.iter().find(|(id, _)| *id == code.id);
        match (seen.contains(code.id), reason) {
            (true, Some(_)) => panic!("{code} is listed as tested elsewhere, yet a case covers it"),
            (false, None) => panic!("no case covers {code} ({})", code.name),
            _ => {}
        }
    }
}

#[test]
fn every_file_is_a_case() {
    let cases: BTreeSet<PathBuf> = STAGES.iter().flat_map(|stage| cases_of(stage)).collect();
    for path in files_below("tests/cases", ".yaml") {
        let overlay = path.components().any(|part| part.as_os_str() == "data" || part.as_os_str() == "templates");
        let short = path == Path::new("tests/cases/ringkas.yaml");
        assert!(cases.contains(&path) || overlay || short, "{} is in no stage", path.display());
    }
}

/// The cases of a stage: its files, and `naskah.yaml` of its folders.
fn cases_of(stage: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests/cases").join(stage);
    let depth = folder.components().count();
    let own = |path: &PathBuf| match path.components().count() - depth {
        1 => true,
        2 => path.file_name().is_some_and(|name| name == "naskah.yaml"),
        _ => false,
    };
    files_below(&folder.to_string_lossy(), ".yaml").into_iter().filter(own).collect()
}

/// Runs every case of a stage.
fn check(stage: &str) {
    let cases = cases_of(stage);
    assert!(!cases.is_empty(), "no cases in {stage}");
    let mut wrong = Vec::new();
    for path in cases {
        let annotated = annotate(&path, &stripped(&text_of(&path)));
        compare_file(&path, &annotated, &mut wrong);
    }
    assert_none(&wrong);
}

/// The code of a line that is an expectation.
fn annotated_code(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("# ")?;
    let rest = ["galat[", "peringatan[", "saran["].iter().find_map(|level| rest.strip_prefix(level))?;
    rest.split_once(']').map(|(code, _)| code)
}

/// The text without its expectations.
fn stripped(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| annotated_code(line).is_none()).collect()
}

/// A line at the top that tells how the case is run, such as `# dasar: ringkas, tanpa nomor`.
fn directive<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let lines = text.lines().take_while(|line| line.starts_with("# dasar: ") || line.starts_with("# edisi: "));
    lines.filter_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(": ")).next()
}

/// Runs a case and writes its findings over their lines.
fn annotate(path: &Path, text: &str) -> String {
    let decree = match directive(text, "dasar") {
        Some(base) => {
            let without: Vec<&str> = base.split(", tanpa ").skip(1).collect();
            assert!(base.starts_with("ringkas"), "{}: unknown base {base}", path.display());
            completed(text, &without)
        }
        None => text.to_owned(),
    };
    let edition = directive(text, "edisi").unwrap_or_default();
    let bentuk = if edition.contains("salinan") { Bentuk::Salinan } else { Bentuk::Asli };
    let edition = Edition { konsep: edition.contains("konsep"), bentuk, ..Edition::default() };
    let root = match path.file_name().is_some_and(|name| name == "naskah.yaml") {
        true => Root::overlaid(project().join(path).with_file_name("")),
        false => Root::embedded(),
    };
    let made = make(&path.to_string_lossy(), &decree, root, edition);
    assert!(made.sink.has_errors() == made.pdf.is_none(), "{}: {}", path.display(), made.messages());
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let top = lines.iter().take_while(|line| line.starts_with("# dasar: ") || line.starts_with("# edisi: ")).count();
    let mut above = vec![String::new(); lines.len() + 1];
    for finding in made.sink.found() {
        let place = finding.span.map(|span| (span, made.files.line_col(span.file, span.start)));
        let (at, place) = match place {
            None => (top, "tanpa-tempat".to_owned()),
            Some((span, (line, column))) => {
                let source = made.files.text(span.file);
                let shown = source.get(span.start..span.end).unwrap_or_default();
                let columns = format!("{column}-{}", column + shown.lines().next().unwrap_or_default().chars().count());
                if let (Some(sheet), Some(cell)) = (made.files.sheet(span.file), made.files.cell(span.file, span.start))
                {
                    (top, sheet.place(cell))
                } else {
                    match (span.file == made.file, line <= lines.len().max(1) || decree.len() == text.len()) {
                        (true, true) => (line - 1, columns),
                        (true, false) => (top, format!("bawaan {} {columns}", field_at(&decree, line))),
                        (false, _) => (top, format!("{}:{line} {columns}", made.files.name(span.file))),
                    }
                }
            }
        };
        let indent: String = lines.get(at).map_or("", |line| line).chars().take_while(|c| *c == ' ').collect();
        above[at].push_str(&format!("{indent}# {}\n", told(finding, &place, &made.files)));
    }
    let mut out = String::new();
    for (at, findings) in above.iter().enumerate() {
        out.push_str(findings);
        out.push_str(lines.get(at).unwrap_or(&""));
    }
    out
}

/// `galat[N103] 5-12: message | hint | baris 3: remark`.
fn told(finding: &Diagnostic, place: &str, files: &naskah_core::diag::Files) -> String {
    let Diagnostic { level, code, message, hints, labels, .. } = finding;
    let hints = hints.iter().map(|hint| format!(" | {hint}"));
    let remarks = labels.iter().map(|(span, remark)| {
        let (line, _) = files.line_col(span.file, span.start);
        format!(" | baris {line}: {remark}")
    });
    let tail: String = hints.chain(remarks).collect();
    format!("{level}[{code}] {place}: {message}{tail}").replace('\n', "⏎")
}
