//! The command `tabel`: a decree's tables to a sheet that a person edits, and back into the same YAML.

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk::{self, WriteError, Written, explain};
use crate::input::{self, Refused};
use crate::session::Cara;
use naskah_core::catalog::Catalog;
use naskah_core::decree::{IsiKolom, Susunan};
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sheet, Sink, render_all};
use naskah_core::resolve;
use naskah_core::yaml::{self, Node};
use naskah_formats::sheets::{self, Format, Found as CellFindings, Page};

use crate::input::{Book, Unread};
use naskah_formats::tables::edits::{self, Count};
use naskah_formats::tables::incoming::{self, Masuk};
use naskah_formats::tables::page::{self, KUNCI};
use naskah_formats::tables::view::{self, Found, View};

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
    /// What every command is asked.
    pub cara: Cara,
}

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
    /// What every command is asked.
    pub cara: Cara,
}

/// A decree whose tables can be looked at.
struct Decree {
    file: FileId,
    tree: Node,
    susunan: Option<Susunan>,
}

/// Texts and findings of a run.
#[derive(Default)]
struct Session {
    files: Files,
    sink: Sink,
    /// Whether the run failed for reasons outside the documents.
    unread: bool,
}

impl Session {
    fn open(&mut self, path: &Path, catalog: &Catalog) -> Option<Decree> {
        let file = input::open(path, &mut self.files, &mut self.sink);
        self.unread |= matches!(file, Err(Refused::Unread));
        self.decree(file.ok()?, catalog)
    }

    fn decree(&mut self, file: FileId, catalog: &Catalog) -> Option<Decree> {
        let tree = yaml::parse(&self.files, file, &mut self.sink)?;
        let kind = resolve::kind(&tree, catalog, &mut self.files, &mut self.sink)?;
        Some(Decree { file, tree, susunan: kind.susunan })
    }

    /// The tables that were asked for; where there are none that is reported.
    fn tables<'a>(&mut self, decree: &'a Decree, lampiran: Option<usize>) -> Vec<Found<'a>> {
        let mut found = view::find(&decree.tree, decree.susunan.as_ref(), &mut self.sink);
        let all = found.len();
        found.retain(|found| lampiran.is_none_or(|wanted| found.lampiran() == wanted));
        if found.is_empty() && !self.sink.has_errors() {
            let place = decree.tree.get("lampiran").map_or(decree.tree.head(), |node| node.span);
            let message = match lampiran {
                Some(wanted) if all > 0 => format!("lampiran {wanted} tidak ada atau tidak memuat tabel"),
                _ => "keputusan ini tidak memuat tabel".to_owned(),
            };
            self.sink.push(Diagnostic::galat(Code::LEMBAR, place, message));
        }
        found
    }

    /// Says what was found; `told` is what else there is to say.
    fn finish(self, cara: &Cara, told: &[String]) -> Outcome {
        eprint!("{}", render_all(&self.sink, &self.files, cara.pesan, cara.color));
        let outcome = match (self.unread, self.sink.has_errors()) {
            (true, _) => Outcome::CouldNotRun,
            (false, true) => Outcome::Wrong,
            (false, false) => Outcome::Made,
        };
        if outcome == Outcome::Made {
            told.iter().for_each(|line| eprintln!("{line}"));
        }
        outcome
    }

    /// Writes a file; `true` where it was there with the same bytes.
    fn write(&mut self, path: &Path, bytes: Vec<u8>, overwrite: bool) -> bool {
        if path == Path::new("-") {
            if let Err(error) = disk::write_stdout(&bytes) {
                self.fail(Code::TULIS, format!("keluaran baku tidak dapat ditulis: {}", explain(&error)), None);
            }
            return false;
        }
        match disk::write_all(&[(path.to_owned(), bytes)], overwrite) {
            Ok(fates) => fates.first() == Some(&Written::Same),
            Err(WriteError::Exists(path)) => {
                let message = format!("{} sudah ada dan isinya lain", path.display());
                let hint = "pilih tempat lain dengan -o, atau ganti dengan --timpa";
                self.fail(Code::SUDAH_ADA, message, Some(hint));
                false
            }
            Err(WriteError::Io(path, error)) => {
                let message = format!("{} tidak dapat ditulis: {}", path.display(), explain(&error));
                self.fail(Code::TULIS, message, Some("periksa izin menulis dan sisa tempat pada cakram"));
                false
            }
        }
    }

    fn fail(&mut self, code: Code, message: String, hint: Option<&str>) {
        self.unread = true;
        self.sink.push(Diagnostic::galat(code, None, message).hint_opt(hint.map(str::to_owned)));
    }
}

