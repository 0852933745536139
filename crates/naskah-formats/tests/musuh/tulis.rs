//! How hostile PDFs are written: objects behind a PDF that replace or join its own, and files from nothing.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::pembaruan::tulis::{BARU, HALAMAN, KATALOG, POHON, ukuran};

/// An object: its number, and what stands between `obj` and `endobj`.
pub type Objek = (u32, Vec<u8>);

/// A PDF, and where in it things are.
pub struct Dasar {
    bytes: Vec<u8>,
    pub halaman: u32,
    pub induk: u32,
    pub katalog: u32,
    /// The first number that is free.
    pub baru: u32,
}

pub fn kamus(entries: &str) -> Vec<u8> {
    format!("<<{entries}>>").into_bytes()
}

pub fn aliran(entries: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("<<{entries}/Length {}>>\nstream\n", body.len());
    [head.as_bytes(), body, b"\nendstream"].concat()
}

pub fn padat(entries: &str, body: &[u8]) -> Vec<u8> {
    aliran(&format!("{entries}/Filter/FlateDecode"), &kempis(body))
}

pub fn kempis(body: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(body).expect("packed");
    packer.finish().expect("packed")
}

impl Dasar {
    pub fn new(bytes: &[u8]) -> Self {
        Self { bytes: bytes.to_vec(), halaman: HALAMAN, induk: POHON, katalog: KATALOG, baru: BARU.max(ukuran(bytes)) }
    }

    /// How long the PDF is.
    pub fn panjang(&self) -> usize {
        self.bytes.len()
    }

    /// The first page with these resources, entries and content.
    pub fn laman(&self, resources: &str, more: &str, content: Vec<u8>) -> Vec<Objek> {
        let at = self.baru + 90;
        let mut page = format!("/Type/Page/Parent {} 0 R/Resources<<{resources}>>{more}", self.induk);
        for (key, value) in [("/MediaBox", "[0 0 600 900]"), ("/Contents", &format!(" {at} 0 R"))] {
            if !more.contains(key) {
                page += &format!("{key}{value}");
            }
        }
        vec![(self.halaman, kamus(&page)), (at, content)]
    }

    /// The PDF with objects behind it; where `anew`, as one file that nobody made: with another byte in its head, and without
    /// the mark of its end.
    pub fn dengan(&self, objects: &[Objek], anew: bool) -> Vec<u8> {
        let text = String::from_utf8_lossy(self.bytes.get(self.bytes.len() - 64..).expect("an end")).into_owned();
        let before = text.rsplit("startxref").next().and_then(|rest| rest.split_whitespace().next().map(str::to_owned));
        let trailer = format!("/Root {} 0 R/Prev {}", self.katalog, before.expect("a place"));
        let mut out = self.bytes.clone();
        if anew {
            let end = out.windows(5).rposition(|part| part == b"%%EOF").expect("an end");
            out[10] ^= 1;
            out[end + 4] = b'X';
        }
        tutup(&mut out, objects, &trailer);
        out
    }
}

/// A file from nothing.
pub fn berkas(objects: &[Objek], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    tutup(&mut out, objects, trailer);
    out
}

/// Writes objects, their table and the end.
fn tutup(out: &mut Vec<u8>, objects: &[Objek], trailer: &str) {
    let mut rows = Vec::new();
    for (number, body) in objects {
        out.push(b'\n');
        rows.push((*number, out.len()));
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(body);
        out.extend(b"\nendobj\n");
    }
    let at = out.len();
    out.extend(b"xref\n0 1\n0000000000 65535 f \n");
    rows.sort_unstable();
    for (number, place) in &rows {
        out.extend(format!("{number} 1\n{place:010} 00000 n \n").bytes());
    }
    let size = rows.last().map_or(1, |(number, _)| u64::from(*number) + 1);
    out.extend(format!("trailer\n<</Size {size}{trailer}>>\nstartxref\n{at}\n%%EOF\n").bytes());
}
