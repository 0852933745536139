//! The command `kelengkapan`: what shells complete, and the manual pages; both are drawn from the arguments.

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::run::{Made, Run};

/// What `kelengkapan` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The files by their names; a single one may go to standard output.
    pub berkas: Vec<(String, Vec<u8>)>,
    /// The folder or file that they go to; `None` is standard output, or this folder for several.
    pub keluaran: Option<PathBuf>,
    /// Whether files that are there may be replaced.
    pub timpa: bool,
}

/// Shows or writes them.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    write(job, &mut run);
    run.finish()
}

fn write(job: &Job, run: &mut Run) -> Option<()> {
    if let [(_, bytes)] = &job.berkas[..] {
        let path = job.keluaran.as_deref().unwrap_or(Path::new("-"));
        let fate = run.deliver(path, bytes.clone(), job.timpa)?;
        run.voice.made(Made::file(path, fate));
        return Some(());
    }
    let folder = job.keluaran.clone().unwrap_or_default();
    let files: Vec<(PathBuf, Vec<u8>)> =
        job.berkas.iter().map(|(name, bytes)| (folder.join(name), bytes.clone())).collect();
    let fates = run.write(&files, job.timpa)?;
    for ((path, _), fate) in files.iter().zip(fates) {
        run.voice.made(Made::file(path, fate));
    }
    Some(())
}
