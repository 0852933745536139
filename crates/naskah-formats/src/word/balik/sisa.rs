//! What the file says and the decree would not print, when every edit is taken.

use std::collections::HashSet;

use naskah_core::resolve::Naskah;

use super::super::jangkar::{rapi, tertulis};
use super::acuan::{Acuan, Asal, tanpa_penutup};
use super::kata::di_mana;
use super::{Hasil, Keberatan, Sebab};

/// The texts of the file that `baru`, the decree with every edit, does not print as they stand in it.
pub fn sisa(hasil: &Hasil, acuan: &Acuan<'_>, baru: &Naskah) -> Vec<Keberatan> {
    let printed: HashSet<String> = baru.texts().into_iter().map(|teks| rapi(&tertulis(teks))).collect();
    let stems: HashSet<&str> = printed.iter().map(|text| tanpa_penutup(text)).collect();
    let mut out = Vec::new();
    for (unit, said) in hasil.tunda.iter().filter(|(_, said)| !printed.contains(said) && !said.is_empty()) {
        let satuan = &acuan.satuan[*unit];
        let (sebab, pesan, jalan) = if satuan.asal == Asal::Buatan {
            let pesan = format!("`{said}` dibuat oleh program dan tidak diubah di sini");
            (Sebab::Buatan, pesan, di_mana(satuan.jalan.as_deref().unwrap_or_default(), &satuan.ketikan))
        } else if stems.contains(tanpa_penutup(said)) {
            let pesan = format!("tanda baca di akhir `{said}` diberikan oleh program");
            (Sebab::Buatan, pesan, "tulis tanda bacanya dalam YAML bila harus lain".to_owned())
        } else {
            let pesan = format!("`{said}` tercetak lain daripada di Word");
            (Sebab::TakTerbawa, pesan, "bandingkan hasilnya, lalu perbaiki dalam YAML".to_owned())
        };
        out.push(Keberatan { sebab, span: Some(satuan.span), pesan, jalan });
    }
    out
}
