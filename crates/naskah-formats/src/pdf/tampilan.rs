//! What the look of a signature shows, and whether it is read as it is seen.

use lopdf::content::Operation;
use lopdf::{Dictionary, Object, Stream};

use super::huruf::number;
use super::isi::{Kata, Kotak, Matrix, Pembaca, UNIT, all_operations, moved, numbers, then};
use super::sertifikat::{self, Penanda};
use super::{Pdf, aliran, kode_qr, meta};
use naskah_core::fingerprint::Sidik;

/// What the look of a signature shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tampilan {
    /// The words that it draws.
    pub kata: Vec<String>,
    /// The words that stretches of it are said to read as (ActualText), for copying and reading aloud.
    pub tersirat: Vec<String>,
    /// What the signature says.
    pub penanda: Penanda,
    /// Whether it draws anything.
    pub melukis: bool,
    /// Whether its words are drawn in fonts that every viewer has, so that they are read as they are seen.
    pub lazim: bool,
    /// Whether there is besides nothing but words and lines.
    pub terbaca: bool,
    /// The fingerprint of the lines, areas and pictures that it draws, but for some frames.
    pub gambar: Option<Sidik>,
    /// The texts of the QR codes that it shows.
    pub kode: Vec<String>,
    /// Whether its field was made with the PDF.
    pub bawaan: bool,
}

/// Operators that draw words, or set how things are drawn.
const OF_WORDS: [&str; 35] = [
    "q", "Q", "cm", "BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "Tj", "TJ", "'", "\"", "Tc", "Tw", "Tz", "TL", "g", "G",
    "rg", "RG", "k", "K", "w", "J", "j", "M", "d", "i", "BMC", "BDC", "EMC", "W", "W*",
];

