//! The vocabulary: a decree and its parts as an officer writes them, one file for each kind of value.
//!
//! Reading here knows the form of the YAML file and nothing of offices, laws or pages.

pub mod abstrak;
pub mod butir;
pub mod gambar;
pub mod isian;
pub mod kepala;
pub mod keputusan;
pub mod lampiran;
pub mod lebar;
pub mod panjang;
pub mod penetapan;
pub mod petikan;
pub mod rupa;
mod sel;
pub mod susunan;
pub mod tabel;
pub mod teks;
pub mod visit;

pub use crate::language::days::Tanggal;
pub use crate::language::numerals::Bilangan;
pub use abstrak::Abstrak;
pub use butir::{Butir, KataHubung, Penomoran, Rincian};
pub use gambar::Gambar;
pub use keputusan::{Dasar, Keputusan};
pub use lampiran::{Blok, IsiLampiran, Lampiran};
pub use panjang::Panjang;
pub use petikan::Petikan;
pub use rupa::Rupa;
pub use susunan::Susunan;
pub use tabel::{Baris, IsiBaris, IsiKolom, Kolom, Lebar, NomorBaris, Rata, Sel, Tabel};
pub use teks::{Coretan, Run, Teks};
pub use visit::{List, Part, Role, Visitor};

use crate::yaml::Shape;

/// Every table that a decree file may hold, in the order of the documentation.
pub const SHAPES: &[&Shape] = &[
    &keputusan::SHAPE,
    &rupa::BERITA_ACARA,
    &rupa::SURAT_PERINTAH,
    &kepala::KEPALA,
    &keputusan::MENIMBANG,
    &keputusan::DASAR,
    &butir::SHAPE,
    &butir::KUTIPAN,
    &penetapan::DITETAPKAN,
    &penetapan::PENDAMPING,
    &keputusan::SALINAN,
    &petikan::SHAPE,
    &abstrak::SHAPE,
    &abstrak::PELENGKAP,
    &lampiran::SHAPE,
    &lampiran::BLOK,
    &gambar::SHAPE,
    &tabel::SHAPE,
    &tabel::KOLOM,
    &tabel::BARIS,
    &tabel::DARI_LEMBAR,
    &tabel::KOLOM_DARI_LEMBAR,
    &tabel::RENCANA_DARI_LEMBAR,
];
