//! A decree from a seed: paper, opening, decisions, tables of any shape, chapters, heights of what comes last.

use std::fmt::Write;

use super::KERTAS;
use crate::support::text_of;

/// Numbers from a seed, the same on every machine.
pub struct Acak(u64);

impl Acak {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both with.
    pub fn int(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.int(1, 100) <= percent
    }

    /// One of several.
    pub fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.next() as usize % of.len()]
    }
}

/// A maker of decrees.
struct Pembuat {
    acak: Acak,
    kata: Vec<String>,
}

/// The decree of a seed.
pub fn keputusan(seed: u64) -> String {
    let kata = text_of("tests/bukti/kata.txt").split_whitespace().map(str::to_owned).collect();
    let mut pembuat = Pembuat { acak: Acak::new(seed), kata };
    pembuat.keputusan()
}

impl Pembuat {
    fn kata(&mut self, count: u64) -> String {
        let words: Vec<String> =
            (0..count).map(|_| self.kata[self.acak.next() as usize % self.kata.len()].clone()).collect();
        words.join(" ")
    }

    /// A title of a few letters.
    fn pendek(&mut self) -> String {
        self.acak.one(&["L", "P", "Ket.", "TPS", "DPT", "Laki", "Desa", "L+P", "Suara", "Rusak"]).to_owned()
    }

    /// Words as a title has them.
    fn judul(&mut self, count: u64) -> String {
        let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
        self.kata(count).split(' ').map(capital).collect::<Vec<_>>().join(" ")
    }

    fn keputusan(&mut self) -> String {
        let kertas = self.acak.one(&KERTAS).to_lowercase();
        let anggota = self.acak.chance(10);
        let mut out =
            format!("jenis: umum\nkantor: uji-{kertas}\nnomor: 58\ntahun: 2026\ntentang: {}\nmenimbang:\n", {
                let count = self.acak.int(3, 14);
                self.judul(count)
            });
        for _ in 0..self.acak.int(1, 5) {
            let count = self.acak.int(10, 60);
            let _ = writeln!(out, "  - bahwa {}", self.kata(count));
        }
        out.push_str("mengingat: [uu-7-2017, pkpu-8-2019]\ndiktum:\n");
        let lampiran = self.acak.int(0, 2);
        match lampiran {
            0 => out.push_str("  - Menetapkan Petugas Layanan.\n"),
            1 => out.push_str("  - Isi tercantum dalam Lampiran.\n"),
            _ => out.push_str("  - Isi tercantum dalam Lampiran I dan Lampiran II.\n"),
        }
        for _ in 0..self.acak.int(0, 5) {
            let dalam = self.acak.int(0, 3);
            self.butir(&mut out, 2, dalam);
        }
        let count = if self.acak.chance(30) { self.acak.int(60, 420) } else { self.acak.int(4, 30) };
        let _ = writeln!(out, "  - {}.", self.kata(count));
        out.push_str("ditetapkan: {tanggal: 2026-03-02}\nsalinan: {oleh: kasubbag}\n");
        if anggota {
            out.push_str("tembusan: [Ketua Komisi Pemilihan Umum di Jakarta, Gubernur di Semarang]\n");
        }
        if lampiran > 0 {
            out.push_str("lampiran:\n");
        }
        for _ in 0..lampiran {
            let lanskap = self.acak.chance(50);
            let _ = writeln!(out, "  - judul: {}", self.judul(4));
            let _ = writeln!(out, "    orientasi: {}", if lanskap { "lanskap" } else { "potret" });
            if self.acak.chance(30) {
                self.teks(&mut out);
            } else {
                self.tabel(&mut out, lanskap);
            }
        }
        out
    }

    /// An item with lists in lists.
    fn butir(&mut self, out: &mut String, indent: usize, dalam: u64) {
        let count = self.acak.int(4, 70);
        let (space, text) = (" ".repeat(indent), self.kata(count));
        if dalam == 0 {
            let _ = writeln!(out, "{space}- {text}");
            return;
        }
        let _ = writeln!(out, "{space}- teks: {text}\n{space}  rincian:");
        let most = if self.acak.chance(15) { 14 } else { 4 };
        for _ in 0..self.acak.int(2, most) {
            self.butir(out, indent + 4, dalam - 1);
        }
        if self.acak.chance(20) {
            let count = self.acak.int(5, 60);
            let _ = writeln!(out, "{space}  penutup: {}", self.kata(count));
        }
    }

