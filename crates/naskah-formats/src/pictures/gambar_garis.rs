//! A drawing without what nobody sees: comments, descriptions, what its program notes for itself, scripts. What is drawn
//! stays as it is written.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesCData, BytesStart, BytesText, Event};
use quick_xml::name::{Namespace, QName, ResolveResult};
use quick_xml::{NsReader, Writer};

use super::bersih::bersih as bersihkan;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Parts that are not drawn.
const UNSEEN: [&str; 4] = ["metadata", "desc", "title", "script"];

/// The drawing; `None` where its text is none.
pub fn bersih(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut reader = NsReader::from_str(std::str::from_utf8(bytes).ok()?);
    let mut writer = Writer::new(Vec::new());
    // How deep within something that is not drawn, and whether within a style sheet.
    let (mut unseen, mut style) = (0_usize, false);
    loop {
        let (found, event) = reader.read_resolved_event().ok()?;
        let drawn = is_drawn(&found, &event);
        let kept = match event {
            Event::Eof => break,
            Event::Start(_) if unseen > 0 || !drawn => {
                unseen += 1;
                None
            }
            Event::End(_) if unseen > 0 => {
                unseen -= 1;
                None
            }
            _ if unseen > 0 || !drawn => None,
            Event::Start(tag) => {
                style = tag.local_name().as_ref() == "style";
                Some(Event::Start(attributes(&tag, &reader)?))
            }
            Event::Empty(tag) => Some(Event::Empty(attributes(&tag, &reader)?)),
            Event::Text(text) if style => Some(Event::Text(BytesText::from_escaped(uncommented(&text)))),
            Event::CData(text) if style => Some(Event::CData(BytesCData::new(uncommented(&text)))),
            Event::End(tag) => {
                style = false;
                Some(Event::End(tag))
            }
            other => Some(other),
        };
        if let Some(kept) = kept {
            writer.write_event(kept).ok()?;
        }
    }
    Some(writer.into_inner()).filter(|out| !out.is_empty())
}

/// Whether an event is of the drawing; texts are as what they stand in.
fn is_drawn(found: &ResolveResult<'_>, event: &Event<'_>) -> bool {
    let own = match found {
        ResolveResult::Bound(Namespace(space)) => *space == SVG,
        ResolveResult::Unbound => true,
        ResolveResult::Unknown(_) => false,
    };
    match event {
        Event::Comment(_) | Event::PI(_) | Event::DocType(_) | Event::Decl(_) => false,
        Event::Start(tag) | Event::Empty(tag) => own && !UNSEEN.contains(&tag.local_name().as_ref()),
        _ => true,
    }
}

/// A tag with the attributes that say how it is drawn.
fn attributes(tag: &BytesStart<'_>, reader: &NsReader<&[u8]>) -> Option<BytesStart<'static>> {
    let name = tag.name().as_ref().to_owned();
    let mut out = BytesStart::new(name);
    let is_image = tag.local_name().as_ref() == "image";
    for one in tag.attributes() {
        let one = one.ok()?;
        let (space, local) = reader.resolver().resolve_attribute(one.key);
        let (key, local) = (one.key.as_ref(), local.as_ref());
        let declared = key == "xmlns" || key.starts_with("xmlns:");
        let kept = match space {
            _ if declared => one.value.as_ref() == SVG || one.value.as_ref() == XLINK,
            ResolveResult::Bound(Namespace(space)) => [SVG, XLINK, XML].contains(&space) && local != "title",
            ResolveResult::Unbound => !["data-", "aria-", "on"].iter().any(|start| local.starts_with(*start)),
            ResolveResult::Unknown(_) => false,
        };
        if !kept {
            continue;
        }
        let value = one.value.replace('"', "&quot;");
        let value = if is_image && local == "href" { packed(&value) } else { Some(value) };
        if let Some(value) = value {
            out.push_attribute(Attribute { key: QName(key), value: value.into() });
        }
    }
    Some(out)
}

/// A picture within a drawing, clean as well.
fn packed(value: &str) -> Option<String> {
    let (kind, packed) = value.split_once("base64,")?;
    let packed: String = packed.replace("&#10;", "").replace("&#xA;", "").replace("&#13;", "");
    let bytes = STANDARD.decode(packed.split_whitespace().collect::<String>()).ok()?;
    let ending = match bytes.as_slice() {
        [0xFF, 0xD8, ..] => "jpg",
        [0x89, b'P', ..] => "png",
        _ => "svg",
    };
    Some(format!("{kind}base64,{}", STANDARD.encode(bersihkan(ending, &bytes))))
}

/// A style sheet without its comments.
fn uncommented(text: &str) -> String {
    let mut rest = text;
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::bersih;

    fn clean(text: &str) -> String {
        String::from_utf8(bersih(text.as_bytes()).expect("a drawing")).expect("a text")
    }

    #[test]
    fn a_drawing_keeps_what_is_drawn() {
        let text = "<?xml version='1.0'?><!-- RAHASIA --><!DOCTYPE svg PUBLIC \"RAHASIA\" \"\"><svg \
                    xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
                    xmlns:ink='http://www.inkscape.org/' ink:berkas='RAHASIA' viewBox='0 0 9 9' \
                    data-asal='RAHASIA'><title>RAHASIA</title><metadata><rdf xmlns='x'><a>RAHASIA</a></rdf></metadata>\
                    <ink:mata nama='RAHASIA'/><style>/* RAHASIA */ .a { fill: red }</style><g><desc>RAHASIA</desc>\
                    <rect class='a' style='font-family: \"Arial\"' width='9' height='9'/><text xml:space='preserve'>A \
                    &amp; B</text><use xlink:href='#x'/></g><script>RAHASIA</script></svg><!-- RAHASIA -->";
        let clean = clean(text);
        assert!(!clean.contains("RAHASIA"), "{clean}");
        for kept in [
            ".a { fill: red }",
            "viewBox=\"0 0 9 9\"",
            "style=\"font-family: &quot;Arial&quot;\"",
            "<text xml:space=\"preserve\">A &amp; B</text>",
            "<use xlink:href=\"#x\"/>",
            "</g></svg>",
        ] {
            assert!(clean.contains(kept), "{kept}: {clean}");
        }
        assert_eq!(self::clean(&clean), clean, "what is clean stays");
    }

    #[test]
    fn a_picture_within_a_drawing_is_cleaned_as_well() {
        use base64::Engine;
        let photo = b"\xFF\xD8\xFF\xFE\x00\x09RAHASIA\xFF\xD9";
        let packed = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg'><image href='data:image/jpeg;base64,{}'/></svg>",
            packed(photo)
        );
        let due = packed(b"\xFF\xD8\xFF\xD9");
        assert!(clean(&text).contains(&format!("href=\"data:image/jpeg;base64,{due}\"")), "{}", clean(&text));
    }

    #[test]
    fn what_is_no_drawing_is_none() {
        assert_eq!(bersih(b"\x1F\x8B\x08"), None);
        assert_eq!(bersih(b"<svg><g></svg>"), None);
    }
}
