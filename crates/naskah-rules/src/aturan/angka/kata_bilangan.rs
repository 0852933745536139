//! Numbers in words that are misspelt, said twice, put together wrongly, or beside a figure that cannot be read.

use std::ops::Range;

use naskah_core::language::numerals::dari_terbilang;
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};
use naskah_core::language::words::shortly_before;

use crate::parts::worded_numbers::{self, Worded};
use crate::words::Text;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Kata bilangan di dalam kurung ditulis dengan benar dan satu kali
    ///
    /// Kata di dalam kurung menyebut angka di depannya, dengan huruf kecil, tanpa satuan, dan tidak diulang sesudahnya:
    /// “27 (dua puluh tujuh) orang”. Di dalam kurung hanya rupiah dan persen yang ikut disebut.
    ///
    /// Sumber: EYD V tentang angka dan bilangan; UU 12/2011 Lampiran II tentang penulisan bilangan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja ditetapkan selama 27 (dua puluh tuju) hari
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja dijaga oleh 2 (dua) dua orang
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja ditetapkan selama 27 (dua puluh tujuh) hari dengan capaian 7,5% (tujuh koma lima persen)
    /// ```
    "K808" "kata-bilangan" Peringatan since "0.4.0" => check
}

static TWICE: Pattern = Pattern::new(|| pattern(r"\b([0-9][0-9.]*)\s*\(\s*([0-9][0-9.]*)\s*(\))\s+[a-z]"));
static UNREAD: Pattern = Pattern::new(|| {
    pattern(r"(?:^|\s|Rp\.?\s?)([0-9]+(?:\.[0-9]+)+)(?:,[0-9]{2}|,-)?\s?%?\s*\(\s*([A-Za-z][A-Za-z\s-]{2,200}?)\s*\)")
});

/// What makes a figure one of a formula, a date or a span between two bare figures: "2 x 24 jam", "tanggal 5 bulan
/// berikutnya", "1 sampai dengan 30 menit", "umur 5–12 tahun".
static RECKONED: Pattern = Pattern::new(|| {
    pattern(r"(?i)(?:[x×*:/+=]|\btanggal|\b[0-9]+(?:[.,][0-9]+)?\s*(?:sampai\s+dengan|hingga|s\.d\.|s/d|-|–))\s*$")
});
static RECKONS: Pattern = Pattern::new(|| pattern(r"(?i)^\s*(?:[a-z]+\s+)?[x×*]\s*[0-9]"));

const BARE: &str = r"(?:^|\s)([0-9]{1,3})\s+(?:{satuan-hitungan})\b";

