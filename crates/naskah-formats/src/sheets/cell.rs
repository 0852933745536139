//! What the text of a cell means: a sentence, or a list with a line for each item.
//!
//! ```text
//! Lead-in
//! - first item
//! - second item
//!   - an item below it
//! what follows the list
//! ```

/// An item of a cell, or the whole cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Isian {
    /// The sentence; empty for a list without a lead-in.
    pub teks: String,
    /// The list below it.
    pub rincian: Vec<Isian>,
    /// What follows the list.
    pub penutup: String,
}

impl Isian {
    /// A sentence.
    pub fn sentence(teks: impl Into<String>) -> Self {
        Self { teks: teks.into(), ..Self::default() }
    }

    /// Whether it is nothing but a list.
    pub fn is_list(&self) -> bool {
        self.teks.is_empty() && self.penutup.is_empty() && !self.rincian.is_empty()
    }

    /// The text of a cell as this program writes it. A single line is a sentence even where it begins with a dash.
    pub fn parse(text: &str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let dashed = lines.iter().filter(|line| dash(line).is_some()).count();
        match dashed {
            0 => Self::sentence(text.trim()),
            1 if lines.len() == 1 => Self::sentence(text.trim()),
            _ => Self::lines(&lines),
        }
    }

    /// The text of a cell of which it is known that it holds a list, even of one item.
    pub fn parse_list(text: &str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        match lines.iter().any(|line| dash(line).is_some()) {
            true => Self::lines(&lines),
            false => Self::sentence(text.trim()),
        }
    }

    fn lines(lines: &[&str]) -> Self {
        let mut root = Self::default();
        for line in lines.iter().map(|line| line.trim_end()).filter(|line| !line.trim().is_empty()) {
            match dash(line) {
                Some((depth, item)) => root.add(depth, Self::sentence(item)),
                None => {
                    let text = line.trim_start();
                    root.say((line.len() - text.len()) / 2, text);
                }
            }
        }
        root
    }

    /// Adds an item `depth` levels below, or as deep as there are any.
    fn add(&mut self, depth: usize, item: Isian) {
        match self.rincian.last_mut() {
            Some(last) if depth > 0 => last.add(depth - 1, item),
            _ => self.rincian.push(item),
        }
    }

    /// Adds a line of text to what lies `depth` levels below, or as deep as there is any.
    fn say(&mut self, depth: usize, line: &str) {
        match self.rincian.last_mut() {
            Some(last) if depth > 0 => last.say(depth - 1, line),
            _ => {
                let place = if self.rincian.is_empty() { &mut self.teks } else { &mut self.penutup };
                if !place.is_empty() {
                    place.push('\n');
                }
                place.push_str(line);
            }
        }
    }

    /// The text of a cell, which [`Isian::parse`] understands.
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        self.write(None, &mut lines);
        lines.join("\n")
    }

    /// Writes its lines; `depth` is `None` for the whole cell.
    fn write(&self, depth: Option<usize>, lines: &mut Vec<String>) {
        let inner = depth.map_or(String::new(), |depth| "  ".repeat(depth + 1));
        for (at, line) in self.teks.lines().enumerate() {
            match (depth, at) {
                (Some(depth), 0) => lines.push(format!("{}- {line}", "  ".repeat(depth))),
                _ => lines.push(format!("{inner}{line}")),
            }
        }
        let below = depth.map_or(0, |depth| depth + 1);
        self.rincian.iter().for_each(|item| item.write(Some(below), lines));
        self.penutup.lines().for_each(|line| lines.push(format!("{inner}{line}")));
    }

    /// The text of a cell of a sheet that others wrote: lines that all begin with a bullet, or with marks in their order
    /// (`1.`, `a)`), are a list; the line ends of other texts only wrapped them.
    pub fn parse_foreign(text: &str) -> Self {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let bullets = || lines.iter().map(|line| bullet(line)).collect::<Option<Vec<&str>>>();
        let marked = || lines.iter().enumerate().map(|(at, line)| mark(line, at + 1)).collect::<Option<Vec<&str>>>();
        if lines.len() > 1 && lines.iter().all(|line| line.starts_with("- ")) {
            return Self::parse(text);
        }
        match (lines.len() > 1).then(|| bullets().or_else(marked)).flatten() {
            Some(items) => Self { rincian: items.into_iter().map(Self::sentence).collect(), ..Self::default() },
            None if lines.iter().skip(1).any(|line| bullet(line).is_some()) => Self::parse(text),
            None => Self::sentence(lines.join(" ")),
        }
    }
}

/// The depth and text of a line that is an item.
fn dash(line: &str) -> Option<(usize, &str)> {
    let rest = line.trim_start();
    let item = rest.strip_prefix("- ")?;
    Some(((line.len() - rest.len()) / 2, item.trim()))
}

/// The text behind a bullet.
fn bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '•', '–', '▪', '·', '●', '*'])?;
    rest.starts_with([' ', '\t']).then(|| rest.trim())
}

/// The text behind the mark of the `n`-th item.
fn mark(line: &str, n: usize) -> Option<&str> {
    let marks = [n.to_string(), naskah_core::language::numerals::huruf(n)];
    let rest = marks.iter().find_map(|mark| line.strip_prefix(mark.as_str()))?;
    let rest = rest.strip_prefix(['.', ')'])?;
    let whole = rest.starts_with([' ', '\t']);
    whole.then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(items: &[&str]) -> Isian {
        Isian { rincian: items.iter().map(|item| Isian::sentence(*item)).collect(), ..Isian::default() }
    }

    #[test]
    fn what_is_written_is_read() {
        let nested = Isian {
            teks: "Pembuka".into(),
            rincian: vec![
                Isian { rincian: list(&["x", "y"]).rincian, penutup: "lanjut".into(), teks: "a\nb".into() },
                Isian::sentence("c"),
            ],
            penutup: "Penutup".into(),
        };
        for isian in [list(&["satu", "dua"]), nested, Isian::sentence("- satu saja"), Isian::sentence("dua\nbaris")] {
            assert_eq!(Isian::parse(&isian.text()), isian, "{}", isian.text());
        }
        assert_eq!(Isian::parse_list("- satu"), list(&["satu"]));
    }

    #[test]
    fn lists_of_others_are_known_by_their_marks() {
        for text in ["1. satu\n2. dua", "a) satu\n\nb) dua", "• satu\n• dua", "- satu\r\n- dua"] {
            assert_eq!(Isian::parse_foreign(text), list(&["satu", "dua"]), "{text}");
        }
        assert_eq!(Isian::parse_foreign("1. satu\n3. dua"), Isian::sentence("1. satu 3. dua"));
        assert_eq!(Isian::parse_foreign("satu\ndua "), Isian::sentence("satu dua"));
        assert_eq!(Isian::parse_foreign("1. satu"), Isian::sentence("1. satu"));
    }
}
