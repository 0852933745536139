//! Lists, and attachments of chapters, pictures and blanks.

use super::naskah::{Pembuat, quoted};

impl Pembuat {
    /// An item with lists in lists; `utuh`, one that begins with its subject.
    pub fn butir(&mut self, space: &str, dalam: u64, utuh: bool) {
        let klausa = self.acak.int(1, 3);
        let text = if utuh { self.kalimat(klausa) } else { self.predikat() };
        if dalam == 0 {
            return self.ucap(&format!("{space}- "), &text);
        }
        self.ucap(&format!("{space}- teks: "), &text);
        self.tulis(&format!("{space}  rincian:"));
        let most = if dalam == 1 && self.acak.chance(12) { 28 } else { 4 };
        for _ in 0..self.acak.int(2, most) {
            let dalam = self.acak.int(0, dalam - 1);
            self.butir(&format!("{space}    "), dalam, false);
        }
        if self.acak.chance(20) {
            let text = self.satu("cara");
            self.ucap(&format!("{space}  penutup: "), &text);
        }
    }

    /// The attachments.
    pub fn lampiran_semua(&mut self, banyak: u64) {
        if banyak > 0 {
            self.tulis("lampiran:");
        }
        for _ in 0..banyak {
            self.lampiran();
        }
    }

    /// How wide texts are on pages of a direction.
    fn lebar(&self, lanskap: bool) -> u64 {
        let lebar = self.tata.as_ref().map_or((430, 690), |tata| tata.lebar);
        if lanskap { lebar.1 } else { lebar.0 }
    }

    fn lampiran(&mut self) {
        self.ke += 1;
        let lanskap = self.acak.chance(45);
        let judul = self.judul();
        self.ucap("  - judul: ", &judul);
        self.tulis(&format!("    orientasi: {}", if lanskap { "lanskap" } else { "potret" }));
        match self.acak.int(1, 20) {
            1..=6 => self.naskah_lampiran(lanskap),
            7 => {
                let text = self.kalimat(1);
                self.tulis("    bingkai: ya\n    teks:");
                self.ucap("      - ", &text);
            }
            8..=9 => self.gambar("    ", lanskap),
            _ => self.tabel(4, self.lebar(lanskap)),
        }
    }

    /// A picture, no wider than half a page has room for.
    fn gambar(&mut self, space: &str, lanskap: bool) {
        // Of each kind how wide it may be, in centimetres; lying pages have little room for tall ones.
        const JENIS: [(&str, u64); 4] = [("mendatar.svg", 9), ("persegi.svg", 5), ("tegak.svg", 4), ("pindai.pdf", 5)];
        let (berkas, paling) = JENIS[self.acak.int(0, if lanskap { 0 } else { 3 }) as usize];
        let paling = if lanskap { paling.min(6) } else { paling };
        let mut isi = format!("berkas: {berkas}");
        if self.acak.chance(50) {
            isi.push_str(&format!(", lebar: {} cm", self.acak.int(3, paling)));
        }
        let keterangan = self.satu("judul");
        if self.acak.chance(70) {
            isi.push_str(&format!(", keterangan: {}", quoted(&keterangan)));
            self.teks.push(keterangan);
        }
        self.tulis(&format!("{space}gambar: {{{isi}}}"));
    }

    fn naskah_lampiran(&mut self, lanskap: bool) {
        if self.acak.chance(25) {
            self.tulis("    daftar_isi: ya");
        }
        if self.acak.chance(10) {
            self.tulis("    sampul: ya");
        }
        self.tulis("    teks:");
        if self.acak.chance(25) {
            return self.blok("      ", 3, lanskap);
        }
        for _ in 0..self.acak.int(1, 5) {
            let judul = self.satu("judul");
            self.ucap("      - bab: ", &judul);
            self.tulis("        isi:");
            self.blok("          ", 3, lanskap);
        }
    }

    /// Parts, paragraphs, lists, tables, pictures and blanks.
    fn blok(&mut self, space: &str, dalam: u64, lanskap: bool) {
        for _ in 0..self.acak.int(1, 4) {
            match self.acak.int(0, 11) {
                0..=3 if dalam > 0 => {
                    let judul = self.satu("judul");
                    self.ucap(&format!("{space}- bagian: "), &judul);
                    self.tulis(&format!("{space}  isi:"));
                    self.blok(&format!("{space}    "), dalam - 1, lanskap);
                }
                4 => {
                    let lanskap = self.berbalik(space, lanskap);
                    self.tabel(space.len() + 2, self.lebar(lanskap) - 60);
                }
                5 => {
                    let lanskap = self.berbalik(space, lanskap);
                    self.gambar(&format!("{space}  "), lanskap);
                }
                6 => self.isian(space),
                7 => self.centang(space),
                8 => {
                    let klausa = self.acak.int(4, 20);
                    let text = format!("{}.", self.kalimat(klausa));
                    self.ucap(&format!("{space}- "), &text);
                }
                _ => {
                    let dalam = self.acak.int(0, 3);
                    self.butir(space, dalam, true);
                }
            }
        }
    }

    /// Begins a block, sometimes on pages of the other direction; which direction it has.
    fn berbalik(&mut self, space: &str, lanskap: bool) -> bool {
        let lanskap = lanskap != self.acak.chance(25);
        self.tulis(&format!("{space}- orientasi: {}", if lanskap { "lanskap" } else { "potret" }));
        lanskap
    }

    fn isian(&mut self, space: &str) {
        self.tulis(&format!("{space}- isian:"));
        let mut ada = Vec::new();
        for _ in 0..self.acak.int(1, 5) {
            let label = self.satu("isian");
            if ada.contains(&label) {
                continue;
            }
            let isi = if self.acak.chance(40) { self.satu("tempat") } else { String::new() };
            self.tulis(&format!("{space}    {label}: {}", quoted(&isi)));
            self.teks.extend([label.clone(), isi]);
            ada.push(label);
        }
    }

    fn centang(&mut self, space: &str) {
        self.tulis(&format!("{space}- centang:"));
        let mut ada = Vec::new();
        for _ in 0..self.acak.int(1, 4) {
            let label = self.satu("centang");
            if ada.contains(&label) {
                continue;
            }
            let isi = self.acak.one(&["ya", "tidak"]);
            self.tulis(&format!("{space}    {label}: {isi}"));
            self.teks.push(label.clone());
            ada.push(label);
        }
    }
}
