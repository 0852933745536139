//! Collects the findings of a run: so many of each level are kept, all are counted.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Level, Moment};

/// The findings of a run.
///
/// Each level has room of its own, so that no number of lighter findings crowds out an error.
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
    /// How many findings of each level there were, kept or not.
    counts: BTreeMap<Level, usize>,
    /// Whether every finding is kept.
    whole: bool,
}

impl Sink {
    /// So many findings of a level are kept; the rest is only counted, so that a hostile file cannot flood the terminal.
    pub const KEPT: usize = 500;

    /// A sink that keeps every finding, for those who work with them instead of telling them.
    pub fn whole() -> Self {
        Self { whole: true, ..Self::default() }
    }

    /// Takes a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let count = self.counts.entry(diagnostic.level).or_default();
        *count += 1;
        if self.whole || *count <= Self::KEPT {
            self.found.push(diagnostic);
        }
    }

    /// The same findings in a sink that keeps so many of each level.
    pub fn narrowed(self) -> Self {
        let mut sink = Self::default();
        sink.extend(self);
        sink
    }

    /// Takes over the findings of another.
    pub fn extend(&mut self, other: Sink) {
        let beyond: Vec<_> = other.beyond().collect();
        other.found.into_iter().for_each(|diagnostic| self.push(diagnostic));
        beyond.into_iter().for_each(|(level, count)| *self.counts.entry(level).or_default() += count);
    }

    /// Takes over the findings of a run whose texts were taken over at `begun`.
    pub fn extend_moved(&mut self, mut other: Sink, begun: Moment) {
        for finding in &mut other.found {
            finding.span = finding.span.map(|span| begun.moved(span));
            finding.labels.iter_mut().for_each(|(span, _)| *span = begun.moved(*span));
            finding.edits.iter_mut().for_each(|edit| edit.span = begun.moved(edit.span));
        }
        self.extend(other);
    }

    /// Leaves out what weighs less than `level`.
    pub fn keep_from(&mut self, level: Level) {
        self.found.retain(|finding| finding.level >= level);
        self.counts.retain(|counted, _| *counted >= level);
    }

    /// The kept findings in the order in which they were made.
    pub fn found(&self) -> &[Diagnostic] {
        &self.found
    }

    /// The levels of which there were more findings than are kept, the heaviest first, each with how many more.
    pub fn beyond(&self) -> impl Iterator<Item = (Level, usize)> {
        let kept = |level: Level| self.found.iter().filter(|finding| finding.level == level).count();
        let more = move |level: &Level| self.count(*level).saturating_sub(kept(*level));
        Level::ALL.into_iter().map(move |level| (level, more(&level))).filter(|(_, count)| *count > 0)
    }

    /// What is not kept as findings, for programs that read the messages.
    pub fn unkept(&self) -> impl Iterator<Item = Diagnostic> {
        self.beyond().map(|(level, count)| {
            Diagnostic::new(level, Code::TAK_DITAMPILKAN, None, format!("{count} {level} lagi tidak ditampilkan"))
        })
    }

    /// How many findings of `level` there were, kept or not.
    pub fn count(&self, level: Level) -> usize {
        self.counts.get(&level).copied().unwrap_or_default()
    }

    /// How many findings there were, kept or not.
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }

    /// Whether anything is wrong.
    pub fn has_errors(&self) -> bool {
        self.count(Level::Galat) > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_kept_behind_any_number_of_questions() {
        let (mut sink, mut whole) = (Sink::default(), Sink::default());
        (0..Sink::KEPT + 201).for_each(|_| sink.push(Diagnostic::saran(Code::NILAI, None, "tanya")));
        sink.push(Diagnostic::galat(Code::NILAI, None, "salah"));
        whole.push(Diagnostic::saran(Code::NILAI, None, "tanya"));
        whole.extend(sink);
        assert!(whole.has_errors());
        assert_eq!(whole.found().last().map(|finding| finding.level), Some(Level::Galat));
        assert_eq!((whole.count(Level::Saran), whole.total()), (Sink::KEPT + 202, Sink::KEPT + 203));
        assert_eq!(whole.beyond().collect::<Vec<_>>(), [(Level::Saran, 202)]);
        let mut all = Sink::whole();
        (0..Sink::KEPT + 2).for_each(|_| all.push(Diagnostic::saran(Code::NILAI, None, "tanya")));
        assert_eq!((all.found().len(), all.beyond().count()), (Sink::KEPT + 2, 0));
        assert_eq!(all.narrowed().beyond().collect::<Vec<_>>(), [(Level::Saran, 2)]);
        whole.keep_from(Level::Peringatan);
        assert_eq!((whole.found().len(), whole.beyond().count()), (1, 0));
    }
}
