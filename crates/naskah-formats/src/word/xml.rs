//! XML as it is written: every text and attribute escaped, tags opened and closed in pairs.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes of a tag.
pub type Sifat<'a> = &'a [(&'a str, &'a str)];

/// A part of the package while it is written.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// An empty part with its declaration.
    pub fn new() -> Self {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// A tag with what stands within it.
    pub fn tag(&mut self, name: &str, sifat: Sifat<'_>, within: impl FnOnce(&mut Self)) {
        self.put(Event::Start(BytesStart::new(name).with_attributes(sifat.iter().copied())));
        within(self);
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// A tag with nothing within it.
    pub fn empty(&mut self, name: &str, sifat: Sifat<'_>) {
        self.put(Event::Empty(BytesStart::new(name).with_attributes(sifat.iter().copied())));
    }

    /// A tag whose one attribute is `w:val`.
    pub fn val(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// A tag that says yes by being there.
    pub fn yes(&mut self, name: &str, yes: bool) {
        if yes {
            self.empty(name, &[]);
        }
    }

    /// A tag with a text.
    pub fn texted(&mut self, name: &str, sifat: Sifat<'_>, text: &str) {
        self.tag(name, sifat, |xml| xml.put(Event::Text(BytesText::new(text))));
    }

    /// The finished part.
    pub fn done(self) -> Vec<u8> {
        self.0.into_inner()
    }

    /// Memory takes every event.
    fn put(&mut self, event: Event<'_>) {
        self.0.write_event(event).ok();
    }
}

/// Points as twentieths of a point.
pub fn twip(points: f64) -> String {
    format!("{:.0}", points * 20.0)
}
