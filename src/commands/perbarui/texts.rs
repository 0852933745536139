//! Every text that a person wrote, year by year: what moves is edited in its place, what stays is noted, what is
//! doubtful is marked.

use std::cell::OnceCell;
use std::ops::Range;

use naskah_core::catalog::Libur;
use naskah_core::decree::Part;
use naskah_core::decree::Tanggal;
use naskah_core::diag::{Edit, Span};
use naskah_core::language::numerals::{is_numeral, terbilang_tahun};
use naskah_core::reading::{Passage, Reading};

use super::dates::{Dated, cased};
use super::documents::{self, Document};
use super::places;
use super::report::Work;
use super::units::{Unit, units};
use super::years::{Roll, Verdict, YearText, after_loose_title, of_document};

/// Looks at every text but the number, which is emptied, and the legal bases.
pub fn look(context: &Reading<'_>, roll: Roll, work: &mut Work) {
    let libur = OnceCell::new();
    for (at, passage) in context.passages.iter().enumerate() {
        if matches!(passage.part, Part::Nomor | Part::Mengingat(_)) {
            continue;
        }
        let found = units(&passage.plain);
        if !found.is_empty() {
            let place = places::told(context, passage);
            Text { context, roll, passage, at, place, units: &found, libur: &libur }.look(work);
        }
    }
}

/// A text on its way into another year.
struct Text<'c, 'a> {
    context: &'c Reading<'a>,
    roll: Roll,
    passage: &'c Passage<'a>,
    /// Its place among [`Reading::passages`].
    at: usize,
    /// Its place in the decree's own terms.
    place: String,
    units: &'c [Unit],
    /// The holidays of the year after.
    libur: &'c OnceCell<Option<Libur>>,
}

impl Text<'_, '_> {
    fn look(&self, work: &mut Work) {
        let documents = documents::named(self.context, self.at);
        let inside = |unit: &Unit, document: &Document| {
            document.range.start <= unit.range().start && unit.range().start < document.range.end
        };
        for document in &documents {
            let own: Vec<&Unit> = self.units.iter().filter(|unit| inside(unit, document)).collect();
            if !own.is_empty() {
                self.document(document, &own, work);
            }
        }
        let free = |unit: &&Unit| !documents.iter().any(|document| inside(unit, document));
        let free: Vec<Unit> = self.units.iter().filter(free).cloned().collect();
        let reading = YearText::new(self.context, self.roll, self.passage.part, &self.passage.plain, &free);
        for (at, unit) in free.iter().enumerate() {
            match reading.verdict(at) {
                Verdict::Move(why) => self.moved(unit, why, work),
                Verdict::Keep(why) => self.kept(unit, why, work),
                Verdict::Mark(why) => self.marked(unit, why, work),
            }
        }
    }

    /// A document with its years: one entry, and one for each year that its title may not hold.
    fn document(&self, document: &Document, own: &[&Unit], work: &mut Work) {
        let text = &self.passage.plain;
        let name = &text[document.range.clone()];
        let mut years: usize = own.iter().map(|unit| unit.count()).sum();
        match of_document(self.roll, document) {
            Verdict::Mark(why) => {
                let subject: String = name.chars().take(80).collect();
                work.marked(&self.place, self.span(&document.range), [name, &subject], why);
            }
            Verdict::Keep(why) | Verdict::Move(why) => {
                for unit in own {
                    let Unit::Single(range, year) = unit else { continue };
                    if let Verdict::Mark(why) =
                        after_loose_title(self.context.word_lists(), self.roll, document, text, (range, *year))
                    {
                        self.marked(unit, why, work);
                        years -= 1;
                    }
                }
                if years > 0 {
                    work.kept(&self.place, self.span(&document.range), name, why);
                }
            }
        }
        if years > 0 {
            work.years(years);
        }
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.context.place(self.passage.teks, range.clone())
    }

    fn kept(&self, unit: &Unit, why: &str, work: &mut Work) {
        work.kept(&self.place, self.span(&unit.range()), &self.around(&unit.range(), None), why);
        work.years(unit.count());
    }

    fn marked(&self, unit: &Unit, why: &str, work: &mut Work) {
        let range = unit.range();
        work.marked(&self.place, self.span(&range), [&self.around(&range, None), &self.subject(&range)], why);
        work.years(unit.count());
    }

    /// A part of the text, shown with new parts in it and with some words around.
    fn around(&self, range: &Range<usize>, new: Option<&str>) -> String {
        let text = &self.passage.plain;
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let head = before.char_indices().rev().take(48).last().map_or(0, |(at, _)| at);
        let head = if head == 0 { 0 } else { before[head..].find(' ').map_or(head, |at| head + at + 1) };
        let tail = after.char_indices().nth(16).map_or(after.len(), |(at, _)| at);
        let tail = if tail == after.len() { tail } else { after[..tail].rfind(' ').unwrap_or(tail) };
        let more = |yes: bool| if yes { "…" } else { "" };
        let part = new.unwrap_or(&text[range.clone()]);
        format!("{}{}{part}{}{}", more(head > 0), &before[head..], &after[..tail], more(tail < after.len()))
    }

