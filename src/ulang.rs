//! A decree made again from its bundle, in whatever edition is asked for: what copies, extracts and proofs share.
//!
//! Nothing but the bundle and the fonts is looked at. The drafting rules are not asked again, for they were asked, or
//! their findings recorded, when the decree was issued.

use crate::bundel::Bundel;
use crate::catalog::Catalog;
use crate::diag::FileId;
use crate::kerja::Kerja;
use crate::lint::{self, Checked};
use crate::resolve::Edition;
use crate::{Typeset, typeset};

/// A bundle that is opened: its data and templates, and the decree's text among the texts of the run.
pub struct Ulang {
    /// The data and templates of the bundle and no others.
    pub catalog: Catalog,
    /// The decree's text.
    pub file: FileId,
}

impl Ulang {
    /// Opens a bundle.
    pub fn open(bundel: &Bundel, kerja: &mut Kerja) -> Self {
        let catalog = kerja.catalog.with_root(bundel.root(&kerja.catalog.root));
        let file = kerja.files.add(bundel.bahan.sumber.clone(), bundel.naskah.clone());
        Self { catalog, file }
    }

    /// The decree bound again to its office and laws, in an edition.
    pub fn bind(&self, edition: &Edition, kerja: &mut Kerja) -> Option<Checked> {
        let Kerja { files, sink, .. } = kerja;
        let resolved = crate::bind(files, self.file, edition, &self.catalog, sink)?;
        lint::passed(resolved, sink)
    }

    /// Its pages.
    pub fn typeset(&self, checked: Checked, kerja: &mut Kerja) -> Option<Typeset> {
        let Kerja { fonts, files, sink, .. } = kerja;
        crate::typeset(checked, files, fonts, &self.catalog, sink)
    }

    /// Its PDF.
    pub fn pdf(&self, typeset: &Typeset, kerja: &mut Kerja) -> Option<Vec<u8>> {
        typeset::pdf(&typeset.pages, &typeset.source, &kerja.fonts, &self.catalog, &mut kerja.sink)
    }
}

/// The decree of a bundle made again in an edition: its pages and its PDF. The same program and fonts give the same
/// bytes; what cannot be made is reported.
pub fn remake(bundel: &Bundel, edition: &Edition, kerja: &mut Kerja) -> Option<(Typeset, Vec<u8>)> {
    let ulang = Ulang::open(bundel, kerja);
    let checked = ulang.bind(edition, kerja)?;
    let typeset = ulang.typeset(checked, kerja)?;
    let pdf = ulang.pdf(&typeset, kerja)?;
    Some((typeset, pdf))
}
