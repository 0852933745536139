//! What was read as a row of lines: paragraphs cut at soft line ends, and tables that only place texts beside each other
//! taken apart, so that a decree reads the same however it was typed.

use naskah_core::language::numerals::dari_nama_diktum;

use super::isian;
use super::kata::{Label, is_attachment, label};
use super::sumber::{BarisSumber, Kaya, Kertas, Paragraf, Rata, Sumber, TabelSumber, Unsur};
use super::tanda::Tanda;

/// A line.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Baris {
    /// Its text, with the mark before it.
    pub teks: Kaya,
    /// Lines of one block stand below each other without a gap.
    pub blok: usize,
    /// Whether it goes on a paragraph after a soft line end.
    pub lunak: bool,
    /// Whether the mark was put by the program that wrote the file.
    pub bertanda: bool,
    /// Where it stands.
    pub rata: Rata,
    /// How far it is moved in, in points.
    pub masuk: i32,
    /// The comments on it.
    pub komentar: Vec<usize>,
    /// Whether it belongs to the signature that stands at the left of the signer's.
    pub samping: bool,
}

impl Baris {
    /// Its characters.
    pub fn text(&self) -> String {
        self.teks.text()
    }

    /// The line behind a mark that stood on a line of its own.
    pub fn behind(&self, mark: Tanda) -> Self {
        let mut teks = Kaya::plain(mark.teks);
        teks.join(&self.teks);
        Self { teks, ..self.clone() }
    }
}

/// A step of the decree.
#[derive(Debug, Clone, PartialEq)]
pub enum Langkah {
    /// A line.
    Baris(Baris),
    /// A table with content of its own.
    Tabel(TabelSumber),
    /// A picture.
    Gambar(usize),
    /// The paper of what follows.
    Kertas(Kertas),
    /// A new page begins.
    Halaman,
}

/// The lines of what was read.
pub fn lines(sumber: &Sumber) -> Vec<Langkah> {
    let mut all = Baris1 { langkah: Vec::new(), blok: 0, lampiran: false };
    for unsur in &sumber.isi {
        match unsur {
            Unsur::Paragraf(paragraf) => all.paragraph(paragraf),
            Unsur::Tabel(tabel) if all.only_places(tabel) => all.places(tabel),
            Unsur::Tabel(tabel) => {
                all.blok += 1;
                all.langkah.push(Langkah::Tabel(tabel.clone()));
            }
            Unsur::Kertas(kertas) => all.langkah.push(Langkah::Kertas(*kertas)),
            Unsur::Halaman => {
                all.blok += 1;
                all.langkah.push(Langkah::Halaman);
            }
            Unsur::Gambar(at) => all.langkah.push(Langkah::Gambar(*at)),
        }
    }
    all.langkah
}

struct Baris1 {
    langkah: Vec<Langkah>,
    blok: usize,
    /// Whether an attachment was begun.
    lampiran: bool,
}

impl Baris1 {
    fn push(&mut self, teks: Kaya, paragraf: &Paragraf, lunak: bool, bertanda: bool) {
        let teks = teks.trimmed();
        if teks.is_empty() {
            return;
        }
        self.lampiran |= is_attachment(&teks.text());
        let komentar = if lunak { Vec::new() } else { paragraf.komentar.clone() };
        let Paragraf { rata, masuk, samping, .. } = *paragraf;
        let (blok, langkah) = (self.blok, &mut self.langkah);
        langkah.push(Langkah::Baris(Baris { teks, blok, lunak, bertanda, rata, masuk, komentar, samping }));
    }

    fn paragraph(&mut self, paragraf: &Paragraf) {
        if paragraf.teks.is_empty() && paragraf.tanda.is_empty() {
            self.blok += 1;
            return;
        }
        for (at, part) in marked(paragraf).split('\n').into_iter().enumerate() {
            self.push(part, paragraf, at > 0, at == 0 && !paragraf.tanda.is_empty());
        }
    }

    /// Whether a table has no content of its own but places texts of the decree: labels, heads, signatures.
    fn only_places(&self, tabel: &TabelSumber) -> bool {
        let texts = || tabel.baris.iter().flat_map(|baris| &baris.sel).map(text_of);
        let filled = |baris: &BarisSumber| baris.sel.iter().filter(|sel| !text_of(sel).is_empty()).count();
        // A single framed cell is a text; several of them below each other are a table of one column.
        let single = tabel.baris.iter().all(|baris| filled(baris) <= 1 && baris.sel.len() <= 1);
        if single && !(tabel.bergaris && self.lampiran && tabel.baris.len() > 1) {
            return true;
        }
        let first = |baris: &BarisSumber| baris.sel.iter().map(text_of).find(|text| !text.is_empty());
        let labels = tabel.baris.iter().filter_map(first).any(|text| is_label(&text));
        if labels || (!tabel.bergaris && !self.lampiran) {
            return true;
        }
        let marks = |baris: &BarisSumber| {
            let text = first(baris).unwrap_or_default();
            Tanda::read(&text).is_some_and(|mark| mark.panjang == text.len())
        };
        let listed = !tabel.bergaris && tabel.baris.iter().all(|baris| filled(baris) == 2 && marks(baris));
        let signs = |text: String| text.lines().any(|line| label(line).is_some() || is_attachment(line));
        let signed = !tabel.bergaris && texts().any(signs);
        signed || (isian::read(tabel).is_none() && (listed || (!tabel.bergaris && tabel.baris.len() <= 2)))
    }

