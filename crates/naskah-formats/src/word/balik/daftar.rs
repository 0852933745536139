//! Lists of items and rows: what is new, gone, or stands elsewhere.

use std::collections::{BTreeSet, HashMap, HashSet};

use naskah_core::decree::Bilangan;
use naskah_core::diag::Span;
use naskah_core::language::kosong;

use super::acuan::{Asal, Butir, Jalan, Langkah, Tabel, centang, lambang, tanpa_penutup};
use super::pembanding::{Baris, Jejak, Pembanding};
use super::ubah::nomor_wajar;
use super::{Entri, Isi, Jenis, Keberatan, Sebab, Suntingan, Susunan, serupa};

/// Styles of headings, which are written in the YAML with what stands under them.
const JUDUL: [&str; 4] = ["Naskah Bab", "Naskah Bagian 1", "Naskah Bagian 2", "Naskah Bagian 3"];

/// Styles of what is signed: the lines of several stand apart from each other in one look.
const TANDA_TANGAN: [&str; 2] = ["Naskah Tanda Tangan", "Naskah Pengesahan"];

/// A head of an item while the file is gone through.
struct Kepala {
    butir: Butir,
    dalam: usize,
}

/// An item or a row, and a text that it is shown by.
struct Wakil {
    butir: Butir,
    unit: usize,
    /// Of a row: its table, and which row it is.
    baris: Option<(usize, usize)>,
}

/// Whether a way leads into one of these items.
fn di_dalam(way: &[Langkah], items: &HashSet<Butir>) -> bool {
    let inner = |(at, step): (usize, &Langkah)| match step {
        Langkah::Ke(ke) => items.contains(&Butir { daftar: way[..at].to_vec(), ke: *ke }),
        Langkah::Kunci(_) => false,
    };
    way.iter().enumerate().any(inner)
}

/// In how many lists an item lies.
fn dalam(butir: &Butir) -> usize {
    butir.daftar.iter().filter(|step| matches!(step, Langkah::Ke(_))).count()
}

/// Whether a list lies in an item.
fn di_bawah(daftar: &[Langkah], butir: &Butir) -> bool {
    let own = butir.daftar.len();
    daftar.len() > own && daftar[..own] == butir.daftar[..] && daftar[own] == Langkah::Ke(butir.ke)
}

