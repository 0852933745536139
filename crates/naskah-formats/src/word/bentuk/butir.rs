//! Items and their lists: marks that Word counts where it would give the same ones, otherwise marks as words.

use naskah_core::resolve::ButirCetak;

use super::super::isi::{Paragraf, Potong};
use super::super::nomor::Tanda;
use super::{Penulis, kira};

/// How the items of a part look.
#[derive(Debug, Clone, Copy)]
pub struct Rupa {
    /// The style of the part's own texts.
    pub teks: &'static str,
    /// The styles of the lists below, from the first level on; the last one is that of all deeper ones.
    pub rincian: &'static [&'static str],
    /// Width of the marks below.
    pub lebar: f64,
}

/// The styles of lists in running text.
pub const RINCIAN: [&str; 4] = ["Naskah Rincian 1", "Naskah Rincian 2", "Naskah Rincian 3", "Naskah Rincian 4"];

/// The style of lists in cells.
pub const RINCIAN_SEL: [&str; 1] = ["Naskah Rincian Sel"];

/// The last parts of a mark that is the name of a quoted decision.
const NAMA: &str = " :";

impl Penulis<'_> {
    /// Items under a label: a list, or a single sentence without a mark.
    pub fn butir(&mut self, items: &[ButirCetak], rupa: Rupa, lebar: f64) -> Vec<Paragraf> {
        let mut out = Vec::new();
        match items {
            [only] if only.no.is_none() => self.satu(only, Paragraf::of(rupa.teks), 0.0, rupa, 0, &mut out),
            items => self.daftar(items, rupa.teks, 0.0, lebar, rupa, 0, &mut out),
        }
        out
    }

    /// A sentence with its list, and what follows that.
    pub fn kalimat(&mut self, item: &ButirCetak, rupa: Rupa, kiri: f64) -> Vec<Paragraf> {
        let mut out = Vec::new();
        let first = Paragraf { kiri, ..Paragraf::of(rupa.teks) };
        self.satu(item, first, kiri, rupa, 0, &mut out);
        out
    }

    /// One item whose first paragraph has its mark; `dalam` says how many lists it lies in.
    fn satu(
        &mut self,
        item: &ButirCetak,
        mut first: Paragraf,
        kiri: f64,
        rupa: Rupa,
        dalam: usize,
        out: &mut Vec<Paragraf>,
    ) {
        self.isi(&mut first, &item.teks);
        let gaya = first.gaya;
        // A short sentence stays with the list that it leads to.
        first.ikut = !item.rincian.is_empty() && item.teks.as_plain().chars().count() < 260;
        out.push(first);
        if !item.rincian.is_empty() {
            let style = rupa.rincian[dalam.min(rupa.rincian.len() - 1)];
            self.daftar(&item.rincian, style, kiri, rupa.lebar, rupa, dalam + 1, out);
        }
        if let Some(penutup) = &item.penutup {
            let mut closing = Paragraf { kiri, ..Paragraf::of(gaya) };
            self.isi(&mut closing, penutup);
            out.push(closing);
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn daftar(
        &mut self,
        items: &[ButirCetak],
        gaya: &'static str,
        kiri: f64,
        lebar: f64,
        rupa: Rupa,
        dalam: usize,
        out: &mut Vec<Paragraf>,
    ) {
        if items.iter().any(|item| item.no.as_deref().is_some_and(|no| no.ends_with(NAMA))) {
            return self.kutipan(items, gaya, kiri, rupa, dalam, out);
        }
        let widest = items.iter().filter_map(|item| item.no.as_deref()).map(|no| kira(no, self.h.ukuran, false));
        let lebar = widest.fold(lebar, |lebar, mark| lebar.max(mark + 3.0));
        let inner = kiri + lebar;
        let counted = if self.hitung { Tanda::of(items) } else { None };
        let counted = counted.map(|tanda| self.hitung(tanda, inner, lebar, false));
        for item in items {
            let mut first = Paragraf { kiri: inner, gantung: lebar, daftar: counted, ..Paragraf::of(gaya) };
            if counted.is_none() {
                first.tab = vec![("left", inner)];
                first = first.kata(item.no.clone().unwrap_or_default()).dengan(Potong::Tab);
            }
            self.satu(item, first, inner, rupa, dalam, out);
        }
    }

    /// Decisions of another decree, quoted: each beside its name.
    fn kutipan(
        &mut self,
        items: &[ButirCetak],
        gaya: &'static str,
        kiri: f64,
        rupa: Rupa,
        dalam: usize,
        out: &mut Vec<Paragraf>,
    ) {
        let name = |item: &ButirCetak| item.no.as_deref().unwrap_or_default().trim_end_matches(NAMA).trim().to_owned();
        let wide = items.iter().map(|item| kira(&name(item), self.h.ukuran, false)).fold(0.0, f64::max) + 6.0;
        let inner = kiri + wide + self.h.kolom_titik_dua;
        for item in items {
            let tab = vec![("left", kiri + wide), ("left", inner)];
            let first = Paragraf { kiri: inner, gantung: inner - kiri, tab, ..Paragraf::of(gaya) };
            let first = first.kata(name(item)).dengan(Potong::Tab).kata(":").dengan(Potong::Tab);
            self.satu(item, first, inner, rupa, dalam, out);
        }
    }
}

/// What is nothing but a list begins with that: its paragraphs without the empty one before.
pub fn tanpa_kalimat(item: &ButirCetak, lines: &mut Vec<Paragraf>) {
    if item.teks.is_empty() && !item.rincian.is_empty() && lines.len() > 1 {
        let empty = lines.remove(0);
        if let Some(first) = lines.first_mut() {
            first.isi.splice(0..0, empty.isi);
        }
    }
}
