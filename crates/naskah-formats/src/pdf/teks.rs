//! A text that an update brings, and what it is for.

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sifat {
    /// A name that programs give to a field, a font, themselves.
    Sandi,
    /// Who signs, or who vouches for that.
    Nama,
    /// Where it was signed.
    Tempat,
    /// How to reach who signs.
    Kontak,
    /// Why it was signed, and everything else.
    Alasan,
}

/// A text that an update brings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ucapan {
    /// Its entry, as PDF names it.
    pub letak: String,
    /// What it is for.
    pub sifat: Sifat,
    /// The text.
    pub teks: String,
}

impl Ucapan {
    pub(super) fn new(letak: &str, sifat: Sifat, teks: String) -> Self {
        Self { letak: letak.to_owned(), sifat, teks }
    }

    /// A text within the proof of a signature.
    pub(super) fn of_proof(sifat: Sifat, teks: String) -> Self {
        Self::new("sertifikat", sifat, teks)
    }
}

/// Stands for texts beyond those; no signature says so much.
pub(super) const BEYOND: &str = "(teks lain yang tidak dibaca satu per satu)";
