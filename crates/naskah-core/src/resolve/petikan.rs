//! Extracts: whom a table's rows name, and the row of each as lines of label and value.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::decree::lampiran::{Blok, IsiLampiran};
use crate::decree::tabel::{IsiBaris, IsiKolom, Kolom};
use crate::decree::{Keputusan, Tabel, Teks};
use crate::diag::{Code, Diagnostic, Sink, Span, Spanned, did_you_mean};

use super::{
    BarisCetak, Bentuk, BlokCetak, ButirCetak, DiktumCetak, Edition, IsianPetikan, LampiranCetak, PetikanCetak,
    SelCetak, TabelCetak, teks,
};

/// Somebody whom an extract can be made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Penerima {
    /// By what exactly this row is named: the text of the key column, with its heading or its place where others share it.
    pub kunci: String,
    /// The text of the key column.
    pub nama: String,
    /// The row's number as printed.
    pub nomor: Option<String>,
    /// The headings that it stands under, from the outermost.
    pub kelompok: Option<String>,
    /// Their rows.
    judul: Vec<usize>,
    rows: Range<usize>,
}

/// A table whose rows become extracts.
struct Sumber<'a> {
    written: &'a Tabel,
    printed: &'a TabelCetak,
    key: usize,
    /// The columns that are printed; `None` for all of them, with identity numbers masked.
    kolom: Option<Vec<usize>>,
}

/// What an extract says of Menimbang and Mengingat.
pub fn dst(span: Span) -> ButirCetak {
    ButirCetak { no: None, teks: teks("dst.", span), rincian: Vec::new(), penutup: None, coretan: None }
}

/// The decisions that an extract prints.
pub fn chosen(diktum: Vec<DiktumCetak>, keputusan: &Keputusan, edition: &Edition) -> Vec<DiktumCetak> {
    let wanted = keputusan.petikan.as_ref().map(|petikan| &petikan.diktum).filter(|list| !list.is_empty());
    match wanted {
        Some(list) if edition.bentuk == Bentuk::Petikan => {
            diktum.into_iter().filter(|diktum| list.iter().any(|name| same(&name.value, &diktum.label))).collect()
        }
        _ => diktum,
    }
}

/// The attachments and the extracts of an edition: an extract has rows instead of attachments. What the decree says of
/// its extracts is looked at in every edition, for it cannot be mended once the decree is issued.
pub fn bind(
    keputusan: &Keputusan,
    lampiran: Vec<LampiranCetak>,
    edition: &Edition,
    sink: &mut Sink,
) -> (Vec<LampiranCetak>, Vec<PetikanCetak>) {
    if keputusan.petikan.is_none() && edition.bentuk != Bentuk::Petikan {
        return (lampiran, Vec::new());
    }
    check_diktum(keputusan, sink);
    let Some(sumber) = source(keputusan, &lampiran, edition, sink) else { return (lampiran, Vec::new()) };
    if edition.bentuk != Bentuk::Petikan {
        return (lampiran, Vec::new());
    }
    let all = sumber.penerima();
    let mut one = |key: &String| find(&all, key, sumber.key_span(), sumber.head(), sink).map(|p| sumber.print(p));
    let petikan = edition.untuk.iter().filter_map(&mut one).collect();
    (Vec::new(), petikan)
}

/// Everybody whom an extract can be made for, in the order of the rows; `None` where there is no such table.
pub fn penerima(
    keputusan: &Keputusan,
    lampiran: &[LampiranCetak],
    edition: &Edition,
    sink: &mut Sink,
) -> Option<Vec<Penerima>> {
    source(keputusan, lampiran, edition, sink).map(|sumber| sumber.penerima())
}

/// The head of the key column, and everybody whom an extract can be made for.
pub fn kolom_kunci(
    keputusan: &Keputusan,
    lampiran: &[LampiranCetak],
    sink: &mut Sink,
) -> Option<(String, Vec<Penerima>)> {
    source(keputusan, lampiran, &Edition::default(), sink).map(|sumber| (sumber.head(), sumber.penerima()))
}

