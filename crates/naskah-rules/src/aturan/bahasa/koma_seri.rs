//! A series without the comma before its last member.

use crate::text::series;
use crate::words::{Kind, Token};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::days::BULAN;
use naskah_core::language::forms::{is_action, is_active, is_passive};
use naskah_core::language::numerals::dari_terbilang;
use naskah_core::language::{WordList, WordLists};

declare_rule! {
    /// Koma berdiri sebelum “dan” atau “atau” yang menutup perincian
    ///
    /// Perincian dengan tiga unsur atau lebih memakai koma juga sebelum unsur terakhir.
    ///
    /// Sumber: EYD V tentang tanda koma dalam perincian.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja bulan April, Juli dan Oktober perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja bulan April, Juli, dan Oktober perlu ditetapkan
    /// ```
    "K513" "koma-seri" Peringatan since "0.2.0" => check
}

/// The words before and after that are looked at.
const FARTHEST: usize = 60;

/// Words with which an adverbial opens a sentence, so that no series begins before its comma.
fn opens_adverbial(lists: &WordLists, passage: &Passage<'_>, member: &[Token]) -> bool {
    let first = member.iter().map(|word| passage.lower(word)).find(|word| word != "bahwa" && word != "serta");
    first.is_some_and(|first| {
        lists.has(WordList::PembukaFrasa, &first)
            || lists.has(WordList::Syarat, &first)
            || series::is_no_member(lists, &first)
            || lists.entries(WordList::PembukaKeterangan).iter().any(|opening| opening.starts_with(&first))
    })
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let apart = |part: Part| matches!(part, Part::Mengingat(_) | Part::Kepala | Part::Menetapkan);
    for (passage, text) in context.worded().filter(|(passage, text)| !text.capitals && !apart(passage.part)) {
        if !passage.plain.contains(',') {
            continue;
        }
        for (at, word) in text.words.iter().enumerate() {
            let lower = passage.word(word);
            if !["dan", "atau", "serta"].contains(&lower) || word.mask.is_some() {
                continue;
            }
            let mut members = members_before(passage, &text.words[at.saturating_sub(FARTHEST)..at]);
            // "…, dan keamanan, pemasangan … dan …": what stands before is another series.
            let closes =
                |member: &&[Token]| member.first().is_some_and(|word| ["dan", "atau"].contains(&passage.word(word)));
            if let Some(closed) = members.iter().rposition(closes) {
                members.drain(..=closed);
            }
            let Some(after) = text.words.get(at + 1).filter(|next| passage.gap(word, next) == " ") else { continue };
            let Some(end) = members.last().and_then(|last| last.last()).filter(|_| members.len() > 1) else { continue };
            let beside = passage.gap(end, word).trim_start_matches(')') == " ";
            if end.mask.is_some() || after.mask.is_some() || !beside {
                continue;
            }
            // Of members before a long one only its end belongs to this series.
            let far = |member: &&[Token]| {
                let first = member.first().map(|word| passage.lower(word)).unwrap_or_default();
                member.len() > 5 || series::is_no_member(context.word_lists(), &first)
            };
            let long = members[..members.len() - 1].iter().rposition(far).unwrap_or(0);
            let (members, opens) = (&members[long..], long == 0);
            let rest = &text.words[at + 1..];
            let series = Series { context, passage, members, opens, word, after, rest };
            // The clause before may have commas of its own, so the last members are looked at by themselves, too.
            let last = &members[members.len().saturating_sub(2)..];
            let tail = Series { members: last, opens: opens && last.len() == members.len(), ..series };
            let found = if series.sure().is_some() { series } else { tail };
            found.judge(report);
        }
    }
}

/// The members of a series before "dan", each as its words; the first may have other words before it.
fn members_before<'a>(passage: &Passage<'_>, words: &'a [Token]) -> Vec<&'a [Token]> {
    let gap = |at: usize| at.checked_sub(1).map_or(";", |before| passage.gap(&words[before], &words[at]));
    let bare = |at: usize| gap(at).replace(['(', ')'], " ");
    let apart = |at: &usize| gap(*at) != "/" && !["", ","].contains(&bare(*at).trim());
    let from = (0..words.len()).rev().find(apart).unwrap_or(words.len());
    let members = series::members(from..words.len(), |at| bare(at).trim() == ",");
    members.into_iter().filter_map(|member| words.get(member)).collect()
}

/// How sure it is that the words are a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sure {
    /// Nothing else can be meant, so the comma may be put there.
    Certain,
    /// Hardly anything else is meant.
    Likely,
    /// Perhaps.
    Perhaps,
}

