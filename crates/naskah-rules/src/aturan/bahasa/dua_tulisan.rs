//! One term in two writings.

use naskah_core::language::WordList;
use naskah_core::language::numerals::{is_kata_bilangan, terbilang};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::text::terms::{Writing, terms};
use crate::words::Kind;
use crate::{Context, Finding, Part, Passage, Report, declare_rule};
use naskah_core::catalog::Kata;
use naskah_core::decree::Teks;
use naskah_core::diag::Span;

declare_rule! {
    /// Satu istilah ditulis dengan satu cara
    ///
    /// Istilah yang ditulis dengan dan tanpa spasi atau tanda hubung, atau dengan huruf kapital yang berbeda, terbaca
    /// sebagai dua hal yang berbeda. Begitu pula bilangan yang di satu tempat ditulis dengan angka, di tempat lain dengan
    /// huruf.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang konsistensi istilah; EYD V tentang gabungan kata.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja menurut *e-office* dan *eoffice* perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja menurut *e-office* dan petunjuk *e-office* perlu ditetapkan
    /// ```
    "K512" "dua-tulisan" Saran since "0.2.0" => check
}

/// The places of one writing that a finding shows besides the first.
const MOST: usize = 20;

/// A text and the bytes in it.
type Spot<'a> = (&'a Teks, Range<usize>);
/// Where a writing stands, from the first place to the last.
type Places<'a> = Vec<Spot<'a>>;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut writings: HashMap<String, BTreeMap<String, Places<'_>>> = HashMap::new();
    let mut joined = String::new();
    let mut pairs: HashMap<String, (String, Spot<'_>)> = HashMap::new();
    let kata = context.catalog.kata();
    let heads = |passage: &Passage<'_>| matches!(passage.part, Part::Kolom(_) | Part::Kepala | Part::Menetapkan);
    for (passage, text) in context.in_decree().filter(|(passage, text)| !text.capitals && !heads(passage)) {
        for (at, word) in text.words.iter().enumerate().filter(|(_, word)| word.mask.is_none()) {
            let shown = passage.word(word);
            let lower = shown.to_lowercase();
            if word.kind == Kind::Digit
                || lower.len() < 2
                || (word.start && word.kind == Kind::Capital && kata.has(&lower))
            {
                continue;
            }
            let own = match writings.get_mut(&lower) {
                Some(own) => own,
                None => writings.entry(lower.clone()).or_default(),
            };
            match own.get_mut(shown) {
                Some(places) => places.push((passage.teks, word.range.clone())),
                None => drop(own.insert(shown.to_owned(), vec![(passage.teks, word.range.clone())])),
            }
            let next = text.words.get(at + 1).filter(|next| passage.gap(word, next) == " " && next.mask.is_none());
            if let Some(next) =
                next.filter(|next| next.kind != Kind::Digit && !context.word_lists().is_particle(passage.word(next)))
            {
                joined.clear();
                joined.push_str(&lower);
                joined.extend(passage.word(next).chars().flat_map(char::to_lowercase));
                if context.words().count(&joined) > 0 && !pairs.contains_key(&joined) {
                    let range = word.range.start..next.range.end;
                    let both = passage.plain[range.clone()].to_owned();
                    pairs.insert(joined.clone(), (both, (passage.teks, range)));
                }
            }
        }
    }
    let writings = writings.into_iter().collect();
    apart(context, report, &writings, &pairs);
    capitals(context, report, &writings);
    several_words(context, report);
    numerals(context, report);
}

/// A term of several words with other capitals: asked at the rarer writing.
fn several_words(context: &Context<'_>, report: &mut Report<'_>) {
    for term in terms(context).into_values() {
        let (Some(capital), Some(small)) = (term.capital, term.small) else { continue };
        let (rarer, other) = if capital.count < small.count { (&capital, &small) } else { (&small, &capital) };
        let shown = |writing: &Writing<'_>| writing.passage.plain[writing.range.clone()].to_owned();
        let place = |writing: &Writing<'_>| context.place(writing.passage.teks, writing.range.clone());
        tell_at(report, (&shown(rarer), place(rarer)), (&shown(other), place(other)));
    }
}

