//! Attachments: their heads, and their content as a table, a nested plan or running text.

use crate::decree::butir::{self, Butir};
use crate::decree::gambar::Gambar;
use crate::decree::isian;
use crate::decree::susunan::Susunan;
use crate::decree::tabel::Tabel;
use crate::decree::teks::Teks;
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::yaml::{Chosen, Field, Node, Shape, Table, Value};

/// An attachment.
#[derive(Debug, Clone)]
pub struct Lampiran {
    /// Where it was written.
    pub span: Span,
    /// The title over the content.
    pub judul: Option<Teks>,
    /// The decree's name in the head, where it is written out by hand.
    pub tentang: Option<Teks>,
    /// The lines of the head, where they are written out by hand.
    pub kepala: Vec<Teks>,
    /// Whether title and column heads are put in capitals.
    pub kapital: bool,
    /// Whether the pages lie.
    pub lanskap: bool,
    /// Whether the content stands in a frame on one sheet.
    pub bingkai: bool,
    /// Whether a cover comes first.
    pub sampul: bool,
    /// Whether a table of contents comes before the content.
    pub daftar_isi: bool,
    /// What it holds.
    pub isi: IsiLampiran,
}

/// The content of an attachment.
#[derive(Debug, Clone)]
pub enum IsiLampiran {
    /// A table.
    Tabel(Tabel),
    /// Running text.
    Teks(Vec<Blok>),
}

/// A block of running text.
#[derive(Debug, Clone)]
pub enum Blok {
    /// `BAB I` and its title.
    Bab {
        /// Its number, where another than the next.
        nomor: Option<usize>,
        /// Whether its pages lie, where they are others than those around it.
        lanskap: Option<bool>,
        /// The title.
        judul: Teks,
        /// What stands in it.
        isi: Vec<Blok>,
    },
    /// `A.` and its title; inside another part `1.`.
    Bagian {
        /// Its number, where another than the next.
        nomor: Option<usize>,
        /// Whether its pages lie, where they are others than those around it.
        lanskap: Option<bool>,
        /// The title.
        judul: Teks,
        /// What stands in it.
        isi: Vec<Blok>,
    },
    /// A paragraph, perhaps opening a list.
    Paragraf(Butir),
    /// A table.
    Tabel(Tabel),
    /// A picture.
    Gambar(Gambar),
}

/// The words for pages: whether they lie.
const ORIENTASI: [(&str, bool); 2] = [("potret", false), ("lanskap", true)];

/// The fields of an attachment; a kind may add one of its own.
pub const SHAPE: Shape = Shape {
    name: "lampiran",
    fields: &[
        Field::boleh(
            "judul",
            "teks",
            "Susunan Tim Pembangunan Zona Integritas",
            "judul di atas isi; dicetak dengan huruf kapital",
        )
        .juga(&["nama", "title"]),
        Field::boleh("orientasi", "potret | lanskap", "lanskap", "arah kertas; tanpa keterangan: potret")
            .juga(&["arah", "kertas"]),
        Field::boleh("tabel", "tabel", "{kolom: […], baris: […]}", "isi berupa tabel"),
        Field::boleh(
            "teks",
            "daftar blok",
            "[{bab: Pendahuluan, isi: […]}]",
            "isi berupa naskah: bab, bagian, paragraf, rincian, tabel",
        )
        .juga(&["isi", "naskah"]),
        Field::boleh(
            "gambar",
            "berkas, atau gambar",
            "peta.png",
            "isi berupa gambar, peta, atau hasil pindai: berkas PNG, JPG, SVG, atau PDF di dalam folder naskah",
        ),
        Field::boleh(
            "sampul",
            "ya | tidak",
            "ya",
            "halaman sampul sebelum isi, dengan judul, kantor, dan tahun; hanya bersama `teks` dan `judul`",
        ),
        Field::boleh("bingkai", "ya | tidak", "ya", "isi di tengah bingkai pada satu lembar; hanya bersama `teks`"),
        Field::boleh("daftar_isi", "ya | tidak", "ya", "daftar isi sebelum naskah; hanya bersama `teks`"),
        Field::boleh(
            "tentang",
            "teks",
            "PEMBENTUKAN TIM PEMBANGUNAN ZONA INTEGRITAS",
            "nama keputusan pada kepala lampiran bila harus lain daripada `tentang` (keputusan lama); dicetak seperti ditulis",
        ),
        Field::boleh(
            "kepala",
            "daftar teks",
            "[Lampiran I, Keputusan Komisi Pemilihan Umum, 'Nomor : 5/Kpts/2015', 'Tanggal : 4 Maret 2015']",
            "baris kepala lampiran seperti ditulis (keputusan lama); yang berbentuk `Nomor : …` disejajarkan titik duanya",
        ),
        Field::boleh(
            "kapital",
            "ya | tidak",
            "tidak",
            "judul dan kepala kolom dicetak dengan huruf kapital; `tidak`: seperti ditulis (keputusan lama)",
        ),
    ],
};

