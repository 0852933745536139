//! The command `skema`: the JSON Schema of decrees, offices, legal bases or kinds.

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::run::{Made, Run};
use crate::skema::Perihal;

/// What `skema` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// What it is about.
    pub perihal: Perihal,
    /// Where it goes; `None` is standard output.
    pub keluaran: Option<PathBuf>,
}

/// Shows or writes the schema.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    let path = job.keluaran.as_deref().unwrap_or(Path::new("-"));
    if let Some(fate) = run.deliver(path, job.perihal.text().into_bytes(), true) {
        run.voice.made(Made::file(path, fate));
    }
    run.finish()
}
