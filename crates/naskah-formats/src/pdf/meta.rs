//! What a PDF says of itself: title, author, dates; in its information dictionary and in its metadata.

use std::collections::BTreeSet;

use lopdf::{Object, decode_text_string};

use super::{Pdf, aliran};

/// A statement: what it is about, and what it says.
pub(super) type Statement = (String, String);

/// What every tool writes anew that touches a PDF.
const PASSING: [&str; 6] = ["ModDate", "Producer", "ModifyDate", "MetadataDate", "xmptk", "History"];

/// A text of the document's structure.
pub(super) fn text(object: &Object) -> String {
    let decoded = decode_text_string(object).ok();
    decoded.unwrap_or_else(|| String::from_utf8_lossy(object.as_str().unwrap_or_default()).into_owned())
}

impl Pdf {
    /// What the PDF says of itself, but for what every tool writes anew.
    pub(super) fn statements(&self) -> BTreeSet<Statement> {
        let mut out = BTreeSet::new();
        let info = self.document.trailer.get(b"Info").map_or(&Object::Null, |info| self.solid(info));
        for (key, value) in info.as_dict().into_iter().flat_map(|info| info.iter()) {
            let value = self.solid(value);
            let said = match value.as_str() {
                Ok(_) => text(value),
                Err(_) => format!("{value:?}"),
            };
            out.insert((String::from_utf8_lossy(key).into_owned(), said));
        }
        let metadata = self.document.catalog().map(|catalog| self.entry(catalog, "Metadata"));
        let xml = metadata.ok().and_then(|metadata| aliran::unpacked(metadata.as_stream().ok()?)).unwrap_or_default();
        out.extend(statements_of(&String::from_utf8_lossy(&xml)));
        out.retain(|(name, _)| !PASSING.contains(&name.as_str()));
        out
    }
}

/// The statements of metadata: names without their spaces, whether written as elements or as attributes.
fn statements_of(xml: &str) -> Vec<Statement> {
    let mut out = Vec::new();
    let mut path: Vec<String> = Vec::new();
    // How a kind of PDF describes its own vocabulary says nothing of the document.
    let of_schema = |path: &[String]| path.iter().any(|name| name.ends_with(":schemas"));
    let local = |name: &str| name.rsplit(':').next().unwrap_or_default().to_owned();
    for part in xml.split('<').skip(1) {
        let (tag, after) = part.split_once('>').unwrap_or((part, ""));
        if tag.starts_with(['?', '!']) {
            continue;
        }
        if tag.starts_with('/') {
            path.pop();
            continue;
        }
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        for (key, value) in attributes(tag) {
            let space = key.split(':').next().unwrap_or_default();
            if !["xmlns", "rdf", "xml"].contains(&space) && !of_schema(&path) {
                out.push((local(key), plain(value)));
            }
        }
        if tag.ends_with('/') {
            continue;
        }
        path.push(name.to_owned());
        let said = after.trim();
        let about = path.iter().rev().find(|name| !name.starts_with("rdf:"));
        if let Some(about) = about.filter(|_| !said.is_empty() && !of_schema(&path)) {
            out.push((local(about), plain(said)));
        }
    }
    out
}

fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut out = Vec::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let key = before.split_whitespace().next_back().unwrap_or_default();
        let Some(quote) = after.trim_start().chars().next().filter(|c| matches!(c, '"' | '\'')) else { break };
        let Some((value, after)) = after.trim_start()[1..].split_once(quote) else { break };
        out.push((key, value));
        rest = after;
    }
    out
}

fn plain(text: &str) -> String {
    let known = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    known.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
