//! What several rules know of words and letters.

pub mod last_marks;
pub mod needless_capitals;
pub mod phrases;
pub mod roles;
pub mod series;
pub mod shown_capitals;
pub mod spelling;
pub mod terms;
pub mod written;
