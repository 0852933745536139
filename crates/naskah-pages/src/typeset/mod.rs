//! Typst source to pages and files; the only home of typst.
//!
//! Nothing of the machine is seen: no clock, no system fonts, no network, no environment. The same source and
//! the same program give the same bytes.

mod bacaan;
mod bidang;
mod error;
mod fonts;
mod jendela;
mod library;
mod means;
mod memori;
mod pages;
mod penilik;
mod putaran;
mod world;

pub use bacaan::Bacaan;
pub use fonts::{Fonts, Gap};
pub use jendela::{Jendela, Ukuran};
pub use means::{check_letters, check_means};
pub use memori::check_memory;
pub use pages::{Line, Pages, catchwords};
pub use penilik::{Berkas, Longgar, baca, longgar, nilai, tempat};
pub use world::{MAIN, World};

use std::ops::Range;
use std::panic::AssertUnwindSafe;

use typst::diag::Warned;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::template::{TypstSource, literal};
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_formats::pdf;

/// Lays the pages out; what goes wrong is reported.
pub fn compile(source: &TypstSource, fonts: &Fonts, catalog: &Catalog, sink: &mut Sink) -> Option<Pages> {
    fonts.know_styles(catalog);
    let world = World::new(source, fonts, catalog);
    let Warned { output, warnings } = guarded(sink, || typst::compile::<PagedDocument>(&world))?;
    error::warn(&warnings, &world, sink);
    match output {
        Ok(document) => Some(Pages::new(document)),
        Err(errors) => {
            error::report(&errors, &world, sink);
            None
        }
    }
}

/// What every skeleton begins with.
const STYLES: &str = "#import \"gaya/naskah.typ\": bentuk\n";

/// Teaches the typesetter the styles: it remembers what a file defines, and the first decree need not wait for that. What is
/// wrong with them is told of the decree.
fn learn_styles(fonts: &Fonts, catalog: &Catalog) {
    let source = TypstSource { main: STYLES.to_owned(), assets: Vec::new() };
    let world = World::new(&source, fonts, catalog);
    drop(guarded(&mut Sink::default(), || typst::compile::<PagedDocument>(&world)));
}

/// How the program writes the end of a line that is not stretched: after a word, and within one.
const AFTER: &str = "\\n";
const WITHIN: &str = "\\u{2028}";

/// Writes into a program that lines end, and are not stretched, where `ends` are: each a blank, or the place within a word.
pub fn set_ends(main: &mut String, mut ends: Vec<Range<usize>>) {
    ends.sort_unstable_by_key(|end| end.start);
    ends.dedup();
    for end in ends.into_iter().rev() {
        let sign = if end.is_empty() { WITHIN } else { AFTER };
        main.replace_range(end, sign);
    }
}

/// Lays the pages of a source out once more with lines that end, and are not stretched, where `ends` are: each a blank, or
/// the place within a word. What the typesetter knows from the first time, `pages`, it need not do again: to it all else is
/// what it was, as a program with as many parts has the same numbers for them.
pub fn compile_ragged(
    source: &TypstSource,
    pages: &Pages,
    ends: Vec<Range<usize>>,
    fonts: &Fonts,
    catalog: &Catalog,
) -> Option<(TypstSource, Pages)> {
    let mut source = source.clone();
    set_ends(&mut source.main, ends);
    let world = World::new(&source, fonts, catalog);
    let document = guarded(&mut Sink::default(), || putaran::lagi(&world, pages.document()))?;
    Some((source, Pages::new(document?)))
}

/// Of a document of more pages, what was remembered while it was laid out takes more room than its next layout is worth.
const TEBAL: usize = 100;

/// PDF/A-3a and PDF/UA-1 at once, with tags and the source attached; and the signature fields that the office wants.
pub fn pdf(pages: &Pages, source: &TypstSource, fonts: &Fonts, catalog: &Catalog, sink: &mut Sink) -> Option<Vec<u8>> {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).unwrap_or_default();
    let options =
        PdfOptions { ident: Smart::Auto, creator: Smart::Auto, standards, tagged: true, ..PdfOptions::default() };
    if pages.count() > TEBAL {
        forget(0);
    }
    match guarded(sink, || typst_pdf::pdf(pages.document(), &options))? {
        Ok(bytes) => signable(bytes, pages, sink),
        Err(errors) => {
            error::report(&errors, &World::new(source, fonts, catalog), sink);
            None
        }
    }
}

/// The PDF with its signature fields, where they are asked for.
fn signable(bytes: Vec<u8>, pages: &Pages, sink: &mut Sink) -> Option<Vec<u8>> {
    let places = pages.bidang();
    if places.is_empty() {
        return Some(bytes);
    }
    let done = pdf::bidang::add(bytes, &places);
    if let Err(error) = &done {
        let message = format!("bidang tanda tangan tidak dapat ditambahkan: {error}");
        let hint = "laporkan berkas ini kepada pengembang; sementara itu pakai `bidang: tidak`";
        sink.push(Diagnostic::galat(Code::INTERNAL, None, message).hint(hint));
    }
    done.ok()
}

/// So many points an inch are enough for a drawing on paper, and so many across for any.
const PPI: f64 = 300.0;
const ACROSS: f64 = 3000.0;

/// A drawing (SVG) as a PNG, as the pages show it: words without a typeface of their own in that of the pages; what goes
/// wrong is reported.
pub fn drawing(svg: &[u8], huruf: &str, fonts: &Fonts, catalog: &Catalog, sink: &mut Sink) -> Option<Vec<u8>> {
    let huruf = literal(&huruf.into());
    let main = format!(
        "#set page(width: auto, height: auto, margin: 0pt)\n#set text(font: {huruf})\n#image(\"/gambar.svg\")\n"
    );
    let source = TypstSource { main, assets: vec![("/gambar.svg".to_owned(), svg.to_vec())] };
    let pages = compile(&source, fonts, catalog, sink)?;
    let (width, _) = pages.size(0);
    Some(pages.png(0, PPI.min(ACROSS / width.max(1.0) * 72.0)))
}

/// Runs the typesetter; should it break down, that becomes a finding instead of the end of the program: `typst` asserts
/// what a layout it did not foresee may break.
fn guarded<T>(sink: &mut Sink, work: impl FnOnce() -> T) -> Option<T> {
    let done = std::panic::catch_unwind(AssertUnwindSafe(work)).ok();
    if done.is_none() {
        forget(0);
        let message = "penyusun halaman gagal karena kesalahan program";
        let hint =
            "coba susun bagian demi bagian untuk menemukan penyebabnya, dan laporkan berkas ini kepada pengembang";
        sink.push(Diagnostic::galat(Code::INTERNAL, None, message).hint(hint));
    }
    done
}

/// Forgets what compilations more than `age` calls ago remembered for reuse.
pub fn forget(age: usize) {
    typst::comemo::evict(age);
}
