//! Documents made: several at a time, each on the disk and in the manifest as soon as it is done.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::Buat;
use super::isi::{Isi, Terisi};
use super::kelompok::Kelompok;
use super::lapor::{Ditemukan, Lapor, moved};
use super::manifes::{self, Catatan, Manifes};
use super::pola;
use super::rencana::{Plan, tell_collisions, tell_same_numbers};
use crate::disk::{self, Appender, WriteError, Written};
use crate::office::register::Buku;
use crate::office::{beku, berlaku, bukti};
use crate::parallel::{hands, in_order_with};
use crate::run::{Count, Deed, Henti, Made, Progress, Run, unwritten};
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Level, Sink, Span};
use naskah_core::fingerprint::Sidik;
use naskah_formats::beside;
use naskah_formats::sheets::records::MAX_RECORDS;
use naskah_pages::Means;
use naskah_pages::typeset::{self, Fonts};

/// After so many documents what the typesetter learned from older ones alone is forgotten.
const FORGET: usize = 16;

/// Makes every document of the part that was asked for.
pub fn run(job: &Buat, run: &mut Run) -> Option<()> {
    let file = run.open(&job.pola)?;
    let pattern = pola::read(file, &run.files, &mut run.sink)?;
    whole(job, run)?;
    let mut plan = Plan::new(job, file, pattern, run)?;
    let folder = folder(job);
    let path = folder.join(job.bagian.manifest());
    let before = before(&path, job, run)?;
    plan.jalan.banyak = plan.groups.len();
    plan.jalan.bagian = format!("{}/{}", job.bagian.ke, job.bagian.dari);
    let todo: Vec<usize> = (0..plan.groups.len()).filter(|at| job.bagian.has(*at)).collect();
    if before.berkas.is_empty() {
        tell_collisions(job, &plan, run);
        tell_same_numbers(&plan, run);
    }
    let folders = folders(&folder, &plan);
    folders.iter().for_each(|folder| disk::sweep_old(folder));
    if job.lanjut {
        folders.iter().for_each(|folder| disk::sweep_left(folder));
    }
    let appender = Appender::open(&path).map_err(|error| WriteError::Io(path.clone(), error));
    let mut appender = appender.map_err(|error| run.refuse_writing(&error)).ok()?;
    let line = plan.jalan.line();
    let begun = appender.line(&line).map_err(|error| WriteError::Io(path.clone(), error));
    begun.map_err(|error| run.refuse_writing(&error)).ok()?;
    let work = Work::new(job, &plan, &before, &folder, run);
    let ended = work.all(&todo, &mut appender, &path, run);
    if appender.is_alone() {
        drop(appender);
        manifes::tidy(&path);
    }
    if job.lanjut {
        folders.iter().for_each(|folder| disk::sweep_left(folder));
    }
    told(&folder, (job, &todo), &ended, &plan, &before, run);
    Some(())
}

/// Refuses a pattern that seems to have lost words where its decrees are to be issued: what was lost cannot be seen in them.
fn whole(job: &Buat, run: &mut Run) -> Option<()> {
    let lost = |finding: &Diagnostic| [Code::CATATAN, Code::BUTIR_TERTELAN].contains(&finding.code);
    if !job.naskah || !run.sink.found().iter().any(lost) {
        return Some(());
    }
    let message = "naskah tidak dibuat: teks pola yang disebut di atas tidak akan ikut ke dalamnya";
    run.sink.push(Diagnostic::galat(Code::BELUM_DISETUJUI, None, message).hint("perbaiki pola itu dahulu"));
    None
}

/// Every folder that documents go to.
fn folders(folder: &Path, plan: &Plan) -> BTreeSet<PathBuf> {
    let names = plan.names.berkas.iter().flatten();
    let below = names.filter_map(|name| folder.join(name).parent().map(Path::to_owned));
    below.chain([folder.to_owned()]).collect()
}

