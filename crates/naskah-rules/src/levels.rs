//! Which findings count, and how much: an office may weigh a rule otherwise, a file may pass one over with a reason.
//!
//! A comment `# naskah: abaikan K510 — alasan` before the first field holds for the whole file; on a line of its own it
//! holds for the field or item below, at a line's end for that line.

use std::ops::Range;

use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sink, Span, did_you_mean};
use naskah_core::resolve::Resolved;
use naskah_core::yaml;

use super::RULES;

/// Begins a comment that is meant for the program.
const ADDRESS: &str = "naskah:";

/// Rules that a file passes over at a place.
struct Ignored {
    codes: Vec<String>,
    span: Span,
    /// The bytes of the file that it holds for.
    scope: Range<usize>,
    used: bool,
}

/// Gives every finding of a rule its level here, and takes out those that are passed over.
pub fn apply(found: Vec<Diagnostic>, resolved: &Resolved, files: &Files, sink: &mut Sink) -> Vec<Diagnostic> {
    let mut ignored = written(files, resolved.source(), sink);
    for entry in &resolved.kantor().aturan {
        if !known(&entry.kode.value) {
            sink.push(unknown(&entry.kode.value, entry.kode.span));
        }
    }
    let mut kept = Vec::new();
    for mut finding in found {
        if let Some(entry) = resolved.kantor().aturan.iter().find(|entry| entry.kode.value == finding.code.id) {
            let Some(level) = entry.tingkat else { continue };
            finding.level = level;
        }
        let here = |ignored: &&mut Ignored| {
            let codes = ignored.codes.iter().any(|code| *code == finding.code.id);
            codes && finding.span.is_some_and(|s| s.file == resolved.source() && ignored.scope.contains(&s.start))
        };
        match ignored.iter_mut().find(here) {
            Some(ignored) => ignored.used = true,
            None => kept.push(finding),
        }
    }
    for idle in ignored.iter().filter(|ignored| !ignored.used) {
        let message = format!("{} tidak menemukan apa pun di sini", idle.codes.join(", "));
        sink.push(
            Diagnostic::saran(Code::ABAIKAN_SISA, idle.span, message)
                .hint("hapus catatan ini bila tidak diperlukan lagi"),
        );
    }
    kept
}

fn known(code: &str) -> bool {
    RULES.iter().any(|rule| rule.code.id == code)
}

fn unknown(code: &str, span: Span) -> Diagnostic {
    let near = did_you_mean(code, RULES.iter().map(|rule| rule.code.id));
    Diagnostic::peringatan(Code::ABAIKAN_KODE, span, format!("tidak ada aturan berkode `{code}`"))
        .hint(near.unwrap_or_else(|| "lihat daftarnya dengan `naskah aturan`".to_owned()))
}

/// What the comments of a file pass over; comments without a reason or with unknown codes are reported.
fn written(files: &Files, file: FileId, sink: &mut Sink) -> Vec<Ignored> {
    let text = files.text(file);
    if !text.contains(ADDRESS) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for comment in yaml::comments(files, file) {
        let Some(order) = comment.text.strip_prefix(ADDRESS) else { continue };
        let order = order.trim();
        let Some(rest) = order.strip_prefix("abaikan").filter(|rest| rest.starts_with([' ', '\t']) || rest.is_empty())
        else {
            let message = format!("catatan `{ADDRESS} {order}` tidak dikenal");
            sink.push(
                Diagnostic::peringatan(Code::ABAIKAN_KODE, comment.span, message)
                    .hint("bentuknya: `# naskah: abaikan K510 — alasan`"),
            );
            continue;
        };
        let (codes, reason) = codes_of(rest);
        for code in codes.iter().filter(|code| !known(code)) {
            sink.push(unknown(code, comment.span));
        }
        if codes.is_empty() || reason.is_empty() {
            let message =
                if codes.is_empty() { "kode aturan tidak disebut" } else { "alasan mengabaikan aturan tidak disebut" };
            sink.push(
                Diagnostic::galat(Code::ABAIKAN_ALASAN, comment.span, message)
                    .hint("bentuknya: `# naskah: abaikan K510 — alasan`"),
            );
        }
        let codes: Vec<String> = codes.into_iter().filter(|code| known(code)).collect();
        if !codes.is_empty() {
            found.push(Ignored { codes, span: comment.span, scope: scope(text, comment.span.start), used: false });
        }
    }
    found
}

/// The codes at the beginning of an order, and the reason after a dash or colon.
fn codes_of(order: &str) -> (Vec<String>, &str) {
    let mut codes = Vec::new();
    let mut rest = order.trim_start();
    loop {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let like_code = word.len() > 1 && word[1..].bytes().all(|b| b.is_ascii_digit());
        if !like_code {
            break;
        }
        codes.push(word.to_uppercase());
        rest = after.trim_start_matches([' ', '\t', ',']);
    }
    (codes, rest.trim_start_matches(|c: char| c.is_whitespace() || "—–-:".contains(c)).trim())
}

/// The bytes that a comment at `at` holds for.
fn scope(text: &str, at: usize) -> Range<usize> {
    let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    if !text[line_start..at].trim().is_empty() {
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        return line_start..end;
    }
    let bare = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let opens = |line: &str| bare(line) || line.starts_with("---") || line.starts_with('%');
    if text[..at].trim_start_matches('\u{feff}').lines().all(opens) {
        return 0..text.len() + 1;
    }
    block(text, at, bare)
}

/// The next field or item after `at` with everything that is indented under it.
fn block(text: &str, at: usize, bare: impl Fn(&str) -> bool) -> Range<usize> {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut head: Option<(usize, &str)> = None;
    let mut place = at;
    for line in text[at..].split_inclusive('\n') {
        let start = place;
        place += line.len();
        if bare(line) {
            continue;
        }
        match head {
            None => head = Some((indent(line), line)),
            Some((depth, first)) => {
                let list_below_key = line.trim_start().starts_with("- ") && first.trim_end().ends_with(':');
                let inside = indent(line) > depth
                    || (indent(line) == depth && list_below_key && !first.trim_start().starts_with('-'));
                if !inside {
                    return at..start;
                }
            }
        }
    }
    at..text.len() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_reasons() {
        let read = |order: &str| {
            let (codes, reason) = codes_of(order);
            (codes.join(" "), reason.to_owned())
        };
        assert_eq!(read(" K510 — istilah resmi"), ("K510".into(), "istilah resmi".into()));
        assert_eq!(read(" k510, K501: istilah resmi"), ("K510 K501".into(), "istilah resmi".into()));
        assert_eq!(read(" K510"), ("K510".into(), String::new()));
        assert_eq!(read(" karena resmi"), (String::new(), "karena resmi".into()));
    }

    #[test]
    fn scopes() {
        let covered = |text: &str| {
            let range = scope(text, text.find('#').unwrap_or(0));
            text.get(range.start..range.end.min(text.len())).unwrap_or_default().to_owned()
        };
        assert_eq!(covered("# x\na: 1\nb: 2\n"), "# x\na: 1\nb: 2\n");
        assert_eq!(covered("a: 1 # x\nb: 2\n"), "a: 1 # x");
        assert_eq!(covered("a: 1\n# x\nb: 2\nc: 3\n"), "# x\nb: 2\n");
        assert_eq!(covered("a: 1\n# x\nb:\n- 2\n- 3\nc: 3\n"), "# x\nb:\n- 2\n- 3\n");
        assert_eq!(covered("a:\n  # x\n  - teks: 1\n    lagi: 2\n  - 3\n"), "# x\n  - teks: 1\n    lagi: 2\n");
    }
}
