//! Where a table ends in its sheet, and which rows below its head are none of its rows: sums, notes, signature blocks,
//! repeated heads, and rows whose shape does not fit. They are decided by the decree (`sampai`, `lewati`,
//! `baris_jumlah`, `kelompok`) or asked about; none becomes a row in silence.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use naskah_core::diag::{Code, Diagnostic};
use naskah_core::language::capitals::in_capitals;
use naskah_core::language::days::{BULAN, HARI};
use naskah_core::language::{WordList, WordLists};

use super::heads::{self, folded, shown};
use super::{Found, Lembar, Place};

mod atas;
mod tanya;

pub use atas::DI_ATAS_KEPALA;

/// So many rows below an empty one may be no rows of the table.
const FEW: usize = 3;

/// What the decree says about the rows of a sheet.
#[derive(Debug, Clone, Default)]
pub struct Batas {
    /// The table's last row, from 0.
    pub sampai: Option<usize>,
    /// The rows that are left out.
    pub lewati: Vec<Lewati>,
    /// The rows that are headings over those below them.
    pub kelompok: Vec<Lewati>,
    /// Whether the first row may be a count of the columns: `nomor_kolom: tidak` says that it is none.
    pub tanpa_nomor_kolom: bool,
    /// What rows with sums begin with; `tidak` where rows that begin so are rows like others.
    pub jumlah: Option<String>,
    /// Whether rows may be headings over others.
    pub berkelompok: bool,
    /// Whether a column holds numbers that are added up.
    pub berbilangan: bool,
}

/// Rows that are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lewati {
    /// The rows from one to another, both from 0 and among them.
    Baris(usize, usize),
    /// The rows of which a cell begins so; folded.
    Awal(String),
}

impl Lewati {
    /// What is written: `9`, `9-13`, or the beginning of a text.
    pub fn parse(text: &str) -> Option<Self> {
        let row = |text: &str| text.trim().parse::<usize>().ok().and_then(|row| row.checked_sub(1));
        let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
        match (row(first), row(last)) {
            (Some(first), Some(last)) if first <= last => Some(Self::Baris(first, last)),
            _ => Some(Self::Awal(folded(text))).filter(|_| text.chars().any(char::is_alphabetic)),
        }
    }

    /// As it is written.
    fn written(&self) -> String {
        match self {
            Self::Baris(first, last) if first == last => (first + 1).to_string(),
            Self::Baris(first, last) => format!("{}-{}", first + 1, last + 1),
            Self::Awal(word) => word.clone(),
        }
    }
}

/// What a row below the head is, where it is none of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Macam {
    Kepala,
    Jumlah,
    Catatan,
    TandaTangan,
    Lain,
}

impl Macam {
    /// What a person would call it.
    fn name(self) -> &'static str {
        match self {
            Self::Kepala => "kepala kolom yang diulang",
            Self::Jumlah => "baris jumlah",
            Self::Catatan => "catatan",
            Self::TandaTangan => "blok tanda tangan",
            Self::Lain => "baris yang bentuknya lain",
        }
    }
}

/// How a row stands among the others.
#[derive(Debug, Clone, Copy)]
struct Letak {
    /// Whether the table's rows have numbers.
    numbered: bool,
    /// Whether it looks like a row of the table.
    fits: bool,
    /// Whether an empty row stands above it.
    gap: bool,
    /// Whether no row below it looks like one of the table.
    tail: bool,
}

/// The rows of a table.
#[derive(Debug, Default)]
pub struct Baris {
    /// The rows in their order.
    pub rows: Vec<usize>,
    /// Those that hold sums.
    pub jumlah: BTreeSet<usize>,
    /// Those that the decree calls headings.
    pub kelompok: BTreeSet<usize>,
    /// The rows that are left out, and why.
    pub luar: BTreeMap<usize, &'static str>,
}

/// The part of a sheet below a head.
pub struct Extent<'a> {
    lembar: &'a Lembar,
    head: usize,
    /// The columns that are taken, but for the numbers of the rows.
    columns: Vec<usize>,
    /// The column with the numbers of the rows.
    number: Option<usize>,
    /// Where a row is told with a key that this program wrote.
    key: Option<usize>,
    batas: &'a Batas,
    lists: &'a WordLists,
    /// The first cell of what each cell that is looked at is merged with.
    owners: HashMap<Place, Place>,
    /// The rows where something begins that is merged over a column that is taken.
    begun: HashSet<usize>,
    /// The rows that are merged over all the columns, as headings are.
    titles: HashSet<usize>,
}

