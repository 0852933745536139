//! A decree that is bound, and who may be printed.

use super::{Edition, Naskah, PetikanCetak};
use crate::catalog::{Kantor, Pejabat};
use crate::decree::keputusan::Keputusan;
use crate::diag::{FileId, Span};

/// A decree that is bound to its office and legal bases; made by [`super::resolve`] alone.
#[derive(Debug)]
pub struct Resolved {
    pub(super) naskah: Naskah,
    pub(super) keputusan: Keputusan,
    pub(super) kantor: Kantor,
    pub(super) source: FileId,
    pub(super) lambang: Option<Lambang>,
    pub(super) gambar: Vec<Gambar>,
    pub(super) edition: Edition,
    pub(super) used: Vec<FileId>,
}

/// The emblem's file.
#[derive(Debug)]
pub struct Lambang {
    /// The path by which the source refers to it.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Where the office names it.
    pub span: Span,
}

/// A picture of an attachment.
#[derive(Debug)]
pub struct Gambar {
    /// The path by which the source refers to it.
    pub path: String,
    /// Where a root keeps it, so that the decree can be made again.
    pub asal: String,
    /// Which of the pictures that the decree names it belongs to, from 1; of a PDF there may be several.
    pub ke: usize,
    /// The page of the PDF that it shows.
    pub halaman: Option<usize>,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Where the decree names it.
    pub span: Span,
}

impl Resolved {
    /// What is to be printed.
    pub fn naskah(&self) -> &Naskah {
        &self.naskah
    }

    /// The decree as written, for the rules that look at it.
    pub fn keputusan(&self) -> &Keputusan {
        &self.keputusan
    }

    /// Its office; an empty one where it is unknown.
    pub fn kantor(&self) -> &Kantor {
        &self.kantor
    }

    /// The text that it was written in.
    pub fn source(&self) -> FileId {
        self.source
    }

    /// The emblem.
    pub fn lambang(&self) -> Option<&Lambang> {
        self.lambang.as_ref()
    }

    /// Puts what `clean` makes of the emblem in its place.
    pub fn clean_emblem(&mut self, clean: impl FnOnce(&str, &[u8]) -> Vec<u8>) {
        if let Some(emblem) = &mut self.lambang {
            emblem.bytes = clean(&emblem.path, &emblem.bytes);
        }
    }

    /// The pictures of its attachments, in their order.
    pub fn gambar(&self) -> &[Gambar] {
        &self.gambar
    }

    /// What was to be made.
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The texts that it was bound with, besides its own: kind, sheets, office, laws; in the order of reading.
    pub fn used(&self) -> &[FileId] {
        &self.used
    }

    /// Whose authority it is: the signer's, or that of the person signed for; `None` where the office has no such person.
    pub fn kuasa(&self) -> Option<&Pejabat> {
        self.kantor.kuasa(&self.keputusan.pejabat.value)
    }

    /// The extracts of all addressees, taken out: rows and keys in the same order.
    pub fn take_petikan(&mut self) -> (Vec<PetikanCetak>, Vec<String>) {
        (std::mem::take(&mut self.naskah.petikan), std::mem::take(&mut self.edition.untuk))
    }

    /// The extract of these addressees and no others.
    pub fn put_petikan(&mut self, rows: Vec<PetikanCetak>, keys: Vec<String>) {
        self.naskah.petikan = rows;
        self.edition.untuk = keys;
        let names = super::petikan::names(&self.naskah.petikan);
        let title = self.with_phrases(|frasa| frasa.judul_dokumen(&self.edition, &names));
        self.naskah.meta.judul = title;
    }

    /// The same decree, withdrawn: every page says so.
    pub fn withdrawn(mut self) -> Self {
        self.edition.dibatalkan = true;
        self.naskah.meta.dibatalkan = true;
        self
    }

    /// The same decree with other pages: those of a comparison.
    pub fn with_pages(self, naskah: Naskah) -> Self {
        Self { naskah, ..self }
    }
}

/// A decree that may be printed. Few types are: one that the rules passed, one that was issued and is made again, and a
/// comparison, which says on every page what it is. A test of the house holds the list.
pub trait Printable {
    /// The decree.
    fn resolved(&self) -> &Resolved;
}
