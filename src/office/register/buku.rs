//! The register as a book: one JSON line an event, one file a year, each line with the fingerprint of the one before.
//!
//! ```text
//! data/register/2026.jsonl                              the lines of 2026
//! data/register/2026/12/kab-semarang-ketua/naskah.yaml  the source as it was issued
//!                                         /bahan.json   office, laws, kind, styles as they were used
//!                                         /asli.pdf     the original
//! ```
//!
//! A line: `{"urut": 1, "sebelum": "0000…", "keputusan": {"kantor": "kab-semarang", "tahun": 2026, "seri": "ketua",
//! "nomor": "12"}, "peristiwa": {"terbit": {…}}}`.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::error::Category;

use naskah_core::decree::Rupa;
use naskah_core::diag::{Code, Diagnostic, Files, Sink, Span};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::Resolved;

use crate::disk;
use crate::naming::slug;

/// A folder below that of a year: its number, and office and series.
pub type Folder = (String, String);

/// What tells one decree from all others: office, year, series of numbers, number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Kunci {
    /// Id of the office.
    pub kantor: String,
    /// Year of the number.
    pub tahun: i32,
    /// Series of numbers: that of the post that signs, such as `ketua`, `sekretaris`.
    pub seri: String,
    /// The number as printed.
    pub nomor: String,
}

impl Kunci {
    /// The decree's key; `None` while it has no number or no signer, and of a paper that the register does not keep.
    pub fn of(resolved: &Resolved) -> Option<Self> {
        Self::written(resolved).filter(|_| resolved.keputusan().rupa == Rupa::Keputusan)
    }

    /// The same of any paper, as its number is written.
    pub fn written(resolved: &Resolved) -> Option<Self> {
        Self::numbered(resolved, resolved.keputusan().nomor.as_ref()?.as_plain().trim())
    }

    /// The decree's key if it had this number; `None` where it has no signer.
    pub fn numbered(resolved: &Resolved, nomor: &str) -> Option<Self> {
        let keputusan = resolved.keputusan();
        Some(Self {
            kantor: keputusan.kantor.value.clone(),
            tahun: keputusan.tahun.value,
            seri: slug(&resolved.kuasa()?.jabatan),
            nomor: nomor.to_owned(),
        })
    }

    /// The line that was written by hand in the place of the decree's number, where it says another one.
    pub fn tertulis_lain(resolved: &Resolved) -> Option<String> {
        let kunci = Self::written(resolved)?;
        let line = resolved.naskah().judul.nomor.tulis.as_ref()?.as_plain();
        let (said, own) = (kata(&line), kata(&kunci.nomor));
        let named = said.windows(own.len().max(1)).any(|part| part == own);
        let dated = kunci.nomor.contains('/') || said.contains(&kunci.tahun.to_string());
        (!(named && dated)).then_some(line)
    }

    /// The folder of the frozen source, below that of the register.
    pub fn folder(&self) -> PathBuf {
        let (number, of) = Self::place(&self.kantor, &self.seri, &self.nomor);
        PathBuf::from(self.tahun.to_string()).join(number).join(of)
    }

    /// The folder of a number, and in it that of office and series.
    pub fn place(kantor: &str, seri: &str, nomor: &str) -> Folder {
        // A line may be anybody's: its names lead nowhere but into the folder of its year.
        (slug(nomor), format!("{kantor}-{seri}").replace(['/', '\\'], "_"))
    }

    /// The number as a number of the current form; `None` for old forms.
    pub fn angka(&self) -> Option<u32> {
        self.nomor.parse().ok()
    }

    /// Whether both are numbers of the same office, year and series.
    pub fn same_series(&self, other: &Self) -> bool {
        (&self.kantor, self.tahun, &self.seri) == (&other.kantor, other.tahun, &other.seri)
    }
}

impl fmt::Display for Kunci {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        sebut(f, &self.nomor, self.tahun)
    }
}

impl Kunci {
    /// The decree with its office and series, of which two may have a number each.
    pub fn berseri(&self) -> String {
        format!("{self} ({}, seri {})", self.kantor, self.seri)
    }
}

/// The words of a text in capitals, without signs.
pub fn kata(text: &str) -> Vec<String> {
    let parts = text.split(|char: char| !char.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_uppercase).collect()
}

/// `Nomor 6 Tahun 2025`; an old number that carries its year stands alone.
pub(super) fn sebut(f: &mut fmt::Formatter<'_>, nomor: &str, tahun: i32) -> fmt::Result {
    match nomor.contains('/') {
        true => write!(f, "Nomor {nomor}"),
        false => write!(f, "Nomor {nomor} Tahun {tahun}"),
    }
}

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Baris {
    /// Its place in the year's file, from 1.
    pub urut: usize,
    /// Fingerprint of the line before; zeros for the first.
    pub sebelum: Sidik,
    /// Which decree it is about.
    #[serde(rename = "keputusan")]
    pub kunci: Kunci,
    /// What happened.
    pub peristiwa: Peristiwa,
}

