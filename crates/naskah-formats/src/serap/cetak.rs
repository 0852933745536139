//! The words that a decree prints, in the order of its pages, marks and labels included.

use naskah_core::resolve::{
    BagianCetak, BarisCetak, BlokCetak, ButirCetak, DiktumCetak, Disampaikan, LampiranCetak, Naskah, NomorTahun,
    Penutup, TabelCetak,
};

use super::pohon::Pohon;

/// The words of the pages; of what every page of the form has only what the file has too.
pub fn words(naskah: &Naskah, pohon: &Pohon) -> Vec<String> {
    let mut out = Kata::default();
    if !pohon.kop.is_empty() {
        naskah.kop.baris.iter().for_each(|line| out.say(&line.as_plain()));
    }
    out.say(&naskah.judul.keputusan.as_plain());
    out.say(&number(&naskah.judul.nomor));
    out.say("TENTANG");
    out.say(&naskah.judul.tentang.as_plain());
    out.say(&naskah.judul.pembuat.as_plain());
    for BagianCetak { label, butir } in &naskah.bagian {
        out.say(label);
        butir.iter().for_each(|one| out.item(one));
    }
    let word = naskah.memutuskan.as_ref().map_or("MEMUTUSKAN:".to_owned(), |word| word.as_plain());
    out.say(&format!("{word} Menetapkan"));
    out.say(&naskah.menetapkan.as_plain());
    for DiktumCetak { label, isi } in &naskah.diktum {
        out.say(label);
        out.item(isi);
    }
    out.closing(&naskah.penutup, true);
    out.certified(naskah, pohon.pengesahan.as_ref().is_some_and(|block| block.nama.is_some()));
    for Disampaikan { pembuka, butir } in naskah.tembusan.iter().chain(&naskah.disampaikan) {
        out.say(&pembuka.as_plain());
        butir.iter().for_each(|one| out.item(one));
    }
    for (at, lampiran) in naskah.lampiran.iter().enumerate() {
        let own = pohon.lampiran.get(at);
        out.attachment(lampiran, naskah);
        if own.is_some_and(|own| own.penutup.is_some()) {
            out.closing(&naskah.penutup, false);
        }
        if let Some(block) = own.and_then(|own| own.pengesahan.as_ref()) {
            out.certified(naskah, block.nama.is_some());
        }
    }
    out.0
}

/// The line of number and year.
pub fn number(nomor: &NomorTahun) -> String {
    let NomorTahun { tulis, nomor, tahun } = nomor;
    if let Some(line) = tulis {
        return line.as_plain();
    }
    let year = tahun.map_or(String::new(), |year| format!(" TAHUN {year}"));
    format!("NOMOR {}{year}", nomor.as_ref().map_or(String::new(), |nomor| nomor.as_plain()))
}

#[derive(Default)]
struct Kata(Vec<String>);

impl Kata {
    fn say(&mut self, text: &str) {
        self.0.extend(text.split_whitespace().map(str::to_owned));
    }

    fn item(&mut self, butir: &ButirCetak) {
        butir.no.iter().for_each(|mark| self.say(mark));
        self.say(&butir.teks.as_plain());
        butir.rincian.iter().for_each(|one| self.item(one));
        butir.penutup.iter().for_each(|text| self.say(&text.as_plain()));
    }

    fn closing(&mut self, penutup: &Penutup, dated: bool) {
        if dated {
            penutup.di.iter().for_each(|place| self.say(&format!("Ditetapkan di {}", place.as_plain())));
            self.say("pada tanggal");
            penutup.tanggal.iter().for_each(|day| self.say(&day.as_plain()));
        }
        penutup.jabatan.iter().for_each(|line| self.say(&line.as_plain()));
        penutup.ttd.iter().for_each(|word| self.say(word));
        self.say(&penutup.nama.as_plain());
        if let Some(other) = penutup.pendamping.as_ref().filter(|_| dated) {
            other.jabatan.iter().for_each(|line| self.say(&line.as_plain()));
            penutup.ttd.iter().for_each(|word| self.say(word));
            self.say(&other.nama.as_plain());
        }
        for (at, name) in penutup.anggota.iter().enumerate() {
            self.say(&format!("{}. {}", at + 1, name.as_plain()));
        }
    }

    fn certified(&mut self, naskah: &Naskah, named: bool) {
        if let Some((lines, name)) = &naskah.salinan {
            lines.iter().chain(named.then_some(name)).for_each(|line| self.say(&line.as_plain()));
        }
    }

    fn attachment(&mut self, lampiran: &LampiranCetak, naskah: &Naskah) {
        if lampiran.kepala.is_empty() {
            self.say(&lampiran.label);
            self.say(&lampiran.keputusan.as_plain());
            self.say(&number(&lampiran.nomor));
            self.say(&lampiran.tentang.as_plain());
        }
        lampiran.kepala.iter().for_each(|line| self.say(&line.as_plain()));
        lampiran.judul.iter().for_each(|title| self.say(&title.as_plain()));
        if lampiran.sampul {
            naskah.kop.baris.iter().for_each(|line| self.say(&line.as_plain()));
            self.say(&naskah.meta.tanggal.0.to_string());
        }
        for block in &lampiran.isi {
            match block {
                BlokCetak::Bab { no, teks, .. } | BlokCetak::Bagian { no, teks, .. } => {
                    self.say(no);
                    self.say(&teks.as_plain());
                }
                BlokCetak::Paragraf { isi, .. } => self.item(isi),
                BlokCetak::Tabel { tabel } => self.table(tabel),
                BlokCetak::Gambar { keterangan, .. } => {
                    keterangan.iter().for_each(|text| self.say(&text.as_plain()));
                }
            }
        }
    }

    fn table(&mut self, tabel: &TabelCetak) {
        tabel.kepala.iter().flatten().for_each(|cell| self.item(&cell.isi));
        tabel.nomor_kolom.iter().for_each(|number| self.say(number));
        tabel.baris.iter().flat_map(BarisCetak::cells).for_each(|cell| self.item(&cell.isi));
        tabel.keterangan.iter().for_each(|line| self.say(&line.as_plain()));
    }
}
