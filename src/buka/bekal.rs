//! What pages and commands are made with: the data as they are now, the fonts; a command run where a page hears it.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::Outcome;
use crate::input;
use crate::run::{Heard, Run};
use naskah_core::catalog::Catalog;
use naskah_pages::typeset::Fonts;

/// Data and fonts.
pub struct Bekal {
    /// Data, and what their files looked like when they were read.
    data: Mutex<(Catalog, u64)>,
    fonts: Fonts,
}

/// What a lock guards, whatever became of the thread that held it.
pub fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Bekal {
    /// Begins to read them.
    pub fn new() -> Self {
        let catalog = Catalog::new(input::root_of(None));
        let fonts = Fonts::load(&catalog);
        catalog.read_ahead();
        Self { data: Mutex::new((catalog, looks())), fonts }
    }

    /// The data as they are now.
    pub fn catalog(&self) -> Catalog {
        let mut data = locked(&self.data);
        let now = looks();
        if data.1 != now {
            *data = (data.0.with_root(input::root_of(None)), now);
        }
        data.0.clone()
    }

    /// The fonts.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// Runs a command, and gives what it would have said.
    pub fn run(&self, command: &'static str, work: impl FnOnce(Run) -> Outcome) -> (Outcome, Heard) {
        let (run, ear) = Run::heard(command, &self.catalog(), &self.fonts);
        let outcome = work(run);
        let heard = std::mem::take(&mut *locked(&ear));
        (outcome, heard)
    }
}

/// What the files look like that go before the program's own data: names, sizes, times.
fn looks() -> u64 {
    let mut hasher = DefaultHasher::new();
    for folder in
        ["data/kantor", "data/dasar-hukum", "data/kata", "data/libur", "data/wilayah", "data/lambang", "templates"]
    {
        look(Path::new(folder), 4, &mut hasher);
    }
    Path::new("data").is_dir().hash(&mut hasher);
    hasher.finish()
}

fn look(folder: &Path, deep: usize, hasher: &mut DefaultHasher) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        entry.file_name().hash(hasher);
        let Ok(kind) = entry.metadata() else { continue };
        (kind.len(), kind.modified().ok()).hash(hasher);
        if kind.is_dir() && deep > 0 {
            look(&entry.path(), deep - 1, hasher);
        }
    }
}
