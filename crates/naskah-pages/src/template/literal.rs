//! Values as Typst code literals.

use std::fmt::Write;

use minijinja::Value;
use minijinja::value::ValueKind;

/// `"…"`, `12`, `1.5`, `true`, `none`, `(a, b)` or `("k": v)`: a literal that Typst reads back as the same value.
pub fn literal(value: &Value) -> String {
    let mut out = String::new();
    write_value(value, &mut out);
    out
}

fn write_value(value: &Value, out: &mut String) {
    match value.kind() {
        ValueKind::Undefined | ValueKind::None => out.push_str("none"),
        ValueKind::Bool => out.push_str(if value.is_true() { "true" } else { "false" }),
        ValueKind::Number => write_number(value, out),
        ValueKind::Seq | ValueKind::Iterable => write_items(value, out),
        ValueKind::Map => write_entries(value, out),
        _ => write_text(&value.to_string(), out),
    }
}

/// Whole numbers as they are; others to a thousandth, which is finer than a printer's dot.
fn write_number(value: &Value, out: &mut String) {
    let text = match i64::try_from(value.clone()) {
        Ok(whole) => whole.to_string(),
        Err(_) => {
            let number = f64::try_from(value.clone()).unwrap_or_default();
            let text = format!("{number:.3}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    };
    out.push_str(&text);
}

fn write_items(value: &Value, out: &mut String) {
    out.push('(');
    let mut count = 0;
    for item in value.try_iter().into_iter().flatten() {
        if count > 0 {
            out.push_str(", ");
        }
        write_value(&item, out);
        count += 1;
    }
    if count == 1 {
        out.push(',');
    }
    out.push(')');
}

fn write_entries(value: &Value, out: &mut String) {
    out.push('(');
    let mut count = 0;
    for key in value.try_iter().into_iter().flatten() {
        if count > 0 {
            out.push_str(", ");
        }
        write_key(&key.to_string(), out);
        out.push_str(": ");
        write_value(&value.get_item(&key).unwrap_or_default(), out);
        count += 1;
    }
    out.push_str(if count == 0 { ":)" } else { ")" });
}

/// A text as it stands within the quotes of a literal.
pub fn within_quotes(text: &str) -> String {
    let mut out = String::new();
    write_text(text, &mut out);
    out.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default().to_owned()
}

/// A key of plain letters stands without quotes.
fn write_key(key: &str, out: &mut String) {
    match !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && key != "none" {
        true => out.push_str(key),
        false => write_text(key, out),
    }
}

/// Only backslash, quote and control characters have a meaning inside a Typst text literal.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            // A tab has no width on a page.
            '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{{{:x}}}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
