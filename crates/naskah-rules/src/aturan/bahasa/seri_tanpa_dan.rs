//! A series in a cell that no "dan" or "atau" closes, and abbreviations that stand side by side without a comma.

use naskah_core::language::{WordList, WordLists};
use std::collections::HashSet;
use std::ops::Range;

use crate::text::series;
use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::forms::{is_active, is_passive};
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};
use naskah_core::language::words::{Word, has_word, words};
use naskah_core::yaml::gelar::gelar;

declare_rule! {
    /// Perincian ditutup dengan “dan” atau “atau”
    ///
    /// Unsur terakhir suatu perincian didahului “dan” atau “atau”; tanpa itu pembaca tidak tahu apakah perinciannya lengkap
    /// dan apakah semua unsurnya berlaku bersama. “Dan” di dalam unsur terakhir belum menutup perincian. Singkatan yang di
    /// tempat lain dipisahkan koma tidak berdampingan tanpa koma.
    ///
    /// Sumber: EYD V tentang tanda koma dalam perincian.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel: {kolom: [{judul: No, isi: nomor}, {judul: Berkas}], baris: [['undangan rapat, daftar hadir, notula']]}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel: {kolom: [{judul: No, isi: nomor}, {judul: Berkas}], baris: [['undangan rapat, daftar hadir, dan notula']]}
    /// ```
    "K523" "seri-tanpa-dan" Saran since "0.3.0" => check
}

/// Words that close a series.
const LINKS: [&str; 5] = ["dan", "atau", "serta", "maupun", "ataupun"];
/// The longest member that is looked at, in words.
const LONGEST: usize = 14;

/// References in a row that nothing closes: "huruf a, huruf b, perlu".
static REFERENCES: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?:\bPasal\s+[0-9]+[A-Z]?(?:\s+ayat\s+\([0-9]+\))?(?:\s+huruf\s+[a-z]\b)?|\bhuruf\s+[a-z]\b|\bayat\s+\([0-9]+\)|\bLampiran\s+[IVXLC]+\b|\bDiktum\s+KE[A-Z]+\b)",
        r"(?:\s*,\s*((?:Pasal\s+[0-9]+[A-Z]?(?:\s+ayat\s+\([0-9]+\))?(?:\s+huruf\s+[a-z]\b)?|huruf\s+[a-z]\b|ayat\s+\([0-9]+\)|Lampiran\s+[IVXLC]+\b|Diktum\s+KE[A-Z]+\b)))+"
    ))
});
static CLOSED: Pattern = Pattern::new(|| pattern(r"^\s*,?\s*(?:dan|atau|serta|sampai|s\.d|jo)\b"));
static INNER: Pattern = Pattern::new(|| pattern(r"^\s*,?\s*(?:huruf|ayat|angka)\b"));