/// The folder of the documents.
fn folder(job: &Buat) -> PathBuf {
    let stem = job.pola.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    job.keluaran.clone().unwrap_or_else(|| Path::new("output").join("massal").join(crate::naming::slug(&stem)))
}

/// What the manifest that is there says, where it is to be gone on with.
fn before(path: &Path, job: &Buat, run: &mut Run) -> Option<Manifes> {
    if !job.lanjut {
        return Some(Manifes::default());
    }
    match Manifes::read(path) {
        Ok(read) => Some(read.unwrap_or_default()),
        Err(error) => {
            run.refuse_writing(&WriteError::Io(path.to_owned(), error));
            None
        }
    }
}

/// What became of a document.
enum Hasil {
    /// It was made, or is as it was.
    Dibuat(Catatan, Written),
    /// It is there already; what the manifest is still to say of it.
    Ada(Option<Catatan>),
    /// Its file is the source of an issued decree, and stays as it is.
    Terbit,
    /// It could not be made.
    Gagal(Catatan),
    /// The run was stopped before.
    Terhenti,
}

/// A document that was tried.
struct Satu {
    at: usize,
    hasil: Hasil,
    temuan: Vec<Ditemukan>,
    /// Why the disk refuses, which it will do again.
    cakram: bool,
}

/// How many documents ended how.
#[derive(Default)]
struct Ended {
    dibuat: usize,
    sama: usize,
    ada: usize,
    terbit: usize,
    gagal: usize,
    terhenti: usize,
    halaman: usize,
}

impl Ended {
    /// Counts a document; what the manifest is to say of it.
    fn take(&mut self, hasil: Hasil) -> Option<Catatan> {
        match hasil {
            Hasil::Terhenti => {
                self.terhenti += 1;
                None
            }
            Hasil::Ada(told) => {
                self.ada += 1;
                told
            }
            Hasil::Terbit => {
                self.terbit += 1;
                None
            }
            Hasil::Dibuat(catatan, fate) => {
                self.dibuat += usize::from(fate == Written::New);
                self.sama += usize::from(fate == Written::Same);
                self.halaman += catatan.halaman.unwrap_or(0);
                Some(catatan)
            }
            Hasil::Gagal(catatan) => {
                self.gagal += 1;
                Some(catatan)
            }
        }
    }
}

struct Work<'a> {
    job: &'a Buat,
    plan: &'a Plan,
    before: &'a Manifes,
    /// Whether the manifest that is there is about these very documents.
    same: bool,
    folder: &'a Path,
    catalog: Catalog,
    fonts: Fonts,
    buku: Buku,
    henti: Henti,
    count: AtomicUsize,
    /// Fingerprints of files beside the pattern.
    beside: Mutex<HashMap<String, Option<Sidik>>>,
}

impl<'a> Work<'a> {
    fn new(job: &'a Buat, plan: &'a Plan, before: &'a Manifes, folder: &'a Path, run: &Run) -> Self {
        Self {
            job,
            plan,
            before,
            same: before.jalan.as_ref().is_some_and(|jalan| jalan.is_same(&plan.jalan)),
            folder,
            catalog: run.catalog.clone(),
            fonts: run.fonts.clone(),
            buku: Buku::of(run.catalog.root.folder()),
            henti: Henti::heed(),
            count: AtomicUsize::new(0),
            beside: Mutex::default(),
        }
    }

