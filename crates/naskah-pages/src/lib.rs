//! A decree that is bound to its office, to Typst source ([`template`]) and to pages and PDF ([`typeset`]).

#![warn(clippy::too_many_lines)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]

pub mod template;
pub mod typeset;
