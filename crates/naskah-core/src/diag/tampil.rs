//! Foreign words as they are shown: on one line, with nothing in them that acts on the screen.
//!
//! Names of files and sheets, words of a PDF, excerpts of a text: whatever was not written by this program goes through here
//! before anybody sees it.

use std::borrow::Cow;

/// Text in which nothing ends the line, moves the cursor or turns the direction: what a document or a name brings is told
/// as it is written there.
pub fn on_one_line(text: &str) -> Cow<'_, str> {
    replaced(text, |char| match char {
        '\n' | '\r' | '\t' => " ".to_owned(),
        other => format!("<U+{:04X}>", u32::from(other)),
    })
}

/// The same of each line of a text that this program has broken into lines.
pub fn on_lines(text: &str) -> Cow<'_, str> {
    replaced(text, |char| match char {
        '\n' => "\n".to_owned(),
        other => on_one_line(other.encode_utf8(&mut [0; 4])).into_owned(),
    })
}

/// JSON in which every such character is written as its number; line ends stand between its values alone.
pub fn in_json(json: &str) -> Cow<'_, str> {
    replaced(json, |char| {
        if char == '\n' {
            return char.to_string();
        }
        let mut units = [0; 2];
        char.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect()
    })
}

/// Lines of a text in which every such character but the line end is another of as many bytes, so that places stay.
pub(super) fn excerpt(lines: &str) -> Cow<'_, str> {
    if !lines.chars().any(|char| acts(char) && !matches!(char, '\n' | '\t')) {
        return Cow::Borrowed(lines);
    }
    let shown = |char: char| match (char, char.len_utf8()) {
        ('\n' | '\t', _) => char,
        _ if !acts(char) => char,
        (_, 1) => '?',
        (_, 2) => '\u{A4}',
        (_, 3) => '\u{FFFD}',
        _ => '\u{1F7C6}',
    };
    Cow::Owned(lines.chars().map(shown).collect())
}

/// Text with each character replaced that is no sign of its own.
fn replaced(text: &str, by: impl Fn(char) -> String) -> Cow<'_, str> {
    if !text.chars().any(acts) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|char| if acts(char) { by(char) } else { char.to_string() }).collect())
}

/// Whether a character is no sign of its own: controls, line ends, marks of direction, what nobody sees.
fn acts(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::{excerpt, in_json, on_lines, on_one_line};

    #[test]
    fn nothing_foreign_acts() {
        let hostile = "a\u{1b}[2J\nb\u{9b}c\u{202e}d\u{e0041}";
        assert_eq!(on_one_line(hostile), "a<U+001B>[2J b<U+009B>c<U+202E>d<U+E0041>");
        assert_eq!(in_json("\u{9b}\u{e0041}"), "\\u009b\\udb40\\udc41");
        assert_eq!(on_lines(hostile), "a<U+001B>[2J\nb<U+009B>c<U+202E>d<U+E0041>");
        assert_eq!(excerpt(hostile).len(), hostile.len());
        assert!(excerpt(hostile).chars().all(|char| char == '\n' || !super::acts(char)));
        assert_eq!(on_one_line("biasa — “kata”"), "biasa — “kata”");
    }
}
