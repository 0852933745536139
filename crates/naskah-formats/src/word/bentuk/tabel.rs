//! Tables: heads on each page, the row of column numbers, merged cells, headings, sums, lists in cells.

use naskah_core::resolve::{BarisCetak, LebarCetak, SelCetak, TabelCetak};

use super::super::isi::{Baris, Blok, Paragraf, Potong, Sel, Tabel, Turun};
use super::super::jangkar;
use super::butir::{RINCIAN_SEL, Rupa, tanpa_kalimat};
use super::lebar::pinjam;
use super::{Penulis, kira};

/// Room at the sides of a cell's text, in points.
const SELA: f64 = 8.5;

/// Room between the lines of a form, in points.
const SELA_ISIAN: f64 = 8.0;

/// A row whose cells have fewer letters stays on one page.
const PENDEK: usize = 400;

/// What part of a page's height a head that reads upwards takes at most.
const PUTAR: f64 = 0.3;

/// A column of words is made so wide where others can give, in points.
const CUKUP: f64 = 91.0;

impl Penulis<'_> {
    /// A table and the notes under it; `akhir` says that the signature follows.
    pub fn tabel(&mut self, tabel: &TabelCetak, lanskap: bool, akhir: bool) -> Vec<Blok> {
        let full = self.h.lebar_teks(lanskap);
        let size = tabel.ukuran.unwrap_or(self.h.tabel_ukuran);
        let lebar = kolom(tabel, size, full, self.h.tinggi_halaman(lanskap));
        let columns = lebar.len();
        let mut out = Tabel { lebar, garis: !tabel.isian, id: Some(tabel.id), ..Tabel::default() };
        out.baris.extend(self.isi_baris(&tabel.kepala, columns, |penulis, sel| penulis.sel_kepala(sel), true));
        if !tabel.nomor_kolom.is_empty() {
            let number = |no: &String| Sel {
                tengah: true,
                ..Sel::of(vec![Paragraf::of("Naskah Nomor Kolom").kata(no.as_str())])
            };
            let sel = tabel.nomor_kolom.iter().map(number).collect();
            out.baris.push(Baris { kepala: true, utuh: true, sel, ..Baris::default() });
        }
        let head = out.baris.len();
        self.tinggi_putar(&tabel.kepala, &mut out.baris, lanskap);
        let rows: Vec<&[SelCetak]> = tabel.baris.iter().map(BarisCetak::cells).collect();
        out.baris.extend(self.isi_baris(&rows, columns, |penulis, sel| penulis.sel(sel, tabel), false));
        for (at, row) in rows.iter().enumerate() {
            let last = akhir && at + 1 == rows.len() && tabel.keterangan.is_empty();
            let next = tabel.baris.get(at + 1);
            let stays = matches!(tabel.baris[at], BarisCetak::Kelompok { .. })
                || matches!(next, Some(BarisCetak::Jumlah { .. }));
            mark(&mut out.baris[head + at], tabel.id, at, row);
            if tabel.isian {
                titian(&mut out.baris[head + at], row, size * self.h.tabel_spasi);
            }
            if stays || last {
                ikut(&mut out.baris[head + at]);
            }
            let longest =
                row.iter().map(|sel| sel.isi.texts().iter().map(|teks| teks.as_plain().chars().count()).sum());
            out.baris[head + at].utuh |= longest.max().unwrap_or(0usize) < PENDEK;
        }
        if tabel.baris.is_empty() {
            return Vec::new();
        }
        let notes = tabel.keterangan.iter().enumerate().map(|(at, note)| {
            let line = self.teks("Naskah Catatan Tabel", note).jarak(if at == 0 { 3.0 } else { 0.0 }, 0.0);
            Paragraf { ikut: akhir || at + 1 < tabel.keterangan.len(), ..line }
        });
        std::iter::once(Blok::Tabel(out)).chain(notes.map(Blok::Paragraf)).collect()
    }

    /// Rows with every cell of the grid: also those that others reach down into.
    fn isi_baris<R: AsRef<[SelCetak]>>(
        &mut self,
        rows: &[R],
        columns: usize,
        isi: impl Fn(&mut Self, &SelCetak) -> Vec<Paragraf>,
        kepala: bool,
    ) -> Vec<Baris> {
        // For each column how many rows are still covered from above, and how far to the right.
        let mut covered: Vec<(usize, usize)> = vec![(0, 1); columns];
        let mut out = Vec::new();
        for row in rows {
            let mut baris = Baris { kepala, utuh: kepala, ..Baris::default() };
            let mut x = 0;
            while x < columns {
                let own = row.as_ref().iter().find(|sel| sel.x == x);
                let (kanan, turun, paragraphs) = match (own, covered[x]) {
                    (None, (rows, kanan)) if rows > 0 => {
                        covered[x].0 -= 1;
                        (kanan, Turun::Lanjut, Vec::new())
                    }
                    (Some(sel), _) => {
                        covered[x] = (sel.turun.saturating_sub(1), sel.kanan);
                        let turun = if sel.turun > 1 { Turun::Mulai } else { Turun::Sendiri };
                        (sel.kanan, turun, isi(self, sel))
                    }
                    (None, _) => (1, Turun::Sendiri, Vec::new()),
                };
                let putar = own.is_some_and(|sel| sel.putar);
                let kanan = kanan.clamp(1, columns - x);
                let isi = if paragraphs.is_empty() { vec![Paragraf::of("Naskah Sel")] } else { paragraphs };
                baris.sel.push(Sel { kanan, turun, tengah: kepala, putar, isi, ..Sel::default() });
                x += kanan;
            }
            out.push(baris);
        }
        out
    }

    /// Makes rows of a head high enough for the texts that read upwards in them.
    fn tinggi_putar(&self, kepala: &[Vec<SelCetak>], baris: &mut [Baris], lanskap: bool) {
        let (size, page) = (self.h.tabel_ukuran, self.h.tinggi_halaman(lanskap));
        for (at, sel) in kepala.iter().enumerate().flat_map(|(at, row)| row.iter().map(move |sel| (at, sel))) {
            if !sel.putar {
                continue;
            }
            let (high, _) = terputar(sel, size, page);
            let above = sel.turun.saturating_sub(1);
            let own = (high - above as f64 * size * self.h.tabel_spasi).max(0.0);
            if let Some(row) = baris.get_mut(at + above) {
                row.tinggi = Some(row.tinggi.unwrap_or(0.0).max(own));
            }
        }
    }

    fn sel_kepala(&mut self, sel: &SelCetak) -> Vec<Paragraf> {
        let rupa = Rupa { teks: "Naskah Kepala Kolom", rincian: &RINCIAN_SEL, lebar: self.h.tabel_ukuran * 1.7 };
        self.kalimat(&sel.isi, rupa, 0.0)
    }

    fn sel(&mut self, sel: &SelCetak, tabel: &TabelCetak) -> Vec<Paragraf> {
        let style = if sel.tebal { "Naskah Sel Tebal" } else { "Naskah Sel" };
        let size = tabel.ukuran.unwrap_or(self.h.tabel_ukuran);
        let rupa = Rupa { teks: style, rincian: &RINCIAN_SEL, lebar: size * 1.7 };
        let mut out = self.kalimat(&sel.isi, rupa, 0.0);
        let rata = sel.rata.or(tabel.rata.get(sel.x).copied());
        tanpa_kalimat(&sel.isi, &mut out);
        out.iter_mut().filter(|line| line.gantung == 0.0).for_each(|line| line.rata = rata);
        out.iter_mut().for_each(|line| line.ukuran = tabel.ukuran);
        out
    }
}

