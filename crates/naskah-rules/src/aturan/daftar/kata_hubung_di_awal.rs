//! An item that begins with the word which the program puts between items.

use crate::{Context, Report, declare_rule};
use naskah_core::decree::butir::KataHubung;
use naskah_core::language::words::words;

declare_rule! {
    /// Kata hubung di antara butir ditulis satu kali
    ///
    /// Program mencetak "dan" (atau yang disebut `kata_hubung`) sesudah butir sebelum yang terakhir. Bila butir juga diawali
    /// kata hubung, yang tercetak ganda: "…; dan c. dan menyampaikan laporan".
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 54.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - teks: 'Petugas wajib:'
    ///     rincian: [mencatat tamu, dan menyampaikan laporan]
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - teks: 'Petugas wajib:'
    ///     rincian: [mencatat tamu, menyampaikan laporan]
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K616" "kata-hubung-di-awal" Peringatan since "0.4.0" => check
}

/// Words that join items.
const JOINS: [&str; 3] = ["dan", "atau", "serta"];

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for list in context.lists.iter().filter(|list| list.rincian.kata_hubung != KataHubung::Tanpa) {
        for (at, item) in list.rincian.butir.iter().enumerate().skip(1) {
            let text = item.teks.as_plain();
            let all = words(&text);
            let (Some(first), Some(second)) = (all.first(), all.get(1)) else { continue };
            if first.range.start != 0 || !JOINS.contains(&first.folded.as_str()) {
                continue;
            }
            let told = report.at(
                context.place(&item.teks, first.range.clone()),
                format!("butir diawali “{}”, padahal kata hubung antarbutir dicetak program", first.folded),
            );
            let last = at + 1 == list.rincian.butir.len();
            match last && first.folded == list.rincian.kata_hubung.word() {
                true => {
                    told.hint("hapus kata itu").cure(context.replace(&item.teks, 0..second.range.start, ""));
                }
                false => {
                    told.hint("hapus kata itu; kata hubung lain ditulis `kata_hubung: atau` pada daftarnya");
                }
            }
        }
    }
}
