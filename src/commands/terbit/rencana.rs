//! What is about to be issued, in a few lines for people.

use std::path::Path;

use super::{Job, Siap};
use crate::office::register::{ASLI, NASKAH};
use crate::run::{Count, Deed, Made};
use naskah_core::decree::{Keputusan, Tanggal};
use naskah_core::diag::Sink;
use naskah_core::language::days::HARI;
use naskah_core::resolve::{self, Resolved};

/// What extracts would be made from.
pub struct Petikan {
    kunci: String,
    penerima: usize,
    /// Whether the decree itself names the key.
    tertulis: bool,
}

impl Petikan {
    /// The key column and how many rows it tells apart; `None` for a decree of which no extracts are made.
    pub fn of(resolved: &Resolved) -> Option<Self> {
        let keputusan = resolved.keputusan();
        let mut sink = Sink::default();
        let (kunci, all) = resolve::kolom_kunci(keputusan, &resolved.naskah().lampiran, &mut sink)?;
        let tertulis = keputusan.petikan.as_ref().is_some_and(|petikan| petikan.kunci.is_some());
        Some(Self { kunci, penerima: all.len(), tertulis }).filter(|own| own.penerima > 0)
    }
}

/// What the record and the abstract of a decree are made from and is not written.
pub fn unwritten(keputusan: &Keputusan) -> Vec<&'static str> {
    let parts = [
        ("subjek", keputusan.subjek.is_empty()),
        ("alasan", keputusan.abstrak.alasan.is_none()),
        ("materi", keputusan.abstrak.materi.is_empty()),
    ];
    parts.into_iter().filter(|(_, empty)| *empty).map(|(name, _)| name).collect()
}

/// The plan of each decree.
pub fn all_told(jobs: &[Job], siap: &[Siap]) -> String {
    let from_input = jobs.iter().any(|job| job.berkas == Path::new("-"));
    siap.iter().map(|siap| told(siap, from_input)).collect()
}

/// The plan, a line for each thing.
fn told(siap: &Siap, from_input: bool) -> String {
    let Siap { kunci, terbit, tujuan, ragu, peringatan, petikan, jdih, .. } = siap;
    let mut out = format!("akan terbit: {kunci}\n");
    let mut line = |label: &str, text: &str| {
        if !text.is_empty() {
            out += &format!("  {label:<13} {text}\n");
        }
    };
    line("tentang", &terbit.tentang);
    line("seri", &format!("{} ({})", kunci.seri, kunci.kantor));
    line("tanggal", &day(&terbit.tanggal));
    line("tanda tangan", &terbit.pejabat);
    line("halaman", &terbit.halaman.to_string());
    for target in tujuan {
        let what = if target.isi == ASLI { "PDF asli" } else { "diisikan ke" };
        let replaced = if target.isi == ASLI && target.lama.is_some() { " (sudah ada)" } else { "" };
        line(what, &format!("{}{replaced}", target.path.display()));
    }
    if tujuan.iter().all(|target| target.isi != NASKAH) && from_input {
        line("sumber", "masukan baku; simpan naskahnya sendiri");
    }
    line("mengubah", &terbit.mengubah.join("; "));
    line("mencabut", &terbit.mencabut.join("; "));
    if let Some(petikan) = petikan {
        let own = if petikan.tertulis { "" } else { "; kolom lain disebut dengan `petikan: {kunci: …}`" };
        line("petikan", &format!("{} penerima menurut kolom `{}`{own}", petikan.penerima, petikan.kunci));
    }
    if !jdih.is_empty() {
        line("JDIH", &format!("{} belum ditulis", jdih.join(", ")));
    }
    let doubts = if ragu.is_empty() { String::new() } else { format!(", {} harus dijawab", ragu.len()) };
    line("peringatan", &format!("{peringatan}{doubts}"));
    out
}

/// `Senin, 2 Maret 2026`
fn day(iso: &str) -> String {
    iso.parse::<Tanggal>().map_or(iso.to_owned(), |day| format!("{}, {day}", HARI[day.hari()]))
}

/// What would be issued, for programs and as a result line.
pub fn made(siap: &Siap) -> Made {
    let doubts: Vec<&str> = siap.ragu.iter().map(|finding| finding.code.id).collect();
    let note = if doubts.is_empty() { String::new() } else { format!("harus dijawab: {}", dedup(doubts).join(", ")) };
    let made = Made::new(Deed::Coba).named(&siap.kunci).of(&siap.kunci);
    made.count(Count::Halaman, siap.terbit.halaman).note(note)
}

fn dedup(mut codes: Vec<&str>) -> Vec<&str> {
    codes.sort_unstable();
    codes.dedup();
    codes
}