impl<'a> Extent<'a> {
    /// Below the head's row `head`; `columns` are those that are taken.
    pub fn new(lembar: &'a Lembar, head: usize, columns: &[usize], batas: &'a Batas, lists: &'a WordLists) -> Self {
        let title = |column: &usize| folded(&shown(lembar, head, *column));
        let named = |wanted: &dyn Fn(&str) -> bool| (0..lembar.lebar()).find(|column| wanted(&title(column)));
        let mut columns = columns.to_vec();
        columns.sort_unstable();
        columns.dedup();
        let number = named(&|title| lists.entries(WordList::KepalaNomor).iter().any(|name| name == title));
        let number = number.or_else(|| counting(lembar, head, &columns));
        let key = named(&|title| title == "kunci");
        let (mut owners, mut begun, mut titles) = (HashMap::new(), HashSet::new(), HashSet::new());
        for merged in &lembar.gabungan {
            let over = |column: &usize| (merged.kiri..=merged.kanan).contains(column);
            for column in columns.iter().copied().chain(number).chain(key).filter(over) {
                for row in merged.atas..=merged.bawah.min(lembar.baris.len()) {
                    owners.entry((row, column)).or_insert((merged.atas, merged.kiri));
                }
            }
            let taken = columns.iter().filter(|column| over(column)).count();
            if taken > 0 && !lembar.isi(merged.atas, merged.kiri).is_empty() {
                begun.insert(merged.atas);
            }
            if taken > 1 && taken == columns.len() && merged.atas == merged.bawah {
                titles.insert(merged.atas);
            }
        }
        Self { lembar, head, columns, number, key, batas, lists, owners, begun, titles }
    }

    /// The text of a cell that is looked at; of a merged one that of its first.
    fn shown(&self, row: usize, column: usize) -> String {
        let (row, column) = self.owners.get(&(row, column)).copied().unwrap_or((row, column));
        heads::plain(self.lembar, row, column)
    }

    /// The table's rows; what is none of them is told.
    pub fn rows(&self, found: &mut Found) -> Baris {
        let mut luar = BTreeMap::new();
        let said: Vec<usize> = self.said(&mut luar, found);
        let last = self.batas.sampai.unwrap_or(usize::MAX);
        self.tell_beyond(&said, last, found);
        luar.extend(said.iter().filter(|row| **row > last).map(|row| (*row, "di bawah `sampai`")));
        let left = said.iter().filter(|row| **row <= last && self.among(&self.batas.lewati, **row));
        luar.extend(left.map(|row| (*row, "menurut `lewati`")));
        let said: Vec<usize> = said.into_iter().filter(|row| !luar.contains_key(row)).collect();
        let kelompok: BTreeSet<usize> =
            said.iter().copied().filter(|row| self.among(&self.batas.kelompok, *row)).collect();
        let kinds = self.kinds(&said, &kelompok);
        let table = said.iter().copied().filter(|row| !kinds.contains_key(row)).collect();
        self.tell(&kinds, &table, found);
        let table = |row: &usize| kinds.get(row).is_none_or(|kind| *kind == Macam::Jumlah);
        luar.extend(
            said.iter().filter(|row| !table(row)).map(|row| (*row, kinds.get(row).map_or("", |kind| kind.name()))),
        );
        let asked = |row: &usize| self.batas.jumlah.is_some() && kinds.get(row) == Some(&Macam::Jumlah);
        let says = |row: &usize| self.taken(*row) || kelompok.contains(row) || asked(row);
        luar.extend(
            said.iter().filter(|row| table(row) && !says(row)).map(|row| (*row, "kosong pada kolom yang diambil")),
        );
        let rows: Vec<usize> = said.into_iter().filter(|row| table(row) && says(row)).collect();
        let jumlah = kinds.iter().filter(|(_, kind)| **kind == Macam::Jumlah).map(|(row, _)| *row).collect();
        let mut baris = Baris { rows, jumlah, kelompok, luar };
        if self.batas.berkelompok {
            self.above(&mut baris, found);
        }
        self.tell_unfound(&baris, found);
        baris
    }