/// Writes the tables of a decree as sheets.
pub fn export(job: &Export) -> Outcome {
    let catalog = Catalog::new(input::root_of(job.cara.akar.as_deref()));
    let mut session = Session::default();
    let format = Format::of(&job.keluaran.to_string_lossy()).unwrap_or(Format::Xlsx);
    let pages = session.open(&job.berkas, &catalog).and_then(|decree| {
        let found = session.tables(&decree, job.lampiran);
        if format == Format::Csv && found.len() > 1 {
            let message = format!("berkas CSV memuat satu tabel, sedangkan di sini ada {}", found.len());
            let hint = "pilih satu dengan --lampiran, atau tulis ke .xlsx atau .ods";
            session.sink.push(Diagnostic::galat(Code::LEMBAR, found[1].span(), message).hint(hint));
        }
        (!session.sink.has_errors()).then(|| pages(&decree, &found, format))
    });
    let mut told = Vec::new();
    if let Some(pages) = pages {
        let rows: usize = pages.iter().map(|page| page.baris.len()).sum();
        match sheets::write(&pages, format) {
            Ok(bytes) => {
                let same = session.write(&job.keluaran, bytes, job.timpa);
                let fate = if same { "sama dengan yang sudah ada" } else { "dibuat" };
                told.push(format!("{fate}: {} ({} tabel, {rows} baris)", job.keluaran.display(), pages.len()));
            }
            Err(reason) => session.fail(
                Code::TULIS,
                format!("lembar kerja tidak dapat dibuat: {reason}"),
                Some("satu sel memuat paling banyak 32767 aksara"),
            ),
        }
    }
    session.finish(&job.cara, &told)
}

