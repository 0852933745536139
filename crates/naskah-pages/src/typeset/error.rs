//! Typst's own findings, told as the program's: the place in the style or in the generated source, and why.

use typst::World as _;
use typst::WorldExt;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;

use naskah_core::diag::{Code, Diagnostic, Sink};

use super::World;

/// Reports errors.
pub fn report(errors: &EcoVec<SourceDiagnostic>, world: &World, sink: &mut Sink) {
    for error in errors {
        let hints = error.hints.iter().map(|hint| hint.v.to_string());
        let message = format!("{}halaman tidak dapat disusun: {}", place(error, world), error.message);
        let mut finding = Diagnostic::galat(Code::SUSUN, None, message);
        finding.hints.extend(hints);
        sink.push(
            finding.hint(
                "bila templates/gaya diubah, periksa baris itu; bila tidak, laporkan berkas ini kepada pengembang",
            ),
        );
    }
}

/// Reports warnings: a page that is laid out all the same.
pub fn warn(warnings: &EcoVec<SourceDiagnostic>, world: &World, sink: &mut Sink) {
    for warning in warnings {
        let message = format!("{}penyusun halaman memperingatkan: {}", place(warning, world), warning.message);
        let hint = "periksa halaman hasilnya; bila ada yang ganjil, laporkan berkas ini kepada pengembang";
        sink.push(Diagnostic::peringatan(Code::SUSUN, None, message).hint(hint));
    }
}

/// `gaya/tabel.typ:12: ` where it is known.
fn place(finding: &SourceDiagnostic, world: &World) -> String {
    let Some(id) = finding.span.id() else { return String::new() };
    let path = id.get().vpath().get_without_slash().to_owned();
    let line = world.range(finding.span).and_then(|range| {
        let source = world.source(id).ok()?;
        Some(source.text()[..range.start].matches('\n').count() + 1)
    });
    match line {
        Some(line) => format!("{path}:{line}: "),
        None => format!("{path}: "),
    }
}
