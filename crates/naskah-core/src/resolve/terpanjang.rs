//! The words and numbers of a table that its columns must have room for.

use crate::decree::tabel::Kolom;
use crate::language::rapat::words;

use super::naskah::{ButirCetak, SelCetak, TerpanjangCetak};

/// How many of a column's longest words are kept: one with fewer characters may still be the widest.
const LONGEST: usize = 3;

/// A text of more characters takes more than one line in any column.
const LINE: usize = 60;

/// For each column the words and numbers that may be the widest.
pub fn of<'a>(leaves: &[&Kolom], cells: impl Iterator<Item = &'a SelCetak>) -> Vec<TerpanjangCetak> {
    let empty =
        |leaf: &&Kolom| TerpanjangCetak { seisi: leaf.seisi(), teks: Some(Vec::new()), ..TerpanjangCetak::default() };
    let mut found: Vec<TerpanjangCetak> = leaves.iter().map(empty).collect();
    for cell in cells.filter(|cell| cell.kanan == 1) {
        let Some(column) = found.get_mut(cell.x) else { continue };
        column.tebal |= cell.tebal;
        let text = cell.isi.teks.as_plain();
        whole(&cell.isi, &text, column);
        let TerpanjangCetak { angka, kata, rapat, alamat, .. } = column;
        words(&text).for_each(|word| take(word, angka, kata, rapat));
        words(&text).filter(|word| breaks(word)).for_each(|word| keep(alamat, word));
        listed(&cell.isi, 1, column);
    }
    found
}

/// Keeps a cell's text among the longest, as long as any may have a line of its own.
fn whole(isi: &ButirCetak, text: &str, column: &mut TerpanjangCetak) {
    let long = !isi.rincian.is_empty() || text.chars().take(LINE + 1).count() > LINE;
    match column.teks.as_mut().filter(|_| !long) {
        Some(texts) => keep(texts, text),
        None => column.teks = None,
    }
}

/// Takes a word: a number, words and numbers that stand together, or parts between which it may break.
fn take(word: &str, angka: &mut Vec<String>, kata: &mut Vec<String>, rapat: &mut Vec<String>) {
    if is_number(word) {
        return keep(angka, word);
    }
    if word.contains(' ') {
        keep(rapat, word);
    }
    for part in word.split(' ').flat_map(parts) {
        match is_number(bare(part)) {
            true => keep(angka, part),
            false if is_code(part) => {}
            false => keep_word(kata, part),
        }
    }
}

/// So many signs has the shortest code that breaks anywhere.
const CODE: usize = 20;

/// Whether a part is a code of letters and figures, which breaks anywhere: a column needs no room for it.
fn is_code(part: &str) -> bool {
    let any = |is: fn(char) -> bool| part.chars().any(is);
    part.chars().count() >= CODE && any(|c| c.is_ascii_digit()) && any(char::is_alphabetic)
}

/// Words of so few signs are not parted after a slash.
const SHORT: usize = 5;

/// The parts of a word between which it may break; addresses also break at their own signs.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let address = word.contains('@') || word.contains("://") || word.starts_with("www.") || word.contains('_');
    let short = word.chars().count() <= SHORT;
    word.split_inclusive(move |c| !short && ("/-–—".contains(c) || (address && "@._?&=".contains(c))))
}

/// Whether a word breaks though it is one to its reader: an address, a code, the number of a decree.
fn breaks(word: &str) -> bool {
    !word.contains(' ') && (is_code(word) || parts(word).nth(1).is_some())
}

/// A part without the sign after which it breaks.
fn bare(part: &str) -> &str {
    part.trim_end_matches(['/', '-', '–', '—'])
}

/// Takes the words of the lists in a cell.
fn listed(isi: &ButirCetak, depth: usize, column: &mut TerpanjangCetak) {
    for butir in &isi.rincian {
        column.dalam = column.dalam.max(depth);
        column.tanda = column.tanda.max(butir.no.as_ref().map_or(0, |no| no.chars().count()));
        for text in std::iter::once(&butir.teks).chain(&butir.penutup) {
            let TerpanjangCetak { angka_rincian, rincian, rapat, .. } = &mut *column;
            words(&text.as_plain()).for_each(|word| take(word, angka_rincian, rincian, rapat));
        }
        listed(butir, depth + 1, column);
    }
}

/// Keeps a word among the longest.
fn keep(longest: &mut Vec<String>, word: &str) {
    let length = word.chars().count();
    let at = longest.partition_point(|known| known.chars().count() >= length);
    if length > 0 && at < LONGEST && !longest.iter().any(|known| known == word) {
        longest.insert(at, word.to_owned());
        // Of what is kept for its syllables the least goes.
        let least = (LONGEST..longest.len()).min_by_key(|at| longest.get(*at).map_or(0, |word| widest_syllable(word)));
        if let Some(least) = least.filter(|_| longest.len() > 2 * LONGEST) {
            longest.remove(least);
        }
    }
}

