//! The command `tabel`: a decree's tables to a sheet that a person edits, and back into the same YAML.

mod ekspor;
mod impor;

pub use ekspor::Export;
pub use impor::Import;

use crate::Outcome;
use crate::run::Run;
use naskah_core::catalog::Catalog;
use naskah_core::decree::Susunan;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sink};
use naskah_core::resolve;
use naskah_core::yaml::{self, Node};
use naskah_formats::tables::view::{self, Found};

/// What `tabel` was asked to do.
#[derive(Debug, Clone)]
pub enum Job {
    /// Tables to a sheet.
    Ekspor(Export),
    /// An edited sheet back into the YAML.
    Impor(Import),
}

/// Exports or imports.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    match job {
        Job::Ekspor(job) => ekspor::export(job, &mut run),
        Job::Impor(job) => impor::import(job, &mut run),
    };
    run.finish()
}

/// A decree whose tables can be looked at.
struct Decree {
    file: FileId,
    tree: Node,
    susunan: Option<Susunan>,
}

fn decree(file: FileId, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Option<Decree> {
    let tree = yaml::parse(files, file, sink)?;
    let kind = resolve::kind(&tree, catalog, files, sink)?;
    Some(Decree { file, tree, susunan: kind.susunan })
}

/// The tables that were asked for; where there are none that is reported.
fn tables<'a>(decree: &'a Decree, lampiran: Option<usize>, sink: &mut Sink) -> Vec<Found<'a>> {
    let mut found = view::find(&decree.tree, decree.susunan.as_ref(), sink);
    let all = found.len();
    found.retain(|found| lampiran.is_none_or(|wanted| found.lampiran() == wanted));
    if found.is_empty() && !sink.has_errors() {
        let place = decree.tree.get("lampiran").map_or(decree.tree.head(), |node| node.span);
        let message = match lampiran {
            Some(wanted) if all > 0 => format!("lampiran {wanted} tidak ada atau tidak memuat tabel"),
            _ if !sink.found().is_empty() => "keputusan ini tidak memuat tabel yang tertulis dalam YAML".to_owned(),
            _ => "keputusan ini tidak memuat tabel".to_owned(),
        };
        sink.push(Diagnostic::galat(Code::LEMBAR, place, message));
    }
    found
}
