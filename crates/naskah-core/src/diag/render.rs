//! Turns findings into text for people (with the source line and carets), one-line text, or JSON lines.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};
use serde::Serialize;

use super::tampil::{excerpt, in_json, on_one_line};
use super::{Diagnostic, Edit, FileId, Files, Level, Sink, Span};

/// The form of the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MessageFormat {
    /// Source line, carets and hints.
    #[default]
    Manusia,
    /// `file:line:col: level[code]: message`.
    Ringkas,
    /// One JSON object a line.
    Json,
}

/// Renders every finding of a run, each ended by a line feed; `color` only concerns [`MessageFormat::Manusia`].
pub fn render_all(sink: &Sink, files: &Files, format: MessageFormat, color: bool) -> String {
    let lines = sink.found().iter().map(|diagnostic| match format {
        MessageFormat::Manusia => human(&tame(diagnostic), files, color),
        MessageFormat::Ringkas => short(diagnostic, files),
        MessageFormat::Json => json(diagnostic, files),
    });
    let beyond: Vec<String> = match format {
        MessageFormat::Json => sink.unkept().map(|diagnostic| json(&diagnostic, files)).collect(),
        _ => sink.beyond().map(|(level, count)| format!("… dan {count} {level} lagi")).collect(),
    };
    lines.chain(beyond).map(|line| line + "\n").collect()
}

/// The finding with its own words on one line each.
fn tame(diagnostic: &Diagnostic) -> Diagnostic {
    let plain = |text: &String| on_one_line(text).into_owned();
    Diagnostic {
        message: plain(&diagnostic.message),
        labels: diagnostic.labels.iter().map(|(span, remark)| (*span, plain(remark))).collect(),
        hints: diagnostic.hints.iter().map(plain).collect(),
        ..diagnostic.clone()
    }
}

fn human(diagnostic: &Diagnostic, files: &Files, color: bool) -> String {
    let title = match diagnostic.level {
        Level::Galat => Title::ERROR.with_name("galat"),
        Level::Peringatan => Title::WARNING.with_name("peringatan"),
        Level::Saran => Title::INFO.with_name("saran"),
    };
    let mut group = Group::with_title(title.primary_title(&diagnostic.message).id(diagnostic.code.id));
    if let Some(place) = diagnostic.span.and_then(|span| cell(files, span)) {
        group = group.element(Origin::path(place));
    } else if let Some(span) = diagnostic.span {
        let same_file = diagnostic.labels.iter().filter(|(other, _)| other.file == span.file);
        let marks = same_file.map(|(other, remark)| (AnnotationKind::Context, *other, Some(remark.as_str())));
        group = shown(group, files, std::iter::once((AnnotationKind::Primary, span, None)).chain(marks).collect());
    }
    let own = |file: FileId| Some(file) == diagnostic.span.map(|s| s.file) && files.sheet(file).is_none();
    for (other, remark) in diagnostic.labels.iter().filter(|(other, _)| !own(other.file)) {
        group = match cell(files, *other) {
            Some(place) => group.element(Title::NOTE.with_name("lihat").message(format!("{place}: {remark}"))),
            None => shown(group, files, vec![(AnnotationKind::Context, *other, Some(remark))]),
        };
    }
    for hint in &diagnostic.hints {
        group = group.element(Title::HELP.with_name("petunjuk").message(hint.as_str()));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// No line beyond this is shown, in bytes; only its place is told.
const LONGEST: usize = 16 * 1024;

/// Adds the lines of one file with their marks; only these lines are handed on, since every look at a text costs its length.
fn shown<'a>(group: Group<'a>, files: &'a Files, marks: Vec<(AnnotationKind, Span, Option<&'a str>)>) -> Group<'a> {
    let Some(file) = marks.first().map(|(_, span, _)| span.file) else { return group };
    let text = files.text(file);
    let spans = || marks.iter().map(|(_, span, _)| visible(files, *span));
    let first = spans().map(|range| range.start).min().unwrap_or(0);
    let last = spans().map(|range| range.end).max().unwrap_or(0);
    let (line, start) = files.line(file, first.min(text.len().saturating_sub(1)));
    let end = text.get(last..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| last + at + 1);
    let lines = text.get(start..end).unwrap_or_default();
    if lines.lines().any(|line| line.len() > LONGEST) {
        let (line, column) = files.line_col(file, first);
        return group.element(Origin::path(format!("{}:{line}:{column}", on_one_line(files.name(file)))));
    }
    let marks = marks.into_iter().map(|(kind, span, remark)| {
        let range = visible(files, span);
        kind.span(range.start - start..range.end - start).label(remark)
    });
    let snippet = Snippet::source(excerpt(lines)).line_start(line).path(on_one_line(files.name(file)));
    group.element(snippet.fold(true).annotations(marks))
}

