//! A word as it stands in a text, and the parts of a text that are no language.

use std::ops::Range;

/// The role of a part of a text that is not language of this decree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mask {
    /// Address on the web, e-mail, name of a file.
    Alamat,
    /// Number of a decree in its old form.
    Nomor,
    /// The title of a rule that is known: it is compared with the catalog as a whole.
    Judul,
    /// The title of a rule or decree that the catalog does not have: nobody but its maker knows how it is written.
    JudulAsing,
    /// Gazettes in brackets.
    Lembaran,
    /// What stands within quotation marks.
    Kutip,
    /// The name of a person.
    Nama,
}

impl Mask {
    /// Whether it is the title of a rule or decree.
    pub fn is_title(self) -> bool {
        matches!(self, Self::Judul | Self::JudulAsing)
    }
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `kabupaten`
    Lower,
    /// `Kabupaten`, `Undang-Undang`
    Capital,
    /// `KPU`
    Upper,
    /// `YouTube`, `BImtek`
    Mixed,
    /// With a digit: `2025`, `5R`.
    Digit,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the plain text.
    pub range: Range<usize>,
    /// How it is written.
    pub kind: Kind,
    /// Whether a sentence or something like it begins here.
    pub start: bool,
    /// Whether it is set in italics.
    pub italic: bool,
    /// Why it is left as it is, where it is.
    pub mask: Option<Mask>,
}

impl AsRef<Range<usize>> for Token {
    fn as_ref(&self) -> &Range<usize> {
        &self.range
    }
}

/// The words of one passage.
#[derive(Debug, Default)]
pub struct Text {
    /// From the first to the last.
    pub words: Vec<Token>,
    /// The parts that are left as they are.
    pub masks: Vec<(Range<usize>, Mask)>,
    /// Up to where each mask and those before it reach.
    pub(crate) reach: Vec<usize>,
    /// Whether all of it is written in capitals.
    pub capitals: bool,
    /// Whether most of its words begin with a capital, as in a title.
    pub title: bool,
    /// Whether it is nothing but a name, a place or an office.
    pub name: bool,
}

impl Text {
    /// The mask over the byte `at`; the innermost where several lie there.
    pub fn mask_at(&self, at: usize) -> Option<Mask> {
        let before = self.masks.partition_point(|(range, _)| range.start <= at);
        let reach = self.reach.get(..before)?;
        let near = reach.iter().rev().take_while(|end| **end > at).count();
        self.masks[before - near..before].iter().rev().find(|(range, _)| range.contains(&at)).map(|(_, mask)| *mask)
    }

    /// Whether the byte `at` lies in the title of a rule, in a number or in a name.
    pub fn is_fixed(&self, at: usize) -> bool {
        self.mask_at(at)
            .is_some_and(|mask| mask.is_title() || matches!(mask, Mask::Nomor | Mask::Nama | Mask::Lembaran))
    }

    /// The words that begin in a range.
    pub(super) fn starting(&mut self, range: Range<usize>) -> &mut [Token] {
        let from = self.words.partition_point(|word| word.range.start < range.start);
        let to = self.words.partition_point(|word| word.range.start < range.end);
        self.words.get_mut(from..to).unwrap_or_default()
    }

    /// Marks the words below the masks, the first mask counting, and puts the masks in order of place.
    pub(super) fn apply_masks(&mut self) {
        let mut masks = std::mem::take(&mut self.masks);
        for (range, mask) in masks.iter().rev() {
            self.starting(range.clone()).iter_mut().for_each(|word| word.mask = Some(*mask));
        }
        masks.sort_by_key(|(range, _)| range.start);
        let reach = masks.iter().scan(0, |reach, (range, _)| {
            *reach = range.end.max(*reach);
            Some(*reach)
        });
        self.reach = reach.collect();
        self.masks = masks;
    }

    /// The words that lie wholly within a range.
    pub fn within(&self, range: Range<usize>) -> &[Token] {
        let from = self.words.partition_point(|word| word.range.start < range.start);
        let to = self.words.partition_point(|word| word.range.end <= range.end);
        self.words.get(from..to).unwrap_or_default()
    }
}
