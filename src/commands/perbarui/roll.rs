//! A decree's text to the same decree of another year.

use std::ops::Range;

use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, Edit, FileId, Files, LAPORKAN, Sink, Span, edited};
use naskah_core::reading::Reading;
use naskah_core::resolve::Edition;
use naskah_core::yaml::{self, Key, Node, Value};
use naskah_formats::read::bind_parsed;

use super::realisasi::Bawa;
use super::report::{Report, Work};
use super::years::Roll;
use super::{bases, fields, hasil, keys, lembar, marks, people, texts};

/// A decree of another year.
#[derive(Debug)]
pub struct Rolled {
    /// Its text.
    pub text: String,
    /// What was done and what was not.
    pub report: Report,
}

/// Rolls a decree to the year `target`; `None` where it cannot be read as one, and the findings say why.
pub fn roll(file: FileId, target: i32, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Option<Rolled> {
    roll_with(file, target, None, catalog, files, sink)
}

/// Rolls a decree, with what a workbook says was done of its rows.
pub fn roll_with(
    file: FileId,
    target: i32,
    bawa: Option<&Bawa>,
    catalog: &Catalog,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<Rolled> {
    let tree = yaml::parse(files, file, sink)?;
    let (resolved, jenis) = bind_parsed(tree.clone(), file, &Edition::draft(), catalog, files, sink)?;
    if sink.has_errors() {
        return None;
    }
    let susunan = jenis.as_ref().and_then(|jenis| jenis.susunan.as_ref());
    let kata = catalog.kata();
    kata.faults.iter().cloned().for_each(|fault| sink.push(fault));
    let done = bawa.map(|bawa| (bawa, bawa.rows(&tree, susunan, &kata.lists, files, sink)));
    if sink.has_errors() {
        return None;
    }
    let context = Reading::new(&resolved, catalog, files);
    let roll = Roll::new(&context, target);
    if roll.delta() < 0 {
        let message = format!("tahun tujuan, {target}, mendahului tahun keputusan, {}", roll.own);
        sink.push(
            Diagnostic::galat(Code::PERINTAH, resolved.keputusan().tahun.span, message)
                .hint("keputusan hanya dapat diperbarui ke tahun yang sama atau sesudahnya"),
        );
        return None;
    }
    let mut work = Work { lembar: lembar::named(&tree), ..Work::default() };
    fields::look(&context, &tree, roll, &mut work);
    if roll.delta() != 0 && catalog.libur(target).is_none() {
        let why = format!(
            "hari libur tahun {target} tidak ada dalam data; periksa sendiri tanggal yang jatuh pada hari libur"
        );
        work.kept("Tahun keputusan", resolved.keputusan().tahun.span, &target.to_string(), &why);
    }
    bases::look(&context, roll, &mut work);
    texts::look(&context, &tree, roll, &mut work);
    fields::sheets(roll, &mut work);
    people::look(&context, roll, &mut work);
    hasil::look(&context, roll, &mut work);
    fields::leftovers(&context, &tree, roll, &mut work);
    fields::comments(&context, file, roll, &mut work);
    done.iter().for_each(|(bawa, rows)| bawa.look(rows, roll.own, &mut work));
    let name = resolved.keputusan().tentang.as_plain();
    finish(files, file, &tree, roll, work, name, sink)
}

/// Writes edits and marks into the text, and makes sure that it is still the same decree in form.
fn finish(
    files: &Files,
    file: FileId,
    tree: &Node,
    roll: Roll,
    mut work: Work,
    name: String,
    sink: &mut Sink,
) -> Option<Rolled> {
    let old = files.text(file);
    keys::settle(files, tree, &mut work);
    let written = marks::edits(files, tree, &work.marks);
    let open = yaml::tinjau(files, file).len() + written.len();
    work.edits.extend(written);
    work.edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    work.edits.dedup();
    let text = edited(old, &work.edits);
    if !same_form(tree, &work.edits, &text, open) {
        let message = "pembaruan akan mengubah susunan berkas; tidak ada yang ditulis";
        let place = Span::new(file, 0, 0);
        sink.push(Diagnostic::galat(Code::INTERNAL, place, message).hint(LAPORKAN));
        return None;
    }
    work.entries.sort_by_key(|entry| entry.line);
    let lines = Lines::of(&work.edits, &text);
    work.entries.iter_mut().for_each(|entry| entry.line = lines.line(entry.line));
    let report = Report { name, from: roll.own, to: roll.target, entries: work.entries, texts: work.texts };
    Some(Rolled { text, report })
}

/// Whether a text has the lists, number of values and keys of a tree, but for the keys that were edited, and so many marks.
fn same_form(tree: &Node, edits: &[Edit], text: &str, open: usize) -> bool {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("", text);
    let alike = yaml::parse(&files, file, &mut sink).is_some_and(|new| alike(tree, &new, edits));
    alike && yaml::tinjau(&files, file).len() == open
}

fn alike(a: &Node, b: &Node, edits: &[Edit]) -> bool {
    let same = |a: &Key, b: &Key| a.name == b.name || edits.iter().any(|edit| keys::within(edit, a.span));
    match (&a.value, &b.value) {
        (Value::Seq(a), Value::Seq(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b, edits)),
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((x, a), (y, b))| same(x, y) && alike(a, b, edits))
        }
        (Value::Scalar { .. } | Value::Null, Value::Scalar { .. } | Value::Null) => true,
        _ => false,
    }
}

/// From bytes of the text before to lines of the text after.
struct Lines {
    /// Each edit's bytes before, and how far what follows has moved.
    moves: Vec<(Range<usize>, isize)>,
    /// The begins of the lines after.
    starts: Vec<usize>,
}

impl Lines {
    fn of(edits: &[Edit], text: &str) -> Self {
        let mut sum = 0;
        let moves = edits
            .iter()
            .map(|edit| {
                sum += edit.text.len() as isize - (edit.span.end - edit.span.start) as isize;
                (edit.span.start..edit.span.end, sum)
            })
            .collect();
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { moves, starts }
    }

    /// The line, from 1, of a byte of the text before.
    fn line(&self, at: usize) -> usize {
        let done = self.moves.partition_point(|(edit, _)| edit.end <= at);
        let at = self.moves.get(done).map_or(at, |(edit, _)| at.min(edit.start));
        let moved = done.checked_sub(1).and_then(|last| self.moves.get(last)).map_or(0, |(_, sum)| *sum);
        self.starts.partition_point(|start| *start as isize <= at as isize + moved)
    }
}
