//! A name or title that ends with punctuation or explains an abbreviation.

use naskah_core::language::{WordList, WordLists};

use crate::text::last_marks::is_abbreviation;
use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Nama keputusan dan judul lampiran tidak diakhiri tanda baca dan tidak memuat singkatan buatan
    ///
    /// Judul bukan kalimat, jadi tidak berakhir dengan titik. Singkatan dalam tanda kurung membebani judul; perkenalkan di
    /// dalam teks.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 6 dan butir 8.
    ///
    /// Salah:
    /// ```yaml
    /// tentang: Penetapan Hari Kerja.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tentang: Penetapan Hari Kerja
    /// ```
    "K118" "judul-bertanda" Peringatan since "0.2.0" => check
}

static OFFICE: Pattern = Pattern::new(|| pattern(r"\b(KPU|KIP)\s+(?:Provinsi|Kabupaten|Kota|Aceh)\b"));
static SHORT: Pattern = Pattern::new(|| pattern(r"\s*\(([A-Z]{2,8})\)"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.all_worded() {
        match passage.part {
            Part::Tentang => {
                ending(context, report, passage, "nama keputusan");
                quoted(context, report, passage);
                abbreviation(context, report, passage);
                own_office(context, report, passage);
                made_up(context, report, passage, text);
            }
            Part::LampiranJudul(_) => {
                ending(context, report, passage, "judul lampiran");
                quoted(context, report, passage);
            }
            Part::LampiranTentang(_) => ending(context, report, passage, "nama keputusan"),
            Part::Bab(_) => ending(context, report, passage, "judul bab atau bagian"),
            _ => {}
        }
    }
}

fn ending(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, what: &str) {
    let text = passage.plain.trim_end();
    let last = text.rsplit(' ').next().unwrap_or_default();
    let inner = last.trim_end_matches('.').contains('.') || is_abbreviation(context.word_lists(), last);
    if !text.ends_with(['.', ',', ';', ':']) || text.ends_with("..") || inner {
        return;
    }
    let mark = text.len() - 1..text.len();
    report
        .at(context.place(passage.teks, mark.clone()), format!("{what} diakhiri tanda baca"))
        .hint("hapus tanda baca ini")
        .cure(context.replace(passage.teks, mark, ""));
}

/// A name that stands between quotes as a whole, which are printed with it.
fn quoted(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let text = passage.plain.trim();
    let inner = text.strip_prefix(['“', '"', '‘']).and_then(|rest| rest.strip_suffix(['”', '"', '’']));
    if inner.is_some_and(|inner| !inner.contains(['“', '”', '"'])) {
        let whole = 0..passage.plain.len();
        let told =
            report.at(context.place(passage.teks, whole), "seluruh judul diapit tanda petik, yang ikut tercetak");
        told.hint("hapus kedua tanda petik itu");
    }
}

fn abbreviation(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for found in matches(&SHORT, &passage.plain) {
        let (whole, letters) = (group(&found, 0), &passage.plain[group(&found, 1)]);
        let place = context.place(passage.teks, group(&found, 1).start - 1..whole.end);
        if initials(context.word_lists(), &passage.plain[..whole.start], letters) {
            report
                .at(place, format!("nama keputusan memuat singkatan “({letters})”"))
                .hint("hapus singkatan itu dari nama keputusan; perkenalkan di dalam teks")
                .cure(context.without(passage.teks, group(&found, 1).start - 1..whole.end));
        } else {
            report
                .at(place, format!("apakah “({letters})” perlu ada dalam nama keputusan?"))
                .hint("judul sebaiknya tanpa singkatan")
                .unsure();
        }
    }
}

/// The office's own body in short: "KPU Kabupaten …".
fn own_office(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for range in matches(&OFFICE, &passage.plain).map(|found| group(&found, 1)) {
        let badan = &context.kantor.badan;
        report
            .at(context.place(passage.teks, range.clone()), "nama lembaga disingkat dalam nama keputusan")
            .hint(format!("tulis `{badan}`"));
    }
}

/// An abbreviation in the name that nobody knows, without brackets.
fn made_up(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    let kata = context.catalog.kata();
    for word in text.words.iter().filter(|word| word.kind == Kind::Upper && word.mask.is_none() && !text.capitals) {
        let shown = passage.word(word);
        let lower = passage.lower(word);
        let known = kata.singkatan.contains_key(shown) || kata.is_abbreviation(&lower) || kata.has(&lower);
        let bracketed = passage.plain[..word.range.start].ends_with('(');
        if shown.len() > 3 && !known && !bracketed && naskah_core::language::numerals::dari_romawi(shown).is_none() {
            report
                .at(context.place(passage.teks, word.range.clone()), format!("“{shown}” bukan singkatan yang dikenal"))
                .hint("judul sebaiknya tanpa singkatan buatan sendiri; perkenalkan singkatan itu di dalam teks")
                .unsure();
        }
    }
}

/// Whether the words before the abbreviation begin with its letters.
fn initials(lists: &WordLists, before: &str, letters: &str) -> bool {
    let mut words = before.split([' ', '-', '/']).rev().filter(|word| word.starts_with(char::is_alphabetic));
    letters.chars().rev().all(|letter| {
        words
            .by_ref()
            .find(|word| !lists.has(WordList::Partikel, word))
            .is_some_and(|word| word.to_uppercase().starts_with(letter))
    })
}
