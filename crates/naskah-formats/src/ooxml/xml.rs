//! An XML part as a tree. Names are those behind the colon.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape::unescape};

/// Deepest nesting that is read.
const MAX_DEPTH: usize = 400;
/// Most elements of one part.
const MAX_ELEMENTS: usize = 6_000_000;

/// An element.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Elemen {
    /// Its name behind the colon.
    pub nama: String,
    /// The names of its attributes behind the colon, each with its value.
    pub atribut: Vec<(String, String)>,
    /// What stands in it.
    pub anak: Vec<Anak>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anak {
    /// An element.
    Elemen(Elemen),
    /// A text.
    Teks(String),
}

impl Elemen {
    /// Reads a text whose outermost element is the tree; `None` where it is no sound XML or has a document type.
    pub fn read(text: &str) -> Option<Self> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        let mut open = vec![Self::default()];
        let mut count = 0;
        loop {
            let event = reader.read_event().ok()?;
            count += 1;
            if count > MAX_ELEMENTS || open.len() > MAX_DEPTH {
                return None;
            }
            match event {
                Event::Start(start) => open.push(Self::begun(&start)),
                Event::Empty(start) => open.last_mut()?.anak.push(Anak::Elemen(Self::begun(&start))),
                Event::End(_) => {
                    let done = open.pop()?;
                    open.last_mut()?.anak.push(Anak::Elemen(done));
                }
                Event::Text(text) => open.last_mut()?.say(&text.xml10_content()),
                Event::CData(text) => open.last_mut()?.say(&text.xml10_content()),
                Event::GeneralRef(name) => {
                    let whole = format!("&{};", &*name);
                    let meant = unescape(&whole).map_or_else(|_| whole.clone(), Cow::into_owned);
                    open.last_mut()?.say(&meant);
                }
                Event::DocType(_) => return None,
                Event::Eof => break,
                _ => {}
            }
        }
        let outer = open.pop().filter(|_| open.is_empty())?;
        outer.anak.into_iter().find_map(|child| match child {
            Anak::Elemen(element) => Some(element),
            Anak::Teks(_) => None,
        })
    }

    fn begun(start: &BytesStart<'_>) -> Self {
        let mut attributes = start.attributes();
        let attributes = attributes.with_checks(false).map_while(Result::ok).map(|attribute| {
            let raw = &attribute.value;
            let value = unescape(raw).map_or_else(|_| raw.to_string(), Cow::into_owned);
            (attribute.key.local_name().into_inner().to_owned(), value)
        });
        Self { nama: start.local_name().into_inner().to_owned(), atribut: attributes.collect(), anak: Vec::new() }
    }

    fn say(&mut self, text: &str) {
        match self.anak.last_mut() {
            Some(Anak::Teks(there)) => there.push_str(text),
            _ => self.anak.push(Anak::Teks(text.to_owned())),
        }
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.atribut.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly in it.
    pub fn elements(&self) -> impl Iterator<Item = &Elemen> {
        self.anak.iter().filter_map(|child| match child {
            Anak::Elemen(element) => Some(element),
            Anak::Teks(_) => None,
        })
    }

    /// The first element of a name directly in it.
    pub fn child(&self, name: &str) -> Option<&Elemen> {
        self.elements().find(|element| element.nama == name)
    }

    /// The first element down a path of names.
    pub fn at(&self, path: &[&str]) -> Option<&Elemen> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// The value of the attribute `val` of a child, as the properties of a text have it.
    pub fn val(&self, name: &str) -> Option<&str> {
        self.child(name)?.get("val")
    }

    /// Whether a property is there and not switched off; `None` where it is not there.
    pub fn on(&self, name: &str) -> Option<bool> {
        let value = self.child(name)?.get("val");
        Some(!matches!(value, Some("0" | "false" | "off" | "none")))
    }

    /// Every element of a name below it, the outer before the inner.
    pub fn below<'a>(&'a self, name: &str) -> Vec<&'a Elemen> {
        let mut found = Vec::new();
        let mut left: Vec<&Elemen> = self.elements().collect();
        left.reverse();
        while let Some(element) = left.pop() {
            if element.nama == name {
                found.push(element);
            }
            let inner = left.len();
            left.extend(element.elements());
            left.get_mut(inner..).into_iter().for_each(<[_]>::reverse);
        }
        found
    }

    /// All the text in it.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let mut left: Vec<&Anak> = self.anak.iter().rev().collect();
        while let Some(child) = left.pop() {
            match child {
                Anak::Teks(text) => out.push_str(text),
                Anak::Elemen(element) => left.extend(element.anak.iter().rev()),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_tree() {
        let tree =
            Elemen::read("<?xml version='1.0'?><w:p><w:r w:a='1&amp;2'>x &lt; y<b/>z</w:r><w:r/></w:p>").unwrap();
        assert_eq!((tree.nama.as_str(), tree.text().as_str()), ("p", "x < yz"));
        assert_eq!(tree.child("r").and_then(|r| r.get("a")), Some("1&2"));
        assert_eq!(tree.below("r").len(), 2);
        let on = |text: &str| Elemen::read(text).unwrap().on("b");
        assert_eq!([on("<r><b/></r>"), on("<r><b val='0'/></r>"), on("<r/>")], [Some(true), Some(false), None]);
    }

    #[test]
    fn what_is_no_tree_is_told() {
        for text in ["", "<a>", "<a></b>", "<!DOCTYPE a><a/>", "a", &"<a>".repeat(500)] {
            assert_eq!(Elemen::read(text), None, "{text}");
        }
        let deep = "<a>".repeat(500) + &"</a>".repeat(500);
        assert_eq!(Elemen::read(&deep), None);
    }
}
