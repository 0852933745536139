//! The register: what an office has issued, a year a file.

mod buku;
mod hook;
mod menyeluruh;
mod nyasar;
mod penerbitan;
mod periksa;
mod ringkas;
mod rujukan;
mod sumber;

pub use buku::{
    ASLI, BAHAN, BATAL, Baris, Batal, Beku, Buku, Fault, Kunci, NASKAH, Peristiwa, SidikTerbit, Status, TERBIT, Tahun,
    Terbit, Tercatat, kata,
};
#[doc(hidden)]
pub use hook::{Hook, set as set_hook};
pub use penerbitan::{Hasil, NotDone, Sisa, Terbuka, Terhenti, Tujuan};
pub use periksa::{Banding, Ganjil, Jangkar};
pub use ringkas::{BatalRingkas, Kata, KunciRingkas, PeristiwaRingkas, Ringkas, SidikRingkas, TerbitRingkas};
pub use rujukan::{Ditolak, Rujukan, changed, changed_sheets};
