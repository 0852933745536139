//! The decree as it was recognised, before it is written: every text as it stood.

use super::sumber::{Kaya, TabelSumber};
use super::tanda::Tanda;

/// An item with its mark and the list under it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Butir {
    /// Its mark; `None` where it has none.
    pub tanda: Option<Tanda>,
    /// The sentence.
    pub teks: Kaya,
    /// The list under it.
    pub anak: Vec<Butir>,
    /// What follows the list.
    pub penutup: Option<Kaya>,
    /// Decisions of another decree that it quotes, each with its name.
    pub kutipan: Vec<(String, Butir)>,
    /// The comments on it.
    pub komentar: Vec<usize>,
}

impl Butir {
    /// A sentence that opens nothing.
    pub fn sentence(teks: Kaya) -> Self {
        Self { teks, ..Self::default() }
    }

    /// Goes on with the text that was begun last, in the deepest list.
    pub fn go_on(&mut self, teks: &Kaya) {
        if let Some(closing) = &mut self.penutup {
            return closing.join(teks);
        }
        match self.anak.last_mut() {
            Some(last) => last.go_on(teks),
            None => self.teks.join(teks),
        }
    }

    /// The text that was begun last.
    pub fn last_text(&self) -> String {
        match (&self.penutup, self.anak.last()) {
            (Some(closing), _) => closing.text(),
            (None, Some(last)) => last.last_text(),
            (None, None) => self.teks.text(),
        }
    }

    /// Takes a comment to the item that was begun last.
    pub fn remark(&mut self, komentar: &[usize]) {
        match self.anak.last_mut() {
            Some(last) => last.remark(komentar),
            None => self.komentar.extend(komentar),
        }
    }
}

/// A decision with its name as it is written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Diktum {
    /// The name: `KESATU`.
    pub nama: String,
    /// Which decision it is, from 1.
    pub nomor: usize,
    /// What it says.
    pub isi: Butir,
}

/// Place, day and signature.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Penutup {
    /// The place.
    pub di: Option<Kaya>,
    /// The day as it is written.
    pub tanggal: Option<Kaya>,
    /// The lines of the signer's office.
    pub jabatan: Vec<Kaya>,
    /// `ttd` as it is written.
    pub ttd: Option<String>,
    /// The name.
    pub nama: Option<Kaya>,
    /// Who signs at the left of the signer.
    pub pendamping: Option<Box<Penutup>>,
    /// Who signs beside the signer.
    pub anggota: Vec<Kaya>,
    /// Posts and places to sign that stand behind the names of a list.
    pub samping: Vec<String>,
    /// Whether the signer is the first of a list of all who sign.
    pub bernomor: bool,
}

/// The certifying block.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pengesahan {
    /// Its lines.
    pub baris: Vec<Kaya>,
    /// The name.
    pub nama: Option<Kaya>,
}

/// A block of an attachment.
#[derive(Debug, Clone, PartialEq)]
pub enum Blok {
    /// A chapter with its number as it is written.
    Bab(String, Kaya, Vec<Blok>),
    /// A part.
    Bagian(Tanda, Kaya, Vec<Blok>),
    /// A paragraph, perhaps with a list.
    Paragraf(Butir),
    /// A table.
    Tabel(TabelSumber),
    /// A picture.
    Gambar(usize),
}

/// An attachment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lampiran {
    /// `LAMPIRAN II` as it is written.
    pub label: String,
    /// The lines of its head, as they stand.
    pub kepala: Vec<Kaya>,
    /// The name behind TENTANG; `None` where the head has none.
    pub tentang: Option<Kaya>,
    /// The title.
    pub judul: Option<Kaya>,
    /// Whether its pages lie.
    pub lanskap: bool,
    /// Whether what it holds is framed.
    pub bingkai: bool,
    /// Whether a cover comes first.
    pub sampul: bool,
    /// Whether a table of contents comes first.
    pub daftar_isi: bool,
    /// What it holds.
    pub isi: Vec<Blok>,
    /// Its own signature, and its own certifying block.
    pub penutup: Option<Penutup>,
    /// The certifying block under it.
    pub pengesahan: Option<Pengesahan>,
    /// The comments on its head.
    pub komentar: Vec<usize>,
}

/// A decree as it was recognised.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pohon {
    /// The lines over the title.
    pub kop: Vec<Kaya>,
    /// The line "KEPUTUSAN …".
    pub judul: Kaya,
    /// The line "NOMOR … TAHUN …".
    pub nomor: Kaya,
    /// The name as the title prints it.
    pub tentang: Kaya,
    /// The line "KETUA …,".
    pub pembuat: Kaya,
    /// The considerations.
    pub menimbang: Vec<Butir>,
    /// The legal bases.
    pub mengingat: Vec<Butir>,
    /// What else was taken note of.
    pub memperhatikan: Vec<Butir>,
    /// Whether a word stands over the decisions.
    pub memutuskan: bool,
    /// The Menetapkan clause.
    pub menetapkan: Kaya,
    /// The decisions.
    pub diktum: Vec<Diktum>,
    /// Place, day and signature.
    pub penutup: Penutup,
    /// Who initials it.
    pub paraf: Vec<String>,
    /// The mark at which a signing service puts its own.
    pub jangkar: Option<String>,
    /// The certifying block.
    pub pengesahan: Option<Pengesahan>,
    /// The line over who receives it, and they.
    pub tembusan: Vec<Kaya>,
    /// Who receives copies.
    pub disampaikan: Vec<Kaya>,
    /// The attachments.
    pub lampiran: Vec<Lampiran>,
    /// What found no place, with the comments on it.
    pub sisa: Vec<Kaya>,
    /// What is a matter of pages or copies and was set apart: what it is, and its words.
    pub terpisah: Vec<(&'static str, String)>,
    /// Whether another decree begins behind the signature.
    pub ganda: bool,
    /// Paragraphs that were joined to the one before.
    pub digabung: Vec<String>,
    /// The comments that belong to nothing else.
    pub komentar: Vec<usize>,
}
