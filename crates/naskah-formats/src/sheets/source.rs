//! Tables that a decree takes from a workbook: `tabel: {dari: rencana.xlsx, lembar: RA, kolom: {…}}`.
//!
//! What is taken becomes a text of its own, kept under a name below `data/lembar/`. A root that has a text of that name
//! already stands for the workbook: so an issued decree is made again from what was printed, whatever became of the sheet.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use naskah_core::catalog::Root;
use naskah_core::catalog::kata::word_lists;
use naskah_core::decree::Susunan;
use naskah_core::decree::tabel::{self, DARI_LEMBAR, KOLOM_DARI_LEMBAR, RENCANA_DARI_LEMBAR};
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sheet, Sink, Span, Spanned, did_you_mean};
use naskah_core::language::WordLists;
use naskah_core::yaml::{self, Key, Node, Table, Value};

use crate::beside::{self, Absent};

use super::cells::{Bentuk, Cells, Tersembunyi};
use super::extent::{Batas, DI_ATAS_KEPALA, Extent, Lewati};
use super::found::{ranges, row_ranges};
use super::heads::{self, Wanted, folded};
use super::rows::{Cara, Lajur, Rows, Taken};
use super::semua::Semua;
use super::{Found, Lembar, MAX_BYTES, Workbook, columns, kosong, outline, plan};

/// Where texts that stand for sheets are kept.
pub const FOLDER: &str = "data/lembar";

/// The tree with every table that comes from a workbook filled in; `file` is the decree's own text.
pub fn fill(
    tree: Node,
    file: FileId,
    susunan: Option<&Susunan>,
    root: &Root,
    files: &mut Files,
    sink: &mut Sink,
) -> Node {
    let mut tree = tree;
    let mut source = Source { file, root, files, sink, used: BTreeMap::new(), lists: OnceCell::new() };
    if let Some(lampiran) = value_of(&mut tree, "lampiran")
        && let Value::Seq(items) = &mut lampiran.value
    {
        items.iter_mut().for_each(|item| source.attachment(item, susunan));
    }
    tree
}

fn value_of<'n>(node: &'n mut Node, key: &str) -> Option<&'n mut Node> {
    match &mut node.value {
        Value::Map(entries) => entries.iter_mut().find(|(there, _)| there.name == key).map(|(_, value)| value),
        _ => None,
    }
}

struct Source<'a> {
    file: FileId,
    root: &'a Root,
    files: &'a mut Files,
    sink: &'a mut Sink,
    /// How often each name was given, since a sheet may be taken from more than once.
    used: BTreeMap<String, usize>,
    /// The lists of words, read with the first table that needs them.
    lists: OnceCell<Rc<WordLists>>,
}

/// What a table or plan says about its sheet.
struct Asked {
    dari: Spanned<String>,
    lembar: Option<Spanned<String>>,
    kepala: Option<usize>,
    tersembunyi: Option<Tersembunyi>,
}

