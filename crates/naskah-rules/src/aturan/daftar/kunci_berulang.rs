//! The name of a row or an item that another one of the same table or list has already.

use std::collections::HashMap;

use naskah_core::decree::{Butir, IsiBaris};
use naskah_core::language::WordList;
use naskah_core::language::days::{BULAN, HARI};
use naskah_core::language::numerals::{dari_romawi, dari_terbilang};
use naskah_core::language::patterns::{Pattern, group, pattern};
use naskah_core::language::words::fold;

use crate::parts::cells::{Cells, Line};
use crate::parts::quantities::quantities;
use crate::parts::rows::repeated;
use crate::{Context, List, Report, TableView, declare_rule};
use naskah_core::diag::{Level, Span};

declare_rule! {
    /// Sebutan butir dan baris rekapitulasi tidak berulang
    ///
    /// Dalam rincian dan rekapitulasi setiap wilayah, partai, atau satuan kerja disebut satu kali; sebutan yang dua kali
    /// biasanya menggantikan sebutan lain, demikian pula kelompok dalam satu tabel. Sebutan bernomor (“Ungaran 1”, “pasangan kedua”) berurutan.
    ///
    /// Sumber: ketelitian naskah.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - teks: Petugas hari kerja ditempatkan di
    ///     rincian: [Kecamatan Bergas sebanyak 4 (empat) orang, Kecamatan Bergas sebanyak 3 (tiga) orang]
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - teks: Hari kerja dijaga oleh
    ///     rincian: ['pasangan pertama, pada pagi hari', 'pasangan ketiga, pada siang hari', 'pasangan ketiga, pada sore hari']
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - teks: Petugas hari kerja ditempatkan di
    ///     rincian: [Kecamatan Bergas sebanyak 4 (empat) orang, Kecamatan Bawen sebanyak 3 (tiga) orang]
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K619" "kunci-berulang" Peringatan since "0.4.0" => check
}

static LABEL: Pattern = Pattern::new(|| pattern(r"(?i)^\s*([a-z][a-z .-]{2,40}?)\s+([0-9]{1,3}|[a-z]+)\s*(,|:|$)"));
static TAIL: Pattern = Pattern::new(|| pattern(r"(?:\s+(?:sebanyak|sejumlah|sebesar|berjumlah))+\s*$"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for list in &context.lists {
        counted(context, report, list);
        let labels = |item: &Butir| Some((label(&item.teks.as_plain())?, item.teks.span));
        ordered(report, &list.rincian.butir.iter().map(labels).collect::<Vec<_>>());
    }
    for table in &context.tables {
        headings(report, table);
    }
    for table in Cells::all(context) {
        names(context, report, &table);
        heads(report, &table);
        for column in 0..table.width() {
            let lines: Vec<&Line<'_>> = table.plain().collect();
            for group in lines.chunk_by(|a, b| a.group == b.group) {
                let labels = |line: &&Line<'_>| {
                    let text = line.text(column);
                    let own = label(&text).filter(|own| fold(&text).split(' ').count() == own.0.split(' ').count() + 1);
                    Some((own.or_else(|| named(&text))?, line.span(column)?))
                };
                let labels: Vec<_> = group.iter().map(labels).collect();
                ordered(report, &labels);
            }
        }
    }
}

/// What is wrong with the order of labels.
fn ordered(report: &mut Report<'_>, labels: &[Option<((String, u64), Span)>]) {
    if !in_order(report, labels) {
        ranks(report, labels);
    }
}

/// One rank, or one part of an event, that two rows have.
fn ranks(report: &mut Report<'_>, labels: &[Option<((String, u64), Span)>]) {
    let ranked =
        |name: &str| ["juara", "harapan", "peringkat", "tahap", "sesi"].iter().any(|rank| name.ends_with(rank));
    let known: Vec<(&(String, u64), Span)> =
        labels.iter().flatten().filter(|((name, _), _)| ranked(name)).map(|(label, span)| (label, *span)).collect();
    let count = known.len();
    // Where two or more share a rank, they may all do.
    if let ([(first, span)], true) = (&repeated(known)[..], count > 3) {
        report
            .at(*span, "urutan yang sama sudah ada pada baris lain")
            .label(*first, "baris itu")
            .hint("periksa urutan kedua baris itu")
            .unsure();
    }
}

