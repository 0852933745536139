//! A name with a small letter.

use std::ops::Range;

use crate::words::naming::of_body;
use crate::words::{Kind, Text, Token};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::capitals::{capital, titled_words};
use naskah_core::language::days::{BULAN, HARI};

declare_rule! {
    /// Nama diri berhuruf awal kapital
    ///
    /// Nama lembaga, wilayah, hari, dan bulan berhuruf awal kapital, begitu pula kata “kabupaten”, “kota”, dan
    /// “provinsi” di depan nama wilayahnya. Nama produk ditulis menurut pemiliknya, dan singkatan seperti “SK” dengan
    /// huruf kapital semua.
    ///
    /// Sumber: EYD V tentang huruf kapital.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja komisi Pemilihan Umum di kabupaten Semarang perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja Komisi Pemilihan Umum di Kabupaten Semarang perlu ditetapkan
    /// ```
    "K511" "nama-diri-huruf-kecil" Peringatan since "0.2.0" => check
}

const AREAS: [&str; 3] = ["kabupaten", "kota", "provinsi"];
fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded().filter(|(_, text)| !text.capitals) {
        let mut free = 0;
        for at in 0..text.words.len() {
            let word = &text.words[at];
            if at < free || word.mask.is_some() || !matches!(word.kind, Kind::Lower | Kind::Capital | Kind::Mixed) {
                continue;
            }
            if let Some((last, right)) = wrong(context, passage, text, at) {
                free = last + 1;
                tell(context, report, (passage, text), at..last + 1, &right);
            } else if is_post(context, passage, text, at) {
                let right = capital(passage.word(word));
                report
                    .at(context.place(passage.teks, word.range.clone()), "jabatan dalam keputusan ini berhuruf kecil")
                    .hint(format!("apakah `{right}` kantor ini yang dimaksud?"))
                    .unsure();
            }
        }
    }
}

fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    (passage, text): (&Passage<'_>, &Text),
    words: Range<usize>,
    right: &str,
) {
    let (first, last) = (&text.words[words.start], &text.words[words.end - 1]);
    let range = first.range.start..last.range.end;
    let shown = &passage.plain[range.clone()];
    let edit = context.replace(passage.teks, range.clone(), right).filter(|_| !first.italic);
    let told = report
        .at(context.place(passage.teks, range.clone()), format!("nama `{shown}` tidak ditulis sebagaimana mestinya"));
    match of_body(context, passage, text, words.start) {
        true => told.hint(format!("tulis `{right}`, kecuali bila nama itu memang demikian")).unsure(),
        false => told.hint(format!("tulis `{right}`")).cure(edit),
    };
}

/// Whether a post stands in small letters where the office's own is meant: "ditunjuk oleh ketua."
fn is_post(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    if word.kind != Kind::Lower || !["ketua", "sekretaris"].contains(&passage.word(word)) {
        return false;
    }
    let before = at.checked_sub(1).map(|at| passage.lower(&text.words[at])).unwrap_or_default();
    let alone = text.words.get(at + 1).is_none_or(|next| !passage.gap(word, next).trim().is_empty());
    // In a series the posts are those of a body that is named behind it: "kepada ketua, anggota, dan sekretaris PPK".
    let series = text.words.get(at + 1).is_some_and(|next| {
        next.kind == Kind::Lower
            && passage.gap(word, next).starts_with(',')
            && context.word_lists().has(WordList::SebutanJabatan, passage.word(next))
    });
    let alone = alone && !series;
    let line = matches!(passage.part, Part::Penutup | Part::Kepala);
    line || ["oleh", "kepada"].contains(&before.as_str()) && alone && context.words().count(passage.word(word)) > 1
}

/// A post before the name of its body: "ketua Komisi Pemilihan Umum".
fn post(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize, lower: &str) -> Option<(usize, String)> {
    let (word, next) = (&text.words[at], text.words.get(at + 1)?);
    let post = word.kind == Kind::Lower && ["ketua", "sekretaris"].contains(&lower) && passage.gap(word, next) == " ";
    if !post {
        return None;
    }
    let rest = passage.ahead(next.range.start);
    let body = next.kind != Kind::Lower
        && (["kpu", "kip"].contains(&passage.lower(next).as_str())
            || context.word_lists().begins(WordList::BadanPemilihan, &rest) && rest.starts_with("komisi"));
    (body && !is_any(context, passage, text, at + 1)).then(|| (at, capital(lower)))
}

/// Whether the body that is named from here is none in particular: "ketua KPU Kabupaten/Kota".
fn is_any(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let area = |word: &Token| AREAS.contains(&passage.lower(word).as_str());
    let Some(level) = text.words.iter().skip(at).take(4).position(area).map(|found| at + found) else { return false };
    let named = text.words.get(level + 1).is_some_and(|next| {
        passage.gap(&text.words[level], next) == " "
            && next.kind == Kind::Capital
            && !context.catalog.kata().has(&passage.lower(next))
    });
    !named
}

