//! What the tests share: the project's folder, decrees made in memory, short decrees, readable differences.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use naskah::rules::Checked;
use naskah::{Means, Typeset, bind, check_and_typeset};
use naskah_core::catalog::{Catalog, Root};
use naskah_core::diag::{FileId, Files, MessageFormat, Sink, render_all};
use naskah_core::resolve::Edition;
use naskah_pages::typeset::{self, Fonts, Line, Pages};

/// The folder of the project.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the project as text.
pub fn text_of(path: impl AsRef<Path>) -> String {
    let path = project().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file below a folder of the project whose name ends so, sorted, relative to the project.
pub fn files_below(folder: &str, end: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, end: &str, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => walk(&path, end, out),
                false if path.to_string_lossy().ends_with(end) => out.push(path),
                false => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(&project().join(folder), end, &mut found);
    found.sort();
    found.iter().map(|path| path.strip_prefix(project()).unwrap_or(path).to_owned()).collect()
}

/// Whether the expectations are to be rewritten: `UPDATE=1 cargo test --release`.
pub fn update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// A decree that went through every stage that it could.
pub struct Made {
    /// The texts that were read.
    pub files: Files,
    /// The decree's own text.
    pub file: FileId,
    /// What was found.
    pub sink: Sink,
    /// Source and pages, where it came so far.
    pub typeset: Option<Typeset<Checked>>,
    /// The PDF, where it came so far.
    pub pdf: Option<Vec<u8>>,
}

impl Made {
    /// The findings as one-line messages.
    pub fn messages(&self) -> String {
        render_all(&self.sink, &self.files, MessageFormat::Ringkas, false)
    }

    /// The pages of a decree that must have become pages.
    pub fn pages(&self) -> &Pages {
        match &self.typeset {
            Some(typeset) => typeset.pages(),
            None => panic!("no pages:\n{}", self.messages()),
        }
    }

    /// The PDF of a decree that must have become one.
    pub fn pdf(&self) -> &[u8] {
        match &self.pdf {
            Some(bytes) => bytes,
            None => panic!("no PDF:\n{}", self.messages()),
        }
    }
}

/// The data and the fonts that the program carries, read once for all tests.
pub fn carried() -> &'static (Catalog, Fonts) {
    static CARRIED: OnceLock<(Catalog, Fonts)> = OnceLock::new();
    CARRIED.get_or_init(|| with_fonts(Root::embedded()))
}

fn with_fonts(root: Root) -> (Catalog, Fonts) {
    let catalog = Catalog::new(root);
    let fonts = Fonts::load(&catalog);
    (catalog, fonts)
}

/// Lets `f` see the data and the fonts of a root.
fn within<T>(root: Root, f: impl FnOnce(&(Catalog, Fonts)) -> T) -> T {
    match root == Root::embedded() {
        true => f(carried()),
        false => f(&with_fonts(root)),
    }
}

/// Takes a decree through every stage up to the pages.
pub fn lay_out(name: &str, text: &str, root: Root, edition: Edition) -> Made {
    within(root, |data| lay_out_with(name, text, data, edition))
}

fn lay_out_with(name: &str, text: &str, (catalog, fonts): &(Catalog, Fonts), edition: Edition) -> Made {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(name, text);
    let resolved = bind(&mut files, file, &edition, catalog, &mut sink);
    let means = Means { catalog, fonts, files: &files };
    let typeset = resolved.and_then(|resolved| check_and_typeset(resolved, &means, &mut sink));
    Made { files, file, sink, typeset, pdf: None }
}

/// Takes a decree through every stage up to the PDF, and lets the typesetter forget it.
pub fn make(name: &str, text: &str, root: Root, edition: Edition) -> Made {
    let made = within(root, |data| {
        let mut made = lay_out_with(name, text, data, edition);
        if let Some(typeset) = &made.typeset {
            let means = Means { catalog: &data.0, fonts: &data.1, files: &made.files };
            made.pdf = typeset.pdf(&means, &mut made.sink);
        }
        made
    });
    typeset::forget(0);
    made
}

/// The top-level keys of a decree, each with the lines from it up to the next.
fn fields(text: &str) -> Vec<(&str, String)> {
    let mut out: Vec<(&str, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let key = line.split(':').next().filter(|key| {
            line.len() > key.len() && !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        });
        match (key, out.last_mut()) {
            (Some(key), _) => out.push((key, line.to_owned())),
            (None, Some((_, block))) => block.push_str(line),
            (None, None) => {}
        }
    }
    out
}

