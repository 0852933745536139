//! Where the files of an issue go: the source where it got a number or a day, and the PDF.

use std::path::{Path, PathBuf};

use super::bersama::Menunggu;
use super::{Admitted, Job, Siap};
use crate::disk::{self, WriteError};
use crate::naming;
use crate::office::register::{ASLI, Buku, Kunci, NASKAH, Tahun, Tujuan};
use crate::run::Run;
use naskah_core::diag::{Code, Diagnostic, FileId};
use naskah_core::fingerprint::Sidik;
use naskah_pages::Typeset;

/// The files outside the register, with what is there now; a PDF in the way is reported.
pub fn targets(
    job: &Job,
    file: FileId,
    (typeset, pdf): (&Typeset<Admitted>, &[u8]),
    (kunci, menunggu, tahun): (&Kunci, &Menunggu, &Tahun),
    run: &mut Run,
) -> Option<Vec<Tujuan>> {
    let keputusan = typeset.resolved().keputusan();
    let mut tujuan = Vec::new();
    let text = run.files.text(file);
    if text != typeset.bundel().naskah() && job.berkas != Path::new("-") {
        tujuan.push(Tujuan { path: job.berkas.clone(), isi: NASKAH.to_owned(), lama: Some(Sidik::of(text)) });
    }
    let stem = naming::stem(keputusan);
    let Kunci { kantor, seri, .. } = kunci;
    let names = [format!("{stem}.pdf"), format!("{stem}-{seri}.pdf"), format!("{stem}-{kantor}-{seri}.pdf")];
    let mut other = None;
    for name in names {
        let path = naming::target(job.keluaran.as_deref(), keputusan, &name);
        let there = match disk::there(&path) {
            Ok(there) => there.map(Sidik::of),
            Err(error) => {
                run.refuse_writing(&WriteError::Io(path, error));
                return None;
            }
        };
        // The original of another decree is never written over: the series, and then the office, are named as well.
        if let Some(owner) = owner(&path, there, menunggu, tahun) {
            other = Some((path, owner));
            continue;
        }
        if there.is_some_and(|sidik| sidik != Sidik::of(pdf)) && !job.timpa {
            run.refuse_writing(&WriteError::Exists(path));
            return None;
        }
        tujuan.push(Tujuan { path, isi: ASLI.to_owned(), lama: there });
        return Some(tujuan);
    }
    let (path, owner) = other?;
    let message = format!("{} adalah PDF asli {owner}", path.display());
    let hint = "sebut tempat lain dengan -o; PDF asli keputusan lain tidak ditimpa, juga dengan --timpa";
    run.sink.push(Diagnostic::galat(Code::SUDAH_ADA, None, message).hint(hint));
    run.failed = true;
    None
}

/// Another decree whose original is at a place, or will be.
fn owner(path: &Path, there: Option<Sidik>, menunggu: &Menunggu, tahun: &Tahun) -> Option<Kunci> {
    let waiting = menunggu.owner(path).cloned();
    let issued = || tahun.keputusan().into_iter().find(|status| Some(status.terbit.sidik.pdf) == there);
    waiting.or_else(|| issued().map(|status| status.kunci.clone()))
}

/// Whether all that is about to be written can be; where the first is refused by the disk, nothing is issued.
pub fn can_be_written(all: &[Siap], buku: &Buku, run: &mut Run) -> Option<()> {
    let mut folders: Vec<PathBuf> = vec![buku.folder().to_owned()];
    for siap in all {
        folders.push(buku.folder().join(siap.kunci.tahun.to_string()));
        folders.extend(siap.tujuan.iter().filter_map(|tujuan| tujuan.path.parent().map(Path::to_owned)));
    }
    folders.sort();
    folders.dedup();
    for folder in folders {
        if let Err(error) = disk::can_write(&folder) {
            run.refuse_writing(&WriteError::Io(folder, error));
            return None;
        }
    }
    Some(())
}
