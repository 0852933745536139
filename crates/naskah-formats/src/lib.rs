//! What comes from outside and goes there: workbooks and the tables in them, PDFs that come back.

#![warn(clippy::too_many_lines)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]

pub mod beside;
pub mod ooxml;
pub mod pdf;
pub mod pictures;
pub mod read;
pub mod serap;
pub mod sheets;
pub mod sunting;
pub mod tables;
pub mod word;
