//! The command `jdih`: the record of an issued decree for the network of legal documentation, and its one-page abstract.

mod abstrak;
mod rekam;
mod singkat;

use std::path::{Path, PathBuf};

use crate::commands::daftar::{self, Kaitan};
use crate::disk::{self, Written};
use crate::naming;
use crate::office::register::{Buku, Kunci, Rujukan, Tercatat};
use crate::office::remake::{self, Remade, Ulang};
use crate::session::{Cara, Kerja};
use crate::{Outcome, template, typeset, yaml};
use naskah_core::catalog::Kantor;
use naskah_core::decree::{Abstrak, Keputusan, Teks};
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::resolve::{Edition, Printable, Resolved};
use naskah_pages::Means;

/// What the command was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The decree.
    pub rujukan: Rujukan,
    /// A file with `subjek` and `abstrak` that go before those of the decree's own file.
    pub pelengkap: Option<PathBuf>,
    /// The folder of the results; `None` is the default folder.
    pub keluaran: Option<PathBuf>,
    /// Whether files that are there may be replaced.
    pub timpa: bool,
    /// What every command is asked.
    pub cara: Cara,
}

/// What record and abstract are made from.
struct Bahan {
    /// What the register says.
    tercatat: Tercatat,
    /// The decree as it was issued.
    remade: Remade,
    /// Its office as it is now.
    kantor: Kantor,
    /// Subjects.
    subjek: Vec<Teks>,
    /// The abstract, as far as it is written.
    abstrak: Abstrak,
    /// What became of the decree.
    nasib: Vec<(Kaitan, Kunci)>,
    /// Pages of its lampirans, where known.
    lampiran: Option<usize>,
}

impl Bahan {
    fn resolved(&self) -> &Resolved {
        self.remade.resolved()
    }

    fn keputusan(&self) -> &Keputusan {
        self.resolved().keputusan()
    }

    /// Whether the decree is in force.
    fn berlaku(&self) -> bool {
        self.tercatat.batal.is_none() && self.nasib.iter().all(|(kaitan, _)| *kaitan != Kaitan::Mencabut)
    }

    /// The name of one of the files.
    fn berkas(&self, end: &str) -> String {
        format!("{}{end}", naming::stem(self.keputusan()))
    }
}

/// Makes record and abstract.
pub fn run(job: &Job) -> Outcome {
    let mut kerja = Kerja::new(&job.cara);
    let told = make(job, &mut kerja);
    kerja.finish(&told.unwrap_or_default())
}

fn make(job: &Job, kerja: &mut Kerja) -> Option<Vec<String>> {
    let bahan = gather(job, kerja)?;
    let record = rekam::json(&bahan);
    let pdf = page(&bahan, kerja)?;
    if kerja.is_wrong() {
        return None;
    }
    let folder = job.keluaran.clone().unwrap_or_else(|| naming::output_folder(bahan.keputusan()));
    let files = [(bahan.berkas(rekam::REKAM), record), (bahan.berkas(rekam::ABSTRAK), pdf)];
    let files = files.map(|(name, bytes)| (folder.join(name), bytes));
    match disk::write_all(&files, job.timpa) {
        Ok(fates) => {
            let told = files.iter().zip(fates).map(|((path, _), fate)| tell(path, fate == Written::Same, kerja));
            Some(told.collect())
        }
        Err(error) => {
            kerja.refuse_writing(&error);
            None
        }
    }
}

fn tell(path: &Path, unchanged: bool, kerja: &Kerja) -> String {
    match (kerja.as_json(), unchanged) {
        (true, _) => serde_json::json!({"hasil": path.display().to_string(), "berubah": !unchanged}).to_string(),
        (false, true) => format!("sama dengan yang sudah ada: {}", path.display()),
        (false, false) => format!("dibuat: {}", path.display()),
    }
}

