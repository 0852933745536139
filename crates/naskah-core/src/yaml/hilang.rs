//! What a text loses or gains without YAML calling it wrong: words behind a `#`, items that are indented too far.

use super::block_sign;
use super::catatan::is_open;
use crate::diag::{Code, Diagnostic, Sink, Span};

/// A comment that was probably meant as text: `#5` beside a value, `# 5` on a line of its own within the text's
/// indentation, `kamar # 5` one blank behind a text of several words. A remark stands farther off, or by itself.
pub fn comment(all: &str, comment: &str, beside: bool, prose: Option<Span>, span: Span) -> Sink {
    let mut sink = Sink::default();
    let glued = !comment.is_empty() && !comment.starts_with([' ', '\t', '#']);
    let number = comment.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let gap = || prose.and_then(|prose| all.get(prose.end..span.start));
    let far = || gap().is_some_and(|gap| gap.len() > 1 && !gap.contains('\n'));
    let within = || prose.is_some_and(|prose| column(all, span.start) >= column(all, prose.start));
    let lost = match beside {
        true => glued || gap() == Some(" ") || ((number || comment.trim().is_empty()) && far()),
        false => number && within(),
    };
    if lost && !is_open(comment.trim_start()) {
        let message = format!("`#{comment}` di belakang teks terbaca sebagai catatan YAML dan tidak dicetak");
        let hint = "bila bagian teks, apit seluruh teks dengan tanda petik '…'; bila keterangan, beri dua spasi di depan # dan satu di belakangnya";
        sink.push(Diagnostic::peringatan(Code::CATATAN, span, message).hint(hint));
    }
    sink
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

/// Remarks within a text of several lines that YAML takes as it is typed, after `>-` or `|` or in quotes: there a `#` begins
/// no comment, and the line is printed.
pub fn remarks(all: &str, span: Span) -> Sink {
    let mut sink = Sink::default();
    let text = all.get(span.start..span.end).unwrap_or_default();
    let block = block_sign(all, span.start).is_some();
    let mut at = span.start;
    for (nth, line) in text.split_inclusive('\n').enumerate() {
        // `#3` may have come to the beginning of a line by folding.
        let opens = |line: &str| {
            line.starts_with('#') && !line.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        let whole = opens(line.trim_start()) && (nth > 0 || block);
        let beside = || line.match_indices(" #").find(|(sign, _)| block && is_remark(line.get(sign + 2..)));
        let sign = if whole { line.find('#') } else { beside().map(|(sign, _)| sign + 1) };
        if let Some(sign) = sign {
            let place = Span::new(span.file, at + sign, at + line.trim_end().len().max(sign + 1));
            let message = "tulisan sesudah `#` ini berada di dalam teks dan ikut tercetak";
            let hint = "bila keterangan, pindahkan ke baris sendiri di atas butirnya; bila bagian teks, biarkan";
            sink.push(Diagnostic::peringatan(Code::CATATAN_TERCETAK, place, message).hint(hint));
        }
        at += line.len();
    }
    sink
}

/// Whether words behind a `#` within a line are a remark: a blank, then a letter.
fn is_remark(rest: Option<&str>) -> bool {
    let mut chars = rest.unwrap_or_default().chars();
    chars.next() == Some(' ') && chars.find(|c| *c != ' ').is_some_and(char::is_alphabetic)
}

/// Signs that nothing but an item of a list begins with.
fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '●' | '○' | '▪' | '■' | '◦' | '‣' | '➢' | '\u{f0b7}')
}

/// How far a place is from the beginning of its line, in bytes.
fn column(all: &str, at: usize) -> usize {
    all.get(..at).map_or(0, |before| at - before.rfind('\n').map_or(0, |end| end + 1))
}
