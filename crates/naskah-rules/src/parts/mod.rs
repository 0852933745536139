//! What several rules know of the parts of a decree: items, diktums, lampirans, tables, titles, areas.

pub mod areas;
pub mod cells;
pub mod closing_item;
pub mod commencement;
pub mod diktum_references;
pub mod formulas;
pub mod lampiran_mentions;
pub mod moments;
pub mod persons;
pub mod quantities;
pub mod rows;
pub mod schedules;
pub mod spans_length;
pub mod table_counts;
pub mod titles;
pub mod worded_numbers;
