//! A word or phrase that is not standard.

use std::ops::Range;

use crate::text::phrases::{CLITICS, Hit, Phrases};
use crate::words::Mask;
use crate::words::naming::{Naming, naming, of_owner};
use crate::words::{Kind, Text, Token};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::capitals::{like, titled_words};

declare_rule! {
    /// Kata ditulis dalam bentuk bakunya
    ///
    /// Naskah dinas memakai bentuk baku menurut Kamus Besar Bahasa Indonesia dan pedoman ejaan, juga untuk kata yang
    /// ditulis serangkai atau terpisah. Judul peraturan yang dikutip dibiarkan sebagaimana diundangkan.
    ///
    /// Sumber: KBBI; EYD V; UU 12/2011 Lampiran II tentang ragam bahasa peraturan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa jadual kerja perlu dirubah
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa jadwal kerja perlu diubah
    /// ```
    "K503" "kata-tidak-baku" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let baku = context.catalog.kata().baku.iter().filter(|(wrong, _)| !wrong.starts_with("undang"));
    let phrases = Phrases::new(baku.map(|(wrong, right)| (wrong.as_str(), right.as_str()))).also_in_titles();
    let by_law = mayors_by_law(context);
    for (passage, text) in context.worded() {
        let right = |hit: &Hit<'_, '_, &str>| {
            if by_law && context.word_lists().has(WordList::EjaanJudulResmi, hit.phrase) {
                return None;
            }
            if is_acronym(passage, hit) {
                return None;
            }
            let hangs = hit.rest.is_empty() || CLITICS.contains(&hit.rest.as_str());
            hangs.then(|| (format!("{}{}", hit.value, hit.rest), Place::of(context, passage, text, hit)))
        };
        mayor(context, report, passage, text);
        for (range, (right, place)) in phrases.walk(passage, text, right) {
            let range = with_dot(&passage.plain, range);
            tell(context, report, passage, range, &right, place);
        }
    }
}

/// Whether a word is short for something by its letters alone: "tgl", "spt".
fn is_clipped(word: &str) -> bool {
    word.len() <= 4 && word.chars().all(|c| c.is_alphabetic() && !"aeiouAEIOU".contains(c))
}

/// Whether a clipped word stands in capitals within a text that does not: "SPT" is a form of the tax office.
fn is_acronym(passage: &Passage<'_>, hit: &Hit<'_, '_, &str>) -> bool {
    let [word] = hit.words else { return false };
    is_clipped(hit.phrase) && word.kind == Kind::Upper && passage.plain.contains(char::is_lowercase)
}

/// A clipped word with the dot that belongs to it, where the sentence goes on behind: "tgl. 5 Januari".
fn with_dot(text: &str, range: Range<usize>) -> Range<usize> {
    let after = text.get(range.end..).and_then(|rest| rest.strip_prefix(". ")).unwrap_or_default();
    let goes_on = after.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let dot = usize::from(goes_on && text.get(range.clone()).is_some_and(is_clipped));
    range.start..range.end + dot
}

/// The last year in which rules of elections spelled the post in one word.
const LAST_JOINED: i32 = 2019;

/// Whether a decree is so old that its spelling is that of the law: "Walikota".
fn mayors_by_law(context: &Context<'_>) -> bool {
    let dated = context.keputusan.ditetapkan.tanggal.as_ref().map(|date| date.value.parts().0);
    // A decree that writes it in two words does not follow them.
    dated.unwrap_or(context.keputusan.tahun.value) <= LAST_JOINED && !context.words().pairs.contains("wali kota")
}

/// The post with one capital before the name of its town: "Wali kota Magelang", "wali Kota".
fn mayor(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    for (at, pair) in text.words.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let post =
            passage.word(first).eq_ignore_ascii_case("wali") && passage.word(second).eq_ignore_ascii_case("kota");
        let loud = |word: &Token| word.kind == Kind::Capital;
        let free = pair.iter().all(|word| word.mask.is_none()) && passage.gap(first, second) == " ";
        if !post || !free || loud(first) && loud(second) {
            continue;
        }
        let small = !loud(first) && !loud(second);
        let named = text.words.get(at + 2).is_some_and(|next| loud(next) && passage.gap(second, next) == " ");
        if named || !(small || first.start) {
            let range = first.range.start..second.range.end;
            let shown = &passage.plain[range.clone()];
            report
                .at(
                    context.place(passage.teks, range.clone()),
                    format!("sebutan jabatan `{shown}` tidak berkapital seluruhnya"),
                )
                .hint("tulis `Wali Kota` sebagai sebutan jabatan, atau `wali kota`");
        }
    }
}

