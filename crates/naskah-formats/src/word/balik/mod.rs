//! What was corrected in a Word file that went out, as edits of the YAML that it was made from.

mod acuan;
mod asing;
mod baca;
mod banding;
mod daftar;
mod kata;
mod lepas;
mod padan;
mod pembanding;
mod saring;
mod sisa;
mod tatanan;
mod tempat;
mod tulis;
mod ubah;
mod urutan;

pub use acuan::Acuan;
pub use asing::asing;
pub use baca::{Berkas, Oleh, baca};

pub use banding::banding;
pub use saring::terbawa;
pub use sisa::sisa;
pub use tulis::{komentari, tulis};

use std::collections::BTreeMap;

use acuan::{Butir, Jalan};
use naskah_core::diag::Span;

/// What kind of edit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jenis {
    /// A text says something else.
    Ubah,
    /// An item or row is new.
    Sisip,
    /// An item or row is gone.
    Hapus,
    /// An item or row stands elsewhere in its list.
    Pindah,
    /// An item became two.
    Pecah,
    /// Two items became one.
    Gabung,
    /// A remark was made.
    Catatan,
}

impl Jenis {
    /// What was done, as it is told.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ubah => "diubah",
            Self::Sisip => "disisipkan",
            Self::Hapus => "dihapus",
            Self::Pindah => "dipindahkan",
            Self::Pecah => "dipecah",
            Self::Gabung => "digabung",
            Self::Catatan => "dikomentari",
        }
    }
}

/// An edit in the decree's own terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suntingan {
    /// What it does.
    pub jenis: Jenis,
    /// What the place is called.
    pub tempat: String,
    /// Where it is in the YAML.
    pub span: Option<Span>,
    /// What stood there.
    pub lama: String,
    /// What stands there now.
    pub baru: String,
    /// Who made it, where the file tells.
    pub oleh: Option<Oleh>,
}

/// Why something that was done in Word is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sebab {
    /// The program makes it from something else.
    Buatan,
    /// The YAML changed there, too.
    DuaSisi,
    /// Nothing in the YAML can say it.
    TakTerbawa,
}

/// Something that is not taken, and is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keberatan {
    /// Why.
    pub sebab: Sebab,
    /// Where it would be in the YAML.
    pub span: Option<Span>,
    /// The fact.
    pub pesan: String,
    /// The way out.
    pub jalan: String,
}

/// An entry of a list as it is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Entri {
    /// One that was there.
    Lama(usize),
    /// A new one, by the edit that brings it.
    Baru(usize, Isi),
}

/// What a new entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Isi {
    /// A sentence.
    Butir(String),
    /// The cells of a row.
    Baris(Vec<String>),
}

/// A list as it is wanted.
#[derive(Debug, Clone, Default)]
struct Susunan {
    /// Its entries in the order of the file.
    urut: Vec<Entri>,
    /// Entries that are gone, each with its edit.
    hapus: BTreeMap<usize, usize>,
    /// Entries that stand elsewhere, each with its edit.
    pindah: BTreeMap<usize, usize>,
}

/// Everything that was found.
#[derive(Debug, Default)]
pub struct Hasil {
    /// The edits.
    pub suntingan: Vec<Suntingan>,
    /// What is not taken.
    pub keberatan: Vec<Keberatan>,
    /// Texts that say something else: the way to each, what it says, the edit.
    tulis: Vec<(Jalan, String, usize)>,
    /// Lists that changed, by the way to them.
    daftar: BTreeMap<Jalan, Susunan>,
    /// Remarks: the way to the entry, what is put above it, the edit.
    catatan: Vec<(Jalan, String, usize)>,
    /// What the file says of texts that are compared once more when all is written: the unit, and what it says.
    tunda: Vec<(usize, String)>,
}

/// How many words two texts share, of all that they have: 1 where they are the same.
fn serupa(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
    let all = a.len() + b.len();
    if all == 0 {
        return 1.0;
    }
    let steps = similar::capture_diff_slices(similar::Algorithm::Myers, &a, &b);
    let same =
        steps.iter().filter(|step| matches!(step, similar::DiffOp::Equal { .. })).map(|step| step.old_range().len());
    2.0 * same.sum::<usize>() as f64 / all as f64
}

/// The item before whose list nothing else of the decree stands.
type Sebelum = Option<Butir>;
