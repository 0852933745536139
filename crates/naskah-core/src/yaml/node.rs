//! The tree: nodes that know where they were written, and the readers of single values.

use std::borrow::Cow;
use std::str::FromStr;

use super::error;
use super::gelar::gelar;
use crate::diag::{Code, Diagnostic, Sink, Span, Spanned, did_you_mean};

/// A value with its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it was written.
    pub span: Span,
    /// What was written.
    pub value: Value,
}

/// A key of a table with its place.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key.
    pub name: String,
    /// Where it was written.
    pub span: Span,
}

/// The four shapes of YAML that a decree uses.
#[derive(Debug, Clone)]
pub enum Value {
    /// Nothing written, or `~`.
    Null,
    /// A text exactly as typed; `plain` where it stood without quotes.
    Scalar {
        /// The text after YAML's own folding and unquoting.
        text: String,
        /// Whether it stood without quotes.
        plain: bool,
    },
    /// A list.
    Seq(Vec<Node>),
    /// A table in the order written.
    Map(Vec<(Key, Node)>),
}

impl Node {
    /// A node.
    pub fn new(span: Span, value: Value) -> Self {
        Self { span, value }
    }

    /// What the value is, for messages.
    pub fn shape(&self) -> &'static str {
        match self.value {
            Value::Null => "kosong",
            Value::Scalar { .. } => "teks",
            Value::Seq(_) => "daftar",
            Value::Map(_) => "isian (kunci: isi)",
        }
    }

    /// Whether nothing was written: no value, a text of blanks, a list or table without entries.
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Scalar { text, .. } => text.trim().is_empty(),
            Value::Seq(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
        }
    }

    /// The text as typed, where the node is one.
    pub fn as_scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The text as the key of a table.
    pub(super) fn as_key(&self) -> Option<String> {
        match &self.value {
            Value::Scalar { text, .. } => Some(tabless(text).into_owned()),
            Value::Null => Some("null".into()),
            _ => None,
        }
    }

    /// The entries, where the node is a table.
    pub fn as_map(&self) -> Option<&[(Key, Node)]> {
        match &self.value {
            Value::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The first key of a table, otherwise the node itself: where a finding about something missing points.
    pub fn head(&self) -> Span {
        self.as_map().and_then(|entries| entries.first()).map_or(self.span, |(key, _)| key.span)
    }

    /// The value under `key`, where the node is a table that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.as_map()?.iter().find(|(k, _)| k.name == key).map(|(_, node)| node)
    }

    /// The text as typed, tabs as blanks; anything else is reported.
    pub fn text(&self, sink: &mut Sink) -> Option<Spanned<String>> {
        match self.as_scalar() {
            Some(text) => Some(Spanned { value: tabless(text).into_owned(), span: self.span }),
            None => self.wrong("teks", sink),
        }
    }

    /// The items of a list; anything else is reported.
    pub fn list(&self, sink: &mut Sink) -> &[Node] {
        match &self.value {
            Value::Seq(items) => {
                items.iter().skip(1).for_each(|item| item.torn_off(sink));
                items
            }
            Value::Null => &[],
            _ => {
                self.wrong::<()>("daftar", sink);
                &[]
            }
        }
    }

    /// Reports an item that is only the title of the name before it: a comma in brackets has torn it off.
    fn torn_off(&self, sink: &mut Sink) {
        if let Value::Scalar { text, plain: true } = &self.value
            && gelar(text)
        {
            let message = format!("koma di depan `{text}` memisahkan gelar dari namanya");
            let hint = "apit nama beserta gelarnya dengan tanda petik: 'Nama Lengkap, S.H.'";
            sink.push(Diagnostic::galat(Code::NILAI, self.span, message).hint(hint));
        }
    }

    /// A value type read by its own grammar; its message becomes a located finding.
    pub fn parse<T: FromStr<Err = String>>(&self, sink: &mut Sink) -> Option<T> {
        let text = self.text(sink)?;
        text.value
            .trim()
            .parse()
            .map_err(|message: String| sink.push(Diagnostic::galat(Code::NILAI, self.span, message)))
            .ok()
    }

    /// `ya` or `tidak`.
    pub fn yes(&self, sink: &mut Sink) -> Option<bool> {
        let word = self.as_scalar().unwrap_or_default().trim();
        let meant = |words: &[&str]| words.contains(&word.to_lowercase().as_str());
        let hint = match word {
            "ya" | "tidak" => None,
            _ if meant(&["yes", "y", "true", "on", "iya", "1"]) => Some("ya"),
            _ if meant(&["no", "n", "false", "off", "tdk", "0"]) => Some("tidak"),
            _ => None,
        };
        let Some(meant) = hint else { return self.choice(&[("ya", true), ("tidak", false)], sink) };
        let message = format!("`{word}` tidak dikenal; pilihannya: ya, tidak");
        sink.push(Diagnostic::galat(Code::NILAI, self.span, message).hint(format!("tulis `{meant}`")));
        None
    }

    /// One of a few words.
    pub fn choice<T: Copy>(&self, words: &[(&'static str, T)], sink: &mut Sink) -> Option<T> {
        let text = self.text(sink)?;
        let word = text.value.trim();
        if let Some((_, value)) = words.iter().find(|(known, _)| *known == word) {
            return Some(*value);
        }
        let known: Vec<_> = words.iter().map(|(known, _)| *known).collect();
        let message = format!("`{word}` tidak dikenal; pilihannya: {}", known.join(", "));
        sink.push(Diagnostic::galat(Code::NILAI, self.span, message).hint_opt(did_you_mean(word, known)));
        None
    }

    /// Reports that the node should have been `wanted`.
    pub fn wrong<T>(&self, wanted: &str, sink: &mut Sink) -> Option<T> {
        self.wrong_with(wanted, None, sink)
    }

    /// The same, with a way out where there is no better one.
    pub(crate) fn wrong_with<T>(&self, wanted: &str, otherwise: Option<String>, sink: &mut Sink) -> Option<T> {
        let message = format!("di sini diminta {wanted}, tetapi tertulis {}", self.shape());
        let hint = match (wanted, &self.value) {
            ("teks", Value::Map(entries)) if entries.iter().all(|(key, _)| is_word(&key.name)) => Some(format!(
                "bila `{}` kunci tersendiri, hapus spasi di depannya sehingga sejajar dengan kunci lain; bila bukan, hapus kuncinya dan tulis isinya saja; teks yang memuat titik dua diapit tanda petik '…'",
                entries.first().map_or("", |(key, _)| key.name.as_str())
            )),
            ("teks", Value::Map(_)) => Some("teks yang memuat titik dua dan spasi diapit tanda petik '…'".to_owned()),
            ("daftar", Value::Scalar { text, .. }) if error::strange_mark(text).is_some() => error::strange_mark(text),
            ("daftar", Value::Map(entries)) if entries.iter().all(|(key, _)| is_word(&key.name)) => Some(
                "awali kunci pertama di sini dengan `- `, dan sejajarkan kunci lainnya dengan huruf pertamanya"
                    .to_owned(),
            ),
            ("daftar", Value::Map(_)) => Some(
                "awali setiap butir dengan `- `, tanpa kunci; huruf, nomor, KESATU, KEDUA, … dibuat program".to_owned(),
            ),
            ("teks", Value::Seq(items)) if items.len() > 1 && items.iter().all(|item| item.as_scalar().is_some()) => {
                Some("hapus tanda - di depan barisnya; teks beberapa baris disambung dengan tanda >-".to_owned())
            }
            ("teks", Value::Seq(_)) => {
                Some("hapus tanda - atau kurung siku; teks yang diawali [ diapit tanda petik '…'".to_owned())
            }
            ("daftar", Value::Scalar { text, .. }) if is_nothing(text) => {
                Some("bila memang tidak ada, hapus kuncinya beserta isinya".to_owned())
            }
            (_, Value::Seq(items)) if items.iter().any(|item| item.as_map().is_some()) => {
                Some("hapus tanda `- ` di depan kunci-kunci ini".to_owned())
            }
            ("daftar", Value::Scalar { text, .. }) if text.contains('\t') => {
                let row = text.split('\t').map(str::trim).collect::<Vec<_>>().join(", ");
                Some(format!("tab tidak memisahkan sel; tulis seperti `- [{row}]`"))
            }
            ("daftar", Value::Scalar { text, .. }) if error::list_mark(text).is_some() => error::list_mark(text),
            ("daftar", Value::Scalar { .. }) => Some("tulis setiap butir pada baris sendiri, diawali `- `".to_owned()),
            _ => otherwise,
        };
        sink.push(Diagnostic::galat(Code::TIPE, self.span, message).hint_opt(hint));
        None
    }
}

/// The text with one blank for each run of blanks that holds a tab or a lone carriage return; none at the end of a line.
/// Pages have no tabs: words on both sides of one would be set as one word.
pub fn tabless(text: &str) -> Cow<'_, str> {
    let tab = |c: char| matches!(c, '\t' | '\r');
    if !text.contains(tab) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(tab) {
        let (before, after) = rest.split_at(at);
        out.push_str(before.trim_end_matches(' '));
        rest = after.trim_start_matches([' ', '\t', '\r']);
        let edge = out.is_empty() || out.ends_with('\n') || rest.is_empty() || rest.starts_with('\n');
        out.push_str(if edge { "" } else { " " });
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Whether a key is a word as the fields are named: small letters, more than one.
fn is_word(key: &str) -> bool {
    key.len() > 2 && key.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// Whether a text is the name of a file that tables are read from.
pub(crate) fn is_sheet(text: &str) -> bool {
    let name = text.trim().to_lowercase();
    [".xlsx", ".ods", ".csv", ".docx"].iter().any(|end| name.ends_with(end))
}

/// Whether a text says that there is nothing.
fn is_nothing(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "-" | "tidak ada" | "nihil" | "kosong" | "tidak")
}

#[cfg(test)]
mod tests {
    use super::tabless;

    #[test]
    fn a_tab_is_one_blank() {
        assert_eq!(tabless("Hari\tKerja"), "Hari Kerja");
        assert_eq!(tabless("Hari \t\t  Kerja\tLibur"), "Hari Kerja Libur");
        assert_eq!(tabless("\tHari\t\n\tKerja \t"), "Hari\nKerja");
        assert_eq!(tabless("a\r\nb\rc"), "a\nb c");
        assert_eq!(tabless("Hari\u{a0}Kerja  Libur"), "Hari\u{a0}Kerja  Libur");
    }
}
