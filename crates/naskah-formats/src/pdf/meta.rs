//! What a PDF says of itself: title, author, dates; in its information dictionary and in its metadata.

use std::borrow::Cow;
use std::collections::BTreeSet;

use lopdf::{Object, decode_text_string};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape::unescape};

use super::{Pdf, aliran};

/// A statement: what it is about, and what it says.
pub(super) type Statement = (String, String);

/// What every tool writes anew that touches a PDF.
const PASSING: [&str; 7] = ["ModDate", "Producer", "ModifyDate", "MetadataDate", "xmptk", "History", "InstanceID"];

/// A text of the document's structure.
pub(super) fn text(object: &Object) -> String {
    let decoded = decode_text_string(object).ok();
    decoded.unwrap_or_else(|| String::from_utf8_lossy(object.as_str().unwrap_or_default()).into_owned())
}

impl Pdf {
    /// The entries of the stream that holds the metadata, but for how it is packed.
    pub(super) fn of_metadata(&self) -> BTreeSet<String> {
        let metadata = self.document.catalog().map(|catalog| self.entry(catalog, "Metadata"));
        let stream = metadata.ok().and_then(|metadata| metadata.as_stream().ok());
        let entries = stream.into_iter().flat_map(|stream| stream.dict.iter());
        let own = entries.filter(|(key, _)| !matches!(key.as_slice(), b"Length" | b"Filter" | b"DecodeParms"));
        own.map(|(key, value)| format!("{} {value:?}", String::from_utf8_lossy(key))).collect()
    }

    /// What the PDF says of itself, but for what every tool writes anew.
    pub(super) fn statements(&self) -> BTreeSet<Statement> {
        let all = self.all_statements();
        let twice = |name: &str| all.iter().filter(|(other, _)| other == name).count() > 1;
        // A day that is said twice is shown as one or the other.
        let is_told = |(name, said): &&Statement| {
            !PASSING.contains(&name.as_str()) || (name.ends_with("Date") && (!is_moment(said) || twice(name)))
        };
        all.iter().filter(is_told).cloned().collect()
    }

    /// What tools write anew into what the PDF says of itself, but for days.
    pub(super) fn passing(&self) -> BTreeSet<Statement> {
        let mut out = self.all_statements();
        out.retain(|(name, _)| PASSING.contains(&name.as_str()) && !name.ends_with("Date"));
        out
    }

    fn all_statements(&self) -> BTreeSet<Statement> {
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
        out
    }
}

/// Whether a text is a moment as PDF or XMP writes it, or nothing; and not a text or a number in the place of one.
pub(super) fn is_moment(text: &str) -> bool {
    let text = text.trim();
    let (written, zone) = match text.strip_prefix("D:") {
        Some(compact) => {
            let digits = compact.bytes().take_while(u8::is_ascii_digit).count();
            compact.split_at_checked(digits).map(|(day, zone)| (day.to_owned(), zone)).unwrap_or_default()
        }
        None => parted(text),
    };
    text.is_empty() || (is_day(&written) && is_zone(zone))
}

/// The digits of a moment that is written with signs between them, and its zone.
fn parted(text: &str) -> (String, &str) {
    const FORM: &str = "0000-00-00T00:00:00";
    let fits = |(at, sign): (&char, char)| if *at == '0' { sign.is_ascii_digit() } else { *at == sign };
    let form: Vec<char> = FORM.chars().collect();
    let length = form.iter().zip(text.chars()).take_while(|pair| fits(*pair)).count();
    let Some((day, rest)) = text.split_at_checked(length).filter(|_| matches!(length, 4 | 7 | 10 | 16 | 19)) else {
        return (String::new(), text);
    };
    let zone = rest.strip_prefix('.').map_or(rest, |part| part.trim_start_matches(|c: char| c.is_ascii_digit()));
    (day.chars().filter(char::is_ascii_digit).collect(), zone)
}

/// Whether digits are a year, or a year and what follows it down to seconds.
fn is_day(digits: &str) -> bool {
    /// How many digits each part has, its least and its largest value.
    const PARTS: [(usize, u32, u32); 6] = [(4, 1970, 2099), (2, 1, 12), (2, 1, 31), (2, 0, 23), (2, 0, 59), (2, 0, 60)];
    let mut rest = digits;
    for (length, least, most) in PARTS {
        if rest.is_empty() {
            break;
        }
        let Some((part, behind)) = rest.split_at_checked(length) else { return false };
        if !part.parse().is_ok_and(|number: u32| (least..=most).contains(&number)) {
            return false;
        }
        rest = behind;
    }
    !digits.is_empty() && rest.is_empty()
}

/// Whether a text is a zone: `Z`, `+07'00'`, `+07:00`.
fn is_zone(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['+', '-', 'Z']) else { return text.is_empty() };
    let parts: Vec<&str> = rest.trim_end_matches('\'').split(['\'', ':']).collect();
    let small = |part: &&str, most: u32| part.len() == 2 && part.parse().is_ok_and(|number: u32| number <= most);
    match parts[..] {
        [""] => text == "Z",
        [hour] => small(&hour, 14),
        [hour, minute] => small(&hour, 14) && small(&minute, 59),
        _ => false,
    }
}