    /// Every document, each told as it is done.
    fn all(&self, todo: &[usize], manifest: &mut Appender, path: &Path, run: &mut Run) -> Ended {
        let progress = Progress::long(todo.len(), "naskah");
        let (mut ended, mut lapor) = (Ended::default(), Lapor::default());
        let take = |satu: Satu| {
            let place = self.plan.place(satu.at);
            let temuan = lapor.take(satu.temuan, &place, &mut run.sink);
            let catatan = ended.take(satu.hasil);
            let written = catatan.map_or(Ok(()), |catatan| {
                let temuan = if temuan.is_empty() { catatan.temuan.clone() } else { temuan };
                manifest.line(&Catatan { temuan, ..catatan }.line())
            });
            if satu.cakram || written.is_err() {
                self.henti.stop();
            }
            written.unwrap_or_else(|error| run.refuse_writing(&WriteError::Io(path.to_owned(), error)));
            progress.step();
        };
        let workers = self.job.kerja.map_or_else(|| hands(todo.len()), |asked| asked.clamp(1, todo.len().max(1)));
        in_order_with(vec![(); workers], todo, |(), at| self.one(*at), take);
        progress.clear();
        if let Err(error) = manifest.end() {
            run.refuse_writing(&WriteError::Io(path.to_owned(), error));
        }
        lapor.tell(&mut run.sink);
        ended
    }

    fn one(&self, at: usize) -> Satu {
        if self.henti.is_asked() {
            return Satu { at, hasil: Hasil::Terhenti, temuan: Vec::new(), cakram: false };
        }
        let Some(group) = self.plan.groups.get(at) else {
            return Satu { at, hasil: Hasil::Terhenti, temuan: Vec::new(), cakram: false };
        };
        if self.count.fetch_add(1, Ordering::Relaxed) % FORGET == FORGET - 1 {
            typeset::forget(1);
        }
        let baris = group.baris.iter().map(|row| self.plan.records.number(*row)).collect();
        let empty = Catatan {
            urut: at + 1,
            kunci: group.kunci.clone(),
            baris,
            berkas: None,
            masukan: None,
            sidik: None,
            halaman: None,
            temuan: Vec::new(),
        };
        let (mut temuan, mut cakram) = (self.faults(group), false);
        let bad = temuan.iter().any(|one| one.temuan.level == Level::Galat);
        let made = if bad { None } else { self.make(at, group, empty.clone(), &mut temuan, &mut cakram) };
        Satu { at, hasil: made.unwrap_or(Hasil::Gagal(empty)), temuan, cakram }
    }

    /// What is wrong with the row itself, or doubtful.
    fn faults(&self, group: &Kelompok) -> Vec<Ditemukan> {
        let records = &self.plan.records;
        let told = |finding: &Diagnostic, place: String| {
            let message = format!("{place}: {}", finding.message);
            Ditemukan { temuan: Diagnostic { message, ..finding.clone() }, dari_baris: true }
        };
        let broken = group.baris.iter().filter_map(|row| Some(told(records.broken(*row)?, records.row_place(*row))));
        let cells = group.baris.iter().flat_map(|row| self.plan.wanted.iter().map(move |column| (*row, *column)));
        let faults =
            cells.filter_map(|(row, column)| Some(told(records.fault(row, column)?, records.place(row, column))));
        broken.chain(faults).collect()
    }

    /// The name of a document's file, and the decree that goes into it.
    fn text(&self, at: usize, group: &Kelompok, place: &str, temuan: &mut Vec<Ditemukan>) -> Option<(String, Terisi)> {
        let plan = self.plan;
        let name = match plan.names.berkas.get(at)? {
            Ok(name) => self.job.file(name),
            Err(why) => {
                let message = format!("{place}: nama berkas tidak dapat disusun: {why}");
                temuan.push(own(Diagnostic::galat(Code::TEMPLAT, None, message)));
                return None;
            }
        };
        let terisi = Isi::new(&plan.records, group, at + 1, plan.groups.len()).fill(&plan.pola);
        if !terisi.salah.is_empty() {
            temuan.extend(terisi.salah.iter().cloned().map(own));
            return None;
        }
        Some((name, terisi))
    }

