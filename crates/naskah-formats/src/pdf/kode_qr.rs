//! QR codes in the looks of signatures, read without mercy: a drawing is one where every module is as its own text asks
//! for, so that it shows nothing but that code. Codes that would have to be mended are none here.

use std::collections::BTreeSet;

use lopdf::{Object, Stream};

use super::isi::Kotak;
use super::{Pdf, aliran};

/// The largest kind that is read: 12 holds an address of some 280 letters.
const MAX_VERSION: usize = 12;

/// Codewords of correction in each block, by level (L, M, Q, H) and kind.
const CORRECTION: [[usize; MAX_VERSION + 1]; 4] = [
    [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24],
    [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22],
    [0, 13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26],
    [0, 17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28],
];

/// Blocks, by level and kind.
const BLOCKS: [[usize; MAX_VERSION + 1]; 4] = [
    [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4],
    [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8],
    [0, 1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10],
    [0, 1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11],
];

/// Centres of the small squares, by kind.
const SQUARES: [&[usize]; MAX_VERSION + 1] = [
    &[],
    &[],
    &[6, 18],
    &[6, 22],
    &[6, 26],
    &[6, 30],
    &[6, 34],
    &[6, 22, 38],
    &[6, 24, 42],
    &[6, 26, 46],
    &[6, 28, 50],
    &[6, 30, 54],
    &[6, 32, 58],
];

const LETTERS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// Modules, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Petak {
    size: usize,
    dark: Vec<bool>,
}

impl Petak {
    fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && self.dark.get(y * self.size + x).copied().unwrap_or_default()
    }
}

/// The text of a code that filled areas make, each of one module or several beside each other, and nothing else: upright
/// or turned, as wide as it is high, and not mirrored.
pub(super) fn of_areas(areas: &[Kotak]) -> Option<String> {
    /// So much may sides differ, as parts of a module.
    const SLACK: f64 = 0.02;
    let all: Vec<[f64; 4]> = areas.iter().map(|area| area.sisi()).collect();
    let least = |of: &dyn Fn(&[f64; 4]) -> f64| all.iter().map(of).reduce(f64::min);
    let (wide, high) = (least(&|[a, _, c, _]| c - a)?, least(&|[_, b, _, d]| d - b)?);
    if wide <= 0.0 || high <= 0.0 || (wide / high - 1.0).abs() > SLACK {
        return None;
    }
    let (left, low) = (least(&|[a, ..]| *a)?, least(&|[_, b, ..]| *b)?);
    let steps = |from: f64, to: f64, side: f64| {
        let steps = (to - from) / side;
        ((steps - steps.round()).abs() < SLACK * 2.0 && steps.round() < 200.0).then_some(steps.round() as usize)
    };
    let mut dark: BTreeSet<[usize; 2]> = BTreeSet::new();
    for [a, b, c, d] in all {
        let (x, y) = (steps(left, a, wide)?, steps(low, b, high)?);
        let (columns, rows) = (steps(a, c, wide)?.max(1), steps(b, d, high)?.max(1));
        dark.extend((x..x + columns).flat_map(|x| (y..y + rows).map(move |y| [x, y])));
    }
    let size = dark.iter().flatten().max()? + 1;
    let mut petak = Petak { size, dark: vec![false; size * size] };
    for [x, y] in dark {
        // PDF counts rows from below.
        *petak.dark.get_mut((size - 1 - y) * size + x)? = true;
    }
    (0..4).find_map(|_| {
        petak = turned(&petak);
        read(&petak)
    })
}

/// A quarter of a turn further.
fn turned(petak: &Petak) -> Petak {
    let size = petak.size;
    let dark = (0..size * size).map(|at| petak.is_dark(at / size, size - 1 - at % size));
    Petak { size, dark: dark.collect() }
}

