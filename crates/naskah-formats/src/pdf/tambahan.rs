//! What was appended to a PDF after it was made: signatures, stamps, remarks; and whether that left the PDF as it was.
//!
//! Every object of the first file must be as it was, but for those that say what was added: the catalogue, a page's list
//! of annotations, what the PDF says of itself; and every new object must belong to a signature or a time stamp. Whatever
//! else there is, is a change. So it must be after each part that was appended, for a viewer may show any of them.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::isi::{Kotak, Pembaca, all_operations, numbers};
use super::ketat::{self, Bagian};
use super::sama::same;
use super::tampilan::{self, Tampilan};
use super::teks::Ucapan;
use super::tertanda::{Tertanda, tertanda};
use super::tulisan::in_order;
use super::ucapan;
use super::{Pdf, aliran, meta};

/// What an addition is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Jenis {
    /// An electronic signature, with the name of its field.
    TandaTangan(String),
    /// A time stamp of the document, with the name of its field.
    StempelWaktu(String),
    /// Another field of a form, with its name.
    Isian(String),
    /// A remark, by its kind in PDF.
    Anotasi(String),
    /// A drawing of its own on the page: a stamp.
    Cap,
}

/// What was added.
#[derive(Debug, Clone, PartialEq)]
pub struct Tambahan {
    /// The page, from 0; `None` where it lies on none.
    pub halaman: Option<usize>,
    /// What it is.
    pub jenis: Jenis,
    /// The words that it shows.
    pub kata: String,
    /// What the look of a field shows.
    pub tampilan: Tampilan,
    /// Up to which byte of the file a proof signs.
    pub sampai: usize,
    /// Where it stands.
    tempat: Option<Kotak>,
    /// Where it can be seen, as far as it might lie over something.
    area: Vec<Kotak>,
}

impl Tambahan {
    /// The page and the place of a signature or a time stamp.
    pub fn tempat_bukti(&self) -> Option<(usize, Kotak)> {
        let is_proof = matches!(self.jenis, Jenis::TandaTangan(_) | Jenis::StempelWaktu(_));
        is_proof.then_some((self.halaman?, self.tempat?))
    }
}

/// Left, bottom, right and top of a place, in hundredths of a point.
pub type Letak = [i64; 4];

/// A change that no addition brings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Perubahan {
    /// The appended part is not of the plain form, so that programs read it differently.
    Bentuk,
    /// Number or order of pages.
    Urutan,
    /// What a page itself shows, from 0.
    Halaman(usize),
    /// An addition lies over words of a page.
    Menutupi(usize, String),
    /// An addition lies over a picture or a drawing of a page; where it stands.
    MenutupiGambar(usize, Letak),
    /// An addition lies over a line of a page, such as that of a table; where it stands.
    MenutupiGaris(usize, Letak),
    /// A field that was made with the PDF is changed otherwise than by signing it: its name, its entries.
    Bidang(String, String),
    /// An addition is neither signature nor time stamp; on the page, from 0.
    Ditambah(Option<usize>),
    /// An addition stands right beside a word of a page, so that it reads as a part of it; where it stands.
    Menyambung(usize, String, Letak),
    /// An addition does something when it is opened or clicked.
    Tindakan(Option<usize>),
    /// A signature that was there, by the name of its field: its value or its look is another since.
    TandaTangan(String),
    /// Attached files.
    Sisipan,
    /// What the PDF says of itself: about what, before, after.
    Keterangan(String, String, String),
    /// Anything else, by the name of its kind in PDF.
    Susunan(String),
}

/// What an update brought.
#[derive(Debug, Default)]
pub struct Update {
    /// What was added.
    pub tambahan: Vec<Tambahan>,
    /// What was changed.
    pub perubahan: BTreeSet<Perubahan>,
    /// The texts that came with it, in whichever part.
    pub ucapan: BTreeSet<Ucapan>,
    /// The parts, from 1, that brought neither a signature nor what proves one.
    pub sepi: Vec<usize>,
}

