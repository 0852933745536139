//! A term of a family where the decree is about another one of it: PPS for PPK, sementara for tetap.

use std::ops::Range;

use naskah_core::decree::Teks;
use naskah_core::language::words::{Word, common_start, words};
use naskah_core::language::{WordList, WordLists};

use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Badan, daftar, dan pemilihan yang disebut sama dengan yang menjadi pokok keputusan
    ///
    /// Keputusan yang menurut namanya mengenai Panitia Pemilihan Kecamatan tidak menetapkan Panitia Pemungutan Suara, dan
    /// judul lampirannya tidak menyebut badan lain; diktum pertamanya dan kelompok dalam lampirannya tidak menyebut
    /// kecamatan, desa, atau kelurahan lain sebagai gantinya. Singkatan serumpun yang tidak dijelaskan di samping yang dijelaskan ditanyakan.
    ///
    /// Sumber: ketelitian naskah.
    ///
    /// Salah:
    /// ```yaml
    /// tentang: Hari Kerja Panitia Pemilihan Kecamatan
    /// diktum:
    ///   - Menetapkan Jadwal Piket Panitia Pemungutan Suara.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tentang: Hari Kerja Panitia Pemilihan Kecamatan
    /// diktum:
    ///   - Menetapkan Hari Kerja Panitia Pemilihan Kecamatan.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K415" "badan-tertukar" Peringatan since "0.4.0" => check
}

/// A term of a family in a text.
struct Member<'l> {
    term: &'l str,
    family: &'l str,
    range: Range<usize>,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let title = context.keputusan.tentang.as_plain();
    let named = members(context, &title);
    let mut families: Vec<&str> = named.iter().map(|member| member.family).collect();
    families.sort_unstable();
    families.dedup();
    for family in families {
        let mut own: Vec<&str> =
            named.iter().filter(|member| member.family == family).map(|member| member.term).collect();
        own.dedup();
        if let [term] = own[..] {
            first_diktum(context, report, (family, term));
            titles(context, report, (family, term));
            lone(context, report, (family, term));
        }
    }
    abbreviations(context, report);
    small_places(context, report);
    teams(context, report);
}

/// The one mention of another kind of team than that of the decree's own name, which bears no name of its own.
fn teams(context: &Context<'_>, report: &mut Report<'_>) {
    let of = |text: &str| -> Vec<Member<'_>> {
        members(context, text).into_iter().filter(|member| member.family == "tim").collect()
    };
    let title = context.keputusan.tentang.as_plain();
    let own = of(&title);
    let Some(term) = own.first().map(|member| member.term).filter(|term| own.iter().all(|one| one.term == *term))
    else {
        return;
    };
    let printed = context.passages.iter().filter(|passage| passage.part.is_printed());
    let others = printed.flat_map(|passage| of(&passage.plain).into_iter().map(move |member| (passage, member)));
    let others: Vec<_> = others.filter(|(_, member)| member.term != term).collect();
    let [(passage, member)] = &others[..] else { return };
    let after = passage.plain[member.range.end..].trim_start();
    let named = after.starts_with(char::is_uppercase) || after.starts_with(['(', '/']);
    let apart = matches!(passage.part, Part::Diktum(at) if at > 0) && !has(context, &passage.plain, term);
    if apart && !named {
        report
            .at(
                context.place(passage.teks, member.range.clone()),
                format!("`{}` hanya disebut di sini", &passage.plain[member.range.clone()]),
            )
            .label(context.keputusan.tentang.span, "nama keputusan")
            .hint("apakah yang dimaksud ialah yang disebut nama keputusan?")
            .unsure();
    }
}

/// The one place of a level that a text names: "Kecamatan Mare" of "Kecamatan Mare Kabupaten Bone".
fn places_of(lists: &WordLists, text: &str, level: &str) -> Vec<(String, Range<usize>)> {
    let hits = text.match_indices(level).filter(|(at, _)| !text[..*at].ends_with(char::is_alphanumeric));
    let named = hits.filter_map(|(at, _)| {
        let rest = text[at + level.len()..].strip_prefix(' ')?;
        let capital = |word: &&str| word.starts_with(char::is_uppercase);
        let small = |word: &str| lists.has(WordList::TempatKecil, &word.to_lowercase());
        let stop = |word: &str| small(word) || ["Kabupaten", "Kota", "Provinsi", "Tahun"].contains(&word);
        let mut own: Vec<&str> = Vec::new();
        for word in rest.split(' ') {
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            if !capital(&bare) || stop(bare) {
                break;
            }
            own.push(bare);
            if bare.len() < word.len() {
                break;
            }
        }
        let name = own.join(" ");
        let end = at + level.len() + 1 + name.len();
        (!name.is_empty()).then_some((name, at..end))
    });
    named.collect()
}

