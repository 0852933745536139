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
pub mod lacak;
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
    /// What is compared, where this is a comparison; of the decree then only its pages are asked.
    pub banding: Option<Banding<'a>>,
}

/// Two decrees of which a comparison is made.
#[derive(Debug, Clone)]
pub struct Banding<'a> {
    /// The old one.
    pub lama: &'a Naskah,
    /// The new one.
    pub baru: &'a Naskah,
    /// The pictures of the old one.
    pub gambar: &'a [Gambar],
    /// Who made the changes.
    pub pengubah: Pengubah,
}

/// The file of a decree. `Err` are the texts of the decree that it would lack.
pub fn docx(bahan: &Bahan<'_>) -> Result<Vec<u8>, Vec<usize>> {
    if let Some(banding) = &bahan.banding {
        return perbandingan(bahan, banding);
    }
    let dokumen = whole(bentuk::dokumen(bahan.naskah, bahan.gambar, true))?;
    let mut milik = bahan.milik.to_vec();
    milik.extend((!milik.is_empty()).then(|| (BANYAK, dokumen.banyak())));
    Ok(paket::paket(&dokumen, &Bahan { milik: &milik, banding: None, ..*bahan }))
}

fn whole(dokumen: Dokumen) -> Result<Dokumen, Vec<usize>> {
    let missing = dokumen.tertinggal();
    if missing.is_empty() { Ok(dokumen) } else { Err(missing) }
}

/// The file of a comparison, in which everything that one of the decrees lacks is a tracked change.
fn perbandingan(bahan: &Bahan<'_>, banding: &Banding<'_>) -> Result<Vec<u8>, Vec<usize>> {
    let (mut lama, baru) = (
        whole(bentuk::dokumen(banding.lama, banding.gambar, false))?,
        whole(bentuk::dokumen(banding.baru, bahan.gambar, false))?,
    );
    let gambar = lacak::gambar(&mut lama, banding.gambar, bahan.gambar);
    let dokumen = lacak::gabung(lama, baru);
    Ok(paket::paket(&dokumen, &Bahan { gambar: &gambar, milik: &[], banding: Some(banding.clone()), ..*bahan }))
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
