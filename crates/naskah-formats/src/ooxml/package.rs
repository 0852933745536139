//! The package: its parts by name, and what a part refers to.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::panic::AssertUnwindSafe;

use zip::ZipArchive;

use super::tags::tags;
use super::xml::Elemen;

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 100 * 1024 * 1024;
/// Most that all parts may unpack to, in bytes.
const MAX_UNPACKED: u64 = 400 * 1024 * 1024;
/// Most that one part of XML may unpack to, in bytes.
const MAX_XML: usize = 120 * 1024 * 1024;
/// Most parts.
const MAX_PARTS: usize = 5000;

/// Why a package cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rusak {
    /// It is no package of parts.
    BukanPaket,
    /// It is protected by a password.
    Terkunci,
    /// It is larger, or unpacks to more, than is read.
    TerlaluBesar,
    /// A part that must be there is not.
    TanpaBagian(String),
    /// A part is no XML, has a document type of its own, or is nested too deep.
    BukanXml(String),
    /// It is damaged.
    Cacat,
}

impl Rusak {
    /// The fact and the way out.
    pub fn told(&self) -> (String, &'static str) {
        let again = "buka dan simpan ulang dengan Word atau LibreOffice";
        match self {
            Self::BukanPaket => ("susunan berkasnya bukan .docx atau .odt".into(), again),
            Self::Terkunci => ("berkas terkunci dengan kata sandi".into(), "simpan ulang tanpa kata sandi"),
            Self::TerlaluBesar => (
                format!("berkas melebihi batas ({} MB, terbuka {} MB)", MAX_BYTES >> 20, MAX_UNPACKED >> 20),
                "kecilkan atau buang gambar di dalamnya, lalu simpan ulang",
            ),
            Self::TanpaBagian(name) => (format!("bagian {name} tidak ada di dalam berkas"), again),
            Self::BukanXml(name) => (format!("bagian {name} di dalam berkas tidak dapat diuraikan"), again),
            Self::Cacat => ("isi paketnya tidak utuh".into(), again),
        }
    }
}

/// What a part refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hubungan {
    /// The name by which the part refers to it.
    pub id: String,
    /// What it is: the last word of its kind, such as `image` or `numbering`.
    pub jenis: String,
    /// The part's name in the package; an address where it lies elsewhere.
    pub sasaran: String,
    /// Whether it lies elsewhere, which is never fetched.
    pub luar: bool,
}

/// A package with all its parts unpacked.
#[derive(Debug, Default)]
pub struct Paket {
    bagian: BTreeMap<String, Vec<u8>>,
}

impl Paket {
    /// Opens a package and unpacks its parts within the limits.
    pub fn buka(bytes: &[u8]) -> Result<Self, Rusak> {
        if bytes.len() > MAX_BYTES {
            return Err(Rusak::TerlaluBesar);
        }
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            // A package that is locked lies in a container of the older form.
            let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is = bytes.windows(locked.len()).any(|window| window == locked.as_slice());
            return Err(if is { Rusak::Terkunci } else { Rusak::BukanPaket });
        }
        // `zip` trusts offsets and counts of the file in places; should it break down, the file is told as damaged.
        std::panic::catch_unwind(AssertUnwindSafe(|| Self::unpacked(bytes, MAX_UNPACKED))).unwrap_or(Err(Rusak::Cacat))
    }

    fn unpacked(bytes: &[u8], limit: u64) -> Result<Self, Rusak> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Rusak::BukanPaket)?;
        if archive.len() > MAX_PARTS {
            return Err(Rusak::TerlaluBesar);
        }
        let mut left = limit;
        let mut bagian = BTreeMap::new();
        for at in 0..archive.len() {
            let part = archive.by_index(at).map_err(|error| match error {
                zip::result::ZipError::UnsupportedArchive(_) => Rusak::Terkunci,
                _ => Rusak::Cacat,
            })?;
            if part.is_dir() {
                continue;
            }
            let name = String::from_utf8_lossy(part.name_raw()).into_owned();
            let mut inner = Vec::new();
            part.take(left + 1).read_to_end(&mut inner).map_err(|_| Rusak::Cacat)?;
            left = left.checked_sub(inner.len() as u64).ok_or(Rusak::TerlaluBesar)?;
            bagian.insert(name, inner);
        }
        Ok(Self { bagian })
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.bagian.contains_key(name)
    }

    /// The names of the parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.bagian.keys().map(String::as_str)
    }

    /// The bytes of a part.
    pub fn bytes(&self, name: &str) -> Option<&[u8]> {
        self.bagian.get(name).map(Vec::as_slice)
    }

    /// A part as text: UTF-8, or UTF-16 with its mark.
    pub fn text(&self, name: &str) -> Result<String, Rusak> {
        let bytes = self.bytes(name).ok_or_else(|| Rusak::TanpaBagian(name.to_owned()))?;
        if bytes.len() > MAX_XML {
            return Err(Rusak::TerlaluBesar);
        }
        let units = |big: bool| -> Vec<u16> {
            let pairs = bytes.chunks_exact(2).skip(1).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
            pairs.map(|pair| if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }).collect()
        };
        let text = match bytes {
            [0xff, 0xfe, ..] => String::from_utf16(&units(false)).ok(),
            [0xfe, 0xff, ..] => String::from_utf16(&units(true)).ok(),
            [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
            _ => String::from_utf8(bytes.to_vec()).ok(),
        };
        text.ok_or_else(|| Rusak::BukanXml(name.to_owned()))
    }

    /// A part as a tree.
    pub fn xml(&self, name: &str) -> Result<Elemen, Rusak> {
        Elemen::read(&self.text(name)?).ok_or_else(|| Rusak::BukanXml(name.to_owned()))
    }

    /// A part as a tree; nothing where there is none of that name.
    pub fn xml_if(&self, name: &str) -> Result<Option<Elemen>, Rusak> {
        if self.has(name) { self.xml(name).map(Some) } else { Ok(None) }
    }

    /// What a part refers to.
    pub fn hubungan(&self, part: &str) -> Vec<Hubungan> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let gap = if folder.is_empty() { "" } else { "/" };
        let Ok(text) = self.text(&format!("{folder}{gap}_rels/{file}.rels")) else { return Vec::new() };
        let one = tags(&text).filter(|tag| tag.name() == "Relationship").map(|tag| {
            let target = tag.text("Target").unwrap_or_default();
            let luar = tag.text("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
            Hubungan {
                id: tag.text("Id").unwrap_or_default(),
                jenis: tag.text("Type").and_then(|kind| Some(kind.rsplit('/').next()?.to_owned())).unwrap_or_default(),
                sasaran: if luar { target } else { within(folder, &target) },
                luar,
            }
        });
        one.collect()
    }

    /// Whether it holds macros, which nobody runs or reads.
    pub fn has_macros(&self) -> bool {
        self.names().any(|name| name.ends_with("vbaProject.bin") || name.starts_with("Basic/"))
    }
}