fn gather(job: &Job, kerja: &mut Kerja) -> Option<Bahan> {
    let buku = Buku::of(kerja.catalog.root.folder());
    let tercatat = buku.rujuk(&job.rujukan, &mut kerja.files, &mut kerja.sink)?;
    let bundel = remake::beku(&tercatat, &buku, &mut kerja.sink)?;
    let ulang = Ulang::open(&bundel, kerja);
    let remade = ulang.bind(&Edition::default(), &mut kerja.files, &mut kerja.sink)?;
    let supplement = job.pelengkap.as_deref().map_or(Some(Default::default()), |path| supplement(path, kerja))?;
    let office = &tercatat.kunci.kantor;
    let now = kerja.catalog.kantor(office, &mut kerja.files, &mut Sink::default()).ok();
    let resolved = remade.resolved();
    let own = resolved.keputusan();
    let (subjek, abstrak) = supplement;
    let or = |new: Vec<Teks>, old: &[Teks]| if new.is_empty() { old.to_vec() } else { new };
    Some(Bahan {
        nasib: daftar::nasib(&buku, &tercatat.kunci, kerja)?,
        kantor: now.unwrap_or_else(|| resolved.kantor().clone()),
        subjek: or(subjek, &own.subjek),
        abstrak: Abstrak {
            alasan: abstrak.alasan.or_else(|| own.abstrak.alasan.clone()),
            materi: or(abstrak.materi, &own.abstrak.materi),
            catatan: or(abstrak.catatan, &own.abstrak.catatan),
        },
        lampiran: lampiran(&ulang, &tercatat, kerja),
        tercatat,
        remade,
    })
}

fn supplement(path: &Path, kerja: &mut Kerja) -> Option<(Vec<Teks>, Abstrak)> {
    let file = kerja.open(path)?;
    let tree = yaml::parse(&kerja.files, file, &mut kerja.sink)?;
    let read = Abstrak::read_supplement(&tree, &mut kerja.sink)?;
    (!kerja.sink.has_errors()).then_some(read)
}

/// How many pages the lampirans have: the decree is laid out again, and believed where it has as many pages as it had.
fn lampiran(ulang: &Ulang, tercatat: &Tercatat, kerja: &mut Kerja) -> Option<usize> {
    let mut sink = Sink::default();
    let remade = ulang.bind(&Edition::default(), &mut kerja.files, &mut sink)?;
    let label = remade.resolved().naskah().lampiran.first().map(|lampiran| lampiran.label.clone());
    let Some(label) = label else { return Some(0) };
    let means = Means { catalog: &ulang.catalog, fonts: &kerja.fonts, files: &kerja.files };
    let typeset = naskah_pages::typeset(remade, &means, &mut sink)?;
    let pages = typeset.pages();
    let first = (1..pages.count()).find(|page| pages.lines(*page).iter().any(|line| line.text == label))?;
    (pages.count() == tercatat.terbit.halaman).then(|| pages.count() - first)
}

/// The abstract's PDF.
fn page(bahan: &Bahan, kerja: &mut Kerja) -> Option<Vec<u8>> {
    let isi = abstrak::isi(bahan, &mut kerja.sink);
    let Kerja { catalog, fonts, files, sink, .. } = kerja;
    typeset::check_letters(&isi.halaman.huruf, &isi.texts, bahan.keputusan().kantor.span, files, fonts, sink);
    if sink.has_errors() {
        return None;
    }
    let source = template::page("abstrak.typ.j2", &isi, catalog, sink)?;
    let pages = typeset::compile(&source, fonts, catalog, sink)?;
    if pages.count() > 1 {
        let message = format!("abstrak {} menjadi {} halaman, seharusnya satu", bahan.tercatat.kunci, pages.count());
        let hint = "ringkaskan `alasan` dan `materi` dalam `abstrak`, atau dalam berkas --pelengkap";
        sink.push(Diagnostic::peringatan(Code::ABSTRAK_PANJANG, None, message).hint(hint));
    }
    typeset::pdf(&pages, &source, fonts, catalog, sink)
}
