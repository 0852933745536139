//! What a YAML text says, without how it is written: what an edit means, and what its outcome is held to.

use naskah_core::yaml::{Node, Value};

use super::Ubah;
use crate::tables::edits::Langkah;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Isi {
    /// Nothing.
    Kosong,
    /// A text.
    Teks(String),
    /// A list.
    Daftar(Vec<Isi>),
    /// A table in its order.
    Tabel(Vec<(String, Isi)>),
}

impl Isi {
    /// What a node says.
    pub fn of(node: &Node) -> Self {
        match &node.value {
            Value::Null => Self::Kosong,
            Value::Scalar { text, .. } => Self::Teks(text.clone()),
            Value::Seq(items) => Self::Daftar(items.iter().map(Self::of).collect()),
            Value::Map(entries) => {
                Self::Tabel(entries.iter().map(|(key, value)| (key.name.clone(), Self::of(value))).collect())
            }
        }
    }

    /// The value at a place.
    pub fn at(&self, di: &[Langkah]) -> Option<&Self> {
        di.iter().try_fold(self, |value, step| match (value, step) {
            (Self::Daftar(items), Langkah::Butir(at)) => items.get(*at),
            (Self::Tabel(entries), Langkah::Kunci(key)) => entries.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        })
    }

    fn at_mut(&mut self, di: &[Langkah]) -> Option<&mut Self> {
        di.iter().try_fold(self, |value, step| match (value, step) {
            (Self::Daftar(items), Langkah::Butir(at)) => items.get_mut(*at),
            (Self::Tabel(entries), Langkah::Kunci(key)) => entries.iter_mut().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        })
    }

    fn list(&mut self, di: &[Langkah]) -> Option<&mut Vec<Isi>> {
        match self.at_mut(di)? {
            Self::Daftar(items) => Some(items),
            _ => None,
        }
    }

    /// The table at a place; nothing there becomes one.
    fn table(&mut self, di: &[Langkah]) -> Option<&mut Vec<(String, Isi)>> {
        let value = self.at_mut(di)?;
        if *value == Self::Kosong {
            *value = Self::Tabel(Vec::new());
        }
        match value {
            Self::Tabel(entries) => Some(entries),
            _ => None,
        }
    }

    /// Carries an edit out; `None` where there is no such place, or nothing of the kind can be done there.
    pub(super) fn apply(&mut self, ubah: &Ubah) -> Option<()> {
        match ubah {
            Ubah::Isi { di, teks } => self.say(di, teks),
            Ubah::Sisip { di, ke, isi } => self.insert(di, *ke, isi.clone()),
            Ubah::Tambah { di, kunci, isi } => {
                let table = self.table(di)?;
                let free = table.iter().all(|(key, _)| key != kunci) && is_plain(kunci);
                free.then(|| table.push((kunci.clone(), isi.clone())))
            }
            Ubah::Hapus { di } => self.remove(di).map(drop),
            Ubah::Pindah { di, ke } => {
                let (Langkah::Butir(_), list) = di.split_last()? else { return None };
                let item = self.remove(di)?;
                let list = self.list(list)?;
                (*ke <= list.len()).then(|| list.insert(*ke, item))
            }
            Ubah::Masuk { di } => {
                let (Langkah::Butir(at), list) = di.split_last()? else { return None };
                let above = at.checked_sub(1)?;
                let item = self.remove(di)?;
                self.list(list)?.get_mut(above)?.take_below(item)
            }
            Ubah::Keluar { di } => {
                let (list, [Langkah::Butir(above), Langkah::Kunci(key), Langkah::Butir(at)]) = di.split_last_chunk()?
                else {
                    return None;
                };
                let outer = self.list(list)?;
                let parent = outer.get_mut(*above)?;
                let inner = parent.list(&[Langkah::Kunci(key.clone())])?;
                let item = (*at < inner.len()).then(|| inner.remove(*at))?;
                if inner.is_empty() {
                    parent.drop_key(key);
                }
                outer.insert(above + 1, item);
                Some(())
            }
        }
    }

    fn say(&mut self, di: &[Langkah], teks: &str) -> Option<()> {
        let new = Self::Teks(teks.to_owned());
        if let Some(value) = self.at_mut(di) {
            matches!(value, Self::Kosong | Self::Teks(_)).then(|| *value = new)?;
            return Some(());
        }
        let (Langkah::Kunci(key), table) = di.split_last()? else { return None };
        self.table(table)?.push((key.clone(), new));
        Some(())
    }

    fn insert(&mut self, di: &[Langkah], ke: usize, isi: Isi) -> Option<()> {
        if self.at(di).is_none() {
            let (Langkah::Kunci(key), table) = di.split_last()? else { return None };
            self.table(table)?.push((key.clone(), Self::Daftar(vec![isi])));
            return (ke == 0).then_some(());
        }
        let value = self.at_mut(di)?;
        if *value == Self::Kosong {
            *value = Self::Daftar(Vec::new());
        }
        let list = self.list(di)?;
        (ke <= list.len()).then(|| list.insert(ke, isi))
    }

    fn remove(&mut self, di: &[Langkah]) -> Option<Isi> {
        match di.split_last()? {
            (Langkah::Butir(at), list) => {
                let list = self.list(list)?;
                (*at < list.len()).then(|| list.remove(*at))
            }
            (Langkah::Kunci(key), table) => {
                let Self::Tabel(entries) = self.at_mut(table)? else { return None };
                let at = entries.iter().position(|(name, _)| name == key).filter(|_| entries.len() > 1)?;
                Some(entries.remove(at).1)
            }
        }
    }

    /// An item takes another one into the list below it.
    fn take_below(&mut self, item: Isi) -> Option<()> {
        if let Self::Teks(_) = self {
            let text = std::mem::replace(self, Self::Kosong);
            *self = Self::Tabel(vec![("teks".to_owned(), text)]);
        }
        let Self::Tabel(entries) = self else { return None };
        match entries.iter_mut().find(|(key, _)| key == RINCIAN).map(|(_, value)| value) {
            Some(Self::Daftar(items)) => items.push(item),
            Some(_) => return None,
            None => entries.push((RINCIAN.to_owned(), Self::Daftar(vec![item]))),
        }
        Some(())
    }

    /// Without a key; a table that has a text alone becomes that text.
    fn drop_key(&mut self, key: &str) {
        let Self::Tabel(entries) = self else { return };
        entries.retain(|(name, _)| name != key);
        if let [(name, text)] = &entries[..]
            && name == "teks"
        {
            *self = text.clone();
        }
    }

    /// Whether both say the same, keys of tables in any order.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Tabel(a), Self::Tabel(b)) => {
                let has = |(key, value): &(String, Isi)| b.iter().any(|(k, v)| k == key && value.same(v));
                a.len() == b.len() && a.iter().all(has)
            }
            (Self::Daftar(a), Self::Daftar(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b)),
            (a, b) => a == b,
        }
    }
}

/// Whether a key may stand without quotes, whatever surrounds it.
fn is_plain(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// The key of the list below an item.
pub(super) const RINCIAN: &str = "rincian";
