//! Places that are still to be filled in: rows of dots, "Nomor , Tambahan", a number without its digits.

use std::ops::Range;

use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Tidak ada tempat yang belum diisi
    ///
    /// Deretan titik atau garis bawah, “Nomor” dan “Tahun” tanpa angkanya, dan nomor keputusan yang belum berangka ialah
    /// sisa contoh; keputusan tidak terbit sebelum tempat itu dijawab. Deretan titik di dalam lampiran ditanyakan, karena
    /// dapat merupakan formulir.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja di Desa .......... perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja di Desa Genuk perlu ditetapkan
    /// ```
    "K123" "tempat-kosong" Peringatan since "0.4.0" => check
}

/// Dots or underscores that stand for words.
static DOTS: Pattern =
    Pattern::new(|| pattern(r"(?:[.…]\s?){4,}|…[.…]+|[.]+…|_{3,}|\[\s*(?:\.{2,}|…)?\s*\]|\bX{4,}\b"));
/// A word that a number must follow, and none does.
static LACKS: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:(Nomor)(?:\s+[,;)]|\s*\)|\s+Tahun\b|\s+tentang\b|\s*[.…]{2,})|(Tahun)(?:\s+[,)]|\s*\)|\s+Nomor\b|\s+tentang\b|\s*[.…]{2,}))",
    )
});

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    number(context, report);
    let open = |part: Part| !matches!(part, Part::Nomor | Part::NomorBaris { .. });
    for passage in context.passages.iter().filter(|passage| passage.part.is_printed() && open(passage.part)) {
        let text = passage.plain.as_str();
        if !text.contains(['.', '…', '_', ',', ')', '[', 'X', ';']) && !text.contains("omor") {
            continue;
        }
        let mut told: Option<Range<usize>> = None;
        for range in matches(&DOTS, text).map(|found| group(&found, 0)) {
            let range = range.start..range.start + text[range].trim_end().len();
            tell(context, report, passage, range.clone(), stands_apart(text, &range));
            told = Some(range);
        }
        for found in matches(&LACKS, text) {
            let word = [1, 2].map(|at| group(&found, at)).into_iter().find(|word| !word.is_empty());
            let Some(word) = word.filter(|_| told.is_none() && !is_cited(context, passage, &group(&found, 0))) else {
                continue;
            };
            tell(context, report, passage, word, true);
        }
    }
}

/// Whether a place lies in a citation whose parts another rule asks for.
fn is_cited(context: &Context<'_>, passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let here = |one: usize| context.passages.get(one).is_some_and(|own| std::ptr::eq(own, passage));
    context.citations().all.iter().any(|cited| here(cited.passage) && cited.sitasi.kepala().contains(&range.start))
}

/// Whether a long row stands by itself or behind a word, as a place to be filled in does; within a word, or where it is
/// short, it may be a part of a name.
fn stands_apart(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let open = before.is_none_or(|c| c.is_whitespace() || c.is_alphabetic() || c == '(');
    let closed = after.is_none_or(|c| c.is_whitespace() || ",;.)".contains(c));
    text[range.clone()].chars().count() > 4 && open && closed
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, range: Range<usize>, certain: bool) {
    // A form is filled in by those who use it.
    let form = match passage.part {
        Part::Sel { .. } | Part::Kolom(_) | Part::Kelompok(_) => true,
        Part::Naskah(_) => {
            let before = passage.plain[..range.start].trim_end();
            before.ends_with([':', '(']) || before.split_whitespace().count() < 4
        }
        _ => false,
    };
    let told = report
        .at(context.place(passage.teks, range), "tempat ini belum diisi")
        .hint("isi, atau hapus bagian kalimat itu");
    if form || !certain {
        told.unsure();
    }
}

/// A number without its own figure at the head, and one that begins with zeros.
fn number(context: &Context<'_>, report: &mut Report<'_>) {
    let decree = context.keputusan;
    let label =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_alphabetic() || " :".contains(c)).len();
    let lines = [decree.nomor.as_ref(), decree.kepala.nomor.as_ref()];
    for teks in lines.into_iter().flatten() {
        let text = teks.as_plain();
        let from = label(&text);
        let own = text[from..].trim();
        let first = own.split('/').next().unwrap_or_default();
        let open = !own.is_empty() && !first.contains(|c: char| c.is_ascii_digit());
        let zero = own.len() > 1 && own.starts_with('0');
        let message = match () {
            () if open => "nomor keputusan belum diisi angkanya",
            () if zero => "nomor keputusan diawali nol",
            () => continue,
        };
        let hint = if open { "tulis angkanya" } else { "tulis angkanya tanpa nol di depan" };
        report.at(context.place(teks, from..text.len()), message).hint(hint);
    }
}
