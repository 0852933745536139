//! What the proof within a signature says: who signs by its certificate, when, and every other text in it.
//!
//! A proof is a tree of values of ASN.1. It is walked whole, so that no text in it goes unseen, whichever certificate,
//! extension or attribute holds it; who signs is read from the one certificate that the proof itself names.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object};

use super::teks::{BEYOND, Sifat, Ucapan};
use super::{Pdf, aliran, meta};
use naskah_core::fingerprint::digests;
use naskah_core::language::saat::Saat;

/// Who a certificate is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pemilik {
    /// What it calls who signs.
    pub nama: String,
    /// What else it says of him.
    pub lain: Vec<(Isian, String)>,
}

/// What a certificate says of whom it is for, besides the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Isian {
    /// The body (O).
    Lembaga,
    /// A part of the body (OU).
    Unit,
    /// The post.
    Jabatan,
    /// Names of a person besides.
    Orang,
    /// Town, province, street.
    Tempat,
    /// Numbers and anything else.
    Lain,
}

impl Pemilik {
    /// What it says of one kind.
    pub fn isian(&self, kind: Isian) -> impl Iterator<Item = &str> {
        self.lain.iter().filter(move |(own, _)| *own == kind).map(|(_, text)| text.as_str())
    }

    fn take(&mut self, kind: &[u8], text: String) {
        match kind {
            COMMON_NAME if self.nama.is_empty() => self.nama = text,
            _ => self.lain.push((entry(kind), text)),
        }
    }
}

/// What an attribute of a name is.
fn entry(kind: &[u8]) -> Isian {
    match kind {
        [0x55, 4, 10] => Isian::Lembaga,
        [0x55, 4, 11] => Isian::Unit,
        [0x55, 4, 12 | 15] => Isian::Jabatan,
        [0x55, 4, 3 | 4 | 41 | 42 | 43 | 44 | 65] => Isian::Orang,
        [0x55, 4, 7 | 8 | 9 | 16] => Isian::Tempat,
        _ => Isian::Lain,
    }
}

/// How the certificates of a proof go with who signed it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sertifikat {
    /// None can be read of who signed, or none can be told apart from others.
    #[default]
    Tiada,
    /// One is of who signed.
    Satu,
    /// Two have the issuer and the number of who signed; no issuer makes such.
    Kembar,
    /// The one there is has another digest than the one that was signed.
    Lain,
}

/// What a signature says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Penanda {
    /// How the certificates in its proof go with who signed.
    pub sertifikat: Sertifikat,
    /// Who signs, by the certificate; `None` where that cannot be read in one way.
    pub pemilik: Option<Pemilik>,
    /// The name that the signature gives itself, besides.
    pub nama: String,
    /// Why, as the signature says.
    pub alasan: String,
    /// Where, as it says.
    pub tempat: String,
    /// How to reach who signed, as it says.
    pub kontak: String,
    /// When, as it says.
    pub waktu: String,
    /// When, by the signature and by its proof.
    pub saat: Vec<Saat>,
    /// When it was stamped, by the stamps within its proof.
    pub stempel: Vec<Saat>,
    /// Whether it says a moment that cannot be read.
    pub saat_rusak: bool,
}

impl Penanda {
    /// What it says besides its name: reason, place, address.
    pub fn ujaran(&self) -> impl Iterator<Item = &str> {
        [&self.alasan, &self.tempat, &self.kontak]
            .into_iter()
            .map(String::as_str)
            .filter(|said| !said.trim().is_empty())
    }
}

/// A value of ASN.1.
#[derive(Clone, Copy)]
struct Nilai<'a> {
    kind: u8,
    isi: &'a [u8],
    whole: &'a [u8],
}

const HOLDS: u8 = 0x20;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const OID: u8 = 0x06;
const OCTETS: u8 = 0x04;

const COMMON_NAME: &[u8] = &[0x55, 4, 3];
const SIGNING_TIME: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 5];
/// The digests of the certificate of who signs: by SHA-1 only, and by any.
const SIGNING_CERTIFICATE: [&[u8]; 2] =
    [&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 2, 12], &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 2, 47]];
const KEY_IDENTIFIER: &[u8] = &[0x55, 0x1D, 0x0E];
const OTHER_NAMES: &[u8] = &[0x55, 0x1D, 0x11];
const TIME_STAMP: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 2, 14];

/// So deep do values lie within each other.
const MAX_DEPTH: usize = 60;