/// The name of the part that `target` is, seen from `folder`.
fn within(folder: &str, target: &str) -> String {
    let start = if target.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = Vec::new();
    for step in start.split('/').chain(target.split('/')).filter(|step| !step.is_empty() && *step != ".") {
        match step {
            ".." => drop(parts.pop()),
            other => parts.push(other),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    /// A package of these parts.
    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_and_what_they_refer_to() {
        let rels = br#"<Relationships><Relationship Id="r1" Type="http://x/image" Target="media/a.png"/>
            <Relationship Id="r2" Type="http://x/hyperlink" Target="http://luar/" TargetMode="External"/>
            <Relationship Id="r3" Type="http://x/numbering" Target="/word/../word/numbering.xml"/></Relationships>"#;
        let bytes = packed(&[("word/document.xml", b"<a/>"), ("word/_rels/document.xml.rels", rels)]);
        let paket = Paket::buka(&bytes).unwrap();
        let found: Vec<(String, String, bool)> =
            paket.hubungan("word/document.xml").into_iter().map(|h| (h.jenis, h.sasaran, h.luar)).collect();
        let of = |kind: &str, target: &str, luar| (kind.to_owned(), target.to_owned(), luar);
        assert_eq!(
            found,
            [
                of("image", "word/media/a.png", false),
                of("hyperlink", "http://luar/", true),
                of("numbering", "word/numbering.xml", false)
            ]
        );
        assert!(paket.xml("word/document.xml").is_ok() && !paket.has_macros());
        assert_eq!(paket.xml("x.xml").err(), Some(Rusak::TanpaBagian("x.xml".into())));
    }

    #[test]
    fn what_is_no_sound_package_is_told() {
        assert_eq!(Paket::buka(b"PK\x03\x04").err(), Some(Rusak::BukanPaket));
        assert_eq!(Paket::buka(b"jenis: umum").err(), Some(Rusak::BukanPaket));
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Paket::buka(&[&[0xd0, 0xcf, 0x11, 0xe0], &locked[..]].concat()).err(), Some(Rusak::Terkunci));
        let bomb = packed(&[("word/document.xml", b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]);
        let read = Paket::buka(&bomb).unwrap().xml("word/document.xml");
        assert_eq!(read.err(), Some(Rusak::BukanXml("word/document.xml".into())));
        let large = packed(&[("a.xml", &[b' '; 6]), ("b.xml", &[b' '; 5])]);
        assert_eq!(Paket::unpacked(&large, 10).err(), Some(Rusak::TerlaluBesar));
        assert!(Paket::unpacked(&large, 11).is_ok());
    }
}