/// Members, the word that closes the series, and what follows it.
#[derive(Clone, Copy)]
struct Series<'a, 'b> {
    context: &'a Context<'b>,
    passage: &'a Passage<'b>,
    members: &'a [&'a [Token]],
    /// Whether the first member begins the clause.
    opens: bool,
    word: &'a Token,
    after: &'a Token,
    rest: &'a [Token],
}

impl Series<'_, '_> {
    fn judge(&self, report: &mut Report<'_>) {
        let (context, passage) = (self.context, self.passage);
        let Some(sure) = self.sure() else { return };
        let Some(end) = self.members.last().and_then(|last| last.last()) else { return };
        let close = end.range.end + usize::from(passage.plain[end.range.end..].starts_with(')'));
        let link = passage.word(self.word);
        let place = context.place(passage.teks, end.range.start..self.word.range.end);
        let shown = &passage.plain[end.range.start..close];
        let finding = report.at(place, format!("tidak ada koma sebelum `{link}` yang menutup perincian"));
        match sure {
            _ if self.names_office() => {
                finding
                    .hint(format!("tulis `{shown}, {link}`, kecuali bila nama itu resminya memang demikian"))
                    .unsure();
            }
            Sure::Perhaps => {
                finding.hint(format!("apakah perlu koma sebelum `{link}` dalam `{shown} {link}`?")).unsure();
            }
            sure => {
                let edit = context.replace(passage.teks, close..close, ",").filter(|_| sure == Sure::Certain);
                finding.hint(format!("tulis `{shown}, {link}`")).cure(edit);
            }
        }
    }

    /// Whether the members are words of the name of an office of the region, which a rule of its own may write so:
    /// "Dinas Pariwisata, Kepemudaan dan Olahraga".
    fn names_office(&self) -> bool {
        let loud = |word: &Token| word.kind == Kind::Capital;
        let Some((first, others)) = self.members.split_first() else { return false };
        let office =
            first.iter().rposition(|word| ["Dinas", "Badan", "Kementerian"].contains(&self.passage.word(word)));
        let head = office.map(|at| &first[at..]).unwrap_or_default();
        let whole = others.iter().copied().chain([head]).flatten().all(loud);
        office.is_some() && whole && loud(self.after)
    }

    fn sure(&self) -> Option<Sure> {
        let (passage, lists) = (self.passage, self.context.word_lists());
        let (first, others) = self.members.split_first()?;
        // "siapa pun peminjamnya dan apa pun alasannya": clauses of their own.
        let whatever = self.members.iter().copied().flatten().any(|word| passage.word(word) == "pun");
        // "tahap ketiga, pemusnahan atau penyerahan": the first says which one the others are.
        let counted = |word: &Token| {
            let word = passage.lower(word);
            word == "pertama" || word.strip_prefix("ke").is_some_and(|number| dari_terbilang(number).is_some())
        };
        let which = others.len() == 1 && self.opens && first.len() > 1 && first.last().is_some_and(counted);
        if self.goes_on() || whatever || which {
            return None;
        }
        let serta = passage.word(self.word) == "serta";
        let month = |word: &Token| BULAN.contains(&passage.word(word));
        let ends_in = |is: &dyn Fn(&Token) -> bool| self.members.iter().all(|member| member.last().is_some_and(is));
        let short = |word: &Token| word.kind == Kind::Upper && word.range.len() > 1;
        let lone = others.iter().all(|member| member.len() == 1);
        if !serta && (self.same_head() || (ends_in(&month) && month(self.after))) {
            return Some(Sure::Certain);
        }
        if !serta && lone && ends_in(&short) && short(self.after) {
            return Some(Sure::Certain);
        }
        let plain = |word: &Token| is_plain(lists, passage, word);
        let one_thing = others.last().is_some_and(|last| {
            // Two nouns of action after it belong together; otherwise the word after "dan" is a member by itself.
            let acts = [last.last(), Some(self.after)].iter().flatten().all(|word| is_noun(&passage.lower(*word)));
            last.len() > 1
                && (last.len() < 3 || acts)
                && last.first().is_some_and(|word| series::heads_one_thing(lists, &passage.lower(word)))
        });
        if serta || one_thing || !plain(self.after) || !others.iter().all(|member| member.iter().take(1).all(plain)) {
            return None;
        }
        let adverbial = self.opens && opens_adverbial(lists, passage, first);
        let four = others.len() > 1 && others.iter().all(|member| member.len() == 1);
        let few = others.iter().all(|member| member.len() < 4);
        match () {
            () if four => Some(Sure::Certain),
            () if adverbial && others.len() < 2 => self.follows_preposition(first).then_some(Sure::Perhaps),
            () if self.alike() => Some(Sure::Likely),
            () if few && others.len() > 1 && !self.rest.first().is_some_and(|word| self.is_verb(word)) => {
                Some(Sure::Likely)
            }
            () if few && self.follows_preposition(first) => Some(Sure::Perhaps),
            () => None,
        }
    }

