//! A decree that is bound to its office, to Typst source ([`template`]) and to pages and PDF ([`mod@typeset`]).

#![warn(clippy::too_many_lines)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]

mod laid;
pub mod template;
pub mod typeset;
mod word;

pub use laid::{Laid, Means, Typeset, lay, lay_in, typeset};
pub use word::{word, word_banding};
