//! What every reader gives: paragraphs, tables, pictures and changes of paper in the order in which they are read,
//! whatever form the file had.

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Potong {
    /// The characters.
    pub teks: String,
    /// Italic.
    pub miring: bool,
    /// Bold.
    pub tebal: bool,
}

/// A text with its styles. Tabs are `\t`, soft line ends `\n`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kaya(pub Vec<Potong>);

impl Kaya {
    /// A text in the plain style.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Potong { teks: text.into(), ..Potong::default() }])
    }

    /// Puts a piece at the end.
    pub fn push(&mut self, text: &str, miring: bool, tebal: bool) {
        match self.0.last_mut() {
            Some(last) if (last.miring, last.tebal) == (miring, tebal) => last.teks.push_str(text),
            _ if text.is_empty() => {}
            _ => self.0.push(Potong { teks: text.to_owned(), miring, tebal }),
        }
    }

    /// Puts another text at the end.
    pub fn extend(&mut self, other: &Self) {
        other.0.iter().for_each(|p| self.push(&p.teks, p.miring, p.tebal));
    }

    /// Puts another text at the end, after a blank where both have something.
    pub fn join(&mut self, other: &Self) {
        if !self.is_empty() && !other.is_empty() {
            let (miring, tebal) = match (self.0.last(), other.0.first()) {
                (Some(a), Some(b)) => (a.miring && b.miring, a.tebal && b.tebal),
                _ => (false, false),
            };
            self.push(" ", miring, tebal);
        }
        self.extend(other);
    }

    /// The characters.
    pub fn text(&self) -> String {
        self.0.iter().map(|p| p.teks.as_str()).collect()
    }

    /// Whether there is nothing to be seen.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|p| p.teks.trim().is_empty())
    }

    /// Without its first `length` bytes, and without blanks at the new beginning.
    pub fn skip(&self, length: usize) -> Self {
        let mut left = length;
        let mut out = Self::default();
        for p in &self.0 {
            let cut = left.min(p.teks.len());
            left -= cut;
            out.push(p.teks.get(cut..).unwrap_or(&p.teks), p.miring, p.tebal);
        }
        out.trimmed()
    }

    /// Its first `length` bytes.
    pub fn take(&self, length: usize) -> Self {
        let mut left = length;
        let mut out = Self::default();
        for p in &self.0 {
            let cut = left.min(p.teks.len());
            left -= cut;
            out.push(p.teks.get(..cut).unwrap_or_default(), p.miring, p.tebal);
        }
        out.trimmed()
    }

    /// Without blanks at both ends, every other row of blanks a single one.
    pub fn trimmed(&self) -> Self {
        let mut out = Self::default();
        let mut blank = true;
        for p in &self.0 {
            let mut text = String::new();
            for c in p.teks.chars() {
                match c.is_whitespace() {
                    true if blank => {}
                    true => text.push(' '),
                    false => text.push(c),
                }
                blank = c.is_whitespace();
            }
            out.push(&text, p.miring, p.tebal);
        }
        while let Some(last) = out.0.last_mut() {
            last.teks.truncate(last.teks.trim_end().len());
            if !last.teks.is_empty() {
                break;
            }
            out.0.pop();
        }
        out
    }

    /// The parts between the places where `sign` stands.
    pub fn split(&self, sign: char) -> Vec<Self> {
        let mut parts = vec![Self::default()];
        for p in &self.0 {
            for (at, text) in p.teks.split(sign).enumerate() {
                if at > 0 {
                    parts.push(Self::default());
                }
                parts.last_mut().into_iter().for_each(|part| part.push(text, p.miring, p.tebal));
            }
        }
        parts
    }

    /// Whether all that is to be seen is bold.
    pub fn is_bold(&self) -> bool {
        !self.is_empty() && self.0.iter().all(|p| p.tebal || p.teks.trim().is_empty())
    }
}

