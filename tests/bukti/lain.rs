//! A decree from a seed, of any shape that the format lets be: what nobody had in mind when the pages were designed.

use std::fmt::Write;

use super::KANTOR;
use super::acak::Acak;
use super::isi_lain::Kolom;
use crate::support::text_of;

/// A maker of decrees.
pub struct Pembuat {
    pub acak: Acak,
    /// Words that any decree has, and those that are hard to set.
    kata: [Vec<String>; 2],
    /// Width of the text on upright and on lying pages, in points.
    pub lebar: (u64, u64),
}

/// The decree of a seed.
pub fn keputusan(seed: u64) -> String {
    let kata = ["tests/bukti/kata.txt", "tests/bukti/kata-lain.txt"]
        .map(|path| text_of(path).split_whitespace().map(str::to_owned).collect());
    let mut acak = Acak::new(seed);
    let kantor = KANTOR[acak.int(0, KANTOR.len() as u64 - 1) as usize];
    let mut pembuat = Pembuat { acak, kata, lebar: kantor.lebar };
    pembuat.keputusan(kantor.nama)
}

/// A text as YAML has it.
pub fn quoted(text: &str) -> String {
    format!("'{text}'")
}

impl Pembuat {
    /// So many words.
    pub fn kata(&mut self, count: u64) -> String {
        let mut word = || {
            let of = &self.kata[usize::from(self.acak.chance(10))];
            of[self.acak.int(0, of.len() as u64 - 1) as usize].as_str()
        };
        (0..count).map(|_| word()).collect::<Vec<_>>().join(" ")
    }

    /// Few words mostly, many seldom.
    pub fn beberapa(&mut self, few: u64, many: u64) -> String {
        let most = if self.acak.chance(10) { many } else { few };
        let count = self.acak.int(1, most);
        self.kata(count)
    }

    /// Words as a title has them.
    pub fn judul(&mut self, count: u64) -> String {
        let capital = |word: &str| {
            let mut signs = word.chars();
            signs.next().map(|first| first.to_uppercase().to_string() + signs.as_str()).unwrap_or_default()
        };
        self.kata(count).split(' ').map(capital).collect::<Vec<_>>().join(" ")
    }

    fn keputusan(&mut self, kantor: &str) -> String {
        let many = if self.acak.chance(20) { 30 } else { 10 };
        let count = self.acak.int(3, many);
        let tentang = self.judul(count);
        let mut out = format!(
            "jenis: umum\nkantor: {kantor}\nnomor: 58\ntahun: 2026\ntentang: {}\nmenimbang:\n",
            quoted(&tentang)
        );
        for _ in 0..self.acak.int(1, 8) {
            let text = format!("bahwa {}", self.beberapa(60, 200));
            let _ = writeln!(out, "  - {}", quoted(&text));
        }
        out.push_str("mengingat: [uu-7-2017, pkpu-8-2019]\n");
        if self.acak.chance(20) {
            let _ = writeln!(out, "memperhatikan: [{}, {}]", quoted(&self.kata(20)), quoted(&self.kata(40)));
        }
        let lampiran = self.acak.int(0, 3);
        out.push_str("diktum:\n");
        out.push_str(match lampiran {
            0 => "  - Menetapkan Petugas Layanan.\n",
            1 => "  - Isi tercantum dalam Lampiran.\n",
            2 => "  - Isi tercantum dalam Lampiran I dan Lampiran II.\n",
            _ => "  - Isi tercantum dalam Lampiran I, Lampiran II, dan Lampiran III.\n",
        });
        let most = if self.acak.chance(10) { 45 } else { 6 };
        for _ in 0..self.acak.int(0, most) {
            let dalam = self.acak.int(0, 4);
            let dalam = if most > 6 { 0 } else { dalam };
            self.butir(&mut out, 2, dalam);
        }
        let count = if self.acak.chance(30) { self.acak.int(60, 700) } else { self.acak.int(4, 30) };
        let _ = writeln!(out, "  - {}", quoted(&format!("{}.", self.kata(count))));
        self.penutup(&mut out);
        if lampiran > 0 {
            out.push_str("lampiran:\n");
        }
        for _ in 0..lampiran {
            self.lampiran(&mut out);
        }
        out
    }

    fn penutup(&mut self, out: &mut String) {
        let names = |this: &mut Self, most| -> String {
            let count = this.acak.int(2, most);
            (1..=count).map(|n| format!("NAMA ANGGOTA {n}")).collect::<Vec<_>>().join(", ")
        };
        let anggota = if self.acak.chance(15) { format!(", anggota: [{}]", names(self, 9)) } else { String::new() };
        let _ = writeln!(out, "ditetapkan: {{tanggal: 2026-03-02{anggota}}}");
        let terima = if self.acak.chance(20) { format!(", disampaikan: [{}]", names(self, 12)) } else { String::new() };
        let _ = writeln!(out, "salinan: {{oleh: kasubbag{terima}}}");
        if self.acak.chance(20) {
            let _ = writeln!(out, "tembusan: [{}]", names(self, 12));
        }
    }