/// What can happen to a decree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Peristiwa {
    /// It was issued, or entered as issued before.
    Terbit(Box<Terbit>),
    /// It was withdrawn.
    Batal(Batal),
}

/// An issue.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Terbit {
    /// The decree's name.
    pub tentang: String,
    /// Its date, as `2026-03-02`.
    pub tanggal: String,
    /// Place of the decree.
    pub tempat: String,
    /// Who signed: post and name.
    pub pejabat: String,
    /// Whether it was issued outside the program and entered with its findings.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sudah_ditetapkan: bool,
    /// Pages of the original.
    pub halaman: usize,
    /// File name of the source.
    pub sumber: String,
    /// The program that made the original.
    pub program: String,
    /// Fingerprints.
    pub sidik: SidikTerbit,
    /// Ids of the legal bases with the amendments that were named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dasar: Vec<String>,
    /// Decrees and rules that it amends, as it names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mengubah: Vec<String>,
    /// Decrees and rules that it revokes, as it names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mencabut: Vec<String>,
    /// How often each code was found, where it was issued with findings.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub temuan: BTreeMap<String, usize>,
}

/// The fingerprints of what was issued and of what it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SidikTerbit {
    /// The source text.
    pub naskah: Sidik,
    /// The source text as the PDF carries it, where comments and notes were taken from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siaran: Option<Sidik>,
    /// The original PDF.
    pub pdf: Sidik,
    /// The words of the original, as its pages read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teks: Option<Sidik>,
    /// The frozen material, `bahan.json`.
    pub bahan: Sidik,
    /// Templates and styles.
    pub templat: Sidik,
    /// Office, laws and other data.
    pub data: Sidik,
    /// Fonts.
    pub huruf: Sidik,
}

impl SidikTerbit {
    /// The fingerprints by which a text is known as the source.
    pub fn sumber(&self) -> impl Iterator<Item = Sidik> + use<> {
        [Some(self.naskah), self.siaran].into_iter().flatten()
    }

    /// Whether a text is the source, with comments and notes or as PDFs carry it.
    pub fn is_source(&self, text: &str) -> bool {
        let own = Sidik::of(text);
        self.sumber().any(|known| known == own)
    }
}

/// A withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batal {
    /// The reason of the withdrawal.
    pub alasan: String,
    /// Its day, where given, as `2026-03-02`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tanggal: Option<String>,
}

impl Batal {
    /// That a decree is withdrawn, and why.
    pub fn told(&self, kunci: &Kunci) -> String {
        format!("{kunci} sudah dibatalkan: {}", self.alasan)
    }
}

fn is_false(yes: &bool) -> bool {
    !yes
}

/// What the register says of a decree, on its own.
#[derive(Debug, Clone)]
pub struct Tercatat {
    /// Which decree.
    pub kunci: Kunci,
    /// Its issue.
    pub terbit: Terbit,
    /// Its withdrawal.
    pub batal: Option<Batal>,
}

impl Tercatat {
    /// That it is withdrawn, and why; `None` where it is not.
    pub fn told_withdrawn(&self) -> Option<String> {
        self.batal.as_ref().map(|batal| batal.told(&self.kunci))
    }
}

/// What the register says of a decree.
#[derive(Debug, Clone, Copy)]
pub struct Status<'a> {
    /// Which decree.
    pub kunci: &'a Kunci,
    /// Its issue.
    pub terbit: &'a Terbit,
    /// Its withdrawal.
    pub batal: Option<&'a Batal>,
}

impl Status<'_> {
    /// The same, on its own.
    pub fn tercatat(&self) -> Tercatat {
        Tercatat { kunci: self.kunci.clone(), terbit: self.terbit.clone(), batal: self.batal.cloned() }
    }
}

/// The register of an office's folder.
#[derive(Debug, Clone)]
pub struct Buku {
    folder: PathBuf,
}

