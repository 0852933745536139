//! The register looked through as a whole: every file of every frozen folder, and whatever lies among them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::buku::{ASLI, BAHAN, Buku, Kunci, NASKAH, Peristiwa, Tahun};
use super::penerbitan::{BARU, KUNCI, TUGAS, Terhenti};
use super::periksa::{BATAL, TERBIT};
use crate::disk;
use naskah_core::diag::{Code, Diagnostic, Sink};

/// The way out for what was frozen.
const RESTORED: &str = "pulihkan folder register dari cadangan; yang terbit tidak boleh diubah";
/// The way out for what does not belong there.
const TAKEN_OUT: &str = "pindahkan ke luar folder register, atau pulihkan folder register dari cadangan";

impl Buku {
    /// What is wrong with the frozen folders of a year, given its lines and its bytes. The folder of an issue that is not
    /// done, which the next issue finishes, may still be missing.
    pub fn menyeluruh(&self, year: i32, tahun: &Tahun, bytes: &[u8], terhenti: Option<&Terhenti>, sink: &mut Sink) {
        let undone = |kunci: &Kunci| matches!(terhenti, Some(Terhenti::Keputusan(own)) if own == kunci);
        let lines = bytes.split(|byte| *byte == b'\n').zip(&tahun.baris);
        let mut due: BTreeSet<(String, String)> = BTreeSet::new();
        for (line, baris) in lines.filter(|(_, baris)| baris.kunci.tahun == year) {
            let kunci = &baris.kunci;
            let folder = self.folder().join(kunci.folder());
            due.insert((Kunci::folder_nomor(&kunci.nomor), format!("{}-{}", kunci.kantor, kunci.seri)));
            if !folder.is_dir() {
                // Otherwise it was told with all others of the year.
                if terhenti.is_some() && !undone(kunci) {
                    told(sink, format!("bahan beku {kunci} tidak ada: {}", folder.display()), RESTORED);
                }
                continue;
            }
            let (name, frozen) = match &baris.peristiwa {
                Peristiwa::Terbit(terbit) => {
                    let sidik = &terbit.sidik;
                    (TERBIT, vec![(NASKAH, sidik.naskah), (BAHAN, sidik.bahan), (ASLI, sidik.pdf)])
                }
                Peristiwa::Batal(_) => (BATAL, Vec::new()),
            };
            for (name, sidik) in frozen {
                self.frozen(&folder.join(name), sidik, sink);
            }
            copy(&folder.join(name), line, kunci, sink);
        }
        self.strangers(year, tahun, &due, sink);
    }

    /// Files and folders of a year that belong to no line.
    fn strangers(&self, year: i32, tahun: &Tahun, due: &BTreeSet<(String, String)>, sink: &mut Sink) {
        let folder = self.folder().join(year.to_string());
        let withdrawn: BTreeSet<&Kunci> = tahun
            .baris
            .iter()
            .filter(|baris| matches!(baris.peristiwa, Peristiwa::Batal(_)))
            .map(|baris| &baris.kunci)
            .collect();
        for number in names(&folder).into_iter().filter(|number| due.iter().any(|(own, _)| own == number)) {
            for office in names(&folder.join(&number)) {
                let path = folder.join(&number).join(&office);
                if !due.contains(&(number.clone(), office.clone())) {
                    // What was issued is told as missing in the book.
                    if !path.join(TERBIT).is_file() {
                        stranger(&path, sink);
                    }
                    continue;
                }
                let is_withdrawn = withdrawn.iter().any(|kunci| self.folder().join(kunci.folder()) == path);
                let known =
                    |name: &str| [NASKAH, BAHAN, ASLI, TERBIT].contains(&name) || (name == BATAL && is_withdrawn);
                names(&path).into_iter().filter(|name| !known(name)).for_each(|name| stranger(&path.join(name), sink));
            }
        }
    }

    /// What lies in the register's own folder and belongs to no year.
    pub fn asing(&self, sink: &mut Sink) {
        let known = |name: &str| {
            let year = name.strip_suffix(".jsonl").unwrap_or(name);
            let is_year = year.parse::<i32>().is_ok_and(|number| number.to_string() == year);
            is_year || [BARU, KUNCI, TUGAS].contains(&name)
        };
        let unknown = names(self.folder()).into_iter().filter(|name| !known(name));
        unknown.for_each(|name| stranger(&self.folder().join(name), sink));
        if self.folder().exists() && !self.folder().is_dir() {
            told(sink, format!("{} bukan folder", self.folder().display()), TAKEN_OUT);
        }
        for (name, is_folder) in [(KUNCI, false), (TUGAS, false), (BARU, true)] {
            let path = self.folder().join(name);
            if path.exists() && path.is_dir() != is_folder {
                let kind = if is_folder { "folder" } else { "berkas" };
                told(sink, format!("{} bukan {kind}", path.display()), TAKEN_OUT);
            }
        }
    }
}

/// The line beside what was frozen must be the book's.
fn copy(path: &Path, line: &[u8], kunci: &Kunci, sink: &mut Sink) {
    let message = match disk::regular(path) {
        Ok(bytes) if bytes == line => return,
        Ok(_) => format!("{}: isinya lain daripada baris {kunci} dalam register", path.display()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let message = format!("{}: tidak ada, sehingga baris {kunci} hanya ada dalam register", path.display());
            return sink.push(Diagnostic::peringatan(Code::REGISTER_RUSAK, None, message).hint(RESTORED));
        }
        Err(error) => format!("{} tidak dapat dibaca: {}", path.display(), disk::explain(&error)),
    };
    told(sink, message, RESTORED);
}

fn told(sink: &mut Sink, message: String, hint: &str) {
    sink.push(Diagnostic::galat(Code::REGISTER_RUSAK, None, message).hint(hint));
}

fn stranger(path: &Path, sink: &mut Sink) {
    told(sink, format!("{} tidak tercatat dalam register", path.display()), TAKEN_OUT);
}

/// The names within a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
