//! What a file is that was given as a decree: by its first bytes, whatever it is called; and texts of other encodings.

use naskah_formats::sheets::decode;

/// The way out for what was made with an office's programs.
const TULIS: &str = "serap menjadi naskah dengan `naskah serap`";
/// The way out for what must first be saved in another form.
const SIMPAN: &str = "simpan sebagai .docx, lalu serap dengan `naskah serap`";

/// What a file is that is no text of a decree, and the way out.
pub fn other(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let has = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    let begins = |sign: &[u8]| bytes.starts_with(sign);
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(256)).unwrap_or_default()).to_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    match bytes {
        _ if begins(b"PK\x03\x04") && has(b"word/") => Some(("ini dokumen Word (.docx)", TULIS)),
        _ if begins(b"PK\x03\x04") && has(b"xl/") => Some((
            "ini buku kerja Excel (.xlsx)",
            "buku kerja dipakai sebagai isi tabel: tulis `tabel: {dari: …}` di dalam lampiran naskah",
        )),
        _ if begins(b"PK\x03\x04") && has(b"opendocument.spreadsheet") => Some((
            "ini buku kerja OpenDocument (.ods)",
            "buku kerja menjadi isi tabel lampiran dengan `tabel: {dari: …}` di dalam naskah",
        )),
        _ if begins(b"PK\x03\x04") && has(b"opendocument.text") => Some(("ini dokumen OpenDocument (.odt)", TULIS)),
        _ if begins(b"PK\x03\x04") => Some(("ini arsip ZIP", "keluarkan dahulu berkas di dalamnya")),
        _ if begins(b"\xd0\xcf\x11\xe0") => Some(("ini dokumen Office bentuk lama (.doc, .xls)", SIMPAN)),
        _ if begins(b"%PDF-") => Some((
            "ini PDF",
            "serap menjadi naskah dengan `naskah serap`; PDF buatan program ini mengembalikan sumbernya",
        )),
        _ if begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8") => {
            Some(("ini gambar", "lambang disebut dalam berkas kantor; isi keputusan harus berupa teks"))
        }
        _ if head.starts_with("{\\rtf") => Some(("ini dokumen RTF", SIMPAN)),
        _ if head.starts_with("<!doctype html") || head.starts_with("<html") => {
            Some(("ini halaman web (HTML)", SIMPAN))
        }
        _ => None,
    }
}

/// The text of a file that is no UTF-8, where it can only be UTF-16 or Windows-1252, and which of the two.
pub fn recoded(bytes: &[u8]) -> Option<(String, &'static str)> {
    if let Some(text) = utf16(bytes) {
        return Some((text, "UTF-16"));
    }
    let lossy = std::str::from_utf8(bytes).is_err().then(|| String::from_utf8_lossy(bytes))?;
    // Where some letters are UTF-8 the file is damaged, and no other encoding.
    let damaged = lossy.chars().any(|c| c == '\0' || (!c.is_ascii() && c != char::REPLACEMENT_CHARACTER));
    let text = decode(bytes).text;
    let sound = text.chars().all(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'));
    let usual = bytes.iter().all(|byte| byte.is_ascii() || is_usual(*byte));
    (!damaged && sound && usual).then_some((text, "Windows-1252"))
}

/// Whether a byte of Windows-1252 is a sign or a letter that Indonesian texts and names have: quotes, dashes, blanks, letters
/// with accents.
fn is_usual(byte: u8) -> bool {
    matches!(byte, 0x85 | 0x91..=0x97 | 0xa0 | 0xa7 | 0xb0 | 0xb2 | 0xb3 | 0xb7 | 0xbc..=0xbe)
        || matches!(byte, 0xc0..=0xcf | 0xd1..=0xd6 | 0xd9..=0xdc | 0xe0..=0xef | 0xf1..=0xf6 | 0xf9..=0xfc)
}

/// The text of UTF-16, by its mark or because every other byte of it is mostly nothing.
fn utf16(bytes: &[u8]) -> Option<String> {
    let empty = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let mostly = |count: usize| count * 5 > bytes.len() * 2;
    let (rest, big) = match bytes {
        [0xff, 0xfe, rest @ ..] => (rest, false),
        [0xfe, 0xff, rest @ ..] => (rest, true),
        _ if mostly(empty(1)) => (bytes, false),
        _ if mostly(empty(0)) => (bytes, true),
        _ => return None,
    };
    let units = rest.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let units: Vec<u16> =
        units.map(|pair| if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }).collect();
    (rest.len() % 2 == 0).then(|| String::from_utf16(&units).ok())?
}

#[cfg(test)]
mod tests {
    use super::{other, recoded};

    fn utf16(text: &str, mark: &[u8], big: bool) -> Vec<u8> {
        let pairs = text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
        mark.iter().copied().chain(pairs).collect()
    }

    #[test]
    fn what_is_no_text_is_called_by_its_name() {
        assert!(other(b"%PDF-1.7").is_some() && other(b"\x89PNG\r\n\x1a\n").is_some());
        assert_eq!(other(b"PK\x03\x04....word/document.xml").map(|found| found.0), Some("ini dokumen Word (.docx)"));
        assert!(other(b"jenis: umum\n").is_none() && other(b"").is_none());
    }

    #[test]
    fn other_encodings_are_read() {
        let text = "tentang: Penetapan “Hari”\n";
        for bytes in [utf16(text, b"\xff\xfe", false), utf16(text, b"\xfe\xff", true), utf16(text, b"", false)] {
            assert_eq!(recoded(&bytes), Some((text.to_owned(), "UTF-16")));
        }
        assert_eq!(recoded(b"tentang: \x93Hari\x94"), Some(("tentang: “Hari”".to_owned(), "Windows-1252")));
        assert_eq!(recoded("tentang: “Hari”".as_bytes()), None);
        assert_eq!(recoded(b"\xe2\x80\x9cHari\x94"), None);
    }
}
