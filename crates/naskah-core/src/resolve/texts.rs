//! The one way through the printable decree: every text of its pages, in their order.
//!
//! Each struct is taken apart field by field, so a field that is added and met by nobody does not compile.

use super::naskah::{
    BagianCetak, BarisCetak, BlokCetak, ButirCetak, DiktumCetak, Disampaikan, IsianPetikan, Judul, Kop, LampiranCetak,
    Naskah, NomorTahun, PendampingCetak, Penutup, PetikanCetak, SelCetak, SidikCetak, TabelCetak,
};
use crate::decree::Teks;

impl Naskah {
    /// Every text that is printed, in the order of the pages; each knows where it comes from.
    pub fn texts(&self) -> Vec<&Teks> {
        // What the PDF says of itself and the furniture of the pages are no texts of the decree.
        let Self {
            meta: _,
            halaman: _,
            kop: Kop { lambang: _, baris, alamat },
            judul: Judul { keputusan, nomor, tentang, pembuat },
            bagian,
            memutuskan,
            menetapkan,
            diktum,
            penutup,
            salinan,
            disampaikan,
            tembusan,
            petikan,
            kalimat_petikan,
            sidik,
            lampiran,
        } = self;
        let mut out: Vec<&Teks> = baris.iter().chain(alamat).chain([keputusan]).collect();
        nomor.gather(&mut out);
        out.extend([tentang, pembuat]);
        for BagianCetak { label: _, butir } in bagian {
            gather_all(butir, &mut out);
        }
        out.extend(memutuskan.iter().filter(|word| !word.is_empty()));
        out.push(menetapkan);
        for DiktumCetak { label: _, isi } in diktum {
            isi.gather(&mut out);
        }
        penutup.gather(&mut out);
        out.extend(salinan.iter().flat_map(|(lines, name)| lines.iter().chain([name])));
        for Disampaikan { pembuka, butir } in tembusan.iter().chain(disampaikan) {
            out.push(pembuka);
            gather_all(butir, &mut out);
        }
        petikan.iter().for_each(|petikan| petikan.gather(&mut out));
        out.extend((!petikan.is_empty()).then_some(kalimat_petikan));
        lampiran.iter().for_each(|lampiran| lampiran.gather(&mut out));
        if let Some(SidikCetak { teks, qr: _, gambar: _ }) = sidik {
            out.extend(teks);
        }
        out
    }
}

fn gather_all<'a>(items: &'a [ButirCetak], out: &mut Vec<&'a Teks>) {
    items.iter().for_each(|item| item.gather(out));
}

impl ButirCetak {
    /// Its texts, in the order of the page.
    pub fn texts(&self) -> Vec<&Teks> {
        let mut out = Vec::new();
        self.gather(&mut out);
        out
    }

    fn gather<'a>(&'a self, out: &mut Vec<&'a Teks>) {
        let Self { no: _, teks, rincian, penutup, coretan: _ } = self;
        out.push(teks);
        gather_all(rincian, out);
        out.extend(penutup);
    }
}

impl NomorTahun {
    fn gather<'a>(&'a self, out: &mut Vec<&'a Teks>) {
        let Self { tulis, nomor, tahun: _ } = self;
        out.extend(tulis.as_ref().or(nomor.as_ref()));
    }
}

impl Penutup {
    fn gather<'a>(&'a self, out: &mut Vec<&'a Teks>) {
        let Self { di, tanggal, jabatan, ttd: _, nama, anggota, pendamping } = self;
        out.extend(di.iter().chain(tanggal).chain(jabatan).chain([nama]).chain(anggota));
        if let Some(PendampingCetak { jabatan, nama }) = pendamping {
            out.extend(jabatan.iter().chain([nama]));
        }
    }
}

impl PetikanCetak {
    fn gather<'a>(&'a self, out: &mut Vec<&'a Teks>) {
        let Self { kelompok, baris, catatan, kunci: _ } = self;
        out.extend(kelompok.iter().chain(catatan));
        for IsianPetikan { label, isi } in baris {
            out.push(label);
            gather_all(isi, out);
        }
    }
}

impl LampiranCetak {
    fn gather<'a>(&'a self, out: &mut Vec<&'a Teks>) {
        let Self {
            label: _,
            keputusan,
            nomor,
            tentang,
            kepala,
            judul,
            lanskap: _,
            bingkai: _,
            sampul: _,
            daftar_isi: _,
            isi,
            berbalik: _,
        } = self;
        match kepala.is_empty() {
            true => {
                out.push(keputusan);
                nomor.gather(out);
                out.push(tentang);
            }
            false => out.extend(kepala),
        }
        out.extend(judul);
        for block in isi {
            match block {
                BlokCetak::Bab { no: _, teks, aras: _ } | BlokCetak::Bagian { no: _, teks, tingkat: _, aras: _ } => {
                    out.push(teks)
                }
                BlokCetak::Paragraf { isi, tingkat: _ } => isi.gather(out),
                BlokCetak::Tabel { tabel } => tabel.gather(out),
                // What is said of a picture is its note, or the lampiran's title.
                BlokCetak::Gambar { berkas: _, lebar: _, keterangan, alt: _, sidik: _ } => out.extend(keterangan),
            }
        }
    }
}

impl TabelCetak {
    fn gather<'a>(&'a self, out: &mut Vec<&'a Teks>) {
        let Self {
            id: _,
            ukuran: _,
            lebar: _,
            rata: _,
            kepala,
            nomor_kolom: _,
            penomor: _,
            ulang: _,
            terpanjang: _,
            baris,
            keterangan,
            isian: _,
        } = self;
        let heads = kepala.iter().map(Vec::as_slice);
        let cells = heads.chain(baris.iter().map(BarisCetak::cells)).flatten();
        for SelCetak { x: _, isi, kanan: _, turun: _, tebal: _, rata: _, putar: _ } in cells {
            isi.gather(out);
        }
        out.extend(keterangan);
    }
}
