//! The register as a list of decrees needs it: read in parts at once, the texts left where they lie in the file.
//!
//! As [`super::Tahun::read`] does, this follows each line's place and the fingerprint of the one before.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::thread;

use serde::{Deserialize, Deserializer, Serialize};

use naskah_core::diag::{Files, Sink};

use super::buku::{self, BUKAN_UTF8, Buku, Fault, Kunci, PUTUS, TERPOTONG, salah_urut, tak_terbaca};
use naskah_core::fingerprint::Sidik;

/// A line.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Ringkas<'a> {
    urut: usize,
    sebelum: &'a str,
    /// Which decree it is about.
    #[serde(borrow, rename = "keputusan")]
    pub kunci: KunciRingkas<'a>,
    /// What happened.
    #[serde(borrow)]
    pub peristiwa: PeristiwaRingkas<'a>,
}

/// [`super::Kunci`], its texts in the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct KunciRingkas<'a> {
    /// Id of the office.
    #[serde(borrow)]
    pub kantor: Cow<'a, str>,
    /// Year of the number.
    pub tahun: i32,
    /// Series of numbers.
    #[serde(borrow)]
    pub seri: Cow<'a, str>,
    /// The number as printed.
    #[serde(borrow)]
    pub nomor: Cow<'a, str>,
}

impl<'a> From<&'a Kunci> for KunciRingkas<'a> {
    fn from(kunci: &'a Kunci) -> Self {
        let text = |text: &'a str| Cow::Borrowed(text);
        Self { kantor: text(&kunci.kantor), tahun: kunci.tahun, seri: text(&kunci.seri), nomor: text(&kunci.nomor) }
    }
}

impl KunciRingkas<'_> {
    /// The same, on its own.
    pub fn owned(&self) -> Kunci {
        Kunci {
            kantor: self.kantor.to_string(),
            tahun: self.tahun,
            seri: self.seri.to_string(),
            nomor: self.nomor.to_string(),
        }
    }
}

impl fmt::Display for KunciRingkas<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        buku::sebut(f, &self.nomor, self.tahun)
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(clippy::large_enum_variant, reason = "nearly every line of a book is that of an issue")]
pub enum PeristiwaRingkas<'a> {
    /// It was issued.
    #[serde(borrow)]
    Terbit(TerbitRingkas<'a>),
    /// It was withdrawn.
    #[serde(borrow)]
    Batal(BatalRingkas<'a>),
}

/// An issue.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct TerbitRingkas<'a> {
    /// The decree's name.
    #[serde(borrow)]
    pub tentang: Cow<'a, str>,
    /// Its date, as `2026-03-02`.
    #[serde(borrow)]
    pub tanggal: Cow<'a, str>,
    #[serde(borrow)]
    tempat: Cow<'a, str>,
    /// Who signed: post and name.
    #[serde(borrow)]
    pub pejabat: Cow<'a, str>,
    /// Whether it was issued outside the program.
    #[serde(default)]
    pub sudah_ditetapkan: bool,
    /// Pages of the original.
    pub halaman: usize,
    /// File name of the source.
    #[serde(borrow)]
    pub sumber: Cow<'a, str>,
    #[serde(borrow)]
    program: Cow<'a, str>,
    /// Fingerprints.
    pub sidik: SidikRingkas<'a>,
    /// Ids of the legal bases.
    #[serde(borrow, default)]
    pub dasar: Vec<Kata<'a>>,
    /// Decrees and rules that it amends, as it names them.
    #[serde(borrow, default)]
    pub mengubah: Vec<Kata<'a>>,
    /// Decrees and rules that it revokes, as it names them.
    #[serde(borrow, default)]
    pub mencabut: Vec<Kata<'a>>,
    #[serde(borrow, default)]
    temuan: BTreeMap<Kata<'a>, usize>,
}

/// Fingerprints, as hexadecimal digits. Those that a list does not need are read all the same, so that a line is one here
/// where it is one to [`super::Tahun`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct SidikRingkas<'a> {
    /// The source text.
    #[serde(deserialize_with = "digits")]
    pub naskah: &'a str,
    /// The source text as the PDF carries it, where that is another one.
    #[serde(default, deserialize_with = "perhaps_digits")]
    pub siaran: Option<&'a str>,
    /// The original PDF.
    #[serde(deserialize_with = "digits")]
    pub pdf: &'a str,
    #[serde(default, deserialize_with = "perhaps_digits")]
    teks: Option<&'a str>,
    #[serde(deserialize_with = "digits")]
    bahan: &'a str,
    #[serde(deserialize_with = "digits")]
    templat: &'a str,
    #[serde(deserialize_with = "digits")]
    data: &'a str,
    #[serde(deserialize_with = "digits")]
    huruf: &'a str,
}

