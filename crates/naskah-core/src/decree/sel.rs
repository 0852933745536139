//! Rows and cells of a table as they are read.

use crate::decree::butir::{Butir, KataHubung, Rincian};
use crate::decree::tabel::{BARIS, Baris, IsiBaris, IsiKolom, Kolom, LAMBANG, NomorBaris, Sel};
use crate::decree::teks::Teks;
use crate::diag::{Code, Diagnostic, Sink, Span, did_you_mean};
use crate::language::numerals::Bilangan;
use crate::yaml::{Chosen, Key, Node, Table, Value};

/// The levels of groups within groups.
const TINGKAT: [(&str, usize); 4] = [("1", 1), ("2", 2), ("3", 3), ("4", 4)];

impl Baris {
    /// Reads a row of a table with these columns.
    pub(super) fn read(node: &Node, leaves: &[&Kolom], sink: &mut Sink) -> Option<Self> {
        if let Value::Seq(cells) = &node.value {
            return Self::read_cells(node.span, cells, None, leaves, sink);
        }
        if let Some(text) = node.as_scalar() {
            let columns = leaves.iter().filter(|column| column.is_written()).count();
            let message = format!("baris ini satu teks, sedangkan kolom yang diisi {columns}");
            let cells = text.split([',', ';', '|']).map(str::trim).collect::<Vec<_>>().join(", ");
            let hint = format!("tulis sel-selnya di dalam kurung siku: `- [{cells}]`");
            sink.push(Diagnostic::galat(Code::TIPE, node.span, message).hint(hint));
            return None;
        }
        if let Some(cells) = node.as_map().and_then(keyed_cells) {
            let message = "sel pada baris ini ditulis dengan kunci";
            let hint = format!("tulis selnya saja, menurut urutan kolom: `- [{}]`", cells.join(", "));
            sink.push(Diagnostic::galat(Code::TIPE, node.span, message).hint(hint));
            return None;
        }
        let table = Table::open(node, &BARIS, sink)?;
        let (kind, value) = match table.choose(&["sel", "kelompok", "jumlah", "total"], sink) {
            Chosen::One(kind, value) => (kind, value),
            Chosen::Empty => return None,
            Chosen::Unclear => {
                let message = "baris harus memuat tepat satu dari `sel`, `kelompok`, `jumlah`, `total`";
                let hint = "baris biasa cukup ditulis sebagai daftar: `- [Nama, Jabatan]`";
                sink.push(Diagnostic::galat(Code::TIPE, node.span, message).hint(hint));
                return None;
            }
        };
        if kind == "sel" {
            return Self::read_cells(node.span, value.list(sink), table.get("nomor"), leaves, sink);
        }
        let judul = Teks::read(value, sink)?;
        let bernomor = table.get("nomor").is_none_or(|node| node.as_scalar() != Some("tidak"));
        let tingkat = table.get("tingkat").and_then(|node| node.choice(&TINGKAT, sink));
        let isi = match kind {
            "kelompok" => IsiBaris::Kelompok { judul, bernomor, tingkat: tingkat.unwrap_or(1) },
            _ => IsiBaris::Jumlah { judul, semua: kind == "total", tingkat },
        };
        Some(Self { span: node.span, isi })
    }

    fn read_cells(
        span: Span,
        cells: &[Node],
        nomor: Option<&Node>,
        leaves: &[&Kolom],
        sink: &mut Sink,
    ) -> Option<Self> {
        let columns: Vec<&&Kolom> = leaves.iter().filter(|k| k.is_written()).collect();
        if leaves.is_empty() {
            // That the columns cannot be read is told of them.
            return None;
        }
        if cells.len() != columns.len() {
            let message = format!("baris ini berisi {} sel, sedangkan kolom yang diisi {}", cells.len(), columns.len());
            let typed = leaves.first().is_some_and(|column| !column.is_written())
                && cells.len() == columns.len() + 1
                && cells[0].as_scalar().is_some_and(|text| text.trim_end_matches(['.', ')']).parse::<u32>().is_ok());
            let hint = match typed {
                true => "hapus nomor di awal baris ini; kolom nomor diisi oleh program",
                false => "isi setiap kolom; sel kosong ditulis '', kolom nomor tidak ditulis",
            };
            let mut finding = Diagnostic::galat(Code::KOLOM, span, message).hint(hint);
            if let (Some(first), Some(last)) = (leaves.first(), leaves.last()) {
                finding = finding.label(first.span.to(last.span), "kolom ditetapkan di sini");
            }
            sink.push(finding);
            return None;
        }
        let sel: Vec<Sel> = cells.iter().zip(columns).map(|(cell, column)| Sel::read(cell, column.isi, sink)).collect();
        let nomor = match nomor.map(|node| (node.as_scalar(), node)) {
            None if matches!(sel.first(), Some(Sel::Atas(_))) => NomorBaris::Atas,
            None => NomorBaris::Berikut,
            Some((Some("ya"), _)) => NomorBaris::Berikut,
            Some((Some("tidak"), _)) => NomorBaris::Tanpa,
            Some((Some("^"), _)) => NomorBaris::Atas,
            Some((_, node)) => NomorBaris::Tulis(Teks::read(node, sink)?),
        };
        Some(Self { span, isi: IsiBaris::Sel { sel, nomor } })
    }
}

