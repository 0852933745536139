//! Records: the rows of a sheet, of a text with separators, of a YAML list or of JSON lines, each a text for each column.
//!
//! Texts are those that a person sees. They are kept in one string, so that a million rows cost little more than their
//! letters, and each knows the place that it was read from.

mod lembar;
mod susunan;

pub use lembar::Cara;

use std::collections::BTreeMap;
use std::path::Path;

use naskah_core::catalog::Root;
use naskah_core::diag::{Code, Diagnostic, Files, Sheet, Sink};

use super::cell_name;

/// A column of records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kolom {
    /// Its head as it is written.
    pub kepala: String,
    /// Its head as a name in a pattern: `Nama Lengkap` is `Nama_Lengkap`.
    pub nama: String,
    /// Its place in the sheet, from 0.
    lajur: usize,
}

/// Records and where they come from.
#[derive(Debug, Default)]
pub struct Records {
    /// The columns in their order.
    pub kolom: Vec<Kolom>,
    /// The texts of all rows, one after the other.
    text: String,
    /// Where each text ends, row by row.
    ends: Vec<usize>,
    /// The number of each row where it was read, from 0.
    rows: Vec<u32>,
    /// The file, and its sheet.
    sheet: Option<Sheet>,
    /// Whether a place is told by a cell.
    cells: bool,
    /// What keeps a text from being used, or is doubtful in it, by row and column.
    faults: BTreeMap<(usize, usize), Diagnostic>,
    /// Rows that are no records at all, and why; or what is doubtful in one.
    broken: BTreeMap<usize, Diagnostic>,
}

/// Most bytes of a file of records that is no workbook.
pub const MAX_RECORDS: usize = 2 * 1024 * 1024 * 1024;

impl Records {
    /// Reads a file whose form its name tells. What keeps it from being read is reported; `wanted` are the names of the
    /// columns that are asked for.
    pub fn read(
        path: &Path,
        bytes: Vec<u8>,
        cara: &Cara,
        wanted: &[String],
        root: &Root,
        files: &mut Files,
        sink: &mut Sink,
    ) -> Option<Self> {
        let name = path.display().to_string();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "yaml" | "yml" => susunan::yaml(&name, bytes, files, sink),
            "jsonl" | "ndjson" => susunan::json_lines(&name, bytes, sink),
            "json" => susunan::json(&name, &bytes, sink),
            _ => lembar::read(&name, &bytes, cara, wanted, root, files, sink),
        }
    }

    /// No rows yet, of a file and perhaps its sheet.
    fn of(book: &str, sheet: Option<String>, cells: bool) -> Self {
        Self { sheet: Some(Sheet { book: book.to_owned(), name: sheet }), cells, ..Self::default() }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The column of a name as a pattern writes it, or of a head.
    pub fn column(&self, name: &str) -> Option<usize> {
        let own = self.kolom.iter().position(|kolom| kolom.nama == name);
        own.or_else(|| self.kolom.iter().position(|kolom| kolom.kepala == name || kolom.nama == identifier(name)))
    }

    /// The text of a row in a column; empty where there is none.
    pub fn text(&self, row: usize, column: usize) -> &str {
        let at = row * self.kolom.len() + column;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|end| self.text.get(start..*end)).unwrap_or_default()
    }

    /// What is wrong with a text, or doubtful.
    pub fn fault(&self, row: usize, column: usize) -> Option<&Diagnostic> {
        self.faults.get(&(row, column))
    }

    /// Why a row is no record, or doubtful as a whole.
    pub fn broken(&self, row: usize) -> Option<&Diagnostic> {
        self.broken.get(&row)
    }

    /// The number of a row where it was read, from 1.
    pub fn number(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| *row as usize + 1)
    }

    /// The place of a text as messages name it: `data.xlsx lembar KPPS sel B5`.
    pub fn place(&self, row: usize, column: usize) -> String {
        let Some(sheet) = &self.sheet else { return String::new() };
        match (self.cells, self.kolom.get(column)) {
            (true, Some(kolom)) => sheet.place(&cell_name(self.number(row).saturating_sub(1), kolom.lajur)),
            (false, Some(kolom)) => format!("{} `{}`", self.row_place(row), kolom.kepala),
            (_, None) => self.row_place(row),
        }
    }

    /// The place of a row as messages name it: `data.xlsx lembar KPPS baris 5`.
    pub fn row_place(&self, row: usize) -> String {
        let place = self.sheet.as_ref().map(|sheet| sheet.place("")).unwrap_or_default();
        format!("{place} baris {}", self.number(row))
    }

    /// Begins the columns; two of one name are reported.
    fn heads(&mut self, heads: Vec<(usize, String)>, sink: &mut Sink) -> bool {
        let mut sound = true;
        for (lajur, kepala) in heads {
            let nama = identifier(&kepala);
            if let Some(other) = self.kolom.iter().find(|other| other.nama == nama) {
                let place = self.sheet.as_ref().map(|sheet| sheet.place("")).unwrap_or_default();
                let letters = |lajur: usize| cell_name(0, lajur).trim_end_matches('1').to_owned();
                let message = match (self.cells, other.kepala == kepala) {
                    (true, true) => {
                        format!("{place}: kolom `{kepala}` ada dua, {} dan {}", letters(other.lajur), letters(lajur))
                    }
                    (false, true) => format!("{place}: kolom `{kepala}` ada dua"),
                    (_, false) => {
                        format!("{place}: kolom `{}` dan `{kepala}` sama-sama dibaca `{nama}`", other.kepala)
                    }
                };
                sink.push(Diagnostic::galat(Code::KEPALA, None, message).hint("beri kepala yang berbeda"));
                sound = false;
                continue;
            }
            self.kolom.push(Kolom { kepala, nama, lajur });
        }
        sound
    }

    /// Takes a text of the row that is read now; its line ends and doubled blanks are one blank each.
    fn push(&mut self, text: &str) {
        for (at, word) in text.split_whitespace().enumerate() {
            if at > 0 {
                self.text.push(' ');
            }
            self.text.push_str(word);
        }
        self.ends.push(self.text.len());
    }

    /// Reports what is wrong with a text of the row that is read now.
    fn wrong(&mut self, column: usize, message: impl Into<String>, hint: &str) {
        let finding = Diagnostic::galat(Code::SEL, None, message).hint(hint);
        self.faults.insert((self.rows.len(), column), finding);
    }

    /// Ends the row that is read now.
    fn end(&mut self, number: usize) {
        self.ends.resize((self.rows.len() + 1) * self.kolom.len(), self.text.len());
        self.rows.push(u32::try_from(number).unwrap_or(u32::MAX));
    }
}