fn first(bytes: &[u8]) -> Option<(Nilai<'_>, &[u8])> {
    let (whole, rest) = bytes.split_at_checked(aliran::der_end(bytes)?)?;
    let (kind, length) = (*whole.first()?, *whole.get(1)?);
    let isi = match length {
        0..0x80 => whole.get(2..)?,
        0x80 => whole.get(2..whole.len().checked_sub(2)?)?,
        _ => whole.get(2 + usize::from(length & 0x7F)..)?,
    };
    Some((Nilai { kind, isi, whole }, rest))
}

impl<'a> Nilai<'a> {
    fn parts(self) -> Vec<Nilai<'a>> {
        let (mut out, mut rest) = (Vec::new(), self.isi);
        while let Some((value, after)) = first(rest) {
            out.push(value);
            rest = after;
        }
        out
    }

    /// The bytes of a string, also of one that is written in pieces.
    fn bytes(self) -> Vec<u8> {
        match self.kind & HOLDS {
            0 => self.isi.to_vec(),
            _ => self.parts().into_iter().flat_map(Nilai::bytes).collect(),
        }
    }

    /// The text of a string; `None` where the value is none.
    fn text(self) -> Option<String> {
        let bytes = self.bytes();
        match self.kind & !HOLDS {
            0x0C | 0x12..=0x16 | 0x19..=0x1B => Some(String::from_utf8_lossy(&bytes).into_owned()),
            0x1C => {
                let (signs, _) = bytes.as_chunks::<4>();
                let sign = |four: &[u8; 4]| char::from_u32(u32::from_be_bytes(*four)).unwrap_or('\u{FFFD}');
                Some(signs.iter().map(sign).collect())
            }
            0x1E => {
                let (units, _) = bytes.as_chunks::<2>();
                let units: Vec<u16> = units.iter().map(|unit| u16::from_be_bytes(*unit)).collect();
                Some(String::from_utf16_lossy(&units))
            }
            _ => None,
        }
    }

    fn moment(self) -> Option<Saat> {
        let text = String::from_utf8(self.bytes()).ok()?;
        match self.kind {
            0x17 => Saat::of_proof(&text, true),
            0x18 => Saat::of_proof(&text, false),
            _ => None,
        }
    }
}

/// Every text of a proof.
pub(super) fn texts(proof: &[u8]) -> BTreeSet<Ucapan> {
    let mut out = BTreeSet::new();
    if let Some((value, _)) = first(proof) {
        walk(value, &[], 0, &mut out);
    }
    out
}

fn walk(value: Nilai<'_>, of: &[u8], depth: usize, out: &mut BTreeSet<Ucapan>) {
    let mut add =
        |text: String| out.extend((!text.trim().is_empty()).then(|| Ucapan::of_proof(purpose(of, &text), text)));
    if depth > MAX_DEPTH {
        out.insert(Ucapan::of_proof(Sifat::Alasan, BEYOND.to_owned()));
        return;
    }
    if let Some(text) = value.text() {
        return add(text);
    }
    match value.kind {
        0x03 | OCTETS | 0x24 => {
            let bytes = value.bytes();
            let bytes = if value.kind == 0x03 { bytes.get(1..).unwrap_or_default() } else { &bytes };
            match first(bytes) {
                // The bytes of a digest or a key may happen to begin like a text.
                Some((inner, [])) if inner.text().is_none_or(|text| is_readable(&text)) => {
                    walk(inner, of, depth + 1, out);
                }
                _ if is_text(bytes, 4) => add(String::from_utf8_lossy(bytes).into_owned()),
                _ => {}
            }
        }
        0x17 | 0x18 if value.moment().is_none() => add(String::from_utf8_lossy(value.isi).into_owned()),
        // An address of the network is four bytes.
        0x87 if value.isi.len() == 4 => {}
        kind if kind & HOLDS != 0 => {
            let mut of = of;
            for part in value.parts() {
                match part.kind {
                    OID => of = part.isi,
                    _ => walk(part, of, depth + 1, out),
                }
            }
        }
        kind if kind & 0xC0 == 0x80 && is_text(value.isi, 4) => add(String::from_utf8_lossy(value.isi).into_owned()),
        _ => {}
    }
}

/// Whether hardly any sign of a text is one that nobody can read.
fn is_readable(text: &str) -> bool {
    let odd = text.chars().filter(|char| char.is_control() || *char == '\u{FFFD}').count();
    odd * 5 <= text.chars().count()
}