/// The fields of a block that is not a plain paragraph or an item with a list.
pub const BLOK: Shape = Shape {
    name: "blok naskah",
    fields: &[
        Field::boleh("bab", "teks", "Pendahuluan", "judul bab, bernomor BAB I, BAB II …"),
        Field::boleh("bagian", "teks", "Latar Belakang", "judul bagian, bernomor A., B. …; di dalam bagian: 1., 2. …"),
        Field::boleh("isi", "daftar blok", "[Paragraf pertama.]", "isi bab atau bagian"),
        Field::boleh(
            "nomor",
            "bilangan",
            "3",
            "nomor bab atau bagian ini bila lain daripada urutannya; yang berikut meneruskannya",
        ),
        Field::boleh(
            "orientasi",
            "potret | lanskap",
            "lanskap",
            "arah kertas bab, bagian, tabel, atau gambar ini bila lain daripada lampirannya; mulai pada halaman baru, dan yang sesudahnya kembali",
        )
        .juga(&["arah", "kertas"]),
        Field::boleh("tabel", "tabel", "{kolom: […], baris: […]}", "tabel di dalam naskah"),
        Field::boleh("gambar", "berkas, atau gambar", "peta.png", "gambar di dalam naskah"),
        Field::boleh(
            "isian",
            "label: isi",
            "{Nama: Nama Petugas, Alamat: ''}",
            "label bertitik dua dengan isinya, sejajar; yang kosong menjadi garis untuk diisi dengan tangan",
        ),
        Field::boleh(
            "centang",
            "teks: ya | tidak, atau daftar teks",
            "{Fotokopi kartu tanda penduduk: ya, Pasfoto: tidak}",
            "teks dengan kotak centang di depannya; `ya`: tercentang, `tidak` dan daftar teks: kosong",
        ),
    ],
};

