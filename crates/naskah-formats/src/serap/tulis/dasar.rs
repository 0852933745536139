//! Legal bases: which of the catalogue a text may be.

use naskah_core::catalog::{Catalog, Law};
use naskah_core::language::citation;
use naskah_core::reading::citations::{body_key, plain_number};

/// The laws of the catalogue that have the number and year of what a text cites first.
pub fn candidates<'a>(text: &str, catalog: &'a Catalog) -> Vec<&'a Law> {
    let Some(cited) = citation::butir(text).into_iter().next() else { return Vec::new() };
    if cited.uud() {
        return catalog.laws().iter().filter(|law| law.dasar.nomor.is_none()).collect();
    }
    let part =
        |range: &Option<std::ops::Range<usize>>| range.clone().and_then(|range| text.get(range)).unwrap_or_default();
    let number = plain_number(part(&cited.nomor));
    let year = cited.tahun.as_ref().map(|(year, _)| *year);
    let body = body_key(&cited.bentuk.baku);
    let fits = |law: &&Law| {
        let own = law.dasar.nomor.as_deref().map(plain_number);
        Some(law.dasar.tahun) == year && own.as_deref() == Some(number.as_str()) && body_key(&law.dasar.sebutan) == body
    };
    catalog.laws().iter().filter(fits).collect()
}
