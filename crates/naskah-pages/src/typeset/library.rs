//! Typst's own definitions, made once for all compilations.

use std::sync::LazyLock;

use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};

/// Typst's own definitions, the same for every compilation.
pub static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Without it cells that name their row cannot be told from others.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});
