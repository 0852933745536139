//! The book held against the frozen folders: the chain guards every line but the newest, so what happened is also written
//! down beside what was frozen.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::buku::{
    ASLI, BAHAN, BATAL, Baris, Buku, Folder, Kunci, MENDED, NASKAH, Peristiwa, TERBIT, Tahun, Tercatat, UNMENDED,
};
use super::ringkas::KunciRingkas;
use super::sumber::{self, Cocok};
use crate::disk;
use naskah_core::diag::{Code, Diagnostic, Files, Level, Sink};
use naskah_core::fingerprint::Sidik;

/// What a year's book was at some time, kept elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jangkar {
    /// The year.
    pub tahun: i32,
    /// How many lines there were.
    pub baris: usize,
    /// Fingerprint of the last of them.
    pub sidik: Sidik,
}

impl FromStr for Jangkar {
    type Err = ();

    /// `2026 3 de39…`: year, lines, fingerprint.
    fn from_str(text: &str) -> Result<Self, ()> {
        let [tahun, baris, sidik] = text.split_whitespace().collect::<Vec<_>>()[..] else { return Err(()) };
        let sidik = serde_json::from_value(sidik.into()).map_err(drop)?;
        Ok(Self { tahun: tahun.parse().map_err(drop)?, baris: baris.parse().map_err(drop)?, sidik })
    }
}

/// What is wrong with the book of a year as the frozen folders have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ganjil {
    /// The newest line is not what was written.
    Terakhir(i32, Kunci),
    /// A line says something else than the source that was frozen with it: what.
    Sumber(i32, Kunci, String),
    /// Numbers of which the book knows nothing, and of which an empty folder is left.
    Kosong(i32, Vec<String>),
    /// Decrees of another year stand in the book.
    TahunLain(i32, Kunci),
    /// There are frozen folders of which the book knows nothing.
    TakTercatat(i32, Vec<String>),
    /// What was withdrawn, by its number, of which the book knows nothing.
    BatalHilang(i32, Vec<String>),
    /// Numbers beside which something stands in the place of a withdrawal that is none.
    BatalAsing(i32, Vec<String>),
    /// Numbers of which the book has a withdrawal that does not stand beside what was frozen.
    BatalTakBeku(i32, Vec<String>),
    /// Of these numbers nothing is frozen any more.
    TakBeku(i32, Vec<String>),
    /// What was frozen of these numbers was changed, or is not whole.
    TakCocok(i32, Vec<String>),
}

impl Ganjil {
    /// Whether the book itself was changed.
    pub fn is_damage(&self) -> bool {
        !matches!(self, Self::TakBeku(..) | Self::TakCocok(..) | Self::BatalTakBeku(..))
    }

    /// The finding; the book is asked whether it can be mended.
    pub fn told(&self, buku: &Buku) -> Diagnostic {
        match self.is_damage() {
            true => Diagnostic::galat(Code::REGISTER_RUSAK, None, self.message()),
            false => Diagnostic::peringatan(Code::REGISTER_RUSAK, None, self.message()),
        }
        .hint(self.way_out(buku))
    }

    fn message(&self) -> String {
        let all = |numbers: &[String]| numbers.join(", ");
        match self {
            Self::Terakhir(year, kunci) => {
                format!("baris terakhir register {year} diubah: {} tidak seperti yang dibekukan", kunci.berseri())
            }
            Self::Sumber(year, kunci, what) => {
                format!("baris {} dalam register {year} menyebut {what}", kunci.berseri())
            }
            Self::Kosong(year, numbers) => {
                format!("register {year} tidak lagi memuat nomor {}, dan folder bahan bekunya kosong", all(numbers))
            }
            Self::TahunLain(year, kunci) => {
                format!("register {year} memuat {}, yang milik tahun lain", kunci.berseri())
            }
            Self::TakTercatat(year, numbers) => {
                format!("register {year} tidak lagi memuat yang bahan bekunya ada: nomor {}", all(numbers))
            }
            Self::BatalHilang(year, numbers) => {
                format!("register {year} tidak lagi memuat pembatalan nomor {}", all(numbers))
            }
            Self::BatalAsing(year, numbers) => {
                format!("register {year}: {BATAL} di samping bahan beku nomor {} bukan baris register", all(numbers))
            }
            Self::BatalTakBeku(year, numbers) => format!(
                "pembatalan nomor {} hanya ada dalam register {year}, tanpa {BATAL} di samping bahan bekunya",
                all(numbers)
            ),
            Self::TakBeku(year, numbers) => format!("bahan beku tahun {year} tidak ada lagi: nomor {}", all(numbers)),
            Self::TakCocok(year, numbers) => {
                format!("bahan beku tahun {year} diubah atau tidak lengkap: nomor {}", all(numbers))
            }
        }
    }