/// Operators that lay down lines, and those that draw them.
const OF_PATHS: [&str; 7] = ["m", "l", "c", "v", "y", "h", "re"];
const OF_PAINT: [&str; 11] = ["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "sh"];

/// Entries of a state of drawing that make things no more than fainter.
const STATES: [&[u8]; 5] = [b"Type", b"CA", b"ca", b"AIS", b"SA"];

/// How the fonts that every viewer has end their names.
const SHAPES: [&[u8]; 8] =
    [b"", b"-Roman", b"-Bold", b"-Italic", b"-Oblique", b"-BoldItalic", b"-BoldOblique", b"-Regular"];

/// So many frames may a look have.
const FRAMES: usize = 3;

/// What the look of a field draws.
pub(super) fn shown(last: &Pdf, widget: &Dictionary, bawaan: bool) -> Tampilan {
    let look = last.entry(widget, "AP").as_dict().map(|looks| last.entry(looks, "N"));
    let value = last.entry(widget, "V").as_dict();
    let penanda = value.map_or_else(|_| Penanda::default(), |value| sertifikat::held(last, value));
    let Ok(Object::Stream(form)) = look else {
        return Tampilan { bawaan, penanda, terbaca: true, lazim: true, ..Tampilan::default() };
    };
    let drawn = Pembaca::new(last).read_form(form).kata;
    let operations = aliran::unpacked(form).and_then(|content| all_operations(&content));
    let idle = |name: &str| matches!(name, "q" | "Q" | "cm" | "n");
    let melukis = operations.is_none_or(|all| all.iter().any(|one| !idle(one.operator.as_str())));
    let larger = larger(last, widget, form);
    let mut lines = Lines::new(last, larger.is_some_and(is_even));
    let terbaca = lines.read(form, UNIT, 0) && lines.lazim;
    // Words over a code, or under it, make it another.
    let struck = |word: &Kata| lines.framed.iter().any(|frame| strikes(*frame, word.kotak));
    let frame = numbers(last.entry(&form.dict, "BBox")).and_then(|sides| sides.try_into().ok()).map(Kotak::new);
    let cut = |word: &Kata| frame.is_none_or(|frame| is_beyond(word.kotak, frame));
    let apart = |word: &Kata| !cut(word) && !struck(word) && !lines.areas.iter().any(|area| area.meets(word.kotak));
    let terbaca = terbaca && drawn.iter().all(apart) && lines.tulisan.is_plain(least(larger)) && !overlap(&drawn);
    let lazim = lines.lazim;
    let gambar = (!lines.drawn.is_empty()).then(|| Sidik::of(&lines.drawn));
    let tersirat: Vec<String> = lines.said.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect();
    let kata: Vec<String> = drawn.into_iter().map(|word| word.teks).collect();
    Tampilan { kata, tersirat, penanda, kode: lines.kode, melukis, lazim, terbaca, gambar, bawaan }
}

/// How much wider and higher than itself a look is drawn in its field's place.
fn larger(last: &Pdf, widget: &Dictionary, form: &Stream) -> Option<[f64; 2]> {
    let sides = |entries: &Dictionary, key: &str| -> Option<[f64; 2]> {
        let [a, b, c, d] = Kotak::new(numbers(last.entry(entries, key))?.try_into().ok()?).sisi();
        Some([c - a, d - b])
    };
    let ([wide, high], [own_wide, own_high]) = (sides(widget, "Rect")?, sides(&form.dict, "BBox")?);
    (own_wide > 0.0 && own_high > 0.0).then(|| [wide / own_wide, high / own_high])
}

/// Whether a look fills its field's place without being drawn wider or higher.
fn is_even([wide, high]: [f64; 2]) -> bool {
    (wide - high).abs() <= 0.03 * high.abs()
}

/// The smaller of both; a look that has no place is drawn as it is.
fn least(larger: Option<[f64; 2]>) -> f64 {
    larger.map_or(1.0, |[wide, high]| wide.min(high))
}

/// How things are drawn.
#[derive(Clone, Copy)]
struct Keadaan {
    ctm: Matrix,
    /// Whether areas are filled dark, or bright; neither where they are of another shade.
    gelap: bool,
    terang: bool,
    /// Whether things are made fainter, or cut off.
    kabur: bool,
    /// Whether they are hardly seen, or cut off by less than the whole look.
    pudar: bool,
    /// What drawings are clipped to.
    batas: [f64; 4],
    /// The size of letters, how wide they are beside that, and how they are moved.
    besar: f64,
    lebar: f64,
    teks: Matrix,
}

/// Letters are at least so high, in points of the page; none is so many times higher than another, nor so much wider or
/// narrower than it is drawn in its font: of a sentence that is read only what stands out would be seen.
const LOWEST: f64 = 2.0;
const HIGHER: f64 = 3.0;
const STRETCHED: f64 = 2.5;

/// How the letters of a look are drawn.
#[derive(Default)]
struct Tulisan {
    /// How high the lowest and the highest are.
    rendah: f64,
    tinggi: f64,
    /// Whether some are white, faint, cut off or stretched.
    samar: bool,
}

impl Tulisan {
    /// Whether all are seen as they are read, where the look is drawn `larger` by so much.
    fn is_plain(&self, larger: f64) -> bool {
        let none = self.tinggi == 0.0;
        none || !self.samar && self.rendah * larger >= LOWEST && self.tinggi <= HIGHER * self.rendah
    }

    /// Takes letters that are drawn.
    fn take(&mut self, state: &Keadaan) {
        let [a, b, c, d, ..] = then(state.teks, state.ctm);
        let (wide, high) = (state.besar.abs() * state.lebar * a.hypot(b), state.besar.abs() * c.hypot(d));
        self.rendah = if self.tinggi == 0.0 { high } else { self.rendah.min(high) };
        self.tinggi = self.tinggi.max(high);
        let even = wide <= STRETCHED * high && high <= STRETCHED * wide;
        let mirrored = a * d - b * c < 0.0;
        self.samar |= state.terang || state.pudar || mirrored || !even;
    }
}

/// Whether words are written over one another.
fn overlap(words: &[Kata]) -> bool {
    /// So much of the smaller one words may share: letters lean and hang.
    const MUCH: f64 = 0.3;
    let over = |(at, one): (usize, &Kata)| words.iter().skip(at + 1).any(|other| one.kotak.shared(other.kotak) > MUCH);
    words.iter().enumerate().any(over)
}

/// Whether a word stands above, below or in front of the frame of its look, where nothing is drawn. How far it goes to the
/// right is not known of fonts that do not say how wide their letters are.
fn is_beyond(word: Kotak, frame: Kotak) -> bool {
    let ([_, low, right, high], [left, bottom, _, top]) = (word.sisi(), frame.sisi());
    let middle = (low + high) / 2.0;
    right < left || middle < bottom || middle > top
}

/// Whether a line of a frame goes through a word.
fn strikes(frame: Kotak, word: Kotak) -> bool {
    let ([a, b, c, d], [left, low, right, high]) = (frame.sisi(), word.sisi());
    let (edge, side) = ((high - low) * 0.2, (right - left) * 0.2);
    let across = |y: f64| y > low + edge && y < high - edge && a < right - side && c > left + side;
    let down = |x: f64| x > left + side && x < right - side && b < high - edge && d > low + edge;
    across(b) || across(d) || down(a) || down(c)
}

/// The lines of a look.
struct Lines<'a> {
    last: &'a Pdf,
    /// Whether the look is drawn as wide as it is high.
    even: bool,
    /// So many frames may still come, and where those are that came.
    frames: usize,
    framed: Vec<Kotak>,
    lazim: bool,
    drawn: Vec<u8>,
    said: Vec<String>,
    kode: Vec<String>,
    /// Where the codes stand.
    areas: Vec<Kotak>,
    /// Dark areas that may be modules of a code, and how they are written.
    modules: Vec<Kotak>,
    written: Vec<u8>,
    /// Whether something was drawn before.
    begun: bool,
    tulisan: Tulisan,
    state: Keadaan,
}

