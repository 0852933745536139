//! The decree's name, written all in capitals.

use crate::{Context, Report, declare_rule};
use naskah_core::language::capitals::in_capitals;
use naskah_core::language::{WordList, WordLists};

declare_rule! {
    /// `tentang` ditulis dengan huruf kapital pada awal kata saja
    ///
    /// Judul dan kepala lampiran dikapitalkan oleh program. Nama yang diketik dengan huruf kapital seluruhnya ikut tercetak
    /// begitu di dalam kalimat penutup Menimbang.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 22.
    ///
    /// Salah:
    /// ```yaml
    /// tentang: PENETAPAN HARI KERJA
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tentang: Penetapan Hari Kerja
    /// ```
    "K119" "nama-berkapital" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let teks = &context.keputusan.tentang;
    let plain = teks.as_plain();
    if in_capitals(&plain) && plain.contains(' ') {
        report.at(teks.span, "nama keputusan diketik dengan huruf kapital seluruhnya").hint(format!(
            "tulis seperti “{}”; singkatan tetap berhuruf kapital",
            titled(context.word_lists(), &plain)
        ));
    }
}

/// The name with capitals at the beginning of words.
fn titled(lists: &WordLists, text: &str) -> String {
    let word = |(at, word): (usize, &str)| {
        let low = word.to_lowercase();
        if at > 0 && lists.has(WordList::Partikel, &low) {
            return low;
        }
        let mut out = String::new();
        let mut fresh = true;
        for c in low.chars() {
            if fresh {
                out.extend(c.to_uppercase())
            } else {
                out.push(c)
            }
            fresh = !c.is_alphanumeric();
        }
        out
    };
    text.split_whitespace().enumerate().map(word).collect::<Vec<_>>().join(" ")
}