    fn make(
        &self,
        at: usize,
        group: &Kelompok,
        empty: Catatan,
        temuan: &mut Vec<Ditemukan>,
        cakram: &mut bool,
    ) -> Option<Hasil> {
        let (plan, place) = (self.plan, self.plan.place(at));
        let (name, terisi) = self.text(at, group, &place, temuan)?;
        let masukan = self.input(&terisi);
        let path = self.folder.join(&name);
        let known = self.before.berkas.get(&name);
        let there = known.and_then(|_| Sidik::of(disk::there(&path).ok()??).into());
        let untouched = known.is_some_and(|known| known.sidik.is_some() && known.sidik == there);
        if let Some(known) = known.filter(|known| untouched && known.masukan == Some(masukan)) {
            // Told again where the rows are other ones, so that the manifest says what belongs to them.
            let Catatan { urut, kunci, baris, .. } = empty;
            return Some(Hasil::Ada((!self.same).then(|| Catatan { urut, kunci, baris, ..known.clone() })));
        }
        let (mut files, mut sink) = (plan.base.clone(), Sink::default());
        if self.job.naskah && beku::source_of(&path, &self.catalog, &mut files, &mut sink).is_some() {
            return Some(Hasil::Terbit);
        }
        if let Some(finding) = self.left_behind(&terisi, &path, &place) {
            temuan.push(own(finding));
            return None;
        }
        let file = files.add(files.name(plan.file).to_owned(), terisi.text.clone());
        let made = match self.job.naskah {
            true => self.source(file, &mut files, &mut sink),
            false => self.set(file, &mut files, &mut sink),
        };
        temuan.extend(moved(&sink, &terisi, &place, &files, Span::new(file, 0, 0)));
        let (bytes, halaman) = made?;
        let sidik = Sidik::of(&bytes);
        let fate = disk::write_one(&path, &bytes, self.job.timpa || untouched).map_err(|error| {
            *cakram = matches!(error, WriteError::Io(..));
            temuan.push(own(unwritten(&error)));
        });
        let (berkas, masukan, sidik) = (Some(name), Some(masukan), Some(sidik));
        Some(Hasil::Dibuat(Catatan { berkas, masukan, sidik, halaman, ..empty }, fate.ok()?))
    }

    /// A file beside the pattern that a decree names, where the decree goes to another folder.
    fn left_behind(&self, terisi: &Terisi, path: &Path, place: &str) -> Option<Diagnostic> {
        let own = beside::folder(&self.plan.base, self.plan.file);
        let other = path.parent().and_then(|folder| folder.canonicalize().ok());
        if !self.job.naskah || other == own.canonicalize().ok() {
            return None;
        }
        let name = terisi.text.lines().filter_map(beside_name).find(|name| self.beside(name).is_some())?;
        let message = format!("{place}: naskah menyebut {name}, yang ada di folder pola dan bukan di folder hasil");
        Some(Diagnostic::galat(Code::BERKAS, None, message).hint("tulis hasilnya ke folder pola dengan -o"))
    }

    /// The decree of a text as it stands, once the rules have passed it.
    fn source(&self, file: FileId, files: &mut Files, sink: &mut Sink) -> Option<(Vec<u8>, Option<usize>)> {
        crate::read(file, &self.job.edition, &self.catalog, files, sink)?;
        Some((files.text(file).as_bytes().to_vec(), None))
    }

    /// The decree of a text, on its pages.
    fn set(&self, file: FileId, files: &mut Files, sink: &mut Sink) -> Option<(Vec<u8>, Option<usize>)> {
        let asli = bukti::asli_dari(file, &self.job.edition, (&self.catalog, &self.fonts), files);
        let resolved = crate::bind(file, &self.job.edition, &self.catalog, files, sink)?;
        let resolved = berlaku::marked(resolved, &self.buku, files, sink)?;
        let means = Means { catalog: &self.catalog, fonts: &self.fonts, files };
        let typeset = crate::check_and_typeset(resolved, &means, sink)?;
        let naskah = typeset.resolved().naskah();
        let lain = asli.and_then(|asli| bukti::halaman_lain(&asli, typeset.pages(), naskah));
        lain.into_iter().for_each(|lain| sink.push(lain));
        let pdf = typeset.pdf(&means, sink)?;
        Some((pdf, Some(typeset.pages().count())))
    }

