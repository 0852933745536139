//! The proof: the words of the file against the words that the YAML prints, one by one.

use std::time::{Duration, Instant};

use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

use super::kata::label;
use super::tanda::Tanda;

/// So long the comparison may take before it is made coarser.
const PATIENCE: Duration = Duration::from_secs(20);

/// What differs between the file and what would be printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bukti {
    /// How many words the file has that count.
    pub kata: usize,
    /// Words of the file that are not printed, run by run.
    pub hilang: Vec<String>,
    /// Words that are printed and that the file has not, run by run.
    pub tambahan: Vec<String>,
    /// Runs of words that are printed elsewhere.
    pub pindah: Vec<String>,
    /// Marks that are printed otherwise: as they stood, and as they are printed.
    pub tanda: Vec<(String, String)>,
    /// Words behind which another punctuation is printed: as they stood, and as they are printed.
    pub baca: Vec<(String, String)>,
    /// What was set apart, and is no loss: what it is, and its words.
    pub terpisah: Vec<(String, String)>,
}

/// A word without the punctuation at its end.
fn bare(word: &str) -> &str {
    let end = word.trim_end_matches(['.', ',', ';', ':']);
    if end.is_empty() { word } else { end }
}

/// The words that count: a colon by itself is a matter of columns, letters written apart are one word.
fn counted(words: &[String]) -> Vec<String> {
    let solid = |word: &&String| !word.chars().all(|c| c == ':');
    let words: Vec<&String> = words.iter().filter(solid).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let apart = |word: &&&String| word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        let letters: String =
            words.get(at..).unwrap_or_default().iter().take_while(apart).map(|word| word.as_str()).collect();
        let count = letters.chars().count();
        if count > 3 {
            out.push(letters);
            at += count;
        } else {
            out.push((*word).clone());
            at += 1;
        }
    }
    out
}

