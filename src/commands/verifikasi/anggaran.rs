//! A PDF verified in a process of its own: what it brings, templates among it, is run to make its decree again. See
//! [`crate::run::awas`].

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

pub use crate::run::awas::{MEMORY, TIME};

use super::{Hasil, Job};
use crate::run::awas::{BROKEN, watch, watched};

/// The argument with which the program verifies one PDF without a process of its own.
pub const HERE: &str = "--di-sini";

/// What the program answers for a PDF; otherwise why there is no answer.
pub fn verify(program: &Path, path: &Path, job: &Job) -> Result<(Hasil, Vec<u8>), String> {
    let mut child =
        command(program, path, job).spawn().map_err(|error| format!("pemeriksaan tidak dapat dimulai: {error}"))?;
    let mut out = child.stdout.take();
    let reader = thread::spawn(move || {
        let mut bytes = Vec::new();
        out.as_mut().map(|out| out.read_to_end(&mut bytes));
        bytes
    });
    let ended = watch(&mut child, 1);
    let answer = reader.join().unwrap_or_default();
    let hasil = match ended? {
        Some(0) => Hasil::Sama,
        Some(1) => Hasil::Berbeda,
        Some(2) => Hasil::TidakDapat,
        _ => return Err(BROKEN.to_owned()),
    };
    match answer.ends_with(b"\n") {
        true => Ok((hasil, answer)),
        false => Err("pemeriksaannya terhenti sebelum menjawab".to_owned()),
    }
}

fn command(program: &Path, path: &Path, job: &Job) -> Command {
    let mut command = Command::new(program);
    watched(&mut command);
    command.args(["verifikasi", HERE, "--format", if job.json { "json" } else { "manusia" }]);
    for (name, folder) in [("--register", &job.register), ("--akar", &job.akar)] {
        command.args(folder.iter().flat_map(|folder| [name.as_ref(), folder.as_os_str()]));
    }
    command.args(job.sidik.iter().flat_map(|sidik| ["--sidik", sidik]));
    command.args(job.gambar.then_some("--gambar"));
    command.arg("--").arg(path);
    let stdin = if path == Path::new("-") { Stdio::inherit() } else { Stdio::null() };
    command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}
