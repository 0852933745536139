//! What a page draws: its content read far enough to know the words with their places, and which areas are drawn upon.

use std::collections::HashMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::huruf::{Huruf, number};
use super::{Pdf, aliran};

/// The largest content of a page that is read, in bytes.
const MAX_CONTENT: usize = 16 * 1024 * 1024;

/// So deep may drawings lie within drawings.
const MAX_DEPTH: usize = 8;

/// So many operations are followed for one reader.
const MAX_OPERATIONS: usize = 1_000_000;

/// So many words of a page are told.
const MAX_WORDS: usize = 200_000;

/// An area of a page, in points from its bottom left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kotak {
    /// Left, bottom, right, top.
    sisi: [f64; 4],
}

/// A word on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Kata {
    /// Its characters.
    pub teks: String,
    /// Where it stands.
    pub kotak: Kotak,
}

impl Kotak {
    /// An area without bounds.
    pub(super) const EVERYWHERE: Self = Self { sisi: [-1e9, -1e9, 1e9, 1e9] };

    /// An area that nothing lies in.
    const NOWHERE: Self = Self { sisi: [1e9, 1e9, -1e9, -1e9] };

    /// Left, bottom, right and top, in points.
    pub fn sisi(self) -> [f64; 4] {
        self.sisi
    }

    /// The area between any two corners.
    pub(super) fn new(sisi: [f64; 4]) -> Self {
        let [a, b, c, d] = sisi;
        Self { sisi: [a.min(c), b.min(d), a.max(c), b.max(d)] }
    }

    /// The smallest area that has all of these points, `x, y, x, y, …`.
    pub(super) fn around(points: &[f64]) -> Option<Self> {
        let (x, y) = (points.iter().step_by(2), points.iter().skip(1).step_by(2));
        let edge = |values: &mut dyn Iterator<Item = &f64>, low: bool| {
            values.copied().reduce(if low { f64::min } else { f64::max })
        };
        let (left, right) = (edge(&mut x.clone(), true)?, edge(&mut x.clone(), false)?);
        let (bottom, top) = (edge(&mut y.clone(), true)?, edge(&mut y.clone(), false)?);
        Some(Self { sisi: [left, bottom, right, top] })
    }

    /// The smallest area that has both.
    pub(super) fn with(self, other: Self) -> Self {
        let [a, b, c, d] = self.sisi;
        let [e, f, g, h] = other.sisi;
        Self { sisi: [a.min(e), b.min(f), c.max(g), d.max(h)] }
    }

    /// The area that both have in common; nothing lies in one that is none.
    fn within(self, other: Self) -> Self {
        let ([a, b, c, d], [e, f, g, h]) = (self.sisi, other.sisi);
        Self { sisi: [a.max(e), b.max(f), c.min(g), d.min(h)] }
    }

    /// Whether another lies in it, but for these parts of its height: at the sides and above, below.
    fn holds(self, other: Self, [edge, below]: [f64; 2]) -> bool {
        let ([a, b, c, d], [left, low, right, high]) = (self.sisi, other.sisi);
        let (edge, below) = ((high - low) * edge, (high - low) * below);
        left >= a - edge && right <= c + edge && high <= d + edge && low >= b - below
    }

    /// Whether there is something to see of it.
    pub fn is_seen(self) -> bool {
        !self.is_empty()
    }

    /// Whether there is nothing to see of it.
    pub(super) fn is_empty(self) -> bool {
        let [left, bottom, right, top] = self.sisi;
        !(right - left > 0.1 && top - bottom > 0.1)
    }

    /// The area with so much more at each side.
    fn wider(self, by: f64) -> Self {
        let [a, b, c, d] = self.sisi;
        Self { sisi: [a - by, b - by, c + by, d + by] }
    }

    /// How much of the smaller one both have in common.
    pub(super) fn shared(self, other: Self) -> f64 {
        let area = |[a, b, c, d]: [f64; 4]| (c - a).max(0.0) * (d - b).max(0.0);
        let ([a, b, c, d], [e, f, g, h]) = (self.sisi, other.sisi);
        let least = area(self.sisi).min(area(other.sisi));
        let both = area([a.max(e), b.max(f), c.min(g), d.min(h)]);
        if least > 0.0 { both / least } else { 0.0 }
    }

