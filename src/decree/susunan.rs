//! The nested form that a kind of decree may give its lampiran, and its unfolding into a plain table.
//!
//! A kind declares levels (such as komponen → sub → indikator) and columns; each column names the field that
//! fills it and the level that the field belongs to. Fields of an outer level become cells merged downwards.

use crate::decree::butir::Penomoran;
use crate::decree::panjang::Panjang;
use crate::decree::tabel::{self, Baris, IsiBaris, IsiKolom, Kolom, NomorBaris, Sel, Tabel};
use crate::decree::teks::Teks;
use crate::diag::{Code, Diagnostic, Sink, Span, did_you_mean};
use crate::yaml::{Field, Node, Shape, Table};

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
        let levels =
            table.get("tingkat").map(|node| node.list(sink).iter().filter_map(|n| Tingkat::read(n, sink)).collect());
        Some(Self {
            kunci: table.get("kunci")?.text(sink)?.value,
            tingkat: levels?,
            kolom: tabel::read_columns(table.get("kolom")?, 1, sink),
            ukuran: table.get("ukuran").and_then(|node| node.parse(sink)),
            penomoran: table
                .get("penomoran")
                .and_then(|node| node.choice(&Penomoran::WORDS, sink))
                .unwrap_or(Penomoran::AngkaKurung),
        })
    }

    /// Unfolds a plan written under [`Susunan::kunci`] into a table.
    pub fn unfold(&self, node: &Node, sink: &mut Sink) -> Tabel {
        let leaves = Kolom::leaves(&self.kolom);
        let mut rows = Rows { form: self, leaves: &leaves, path: Vec::new(), baris: Vec::new(), sink };
        rows.level(node, 0);
        Tabel {
            span: node.span,
            baris: rows.baris,
            kolom: self.kolom.clone(),
            nomor_kolom: true,
            ukuran: self.ukuran,
            penomoran: self.penomoran,
            ulang_gabungan: true,
        }
    }

    /// The fields that an entry of level `at` may have.
    fn fields(&self, at: usize, leaves: &[&Kolom]) -> Vec<String> {
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
        let name = |key: &str, sink: &mut Sink| Some(table.get(key)?.text(sink)?.value);
        Some(Self { nama: name("nama", sink)?, kelompok: name("kelompok", sink), anak: name("anak", sink) })
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
            self.sink.push(Diagnostic::galat(Code::WAJIB, list.span, message));
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
            self.baris.push(Baris { span: title.span, isi: IsiBaris::Kelompok { judul, bernomor: true } });
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
        for (key, _) in written.iter().filter(|(key, _)| !fields.contains(&key.name)) {
            let known = fields.iter().map(String::as_str);
            let hint =
                did_you_mean(&key.name, known).unwrap_or_else(|| format!("kunci yang dikenal: {}", fields.join(", ")));
            let message = format!("kunci `{}` tidak dikenal dalam {name}", key.name);
            self.sink.push(Diagnostic::galat(Code::KUNCI, key.span, message).hint(hint));
        }
        let place = written.first().map_or(entry.span, |(key, _)| key.span);
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
                IsiKolom::Nomor => nomor = NomorBaris::Tulis(Teks::plain(number.to_string(), node.span)),
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
