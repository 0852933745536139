//! The register looked through as a whole: every file of every frozen folder, and whatever lies among them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::buku::{ASLI, BAHAN, BATAL, Baris, Buku, Folder, Kunci, NASKAH, Peristiwa, TERBIT, Tahun};
use super::penerbitan::{BARU, KUNCI, LAMA, TUGAS, Terhenti};
use super::periksa::{Banding, elsewhere};
use crate::disk;
use naskah_core::diag::{Code, Diagnostic, Sink};

/// The way out for what was frozen.
const RESTORED: &str = "pulihkan folder register dari cadangan; yang terbit tidak boleh diubah";
/// The way out for a line beside what was frozen.
const WRITTEN_AGAIN: &str =
    "`naskah register perbaiki` menuliskannya lagi dari register, bila berkas lain di folder itu utuh";
/// The way out for a year of which nothing is there.
const UNUSED: &str =
    "hapus berkas dan folder tahun itu bila memang belum dipakai; bila pernah, pulihkan folder register dari cadangan";
/// The way out for what does not belong there.
const TAKEN_OUT: &str = "pindahkan ke luar folder register, atau pulihkan folder register dari cadangan";

impl Buku {
    /// What is wrong with the frozen folders of a year, given its lines and its bytes. The folder of an issue that is not
    /// done, which the next issue finishes, may still be missing.
    pub fn menyeluruh(&self, year: i32, tahun: &Tahun, bytes: &[u8], terhenti: Option<&Terhenti>, sink: &mut Sink) {
        let undone = |kunci: &Kunci| matches!(terhenti, Some(Terhenti::Keputusan(own)) if own == kunci);
        let lines = bytes.split(|byte| *byte == b'\n').zip(&tahun.baris);
        let mut due: BTreeSet<Folder> = BTreeSet::new();
        let changed = self.terakhir(bytes);
        for (line, baris) in lines.filter(|(_, baris)| baris.kunci.tahun == year) {
            let kunci = &baris.kunci;
            let folder = self.folder().join(kunci.folder());
            due.insert(Kunci::place(&kunci.kantor, &kunci.seri, &kunci.nomor));
            if !folder.is_dir() {
                // Otherwise it was told with all others of the year.
                if terhenti.is_some() && !undone(kunci) {
                    told(sink, format!("bahan beku {} tidak ada: {}", kunci.berseri(), folder.display()), RESTORED);
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
            linked(&folder, sink);
            for (name, sidik) in frozen {
                linked(&folder.join(name), sink);
                self.frozen(&folder.join(name), sidik, sink);
            }
            // A newest line that was changed is told of the book, which is written again from the copy.
            if changed.as_ref() != Some(kunci) || name != TERBIT {
                copy(&folder.join(name), line, kunci, sink);
            }
        }
        self.strangers(year, bytes, &due, sink);
    }

    /// Tells in short what is amiss in the books, in what was frozen and among it.
    pub fn rusak_beku(&self, sink: &mut Sink) {
        self.ganjil_semua(None, Banding::Semua).into_iter().for_each(|one| sink.push(one));
        let mut others = Sink::default();
        for year in self.tahun() {
            let Some(bytes) = self.isi(year, &mut Sink::default()) else { continue };
            let Ok(tahun) = Tahun::read(&bytes) else { continue };
            let due = tahun.baris.iter().map(|baris| &baris.kunci).filter(|kunci| kunci.tahun == year);
            let due = due.map(|kunci| Kunci::place(&kunci.kantor, &kunci.seri, &kunci.nomor)).collect();
            self.strangers(year, &bytes, &due, &mut others);
        }
        self.asing(&mut others);
        if let Some(first) = others.found().iter().find(|one| one.code == Code::REGISTER_RUSAK) {
            let more = others.found().len() - 1;
            let more = if more == 0 { String::new() } else { format!(", dan {more} lagi") };
            let message = format!("folder register memuat yang bukan miliknya: {}{more}", first.message);
            let hint = "`naskah register periksa` menyebut semuanya";
            sink.push(Diagnostic::peringatan(Code::REGISTER_RUSAK, None, message).hint(hint));
        }
    }

    /// The lines of a sound book that do not stand beside what was frozen as they should, where all that was frozen is as it
    /// was: the file of each, and the line.
    pub fn salinan_baris(&self, tahun: &Tahun, bytes: &[u8]) -> Vec<(PathBuf, Vec<u8>)> {
        let mut out = Vec::new();
        for (line, baris) in bytes.split(|byte| *byte == b'\n').zip(&tahun.baris) {
            let folder = self.folder().join(baris.kunci.folder());
            let (name, frozen) = match &baris.peristiwa {
                Peristiwa::Terbit(terbit) => (TERBIT, Some(terbit.sidik)),
                Peristiwa::Batal(_) => (BATAL, None),
            };
            let mut ignored = Sink::default();
            let mut is_kept = |(name, sidik)| self.frozen(&folder.join(name), sidik, &mut ignored).is_some();
            let whole = frozen.is_none_or(|own| {
                [(NASKAH, own.naskah), (BAHAN, own.bahan), (ASLI, own.pdf)].into_iter().all(&mut is_kept)
            });
            let path = folder.join(name);
            if folder.is_dir() && whole && !path.is_dir() && !disk::regular(&path).is_ok_and(|own| own == line) {
                out.push((path, line.to_vec()));
            }
        }
        out
    }

    /// Files and folders of a year that belong to no line.
    fn strangers(&self, year: i32, bytes: &[u8], due: &BTreeSet<Folder>, sink: &mut Sink) {
        let folder = self.folder().join(year.to_string());
        // A withdrawal that the book lost is told of the book, and must stay here.
        let may_stay = |path: &Path| {
            let line = disk::regular(path).unwrap_or_default();
            let lost = !bytes.split(|byte| *byte == b'\n').any(|own| own == line);
            let own = serde_json::from_slice::<Baris>(&line).is_ok_and(|baris| {
                path.parent().is_some_and(|folder| folder == self.folder().join(baris.kunci.folder()))
            });
            lost || own
        };
        let (numbers, mut known) = (names(&folder), false);
        for number in &numbers {
            let is_due = due.iter().any(|(own, _)| own == number);
            let offices = names(&folder.join(number));
            // An empty folder of a number is told as missing in the book.
            let empty = offices.is_empty() && !is_due && !number.bytes().all(|byte| byte.is_ascii_digit());
            if empty || !folder.join(number).is_dir() {
                stranger(&folder.join(number), sink);
                continue;
            }
            known = true;
            for office in offices {
                let path = folder.join(number).join(&office);
                if !due.contains(&(number.clone(), office.clone())) {
                    // What was issued is told as missing in the book.
                    match elsewhere(&path).filter(|place| due.contains(place)) {
                        Some((number, of)) => astray(&path, &format!("{number}/{of}"), sink),
                        None if is_due && !path.join(TERBIT).is_file() => stranger(&path, sink),
                        None if [TERBIT, NASKAH, ASLI].iter().any(|name| path.join(name).is_file()) => {}
                        None => stranger(&path, sink),
                    }
                    continue;
                }
                let known = |name: &str| {
                    [NASKAH, BAHAN, ASLI, TERBIT].contains(&name) || (name == BATAL && may_stay(&path.join(name)))
                };
                names(&path).into_iter().filter(|name| !known(name)).for_each(|name| stranger(&path.join(name), sink));
            }
        }
        if due.is_empty() && !known && bytes.is_empty() {
            told(sink, format!("register {year} tidak memuat satu keputusan pun"), UNUSED);
        }
    }

    /// Tells of a year's book that is kept elsewhere.
    pub fn tertaut(&self, year: i32, sink: &mut Sink) {
        linked(&self.berkas(year), sink);
    }

    /// Whether a folder stands where the register is locked by a file.
    pub fn terkunci_folder(&self) -> bool {
        self.folder().join(KUNCI).is_dir()
    }

    /// What lies in the register's own folder and belongs to no year.
    pub fn asing(&self, sink: &mut Sink) {
        let known = |name: &str| {
            let year = name.strip_suffix(".jsonl").unwrap_or(name);
            let is_year = year.parse::<i32>().is_ok_and(|number| number.to_string() == year);
            is_year || [BARU, KUNCI, TUGAS].contains(&name) || name.contains(LAMA)
        };
        for name in names(self.folder()).into_iter().filter(|name| !known(name)) {
            let path = self.folder().join(&name);
            match name.starts_with(disk::PASSING) {
                true => passing(&path, sink),
                false => stranger(&path, sink),
            }
        }
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
        Ok(_) => format!("{}: isinya lain daripada baris {} dalam register", path.display(), kunci.berseri()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            format!("{}: tidak ada, sehingga baris {} hanya ada dalam register", path.display(), kunci.berseri())
        }
        Err(error) => {
            let message = format!("{} tidak dapat dibaca: {}", path.display(), disk::explain(&error));
            return told(sink, message, RESTORED);
        }
    };
    told(sink, message, WRITTEN_AGAIN);
}

/// Tells of a place that leads elsewhere: what lies there may be changed without the register being touched.
fn linked(path: &Path, sink: &mut Sink) {
    if fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink()) {
        let message = format!("{} ialah tautan ke tempat lain", path.display());
        let hint = "simpan berkasnya sendiri di sana: yang tertaut dapat diganti tanpa menyentuh folder register";
        sink.push(Diagnostic::peringatan(Code::REGISTER_RUSAK, None, message).hint(hint));
    }
}

fn told(sink: &mut Sink, message: String, hint: &str) {
    sink.push(Diagnostic::galat(Code::REGISTER_RUSAK, None, message).hint(hint));
}

/// What the program itself was writing when it was ended.
fn passing(path: &Path, sink: &mut Sink) {
    let message = format!("{} tertinggal dari penulisan yang terhenti", path.display());
    let hint = "`terbit` atau `batal` berikutnya membersihkannya; boleh juga dihapus";
    sink.push(Diagnostic::peringatan(Code::SISA, None, message).hint(hint));
}

fn stranger(path: &Path, sink: &mut Sink) {
    told(sink, format!("{} tidak tercatat dalam register", path.display()), TAKEN_OUT);
}

/// A frozen folder that does not stand where it belongs.
fn astray(path: &Path, place: &str, sink: &mut Sink) {
    let message = format!("{} ialah salinan bahan beku {place}, atau folder itu yang diganti namanya", path.display());
    let hint = "kembalikan namanya bila yang asli tidak ada; bila salinan, pindahkan ke luar folder register";
    told(sink, message, hint);
}

/// The names within a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
