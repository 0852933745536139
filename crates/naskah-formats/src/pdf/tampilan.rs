//! What the look of a signature shows, and whether it is read as it is seen.

use lopdf::content::Operation;
use lopdf::{Dictionary, Object, Stream};

use super::huruf::number;
use super::isi::{Kata, Kotak, Matrix, Pembaca, UNIT, all_operations, moved, numbers, then};
use super::sertifikat::{self, Penanda};
use super::tulisan::{Goresan, Samar, Tulisan, apart, by_columns, in_order, overlap, shade};
use super::{Pdf, aliran, kode_qr, lebar, meta};
use naskah_core::fingerprint::Sidik;

/// What the look of a signature shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tampilan {
    /// The words that it draws, row by row as they are met on the page.
    pub kata: Vec<String>,
    /// The same words column by column, as a name may stand beside what is said of it.
    pub kolom: Vec<String>,
    /// For each word of [`Self::kata`], whether it stands apart from the one before it.
    pub lepas: Vec<bool>,
    /// The words that stretches of it are said to read as (ActualText), for copying and reading aloud.
    pub tersirat: Vec<String>,
    /// What the signature says.
    pub penanda: Penanda,
    /// Whether it draws anything.
    pub melukis: bool,
    /// Whether its words are drawn in fonts that every viewer has, so that they are read as they are seen.
    pub lazim: bool,
    /// Why it is not read as it is seen: there are other things than words, or words that are hardly seen.
    pub samar: Option<Samar>,
    /// The fingerprint of the lines, areas and pictures that it draws, but for a border and a ground.
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

/// So thick may the border of a look be, and so near is it to the edge, in points of the page.
const THIN: f64 = 2.0;
const AT_EDGE: f64 = 4.0;

/// So bright is a ground, and what is as good as the page.
const PALE: f64 = 0.6;
const WHITE: f64 = 0.95;

/// What the look of a field draws.
pub(super) fn shown(last: &Pdf, widget: &Dictionary, bawaan: bool) -> Tampilan {
    let look = last.entry(widget, "AP").as_dict().map(|looks| last.entry(looks, "N"));
    let value = last.entry(widget, "V").as_dict();
    let penanda = value.map_or_else(|_| Penanda::default(), |value| sertifikat::held(last, value));
    let Ok(Object::Stream(form)) = look else {
        return Tampilan { bawaan, penanda, lazim: true, ..Tampilan::default() };
    };
    let seen = Pembaca::new(last).read_form(form);
    let drawn = in_order(seen.kata);
    let larger = larger(last, widget, form);
    let mut lines = Lines::new(last, larger, frame(last, form));
    let read = lines.read(form, UNIT, 0) && lines.lazim;
    // Words over a code, or under it, make it another.
    let struck = |word: &Kata| lines.framed.is_some_and(|frame| strikes(frame, word.kotak));
    let hit = |word: &Kata| struck(word) || lines.areas.iter().any(|area| area.meets(word.kotak));
    let samar = [
        (!read, Samar::Lain),
        (seen.terpotong, Samar::Terpotong),
        (overlap(&drawn) || drawn.iter().any(hit), Samar::Bertumpuk),
    ];
    let samar = samar.into_iter().find(|(is_so, _)| *is_so).map(|(_, why)| why);
    let samar = samar.or_else(|| lines.tulisan.fault(least(larger)));
    let (lazim, melukis) = (lines.lazim, lines.melukis || !read);
    let gambar = (!lines.drawn.is_empty()).then(|| Sidik::of(&lines.drawn));
    let tersirat: Vec<String> = lines.said.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect();
    let lepas = apart(&drawn);
    let kolom = by_columns(&drawn).into_iter().map(|word| word.teks.clone()).collect();
    let kata: Vec<String> = drawn.into_iter().map(|word| word.teks).collect();
    Tampilan { kata, kolom, lepas, tersirat, penanda, kode: lines.kode, melukis, lazim, samar, gambar, bawaan }
}

