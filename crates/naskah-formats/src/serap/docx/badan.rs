//! The body: paragraphs with their runs, whatever they are wrapped in. What is not known is walked into, so that no text
//! within it is passed over.

use crate::ooxml::{Elemen, Hubungan, Paket};
use crate::serap::Lacak;
use crate::serap::sumber::{GambarSumber, Kaya, Paragraf, Sumber, Unsur};

use super::angka::Angka;
use super::gaya::{Gaya, Huruf, is_symbols, place};
use super::{paper, rumus};

/// Reads the parts of a document.
pub struct Badan<'a> {
    paket: &'a Paket,
    hubungan: &'a [Hubungan],
    pub(super) gaya: Gaya<'a>,
    angka: Angka,
    lacak: Lacak,
    /// The ids of the comments, in their order.
    pub komentar: Vec<String>,
    /// What is told, and the pictures.
    pub sumber: Sumber,
    /// A paragraph whose end was not there, so that the next one goes on with it.
    tersambung: Option<Paragraf>,
    /// For each field that is open, whether its code is still being read.
    bidang: Vec<bool>,
}

/// What a paragraph is put together from.
#[derive(Default)]
struct Rakitan<'a> {
    own: Option<&'a Elemen>,
    teks: Kaya,
    komentar: Vec<usize>,
    /// What stands beside the line of the text, and follows the paragraph.
    sesudah: Vec<Unsur>,
    /// Whether a new page begins before it.
    halaman: bool,
}

/// The raised figures, by their value.
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// A text with its figures raised.
fn raised(text: &str) -> String {
    let one = |c: char| c.to_digit(10).and_then(|digit| RAISED.get(digit as usize).copied()).unwrap_or(c);
    text.chars().map(one).collect()
}

impl<'a> Badan<'a> {
    /// A reader of the parts of a package.
    pub fn new(paket: &'a Paket, hubungan: &'a [Hubungan], gaya: Gaya<'a>, angka: Angka, lacak: Lacak) -> Self {
        let (komentar, sumber) = (Vec::new(), Sumber::default());
        Self { paket, hubungan, gaya, angka, lacak, komentar, sumber, tersambung: None, bidang: Vec::new() }
    }

    /// Whether what is wrapped in an element of this name is not there in the state that is asked for.
    pub(super) fn is_gone(&self, name: &str) -> bool {
        match self.lacak {
            Lacak::Sesudah => matches!(name, "del" | "moveFrom"),
            Lacak::Sebelum => matches!(name, "ins" | "moveTo"),
        }
    }

    /// The blocks of an element.
    pub fn blocks(&mut self, parent: &'a Elemen, out: &mut Vec<Unsur>) {
        parent.elements().for_each(|element| self.block(element, out));
    }

    fn block(&mut self, element: &'a Elemen, out: &mut Vec<Unsur>) {
        match element.nama.as_str() {
            "p" => self.paragraph(element, out),
            "tbl" => {
                self.flush(out);
                let tabel = self.table(element);
                out.push(Unsur::Tabel(tabel));
            }
            "AlternateContent" => chosen(element).into_iter().for_each(|one| self.blocks(one, out)),
            "altChunk" => self.sumber.tell("bagian yang disisipkan dari berkas lain (altChunk) tidak dapat dibaca"),
            // What only describes what stands in it.
            name if is_about(name) => {}
            name if self.is_gone(name) => {}
            _ => self.blocks(element, out),
        }
    }

    /// Puts a paragraph that waits for the next one.
    pub fn flush(&mut self, out: &mut Vec<Unsur>) {
        out.extend(self.tersambung.take().map(Unsur::Paragraf));
    }

    fn paragraph(&mut self, element: &'a Elemen, out: &mut Vec<Unsur>) {
        let own = element.child("pPr");
        let mut rakitan = Rakitan { own, ..Rakitan::default() };
        self.inline(element, &mut rakitan, false);
        let properties = self.gaya.of_paragraph(own);
        let (rata, masuk) = place(&properties);
        let gone = own
            .and_then(|own| own.child("rPr"))
            .is_some_and(|mark| mark.elements().any(|change| self.is_gone(&change.nama)));
        let before = self.tersambung.take();
        let has = !rakitan.teks.is_empty() || before.as_ref().is_some_and(|before| !before.teks.is_empty());
        let numbered = has && before.as_ref().is_none_or(|before| before.tanda.is_empty());
        let mut tanda = if numbered { self.mark(own, &properties) } else { String::new() };
        let (mut teks, mut komentar) = (Kaya::default(), Vec::new());
        if let Some(before) = before {
            tanda = if tanda.is_empty() { before.tanda } else { tanda };
            (teks, komentar) = (before.teks, before.komentar);
        }
        teks.extend(&rakitan.teks);
        komentar.extend(rakitan.komentar);
        let paragraf = Paragraf { tanda, teks, rata, masuk, komentar, samping: false };
        let breaks = properties.iter().find_map(|own| own.on("pageBreakBefore")).unwrap_or(false);
        if rakitan.halaman || breaks {
            out.push(Unsur::Halaman);
        }
        if gone {
            self.tersambung = Some(paragraf);
        } else {
            out.push(Unsur::Paragraf(paragraf));
        }
        out.extend(rakitan.sesudah);
        if let Some(section) = own.and_then(|own| own.child("sectPr")) {
            out.push(Unsur::Kertas(paper(section)));
        }
    }

