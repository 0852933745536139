//! An edited sheet back into the YAML that it was exported from.

use std::path::PathBuf;

use super::{Decree, decree, tables};
use crate::input::{Book, Unread};
use crate::office::beku;
use crate::run::{Deed, Made, Run};
use naskah_core::catalog::Catalog;
use naskah_core::decree::{Bilangan, IsiKolom};
use naskah_core::diag::{Code, Diagnostic, Files, Sheet, Sink};
use naskah_formats::sheets::{self, Found as CellFindings};
use naskah_formats::tables::edits::{self, Count};
use naskah_formats::tables::incoming::{self, Masuk};
use naskah_formats::tables::page::KUNCI;
use naskah_formats::tables::uraian;
use naskah_formats::tables::view::{JENIS_BARIS, View};

/// What `tabel impor` was asked to do.
#[derive(Debug, Clone)]
pub struct Import {
    /// The sheet's file.
    pub buku: PathBuf,
    /// The decree that it goes into.
    pub ke: PathBuf,
    /// Where the changed decree goes; `None` is [`Import::ke`] itself.
    pub keluaran: Option<PathBuf>,
    /// Only the tables of this lampiran, from 1.
    pub lampiran: Option<usize>,
    /// Whether a file that is there may be replaced; [`Import::ke`] always may.
    pub timpa: bool,
}

/// Writes an edited sheet back into the YAML that it was exported from.
pub fn import(job: &Import, run: &mut Run) -> Option<()> {
    // The sheet is read beside the decree.
    let name = job.buku.display().to_string();
    let (file, book) = std::thread::scope(|scope| {
        let book = scope.spawn(|| Book::read(&job.buku, &name));
        let file = run.open(&job.ke);
        (file, book.join().unwrap_or(Err(Unread::Broken(sheets::Broken::Unknown))))
    });
    let decree = file.and_then(|file| decree(file, &run.catalog, &mut run.files, &mut run.sink));
    let (book, decree) = (run.take_book(book, &name)?, decree?);
    let (after, count) = merge(job, &decree, &book, run)?;
    let unchanged = after == run.files.text(decree.file);
    if unchanged && job.keluaran.is_none() {
        run.voice.made(Made::new(Deed::Tetap).at(job.ke.display()));
        return None;
    }
    let target = job.keluaran.as_ref().unwrap_or(&job.ke);
    // A link stays, and what it leads to is replaced.
    let real = target.canonicalize().unwrap_or_else(|_| target.clone());
    beku::writable(&real, run)?;
    run.deliver(&real, after.into_bytes(), job.timpa || job.keluaran.is_none())?;
    let deed = if unchanged { Deed::Tetap } else { Deed::Diperbarui };
    run.voice.made(Made::new(deed).at(target.display()).note(counted(count)));
    Some(())
}

/// What was changed, in words; nothing where nothing was.
fn counted(count: Count) -> String {
    let parts = [
        (count.sel, "sel diubah"),
        (count.baru, "baris baru"),
        (count.hapus, "baris dihapus"),
        (count.pindah, "baris dipindah"),
    ];
    let told: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    told.join(", ")
}