impl Pembanding<'_> {
    /// Takes everything that came, went or moved.
    pub(super) fn daftar(&mut self) {
        let lists = self.daftar_nomor();
        let mut visited: Vec<Kepala> = Vec::new();
        // Items and rows that are still there, though perhaps not where they could be taken from.
        let mut kept: HashSet<Butir> = HashSet::new();
        for at in 0..self.jejak.len() {
            let jejak = self.jejak[at].clone();
            if let Some(baris) = &jejak.tabel {
                match baris.ke {
                    Some(row) => kept.extend(self.baris_lama(baris.tabel, row)),
                    None => self.baris_baru(at, &jejak),
                }
                continue;
            }
            match jejak.unit {
                Some(unit) => {
                    let Some(butir) = self.acuan.satuan[unit].butir.clone() else { continue };
                    kept.insert(butir.clone());
                    if jejak.sel || self.di_tempat(&butir, &visited, unit) {
                        self.urut(&butir.daftar).urut.push(Entri::Lama(butir.ke));
                    }
                    let head = Kepala { dalam: dalam(&butir), butir };
                    visited.push(head);
                }
                None if self.ditolak.contains(&at) => {}
                None => self.butir_baru(at, &jejak, &lists, &visited),
            }
        }
        kept.extend(self.tahan.iter().filter_map(|unit| self.acuan.satuan[*unit].butir.clone()));
        self.hadir.extend(&self.tahan);
        self.sambung(&kept);
        self.pindah();
        self.hapus(&kept);
    }

    fn urut(&mut self, list: &Jalan) -> &mut Susunan {
        self.hasil.daftar.entry(list.clone()).or_default()
    }

    /// The list of the YAML that each list of Word shows, where it shows one alone.
    fn daftar_nomor(&self) -> HashMap<String, Option<Jalan>> {
        let mut lists: HashMap<String, Option<Jalan>> = HashMap::new();
        for jejak in &self.jejak {
            let own = jejak.unit.and_then(|unit| self.acuan.satuan[unit].butir.as_ref());
            if let (Some((id, 0)), Some(butir)) = (&jejak.daftar, own) {
                let known = lists.entry(id.clone()).or_insert_with(|| Some(butir.daftar.clone()));
                if known.as_ref() != Some(&butir.daftar) {
                    *known = None;
                }
            }
        }
        lists
    }

    /// Whether an item still stands in its own list; otherwise that is told.
    fn di_tempat(&mut self, butir: &Butir, visited: &[Kepala], unit: usize) -> bool {
        let depth = dalam(butir);
        let before = visited.iter().rev().find(|one| one.dalam <= depth);
        let begun = self
            .hasil
            .daftar
            .get(&butir.daftar)
            .is_some_and(|list| list.urut.iter().any(|entri| matches!(entri, Entri::Lama(_))));
        let good = match before {
            Some(one) if one.butir.daftar == butir.daftar => true,
            Some(_) if begun => false,
            Some(one) if di_bawah(&butir.daftar, &one.butir) => true,
            other => {
                let base = self.sebelum(&butir.daftar, depth);
                !begun && other.map(|one| &one.butir.daftar) == base.as_ref().map(|one| &one.daftar)
            }
        };
        if !good {
            let satuan = &self.acuan.satuan[unit];
            let pesan = format!("{} dipindahkan ke bagian lain", self.tempat.teks(unit));
            let jalan = "pindahkan sendiri dalam YAML".to_owned();
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span: Some(satuan.span), pesan, jalan });
        }
        good
    }

    /// The item before a list, as the decree goes out; of those that are still there.
    fn sebelum(&self, list: &Jalan, depth: usize) -> super::Sebelum {
        let there = self.acuan.satuan.iter().enumerate().filter(|(unit, _)| self.hadir.contains(unit));
        let heads = there.filter_map(|(_, one)| one.butir.as_ref());
        heads.take_while(|one| one.daftar != *list).filter(|one| dalam(one) <= depth).last().cloned()
    }

    /// A row that was there.
    fn baris_lama(&mut self, table: usize, row: usize) -> Option<Butir> {
        let butir = self.acuan.tabel.get(&table)?.butir.get(row)?.clone()?;
        self.urut(&butir.daftar).urut.push(Entri::Lama(butir.ke));
        Some(butir)
    }

    /// A row that was not there.
    fn baris_baru(&mut self, at: usize, jejak: &Jejak) {
        let Some(baris) = &jejak.tabel else { return };
        let near = |step: &Jejak| step.tabel.as_ref().filter(|one| one.tabel == baris.tabel).and_then(|one| one.ke);
        let above = self.jejak[..at].iter().rev().find_map(near);
        let below = self.jejak[at + 1..].iter().find_map(near);
        let known = self.acuan.tabel.get(&baris.tabel);
        let butir = known.and_then(|table| table.butir.get(above.or(below)?)?.clone());
        let merged = known.is_some_and(|table| {
            let is = |row: Option<usize>| row.is_none_or(|row| table.gabung.get(row).copied().unwrap_or(false));
            is(above) && is(below) && above.is_some()
        });
        let plain = known.is_some_and(|table| {
            baris.sel.len() == table.kolom && baris.sel.iter().all(|(_, kanan, lanjut, _)| *kanan == 1 && !lanjut)
        });
        let span = above.or(below).and_then(|row| self.baris_pertama(baris.tabel, row));
        let span = span.map(|unit| self.acuan.satuan[unit].span);
        let (Some(butir), true, false) = (butir, plain, merged) else {
            let pesan = format!("baris baru di Word tidak dapat dibawa: `{}`", jejak.teks);
            return self.baris_ditolak(jejak, span, pesan, "tambahkan dalam YAML, atau lewat `naskah tabel ekspor`");
        };
        let rows =
            self.jejak.iter().filter(|one| one.tabel.as_ref().is_some_and(|row| row.tabel == baris.tabel)).count();
        if let Some(pesan) = known.and_then(|table| sel_salah(table, baris, rows)) {
            let pesan = format!("baris baru `{}`: {pesan}", jejak.teks);
            let jalan = "perbaiki sel itu di Word, atau tambahkan barisnya dalam YAML";
            return self.baris_ditolak(jejak, span, pesan, jalan);
        }
        let cells = known.map(|table| diketik(table, baris)).unwrap_or_default();
        let side = if above.is_some() { "sesudah" } else { "sebelum" };
        let tempat = format!("{side} {}", self.tempat.butir(&butir));
        let edit = self.hasil.suntingan.len();
        self.hasil.suntingan.push(Suntingan {
            jenis: Jenis::Sisip,
            tempat,
            span,
            lama: String::new(),
            baru: jejak.teks.clone(),
            oleh: jejak.oleh.clone(),
        });
        self.urut(&butir.daftar).urut.push(Entri::Baru(edit, Isi::Baris(cells)));
    }

    /// Tells of a new row that is not taken.
    fn baris_ditolak(&mut self, jejak: &Jejak, span: Option<Span>, pesan: String, jalan: &str) {
        self.lepas(&jejak.teks);
        let jalan = jalan.to_owned();
        self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span, pesan, jalan });
    }

    /// A paragraph that was not there: an item of the list that it stands in.
    fn butir_baru(&mut self, at: usize, jejak: &Jejak, lists: &HashMap<String, Option<Jalan>>, visited: &[Kepala]) {
        let near = self.tetangga(at, jejak, lists, visited);
        let Some((butir, unit)) = near else {
            let last = self.jejak[..at].iter().rev().find_map(|one| one.unit);
            let span = last.map(|unit| self.acuan.satuan[unit].span);
            let place = last.map_or("awal".to_owned(), |unit| self.tempat.teks(unit));
            self.lepas(&jejak.teks);
            let pesan = format!("teks baru di Word sesudah {place} tidak dapat dibawa: `{}`", jejak.teks);
            let jalan = "tambahkan sendiri pada tempatnya dalam YAML".to_owned();
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span, pesan, jalan });
            return;
        };
        let own = &self.acuan.satuan[unit];
        let before = self.jejak[..at].iter().any(|one| one.unit == Some(unit));
        let side = if before { "sesudah" } else { "sebelum" };
        let ended = !matches!(&own.asal, Asal::Ketikan { akhir, .. } if akhir.is_empty());
        let text = if ended { tanpa_penutup(&jejak.teks) } else { jejak.teks.as_str() }.to_owned();
        self.hasil.tunda.push((unit, jejak.teks.clone()));
        let edit = match self.pecah.get(&at) {
            Some(edit) => *edit,
            None => {
                let edit = self.hasil.suntingan.len();
                self.hasil.suntingan.push(Suntingan {
                    jenis: Jenis::Sisip,
                    tempat: format!("{side} {}", self.tempat.teks(unit)),
                    span: Some(own.span),
                    lama: String::new(),
                    baru: jejak.teks.clone(),
                    oleh: jejak.oleh.clone(),
                });
                edit
            }
        };
        self.urut(&butir.daftar).urut.push(Entri::Baru(edit, Isi::Butir(text)));
    }

    /// The item beside which a new one stands in the same list.
    fn tetangga(
        &self,
        at: usize,
        jejak: &Jejak,
        lists: &HashMap<String, Option<Jalan>>,
        visited: &[Kepala],
    ) -> Option<(Butir, usize)> {
        if JUDUL.contains(&jejak.gaya.as_str()) || jejak.daftar.as_ref().is_some_and(|(_, level)| *level > 0) {
            return None;
        }
        let head = |one: &Jejak| {
            let unit = one.unit?;
            Some((self.acuan.satuan[unit].butir.clone()?, unit))
        };
        if jejak.gaya == "Naskah Diktum" {
            // A second paragraph beside the same name is no decision of its own.
            let again = self.jejak.iter().any(|one| one.baris == jejak.baris && one.unit.is_some());
            if jejak.baris.is_none() || again {
                return None;
            }
        }
        if let Some(list) = jejak.daftar.as_ref().and_then(|(id, _)| lists.get(id)?.as_ref()) {
            let depth = list.iter().filter(|step| matches!(step, Langkah::Ke(_))).count();
            let before = visited.iter().rev().find(|one| one.dalam <= depth);
            let inside = before.is_some_and(|one| one.butir.daftar == *list || di_bawah(list, &one.butir));
            let ahead = self.jejak[at + 1..].iter().find_map(head).filter(|(butir, _)| butir.daftar == *list);
            let behind = self.jejak[..at].iter().rev().filter_map(head).find(|(butir, _)| butir.daftar == *list);
            if inside || jejak.sel || ahead.is_some() {
                return behind.or(ahead);
            }
            return None;
        }
        if TANDA_TANGAN.contains(&jejak.gaya.as_str()) {
            let last = self.jejak[..at].iter().rev().find(|one| one.unit.is_some())?;
            return head(last).filter(|_| last.gaya == jejak.gaya);
        }
        // The nearest item before it of the same look, with nothing but deeper ones between.
        let mut least = usize::MAX;
        for one in self.jejak[..at].iter().rev() {
            let Some((butir, unit)) = head(one) else { continue };
            let depth = dalam(&butir);
            if one.gaya == jejak.gaya && depth < least {
                return Some((butir, unit));
            }
            least = least.min(depth);
            if JUDUL.contains(&one.gaya.as_str()) {
                break;
            }
        }
        let next = self.jejak[at + 1..].iter().find(|one| one.unit.is_some())?;
        head(next).filter(|_| next.gaya == jejak.gaya)
    }

    /// A new item in the place of one that is gone, which says nearly the same, is that one.
    fn sambung(&mut self, kept: &HashSet<Butir>) {
        let ways: Vec<Jalan> = self.hasil.daftar.keys().cloned().collect();
        let mut gone_edits: BTreeSet<usize> = BTreeSet::new();
        for way in ways {
            let Some(list) = self.hasil.daftar.get(&way).cloned() else { continue };
            for (at, entri) in list.urut.iter().enumerate() {
                let Entri::Baru(edit, Isi::Butir(text)) = entri else { continue };
                let before = list.urut[..at]
                    .iter()
                    .rev()
                    .find_map(|one| if let Entri::Lama(ke) = one { Some(*ke) } else { None });
                let ke = before.map_or(0, |before| before + 1);
                let butir = Butir { daftar: way.clone(), ke };
                let unit = self.acuan.satuan.iter().position(|one| one.butir.as_ref() == Some(&butir));
                let Some(unit) = unit.filter(|_| !kept.contains(&butir) && !self.gabung_butir(&butir)) else {
                    continue;
                };
                let satuan = &self.acuan.satuan[unit];
                let free = !self.hasil.daftar.get(&way).is_some_and(|list| list.urut.contains(&Entri::Lama(ke)));
                if free && serupa(&satuan.teks, text) >= 0.5 && matches!(satuan.asal, Asal::Ketikan { .. }) {
                    let told = &mut self.hasil.suntingan[*edit];
                    (told.jenis, told.lama, told.tempat, told.span) =
                        (Jenis::Ubah, satuan.teks.clone(), self.tempat.teks(unit), Some(satuan.span));
                    self.hasil.tulis.extend(satuan.jalan.clone().map(|way| (way, text.clone(), *edit)));
                    self.urut(&way).urut[at] = Entri::Lama(ke);
                    gone_edits.insert(*edit);
                }
            }
        }
    }

    /// Whether an item became part of another.
    fn gabung_butir(&self, butir: &Butir) -> bool {
        self.gabung.keys().any(|unit| self.acuan.satuan[*unit].butir.as_ref() == Some(butir))
    }

    /// Items that stand elsewhere: those outside the longest run that kept its order.
    fn pindah(&mut self) {
        let ways: Vec<Jalan> = self.hasil.daftar.keys().cloned().collect();
        for way in ways {
            let Some(list) = self.hasil.daftar.get_mut(&way) else { continue };
            let mut seen = HashSet::new();
            list.urut.retain(|entri| if let Entri::Lama(ke) = entri { seen.insert(*ke) } else { true });
            let order: Vec<usize> = list
                .urut
                .iter()
                .filter_map(|entri| if let Entri::Lama(ke) = entri { Some(*ke) } else { None })
                .collect();
            for ke in di_luar_urutan(&order) {
                let butir = Butir { daftar: way.clone(), ke };
                let unit = self.wakil(&butir);
                let Some(unit) = unit else { continue };
                let before =
                    order.iter().position(|one| *one == ke).and_then(|at| order.get(at.checked_sub(1)?).copied());
                let baru = match before {
                    Some(ke) => format!("sesudah {}", self.tempat.butir(&Butir { daftar: way.clone(), ke })),
                    None => "paling awal".to_owned(),
                };
                let lama = self.acuan.satuan[unit].teks.clone();
                let edit = self.sunting(Jenis::Pindah, unit, lama, baru, None);
                self.hasil.suntingan[edit].tempat = self.tempat.butir(&butir);
                self.urut(&way).pindah.insert(ke, edit);
            }
        }
    }

    /// A text that an item or a row is shown by.
    fn wakil(&self, butir: &Butir) -> Option<usize> {
        let head = self.acuan.satuan.iter().position(|one| one.butir.as_ref() == Some(butir));
        head.or_else(|| {
            self.acuan.tabel.iter().find_map(|(table, known)| {
                let row = known.butir.iter().position(|one| one.as_ref() == Some(butir))?;
                self.baris_pertama(*table, row)
            })
        })
    }

    /// Items and rows that are gone.
    fn hapus(&mut self, kept: &HashSet<Butir>) {
        if !self.same {
            return;
        }
        let plans = self.baris_rencana_hilang();
        let all = self.semua(&plans);
        let mut there: HashSet<Butir> = kept.clone();
        for (way, list) in &self.hasil.daftar {
            let items = list.urut.iter().filter_map(|one| if let Entri::Lama(ke) = one { Some(*ke) } else { None });
            there.extend(items.map(|ke| Butir { daftar: way.clone(), ke }));
        }
        let gone: HashSet<Butir> =
            all.iter().map(|one| &one.butir).filter(|one| !there.contains(one)).cloned().collect();
        let left: HashSet<&Jalan> =
            all.iter().map(|one| &one.butir).filter(|one| there.contains(one)).map(|one| &one.daftar).collect();
        for one in all.iter().filter(|one| gone.contains(&one.butir) && !di_dalam(&one.butir.daftar, &gone)) {
            let merged = one.baris.and_then(|(table, row)| self.acuan.tabel.get(&table)?.gabung.get(row).copied());
            let why = if there.iter().any(|other| di_bawah(&other.daftar, &one.butir)) {
                Some("rincian di bawahnya masih ada")
            } else if !left.contains(&one.butir.daftar) {
                Some("seluruh daftarnya ikut terhapus")
            } else {
                merged.unwrap_or(false).then_some("barisnya memuat sel gabungan")
            };
            match why {
                Some(why) => {
                    let pesan = format!("{} dihapus di Word, tetapi {why}", self.tempat.butir(&one.butir));
                    let jalan = "hapus sendiri dalam YAML bila memang dimaksud".to_owned();
                    let span = Some(self.acuan.satuan[one.unit].span);
                    self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span, pesan, jalan });
                }
                None => {
                    let edit = self.gabung.get(&one.unit).copied().unwrap_or_else(|| self.sunting_hapus(one));
                    self.urut(&one.butir.daftar).hapus.insert(one.butir.ke, edit);
                }
            }
        }
        self.hadir.extend(plans);
        self.teks_hilang(&gone);
    }

    /// Every item and row of the decree, without those of plans that are gone.
    fn semua(&self, plans: &HashSet<usize>) -> Vec<Wakil> {
        let heads = self.acuan.satuan.iter().enumerate().filter(|(unit, _)| !plans.contains(unit));
        let heads = heads.filter_map(|(unit, one)| Some(Wakil { butir: one.butir.clone()?, unit, baris: None }));
        let mut all: Vec<Wakil> = heads.collect();
        let mut tables: Vec<_> = self.acuan.tabel.iter().collect();
        tables.sort_by_key(|(table, _)| **table);
        for (table, known) in tables {
            let rows = known.butir.iter().enumerate();
            all.extend(rows.filter_map(|(row, butir)| {
                let unit = self.baris_pertama(*table, row)?;
                Some(Wakil { butir: butir.clone()?, unit, baris: Some((*table, row)) })
            }));
        }
        all
    }

    /// The edit that takes an item or a row away.
    fn sunting_hapus(&mut self, one: &Wakil) -> usize {
        let lama = match one.baris {
            Some((table, row)) => {
                let units = self.teks_baris(table, row);
                let texts = units.iter().map(|unit| self.acuan.satuan[*unit].teks.as_str());
                texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ")
            }
            None => self.acuan.satuan[one.unit].teks.clone(),
        };
        let by = self.hapus.get(&one.unit).cloned();
        let edit = self.sunting(Jenis::Hapus, one.unit, lama, String::new(), by);
        self.hasil.suntingan[edit].tempat = self.tempat.butir(&one.butir);
        edit
    }

    /// The texts of rows that are gone and are printed from several entries of the YAML; that is told once a row.
    fn baris_rencana_hilang(&mut self) -> HashSet<usize> {
        let there: HashSet<(usize, usize)> =
            self.jejak.iter().filter_map(|one| one.tabel.as_ref().and_then(|row| Some((row.tabel, row.ke?)))).collect();
        let rows = |(table, known): (&usize, &Tabel)| {
            let table = *table;
            let plain: Vec<usize> = (0..known.butir.len()).filter(|row| known.butir[*row].is_none()).collect();
            plain.into_iter().map(move |row| (table, row))
        };
        let mut gone: Vec<(usize, usize)> =
            self.acuan.tabel.iter().flat_map(rows).filter(|row| !there.contains(row)).collect();
        gone.sort_unstable();
        let mut texts = HashSet::new();
        for (table, row) in gone {
            let units = self.teks_baris(table, row);
            let said: Vec<&str> = units.iter().map(|unit| self.acuan.satuan[*unit].teks.as_str()).collect();
            let said = said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ");
            let span = self.baris_pertama(table, row).map(|unit| self.acuan.satuan[unit].span);
            let pesan = format!("baris rencana dihapus di Word: `{said}`");
            let jalan = "hapus isinya dalam YAML, atau lewat `naskah tabel ekspor`".to_owned();
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span, pesan, jalan });
            texts.extend(units);
        }
        texts
    }

    /// Tells of texts that are gone and are no items.
    fn teks_hilang(&mut self, gone: &HashSet<Butir>) {
        let lost = self.acuan.tabel.iter().flat_map(|(table, known)| {
            let of = |(row, butir): (usize, &Option<Butir>)| {
                butir.as_ref().is_some_and(|one| gone.contains(one)).then_some((*table, row))
            };
            known.butir.iter().enumerate().filter_map(of).collect::<Vec<_>>()
        });
        let rows: HashSet<usize> = lost.flat_map(|(table, row)| self.teks_baris(table, row)).collect();
        for (unit, satuan) in self.acuan.satuan.iter().enumerate() {
            let unseen = !self.paragraf.contains_key(&unit);
            let item = satuan.butir.is_some() || satuan.teks.is_empty() || satuan.nomor || unseen;
            let below = satuan.jalan.as_ref().is_some_and(|way| di_dalam(way, gone));
            if item || below || self.hadir.contains(&unit) || rows.contains(&unit) {
                continue;
            }
            let pesan = match satuan.asal {
                Asal::Buatan => format!("teks buatan program dihapus di Word: `{}`", satuan.teks),
                Asal::Ketikan { .. } => format!("{} dikosongkan di Word: `{}`", self.tempat.teks(unit), satuan.teks),
            };
            let jalan = match satuan.asal {
                Asal::Buatan => super::kata::di_mana(satuan.jalan.as_deref().unwrap_or_default(), &satuan.ketikan),
                Asal::Ketikan { .. } => "kosongkan sendiri dalam YAML bila memang dimaksud".to_owned(),
            };
            let sebab = if satuan.asal == Asal::Buatan { Sebab::Buatan } else { Sebab::TakTerbawa };
            self.hasil.keberatan.push(Keberatan { sebab, span: Some(satuan.span), pesan, jalan });
        }
    }
}