    /// Whether both have a part in common.
    pub fn meets(self, other: Self) -> bool {
        let ([a, b, c, d], [left, bottom, right, top]) = (self.sisi, other.sisi);
        a < right && c > left && b < top && d > bottom
    }

    /// Whether this area lies over a part of a word; a tenth of the word's height at its edges does not count.
    pub(super) fn covers(self, word: Self) -> bool {
        let [left, bottom, right, top] = word.sisi;
        let slack = (top - bottom) * 0.1;
        let [a, b, c, d] = self.sisi;
        a < right - slack && c > left + slack && b < top - slack && d > bottom + slack
    }

    /// Whether this area stands on the line of a word, less than the word's height away from it.
    pub(super) fn adjoins(self, word: Self) -> bool {
        let [left, bottom, right, top] = word.sisi;
        let near = top - bottom;
        let [a, b, c, d] = self.sisi;
        a < right + near && c > left - near && b < top - near * 0.1 && d > bottom + near * 0.1
    }
}

/// An affine map, as PDF writes it.
pub(super) type Matrix = [f64; 6];

pub(super) const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `a`, then `b`.
pub(super) fn then(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

fn apply(m: Matrix, x: f64, y: f64) -> [f64; 2] {
    [x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]]
}

pub(super) fn moved(m: Matrix, kotak: [f64; 4]) -> Option<Kotak> {
    let [a, b, c, d] = kotak;
    let corners = [apply(m, a, b), apply(m, c, b), apply(m, a, d), apply(m, c, d)];
    Kotak::around(corners.as_flattened())
}

/// What was drawn.
#[derive(Debug, Default)]
pub(super) struct Gambaran {
    /// The words, in the order in which they are drawn.
    pub kata: Vec<Kata>,
    /// Where drawings of their own (forms, pictures, filled areas) lie, in their order; the outermost only.
    pub area: Vec<Kotak>,
    /// Where lines of the page itself lie, each part for itself.
    pub garis: Vec<Kotak>,
    /// Whether a letter does not lie wholly in what it is clipped to.
    pub terpotong: bool,
}

#[derive(Clone)]
struct State {
    ctm: Matrix,
    /// What drawings are clipped to.
    batas: Kotak,
    /// How thick lines are.
    tebal: f64,
    font: Option<ObjectId>,
    size: f64,
    spacing: f64,
    blank: f64,
    scale: f64,
    leading: f64,
    rise: f64,
    /// Where the next letter stands, and where its line began.
    text: Matrix,
    line: Matrix,
}

impl State {
    fn new(ctm: Matrix, batas: Kotak) -> Self {
        let (font, text, line, tebal) = (None, UNIT, UNIT, 1.0);
        Self {
            ctm,
            batas,
            tebal,
            font,
            size: 0.0,
            spacing: 0.0,
            blank: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            text,
            line,
        }
    }

