//! The decree as it would go out now: each text with its paragraph, and the entry of the YAML that it is printed from.

use std::collections::{HashMap, HashSet};

use naskah_core::decree::tabel::{KOTAK, LAMBANG};
use naskah_core::decree::teks::runs_of;
use naskah_core::decree::{Bilangan, Run, Teks};
use naskah_core::diag::Span;
use naskah_core::resolve::{BarisCetak, BlokCetak, ButirCetak, Naskah};
use naskah_core::yaml::{Node, Value};

use super::super::bentuk;
use super::super::isi::{Baris, Blok, Potong, Turun};
use super::super::jangkar::{rapi, tertulis, tulisan};

/// A step into the tree: a key, or an item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Langkah {
    /// Under a key.
    Kunci(String),
    /// An item, from 0.
    Ke(usize),
}

/// A way into the tree.
pub type Jalan = Vec<Langkah>;

/// An item of a list of the YAML.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Butir {
    /// The way to the list.
    pub daftar: Jalan,
    /// Which item, from 0.
    pub ke: usize,
}

/// How a printed text came from what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asal {
    /// Typed so, but for punctuation that the program put at its end.
    Ketikan {
        /// What was put.
        akhir: String,
        /// Whether it is printed in capitals.
        kapital: bool,
    },
    /// Made by the program.
    Buatan,
}

/// A text of the decree.
#[derive(Debug)]
pub struct Satuan {
    /// Where it was written.
    pub span: Span,
    /// Where that is in the tree, where it is in the decree's own file.
    pub jalan: Option<Jalan>,
    /// What is printed, as it would be typed.
    pub teks: String,
    /// What was typed.
    pub ketikan: String,
    /// How the one came from the other.
    pub asal: Asal,
    /// The item that it is the head of.
    pub butir: Option<Butir>,
    /// The mark that it is printed with.
    pub tanda: Option<String>,
    /// Whether it is a number of a row that follows from the order.
    pub nomor: bool,
    /// Whether it stands in a column of numbers.
    pub bilangan: bool,
    /// Whether it stands in a column of words that name a symbol.
    pub bagan: bool,
    /// Whether it stands in a column of boxes.
    pub centang: bool,
}

/// A paragraph as it would go out.
#[derive(Debug)]
pub struct Paragraf {
    /// The name of its style.
    pub gaya: &'static str,
    /// The words before its first text.
    pub awal: String,
    /// Its texts, each with what follows up to the next.
    pub teks: Vec<(usize, String)>,
    /// Its cell, where it stands in a row of a table of the decree: table, row, column.
    pub sel: Option<(usize, usize, usize)>,
}

/// The decree as it would go out now.
pub struct Acuan<'a> {
    /// Its texts.
    pub satuan: Vec<Satuan>,
    /// Its paragraphs.
    pub paragraf: Vec<Paragraf>,
    /// The paragraphs of each cell of a table: table, row, column.
    pub sel: HashMap<(usize, usize, usize), Vec<usize>>,
    /// The texts of each row: table, row.
    pub baris: HashMap<(usize, usize), Vec<usize>>,
    /// The rows of each table: their sums and whether they belong to merged cells.
    pub tabel: HashMap<usize, Tabel>,
    /// How many pictures it has.
    pub gambar: usize,
    /// The tree that it was read from.
    pub pohon: &'a Node,
}

/// A table of the decree.
#[derive(Debug, Default)]
pub struct Tabel {
    /// The sums of its rows.
    pub jumlah: Vec<String>,
    /// The item of the YAML that each row is printed from.
    pub butir: Vec<Option<Butir>>,
    /// Whether cells are merged up or down in a row.
    pub gabung: Vec<bool>,
    /// Columns of row numbers.
    pub penomor: Vec<usize>,
    /// Columns of sums across.
    pub dihitung: Vec<usize>,
    /// Columns of numbers.
    pub bilangan: Vec<usize>,
    /// Columns of boxes to tick.
    pub centang: Vec<usize>,
    /// Columns of words that name a symbol.
    pub bagan: Vec<usize>,
    /// How many columns it has.
    pub kolom: usize,
    /// The heads of its columns.
    pub kepala: Vec<String>,
}

