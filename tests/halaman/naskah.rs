//! A whole decree from a seed, with the texts that its pages must say, in their order.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::OnceLock;

use super::muat::Sesak;
use super::tata::Tata;
use crate::bukti::acak::Acak;
use crate::support::text_of;

/// A decree.
pub struct Naskah {
    pub yaml: String,
    /// What its pages say, in their order; not all of it.
    pub teks: Vec<String>,
    /// Whom an extract can be made for.
    pub untuk: Option<String>,
    /// What that extract says.
    pub dipetik: Vec<String>,
    /// Tables that have no room for all that they must hold.
    pub sesak: Vec<Sesak>,
}

/// A maker of decrees.
pub struct Pembuat {
    pub acak: Acak,
    pub out: String,
    pub teks: Vec<String>,
    /// How many persons were named.
    pub orang: u64,
    /// Persons in the first table of persons, each named once.
    pub penerima: Vec<String>,
    /// The attachment at hand, and the one of that table.
    pub ke: usize,
    pub dari: Option<usize>,
    pub tata: Option<Tata>,
    pub sesak: Vec<Sesak>,
}

/// The decree of a seed.
pub fn naskah(seed: u64) -> Naskah {
    let mut p = Pembuat {
        acak: Acak::new(seed.wrapping_mul(0x2545_f491_4f6c_dd1d)),
        out: String::new(),
        teks: Vec::new(),
        orang: 0,
        penerima: Vec::new(),
        ke: 0,
        dari: None,
        tata: None,
        sesak: Vec::new(),
    };
    match p.acak.int(1, 10) {
        1 => p.berita_acara(),
        2 => p.surat_perintah(),
        _ => return p.keputusan(),
    }
    Naskah { yaml: p.out, teks: p.teks, untuk: None, dipetik: Vec::new(), sesak: p.sesak }
}

/// A text as YAML has it.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The words of the decrees, by their part.
fn bahan() -> &'static BTreeMap<String, Vec<String>> {
    static BAHAN: OnceLock<BTreeMap<String, Vec<String>>> = OnceLock::new();
    BAHAN.get_or_init(|| {
        let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut part = String::new();
        for line in text_of("tests/halaman/bahan.txt").lines() {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => part = name.to_owned(),
                None => out.entry(part.clone()).or_default().push(line.to_owned()),
            }
        }
        out
    })
}

impl Pembuat {
    /// One of the words of a part.
    pub fn satu(&mut self, part: &str) -> String {
        let all = &bahan()[part];
        all[self.acak.int(0, all.len() as u64 - 1) as usize].clone()
    }

    /// A sentence of so many clauses, without its full stop.
    pub fn kalimat(&mut self, klausa: u64) -> String {
        let mut out = self.satu("pelaku");
        for n in 0..klausa {
            let kata = match n {
                0 => " ",
                _ if n + 1 == klausa => ", serta ",
                _ => ", ",
            };
            let _ = write!(out, "{kata}{}", self.predikat());
        }
        out
    }

    /// What somebody does: a clause without its subject.
    pub fn predikat(&mut self) -> String {
        let mut out = format!("{} {}", self.satu("kerja"), self.satu("hal"));
        if self.acak.chance(60) {
            let _ = write!(out, " {}", self.satu("cara"));
        }
        out
    }

    /// A title.
    pub fn judul(&mut self) -> String {
        let mut out = self.satu("judul");
        let many = if self.acak.chance(15) { 4 } else { 2 };
        for _ in 0..self.acak.int(0, many) {
            let lagi = self.satu("sambungan");
            if !out.contains(&lagi) {
                let _ = write!(out, " {lagi}");
            }
        }
        out
    }

    /// A person who was not named before.
    pub fn nama(&mut self) -> String {
        self.orang += 1;
        let bentuk = self.acak.one(&["Nama Petugas", "Nama Anggota Kelompok Kerja", "Nama Penerima", "Nama"]);
        format!("{bentuk} {}", self.orang)
    }

    /// Writes lines.
    pub fn tulis(&mut self, lines: &str) {
        self.out.push_str(lines);
        self.out.push('\n');
    }

    /// Writes a text that the pages say.
    pub fn ucap(&mut self, before: &str, text: &str) {
        self.tulis(&format!("{before}{}", quoted(text)));
        self.teks.push(text.to_owned());
    }

    /// Who makes the decree, and its page.
    fn awal(&mut self, jenis: &str, pejabat: &[&str]) {
        let bebas = jenis == "umum";
        let kantor = self.acak.one(if bebas {
            &["uji", "uji-beralamat", "uji-kecamatan"]
        } else {
            &["uji-a4", "uji-legal", "uji-a3"]
        });
        let pejabat = self.acak.one(pejabat);
        self.tulis(&format!("jenis: {jenis}\nkantor: {kantor}\npejabat: {pejabat}"));
        self.tulis("nomor: 58\ntahun: 2026");
        let tentang = self.judul();
        self.ucap("tentang: ", &tentang);
        let tata = Tata::milik(kantor).unwrap_or_else(|| Tata::acak(self));
        self.out.push_str(&tata.tulis);
        self.tata = Some(tata);
    }

