//! What was done last year, as an exported sheet with one more column tells it: finished rows are proposed for removal,
//! unfinished ones for carrying over. Nothing is removed here.

use std::collections::HashMap;
use std::path::Path;

use crate::input::Book;
use crate::run::Run;
use naskah_core::decree::{Bilangan, Susunan};
use naskah_core::diag::{Code, Diagnostic, Files, Sheet, Sink, Span};
use naskah_core::language::numerals::romawi;
use naskah_core::language::{WordList, WordLists};
use naskah_core::yaml::Node;
use naskah_formats::sheets::{Found, Isi, Lembar, Place, cell_name, folded, paths};
use naskah_formats::tables::incoming::{NO_FORMULA, NO_TABLE, head, mark, strange};
use naskah_formats::tables::page::KUNCI;
use naskah_formats::tables::view::{self, Entri, JENIS_BARIS, View};

use super::report::Work;

/// What the head of the column begins with, folded.
const HEADS: [&str; 2] = ["realisasi", "status"];
/// Longest title of a row, in letters.
const TITLE: usize = 80;

/// A workbook that tells what was done.
pub struct Bawa {
    /// Its path as messages show it.
    nama: String,
    /// Its file's name.
    berkas: String,
    book: Book,
}

/// What was said of a row.
#[derive(Debug)]
pub struct Row {
    place: String,
    span: Span,
    /// What the row begins with.
    judul: String,
    /// The cell's text.
    kata: String,
    hasil: Hasil,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hasil {
    /// It is finished.
    Selesai,
    /// It is not, or not wholly.
    Belum,
    /// Its cell is empty.
    Kosong,
    /// The sheet no longer has the row.
    Hilang,
}

impl Bawa {
    /// Reads a workbook; why it cannot be read is reported, and so is a doubt about its letters.
    pub fn read(path: &Path, run: &mut Run) -> Option<Self> {
        let nama = path.display().to_string();
        let book = run.take_book(Book::read(path, &nama), &nama)?;
        book.doubt(&nama).into_iter().for_each(|doubt| run.sink.push(doubt));
        let berkas = path.file_name().map(|name| printable(&name.to_string_lossy())).unwrap_or_default();
        Some(Self { nama, berkas, book })
    }