/// What a form cannot leave.
fn frame(last: &Pdf, form: &Stream) -> Option<Kotak> {
    Some(Kotak::new(numbers(last.entry(&form.dict, "BBox"))?.try_into().ok()?))
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
    /// Whether areas are filled dark enough for modules.
    gelap: bool,
    /// How bright they are, and letters.
    terang: f64,
    /// How much of them is seen, here and in the form that this one is drawn in.
    tampak: f64,
    luar: f64,
    /// How thick lines are.
    tebal: f64,
    /// Whether things are made fainter, or cut off.
    kabur: bool,
    /// What drawings are clipped to.
    batas: [f64; 4],
    /// The size of letters, how wide they are beside that, and how they are moved.
    besar: f64,
    lebar: f64,
    teks: Matrix,
}

impl Keadaan {
    fn new() -> Self {
        Self {
            ctm: UNIT,
            gelap: true,
            terang: 0.0,
            tampak: 1.0,
            luar: 1.0,
            tebal: 1.0,
            kabur: false,
            batas: Kotak::EVERYWHERE.sisi(),
            besar: 0.0,
            lebar: 1.0,
            teks: UNIT,
        }
    }

    /// How bright what is filled looks on a ground.
    fn on(&self, dasar: f64) -> f64 {
        let seen = self.tampak * self.luar;
        seen * self.terang + (1.0 - seen) * dasar
    }
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
    /// How much wider and higher the look is drawn in its place.
    larger: Option<[f64; 2]>,
    /// What the look cannot leave, and its border.
    frame: Option<Kotak>,
    framed: Option<Kotak>,
    lazim: bool,
    drawn: Vec<u8>,
    said: Vec<String>,
    kode: Vec<String>,
    /// Where the codes stand.
    areas: Vec<Kotak>,
    /// Dark areas that may be modules of a code, and how they are written.
    modules: Vec<Kotak>,
    written: Vec<u8>,
    /// Whether something was drawn before that a ground would cover, and whether anything was painted at all.
    begun: bool,
    melukis: bool,
    /// How bright the ground is.
    dasar: f64,
    tulisan: Tulisan,
    state: Keadaan,
}

impl<'a> Lines<'a> {
    fn new(last: &'a Pdf, larger: Option<[f64; 2]>, frame: Option<Kotak>) -> Self {
        Self {
            last,
            larger,
            frame,
            framed: None,
            lazim: true,
            drawn: Vec::new(),
            said: Vec::new(),
            kode: Vec::new(),
            areas: Vec::new(),
            modules: Vec::new(),
            written: Vec::new(),
            begun: false,
            melukis: false,
            dasar: 1.0,
            tulisan: Tulisan::default(),
            state: Keadaan::new(),
        }
    }

    /// Whether the look is drawn as wide as it is high.
    fn is_even(&self) -> bool {
        self.larger.is_some_and(is_even)
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
        self.state.luar *= std::mem::replace(&mut self.state.tampak, 1.0);
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
        match (name, &given[..]) {
            ("q", _) => stack.push(self.state),
            ("Q", _) => self.state = stack.pop().unwrap_or(self.state),
            ("cm", _) => {
                let own: Matrix = given.try_into().unwrap_or(UNIT);
                self.state.ctm = then(own, self.state.ctm);
            }
            ("g" | "rg" | "k", all) => {
                let own = shade(all).unwrap_or(1.0);
                (self.state.terang, self.state.gelap) = (own, own <= DARK);
            }
            ("w", [wide]) => self.state.tebal = *wide,
            ("W" | "W*", _) => self.state.kabur = true,
            ("Tf", [size]) => self.state.besar = *size,
            ("Tz", [wide]) => self.state.lebar = wide / 100.0,
            ("BT", _) => self.state.teks = UNIT,
            ("Tm", _) => self.state.teks = given.try_into().unwrap_or(UNIT),
            ("Tj" | "TJ" | "'" | "\"", _) => {
                let Keadaan { besar, lebar, teks, ctm, .. } = self.state;
                let (terang, dasar) = (self.state.on(self.dasar), self.dasar);
                self.tulisan.take(&Goresan { besar, lebar, teks, ctm, terang, dasar });
                self.end_code();
                (self.begun, self.melukis) = (true, true);
            }
            _ => {}
        }
    }