    fn keputusan(mut self) -> Naskah {
        self.awal(
            "umum",
            &["ketua", "ketua", "ketua", "plh-ketua", "plt-ketua", "sekretaris", "sekretaris-an", "staf-ub"],
        );
        let tentang = self.teks.clone();
        self.tulis("menimbang:");
        for _ in 0..self.acak.int(1, 5) {
            let klausa = self.acak.int(1, 4);
            let text = format!("bahwa {}", self.kalimat(klausa));
            self.ucap("  - ", &text);
        }
        self.tulis("mengingat: [uu-7-2017, pkpu-8-2019]");
        if self.acak.chance(20) {
            let text = format!("Surat Dinas Nomor {}/PP.05-SD/3322/2026", self.acak.int(1, 900));
            self.tulis("memperhatikan:");
            self.ucap("  - ", &text);
        }
        let lampiran = self.acak.int(0, 3);
        self.diktum(lampiran);
        self.penetapan();
        self.lampiran_semua(lampiran);
        if let Some(ke) = self.dari {
            self.tulis(&format!("petikan: {{lampiran: {ke}, kunci: Nama}}"));
        }
        let untuk = self.penerima.get(self.acak.int(0, 40) as usize % self.penerima.len().max(1)).cloned();
        let dipetik = tentang.into_iter().chain(untuk.clone()).collect();
        Naskah { yaml: self.out, teks: self.teks, untuk, dipetik, sesak: self.sesak }
    }

    fn berita_acara(&mut self) {
        self.awal("berita-acara", &["ketua", "sekretaris"]);
        self.tulis("pembuka: telah dilaksanakan rapat pleno dengan hasil sebagai berikut\nisi:");
        for _ in 0..self.acak.int(1, 12) {
            let dalam = self.acak.int(0, 2);
            self.butir("  ", dalam, true);
        }
        let lampiran = self.acak.int(0, 1);
        if lampiran > 0 {
            self.tulis("  - Daftar yang hadir tercantum dalam Lampiran.");
        }
        self.penetapan();
        self.lampiran_semua(lampiran);
    }

    fn surat_perintah(&mut self) {
        self.awal("surat-perintah", &["ketua", "sekretaris", "sekretaris-an"]);
        self.tulis("menimbang:");
        for _ in 0..self.acak.int(1, 3) {
            let text = format!("bahwa {}", self.kalimat(1));
            self.ucap("  - ", &text);
        }
        self.tulis("dasar: [uu-7-2017, pkpu-8-2019]\nkepada:");
        for _ in 0..self.acak.int(1, 12) {
            let text = format!("{}, {}", self.nama(), self.satu("jabatan"));
            self.ucap("  - ", &text);
        }
        self.tulis("untuk:");
        for _ in 0..self.acak.int(1, 12) {
            let text = self.predikat();
            self.ucap("  - ", &text);
        }
        self.penetapan();
    }

    fn diktum(&mut self, lampiran: u64) {
        self.tulis("diktum:");
        let text = match lampiran {
            0 => "Menetapkan petugas layanan informasi.",
            1 => "Rincian tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
            2 => "Rincian tercantum dalam Lampiran I dan Lampiran II.",
            _ => "Rincian tercantum dalam Lampiran I, Lampiran II, dan Lampiran III.",
        };
        self.ucap("  - ", text);
        let most = if self.acak.chance(10) { 45 } else { 7 };
        for _ in 0..self.acak.int(0, most) {
            let dalam = if most > 7 { 0 } else { self.acak.int(0, 3) };
            self.butir("  ", dalam, true);
        }
        // What comes last has any height, so that signatures stand at every height of a page.
        let klausa = if self.acak.chance(40) { self.acak.int(3, 40) } else { 1 };
        let text = format!("{}.", self.kalimat(klausa));
        self.ucap("  - ", &text);
    }

    /// Signature, certificate and receivers.
    fn penetapan(&mut self) {
        let many = |this: &mut Self, few, most| -> Vec<String> {
            (0..this.acak.int(few, most)).map(|n| format!("NAMA ANGGOTA {}", n + 1)).collect()
        };
        let mut lain = String::new();
        let mut teks = Vec::new();
        if self.acak.chance(25) {
            teks = many(self, 1, 9);
            lain = format!(", anggota: [{}]", teks.join(", "));
        } else if self.acak.chance(15) {
            lain = ", pendamping: {jabatan: [SEKRETARIS PANITIA, 'KECAMATAN UJI,'], nama: NAMA PENDAMPING}".to_owned();
            teks = vec!["NAMA PENDAMPING".to_owned()];
        }
        self.tulis(&format!("ditetapkan: {{tanggal: 2026-03-02{lain}}}"));
        self.teks.extend(teks);
        let oleh = self.acak.one(&["pengesah", "pengesah-dekat"]);
        let kepada = |this: &mut Self| -> String {
            (0..this.acak.int(1, 12)).map(|_| quoted(&this.satu("penerima"))).collect::<Vec<_>>().join(", ")
        };
        let salinan = if self.acak.chance(20) { format!(", disampaikan: [{}]", kepada(self)) } else { String::new() };
        self.tulis(&format!("salinan: {{oleh: {oleh}{salinan}}}"));
        if self.acak.chance(20) {
            let kepada = kepada(self);
            self.tulis(&format!("tembusan: [{kepada}]"));
        }
    }
}