    /// The fingerprint of all that a document is made from.
    fn input(&self, terisi: &Terisi) -> Sidik {
        let Work { job, plan, .. } = self;
        let name = Path::new(plan.base.name(plan.file)).file_name().unwrap_or_default().to_string_lossy();
        let mut all = format!("{}\n{:?}\n{name}\n{}\n", plan.jalan.bahan, job.edition, job.naskah);
        for line in terisi.text.lines() {
            if let Some(name) = beside_name(line) {
                let sidik = self.beside(name);
                sidik.into_iter().for_each(|sidik| all.push_str(&format!("{name} {sidik}\n")));
            }
        }
        all.push_str(&terisi.text);
        Sidik::of(all)
    }

    /// The fingerprint of a file beside the pattern, found out once.
    fn beside(&self, name: &str) -> Option<Sidik> {
        let known = self.beside.lock().ok()?.get(name).copied();
        known.unwrap_or_else(|| {
            let folder = beside::folder(&self.plan.base, self.plan.file);
            let path = beside::inside(name);
            let sidik = path.and_then(|path| beside::read(&folder, &path, MAX_RECORDS).ok()).map(Sidik::of);
            if let Ok(mut beside) = self.beside.lock() {
                beside.insert(name.to_owned(), sidik);
            }
            sidik
        })
    }
}

/// What is wrong with a row's own document.
fn own(temuan: Diagnostic) -> Ditemukan {
    Ditemukan { temuan, dari_baris: true }
}

/// The name of a workbook or picture that a line of a filled text may hold.
fn beside_name(line: &str) -> Option<&str> {
    const ENDINGS: [&str; 10] = ["xlsx", "xlsm", "ods", "csv", "tsv", "docx", "png", "jpg", "jpeg", "svg"];
    let text = line.rsplit_once(": ").or(line.rsplit_once("- ")).map_or(line, |(_, value)| value);
    let text = text.trim().strip_prefix('"')?.strip_suffix('"')?;
    let (_, ending) = text.rsplit_once('.')?;
    ENDINGS.contains(&ending.to_lowercase().as_str()).then_some(text)
}

/// Tells how the run ended.
fn told(folder: &Path, (job, todo): (&Buat, &[usize]), ended: &Ended, plan: &Plan, before: &Manifes, run: &mut Run) {
    let Ended { dibuat, sama, ada, terbit, gagal, terhenti, halaman } = ended;
    let names: BTreeSet<String> = plan.names.berkas.iter().flatten().map(|name| job.file(name)).collect();
    let gone: Vec<&String> = before.berkas.keys().filter(|name| !names.contains(*name)).collect();
    if let Some(first) = gone.first() {
        let line =
            format!("{} berkas dari jalan sebelumnya tidak lagi ada dalam data, antara lain {first}", gone.len());
        run.voice.remark(line);
    }
    if *terhenti > 0 {
        run.failed = true;
        run.voice
            .remark(format!("dihentikan sebelum selesai: {terhenti} naskah belum dibuat; teruskan dengan --lanjut"));
    }
    let parts = [
        (*sama, "sama"),
        (*ada, "sudah ada"),
        (*terbit, "sudah terbit dan dibiarkan"),
        (*gagal, "gagal"),
        (*terhenti, "belum dibuat"),
    ];
    let note: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let note = [vec![format!("dari {} naskah", todo.len())], note].concat().join(", ");
    let deed = if *dibuat > 0 { Deed::Dibuat } else { Deed::Tetap };
    let made = Made::new(deed).at(folder.display()).count(Count::Berkas, *dibuat).count(Count::Halaman, *halaman);
    run.voice.made(made.note(note));
}
