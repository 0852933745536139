//! The lines of a book held against the decrees as they were frozen: a line that says another number, day or name than the
//! source beside it was changed, whatever the chain says.

use std::path::Path;

use super::buku::{Baris, Beku, Kunci, NASKAH, Peristiwa};
use crate::disk;
use crate::naming::slug;
use naskah_core::bundle::Bundel;
use naskah_core::catalog::{Catalog, Root};
use naskah_core::diag::{Files, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::language::days::Tanggal;
use naskah_core::yaml;

/// What a line of an issue says otherwise than the source that was frozen with it, where that still is as it was: what it
/// is about, what the line says, what the source says.
pub(super) fn differing(register: &Path, baris: &Baris) -> Option<String> {
    let Peristiwa::Terbit(terbit) = &baris.peristiwa else { return None };
    let bytes = disk::regular(&register.join(baris.kunci.folder()).join(NASKAH)).ok()?;
    let text = String::from_utf8(bytes).ok().filter(|text| Sidik::of(text) == terbit.sidik.naskah)?;
    let head = Kepala::of(&text)?;
    let Kunci { kantor, tahun, nomor, .. } = &baris.kunci;
    let day = |text: &str| text.parse::<Tanggal>().ok();
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let number = |text: &str| text.trim().trim_start_matches('0').to_owned();
    let same_year = head.tahun.parse::<i32>().is_ok_and(|own| own == *tahun);
    let pairs = [
        ("kantor", kantor.clone(), head.kantor.clone(), *kantor == head.kantor),
        ("tahun", tahun.to_string(), head.tahun.clone(), same_year),
        ("nomor", nomor.clone(), head.nomor.clone(), number(nomor) == number(&head.nomor)),
        ("tentang", terbit.tentang.clone(), head.tentang.clone(), letters(&terbit.tentang) == letters(&head.tentang)),
        ("tanggal", terbit.tanggal.clone(), head.tanggal.clone(), day(&terbit.tanggal) == day(&head.tanggal)),
    ];
    // What a source leaves out, others say for it.
    let other = pairs.into_iter().find(|(_, _, own, same)| !same && !own.is_empty());
    other.map(|(what, line, own, _)| format!("{what} \"{line}\", sedangkan dalam naskahnya \"{own}\""))
}

/// Whether a line names another series or signer than source and office have, as they were frozen; what it says.
pub(super) fn other_signer(beku: &Beku, baris: &Baris) -> Option<String> {
    let Peristiwa::Terbit(terbit) = &baris.peristiwa else { return None };
    let bundel = Bundel::read(beku.naskah.clone(), &beku.bahan).ok()?;
    let catalog = Catalog::new(bundel.root(&Root::embedded()));
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(NASKAH.to_owned(), beku.naskah.as_str());
    let tree = yaml::parse(&files, file, &mut sink)?;
    let word = |key: &str| tree.get(key).and_then(|node| node.as_scalar()).map(|word| word.trim().to_owned());
    let office = catalog.kantor(&word("kantor")?, &mut files, &mut sink).ok()?;
    let id = word("pejabat").filter(|id| !id.is_empty()).unwrap_or_else(|| "ketua".to_owned());
    let (post, person) = (&office.kuasa(&id)?.jabatan, &office.pejabat.get(&id)?.nama);
    let small = |text: &str| text.to_lowercase();
    if slug(post) != baris.kunci.seri {
        return Some(format!("seri \"{}\", sedangkan dalam naskahnya \"{}\"", baris.kunci.seri, slug(post)));
    }
    let named = small(&terbit.pejabat).contains(&small(person));
    (!named).then(|| format!("penanda tangan \"{}\", sedangkan dalam bahan bekunya \"{person}\"", terbit.pejabat))
}

/// What the head of a source says.
struct Kepala {
    kantor: String,
    tahun: String,
    nomor: String,
    tentang: String,
    tanggal: String,
}

impl Kepala {
    /// Long tables are not read for it where they stand last.
    fn of(text: &str) -> Option<Self> {
        let short = text.split("\nlampiran:").next().unwrap_or(text);
        Self::read(short).filter(|head| !head.nomor.is_empty() && !head.tanggal.is_empty()).or_else(|| Self::read(text))
    }

    fn read(text: &str) -> Option<Self> {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add(NASKAH.to_owned(), text);
        let tree = yaml::parse(&files, file, &mut sink)?;
        let word = |key: &str| tree.get(key).and_then(|node| node.as_scalar()).unwrap_or_default().trim().to_owned();
        let day = tree.get("ditetapkan").and_then(|node| node.get("tanggal")?.as_scalar()).unwrap_or_default();
        Some(Self {
            kantor: word("kantor"),
            tahun: word("tahun"),
            nomor: word("nomor"),
            tentang: word("tentang"),
            tanggal: day.trim().to_owned(),
        })
    }
}
