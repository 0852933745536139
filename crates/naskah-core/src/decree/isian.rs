//! Labels with what is said of each beside them, or a blank to be filled in by hand: a table without head and lines.

use crate::decree::butir::{Butir, Penomoran};
use crate::decree::panjang::Panjang;
use crate::decree::tabel::{Baris, IsiBaris, IsiKolom, Kolom, Lebar, NomorBaris, Sel, Tabel};
use crate::decree::teks::Teks;
use crate::diag::Sink;
use crate::yaml::{Node, Value};

/// Width of the labels, in centimetres.
const LABEL: f64 = 5.0;
/// Width of the colons, in centimetres.
const TITIK_DUA: f64 = 0.5;

/// Reads labels and what is said of each; what is not written is a blank.
pub fn read(node: &Node, sink: &mut Sink) -> Option<Tabel> {
    let entries = match &node.value {
        Value::Map(entries) => entries,
        _ => return node.wrong("tabel (kunci: isi)", sink),
    };
    let column = |lebar| Kolom {
        span: node.span,
        judul: Teks::plain("", node.span),
        anak: Vec::new(),
        lebar,
        rata: None,
        putar: false,
        isi: IsiKolom::Teks,
        kunci: None,
        tingkat: None,
    };
    let mut row = |(key, value): &(crate::yaml::Key, Node)| {
        let text = |text: &str| Sel::Isi(Butir::sentence(Teks::plain(text, key.span)));
        let said = if value.is_empty() { Sel::Kosong } else { Sel::read(value, IsiKolom::Teks, sink) };
        let sel = vec![text(&key.name), text(":"), said];
        Baris { span: key.span, isi: IsiBaris::Sel { sel, nomor: NomorBaris::Tanpa } }
    };
    let fixed = |length| Lebar::Tetap(Panjang::cm(length));
    Some(Tabel {
        span: node.span,
        kolom: vec![column(fixed(LABEL)), column(fixed(TITIK_DUA)), column(Lebar::Bobot(1.0))],
        kepala: false,
        isian: true,
        nomor_kolom: false,
        ukuran: None,
        penomoran: Penomoran::AngkaKurung,
        ulang_gabungan: false,
        nomor_lanjut: false,
        baris: entries.iter().map(&mut row).collect(),
        keterangan: Vec::new(),
    })
}
