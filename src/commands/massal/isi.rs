//! A pattern filled: the YAML text of one document, every text of it quoted, and where in the pattern each came from.

use std::collections::BTreeMap;

use naskah_core::diag::{Code, Diagnostic, Span};
use naskah_formats::sheets::quoted;
use naskah_formats::sheets::records::Records;
use naskah_pages::template::{Gagal, Larik, Nilai};

use super::kelompok::Kelompok;
use super::pola::{Bagian, Butir, Pola};

/// Words that YAML would not take for a key where they stand without quotes.
const KATA: [&str; 2] = ["", "null"];

/// A key as it is written.
fn written(name: &str) -> String {
    let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') && !KATA.contains(&name);
    if plain { name.to_owned() } else { quoted(name) }
}

/// Where a byte of a filled text comes from.
#[derive(Debug, Clone)]
pub struct Tempat {
    /// The first byte.
    at: usize,
    /// The place in the pattern.
    pub span: Span,
    /// The places of the values in it, as messages name them.
    pub sel: Vec<String>,
}

/// The text of a document.
#[derive(Debug, Default)]
pub struct Terisi {
    /// YAML.
    pub text: String,
    /// Where its texts come from, in their order.
    pub tempat: Vec<Tempat>,
    /// What keeps it from being filled.
    pub salah: Vec<Diagnostic>,
}

impl Terisi {
    /// Where a byte comes from.
    pub fn place(&self, at: usize) -> Option<&Tempat> {
        let after = self.tempat.partition_point(|tempat| tempat.at <= at);
        after.checked_sub(1).and_then(|before| self.tempat.get(before))
    }
}

/// The values of a document: those of its group, and of each of its rows.
pub struct Isi<'a> {
    records: &'a Records,
    kelompok: &'a Kelompok,
    bersama: Nilai,
    baris: Vec<Nilai>,
}

impl<'a> Isi<'a> {
    /// The values of a group, which is the `urut`-th document of so many.
    pub fn new(records: &'a Records, kelompok: &'a Kelompok, urut: usize, banyak: usize) -> Self {
        let columns = || records.kolom.iter().enumerate();
        let row = |row: usize| {
            let named = Nilai::of(columns().map(|(at, kolom)| (kolom.nama.as_str(), records.text(row, at))));
            let heads = Nilai::of(columns().map(|(at, kolom)| (kolom.kepala.as_str(), records.text(row, at))));
            named.with_one("kolom", heads)
        };
        let numbers = |at: usize| [("urut", urut), ("nomor", at + 1), ("banyak", banyak)];
        let baris: Vec<Nilai> =
            kelompok.baris.iter().enumerate().map(|(at, one)| row(*one).with(numbers(at))).collect();
        let first = kelompok.baris.first().copied().unwrap_or(0);
        let same = |at: usize| kelompok.baris.iter().all(|row| records.text(*row, at) == records.text(first, at));
        let shared: Vec<_> = columns().filter(|(at, _)| same(*at)).collect();
        let text = |at: usize| records.text(first, at);
        let named = Nilai::of(shared.iter().map(|(at, kolom)| (kolom.nama.as_str(), text(*at))));
        let heads = Nilai::of(shared.iter().map(|(at, kolom)| (kolom.kepala.as_str(), text(*at))));
        let bersama = named.with_one("kolom", heads).with(numbers(0)).with_list("baris", &baris);
        Self { records, kelompok, bersama, baris }
    }

    /// A text of the pattern alone; empty where it has none, or where it cannot be filled.
    pub fn text(&self, pola: &Pola, butir: &Butir) -> String {
        match &butir.isi {
            Bagian::Tetap(text, _) => text.clone(),
            Bagian::Larik(larik) => pola.cetakan.fill(*larik, &self.bersama).unwrap_or_default(),
            Bagian::Kosong | Bagian::Daftar(_) | Bagian::Tabel(_) => String::new(),
        }
    }

    /// The pattern filled.
    pub fn fill(&self, pola: &Pola) -> Terisi {
        let mut writer = Writer { isi: self, pola, out: Terisi::default(), known: BTreeMap::new() };
        writer.value(&pola.naskah, None, 0, true);
        writer.out
    }
}

struct Writer<'a> {
    isi: &'a Isi<'a>,
    pola: &'a Pola,
    out: Terisi,
    /// The columns that each text asks for.
    known: BTreeMap<usize, Vec<usize>>,
}

