//! The head of a sheet: where it stands, and which column is meant by which words.

use naskah_core::diag::{Code, Diagnostic, Span, did_you_mean};

use super::{Found, Gabungan, Isi, Lembar};

/// So many rows at the top are looked at to find the head.
pub const LOOKED_AT: usize = 50;

/// Most rows of a head.
pub const MOST_ROWS: usize = 3;

/// A head without case, line ends, signs and doubled blanks.
pub fn folded(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The text of a cell; of a merged cell that of its first.
pub fn shown(lembar: &Lembar, row: usize, column: usize) -> String {
    let merged = lembar.gabungan.iter().find(|merged| merged.contains(row, column));
    let (row, column) = merged.map_or((row, column), |merged| (merged.atas, merged.kiri));
    plain(lembar, row, column)
}

/// The text of a cell by itself.
pub fn plain(lembar: &Lembar, row: usize, column: usize) -> String {
    match lembar.isi(row, column) {
        Isi::Galat(_) => String::new(),
        other => other.text().trim().to_owned(),
    }
}

/// The head of each column in the rows `first..=last`, outer heads before inner ones (`Jumlah / L`).
pub fn paths(lembar: &Lembar, first: usize, last: usize) -> Vec<String> {
    let path = |column: usize| {
        let mut parts: Vec<String> = Vec::new();
        for text in (first..=last).map(|row| shown(lembar, row, column)).filter(|text| !text.is_empty()) {
            if parts.last() != Some(&text) {
                parts.push(text);
            }
        }
        parts.join(" / ")
    };
    (0..lembar.lebar()).map(path).collect()
}

/// The columns that a row says anything in.
pub fn used(lembar: &Lembar, row: usize) -> usize {
    (0..lembar.lebar()).filter(|column| !shown(lembar, row, *column).is_empty()).count()
}

/// The first row of a head whose last row is told.
pub fn top(lembar: &Lembar, last: usize) -> usize {
    let mut first = last;
    let whole = |row: usize| used(lembar, row) > 1;
    while first > 0 && last - first + 1 < MOST_ROWS {
        let above = first - 1;
        let over = |merged: &&Gabungan| (merged.atas..=merged.bawah).contains(&above);
        let joined = lembar.gabungan.iter().filter(over).any(|merged| {
            let width = merged.kanan - merged.kiri + 1;
            merged.bawah >= first || (width > 1 && width < used(lembar, last))
        });
        if !(joined && whole(above)) {
            break;
        }
        first = above;
    }
    first
}

/// A column that is looked for.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Its head, folded.
    pub kepala: String,
    /// Its head as it is written, or the letters of the column.
    pub tertulis: String,
    /// Whether the sheet may lack it.
    pub boleh: bool,
    /// The column that its letters name, where no head is called so.
    pub huruf: Option<usize>,
    /// Where the decree names it.
    pub span: Span,
    /// The head that is printed over it, folded; empty where the sheet's own is.
    pub judul: String,
}

/// Where the head stands, and the column of each that was looked for.
#[derive(Debug)]
pub struct Head {
    /// The head's last row.
    pub row: usize,
    /// The columns in the order of the wanted ones.
    pub columns: Vec<Option<usize>>,
}

/// Finds the head: in the row that the decree names, otherwise in the one row that has all the wanted heads.
pub fn locate(lembar: &Lembar, wanted: &[Wanted], told: Option<usize>, found: &mut Found) -> Option<Head> {
    let rows: Vec<usize> = match told {
        Some(row) => vec![row],
        None => (0..lembar.baris.len().min(LOOKED_AT)).filter(|row| !lembar.is_blank(*row)).collect(),
    };
    let width = lembar.lebar();
    let letters = |want: &Wanted| want.huruf.filter(|column| *column < width);
    let mut best: Option<(usize, usize)> = None;
    let mut full = Vec::new();
    for row in rows {
        let heads: Vec<[String; 3]> = (0..width).map(|column| names(lembar, row, column)).collect();
        let there = |want: &Wanted| heads.iter().any(|names| names.contains(&want.kepala));
        let named = wanted.iter().filter(|want| there(want)).count();
        let all = wanted.iter().all(|want| want.boleh || there(want) || letters(want).is_some());
        // A head that goes on below is not at its end yet.
        let goes_on = (0..width).any(|column| {
            let merged = lembar.gabungan.iter().find(|merged| merged.contains(row, column));
            let own = heads.get(column).is_some_and(|names| wanted.iter().any(|want| names.contains(&want.kepala)));
            own && merged.is_some_and(|merged| merged.bawah > row)
        });
        if all && (told.is_some() || (named > 0 && !goes_on)) {
            full.push((row, heads));
        } else if named > best.map_or(0, |(_, count)| count) {
            best = Some((row, named));
        }
    }
    match &full[..] {
        [(row, heads)] => Some(Head { row: *row, columns: columns(*row, heads, wanted, found) }),
        [] => {
            missing(lembar, wanted, told.or(best.map(|(row, _)| row)), found);
            None
        }
        [(first, _), .., (last, _)] => {
            let message = format!("kepala kolom ada pada baris {} dan pada baris {}", first + 1, last + 1);
            let hint = format!("sebut barisnya, misalnya `kepala: {}`", first + 1);
            found.push((*last, 0), Diagnostic::galat(Code::KEPALA, None, message).hint(hint));
            None
        }
    }
}