impl Tabel {
    /// Whether the cells of a column are typed; numbers of rows and sums across are not.
    pub fn is_typed(&self, x: usize) -> bool {
        !self.penomor.contains(&x) && !self.dihitung.contains(&x)
    }
}

/// Keys whose values the program gives, or that stand for more than their text.
const BUKAN_TEKS: [&str; 5] = ["nomor", "tahun", "kantor", "pejabat", "jenis"];

impl<'a> Acuan<'a> {
    /// What a decree is printed from.
    pub fn of(naskah: &Naskah, pohon: &'a Node) -> Self {
        let mut satuan = satuan(naskah, pohon);
        let (paragraf, mut tabel) = paragraf(naskah, &mut satuan);
        for table in tabel.values_mut() {
            (table.centang, table.bagan) = (kolom_isi(table, pohon, "centang"), kolom_isi(table, pohon, "bagan"));
            table.dihitung = kolom_isi(table, pohon, "jumlah");
        }
        for one in &paragraf {
            let Some((table, _, x)) = one.sel else { continue };
            let drawn = tabel.get(&table).is_some_and(|table| table.bagan.contains(&x));
            one.teks.iter().for_each(|(at, _)| satuan[*at].bagan = drawn && lambang(&satuan[*at].ketikan));
        }
        kotak(&paragraf, &tabel, pohon, &mut satuan);
        let attached = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi);
        let attached = attached.filter(|block| matches!(block, BlokCetak::Gambar { .. })).count();
        let gambar = attached + usize::from(naskah.kop.lambang.is_some());
        let (mut sel, mut baris): (HashMap<_, Vec<usize>>, HashMap<_, Vec<usize>>) = Default::default();
        for (at, one) in paragraf.iter().enumerate() {
            if let Some((table, row, x)) = one.sel {
                sel.entry((table, row, x)).or_default().push(at);
                baris.entry((table, row)).or_default().extend(one.teks.iter().map(|(unit, _)| *unit));
            }
        }
        Self { satuan, paragraf, sel, baris, tabel, gambar, pohon }
    }
}

/// The texts of a decree, each with the entry that it is printed from.
fn satuan(naskah: &Naskah, pohon: &Node) -> Vec<Satuan> {
    let mut ways = HashMap::new();
    jalan_teks(pohon, &mut Vec::new(), &mut ways);
    let marks = tanda(naskah);
    let mut owned = HashSet::new();
    let texts = naskah.texts();
    let mut satuan: Vec<Satuan> = texts
        .iter()
        .map(|teks| {
            let way = ways.get(&(teks.span.start, teks.span.end)).filter(|_| teks.span.file == pohon.span.file);
            let typed = way.and_then(|way| at(pohon, way)).and_then(Node::as_scalar).unwrap_or_default().trim();
            let generated =
                way.is_none_or(|way| matches!(&way[0], Langkah::Kunci(key) if BUKAN_TEKS.contains(&key.as_str())));
            let asal = match generated || owned.contains(&(teks.span.start, teks.span.end)) {
                true => Asal::Buatan,
                false => asal(teks, typed),
            };
            if asal != Asal::Buatan {
                owned.insert((teks.span.start, teks.span.end));
            }
            Satuan {
                span: teks.span,
                jalan: way.cloned(),
                teks: rapi(&tertulis(teks)),
                ketikan: typed.to_owned(),
                asal,
                butir: way.and_then(|way| kepala_butir(way)),
                tanda: marks.get(&std::ptr::from_ref(*teks)).cloned(),
                nomor: false,
                bilangan: false,
                bagan: false,
                centang: false,
            }
        })
        .collect();
    // Only the first text of an item stands for it.
    let mut heads = HashSet::new();
    satuan.iter_mut().for_each(|one| {
        let again = one.butir.as_ref().is_some_and(|butir| !heads.insert(butir.clone()));
        if again || (one.asal == Asal::Buatan && !langsung(one)) {
            one.butir = None;
        }
    });
    satuan
}

