//! What several rules know of the parts of a decree: items, diktums, lampirans, tables, titles, areas.

pub mod areas;
pub mod closing_item;
pub mod commencement;
pub mod diktum_references;
pub mod formulas;
pub mod lampiran_mentions;
pub mod rows;
pub mod schedules;
pub mod titles;
