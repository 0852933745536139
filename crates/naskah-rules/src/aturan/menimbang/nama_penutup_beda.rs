//! The closing item by hand names another decree than the one that it closes.

use naskah_core::diag::Level;
use naskah_core::language::words::{Cut, Word, folded};
use std::ops::Range;

use crate::parts::closing_item::{self, Closing};
use crate::{Context, Report, declare_rule};
use naskah_core::language::words::{lower, shortened};

declare_rule! {
    /// Nama dan lembaga dalam butir penutup Menimbang sama dengan kepala keputusan
    ///
    /// Butir penutup yang ditulis sendiri sering tertinggal dari naskah lama. Yang dibandingkan ialah kata-katanya, tanpa
    /// memandang huruf kapital dan jarak.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 22.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Jam Kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    "K207" "nama-penutup-beda" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(closing) = closing_item::closing(context) else { return };
    name(context, report, &closing);
    office(context, report, &closing);
}

fn name(context: &Context<'_>, report: &mut Report<'_>, closing: &Closing<'_>) {
    let Some(range) = closing.name.clone() else { return nameless(context, report, closing) };
    let tentang = &context.keputusan.tentang;
    let (own, here) = (tentang.as_plain(), &closing.passage.plain[range.clone()]);
    if own.trim().is_empty() || lower(own.trim_end_matches(['.', ';', ','])) == lower(here) {
        return;
    }
    let (ours, theirs) = part_ways(&own, here);
    let (mine, yours) = (shortened(&own[ours.clone()]), shortened(&here[theirs.clone()]));
    let message = match (mine.is_empty(), yours.is_empty()) {
        (true, _) => format!("nama keputusan di sini memuat “{yours}”, yang tidak ada dalam `tentang`"),
        (_, true) => format!("nama keputusan di sini tidak memuat “{mine}”, yang ada dalam `tentang`"),
        _ => format!("nama keputusan di sini “{yours}”, sedangkan dalam `tentang` “{mine}”"),
    };
    let there = range.start + theirs.start..range.start + theirs.end;
    let there = if there.is_empty() { range } else { there };
    let ours = if ours.is_empty() { 0..own.len() } else { ours };
    report
        .at(context.place(closing.passage.teks, there), message)
        .label(context.place(tentang, ours), "nama keputusan")
        .hint("samakan keduanya, atau hapus butir ini agar dibuat oleh program");
}

/// A closing item that establishes a decree and does not say which.
fn nameless(context: &Context<'_>, report: &mut Report<'_>, closing: &Closing<'_>) {
    let text = &closing.passage.plain;
    let Some(verb) = closing.verb.clone() else { return };
    let Some(at) = text[verb.end..].find("Keputusan").map(|at| verb.end + at) else { return };
    if at > verb.end + " dengan ".len() || text[at..].contains("tentang") {
        return;
    }
    report
        .at(context.place(closing.passage.teks, at..at + "Keputusan".len()), "nama keputusan tidak disebut di sini")
        .hint("tambahkan “tentang …”, atau hapus butir ini agar dibuat oleh program")
        .at_most(Level::Peringatan);
}

fn office(context: &Context<'_>, report: &mut Report<'_>, closing: &Closing<'_>) {
    let Some(range) = closing.office.clone() else { return };
    if context.kantor.badan.is_empty() {
        return;
    }
    let printed = context.naskah.judul.keputusan.as_plain();
    let here = &closing.passage.plain[range.clone()];
    if same_office(&printed) != same_office(here) {
        report
            .at(
                context.place(closing.passage.teks, range),
                format!("lembaga dalam butir penutup berbeda dari kepala keputusan: {}", shortened(&printed)),
            )
            .label(context.keputusan.kantor.span, "lembaga menurut kantor ini")
            .hint("samakan keduanya, atau hapus butir ini agar dibuat oleh program");
    }
}

/// An office for comparison: written out, without the state's name.
fn same_office(text: &str) -> String {
    let text = format!(" {} ", lower(text));
    let text = text.replace(" surat keputusan ", " keputusan ").replace(" kpu ", " komisi pemilihan umum ");
    let text = text
        .replace(" kip ", " komisi independen pemilihan ")
        .replace(" kab. ", " kabupaten ")
        .replace(" prov. ", " provinsi ");
    text.replace(" republik indonesia ", " ").trim().to_owned()
}

/// The parts between the words that both begin with and those that both end with.
fn part_ways(one: &str, other: &str) -> (Range<usize>, Range<usize>) {
    let (a, b) = (folded(one, Cut::Blanks), folded(other, Cut::Blanks));
    let head = a.iter().zip(&b).take_while(|(x, y)| x.folded == y.folded).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x.folded == y.folded).count();
    let part = |words: &[Word]| {
        let inner = &words[head..words.len() - tail];
        inner.first().zip(inner.last()).map_or(0..0, |(first, last)| first.range.start..last.range.end)
    };
    (part(&a), part(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_names_part() {
        let parts = |a: &'static str, b: &'static str| {
            let (x, y) = part_ways(a, b);
            (&a[x], &b[y])
        };
        assert_eq!(parts("Hari Kerja Kantor", "Hari  Libur Kantor"), ("Kerja", "Libur"));
        assert_eq!(parts("Hari Kerja", "Hari Kerja Kantor"), ("", "Kantor"));
        assert_eq!(parts("Hari Kerja Kantor", "Hari Kantor"), ("Kerja", ""));
        assert_eq!(parts("", "é"), ("", "é"));
        assert_eq!(same_office("Keputusan KPU Kab. Semarang"), "keputusan komisi pemilihan umum kabupaten semarang");
    }
}
