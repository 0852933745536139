//! The words and numbers of a table that its columns must have room for.

use super::naskah::{ButirCetak, SelCetak, TerpanjangCetak};

/// How many of a column's longest words are kept: one with fewer characters may still be the widest.
const LONGEST: usize = 3;

/// For each column the words and numbers that may be the widest.
pub fn of<'a>(columns: usize, cells: impl Iterator<Item = &'a SelCetak>) -> Vec<TerpanjangCetak> {
    let mut found = vec![TerpanjangCetak::default(); columns];
    for cell in cells.filter(|cell| cell.kanan == 1) {
        let Some(column) = found.get_mut(cell.x) else { continue };
        column.tebal |= cell.tebal;
        let text = cell.isi.teks.as_plain();
        for word in words(&text) {
            match is_number(word) {
                true => keep(&mut column.angka, word),
                false => parts(word).for_each(|part| match is_number(bare(part)) {
                    true => keep(&mut column.angka, part),
                    false => keep_word(&mut column.kata, part),
                }),
            }
        }
        listed(&cell.isi, 1, column);
    }
    found
}

/// How many figures the parts of personal numbers have that are written with blanks.
const BLANKED: [[usize; 4]; 2] = [[8, 6, 1, 3], [4, 4, 4, 4]];

/// The words of a text; a personal number that is written with blanks is one.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_start();
    std::iter::from_fn(move || {
        let end = blanked(rest).or_else(|| rest.find(char::is_whitespace)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after.trim_start();
        (!word.is_empty()).then_some(word)
    })
}

/// Where a personal number ends that a text begins with.
fn blanked(text: &str) -> Option<usize> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    BLANKED.iter().find_map(|lengths| {
        let mut parts = text.split(' ');
        let fits = |length: &usize| {
            parts.next().is_some_and(|part| part.len() == *length && part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        lengths.iter().all(fits).then_some(lengths.iter().sum::<usize>() + lengths.len() - 1)
    })
}

/// The parts of a word between which it may break; addresses also break at their own signs.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let address = word.contains('@') || word.contains("://") || word.starts_with("www.") || word.contains('_');
    word.split_inclusive(move |c| "/-–—".contains(c) || (address && "@._?&=".contains(c)))
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
            for word in words(&text.as_plain()) {
                match is_number(word) {
                    true => keep(&mut column.angka_rincian, word),
                    false => parts(word).for_each(|part| match is_number(bare(part)) {
                        true => keep(&mut column.angka_rincian, part),
                        false => keep_word(&mut column.rincian, part),
                    }),
                }
            }
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
    if count < SHORTEST {
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
    use super::{keep_word, widest_syllable, words};

    #[test]
    fn personal_numbers_are_one_word() {
        let found: Vec<&str> = words(" NIP 19770411 201808 1 006, 3322 0101 0190 0001  dan 12 3 ").collect();
        assert_eq!(found, ["NIP", "19770411", "201808", "1", "006,", "3322 0101 0190 0001", "dan", "12", "3"]);
        assert_eq!(words("19770411 201808 1 006").collect::<Vec<_>>(), ["19770411 201808 1 006"]);
    }

    #[test]
    fn short_words_are_whole_and_suffixes_stay_with_their_consonant() {
        assert_eq!(widest_syllable("JUARA"), 15);
        assert_eq!(widest_syllable("umum"), 12);
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
