//! The command `jdih`: the record of an issued decree for the network of legal documentation, and its one-page abstract.

mod abstrak;
mod rekam;
mod singkat;

use std::path::{Path, PathBuf};

use crate::naming;
use crate::office::hubungan::Kaitan;
use crate::office::register::{Buku, Kunci, Tercatat};
use crate::office::remake::{self, Remade, Sebutan, Ulang};
use crate::office::semua;
use crate::run::{Made, Run};
use crate::{Outcome, PROGRAM, template, typeset, yaml};
use naskah_core::catalog::Kantor;
use naskah_core::decree::{Abstrak, Keputusan, Teks};
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Edition, Printable, Resolved};
use naskah_pages::Means;

/// What the command was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The decree.
    pub sebutan: Sebutan,
    /// A file with `subjek` and `abstrak` that go before those of the decree's own file.
    pub pelengkap: Option<PathBuf>,
    /// The folder of the results; `None` is the default folder.
    pub keluaran: Option<PathBuf>,
    /// Whether files that are there may be replaced.
    pub timpa: bool,
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
pub fn run(job: &Job, run: Run) -> Outcome {
    let mut run = run.with_pages();
    make(job, &mut run);
    run.finish()
}

fn make(job: &Job, run: &mut Run) -> Option<()> {
    let bahan = gather(job, run)?;
    let record = rekam::json(&bahan);
    let pdf = page(&bahan, run)?;
    if run.is_wrong() {
        return None;
    }
    let folder = job.keluaran.clone().unwrap_or_else(|| naming::output_folder(bahan.keputusan()));
    let files = [(bahan.berkas(rekam::REKAM), record), (bahan.berkas(rekam::ABSTRAK), pdf)];
    let files = files.map(|(name, bytes)| (folder.join(name), bytes));
    let fates = run.write(&files, job.timpa)?;
    for ((path, _), fate) in files.iter().zip(fates) {
        run.voice.made(Made::file(path, fate).of(&bahan.tercatat.kunci));
    }
    Some(())
}

fn gather(job: &Job, run: &mut Run) -> Option<Bahan> {
    let buku = Buku::of(run.catalog.root.folder());
    let tercatat = remake::tercatat(&job.sebutan, run)?;
    let bundel = remake::beku(&tercatat, &buku, &mut run.sink)?;
    let ulang = Ulang::open(&bundel, &run.catalog, &mut run.files);
    let remade = ulang.bind(&Edition::default(), &mut run.files, &mut run.sink)?;
    let supplement = job.pelengkap.as_deref().map_or(Some(Default::default()), |path| supplement(path, run))?;
    let office = &tercatat.kunci.kantor;
    let now = run.catalog.kantor(office, &mut run.files, &mut Sink::default()).ok();
    let resolved = remade.resolved();
    let own = resolved.keputusan();
    let (subjek, abstrak) = supplement;
    let or = |new: Vec<Teks>, old: &[Teks]| if new.is_empty() { old.to_vec() } else { new };
    Some(Bahan {
        nasib: semua::nasib(&buku, &tercatat.kunci, run)?,
        kantor: now.unwrap_or_else(|| resolved.kantor().clone()),
        subjek: or(subjek, &own.subjek),
        abstrak: Abstrak {
            alasan: abstrak.alasan.or_else(|| own.abstrak.alasan.clone()),
            materi: or(abstrak.materi, &own.abstrak.materi),
            catatan: or(abstrak.catatan, &own.abstrak.catatan),
        },
        lampiran: lampiran(&ulang, &tercatat, run),
        tercatat,
        remade,
    })
}

fn supplement(path: &Path, run: &mut Run) -> Option<(Vec<Teks>, Abstrak)> {
    let file = run.open(path)?;
    let tree = yaml::parse(&run.files, file, &mut run.sink)?;
    let read = Abstrak::read_supplement(&tree, &mut run.sink)?;
    (!run.sink.has_errors()).then_some(read)
}

/// How many pages the lampirans have: the decree is laid out again, and believed where it is as it was.
fn lampiran(ulang: &Ulang, tercatat: &Tercatat, run: &mut Run) -> Option<usize> {
    let mut sink = Sink::default();
    let remade = ulang.bind(&Edition::default(), &mut run.files, &mut sink)?;
    let label = remade.resolved().naskah().lampiran.first().map(|lampiran| lampiran.label.clone());
    let Some(label) = label else { return Some(0) };
    let means = Means { catalog: &ulang.catalog, fonts: &run.fonts, files: &run.files };
    let typeset = naskah_pages::typeset(remade, &means, &mut sink)?;
    let pages = typeset.pages();
    let first = (1..pages.count()).find(|page| pages.lines(*page).iter().any(|line| line.text == label))?;
    let same = match tercatat.terbit.program == PROGRAM {
        true => pages.count() == tercatat.terbit.halaman,
        // Another build may part the same number of pages otherwise.
        false => typeset.pdf(&means, &mut sink).is_some_and(|pdf| Sidik::of(pdf) == tercatat.terbit.sidik.pdf),
    };
    same.then(|| pages.count() - first)
}

/// The abstract's PDF.
fn page(bahan: &Bahan, run: &mut Run) -> Option<Vec<u8>> {
    let isi = abstrak::isi(bahan, &mut run.sink);
    let Run { catalog, fonts, files, sink, .. } = run;
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
