//! The file that came back beside the decree as it would go out now: which texts say something else, and why some of that
//! is not taken.

use std::collections::{HashMap, HashSet};

use naskah_core::language::numerals::dari_nama_diktum;

use super::super::BANYAK;
use super::super::jangkar::{self, Tempat as Letak, rapi, tulisan};
use super::acuan::{Acuan, Paragraf};
use super::baca::{Bagian, Berkas, Isi as Dibaca, Oleh, Sel, Terbaca};
use super::kata::{berpasangan, isi_sel, jumlah, tanpa_tanda};
use super::lepas::{Lepas, kata};
use super::padan::padan;
use super::pembanding::{Baris, Jejak, Pembanding};
use super::tempat::Tempat;
use super::urutan::Urutan;
use super::{Hasil, Jenis, Keberatan, Sebab, Suntingan};

/// Compares a file with the decree; `same` tells that the YAML is the one that the file was made from.
pub fn banding(berkas: &Berkas, acuan: &Acuan<'_>, same: bool) -> Hasil {
    let mut pembanding = Pembanding {
        acuan,
        berkas,
        same,
        tempat: Tempat::of(acuan),
        hasil: Hasil::default(),
        jejak: Vec::new(),
        teks: HashMap::new(),
        baris: HashMap::new(),
        paragraf: HashMap::new(),
        hadir: HashSet::new(),
        urutan: Urutan::of(acuan),
        lepas: Vec::new(),
        tahan: HashSet::new(),
        ditolak: HashSet::new(),
        hapus: HashMap::new(),
        gabung: HashMap::new(),
        pecah: HashMap::new(),
    };
    pembanding.padankan();
    pembanding.telusuri();
    pembanding.ubah();
    pembanding.daftar();
    pembanding.tatanan();
    pembanding.saring();
    pembanding.catatan();
    pembanding.urutkan();
    pembanding.hasil
}