/// Whether a text that the program made stands for an item of its own list all the same, as a citation does.
fn langsung(satuan: &Satuan) -> bool {
    matches!(satuan.jalan.as_deref(), Some([Langkah::Kunci(key), Langkah::Ke(_)]) if key == "mengingat")
}

/// The node at the end of a way.
pub fn at<'n>(node: &'n Node, way: &[Langkah]) -> Option<&'n Node> {
    way.iter().try_fold(node, |node, step| match (step, &node.value) {
        (Langkah::Kunci(key), _) => node.get(key),
        (Langkah::Ke(at), Value::Seq(items)) => items.get(*at),
        _ => None,
    })
}

/// The way to every text of a tree by its place.
fn jalan_teks(node: &Node, way: &mut Jalan, out: &mut HashMap<(usize, usize), Jalan>) {
    match &node.value {
        Value::Scalar { .. } => {
            out.insert((node.span.start, node.span.end), way.clone());
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                way.push(Langkah::Kunci(key.name.clone()));
                jalan_teks(value, way, out);
                way.pop();
            }
        }
        Value::Seq(items) => {
            for (place, item) in items.iter().enumerate() {
                way.push(Langkah::Ke(place));
                jalan_teks(item, way, out);
                way.pop();
            }
        }
        Value::Null => {}
    }
}

/// The item that the text at the end of a way is the head of.
fn kepala_butir(way: &[Langkah]) -> Option<Butir> {
    let item = way.iter().rposition(|step| matches!(step, Langkah::Ke(_)))?;
    let Langkah::Ke(ke) = way[item] else { return None };
    let head = match &way[item + 1..] {
        [] => true,
        [Langkah::Kunci(key)] => matches!(key.as_str(), "teks" | "bab" | "bagian"),
        _ => false,
    };
    head.then(|| Butir { daftar: way[..item].to_vec(), ke })
}

/// How a printed text came from what was typed.
fn asal(teks: &Teks, typed: &str) -> Asal {
    let seen = |runs: &[Run]| rapi(&tulisan(runs));
    let (printed, typed_runs) = (seen(&teks.runs), runs_of(typed));
    let own = seen(&typed_runs);
    let capital = Teks { span: teks.span, runs: typed_runs }.to_upper();
    for (from, kapital) in [(own, false), (seen(&capital.runs), true)] {
        if let Some(akhir) = printed.strip_prefix(&from)
            && (akhir.is_empty() || penutup(akhir))
            && !(kapital && from.is_empty())
        {
            return Asal::Ketikan { akhir: akhir.to_owned(), kapital };
        }
    }
    match (typed.parse::<Bilangan>(), printed.parse::<Bilangan>()) {
        (Ok(a), Ok(b)) if a.without_zeros() == b.without_zeros() => {
            Asal::Ketikan { akhir: String::new(), kapital: false }
        }
        _ => Asal::Buatan,
    }
}

/// Whether something is punctuation that the program puts at the end of an item.
pub fn penutup(text: &str) -> bool {
    let stem = ["dan/atau", "dan", "atau"].iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    matches!(stem.trim(), ";" | "." | "," | ":")
}

/// A text without punctuation that the program would put at its end.
pub fn tanpa_penutup(text: &str) -> &str {
    let text = text.trim_end();
    let linked = ["dan/atau", "dan", "atau"].iter().find_map(|word| text.strip_suffix(word));
    let stem = linked.map(str::trim_end).filter(|stem| stem.ends_with(';')).unwrap_or(text);
    stem.strip_suffix([';', '.', ',', ':']).unwrap_or(stem).trim_end()
}

/// The marks of items by their texts.
fn tanda(naskah: &Naskah) -> HashMap<*const Teks, String> {
    let mut out = HashMap::new();
    let mut take = |items: &[ButirCetak]| items.iter().for_each(|item| tanda_butir(item, &mut out));
    naskah.bagian.iter().for_each(|bagian| take(&bagian.butir));
    naskah.diktum.iter().for_each(|diktum| take(&diktum.isi.rincian));
    naskah.tembusan.iter().for_each(|tembusan| take(&tembusan.butir));
    for block in naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi) {
        match block {
            BlokCetak::Paragraf { isi, .. } => take(&isi.rincian),
            BlokCetak::Tabel { tabel } => {
                tabel.baris.iter().flat_map(|row| row.cells()).for_each(|sel| take(&sel.isi.rincian));
            }
            _ => {}
        }
    }
    out
}