    /// What its sheets say of the rows of a decree; what is not clear is reported.
    pub fn rows(
        &self,
        tree: &Node,
        susunan: Option<&Susunan>,
        lists: &WordLists,
        files: &mut Files,
        sink: &mut Sink,
    ) -> Vec<Row> {
        let tables = view::find(tree, susunan, sink);
        let views: Vec<(View<'_>, String)> = tables
            .iter()
            .filter_map(|table| Some((View::of(table, susunan)?, told(tree, &tables, table, sink))))
            .collect();
        let (mut rows, mut taken) = (Vec::new(), Vec::new());
        for (sheet, lembar) in &self.book.sheets {
            let Some(top) = head(lembar) else { continue };
            let sign = mark(lembar, top);
            let at = views.iter().position(|(view, _)| sign.as_ref() == Some(&view.tanda));
            let mut found = Found::default();
            match at.filter(|at| !taken.contains(at)) {
                Some(at) => {
                    let (view, place) = &views[at];
                    taken.push(at);
                    let reader = Reader { lembar, view, lists, keys: top.1, found: &mut found };
                    rows.extend(reader.read(top.0, place));
                }
                None => {
                    let message = NO_TABLE;
                    let hint =
                        "pakai lembar hasil `naskah tabel ekspor` dari keputusan lama, satu lembar untuk satu tabel";
                    found.push(top, Diagnostic::galat(Code::LEMBAR, None, message).hint(hint));
                }
            }
            let place = Sheet { book: self.nama.clone(), name: sheet.clone() };
            found.tell(place, lembar, &self.nama, files, sink);
        }
        if taken.is_empty() && !sink.has_errors() {
            let message = format!("{}: tidak ada lembar dengan kolom {KUNCI}", self.nama);
            let hint = "pakai lembar hasil `naskah tabel ekspor` dari keputusan lama; kolom KUNCI jangan dihapus";
            sink.push(Diagnostic::galat(Code::LEMBAR, None, message).hint(hint));
        }
        rows
    }

    /// Marks and names the rows, whose decree is of the year `from`.
    pub fn look(&self, rows: &[Row], from: i32, work: &mut Work) {
        let book = &self.berkas;
        for row in rows {
            let what = if row.kata.is_empty() { row.judul.clone() } else { format!("{}: {}", row.judul, row.kata) };
            let subject = format!("realisasi {from} {}: {}", row.place, row.kata);
            let proposed = match row.hasil {
                Hasil::Selesai => "sudah selesai; diusulkan dihapus dari rencana, atau pertahankan bila berulang",
                Hasil::Belum => "belum selesai; diusulkan dilanjutkan, periksa waktu dan sasarannya",
                Hasil::Kosong => "realisasinya belum diisi; baris tetap",
                Hasil::Hilang => "barisnya tidak ada lagi pada lembar; baris tetap",
            };
            let why = format!("menurut {book} {proposed}");
            match row.hasil {
                Hasil::Selesai | Hasil::Belum => work.marked(&row.place, row.span, [&what, &subject], &why),
                Hasil::Kosong | Hasil::Hilang => work.kept(&row.place, row.span, &what, &why),
            }
        }
    }
}

/// The place of a table in the decree's own terms.
fn told(tree: &Node, tables: &[view::Found<'_>], table: &view::Found<'_>, sink: &mut Sink) -> String {
    let all = tree.get("lampiran").map_or(0, |node| node.list(sink).len());
    let name = if all > 1 { format!("Lampiran {}", romawi(table.lampiran())) } else { "Lampiran".to_owned() };
    let beside = tables.iter().filter(|other| other.lampiran() == table.lampiran());
    let before = beside.clone().take_while(|other| other.span() != table.span()).count();
    if beside.count() > 1 { format!("{name} tabel {}", before + 1) } else { name }
}

/// A sheet that shows a view.
struct Reader<'a, 'v> {
    lembar: &'a Lembar,
    view: &'a View<'v>,
    lists: &'a WordLists,
    /// The column with the keys.
    keys: usize,
    found: &'a mut Found,
}

impl Reader<'_, '_> {
    fn read(mut self, top: usize, table: &str) -> Vec<Row> {
        let last = self.head_end(top);
        let Some(column) = self.column(top, last) else { return Vec::new() };
        let mut said: HashMap<usize, (String, Hasil)> = HashMap::new();
        let view = self.view;
        let known: HashMap<&str, usize> =
            view.baris.iter().enumerate().map(|(at, entri)| (entri.kunci.as_str(), at)).collect();
        let mut keys: HashMap<String, usize> = HashMap::new();
        for row in last + 1..self.lembar.baris.len() {
            let key = self.key(row);
            let cell = self.cell((row, column));
            if key.is_empty() {
                if !cell.is_empty() {
                    let message = "baris tanpa kunci mempunyai realisasi";
                    let hint = "baris ini tidak ada dalam keputusan lama; kosongkan selnya atau kembalikan kuncinya";
                    self.found.push((row, column), Diagnostic::galat(Code::KUNCI_BARIS, None, message).hint(hint));
                }
                continue;
            }
            if let Some(first) = keys.insert(key.clone(), row) {
                let message = format!("`{key}`: kunci ini sudah ada pada sel {}", cell_name(first, self.keys));
                let hint = "hapus baris salinannya";
                self.found.push((row, self.keys), Diagnostic::galat(Code::KUNCI_BARIS, None, message).hint(hint));
                continue;
            }
            let Some(at) = known.get(key.as_str()).copied() else {
                let hint = "pakai lembar yang diekspor dari keputusan lama ini";
                self.found.push((row, self.keys), strange(view, &key, hint));
                continue;
            };
            if let Some(hasil) = self.result(&view.baris[at], (row, column), &cell) {
                said.insert(at, (printable(&cell.text()), hasil));
            }
        }
        self.gathered(&said, table)
    }

    /// The head's last row: cells below that of the keys belong to it while they are empty.
    fn head_end(&self, top: usize) -> usize {
        let deepest = top + self.view.depth() - 1;
        (top + 1..=deepest).take_while(|row| self.key(*row).is_empty()).last().unwrap_or(top)
    }

    fn key(&self, row: usize) -> String {
        self.lembar.isi(row, self.keys).text().trim().to_owned()
    }

    /// A cell; of a merged one what its first row shows.
    fn cell(&self, (row, column): Place) -> Isi {
        let merged = self.lembar.gabungan.iter().find(|merged| merged.contains(row, column) && merged.kiri == column);
        self.lembar.isi(merged.map_or(row, |merged| merged.atas), column).clone()
    }

    /// The column that tells what was done: not one of the table's own.
    fn column(&mut self, top: usize, last: usize) -> Option<usize> {
        let mut own: HashMap<String, usize> = HashMap::new();
        self.view.kolom.iter().for_each(|lajur| *own.entry(folded(&lajur.judul)).or_default() += 1);
        let mut columns = Vec::new();
        for (column, head) in paths(self.lembar, top, last).iter().map(|path| folded(path)).enumerate() {
            match own.get_mut(&head) {
                Some(left) if *left > 0 => *left -= 1,
                _ if HEADS.iter().any(|name| head.split(' ').next() == Some(name)) => columns.push(column),
                _ => {}
            }
        }
        let (place, message, hint) = match columns[..] {
            [column] => return Some(column),
            [] => (
                (top, self.keys),
                "lembar ini tidak mempunyai kolom Realisasi".to_owned(),
                "tambahkan kolom berkepala `Realisasi` atau `Status` di samping tabelnya; isinya selesai, sebagian, belum, atau persen",
            ),
            [first, second, ..] => (
                (top, second),
                format!(
                    "kolom realisasi lebih dari satu: sel {} dan {}",
                    cell_name(top, first),
                    cell_name(top, second)
                ),
                "sisakan satu kolom berkepala `Realisasi` atau `Status`",
            ),
        };
        self.found.push(place, Diagnostic::galat(Code::KEPALA, None, message).hint(hint));
        None
    }

    /// What a cell says of its row; `None` for nothing and where it is not clear.
    fn result(&mut self, entri: &Entri<'_>, place: Place, cell: &Isi) -> Option<Hasil> {
        if cell.is_empty() {
            return (!JENIS_BARIS.contains(&entri.jenis.as_str())).then_some(Hasil::Kosong);
        }
        let (code, message, hint) = match cell {
            Isi::Galat(_) | Isi::TanpaNilai | Isi::Cacat(_) => {
                (Code::SEL, cell.fault().unwrap_or_default(), NO_FORMULA)
            }
            _ if JENIS_BARIS.contains(&entri.jenis.as_str()) => (
                Code::TATA_BARIS,
                format!("realisasi tidak dipakai pada baris {}", entri.jenis),
                "isi pada baris yang berisi kegiatan",
            ),
            _ => match meaning(self.lists, cell) {
                Some(hasil) => return Some(hasil),
                None => (
                    Code::NILAI,
                    format!("`{}` tidak jelas sebagai realisasi", cell.text().trim()),
                    "tulis selesai, sebagian, belum, atau persen seperti `75%`",
                ),
            },
        };
        self.found.push(place, Diagnostic::galat(code, None, message).hint(hint));
        None
    }

    /// The rows in their order: those of which something is said, and those of cells of which nothing is.
    fn gathered(&self, said: &HashMap<usize, (String, Hasil)>, table: &str) -> Vec<Row> {
        let spoken = |at: usize| said.get(&at).is_some_and(|(_, hasil)| *hasil != Hasil::Kosong);
        let innermost = self.view.tingkat.len().saturating_sub(1);
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut rows = Vec::new();
        for (at, entri) in self.view.baris.iter().enumerate() {
            let count = counts.entry(entri.jenis.as_str()).or_default();
            *count += 1;
            let leaf = entri.tingkat == innermost && !JENIS_BARIS.contains(&entri.jenis.as_str());
            let mut above = std::iter::successors(entri.induk, |at| self.view.baris[*at].induk);
            if !spoken(at) && (!leaf || above.any(spoken)) {
                continue;
            }
            let name = if leaf { "baris" } else { entri.jenis.as_str() };
            let (kata, hasil) = said.get(&at).cloned().unwrap_or((String::new(), Hasil::Hilang));
            let place = format!("{table} {name} {count}");
            rows.push(Row { place, span: entri.node.head(), judul: self.title(entri), kata, hasil });
        }
        rows
    }

    /// What a row begins with.
    fn title(&self, entri: &Entri<'_>) -> String {
        let cells = self.view.kolom.iter().zip(&entri.sel).zip(&entri.teks);
        let own = cells.filter(|((lajur, cell), _)| lajur.isi.is_written() && cell.is_some());
        let mut texts = own.map(|(_, text)| text).filter(|text| !matches!(text.as_str(), "" | "^" | "<"));
        let line = texts.next().and_then(|text| text.lines().next()).unwrap_or_default();
        match line.char_indices().nth(TITLE) {
            Some((end, _)) => format!("{}…", line[..end].trim_end()),
            None => line.to_owned(),
        }
    }
}

/// A text without what cannot be written into a comment.
fn printable(text: &str) -> String {
    let seen = |c: char| if c.is_whitespace() { Some(' ') } else { Some(c).filter(|c| !c.is_control()) };
    text.chars().filter_map(seen).collect::<String>().trim().to_owned()
}

/// What a filled cell means; `None` where it is not clear.
fn meaning(lists: &WordLists, cell: &Isi) -> Option<Hasil> {
    let measured = |done: bool| Some(if done { Hasil::Selesai } else { Hasil::Belum });
    let text = match cell {
        // What is shown may be rounded.
        Isi::Tampil(shown) if shown.teks.ends_with('%') => {
            return if shown.nilai < 0.0 { None } else { measured(shown.nilai >= 1.0) };
        }
        Isi::Tampil(shown) => return meaning(lists, &Isi::Bilangan(shown.nilai)),
        // A number up to 1 may be a share of one or of a hundred.
        Isi::Bilangan(number) if *number == 0.0 || (*number > 1.0 && *number <= 100.0) => {
            return measured(*number == 100.0);
        }
        Isi::Teks(text) => text.trim().to_lowercase(),
        _ => return None,
    };
    if let Some(share) = text.strip_suffix('%').or_else(|| text.strip_suffix("persen")) {
        let Bilangan { digits, places } = share.trim().parse().ok()?;
        let whole = 10i128.checked_pow(places)?.checked_mul(100)?;
        return if digits < 0 { None } else { measured(digits >= whole) };
    }
    if text.contains('?') {
        return None;
    }
    let text = folded(&text);
    if lists.has(WordList::SedangBerjalan, &text) {
        return Some(Hasil::Belum);
    }
    let done = |word: &str| lists.has(WordList::SudahSelesai, word);
    let (first, rest) = text.split_once(' ').unwrap_or((&text, ""));
    match (first, rest) {
        ("belum" | "sebagian", "") | (_, "sebagian") if rest.is_empty() || done(first) => Some(Hasil::Belum),
        ("belum" | "sebagian" | "tidak", what) if done(what) => Some(Hasil::Belum),
        ("sudah" | "telah", what) if done(what) => Some(Hasil::Selesai),
        (what, "") if done(what) => Some(Hasil::Selesai),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use naskah_formats::sheets::Tampil;

    use super::*;

    #[test]
    fn words_and_shares_are_understood_or_asked_about() {
        let lists = naskah_core::catalog::Catalog::default().kata().lists.clone();
        let text = |text: &str| meaning(&lists, &Isi::Teks(text.to_owned()));
        for done in ["selesai", " Selesai.", "sudah", "SUDAH TERLAKSANA", "telah dilaksanakan", "100 %", "100,0%"] {
            assert_eq!(text(done), Some(Hasil::Selesai), "{done}");
        }
        for open in
            ["belum", "Belum selesai", "sebagian", "selesai sebagian", "dalam proses", "99,9 %", "0%", "tidak tercapai"]
        {
            assert_eq!(text(open), Some(Hasil::Belum), "{open}");
        }
        for unclear in [
            "tidak",
            "ya",
            "-",
            "belum sudah juga",
            "selesai bulan depan",
            "-5 %",
            "kira-kira 80 %",
            "bukan sebagian",
            "selesai?",
            "100%?",
        ] {
            assert_eq!(text(unclear), None, "{unclear}");
        }
        let shown = |nilai: f64, teks: &str| {
            meaning(&lists, &Isi::Tampil(Tampil { nilai, teks: teks.to_owned(), desimal: None }))
        };
        assert_eq!(
            [shown(1.0, "100%"), shown(0.996, "100%"), shown(75.0, "75,0")].map(|hasil| hasil == Some(Hasil::Selesai)),
            [true, false, false]
        );
        let number = |number: f64| meaning(&lists, &Isi::Bilangan(number));
        assert_eq!([number(100.0), number(0.0), number(75.0)], [Hasil::Selesai, Hasil::Belum, Hasil::Belum].map(Some));
        assert_eq!([number(1.0), number(0.5), number(250.0), number(-3.0)], [None; 4]);
    }
}
