//! Terms of several words that stand with capitals here and without them there.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use naskah_core::language::WordLists;

use crate::words::shown_capitals::{Capitals, is_sentence};
use crate::words::{Kind, Text, Token};
use crate::{Context, Part, Passage};

/// Where a writing stands first, and how often it stands at all.
#[derive(Debug, Clone)]
pub struct Writing<'a> {
    /// The passage.
    pub passage: &'a Passage<'a>,
    /// Its bytes there.
    pub range: Range<usize>,
    /// How often.
    pub count: usize,
}

/// A term with its two writings.
#[derive(Debug, Default)]
pub struct Term<'a> {
    /// With capitals.
    pub capital: Option<Writing<'a>>,
    /// In small letters.
    pub small: Option<Writing<'a>>,
}

/// The terms of the decree by their small letters.
pub fn terms<'a>(context: &'a Context<'_>) -> BTreeMap<String, Term<'a>> {
    let known = known(context);
    let capitals = context.capitals();
    let mut found: BTreeMap<String, Term<'a>> = BTreeMap::new();
    for (passage, text) in context.in_decree().filter(|(passage, text)| !text.capitals && is_text(passage.part)) {
        let sentence = is_sentence(context, passage, text);
        for (at, word) in text.words.iter().enumerate().filter(|(_, word)| word.mask.is_none()) {
            let entries = known.get(passage.lower(word).as_str()).map(Vec::as_slice).unwrap_or_default();
            for (term, own) in entries {
                take(&mut found, context.word_lists(), (passage, text, at), term, *own || sentence, *own);
            }
            if sentence && let Some(pair) = lone_pair(context, capitals, passage, text, at) {
                found.entry(pair).or_default();
            }
        }
    }
    pairs(context, &mut found);
    found
}

/// Both writings of the pairs that stood with capitals somewhere.
fn pairs<'a>(context: &'a Context<'_>, found: &mut BTreeMap<String, Term<'a>>) {
    let open: Vec<String> = found
        .iter()
        .filter(|(_, term)| term.capital.is_none() && term.small.is_none())
        .map(|(pair, _)| pair.clone())
        .collect();
    if open.is_empty() {
        return;
    }
    for (passage, text) in context.in_decree().filter(|(passage, text)| is_sentence(context, passage, text)) {
        for at in 0..text.words.len() {
            for pair in open.iter().filter(|pair| pair.starts_with(passage.lower(&text.words[at]).as_str())) {
                take(found, context.word_lists(), (passage, text, at), pair, true, false);
            }
        }
    }
}

fn is_text(part: Part) -> bool {
    !matches!(
        part,
        Part::Mengingat(_)
            | Part::Kepala
            | Part::Menetapkan
            | Part::Kolom(_)
            | Part::Kelompok(_)
            | Part::LampiranTentang(_)
    )
}

/// The listed terms by their first word, each with whether the decree's own name has it and the decree
/// uses its abbreviation.
fn known(context: &Context<'_>) -> HashMap<String, Vec<(String, bool)>> {
    let kata = context.catalog.kata();
    let mut found: HashMap<String, Vec<(String, bool)>> = HashMap::new();
    let mut add = |term: String, own: bool| {
        if let Some((first, _)) = term.split_once(' ') {
            found.entry(first.to_owned()).or_default().push((term, own));
        }
    };
    let name = context.keputusan.tentang.as_plain();
    for (short, meanings) in &kata.singkatan {
        for meaning in meanings.iter().filter(|meaning| !meaning.lazim && name.contains(&meaning.panjang)) {
            let used =
                meaning.panjang.starts_with(char::is_uppercase) && context.words().count(&short.to_lowercase()) > 0;
            if used {
                add(meaning.panjang.to_lowercase(), true);
            }
        }
    }
    kata.asing.keys().for_each(|phrase| add(phrase.clone(), false));
    found
}

/// Counts a term that begins at a word; capitals within a longer name count only where the term is the decree's own.
fn take<'a>(
    found: &mut BTreeMap<String, Term<'a>>,
    lists: &WordLists,
    (passage, text, at): (&'a Passage<'a>, &Text, usize),
    term: &str,
    counts: bool,
    own: bool,
) {
    let length = term.matches(' ').count() + 1;
    let Some(words) = text.words.get(at..at + length) else { return };
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    let range = first.range.start..last.range.end;
    let shown = passage.plain.get(range.clone()).unwrap_or_default();
    if shown.len() != term.len() || shown.to_lowercase() != *term {
        return;
    }
    let inner = || words.iter().filter(|word| !word.start && !lists.is_particle(passage.word(word)));
    let all = |kind: Kind| inner().next().is_some() && inner().all(|word| word.kind == kind);
    let before = at.checked_sub(1).and_then(|at| text.words.get(at));
    let after = text.words.get(at + length);
    let joined = |a: &Token, b: &Token| passage.gap(a, b) == " " && matches!(a.kind, Kind::Capital);
    let longer = before.is_some_and(|before| joined(before, first) && !before.start)
        || after.is_some_and(|after| passage.gap(last, after) == " " && after.kind == Kind::Capital);
    let entry = found.entry(term.to_owned()).or_default();
    let place = match () {
        () if all(Kind::Capital) && counts && (own || !(longer || text.title)) => &mut entry.capital,
        () if all(Kind::Lower) => &mut entry.small,
        () => return,
    };
    place.get_or_insert(Writing { passage, range, count: 0 }).count += 1;
}

/// Two common words with capitals that no name surrounds, where the same two stand in small letters elsewhere.
fn lone_pair(
    context: &Context<'_>,
    capitals: &Capitals,
    passage: &Passage<'_>,
    text: &Text,
    at: usize,
) -> Option<String> {
    let (first, second) = (text.words.get(at)?, text.words.get(at + 1)?);
    let both = first.kind == Kind::Capital && second.kind == Kind::Capital && !second.start && second.mask.is_none();
    if !both || first.italic || passage.gap(first, second) != " " {
        return None;
    }
    let pair = passage.plain.get(first.range.start..second.range.end)?.to_lowercase();
    let loud = |word: &Token| word.kind != Kind::Lower;
    let before = at.checked_sub(1).and_then(|at| text.words.get(at)).filter(|word| passage.gap(*word, first) == " ");
    let after = text.words.get(at + 2).filter(|word| passage.gap(second, *word) == " ");
    // A sentence that begins with such a pair and goes on in small letters is spoken of elsewhere.
    let opens = first.start && after.is_some();
    let lone = !before.is_some_and(loud) && !after.is_some_and(loud) && !opens;
    let kata = context.catalog.kata();
    let common = pair.split(' ').all(|word| word.len() > 3 && kata.has(word) && !kata.is_name(word));
    (lone && common && capitals.is_small_pair(&pair) && !capitals.is_name_pair(&pair)).then_some(pair)
}
