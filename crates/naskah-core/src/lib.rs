//! A decree from its YAML text to every word that will be printed.
//!
//! One direction: YAML text → tree with places ([`yaml`]) → decree as written ([`decree`]) → bound to its office and legal
//! bases ([`resolve`]). Beside them: findings with places ([`diag`]), what is not the decree ([`catalog`]), the language
//! that decrees are written in ([`language`]), a bound decree read for sense ([`reading`]), what a decree was made from ([`bundle`]).

#![warn(clippy::too_many_lines)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]

pub mod bundle;
mod carried;
pub mod catalog;
pub mod decree;
pub mod diag;
pub mod fingerprint;
pub mod language;
pub mod reading;
pub mod resolve;
pub mod yaml;
