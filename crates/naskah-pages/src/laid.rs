//! A decree on its pages: laid out by anyone, let go only with the proof that it may be printed.

use std::collections::BTreeSet;

use naskah_core::bundle::Bundel;
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sink};
use naskah_core::resolve::{Edition, Printable, Resolved};

use crate::template::{self, Potongan, TypstSource};
use crate::typeset::{self, Bacaan, Berkas, Fonts, Jendela, Longgar, Pages, Ukuran};

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
    in_windows: bool,
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
    lay_in(resolved, Ukuran::default(), means, sink)
}

/// Lays a decree out, its tables in windows from so many rows on.
pub fn lay_in(resolved: &Resolved, ukuran: Ukuran, means: &Means<'_>, sink: &mut Sink) -> Option<Laid> {
    typeset::check_means(resolved, means.files, means.fonts, sink);
    if sink.has_errors() {
        return None;
    }
    let bundel = Bundel::of(resolved, means.files, means.catalog);
    let bundel = bundel.map_err(|name| sink.push(uncleaned(&name))).ok()?;
    let papan = Papan { resolved, bundel: &bundel, means };
    // Whatever goes wrong in windows goes wrong in one piece as well, or it is no fault of the decree.
    let windows = papan.windows(ukuran);
    let in_windows = windows.is_some();
    let (source, pages, berkas) = match windows {
        Some(laid) => laid,
        None => {
            typeset::check_memory(resolved, None, sink);
            if sink.has_errors() {
                return None;
            }
            papan.whole(None, sink)?
        }
    };
    typeset::nilai(&berkas, resolved.naskah(), sink);
    (!sink.has_errors()).then(|| Laid { of: identity(resolved), bundel, source, pages, in_windows })
}

/// A decree about to be laid out.
struct Papan<'a> {
    resolved: &'a Resolved,
    bundel: &'a Bundel,
    means: &'a Means<'a>,
}

impl Papan<'_> {
    /// The program, with the first word of each page and some rows of long tables.
    fn merge(&self, words: &[String], jendela: &[Potongan], sink: &mut Sink) -> Option<TypstSource> {
        template::merge(self.resolved, self.bundel, words, jendela, self.means.catalog, sink)
    }

    /// The decree with its long tables in windows; `None` where it has none, or they cannot be parted.
    fn windows(&self, ukuran: Ukuran) -> Option<(TypstSource, Pages, Berkas)> {
        let Means { catalog, fonts, .. } = *self.means;
        let quiet = &mut Sink::default();
        let naskah = self.resolved.naskah();
        let merge = |potongan: &[Potongan]| self.merge(&[], potongan, &mut Sink::default());
        let jendela = Jendela::susun(naskah, ukuran, fonts, catalog, merge)?;
        self.whole(Some(&jendela), quiet).filter(|_| !quiet.has_errors())
    }

    /// The program, its pages and what was read of them.
    fn whole(&self, jendela: Option<&Jendela>, sink: &mut Sink) -> Option<(TypstSource, Pages, Berkas)> {
        let Means { catalog, fonts, .. } = *self.means;
        let potongan = jendela.map(Jendela::potongan).unwrap_or_default();
        let fill = |pages: Pages| match jendela {
            Some(jendela) => jendela.gabung(pages, self.resolved.naskah(), fonts, catalog),
            None => Some(pages),
        };
        let mut words = Vec::new();
        let mut source = self.merge(&words, &potongan, sink)?;
        let own = typeset::compile(&source, fonts, catalog, sink)?;
        let mut pages = fill(own.clone())?;
        let mut berkas = typeset::baca(&pages);
        let catchwords = self.resolved.naskah().halaman.kata_penyambung;
        if catchwords {
            // The foot lies in the margin, so the words there cannot move what they were taken from.
            words = typeset::catchwords(&pages, self.resolved.naskah());
            source = self.merge(&words, &potongan, sink)?;
        }
        if let Some((kept, laid, read, rata)) = ragged(&source, &own, &berkas, self.means, &fill) {
            let source = match jendela {
                Some(_) => self.utuh(&words, &berkas, &rata, sink)?,
                None => kept,
            };
            return Some((source, laid, read));
        }
        if catchwords {
            pages = fill(typeset::compile(&source, fonts, catalog, sink)?)?;
            berkas = typeset::baca(&pages);
        }
        if jendela.is_some() {
            source = self.merge(&words, &[], sink)?;
        }
        Some((source, pages, berkas))
    }

    /// The program with all rows of its tables, and with those lines ragged that are where the places tell.
    fn utuh(&self, words: &[String], berkas: &Berkas, rata: &[(usize, f64)], sink: &mut Sink) -> Option<TypstSource> {
        let mut source = self.merge(words, &[], sink)?;
        let loose = typeset::longgar(berkas, &source.main, template::within_quotes);
        let ends = loose.into_iter().filter(|line| rata.contains(&line.letak)).map(|line| line.ujung).collect();
        typeset::set_ends(&mut source.main, ends);
        Some(source)
    }
}

