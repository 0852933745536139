//! An election in a year that has none, or another one than the decree is made for.

use std::ops::Range;

use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};
use naskah_core::language::words::{clause_before, shortly_before};
use naskah_core::language::{WordList, WordLists};

use crate::words::Text;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Tahun pemilihan yang disebut memang tahun pemilihan itu
    ///
    /// Pemilihan umum berlangsung pada tahun 2004, 2009, 2014, 2019, dan 2024; pemilihan kepala daerah serentak pada tahun
    /// 2015, 2017, 2018, 2020, dan 2024. Tahun lain di belakang nama pemilihan keliru, kecuali yang disebut tahun
    /// tahapannya. Pemilihan lain daripada yang ada dalam nama keputusan ditanyakan.
    ///
    /// Sumber: KPU tentang hari pemungutan suara.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja dalam Pemilihan Umum Tahun 2023 perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja dalam Pemilihan Umum Tahun 2024 perlu ditetapkan
    /// ```
    "K805" "tahun-pemilihan" Peringatan since "0.4.0" => check
}

/// An election with its year.
struct Election {
    range: Range<usize>,
    year: Range<usize>,
    value: u16,
    /// "umum", "daerah", or both.
    kinds: Vec<&'static str>,
}

const PHRASE: &str = concat!(
    r"\b((?i:{sebutan-pemilihan})\b",
    r"(?:,?\s+(?:(?i:{antara-pemilihan-dan-tahun})\b,?|[A-Z][A-Za-z'/-]*,?)){0,16}?)\s+(?:[Tt]ahun\s+)?((?:19|20)[0-9]{2})\b"
);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    let name = context.keputusan.tentang.as_plain();
    let named = elections(lists, &name);
    for (passage, text) in context.worded().filter(|(passage, _)| passage.part.is_printed()) {
        results(context, report, passage);
        for one in elections(lists, &passage.plain) {
            if fixed(passage, text, one.year.start) {
                continue;
            }
            if !one.kinds.iter().any(|kind| held(lists, kind, one.value)) {
                none(context, report, passage, &one);
            } else if !matches!(passage.part, Part::Tentang | Part::LampiranTentang(_)) {
                other(context, report, passage, &one, &named);
            }
        }
    }
}

static RESULT: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"\bNomor\s+[^\s,;]+\s+Tahun\s+((?:19|20)[0-9]{2})\s+tentang\s+(?:Penetapan|Pengumuman)\s+",
        r"(?:Rekapitulasi\s+Hasil|Hasil|Perolehan|[^,;.]{0,60}\bTerpilih)[^;.]{0,240}?\b",
        r"(?:Pemilihan|Pemilu)\b[^;.,]{0,160}?\sTahun\s+((?:19|20)[0-9]{2})\b"
    ))
});

/// The result of an election that a decree of an earlier year would have declared.
fn results(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for found in matches(&RESULT, &passage.plain) {
        let [own, election] = [1, 2].map(|at| group(&found, at));
        let (before, year) = (&passage.plain[own.clone()], &passage.plain[election]);
        if before < year {
            report
                .at(
                    context.place(passage.teks, own.clone()),
                    format!("keputusan tahun {before} tentang hasil pemilihan tahun {year}"),
                )
                .hint("periksa kedua tahunnya");
        }
    }
}

fn fixed(passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    text.mask_at(at).is_some() || matches!(passage.part, Part::Mengingat(_))
}

/// The elections of a text that are named with a year.
fn elections(lists: &WordLists, text: &str) -> Vec<Election> {
    let lower = text.to_lowercase();
    if !lower.contains("pemil") && !lower.contains("pil") {
        return Vec::new();
    }
    let Some(phrase) = lists.pattern(PHRASE) else { return Vec::new() };
    let found = phrase.captures_iter(text).filter_map(|hit| {
        let (name, year) = (group(&hit, 1), group(&hit, 2));
        let shown = text[name.clone()].to_lowercase();
        let before = shortly_before(text, name.start).trim_end().to_lowercase();
        let body = before.ends_with("komisi")
            || before.ends_with("pengawas")
            || before.ends_with("panitia")
            || before.ends_with("penyelenggara");
        let longer = text[year.end..]
            .strip_prefix(['/', '-', '–', '.'])
            .is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
        let mut kinds = Vec::new();
        let local = lists.occurs(WordList::PemilihanDaerah, &shown);
        kinds.extend(local.then_some("daerah"));
        let general = lists.occurs(WordList::PemilihanNasional, &shown) && !local || both(&shown, lists);
        kinds.extend(general.then_some("umum"));
        let value = text[year.clone()].parse().ok()?;
        (!body && !longer && !kinds.is_empty()).then_some(Election { range: name.start..year.end, year, value, kinds })
    });
    found.collect()
}