/// Those of the keys, each once, in the order of the keys; every key that means none or several is reported.
pub fn terpilih(
    keputusan: &Keputusan,
    lampiran: &[LampiranCetak],
    edition: &Edition,
    keys: &[String],
    sink: &mut Sink,
) -> Option<Vec<Penerima>> {
    let sumber = source(keputusan, lampiran, edition, sink)?;
    let all = sumber.penerima();
    let mut chosen: Vec<Penerima> = Vec::new();
    let mut whole = true;
    for key in keys {
        match find(&all, key, sumber.key_span(), sumber.head(), sink) {
            Some(person) if !chosen.contains(person) => chosen.push(person.clone()),
            Some(_) => {}
            None => whole = false,
        }
    }
    whole.then_some(chosen)
}

fn check_diktum(keputusan: &Keputusan, sink: &mut Sink) {
    let names: Vec<String> = (1..=keputusan.diktum.len()).filter_map(crate::language::numerals::nama_diktum).collect();
    for wanted in keputusan.petikan.iter().flat_map(|petikan| &petikan.diktum) {
        if !names.iter().any(|name| same(name, &wanted.value)) {
            let message = format!("diktum `{}` tidak ada dalam keputusan ini", wanted.value);
            let hint = format!("diktum yang ada: {}", names.join(", "));
            sink.push(Diagnostic::galat(Code::KUNCI_PETIKAN, wanted.span, message).hint(hint));
        }
    }
}

/// The table, the key column and the columns that edition or decree name, or those that suggest themselves.
fn source<'a>(
    keputusan: &'a Keputusan,
    lampiran: &'a [LampiranCetak],
    edition: &Edition,
    sink: &mut Sink,
) -> Option<Sumber<'a>> {
    let asked = keputusan.petikan.as_ref();
    let span = asked.map_or(keputusan.span, |petikan| petikan.span);
    let tables = keputusan.lampiran.iter().zip(lampiran);
    let tables = tables.map(|(written, printed)| first_table(&written.isi).zip(first_printed(printed)));
    let found = match asked.and_then(|petikan| petikan.lampiran.as_ref()) {
        Some(number) => tables.clone().nth(number.value - 1).flatten().ok_or_else(|| {
            let message = format!("lampiran {} tidak ada atau tidak bertabel", number.value);
            Diagnostic::galat(Code::KUNCI_PETIKAN, number.span, message)
                .hint("sebut lampiran bertabel yang memuat nama penerima petikan")
        }),
        None => tables.flatten().next().ok_or_else(|| {
            Diagnostic::galat(Code::KUNCI_PETIKAN, span, "keputusan ini tidak mempunyai lampiran bertabel")
                .hint("petikan dibuat dari baris tabel lampiran; untuk keputusan tanpa tabel buatlah salinan")
        }),
    };
    let (written, printed) = found.map_err(|finding| sink.push(finding)).ok()?;
    let here = |names: &[String]| names.iter().map(|name| Spanned { value: name.clone(), span }).collect::<Vec<_>>();
    let key = match (&edition.kunci, asked.and_then(|petikan| petikan.kunci.clone())) {
        (Some(name), _) => column(written, &Spanned { value: name.clone(), span }),
        (None, Some(name)) => column(written, &name),
        (None, None) => guessed(written).ok_or_else(|| {
            let heads: Vec<String> =
                Kolom::leaves(&written.kolom).iter().map(|column| column.judul.as_plain()).collect();
            let message = "tabel ini tidak mempunyai kolom nama orang";
            let hint = format!("sebut kolomnya dengan `petikan: {{kunci: …}}`, salah satu dari: {}", heads.join(", "));
            Box::new(Diagnostic::galat(Code::KUNCI_PETIKAN, written.span, message).hint(hint))
        }),
    };
    let names = match (edition.kolom.is_empty(), asked) {
        (false, _) => here(&edition.kolom.iter().flat_map(|text| heads_in(written, text)).collect::<Vec<_>>()),
        (true, asked) => asked.map(|petikan| petikan.kolom.clone()).unwrap_or_default(),
    };
    let kolom: Result<Vec<usize>, Box<Diagnostic>> = names.iter().map(|name| column(written, name)).collect();
    let kolom = kolom.map_err(|finding| sink.push(*finding));
    let key = key.map_err(|finding| sink.push(*finding)).ok()?;
    Some(Sumber { written, printed, key, kolom: Some(kolom.ok()?).filter(|list| !list.is_empty()) })
}

