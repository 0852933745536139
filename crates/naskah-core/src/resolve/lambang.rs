//! The office's emblem: a picture of a size and a kind that pages can be set with.

use super::Lambang;
use crate::catalog::{Catalog, Kantor};
use crate::diag::{Code, Diagnostic, Sink};

/// The largest PNG, and the largest SVG, in bytes.
const MAX_PNG: usize = 8 * 1024 * 1024;
const MAX_SVG: usize = 2 * 1024 * 1024;

/// The most points of a PNG.
const MAX_POINTS: u64 = 40_000_000;

/// So often may an SVG use a part of itself again.
const MAX_USES: usize = 100;

/// Parts of an SVG that draw without bounds, or bring text in from elsewhere.
const UNBOUNDED: [&str; 3] = ["<filter", "<pattern", "<!ENTITY"];

/// The emblem of an office; why it cannot be used is reported.
pub(super) fn read(kantor: &Kantor, catalog: &Catalog, sink: &mut Sink) -> Option<Lambang> {
    let (path, span) = kantor.lambang.as_ref()?;
    let mut refuse = |message: String, hint: &str| {
        sink.push(Diagnostic::galat(Code::GAMBAR, *span, message).hint(hint));
        None
    };
    let extension = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    let limit = match extension.as_str() {
        "png" => MAX_PNG,
        "svg" => MAX_SVG,
        _ => {
            return refuse(
                format!("gambar `{path}` bukan PNG atau SVG"),
                "simpan lambang sebagai berkas .png atau .svg",
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
    if bytes.len() > limit || is_unbounded(&extension, &bytes) {
        return refuse(format!("gambar `{path}` terlalu besar atau terlalu rumit untuk sebuah lambang"), smaller);
    }
    Some(Lambang { path: format!("/lambang.{extension}"), bytes: bytes.into_owned(), span: *span })
}

/// Whether a picture of few bytes would take much time or memory.
fn is_unbounded(extension: &str, bytes: &[u8]) -> bool {
    if extension == "png" {
        let side = |from: usize| {
            let part = bytes.get(from..from + 4).and_then(|part| part.try_into().ok());
            part.map_or(0, |part| u64::from(u32::from_be_bytes(part)))
        };
        return side(16).saturating_mul(side(20)) > MAX_POINTS;
    }
    let text = String::from_utf8_lossy(bytes);
    UNBOUNDED.iter().any(|part| text.contains(part)) || text.matches("<use").count() > MAX_USES
}

#[cfg(test)]
mod tests {
    use super::is_unbounded;

    #[test]
    fn small_files_may_be_large_pictures() {
        let png = |side: u32| [&[0; 16][..], &side.to_be_bytes(), &side.to_be_bytes()].concat();
        assert!(is_unbounded("png", &png(50_000)) && !is_unbounded("png", &png(2_000)));
        assert!(is_unbounded("svg", b"<svg><filter id='f'/></svg>"));
        assert!(!is_unbounded("svg", b"<svg><linearGradient id='g'/><use href='#a'/></svg>"));
    }
}
