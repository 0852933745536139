//! Tables of any shape: heads of up to three rows, cells merged down and to the right, groups, sums, rows taller than a page.

use std::fmt::Write;

use super::lain::{Pembuat, quoted};

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
enum Isi {
    Teks,
    /// Numbers of so many digits.
    Bilangan(u64),
}

/// The columns of a table.
pub struct Kolom {
    /// Their heads, as YAML has them.
    pub pohon: Vec<String>,
    isi: Vec<Isi>,
    /// Words that a cell has mostly.
    kata: u64,
}

impl Kolom {
    /// As many columns as the width has room for, at a size of letters.
    pub fn acak(p: &mut Pembuat, lebar: u64, ukuran: u64) -> Self {
        let bernomor = p.acak.chance(65);
        let most = (lebar / (ukuran * 4)).clamp(2, 20);
        let few = most.min(7);
        let banyak = if p.acak.chance(35) { p.acak.int(1, most) } else { p.acak.int(1, few) };
        // So much has a column, in letters.
        let huruf = lebar.saturating_sub(30) / banyak * 10 / (ukuran * 7);
        let sempit = huruf < 12;
        let mut kolom = Self { pohon: Vec::new(), isi: Vec::new(), kata: if sempit { 1 } else { 7 } };
        if bernomor {
            kolom.pohon.push("{judul: No, isi: nomor, lebar: 1 cm}".to_owned());
        }
        while (kolom.isi.len() as u64) < banyak {
            let rest = banyak - kolom.isi.len() as u64;
            let satu = kolom.satu(p, rest, 1, huruf);
            kolom.pohon.push(satu);
        }
        kolom
    }

    fn satu(&mut self, p: &mut Pembuat, rest: u64, dalam: u64, huruf: u64) -> String {
        let sempit = huruf < 12;
        if dalam < 3 && rest > 1 && p.acak.chance(25) {
            let banyak = p.acak.int(2, rest.min(4));
            let mulai = self.isi.len() as u64;
            let mut anak = Vec::new();
            while self.isi.len() as u64 - mulai < banyak {
                let sisa = banyak - (self.isi.len() as u64 - mulai);
                anak.push(self.satu(p, sisa, dalam + 1, huruf));
            }
            return format!("{{judul: {}, kolom: [{}]}}", quoted(&p.judul(1)), anak.join(", "));
        }
        let angka = !self.isi.is_empty() && p.acak.chance(if sempit { 90 } else { 35 });
        self.isi.push(if angka { Isi::Bilangan(p.acak.int(1, huruf.clamp(2, 12)).min(12)) } else { Isi::Teks });
        let words = p.acak.int(1, if sempit { 1 } else { 4 });
        let judul = if sempit { p.pendek() } else { p.judul(words) };
        let mut out = format!("{{judul: {}", quoted(&judul));
        if angka {
            out.push_str(", isi: bilangan");
        }
        if p.acak.chance(5) {
            out.push_str(", putar: ya");
        }
        if !sempit {
            out.push_str(p.acak.one(&["", "", "", ", lebar: 2", ", lebar: 3", ", lebar: 2 cm", ", rata: tengah"]));
        }
        out + "}"
    }

    /// The rows.
    pub fn baris(&self, p: &mut Pembuat, out: &mut String, s: &str) {
        let (gabung, kiri) = (p.acak.int(0, 95), if p.acak.chance(25) { 10 } else { 0 });
        let tinggi = if p.acak.chance(12) { 4 } else { 0 };
        let berjumlah = self.isi.iter().skip(1).any(|isi| *isi != Isi::Teks);
        let most = if p.acak.chance(15) { 160 } else { 45 };
        let (mut lebar_atas, mut pertama) = (vec![false; self.isi.len()], true);
        for nomor in 0..p.acak.int(1, most) {
            if p.acak.chance(7) {
                for _ in 0..p.acak.int(1, 2) {
                    let _ = writeln!(out, "{s}- {{kelompok: {}}}", quoted(&format!("{} {nomor}", p.judul(2))));
                }
                pertama = true;
            }
            let mut sel: Vec<String> = Vec::new();
            let mut turun = !pertama;
            for x in 0..self.isi.len() {
                turun = turun && !lebar_atas[x] && self.isi[x] == Isi::Teks && p.acak.chance(gabung) && x < 4;
                lebar_atas[x] = false;
                if turun {
                    sel.push("^".to_owned());
                } else if x > 0
                    && self.isi[x] == Isi::Teks
                    && self.isi[x - 1] == Isi::Teks
                    && sel[x - 1] != "^"
                    && p.acak.chance(kiri)
                {
                    (lebar_atas[x], lebar_atas[x - 1]) = (true, true);
                    sel.push("<".to_owned());
                } else {
                    sel.push(self.sel(p, x, tinggi));
                }
            }
            let kosong = if p.acak.chance(4) { Some("tidak") } else { None };
            let _ = match kosong.filter(|_| !sel[0].contains('^')) {
                Some(nomor) => writeln!(out, "{s}- {{sel: [{}], nomor: {nomor}}}", sel.join(", ")),
                None => writeln!(out, "{s}- [{}]", sel.join(", ")),
            };
            pertama = false;
            if berjumlah && self.isi[0] == Isi::Teks && p.acak.chance(6) {
                let _ = writeln!(out, "{s}- {{jumlah: Jumlah}}");
                pertama = true;
            }
        }
        if berjumlah && self.isi[0] == Isi::Teks && p.acak.chance(50) {
            let _ = writeln!(out, "{s}- {{total: Total}}");
        }
    }

    fn sel(&self, p: &mut Pembuat, x: usize, tinggi: u64) -> String {
        if let Isi::Bilangan(digits) = self.isi[x] {
            let most = 10_u64.saturating_pow(digits as u32 - 1).saturating_mul(9);
            return p.acak.int(0, most).to_string();
        }
        if p.acak.chance(tinggi) {
            let count = p.acak.int(100, 500);
            return quoted(&p.kata(count));
        }
        if self.kata > 1 && p.acak.chance(5) {
            let most = if p.acak.chance(20) { 25 } else { 4 };
            let butir: Vec<String> = (0..p.acak.int(2, most)).map(|_| quoted(&p.beberapa(5, 20))).collect();
            return match p.acak.chance(50) {
                true => format!("{{teks: {}, rincian: [{}]}}", quoted(&p.kata(2)), butir.join(", ")),
                false => format!("[{}]", butir.join(", ")),
            };
        }
        match p.acak.int(0, 19) {
            0 => "''".to_owned(),
            _ if self.kata == 1 => quoted(&p.pendek()),
            _ => quoted(&p.beberapa(self.kata, 30)),
        }
    }
}

impl Pembuat {
    /// A title of a few letters.
    fn pendek(&mut self) -> String {
        self.acak.one(&["L", "P", "Ket.", "TPS", "DPT", "Laki", "Desa", "Kursi", "Suara", "Rusak"]).to_owned()
    }
}
