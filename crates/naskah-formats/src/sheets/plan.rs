//! A nested plan taken from a sheet: an outline with a row for each entry.

use naskah_core::decree::Susunan;
use naskah_core::diag::{Code, Diagnostic, did_you_mean};

use super::canonical::Writer;
use super::cells::{Ambil, Bentuk, Cells};
use super::heads::{Head, folded};
use super::outline::Bidang;
use super::{Found, Isian, Place, cell_name};

/// A row of the outline.
struct Entri {
    row: usize,
    tingkat: usize,
    /// What each field says, and its cell.
    isi: Vec<(Isian, Place)>,
}

/// The text that stands for a plan; `fields` and the head's columns go together.
pub fn text(form: &Susunan, fields: &[Bidang<'_>], head: &Head, cells: &Cells<'_>, found: &mut Found) -> String {
    let lembar = cells.lembar;
    let title = |column: usize| folded(&lembar.isi(head.row, column).text());
    let levels = (0..lembar.lebar()).find(|column| title(*column) == "tingkat");
    let mut entries = Vec::new();
    for row in &cells.rows {
        let isi: Vec<(Isian, Place)> = head
            .columns
            .iter()
            .map(|column| {
                let place = (*row, column.unwrap_or(0));
                match cells.take(place, Bentuk::Teks, true, found) {
                    Ambil::Isi(isian) if column.is_some() => (isian, place),
                    _ => (Isian::default(), place),
                }
            })
            .collect();
        let word = levels.map_or(String::new(), |column| folded(&lembar.isi(*row, column).text()));
        let place = (*row, levels.or_else(|| head.columns.iter().flatten().next().copied()).unwrap_or(0));
        let Some(tingkat) = level(form, fields, &word, &isi, place, found) else { continue };
        for (field, (isian, place)) in fields.iter().zip(&isi) {
            if field.tingkat != tingkat && *isian != Isian::default() {
                let name = form.tingkat.get(tingkat).map_or("", |level| &level.nama);
                let message = format!("sel ini tidak dipakai pada baris {name}");
                let hint = "pindahkan isinya ke kolom atau baris yang sesuai";
                found.push(*place, Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint));
            }
        }
        entries.push(Entri { row: *row, tingkat, isi });
    }
    let plan = Plan { form, fields, entries, levels };
    let mut out = Writer::default();
    let mut at = 0;
    if let Some(first) = plan.entries.first().filter(|first| first.tingkat > 0) {
        plan.misplaced(first, found);
    }
    while at < plan.entries.len() {
        plan.write(&mut at, 0, found, &mut out);
    }
    out.text
}

struct Plan<'a> {
    form: &'a Susunan,
    fields: &'a [Bidang<'a>],
    entries: Vec<Entri>,
    /// The column that names the levels.
    levels: Option<usize>,
}

impl Plan<'_> {
    fn misplaced(&self, entri: &Entri, found: &mut Found) {
        let names: Vec<&str> = self.form.tingkat.iter().map(|level| level.nama.as_str()).collect();
        let message = format!("baris {} tidak pada tempatnya", names.get(entri.tingkat).unwrap_or(&""));
        let hint = format!("urutan tingkatnya {}", names.join(", "));
        let column = self.levels.or_else(|| entri.isi.first().map(|(_, place)| place.1)).unwrap_or(0);
        found.push((entri.row, column), Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint));
    }

    /// Writes an entry and what lies below it.
    fn write(&self, at: &mut usize, level: usize, found: &mut Found, out: &mut Writer) {
        let entri = self.entries.get(*at);
        *at += 1;
        let Some(entri) = entri else { return };
        let column = level * 4;
        out.open(column);
        for (field, (isian, place)) in self.fields.iter().zip(&entri.isi).filter(|(field, _)| field.tingkat == level) {
            out.field(column + 2, &field.kunci, isian, &cell_name(place.0, place.1));
        }
        let Some(key) = self.form.tingkat.get(level).and_then(|level| level.anak.as_ref()) else { return };
        let place = entri.isi.first().map_or((entri.row, 0), |(_, place)| *place);
        out.line(column + 2, false, &format!("{key}:"), &cell_name(place.0, place.1));
        while let Some(below) = self.entries.get(*at).filter(|below| below.tingkat > level) {
            if below.tingkat > level + 1 {
                self.misplaced(below, found);
            }
            self.write(at, level + 1, found, out);
        }
    }
}

/// The level of a row: what it says it is, otherwise the one that all its filled cells belong to.
fn level(
    form: &Susunan,
    fields: &[Bidang<'_>],
    word: &str,
    isi: &[(Isian, Place)],
    place: Place,
    found: &mut Found,
) -> Option<usize> {
    let names: Vec<&str> = form.tingkat.iter().map(|level| level.nama.as_str()).collect();
    if let Some(at) = names.iter().position(|name| folded(name) == word) {
        return Some(at);
    }
    let filled = fields.iter().zip(isi).filter(|(_, (isian, _))| *isian != Isian::default());
    let mut levels: Vec<usize> = filled.map(|(field, _)| field.tingkat).collect();
    levels.dedup();
    if let ([level], "") = (&levels[..], word) {
        return Some(*level);
    }
    let message = match word {
        "" => format!("tingkat baris ini belum jelas; pilihannya: {}", names.join(", ")),
        word => format!("`{word}` bukan tingkat; pilihannya: {}", names.join(", ")),
    };
    let hint = did_you_mean(word, names).or_else(|| Some("sebut tingkatnya dalam kolom TINGKAT".to_owned()));
    found.push(place, Diagnostic::galat(Code::TATA_BARIS, None, message).hint_opt(hint));
    None
}
