//! YAML as a person lays it out: what is short on one line, long texts folded, notes above what they are about.

use crate::tables::scalar::{Style, WIDTH, scalar};

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Isi {
    /// A text.
    Teks(String),
    /// A word, number or day that stands as it is.
    Kata(String),
    /// Keys with their values.
    Peta(Vec<Isian>),
    /// Entries.
    Daftar(Vec<Entri>),
}

/// A key with its value, and the notes above it.
#[derive(Debug, Clone, PartialEq)]
pub struct Isian {
    /// The notes, a line each.
    pub catatan: Vec<String>,
    /// The key.
    pub kunci: String,
    /// The value.
    pub isi: Isi,
}

/// An entry of a list, and the notes above it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entri {
    /// The notes, a line each.
    pub catatan: Vec<String>,
    /// The value.
    pub isi: Isi,
}

impl Isi {
    /// A map of keys that have a value.
    pub fn map(entries: impl IntoIterator<Item = Option<(&'static str, Isi)>>) -> Self {
        let one = |(key, isi): (&str, Isi)| Isian { catatan: Vec::new(), kunci: key.to_owned(), isi };
        Self::Peta(entries.into_iter().flatten().map(one).collect())
    }

    /// A list without notes.
    pub fn list(items: impl IntoIterator<Item = Isi>) -> Self {
        Self::Daftar(items.into_iter().map(|isi| Entri { catatan: Vec::new(), isi }).collect())
    }

    /// On one line, as a part of a line; `None` where notes stand in it or it is better read on several.
    fn flow(&self) -> Option<String> {
        match self {
            Self::Teks(text) => Some(scalar(text, true, Style::Plain)),
            Self::Kata(word) => Some(word.clone()),
            Self::Peta(entries) => {
                let parts: Option<Vec<String>> = entries
                    .iter()
                    .map(|one| one.catatan.is_empty().then(|| Some(format!("{}: {}", one.kunci, one.isi.flow()?)))?)
                    .collect();
                Some(format!("{{{}}}", parts?.join(", ")))
            }
            Self::Daftar(items) => {
                let parts: Option<Vec<String>> =
                    items.iter().map(|one| one.catatan.is_empty().then(|| one.isi.flow())?).collect();
                Some(format!("[{}]", parts?.join(", ")))
            }
        }
    }

    /// How deep it is nested; a text is flat.
    fn depth(&self) -> usize {
        match self {
            Self::Teks(_) | Self::Kata(_) => 0,
            Self::Peta(entries) => 1 + entries.iter().map(|one| one.isi.depth()).max().unwrap_or(0),
            Self::Daftar(items) => 1 + items.iter().map(|one| one.isi.depth()).max().unwrap_or(0),
        }
    }
}

/// Writes the top-level keys of a file.
pub fn write(entries: &[Isian]) -> String {
    let mut out = String::new();
    map(entries, 0, &mut out);
    out
}

fn notes(catatan: &[String], column: usize, out: &mut String) {
    for note in catatan {
        out.push_str(&format!("{}# {note}\n", " ".repeat(column)));
    }
}

/// Writes keys at a column; the first line is begun already where `out` does not end a line.
fn map(entries: &[Isian], column: usize, out: &mut String) {
    for one in entries {
        if out.is_empty() || out.ends_with('\n') {
            notes(&one.catatan, column, out);
            out.push_str(&" ".repeat(column));
        }
        out.push_str(&format!("{}:", one.kunci));
        value(&one.isi, column, column + one.kunci.len() + 1, out);
    }
}

/// Writes what stands behind a key or dash; `used` is how much of the line is taken.
fn value(isi: &Isi, column: usize, used: usize, out: &mut String) {
    let fits = |line: &String| used + 1 + line.chars().count() <= WIDTH;
    // Ids stand on one line, texts below each other.
    let ids = |items: &[Entri]| items.iter().all(|one| matches!(one.isi, Isi::Kata(_)));
    let short = match isi {
        Isi::Teks(_) | Isi::Kata(_) => None,
        Isi::Daftar(items) if !ids(items) => None,
        Isi::Peta(entries) if isi.depth() > 1 || entries.len() > 4 => None,
        other => other.flow().filter(fits),
    };
    if let Some(line) = short {
        out.push_str(&format!(" {line}\n"));
        return;
    }
    match isi {
        Isi::Kata(word) => out.push_str(&format!(" {word}\n")),
        Isi::Teks(text) => {
            let line = scalar(text, false, Style::Plain);
            let line = if fits(&line) { line } else { scalar(text, false, Style::Folded(column + 2)) };
            out.push_str(&format!(" {line}\n"));
        }
        Isi::Peta(entries) => {
            out.push('\n');
            map(entries, column + 2, out);
        }
        Isi::Daftar(items) if items.is_empty() => out.push_str(" []\n"),
        Isi::Daftar(items) => {
            out.push('\n');
            list(items, column + 2, out);
        }
    }
}

/// Writes entries with a dash each at a column.
fn list(items: &[Entri], column: usize, out: &mut String) {
    let indent = " ".repeat(column);
    for one in items {
        notes(&one.catatan, column, out);
        out.push_str(&format!("{indent}-"));
        let flat = match &one.isi {
            Isi::Peta(entries) => entries.len() <= 5 && one.isi.depth() == 1,
            Isi::Daftar(_) => one.isi.depth() <= 2,
            _ => false,
        };
        let line = one.isi.flow().filter(|line| flat && column + 2 + line.chars().count() <= WIDTH);
        match (line, &one.isi) {
            (Some(line), _) => out.push_str(&format!(" {line}\n")),
            (None, Isi::Peta(entries)) => {
                out.push(' ');
                map(entries, column + 2, out);
            }
            (None, Isi::Daftar(inner)) if !inner.is_empty() => {
                out.push(' ');
                let mut below = String::new();
                list(inner, column + 2, &mut below);
                let begun = below.strip_prefix(&" ".repeat(column + 2)).unwrap_or(&below);
                out.push_str(begun);
            }
            (None, other) => value(other, column, column + 1, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Isi {
        Isi::Teks(text.into())
    }

    #[test]
    fn it_is_laid_out_as_a_person_does() {
        let long = "kata ".repeat(40);
        let item = Isi::map([
            Some(("teks", text("pembuka"))),
            Some(("rincian", Isi::list([text("satu"), text("dua: tiga")]))),
        ]);
        let mut list = vec![Entri { catatan: vec!["CATATAN (Nama): cek".into()], isi: text(long.trim()) }];
        list.push(Entri { catatan: Vec::new(), isi: item });
        list.push(Entri { catatan: Vec::new(), isi: Isi::list([text("a"), text("b, c"), Isi::Kata("^".into())]) });
        let keys = [
            ("nomor", Isi::Kata("6".into())),
            ("mengingat", Isi::list([Isi::Kata("uu-7-2017".into()), Isi::Kata("pkpu-8-2019".into())])),
            ("diktum", Isi::Daftar(list)),
        ];
        let keys = keys.map(|(kunci, isi)| Isian { catatan: Vec::new(), kunci: kunci.into(), isi });
        let wanted = "nomor: 6\nmengingat: [uu-7-2017, pkpu-8-2019]\ndiktum:\n  # CATATAN (Nama): cek\n  - >-\n    ";
        let written = write(&keys);
        assert!(written.starts_with(wanted), "{written}");
        let end = "  - teks: pembuka\n    rincian:\n      - satu\n      - 'dua: tiga'\n  - [a, 'b, c', ^]\n";
        assert!(written.ends_with(end), "{written}");
    }
}
