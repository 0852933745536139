//! The nested form that a kind of decree may give its lampiran, and its unfolding into a plain table.
//!
//! A kind declares levels (such as komponen → sub → indikator) and columns; each column names the field that
//! fills it and the level that the field belongs to. Fields of an outer level become cells merged downwards.

use crate::decree::butir::Penomoran;
use crate::decree::panjang::Panjang;
use crate::decree::tabel::{self, Baris, IsiBaris, IsiKolom, Kolom, NomorBaris, Sel, Tabel};
use crate::decree::teks::Teks;
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::yaml::{Field, Node, Shape, Table, unknown_key};

/// A nested form.
#[derive(Debug, Clone)]
pub struct Susunan {
    /// The key under which a lampiran writes the plan.
    pub kunci: String,
    /// The levels from the outermost to the innermost.
    pub tingkat: Vec<Tingkat>,
    /// The columns of the table that it becomes.
    pub kolom: Vec<Kolom>,
    /// Size of the letters; `None` is the office's.
    pub ukuran: Option<Panjang>,
    /// Numbering of lists inside cells.
    pub penomoran: Penomoran,
}

/// A level of a nested form.
#[derive(Debug, Clone)]
pub struct Tingkat {
    /// What an entry of the level is called.
    pub nama: String,
    /// The field that is printed as a heading across the table; `None` where the level has no heading.
    pub kelompok: Option<String>,
    /// The field that holds the entries of the next level; `None` for the innermost.
    pub anak: Option<String>,
}

/// The fields of a nested form.
pub const SHAPE: Shape = Shape {
    name: "susunan jenis",
    fields: &[
        Field::wajib("kunci", "nama isian", "rencana", "isian lampiran yang memuat rencana bertingkat"),
        Field::wajib(
            "tingkat",
            "daftar tingkat",
            "[{nama: sub, anak: indikator}, {nama: indikator}]",
            "tingkat dari luar ke dalam",
        ),
        Field::wajib("kolom", "daftar kolom", "[{judul: Indikator, kunci: indikator}]", "kolom tabel; lihat `kolom`"),
        Field::boleh("ukuran", "panjang", "11 pt", "ukuran huruf tabel; tanpa keterangan: menurut profil kantor"),
        Field::boleh("penomoran", "a. | 1. | a) | 1)", "1)", "penomoran daftar di dalam sel; tanpa keterangan: 1)"),
    ],
};

/// The fields of a level.
pub const TINGKAT: Shape = Shape {
    name: "tingkat",
    fields: &[
        Field::wajib("nama", "kata", "komponen", "sebutan satu isian pada tingkat ini"),
        Field::boleh("kelompok", "nama isian", "komponen", "isian yang dicetak sebagai baris judul bernomor romawi"),
        Field::boleh(
            "anak",
            "nama isian",
            "sub",
            "isian yang memuat daftar tingkat berikutnya; tingkat terdalam tidak memilikinya",
        ),
    ],
};

impl Susunan {
    /// Reads a nested form of [`SHAPE`] from a kind's file.
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SHAPE, sink)?;
        let levels = table.get("tingkat").map(|node| node.list(sink)).unwrap_or_default();
        let form = Self {
            kunci: table.word("kunci", sink)?,
            tingkat: levels.iter().filter_map(|level| Tingkat::read(level, sink)).collect(),
            kolom: tabel::read_columns(table.get("kolom")?, 1, sink),
            ukuran: table.get("ukuran").and_then(|node| node.parse(sink)),
            penomoran: table
                .get("penomoran")
                .and_then(|node| node.choice(&Penomoran::WORDS, sink))
                .unwrap_or(Penomoran::AngkaKurung),
        };
        form.hangs_together(node, sink).then_some(form)
    }

    /// Whether each level leads to the next, the innermost to none, and each column belongs to a level.
    fn hangs_together(&self, node: &Node, sink: &mut Sink) -> bool {
        let mut faults = Vec::new();
        for (at, level) in self.tingkat.iter().enumerate() {
            match (&level.anak, at + 1 == self.tingkat.len()) {
                (Some(_), true) => {
                    faults.push((node.head(), format!("tingkat terdalam `{}` tidak boleh memiliki `anak`", level.nama)))
                }
                (None, false) => faults.push((node.head(), format!("tingkat `{}` harus memiliki `anak`", level.nama))),
                _ => {}
            }
        }
        for column in Kolom::leaves(&self.kolom) {
            let strange = column.tingkat.as_ref().filter(|name| self.tingkat.iter().all(|level| level.nama != **name));
            faults.extend(
                strange.map(|name| (column.span, format!("kolom ini menyebut tingkat `{name}` yang tidak ada"))),
            );
        }
        let sound = faults.is_empty() && !self.tingkat.is_empty();
        for (span, message) in faults {
            let hint = "tulis `tingkat` dari luar ke dalam; setiap tingkat kecuali yang terdalam menyebut `anak`";
            sink.push(Diagnostic::galat(Code::DATA, span, message).hint(hint));
        }
        sound
    }

    /// Unfolds a plan written under [`Susunan::kunci`] into a table.
    pub fn unfold(&self, node: &Node, sink: &mut Sink) -> Tabel {
        let leaves = Kolom::leaves(&self.kolom);
        let mut rows = Rows { form: self, leaves: &leaves, path: Vec::new(), baris: Vec::new(), sink };
        rows.level(node, 0);
        Tabel {
            lanskap: None,
            span: node.span,
            baris: rows.baris,
            kolom: self.kolom.clone(),
            kepala: true,
            isian: false,
            nomor_kolom: true,
            ukuran: self.ukuran,
            penomoran: self.penomoran,
            ulang_gabungan: true,
            keterangan: Vec::new(),
            nomor_lanjut: false,
        }
    }

    /// The fields that an entry of level `at` may have.
    pub fn fields(&self, at: usize, leaves: &[&Kolom]) -> Vec<String> {
        let level = &self.tingkat[at];
        let innermost = at + 1 == self.tingkat.len();
        let own = |column: &&&Kolom| match &column.tingkat {
            Some(name) => *name == level.nama,
            None => innermost,
        };
        let columns = leaves.iter().filter(own).filter_map(|column| column.kunci.clone());
        let mut fields: Vec<String> = level.kelompok.iter().cloned().chain(columns).chain(level.anak.clone()).collect();
        fields.dedup();
        fields
    }
}

