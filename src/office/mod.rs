//! What an office keeps: its register, the numbers of its series, issued decrees made again from what was frozen.

pub mod register;
pub mod remake;
pub mod series;