impl Lampiran {
    /// Reads an attachment; `susunan` is the nested form of the decree's kind.
    pub fn read(node: &Node, susunan: Option<&Susunan>, sink: &mut Sink) -> Option<Self> {
        let own = susunan.map(|form| form.kunci.as_str());
        Table::open(&without(node, own), &SHAPE, sink)?;
        Self::check(node, sink);
        let get = |key: &str| node.get(key).filter(|value| !value.is_empty());
        let judul = get("judul").and_then(|node| Teks::read(node, sink));
        let tentang = get("tentang").and_then(|node| Teks::read(node, sink));
        let kepala = get("kepala").map(|node| Teks::lines(node, sink)).unwrap_or_default();
        let kapital = get("kapital").and_then(|node| node.yes(sink)).unwrap_or(true);
        let lanskap = get("orientasi").and_then(|node| node.choice(&ORIENTASI, sink)).unwrap_or(false);
        let bingkai = get("bingkai").and_then(|node| node.yes(sink)).unwrap_or(false);
        let sampul = get("sampul").and_then(|node| node.yes(sink)).unwrap_or(false);
        let daftar_isi = get("daftar_isi").and_then(|node| node.yes(sink)).unwrap_or(false);
        let plan = susunan.and_then(|form| Some((form, get(&form.kunci)?)));
        let isi = match (get("tabel"), get("teks"), get("gambar"), plan) {
            (Some(tabel), None, None, None) => Tabel::read(tabel, sink).map(IsiLampiran::Tabel),
            (None, Some(teks), None, None) => Some(IsiLampiran::Teks(read_blocks(teks, 0, sink))),
            (None, None, Some(gambar), None) => {
                Gambar::read(gambar, sink).map(|gambar| IsiLampiran::Teks(vec![Blok::Gambar(gambar)]))
            }
            (None, None, None, Some((form, plan))) => Some(IsiLampiran::Tabel(form.unfold(plan, sink))),
            _ => {
                let kinds = ["tabel", "teks", "gambar"]
                    .into_iter()
                    .chain(own)
                    .map(|key| format!("`{key}`"))
                    .collect::<Vec<_>>();
                let message = format!("lampiran harus memuat tepat satu dari {}", kinds.join(", "));
                let hint = "tabel ditulis di bawah `tabel:`, kalimat di bawah `teks:`; untuk beberapa isi, pakai beberapa lampiran";
                sink.push(Diagnostic::galat(Code::TIPE, node.head(), message).hint(hint));
                None
            }
        };
        let isi = isi?;
        Some(Self { span: node.span, judul, tentang, kepala, kapital, lanskap, bingkai, sampul, daftar_isi, isi })
    }

    /// Reports forms that do not go together.
    fn check(node: &Node, sink: &mut Sink) {
        let get = |key: &str| node.get(key).filter(|value| !value.is_empty());
        let yes = |key: &str| get(key).filter(|value| value.as_scalar() == Some("ya"));
        if let Some(tentang) = get("tentang").filter(|_| get("kepala").is_some()) {
            let message = "`tentang` tidak dicetak bila `kepala` ditulis";
            let hint = "hapus `tentang`, dan tulis barisnya di dalam `kepala`";
            sink.push(Diagnostic::galat(Code::TIPE, tentang.span, message).hint(hint));
        }
        if let Some(bingkai) = yes("bingkai").filter(|_| get("teks").is_none()) {
            let message = "`bingkai` hanya untuk lampiran yang berisi `teks`";
            let hint = "hapus `bingkai`, atau tulis isinya sebagai `teks`";
            sink.push(Diagnostic::galat(Code::TIPE, bingkai.span, message).hint(hint));
        }
        let bare = get("teks").is_none() || get("judul").is_none() || yes("bingkai").is_some();
        if let Some(sampul) = yes("sampul").filter(|_| bare) {
            let message = "`sampul` hanya untuk lampiran yang berisi `teks` dan mempunyai `judul`, tanpa `bingkai`";
            let hint = "hapus `sampul`, atau tulis `judul` dan isi lampiran sebagai `teks`";
            sink.push(Diagnostic::galat(Code::TIPE, sampul.span, message).hint(hint));
        }
    }
}

/// The node without one key, which the kind reads by its own form.
fn without(node: &Node, key: Option<&str>) -> Node {
    match (&node.value, key) {
        (Value::Map(entries), Some(own)) => {
            let rest = entries.iter().filter(|(key, _)| key.name != own).cloned().collect();
            Node::new(node.span, Value::Map(rest))
        }
        _ => node.clone(),
    }
}

/// Reads blocks; `depth` counts the chapters and parts above.
fn read_blocks(node: &Node, depth: usize, sink: &mut Sink) -> Vec<Blok> {
    node.list(sink).iter().filter_map(|block| Blok::read(block, depth, sink)).collect()
}

