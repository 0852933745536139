//! What was issued is not written into: the file of an issued decree is known by its head and by its text.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::register::{Buku, Kunci, Terbit, TerbitRingkas, Tercatat, changed, changed_sheets};
use super::series;
use crate::input;
use crate::run::Run;
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, Files, Level, Sink};
use naskah_core::resolve::{Edition, Resolved};
use naskah_core::yaml;

/// Refuses a file that is about to be written where it is the source of an issued decree, as it was issued or changed
/// since; that is reported.
pub fn writable(path: &Path, run: &mut Run) -> Option<()> {
    let Some((kunci, same)) = issued(path, run) else { return Some(()) };
    run.sink.push(source(path, &kunci, same));
    None
}

/// That a file is the source of an issued decree, as it was issued or changed since.
pub fn source(path: &Path, kunci: &Kunci, same: bool) -> Diagnostic {
    let message = match same {
        true => format!("{} ialah sumber {kunci} yang sudah terbit; berkas itu tidak diubah", path.display()),
        false => format!("{} ialah sumber {kunci} yang sudah terbit, dan isinya sudah lain", path.display()),
    };
    let code = if same { Code::SUDAH_TERBIT } else { Code::SUMBER_BERUBAH };
    let hint = "yang terbit diubah dengan keputusan perubahan; untuk konsep lain pakai berkas atau nomor lain";
    Diagnostic::galat(code, None, message).hint(hint)
}

/// That what is compared is the source of an issued decree, changed since.
pub fn compared(path: &Path, kunci: &Kunci) -> Diagnostic {
    let message = format!("{} bukan lagi {kunci} seperti terbit: isinya diubah sesudahnya", path.display());
    let hint = "yang terbit ada di dalam folder register, sebagai naskah.yaml di folder keputusannya";
    Diagnostic::peringatan(Code::SUMBER_BERUBAH, None, message).hint(hint)
}

/// Refuses to read from a source that was changed since its decree was issued; that is reported.
pub fn unchanged(path: &Path, run: &mut Run) -> Option<()> {
    match issued(path, run) {
        Some((_, false)) => writable(path, run),
        _ => Some(()),
    }
}

/// The issued decree whose source a file is, and whether it still is as it was issued.
fn issued(path: &Path, run: &mut Run) -> Option<(Kunci, bool)> {
    source_of(path, &run.catalog, &mut run.files, &mut run.sink)
}

/// The same, for whoever has no run; a register that cannot be read is reported.
pub fn source_of(path: &Path, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Option<(Kunci, bool)> {
    let (head, text) = headed(path, catalog)?;
    let buku = Buku::of(catalog.root.folder());
    let tahun = buku.baca(head.kunci.tahun, files, sink)?;
    let status = tahun.cari(&head.kunci)?;
    let same = status.terbit.sidik.is_source(&text);
    (same || is_its_source(path, &head, &status.terbit.into())).then(|| (head.kunci.clone(), same))
}

/// By what the source of an issued decree is known once its text is another.
#[derive(Debug, Clone)]
pub struct Ciri {
    /// The decree's name.
    tentang: String,
    /// Its date.
    tanggal: String,
    /// File name of the source.
    sumber: String,
}

impl From<&Terbit> for Ciri {
    fn from(terbit: &Terbit) -> Self {
        let Terbit { tentang, tanggal, sumber, .. } = terbit.clone();
        Self { tentang, tanggal, sumber }
    }
}

impl From<&TerbitRingkas<'_>> for Ciri {
    fn from(terbit: &TerbitRingkas<'_>) -> Self {
        let TerbitRingkas { tentang, tanggal, sumber, .. } = terbit;
        Self { tentang: tentang.to_string(), tanggal: tanggal.to_string(), sumber: sumber.to_string() }
    }
}

/// Whether a file whose text was not issued is the source of one of the issued decrees, changed since. It is read again only
/// where it could not be bound.
pub fn is_altered(path: &Path, resolved: Option<&Resolved>, issued: &HashMap<Kunci, Ciri>, catalog: &Catalog) -> bool {
    let head = match resolved {
        Some(resolved) => series::Konsep::of(path.to_owned(), resolved),
        None => headed(path, catalog).map(|(head, _)| head),
    };
    head.is_some_and(|head| issued.get(&head.kunci).is_some_and(|ciri| is_its_source(path, &head, ciri)))
}

/// The head of a decree's file, and its text.
fn headed(path: &Path, catalog: &Catalog) -> Option<(series::Konsep, String)> {
    let text = std::fs::read_to_string(path).ok()?;
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(path.display().to_string(), text.as_str());
    let tree = yaml::parse(&files, file, &mut sink)?;
    Some((series::head(path.to_owned(), &tree, catalog)?, text))
}

/// Whether a file is the source of a decree, changed since; it has the same name for itself, or file name and day.
fn is_its_source(path: &Path, head: &series::Konsep, ciri: &Ciri) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let named = path.file_name().is_some_and(|name| name.to_string_lossy() == ciri.sumber.as_str());
    let day = head.tanggal.as_ref().is_none_or(|day| *day == ciri.tanggal);
    words(&head.tentang) == words(&ciri.tentang) || (named && day)
}