/// A name that ends with a number or an ordinal: "Padang 3", "pasangan kedua".
fn label(text: &str) -> Option<(String, u64)> {
    let found = LABEL.as_ref()?.captures(text)?;
    let last = text[group(&found, 2)].to_lowercase();
    let ordinal = last.strip_prefix("ke").and_then(dari_terbilang).or_else(|| (last == "pertama").then_some(1));
    let roman = || dari_romawi(&text[group(&found, 2)]).map(|number| number as u64);
    let number = last.parse().ok().or(ordinal).or_else(roman)?;
    let name = fold(&text[group(&found, 1)]);
    // "Nama Anggota 1" only stands where a name will.
    (!name.starts_with("nama")).then_some((name, number))
}

/// A day of the week or a month, by its place among them.
fn named(text: &str) -> Option<(String, u64)> {
    let at = |names: &[&str]| names.iter().position(|name| name.eq_ignore_ascii_case(text.trim()));
    let named = |what: &str, at: usize| (what.to_owned(), at as u64 + 1);
    at(&HARI).map(|at| named(DAY, at)).or_else(|| at(&BULAN).map(|at| named(MONTH, at)))
}

/// What [`named`] calls them.
const DAY: &str = "hari ke";
const MONTH: &str = "bulan ke";

/// Tells labels of one name that go up by one, but for a single one that another has already; whether there is one.
fn in_order(report: &mut Report<'_>, labels: &[Option<((String, u64), Span)>]) -> bool {
    let known: Vec<&((String, u64), Span)> = labels.iter().flatten().collect();
    let Some(((name, first), _)) = known.first().copied() else { return false };
    if known.len() != labels.len() || known.len() < 3 || known.iter().any(|((other, _), _)| other != name) {
        return false;
    }
    // The first one may be the slip: "3, 2, 3".
    let bases =
        [Some(*first), known.get(1).and_then(|((_, second), _)| second.checked_sub(1).filter(|base| *base > 0))];
    let odd_of =
        |base: u64| -> Vec<usize> { (0..known.len()).filter(|at| known[*at].0.1 != base + *at as u64).collect() };
    // Days and months may be left out.
    let counted = known.len() > 3 || known.len() == 3 && *first == 1;
    if counted && ![DAY, MONTH].contains(&name.as_str()) {
        gap(report, &known);
    }
    let odd = bases.into_iter().flatten().map(odd_of).min_by_key(Vec::len).unwrap_or_default();
    // The last group may well have two rows.
    let twin = |at: usize| (0..known.len()).find(|other| *other != at && known[*other].0.1 == known[at].0.1);
    match odd[..] {
        [at] if at + 1 < known.len() => twin(at).is_some_and(|twin| {
            report
                .at(known[at].1, format!("`{name}` bernomor {} sudah ada dan urutannya terputus", known[at].0.1))
                .label(known[twin].1, "nomor yang sama")
                .hint("periksa nomor pada sebutan ini");
            true
        }),
        _ => false,
    }
}

/// Items that say how many of each: the same name twice.
fn counted(context: &Context<'_>, report: &mut Report<'_>, list: &List<'_>) {
    let mut seen: HashMap<(String, String), Span> = HashMap::new();
    for item in &list.rincian.butir {
        let text = item.teks.as_plain();
        let figure = quantities(context.word_lists(), &text).into_iter().next().map(|one| one.figure);
        let figure = figure.or_else(|| text.find(|c: char| c.is_ascii_digit()).map(|at| at..text.len()));
        let Some(figure) = figure.filter(|figure| figure.start > 3) else { return };
        let before = &text[..figure.start];
        let end = TAIL.as_ref().and_then(|tail| tail.find(before)).map_or(usize::MAX, |found| found.start());
        let Some(name) = before.get(..end) else { return };
        let named = name.split_whitespace().count() > 1 && name.contains(char::is_uppercase);
        let rest = fold(text.get(figure.end..).unwrap_or_default());
        if !named {
            return;
        }
        if let Some(first) = seen.insert((fold(name), rest), item.teks.span) {
            report
                .at(
                    context.place(&item.teks, 0..name.trim_end().len()),
                    format!("`{}` sudah ada pada butir lain", name.trim()),
                )
                .label(first, "butir itu")
                .hint("periksa sebutan pada kedua butir itu");
        }
    }
}