    /// The rows that say anything as far to the right as columns are taken, without those that count the columns.
    fn said(&self, luar: &mut BTreeMap<usize, &'static str>, found: &mut Found) -> Vec<usize> {
        let lembar = self.lembar;
        let most = self.columns.iter().chain(&self.number).copied().max().unwrap_or(0);
        let rows = self.head + 1..lembar.baris.len();
        let mut said: Vec<usize> = rows
            .filter(|row| (0..=most).any(|column| !lembar.isi(*row, column).is_empty()) || self.taken(*row))
            .collect();
        let under_head = |at: usize| match at.checked_sub(1).and_then(|above| said.get(above)) {
            Some(above) => self.is_head(*above),
            None => true,
        };
        let counting: HashSet<usize> = (0..said.len())
            .filter(|at| under_head(*at))
            .filter_map(|at| Some((*said.get(at)?, said.get(at + 1).copied())))
            .filter(|(row, next)| self.counts_columns(*row, *next, found))
            .map(|(row, _)| row)
            .collect();
        said.retain(|row| !counting.contains(row));
        luar.extend(counting.into_iter().map(|row| (row, "nomor kolom")));
        said
    }

    /// Whether a row only numbers the columns. Where the decree says that columns have no numbers, or the row may as well
    /// be one of the table, that is asked about.
    fn counts_columns(&self, row: usize, next: Option<usize>, found: &mut Found) -> bool {
        let Some(clear) = counted(self.lembar, row, next) else { return false };
        if clear == Some(true) || (clear == Some(false) && !self.batas.tanpa_nomor_kolom) {
            return true;
        }
        if self.batas.sampai.is_some() {
            return false;
        }
        if !self.among(&self.batas.lewati, row) {
            let message = format!("baris {} berisi 1, 2, 3, …: nomor kolom atau baris tabel?", row + 1);
            let last = self.lembar.baris.len();
            let hint = format!("tulis `lewati: [{}]` bila nomor kolom, `sampai: {last}` bila baris tabel", row + 1);
            found.push((row, 0), Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint));
        }
        true
    }

    /// Whether a row says anything in the columns that are taken.
    fn taken(&self, row: usize) -> bool {
        self.begun.contains(&row) || self.filled(row) > 0
    }

    fn filled(&self, row: usize) -> usize {
        self.columns.iter().filter(|column| !self.lembar.isi(row, **column).is_empty()).count()
    }

    /// Whether a row is one of those that the decree names.
    fn among(&self, named: &[Lewati], row: usize) -> bool {
        named.iter().any(|left| match left {
            Lewati::Baris(first, last) => (*first..=*last).contains(&row),
            Lewati::Awal(word) => self.texts(row).any(|(_, text)| folded(&text).starts_with(word.as_str())),
        })
    }

    /// The texts of a row's cells with their columns.
    fn texts(&self, row: usize) -> impl Iterator<Item = (usize, String)> + use<'_> {
        let cells = self.lembar.baris.get(row).into_iter().flatten().enumerate();
        cells.filter(|(_, isi)| !isi.is_empty()).map(|(column, isi)| (column, isi.text().trim().to_owned()))
    }

    /// Whether the row has a number of its own, or a key, or goes on from one that has.
    fn numbered(&self, row: usize) -> bool {
        let keyed = self.key.is_some_and(|column| !self.shown(row, column).is_empty());
        keyed || self.number.is_some_and(|column| is_number(&self.shown(row, column)))
    }

    /// Whether all the heads stand in a row again.
    fn is_head(&self, row: usize) -> bool {
        let same = |column: &usize| {
            let own = folded(&self.shown(row, *column));
            !own.is_empty() && own == folded(&self.shown(self.head, *column))
        };
        !self.columns.is_empty() && self.columns.iter().all(same)
    }

    /// Whether a row is merged over all the columns, as a heading is.
    fn is_title(&self, row: usize) -> bool {
        self.titles.contains(&row)
    }

    /// What each row that is none of the table is.
    fn kinds(&self, said: &[usize], kelompok: &BTreeSet<usize>) -> BTreeMap<usize, Macam> {
        let plain: Vec<usize> =
            said.iter().copied().filter(|row| self.taken(*row) && self.word(*row).is_none()).collect();
        let numbers = plain.iter().filter(|row| self.numbered(**row)).count();
        // Rows with numbers that all stand above those without are the table, be they few.
        let above = plain.iter().take(numbers).all(|row| self.numbered(*row));
        let most = numbers * 2 >= plain.iter().filter(|row| !self.is_title(**row)).count();
        let numbered = numbers > 0 && (most || above || self.counts(&plain));
        let key = self.columns.first().copied().unwrap_or(0);
        let fits = |row: usize| match numbered {
            true => self.numbered(row),
            false => !self.shown(row, key).is_empty() && !self.is_title(row),
        };
        let last = plain.iter().copied().rfind(|row| fits(*row));
        let apart = if numbered { None } else { self.apart(said) };
        let own_kind = self.kind_of_numbers(&plain);
        let (mut kinds, mut before, mut signed) = (BTreeMap::new(), self.head, false);
        for row in said.iter().copied().filter(|row| !kelompok.contains(row)) {
            let place = Letak {
                numbered,
                fits: fits(row),
                gap: row > before + 1 && before > self.head,
                tail: last.is_some_and(|last| row > last) || apart.is_some_and(|apart| row >= apart),
            };
            before = row;
            let kind = match self.word(row) {
                Some(kind) => Some(kind),
                None if self.is_heading(row, own_kind) => Some(Macam::Lain),
                None if self.numbered(row) => None,
                None if signed || self.begins_block(row, place) => Some(Macam::TandaTangan),
                None => self.is_odd(row, place).then_some(Macam::Lain),
            };
            signed = kind == Some(Macam::TandaTangan) || (signed && kind.is_some());
            kinds.extend(kind.map(|kind| (row, kind)));
        }
        kinds
    }

    /// Whether the numbers of the rows that have one go up from 1.
    fn counts(&self, plain: &[usize]) -> bool {
        let Some(column) = self.number else { return false };
        let numbers = plain.iter().map(|row| heads::plain(self.lembar, *row, column)).filter(|text| !text.is_empty());
        let numbers: Vec<Option<usize>> = numbers.map(|text| text.trim_matches(['.', '(', ')']).parse().ok()).collect();
        numbers.len() > 1 && numbers.iter().enumerate().all(|(at, number)| *number == Some(at + 1))
    }

    /// Whether a row says nothing where the rows of the table have their number and their first text.
    fn goes_on(&self, row: usize) -> bool {
        let empty = |column: usize| self.shown(row, column).is_empty();
        self.columns.len() > 1 && self.number.is_none_or(empty) && self.columns.first().is_some_and(|at| empty(*at))
    }

    /// The kind of number that most rows with several cells have: a figure, or letters.
    fn kind_of_numbers(&self, plain: &[usize]) -> Option<bool> {
        let several = plain.iter().filter(|row| self.filled(**row) > 1);
        let kinds: Vec<bool> = several.filter_map(|row| self.kind_of_number(*row)).collect();
        let figures = kinds.iter().filter(|figure| **figure).count();
        (!kinds.is_empty()).then_some(figures * 2 >= kinds.len())
    }

    /// Whether the number of a row is a figure; `None` where it has none.
    fn kind_of_number(&self, row: usize) -> Option<bool> {
        let text = self.shown(row, self.number?);
        is_number(&text).then(|| text.contains(|c: char| c.is_ascii_digit()))
    }

    /// Whether a row of a single cell bears a number of another kind than the table's rows: `I | TIM PENGARAH`.
    fn is_heading(&self, row: usize, own: Option<bool>) -> bool {
        let other = matches!((own, self.kind_of_number(row)), (Some(own), Some(kind)) if own != kind);
        other && self.columns.len() > 1 && self.filled(row) < 2 && !self.is_title(row) && self.batas.sampai.is_none()
    }

    /// Where rows without numbers stand apart below an empty row: the few last ones, of a single column all of them.
    fn apart(&self, said: &[usize]) -> Option<usize> {
        let gaps = said.windows(2).filter(|pair| matches!(pair, [a, b] if a + 1 < *b));
        let below: Vec<usize> = gaps.filter_map(|pair| pair.last().copied()).collect();
        if self.columns.len() == 1 {
            return below.first().copied();
        }
        let few = |at: usize, row: usize| {
            let count = said.iter().filter(|other| **other >= row).count();
            count <= FEW || (count <= 2 * FEW && count * 2 < said.len() && below.len() > at + 1)
        };
        below.iter().enumerate().find(|(at, row)| few(*at, **row)).map(|(_, row)| *row)
    }

    /// Whether the shape of a row is not that of the others. What `sampai` takes in is not asked about.
    fn is_odd(&self, row: usize, place: Letak) -> bool {
        let Letak { numbered, fits, gap, tail } = place;
        let says = self.taken(row) || self.number.is_some_and(|at| !self.shown(row, at).is_empty());
        let title = self.is_title(row);
        if self.batas.sampai.is_some() || !says || (title && !tail) {
            return false;
        }
        let alone = self.columns.len() > 1 && self.filled(row) < 2 && !title;
        // Where the others have numbers, words in their place are no number.
        let worded = self.number.is_some_and(|at| self.shown(row, at).contains(char::is_alphabetic)) && !title;
        match numbered {
            true => tail || gap || alone || worded || self.goes_on(row),
            false => tail || (gap && (alone || !fits)) || (alone && fits && self.stands_out(row)),
        }
    }

    /// Whether a row has a single cell where nearly all others have several, or is in capitals besides.
    fn stands_out(&self, row: usize) -> bool {
        let rows = || (self.head + 1..self.lembar.baris.len()).filter(|row| self.taken(*row));
        let single = rows().filter(|row| self.filled(*row) < 2).count();
        let key = self.columns.first().copied().unwrap_or(0);
        let large = in_capitals(&self.shown(row, key));
        single * 4 <= rows().count() && (self.columns.len() > 2 || large)
    }

    /// Whether a row begins a signature block: no other row stands so, and its words say it.
    fn begins_block(&self, row: usize, place: Letak) -> bool {
        ((place.gap || place.numbered || self.filled(row) == 1) && self.opens_block(row)) || self.names_signers(row)
    }

    /// Whether every cell of a row is a post with the comma that a signature follows: `Ketua, | | Sekretaris,`.
    fn names_signers(&self, row: usize) -> bool {
        let post = |text: &str| {
            let first = folded(text).split(' ').next().unwrap_or_default().to_owned();
            text.ends_with(',') && self.lists.has(WordList::SebutanJabatan, &first)
        };
        let texts: Vec<String> = self.texts(row).map(|(_, text)| text).collect();
        !texts.is_empty() && texts.iter().all(|text| post(text))
    }

    /// What the words of a row say that it is, where it has no number.
    fn word(&self, row: usize) -> Option<Macam> {
        if self.is_head(row) {
            return Some(Macam::Kepala);
        }
        let (_, first) = self.texts(row).find(|(column, _)| Some(*column) != self.key)?;
        let plain = folded(&first);
        let own = self.batas.jumlah.as_deref().map(folded);
        let texts = || self.texts(row).map(|(_, text)| folded(&text));
        // A row that bears a number holds no sum: "2 | Jumlah Sari".
        if let Some(own) = own.as_deref().filter(|own| *own != "tidak" && !own.is_empty())
            && self.kind_of_number(row).is_none()
            && texts().any(|text| text.starts_with(own))
        {
            return Some(Macam::Jumlah);
        }
        if self.numbered(row) {
            return None;
        }
        let star = first.starts_with('*') && self.texts(row).count() == 1;
        if star || self.lists.entries(WordList::AwalCatatan).iter().any(|word| is_note(&first, &plain, word)) {
            return Some(Macam::Catatan);
        }
        (own.as_deref() != Some("tidak") && self.is_sum(&plain)).then_some(Macam::Jumlah)
    }

    /// Whether a text begins a row with sums; where rows have no numbers, nothing else may be said.
    fn is_sum(&self, plain: &str) -> bool {
        after_sum(plain, self.lists).any(|rest| match self.number {
            Some(_) => rest.is_empty() || rest.starts_with(' '),
            None => rest.is_empty() || self.lists.has(WordList::JumlahSemua, rest.trim()),
        })
    }

    /// Whether a row's words open a signature block: a place and a day, or words that only stand there.
    fn opens_block(&self, row: usize) -> bool {
        self.texts(row).any(|(_, text)| opens_signature(&text, self.lists))
    }
}

