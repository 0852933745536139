//! Where the signature field belongs: over the place that the style keeps for an electronic signature.

use typst::foundations::{Label, Value};
use typst::introspection::{MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Point};
use typst::utils::PicoStr;

use super::Pages;
use naskah_formats::pdf::bidang::Bidang;

/// The label of the mark that the style leaves at the upper left corner, with width and height as its value.
const MARK: &str = "bidang-tte";

impl Pages {
    /// Where the signature field belongs; `None` where none is asked for.
    pub fn bidang(&self) -> Option<Bidang> {
        self.document().pages().iter().enumerate().find_map(|(page, laid)| {
            let (corner, width, height) = marked(&laid.frame, Point::zero())?;
            let (left, top) = (corner.x.to_pt(), laid.frame.height().to_pt() - corner.y.to_pt());
            let sides = [left, top - height, left + width, top].map(|side| side as f32);
            Some(Bidang { page, sides })
        })
    }
}

fn marked(frame: &Frame, origin: Point) -> Option<(Point, f64, f64)> {
    frame.items().find_map(|(at, item)| match item {
        FrameItem::Group(group) => {
            marked(&group.frame, origin + *at + Point::new(group.transform.tx, group.transform.ty))
        }
        FrameItem::Tag(Tag::Start(element, _)) if element.label() == Label::new(PicoStr::intern(MARK)) => {
            let Value::Array(size) = &element.to_packed::<MetadataElem>()?.value else { return None };
            let side = |at: usize| size.as_slice().get(at).and_then(|side| side.clone().cast::<f64>().ok());
            Some((origin + *at, side(0)?, side(1)?))
        }
        _ => None,
    })
}