impl Tingkat {
    fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &TINGKAT, sink)?;
        Some(Self {
            nama: table.word("nama", sink)?,
            kelompok: table.word("kelompok", sink),
            anak: table.word("anak", sink),
        })
    }
}

/// An entry on the way from the outermost level to the row at hand.
struct Step<'a> {
    node: &'a Node,
    level: usize,
    number: usize,
    /// Whether a row has shown the entry's merged cells already.
    shown: bool,
}

struct Rows<'a, 'n> {
    form: &'a Susunan,
    leaves: &'a [&'a Kolom],
    path: Vec<Step<'n>>,
    baris: Vec<Baris>,
    sink: &'a mut Sink,
}

impl<'n> Rows<'_, 'n> {
    fn level(&mut self, list: &'n Node, level: usize) {
        let entries = list.list(self.sink);
        if entries.is_empty() {
            let message = format!("tidak ada satu pun {} di sini", self.form.tingkat[level].nama);
            let hint = "tulis setiap isian pada baris sendiri, diawali `- `";
            self.sink.push(Diagnostic::galat(Code::WAJIB, list.span, message).hint(hint));
        }
        for (at, entry) in entries.iter().enumerate() {
            if self.check(entry, level) {
                self.path.push(Step { node: entry, level, number: at + 1, shown: false });
                self.entry(entry, level);
                self.path.pop();
            }
        }
    }

    fn entry(&mut self, entry: &'n Node, level: usize) {
        let shape = &self.form.tingkat[level];
        if let Some(title) = shape.kelompok.as_ref().and_then(|field| entry.get(field))
            && let Some(judul) = Teks::read(title, self.sink)
        {
            self.baris.push(Baris { span: title.span, isi: IsiBaris::Kelompok { judul, bernomor: true, tingkat: 1 } });
        }
        match shape.anak.as_ref().map(|field| entry.get(field)) {
            Some(Some(children)) => self.level(children, level + 1),
            Some(None) => {}
            None => self.row(entry.span),
        }
    }

    /// Reports what is wrong with an entry; whether it can be unfolded at all.
    fn check(&mut self, entry: &Node, level: usize) -> bool {
        let name = &self.form.tingkat[level].nama;
        let fields = self.form.fields(level, self.leaves);
        let Some(written) = entry.as_map() else {
            entry.wrong::<()>(&format!("tabel {name} (kunci: isi)"), self.sink);
            return false;
        };
        let known: Vec<&str> = fields.iter().map(String::as_str).collect();
        for (key, _) in written.iter().filter(|(key, _)| !known.contains(&key.name.as_str())) {
            self.sink.push(unknown_key(key, &known, name));
        }
        let place = entry.head();
        for field in fields.iter().filter(|field| entry.get(field).is_none()) {
            let message = format!("`{field}` wajib ada dalam {name}");
            let hint = format!("tambahkan `{field}: …`; bila memang kosong tulis `{field}: ''`");
            self.sink.push(Diagnostic::galat(Code::WAJIB, place, message).hint(hint));
        }
        true
    }

    /// Adds the row of the innermost entry; cells of outer entries that were shown before are merged upwards.
    fn row(&mut self, span: Span) {
        let mut sel = Vec::new();
        let mut nomor = NomorBaris::Tanpa;
        for column in self.leaves {
            let Some(step) = self.owner(column) else { continue };
            let (number, node, above) = (step.number, step.node, step.shown);
            match column.isi {
                IsiKolom::Nomor if above => nomor = NomorBaris::Atas,
                IsiKolom::Nomor => nomor = NomorBaris::Entri(number, node.span),
                _ if above => sel.push(Sel::Atas(node.span)),
                isi => sel.push(match column.kunci.as_ref().and_then(|key| node.get(key)) {
                    Some(value) => Sel::read(value, isi, self.sink),
                    None => Sel::Kosong,
                }),
            }
        }
        self.path.iter_mut().for_each(|step| step.shown = true);
        self.baris.push(Baris { span, isi: IsiBaris::Sel { sel, nomor } });
    }

    /// The entry on the path that a column belongs to.
    fn owner(&self, column: &Kolom) -> Option<&Step<'n>> {
        match &column.tingkat {
            Some(name) => self.path.iter().find(|step| self.form.tingkat[step.level].nama == *name),
            None => self.path.last(),
        }
    }
}
