//! A sum within a sentence that is not the sum of its parts.

use std::ops::Range;

use naskah_core::decree::Bilangan;
use naskah_core::language::forms::{is_active, is_passive};
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};
use naskah_core::language::{WordList, WordLists};

use crate::parts::quantities::{self, Quantity};
use crate::words::Text;
use crate::{Context, Passage, Report, declare_rule};

declare_rule! {
    /// Jumlah di dalam kalimat sama dengan jumlah bagiannya
    ///
    /// “25 (dua puluh lima) orang yang terdiri atas 12 (dua belas) laki-laki dan 13 (tiga belas) perempuan” dijumlahkan.
    /// Yang dihitung ialah orang, uang, atau benda yang sama; batas bawah tidak melebihi batas atasnya.
    ///
    /// Sumber: hitungan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja dijaga oleh 24 (dua puluh empat) orang yang terdiri atas 12 (dua belas) laki-laki dan 13 (tiga belas) perempuan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja dijaga oleh 25 (dua puluh lima) orang yang terdiri atas 12 (dua belas) laki-laki dan 13 (tiga belas) perempuan
    /// ```
    "K807" "jumlah-dalam-kalimat" Peringatan since "0.4.0" => check
}

static PARTS: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)^[\s,(]*(?:(?:[a-z]+\s+){0,4}?)(?:yang\s+|dengan\s+)?",
        r"(?:terdiri\s+(?:atas|dari)|yaitu|yakni|rincian(?:nya)?|meliputi)\s*:?\s*(?:masing-masing\s+)?",
        // "terdiri atas makan sebesar Rp5.000,00"
        r"(?:\p{L}[\p{L}\s/-]{2,60}\s(?:sebesar|senilai)\s+)?$"
    ))
});
const TOTAL: &str = concat!(
    r"(?i)^[\s,(]*(?:dengan\s+|sehingga\s+|jadi\s+)?(?:ber)?(?:jumlah|total|seluruhnya)(?:nya)?",
    r"(?:\s+(?:{sesudah-jumlah})){0,3}\s*[:=]?\s*$"
);
static JOINED: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"^\s*(?:(?:sebagai|untuk|bagi|dari)\s+[A-Za-z -]{2,60}?)?(?:,|,?\s*(?:dan|serta|ditambah)|\+)\s*",
        r"(?:masing-masing\s+)?$"
    ))
});
static LATER: Pattern = Pattern::new(|| pattern(r"(?i)\b(?:per|setiap|masing-masing|paling|antara)\b"));
const LOW: &str = concat!(
    r"(?i)\bpaling\s+(?:{batas-bawah})\s+(Rp\.?\s?)?([0-9][0-9.]*(?:,[0-9]+)?)[^;.]{0,80}?",
    r"(?:\b(?:dan|serta|atau|sampai\s+dengan)|,)\s+paling\s+(?:{batas-atas})\s+(?:Rp\.?\s?)?([0-9][0-9.]*(?:,[0-9]+)?)"
);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    for (passage, text) in context.worded().filter(|(passage, _)| passage.plain.contains(|c: char| c.is_ascii_digit()))
    {
        let all = quantities::quantities(lists, &passage.plain);
        for sentence in quantities::sentences(&passage.plain) {
            let inside = |one: &&Quantity| sentence.start <= one.range.start && one.range.end <= sentence.end;
            let own: Vec<&Quantity> =
                all.iter().filter(inside).filter(|one| text.mask_at(one.figure.start).is_none()).collect();
            parts_after(context, report, passage, &own, &sentence);
            parts_before(context, report, passage, &own);
            product(context, report, passage, &own);
        }
        bounds(context, report, passage, text);
        series(context, report, passage, text);
    }
}

static SO: Pattern =
    Pattern::new(|| pattern(r"(?i)\bsehingga\s+(?:jumlah\s+|total\s+)?(?:seluruhnya\s+|semuanya\s+)?[a-z]*\s*$"));

