//! What several rules know of words and letters.

pub mod last_marks;
pub mod needless_capitals;
pub mod phrases;
pub mod series;
pub mod spoken;
pub mod terms;
