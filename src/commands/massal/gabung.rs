//! Manifests of parts joined: whether all parts are there, made from the same, and their files as they were written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::manifes::{Catatan, Jalan, Manifes};
use crate::disk;
use crate::run::{Count, Deed, Made, Run};
use naskah_core::diag::{Code, Diagnostic};
use naskah_core::fingerprint::Sidik;

/// So many of what is missing are named.
const NAMED: usize = 20;

/// Joins manifests; what is missing, failed or differs is told.
pub fn run(manifes: &[PathBuf], keluaran: Option<&Path>, timpa: bool, run: &mut Run) -> Option<()> {
    let mut all: BTreeMap<usize, Catatan> = BTreeMap::new();
    let mut jalan: Option<Jalan> = None;
    for path in manifes {
        let Some(read) = open(path, run) else { continue };
        match (&jalan, read.jalan) {
            (None, Some(own)) => jalan = Some(own),
            (Some(first), Some(own)) if !first.is_same(&own) => {
                let message = format!("{}: dibuat dari pola, data, atau program yang lain", path.display());
                run.sink.push(Diagnostic::galat(Code::SUMBER_BERUBAH, None, message).hint("buat ulang bagian itu"));
            }
            _ => {}
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        for catatan in read.catatan.into_values() {
            take(folder, catatan, &mut all, run);
        }
    }
    let jalan = jalan.or_else(|| {
        run.refuse(Code::DATA, "tidak satu pun berkas itu manifes `naskah massal`".to_owned(), None);
        None
    })?;
    missing(&all, jalan.banyak, run);
    let made = all.values().filter(|one| one.berkas.is_some()).count();
    let joined = jalan.whole();
    if let Some(path) = keluaran {
        let lines: String = std::iter::once(joined.line()).chain(all.values().map(Catatan::line)).collect();
        let fate = run.deliver(path, lines.into_bytes(), timpa)?;
        run.voice.made(Made::file(path, fate).count(Count::Berkas, made));
    } else if !run.sink.has_errors() {
        let note = format!("{} manifes, tidak ada yang kurang atau berbeda", manifes.len());
        run.voice.made(Made::new(Deed::Tetap).named("manifes").count(Count::Berkas, made).note(note));
    }
    Some(())
}

/// Reads a manifest; why it cannot be read is reported.
fn open(path: &Path, run: &mut Run) -> Option<Manifes> {
    let read = match Manifes::read(path) {
        Ok(read) => read,
        Err(error) => {
            run.sink.push(crate::input::unread(&path.display().to_string(), &error));
            run.failed = true;
            return None;
        }
    };
    let Some(read) = read else {
        run.refuse(Code::BERKAS, format!("{} tidak ada", path.display()), None);
        return None;
    };
    if read.rusak > 0 {
        let message = format!("{}: {} baris manifes tidak utuh dan dilewati", path.display(), read.rusak);
        run.sink.push(Diagnostic::peringatan(Code::DATA, None, message));
    }
    Some(read)
}

/// Takes what one manifest says of a document.
fn take(folder: &Path, catatan: Catatan, all: &mut BTreeMap<usize, Catatan>, run: &mut Run) {
    if let (Some(name), Some(sidik)) = (&catatan.berkas, catatan.sidik) {
        let path = folder.join(name);
        let why = match disk::there(&path) {
            Ok(Some(bytes)) if Sidik::of(&bytes) == sidik => None,
            Ok(Some(_)) => Some("isinya bukan yang dicatat"),
            _ => Some("berkasnya tidak ada"),
        };
        if let Some(why) = why {
            let message = format!("{}: {why}", path.display());
            run.sink.push(Diagnostic::galat(Code::DATA, None, message).hint("buat lagi dengan --lanjut"));
        }
    }
    match all.get(&catatan.urut) {
        Some(other) if other.sidik.is_some() && catatan.sidik.is_some() && other.sidik != catatan.sidik => {
            let name = catatan.berkas.clone().unwrap_or_default();
            let message = format!("naskah {} ({name}) berbeda dalam dua manifes", catatan.urut);
            run.sink.push(Diagnostic::galat(Code::SUMBER_BERUBAH, None, message));
        }
        Some(other) if other.sidik.is_some() => {}
        _ => {
            all.insert(catatan.urut, catatan);
        }
    }
}

/// Tells which documents no manifest knows, and which could not be made.
fn missing(all: &BTreeMap<usize, Catatan>, banyak: usize, run: &mut Run) {
    let absent: Vec<usize> = (1..=banyak).filter(|urut| !all.contains_key(urut)).collect();
    let failed: Vec<usize> = all.values().filter(|one| one.berkas.is_none()).map(|one| one.urut).collect();
    for (urut, what) in [(absent, "belum dibuat"), (failed, "gagal dibuat")] {
        if !urut.is_empty() {
            let named: Vec<String> = urut.iter().take(NAMED).map(usize::to_string).collect();
            let more = if urut.len() > NAMED { ", …" } else { "" };
            let message = format!("{} naskah {what}: nomor {}{more}", urut.len(), named.join(", "));
            run.sink.push(Diagnostic::galat(Code::DATA, None, message).hint("jalankan bagiannya lagi dengan --lanjut"));
        }
    }
}