/// "Rp110.000,00 untuk 286 orang sehingga seluruhnya berjumlah Rp31.640.000,00": the product of what stands before.
fn product(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, own: &[&Quantity]) {
    let Some((total, before)) = own.split_last() else { return };
    let Some(last) = before.last() else { return };
    let gap = passage.plain.get(last.range.end..total.figure.start).unwrap_or_default();
    let (money, counts): (Vec<&Quantity>, Vec<&Quantity>) = before.iter().partition(|one| one.money);
    let ([price], true) = (&money[..], total.money && occurs(&SO, gap) && (1..4).contains(&counts.len())) else {
        return;
    };
    let value = |one: &Quantity| one.value.without_zeros();
    let (Some(wanted), true) = (whole(value(total)), counts.iter().all(|one| whole(value(one)).is_some())) else {
        return;
    };
    let factors: Vec<i128> = counts.iter().filter_map(|one| whole(value(one))).collect();
    // Some of the numbers may only say who or when.
    let products = (1..1_usize << factors.len()).filter_map(|set| {
        let chosen = factors.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0).map(|(_, factor)| factor);
        chosen.fold(whole(value(price)), |product, factor| product?.checked_mul(*factor))
    });
    let products: Vec<i128> = products.collect();
    if let (Some(all), false) = (products.last(), products.is_empty() || products.contains(&wanted)) {
        let right = Bilangan { digits: *all, places: 0 };
        report
            .at(
                context.place(passage.teks, total.figure.clone()),
                format!("tertulis {}, hasil kalinya {right}", value(total)),
            )
            .hint("periksa harga, banyaknya, dan jumlahnya")
            .unsure();
    }
}

/// A number without decimals.
fn whole(value: Bilangan) -> Option<i128> {
    (value.places == 0).then_some(value.digits)
}

static SERIES: Pattern = Pattern::new(|| {
    pattern(r"\b(([0-9]{1,2})\s*\([a-z\s]+\))\s+[a-z]+(?:\s[a-z]+)?,\s+(?:yakni|yaitu)\s+([\p{L}\s,/-]+?)(?:[.;]|$)")
});

/// "6 (enam) segmen, yakni …, …, dan …": as many members as are said.
fn series(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    for found in matches(&SERIES, &passage.plain) {
        let [figure, digits, members] = [1, 2, 3].map(|at| group(&found, at));
        let members: Vec<&str> = passage.plain[members].split(',').map(str::trim).collect();
        let closed = members.last().is_some_and(|last| last.starts_with("dan "));
        let short = members.iter().all(|member| member.split_whitespace().count() < 6 && !member.contains("yang "));
        let (said, free) = (passage.plain[digits].parse::<usize>(), text.mask_at(figure.start).is_none());
        if closed && short && free && members.len() > 2 && said.as_ref().is_ok_and(|said| *said != members.len()) {
            report
                .at(context.place(passage.teks, figure), format!("yang disebut sesudahnya {}", members.len()))
                .hint("samakan bilangan dengan banyaknya yang disebut");
        }
    }
}

/// "25 orang yang terdiri atas 12 laki-laki dan 13 perempuan".
fn parts_after(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    own: &[&Quantity],
    sentence: &Range<usize>,
) {
    let (plain, lists) = (&passage.plain, context.word_lists());
    for (at, total) in own.iter().enumerate() {
        let parts = &own[at + 1..];
        let Some(first) = parts.first() else { continue };
        if !occurs(&PARTS, plain.get(total.range.end..first.figure.start).unwrap_or_default())
            || total.loose(lists, plain) && !total.of_each(plain)
        {
            continue;
        }
        let money = total.money && parts.iter().all(|part| part.money);
        let listed = match money {
            true => parts,
            false => &parts[..chain(plain, parts)],
        };
        let end = listed.last().map_or(first.range.end, |last| last.range.end);
        let rest = plain.get(end..sentence.end).unwrap_or_default();
        // After a comma or "dan" the sentence goes on with something else, or with a part that is not counted.
        let next = rest.trim_start().strip_prefix(',').unwrap_or(rest).trim_start();
        let verb = goes_on(lists, next);
        let open = rest.trim_start().starts_with(',') && !money && !verb
            || occurs(&LATER, plain.get(first.range.start..sentence.end).unwrap_or_default());
        let next = ["dan ", "serta "].iter().find_map(|word| next.strip_prefix(word)).filter(|_| !money);
        let joined = next.is_some_and(|next| !goes_on(lists, next));
        if listed.len() > 1 && !open && !joined && alike(lists, total, listed) {
            tell(context, report, passage, total, listed);
        }
    }
}