/// The column without a head that numbers the rows from 1 on.
fn counting(lembar: &Lembar, head: usize, columns: &[usize]) -> Option<usize> {
    (0..*columns.first()?).filter(|column| !columns.contains(column)).find(|column| {
        let below = (head + 1..lembar.baris.len()).map(|row| heads::plain(lembar, row, *column));
        let filled: Vec<String> = below.filter(|text| !text.is_empty()).collect();
        let numbers = filled.iter().filter(|text| is_number(text)).count();
        let first =
            filled.first().is_some_and(|text| matches!(text.trim_matches(['.', ')', '(']), "1" | "I" | "a" | "A"));
        shown(lembar, head, *column).is_empty() && first && numbers > 1 && numbers * 2 > filled.len()
    })
}

/// Whether a row only numbers the columns: 1, 2, 3 …; within, whether it does so in brackets, and `None` where the next
/// row is like it. A row that the next one goes on from, or that nothing follows, is a row of the table.
fn counted(lembar: &Lembar, row: usize, next: Option<usize>) -> Option<Option<bool>> {
    let texts = |row: usize| {
        let cells = lembar.baris.get(row).into_iter().flatten().filter(|isi| !isi.is_empty());
        cells.map(|isi| isi.text().trim().to_owned()).collect::<Vec<String>>()
    };
    // What a column is computed from stands behind its number: `5=3x4`.
    let number = |text: &String| {
        let own = text.split('=').next().unwrap_or_default();
        own.trim().trim_matches(['(', ')']).parse::<usize>().ok()
    };
    let own = texts(row);
    let lettered = |(at, text): (usize, &String)| text.as_bytes() == [b'a' + at as u8];
    if own.len() > 2 && own.iter().take(26).enumerate().all(lettered) {
        return next.map(|_| Some(false));
    }
    let numbers = own.iter().map(number).collect::<Option<Vec<usize>>>()?;
    let counted = numbers.len() > 2 && numbers.iter().enumerate().all(|(at, number)| *number == at + 1);
    let bracketed = own.iter().all(|text| text.starts_with('('));
    let follows = next.is_some_and(|next| {
        let below = texts(next);
        below.first().and_then(number) == Some(1)
            || below.iter().any(|text| number(text).is_none()) && below.first().and_then(number) != Some(2)
    });
    let alike = next.is_some_and(|next| texts(next).iter().all(|text| number(text).is_some()));
    (counted && (bracketed || follows)).then_some(if bracketed || !alike { Some(bracketed) } else { None })
}

