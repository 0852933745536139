//! The office's emblem: a picture of a size and a kind that pages can be set with.

use super::Lambang;
use super::rumit::too_much;
use crate::catalog::{Catalog, Kantor};
use crate::diag::{Code, Diagnostic, Sink};

/// The largest PNG or JPG, in bytes.
pub const MAX_PNG: usize = 8 * 1024 * 1024;
/// The largest SVG, in bytes.
pub const MAX_SVG: usize = 2 * 1024 * 1024;

/// The ending that belongs to the bytes of a picture, whatever its file is called.
pub fn ending(bytes: &[u8]) -> Option<&'static str> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024))?).into_owned();
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        _ => head.contains("<svg").then_some("svg"),
    }
}

/// The emblem of an office; why it cannot be used is reported.
pub(super) fn read(kantor: &Kantor, catalog: &Catalog, sink: &mut Sink) -> Option<Lambang> {
    let (path, span) = kantor.lambang.as_ref()?;
    let mut refuse = |message: String, hint: &str| {
        sink.push(Diagnostic::galat(Code::GAMBAR, *span, message).hint(hint));
        None
    };
    let named = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    let limit = match named.as_str() {
        "png" | "jpg" | "jpeg" => MAX_PNG,
        "svg" => MAX_SVG,
        _ => {
            return refuse(
                format!("gambar `{path}` bukan PNG, JPG, atau SVG"),
                "simpan lambang sebagai berkas .png, .jpg, atau .svg",
            );
        }
    };
    let smaller = "simpan ulang lambang itu lebih kecil dan lebih sederhana";
    if catalog.root.size(path).is_some_and(|size| size > limit as u64) {
        return refuse(format!("gambar `{path}` melebihi {} MB", limit / 1024 / 1024), smaller);
    }
    let Some(bytes) = catalog.root.read(path) else {
        let hint =
            "taruh berkasnya di bawah folder akar (--akar) dan tulis letaknya dari sana, misalnya data/lambang/kpu.png";
        return refuse(format!("gambar `{path}` tidak ada di dalam folder akar"), hint);
    };
    if bytes.len() > limit {
        return refuse(format!("gambar `{path}` melebihi {} MB", limit / 1024 / 1024), smaller);
    }
    let extension = ending(&bytes).map_or(named, str::to_owned);
    if let Some(why) = too_much(&extension, &bytes) {
        return refuse(format!("gambar `{path}` {why}"), smaller);
    }
    if extension == "svg" && String::from_utf8_lossy(&bytes).contains("<text") {
        let hint = "ubah teks di dalam lambang itu menjadi garis (convert to path), lalu simpan ulang";
        return refuse(format!("gambar `{path}` memuat teks"), hint);
    }
    Some(Lambang { path: format!("/lambang.{extension}"), bytes: bytes.into_owned(), span: *span })
}
