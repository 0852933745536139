//! An empty signature field over the place that is kept for an electronic signature.
//!
//! It is added to a finished PDF as an update behind its last byte: field and widget, the entry in the form, and a
//! `Form` element at the end of the structure, so that who cannot see the page hears of it. Nothing is signed and
//! nothing is drawn.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};

/// Where a field stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bidang {
    /// The page, from 0.
    pub page: usize,
    /// Left, bottom, right and top in points from the lower left corner.
    pub sides: [f32; 4],
}

/// Name of the field, and what is said of it to those who cannot see it.
const NAME: &str = "TandaTangan";
const SAID: &str = "Tempat tanda tangan elektronik pejabat yang menetapkan";

/// The PDF with an empty signature field.
pub fn add(bytes: Vec<u8>, place: Bidang) -> lopdf::Result<Vec<u8>> {
    let before = Document::load_mem(&bytes)?;
    let page = *before.get_pages().get(&(place.page as u32 + 1)).ok_or(lopdf::Error::PageNumberNotFound(0))?;
    let root = before.trailer.get(b"Root")?.as_reference()?;
    let mut catalog = before.get_dictionary(root)?.clone();
    let tree = catalog.get(b"StructTreeRoot")?.as_reference()?;
    let mut update = IncrementalDocument::create_from(bytes, before.clone());
    let new = &mut update.new_document;
    let [left, bottom, right, top] = place.sides;
    let form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "Resources" => Dictionary::new(),
        "BBox" => vec![0.into(), 0.into(), (right - left).into(), (top - bottom).into()],
    };
    let look = new.add_object(Stream::new(form, Vec::new()));
    let (field, said) = (new.new_object_id(), new.new_object_id());
    let key = structure(&before, new, tree, said, field, page)?;
    let dictionary = dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "F" => 4, "P" => page, "StructParent" => key,
        "T" => Object::string_literal(NAME), "TU" => Object::string_literal(SAID),
        "Rect" => vec![left.into(), bottom.into(), right.into(), top.into()],
        "AP" => dictionary! { "N" => look },
    };
    new.set_object(field, dictionary);
    let mut holder = before.get_dictionary(page)?.clone();
    let mut marks = match holder.get(b"Annots").and_then(|there| before.dereference(there)) {
        Ok((_, there)) => there.as_array()?.clone(),
        Err(_) => Vec::new(),
    };
    marks.push(field.into());
    holder.set("Annots", marks);
    holder.set("Tabs", "S");
    new.set_object(page, holder);
    catalog.set("AcroForm", dictionary! { "Fields" => vec![field.into()] });
    new.set_object(root, catalog);
    let mut out = Vec::new();
    update.save_to(&mut out)?;
    Ok(out)
}

/// Puts a `Form` element at the end of the structure; answers with the key by which the widget finds it.
fn structure(
    before: &Document,
    new: &mut Document,
    tree: ObjectId,
    said: ObjectId,
    field: ObjectId,
    page: ObjectId,
) -> lopdf::Result<i64> {
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
    parts.push(said.into());
    document.set("K", parts);
    new.set_object(outer, document);
    let reference = dictionary! { "Type" => "OBJR", "Obj" => field, "Pg" => page };
    let element = dictionary! {
        "Type" => "StructElem", "S" => "Form", "P" => outer, "Pg" => page, "K" => reference,
        "Alt" => Object::string_literal(SAID),
    };
    new.set_object(said, element);
    let key = top.get(b"ParentTreeNextKey")?.as_i64()?;
    let (numbers, mut parents) = match top.get(b"ParentTree")? {
        Object::Reference(id) => (Some(*id), before.get_dictionary(*id)?.clone()),
        inline => (None, inline.as_dict()?.clone()),
    };
    let mut listed = parents.get(b"Nums")?.as_array()?.clone();
    listed.extend([key.into(), said.into()]);
    parents.set("Nums", listed);
    top.set("ParentTreeNextKey", key + 1);
    match numbers {
        Some(id) => new.set_object(id, parents),
        None => top.set("ParentTree", parents),
    }
    new.set_object(tree, top);
    Ok(key)
}