/// A figure without its words in a decree that writes them everywhere else.
fn bare(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    let text = |part: Part| matches!(part, Part::Diktum(_) | Part::Naskah(_) | Part::Menimbang(_));
    let texts: Vec<_> = context.worded().filter(|(passage, _)| text(passage.part)).collect();
    let worded: usize = texts.iter().map(|(passage, _)| worded_numbers::read(lists, &passage.plain).len()).sum();
    let Some(pattern) = lists.pattern(BARE).filter(|_| worded > 0) else { return };
    let mut found = Vec::new();
    for (passage, text) in texts {
        let beside = !worded_numbers::read(lists, &passage.plain).is_empty();
        let all = pattern.captures_iter(&passage.plain).map(|hit| group(&hit, 1)).filter(|_| worded > 2 || beside);
        let all = all.filter(|range| {
            let before = shortly_before(&passage.plain, range.start);
            !occurs(&RECKONED, before) && !occurs(&RECKONS, &passage.plain[range.end..])
        });
        found.extend(all.filter(|range| text.mask_at(range.start).is_none()).map(|range| (passage, range)));
    }
    if found.len() * 2 > worded + 1 {
        return;
    }
    for (passage, range) in found {
        report
            .at(context.place(passage.teks, range), "angka ini tanpa kata bilangan, sedangkan yang lain memakainya")
            .hint("apakah kata bilangannya perlu ditulis di dalam kurung?")
            .unsure();
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    bare(context, report);
    for (passage, text) in context.worded().filter(|(passage, _)| passage.plain.contains('(')) {
        let free = |range: &Range<usize>| text.mask_at(range.start).is_none();
        let read = worded_numbers::read(context.word_lists(), &passage.plain);
        for one in read.into_iter().filter(|one| !is_fraction(&passage.plain[one.inner.clone()])) {
            if free(&one.range) && !words(context, report, passage, &one) {
                place(context, report, (passage, text), &one);
            }
            if free(&one.range) {
                again(context, report, passage, &one);
            }
        }
        for found in matches(&TWICE, &passage.plain) {
            let (first, second, close) = (group(&found, 1), group(&found, 2), group(&found, 3));
            if free(&first) && passage.plain[first.clone()] == passage.plain[second.clone()] {
                report
                    .at(context.place(passage.teks, first.start..close.end), "angka diulang di dalam kurung")
                    .hint("tulis bilangannya dengan kata di dalam kurung");
            }
        }
        unread(context, report, passage, text);
    }
}

/// Whether words are those of a share or of a half, which are written in ways of their own.
fn is_fraction(words: &str) -> bool {
    let words = words.to_lowercase();
    words.split_whitespace().any(|word| word.starts_with("per") && word != "persen" || word == "setengah")
}

/// Words that are none, or not put together as numbers are; whether something was told.
fn words(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, one: &Worded) -> bool {
    let right = worded_numbers::words_of(one.value);
    let agrees = one.said == Some(one.value);
    let shown = &passage.plain[one.inner.clone()];
    let number = one.inner.start..one.inner.start + shown.len() - passage.plain[one.unit.clone()].len();
    let number = number.start..number.start + passage.plain[number.clone()].trim_end().len();
    let misspelt = one.words != one.meant;
    let odd = right.as_ref().is_some_and(|right| *right != one.meant) && one.value.places == 0;
    let known = one.words.split(' ').zip(one.meant.split(' ')).filter(|(a, b)| a == b).count();
    // A lone word that is only like one may be anything.
    if !(misspelt && (agrees || known > 1) || odd && agrees) {
        return false;
    }
    let message = match (misspelt, agrees) {
        (true, true) => format!("`{}` bukan tulisan bilangan {}", one.words, one.value),
        (true, false) => format!("`{}` bukan kata bilangan, dan bukan {}", one.words, one.value),
        _ => format!("bilangan {} tidak disusun dengan kata `{}`", one.value, one.words),
    };
    let right = right.unwrap_or_default();
    let edit = agrees.then(|| context.replace(passage.teks, number.clone(), &right)).flatten();
    report.at(context.place(passage.teks, number), message).hint(format!("tulis `{right}`")).cure(edit);
    true
}

/// A unit within the brackets, and a capital there, which a title has on every word.
fn place(context: &Context<'_>, report: &mut Report<'_>, (passage, text): (&Passage<'_>, &Text), one: &Worded) {
    let (plain, teks) = (&passage.plain, passage.teks);
    let unit = &plain[one.unit.clone()];
    // "48 m2 (empat puluh delapan meter persegi)": the unit stands before as well.
    let before = plain.get(one.range.start..one.inner.start).unwrap_or_default();
    let named = before.contains(|c: char| c.is_alphabetic());
    let counted = !unit.is_empty() && !named && !["rupiah", "persen"].contains(&unit.to_lowercase().as_str());
    let after = plain.get(one.range.end..).unwrap_or_default().trim_start();
    let ends = !after.starts_with(char::is_lowercase) || !after.starts_with(unit);
    if counted && ends && one.said == Some(one.value) {
        let edit = format!("{}) {unit}", one.words);
        report
            .at(context.place(teks, one.unit.clone()), format!("`{unit}` tertulis di dalam kurung"))
            .hint(format!("tulis `({}) {unit}`", one.words))
            .cure(context.replace(teks, one.inner.start..one.range.end, &edit));
    } else if !text.title
        && plain[one.inner.clone()].starts_with(char::is_uppercase)
        && !plain[one.inner.clone()].chars().all(|c| !c.is_lowercase())
    {
        report
            .at(context.place(teks, one.inner.clone()), "kata bilangan berhuruf kapital di dalam kurung")
            .hint(format!("tulis `{}`", plain[one.inner.clone()].to_lowercase()))
            .cure(context.replace(teks, one.inner.clone(), &plain[one.inner.clone()].to_lowercase()));
    }
}

/// The words once more after the bracket: "2 (dua) dua orang".
fn again(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, one: &Worded) {
    let rest = passage.plain.get(one.range.end..).unwrap_or_default();
    let gap = rest.len() - rest.trim_start().len();
    let (same, after) = rest.trim_start().split_at_checked(one.words.len()).unwrap_or_default();
    let whole = same.eq_ignore_ascii_case(&one.words) && !after.starts_with(char::is_alphanumeric);
    if gap > 0 && whole {
        let range = one.range.end + gap..one.range.end + gap + one.words.len();
        report
            .at(context.place(passage.teks, range.clone()), "kata bilangan diulang sesudah kurung")
            .hint("hapus yang di luar kurung")
            .cure(context.without(passage.teks, range));
    }
}

/// A figure with a dot where none can stand: "2.5% (dua koma lima persen)", "27.4645 (dua …)".
fn unread(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    for found in matches(&UNREAD, &passage.plain) {
        let (figure, words) = (group(&found, 1), group(&found, 2));
        let shown = &passage.plain[figure.clone()];
        let grouped = shown.split('.').skip(1).all(|part| part.len() == 3)
            && shown.split('.').next().is_some_and(|part| part.len() < 4);
        let lower = passage.plain[words].to_lowercase();
        let first = lower.split_whitespace().next().unwrap_or_default();
        if grouped || text.mask_at(figure.start).is_some() || dari_terbilang(first).is_none() {
            continue;
        }
        report
            .at(context.place(passage.teks, figure.clone()), format!("titik pada `{shown}` tidak pada tempatnya"))
            .hint("titik memisahkan ribuan, koma memisahkan pecahan dan sen");
    }
}