    /// An attachment of chapters, parts and paragraphs.
    fn teks(&mut self, out: &mut String) {
        out.push_str("    teks:\n");
        for _ in 0..self.acak.int(1, 4) {
            let _ = writeln!(out, "      - bab: {}\n        isi:", self.judul(3));
            for _ in 0..self.acak.int(1, 4) {
                let _ = writeln!(out, "          - bagian: {}\n            isi:", self.judul(2));
                for _ in 0..self.acak.int(1, 4) {
                    let dalam = self.acak.int(0, 2);
                    self.butir(out, 14, dalam);
                }
            }
        }
    }

    fn tabel(&mut self, out: &mut String, lanskap: bool) {
        let bernomor = self.acak.chance(70);
        let most = if lanskap { 20 } else { 10 };
        let banyak = if self.acak.chance(20) { self.acak.int(2, most) } else { self.acak.int(2, 7) };
        // Tables of many columns are tables of numbers under short titles.
        let sempit = banyak > if lanskap { 9 } else { 5 };
        let mut sisa = banyak;
        let mut bilangan = Vec::new();
        out.push_str("    tabel:\n      kolom:\n");
        if bernomor {
            out.push_str("        - {judul: No, isi: nomor, lebar: 1 cm}\n");
        }
        while sisa > 0 {
            let mut kolom = |this: &mut Self, words: u64| {
                let angka = !bilangan.is_empty() && (sempit || this.acak.chance(40));
                bilangan.push(angka);
                let judul = if sempit { this.pendek() } else { this.judul(words) };
                format!("judul: {judul}{}", if angka { ", isi: bilangan" } else { "" })
            };
            if sisa >= 3 && self.acak.chance(25) {
                let (a, b) = (kolom(self, 1), kolom(self, 1));
                let induk = self.judul(if sempit { 1 } else { 2 });
                if sisa >= 4 && self.acak.chance(30) {
                    let c = kolom(self, 1);
                    let _ = writeln!(
                        out,
                        "        - {{judul: {induk}, kolom: [{{judul: {}, kolom: [{{{a}}}, {{{b}}}]}}, {{{c}}}]}}",
                        self.judul(1)
                    );
                    sisa -= 3;
                } else {
                    let _ = writeln!(out, "        - {{judul: {induk}, kolom: [{{{a}}}, {{{b}}}]}}");
                    sisa -= 2;
                }
            } else {
                let words = self.acak.int(1, 2);
                let isi = kolom(self, words);
                let lebar = self.acak.one(&["", "", "", ", lebar: 2", ", lebar: 3", ", lebar: 2 cm"]);
                let lebar = if sempit { "" } else { lebar };
                let _ = writeln!(out, "        - {{{isi}{lebar}}}");
                sisa -= 1;
            }
        }
        self.baris(out, &bilangan, sempit);
        if self.acak.chance(30) {
            let _ = writeln!(out, "      keterangan: ['{}']", self.kata(12));
        }
    }

    fn baris(&mut self, out: &mut String, bilangan: &[bool], sempit: bool) {
        // So many columns of amounts of ten digits no paper has room for.
        let besar = if sempit { 3 } else { 5 };
        out.push_str("      baris:\n");
        let berjumlah = bilangan.contains(&true);
        let (gabung, tinggi) = (self.acak.int(0, 90), self.acak.chance(10));
        let mut pertama = true;
        for nomor in 0..self.acak.int(1, 70) {
            if self.acak.chance(8) {
                let _ = writeln!(out, "        - {{kelompok: {} {nomor}}}", self.judul(2));
                pertama = true;
            }
            let mut sel = Vec::new();
            for (x, angka) in bilangan.iter().enumerate() {
                sel.push(if *angka {
                    self.acak.one(&["1", "99", "12345", "9876543", "1234567890"][..besar]).to_owned()
                } else if !pertama && x == 0 && self.acak.chance(gabung) {
                    "^".to_owned()
                } else if x > 0 && bilangan.len() < 6 && self.acak.chance(4) {
                    let (a, b, c) = (self.kata(2), self.kata(3), self.kata(5));
                    format!("{{teks: {a}, rincian: [{b}, {c}]}}")
                } else {
                    let panjang = tinggi && self.acak.chance(4);
                    let count = if panjang { self.acak.int(100, 400) } else { self.acak.int(1, 6) };
                    format!("'{}'", self.kata(count))
                });
            }
            let _ = writeln!(out, "        - [{}]", sel.join(", "));
            pertama = false;
            if berjumlah && self.acak.chance(6) {
                out.push_str("        - {jumlah: Jumlah}\n");
                pertama = true;
            }
        }
        if berjumlah && self.acak.chance(50) {
            out.push_str("        - {total: Total}\n");
        }
    }
}
