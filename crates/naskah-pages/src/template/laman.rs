//! Pages that are read on a screen: HTML and Markdown from the templates in `templates/laman/`.
//!
//! A template's name says its markup (`daftar.html.j2`, `pembaruan.md.j2`), by which every value is escaped.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, State, UndefinedBehavior, Value, context};
use serde::Serialize;

use naskah_core::catalog::Root;
use naskah_core::diag::{Diagnostic, on_lines};

/// The page of a template, such as `daftar.html`, with `isi` as what it says.
///
/// The program's own templates are used, whatever folder goes before them; so an error is the program's fault.
pub fn laman(name: &str, isi: &impl Serialize) -> Result<String, Box<Diagnostic>> {
    let environment = environment();
    let page = environment
        .get_template(&format!("laman/{name}.j2"))
        .and_then(|page| page.render(context! { isi => Serde(isi) }));
    page.map_err(|error| Box::new(super::explain(&error)))
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
    if let Ok(syntax) = syntax {
        environment.set_syntax(syntax);
    }
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_debug(true);
    environment.set_auto_escape_callback(|name| match name.strip_suffix(".j2").unwrap_or(name).rsplit_once('.') {
        Some((_, "html")) => AutoEscape::Custom("html".into()),
        _ => AutoEscape::Custom("markdown".into()),
    });
    environment.set_formatter(|out, state, value| Ok(out.write_str(&escaped(state, value))?));
    environment.add_filter("apit", around);
    environment.set_loader(super::loader(Root::default()));
    environment
}

/// A value as its markup reads it as nothing but itself.
fn escaped(state: &State<'_, '_>, value: &Value) -> String {
    let text = value.to_string();
    if value.is_safe() {
        return text;
    }
    let text = on_lines(&text);
    match state.auto_escape() {
        AutoEscape::Custom(markup) if markup == "html" => html(&text),
        _ => markdown(&text),
    }
}

fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// On one line, so that it may stand in a cell of a table.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '#' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A text between two marks, which must touch its words: blanks stay outside.
fn around(state: &State<'_, '_>, value: &Value, mark: &str) -> Value {
    let text = escaped(state, value);
    let inner = text.trim();
    if inner.is_empty() {
        return Value::from_safe_string(text);
    }
    let start = text.len() - text.trim_start().len();
    let (before, after) = (text.get(..start), text.get(start + inner.len()..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    Value::from_safe_string(format!("{before}{mark}{inner}{mark}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_mean_nothing() {
        assert_eq!(html("<b class=\"x\">é & 'y'</b>"), "&lt;b class=&quot;x&quot;&gt;é &amp; &#39;y&#39;&lt;/b&gt;");
        assert_eq!(markdown("<b> a_b\n*c* | d"), r"&lt;b&gt; a\_b \*c\* \| d");
    }
}
