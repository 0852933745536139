//! Names of persons: how much one is another, and which a text prints.

use std::collections::BTreeSet;

use super::sebutan::{is_title, names, parts};
use super::ucapan::{Ukuran, is_degree, is_person_number, plain};

/// How much a name is that of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mirip {
    /// The same, perhaps shortened.
    Sama,
    /// It lacks a part of that.
    Kurang,
    /// It holds more than that.
    Lebih,
    /// Another.
    Lain,
}

/// A word of a name.
#[derive(Debug, Clone)]
struct Suku {
    kata: String,
    /// Whether it is the first letter of a word.
    huruf: bool,
}

impl Suku {
    fn of(word: &str) -> Self {
        let kata = plain(word);
        // `I` is a name of its own.
        let huruf = kata.chars().count() == 1 && (kata != "i" || word.ends_with('.'));
        Self { kata, huruf }
    }

    /// Whether one stands for the other.
    fn stands_for(&self, other: &Self) -> bool {
        self.huruf && other.kata.starts_with(&self.kata) || other.huruf && self.kata.starts_with(&other.kata)
    }
}

/// Whether a word says whose child somebody is.
fn is_child_of(word: &str) -> bool {
    matches!(word, "bin" | "binti")
}

/// How much the name of a certificate is the one that is printed: titles and size of letters count for nothing, nor does
/// the order but around `bin`; a letter stands for a name that begins so.
pub fn likeness(ukuran: &Ukuran<'_>, owner: &str, printed: &str) -> Mirip {
    let of = |text: &str| -> Vec<Suku> {
        let words = parts(text).filter(|word| !is_degree(word)).map(Suku::of);
        words
            .filter(|one| !one.kata.is_empty() && !is_title(ukuran, &one.kata) && !is_person_number(&one.kata))
            .collect()
    };
    compared(&of(owner), &of(printed))
}

/// A name as the word that leads to each generation, and its words.
fn generations(name: &[Suku]) -> Vec<(&str, &[Suku])> {
    let heads = name.iter().enumerate().filter(|(_, one)| is_child_of(&one.kata)).map(|(at, _)| at);
    let mut out = Vec::new();
    let (mut lead, mut from) = ("", 0);
    for at in heads {
        out.push((lead, name.get(from..at).unwrap_or_default()));
        (lead, from) = (name.get(at).map_or("", |one| &one.kata), at + 1);
    }
    out.push((lead, name.get(from..).unwrap_or_default()));
    out
}

fn compared(own: &[Suku], due: &[Suku]) -> Mirip {
    let told = |name: &[Suku]| name.iter().any(|one| is_child_of(&one.kata));
    if !told(own) || !told(due) {
        return of_words(own, due);
    }
    let (own, due) = (generations(own), generations(due));
    let each: Vec<Mirip> = own
        .iter()
        .zip(&due)
        .map(|((by, some), (lead, all))| match (by == lead, some.is_empty(), all.is_empty()) {
            (false, ..) => Mirip::Lain,
            (_, true, true) => Mirip::Sama,
            (_, true, false) => Mirip::Kurang,
            _ => of_words(some, all),
        })
        .collect();
    let known = own.iter().zip(&due).any(|((_, some), _)| !some.is_empty());
    let is = |kind: Mirip| each.contains(&kind);
    match own.len().cmp(&due.len()) {
        _ if !known || is(Mirip::Lain) || is(Mirip::Kurang) && is(Mirip::Lebih) => Mirip::Lain,
        std::cmp::Ordering::Less => Mirip::Kurang,
        std::cmp::Ordering::Greater => Mirip::Lebih,
        _ if is(Mirip::Kurang) => Mirip::Kurang,
        _ if is(Mirip::Lebih) => Mirip::Lebih,
        _ => Mirip::Sama,
    }
}

/// How much some words are the words of a name, in any order.
fn of_words(own: &[Suku], due: &[Suku]) -> Mirip {
    let mut left: Vec<&Suku> = due.iter().collect();
    let mut take = |fits: &dyn Fn(&Suku) -> bool| left.iter().position(|other| fits(other)).map(|at| left.remove(at));
    let (whole, rest): (Vec<&Suku>, Vec<&Suku>) =
        own.iter().partition(|one| take(&|other| other.kata == one.kata).is_some());
    let (short, more): (Vec<&Suku>, Vec<&Suku>) =
        rest.into_iter().partition(|one| take(&|other| one.stands_for(other)).is_some());
    let named = whole.iter().any(|one| one.kata.chars().count() > 1 && !is_child_of(&one.kata));
    match (named, left.is_empty(), more.is_empty()) {
        (true, true, true) => Mirip::Sama,
        (true, false, true) => Mirip::Kurang,
        (true, true, false) => Mirip::Lebih,
        // Letters alone tell nobody.
        (false, _, true) if !short.is_empty() => Mirip::Kurang,
        _ => Mirip::Lain,
    }
}

/// How much of a name a text prints; `None` where it prints nothing of it that could be nothing else.
pub fn printed(ukuran: &Ukuran<'_>, text: &[String], name: &str) -> Option<Mirip> {
    let known = names(ukuran, name);
    let due: Vec<Suku> = parts(name).map(Suku::of).filter(|one| known.contains(&one.kata)).collect();
    let runs = runs(ukuran, text, &known);
    let is_name = |run: &Vec<Suku>| run.iter().any(|one| !is_child_of(&one.kata));
    let found: Vec<Mirip> = runs.iter().filter(|run| is_name(run)).map(|run| compared(run, &due)).collect();
    let all = || compared(&runs.concat(), &due);
    match found[..] {
        [] if runs.is_empty() => None,
        [] => Some(Mirip::Lain),
        _ if found.contains(&Mirip::Lain) => Some(Mirip::Lain),
        _ if found.contains(&Mirip::Sama) || all() == Mirip::Sama => Some(Mirip::Sama),
        _ => Some(Mirip::Kurang),
    }
}

/// The words of a text that are those of a name, as they follow each other; titles between them count for nothing.
fn runs(ukuran: &Ukuran<'_>, text: &[String], known: &BTreeSet<String>) -> Vec<Vec<Suku>> {
    let (mut out, mut run): (Vec<Vec<Suku>>, Vec<Suku>) = Default::default();
    for word in text.iter().flat_map(|text| parts(text)) {
        let one = Suku::of(word);
        let again = run.iter().any(|own| own.kata == one.kata && !is_child_of(&own.kata));
        if known.contains(&one.kata) && !is_degree(word) {
            if again {
                out.push(std::mem::take(&mut run));
            }
            run.push(one);
        } else if !(one.kata.is_empty() || is_title(ukuran, &one.kata) || is_degree(word)) {
            out.push(std::mem::take(&mut run));
        }
    }
    out.push(run);
    out.retain(|run| !run.is_empty());
    out
}