/// The series of references, and the names in headings, that no "dan" closes.
fn unclosed(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    for found in matches(&REFERENCES, &passage.plain) {
        let (whole, last) = (group(&found, 0), group(&found, 1));
        let after = &passage.plain[whole.end..];
        if occurs(&CLOSED, after) || occurs(&INNER, after) || text.mask_at(last.start).is_some() {
            continue;
        }
        let shown = &passage.plain[last.clone()];
        let before = passage.plain[..last.start].trim_end().trim_end_matches(',').len();
        let two = !passage.plain[whole.start..before].contains(',');
        let right = if two { format!("dan {shown}") } else { format!(", dan {shown}") };
        report
            .at(context.place(passage.teks, last), "rujukan terakhir tidak didahului “dan”")
            .hint(format!("tulis “{}”", right.trim_start_matches(", ")))
            .at_least(Level::Peringatan);
    }
    let heading =
        matches!(passage.part, Part::Bab(_) | Part::LampiranJudul(_) | Part::Tentang | Part::LampiranTentang(_));
    // The comma before a degree belongs to a name.
    let member = |at: &usize| !gelar(passage.plain[at + 2..].split([' ', ',']).next().unwrap_or_default());
    let commas: Vec<usize> = passage.plain.match_indices(", ").map(|(at, _)| at).filter(member).collect();
    let (Some(last), true) = (commas.last(), heading && commas.len() > 1) else { return };
    let tail = &passage.plain[last + 2..];
    let lower = tail.to_lowercase();
    let closed = has_word(&lower, &["dan", "atau", "serta"]) || lower.contains("dan/atau");
    let numbered = tail.split_whitespace().next_back().is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    let yearly = numbered && tail.contains(" Tahun ") && !tail.starts_with(|c: char| c.is_ascii_digit());
    let dated = (tail.contains(|c: char| c.is_ascii_digit()) && !yearly) || text.mask_at(last + 2).is_some();
    if !closed && !dated && tail.split_whitespace().count() < LONGEST {
        report
            .at(
                context.place(passage.teks, last + 2..passage.plain.len()),
                "perincian dalam judul ini tidak ditutup dengan “dan”",
            )
            .hint(format!("tulis “dan {tail}”"))
            .at_least(Level::Peringatan);
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.in_decree().filter(|(passage, _)| passage.plain.contains(',')) {
        unclosed(context, report, passage, text);
        let cell =
            matches!(passage.part, Part::Sel { .. }) && open_series(context.word_lists(), &passage.plain).is_some();
        if let Some(last) = in_sentence(context, passage, text).filter(|_| !cell) {
            let member = passage.plain[last.clone()].to_owned();
            report
                .at(context.place(passage.teks, last), "perincian ini tidak ditutup dengan “dan” atau “atau”")
                .hint(format!("tulis `, dan {member}`, atau “atau”"))
                .at_least(Level::Peringatan);
        }
    }
    let mut listed: Option<HashSet<(String, String)>> = None;
    for (passage, text) in
        context.in_decree().filter(|(passage, text)| matches!(passage.part, Part::Sel { .. }) && !text.capitals)
    {
        // A place after a comma is where something lies, no member.
        let named = |last: &Range<usize>| {
            let first = text.within(last.clone()).first().map(|word| passage.lower(word)).unwrap_or_default();
            let area = context.word_lists().has(WordList::TempatKecil, &first)
                || ["kabupaten", "kota", "provinsi"].contains(&first.as_str());
            area || text.within(last.clone()).iter().any(|word| word.mask.is_some())
        };
        if let Some(last) = open_series(context.word_lists(), &passage.plain).filter(|last| !named(last)) {
            let member = passage.plain[last.clone()].to_owned();
            // Common words of one or two, and nothing else in the cell.
            let small = text.words.iter().skip(1).all(|word| word.kind == Kind::Lower);
            let plain = small && passage.plain.split(", ").all(|member| member.split(' ').count() < 4);
            report
                .at(context.place(passage.teks, last), "perincian ini tidak ditutup dengan “dan” atau “atau”")
                .hint(format!("apakah perlu `dan {member}`?"))
                .at_least(if plain { Level::Peringatan } else { Level::Saran });
        }
        without_comma(context, report, (passage, text), &mut listed);
    }
}

/// Abbreviations side by side that a comma parts elsewhere.
fn without_comma(
    context: &Context<'_>,
    report: &mut Report<'_>,
    (passage, text): (&Passage<'_>, &Text),
    listed: &mut Option<HashSet<(String, String)>>,
) {
    for at in 1..text.words.len() {
        if !beside(context, passage, text, at) {
            continue;
        }
        let (a, b) = (&text.words[at - 1], &text.words[at]);
        let key = (passage.lower(a), passage.lower(b));
        if listed.get_or_insert_with(|| with_commas(context)).contains(&key) {
            let range = a.range.start..b.range.end;
            let (first, second) = (passage.word(a), passage.word(b));
            report
                .at(
                    context.place(passage.teks, range),
                    format!("di antara `{first}` dan `{second}` tidak ada koma, sedangkan di tempat lain ada"),
                )
                .hint(format!("apakah seharusnya `{first}, {second}`?"));
        }
    }
}

/// The last member of a series of short members within a sentence that nothing closes.
fn in_sentence(context: &Context<'_>, passage: &Passage<'_>, text: &Text) -> Option<Range<usize>> {
    let apart = matches!(passage.part, Part::Mengingat(_) | Part::Kepala | Part::Menetapkan | Part::Kolom(_));
    if apart || text.capitals || text.title || passage.plain.matches(", ").count() < 2 {
        return None;
    }
    let gap = |at: usize| at.checked_sub(1).map_or("", |before| passage.gap(&text.words[before], &text.words[at]));
    let ends = |at: &usize| {
        *at == text.words.len() || (*at > 0 && gap(*at).contains([';', '.', ':', '(', ')', '“', '”', '\n', '/', '–']))
    };
    let mut from = 0;
    (1..=text.words.len()).filter(ends).find_map(|to| {
        let members = series::members(from..to, |at| gap(at).contains(','));
        // What stands within brackets may just be counted up.
        let bracketed = gap(from).contains('(');
        // Behind an explanation in brackets a series goes on.
        let goes_on = text.words.get(to).filter(|_| gap(to).contains('(')).is_some_and(|word| {
            let inner = &passage.plain[word.range.start..];
            inner.split_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with(','))
        });
        from = to;
        let members = if bracketed || goes_on { Vec::new() } else { members };
        open_clause(context, passage, text, &members)
    })
}

/// Whether behind "bahwa" the members are nouns of one form: "bahwa ketertiban, keamanan, kebersihan …" opens with no
/// adverbial.
fn are_nouns(passage: &Passage<'_>, text: &Text, members: &[Range<usize>]) -> bool {
    let form = |at: usize| {
        let word = text.words.get(at).map(|word| passage.lower(word))?;
        ["ke", "pe"].into_iter().find(|start| word.len() > 6 && word.starts_with(start) && word.ends_with("an"))
    };
    let Some((first, rest)) = members.split_first() else { return false };
    let own = form(first.start + 1);
    let bahwa = text.words.get(first.start).is_some_and(|word| passage.word(word) == "bahwa");
    bahwa && first.len() == 2 && own.is_some() && rest.iter().all(|member| form(member.start) == own)
}

/// The same among the members of a clause.
fn open_clause(
    context: &Context<'_>,
    passage: &Passage<'_>,
    text: &Text,
    members: &[Range<usize>],
) -> Option<Range<usize>> {
    let lists = context.word_lists();
    let [.., last] = members else { return None };
    let first_of =
        |member: &Range<usize>| text.words.get(member.start).map(|word| passage.lower(word)).unwrap_or_default();
    let short = |member: &Range<usize>| {
        member.len() < 4
            && text.words[member.clone()].iter().all(|word| word.kind == Kind::Lower && word.mask.is_none())
    };
    let is_part = |member: &Range<usize>| {
        let first = first_of(member);
        !series::is_no_member(lists, &first) && !lists.is_particle(&first) && !says(lists, &first) && first.len() > 2
    };
    // The last member goes on with an adverbial, or with what is done next.
    let stops = |at: usize| {
        let word = passage.lower(&text.words[at]);
        let verb = text.words.get(at + 1).is_some_and(|next| is_active(lists, &passage.lower(next)));
        at > last.start
            && ((verb || !LINKS.contains(&word.as_str())) && series::is_no_member(lists, &word)
                || lists.is_particle(&word)
                || ["sebelum", "sesudah", "perlu", "harus", "dapat"].contains(&word.as_str()))
    };
    let end = last.clone().find(|at| stops(*at)).unwrap_or(last.end);
    let tail = last.start..end;
    let linked = text.words[tail.clone()].iter().any(|word| LINKS.contains(&passage.lower(word).as_str()));
    let middles =
        members[..members.len() - 1].iter().skip(1).rev().take_while(|member| short(member) && is_part(member)).count();
    let (head, before) = (first_of(&tail), members.len().checked_sub(middles + 2)?);
    let opening = text.words[members[before].clone()].first().map(|word| passage.lower(word)).unwrap_or_default();
    let closed = members[..members.len() - 1].iter().any(|member| LINKS.contains(&first_of(member).as_str()));
    // An adverbial with its comma, and two words side by side, are no series of three.
    let adverbial =
        before == 0 && (series::is_no_member(lists, &opening) || lists.is_particle(&opening) || opening == "bahwa");
    let enough = if adverbial && !are_nouns(passage, text, &members[before..]) { middles > 1 } else { middles > 0 };
    let known = |at: usize| {
        let word = passage.lower(&text.words[at]);
        context.catalog.kata().has(&word)
    };
    let lowered = members[before]
        .end
        .checked_sub(1)
        .is_some_and(|at| text.words[at].kind == Kind::Lower && text.words[at].mask.is_none());
    let sound = short(&tail) && is_part(&tail) && !is_passive(lists, &head) && tail.clone().all(known) && lowered;
    let alike = members[members.len() - 1 - middles..members.len() - 1].iter().all(|member| {
        is_active(lists, &first_of(member)) == is_active(lists, &head) && !is_passive(lists, &first_of(member))
    });
    (enough && sound && alike && !linked && !closed)
        .then(|| text.words[tail.start].range.start..text.words[tail.end - 1].range.end)
}

/// Whether a word is or opens a predicate.
fn says(lists: &WordLists, word: &str) -> bool {
    lists.has(WordList::PenandaPredikat, word) || lists.has(WordList::Predikat, word)
}

/// Whether two known abbreviations stand side by side.
fn beside(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let kata = context.catalog.kata();
    let (a, b) = (&text.words[at - 1], &text.words[at]);
    let short = |word: &crate::words::Token| {
        word.mask.is_none() && word.range.len() > 2 && kata.is_abbreviation(&passage.lower(word))
    };
    short(a) && short(b) && passage.gap(a, b) == " "
}

/// The words that stand side by side with a comma between them.
fn with_commas(context: &Context<'_>) -> HashSet<(String, String)> {
    let mut found = HashSet::new();
    for (passage, text) in context.in_decree() {
        let commas = text.words.windows(2).filter(|pair| passage.gap(&pair[0], &pair[1]) == ", ");
        found.extend(commas.map(|pair| (passage.lower(&pair[0]), passage.lower(&pair[1]))));
    }
    found
}

/// The last member of a series that nothing closes.
fn open_series(lists: &WordLists, text: &str) -> Option<Range<usize>> {
    if !text.contains(", ") || text.contains([';', ':', '(', '\n']) || text.contains(". ") {
        return None;
    }
    let all = words(text);
    let comma = |at: usize| text[all[at - 1].range.end..all[at].range.start].contains(',');
    let members = series::members(0..all.len(), comma);
    let members: Vec<&[Word]> = members.into_iter().filter_map(|member| all.get(member)).collect();
    let [first, others @ ..] = members.as_slice() else { return None };
    let last = others.last()?;
    let plain = |member: &&[Word]| {
        let first = member.first().map(|word| word.folded.as_str()).unwrap_or_default();
        member.len() <= LONGEST
            && !series::is_no_member(lists, first)
            && !first.starts_with(|c: char| c.is_ascii_digit())
    };
    let range = last.first()?.range.start..last.last()?.range.end;
    let inner = has_word(&text[range.clone()].to_lowercase(), &LINKS);
    let one_thing = last.len() > 3
        && series::heads_one_thing(lists, &last[0].folded)
        && !has_word(&text[range.clone()].to_lowercase(), &["serta"]);
    let verb = |member: &[Word]| member.first().is_some_and(|word| is_active(lists, &word.folded));
    let linked = has_word(&text[..range.start].to_lowercase(), &["dan", "atau", "serta"]);
    let several = others.len() > 1 || (verb(first) && (verb(last) || (!linked && last.len() < 4 && first.len() < 5)));
    let whole = others.iter().all(plain) && (!inner || (one_thing && others.len() > 1));
    (several && whole).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_that_nothing_closes() {
        let last = |text: &'static str| {
            open_series(&naskah_core::catalog::Catalog::default().kata().lists, text).map(|range| &text[range])
        };
        assert_eq!(last("undangan, daftar hadir, notula"), Some("notula"));
        assert_eq!(
            last("undangan, daftar hadir, bukti penerimaan dan pengembalian"),
            Some("bukti penerimaan dan pengembalian")
        );
        assert_eq!(last("Menyusun jadwal, mengumumkan jadwal"), Some("mengumumkan jadwal"));
        for text in [
            "undangan, daftar hadir, dan notula",
            "undangan, daftar hadir, notula dan foto",
            "Senin, 5 Januari 2026",
            "rapat, yang dihadiri pegawai, selesai",
            "undangan, notula",
            "ruang rapat, lantai dua",
        ] {
            assert_eq!(last(text), None, "{text}");
        }
    }
}
