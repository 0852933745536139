//! The command `daftar`: the register for people: what is issued and in force, which numbers are reserved or left out, what
//! amends or revokes what, whose legal bases have changed since.

mod baris;
mod dasar;
mod html;
mod hubungan;
mod json;
mod tabel;
mod xlsx;

pub use baris::{Baris, Entri, Kelompok};
pub use dasar::{Perubahan, Sebab};
pub use hubungan::{Hubungan, Kaitan, Terbitan};

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk;
use crate::disk::explain;
use crate::office::register::{BatalRingkas, Buku, Kunci, KunciRingkas, PeristiwaRingkas, Ringkas, Terhenti};
use crate::office::series::{self, Konsep};
use crate::session::{Cara, Kerja};
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_formats::sheets::{self, Reads, protected};

/// What the command was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// Only these decrees.
    pub saring: Saring,
    /// Form of the list.
    pub format: Format,
    /// Width of the table, in characters.
    pub lebar: usize,
    /// Where the list goes; `None` or `-` is standard output.
    pub keluaran: Option<PathBuf>,
    /// Whether a file that is there may be replaced.
    pub timpa: bool,
    /// What every command is asked.
    pub cara: Cara,
}

/// Which decrees are listed; `None` is all.
#[derive(Debug, Clone, Default)]
pub struct Saring {
    /// Year of the number.
    pub tahun: Option<i32>,
    /// Id of the office.
    pub kantor: Option<String>,
    /// Series of numbers.
    pub seri: Option<String>,
}

/// Form of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Columns for people.
    Tabel,
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
    /// One JSON object a line.
    Json,
    /// A web page.
    Html,
}

/// The list.
#[derive(Debug)]
pub struct Daftar<'a> {
    /// The series, by office, year and series.
    pub kelompok: Vec<Kelompok<'a>>,
    /// What amends or revokes what.
    pub hubungan: Vec<Hubungan<'a>>,
    /// The decrees that `hubungan` is about.
    pub terbitan: &'a [Terbitan<'a>],
    /// What cannot be seen from the decrees alone: an issue that is not done.
    pub terhenti: Option<String>,
}

impl Daftar<'_> {
    /// How many decrees are listed.
    pub fn count(&self) -> usize {
        let issued = |kelompok: &Kelompok<'_>| kelompok.entri().count();
        self.kelompok.iter().map(issued).sum()
    }
}

impl Saring {
    fn takes(&self, kantor: &str, tahun: i32, seri: &str) -> bool {
        self.tahun.is_none_or(|year| year == tahun)
            && self.kantor.as_ref().is_none_or(|id| id == kantor)
            && self.seri.as_ref().is_none_or(|name| name == seri)
    }

    fn takes_key(&self, kunci: &KunciRingkas<'_>) -> bool {
        self.takes(&kunci.kantor, kunci.tahun, &kunci.seri)
    }
}

/// Lists the register.
pub fn run(job: &Job) -> Outcome {
    let mut kerja = Kerja::without_pages(&job.cara);
    let told = list(job, &mut kerja);
    kerja.finish(&told.into_iter().collect::<Vec<_>>())
}

/// What amends or revokes a decree, in the order of their issues. What is wrong with the register is reported.
pub fn nasib(buku: &Buku, kunci: &Kunci, kerja: &mut Kerja) -> Option<Vec<(Kaitan, Kunci)>> {
    let years = bytes(buku, kerja)?;
    let lines = lines(buku, &years, kerja)?;
    let terbitan = issued(&lines);
    let own = KunciRingkas::from(kunci);
    let relations = hubungan::of(&terbitan, &kerja.catalog).into_iter();
    let about = relations.filter(|one| one.sasaran.is_some_and(|at| *terbitan[at].kunci == own));
    Some(about.map(|one| (one.kaitan, terbitan[one.oleh].kunci.owned())).collect())
}

/// The files of the register, by year.
fn bytes(buku: &Buku, kerja: &mut Kerja) -> Option<Vec<(i32, Vec<u8>)>> {
    let read = |year| buku.isi(year, &mut kerja.sink).map(|bytes| (year, bytes));
    let years = buku.tahun().into_iter().map(read).collect();
    kerja.failed |= kerja.sink.has_errors();
    years
}

/// Their lines. Every file is looked at, so that all faults are told at once.
fn lines<'a>(buku: &Buku, years: &'a [(i32, Vec<u8>)], kerja: &mut Kerja) -> Option<Vec<Vec<Ringkas<'a>>>> {
    let read = |(year, bytes): &'a (i32, Vec<u8>)| buku.ringkas(*year, bytes, &mut kerja.files, &mut kerja.sink);
    let lines: Vec<Option<Vec<Ringkas<'a>>>> = years.iter().map(read).collect();
    lines.into_iter().collect()
}

fn list(job: &Job, kerja: &mut Kerja) -> Option<String> {
    let buku = Buku::of(kerja.catalog.root.folder());
    let years = bytes(&buku, kerja)?;
    let lines = lines(&buku, &years, kerja)?;
    let terbitan = issued(&lines);
    let konsep = drafts(&terbitan, kerja);
    let terhenti = buku.terhenti().map(|terhenti| unfinished(&terhenti));
    if let Some(message) = &terhenti {
        let hint = "perintah `terbit` atau `batal` berikutnya menyelesaikan atau membatalkannya";
        kerja.sink.push(Diagnostic::peringatan(Code::SISA, None, message.clone()).hint(hint));
    }
    let mut hubungan = hubungan::of(&terbitan, &kerja.catalog);
    let perubahan = dasar::of(&terbitan, &job.saring, &kerja.catalog);
    let kelompok = baris::grouped(&terbitan, &konsep, &hubungan, &perubahan, &job.saring);
    hubungan.retain(|one| {
        let ends = [Some(one.oleh), one.sasaran];
        ends.into_iter().flatten().any(|at| job.saring.takes_key(terbitan[at].kunci))
    });
    write(job, &Daftar { kelompok, hubungan, terbitan: &terbitan, terhenti }, kerja)
}