/// Endings of the files that hold sheets.
const SHEETS: [&str; 4] = [".csv", ".xlsx", ".xlsm", ".ods"];

/// Whether a decree may take a table from a sheet.
pub fn names_sheets(text: &str) -> bool {
    let text = text.to_lowercase();
    SHEETS.iter().any(|ending| text.contains(ending))
}

/// A decree's file, bound as a draft; otherwise what keeps it from that.
fn bound(path: &Path, run: &Run) -> Result<(Resolved, Files), Option<String>> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = input::open(path, &mut files, &mut sink).map_err(|_| None)?;
    let resolved = crate::bind(file, &Edition::draft(), &run.catalog, &mut files, &mut sink);
    let fault = sink.found().iter().find(|one| one.level == Level::Galat).map(|one| one.message.clone());
    match (resolved, fault) {
        (Some(resolved), None) => Ok((resolved, files)),
        (_, fault) => Err(fault),
    }
}

/// Tells of the sheets that say now other than when the decrees of these files, which are as they were, were issued.
pub fn tell_changed_sheets(sources: &[PathBuf], buku: &Buku, run: &mut Run) {
    let mut years = BTreeMap::new();
    for path in sources {
        let (resolved, files) = match bound(path, run) {
            Ok(bound) => bound,
            Err(fault) => {
                gone_sheets(path, fault, run);
                continue;
            }
        };
        let Some(kunci) = Kunci::of(&resolved) else { continue };
        let year = years
            .entry(kunci.tahun)
            .or_insert_with(|| buku.baca(kunci.tahun, &mut Files::default(), &mut Sink::default()));
        let Some(found) = year.as_ref().and_then(|year| year.cari(&kunci)).map(|status| status.tercatat()) else {
            continue;
        };
        let Some(frozen) = buku.beku(&found, &mut Sink::default()) else { continue };
        let changes = changed_sheets(&resolved, &files, frozen);
        if !changes.is_empty() {
            let message =
                format!("{kunci} sudah terbit, tetapi lembar kerja yang dipakai {} sekarang lain", path.display());
            told(message, changes, "kembalikan lembar itu seperti saat terbit, atau buat keputusan perubahan", run);
        }
    }
}

/// Tells that the source of an issued decree, which is as it was, cannot be read any more with its sheets.
fn gone_sheets(path: &Path, fault: Option<String>, run: &mut Run) {
    let Some(fault) = fault else { return };
    let message =
        format!("lembar kerja yang dipakai {}, sumber keputusan yang sudah terbit, tidak terbaca lagi", path.display());
    told(message, vec![fault], "kembalikan lembar itu seperti saat terbit; isinya ada di dalam bahan beku", run);
}

/// Tells that the files of an issued decree say now other than when it was issued; what is made is made of what was
/// frozen.
pub fn tell_changed(tercatat: &Tercatat, buku: &Buku, run: &mut Run) {
    let (sidik, ciri) = (tercatat.terbit.sidik, Ciri::from(&tercatat.terbit));
    let mut sources = Vec::new();
    // Most files bear another number; they are not read any further.
    let bears = |line: &str| line.contains("nomor") && line.contains(&tercatat.kunci.nomor);
    let mut is_source = |path: &Path, text: &str| {
        let same = sidik.is_source(text);
        if same && names_sheets(text) {
            sources.push(path.to_owned());
        }
        same || !text.lines().any(bears)
    };
    let drafts = series::konsep(&run.catalog, &mut is_source, &mut Sink::default());
    let mut edited: Vec<PathBuf> = drafts
        .into_iter()
        .filter(|draft| draft.kunci == tercatat.kunci && is_its_source(&draft.berkas, draft, &ciri))
        .map(|draft| draft.berkas)
        .collect();
    // The file may lie where the program is run.
    let beside = PathBuf::from(&tercatat.terbit.sumber);
    if let Some((head, text)) = headed(&beside, &run.catalog)
        && head.kunci == tercatat.kunci
        && !is_source(&beside, &text)
        && is_its_source(&beside, &head, &ciri)
    {
        edited.push(beside);
    }
    for path in edited {
        let frozen = buku.beku(tercatat, &mut Sink::default());
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let changes = frozen.map_or(Vec::new(), |frozen| changed(&frozen.naskah, &text));
        let message = format!("isi {} sekarang lain daripada saat {} terbit", path.display(), tercatat.kunci);
        told(message, changes, FROZEN, run);
    }
    tell_changed_sheets(&sources, buku, run);
}

/// What is made where a source was changed.
const FROZEN: &str = "yang dibuat berasal dari naskah yang dibekukan saat terbit; perubahan itu tidak ada di dalamnya";

fn told(message: String, changes: Vec<String>, way_out: &str, run: &mut Run) {
    let mut finding = Diagnostic::peringatan(Code::SUMBER_BERUBAH, None, message);
    finding.hints = changes;
    run.sink.push(finding.hint(way_out));
}