/// Whether a text is the number of a row: `1`, `1.`, `(1)`, `I`, `a)`, `1.2`.
pub fn is_number(text: &str) -> bool {
    let text = text.trim().trim_matches(['.', ')', '(']);
    let digits =
        text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_alphanumeric() || c == '.');
    let roman = !text.is_empty() && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'i' | 'v' | 'x'));
    let letter = text.chars().count() == 1 && text.chars().all(char::is_alphabetic);
    text.len() <= 8 && (digits || roman || letter)
}

/// What follows each word of sums that a folded text begins with: "jumlah bergas".
pub fn after_sum<'a>(plain: &'a str, lists: &'a WordLists) -> impl Iterator<Item = &'a str> {
    lists.entries(WordList::BarisJumlah).iter().filter_map(|word| plain.strip_prefix(word.as_str()))
}

/// Whether a text is a note that begins with a word: `Catatan: …`, `Keterangan`, `dst.`.
fn is_note(text: &str, plain: &str, word: &str) -> bool {
    let Some(rest) = plain.strip_prefix(word) else { return false };
    let colon = text.split_once(':').is_some_and(|(before, _)| folded(before) == word);
    rest.is_empty() || colon
}

fn opens_signature(text: &str, lists: &WordLists) -> bool {
    let plain = folded(text);
    let opens = |word: &String| plain.strip_prefix(word.as_str()).is_some_and(|rest| !starts_with_letter(rest));
    place_and_day(text) || lists.entries(WordList::AwalTandaTangan).iter().any(opens)
}

