//! The language that decrees are written in, knowing nothing of decrees: numerals, days, affixes, citations of rules.

pub mod affixes;
pub mod citation;
pub mod days;
pub mod numerals;
