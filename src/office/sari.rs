//! What an extract carries: heads and signature of the decree, the decisions that are printed, the rows of those whom it
//! is for as far as they are printed. Nobody else's data go with it, and it can be made again from that alone.

use std::ops::Range;

use super::remake::{DibuatUlang, Remade, Ulang};
use naskah_core::bundle::{Bundel, TIDAK_DIPETIK, sama_tercetak};
use naskah_core::decree::{Keputusan, Penomoran, Run, Teks};
use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::language::numerals::nama_diktum;
use naskah_core::resolve::{ButirCetak, Edition, PetikanCetak, Printable};
use naskah_core::yaml::{self, Node, Value};
use naskah_formats::sheets::quoted;
use naskah_pages::typeset::Fonts;

/// An issued decree, with the rows of all for whom extracts are made.
pub struct Induk {
    tree: Node,
    edition: Edition,
    decree: Remade,
    rows: Vec<PetikanCetak>,
    keys: Vec<String>,
}

/// The fields of a decree that an extract prints as they are written.
const UTUH: &[&str] = &[
    "jenis",
    "kantor",
    "pejabat",
    "nomor",
    "tahun",
    "tentang",
    "kepala",
    "menetapkan",
    "ditetapkan",
    "halaman",
    "apa_adanya",
];

/// The fields of `salinan` that an extract prints.
const PENGESAHAN: &[&str] = &["oleh", "blok", "nama"];

/// The fields of an office of which nothing is printed.
const TAK_TERCETAK: &[&str] = &["aturan", "jdih", "komentar_ikut"];

/// The heads of the columns that the rows are found by; neither is printed.
const NOMOR: &str = "Nomor petikan";
const PENERIMA: &str = "Penerima petikan";

/// What extracts of a decree are made from: without comments and notes, and of its office no other persons than those
/// whom an extract names. `oleh` is who was asked to certify.
pub fn siaran(bundel: &Bundel, keputusan: &Keputusan, oleh: Option<&str>) -> Option<Bundel> {
    let clean = bundel.tersiar()?;
    let path = format!("data/kantor/{}.yaml", keputusan.kantor.value);
    let mut files = Files::default();
    let file = files.add(path.clone(), clean.bahan().berkas.get(&path)?.clone());
    let tree = yaml::parse(&files, file, &mut Sink::default())?;
    let own = keputusan.petikan.as_ref().and_then(|petikan| petikan.oleh.as_ref());
    let certifier = own.or(keputusan.salinan.oleh.as_ref()).map(|id| id.value.as_str());
    let mut named: Vec<&str> =
        [Some(keputusan.pejabat.value.as_str()), oleh.or(certifier)].into_iter().flatten().collect();
    let persons = tree.get("pejabat")?;
    let mut at = 0;
    while let Some(person) = named.get(at).map(|id| persons.get(id)) {
        let above = ["atas_nama", "ub"].iter().filter_map(|field| person?.get(field)?.as_scalar());
        let above: Vec<&str> = above.filter(|id| !named.contains(id)).collect();
        named.extend(above);
        at += 1;
    }
    let mut out = String::new();
    for (key, node) in tree.as_map()?.iter().filter(|(key, _)| !TAK_TERCETAK.contains(&key.name.as_str())) {
        if key.name != "pejabat" {
            entry(&mut out, 0, &key.name, node);
            continue;
        }
        let kept = node.as_map()?.iter().filter(|(id, _)| named.contains(&id.name.as_str())).cloned().collect();
        entry(&mut out, 0, "pejabat", &Node::new(node.span, Value::Map(kept)));
    }
    Some(clean.with_data(path, out))
}

impl Induk {
    /// Binds a decree for all of an edition.
    pub fn open(ulang: &Ulang, edition: &Edition, files: &mut Files, sink: &mut Sink) -> Option<Self> {
        let tree = yaml::parse(files, ulang.file, sink)?;
        let mut decree = ulang.bind(edition, files, sink)?;
        let (rows, keys) = decree.take_petikan();
        Some(Self { tree, edition: edition.clone(), decree, rows, keys })
    }