/// Names a row by the first of its own cells.
fn mark(baris: &mut Baris, table: usize, at: usize, row: &[SelCetak]) {
    let texts = row.iter().flat_map(|sel| sel.isi.texts()).filter(|teks| !teks.is_empty());
    let sum = jangkar::jumlah(texts.map(jangkar::tertulis));
    let first = baris.sel.iter_mut().find(|sel| sel.turun != Turun::Lanjut).and_then(|sel| sel.isi.first_mut());
    first.into_iter().for_each(|first| first.isi.insert(0, Potong::Baris(table, at, sum.clone())));
}

/// Puts a line where something is to be filled in by hand: beside a label that has nothing beside it.
fn titian(baris: &mut Baris, row: &[SelCetak], line: f64) {
    baris.tinggi = Some(line + SELA_ISIAN);
    let blank = |sel: &&SelCetak| sel.x == 2 && sel.isi.texts().iter().all(|teks| teks.is_empty());
    if row.iter().any(|sel| blank(&sel)) {
        baris.sel.iter_mut().skip(2).take(1).for_each(|sel| sel.titian = true);
    }
}

/// How much room a text takes that reads upwards: its height, at most a part of the page's, and the width of its lines.
fn terputar(sel: &SelCetak, size: f64, page: f64) -> (f64, f64) {
    let long = kira(&sel.isi.teks.as_plain(), size, true) * 1.05;
    let most = page * PUTAR;
    let lines = (long / most).ceil().max(1.0);
    (long.min(most) + SELA, lines * size * 1.25)
}

/// Lets a row stay with what follows.
fn ikut(baris: &mut Baris) {
    baris.utuh = true;
    baris.sel.iter_mut().flat_map(|sel| &mut sel.isi).for_each(|line| line.ikut = true);
}

/// Widths of the columns: as asked for, none less than its numbers and words need where others can give.
fn kolom(tabel: &TabelCetak, size: f64, full: f64, page: f64) -> Vec<f64> {
    let fixed: f64 =
        tabel.lebar.iter().map(|lebar| if let LebarCetak::Tetap(points) = lebar { *points } else { 0.0 }).sum();
    let share = |lebar: &LebarCetak| if let LebarCetak::Bobot { bobot } = lebar { *bobot } else { 0.0 };
    let shares: f64 = tabel.lebar.iter().map(share).sum();
    let one = |lebar: &LebarCetak| match lebar {
        LebarCetak::Tetap(points) => *points,
        LebarCetak::Bobot { bobot } => (full - fixed).max(0.0) * bobot / shares.max(f64::EPSILON),
    };
    let asked: Vec<f64> = tabel.lebar.iter().map(one).collect();
    let widest = |texts: &[String], tebal: bool| texts.iter().map(|text| kira(text, size, tebal)).fold(0.0, f64::max);
    let mut least: Vec<f64> = tabel.terpanjang.iter().map(|t| widest(&t.angka, t.tebal) + SELA).collect();
    let mut wanted: Vec<f64> = tabel
        .terpanjang
        .iter()
        .zip(&least)
        .map(|(t, least)| {
            let inner =
                widest(&t.rincian, t.tebal).max(widest(&t.angka_rincian, t.tebal)) + t.dalam as f64 * size * 1.7;
            least.max(widest(&t.kata, t.tebal).max(inner).min(CUKUP) + SELA)
        })
        .collect();
    for sel in tabel.kepala.iter().flatten().filter(|sel| sel.kanan == 1) {
        let text = sel.isi.teks.as_plain();
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let need = if sel.putar { terputar(sel, size, page).1 } else { widest(&words, true) } + SELA;
        for widths in [&mut least, &mut wanted] {
            widths.iter_mut().skip(sel.x).take(1).for_each(|width| *width = width.max(need));
        }
    }
    pinjam(&pinjam(&asked, &least), &wanted)
}