/// What a word that is not standard stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A sentence.
    Sentence,
    /// A name: a capital within a sentence.
    Name,
    /// The title of another rule or letter, or the name of a school, a paper or a company: it may be written so
    /// officially.
    Title,
}

impl Place {
    fn of(context: &Context<'_>, passage: &Passage<'_>, text: &Text, hit: &Hit<'_, '_, &str>) -> Option<Self> {
        let titled = hit.words.iter().any(|word| word.mask.is_some_and(Mask::is_title));
        if titled {
            let official = context.word_lists().has(WordList::EjaanJudulResmi, hit.phrase);
            return (!official).then_some(Self::Title);
        }
        let first = hit.words.first()?;
        let loud = |word: &Token| matches!(word.kind, Kind::Capital | Kind::Upper | Kind::Mixed);
        // A place name is written as its people write it.
        if loud(first) && context.catalog.wilayah().is_place_name(&passage.lower(first)) {
            return None;
        }
        if loud(first) && (of_owner(context, passage, text, hit.at) || is_subject(passage, first)) {
            return Some(Self::Title);
        }
        // A word alone is no part of a name.
        let part = hit.words.len() < text.words.len();
        Some(if part && naming(context, passage, text, hit.at) >= Naming::Opens { Self::Name } else { Self::Sentence })
    }
}

/// Whether a word stands in the subject of a letter: "perihal Permohonan Ijin".
fn is_subject(passage: &Passage<'_>, word: &Token) -> bool {
    let before = passage.plain[..word.range.start].rsplit([';', ',']).next().unwrap_or_default();
    matches!(passage.part, Part::Memperhatikan(_) | Part::Menimbang(_)) && before.contains("perihal ")
}

fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    range: Range<usize>,
    right: &str,
    place: Option<Place>,
) {
    let Some(place) = place else { return };
    let shown = &passage.plain[range.clone()];
    let joined = shown.contains(' ') && !right.contains([' ', '-']);
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let proper = shown.split(' ').skip(1).any(capital);
    // Both capitals are those of a title or a post: "Pramu Bakti".
    let titled = joined && proper && capital(shown);
    let right = match place {
        _ if titled => like_name(shown, right),
        Place::Name => like_name(shown, right),
        // Before a capital a bound form keeps its hyphen.
        _ if joined && proper => shown.replacen(' ', "-", 1),
        _ => like(shown, right),
    };
    let finding = report.at(context.place(passage.teks, range.clone()), format!("`{shown}` tidak baku"));
    match place {
        Place::Title => {
            finding.hint(format!("apakah tulisan resminya memang demikian? bentuk bakunya `{right}`")).unsure();
        }
        // A post that stands alone in a cell may be called so officially.
        _ if titled && matches!(passage.part, Part::Sel { .. }) && shown.len() == passage.plain.trim().len() => {
            finding.hint(format!("apakah sebutan resminya memang demikian? bentuk bakunya `{right}`")).unsure();
        }
        Place::Sentence if titled => drop(finding.hint(format!("tulis `{right}`"))),
        Place::Name => {
            finding.hint(format!("tulis `{right}`, kecuali bila nama itu resminya memang demikian"));
        }
        Place::Sentence => {
            let certain = !(joined && proper);
            let edit = certain.then(|| context.replace(passage.teks, range, &right)).flatten();
            finding.hint(format!("tulis `{right}`")).cure(edit);
        }
    }
}

/// The standard form with the capitals of a name.
fn like_name(shown: &str, right: &str) -> String {
    match shown.chars().any(char::is_lowercase) {
        true => titled_words(right),
        false => right.to_uppercase(),
    }
}