    /// A state that is set by its name.
    fn takes_look(&mut self, resources: &Dictionary, operands: &[Object]) -> bool {
        let none = Dictionary::new();
        self.state.kabur = true;
        let states = self.last.entry(resources, "ExtGState").as_dict();
        let named = operands.first().and_then(|name| name.as_name().ok());
        let state = states.ok().zip(named).and_then(|(all, name)| self.last.solid(all.get(name).ok()?).as_dict().ok());
        let share = state.and_then(|state| self.last.entry(state, "ca").as_float().ok());
        self.state.tampak = share.map_or(self.state.tampak, |share| f64::from(share).clamp(0.0, 1.0));
        self.known(self.last.entry(resources, "ExtGState").as_dict().unwrap_or(&none), operands, &STATES)
    }

    /// Draws what was laid down, unless it is the border, a bright ground below all else, or a part of a code.
    fn paint(&mut self, path: &[&Operation], by: &Operation) {
        let areas: Option<Vec<Kotak>> = path.iter().map(|one| rectangle(one, self.state.ctm)).collect();
        let name = by.operator.as_str();
        if name == "n" {
            return self.end_code();
        }
        self.melukis = true;
        let fills = matches!(name, "f" | "F" | "f*");
        let areas = areas.filter(|areas| !areas.is_empty());
        let text: Vec<u8> = path.iter().copied().chain([by]).flat_map(|one| written(one).into_bytes()).collect();
        let fresh = !self.begun && self.modules.is_empty();
        match areas {
            Some(areas) if fills && self.state.gelap && !self.state.kabur => {
                self.modules.extend(areas);
                self.written.extend(text);
            }
            Some(areas) if fills && fresh && self.takes_ground(&areas) => {}
            areas => {
                self.end_code();
                self.begun = true;
                let one = areas.as_deref().and_then(|areas| if let [one] = areas { Some(*one) } else { None });
                let border = one.filter(|one| matches!(name, "S" | "s") && self.is_border(*one));
                match border.filter(|_| self.framed.is_none()) {
                    Some(border) => self.framed = Some(border),
                    None => self.drawn.extend(text),
                }
            }
        }
    }

    /// Whether areas are a ground: white as the page where none is yet, or pale and as large as the look.
    fn takes_ground(&mut self, areas: &[Kotak]) -> bool {
        let dasar = self.state.on(self.dasar);
        let whole = matches!(areas, [one] if self.at_edge(*one).is_some());
        let ground = whole && dasar >= PALE && !self.state.kabur;
        if ground {
            self.dasar = dasar;
        }
        ground || (dasar >= WHITE && self.dasar >= WHITE)
    }

    /// Whether the frame of an area is a thin border along the edge of the look.
    fn is_border(&self, area: Kotak) -> bool {
        let ([a, b, c, d], Some([wide, high])) =
            (self.state.ctm.first_chunk().copied().unwrap_or([0.0; 4]), self.larger)
        else {
            return false;
        };
        let thick = self.state.tebal.abs() * a.hypot(b).max(c.hypot(d)) * wide.max(high);
        // Half of a line on the edge itself is cut off.
        self.at_edge(area).is_some_and(|inward| thick.min(inward + thick / 2.0) <= THIN)
    }

    /// How far an area's sides are from those of the look, in points of the page, where they are near.
    fn at_edge(&self, area: Kotak) -> Option<f64> {
        let ([left, low, right, high], [a, b, c, d]) = (self.frame?.sisi(), area.sisi());
        let [across, up] = self.larger?;
        let inward = [(a - left) * across, (right - c) * across, (b - low) * up, (high - d) * up];
        let far = inward.iter().map(|one| one.abs()).fold(0.0, f64::max);
        (far <= AT_EDGE).then(|| inward.into_iter().fold(f64::NEG_INFINITY, f64::max))
    }

