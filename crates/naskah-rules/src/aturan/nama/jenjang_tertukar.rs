//! Offices and posts of another level or region than the decree's own: "Sekretaris Jenderal" of a kabupaten, "Bupati" of a
//! kota, a KPU in Aceh, another time zone.

use naskah_core::catalog::{Daerah, Jenjang};
use naskah_core::language::WordList;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use crate::parts::areas::{self, Own, PlaceName};
use crate::words::Text;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Jabatan, lembaga, dan zona waktu sesuai dengan jenjang dan wilayah kantornya
    ///
    /// Sekretaris Jenderal hanya ada di pusat; Bupati memimpin kabupaten, Wali Kota memimpin kota; dewan perwakilan rakyat
    /// di daerah ialah Dewan Perwakilan Rakyat Daerah; di Aceh penyelenggara pemilihan ialah Komisi Independen Pemilihan.
    ///
    /// Sumber: UU 7/2017; UU 23/2014; UU 11/2006; Keppres 41/1987 tentang pembagian wilayah waktu.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Hari kerja dilaporkan kepada Sekretaris Jenderal Komisi Pemilihan Umum Kabupaten Semarang.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Hari kerja dilaporkan kepada Sekretaris Komisi Pemilihan Umum Kabupaten Semarang.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K412" "jenjang-tertukar" Peringatan since "0.4.0" => check
}

static GENERAL: Pattern = Pattern::new(|| {
    pattern(r"\b(Sekretar(?:is|iat)\s+Jenderal)\s+(?:Komisi\s+Pemilihan\s+Umum|KPU)\s+(?:Provinsi|Kabupaten|Kota)\b")
});
static OWN_GENERAL: Pattern =
    Pattern::new(|| pattern(r"\b(Sekretariat)\s+Komisi\s+Pemilihan\s+Umum\b(?:\s+([A-Z][a-z]+))?"));
static LONE: Pattern = Pattern::new(|| pattern(r"\b(?:kepada|oleh)\s+(Sekretaris)(?:\s+[a-z]|\s*[.;,]|$)"));
static COUNCIL: Pattern = Pattern::new(|| pattern(r"\b(Dewan\s+Perwakilan\s+Rakyat)\s+(?:Provinsi|Kabupaten|Kota)\b"));
static ACEH: Pattern = Pattern::new(|| {
    pattern(
        r"\b(Komisi\s+Pemilihan\s+Umum)\s+(?:Provinsi\s+Aceh\b|Aceh\b|(?:Kabupaten|Kota|Kabupaten/Kota)\s+(?:di\s+(?:wilayah\s+)?)?Aceh\b)",
    )
});
static HEAD: Pattern = Pattern::new(|| {
    pattern(
        r"\b(Bupati|Wali\s+Kota|Walikota|Gubernur)((?:\s+dan\s+Wakil\s+(?:Bupati|Wali\s+Kota|Walikota|Gubernur))?)\s+([A-Z])",
    )
});
static ZONE: Pattern = Pattern::new(|| pattern(r"\b[0-9]{1,2}[.:][0-9]{2}\s+(WIB|WITA|WIT)\b"));
static BUDGET: Pattern = Pattern::new(|| {
    pattern(r"\b(?:Anggaran\s+Pendapatan\s+dan\s+Belanja\s+Daerah|APBD)\s+((?:Kabupaten|Kota|Provinsi)\s+)([A-Z])")
});

static COUNCIL_OF: Pattern = Pattern::new(|| {
    pattern(r"\b(?:Dewan\s+Perwakilan\s+Rakyat\s+Daerah|DPRD)\s+((?:Provinsi|Kabupaten|Kota)\s+)([A-Z])")
});

/// The councils that a text names: each with its level and area.
fn councils(context: &Context<'_>, text: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let areas = context.catalog.wilayah();
    let found = matches(&COUNCIL_OF, text).filter_map(|found| {
        let (level, at) = (group(&found, 1), group(&found, 2).start);
        let length = areas.name_at(&text[at..])?;
        Some((group(&found, 0).start..at + length, text[level.start..at + length].to_owned()))
    });
    found.collect()
}

