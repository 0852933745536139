//! QR codes as pictures: what a copy was made from, for whoever points a telephone at it.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment};

/// Modules of blank around the code, as its standard asks for.
const QUIET: i32 = 4;

/// A text as the SVG of a QR code; empty where it is longer than any code can hold.
pub fn svg(text: &str) -> Vec<u8> {
    code(text).map_or_else(Vec::new, |code| picture(&code).into_bytes())
}

/// The smallest code that holds the text: its part up to the fingerprint takes less room when it is in capitals.
fn code(text: &str) -> Option<QrCode> {
    let (words, rest) = text.split_at(text.rfind(' ').map_or(0, |at| at + 1));
    let capitals = QrSegment::is_alphanumeric(words);
    let segments = match capitals && !words.is_empty() {
        true => vec![QrSegment::make_alphanumeric(words), QrSegment::make_bytes(rest.as_bytes())],
        false => vec![QrSegment::make_bytes(text.as_bytes())],
    };
    QrCode::encode_segments(&segments, QrCodeEcc::Low).ok()
}

fn picture(code: &QrCode) -> String {
    let side = code.size() + 2 * QUIET;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\""
    );
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            let _ = write!(out, "M{},{}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    out + "\"/></svg>"
}

#[cfg(test)]
mod tests {
    use super::{code, svg};

    #[test]
    fn a_decree_and_its_fingerprint_fit_into_a_small_code() {
        let text =
            format!("KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG NOMOR 6 TAHUN 2025 sha256:{}", "a".repeat(64));
        assert!(code(&text).is_some_and(|code| code.size() <= 45));
        assert!(svg(&text).starts_with(b"<svg "));
        assert_eq!(svg(&text), svg(&text));
        assert!(svg(&"x".repeat(4000)).is_empty());
    }
}
