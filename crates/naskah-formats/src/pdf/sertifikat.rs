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
    /// The country.
    Negara,
    /// Numbers and names by which programs know the owner.
    Nomor,
    /// What is said of the owner in words.
    Keterangan,
    /// An address of mail.
    Surel,
    /// A text of an extension.
    Perluasan,
    /// Anything else.
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
        // Title, category, role.
        [0x55, 4, 12 | 15 | 72] => Isian::Jabatan,
        [0x55, 4, 3 | 4 | 41 | 42 | 43 | 44 | 65] => Isian::Orang,
        [0x55, 4, 7 | 8 | 9 | 16] => Isian::Tempat,
        [0x55, 4, 6] => Isian::Negara,
        // Number, qualifier, number of a body, user.
        [0x55, 4, 5 | 46 | 97] | [0x09, 0x92, 0x26, 0x89, 0x93, 0xF2, 0x2C, 0x64, 1, 1] => Isian::Nomor,
        // Description, and what the standards call names and addresses without a form.
        [0x55, 4, 13] | [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 2 | 8] => Isian::Keterangan,
        [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 1] => Isian::Surel,
        // Where a body is registered: town and province, country.
        [0x2B, 6, 1, 4, 1, 0x82, 0x37, 60, 2, 1, 1 | 2] => Isian::Tempat,
        [0x2B, 6, 1, 4, 1, 0x82, 0x37, 60, 2, 1, 3] => Isian::Negara,
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
    /// Whom other certificates in the proof are for, that vouch for nobody there.
    pub lain: Vec<String>,
    /// Whether the value of the signature is none that its key could have made: zeros, or of another length or form.
    pub nilai_rusak: bool,
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
const KEY_USES: &[u8] = &[0x55, 0x1D, 0x25];
/// Uses of keys that stamp moments, and that answer for certificates.
const SERVICES: [&[u8]; 2] = [&[0x2B, 6, 1, 5, 5, 7, 3, 8], &[0x2B, 6, 1, 5, 5, 7, 3, 9]];
const RSA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1];
const CURVES: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1];
/// What the stamp of a moment signs.
const STAMPED: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 1, 4];
/// Extensions that hold addresses of services, digests of keys, uses and limits, and no words about the owner.
const TECHNICAL: [&[u8]; 9] = [
    &[0x55, 0x1D, 0x0E],
    &[0x55, 0x1D, 0x0F],
    &[0x55, 0x1D, 0x11],
    &[0x55, 0x1D, 0x13],
    &[0x55, 0x1D, 0x1F],
    &[0x55, 0x1D, 0x20],
    &[0x55, 0x1D, 0x23],
    &[0x55, 0x1D, 0x25],
    &[0x2B, 6, 1, 5, 5, 7, 1, 1],
];
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
                _ => of_pairs(bytes).into_iter().for_each(add),
            }
        }
        0x17 | 0x18 if value.moment().is_none() => {
            // Bytes of a digest may happen to begin like a moment.
            let said = String::from_utf8_lossy(value.isi).into_owned();
            if is_readable(&said) {
                add(said)
            }
        }
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

/// The text of bytes that are pairs for letters of ours, in either order; digests and keys are none.
fn of_pairs(bytes: &[u8]) -> Option<String> {
    /// So many letters are no chance.
    const LEAST: usize = 4;
    let (pairs, []) = bytes.as_chunks::<2>() else { return None };
    let read = |unit: fn([u8; 2]) -> u16| -> Option<String> {
        let signs = pairs.iter().map(|pair| char::from_u32(u32::from(unit(*pair)))).collect::<Option<Vec<char>>>()?;
        let marked = signs.first() == Some(&'\u{FEFF}');
        let text: String = signs.into_iter().skip(usize::from(marked)).collect();
        let latin = |char: char| char < '\u{250}' && (!char.is_control() || char.is_whitespace());
        (text.chars().count() >= LEAST && text.chars().all(latin)).then_some(text)
    };
    read(u16::from_be_bytes).or_else(|| read(u16::from_le_bytes))
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
        lain: signed.as_ref().map_or_else(Vec::new, Tertandatangan::others),
        nilai_rusak: signed.as_ref().is_some_and(Tertandatangan::is_worthless),
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
    /// What was signed, where the data hold it, and of which kind that is.
    content: Option<Nilai<'a>>,
    kind: Option<&'a [u8]>,
}