impl<'a> Lines<'a> {
    fn new(last: &'a Pdf, even: bool) -> Self {
        Self {
            last,
            even,
            frames: FRAMES,
            framed: Vec::new(),
            lazim: true,
            drawn: Vec::new(),
            said: Vec::new(),
            kode: Vec::new(),
            areas: Vec::new(),
            modules: Vec::new(),
            written: Vec::new(),
            begun: false,
            tulisan: Tulisan::default(),
            state: Keadaan {
                ctm: UNIT,
                gelap: true,
                terang: false,
                kabur: false,
                pudar: false,
                batas: Kotak::EVERYWHERE.sisi(),
                besar: 0.0,
                lebar: 1.0,
                teks: UNIT,
            },
        }
    }

    /// Follows a drawing; whether there is nothing in it but words that are read as they are seen, and lines.
    fn read(&mut self, form: &Stream, ctm: Matrix, depth: usize) -> bool {
        let last = self.last;
        let operations = aliran::unpacked(form).and_then(|content| all_operations(&content));
        let Some(operations) = operations.filter(|_| depth <= 4) else { return false };
        let resources = last.entry(&form.dict, "Resources").as_dict().cloned().unwrap_or_default();
        let fonts = last.entry(&resources, "Font").as_dict().cloned().unwrap_or_default();
        self.lazim &= fonts.iter().all(|(_, font)| is_standard(last, font));
        let own = numbers(last.entry(&form.dict, "Matrix")).and_then(|own| own.try_into().ok()).unwrap_or(UNIT);
        let (before, mut stack, mut path) = (self.state, Vec::new(), Vec::new());
        self.state.ctm = then(own, ctm);
        let clip = numbers(last.entry(&form.dict, "BBox")).and_then(|clip| clip.try_into().ok());
        if let Some([a, b, c, d]) = clip.and_then(|clip| moved(self.state.ctm, clip)).map(Kotak::sisi) {
            let [left, low, right, high] = self.state.batas;
            self.state.batas = [left.max(a), low.max(b), right.min(c), high.min(d)];
        }
        let read = operations.iter().all(|one| {
            let name = one.operator.as_str();
            self.said.extend(one.operands.iter().filter_map(read_as));
            self.takes_state(name, one, &mut stack);
            match name {
                "Do" => self.inner(&resources, &one.operands, depth),
                "Tf" => self.known(&fonts, &one.operands, &[]),
                "gs" => self.takes_look(&resources, &one.operands),
                "W" | "W*" => {
                    self.clip(&path);
                    true
                }
                _ if OF_PATHS.contains(&name) => {
                    path.push(one);
                    true
                }
                _ if OF_PAINT.contains(&name) => {
                    self.paint(&std::mem::take(&mut path), one);
                    true
                }
                _ => OF_WORDS.contains(&name),
            }
        });
        self.end_code();
        self.state = before;
        read
    }