/// The heads that a text names: itself where there is such a column, otherwise what stands between its commas.
fn heads_in(written: &Tabel, text: &str) -> Vec<String> {
    let whole = Kolom::leaves(&written.kolom).iter().any(|column| same(&column.judul.as_plain(), text));
    match whole {
        true => vec![text.to_owned()],
        false => text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect(),
    }
}

/// The place of the column of a head; what is none or several is told.
fn column(written: &Tabel, name: &Spanned<String>) -> Result<usize, Box<Diagnostic>> {
    let heads: Vec<String> = Kolom::leaves(&written.kolom).iter().map(|column| column.judul.as_plain()).collect();
    let found: Vec<usize> = (0..heads.len()).filter(|at| same(&heads[*at], &name.value)).collect();
    let listed = || format!("kolom yang ada: {}", heads.join(", "));
    let (message, hint) = match found[..] {
        [one] => return Ok(one),
        [] => {
            let hint = did_you_mean(&name.value, heads.iter().map(String::as_str)).unwrap_or_else(listed);
            (format!("kolom `{}` tidak ada dalam tabel itu", name.value), hint)
        }
        _ => (format!("{} kolom tabel itu berjudul `{}`", found.len(), name.value), listed()),
    };
    Err(Box::new(Diagnostic::galat(Code::KUNCI_PETIKAN, name.span, message).hint(hint)))
}

/// The column of names of persons: headed "Nama", or by a head that begins so or has the word.
fn guessed(written: &Tabel) -> Option<usize> {
    let leaves = Kolom::leaves(&written.kolom);
    let heads: Vec<String> = leaves.iter().map(|column| column.judul.as_plain().to_lowercase()).collect();
    let word = |head: &str| head.split(|c: char| !c.is_alphanumeric()).any(|word| word == "nama");
    let is_text = |at: &usize| leaves[*at].isi == IsiKolom::Teks;
    let places = || (0..leaves.len()).filter(is_text);
    let named = heads.iter().position(|head| same(head, "nama"));
    let named = named.or_else(|| places().find(|at| heads[*at].starts_with("nama")));
    named.or_else(|| places().find(|at| word(&heads[*at])))
}

fn first_table(isi: &IsiLampiran) -> Option<&Tabel> {
    fn within(blocks: &[Blok]) -> Option<&Tabel> {
        blocks.iter().find_map(|block| match block {
            Blok::Tabel(tabel) => Some(tabel),
            Blok::Bab { isi, .. } | Blok::Bagian { isi, .. } => within(isi),
            Blok::Paragraf(_) | Blok::Gambar(_) => None,
        })
    }
    match isi {
        IsiLampiran::Tabel(tabel) => Some(tabel),
        IsiLampiran::Teks(blocks) => within(blocks),
    }
}

fn first_printed(lampiran: &LampiranCetak) -> Option<&TabelCetak> {
    lampiran.isi.iter().find_map(|block| match block {
        BlokCetak::Tabel { tabel } => Some(tabel),
        _ => None,
    })
}

/// Whether two texts are the same but for capitals and blanks.
fn same(a: &str, b: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(a) == words(b)
}

/// A row's texts in one line.
fn flat(isi: &ButirCetak) -> String {
    let listed = isi.rincian.iter().map(flat);
    let parts = std::iter::once(isi.teks.as_plain()).chain(listed).chain(isi.penutup.iter().map(Teks::as_plain));
    parts.filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" ")
}

