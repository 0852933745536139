//! Columns: of the width that was asked for, and wide enough for their words.

use naskah_core::diag::Code;
use naskah_core::resolve::{BlokCetak, Naskah, TabelCetak};

use super::lembar::{Berkas, KolomSempit, LebarLain, Potong, TabelSempit};
use super::{Cacat, angka, cm};

/// Looks at the tables that begin on a page.
pub fn periksa(berkas: &Berkas, halaman: usize, naskah: &Naskah, out: &mut Vec<Cacat>) {
    lain(berkas, halaman, naskah, out);
    let lembar = &berkas.lembar[halaman];
    out.extend(lembar.tabel_sempit.iter().filter_map(|tabel| sempit(berkas, halaman, naskah, tabel)));
}

/// One of the decree's tables.
fn tabel_ke(naskah: &Naskah, ke: usize) -> Option<&TabelCetak> {
    naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi).find_map(|block| match block {
        BlokCetak::Tabel { tabel } if tabel.id == ke => Some(tabel),
        _ => None,
    })
}

/// A table as a message names it: its attachment and what that is called.
pub fn tabel(naskah: &Naskah, ke: usize) -> Option<String> {
    let own = |block: &BlokCetak| matches!(block, BlokCetak::Tabel { tabel } if tabel.id == ke);
    let lampiran = naskah.lampiran.iter().find(|lampiran| lampiran.isi.iter().any(own))?;
    let judul = lampiran.judul.as_ref().map(|judul| judul.as_plain().split_whitespace().collect::<Vec<_>>().join(" "));
    Some(match judul {
        Some(judul) => format!("tabel {} (`{judul}`):", lampiran.label),
        None => format!("tabel {}:", lampiran.label),
    })
}

/// Whether a column holds the numbers of the rows.
fn penomor(naskah: &Naskah, lain: &LebarLain) -> bool {
    tabel_ke(naskah, lain.tabel).is_some_and(|tabel| tabel.penomor.contains(&lain.kolom))
}

/// A column as a message names it: its number from 1, and its title.
fn sebut(naskah: &Naskah, tabel: usize, kolom: usize) -> String {
    let cells = tabel_ke(naskah, tabel).into_iter().flat_map(|tabel| tabel.kepala.iter().flatten());
    let mut own = cells.filter(|cell| cell.x == kolom && cell.kanan == 1).map(|cell| cell.isi.teks.as_plain());
    let title = own.next_back().map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
    match title.filter(|title| !title.is_empty()) {
        Some(title) => format!("kolom {} (`{title}`)", kolom + 1),
        None => format!("kolom {}", kolom + 1),
    }
}

/// The first text of a table that stands behind a text, of a column if it has one of its own.
fn kepala(berkas: &Berkas, halaman: usize, sesudah: usize, kolom: usize) -> Option<&Potong> {
    let own = berkas.lembar[halaman].potong.iter().filter(|p| p.nomor >= sesudah && p.milik.sel.is_some());
    let of_column =
        |p: &&Potong| p.milik.sel.is_some_and(|sel| berkas.sel[sel].x == kolom && berkas.sel[sel].kanan == 1);
    own.clone().find(of_column).or_else(|| own.into_iter().next())
}

/// Tells of columns that have not the width which the decree wants.
fn lain(berkas: &Berkas, halaman: usize, naskah: &Naskah, out: &mut Vec<Cacat>) {
    // Numbers of rows have room in less than they were given, and are the first to give.
    let mengalah = |lain: &&LebarLain| lain.jadi < lain.diminta && penomor(naskah, lain);
    let lain: Vec<&LebarLain> = berkas.lembar[halaman].lebar_lain.iter().filter(|lain| !mengalah(lain)).collect();
    for tabel in lain.chunk_by(|a, b| a.tabel == b.tabel) {
        let told = tabel.iter().map(|lain| {
            let lebar = format!("tercetak selebar {} cm, bukan {} cm", cm(lain.jadi), cm(lain.diminta));
            format!("{} {lebar}", sebut(naskah, lain.tabel, lain.kolom))
        });
        let pesan = told.collect::<Vec<_>>().join("; ");
        let first = tabel.first().and_then(|lain| kepala(berkas, halaman, lain.sesudah, lain.kolom));
        let Some(potong) = first.cloned() else { continue };
        let jalan = "sesuaikan `lebar` dengan isi dan kepala kolom itu, atau pakai bobot tanpa satuan";
        out.push(Cacat { code: Code::LEBAR_LAIN, halaman, pesan, potong, jalan });
    }
}

/// What part of a table's columns may be too narrow for their words before readers are told.
const PADAT: f64 = 1.0 / 3.0;

/// Tells of a table whose letters are small, whose names or words that stand together are parted, or the words of many of its
/// columns: all of these columns.
fn sempit(berkas: &Berkas, halaman: usize, naskah: &Naskah, tabel: &TabelSempit) -> Option<Cacat> {
    let columns = tabel_ke(naskah, tabel.tabel).map_or(0, |tabel| tabel.lebar.len());
    let padat = tabel.kolom.len() as f64 > PADAT * columns as f64;
    if !padat && tabel.huruf.is_none() && !tabel.kolom.iter().any(|kolom| kolom.nama || kolom.lepas) {
        return None;
    }
    let told = |yang: &str, of: &dyn Fn(&&KolomSempit) -> bool| {
        let own = tabel.kolom.iter().filter(of).map(|kolom| {
            let kurang = (kolom.kurang * 25.4 / 72.0).ceil();
            format!("{} kurang {kurang:.0} mm", sebut(naskah, tabel.tabel, kolom.kolom))
        });
        let own = own.collect::<Vec<_>>().join(", ");
        (!own.is_empty()).then(|| format!("{yang}: {own}"))
    };
    let huruf = tabel.huruf.map(|size| format!("huruf diperkecil sampai {} pt", angka(size)));
    let nama = told("nama dipenggal", &|kolom| kolom.nama);
    let lepas = told("angka terpisah dari satuannya, atau tanggal terbelah", &|kolom| !kolom.nama && kolom.lepas);
    let kata = told("kata dipenggal", &|kolom| !kolom.nama && !kolom.lepas);
    let pesan: Vec<String> = huruf.into_iter().chain(nama).chain(lepas).chain(kata).collect();
    let pesan = format!("tabel terlalu padat; {}", pesan.join("; "));
    let kolom = tabel.kolom.first().map_or(0, |kolom| kolom.kolom);
    let potong = kepala(berkas, halaman, tabel.sesudah, kolom)?.clone();
    let lembar = &berkas.lembar[halaman];
    let jalan = match lembar.lebar > lembar.tinggi {
        true => "kurangi kolom tabel itu, beri kepala yang panjang `putar: ya`, atau pakai kertas yang lebih besar",
        false => "kurangi kolom tabel itu, beri kepala yang panjang `putar: ya`, atau pakai `orientasi: lanskap`",
    };
    Some(Cacat { code: Code::KATA_DIPENGGAL, halaman, pesan, potong, jalan })
}
