//! Amounts of money, and a number whose word in brackets says another.

use crate::parts::worded_numbers;
use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::numerals::dari_terbilang;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Angka sesuai dengan kata bilangannya dan satuannya
    ///
    /// Bilangan, persentase, dan jumlah uang yang diikuti kata dalam kurung harus sama dengan kata itu. Lambang
    /// rupiah melekat pada angkanya; satuan panjang dan berat dipisahkan satu spasi dari angkanya.
    ///
    /// Sumber: EYD V tentang angka dan bilangan; UU 12/2011 Lampiran II tentang penulisan bilangan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja ditetapkan selama 5 (enam) hari
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja ditetapkan selama 5 (lima) hari dengan biaya Rp5.000,00
    /// ```
    "K517" "angka-satuan" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded() {
        thousands(context, report, passage, text);
        words_differ(context, report, passage, text);
        joined(context, report, passage, text);
        unitless(context, report, passage, text);
        unsigned(context, report, passage, text);
        for (at, word) in text.words.iter().enumerate() {
            let shown = passage.word(word);
            if word.kind == Kind::Digit && word.mask.is_none() {
                turned(context, report, passage, text, at);
                bracketless(context, report, passage, text, at);
            }
            if shown == "Rp" || (shown.starts_with("Rp") && word.kind == Kind::Digit) {
                money(context, report, passage, text, at);
            }
        }
    }
}

static COMMAS: Pattern =
    Pattern::new(|| pattern(r"(?:^|[\s(])(?:Rp\s?)?([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\s+([a-z]+))?"));

/// Thousands that are parted by commas: certain before what is counted one by one.
fn thousands(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    let commas = |part: &[u8]| part[0] == b',' && part[1..].iter().all(u8::is_ascii_digit);
    if !passage.plain.as_bytes().windows(4).any(commas)
        || matches!(passage.part, Part::Sel { .. }) && text.words.len() < 2
    {
        return;
    }
    for found in matches(&COMMAS, &passage.plain) {
        let (number, noun) = (group(&found, 1), group(&found, 2));
        let after = &passage.plain[number.end..];
        if text.mask_at(number.start).is_some() || after.starts_with(|c: char| c.is_ascii_digit() || c == '%') {
            continue;
        }
        let shown = &passage.plain[number.clone()];
        let lists = context.word_lists();
        let counted = [WordList::BendaTerhitung, WordList::SatuanHitungan];
        let whole =
            counted.iter().any(|list| lists.has(*list, &passage.plain[noun.clone()])) || shown.matches(',').count() > 1;
        let told = report
            .at(context.place(passage.teks, number.clone()), format!("`{shown}` terbaca sebagai pecahan"))
            .hint(format!("apakah yang dimaksud `{}`? ribuan dipisahkan dengan titik", shown.replace(',', ".")));
        if !whole {
            told.unsure();
        }
    }
}

/// A figure whose words say another number.
fn words_differ(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    for one in worded_numbers::read(context.word_lists(), &passage.plain) {
        let exact = one.words == one.meant && text.mask_at(one.range.start).is_none();
        if exact && one.said.is_some_and(|said| said != one.value) {
            let inner = &passage.plain[one.inner.clone()];
            let figure = one.value.to_string().replace('.', "");
            report
                .at(
                    context.place(passage.teks, one.range.clone()),
                    format!("angka {figure} tidak sama dengan kata bilangannya, `{inner}`"),
                )
                .hint("samakan angka dan kata bilangannya");
        }
    }
}

static BARE: Pattern =
    Pattern::new(|| pattern(r"\b(?:sebesar|senilai|besaran|seharga)\s+([1-9][0-9]{0,2}(?:\.[0-9]{3})+,00)\b"));

/// An amount of money without its sign: "sebesar 500.000,00".
fn unsigned(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    for range in matches(&BARE, &passage.plain).map(|found| group(&found, 1)) {
        if text.mask_at(range.start).is_none() {
            let right = format!("Rp{}", &passage.plain[range.clone()]);
            report
                .at(context.place(passage.teks, range), "jumlah uang tanpa lambang rupiah")
                .hint(format!("tulis `{right}`, bila rupiah yang dimaksud"));
        }
    }
}

/// A span of time or money whose unit is lost: "10 (sepuluh) kerja", "selama 6 (enam) dan", "Rp500,00 (lima ratus)".
fn unitless(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    for one in worded_numbers::read(context.word_lists(), &passage.plain) {
        let (before, after) = (passage.plain[..one.range.start].trim_end(), &passage.plain[one.range.end..]);
        let next = after.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let spans = ["jangka waktu", "selama", "paling lama", "paling lambat"];
        let time = spans.iter().any(|word| before.to_lowercase().ends_with(word));
        let rest = after.trim_start().get(next.len()..).unwrap_or_default().trim_start();
        let spans_on = next == "sampai" || rest.starts_with(|c: char| c.is_ascii_digit());
        let ends = next.is_empty() || context.word_lists().is_particle(next) && !spans_on;
        let lost = match () {
            () if before.ends_with("Rp") => one.unit.is_empty().then_some("`rupiah` di dalam kurungnya"),
            () if !one.unit.is_empty() => None,
            () if ["kerja", "kalender"].contains(&next) => Some("satuan waktunya, misalnya `hari`"),
            () if time && ends && !after.starts_with(['/', '-', '%']) => Some("satuan waktunya"),
            () => None,
        };
        if let (Some(what), None) = (lost, text.mask_at(one.range.start)) {
            report
                .at(context.place(passage.teks, one.range.clone()), "bilangan ini tanpa satuannya")
                .hint(format!("tulis {what}"));
        }
    }
}

