//! Extracts: whom a table's rows name, and the row of each as lines of label and value.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::decree::lampiran::{Blok, IsiLampiran};
use crate::decree::tabel::{IsiBaris, IsiKolom, Kolom};
use crate::decree::{Keputusan, Tabel, Teks};
use crate::diag::{Code, Diagnostic, Sink, Span, did_you_mean};

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
    /// The heading that it stands under.
    pub kelompok: Option<String>,
    rows: Range<usize>,
}

/// A table whose rows become extracts.
struct Sumber<'a> {
    written: &'a Tabel,
    printed: &'a TabelCetak,
    key: usize,
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
    let Some(sumber) = source(keputusan, &lampiran, sink) else { return (lampiran, Vec::new()) };
    if edition.bentuk != Bentuk::Petikan {
        return (lampiran, Vec::new());
    }
    let all = sumber.penerima();
    let mut one = |key: &String| find(&all, key, sumber.key_span(), sumber.head(), sink).map(|p| sumber.print(p));
    let petikan = edition.untuk.iter().filter_map(&mut one).collect();
    (Vec::new(), petikan)
}

/// Everybody whom an extract can be made for, in the order of the rows; `None` where there is no such table.
pub fn penerima(keputusan: &Keputusan, lampiran: &[LampiranCetak], sink: &mut Sink) -> Option<Vec<Penerima>> {
    source(keputusan, lampiran, sink).map(|sumber| sumber.penerima())
}

/// The head of the key column, and everybody whom an extract can be made for.
pub fn kolom_kunci(
    keputusan: &Keputusan,
    lampiran: &[LampiranCetak],
    sink: &mut Sink,
) -> Option<(String, Vec<Penerima>)> {
    source(keputusan, lampiran, sink).map(|sumber| (sumber.head(), sumber.penerima()))
}

/// Those of the keys, each once, in the order of the keys; every key that means none or several is reported.
pub fn terpilih(
    keputusan: &Keputusan,
    lampiran: &[LampiranCetak],
    keys: &[String],
    sink: &mut Sink,
) -> Option<Vec<Penerima>> {
    let sumber = source(keputusan, lampiran, sink)?;
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

/// The table and the key column that the decree names, or those that suggest themselves.
fn source<'a>(keputusan: &'a Keputusan, lampiran: &'a [LampiranCetak], sink: &mut Sink) -> Option<Sumber<'a>> {
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
    let leaves = Kolom::leaves(&written.kolom);
    let head = |column: &Kolom| column.judul.as_plain();
    let key = match asked.and_then(|petikan| petikan.kunci.as_ref()) {
        Some(name) => leaves.iter().position(|column| same(&head(column), &name.value)).ok_or_else(|| {
            let heads: Vec<String> = leaves.iter().map(|column| head(column)).collect();
            let listed = || format!("kolom yang ada: {}", heads.join(", "));
            let hint = did_you_mean(&name.value, heads.iter().map(String::as_str)).unwrap_or_else(listed);
            let message = format!("kolom `{}` tidak ada dalam tabel itu", name.value);
            Diagnostic::galat(Code::KUNCI_PETIKAN, name.span, message).hint(hint)
        }),
        None => {
            let named = leaves.iter().position(|column| same(&head(column), "Nama"));
            let text = || leaves.iter().position(|column| column.isi == IsiKolom::Teks);
            named.or_else(text).ok_or_else(|| {
                Diagnostic::galat(Code::KUNCI_PETIKAN, written.span, "tabel ini tidak mempunyai kolom teks")
                    .hint("sebut kolomnya dengan `petikan: {kunci: …}`")
            })
        }
    };
    let key = key.map_err(|finding| sink.push(finding)).ok()?;
    Some(Sumber { written, printed, key })
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

    /// The rows that name somebody: those whose key cell begins there and is not empty.
    fn penerima(&self) -> Vec<Penerima> {
        let (mut all, mut group): (Vec<Penerima>, Option<String>) = (Vec::new(), None);
        let number = Kolom::leaves(&self.written.kolom).iter().position(|column| column.isi == IsiKolom::Nomor);
        for (row, written) in self.written.baris.iter().enumerate() {
            match &written.isi {
                IsiBaris::Kelompok { judul, .. } => group = Some(judul.as_plain()),
                IsiBaris::Jumlah { .. } => {}
                IsiBaris::Sel { .. } => {
                    let Some(cell) = self.cell(row, self.key).filter(|cell| !flat(&cell.isi).is_empty()) else {
                        continue;
                    };
                    let nomor = number.and_then(|x| self.cell(row, x)).map(|cell| flat(&cell.isi));
                    let nama = flat(&cell.isi).split_whitespace().collect::<Vec<_>>().join(" ");
                    all.push(Penerima {
                        kunci: nama.clone(),
                        nama,
                        nomor: nomor.filter(|text| !text.is_empty()),
                        kelompok: group.clone(),
                        rows: row..row + cell.turun,
                    });
                }
            }
        }
        tell_apart(&mut all);
        all
    }

    /// The row of one person: every column with a head and a text, in the order of the columns.
    fn print(&self, person: &Penerima) -> PetikanCetak {
        let leaves = Kolom::leaves(&self.written.kolom);
        let columns = leaves.iter().enumerate().filter(|(_, column)| column.isi != IsiKolom::Nomor);
        let line = |(x, column): (usize, &&Kolom)| {
            let reaching = |cell: &&SelCetak| cell.x == x && !flat(&cell.isi).is_empty();
            let above = (0..person.rows.start).flat_map(|row| self.cells(row).iter().map(move |cell| (row, cell)));
            let above = above.filter(|(row, cell)| row + cell.turun > person.rows.start).map(|(_, cell)| cell);
            let own = person.rows.clone().flat_map(|row| self.cells(row));
            let isi: Vec<ButirCetak> = above.chain(own).filter(reaching).map(|cell| cell.isi.clone()).collect();
            (!isi.is_empty() && !column.judul.is_empty()).then(|| IsianPetikan { label: column.judul.clone(), isi })
        };
        let heading = self.written.baris.iter().take(person.rows.start).rev().find_map(|row| match &row.isi {
            IsiBaris::Kelompok { judul, .. } => Some(judul.clone()),
            _ => None,
        });
        PetikanCetak { kelompok: heading, baris: columns.filter_map(line).collect() }
    }
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
    for rule in means {
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
            (format!("`{key}` menunjuk {} baris dalam kolom {head}", several.len()), hint)
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