/// A decree from the fields written in `text`, with those of `tests/cases/ringkas.yaml` for all others but `without`.
///
/// The written text stays at the top, so that its lines keep their numbers.
pub fn completed(text: &str, without: &[&str]) -> String {
    let short = text_of("tests/cases/ringkas.yaml");
    let own: Vec<&str> = fields(text).iter().map(|(key, _)| *key).collect();
    let rest = fields(&short).into_iter().filter(|(key, _)| !own.contains(key) && !without.contains(key));
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    format!("{text}{gap}{}", rest.map(|(_, block)| block).collect::<String>())
}

/// Name of the field that line `line` (from 1) of a decree belongs to.
pub fn field_at(text: &str, line: usize) -> String {
    let upto: String = text.split_inclusive('\n').take(line).collect();
    fields(&upto).last().map_or(String::new(), |(key, _)| (*key).to_owned())
}

/// The lines of a page as text with their places, rounded to a tenth of a point.
pub fn shown(lines: &[Line]) -> String {
    lines.iter().map(|line| format!("{:6.1} {:6.1}  {}\n", line.x, line.y, line.text)).collect()
}

/// The first places where two texts differ, each with the lines before it; empty where the texts are equal.
pub fn difference(expected: &str, found: &str) -> String {
    const SHOWN: usize = 6;
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let (mut o, mut n, mut places, mut out) = (0, 0, 0, String::new());
    while o < old.len() || n < new.len() {
        if old.get(o) == new.get(n) {
            (o, n) = (o + 1, n + 1);
            continue;
        }
        let (gone, come) = apart(&old[o..], &new[n..]);
        places += 1;
        if places <= SHOWN {
            out.push_str(&format!("  line {}\n", o + 1));
            old[o.saturating_sub(2)..o].iter().for_each(|line| out.push_str(&format!("    {}\n", around(line, 0))));
            for (mark, lines, others) in
                [("-", &old[o..o + gone], &new[n..n + come]), ("+", &new[n..n + come], &old[o..o + gone])]
            {
                for (at, line) in lines.iter().take(8).enumerate() {
                    let same = others.get(at).map_or(0, |other| same_start(line, other));
                    out.push_str(&format!("  {mark} {}\n", around(line, same)));
                }
                if lines.len() > 8 {
                    out.push_str(&format!("  {mark} … {} more\n", lines.len() - 8));
                }
            }
        }
        (o, n) = (o + gone, n + come);
    }
    if places > SHOWN {
        out.push_str(&format!("  … {} more places\n", places - SHOWN));
    }
    if out.is_empty() && expected != found {
        out.push_str("  only line ends differ\n");
    }
    out
}

/// How many lines of each text lie before the next line that both have.
fn apart(old: &[&str], new: &[&str]) -> (usize, usize) {
    let far = (old.len() + new.len()).min(400);
    let meets =
        |gone: usize, come: usize| old.get(gone).is_some_and(|line| !line.is_empty() && new.get(come) == Some(line));
    let meeting = (1..far).flat_map(|sum| (0..=sum).map(move |gone| (gone, sum - gone))).find(|(g, c)| meets(*g, *c));
    meeting.unwrap_or((old.len(), new.len()))
}

/// How many characters two lines begin with alike.
fn same_start(line: &str, other: &str) -> usize {
    line.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

/// A line, of a long one the part around the character `at`.
fn around(line: &str, at: usize) -> String {
    let start = if line.chars().count() > 160 { at.saturating_sub(40) } else { 0 };
    let part: String = line.chars().skip(start).take(160).collect();
    let more = |yes: bool| if yes { "…" } else { "" };
    format!("{}{part}{}", more(start > 0), more(line.chars().count() > start + 160))
}

/// Compares with a file of the project, or rewrites it; what differs is added to `wrong`.
pub fn compare_file(path: impl AsRef<Path>, found: &str, wrong: &mut Vec<String>) {
    let path = path.as_ref();
    let expected = fs::read_to_string(project().join(path)).unwrap_or_default();
    if expected == found {
        return;
    }
    if update() {
        fs::write(project().join(path), found).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return;
    }
    wrong.push(format!("{}:\n{}", path.display(), difference(&expected, found)));
}

/// Fails with everything that is wrong; `- ` is expected, `+ ` is found.
pub fn assert_none(wrong: &[String]) {
    assert!(
        wrong.is_empty(),
        "{} differ (- expected, + found); UPDATE=1 rewrites\n\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
