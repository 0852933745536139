//! What the server keeps: the data, the fonts, the decrees that are open.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::berkas;
use super::jaga::Jaga;
use super::jawab::Tolak;
use super::naskah::Terbuka;
use crate::input;
use crate::run::{Heard, Run};
use naskah_core::catalog::Catalog;
use naskah_pages::typeset::Fonts;

/// So many decrees are kept open.
const TERBUKA: usize = 8;

/// What the server keeps.
pub struct Meja {
    /// Who may ask.
    pub jaga: Jaga,
    /// Data, and what their files looked like when they were read.
    data: Mutex<(Catalog, u64)>,
    fonts: Fonts,
    terbuka: Mutex<BTreeMap<String, Arc<Terbuka>>>,
}

/// What a lock guards, whatever became of the thread that held it.
pub fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Meja {
    /// Begins to read data and fonts.
    pub fn new(jaga: Jaga) -> Result<Self, String> {
        let catalog = Catalog::new(input::root_of(None));
        let fonts = Fonts::load(&catalog);
        catalog.read_ahead();
        Ok(Self { jaga, data: Mutex::new((catalog, looks())), fonts, terbuka: Mutex::default() })
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
    pub fn run(&self, command: &'static str, work: impl FnOnce(Run) -> crate::Outcome) -> (crate::Outcome, Heard) {
        let (run, ear) = Run::heard(command, &self.catalog(), &self.fonts);
        let outcome = work(run);
        let heard = std::mem::take(&mut *locked(&ear));
        (outcome, heard)
    }

    /// The decree of a file, opened where it is not yet.
    pub fn naskah(self: &Arc<Self>, name: &str) -> Result<Arc<Terbuka>, Tolak> {
        let path = berkas::naskah(name)?;
        let name = berkas::nama(&path);
        let mut open = locked(&self.terbuka);
        if let Some(known) = open.get(&name) {
            return Ok(Arc::clone(known));
        }
        if open.len() >= TERBUKA {
            let idle = open.iter().find(|(_, one)| one.is_idle()).map(|(name, _)| name.clone());
            if let Some(one) = idle.and_then(|name| open.remove(&name)) {
                one.tutup();
            }
        }
        let opened = Terbuka::new(name.clone(), path, self)?;
        open.insert(name, Arc::clone(&opened));
        Ok(opened)
    }

    /// A page of one of the open decrees.
    pub fn gambar(&self, sidik: u128) -> Option<Vec<u8>> {
        let open: Vec<Arc<Terbuka>> = locked(&self.terbuka).values().cloned().collect();
        open.iter().find_map(|one| one.gambar(sidik))
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
