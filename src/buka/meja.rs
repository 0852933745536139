//! What the server keeps: who may ask, data and fonts, the decrees that are open.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::bekal::{Bekal, locked};
use super::berkas;
use super::jaga::Jaga;
use super::jawab::Tolak;
use super::naskah::Terbuka;

/// So many decrees are kept open.
const TERBUKA: usize = 8;

/// What the server keeps.
pub struct Meja {
    /// Who may ask.
    pub jaga: Jaga,
    /// Data and fonts.
    pub bekal: Arc<Bekal>,
    terbuka: Mutex<BTreeMap<String, Arc<Terbuka>>>,
}

impl Meja {
    /// Begins to read data and fonts.
    pub fn new(jaga: Jaga) -> Self {
        Self { jaga, bekal: Arc::new(Bekal::new()), terbuka: Mutex::default() }
    }

    /// The decree of a file, opened where it is not yet.
    pub fn naskah(&self, name: &str) -> Result<Arc<Terbuka>, Tolak> {
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
        let opened = Terbuka::new(name.clone(), path, &self.bekal)?;
        open.insert(name, Arc::clone(&opened));
        Ok(opened)
    }

    /// A page of one of the open decrees.
    pub fn gambar(&self, sidik: u128) -> Option<Vec<u8>> {
        let open: Vec<Arc<Terbuka>> = locked(&self.terbuka).values().cloned().collect();
        open.iter().find_map(|one| one.gambar(sidik))
    }
}