/// The last word of a name that is written wrongly from here, and the right writing.
fn wrong(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> Option<(usize, String)> {
    let word = &text.words[at];
    let lower = passage.lower(word);
    let next = text.words.get(at + 1).filter(|next| passage.gap(word, next) == " " && next.mask.is_none());
    body(context, passage, text, at)
        .or_else(|| post(context, passage, text, at, &lower))
        .or_else(|| listed_area(context, passage, text, at, &lower))
        .or_else(|| area(context, passage, text, at, &lower, next?))
        .or_else(|| date(passage, text, at, &lower, next))
        .or_else(|| short(context, passage, word, &lower).map(|right| (at, right)))
        .or_else(|| proper(context, passage, text, at, &lower))
        .or_else(|| addressed(word, next?, &lower).map(|right| (at, right)))
        .or_else(|| torn(context, passage, word, next?).map(|right| (at + 1, right)))
}

/// The word before a person's name: "saudara Budi".
fn addressed(word: &Token, next: &Token, lower: &str) -> Option<String> {
    let named = word.kind == Kind::Lower && next.kind == Kind::Capital;
    (named && ["saudara", "saudari"].contains(&lower)).then(|| capital(lower))
}

/// A short abbreviation of capitals with one capital only: "Sk", "Zi".
fn short(context: &Context<'_>, passage: &Passage<'_>, word: &Token, lower: &str) -> Option<String> {
    let kata = context.catalog.kata();
    let upper = lower.to_uppercase();
    let known = (2..4).contains(&lower.len()) && word.kind == Kind::Capital && kata.singkatan.contains_key(&upper);
    let other = || kata.has(lower) || kata.singkatan.contains_key(passage.word(word)) || kata.is_name(lower);
    (known && !other()).then_some(upper)
}

/// A body of the state, some words of which have capitals.
fn body<'a>(context: &Context<'a>, passage: &Passage<'_>, text: &Text, at: usize) -> Option<(usize, String)> {
    let fits = |name: &'a str| {
        let length = name.split(' ').count();
        let words = text.words.get(at..at + length)?;
        words.iter().zip(name.split(' ')).all(|(word, part)| passage.lower(word) == part).then_some((length, name))
    };
    let first = passage.lower(text.words.get(at)?);
    let names = context.word_lists().entries(WordList::LembagaNegara);
    let begun = names.iter().filter(|name| name.starts_with(first.as_str()));
    let (length, name) = begun.filter_map(|name| fits(name)).max_by_key(|(length, _)| *length)?;
    let words = text.words.get(at..at + length)?;
    let capital_ones = words.iter().filter(|word| word.kind == Kind::Capital && !word.start).count();
    // All in lower case may speak of such bodies at large; "Republik Indonesia" never does.
    let certain = capital_ones > 0 || name.ends_with("indonesia");
    let joined = words.windows(2).all(|pair| passage.gap(&pair[0], &pair[1]) == " ");
    let lower = words.iter().any(|word| word.kind == Kind::Lower);
    (certain && joined && lower).then(|| (at + length - 1, titled_words(name)))
}

/// Whether the word belongs to the post "wali kota".
fn is_mayor(passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| passage.lower(&text.words[before]) == "wali")
}

/// An area in small letters throughout: "provinsi jawa tengah".
fn listed_area(
    context: &Context<'_>,
    passage: &Passage<'_>,
    text: &Text,
    at: usize,
    lower: &str,
) -> Option<(usize, String)> {
    if !AREAS.contains(&lower) || is_mayor(passage, text, at) {
        return None;
    }
    // "kota Semarang" may mean the town in another area.
    let mixed = lower != "kota" || context.kantor.wilayah.starts_with("Kota ");
    (1..=3).rev().find_map(|length| {
        let words = text.words.get(at..=at + length)?;
        let joined = words.windows(2).all(|pair| passage.gap(&pair[0], &pair[1]) == " ");
        let free = words.iter().all(|word| matches!(word.kind, Kind::Lower | Kind::Capital) && word.mask.is_none());
        let small = words.iter().all(|word| word.kind == Kind::Lower);
        let name = &passage.plain[words[1].range.start..words[length].range.end];
        let area = context.catalog.wilayah().find(&capital(lower), name).filter(|_| joined && free)?;
        let right = area.nama_penuh();
        let shown = &passage.plain[words[0].range.start..words[length].range.end];
        let slip = shown != right && (small || mixed && words.iter().skip(1).any(|word| word.kind == Kind::Capital));
        slip.then_some((at + length, right))
    })
}