impl Writer<'_> {
    fn nilai(&self, row: Option<usize>) -> &Nilai {
        row.and_then(|row| self.isi.baris.get(row)).unwrap_or(&self.isi.bersama)
    }

    /// Begins something that comes from a place of the pattern.
    fn mark(&mut self, span: Span, sel: Vec<String>) {
        self.out.tempat.push(Tempat { at: self.out.text.len(), span, sel });
    }

    fn pad(&mut self, column: usize) {
        self.out.text.extend(std::iter::repeat_n(' ', column));
    }

    /// A value behind its key or dash; lists and tables go on at `column`, on the same line where `beside`.
    fn value(&mut self, butir: &Butir, row: Option<usize>, column: usize, beside: bool) {
        match &butir.isi {
            Bagian::Kosong => self.line(butir.span, Vec::new(), "~"),
            Bagian::Tetap(text, true) if text == "^" || text == "<" => self.line(butir.span, Vec::new(), text),
            Bagian::Tetap(text, _) => self.line(butir.span, Vec::new(), &quoted(text)),
            Bagian::Larik(larik) => {
                let filled = self.filled(*larik, row, butir.span);
                let sel = self.cells(*larik, row);
                self.line(butir.span, sel, &quoted(&filled));
            }
            Bagian::Daftar(items) => {
                let stand: Vec<(&Butir, Option<usize>)> =
                    items.iter().flat_map(|one| self.standing(one, row)).collect();
                if stand.is_empty() {
                    return self.line(butir.span, Vec::new(), "[]");
                }
                self.block(beside, |writer, first| {
                    for (at, (one, row)) in stand.into_iter().enumerate() {
                        writer.pad(if first && at == 0 { 0 } else { column });
                        writer.out.text.push_str("- ");
                        writer.value(one, row, column + 2, true);
                    }
                });
            }
            Bagian::Tabel(entries) => {
                let stand: Vec<_> = entries
                    .iter()
                    .filter_map(|(key, one)| self.standing(one, row).pop().map(|(one, row)| (key, one, row)))
                    .collect();
                if stand.is_empty() {
                    return self.line(butir.span, Vec::new(), "{}");
                }
                self.block(beside, |writer, first| {
                    for (at, (key, one, row)) in stand.into_iter().enumerate() {
                        writer.pad(if first && at == 0 { 0 } else { column });
                        writer.mark(key.span, Vec::new());
                        writer.out.text.push_str(&format!("{}:", written(&key.name)));
                        writer.value(one, row, column + 2, false);
                    }
                });
            }
        }
    }

    /// Lines of a list or table, which begin on the line that is open, or below it.
    fn block(&mut self, beside: bool, lines: impl FnOnce(&mut Self, bool)) {
        if !beside {
            self.out.text.push('\n');
        }
        lines(self, beside);
    }

    fn line(&mut self, span: Span, sel: Vec<String>, text: &str) {
        if self.out.text.ends_with(':') {
            self.out.text.push(' ');
        }
        self.mark(span, sel);
        self.out.text.push_str(text);
        self.out.text.push('\n');
    }

    /// How often a part stands: not at all, once, or once for each row.
    fn standing<'b>(&mut self, butir: &'b Butir, row: Option<usize>) -> Vec<(&'b Butir, Option<usize>)> {
        let rows: Vec<Option<usize>> = match butir.setiap {
            true => (0..self.isi.baris.len()).map(Some).collect(),
            false => vec![row],
        };
        let holds = |row: &Option<usize>| {
            let Some((condition, span)) = butir.bila else { return true };
            let held = self.pola.cetakan.holds(condition, self.nilai(*row));
            held.unwrap_or_else(|why| {
                self.fail(condition, *row, span, &why);
                false
            })
        };
        rows.into_iter().filter(holds).map(|row| (butir, row)).collect()
    }

    fn filled(&mut self, larik: Larik, row: Option<usize>, span: Span) -> String {
        let filled = self.pola.cetakan.fill(larik, self.nilai(row));
        filled.unwrap_or_else(|why| {
            self.fail(larik, row, span, &why);
            String::new()
        })
    }

    /// The rows that a text takes its values from.
    fn rows(&self, row: Option<usize>) -> impl Iterator<Item = usize> + use<'_> {
        let kelompok = &self.isi.kelompok.baris;
        match row {
            Some(at) => kelompok.get(at..at + 1).unwrap_or_default(),
            None => kelompok.get(..1).unwrap_or_default(),
        }
        .iter()
        .copied()
    }

    /// The columns that a text asks for.
    fn columns(&mut self, larik: Larik) -> &[usize] {
        let (pola, records) = (self.pola, self.isi.records);
        self.known
            .entry(larik.number())
            .or_insert_with(|| pola.cetakan.asked(larik).iter().filter_map(|name| records.column(name)).collect())
    }

    fn cells(&mut self, larik: Larik, row: Option<usize>) -> Vec<String> {
        let columns = self.columns(larik).to_vec();
        let cells = self.rows(row).flat_map(|row| columns.iter().map(move |column| (row, *column)));
        cells.map(|(row, column)| self.isi.records.place(row, column)).collect()
    }

    fn fail(&mut self, larik: Larik, row: Option<usize>, span: Span, why: &Gagal) {
        let columns = self.columns(larik).to_vec();
        let (records, rows) = (self.isi.records, self.isi.kelompok.baris.clone());
        let first = self.rows(row).next().unwrap_or(0);
        let empty = columns.iter().filter(|column| records.text(first, **column).is_empty());
        let varied = |column: &&usize| {
            row.is_none() && rows.iter().any(|row| records.text(*row, **column) != records.text(first, **column))
        };
        let finding = match why {
            Gagal::TakAda if columns.iter().any(|column| varied(&column)) => {
                let column = columns.iter().find(varied).copied().unwrap_or(0);
                let head = records.kolom.get(column).map_or("", |kolom| kolom.kepala.as_str());
                let message = format!("{}: kolom `{head}` berbeda-beda dalam kelompok ini", records.row_place(first));
                Diagnostic::galat(Code::TEMPLAT, span, message).hint("sebut barisnya dengan `untuk: baris`")
            }
            Gagal::Kosong => {
                let places: Vec<String> = empty.map(|column| records.place(first, *column)).collect();
                let places = if places.is_empty() { records.row_place(first) } else { places.join(", ") };
                let hint =
                    "isi selnya, atau tulis `{{ Kolom | bila_kosong(\"-\") }}` atau `{% if Kolom %}…{% endif %}`";
                Diagnostic::galat(Code::SEL, span, format!("{places}: kosong, padahal dicetak di sini")).hint(hint)
            }
            why => {
                let finding = Diagnostic::galat(Code::TEMPLAT, span, format!("{}: {why}", records.row_place(first)));
                if matches!(why, Gagal::Hitungan(_)) { finding.hint(why.hint()) } else { finding }
            }
        };
        if self.out.salah.iter().all(|said| said.message != finding.message) {
            self.out.salah.push(finding);
        }
    }
}
