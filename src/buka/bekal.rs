//! What pages and commands are made with: the data as they are now, the fonts; a command run where a page hears it.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::Outcome;
use crate::input;
use crate::run::{Heard, Kemajuan, Run, lukis};
use naskah_core::catalog::Catalog;
use naskah_pages::typeset::Fonts;

/// Data and fonts.
pub struct Bekal {
    /// Data, and what their files looked like when they were read.
    data: Mutex<(Catalog, u64)>,
    fonts: Fonts,
    /// Long runs by the names that pages gave them.
    tugas: Mutex<HashMap<String, Arc<Kemajuan>>>,
}

/// What a lock guards, whatever became of the thread that held it.
pub fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Bekal {
    /// Begins to read them.
    pub fn new() -> Self {
        let mut catalog = Catalog::new(input::root_of(None));
        catalog.pelukis = Some(lukis::pelukis);
        let fonts = Fonts::load(&catalog);
        catalog.read_ahead();
        Self { data: Mutex::new((catalog, looks())), fonts, tugas: Mutex::default() }
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
        self.heard(command, work, &Arc::default())
    }

    /// The same of a run that may take long; meanwhile its name tells how far it has come.
    pub fn run_long(&self, name: &str, command: &'static str, work: impl FnOnce(Run) -> Outcome) -> (Outcome, Heard) {
        let kemajuan = Arc::default();
        locked(&self.tugas).insert(name.to_owned(), Arc::clone(&kemajuan));
        let done = self.heard(command, work, &kemajuan);
        locked(&self.tugas).remove(name);
        done
    }

    /// How far a long run has come, where there is one of this name.
    pub fn kemajuan(&self, name: &str) -> Option<Arc<Kemajuan>> {
        locked(&self.tugas).get(name).cloned()
    }

    fn heard(
        &self,
        command: &'static str,
        work: impl FnOnce(Run) -> Outcome,
        kemajuan: &Arc<Kemajuan>,
    ) -> (Outcome, Heard) {
        let (run, ear) = Run::heard(command, &self.catalog(), &self.fonts, kemajuan);
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
