//! The command `jenis`: the kinds of decrees, a line each.

use crate::Outcome;
use crate::run::Run;
use naskah_core::catalog::JENIS;
use naskah_core::diag::{Code, Level};

/// What `jenis` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// Words that a line must hold.
    pub cari: Vec<String>,
}

/// Shows the kinds.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    let ids = run.catalog.ids(JENIS);
    let longest = ids.iter().map(String::len).max().unwrap_or_default();
    let mut lines = String::new();
    for id in ids {
        let (kind, _) = run.apart(Level::Galat, |run| run.catalog.jenis(&id, &mut run.files, &mut run.sink).ok());
        let Some(kind) = kind else { continue };
        let line = format!("{id:<longest$}  {}: {}\n", kind.nama, kind.keterangan.unwrap_or_default());
        if job.cari.iter().all(|word| line.to_lowercase().contains(&word.to_lowercase())) {
            lines += &line;
        }
    }
    if lines.is_empty() {
        let message = format!("tidak ada jenis yang cocok dengan `{}`", job.cari.join(" "));
        run.refuse(Code::JENIS, message, Some("lihat semuanya dengan `naskah jenis`"));
    }
    run.voice.show_lines(&lines);
    run.finish()
}
