//! A word or phrase that stands twice in a row.

use crate::words::Mask;
use crate::words::naming::{Naming, naming};
use crate::words::{Kind, Text, Token};
use crate::{Context, Passage, Report, declare_rule};

declare_rule! {
    /// Kata tidak terulang berturut-turut
    ///
    /// Kata yang tertulis dua kali berturut-turut biasanya sisa penyuntingan. Bentuk ulang ditulis dengan tanda
    /// hubung.
    ///
    /// Sumber: EYD V tentang bentuk ulang.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan untuk untuk ketertiban
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan untuk hari-hari tertentu
    /// ```
    "K504" "kata-ganda" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded() {
        for pair in text.words.windows(2) {
            slashed(context, report, passage, pair);
            torn(context, report, passage, pair);
        }
        text.words.iter().for_each(|word| with_figure(context, report, passage, word));
        let mut at = 0;
        while at + 1 < text.words.len() {
            let length = (1..=3).find(|length| repeats(passage, text, at, *length));
            if let Some(length) = length {
                tell(context, report, passage, text, at, length);
            }
            at += length.unwrap_or(1);
        }
    }
}

/// The same word on both sides of a slash.
fn slashed(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, pair: &[Token]) {
    let [first, second] = pair else { return };
    let sound = |word: &Token| word.mask.is_none() && word.kind != Kind::Digit && word.range.len() > 2;
    if first.range.len() != second.range.len() || passage.gap(first, second).trim() != "/" {
        return;
    }
    let shown = passage.word(first);
    if sound(first) && sound(second) && shown.eq_ignore_ascii_case(passage.word(second)) {
        report
            .at(
                context.place(passage.teks, second.range.clone()),
                format!("`{shown}` berdiri di kedua sisi garis miring"),
            )
            .hint("apakah salah satunya seharusnya kata lain?")
            .label(context.place(passage.teks, first.range.clone()), "yang pertama")
            .unsure();
    }
}

/// A word and its root that are one word with a hyphen: "sehari hari", "berulang ulang".
fn torn(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, pair: &[Token]) {
    let [first, second] = pair else { return };
    let (a, b) = (passage.lower(first), passage.lower(second));
    let free = pair.iter().all(|word| word.mask.is_none() && !word.italic) && second.kind == Kind::Lower;
    let prefix = ["se", "ber", "be", "ter"].iter().any(|prefix| a.strip_prefix(prefix) == Some(b.as_str()));
    let kata = context.catalog.kata();
    let joined = format!("{a}-{b}");
    if !free || !prefix || b.len() < 3 || passage.gap(first, second) != " " || !kata.knows(&joined) {
        return;
    }
    if kata.baku.contains_key(&format!("{a} {b}")) {
        return;
    }
    let range = first.range.start..second.range.end;
    let right = format!("{}-{b}", passage.word(first));
    report
        .at(context.place(passage.teks, range.clone()), "bentuk ulang ditulis tanpa tanda hubung")
        .hint(format!("tulis `{right}`"))
        .cure(context.replace(passage.teks, range, &right));
}

/// A word that is doubled with a figure: "dokumen2".
fn with_figure(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, word: &Token) {
    let shown = passage.word(word);
    let Some(root) = shown.strip_suffix('2').filter(|_| word.kind == Kind::Digit && word.mask.is_none()) else {
        return;
    };
    if root.len() > 3 && root.chars().all(char::is_lowercase) && context.catalog.kata().has(root) {
        report
            .at(context.place(passage.teks, word.range.clone()), "bentuk ulang ditulis dengan angka 2")
            .hint(format!("tulis `{root}-{root}`"));
    }
}

/// Whether the `length` words from `at` stand there again right afterwards.
fn repeats(passage: &Passage<'_>, text: &Text, at: usize, length: usize) -> bool {
    let Some(words) = text.words.get(at..at + 2 * length) else { return false };
    let (first, second) = words.split_at(length);
    let same = |(a, b): (&Token, &Token)| {
        let (a, b) = (passage.word(a), passage.word(b));
        a == b || a.to_lowercase() == b.to_lowercase()
    };
    let joined = words.windows(2).all(|pair| {
        let gap = passage.gap(&pair[0], &pair[1]);
        !gap.is_empty() && gap.trim().is_empty()
    });
    let sound = |word: &Token| {
        // Only one word may be doubled by a slip in a title; more of them are how it is called.
        let open = word.mask.is_none() || (length == 1 && word.mask == Some(Mask::JudulAsing));
        open && word.kind != Kind::Digit && word.range.len() > 1 && passage.lower(word) != "undang"
    };
    first.iter().zip(second).all(same) && joined && words.iter().all(sound)
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text, at: usize, length: usize) {
    let (first, second) = (&text.words[at], &text.words[at + length]);
    let (before, last) = (&text.words[at + length - 1], &text.words[at + 2 * length - 1]);
    let shown = &passage.plain[first.range.start..before.range.end];
    let place = context.place(passage.teks, second.range.start..last.range.end);
    let finding = report.at(place, format!("`{shown}` tertulis dua kali berturut-turut"));
    let finding = finding.label(context.place(passage.teks, first.range.start..before.range.end), "yang pertama");
    // Two capitals may be somebody's name: "Yang Yang".
    let name = first.kind == Kind::Capital
        && second.kind == Kind::Capital
        && naming(context, passage, text, at) >= Naming::Opens;
    if length == 1 && context.word_lists().is_particle(shown) && !name {
        let edit =
            context.replace(passage.teks, before.range.end..last.range.end, "").filter(|_| second.mask.is_none());
        finding.hint("hapus salah satunya").cure(edit);
    } else if length == 1 {
        let lower = shown.to_lowercase();
        let told =
            finding.hint(format!("apakah salah satunya berlebih, atau maksudnya bentuk ulang `{lower}-{lower}`?"));
        // With a capital it may be a name: "Bau Bau".
        if first.kind != Kind::Lower || first.mask.is_some() {
            told.unsure();
        }
    } else {
        finding.hint("apakah salah satunya berlebih?").unsure();
    }
}
