//! The command `petikan`: extracts of an issued decree, one for each person whom a row of a lampiran names.
//!
//! Several are made side by side, and what the typesetter learns from one serves the others.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::decree::Keputusan;
use crate::diag::{Files, Sink};
use crate::kerja::{Cara, Kerja};
use crate::register::{self, Written};
use crate::resolve::{self, Bentuk, Edition, Penerima};
use crate::typeset::{self, Fonts};
use crate::ulang::{self, Sebutan, Terbitan, Ulang};
use crate::{Outcome, lint};

/// What `petikan` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The issued decree.
    pub sebutan: Sebutan,
    /// Whom for.
    pub untuk: Untuk,
    /// Whether all go into one PDF.
    pub gabung: bool,
    /// Who certifies, where not whom the decree names.
    pub oleh: Option<String>,
    /// Where to; `None` is the default folder.
    pub keluaran: Option<PathBuf>,
    /// Whether files that are there may be replaced.
    pub timpa: bool,
    /// What every command is asked.
    pub cara: Cara,
}

/// Whom extracts are for.
#[derive(Debug, Clone)]
pub enum Untuk {
    /// Everybody in the table.
    Semua,
    /// Those of these keys.
    Kunci(Vec<String>),
}

/// An extract that is ready to be written.
struct Jadi {
    pages: usize,
    pdf: Vec<u8>,
}

/// Makes every extract, or none.
pub fn run(job: &Job) -> Outcome {
    let mut kerja = Kerja::new(&job.cara);
    let told = make(job, &mut kerja);
    kerja.finish(&told.unwrap_or_default())
}

fn make(job: &Job, kerja: &mut Kerja) -> Option<Vec<String>> {
    let terbitan = ulang::terbitan(&job.sebutan, kerja)?;
    let ulang = Ulang::open(&terbitan.bundel, kerja);
    let Kerja { fonts, files, sink, .. } = &mut *kerja;
    let asli = ulang.bind(&terbitan.bundel.bahan.edisi, &mut files.clone(), sink)?;
    let asli = asli.resolved();
    let all = resolve::penerima(&asli.keputusan, &asli.naskah.lampiran, sink)?;
    let chosen = match &job.untuk {
        Untuk::Semua => all,
        Untuk::Kunci(keys) => resolve::terpilih(&asli.keputusan, &asli.naskah.lampiran, keys, sink)?,
    };
    let keys: Vec<Vec<String>> = match job.gabung {
        true => vec![chosen.iter().map(|person| person.kunci.clone()).collect()],
        false => chosen.iter().map(|person| vec![person.kunci.clone()]).collect(),
    };
    let edition = |untuk: &Vec<String>| Edition {
        bentuk: Bentuk::Petikan,
        asli: Some(terbitan.tercatat.terbit.sidik.pdf),
        oleh: job.oleh.clone(),
        untuk: untuk.clone(),
        ..Edition::default()
    };
    let editions: Vec<Edition> = keys.iter().map(edition).collect();
    let work = Work { ulang: &ulang, keputusan: &asli.keputusan, files, fonts };
    let made = work.all(&editions, sink)?;
    let paths = paths(job, &asli.keputusan, &chosen);
    write(job, &terbitan, paths, made, kerja)
}

/// What every extract is made with.
struct Work<'a> {
    ulang: &'a Ulang,
    keputusan: &'a Keputusan,
    files: &'a Files,
    fonts: &'a Fonts,
}