    /// Takes a table apart that only places texts.
    fn places(&mut self, tabel: &TabelSumber) {
        self.blok += 1;
        for baris in &tabel.baris {
            let cells: Vec<Vec<&Paragraf>> =
                baris.sel.iter().map(|sel| sel.isi.iter().filter(|p| !p.teks.is_empty()).collect()).collect();
            let cells: Vec<Vec<&Paragraf>> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
            self.row(&cells, &baris.sel.iter().map(|sel| &sel.isi[..]).collect::<Vec<_>>());
        }
        self.blok += 1;
    }

    fn row(&mut self, cells: &[Vec<&Paragraf>], all: &[&[Paragraf]]) {
        let Some((last, before)) = cells.split_last() else {
            self.blok += 1;
            return;
        };
        // Who receives the decree may be listed with soft line ends, beside the signature.
        let listed = |paragraf: &Paragraf| {
            let text = marked(paragraf).text();
            let receives = matches!(label(text.trim()), Some((Label::Tembusan | Label::Disampaikan, _)));
            receives && text.trim().contains('\n')
        };
        let short = |paragraf: &&Paragraf| !listed(paragraf) && is_short(&marked(paragraf).trimmed().text());
        let places = !before.is_empty() && before.iter().flatten().all(short);
        let tall = |cell: &Vec<&Paragraf>| cell.len() > 1;
        let even = before.iter().filter(|cell| tall(cell)).all(|cell| cell.len() == last.len());
        if places && even {
            // Labels, colons and marks stand beside the lines that they belong to.
            for (at, paragraf) in last.iter().enumerate() {
                let mut line = Kaya::default();
                for cell in before {
                    let own = if at == 0 || tall(cell) { cell.get(at) } else { None };
                    own.into_iter().for_each(|own| line.join(&marked(own)));
                }
                let parts = marked(paragraf).split('\n');
                for (soft, part) in parts.into_iter().enumerate() {
                    let mut whole = if soft == 0 { std::mem::take(&mut line) } else { Kaya::default() };
                    whole.join(&part);
                    self.push(whole, paragraf, soft > 0, soft == 0 && !paragraf.tanda.is_empty());
                }
            }
            return;
        }
        for cell in all {
            if cell.iter().any(|paragraf| !paragraf.teks.is_empty()) {
                self.blok += 1;
                cell.iter().for_each(|paragraf| self.paragraph(paragraf));
            }
        }
        self.blok += 1;
    }
}

/// The text of a paragraph behind its mark.
pub fn marked(paragraf: &Paragraf) -> Kaya {
    let mut text = Kaya::plain(paragraf.tanda.clone());
    text.join(&paragraf.teks);
    text
}

fn text_of(sel: &super::sumber::SelSumber) -> String {
    let parts = sel.isi.iter().flat_map(|p| marked(p).split('\n'));
    let lines: Vec<String> = parts.map(|part| part.trimmed().text()).filter(|text| !text.is_empty()).collect();
    lines.join("\n")
}

/// Whether the text of a first cell is a label of the decree: Menimbang, KESATU.
fn is_label(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default().trim_end_matches([':', ' ']);
    let name = dari_nama_diktum(line).is_some_and(|(_, length)| length == line.len());
    let capitals = !line.chars().any(char::is_lowercase);
    let part = label(text.lines().next().unwrap_or_default());
    (name && capitals) || part.is_some_and(|(part, _)| !matches!(part, Label::Ditetapkan | Label::Tanggal))
}

/// Whether a text stands beside another: a label, a colon, a mark.
fn is_short(text: &str) -> bool {
    let mark = Tanda::read(text).is_some_and(|mark| mark.panjang == text.len());
    let colon = text.chars().all(|c| ": ".contains(c));
    let head = matches!(text.trim_end_matches([':', ' ']), "NOMOR" | "TANGGAL" | "TENTANG");
    let name = text.trim_end_matches([':', ' ']);
    let named = dari_nama_diktum(name).is_some_and(|(_, length)| length == name.len());
    mark || colon || head || named || is_label(text) || is_attachment(text)
}