impl Sumber<'_> {
    fn head(&self) -> String {
        Kolom::leaves(&self.written.kolom).get(self.key).map_or(String::new(), |column| column.judul.as_plain())
    }

    fn key_span(&self) -> Span {
        Kolom::leaves(&self.written.kolom).get(self.key).map_or(self.written.span, |column| column.span)
    }

    /// The cells of a row and the heading over it.
    fn cells(&self, row: usize) -> &[SelCetak] {
        match self.printed.baris.get(row) {
            Some(BarisCetak::Sel(cells)) => cells,
            _ => &[],
        }
    }

    fn cell(&self, row: usize, x: usize) -> Option<&SelCetak> {
        self.cells(row).iter().find(|cell| (cell.x..cell.x + cell.kanan).contains(&x))
    }

    /// The cell that stands in a row, also where it began in one above.
    fn reaching(&self, row: usize, x: usize) -> Option<&SelCetak> {
        (0..=row).rev().find_map(|above| self.cell(above, x).filter(|cell| above + cell.turun > row))
    }

    /// The rows that name somebody: those whose key cell begins there and is not empty.
    fn penerima(&self) -> Vec<Penerima> {
        let (mut all, mut groups): (Vec<Penerima>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
        let number = Kolom::leaves(&self.written.kolom).iter().position(|column| column.isi == IsiKolom::Nomor);
        for (row, written) in self.written.baris.iter().enumerate() {
            match &written.isi {
                IsiBaris::Kelompok { tingkat, .. } => {
                    groups.retain(|(_, outer)| outer < tingkat);
                    groups.push((row, *tingkat));
                }
                IsiBaris::Jumlah { .. } => {}
                IsiBaris::Sel { .. } => {
                    let Some(cell) = self.cell(row, self.key).filter(|cell| !flat(&cell.isi).is_empty()) else {
                        continue;
                    };
                    // A number that is merged over several rows belongs to each of them.
                    let nomor = number.and_then(|x| self.reaching(row, x)).map(|cell| flat(&cell.isi));
                    let nama = flat(&cell.isi).split_whitespace().collect::<Vec<_>>().join(" ");
                    let judul: Vec<usize> = groups.iter().map(|(row, _)| *row).collect();
                    all.push(Penerima {
                        kunci: nama.clone(),
                        nama,
                        nomor: nomor.filter(|text| !text.is_empty()),
                        kelompok: self.heading(&judul).map(|heading| heading.as_plain()),
                        judul,
                        rows: row..row + cell.turun,
                    });
                }
            }
        }
        tell_apart(&mut all);
        all
    }

    /// The headings in these rows, from the outermost, in one text.
    fn heading(&self, rows: &[usize]) -> Option<Teks> {
        let judul = |row: &usize| match &self.written.baris.get(*row)?.isi {
            IsiBaris::Kelompok { judul, .. } => Some(judul.clone()),
            _ => None,
        };
        rows.iter().filter_map(judul).reduce(|outer, own| outer.joined(", ", &own))
    }

    /// The row of one person: every column with a head and a text, in the order of the columns.
    fn print(&self, person: &Penerima) -> PetikanCetak {
        let leaves = Kolom::leaves(&self.written.kolom);
        let own = |x: &usize| match &self.kolom {
            Some(list) => list.contains(x),
            None => leaves[*x].isi != IsiKolom::Nomor,
        };
        let labels = labels(&self.written.kolom, None);
        let columns = labels.iter().enumerate().filter(|(x, _)| own(x));
        let line = |(x, label): (usize, &Teks)| {
            let reaching = |cell: &&SelCetak| cell.x == x && !flat(&cell.isi).is_empty();
            let above = (0..person.rows.start).flat_map(|row| self.cells(row).iter().map(move |cell| (row, cell)));
            let above = above.filter(|(row, cell)| row + cell.turun > person.rows.start).map(|(_, cell)| cell);
            let own = person.rows.clone().flat_map(|row| self.cells(row));
            let isi: Vec<ButirCetak> = above.chain(own).filter(reaching).map(|cell| cell.isi.clone()).collect();
            let shortest = if names_identity(label) { NIK / 2 } else { NIK };
            let masked = |isi| masked(isi, shortest);
            let isi = if self.kolom.is_none() { isi.into_iter().map(masked).collect() } else { isi };
            let said = !isi.is_empty() && !label.is_empty();
            said.then(|| (x, IsianPetikan { label: label.clone(), isi }))
        };
        let kelompok = self.heading(&person.judul);
        let lines: Vec<(usize, IsianPetikan)> = columns.filter_map(line).collect();
        let kunci = lines.iter().position(|(x, _)| *x == self.key);
        let baris: Vec<IsianPetikan> = lines.into_iter().map(|(_, line)| line).collect();
        let mut printed = kelompok.iter().map(Teks::as_plain).collect::<Vec<_>>();
        for line in &baris {
            printed.push(line.label.as_plain());
            printed.extend(line.isi.iter().map(whole));
        }
        let marked = |note: &&Teks| {
            note_mark(&note.as_plain()).is_some_and(|mark| printed.iter().any(|text| is_marked(text, &mark)))
        };
        let catatan = self.written.keterangan.iter().filter(marked).cloned().collect();
        PetikanCetak { kelompok, baris, catatan, kunci }
    }
}

