//! The command `kantor`: the offices that are known, a line each.

use crate::Outcome;
use crate::rangka::{office, own_offices};
use crate::run::Run;
use naskah_core::catalog::KANTOR;
use naskah_core::diag::Code;

/// What `kantor` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// Words that a line must hold.
    pub cari: Vec<String>,
}

/// Shows the offices; those of the folder itself are marked.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    let (ids, own) = (run.catalog.ids(KANTOR), own_offices(&run.catalog));
    let longest = ids.iter().map(String::len).max().unwrap_or_default();
    let mut lines = String::new();
    for id in ids {
        let told = office(&run.catalog, &id).map(|kantor| {
            let signers: Vec<&str> = kantor.pejabat.keys().map(String::as_str).collect();
            format!("{}, {}; pejabat: {}", kantor.nama_penuh(), kantor.tempat, signers.join(", "))
        });
        let told = told.unwrap_or_else(|| "berkasnya tidak dapat dibaca".to_owned());
        let mark = if own.contains(&id) { " (di folder ini)" } else { "" };
        let line = format!("{id:<longest$}  {told}{mark}\n");
        if job.cari.iter().all(|word| line.to_lowercase().contains(&word.to_lowercase())) {
            lines += &line;
        }
    }
    if lines.is_empty() {
        let message = format!("tidak ada kantor yang cocok dengan `{}`", job.cari.join(" "));
        run.refuse(Code::KANTOR, message, Some("buat kantor sendiri dengan `naskah mulai`"));
    }
    run.voice.show_lines(&lines);
    run.finish()
}
