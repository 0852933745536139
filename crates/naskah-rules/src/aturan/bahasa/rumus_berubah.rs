//! A formula of decrees of which two words are exchanged, one is another link, or one has dropped out.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::spoken::Spoken;
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::diag::distance;
use naskah_core::language::{WordList, WordLists};

declare_rule! {
    /// Rumus baku tertulis utuh dan urut
    ///
    /// Rumus seperti “sebagaimana dimaksud dalam huruf”, “segala biaya yang timbul akibat”, dan nama badan hanya
    /// mempunyai satu urutan. Yang ditunjuk ialah rumus yang dua katanya bertukar tempat, yang kata tugasnya diganti
    /// kata tugas lain, yang kehilangan kata tugasnya, atau yang satu katanya menjadi kata lain yang mirip (“bagian tindak
    /// terpisahkan”).
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang ragam bahasa dan rumus peraturan.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Segala biaya yang akibat timbul ditetapkannya Keputusan ini dibebankan pada anggaran kantor.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada anggaran kantor.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K541" "rumus-berubah" Peringatan since "0.4.0" => check
}

/// What became of a formula.
enum Change {
    /// Two neighbours, counted from the first word of the stretch, changed places.
    Swapped(usize),
    /// A link stands in the place of another.
    Replaced(usize),
    /// A link has dropped out before this word.
    Lost(usize),
    /// So many other words have dropped out before this word, of a formula that nothing else looks like.
    Without(usize, usize),
    /// A word has become another that looks much like it.
    Misspelt(usize),
}

/// The formulas, and those that a word begins.
struct Formulas<'a> {
    all: Vec<Vec<&'a str>>,
    first: HashMap<&'a str, Vec<usize>>,
    second: HashMap<&'a str, Vec<usize>>,
    lists: &'a WordLists,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let formulas = Formulas::of(context.word_lists());
    for (passage, text) in context.in_decree().filter(|(passage, text)| !text.capitals && is_spoken(passage.part)) {
        let spoken = Spoken::of(passage, text);
        let right = formulas.exact(&spoken);
        let mut free = 0;
        for at in 0..spoken.lower.len() {
            if at < free {
                continue;
            }
            let Some((words, formula, change)) = formulas.changed(&spoken, at, &right) else { continue };
            free = words.end;
            // "berlaku mulai tanggal … sampai dengan tanggal …" says for how long.
            let rest = passage.plain.get(spoken.bytes(words.clone()).end..).unwrap_or_default();
            let lasts = rest.split(['.', ';']).next().is_some_and(|clause| clause.contains(" sampai "));
            if lasts && formulas.all[formula].contains(&"berlaku") {
                continue;
            }
            tell(context, report, passage, &spoken, (words, &formulas.all[formula], change));
        }
    }
}

fn is_spoken(part: Part) -> bool {
    !matches!(part, Part::Mengingat(_) | Part::Kepala | Part::Penutup | Part::Salinan | Part::Kolom(_))
}

impl<'a> Formulas<'a> {
    fn of(lists: &'a WordLists) -> Self {
        let entries = lists.entries(WordList::RumusBaku).iter();
        let all: Vec<Vec<&str>> = entries.map(|entry| entry.split(' ').collect()).collect();
        let (mut first, mut second) = (HashMap::<&str, Vec<usize>>::new(), HashMap::<&str, Vec<usize>>::new());
        for (at, words) in all.iter().enumerate() {
            words.first().into_iter().for_each(|head| first.entry(head).or_default().push(at));
            words.get(1).into_iter().for_each(|next| second.entry(next).or_default().push(at));
        }
        Self { all, first, second, lists }
    }

    /// Which words of a text stand in a formula as they should.
    fn exact(&self, spoken: &Spoken<'_>) -> Vec<bool> {
        let mut right = vec![false; spoken.lower.len()];
        for at in 0..spoken.lower.len() {
            for formula in self.first.get(spoken.word(at)).into_iter().flatten() {
                let words = &self.all[*formula];
                let same = words.iter().enumerate().all(|(step, word)| spoken.word(at + step) == *word);
                if same && words.len() > 2 {
                    right.iter_mut().skip(at).take(words.len()).for_each(|word| *word = true);
                }
            }
        }
        right
    }

    /// A formula that is changed from a word on: its stretch, which, and how.
    fn changed(&self, spoken: &Spoken<'_>, at: usize, right: &[bool]) -> Option<(Range<usize>, usize, Change)> {
        let here = spoken.word(at);
        let begun = self.first.get(here).into_iter().flatten();
        let begun = begun.flat_map(|formula| {
            let length = self.all[*formula].len();
            let shorter = [0, 1, 2].into_iter().filter(move |less| *less < 2 || length >= LONG);
            shorter.map(move |less| (*formula, at..at + length.saturating_sub(less)))
        });
        // The first two may have changed places, so that the last tells.
        let turned = self.first.get(spoken.word(at + 1)).into_iter().flatten();
        let turned = turned.map(|formula| (*formula, at..at + self.all[*formula].len()));
        // The first may be misspelt, so that the second tells.
        let led = self.second.get(spoken.word(at + 1)).into_iter().flatten();
        let led = led.map(|formula| (*formula, at..at + self.all[*formula].len()));
        begun.chain(turned).chain(led).find_map(|(formula, range)| {
            let words = &self.all[formula];
            let whole = range.len() > 1 && spoken.is_run(range.clone());
            let known = right.get(range.clone()).is_some_and(|all| all.iter().all(|word| *word));
            let change = (whole && !known).then(|| self.change(spoken, &range, words)).flatten()?;
            Some((range, formula, change))
        })
    }

