//! Marks of lists as Word counts them: `a.`, `1)`, `BAB I`, and the lists that it counts by itself.

use naskah_core::language::numerals::{huruf, romawi};
use naskah_core::resolve::ButirCetak;

use super::xml::{Xml, twip};

/// How Word counts: its word for it, and what stands around the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tanda {
    hitungan: &'static str,
    sebelum: String,
    sesudah: String,
}

/// A list that Word counts, beginning with 1.
#[derive(Debug, Clone)]
pub struct Daftar {
    /// How it is counted.
    pub tanda: Tanda,
    /// Distance of its words from the left, in points.
    pub kiri: f64,
    /// Width of its marks, in points.
    pub gantung: f64,
    /// Whether words follow the mark at once.
    pub rapat: bool,
}

/// Writes a number; `None` where Word would write another sign.
type Tulis = fn(usize) -> Option<String>;

/// Ways of counting, and the number as it is written; letters beyond z are other ones in Word.
const HITUNGAN: [(&str, Tulis); 4] = [
    ("decimal", |n| Some(n.to_string())),
    ("lowerLetter", |n| (n <= 26).then(|| huruf(n))),
    ("upperLetter", |n| (n <= 26).then(|| huruf(n).to_uppercase())),
    ("upperRoman", |n| Some(romawi(n))),
];

impl Tanda {
    /// How a mark is counted that is the first of its list.
    pub fn pertama(mark: &str) -> Option<Self> {
        // `A.` begins letters; a Roman one stands behind a word, as in `BAB I`.
        HITUNGAN.iter().find_map(|(hitungan, write)| {
            let one = write(1)?;
            let (before, after) = match *hitungan {
                "upperRoman" => (mark.strip_suffix(&one)?, ""),
                _ => mark.split_once(one.as_str())?,
            };
            let around = |text: &str, known: &[&str]| known.contains(&text);
            let plain = around(before, &["", "("]) && around(after, &[".", ")", ""]) && !mark.is_empty();
            let chapter = *hitungan == "upperRoman" && before.ends_with(' ');
            (plain && *hitungan != "upperRoman" || chapter).then(|| Self {
                hitungan,
                sebelum: before.to_owned(),
                sesudah: after.to_owned(),
            })
        })
    }

    /// The mark of the `n`th item, where Word writes it in the same way.
    pub fn ke(&self, n: usize) -> Option<String> {
        let (_, write) = HITUNGAN.iter().find(|(hitungan, _)| *hitungan == self.hitungan)?;
        Some(format!("{}{}{}", self.sebelum, write(n)?, self.sesudah))
    }

    /// How a list is counted, where Word would give every item the mark that it has.
    pub fn of(items: &[ButirCetak]) -> Option<Self> {
        let tanda = Self::pertama(items.first()?.no.as_deref()?)?;
        let same = |(at, item): (usize, &ButirCetak)| item.no.is_some() && item.no == tanda.ke(at + 1);
        items.iter().enumerate().all(same).then_some(tanda)
    }

    fn teks(&self, level: usize) -> String {
        format!("{}%{}{}", self.sebelum, level + 1, self.sesudah)
    }

    /// How a list below is counted: letters and numbers take turns.
    fn deeper(&self) -> Self {
        let hitungan = if self.hitungan == "decimal" { "lowerLetter" } else { "decimal" };
        let sesudah = if self.hitungan == "lowerLetter" { ")" } else { self.sesudah.as_str() };
        Self { hitungan, sebelum: String::new(), sesudah: sesudah.to_owned() }
    }
}

/// `word/numbering.xml`
pub fn numbering(daftar: &[Daftar]) -> Vec<u8> {
    let mut xml = Xml::new();
    let space = [("xmlns:w", super::W)];
    xml.tag("w:numbering", &space, |xml| {
        for (at, list) in daftar.iter().enumerate() {
            xml.tag("w:abstractNum", &[("w:abstractNumId", &at.to_string())], |xml| {
                xml.val("w:multiLevelType", "multilevel");
                let (mut tanda, mut kiri) = (list.tanda.clone(), list.kiri);
                for level in 0..9 {
                    tingkat(xml, level, &tanda, list, kiri);
                    tanda = tanda.deeper();
                    kiri += list.gantung;
                }
            });
        }
        for at in 0..daftar.len() {
            xml.tag("w:num", &[("w:numId", &(at + 1).to_string())], |xml| {
                xml.val("w:abstractNumId", &at.to_string());
                xml.tag("w:lvlOverride", &[("w:ilvl", "0")], |xml| xml.val("w:startOverride", "1"));
            });
        }
    });
    xml.done()
}

fn tingkat(xml: &mut Xml, level: usize, tanda: &Tanda, list: &Daftar, kiri: f64) {
    xml.tag("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
        xml.val("w:start", "1");
        xml.val("w:numFmt", tanda.hitungan);
        if list.rapat {
            xml.val("w:suff", "nothing");
        }
        xml.val("w:lvlText", &tanda.teks(level));
        xml.val("w:lvlJc", "left");
        xml.tag("w:pPr", &[], |xml| {
            if !list.rapat {
                xml.tag("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "num"), ("w:pos", &twip(kiri))]));
            }
            xml.empty("w:ind", &[("w:left", &twip(kiri)), ("w:hanging", &twip(list.gantung))]);
        });
        // A mark is as plain as its paragraph, whatever begins that.
        xml.tag("w:rPr", &[], |xml| xml.val("w:i", "0"));
    });
}

#[cfg(test)]
mod tests {
    use super::Tanda;

    #[test]
    fn marks_are_known_by_the_first() {
        for (mark, third) in
            [("a.", "c."), ("1.", "3."), ("1)", "3)"), ("a)", "c)"), ("A.", "C."), ("(1)", "(3)"), ("BAB I", "BAB III")]
        {
            let tanda = Tanda::pertama(mark);
            assert_eq!(tanda.and_then(|tanda| tanda.ke(3)).as_deref(), Some(third), "{mark}");
        }
        for mark in ["", "-", "KESATU :", "b.", "1a."] {
            assert_eq!(Tanda::pertama(mark), None, "{mark}");
        }
        assert_eq!(Tanda::pertama("a.").and_then(|tanda| tanda.ke(27)), None);
    }
}