/// So often a decree is laid out to set loose lines ragged: all of them, then without those that did not stay; and where that
/// does not do, in so many parts.
const TRIES: usize = 2;
const PARTS: usize = 8;

/// A program with ragged lines, its pages, what was read of them, and where the lines are.
type Rata = (TypstSource, Pages, Berkas, Vec<(usize, f64)>);

/// The pages of `berkas` with those lines ragged that would be stretched too far; every line keeps its words and its
/// place, and those stay as they are of which that cannot be had. `fill` puts the windows' pages into each try.
fn ragged(
    source: &TypstSource,
    pages: &Pages,
    berkas: &Berkas,
    means: &Means<'_>,
    fill: &impl Fn(Pages) -> Option<Pages>,
) -> Option<Rata> {
    let perata = Perata { source, pages, berkas, means, fill };
    let mut loose = typeset::longgar(berkas, &source.main, template::within_quotes);
    for _ in 0..TRIES {
        if loose.is_empty() {
            return None;
        }
        match perata.rata(&loose)? {
            Ok(rata) => return Some(rata),
            Err(fewer) => loose = fewer,
        }
    }
    in_parts(&loose, |lines| perata.rata(lines))
}

/// What loose lines are set ragged in.
struct Perata<'a, F> {
    source: &'a TypstSource,
    pages: &'a Pages,
    berkas: &'a Berkas,
    means: &'a Means<'a>,
    fill: &'a F,
}

impl<F: Fn(Pages) -> Option<Pages>> Perata<'_, F> {
    /// The pages with these lines ragged, or those of them that may still stay.
    fn rata(&self, loose: &[Longgar]) -> Option<Result<Rata, Vec<Longgar>>> {
        let Means { fonts, catalog, .. } = *self.means;
        let ends = loose.iter().map(|line| line.ujung.clone()).collect();
        let (ragged, laid) = typeset::compile_ragged(self.source, self.pages, ends, fonts, catalog)?;
        let filled = (self.fill)(laid)?;
        let laid = typeset::baca(&filled);
        let differs = self.berkas.beda(&laid);
        if differs.is_empty() {
            return Some(Ok((ragged, filled, laid, loose.iter().map(|line| line.letak).collect())));
        }
        // What differs comes of the last of the lines above it.
        let wrong = differs.iter().map(|at| loose.partition_point(|line| line.letak <= *at).saturating_sub(1));
        let wrong: BTreeSet<usize> = wrong.collect();
        let stay = loose.iter().zip(0..).filter(|(_, at)| !wrong.contains(at)).map(|(line, _)| line.clone());
        Some(Err(stay.collect()))
    }
}

/// Lines part after part, without those parts of which some do not stay; `rata` sets lines, or says which of them may still stay.
fn in_parts<T: Clone, R>(loose: &[T], rata: impl Fn(&[T]) -> Option<Result<R, Vec<T>>>) -> Option<R> {
    let (mut kept, mut found): (Vec<T>, _) = (Vec::new(), None);
    for part in loose.chunks(loose.len().div_ceil(PARTS).max(1)) {
        let mut tried: Vec<T> = kept.iter().chain(part).cloned().collect();
        for _ in 0..TRIES {
            match rata(&tried) {
                Some(Ok(done)) => {
                    (kept, found) = (tried, Some(done));
                    break;
                }
                Some(Err(fewer)) if fewer.len() > kept.len() => tried = fewer,
                _ => break,
            }
        }
    }
    found
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
    /// What its pages read as.
    pub fn bacaan(&self) -> Bacaan {
        self.pages.bacaan()
    }

    /// Whether long tables of it were laid out in windows.
    pub fn in_windows(&self) -> bool {
        self.in_windows
    }

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

#[cfg(test)]
mod tests {
    use super::in_parts;

    /// A line that does not stay, and is not the one that is thought to be at fault, takes few others with it.
    #[test]
    fn one_line_that_fails_leaves_the_others_ragged() {
        let lines: Vec<u32> = (0..40).collect();
        let set = |tried: &[u32]| match tried.contains(&17) {
            false => Some(Ok(tried.to_vec())),
            true => Some(Err(tried.iter().copied().filter(|line| *line != tried[0]).collect())),
        };
        let ragged = in_parts(&lines, set).expect("some lines");
        assert!(ragged.len() >= 30 && !ragged.contains(&17), "{ragged:?}");
    }
}
