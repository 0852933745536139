//! A decree's tables as sheets that a person edits, and the edits written back into the same YAML.

pub mod edits;
pub mod incoming;
pub mod page;
pub(crate) mod pieces;
pub(crate) mod scalar;
pub mod uraian;
pub mod view;