    /// Follows what says how things are drawn.
    fn takes_state(&mut self, name: &str, one: &Operation, stack: &mut Vec<Keadaan>) {
        let given: Vec<f64> = one.operands.iter().filter_map(number).collect();
        let mut shade = |dark: bool, bright: bool| (self.state.gelap, self.state.terang) = (dark, bright);
        match (name, &given[..]) {
            ("q", _) => stack.push(self.state),
            ("Q", _) => self.state = stack.pop().unwrap_or(self.state),
            ("cm", _) => {
                let own: Matrix = given.try_into().unwrap_or(UNIT);
                self.state.ctm = then(own, self.state.ctm);
            }
            ("g" | "rg", all) if !all.is_empty() => {
                shade(all.iter().all(|one| *one <= DARK), all.iter().all(|one| *one >= BRIGHT))
            }
            ("k", [c, m, y, black]) => {
                let least = |a: f64, b: f64| a.max(b);
                let inks = [*c, *m, *y].map(|ink| (1.0 - ink) * (1.0 - black));
                shade(
                    inks.into_iter().fold(0.0, least) <= DARK,
                    [c, m, y, black].iter().all(|ink| **ink <= 1.0 - BRIGHT),
                );
            }
            ("W" | "W*", _) => self.state.kabur = true,
            ("Tf", [size]) => self.state.besar = *size,
            ("Tz", [wide]) => self.state.lebar = wide / 100.0,
            ("BT", _) => self.state.teks = UNIT,
            ("Tm", _) => self.state.teks = given.try_into().unwrap_or(UNIT),
            ("Tj" | "TJ" | "'" | "\"", _) => {
                self.tulisan.take(&self.state);
                self.end_code();
                self.begun = true;
            }
            _ => {}
        }
    }

    /// What is drawn from here on is cut off by what was laid down; by less than nine tenths of the look, things are hidden.
    fn clip(&mut self, path: &[&Operation]) {
        let areas: Option<Vec<Kotak>> = path.iter().map(|one| rectangle(one, self.state.ctm)).collect();
        let [left, low, right, high] = self.state.batas;
        let whole = areas.and_then(|areas| areas.into_iter().reduce(Kotak::with)).is_some_and(|area| {
            let [a, b, c, d] = area.sisi();
            let (wide, tall) = ((right - left) * 0.05, (high - low) * 0.05);
            a <= left + wide && b <= low + tall && c >= right - wide && d >= high - tall
        });
        self.state.pudar |= !whole;
    }

    /// A state that is set by its name.
    fn takes_look(&mut self, resources: &Dictionary, operands: &[Object]) -> bool {
        let none = Dictionary::new();
        self.state.kabur = true;
        let states = self.last.entry(resources, "ExtGState").as_dict();
        let named = operands.first().and_then(|name| name.as_name().ok());
        let state = states.ok().zip(named).and_then(|(all, name)| self.last.solid(all.get(name).ok()?).as_dict().ok());
        let share = state.and_then(|state| self.last.entry(state, "ca").as_float().ok());
        self.state.pudar |= share.is_some_and(|share| share < 0.5);
        self.known(self.last.entry(resources, "ExtGState").as_dict().unwrap_or(&none), operands, &STATES)
    }

