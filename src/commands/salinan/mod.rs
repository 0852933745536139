//! The command `salinan`: a certified copy of an issued decree, proved to say what the original says.
//!
//! The copy is made from what was frozen. It must read as the original does but for the words that only a copy has; the
//! original's words were fingerprinted, together with its PDF, when it was issued. Where they differ, the original is
//! made again, to the byte as it was issued, to tell the words.

pub use crate::office::bukti::{Beda, bandingkan, kata_khusus, khusus_tepat};

use std::path::PathBuf;

use crate::Outcome;
use crate::naming;
use crate::office::bukti;
use crate::office::remake::{self, Sebutan, TerbitanBeku, Ulang, pengesah};
use crate::run::{Count, Made, Run};
use naskah_core::resolve::{Bentuk, Edition, Printable};
use naskah_pages::typeset::Bacaan;

/// What `salinan` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The issued decree.
    pub sebutan: Sebutan,
    /// Who certifies, where not whom the decree names.
    pub oleh: Option<String>,
    /// Where to; `None` is the default folder.
    pub keluaran: Option<PathBuf>,
    /// Whether a file that is there may be replaced.
    pub timpa: bool,
}

/// Makes the copy.
pub fn run(job: &Job, run: Run) -> Outcome {
    let mut run = run.with_pages();
    make(job, &mut run);
    run.finish()
}

fn make(job: &Job, run: &mut Run) -> Option<()> {
    let terbitan = remake::terbitan(&job.sebutan, run)?;
    let (typeset, pdf) = prove(&terbitan, job.oleh.clone(), run)?;
    let keputusan = typeset.resolved().keputusan();
    let name = format!("{}-salinan.pdf", naming::stem(keputusan));
    let path = naming::target(job.keluaran.as_deref(), keputusan, &name);
    let fate = run.deliver(&path, pdf, job.timpa)?;
    let own = typeset.pages().count();
    let made = Made::file(&path, fate).of(&terbitan.tercatat.kunci).count(Count::Halaman, own);
    run.voice.made(made.sidik(terbitan.tercatat.terbit.sidik.pdf));
    Some(())
}

/// The copy, once it was compared with the original; what differs is reported and nothing is made.
fn prove(terbitan: &TerbitanBeku, oleh: Option<String>, run: &mut Run) -> Option<remake::DibuatUlang> {
    let TerbitanBeku { tercatat, bundel } = terbitan;
    let sidik = tercatat.terbit.sidik.pdf;
    let program = remake::pembuat(bundel);
    let edition = Edition { bentuk: Bentuk::Salinan, asli: Some(sidik), oleh, program, ..Edition::default() };
    let ulang = Ulang::open(bundel, &run.catalog, &mut run.files);
    let asli = ulang.bind(&bundel.bahan().edisi, &mut run.files, &mut run.sink)?;
    let edition = pengesah::sekarang(asli.resolved(), edition, run);
    let missing = bundel.missing_fonts(&run.catalog);
    // A font that the decree does not use may be gone.
    if !missing.is_empty() && remake::again(terbitan, run).is_none() {
        run.sink.push(remake::other_original(tercatat, &missing));
        return None;
    }
    let (copy, pdf) = remake::remake(&remake::siaran(bundel, run)?, &edition, run)?;
    let read = copy.pages().bacaan();
    let due = kata_khusus(copy.resolved().naskah());
    let compared = match tercatat.terbit.sidik.teks == Some(read.sidik()) {
        true => khusus_tepat(&read, &due),
        // What differs, the original itself must tell.
        false => bandingkan(&original(terbitan, run)?, &read, &due),
    };
    match compared {
        Ok(()) => {
            let naskah = copy.resolved().naskah();
            let asli = remake::bacaan(bundel, run);
            let lain = asli.and_then(|asli| bukti::halaman_lain(&asli, copy.pages(), naskah));
            lain.into_iter().for_each(|lain| run.sink.push(lain));
            Some((copy, pdf))
        }
        Err(beda) => {
            run.sink.push(beda.told());
            None
        }
    }
}

/// What the original reads as, made again to the byte as it was issued.
fn original(terbitan: &TerbitanBeku, run: &mut Run) -> Option<Bacaan> {
    let asli = remake::again(terbitan, run);
    if asli.is_none() && !run.sink.has_errors() {
        run.sink.push(remake::other_original(&terbitan.tercatat, &[]));
    }
    asli.map(|asli| asli.pages().bacaan())
}
