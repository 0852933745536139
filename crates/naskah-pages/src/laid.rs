//! A decree on its pages: laid out by anyone, let go only with the proof that it may be printed.

use std::collections::BTreeSet;

use naskah_core::bundle::Bundel;
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sink};
use naskah_core::resolve::{Edition, Printable, Resolved};

use crate::template::{self, TypstSource};
use crate::typeset::{self, Berkas, Fonts, Longgar, Pages};

/// What pages are made with.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// Templates and styles.
    pub catalog: &'a Catalog,
    /// The fonts.
    pub fonts: &'a Fonts,
    /// The texts that findings point into.
    pub files: &'a Files,
}

/// Pages of a decree of which it is not yet known whether it may be printed. Nothing of them can be had but by
/// [`Laid::release`], so they can be made while the drafting rules still look at the decree.
pub struct Laid {
    /// What tells a decree from all others of a run.
    of: (FileId, Edition),
    bundel: Bundel,
    source: TypstSource,
    pages: Pages,
}

/// A decree on its pages; `P` says why it may be printed.
pub struct Typeset<P> {
    decree: P,
    bundel: Bundel,
    source: TypstSource,
    pages: Pages,
}

/// Lays a decree out; what is missing for it and what goes wrong is reported.
pub fn lay(resolved: &Resolved, means: &Means<'_>, sink: &mut Sink) -> Option<Laid> {
    let Means { catalog, fonts, files } = *means;
    typeset::check_means(resolved, files, fonts, sink);
    if sink.has_errors() {
        return None;
    }
    let bundel = Bundel::of(resolved, files, catalog).map_err(|name| sink.push(uncleaned(&name))).ok()?;
    let mut source = template::merge(resolved, &bundel, &[], catalog, sink)?;
    let mut pages = typeset::compile(&source, fonts, catalog, sink)?;
    let mut berkas = typeset::baca(&pages);
    let catchwords = resolved.naskah().halaman.kata_penyambung;
    if catchwords {
        // The foot lies in the margin, so the words there cannot move what they were taken from.
        let words = typeset::catchwords(&pages, resolved.naskah());
        source = template::merge(resolved, &bundel, &words, catalog, sink)?;
    }
    if let Some(laid) = ragged(&source, &berkas, means) {
        (source, pages, berkas) = laid;
    } else if catchwords {
        pages = typeset::compile(&source, fonts, catalog, sink)?;
        berkas = typeset::baca(&pages);
    }
    typeset::nilai(&berkas, resolved.naskah(), sink);
    (!sink.has_errors()).then(|| Laid { of: identity(resolved), bundel, source, pages })
}

/// So often a decree is laid out to set loose lines ragged: all of them, then without those that did not stay.
const TRIES: usize = 2;

/// The pages of `berkas` with those lines ragged that would be stretched too far; every line keeps its words and its
/// place. Where that cannot be had for all of them, it is for the worst.
fn ragged(source: &TypstSource, berkas: &Berkas, means: &Means<'_>) -> Option<(TypstSource, Pages, Berkas)> {
    let loose = typeset::longgar(berkas, &source.main, template::within_quotes);
    let worst: Vec<Longgar> = loose.iter().filter(|line| line.parah).cloned().collect();
    let fewer = worst.len() < loose.len();
    ragged_ends(source, berkas, loose, means)
        .or_else(|| fewer.then(|| ragged_ends(source, berkas, worst, means)).flatten())
}

/// The same for lines that are known.
fn ragged_ends(
    source: &TypstSource,
    berkas: &Berkas,
    mut loose: Vec<Longgar>,
    means: &Means<'_>,
) -> Option<(TypstSource, Pages, Berkas)> {
    for _ in 0..TRIES {
        if loose.is_empty() {
            return None;
        }
        let ends = loose.iter().map(|line| line.ujung.clone()).collect();
        let (ragged, pages) = typeset::compile_ragged(source, ends, means.fonts, means.catalog)?;
        let laid = typeset::baca(&pages);
        let differs = berkas.beda(&laid);
        if differs.is_empty() {
            return Some((ragged, pages, laid));
        }
        // What differs comes of the last of the lines above it.
        let wrong = differs.iter().map(|at| loose.partition_point(|line| line.letak <= *at).saturating_sub(1));
        let wrong: BTreeSet<usize> = wrong.collect();
        let mut at = 0..;
        loose.retain(|_| at.next().is_some_and(|at| !wrong.contains(&at)));
    }
    None
}

/// Lays out a decree that may be printed.
pub fn typeset<P: Printable>(decree: P, means: &Means<'_>, sink: &mut Sink) -> Option<Typeset<P>> {
    lay(decree.resolved(), means, sink)?.release(decree, sink)
}

/// That comments cannot be taken from a text; none of them goes out unasked.
fn uncleaned(name: &str) -> Diagnostic {
    let message = format!("komentar di dalam {name} tidak dapat dipisahkan dari isinya");
    let hint = "hapus komentar (`# …`) dan `catatan` dari berkas itu, lalu ulangi";
    Diagnostic::galat(Code::INTERNAL, None, message).hint(hint)
}

fn identity(resolved: &Resolved) -> (FileId, Edition) {
    (resolved.source(), resolved.edition().clone())
}

impl Laid {
    /// Lets the pages go with the decree that they are of; pages of another decree are kept back, and that is reported.
    pub fn release<P: Printable>(self, decree: P, sink: &mut Sink) -> Option<Typeset<P>> {
        if identity(decree.resolved()) != self.of {
            let message = "halaman yang disusun bukan milik naskah yang diperiksa";
            sink.push(Diagnostic::galat(Code::INTERNAL, None, message).hint("laporkan hal ini kepada pengembang"));
            return None;
        }
        let Self { bundel, source, pages, .. } = self;
        Some(Typeset { decree, bundel, source, pages })
    }
}

impl<P: Printable> Typeset<P> {
    /// The decree as it is bound.
    pub fn resolved(&self) -> &Resolved {
        self.decree.resolved()
    }

    /// The decree, for the next pages.
    pub fn into_decree(self) -> P {
        self.decree
    }

    /// What it was made from.
    pub fn bundel(&self) -> &Bundel {
        &self.bundel
    }

    /// The generated program.
    pub fn source(&self) -> &TypstSource {
        &self.source
    }

    /// The pages.
    pub fn pages(&self) -> &Pages {
        &self.pages
    }

    /// The PDF.
    pub fn pdf(&self, means: &Means<'_>, sink: &mut Sink) -> Option<Vec<u8>> {
        typeset::pdf(&self.pages, &self.source, means.fonts, means.catalog, sink)
    }
}
