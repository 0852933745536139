//! The command `petikan`: extracts of an issued decree, one for each person whom a row of a lampiran names.
//!
//! Several are made side by side, and what the typesetter learns from one serves the others.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::Outcome;
use crate::naming;
use crate::office::remake::{self, Sebutan, TerbitanBeku, Ulang, pengesah};
use crate::office::sari::{self, Induk};
use crate::parallel::{self, in_order_with};
use crate::run::{Bagian, Count, Made, Progress, Run};
use naskah_core::decree::Keputusan;
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::resolve::{self, Bentuk, Edition, Penerima, Printable};
use naskah_pages::typeset::{self, Fonts};

/// What `petikan` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The issued decree.
    pub sebutan: Sebutan,
    /// Which persons get an extract.
    pub untuk: Untuk,
    /// The head of the column that tells the rows apart, where not the one that the decree names.
    pub kunci: Option<String>,
    /// The heads of the columns that are printed, where not those that the decree names.
    pub kolom: Vec<String>,
    /// Whether all go into one PDF.
    pub gabung: bool,
    /// The part of the extracts that is made.
    pub bagian: Bagian,
    /// Who certifies, where not whom the decree names.
    pub oleh: Option<String>,
    /// Where to; `None` is the default folder.
    pub keluaran: Option<PathBuf>,
    /// Whether files that are there may be replaced.
    pub timpa: bool,
}

/// Whom extracts are for.
#[derive(Debug, Clone)]
pub enum Untuk {
    /// Everybody in the table.
    Semua,
    /// Those of these keys.
    Disebut(Vec<String>),
}

/// An extract that is ready to be written.
struct Extract {
    pages: usize,
    pdf: Vec<u8>,
}

/// Makes every extract, or none.
pub fn run(job: &Job, run: Run) -> Outcome {
    let mut run = run.with_pages();
    make(job, &mut run);
    run.finish()
}

fn make(job: &Job, run: &mut Run) -> Option<()> {
    let terbitan = remake::terbitan(&job.sebutan, run)?;
    let ulang = Ulang::open(&terbitan.bundel, &run.catalog, &mut run.files);
    let asli = ulang.bind(&terbitan.bundel.bahan().edisi, &mut run.files.clone(), &mut run.sink)?;
    let asli = asli.resolved();
    let named = Edition { kunci: job.kunci.clone(), kolom: job.kolom.clone(), ..Edition::default() };
    let (keputusan, lampiran) = (asli.keputusan(), &asli.naskah().lampiran);
    let chosen = match &job.untuk {
        Untuk::Semua => resolve::penerima(keputusan, lampiran, &named, &mut run.sink),
        Untuk::Disebut(keys) => resolve::terpilih(keputusan, lampiran, &named, keys, &mut run.sink),
    }?;
    let named = Edition { oleh: job.oleh.clone(), ..named };
    let edition = pengesah::sekarang(asli, edition(&terbitan, &chosen, named), run);
    let Run { catalog, fonts, files, sink, voice, .. } = &mut *run;
    let parts: Vec<Range<usize>> = match job.gabung {
        true => std::iter::once(0..chosen.len()).collect(),
        false => (0..chosen.len()).filter(|at| job.bagian.has(*at)).map(|at| at..at + 1).collect(),
    };
    if parts.is_empty() {
        voice.remark(format!("tidak ada petikan dalam bagian ini; semuanya {}", chosen.len()));
        return Some(());
    }
    let Some(bundel) = sari::siaran(&terbitan.bundel, keputusan, job.oleh.as_deref()) else {
        sink.push(unclean());
        return None;
    };
    let ulang = Ulang::open(&bundel, catalog, files);
    let bind = |_| Induk::open(&ulang, &edition, &mut files.clone(), sink);
    let hands = (0..parallel::hands(parts.len())).map(bind).collect::<Option<Vec<_>>>()?;
    let progress = voice.progress(parts.len(), "petikan dibuat");
    let work = Work { ulang: &ulang, fonts, count: AtomicUsize::new(0), failed: AtomicBool::new(false), progress };
    let made = work.all(hands, &parts, sink);
    if work.progress.is_stopped() {
        voice.remark("dihentikan; tidak ada petikan yang ditulis".to_owned());
        run.failed = true;
        return None;
    }
    let paths = paths(job, asli.keputusan(), &chosen);
    let paths = parts.iter().filter_map(|part| paths.get(part.start).cloned()).collect();
    write(job, &terbitan, paths, made?, run)
}

