//! Two texts word by word: what both have, what was struck, what was inserted. Nothing is lost and nothing is added.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use naskah_core::decree::{Coretan, Run, Teks};
use naskah_core::language::words::{Cut, split};

/// Which of the two decrees has a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tanda {
    /// It stands in both decrees.
    Tetap,
    /// It stands in the old decree alone.
    Hapus,
    /// It stands in the new decree alone.
    Sisip,
}

impl Tanda {
    /// The word of it in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tetap => "tetap",
            Self::Hapus => "hapus",
            Self::Sisip => "sisip",
        }
    }

    /// The mark of such a text in the redline; `moved` is for what both have in different places.
    fn coretan(self, moved: bool) -> Option<Coretan> {
        match self {
            Self::Tetap => moved.then_some(Coretan::Pindah),
            Self::Hapus => Some(Coretan::Hapus),
            Self::Sisip => Some(Coretan::Sisip),
        }
    }
}

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Potong {
    /// Which of the decrees has it.
    pub tanda: Tanda,
    /// The characters with their emphasis.
    pub runs: Vec<Run>,
}

impl Potong {
    /// The characters.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// A word, a stretch of blanks or a sign, in its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Token<'a> {
    text: &'a str,
    miring: bool,
    tebal: bool,
}

impl Token<'_> {
    fn is_word(&self) -> bool {
        self.text.starts_with(|c| Cut::Signs.is_letter(c))
    }
}

fn tokens(runs: &[Run]) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    for run in runs {
        let mut take = |text| out.push(Token { text, miring: run.miring, tebal: run.tebal });
        let mut from = 0;
        for word in split(&run.text, Cut::Signs) {
            between(&run.text[from..word.start], &mut take);
            take(&run.text[word.clone()]);
            from = word.end;
        }
        between(&run.text[from..], &mut take);
    }
    out
}

/// What stands between words: each run of blanks, and each sign for itself.
fn between<'t>(gap: &'t str, take: &mut impl FnMut(&'t str)) {
    let mut rest = gap;
    while let Some(first) = rest.chars().next() {
        let blanks = rest.len() - rest.trim_start().len();
        let (token, after) = rest.split_at(if blanks > 0 { blanks } else { first.len_utf8() });
        take(token);
        rest = after;
    }
}

/// The words of a text, as [`diff`] cuts them.
pub fn words(text: &str) -> Vec<&str> {
    split(text, Cut::Signs).into_iter().map(|range| &text[range]).collect()
}

/// A part of both token lists: equal, or one in place of the other.
#[derive(Debug, Clone)]
struct Stretch {
    equal: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// What became of `old` in `new`; either may be missing.
pub fn diff(old: Option<&Teks>, new: Option<&Teks>) -> Vec<Potong> {
    let runs = |teks: Option<&Teks>| teks.map(|teks| teks.runs.clone()).unwrap_or_default();
    let (old, new) = (runs(old), runs(new));
    let (a, b) = (tokens(&old), tokens(&new));
    if a == b {
        return stretch_of(Tanda::Tetap, &b).into_iter().collect();
    }
    let stretches = joined(alternating(&a, &b), &a, &b);
    let kept: usize = stretches.iter().filter(|s| s.equal).map(|s| word_count(&b[s.new.clone()])).sum();
    let most = word_count(&a).max(word_count(&b));
    // Two sentences that share only their small words are read more easily one after the other.
    if most > 3 && kept * 4 < most {
        return [stretch_of(Tanda::Hapus, &a), stretch_of(Tanda::Sisip, &b)].into_iter().flatten().collect();
    }
    let parts = stretches.into_iter().flat_map(|s| match s.equal {
        true => [stretch_of(Tanda::Tetap, &b[s.new]), None],
        false => [stretch_of(Tanda::Hapus, &a[s.old]), stretch_of(Tanda::Sisip, &b[s.new])],
    });
    parts.flatten().collect()
}

fn word_count(tokens: &[Token<'_>]) -> usize {
    tokens.iter().filter(|token| token.is_word()).count()
}

/// Equal and changed stretches in turn.
fn alternating(a: &[Token<'_>], b: &[Token<'_>]) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, a, b) {
        let equal = matches!(op, DiffOp::Equal { .. });
        let (old, new) = (op.old_range(), op.new_range());
        match out.last_mut() {
            Some(last) if last.equal == equal => {
                last.old.end = old.end;
                last.new.end = new.end;
            }
            _ => out.push(Stretch { equal, old, new }),
        }
    }
    out
}

