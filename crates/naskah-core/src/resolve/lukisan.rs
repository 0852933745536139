//! What an SVG would draw, counted before anything draws it: few bytes may use parts of themselves again without end.

use std::collections::HashMap;

/// So many parts may an SVG draw, those that it uses again counted each time.
pub const MAX_PARTS: u64 = 500_000;

/// So deep may its parts lie within each other, and so far may one lead to the next.
pub const MAX_NESTED: usize = 100;

/// So often may a style be held against a part.
const MAX_STYLED: u64 = 20_000_000;

/// Why an SVG cannot be drawn, by what it draws; `None` where nothing speaks against it.
pub(super) fn too_much(text: &str) -> Option<String> {
    let Some(lukisan) = Lukisan::read(text) else {
        return Some(format!("berisi bagian di dalam bagian lebih dari {MAX_NESTED} tingkat"));
    };
    if lukisan.styles.saturating_mul(lukisan.parts) > MAX_STYLED {
        return Some(format!("memuat {} gaya untuk {} bagian", lukisan.styles, lukisan.parts));
    }
    match lukisan.drawn() {
        None => Some(format!("berisi rujukan yang berantai lebih dari {MAX_NESTED} kali")),
        Some(drawn) if drawn > MAX_PARTS => {
            Some(format!("menggambar lebih dari {MAX_PARTS} bagian, yang diulang ikut dihitung"))
        }
        Some(_) => None,
    }
}

/// A tag: its name without the space that it is of, and all behind that.
struct Tag<'a> {
    name: &'a str,
    rest: &'a str,
    closes: bool,
    empty: bool,
}

/// The tags of a text, in order; remarks and instructions are passed over.
fn tags(text: &str) -> impl Iterator<Item = (Tag<'_>, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            rest = rest.get(rest.find('<')? + 1..)?;
            if let Some(end) = ["!--", "![CDATA[", "?"]
                .iter()
                .zip(["-->", "]]>", "?>"])
                .find_map(|(begin, end)| rest.starts_with(begin).then_some(end))
            {
                rest = rest.get(rest.find(end)?..)?;
                continue;
            }
            let (mut quote, mut length) = (None, rest.len());
            for (at, char) in rest.char_indices() {
                match (quote, char) {
                    (None, '>') => {
                        length = at;
                        break;
                    }
                    (None, '"' | '\'') => quote = Some(char),
                    (Some(open), _) if open == char => quote = None,
                    _ => {}
                }
            }
            let inner = rest.get(..length)?;
            rest = rest.get(length..)?;
            let closes = inner.starts_with('/');
            let inner = inner.trim_start_matches('/');
            let end = inner.find(|char: char| char.is_whitespace() || char == '/').unwrap_or(inner.len());
            let (name, behind) = inner.split_at_checked(end)?;
            let name = name.rsplit(':').next().unwrap_or(name);
            return Some((Tag { name, rest: behind, closes, empty: behind.ends_with('/') }, rest));
        }
    })
}

/// The names of the tags of an SVG, without the spaces that they are of.
pub(super) fn names(text: &str) -> impl Iterator<Item = (&str, &str)> {
    tags(text).filter(|(tag, _)| !tag.closes).map(|(tag, _)| (tag.name, tag.rest))
}

/// A part with an id, or the whole.
#[derive(Default)]
struct Bagian {
    parts: u64,
    /// What it leads to, and how often.
    to: Vec<(String, u64)>,
}

#[derive(Default)]
struct Lukisan {
    parts: u64,
    styles: u64,
    named: HashMap<String, Bagian>,
    whole: Bagian,
}

impl Lukisan {
    /// `None` where parts lie too deep.
    fn read(text: &str) -> Option<Self> {
        let mut out = Self::default();
        let mut open: Vec<Option<String>> = Vec::new();
        for (tag, behind) in tags(text) {
            if tag.closes {
                open.pop();
                continue;
            }
            if tag.name == "style" {
                let style = behind.split("</").next().unwrap_or_default();
                out.styles += style.matches('{').count() as u64;
                // Whatever a style leads to may be led to by every part.
                let every = text.matches('<').count() as u64;
                out.whole.to.extend(references(style).into_iter().map(|id| (id, every)));
            }
            out.parts += 1;
            let id = attribute(tag.rest, "id").map(str::to_owned);
            let steps = ["d", "points"].iter().find_map(|name| attribute(tag.rest, name)).map_or(0, str::len) as u64;
            let times = if tag.rest.contains("marker") { 1 + steps / 4 } else { 1 };
            let to = references(tag.rest);
            for name in open.iter().flatten().chain(&id) {
                let part = out.named.entry(name.clone()).or_default();
                part.parts += 1 + steps / 64;
                part.to.extend(to.iter().map(|id| (id.clone(), times)));
            }
            out.whole.parts += 1 + steps / 64;
            out.whole.to.extend(to.into_iter().map(|id| (id, times)));
            if !tag.empty {
                open.push(id);
            }
            if open.len() > MAX_NESTED {
                return None;
            }
        }
        Some(out)
    }

