//! What the cells of a column are together: numbers of persons and telephones, numbers and texts side by side, commas of
//! thousands. What may be wrong is told once for each column, with the cells.

use naskah_core::decree::Bilangan;
use naskah_core::diag::{Code, Diagnostic};
use naskah_core::language::days::BULAN;
use naskah_core::language::nomor_orang::NomorOrang;
use naskah_core::language::{WordList, WordLists};
use naskah_core::yaml::gelar::gelar;

use super::cells::{Bentuk, Cells};
use super::heads::{Head, folded, shown};
use super::rows::Lajur;
use super::{Found, Isi, Lembar, Place};

/// Looks at every column that is taken.
pub fn check(cells: &Cells<'_>, head: &Head, lajur: &[Lajur], lists: &WordLists, found: &mut Found) {
    for (lajur, column) in lajur.iter().filter_map(|lajur| Some((lajur, lajur.kolom?))) {
        if lajur.bentuk == Bentuk::Nomor {
            continue;
        }
        let lembar = cells.lembar;
        if lembar.kolom_tersembunyi.contains(&column) {
            let message = format!("kolom {} tersembunyi pada lembar, tetapi diambil", super::column_name(column));
            let hint = "hapus kolom itu dari `kolom` bila tidak dicetak";
            found.push((head.row, column), Diagnostic::peringatan(Code::TERSEMBUNYI, None, message).hint(hint));
        }
        let rows = cells.rows.iter().filter(|row| !cells.jumlah.contains(row) && !cells.kelompok.contains(row));
        let places: Vec<Place> = rows.map(|row| (*row, column)).collect();
        let title = folded(&shown(lembar, head.row, column));
        // Rows that show nothing at all are told too.
        let hidden = lembar.tersamar.range((head.row + 1, 0)..).filter(|place| place.1 == column);
        hidden.for_each(|place| warn(*place, HIDDEN, found));
        let column = Column { cells: places.iter().map(|place| (*place, lembar.isi(place.0, place.1))).collect() };
        let marked = places.iter().filter_map(|place| Some((*place, lembar.rupa.get(place)?.finding())));
        marked.for_each(|(place, finding)| found.push(place, finding));
        match lajur.bentuk {
            Bentuk::Bilangan => column.numbers(found),
            Bentuk::Teks => column.texts(&title, lists, found),
            Bentuk::Nomor | Bentuk::Tanggal => {}
        }
    }
    if cells.lembar.bersepar {
        let rows = cells.rows.iter().copied().filter(|row| !cells.kelompok.contains(row));
        ragged(cells.lembar, rows, head.row, found);
        swallowed(cells.lembar, head.row, found);
    }
}

/// What is told, and the way out.
type Told = (&'static str, &'static str);

const HIDDEN: Told =
    ("isi sel ini disembunyikan oleh formatnya dan tidak diambil", "ubah format selnya bila isinya dicetak");
const LONG: Told =
    ("desimal yang panjang diambil seperti tampilannya", "beri selnya format angka, misalnya dua desimal");
const ZEROS: Told = (
    "nol di depan angka ini tidak dicetak pada kolom `isi: bilangan`",
    "hapus `isi: bilangan` bila angkanya kode, bukan banyaknya",
);
const PHONE: Told = (
    "nomor telepon tersimpan sebagai bilangan; nol di depannya mungkin hilang",
    "ubah selnya menjadi teks, lalu ketik ulang nomornya",
);
const MIXED: Told = (
    "angka ini tersimpan sebagai bilangan, sedangkan sel lain pada kolomnya sebagai teks",
    "periksa nol di depannya; seragamkan selnya menjadi teks",
);

const LOST_DAY: Told = (
    "angka ini mungkin tanggal yang kehilangan formatnya; sel lain pada kolomnya tanggal",
    "beri selnya format tanggal, atau ketik tanggalnya",
);
const MADE_A_DAY: Told = (
    "sel ini tanggal, sedangkan sel lain pada kolomnya angka bergaris; mungkin lembar kerja mengubahnya",
    "ubah format selnya menjadi teks, lalu ketik ulang, misalnya 5/3",
);

