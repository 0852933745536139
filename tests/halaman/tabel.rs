//! Tables of any shape: cells merged down and to the right, groups in groups, sums, rows taller than a page.

use super::kolom::{Jenis, Kolom, NOMOR};
use super::naskah::{Pembuat, quoted};

/// How the rows of a table are made.
struct Baris {
    kolom: Kolom,
    space: String,
    /// How often a place is that of the row before, in percent.
    gabung: u64,
    /// How often a cell is merged to the left.
    kiri: u64,
    /// How often a cell is taller than a page.
    tinggi: u64,
    berjumlah: bool,
    /// What the numbers of each column are together.
    angka: Vec<u64>,
    /// Whether its rows name persons whom extracts can be made for.
    bernama: bool,
}

/// A number with full stops between each three digits.
fn bertitik(number: u64) -> String {
    let digits = number.to_string();
    let from = digits.len();
    let sign = |(at, digit): (usize, char)| match at > 0 && (from - at).is_multiple_of(3) {
        true => format!(".{digit}"),
        false => digit.to_string(),
    };
    digits.chars().enumerate().map(sign).collect()
}

impl Pembuat {
    /// A table so deep in the YAML, for texts of a width in points.
    pub fn tabel(&mut self, indent: usize, lebar: u64) {
        let s = " ".repeat(indent);
        let dari = self.out.lines().count() + 1;
        let ukuran = self.tata.as_ref().map_or(11, |tata| tata.ukuran);
        self.tulis(&format!("{s}tabel:"));
        let kolom = Kolom::acak(self, lebar, ukuran);
        let kepala = !self.acak.chance(4);
        if !kepala {
            self.tulis(&format!("{s}  tanpa_kepala: ya"));
        }
        for (percent, option) in [(15, "nomor_kolom: tidak"), (6, "ulang_gabungan: tidak"), (20, "nomor_lanjut: ya")] {
            if self.acak.chance(percent) {
                self.tulis(&format!("{s}  {option}"));
            }
        }
        self.tulis(&format!("{s}  kolom:"));
        for satu in &kolom.pohon {
            self.tulis(&format!("{s}    - {satu}"));
        }
        if kepala {
            self.teks.extend(kolom.kepala.iter().flatten().cloned());
        }
        self.tulis(&format!("{s}  baris:"));
        let berjumlah = kolom.dapat_dijumlah() && kolom.isi.iter().skip(1).any(|isi| isi.bilangan());
        let bernama = kepala && self.penerima.is_empty() && indent == 4 && kolom.isi.contains(&Jenis::Nama);
        if bernama {
            self.dari = Some(self.ke);
        }
        let mut baris = Baris {
            angka: vec![0; kolom.isi.len()],
            kolom,
            space: format!("{s}    "),
            gabung: self.acak.int(0, 97),
            kiri: if self.acak.chance(12) { 10 } else { 0 },
            tinggi: if self.acak.chance(12) { 5 } else { 0 },
            berjumlah,
            bernama,
        };
        baris.semua(self);
        let bernomor = baris.kolom.pohon.first().is_some_and(|satu| satu.contains("isi: nomor"));
        let sisi = self.tata.as_ref().map_or((lebar, lebar), |tata| tata.lebar);
        // A page is as high as the lying one is wide, or the other way round.
        let tinggi = if lebar > sisi.0 { sisi.0 } else { sisi.1 };
        let penuh = (lebar - if bernomor { NOMOR } else { 0 }, tinggi);
        let sampai = self.out.lines().count();
        self.sesak.extend(baris.kolom.muatan.sesak(&baris.kolom.diminta, penuh, dari..=sampai));
        if self.acak.chance(25) {
            let (a, b) = (self.satu("cara"), self.kalimat(1));
            self.tulis(&format!("{s}  keterangan: [{}, {}]", quoted(&a), quoted(&b)));
            self.teks.extend([a, b]);
        }
    }
}

impl Baris {
    fn semua(&mut self, p: &mut Pembuat) {
        let most = if p.acak.chance(15) { 150 } else { 40 };
        let berkelompok = p.acak.chance(30);
        if !berkelompok {
            let banyak = p.acak.int(1, most);
            self.deret(p, banyak);
        }
        let dalam = p.acak.chance(30);
        for kelompok in 0..if berkelompok { p.acak.int(1, 6) } else { 0 } {
            self.judul(p, kelompok, 1);
            for anak in 0..if dalam { p.acak.int(1, 3) } else { 0 } {
                self.judul(p, kelompok * 10 + anak, 2);
                let banyak = p.acak.int(1, 12);
                self.deret(p, banyak);
                self.jumlah(p, 40, "jumlah: Jumlah");
            }
            if !dalam {
                let banyak = p.acak.int(1, most / 3);
                self.deret(p, banyak);
                self.jumlah(p, 40, "jumlah: Jumlah");
            }
        }
        self.jumlah(p, 50, "total: Jumlah Seluruhnya");
    }

    fn judul(&self, p: &mut Pembuat, nomor: u64, tingkat: u64) {
        let judul = format!("{} {}", p.satu("tempat"), nomor + 1);
        p.tulis(&format!("{}- {{kelompok: {}, tingkat: {tingkat}}}", self.space, quoted(&judul)));
        p.teks.push(judul);
    }

