//! Word files: the decree as one that goes out for review.
//!
//! [`bentuk`] makes of the printable decree a document of sections, paragraphs and tables; `tulis` and its neighbours
//! write that as a package. Each text carries a bookmark that says which one it is and what it said.

pub mod balik;
pub mod bentuk;
mod dokumen;
mod gaya;
pub mod isi;
pub mod jangkar;
mod kepala;
mod nomor;
mod paket;
mod ukuran;
mod xml;

use naskah_core::resolve::{Naskah, Resolved};

pub use isi::Dokumen;

/// The name space of Word's own tags.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The name under which a file says the fingerprint of the text that it was made from.
pub const SIDIK: &str = "naskah-sidik";

/// The name under which a file says how many bookmarks it went out with.
pub const BANYAK: &str = "naskah-banyak";

/// The name under which a file says in which form it was made.
pub const EDISI: &str = "naskah-edisi";

/// A picture of the document: PNG or JPEG.
#[derive(Debug, Clone)]
pub struct Gambar {
    /// The path by which the decree refers to it.
    pub berkas: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Who made the changes that a document tracks, and when.
#[derive(Debug, Clone)]
pub struct Pengubah {
    /// Whose name stands beside them.
    pub nama: String,
    /// `2025-01-31T00:00:00Z`
    pub waktu: String,
}

/// What a document is made from.
pub struct Bahan<'a> {
    /// The printable decree.
    pub naskah: &'a Naskah,
    /// Its pictures.
    pub gambar: &'a [Gambar],
    /// What the file says of itself to this program, by names.
    pub milik: &'a [(&'a str, String)],
    /// Who made the changes of a comparison.
    pub pengubah: Option<Pengubah>,
}

/// The file of a decree. `Err` are the texts of the decree that it would lack.
pub fn docx(bahan: &Bahan<'_>) -> Result<Vec<u8>, Vec<usize>> {
    let dokumen = bentuk::dokumen(bahan.naskah, bahan.gambar);
    match dokumen.tertinggal() {
        missing if missing.is_empty() => {
            let mut milik = bahan.milik.to_vec();
            milik.extend((!milik.is_empty()).then(|| (BANYAK, dokumen.banyak())));
            Ok(paket::paket(&dokumen, &Bahan { milik: &milik, pengubah: bahan.pengubah.clone(), ..*bahan }))
        }
        missing => Err(missing),
    }
}

/// The pictures of a decree, emblem and attachments; `png` makes a PNG of what is neither PNG nor JPEG.
pub fn gambar(resolved: &Resolved, png: impl Fn(&[u8]) -> Option<Vec<u8>>) -> Vec<Gambar> {
    let emblem = resolved.lambang().map(|file| (&file.path, &file.bytes));
    let all = emblem.into_iter().chain(resolved.gambar().iter().map(|file| (&file.path, &file.bytes)));
    let ready = |(path, bytes): (&String, &Vec<u8>)| {
        let bytes = match ukuran::of(bytes) {
            Some(_) => bytes.clone(),
            None => png(bytes)?,
        };
        Some(Gambar { berkas: path.clone(), bytes })
    };
    all.filter_map(ready).collect()
}
