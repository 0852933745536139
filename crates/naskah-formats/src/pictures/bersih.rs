//! Pictures without what nobody sees: places and names that cameras and drawing programs write into them, comments,
//! previews. Which way up a picture stands and its colours stay.

use std::ops::Range;

use super::gambar_garis;

/// The picture as it goes out; empty where its parts cannot be told apart, which no program could show.
pub fn bersih(akhiran: &str, bytes: &[u8]) -> Vec<u8> {
    let clean = match akhiran {
        "jpg" | "jpeg" => jpeg(bytes),
        "svg" => gambar_garis::bersih(bytes, bersih),
        _ => png(bytes),
    };
    clean.unwrap_or_default()
}

/// Where `len` bytes stand from `at` on.
fn part(bytes: &[u8], at: usize, len: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(len)?)
}

/// The segments of a JPEG that its picture needs.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut at = bytes.starts_with(b"\xFF\xD8").then_some(2)?;
    let (mut head, mut rest, mut turned) = (Vec::new(), Vec::new(), None);
    loop {
        let [0xFF, kind] = *part(bytes, at, 2)? else { return None };
        match kind {
            0xFF => at += 1,
            0xD9 => {
                rest.extend(b"\xFF\xD9");
                break;
            }
            0x01 => at += 2,
            _ => {
                let [high, low] = *part(bytes, at + 2, 2)? else { return None };
                let len = usize::from(u16::from_be_bytes([high, low]));
                let body = part(bytes, at + 4, len.checked_sub(2)?)?;
                let whole = part(bytes, at, len + 2)?;
                at += len + 2;
                match kind {
                    // Without the preview that it may hold.
                    0xE0 if body.starts_with(b"JFIF\0") && head.is_empty() => {
                        head = [b"\xFF\xE0\x00\x10", part(body, 0, 12)?, b"\0\0"].concat();
                    }
                    0xE1 => turned = turned.or(body.strip_prefix(b"Exif\0\0").and_then(orientation)),
                    0xE2 if body.starts_with(b"ICC_PROFILE\0") => rest.extend(whole),
                    0xEE if body.starts_with(b"Adobe") => rest.extend(whole),
                    0xE0..=0xEF | 0xFE => {}
                    _ => rest.extend(whole),
                }
                if kind == 0xDA {
                    let end = scan(bytes, at);
                    rest.extend(bytes.get(at..end)?);
                    at = end;
                    // A picture without its end was cut short: its lower part would be blank.
                    if at >= bytes.len() {
                        return None;
                    }
                }
            }
        }
    }
    let exif = turned.map(|turned| [&b"\xFF\xE1\x00\x22Exif\0\0"[..], &exif(turned)].concat());
    Some([&b"\xFF\xD8"[..], &head, &exif.unwrap_or_default(), &rest].concat())
}

/// Where the points that begin at `at` end: at the next marker that is none of theirs.
fn scan(bytes: &[u8], at: usize) -> usize {
    let ends = |pair: &[u8]| matches!(pair, [0xFF, kind] if !matches!(*kind, 0x00 | 0xD0..=0xD7 | 0xFF));
    bytes.get(at..).and_then(|rest| rest.windows(2).position(ends)).map_or(bytes.len(), |found| at + found)
}

/// Which way up a picture stands, where its Exif says other than upright.
fn orientation(tiff: &[u8]) -> Option<u8> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let number = |range: Range<usize>| {
        let digits = tiff.get(range)?;
        let add = |sum: usize, digit: &u8| sum << 8 | usize::from(*digit);
        Some(if little { digits.iter().rev().fold(0, add) } else { digits.iter().fold(0, add) })
    };
    let from = number(4..8)?;
    let count = number(from..from.checked_add(2)?)?;
    let entry = (0..count).map(|n| from + 2 + n * 12).find(|at| number(*at..at + 2) == Some(0x0112))?;
    u8::try_from(number(entry + 8..entry + 10)?).ok().filter(|turned| (2..=8).contains(turned))
}

/// An Exif that says which way up a picture stands, and nothing else.
fn exif(turned: u8) -> [u8; 26] {
    let mut out = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    out[19] = turned;
    out
}

/// The chunks of a PNG that its picture needs: points, colours, sizes.
const CHUNKS: [&[u8; 4]; 14] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"cICP",
    b"mDCV", b"cLLI",
];

fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    const SIGN: &[u8] = b"\x89PNG\r\n\x1A\n";
    bytes.starts_with(SIGN).then_some(())?;
    let (mut out, mut at, mut turned) = (SIGN.to_vec(), SIGN.len(), None);
    loop {
        let len = part(bytes, at, 4)?.iter().fold(0, |sum: usize, digit| sum << 8 | usize::from(*digit));
        let kind = part(bytes, at + 4, 4)?;
        if kind == b"eXIf" {
            turned = turned.or(orientation(part(bytes, at + 8, len)?));
        }
        if kind == b"IDAT"
            && let Some(turned) = turned.take()
        {
            out.extend(chunk(b"eXIf", &exif(turned)));
        }
        if CHUNKS.iter().any(|known| known[..] == *kind) {
            out.extend(part(bytes, at, len.checked_add(12)?)?);
        }
        if kind == b"IEND" {
            return Some(out);
        }
        at = at.checked_add(len)?.checked_add(12)?;
    }
}

/// A chunk of a PNG.
fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let said = [&kind[..], body].concat();
    let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    let crc = !said.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step));
    [&u32::try_from(body.len()).unwrap_or_default().to_be_bytes()[..], &said, &crc.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::{bersih, chunk, exif, orientation};

    fn holds(bytes: &[u8], words: &str) -> bool {
        bytes.windows(words.len()).any(|part| part == words.as_bytes())
    }

    fn segment(kind: u8, body: &[u8]) -> Vec<u8> {
        let len = u16::try_from(body.len() + 2).expect("a short segment").to_be_bytes();
        [&[0xFF, kind], &len[..], body].concat()
    }

    #[test]
    fn a_photo_keeps_its_points_its_colours_and_which_way_up_it_stands() {
        let taken =
            b"Exif\0\0II*\0\x08\0\0\0\x02\0\x0F\x01\x02\0\x04\0\0\0GPS!\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        let points = b"\x12\xFF\x00\x34\xFF\xD0\x56";
        let photo = [
            &b"\xFF\xD8"[..],
            &segment(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01PRA"),
            &segment(0xE1, taken),
            &segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0RAHASIA"),
            &segment(0xE2, b"ICC_PROFILE\0\x01\x01warna"),
            &segment(0xE2, b"MPF\0RAHASIA"),
            &segment(0xED, b"Photoshop 3.0\0RAHASIA"),
            &segment(0xEE, b"Adobe\0d\0\0\0\0\x01"),
            &segment(0xFE, b"RAHASIA"),
            &segment(0xDB, b"tabel"),
            &segment(0xDA, b"pindai"),
            &points[..],
            &segment(0xFE, b"RAHASIA"),
            &segment(0xDA, b"lagi"),
            &points[..],
            b"\xFF\xD9video RAHASIA",
        ]
        .concat();
        let clean = bersih("jpg", &photo);
        assert!(!holds(&clean, "RAHASIA") && !holds(&clean, "GPS!") && !holds(&clean, "PRA"), "{clean:?}");
        for kept in ["JFIF", "ICC_PROFILE\0\u{1}\u{1}warna", "Adobe", "tabel", "pindai", "lagi"] {
            assert!(holds(&clean, kept), "{kept}: {clean:?}");
        }
        assert_eq!(clean.windows(points.len()).filter(|part| part == points).count(), 2);
        assert!(clean.ends_with(b"\xFF\xD9"));
        let at = clean.windows(6).position(|part| part == b"Exif\0\0").expect("an Exif");
        assert_eq!(orientation(&clean[at + 6..]), Some(6));
        assert_eq!(bersih("jpeg", &clean), clean, "what is clean stays");
        assert!(bersih("jpg", &clean[..clean.len() - 3]).is_empty(), "cut short");
        assert!(bersih("jpg", b"\xFF\xD8\xFFno").is_empty() && bersih("jpg", b"\xFF\xD8junk").is_empty());
    }

    #[test]
    fn a_png_keeps_what_is_seen() {
        let of = |chunks: &[(&[u8; 4], &[u8])]| {
            let chunks: Vec<u8> = chunks.iter().flat_map(|(kind, body)| chunk(kind, body)).collect();
            [&b"\x89PNG\r\n\x1A\n"[..], &chunks].concat()
        };
        let seen = [(b"IHDR", &b"x"[..]), (b"iCCP", b"warna"), (b"pHYs", b"p"), (b"IDAT", b"titik"), (b"IEND", b"")];
        let mut all = seen.to_vec();
        for hidden in [b"tEXt", b"zTXt", b"iTXt", b"tIME", b"prVt"] {
            all.insert(2, (hidden, b"RAHASIA"));
        }
        let taken = [&exif(3)[..], b"RAHASIA"].concat();
        all.insert(1, (b"eXIf", &taken));
        let clean = bersih("png", &[of(&all), b"RAHASIA".to_vec()].concat());
        let turned = exif(3);
        let due = [&seen[..3], &[(b"eXIf", &turned[..])], &seen[3..]].concat();
        assert_eq!(clean, of(&due));
        assert_eq!(bersih("png", &clean), clean, "what is clean stays");
        assert!(bersih("png", b"\x89PNG\r\n\x1A\n\0\0").is_empty());
    }
}
