//! A decree's YAML edited by place: what a form does to a field or an item, comments and layout kept.
//!
//! Every edit is proved: the new text is read again and must say what the old one said with that edit carried out.

mod isi;
mod tulis;

pub use crate::tables::edits::Langkah;
pub use isi::Isi;

use naskah_core::diag::{Files, Sink};
use naskah_core::yaml::{self, Node, Value};

/// A place in the tree, from its root.
pub type Jalan = Vec<Langkah>;

/// An edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ubah {
    /// A text says something else; a key that is missing is added.
    Isi {
        /// The text.
        di: Jalan,
        /// What it says.
        teks: String,
    },
    /// A new item; a list that is missing is added.
    Sisip {
        /// The list.
        di: Jalan,
        /// Before which item.
        ke: usize,
        /// The item.
        isi: Isi,
    },
    /// A table has one more key.
    Tambah {
        /// The table.
        di: Jalan,
        /// The key, which is not there.
        kunci: String,
        /// Its value.
        isi: Isi,
    },
    /// An item, or a key of a table, is taken away.
    Hapus {
        /// Which.
        di: Jalan,
    },
    /// An item stands elsewhere in its list.
    Pindah {
        /// The item.
        di: Jalan,
        /// Where, counted without it.
        ke: usize,
    },
    /// An item goes below the one before it.
    Masuk {
        /// The item.
        di: Jalan,
    },
    /// An item of a list below another goes behind that.
    Keluar {
        /// The item.
        di: Jalan,
    },
}

/// Why an edit was not made; the text is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gagal {
    /// The text is no YAML that can be read.
    TakTerbaca,
    /// There is no such place, or it holds something else than the edit is for.
    TakAda,
    /// What was written would not say what was meant.
    TakUtuh,
}

/// The text with an edit made; `order` tells where among the keys of the outermost table a new one stands.
pub fn ubah(text: &str, ubah: &Ubah, order: &[&str]) -> Result<String, Gagal> {
    let windows = text.contains("\r\n");
    let plain = if windows { text.replace("\r\n", "\n") } else { text.to_owned() };
    let tree = read(&plain).ok_or(Gagal::TakTerbaca)?;
    let mut meant = Isi::of(&tree);
    meant.apply(ubah).ok_or(Gagal::TakAda)?;
    let changes = tulis::changes(&plain, &tree, ubah, &meant, order).ok_or(Gagal::TakAda)?;
    let after = crate::tables::edits::apply(&plain, 0..plain.len(), &changes);
    let said = read(&after).map(|tree| Isi::of(&tree));
    match said.is_some_and(|said| said.same(&meant)) {
        true if windows => Ok(after.replace('\n', "\r\n")),
        true => Ok(after),
        false => Err(Gagal::TakUtuh),
    }
}

/// The tree of a text.
pub fn read(text: &str) -> Option<Node> {
    let mut files = Files::default();
    let file = files.add("naskah", text);
    yaml::parse(&files, file, &mut Sink::default())
}

/// The node at a place.
pub fn find<'a>(tree: &'a Node, di: &[Langkah]) -> Option<&'a Node> {
    di.iter().try_fold(tree, |node, step| match (step, &node.value) {
        (Langkah::Kunci(key), _) => node.get(key),
        (Langkah::Butir(at), Value::Seq(items)) => items.get(*at),
        _ => None,
    })
}

/// The innermost place that holds a byte: that of a value, or that of the key before it.
pub fn place(tree: &Node, at: usize) -> Jalan {
    let mut di = Vec::new();
    let mut node = tree;
    loop {
        let next = match &node.value {
            Value::Map(entries) => {
                let found = entries.iter().rev().find(|(key, _)| key.span.start <= at);
                found.map(|(key, value)| (Langkah::Kunci(key.name.clone()), value))
            }
            Value::Seq(items) => {
                let found = items.iter().enumerate().rev().find(|(_, item)| item.span.start <= at);
                found.map(|(at, item)| (Langkah::Butir(at), item))
            }
            _ => None,
        };
        let Some((step, inner)) = next else { return di };
        di.push(step);
        node = inner;
    }
}