/// What a head may be called: its own text, and with the heads over it.
fn names(lembar: &Lembar, row: usize, column: usize) -> [String; 3] {
    let own = shown(lembar, row, column);
    if own.is_empty() {
        return [String::new(), String::new(), String::new()];
    }
    let mut outer = own.clone();
    let mut all = Vec::new();
    for above in 1..=2 {
        let over = row.checked_sub(above).map(|row| shown(lembar, row, column)).filter(|over| !over.is_empty());
        if let Some(over) = over.filter(|over| !outer.starts_with(over.as_str())) {
            outer = format!("{over} {outer}");
        }
        all.push(folded(&outer));
    }
    [folded(&own), all.remove(0), all.remove(0)]
}

fn columns(row: usize, heads: &[[String; 3]], wanted: &[Wanted], found: &mut Found) -> Vec<Option<usize>> {
    let find = |want: &Wanted, found: &mut Found| {
        let there = |at: &usize| heads.get(*at).is_some_and(|names| names.contains(&want.kepala));
        let mut places = (0..heads.len()).filter(there);
        match (places.next(), places.next()) {
            (Some(first), Some(second)) => {
                let (a, b) = (super::column_name(first), super::column_name(second));
                let message = format!("kepala `{}` ada pada kolom {a} dan {b}", want.tertulis);
                let finding = Diagnostic::galat(Code::KEPALA, None, message).label(want.span, "kolom yang diminta");
                found.push((row, second), finding.hint(format!("sebut hurufnya: `dari: {a}`")));
                None
            }
            (Some(head), None) => {
                // A letter may name one column and stand over another.
                let letters = want.huruf.filter(|column| *column != head && *column < heads.len());
                let Some(column) = letters else { return Some(head) };
                let (a, b) = (super::column_name(head), super::column_name(column));
                let message = format!("`{}` adalah huruf kolom {b} dan juga kepala kolom {a}", want.tertulis);
                let hint = ways_out(heads, (head, column), &want.tertulis);
                let finding = Diagnostic::galat(Code::KEPALA, None, message).label(want.span, "kolom yang diminta");
                found.push((row, head), finding.hint(hint));
                None
            }
            (None, _) => want.huruf,
        }
    };
    let columns: Vec<Option<usize>> = wanted.iter().map(|want| find(want, found)).collect();
    tell_swapped(row, heads, wanted, &columns, found);
    columns
}

/// How a column is named whose letters stand over another one: only by words that mean a single column.
fn ways_out(heads: &[[String; 3]], (head, column): (usize, usize), written: &str) -> String {
    let (a, b) = (super::column_name(head), super::column_name(column));
    let over = |word: &str| heads.iter().position(|names| names.contains(&folded(word)));
    let name = heads.get(column).map(|names| names[0].to_uppercase()).unwrap_or_default();
    let by_letter = over(&a).is_none_or(|at| at == head);
    let by_head = !name.is_empty() && super::column_of(&name).is_none_or(|at| at >= heads.len() || at == column);
    let mut ways = Vec::new();
    ways.extend(by_letter.then(|| format!("`dari: {a}` untuk kolom berkepala `{written}`")));
    ways.extend(by_head.then(|| format!("`dari: {name}` untuk kolom {b}")));
    match ways.is_empty() {
        true => {
            "huruf dan kepala kolom di lembar ini tertukar; ubah kepalanya di lembar, misalnya `Kolom A`".to_owned()
        }
        false => format!("tulis {}", ways.join(", atau ")),
    }
}

