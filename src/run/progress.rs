//! How far a run over many things has come; people at a terminal see it, and a listener within the program.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

/// How far a run has come, for a listener, who may ask it to stop.
#[derive(Debug, Default)]
pub struct Kemajuan {
    all: AtomicUsize,
    done: AtomicUsize,
    stopped: AtomicBool,
}

impl Kemajuan {
    /// How many things are done, and of how many; of none before the run knows them.
    pub fn counts(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed))
    }

    /// Asks the run to stop.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }
}

/// A line that is written over as things are done, by any thread.
pub struct Progress {
    all: usize,
    done: AtomicUsize,
    what: &'static str,
    shown: bool,
    long: Option<Long>,
    listener: Option<Arc<Kemajuan>>,
}

/// What is told of a run that may take hours: how fast it goes, and how long it will take.
struct Long {
    begun: Instant,
    /// When it was told last, in milliseconds since.
    told: AtomicU64,
    /// So long nothing is told again.
    pause: u64,
}

impl Progress {
    /// Nothing is done yet of `all`; `what` says what is done, as in `berkas diperiksa`.
    pub fn new(all: usize, what: &'static str) -> Self {
        let shown = all > 1 && io::stderr().is_terminal();
        Self { all, done: AtomicUsize::new(0), what, shown, long: None, listener: None }
    }

    /// The same where somebody else than a person at a terminal listens.
    pub(super) fn heard(all: usize, what: &'static str, listener: &Arc<Kemajuan>) -> Self {
        listener.all.store(all, Ordering::Relaxed);
        Self { shown: false, listener: Some(Arc::clone(listener)), ..Self::new(all, what) }
    }

    /// Whether the listener has asked to stop.
    pub fn is_stopped(&self) -> bool {
        self.listener.as_ref().is_some_and(|listener| listener.stopped.load(Ordering::Relaxed))
    }

    /// The same of a run that may take hours; where nobody sits at a terminal, a line every half minute.
    pub fn long(all: usize, what: &'static str) -> Self {
        let screen = io::stderr().is_terminal();
        let pause = if screen { 200 } else { 30_000 };
        let long = Long { begun: Instant::now(), told: AtomicU64::new(0), pause };
        Self { long: Some(long), ..Self::new(all, what) }
    }

    /// One more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if let Some(listener) = &self.listener {
            listener.done.store(done, Ordering::Relaxed);
        }
        match &self.long {
            None => self.say(&format!("\r{done}/{} {}", self.all, self.what)),
            Some(long) => long.tell(done, self),
        }
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

impl Long {
    fn tell(&self, done: usize, progress: &Progress) {
        let passed = self.begun.elapsed();
        let now = u64::try_from(passed.as_millis()).unwrap_or(u64::MAX);
        let told = self.told.load(Ordering::Relaxed);
        let due = now >= told.saturating_add(self.pause);
        if !due || self.told.compare_exchange(told, now, Ordering::Relaxed, Ordering::Relaxed).is_err() {
            return;
        }
        let rate = done as f64 / passed.as_secs_f64().max(0.001);
        let left = duration((progress.all.saturating_sub(done)) as f64 / rate.max(0.001));
        let rate = format!("{rate:.1}").replace('.', ",");
        let line = format!("{done}/{} {}, {rate} tiap detik, sisa {left}", progress.all, progress.what);
        match progress.shown {
            true => progress.say(&format!("\r{line}\x1b[K")),
            false => drop(io::stderr().write_all(format!("{line}\n").as_bytes())),
        }
    }
}

/// A length of time in its two largest units.
fn duration(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    match whole {
        0..60 => format!("{whole} detik"),
        60..3600 => format!("{} menit {} detik", whole / 60, whole % 60),
        _ => format!("{} jam {} menit", whole / 3600, whole % 3600 / 60),
    }
}
