//! Sheets: a decree's tables there and back, edited sheets, tables taken from workbooks, hostile files.

mod ambil;
mod batas;
mod bolak_balik;
mod rusak;
mod sunting;
mod tampilan;

use std::fs;
use std::path::{Path, PathBuf};

use naskah::Outcome;
use naskah::commands::tabel::{self, Export, Import, Job};
use naskah::run::{Options, Run};
use naskah_core::diag::{Files, MessageFormat, Sink, render_all};
use naskah_core::resolve::Edition;
use naskah_formats::sheets::{self, Format, Isi, Lembar, Page, PageColumn, PageRow, Value, Workbook};

use crate::support::{carried, completed, files_below, text_of};

/// The forms that are written.
const FORMS: [&str; 3] = ["xlsx", "ods", "csv"];

/// A run that speaks in short.
fn run() -> Run {
    Run::new("tabel", &Options { pesan: MessageFormat::Ringkas, ..Options::default() })
}

/// A folder with a decree.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// A folder with `n.yaml`.
    fn new(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        fs::write(folder.path().join("n.yaml"), text).unwrap_or_else(|error| panic!("{error}"));
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path("n.yaml")).unwrap_or_default()
    }

    fn export(&self, name: &str, lampiran: Option<usize>) -> Outcome {
        let job = Job::Ekspor(Export { berkas: self.path("n.yaml"), lampiran, keluaran: self.path(name), timpa: true });
        tabel::run(&job, run())
    }

    fn import(&self, name: &str, lampiran: Option<usize>) -> Outcome {
        let job = Job::Impor(Import {
            buku: self.path(name),
            ke: self.path("n.yaml"),
            keluaran: None,
            lampiran,
            timpa: false,
        });
        tabel::run(&job, run())
    }

    /// Every sheet of a workbook, with its name.
    fn sheets(&self, name: &str) -> Vec<(String, Lembar)> {
        let bytes = fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        sheets(name, &bytes)
    }

    /// Exports, lets `edit` change the first sheet, and imports.
    fn edited(&self, form: &str, edit: impl FnOnce(&mut Lembar)) -> Outcome {
        let name = format!("x.{form}");
        assert_eq!(self.export(&name, Some(1)), Outcome::Made);
        let mut sheets = self.sheets(&name);
        edit(&mut sheets[0].1);
        fs::write(self.path(&name), written(&sheets, &name)).unwrap_or_else(|error| panic!("{error}"));
        self.import(&name, Some(1))
    }
}

fn sheets(name: &str, bytes: &[u8]) -> Vec<(String, Lembar)> {
    let mut book = Workbook::open(name, bytes).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let names = if book.names().is_empty() { vec![String::new()] } else { book.names() };
    let read = |sheet: String| {
        let lembar = book.read(&sheet).unwrap_or_else(|error| panic!("{name} {sheet}: {error:?}"));
        (sheet, lembar)
    };
    names.into_iter().map(read).collect()
}

/// Sheets as a workbook, with their merged cells.
fn written(sheets: &[(String, Lembar)], name: &str) -> Vec<u8> {
    let value = |isi: &Isi| match isi {
        Isi::Kosong => Value::Kosong,
        Isi::Bilangan(number) => Value::Bilangan(*number, 0, isi.text()),
        other => Value::Teks(other.text()),
    };
    let pages: Vec<Page> = sheets
        .iter()
        .map(|(name, lembar)| Page {
            nama: name.clone(),
            kepala: Vec::new(),
            kolom: (0..lembar.lebar()).map(|_| PageColumn { lebar: 20.0, pucat: false, pilihan: Vec::new() }).collect(),
            baris: lembar
                .baris
                .iter()
                .map(|row| PageRow { sel: row.iter().map(value).collect(), tingkat: 0, tebal: false })
                .collect(),
            gabungan: lembar.gabungan.clone(),
            beku: 0,
        })
        .collect();
    let format = Format::of(name).unwrap_or_else(|| panic!("{name}"));
    sheets::write(&pages, format).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A grid of texts.
fn grid(rows: &[&[&str]]) -> Lembar {
    let cell = |text: &&str| if text.is_empty() { Isi::Kosong } else { Isi::Teks((*text).to_owned()) };
    Lembar { baris: rows.iter().map(|row| row.iter().map(cell).collect()).collect(), ..Lembar::default() }
}

/// Every decree of the project, with its text.
fn decrees() -> Vec<(PathBuf, String)> {
    let mut found = files_below("templates/jenis", "contoh.yaml");
    found.extend(files_below("data/keputusan", ".yaml"));
    found.extend(files_below("tests/keputusan", ".yaml"));
    found.into_iter().map(|path| (path.clone(), text_of(&path))).collect()
}

/// What is found in a decree that lies in a folder, one finding a line.
fn findings(folder: &Path, text: &str) -> String {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(folder.join("n.yaml").display().to_string(), text);
    naskah::read(file, &Edition::default(), &carried().0, &mut files, &mut sink);
    render_all(&sink, &files, MessageFormat::Ringkas, false)
}

/// A short decree with an attachment.
fn with(lampiran: &str) -> String {
    let text = format!("lampiran:\n  - judul: Hari Kerja\n{lampiran}");
    completed(&text, &[])
        .replace("- Menetapkan Hari Kerja.", "- Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.")
}