/// The text of a code that a picture shows on a bright ground, and nothing else.
pub(super) fn of_picture(pdf: &Pdf, picture: &Stream) -> Option<String> {
    let whole = |key: &str| usize::try_from(pdf.entry(&picture.dict, key).as_i64().ok()?).ok();
    if ["Mask", "SMask", "Decode", "ImageMask"].iter().any(|key| picture.dict.has(key.as_bytes())) {
        return None;
    }
    let (width, height) = (whole("Width")?, whole("Height")?);
    let (depth, colours) = (whole("BitsPerComponent")?, colours(pdf, pdf.entry(&picture.dict, "ColorSpace"))?);
    let bytes = aliran::unpacked(picture)?;
    let line = (width.checked_mul(colours)?.checked_mul(depth)?).div_ceil(8);
    if bytes.len() != line.checked_mul(height)? || width == 0 || width > 4000 || height > 4000 {
        return None;
    }
    let dark = |x: usize, y: usize| -> Option<bool> {
        let row = bytes.get(y * line..(y + 1) * line)?;
        match (depth, colours) {
            (8, _) => {
                // What is neither dark nor bright in all its colours is no module that every reader sees.
                let shades = row.get(x * colours..(x + 1) * colours)?;
                let (least, most) = (shades.iter().min()?, shades.iter().max()?);
                (*most < 128 || *least >= 160).then_some(*most < 128)
            }
            (1, 1) => Some(row.get(x / 8)? >> (7 - x % 8) & 1 == 0),
            _ => None,
        }
    };
    let all: Option<Vec<bool>> = (0..width * height).map(|at| dark(at % width, at / width)).collect();
    read(&sampled(width, &all?)?)
}

/// How many colours a sample has.
fn colours(pdf: &Pdf, space: &Object) -> Option<usize> {
    let named = |name: &[u8]| match name {
        b"DeviceGray" | b"CalGray" => Some(1),
        b"DeviceRGB" | b"CalRGB" => Some(3),
        _ => None,
    };
    match space {
        Object::Name(name) => named(name),
        Object::Array(parts) => match pdf.solid(parts.first()?).as_name().ok()? {
            b"ICCBased" => {
                let profile = pdf.solid(parts.get(1)?).as_stream().ok()?;
                usize::try_from(pdf.entry(&profile.dict, "N").as_i64().ok()?).ok().filter(|n| matches!(n, 1 | 3))
            }
            name => named(name),
        },
        _ => None,
    }
}

/// The modules of a picture, each of which is of one colour.
fn sampled(width: usize, dark: &[bool]) -> Option<Petak> {
    let height = dark.len() / width;
    let at = |x: usize, y: usize| dark.get(y * width + x).copied().unwrap_or_default();
    let (mut left, mut right, mut top, mut bottom) = (width, 0, height, 0);
    for (place, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
        let (x, y) = (place % width, place / width);
        (left, right, top, bottom) = (left.min(x), right.max(x + 1), top.min(y), bottom.max(y + 1));
    }
    let side = right.checked_sub(left).filter(|side| Some(*side) == bottom.checked_sub(top))?;
    let run = (left..right).take_while(|x| at(*x, top)).count();
    let step = run / 7;
    if step == 0 || run % 7 != 0 || side % step != 0 {
        return None;
    }
    let size = side / step;
    let mut petak = Petak { size, dark: Vec::with_capacity(size * size) };
    for place in 0..size * size {
        let (x, y) = (left + place % size * step, top + place / size * step);
        let count = (0..step * step).filter(|inner| at(x + inner % step, y + inner / step)).count();
        if count != 0 && count != step * step {
            return None;
        }
        petak.dark.push(count > 0);
    }
    Some(petak)
}

/// The text of a code all of whose modules are as they are due.
fn read(petak: &Petak) -> Option<String> {
    let version = petak.size.checked_sub(17).filter(|rest| rest % 4 == 0)? / 4;
    if !(1..=MAX_VERSION).contains(&version) {
        return None;
    }
    let fixed = fixed(petak, version)?;
    let (level, mask) = format(petak)?;
    let words = codewords(petak, &fixed, mask)?;
    text(&data(&words, level, version)?, version)
}

