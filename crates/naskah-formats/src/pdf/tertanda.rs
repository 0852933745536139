//! Signatures that were there before a further part was appended: their values and their looks stay what they were.

use std::collections::BTreeMap;

use lopdf::{Object, ObjectId};

use super::sama::same;
use super::{Pdf, meta};

/// A signed field with all that was appended for it.
#[derive(Debug)]
pub(super) struct Tertanda {
    /// Name of the field.
    pub(super) nama: String,
    objects: BTreeMap<ObjectId, Object>,
}

impl Tertanda {
    /// Whether anything of it is another in a later state of the PDF.
    pub(super) fn is_touched(&self, later: &Pdf) -> bool {
        self.objects.iter().any(|(id, object)| !later.document.objects.get(id).is_some_and(|now| same(object, now)))
    }
}

/// The signed fields on the pages of a PDF; what it was made with, `base`, is held elsewhere, but for a field itself.
pub(super) fn tertanda(base: &Pdf, last: &Pdf) -> Vec<Tertanda> {
    let lists = (0..last.count()).filter_map(|page| last.entry(last.page(page)?, "Annots").as_array().ok());
    let fields = lists.flatten().filter_map(|one| one.as_reference().ok());
    let signed = fields.filter_map(|id| Some((id, last.document.get_dictionary(id).ok()?)));
    let signed = signed.filter(|(_, field)| field.has(b"V"));
    signed
        .map(|(id, field)| {
            let mut objects: BTreeMap<ObjectId, Object> = [(id, Object::Dictionary(field.clone()))].into();
            let leads = |key: &Vec<u8>| !matches!(key.as_slice(), b"P" | b"Parent" | b"Data");
            let mut open: Vec<&Object> = field.iter().filter(|(key, _)| leads(key)).map(|(_, value)| value).collect();
            while let Some(value) = open.pop() {
                match value {
                    Object::Reference(id) if !base.document.objects.contains_key(id) && !objects.contains_key(id) => {
                        let Some(object) = last.document.objects.get(id) else { continue };
                        objects.insert(*id, object.clone());
                        open.push(object);
                    }
                    Object::Array(values) => open.extend(values),
                    Object::Dictionary(entries) => {
                        open.extend(entries.iter().filter(|(key, _)| leads(key)).map(|(_, value)| value));
                    }
                    Object::Stream(stream) => open.extend(stream.dict.iter().map(|(_, value)| value)),
                    _ => {}
                }
            }
            Tertanda { nama: meta::text(last.entry(field, "T")), objects }
        })
        .collect()
}
