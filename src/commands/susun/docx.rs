//! A decree as a Word file, which an office corrects and gives back.

use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::resolve::Resolved;
use naskah_pages::{Means, word};

/// The Word file; what it cannot hold is told.
pub fn file(resolved: &Resolved, means: &Means<'_>, sink: &mut Sink) -> Option<Vec<u8>> {
    let naskah = resolved.naskah();
    let mut told = |message: &str, hint: &str| {
        sink.push(Diagnostic::peringatan(Code::WORD_KURANG, None, message).hint(hint));
    };
    if naskah.halaman.kata_penyambung {
        told("kata penyambung tidak ada dalam berkas Word", "kata penyambung hanya dicetak dalam PDF");
    }
    if naskah.halaman.sampul || naskah.lampiran.iter().any(|lampiran| lampiran.sampul) {
        told("halaman sampul tidak ada dalam berkas Word", "halaman sampul hanya dicetak dalam PDF");
    }
    if naskah.lampiran.iter().any(|lampiran| lampiran.daftar_isi) {
        let hint = "di Word: tekan Ctrl+A, lalu F9";
        told("nomor halaman pada daftar isi baru terisi setelah diperbarui di Word", hint);
    }
    word(resolved, means, sink)
}