    /// Draws what was laid down, unless it is one of some frames, a bright ground below all else, or a part of a code.
    fn paint(&mut self, path: &[&Operation], by: &Operation) {
        let areas: Option<Vec<Kotak>> = path.iter().map(|one| rectangle(one, self.state.ctm)).collect();
        let name = by.operator.as_str();
        let fills = matches!(name, "f" | "F" | "f*");
        let areas = areas.filter(|areas| !areas.is_empty());
        let text: Vec<u8> = path.iter().copied().chain([by]).flat_map(|one| written(one).into_bytes()).collect();
        match areas {
            Some(areas) if fills && self.state.gelap && !self.state.kabur => {
                self.modules.extend(areas);
                self.written.extend(text);
            }
            Some(_) if fills && self.state.terang && !self.begun && self.modules.is_empty() => {}
            areas => {
                self.end_code();
                let alone = areas.filter(|areas| areas.len() == 1 && matches!(name, "S" | "s") && self.frames > 0);
                match alone {
                    Some(areas) => {
                        self.frames -= 1;
                        self.framed.extend(areas);
                    }
                    None if name == "n" => {}
                    None => self.drawn.extend(text),
                }
                self.begun |= name != "n";
            }
        }
    }

    /// Reads the dark areas that were filled last as a code; what is none is drawn.
    fn end_code(&mut self) {
        let (modules, written) = (std::mem::take(&mut self.modules), std::mem::take(&mut self.written));
        if modules.is_empty() {
            return;
        }
        self.begun = true;
        let area = modules.iter().copied().reduce(Kotak::with).filter(|area| self.is_free(*area));
        match kode_qr::of_areas(&modules).filter(|_| self.even).zip(area) {
            Some((kode, area)) => self.take_code(kode, area),
            None => self.drawn.extend(written),
        }
    }

    fn take_code(&mut self, kode: String, area: Kotak) {
        self.kode.push(kode);
        self.areas.push(area);
    }

    /// Whether an area is seen whole, and no code stands there yet.
    fn is_free(&self, area: Kotak) -> bool {
        let ([a, b, c, d], [left, low, right, high]) = (area.sisi(), self.state.batas);
        let whole = a > left - 0.5 && b > low - 0.5 && c < right + 0.5 && d < high + 0.5;
        whole && !self.areas.iter().any(|other| other.meets(area))
    }

    /// Whether something is there by its name, with none but these entries where there are such; what is not there, such as
    /// a font, viewers replace by what they like.
    fn known(&mut self, named: &Dictionary, operands: &[Object], entries: &[&[u8]]) -> bool {
        let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let found = named.get(name).ok().and_then(|found| self.last.solid(found).as_dict().ok());
        let plain = |found: &Dictionary| found.iter().all(|(key, _)| entries.contains(&key.as_slice()));
        let known = found.is_some_and(|found| entries.is_empty() || plain(found));
        self.lazim &= known;
        known
    }

    fn inner(&mut self, resources: &Dictionary, operands: &[Object], depth: usize) -> bool {
        self.end_code();
        let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let forms = self.last.entry(resources, "XObject").as_dict();
        let inner = forms.ok().and_then(|forms| self.last.solid(forms.get(name).ok()?).as_stream().ok());
        let Some(inner) = inner else { return false };
        match inner.dict.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Form") => self.read(inner, self.state.ctm, depth + 1),
            Ok(b"Image") => {
                self.begun = true;
                let area = moved(self.state.ctm, [0.0, 0.0, 1.0, 1.0]).filter(|area| self.is_free(*area));
                let area = area.filter(|_| self.even && !self.state.kabur && self.is_upright(inner));
                match area.and_then(|area| Some((kode_qr::of_picture(self.last, inner)?, area))) {
                    Some((kode, area)) => {
                        self.take_code(kode, area);
                        true
                    }
                    None => self.picture(inner, 0),
                }
            }
            _ => false,
        }
    }

    /// Whether a picture is drawn as it is, perhaps turned, larger or smaller, but neither mirrored nor squashed.
    fn is_upright(&self, picture: &Stream) -> bool {
        let side = |key: &str| self.last.entry(&picture.dict, key).as_float().map_or(0.0, f64::from);
        let [a, b, c, d, ..] = self.state.ctm;
        let (wide, high) = (a.hypot(b) / side("Width"), c.hypot(d) / side("Height"));
        let square = (a * c + b * d).abs() <= 0.01 * a.hypot(b) * c.hypot(d);
        square && a * d - b * c > 0.0 && (wide / high - 1.0).abs() <= 0.03
    }

    /// Notes a picture with all that makes its look.
    fn picture(&mut self, picture: &Stream, depth: usize) -> bool {
        /// Entries that make the look of a picture; a mask is a picture, too.
        const LOOK: [&str; 8] =
            ["Width", "Height", "BitsPerComponent", "ColorSpace", "Decode", "ImageMask", "Mask", "SMask"];
        self.drawn.extend(match aliran::unpacked(picture) {
            Some(content) => content,
            None => picture.content.clone(),
        });
        LOOK.iter().all(|key| match self.last.entry(&picture.dict, key) {
            Object::Null => true,
            Object::Stream(mask) => depth == 0 && self.picture(mask, 1),
            value => {
                self.drawn.extend(format!("{key} {value:?}").bytes());
                true
            }
        })
    }
}

