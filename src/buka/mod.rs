//! The command `buka`: the whole work in the browser, on one's own machine. It stands above the
//! other commands: what a page asks for is done by the command that does it in a terminal, in the same folder.
//!
//! The YAML file stays the truth. Every edit is one of [`naskah_formats::sunting`], written at once; pages and findings
//! follow in a thread of each decree.

mod alamat;
mod bekal;
mod berkas;
mod halaman;
mod jaga;
mod jawab;
mod kerja;
mod kisi;
mod layan;
mod letak;
mod meja;
mod naskah;
mod perintah;
mod riwayat;
mod rute;
mod temuan;
mod titipan;
mod ubahan;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::Outcome;
use crate::disk::{Titipan, explain, tidy};
use crate::run::Run;
use jaga::Jaga;
use meja::Meja;
use naskah_core::diag::Code;

/// What `buka` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The office's folder.
    pub folder: PathBuf,
    /// The port; 0 is any that is free.
    pub port: u16,
    /// Whether the browser is opened as well.
    pub peramban: bool,
}

/// Serves the folder until the program is ended.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    serve(job, &mut run);
    run.finish()
}

fn serve(job: &Job, run: &mut Run) -> Option<()> {
    // Every command that a page asks for works as if it were typed in this folder.
    if let Err(error) = std::env::set_current_dir(&job.folder) {
        let message = format!("folder {} tidak dapat dibuka: {}", job.folder.display(), explain(&error));
        run.refuse(Code::BERKAS, message, Some("sebut folder kantor yang ada"));
        return None;
    }
    tidy(Path::new("."));
    Titipan::sweep();
    let bound = TcpListener::bind(("127.0.0.1", job.port)).and_then(|listener| Ok((listener.local_addr()?, listener)));
    let (place, listener) = match bound {
        Ok(bound) => bound,
        Err(error) => {
            let message = format!("port {} tidak dapat dipakai: {}", job.port, explain(&error));
            run.refuse(Code::PERINTAH, message, Some("sebut port lain, atau jalankan tanpa --port"));
            return None;
        }
    };
    let made = Jaga::new(place.port()).map(|jaga| Arc::new(Meja::new(jaga)));
    let meja = made.map_err(|error| run.refuse(Code::INTERNAL, error, None)).ok()?;
    let address = meja.jaga.address();
    run.voice.show(format!("naskah terbuka di {address}\nbiarkan jendela ini; hentikan dengan Ctrl+C\n").as_bytes());
    if job.peramban {
        show_in_browser(&address);
    }
    if let Err(error) = layan::layani(listener, meja) {
        run.refuse(Code::INTERNAL, format!("peladen berhenti: {}", explain(&error)), None);
    }
    Some(())
}

/// Asks the system to show an address; where it cannot, the address that was told is enough.
fn show_in_browser(address: &str) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "windows" => ("rundll32", &["url.dll,FileProtocolHandler"]),
        "macos" => ("open", &[]),
        _ => ("xdg-open", &[]),
    };
    let quiet = std::process::Stdio::null;
    let mut command = std::process::Command::new(program);
    drop(command.args(arguments).arg(address).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn());
}
