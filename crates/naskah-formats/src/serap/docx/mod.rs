//! Texts of Word, also as LibreOffice and Google write them.

mod angka;
mod badan;
mod gaya;
mod rumus;
mod tabel;

use crate::ooxml::{Elemen, Hubungan, Paket, Rusak};

use super::sumber::{Kertas, Komentar, Sumber, Unsur};
use super::{Lacak, Tolak};
use angka::Angka;
use badan::Badan;
use gaya::Gaya;

/// The main part, where the package names none.
const MAIN: &str = "word/document.xml";

/// Reads a document; what is tracked is taken as `lacak` says.
pub fn read(paket: &Paket, lacak: Option<Lacak>) -> Result<Sumber, Tolak> {
    let main = main_part(paket);
    let document = paket.xml(&main)?;
    let body = document.child("body").ok_or_else(|| Rusak::BukanXml(main.clone()))?;
    let tracked = tracked(body);
    let Some(lacak) = lacak.or((tracked == 0).then_some(Lacak::Sesudah)) else {
        return Err(Tolak::Terlacak(tracked));
    };
    let hubungan = paket.hubungan(&main);
    let edges = edges(paket, &hubungan)?;
    let part = |kind: &str| -> Result<Option<Elemen>, Rusak> {
        match hubungan.iter().find(|one| one.jenis == kind && !one.luar) {
            Some(one) => paket.xml_if(&one.sasaran),
            None => Ok(None),
        }
    };
    let (styles, numbering) = (part("styles")?, part("numbering")?);
    let notes = [("footnote", part("footnotes")?), ("endnote", part("endnotes")?)];
    let comments = part("comments")?;
    let komentar: Vec<(String, Komentar)> = comments.iter().flat_map(read_comments).collect();
    let mut badan = Badan::new(paket, &hubungan, Gaya::read(styles.as_ref()), Angka::read(numbering.as_ref()), lacak);
    badan.komentar = komentar.iter().map(|(id, _)| id.clone()).collect();
    let mut isi = Vec::new();
    badan.blocks(body, &mut isi);
    badan.flush(&mut isi);
    let mut sumber = std::mem::take(&mut badan.sumber);
    sumber.isi = papers(isi, body);
    sumber.komentar = komentar.into_iter().map(|(_, one)| one).collect();
    sumber.terlacak = tracked;
    for (kind, notes) in notes.iter().filter_map(|(kind, notes)| Some((*kind, notes.as_ref()?))) {
        let own = |note: &&Elemen| note.nama == kind && note.get("type").is_none_or(|own| own == "normal");
        let texts = notes.elements().filter(own).map(|note| badan.plain(note));
        sumber.luar.extend(texts.filter(|text| !text.is_empty()));
    }
    for line in edges.iter().flat_map(|part| badan.lines(part)).collect::<Vec<_>>() {
        if !sumber.tepi.contains(&line) {
            sumber.tepi.push(line);
        }
    }
    for note in badan.sumber.catatan {
        sumber.tell(note);
    }
    if paket.has_macros() {
        sumber.tell(crate::serap::MAKRO);
    }
    Ok(sumber)
}

/// The name of the part that holds the text.
fn main_part(paket: &Paket) -> String {
    let named = paket.hubungan("").into_iter().find(|one| one.jenis == "officeDocument").map(|one| one.sasaran);
    named.filter(|name| paket.has(name)).unwrap_or_else(|| MAIN.to_owned())
}

/// The heads and feet of the pages.
fn edges(paket: &Paket, hubungan: &[Hubungan]) -> Result<Vec<Elemen>, Rusak> {
    let mut edges = Vec::new();
    for one in hubungan.iter().filter(|one| matches!(one.jenis.as_str(), "header" | "footer") && !one.luar) {
        edges.extend(paket.xml_if(&one.sasaran)?);
    }
    Ok(edges)
}

/// How many tracked changes there are.
fn tracked(body: &Elemen) -> usize {
    let kinds = ["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"];
    kinds.iter().map(|kind| body.below(kind).len()).sum()
}

/// The comments of their part.
fn read_comments(part: &Elemen) -> Vec<(String, Komentar)> {
    let one = |comment: &Elemen| {
        let lines: Vec<String> = comment.below("p").into_iter().map(Elemen::text).collect();
        let own = Komentar {
            oleh: comment.get("author").unwrap_or_default().trim().to_owned(),
            hari: comment.get("date").and_then(|date| date.get(..10)).unwrap_or_default().to_owned(),
            teks: lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" "),
        };
        Some((comment.get("id")?.to_owned(), own))
    };
    part.elements().filter(|comment| comment.nama == "comment").filter_map(one).collect()
}

/// Puts the paper of each section before what stands on it: in the file it is named after that.
fn papers(isi: Vec<Unsur>, body: &Elemen) -> Vec<Unsur> {
    let last = body.child("sectPr").map_or_else(Kertas::default, paper);
    let mut out = Vec::new();
    let mut section: Vec<Unsur> = Vec::new();
    for unsur in isi {
        match unsur {
            Unsur::Kertas(kertas) => {
                out.push(Unsur::Kertas(kertas));
                out.append(&mut section);
            }
            other => section.push(other),
        }
    }
    out.push(Unsur::Kertas(last));
    out.append(&mut section);
    out
}

/// The paper of a section.
pub(super) fn paper(section: &Elemen) -> Kertas {
    let size = section.child("pgSz");
    let side = |name: &str| size.and_then(|size| size.get(name)?.parse::<f64>().ok()).unwrap_or(0.0);
    let lanskap = size.is_some_and(|size| size.get("orient") == Some("landscape")) || side("w") > side("h");
    Kertas { lanskap, bingkai: section.child("pgBorders").is_some_and(gaya::draws) }
}
