//! The tags of an XML text, without building a tree: what the reading library does not tell (hidden rows, merged cells,
//! how far a sheet reaches) is found by looking at them.

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

/// A tag: its name without a namespace, and what is written in it.
#[derive(Debug, Clone, Copy)]
pub struct Tag<'a> {
    /// The name behind the colon.
    pub name: &'a str,
    /// Everything behind the name.
    rest: &'a str,
    /// How it stands.
    pub kind: Kind,
}

impl<'a> Tag<'a> {
    /// The raw value of an attribute, by its name behind the colon.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.rest;
        loop {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, after) = after[1..].split_once(quote)?;
            let key = key.trim();
            if key.rsplit(':').next() == Some(name) {
                return Some(value);
            }
            rest = after;
        }
    }

    /// The value of an attribute as text.
    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).map(unescaped)
    }

    /// The value of an attribute as a count; 1 where it is absent.
    pub fn count(&self, name: &str) -> usize {
        self.get(name).and_then(|value| value.trim().parse().ok()).unwrap_or(1)
    }
}

/// The entities that XML knows of itself, and character numbers.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').unwrap_or(0);
        let known = match rest.get(1..end.max(1)) {
            Some("amp") => Some('&'),
            Some("lt") => Some('<'),
            Some("gt") => Some('>'),
            Some("quot") => Some('"'),
            Some("apos") => Some('\''),
            Some(number) => match (number.strip_prefix("#x"), number.strip_prefix('#')) {
                (Some(hex), _) => u32::from_str_radix(hex, 16).ok().and_then(char::from_u32),
                (None, Some(digits)) => digits.parse().ok().and_then(char::from_u32),
                _ => None,
            },
            None => None,
        };
        match known {
            Some(c) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

/// The tags of a text from its start to its end; comments, character data and declarations are passed over.
pub fn tags(text: &str) -> Tags<'_> {
    Tags { rest: text }
}

/// See [`tags`].
pub struct Tags<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let at = self.rest.find('<')?;
            let rest = &self.rest[at + 1..];
            let skipped = [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>"), ("!", ">")];
            if let Some((_, end)) = skipped.iter().find(|(start, _)| rest.starts_with(start)) {
                let found = rest.find(end)?;
                self.rest = &rest[found + end.len()..];
                continue;
            }
            let end = end_of(rest)?;
            self.rest = &rest[end + 1..];
            let inner = &rest[..end];
            let (inner, kind) = match (inner.strip_prefix('/'), inner.strip_suffix('/')) {
                (Some(inner), _) => (inner, Kind::Close),
                (None, Some(inner)) => (inner, Kind::Empty),
                (None, None) => (inner, Kind::Open),
            };
            let (name, rest) = inner.split_at(inner.find(|c: char| c.is_ascii_whitespace()).unwrap_or(inner.len()));
            return Some(Tag { name: name.rsplit(':').next().unwrap_or(name), rest, kind });
        }
    }
}

/// Where a tag ends: the first `>` that stands in no quotes.
fn end_of(text: &str) -> Option<usize> {
    let mut quote = None;
    text.bytes().position(|b| match quote {
        Some(open) => {
            if b == open {
                quote = None;
            }
            false
        }
        None => {
            if matches!(b, b'"' | b'\'') {
                quote = Some(b);
            }
            b == b'>'
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_with_their_attributes() {
        let text =
            "<?xml version='1.0'?><!-- <a> --><x:row r=\"3\" hidden='1' note=\"a>b\"><c/><![CDATA[<d>]]></x:row>";
        let found: Vec<(&str, Kind)> = tags(text).map(|tag| (tag.name, tag.kind)).collect();
        assert_eq!(found, [("row", Kind::Open), ("c", Kind::Empty), ("row", Kind::Close)]);
        let row = tags(text).next().filter(|row| row.count("r") == 3);
        assert_eq!(row.and_then(|row| row.get("hidden")), Some("1"));
        assert_eq!(row.and_then(|row| row.get("note")), Some("a>b"));
        assert_eq!(row.and_then(|row| row.get("ote")), None);
    }

    #[test]
    fn broken_tags_end_the_text() {
        for text in ["<", "<a", "<a b=\"", "<!--", "<a b=c>", "", "x"] {
            assert!(tags(text).count() <= 1, "{text}");
            assert!(tags(text).all(|tag| tag.get("b").is_none()), "{text}");
        }
        assert_eq!(unescaped("a &amp; b &lt;&#65;&#x42;&unknown; &"), "a & b <AB&unknown; &");
    }
}
