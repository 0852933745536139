//! Decrees that stand in a book or a folder of another name than that of their year.

use std::fs;
use std::path::PathBuf;

use super::buku::{Baris, Buku, Kunci, Peristiwa, TERBIT};
use crate::disk;

impl Buku {
    /// Where else than in the book of its year a decree is told to have been issued: a book or a frozen folder whose name
    /// says another year, or none.
    pub fn di_tempat_lain(&self, kunci: &Kunci) -> Option<PathBuf> {
        let entries = fs::read_dir(self.folder()).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.retain(|path| *path != self.berkas(kunci.tahun));
        paths.sort_unstable();
        paths.into_iter().find_map(|path| match path.is_dir() {
            true => {
                let (number, of) = Kunci::place(&kunci.kantor, &kunci.seri, &kunci.nomor);
                let folder = path.join(number).join(of);
                let line = disk::regular(&folder.join(TERBIT)).ok()?;
                is_issued(&line, kunci).then_some(folder)
            }
            false => {
                let bytes = path.to_string_lossy().contains(".jsonl").then(|| disk::regular(&path).ok())??;
                bytes.split(|byte| *byte == b'\n').any(|line| is_issued(line, kunci)).then_some(path)
            }
        })
    }
}

/// Whether a line says that the decree was issued, also where its number is written with zeros before it.
fn is_issued(line: &[u8], kunci: &Kunci) -> bool {
    let Ok(Baris { kunci: other, peristiwa: Peristiwa::Terbit(_), .. }) = serde_json::from_slice(line) else {
        return false;
    };
    let number = other.angka().is_some() && other.angka() == kunci.angka();
    other.same_series(kunci) && (number || other.nomor == kunci.nomor)
}
