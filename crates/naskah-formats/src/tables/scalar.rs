//! Texts and lists as YAML, in the way their surroundings are written.

use crate::sheets::{Isian, quoted};

/// How a scalar is to be written, where its text allows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single quotes.
    Single,
    /// In double quotes.
    Double,
    /// Folded over lines at this column.
    Folded(usize),
}

/// Longest line of a folded scalar, and of a row on one line.
pub const WIDTH: usize = 120;

/// A text as a scalar; `flow` tells that it stands within `[…]` or `{…}`.
pub fn scalar(text: &str, flow: bool, wish: Style) -> String {
    match wish {
        Style::Folded(column) if !flow && folds(text) => folded(text, column),
        Style::Plain | Style::Folded(_) if stays_plain(text, flow) => text.to_owned(),
        Style::Double => quoted(text),
        _ if text.chars().any(char::is_control) => quoted(text),
        _ => format!("'{}'", text.replace('\'', "''")),
    }
}

/// Whether a text means itself without quotes.
pub fn stays_plain(text: &str, flow: bool) -> bool {
    let opens = |c: char| "-?:,[]{}#&*!|>'\"%@`=".contains(c) || c.is_whitespace();
    let special = matches!(text, "" | "~" | "null" | "...");
    let breaks = text.contains(": ") || text.contains(" #") || text.ends_with([':', ' ']);
    let inside = flow && text.contains([',', '[', ']', '{', '}']);
    !(special || text.starts_with(opens) || breaks || inside || text.chars().any(char::is_control))
}

/// Whether a text is better folded over lines where it begins at a column.
pub fn is_long(text: &str, column: usize) -> bool {
    folds(text) && column + text.chars().count() > WIDTH
}

/// Whether folding over lines keeps a text as it is.
fn folds(text: &str) -> bool {
    let single = !text.contains("  ") && !text.chars().any(|c| c.is_whitespace() && c != ' ');
    single && text.trim() == text && text.contains(' ')
}

fn folded(text: &str, column: usize) -> String {
    let room = WIDTH.saturating_sub(column).max(40);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let indent = " ".repeat(column);
    format!(">-{}", lines.iter().map(|line| format!("\n{indent}{line}")).collect::<String>())
}

/// A cell within `[…]` or `{…}`.
pub fn flow(isian: &Isian) -> String {
    let items = || isian.rincian.iter().map(flow).collect::<Vec<_>>().join(", ");
    if isian.rincian.is_empty() {
        return scalar(&isian.teks, true, Style::Plain);
    }
    if isian.is_list() {
        return format!("[{}]", items());
    }
    let text = scalar(&isian.teks, true, Style::Plain);
    let closing = match isian.penutup.as_str() {
        "" => String::new(),
        closing => format!(", penutup: {}", scalar(closing, true, Style::Plain)),
    };
    format!("{{teks: {text}, rincian: [{}]{closing}}}", items())
}

/// A cell on lines of its own; its first line begins at `column`, where the others are put.
pub fn block(isian: &Isian, column: usize) -> String {
    if isian.rincian.is_empty() {
        return scalar(&isian.teks, false, Style::Plain);
    }
    if isian.is_list() {
        return items(&isian.rincian, column);
    }
    let indent = " ".repeat(column);
    let text = scalar(&isian.teks, false, Style::Plain);
    let below = items(&isian.rincian, column + 2);
    let closing = match isian.penutup.as_str() {
        "" => String::new(),
        closing => format!("\n{indent}penutup: {}", scalar(closing, false, Style::Plain)),
    };
    format!("teks: {text}\n{indent}rincian:\n{indent}  {below}{closing}")
}

/// Items with a dash each; the first begins at `column`, where the others are put.
pub fn items(list: &[Isian], column: usize) -> String {
    let indent = format!("\n{}", " ".repeat(column));
    list.iter().map(|item| format!("- {}", block(item, column + 2))).collect::<Vec<_>>().join(&indent)
}

/// A field of a table whose keys stand at `column`.
pub fn field(key: &str, isian: &Isian, column: usize) -> String {
    match isian.rincian.is_empty() {
        true => format!("{key}: {}", scalar(&isian.teks, false, Style::Plain)),
        false => format!("{key}:\n{}{}", " ".repeat(column + 2), block(isian, column + 2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::diag::{Files, Sink};
    use naskah_core::yaml::{self, Node, Value};

    /// What YAML makes of a list with this one item.
    fn read(yaml: &str) -> Node {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("uji", yaml);
        let node = yaml::parse(&files, file, &mut sink);
        assert!(sink.found().is_empty(), "{yaml}: {:?}", sink.found());
        match node.map(|node| node.value) {
            Some(Value::Seq(mut items)) => items.remove(0),
            other => panic!("{yaml}: {other:?}"),
        }
    }

    #[test]
    fn every_text_means_itself() {
        let texts = "biasa|a: b|a #b|#a|- a|-|'|it's|\"q\"|=cmd' /C calc'!A0|@x|~|null||a, b [c] {d}|baris\nbaru|akhir:|*miring*|&a|!a|%a|`a`|?|? a|\
                     a\\b|---|...|5 %|ya|010|>|a:b|http://kpu.go.id|á é|\tx|satu kata yang panjang sekali dan dua kata yang panjang \
                     sekali dan tiga kata yang panjang sekali dan empat kata";
        for text in texts.split('|').chain(["|"]) {
            for style in [Style::Plain, Style::Single, Style::Double, Style::Folded(4)] {
                for (flow, yaml) in [
                    (false, format!("- {}\n", scalar(text, false, style))),
                    (true, format!("[{}, x]\n", scalar(text, true, style))),
                ] {
                    assert_eq!(read(&yaml).as_scalar(), Some(text), "{yaml} {flow}");
                }
            }
        }
        assert!(matches!(read("- ^").value, Value::Scalar { plain: true, .. }));
    }

    #[test]
    fn lists_are_read_as_they_were_meant() {
        let list = Isian::parse("Pembuka\n- a: b\n- c\n  - d\n  - e, f\n  lanjut\ntutup");
        let plain = Isian::parse("- a\n- b");
        for isian in [list, plain] {
            for yaml in [
                format!("- {}\n", block(&isian, 2)),
                format!("[{}]\n", flow(&isian)),
                format!("- {}\n", field("x", &isian, 2)),
            ] {
                let node = read(&yaml);
                let node = node.get("x").unwrap_or(&node);
                assert_eq!(super::super::view::isian(node), isian, "{yaml}");
            }
        }
    }
}