    /// The mark that Word puts before a paragraph.
    fn mark(&mut self, own: Option<&'a Elemen>, properties: &[&'a Elemen]) -> String {
        let numbering = |name: &str| properties.iter().find_map(|own| own.child("numPr")?.val(name));
        let Some(num) = numbering("numId").filter(|num| *num != "0") else { return String::new() };
        let by_style = || self.angka.level_of_style(num, own?.val("pStyle")?);
        let level = numbering("ilvl").and_then(|level| level.parse().ok()).or_else(by_style).unwrap_or(0);
        self.angka.next(num, level)
    }

    /// Whatever stands in a line.
    fn inline(&mut self, parent: &'a Elemen, rakitan: &mut Rakitan<'a>, hidden: bool) {
        for element in parent.elements() {
            match element.nama.as_str() {
                "r" => self.run(element, rakitan, hidden),
                "commentRangeStart" | "commentReference" => self.comment(element, rakitan),
                "AlternateContent" => chosen(element).into_iter().for_each(|one| self.inline(one, rakitan, hidden)),
                "oMath" => self.formula(element, rakitan, hidden),
                // A block within a line, as some programs write text boxes.
                "p" | "tbl" => self.block(element, &mut rakitan.sesudah),
                name if is_about(name) => {}
                name if self.is_gone(name) => {}
                _ => self.inline(element, rakitan, hidden),
            }
        }
    }

    /// A formula, as it would be typed on a line.
    fn formula(&mut self, element: &'a Elemen, rakitan: &mut Rakitan<'a>, hidden: bool) {
        let typed = rumus::line(element);
        if !typed.trim().is_empty() {
            self.sumber.tell(format!("{}: \"{typed}\"", crate::serap::RUMUS));
            self.say(&typed, Huruf::default(), rakitan, hidden);
        }
    }

    fn comment(&mut self, element: &Elemen, rakitan: &mut Rakitan<'a>) {
        let at = element.get("id").and_then(|id| self.komentar.iter().position(|known| known == id));
        rakitan.komentar.extend(at.filter(|at| !rakitan.komentar.contains(at)));
    }

    fn run(&mut self, run: &'a Elemen, rakitan: &mut Rakitan<'a>, hidden: bool) {
        let huruf = self.gaya.run(rakitan.own, run.child("rPr"));
        for element in run.elements() {
            match element.nama.as_str() {
                "t" | "delText" => self.say(&element.text(), huruf, rakitan, hidden),
                "tab" | "ptab" => self.say("\t", huruf, rakitan, hidden),
                "br" if element.get("type") == Some("page") => match rakitan.teks.is_empty() {
                    true => rakitan.halaman = true,
                    false => rakitan.sesudah.push(Unsur::Halaman),
                },
                "br" | "cr" => self.say("\n", huruf, rakitan, hidden),
                "noBreakHyphen" => self.say("-", huruf, rakitan, hidden),
                "sym" => {
                    let code = element.get("char").and_then(|code| u32::from_str_radix(code, 16).ok());
                    let sign = code.and_then(char::from_u32).unwrap_or('\u{fffd}');
                    let simbol = element.get("font").is_some_and(is_symbols);
                    self.say(&sign.to_string(), Huruf { simbol, ..huruf }, rakitan, hidden);
                }
                "fldChar" => match element.get("fldCharType") {
                    Some("begin") => self.bidang.push(true),
                    Some("separate") => self.bidang.last_mut().into_iter().for_each(|code| *code = false),
                    _ => drop(self.bidang.pop()),
                },
                "commentReference" => self.comment(element, rakitan),
                "footnoteReference" | "endnoteReference" => {
                    self.sumber.tell(crate::serap::CATATAN_KAKI);
                }
                "drawing" | "pict" | "object" => self.drawing(element, rakitan),
                "AlternateContent" => {
                    for one in chosen(element) {
                        self.drawing(one, rakitan);
                    }
                }
                "softHyphen" | "instrText" | "delInstrText" | "lastRenderedPageBreak" => {}
                name if is_about(name) => {}
                _ => self.inline(element, rakitan, hidden),
            }
        }
    }

    /// Takes letters as they are shown.
    fn say(&mut self, text: &str, huruf: Huruf, rakitan: &mut Rakitan<'a>, hidden: bool) {
        if self.bidang.contains(&true) || text.is_empty() {
            return;
        }
        if (hidden || huruf.tersembunyi) && !text.trim().is_empty() {
            self.sumber.tell(format!("{}: \"{}\"", crate::serap::TERSEMBUNYI, text.trim()));
            return;
        }
        let shown: String = text.chars().filter(|c| *c != '\u{ad}').map(|c| sign(c, huruf.simbol)).collect();
        if shown.contains('\u{fffd}') {
            self.sumber.tell("ada tanda dari huruf simbol yang tidak dikenal; di tempatnya tertulis \u{fffd}");
        }
        let shown = if huruf.kapital { shown.to_uppercase() } else { shown };
        let shown = if huruf.pangkat { raised(&shown) } else { shown };
        if huruf.pangkat && shown.chars().any(char::is_alphanumeric) && !shown.chars().any(|c| RAISED.contains(&c)) {
            self.sumber.tell(format!("huruf pangkat ditulis sebaris: \"{}\"", shown.trim()));
        }
        if huruf.dicoret && !shown.trim().is_empty() {
            self.sumber.tell(format!("teks yang dicoret diambil sebagai teks biasa: \"{}\"", shown.trim()));
        }
        rakitan.teks.push(&shown, huruf.miring, huruf.tebal);
    }

    /// Pictures, and the texts of boxes.
    fn drawing(&mut self, element: &'a Elemen, rakitan: &mut Rakitan<'a>) {
        for content in element.below("txbxContent") {
            // A box within a box is met with the outer one.
            if !element.below("txbxContent").iter().any(|outer| outer.below("txbxContent").contains(&content)) {
                let mut inner = Vec::new();
                let waiting = self.tersambung.take();
                self.blocks(content, &mut inner);
                self.flush(&mut inner);
                self.tersambung = waiting;
                rakitan.sesudah.extend(inner);
            }
        }
        let ids = element.below("blip").into_iter().filter_map(|blip| blip.get("embed").or(blip.get("link")));
        let old = element.below("imagedata").into_iter().filter_map(|image| image.get("id"));
        for id in ids.chain(old) {
            let Some(one) = self.hubungan.iter().find(|one| one.id == id) else { continue };
            match self.paket.bytes(&one.sasaran).filter(|_| !one.luar) {
                Some(bytes) => {
                    let akhiran = one.sasaran.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
                    rakitan.sesudah.push(Unsur::Gambar(self.sumber.gambar.len()));
                    self.sumber.gambar.push(GambarSumber { akhiran, bytes: bytes.to_vec() });
                }
                None => self.sumber.tell(format!("{}: {}", crate::serap::GAMBAR_LUAR, one.sasaran)),
            }
        }
        if !element.below("chart").is_empty() || !element.below("relIds").is_empty() {
            self.sumber.tell(crate::serap::BAGAN);
        }
    }

    /// The lines of a part beside the body.
    pub fn lines(&mut self, part: &'a Elemen) -> Vec<String> {
        let mut inner = Vec::new();
        self.blocks(part, &mut inner);
        self.flush(&mut inner);
        let beside = Sumber { isi: inner, ..Sumber::default() };
        let mut lines = Vec::new();
        for unsur in beside.isi {
            let one = Sumber { isi: vec![unsur], ..Sumber::default() }.words().join(" ");
            lines.extend((!one.is_empty()).then_some(one));
        }
        lines
    }

    /// The text of a part beside the body, on one line.
    pub fn plain(&mut self, part: &'a Elemen) -> String {
        self.lines(part).join(" ")
    }
}

