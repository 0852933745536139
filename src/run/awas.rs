//! A process of its own for what a PDF from outside brings, within a budget of time and memory: it may go on without end,
//! ask for all memory there is, or break the process down. Whatever happens there, this process has an answer.

use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use crate::Outcome;

/// So long may a PDF be looked at.
pub const TIME: Duration = Duration::from_secs(30);

/// So much memory may it take, in kilobytes.
pub const MEMORY: u64 = 1024 * 1024;

/// How often is looked.
const STEP: Duration = Duration::from_millis(10);

/// The variable of the environment by which a process knows that it is watched.
const WATCHED: &str = "NASKAH_DIAWASI";

/// The program that is to do again, watched, what this process was asked to; `None` where that is this process.
pub fn program() -> Option<std::path::PathBuf> {
    std::env::current_exe().ok().filter(|_| std::env::var_os(WATCHED).is_none())
}

/// The same command, which will know that it is watched.
pub fn watched(command: &mut Command) -> &mut Command {
    command.env(WATCHED, "ya")
}

/// Ends this process, where it is watched, once the one that watches it is gone: nobody keeps it to its budget then.
pub fn end_with_watcher() {
    /// How often is looked.
    #[cfg(unix)]
    const PAUSE: Duration = Duration::from_millis(500);
    #[cfg(unix)]
    if std::env::var_os(WATCHED).is_some() {
        let watcher = std::os::unix::process::parent_id();
        thread::spawn(move || {
            while std::os::unix::process::parent_id() == watcher {
                thread::sleep(PAUSE);
            }
            std::process::exit(2);
        });
    }
}

/// Does what this process was asked to in a process of its own, which reads and writes in its place; so many PDFs have so
/// many budgets of time.
pub fn again(program: &Path, count: usize) -> Result<Outcome, String> {
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1));
    let mut child =
        watched(&mut command).spawn().map_err(|error| format!("pemeriksaan tidak dapat dimulai: {error}"))?;
    match watch(&mut child, count)? {
        Some(0) => Ok(Outcome::Made),
        Some(1) => Ok(Outcome::Wrong),
        Some(2) => Ok(Outcome::CouldNotRun),
        _ => Err(BROKEN.to_owned()),
    }
}

/// The answer where the process broke down.
pub const BROKEN: &str = "pemeriksaannya terhenti: isi PDF ini merusak program yang membacanya";

/// Waits for the end within so many budgets; the exit code, where there is one.
pub fn watch(child: &mut Child, count: usize) -> Result<Option<i32>, String> {
    let (begun, time) = (Instant::now(), TIME * u32::try_from(count.max(1)).unwrap_or(u32::MAX));
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.code()),
            Ok(None) => {}
            Err(error) => return Err(format!("pemeriksaan tidak dapat ditunggu: {error}")),
        }
        let beyond = match (begun.elapsed() > time, memory(child.id()) > MEMORY) {
            (true, _) => format!("{} detik", time.as_secs()),
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

/// How much memory a process takes, in kilobytes, where the system tells that in a file.
fn memory(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
