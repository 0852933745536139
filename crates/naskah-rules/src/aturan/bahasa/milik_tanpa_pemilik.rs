//! "-nya" that points back to nothing.

use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::forms::{is_active, is_passive};

declare_rule! {
    /// Akhiran “-nya” menunjuk sesuatu yang sudah disebut
    ///
    /// “Daftar arsip kepegawaiannya” pada awal teks tidak mempunyai pemilik yang ditunjuk; begitu pula “-nya” di depan
    /// pemiliknya, seperti “datanya kantor”. Yang ditanyakan hanya kata benda pe-…-an dan ke-…-an yang di depannya tidak ada
    /// kata kerja atau kata tugas.
    ///
    /// Sumber: KBBI, entri -nya; EYD V tentang bentuk terikat.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel: {kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}], baris: [[Pembaruan data kepegawaiannya]]}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel: {kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}], baris: [[Hari kerja dan pelaksanaannya]]}
    /// ```
    "K521" "milik-tanpa-pemilik" Saran since "0.3.0" => check
}

/// How many words before it are looked at.
const FARTHEST: usize = 4;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let own = |part: Part| matches!(part, Part::Sel { .. } | Part::Kelompok(_) | Part::Bab(_) | Part::LampiranJudul(_));
    for (passage, text) in context.worded().filter(|(passage, text)| own(passage.part) && !text.capitals) {
        for at in 1..text.words.len().min(FARTHEST + 1) {
            if !is_loose(context, passage, text, at) {
                continue;
            }
            let word = &text.words[at];
            let shown = passage.word(word);
            let stem = shown.strip_suffix("nya").unwrap_or(shown);
            report
                .at(
                    context.place(passage.teks, word.range.clone()),
                    format!("“-nya” dalam `{shown}` tidak menunjuk apa pun"),
                )
                .hint(format!("apakah cukup `{stem}`?"));
        }
    }
}

/// Whether a noun with "-nya" has only nouns before it.
fn is_loose(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let lower = passage.lower(word);
    let Some(stem) = lower.strip_suffix("nya").filter(|stem| is_abstract(stem)) else { return false };
    let kata = context.catalog.kata();
    let noun = |at: usize| {
        let before = &text.words[at];
        let lower = passage.lower(before);
        matches!(before.kind, Kind::Lower | Kind::Capital)
            && passage.gap(before, &text.words[at + 1]) == " "
            && !context.word_lists().is_particle(&lower)
            && !context.word_lists().has(WordList::MilikBersama, &lower)
            && !is_active(context.word_lists(), &lower)
            && !is_passive(context.word_lists(), &lower)
            && !lower.ends_with("nya")
            && kata.has(&lower)
    };
    word.mask.is_none() && !word.italic && word.kind != Kind::Mixed && kata.has(stem) && (0..at).all(noun)
}

/// A noun of pe-…-an or ke-…-an.
fn is_abstract(stem: &str) -> bool {
    stem.len() > 7 && stem.ends_with("an") && (stem.starts_with("pe") || stem.starts_with("ke"))
}