impl IsiLampiran {
    /// Its pictures, in their order.
    pub fn gambar(&self) -> Vec<&Gambar> {
        fn collect<'a>(blocks: &'a [Blok], out: &mut Vec<&'a Gambar>) {
            for block in blocks {
                match block {
                    Blok::Gambar(gambar) => out.push(gambar),
                    Blok::Bab { isi, .. } | Blok::Bagian { isi, .. } => collect(isi, out),
                    Blok::Paragraf(_) | Blok::Tabel(_) => {}
                }
            }
        }
        let mut out = Vec::new();
        if let Self::Teks(blocks) = self {
            collect(blocks, &mut out);
        }
        out
    }
}

impl Blok {
    fn read(node: &Node, depth: usize, sink: &mut Sink) -> Option<Self> {
        let heading = |key: &str| node.get(key).is_some();
        if node.as_map().is_none() || heading(butir::SHAPE.fields[0].name) {
            return Butir::read(node, 0, sink).map(Blok::Paragraf);
        }
        let table = Table::open(node, &BLOK, sink)?;
        let isi = |sink: &mut Sink| table.get("isi").map(|node| read_blocks(node, depth + 1, sink)).unwrap_or_default();
        let heads = ["bab", "bagian"].iter().any(|key| node.get(key).is_some());
        let nomor = table.get("nomor").and_then(|node| Self::number(node, heads, sink));
        let lanskap = table.get("orientasi").and_then(|node| node.choice(&ORIENTASI, sink));
        let turned = |tabel: Tabel| Blok::Tabel(Tabel { lanskap, ..tabel });
        match table.choose(&["bab", "bagian", "tabel", "gambar", "isian", "centang"], sink) {
            Chosen::One("gambar", gambar) => {
                Gambar::read(gambar, sink).map(|gambar| Blok::Gambar(Gambar { lanskap, ..gambar }))
            }
            Chosen::One("tabel", tabel) => Tabel::read(tabel, sink).map(turned),
            Chosen::One("isian", labels) => isian::read(labels, sink).map(turned),
            Chosen::One("centang", texts) => isian::boxes(texts, sink).map(turned),
            Chosen::One("bagian", judul) => {
                Some(Blok::Bagian { nomor, lanskap, judul: Teks::read(judul, sink)?, isi: isi(sink) })
            }
            Chosen::One(_, judul) if depth == 0 => {
                Some(Blok::Bab { nomor, lanskap, judul: Teks::read(judul, sink)?, isi: isi(sink) })
            }
            Chosen::One(_, judul) => {
                let message = "bab tidak dapat berada di dalam bab atau bagian";
                sink.push(Diagnostic::galat(Code::TIPE, judul.span, message).hint("pakai `bagian`"));
                None
            }
            Chosen::Empty => {
                isi(sink);
                None
            }
            Chosen::Unclear => {
                let message = "blok naskah harus berupa paragraf, `bab`, `bagian`, `teks` dengan `rincian`, `tabel`, `gambar`, `isian`, atau `centang`";
                sink.push(Diagnostic::galat(Code::TIPE, node.span, message));
                None
            }
        }
    }

    /// The number of a chapter or part, where one is written; of another block that is reported.
    fn number(node: &Node, heads: bool, sink: &mut Sink) -> Option<usize> {
        if !heads {
            let message = "`nomor` hanya untuk `bab` dan `bagian`";
            sink.push(Diagnostic::galat(Code::TIPE, node.span, message).hint("hapus `nomor`"));
            return None;
        }
        let text = node.text(sink)?;
        match text.value.trim().parse::<usize>() {
            Ok(number) if (1..=99).contains(&number) => Some(number),
            _ => {
                let message = format!("`{}` bukan nomor dari 1 sampai 99", text.value);
                let hint = "tulis dengan angka, misalnya 3 untuk BAB III atau bagian C";
                sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
                None
            }
        }
    }
}
