//! An open decree: its text as the file has it, what was done to it, and the pages that follow.
//!
//! Every edit is written at once. Before that the file is looked at again: where somebody else has changed it, that text is
//! taken over as one more step, and the edit is refused.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::bekal::{Bekal, locked};
use super::halaman::{self, Hasil};
use super::jawab::Tolak;
use super::riwayat::Riwayat;
use super::ubahan;
use crate::disk;
use crate::office::beku;
use naskah_core::diag::{Files, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::yaml::MAX_BYTES;
use naskah_formats::sunting;

/// How often the file is looked at while nothing is done to it.
const TINJAU: Duration = Duration::from_millis(700);
/// So many looks apart a listener is told that the server lives.
const DENYUT: u32 = 20;
/// So much may wait for a listener.
const ANTRE: usize = 64;

/// An open decree.
pub struct Terbuka {
    /// Its name among the files of the folder.
    pub nama: String,
    path: PathBuf,
    bekal: Arc<Bekal>,
    dalam: Mutex<Dalam>,
    bangun: Condvar,
}

/// What changes of it.
struct Dalam {
    teks: String,
    /// What was read or written last.
    sidik: Sidik,
    rev: u64,
    riwayat: Riwayat,
    /// Why nothing may be changed.
    kunci: Option<String>,
    /// What became of the file outside.
    luar: Option<&'static str>,
    hasil: Option<Arc<Hasil>>,
    /// The one before, whose pages may still be asked for.
    lalu: Option<Arc<Hasil>>,
    pendengar: Vec<mpsc::Sender<String>>,
    tutup: bool,
}

impl Terbuka {
    /// Opens a decree, and begins to lay it out.
    pub fn new(nama: String, path: PathBuf, bekal: &Arc<Bekal>) -> Result<Arc<Self>, Tolak> {
        let (teks, sidik, kunci) = read(&path)?;
        let kunci = kunci.or_else(|| frozen(&path, bekal));
        let dalam = Dalam {
            teks,
            sidik,
            rev: 1,
            riwayat: Riwayat::default(),
            kunci,
            luar: None,
            hasil: None,
            lalu: None,
            pendengar: Vec::new(),
            tutup: false,
        };
        let (bekal, dalam) = (Arc::clone(bekal), Mutex::new(dalam));
        let opened = Arc::new(Self { nama, path, bekal, dalam, bangun: Condvar::new() });
        let worker = Arc::clone(&opened);
        std::thread::spawn(move || worker.work());
        Ok(opened)
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether nobody listens.
    pub fn is_idle(&self) -> bool {
        let mut dalam = locked(&self.dalam);
        dalam.pendengar.retain(|listener| !listener.is_closed());
        dalam.pendengar.is_empty()
    }

    /// Ends its thread.
    pub fn tutup(&self) {
        locked(&self.dalam).tutup = true;
        self.bangun.notify_all();
    }

    /// Begins to tell a listener what happens.
    pub fn dengar(&self) -> mpsc::Receiver<String> {
        let (told, listener) = mpsc::channel(ANTRE);
        let mut dalam = locked(&self.dalam);
        // There is room in a channel that is new.
        drop(told.try_send(event("naskah", &json!({"rev": dalam.rev}))));
        if let Some(hasil) = &dalam.hasil {
            drop(told.try_send(event("halaman", &hasil.told())));
        }
        dalam.pendengar.push(told);
        listener
    }

    /// What a page shows of it.
    pub fn keadaan(&self) -> Value {
        let mut dalam = locked(&self.dalam);
        self.look_outside(&mut dalam);
        dalam.kunci = dalam.kunci.take().or_else(|| frozen(&self.path, &self.bekal));
        self.state(&dalam)
    }

    fn state(&self, dalam: &Dalam) -> Value {
        let tree = sunting::read(&dalam.teks);
        let (urung, ulang) = dalam.riwayat.banyak();
        json!({
            "berkas": self.nama,
            "rev": dalam.rev,
            "teks": dalam.teks,
            "pohon": tree.map(|tree| ubahan::json(&sunting::Isi::of(&tree))),
            "kunci": dalam.kunci,
            "luar": dalam.luar,
            "urung": urung,
            "ulang": ulang,
            "hasil": dalam.hasil.as_ref().map(|hasil| hasil.told()),
        })
    }

    /// Its text and revision.
    pub fn teks(&self) -> (String, u64) {
        let dalam = locked(&self.dalam);
        (dalam.teks.clone(), dalam.rev)
    }

    /// The pages that were laid out last.
    pub fn hasil(&self) -> Option<Arc<Hasil>> {
        locked(&self.dalam).hasil.clone()
    }

    /// A page of those.
    pub fn gambar(&self, sidik: u128) -> Option<Vec<u8>> {
        let (last, before) = {
            let dalam = locked(&self.dalam);
            (dalam.hasil.clone(), dalam.lalu.clone())
        };
        last.into_iter().chain(before).find_map(|hasil| hasil.gambar(sidik))
    }

    /// Changes the text by `edit` and writes it. `apa` names the place; `still` tells of a text that is newer than the page
    /// knows whether the edit is still meant.
    pub fn ubah(
        &self,
        (rev, apa): (u64, &str),
        still: impl FnOnce(&str) -> bool,
        edit: impl FnOnce(&str) -> Result<String, Tolak>,
    ) -> Result<Value, Tolak> {
        let mut dalam = locked(&self.dalam);
        self.may_write(&mut dalam)?;
        if rev != dalam.rev && !still(&dalam.teks) {
            let message = "bagian ini sudah diubah di tempat lain; yang tampil sekarang isi terbaru";
            return Err(Tolak::usang(message).with(self.state(&dalam)));
        }
        let after = edit(&dalam.teks)?;
        if after != dalam.teks {
            self.write(&after)?;
            let before = std::mem::take(&mut dalam.teks);
            dalam.riwayat.catat(&before, &after, apa);
            self.take(&mut dalam, after);
        }
        Ok(self.state(&dalam))
    }

    /// Undoes the last step, or does it again.
    pub fn mundur(&self, kembali: bool) -> Result<Value, Tolak> {
        let mut dalam = locked(&self.dalam);
        self.may_write(&mut dalam)?;
        let now = dalam.teks.clone();
        let other = if kembali { dalam.riwayat.ulang(&now) } else { dalam.riwayat.urung(&now) };
        if let Some(other) = other {
            self.write(&other)?;
            self.take(&mut dalam, other);
        }
        Ok(self.state(&dalam))
    }

    fn take(&self, dalam: &mut Dalam, teks: String) {
        dalam.sidik = Sidik::of(&teks);
        dalam.teks = teks;
        dalam.luar = None;
        self.changed(dalam);
    }

    fn changed(&self, dalam: &mut Dalam) {
        dalam.rev += 1;
        let told = event("naskah", &json!({"rev": dalam.rev, "luar": dalam.luar}));
        dalam.tell(&told);
        self.bangun.notify_all();
    }

    fn may_write(&self, dalam: &mut Dalam) -> Result<(), Tolak> {
        if self.look_outside(dalam) {
            let message = "berkas ini baru saja diubah di luar halaman ini; yang tampil sekarang isi berkas itu";
            return Err(Tolak::usang(message).with(self.state(dalam)));
        }
        dalam.kunci = dalam.kunci.take().or_else(|| frozen(&self.path, &self.bekal));
        match &dalam.kunci {
            Some(why) => Err(Tolak::usang(why.clone()).with(self.state(dalam))),
            None => Ok(()),
        }
    }

    fn write(&self, text: &str) -> Result<(), Tolak> {
        let real = self.path.canonicalize().unwrap_or_else(|_| self.path.clone());
        let written = disk::write_all(&[(real, text.as_bytes().to_vec())], true);
        written.map(drop).map_err(|error| Tolak::usang(crate::run::unwritten(&error).message))
    }

    /// Takes over what somebody else has written; whether there was anything.
    fn look_outside(&self, dalam: &mut Dalam) -> bool {
        match read(&self.path) {
            Ok((_, sidik, _)) if sidik == dalam.sidik => false,
            Ok((teks, sidik, kunci)) => {
                let before = std::mem::replace(&mut dalam.teks, teks);
                let after = dalam.teks.clone();
                dalam.riwayat.catat(&before, &after, "");
                (dalam.sidik, dalam.kunci, dalam.luar) = (sidik, kunci, Some("diubah"));
                self.changed(dalam);
                true
            }
            Err(_) if dalam.luar == Some("hilang") => false,
            Err(refused) => {
                dalam.luar = Some("hilang");
                dalam.kunci = Some(refused.pesan().to_owned());
                dalam.sidik = Sidik::of("");
                self.changed(dalam);
                true
            }
        }
    }

    /// Lays the text out whenever it is another, and looks at the file meanwhile.
    fn work(&self) {
        let mut quiet = 0;
        loop {
            let mut dalam = locked(&self.dalam);
            let laid = dalam.hasil.as_ref().map_or(0, |hasil| hasil.rev);
            if laid == dalam.rev {
                dalam = self.bangun.wait_timeout(dalam, TINJAU).unwrap_or_else(PoisonError::into_inner).0;
            }
            if dalam.tutup {
                return;
            }
            let (text, rev, before) = (dalam.teks.clone(), dalam.rev, dalam.hasil.clone());
            if laid == rev {
                quiet += 1;
                if quiet % DENYUT == 0 {
                    dalam.tell(": hidup\n\n");
                }
                if !dalam.pendengar.is_empty() {
                    self.look_outside(&mut dalam);
                }
                continue;
            }
            drop(dalam);
            let laid = || halaman::lay(&self.bekal, &self.nama, (text, rev), before.as_deref());
            // Should it break down, this decree is laid out no more until its text is another.
            let laid = std::panic::catch_unwind(AssertUnwindSafe(laid));
            let hasil = Arc::new(laid.unwrap_or_else(|_| Hasil::broken(rev, before.as_deref())));
            let mut dalam = locked(&self.dalam);
            let told = event("halaman", &hasil.told());
            dalam.lalu = dalam.hasil.replace(hasil);
            dalam.tell(&told);
        }
    }
}

impl Dalam {
    /// Tells every listener; those that are gone, or read too slowly, are let go.
    fn tell(&mut self, told: &str) {
        self.pendengar.retain(|listener| listener.try_send(told.to_owned()).is_ok());
    }
}

/// A server-sent event.
fn event(name: &str, data: &Value) -> String {
    format!("event: {name}\ndata: {data}\n\n")
}

/// The text of a file, its fingerprint, and why it may not be written back.
fn read(path: &Path) -> Result<(String, Sidik, Option<String>), Tolak> {
    let name = path.display().to_string();
    let bytes = disk::read(path, MAX_BYTES).map_err(|error| Tolak::tiada(crate::input::unreadable(&name, &error)))?;
    let sidik = Sidik::of(&bytes);
    if let Ok(text) = String::from_utf8(bytes) {
        return Ok((text, sidik, None));
    }
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = crate::input::open(path, &mut files, &mut sink);
    let why = sink.found().first().map(|finding| finding.message.clone()).unwrap_or_default();
    let text = file.map(|file| files.text(file).to_owned()).map_err(|_| Tolak::salah(why.clone()))?;
    Ok((text, sidik, Some(why)))
}

/// Why a file is not written into: its decree is issued.
fn frozen(path: &Path, bekal: &Bekal) -> Option<String> {
    let mut found = None;
    bekal.run("buka", |mut run| {
        if beku::writable(path, &mut run).is_none() {
            found = run.sink.found().last().map(|finding| finding.message.clone());
        }
        run.finish()
    });
    found
}