/// The decrees of the register in the order of their issues, each with its withdrawal.
fn issued<'a>(years: &'a [Vec<Ringkas<'a>>]) -> Vec<Terbitan<'a>> {
    let mut withdrawn: HashMap<&KunciRingkas<'_>, &BatalRingkas<'_>> = HashMap::new();
    let mut all = Vec::with_capacity(years.iter().map(Vec::len).sum());
    for line in years.iter().flatten() {
        match &line.peristiwa {
            PeristiwaRingkas::Terbit(terbit) => all.push(Terbitan { kunci: &line.kunci, terbit, batal: None }),
            PeristiwaRingkas::Batal(batal) => {
                withdrawn.insert(&line.kunci, batal);
            }
        }
    }
    if !withdrawn.is_empty() {
        all.iter_mut().for_each(|one| one.batal = withdrawn.get(one.kunci).copied());
    }
    all
}

/// The drafts with numbers; those that stand in the way of an issued decree, or of one another, are reported instead.
fn drafts(terbitan: &[Terbitan<'_>], kerja: &mut Kerja) -> Vec<Konsep> {
    let folder = kerja.catalog.root.folder().map(|root| root.join("data/keputusan"));
    if folder.is_none_or(|folder| !folder.is_dir()) {
        return Vec::new();
    }
    let texts: HashSet<&str> = terbitan.iter().map(|one| one.terbit.sidik.naskah).collect();
    let keys: HashSet<&KunciRingkas<'_>> = terbitan.iter().map(|one| one.kunci).collect();
    let mut drafts =
        series::konsep(&kerja.catalog, |sidik| texts.contains(sidik.to_string().as_str()), &mut kerja.sink);
    drafts.retain(|draft| {
        let issued = keys.contains(&KunciRingkas::from(&draft.kunci));
        if issued {
            let message = format!("{} sudah terbit, tetapi isi {} lain", draft.kunci, draft.berkas.display());
            let hint = "kembalikan berkas itu seperti saat terbit, atau beri nomor lain bila itu keputusan lain";
            kerja.sink.push(Diagnostic::peringatan(Code::SUMBER_BERUBAH, None, message).hint(hint));
        }
        !issued
    });
    drafts.sort_by(|a, b| (&a.kunci, &a.berkas).cmp(&(&b.kunci, &b.berkas)));
    for pair in drafts.windows(2).filter(|pair| pair[0].kunci == pair[1].kunci) {
        let [first, second] = [&pair[0], &pair[1]].map(|draft| draft.berkas.display());
        let message = format!("{} dipakai dua konsep: {first} dan {second}", pair[0].kunci);
        let hint = "kosongkan `nomor` salah satunya";
        kerja.sink.push(Diagnostic::peringatan(Code::NOMOR_GANDA, None, message).hint(hint));
    }
    drafts
}

fn unfinished(terhenti: &Terhenti) -> String {
    match terhenti {
        Terhenti::Berlangsung => "suatu penerbitan sedang berlangsung".to_owned(),
        Terhenti::Persiapan => "ada penerbitan yang terhenti sebelum tercatat".to_owned(),
        Terhenti::Keputusan(kunci) => format!("penerbitan {kunci} terhenti dan belum selesai"),
    }
}

fn write(job: &Job, daftar: &Daftar<'_>, kerja: &mut Kerja) -> Option<String> {
    let bytes = match job.format {
        Format::Tabel => tabel::text(daftar, job.lebar).into_bytes(),
        Format::Csv => sheets::records(records(daftar), Reads::Programs),
        Format::Json => json::lines(daftar),
        Format::Html => html::page(daftar).map_err(|error| kerja.sink.push(*error)).ok()?.into_bytes(),
        Format::Xlsx => xlsx::workbook(daftar, &mut kerja.sink)?,
    };
    let Some(path) = job.keluaran.as_deref().filter(|path| *path != Path::new("-")) else {
        if let Err(error) = disk::write_stdout(&bytes) {
            kerja.refuse(Code::TULIS, format!("keluaran baku tidak dapat ditulis: {}", explain(&error)), None);
        }
        return None;
    };
    match disk::write_all(&[(path.to_owned(), bytes)], job.timpa) {
        Ok(_) => {
            let (shown, count) = (path.display().to_string(), daftar.count());
            Some(match kerja.as_json() {
                true => json::written(&shown, count),
                false => format!("dibuat: {shown} ({count} keputusan)"),
            })
        }
        Err(error) => {
            kerja.refuse_writing(&error);
            None
        }
    }
}

/// The heads, then one record a line of the list; no cell that a spreadsheet would take for a formula.
fn records(daftar: &Daftar<'_>) -> impl Iterator<Item = Vec<String>> {
    let lines = daftar.kelompok.iter().flat_map(|kelompok| kelompok.sel());
    let cells = lines.map(|line| line.iter().map(|cell| protected(cell)).collect());
    std::iter::once(baris::KEPALA.map(str::to_owned).to_vec()).chain(cells)
}

/// Says that a form could not be written.
fn failed(sink: &mut Sink, error: &impl std::fmt::Display) {
    sink.push(Diagnostic::galat(Code::INTERNAL, None, format!("daftar tidak dapat dibentuk: {error}")));
}