/// "Pemilihan Umum dan Pemilihan Gubernur … Tahun 2024" is of both.
fn both(shown: &str, lists: &WordLists) -> bool {
    static BOTH: Pattern = Pattern::new(|| pattern(r"(?:pemilihan\s+umum|pemilu)\b.*\b(?:pemilihan|pilkada)\b"));
    occurs(&BOTH, shown) && lists.occurs(WordList::PemilihanDaerah, shown)
}

/// Whether there was or will be such an election in a year, as far as is known.
fn held(lists: &WordLists, kind: &str, year: u16) -> bool {
    let mut known: Vec<u16> = lists
        .pairs(WordList::TahunPemilihan)
        .filter(|(name, _)| *name == kind)
        .filter_map(|(_, year)| year.parse().ok())
        .collect();
    known.sort_unstable();
    let (first, last) = (known.first().copied().unwrap_or_default(), known.last().copied().unwrap_or_default());
    // Heads of regions were elected in any year from 2005 to 2014.
    let before = year < first && kind == "daerah" && year >= 2005;
    known.contains(&year) || before || year > last
}

/// Whether words beside an election say that it is held again, or that its stages are meant.
fn again(lists: &WordLists, passage: &Passage<'_>, one: &Election) -> bool {
    let from = passage.plain.floor_char_boundary(one.range.start.saturating_sub(60));
    let near = passage.plain.get(from..one.range.end).unwrap_or_default().to_lowercase();
    lists.occurs(WordList::PemilihanUlang, &near)
}

fn none(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, one: &Election) {
    let lists = context.word_lists();
    if again(lists, passage, one) {
        return;
    }
    let before = clause_before(&passage.plain, one.range.start);
    let meant = lists.ends(WordList::SebelumPemilihan, before.trim_end());
    // What is done in the decree's own year may be named after an election.
    if !meant && i32::from(one.value) == context.keputusan.tahun.value {
        return;
    }
    let which = if one.kinds.contains(&"daerah") { "pemilihan kepala daerah serentak" } else { "pemilihan umum" };
    let finding = report
        .at(context.place(passage.teks, one.year.clone()), format!("tidak ada {which} pada tahun {}", one.value))
        .hint("periksa tahunnya; bila yang dimaksud tahun kegiatannya, sebut dengan “pada tahun”");
    if !meant {
        finding.unsure();
    }
}

/// An election of the same kind as the decree's own, of another year.
fn other(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, one: &Election, named: &[Election]) {
    let lists = context.word_lists();
    let own: Vec<&Election> =
        named.iter().filter(|own| own.kinds.iter().any(|kind| one.kinds.contains(kind))).collect();
    let [own] = own[..] else { return };
    let before = clause_before(&passage.plain, one.range.start);
    let back = lists.occurs(WordList::KataLaporan, &before) || lists.occurs(WordList::PemilihanLalu, &before);
    if own.value == one.value || back || again(lists, passage, one) {
        return;
    }
    let finding = report
        .at(
            context.place(passage.teks, one.year.clone()),
            format!("pemilihan tahun {}, sedangkan nama keputusan menyebut pemilihan tahun {}", one.value, own.value),
        )
        .label(context.place(&context.keputusan.tentang, own.year.clone()), "pemilihan pada nama keputusan")
        .hint("samakan tahunnya, atau sebut bahwa ini pemilihan yang lalu");
    let own_words = matches!(passage.part, Part::Diktum(_) | Part::LampiranJudul(_) | Part::Bab(_));
    if !own_words
        || !lists.ends(WordList::SebelumPemilihan, before.trim_end()) && !matches!(passage.part, Part::LampiranJudul(_))
    {
        finding.unsure();
    }
}