    fn way_out(&self, buku: &Buku) -> &'static str {
        match self {
            Self::Terakhir(year, _) | Self::TakTercatat(year, _) | Self::BatalHilang(year, _) => {
                buku.jalan_keluar(*year)
            }
            Self::Sumber(..) => {
                "pulihkan register dan folder keputusan itu dari cadangan; naskah yang dibekukan tidak diubah"
            }
            Self::Kosong(..) => {
                "pulihkan folder register dari cadangan; hapus folder kosong itu bila memang belum dipakai"
            }
            Self::TahunLain(..) => "buang salinan berkas register itu",
            Self::BatalAsing(..) => {
                "pulihkan dari cadangan bila keputusan itu dibatalkan; bila tidak, `naskah register perbaiki` memindahkannya"
            }
            Self::BatalTakBeku(..) => {
                "pastikan bahwa keputusan itu memang dibatalkan; bila tidak, pulihkan register dari cadangan; bila ya, \
                 `naskah register perbaiki` menuliskannya"
            }
            Self::TakBeku(..) => {
                "pulihkan folder register dari cadangan; tanpa bahan beku tidak ada salinan dan petikan"
            }
            Self::TakCocok(..) => "barisnya tidak dapat dicocokkan; `naskah register periksa` menyebut berkasnya",
        }
    }
}

/// So many numbers are told.
const TOLD: usize = 12;

/// So many of the newest lines are held against what was frozen with them where another one is about to be written.
const NEWEST: usize = 12;

/// What the frozen folders of a year say.
#[derive(Default)]
struct Dibekukan {
    /// What is frozen.
    isi: BTreeSet<Folder>,
    /// Numbers that have a folder, but nothing in it.
    kosong: BTreeSet<String>,
    /// What was withdrawn by a line that the book does not have.
    batal: BTreeSet<Folder>,
    /// Where something stands in the place of a withdrawal that is none.
    asing: BTreeSet<Folder>,
    /// What was withdrawn by a line of the book that does not stand beside it.
    tak_beku: BTreeSet<Folder>,
}

/// Which lines are held against what was frozen with them.
#[derive(Debug, Clone, Copy)]
pub enum Banding<'a> {
    /// All of them.
    Semua,
    /// The newest ones, on which a line is chained.
    Terbaru,
    /// That of one decree.
    Satu(&'a Kunci),
    /// None: the book alone is looked at.
    Tiada,
}

impl Banding<'_> {
    fn takes(self, kunci: &Kunci) -> bool {
        match self {
            Self::Semua | Self::Terbaru => true,
            Self::Satu(own) => own == kunci,
            Self::Tiada => false,
        }
    }
}

/// Folders as they are told: by number, in order, with office and series where `all` has that number twice.
fn numbers<'a>(found: impl Iterator<Item = &'a Folder>, all: &BTreeSet<&Folder>) -> Vec<String> {
    let mut found: Vec<&Folder> = found.collect();
    found.sort_by_key(|(number, of)| (number.parse::<u32>().unwrap_or(u32::MAX), number, of));
    let told = |(number, of): &&Folder| match all.iter().filter(|(own, _)| own == number).nth(1) {
        Some(_) if !of.is_empty() => format!("{number} ({of})"),
        _ => number.clone(),
    };
    let mut told: Vec<String> = found.iter().take(TOLD).map(told).collect();
    if found.len() > TOLD {
        told.push(format!("dan {} lagi", found.len() - TOLD));
    }
    told
}