impl Source<'_> {
    fn attachment(&mut self, node: &mut Node, susunan: Option<&Susunan>) {
        if let Some(table) = value_of(node, "tabel") {
            self.table(table);
        }
        if let Some(form) = susunan
            && let Value::Map(entries) = &mut node.value
            && let Some((key, plan)) = entries.iter_mut().find(|(key, _)| key.name == form.kunci)
            && plan.get("dari").is_some()
        {
            match self.plan_rows(plan, form) {
                Some(rows) => *plan = rows,
                // A table stands in for it, so that the rest is still looked at.
                None => (key.name, *plan) = ("tabel".to_owned(), unread_table(plan.span)),
            }
        }
        if let Some(blocks) = value_of(node, "teks") {
            self.blocks(blocks);
        }
    }

    /// The tables within running text.
    fn blocks(&mut self, node: &mut Node) {
        let Value::Seq(items) = &mut node.value else { return };
        for item in items {
            if let Some(table) = value_of(item, "tabel") {
                self.table(table);
            }
            if let Some(inner) = value_of(item, "isi") {
                self.blocks(inner);
            }
        }
    }

    fn table(&mut self, node: &mut Node) {
        if node.get("dari").is_none() {
            return;
        }
        let rows = self.table_rows(node);
        let Value::Map(entries) = &mut node.value else { return };
        // What is not known was reported already.
        entries
            .retain(|(key, _)| tabel::SHAPE.fields.iter().any(|field| field.name == key.name && key.name != "baris"));
        let listed =
            matches!(entries.iter().find(|(key, _)| key.name == "kolom"), Some((_, Node { value: Value::Seq(_), .. })));
        let columns = (!listed).then(|| list(node.span, "judul"));
        let (columns, rows) = rows.unwrap_or_else(|| (columns, unread(node.span)));
        let Value::Map(entries) = &mut node.value else { return };
        if let Some(columns) = columns {
            entries.iter_mut().filter(|(key, _)| key.name == "kolom").for_each(|(_, value)| *value = columns.clone());
        }
        let span = entries.first().map_or(rows.span, |(key, _)| key.span);
        entries.push((Key { name: "baris".into(), span }, rows));
    }

    /// The columns of a table without what only concerns the sheet, and its rows.
    fn table_rows(&mut self, node: &Node) -> Option<(Option<Node>, Node)> {
        let table = Table::open(node, &DARI_LEMBAR, self.sink)?;
        let asked = self.asked(&table)?;
        let words = [("gabung", (false, Some(false))), ("isi", (true, Some(false))), ("kosong", (false, Some(true)))];
        let gabungan = table.get("gabungan").and_then(|node| node.choice(&words, self.sink));
        let (isi_gabungan, sel_kosong) = gabungan.unwrap_or_default();
        let yes = |name: &str, sink: &mut Sink| table.get(name).and_then(|node| node.yes(sink));
        let nomor_lanjut = yes("nomor_lanjut", self.sink).unwrap_or(false);
        let cara = Cara { isi_gabungan, sel_kosong, nomor_lanjut };
        let batas = Batas {
            jumlah: table.word("baris_jumlah", self.sink),
            kelompok: self.named_rows(&table, "kelompok")?,
            tanpa_nomor_kolom: yes("nomor_kolom", self.sink) == Some(false),
            berkelompok: true,
            berbilangan: true,
            ..self.batas(&table)?
        };
        let lists = self.lists();
        let kolom = table.get("kolom")?;
        if kolom.as_scalar().map(str::trim) == Some("semua") {
            let take = |lembar: &Lembar, found: &mut Found| all(lembar, &asked, &batas, &cara, &lists, found);
            let Some(Node { value: Value::Map(entries), .. }) = self.taken(&asked, take) else {
                return Some((Some(list(node.span, "judul")), unread(node.span)));
            };
            let mut parts = entries.into_iter().map(|(_, value)| value);
            return Some((parts.next(), parts.next()?));
        }
        let mut wanted = Vec::new();
        let columns = self.columns(kolom, "", &mut wanted)?;
        let batas = Batas { berbilangan: wanted.iter().any(|(_, lajur)| lajur.bentuk == Bentuk::Bilangan), ..batas };
        let rows = self.taken(&asked, |lembar, found| {
            let heads: Vec<Wanted> = wanted.iter().map(|(want, _)| want.clone()).collect();
            let head = heads::locate(lembar, &heads, asked.kepala, found)?;
            let lajur: Vec<Lajur> =
                wanted.iter().zip(&head.columns).map(|((_, lajur), kolom)| Lajur { kolom: *kolom, ..*lajur }).collect();
            let written = lajur.iter().filter(|lajur| lajur.bentuk != Bentuk::Nomor).filter_map(|lajur| lajur.kolom);
            let written: Vec<usize> = written.collect();
            let lembar = &*kosong::merged(lembar, &head, cara.sel_kosong, &lists, found);
            let baris = Extent::new(lembar, head.row, &written, &batas, &lists).rows(found);
            let cells = Cells::new(lembar, baris, &written, asked.tersembunyi, found);
            columns::check(&cells, &head, &lajur, &lists, found);
            let taken = Rows::new(&cells, &head, &lajur, &cara, found).take();
            let told = summary(&cells, &head, &taken);
            Some((taken.text, told))
        });
        Some((Some(columns), rows.unwrap_or_else(|| unread(node.span))))
    }

    /// The lists of words; what is wrong with them is told where the rules read them.
    fn lists(&self) -> Rc<WordLists> {
        self.lists.get_or_init(|| Rc::new(word_lists(self.root).0)).clone()
    }

    fn plan_rows(&mut self, node: &Node, form: &Susunan) -> Option<Node> {
        let table = Table::open(node, &RENCANA_DARI_LEMBAR, self.sink)?;
        let asked = self.asked(&table)?;
        let batas = self.batas(&table)?;
        let lists = self.lists();
        let fields = outline::fields(form);
        let mut renamed: BTreeMap<&str, Spanned<String>> = BTreeMap::new();
        if let Some(map) = table.get("kolom") {
            let known: Vec<&str> = fields.iter().map(|field| field.kunci.as_str()).collect();
            let Some(entries) = map.as_map() else { return map.wrong("tabel (isian: kepala kolom)", self.sink) };
            for (key, value) in entries {
                match known.contains(&key.name.as_str()) {
                    true => {
                        renamed.extend(value.text(self.sink).map(|text| (key.name.as_str(), text)));
                    }
                    false => self.sink.push(yaml::unknown_key(key, &known, "kolom susunan")),
                }
            }
        }
        let place = node.head();
        let wanted: Vec<Wanted> = fields
            .iter()
            .map(|field| match renamed.get(field.kunci.as_str()) {
                Some(text) => wanted(text.value.trim(), text.span, false),
                None => wanted(&field.judul, place, false),
            })
            .collect();
        self.taken(&asked, |lembar, found| {
            let head = heads::locate(lembar, &wanted, asked.kepala, found)?;
            let columns: Vec<usize> = head.columns.iter().flatten().copied().collect();
            let baris = Extent::new(lembar, head.row, &columns, &batas, &lists).rows(found);
            let cells = Cells::new(lembar, baris, &columns, asked.tersembunyi, found);
            let text = plan::text(form, &fields, &head, &cells, found);
            let taken = Taken { text, rows: cells.rows.clone(), ..Taken::default() };
            let told = summary(&cells, &head, &taken);
            Some((taken.text, told))
        })
    }

    fn asked(&mut self, table: &Table<'_>) -> Option<Asked> {
        let dari = table.get("dari")?.text(self.sink)?;
        let lembar = table.get("lembar").and_then(|node| node.text(self.sink));
        let kepala = self.row(table, "kepala")?;
        let words = [("ikut", Tersembunyi::Ikut), ("abaikan", Tersembunyi::Abaikan)];
        let tersembunyi = table.get("baris_tersembunyi").and_then(|node| node.choice(&words, self.sink));
        Some(Asked { dari, lembar, kepala, tersembunyi })
    }

    /// A field that names a row of the sheet, from 1; `None` within where it is not written.
    fn row(&mut self, table: &Table<'_>, name: &str) -> Option<Option<usize>> {
        let Some(node) = table.get(name) else { return Some(None) };
        let row = node.text(self.sink)?.value.trim().parse::<usize>().ok().and_then(|row| row.checked_sub(1));
        if row.is_none() {
            let message = format!("`{name}` berisi nomor baris pada lembar, mulai dari 1");
            self.sink.push(Diagnostic::galat(Code::NILAI, node.span, message));
        }
        row.map(Some)
    }

    /// What is said about where the table ends and which rows are left out.
    fn batas(&mut self, table: &Table<'_>) -> Option<Batas> {
        let sampai = self.row(table, "sampai")?;
        Some(Batas { sampai, lewati: self.named_rows(table, "lewati")?, ..Batas::default() })
    }

    /// The rows that a field names by number, range or beginning.
    fn named_rows(&mut self, table: &Table<'_>, name: &str) -> Option<Vec<Lewati>> {
        let items = match table.get(name) {
            Some(Node { value: Value::Seq(items), .. }) => items.iter().collect(),
            other => Vec::from_iter(other),
        };
        let mut rows = Vec::new();
        for node in items {
            let Some(row) = Lewati::parse(node.text(self.sink)?.value.trim()) else {
                let message = format!("`{name}` berisi nomor baris, rentang, atau awal teks");
                let hint = format!("contoh: `{name}: [9-13, Catatan]`");
                self.sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
                return None;
            };
            rows.push(row);
        }
        Some(rows)
    }

    /// The columns as a plain table has them; what is looked for in the sheet is added to `wanted`.
    fn columns(&mut self, node: &Node, outer: &str, out: &mut Vec<(Wanted, Lajur)>) -> Option<Node> {
        let columns: Vec<Node> = match &node.value {
            Value::Map(entries) => {
                entries.iter().filter_map(|(key, value)| self.column(titled(key, value), outer, out)).collect()
            }
            Value::Seq(items) => items.iter().filter_map(|item| self.column(item.clone(), outer, out)).collect(),
            _ => return node.wrong("daftar kolom, atau kolom menurut judul", self.sink),
        };
        Some(Node::new(node.span, Value::Seq(columns)))
    }

    fn column(&mut self, node: Node, outer: &str, out: &mut Vec<(Wanted, Lajur)>) -> Option<Node> {
        let table = Table::open(&node, &KOLOM_DARI_LEMBAR, self.sink)?;
        let judul = table.word("judul", self.sink).unwrap_or_default();
        let path = if outer.is_empty() { judul.clone() } else { format!("{outer} {judul}") };
        let inner = match table.get("kolom") {
            Some(inner) => Some(self.columns(inner, &path, out)?),
            None => None,
        };
        let bentuk = match table.get("isi").and_then(Node::as_scalar).map(str::trim) {
            Some("nomor") => Bentuk::Nomor,
            Some("bilangan") => Bentuk::Bilangan,
            Some("tanggal") => Bentuk::Tanggal,
            _ => Bentuk::Teks,
        };
        if inner.is_none() {
            let told = table.get("dari").and_then(|node| node.text(self.sink));
            let huruf = told.as_ref().and_then(|text| super::column_of(text.value.trim()));
            let judul = folded(&judul);
            let (head, span) = told.map_or((path, node.head()), |text| (text.value.trim().to_owned(), text.span));
            let dijumlah = table.get("dijumlah").and_then(|node| node.yes(self.sink)).unwrap_or(true);
            let lajur = Lajur { bentuk, dijumlah, kolom: None };
            out.push((Wanted { huruf, judul, ..wanted(&head, span, bentuk == Bentuk::Nomor) }, lajur));
        }
        let Value::Map(entries) = node.value else { return None };
        let kept = entries.into_iter().filter(|(key, _)| key.name != "dari").filter_map(|(key, value)| {
            match key.name.as_str() {
                "kolom" => Some((key, inner.clone()?)),
                "isi" if bentuk == Bentuk::Tanggal => None,
                _ => Some((key, value)),
            }
        });
        Some(Node::new(node.span, Value::Map(kept.collect())))
    }

    /// What is taken from a sheet, read from the text that stands for it.
    fn taken(
        &mut self,
        asked: &Asked,
        take: impl FnOnce(&Lembar, &mut Found) -> Option<(String, String)>,
    ) -> Option<Node> {
        let path = self.path(&asked.dari)?;
        let name = self.name(&path, asked.lembar.as_ref().map(|name| name.value.trim()));
        let (text, sheet) = match self.root.read(&name) {
            Some(frozen) => {
                let text = String::from_utf8_lossy(&frozen).into_owned();
                let sheet = text.lines().next().and_then(|line| line.strip_prefix("# lembar: ")).map(str::to_owned);
                (text, sheet)
            }
            None => self.fresh(&path, &name, asked, take)?,
        };
        let book = asked.dari.value.trim().to_owned();
        let id = self.files.add_sheet(name, text, Sheet { book, name: sheet });
        let node = yaml::parse(self.files, id, self.sink)?;
        let whole = node.get("kolom").is_some() && node.get("baris").is_some();
        if whole || matches!(node.value, Value::Seq(_)) { Some(node) } else { node.wrong("daftar baris", self.sink) }
    }

    /// The text and the sheet's name, from the workbook.
    fn fresh(
        &mut self,
        path: &str,
        name: &str,
        asked: &Asked,
        take: impl FnOnce(&Lembar, &mut Found) -> Option<(String, String)>,
    ) -> Option<(String, Option<String>)> {
        let bytes = self.bytes(path, asked.dari.span)?;
        let broken = |error: super::Broken| {
            let (message, hint) = error.told();
            Diagnostic::galat(Code::BUKU, asked.dari.span, format!("{path}: {message}")).hint(hint)
        };
        let mut book = Workbook::open(path, &bytes).map_err(|error| self.sink.push(broken(error))).ok()?;
        if book.was_windows() {
            self.sink.push(super::was_windows(path, asked.dari.span));
        }
        let mut names = book.names();
        if asked.lembar.is_none() && names.len() > 1 {
            // New workbooks often have empty sheets behind the one that is filled.
            let mut filled = |name: &String| {
                !book.read(name).is_ok_and(|lembar| (0..lembar.baris.len()).all(|row| lembar.is_blank(row)))
            };
            let filled: Vec<String> = names.iter().filter(|name| filled(name)).cloned().collect();
            names = if filled.is_empty() { names } else { filled };
        }
        let sheet = self.sheet(&names, book.words(), asked)?;
        if let Some(name) = sheet.as_ref().filter(|name| asked.lembar.is_none() && book.is_hidden(name)) {
            let message = format!("lembar `{name}` tersembunyi di buku kerjanya, tetapi diambil");
            let hint = format!("sebut dengan `lembar: {name}` bila memang lembar itu");
            self.sink.push(Diagnostic::peringatan(Code::TERSEMBUNYI, asked.dari.span, message).hint(hint));
        }
        let read = book.read(sheet.as_deref().unwrap_or_default());
        let lembar = read.map_err(|error| self.sink.push(broken(error))).ok()?;
        let place = Sheet { book: path.to_owned(), name: sheet.clone() };
        let mut found = Found::default();
        let rows = take(&lembar, &mut found);
        let wrong = found.has_errors();
        match wrong {
            true => found.tell(place, &lembar, name, self.files, self.sink),
            // A text of its own would be taken for one that stands for the sheet.
            false => found.tell_at(asked.dari.span, &place, self.sink),
        }
        let (rows, told) = rows.filter(|_| !wrong)?;
        if rows.is_empty() || rows.ends_with("\nbaris:\n") {
            let message = "lembar tidak memuat satu baris pun di bawah kepala kolom";
            self.sink.push(Diagnostic::galat(Code::LEMBAR, asked.dari.span, message));
            return None;
        }
        self.files.remark(format!("{}: {told}", Sheet { book: path.to_owned(), name: sheet.clone() }.place("")));
        let head = sheet.as_ref().map_or(String::new(), |sheet| format!("# lembar: {sheet}\n"));
        Some((format!("{head}{rows}"), sheet))
    }

    /// Which sheet is meant; `None` within is a form without sheets.
    fn sheet(&mut self, names: &[String], [book, part]: [&str; 2], asked: &Asked) -> Option<Option<String>> {
        let list = || names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        match (&asked.lembar, names) {
            (_, []) => Some(None),
            (None, [only]) => Some(Some(only.clone())),
            (None, _) => {
                let message = format!("{book} ini memuat {} {part}: {}", names.len(), list());
                let hint = "sebut salah satu dengan `lembar`";
                self.sink.push(Diagnostic::galat(Code::LEMBAR, asked.dari.span, message).hint(hint));
                None
            }
            (Some(wanted), _) => {
                let word = wanted.value.trim();
                let alike = |name: &&String| name.trim() == word || folded(name) == folded(word);
                // The second of some tables may be asked for by its number alone.
                let nth = |name: &&String| name.strip_prefix(super::docx::TABLE).is_some_and(|n| n.trim() == word);
                let exact = names.iter().find(|name| *name == word).or_else(|| names.iter().find(alike));
                let exact = exact.or_else(|| names.iter().find(nth));
                if exact.is_none() {
                    let hint = did_you_mean(word, names.iter().map(String::as_str))
                        .unwrap_or_else(|| format!("{part} yang ada: {}", list()));
                    let message = format!("{part} `{word}` tidak ada di dalam {book}");
                    self.sink.push(Diagnostic::galat(Code::LEMBAR, wanted.span, message).hint(hint));
                }
                Some(Some(exact?.clone()))
            }
        }
    }

    /// The workbook's path below the decree's folder, with `/` between its parts.
    fn path(&mut self, dari: &Spanned<String>) -> Option<String> {
        let path = beside::inside(&dari.value);
        if path.is_none() {
            self.outside(dari.span);
        }
        path
    }

    fn outside(&mut self, span: Span) {
        let message = "buku kerja berada di luar folder berkas keputusan";
        let hint = "letakkan buku kerja di folder yang sama, lalu sebut namanya saja, misalnya `dari: rencana.xlsx`";
        self.sink.push(Diagnostic::galat(Code::BUKU, span, message).hint(hint));
    }

    /// The bytes of a workbook; links may not lead out of the decree's folder.
    fn bytes(&mut self, path: &str, span: Span) -> Option<Vec<u8>> {
        let folder = beside::folder(self.files, self.file);
        let reason = match beside::read(&folder, path, MAX_BYTES) {
            Ok(bytes) => return Some(bytes),
            Err(Absent::Outside) => {
                self.outside(span);
                return None;
            }
            Err(Absent::Missing) => "tidak ada",
            Err(Absent::NoFile) => "itu bukan berkas",
            Err(Absent::Unreadable) => "tidak diizinkan",
        };
        self.sink.push(
            Diagnostic::galat(Code::BUKU, span, format!("{path} tidak dapat dibaca: {reason}"))
                .hint(format!("buku kerja dicari di dalam folder {}", folder.display())),
        );
        None
    }

    /// The name of the text that stands for what is taken: `data/lembar/rencana.xlsx#RA.yaml`.
    fn name(&mut self, path: &str, sheet: Option<&str>) -> String {
        let sheet = sheet.map_or(String::new(), |sheet| format!("#{}", sheet.replace(['/', '\\', ':'], "-")));
        let stem = format!("{FOLDER}/{path}{sheet}");
        let count = self.used.entry(stem.clone()).or_default();
        *count += 1;
        if *count == 1 { format!("{stem}.yaml") } else { format!("{stem}#{count}.yaml") }
    }
}