    /// What a mark calls a part of the text: with up to two words of letters before it, which no roll changes.
    fn subject(&self, range: &Range<usize>) -> String {
        let text = &self.passage.plain;
        let fixed = |word: &&str| word.chars().all(char::is_alphabetic) && !is_numeral(word);
        let mut words: Vec<&str> = text[..range.start].split_whitespace().rev().take_while(fixed).take(2).collect();
        words.reverse();
        if words.first().is_some_and(|word| ["dan", "serta", "atau"].contains(word)) {
            words.remove(0);
        }
        words.push(&text[range.clone()]);
        words.join(" ")
    }

    fn moved(&self, unit: &Unit, why: &str, work: &mut Work) {
        let delta = self.roll.delta();
        let later = |year: i32| (year + delta).to_string();
        let parts = match unit {
            Unit::Date(date) => return self.date(unit, date, why, work),
            Unit::Single(range, year) | Unit::Odd(range, year) => vec![(range.clone(), later(*year))],
            Unit::Period(_, ends, _) => ends.iter().map(|(range, year)| (range.clone(), later(*year))).collect(),
            Unit::Words(range, year) => {
                let Some(words) = terbilang_tahun(year + delta) else {
                    return self.marked(unit, "tahun dengan huruf yang tidak dapat dibentuk", work);
                };
                vec![(range.clone(), like(&words, &self.passage.plain[range.clone()]))]
            }
        };
        if delta != 0 {
            self.edit(unit, &parts, why, work);
        }
    }

    /// Writes the new parts of a unit; where the file cannot hold them, a person must. Whether they were written.
    fn edit(&self, unit: &Unit, parts: &[(Range<usize>, String)], why: &str, work: &mut Work) -> Option<String> {
        let edits: Option<Vec<Edit>> =
            parts.iter().map(|(range, new)| self.context.replace(self.passage.teks, range.clone(), new)).collect();
        let Some(edits) = edits else {
            self.marked(unit, "tidak dapat diubah di tempatnya; ubah sendiri", work);
            return None;
        };
        let range = unit.range();
        let mut new = self.passage.plain[range.clone()].to_owned();
        let mut sorted: Vec<&(Range<usize>, String)> = parts.iter().collect();
        sorted.sort_by_key(|(part, _)| std::cmp::Reverse(part.start));
        for (part, text) in sorted {
            new.replace_range(part.start - range.start..part.end - range.start, text);
        }
        let (before, after) = (self.around(&range, None), self.around(&range, Some(&new)));
        work.changed(&self.place, self.span(&range), [&before, &after], why, edits);
        work.years(unit.count());
        Some(new)
    }

    /// A date with its day of the week; one that falls on a free day must be looked at.
    fn date(&self, unit: &Unit, date: &Dated, why: &str, work: &mut Work) {
        let text = &self.passage.plain;
        let (own, delta) = (self.roll.plan, self.roll.delta());
        let Some(moved) = date.moved(text, delta, own) else {
            return self.marked(unit, "tanggal itu tidak ada pada tahun yang baru; tentukan tanggalnya", work);
        };
        if delta == 0 || moved.parts.is_empty() {
            return;
        }
        let why = if moved.weekday { format!("{why}; hari dihitung ulang") } else { why.to_owned() };
        let Some(new) = self.edit(unit, &moved.parts, &why, work) else { return };
        let was_free = date.moved(text, 0, own).is_some_and(|old| weekend(old.day));
        let doubt = match self.free(moved.day).filter(|_| !was_free) {
            Some(what) => format!("jatuh pada {what}; tentukan tanggalnya"),
            None if !moved.sound => "hari pada naskah lama tidak cocok dengan tanggalnya; periksa tanggalnya".into(),
            None => return,
        };
        work.marked(&self.place, self.span(&date.range), [&new, &new], &doubt);
    }

    /// The free day that a day is.
    fn free(&self, day: Tanggal) -> Option<String> {
        let libur = self.libur.get_or_init(|| self.context.catalog.libur(self.roll.target)).as_ref();
        let holiday = libur.and_then(|libur| libur.libur.get(&day));
        match (holiday, day.hari()) {
            (Some(name), _) => Some(format!("hari libur nasional ({name})")),
            (None, 5) => Some("hari Sabtu".into()),
            (None, 6) => Some("hari Minggu".into()),
            _ => None,
        }
    }
}

fn weekend(day: Tanggal) -> bool {
    day.hari() >= 5
}

/// Words in the letters of others: all capitals, capitals at the begin of each, or small.
fn like(words: &str, old: &str) -> String {
    let titled = old.split(' ').all(|word| word.starts_with(char::is_uppercase));
    if !titled || !old.contains(char::is_lowercase) {
        return cased(words, old);
    }
    let title = |word: &str| {
        let (head, tail) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        head.to_uppercase() + tail
    };
    words.split(' ').map(title).collect::<Vec<_>>().join(" ")
}
