//! What stands together: no signature, heading or sum alone on a page, no page nearly empty.

use naskah_core::diag::Code;
use naskah_core::resolve::{BarisCetak, BlokCetak, Naskah, SelCetak};

use super::lembar::{Berkas, Potong};
use super::{Cacat, kutip, sendiri};

/// What part of a page must have been used before the next begins.
const TERISI: f64 = 0.2;

/// Looks at how a page begins and ends.
pub fn periksa(berkas: &Berkas, halaman: usize, naskah: &Naskah, out: &mut Vec<Cacat>) {
    let lembar = &berkas.lembar[halaman];
    let isi: Vec<&Potong> = lembar.potong.iter().filter(|p| sendiri(berkas, p)).collect();
    let mut tell = |code, potong: &Potong, pesan: &str, jalan| {
        let pesan = format!("{pesan} {}", kutip(potong));
        out.push(Cacat { code, halaman, pesan, potong: potong.clone(), jalan });
    };
    let badan: Vec<&Potong> = isi.iter().copied().filter(|p| !p.milik.tanda).collect();
    let (Some(awal), Some(akhir)) = (badan.first(), badan.last()) else {
        if let Some(tanda) = isi.first() {
            let jalan = "pendekkan atau panjangkan bagian terakhir, supaya sebagian isinya ikut ke halaman ini";
            tell(Code::SENDIRI, tanda, "hanya tanda tangan atau pengesahan:", jalan);
        }
        return;
    };
    if halaman > 0 && jumlah(naskah, awal) {
        tell(
            Code::SENDIRI,
            awal,
            "halaman dimulai dengan jumlah baris sebelumnya:",
            "tambahkan atau gabungkan baris sebelum jumlah itu",
        );
    }
    let Some(berikut) = berkas.lembar.get(halaman + 1) else { return };
    let sesudah = berikut.potong.iter().find(|p| sendiri(berkas, p));
    if akhir.milik.judul || kelompok(naskah, akhir) {
        tell(
            Code::SENDIRI,
            akhir,
            "judul tertinggal di kaki halaman:",
            "tambahkan teks sebelum judul itu supaya pindah ke halaman berikutnya",
        );
    }
    let bagian_baru = sesudah.is_none_or(|p| p.milik.judul) || naskah.petikan.len() > 1;
    let daftar_isi = badan.iter().any(|p| p.teks.trim() == "DAFTAR ISI");
    let bawah = lembar.potong.iter().filter(|p| sendiri(berkas, p)).map(|p| p.y).fold(0.0, f64::max);
    let bawah = lembar.gambar.iter().map(|g| g.bawah).fold(bawah, f64::max);
    if !bagian_baru && !daftar_isi && bawah < naskah.halaman.atas() + TERISI * lembar.tinggi {
        tell(Code::KOSONG, akhir, "hampir kosong sesudah", "pecah baris atau butir yang panjang sesudahnya");
    }
}

/// Whether a text in bold stands in a row of the wanted kind.
fn dari_baris(naskah: &Naskah, potong: &Potong, ada: impl Fn(&BarisCetak, &str) -> bool) -> bool {
    if !potong.tebal || potong.milik.sel.is_none() {
        return false;
    }
    let tables = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi).filter_map(|block| match block {
        BlokCetak::Tabel { tabel } => Some(tabel),
        _ => None,
    });
    tables.flat_map(|table| &table.baris).any(|baris| ada(baris, potong.teks.trim()))
}

fn berisi(sel: &[SelCetak], kata: &str) -> bool {
    sel.iter().any(|sel| sel.isi.teks.as_plain().contains(kata))
}

/// Whether a text belongs to the heading of the rows after it.
fn kelompok(naskah: &Naskah, potong: &Potong) -> bool {
    dari_baris(
        naskah,
        potong,
        |baris, kata| matches!(baris, BarisCetak::Kelompok { kelompok } if berisi(kelompok, kata)),
    )
}

/// Whether a text begins a row of sums.
fn jumlah(naskah: &Naskah, potong: &Potong) -> bool {
    dari_baris(naskah, potong, |baris, kata| matches!(baris, BarisCetak::Jumlah { jumlah } if berisi(jumlah, kata)))
        && !kelompok(naskah, potong)
}
