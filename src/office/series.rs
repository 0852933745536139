//! Series of numbers: which numbers stand in drafts, and which are left out.

use std::path::{Path, PathBuf};

use crate::input;
use crate::naming::slug;
use crate::office::register::{Buku, Kunci};
use naskah_core::catalog::{Catalog, Kantor};
use naskah_core::decree::Rupa;
use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::resolve::Resolved;
use naskah_core::yaml::{self, Node};

/// A file of `data/keputusan/` that bears a number.
#[derive(Debug, Clone)]
pub struct Konsep {
    /// The file.
    pub berkas: PathBuf,
    /// Office, year, series and number.
    pub kunci: Kunci,
    /// The decree's name.
    pub tentang: String,
    /// Its date, as written.
    pub tanggal: Option<String>,
}

impl Konsep {
    /// The same of a decree that was read; `None` where it has no number, or where another book keeps it.
    pub fn of(berkas: PathBuf, resolved: &Resolved) -> Option<Self> {
        let keputusan = resolved.keputusan();
        Some(Self {
            berkas,
            kunci: Kunci::of(resolved)?,
            tentang: keputusan.tentang.as_plain(),
            tanggal: keputusan.ditetapkan.tanggal.as_ref().map(|day| day.value.iso()),
        })
    }
}

/// The files of `data/keputusan/` that bear a number, but for those whose path and text are `known`. Only the head of a decree is
/// looked at, so that a draft keeps its number whatever else is wrong with it; what cannot be read at all is reported.
pub fn konsep(catalog: &Catalog, mut known: impl FnMut(&Path, &str) -> bool, sink: &mut Sink) -> Vec<Konsep> {
    let folder = catalog.root.folder().map(|root| root.join("data/keputusan")).filter(|folder| folder.is_dir());
    let paths = folder.and_then(|folder| input::decrees(&[folder]).ok()).unwrap_or_default();
    let mut found = Vec::new();
    for path in paths {
        let (mut files, mut own) = (Files::default(), Sink::default());
        let Ok(file) = input::open(&path, &mut files, &mut own) else {
            sink.extend(own);
            continue;
        };
        if known(&path, files.text(file)) {
            continue;
        }
        match yaml::parse(&files, file, &mut own) {
            Some(tree) => found.extend(head(path, &tree, catalog)),
            None => {
                let message = format!("{} tidak terbaca; nomor di dalamnya tidak ikut dihitung", path.display());
                let hint = "lihat kesalahannya dengan `naskah periksa`";
                sink.push(Diagnostic::peringatan(Code::YAML, None, message).hint(hint));
            }
        }
    }
    found
}

/// What the head of a decree says of its number; `None` where it has none, or where another book keeps it.
pub fn head(berkas: PathBuf, tree: &Node, catalog: &Catalog) -> Option<Konsep> {
    let word = |key: &str| Some(tree.get(key)?.as_scalar()?.trim().to_owned()).filter(|word| !word.is_empty());
    let kind = word("jenis").and_then(|id| catalog.jenis(&id, &mut Files::default(), &mut Sink::default()).ok());
    if kind.is_some_and(|kind| kind.rupa != Rupa::Keputusan) {
        return None;
    }
    let kantor = word("kantor")?;
    let pejabat = word("pejabat").unwrap_or_else(|| "ketua".to_owned());
    let (nomor, tahun) = (word("nomor")?, word("tahun")?.parse().ok()?);
    let profile: Kantor = catalog.kantor(&kantor, &mut Files::default(), &mut Sink::default()).ok()?;
    let seri = slug(&profile.kuasa(&pejabat)?.jabatan);
    let day = tree.get("ditetapkan").and_then(|node| node.get("tanggal")?.as_scalar());
    Some(Konsep {
        berkas,
        kunci: Kunci { kantor, tahun, seri, nomor },
        tentang: word("tentang").unwrap_or_default(),
        tanggal: day.map(|day| day.trim().to_owned()).filter(|day| !day.is_empty()),
    })
}

/// Tells of decrees that bear number and day where there is no register at all: it may have been lost, or have another name.
pub fn tanpa_register(buku: &Buku, catalog: &Catalog) -> Option<Diagnostic> {
    if !buku.semua_tahun().is_empty() {
        return None;
    }
    let drafts = konsep(catalog, |_, _| false, &mut Sink::default());
    let found: Vec<String> =
        drafts.into_iter().filter(|one| one.tanggal.is_some()).map(|one| one.kunci.to_string()).collect();
    let message = format!(
        "tidak ada register di {}, sedangkan di data/keputusan ada yang bernomor dan bertanggal: {}",
        buku.folder().display(),
        some(&found)
    );
    let hint = "bila sudah ada yang terbit, pulihkan folder register dari cadangan, atau kembalikan namanya";
    (!found.is_empty()).then(|| Diagnostic::peringatan(Code::REGISTER_RUSAK, None, message).hint(hint))
}

/// The first of several names, and how many more there are.
pub fn some(names: &[String]) -> String {
    /// So many are told.
    const TOLD: usize = 12;
    let more = names.len().saturating_sub(TOLD);
    let told = names.iter().take(TOLD).cloned().collect::<Vec<_>>().join(", ");
    if more > 0 { format!("{told}, dan {more} lagi") } else { told }
}

/// Numbers from one to another.
pub type Rentang = (u32, u32);

/// What is left out between the first and the last of `numbers`, which are in order.
pub fn kosong(numbers: impl IntoIterator<Item = u32>) -> Vec<Rentang> {
    let mut gaps = Vec::new();
    let mut last: Option<u32> = None;
    for number in numbers {
        gaps.extend(last.filter(|last| number - last > 1).map(|last| (last + 1, number - 1)));
        last = Some(number);
    }
    gaps
}

/// Numbers in order as runs.
pub fn runs(numbers: impl IntoIterator<Item = u32>) -> Vec<Rentang> {
    let mut runs: Vec<Rentang> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, end)) if *end == number => {}
            Some((_, end)) if end.checked_add(1) == Some(number) => *end = number,
            _ => runs.push((number, number)),
        }
    }
    runs
}

/// `2, 4–6`; `None` of nothing.
pub fn told(runs: &[Rentang]) -> Option<String> {
    let run = |(start, end): &Rentang| match end - start {
        0 => start.to_string(),
        1 => format!("{start}, {end}"),
        _ => format!("{start}–{end}"),
    };
    (!runs.is_empty()).then(|| runs.iter().map(run).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::{kosong, runs, told};

    #[test]
    fn numbers_are_told_in_runs() {
        assert_eq!(told(&[]), None);
        assert_eq!(told(&runs([2, 4, 5, 5, 7, 8, 9])).as_deref(), Some("2, 4, 5, 7–9"));
    }

    #[test]
    fn gaps_lie_between_the_first_and_the_last() {
        assert_eq!(kosong([]), []);
        assert_eq!(kosong([3, 4, 6, 6, 10, u32::MAX]), [(5, 5), (7, 9), (11, u32::MAX - 1)]);
    }
}
