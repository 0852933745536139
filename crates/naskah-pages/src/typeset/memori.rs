//! Whether there is memory enough to lay a decree out. Where there is not, the system ends the program without a word, so
//! that is looked at before.

use std::fs;

use naskah_core::decree::Teks;
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::resolve::{BarisCetak, BlokCetak, Naskah, Resolved};

use super::jendela::{self, Ukuran};

/// What a printed text takes while pages are made, and each of its characters, in bytes; measured on long tables.
#[derive(Clone, Copy)]
struct Beban {
    text: u64,
    character: u64,
}

const UTUH: Beban = Beban { text: 30 * 1024, character: 600 };
/// The same of a table in windows.
const BERJENDELA: Beban = Beban { text: 10 * 1024, character: 300 };

/// What is taken whatever a decree holds, in bytes.
const ALWAYS: u64 = 100 * 1024 * 1024;

const GIGABYTE: f64 = 1024.0 * 1024.0 * 1024.0;

/// Reports a decree that needs more memory than there is, at the attachment that needs most; tables that windows of that size
/// can be made of count as such.
pub fn check_memory(resolved: &Resolved, ukuran: Option<Ukuran>, sink: &mut Sink) {
    let naskah = resolved.naskah();
    let needed = needed(naskah, ukuran);
    let Some(free) = free().filter(|free| needed > *free) else { return };
    let largest = naskah.lampiran.iter().max_by_key(|lampiran| lampiran.isi.iter().map(weight).sum::<u64>());
    let title = largest.and_then(|lampiran| lampiran.judul.as_ref());
    let span = title.map_or(resolved.keputusan().kantor.span, |title| title.span);
    let message = format!(
        "naskah ini memerlukan sekitar {} memori, sedangkan yang tersedia {}",
        gigabytes(needed),
        gigabytes(free)
    );
    let hint = "pecah lampiran itu menjadi beberapa keputusan, atau susun dengan komputer yang memorinya lebih besar";
    sink.push(Diagnostic::galat(Code::UKURAN, span, message).hint(hint));
}

fn gigabytes(bytes: u64) -> String {
    format!("{:.1} GB", bytes as f64 / GIGABYTE).replace('.', ",")
}

fn needed(naskah: &Naskah, ukuran: Option<Ukuran>) -> u64 {
    let windows = ukuran.map(|ukuran| jendela::tabel(naskah, ukuran)).unwrap_or_default();
    let cells = windows.iter().flat_map(|tabel| &tabel.baris).flat_map(BarisCetak::cells);
    let within: Vec<&Teks> = cells.flat_map(|cell| cell.isi.texts()).collect();
    // Whatever stands in windows is among all texts.
    let all = naskah.texts();
    ALWAYS + UTUH.of(&all).saturating_sub(UTUH.of(&within)) + BERJENDELA.of(&within)
}

impl Beban {
    fn of(self, texts: &[&Teks]) -> u64 {
        texts.iter().map(|text| self.text + self.character * text.as_plain().len() as u64).sum()
    }
}

fn weight(blok: &BlokCetak) -> u64 {
    match blok {
        BlokCetak::Tabel { tabel } => tabel.baris.len() as u64,
        _ => 1,
    }
}

/// The bytes that this process may still take, as far as the system tells that in files.
fn free() -> Option<u64> {
    let kilobytes = |file: &str, name: &str| -> Option<u64> {
        let text = fs::read_to_string(file).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    };
    let system = kilobytes("/proc/meminfo", "MemAvailable:")?;
    let swap = kilobytes("/proc/meminfo", "SwapFree:").unwrap_or(0);
    let taken = kilobytes("/proc/self/status", "VmSize:").unwrap_or(0);
    let limit = kilobytes("/proc/self/limits", "Max address space").map(|bytes| (bytes / 1024).saturating_sub(taken));
    let free = system.saturating_add(swap);
    Some(limit.map_or(free, |limit| limit.min(free)).saturating_mul(1024))
}