/// The council of another area or level in the title of a lampiran or in the first diktum, where the decree's own name has
/// one that is not there.
fn other_council(context: &Context<'_>, report: &mut Report<'_>) {
    let [(_, own)] = &councils(context, &context.keputusan.tentang.as_plain())[..] else { return };
    let names = |part: Part| matches!(part, Part::LampiranJudul(_) | Part::Diktum(0));
    for passage in context.passages.iter().filter(|passage| names(passage.part)) {
        let there = councils(context, &passage.plain);
        if let ([(range, other)], false) = (&there[..], passage.plain.contains(own.as_str()))
            && other != own
        {
            report
                .at(context.place(passage.teks, range.clone()), format!("nama keputusan menyebut DPRD {own}"))
                .label(context.keputusan.tentang.span, "nama keputusan")
                .hint("samakan dengan nama keputusan");
        }
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    other_council(context, report);
    let own = Own::of(context);
    for (passage, text) in context.worded() {
        if matches!(passage.part, Part::Mengingat(_)) || !passage.part.is_printed() {
            continue;
        }
        bodies(context, report, passage, text, own.as_ref());
        heads(context, report, passage, text);
        if let Some(own) = &own {
            budget(context, report, passage, text, own);
            zones(context, report, passage, own);
        }
    }
}

fn bodies(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text, own: Option<&Own<'_>>) {
    let free = |at: usize| text.mask_at(at).is_none();
    for range in matches(&GENERAL, &passage.plain).map(|found| group(&found, 1)).filter(|range| free(range.start)) {
        report
            .at(context.place(passage.teks, range), "Sekretaris Jenderal hanya ada di pusat")
            .hint("tulis Sekretaris atau Sekretariat tanpa Jenderal, atau periksa kantornya");
    }
    central(context, report, passage, text);
    let in_aceh = own.is_some_and(|own| own.area.kode.starts_with("11"));
    if !in_aceh && !passage.plain.contains("Aceh") {
        for range in matches(&COUNCIL, &passage.plain).map(|found| group(&found, 1)).filter(|range| free(range.start)) {
            report
                .at(context.place(passage.teks, range), "dewan perwakilan rakyat di daerah ini tanpa kata Daerah")
                .hint("tulis Dewan Perwakilan Rakyat Daerah");
        }
    }
    in_aceh_by_name(context, report, passage, text);
    for range in matches(&ACEH, &passage.plain).map(|found| group(&found, 1)).filter(|range| free(range.start)) {
        report
            .at(context.place(passage.teks, range), "penyelenggara pemilihan di Aceh ialah Komisi Independen Pemilihan")
            .hint("tulis Komisi Independen Pemilihan");
    }
}

/// Posts and units that the central office names otherwise.
fn central(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    let free = |at: usize| text.mask_at(at).is_none();
    if context.kantor.jenjang == Jenjang::Pusat && !context.kantor.badan.is_empty() {
        for found in matches(&OWN_GENERAL, &passage.plain) {
            let next = &passage.plain[group(&found, 2)];
            let lower = ["Provinsi", "Kabupaten", "Kota", "Aceh"].contains(&next);
            if !lower && free(group(&found, 1).start) && !passage.plain[..group(&found, 1).start].ends_with("dan ") {
                report
                    .at(context.place(passage.teks, group(&found, 1)), "kantor pusat mempunyai Sekretariat Jenderal")
                    .hint("tulis Sekretariat Jenderal, atau sebut provinsi, kabupaten, atau kotanya");
            }
        }
    }
    if context.kantor.jenjang == Jenjang::Pusat && !context.kantor.badan.is_empty() {
        for range in matches(&LONE, &passage.plain).map(|found| group(&found, 1)).filter(|range| free(range.start)) {
            report
                .at(context.place(passage.teks, range), "di pusat pejabatnya Sekretaris Jenderal")
                .hint("apakah Sekretaris Jenderal yang dimaksud?")
                .unsure();
        }
    }
}

/// "Komisi Pemilihan Umum Kabupaten Pidie".
fn in_aceh_by_name(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    let free = |at: usize| text.mask_at(at).is_none();
    let places = areas::places_in(context.word_lists(), context.catalog.wilayah(), &passage.plain);
    let in_aceh = |place: &PlaceName<'_>| {
        place.area.is_some_and(|area| area.kode.starts_with("11") && area.jenjang != Jenjang::Provinsi)
    };
    for place in places.iter().filter(|place| place.commission && in_aceh(place) && free(place.range.start)) {
        let shown = &passage.plain[place.range.clone()];
        if shown.starts_with("Komisi Pemilihan Umum") || shown.starts_with("KPU") {
            report
                .at(
                    context.place(passage.teks, place.range.clone()),
                    "kantor di Aceh ini bernama Komisi Independen Pemilihan",
                )
                .hint("tulis Komisi Independen Pemilihan, atau KIP");
        }
    }
}

