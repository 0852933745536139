//! Documents that are derived from the code stay fresh: the field reference and the list of message codes.

use std::fmt::Write;

use naskah::diag::Code;
use naskah::yaml::Shape;

use crate::support::{project, update};

/// Rewrites what stands between the two marks of `name`, or tells that it is not fresh.
fn hold_fresh(path: &str, name: &str, fresh: &str) {
    let file = project().join(path);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
    let (start, end) = (format!("<!-- awal: {name} -->\n"), format!("<!-- akhir: {name} -->"));
    let (Some(from), Some(to)) = (text.find(&start).map(|at| at + start.len()), text.find(&end)) else {
        panic!("{path} has no marks `{}` and `{end}`", start.trim());
    };
    if text[from..to] == *fresh {
        return;
    }
    assert!(update(), "{path}: the part `{name}` is not fresh; UPDATE=1 cargo test --release rewrites it");
    let rewritten = format!("{}{fresh}{}", &text[..from], &text[to..]);
    std::fs::write(&file, rewritten).unwrap_or_else(|error| panic!("{path}: {error}"));
}

/// One heading a table, one row a field.
fn fields(shapes: &[&Shape]) -> String {
    let cell = |text: &str| text.replace('|', "\\|");
    let mut out = String::new();
    for shape in shapes {
        let _ =
            writeln!(out, "\n### {}\n\n| isian | bentuk | wajib | contoh | arti |\n|---|---|---|---|---|", shape.name);
        for field in shape.fields {
            let required = if field.required { "ya" } else { "" };
            let (kind, meaning) = (cell(field.kind), cell(field.meaning));
            let _ = writeln!(out, "| `{}` | {kind} | {required} | `{}` | {meaning} |", field.name, cell(field.example));
        }
    }
    out + "\n"
}

#[test]
fn field_reference() {
    hold_fresh("data/README.md", "keputusan", &fields(naskah::decree::SHAPES));
    hold_fresh("data/README.md", "data", &fields(naskah::catalog::SHAPES));
}

#[test]
fn message_codes() {
    let mut table = "\n| kode | nama | arti |\n|---|---|---|\n".to_owned();
    for code in Code::ALL {
        let _ = writeln!(table, "| {} | `{}` | {} |", code.id, code.name, code.meaning);
    }
    hold_fresh("docs/panduan/kode-pesan.md", "kode", &(table + "\n"));
}

#[test]
fn every_example_of_a_field_is_yaml() {
    for shape in naskah::decree::SHAPES.iter().chain(naskah::catalog::SHAPES) {
        for field in shape.fields {
            let (mut files, mut sink) = (naskah::diag::Files::default(), naskah::diag::Sink::default());
            let file = files.add("contoh", format!("{}: {}\n", field.name, field.example));
            let read = naskah::yaml::parse(&files, file, &mut sink).is_some();
            assert!(read, "{} / {}: the example `{}` is no YAML", shape.name, field.name, field.example);
        }
    }
}
