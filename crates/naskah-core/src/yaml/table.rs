//! Reading a table by its declared shape: unknown keys, missing fields and wrong kinds are all reported.

use crate::diag::{Code, Diagnostic, Sink, Span, did_you_mean};

use super::{Key, Node, Value, error, is_sheet};

/// One field of a table, as the format's documentation shows it.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What may stand there, in Indonesian.
    pub kind: &'static str,
    /// Whether it must be there and not empty.
    pub required: bool,
    /// An example of the value, as YAML on one line.
    pub example: &'static str,
    /// What it means, in Indonesian.
    pub meaning: &'static str,
    /// Other keys that people write for it, each of which leads here.
    pub juga: &'static [&'static str],
    /// Whether it may be written as an empty text.
    pub kosong: bool,
}

impl Field {
    /// A field that must be there.
    pub const fn wajib(name: &'static str, kind: &'static str, example: &'static str, meaning: &'static str) -> Self {
        Self { name, kind, required: true, example, meaning, juga: &[], kosong: false }
    }

    /// A field that may be left out.
    pub const fn boleh(name: &'static str, kind: &'static str, example: &'static str, meaning: &'static str) -> Self {
        Self { name, kind, required: false, example, meaning, juga: &[], kosong: false }
    }

    /// The same, which may be written as an empty text.
    pub const fn kosong(self) -> Self {
        Self { kosong: true, ..self }
    }

    /// The same, with other keys that people write for it.
    pub const fn juga(self, juga: &'static [&'static str]) -> Self {
        Self { juga, ..self }
    }
}

/// The declared fields of one kind of table: the source of reading, of messages and of the documentation.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// What the table is, for headings and messages.
    pub name: &'static str,
    /// Its fields in the order of the documentation.
    pub fields: &'static [Field],
}

impl Shape {
    /// The field that people mean by another key.
    fn meant_by(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.juga.contains(&key.to_lowercase().as_str()))
    }

    /// How a text is written that stands in the table's place: under the field that is filled first.
    fn instead(&self, text: Option<&str>) -> Option<String> {
        if let Some(hint) = text.and_then(error::other_sign) {
            return Some(hint);
        }
        if self.fields.first().is_some_and(|field| field.name == "jenis") {
            return Some(
                "berkas naskah berisi kunci dan isi, satu kunci setiap baris; mulai dengan `naskah baru`".to_owned(),
            );
        }
        if let Some(file) = text.filter(|text| is_sheet(text) && self.name == "tabel") {
            return Some(format!("tabel dari berkas ditulis `{{dari: {}, kolom: semua}}`", file.trim()));
        }
        let field = self.fields.iter().find(|field| field.required).or(self.fields.first())?;
        // A comma would end the value within braces.
        let bare = field.example.contains(',') && !field.example.starts_with(['[', '{', '\'', '"']);
        let example = if bare { format!("'{}'", field.example) } else { field.example.to_owned() };
        Some(format!("tulis sebagai kunci dan isi, seperti `{{{}: {example}}}`", field.name))
    }
}

/// A table that is being read.
pub struct Table<'a> {
    node: &'a Node,
    shape: &'a Shape,
}

/// Which of several fields that exclude each other is written.
pub enum Chosen<'a> {
    /// Exactly this one.
    One(&'static str, &'a Node),
    /// Exactly one, but with nothing in it; that is reported.
    Empty,
    /// None or several.
    Unclear,
}

impl<'a> Table<'a> {
    /// Opens `node` as a table of `shape`: reports what is not a table, unknown keys and missing fields.
    pub fn open(node: &'a Node, shape: &'a Shape, sink: &mut Sink) -> Option<Self> {
        let Some(entries) = node.as_map() else {
            let hint = node.as_map().is_none().then(|| shape.instead(node.as_scalar())).flatten();
            return node.wrong_with(&format!("isian {} (kunci: isi)", shape.name), hint, sink);
        };
        let known: Vec<&str> = shape.fields.iter().map(|field| field.name).collect();
        let text = Self::is_text(entries, &known);
        for (at, (key, value)) in entries.iter().enumerate().filter(|(_, (key, _))| !known.contains(&key.name.as_str()))
        {
            let before = at.checked_sub(1).and_then(|before| entries.get(before));
            if let Some(hint) = run_together(key, value, before, &known) {
                let message = format!("kunci `{}` tidak dikenal dalam {}", key.name, shape.name);
                sink.push(Diagnostic::galat(Code::KUNCI, key.span, message).hint(hint));
                continue;
            }
            let finding = match shape.meant_by(&key.name) {
                Some(field) => misnamed(key, field, shape),
                None => unknown_key(key, &known, shape.name),
            };
            sink.push(if text { finding.hint(colon(&key.name)) } else { finding });
        }
        let capitals = |name: &str| entries.iter().any(|(key, _)| key.name != name && is_same(&key.name, name));
        for field in shape.fields.iter().filter(|field| field.required && !text) {
            let meant = entries.iter().any(|(key, _)| field.juga.contains(&key.name.to_lowercase().as_str()));
            let lacks = |node: &Node| node.is_empty() && !(field.kosong && node.as_scalar().is_some());
            if node.get(field.name).is_none_or(lacks) && !capitals(field.name) && !meant {
                sink.push(missing(node, shape, field));
            }
        }
        Some(Self { node, shape })
    }

