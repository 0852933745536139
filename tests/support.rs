//! Decrees made in memory, up to their pages and PDF.

use std::sync::OnceLock;

use naskah::rules::Checked;
use naskah::{Means, Typeset, bind, check_and_typeset};
use naskah_core::catalog::{Catalog, Root};
use naskah_core::diag::{Files, MessageFormat, Sink, render_all};
use naskah_core::resolve::Edition;
use naskah_pages::typeset::{self, Fonts, Line, Pages};

pub use naskah_testing::{assert_none, compare_file, completed, difference, files_below, project, text_of, update};

/// A decree that went through every stage that it could.
pub struct Made {
    /// The texts that were read.
    pub files: Files,
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

/// The data of a root, and its fonts.
pub fn with_fonts(root: Root) -> (Catalog, Fonts) {
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

/// Takes a decree through every stage up to the pages, with data that was read before.
pub fn lay_out_with(name: &str, text: &str, (catalog, fonts): &(Catalog, Fonts), edition: Edition) -> Made {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(name, text);
    let resolved = bind(file, &edition, catalog, &mut files, &mut sink);
    let means = Means { catalog, fonts, files: &files };
    let typeset = resolved.and_then(|resolved| check_and_typeset(resolved, &means, &mut sink));
    Made { files, sink, typeset, pdf: None }
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

/// The lines of a page as text with their places, rounded to a tenth of a point.
pub fn shown(lines: &[Line]) -> String {
    lines.iter().map(|line| format!("{:6.1} {:6.1}  {}\n", line.x, line.y, line.text)).collect()
}
