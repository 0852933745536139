//! The register opened for writing, with what an earlier run had left told.

use super::register::{Buku, Sisa, Terbuka};
use crate::disk::WriteError;
use crate::run::Run;
use naskah_core::diag::{Code, Diagnostic};

/// Takes the register, and says what an earlier run had left.
pub fn open(run: &mut Run) -> Option<Terbuka> {
    let buku = Buku::of(run.catalog.root.folder());
    match Terbuka::open(buku) {
        Ok(register) => {
            register.sisa.iter().for_each(|sisa| run.sink.push(left_over(sisa)));
            Some(register)
        }
        Err((path, error)) => {
            run.refuse_writing(&WriteError::Io(path, error));
            None
        }
    }
}

/// What became of something that was left undone, or of a file that changed meanwhile.
pub fn left_over(sisa: &Sisa) -> Diagnostic {
    let (message, hint) = match sisa {
        Sisa::Dibuang => ("penerbitan yang terhenti telah dibuang; tidak ada yang tercatat".to_owned(), None),
        Sisa::Dibatalkan(kunci) => {
            (format!("penerbitan {kunci} yang terhenti telah dibuang; tidak ada yang tercatat"), None)
        }
        Sisa::Diselesaikan(kunci) => (format!("penerbitan {kunci} yang terhenti telah diselesaikan"), None),
        Sisa::DiLuar(kunci, path) => (
            format!("{kunci} sudah terbit, tetapi {} di luar folder kantor ini dan tidak ditulis", path.display()),
            Some("salin sendiri berkasnya dari folder register ke tempat itu"),
        ),
        Sisa::Tertinggal(kunci, path) => (
            format!("{kunci} sudah terbit, tetapi {} isinya lain dan dibiarkan", path.display()),
            Some("naskah dan PDF yang terbit ada di dalam folder register"),
        ),
    };
    Diagnostic::peringatan(Code::SISA, None, message).hint_opt(hint.map(str::to_owned))
}