/// Which modules hold no data; `None` where one of them is not as it is due.
fn fixed(petak: &Petak, version: usize) -> Option<Vec<bool>> {
    let size = petak.size;
    let mut fixed = vec![false; size * size];
    let mut sound = true;
    let mut due = |x: usize, y: usize, dark: Option<bool>| {
        if let Some(place) = fixed.get_mut(y * size + x) {
            *place = true;
        }
        sound &= dark.is_none_or(|dark| dark == petak.is_dark(x, y));
    };
    for at in 8..size - 8 {
        due(at, 6, Some(at % 2 == 0));
        due(6, at, Some(at % 2 == 0));
    }
    for (left, top) in [(0, 0), (size - 7, 0), (0, size - 7)] {
        for place in 0..81 {
            let (x, y) = ((left + place % 9).checked_sub(1), (top + place / 9).checked_sub(1));
            let (Some(x), Some(y)) = (x.filter(|x| *x < size), y.filter(|y| *y < size)) else { continue };
            let far = (x.abs_diff(left + 3)).max(y.abs_diff(top + 3));
            due(x, y, Some(far != 2 && far != 4));
        }
    }
    let centres = SQUARES.get(version)?;
    let last = centres.last().copied().unwrap_or_default();
    for (x, y) in centres.iter().flat_map(|x| centres.iter().map(move |y| (*x, *y))) {
        if [(6, 6), (6, last), (last, 6)].contains(&(x, y)) {
            continue;
        }
        for (dx, dy) in (0..25usize).map(|place| (place % 5, place / 5)) {
            due(x + dx - 2, y + dy - 2, Some(dx.abs_diff(2).max(dy.abs_diff(2)) != 1));
        }
    }
    for at in (0..9).chain(size - 8..size) {
        due(at, 8, None);
        due(8, at, None);
    }
    due(8, size - 8, Some(true));
    // The kinds from 7 on say which they are, twice.
    if version >= 7 {
        let bits = coded(version, 12, 0x1F25);
        for at in 0..18 {
            let dark = bits >> at & 1 == 1;
            due(size - 11 + at % 3, at / 3, Some(dark));
            due(at / 3, size - 11 + at % 3, Some(dark));
        }
    }
    sound.then_some(fixed)
}

/// A number with its check behind it.
fn coded(value: usize, check: u32, divisor: usize) -> usize {
    let mut rest = value;
    for _ in 0..check {
        rest = (rest << 1) ^ ((rest >> (check - 1)) * divisor);
    }
    value << check | rest
}

/// Level of correction, by its place in the tables, and mask; both copies must say the same.
fn format(petak: &Petak) -> Option<(usize, usize)> {
    let size = petak.size;
    let first = |at: usize| match at {
        0..=5 => petak.is_dark(8, at),
        6 => petak.is_dark(8, 7),
        7 => petak.is_dark(8, 8),
        8 => petak.is_dark(7, 8),
        _ => petak.is_dark(14 - at, 8),
    };
    let second = |at: usize| match at {
        0..=7 => petak.is_dark(size - 1 - at, 8),
        _ => petak.is_dark(8, size - 15 + at),
    };
    let bits = |place: &dyn Fn(usize) -> bool| (0..15).fold(0, |all, at| all | usize::from(place(at)) << at);
    let said = bits(&first);
    let value = (0..32).find(|value| coded(*value, 10, 0x537) ^ 0x5412 == said)?;
    let level = *[1, 0, 3, 2].get(value >> 3)?;
    (bits(&second) == said).then_some((level, value & 7))
}

fn is_masked(mask: usize, x: usize, y: usize) -> bool {
    0 == match mask {
        0 => (x + y) % 2,
        1 => y % 2,
        2 => x % 3,
        3 => (x + y) % 3,
        4 => (x / 3 + y / 2) % 2,
        5 => x * y % 2 + x * y % 3,
        6 => (x * y % 2 + x * y % 3) % 2,
        _ => ((x + y) % 2 + x * y % 3) % 2,
    }
}

