//! The program: arguments in, exit code out.

use std::process::ExitCode;

use naskah::{Outcome, cli, run};

/// The system's allocator takes a fifth of the time where many threads lay out pages; docs/kinerja.md has the figures.
#[cfg(all(unix, feature = "jemalloc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|fault| eprintln!("kesalahan program: {fault}")));
    run::awas::end_with_watcher();
    if let Some(ended) = run::lukis::asked(std::env::args_os()) {
        return ended;
    }
    let outcome = match cli::parse(std::env::args_os()) {
        Ok(command) => command.run(),
        Err(stop) => stop.tell(),
    };
    match outcome {
        Outcome::Made => ExitCode::SUCCESS,
        Outcome::Wrong => ExitCode::from(1),
        Outcome::CouldNotRun => ExitCode::from(2),
    }
}
