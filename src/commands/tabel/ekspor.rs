//! A decree's tables as sheets.

use std::path::PathBuf;

use super::{Decree, decree, tables};
use crate::run::{Count, Made, Run};
use naskah_core::diag::{Code, Diagnostic};
use naskah_core::yaml::Node;
use naskah_formats::sheets::{self, Format, Page};
use naskah_formats::tables::page;
use naskah_formats::tables::view::{Found, View};

/// What `tabel ekspor` was asked to do.
#[derive(Debug, Clone)]
pub struct Export {
    /// The decree; `-` is standard input.
    pub berkas: PathBuf,
    /// Only the tables of this lampiran, from 1.
    pub lampiran: Option<usize>,
    /// The sheet's file; its name says the form.
    pub keluaran: PathBuf,
    /// Whether a file that is there may be replaced.
    pub timpa: bool,
}

/// Writes the tables of a decree as sheets.
pub fn export(job: &Export, run: &mut Run) -> Option<()> {
    let format = Format::of(&job.keluaran.to_string_lossy()).unwrap_or(Format::Xlsx);
    let file = run.open(&job.berkas)?;
    let decree = decree(file, &run.catalog, &mut run.files, &mut run.sink)?;
    let found = tables(&decree, job.lampiran, &mut run.sink);
    if let (Format::Csv, [_, second, ..]) = (format, &found[..]) {
        let message = format!("berkas CSV memuat satu tabel, sedangkan di sini ada {}", found.len());
        let hint = "pilih satu dengan --lampiran, atau tulis ke .xlsx atau .ods";
        run.sink.push(Diagnostic::galat(Code::LEMBAR, second.span(), message).hint(hint));
    }
    if run.is_wrong() {
        return None;
    }
    let pages = pages(&decree, &found, format);
    let rows = pages.iter().map(|page| page.baris.len()).sum();
    let refuse = |reason: String| {
        let hint = "satu sel memuat paling banyak 32767 aksara";
        run.refuse(Code::TULIS, format!("lembar kerja tidak dapat dibuat: {reason}"), Some(hint));
    };
    let bytes = sheets::write(&pages, format).map_err(refuse).ok()?;
    let fate = run.deliver(&job.keluaran, bytes, job.timpa)?;
    run.voice.made(Made::file(&job.keluaran, fate).count(Count::Tabel, pages.len()).count(Count::Baris, rows));
    Some(())
}

/// The sheets of a decree's tables.
fn pages(decree: &Decree, found: &[Found<'_>], format: Format) -> Vec<Page> {
    let tahun = decree.tree.get("tahun").and_then(Node::as_scalar).unwrap_or_default().trim().to_owned();
    let views = found.iter().filter_map(|found| View::of(found, decree.susunan.as_ref()));
    views.map(|view| page::page(&view, &tahun, format != Format::Csv)).collect()
}