fn tanda_butir(item: &ButirCetak, out: &mut HashMap<*const Teks, String>) {
    if let Some(no) = &item.no {
        out.insert(std::ptr::from_ref(&item.teks), no.clone());
    }
    item.rincian.iter().for_each(|item| tanda_butir(item, out));
}

/// The paragraphs of the document, and its tables.
fn paragraf(naskah: &Naskah, satuan: &mut [Satuan]) -> (Vec<Paragraf>, HashMap<usize, Tabel>) {
    let dokumen = bentuk::dokumen(naskah, &[], true);
    let (mut out, mut tabel): (Vec<Paragraf>, HashMap<usize, Tabel>) = (Vec::new(), HashMap::new());
    for blok in dokumen.seksi.iter().flat_map(|seksi| &seksi.blok) {
        match blok {
            Blok::Paragraf(paragraf) => out.push(satu(paragraf.gaya, &paragraf.isi, None)),
            Blok::Tabel(table) => {
                let mut row = 0;
                for baris in &table.baris {
                    let place = table.id.filter(|_| !baris.kepala).map(|table| (table, row));
                    baris_tabel(baris, place, satuan, &mut out, &mut tabel);
                    row += usize::from(place.is_some());
                }
            }
        }
    }
    kepala(naskah, &mut tabel);
    butir_sel(&out, satuan);
    let numbers = |one: &&Paragraf| {
        one.sel.is_some_and(|(table, _, x)| tabel.get(&table).is_some_and(|known| known.penomor.contains(&x)))
    };
    for (at, _) in out.iter().filter(numbers).flat_map(|one| &one.teks) {
        satuan[*at].nomor = true;
    }
    bilangan(naskah, &out, satuan, &mut tabel);
    (out, tabel)
}

/// The cells of a row; `place` is its table and which row it is, where it is one of the decree's.
fn baris_tabel(
    baris: &Baris,
    place: Option<(usize, usize)>,
    satuan: &[Satuan],
    out: &mut Vec<Paragraf>,
    tabel: &mut HashMap<usize, Tabel>,
) {
    let pieces = baris.sel.iter().flat_map(|sel| &sel.isi).flat_map(|line| &line.isi);
    let sum =
        pieces.filter_map(|potong| if let Potong::Baris(.., sum) = potong { Some(sum.clone()) } else { None }).next();
    let (mut x, mut item, mut merged) = (0, None, false);
    for sel in &baris.sel {
        for line in &sel.isi {
            let one = satu(line.gaya, &line.isi, place.map(|(table, row)| (table, row, x)));
            item = item.or_else(|| one.teks.iter().find_map(|(at, _)| baris_butir(satuan[*at].jalan.as_deref()?)));
            out.push(one);
        }
        merged |= sel.turun != Turun::Sendiri;
        x += sel.kanan;
    }
    if let Some((table, _)) = place {
        let known = tabel.entry(table).or_default();
        known.jumlah.push(sum.unwrap_or_default());
        known.butir.push(item);
        known.gabung.push(merged);
        known.kolom = known.kolom.max(x);
    }
}

/// The heads of tables, and their columns of row numbers.
fn kepala(naskah: &Naskah, tabel: &mut HashMap<usize, Tabel>) {
    for block in naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi) {
        if let BlokCetak::Tabel { tabel: print } = block
            && let Some(known) = tabel.get_mut(&print.id)
        {
            known.penomor = print.penomor.clone();
            known.kepala = vec![String::new(); known.kolom];
            for sel in print.kepala.iter().flatten().filter(|sel| sel.x < known.kolom) {
                known.kepala[sel.x] = sel.isi.teks.as_plain();
            }
        }
    }
}

