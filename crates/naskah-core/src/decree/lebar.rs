//! Widths of the columns of a table.

use crate::decree::panjang::Panjang;

/// Width of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lebar {
    /// A length.
    Tetap(Panjang),
    /// A share of what the fixed columns leave.
    Bobot(f64),
}

impl std::str::FromStr for Lebar {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.replace(',', ".").parse::<f64>() {
            Ok(share) if share > 0.0 && share <= 1000.0 => Ok(Self::Bobot(share)),
            Ok(_) => Err(format!("bobot lebar `{text}` harus lebih dari 0 dan paling besar 1000")),
            Err(_) => text.parse().map(Self::Tetap).map_err(|_| {
                format!("`{text}` bukan lebar kolom; tulis bobot seperti 2 atau 1,5, atau ukuran seperti 3 cm")
            }),
        }
    }
}