/// A head as a name in a pattern: letters and digits, all else as `_`, none of these at the ends.
pub fn identifier(head: &str) -> String {
    let plain: String = head.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let name = plain.split_whitespace().collect::<Vec<_>>().join("_");
    match name.starts_with(|c: char| c.is_numeric()) {
        true => format!("_{name}"),
        false => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, text: &str, wanted: &[&str]) -> (Option<Records>, Sink) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let wanted: Vec<String> = wanted.iter().map(|name| (*name).to_owned()).collect();
        let bytes = text.as_bytes().to_vec();
        let cara = Cara::default();
        let read = Records::read(Path::new(name), bytes, &cara, &wanted, &Root::embedded(), &mut files, &mut sink);
        (read, sink)
    }

    fn rows(records: &Records) -> Vec<Vec<&str>> {
        (0..records.len()).map(|row| (0..records.kolom.len()).map(|at| records.text(row, at)).collect()).collect()
    }

    #[test]
    fn every_form_gives_the_same_records() {
        for (name, text) in [
            (
                "a.csv",
                "DAFTAR NAMA;;\n;;\nNo;Nama Lengkap;Desa\n(1);(2);(3)\n1;Orang *Satu*;Contoh: A\n2;\"Orang\nDua\";\n",
            ),
            (
                "a.yaml",
                "- {No: 1, Nama Lengkap: Orang *Satu*, Desa: 'Contoh: A'}\n- {No: 2, Nama Lengkap: \"Orang\\nDua\"}\n",
            ),
            (
                "a.jsonl",
                "{\"No\": 1, \"Nama Lengkap\": \"Orang *Satu*\", \"Desa\": \"Contoh: A\"}\n\n{\"No\": 2, \"Nama Lengkap\": \"Orang\\nDua\", \"Desa\": null}\n",
            ),
            (
                "a.json",
                "[{\"No\": 1, \"Nama Lengkap\": \"Orang *Satu*\", \"Desa\": \"Contoh: A\"}, {\"No\": 2, \"Nama Lengkap\": \"Orang\\nDua\"}]",
            ),
        ] {
            let (records, sink) = read(name, text, &["Nama_Lengkap"]);
            let records = records.unwrap_or_else(|| panic!("{name}: {:?}", sink.found()));
            assert_eq!(rows(&records), [["1", "Orang *Satu*", "Contoh: A"], ["2", "Orang Dua", ""]], "{name}");
            assert_eq!(records.column("Nama_Lengkap"), Some(1));
        }
        let (records, _) = read("a.csv", "Nama,Desa\nSatu,A\nDua,B\n", &["Nama"]);
        assert_eq!(records.map(|records| records.place(1, 1)), Some("a.csv sel B3".to_owned()));
    }

    #[test]
    fn numbers_of_programs_are_written_as_people_do() {
        let (records, _) = read("a.jsonl", "{\"a\": 1500, \"b\": 12.5, \"c\": true, \"d\": 9007199254740993}\n", &[]);
        assert_eq!(rows(&records.unwrap_or_default()), [["1500", "12,5", "ya", "9007199254740993"]]);
    }

    #[test]
    fn a_bad_row_does_not_stop_the_others() {
        let (records, sink) = read("a.jsonl", "{\"a\": 1}\n{\"a\": \n{\"a\": [1]}\n", &[]);
        let records = records.unwrap_or_default();
        assert!(!sink.has_errors() && records.len() == 3);
        assert!(records.broken(1).is_some() && records.fault(2, 0).is_some() && records.fault(0, 0).is_none());
    }

    #[test]
    fn a_row_that_may_be_none_stops_no_other() {
        let text = "Nama,Honor\nSatu,1\nDua,2\nJumlah,3\n\nUngaran; 2 Maret 2026,\n";
        let (records, sink) = read("a.csv", text, &["Nama"]);
        let records = records.unwrap_or_default();
        let broken: Vec<usize> = (0..records.len()).filter(|row| records.broken(*row).is_some()).collect();
        let sound: Vec<&str> =
            (0..records.len()).filter(|row| !broken.contains(row)).map(|row| records.text(row, 0)).collect();
        assert!(!sink.has_errors() && !broken.is_empty());
        assert_eq!(sound, ["Satu", "Dua"]);
    }

    #[test]
    fn a_row_of_another_length_is_told() {
        for (text, told) in [
            ("Nama,NIP\nFulan, S.H.,1\nDua,2\n", [true, false]),
            ("Nama,NIP,\nSatu,1,\nFulan, S.H.,2\n", [false, true]),
            ("Nama;Honor\nSatu;\"1;5\"\nDua;1;5\n", [false, true]),
            ("Nama;Honor;\nSatu;1;;\nDua;2\n", [false, true]),
            ("DAFTAR;;\nNama;Honor\nSatu;1;;\nDua;2;;\n", [false, false]),
        ] {
            let (records, sink) = read("a.csv", text, &["Nama"]);
            let records = records.unwrap_or_else(|| panic!("{text}: {:?}", sink.found()));
            assert_eq!([0, 1].map(|row| records.broken(row).is_some()), told, "{text}");
        }
        let (records, _) = read("a.csv", "Nama;Honor;\nSatu;1;\nDua;2\n", &["Nama"]);
        assert_eq!(records.unwrap_or_default().text(1, 0), "Dua");
    }

    #[test]
    fn an_empty_file_and_a_doubled_head_are_called_that() {
        for (text, said) in [
            ("", "a.csv kosong"),
            (" ;;\n\n", "a.csv kosong"),
            ("Nama;Honor;Nama\nA;1;B\n", "a.csv: kolom `Nama` ada dua, A dan C"),
            (
                "Nama Kecil;Nama-Kecil\nA;B\n",
                "a.csv: kolom `Nama Kecil` dan `Nama-Kecil` sama-sama dibaca `Nama_Kecil`",
            ),
        ] {
            let (records, sink) = read("a.csv", text, &[]);
            let told: Vec<&str> = sink.found().iter().map(|finding| finding.message.as_str()).collect();
            assert!(records.is_none());
            assert_eq!(told, [said]);
        }
    }

    #[test]
    fn a_column_that_is_missing_is_told() {
        let (records, sink) = read("a.csv", "Nama,Desa\nSatu,A\n", &["Nama", "Dsa"]);
        assert!(records.is_none());
        let found = sink.found().first().map(|finding| (finding.message.clone(), finding.hints.clone()));
        let (message, hints) = found.unwrap_or_default();
        assert_eq!(message, "a.csv: kolom `Dsa` tidak ditemukan");
        assert_eq!(hints, ["maksud Anda `Desa`?"]);
        let (_, sink) = read("a.csv", "NAMA,DESA\nSatu,A\nDua,B\n", &["Nama", "Desa"]);
        let hints: Vec<_> = sink.found().iter().flat_map(|finding| finding.hints.clone()).collect();
        assert_eq!(hints, ["maksud Anda `NAMA`?", "maksud Anda `DESA`?"]);
    }
}
