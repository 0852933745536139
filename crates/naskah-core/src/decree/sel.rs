//! Rows and cells of a table as they are read.

use crate::decree::butir::{Butir, KataHubung, Rincian};
use crate::decree::tabel::{BARIS, Baris, IsiBaris, IsiKolom, Kolom, LAMBANG, NomorBaris, Sel};
use crate::decree::teks::Teks;
use crate::diag::{Code, Diagnostic, Sink, Span, did_you_mean};
use crate::language::kosong;
use crate::language::numerals::Bilangan;
use crate::yaml::gelar;
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
            let cells = match &value.value {
                Value::Seq(cells) => cells,
                _ => value.list(sink),
            };
            return Self::read_cells(node.span, cells, table.get("nomor"), leaves, sink);
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
            let hint = match (typed, torn(cells, columns.len())) {
                (true, _) => "hapus nomor di awal baris ini; kolom nomor diisi oleh program".to_owned(),
                (_, Some(hint)) => hint,
                _ if cells.len() > columns.len() => {
                    "bila koma bagian teks sel, apit sel itu dengan tanda petik: 'A, B'; kolom nomor tidak ditulis"
                        .to_owned()
                }
                _ => "isi setiap kolom; sel kosong ditulis '', kolom nomor tidak ditulis".to_owned(),
            };
            let mut finding = Diagnostic::galat(Code::KOLOM, span, message).hint(hint);
            if let (Some(first), Some(last)) = (leaves.first(), leaves.last()) {
                finding = finding.label(first.span.to(last.span), "kolom ditetapkan di sini");
            }
            sink.push(finding);
            return None;
        }
        for (cell, column) in cells.iter().zip(&columns).skip(1) {
            lonely_title(cell, column, sink);
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

/// The way out where commas have torn cells apart: a name from its titles, or a text in quotes that YAML does not know.
fn torn(cells: &[Node], columns: usize) -> Option<String> {
    let mut whole: Vec<String> = Vec::new();
    let mut open = false;
    let mut curly = false;
    for cell in cells {
        let text = cell.as_scalar()?.trim();
        let title = !open && gelar::mungkin_gelar(text) && !whole.is_empty();
        match whole.last_mut().filter(|_| open || title) {
            Some(last) => *last = format!("{last}, {text}"),
            None => whole.push(text.to_owned()),
        }
        open = (open || text.starts_with(['“', '‘'])) && !text.ends_with(['”', '’']);
        curly |= text.starts_with(['“', '‘']);
    }
    let quoted = |text: &String| match text.contains(", ") {
        true => format!("'{}'", text.trim_matches(['“', '”', '‘', '’']).replace('\'', "''")),
        false => text.clone(),
    };
    let row = whole.iter().map(quoted).collect::<Vec<_>>().join(", ");
    (whole.len() == columns && whole.len() < cells.len()).then(|| match curly {
        true => format!("“ dan ” bukan tanda petik YAML; pakai tanda petik lurus: `- [{row}]`"),
        false => format!("koma sebelum gelar memisahkannya dari nama; apit dengan tanda petik: `- [{row}]`"),
    })
}

/// Reports a cell that is only a title, in a column that is not about titles: the name before it may have lost it.
fn lonely_title(cell: &Node, column: &Kolom, sink: &mut Sink) {
    let Value::Scalar { text, plain: true } = &cell.value else { return };
    let head = column.judul.as_plain().to_lowercase();
    if gelar::gelar(text) && !["gelar", "pendidikan", "singkatan"].iter().any(|word| head.contains(word)) {
        let message = format!("`{text}` menjadi sel tersendiri pada kolom `{}`", column.judul.as_plain());
        let hint = "bila bagian nama di depannya, apit nama beserta gelarnya dengan tanda petik; bila memang sel, apit sel ini";
        sink.push(Diagnostic::peringatan(Code::KOLOM, cell.span, message).hint(hint));
    }
}

/// The figures of a number that is followed by a word for thousands or millions.
fn multiplied(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("Rp").trim_start_matches('.').trim();
    let (figures, word) = text.split_at(text.find(|c: char| !(c.is_ascii_digit() || ".,".contains(c)))?);
    let zeros: usize = match word.trim().trim_end_matches('.').to_lowercase().as_str() {
        "ribu" | "rb" => 3,
        "juta" | "jt" => 6,
        "miliar" | "milyar" | "m" => 9,
        _ => return None,
    };
    let (whole, part) = figures.split_once(',').unwrap_or((figures, ""));
    let whole = whole.replace('.', "");
    let rest =
        zeros.checked_sub(part.len()).filter(|_| !whole.is_empty() && part.chars().all(|c| c.is_ascii_digit()))?;
    Some(format!("{whole}{part}{}", "0".repeat(rest)))
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
        if let Some(sign) = Self::sign(node, sink) {
            return sign;
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
            (_, IsiKolom::Centang) => match node.yes(sink) {
                Some(_) => Butir::read(node, 0, sink).map_or(Self::Kosong, Self::Isi),
                None => Self::Kosong,
            },
            (Value::Seq(items), _) => Self::list(node.span, items, sink),
            _ => Butir::read(node, 0, sink).map_or(Self::Kosong, Self::Isi),
        }
    }

    /// A sign of merging that is meant as a text: `\\^`, `\\<`; the sign alone in quotes is taken for one, and that is told.
    fn sign(node: &Node, sink: &mut Sink) -> Option<Self> {
        let text = node.as_scalar()?.trim();
        let own = text.strip_prefix('\\').unwrap_or(text);
        if !matches!(own, "^" | "<") {
            return None;
        }
        if own == text {
            let message = format!("sel ini mencetak tanda `{own}`, sebab tandanya diapit tanda petik");
            let hint = format!("untuk menggabungkan sel, hapus tanda petiknya; bila memang tanda, tulis '\\{own}'");
            sink.push(Diagnostic::peringatan(Code::GABUNG, node.span, message).hint(hint));
        }
        Some(Self::Isi(Butir::sentence(Teks::plain(own, node.span))))
    }

    /// A number, or the place of one that is still to be filled in; what is neither is reported and kept as a text, for
    /// it is not empty either.
    fn bilangan(text: &str, node: &Node, sink: &mut Sink) -> Self {
        let message = match text.parse() {
            Ok(value) => return Self::Bilangan(value, node.span),
            Err(_) if kosong::seluruhnya(text) => return Butir::read(node, 0, sink).map_or(Self::Kosong, Self::Isi),
            Err(message) => message,
        };
        let times = multiplied(text);
        let figures: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
        let figures = figures.trim_matches(['.', ',']);
        let hint = match figures.parse::<Bilangan>() {
            Ok(_) if times.is_some() => format!("tulis angkanya saja: {}", times.unwrap_or_default()),
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