    fn change(&self, spoken: &Spoken<'_>, range: &Range<usize>, words: &[&str]) -> Option<Change> {
        let own: Vec<&str> = range.clone().map(|at| spoken.word(at)).collect();
        let differ: Vec<usize> =
            own.iter().zip(words).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
        if own.len() + 2 == words.len() {
            return self.without(&own, words);
        }
        if own.len() + 1 == words.len() {
            let at = *differ.first().unwrap_or(&own.len());
            let rest = own.get(at..)? == words.get(at + 1..)?;
            let lost = *words.get(at)?;
            // What lacks before a part that is pointed at has a rule of its own.
            let part =
                words.get(at + 1).is_some_and(|next| ["huruf", "diktum", "pasal", "ayat", "angka"].contains(next));
            let particle = self.lists.is_particle(lost) && lost != "yang" && !part;
            let link = particle || lost == "tidak" || lost == "sehingga";
            let lost = (rest && link && at > 0 && at < own.len() && words.len() > 3).then_some(Change::Lost(at));
            return lost.or_else(|| (!part).then(|| self.without(&own, words)).flatten());
        }
        match differ.as_slice() {
            [a, b] if a + 1 == *b && own[*a] == words[*b] && own[*b] == words[*a] => Some(Change::Swapped(*a)),
            [at] if *at > 0 && at + 1 < words.len() && self.is_other_link(own[*at], words[*at], words.len()) => {
                Some(Change::Replaced(*at))
            }
            [at] if self.is_misspelt(own[*at], words[*at], words.len()) => Some(Change::Misspelt(*at)),
            _ => None,
        }
    }

    /// Whether a word is another with a slip: few letters differ, or its end was lost or put on. Where it is no link
    /// either, so much of a long formula about it leaves no doubt.
    fn is_misspelt(&self, own: &str, meant: &str, length: usize) -> bool {
        let links = self.lists.is_particle(own) && self.lists.is_particle(meant);
        let most = 1 + usize::from(meant.len() > 6 || length > 4);
        let near = distance(own, meant) <= most && own.len() > 3 && meant.len() > 3;
        let end = own.len() > 5 && meant.len() > 5 && (meant.starts_with(own) || own.starts_with(meant));
        length > 3 && !links && (near || end)
    }

    /// The words that a stretch lacks of a formula, on both sides of which it is the formula.
    fn without(&self, own: &[&str], words: &[&str]) -> Option<Change> {
        let start = own.iter().zip(words).take_while(|(a, b)| a == b).count();
        let lost = words.len() - own.len();
        let whole = start < own.len() && own.get(start..) == words.get(start + lost..);
        // A preposition alone says nothing of what follows it.
        let telling = own.iter().take(start).any(|word| !self.lists.is_particle(word));
        (whole && telling && words.len() >= LACKING).then_some(Change::Without(start, lost))
    }

    /// Whether a word is a link that cannot stand for another.
    fn is_other_link(&self, own: &str, meant: &str, length: usize) -> bool {
        let joins = |word: &str| ["dan", "atau", "serta", "maupun"].contains(&word);
        let points = |word: &str| ["ini", "itu", "akan"].contains(&word);
        let links = self.lists.has(WordList::Partikel, own) && self.lists.has(WordList::Partikel, meant);
        let free = joins(own) && joins(meant) || points(own) || points(meant);
        // Of three words "pada" may well be the link.
        links && !free && (length > 3 || own != "pada")
    }
}

/// A formula of so many words may lack two, and one of so many may lack one.
const LONG: usize = 7;
const LACKING: usize = 5;

/// A formula with the capitals that its words have in the text.
fn as_written(spoken: &Spoken<'_>, plain: &str, range: &Range<usize>, words: &[&str]) -> String {
    let own = |word: &str| range.clone().find(|at| spoken.word(*at) == word);
    let shown = |word: &&str| own(word).map_or(*word, |at| &plain[spoken.bytes(at..at + 1)]).to_owned();
    words.iter().map(shown).collect::<Vec<String>>().join(" ")
}

fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    spoken: &Spoken<'_>,
    (range, words, change): (Range<usize>, &[&str], Change),
) {
    let formula = as_written(spoken, &passage.plain, &range, words);
    let place =
        |from: usize, to: usize| context.place(passage.teks, spoken.bytes(range.start + from..range.start + to));
    match change {
        Change::Swapped(at) => {
            let shown = spoken.phrase(range.start + at..range.start + at + 2);
            report.at(place(at, at + 2), format!("urutan `{shown}` terbalik")).hint(format!("tulis `{formula}`"));
        }
        Change::Replaced(at) => {
            let shown = spoken.word(range.start + at);
            report
                .at(place(at, at + 1), format!("`{shown}` berdiri di tempat `{}`", words[at]))
                .hint(format!("tulis `{formula}`"));
        }
        Change::Misspelt(at) => {
            let shown = spoken.word(range.start + at);
            report
                .at(place(at, at + 1), format!("`{shown}` berdiri di tempat `{}` dalam rumus ini", words[at]))
                .hint(format!("tulis `{formula}`"));
        }
        Change::Without(at, lost) => {
            report
                .at(place(at - 1, at + 1), format!("`{}` tertinggal dari rumus ini", words[at..at + lost].join(" ")))
                .hint(format!("apakah yang dimaksud `{formula}`?"))
                .unsure();
        }
        Change::Lost(at) => {
            report
                .at(place(at - 1, at + 1), format!("`{}` tertinggal dari rumus ini", words[at]))
                .hint(format!("tulis `{formula}`"));
        }
    }
}
