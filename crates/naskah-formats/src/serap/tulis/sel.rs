//! The text of a cell.

use crate::serap::baris::marked as behind_mark;
use crate::serap::sumber::{Kaya, SelSumber};

/// The text of a cell on one line.
pub fn text(sel: &SelSumber) -> String {
    whole_text(sel).text()
}

/// The same with its styles.
pub fn whole_text(sel: &SelSumber) -> Kaya {
    let mut out = Kaya::default();
    sel.isi.iter().for_each(|paragraf| out.join(&behind_mark(paragraf)));
    out.trimmed()
}
