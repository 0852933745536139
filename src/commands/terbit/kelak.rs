//! What will be made of a decree once it is issued, tried before: what is frozen cannot be mended, so a decree of which no
//! copy could be made, or no extract, is not issued.

use crate::office::bukti;
use crate::office::remake::Ulang;
use crate::office::sari::{self, Induk};
use naskah_core::bundle::Bundel;
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, Files, Level, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{self, Bentuk, Edition, PetikanCetak, Resolved};
use naskah_pages::Means;
use naskah_pages::typeset::{Bacaan, Fonts};

/// An issue that is about to be.
pub struct Kelak<'a> {
    /// The decree, with its number and day.
    pub resolved: &'a Resolved,
    /// What is about to be frozen.
    pub bundel: &'a Bundel,
    /// What its pages read as.
    pub bacaan: Bacaan,
    /// The fingerprint of its PDF.
    pub sidik: Sidik,
}

/// Lays out the copy that can be made of a decree, and where the decree speaks of extracts the one with the most words.
/// What keeps them from being made is reported.
pub fn can_be_made(kelak: &Kelak<'_>, catalog: &Catalog, fonts: &Fonts, sink: &mut Sink) -> Option<()> {
    let means = (catalog, fonts);
    if let Some(oleh) = certifier(kelak.resolved, Bentuk::Salinan) {
        let edition = Edition { bentuk: Bentuk::Salinan, asli: Some(kelak.sidik), oleh, ..Edition::default() };
        tell("salinan", sink, |found| copy(kelak, &edition, means, found))?;
    }
    let speaks = kelak.resolved.keputusan().petikan.is_some();
    if let Some(oleh) = certifier(kelak.resolved, Bentuk::Petikan).filter(|_| speaks) {
        tell("petikan", sink, |found| extract(kelak, oleh, means, found))?;
    }
    Some(())
}

/// Who would certify: nobody else than whom the decree names, or else anybody of its office; `None` where there is nobody.
fn certifier(resolved: &Resolved, bentuk: Bentuk) -> Option<Option<String>> {
    let keputusan = resolved.keputusan();
    let own = keputusan.petikan.as_ref().is_some_and(|petikan| petikan.oleh.is_some());
    let named = match bentuk {
        Bentuk::Petikan => own || keputusan.salinan.oleh.is_some(),
        _ => keputusan.salinan.oleh.is_some() || !keputusan.salinan.blok.is_empty(),
    };
    if named {
        return Some(None);
    }
    let kantor = resolved.kantor();
    let any = kantor.pengesah().first().map(|id| (*id).to_owned()).or(kantor.pejabat.keys().next().cloned());
    any.map(Some)
}

fn copy(kelak: &Kelak<'_>, edition: &Edition, (catalog, fonts): (&Catalog, &Fonts), sink: &mut Sink) -> Option<()> {
    let mut files = Files::default();
    let ulang = Ulang::open(&kelak.bundel.tersiar()?, catalog, &mut files);
    let remade = ulang.bind(edition, &mut files, sink)?;
    let means = Means { catalog: &ulang.catalog, fonts, files: &files };
    let laid = naskah_pages::typeset(remade, &means, sink)?;
    let due = bukti::kata_khusus(laid.resolved().naskah());
    let bacaan = laid.pages().bacaan();
    match bukti::bandingkan(&kelak.bacaan, &bacaan, &due) {
        Ok(()) => {
            // Places are those of the decree at hand, not of its copy in a bundle.
            let lain = bukti::halaman_lain(&kelak.bacaan, laid.pages(), kelak.resolved.naskah());
            lain.into_iter().for_each(|lain| sink.push(lain));
        }
        Err(beda) => sink.push(beda.told()),
    }
    Some(())
}

/// The extract of the person whose row has the most words.
fn extract(
    kelak: &Kelak<'_>,
    oleh: Option<String>,
    (catalog, fonts): (&Catalog, &Fonts),
    sink: &mut Sink,
) -> Option<()> {
    let (keputusan, lampiran) = (kelak.resolved.keputusan(), &kelak.resolved.naskah().lampiran);
    let named = Edition { bentuk: Bentuk::Petikan, asli: Some(kelak.sidik), oleh, ..Edition::default() };
    let all = resolve::penerima(keputusan, lampiran, &named, sink)?;
    let mut files = Files::default();
    let bundel = sari::siaran(kelak.bundel, keputusan, named.oleh.as_deref())?;
    let ulang = Ulang::open(&bundel, catalog, &mut files);
    let untuk = all.iter().map(|person| person.kunci.clone()).collect();
    let mut induk = Induk::open(&ulang, &Edition { untuk, ..named }, &mut files, sink)?;
    let words = |row: &PetikanCetak| -> usize {
        row.baris.iter().flat_map(|line| &line.isi).map(|cell| cell.teks.as_plain().len()).sum()
    };
    let longest = induk.rows().iter().enumerate().max_by_key(|(_, row)| words(row)).map(|(at, _)| at)?;
    induk.petik(&(longest..longest + 1), (&ulang, fonts), sink).map(|_| ())
}

/// Reports what keeps a paper from being made.
fn tell(what: &str, sink: &mut Sink, try_it: impl FnOnce(&mut Sink) -> Option<()>) -> Option<()> {
    let mut found = Sink::default();
    try_it(&mut found);
    // Of what does not look right the pages that end elsewhere are told, which nobody sees in the original.
    let lain = found.found().iter().filter(|one| one.code == Code::SALINAN_LAIN_HALAMAN);
    lain.cloned().for_each(|lain| sink.push(lain));
    found.keep_from(Level::Galat);
    for finding in found.found() {
        let message = format!("{what} keputusan ini kelak tidak dapat dibuat: {}", finding.message);
        let mut told = Diagnostic::galat(finding.code, None, message);
        told.hints.clone_from(&finding.hints);
        sink.push(told.hint("perbaiki sekarang; yang sudah terbit tidak dapat diubah"));
    }
    (!found.has_errors()).then_some(())
}
