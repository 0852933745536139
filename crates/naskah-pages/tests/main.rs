//! What pages can tell by themselves.

mod jendela;