/// All that a cell says.
fn whole(isi: &ButirCetak) -> String {
    let own = [isi.teks.as_plain()].into_iter().chain(isi.penutup.iter().map(Teks::as_plain));
    own.chain(isi.rincian.iter().map(whole)).collect::<Vec<_>>().join(" ")
}

/// The mark with which a note begins: `*)`, `**`, `1)`, `a)`, `†`, `²`.
fn note_mark(note: &str) -> Option<String> {
    let first = note.split_whitespace().next()?;
    let sign = |char: char| "*†‡§¶#¹²³⁴⁵⁶⁷⁸⁹⁰".contains(char);
    let bare = first.strip_suffix(')').unwrap_or(first);
    let counted = first.ends_with(')') && bare.len() <= 2 && bare.chars().all(char::is_alphanumeric);
    (!bare.is_empty() && (bare.chars().all(sign) || counted)).then(|| first.to_owned())
}

/// Whether a mark stands in a text, by itself or at a word, and is no part of a longer one.
fn is_marked(text: &str, mark: &str) -> bool {
    let of_mark = |char: char| char == '*' || char == '(' || char.is_ascii_digit();
    text.match_indices(mark).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + mark.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(of_mark) && !after.is_some_and(|char| char == '*' || char.is_alphanumeric())
    })
}

/// The head of each column proper, after the heads that it stands under.
fn labels(kolom: &[Kolom], outer: Option<&Teks>) -> Vec<Teks> {
    let one = |column: &Kolom| {
        let own = &column.judul;
        let head = match outer.filter(|outer| !outer.is_empty()) {
            Some(outer) if own.is_empty() => Teks { span: own.span, ..outer.clone() },
            Some(outer) => Teks { span: own.span, ..outer.clone().joined(" ", own) },
            None => own.clone(),
        };
        if column.anak.is_empty() { vec![head] } else { labels(&column.anak, Some(&head)) }
    };
    kolom.iter().flat_map(one).collect()
}

/// Whether a column holds identity numbers.
fn names_identity(label: &Teks) -> bool {
    let text = label.as_plain().to_lowercase();
    text.split(|c: char| !c.is_alphanumeric()).any(|word| word == "nik")
}

/// The names of those whom extracts are for, where few and printed.
pub fn names(rows: &[PetikanCetak]) -> Vec<String> {
    let name = |row: &PetikanCetak| row.baris.get(row.kunci?)?.isi.first().map(flat);
    let names: Option<Vec<String>> = rows.iter().map(name).collect();
    names.filter(|names| names.len() <= 3).unwrap_or_default()
}

/// With identity numbers masked but for their last four digits: an extract is shown to others too.
fn masked(mut isi: ButirCetak, shortest: usize) -> ButirCetak {
    for run in isi.penutup.iter_mut().chain([&mut isi.teks]).flat_map(|teks| &mut teks.runs) {
        run.text = hidden(&run.text, shortest);
    }
    isi.rincian = isi.rincian.into_iter().map(|item| masked(item, shortest)).collect();
    isi
}

/// Digits of an identity number, and how many of them stay.
const NIK: usize = 16;
const TAMPAK: usize = 4;