/// The word before the figure: "tujuh (7)".
fn turned(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text, at: usize) {
    let word = &text.words[at];
    let Some(before) = at.checked_sub(1).map(|before| &text.words[before]) else { return };
    let closed = passage.plain[word.range.end..].starts_with(')');
    let Ok(number) = passage.word(word).parse::<u64>() else { return };
    if !closed || passage.gap(before, word).trim() != "(" || before.kind != Kind::Lower {
        return;
    }
    let said = (0..at).rev().take(6).map_while(|from| {
        let words = passage.plain.get(text.words[from].range.start..before.range.end)?;
        Some((from, dari_terbilang(&words.to_lowercase())))
    });
    let Some((from, _)) = said.filter(|(_, value)| *value == Some(number)).last() else { return };
    let start = text.words[from].range.start;
    let shown = &passage.plain[start..before.range.end];
    let right = format!("{number} ({shown})");
    let edit = context.replace(passage.teks, start..word.range.end + 1, &right);
    report
        .at(context.place(passage.teks, start..word.range.end + 1), "kata bilangan berdiri di depan angkanya")
        .hint(format!("tulis `{right}`"))
        .cure(edit);
}

/// The words behind the figure without their brackets: "7 tujuh hari".
fn bracketless(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text, at: usize) {
    let word = &text.words[at];
    let Ok(number) = passage.word(word).parse::<u64>() else { return };
    let runs =
        |to: &usize| text.words[*to].kind == Kind::Lower && passage.gap(&text.words[to - 1], &text.words[*to]) == " ";
    let words = |to: usize| passage.plain.get(text.words[at + 1].range.start..text.words[to].range.end);
    let said = |to: &usize| words(*to).and_then(dari_terbilang) == Some(number);
    let Some(last) = (at + 1..text.words.len()).take(6).take_while(runs).filter(said).last() else { return };
    let right = format!("{number} ({})", words(last).unwrap_or_default());
    let range = word.range.start..text.words[last].range.end;
    // A bracket that is there has lost its partner, which is told elsewhere.
    if passage.plain[range.end..].starts_with(')') {
        return;
    }
    report
        .at(context.place(passage.teks, range.clone()), "kata bilangan sesudah angkanya tidak di dalam kurung")
        .hint(format!("tulis `{right}`"))
        .cure(context.replace(passage.teks, range, &right));
}

static JOINED: Pattern = Pattern::new(|| pattern(r"(?:^|[\s(])([0-9][0-9.,]*)(kg|cm|mm|km)\b"));

/// A measure without the blank before its unit: "15cm".
fn joined(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    for found in matches(&JOINED, &passage.plain) {
        let [number, unit] = [1, 2].map(|at| group(&found, at));
        let right = format!("{} {}", &passage.plain[number.clone()], &passage.plain[unit.clone()]);
        if text.mask_at(number.start).is_none() {
            report
                .at(context.place(passage.teks, number.start..unit.end), "satuan melekat pada angkanya")
                .hint(format!("apakah sebaiknya `{right}`?"))
                .unsure();
        }
    }
}

fn money(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text, at: usize) {
    let start = text.words[at].range.start;
    let rest = &passage.plain[start..];
    let body = rest.get(2..).unwrap_or_default();
    let bare = body.trim_start_matches(['.', ' ']);
    let length = bare.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(bare.len());
    let number = bare.get(..length).unwrap_or_default().trim_end_matches('.');
    if number.is_empty() {
        return;
    }
    let after = bare.get(number.len()..).unwrap_or_default();
    let dash =
        [",-", ",--", ".-", ".--", ",—", ",–"].iter().filter(|end| after.starts_with(**end)).map(|end| end.len()).max();
    let cents = after
        .strip_prefix(',')
        .map_or(0, |rest| rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    let cents = if cents == 2 && dash.is_none() { after.get(..3).unwrap_or_default() } else { "" };
    let gap = body.len() - bare.len();
    if gap == 0 && dash.is_none() {
        return;
    }
    let end = start + 2 + gap + number.len() + dash.unwrap_or(cents.len());
    let right = format!("Rp{number}{}", if dash.is_some() { ",00" } else { cents });
    let shown = passage.plain.get(start..end).unwrap_or_default();
    let told = report
        .at(context.place(passage.teks, start..end), format!("jumlah uang tertulis `{shown}`"))
        .hint(format!("apakah sebaiknya `{right}`?"));
    // Between sign and number stands neither blank nor full stop; a dash for the cents is old use.
    if dash.is_some() && gap == 0 {
        told.unsure();
    } else {
        told.cure(context.replace(passage.teks, start..end, &right));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words() {
        for (words, value) in [
            ("tiga", 3),
            ("dua belas", 12),
            ("dua puluh lima", 25),
            ("seratus sebelas", 111),
            ("seribu lima ratus", 1500),
            ("dua juta tiga ratus ribu empat", 2_300_004),
            ("nol", 0),
            ("satu triliun dua miliar", 1_002_000_000_000),
        ] {
            assert_eq!(dari_terbilang(words), Some(value), "{words}");
        }
        for other in ["", "orang", "tiga orang", "SOP"] {
            assert_eq!(dari_terbilang(other), None);
        }
    }
}