/// Whether bytes read as a text of so many letters or more.
fn is_text(bytes: &[u8], least: usize) -> bool {
    let shown = |text: &str| text.chars().all(|char| !char.is_control() || char.is_whitespace());
    bytes.len() >= least && std::str::from_utf8(bytes).is_ok_and(shown)
}

/// What a text of a proof is for, by the kind of value that holds it.
fn purpose(of: &[u8], text: &str) -> Sifat {
    match of {
        _ if text.contains("://") || text.contains('@') => Sifat::Kontak,
        // Country, number, number of a body.
        [0x55, 4, 5 | 6 | 97] => Sifat::Sandi,
        // Town, province, street, postal address, postal code.
        [0x55, 4, 7 | 8 | 9 | 16 | 17] => Sifat::Tempat,
        // Numbers and domains of directories.
        [0x09, 0x92, 0x26, 0x89, 0x93, 0xF2, 0x2C, 0x64, 1, _] => Sifat::Sandi,
        [0x55, 0x1D, 0x11 | 0x12 | 0x1F] => Sifat::Kontak,
        // A notice to users.
        [0x2B, 6, 1, 5, 5, 7, 2, 2] => Sifat::Alasan,
        _ => Sifat::Nama,
    }
}

/// What a signature says by its value.
pub(super) fn held(pdf: &Pdf, value: &Dictionary) -> Penanda {
    let said = |key: &str| meta::text(pdf.entry(value, key));
    let contents = value.get(b"Contents").and_then(Object::as_str).unwrap_or_default();
    let signed = signed(contents);
    let waktu = said("M");
    let written = Saat::of_pdf(&waktu);
    let (sertifikat, pemilik) = signed.as_ref().map_or_else(Default::default, Tertandatangan::owner);
    Penanda {
        sertifikat,
        pemilik,
        nama: said("Name"),
        alasan: said("Reason"),
        tempat: said("Location"),
        kontak: said("ContactInfo"),
        saat_rusak: written.is_none() && !waktu.trim().is_empty(),
        saat: written.into_iter().chain(signed.iter().flat_map(Tertandatangan::moments)).collect(),
        stempel: signed.iter().flat_map(Tertandatangan::stamps).collect(),
        waktu,
    }
}

/// Signed data with the one who signed them.
struct Tertandatangan<'a> {
    certificates: Vec<Nilai<'a>>,
    signer: Vec<Nilai<'a>>,
    /// What was signed, where the data hold it.
    content: Option<Nilai<'a>>,
}

fn signed(proof: &[u8]) -> Option<Tertandatangan<'_>> {
    let (outer, _) = first(proof)?;
    let data = outer.parts().get(1)?.parts();
    let parts = data.first()?.parts();
    let signers = parts.last().filter(|last| last.kind == SET)?.parts();
    let [signer] = signers[..] else { return None };
    let certificates = parts.iter().find(|part| part.kind == 0xA0).map_or_else(Vec::new, |all| all.parts());
    let content = parts.get(2).and_then(|content| content.parts().get(1).copied());
    Some(Tertandatangan { certificates, signer: signer.parts(), content })
}

