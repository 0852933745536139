//! The program as a person runs it: exit codes, files, messages to the letter.

mod beda;
mod bencana;
mod berkas;
mod bersama;
mod buka;
mod daftar;
mod gambar;
mod hasil;
mod jalan;
mod jdih;
mod kerangka;
mod komentar;
mod massal;
mod mulai;
mod peramban;
mod perbarui;
mod periksa;
mod pesan;
mod petikan;
mod putus;
mod register;
mod salinan;
mod serap;
mod tabel;
mod terbit;
mod verifikasi;
mod word;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::support::{assert_none, compare_file, completed, text_of};

/// What a run left behind.
struct Ran {
    code: Option<i32>,
    out: Vec<u8>,
    err: String,
}

impl Ran {
    /// Asserts exit code and the whole of standard error.
    fn says(&self, code: i32, err: &str) -> &Self {
        assert_eq!((self.code, self.err.as_str()), (Some(code), err));
        self
    }

    /// Asserts that all went well, with nothing said but these result lines.
    fn makes(&self, lines: &str) -> &Self {
        self.says(0, "").tells(lines)
    }

    /// Asserts the whole of standard output.
    fn tells(&self, lines: &str) -> &Self {
        assert_eq!(self.told(), lines);
        self
    }

    /// Standard output as text.
    fn told(&self) -> String {
        String::from_utf8_lossy(&self.out).into_owned()
    }
}

/// The program in `folder`, ready to run.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_naskah"));
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Waits for a command that was set up by [`program`].
fn finish(mut command: Command, input: &[u8]) -> Ran {
    if !input.is_empty() {
        command.stdin(Stdio::piped());
    }
    let mut child = command.spawn().expect("the program starts");
    if let Some(mut stdin) = child.stdin.take() {
        // A program that stops reading early is judged by its answer.
        let _ = stdin.write_all(input);
    }
    let output = child.wait_with_output().expect("the program ends");
    Ran { code: output.status.code(), out: output.stdout, err: String::from_utf8_lossy(&output.stderr).into_owned() }
}

/// Runs the program in `folder`.
fn naskah<S: AsRef<OsStr>>(folder: &Path, arguments: impl IntoIterator<Item = S>) -> Ran {
    let mut command = program(folder);
    command.args(arguments);
    finish(command, b"")
}

/// Runs `naskah susun` with words that hold no blanks.
fn susun(folder: &Path, words: &str) -> Ran {
    naskah(folder, ["susun"].into_iter().chain(words.split_whitespace()))
}

/// A folder with files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        put(&folder, name, text.as_bytes());
    }
    folder
}

fn put(folder: &TempDir, name: &str, bytes: &[u8]) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

/// Every file and folder below `folder` with its bytes; folders have none.
fn listing(folder: &Path) -> BTreeMap<String, Option<Vec<u8>>> {
    fn walk(top: &Path, folder: &Path, out: &mut BTreeMap<String, Option<Vec<u8>>>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = path.strip_prefix(top).unwrap_or(&path).to_string_lossy().into_owned();
            if path.is_dir() {
                out.insert(name, None);
                walk(top, &path, out);
            } else {
                out.insert(name, fs::read(&path).ok());
            }
        }
    }
    let mut out = BTreeMap::new();
    walk(folder, folder, &mut out);
    out
}

/// The names of [`listing`], one a line.
fn names(folder: &Path) -> String {
    listing(folder).into_keys().collect::<Vec<_>>().join("\n")
}

/// The short decree with some fields of its own.
fn short(fields: &str) -> String {
    completed(fields, &[])
}

/// A decree with a fault in line 1.
fn wrong() -> String {
    short("tahun: 25\n")
}

#[test]
fn help_is_as_agreed() {
    let here = folder(&[]);
    let mut differing = Vec::new();
    for words in naskah::cli::help_pages() {
        let ran = naskah(here.path(), words.iter().map(String::as_str).chain(["--bantuan"]));
        ran.says(0, "");
        let file = format!("{}.txt", [&["bantuan".to_owned()], &words[..]].concat().join("-"));
        compare_file(Path::new("tests/snapshot").join(file), &ran.told(), &mut differing);
    }
    assert_none(&differing);
}

#[test]
fn help_by_other_names_is_the_same() {
    let here = folder(&[]);
    let out = |arguments: &[&str]| naskah(here.path(), arguments).out;
    assert_eq!(out(&["--bantuan"]), out(&["-h"]));
    assert_eq!(out(&["--bantuan"]), out(&["--help"]));
    assert_eq!(out(&["susun", "--bantuan"]), out(&["build", "--help"]));
    assert!(!out(&["--bantuan"]).is_empty());
}

