//! Which pages lead to the same objects in two PDFs, as the second renderer reads them: it draws the same picture of those.

use std::collections::HashSet;
use std::mem::discriminant;

use hayro::hayro_syntax::Pdf as Drawable;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier, Rect};
use hayro::hayro_syntax::page::{Page, Resources};

/// What a page draws besides its content and resources is read from these entries of its annotations.
const OF_ANNOTATIONS: [&str; 4] = ["F", "AP", "Rect", "OC"];

/// The pages, from 0, of which the pictures may differ.
pub(super) fn differing(there: &Drawable, here: &Drawable) -> Vec<usize> {
    let count = there.pages().len().min(here.pages().len());
    let mut pair = Pasangan { there, here, known: HashSet::new() };
    match pair.alike(vec![(optional(there), optional(here))]) {
        true => (0..count).filter(|page| !pair.same_page(*page)).collect(),
        false => (0..count).collect(),
    }
}

/// What of a PDF may be shown or not.
fn optional(pdf: &Drawable) -> Option<MaybeRef<Object<'_>>> {
    pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?.get_raw("OCProperties")
}

/// Two values, each where it stands.
type Nilai<'a> = (Option<MaybeRef<Object<'a>>>, Option<MaybeRef<Object<'a>>>);

/// Two PDFs with what they are known to have in common.
struct Pasangan<'a> {
    there: &'a Drawable,
    here: &'a Drawable,
    /// Objects that are the same in both, and lead to the same.
    known: HashSet<ObjectIdentifier>,
}

impl<'a> Pasangan<'a> {
    fn same_page(&mut self, page: usize) -> bool {
        let (Some(a), Some(b)) = (self.there.pages().get(page), self.here.pages().get(page)) else { return false };
        let sides = |of: Rect| [of.x0, of.y0, of.x1, of.y1];
        let boxes = [a.media_box(), a.crop_box()].map(sides) == [b.media_box(), b.crop_box()].map(sides);
        let turned = discriminant(&a.rotation()) == discriminant(&b.rotation());
        let (marks, others) = (annotations(a), annotations(b));
        let mut values = vec![(a.raw().get_raw("Contents"), b.raw().get_raw("Contents"))];
        for (one, other) in marks.iter().zip(&others) {
            values.extend(OF_ANNOTATIONS.map(|key| (one.get_raw(key), other.get_raw(key))));
        }
        boxes
            && turned
            && marks.len() == others.len()
            && resources(Some(a.resources()), Some(b.resources()), &mut values)
            && self.alike(values)
    }

    /// Whether the values are the same, with all that they lead to.
    fn alike(&mut self, mut values: Vec<Nilai<'a>>) -> bool {
        let mut met = HashSet::new();
        while let Some(pair) = values.pop() {
            let (a, b) = match pair {
                (None, None) => continue,
                (Some(a), Some(b)) => (a, b),
                _ => return false,
            };
            let (a, b) = match (a, b) {
                (MaybeRef::Ref(a), MaybeRef::Ref(b)) => {
                    let id = ObjectIdentifier::from(a);
                    if a != b {
                        return false;
                    }
                    if self.known.contains(&id) || !met.insert(id) {
                        continue;
                    }
                    (self.there.xref().get(id), self.here.xref().get(id))
                }
                (MaybeRef::NotRef(a), MaybeRef::NotRef(b)) => (Some(a), Some(b)),
                _ => return false,
            };
            if !same(a, b, &mut values) {
                return false;
            }
        }
        self.known.extend(met);
        true
    }
}

fn annotations<'a>(page: &Page<'a>) -> Vec<Dict<'a>> {
    page.raw().get::<Array<'_>>("Annots").map_or(Vec::new(), |list| list.iter().collect())
}

/// Adds what two chains of resources hold; whether they are equally long.
fn resources<'a>(a: Option<&Resources<'a>>, b: Option<&Resources<'a>>, out: &mut Vec<Nilai<'a>>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return a.is_none() && b.is_none() };
    let all = |one: &Resources<'a>| {
        let kinds = [&one.ext_g_states, &one.fonts, &one.properties, &one.color_spaces, &one.x_objects];
        kinds.into_iter().chain([&one.patterns, &one.shadings]).cloned().collect::<Vec<_>>()
    };
    let held = |dict: Dict<'a>| Some(MaybeRef::NotRef(Object::Dict(dict)));
    out.extend(all(a).into_iter().zip(all(b)).map(|(a, b)| (held(a), held(b))));
    resources(a.parent(), b.parent(), out)
}

/// Whether two objects are the same but for what they hold, which is added.
fn same<'a>(a: Option<Object<'a>>, b: Option<Object<'a>>, held: &mut Vec<Nilai<'a>>) -> bool {
    match (a, b) {
        (Some(Object::Dict(a)), Some(Object::Dict(b))) => entries(&a, &b, held),
        (Some(Object::Stream(a)), Some(Object::Stream(b))) => {
            a.raw_data() == b.raw_data() && entries(a.dict(), b.dict(), held)
        }
        (Some(Object::Array(a)), Some(Object::Array(b))) => {
            let (mut a, mut b) = (a.raw_iter(), b.raw_iter());
            loop {
                match (a.next(), b.next()) {
                    (None, None) => return true,
                    (Some(a), Some(b)) => held.push((Some(a), Some(b))),
                    _ => return false,
                }
            }
        }
        (a, b) => a == b,
    }
}

fn entries<'a>(a: &Dict<'a>, b: &Dict<'a>, held: &mut Vec<Nilai<'a>>) -> bool {
    held.extend(a.keys().map(|key| (a.get_raw(&*key), b.get_raw(&*key))));
    a.len() == b.len()
}
