//! A series in a cell that no "dan" or "atau" closes, and abbreviations that stand side by side without a comma.

use naskah_core::language::WordLists;
use std::collections::HashSet;
use std::ops::Range;

use crate::text::series;
use crate::text::written::Text;
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::forms::is_active;
use naskah_core::language::words::{Word, has_word, words};

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

/// The longest member that is looked at, in words.
const LONGEST: usize = 14;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut listed: Option<HashSet<(String, String)>> = None;
    for (passage, text) in
        context.in_decree().filter(|(passage, text)| matches!(passage.part, Part::Sel { .. }) && !text.capitals)
    {
        // A place after a comma is where something lies, no member.
        let named = |last: &Range<usize>| text.within(last.clone()).iter().any(|word| word.mask.is_some());
        if let Some(last) = open_series(context.word_lists(), &passage.plain).filter(|last| !named(last)) {
            let member = passage.plain[last.clone()].to_owned();
            report
                .at(context.place(passage.teks, last), "perincian ini tidak ditutup dengan “dan” atau “atau”")
                .hint(format!("apakah perlu `dan {member}`?"));
        }
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
}

/// Whether two known abbreviations stand side by side.
fn beside(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let kata = context.catalog.kata();
    let (a, b) = (&text.words[at - 1], &text.words[at]);
    let short = |word: &crate::text::written::Token| {
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
    let inner = has_word(&text[range.clone()].to_lowercase(), &["dan", "atau", "serta", "maupun"]);
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
