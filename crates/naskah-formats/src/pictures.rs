//! Pictures of attachments: files in the decree's own folder.
//!
//! A sealed root keeps them below `data/gambar/` and stands for the folder: so an issued decree is made again from what
//! was printed, whatever became of the file, and a foreign one reads no file of this machine. What nobody sees in a
//! picture stays in the office: it is taken out before anything is made of it.

mod bersih;
mod gambar_garis;

pub use bersih::bersih;

use std::path::Path;

use crate::beside::{self, Absent};
use naskah_core::catalog::Root;
use naskah_core::decree::Keputusan;
use naskah_core::decree::lampiran::Gambar as Asked;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sink};
use naskah_core::resolve::rumit::too_much;
use naskah_core::resolve::{Gambar, picture_path};

/// Where pictures are kept that stand for files.
pub const FOLDER: &str = "data/gambar";

/// The largest picture that is read, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// The endings of the files that can be printed.
const KINDS: [&str; 4] = ["png", "jpg", "jpeg", "svg"];

/// Reads the pictures that a decree names, in their order; why one cannot be had is reported.
pub fn read(keputusan: &Keputusan, file: FileId, root: &Root, files: &Files, sink: &mut Sink) -> Vec<Gambar> {
    let folder = beside::folder(files, file);
    let asked = keputusan.lampiran.iter().flat_map(|lampiran| lampiran.isi.gambar());
    let read = |(at, gambar): (usize, &Asked)| {
        let name = gambar.berkas.value.trim();
        let asal = format!("{FOLDER}/{name}");
        let bytes = match root.program() {
            None => from_disk(gambar, &folder).map(|bytes| (bytes, true)),
            Some(_) => root
                .read(&asal)
                .map(|kept| (kept.into_owned(), false))
                .ok_or_else(|| ("tidak ada di antara bahan naskah ini".to_owned(), "bahan itu tidak utuh".to_owned())),
        };
        let span = gambar.berkas.span;
        let bytes = bytes.and_then(|(bytes, new)| match too_much(&gambar.akhiran(), &bytes) {
            Some(why) => {
                Err((why, "simpan ulang gambar itu lebih kecil, misalnya sebagai PNG 300 titik per inci".to_owned()))
            }
            // What is made again carries what it carried.
            None if new => Ok(bersih(&gambar.akhiran(), &bytes)),
            None => Ok(bytes),
        });
        match bytes {
            Ok(bytes) => Some(Gambar { path: picture_path(at + 1, gambar), asal, bytes, span }),
            Err((message, hint)) => {
                sink.push(Diagnostic::galat(Code::GAMBAR, span, format!("gambar `{name}` {message}")).hint(hint));
                None
            }
        }
    };
    asked.enumerate().filter_map(read).collect()
}

/// The bytes of a picture, or why they cannot be had and the way out.
fn from_disk(gambar: &Asked, folder: &Path) -> Result<Vec<u8>, (String, String)> {
    if !KINDS.contains(&gambar.akhiran().as_str()) {
        let hint = "simpan gambar itu sebagai berkas .png, .jpg, atau .svg";
        return Err(("bukan berkas PNG, JPG, atau SVG".into(), hint.into()));
    }
    let sought = || format!("gambar dicari di dalam folder {}", folder.display());
    let Some(path) = beside::inside(&gambar.berkas.value) else {
        return Err(("berada di luar folder naskah".into(), sought()));
    };
    match beside::read(folder, &path, MAX_BYTES) {
        Ok(bytes) if bytes.len() > MAX_BYTES => Err((
            format!("lebih besar daripada {} MB", MAX_BYTES / 1024 / 1024),
            "perkecil gambar itu, misalnya menjadi 300 titik per inci".into(),
        )),
        Ok(bytes) => Ok(bytes),
        Err(Absent::Missing) => Err(("tidak ada".into(), sought())),
        Err(Absent::Outside | Absent::NoFile) => Err(("tidak ada di dalam folder naskah".into(), sought())),
        Err(Absent::Unreadable) => Err(("tidak dapat dibaca".into(), "berkas itu perlu izin membaca".into())),
    }
}