/// Where a frozen folder belongs by the line in it, where that is another place: it is a copy, or was renamed.
pub fn elsewhere(folder: &Path) -> Option<Folder> {
    let baris: Baris = serde_json::from_slice(&disk::regular(&folder.join(TERBIT)).ok()?).ok()?;
    let Kunci { kantor, seri, nomor, .. } = &baris.kunci;
    let place = Kunci::place(kantor, seri, nomor);
    let own = |path: Option<&Path>| path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    (own(Some(folder)).as_ref() != Some(&place.1) || own(folder.parent()).as_ref() != Some(&place.0)).then_some(place)
}

/// Whether bytes are a line of a book.
fn is_line(bytes: &[u8]) -> bool {
    serde_json::from_slice::<Baris>(bytes).is_ok()
}

/// The frozen folders of the decrees that lines of a book withdraw.
fn withdrawn(lines: &BTreeSet<&[u8]>, buku: &Buku) -> BTreeSet<PathBuf> {
    const WITHDRAWS: &[u8] = b"\"batal\"";
    let may = |line: &&&[u8]| line.windows(WITHDRAWS.len()).any(|part| part == WITHDRAWS);
    let read = lines.iter().filter(may).filter_map(|line| serde_json::from_slice::<Baris>(line).ok());
    let own = read.filter(|baris| matches!(baris.peristiwa, Peristiwa::Batal(_)));
    own.map(|baris| buku.folder().join(baris.kunci.folder())).collect()
}

/// Whether bytes are a line about a decree.
fn is_line_of(bytes: &[u8], kunci: &Kunci) -> bool {
    serde_json::from_slice::<Baris>(bytes).is_ok_and(|baris| baris.kunci == *kunci)
}

/// The books that lines make, each with its end, the longest first: every line but the first names the one before it.
fn chained(lines: &[Vec<u8>]) -> impl Iterator<Item = Vec<u8>> {
    let read = |line: &Vec<u8>| Some((Sidik::of(line), serde_json::from_slice::<Baris>(line).ok()?, line.clone()));
    let mut known: Vec<(Sidik, Baris, Vec<u8>)> = lines.iter().filter_map(read).collect();
    known.sort_by_key(|(_, baris, _)| std::cmp::Reverse(baris.urut));
    let by_sidik: BTreeMap<Sidik, usize> = known.iter().enumerate().map(|(at, (own, ..))| (*own, at)).collect();
    (0..known.len()).filter_map(move |end| {
        let (mut out, mut at) = (Vec::new(), end);
        for due in (1..=known.get(end)?.1.urut).rev() {
            let (_, baris, line) = known.get(at).filter(|(_, baris, _)| baris.urut == due)?;
            out.push([line.as_slice(), b"\n"].concat());
            at = if due > 1 { *by_sidik.get(&baris.sebelum)? } else { at };
        }
        out.reverse();
        Some(out.concat())
    })
}

impl Buku {
    /// The years of which there is a book or frozen folders, in order.
    pub fn semua_tahun(&self) -> Vec<i32> {
        let entries = fs::read_dir(self.folder()).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let years: BTreeSet<i32> =
            names.filter_map(|name| Self::year(name.strip_suffix(".jsonl").unwrap_or(&name))).collect();
        years.into_iter().collect()
    }