/// The text of the decree with what the sheets say; `None` where something is wrong.
fn merge(job: &Import, decree: &Decree, book: &Book, run: &mut Run) -> Option<(String, Count)> {
    let found = tables(decree, job.lampiran, &mut run.sink);
    let views: Vec<View<'_>> = found.iter().filter_map(|found| View::of(found, decree.susunan.as_ref())).collect();
    if run.sink.has_errors() {
        return None;
    }
    let incoming = self::incoming(&job.buku.display().to_string(), book, &views, run)?;
    incoming.iter().for_each(|(at, rows)| run.voice.remark(summary(&views[*at], rows)));
    let text = run.files.text(decree.file).to_owned();
    let (mut changes, mut sum) = (Vec::new(), Count::default());
    for (at, rows) in &incoming {
        match edits::changes(&text, &views[*at], rows) {
            Ok((own, count)) => {
                uraian::changes(&views[*at], rows).into_iter().for_each(|line| run.voice.remark(line));
                changes.extend(own);
                sum = sum.plus(count);
            }
            Err(row) => {
                let levels = views[*at].tingkat.join(", ");
                let what = rows[row].teks.iter().find(|text| !text.is_empty()).cloned().unwrap_or_default();
                let message = format!("baris {} `{what}` tidak pada tempatnya", rows[row].jenis);
                let hint = format!("urutan tingkatnya {levels}; setiap tingkat di atas memuat tingkat di bawahnya");
                run.sink.push(Diagnostic::galat(Code::TATA_BARIS, views[*at].daftar.head(), message).hint(hint));
            }
        }
    }
    if run.sink.has_errors() {
        return None;
    }
    let mut after = edits::apply(&text, 0..text.len(), &changes);
    if text.contains("\r\n") {
        after = after.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    let kept = after == text || says(&after, job, &incoming, &run.catalog);
    if !kept {
        let message = "perubahan pada lembar tidak dapat ditulis ke dalam YAML dengan utuh";
        let hint = "berkas tidak diubah; kurangi perubahan sekaligus, atau laporkan berkas ini kepada pengembang";
        run.sink.push(Diagnostic::galat(Code::INTERNAL, decree.tree.head(), message).hint(hint));
    }
    kept.then_some((after, sum))
}

/// How many rows a sheet has and what its numbers add up to, so that they can be compared at a glance.
fn summary(view: &View<'_>, rows: &[Masuk]) -> String {
    let cells: Vec<&Masuk> = rows.iter().filter(|row| !JENIS_BARIS.contains(&row.jenis.as_str())).collect();
    let mut told = format!("{}: {} baris", view.nama, cells.len());
    let titles = rows.len() - cells.len();
    if titles > 0 {
        told.push_str(&format!(", {titles} baris kelompok dan jumlah"));
    }
    let sum = |at: usize| {
        let numbers = cells.iter().filter_map(|row| row.teks.get(at)?.parse::<Bilangan>().ok());
        numbers.into_iter().try_fold(Bilangan::NOL, Bilangan::plus)
    };
    let columns = view.kolom.iter().enumerate().filter(|(_, lajur)| lajur.isi == IsiKolom::Bilangan);
    let sums: Vec<String> = columns.filter_map(|(at, lajur)| Some(format!("{} {}", lajur.judul, sum(at)?))).collect();
    if !sums.is_empty() {
        told.push_str(&format!("; jumlah kolom: {}", sums.join(", ")));
    }
    told
}

/// The rows of every sheet that shows one of the views, with the place of that view.
fn incoming(name: &str, book: &Book, views: &[View<'_>], run: &mut Run) -> Option<Vec<(usize, Vec<Masuk>)>> {
    book.doubt(name).into_iter().for_each(|doubt| run.sink.push(doubt));
    let mut incoming: Vec<(usize, Vec<Masuk>)> = Vec::new();
    for (sheet, lembar) in &book.sheets {
        let Some(head) = incoming::head(lembar) else { continue };
        let mark = incoming::mark(lembar, head);
        let by_name = || views.iter().position(|view| Some(&view.nama) == sheet.as_ref());
        let at = match &mark {
            Some(mark) => views.iter().position(|view| view.tanda == *mark),
            None => by_name().or((views.len() == 1).then_some(0)),
        };
        let mut cells = CellFindings::default();
        match at.filter(|at| incoming.iter().all(|(other, _)| other != at)) {
            Some(at) => {
                let lists = &run.catalog.kata().lists;
                let rows = incoming::read(lembar, head, &views[at], lists, &mut cells);
                if rows.is_empty() && cells.is_empty() {
                    let message = "lembar ini tidak memuat satu baris pun";
                    let hint = "tabel tanpa baris dihapus dari YAML, bukan dari lembar kerja";
                    cells.push(head, Diagnostic::galat(Code::LEMBAR, None, message).hint(hint));
                }
                incoming.push((at, rows));
            }
            // Tables that were left out by --lampiran.
            None if at.is_none() && mark.is_some() => continue,
            None => {
                let message = incoming::NO_TABLE;
                let hint = "sebut tabelnya dengan --lampiran, dan hapus lembar yang berkunci sama";
                cells.push(head, Diagnostic::galat(Code::LEMBAR, None, message).hint(hint));
            }
        }
        let place = Sheet { book: name.to_owned(), name: sheet.clone() };
        cells.tell(place, lembar, name, &mut run.files, &mut run.sink);
    }
    if incoming.is_empty() && !run.sink.has_errors() {
        let message = format!("{name}: tidak ada lembar dengan kolom {} yang sesuai", KUNCI);
        let hint = "pakai lembar hasil `naskah tabel ekspor`; kolom KUNCI jangan dihapus";
        run.sink.push(Diagnostic::galat(Code::LEMBAR, None, message).hint(hint));
    }
    (!run.sink.has_errors()).then_some(incoming)
}

/// Whether the changed text says exactly what the sheets say.
fn says(text: &str, job: &Import, incoming: &[(usize, Vec<Masuk>)], catalog: &Catalog) -> bool {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(job.ke.display().to_string(), text);
    let Some(decree) = decree(file, catalog, &mut files, &mut sink) else { return false };
    let found = tables(&decree, job.lampiran, &mut sink);
    let views: Vec<View<'_>> = found.iter().filter_map(|found| View::of(found, decree.susunan.as_ref())).collect();
    let same_row = |view: &View<'_>, at: usize, row: &Masuk| {
        let entri = &view.baris[at];
        let same = |at: usize| {
            let lajur = &view.kolom[at];
            !lajur.isi.is_written() || incoming::same(lajur, &entri.teks[at], &row.teks[at])
        };
        entri.jenis == row.jenis && entri.tingkat == row.tingkat && (0..view.kolom.len()).all(same)
    };
    incoming.iter().all(|(at, rows)| match views.get(*at) {
        Some(view) => {
            view.baris.len() == rows.len() && rows.iter().enumerate().all(|(at, row)| same_row(view, at, row))
        }
        None => false,
    })
}