    /// Whether the members begin with the same word: "Pasal 8, Pasal 21 dan Pasal 25".
    fn same_head(&self) -> bool {
        let passage = self.passage;
        let (Some((first, others)), head) = (self.members.split_first(), passage.word(self.after)) else {
            return false;
        };
        let telling =
            head.chars().count() > 3 && !series::is_no_member(self.context.word_lists(), &head.to_lowercase());
        let near = first.len().saturating_sub(8);
        telling
            && others.iter().all(|member| member.first().is_some_and(|word| passage.word(word) == head))
            && first[near..].iter().any(|word| passage.word(word) == head)
    }

    /// Whether the words beside the commas are of one form: verbs, nouns of action, names, or single nouns.
    fn alike(&self) -> bool {
        let (passage, lists) = (self.passage, self.context.word_lists());
        let Some((first, others)) = self.members.split_first() else { return false };
        let heads = || others.iter().filter_map(|member| member.first()).chain([self.after]);
        let all = |is: &dyn Fn(&str) -> bool| heads().all(|word| is(&passage.lower(word)));
        let near = &first[first.len().saturating_sub(6)..];
        let some = |is: &dyn Fn(&str) -> bool| near.iter().any(|word| is(&passage.lower(word)));
        let verbs = |is: &dyn Fn(&str) -> bool| all(is) && some(is);
        let active = |word: &str| is_active(lists, word);
        let passive = |word: &str| is_passive(lists, word);
        if verbs(&active) || verbs(&passive) || verbs(&is_action) {
            return true;
        }
        let last = first.last();
        let name = |word: &Token| word.kind == Kind::Capital || (word.kind == Kind::Upper && word.range.len() > 1);
        let few = others.iter().all(|member| member.len() < 6);
        let names = few && heads().all(name) && last.is_some_and(|last| name(last) && (!last.start || first.len() > 1));
        let small = |word: &Token| word.kind == Kind::Lower && is_plain(lists, passage, word) && word.range.len() > 2;
        let single = others.iter().all(|member| member.len() == 1)
            && heads().all(small)
            && last.is_some_and(small)
            && !heads().any(|word| self.is_verb(word))
            && !self.rest.get(1).is_some_and(|next| self.is_verb(next) && passage.gap(self.after, next) == " ");
        let nouns =
            few && others.iter().all(|member| {
                member.len() < 5
                    && member
                        .iter()
                        .all(|word| word.kind == Kind::Lower && !self.is_verb(word) && is_plain(lists, passage, word))
            }) && last.is_some_and(small)
                && self.rest.iter().take(2).all(|word| word.kind == Kind::Lower && !self.is_verb(word));
        names || single || nouns
    }

    fn is_verb(&self, word: &Token) -> bool {
        let (lists, lower) = (self.context.word_lists(), self.passage.lower(word));
        is_active(lists, &lower) || is_passive(lists, &lower) || lists.has(WordList::PenandaPredikat, &lower)
    }

    /// Whether the series goes on after another comma, so that the pair is one of its members.
    fn goes_on(&self) -> bool {
        let rest = &self.passage.plain[self.word.range.end..];
        let rest = &rest[..rest.floor_char_boundary(FARTHEST * 4)];
        let rest = rest.split([';', '.', ':', '\n']).next().unwrap_or_default();
        let end = [", dan ", ", serta ", ", atau ", ", dan/atau "].iter().filter_map(|more| rest.find(more)).min();
        // Where a clause with a verb of its own lies in between, the other "dan" closes another series.
        end.is_some_and(|end| rest[..end].split(',').all(|member| member.split_whitespace().count() < 7))
    }

    /// Whether a short member of a series stands after a preposition: "melalui surat, …".
    fn follows_preposition(&self, member: &[Token]) -> bool {
        let (lists, passage) = (self.context.word_lists(), self.passage);
        let start = member.len().saturating_sub(4);
        let at = member[start..].iter().rposition(|word| lists.has(WordList::PengantarPerincian, &passage.lower(word)));
        let points = |word: &Token| lists.has(WordList::KataPenunjuk, passage.word(word));
        at.is_some_and(|at| {
            start + at + 1 < member.len() && start + at > 0 && !member[start + at + 1..].iter().any(points)
        })
    }
}

/// Whether a word is a noun made of a verb: "usulan", "penerimaan".
fn is_noun(word: &str) -> bool {
    word.len() > 5 && word.ends_with("an")
}

/// Whether a word can be a member of a series, or begin one.
fn is_plain(lists: &WordLists, passage: &Passage<'_>, word: &Token) -> bool {
    word.kind != Kind::Digit && word.mask.is_none() && !series::is_no_member(lists, &passage.lower(word))
}