/// The cells of a row that is written with a key for each, where none of the keys is a row's own or resembles one.
fn keyed_cells(entries: &[(Key, Node)]) -> Option<Vec<&str>> {
    let own = || BARIS.fields.iter().map(|field| field.name);
    let strange = |key: &Key| own().all(|name| name != key.name) && did_you_mean(&key.name, own()).is_none();
    let cells = entries.iter().map(|(key, value)| value.as_scalar().filter(|_| strange(key)));
    cells.collect::<Option<Vec<&str>>>().filter(|cells| !cells.is_empty())
}

impl Sel {
    /// Reads a cell of a column that holds `isi`; a cell that cannot be read counts as empty after its finding.
    pub fn read(node: &Node, isi: IsiKolom, sink: &mut Sink) -> Self {
        if node.is_empty() {
            return Self::Kosong;
        }
        if let Value::Scalar { text, plain: true } = &node.value {
            match text.as_str() {
                "^" => return Self::Atas(node.span),
                "<" => return Self::Kiri(node.span),
                _ => {}
            }
        }
        match (&node.value, isi) {
            (Value::Scalar { text, .. }, IsiKolom::Bilangan) => Self::bilangan(text.trim(), node, sink),
            (_, IsiKolom::Bilangan) => {
                sink.push(Diagnostic::galat(
                    Code::BILANGAN,
                    node.span,
                    "kolom bilangan hanya memuat bilangan, bukan daftar",
                ));
                match &node.value {
                    Value::Seq(items) => Self::list(node.span, items, sink),
                    _ => Self::Kosong,
                }
            }
            (_, IsiKolom::Bagan) => Self::lambang(node, sink),
            (Value::Seq(items), _) => Self::list(node.span, items, sink),
            _ => Butir::read(node, 0, sink).map_or(Self::Kosong, Self::Isi),
        }
    }

    /// A number; what is none is reported and kept as a text, for it is not empty either.
    fn bilangan(text: &str, node: &Node, sink: &mut Sink) -> Self {
        let message = match text.parse() {
            Ok(value) => return Self::Bilangan(value, node.span),
            Err(message) => message,
        };
        let figures: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
        let figures = figures.trim_matches(['.', ',']);
        let hint = match figures.parse::<Bilangan>() {
            Ok(_) => format!("tulis angkanya saja: {figures}; satuannya ditulis pada kepala kolom"),
            Err(_) => "tulis dengan angka; bila sel ini memang teks, hapus `isi: bilangan` pada kolomnya".to_owned(),
        };
        sink.push(Diagnostic::galat(Code::BILANGAN, node.span, message).hint(hint));
        Butir::read(node, 0, sink).map_or(Self::Kosong, Self::Isi)
    }

    /// The word for a sign of a flow chart; another word is reported.
    fn lambang(node: &Node, sink: &mut Sink) -> Self {
        if !node.as_scalar().is_some_and(|text| LAMBANG.contains(&text.trim())) {
            let message = "sel bagan hanya memuat satu kata yang menyebut lambangnya";
            let hint = format!("pilihannya: {}; tanpa lambang tulis ''", LAMBANG.join(", "));
            sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
        }
        Butir::read(node, 0, sink).map_or(Self::Kosong, Self::Isi)
    }

    /// A list that fills the cell, without a lead-in.
    fn list(span: Span, items: &[Node], sink: &mut Sink) -> Self {
        let butir: Vec<Butir> = items.iter().filter_map(|item| Butir::read(item, 1, sink)).collect();
        if butir.is_empty() {
            return Self::Kosong;
        }
        let rincian = Rincian { butir, penomoran: None, kata_hubung: KataHubung::Tanpa, kutipan: Vec::new() };
        Self::Isi(Butir { teks: Teks::plain("", span), rincian: Some(rincian), penutup: None })
    }
}