    fn lampiran(&mut self, out: &mut String) {
        let lanskap = self.acak.chance(45);
        let many = if self.acak.chance(20) { 30 } else { 6 };
        let count = self.acak.int(1, many);
        let _ = writeln!(out, "  - judul: {}", quoted(&self.judul(count)));
        let _ = writeln!(out, "    orientasi: {}", if lanskap { "lanskap" } else { "potret" });
        let lebar = if lanskap { self.lebar.1 } else { self.lebar.0 };
        match self.acak.int(1, 10) {
            1..=3 => self.teks(out, lebar),
            4 => {
                let pendek = self.kata(30);
                let _ = writeln!(out, "    bingkai: ya\n    teks: [{}]", quoted(&pendek));
            }
            _ => self.tabel(out, 4, lebar),
        }
    }

    /// An item with lists in lists.
    pub fn butir(&mut self, out: &mut String, indent: usize, dalam: u64) {
        let (space, text) = (" ".repeat(indent), self.beberapa(50, 200));
        if dalam == 0 {
            let _ = writeln!(out, "{space}- {}", quoted(&text));
            return;
        }
        let _ = writeln!(out, "{space}- teks: {}\n{space}  rincian:", quoted(&text));
        let most = if self.acak.chance(10) && dalam == 1 { 28 } else { 3 };
        for _ in 0..self.acak.int(2, most) {
            let dalam = self.acak.int(0, dalam - 1);
            self.butir(out, indent + 4, dalam);
        }
        if self.acak.chance(20) {
            let _ = writeln!(out, "{space}  penutup: {}", quoted(&self.beberapa(30, 80)));
        }
    }

    /// An attachment of chapters, parts, paragraphs, tables and blanks to be filled in.
    fn teks(&mut self, out: &mut String, lebar: u64) {
        if self.acak.chance(30) {
            out.push_str("    daftar_isi: ya\n");
        }
        out.push_str("    teks:\n");
        if self.acak.chance(25) {
            return self.blok(out, 6, 3, lebar);
        }
        for _ in 0..self.acak.int(1, 4) {
            let _ = writeln!(out, "      - bab: {}\n        isi:", quoted(&self.judul(3)));
            self.blok(out, 10, 4, lebar);
        }
    }

    fn blok(&mut self, out: &mut String, indent: usize, dalam: u64, lebar: u64) {
        let space = " ".repeat(indent);
        for _ in 0..self.acak.int(1, 3) {
            match self.acak.int(0, 9) {
                0..=3 if dalam > 0 => {
                    let count = self.acak.int(1, 12);
                    let _ = writeln!(out, "{space}- bagian: {}\n{space}  isi:", quoted(&self.judul(count)));
                    self.blok(out, indent + 4, dalam - 1, lebar);
                }
                4 if lebar > 300 => {
                    let _ = write!(out, "{space}- ");
                    self.tabel_di(out, indent + 2, lebar);
                }
                5 => {
                    let isi = if self.acak.chance(50) { self.kata(3) } else { String::new() };
                    let _ = writeln!(out, "{space}- isian: {{Nama: {}, Alamat: ''}}", quoted(&isi));
                }
                _ => {
                    let rincian = self.acak.int(0, 3);
                    self.butir(out, indent, rincian);
                }
            }
        }
    }

    /// A table as a block of running text, its key on the line at hand.
    fn tabel_di(&mut self, out: &mut String, indent: usize, lebar: u64) {
        let mut own = String::new();
        self.tabel(&mut own, indent, lebar);
        out.push_str(own.trim_start());
    }

    fn tabel(&mut self, out: &mut String, indent: usize, lebar: u64) {
        let s = " ".repeat(indent);
        let _ = writeln!(out, "{s}tabel:");
        let kepala = !self.acak.chance(6);
        if !kepala {
            let _ = writeln!(out, "{s}  tanpa_kepala: ya");
        }
        for (percent, option) in [(15, "nomor_kolom: tidak"), (8, "ulang_gabungan: tidak"), (20, "nomor_lanjut: ya")] {
            if self.acak.chance(percent) {
                let _ = writeln!(out, "{s}  {option}");
            }
        }
        let mut ukuran = 11;
        if self.acak.chance(20) {
            ukuran = self.acak.int(8, 12);
            let _ = writeln!(out, "{s}  ukuran: {ukuran} pt");
        }
        let kolom = Kolom::acak(self, lebar, ukuran);
        let _ = writeln!(out, "{s}  kolom:");
        for satu in &kolom.pohon {
            let _ = writeln!(out, "{s}    - {satu}");
        }
        let _ = writeln!(out, "{s}  baris:");
        let catatan = self.acak.chance(25);
        kolom.baris(self, out, &format!("{s}    "));
        if catatan {
            let (a, b) = (self.kata(4), self.kata(15));
            let _ = writeln!(out, "{s}  keterangan: [{}, {}]", quoted(&a), quoted(&b));
        }
    }
}
