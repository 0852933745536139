//! Formats that depend on a condition and may strike out or hide what a cell holds. Conditions are not reckoned.

use super::Gabungan;
use super::rupa::is_white;
use crate::ooxml::tags::{Kind, Tag, tags};

/// The parts of a sheet where such a format may hold; `styles` is the workbook's list of formats.
pub fn doubted(sheet: &str, styles: &str) -> Vec<Gabungan> {
    if !sheet.contains("<conditionalFormatting") {
        return Vec::new();
    }
    let formats = formats(styles);
    let (mut found, mut parts) = (Vec::new(), Vec::new());
    for tag in tags(sheet).filter(|tag| tag.kind != Kind::Close) {
        match tag.name() {
            "conditionalFormatting" => {
                let places = tag.text("sqref").unwrap_or_default();
                let places = places.split_whitespace().map(|place| match place.contains(':') {
                    true => place.to_owned(),
                    false => format!("{place}:{place}"),
                });
                parts = places.filter_map(|place| Gabungan::of(&place)).collect();
            }
            "cfRule" => {
                let format = tag.get("dxfId").and_then(|number| number.trim().parse::<usize>().ok());
                if format.is_some_and(|number| formats.get(number) == Some(&true)) {
                    found.append(&mut parts.clone());
                }
            }
            "dataBar" | "iconSet" if tag.get("showValue").is_some_and(|shown| matches!(&*shown, "0" | "false")) => {
                found.append(&mut parts.clone());
            }
            _ => {}
        }
    }
    found
}

/// Of each format whether it strikes out or hides.
fn formats(styles: &str) -> Vec<bool> {
    let mut found: Vec<bool> = Vec::new();
    let (mut within, mut white, mut filled) = (false, false, false);
    for tag in tags(styles) {
        match (tag.name(), tag.kind) {
            ("dxfs", kind) => within = kind == Kind::Open,
            ("dxf", Kind::Open | Kind::Empty) if within => {
                found.push(false);
                (white, filled) = (false, false);
            }
            ("dxf", Kind::Close) => mark(&mut found, white && !filled),
            ("fill", Kind::Open) => filled = true,
            ("strike", Kind::Open | Kind::Empty) if within => mark(&mut found, tag.is_on()),
            ("numFmt", Kind::Open | Kind::Empty) if within => mark(&mut found, hides(&tag)),
            ("color", Kind::Open | Kind::Empty) if !filled => {
                white |= is_white(&tag);
            }
            _ => {}
        }
    }
    found
}

fn mark(found: &mut [bool], hides: bool) {
    if let Some(last) = found.last_mut() {
        *last |= hides;
    }
}

/// Whether a format of numbers shows nothing.
fn hides(tag: &Tag<'_>) -> bool {
    tag.text("formatCode").is_some_and(|code| code.split(';').all(|part| part.trim_matches(['"', ' ']).is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_hide_are_found_where_they_may_hold() {
        let styles = "<styleSheet><fonts><font><strike/></font></fonts><dxfs>\
            <dxf><numFmt numFmtId=\"164\" formatCode=\";;;\"/></dxf><dxf><font><strike/></font></dxf>\
            <dxf><font><color rgb=\"FFFFFFFF\"/></font></dxf>\
            <dxf><font><color rgb=\"FFFFFFFF\"/></font><fill><patternFill/></fill></dxf>\
            <dxf><font><b/></font></dxf></dxfs></styleSheet>";
        assert_eq!(formats(styles), [true, true, true, false, false]);
        let rule = |place: &str, number: usize| {
            format!("<conditionalFormatting sqref=\"{place}\"><cfRule dxfId=\"{number}\"/></conditionalFormatting>")
        };
        let sheet = format!("<worksheet>{}{}{}</worksheet>", rule("B2:B9 D1", 0), rule("C1", 4), rule("E2", 2));
        let places: Vec<(usize, usize)> = doubted(&sheet, styles).iter().map(|part| (part.atas, part.kiri)).collect();
        assert_eq!(places, [(1, 1), (0, 3), (1, 4)]);
        assert!(doubted("<worksheet/>", styles).is_empty());
    }
}