/// The statements of metadata: names without their spaces, whether written as elements or as attributes. What is no XML
/// is one statement as a whole, so that nothing in it goes unseen.
fn statements_of(xml: &str) -> Vec<Statement> {
    let mut reader = Reader::from_str(xml);
    let mut metadata = Metadata::default();
    loop {
        match reader.read_event() {
            Ok(Event::Eof) if !metadata.broken => {
                metadata.say();
                return metadata.said;
            }
            Ok(Event::Eof) | Err(_) => return vec![("xmp".to_owned(), xml.to_owned())],
            Ok(event) => metadata.take(&event),
        }
    }
}

/// So deep may elements of metadata lie within each other.
const MAX_DEPTH: usize = 60;

/// Metadata while they are read.
#[derive(Default)]
struct Metadata {
    said: Vec<Statement>,
    /// The names of the elements that are open.
    path: Vec<String>,
    /// The text since the last tag.
    text: String,
    /// Whether a tag holds what are no attributes, or lies too deep.
    broken: bool,
}

impl Metadata {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(_) if self.path.len() >= MAX_DEPTH => self.broken = true,
            Event::Start(start) => {
                self.say();
                self.attributes(start);
                self.path.push(start.name().into_inner().to_owned());
            }
            Event::Empty(start) => {
                self.say();
                self.attributes(start);
            }
            Event::End(_) => {
                self.say();
                self.path.pop();
            }
            Event::Text(text) => self.text.push_str(text),
            Event::CData(text) => self.text.push_str(text),
            Event::GeneralRef(name) => self.text.push_str(&plain(&format!("&{};", &**name))),
            Event::PI(one) if !one.starts_with("xpacket") => self.said.push(("xml".to_owned(), one.to_string())),
            Event::Comment(one) => self.said.push(("xml".to_owned(), one.to_string())),
            Event::DocType(one) => self.said.push(("xml".to_owned(), one.to_string())),
            Event::PI(_) | Event::Decl(_) | Event::Eof => {}
        }
    }

    /// How a kind of PDF describes its own vocabulary says nothing of the document.
    fn in_schema(&self) -> bool {
        self.path.iter().any(|name| name.ends_with(":schemas"))
    }

    /// Ends a text: it says something of the innermost element that has a name of its own.
    fn say(&mut self) {
        let text = std::mem::take(&mut self.text);
        let about = self.path.iter().rev().find(|name| !name.starts_with("rdf:"));
        if !text.trim().is_empty() && !self.in_schema() {
            self.said.push((about.map_or("xml".to_owned(), |name| local(name)), text.trim().to_owned()));
        }
    }

    fn attributes(&mut self, start: &BytesStart<'_>) {
        let in_schema = self.in_schema();
        for attribute in start.attributes().with_checks(false) {
            let Ok(attribute) = attribute else {
                self.broken = true;
                continue;
            };
            let key = attribute.key.into_inner();
            if !is_grammar(key, &attribute.value) && !in_schema {
                self.said.push((local(key), plain(&attribute.value)));
            }
        }
    }
}

/// Whether an attribute is of the language that metadata are written in, and says nothing of the document.
fn is_grammar(key: &str, value: &str) -> bool {
    let word = value.len() <= 16 && value.chars().all(|char| char.is_ascii_alphanumeric() || char == '-');
    match key.split_once(':').unwrap_or((key, "")) {
        ("xmlns", _) => !value.contains(char::is_whitespace),
        ("rdf" | "xml", _) => word,
        _ => false,
    }
}

/// A name behind its colon.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

/// A text with its entities resolved, or as it is where XML does not know them of itself.
fn plain(text: &str) -> String {
    unescape(text).map_or_else(|_| text.to_owned(), Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::statements_of;

    #[test]
    fn statements_are_read_from_elements_and_attributes() {
        let xml = "<?xpacket begin=''?><r:RDF xmlns:r='x' a:kata='b &amp; c'><dc:title><rdf:Alt><rdf:li>Satu &#65;\
                   <![CDATA[<dua>]]></rdf:li></rdf:Alt></dc:title></r:RDF>";
        let said = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        assert_eq!(statements_of(xml), [said("kata", "b & c"), said("title", "Satu A<dua>")]);
        let outside = "<x:a xmlns:x='http://a/' xml:lang='id'><rdf:D rdf:about='b c' rdf:parseType='Resource'/></x:a>d";
        assert_eq!(statements_of(outside), [said("about", "b c"), said("xml", "d")]);
        let deep = "<a>".repeat(3_000_000);
        assert_eq!(statements_of(&deep), [said("xmp", &deep)]);
        for broken in ["<a><b></a>", "<a b=c d='e'/>", "<a", "<a>&</a>"] {
            assert_eq!(statements_of(broken), [said("xmp", broken)]);
        }
    }
}
