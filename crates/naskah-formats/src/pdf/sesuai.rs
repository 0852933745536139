//! Whether the values of an update are what a signature may hold.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::skema::{Boleh, Entri, TERTULIS};
use super::{Pdf, aliran, meta, ucapan};

/// So deep may values lie within values, references followed.
const MAX_DEPTH: usize = 60;

/// Holds values against what they may be.
pub(super) struct Pemeriksa<'a> {
    pdf: &'a Pdf,
    /// The names of the form's fields.
    fields: &'a [String],
    /// The objects that were met, each as one kind.
    met: BTreeSet<(ObjectId, usize)>,
}

impl<'a> Pemeriksa<'a> {
    pub(super) fn new(pdf: &'a Pdf, fields: &'a [String]) -> Self {
        Self { pdf, fields, met: BTreeSet::new() }
    }

    /// The objects that were met.
    pub(super) fn objects(&self) -> impl Iterator<Item = ObjectId> {
        self.met.iter().map(|(id, _)| *id)
    }

    /// Whether a value is what it may be.
    pub(super) fn fits(&mut self, value: &Object, may: &'static Boleh, depth: usize) -> bool {
        match (may, value) {
            _ if depth > MAX_DEPTH => false,
            (Boleh::Ini(there), _) => self.fits(value, there, depth + 1),
            (Boleh::Katalog, _) => self.pdf.document.trailer.get(b"Root").is_ok_and(|root| root == value),
            (_, Object::Reference(id)) => self.leads_to(*id, may, depth),
            (Boleh::Atau(kinds), _) => kinds.iter().any(|kind| self.fits(value, kind, depth + 1)),
            (Boleh::Daftar(of), Object::Array(all)) => all.iter().all(|one| self.fits(one, of, depth + 1)),
            (Boleh::Kamus(entries), Object::Dictionary(own)) => self.has_only(own, entries, &[], depth),
            (Boleh::Aliran(entries), Object::Stream(own)) => self.is_stream(own, entries, depth),
            (Boleh::Bukti, Object::Stream(own)) => {
                self.is_stream(own, &[], depth) && aliran::unpacked(own).is_some_and(|bytes| aliran::is_der(&bytes))
            }
            (Boleh::Bernama(names, of), Object::Dictionary(own)) => own.iter().all(|(key, value)| {
                let named = names.is_empty() || names.iter().any(|name| name.as_bytes() == key.as_slice());
                named && self.fits(value, of, depth + 1)
            }),
            (Boleh::Terbukti(of), Object::Dictionary(own)) => own.iter().all(|(key, value)| match key.as_slice() {
                b"Type" => value.as_name().is_ok_and(|name| name == b"VRI"),
                key => is_digest_name(key) && self.fits(value, of, depth + 1),
            }),
            _ => self.is_plain(value, may),
        }
    }

    fn leads_to(&mut self, id: ObjectId, may: &'static Boleh, depth: usize) -> bool {
        let met = (id, std::ptr::from_ref(may).addr());
        let Some(there) = self.pdf.document.objects.get(&id).filter(|there| there.as_reference().is_err()) else {
            return false;
        };
        if !self.met.insert(met) {
            return true;
        }
        let fits = self.fits(there, may, depth + 1);
        if !fits {
            self.met.remove(&met);
        }
        fits
    }

    fn has_only(&mut self, own: &Dictionary, entries: &'static [Entri], more: &'static [Entri], depth: usize) -> bool {
        own.iter().all(|(key, value)| {
            let known = entries.iter().chain(more).find(|(name, _)| name.as_bytes() == key.as_slice());
            known.is_some_and(|(_, may)| self.fits(value, may, depth + 1))
        })
    }

    fn is_stream(&mut self, own: &Stream, entries: &'static [Entri], depth: usize) -> bool {
        self.has_only(&own.dict, entries, TERTULIS, depth) && aliran::ends_whole(own)
    }

    /// A value that holds no others.
    fn is_plain(&self, value: &Object, may: &Boleh) -> bool {
        match (may, value) {
            (Boleh::Nama(names), Object::Name(own)) => names.iter().any(|name| name.as_bytes() == own.as_slice()),
            (Boleh::Sandi, Object::Name(_)) | (Boleh::Teks | Boleh::Bita, Object::String(..)) => true,
            (Boleh::Benar, Object::Boolean(_)) | (Boleh::Angka, Object::Integer(_) | Object::Real(_)) => true,
            (Boleh::Bulat(first, last), Object::Integer(own)) => (*first..=*last).contains(own),
            (Boleh::Baku(texts), Object::String(own, _)) => texts.iter().any(|text| text.as_bytes() == own.as_slice()),
            (Boleh::Saat, Object::String(..)) => meta::is_moment(&meta::text(value)),
            (Boleh::Bidang, Object::String(..)) => self.fields.contains(&meta::text(value)),
            (Boleh::Gaya, Object::String(..)) => ucapan::is_plain_style(value),
            // One program writes two letters there.
            (Boleh::Sidik, Object::String(own, _)) => own == b"aa" || (own.len() <= 64 && !ucapan::reads_as_text(own)),
            _ => false,
        }
    }
}

/// Whether a name is a digest of 20 bytes.
fn is_digest_name(name: &[u8]) -> bool {
    name.len() == 40 && name.iter().all(u8::is_ascii_hexdigit)
}