/// The one column of names beside columns of numbers, in which one name stands twice.
fn names(context: &Context<'_>, report: &mut Report<'_>, table: &Cells<'_>) {
    let lists = context.word_lists();
    let worded: Vec<usize> = (0..table.width()).filter(|column| table.is_worded(*column)).collect();
    let numeric = (0..table.width()).filter(|column| table.is_numeric(*column)).count();
    let [column] = worded[..] else { return };
    if numeric == 0 || numeric + 1 != table.width() {
        return;
    }
    let head = table.heads[column].as_str();
    let elsewhere = lists.begins(WordList::KolomTempat, head) || lists.begins(WordList::TempatKecil, head);
    if elsewhere || lists.has(WordList::KolomOrangBernama, head) {
        return;
    }
    let mut often: HashMap<(usize, String), Vec<&Line<'_>>> = HashMap::new();
    for line in table.plain().filter(|line| line.folded(column).len() > 3) {
        often.entry((line.group, line.folded(column))).or_default().push(line);
    }
    let doubled: Vec<&Vec<&Line<'_>>> = often.values().filter(|lines| lines.len() > 1).collect();
    let [pair] = doubled[..] else { return };
    let [first, second] = pair[..] else { return };
    let (Some(place), Some(other)) = (second.span(column), first.span(column)) else { return };
    let loud = |line: &Line<'_>| {
        line.text(column)
            .split_whitespace()
            .all(|word| !word.starts_with(char::is_lowercase) || lists.is_particle(word))
    };
    // One word may be a kind of thing; a name has more.
    if often.len() < 3 || second.folded(column).split(' ').count() < 2 {
        return;
    }
    // What is bought or done may well come twice; what bears a name comes once.
    let sure = table.plain().all(loud);
    report
        .at(place, format!("`{}` sudah ada pada baris lain tabel ini", second.text(column).trim()))
        .label(other, "baris itu")
        .hint("periksa sebutan pada kedua baris itu")
        .at_most(if sure { Level::Peringatan } else { Level::Saran });
}

/// Labels that go up by one but for a single step, which leaves out a number.
fn gap(report: &mut Report<'_>, known: &[&((String, u64), Span)]) {
    let steps: Vec<u64> = known.windows(2).map(|pair| pair[1].0.1.saturating_sub(pair[0].0.1)).collect();
    let odd: Vec<usize> = (0..steps.len()).filter(|at| steps[*at] != 1).collect();
    let [at] = odd[..] else { return };
    if known.len() > 2 && steps[at] == 2 {
        let number = known[at].0.1 + 1;
        report
            .at(known[at + 1].1, format!("`{}` bernomor {number} tidak ada", known[at].0.0))
            .hint("apakah nomor itu memang tidak ada?")
            .unsure();
    }
}

/// Headings over rows that stand twice below the same headings.
fn headings(report: &mut Report<'_>, table: &TableView<'_>) {
    let mut path: Vec<String> = Vec::new();
    let mut seen: HashMap<Vec<String>, Span> = HashMap::new();
    for row in &table.tabel.baris {
        let IsiBaris::Kelompok { judul, tingkat, .. } = &row.isi else { continue };
        path.truncate(tingkat.saturating_sub(1));
        path.push(fold(&judul.as_plain()));
        if let Some(first) = seen.insert(path.clone(), judul.span).filter(|_| !path.concat().is_empty()) {
            report
                .at(judul.span, "kelompok ini sudah ada dalam tabel ini")
                .label(first, "kelompok itu")
                .hint("periksa sebutan kedua kelompok itu");
        }
    }
}

/// Columns of one head, and numbered heads that leave out a number.
fn heads(report: &mut Report<'_>, table: &Cells<'_>) {
    let numbered = |head: &String| head.rsplit_once(' ').is_some_and(|(_, last)| last.parse::<u64>().is_ok());
    let columns = &table.table.columns;
    for (at, head) in table.heads.iter().enumerate().filter(|(_, head)| numbered(head)) {
        if let Some(first) = table.heads[..at].iter().position(|other| other == head) {
            report
                .at(columns[at].judul.span, "kepala kolom ini sudah ada")
                .label(columns[first].judul.span, "kolom itu")
                .hint("periksa kepala kedua kolom itu");
        }
    }
    let labels: Vec<((String, u64), Span)> = table
        .heads
        .iter()
        .zip(columns)
        .filter_map(|(head, column)| {
            let (name, number) = head.rsplit_once(' ')?;
            Some(((name.to_owned(), number.parse().ok()?), column.judul.span))
        })
        .collect();
    let run: Vec<&((String, u64), Span)> = labels.iter().collect();
    if run.len() > 2 && run[0].0.1 == 1 && run.iter().all(|one| one.0.0 == run[0].0.0 && one.0.1 < 100) {
        gap(report, &run);
    }
}
