//! The number formats of an OpenDocument workbook, as codes of the kind that Excel has (`#,##0.00`).

use std::collections::HashMap;
use std::rc::Rc;

use super::rupa::Rupa;
use crate::ooxml::tags::{Kind, Step, Tag, steps};

/// The number format of each style of cells.
#[derive(Default)]
pub struct Styles {
    /// The format of each style of data, and the styles that stand for it under conditions.
    data: HashMap<String, Data>,
    /// The style of data, and the parent, of each style of cells.
    cells: HashMap<String, (Option<String>, Option<String>)>,
    /// What the letters of each style say beyond their characters.
    huruf: HashMap<String, Rupa>,
}

#[derive(Default)]
struct Data {
    code: String,
    /// A condition (`value()>=0`) with the style that goes with it.
    maps: Vec<(String, String)>,
}

impl Data {
    /// Adds a text to the code; a percent sign is more than a text.
    fn say(&mut self, text: &str) {
        match text {
            "%" => self.code.push('%'),
            text => self.code.push_str(&format!("\"{}\"", text.replace('"', ""))),
        }
    }
}

impl Styles {
    /// Those that the parts of a workbook tell, later ones before earlier ones.
    pub fn read(parts: [&str; 2]) -> Self {
        let mut styles = Self::default();
        parts.iter().for_each(|text| styles.part(text));
        styles
    }

    fn part(&mut self, text: &str) {
        let mut open: Option<(String, Data, bool)> = None;
        let (mut literal, mut own): (Option<String>, Option<String>) = (None, None);
        for step in steps(text, true) {
            let tag = match step {
                Step::Text(text) => {
                    literal.iter_mut().for_each(|literal| literal.push_str(&text));
                    continue;
                }
                Step::Tag(tag) => tag,
            };
            match (tag.name(), tag.kind) {
                ("table" | "spreadsheet", Kind::Open) => return,
                ("style", Kind::Open | Kind::Empty) => {
                    own = tag.text("name");
                    let styles = (tag.text("data-style-name"), tag.text("parent-style-name"));
                    self.cells.extend(own.clone().map(|name| (name, styles)));
                }
                ("text-properties", _) => self.huruf.extend(own.clone().zip(Rupa::of_text(&tag))),
                (name, Kind::Open) if name.ends_with("-style") && DATA.contains(&name) => {
                    let length = tag.get("truncate-on-overflow").as_deref() == Some("false");
                    open = tag.text("name").map(|name| (name, Data::default(), length));
                }
                (name, Kind::Close) if DATA.contains(&name) => {
                    self.data.extend(open.take().map(|(name, data, _)| (name, data)));
                }
                ("text" | "currency-symbol", Kind::Open) if open.is_some() => literal = Some(String::new()),
                ("text" | "currency-symbol", Kind::Close) => {
                    if let (Some(text), Some((_, data, _))) = (literal.take(), &mut open) {
                        data.say(&text);
                    }
                }
                ("map", _) => {
                    let map = tag.text("condition").zip(tag.text("apply-style-name"));
                    open.iter_mut().for_each(|(_, data, _)| data.maps.extend(map.clone()));
                }
                (_, Kind::Open | Kind::Empty) => {
                    if let Some((_, data, length)) = &mut open {
                        data.code.push_str(&code(&tag, length));
                    }
                }
                _ => {}
            }
        }
    }

    /// The number format of a style of cells.
    pub fn code(&self, style: &str) -> Option<Rc<str>> {
        let mut name = style.to_owned();
        for _ in 0..8 {
            match self.cells.get(&name)? {
                (Some(data), _) => return self.whole(data).map(Rc::from),
                (None, Some(parent)) => name = parent.clone(),
                (None, None) => return None,
            }
        }
        None
    }

    /// What the letters of a style say beyond their characters.
    pub fn rupa(&self, style: &str) -> Option<Rupa> {
        self.huruf.get(style).copied()
    }

    fn whole(&self, name: &str) -> Option<String> {
        let data = self.data.get(name)?;
        let mut code = String::new();
        for (condition, name) in &data.maps {
            let sign = condition.trim().trim_start_matches("value()").replace("!=", "<>");
            code.push_str(&format!("[{sign}]{};", self.data.get(name)?.code));
        }
        Some(code + &data.code)
    }
}