/// The cells of a new row as they are typed, without its numbers.
fn diketik(table: &Tabel, baris: &Baris) -> Vec<String> {
    let typed = |(x, _, _, text): &(usize, usize, bool, String)| match table.centang.contains(x) {
        true => centang(text).unwrap_or_default().to_owned(),
        false => text.clone(),
    };
    baris.sel.iter().filter(|(x, ..)| table.is_typed(*x)).map(typed).collect()
}

/// What is wrong with the numbers and boxes of a new row.
fn sel_salah(table: &Tabel, baris: &Baris, rows: usize) -> Option<String> {
    let fault = |(x, _, _, text): &(usize, usize, bool, String)| {
        let row = text.is_empty() || nomor_wajar(text, rows);
        let strange = (table.penomor.contains(x) && !row).then(|| format!("`{text}` bukan nomor baris"));
        let open = text.is_empty() || kosong::seluruhnya(text);
        let wrong = || text.parse::<Bilangan>().err().filter(|_| table.bilangan.contains(x) && !open);
        let unknown = || {
            let boxed = table.centang.contains(x) && centang(text).is_none();
            let drawn = table.bagan.contains(x) && !lambang(text);
            boxed
                .then(|| format!("`{text}` bukan kotak centang"))
                .or_else(|| drawn.then(|| format!("`{text}` bukan lambang bagan")))
        };
        strange.or_else(wrong).or_else(unknown)
    };
    baris.sel.iter().find_map(fault)
}

/// The entries outside a longest run that kept its order.
pub(super) fn di_luar_urutan(order: &[usize]) -> Vec<usize> {
    // For each entry the length of the longest run that ends with it, and the entry before.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; order.len()];
    for at in 0..order.len() {
        let place = ends.partition_point(|end| order[*end] < order[at]);
        before[at] = place.checked_sub(1).map(|last| ends[last]);
        match ends.get_mut(place) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut run = HashSet::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        run.insert(at);
        next = before[at];
    }
    (0..order.len()).filter(|at| !run.contains(at)).map(|at| order[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::di_luar_urutan;

    #[test]
    fn few_are_moved() {
        assert_eq!(di_luar_urutan(&[0, 1, 2]), Vec::<usize>::new());
        assert_eq!(di_luar_urutan(&[1, 2, 0]), [0]);
        assert_eq!(di_luar_urutan(&[0, 3, 1, 2]), [3]);
    }
}
