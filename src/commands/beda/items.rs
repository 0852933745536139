//! Items and their lists: both versions merged into one that carries marks, and what became of each text.

use naskah_core::decree::{Coretan, Teks};
use naskah_core::diag::Span;
use naskah_core::resolve::ButirCetak;

use super::align::{Cara, Item, LEAST, Step, align};
use super::remarks::{place_of, remark_of};
use super::words::{Potong, Tanda, diff, marked};
use super::{brief, report};

/// What became of one text of a list.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its place within the list in the old decree.
    pub lama: Option<(String, Span)>,
    /// Its place within the list in the new decree.
    pub baru: Option<(String, Span)>,
    /// Whether it stands elsewhere among its neighbours.
    pub pindah: bool,
    /// Name within the item of the part before it, where it belongs to that.
    pub dalam: Option<String>,
    /// The text.
    pub potong: Vec<Potong>,
}

/// Merged items and what became of their texts.
pub type Merged<T> = (T, Vec<Part>);

/// How lists are merged.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// What the print shows.
    pub cara: Cara,
    /// What names an item among others.
    pub key: fn(&ButirCetak) -> String,
}

impl Manner {
    /// Items that only their text tells from others.
    pub fn plain(cara: Cara) -> Self {
        Self { cara, key: |_| String::new() }
    }

    /// Citations of laws, which are told from others by what stands before their titles.
    pub fn citations(cara: Cara) -> Self {
        Self { cara, key: name_of_law }
    }
}

/// `undang-undang nomor 7 tahun 2017`, where the text begins so.
fn name_of_law(item: &ButirCetak) -> String {
    let text = item.teks.as_plain().to_lowercase();
    text.split_once(" tentang ")
        .filter(|(name, _)| name.contains(" nomor "))
        .map(|(name, _)| name.to_owned())
        .unwrap_or_default()
}

/// Merges two lists.
pub fn lists(old: &[ButirCetak], new: &[ButirCetak], manner: Manner) -> Merged<Vec<ButirCetak>> {
    let items = |list: &[ButirCetak]| -> Vec<Item> { list.iter().map(|item| item_of(item, manner)).collect() };
    let (mut print, mut parts) = (Vec::new(), Vec::new());
    for step in align(&items(old), &items(new)) {
        let (item, found) = match step {
            Step::Both(o, n) => {
                let (item, found) = pair(&old[o], &new[n], false, manner);
                (item, placed(found, Some(place(old, o)), Some(place(new, n))))
            }
            Step::Moved(o, n) => {
                let (item, found) = pair(&old[o], &new[n], true, manner);
                (item, placed(found, Some(place(old, o)), Some(place(new, n))))
            }
            Step::Gone(o) => {
                let (item, found) = whole(&old[o], Tanda::Hapus);
                (item, placed(found, Some(place(old, o)), None))
            }
            Step::Come(n) => {
                let (item, found) = whole(&new[n], Tanda::Sisip);
                (item, placed(found, None, Some(place(new, n))))
            }
            Step::Left(o, n) => (remark_of(&old[o], &format!("dipindahkan ke {}", place(new, n))), Vec::new()),
        };
        print.push(item);
        parts.extend(found);
    }
    if manner.cara == Cara::Ringkas {
        print = brief::items(print);
    }
    if print.len() > 1 {
        // A single item bears no mark; among others it needs a place for one.
        for item in &mut print {
            item.no = Some(item.no.take().unwrap_or_default());
        }
    }
    (print, parts)
}

/// What tells an item from others.
pub fn item_of(item: &ButirCetak, manner: Manner) -> Item {
    let mut whole = String::new();
    gather(item, &mut whole);
    Item { whole, key: (manner.key)(item), kind: String::new(), least: LEAST }
}

/// Every character of an item with its style, each text on a line of its own.
pub fn gather(item: &ButirCetak, out: &mut String) {
    for teks in item.texts() {
        for run in &teks.runs {
            out.push_str(&run.text);
            if run.miring || run.tebal {
                out.push_str(if run.miring { "\u{1}" } else { "\u{2}" });
            }
        }
        out.push('\n');
    }
}

