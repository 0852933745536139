//! Formulas as they would be typed on a line: `(a + b)/c`, `x^2`, `√(y)`.

use crate::ooxml::Elemen;

/// What a formula says.
pub fn line(element: &Elemen) -> String {
    let mut out = String::new();
    element.elements().for_each(|one| put(one, &mut out));
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What one part of an element says.
fn part(element: &Elemen, name: &str) -> String {
    element.child(name).map(line).unwrap_or_default()
}

/// A part in brackets, where it is more than one word.
fn bound(text: String) -> String {
    let single = text.chars().all(|c| c.is_alphanumeric() || c == ',' || c == '.');
    if single { text } else { format!("({text})") }
}

fn put(element: &Elemen, out: &mut String) {
    let sub = || part(element, "sub");
    let sup = || part(element, "sup");
    let raised = |sign: &str, text: String| if text.is_empty() { text } else { format!("{sign}{}", bound(text)) };
    match element.nama.as_str() {
        "t" => out.push_str(&element.text()),
        "f" => out.push_str(&format!("{}/{}", bound(part(element, "num")), bound(part(element, "den")))),
        "sSup" => out.push_str(&format!("{}{}", part(element, "e"), raised("^", sup()))),
        "sSub" => out.push_str(&format!("{}{}", part(element, "e"), raised("_", sub()))),
        "sSubSup" => out.push_str(&format!("{}{}{}", part(element, "e"), raised("_", sub()), raised("^", sup()))),
        "rad" => out.push_str(&format!("{}√({})", part(element, "deg"), part(element, "e"))),
        "nary" => {
            let sign = element.child("naryPr").and_then(|own| own.val("chr")).unwrap_or("∫").to_owned();
            out.push_str(&format!("{sign}{}{} {}", raised("_", sub()), raised("^", sup()), part(element, "e")));
        }
        "d" => {
            let own = |name: &str, usual: &str| {
                element.child("dPr").and_then(|own| own.val(name)).unwrap_or(usual).to_owned()
            };
            let parts = element.elements().filter(|one| one.nama == "e").map(line).collect::<Vec<_>>();
            out.push_str(&format!("{}{}{}", own("begChr", "("), parts.join(" "), own("endChr", ")")));
        }
        "mr" | "e" => out.push_str(&format!("{} ", line(element))),
        name if name.ends_with("Pr") => {}
        _ => element.elements().for_each(|one| put(one, out)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_typed_on_a_line() {
        let text = "<oMath><r><t>L = </t></r><f><num><r><t>a + b</t></r></num><den><r><t>2</t></r></den></f><r><t> x </t></r>\
                    <sSup><e><r><t>t</t></r></e><sup><r><t>2</t></r></sup></sSup></oMath>";
        assert_eq!(Elemen::read(text).map(|own| line(&own)).as_deref(), Some("L = (a + b)/2 x t^2"));
    }
}
