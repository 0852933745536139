//! Typst's own definitions, made once for all compilations.

use std::sync::LazyLock;

use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

/// Typst's own definitions, the same for every compilation.
pub static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Makes ready what every compilation needs.
pub fn prepare() {
    LazyLock::force(&LIBRARY);
}