/// Where the lines of a paragraph stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rata {
    /// At the left, or at both sides.
    #[default]
    Kiri,
    /// In the middle.
    Tengah,
    /// At the right.
    Kanan,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraf {
    /// The mark or number that the program puts before it: `a.`, `1)`; empty for none.
    pub tanda: String,
    /// The text.
    pub teks: Kaya,
    /// Where its lines stand.
    pub rata: Rata,
    /// How far it is moved in, in points.
    pub masuk: i32,
    /// The comments on it, by their place in [`Sumber::komentar`].
    pub komentar: Vec<usize>,
    /// Whether it belongs to the signature that stands at the left of the signer's.
    pub samping: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SelSumber {
    /// Its first column, from 0.
    pub x: usize,
    /// Over how many columns it reaches.
    pub kanan: usize,
    /// Over how many rows it reaches.
    pub turun: usize,
    /// What it holds.
    pub isi: Vec<Paragraf>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BarisSumber {
    /// Its cells; a cell that reaches down from above is not there.
    pub sel: Vec<SelSumber>,
    /// Whether it is repeated at the top of each page.
    pub kepala: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TabelSumber {
    /// Its rows.
    pub baris: Vec<BarisSumber>,
    /// Whether it has lines to be seen.
    pub bergaris: bool,
}

/// The paper of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kertas {
    /// Whether it lies.
    pub lanskap: bool,
    /// Whether what stands on it is framed.
    pub bingkai: bool,
}

/// Something in the order of reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Unsur {
    /// A paragraph, perhaps empty.
    Paragraf(Paragraf),
    /// A table.
    Tabel(TabelSumber),
    /// The paper of what follows.
    Kertas(Kertas),
    /// A new page begins.
    Halaman,
    /// A picture, by its place in [`Sumber::gambar`].
    Gambar(usize),
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GambarSumber {
    /// The ending of its file's name, in small letters.
    pub akhiran: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A comment in the margin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Komentar {
    /// Who wrote it.
    pub oleh: String,
    /// The day, as `2025-01-05`.
    pub hari: String,
    /// What it says.
    pub teks: String,
}

/// What was read of a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sumber {
    /// What there is, in the order of reading.
    pub isi: Vec<Unsur>,
    /// The lines of headers and footers, each once.
    pub tepi: Vec<String>,
    /// Its pictures.
    pub gambar: Vec<GambarSumber>,
    /// Its comments.
    pub komentar: Vec<Komentar>,
    /// Texts beside the order of reading, such as footnotes.
    pub luar: Vec<String>,
    /// What a person must know of how it was read.
    pub catatan: Vec<String>,
    /// How many tracked changes there are.
    pub terlacak: usize,
    /// Whether its lines are those of pages, so that a sentence goes on over several.
    pub fisik: bool,
}

impl Sumber {
    /// Tells something once.
    pub fn tell(&mut self, line: impl Into<String>) {
        let line = line.into();
        if !self.catatan.contains(&line) {
            self.catatan.push(line);
        }
    }

    /// Every word in the order of reading, marks included.
    pub fn words(&self) -> Vec<String> {
        let mut out = Vec::new();
        for unsur in &self.isi {
            match unsur {
                Unsur::Paragraf(paragraf) => paragraf.words(&mut out),
                Unsur::Tabel(tabel) => {
                    let cells = tabel.baris.iter().flat_map(|baris| &baris.sel);
                    cells.flat_map(|sel| &sel.isi).for_each(|paragraf| paragraf.words(&mut out));
                }
                Unsur::Kertas(_) | Unsur::Halaman | Unsur::Gambar(_) => {}
            }
        }
        out
    }
}

impl Paragraf {
    fn words(&self, out: &mut Vec<String>) {
        let text = self.teks.text();
        out.extend(self.tanda.split_whitespace().chain(text.split_whitespace()).map(str::to_owned));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_their_styles() {
        let mut text = Kaya::plain("a. ");
        text.push("miring", true, false);
        text.push("  dan\tlain ", false, false);
        assert_eq!(text.text(), "a. miring  dan\tlain ");
        assert_eq!(text.skip(3).text(), "miring dan lain");
        assert_eq!(text.take(4).0.len(), 2);
        assert_eq!(text.split('\t').iter().map(Kaya::text).collect::<Vec<_>>(), ["a. miring  dan", "lain "]);
        let mut joined = Kaya::plain("Negara");
        joined.join(&Kaya::plain("Republik"));
        assert_eq!(joined, Kaya::plain("Negara Republik"));
    }
}
