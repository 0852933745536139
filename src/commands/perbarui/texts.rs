//! Every text that a person wrote, year by year: what moves is edited in its place, what stays is noted, what is
//! doubtful is marked.

use std::cell::OnceCell;
use std::ops::Range;

use naskah_core::catalog::Libur;
use naskah_core::decree::Part;
use naskah_core::decree::Tanggal;
use naskah_core::diag::{Edit, Span};
use naskah_core::language::WordList;
use naskah_core::language::days::HARI;
use naskah_core::language::numerals::{is_numeral, terbilang_tahun};
use naskah_core::language::patterns::{Pattern, matches, pattern};
use naskah_core::language::words::{clause_before, shortened};
use naskah_core::reading::{Passage, Reading};

use super::dates::{Dated, Moved, cased, dates_in, weekdays_beside};
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
        let found = units(context.word_lists(), &passage.plain);
        let anniversaries = anniversaries(context, &passage.plain);
        if !found.is_empty() || !anniversaries.is_empty() {
            let place = places::told(context, passage);
            let text = Text { context, roll, passage, at, place, units: &found, libur: &libur };
            text.look(work);
            for range in anniversaries {
                let [shown, subject] = [text.around(&range, None), text.subject(&range)];
                let why = "urutan peringatan bertambah setiap tahun; sesuaikan";
                work.marked(&text.place, text.span(&range), [&shown, &subject], why);
                work.spot(text.whole(), &range, &[]);
            }
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
        let reading = YearText::new(self.context, self.roll, self.passage, &free);
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
                let subject = shortened(name);
                work.marked(&self.place, self.span(&document.range), [name, &subject], why);
                work.spot(self.whole(), &document.range, &[]);
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
                    work.spot(self.whole(), &document.range, &[]);
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

    /// The text with its place among all.
    fn whole(&self) -> (usize, &str) {
        (self.at, &self.passage.plain)
    }

    fn kept(&self, unit: &Unit, why: &str, work: &mut Work) {
        work.kept(&self.place, self.span(&unit.range()), &self.around(&unit.range(), None), why);
        work.spot(self.whole(), &unit.range(), &[]);
        work.years(unit.count());
    }

    fn marked(&self, unit: &Unit, why: &str, work: &mut Work) {
        let range = unit.range();
        work.marked(&self.place, self.span(&range), [&self.around(&range, None), &self.subject(&range)], why);
        work.spot(self.whole(), &range, &[]);
        work.years(unit.count());
    }

    /// A part of the text, shown with new parts in it and with some words around.
    fn around(&self, range: &Range<usize>, new: Option<&str>) -> String {
        let text = &self.passage.plain;
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let head = before.char_indices().rev().take(48).last().map_or(0, |(at, _)| at);
        let head = if head == 0 { 0 } else { before[head..].find(' ').map_or(head, |at| head + at + 1) };
        let tail = after.char_indices().nth(16).map_or(after.len(), |(at, _)| at);
        let tail = after[tail..].find(' ').map_or(after.len(), |gap| tail + gap);
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
            Unit::Single(range, year) | Unit::Odd(range, year) | Unit::ShortDate(range, year) => {
                vec![(range.clone(), later(*year))]
            }
            Unit::Short(range, year) => vec![(range.clone(), format!("{:02}", (year + delta).rem_euclid(100)))],
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
        work.spot(self.whole(), &range, parts);
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
        let old = date.moved(text, 0, own).map(|old| old.day);
        if let Some(doubt) = self.doubt(date, old, &moved) {
            work.marked(&self.place, self.span(&date.range), [&new, &new], &doubt);
            work.spot(self.whole(), &date.range, &[]);
        }
    }

    /// What must be decided of a date on its new day.
    fn doubt(&self, date: &Dated, old: Option<Tanggal>, moved: &Moved) -> Option<String> {
        let text = &self.passage.plain;
        let lists = self.context.word_lists();
        let clause = text.to_lowercase();
        let named = date.names_a_weekday();
        let kept_day = lists.occurs(WordList::KataPeringatan, &clause);
        let before = clause_before(text, date.range.start);
        let before = before.trim_end().trim_end_matches("tanggal").trim_end();
        let after = text[date.range.end..].trim_start().to_lowercase();
        let bound = lists.ends(WordList::BatasWaktu, before) || lists.begins(WordList::BatasWaktu, &after);
        let (was, is) = (old.map(Tanggal::hari), moved.day.hari());
        let beside = places::row_beside(self.context, self.passage);
        if let Some(name) = self.holiday(moved.day).filter(|_| !kept_day && (named || !bound)) {
            return Some(format!("jatuh pada hari libur nasional ({name}); tentukan tanggalnya"));
        }
        if !moved.sound {
            return Some("hari pada naskah lama tidak cocok dengan tanggalnya; periksa tanggalnya".into());
        }
        let rests = |day: Option<usize>| day.is_some_and(|day| day >= 5);
        if named && (rests(was) || rests(Some(is))) && !kept_day {
            let was = was.and_then(|day| HARI.get(day)).copied().unwrap_or_default();
            return Some(format!("dahulu hari {was}, kini jatuh pada hari {}; tentukan tanggalnya", HARI.get(is)?));
        }
        if rests(Some(is)) && !rests(was) && !bound && !kept_day {
            return Some(format!("jatuh pada hari {}; tentukan tanggalnya", HARI.get(is)?));
        }
        let elsewhere = weekdays_beside(text, &date.range) && dates_in(lists, text).len() == 1
            || beside.iter().any(|(_, cell)| weekdays_beside(cell, &(0..0)) && dates_in(lists, cell).is_empty());
        elsewhere.then(|| "nama hari di samping tanggal ini tidak dihitung ulang; sesuaikan".into())
    }

    /// The national holiday that a day is.
    fn holiday(&self, day: Tanggal) -> Option<String> {
        let year = day.parts().0;
        let catalog = &self.context.catalog;
        let free = |libur: &Libur| libur.libur.get(&day).or_else(|| libur.cuti_bersama.get(&day)).cloned();
        match year == self.roll.target {
            true => self.libur.get_or_init(|| catalog.libur(year)).as_ref().and_then(free),
            false => catalog.libur(year).as_ref().and_then(free),
        }
    }
}

/// The ordinals of days that are kept every year: "HUT ke-80".
fn anniversaries(context: &Reading<'_>, text: &str) -> Vec<Range<usize>> {
    let lists = context.word_lists();
    let found = matches(&ORDINAL, text).filter_map(|hit| hit.get(0)).map(|hit| hit.range());
    found.filter(|range| lists.occurs(WordList::KataPeringatan, &clause_before(text, range.start))).collect()
}

static ORDINAL: Pattern = Pattern::new(|| pattern(r"(?i)\bke(?:-\s?|\s)(?:\d{1,3}|[ivxlc]{1,8})\b"));

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