/// The same item in both decrees.
pub fn pair(old: &ButirCetak, new: &ButirCetak, moved: bool, manner: Manner) -> Merged<ButirCetak> {
    let potong = diff(Some(&old.teks), Some(&new.teks));
    let teks = marked(&potong, moved, &new.teks);
    let own = |teks: &Teks| Some((String::new(), teks.span));
    let mut parts = vec![Part { lama: own(&old.teks), baru: own(&new.teks), pindah: moved, dalam: None, potong }];
    let penutup = closing(old, new, moved, &mut parts);
    let (rincian, found) = lists(&old.rincian, &new.rincian, Manner::plain(manner.cara));
    parts.extend(found);
    (ButirCetak { no: new.no.clone(), teks, rincian, penutup, coretan: moved.then_some(Coretan::Pindah) }, parts)
}

/// What follows the list of an item.
fn closing(old: &ButirCetak, new: &ButirCetak, moved: bool, parts: &mut Vec<Part>) -> Option<Teks> {
    let like = new.penutup.as_ref().or(old.penutup.as_ref())?;
    let potong = diff(old.penutup.as_ref(), new.penutup.as_ref());
    let print = marked(&potong, moved, like);
    let place = |teks: &Teks| (String::new(), teks.span);
    parts.push(Part {
        lama: Some(old.penutup.as_ref().map_or(place(&old.teks), place)),
        baru: Some(new.penutup.as_ref().map_or(place(&new.teks), place)),
        pindah: false,
        dalam: Some("penutup".to_owned()),
        potong,
    });
    Some(print)
}

/// An item that only one of the decrees has, as one part with all its texts.
pub fn whole(item: &ButirCetak, tanda: Tanda) -> Merged<ButirCetak> {
    let mut parts = Vec::new();
    let print = whole_at(item, tanda, None, &mut parts);
    (print, parts)
}

fn whole_at(item: &ButirCetak, tanda: Tanda, dalam: Option<String>, parts: &mut Vec<Part>) -> ButirCetak {
    let mut one = |teks: &Teks, dalam: Option<String>| {
        let potong = one_sided(teks, tanda);
        let print = marked(&potong, false, teks);
        let place = |side: Tanda| (tanda == side).then(|| (String::new(), teks.span));
        parts.push(Part { lama: place(Tanda::Hapus), baru: place(Tanda::Sisip), pindah: false, dalam, potong });
        print
    };
    let outer = dalam.clone().unwrap_or_default();
    let teks = one(&item.teks, dalam);
    let penutup = item.penutup.as_ref().map(|teks| one(teks, Some(report::joined(&outer, "penutup"))));
    let rincian = item.rincian.iter().enumerate().map(|(at, inner)| {
        let name = report::joined(&outer, &place(&item.rincian, at));
        whole_at(inner, tanda, Some(name), parts)
    });
    let rincian = rincian.collect();
    let coretan = match tanda {
        Tanda::Hapus => Some(Coretan::Hapus),
        Tanda::Sisip => Some(Coretan::Sisip),
        Tanda::Tetap => None,
    };
    ButirCetak { no: item.no.clone(), teks, rincian, penutup, coretan }
}

/// A text that only one of the decrees has.
pub fn one_sided(teks: &Teks, tanda: Tanda) -> Vec<Potong> {
    match tanda {
        Tanda::Hapus => diff(Some(teks), None),
        _ => diff(None, Some(teks)),
    }
}

/// Puts parts below the place of their item.
pub fn placed(parts: Vec<Part>, lama: Option<String>, baru: Option<String>) -> Vec<Part> {
    let below = |outer: &Option<String>, inner: Option<(String, Span)>| {
        inner.map(|(name, span)| (report::joined(outer.as_deref().unwrap_or_default(), &name), span))
    };
    let put = |part: Part| Part { lama: below(&lama, part.lama), baru: below(&baru, part.baru), ..part };
    parts.into_iter().map(put).collect()
}

/// The place of an item within its list: `huruf b`, `angka 3`.
pub fn place(list: &[ButirCetak], at: usize) -> String {
    list.get(at).map_or(String::new(), |item| place_of(item.no.as_deref()))
}