    /// What is wrong with a year's book, given its bytes and the keys of its lines.
    pub fn keganjilan<'a, K: Borrow<KunciRingkas<'a>>>(
        &self,
        year: i32,
        bytes: &[u8],
        keys: impl Iterator<Item = K>,
        banding: Banding<'_>,
    ) -> Vec<Ganjil> {
        let mut out = Vec::new();
        let mut recorded: BTreeSet<Folder> = BTreeSet::new();
        for key in keys {
            let kunci: &KunciRingkas<'_> = key.borrow();
            if kunci.tahun != year && out.is_empty() {
                out.push(Ganjil::TahunLain(year, kunci.owned()));
            }
            if kunci.tahun == year {
                recorded.insert(Kunci::place(&kunci.kantor, &kunci.seri, &kunci.nomor));
            }
        }
        let Dibekukan { isi, kosong, batal, asing, tak_beku } = self.dibekukan(year, bytes);
        let empty = kosong.into_iter().filter(|number| !recorded.iter().any(|(own, _)| own == number));
        let empty: Vec<Folder> = empty.map(|number| (number, String::new())).collect();
        let all: BTreeSet<&Folder> = recorded.iter().chain(&isi).collect();
        // Folders and files of other programs are told where the register is looked through.
        let issued = |(number, of): &&Folder| {
            let folder = self.folder().join(year.to_string()).join(number).join(of);
            let known_elsewhere = elsewhere(&folder).is_some_and(|place| recorded.contains(&place));
            !known_elsewhere && [TERBIT, NASKAH, ASLI].iter().any(|name| folder.join(name).is_file())
        };
        let unknown = numbers(isi.difference(&recorded).filter(issued), &all);
        let empty = numbers(empty.iter(), &all);
        let gone = numbers(recorded.difference(&isi), &all);
        type Of = fn(i32, Vec<String>) -> Ganjil;
        let lists: [(Of, Vec<String>); 5] = [
            (Ganjil::TakTercatat, unknown),
            (Ganjil::Kosong, empty),
            (Ganjil::BatalHilang, numbers(batal.iter(), &all)),
            (Ganjil::BatalAsing, numbers(asing.iter(), &all)),
            (Ganjil::BatalTakBeku, numbers(tak_beku.iter(), &all)),
        ];
        out.extend(lists.into_iter().filter(|(_, found)| !found.is_empty()).map(|(ganjil, found)| ganjil(year, found)));
        if !gone.is_empty() && self.terhenti().is_none() {
            out.push(Ganjil::TakBeku(year, gone));
        }
        out.extend(self.terakhir(bytes).map(|kunci| Ganjil::Terakhir(year, kunci)));
        out.extend(self.lain_sumber(year, bytes, &all, banding));
        out
    }

