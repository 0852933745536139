//! The fonts of the project, and nothing else of the machine's.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock, OnceLock};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontVariant};
use typst::utils::LazyHash;

use naskah_core::catalog::{Catalog, FONTS, is_font};
use naskah_core::decree::Teks;
use naskah_core::diag::Span;

/// The fonts that a decree can be set in.
///
/// They are read by a thread of their own while the decree is read; whoever asks first waits for it.
#[derive(Clone)]
pub struct Fonts {
    inner: Arc<LazyLock<Inner, Reader>>,
    /// Set once the typesetter knows the styles, where that was begun ahead.
    styles: Option<Arc<OnceLock<()>>>,
}

/// Reads the fonts when they are first needed.
type Reader = Box<dyn FnOnce() -> Inner + Send>;

struct Inner {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Inner {
    /// Every font, in the order of the file names.
    fn read(catalog: &Catalog) -> Self {
        let names = catalog.root.list(FONTS).into_iter().filter(|name| is_font(name));
        let files = names.filter_map(|name| catalog.root.read(&format!("{FONTS}/{name}")));
        let fonts: Vec<Font> = files.flat_map(|bytes| Font::iter(Bytes::new(bytes)).collect::<Vec<_>>()).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Self { fonts, book }
    }
}

/// A character that no font has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Gap {
    /// The character.
    pub character: char,
    /// The text that it stands in.
    pub span: Span,
}

impl Fonts {
    /// Begins to read every font of the catalogue's fonts/ folder, and to teach the typesetter the styles.
    pub fn load(catalog: &Catalog) -> Self {
        let fonts = Self { styles: Some(Arc::default()), ..Self::later(catalog) };
        let (early, read) = (fonts.clone(), catalog.clone());
        std::thread::spawn(move || early.know_styles(&read));
        let (early, fingerprinted) = (Arc::clone(&fonts.inner), catalog.clone());
        std::thread::spawn(move || {
            LazyLock::force(&early);
            fingerprinted.sidik_huruf();
        });
        fonts
    }

    /// Waits until the typesetter knows the styles, where that was begun ahead.
    pub(super) fn know_styles(&self, catalog: &Catalog) {
        if let Some(styles) = &self.styles {
            styles.get_or_init(|| super::learn_styles(self, catalog));
        }
    }

    /// The fonts of the catalogue's fonts/ folder, read when first asked for.
    pub fn later(catalog: &Catalog) -> Self {
        let catalog = catalog.clone();
        let reader: Reader = Box::new(move || Inner::read(&catalog));
        Self { inner: Arc::new(LazyLock::new(reader)), styles: None }
    }

    /// Whether there is a font of the name.
    pub fn has(&self, family: &str) -> bool {
        self.inner.book.contains_family(&family.to_lowercase())
    }

    /// The names of the fonts there are.
    pub fn families(&self) -> Vec<String> {
        let mut names: Vec<String> = self.inner.fonts.iter().map(|font| font.info().family.clone()).collect();
        names.dedup();
        names
    }

    /// The characters of `texts` that no font has, or that have no meaning outside of a font; tabs and line ends need none.
    pub fn gaps<'a>(&self, texts: impl IntoIterator<Item = &'a Teks>) -> Vec<Gap> {
        let has = |c: char| self.inner.fonts.iter().any(|font| font.info().coverage.contains(c as u32));
        let known = |c: char| !is_private(c) && has(c);
        let mut ascii = [false; 128];
        for (at, slot) in ascii.iter_mut().enumerate() {
            *slot = known(at as u8 as char);
        }
        let missing = |c: char| match ascii.get(c as usize) {
            Some(known) => !known && !matches!(c, '\t' | '\n' | '\r'),
            None => !known(c),
        };
        let (mut gaps, mut seen) = (Vec::new(), HashSet::new());
        for text in texts {
            for c in text.runs.iter().flat_map(|run| run.text.chars()).filter(|c| missing(*c)) {
                let gap = Gap { character: c, span: text.span };
                if seen.insert(gap) {
                    gaps.push(gap);
                }
            }
        }
        gaps
    }

    /// The upright font of a family.
    pub(super) fn upright(&self, family: &str) -> Option<&Font> {
        let index = self.inner.book.select(&family.to_lowercase(), FontVariant::default())?;
        self.inner.fonts.get(index)
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.inner.book
    }

    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.inner.fonts.get(index).cloned()
    }
}

/// Whether a character means something in some font alone, such as the bullets of old office programs; no archival PDF may
/// have one.
pub(super) fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}
