//! A run that is asked to stop, by Ctrl-C or by the system: it ends what it has begun, and begins nothing more.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

/// Whether a run was asked to stop.
#[derive(Debug, Clone, Default)]
pub struct Henti {
    asked: Arc<AtomicBool>,
}

/// What a process answers with that ends at a second signal.
const INTERRUPTED: i32 = 130;

impl Henti {
    /// Heeds signals from now on; a second one ends the process at once.
    pub fn heed() -> Self {
        let henti = Self::default();
        for signal in [SIGINT, SIGTERM] {
            // Where a signal cannot be heard it ends the process as it always does, and files are whole all the same.
            let second = flag::register_conditional_shutdown(signal, INTERRUPTED, Arc::clone(&henti.asked));
            drop(second.and_then(|_| flag::register(signal, Arc::clone(&henti.asked))));
        }
        henti
    }

    /// Asks to stop.
    pub fn stop(&self) {
        self.asked.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked.
    pub fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }
}
