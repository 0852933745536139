//! One slip, one finding: what a rule of language says of a word is left out where another rule already rewrites it.

use naskah_core::diag::{Diagnostic, FileId, Level, Span};

/// Whether the finding is one of the rules of language.
fn is_language(finding: &Diagnostic) -> bool {
    finding.code.id.starts_with("K5")
}

/// Rules that may see one slip twice: the one that says more of it, and the one that is silent beside it.
const TWICE: [(&str, &str); 9] = [
    ("K802", "K814"),
    ("K545", "K811"),
    ("K709", "K544"),
    ("K410", "K541"),
    ("K541", "K542"),
    ("K503", "K504"),
    ("K412", "K401"),
    ("K516", "K123"),
    ("K813", "K806"),
];

/// Without the findings that another rule says better at the same place, unless they weigh more.
pub fn said_better(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let better: Vec<(&str, Level, Span)> = found
        .iter()
        .filter(|finding| TWICE.iter().any(|(better, _)| *better == finding.code.id))
        .filter_map(|finding| Some((finding.code.id, finding.level, finding.span?)))
        .collect();
    let touch = |a: Span, b: Span| a.file == b.file && a.start <= b.end + 1 && b.start <= a.end + 1;
    let covered = |finding: &Diagnostic| {
        let by = TWICE.iter().filter(|(_, silent)| *silent == finding.code.id).map(|(better, _)| *better);
        by.into_iter().any(|by| {
            better.iter().any(|(code, level, span)| {
                *code == by && *level >= finding.level && finding.span.is_some_and(|own| touch(own, *span))
            })
        })
    };
    found.retain(|finding| !covered(finding));
    found
}

/// Without those findings of language whose whole place lies in what the cure of another finding rewrites.
pub fn said_once(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let others = found.iter().filter(|finding| !is_language(finding)).flat_map(|finding| &finding.edits);
    let mut rewritten: Vec<(FileId, usize, usize)> =
        others.map(|edit| (edit.span.file, edit.span.start, edit.span.end)).collect();
    rewritten.sort();
    // The farthest end among those that begin no later, so that one look tells whether any of them reaches far enough.
    let mut farthest = (None, 0);
    for (file, _, end) in &mut rewritten {
        farthest = if farthest.0 == Some(*file) { (Some(*file), farthest.1.max(*end)) } else { (Some(*file), *end) };
        *end = farthest.1;
    }
    let covered = |finding: &Diagnostic| {
        finding.span.is_some_and(|span| {
            let upto = rewritten.partition_point(|(file, start, _)| (*file, *start) <= (span.file, span.start));
            upto.checked_sub(1)
                .and_then(|at| rewritten.get(at))
                .is_some_and(|(file, _, end)| *file == span.file && *end >= span.end && span.end > span.start)
        })
    };
    let said: Vec<bool> = found.iter().map(|finding| is_language(finding) && covered(finding)).collect();
    found.into_iter().zip(said).filter(|(_, said)| !said).map(|(finding, _)| finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::diag::{Code, Edit, Files};

    #[test]
    fn a_word_that_is_rewritten_is_not_spelled() {
        let file = Files::default().add("uji", "0123456789");
        let finding = |id: &'static str, start: usize, end: usize, edits: &[(usize, usize)]| {
            let code = Code { id, name: "uji", meaning: "uji" };
            let mut finding = Diagnostic::new(Level::Peringatan, code, Span::new(file, start, end), "uji");
            let edit =
                |(start, end): &(usize, usize)| Edit { span: Span::new(file, *start, *end), text: String::new() };
            finding.edits = edits.iter().map(edit).collect();
            finding
        };
        let found = vec![
            finding("K313", 0, 6, &[(0, 6)]),
            finding("K501", 2, 4, &[(2, 4)]),
            finding("K501", 5, 8, &[]),
            finding("K307", 8, 10, &[]),
            finding("K503", 8, 9, &[]),
        ];
        let kept: Vec<&str> = said_once(found).iter().map(|finding| finding.code.id).collect();
        assert_eq!(kept, ["K313", "K501", "K307", "K503"]);
    }

    #[test]
    fn what_two_rules_see_is_told_by_one() {
        let file = Files::default().add("uji", "0123456789");
        let finding = |id: &'static str, level: Level, start: usize, end: usize| {
            let code = Code { id, name: "uji", meaning: "uji" };
            Diagnostic::new(level, code, Span::new(file, start, end), "uji")
        };
        let found = vec![
            finding("K541", Level::Peringatan, 0, 4),
            finding("K542", Level::Saran, 0, 4),
            finding("K542", Level::Saran, 7, 9),
            finding("K412", Level::Peringatan, 7, 9),
            finding("K401", Level::Galat, 7, 9),
        ];
        let kept: Vec<&str> = said_better(found).iter().map(|finding| finding.code.id).collect();
        assert_eq!(kept, ["K541", "K542", "K412", "K401"]);
    }
}