/// Whether a cell names a symbol, or none.
pub fn lambang(text: &str) -> bool {
    text.is_empty() || LAMBANG.contains(&text)
}

/// The columns of a table that are declared to hold something.
fn kolom_isi(tabel: &Tabel, pohon: &Node, isi: &str) -> Vec<usize> {
    let Some((_, way)) = tabel.butir.iter().flatten().next().and_then(|butir| butir.daftar.split_last()) else {
        return Vec::new();
    };
    let columns = at(pohon, way).and_then(|node| node.get("kolom"));
    let leaves = columns.map(kolom_dalam).unwrap_or_default();
    let own = |node: &Node| node.get("isi").and_then(Node::as_scalar).map(str::trim) == Some(isi);
    leaves.iter().enumerate().filter(|(_, node)| own(node)).map(|(x, _)| x).collect()
}

/// The innermost columns below a list of columns.
fn kolom_dalam(list: &Node) -> Vec<&Node> {
    let Value::Seq(items) = &list.value else { return Vec::new() };
    items.iter().flat_map(|item| item.get("kolom").map_or_else(|| vec![item], kolom_dalam)).collect()
}

/// Marks the texts of columns that hold nothing but numbers.
fn bilangan(naskah: &Naskah, paragraf: &[Paragraf], satuan: &mut [Satuan], tabel: &mut HashMap<usize, Tabel>) {
    let blocks = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi);
    let tables = blocks.filter_map(|block| if let BlokCetak::Tabel { tabel } = block { Some(tabel) } else { None });
    for print in tables {
        let cells = paragraf.iter().filter_map(|one| Some((one, one.sel.filter(|(table, ..)| *table == print.id)?)));
        let mut columns: HashMap<usize, Vec<usize>> = HashMap::new();
        for (one, (_, row, x)) in cells {
            if matches!(print.baris.get(row), Some(BarisCetak::Sel(_))) {
                columns.entry(x).or_default().extend(one.teks.iter().map(|(at, _)| *at));
            }
        }
        for (x, units) in columns {
            let full = || units.iter().filter(|at| !satuan[**at].ketikan.is_empty());
            if full().count() > 0 && full().all(|at| satuan[*at].ketikan.parse::<Bilangan>().is_ok()) {
                units.iter().for_each(|at| satuan[*at].bilangan = true);
                tabel.entry(print.id).or_default().bilangan.push(x);
            }
        }
    }
}

/// In a cell only the items of its own list are items; the cells of a row are none.
fn butir_sel(paragraf: &[Paragraf], satuan: &mut [Satuan]) {
    let mut cells: HashMap<(usize, usize, usize), Vec<usize>> = HashMap::new();
    for one in paragraf {
        let units = one.teks.iter().map(|(at, _)| *at).filter(|at| satuan[*at].jalan.is_some());
        one.sel.into_iter().for_each(|sel| cells.entry(sel).or_default().extend(units.clone()));
    }
    for units in cells.values() {
        let ways: Vec<Jalan> = units.iter().filter_map(|at| satuan[*at].jalan.clone()).collect();
        let common = ways.first().map_or(0, |first| {
            (0..first.len()).take_while(|at| ways.iter().all(|way| way.get(*at) == first.get(*at))).count()
        });
        for unit in units {
            let inner = satuan[*unit].butir.as_ref().is_some_and(|butir| butir.daftar.len() >= common);
            if ways.len() < 2 || !inner {
                satuan[*unit].butir = None;
            }
        }
    }
}

/// The item of a table's rows that a cell is written in.
fn baris_butir(way: &[Langkah]) -> Option<Butir> {
    let rows =
        way.windows(2).position(|pair| matches!(pair, [Langkah::Kunci(key), Langkah::Ke(_)] if key == "baris"))?;
    let Langkah::Ke(ke) = way[rows + 1] else { return None };
    Some(Butir { daftar: way[..=rows].to_vec(), ke })
}

