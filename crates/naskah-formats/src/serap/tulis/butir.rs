//! Items and their lists: written without the marks and punctuation that the program puts, where it puts just those.

use naskah_core::decree::butir::{MAX_LEVEL, Penomoran};
use naskah_core::resolve::ButirCetak;

use crate::serap::pohon::Butir;
use crate::serap::sumber::{Kaya, Komentar};
use crate::serap::tanda::{Rupa, Tanda, Tutup};

use super::teks::marked;
use super::yaml::{Entri, Isi, Isian};

/// How the marks of a list go on in the lists under it.
pub type Deeper = fn(Penomoran) -> Penomoran;

/// How items are to be written.
#[derive(Clone, Copy)]
pub struct Cara<'a> {
    /// The marks that the program would put on the list under the item.
    pub tanda: Penomoran,
    /// How they go on.
    pub deeper: Deeper,
    /// The mark that the program puts at the end of a sentence.
    pub akhir: &'static str,
    /// Whether every mark of punctuation is written as it stands.
    pub harfiah: bool,
    /// The comments that items refer to.
    pub komentar: &'a [Komentar],
}

/// The notes that comments become.
pub fn notes(at: &[usize], all: &[Komentar]) -> Vec<String> {
    let one = |komentar: &Komentar| {
        let who = [komentar.oleh.as_str(), komentar.hari.as_str()];
        let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
        let who = if who.is_empty() { String::new() } else { format!(" ({})", who.join(", ")) };
        format!("CATATAN{who}: {}", komentar.teks)
    };
    at.iter().filter_map(|at| all.get(*at)).map(one).collect()
}

/// Every comment of an item and of those under it.
fn remarks(butir: &Butir) -> Vec<usize> {
    let below = butir.anak.iter().chain(butir.kutipan.iter().map(|(_, own)| own)).flat_map(remarks);
    butir.komentar.iter().copied().chain(below).collect()
}

/// An item as an entry, with the comments on it above.
pub fn entry(butir: &Butir, cara: Cara<'_>) -> Entri {
    Entri { catatan: notes(&remarks(butir), cara.komentar), isi: item(butir, cara, 0) }
}

/// An item; `level` counts the lists above it.
pub fn item(butir: &Butir, cara: Cara<'_>, level: usize) -> Isi {
    if !butir.kutipan.is_empty() {
        return quoting(butir, cara);
    }
    if butir.anak.is_empty() || level >= MAX_LEVEL {
        let text = match level >= MAX_LEVEL {
            true => marked(&flat(butir, false)),
            // A sentence keeps its full stop.
            false if level == 0 && cara.akhir == "." => marked(&butir.teks),
            false => marked(&ended(&butir.teks, cara.akhir, cara.harfiah)),
        };
        return match &butir.penutup {
            None => single(text),
            Some(own) => with_closing(text, marked(&closing(own, cara))),
        };
    }
    let teks = ended(&butir.teks, ":", cara.harfiah);
    let own = numbering(butir.anak.first().and_then(|first| first.tanda.as_ref()));
    let marks = own.unwrap_or(cara.tanda);
    let deeper = match own.filter(|own| *own != cara.tanda) {
        Some(Penomoran::AngkaTitik) => Penomoran::deeper_in_text,
        _ => cara.deeper,
    };
    let (link, written) = link(&butir.anak, cara.harfiah);
    let last = butir.anak.len() - 1;
    let goes_on = butir.penutup.is_some();
    let children = butir.anak.iter().enumerate().map(|(at, child)| {
        let akhir = match (at == last, at + 1 == last) {
            (true, _) if goes_on => ",",
            (true, _) => cara.akhir,
            (_, true) if !written => link.before_last(),
            _ => ";",
        };
        let harfiah = cara.harfiah || (at + 1 == last && written);
        item(child, Cara { tanda: deeper(marks), deeper, akhir, harfiah, ..cara }, level + 1)
    });
    Isi::map([
        Some(("teks", Isi::Teks(marked(&teks)))),
        Some(("rincian", Isi::list(children.collect::<Vec<_>>()))),
        own.filter(|own| *own != cara.tanda).map(|own| ("penomoran", Isi::Teks(word(own).to_owned()))),
        link.word().filter(|_| !cara.akhir.is_empty()).map(|word| ("kata_hubung", Isi::Kata(word.to_owned()))),
        butir.penutup.as_ref().map(|text| ("penutup", Isi::Teks(marked(&closing(text, cara))))),
    ])
}

/// A text that is an item by itself; one that would be read as an id stands behind its key.
fn single(text: String) -> Isi {
    let id = !text.contains(char::is_whitespace) || naskah_core::language::citation::id_dari_sebutan(&text).is_some();
    if id { Isi::map([Some(("teks", Isi::Teks(text)))]) } else { Isi::Teks(text) }
}

fn with_closing(text: String, closing: String) -> Isi {
    Isi::map([Some(("teks", Isi::Teks(text))), Some(("penutup", Isi::Teks(closing)))])
}