/// The edition of the extracts that are asked for.
fn edition(terbitan: &TerbitanBeku, chosen: &[Penerima], named: Edition) -> Edition {
    Edition {
        bentuk: Bentuk::Petikan,
        asli: Some(terbitan.tercatat.terbit.sidik.pdf),
        untuk: chosen.iter().map(|person| person.kunci.clone()).collect(),
        program: remake::pembuat(&terbitan.bundel),
        ..named
    }
}

/// That what nobody prints cannot be taken from what an extract carries.
fn unclean() -> Diagnostic {
    let message = "profil kantor beku tidak dapat dipisahkan dari yang tidak dicetak";
    Diagnostic::galat(Code::INTERNAL, None, message).hint("buat salinan seluruh keputusan, dan laporkan")
}

/// How extracts are made, each for a range of persons.
struct Work<'a> {
    ulang: &'a Ulang,
    fonts: &'a Fonts,
    count: AtomicUsize,
    /// Whether one could not be made; without it there is no use in the others.
    failed: AtomicBool,
    progress: Progress,
}

impl Work<'_> {
    /// Every extract, in the order of the parts; none where one of them cannot be made.
    fn all(&self, hands: Vec<Induk>, parts: &[Range<usize>], sink: &mut Sink) -> Option<Vec<Extract>> {
        let mut made = Vec::new();
        let take = |(extract, found): (Option<Extract>, Sink)| {
            // What is said of one is mostly said of all.
            if extract.is_none() || made.is_empty() {
                sink.extend(found);
            }
            made.push(extract);
        };
        in_order_with(hands, parts, |hand, part| self.one(hand, part), take);
        self.progress.clear();
        made.into_iter().collect()
    }

    /// An extract, and what was found.
    fn one(&self, hand: &mut Induk, part: &Range<usize>) -> (Option<Extract>, Sink) {
        let mut sink = Sink::default();
        if self.failed.load(Ordering::Relaxed) || self.progress.is_stopped() {
            return (None, sink);
        }
        let made = self.make(hand, part, &mut sink);
        self.failed.fetch_or(made.is_none(), Ordering::Relaxed);
        self.progress.step();
        (made, sink)
    }

    fn make(&self, hand: &mut Induk, part: &Range<usize>, sink: &mut Sink) -> Option<Extract> {
        let (typeset, pdf) = hand.petik(part, (self.ulang, self.fonts), sink)?;
        let pages = typeset.pages().count();
        if self.count.fetch_add(1, Ordering::Relaxed) % FORGET == FORGET - 1 {
            typeset::forget(1);
        }
        Some(Extract { pages, pdf })
    }
}

/// After so many extracts what the typesetter learned from older ones alone is forgotten.
const FORGET: usize = 32;

/// Where each extract goes: named by its key, no two alike.
fn paths(job: &Job, keputusan: &Keputusan, chosen: &[Penerima]) -> Vec<PathBuf> {
    let stem = naming::stem(keputusan);
    let one = |name: String| vec![naming::target(job.keluaran.as_deref(), keputusan, &name)];
    match (job.gabung, chosen) {
        (true, _) => one(format!("{stem}-petikan.pdf")),
        (false, [person]) => one(format!("{stem}-petikan-{}.pdf", naming::slug_of_person(&person.kunci))),
        (false, several) => {
            let folder = naming::output_folder(keputusan).join(format!("{stem}-petikan"));
            let folder = job.keluaran.as_deref().map_or(folder, Path::to_owned);
            let mut taken = BTreeSet::new();
            let name = |person: &Penerima| {
                let base = naming::slug_of_person(&person.kunci);
                let numbered = (2..).map(|n| format!("{base}-{n}"));
                let free = std::iter::once(base.clone()).chain(numbered).find(|name| !taken.contains(name));
                let free = free.unwrap_or(base);
                taken.insert(free.clone());
                folder.join(format!("{free}.pdf"))
            };
            several.iter().map(name).collect()
        }
    }
}

fn write(job: &Job, terbitan: &TerbitanBeku, paths: Vec<PathBuf>, made: Vec<Extract>, run: &mut Run) -> Option<()> {
    let pages: Vec<usize> = made.iter().map(|extract| extract.pages).collect();
    let files: Vec<(PathBuf, Vec<u8>)> = paths.into_iter().zip(made.into_iter().map(|extract| extract.pdf)).collect();
    let fates = run.write(&files, job.timpa)?;
    let (kunci, sidik) = (&terbitan.tercatat.kunci, terbitan.tercatat.terbit.sidik.pdf);
    for (((path, _), fate), pages) in files.iter().zip(fates).zip(pages) {
        run.voice.made(Made::file(path, fate).of(kunci).count(Count::Halaman, pages).sidik(sidik));
    }
    Some(())
}