/// "Bupati Bontang", where Bontang is a kota, and the head of another area in the name of an election.
fn heads(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text) {
    let areas = context.catalog.wilayah();
    for found in matches(&HEAD, &passage.plain) {
        let (head, place) = (group(&found, 1), group(&found, 3));
        let Some(length) = areas.name_at(&passage.plain[place.start..]).filter(|_| text.mask_at(head.start).is_none())
        else {
            continue;
        };
        let name = &passage.plain[place.start..place.start + length];
        let level = match &passage.plain[head.clone()] {
            "Bupati" => Jenjang::Kabupaten,
            "Gubernur" => Jenjang::Provinsi,
            _ => Jenjang::Kota,
        };
        let named: Vec<&Daerah> = areas.named(name).collect();
        if !named.is_empty() && named.iter().all(|area| area.jenjang != level) {
            report
                .at(
                    context.place(passage.teks, head.start..place.start + length),
                    format!("{} bukan jabatan di {}", &passage.plain[head], named[0].nama_penuh()),
                )
                .hint("periksa jabatan dan wilayahnya");
        } else if other_area(context, passage, head.start..place.start + length) {
            report
                .at(
                    context.place(passage.teks, head.start..place.start + length),
                    "kepala daerah ini bukan yang disebut dalam nama keputusan",
                )
                .hint("samakan dengan nama keputusan");
        }
    }
}

/// Whether a head of an area is not the one of the same kind that the decree's own name has.
fn other_area(context: &Context<'_>, passage: &Passage<'_>, range: std::ops::Range<usize>) -> bool {
    if !matches!(passage.part, Part::Diktum(_) | Part::LampiranJudul(_) | Part::Menimbang(_)) {
        return false;
    }
    let name = context.keputusan.tentang.as_plain();
    let shown = &passage.plain[range];
    let head = shown.split(' ').next().unwrap_or_default();
    let same: Vec<usize> = name.match_indices(head).map(|(at, _)| at).collect();
    let election = name.contains("Pemilihan") && !same.is_empty();
    let before = passage.plain.find(shown).map_or("", |at| &passage.plain[..at]);
    election
        && before.trim_end().ends_with("Pemilihan")
        && !name.contains(shown)
        && matches(&HEAD, &name).next().is_some()
}

/// The budget of another area.
fn budget(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text, own: &Own<'_>) {
    let areas = context.catalog.wilayah();
    for found in matches(&BUDGET, &passage.plain) {
        let (level, at) = (group(&found, 1), group(&found, 2).start);
        let Some(length) = areas.name_at(&passage.plain[at..]).filter(|_| text.mask_at(at).is_none()) else { continue };
        let area = areas.find(passage.plain[level.clone()].trim(), &passage.plain[at..at + length]);
        if area.is_some_and(|area| !own.covers(area)) {
            report
                .at(
                    context.place(passage.teks, level.start..at + length),
                    "anggaran ini bukan anggaran daerah kantor pembuat",
                )
                .hint(format!("kantor pembuat: {}", context.kantor.nama_penuh()));
        }
    }
}

/// A time zone that is not that of the office.
fn zones(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, own: &Own<'_>) {
    let province = own.area.kode.get(..2).unwrap_or_default();
    let zone = context
        .word_lists()
        .pairs(WordList::ZonaWaktu)
        .find(|(code, _)| *code == province)
        .map_or("WIB", |(_, zone)| zone);
    for range in matches(&ZONE, &passage.plain).map(|found| group(&found, 1)) {
        if &passage.plain[range.clone()] != zone && !province.is_empty() {
            let both = matches(&ZONE, &passage.plain).any(|found| &passage.plain[group(&found, 1)] == zone);
            let told = report
                .at(context.place(passage.teks, range), format!("waktu di wilayah kantor ini {zone}"))
                .hint("periksa zona waktunya");
            if !both {
                told.unsure();
            }
        }
    }
}
