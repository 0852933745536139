//! Attachments: their pages, heads, chapters, paragraphs, pictures.

use naskah_core::decree::Teks;
use naskah_core::resolve::{BlokCetak, LampiranCetak};

use super::super::isi::{Blok, Paragraf, Potong, Seksi};
use super::super::nomor::Tanda;
use super::Penulis;
use super::butir::{RINCIAN, Rupa};

/// The styles of parts by how deep they lie; the last one is that of all deeper ones.
const BAGIAN: [&str; 3] = ["Naskah Bagian 1", "Naskah Bagian 2", "Naskah Bagian 3"];

/// The first lines of a table of contents.
const DAFTAR_ISI: &str = "DAFTAR ISI";

/// Width of a chapter's mark in a table of contents, in points.
const LEBAR_BAB: f64 = 62.0;

/// Lists of headings that Word counts, by how deep they lie: where the list is, and how many it has.
type Urut = Vec<Option<(usize, usize)>>;

/// A heading as the table of contents names it: mark, title, depth, bookmark.
type Entri = (String, Teks, usize, String);

/// Headings deeper than this level of the document's stand in no table of contents.
const ARAS_DAFTAR_ISI: usize = 5;

/// More room after the last paragraph.
fn after(isi: &mut [Blok], room: f64) {
    if let Some(Blok::Paragraf(last)) = isi.last_mut() {
        last.sesudah += room;
    }
}

/// Lets blocks begin on a page of their own.
fn di_halaman_baru(isi: &mut Vec<Blok>, room: f64) {
    match isi.first_mut() {
        Some(Blok::Paragraf(first)) => first.halaman = true,
        Some(Blok::Tabel(_)) => {
            isi.insert(0, Blok::Paragraf(Paragraf { halaman: true, sesudah: room, ..Paragraf::of("Naskah Sela") }));
        }
        None => {}
    }
}

/// Notes a heading for the table of contents: its mark, title, depth, and its level among the document's headings.
fn tercantum(heading: &Paragraf, (no, teks, tingkat, aras): (&str, &Teks, usize, usize), entri: &mut Vec<Entri>) {
    let sasaran = heading.sasaran.clone().filter(|_| aras <= ARAS_DAFTAR_ISI);
    entri.extend(sasaran.map(|sasaran| (no.to_owned(), teks.clone(), tingkat, sasaran)));
}

