//! What is asked about rows that are none of the table, and about those beyond its end.

use std::collections::{BTreeMap, BTreeSet};

use naskah_core::diag::{Code, Diagnostic};

use super::super::heads::folded;
use super::super::{Found, cell_name};
use super::{Extent, Macam, is_number};

impl Extent<'_> {
    /// Tells what is none of the table, a block of neighbours at once.
    pub(super) fn tell(&self, kinds: &BTreeMap<usize, Macam>, table: &BTreeSet<usize>, found: &mut Found) {
        let mean = |row: &usize| self.texts(*row).any(|(_, text)| folded(&text).starts_with("rata"));
        // What is decided of sums says nothing of a mean.
        let own_mean = self.batas.jumlah.as_deref().is_some_and(|word| folded(word).starts_with("rata"));
        let decided = |row: &usize| self.batas.jumlah.is_some() && (own_mean || !mean(row));
        let asked = kinds.iter().filter(|(row, kind)| **kind != Macam::Jumlah || !decided(row));
        let between =
            |rows: &[usize], row: usize| rows.last().is_some_and(|last| table.range(last..&row).next().is_some());
        let mut blocks: Vec<(Macam, Vec<usize>)> = Vec::new();
        for (row, kind) in asked {
            match blocks.last_mut() {
                Some((last, rows))
                    if last == kind
                        && (*kind == Macam::Lain || !between(rows, *row))
                        && rows.last().is_some_and(|last| mean(last) == mean(row)) =>
                {
                    rows.push(*row)
                }
                _ => blocks.push((*kind, vec![*row])),
            }
        }
        for (kind, rows) in &blocks {
            // The last row of the table above, counted from 1.
            let first = rows.first().copied().unwrap_or(0);
            let last = rows.last().copied().unwrap_or(0);
            let tail = table.range(last..).next().is_none();
            let sums =
                kinds.range(..first).filter(|(_, kind)| **kind == Macam::Jumlah).map(|(row, _)| *row).next_back();
            let end = table.range(..first).next_back().copied().max(sums).filter(|_| tail).map(|row| row + 1);
            let whole = table.last().copied().unwrap_or(0).max(last) + 1;
            let mut spans: Vec<(usize, usize)> = Vec::new();
            for row in rows {
                match spans.last_mut() {
                    Some((_, last)) if table.range(*last..*row).next().is_none() => *last = *row,
                    _ => spans.push((*row, *row)),
                }
            }
            let span = |(first, last): &(usize, usize)| match first == last {
                true => (first + 1).to_string(),
                false => format!("{}-{}", first + 1, last + 1),
            };
            let span = spans.iter().map(span).collect::<Vec<_>>().join(", ");
            self.tell_block(*kind, rows, &span, (end, whole), found);
        }
    }

    fn tell_block(
        &self,
        kind: Macam,
        rows: &[usize],
        span: &str,
        (end, whole): (Option<usize>, usize),
        found: &mut Found,
    ) {
        let Some(first) = rows.first() else { return };
        let named = |row: usize| self.texts(row).find(|(_, text)| !is_number(text)).or_else(|| self.texts(row).next());
        let cell = |row: usize| named(row).map(|(column, text)| (column, cut(&text)));
        let cells = rows.iter().filter_map(|row| cell(*row).map(|(column, text)| (cell_name(*row, column), text)));
        let shown: Vec<String> = cells.take(4).map(|(name, text)| format!("{name} `{text}`")).collect();
        let more = if rows.len() > 4 { ", …" } else { "" };
        let end = end.map_or(String::new(), |end| format!("`sampai: {end}` bila tabel berakhir di atasnya, "));
        let message = format!("baris {span} tampaknya {}, bukan baris tabel: {}{more}", kind.name(), shown.join(", "));
        let place = (*first, cell(*first).map_or(0, |(column, _)| column));
        let skip = format!("`lewati: [{span}]` bila dilewati");
        let finding = match kind {
            Macam::Kepala => {
                let message = format!("baris {span} mengulang kepala kolom dan tidak diambil");
                Diagnostic::peringatan(Code::TATA_BARIS, None, message).hint(format!("tulis {skip}"))
            }
            Macam::Jumlah => {
                let word = rows.first().and_then(|row| cell(*row)).map_or_else(String::new, |(_, text)| text);
                let plain = "`baris_jumlah: tidak` bila baris biasa";
                let word = word.split(':').next().unwrap_or_default().trim().to_owned();
                // What is printed is always the sum.
                let hint = match (folded(&word).starts_with("rata"), self.batas.berbilangan) {
                    (true, _) => format!("tulis {skip}, {plain}"),
                    (false, true) => format!("tulis `baris_jumlah: {word}` bila dicetak, {skip}, {plain}"),
                    (false, false) => format!(
                        "tulis {skip}, {plain}; bila dijumlahkan program, beri kolom angkanya `isi: bilangan` dan tulis `baris_jumlah: {word}`"
                    ),
                };
                Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint)
            }
            Macam::Lain => {
                let hint = match rows.iter().all(|row| self.goes_on(*row)) {
                    true => format!(
                        "tulis `gabungan: kosong` bila sel kosongnya lanjutan sel di atasnya, {skip}, atau `sampai: {whole}` bila baris ini baris tersendiri"
                    ),
                    false => format!(
                        "tulis {skip}, `kelompok: [{span}]` bila judul kelompok, {end}atau `sampai: {whole}` bila baris ini termasuk tabel"
                    ),
                };
                Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint)
            }
            _ => {
                let hint = format!("tulis {end}atau {skip}").replacen("tulis atau", "tulis", 1);
                Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint)
            }
        };
        found.push(place, finding);
    }

    /// Tells rows with numbers that lie below the row where the decree says that the table ends.
    pub(super) fn tell_beyond(&self, said: &[usize], last: usize, found: &mut Found) {
        let beyond = said.iter().copied().find(|row| *row > last && self.numbered(*row) && self.taken(*row));
        let Some(row) = beyond.filter(|row| !self.among(&self.batas.lewati, *row)) else { return };
        let message = format!("baris {} bernomor, tetapi berada di bawah batas `sampai: {}`", row + 1, last + 1);
        let hint = "ubah `sampai` bila baris itu termasuk tabel";
        found.push((row, self.number.unwrap_or(0)), Diagnostic::peringatan(Code::TATA_BARIS, None, message).hint(hint));
    }
}

/// The beginning of a text.
pub(super) fn cut(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = line.chars().take(30).collect();
    if short.len() < line.len() { format!("{short}…") } else { short }
}
