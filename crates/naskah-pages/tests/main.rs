//! What pages can tell by themselves.

mod jendela;
mod rata;