/// A term with and without blank or hyphen.
fn apart(
    context: &Context<'_>,
    report: &mut Report<'_>,
    writings: &BTreeMap<String, BTreeMap<String, Places<'_>>>,
    pairs: &HashMap<String, (String, Spot<'_>)>,
) {
    let kata = context.catalog.kata();
    for (lower, own) in writings {
        let Some((shown, places)) = own.iter().next() else { continue };
        let plain: String = lower.chars().filter(|c| *c != '-').collect();
        // "antar-Kabupaten" keeps its hyphen before a capital.
        let capital = shown.split('-').skip(1).any(|part| part.starts_with(char::is_uppercase));
        if plain != *lower
            && !capital
            && plain != "undangundang"
            && let Some((other, second)) = writings.get(&plain).and_then(|other| other.iter().next())
        {
            tell(context, report, (shown, places), (other, second));
        }
        // What is not standard, or in no dictionary, has rules of its own.
        let free = |word: &str| !kata.baku.contains_key(word);
        if let Some((both, second)) = pairs.get(lower)
            && (kata.is_foreign(lower) || kata.is_name(lower))
            && free(lower)
            && free(&both.to_lowercase())
        {
            tell(context, report, (shown, places), (both, std::slice::from_ref(second)));
        }
    }
}

/// An abbreviation or a name with other capitals.
fn capitals(context: &Context<'_>, report: &mut Report<'_>, writings: &BTreeMap<String, BTreeMap<String, Places<'_>>>) {
    let kata = context.catalog.kata();
    for (lower, own) in writings.iter().filter(|(_, own)| own.len() > 1) {
        let upper = own.iter().find(|(shown, _)| shown.chars().all(|c| !c.is_lowercase()));
        let mixed = own
            .iter()
            .find(|(shown, _)| shown.chars().skip(1).any(char::is_uppercase) && shown.contains(char::is_lowercase));
        let small = own.iter().find(|(shown, _)| shown.chars().all(|c| !c.is_uppercase()));
        let title = own.iter().find(|(shown, _)| {
            shown.starts_with(char::is_uppercase) && shown.chars().skip(1).all(|c| !c.is_uppercase()) && shown.len() > 1
        });
        let short = kata.is_abbreviation(lower) && !context.word_lists().is_particle(lower);
        // Products that are listed have a rule of their own.
        let strange = !kata.has(lower) && !kata.is_name(lower) && !kata.is_foreign(lower) && lower.len() > 2;
        match (upper, mixed, title, small) {
            (Some(upper), _, _, Some(small)) if short && upper.1.len() > small.1.len() => {
                pair(context, report, small, upper)
            }
            (Some(upper), _, Some(title), _) if (strange || (short && lower.len() > 3)) && !lower.contains('-') => {
                pair(context, report, title, upper);
            }
            (_, Some(mixed), Some(title), _) if strange => pair(context, report, title, mixed),
            (None, None, Some(title), Some(small)) if is_clipped_name(kata, title.0) => {
                pair(context, report, small, title);
            }
            _ => {}
        }
    }
}

/// Whether a clipped word stands for a name with capitals only: "Setjen" for "Sekretariat Jenderal".
fn is_clipped_name(kata: &Kata, shown: &str) -> bool {
    const OFFICES: [&str; 3] = ["Sekretari", "Jenderal", "Komisi"];
    kata.singkatan.get(shown).is_some_and(|meanings| {
        meanings.iter().all(|meaning| OFFICES.iter().any(|office| meaning.panjang.contains(office)))
    })
}

/// A number in digits whose noun stands after the number in words elsewhere: "1 atap" and "satu atap".
fn numerals(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.in_decree().filter(|(passage, _)| is_sentence_part(passage.part)) {
        for pair in text.words.windows(2).filter(|pair| pair[0].kind == Kind::Digit && pair[1].kind == Kind::Lower) {
            let (number, noun) = (passage.word(&pair[0]), passage.word(&pair[1]));
            let numeral = number.parse().ok().filter(|n| *n <= 10).and_then(terbilang);
            let Some(numeral) = numeral.filter(|_| passage.gap(&pair[0], &pair[1]) == " ") else { continue };
            let other = format!("{numeral} {noun}");
            // "3 (tiga) hari" is how decrees count.
            let counted = context.word_lists().has(WordList::SatuanHitungan, noun);
            // The decimals of "1,5 miliar" are no number of their own.
            let part = passage.plain[..pair[0].range.start].ends_with([',', '.']) || is_kata_bilangan(noun);
            if !counted && !part && context.words().pairs.contains(&other) {
                let range = pair[0].range.start..pair[1].range.end;
                report
                    .at(
                        context.place(passage.teks, range),
                        format!("`{number} {noun}` di tempat lain ditulis `{other}`"),
                    )
                    .hint("apakah keduanya hal yang sama? pakai satu tulisan");
            }
        }
    }
}

fn is_sentence_part(part: Part) -> bool {
    matches!(part, Part::Menimbang(_) | Part::Memperhatikan(_) | Part::Diktum(_) | Part::Naskah(_) | Part::Sel { .. })
}

/// Asks at the writing that no list has, or at the rarer one.
fn pair(context: &Context<'_>, report: &mut Report<'_>, first: (&String, &Places<'_>), second: (&String, &Places<'_>)) {
    let listed = |word: &str| context.catalog.kata().singkatan.contains_key(word);
    let swap = match (listed(first.0), listed(second.0)) {
        (true, false) => true,
        (false, true) => false,
        _ => second.1.len() < first.1.len(),
    };
    let (rarer, other) = if swap { (second, first) } else { (first, second) };
    tell(context, report, (rarer.0, rarer.1), (other.0, other.1));
}

/// The places in the file are looked for only now, since most words have nothing to tell.
fn tell(context: &Context<'_>, report: &mut Report<'_>, first: (&str, &[Spot<'_>]), second: (&str, &[Spot<'_>])) {
    let place = |spot: &Spot<'_>| context.place(spot.0, spot.1.clone());
    let (Some((own, more)), Some(other)) = (first.1.split_first(), second.1.first()) else { return };
    let mut told = tell_at(report, (first.0, place(own)), (second.0, place(other)));
    for spot in more.iter().take(MOST) {
        told = told.label(place(spot), format!("juga `{}`", first.0));
    }
}

fn tell_at<'r>(report: &'r mut Report<'_>, first: (&str, Span), second: (&str, Span)) -> Finding<'r> {
    report
        .at(first.1, format!("`{}` di tempat lain ditulis `{}`", first.0, second.0))
        .hint("apakah keduanya hal yang sama? pakai satu tulisan")
        .label(second.1, format!("`{}`", second.0))
}
