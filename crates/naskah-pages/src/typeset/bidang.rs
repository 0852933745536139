//! Where the signature fields belong: over the places that the style keeps for electronic signatures.

use typst::foundations::{Array, Label, Value};
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Point};
use typst::utils::PicoStr;

use super::Pages;
use naskah_formats::pdf::bidang::Bidang;

/// The label of the mark that the style leaves at an upper left corner; its value is width, height, what the field's name
/// ends with, and whose signature belongs there.
const MARK: &str = "bidang-tte";

impl Pages {
    /// Where signature fields belong, in the order of the pages.
    pub fn bidang(&self) -> Vec<Bidang> {
        let mut out: Vec<Bidang> = Vec::new();
        for (page, laid) in self.document().pages().iter().enumerate() {
            let high = laid.frame.height().to_pt();
            marked(&laid.frame, Point::zero(), &mut |corner, value| {
                let value = value.as_slice();
                let side = |at: usize| value.get(at).and_then(|side| side.clone().cast::<f64>().ok());
                let word = |at: usize| value.get(at).and_then(|word| word.clone().cast::<String>().ok());
                let (Some(width), Some(height)) = (side(0), side(1)) else { return };
                let (left, top) = (corner.x.to_pt(), high - corner.y.to_pt());
                let sides = [left, top - height, left + width, top].map(|side| side as f32);
                let (nama, siapa) = (word(2).unwrap_or_default(), word(3).unwrap_or_default());
                // Several extracts in one file have as many places of one name.
                let same = out.iter().filter(|one| one.siapa == siapa).count();
                let nama = if same == 0 { nama } else { format!("{nama}{}", same + 1) };
                out.push(Bidang { page, sides, nama, siapa });
            });
        }
        out
    }
}

/// Calls for each mark with its place and its value.
fn marked(frame: &Frame, origin: Point, found: &mut dyn FnMut(Point, &Array)) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                marked(&group.frame, origin + *at + Point::new(group.transform.tx, group.transform.ty), found);
            }
            FrameItem::Tag(Tag::Start(element, _)) if element.label() == Label::new(PicoStr::intern(MARK)) => {
                let value = element.to_packed::<MetadataElem>().map(|mark| &mark.value);
                if let Some(Value::Array(value)) = value {
                    found(origin + *at, value);
                }
            }
            _ => {}
        }
    }
}