impl Work<'_> {
    /// Every extract, in the order of the editions; none where one of them cannot be made.
    fn all(&self, editions: &[Edition], sink: &mut Sink) -> Option<Vec<Jadi>> {
        let hands = std::thread::available_parallelism().map_or(1, |n| n.get()).min(editions.len().max(1));
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let take = || {
            let at = next.fetch_add(1, Ordering::Relaxed);
            editions.get(at).map(|edition| (at, edition))
        };
        let hand = || {
            let mut mine: Vec<(usize, Option<Jadi>, Sink)> = Vec::new();
            while let Some((at, edition)) = take() {
                let mut sink = Sink::default();
                let made = self.one(edition, &mut sink);
                progress(done.fetch_add(1, Ordering::Relaxed) + 1, editions.len());
                let failed = made.is_none();
                mine.push((at, made, sink));
                if failed {
                    next.store(editions.len(), Ordering::Relaxed);
                }
            }
            mine
        };
        let mut all: Vec<_> = std::thread::scope(|scope| {
            let hands: Vec<_> = (0..hands).map(|_| scope.spawn(hand)).collect();
            hands.into_iter().flat_map(|hand| hand.join().unwrap_or_default()).collect()
        });
        all.sort_by_key(|(at, ..)| *at);
        let whole = all.len() == editions.len();
        let mut made = Vec::new();
        for (_, jadi, found) in all {
            // What is said of one is mostly said of all.
            if jadi.is_none() || made.is_empty() {
                sink.extend(found);
            }
            made.push(jadi);
        }
        made.into_iter().collect::<Option<Vec<_>>>().filter(|_| whole)
    }

    fn one(&self, edition: &Edition, sink: &mut Sink) -> Option<Jadi> {
        let (ulang, mut files) = (self.ulang, self.files.clone());
        let keputusan = self.keputusan.clone();
        // The kind's own file belongs to the bundle, though its form was read with the decree.
        let kind = format!("templates/jenis/{}/jenis.yaml", keputusan.jenis.value);
        let text = ulang.catalog.root.read(&kind).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        if let Some(text) = text {
            files.add(kind, text);
        }
        let resolved = resolve::resolve(keputusan, ulang.file, edition, &ulang.catalog, &mut files, sink);
        let checked = lint::passed(resolved, sink)?;
        let (typeset, pdf) = ulang.make(checked, &files, self.fonts, sink)?;
        typeset::forget(4);
        Some(Jadi { pages: typeset.pages.count(), pdf })
    }
}

/// Tells a person at a terminal how far the work is.
fn progress(done: usize, of: usize) {
    let mut err = std::io::stderr();
    if of > 1 && err.is_terminal() {
        let end = if done == of { "\r\x1b[K" } else { "" };
        let _ = write!(err, "\rpetikan {done} dari {of}{end}");
    }
}

/// Where each extract goes: named by its key, no two alike.
fn paths(job: &Job, keputusan: &Keputusan, chosen: &[Penerima]) -> Vec<PathBuf> {
    let stem = register::stem(keputusan);
    let one = |name: String| vec![register::target(job.keluaran.as_deref(), keputusan, &name)];
    match (job.gabung, chosen) {
        (true, _) => one(format!("{stem}-petikan.pdf")),
        (false, [person]) => one(format!("{stem}-petikan-{}.pdf", register::slug(&person.kunci))),
        (false, several) => {
            let folder = register::output_folder(keputusan).join(format!("{stem}-petikan"));
            let folder = job.keluaran.as_deref().map_or(folder, Path::to_owned);
            let mut taken = BTreeSet::new();
            let name = |person: &Penerima| {
                let base = register::slug(&person.kunci);
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

fn write(
    job: &Job,
    terbitan: &Terbitan,
    paths: Vec<PathBuf>,
    made: Vec<Jadi>,
    kerja: &mut Kerja,
) -> Option<Vec<String>> {
    let pages: Vec<usize> = made.iter().map(|jadi| jadi.pages).collect();
    let files: Vec<(PathBuf, Vec<u8>)> = paths.into_iter().zip(made.into_iter().map(|jadi| jadi.pdf)).collect();
    let written = match register::write_all(&files, job.timpa) {
        Ok(written) => written,
        Err(error) => {
            kerja.refuse_writing(&error);
            return None;
        }
    };
    let told = files.iter().zip(&written).zip(&pages);
    Some(match kerja.as_json() {
        true => told
            .map(|(((path, _), written), pages)| {
                serde_json::json!({
                    "petikan": terbitan.tercatat.kunci, "hasil": path.display().to_string(), "halaman": pages,
                    "sama": *written == Written::Same, "sidik_asli": terbitan.tercatat.terbit.sidik.pdf,
                })
                .to_string()
            })
            .collect(),
        false => told
            .map(|(((path, _), written), pages)| {
                let fate = if *written == Written::Same { "sama dengan yang sudah ada" } else { "dibuat" };
                format!("{fate}: {} ({pages} halaman)", path.display())
            })
            .collect(),
    })
}
