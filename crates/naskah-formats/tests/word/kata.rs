//! The words of a decree as its pages have them, told apart from how the Word file is made.

use naskah_core::decree::{Rupa, Teks};
use naskah_core::resolve::{BlokCetak, ButirCetak, Disampaikan, Naskah, NomorTahun};

/// The words in the order of the pages, without numbers of pages and tables of contents.
pub fn words(naskah: &Naskah) -> Vec<String> {
    let mut out = Kata(Vec::new());
    naskah.kop.baris.iter().for_each(|line| out.teks(line));
    naskah.kop.alamat.iter().for_each(|line| out.teks(line));
    let judul = &naskah.judul;
    out.teks(&judul.keputusan);
    out.nomor(&judul.nomor);
    out.say("TENTANG");
    out.teks(&judul.tentang);
    match naskah.meta.rupa {
        Rupa::BeritaAcara => out.acara(naskah),
        rupa => out.isi(naskah, rupa == Rupa::Keputusan),
    }
    out.penutup(naskah, false);
    out.pengesahan(naskah);
    for Disampaikan { pembuka, butir } in naskah.tembusan.iter().chain(&naskah.disampaikan) {
        out.teks(pembuka);
        butir.iter().for_each(|item| out.butir(item));
    }
    for lampiran in &naskah.lampiran {
        match &lampiran.kepala[..] {
            [] => {
                out.say(&lampiran.label);
                out.teks(&lampiran.keputusan);
                out.nomor(&lampiran.nomor);
                out.teks(&lampiran.tentang);
            }
            lines => lines.iter().for_each(|line| out.teks(line)),
        }
        lampiran.judul.iter().for_each(|judul| out.teks(judul));
        if lampiran.sampul {
            naskah.kop.baris.iter().for_each(|line| out.teks(line));
            out.say(&naskah.meta.tanggal.0.to_string());
        }
        lampiran.isi.iter().for_each(|block| out.block(block));
        out.penutup(naskah, true);
        out.pengesahan(naskah);
    }
    out.0
}

struct Kata(Vec<String>);

impl Kata {
    fn say(&mut self, text: &str) {
        self.0.extend(text.split_whitespace().map(str::to_owned));
    }

    fn teks(&mut self, teks: &Teks) {
        self.say(&teks.as_plain());
    }

    fn nomor(&mut self, nomor: &NomorTahun) {
        match &nomor.tulis {
            Some(tulis) => self.teks(tulis),
            None => {
                self.say("NOMOR");
                nomor.nomor.iter().for_each(|nomor| self.teks(nomor));
                nomor.tahun.iter().for_each(|tahun| self.say(&format!("TAHUN {tahun}")));
            }
        }
    }

    fn butir(&mut self, item: &ButirCetak) {
        self.say(item.no.as_deref().unwrap_or_default());
        self.teks(&item.teks);
        item.rincian.iter().for_each(|item| self.butir(item));
        item.penutup.iter().for_each(|penutup| self.teks(penutup));
    }

    fn isi(&mut self, naskah: &Naskah, decree: bool) {
        if decree {
            self.teks(&naskah.judul.pembuat);
        }
        for bagian in &naskah.bagian {
            self.say(bagian.label);
            self.say(":");
            bagian.butir.iter().for_each(|item| self.butir(item));
        }
        match &naskah.memutuskan {
            None => self.say(if decree { "MEMUTUSKAN:" } else { "MEMBERI PERINTAH:" }),
            Some(word) => self.teks(word),
        }
        if decree {
            self.say("Menetapkan :");
            self.teks(&naskah.menetapkan);
        }
        for diktum in &naskah.diktum {
            self.say(&diktum.label);
            self.say(if diktum.label.is_empty() { "" } else { ":" });
            self.butir(&diktum.isi);
        }
    }

    fn acara(&mut self, naskah: &Naskah) {
        self.teks(&naskah.menetapkan);
        for diktum in &naskah.diktum {
            self.say(&diktum.label);
            self.butir(&diktum.isi);
        }
    }

    fn penutup(&mut self, naskah: &Naskah, lampiran: bool) {
        let penutup = &naskah.penutup;
        if !lampiran {
            self.say(match naskah.meta.rupa {
                Rupa::Keputusan => "Ditetapkan di",
                Rupa::BeritaAcara => "Dibuat di",
                Rupa::SuratPerintah => "Dikeluarkan di",
            });
            penutup.di.iter().for_each(|di| self.teks(di));
            self.say("pada tanggal");
            penutup.tanggal.iter().for_each(|tanggal| self.teks(tanggal));
        }
        penutup.jabatan.iter().for_each(|line| self.teks(line));
        let mark = naskah.halaman.tte.as_ref().and_then(|tte| tte.jangkar.as_deref());
        self.say(penutup.ttd.or(mark).unwrap_or_default());
        self.teks(&penutup.nama);
        if let Some(other) = penutup.pendamping.as_ref().filter(|_| !lampiran) {
            other.jabatan.iter().for_each(|line| self.teks(line));
            self.say(penutup.ttd.unwrap_or_default());
            self.teks(&other.nama);
        }
        for (at, name) in penutup.anggota.iter().enumerate().filter(|_| !lampiran) {
            self.say(&format!("{}.", at + 1));
            self.teks(name);
            self.say(&format!("{}. {}", at + 1, penutup.ttd.unwrap_or_default()));
        }
    }

    fn pengesahan(&mut self, naskah: &Naskah) {
        if let Some((lines, name)) = &naskah.salinan {
            lines.iter().chain([name]).for_each(|line| self.teks(line));
        }
    }

    fn block(&mut self, block: &BlokCetak) {
        match block {
            BlokCetak::Bab { no, teks, .. } | BlokCetak::Bagian { no, teks, .. } => {
                self.say(no);
                self.teks(teks);
            }
            BlokCetak::Paragraf { isi, .. } => self.butir(isi),
            BlokCetak::Gambar { keterangan, .. } => keterangan.iter().for_each(|teks| self.teks(teks)),
            BlokCetak::Tabel { tabel } => {
                tabel.kepala.iter().flatten().for_each(|sel| self.butir(&sel.isi));
                tabel.nomor_kolom.iter().for_each(|no| self.say(no));
                tabel.baris.iter().flat_map(|row| row.cells()).for_each(|sel| self.butir(&sel.isi));
                tabel.keterangan.iter().for_each(|note| self.teks(note));
            }
        }
    }
}
