//! Pictures of attachments: files in the decree's own folder, of PDFs the pages that are named.
//!
//! A sealed root keeps them below `data/gambar/` and stands for the folder: so an issued decree is made again from what
//! was printed, whatever became of the file, and a foreign one reads no file of this machine. What nobody sees in a
//! picture stays in the office: it is taken out before anything is made of it.

mod bersih;
mod gambar_garis;

pub use bersih::bersih;

use std::path::Path;

use crate::beside::{self, Absent};
use crate::pdf::lembaran;
use naskah_core::catalog::lukisan::Pesanan;
use naskah_core::catalog::{Catalog, Root};
use naskah_core::decree::{Gambar as Asked, Keputusan};
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sink};
use naskah_core::resolve::rumit::too_much;
use naskah_core::resolve::{Gambar, picture_path};

/// Where pictures are kept that stand for files.
pub const FOLDER: &str = "data/gambar";

/// The largest picture that is read, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// So large are the pictures of a decree together at most, in bytes: its PDF carries them twice.
pub const MAX_TOTAL: usize = 40 * 1024 * 1024;

/// The endings of the files that can be printed as they are.
const KINDS: [&str; 4] = ["png", "jpg", "jpeg", "svg"];

/// The endings of pages of PDFs.
const HALAMAN: [&str; 2] = ["png", "jpg"];

/// Why a picture cannot be had, and the way out.
type Refusal = (String, String);

/// What is read of a picture: for each of its pages, the page and the bytes; a file that is no PDF has one, without number.
type Parts = Vec<(Option<usize>, Vec<u8>)>;