/// Whether what follows a list is no further part of it: "…, tersebar di", "… dan melaporkannya".
fn goes_on(lists: &WordLists, next: &str) -> bool {
    let word = next.split([' ', ',']).next().unwrap_or_default();
    let verb = is_active(lists, word) || is_passive(lists, word) || word.starts_with("ter") || word.starts_with("ber");
    verb || ["yang", "dengan", "untuk", "pada"].contains(&word)
}

/// "12 laki-laki dan 13 perempuan, jumlah 25".
fn parts_before(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, own: &[&Quantity]) {
    let (plain, lists) = (&passage.plain, context.word_lists());
    for (at, total) in own.iter().enumerate().skip(2) {
        let Some(before) = own.get(at - 1) else { continue };
        let total_word = lists
            .pattern(TOTAL)
            .is_some_and(|word| word.is_match(plain.get(before.range.end..total.figure.start).unwrap_or_default()));
        if !total_word {
            continue;
        }
        let first = (0..at).rev().find(|from| chain(plain, &own[*from..at]) < at - from).map_or(0, |from| from + 1);
        let parts = &own[first..at];
        // Whatever they are, all persons of a sentence are so many.
        let counted = |part: &&Quantity| !part.money && !lists.has(WordList::UkuranBukanCacah, part.head());
        let persons = parts.len() > 2 && total.head() == "orang" && parts.iter().all(counted);
        if parts.len() > 1 && (alike(lists, total, parts) || alike(lists, parts[0], &parts[1..]) || persons) {
            tell(context, report, passage, total, parts);
        }
    }
}

/// How many quantities are joined by commas and "dan" alone.
fn chain(plain: &str, all: &[&Quantity]) -> usize {
    let joined =
        |pair: &&[&Quantity]| occurs(&JOINED, plain.get(pair[0].range.end..pair[1].figure.start).unwrap_or_default());
    all.windows(2).take_while(joined).count() + usize::from(!all.is_empty())
}

/// Whether the parts make up the whole: money, persons, things of one name, or those that the whole names.
fn alike(lists: &WordLists, total: &Quantity, parts: &[&Quantity]) -> bool {
    if total.money || parts.iter().any(|part| part.money) {
        return total.money && parts.iter().all(|part| part.money);
    }
    let persons = total.persons(lists) || total.noun.is_empty();
    let whole = total.noun.join(" ");
    let named = |part: &&Quantity| !part.head().is_empty() && whole.split([' ', '/']).any(|word| word == part.head());
    let same = parts.iter().all(|part| part.head() == total.head());
    (persons && parts.iter().all(|part| part.persons(lists))) || parts.iter().all(named) || same
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, total: &Quantity, parts: &[&Quantity]) {
    let Some(sum) = quantities::sum(parts.iter().copied()) else { return };
    let value = total.value.without_zeros();
    if sum == value {
        return;
    }
    report
        .at(context.place(passage.teks, total.figure.clone()), format!("tertulis {value}, jumlah bagiannya {sum}"))
        .hint("periksa jumlah dan bagian-bagiannya");
}

/// "paling sedikit 5 … dan paling banyak 3".
fn bounds(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    if !passage.plain.to_lowercase().contains("paling") {
        return;
    }
    let Some(bounds) = context.word_lists().pattern(LOW) else { return };
    for found in bounds.captures_iter(&passage.plain) {
        let (low, high) = (group(&found, 2), group(&found, 3));
        let value = |range: &Range<usize>| passage.plain[range.clone()].trim_end_matches(['.', ',']).parse().ok();
        let (Some(a), Some(b)) = (value(&low), value(&high)) else { continue };
        let (a, b): (Bilangan, Bilangan) = (a, b);
        let unit = |end: usize| {
            let rest = passage.plain[end..].trim_start();
            let rest = rest
                .strip_prefix('(')
                .and_then(|rest| rest.split_once(')'))
                .map_or(rest, |(_, after)| after.trim_start());
            rest.split([' ', ',', '.', ';']).next().unwrap_or_default().to_owned()
        };
        let (first, second) = (unit(low.end), unit(high.end));
        let joins = ["dan", "serta", "atau", "sampai", ""];
        let same_unit = !group(&found, 1).is_empty() || first == second || joins.contains(&first.as_str());
        if same_unit && text.mask_at(low.start).is_none() && a.exceeds(b) {
            report
                .at(context.place(passage.teks, low.start..high.end), "batas bawah lebih besar daripada batas atas")
                .hint("periksa kedua batasnya");
        }
    }
}