/// Entries of the catalogue that signatures and what proves them may add or change.
const OF_SIGNATURES: [&[u8]; 6] = [b"AcroForm", b"DSS", b"Extensions", b"Perms", b"Metadata", b"Version"];

/// Operators that only place drawings which are objects of their own.
const PLACING: [&str; 7] = ["q", "Q", "cm", "Do", "BMC", "BDC", "EMC"];

/// What was appended to the first `length` bytes of `bytes`, of which `base` is the PDF; and the PDF of all of them, where
/// it can be read in one way.
pub fn added(base: &Pdf, bytes: &[u8], length: usize) -> (Update, Option<Pdf>) {
    let Some(parts) = ketat::parts(bytes, length, &base.document.trailer) else {
        return (Update { perubahan: [Perubahan::Bentuk].into(), ..Update::default() }, None);
    };
    let mut update = Update::default();
    let mut last = Pdf::of(base.document.clone());
    let mut signed = Vec::new();
    for count in 1..=parts.len() {
        let so_far = parts.get(..count).unwrap_or_default();
        let fresh = so_far.last().map(|part| part.objects.clone()).unwrap_or_default();
        let brings = |(number, object): (&u32, &Object)| {
            !last.document.objects.get(&(*number, 0)).is_some_and(|before| same(before, object))
        };
        if !fresh.iter().any(brings) {
            update.perubahan.insert(Perubahan::Bentuk);
        }
        if is_idle(&last, &fresh) {
            update.sepi.push(count);
        }
        if so_far.last().is_some_and(|part| !part.has_info) {
            last.document.trailer.remove(b"Info");
        }
        last.document.objects.extend(fresh.into_iter().map(|(number, object)| ((number, 0), object)));
        last = Pdf::of(last.document);
        let touched = signed.iter().filter(|one: &&Tertanda| one.is_touched(&last));
        update.perubahan.extend(touched.map(|one| Perubahan::TandaTangan(one.nama.clone())));
        signed = tertanda(base, &last);
        let found = compared(base, &last, bytes, so_far, count == parts.len());
        update.tambahan = found.tambahan;
        update.perubahan.extend(found.perubahan);
        update.ucapan.extend(found.ucapan);
    }
    (update, Some(last))
}

/// Whether objects are none but those that say what a document is, and bring it no field and no proof.
fn is_idle(before: &Pdf, fresh: &BTreeMap<u32, Object>) -> bool {
    let trailer = |key: &[u8]| before.document.trailer.get(key).and_then(Object::as_reference).ok();
    let metadata = before.document.catalog().and_then(|catalog| catalog.get(b"Metadata")?.as_reference()).ok();
    let own = [trailer(b"Root"), trailer(b"Info"), metadata];
    let known = |number: &u32| own.contains(&Some((*number, 0)));
    let root = trailer(b"Root").and_then(|root| fresh.get(&root.0)?.as_dict().ok());
    let old = before.document.catalog().ok();
    let kept = |key: &[u8]| match (root.and_then(|root| root.get(key).ok()), old.and_then(|old| old.get(key).ok())) {
        (Some(new), Some(old)) => same(old, new),
        (new, old) => root.is_none() || new.is_none() && old.is_none(),
    };
    fresh.keys().all(known) && kept(b"AcroForm") && kept(b"DSS")
}

/// What the parts brought together.
fn compared(base: &Pdf, last: &Pdf, bytes: &[u8], parts: &[Bagian], is_last: bool) -> Update {
    let numbers: BTreeSet<u32> = parts.iter().flat_map(|part| part.objects.keys().copied()).collect();
    let differs = |id: &ObjectId| match (base.document.objects.get(id), last.document.objects.get(id)) {
        (Some(old), Some(new)) => !same(old, new),
        _ => true,
    };
    let changed: BTreeSet<ObjectId> = numbers.into_iter().map(|number| (number, 0)).filter(differs).collect();
    let ucapan = ucapan::brought(base, last, &changed);
    let (signed, update) = (BTreeSet::new(), Update { ucapan, ..Update::default() });
    let mut compared = Comparison { base, last, bytes, parts, is_last, changed, signed, update };
    compared.catalog();
    match base.pages == last.pages {
        true => (0..base.count()).for_each(|page| compared.page(page)),
        false => drop(compared.update.perubahan.insert(Perubahan::Urutan)),
    }
    compared.proofs();
    compared.statements();
    if base.attachments() != last.attachments() {
        compared.update.perubahan.insert(Perubahan::Sisipan);
    }
    compared.covered();
    compared.strangers();
    compared.rest();
    compared.update
}

