//! What the words of a decree leave open of the decrees that it names.

use naskah_core::decree::Keputusan;
use naskah_core::diag::{Code, Diagnostic};
use naskah_core::language::kaitan::Nasib;
pub use naskah_core::reading::disebut::{Disebut, acting};
use naskah_core::reading::disebut::{Sebutan, mentioned};

/// What the words of the decree leave open: what they revoke only in part, what they revoke and keep at once, and what
/// may be revoked or only be named.
pub fn open(keputusan: &Keputusan) -> Vec<Diagnostic> {
    let all = mentioned(keputusan);
    let mut told: Vec<&Sebutan> = Vec::new();
    let mut found = Vec::new();
    for one in &all {
        let other = |nasib: Nasib| all.iter().any(|other| other.nasib == nasib && one.same(other));
        let (code, message, hint) = match one.nasib {
            Nasib::Sebagian => (
                Code::SASARAN_LUAR,
                format!("{} hanya dicabut sebagian; register tidak mencatatnya sebagai dicabut", one.nama),
                "bila bagian itu harus tampak pada statusnya, tetapkan sebagai perubahan",
            ),
            Nasib::Tetap if other(Nasib::Dicabut) => (
                Code::SASARAN,
                format!(
                    "{} disebut dicabut dan juga tetap berlaku; register tidak mencatatnya sebagai dicabut",
                    one.nama
                ),
                "hapus salah satunya, atau perbaiki nomornya",
            ),
            Nasib::Ragu if !other(Nasib::Dicabut) && !other(Nasib::Tetap) => (
                Code::SASARAN,
                format!("apakah {} dicabut belum jelas dari kalimat ini; register tidak mencatatnya", one.nama),
                "sebut setiap keputusan yang dicabut sebagai butir tersendiri, dengan “dicabut dan dinyatakan tidak berlaku”",
            ),
            Nasib::Dicabut | Nasib::Diubah
                if one.tanpa_lembaga && !all.iter().any(|other| !other.tanpa_lembaga && one.same(other)) =>
            {
                (
                    Code::SASARAN_LUAR,
                    format!("{} tidak menyebut lembaganya, sehingga tidak dikenali dalam register", one.nama),
                    "tulis namanya lengkap, misalnya Keputusan Komisi Pemilihan Umum Kabupaten … Nomor …",
                )
            }
            _ => continue,
        };
        if !told.iter().any(|other| other.nasib == one.nasib && other.same(one)) {
            told.push(one);
            found.push(Diagnostic::peringatan(code, one.span, message).hint(hint));
        }
    }
    found
}