    /// How many parts are drawn at most; `None` where one leads to the next too often.
    fn drawn(&self) -> Option<u64> {
        self.of(&self.whole, &mut HashMap::new(), 0)
    }

    fn of<'a>(&'a self, part: &'a Bagian, known: &mut HashMap<&'a str, u64>, depth: usize) -> Option<u64> {
        if depth > MAX_NESTED {
            return None;
        }
        let mut sum = part.parts;
        for (id, times) in &part.to {
            let Some((id, inner)) = self.named.get_key_value(id) else { continue };
            let drawn = match known.get(id.as_str()) {
                Some(drawn) => *drawn,
                None => {
                    // What leads back to itself is drawn by nobody.
                    known.insert(id, 0);
                    let drawn = self.of(inner, known, depth + 1)?;
                    known.insert(id, drawn);
                    drawn
                }
            };
            sum = sum.saturating_add(drawn.saturating_mul(*times));
        }
        Some(sum)
    }
}

/// The value of an attribute.
fn attribute<'a>(rest: &'a str, name: &str) -> Option<&'a str> {
    let mut from = 0;
    while let Some(found) = rest.get(from..)?.find(name) {
        let (at, behind) = (from + found, rest.get(from + found + name.len()..)?.trim_start());
        from = at + name.len();
        let begins = rest.get(..at)?.ends_with(|char: char| char.is_whitespace() || "\"'".contains(char));
        if let Some(value) = behind.strip_prefix('=').map(str::trim_start).filter(|_| begins) {
            let quote = value.chars().next().filter(|char| "\"'".contains(*char))?;
            return value.get(1..)?.split(quote).next();
        }
    }
    None
}

/// The ids that a text leads to: `href="#a"`, `url(#a)`.
fn references(text: &str) -> Vec<String> {
    let leads = |before: &str| before.trim_end_matches(['"', '\'', ' ']).ends_with(['(', '=']);
    let found = text.match_indices('#').filter(|(at, _)| leads(text.get(..*at).unwrap_or_default()));
    let id = |at: usize| text.get(at + 1..)?.split(['"', '\'', ')', ' ']).next();
    found.filter_map(|(at, _)| id(at)).filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{MAX_NESTED, too_much};

    fn doubled(kind: &str, by: &str, levels: usize) -> String {
        let level = |n: usize| format!("<{kind} id='a{}'><g {by}#a{n}')'/><g {by}#a{n}')'/></{kind}>", n + 1);
        let by = (0..levels).map(level).collect::<String>().replace("')'", if by.contains('(') { ")'" } else { "'" });
        format!("<svg><rect id='a0'/>{by}<g fill=\"url(#a{levels})\"/></svg>")
    }

    #[test]
    fn what_uses_itself_again_is_counted_each_time() {
        for few in [1, 8] {
            assert_eq!(too_much(&doubled("g", "xlink:href='", few)), None);
        }
        let wide = "<marker id='m'><path d='M0 0'/></marker><path marker-mid='url(#m)' d='";
        let styled = format!("<svg><style>{}</style>{}</svg>", "a{} ".repeat(30_000), "<g/>".repeat(30_000));
        let chain: String = (0..300).map(|n| format!("<g id='a{n}' href='#a{}'/>", n + 1)).collect();
        for much in [
            doubled("g", "xlink:href='", 30),
            doubled("mask", "mask='url(", 30),
            doubled("s:clipPath", "clip-path='url(", 30),
            "<g>".repeat(MAX_NESTED + 1),
            format!("<svg>{wide}{}'/></svg>", "L1 1".repeat(600_000)),
            styled,
            format!("<svg>{chain}</svg>"),
        ] {
            assert!(too_much(&much).is_some(), "{}", &much[..much.len().min(200)]);
        }
        for fine in [
            "<svg><!-- <g> --><g id='a' title='>'><use href='#a'/></g><style><![CDATA[.a{fill:url(#b)}]]></style></svg>",
            "<svg><linearGradient id='b'/><rect fill=\"url('#b')\"/><path d='M0 0'/></svg>",
        ] {
            assert_eq!(too_much(fine), None, "{fine}");
        }
    }
}
