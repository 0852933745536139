//! The command `massal`: one pattern and many rows to many documents, a PDF and a line of a manifest for each.
//!
//! Data → rows ([`Records`]) → groups → the pattern filled (`isi`), a decree as any other → pages → file and line. A row
//! that cannot become a document stops no other.
//!
//! [`Records`]: naskah_formats::sheets::records::Records

mod buat;
mod gabung;
mod isi;
mod kelompok;
mod lapor;
mod manifes;
mod pola;
mod rencana;
mod tanda;

use std::path::PathBuf;

use crate::Outcome;
use crate::run::{Bagian, Run};
use naskah_core::resolve::Edition;

/// What `massal` was asked to do.
#[derive(Debug, Clone)]
pub enum Job {
    /// To make documents.
    Buat(Box<Buat>),
    /// To join the manifests of parts.
    Gabung {
        /// The manifests.
        manifes: Vec<PathBuf>,
        /// Where the joined one goes.
        keluaran: Option<PathBuf>,
        /// Whether one that is there may be replaced.
        timpa: bool,
    },
}

/// Documents that are to be made.
#[derive(Debug, Clone)]
pub struct Buat {
    /// The pattern.
    pub pola: PathBuf,
    /// The data, where the pattern does not name it.
    pub data: Option<PathBuf>,
    /// The folder of the documents.
    pub keluaran: Option<PathBuf>,
    /// How many threads work; `None` is a thread for each core.
    pub kerja: Option<usize>,
    /// The part that is made.
    pub bagian: Bagian,
    /// Whether only what is missing or was changed is made.
    pub lanjut: bool,
    /// The columns that group the rows, where not those that the pattern names.
    pub kelompok: Vec<String>,
    /// The pattern of the files' names, where not that of the pattern.
    pub nama: Option<String>,
    /// The sheet, where not that of the pattern.
    pub lembar: Option<String>,
    /// Draft, form of a copy.
    pub edition: Edition,
    /// Whether the decrees themselves are written, to be issued later, instead of their pages.
    pub naskah: bool,
    /// Whether a file that is there may be replaced.
    pub timpa: bool,
}

impl Buat {
    /// The name of a document's file.
    fn file(&self, name: &str) -> String {
        format!("{name}.{}", if self.naskah { "yaml" } else { "pdf" })
    }
}

/// Makes every document that can be made, or joins manifests.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    match job {
        Job::Buat(asked) => {
            run = run.with_pages();
            buat::run(asked, &mut run);
        }
        Job::Gabung { manifes, keluaran, timpa } => {
            gabung::run(manifes, keluaran.as_deref(), *timpa, &mut run);
        }
    }
    run.finish()
}