/// Changes that nothing worth reading stands between become one: "dua kata" in place of "tiga suku", not word about.
fn joined(stretches: Vec<Stretch>, a: &[Token<'_>], b: &[Token<'_>]) -> Vec<Stretch> {
    let words = |s: &Stretch| word_count(&a[s.old.clone()]).max(word_count(&b[s.new.clone()]));
    let mut out: Vec<Stretch> = Vec::new();
    for (at, stretch) in stretches.iter().enumerate() {
        let between = |next: &Stretch| match (stretch.equal, words(stretch)) {
            (true, 0) => true,
            (true, 1) => out.last().is_some_and(|before| words(before) >= 3) && words(next) >= 3,
            _ => false,
        };
        let swallowed = at > 0 && stretches.get(at + 1).is_some_and(between);
        match out.last_mut() {
            Some(last) if !last.equal && (swallowed || !stretch.equal) => {
                last.old.end = stretch.old.end;
                last.new.end = stretch.new.end;
            }
            _ => out.push(stretch.clone()),
        }
    }
    out
}

fn stretch_of(tanda: Tanda, tokens: &[Token<'_>]) -> Option<Potong> {
    let mut runs: Vec<Run> = Vec::new();
    for token in tokens {
        match runs.last_mut() {
            Some(run) if run.miring == token.miring && run.tebal == token.tebal => run.text.push_str(token.text),
            _ => runs.push(Run { miring: token.miring, tebal: token.tebal, ..Run::plain(token.text) }),
        }
    }
    (!runs.is_empty()).then_some(Potong { tanda, runs })
}

/// The text of the redline: every stretch with its mark.
pub fn marked(potong: &[Potong], moved: bool, like: &Teks) -> Teks {
    let runs = potong.iter().flat_map(|part| {
        let coretan = part.tanda.coretan(moved);
        part.runs.iter().map(move |run| Run { coretan, ..run.clone() })
    });
    let mut runs: Vec<Run> = runs.collect();
    if runs.is_empty() {
        runs.push(Run::plain(""));
    }
    Teks { span: like.span, runs }
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::decree::teks::runs_of;
    use naskah_core::diag::{Files, Span};

    fn teks(text: &str) -> Teks {
        Teks { span: Span::new(Files::default().add("", ""), 0, 0), runs: runs_of(text) }
    }

    /// `[-struck-]`, `{+inserted+}`.
    fn shown(old: &str, new: &str) -> String {
        let parts = diff(Some(&teks(old)), Some(&teks(new)));
        let show = |part: &Potong| match part.tanda {
            Tanda::Tetap => part.plain(),
            Tanda::Hapus => format!("[-{}-]", part.plain()),
            Tanda::Sisip => format!("{{+{}+}}", part.plain()),
        };
        parts.iter().map(show).collect()
    }

    #[test]
    fn words_are_whole() {
        assert_eq!(shown("pada tahun 2025 dan", "pada tahun 2026 dan"), "pada tahun [-2025-]{+2026+} dan");
        assert_eq!(shown("Rp1.250.000,00;", "Rp1.500.000,00;"), "[-Rp1.250.000,00-]{+Rp1.500.000,00+};");
        assert_eq!(
            words("Undang-Undang Nomor 7, Kabupaten/Kota (ubah)."),
            ["Undang-Undang", "Nomor", "7", "Kabupaten/Kota", "ubah"]
        );
    }

    #[test]
    fn punctuation_changes_alone() {
        assert_eq!(shown("mencatat tamu.", "mencatat tamu; dan"), "mencatat tamu[-.-]{+; dan+}");
    }

    #[test]
    fn changes_close_together_are_one() {
        assert_eq!(
            shown("setiap hari kerja penuh dimulai pagi", "setiap minggu libur penuh dimulai pagi"),
            "setiap [-hari kerja-]{+minggu libur+} penuh dimulai pagi"
        );
    }

    #[test]
    fn unlike_sentences_stand_one_after_the_other() {
        assert_eq!(
            shown("satu dua tiga empat dan lima", "enam tujuh dan delapan sembilan sepuluh"),
            "[-satu dua tiga empat dan lima-]{+enam tujuh dan delapan sembilan sepuluh+}"
        );
    }

    #[test]
    fn emphasis_is_a_change() {
        assert_eq!(
            shown("memakai formulir daring lama", "memakai *formulir* daring lama"),
            "memakai [-formulir-]{+formulir+} daring lama"
        );
    }

    #[test]
    fn what_is_missing_is_all_inserted_or_struck() {
        let one = teks("hari kerja");
        assert_eq!(diff(None, Some(&one)).iter().map(|p| p.tanda).collect::<Vec<_>>(), [Tanda::Sisip]);
        assert_eq!(diff(Some(&one), None).iter().map(|p| p.tanda).collect::<Vec<_>>(), [Tanda::Hapus]);
        assert!(diff(None, None).is_empty());
    }
}