/// An item that quotes decisions of another decree.
fn quoting(butir: &Butir, cara: Cara<'_>) -> Isi {
    let one = |(nama, own): &(String, Butir)| {
        let inner = Cara { tanda: Penomoran::HurufTitik, deeper: Penomoran::deeper, akhir: ".", ..cara };
        let mut entries = vec![Isian { catatan: Vec::new(), kunci: "diktum".into(), isi: Isi::Teks(nama.clone()) }];
        match item(own, inner, 0) {
            Isi::Peta(more) => entries.extend(more),
            other => entries.push(Isian { catatan: Vec::new(), kunci: "teks".into(), isi: other }),
        }
        Isi::Peta(entries)
    };
    Isi::map([
        Some(("teks", Isi::Teks(marked(&ended(&butir.teks, ":", cara.harfiah))))),
        Some(("kutipan", Isi::list(butir.kutipan.iter().map(one).collect::<Vec<_>>()))),
        butir.penutup.as_ref().map(|text| ("penutup", Isi::Teks(marked(&closing(text, cara))))),
    ])
}

/// What joins the last two items of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hubung {
    Dan,
    Atau,
    DanAtau,
    Tanpa,
}

impl Hubung {
    fn before_last(self) -> &'static str {
        match self {
            Self::Dan => "; dan",
            Self::Atau => "; atau",
            Self::DanAtau => "; dan/atau",
            Self::Tanpa => ";",
        }
    }

    /// The word of the field; `None` where it need not be written.
    fn word(self) -> Option<&'static str> {
        match self {
            Self::Dan => None,
            Self::Atau => Some("atau"),
            Self::DanAtau => Some("dan/atau"),
            Self::Tanpa => Some("tanpa"),
        }
    }
}

/// What joins the last two items, and whether it stands in their text.
fn link(items: &[Butir], literal: bool) -> (Hubung, bool) {
    let Some(before) = items.len().checked_sub(2).and_then(|at| items.get(at)) else { return (Hubung::Dan, literal) };
    let text = before.last_text();
    let found =
        [Hubung::DanAtau, Hubung::Dan, Hubung::Atau].into_iter().find(|link| text.ends_with(link.before_last()));
    match found {
        Some(link) if !literal => (link, false),
        Some(_) => (Hubung::Dan, true),
        // Its own punctuation keeps the program from putting a word.
        None if text.ends_with([';', '.', ',', ':', '!', '?', '…']) => match literal {
            true => (Hubung::Dan, true),
            false => (Hubung::Tanpa, false),
        },
        None => (Hubung::Tanpa, literal),
    }
}

/// A text without the end that the program puts.
fn ended(teks: &Kaya, end: &str, literal: bool) -> Kaya {
    let text = teks.text();
    match text.strip_suffix(end).filter(|stem| !literal && !stem.is_empty() && !closes(stem)) {
        Some(stem) => teks.take(stem.len()),
        None => teks.clone(),
    }
}

/// What follows a list, without the end that the program puts; a sentence keeps its full stop.
fn closing(teks: &Kaya, cara: Cara<'_>) -> Kaya {
    if cara.akhir == "." { teks.clone() } else { ended(teks, cara.akhir, cara.harfiah) }
}

/// Whether a text has an end of its own, so that the program would put none.
fn closes(text: &str) -> bool {
    let text = text.trim_end();
    let stem = ["dan/atau", "dan", "atau"].iter().find_map(|word| text.strip_suffix(word)).map_or(text, str::trim_end);
    stem.ends_with(['.', ';', ':', ',', '!', '?', '…'])
}

/// An item and those under it in one text, each with its mark; its own where `own` says so.
pub fn flat(butir: &Butir, own: bool) -> Kaya {
    let mut out = Kaya::default();
    if let Some(mark) = butir.tanda.as_ref().filter(|_| own) {
        out.join(&Kaya::plain(mark.teks.clone()));
    }
    out.join(&butir.teks);
    for (nama, quoted) in &butir.kutipan {
        out.join(&Kaya::plain(nama.clone()));
        out.join(&flat(quoted, true));
    }
    butir.anak.iter().for_each(|child| out.join(&flat(child, true)));
    butir.penutup.iter().for_each(|closing| out.join(closing));
    out
}

/// The numbering that a mark belongs to; `None` where the program has none like it.
pub fn numbering(tanda: Option<&Tanda>) -> Option<Penomoran> {
    let tanda = tanda?;
    Some(match (tanda.rupa, tanda.tutup) {
        (Rupa::Huruf, Tutup::Titik) => Penomoran::HurufTitik,
        (Rupa::Huruf, Tutup::Kurung) => Penomoran::HurufKurung,
        (Rupa::Angka, Tutup::Titik) => Penomoran::AngkaTitik,
        (Rupa::Angka, Tutup::Kurung) => Penomoran::AngkaKurung,
        _ => return None,
    })
}

/// The word by which YAML names a numbering.
pub fn word(penomoran: Penomoran) -> &'static str {
    Penomoran::WORDS.iter().find(|(_, own)| *own == penomoran).map_or("a.", |(word, _)| word)
}

/// Whether an item is printed letter by letter as it stood, with the punctuation of its sentences.
pub fn same(cetak: &ButirCetak, asal: &Butir) -> bool {
    let texts = |a: &naskah_core::decree::Teks, b: &Kaya| squeezed(&a.as_plain()) == squeezed(&b.text());
    let closing = match (&cetak.penutup, &asal.penutup) {
        (None, None) => true,
        (Some(a), Some(b)) => texts(a, b),
        _ => false,
    };
    let children: Vec<&Butir> = asal.anak.iter().chain(asal.kutipan.iter().map(|(_, own)| own)).collect();
    texts(&cetak.teks, &asal.teks)
        && closing
        && cetak.rincian.len() == children.len()
        && cetak.rincian.iter().zip(children).all(|(a, b)| same(a, b))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