/// The tags of styles of data.
const DATA: [&str; 6] =
    ["number-style", "percentage-style", "currency-style", "date-style", "time-style", "text-style"];

/// What a tag within a style of data adds to its code.
fn code(tag: &Tag<'_>, length: &mut bool) -> String {
    let count = |name: &str| tag.get(name).and_then(|value| value.trim().parse::<usize>().ok());
    let long = tag.get("style").as_deref() == Some("long");
    match tag.name() {
        "number" => number(tag, count("min-integer-digits"), count("decimal-places"), count("min-decimal-places")),
        "scientific-number" => "0.00E+00".to_owned(),
        "fraction" => "# ?/?".to_owned(),
        "day" => if long { "dd" } else { "d" }.to_owned(),
        "month" => if tag.get("textual").as_deref() == Some("true") { "mmmm" } else { "mm" }.to_owned(),
        "year" => "yyyy".to_owned(),
        "day-of-week" => "dddd".to_owned(),
        "hours" if std::mem::take(length) => "[h]".to_owned(),
        "minutes" if std::mem::take(length) => "[m]".to_owned(),
        "hours" => "h".to_owned(),
        "minutes" => "mm".to_owned(),
        "seconds" => "ss".to_owned(),
        "text-content" => "@".to_owned(),
        _ => String::new(),
    }
}

fn number(tag: &Tag<'_>, whole: Option<usize>, places: Option<usize>, least: Option<usize>) -> String {
    let grouped = tag.get("grouping").as_deref() == Some("true");
    let (Some(whole), false) = (whole, places.is_none() && !grouped && whole.unwrap_or(1) <= 1) else {
        return "General".to_owned();
    };
    let before = if grouped { "#,##" } else { "#" };
    let places = places.unwrap_or(0);
    let decimals: String = (0..places).map(|at| if at < least.unwrap_or(places) { '0' } else { '#' }).collect();
    let digits = match (grouped, whole) {
        (true, 0..=1) => format!("#,##{}", if whole == 1 { "0" } else { "#" }),
        (true, _) => format!("{before}{}", "0".repeat(whole)),
        (false, 0) => "#".to_owned(),
        (false, _) => "0".repeat(whole),
    };
    if decimals.is_empty() { digits } else { format!("{digits}.{decimals}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_as_codes() {
        let text = r#"<office:automatic-styles>
            <number:number-style style:name="N1"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
            <number:number-style style:name="N2"><number:number number:decimal-places="0" number:min-integer-digits="5"/></number:number-style>
            <number:currency-style style:name="N3P0"><number:currency-symbol>Rp</number:currency-symbol><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:currency-style>
            <number:currency-style style:name="N3"><number:text>-</number:text><number:currency-symbol>Rp</number:currency-symbol><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/><style:map style:condition="value()&gt;=0" style:apply-style-name="N3P0"/></number:currency-style>
            <number:percentage-style style:name="N4"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
            <number:time-style style:name="N5" number:truncate-on-overflow="false"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
            <style:style style:name="ce1" style:data-style-name="N1"/><style:style style:name="ce2" style:parent-style-name="ce1"/>
            <style:style style:name="ce3" style:data-style-name="N3"/><style:style style:name="ce4" style:data-style-name="N4"/>
            <style:style style:name="ce5" style:data-style-name="N5"/><style:style style:name="ce6" style:data-style-name="N2"/>
            </office:automatic-styles>"#;
        let styles = Styles::read(["", text]);
        for (style, code) in [
            ("ce1", "#,##0.00"),
            ("ce2", "#,##0.00"),
            ("ce3", "[>=0]\"Rp\"#,##0;\"-\"\"Rp\"#,##0"),
            ("ce4", "0.0%"),
            ("ce5", "[h]\":\"mm"),
            ("ce6", "00000"),
        ] {
            assert_eq!(styles.code(style).as_deref(), Some(code), "{style}");
        }
        assert_eq!(styles.code("ce9"), None);
        let text = r#"<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>
            <style:style style:name="T2"><style:text-properties style:text-position="super 58%"/></style:style>
            <style:style style:name="T3"><style:text-properties style:text-line-through-style="none"/></style:style>"#;
        let styles = Styles::read([text, ""]);
        let wanted = [Some(Rupa::Dicoret), Some(Rupa::Pangkat), None];
        assert_eq!(["T1", "T2", "T3"].map(|name| styles.rupa(name)), wanted);
    }
}