/// The sheets of a decree's tables.
fn pages(decree: &Decree, found: &[Found<'_>], format: Format) -> Vec<Page> {
    let tahun = decree.tree.get("tahun").and_then(Node::as_scalar).unwrap_or_default().trim().to_owned();
    let views = found.iter().filter_map(|found| View::of(found, decree.susunan.as_ref()));
    views.map(|view| page::page(&view, &tahun, format != Format::Csv)).collect()
}

/// Writes an edited sheet back into the YAML that it was exported from.
pub fn import(job: &Import) -> Outcome {
    let catalog = Catalog::new(input::root_of(job.cara.akar.as_deref()));
    let mut session = Session::default();
    let mut told = Vec::new();
    // The sheet is read beside the decree.
    let name = job.buku.display().to_string();
    let (decree, book) = std::thread::scope(|scope| {
        let book = scope.spawn(|| Book::read(&job.buku, &name));
        (session.open(&job.ke, &catalog), book.join().unwrap_or(Err(Unread::Broken(sheets::Broken::Unknown))))
    });
    let book = session.told(book, &name);
    if let (Some(decree), Some(book)) = (decree, book) {
        let before = session.files.text(decree.file).to_owned();
        if let Some((after, count)) = session.merge(job, &decree, &book, &catalog) {
            let target = job.keluaran.as_ref().unwrap_or(&job.ke);
            let unchanged = after == before;
            if unchanged && job.keluaran.is_none() {
                told.push(format!("tidak ada yang berubah: {}", job.ke.display()));
            } else {
                let real = target.canonicalize().unwrap_or_else(|_| target.clone());
                session.write(&real, after.into_bytes(), job.timpa || job.keluaran.is_none());
                told.push(format!("diperbarui: {} ({})", target.display(), counted(count)));
            }
        }
    }
    session.finish(&job.cara, &told)
}

/// What was changed, in words.
fn counted(count: Count) -> String {
    let parts = [
        (count.sel, "sel diubah"),
        (count.baru, "baris baru"),
        (count.hapus, "baris dihapus"),
        (count.pindah, "baris dipindah"),
    ];
    let told: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    if told.is_empty() { "tidak ada yang berubah".to_owned() } else { told.join(", ") }
}

impl Session {
    /// A workbook that was read; why it was not is reported.
    fn told(&mut self, book: Result<Book, Unread>, name: &str) -> Option<Book> {
        match book {
            Ok(book) => Some(book),
            Err(unread) => {
                self.unread |= matches!(unread, Unread::Io(_));
                self.sink.push(unread.told(name));
                None
            }
        }
    }

    /// The text of the decree with what the sheets say; `None` where something is wrong.
    fn merge(&mut self, job: &Import, decree: &Decree, book: &Book, catalog: &Catalog) -> Option<(String, Count)> {
        let found = self.tables(decree, job.lampiran);
        let views: Vec<View<'_>> = found.iter().filter_map(|found| View::of(found, decree.susunan.as_ref())).collect();
        if self.sink.has_errors() {
            return None;
        }
        let incoming = self.incoming(&job.buku.display().to_string(), book, &views)?;
        let text = self.files.text(decree.file).to_owned();
        let (mut changes, mut sum) = (Vec::new(), Count::default());
        for (at, rows) in &incoming {
            match edits::changes(&text, &views[*at], rows) {
                Ok((own, count)) => {
                    changes.extend(own);
                    sum = sum.plus(count);
                }
                Err(row) => {
                    let levels = views[*at].tingkat.join(", ");
                    let what = rows[row].teks.iter().find(|text| !text.is_empty()).cloned().unwrap_or_default();
                    let message = format!("baris {} `{what}` tidak pada tempatnya", rows[row].jenis);
                    let hint = format!("urutan tingkatnya {levels}; setiap tingkat di atas memuat tingkat di bawahnya");
                    self.sink.push(Diagnostic::galat(Code::TATA_BARIS, views[*at].daftar.head(), message).hint(hint));
                }
            }
        }
        if self.sink.has_errors() {
            return None;
        }
        let mut after = edits::apply(&text, 0..text.len(), &changes);
        if text.contains("\r\n") {
            after = after.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        let kept = after == text || self.says(&after, job, &incoming, catalog);
        if !kept {
            let message = "perubahan pada lembar tidak dapat ditulis ke dalam YAML dengan utuh";
            let hint = "berkas tidak diubah; kurangi perubahan sekaligus, atau laporkan berkas ini kepada pengembang";
            self.sink.push(Diagnostic::galat(Code::INTERNAL, decree.tree.head(), message).hint(hint));
        }
        kept.then_some((after, sum))
    }

    /// The rows of every sheet that shows one of the views, with the place of that view.
    fn incoming(&mut self, name: &str, book: &Book, views: &[View<'_>]) -> Option<Vec<(usize, Vec<Masuk>)>> {
        book.doubt(name).into_iter().for_each(|doubt| self.sink.push(doubt));
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
                    let rows = incoming::read(lembar, head, &views[at], &mut cells);
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
                    let message = "tabel dalam YAML yang sesuai dengan lembar ini tidak ditemukan";
                    let hint = "sebut tabelnya dengan --lampiran, dan hapus lembar yang berkunci sama";
                    cells.push(head, Diagnostic::galat(Code::LEMBAR, None, message).hint(hint));
                }
            }
            let place = Sheet { book: name.to_owned(), name: sheet.clone() };
            cells.tell(place, lembar, name, &mut self.files, &mut self.sink);
        }
        if incoming.is_empty() && !self.sink.has_errors() {
            let message = format!("{name}: tidak ada lembar dengan kolom {} yang sesuai", KUNCI);
            let hint = "pakai lembar hasil `naskah tabel ekspor`; kolom KUNCI jangan dihapus";
            self.sink.push(Diagnostic::galat(Code::LEMBAR, None, message).hint(hint));
        }
        (!self.sink.has_errors()).then_some(incoming)
    }

    /// Whether the changed text says exactly what the sheets say.
    fn says(&self, text: &str, job: &Import, incoming: &[(usize, Vec<Masuk>)], catalog: &Catalog) -> bool {
        let mut session = Session::default();
        let file = session.files.add(job.ke.display().to_string(), text);
        let Some(decree) = session.decree(file, catalog) else { return false };
        let found = session.tables(&decree, job.lampiran);
        let views: Vec<View<'_>> = found.iter().filter_map(|found| View::of(found, decree.susunan.as_ref())).collect();
        let same_row = |view: &View<'_>, at: usize, row: &Masuk| {
            let entri = &view.baris[at];
            let same = |at: usize| {
                let lajur = &view.kolom[at];
                lajur.isi == IsiKolom::Nomor || incoming::same(lajur, &entri.teks[at], &row.teks[at])
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
}