/// All codewords in their order; what is left over behind them must be nothing.
fn codewords(petak: &Petak, fixed: &[bool], mask: usize) -> Option<Vec<u8>> {
    let size = petak.size;
    let mut bits = Vec::new();
    let mut right = size - 1;
    loop {
        for step in 0..size {
            let up = (right + 1) & 2 == 0;
            let y = if up { size - 1 - step } else { step };
            for x in [right, right - 1] {
                if !*fixed.get(y * size + x)? {
                    bits.push(petak.is_dark(x, y) != is_masked(mask, x, y));
                }
            }
        }
        match right {
            1 => break,
            8 => right = 5,
            _ => right -= 2,
        }
    }
    let (words, rest) = bits.as_chunks::<8>();
    let word = |bits: &[bool; 8]| bits.iter().fold(0, |all, bit| all << 1 | u8::from(*bit));
    (!rest.contains(&true)).then(|| words.iter().map(word).collect())
}

/// The data of all blocks, none of which needs mending.
fn data(words: &[u8], level: usize, version: usize) -> Option<Vec<u8>> {
    let (correction, count) = (*CORRECTION.get(level)?.get(version)?, *BLOCKS.get(level)?.get(version)?);
    let (short, few) = (words.len() / count, count - words.len() % count);
    let own = short.checked_sub(correction)?;
    let mut blocks: Vec<Vec<u8>> = vec![Vec::new(); count];
    let mut words = words.iter();
    for at in 0..=own {
        let takes = blocks.iter_mut().enumerate().filter(|(nth, _)| at < own || *nth >= few);
        for (_, block) in takes {
            block.push(*words.next()?);
        }
    }
    let mut out = Vec::new();
    blocks.iter().for_each(|block| out.extend(block));
    for _ in 0..correction {
        for block in &mut blocks {
            block.push(*words.next()?);
        }
    }
    blocks.iter().all(|block| is_whole(block, correction)).then_some(out)
}

/// Whether a block is one of its code: as a polynomial it is zero at each of the code's roots.
fn is_whole(block: &[u8], correction: usize) -> bool {
    let mut root = 1;
    (0..correction).all(|_| {
        let value = block.iter().fold(0, |all, word| times(all, root) ^ word);
        root = times(root, 2);
        value == 0
    })
}

/// The product in the field of 256 elements that QR codes use.
fn times(a: u8, b: u8) -> u8 {
    (0..8).rev().fold(0, |all: u8, bit| {
        let doubled = all << 1 ^ if all & 0x80 == 0 { 0 } else { 0x1D };
        doubled ^ if b >> bit & 1 == 0 { 0 } else { a }
    })
}

/// The text of data, behind which nothing stands but what fills them up.
fn text(data: &[u8], version: usize) -> Option<String> {
    let mut bits = Bits { data, at: 0 };
    let mut out = Vec::new();
    let wide = version > 9;
    while bits.left() >= 4 {
        match bits.take(4)? {
            0 => break,
            1 => bits.digits(if wide { 12 } else { 10 }, &mut out)?,
            2 => bits.letters(if wide { 11 } else { 9 }, &mut out)?,
            4 => {
                let count = bits.take(if wide { 16 } else { 8 })?;
                for _ in 0..count {
                    out.push(u8::try_from(bits.take(8)?).ok()?);
                }
            }
            _ => return None,
        }
    }
    let rest = bits.left() % 8;
    if bits.take(rest)? != 0 {
        return None;
    }
    for fill in [0xEC, 0x11].iter().cycle().take(bits.left() / 8) {
        if bits.take(8)? != *fill {
            return None;
        }
    }
    String::from_utf8(out).ok().filter(|text| !text.is_empty())
}

