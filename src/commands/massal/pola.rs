//! The pattern: the YAML of a decree whose texts have places for values, read once for all documents.
//!
//! The places are looked for in the tree, behind YAML's own quoting, so no value can change what the YAML says.

use std::collections::BTreeSet;

use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sink, Span};
use naskah_core::yaml::{self, Field, Key, Node, Shape, Table, Value};
use naskah_formats::sheets::records::{Cara, identifier};
use naskah_pages::template::{Cetakan, Gagal, Larik};

/// What the pattern itself says about the data, under `massal`.
const SHAPE: Shape = Shape {
    name: "massal",
    fields: &[
        Field::boleh("data", "nama berkas", "petugas.xlsx", "berkas data di folder pola, bila tidak disebut `--data`"),
        Field::boleh("lembar", "teks", "Petugas", "nama lembar, bila buku kerja memuat beberapa"),
        Field::boleh("kepala", "nomor baris", "3", "baris kepala kolom pada lembar"),
        Field::boleh("sampai", "nomor baris", "120", "baris terakhir pada lembar"),
        Field::boleh("lewati", "daftar", "[9-13, Catatan]", "baris pada lembar yang bukan data"),
        Field::boleh("baris_jumlah", "teks", "Jumlah", "awal teks baris jumlah, yang tidak menjadi naskah"),
        Field::boleh("baris_tersembunyi", "ikut | abaikan", "abaikan", "apa yang dilakukan dengan baris tersembunyi"),
        Field::boleh("kelompok", "kolom, atau daftar kolom", "Kelurahan", "satu naskah untuk setiap kelompok baris"),
        Field::boleh("nama", "teks", "{{ Kecamatan }}/{{ Nama }}", "nama berkas setiap naskah"),
    ],
};

/// Names that a pattern knows besides those of the columns.
pub const DIKENAL: [&str; 5] = ["baris", "kolom", "urut", "nomor", "banyak"];

/// A part of the pattern.
#[derive(Debug)]
pub enum Bagian {
    /// Nothing.
    Kosong,
    /// A text without places; whether it stood without quotes.
    Tetap(String, bool),
    /// A text with places.
    Larik(Larik),
    /// A list.
    Daftar(Vec<Butir>),
    /// A table.
    Tabel(Vec<(Key, Butir)>),
}

/// A part with its place, and when it stands.
#[derive(Debug)]
pub struct Butir {
    /// Where it was written.
    pub span: Span,
    /// What it says.
    pub isi: Bagian,
    /// Whether it stands once for each row.
    pub setiap: bool,
    /// The condition under which it stands.
    pub bila: Option<(Larik, Span)>,
}

/// The pattern.
pub struct Pola {
    /// Its texts, compiled.
    pub cetakan: Cetakan,
    /// The decree.
    pub naskah: Butir,
    /// What the texts ask for, with the place of each first one.
    pub diminta: Vec<(String, Span)>,
    /// Its texts as they are typed.
    pub teks: Vec<(String, Span)>,
    /// What it says about the data.
    pub pengaturan: Pengaturan,
}

/// What a pattern says about its data.
#[derive(Debug, Default)]
pub struct Pengaturan {
    /// The data.
    pub data: Option<String>,
    /// How a sheet is read.
    pub cara: Cara,
    /// The columns that group the rows.
    pub kelompok: Vec<String>,
    /// The pattern of the files' names.
    pub nama: Option<String>,
}

/// Reads a pattern; what is wrong with it is reported.
pub fn read(file: FileId, files: &Files, sink: &mut Sink) -> Option<Pola> {
    if let Some(mark) = yaml::tinjau(files, file).first() {
        let message = "hal yang masih harus diputuskan ada dalam pola";
        sink.push(Diagnostic::galat(Code::BELUM_DIPUTUSKAN, mark.span, message).hint(yaml::catatan::open(mark).1));
    }
    let mut tree = yaml::parse(files, file, sink)?;
    let mut pengaturan = Pengaturan::default();
    if let Value::Map(entries) = &mut tree.value
        && let Some(at) = entries.iter().position(|(key, _)| key.name == "massal")
    {
        let (_, node) = entries.remove(at);
        pengaturan = settings(&node, sink)?;
    }
    let (diminta, teks, seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    let mut reader = Reader { cetakan: Cetakan::default(), diminta, teks, seen, sink };
    let naskah = reader.part(&tree);
    let Reader { cetakan, diminta, teks, .. } = reader;
    (!sink.has_errors()).then_some(Pola { cetakan, naskah, diminta, teks, pengaturan })
}

fn settings(node: &Node, sink: &mut Sink) -> Option<Pengaturan> {
    let table = Table::open(node, &SHAPE, sink)?;
    let row = |name: &str, sink: &mut Sink| {
        let node = table.get(name)?;
        let row = node.as_scalar().and_then(|text| text.trim().parse::<usize>().ok()?.checked_sub(1));
        if row.is_none() {
            node.wrong::<()>("nomor baris, mulai dari 1", sink);
        }
        row
    };
    let words = |name: &str, sink: &mut Sink| match table.get(name) {
        Some(Node { value: Value::Seq(items), .. }) => {
            items.iter().filter_map(|item| item.text(sink)).map(|text| text.value.trim().to_owned()).collect()
        }
        Some(node) => node.text(sink).map(|text| text.value.trim().to_owned()).into_iter().collect(),
        None => Vec::new(),
    };
    let hidden = [("ikut", true), ("abaikan", false)];
    let cara = Cara {
        lembar: table.word("lembar", sink),
        kepala: row("kepala", sink),
        sampai: row("sampai", sink),
        lewati: words("lewati", sink),
        jumlah: table.word("baris_jumlah", sink),
        tersembunyi: table.get("baris_tersembunyi").and_then(|node| node.choice(&hidden, sink)),
    };
    let kelompok = words("kelompok", sink);
    Some(Pengaturan { data: table.word("data", sink), cara, kelompok, nama: table.word("nama", sink) })
}

struct Reader<'a> {
    cetakan: Cetakan,
    diminta: Vec<(String, Span)>,
    teks: Vec<(String, Span)>,
    seen: BTreeSet<String>,
    sink: &'a mut Sink,
}

