//! What an office keeps: its register, the numbers of its series, issued decrees made again from what was frozen.

pub mod beku;
pub mod berlaku;
pub mod bukti;
pub mod disebut;
pub mod hubungan;
pub mod open;
pub mod register;
pub mod remake;
pub mod sari;
pub mod sasaran;
pub mod semua;
pub mod series;
