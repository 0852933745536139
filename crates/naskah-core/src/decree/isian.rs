//! Labels with what is said of each beside them, or a blank to be filled in by hand: a table without head and lines.

use crate::decree::butir::{Butir, Penomoran};
use crate::decree::panjang::Panjang;
use crate::decree::tabel::{Baris, IsiBaris, IsiKolom, Kolom, Lebar, NomorBaris, Sel, Tabel};
use crate::decree::teks::Teks;
use crate::diag::Sink;
use crate::yaml::{Key, Node, Value};

/// Width of the labels, in centimetres.
const LABEL: f64 = 5.0;
/// Width of the colons, in centimetres.
const TITIK_DUA: f64 = 0.5;
/// Width of the column of boxes, in centimetres.
const KOTAK: f64 = 0.8;

/// Reads labels and what is said of each; what is not written is a blank.
pub fn read(node: &Node, sink: &mut Sink) -> Option<Tabel> {
    let entries = match &node.value {
        Value::Map(entries) => entries,
        _ => return node.wrong("tabel (kunci: isi)", sink),
    };
    let mut row = |(key, value): &(Key, Node)| {
        let text = |text: &str| Sel::Isi(Butir::sentence(Teks::plain(text, key.span)));
        let said = if value.is_empty() { Sel::Kosong } else { Sel::read(value, IsiKolom::Teks, sink) };
        let sel = vec![text(&key.name), text(":"), said];
        Baris { span: key.span, isi: IsiBaris::Sel { sel, nomor: NomorBaris::Tanpa } }
    };
    let kolom = [Lebar::Tetap(Panjang::cm(LABEL)), Lebar::Tetap(Panjang::cm(TITIK_DUA)), Lebar::Bobot(1.0)];
    let kolom = kolom.map(|lebar| column(node, lebar, IsiKolom::Teks)).into();
    Some(without_lines(node, kolom, entries.iter().map(&mut row).collect()))
}

/// Reads texts with a box before each, which is ticked or not.
pub fn boxes(node: &Node, sink: &mut Sink) -> Option<Tabel> {
    let row = |span, ticked: &str, said: Sel| {
        let sel = vec![Sel::Isi(Butir::sentence(Teks::plain(ticked, span))), said];
        Baris { span, isi: IsiBaris::Sel { sel, nomor: NomorBaris::Tanpa } }
    };
    let baris = match &node.value {
        Value::Seq(items) => {
            items.iter().map(|item| row(item.span, "tidak", Sel::read(item, IsiKolom::Teks, sink))).collect()
        }
        Value::Map(entries) => {
            let mut one = |(key, value): &(Key, Node)| {
                let ticked = value.yes(sink)?;
                let said = Sel::Isi(Butir::sentence(Teks::read(&key_as_text(key), sink)?));
                Some(row(key.span, if ticked { "ya" } else { "tidak" }, said))
            };
            entries.iter().filter_map(&mut one).collect()
        }
        _ => return node.wrong("tabel (teks: ya atau tidak), atau daftar teks", sink),
    };
    let kolom = [(Lebar::Tetap(Panjang::cm(KOTAK)), IsiKolom::Centang), (Lebar::Bobot(1.0), IsiKolom::Teks)];
    let kolom = kolom.map(|(lebar, isi)| column(node, lebar, isi)).into();
    Some(without_lines(node, kolom, baris))
}

/// A key as the text that it is.
fn key_as_text(key: &Key) -> Node {
    Node::new(key.span, Value::Scalar { text: key.name.clone(), plain: true })
}

fn column(node: &Node, lebar: Lebar, isi: IsiKolom) -> Kolom {
    Kolom {
        span: node.span,
        judul: Teks::plain("", node.span),
        anak: Vec::new(),
        lebar,
        rata: None,
        putar: false,
        isi,
        dijumlah: true,
        kunci: None,
        tingkat: None,
    }
}

/// A table without head and lines.
fn without_lines(node: &Node, kolom: Vec<Kolom>, baris: Vec<Baris>) -> Tabel {
    Tabel {
        lanskap: None,
        span: node.span,
        kolom,
        kepala: false,
        isian: true,
        nomor_kolom: false,
        ukuran: None,
        penomoran: Penomoran::AngkaKurung,
        ulang_gabungan: false,
        nomor_lanjut: false,
        baris,
        keterangan: Vec::new(),
    }
}