    /// Follows an operator that draws nothing.
    fn set(&mut self, operator: &str, operands: &[Object]) {
        let n = |at: usize| operands.get(at).and_then(number).unwrap_or(0.0);
        let matrix = || [n(0), n(1), n(2), n(3), n(4), n(5)];
        match operator {
            "cm" => self.ctm = then(matrix(), self.ctm),
            "BT" => (self.text, self.line) = (UNIT, UNIT),
            "Tm" => (self.text, self.line) = (matrix(), matrix()),
            "Tc" => self.spacing = n(0),
            "Tw" => self.blank = n(0),
            "Tz" => self.scale = n(0) / 100.0,
            "TL" => self.leading = n(0),
            "Ts" => self.rise = n(0),
            "w" => self.tebal = n(0),
            "Td" => self.next_line(n(0), n(1)),
            "TD" => {
                self.leading = -n(1);
                self.next_line(n(0), n(1));
            }
            "\"" => {
                (self.blank, self.spacing) = (n(0), n(1));
                self.next_line(0.0, -self.leading);
            }
            "T*" | "'" => self.next_line(0.0, -self.leading),
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = then([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn forward(&mut self, x: f64) {
        self.text = then([1.0, 0.0, 0.0, 1.0, x, 0.0], self.text);
    }
}

/// Reads contents; fonts are read once.
pub(super) struct Pembaca<'a> {
    pdf: &'a Pdf,
    fonts: HashMap<ObjectId, Huruf>,
    gambaran: Gambaran,
    /// The word that is being put together, and where its next letter would stand.
    open: Option<(Kata, [f64; 2], f64)>,
    /// Numbers for fonts that are no objects of their own.
    fresh: u32,
    /// So many operations are still followed: forms that draw forms could go on for ever.
    left: usize,
}

impl<'a> Pembaca<'a> {
    pub(super) fn new(pdf: &'a Pdf) -> Self {
        Self { pdf, fonts: HashMap::new(), gambaran: Gambaran::default(), open: None, fresh: 0, left: MAX_OPERATIONS }
    }

    /// What is drawn by contents with resources.
    pub(super) fn read(&mut self, content: &[u8], resources: &Dictionary) -> Gambaran {
        self.run(content, resources, State::new(UNIT, Kotak::EVERYWHERE), 0);
        self.close();
        std::mem::take(&mut self.gambaran)
    }

    /// What a form draws that is put into an area, or where it stands by itself.
    pub(super) fn read_form(&mut self, form: &Stream) -> Gambaran {
        self.form(form, &State::new(UNIT, Kotak::EVERYWHERE), 0);
        self.close();
        std::mem::take(&mut self.gambaran)
    }

    fn run(&mut self, content: &[u8], resources: &Dictionary, mut state: State, depth: usize) {
        let Some(operations) = operations(content) else { return };
        let mut stack: Vec<State> = Vec::new();
        let mut path = Jalur::default();
        for Operation { operator, operands } in &operations {
            if self.left == 0 {
                break;
            }
            self.left -= 1;
            match operator.as_str() {
                "q" if stack.len() < 512 => stack.push(state.clone()),
                "Q" => state = stack.pop().unwrap_or(state),
                "Tf" => {
                    state.size = operands.get(1).and_then(number).unwrap_or(0.0);
                    state.font = operands.first().and_then(|name| self.font(resources, name.as_name().ok()?));
                }
                "Tj" | "'" | "\"" => {
                    state.set(operator, operands);
                    let shown = operands.iter().filter(|operand| operand.as_str().is_ok());
                    shown.for_each(|shown| self.show(shown, &mut state));
                }
                "TJ" => {
                    let parts = operands.first().and_then(|list| list.as_array().ok());
                    parts.into_iter().flatten().for_each(|shown| self.show(shown, &mut state));
                }
                "Do" => {
                    let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
                    self.draw(resources, name, &state, depth);
                }
                "m" | "l" | "c" | "v" | "y" | "re" | "h" => path.trace(operator, operands, state.ctm),
                "W" | "W*" => state.batas = state.batas.within(path.frame(state.ctm)),
                "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "n" | "S" | "s" => {
                    let path = std::mem::take(&mut path);
                    if depth == 0 {
                        self.paint(&path, operator, &state);
                    }
                }
                _ => state.set(operator, operands),
            }
        }
    }

    /// Notes what is painted of what was laid down.
    fn paint(&mut self, path: &Jalur, operator: &str, state: &State) {
        let filled = Kotak::around(&path.points).filter(|_| !matches!(operator, "n" | "S" | "s"));
        self.gambaran.area.extend(filled);
        if !matches!(operator, "n" | "f" | "F" | "f*") && self.gambaran.garis.len() < MAX_WORDS {
            let [a, b, ..] = state.ctm;
            let half = (state.tebal * a.hypot(b)).abs().max(THINNEST) / 2.0;
            self.gambaran.garis.extend(path.parts.iter().map(|part| part.wider(half)));
        }
    }

    fn draw(&mut self, resources: &Dictionary, name: &[u8], state: &State, depth: usize) {
        let forms = self.pdf.entry(resources, "XObject").as_dict().ok();
        let Some(stream) =
            forms.and_then(|forms| forms.get(name).ok()).and_then(|f| self.pdf.solid(f).as_stream().ok())
        else {
            return;
        };
        let is_form = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
        let area = match is_form {
            true => self.form(stream, state, depth),
            false => moved(state.ctm, [0.0, 0.0, 1.0, 1.0]),
        };
        if depth == 0 {
            self.gambaran.area.extend(area);
        }
    }

    /// Draws a form; the area that it cannot leave.
    fn form(&mut self, form: &Stream, state: &State, depth: usize) -> Option<Kotak> {
        let matrix = numbers(self.pdf.entry(&form.dict, "Matrix")).and_then(|m| m.try_into().ok()).unwrap_or(UNIT);
        let ctm = then(matrix, state.ctm);
        let bounds = numbers(self.pdf.entry(&form.dict, "BBox")).and_then(|numbers| numbers.try_into().ok());
        let area = bounds.map_or(Some(Kotak::EVERYWHERE), |bounds| moved(ctm, bounds));
        if depth < MAX_DEPTH
            && let Some(content) = aliran::unpacked(form)
        {
            let empty = Dictionary::new();
            let resources = self.pdf.entry(&form.dict, "Resources").as_dict().unwrap_or(&empty);
            let batas = state.batas.within(area.unwrap_or(Kotak::NOWHERE));
            self.run(&content, resources, State { ctm, batas, ..state.clone() }, depth + 1);
        }
        area
    }

    fn font(&mut self, resources: &Dictionary, name: &[u8]) -> Option<ObjectId> {
        let font = self.pdf.entry(resources, "Font").as_dict().ok()?.get(name).ok()?;
        let id = font.as_reference().unwrap_or_else(|_| {
            self.fresh += 1;
            (self.fresh, u16::MAX)
        });
        let dictionary = self.pdf.solid(font).as_dict().ok()?;
        self.fonts.entry(id).or_insert_with(|| Huruf::read(self.pdf, dictionary));
        Some(id)
    }

    /// Shows a string, or moves on by a number.
    fn show(&mut self, shown: &Object, state: &mut State) {
        if let Some(back) = number(shown) {
            state.forward(-back / 1000.0 * state.size * state.scale);
            return;
        }
        let Some(font) = state.font.and_then(|id| self.fonts.get(&id)) else { return };
        let letters: Vec<_> = font
            .codes(shown.as_str().unwrap_or_default())
            .map(|(code, letter, width)| (letter, width, font.is_blank(code)))
            .collect();
        for (letter, width, blank) in letters {
            let width = width / 1000.0 * state.size;
            let m = then(state.text, state.ctm);
            let step = (width + state.spacing + if blank { state.blank } else { 0.0 }) * state.scale;
            self.letter(&letter, m, width * state.scale, step, state);
            state.forward(step);
        }
    }

    /// Adds a letter to the word that it continues, or begins another.
    fn letter(&mut self, letter: &str, m: Matrix, width: f64, step: f64, state: &State) {
        let (low, high) = (state.rise - 0.2 * state.size, state.rise + 0.7 * state.size);
        let Some(kotak) = moved(m, [0.0, low, width, high]) else { return };
        let (start, next) = (apply(m, 0.0, 0.0), apply(m, step, 0.0));
        let height = (kotak.sisi[3] - kotak.sisi[1]).abs().max(0.1);
        let goes_on = self.open.as_ref().is_some_and(|(_, end, _)| {
            (end[0] - start[0]).abs() < 0.25 * height && (end[1] - start[1]).abs() < 0.25 * height
        });
        if !goes_on {
            self.close();
        }
        if letter.chars().all(char::is_whitespace) {
            self.close();
            return;
        }
        self.gambaran.terpotong |= !state.batas.holds(kotak, CUT);
        match &mut self.open {
            Some((kata, end, _)) => {
                kata.teks.push_str(letter);
                kata.kotak = kata.kotak.with(kotak);
                *end = next;
            }
            None => self.open = Some((Kata { teks: letter.to_owned(), kotak }, next, height)),
        }
    }

    fn close(&mut self) {
        if let Some((kata, ..)) = self.open.take()
            && self.gambaran.kata.len() < MAX_WORDS
        {
            self.gambaran.kata.push(kata);
        }
    }
}

/// Thinner lines are drawn as thick as this.
const THINNEST: f64 = 0.25;

/// These parts of a letter's height may lie beyond what it is clipped to, at the sides and above, and below.
const CUT: [f64; 2] = [0.08, 0.25];

/// What was laid down.
#[derive(Debug, Default)]
struct Jalur {
    /// Its points, `x, y, x, y, …`.
    points: Vec<f64>,
    /// The area of each of its parts.
    parts: Vec<Kotak>,
    /// Where it began, and where it goes on.
    begun: [f64; 2],
    end: [f64; 2],
    /// Whether it is nothing but rectangles, and how many.
    rectangles: Option<usize>,
}

impl Jalur {
    /// Adds a step.
    fn trace(&mut self, operator: &str, operands: &[Object], ctm: Matrix) {
        let given: Vec<f64> = operands.iter().filter_map(number).collect();
        let corners = match (operator, &given[..]) {
            ("re", [x, y, wide, high]) => vec![*x, *y, x + wide, *y, x + wide, y + high, *x, y + high],
            _ => given,
        };
        let (points, _) = corners.as_chunks::<2>();
        let points: Vec<[f64; 2]> = points.iter().map(|[x, y]| apply(ctm, *x, *y)).collect();
        let first = self.points.is_empty();
        self.rectangles = self.rectangles.or(Some(0).filter(|_| first)).filter(|_| operator == "re").map(|n| n + 1);
        self.points.extend(points.as_flattened());
        match (operator, &points[..]) {
            ("re", [a, b, c, d]) => {
                for (from, to) in [(a, b), (b, c), (c, d), (d, a)] {
                    self.parts.extend(Kotak::around([*from, *to].as_flattened()));
                }
                (self.begun, self.end) = (*a, *a);
            }
            ("m", [at]) => (self.begun, self.end) = (*at, *at),
            ("h", _) => {
                self.parts.extend(Kotak::around([self.end, self.begun].as_flattened()));
                self.end = self.begun;
            }
            (_, [.., last]) => {
                self.parts.extend(Kotak::around(
                    std::iter::once(&self.end).chain(&points).copied().collect::<Vec<_>>().as_flattened(),
                ));
                self.end = *last;
            }
            _ => {}
        }
    }

    /// The area that it clips to, where that is one upright rectangle.
    fn frame(&self, [a, b, c, d, ..]: Matrix) -> Kotak {
        let upright = (b == 0.0 && c == 0.0) || (a == 0.0 && d == 0.0);
        let one = self.rectangles == Some(1) && upright;
        Kotak::around(&self.points).filter(|_| one).unwrap_or(Kotak::NOWHERE)
    }
}

/// The operations of a content as far as it can be read; `None` where it cannot be read at all.
fn operations(content: &[u8]) -> Option<Vec<Operation>> {
    (content.len() <= MAX_CONTENT).then(|| Content::decode(content).ok())?.map(|content| content.operations)
}

/// The operations of a content; `None` where any of it cannot be read.
pub(super) fn all_operations(content: &[u8]) -> Option<Vec<Operation>> {
    (content.len() <= MAX_CONTENT).then(|| Content::decode_strict(content).ok())?.map(|content| content.operations)
}

/// A list of numbers.
pub(super) fn numbers(object: &Object) -> Option<Vec<f64>> {
    object.as_array().ok()?.iter().map(number).collect()
}

impl Pdf {
    /// The words of a page, in the order in which they are drawn.
    pub fn words(&self, page: usize) -> Vec<Kata> {
        self.drawn(page).kata
    }

    /// The area of a page.
    pub fn ukuran(&self, page: usize) -> Option<Kotak> {
        Some(Kotak::new(numbers(self.inherited(page, "MediaBox"))?.try_into().ok()?))
    }

    /// What a page draws.
    pub(super) fn drawn(&self, page: usize) -> Gambaran {
        let empty = Dictionary::new();
        let resources = self.inherited(page, "Resources").as_dict().unwrap_or(&empty);
        Pembaca::new(self).read(&self.content(page), resources)
    }

    /// The content of a page, its parts one after the other.
    pub(super) fn content(&self, page: usize) -> Vec<u8> {
        let mut out = Vec::new();
        for part in self.contents(page) {
            let stream = self.solid(part).as_stream().ok();
            out.extend(stream.and_then(aliran::unpacked).unwrap_or_default());
            out.push(b'\n');
            if out.len() > MAX_CONTENT {
                break;
            }
        }
        out
    }

    /// The streams of a page's content.
    pub(super) fn contents(&self, page: usize) -> Vec<&Object> {
        let Some(content) = self.page(page).and_then(|page| page.get(b"Contents").ok()) else { return Vec::new() };
        match self.solid(content) {
            Object::Array(parts) => parts.iter().take(1000).collect(),
            _ => vec![content],
        }
    }
}
