//! Decrees that are issued together: each is made ready with its number, and nothing is written before the last is.

use std::cell::OnceCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{Job, Prepared, Siap, prepare, sound_year};
use crate::input;
use crate::office::register::{ASLI, Buku, Kunci, Sisa, Tahun};
use crate::office::sasaran;
use crate::office::series::{self, Konsep};
use crate::run::{Made, Run};
use naskah_core::diag::{Code, Diagnostic, Level};
use naskah_core::fingerprint::Sidik;

/// So many decrees are issued together; their pages wait in memory.
const BANYAK: usize = 1_000;

/// The books of the years as they will be once those that are ready are written.
#[derive(Default)]
pub struct Menunggu {
    /// Whether several decrees are issued together.
    pub beberapa: bool,
    tahun: BTreeMap<i32, Tahun>,
    lines: Vec<sasaran::Menunggu>,
    /// The file of each decree that is ready, by the place of its line.
    files: Vec<PathBuf>,
    /// Where its PDF goes.
    places: BTreeMap<PathBuf, Kunci>,
    konsep: OnceCell<Vec<Konsep>>,
}

impl Menunggu {
    /// Reads the book of a year, unless that was done; what is amiss is reported.
    pub fn read(&mut self, buku: &Buku, year: i32, run: &mut Run) -> Option<()> {
        if let Entry::Vacant(place) = self.tahun.entry(year) {
            place.insert(sound_year(buku, year, run)?);
        }
        Some(())
    }

    /// The book of a year that was read.
    pub fn tahun(&self, year: i32) -> Option<&Tahun> {
        self.tahun.get(&year)
    }

    /// The lines that are ready.
    pub fn lines(&self) -> &[sasaran::Menunggu] {
        &self.lines
    }

    /// The file of a decree that is ready.
    pub fn file(&self, kunci: &Kunci) -> Option<&Path> {
        let at = self.lines.iter().position(|(baris, _)| baris.kunci == *kunci)?;
        self.files.get(at).map(PathBuf::as_path)
    }

    /// The decree that is ready whose PDF goes to a place.
    pub fn owner(&self, path: &Path) -> Option<&Kunci> {
        self.places.get(path)
    }

    /// The drafts that bear a number, but for those that `tahun` has; files that cannot be read, whose numbers are not
    /// known, are reported.
    pub fn konsep(&self, tahun: &Tahun, run: &mut Run) -> &[Konsep] {
        self.konsep.get_or_init(|| {
            let issued: BTreeSet<Sidik> = tahun.keputusan().iter().flat_map(|one| one.terbit.sidik.sumber()).collect();
            series::konsep(&run.catalog, |_, text| issued.contains(&Sidik::of(text)), &mut run.sink)
        })
    }

    /// A decree is ready, and its line comes next.
    fn take(&mut self, siap: &Siap) {
        let baris = siap.baris();
        self.tahun.entry(siap.kunci.tahun).or_default().push(baris.clone());
        self.lines.push((baris, siap.diktum));
        self.files.push(siap.berkas.clone());
        let pdf = siap.tujuan.iter().filter(|tujuan| tujuan.isi == ASLI);
        self.places.extend(pdf.map(|tujuan| (tujuan.path.clone(), siap.kunci.clone())));
    }
}

/// The job of each decree; a folder stands for the decrees in it, by their names.
pub fn each(job: &Job, run: &mut Run) -> Option<Vec<Job>> {
    let asked: Vec<PathBuf> = [&job.berkas].into_iter().chain(&job.lainnya).cloned().collect();
    let files = match input::decrees(&asked) {
        Ok(files) => files,
        Err(finding) => {
            run.failed = true;
            run.sink.push(*finding);
            return None;
        }
    };
    // Several PDFs go into a folder, which need not be there.
    let folder = |place: &PathBuf| if files.len() > 1 { place.join("") } else { place.clone() };
    let keluaran = job.keluaran.as_ref().map(folder);
    let one = |berkas| Job { berkas, lainnya: Vec::new(), keluaran: keluaran.clone(), ..job.clone() };
    Some(files.iter().cloned().map(one).collect())
}

/// All decrees made ready, and those that need no more than to be told of; where one cannot be, none is.
pub fn ready(jobs: &[Job], buku: &Buku, sisa: &[Sisa], run: &mut Run) -> Option<(Vec<Siap>, Vec<Made>)> {
    if jobs.len() > BANYAK {
        let message = format!("{} keputusan sekaligus; paling banyak {BANYAK}", jobs.len());
        run.refuse(Code::PERINTAH, message, Some("terbitkan beberapa kali, berurutan"));
        return None;
    }
    let mut menunggu = Menunggu { beberapa: jobs.len() > 1, ..Menunggu::default() };
    let (mut all, mut done, mut faulty) = (Vec::new(), Vec::new(), 0);
    let mut failed = run.failed;
    for job in jobs {
        // One that cannot be read keeps no other from being looked at.
        failed |= std::mem::take(&mut run.failed);
        match run.apart(Level::Saran, |run| prepare(job, buku, sisa, &mut menunggu, run)) {
            (Some(Prepared::Siap(siap)), true) => {
                menunggu.take(&siap);
                all.push(*siap);
            }
            (Some(Prepared::Earlier(made)), _) => done.push(made),
            (Some(Prepared::Sudah(kunci)), _) => run.voice.remark(format!("{kunci} sudah terbit; dilewati")),
            _ => faulty += 1,
        }
    }
    run.failed |= failed;
    let alone = faulty == 0 && stand_apart(&all, run);
    if !alone && menunggu.beberapa {
        let why = if faulty > 0 { format!(": {faulty} dari {} belum siap", jobs.len()) } else { String::new() };
        let hint = "perbaiki yang disebut di atas, lalu ulangi perintah yang sama";
        let message = format!("tidak satu pun diterbitkan{why}");
        run.sink.push(Diagnostic::galat(Code::BELUM_DISETUJUI, None, message).hint(hint));
    }
    alone.then_some((all, done))
}

/// Whether each file and each text is another one; what is not is reported.
fn stand_apart(all: &[Siap], run: &mut Run) -> bool {
    let mut texts: BTreeMap<String, &Path> = BTreeMap::new();
    let mut sound = true;
    for siap in all {
        let Some(other) = texts.insert(siap.asal.to_string(), &siap.berkas) else { continue };
        let own = siap.berkas.display();
        let (message, hint) = match std::fs::canonicalize(other).ok() == std::fs::canonicalize(&siap.berkas).ok() {
            true => (format!("{own} disebut dua kali"), "sebut setiap berkas sekali"),
            false => (format!("isi {own} sama dengan isi {}", other.display()), "hapus salinannya, atau ubah isinya"),
        };
        run.sink.push(Diagnostic::galat(Code::SUDAH_TERBIT, None, message).hint(hint));
        sound = false;
    }
    sound
}

/// Says how far it came where the disk refused.
pub fn tell_stopped(done: usize, all: usize, run: &mut Run) {
    if all > 1 {
        run.voice.remark(format!(
            "{done} dari {all} keputusan sudah terbit; setelah penyebabnya diatasi, ulangi perintah yang sama untuk sisanya"
        ));
    }
}
