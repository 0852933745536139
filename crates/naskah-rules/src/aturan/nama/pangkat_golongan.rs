//! A rank of a civil servant beside a grade that is not its own.

use crate::text::spoken::Spoken;
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::WordList;

declare_rule! {
    /// Pangkat cocok dengan golongan ruangnya
    ///
    /// Setiap pangkat pegawai negeri sipil mempunyai satu golongan ruang: Penata ialah III/c, Penata Tingkat I ialah
    /// III/d. “Tk. I” dibaca sebagai “Tingkat I”.
    ///
    /// Sumber: PP 99/2000 tentang kenaikan pangkat pegawai negeri sipil.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menunjuk pegawai berpangkat Penata Muda (III/b) sebagai petugas hari kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menunjuk pegawai berpangkat Penata Muda (III/a) sebagai petugas hari kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K545" "pangkat-golongan" Peringatan since "0.4.0" => check
}

/// How far behind its rank a grade may stand, in words.
const NEAR: usize = 5;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let ranks: Vec<(Vec<&str>, &str)> = context
        .word_lists()
        .pairs(WordList::PangkatGolongan)
        .map(|(rank, grade)| (rank.split(' ').collect(), grade))
        .collect();
    let mut cells: Vec<(usize, usize, &str, &str)> = Vec::new();
    for (passage, text) in context.all_worded() {
        let spoken = Spoken::of(passage, text);
        for at in 0..spoken.lower.len() {
            let Some((length, rank, right)) = rank_at(&ranks, &spoken, at) else { continue };
            let after = at + length;
            if let Part::Sel { tabel, baris, .. } = passage.part
                && length == spoken.lower.len()
                && at == 0
            {
                cells.push((tabel, baris, rank, right));
            }
            let grade = (after..(after + NEAR).min(spoken.lower.len())).find_map(|at| {
                let range = grade_at(&passage.plain, spoken.tokens.get(at)?.range.start)?;
                Some(range)
            });
            let Some(range) = grade else { continue };
            let between = &passage.plain[spoken.tokens[after - 1].range.end..range.start];
            let shown = &passage.plain[range.clone()];
            if !between.contains([';', '.']) && !shown.eq_ignore_ascii_case(right) {
                tell(context, report, passage, range, right);
            }
        }
    }
    in_rows(context, report, &cells);
}

fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    range: std::ops::Range<usize>,
    right: &str,
) {
    let shown = &passage.plain[range.clone()];
    report
        .at(context.place(passage.teks, range.clone()), format!("golongan {shown} bukan golongan pangkat ini, {right}"))
        .hint("periksa pangkat dan golongan ruangnya");
}

/// A rank in one cell and the grade in another of the same row.
fn in_rows(context: &Context<'_>, report: &mut Report<'_>, cells: &[(usize, usize, &str, &str)]) {
    for passage in &context.passages {
        let Part::Sel { tabel, baris, .. } = passage.part else { continue };
        let whole = grade_at(&passage.plain, 0).filter(|range| range.end == passage.plain.trim_end().len());
        let rank = cells.iter().find(|(table, row, ..)| (*table, *row) == (tabel, baris));
        let (Some(range), Some((_, _, _, right))) = (whole, rank) else { continue };
        let shown = &passage.plain[range.clone()];
        if !shown.eq_ignore_ascii_case(right) {
            tell(context, report, passage, range, right);
        }
    }
}

/// The longest rank that begins at a word: how many words it has, itself, its grade.
fn rank_at<'r>(
    ranks: &'r [(Vec<&'r str>, &'r str)],
    spoken: &Spoken<'_>,
    at: usize,
) -> Option<(usize, &'r str, &'r str)> {
    let word = |at: usize| match spoken.word(at) {
        "tk" => "tingkat",
        other => other,
    };
    let capital = spoken.tokens.get(at).is_some_and(|word| word.kind != crate::words::Kind::Lower);
    let fits =
        |rank: &&(Vec<&str>, &str)| capital && rank.0.iter().enumerate().all(|(step, part)| word(at + step) == *part);
    let (rank, grade) = ranks.iter().filter(fits).max_by_key(|(rank, _)| rank.len())?;
    Some((rank.len(), rank.first()?, grade))
}

/// A grade that begins at a byte: "III/d".
fn grade_at(plain: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let rest = plain.get(at..)?;
    let roman = rest.find(|c: char| !"IV".contains(c)).filter(|end| (1..4).contains(end))?;
    let tail = rest[roman..].strip_prefix('/')?;
    let letter = tail.chars().next().filter(|c| "abcdeABCDE".contains(*c))?;
    let ends = !tail[letter.len_utf8()..].starts_with(char::is_alphanumeric);
    (ends && ["I", "II", "III", "IV"].contains(&&rest[..roman])).then(|| at..at + roman + 2)
}