impl Pembanding<'_> {
    /// Finds for each bookmark what it stands at today.
    fn padankan(&mut self) {
        let mut texts: Vec<(usize, String)> = Vec::new();
        let mut rows: HashMap<usize, Vec<(usize, String)>> = HashMap::new();
        for paragraf in &self.berkas.paragraf {
            for isi in &paragraf.isi {
                let Dibaca::Jangkar(mark) = isi else { continue };
                match mark.tempat {
                    Letak::Teks(at) => texts.push((at, mark.jumlah.clone())),
                    Letak::Baris(table, row) => rows.entry(table).or_default().push((row, mark.jumlah.clone())),
                }
            }
        }
        // Bookmarks of texts are counted without those of cells, which rows stand for.
        let outside: Vec<usize> = self
            .acuan
            .paragraf
            .iter()
            .filter(|one| one.sel.is_none())
            .flat_map(|one| one.teks.iter().map(|(at, _)| *at))
            .collect();
        let now: Vec<String> = outside.iter().map(|at| jumlah(&self.acuan.satuan[*at].teks)).collect();
        self.teks = padan(&texts, &now, self.same).into_iter().map(|(out, at)| (out, outside[at])).collect();
        for (table, rows) in rows {
            self.hilang(&rows, Some(table));
            let now = self.acuan.tabel.get(&table).map(|table| table.jumlah.clone()).unwrap_or_default();
            self.baris.extend(padan(&rows, &now, self.same).into_iter().map(|(out, row)| ((table, out), row)));
        }
        for (place, one) in self.acuan.paragraf.iter().enumerate() {
            self.paragraf.extend(one.teks.iter().map(|(at, _)| (*at, place)));
        }
        for (place, by) in &self.berkas.hapus {
            let unit = match place {
                Letak::Teks(at) => outside.get(*at).copied().filter(|_| self.same),
                Letak::Baris(table, row) => self.baris_pertama(*table, *row).filter(|_| self.same),
            };
            self.hapus.extend(unit.map(|unit| (unit, by.clone())));
        }
        self.hilang(&texts, None);
        self.lain();
    }

    /// Tells of bookmarks that are gone from a file whose YAML changed: nobody knows what stood there.
    fn hilang(&mut self, marks: &[(usize, String)], table: Option<usize>) {
        if self.same {
            return;
        }
        // Counted from 1, so that the first one is missed as well.
        let mut known: Vec<usize> = marks.iter().map(|(at, _)| at + 1).chain([0]).collect();
        let key = table.map_or("teks".to_owned(), |table| format!("tabel{table}"));
        let counts = self.berkas.milik.get(BANYAK).map(String::as_str).unwrap_or_default();
        let end = counts.split(' ').find_map(|part| part.strip_prefix(key.as_str())?.strip_prefix('=')?.parse().ok());
        known.extend(end.map(|end: usize| end + 1));
        known.sort_unstable();
        known.dedup();
        for pair in known.windows(2).filter(|pair| pair[1] > pair[0] + 1) {
            let span = pair[0]
                .checked_sub(1)
                .and_then(|at| self.teks.get(&at))
                .filter(|_| table.is_none())
                .map(|unit| self.acuan.satuan[*unit].span);
            let what = if table.is_some() { "baris" } else { "teks" };
            let pesan = format!("{} {what} dihapus di Word sesudah tempat ini", pair[1] - pair[0] - 1);
            let jalan = "YAML sudah berubah sejak berkas Word dibuat; hapus sendiri bila memang dimaksud".to_owned();
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::DuaSisi, span, pesan, jalan });
        }
    }

    /// Tells of what a decree has no place for.
    fn lain(&mut self) {
        for (what, words) in &self.berkas.lain {
            self.lepas.push(Lepas { teks: words.clone() });
            let pesan = format!("{what} di Word tidak dapat dibawa: `{words}`");
            let jalan = "tulis isinya sebagai teks biasa pada tempatnya".to_owned();
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span: None, pesan, jalan });
        }
        if self.berkas.gambar != self.acuan.gambar {
            let pesan = format!("di Word ada {} gambar, dalam naskah {}", self.berkas.gambar, self.acuan.gambar);
            let jalan = "gambar ditambah atau dihapus dalam YAML, dengan `gambar`".to_owned();
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span: None, pesan, jalan });
        }
    }

    /// Goes through the file and says of each piece which one it is.
    fn telusuri(&mut self) {
        let all = &self.berkas.paragraf;
        let mut at = 0;
        while at < all.len() {
            let in_row = |one: &Terbaca| one.sel.as_ref().is_some_and(|sel| !sel.kepala);
            if !in_row(&all[at]) {
                self.satu(&all[at]);
                at += 1;
                continue;
            }
            let end = (at..all.len()).find(|next| all[*next].baris != all[at].baris || !in_row(&all[*next]));
            let end = end.unwrap_or(all.len());
            self.satu_baris(&all[at..end]);
            at = end;
        }
        let kept: Vec<usize> = self.jejak.iter().filter_map(|jejak| jejak.unit).collect();
        self.hadir.extend(kept);
    }

    /// A paragraph outside the rows of tables.
    fn satu(&mut self, read: &Terbaca) {
        let (before, mut parts) = read.bagian();
        let plain = rapi(&before.iter().map(|run| run.text.as_str()).collect::<String>());
        let awal = |(out, ..): &Bagian| Some(rapi(&self.acuan.paragraf[self.paragraf[self.teks.get(out)?]].awal));
        // Words typed before a text that nothing stands before are its own.
        if let Some(first) = parts.iter_mut().find(|part| self.teks.contains_key(&part.0))
            && awal(first).is_some_and(|awal| awal.is_empty())
            && !tanpa_tanda(&before).is_empty()
        {
            first.2 = before.iter().cloned().chain(std::mem::take(&mut first.2)).collect();
        }
        let known: Vec<(usize, String, String)> = parts
            .into_iter()
            .filter_map(|(out, sum, runs)| Some((*self.teks.get(&out)?, sum, tanpa_tanda(&runs))))
            .collect();
        let jejak = Jejak {
            gaya: read.gaya.clone(),
            daftar: read.daftar.clone(),
            oleh: read.oleh.iter().find(|oleh| !oleh.nama.is_empty()).cloned(),
            baris: read.baris,
            ..Jejak::default()
        };
        let Some((first, ..)) = known.first() else { return self.tak_dikenal(read, jejak) };
        self.urutan.lihat(self.paragraf[first]);
        let own = &self.acuan.paragraf[self.paragraf[first]];
        let awal = rapi(&own.awal);
        if plain != awal && !awal.is_empty() {
            self.lepas(plain.strip_prefix(awal.as_str()).unwrap_or(&plain));
            self.bukan(*first, format!("`{plain}` di depan teks ini dibuat oleh program, semestinya `{awal}`"));
        }
        let mut found = self.potongan(&known, own, &jejak);
        for one in &mut found {
            let sum = known.iter().find(|(unit, ..)| Some(*unit) == one.unit).map_or("", |(_, sum, _)| sum.as_str());
            if let Some(unit) = one.unit
                && !self.satu_sisi(unit, &one.teks, sum)
                && one.gabung.is_empty()
            {
                one.teks = self.acuan.satuan[unit].teks.clone();
            }
        }
        self.jejak.extend(found);
    }

    /// A paragraph without a text of the decree: a new one, unless the program puts it there.
    fn tak_dikenal(&mut self, read: &Terbaca, jejak: Jejak) {
        let whole = read.runs();
        let plain = rapi(&whole.iter().map(|run| run.text.as_str()).collect::<String>());
        if rapi(&tulisan(&whole)).is_empty() || self.urutan.is_tetap(self.acuan, &plain) {
            return;
        }
        if jejak.gaya == "Naskah Tanda Tangan" && self.urutan.terisi(self.acuan, &plain) {
            let pesan = format!("tempat tanda tangan dibuat oleh program; di Word berbunyi `{plain}`");
            let jalan = "yang ikut menandatangani ditulis sebagai `anggota` pada `ditetapkan`".to_owned();
            return self.hasil.keberatan.push(Keberatan { sebab: Sebab::Buatan, span: None, pesan, jalan });
        }
        self.baru(Jejak { teks: tanpa_tanda(&whole), ..jejak });
    }

    /// The texts of one paragraph; those of other paragraphs that came into it belong to the first one.
    fn potongan(&self, known: &[(usize, String, String)], own: &Paragraf, jejak: &Jejak) -> Vec<Jejak> {
        let home = |unit: usize| self.paragraf.get(&unit).copied();
        let mut found: Vec<Jejak> = Vec::new();
        for (unit, _, text) in known {
            let rest = own.teks.iter().find(|(at, _)| at == unit).map_or("", |(_, rest)| rest.as_str());
            let text = text.strip_suffix(rapi(rest).as_str()).map_or(text.as_str(), str::trim_end);
            let apart = |last: &Jejak| last.unit.and_then(home) != home(*unit);
            match found.last_mut() {
                Some(last) if !last.teks.is_empty() && !text.is_empty() && apart(last) => {
                    last.teks = format!("{} {text}", last.teks);
                    last.gabung.push(*unit);
                }
                _ if text.is_empty() && !self.acuan.satuan[*unit].teks.is_empty() => {}
                _ => found.push(Jejak { unit: Some(*unit), teks: text.to_owned(), ..jejak.clone() }),
            }
        }
        found
    }

    /// Whether a text is taken as the file has it; where the YAML changed as well, both sides are told.
    fn satu_sisi(&mut self, unit: usize, text: &str, sum: &str) -> bool {
        let now = &self.acuan.satuan[unit];
        // What Word did not change is as the decree has it now.
        let changed = jumlah(text) != *sum;
        if text == now.teks || (changed && (self.same || jumlah(&now.teks) == *sum)) {
            return true;
        }
        if changed {
            let pesan = format!("{}: di Word `{text}`, dalam YAML sekarang `{}`", self.tempat.teks(unit), now.teks);
            let jalan = "pilih salah satu, lalu tulis sendiri dalam YAML".to_owned();
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::DuaSisi, span: Some(now.span), pesan, jalan });
        }
        false
    }

    /// A paragraph that is none of the decree's.
    fn baru(&mut self, jejak: Jejak) {
        let label = jejak.gaya == "Naskah Label" && dari_nama_diktum(&jejak.teks).is_some();
        if matches!(jejak.gaya.as_str(), "Naskah Daftar Isi" | "Naskah Judul Daftar Isi") {
            return self.daftar_isi(&jejak);
        }
        if label || jejak.gaya == "Naskah Titik Dua" {
            return;
        }
        self.urutan.baru();
        self.jejak.push(jejak);
    }

    /// A line of a table of contents; one that says something else than the program's is told.
    fn daftar_isi(&mut self, jejak: &Jejak) {
        let words = kata(&jejak.teks);
        // The line was read without its mark.
        let unmarked = |line: &str| {
            line.split_once(' ').filter(|(mark, _)| mark.ends_with(['.', ')'])).map(|(_, rest)| kata(rest))
        };
        let known = |one: &Paragraf| {
            let own = one.gaya == jejak.gaya;
            own && (kata(&one.awal) == words || unmarked(&one.awal).as_ref() == Some(&words))
        };
        if !self.same || words.is_empty() || self.acuan.paragraf.iter().any(known) {
            return;
        }
        let pesan = format!("daftar isi dibuat oleh program; di Word berbunyi `{}`", jejak.teks);
        let jalan = "ubah judul bab atau bagian yang dimaksud; daftar isi mengikutinya".to_owned();
        self.hasil.keberatan.push(Keberatan { sebab: Sebab::Buatan, span: None, pesan, jalan });
    }

    /// The cells of a row.
    fn satu_baris(&mut self, cells: &[Terbaca]) {
        let Some(first) = cells.first().and_then(|cell| cell.sel.clone()) else { return };
        let table = first.tabel;
        let oleh = cells.iter().flat_map(|cell| &cell.oleh).find(|oleh| !oleh.nama.is_empty()).cloned();
        let ke = first.lama.as_ref().map(|(out, _)| self.baris.get(&(table, *out)).copied());
        let mut grouped: Vec<(Sel, Vec<&Terbaca>)> = Vec::new();
        for cell in cells {
            let Some(sel) = &cell.sel else { continue };
            match grouped.last_mut() {
                Some((last, lines)) if last == sel => lines.push(cell),
                _ => grouped.push((sel.clone(), vec![cell])),
            }
        }
        let Some(ke) = ke else {
            let texts = grouped.iter().map(|(sel, lines)| (sel.x, sel.kanan, sel.lanjut, isi_sel(lines)));
            let baris = Baris { tabel: table, ke: None, sel: texts.collect() };
            let teks = baris.sel.iter().map(|(.., text)| text.as_str()).filter(|text| !text.is_empty());
            let teks = teks.collect::<Vec<_>>().join(" | ");
            if !teks.is_empty() {
                self.jejak.push(Jejak { oleh, teks, tabel: Some(baris), ..Jejak::default() });
            }
            return;
        };
        let Some(row) = ke else { return };
        self.jejak.push(Jejak {
            oleh,
            tabel: Some(Baris { tabel: table, ke: Some(row), sel: Vec::new() }),
            ..Jejak::default()
        });
        let out = first.lama.map(|(_, sum)| sum).unwrap_or_default();
        if !self.baris_satu_sisi(table, row, &grouped, &out) {
            return;
        }
        let columns = self.acuan.tabel.get(&table).map_or(0, |table| table.kolom);
        let width = grouped.last().map_or(0, |(sel, _)| sel.x + sel.kanan);
        if width != columns {
            grouped.iter().for_each(|(_, lines)| self.lepas(&isi_sel(lines)));
            let span = self.baris_pertama(table, row).map(|unit| self.acuan.satuan[unit].span);
            let pesan = format!("baris ini mempunyai {width} kolom di Word, dalam YAML {columns}");
            let jalan = "kolom ditambah atau dihapus dalam YAML, pada `kolom`".to_owned();
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span, pesan, jalan });
            return;
        }
        for (sel, lines) in grouped.iter().filter(|(sel, _)| !sel.lanjut) {
            self.satu_sel((table, row, sel.x), lines);
        }
    }

    /// The first text of a row.
    pub fn baris_pertama(&self, table: usize, row: usize) -> Option<usize> {
        self.acuan.baris.get(&(table, row))?.iter().copied().find(|at| self.acuan.satuan[*at].jalan.is_some())
    }

    fn baris_satu_sisi(&mut self, table: usize, row: usize, cells: &[(Sel, Vec<&Terbaca>)], out: &str) -> bool {
        let now = self.acuan.tabel.get(&table).and_then(|table| table.jumlah.get(row)).cloned().unwrap_or_default();
        if self.same || now == out {
            return true;
        }
        let texts = cells.iter().filter(|(sel, _)| !sel.lanjut).flat_map(|(_, lines)| lines.iter());
        let read = jangkar::jumlah(texts.map(|line| tulisan(&line.runs())).filter(|text| !text.trim().is_empty()));
        let units: Vec<usize> = self.teks_baris(table, row);
        self.hadir.extend(units.iter().copied());
        if read != out && read != now {
            let unit = self.baris_pertama(table, row);
            let there: Vec<String> = cells.iter().map(|(_, lines)| isi_sel(lines)).collect();
            let here: Vec<&str> = units.iter().map(|unit| self.acuan.satuan[*unit].teks.as_str()).collect();
            let place = unit.map_or(String::new(), |unit| self.tempat.teks(unit));
            let pesan =
                format!("{place}: baris di Word `{}`, dalam YAML sekarang `{}`", there.join(" | "), here.join(" | "));
            let jalan = "pilih salah satu baris, lalu tulis sendiri dalam YAML".to_owned();
            let span = unit.map(|unit| self.acuan.satuan[unit].span);
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::DuaSisi, span, pesan, jalan });
        }
        false
    }

    /// The texts of a row.
    pub fn teks_baris(&self, table: usize, row: usize) -> Vec<usize> {
        self.acuan.baris.get(&(table, row)).cloned().unwrap_or_default()
    }

    /// The paragraphs of a cell beside those that go out now: equal ones are the same, others in between by their order.
    fn satu_sel(&mut self, cell: (usize, usize, usize), lines: &[&Terbaca]) {
        let unit = |at: &usize| {
            let texts = &self.acuan.paragraf[*at].teks;
            let full = texts.iter().rev().find(|(at, _)| !self.acuan.satuan[*at].teks.is_empty());
            full.or(texts.last()).map(|(at, _)| *at)
        };
        let before: Vec<Option<usize>> = self.acuan.sel.get(&cell).into_iter().flatten().map(unit).collect();
        let mut lines: Vec<(&Terbaca, String)> =
            lines.iter().map(|line| (*line, rapi(&tanpa_tanda(&line.runs())))).collect();
        if lines.len() > before.len() {
            lines.retain(|(_, text)| !text.is_empty());
        }
        let texts: Vec<&str> = lines.iter().map(|(_, text)| text.as_str()).collect();
        let old: Vec<&str> =
            before.iter().map(|unit| unit.map_or("", |at| self.acuan.satuan[at].teks.as_str())).collect();
        let whole = lines.len() > 1 && before.len() == 1;
        for (old, new) in berpasangan(&old, &texts) {
            let (line, text) = &lines[new];
            let unit = old.and_then(|old| before[old]);
            if whole && unit.is_none() {
                let span = before[0].map(|unit| self.acuan.satuan[unit].span);
                self.lepas(text);
                let pesan = format!("sel ini menjadi beberapa paragraf di Word: `{text}`");
                let jalan = "tulis sebagai rincian di dalam sel itu, atau satukan kembali".to_owned();
                self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span, pesan, jalan });
                continue;
            }
            if unit.is_none() && text.is_empty() {
                continue;
            }
            self.jejak.push(Jejak {
                unit,
                teks: text.clone(),
                gaya: line.gaya.clone(),
                daftar: line.daftar.clone(),
                oleh: line.oleh.iter().find(|oleh| !oleh.nama.is_empty()).cloned(),
                baris: line.baris,
                sel: true,
                ..Jejak::default()
            });
        }
    }

    /// An edit of a text; its place among all.
    pub fn sunting(&mut self, jenis: Jenis, unit: usize, lama: String, baru: String, oleh: Option<Oleh>) -> usize {
        let (tempat, span) = (self.tempat.teks(unit), Some(self.acuan.satuan[unit].span));
        self.hasil.suntingan.push(Suntingan { jenis, tempat, span, lama, baru, oleh });
        self.hasil.suntingan.len() - 1
    }

    /// Takes every comment.
    fn catatan(&mut self) {
        let mut told = HashSet::new();
        let mut last: Option<usize> = None;
        for read in &self.berkas.paragraf {
            let own = read.bagian().1.iter().find_map(|(out, ..)| self.teks.get(out).copied());
            let row = read.sel.as_ref().and_then(|sel| {
                let row = self.baris.get(&(sel.tabel, sel.lama.as_ref()?.0))?;
                let units = self.teks_baris(sel.tabel, *row);
                units.into_iter().find(|unit| self.acuan.satuan[*unit].jalan.is_some())
            });
            last = own.or(row).filter(|unit| self.acuan.satuan[*unit].jalan.is_some()).or(last);
            for id in &read.catatan {
                let Some((unit, comment)) = last.zip(self.berkas.catatan.get(id)).filter(|_| told.insert(id.clone()))
                else {
                    continue;
                };
                let text = format!("({}, {}): {}", comment.oleh.nama, comment.oleh.hari, comment.teks);
                let lama = self.acuan.satuan[unit].teks.clone();
                let edit = self.sunting(Jenis::Catatan, unit, lama, comment.teks.clone(), Some(comment.oleh.clone()));
                let way = self.acuan.satuan[unit].jalan.clone().unwrap_or_default();
                self.hasil.catatan.push((way, text, edit));
            }
        }
    }

    /// Puts the edits into the order of the YAML.
    fn urutkan(&mut self) {
        let spans = &self.hasil.suntingan;
        let mut order: Vec<usize> = (0..spans.len()).collect();
        order.sort_by_key(|at| (spans[*at].span.map_or(usize::MAX, |span| span.start), *at));
        self.hasil.susun(&order);
    }
}
