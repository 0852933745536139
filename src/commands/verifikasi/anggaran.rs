//! A PDF verified in a process of its own, within a budget of time and memory.
//!
//! What a PDF brings, templates among it, is run to make its decree again: it may go on without end, ask for all memory
//! there is, or break the process down. Whatever happens there, this process has an answer.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{Hasil, Job};

/// So long may a PDF be verified.
pub const TIME: Duration = Duration::from_secs(30);

/// So much memory may it take, in kilobytes.
pub const MEMORY: u64 = 1024 * 1024;

/// So many times as long may it take where the machine is busy with other work.
const PATIENCE: u32 = 5;

/// Ticks of the clock by which the system counts what a process works, in a second.
const TICKS: u64 = 100;

/// How often is looked.
const STEP: Duration = Duration::from_millis(10);

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
    let ended = watch(&mut child);
    let answer = reader.join().unwrap_or_default();
    let hasil = match ended? {
        Some(0) => Hasil::Sama,
        Some(1) => Hasil::Berbeda,
        Some(2) => Hasil::TidakDapat,
        _ => return Err("pemeriksaannya terhenti: isi PDF ini merusak program yang menyusunnya ulang".to_owned()),
    };
    match answer.ends_with(b"\n") {
        true => Ok((hasil, answer)),
        false => Err("pemeriksaannya terhenti sebelum menjawab".to_owned()),
    }
}

fn command(program: &Path, path: &Path, job: &Job) -> Command {
    let mut command = Command::new(program);
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

/// Waits for the end within the budget; the exit code, where there is one.
fn watch(child: &mut Child) -> Result<Option<i32>, String> {
    let begun = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.code()),
            Ok(None) => {}
            Err(error) => return Err(format!("pemeriksaan tidak dapat ditunggu: {error}")),
        }
        let beyond = match (is_late(begun.elapsed(), worked(child.id())), memory(child.id()) > MEMORY) {
            (true, _) => format!("{} detik", TIME.as_secs()),
            (_, true) => format!("{} GB", MEMORY / 1024 / 1024),
            _ => {
                thread::sleep(STEP);
                continue;
            }
        };
        // One that has ended meanwhile needs no end.
        drop(child.kill());
        drop(child.wait());
        return Err(format!("pemeriksaannya melampaui batas {beyond}"));
    }
}

/// Whether a process has had its time: on the clock and by its own work, where the system tells that.
fn is_late(elapsed: Duration, worked: Option<Duration>) -> bool {
    elapsed > TIME && (elapsed > TIME * PATIENCE || worked.is_none_or(|worked| worked > TIME))
}

/// How long a process has worked, where the system tells that in a file.
fn worked(id: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name before may hold anything; user and system time are the twelfth and thirteenth field behind it.
    let (_, rest) = stat.rsplit_once(')')?;
    let ticks: u64 = rest.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Some(Duration::from_millis(ticks * 1000 / TICKS))
}

/// How much memory a process takes, in kilobytes, where the system tells that in a file.
fn memory(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Duration, TIME, is_late, worked};

    #[test]
    fn a_busy_machine_is_no_hostile_file() {
        let [long, short, late] = [TIME * 2, Duration::from_secs(1), TIME * 6];
        assert!(is_late(long, None) && is_late(long, Some(long)) && is_late(late, Some(short)));
        assert!(!is_late(long, Some(short)) && !is_late(short, Some(long)));
        assert!(worked(std::process::id()).is_none_or(|worked| worked < TIME * 100));
    }
}
