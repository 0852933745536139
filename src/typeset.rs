//! Typst source to pages and files; the only home of typst.
//!
//! Nothing of the machine is seen: no clock, no system fonts, no network, no environment. The same source and
//! the same program give the same bytes.

mod error;
mod fonts;
mod pages;
mod world;

pub use fonts::{Fonts, Gap};
pub use pages::{Line, Pages, catchwords};
pub use world::{MAIN, World};

use typst::diag::Warned;
use typst::foundations::{Bytes, Smart};
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::catalog::Catalog;
use crate::diag::Sink;
use crate::template::TypstSource;

/// Lays the pages out; what goes wrong is reported.
pub fn compile(source: &TypstSource, fonts: &Fonts, catalog: &Catalog, sink: &mut Sink) -> Option<Pages> {
    let world = World::new(source, fonts, catalog);
    let Warned { output, warnings } = typst::compile::<PagedDocument>(&world);
    error::warn(&warnings, &world, sink);
    match output {
        Ok(document) => Some(Pages::new(document)),
        Err(errors) => {
            error::report(&errors, &world, sink);
            None
        }
    }
}

/// PDF/A-3a and PDF/UA-1 at once, with tags and the source attached.
pub fn pdf(pages: &Pages, source: &TypstSource, fonts: &Fonts, catalog: &Catalog, sink: &mut Sink) -> Option<Vec<u8>> {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).unwrap_or_default();
    let options =
        PdfOptions { ident: Smart::Auto, creator: Smart::Auto, standards, tagged: true, ..PdfOptions::default() };
    match typst_pdf::pdf(pages.document(), &options) {
        Ok(bytes) => Some(bytes),
        Err(errors) => {
            error::report(&errors, &World::new(source, fonts, catalog), sink);
            None
        }
    }
}

/// Whether a file can be set as a picture; its name's ending tells which kind it claims to be.
pub fn is_picture(path: &str, bytes: &[u8]) -> bool {
    let bytes = Bytes::new(bytes.to_vec());
    match path.ends_with(".svg") {
        true => SvgImage::new(bytes).is_ok(),
        false => RasterImage::plain(bytes, ExchangeFormat::Png).is_ok(),
    }
}

/// Forgets what compilations more than `age` calls ago remembered for reuse.
pub fn forget(age: usize) {
    typst::comemo::evict(age);
}