    /// Whether a table seems to be a text in which a colon made a key: one key, which is none of those that are known and
    /// resembles none.
    fn is_text(entries: &[(Key, Node)], known: &[&str]) -> bool {
        let [(key, node)] = entries else { return false };
        let words = key.name.contains(char::is_whitespace) || key.name.starts_with(|c: char| !c.is_ascii_lowercase());
        let near = known.contains(&key.name.as_str()) || did_you_mean(&key.name, known.iter().copied()).is_some();
        (node.as_scalar().is_some() || (node.is_empty() && words)) && !near && (words || known.contains(&"teks"))
    }

    /// Where the table was written.
    pub fn span(&self) -> Span {
        self.node.span
    }

    /// The value of a field; `None` where it is left out or nothing is written in it.
    pub fn get(&self, name: &str) -> Option<&'a Node> {
        self.node.get(name).filter(|node| !node.is_empty())
    }

    /// The text of a field without blanks around it.
    pub fn word(&self, name: &str, sink: &mut Sink) -> Option<String> {
        Some(self.get(name)?.text(sink)?.value.trim().to_owned())
    }

    /// Which one of `names`, fields that exclude each other, is written.
    pub fn choose(&self, names: &[&'static str], sink: &mut Sink) -> Chosen<'a> {
        let mut written = names.iter().filter_map(|name| Some((*name, self.node.get(name)?)));
        let (Some((name, node)), None) = (written.next(), written.next()) else { return Chosen::Unclear };
        if !node.is_empty() {
            return Chosen::One(name, node);
        }
        let field = self.shape.fields.iter().find(|field| field.name == name);
        field.into_iter().for_each(|field| sink.push(missing(self.node, self.shape, field)));
        Chosen::Empty
    }

    /// Where the key was written.
    pub fn key_span(&self, name: &str) -> Option<Span> {
        self.node.as_map()?.iter().find(|(key, _)| key.name == name).map(|(key, _)| key.span)
    }
}

/// What makes a key of words, and how they remain a text.
const COLON: &str =
    "titik dua membuat kata-kata ini terbaca sebagai kunci; bila itu teks, apit seluruhnya dengan tanda petik '…'";

/// The way out for words that a colon made a key of.
fn colon(name: &str) -> String {
    if name.starts_with(['‘', '“']) {
        return "“ ” dan ‘ ’ bukan tanda petik YAML; apit seluruh teks dengan tanda petik lurus '…'".to_owned();
    }
    match name.len() > 3 && name.chars().all(char::is_uppercase) {
        true => format!("hapus `{name}:` bila itu nama diktum; nama, nomor, dan huruf dibuat program"),
        false => COLON.to_owned(),
    }
}

/// The way out for a key without a value that a missing blank or a comma has made: `judul:Nama`, the `5 cm` of `1,5 cm`.
fn run_together(key: &Key, value: &Node, before: Option<&(Key, Node)>, known: &[&str]) -> Option<String> {
    if !matches!(value.value, Value::Null) {
        return None;
    }
    if let Some((name, rest)) = key.name.split_once(':').filter(|(name, _)| known.contains(name)) {
        return Some(format!("tulis dengan titik dua dan satu spasi: `{name}: {rest}`"));
    }
    let (own, first) = before?;
    let figure = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    let torn = key.name.starts_with(|c: char| c.is_ascii_digit()) && first.as_scalar().is_some_and(figure);
    let name = &key.name;
    torn.then(|| {
        format!("koma memisahkan angkanya; tulis `{}: '{},{name}'`", own.name, first.as_scalar().unwrap_or_default())
    })
}

/// Whether a key is one that is known but for capitals and blanks.
fn is_same(written: &str, known: &str) -> bool {
    let plain =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    plain(written) == plain(known)
}

/// The finding about a key that people write for another.
fn misnamed(key: &Key, field: &Field, shape: &Shape) -> Diagnostic {
    let message = format!("kunci `{}` tidak dikenal dalam {}", key.name, shape.name);
    let hint = format!("mungkin `{0}`, yaitu {1}; contoh: `{0}: {2}`", field.name, field.meaning, field.example);
    Diagnostic::galat(Code::KUNCI, key.span, message).hint(hint)
}

/// The finding about a key that a table called `name` does not have.
pub fn unknown_key(key: &Key, known: &[&str], name: &str) -> Diagnostic {
    let same = known.iter().find(|name| is_same(&key.name, name));
    if let Some(name) = same {
        let message = format!("kunci `{}` harus ditulis `{name}`", key.name);
        return Diagnostic::galat(Code::KUNCI, key.span, message).hint(format!("ganti `{}` dengan `{name}`", key.name));
    }
    let hint = did_you_mean(&key.name, known.iter().copied())
        .unwrap_or_else(|| format!("kunci yang dikenal: {}", known.join(", ")));
    let message = format!("kunci `{}` tidak dikenal dalam {name}", key.name);
    Diagnostic::galat(Code::KUNCI, key.span, message).hint(hint)
}

/// The finding about a field in which nothing is written.
fn missing(node: &Node, shape: &Shape, field: &Field) -> Diagnostic {
    let place = node.get(field.name).map_or_else(|| node.head(), |value| value.span);
    let message = format!("`{}` wajib diisi dalam {}", field.name, shape.name);
    Diagnostic::galat(Code::WAJIB, place, message).hint(format!("contoh: `{}: {}`", field.name, field.example))
}