fn signed(proof: &[u8]) -> Option<Tertandatangan<'_>> {
    let (outer, _) = first(proof)?;
    let data = outer.parts().get(1)?.parts();
    let parts = data.first()?.parts();
    let signers = parts.last().filter(|last| last.kind == SET)?.parts();
    let [signer] = signers[..] else { return None };
    let certificates = parts.iter().find(|part| part.kind == 0xA0).map_or_else(Vec::new, |all| all.parts());
    let content = parts.get(2).map_or_else(Vec::new, |content| content.parts());
    let kind = content.first().map(|kind| kind.isi);
    Some(Tertandatangan { certificates, signer: signer.parts(), content: content.get(1).copied(), kind })
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

    /// Whom certificates are for that are neither of who signed nor of an issuer, nor of whom stamps and answers are.
    fn others(&self) -> Vec<String> {
        let told: Vec<_> = self.certificates.iter().filter_map(|one| Some((*one, told_of(*one)?))).collect();
        let field = |parts: &[Nilai<'_>], nth: usize| {
            parts
                .get(nth + usize::from(parts.first().is_some_and(|first| first.kind == 0xA0)))
                .map(|one| one.whole.to_vec())
        };
        let issues = |subject: &Option<Vec<u8>>| {
            told.iter().any(|(_, parts)| field(parts, 4) != *subject && field(parts, 2) == *subject)
        };
        let serves = |parts: &[Nilai<'_>]| {
            let uses = extension(parts, KEY_USES).and_then(first).map_or_else(Vec::new, |(all, _)| all.parts());
            uses.iter().any(|one| SERVICES.contains(&one.isi))
        };
        let signs = |one: Nilai<'_>| self.signer.get(1).is_some_and(|named| subject(one, *named).is_some());
        let strange = told.iter().filter(|(one, parts)| !(signs(*one) || issues(&field(parts, 4)) || serves(parts)));
        let owners = strange.filter_map(|(one, parts)| {
            let at = 4 + usize::from(parts.first()?.kind == 0xA0);
            owner(*parts.get(at)?, *one).map(|owner| owner.nama)
        });
        owners.collect()
    }

    /// Whether the value of the signature is none that the key of who signed could have made.
    fn is_worthless(&self) -> bool {
        let value = self.signer.iter().rev().find(|part| part.kind == OCTETS).map_or(&[][..], |value| value.isi);
        if value.iter().all(|byte| *byte == 0) {
            return true;
        }
        let named = self.signer.get(1);
        let own = self.certificates.iter().find(|one| named.is_some_and(|named| subject(**one, *named).is_some()));
        own.and_then(|own| key(*own)).is_some_and(|(kind, key)| match kind {
            RSA => {
                let number = first(key).map_or_else(Vec::new, |(pair, _)| pair.parts());
                let number = number.first().map_or(&[][..], |number| number.isi);
                number.strip_prefix(&[0]).unwrap_or(number).len() != value.len()
            }
            CURVES => !first(value).is_some_and(|(pair, rest)| {
                let numbers = pair.parts();
                rest.is_empty()
                    && numbers.len() == 2
                    && numbers.iter().all(|one| one.kind == 2 && one.isi.iter().any(|b| *b != 0))
            }),
            _ => false,
        })
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

/// Who a certificate is for: its `subject`, what other names it has for that, and what its extensions say.
fn owner(subject: Nilai<'_>, certificate: Nilai<'_>) -> Option<Pemilik> {
    let mut out = Pemilik::default();
    attributes(subject).for_each(|(kind, text)| out.take(kind, text));
    let told = told_of(certificate)?;
    let others = extension(&told, OTHER_NAMES).and_then(first);
    for one in others.into_iter().flat_map(|(all, _)| all.parts()) {
        match one.kind {
            // A name of a directory is one of the alternative names.
            0xA4 => {
                out.lain.extend(one.parts().into_iter().flat_map(attributes).map(|(kind, text)| (entry(kind), text)))
            }
            0x81 => out.lain.push((Isian::Surel, String::from_utf8_lossy(one.isi).into_owned())),
            0xA0 => {
                let mut said = BTreeSet::new();
                walk(one, &[], 0, &mut said);
                out.lain.extend(said.into_iter().map(|said| (Isian::Keterangan, said.teks)));
            }
            _ => {}
        }
    }
    out.lain.extend(extensions(&told).into_iter().map(|text| (Isian::Perluasan, text)));
    Some(out)
}

/// The words that a certificate's extensions say of its owner.
fn extensions(told: &[Nilai<'_>]) -> Vec<String> {
    /// Shorter ones are codes of languages and countries.
    const LEAST: usize = 3;
    let all = told.iter().find(|part| part.kind == 0xA3).map_or_else(Vec::new, |all| all.parts());
    let each = all.first().map_or_else(Vec::new, |all| all.parts()).into_iter().map(Nilai::parts);
    let mut said = BTreeSet::new();
    for one in each.filter(|one| one.first().is_some_and(|kind| !TECHNICAL.contains(&kind.isi))) {
        one.last().into_iter().for_each(|held| walk(*held, &[], 0, &mut said));
    }
    let texts = said.into_iter().map(|one| one.teks);
    texts.filter(|text| text.chars().count() >= LEAST && !text.contains("://")).collect()
}

/// Of which kind a certificate's key is, and the key.
fn key(certificate: Nilai<'_>) -> Option<(&[u8], &[u8])> {
    let told = told_of(certificate)?;
    let at = 5 + usize::from(told.first()?.kind == 0xA0);
    let [kind, key] = told.get(at)?.parts()[..] else { return None };
    Some((kind.parts().first()?.isi, key.isi.get(1..)?))
}

/// Whether a proof is the stamp of a moment.
pub(super) fn is_time_stamp(proof: &[u8]) -> bool {
    let content = signed(proof).and_then(|signed| signed.kind.map(|kind| kind == STAMPED));
    content == Some(true)
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
