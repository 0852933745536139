//! Marks for what a person must decide: comments `# TINJAU: …` above the entry that they are about.

use naskah_core::diag::{Edit, Files, Span};
use naskah_core::yaml::{Node, TINJAU, catatan};

/// Something that a person must decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is about: bytes of the file.
    pub span: Span,
    /// What is to be looked at; together with its entry it tells one mark from others.
    pub subject: String,
    /// What a person must decide, and why.
    pub why: String,
}

/// The edits that write marks into a text; what is marked there already is not marked again.
pub fn edits(files: &Files, tree: &Node, marks: &[Mark]) -> Vec<Edit> {
    let mut written: Vec<Edit> = Vec::new();
    for mark in marks {
        let subject = format!("{TINJAU} {} —", mark.subject);
        let text = files.text(mark.span.file);
        let Some((line, comment)) = catatan::above(text, tree, mark.span.start, &subject, &mark.why) else { continue };
        let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
        let same = |edit: &Edit| edit.span.start == line && edit.text.contains(&subject);
        if !written.iter().any(same) {
            written.push(Edit { span: Span::new(mark.span.file, line, line), text: comment });
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::diag::Sink;
    use naskah_core::yaml;

    /// The text with a mark at `2025`, written twice.
    fn marked(text: &str) -> String {
        let mut out = text.to_owned();
        for _ in 0..2 {
            let (mut files, mut sink) = (Files::default(), Sink::default());
            let file = files.add("uji", out.as_str());
            let Some(tree) = yaml::parse(&files, file, &mut sink) else { return String::new() };
            let at = out.rfind("2025").unwrap_or_default();
            let mark = Mark { span: Span::new(file, at, at + 4), subject: "x".into(), why: "y".into() };
            let edits = edits(&files, &tree, &[mark]);
            edits.iter().rev().for_each(|edit| out.insert_str(edit.span.start, &edit.text));
            let file = files.add("lagi", out.as_str());
            assert_eq!(yaml::tinjau(&files, file).len(), 1, "{out}");
        }
        out
    }

    #[test]
    fn marks_stand_above_the_entry() {
        for (text, wanted) in [
            ("a: 1\nb: 2025\n", "a: 1\n# TINJAU: x — y\nb: 2025\n"),
            ("a:\n  - b\n  - c\n    2025\n", "a:\n  - b\n  # TINJAU: x — y\n  - c\n    2025\n"),
            ("a:\n  - >-\n    b\n\n    2025\n  - c\n", "a:\n  # TINJAU: x — y\n  - >-\n    b\n\n    2025\n  - c\n"),
            ("a: |+ # c\n  2025\n\nb: 1\n", "# TINJAU: x — y\na: |+ # c\n  2025\n\nb: 1\n"),
            ("a: [b, {c: 1,\n  d: 'e\n  2025'}]\n", "# TINJAU: x — y\na: [b, {c: 1,\n  d: 'e\n  2025'}]\n"),
            ("a:\n  - [b,\n     2025]\n", "a:\n  # TINJAU: x — y\n  - [b,\n     2025]\n"),
            ("a:\n  'b\n  2025'\n", "a:\n  # TINJAU: x — y\n  'b\n  2025'\n"),
            ("{a: 2025}\n", "# TINJAU: x — y\n{a: 2025}\n"),
            ("\u{feff}a: 2025\n", "\u{feff}# TINJAU: x — y\na: 2025\n"),
            ("a: 1\r\nb: 2025\r\n", "a: 1\r\n# TINJAU: x — y\r\nb: 2025\r\n"),
            ("a: |\n  b\n# c\nd: 2025", "a: |\n  b\n# c\n# TINJAU: x — y\nd: 2025"),
        ] {
            assert_eq!(marked(text), wanted);
        }
    }
}
