//! Two printable decrees as one that carries marks, and what became of each of their places: one walk makes both.

use naskah_core::catalog::Halaman;
use naskah_core::decree::Teks;
use naskah_core::resolve::{Meta, Naskah, NomorTahun, Resolved};

use super::align::Cara;
use super::blocks;
use super::merge::Merger;
use super::report::{At, Laporan};

/// The redline, and what it shows.
pub struct Compared {
    /// The new decree with the old one's words in it, marked.
    pub naskah: Naskah,
    /// Every place of both.
    pub laporan: Laporan,
}

/// Compares two decrees; `cara` is what the redline shows; the report has every place.
pub fn compare(old: &Resolved, new: &Resolved, cara: Cara) -> Compared {
    let mut merger = Merger::new(cara);
    let (from, to) = (old.naskah(), new.naskah());
    // Copies and extracts are of no edition that is compared; what copies bear besides is asked of the decrees.
    let Naskah {
        meta: _,
        halaman,
        kop,
        judul,
        bagian,
        memutuskan,
        menetapkan,
        diktum,
        penutup,
        salinan: _,
        disampaikan: _,
        tembusan,
        petikan: _,
        kalimat_petikan,
        sidik: _,
        lampiran,
    } = to;
    let word = over(from.memutuskan.as_ref(), memutuskan.as_ref(), &mut merger);
    let names = |of: &Resolved| of.keputusan().kepala.diktum.clone();
    merger.lines(&names(old), &names(new), &At::both("Diktum", "nama diktum"));
    let naskah = Naskah {
        meta: meta(from, to),
        // The first words of pages are no part of what is compared.
        halaman: Halaman { kata_penyambung: false, ..halaman.clone() },
        kop: merger.kop(&from.kop, kop),
        judul: merger.title(&from.judul, judul),
        bagian: merger.opening(&from.bagian, bagian),
        memutuskan: word,
        menetapkan: merger.line(&from.menetapkan, menetapkan, &At::both("Menetapkan", "Menetapkan")),
        diktum: merger.decisions(&from.diktum, diktum),
        penutup: merger.closing(&from.penutup, penutup, new.keputusan().kantor.span),
        salinan: merger.certifying(old.pengesahan(), new.pengesahan()),
        disampaikan: merger.copied(old.disampaikan(), new.disampaikan()),
        tembusan: merger.receivers(from.tembusan.as_ref(), tembusan.as_ref(), &At::both("Tembusan", "Tembusan")),
        petikan: Vec::new(),
        kalimat_petikan: kalimat_petikan.clone(),
        sidik: None,
        lampiran: blocks::attachments(&from.lampiran, lampiran, &mut merger),
    };
    merger.report.keep_to_their_files(old, new);
    Compared { naskah, laporan: merger.report }
}

/// The word over the decisions, where one of the decrees has another than the usual.
fn over(old: Option<&Teks>, new: Option<&Teks>, merger: &mut Merger) -> Option<Teks> {
    let span = new.or(old)?.span;
    let word = |written: Option<&Teks>| written.cloned().unwrap_or_else(|| Teks::plain("MEMUTUSKAN:", span));
    Some(merger.line(&word(old), &word(new), &At::both("Menetapkan", "memutuskan")))
}

/// What the comparison says of itself: it must never be taken for a decree.
fn meta(old: &Naskah, new: &Naskah) -> Meta {
    let name = |naskah: &Naskah| {
        let NomorTahun { nomor, tahun, .. } = &naskah.judul.nomor;
        let number = nomor.as_ref().map_or("…".to_owned(), Teks::as_plain);
        let year = tahun.map_or(String::new(), |year| format!(" Tahun {year}"));
        format!("Nomor {number}{year} ({})", naskah.meta.sumber)
    };
    Meta {
        rupa: new.meta.rupa,
        judul: format!("Perbandingan: {}", new.meta.judul),
        pengarang: new.meta.pengarang.clone(),
        tanggal: new.meta.tanggal,
        sumber: new.meta.sumber.clone(),
        konsep: false,
        dibatalkan: false,
        bahan: new.meta.bahan,
        asli: None,
        tanda: None,
        perbandingan: Some(format!("Perbandingan {} dengan {}", name(old), name(new))),
    }
}
