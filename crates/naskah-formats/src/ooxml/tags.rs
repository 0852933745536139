//! The tags of an XML text, without building a tree: what the reading library does not tell (hidden rows, merged cells,
//! how far a sheet reaches) is found by looking at them.

use std::borrow::Cow;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape::unescape};

/// How a tag stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `<a>`
    Open,
    /// `</a>`
    Close,
    /// `<a/>`
    Empty,
}

/// A tag as it is written.
#[derive(Debug, Clone)]
pub struct Tag<'a> {
    start: BytesStart<'a>,
    /// How it stands.
    pub kind: Kind,
}

impl Tag<'_> {
    /// Its name behind the colon.
    pub fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The raw value of an attribute, by its name behind the colon.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.start.attributes();
        let wanted = |attribute: &Attribute<'_>| attribute.key.local_name().into_inner() == name;
        Some(attributes.with_checks(false).map_while(Result::ok).find(wanted)?.value)
    }

    /// The value of an attribute as text; as it is written where it names an entity that XML does not know of itself.
    pub fn text(&self, name: &str) -> Option<String> {
        let raw = self.get(name)?;
        Some(unescape(&raw).map_or_else(|_| raw.to_string(), Cow::into_owned))
    }

    /// Whether a property that is on where nothing else is said is on.
    pub fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off" | "none" | "baseline"))
    }

    /// The value of an attribute as a count; 1 where it is absent.
    pub fn count(&self, name: &str) -> usize {
        self.get(name).and_then(|value| value.trim().parse().ok()).unwrap_or(1)
    }
}

/// A tag, or a piece of the text between tags.
#[derive(Debug, Clone)]
pub enum Step<'a> {
    /// A tag.
    Tag(Tag<'a>),
    /// A text as it is meant.
    Text(String),
}

/// The tags of a text from first to last; where the text is no XML, they end.
pub fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    steps(text, false).filter_map(|step| match step {
        Step::Tag(tag) => Some(tag),
        Step::Text(_) => None,
    })
}

/// The tags of a text, `with_texts` also what stands between them.
pub fn steps(text: &str, with_texts: bool) -> impl Iterator<Item = Step<'_>> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    reader.config_mut().allow_dangling_amp = true;
    let events = std::iter::from_fn(move || reader.read_event().ok().filter(|event| !matches!(event, Event::Eof)));
    events.filter_map(move |event| {
        let (start, kind) = match event {
            Event::Start(start) => (start, Kind::Open),
            Event::Empty(start) => (start, Kind::Empty),
            Event::End(end) => (BytesStart::new(end.name().into_inner().to_owned()), Kind::Close),
            Event::Text(text) if with_texts => return Some(Step::Text(text.xml10_content().into_owned())),
            Event::CData(text) if with_texts => return Some(Step::Text(text.xml10_content().into_owned())),
            Event::GeneralRef(name) if with_texts => {
                let whole = format!("&{};", &*name);
                return Some(Step::Text(unescape(&whole).map_or_else(|_| whole.clone(), Cow::into_owned)));
            }
            _ => return None,
        };
        Some(Step::Tag(Tag { start, kind }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_with_their_attributes() {
        let text =
            "<?xml version='1.0'?><!-- <a> --><x:row r=\"3\" hidden='1' note=\"a>b\"><c/><![CDATA[<d>]]></x:row>";
        let found: Vec<(String, Kind)> = tags(text).map(|tag| (tag.name().to_owned(), tag.kind)).collect();
        let wanted = [("row", Kind::Open), ("c", Kind::Empty), ("row", Kind::Close)];
        assert_eq!(found, wanted.map(|(name, kind)| (name.to_owned(), kind)));
        let row = tags(text).next().filter(|row| row.count("r") == 3).unwrap();
        assert_eq!(["hidden", "note", "ote"].map(|name| row.text(name)), [Some("1".into()), Some("a>b".into()), None]);
    }

    #[test]
    fn broken_tags_end_the_text() {
        for text in ["<", "<a", "<a b=\"", "<!--", "<a b=c>", "", "x"] {
            assert!(tags(text).count() <= 1, "{text}");
            assert!(tags(text).all(|tag| tag.get("b").is_none()), "{text}");
        }
        let text = |raw: &str| tags(&format!("<a b=\"{raw}\"/>")).next().and_then(|tag| tag.text("b"));
        assert_eq!(text("a &amp; b &lt;&#65;&#x42;").as_deref(), Some("a & b <AB"));
        assert_eq!(text("&tak; &").as_deref(), Some("&tak; &"));
    }
}