/// A decree about some kecamatan or desa whose first diktum, or a group of whose lampiran, names another one instead.
fn small_places(context: &Context<'_>, report: &mut Report<'_>) {
    let title = context.keputusan.tentang.as_plain();
    let lists = context.word_lists();
    for level in lists.entries(WordList::TempatKecil) {
        let level = naskah_core::language::capitals::capital(level);
        let own: Vec<String> = places_of(lists, &title, &level).into_iter().map(|(name, _)| name).collect();
        let groups = context.passages.iter().filter(|passage| matches!(passage.part, Part::Kelompok(_)));
        let groups: Vec<_> = groups.map(|passage| (passage, places_of(lists, &passage.plain, &level))).collect();
        let grouped: Vec<&str> = groups.iter().flat_map(|(_, places)| places).map(|(name, _)| name.as_str()).collect();
        for (passage, places) in &groups {
            others(context, report, passage, &level, places, (&own, &grouped));
        }
        if let Some(first) = context.passages.iter().find(|passage| passage.part == Part::Diktum(0)) {
            let places = places_of(lists, &first.plain, &level);
            let here: Vec<&str> = places.iter().map(|(name, _)| name.as_str()).collect();
            others(context, report, first, &level, &places, (&own, &here));
        }
    }
}

/// Tells of the places that the name of the decree does not have, where `here` leaves out one that it has and is no
/// longer list than its own.
fn others(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    level: &str,
    places: &[(String, Range<usize>)],
    (own, here): (&[String], &[&str]),
) {
    // A longer name that begins alike is the same.
    let same = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
    let group = matches!(passage.part, Part::Kelompok(_));
    let left_out =
        own.iter().any(|own| !passage.plain.contains(own.as_str()) && !here.iter().any(|one| same(one, own)));
    if !left_out || here.len() > own.len() {
        return;
    }
    for (other, range) in places.iter().filter(|(other, _)| !own.iter().any(|own| same(own, other))) {
        let what = if group { "kelompok" } else { "diktum" };
        let own = own.iter().map(|own| format!("{level} {own}")).collect::<Vec<_>>().join(", ");
        let finding = report
            .at(
                context.place(passage.teks, range.clone()),
                format!("{what} ini menyebut {level} {other}, sedangkan keputusan ini tentang {own}"),
            )
            .hint("periksa nama tempatnya");
        if group {
            finding.unsure();
        }
    }
}

/// The terms of a text, of several at one place the longest.
fn members<'l>(context: &Context<'l>, text: &str) -> Vec<Member<'l>> {
    let all = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        match longest(context, &all[at..]) {
            Some((term, family, count)) => {
                found.push(Member { term, family, range: all[at].range.start..all[at + count - 1].range.end });
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

/// The longest term that words begin with, its family, how many words it has.
fn longest<'l>(context: &Context<'l>, all: &[Word]) -> Option<(&'l str, &'l str, usize)> {
    let lists: &'l naskah_core::language::WordLists = context.word_lists();
    let begins = |term: &str| {
        let mut count = 0;
        term.split(' ').all(|part| {
            count += 1;
            all.get(count - 1).is_some_and(|word| word.folded == part)
        })
    };
    let fitting = lists.pairs(WordList::RumpunIstilah).filter(|(term, _)| begins(term));
    fitting.map(|(term, family)| (term, family, term.split(' ').count())).max_by_key(|(.., count)| *count)
}

/// Whether a text has the term itself, or an abbreviation of it.
fn has(context: &Context<'_>, text: &str, term: &str) -> bool {
    let short = context.catalog.kata().singkatan.iter();
    let mut short = short.filter(|(_, meanings)| meanings.iter().any(|one| one.panjang.to_lowercase() == term));
    members(context, text).iter().any(|member| member.term == term)
        || short.any(|(short, _)| naskah_core::language::words::has_word(text, &[short.as_str()]))
}

/// The one term of the family that a text names, where it is another.
fn other<'l>(context: &Context<'l>, text: &str, (family, term): (&str, &str)) -> Option<Member<'l>> {
    let mut own: Vec<Member<'l>> =
        members(context, text).into_iter().filter(|member| member.family == family).collect();
    let first = own.first()?.term;
    let one = own.iter().all(|member| member.term == first) && first != term;
    (one && !has(context, text, term)).then(|| own.swap_remove(0))
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, teks: &Teks, member: &Member<'_>, sure: bool) {
    let text = teks.as_plain();
    let finding = report
        .at(
            context.place(teks, member.range.clone()),
            format!("`{}` bukan yang disebut nama keputusan", &text[member.range.clone()]),
        )
        .label(context.keputusan.tentang.span, "nama keputusan")
        .hint("samakan dengan nama keputusan");
    if !sure {
        finding.unsure();
    }
}

/// What the first diktum establishes, up to where it says how.
fn first_diktum(context: &Context<'_>, report: &mut Report<'_>, subject: (&str, &str)) {
    let Some(first) = context.keputusan.diktum.first() else { return };
    let text = first.teks.as_plain();
    let verb = text.split(' ').next().unwrap_or_default().to_lowercase();
    if !context.word_lists().pairs(WordList::PerbuatanDiktum).any(|(one, _)| one == verb) {
        return;
    }
    let ends = [" sebagaimana ", ", ", ";", ":", " berdasarkan ", " sesuai ", " oleh ", " untuk "];
    let end = ends.iter().filter_map(|end| text.find(end)).min().unwrap_or(text.len());
    // Persons and papers that are dealt with may be those of another body.
    if has(context, &text, subject.1) {
        return;
    }
    // A name that is the decree's but for this is compared as a whole elsewhere.
    let (own, name) = (words(&text[..end]), words(&context.keputusan.tentang.as_plain()));
    let alike = common_start(own.get(1..).unwrap_or_default(), name.get(1..).unwrap_or_default());
    let same_end = own.last().map(|word| &word.folded) == name.last().map(|word| &word.folded);
    if alike > 1 && same_end {
        return;
    }
    if let Some(member) = other(context, &text[..end], subject) {
        tell(context, report, &first.teks, &member, first.rincian.is_none() && subject.0 != "calon");
    }
}