/// Shades up to which a module is dark, and from which the ground is bright.
const DARK: f64 = 0.5;
const BRIGHT: f64 = 0.95;

/// The area that an operation lays down, where it is a rectangle.
fn rectangle(one: &Operation, ctm: Matrix) -> Option<Kotak> {
    let given: Vec<f64> = one.operands.iter().filter_map(number).collect();
    match (one.operator.as_str(), &given[..]) {
        ("re", [x, y, wide, high]) => moved(ctm, [*x, *y, x + wide, y + high]),
        _ => None,
    }
}

/// An operation as it is fingerprinted.
fn written(one: &Operation) -> String {
    let numbers = one.operands.iter().filter_map(number);
    numbers.map(|number| format!("{number:.3} ")).collect::<String>() + one.operator.as_str() + "\n"
}

/// Whether a font is one that every viewer has, its letters under their usual codes.
fn is_standard(last: &Pdf, font: &Object) -> bool {
    let Ok(font) = last.solid(font).as_dict() else { return false };
    let is = |key: &str, known: &[&[u8]]| last.entry(font, key).as_name().is_ok_and(|name| known.contains(&name));
    let name = last.entry(font, "BaseFont").as_name().unwrap_or_default();
    let bare = |family: &[u8]| name.strip_prefix(family);
    let shape = bare(b"Helvetica").or_else(|| bare(b"Courier")).or_else(|| bare(b"Times"));
    let family = shape.is_some_and(|shape| SHAPES.contains(&shape));
    let encoded = !font.has(b"Encoding") || is("Encoding", &[b"WinAnsiEncoding", b"StandardEncoding"]);
    let descriptor = last.entry(font, "FontDescriptor").as_dict();
    let embedded = descriptor.is_ok_and(|told| told.iter().any(|(key, _)| key.starts_with(b"FontFile")));
    is("Subtype", &[b"Type1"]) && family && encoded && !font.has(b"ToUnicode") && !embedded && is_in_order(last, font)
}

/// Whether letters follow each other: widths of nothing, or less, would set them in another order than they are read.
fn is_in_order(last: &Pdf, font: &Dictionary) -> bool {
    /// Letters are so wide, in thousandths of their size.
    const WIDE: std::ops::RangeInclusive<f64> = 150.0..=1200.0;
    let widths = last.entry(font, "Widths").as_array().map_or(&[][..], |widths| widths);
    let first = last.entry(font, "FirstChar").as_i64().unwrap_or(0);
    let seen = |code: i64| code >= 32 && !(127..=160).contains(&code);
    let mut letters = (first..).zip(widths).filter(|(code, _)| seen(*code));
    letters.all(|(_, width)| number(last.solid(width)).is_some_and(|width| WIDE.contains(&width)))
}

