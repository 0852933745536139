//! Pictures of few bytes that would take much time or memory to draw; looked at before anything draws them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::lukisan::{self, names};

/// The most points of a picture.
pub const MAX_POINTS: u64 = 40_000_000;

/// So often may an SVG use a part of itself again.
pub const MAX_USES: usize = 100;

/// Parts of an SVG that draw without bounds, or bring text in from elsewhere.
const UNBOUNDED: [&str; 3] = ["filter", "pattern", "!ENTITY"];

/// How a packed SVG begins.
const PACKED: [u8; 2] = [0x1F, 0x8B];

/// Why a picture cannot be drawn; `None` where nothing speaks against it.
pub fn too_much(extension: &str, bytes: &[u8]) -> Option<String> {
    match extension {
        "svg" if bytes.starts_with(&PACKED) => {
            Some("terkempa (SVGZ), sehingga isinya tidak dapat ditimbang".to_owned())
        }
        "svg" => drawing(&String::from_utf8_lossy(bytes)),
        "jpg" | "jpeg" => match jpeg(bytes)? {
            (_, _, 4) => Some("memakai warna cetak (CMYK); simpan ulang dengan warna RGB".to_owned()),
            (width, height, _) => points((width, height)),
        },
        _ => points(png(bytes)?),
    }
}

fn points((width, height): (u64, u64)) -> Option<String> {
    let beyond = width.saturating_mul(height) > MAX_POINTS;
    beyond.then(|| format!("berukuran {width} × {height} titik, melebihi {} juta titik", MAX_POINTS / 1_000_000))
}

fn drawing(text: &str) -> Option<String> {
    let is_there = |part: &str| text.contains(&format!("<{part}")) || names(text).any(|(name, _)| name == part);
    if let Some(part) = UNBOUNDED.iter().find(|part| is_there(part)) {
        return Some(format!("memakai `<{part}>`, yang dapat menggambar tanpa batas"));
    }
    if names(text).filter(|(name, _)| *name == "use").count() > MAX_USES {
        return Some(format!("memakai `<use>` lebih dari {MAX_USES} kali"));
    }
    names(text)
        .filter(|(name, _)| *name == "image")
        .find_map(|(_, tag)| within(tag))
        .or_else(|| lukisan::too_much(text))
}

/// Why the picture of a tag within an SVG cannot be drawn.
fn within(tag: &str) -> Option<String> {
    let Some((_, packed)) = tag.split_once("base64,") else {
        return Some("memuat gambar dari luar berkasnya".to_owned());
    };
    let packed: String =
        packed.chars().filter(|c| !c.is_whitespace()).take_while(|c| !matches!(c, '"' | '\'')).collect();
    let Some(bytes) = STANDARD.decode(packed).ok() else { return Some("memuat gambar yang rusak".to_owned()) };
    let inner = match &bytes[..] {
        [0xFF, 0xD8, ..] => "jpg",
        [0x89, b'P', b'N', b'G', ..] => "png",
        _ => return Some("memuat gambar yang bukan PNG atau JPG".to_owned()),
    };
    too_much(inner, &bytes).map(|why| format!("memuat gambar yang {why}"))
}

/// Width and height, as the head of a PNG says.
fn png(bytes: &[u8]) -> Option<(u64, u64)> {
    if !bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        return None;
    }
    let side = |from: usize| {
        let part = bytes.get(from..from + 4)?.try_into().ok()?;
        Some(u64::from(u32::from_be_bytes(part)))
    };
    Some((side(16)?, side(20)?))
}

/// Width, height and count of colours, as the frame of a JPEG says.
pub fn jpeg(bytes: &[u8]) -> Option<(u64, u64, u8)> {
    let mut rest = bytes.get(2..)?;
    loop {
        let [0xFF, kind, tail @ ..] = rest else { return None };
        match kind {
            0xFF => rest = rest.get(1..)?,
            0xC0..=0xCF if !matches!(kind, 0xC4 | 0xC8 | 0xCC) => {
                let [_, _, _, a, b, c, d, colours, ..] = tail else { return None };
                let side = |high: u8, low: u8| u64::from(high) << 8 | u64::from(low);
                return Some((side(*c, *d), side(*a, *b), *colours));
            }
            0x01 | 0xD0..=0xD7 => rest = tail,
            _ => {
                let [high, low, ..] = tail else { return None };
                rest = tail.get(usize::from(u16::from_be_bytes([*high, *low])).max(2)..)?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::too_much;

    #[test]
    fn small_files_may_be_large_pictures() {
        let png =
            |side: u32| [&b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"[..], &side.to_be_bytes(), &side.to_be_bytes()].concat();
        let jpeg = |side: u16| {
            let [high, low] = side.to_be_bytes();
            [&b"\xFF\xD8\xFF\xE0\x00\x04ab\xFF\xFF\xC2\x00\x11\x08"[..], &[high, low, high, low, 3]].concat()
        };
        let within = |bytes: &[u8]| {
            use base64::Engine;
            let packed = base64::engine::general_purpose::STANDARD.encode(bytes);
            format!("<svg><image x=\"0\" xlink:href=\"data:image/png;base64,{packed}\"/></svg>").into_bytes()
        };
        for (kind, bytes) in [
            ("png", png(50_000)),
            ("jpg", jpeg(50_000)),
            ("jpg", b"\xFF\xD8\xFF\xC0\x00\x14\x08\x00\x10\x00\x10\x04".to_vec()),
            ("svg", within(&png(50_000))),
            ("svg", within(&jpeg(50_000))),
            ("svg", b"<svg><filter id='f'/></svg>".to_vec()),
            ("svg", b"<svg><s:filter id='f'/></svg>".to_vec()),
            ("svg", b"<svg><s:image xlink:href='a.png'/></svg>".to_vec()),
            ("svg", within(b"<svg/>")),
            ("svg", vec![0x1F, 0x8B, 8]),
            ("svg", b"<svg><image href='file:///etc/passwd'/></svg>".to_vec()),
            ("svg", "<use href='#a'/>".repeat(101).into_bytes()),
        ] {
            assert!(too_much(kind, &bytes).is_some(), "{kind} {}", String::from_utf8_lossy(&bytes));
        }
        for (kind, bytes) in [
            ("png", png(2_000)),
            ("jpg", jpeg(2_000)),
            ("svg", within(&png(2_000))),
            ("svg", b"<svg><linearGradient id='g'/><use href='#a'/></svg>".to_vec()),
            ("png", Vec::new()),
            ("jpg", b"\xFF\xD8\xFF\xE0\xFF\xFF".to_vec()),
        ] {
            assert_eq!(too_much(kind, &bytes), None, "{kind}");
        }
    }
}
