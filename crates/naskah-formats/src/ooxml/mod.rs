//! Packages of office programs (.docx, .odt) as they are found: a zip of XML parts, measured before it is read.
//!
//! Files come from outside, so nothing of them is trusted: what they unpack to is limited, a document type is refused and
//! no entity is ever expanded but those of XML itself, nothing is fetched from elsewhere, and no macro is looked at.

#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod package;
pub mod tags;
mod xml;

pub use package::{Hubungan, MAX_BYTES, Paket, Rusak};
pub use xml::{Anak, Elemen};