/// What a stretch that is marked so is said to read as.
fn read_as(mark: &Object) -> Option<String> {
    mark.as_dict().ok()?.get(b"ActualText").ok().map(meta::text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(size: f64, wide: f64, ctm: Matrix) -> Keadaan {
        let mut state = Lines::new(&Pdf::of(lopdf::Document::new()), true).state;
        (state.besar, state.lebar, state.ctm) = (size, wide, ctm);
        state
    }

    fn is_plain(states: &[Keadaan], larger: f64) -> bool {
        let mut tulisan = Tulisan::default();
        states.iter().for_each(|state| tulisan.take(state));
        tulisan.is_plain(larger)
    }

    #[test]
    fn letters_are_seen_where_none_stands_out() {
        let plain = drawn(8.0, 1.0, UNIT);
        assert!(is_plain(&[], 1.0) && is_plain(&[plain, drawn(20.0, 1.0, UNIT)], 1.0));
        assert!(!is_plain(&[plain, drawn(26.0, 1.0, UNIT)], 1.0), "one is much higher");
        assert!(
            !is_plain(&[drawn(1.0, 1.0, UNIT)], 1.0) && is_plain(&[drawn(1.0, 1.0, UNIT)], 3.0),
            "too low to be seen"
        );
        assert!(!is_plain(&[plain], 0.2), "the place of the look makes them low");
        assert!(!is_plain(&[drawn(8.0, 0.1, UNIT)], 1.0), "stretched");
        assert!(!is_plain(&[drawn(8.0, 1.0, [1.0, 0.0, 0.0, 9.0, 0.0, 0.0])], 1.0), "stretched by the state");
        assert!(!is_plain(&[drawn(8.0, 1.0, [-1.0, 0.0, 0.0, 1.0, 0.0, 0.0])], 1.0), "mirrored");
        assert!(
            !is_plain(&[Keadaan { terang: true, ..plain }], 1.0) && !is_plain(&[Keadaan { pudar: true, ..plain }], 1.0)
        );
    }

    #[test]
    fn words_over_one_another_are_told() {
        let word = |sisi| Kata { teks: "kata".to_owned(), kotak: Kotak::new(sisi) };
        let (one, beside) = (word([0.0, 0.0, 20.0, 10.0]), word([19.0, 0.0, 40.0, 10.0]));
        assert!(!overlap(&[one.clone(), beside.clone()]));
        assert!(overlap(&[one, beside, word([25.0, 4.0, 30.0, 8.0])]));
    }

    #[test]
    fn a_frame_goes_around_words() {
        let word = Kotak::new([10.0, 10.0, 60.0, 18.0]);
        assert!(
            !strikes(Kotak::new([5.0, 5.0, 90.0, 40.0]), word) && !strikes(Kotak::new([70.0, 0.0, 90.0, 40.0]), word)
        );
        assert!(
            strikes(Kotak::new([5.0, 14.0, 90.0, 40.0]), word) && strikes(Kotak::new([30.0, 5.0, 90.0, 40.0]), word)
        );
    }

    #[test]
    fn words_beyond_the_look_are_not_seen() {
        let frame = Kotak::new([0.0, 0.0, 100.0, 40.0]);
        assert!(!is_beyond(Kotak::new([2.0, 30.0, 180.0, 36.0]), frame));
        for word in [[2.0, 50.0, 60.0, 56.0], [2.0, -20.0, 60.0, -12.0], [-60.0, 10.0, -2.0, 16.0]] {
            assert!(is_beyond(Kotak::new(word), frame), "{word:?}");
        }
    }

    #[test]
    fn what_is_cut_off_is_hidden() {
        let pdf = Pdf::of(lopdf::Document::new());
        let cut = |sides: [i64; 4]| {
            let mut lines = Lines::new(&pdf, true);
            lines.state.batas = [0.0, 0.0, 100.0, 50.0];
            let path = Operation::new("re", sides.map(Object::from).to_vec());
            lines.clip(&[&path]);
            lines.state.pudar
        };
        assert!(!cut([0, 0, 100, 50]) && !cut([2, 2, 96, 46]));
        assert!(cut([0, 0, 60, 50]) && cut([0, 20, 100, 30]) && cut([40, 20, 1, 1]));
        let mut lines = Lines::new(&pdf, true);
        lines.clip(&[]);
        assert!(lines.state.pudar, "nothing is laid down");
    }
}
