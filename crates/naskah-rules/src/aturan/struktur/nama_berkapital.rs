//! The decree's name, written all in capitals.

use std::ops::Range;

use crate::{Context, Report, declare_rule};
use naskah_core::language::capitals::in_capitals;
use naskah_core::language::words::words;
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
        return;
    }
    if let Some(run) = shouted(context, &plain) {
        let small = titled(context.word_lists(), &plain[run.clone()]);
        report
            .at(context.place(teks, run), "sebagian nama keputusan diketik dengan huruf kapital seluruhnya")
            .hint(format!("tulis seperti “{small}”; singkatan tetap berhuruf kapital"));
    }
}

/// Two and more words of the language in capitals, one after the other; an abbreviation is no word.
fn shouted(context: &Context<'_>, plain: &str) -> Option<Range<usize>> {
    let kata = context.catalog.kata();
    let mut run: Option<(usize, Range<usize>)> = None;
    for word in words(plain) {
        let loud = word.folded.len() > 3
            && in_capitals(&plain[word.range.clone()])
            && kata.has(&word.folded)
            && !kata.is_abbreviation(&word.folded);
        run = match run {
            Some((count, range)) if loud => Some((count + 1, range.start..word.range.end)),
            Some((count, range)) if count > 1 => return Some(range),
            _ if loud => Some((1, word.range)),
            _ => None,
        };
    }
    run.filter(|(count, _)| *count > 1).map(|(_, range)| range)
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
