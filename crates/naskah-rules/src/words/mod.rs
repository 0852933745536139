//! The words of a decree: how each is written, what is no language, which are unknown, what the decree shows of capitals.

pub mod naming;
pub mod roles;
pub mod shown_capitals;
pub mod spelling;
mod token;
mod worded;
pub mod written;

pub use token::{Kind, Mask, Text, Token};
pub use worded::Worded;
