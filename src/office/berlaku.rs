//! Whether a decree that is to be printed was withdrawn.

use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::resolve::Resolved;

use super::register::Buku;

/// The decree, marked on every page where the register says that it was withdrawn; that is told.
pub fn marked(resolved: Resolved, buku: &Buku, files: &mut Files, sink: &mut Sink) -> Option<Resolved> {
    let batal = buku.tercatat(&resolved, files, sink).ok()?.and_then(|found| found.told_withdrawn());
    let Some(message) = batal else { return Some(resolved) };
    let hint = "setiap halaman diberi tanda DIBATALKAN";
    sink.push(Diagnostic::peringatan(Code::DIBATALKAN, resolved.keputusan().nomor_span, message).hint(hint));
    Some(resolved.withdrawn())
}
