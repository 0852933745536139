//! Signatures and time stamps that were appended, with all that may come with them: a short list.
//!
//! A signature is one only where it signs bytes of the file to the end of its own part, stands in the form's list, and
//! brings nothing but its value and one drawing within its place. What proves it may lie in the catalogue.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::isi::{Kotak, all_operations, numbers};
use super::sama::same;
use super::sesuai::Pemeriksa;
use super::skema::{self, Boleh, Entri};
use super::tambahan::{Comparison, Jenis, Perubahan};
use super::{Pdf, aliran, meta, sertifikat, tertutup};
use naskah_core::fingerprint::digests;

/// Flags of an annotation that change neither its size nor its place: printed, read-only, locked; and those that hide it.
const FLAGS: i64 = 4 | 64 | 128 | 512;
const HIDING: i64 = 2 | 32;

/// Flags that keep a field as it is.
const LOCKS: i64 = 128 | 512;

impl Comparison<'_> {
    /// Accounts for the new objects that a value leads to; whether all of it is what may be there.
    fn claim(&mut self, value: &Object, may: &'static Boleh) -> bool {
        let last = self.last;
        let form = last.document.catalog().ok().and_then(|catalog| last.entry(catalog, "AcroForm").as_dict().ok());
        let listed = form.map_or_else(Vec::new, |form| fields(last, form));
        let named = listed.iter().filter_map(|field| last.solid(field).as_dict().ok());
        let names: Vec<String> = named.map(|field| meta::text(last.entry(field, "T"))).collect();
        let mut pemeriksa = Pemeriksa::new(last, &names);
        let fits = pemeriksa.fits(value, may, 0);
        for id in pemeriksa.objects().filter(|id| !self.base.document.objects.contains_key(id)) {
            self.changed.remove(&id);
        }
        fits
    }

    /// Whether every entry that is not what it was is one of these, and what that may be.
    fn claim_entries(&mut self, own: &Dictionary, was: Option<&Dictionary>, entries: &'static [Entri]) -> bool {
        let kept = |key: &[u8], now: &Object| was.is_some_and(|was| was.get(key).is_ok_and(|old| same(old, now)));
        own.iter().filter(|(key, value)| !kept(key, value)).all(|(key, value)| {
            let known = entries.iter().find(|(name, _)| name.as_bytes() == key.as_slice());
            known.is_some_and(|(_, may)| self.claim(value, may))
        })
    }

    /// Whether a value leads to nothing that the PDF was made with.
    fn is_new(&self, value: &Object) -> bool {
        let mut open = vec![value];
        let mut seen = BTreeSet::new();
        while let Some(value) = open.pop() {
            match value {
                Object::Reference(id) if self.base.document.objects.contains_key(id) => return false,
                Object::Reference(id) if seen.insert(*id) => open.extend(self.last.document.objects.get(id)),
                Object::Array(values) => open.extend(values),
                Object::Dictionary(entries) => open.extend(entries.iter().map(|(_, value)| value)),
                Object::Stream(stream) => open.extend(stream.dict.iter().map(|(_, value)| value)),
                _ => {}
            }
        }
        true
    }

    /// What the catalogue has of forms and proofs.
    pub(super) fn proofs(&mut self) {
        let (Ok(old), Ok(new)) = (self.base.document.catalog(), self.last.document.catalog()) else { return };
        let kept = |key: &str| match (old.get(key.as_bytes()), new.get(key.as_bytes())) {
            (Ok(old), Ok(new)) => same(old, new),
            (old, new) => old.is_err() && new.is_err(),
        };
        let entry = |key: &str| new.get(key.as_bytes()).cloned().unwrap_or(Object::Null);
        for key in ["AcroForm", "DSS", "Extensions", "Perms"] {
            self.account(old.get(key.as_bytes()).ok());
        }
        let sound = [
            ("AcroForm", self.form(old, new)),
            ("DSS", kept("DSS") || (self.claim(&entry("DSS"), &skema::DSS) && self.is_new(&entry("DSS")))),
            ("Extensions", kept("Extensions") || self.claim(&entry("Extensions"), &skema::PERLUASAN)),
            ("Perms", kept("Perms") || self.permissions(&entry("Perms"))),
            (
                "Version",
                kept("Version") || entry("Version").as_name().is_ok_and(|name| matches!(name, b"1.7" | b"2.0")),
            ),
            ("Metadata", kept("Metadata")),
        ];
        let changed = sound.iter().filter(|(_, sound)| !sound).map(|(key, _)| Perubahan::Susunan(format!("/{key}")));
        self.update.perubahan.extend(changed);
    }

    /// Whether nothing but a signature says what may still be changed.
    fn permissions(&mut self, entry: &Object) -> bool {
        let Ok(entries) = self.last.solid(entry).as_dict() else { return false };
        self.account(Some(entry));
        entries
            .iter()
            .all(|(key, value)| key == b"DocMDP" && value.as_reference().is_ok_and(|id| self.signed.contains(&id)))
    }

    /// Whether the form has only grown by fields that stand on pages.
    fn form(&mut self, old: &Dictionary, new: &Dictionary) -> bool {
        let (base, last) = (self.base, self.last);
        let empty = Dictionary::new();
        let before = base.entry(old, "AcroForm").as_dict().unwrap_or(&empty);
        let Ok(form) = last.entry(new, "AcroForm").as_dict() else { return before.is_empty() && !new.has(b"AcroForm") };
        self.account(new.get(b"AcroForm").ok());
        self.account(before.get(b"Fields").ok());
        self.account(form.get(b"Fields").ok());
        let mut fresh = form.clone();
        fresh.remove(b"Fields");
        if fresh.get(b"NeedAppearances").is_ok_and(|asked| *asked == Object::Boolean(false)) {
            fresh.remove(b"NeedAppearances");
        }
        let plain = self.claim_entries(&fresh, Some(before), skema::FORMULIR);
        let (had, has) = (fields(base, before), fields(last, form));
        // What stands on no page is seen by nobody, but may act.
        let pages = (0..last.count()).filter_map(|page| last.entry(last.page(page)?, "Annots").as_array().ok());
        let on_pages: BTreeSet<ObjectId> = pages.flatten().filter_map(|one| one.as_reference().ok()).collect();
        let seen = |field: &Object| field.as_reference().is_ok_and(|id| on_pages.contains(&id));
        plain && has.starts_with(&had) && has.iter().skip(had.len()).all(seen)
    }

    /// Whether an empty signature field that the PDF was made with has been signed; then that accounts for its change.
    /// Whoever signs may lock the field; what else was changed on it is told.
    pub(super) fn was_signed(&mut self, field: &Object) -> bool {
        let (Ok(old), Ok(new)) = (self.base.solid(field).as_dict(), self.last.solid(field).as_dict()) else {
            return false;
        };
        let grows: [&[u8]; 4] = [b"V", b"AP", b"MK", b"Lock"];
        let locked = |key: &[u8]| {
            let flags = |field: &Dictionary| field.get(b"F").and_then(Object::as_i64).unwrap_or(0);
            key == b"F" && flags(old) & !LOCKS == flags(new) & !LOCKS && flags(old) & !flags(new) == 0
        };
        let alike = |key: &[u8]| match (old.get(key), new.get(key)) {
            (Ok(before), Ok(now)) => same(before, now),
            _ => false,
        };
        let keys: BTreeSet<&Vec<u8>> = old.iter().chain(new.iter()).map(|(key, _)| key).collect();
        let others = keys.into_iter().filter(|key| !grows.contains(&key.as_slice()) && !alike(key) && !locked(key));
        let others: Vec<String> = others.map(|key| String::from_utf8_lossy(key).into_owned()).collect();
        let empty = old.get(b"FT").is_ok_and(|kind| *kind == Object::Name(b"Sig".to_vec())) && !old.has(b"V");
        if empty {
            self.account(Some(field));
        }
        if empty && !others.is_empty() {
            let name = meta::text(self.base.entry(old, "T"));
            self.update.perubahan.insert(Perubahan::Bidang(name, others.join(", ")));
        }
        empty && others.is_empty()
    }

    /// What a field of a form is: a signature only where it signs bytes of this file and brings nothing but its look.
    pub(super) fn field(&mut self, page: usize, annotation: &Object, widget: &Dictionary) -> Jenis {
        let pdf = self.last;
        let name = meta::text(pdf.entry(widget, "T"));
        let is_name = |entries: &Dictionary, key: &str, expected: &[u8]| {
            pdf.entry(entries, key).as_name().is_ok_and(|name| name == expected)
        };
        let listed = pdf.document.catalog().is_ok_and(|catalog| {
            let form = pdf.entry(catalog, "AcroForm").as_dict();
            form.is_ok_and(|form| fields(pdf, form).iter().filter(|field| *field == annotation).count() == 1)
        });
        let own_page = widget.get(b"P").map_or(true, |own| own.as_reference().ok() == pdf.pages.get(page).copied());
        // What is hidden has no place, so that no viewer shows what another does not.
        let placed = numbers(pdf.entry(widget, "Rect")).and_then(|sides| Some(Kotak::new(sides.try_into().ok()?)));
        let allowed = if placed.is_some_and(Kotak::is_empty) { FLAGS | HIDING } else { FLAGS };
        let flags = widget.get(b"F").map_or(Ok(0), Object::as_i64).is_ok_and(|flags| flags & !allowed == 0);
        let plain = annotation.as_reference().is_ok() && listed && own_page && flags;
        let plain = plain && is_name(widget, "FT", b"Sig") && self.looks_plain(widget);
        if plain && !self.is_last && !widget.has(b"V") && self.belongs(annotation, widget) {
            return Jenis::TandaTangan(name);
        }
        let signs = plain && self.signs(annotation, widget);
        let Some(value) = pdf.entry(widget, "V").as_dict().ok().filter(|_| signs && self.belongs(annotation, widget))
        else {
            return Jenis::Isian(name);
        };
        // Programs go by either entry, so both must say what the proof is.
        let proof = value.get(b"Contents").and_then(Object::as_str).unwrap_or_default();
        let is_time = sertifikat::is_time_stamp(proof);
        match (is_time, is_name(value, "SubFilter", b"ETSI.RFC3161"), is_name(value, "Type", b"DocTimeStamp")) {
            (true, true, _) => Jenis::StempelWaktu(name),
            (false, false, false) => Jenis::TandaTangan(name),
            _ => Jenis::Isian(name),
        }
    }

    /// Accounts for the objects of a signature; whether there is nothing in them that does not belong to one.
    fn belongs(&mut self, annotation: &Object, widget: &Dictionary) -> bool {
        if let Ok(id) = annotation.as_reference() {
            self.changed.remove(&id);
        }
        let mut fresh = widget.clone();
        let (_, value) = (fresh.remove(b"P"), fresh.remove(b"V"));
        let made = self.base.solid(annotation).as_dict().ok();
        self.claim_entries(&fresh, made, skema::BIDANG) && value.is_none_or(|value| self.value(&value))
    }

    fn value(&mut self, entry: &Object) -> bool {
        let known = self.claim(entry, &skema::NILAI);
        self.signed.extend(entry.as_reference());
        known
    }

    /// Whether a signature's look is one drawing, clipped to the field's place.
    fn looks_plain(&self, widget: &Dictionary) -> bool {
        let pdf = self.last;
        let side = |entries: &Dictionary, key: &str| -> Option<Kotak> {
            Some(Kotak::new(numbers(pdf.entry(entries, key))?.try_into().ok()?))
        };
        let Some(place) = side(widget, "Rect") else { return false };
        if !widget.has(b"AP") {
            // Without a look of its own, the viewer may draw the frame that it is asked for.
            return place.is_empty() || !widget.has(b"MK");
        }
        let Ok(looks) = pdf.entry(widget, "AP").as_dict() else { return false };
        let (Ok(form), 1) = (pdf.entry(looks, "N").as_stream(), looks.len()) else { return false };
        let Some(clip) = side(&form.dict, "BBox") else { return false };
        let upright = match numbers(pdf.entry(&form.dict, "Matrix")).as_deref() {
            None => !form.dict.has(b"Matrix"),
            Some([a, b, c, d, _, _]) => [*a, *b, *c, *d] == [1.0, 0.0, 0.0, 1.0],
            Some(_) => false,
        };
        let draws = || {
            let operations = aliran::unpacked(form).and_then(|content| all_operations(&content));
            operations.is_none_or(|all| all.iter().any(|one| !matches!(one.operator.as_str(), "q" | "Q" | "cm")))
        };
        if !tertutup::is_closed(self.base, pdf, looks) {
            return false;
        }
        // What has no place must draw nothing.
        if place.is_empty() { clip.is_empty() || !draws() } else { upright && (!clip.is_empty() || !draws()) }
    }

    /// Whether a signature signs this file from its first byte to the end of its own part, but for the value itself.
    fn signs(&self, field: &Object, widget: &Dictionary) -> bool {
        /// How signed data name themselves.
        const SIGNED_DATA: [u8; 11] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2];
        let pdf = self.last;
        let holder = widget.get(b"V").and_then(Object::as_reference).or_else(|_| field.as_reference());
        let part = holder.ok().and_then(|id| self.parts.iter().rfind(|part| part.objects.contains_key(&id.0)));
        let (Ok(value), Some(part)) = (pdf.entry(widget, "V").as_dict(), part) else { return false };
        let Ok(contents) = value.get(b"Contents").and_then(Object::as_str) else { return false };
        let range = value.get(b"ByteRange").and_then(Object::as_array).map_or(&[][..], |range| range);
        let range: Vec<usize> = range.iter().filter_map(|n| n.as_i64().ok()?.try_into().ok()).collect();
        let [0, before, after, length] = range[..] else { return false };
        let Some([b'<', hexadecimal @ .., b'>']) = self.bytes.get(before..after) else { return false };
        let written: Vec<u8> = contents.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
        let end = after.checked_add(length);
        let rest = end.and_then(|end| self.bytes.get(part.end..end));
        let (Some(head), Some(tail)) = (self.bytes.get(..before), end.and_then(|end| self.bytes.get(after..end)))
        else {
            return false;
        };
        rest.is_some_and(|rest| rest.iter().all(u8::is_ascii_whitespace))
            && hexadecimal.eq_ignore_ascii_case(&written)
            && contents.first() == Some(&0x30)
            && aliran::der_end(contents)
                .is_some_and(|end| contents.get(end..).is_some_and(|rest| rest.iter().all(|byte| *byte == 0)))
            && contents.windows(SIGNED_DATA.len()).any(|part| part == SIGNED_DATA)
            && digests(&[head, tail]).iter().any(|digest| holds(contents, digest))
    }
}

/// Whether a signature names a digest: as a string of bytes of that length.
fn holds(contents: &[u8], digest: &[u8]) -> bool {
    let length = u8::try_from(digest.len()).unwrap_or(0);
    let mut named = vec![4, length];
    named.extend(digest);
    aliran::find(contents, &named, 0).is_some()
}

/// The fields of a form.
fn fields(pdf: &Pdf, form: &Dictionary) -> Vec<Object> {
    pdf.entry(form, "Fields").as_array().cloned().unwrap_or_default()
}