/// Tells columns that are taken from below the head that another column of the table is called.
fn tell_swapped(row: usize, heads: &[[String; 3]], wanted: &[Wanted], columns: &[Option<usize>], found: &mut Found) {
    for (want, column) in wanted.iter().zip(columns).filter_map(|(want, column)| Some((want, (*column)?))) {
        let Some([own, ..]) = heads.get(column).filter(|names| !names.contains(&want.judul)) else { continue };
        let other = wanted.iter().any(|other| other.judul == *own);
        let elsewhere = heads.iter().any(|names| names.contains(&want.judul));
        if want.judul.is_empty() || own.is_empty() || !other || !elsewhere {
            continue;
        }
        let (title, there) = (want.judul.to_uppercase(), own.to_uppercase());
        let message =
            format!("kolom `{title}` diambil dari bawah kepala `{there}`, padahal `{there}` juga kolom tabel ini");
        let hint = "periksa apakah kedua kolom itu tertukar";
        let finding = Diagnostic::peringatan(Code::KEPALA, None, message).label(want.span, "kolom yang diminta");
        found.push((row, column), finding.hint(hint));
    }
}

/// Tells which heads are missing in the row that has most of them, and what stands there.
fn missing(lembar: &Lembar, wanted: &[Wanted], row: Option<usize>, found: &mut Found) {
    let width = lembar.lebar();
    let letters = |want: &Wanted| want.huruf.is_some_and(|column| column < width);
    let row = row.or_else(|| nearest(lembar, wanted)).filter(|row| *row < lembar.baris.len());
    let Some(row) = row else {
        let lacking = wanted.iter().filter(|want| !want.boleh && !letters(want));
        let names: Vec<String> = lacking.map(|want| want.tertulis.clone()).collect();
        let (message, hint) = match names.is_empty() {
            true => (
                "baris kepala kolom tidak dapat dicari, sebab setiap kolom disebut dengan hurufnya".to_owned(),
                "sebut barisnya, misalnya `kepala: 1`",
            ),
            false => (
                format!("kepala kolom tidak ditemukan: {}", names.join(", ")),
                "sebut barisnya dengan `kepala`, dan kolom yang berkepala lain dengan `dari`",
            ),
        };
        found.push((0, 0), Diagnostic::galat(Code::KEPALA, None, message).hint(hint));
        return;
    };
    let there: Vec<String> =
        (0..lembar.lebar()).map(|column| shown(lembar, row, column)).filter(|text| !text.is_empty()).collect();
    let known = |want: &Wanted| letters(want) || (0..width).any(|at| names(lembar, row, at).contains(&want.kepala));
    for want in wanted.iter().filter(|want| !want.boleh && !known(want)) {
        let message = format!("kepala kolom `{}` tidak ada pada baris {}", want.tertulis, row + 1);
        let near = did_you_mean(&want.tertulis, there.iter().map(String::as_str)).or_else(|| {
            holding(&want.kepala, &there).map(|head| format!("maksud Anda `{head}`? tulis `dari: {head}`"))
        });
        let hint = near.unwrap_or_else(|| format!("yang ada: {}", there.join(", ")));
        let finding = Diagnostic::galat(Code::KEPALA, None, message).hint(hint);
        found.push((row, 0), finding.label(want.span, "kolom yang diminta"));
    }
}

/// The question whether another head is meant.
fn near(want: &Wanted, there: &[String]) -> Option<String> {
    // Letters are near to everything that is short.
    if want.huruf.is_some() {
        return None;
    }
    did_you_mean(&want.tertulis, there.iter().map(String::as_str))
        .or_else(|| holding(&want.kepala, there).map(|head| format!("maksud Anda `{head}`? tulis `dari: {head}`")))
}

/// The first row with a head that may be meant by one that is looked for.
fn nearest(lembar: &Lembar, wanted: &[Wanted]) -> Option<usize> {
    (0..lembar.baris.len().min(LOOKED_AT)).find(|row| {
        let there: Vec<String> = (0..lembar.lebar()).map(|column| shown(lembar, *row, column)).collect();
        let there: Vec<String> = there.into_iter().filter(|text| !text.is_empty()).collect();
        there.len() > 1 && wanted.iter().any(|want| near(want, &there).is_some())
    })
}

/// The head that holds all the words that are looked for, or of which they hold all.
fn holding<'t>(wanted: &str, there: &'t [String]) -> Option<&'t String> {
    let words = |text: &str| folded(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let own = words(wanted);
    let within = |some: &[String], all: &[String]| some.iter().all(|word| all.contains(word));
    there.iter().find(|head| {
        let head = words(head);
        !own.is_empty() && (within(&own, &head) || within(&head, &own))
    })
}