/// Keeps a word among the longest, and its longest syllable among these: words break between them.
fn keep_word(longest: &mut Vec<String>, word: &str) {
    keep(longest, word);
    if longest.iter().any(|known| known == word) {
        return;
    }
    let own = widest_syllable(word);
    let alike = longest.iter().filter(|known| widest_syllable(known) >= own).take(LONGEST).count();
    if alike < LONGEST {
        longest.push(word.to_owned());
    }
}

/// So many letters has the shortest word that the styles break.
const SHORTEST: usize = 6;

/// About how wide a letter is, in halves of a usual one.
fn wide(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '(' | ')' => 1,
        'm' | 'w' | 'M' | 'W' => 4,
        letter if letter.is_uppercase() => 3,
        _ => 2,
    }
}

/// About how wide the widest syllable of a word is, as the styles break it, or a little more: of two ways to part a suffix
/// from its word both are counted.
fn widest_syllable(word: &str) -> usize {
    // What has other signs within is not broken there.
    let within = word.trim_end_matches(['.', ',']);
    if within.contains(|c: char| c.is_ascii_digit() || "@._?&=".contains(c)) {
        return word.chars().map(wide).sum();
    }
    // Nearly every word is of plain letters, each a byte; of others one character stands for each letter.
    let plain = word.is_ascii();
    let others: Vec<char> = if plain { Vec::new() } else { word.chars().map(|c| c.to_ascii_lowercase()).collect() };
    let count = if plain { word.len() } else { others.len() };
    if word.chars().filter(|c| c.is_alphabetic()).count() < SHORTEST {
        return word.chars().map(wide).sum();
    }
    let span = |from: usize, to: usize| word.chars().skip(from).take(to - from).map(wide).sum::<usize>();
    let letter = |at: usize| match plain {
        true => word.as_bytes().get(at).map(|b| char::from(b.to_ascii_lowercase())),
        false => others.get(at).copied(),
    };
    let vowel = |at: usize| letter(at).is_some_and(|c| matches!(c, 'a' | 'i' | 'u' | 'e' | 'o'));
    let consonant = |at: usize| letter(at).is_some_and(|c| c.is_ascii_lowercase()) && !vowel(at);
    let pair = |at: usize| match (letter(at), letter(at + 1)) {
        (Some(a), Some('h')) => "bcdgkpst".contains(a),
        (Some('n'), Some('g' | 'y')) | (Some('s'), Some('y')) => true,
        (Some(a), Some('r' | 'l')) => "bcdfgkpst".contains(a),
        _ => false,
    };
    let (mut most, mut from, mut at) = (0, 0, 0);
    // A syllable does not begin after a single plain letter.
    let late = |at: usize| at >= 2 || others.iter().take(at).any(|c| !c.is_ascii());
    while at < count {
        let length = if pair(at) && vowel(at + 2) { 3 } else { 2 };
        if length == 3 || (consonant(at) && vowel(at + 1)) {
            if late(at) {
                // Before `an` the consonant may stay with what it ends.
                let kept = if letter(at + length - 1) == Some('a') && letter(at + length) == Some('n') {
                    length - 1
                } else {
                    0
                };
                most = most.max(span(from, at + kept));
                from = at;
            }
            at += length;
        } else {
            at += 1;
        }
    }
    most.max(span(from, count))
}

/// Whether a word is a number or an amount, which must stay in one piece.
fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix("Rp").unwrap_or(word);
    digits.contains(|c: char| c.is_ascii_digit()) && !digits.contains(|c: char| c.is_alphabetic() || c == '/')
}

#[cfg(test)]
mod tests {
    use super::{keep_word, widest_syllable};

    #[test]
    fn short_words_are_whole_and_suffixes_stay_with_their_consonant() {
        assert_eq!(widest_syllable("JUARA"), 15);
        assert_eq!(widest_syllable("umum"), 12);
        assert_eq!(widest_syllable("Genuk,"), 12, "signs are no letters");
        assert_eq!(widest_syllable("ungaran@"), 15, "an address is not broken between syllables");
        assert_eq!(widest_syllable("JUMLAH"), 10, "JUM-LAH");
        assert_eq!(widest_syllable("pengembangan"), 12, "of two ways to part it the wider one");
    }

    #[test]
    fn the_widest_syllable_is_kept_with_the_longest_words() {
        let mut kept = Vec::new();
        for word in ["kabupaten/", "rekapitulasi", "pemutakhiran", "masyarakat", "umum"] {
            keep_word(&mut kept, word);
        }
        assert!(kept.iter().any(|word| word == "umum"), "{kept:?}");
    }
}