/// All the columns of a sheet and its rows, and what is said of them.
fn all(
    lembar: &Lembar,
    asked: &Asked,
    batas: &Batas,
    cara: &Cara,
    lists: &WordLists,
    found: &mut Found,
) -> Option<(String, String)> {
    let mut semua = Semua::find(lembar, asked.kepala, found)?;
    let lembar = &*kosong::merged(lembar, &semua.head, cara.sel_kosong, lists, found);
    let columns: Vec<usize> = semua.lajur.iter().filter_map(|lajur| lajur.kolom).collect();
    let number = columns.first().copied().filter(|_| columns.len() > 1);
    let rows: Vec<usize> = (semua.head.row + 1..lembar.baris.len()).collect();
    semua.tell_apart(lembar, &rows, false, lists);
    let numbered = semua.lajur.first().is_some_and(|lajur| lajur.bentuk == Bentuk::Nomor);
    let written: Vec<usize> = columns.iter().copied().filter(|column| !(numbered && Some(*column) == number)).collect();
    let baris = Extent::new(lembar, semua.head.row, &written, batas, lists).rows(found);
    let cells = Cells::new(lembar, baris, &written, asked.tersembunyi, found);
    let plain: Vec<usize> = cells.rows.iter().copied().filter(|row| !cells.jumlah.contains(row)).collect();
    semua.tell_apart(lembar, &plain, batas.jumlah.is_some(), lists);
    columns::check(&cells, &semua.head, &semua.lajur, lists, found);
    let taken = Rows::new(&cells, &semua.head, &semua.lajur, cara, found).take();
    let told = summary(&cells, &semua.head, &taken);
    Some((semua.text(lembar, &plain) + &taken.text, told))
}