impl Tertandatangan<'_> {
    /// Who the certificate that the signer names is for, and how it goes with what was signed.
    fn owner(&self) -> (Sertifikat, Option<Pemilik>) {
        let Some(named) = self.signer.get(1) else { return Default::default() };
        let mut found = self.certificates.iter().filter_map(|one| Some((subject(*one, *named)?, *one)));
        let Some((subject, certificate)) = found.next() else { return Default::default() };
        if found.any(|(_, other)| other.whole != certificate.whole) {
            // Certificates of one key may be many, those of one number are not.
            let by_number = named.kind == SEQUENCE;
            return (if by_number { Sertifikat::Kembar } else { Sertifikat::Tiada }, None);
        }
        match self.is_the_signed_one(certificate) {
            Some(false) => return (Sertifikat::Lain, None),
            None => return Default::default(),
            Some(true) => {}
        }
        let owner = owner(subject, certificate).filter(|owner| !owner.nama.trim().is_empty());
        owner.map_or_else(Default::default, |owner| (Sertifikat::Satu, Some(owner)))
    }

    /// Whether a certificate has the digests that were signed as those of the signer's; `None` where they cannot be told.
    fn is_the_signed_one(&self, certificate: Nilai<'_>) -> Option<bool> {
        let own = digests(&[certificate.whole]);
        let said = SIGNING_CERTIFICATE.into_iter().flat_map(|kind| self.attribute(0xA0, kind));
        let mut due = said.map(|one| {
            let first = one.parts().first()?.parts().first()?.parts();
            first.into_iter().find(|part| part.kind == OCTETS).map(|digest| digest.isi.to_vec())
        });
        due.try_fold(true, |all, digest| {
            let digest = digest?;
            let known = own.iter().any(|one| one.len() == digest.len());
            known.then(|| all && own.contains(&digest))
        })
    }

    /// The values of an attribute that is `beside` what is signed, or `among` it.
    fn attribute(&self, place: u8, kind: &[u8]) -> Vec<Nilai<'_>> {
        let all = self.signer.iter().find(|part| part.kind == place).map_or_else(Vec::new, |all| all.parts());
        let of_kind = all.into_iter().map(Nilai::parts).filter(|one| one.first().is_some_and(|own| own.isi == kind));
        of_kind.flat_map(|one| one.get(1).map_or_else(Vec::new, |all| all.parts())).collect()
    }

    /// When it was signed, by an attribute or by what a time stamp is.
    fn moments(&self) -> Vec<Saat> {
        let signing = self.attribute(0xA0, SIGNING_TIME).into_iter().filter_map(Nilai::moment);
        signing.chain(self.stamped()).collect()
    }

    /// The moment of what a time stamp signs.
    fn stamped(&self) -> Option<Saat> {
        let stamp = self.content.map(Nilai::bytes).unwrap_or_default();
        first(&stamp).map_or_else(Vec::new, |(info, _)| info.parts()).into_iter().filter_map(Nilai::moment).next()
    }

    /// The moments of the stamps that were set on the signature.
    fn stamps(&self) -> Vec<Saat> {
        let stamps = self.attribute(0xA1, TIME_STAMP);
        stamps.into_iter().filter_map(|stamp| signed(stamp.whole)?.stamped()).collect()
    }
}

/// Who a certificate is for: its `subject`, and what other names it has for that.
fn owner(subject: Nilai<'_>, certificate: Nilai<'_>) -> Option<Pemilik> {
    let mut out = Pemilik::default();
    attributes(subject).for_each(|(kind, text)| out.take(kind, text));
    let others = extension(&told_of(certificate)?, OTHER_NAMES).and_then(first);
    // A name of a directory is one of the alternative names.
    let named = others.into_iter().flat_map(|(all, _)| all.parts()).filter(|one| one.kind == 0xA4);
    for (kind, text) in named.flat_map(Nilai::parts).flat_map(attributes) {
        out.lain.push((entry(kind), text));
    }
    Some(out)
}

/// The kinds and texts of a name's attributes.
fn attributes<'a>(name: Nilai<'a>) -> impl Iterator<Item = (&'a [u8], String)> {
    name.parts().into_iter().flat_map(Nilai::parts).filter_map(|attribute| {
        let parts = attribute.parts();
        Some((parts.first()?.isi, parts.get(1)?.text()?))
    })
}

/// What a certificate says: number, issuer, subject and all else.
fn told_of(certificate: Nilai<'_>) -> Option<Vec<Nilai<'_>>> {
    Some(certificate.parts().first().filter(|part| part.kind == SEQUENCE)?.parts())
}

/// The name of whom a certificate is for, where it is the one that a signer names.
fn subject<'a>(certificate: Nilai<'a>, named: Nilai<'_>) -> Option<Nilai<'a>> {
    let parts = told_of(certificate)?;
    let at = usize::from(parts.first()?.kind == 0xA0);
    let (serial, issuer) = (parts.get(at)?, parts.get(at + 2)?);
    let is_named = match named.kind {
        SEQUENCE => match named.parts()[..] {
            [by, number] => by.whole == issuer.whole && number.isi == serial.isi,
            _ => false,
        },
        _ => key_identifier(&parts).is_some_and(|own| own == named.isi),
    };
    parts.get(at + 4).copied().filter(|_| is_named)
}

/// The identifier of a certificate's key, which one of its extensions holds.
fn key_identifier<'a>(parts: &[Nilai<'a>]) -> Option<&'a [u8]> {
    first(extension(parts, KEY_IDENTIFIER)?).map(|(own, _)| own.isi)
}

/// What an extension of a certificate holds.
fn extension<'a>(parts: &[Nilai<'a>], named: &[u8]) -> Option<&'a [u8]> {
    let extensions = parts.iter().find(|part| part.kind == 0xA3)?.parts().first()?.parts();
    let mut all = extensions.into_iter().map(Nilai::parts);
    let found = all.find(|one| one.first().is_some_and(|kind| kind.isi == named))?;
    found.last().map(|held| held.isi)
}
