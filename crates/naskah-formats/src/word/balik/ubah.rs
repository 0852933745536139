//! Texts that say something else: what is written, what is broken or joined, and what the program makes itself.

use naskah_core::decree::Bilangan;
use naskah_core::decree::tabel::LAMBANG;
use naskah_core::language::kosong;

use super::acuan::{Asal, centang, lambang, tanpa_penutup};
use super::kata::{di_mana, ketikan};
use super::lepas::{Lepas, kata, kurang, sebagian};
use super::pembanding::{Jejak, Pembanding};
use super::{Jenis, Keberatan, Sebab};

impl Pembanding<'_> {
    /// Takes every text that says something else.
    pub(super) fn ubah(&mut self) {
        for at in 0..self.jejak.len() {
            let jejak = self.jejak[at].clone();
            let Some(unit) = jejak.unit else { continue };
            let now = &self.acuan.satuan[unit];
            if self.nomor(at, unit, &jejak) || (jejak.teks == now.teks && jejak.gabung.is_empty()) {
                continue;
            }
            if self.kotak(unit, &jejak)
                || self.bukan_bilangan(unit, &jejak.teks)
                || self.bukan_lambang(unit, &jejak.teks)
            {
                continue;
            }
            let asal = now.asal.clone();
            let behind = self.pecahan(at, unit);
            if self.buatan(unit, &jejak, at, behind) {
                continue;
            }
            self.hasil.tunda.push((unit, jejak.teks.clone()));
            let Asal::Ketikan { akhir, kapital } = &asal else { continue };
            if !akhir.is_empty() && tanpa_penutup(&jejak.teks) == tanpa_penutup(&now.teks) && jejak.gabung.is_empty() {
                continue;
            }
            let typed = ketikan(&jejak.teks, akhir, kapital.then_some(now.ketikan.as_str()));
            let jenis = match (jejak.gabung.is_empty(), behind) {
                (false, _) => Jenis::Gabung,
                (true, 1..) => Jenis::Pecah,
                (true, 0) => Jenis::Ubah,
            };
            let pieces = match jenis {
                Jenis::Pecah => at + 1..at + 1 + behind,
                _ => 0..0,
            };
            let said = |texts: Vec<&str>| texts.join(" / ");
            let swallowed = jejak.gabung.iter().map(|one| self.acuan.satuan[*one].teks.as_str());
            let lama = said(std::iter::once(now.teks.as_str()).chain(swallowed).collect());
            let parts = self.jejak[pieces.clone()].iter().map(|one| one.teks.as_str());
            let baru = said(std::iter::once(jejak.teks.as_str()).chain(parts).collect());
            let edit = self.sunting(jenis, unit, lama, baru, jejak.oleh.clone());
            self.gabung.extend(jejak.gabung.iter().map(|one| (*one, edit)));
            self.pecah.extend(pieces.map(|piece| (piece, edit)));
            if let Some(way) = &now.jalan {
                self.hasil.tulis.push((way.clone(), typed, edit));
            }
        }
    }

    /// How many of the new paragraphs behind a text are pieces of what it said.
    fn pecahan(&self, at: usize, unit: usize) -> usize {
        let lost = kurang(&kata(&self.acuan.satuan[unit].teks), &kata(&self.jejak[at].teks));
        let new = |one: &&Jejak| one.unit.is_none() && one.tabel.is_none();
        self.jejak[at + 1..].iter().take_while(new).take_while(|one| sebagian(&kata(&one.teks), &lost)).count()
    }

    /// Whether an edit is one of what the program makes: that is told as one, and nothing of it is taken.
    fn buatan(&mut self, unit: usize, jejak: &Jejak, at: usize, behind: usize) -> bool {
        let made = |unit: &usize| self.acuan.satuan[*unit].asal == Asal::Buatan;
        let units: Vec<usize> = std::iter::once(unit).chain(jejak.gabung.iter().copied()).collect();
        if !units.iter().any(made) {
            return false;
        }
        let now = &self.acuan.satuan[unit];
        // A piece may stand before the text that it was part of, too.
        let lost = kurang(&kata(&now.teks), &kata(&jejak.teks));
        let new = |one: &&Jejak| one.unit.is_none() && one.tabel.is_none() && sebagian(&kata(&one.teks), &lost);
        let ahead = self.jejak[..at].iter().rev().take_while(new).count();
        let pesan = match (jejak.gabung.is_empty(), behind + ahead, jejak.teks.is_empty()) {
            (false, ..) => {
                format!("{}: yang digabung di Word dibuat oleh program: `{}`", self.tempat.teks(unit), jejak.teks)
            }
            (true, 1.., _) => {
                format!("{}: yang dipecah di Word dibuat oleh program: `{}`", self.tempat.teks(unit), now.teks)
            }
            (true, 0, true) => {
                format!("{}: yang dihapus di Word dibuat oleh program: `{}`", self.tempat.teks(unit), now.teks)
            }
            _ => return false,
        };
        self.tahan.extend(units.iter().copied());
        self.ditolak.extend((at - ahead..at).chain(at + 1..at + 1 + behind));
        let first = units.iter().copied().find(|unit| self.acuan.satuan[*unit].asal == Asal::Buatan);
        self.bukan(first.unwrap_or(unit), pesan);
        true
    }

    /// Whether a text is the number of a row, which follows from the order; another one than that is told.
    fn nomor(&mut self, at: usize, unit: usize, jejak: &Jejak) -> bool {
        let now = &self.acuan.satuan[unit];
        if !now.nomor {
            return false;
        }
        let row = |one: &Jejak| one.tabel.as_ref().map(|row| (row.tabel, row.ke));
        let table = self.jejak[..at].iter().rev().find_map(row).map(|(table, _)| table);
        let rows: Vec<Option<usize>> =
            self.jejak.iter().filter_map(row).filter(|(one, _)| Some(*one) == table).map(|(_, ke)| ke).collect();
        let all = table.and_then(|table| self.acuan.tabel.get(&table)).map_or(0, |table| table.jumlah.len());
        let same = rows.len() == all && rows.iter().enumerate().all(|(at, ke)| *ke == Some(at));
        let counted = !same && nomor_wajar(&jejak.teks, rows.len());
        if jejak.teks != now.teks && !counted && (same || !jejak.teks.is_empty()) {
            let pesan = format!(
                "{}: nomor baris `{}` menjadi `{}` di Word; nomor dibuat oleh program",
                self.tempat.teks(unit),
                now.teks,
                jejak.teks
            );
            let jalan = "nomor mengikuti urutan barisnya; pindahkan barisnya bila urutannya harus lain".to_owned();
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::Buatan, span: Some(now.span), pesan, jalan });
        }
        true
    }

    /// Whether a text is a box, which was ticked or not; what is no box is told.
    fn kotak(&mut self, unit: usize, jejak: &Jejak) -> bool {
        let now = &self.acuan.satuan[unit];
        if !now.centang {
            return false;
        }
        match (centang(&jejak.teks), &now.jalan) {
            (Some(typed), Some(way)) => {
                let (way, lama) = (way.clone(), now.teks.clone());
                let edit = self.sunting(Jenis::Ubah, unit, lama, jejak.teks.clone(), jejak.oleh.clone());
                self.hasil.tulis.push((way, typed.to_owned(), edit));
            }
            _ => {
                let pesan = format!("{}: `{}` bukan kotak centang", self.tempat.teks(unit), jejak.teks);
                let jalan = "isi dengan ☑ atau ☐; perbaiki di Word atau dalam YAML".to_owned();
                self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span: Some(now.span), pesan, jalan });
                self.lepas(&jejak.teks);
            }
        }
        true
    }

    /// Whether something stands in a column of numbers that is none; that is told.
    fn bukan_bilangan(&mut self, unit: usize, text: &str) -> bool {
        let now = &self.acuan.satuan[unit];
        let open = text.is_empty() || kosong::seluruhnya(text);
        let wrong = text.parse::<Bilangan>().err().filter(|_| now.bilangan && !open);
        if let Some(pesan) = &wrong {
            let pesan = format!("{}: {pesan}", self.tempat.teks(unit));
            let jalan = "kolom ini memuat bilangan; perbaiki di Word atau dalam YAML".to_owned();
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span: Some(now.span), pesan, jalan });
            self.lepas(text);
        }
        wrong.is_some()
    }

    /// Whether something stands in a column of symbols that names none; that is told.
    fn bukan_lambang(&mut self, unit: usize, text: &str) -> bool {
        let now = &self.acuan.satuan[unit];
        let wrong = now.bagan && !lambang(text);
        if wrong {
            let pesan = format!("{}: `{text}` bukan lambang bagan", self.tempat.teks(unit));
            let jalan = format!("pilihannya: {}; perbaiki di Word atau dalam YAML", LAMBANG.join(", "));
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span: Some(now.span), pesan, jalan });
            self.lepas(text);
        }
        wrong
    }

    /// Tells of something that the program makes.
    pub(super) fn bukan(&mut self, unit: usize, pesan: String) {
        let satuan = &self.acuan.satuan[unit];
        let jalan = di_mana(satuan.jalan.as_deref().unwrap_or_default(), &satuan.ketikan);
        self.hasil.keberatan.push(Keberatan { sebab: Sebab::Buatan, span: Some(satuan.span), pesan, jalan });
    }

    /// Keeps in mind a text of the file that is not taken.
    pub(super) fn lepas(&mut self, text: &str) {
        self.lepas.push(Lepas { teks: text.to_owned() });
    }
}

/// Whether something is a number that one of so many rows can have.
pub fn nomor_wajar(text: &str, rows: usize) -> bool {
    let digits = text.trim_end_matches('.');
    digits.parse::<usize>().is_ok_and(|number| number <= rows && number.to_string() == digits)
}
