//! The text of a PDF in the order of its structure, as those hear it to whom it is read aloud.

use std::collections::{BTreeMap, HashMap};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

/// What each marked stretch of a page says.
type Potongan = HashMap<(ObjectId, i64), String>;

/// Small letters without blanks: lines and capitals are the page's, not the text's.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The first of the texts that does not follow in the PDF, in the order in which it is read.
pub fn missing(pdf: &[u8], texts: &[String]) -> Option<String> {
    let page = bare(&said(pdf));
    let mut rest = page.as_str();
    texts.iter().find_map(|text| {
        let due = bare(text);
        match rest.find(&due) {
            Some(at) => {
                rest = &rest[at + due.len()..];
                None
            }
            None => Some(text.clone()),
        }
    })
}

/// All that the structure of a PDF reads as.
fn said(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let mut parts = Potongan::new();
    for page in document.get_pages().into_values() {
        marked(&document, page, &mut parts);
    }
    let catalog = document.catalog().expect("a catalogue");
    let root = dictionary(&document, catalog.get(b"StructTreeRoot").expect("a structure")).expect("its root");
    let mut out = String::new();
    walk(&document, root, None, &parts, &mut out);
    out
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

/// Takes what each marked stretch of a page says.
fn marked(document: &Document, page: ObjectId, parts: &mut Potongan) {
    let fonts = document.get_page_fonts(page).expect("fonts");
    let encodings: BTreeMap<_, _> =
        fonts.iter().filter_map(|(name, font)| Some((name, font.get_font_encoding(document).ok()?))).collect();
    let content = Content::decode(&document.get_page_content(page).expect("a content")).expect("operations");
    // Of each open mark its number, and whether it says itself what its letters read as.
    let (mut encoding, mut marks): (_, Vec<(Option<i64>, bool)>) = (None, Vec::new());
    for Operation { operator, operands } in &content.operations {
        let within = marks.iter().rev().find_map(|(number, _)| *number);
        match operator.as_str() {
            "Tf" => encoding = operands[0].as_name().ok().and_then(|name| encodings.get(&name.to_vec())),
            "BMC" => marks.push((None, false)),
            "BDC" => {
                let entries = operands.last().and_then(|entries| entries.as_dict().ok());
                let number = entries.and_then(|entries| entries.get(b"MCID").ok()?.as_i64().ok());
                let said = entries.and_then(|entries| decode_text_string(entries.get(b"ActualText").ok()?).ok());
                if let Some((number, said)) = number.or(within).zip(said.as_ref()) {
                    parts.entry((page, number)).or_default().push_str(said);
                }
                marks.push((number, said.is_some()));
            }
            "EMC" => drop(marks.pop()),
            "Tj" | "TJ" if !marks.iter().any(|(_, said)| *said) => {
                let Some((number, encoding)) = within.zip(encoding) else { continue };
                let shown =
                    operands.iter().flat_map(|one| one.as_array().map_or(vec![one], |all| all.iter().collect()));
                let strings = shown.filter_map(|one| one.as_str().ok());
                let text = strings.filter_map(|bytes| Document::decode_text(encoding, bytes).ok());
                parts.entry((page, number)).or_default().extend(text);
            }
            _ => {}
        }
    }
}

/// Takes what an element and those within it say.
fn walk(document: &Document, element: &Dictionary, page: Option<ObjectId>, parts: &Potongan, out: &mut String) {
    let page = element.get(b"Pg").ok().and_then(|page| page.as_reference().ok()).or(page);
    if let Ok(said) = element.get(b"ActualText").and_then(decode_text_string) {
        return out.push_str(&said);
    }
    let Ok(kids) = element.get(b"K").and_then(|kids| document.dereference(kids)) else { return };
    let kids = kids.1.as_array().map_or_else(|_| vec![kids.1], |all| all.iter().collect());
    for kid in kids {
        let Ok((_, kid)) = document.dereference(kid) else { continue };
        match kid {
            Object::Integer(number) => {
                out.extend(page.and_then(|page| parts.get(&(page, *number))).map(String::as_str));
            }
            Object::Dictionary(own) => match own.get(b"MCID").and_then(Object::as_i64) {
                Ok(number) => {
                    let on = own.get(b"Pg").ok().and_then(|page| page.as_reference().ok()).or(page);
                    out.extend(on.and_then(|page| parts.get(&(page, number))).map(String::as_str));
                }
                Err(_) => walk(document, own, page, parts, out),
            },
            _ => {}
        }
    }
}