pub(super) struct Comparison<'a> {
    pub(super) base: &'a Pdf,
    pub(super) last: &'a Pdf,
    /// The bytes of the last.
    pub(super) bytes: &'a [u8],
    /// The parts that were appended.
    pub(super) parts: &'a [Bagian],
    /// Whether nothing follows; until then a field may wait for its signature.
    pub(super) is_last: bool,
    /// The changed and the new objects for which no addition has accounted yet.
    pub(super) changed: BTreeSet<ObjectId>,
    /// The values of signatures.
    pub(super) signed: BTreeSet<ObjectId>,
    pub(super) update: Update,
}

impl Comparison<'_> {
    /// An addition accounts for the change of an object.
    pub(super) fn account(&mut self, object: Option<&Object>) {
        if let Some(id) = object.and_then(|object| object.as_reference().ok()) {
            self.changed.remove(&id);
        }
    }

    fn catalog(&mut self) {
        let (Ok(old), Ok(new)) = (self.base.document.catalog(), self.last.document.catalog()) else { return };
        let root = self.base.document.trailer.get(b"Root").ok().cloned();
        self.account(root.as_ref());
        let keys: BTreeSet<&Vec<u8>> = old.iter().chain(new.iter()).map(|(key, _)| key).collect();
        for key in keys.into_iter().filter(|key| !OF_SIGNATURES.contains(&key.as_slice())) {
            let alike = matches!((old.get(key), new.get(key)), (Ok(a), Ok(b)) if same(a, b));
            if !alike {
                let change = match key.as_slice() {
                    b"Pages" => Perubahan::Urutan,
                    b"AF" | b"Names" => Perubahan::Sisipan,
                    _ => Perubahan::Susunan(format!("/{}", String::from_utf8_lossy(key))),
                };
                self.update.perubahan.insert(change);
            }
        }
    }

    fn page(&mut self, page: usize) {
        let (Some(old), Some(new)) = (self.base.page(page), self.last.page(page)) else { return };
        let id = self.base.pages.get(page).copied();
        let touched = id.is_some_and(|id| self.changed.remove(&id));
        let grows: [&[u8]; 3] = [b"Annots", b"Contents", b"Resources"];
        let keys: BTreeSet<&Vec<u8>> = old.iter().chain(new.iter()).map(|(key, _)| key).collect();
        let mut others = keys.into_iter().filter(|key| touched && !grows.contains(&key.as_slice()));
        let kept = others.all(|key| matches!((old.get(key), new.get(key)), (Ok(a), Ok(b)) if same(a, b)));
        if !kept || !self.resources(page, old, new) || !self.contents(page, old, new) {
            self.update.perubahan.insert(Perubahan::Halaman(page));
        }
        let grown = self.annotations(page, old, new);
        if touched && !grown {
            // Whoever signs has no reason to write a page anew but to put the field on it.
            self.update.perubahan.insert(Perubahan::Susunan("/Page".to_owned()));
        }
    }

    /// Whether the resources of a page only grew.
    fn resources(&mut self, page: usize, old: &Dictionary, new: &Dictionary) -> bool {
        let (base, last) = (self.base, self.last);
        let had = base.inherited(page, "Resources").as_dict();
        let (Ok(had), Ok(has)) = (had, last.inherited(page, "Resources").as_dict()) else {
            return old.get(b"Resources").is_err() && new.get(b"Resources").is_err();
        };
        let open = self.changed.len();
        self.account(old.get(b"Resources").ok());
        let mut kept = true;
        for (key, value) in had.iter().filter(|(key, _)| *key != b"ProcSet") {
            let (before, after) = (base.solid(value), has.get(key).map_or(&Object::Null, |value| last.solid(value)));
            kept &= match (before, after) {
                (Object::Dictionary(before), Object::Dictionary(after)) => {
                    before.iter().all(|(key, value)| after.get(key).is_ok_and(|other| same(value, other)))
                }
                _ => same(before, after),
            };
            self.account(Some(value));
        }
        self.account(had.get(b"ProcSet").ok());
        // New resources may give old words another look, such as a colour space that stands for all others.
        let own = matches!((old.get(b"Resources"), new.get(b"Resources")), (Ok(a), Ok(b)) if same(a, b));
        if self.changed.len() != open || !(own || (!old.has(b"Resources") && !new.has(b"Resources"))) {
            self.update.perubahan.insert(Perubahan::Ditambah(Some(page)));
        }
        kept
    }

    /// Whether the contents of a page are what they were, between streams that only place drawings of their own.
    fn contents(&mut self, page: usize, old: &Dictionary, new: &Dictionary) -> bool {
        let (base, last) = (self.base, self.last);
        let (had, has) = (base.contents(page), last.contents(page));
        let as_before = match (old.get(b"Contents"), new.get(b"Contents")) {
            (Ok(a), Ok(b)) => same(a, b) && had.len() == has.len() && had.iter().zip(&has).all(|(a, b)| same(a, b)),
            _ => had.is_empty() && has.is_empty(),
        };
        if as_before {
            return true;
        }
        if had.is_empty() || !is_balanced(&base.content(page)) {
            return false;
        }
        let begins = has.windows(had.len()).position(|part| part.iter().zip(&had).all(|(a, b)| same(a, b)));
        let Some((before, rest)) = begins.and_then(|begins| has.split_at_checked(begins)) else { return false };
        let after = rest.get(had.len()..).unwrap_or_default();
        // A list of contents that is an object of its own may have grown.
        if old.get(b"Contents").is_ok_and(|content| base.solid(content).as_array().is_ok()) {
            self.account(old.get(b"Contents").ok());
        }
        let content = |parts: &[&Object]| -> Option<Vec<u8>> {
            let streams = parts.iter().map(|part| last.solid(part).as_stream().ok().and_then(aliran::unpacked));
            Some(streams.collect::<Option<Vec<_>>>()?.join(&b'\n'))
        };
        let only = |content: &Option<Vec<u8>>, allowed: &[&str]| {
            let operations = content.as_ref().and_then(|content| all_operations(content));
            operations.is_some_and(|all| all.iter().all(|operation| allowed.contains(&operation.operator.as_str())))
        };
        let (before, after) = (content(before), content(after));
        if !only(&before, &["q"]) || !only(&after, &PLACING) {
            return false;
        }
        let empty = Dictionary::new();
        let resources = last.inherited(page, "Resources").as_dict().unwrap_or(&empty);
        let drawn = Pembaca::new(last).read(&after.unwrap_or_default(), resources);
        let kata = drawn.kata.iter().map(|word| word.teks.as_str()).collect::<Vec<_>>().join(" ");
        let area = drawn.area.into_iter().reduce(Kotak::with);
        self.update.tambahan.push(Tambahan {
            halaman: Some(page),
            jenis: Jenis::Cap,
            kata,
            tampilan: Tampilan::default(),
            sampai: 0,
            tempat: area,
            area: area.into_iter().collect(),
        });
        true
    }

    /// Weighs what lies on a page; whether there is more than there was.
    fn annotations(&mut self, page: usize, old: &Dictionary, new: &Dictionary) -> bool {
        let (base, last) = (self.base, self.last);
        let list = |pdf: &Pdf, page: &Dictionary| -> Vec<Object> {
            pdf.entry(page, "Annots").as_array().cloned().unwrap_or_default()
        };
        let (had, has) = (list(base, old), list(last, new));
        self.account(old.get(b"Annots").ok());
        self.account(new.get(b"Annots").ok());
        if !has.starts_with(&had) {
            self.update.perubahan.insert(Perubahan::Halaman(page));
        }
        for (at, annotation) in has.iter().enumerate() {
            let changed = annotation.as_reference().is_ok_and(|id| self.changed.contains(&id));
            let made_with = had.contains(annotation);
            let signed = made_with && changed && self.was_signed(annotation);
            if has.iter().skip(at + 1).any(|other| other == annotation) {
                self.update.perubahan.insert(Perubahan::Halaman(page));
            }
            if signed || !made_with {
                self.annotation(page, annotation, signed);
            }
        }
        has.len() > had.len()
    }

    /// An annotation that is new, or a field that was made with the PDF and is signed now.
    fn annotation(&mut self, page: usize, annotation: &Object, made_with: bool) {
        let last = self.last;
        let Ok(entries) = last.solid(annotation).as_dict() else {
            self.update.perubahan.insert(Perubahan::Bentuk);
            return;
        };
        let name =
            |key: &str| last.entry(entries, key).as_name().map_or(String::new(), |n| String::from_utf8_lossy(n).into());
        let subtype = name("Subtype");
        let moving = ["Screen", "Movie", "Sound", "RichMedia", "3D"].contains(&subtype.as_str());
        let acts = |entries: &Dictionary| entries.has(b"AA") || acts(last, last.entry(entries, "A"));
        if moving || acts(entries) || last.entry(entries, "Parent").as_dict().is_ok_and(acts) {
            self.update.perubahan.insert(Perubahan::Tindakan(Some(page)));
        }
        let tempat = area(last, entries);
        let whole = tempat.or(Some(Kotak::EVERYWHERE)).filter(|area| !area.is_empty() && !made_with);
        let kata = self.words(entries);
        let jenis = match subtype.as_str() {
            "Widget" => self.field(page, annotation, entries),
            _ => Jenis::Anotasi(subtype),
        };
        let tampilan = tampilan::shown(last, entries, made_with);
        let codes = tampilan.kode.iter().map(|kode| format!("[QR: {kode}]"));
        let kata = Some(kata).into_iter().filter(|kata| !kata.is_empty()).chain(codes).collect::<Vec<_>>().join(" ");
        let (area, sampai) = (whole.into_iter().collect(), signed_up_to(last, entries));
        self.update.tambahan.push(Tambahan { halaman: Some(page), jenis, kata, tampilan, sampai, tempat, area });
    }

    /// The words that an annotation shows, or else those that it holds.
    fn words(&self, entries: &Dictionary) -> String {
        let look = self.last.entry(entries, "AP").as_dict().map(|looks| self.last.entry(looks, "N"));
        let mut words = Vec::new();
        let mut reader = Pembaca::new(self.last);
        match look {
            Ok(Object::Stream(form)) => words.extend(in_order(reader.read_form(form).kata)),
            Ok(Object::Dictionary(looks)) => {
                let forms = looks.iter().filter_map(|(_, form)| self.last.solid(form).as_stream().ok());
                forms.for_each(|form| words.extend(reader.read_form(form).kata));
            }
            _ => {}
        }
        match words.is_empty() {
            true => self.said(entries),
            false => words.iter().map(|word| word.teks.as_str()).collect::<Vec<_>>().join(" "),
        }
    }

    /// What an annotation holds: its text, its address or the name of its file.
    fn said(&self, entries: &Dictionary) -> String {
        let pdf = self.last;
        let within = |key: &str, inner: &str| {
            pdf.entry(entries, key).as_dict().map_or(String::new(), |found| meta::text(pdf.entry(found, inner)))
        };
        let texts = [
            meta::text(pdf.entry(entries, "Contents")),
            within("A", "URI"),
            within("FS", "UF"),
            within("FS", "F"),
            meta::text(pdf.entry(entries, "V")),
        ];
        texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn statements(&mut self) {
        let info = self.base.document.trailer.get(b"Info").ok().cloned();
        self.account(info.as_ref());
        let metadata = self.base.document.catalog().ok().and_then(|catalog| catalog.get(b"Metadata").ok()).cloned();
        self.account(metadata.as_ref());
        if self.base.of_metadata() != self.last.of_metadata() {
            self.update.perubahan.insert(Perubahan::Susunan("/Metadata".to_owned()));
        }
        self.update.perubahan.extend(self.base.restated(self.last));
    }

    /// What no addition accounts for.
    fn rest(&mut self) {
        let told = !self.update.perubahan.is_empty();
        for id in std::mem::take(&mut self.changed) {
            if !self.base.document.objects.contains_key(&id) {
                // What belongs to an addition that is told as such needs no word of its own; each part was looked at when
                // it was the last.
                let is_new = self.parts.last().is_some_and(|part| part.objects.contains_key(&id.0));
                if is_new && !told {
                    self.update.perubahan.insert(Perubahan::Susunan(format!("obyek {}", id.0)));
                }
                continue;
            }
            let kind = self.base.document.get_object(id).ok().and_then(|object| object.type_name().ok());
            let kind = kind.map_or("?".to_owned(), |kind| String::from_utf8_lossy(kind).into_owned());
            let pages: Vec<usize> = (0..self.base.count()).filter(|page| self.base.page_uses(*page, id)).collect();
            match kind.as_str() {
                _ if !pages.is_empty() => self.update.perubahan.extend(pages.into_iter().map(Perubahan::Halaman)),
                "Pages" | "Page" => drop(self.update.perubahan.insert(Perubahan::Urutan)),
                "Filespec" | "EmbeddedFile" => drop(self.update.perubahan.insert(Perubahan::Sisipan)),
                _ => drop(self.update.perubahan.insert(Perubahan::Susunan(format!("/{kind}")))),
            }
        }
    }

    /// Additions that lie over words.
    fn covered(&mut self) {
        for addition in &self.update.tambahan {
            let Some(page) = addition.halaman.filter(|_| !addition.area.is_empty()) else { continue };
            let areas = &addition.area;
            let drawn = self.base.drawn(page);
            let covered = |place: Kotak| areas.iter().any(|area| area.covers(place));
            let letak = addition.tempat.map_or([0; 4], |place| place.sisi().map(|side| (side * 100.0).round() as i64));
            let under: Vec<&str> =
                drawn.kata.iter().filter(|word| covered(word.kotak)).map(|word| word.teks.as_str()).collect();
            let beside = drawn.kata.iter().find(|word| areas.iter().any(|area| area.adjoins(word.kotak)));
            if !under.is_empty() {
                self.update.perubahan.insert(Perubahan::Menutupi(page, under.join(" ")));
            } else if let Some(word) = beside {
                self.update.perubahan.insert(Perubahan::Menyambung(page, word.teks.clone(), letak));
            }
            if !under.is_empty() {
                continue;
            }
            if drawn.area.iter().any(|own| covered(*own)) {
                self.update.perubahan.insert(Perubahan::MenutupiGambar(page, letak));
            } else if drawn.garis.iter().any(|own| covered(*own)) {
                self.update.perubahan.insert(Perubahan::MenutupiGaris(page, letak));
            }
        }
    }

    /// Additions that are none of those that leave the PDF what it was.
    fn strangers(&mut self) {
        let is_proof = |one: &&Tambahan| matches!(one.jenis, Jenis::TandaTangan(_) | Jenis::StempelWaktu(_));
        let strangers = self.update.tambahan.iter().filter(|one| !is_proof(one));
        self.update.perubahan.extend(strangers.map(|one| Perubahan::Ditambah(one.halaman)));
    }
}