fn satu(gaya: &'static str, isi: &[Potong], sel: Option<(usize, usize, usize)>) -> Paragraf {
    let mut paragraf = Paragraf { gaya, awal: String::new(), teks: Vec::new(), sel };
    let mut within = false;
    for potong in isi {
        let rest = match paragraf.teks.last_mut() {
            Some((_, rest)) => rest,
            None => &mut paragraf.awal,
        };
        match potong {
            Potong::Awal(at) => {
                within = true;
                paragraf.teks.push((*at, String::new()));
            }
            Potong::Akhir => within = false,
            Potong::Kata(run) if !within => rest.push_str(&run.text),
            Potong::Tab | Potong::Ganti | Potong::Titian(_) if !within => rest.push(' '),
            Potong::NomorHalaman(_) => rest.push('…'),
            _ => {}
        }
    }
    paragraf
}

/// What is typed for a box that is ticked or not; `None` of everything else.
pub fn centang(text: &str) -> Option<&'static str> {
    let text = if text == "☒" { "☑" } else { text };
    let own = KOTAK.iter().find(|(typed, printed)| *printed == text || text.eq_ignore_ascii_case(typed));
    own.map(|(typed, _)| *typed).or(text.is_empty().then_some(""))
}

/// Gives each box of a table, and each of a list of texts with boxes, the way to its word in the YAML.
fn kotak(paragraf: &[Paragraf], tabel: &HashMap<usize, Tabel>, pohon: &Node, satuan: &mut [Satuan]) {
    let mut labels = HashMap::new();
    bertanda(pohon, &mut Vec::new(), &mut labels);
    let drawn = |text: &str| text.is_empty() || KOTAK.iter().any(|(_, printed)| *printed == text);
    for one in paragraf {
        let Some((table, row, x)) = one.sel else { continue };
        for (unit, _) in &one.teks {
            let own = &mut satuan[*unit];
            if !drawn(&own.teks) {
                continue;
            }
            let cell = tabel.get(&table).filter(|table| table.centang.contains(&x));
            let way = match cell {
                Some(table) => jalan_kotak(table, row, x, pohon),
                None => labels.get(&(own.span.start, own.span.end)).filter(|_| !own.teks.is_empty()).cloned(),
            };
            if let Some(way) = way {
                (own.centang, own.jalan) = (true, Some(way));
            }
        }
    }
}

/// The way to the word of a box in a row.
fn jalan_kotak(table: &Tabel, row: usize, x: usize, pohon: &Node) -> Option<Jalan> {
    let butir = table.butir.get(row)?.as_ref()?;
    let before = (0..x).filter(|before| !table.is_typed(*before)).count();
    let mut way = butir.daftar.clone();
    way.push(Langkah::Ke(butir.ke));
    if at(pohon, &way)?.get("sel").is_some() {
        way.push(Langkah::Kunci("sel".into()));
    }
    way.push(Langkah::Ke(x - before));
    let word = at(pohon, &way)?.as_scalar()?.trim();
    (word.is_empty() || KOTAK.iter().any(|(typed, _)| *typed == word)).then_some(way)
}

/// The ways to the words of texts with boxes, by the places of the texts.
fn bertanda(node: &Node, way: &mut Jalan, out: &mut HashMap<(usize, usize), Jalan>) {
    fn within(step: Langkah, node: &Node, way: &mut Jalan, out: &mut HashMap<(usize, usize), Jalan>) {
        way.push(step);
        bertanda(node, way, out);
        way.pop();
    }
    match &node.value {
        Value::Seq(items) => items.iter().enumerate().for_each(|(ke, item)| within(Langkah::Ke(ke), item, way, out)),
        Value::Map(entries) => {
            for (key, value) in entries {
                if let (Value::Map(texts), "centang") = (&value.value, key.name.as_str()) {
                    for (text, _) in texts {
                        let mut own = way.clone();
                        own.extend([Langkah::Kunci(key.name.clone()), Langkah::Kunci(text.name.clone())]);
                        out.insert((text.span.start, text.span.end), own);
                    }
                    continue;
                }
                within(Langkah::Kunci(key.name.clone()), value, way, out);
            }
        }
        Value::Scalar { .. } | Value::Null => {}
    }
}
