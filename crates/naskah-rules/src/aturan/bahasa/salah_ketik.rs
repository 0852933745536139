//! A word that nobody knows and that looks much like one that is known.

use crate::words::Kind;
use crate::words::Mask;
use crate::words::spelling::Guess;
use crate::{Context, Part, Report, declare_rule};
use naskah_core::diag::distance;
use naskah_core::language::capitals::like;
use naskah_core::language::days::BULAN;

declare_rule! {
    /// Kata tidak salah ketik
    ///
    /// Kata yang tidak ada dalam kamus, tetapi hanya berbeda satu dua huruf dengan kata yang ada, hampir selalu salah
    /// ketik; begitu pula dua kata yang kehilangan spasinya. Kata berhuruf kapital di tengah kalimat dianggap nama,
    /// kecuali bila mirip dengan kata lain dalam keputusan itu sendiri.
    ///
    /// Sumber: KBBI; EYD V tentang penulisan kata.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapakn
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa jadwalkerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan dan disosialisasikan kepada seluruh pegawai
    /// ```
    "K501" "salah-ketik" Peringatan since "0.2.0" => check
}

/// A word between a day and a year that is nearly a month: "12 Okober 2024".
fn months(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded() {
        for three in text.words.windows(3).filter(|three| three[0].kind == Kind::Digit && three[2].kind == Kind::Digit)
        {
            let [day, word, year] = three else { continue };
            let shown = passage.word(word);
            let dated = day.range.len() < 3 && year.range.len() == 4 && word.mask.is_none();
            let beside = passage.gap(day, word) == " " && passage.gap(word, year) == " ";
            let known = BULAN.iter().any(|month| month.eq_ignore_ascii_case(shown));
            if !dated || !beside || known || context.catalog.kata().baku.contains_key(&shown.to_lowercase()) {
                continue;
            }
            let most = if shown.len() > 5 { 2 } else { 1 };
            let meant = BULAN.iter().find(|month| distance(&month.to_lowercase(), &shown.to_lowercase()) <= most);
            if let Some(meant) = meant {
                report
                    .at(context.place(passage.teks, word.range.clone()), format!("`{shown}` bukan nama bulan"))
                    .hint(format!("maksud Anda `{meant}`?"));
            }
        }
    }
}

/// The same before a year alone, and behind the word for month.
fn lone_months(context: &Context<'_>, report: &mut Report<'_>) {
    let kata = context.catalog.kata();
    for (passage, text) in context.worded() {
        for pair in text.words.windows(2) {
            let [first, second] = pair else { continue };
            let (named, word) = match passage.lower(first).as_str() {
                "bulan" => (true, second),
                _ => (false, first),
            };
            let year = passage.word(second).parse().is_ok_and(|year: i32| (1990..2100).contains(&year));
            let shown = passage.word(word);
            let lower = shown.to_lowercase();
            let strange = word.kind == Kind::Capital
                && word.mask.is_none()
                && !BULAN.contains(&shown)
                && !kata.has(&lower)
                && !kata.is_name(&lower)
                && !kata.baku.contains_key(&lower)
                && !crate::words::spelling::is_place(context, &lower);
            if !strange || !(named || year) || passage.gap(first, second) != " " {
                continue;
            }
            let dated = !named
                && text.words.iter().any(|day| {
                    day.kind == Kind::Digit && day.range.end < word.range.start && passage.gap(day, word) == " "
                });
            let most = if shown.len() > 5 { 2 } else { 1 };
            let meant = BULAN.iter().find(|month| distance(&month.to_lowercase(), &lower) <= most);
            if let Some(meant) = meant.filter(|_| !dated) {
                report
                    .at(context.place(passage.teks, word.range.clone()), format!("`{shown}` bukan nama bulan"))
                    .hint(format!("maksud Anda `{meant}`?"));
            }
        }
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    months(context, report);
    lone_months(context, report);
    for unknown in &context.spelling().unknown {
        let passage = &context.passages[unknown.passage];
        let word = &context.words().texts[unknown.passage].words[unknown.word];
        let shown = &passage.plain[word.range.clone()];
        let place = context.place(passage.teks, word.range.clone());
        match &unknown.guess {
            Guess::Word { word: meant, sure, cure } => {
                let named = context.catalog.kata().nama.get(meant).filter(|_| shown.contains(char::is_uppercase));
                let meant = named.cloned().unwrap_or_else(|| like(shown, meant));
                // A foreign word would still lack its italics.
                let foreign = context.catalog.kata().asing.contains_key(&meant.to_lowercase()) && !word.italic;
                let certain = *cure && !foreign && word.mask.is_none();
                let edit = certain.then(|| context.replace(passage.teks, word.range.clone(), &meant)).flatten();
                let finding = report.at(place, format!("kata `{shown}` tidak dikenal"));
                let finding = finding.hint(format!("maksud Anda `{meant}`?")).cure(edit);
                let finding = match foreign {
                    true => finding.hint(format!("kata asing ditulis miring: `*{meant}*`")),
                    false => finding,
                };
                if !sure || word.mask == Some(Mask::JudulAsing) {
                    finding.unsure();
                }
            }
            Guess::Split(meant) => {
                // What is common elsewhere keeps its small letter within a sentence.
                let first = meant.split(' ').next().unwrap_or_default();
                let common = !word.start && word.kind == Kind::Capital && context.capitals().small(first) > 0;
                let meant = if common { meant.clone() } else { like(shown, meant) };
                let head = matches!(passage.part, Part::Kolom(_));
                let named = word.kind == Kind::Capital && (!word.start || head);
                let told = report
                    .at(place, format!("kata `{shown}` tidak dikenal"))
                    .hint(format!("apakah seharusnya dua kata: `{meant}`?"));
                // Within a name it may be how a place is called.
                if named {
                    told.unsure();
                }
            }
            Guess::Nothing => {}
        }
    }
}
