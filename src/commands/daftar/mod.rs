//! The command `daftar`: the register for people: what is issued and in force, which numbers are reserved or left out, what
//! amends or revokes what, whose legal bases have changed since.

mod baris;
mod dasar;
mod html;
mod json;
mod tabel;
mod xlsx;

pub use baris::{Entri, Entry, Kelompok};
pub use dasar::{DasarBerubah, Sebab};

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::office::beku;
use crate::office::hubungan::{self, Hubungan, Terbitan};
use crate::office::register::{Buku, KunciRingkas};
use crate::office::semua::{self, issued};
use crate::office::series::{self, Konsep};
use crate::run::{Count, Made, Run};
use naskah_core::diag::{Code, Diagnostic, Sink, on_lines};
use naskah_core::fingerprint::Sidik;
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

    /// Reports an office or a series that no decree has.
    fn known(&self, terbitan: &[Terbitan<'_>], konsep: &[Konsep], run: &mut Run) -> Option<()> {
        let drafts = || konsep.iter().map(|draft| (draft.kunci.kantor.to_string(), draft.kunci.seri.to_string()));
        let issued = terbitan.iter().map(|one| (one.kunci.kantor.to_string(), one.kunci.seri.to_string()));
        let all: Vec<(String, String)> = issued.chain(drafts()).collect();
        for (what, asked, of) in [("kantor", &self.kantor, 0), ("seri", &self.seri, 1)] {
            let known: BTreeSet<&String> =
                all.iter().map(|(office, series)| if of == 0 { office } else { series }).collect();
            let Some(asked) = asked.as_ref().filter(|asked| !known.is_empty() && !known.contains(asked)) else {
                continue;
            };
            let there: Vec<&str> = known.iter().map(|name| name.as_str()).collect();
            let message = format!("tidak ada keputusan dengan {what} `{asked}`");
            run.refuse(Code::TAK_TERDAFTAR, message, Some(&format!("{what} yang ada: {}", there.join(", "))));
            return None;
        }
        Some(())
    }

    fn takes_key(&self, kunci: &KunciRingkas<'_>) -> bool {
        self.takes(&kunci.kantor, kunci.tahun, &kunci.seri)
    }
}

/// Lists the register.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    list(job, &mut run);
    run.finish()
}

fn list(job: &Job, run: &mut Run) -> Option<()> {
    let buku = Buku::of(run.catalog.root.folder());
    let years = semua::bytes(&buku, run)?;
    let lines = semua::lines(&buku, &years, &mut run.files, &mut run.sink)?;
    let terbitan = issued(&lines);
    let konsep = drafts(&terbitan, &buku, run);
    series::tanpa_register(&buku, &run.catalog).into_iter().for_each(|one| run.sink.push(one));
    let terhenti = buku.terhenti();
    terhenti.iter().for_each(|terhenti| run.sink.push(terhenti.finding()));
    let terhenti = terhenti.map(|terhenti| terhenti.told());
    job.saring.known(&terbitan, &konsep, run)?;
    let mut hubungan = hubungan::of(&terbitan, &run.catalog);
    let perubahan = dasar::of(&terbitan, &job.saring, &run.catalog);
    let kelompok = baris::grouped(&terbitan, &konsep, &hubungan, &perubahan, &job.saring);
    hubungan.retain(|one| {
        let ends = [Some(one.oleh), one.sasaran];
        ends.into_iter().flatten().any(|at| job.saring.takes_key(terbitan[at].kunci))
    });
    write(job, &Daftar { kelompok, hubungan, terbitan: &terbitan, terhenti }, run)
}

/// The drafts with numbers; those that stand in the way of an issued decree, or of one another, are reported instead.
fn drafts(terbitan: &[Terbitan<'_>], buku: &Buku, run: &mut Run) -> Vec<Konsep> {
    let folder = run.catalog.root.folder().map(|root| root.join("data/keputusan"));
    if folder.is_none_or(|folder| !folder.is_dir()) {
        return Vec::new();
    }
    let texts: HashSet<&str> = terbitan.iter().flat_map(|one| one.terbit.sidik.sumber()).collect();
    let keys: HashSet<&KunciRingkas<'_>> = terbitan.iter().map(|one| one.kunci).collect();
    let mut sources = Vec::new();
    let mut is_issued = |path: &Path, text: &str| {
        let known = texts.contains(Sidik::of(text).to_string().as_str());
        if known && beku::names_sheets(text) {
            sources.push(path.to_owned());
        }
        known
    };
    let mut drafts = series::konsep(&run.catalog, &mut is_issued, &mut run.sink);
    beku::tell_changed_sheets(&sources, buku, run);
    drafts.retain(|draft| {
        let issued = keys.contains(&KunciRingkas::from(&draft.kunci));
        if issued {
            let message = format!("{} sudah terbit, tetapi isi {} lain", draft.kunci, draft.berkas.display());
            let hint = "kembalikan berkas itu seperti saat terbit, atau beri nomor lain bila itu keputusan lain";
            run.sink.push(Diagnostic::peringatan(Code::SUMBER_BERUBAH, None, message).hint(hint));
        }
        !issued
    });
    drafts.sort_by(|a, b| (&a.kunci, &a.berkas).cmp(&(&b.kunci, &b.berkas)));
    for pair in drafts.windows(2).filter(|pair| pair[0].kunci == pair[1].kunci) {
        let [first, second] = [&pair[0], &pair[1]].map(|draft| draft.berkas.display());
        let message = format!("{} dipakai dua konsep: {first} dan {second}", pair[0].kunci);
        let hint = "kosongkan `nomor` salah satunya";
        run.sink.push(Diagnostic::peringatan(Code::NOMOR_GANDA, None, message).hint(hint));
    }
    drafts
}

fn write(job: &Job, daftar: &Daftar<'_>, run: &mut Run) -> Option<()> {
    let bytes = match job.format {
        Format::Tabel => on_lines(&tabel::text(daftar, job.lebar)).into_owned().into_bytes(),
        Format::Csv => sheets::records(records(daftar), Reads::Programs),
        Format::Json => json::lines(daftar),
        Format::Html => run.keep(html::page(daftar))?.into_bytes(),
        Format::Xlsx => xlsx::workbook(daftar, &mut run.sink)?,
    };
    let path = job.keluaran.as_deref().unwrap_or(Path::new("-"));
    let fate = run.deliver(path, bytes, job.timpa)?;
    run.voice.made(Made::file(path, fate).count(Count::Keputusan, daftar.count()));
    Some(())
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