/// What was taken and what was not, so that it can be compared with the workbook at a glance.
fn summary(cells: &Cells<'_>, head: &heads::Head, taken: &Taken) -> String {
    let mut parts = vec![format!("{} baris diambil (baris {})", taken.rows.len(), row_ranges(&taken.rows))];
    let [groups, sums] = taken.titles;
    let titles = [(groups, "judul kelompok"), (sums, "baris jumlah")];
    parts.extend(titles.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
    let mut reasons: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    cells.luar.iter().for_each(|(row, why)| reasons.entry(why).or_default().push(*row));
    let mut told = parts.join(", ");
    if !reasons.is_empty() {
        let left: Vec<String> = reasons.iter().map(|(why, rows)| left_out(cells.lembar, why, rows)).collect();
        told.push_str(&format!("; tidak diambil: baris {}", left.join(", ")));
    }
    let mut computed: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let rows: HashSet<&usize> = cells.rows.iter().collect();
    let own = cells.lembar.dihitung.iter().filter(|(row, _)| rows.contains(row));
    own.for_each(|(row, column)| computed.entry(*column).or_default().push(*row));
    if !computed.is_empty() {
        let cells: Vec<String> = computed.iter().map(|(column, rows)| ranges(rows, *column)).collect();
        told.push_str(&format!("; rumus yang dihitung di sini: {}", cells.join(", ")));
    }
    if !taken.sums.is_empty() {
        let title = |column: usize| heads::shown(cells.lembar, head.row, column);
        let sums: Vec<String> = taken.sums.iter().map(|(column, sum)| format!("{} {sum}", title(*column))).collect();
        told.push_str(&format!("; jumlah kolom: {}", sums.join(", ")));
    }
    told
}

/// Rows that are left out, and why; what stands above the head is told in its own words.
fn left_out(lembar: &Lembar, why: &str, rows: &[usize]) -> String {
    let last = rows.last().filter(|_| why == DI_ATAS_KEPALA);
    let text = last.and_then(|row| lembar.baris.get(*row)?.iter().find(|isi| !isi.is_empty()));
    let text = text
        .map_or(String::new(), |isi| format!(": … `{}`", isi.text().split_whitespace().collect::<Vec<_>>().join(" ")));
    let text = if rows.len() == 1 { text.replacen("… ", "", 1) } else { text };
    format!("{} ({why}{text})", row_ranges(rows))
}

/// A column that is written by its title.
fn titled(key: &Key, value: &Node) -> Node {
    let title = Node::new(key.span, Value::Scalar { text: key.name.clone(), plain: true });
    let mut entries = vec![(Key { name: "judul".into(), span: key.span }, title)];
    match &value.value {
        Value::Map(own) => entries.extend(own.iter().cloned()),
        Value::Null => {}
        _ => entries.push((Key { name: "dari".into(), span: key.span }, value.clone())),
    }
    Node::new(key.span, Value::Map(entries))
}

fn wanted(head: &str, span: Span, boleh: bool) -> Wanted {
    Wanted { kepala: folded(head), tertulis: head.to_owned(), boleh, huruf: None, span, judul: String::new() }
}

/// What stands for rows that could not be read; the findings keep it from ever being printed.
fn unread(span: Span) -> Node {
    list(span, "kelompok")
}

/// What stands for a plan that could not be read.
fn unread_table(span: Span) -> Node {
    let key = |name: &str| Key { name: name.to_owned(), span };
    let entries = vec![(key("kolom"), list(span, "judul")), (key("baris"), unread(span))];
    Node::new(span, Value::Map(entries))
}

/// A list of one table with one text.
fn list(span: Span, key: &str) -> Node {
    let key = Key { name: key.to_owned(), span };
    let text = Node::new(span, Value::Scalar { text: "…".into(), plain: false });
    Node::new(span, Value::Seq(vec![Node::new(span, Value::Map(vec![(key, text)]))]))
}