struct Bits<'a> {
    data: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn left(&self) -> usize {
        self.data.len() * 8 - self.at
    }

    fn take(&mut self, count: usize) -> Option<usize> {
        let mut out = 0;
        for _ in 0..count {
            let byte = self.data.get(self.at / 8)?;
            out = (out << 1) | usize::from(byte >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        Some(out)
    }

    fn digits(&mut self, width: usize, out: &mut Vec<u8>) -> Option<()> {
        let mut left = self.take(width)?;
        while left > 0 {
            let count = left.min(3);
            let value = self.take(*[0, 4, 7, 10].get(count)?)?;
            let text = format!("{value:0count$}");
            if text.len() != count {
                return None;
            }
            out.extend(text.bytes());
            left -= count;
        }
        Some(())
    }

    fn letters(&mut self, width: usize, out: &mut Vec<u8>) -> Option<()> {
        let mut left = self.take(width)?;
        while left > 0 {
            let value = self.take(if left > 1 { 11 } else { 6 })?;
            if left > 1 {
                out.push(*LETTERS.get(value / 45)?);
            }
            out.push(*LETTERS.get(value % 45)?);
            left -= left.min(2);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use lopdf::{Document, Stream, dictionary};

    use super::super::Pdf;
    use super::super::isi::Kotak;
    use super::{Petak, of_areas, of_picture, read, sampled};

    /// Codes with their texts: the text, the kind, the modules.
    const CODES: &str = include_str!("kode_qr/contoh.txt");

    fn codes() -> Vec<(String, Petak)> {
        let blocks = CODES.split("\n\n").filter(|block| !block.trim().is_empty());
        let code = |block: &str| {
            let mut lines = block.lines();
            let text = lines.next().expect("a text").to_owned();
            let rows: Vec<&str> = lines.skip(1).collect();
            let dark = rows.iter().flat_map(|row| row.chars().map(|char| char == '#')).collect();
            (text, Petak { size: rows.len(), dark })
        };
        blocks.map(code).collect()
    }

    #[test]
    fn codes_are_read_and_none_is_mended() {
        let codes = codes();
        assert!(codes.len() >= 5);
        for (text, petak) in codes {
            assert_eq!(read(&petak), Some(text.clone()));
            for at in 0..petak.dark.len() {
                let mut other = petak.clone();
                other.dark[at] = !other.dark[at];
                assert_eq!(read(&other), None, "{text} module {at}");
            }
        }
    }

    #[test]
    fn codes_are_read_from_drawings_and_pictures() {
        for (text, petak) in codes() {
            let dark: Vec<usize> = (0..petak.dark.len()).filter(|at| petak.dark[*at]).collect();
            let area = |at: &usize, wide: f64, mirrored: bool| {
                let (x, y) = ((at % petak.size) as f64, (petak.size - at / petak.size) as f64);
                let x = if mirrored { -x } else { x };
                Kotak::new([x * wide, y, (x + 1.0) * wide, y + 1.0])
            };
            let mut areas: Vec<Kotak> = dark.iter().map(|at| area(at, 1.0, false)).collect();
            assert_eq!(of_areas(&areas), Some(text.clone()));
            let quarter = |area: &Kotak| {
                let [a, b, c, d] = area.sisi();
                Kotak::new([-b, a, -d, c])
            };
            assert_eq!(of_areas(&areas.iter().map(quarter).collect::<Vec<_>>()), Some(text.clone()));
            areas.push(Kotak::new([0.0, 0.0, 9.0, 1.0]));
            assert_eq!(of_areas(&areas), None);
            // What no telephone reads: mirrored, squashed.
            assert_eq!(of_areas(&dark.iter().map(|at| area(at, 1.0, true)).collect::<Vec<_>>()), None);
            assert_eq!(of_areas(&dark.iter().map(|at| area(at, 2.0, false)).collect::<Vec<_>>()), None);

            let (step, edge) = (3, 12);
            let side = petak.size * step + 2 * edge;
            let shade = |at: usize| {
                let (x, y) = ((at % side).wrapping_sub(edge) / step, (at / side).wrapping_sub(edge) / step);
                u8::from(!(y < petak.size && petak.is_dark(x, y))) * 255
            };
            let samples: Vec<u8> = (0..side * side).map(shade).collect();
            let picture = |samples: Vec<u8>| {
                let entries = dictionary! {
                    "Width" => side as i64, "Height" => side as i64, "BitsPerComponent" => 8, "ColorSpace" => "DeviceGray",
                };
                of_picture(&Pdf::of(Document::new()), &Stream::new(entries, samples))
            };
            assert_eq!(picture(samples.clone()), Some(text));
            // A spot beside the code or within a module.
            for spot in [0, side * edge + edge + 1] {
                let mut other = samples.clone();
                other[spot] = 255 - other[spot];
                assert_eq!(picture(other), None);
            }
        }
        assert_eq!(sampled(4, &[true; 16]), None);
    }
}