    /// The lines that say something else than what was frozen with them, and those that cannot be held against it.
    fn lain_sumber(&self, year: i32, bytes: &[u8], all: &BTreeSet<&Folder>, banding: Banding<'_>) -> Vec<Ganjil> {
        if matches!(banding, Banding::Tiada) {
            return Vec::new();
        }
        let lines = bytes.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice::<Baris>(line).ok());
        let due = |baris: &Baris| baris.kunci.tahun == year && banding.takes(&baris.kunci);
        let there = |baris: &Baris| due(baris) && self.folder().join(baris.kunci.folder()).is_dir();
        let mut lines: Vec<Baris> = lines.filter(there).collect();
        if matches!(banding, Banding::Terbaru) {
            lines.drain(..lines.len().saturating_sub(NEWEST));
        }
        let (mut out, mut apart) = (Vec::new(), BTreeSet::new());
        for (baris, cocok) in lines.iter().zip(sumber::semua(self.folder(), &lines)) {
            let Kunci { kantor, seri, nomor, .. } = &baris.kunci;
            match cocok {
                Cocok::Sama => {}
                Cocok::Lain(what) => out.push(Ganjil::Sumber(year, baris.kunci.clone(), what)),
                Cocok::TakTerbanding => drop(apart.insert(Kunci::place(kantor, seri, nomor))),
            }
        }
        if !apart.is_empty() {
            out.push(Ganjil::TakCocok(year, numbers(apart.iter(), all)));
        }
        out
    }

    fn dibekukan(&self, year: i32, bytes: &[u8]) -> Dibekukan {
        let below = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten();
        let mut out = Dibekukan::default();
        let lines: BTreeSet<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        let (withdrawn, done) = (withdrawn(&lines, self), self.terhenti().is_none());
        for number in below(self.folder().join(year.to_string())) {
            let Ok(name) = number.file_name().into_string() else { continue };
            let is_folder = number.file_type().is_ok_and(|kind| kind.is_dir());
            // Whatever else lies there is of other programs.
            let mut empty = is_folder && name.bytes().all(|byte| byte.is_ascii_digit());
            for office in below(number.path()) {
                empty = false;
                if !office.file_type().is_ok_and(|kind| kind.is_dir()) {
                    continue;
                }
                let folder = (name.clone(), office.file_name().to_string_lossy().into_owned());
                let own = office.path();
                let added = match self.withdrawn(&own) {
                    Some(Some(line)) if !lines.contains(line.as_slice()) && done => Some(&mut out.batal),
                    // Where the book has the withdrawal, it is written down again from there.
                    Some(None) if !withdrawn.contains(&own) => Some(&mut out.asing),
                    None if withdrawn.contains(&own) && done => Some(&mut out.tak_beku),
                    _ => None,
                };
                if let Some(list) = added {
                    list.insert(folder.clone());
                }
                out.isi.insert(folder);
            }
            out.kosong.extend(empty.then_some(name));
        }
        out
    }

    /// What the line of a decree says otherwise than what was frozen with it.
    pub fn baris_lain(&self, found: &Tercatat) -> Option<Ganjil> {
        let kunci = &found.kunci;
        match sumber::cocok(self.folder(), kunci, &found.terbit) {
            Cocok::Lain(what) => Some(Ganjil::Sumber(kunci.tahun, kunci.clone(), what)),
            _ => None,
        }
    }

    /// What was frozen of a decree, but is not what its line says: file by file, told.
    pub fn beku_lain(&self, found: &Tercatat) -> Vec<String> {
        let (folder, sidik) = (self.folder().join(found.kunci.folder()), &found.terbit.sidik);
        let mut out = Sink::default();
        for (name, sidik) in [(NASKAH, sidik.naskah), (BAHAN, sidik.bahan), (ASLI, sidik.pdf)] {
            drop(self.frozen(&folder.join(name), sidik, &mut out));
        }
        out.found().iter().map(|one| one.message.clone()).collect()
    }

    /// Whether the decree's withdrawal stands in the book alone.
    pub fn batal_tak_beku(&self, found: &Tercatat) -> bool {
        found.batal.is_some() && self.batal_beku(&found.kunci).is_none() && self.terhenti().is_none()
    }

    /// What stands in the place of a withdrawal beside what was frozen: the line, or nothing where it is none.
    fn withdrawn(&self, folder: &Path) -> Option<Option<Vec<u8>>> {
        let bytes = match disk::regular(&folder.join(BATAL)) {
            Ok(bytes) => bytes,
            Err(error) => return (error.kind() != io::ErrorKind::NotFound).then_some(None),
        };
        Some(is_line(&bytes).then_some(bytes))
    }

    /// Whether what stands in the place of a withdrawal beside a frozen decree is a line; `None` where there is nothing.
    pub fn batal_beku(&self, kunci: &Kunci) -> Option<bool> {
        self.withdrawn(&self.folder().join(kunci.folder())).map(|line| line.is_some())
    }

    /// The files of a year that stand in the place of a withdrawal and are none, where the book has none either.
    pub fn batal_asing(&self, year: i32) -> Vec<PathBuf> {
        let bytes = self.isi(year, &mut Sink::default()).unwrap_or_default();
        let folder = self.folder().join(year.to_string());
        let found = self.dibekukan(year, &bytes).asing.into_iter();
        found.map(|(number, of)| folder.join(number).join(of).join(BATAL)).collect()
    }

    /// The way out of a damage of a year's book: what was frozen, where that makes another book.
    pub fn jalan_keluar(&self, year: i32) -> &'static str {
        let book = self.isi(year, &mut Sink::default());
        match self.dari_beku(year).filter(|bytes| !bytes.is_empty() && Some(bytes) != book.as_ref()) {
            Some(_) => MENDED,
            None => UNMENDED,
        }
    }

    /// The lines of a year of which nothing is amiss, so that another may be chained on; otherwise it is reported.
    pub fn utuh(&self, year: i32, files: &mut Files, sink: &mut Sink) -> Option<Tahun> {
        let tahun = self.baca(year, files, sink)?;
        let bytes = self.isi(year, sink)?;
        let found = self.keganjilan_tahun(year, &tahun, &bytes, Banding::Terbaru);
        found.iter().for_each(|one| sink.push(one.told(self)));
        (!found.iter().any(Ganjil::is_damage)).then_some(tahun)
    }

    /// The same of a year whose lines were read.
    pub fn keganjilan_tahun(&self, year: i32, tahun: &Tahun, bytes: &[u8], banding: Banding<'_>) -> Vec<Ganjil> {
        self.keganjilan(year, bytes, tahun.baris.iter().map(|baris| KunciRingkas::from(&baris.kunci)), banding)
    }

    /// What is wrong with the books of all years but one: that keeps nobody from using that one, but is told.
    pub fn ganjil_semua(&self, selain: Option<i32>, banding: Banding<'_>) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        for other in self.semua_tahun().into_iter().filter(|other| Some(*other) != selain) {
            let mut sink = Sink::default();
            let Some(bytes) = self.isi(other, &mut sink) else {
                out.extend(sink.found().iter().cloned());
                continue;
            };
            let found = match Tahun::read(&bytes) {
                Ok(tahun) => {
                    let found = self.keganjilan_tahun(other, &tahun, &bytes, banding);
                    found.iter().map(|one| one.told(self)).collect()
                }
                Err((_, fault)) => {
                    let message = format!("register {other} tidak utuh: {fault}");
                    let hint = self.jalan_keluar(other);
                    vec![Diagnostic::peringatan(Code::REGISTER_RUSAK, None, message).hint(hint)]
                }
            };
            out.extend(found);
        }
        out.iter_mut().for_each(|one| one.level = Level::Peringatan);
        out
    }

    /// The decree of the newest line, where the line is not what was written.
    pub(super) fn terakhir(&self, bytes: &[u8]) -> Option<Kunci> {
        let line = bytes.strip_suffix(b"\n")?.rsplit(|byte| *byte == b'\n').next()?;
        let baris: Baris = serde_json::from_slice(line).ok()?;
        let folder = self.folder().join(baris.kunci.folder());
        let (name, terbit) = match &baris.peristiwa {
            Peristiwa::Terbit(terbit) => (TERBIT, Some(terbit)),
            Peristiwa::Batal(_) => (BATAL, None),
        };
        let kept = match (disk::regular(&folder.join(name)), terbit) {
            (Ok(copy), _) if is_line_of(&copy, &baris.kunci) => copy == line,
            // Where no line is kept beside it, what was issued is known by its fingerprints and its name alone.
            (_, Some(terbit)) if folder.is_dir() => {
                let sidik = &terbit.sidik;
                let files = [(NASKAH, sidik.naskah), (BAHAN, sidik.bahan), (ASLI, sidik.pdf)];
                let same = |(name, sidik): (&str, Sidik)| {
                    disk::regular(&folder.join(name)).map_or(true, |b| Sidik::of(b) == sidik)
                };
                let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
                let source =
                    String::from_utf8(disk::regular(&folder.join(NASKAH)).unwrap_or_default()).unwrap_or_default();
                files.into_iter().all(same)
                    && (source.is_empty() || letters(&source).contains(&letters(&terbit.tentang)))
            }
            _ => true,
        };
        (!kept).then_some(baris.kunci)
    }

    /// The book of a year put together from the lines beside what was frozen and those that still stand in it; none where
    /// they make no book in which nothing is amiss.
    pub fn dari_beku(&self, year: i32) -> Option<Vec<u8>> {
        /// So many books are tried.
        const TRIED: usize = 60;
        let below = |folder: &PathBuf| -> Vec<PathBuf> {
            fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
        };
        let mut lines: Vec<Vec<u8>> = Vec::new();
        for folder in below(&self.folder().join(year.to_string())).iter().flat_map(below) {
            lines.extend([TERBIT, BATAL].into_iter().filter_map(|name| disk::regular(&folder.join(name)).ok()));
        }
        let book = self.isi(year, &mut Sink::default()).unwrap_or_default();
        lines.extend(book.split(|byte| *byte == b'\n').map(<[u8]>::to_vec));
        let read: Vec<Baris> = lines.iter().filter_map(|line| serde_json::from_slice(line).ok()).collect();
        let false_ones: Vec<&Baris> = read
            .iter()
            .zip(sumber::semua(self.folder(), &read))
            .filter_map(|(baris, cocok)| matches!(cocok, Cocok::Lain(_)).then_some(baris))
            .collect();
        let is_sound = |bytes: &Vec<u8>| {
            Tahun::read(bytes).is_ok_and(|tahun| {
                !tahun.baris.iter().any(|baris| false_ones.contains(&baris))
                    && !self.keganjilan_tahun(year, &tahun, bytes, Banding::Tiada).iter().any(Ganjil::is_damage)
            })
        };
        chained(&lines).take(TRIED).find(is_sound)
    }
}