/// A text whose rows of sixteen digits, with or without blanks between them, show only the last four; where `shortest` is
/// less, any row of as many digits, for it may be mistyped.
fn hidden(text: &str, shortest: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = letters.clone();
    let mut at = 0;
    while at < letters.len() {
        let mut end = at;
        while end < letters.len() && (letters[end].is_ascii_digit() || (end > at && " .-".contains(letters[end]))) {
            end += 1;
        }
        let digits: Vec<usize> = (at..end).filter(|place| letters[*place].is_ascii_digit()).collect();
        if digits.len() == NIK || (shortest < NIK && digits.len() >= shortest) {
            digits[..digits.len() - TAMPAK].iter().for_each(|place| out[*place] = '*');
        }
        at = end.max(at + 1);
    }
    out.into_iter().collect()
}

/// Gives each a key that no other has: the name; the name and its heading; the name and its place among all.
fn tell_apart(all: &mut [Penerima]) {
    let with_group = |p: &Penerima| p.kelompok.as_ref().map_or(p.nama.clone(), |group| format!("{} ({group})", p.nama));
    let count = |texts: Vec<String>| {
        texts.into_iter().fold(BTreeMap::<String, usize>::new(), |mut counts, text| {
            *counts.entry(text.to_lowercase()).or_default() += 1;
            counts
        })
    };
    let names = count(all.iter().map(|p| p.nama.clone()).collect());
    let grouped = count(all.iter().map(with_group).collect());
    let single = |counts: &BTreeMap<String, usize>, text: &str| counts.get(&text.to_lowercase()) == Some(&1);
    for (at, person) in all.iter_mut().enumerate() {
        if single(&names, &person.nama) {
            continue;
        }
        person.kunci = match with_group(person) {
            key if single(&grouped, &key) => key,
            _ => format!("{} #{}", person.nama, at + 1),
        };
    }
}

/// The one whom a key means: by key, by name, or by the row's number; none or several are reported.
fn find<'a>(all: &'a [Penerima], key: &str, span: Span, head: String, sink: &mut Sink) -> Option<&'a Penerima> {
    let means: [fn(&Penerima, &str) -> bool; 3] = [
        |person, key| same(&person.kunci, key),
        |person, key| same(&person.nama, key),
        |person, key| person.nomor.as_ref().is_some_and(|number| same(number.trim_end_matches('.'), key)),
    ];
    let mut found: Vec<&Penerima> = Vec::new();
    let mut by = 0;
    for (at, rule) in means.iter().enumerate() {
        by = at;
        found = all.iter().filter(|person| rule(person, key)).collect();
        if !found.is_empty() {
            break;
        }
    }
    let (message, hint) = match &found[..] {
        [one] => return Some(one),
        [] => {
            let near = did_you_mean(key, all.iter().map(|person| person.kunci.as_str()));
            let list = || format!("yang ada: {}", listed(all.iter()));
            (format!("`{key}` tidak ada dalam kolom {head}"), near.unwrap_or_else(list))
        }
        several => {
            let hint = format!("sebut salah satu: {}", listed(several.iter().copied()));
            let message = match by {
                2 => format!(
                    "`{key}` menunjuk {} baris dalam kolom {head}: nomor itu dipakai beberapa baris",
                    several.len()
                ),
                _ => format!("`{key}` menunjuk {} baris dalam kolom {head}", several.len()),
            };
            (message, hint)
        }
    };
    sink.push(Diagnostic::galat(Code::KUNCI_PETIKAN, span, message).hint(hint));
    None
}

/// The first few keys.
fn listed<'a>(all: impl Iterator<Item = &'a Penerima>) -> String {
    let keys: Vec<String> = all.map(|person| format!("`{}`", person.kunci)).collect();
    match keys.len() {
        0 => "tidak satu pun".to_owned(),
        1..=8 => keys.join(", "),
        more => format!("{}, dan {} lagi", keys[..8].join(", "), more - 8),
    }
}

#[cfg(test)]
mod tests {
    use super::{NIK, hidden};

    #[test]
    fn identity_numbers_show_their_end_alone() {
        assert_eq!(hidden("NIK 3322010101800003", NIK), "NIK ************0003");
        assert_eq!(hidden("3322 0101 0180 0003, 3322010101800004", NIK), "**** **** **** 0003, ************0004");
        assert_eq!(hidden("332201010180003", 8), "***********0003");
        for text in ["198001012010011001", "081234567890", "12/2025", "", "Rp1.500.000,00"] {
            assert_eq!(hidden(text, NIK), text);
        }
    }
}
