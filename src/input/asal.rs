//! The source that a PDF carries.

use std::fmt;

use naskah_core::bundle::{Bundel, Unusable};
use naskah_core::resolve::BAHAN;
use naskah_formats::pdf::{Pdf, Sisipan, Unreadable, ends, guarded};

/// Why a PDF gives no source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tanpa {
    /// It cannot be looked into.
    Unreadable(Unreadable),
    /// It carries no material.
    NoBundle,
    /// The named file is not among those that it carries.
    NoSource(String),
    /// It carries two files of the name.
    Twice(String),
    /// The material cannot be used.
    Unusable(Unusable),
}

impl fmt::Display for Tanpa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(Unreadable::Damaged) => f.write_str("berkas bukan PDF, atau susunannya rusak"),
            Self::Unreadable(Unreadable::Encrypted) => f.write_str("PDF tersandi"),
            Self::Unreadable(Unreadable::TooLarge) => f.write_str("isi PDF terlalu besar setelah dibuka"),
            Self::NoBundle => f.write_str(
                "PDF tidak memuat sumber keputusan: bukan buatan program ini, dicetak ulang, atau berkas yang tersisip di dalamnya dihapus",
            ),
            Self::NoSource(name) => write!(f, "PDF tidak memuat sumber `{name}` yang disebut bahannya"),
            Self::Twice(name) => write!(f, "PDF memuat dua berkas bernama `{name}`"),
            Self::Unusable(Unusable::NotABundle(why)) => write!(f, "bahan di dalam PDF tidak terbaca ({why})"),
            Self::Unusable(Unusable::OtherFormat(format)) => {
                write!(
                    f,
                    "bahan di dalam PDF berbentuk {format}, yang tidak dikenal program ini; pakai program yang lebih baru"
                )
            }
        }
    }
}

/// The source and the material that a PDF carries. What was appended after it was made is looked at only where the first
/// file has none.
pub fn source(bytes: &[u8]) -> Result<Bundel, Tanpa> {
    let first = ends(bytes).first().and_then(|end| Some((bytes.get(..*end)?, bytes.get(*end..)?)));
    let appended = first.filter(|(_, rest)| !rest.iter().all(u8::is_ascii_whitespace));
    if let Some(Ok(bundel)) = appended.map(|(first, _)| bundle(first)) {
        return Ok(bundel);
    }
    bundle(bytes)
}

fn bundle(bytes: &[u8]) -> Result<Bundel, Tanpa> {
    let files = attachments(bytes).map_err(Tanpa::Unreadable)?;
    let material = only(&files, BAHAN)?.ok_or(Tanpa::NoBundle)?;
    let read = |text: String| Bundel::read(text, &material.isi).map_err(Tanpa::Unusable);
    let name = read(String::new())?.bahan().sumber.clone();
    let source = only(&files, &name)?.ok_or_else(|| Tanpa::NoSource(name.clone()))?;
    read(String::from_utf8_lossy(&source.isi).into_owned())
}

/// The files that a PDF carries.
pub fn attachments(bytes: &[u8]) -> Result<Vec<Sisipan>, Unreadable> {
    let pdf = Pdf::open(bytes)?;
    guarded(|| pdf.carried()).unwrap_or(Err(Unreadable::Damaged))
}

/// The file of a name; two different ones are refused.
fn only<'a>(files: &'a [Sisipan], name: &str) -> Result<Option<&'a Sisipan>, Tanpa> {
    let mut found = files.iter().filter(|file| file.nama == name);
    let first = found.next();
    match found.all(|other| Some(other) == first) {
        true => Ok(first),
        false => Err(Tanpa::Twice(name.to_owned())),
    }
}