#[test]
fn version_is_that_of_the_package() {
    let here = folder(&[]);
    for name in ["--versi", "-V", "--version"] {
        let ran = naskah(here.path(), [name]);
        ran.says(0, "");
        assert_eq!(ran.told(), format!("{}\n", naskah::PROGRAM));
        let (version, build) = naskah::PROGRAM.split_once('+').expect("a build");
        assert_eq!((version, build.len()), (concat!("naskah ", env!("CARGO_PKG_VERSION")), 12), "{build}");
    }
}

#[test]
fn no_arguments_tell_what_there_is() {
    let here = folder(&[]);
    let nothing: [&str; 0] = [];
    assert_eq!(naskah(here.path(), nothing).says(0, "").out, naskah(here.path(), ["keadaan"]).out);
}

#[test]
fn command_lines_that_cannot_be_carried_out() {
    let here = folder(&[("a.yaml", &short("")), ("b.yaml", &short("nomor: 8\n"))]);
    let before = listing(here.path());
    for (words, message) in [
        ("--warna a.yaml", "pilihan `--warna` tidak dikenal"),
        ("--timpaa a.yaml", "pilihan `--timpaa` tidak dikenal; maksud Anda `--timpa`?"),
        ("", "kurang: <BERKAS>..."),
        ("a.yaml -o", "`--keluaran <TEMPAT>` memerlukan isi"),
        (
            "a.yaml --format pdff",
            "`pdff` bukan isi yang dikenal untuk `--format <FORMAT>`; pilihannya: pdf, docx, png, svg, typ; maksud Anda `pdf`?",
        ),
        ("a.yaml --timpa --timpa", "`--timpa` disebut dua kali atau tidak dapat dipakai bersama --timpa"),
        ("a.yaml b.yaml -o x.pdf", "beberapa keputusan memerlukan folder (-o), bukan berkas .pdf"),
        ("a.yaml -o x.doc", "hasil berakhiran .doc tidak dapat dibuat; pilihannya: .pdf, .docx, .png, .svg"),
        ("a.yaml -o x.pdf --format png", "akhiran .pdf pada -o tidak sesuai dengan --format"),
        ("a.yaml b.yaml -o -", "keluaran baku (-o -) hanya untuk satu berkas"),
        ("a.yaml -o - --format png", "keluaran baku (-o -) hanya untuk --format pdf dan docx"),
        ("- -", "masukan baku (-) hanya dapat disebut satu kali"),
    ] {
        susun(here.path(), words).says(2, &format!("galat[N004]: {message}\nlihat `naskah --bantuan`\n"));
    }
    let ran = naskah(here.path(), ["susn", "a.yaml"]);
    ran.says(2, "galat[N004]: perintah `susn` tidak dikenal; maksud Anda `susun`?\nlihat `naskah --bantuan`\n");
    for form in [["--pesan=json", "-V"], ["--pesan", "json"]] {
        let ran = naskah(here.path(), [&["periksa", "--pilihan-lain"][..], &form[..]].concat());
        assert!(
            ran.err.starts_with("{\"") && ran.err.contains("\"N004\"") && ran.err.lines().count() == 1,
            "{}",
            ran.err
        );
    }
    assert_eq!(listing(here.path()), before);
}

/// Follows a page of the guide literally in a folder: files that it shows with their names are written, commands are run,
/// and each line that it shows of an answer is said. How many commands there were.
fn guide_is_true(here: &TempDir, page: &str) -> usize {
    let guide = text_of(page);
    let mut ran: Option<Ran> = None;
    let mut commands = 0;
    for block in guide.split("\n```").skip(1).step_by(2) {
        let (head, body) = block.split_once('\n').unwrap_or((block, ""));
        if let Some((_, name)) = head.split_once(' ') {
            put(here, name, format!("{body}\n").as_bytes());
        }
        for line in body.lines().filter(|_| head == "console") {
            if let Some(command) = line.strip_prefix("$ naskah") {
                let last = naskah(here.path(), words(command));
                assert_eq!(last.code, Some(0), "{line}: {}", last.err);
                (ran, commands) = (Some(last), commands + 1);
            } else if let Some(ran) = &ran {
                let said = format!("{}\n{}", ran.told(), ran.err);
                assert!(line == "…" || said.lines().any(|own| own == line), "`{line}` is not said:\n{said}");
            }
        }
    }
    commands
}

/// The words of a line; what stands between quotes is one.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut quoted) = (Vec::new(), false);
    for part in line.replace('"', "'").split('\'') {
        match quoted {
            true => words.push(part.to_owned()),
            false => words.extend(part.split_whitespace().map(str::to_owned)),
        }
        quoted = !quoted;
    }
    words
}
