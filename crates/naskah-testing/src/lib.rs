//! What the tests of several crates share: the project's folder, short decrees, annotated cases, readable differences.
//!
//! It knows the stages below the drafting rules alone; a test gives the stage that it is about as a closure.

pub mod cases;
mod expected;
mod project;
mod short;

pub use expected::{assert_none, compare_file, difference, update};
pub use project::{files_below, project, text_of};
pub use short::{completed, field_at};

use std::sync::OnceLock;

use naskah_core::catalog::{Catalog, Root};
use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// The data that the program carries, read once for all tests.
pub fn carried() -> &'static Catalog {
    static CARRIED: OnceLock<Catalog> = OnceLock::new();
    CARRIED.get_or_init(|| Catalog::new(Root::embedded()))
}

/// So many tries of a property, the same in every run; or as many as `PROPTEST_CASES` asks for, other ones in every run.
pub fn tries(count: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(2025) };
    ProptestConfig { cases: asked.unwrap_or(count), failure_persistence: None, rng_seed, ..ProptestConfig::default() }
}
