//! How wide words are, without laying them out: what surely has room in its column need not be measured.

use rustybuzz::{Direction, Script, ShapePlan, UnicodeBuffer, script};
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations};

use naskah_core::decree::Teks;
use naskah_core::language::rapat;

/// A font, and how it sets letters beside one another.
pub struct Lebar {
    font: Option<(FontInstance, ShapePlan)>,
}

/// Of letters of other scripts, and of those that other fonts have, nothing is known.
const HURUF: Script = script::LATIN;
/// So much wider, in sizes of its letters, a word counts as than it is.
const SISA: f64 = 0.01;

impl Lebar {
    /// Of a font; nothing is known of one whose letters change with their size.
    pub fn of(font: Option<&Font>) -> Self {
        let plain = font.filter(|font| font.info().axes.is_empty()).cloned();
        let font = plain.map(|font| {
            let font = font.instantiate(FontVariant::default(), Abs::pt(11.0), &FontVariations::default());
            let plan = ShapePlan::new(font.rusty(), Direction::LeftToRight, Some(HURUF), None, &[]);
            (font, plan)
        });
        Self { font }
    }

    /// How wide the widest word of a text of one style is, in sizes of its letters; `None` where words of it may have to be
    /// parted for other reasons, or nothing is known of its letters.
    pub fn terlebar(&self, teks: &Teks) -> Option<f64> {
        let [run] = &teks.runs[..] else { return None };
        if !run.text.bytes().all(|c| matches!(c, b' '..=b'~' if c != b'/')) || rapat::any(&run.text) {
            return None;
        }
        run.text.split(' ').try_fold(0.0, |widest: f64, word| Some(widest.max(self.kata(word)? + SISA)))
    }

    /// How wide a word is.
    fn kata(&self, word: &str) -> Option<f64> {
        let (font, plan) = self.font.as_ref()?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(word);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(HURUF);
        let shaped = rustybuzz::shape_with_plan(font.rusty(), plan, buffer);
        if shaped.glyph_infos().iter().any(|glyph| glyph.glyph_id == 0) {
            return None;
        }
        let units: i64 = shaped.glyph_positions().iter().map(|glyph| i64::from(glyph.x_advance)).sum();
        Some(units as f64 / font.units_per_em())
    }
}
