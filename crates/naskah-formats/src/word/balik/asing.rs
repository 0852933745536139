//! Whether a file was made from another decree.

use std::collections::HashSet;

use super::super::jangkar::Tempat;
use super::acuan::{Acuan, Asal, Langkah};
use super::baca::{Berkas, Isi};
use super::kata::jumlah;

/// Shorter texts are alike in many decrees.
const PENDEK: usize = 4;

/// Whether a file was made from another decree than this one, whatever has changed in this one since: most of its texts
/// say something else, and so does its name.
pub fn asing(berkas: &Berkas, acuan: &Acuan<'_>) -> bool {
    let marks = berkas.paragraf.iter().flat_map(|one| &one.isi).filter_map(|isi| match isi {
        Isi::Jangkar(mark) if matches!(mark.tempat, Tempat::Teks(_)) => Some(mark.jumlah.clone()),
        _ => None,
    });
    let marks: HashSet<String> = marks.collect();
    let outside = acuan.paragraf.iter().filter(|one| one.sel.is_none()).flat_map(|one| &one.teks);
    let texts: Vec<_> = outside.map(|(unit, _)| &acuan.satuan[*unit]).collect();
    let name = |way: &[Langkah]| matches!(way, [Langkah::Kunci(key), ..] if key == "tentang");
    let mut named = texts.iter().filter(|one| one.jalan.as_deref().is_some_and(name));
    let same_name = named.any(|one| marks.contains(&jumlah(&one.teks)));
    let typed = texts.iter().filter(|one| {
        matches!(one.asal, Asal::Ketikan { .. })
            && one.teks.split_whitespace().count() >= PENDEK
            && !one.jalan.as_deref().is_some_and(name)
    });
    let typed: HashSet<String> = typed.map(|one| jumlah(&one.teks)).collect();
    let alike = typed.iter().filter(|sum| marks.contains(*sum)).count();
    match same_name {
        true => alike == 0 && typed.len() > 2,
        false => alike * 2 < typed.len().max(1),
    }
}
