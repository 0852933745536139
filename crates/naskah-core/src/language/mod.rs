//! The language that decrees are written in, knowing nothing of decrees: lists of words, words and their forms,
//! numerals, days, years, citations of rules.

pub mod affixes;
pub mod capitals;
pub mod citation;
pub mod column_heads;
pub mod days;
pub mod documents;
pub mod forms;
pub mod kaitan;
pub mod kosong;
pub mod lists;
pub mod mentions;
pub mod nomor_orang;
pub mod numerals;
pub mod patterns;
pub mod rapat;
mod required;
pub mod saat;
pub mod timing;
pub mod typed_marks;
pub mod words;
pub mod years;

pub use lists::{WordList, WordLists};