fn warn(place: Place, (message, hint): Told, found: &mut Found) {
    found.push(place, Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
}

/// Whether a text is several names below one another, which joined name nobody.
pub fn several_names(text: &str) -> bool {
    let name = |line: &&str| {
        let plain = line.chars().all(|c| c.is_alphabetic() || " .,'’-".contains(c));
        plain && line.starts_with(char::is_uppercase) && !gelar(line.split([',', ' ']).next().unwrap_or_default())
    };
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let open = lines.first().is_some_and(|line| line.ends_with(','));
    lines.iter().filter(|line| name(line)).count() > 1 && !open
}

/// That a cell holds several names.
pub fn name_nobody() -> Diagnostic {
    let message = "sel ini memuat beberapa nama, yang akan terbaca sebagai satu nama";
    let hint = "beri setiap orang barisnya sendiri; bila satu nama, tulis tanpa ganti baris";
    Diagnostic::galat(Code::SEL, None, message).hint(hint)
}

struct Column<'a> {
    cells: Vec<(Place, &'a Isi)>,
}

impl Column<'_> {
    fn long_decimals(&self, found: &mut Found) {
        for (place, isi) in &self.cells {
            if let Isi::Bilangan(number) = isi
                && number.fract() != 0.0
                && isi.text().split_once(',').is_some_and(|(_, decimals)| decimals.len() > 4)
            {
                warn(*place, LONG, found);
            }
        }
    }

    /// A column of numbers.
    fn numbers(&self, found: &mut Found) {
        self.long_decimals(found);
        let texts = || {
            self.cells.iter().filter_map(|(place, isi)| match isi {
                Isi::Teks(text) => Some((*place, text.trim())),
                _ => None,
            })
        };
        let decimal = texts().any(|(_, text)| shows_decimal_comma(text));
        for (place, _) in texts().filter(|(_, text)| !decimal && is_unclear(text)) {
            let message = "koma pada angka ini koma ribuan atau koma desimal?";
            let hint = "tulis 1500 atau 1.500 untuk seribu lima ratus, 1,5 untuk satu setengah";
            found.push(place, Diagnostic::galat(Code::SEL, None, message).hint(hint));
        }
        // One cell is told with its text where the table is read.
        let wrong: Vec<Place> =
            texts().filter(|(_, text)| text.parse::<Bilangan>().is_err()).map(|(place, _)| place).collect();
        for place in wrong.iter().filter(|_| wrong.len() > 1) {
            let message = "isi sel ini bukan bilangan";
            let hint = "tulis seperti 1234, 1.234, atau 12,5; hapus `isi: bilangan` bila kolomnya berisi teks";
            found.push(*place, Diagnostic::galat(Code::BILANGAN, None, message).hint(hint));
        }
        for (place, isi) in &self.cells {
            let text = isi.text();
            let zero = text.starts_with('0') && text.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
            if zero && isi.number().is_some() {
                warn(*place, ZEROS, found);
            }
        }
    }

    /// Days that lost their format, and numbers with a stroke (`5/3`) that a spreadsheet made days of.
    fn days(&self, found: &mut Found) {
        let texts = || {
            self.cells.iter().filter_map(|(place, isi)| match isi {
                Isi::Teks(text) => Some((*place, text.trim())),
                _ => None,
            })
        };
        if texts().any(|(_, text)| is_day(text, true)) {
            let serial =
                |isi: &Isi| matches!(isi, Isi::Bilangan(number) if number.fract() == 0.0 && SERIALS.contains(number));
            self.cells.iter().filter(|(_, isi)| serial(isi)).for_each(|(place, _)| warn(*place, LOST_DAY, found));
        }
        if texts().any(|(_, text)| is_fraction(text)) {
            texts().filter(|(_, text)| is_day(text, false)).for_each(|(place, _)| warn(place, MADE_A_DAY, found));
        }
    }

    /// Letters among the digits of a number that is written as a text: `33220l…`.
    fn letters(&self, title: &str, found: &mut Found) {
        let named = title.split(' ').any(|word| DIGITS.contains(&word));
        let plain = self.cells.iter().filter(|(_, isi)| digits(&isi.text()).is_some_and(|digits| digits.len() >= 8));
        if !named && plain.count() * 2 < self.cells.len() {
            return;
        }
        for (place, isi) in &self.cells {
            let text = isi.text();
            let mixed = text.split_whitespace().find_map(letter_among_digits);
            if let Some(letter) = mixed {
                let message = format!("angka ini memuat huruf `{letter}`");
                let hint = "periksa angkanya pada dokumen asalnya";
                found.push(*place, Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
            }
        }
    }

    /// Asks about cells of persons that hold several names below one another: joined, they name nobody.
    fn names(&self, title: &str, found: &mut Found) {
        if !title.starts_with("nama") {
            return;
        }
        for (place, isi) in &self.cells {
            if matches!(isi, Isi::Teks(text) if several_names(text)) {
                found.push(*place, name_nobody());
            }
        }
    }

    /// A column of texts.
    fn texts(&self, title: &str, lists: &WordLists, found: &mut Found) {
        self.long_decimals(found);
        self.days(found);
        self.letters(title, found);
        self.names(title, found);
        let says = |word: &str| title.split(' ').any(|own| own == word);
        if let Some(nomor) = NomorOrang::of(title, lists) {
            for (place, isi) in &self.cells {
                let count = digits(&isi.text()).map(|digits| digits.len()).filter(|count| *count > 5);
                if let Some(message) = count.and_then(|count| nomor.objection(count)) {
                    let hint = "periksa angkanya pada dokumen asalnya";
                    found.push(*place, Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
                }
            }
            return;
        }
        let numbers = || self.cells.iter().filter(|(_, isi)| isi.number().is_some_and(|number| number != 0.0));
        if lists.entries(WordList::KepalaTelepon).iter().any(|word| says(word)) {
            let short = |text: &str| !text.starts_with(['0', '+']) && !text.starts_with("62");
            numbers().filter(|(_, isi)| short(&isi.text())).for_each(|(place, _)| warn(*place, PHONE, found));
            return;
        }
        let long = |digits: String| digits.len() > 4 || digits.starts_with('0');
        let code = |text: &str| !text.contains('.') && digits(text).is_some_and(long);
        if self.cells.iter().any(|(_, isi)| matches!(isi, Isi::Teks(text) if code(text))) {
            let plain = numbers().filter(|(_, isi)| matches!(isi, Isi::Bilangan(number) if number.fract() == 0.0));
            plain.for_each(|(place, _)| warn(*place, MIXED, found));
        }
    }
}

/// The numbers of the days from 2000 to 2050 in a spreadsheet.
const SERIALS: std::ops::RangeInclusive<f64> = 36526.0..=55152.0;

/// Whether a text is a day, `5 Maret 2026`; or, without a year, `5 Maret`, or without a day, `Maret 2001`.
fn is_day(text: &str, with_year: bool) -> bool {
    let number = |word: &str, length: std::ops::RangeInclusive<usize>| {
        length.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    };
    match text.split_whitespace().collect::<Vec<_>>()[..] {
        [.., day, month, year] if with_year => number(day, 1..=2) && BULAN.contains(&month) && number(year, 4..=4),
        [day, month] if !with_year => number(day, 1..=2) && BULAN.contains(&month),
        [month, year] if !with_year => BULAN.contains(&month) && number(year, 4..=4),
        _ => false,
    }
}

/// Whether a text is two short numbers with a stroke between: `1/13`, `001/002`.
fn is_fraction(text: &str) -> bool {
    let number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    text.split_once('/').is_some_and(|(left, right)| number(left) && number(right))
}

/// Words in the head of a column of numbers that persons have.
const DIGITS: [&str; 6] = ["nik", "nip", "nkk", "npwp", "rekening", "nrp"];

/// A letter within a word of many digits: one that stands between digits, or at the end behind them.
fn letter_among_digits(word: &str) -> Option<char> {
    if !word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-')) {
        return None;
    }
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters: Vec<char> =
        word.chars().filter(|c| c.is_alphabetic() || (c.is_numeric() && !c.is_ascii_digit())).collect();
    let few = digits >= 8 && letters.len() <= 2;
    letters.first().copied().filter(|_| few)
}

/// The digits of a text that holds nothing else but signs between them.
fn digits(text: &str) -> Option<String> {
    let plain = text.trim().trim_start_matches(['\'', '’', '‘']);
    let whole = plain.chars().all(|c| c.is_ascii_digit() || " .-".contains(c));
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    (whole && !digits.is_empty()).then_some(digits)
}

/// Whether a comma may be one of thousands or of decimals: `1,500`.
fn is_unclear(text: &str) -> bool {
    let Some((whole, decimals)) = text.trim_start_matches('-').split_once(',') else { return false };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    (1..=3).contains(&whole.len())
        && !whole.starts_with('0')
        && digits(whole)
        && decimals.len() == 3
        && digits(decimals)
}

/// Whether a text shows that the column's commas stand before decimals: `12,5`, `1.500,00`.
fn shows_decimal_comma(text: &str) -> bool {
    let Some((whole, decimals)) = text.split_once(',') else { return false };
    let digits = !decimals.is_empty() && decimals.bytes().all(|b| b.is_ascii_digit());
    digits && (decimals.len() != 3 || whole.contains('.') || whole.trim_start_matches('-').starts_with('0'))
}

/// Cells of a text with separators whose lines look like rows: a quote that was not closed in its own row swallows those
/// below it. Where the row has another count of cells than the head, that is what happened.
pub fn swallowed(lembar: &Lembar, head: usize, found: &mut Found) {
    let length = |row: usize| lembar.baris.get(row).map_or(0, Vec::len);
    let wanted = length(head);
    for ((row, column), lines) in lembar.berlipat.range((head + 1, 0)..) {
        let behind = length(*row).saturating_sub(column + 1);
        let last = lines.len().saturating_sub(1);
        // The first line ends where the quote was forgotten; below it stand rows, whole or up to the quote that closes.
        let whole =
            |(at, count): (usize, &usize)| *count == wanted || (at == last && *count > 1 && count + behind == wanted);
        let uneven = length(*row) != wanted;
        if !uneven && !lines.iter().enumerate().skip(1).any(whole) {
            continue;
        }
        let message =
            "sel ini memuat ganti baris dan pemisah seperti baris tabel; mungkin ada baris yang tertelan tanda petik";
        let finding = match uneven {
            true => Diagnostic::galat(Code::SEL, None, message).hint(
                "tutup tanda petiknya pada baris yang sama; bila memang satu sel, lengkapi sel lain pada baris itu",
            ),
            false => Diagnostic::peringatan(Code::SEL, None, message)
                .hint("tutup tanda petiknya pada baris yang sama; biarkan bila memang satu sel"),
        };
        found.push((*row, *column), finding);
    }
}

/// Rows of a text with separators that have more cells than the head, or fewer. A cell below a head that is empty is one
/// too many as well, unless a row above the head has it.
pub fn ragged(lembar: &Lembar, rows: impl IntoIterator<Item = usize>, head: usize, found: &mut Found) {
    let length = |row: usize| lembar.baris.get(row).map_or(0, Vec::len);
    let filled = |row: usize| {
        let cells = lembar.baris.get(row).into_iter().flatten();
        cells.enumerate().filter(|(_, isi)| !isi.is_empty()).map(|(at, _)| at + 1).last().unwrap_or(0)
    };
    let wanted = length(head);
    let named = (0..=head).map(filled).max().unwrap_or(wanted);
    for row in rows {
        if filled(row) > named {
            let message = format!("baris ini berisi lebih banyak sel daripada kepalanya ({named})");
            let hint = "apit teks yang memuat pemisah dengan tanda petik ganda";
            found.push((row, named), Diagnostic::galat(Code::SEL, None, message).hint(hint));
        } else if length(row) < wanted {
            let message = format!("baris ini berisi lebih sedikit sel daripada kepalanya ({wanted})");
            let hint = "periksa apakah isinya bergeser; sel kosong pun diberi pemisah";
            let place = (row, length(row).saturating_sub(1));
            found.push(place, Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
        }
    }
}
