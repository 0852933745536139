//! How wide and high a picture is, from the first bytes of its file, and what that is called in the package.

use super::Gambar;

/// Width and height of a PNG or JPEG in points of the picture.
pub fn of(bytes: &[u8]) -> Option<(f64, f64)> {
    let (width, height) = match bytes {
        [0x89, b'P', b'N', b'G', ..] => (number(bytes, 16, 4)?, number(bytes, 20, 4)?),
        [0xff, 0xd8, ..] => jpeg(bytes)?,
        _ => return None,
    };
    (width > 0 && height > 0).then_some((f64::from(width), f64::from(height)))
}

/// Whether a picture is a JPEG.
fn is_jpeg(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xd8])
}

/// The name of a picture's file within the package, and its content.
pub fn berkas<'a>(gambar: &'a [Gambar], path: &str) -> Option<(String, &'a [u8])> {
    let at = gambar.iter().position(|one| one.berkas == path)?;
    let bytes = &gambar[at].bytes;
    let ending = if is_jpeg(bytes) { "jpeg" } else { "png" };
    Some((format!("gambar{}.{ending}", at + 1), bytes))
}

fn number(bytes: &[u8], from: usize, count: usize) -> Option<u32> {
    let part = bytes.get(from..from + count)?;
    Some(part.iter().fold(0, |sum, byte| (sum << 8) | u32::from(*byte)))
}

/// The first frame of a JPEG tells its size.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        let kind = *bytes.get(at + 1)?;
        let frame = matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc);
        if frame {
            return Some((number(bytes, at + 7, 2)?, number(bytes, at + 5, 2)?));
        }
        at += match kind {
            0xff => 1,
            0x01 | 0xd0..=0xd9 => 2,
            _ => 2 + number(bytes, at + 2, 2)?.max(2) as usize,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn sizes_stand_at_the_beginning() {
        let png = [&[0x89, b'P', b'N', b'G'][..], &[0; 12], &[0, 0, 1, 0], &[0, 0, 0, 2]].concat();
        assert_eq!(of(&png), Some((256.0, 2.0)));
        let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 3, 0, 5];
        assert_eq!(of(&jpeg), Some((5.0, 3.0)));
        assert_eq!(of(&jpeg[..12]), None);
        assert_eq!(of(b"<svg/>"), None);
    }
}