/// Compares the words of a file with those that are printed; `apart` is what was set apart of the file.
pub fn compare(asal: &[String], cetak: &[String], apart: &[(&'static str, String)]) -> Bukti {
    let (a, b) = (counted(asal), counted(cetak));
    let (a, b): (Vec<&str>, Vec<&str>) =
        (a.iter().map(String::as_str).collect(), b.iter().map(String::as_str).collect());
    // A word in other letters is the same word, which is told.
    let keys = |words: &[&str]| -> Vec<String> { words.iter().map(|word| bare(word).to_lowercase()).collect() };
    let (left, right) = (keys(&a), keys(&b));
    let mut bukti = Bukti { kata: a.len(), ..Bukti::default() };
    let until = Some(Instant::now() + PATIENCE);
    let (mut lost, mut added): (Vec<Vec<&str>>, Vec<Vec<&str>>) = (Vec::new(), Vec::new());
    for op in capture_diff_slices_deadline(Algorithm::Myers, &left, &right, until) {
        let (old, new) = (a.get(op.old_range()).unwrap_or_default(), b.get(op.new_range()).unwrap_or_default());
        match op {
            DiffOp::Equal { .. } => punctuation(old, new, &mut bukti),
            _ => {
                let marks = |words: &[&str]| words.iter().all(|word| is_mark(word));
                if old.len() == new.len() && marks(old) && marks(new) {
                    let pairs = old.iter().zip(new).map(|(old, new)| ((*old).to_owned(), (*new).to_owned()));
                    bukti.tanda.extend(pairs);
                    continue;
                }
                lost.extend((!old.is_empty()).then(|| old.to_vec()));
                added.extend((!new.is_empty()).then(|| new.to_vec()));
            }
        }
    }
    set_apart(&mut lost, apart, &mut bukti);
    moved(&mut lost, &mut added, &mut bukti);
    let join = |runs: Vec<Vec<&str>>| runs.into_iter().map(|run| run.join(" ")).collect();
    let (marks, lost): (Vec<_>, Vec<_>) = lost.into_iter().partition(|run| run.iter().all(|word| is_mark(word)));
    let (put, added): (Vec<_>, Vec<_>) = added.into_iter().partition(|run| run.iter().all(|word| is_mark(word)));
    bukti.tanda.extend(marks.into_iter().flatten().map(|mark| (mark.to_owned(), String::new())));
    bukti.tanda.extend(put.into_iter().flatten().map(|mark| (String::new(), mark.to_owned())));
    (bukti.hilang, bukti.tambahan) = (join(lost), join(added));
    bukti
}

fn is_mark(word: &str) -> bool {
    Tanda::read(word).is_some_and(|mark| mark.panjang == word.len())
}

/// Notes where the same words end with another punctuation; that of labels is a matter of columns.
fn punctuation(old: &[&str], new: &[&str], bukti: &mut Bukti) {
    for (old, new) in old.iter().zip(new).filter(|(old, new)| old != new) {
        let labels = label(bare(old)).is_some() || bare(old).chars().all(char::is_uppercase);
        if !(labels && old.trim_end_matches(':').eq_ignore_ascii_case(new.trim_end_matches(':'))) {
            bukti.baca.push(((*old).to_owned(), (*new).to_owned()));
        }
    }
}

/// Takes out of the lost words what was set apart.
fn set_apart<'a>(lost: &mut Vec<Vec<&'a str>>, apart: &[(&'static str, String)], bukti: &mut Bukti) {
    for (what, text) in apart.iter().filter(|(_, text)| !text.is_empty()) {
        let words: Vec<&str> = text.split_whitespace().filter(|word| !word.chars().all(|c| ":".contains(c))).collect();
        let found = lost.iter().enumerate().find_map(|(at, run)| {
            let start = run.windows(words.len().max(1)).position(|part| part == words.as_slice())?;
            Some((at, start))
        });
        // A word that stands at both ends may have been counted at the other.
        let turned = |run: &Vec<&str>| {
            run.len() == words.len()
                && (1..run.len()).any(|at| run.iter().cycle().skip(at).zip(&words).all(|(a, b)| a == b))
        };
        let found = found.or_else(|| lost.iter().position(turned).map(|at| (at, 0)));
        let Some((at, start)) = found.filter(|_| !words.is_empty()) else { continue };
        bukti.terpisah.push(((*what).to_owned(), text.clone()));
        let run = lost.remove(at);
        let (before, rest) = run.split_at(start);
        let after = rest.get(words.len()..).unwrap_or_default();
        let parts = [before, after].into_iter().filter(|part| !part.is_empty()).map(<[&'a str]>::to_vec);
        lost.splice(at..at, parts);
    }
}

/// Takes out what is lost at one place and added at another.
fn moved(lost: &mut Vec<Vec<&str>>, added: &mut Vec<Vec<&str>>, bukti: &mut Bukti) {
    let same = |a: &[&str], b: &[&str]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| bare(a) == bare(b));
    lost.retain(|run| {
        let part = added.iter().enumerate().find_map(|(at, other)| {
            let start = other.windows(run.len()).position(|part| same(part, run))?;
            Some((at, start))
        });
        let Some((at, start)) = part else { return true };
        bukti.pindah.push(run.join(" "));
        let other = added.remove(at);
        let (before, rest) = other.split_at(start);
        let after = rest.get(run.len()..).unwrap_or_default();
        added.splice(at..at, [before, after].into_iter().filter(|part| !part.is_empty()).map(<[&str]>::to_vec));
        false
    });
}

impl Bukti {
    /// Whether every word is printed, in its order, and no other.
    pub fn is_whole(&self) -> bool {
        self.hilang.is_empty() && self.tambahan.is_empty() && self.pindah.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn every_word_is_accounted_for() {
        let asal = words("SALINAN Menimbang : a. bahwa satu; b. bahwa dua tiga; KESATU : empat lima");
        let cetak = words("Menimbang a. bahwa satu; c. bahwa dua tiga. KESATU empat enam lima");
        let bukti = compare(&asal, &cetak, &[("tanda pada salinan", "SALINAN".into())]);
        assert_eq!((bukti.hilang.len(), bukti.tambahan), (0, vec!["enam".to_owned()]));
        assert_eq!(bukti.tanda, [("b.".to_owned(), "c.".to_owned())]);
        assert_eq!(bukti.baca, [("tiga;".to_owned(), "tiga.".to_owned())]);
        assert_eq!(bukti.terpisah.len(), 1);
    }

    #[test]
    fn what_is_lost_and_moved_is_told_apart() {
        let bukti = compare(&words("a1 b1 c1 d1 e1"), &words("c1 d1 e1 a1 b1"), &[]);
        assert_eq!((bukti.pindah, bukti.hilang.len(), bukti.tambahan.len()), (vec!["a1 b1".to_owned()], 0, 0));
        let bukti = compare(&words("satu dua tiga"), &words("satu tiga"), &[]);
        assert_eq!(bukti.hilang, ["dua"]);
    }
}