/// Whether an action, or one that follows it, is more than a way to a place or an address on the web.
fn acts(pdf: &Pdf, action: &Object) -> bool {
    if matches!(action, Object::Null) {
        return false;
    }
    let Ok(action) = action.as_dict() else { return true };
    let web = meta::text(pdf.entry(action, "URI"));
    let harmless = match pdf.entry(action, "S").as_name() {
        Ok(b"URI") => ["http:", "https:", "mailto:"].iter().any(|scheme| web.starts_with(scheme)),
        Ok(b"GoTo") => true,
        _ => false,
    };
    !harmless || action.has(b"Next")
}

/// Whether a content leaves the state of drawing as it found it.
fn is_balanced(content: &[u8]) -> bool {
    let Some(operations) = all_operations(content) else { return false };
    let mut depth = 0;
    for operation in &operations {
        match operation.operator.as_str() {
            "q" => depth += 1,
            "Q" => depth -= 1,
            "cm" | "W" | "W*" | "gs" if depth == 0 => return false,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// Up to which byte of its file the value of a field signs.
fn signed_up_to(pdf: &Pdf, field: &Dictionary) -> usize {
    let range = pdf.entry(field, "V").as_dict().ok().and_then(|value| value.get(b"ByteRange").ok()?.as_array().ok());
    let ends = range.map_or(&[][..], |range| range).iter().rev().take(2).filter_map(|one| one.as_i64().ok());
    usize::try_from(ends.fold(0, i64::saturating_add)).unwrap_or(0)
}

/// Where an annotation can be seen: its rectangle, and the points that some of its kinds have.
fn area(pdf: &Pdf, entries: &Dictionary) -> Option<Kotak> {
    let rectangle: [f64; 4] = numbers(pdf.entry(entries, "Rect"))?.try_into().ok()?;
    let mut area = Kotak::new(rectangle);
    if entries.has(b"AP") {
        return Some(area);
    }
    let strokes = pdf.entry(entries, "InkList").as_array().cloned().unwrap_or_default();
    let points = ["L", "Vertices", "QuadPoints", "CL"].map(|key| pdf.entry(entries, key).clone());
    for points in points.iter().chain(&strokes) {
        if let Some(points) = numbers(pdf.solid(points)).and_then(|points| Kotak::around(&points)) {
            area = area.with(points);
        }
    }
    Some(area)
}

impl Pdf {
    /// What another PDF says otherwise of itself.
    pub fn restated(&self, other: &Self) -> Vec<Perubahan> {
        let (old, new) = (self.statements(), other.statements());
        let mut gone: Vec<_> = old.difference(&new).cloned().collect();
        let mut out = Vec::new();
        for (name, now) in new.difference(&old) {
            let before = gone.iter().position(|(of, _)| of == name).map(|at| gone.remove(at).1);
            out.push(Perubahan::Keterangan(name.clone(), before.unwrap_or_default(), now.clone()));
        }
        out.extend(gone.into_iter().map(|(name, before)| Perubahan::Keterangan(name, before, String::new())));
        out
    }

    /// Whether what a page shows leads to an object.
    fn page_uses(&self, page: usize, id: ObjectId) -> bool {
        let Some(own) = self.page(page) else { return false };
        let shows: [&[u8]; 4] = [b"Contents", b"Resources", b"Annots", b"Group"];
        let mut open: Vec<&Object> = shows.iter().filter_map(|key| own.get(key).ok()).collect();
        let mut seen = BTreeSet::new();
        while let Some(object) = open.pop() {
            match object {
                Object::Reference(to) if *to == id => return true,
                Object::Reference(to) if self.pages.contains(to) || !seen.insert(*to) => {}
                Object::Reference(to) => open.extend(self.document.objects.get(to)),
                Object::Array(values) => open.extend(values),
                Object::Dictionary(entries) => open.extend(entries.iter().map(|(_, value)| value)),
                Object::Stream(stream) => open.extend(stream.dict.iter().map(|(_, value)| value)),
                _ => {}
            }
        }
        false
    }
}