/// Whether a row opens a signature block, or holds sums: what stands below a table.
pub fn opens_block(lembar: &Lembar, row: usize, lists: &WordLists) -> bool {
    let cells = lembar.baris.get(row).into_iter().flatten().map(|isi| isi.text().trim().to_owned());
    let mut texts = cells.filter(|text| !text.is_empty()).peekable();
    let sum = texts.peek().is_some_and(|first| {
        let plain = folded(first);
        lists.entries(WordList::BarisJumlah).contains(&plain)
    });
    sum || texts.any(|text| opens_signature(&text, lists))
}

/// Whether a text names a place and a day: `Ungaran, 2 Maret 2026`, `Ungaran,   Maret 2026`.
fn place_and_day(text: &str) -> bool {
    let Some((place, day)) = text.split_once(',') else { return false };
    let words: Vec<&str> = day.split_whitespace().collect();
    let [.., month, year] = words[..] else { return false };
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    let named = BULAN.iter().any(|name| name.eq_ignore_ascii_case(month)) || month.chars().all(|c| "._…".contains(c));
    let short = words.len() <= 3 && place.split_whitespace().count() <= 3;
    short && is_year && named && place.starts_with(char::is_alphabetic) && !weekday(place)
}

fn weekday(text: &str) -> bool {
    let plain = folded(text);
    plain == "ahad" || HARI.iter().any(|name| name.eq_ignore_ascii_case(&plain))
}

fn starts_with_letter(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
}