/// Reads the pictures that a decree names, in their order; why one cannot be had is reported.
pub fn read(keputusan: &Keputusan, file: FileId, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Vec<Gambar> {
    let folder = beside::folder(files, file);
    let asked = keputusan.lampiran.iter().flat_map(|lampiran| lampiran.isi.gambar());
    let (mut out, mut total) = (Vec::new(), 0);
    for (at, gambar) in asked.enumerate() {
        let (name, span) = (gambar.berkas.value.trim(), gambar.berkas.span);
        let parts = match catalog.root.is_sealed() {
            false => new(gambar, &folder, catalog),
            true => kept(gambar, &catalog.root),
        };
        let parts = parts.and_then(|parts| {
            total += parts.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
            if total > MAX_TOTAL { Err(together()) } else { Ok(parts) }
        });
        match parts {
            Ok(parts) => {
                if gambar.is_pdf() && !catalog.root.is_sealed() {
                    files.remark(drawn(name, &parts));
                }
                out.extend(parts.into_iter().map(|(halaman, bytes)| {
                    let akhiran = akhiran(gambar, &bytes);
                    let path = picture_path(at + 1, halaman, &akhiran);
                    Gambar { path, asal: place(name, halaman, &akhiran), ke: at + 1, halaman, bytes, span }
                }));
            }
            Err((message, hint)) => {
                sink.push(Diagnostic::galat(Code::GAMBAR, span, format!("gambar `{name}` {message}")).hint(hint));
            }
        }
    }
    out
}

/// The ending of a picture's file; pages of a PDF are one or the other.
fn akhiran(gambar: &Asked, bytes: &[u8]) -> String {
    match gambar.is_pdf() {
        true if bytes.starts_with(b"\xFF\xD8") => "jpg".to_owned(),
        true => "png".to_owned(),
        false => gambar.akhiran(),
    }
}

/// Where a root keeps a picture, or a page of a PDF.
fn place(name: &str, page: Option<usize>, akhiran: &str) -> String {
    page.map_or_else(|| format!("{FOLDER}/{name}"), |page| format!("{FOLDER}/{name}/{page}.{akhiran}"))
}

fn together() -> Refusal {
    let message =
        format!("dan gambar lain naskah ini bersama-sama lebih besar daripada {} MB", MAX_TOTAL / 1024 / 1024);
    (message, "pindai dalam hitam putih atau keabuan, atau kurangi gambarnya".to_owned())
}

/// What people are told of pages that became pictures.
fn drawn(name: &str, parts: &Parts) -> String {
    let pages: Vec<String> = parts.iter().filter_map(|(page, _)| page.map(|page| page.to_string())).collect();
    format!("{name}: halaman {} dicetak sebagai gambar, sehingga kata-katanya tidak dapat dicari", pages.join(", "))
}

/// The picture that was printed, as the root of an issued decree keeps it: what is made again carries what it carried.
fn kept(gambar: &Asked, root: &Root) -> Result<Parts, Refusal> {
    let name = gambar.berkas.value.trim();
    let have = |page: Option<usize>| {
        let found = HALAMAN.iter().find_map(|akhiran| root.read(&place(name, page, akhiran)));
        found.map(|bytes| (page, bytes.into_owned()))
    };
    let parts: Option<Parts> = match (gambar.is_pdf(), gambar.halaman.is_empty()) {
        (false, _) => have(None).map(|part| vec![part]),
        (true, true) => Some((1..).map_while(|page| have(Some(page))).collect()),
        (true, false) => gambar.halaman.iter().map(|page| have(Some(page.value))).collect(),
    };
    let lost = || ("tidak ada di antara bahan naskah ini".to_owned(), "bahan itu tidak utuh".to_owned());
    let parts = parts.filter(|parts| !parts.is_empty()).ok_or_else(lost)?;
    parts.iter().try_for_each(|(_, bytes)| drawable(&akhiran(gambar, bytes), bytes))?;
    Ok(parts)
}

/// The picture of a file beside the decree.
fn new(gambar: &Asked, folder: &Path, catalog: &Catalog) -> Result<Parts, Refusal> {
    if gambar.is_pdf() {
        let bytes = from_disk(gambar, folder, lembaran::MAX_BYTES)?;
        let pesanan = Pesanan {
            halaman: gambar.halaman.iter().map(|page| page.value).collect(),
            lebar: gambar.lebar.map(|lebar| lebar.0.clamp(1.0, 10_000.0).round() as u32),
        };
        let drawn = match catalog.pelukis {
            Some(pelukis) => pelukis(&bytes, &pesanan),
            None => lembaran::lukis(&bytes, &pesanan, None),
        };
        let drawn = drawn.map_err(|why| (why.sebab, why.jalan))?;
        let parts: Parts = drawn.into_iter().map(|one| (Some(one.halaman), one.gambar)).collect();
        parts.iter().try_for_each(|(_, bytes)| drawable(&akhiran(gambar, bytes), bytes))?;
        // What was drawn holds nothing that nobody sees.
        return Ok(parts.into_iter().map(|(page, bytes)| (page, bersih(&akhiran(gambar, &bytes), &bytes))).collect());
    }
    let akhiran = gambar.akhiran();
    if !KINDS.contains(&akhiran.as_str()) {
        let hint = "simpan gambar itu sebagai berkas .png, .jpg, .svg, atau .pdf";
        return Err(("bukan berkas PNG, JPG, SVG, atau PDF".into(), hint.into()));
    }
    let bytes = from_disk(gambar, folder, MAX_BYTES)?;
    drawable(&akhiran, &bytes)?;
    Ok(vec![(None, bersih(&akhiran, &bytes))])
}

/// Whether a picture can be drawn within bounds.
fn drawable(akhiran: &str, bytes: &[u8]) -> Result<(), Refusal> {
    let smaller = "simpan ulang gambar itu lebih kecil, misalnya sebagai PNG 300 titik per inci";
    too_much(akhiran, bytes).map_or(Ok(()), |why| Err((why, smaller.to_owned())))
}

/// The bytes of a picture's file, or why they cannot be had and the way out.
fn from_disk(gambar: &Asked, folder: &Path, limit: usize) -> Result<Vec<u8>, Refusal> {
    let sought = || format!("gambar dicari di dalam folder {}", folder.display());
    let Some(path) = beside::inside(&gambar.berkas.value) else {
        return Err(("berada di luar folder naskah".into(), sought()));
    };
    match beside::read(folder, &path, limit) {
        Ok(bytes) if bytes.len() > limit => Err((
            format!("lebih besar daripada {} MB", limit / 1024 / 1024),
            "perkecil gambar itu, misalnya menjadi 300 titik per inci".into(),
        )),
        Ok(bytes) => Ok(bytes),
        Err(Absent::Missing) => Err(("tidak ada".into(), sought())),
        Err(Absent::Outside | Absent::NoFile) => Err(("tidak ada di dalam folder naskah".into(), sought())),
        Err(Absent::Unreadable) => Err(("tidak dapat dibaca".into(), "berkas itu perlu izin membaca".into())),
    }
}
