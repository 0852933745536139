//! Every text that a person wrote, year by year: what moves is edited in its place, what stays is noted, what is
//! doubtful is marked.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use naskah_core::catalog::Libur;
use naskah_core::decree::Part;
use naskah_core::decree::Tanggal;
use naskah_core::diag::{Edit, Span};
use naskah_core::language::days::HARI;
use naskah_core::language::numerals::{is_numeral, terbilang_tahun};
use naskah_core::language::patterns::{Pattern, matches, pattern};
use naskah_core::language::words::{clause_before, has_word, shortened};
use naskah_core::language::{WordList, WordLists};
use naskah_core::reading::{Passage, Reading};
use naskah_core::yaml::Node;

use super::dates::{Dated, Moved, dates_in, is_weekday, like, names_a_day, weekdays_beside};
use super::documents::{self, Document};
use super::keys;
use super::lembar::Lembar;
use super::places;
use super::report::Work;
use super::units::{Unit, raw, units};
use super::years::{Roll, Verdict, YearText, after_loose_title, of_document};

/// Looks at every text but the number, which is emptied, and the legal bases.
pub fn look(context: &Reading<'_>, tree: &Node, roll: Roll, work: &mut Work) {
    let libur = RefCell::default();
    let heads = keys::of_sheets(tree);
    for (at, passage) in context.passages.iter().enumerate() {
        if matches!(passage.part, Part::Nomor | Part::Mengingat(_)) {
            continue;
        }
        let found = units(context.word_lists(), &passage.plain);
        let anniversaries = anniversaries(context, &passage.plain);
        let weekday = roll.delta() != 0 && beside_a_day(context, passage);
        if !found.is_empty() || !anniversaries.is_empty() || weekday {
            let sheet = Sheet::of(context, passage, &work.lembar);
            let own = places::told(context, passage);
            let place = sheet.as_ref().map_or(own.clone(), |sheet| format!("{} ({own})", sheet.place));
            let text = Text { context, roll, passage, at, place, sheet, units: &found, libur: &libur, heads: &heads };
            text.look(work);
            if weekday {
                let (whole, why) =
                    (0..passage.plain.len(), "nama hari di samping tanggalnya tidak dihitung ulang; sesuaikan");
                text.mark(&whole, [&passage.plain, &passage.plain], why, work);
            }
            for range in anniversaries {
                let [shown, subject] = [text.around(&range, None), text.subject(&range)];
                let why = "urutan peringatan bertambah setiap tahun; sesuaikan";
                text.mark(&range, [&shown, &subject], why, work);
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
    /// The cell that it was read from, if it was.
    sheet: Option<Sheet>,
    units: &'c [Unit],
    /// The holidays of each year that was asked for.
    libur: &'c RefCell<BTreeMap<i32, Option<Libur>>>,
    /// Where the heads of columns begin that sheets are searched for.
    heads: &'c BTreeSet<usize>,
}

/// A cell of a sheet that a text was read from.
struct Sheet {
    /// Where the decree names the sheet.
    dari: Span,
    /// The cell alone: `F12`.
    cell: String,
    /// The cell with its file and sheet.
    place: String,
}

impl Sheet {
    /// The cell of a text that does not stand in the decree itself.
    fn of(context: &Reading<'_>, passage: &Passage<'_>, sheets: &[Lembar]) -> Option<Self> {
        let (files, span) = (context.files, passage.teks.span);
        let own = context.keputusan.span;
        if span.file == own.file {
            return None;
        }
        let cell = files.cell(span.file, span.start).unwrap_or_default().to_owned();
        let place = files.sheet(span.file).map_or_else(|| files.name(span.file).to_owned(), |sheet| sheet.place(&cell));
        let named = sheets.iter().find(|sheet| sheet.is(files, span.file));
        Some(Self { dari: named.map_or(Span::new(own.file, own.start, own.start), |sheet| sheet.dari), cell, place })
    }
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
        let mut verdicts: Vec<Verdict> = (0..free.len()).map(|at| reading.verdict(at)).collect();
        if self.roll.delta() != 0 {
            keep_together(self.context.word_lists(), &self.passage.plain, &free, &mut verdicts);
        }
        for (unit, verdict) in free.iter().zip(verdicts) {
            match verdict {
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
                self.mark(&document.range, [name, &subject], why, work);
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

    /// Where a part of the text was typed; of a cell where the decree names its sheet.
    fn span(&self, range: &Range<usize>) -> Span {
        let typed = || self.context.place(self.passage.teks, range.clone());
        self.sheet.as_ref().map_or_else(typed, |sheet| sheet.dari)
    }

    /// Leaves a part of the text to a person.
    fn mark(&self, range: &Range<usize>, [shown, subject]: [&str; 2], why: &str, work: &mut Work) {
        match &self.sheet {
            Some(sheet) => work.marked_in_sheet(&self.place, sheet.dari, (&sheet.cell, false), shown, why),
            None => work.marked(&self.place, self.span(range), [shown, subject], why),
        }
        work.spot(self.whole(), range, &[]);
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
        self.mark(&range, [&self.around(&range, None), &self.subject(&range)], why, work);
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
            Unit::Hijri(..) => return,
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
        if self.sheet.is_none() && self.heads.contains(&self.passage.teks.span.start) {
            self.marked(unit, keys::OF_SHEET, work);
            return None;
        }
        if let Some(sheet) = &self.sheet {
            self.told_of_sheet(sheet, unit, parts, why, work);
            return None;
        }
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

    /// Tells what a person must write into a sheet, which is not written here.
    fn told_of_sheet(&self, sheet: &Sheet, unit: &Unit, parts: &[(Range<usize>, String)], why: &str, work: &mut Work) {
        let (text, range) = (&self.passage.plain, unit.range());
        let told = parts.iter().map(|(range, new)| format!("{} → {new}", &text[range.clone()]));
        let told = told.collect::<Vec<_>>().join(", ");
        let why = format!("isi lembar kerja tidak diubah; pada salinannya tulis {told} ({why})");
        let shown = self.around(&range, None);
        work.marked_in_sheet(&self.place, sheet.dari, (&sheet.cell, true), &shown, &why);
        work.spot(self.whole(), &range, &[]);
        work.years(unit.count());
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
        let old = date.moved(text, 0, own).map(|old| old.days).unwrap_or_default();
        let doubt = self.doubt(date, &old, &moved);
        let why = match doubt.as_ref().filter(|_| self.sheet.is_some()) {
            Some(doubt) => format!("{why}; {doubt}"),
            None => why,
        };
        let Some(new) = self.edit(unit, &moved.parts, &why, work) else { return };
        if let Some(doubt) = doubt {
            self.mark(&date.range, [&new, &new], &doubt, work);
        }
    }

    /// What must be decided of a date on its new days.
    fn doubt(&self, date: &Dated, old: &[Tanggal], moved: &Moved) -> Option<String> {
        let text = &self.passage.plain;
        let lists = self.context.word_lists();
        let named = date.names_a_weekday();
        let kept_day = lists.occurs(WordList::KataPeringatan, &text.to_lowercase());
        let before = clause_before(text, date.range.start);
        let before = before.trim_end().trim_end_matches("tanggal").trim_end();
        if self.is_free_day(date, &moved.days) {
            return Some("tanggal libur ditentukan setiap tahun; tentukan tanggalnya".into());
        }
        let after = text[date.range.end..].trim_start().to_lowercase();
        let bound = lists.ends(WordList::BatasWaktu, before) || lists.begins(WordList::BatasWaktu, &after);
        let looked = !kept_day && (named || !bound);
        if let Some(why) = looked.then(|| self.holidays(old, &moved.days)).flatten() {
            return Some(why);
        }
        if !moved.sound {
            return Some("hari pada naskah lama tidak cocok dengan tanggalnya; periksa tanggalnya".into());
        }
        if let Some(why) = looked.then(|| weekend(named, old, &moved.days)).flatten() {
            return Some(why);
        }
        let beside = places::row_beside(self.context, self.passage);
        let elsewhere = weekdays_beside(text, &date.range) && dates_in(lists, text).len() == 1
            || beside.iter().any(|(_, cell)| weekdays_beside(cell, &(0..0)) && dates_in(lists, cell).is_empty());
        elsewhere.then(|| "nama hari di samping tanggal ini tidak dihitung ulang; sesuaikan".into())
    }

    /// Whether a text calls a date a day off, and it is none of those that return every year.
    fn is_free_day(&self, date: &Dated, new: &[Tanggal]) -> bool {
        let text = &self.passage.plain.to_lowercase();
        let said = text.get(..date.range.start).is_some_and(|before| has_word(before, &["libur", "cuti bersama"]));
        const EVERY_YEAR: [(u32, u32); 5] = [(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)];
        let returns = |day: &Tanggal| EVERY_YEAR.contains(&(day.parts().1, day.parts().2));
        said && !new.iter().all(|day| returns(day) || self.holiday(*day, false).is_some())
    }

    /// What must be decided where a date is or was a national holiday.
    fn holidays(&self, old: &[Tanggal], new: &[Tanggal]) -> Option<String> {
        let short = |days: &[Tanggal]| if days.len() > LONG { Vec::new() } else { days.to_vec() };
        if let Some(name) = short(new).into_iter().find_map(|day| self.holiday(day, true)) {
            return Some(format!("jatuh pada hari libur nasional ({name}); tentukan tanggalnya"));
        }
        let name = short(old).into_iter().find_map(|day| self.holiday(day, false))?;
        Some(format!("dahulu hari libur nasional ({name}); tentukan tanggalnya"))
    }

    /// The national holiday that a day is; `joint` counts days off that are joined to one, too.
    fn holiday(&self, day: Tanggal, joint: bool) -> Option<String> {
        let year = day.parts().0;
        let mut known = self.libur.borrow_mut();
        let libur = known.entry(year).or_insert_with(|| self.context.catalog.libur(year)).as_ref()?;
        let joined = || libur.cuti_bersama.get(&day).filter(|_| joint);
        libur.libur.get(&day).or_else(joined).cloned()
    }
}

/// From so many days on, a time holds free days anyway.
const LONG: usize = 7;

/// What must be decided where days fall on a weekend, or fell on one.
fn weekend(named: bool, old: &[Tanggal], new: &[Tanggal]) -> Option<String> {
    if new.len() > LONG {
        return None;
    }
    let rest = |days: &[Tanggal]| days.iter().copied().find(|day| day.hari() >= 5);
    let name = |day: Tanggal| HARI.get(day.hari()).copied().unwrap_or_default();
    let first = |days: &[Tanggal]| days.first().copied().map(name).unwrap_or_default();
    match (rest(old), rest(new)) {
        (None, Some(day)) if new.len() > 1 => Some(format!("memuat hari {} ({day}); tentukan tanggalnya", name(day))),
        (None, Some(day)) if !named => Some(format!("jatuh pada hari {}; tentukan tanggalnya", name(day))),
        (was, is) if named && (was.is_some() || is.is_some()) => {
            Some(format!("dahulu hari {}, kini jatuh pada hari {}; tentukan tanggalnya", first(old), first(new)))
        }
        _ => None,
    }
}

/// Leaves both ends of a time to a person where only one of them would move.
fn keep_together(lists: &WordLists, text: &str, units: &[Unit], verdicts: &mut [Verdict]) {
    const WHY: &str = "rentang yang kedua ujungnya tidak bergeser bersama; sesuaikan keduanya, atau pertahankan";
    let moves = |verdict: &Verdict| matches!(verdict, Verdict::Move(_));
    for at in 1..units.len() {
        let (Some([from, to]), Some([first, last])) = (units.get(at - 1..=at), verdicts.get_mut(at - 1..=at)) else {
            continue;
        };
        let gap = text.get(from.range().end..to.range().start).unwrap_or_default();
        // Words only repeat the year before them.
        if matches!((from, to), (Unit::Single(..) | Unit::Odd(..), Unit::Words(..))) && gap.trim() == "(" {
            *last = *first;
        }
        if moves(first) != moves(last) && lists.pattern(UP_TO).is_some_and(|pattern| pattern.is_match(gap)) {
            *(if moves(first) { first } else { last }) = Verdict::Mark(WHY);
        }
    }
}

/// What may stand between both ends of a time; a word with a capital is a month.
const UP_TO: &str = concat!(
    r"(?i)^\s*(?:-|–|—|s\.?\s?d\.?|s/d|sampai(?:\s+dengan)?|hingga)\s*",
    r"(?:(?:tanggal|{sebelum-tahun}|{penghitung-waktu})[\s-]+|(?-i:[IVX]{1,4})\s+|(?:\d{1,2}\s+)?(?-i:[A-Z][a-z]{2,8})\s*)*$",
);

/// Whether a cell holds a day of the week alone, and another one of its row a day without a year.
fn beside_a_day(context: &Reading<'_>, passage: &Passage<'_>) -> bool {
    let lists = context.word_lists();
    let dated = |cell: &str| raw(cell).is_empty() && dates_in(lists, cell).is_empty() && names_a_day(lists, cell);
    matches!(passage.part, Part::Sel { .. })
        && is_weekday(&passage.plain)
        && places::row_beside(context, passage).iter().any(|(_, cell)| dated(cell))
}

/// The ordinals of days that are kept every year: "HUT ke-80".
fn anniversaries(context: &Reading<'_>, text: &str) -> Vec<Range<usize>> {
    let lists = context.word_lists();
    let found = matches(&ORDINAL, text).filter_map(|hit| hit.get(0)).map(|hit| hit.range());
    found.filter(|range| lists.occurs(WordList::KataPeringatan, &clause_before(text, range.start))).collect()
}

static ORDINAL: Pattern = Pattern::new(|| pattern(r"(?i)\bke(?:-\s?|\s)(?:\d{1,3}|[ivxlc]{1,8})\b"));