impl Penulis<'_> {
    /// The pages of one attachment: a section, and more where some of its pages are of the other direction.
    pub fn lampiran(&mut self, lampiran: &LampiranCetak) -> Vec<Seksi> {
        self.lanskap(lampiran.lanskap);
        let mut awal = self.kepala(lampiran);
        let (mut urut, mut entri, mut isi): (Urut, Vec<Entri>, Vec<Blok>) = (Vec::new(), Vec::new(), Vec::new());
        let (mut seksi, mut gap): (Vec<Seksi>, f64) = (Vec::new(), 0.0);
        let mut lanskap = lampiran.lanskap;
        let count = lampiran.isi.len();
        for (at, one) in lampiran.isi.iter().enumerate() {
            let akhir = at + 1 == count;
            if lampiran.berbalik.iter().any(|other| other.dari == at || other.sampai == at) {
                let blok = std::mem::take(&mut isi);
                seksi.push(Seksi { blok, lanskap, lanjut: !seksi.is_empty(), bingkai: lampiran.bingkai });
                (lanskap, gap) = (!lanskap, 0.0);
                self.lanskap(lanskap);
            }
            let begin = isi.len();
            // What begins pages of the other direction begins a page anyway.
            self.halaman_baru = self.h.bab_halaman_baru && (begin > 0 || seksi.is_empty());
            self.atas_gambar = self.atas(lampiran, at, begin > 0);
            if let BlokCetak::Tabel { tabel } = one {
                if count > 1 {
                    after(&mut isi, self.h.spasi * 0.4);
                }
                if matches!(isi.last(), Some(Blok::Tabel(_))) {
                    isi.push(Blok::Paragraf(Paragraf::of("Naskah Sela")));
                }
                isi.extend(self.tabel(tabel, lanskap, akhir));
                gap = if count > 1 { self.h.spasi * 0.4 } else { 0.0 };
                continue;
            }
            isi.extend(self.blok(one, lanskap, akhir, &mut urut, &mut entri).into_iter().map(Blok::Paragraf));
            // What follows a table within a text stands a little apart from it.
            if let Some(Blok::Paragraf(first)) = isi.get_mut(begin) {
                first.sebelum += std::mem::take(&mut gap);
            }
        }
        isi.extend(self.penutup_lampiran());
        seksi.push(Seksi { blok: isi, lanskap, lanjut: !seksi.is_empty(), bingkai: lampiran.bingkai });
        if let Some(first) = seksi.first_mut() {
            if lampiran.daftar_isi {
                awal.extend(self.daftar_isi(&entri, lampiran.lanskap));
                di_halaman_baru(&mut first.blok, self.h.spasi);
            }
            awal.append(&mut first.blok);
            first.blok = if lampiran.sampul { self.sampul(awal, lampiran) } else { awal };
        }
        self.lanskap(false);
        seksi
    }

    /// A block that is no table.
    fn blok(
        &mut self,
        one: &BlokCetak,
        lanskap: bool,
        akhir: bool,
        urut: &mut Urut,
        entri: &mut Vec<Entri>,
    ) -> Vec<Paragraf> {
        match one {
            BlokCetak::Bab { no, teks, aras } => {
                let heading = self.bab(no, teks, urut);
                tercantum(&heading, (no, teks, 0, *aras), entri);
                vec![heading]
            }
            BlokCetak::Bagian { no, teks, tingkat, aras } => {
                let heading = self.bagian_naskah(no, teks, *tingkat, urut);
                tercantum(&heading, (no, teks, *tingkat, *aras), entri);
                vec![heading]
            }
            BlokCetak::Paragraf { isi: item, tingkat } => {
                let rupa = Rupa { teks: "Naskah Paragraf", rincian: &RINCIAN, lebar: self.h.kolom_rincian };
                let mut lines = self.kalimat(item, rupa, self.h.kolom_rincian * *tingkat as f64);
                lines.iter_mut().last().into_iter().for_each(|last| last.ikut |= akhir);
                lines
            }
            BlokCetak::Gambar { berkas, lebar, keterangan, alt, sidik: _ } => {
                self.gambar((berkas, *lebar, alt), keterangan.as_ref(), lanskap, akhir)
            }
            BlokCetak::Tabel { .. } => Vec::new(),
        }
    }

    /// Label, number, name and title.
    fn kepala(&mut self, lampiran: &LampiranCetak) -> Vec<Blok> {
        let style = "Naskah Kepala Lampiran";
        let full = self.h.lebar_teks(lampiran.lanskap);
        let kiri = full - self.h.kepala_lampiran.min(full * 0.62);
        let label = "Naskah Label Lampiran";
        let lines = match lampiran.kepala.split_first() {
            None => vec![
                Paragraf::of(label).kata(lampiran.label.as_str()),
                self.teks(style, &lampiran.keputusan),
                self.nomor(style, &lampiran.nomor),
                self.teks(style, &lampiran.tentang),
            ],
            Some((first, rest)) => {
                let rest = rest.iter().map(|line| self.teks(style, line));
                std::iter::once(self.teks(label, first)).chain(rest).collect()
            }
        };
        let mut out: Vec<Paragraf> = lines.into_iter().map(|line| Paragraf { kiri, ..line }).collect();
        if let Some(judul) = &lampiran.judul {
            out.push(self.teks("Naskah Judul Lampiran", judul).jarak(self.h.spasi, 0.0).ikut());
        }
        out.iter_mut().last().into_iter().for_each(|last| last.sesudah += self.h.spasi);
        out.into_iter().map(Blok::Paragraf).collect()
    }

    /// Makes of title and head a cover, and lets the rest begin on another page.
    fn sampul(&mut self, blok: Vec<Blok>, lampiran: &LampiranCetak) -> Vec<Blok> {
        let head = lampiran.kepala.len().max(if lampiran.kepala.is_empty() { 4 } else { 0 });
        let mut rest = blok;
        let mut cover: Vec<Blok> = rest.drain(..head.min(rest.len())).collect();
        let title = (lampiran.judul.is_some() && !rest.is_empty()).then(|| rest.remove(0));
        let third = self.penuh() / 3.0;
        if let Some(Blok::Paragraf(title)) = title {
            cover.push(Blok::Paragraf(title.jarak(third, third)));
        }
        let naskah = self.naskah;
        cover.extend(self.ulang(|penulis| {
            let lines = naskah.kop.baris.iter().map(|line| Blok::Paragraf(penulis.teks("Naskah Kop", line)));
            lines.collect()
        }));
        cover.push(Blok::Paragraf(Paragraf::of("Naskah Kop").kata(naskah.meta.tanggal.0.to_string())));
        di_halaman_baru(&mut rest, self.h.spasi);
        cover.extend(rest);
        cover
    }

    /// A bookmark that no other heading has.
    fn sasaran(&mut self) -> String {
        self.sasaran += 1;
        format!("naskah_judul_{}", self.sasaran)
    }

    /// `BAB I` over its title.
    fn bab(&mut self, no: &str, teks: &Teks, urut: &mut Urut) -> Paragraf {
        let mut heading = Paragraf::of("Naskah Bab").jarak(self.h.spasi, self.h.spasi * 0.5).ikut();
        heading.sasaran = Some(self.sasaran());
        heading.halaman = self.halaman_baru && no != "BAB I";
        heading.daftar = self.berikut(no, 0, (0.0, 0.0, true), urut);
        if heading.daftar.is_none() {
            heading = heading.kata(no);
        }
        heading.isi.push(Potong::Ganti);
        self.isi(&mut heading, teks);
        heading
    }

    /// `A. Title`, hanging.
    fn bagian_naskah(&mut self, no: &str, teks: &Teks, tingkat: usize, urut: &mut Urut) -> Paragraf {
        let gantung = self.h.kolom_rincian;
        let kiri = gantung * tingkat as f64;
        let style = BAGIAN[(tingkat.max(1) - 1).min(BAGIAN.len() - 1)];
        let heading = Paragraf { kiri, gantung, ..Paragraf::of(style) };
        let mut heading = heading.jarak(self.h.spasi * 0.25, 0.0).ikut();
        heading.sasaran = Some(self.sasaran());
        heading.daftar = self.berikut(no, tingkat, (kiri, gantung, false), urut);
        if heading.daftar.is_none() {
            heading.tab = vec![("left", kiri)];
            heading = heading.kata(no).dengan(Potong::Tab);
        }
        self.isi(&mut heading, teks);
        heading
    }

    /// The list in which a heading's mark is the next one, or which it begins.
    fn berikut(
        &mut self,
        no: &str,
        tingkat: usize,
        (kiri, gantung, rapat): (f64, f64, bool),
        urut: &mut Urut,
    ) -> Option<usize> {
        if !self.hitung {
            return None;
        }
        urut.resize(tingkat + 1, None);
        if let Some((list, count)) = urut[tingkat]
            && self.daftar[list].tanda.ke(count + 1).as_deref() == Some(no)
        {
            urut[tingkat] = Some((list, count + 1));
            return Some(list);
        }
        let list = Tanda::pertama(no).map(|tanda| self.hitung(tanda, kiri, gantung, rapat))?;
        urut[tingkat] = Some((list, 1));
        Some(list)
    }

    /// Chapters and parts of this attachment with their pages.
    fn daftar_isi(&self, entri: &[Entri], lanskap: bool) -> Vec<Blok> {
        let full = self.h.lebar_teks(lanskap);
        let head = Paragraf::of("Naskah Judul Daftar Isi").kata(DAFTAR_ISI).jarak(0.0, self.h.spasi * 0.5);
        let line = |(no, teks, tingkat, sasaran): &Entri| {
            let gantung = if *tingkat == 0 { LEBAR_BAB } else { self.h.kolom_rincian };
            let kiri = self.h.kolom_rincian * tingkat.saturating_sub(1) as f64 + gantung;
            let tab = vec![("left", kiri), ("right", full)];
            let line = Paragraf { kiri, gantung, tab, ..Paragraf::of("Naskah Daftar Isi") };
            let mut line = line.kata(no.as_str()).dengan(Potong::Tab);
            line.isi.extend(teks.runs.iter().cloned().map(Potong::Kata));
            line.dengan(Potong::Tab).dengan(Potong::NomorHalaman(sasaran.clone()))
        };
        std::iter::once(head).chain(entri.iter().map(line)).map(Blok::Paragraf).collect()
    }
}
