//! What a rule says: findings that take their code and level from the rule.

use naskah_core::diag::{Code, Diagnostic, Edit, Level, Span};

/// Takes the findings of one rule.
#[derive(Debug)]
pub struct Report<'a> {
    code: Code,
    level: Level,
    found: &'a mut Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    /// The findings of a rule's code weigh `level` unless they are uncertain.
    pub(super) fn new(code: Code, level: Level, found: &'a mut Vec<Diagnostic>) -> Self {
        Self { code, level, found }
    }

    /// Adds a finding: the fact, in lower case and without a full stop.
    pub fn at(&mut self, span: Span, message: impl Into<String>) -> Finding<'_> {
        self.found.push(Diagnostic::new(self.level, self.code, span, message));
        Finding { diagnostic: self.found.last_mut() }
    }
}

/// A finding that was added, to be told more of.
#[derive(Debug)]
pub struct Finding<'a> {
    diagnostic: Option<&'a mut Diagnostic>,
}

impl Finding<'_> {
    fn with(mut self, change: impl FnOnce(&mut Diagnostic)) -> Self {
        if let Some(diagnostic) = self.diagnostic.as_deref_mut() {
            change(diagnostic);
        }
        self
    }

    /// Adds a way out.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        self.with(|diagnostic| diagnostic.hints.push(hint.into()))
    }

    /// Adds another place that belongs to it.
    pub fn label(self, span: Span, remark: impl Into<String>) -> Self {
        self.with(|diagnostic| diagnostic.labels.push((span, remark.into())))
    }

    /// Adds a certain cure, where one can be written.
    pub fn cure(self, edit: Option<Edit>) -> Self {
        self.with(|diagnostic| diagnostic.edits.extend(edit))
    }

    /// Weighs no more than a question, since the rule may be mistaken here.
    pub fn unsure(self) -> Self {
        self.at_most(Level::Saran)
    }

    /// Weighs no less than `level`: this much is certain here, though the rule otherwise asks.
    pub fn at_least(self, level: Level) -> Self {
        self.with(|diagnostic| diagnostic.level = diagnostic.level.max(level))
    }

    /// Weighs no more than `level`.
    pub fn at_most(self, level: Level) -> Self {
        self.with(|diagnostic| diagnostic.level = diagnostic.level.min(level))
    }
}