/// The title of the only lampiran.
fn titles(context: &Context<'_>, report: &mut Report<'_>, subject: (&str, &str)) {
    let [lampiran] = &context.keputusan.lampiran[..] else { return };
    let Some(judul) = &lampiran.judul else { return };
    if let Some(member) = other(context, &judul.as_plain(), subject) {
        tell(context, report, judul, &member, subject.0 != "calon");
    }
}

/// A term that is named but once, after a word after which the decree elsewhere names its own.
fn lone(context: &Context<'_>, report: &mut Report<'_>, (family, term): (&str, &str)) {
    let running =
        |passage: &&Passage<'_>| matches!(passage.part, Part::Menimbang(_) | Part::Diktum(_) | Part::Naskah(_));
    let mut before_own: Vec<String> = Vec::new();
    let mut others: Vec<(&Passage<'_>, Member<'_>, String)> = Vec::new();
    for passage in context.passages.iter().filter(running) {
        let all = members(context, &passage.plain);
        let mixed = has(context, &passage.plain, term);
        for member in all.into_iter().filter(|member| member.family == family) {
            let before = words(&passage.plain[..member.range.start]).pop().map(|word| word.folded).unwrap_or_default();
            match member.term == term {
                true => before_own.push(before),
                false if !mixed => others.push((passage, member, before)),
                false => {}
            }
        }
    }
    let [(passage, member, before)] = &others[..] else { return };
    let joined = ["anggota", "ketua", "sekretariat", "keanggotaan", "calon"].contains(&before.as_str());
    let diktum_first = passage.part == Part::Diktum(0);
    if joined && !diktum_first && before_own.len() > 1 && before_own.contains(before) {
        report
            .at(
                context.place(passage.teks, member.range.clone()),
                format!("`{}` hanya disebut di sini", &passage.plain[member.range.clone()]),
            )
            .hint("apakah yang dimaksud ialah yang disebut nama keputusan?")
            .unsure();
    }
}

/// An abbreviation that is explained nowhere, beside one of its family that is.
fn abbreviations(context: &Context<'_>, report: &mut Report<'_>) {
    let kata = context.catalog.kata();
    let family = |short: &str| -> Option<(&str, &str)> {
        let [meaning, ..] = kata.singkatan.get(short)?.as_slice() else { return None };
        let lower = meaning.panjang.to_lowercase();
        context.word_lists().pairs(WordList::RumpunIstilah).find(|(term, _)| *term == lower)
    };
    let mut whole = String::new();
    for passage in &context.passages {
        whole.push_str(&passage.plain.to_lowercase());
        whole.push('\n');
    }
    let mut explained: Vec<(&str, &str, String)> = Vec::new();
    for (passage, text) in context.in_decree() {
        for (at, word) in text.words.iter().enumerate().filter(|(_, word)| word.kind == Kind::Upper) {
            let before = at.checked_sub(1).and_then(|before| text.words.get(before)).map(|word| passage.lower(word));
            if before.is_some_and(|before| ["disingkat", "disebut"].contains(&before.as_str()))
                && let Some((term, family)) = family(passage.word(word))
            {
                explained.push((term, family, passage.word(word).to_owned()));
            }
        }
    }
    for (passage, text) in context.in_decree().filter(|(passage, _)| matches!(passage.part, Part::Diktum(_))) {
        for word in text.words.iter().filter(|word| word.kind == Kind::Upper && word.mask.is_none()) {
            let shown = passage.word(word);
            let Some((term, own)) = family(shown) else { continue };
            let known = explained.iter().any(|(other, ..)| *other == term) || whole.contains(term);
            let sibling = explained.iter().find(|(_, family, short)| *family == own && short != shown);
            if let (Some((.., sibling)), false) =
                (sibling, known || beside(passage, text, sibling.map(|one| one.2.as_str())))
            {
                report
                    .at(
                        context.place(passage.teks, word.range.clone()),
                        format!("`{shown}` tidak dijelaskan, sedangkan `{sibling}` dijelaskan"),
                    )
                    .hint(format!("apakah `{sibling}` yang dimaksud? bila tidak, jelaskan `{shown}`"))
                    .unsure();
            }
        }
    }
}

/// Whether the other abbreviation stands in the same text, so that both are meant.
fn beside(passage: &Passage<'_>, text: &Text, sibling: Option<&str>) -> bool {
    text.words.iter().any(|word| Some(passage.word(word)) == sibling)
}
