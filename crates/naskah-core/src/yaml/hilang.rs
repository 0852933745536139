//! What a text loses without YAML calling it wrong: words behind a `#`, items that are indented too far.

use granit_parser::{Event, Parser, Placement, ScalarStyle};

use super::Comment;
use crate::diag::{Code, Diagnostic, FileId, Files, Sink, Span};

/// A comment that was probably meant as text: `#5` beside a value, `kamar # 5` behind a text of several words, `# 5`
/// on a line of its own within the text's indentation.
pub fn comment(all: &str, comment: &str, beside: bool, prose: Option<Span>, span: Span) -> Sink {
    let mut sink = Sink::default();
    let glued = !comment.is_empty() && !comment.starts_with([' ', '\t', '#']);
    let number = comment.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let behind_text =
        || prose.is_some_and(|prose| all.get(prose.end..span.start).is_some_and(|gap| !gap.contains('\n')));
    let within_text = || prose.is_some_and(|prose| number && column(all, span.start) >= column(all, prose.start));
    // One blank behind words that end in no mark, and a mark at the end of the remark: a sentence was cut.
    let cut = || {
        let before = prose.and_then(|prose| all.get(prose.start..prose.end)).unwrap_or_default().trim_end();
        let close = prose.is_some_and(|prose| all.get(prose.end..span.start) == Some(" "));
        let sentence = !before.ends_with(['.', ';', ':']) && comment.trim_end().ends_with(['.', ';', ',']);
        close && sentence
    };
    let bare = || comment.trim().is_empty() && prose.is_some();
    let lost = if beside { glued || ((number || cut() || bare()) && behind_text()) } else { within_text() };
    if lost {
        let message = "teks sesudah # terbaca sebagai catatan YAML dan tidak dicetak";
        let hint = "bila itu bagian teks, apit seluruh teks dengan tanda petik '…'; bila catatan, beri spasi sesudah #";
        sink.push(Diagnostic::peringatan(Code::CATATAN, span, message).hint(hint));
    }
    sink
}

/// The comments that stand one blank behind a plain text of several words, as `#` does within a sentence: a remark
/// mostly stands farther off.
pub fn close(files: &Files, file: FileId) -> Vec<Comment> {
    let text = files.text(file);
    let (mut found, mut prose) = (Vec::new(), None);
    for (event, at) in Parser::new_from_str_with_options(text, super::options()).map_while(Result::ok) {
        let range = at.byte_range().unwrap_or(0..0);
        match event {
            Event::Scalar(words, ScalarStyle::Plain, ..) => prose = words.contains(' ').then_some(range.end),
            Event::Comment(comment, Placement::Right) => {
                let gap = prose.take().and_then(|end| text.get(end..range.start));
                let own = gap == Some(" ") && !comment.trim().is_empty();
                let span = Span::new(file, range.start, range.end);
                found.extend(own.then(|| Comment { text: comment.trim().to_owned(), span }));
            }
            _ => prose = None,
        }
    }
    found
}

/// Items that became a part of the plain text above them, because they are indented farther than it.
pub fn items(all: &str, span: Span) -> Sink {
    let mut sink = Sink::default();
    let text = all.get(span.start..span.end).unwrap_or_default();
    let mut at = span.start;
    for (nth, line) in text.split_inclusive('\n').enumerate() {
        let start = at + line.len() - line.trim_start().len();
        let mark = line.trim_start().chars().next().filter(|c| is_bullet(*c));
        if let Some(mark) = mark.filter(|_| nth > 0) {
            let place = Span::new(span.file, start, start + mark.len_utf8());
            let message = format!("`{mark}` bukan tanda butir, sehingga baris ini tercetak di dalam teks di atasnya");
            let hint = "awali butir dengan tanda hubung dan satu spasi, sejajar dengan butir di atasnya";
            sink.push(Diagnostic::peringatan(Code::BUTIR_TERTELAN, place, message).hint(hint));
        }
        if nth > 0 && line.trim_start().starts_with("- ") {
            let place = Span::new(span.file, start, start + 1);
            let message = "butir ini terbaca sebagai lanjutan teks di atasnya dan tercetak di dalamnya";
            let hint =
                "sejajarkan tanda - dengan tanda - butir di atasnya; rinciannya ditulis dengan `teks` dan `rincian`";
            sink.push(Diagnostic::peringatan(Code::BUTIR_TERTELAN, place, message).hint(hint));
        }
        at += line.len();
    }
    sink
}

/// Signs that nothing but an item of a list begins with.
fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '●' | '○' | '▪' | '■' | '◦' | '‣' | '➢' | '\u{f0b7}')
}

/// How far a place is from the beginning of its line, in bytes.
fn column(all: &str, at: usize) -> usize {
    all.get(..at).map_or(0, |before| at - before.rfind('\n').map_or(0, |end| end + 1))
}