impl Reader<'_> {
    fn part(&mut self, node: &Node) -> Butir {
        let isi = match &node.value {
            Value::Null => Bagian::Kosong,
            Value::Scalar { text, plain } => self.text(text, *plain, node.span),
            Value::Seq(items) => Bagian::Daftar(items.iter().map(|item| self.item(item)).collect()),
            Value::Map(entries) => {
                // A name in braces alone is a table to YAML.
                if let [(key, Node { value: Value::Null, .. })] = &entries[..] {
                    self.teks.push((format!("{{{}}}", key.name), key.span));
                }
                let part = |(key, value): &(Key, Node)| {
                    if Cetakan::has_places(&key.name) {
                        let message = format!("kunci `{}` tidak dapat diisi dari data", key.name);
                        let hint = "apit teksnya dengan tanda petik '…'";
                        self.sink.push(Diagnostic::galat(Code::KUNCI, key.span, message).hint(hint));
                    }
                    let part = self.item(value);
                    if part.setiap {
                        let message = "`untuk: baris` hanya untuk butir daftar";
                        let hint = "awali butirnya dengan `- `";
                        self.sink.push(Diagnostic::galat(Code::TIPE, value.span, message).hint(hint));
                    }
                    (key.clone(), part)
                };
                Bagian::Tabel(entries.iter().map(part).collect())
            }
        };
        Butir { span: node.span, isi, setiap: false, bila: None }
    }

    /// A part that may stand under a condition, or once for each row: `{untuk: baris, bila: …, isi: …}`.
    fn item(&mut self, node: &Node) -> Butir {
        let Some(entries) = node.as_map() else { return self.part(node) };
        let steered = entries.iter().any(|(key, _)| ["untuk", "bila"].contains(&key.name.as_str()));
        let (Some(isi), true) = (node.get("isi"), steered) else { return self.part(node) };
        if let Some((key, _)) = entries.iter().find(|(key, _)| !["untuk", "bila", "isi"].contains(&key.name.as_str())) {
            self.sink.push(yaml::unknown_key(key, &["untuk", "bila", "isi"], "bagian bersyarat"));
        }
        let each = node.get("untuk").and_then(|node| node.choice(&[("baris", true)], self.sink)).unwrap_or(false);
        let bila = node.get("bila").and_then(|node| {
            let text = node.text(self.sink)?;
            let condition = text.value.trim().trim_start_matches("{{").trim_end_matches("}}").trim();
            let larik = self.cetakan.condition(condition);
            Some((self.take(larik, text.span)?, text.span))
        });
        Butir { setiap: each, bila, ..self.part(isi) }
    }

    fn text(&mut self, text: &str, plain: bool, span: Span) -> Bagian {
        self.teks.push((text.to_owned(), span));
        if !Cetakan::has_places(text) {
            return Bagian::Tetap(text.to_owned(), plain);
        }
        let larik = self.cetakan.text(text);
        self.take(larik, span).map_or(Bagian::Kosong, Bagian::Larik)
    }

    fn take(&mut self, larik: Result<Larik, Gagal>, span: Span) -> Option<Larik> {
        match larik {
            Ok(larik) => {
                for name in self.cetakan.asked(larik) {
                    if self.seen.insert(name.clone()) {
                        self.diminta.push((name, span));
                    }
                }
                Some(larik)
            }
            Err(why) => {
                let message = format!("tempat isian ini tidak dapat dibaca: {why}");
                self.sink.push(Diagnostic::galat(Code::TEMPLAT, span, message).hint(why.hint()));
                None
            }
        }
    }
}

impl Pola {
    /// A part of the decree by its key.
    pub fn part(&self, key: &str) -> Option<&Butir> {
        let Bagian::Tabel(entries) = &self.naskah.isi else { return None };
        entries.iter().find(|(own, _)| own.name == key).map(|(_, part)| part)
    }

    /// The names of the columns that are asked for, those of the groups and of the files' names among them.
    pub fn columns(&self, kelompok: &[String], nama: Option<Larik>) -> Vec<String> {
        let named = nama.map(|nama| self.cetakan.asked(nama)).unwrap_or_default();
        let texts = self.diminta.iter().map(|(name, _)| name.clone());
        let all = texts.chain(named).chain(kelompok.iter().map(|name| identifier(name)));
        let all: BTreeSet<String> =
            all.filter(|name| !DIKENAL.contains(&name.as_str())).map(|name| identifier(&name)).collect();
        all.into_iter().collect()
    }
}
