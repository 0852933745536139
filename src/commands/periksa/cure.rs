//! Applying certain cures to the text of a decree: comments and layout stay, and nothing new may be found afterwards.

use std::collections::{BTreeMap, BTreeSet};

use crate::read;
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Diagnostic, Files, Sink, edited};
use naskah_core::yaml::{self, Node, Value};

use naskah_core::resolve::Edition;

/// So many times at most a text is checked anew.
const CHECKS: usize = 300;

/// So many bytes at most are checked anew, of a long text.
const BYTES: usize = 20_000_000;

/// A decree's text after its certain cures, with what is still found in it.
pub struct Cured {
    /// The text as it was.
    pub before: String,
    /// The text now.
    pub text: String,
    /// How many findings were cured.
    pub count: usize,
    /// The texts that the findings point into.
    pub files: Files,
    /// What is still found.
    pub sink: Sink,
}

/// A text that was read and checked.
struct Checked {
    files: Files,
    sink: Sink,
    shape: Option<String>,
}

impl Checked {
    fn new(name: &str, text: &str, catalog: &Catalog) -> Self {
        let (mut files, mut sink) = (Files::default(), Sink::whole());
        let file = files.add(name, text);
        read(file, &Edition::draft(), catalog, &mut files, &mut sink);
        let shape = yaml::parse(&files, file, &mut Sink::default()).map(|tree| shape_of(&tree));
        Self { files, sink, shape }
    }

    /// How often each kind of finding occurs.
    fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        self.sink.found().iter().for_each(|finding| *counts.entry(finding.code.id).or_default() += 1);
        counts
    }

    /// How much is found in all.
    fn total(&self) -> usize {
        self.sink.total()
    }

    /// Whether less is found here than before and nothing that was not found before, and the tree has kept its form.
    fn follows(&self, before: &Checked) -> bool {
        let old = before.counts();
        let no_more = self.counts().iter().all(|(code, count)| old.get(code).is_some_and(|n| count <= n));
        self.shape.is_some() && self.shape == before.shape && no_more && self.total() < before.total()
    }
}

/// Applies every certain cure that leads to nothing new; applying them once more changes nothing, unless there are so
/// many that the checks that are allowed run out.
pub fn cure(name: &str, text: &str, catalog: &Catalog) -> Cured {
    let state = Checked::new(name, text, catalog);
    let checks = (BYTES / text.len().max(1)).clamp(20, CHECKS);
    let mut work = Work { name, catalog, now: text.to_owned(), state, count: 0, refused: BTreeSet::new(), checks };
    // What was refused may be right once others were made, so the end is where a whole sweep accepts nothing.
    while work.sweep() {}
    let Work { now, state, count, .. } = work;
    Cured { before: text.to_owned(), text: now, count, files: state.files, sink: state.sink.narrowed() }
}

/// The text with the cure of one finding, told by its code and the byte that it points at; `None` where there is no such
/// finding with a cure, or the cure would lead to something new.
pub fn cure_one(name: &str, text: &str, catalog: &Catalog, (code, at): (&str, usize)) -> Option<String> {
    let before = Checked::new(name, text, catalog);
    let meant = |finding: &&Diagnostic| {
        finding.code.id == code && !finding.edits.is_empty() && finding.span.is_some_and(|span| span.start == at)
    };
    let finding = before.sink.found().iter().find(meant)?;
    let cured = edited(text, &finding.edits);
    Checked::new(name, &cured, catalog).follows(&before).then_some(cured)
}

/// A text on its way to being cured.
struct Work<'a> {
    name: &'a str,
    catalog: &'a Catalog,
    now: String,
    state: Checked,
    count: usize,
    /// The cures that led to something else in this sweep.
    refused: BTreeSet<(&'static str, String)>,
    /// How many more times the text may be checked.
    checks: usize,
}

impl Work<'_> {
    /// Tries every cure, also those that the ones before lay open; whether any was accepted.
    fn sweep(&mut self) -> bool {
        self.refused.clear();
        let before = self.count;
        loop {
            let open = |finding: &&Diagnostic| !self.refused.contains(&signature(finding, &self.now));
            let cures: Vec<Diagnostic> = apart(self.state.sink.found()).into_iter().filter(open).cloned().collect();
            if cures.is_empty() || self.checks == 0 {
                return self.count > before;
            }
            self.apply(&cures);
        }
    }

    /// Applies cures in the order of their places; where they lead to something else, the halves are tried, the later
    /// one first so that places hold.
    fn apply(&mut self, cures: &[Diagnostic]) {
        if cures.is_empty() || self.checks == 0 {
            return;
        }
        self.checks -= 1;
        let cured = edited(&self.now, cures.iter().flat_map(|finding| &finding.edits));
        let checked = Checked::new(self.name, &cured, self.catalog);
        if checked.follows(&self.state) {
            (self.now, self.state, self.count) = (cured, checked, self.count + cures.len());
        } else if let [only] = cures {
            self.refused.insert(signature(only, &self.now));
        } else {
            let (earlier, later) = cures.split_at(cures.len() / 2);
            self.apply(later);
            self.apply(earlier);
        }
    }
}

/// What tells a cure from others, wherever its place has moved to.
fn signature(finding: &Diagnostic, text: &str) -> (&'static str, String) {
    let old = finding.edits.iter().map(|edit| text.get(edit.span.start..edit.span.end).unwrap_or_default());
    let new = finding.edits.iter().map(|edit| edit.text.as_str());
    (finding.code.id, format!("{}\n{}\n{}", finding.message, old.collect::<String>(), new.collect::<String>()))
}

/// The findings with cures, leaving out those whose places touch those of an earlier one; in the order of their places.
fn apart(found: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut cures: Vec<&Diagnostic> = found.iter().filter(|finding| !finding.edits.is_empty()).collect();
    let start = |finding: &Diagnostic| finding.edits.iter().map(|edit| edit.span.start).min();
    cures.sort_by_key(|finding| start(finding));
    let mut end = None;
    cures.retain(|finding| {
        let free = end.is_none_or(|end| start(finding).is_some_and(|start| start > end));
        let last = finding.edits.iter().map(|edit| edit.span.end).max();
        if free {
            end = end.max(last);
        }
        free
    });
    cures
}

/// Keys, lists and the number of texts, without the texts themselves.
fn shape_of(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".into(),
        Value::Scalar { .. } => "t".into(),
        Value::Seq(items) => format!("[{}]", items.iter().map(shape_of).collect::<String>()),
        Value::Map(entries) => {
            let fields = entries.iter().map(|(key, value)| format!("{}:{} ", key.name, shape_of(value)));
            format!("{{{}}}", fields.collect::<String>())
        }
    }
}

/// The changes as a unified diff.
pub(super) fn diff(name: &str, before: &str, after: &str) -> String {
    similar::TextDiff::from_lines(before, after)
        .unified_diff()
        .context_radius(1)
        .header(name, &format!("{name} (diperbaiki)"))
        .to_string()
}