impl Baris {
    /// The line as it stands in the book, without its end.
    pub fn line(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// The lines of one year.
#[derive(Debug, Clone, Default)]
pub struct Tahun {
    /// The lines in their order.
    pub baris: Vec<Baris>,
    /// Fingerprint of the last line; zeros where there is none.
    pub akhir: Sidik,
}

/// What breaks a year's file: the byte where it lies, and what is wrong there.
pub type Fault = (usize, String);

/// What was frozen of an issued decree.
#[derive(Debug, Clone)]
pub struct Beku {
    /// The source text.
    pub naskah: String,
    /// Its material as JSON.
    pub bahan: Vec<u8>,
    /// The original PDF.
    pub pdf: Vec<u8>,
}

impl Buku {
    /// The register below a root folder; the current folder where there is none.
    pub fn of(root: Option<&Path>) -> Self {
        Self { folder: root.unwrap_or(Path::new(".")).join("data/register") }
    }

    /// The register in a folder of its own.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of a year.
    pub fn berkas(&self, tahun: i32) -> PathBuf {
        self.folder.join(format!("{tahun}.jsonl"))
    }

    /// The year of a name that is written as years are.
    pub(super) fn year(name: &str) -> Option<i32> {
        name.parse().ok().filter(|year: &i32| year.to_string() == name)
    }

    /// The years there are, in order.
    pub fn tahun(&self) -> Vec<i32> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let year = |name: String| name.strip_suffix(".jsonl").and_then(Self::year);
        let mut years: Vec<i32> = entries.filter_map(|entry| year(entry.file_name().into_string().ok()?)).collect();
        years.sort_unstable();
        years
    }

    /// The bytes of a year's file; none where there is no file. What is wrong is reported.
    pub fn isi(&self, tahun: i32, sink: &mut Sink) -> Option<Vec<u8>> {
        let path = self.berkas(tahun);
        match disk::regular(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Some(Vec::new()),
            Err(error) => {
                let message = format!("register {} tidak dapat dibaca: {}", path.display(), disk::explain(&error));
                let hint = match path.is_dir() {
                    true => "pindahkan folder bernama itu, lalu pulihkan berkasnya dari cadangan",
                    false => "periksa izin membaca berkas itu",
                };
                sink.push(Diagnostic::galat(Code::BERKAS, None, message).hint(hint));
                None
            }
        }
    }

    /// The lines of a year, whose chain holds; no lines where there is no file. What is wrong is reported.
    pub fn baca(&self, tahun: i32, files: &mut Files, sink: &mut Sink) -> Option<Tahun> {
        let bytes = self.isi(tahun, sink)?;
        Tahun::read(&bytes).map_err(|fault| self.report(tahun, &bytes, fault, files, sink)).ok()
    }

    /// Reports what breaks a year's file, and where.
    pub(super) fn report(&self, tahun: i32, bytes: &[u8], (at, fault): Fault, files: &mut Files, sink: &mut Sink) {
        let file = files.add(self.berkas(tahun).display().to_string(), String::from_utf8_lossy(bytes));
        let message = format!("register tidak utuh: {fault}");
        sink.push(
            Diagnostic::galat(Code::REGISTER_RUSAK, Span::new(file, at, at), message).hint(self.jalan_keluar(tahun)),
        );
    }

    /// The frozen source of a decree, once its fingerprints have been compared with its line. What is wrong is reported.
    pub fn beku(&self, status: &Tercatat, sink: &mut Sink) -> Option<Beku> {
        let folder = self.folder.join(status.kunci.folder());
        let mut read = |name: &str, sidik: Sidik| self.frozen(&folder.join(name), sidik, sink);
        let sidik = &status.terbit.sidik;
        let (naskah, bahan, pdf) = (read(NASKAH, sidik.naskah), read(BAHAN, sidik.bahan), read(ASLI, sidik.pdf));
        Some(Beku { naskah: String::from_utf8(naskah?).ok()?, bahan: bahan?, pdf: pdf? })
    }

    /// A frozen file whose fingerprint is that of its line; what is wrong is reported.
    pub(super) fn frozen(&self, path: &Path, sidik: Sidik, sink: &mut Sink) -> Option<Vec<u8>> {
        let fault = match disk::regular(path) {
            Ok(bytes) if Sidik::of(&bytes) == sidik => return Some(bytes),
            Ok(_) => "isinya lain daripada yang tercatat dalam register".to_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => "tidak ada".to_owned(),
            Err(error) => format!("tidak dapat dibaca: {}", disk::explain(&error)),
        };
        sink.push(
            Diagnostic::galat(Code::REGISTER_RUSAK, None, format!("{}: {fault}", path.display()))
                .hint("pulihkan berkas itu dari cadangan; yang terbit tidak boleh diubah"),
        );
        None
    }
}

/// The way out where the frozen folders know better.
pub(super) const MENDED: &str = "pulihkan dari cadangan, atau dari bahan beku dengan `naskah register perbaiki`";
/// The way out where they do not.
pub(super) const UNMENDED: &str =
    "pulihkan folder register dari cadangan; bahan beku tidak cukup untuk menyusunnya lagi";

/// The last line has no end.
pub(super) const TERPOTONG: &str = "baris terakhir terpotong";
/// A line does not name the one before it.
pub(super) const PUTUS: &str = "sidik baris sebelumnya tidak cocok: ada baris yang diubah atau hilang";

/// A line in other signs than the program writes.
pub(super) const BUKAN_UTF8: &str = "baris tidak terbaca (bukan UTF-8)";

/// A line that bears another place than its own.
pub(super) fn salah_urut(urut: usize, due: usize) -> String {
    format!("baris bernomor urut {urut}, seharusnya {due}")
}

/// A line that is none.
pub(super) fn tak_terbaca(error: &serde_json::Error) -> String {
    let why = match error.classify() {
        Category::Data => "isiannya tidak seperti yang ditulis program",
        _ => "bukan JSON",
    };
    format!("baris tidak terbaca: {why}, pada huruf ke-{}", error.column())
}

/// File name of the frozen source.
pub const NASKAH: &str = "naskah.yaml";
/// File name of the frozen material.
pub const BAHAN: &str = "bahan.json";
/// File name of the frozen original.
pub const ASLI: &str = "asli.pdf";
/// The line of an issue, as it stands in the book, in the frozen folder.
pub const TERBIT: &str = "terbit.json";
/// The line of a withdrawal, in the same folder.
pub const BATAL: &str = "batal.json";

impl Tahun {
    /// Reads lines and follows their chain.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let mut out = Self::default();
        let mut at = 0;
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            let Some(text) = line.strip_suffix(b"\n") else {
                return Err((at, TERPOTONG.to_owned()));
            };
            if std::str::from_utf8(text).is_err() {
                return Err((at, BUKAN_UTF8.to_owned()));
            }
            let baris: Baris = serde_json::from_slice(text).map_err(|error| (at, tak_terbaca(&error)))?;
            if baris.urut != out.baris.len() + 1 {
                return Err((at, salah_urut(baris.urut, out.baris.len() + 1)));
            }
            if baris.sebelum != out.akhir {
                return Err((at, PUTUS.to_owned()));
            }
            out.akhir = Sidik::of(text);
            out.baris.push(baris);
            at += line.len();
        }
        Ok(out)
    }

    /// What the year says of each decree, in the order of their issues.
    pub fn keputusan(&self) -> Vec<Status<'_>> {
        let mut withdrawn: BTreeMap<&Kunci, &Batal> = BTreeMap::new();
        for baris in &self.baris {
            if let Peristiwa::Batal(batal) = &baris.peristiwa {
                withdrawn.insert(&baris.kunci, batal);
            }
        }
        let issued = self.baris.iter().filter_map(|baris| match &baris.peristiwa {
            Peristiwa::Terbit(terbit) => Some((&baris.kunci, terbit.as_ref())),
            Peristiwa::Batal(_) => None,
        });
        issued.map(|(kunci, terbit)| Status { kunci, terbit, batal: withdrawn.get(kunci).copied() }).collect()
    }

    /// What the year says of one decree.
    pub fn cari(&self, kunci: &Kunci) -> Option<Status<'_>> {
        self.keputusan().into_iter().find(|status| status.kunci == kunci)
    }

    /// The decree that has the number of `kunci` already, also where one of them is written with zeros before it, or in
    /// letters of another size: both would be frozen in one folder.
    pub fn dipakai(&self, kunci: &Kunci) -> Option<Status<'_>> {
        let same = |other: &Kunci| {
            let number = other.angka().is_some() && other.angka() == kunci.angka();
            other.same_series(kunci) && (number || other.folder() == kunci.folder())
        };
        self.keputusan().into_iter().find(|status| same(status.kunci))
    }

    /// The number of the line that comes next, and the fingerprint of the line before it.
    pub fn next(&self) -> (usize, Sidik) {
        (self.baris.len() + 1, self.akhir)
    }

    /// Takes the next line, which is still to be written.
    pub fn push(&mut self, baris: Baris) {
        self.akhir = Sidik::of(baris.line());
        self.baris.push(baris);
    }

    /// A line that may come next.
    pub fn berikut(&self, kunci: Kunci, peristiwa: Peristiwa) -> Baris {
        let (urut, sebelum) = self.next();
        Baris { urut, sebelum, kunci, peristiwa }
    }

    /// The numbers of the current form that the series of `kunci` has used, in order.
    pub fn angka(&self, kunci: &Kunci) -> Vec<u32> {
        let issued = self.baris.iter().filter(|baris| matches!(baris.peristiwa, Peristiwa::Terbit(_)));
        let mut numbers: Vec<u32> =
            issued.filter(|baris| baris.kunci.same_series(kunci)).filter_map(|baris| baris.kunci.angka()).collect();
        numbers.sort_unstable();
        numbers
    }
}
