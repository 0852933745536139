//! What was issued is not written into: the file of an issued decree is known by its head and by its text.

use std::path::Path;

use super::register::{Buku, Kunci, Status};
use super::series;
use crate::run::Run;
use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::yaml;

/// Refuses a file that is about to be written where it is the source of an issued decree, as it was issued or changed
/// since; that is reported.
pub fn writable(path: &Path, run: &mut Run) -> Option<()> {
    let Some((kunci, same)) = issued(path, run) else { return Some(()) };
    let message = match same {
        true => format!("{} ialah sumber {kunci} yang sudah terbit; berkas itu tidak diubah", path.display()),
        false => format!("{} ialah sumber {kunci} yang sudah terbit, dan isinya sudah lain", path.display()),
    };
    let code = if same { Code::SUDAH_TERBIT } else { Code::SUMBER_BERUBAH };
    let hint = "yang terbit diubah dengan keputusan perubahan; untuk konsep lain pakai berkas atau nomor lain";
    run.sink.push(Diagnostic::galat(code, None, message).hint(hint));
    None
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
    let text = std::fs::read_to_string(path).ok()?;
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(path.display().to_string(), text.as_str());
    let tree = yaml::parse(&files, file, &mut sink)?;
    let head = series::head(path.to_owned(), &tree, &run.catalog)?;
    let buku = Buku::of(run.catalog.root.folder());
    let tahun = buku.baca(head.kunci.tahun, &mut run.files, &mut run.sink)?;
    let status = tahun.cari(&head.kunci)?;
    let same = status.terbit.sidik.is_source(&text);
    (same || is_its_source(path, &head, &status)).then(|| (head.kunci.clone(), same))
}

/// Whether a file is the source of a decree, changed since; it has the same name for itself, or file name and day.
fn is_its_source(path: &Path, head: &series::Konsep, status: &Status<'_>) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let named = path.file_name().is_some_and(|name| name.to_string_lossy() == status.terbit.sumber.as_str());
    let day = head.tanggal.as_ref().is_none_or(|day| *day == status.terbit.tanggal);
    words(&head.tentang) == words(&status.terbit.tentang) || (named && day)
}
