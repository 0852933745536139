//! How far a run over many things has come; only people at a terminal see it.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A line that is written over as things are done, by any thread.
pub struct Progress {
    all: usize,
    done: AtomicUsize,
    what: &'static str,
    shown: bool,
}

impl Progress {
    /// Nothing is done yet of `all`; `what` says what is done, as in `berkas diperiksa`.
    pub fn new(all: usize, what: &'static str) -> Self {
        Self { all, done: AtomicUsize::new(0), what, shown: all > 1 && io::stderr().is_terminal() }
    }

    /// One more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.say(&format!("\r{done}/{} {}", self.all, self.what));
    }

    /// Takes the line away.
    pub fn clear(&self) {
        self.say("\r\x1b[K");
    }

    fn say(&self, text: &str) {
        if self.shown {
            drop(io::stderr().write_all(text.as_bytes()));
        }
    }
}