/// The place of a span in a sheet: `rencana.xlsx lembar RA sel F12`.
fn cell(files: &Files, span: Span) -> Option<String> {
    Some(on_one_line(&files.sheet(span.file)?.place(files.cell(span.file, span.start)?)).into_owned())
}

/// The part of a span that carets are put under: its first line, on character boundaries.
fn visible(files: &Files, span: Span) -> Range<usize> {
    let text = files.text(span.file);
    let start = text.floor_char_boundary(span.start);
    let end = text.floor_char_boundary(span.end).max(start);
    let line = text.get(start..end).and_then(|part| part.find('\n')).map_or(end, |at| start + at);
    start..line
}

fn short(diagnostic: &Diagnostic, files: &Files) -> String {
    let place = diagnostic.span.map_or(String::new(), |span| {
        if let Some(place) = cell(files, span) {
            return format!("{place}: ");
        }
        let (line, col) = files.line_col(span.file, span.start);
        format!("{}:{line}:{col}: ", files.name(span.file))
    });
    let Diagnostic { level, code, message, hints, .. } = diagnostic;
    let hints: String = hints.iter().map(|hint| format!(" ({hint})")).collect();
    on_one_line(&format!("{place}{level}[{code}]: {message}{hints}")).into_owned()
}

/// The stable JSON shape of a finding.
#[derive(Serialize)]
struct JsonFinding<'a> {
    tingkat: String,
    kode: &'a str,
    nama: &'a str,
    pesan: &'a str,
    tempat: Option<JsonPlace<'a>>,
    terkait: Vec<JsonRelated<'a>>,
    petunjuk: &'a [String],
    perbaikan: Vec<JsonEdit<'a>>,
}

#[derive(Serialize)]
struct JsonEdit<'a> {
    berkas: &'a str,
    awal: usize,
    akhir: usize,
    teks: &'a str,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    berkas: &'a str,
    baris: usize,
    kolom: usize,
    awal: usize,
    akhir: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    lembar: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sel: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonRelated<'a> {
    #[serde(flatten)]
    tempat: JsonPlace<'a>,
    pesan: &'a str,
}

fn json<'a>(diagnostic: &'a Diagnostic, files: &'a Files) -> String {
    let place = |span: Span| {
        let (baris, kolom) = files.line_col(span.file, span.start);
        let lembar = files.sheet(span.file).and_then(|sheet| sheet.name.as_deref());
        let (berkas, sel) = (files.origin(span.file), files.cell(span.file, span.start));
        JsonPlace { berkas, baris, kolom, awal: span.start, akhir: span.end, lembar, sel }
    };
    let edit = |edit: &'a Edit| {
        let Edit { span, text } = edit;
        JsonEdit { berkas: files.name(span.file), awal: span.start, akhir: span.end, teks: text }
    };
    let finding = JsonFinding {
        tingkat: diagnostic.level.to_string(),
        kode: diagnostic.code.id,
        nama: diagnostic.code.name,
        pesan: &diagnostic.message,
        tempat: diagnostic.span.map(place),
        terkait: diagnostic.labels.iter().map(|(span, pesan)| JsonRelated { tempat: place(*span), pesan }).collect(),
        petunjuk: &diagnostic.hints,
        perbaikan: diagnostic.edits.iter().map(edit).collect(),
    };
    in_json(&serde_json::to_string(&finding).unwrap_or_default()).into_owned()
}
