//! Tables: one size in a column, and labels of merged cells on every page that their rows reach.

use std::collections::BTreeMap;

use naskah_core::decree::tabel::LAMBANG;
use naskah_core::diag::Code;
use naskah_core::resolve::{BarisCetak, BlokCetak, Naskah};

use super::lembar::{Berkas, Lembar, Potong, Sel};
use super::{Cacat, angka, kutip, margin};

/// Columns whose letters are of more than one size.
pub fn ukuran_kolom(berkas: &Berkas, naskah: &Naskah, out: &mut Vec<Cacat>) {
    let mut kolom: BTreeMap<(usize, usize), (usize, &Potong, &Potong)> = BTreeMap::new();
    for (halaman, lembar) in berkas.lembar.iter().enumerate() {
        for potong in &lembar.potong {
            let Some(sel) = potong.milik.sel.map(|sel| &berkas.sel[sel]) else { continue };
            if sel.kanan > 1 || potong.milik.perabot {
                continue;
            }
            let (_, kecil, besar) = kolom.entry((sel.tabel, sel.x)).or_insert((halaman, potong, potong));
            *kecil = if potong.besar < kecil.besar { potong } else { *kecil };
            *besar = if potong.besar > besar.besar { potong } else { *besar };
        }
    }
    for ((_, x), (halaman, kecil, besar)) in kolom {
        if besar.besar - kecil.besar > 0.1 && !is_bagan(naskah, kecil) {
            let kurang = (kecil.kanan - kecil.x) * (besar.besar / kecil.besar - 1.0);
            let (a, b) = (angka(kecil.besar), angka(besar.besar));
            let sempit = format!("kolom {} terlalu sempit untuk {}", x + 1, kutip(kecil));
            let pesan = format!("{sempit}: hurufnya {a} pt di antara yang {b} pt, kurang {kurang:.0} pt");
            let jalan = "lebarkan kolom itu, perkecil `ukuran` tabel, atau pakai `orientasi: lanskap`";
            out.push(Cacat { code: Code::UKURAN_HURUF, halaman, pesan, potong: kecil.clone(), jalan });
        }
    }
}

/// Whether the labels of the table that a text stands in are to be said again: not where the office does without.
fn diulang(naskah: &Naskah, potong: &Potong) -> bool {
    let kata = potong.teks.trim();
    let tables = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi).filter_map(|block| match block {
        BlokCetak::Tabel { tabel } if !tabel.ulang => Some(tabel),
        _ => None,
    });
    let mut cells = tables.flat_map(|tabel| &tabel.baris).flat_map(BarisCetak::cells).filter(|cell| cell.turun > 1);
    !cells.any(|cell| cell.isi.teks.as_plain().contains(kata))
}

/// Whether a piece of text is the word in a sign of a flow chart.
fn is_bagan(naskah: &Naskah, potong: &Potong) -> bool {
    let word = potong.teks.trim().to_lowercase();
    let tables = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi);
    let drawn = |block: &BlokCetak| matches!(block, BlokCetak::Tabel { tabel } if tabel.rata.contains(&"bagan"));
    LAMBANG.contains(&word.as_str()) && tables.into_iter().any(drawn)
}

/// The line of a table at the left of a place: texts in the middle of their cell begin where they like.
fn kiri(lembar: &Lembar, x: f64) -> f64 {
    let tegak = lembar.garis.iter().filter(|garis| garis.kanan - garis.kiri < 0.1 && garis.kiri <= x);
    tegak.map(|garis| garis.kiri).fold(0.0, f64::max)
}

/// How far to the right what stands on a page would stand on another one, where inner and outer margins differ.
fn geser(berkas: &Berkas, naskah: &Naskah, dari: usize, ke: usize) -> f64 {
    let tepi = |halaman: usize| {
        let m = margin(naskah, &berkas.lembar[halaman]);
        if halaman.is_multiple_of(2) { m.kiri } else { m.kanan }
    };
    if naskah.halaman.margin_cermin { tepi(ke) - tepi(dari) } else { 0.0 }
}

/// Pages on which rows of a merged cell go on, and nothing in its column says of what.
pub fn label_hilang(berkas: &Berkas, halaman: usize, naskah: &Naskah, out: &mut Vec<Cacat>) {
    let lembar = &berkas.lembar[halaman];
    let Some(awal) = lembar.potong.iter().find(|p| !p.milik.perabot && p.milik.sel.is_some()) else { return };
    let Some(pertama) = awal.milik.sel.map(|sel| &berkas.sel[sel]) else { return };
    let y = lembar.potong.iter().filter(|p| !p.milik.perabot && p.milik.sel == awal.milik.sel).map(|p| p.y);
    let atas = y.fold(f64::INFINITY, f64::min) - awal.besar * 1.5;
    let reaches = |sel: &Sel| {
        sel.tabel == pertama.tabel
            && sel.halaman < halaman
            && sel.turun > 1
            && sel.y < pertama.y
            && pertama.y < sel.y + sel.turun
    };
    for (nomor, sel) in berkas.sel.iter().enumerate().filter(|(_, sel)| reaches(sel)) {
        let mut isi = berkas.lembar[..halaman].iter().flat_map(|l| &l.potong).filter(|p| p.milik.sel == Some(nomor));
        let Some(kata) = isi.next().filter(|kata| diulang(naskah, kata)) else { continue };
        // The column reaches to the next cell at its right, the merged rows to the next cell of the column.
        let sini = || berkas.sel.iter().filter(|lain| lain.tabel == sel.tabel && lain.halaman == halaman);
        let di_sini = |sel: &Sel| sel.sudut.0 + geser(berkas, naskah, sel.halaman, halaman);
        let kanan = berkas.sel.iter().filter(|lain| lain.tabel == sel.tabel && lain.x == sel.x + sel.kanan);
        let kanan = kanan.map(di_sini).fold(lembar.lebar, f64::min);
        let bawah = sini().filter(|lain| lain.x == sel.x && lain.y >= sel.y + sel.turun).map(|lain| lain.sudut.1);
        let bawah = bawah.fold(lembar.tinggi, f64::min);
        let kiri = kiri(lembar, di_sini(sel));
        let ada = |p: &Potong| p.x >= kiri && p.x < kanan && p.y > atas && p.y <= bawah + 0.1;
        if !lembar.potong.iter().any(ada) {
            let pesan = format!("baris tabel berlanjut tanpa {} pada kolom {}", kutip(kata), sel.x + 1);
            let jalan = "pendekkan label itu, atau tulis lagi pada baris pertama halaman ini sebagai ganti `^`";
            out.push(Cacat { code: Code::LABEL_HILANG, halaman, pesan, potong: kata.clone(), jalan });
        }
    }
}
