//! The decree's own year, number and date, and years in fields that are no texts.

use std::collections::BTreeSet;

use naskah_core::decree::keputusan::Dasar;
use naskah_core::diag::{Edit, FileId, Span};
use naskah_core::reading::{Passage, Reading};
use naskah_core::yaml::{self, Node, TINJAU, Value};

use super::report::Work;
use super::units::raw;
use super::years::Roll;

/// Moves the year and empties number and date.
pub fn look(context: &Reading<'_>, tree: &Node, roll: Roll, work: &mut Work) {
    let decree = context.keputusan;
    let source = context.files.text(decree.span.file);
    if roll.delta() != 0 {
        let span = decree.tahun.span;
        let (old, new) = (roll.own.to_string(), roll.target.to_string());
        if let Some(at) = source.get(span.start..span.end).and_then(|text| text.find(&old)) {
            let place = Span::new(span.file, span.start + at, span.start + at + old.len());
            let edit = Edit { span: place, text: new.clone() };
            work.changed("Tahun keputusan", span, [&old, &new], "tahun yang diminta", vec![edit]);
            work.years(1);
        }
        empty(source, tree.get("nomor"), "Nomor", "nomor baru belum ada", work);
        let date = tree.get("ditetapkan").and_then(|closing| closing.get("tanggal"));
        empty(source, date, "Tanggal penetapan", "tanggal baru belum ada", work);
    }
    if let Some(nomor) = &decree.kepala.nomor {
        let span = Span::new(nomor.span.file, nomor.span.start, nomor.span.start);
        let why = "baris nomor ditulis sendiri; ganti dengan nomor yang baru, atau hapus";
        work.marked("Kepala keputusan", span, [&nomor.as_plain(), "kepala nomor"], why);
    }
}

/// Marks each sheet: it is shared with the old decree, and what its cells say of years is left to a person.
pub fn sheets(roll: Roll, work: &mut Work) {
    let moved = roll.delta() != 0;
    for sheet in work.lembar.clone() {
        let shared = format!(
            "berkas ini juga dibaca keputusan {}; salin menjadi berkas untuk {} dan sebut di sini",
            roll.own, roll.target
        );
        let parts: Vec<String> = moved.then_some(shared).into_iter().chain(sheet.cells()).collect();
        if !parts.is_empty() {
            let file = &sheet.berkas;
            work.marked("Lembar kerja", sheet.dari, [file, file], &parts.join("; "));
            work.years(raw(file).len());
        }
    }
}

/// Takes a value out of its field.
fn empty(source: &str, node: Option<&Node>, place: &str, why: &str, work: &mut Work) {
    let Some(node) = node.filter(|node| !node.is_empty()) else { return };
    let Some(old) = source.get(node.span.start..node.span.end) else { return };
    let end = node.span.start + old.trim_end().len();
    let ends_line = source[end..].starts_with(['\n', '\r']) || end == source.len();
    let blanks = source[..node.span.start].len() - source[..node.span.start].trim_end_matches(' ').len();
    let quoted = !matches!(node.value, Value::Scalar { plain: true, .. });
    let start = if ends_line && !quoted { node.span.start - blanks } else { node.span.start };
    let text = if quoted { "''".to_owned() } else { String::new() };
    let edit = Edit { span: Span::new(node.span.file, start, end), text };
    let shown = node.as_scalar().unwrap_or_default().to_owned();
    work.changed(place, node.span, [&shown, ""], why, vec![edit]);
    work.years(raw(&shown).len());
}

/// Fields that hold no year of the plan, or whose year is dealt with by itself.
const OWN: [&str; 5] = ["jenis", "kantor", "pejabat", "nomor", "tahun"];

/// Marks years in fields that are read as something else than texts.
pub fn leftovers(context: &Reading<'_>, tree: &Node, roll: Roll, work: &mut Work) {
    let own = |passage: &&Passage<'_>| passage.teks.span.file == context.keputusan.span.file;
    let mut known: BTreeSet<usize> =
        context.passages.iter().filter(own).map(|passage| passage.teks.span.start).collect();
    for dasar in &context.keputusan.mengingat {
        if let Dasar::Id { id, .. } = dasar {
            known.insert(id.span.start);
        }
    }
    known.extend(context.keputusan.ditetapkan.tanggal.as_ref().map(|date| date.span.start));
    known.extend(context.keputusan.salinan.oleh.as_ref().map(|id| id.span.start));
    for (key, node) in tree.as_map().unwrap_or_default() {
        if !OWN.contains(&key.name.as_str()) {
            leftover(node, &key.name, &known, roll, work);
        }
    }
}

fn leftover(node: &Node, key: &str, known: &BTreeSet<usize>, roll: Roll, work: &mut Work) {
    match &node.value {
        Value::Map(entries) => {
            // A sheet's file is marked by itself.
            let marked = |node: &Node| work.lembar.iter().any(|sheet| sheet.dari == node.span);
            let own: Vec<_> = entries.iter().filter(|(_, node)| roll.delta() == 0 || !marked(node)).collect();
            own.into_iter().for_each(|(key, node)| leftover(node, &key.name, known, roll, work));
        }
        Value::Seq(items) => items.iter().for_each(|node| leftover(node, key, known, roll, work)),
        Value::Scalar { text, .. } if !known.contains(&node.span.start) => {
            let years = raw(text);
            let near = years.iter().filter(|(_, year)| roll.is_near(*year)).count();
            if near > 0 {
                let why = "isian ini bukan teks; periksa apakah angkanya tahun";
                work.marked(&format!("Isian {key}"), node.span, [text, text], why);
                work.years(years.len());
            }
        }
        Value::Scalar { .. } | Value::Null => {}
    }
}

/// Notes years in comments, which stay as they are.
pub fn comments(context: &Reading<'_>, file: FileId, roll: Roll, work: &mut Work) {
    if !context.files.text(file).contains('#') {
        return;
    }
    for comment in yaml::comments(context.files, file) {
        let near = raw(&comment.text).iter().any(|(_, year)| roll.is_near(*year));
        if near && !comment.text.starts_with(TINJAU) {
            work.kept("Catatan YAML", comment.span, &comment.text, "catatan tidak dicetak dan dibiarkan");
        }
    }
}