/// What is shown of something that is written in several ways.
fn chosen(element: &Elemen) -> Vec<&Elemen> {
    let choice = element.child("Choice").filter(|choice| says(choice));
    choice.or_else(|| element.child("Fallback")).or_else(|| element.child("Choice")).into_iter().collect()
}

/// Whether a part of a document holds a text or a picture.
fn says(element: &Elemen) -> bool {
    ["t", "blip", "imagedata", "txbxContent"].iter().any(|name| !element.below(name).is_empty())
}

/// Whether an element only says something about what it stands in.
fn is_about(name: &str) -> bool {
    name.ends_with("Pr") || matches!(name, "bookmarkStart" | "bookmarkEnd" | "proofErr" | "tblGrid" | "permStart")
}

/// A letter as it is shown; in a font of signs by what it looks like.
fn sign(c: char, symbols: bool) -> char {
    let code = match c {
        '\u{f000}'..='\u{f0ff}' => c as u32 - 0xf000,
        _ if symbols && (c as u32) < 0x100 => c as u32,
        '\u{2011}' => return '-',
        // A box is ticked in whichever way.
        '☒' => return '☑',
        _ => return c,
    };
    match code {
        0x20 => ' ',
        0x2d => '-',
        0xb7 | 0x6c | 0x9f => '•',
        0xa7 | 0x6e => '▪',
        0xd8 => '➢',
        0xfc | 0x50 => '✓',
        0xfb | 0x4f => '✗',
        0xfe | 0x52 => '☑',
        0xa8 | 0x6f | 0x71 => '☐',
        0xb0 => '°',
        0xb1 => '±',
        0xb3 => '≥',
        0xa3 => '≤',
        0xb4 => '×',
        _ => '\u{fffd}',
    }
}
