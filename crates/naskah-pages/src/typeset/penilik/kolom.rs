//! Columns: of the width that was asked for, and wide enough for their words.

use naskah_core::diag::Code;
use naskah_core::resolve::{BlokCetak, Naskah};

use super::lembar::{Berkas, KolomSempit, LebarLain, Potong, TabelSempit};
use super::{Cacat, cm, kutip};

/// Looks at the tables that begin on a page.
pub fn periksa(berkas: &Berkas, halaman: usize, naskah: &Naskah, out: &mut Vec<Cacat>) {
    lain(berkas, halaman, naskah, out);
    let lembar = &berkas.lembar[halaman];
    out.extend(lembar.tabel_sempit.iter().filter_map(|tabel| sempit(berkas, halaman, tabel)));
}

/// Whether a column holds the numbers of the rows.
fn penomor(naskah: &Naskah, lain: &LebarLain) -> bool {
    naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi).any(|block| match block {
        BlokCetak::Tabel { tabel } => tabel.id == lain.tabel && tabel.penomor.contains(&lain.kolom),
        _ => false,
    })
}

/// The first text of a column of the table that stands behind a text.
fn kepala(berkas: &Berkas, halaman: usize, sesudah: usize, kolom: usize) -> Option<&Potong> {
    let own = berkas.lembar[halaman].potong.iter().filter(|p| p.nomor >= sesudah);
    own.into_iter().find(|p| p.milik.sel.is_some_and(|sel| berkas.sel[sel].x == kolom && berkas.sel[sel].kanan == 1))
}

/// Tells of columns that have not the width which the decree wants.
fn lain(berkas: &Berkas, halaman: usize, naskah: &Naskah, out: &mut Vec<Cacat>) {
    // Numbers of rows have room in less than they were given, and are the first to give.
    let mengalah = |lain: &&LebarLain| lain.jadi < lain.diminta && penomor(naskah, lain);
    let lain: Vec<&LebarLain> = berkas.lembar[halaman].lebar_lain.iter().filter(|lain| !mengalah(lain)).collect();
    for tabel in lain.chunk_by(|a, b| a.tabel == b.tabel) {
        let told = tabel.iter().filter_map(|lain| {
            let kepala = kepala(berkas, halaman, lain.sesudah, lain.kolom)?;
            let lebar = format!("tercetak selebar {} cm, bukan {} cm", cm(lain.jadi), cm(lain.diminta));
            Some((kepala, format!("kolom {} ({}) {lebar}", lain.kolom + 1, kutip(kepala))))
        });
        let (kepala, pesan): (Vec<&Potong>, Vec<String>) = told.unzip();
        let Some(kepala) = kepala.first() else { continue };
        let jalan = "sesuaikan `lebar` dengan isi dan kepala kolom itu, atau pakai bobot tanpa satuan";
        let (potong, pesan) = ((*kepala).clone(), pesan.join("; "));
        out.push(Cacat { code: Code::LEBAR_LAIN, halaman, pesan, potong, jalan });
    }
}

/// What part of a table's columns may be too narrow for their words before readers are told.
const PADAT: f64 = 1.0 / 3.0;

/// Tells of a table whose names are cut, or the words of many of its columns.
fn sempit(berkas: &Berkas, halaman: usize, tabel: &TabelSempit) -> Option<Cacat> {
    let worst =
        |among: &mut dyn Iterator<Item = &KolomSempit>| among.max_by(|a, b| a.kurang.total_cmp(&b.kurang)).copied();
    let columns = berkas.sel.iter().filter(|sel| sel.halaman == halaman).map(|sel| sel.x + sel.kanan).max()?;
    let nama = worst(&mut tabel.kolom.iter().filter(|kolom| kolom.nama));
    let padat = tabel.kolom.len() as f64 > PADAT * columns as f64;
    let kolom = nama.or_else(|| worst(&mut tabel.kolom.iter()).filter(|_| padat))?;
    let kepala = kepala(berkas, halaman, tabel.sesudah, kolom.kolom)?;
    let yang = if kolom.nama { "nama dipenggal" } else { "tabel terlalu padat sehingga kata dipenggal" };
    let kurang = (kolom.kurang * 25.4 / 72.0).ceil();
    let pesan = format!("{yang}: kolom {} ({}) kurang {kurang:.0} mm", kolom.kolom + 1, kutip(kepala));
    let lembar = &berkas.lembar[halaman];
    let jalan = match lembar.lebar > lembar.tinggi {
        true => "kurangi kolom tabel itu, beri kepala yang panjang `putar: ya`, atau pakai kertas yang lebih besar",
        false => "kurangi kolom tabel itu, beri kepala yang panjang `putar: ya`, atau pakai `orientasi: lanskap`",
    };
    Some(Cacat { code: Code::KATA_DIPENGGAL, halaman, pesan, potong: kepala.clone(), jalan })
}
