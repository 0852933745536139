//! The proof that a copy says what its original says: the decree's own words one by one, and of the words that only a
//! copy has exactly those that are due.

use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sink};
use naskah_core::resolve::{Bentuk, ButirCetak, Edition, Naskah};
use naskah_pages::Means;
use naskah_pages::typeset::{self, Bacaan, Fonts, Pages};

/// Where original and copy part, with the words there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beda {
    /// In what: the decree's words, or those that only a copy has.
    pub tempat: &'static str,
    /// The original's words, or those that are due.
    pub asli: String,
    /// The copy's words.
    pub salinan: String,
}

impl Beda {
    /// The finding about it.
    pub fn told(&self) -> Diagnostic {
        let message = format!("teks salinan tidak sama dengan teks naskah asli {}", self.tempat);
        Diagnostic::galat(Code::SALINAN_BEDA, None, message)
            .hint(format!("asli: \"{}\"; salinan: \"{}\"", self.asli, self.salinan))
            .hint("bila templat diubah, pulihkan; bila tidak, laporkan kepada pengembang; tidak ada yang ditulis")
    }
}

/// So many words are shown around a difference.
const SHOWN: usize = 8;

/// Whether the copy reads as the original does, and says besides exactly `khusus`, in this order.
pub fn bandingkan(asli: &Bacaan, salinan: &Bacaan, khusus: &[String]) -> Result<(), Beda> {
    if asli.kata != salinan.kata {
        return Err(first_difference("pada isinya", &asli.kata, &salinan.kata));
    }
    if !asli.khusus.is_empty() {
        return Err(first_difference("pada bagian khusus salinan", &[], &asli.khusus));
    }
    khusus_tepat(salinan, khusus)
}

/// Whether the copy says besides the decree's own words exactly `khusus`, in this order.
pub fn khusus_tepat(salinan: &Bacaan, khusus: &[String]) -> Result<(), Beda> {
    if salinan.khusus != khusus && salinan.khusus != bersanding(khusus) {
        return Err(first_difference("pada bagian khusus salinan", khusus, &salinan.khusus));
    }
    // What is said again over a row that was set apart must be said by a cell among the decree's own words.
    match salinan.ulangan.iter().find(|said| !salinan.sel.contains(said)) {
        Some(said) => Err(Beda { tempat: "pada sel yang diulang", asli: String::new(), salinan: said.clone() }),
        None => Ok(()),
    }
}

/// What the original reads as of which a file in an edition is the form of a copy; `None` where it is none, and where the
/// original cannot be made, which the copy tells.
pub fn asli_dari(
    file: FileId,
    edition: &Edition,
    (catalog, fonts): (&Catalog, &Fonts),
    files: &mut Files,
) -> Option<Bacaan> {
    if edition.bentuk != Bentuk::Salinan {
        return None;
    }
    let quiet = &mut Sink::default();
    let edition = Edition { konsep: edition.konsep, ..Edition::default() };
    let resolved = crate::bind(file, &edition, catalog, files, quiet)?;
    Some(naskah_pages::lay(&resolved, &Means { catalog, fonts, files }, quiet)?.bacaan())
}

/// The finding about a copy whose pages do not end where its original's do: where that begins; or whose receivers need a page
/// more. `naskah` says where its words were written.
pub fn halaman_lain(asli: &Bacaan, pages: &Pages, naskah: &Naskah) -> Option<Diagnostic> {
    let salinan = pages.bacaan();
    let last = asli.halaman.iter().max().map_or(0, |page| page + 1);
    let count = match (last, pages.count()) {
        (a, b) if a == b => String::new(),
        (a, b) => format!("; salinan {b} halaman, aslinya {a}"),
    };
    let hint = "pengesahan dan penerima salinan tidak muat di halaman tanda tangan; bila halamannya harus sama, kurangi \
                penerima, pendekkan diktum, atau beri `halaman` ruang yang lebih longgar";
    let told = |place, message: String| {
        Some(Diagnostic::peringatan(Code::SALINAN_LAIN_HALAMAN, place, message + &count).hint(hint))
    };
    let Some(at) = asli.halaman.iter().zip(&salinan.halaman).position(|(a, b)| a != b) else {
        let penerima = naskah.disampaikan.as_ref().filter(|_| !count.is_empty())?.butir.first()?;
        return told(Some(penerima.teks.span), "penerima salinan berlanjut di halaman tambahan".to_owned());
    };
    let (a, b) = (asli.halaman.get(at)? + 1, salinan.halaman.get(at)? + 1);
    let words: Vec<String> = salinan.kata.iter().skip(at).take(SHOWN).cloned().collect();
    let place = typeset::tempat(pages, naskah, b - 1, words.first()?);
    let words = words.join(" ");
    told(place, format!("`{words} …` tercetak di halaman {b} salinan, di halaman {a} naskah aslinya"))
}

/// The words where the certifying block stands beside the first of several signatures, and not below the last.
fn bersanding(khusus: &[String]) -> Vec<String> {
    let mut out = khusus.to_vec();
    let Some(first) = khusus.windows(2).position(|two| two[0] == two[1]) else { return out };
    let signed = khusus[first..].iter().take_while(|word| **word == khusus[first]).count();
    if let Some(block) = out.get_mut(first + 1..=first + signed) {
        block.rotate_right(1);
    }
    out
}

fn first_difference(tempat: &'static str, asli: &[String], salinan: &[String]) -> Beda {
    let at = asli.iter().zip(salinan).take_while(|(a, b)| a == b).count();
    let shown =
        |words: &[String]| words.iter().skip(at.saturating_sub(2)).take(SHOWN).cloned().collect::<Vec<_>>().join(" ");
    Beda { tempat, asli: shown(asli), salinan: shown(salinan) }
}

/// What only the copy of a decree says, each in one piece without blanks, in the order of the pages.
pub fn kata_khusus(naskah: &Naskah) -> Vec<String> {
    let joined = |text: String| text.split_whitespace().collect::<String>();
    let certified = naskah.salinan.iter().map(|(lines, name)| {
        let lines: String = lines.iter().chain([name]).map(|text| joined(text.as_plain())).collect();
        lines
    });
    let certified: Vec<String> = certified.collect();
    // Under a lampiran the signer signs alone.
    let signed = |out: &mut Vec<String>, members: usize| {
        out.extend(naskah.penutup.ttd.map(str::to_owned).into_iter().cycle().take(1 + members));
        out.extend(certified.iter().cloned());
    };
    let mut out: Vec<String> = naskah.meta.tanda.map(str::to_owned).into_iter().collect();
    signed(&mut out, naskah.penutup.anggota.len() + usize::from(naskah.penutup.pendamping.is_some()));
    out.extend(naskah.disampaikan.as_ref().map(|list| {
        let item =
            |item: &ButirCetak| joined(format!("{}{}", item.no.clone().unwrap_or_default(), item.teks.as_plain()));
        joined(list.pembuka.as_plain()) + &list.butir.iter().map(item).collect::<String>()
    }));
    naskah.lampiran.iter().for_each(|_| signed(&mut out, 0));
    out
}