/// "kabupaten Semarang", "Kabupaten semarang".
fn area(
    context: &Context<'_>,
    passage: &Passage<'_>,
    text: &Text,
    at: usize,
    lower: &str,
    next: &Token,
) -> Option<(usize, String)> {
    let word = &text.words[at];
    let kind = AREAS.iter().find(|area| **area == lower).filter(|_| !is_mayor(passage, text, at))?;
    let name = passage.lower(next);
    let place = is_own_place(context, &name) || (context.catalog.kata().is_name(&name) && next.kind == Kind::Capital);
    let wrong = (word.kind == Kind::Lower && next.kind == Kind::Capital)
        || (word.kind == Kind::Capital && next.kind == Kind::Lower && is_own_place(context, &name));
    let own = *kind != "kota" || context.kantor.wilayah.starts_with("Kota ");
    let certain = place && own && wrong && !AREAS.contains(&name.as_str());
    certain.then(|| (at + 1, format!("{} {}", capital(kind), capital(&name))))
}

/// Whether a word is the last of the office's own area.
fn is_own_place(context: &Context<'_>, name: &str) -> bool {
    let area = context.kantor.wilayah.to_lowercase();
    area.split(' ').skip(1).any(|part| part == name) && name.len() > 3
}

/// A month beside a number, a day after "hari" or before a comma and a number.
fn date(passage: &Passage<'_>, text: &Text, at: usize, lower: &str, next: Option<&Token>) -> Option<(usize, String)> {
    let word = &text.words[at];
    if word.kind != Kind::Lower {
        return None;
    }
    let before = at.checked_sub(1).and_then(|at| text.words.get(at));
    let number = |word: &Token| word.kind == Kind::Digit && passage.word(word).bytes().all(|b| b.is_ascii_digit());
    let year = |word: &Token| number(word) && word.range.len() == 4;
    let day_before =
        before.is_some_and(|before| number(before) && before.range.len() < 3 && passage.gap(before, word) == " ");
    let called = before.is_some_and(|before| ["bulan", "hari"].contains(&passage.lower(before).as_str()));
    let month = BULAN.iter().any(|month| month.eq_ignore_ascii_case(lower))
        && (day_before || next.is_some_and(year) || (called && lower != "mei"));
    let day =
        HARI.iter().any(|day| day.eq_ignore_ascii_case(lower)) && (called || before.is_none() && lower != "minggu");
    (month || day).then(|| (at, capital(lower)))
}

/// The name of a product that is written as two words: "Tik Tok".
fn torn(context: &Context<'_>, passage: &Passage<'_>, word: &Token, next: &Token) -> Option<String> {
    let named = context.catalog.kata().nama.get(&format!("{}{}", passage.lower(word), passage.lower(next)))?;
    let inner = named.chars().skip(1).filter(|c| c.is_uppercase()).count() == 1 && named.contains(char::is_lowercase);
    (inner && word.kind != Kind::Lower && !word.italic && !next.italic).then(|| named.to_owned())
}

/// The name of a place after "di", "ke" or "dari" that is no other word: "di jakarta".
fn is_town(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize, lower: &str) -> bool {
    let before = at.checked_sub(1).map(|at| passage.lower(&text.words[at])).unwrap_or_default();
    ["di", "ke", "dari", "pulau"].contains(&before.as_str())
        && context.catalog.wilayah().is_place_name(lower)
        && !context.catalog.kata().has(lower)
}

/// Whether a place in small letters stands behind a noun of small letters, whose kind it tells.
fn is_kind(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize, lower: &str) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| &text.words[at]) else { return false };
    let noun = before.kind == Kind::Lower && !context.word_lists().is_particle(passage.word(before));
    noun && passage.gap(before, &text.words[at]) == " " && context.catalog.wilayah().is_place_name(lower)
}

/// A name of the lists that is no other word: a country, a product.
fn proper(
    context: &Context<'_>,
    passage: &Passage<'_>,
    text: &Text,
    at: usize,
    lower: &str,
) -> Option<(usize, String)> {
    let kata = context.catalog.kata();
    let word = &text.words[at];
    let shown = passage.word(word);
    let named = match lower {
        "indonesia" => "Indonesia",
        _ if context.word_lists().has(WordList::NamaSelaluKapital, lower) => &capital(lower),
        _ if is_town(context, passage, text, at, lower) => &capital(lower),
        // A kind of place has small letters, "jeruk bali" those of a kind of fruit.
        _ if context.word_lists().has(WordList::TempatKecil, lower) => return None,
        _ if is_kind(context, passage, text, at, lower) => return None,
        _ => kata.nama.get(lower)?,
    };
    let product = named.chars().skip(1).any(char::is_uppercase) && named.chars().any(char::is_lowercase);
    let wrong = match word.kind {
        Kind::Lower => {
            (!kata.has(lower) && lower.len() > 3)
                || lower == "indonesia"
                || context.word_lists().has(WordList::NamaSelaluKapital, lower)
        }
        Kind::Capital | Kind::Mixed => product,
        _ => false,
    };
    (wrong && shown != named && !lower.contains('-')).then(|| (at, named.to_owned()))
}
