//! A nested plan as an outline: a row for each entry of any level, a column for each field.

use naskah_core::decree::Susunan;
use naskah_core::decree::tabel::Kolom;

/// A field of a plan as a column.
#[derive(Debug, Clone)]
pub struct Bidang<'a> {
    /// The field.
    pub kunci: String,
    /// The level that it belongs to, from 0.
    pub tingkat: usize,
    /// The column's head.
    pub judul: String,
    /// The column of the printed table that it fills; `None` for a heading across the table.
    pub kolom: Option<&'a Kolom>,
}

/// The fields of a nested form, level by level.
pub fn fields(form: &Susunan) -> Vec<Bidang<'_>> {
    let leaves = Kolom::leaves(&form.kolom);
    let mut found: Vec<Bidang<'_>> = Vec::new();
    for (at, level) in form.tingkat.iter().enumerate() {
        for kunci in form.fields(at, &leaves).into_iter().filter(|field| Some(field) != level.anak.as_ref()) {
            let innermost = at + 1 == form.tingkat.len();
            let own = |column: &&&Kolom| column.tingkat.as_ref().map_or(innermost, |name| *name == level.nama);
            let column = leaves
                .iter()
                .find(|column| column.kunci.as_ref() == Some(&kunci) && column.isi.is_written() && own(column));
            let judul = column.map_or_else(|| kunci.replace('_', " "), |column| column.judul.as_plain());
            let judul = judul.to_uppercase();
            // Two levels may print under the same head.
            let judul = match found.iter().any(|other| other.judul == judul) {
                true => format!("{judul} ({})", level.nama.to_uppercase()),
                false => judul,
            };
            found.push(Bidang { kunci, tingkat: at, judul, kolom: column.copied() });
        }
    }
    found
}