    /// Reads the dark areas that were filled last as a code; what is none is drawn.
    fn end_code(&mut self) {
        let (modules, written) = (std::mem::take(&mut self.modules), std::mem::take(&mut self.written));
        if modules.is_empty() {
            return;
        }
        self.begun = true;
        let area = modules.iter().copied().reduce(Kotak::with).filter(|area| self.is_free(*area));
        match kode_qr::of_areas(&modules).filter(|_| self.is_even()).zip(area) {
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
                (self.begun, self.melukis) = (true, true);
                let area = moved(self.state.ctm, [0.0, 0.0, 1.0, 1.0]).filter(|area| self.is_free(*area));
                let area = area.filter(|_| self.is_even() && !self.state.kabur && self.is_upright(inner));
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

/// The shade up to which a module is dark.
const DARK: f64 = 0.2;

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

/// Whether letters are as wide as viewers draw them: other widths would set them elsewhere than they are seen.
fn is_in_order(last: &Pdf, font: &Dictionary) -> bool {
    /// So much may a width be rounded, in thousandths of the size.
    const ROUNDED: f64 = 12.0;
    let widths = last.entry(font, "Widths").as_array().map_or(&[][..], |widths| widths);
    let name = last.entry(font, "BaseFont").as_name().unwrap_or_default();
    let first = last.entry(font, "FirstChar").as_i64().unwrap_or(0);
    let seen = |code: i64| code >= 32 && !(127..=160).contains(&code);
    let known = |code: i64| lebar::standard(name, u32::try_from(code).ok()?);
    let mut letters = (first..).zip(widths).filter(|(code, _)| seen(*code));
    letters.all(|(code, width)| {
        let told = number(last.solid(width)).zip(known(code));
        told.is_some_and(|(told, drawn)| (told - drawn).abs() <= ROUNDED)
    })
}

/// What a stretch that is marked so is said to read as.
fn read_as(mark: &Object) -> Option<String> {
    mark.as_dict().ok()?.get(b"ActualText").ok().map(meta::text)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    /// What a look of 100 by 40 points draws besides words, in a place that is as large.
    fn painted(content: &str) -> (bool, bool) {
        let pdf = Pdf::of(lopdf::Document::new());
        let frame = Kotak::new([0.0, 0.0, 100.0, 40.0]);
        let mut lines = Lines::new(&pdf, Some([1.0, 1.0]), Some(frame));
        let form = Stream::new(Dictionary::new(), content.as_bytes().to_vec());
        (lines.read(&form, UNIT, 0) && lines.drawn.is_empty(), lines.melukis)
    }

    #[test]
    fn a_look_draws_a_thin_border_and_a_pale_ground_and_no_other_line() {
        for fine in [
            "1 w 0 0 100 40 re S",
            "3 w 0 0 100 40 re S",
            ".5 w 2 2 96 36 re s",
            "1 1 .8 rg 0 0 100 40 re f",
            "1 g 0 0 100 40 re f 0 0 1 RG 2 w 1 1 98 38 re S",
            "1 g 20 20 10 10 re f",
        ] {
            assert_eq!(painted(fine), (true, true), "{fine}");
        }
        for other in [
            "60 w 0 0 100 40 re S",
            "5 w 0 0 100 40 re S",
            "2.5 w 3 3 94 34 re S",
            "1 w 10 10 80 20 re S",
            "1 w 0 0 100 40 re S 1 w 1 1 98 38 re S",
            "0 20 m 100 20 l S",
            "1 w 0 0 100 .01 re S",
            ".5 g 0 0 100 40 re f",
            ".8 .8 1 rg 0 0 50 40 re f",
            ".8 .8 1 rg 0 0 100 40 re f 1 g 10 10 20 20 re f",
            "1 w 0 0 100 40 re S 1 g 0 0 100 40 re f",
            "0 0 100 40 re B",
        ] {
            assert!(!painted(other).0, "{other}");
        }
        for nothing in ["", "q Q", "0 0 100 40 re W n", "BT ET", "1 0 0 RG 2 w"] {
            assert_eq!(painted(nothing), (true, false), "{nothing}");
        }
    }
}