    /// The rows of all, in their order.
    pub fn rows(&self) -> &[PetikanCetak] {
        &self.rows
    }

    /// The extract of some of them, made from what it carries alone.
    pub fn petik(&mut self, part: &Range<usize>, with: (&Ulang, &Fonts), sink: &mut Sink) -> Option<DibuatUlang> {
        let (ulang, fonts) = with;
        let rows = self.rows.get(part.clone()).unwrap_or_default().to_vec();
        let mut files = Files::default();
        let ulang = ulang.with_text(self.decree.resolved().naskah().meta.sumber.clone(), self.sari(&rows), &mut files);
        let edition = Edition { untuk: numbers(&rows), kunci: None, kolom: Vec::new(), ..self.edition.clone() };
        let mut found = Sink::default();
        let remade = ulang.bind(&edition, &mut files, &mut found);
        self.decree.put_petikan(rows, self.keys.get(part.clone()).unwrap_or_default().to_vec());
        let printed = self.decree.resolved().naskah();
        let same = remade.filter(|remade| sama_tercetak(remade.resolved().naskah(), printed));
        if same.is_none() {
            let why = found.found().first().map_or(String::new(), |finding| format!(": {}", finding.message));
            let message = format!("petikan tidak dapat dibuat dari barisnya sendiri{why}");
            let hint = "laporkan hal ini kepada pengembang; tidak ada petikan yang memuat data orang lain";
            sink.push(Diagnostic::galat(Code::INTERNAL, None, message).hint(hint));
        }
        ulang.make(same?, &files, fonts, sink)
    }

    /// The text that the extract of these rows carries.
    pub fn sari(&self, rows: &[PetikanCetak]) -> String {
        let mut out = String::new();
        for field in UTUH {
            self.tree.get(field).into_iter().for_each(|node| entry(&mut out, 0, field, node));
        }
        out.push_str(&format!(
            "menimbang: {{butir: [{TIDAK_DIPETIK}], penutup: tanpa}}\nmengingat: [{TIDAK_DIPETIK}]\n"
        ));
        if !self.decree.resolved().keputusan().memperhatikan.is_empty() {
            out.push_str(&format!("memperhatikan: [{TIDAK_DIPETIK}]\n"));
        }
        self.decisions(&mut out);
        if let Some(salinan) = self.tree.get("salinan") {
            let kept = salinan.as_map().unwrap_or_default().iter();
            let kept = kept.filter(|(key, _)| PENGESAHAN.contains(&key.name.as_str())).cloned().collect();
            entry(&mut out, 0, "salinan", &Node::new(salinan.span, Value::Map(kept)));
        }
        self.table(&mut out, rows);
        out
    }

    /// The decisions that are printed; the others keep their names alone.
    fn decisions(&self, out: &mut String) {
        let printed: Vec<&str> = self.decree.resolved().naskah().diktum.iter().map(|d| d.label.as_str()).collect();
        let written = self.tree.get("diktum").and_then(items).unwrap_or_default();
        out.push_str("diktum:\n");
        for (at, node) in written.iter().enumerate() {
            match nama_diktum(at + 1).is_some_and(|name| printed.contains(&name.as_str())) {
                true => item(out, 2, node),
                false => out.push_str(&format!("  - {TIDAK_DIPETIK}\n")),
            }
        }
    }