/// The digits of a fingerprint.
fn digits<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'de str, D::Error> {
    let text = <&str>::deserialize(deserializer)?;
    text.parse::<Sidik>().map(|_| text).map_err(serde::de::Error::custom)
}

fn perhaps_digits<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'de str>, D::Error> {
    let text = <Option<&str>>::deserialize(deserializer)?;
    let sound = text.is_none_or(|text| text.parse::<Sidik>().is_ok());
    sound.then_some(text).ok_or_else(|| serde::de::Error::custom("bukan sidik"))
}

impl<'a> SidikRingkas<'a> {
    /// The fingerprints by which a text is known as the source.
    pub fn sumber(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        [Some(self.naskah), self.siaran].into_iter().flatten()
    }
}

/// A withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct BatalRingkas<'a> {
    /// The reason of the withdrawal.
    #[serde(borrow)]
    pub alasan: Cow<'a, str>,
    /// Its day, where given.
    #[serde(default)]
    pub tanggal: Option<String>,
}

/// A text within a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Kata<'a>(#[serde(borrow)] pub Cow<'a, str>);

/// A part of the file: its lines with their beginnings and fingerprints, up to the first that is none.
#[derive(Default)]
struct Part<'a> {
    lines: Vec<(usize, Ringkas<'a>, Sidik)>,
    fault: Option<Fault>,
}

/// The lines of a year's file, whose chain holds.
pub fn read(bytes: &[u8]) -> Result<Vec<Ringkas<'_>>, Fault> {
    let parts: Vec<Part<'_>> = match &divided(bytes, thread::available_parallelism().map_or(1, usize::from))[..] {
        [only] => vec![part(only.0, only.1)],
        several => thread::scope(|scope| {
            let running: Vec<_> = several.iter().map(|(at, bytes)| scope.spawn(|| part(*at, bytes))).collect();
            running.into_iter().map(|part| part.join().unwrap_or_default()).collect()
        }),
    };
    let mut before = Sidik::default();
    let mut out = Vec::with_capacity(parts.iter().map(|part| part.lines.len()).sum());
    for part in parts {
        for (at, line, own) in part.lines {
            if line.urut != out.len() + 1 {
                return Err((at, salah_urut(line.urut, out.len() + 1)));
            }
            if line.sebelum.parse() != Ok(before) {
                return Err((at, PUTUS.to_owned()));
            }
            before = own;
            out.push(line);
        }
        part.fault.map_or(Ok(()), Err)?;
    }
    Ok(out)
}

/// Files below this size, in bytes, are not worth a second thread.
const SMALL: usize = 64 * 1024;

/// The file in at most `count` parts of whole lines, each with its beginning.
fn divided(bytes: &[u8], count: usize) -> Vec<(usize, &[u8])> {
    let count = if bytes.len() < SMALL { 1 } else { count };
    let (mut parts, mut start) = (Vec::new(), 0);
    for nth in 1..=count {
        let near = (bytes.len() / count * nth).max(start);
        let line_end = bytes[near..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |at| near + at + 1);
        let end = if nth == count { bytes.len() } else { line_end };
        parts.push((start, &bytes[start..end]));
        start = end;
    }
    parts
}

fn part(start: usize, bytes: &[u8]) -> Part<'_> {
    let mut out = Part::default();
    let Ok(text) = std::str::from_utf8(bytes) else { return part_with_a_fault(start, bytes) };
    let mut at = start;
    for line in text.split_inclusive('\n') {
        let Some(text) = line.strip_suffix('\n') else {
            out.fault = Some((at, TERPOTONG.to_owned()));
            break;
        };
        match serde_json::from_str(text) {
            Ok(read) => out.lines.push((at, read, Sidik::of(text))),
            Err(error) => {
                out.fault = Some((at, tak_terbaca(&error)));
                break;
            }
        }
        at += line.len();
    }
    out
}

/// A part with bytes that are no UTF-8: its lines up to the one where they stand.
fn part_with_a_fault(start: usize, bytes: &[u8]) -> Part<'_> {
    let sound = std::str::from_utf8(bytes).err().map_or(bytes.len(), |error| error.valid_up_to());
    let end = bytes[..sound].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let mut out = part(start, &bytes[..end]);
    let fault = || (start + end, BUKAN_UTF8.to_owned());
    out.fault = out.fault.or_else(|| Some(fault()));
    out
}

impl Buku {
    /// The lines of a year as a list of decrees needs them, whose chain holds. What is wrong is reported.
    pub fn ringkas<'a>(
        &self,
        tahun: i32,
        bytes: &'a [u8],
        files: &mut Files,
        sink: &mut Sink,
    ) -> Option<Vec<Ringkas<'a>>> {
        read(bytes).map_err(|fault| self.report(tahun, bytes, fault, files, sink)).ok()
    }
}
