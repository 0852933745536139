//! The command `salinan`: a certified copy of an issued decree, proved to say what the original says.
//!
//! Original and copy are both made again from what was frozen, side by side. The original must come out to the byte as
//! it was issued; the copy must read as it does but for the words that only a copy has.

mod bukti;

pub use bukti::{Beda, bandingkan, kata_khusus};

use std::path::PathBuf;

use crate::kerja::{Cara, Kerja};
use crate::register::{self, Written};
use crate::resolve::{Bentuk, Edition};
use crate::sidik::Sidik;
use crate::ulang::{self, Sebutan, Terbitan, Ulang};
use crate::{Outcome, Typeset};

use crate::diag::{Code, Diagnostic, Sink};

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
    /// What every command is asked.
    pub cara: Cara,
}

/// Makes the copy.
pub fn run(job: &Job) -> Outcome {
    let mut kerja = Kerja::new(&job.cara);
    let told = make(job, &mut kerja);
    kerja.finish(&told.into_iter().collect::<Vec<_>>())
}

fn make(job: &Job, kerja: &mut Kerja) -> Option<String> {
    let terbitan = ulang::terbitan(&job.sebutan, kerja)?;
    let (typeset, pdf) = prove(&terbitan, job.oleh.clone(), kerja)?;
    let keputusan = &typeset.checked.resolved().keputusan;
    let name = format!("{}-salinan.pdf", register::stem(keputusan));
    let path = register::target(job.keluaran.as_deref(), keputusan, &name);
    let pages = typeset.pages.count();
    let written = match register::write_all(&[(path.clone(), pdf)], job.timpa) {
        Ok(written) => written,
        Err(error) => {
            kerja.refuse_writing(&error);
            return None;
        }
    };
    let same = written == [Written::Same];
    let sidik = terbitan.tercatat.terbit.sidik.pdf;
    Some(match kerja.as_json() {
        true => serde_json::json!({
            "salinan": terbitan.tercatat.kunci, "hasil": path.display().to_string(), "halaman": pages, "sama": same,
            "sidik_asli": sidik,
        })
        .to_string(),
        false => format!(
            "{}: {} ({pages} halaman), sidik naskah asli {}",
            if same { "sama dengan yang sudah ada" } else { "dibuat" },
            path.display(),
            sidik.pendek()
        ),
    })
}

/// The copy, once original and copy were compared; what differs is reported and nothing is made.
fn prove(terbitan: &Terbitan, oleh: Option<String>, kerja: &mut Kerja) -> Option<(Typeset, Vec<u8>)> {
    let Terbitan { tercatat, bundel } = terbitan;
    let sidik = tercatat.terbit.sidik.pdf;
    let edition = Edition { bentuk: Bentuk::Salinan, asli: Some(sidik), oleh, ..Edition::default() };
    let ulang = Ulang::open(bundel, kerja);
    let Kerja { fonts, files, sink, .. } = &mut *kerja;
    let asli = ulang.bind(&bundel.bahan.edisi, files, sink)?;
    let salinan = ulang.bind(&edition, files, sink)?;
    let (files, fonts, ulang) = (&*files, &*fonts, &ulang);
    let (asli, salinan) = std::thread::scope(|scope| {
        let beside = scope.spawn(move || {
            let mut sink = Sink::default();
            (ulang.make(asli, files, fonts, &mut sink), sink)
        });
        let mut own = Sink::default();
        let salinan = ulang.make(salinan, files, fonts, &mut own);
        (beside.join().ok(), (salinan, own))
    });
    let (asli, told) = asli?;
    let (salinan, own) = salinan;
    // What the typesetter says of both is said once.
    sink.extend(if asli.is_none() { told } else { own });
    let ((asli, pdf), (copy, copied)) = (asli?, salinan?);
    if Sidik::of(&pdf) != sidik {
        let missing = bundel.missing_fonts(&kerja.catalog);
        kerja.sink.push(ulang::other_original(tercatat, &missing));
        return None;
    }
    let naskah = &copy.checked.resolved().naskah;
    match bandingkan(&asli.pages.bacaan(), &copy.pages.bacaan(), &kata_khusus(naskah)) {
        Ok(()) => Some((copy, copied)),
        Err(beda) => {
            kerja.sink.push(differs(&beda));
            None
        }
    }
}

fn differs(beda: &Beda) -> Diagnostic {
    let message = format!("teks salinan tidak sama dengan teks naskah asli {}", beda.tempat);
    Diagnostic::galat(Code::SALINAN_BEDA, None, message)
        .hint(format!("asli: \"{}\"; salinan: \"{}\"", beda.asli, beda.salinan))
        .hint("bila templat diubah, pulihkan; bila tidak, laporkan kepada pengembang; tidak ada yang ditulis")
}