    /// How rows are found, and the rows, each cell as it is printed.
    fn table(&self, out: &mut String, rows: &[PetikanCetak]) {
        let keputusan = self.decree.resolved().keputusan();
        let asked = keputusan.petikan.as_ref();
        let named = !self.edition.kolom.is_empty() || asked.is_some_and(|petikan| !petikan.kolom.is_empty());
        let heads = heads(rows);
        let key = rows.first().and_then(|row| Some(plain(&row.baris.get(row.kunci?)?.label)));
        let hidden = key.is_none();
        let key = key.unwrap_or_else(|| PENERIMA.to_owned());
        out.push_str(&format!("petikan:\n  lampiran: 1\n  kunci: {}\n", quoted(&key)));
        if named {
            out.push_str(&format!(
                "  kolom: [{}]\n",
                heads.iter().map(|head| quoted(&plain(head))).collect::<Vec<_>>().join(", ")
            ));
        }
        if let Some(petikan) = asked.filter(|petikan| !petikan.diktum.is_empty()) {
            let names: Vec<String> = petikan.diktum.iter().map(|name| quoted(&name.value)).collect();
            out.push_str(&format!("  diktum: [{}]\n", names.join(", ")));
        }
        if let Some(oleh) = asked.and_then(|petikan| petikan.oleh.as_ref()) {
            out.push_str(&format!("  oleh: {}\n", quoted(&oleh.value)));
        }
        out.push_str("lampiran:\n  - tabel:\n      nomor_lanjut: ya\n");
        if let Some(marks) = marks(rows) {
            out.push_str(&format!("      penomoran: {marks}\n"));
        }
        out.push_str(&format!("      kolom:\n        - {{judul: {NOMOR}, isi: nomor}}\n"));
        if hidden {
            out.push_str(&format!("        - {{judul: {PENERIMA}}}\n"));
        }
        heads.iter().for_each(|head| out.push_str(&format!("        - {{judul: {}}}\n", quoted(&typed(head)))));
        out.push_str(&notes(rows));
        out.push_str("      baris:\n");
        let mut group = None;
        for (n, at) in in_table(rows).into_iter().enumerate() {
            let person = &rows[at];
            if let Some(heading) = person.kelompok.as_ref().map(typed).filter(|heading| group.as_ref() != Some(heading))
            {
                out.push_str(&format!("        - {{kelompok: {}}}\n", quoted(&heading)));
                group = Some(heading);
            }
            let lead = hidden.then(|| quoted(&(n + 1).to_string()));
            lines(out, person, &heads, lead);
        }
    }
}

/// The notes of the rows, each once, as a field of the table.
fn notes(rows: &[PetikanCetak]) -> String {
    let mut notes: Vec<String> = Vec::new();
    for note in rows.iter().flat_map(|row| &row.catatan).map(|note| quoted(&typed(note))) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    if notes.is_empty() { String::new() } else { format!("      keterangan: [{}]\n", notes.join(", ")) }
}

/// The rows of one person: as many as its longest column has texts.
fn lines(out: &mut String, person: &PetikanCetak, heads: &[&Teks], lead: Option<String>) {
    let cells: Vec<&[ButirCetak]> = columns(person, heads);
    let key = person.kunci.and_then(|at| person.baris.get(at)).map(|line| plain(&line.label));
    for at in 0..cells.iter().map(|cells| cells.len()).max().unwrap_or(0) {
        let one = |(x, cells): (usize, &&[ButirCetak])| match cells.get(at) {
            Some(cell) => self::cell(cell),
            None if key.as_deref() == Some(plain(heads[x]).as_str()) => "^".to_owned(),
            None => "''".to_owned(),
        };
        let lead = lead.iter().map(|text| if at == 0 { text.clone() } else { "^".to_owned() });
        let row: Vec<String> = lead.chain(cells.iter().enumerate().map(one)).collect();
        match at {
            0 => out.push_str(&format!("        - [{}]\n", row.join(", "))),
            _ => out.push_str(&format!("        - {{sel: [{}], nomor: tidak}}\n", row.join(", "))),
        }
    }
}

/// Every head that one of the rows has a text under, in their order.
fn heads(rows: &[PetikanCetak]) -> Vec<&Teks> {
    let mut heads: Vec<&Teks> = Vec::new();
    for row in rows {
        let mut after = 0;
        for line in &row.baris {
            match heads.iter().skip(after).position(|head| head.span == line.label.span) {
                Some(at) => after += at + 1,
                None => {
                    heads.insert(after, &line.label);
                    after += 1;
                }
            }
        }
    }
    heads
}

