//! Empty signature fields over the places that are kept for electronic signatures.
//!
//! They are added to a finished PDF as an update behind its last byte: field and widget, the entry in the form, and a
//! `Form` element at the end of the structure, so that who cannot see the page hears of it. Nothing is signed and
//! nothing is drawn.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};

/// Where a field stands, and for whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Bidang {
    /// The page, from 0.
    pub page: usize,
    /// Left, bottom, right and top in points from the lower left corner.
    pub sides: [f32; 4],
    /// What its name ends with, behind that of the decree's own signer: `Anggota2`.
    pub nama: String,
    /// Whose signature belongs there, as it is said to those who cannot see it.
    pub siapa: String,
}

/// Name of the field of the decree's own signer; those of others begin so.
const NAME: &str = "TandaTangan";

/// The PDF with empty signature fields.
pub fn add(bytes: Vec<u8>, places: &[Bidang]) -> lopdf::Result<Vec<u8>> {
    let before = Document::load_mem(&bytes)?;
    let pages = before.get_pages();
    let root = before.trailer.get(b"Root")?.as_reference()?;
    let mut catalog = before.get_dictionary(root)?.clone();
    let tree = catalog.get(b"StructTreeRoot")?.as_reference()?;
    let mut update = IncrementalDocument::create_from(bytes, before.clone());
    let new = &mut update.new_document;
    let mut fields = Vec::new();
    for place in places {
        let page = *pages.get(&(place.page as u32 + 1)).ok_or(lopdf::Error::PageNumberNotFound(0))?;
        fields.push((new.new_object_id(), new.new_object_id(), page, place));
    }
    let first = structure(&before, new, tree, &fields)?;
    for ((field, _, page, place), key) in fields.iter().zip(first..) {
        let look = new.add_object(empty(place));
        new.set_object(*field, widget(place, look, *page, key));
        let mut holder = match new.get_dictionary(*page) {
            Ok(there) => there.clone(),
            Err(_) => before.get_dictionary(*page)?.clone(),
        };
        let mut marks = match holder.get(b"Annots").and_then(|there| before.dereference(there)) {
            Ok((_, there)) => there.as_array()?.clone(),
            Err(_) => Vec::new(),
        };
        marks.push((*field).into());
        holder.set("Annots", marks);
        holder.set("Tabs", "S");
        new.set_object(*page, holder);
    }
    let listed: Vec<Object> = fields.iter().map(|(field, ..)| (*field).into()).collect();
    catalog.set("AcroForm", dictionary! { "Fields" => listed });
    new.set_object(root, catalog);
    let mut out = Vec::new();
    update.save_to(&mut out)?;
    Ok(out)
}

/// A look that draws nothing.
fn empty(place: &Bidang) -> Stream {
    let [left, bottom, right, top] = place.sides;
    let form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "Resources" => Dictionary::new(),
        "BBox" => vec![0.into(), 0.into(), (right - left).into(), (top - bottom).into()],
    };
    Stream::new(form, Vec::new())
}

fn widget(place: &Bidang, look: ObjectId, page: ObjectId, key: i64) -> Dictionary {
    dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "F" => 4, "P" => page, "StructParent" => key,
        "T" => Object::string_literal(format!("{NAME}{}", place.nama)),
        "TU" => Object::string_literal(said(place)),
        "Rect" => place.sides.iter().map(|side| (*side).into()).collect::<Vec<Object>>(),
        "AP" => dictionary! { "N" => look },
    }
}

fn said(place: &Bidang) -> String {
    format!("Tempat tanda tangan elektronik {}", place.siapa)
}

/// A field with its element of the structure, its page and its place.
type Isian<'a> = (ObjectId, ObjectId, ObjectId, &'a Bidang);

/// Puts a `Form` element for each field at the end of the structure; answers with the key by which the first widget finds
/// its own.
fn structure(before: &Document, new: &mut Document, tree: ObjectId, fields: &[Isian<'_>]) -> lopdf::Result<i64> {
    let mut top = before.get_dictionary(tree)?.clone();
    let outer = match top.get(b"K")? {
        Object::Array(all) => all.first().ok_or(lopdf::Error::Unimplemented("structure"))?.as_reference()?,
        other => other.as_reference()?,
    };
    let mut document = before.get_dictionary(outer)?.clone();
    let mut parts = match document.get(b"K")? {
        Object::Array(all) => all.clone(),
        one => vec![one.clone()],
    };
    let (numbers, mut parents) = match top.get(b"ParentTree")? {
        Object::Reference(id) => (Some(*id), before.get_dictionary(*id)?.clone()),
        inline => (None, inline.as_dict()?.clone()),
    };
    let mut listed = parents.get(b"Nums")?.as_array()?.clone();
    let first = top.get(b"ParentTreeNextKey")?.as_i64()?;
    let mut key = first;
    for (field, element, page, place) in fields {
        parts.push((*element).into());
        listed.extend([key.into(), (*element).into()]);
        let reference = dictionary! { "Type" => "OBJR", "Obj" => *field, "Pg" => *page };
        let form = dictionary! {
            "Type" => "StructElem", "S" => "Form", "P" => outer, "Pg" => *page, "K" => reference,
            "Alt" => Object::string_literal(said(place)),
        };
        new.set_object(*element, form);
        key += 1;
    }
    document.set("K", parts);
    new.set_object(outer, document);
    parents.set("Nums", listed);
    top.set("ParentTreeNextKey", key);
    match numbers {
        Some(id) => new.set_object(id, parents),
        None => top.set("ParentTree", parents),
    }
    new.set_object(tree, top);
    Ok(first)
}