    fn jumlah(&mut self, p: &mut Pembuat, percent: u64, isi: &str) {
        if self.berjumlah && p.acak.chance(percent) {
            let sums = self.angka.iter().enumerate().filter(|(_, sum)| **sum > 0);
            sums.for_each(|(x, sum)| self.kolom.muatan.ada(x, &bertitik(*sum), true, false));
            p.tulis(&format!("{}- {{{isi}}}", self.space));
            p.teks.extend(isi.split(": ").nth(1).map(str::to_owned));
        }
    }

    /// Rows one after the other.
    fn deret(&mut self, p: &mut Pembuat, banyak: u64) {
        for nomor in 0..banyak {
            let (mut sel, mut turun): (Vec<String>, bool) = (Vec::new(), nomor > 0);
            let mut lebar = false;
            for x in 0..self.kolom.isi.len() {
                let jenis = self.kolom.isi[x];
                turun = turun && jenis == Jenis::Tempat && p.acak.chance(self.gabung);
                let ke_kiri = x > 1
                    && !lebar
                    && [jenis, self.kolom.isi[x - 1]].iter().all(|one| matches!(one, Jenis::Tugas | Jenis::Jabatan))
                    && p.acak.chance(self.kiri);
                lebar = ke_kiri;
                let dari = p.teks.len();
                let isi = match (turun, ke_kiri) {
                    (true, _) => "^".to_owned(),
                    (_, true) => "<".to_owned(),
                    _ => self.sel(p, jenis),
                };
                // Of a list the sentence that leads to it bears no mark.
                let awal = if isi.starts_with('[') { dari } else { dari + 1 };
                let terisi = p.teks.iter().enumerate().skip(dari);
                terisi.for_each(|(at, text)| self.kolom.muatan.ada(x, text, false, at >= awal));
                if jenis.bilangan() {
                    self.angka[x] += isi.parse::<u64>().unwrap_or_default();
                }
                sel.push(isi);
            }
            p.tulis(&format!("{}- [{}]", self.space, sel.join(", ")));
        }
    }

    /// A cell as YAML has it; what it says is due on the pages.
    fn sel(&self, p: &mut Pembuat, jenis: Jenis) -> String {
        let text = match jenis {
            Jenis::Bilangan(angka) => {
                let number = p.acak.int(0, 10_u64.pow(angka as u32) - 1);
                p.teks.push(bertitik(number));
                return number.to_string();
            }
            Jenis::Centang => return p.acak.one(&["ya", "tidak", "''"]).to_owned(),
            Jenis::Kosong => return "''".to_owned(),
            Jenis::Tugas => return self.tugas(p),
            Jenis::Tempat => format!("{} {}", p.satu("tempat"), p.acak.int(1, 99)),
            Jenis::Nama => {
                let nama = p.nama();
                if self.bernama {
                    p.penerima.push(nama.clone());
                }
                nama
            }
            Jenis::Jabatan => p.satu("jabatan"),
            Jenis::Alamat => {
                let (jalan, nomor) = (p.satu("jalan"), p.acak.int(1, 200));
                format!("{jalan} Nomor {nomor} RT 0{} RW 0{} {}", nomor % 9, nomor % 7, p.satu("tempat"))
            }
            Jenis::Surel => format!("nama.petugas{}@kpu-kabupatenuji.example.go.id", p.acak.int(1, 999)),
            Jenis::Nik => format!("3374{:012}", p.acak.int(1, 999_999_999_999)),
            Jenis::Telepon => format!("0812-{:04}-{:04}", p.acak.int(0, 9999), p.acak.int(0, 9999)),
            Jenis::Tanggal => format!("{} Maret 2026", p.acak.int(1, 31)),
            Jenis::Rupiah => format!("Rp{},00", bertitik(p.acak.int(1, 9999) * 250_000)),
        };
        p.teks.push(text.clone());
        quoted(&text)
    }

    /// What somebody does: a sentence, a list, both, or more than a page has room for.
    fn tugas(&self, p: &mut Pembuat) -> String {
        if p.acak.chance(self.tinggi) {
            let klausa = p.acak.int(15, 70);
            let text = p.kalimat(klausa);
            p.teks.push(text.clone());
            return quoted(&text);
        }
        if p.acak.chance(8) {
            let teks = p.acak.chance(50).then(|| p.satu("pelaku"));
            p.teks.extend(teks.clone());
            let most = if p.acak.chance(15) { 14 } else { 4 };
            let butir: Vec<String> = (0..p.acak.int(2, most)).map(|_| p.predikat()).collect();
            p.teks.extend(butir.clone());
            let butir: Vec<String> = butir.iter().map(|text| quoted(text)).collect();
            return match teks {
                Some(teks) => format!("{{teks: {}, rincian: [{}]}}", quoted(&teks), butir.join(", ")),
                None => format!("[{}]", butir.join(", ")),
            };
        }
        let text = match p.acak.int(0, 6) {
            0 => String::new(),
            klausa @ 1..=2 => p.kalimat(klausa),
            _ => p.predikat(),
        };
        p.teks.push(text.clone());
        quoted(&text)
    }
}