/// What a person's row says under each of the heads.
fn columns<'a>(person: &'a PetikanCetak, heads: &[&Teks]) -> Vec<&'a [ButirCetak]> {
    let under = |head: &&Teks| person.baris.iter().find(|line| line.label.span == head.span);
    heads.iter().map(|head| under(head).map_or(&[][..], |line| &line.isi)).collect()
}

/// By which number of the table each of the rows is found.
fn numbers(rows: &[PetikanCetak]) -> Vec<String> {
    let order = in_table(rows);
    let number = |at: usize| order.iter().position(|row| *row == at).map_or(String::new(), |n| (n + 1).to_string());
    (0..rows.len()).map(number).collect()
}

/// The order in which the rows stand in the table: those without a heading first.
fn in_table(rows: &[PetikanCetak]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|at| rows[*at].kelompok.is_some());
    order
}

/// The numbering of the lists in the rows, where there is one.
fn marks(rows: &[PetikanCetak]) -> Option<&'static str> {
    let cells = rows.iter().flat_map(|row| &row.baris).flat_map(|line| &line.isi);
    let first = cells.flat_map(|cell| &cell.rincian).find_map(|item| item.no.clone())?;
    Penomoran::WORDS.iter().find(|(_, marks)| marks.mark(1) == first).map(|(word, _)| *word)
}

/// A cell as it is printed.
fn cell(cell: &ButirCetak) -> String {
    let items = || cell.rincian.iter().map(self::cell).collect::<Vec<_>>().join(", ");
    if cell.rincian.is_empty() {
        return quoted(&typed(&cell.teks));
    }
    if cell.teks.is_empty() && cell.penutup.is_none() {
        return format!("[{}]", items());
    }
    let closing = cell.penutup.as_ref().map_or(String::new(), |text| format!(", penutup: {}", quoted(&typed(text))));
    format!("{{teks: {}, rincian: [{}]{closing}}}", quoted(&typed(&cell.teks)), items())
}

fn plain(text: &Teks) -> String {
    text.as_plain()
}

/// A text with the marks of its emphasis, as it is typed.
fn typed(text: &Teks) -> String {
    let run = |run: &Run| {
        let marks = match (run.miring, run.tebal) {
            (false, false) => "",
            (true, false) => "*",
            (false, true) => "**",
            (true, true) => "***",
        };
        format!("{marks}{}{marks}", run.text.replace('*', "\\*"))
    };
    text.runs.iter().map(run).collect()
}

fn items(node: &Node) -> Option<&[Node]> {
    match &node.value {
        Value::Seq(items) => Some(items),
        _ => None,
    }
}

/// A field with its value, on lines of its own.
fn entry(out: &mut String, indent: usize, key: &str, node: &Node) {
    out.push_str(&format!("{}{key}:", " ".repeat(indent)));
    value(out, indent, node);
}

/// An item of a list.
fn item(out: &mut String, indent: usize, node: &Node) {
    out.push_str(&format!("{}-", " ".repeat(indent)));
    value(out, indent, node);
}

/// A value after its key or dash, with what belongs to it on the lines below.
fn value(out: &mut String, indent: usize, node: &Node) {
    match &node.value {
        Value::Null => out.push('\n'),
        Value::Scalar { text, .. } => out.push_str(&format!(" {}\n", quoted(text))),
        Value::Seq(items) => {
            out.push_str(if items.is_empty() { " []\n" } else { "\n" });
            items.iter().for_each(|node| item(out, indent + 2, node));
        }
        Value::Map(entries) => {
            out.push_str(if entries.is_empty() { " {}\n" } else { "\n" });
            entries.iter().for_each(|(key, node)| entry(out, indent + 2, &key.name, node));
        }
    }
}
