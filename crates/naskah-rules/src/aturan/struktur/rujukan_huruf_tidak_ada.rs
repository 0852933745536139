//! A reference to a letter that no item bears.

use crate::parts::diktum_references::{self, Letters};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::decree::butir::{Butir, Penomoran};
use naskah_core::decree::keputusan::PenutupMenimbang;
use naskah_core::decree::{Blok, IsiLampiran};
use naskah_core::diag::Level;
use naskah_core::language::WordLists;
use naskah_core::language::numerals::{huruf, nama_diktum};
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};

declare_rule! {
    /// Huruf yang dirujuk ada
    ///
    /// “Huruf c” yang tidak ada, huruf dari butir yang memuat rujukan itu sendiri, atau huruf yang baru berdiri sesudahnya
    /// membuat pertimbangan atau diktum tidak dapat diikuti. Yang diperiksa ialah rujukan dalam Menimbang, “Diktum … huruf …”, dan “dimaksud dalam huruf
    /// …” di dalam diktum; huruf dari pasal atau peraturan lain dibiarkan.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 22.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - teks: Hari kerja meliputi
    ///     rincian: [hari Senin, hari Selasa]
    ///   - Petugas piket bertugas pada hari sebagaimana dimaksud dalam Diktum KEDUA huruf c.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - teks: Hari kerja meliputi
    ///     rincian: [hari Senin, hari Selasa]
    ///   - Petugas piket bertugas pada hari sebagaimana dimaksud dalam Diktum KEDUA huruf b.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K104" "rujukan-huruf-tidak-ada" Galat since "0.2.0" => check
}

static MEANT: Pattern =
    Pattern::new(|| pattern(r"(?i)(?:dimaksud|tersebut|disebut(?:kan)?|tercantum)\s+(?:(?:dalam|pada|di)\s+)?$"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    in_menimbang(context, report);
    if diktum_references::amends(context) {
        return;
    }
    in_lampiran(context, report);
    for (at, passage) in context.diktum() {
        for named in diktum_references::diktum(context.word_lists(), &passage.plain)
            .into_iter()
            .filter(|named| !named.elsewhere && !named.after_other)
        {
            if let (Some(series), Some(item)) =
                (&named.letters, context.keputusan.diktum.get(named.number.wrapping_sub(1)))
            {
                let of = format!("Diktum {}", nama_diktum(named.number).unwrap_or_default());
                too_high(context, report, passage, series, (top_letters(item), &of));
            }
        }
        if let Some(item) = context.keputusan.diktum.get(at) {
            numbers(context, report, passage, most_items(item), "diktum ini");
            for series in meant(context.word_lists(), &passage.plain) {
                too_high(context, report, passage, &series, (most_letters(item, Penomoran::HurufTitik), "diktum ini"));
            }
        }
    }
}

/// The series after "dimaksud dalam" that belong to the decree itself.
fn meant(lists: &WordLists, text: &str) -> Vec<Letters> {
    let own = |series: &Letters| {
        occurs(&MEANT, &text[..series.range.start])
            && !diktum_references::goes_elsewhere(lists, &text[series.range.end..])
    };
    diktum_references::letters(text).into_iter().filter(own).collect()
}

fn in_menimbang(context: &Context<'_>, report: &mut Report<'_>) {
    let menimbang = &context.keputusan.menimbang;
    let generated = matches!(menimbang.penutup, PenutupMenimbang::Otomatis);
    let count = menimbang.butir.len() + usize::from(generated);
    for (at, passage) in context.menimbang() {
        let is_item =
            menimbang.butir.get(at).is_some_and(|item| item.teks.span == passage.teks.span && item.rincian.is_none());
        for series in meant(context.word_lists(), &passage.plain).into_iter().filter(|_| is_item) {
            let lettered = if count > 1 { count } else { 0 };
            if too_high(context, report, passage, &series, (lettered, "Menimbang")) {
                continue;
            }
            forward(context, report, passage, &series, at);
            if !series.numbers().contains(&(at + 1)) {
                continue;
            }
            let own = series
                .letters
                .iter()
                .find(|letter| letter.number == at + 1)
                .map_or(series.range.clone(), |l| l.range.clone());
            report
                .at(
                    context.place(passage.teks, own),
                    format!("huruf {} ialah butir yang memuat rujukan ini sendiri", huruf(at + 1)),
                )
                .hint("sebut hanya huruf dari butir sebelumnya");
        }
    }
}

/// The first letter of an item that comes only after this one.
fn forward(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, series: &Letters, at: usize) {
    let Some(letter) = series.letters.iter().find(|letter| letter.number > at + 1) else { return };
    report
        .at(
            context.place(passage.teks, letter.range.clone()),
            format!(
                "huruf {} dirujuk dari huruf {}, padahal baru berdiri sesudahnya",
                huruf(letter.number),
                huruf(at + 1)
            ),
        )
        .hint("sebut hanya huruf dari butir sebelumnya")
        .at_most(Level::Peringatan);
}

/// Reports the first letter beyond `count`; whether there is one.
fn too_high(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    series: &Letters,
    (count, of): (usize, &str),
) -> bool {
    let Some(letter) = series.letters.iter().find(|letter| letter.number > count) else { return false };
    let start =
        if letter.range.start == series.letters[0].range.start { series.range.start } else { letter.range.start };
    let place = context.place(passage.teks, start..letter.range.end);
    let hint = match count {
        0 => format!("{of} tidak mempunyai butir berhuruf; perbaiki atau hapus rujukannya"),
        1 => format!("{of} hanya mempunyai huruf a"),
        2 => format!("{of} hanya mempunyai huruf a dan huruf b"),
        n => format!("{of} mempunyai huruf a sampai dengan huruf {}", huruf(n)),
    };
    report.at(place, format!("huruf {} dirujuk, tetapi tidak ada dalam {of}", huruf(letter.number))).hint(hint);
    true
}

static NUMBER: Pattern =
    Pattern::new(|| pattern(r"(?i)\b(?:dimaksud|tersebut)\s+(?:dalam|pada)\s+angka\s+([0-9]{1,2})\b"));

/// "dimaksud pada angka 7" where no list has so many numbers.
fn numbers(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, most: usize, of: &str) {
    for number in matches(&NUMBER, &passage.plain).map(|found| group(&found, 1)) {
        let shown = &passage.plain[number.clone()];
        let elsewhere = diktum_references::goes_elsewhere(context.word_lists(), &passage.plain[number.end..]);
        if shown.parse::<usize>().is_ok_and(|number| number > most) && !elsewhere {
            report
                .at(
                    context.place(passage.teks, number.clone()),
                    format!("angka {shown} dirujuk, tetapi tidak ada dalam {of}"),
                )
                .hint("perbaiki atau hapus rujukannya")
                .at_most(Level::Peringatan);
        }
    }
}

/// References in the running text of a lampiran beyond the longest of its lists.
fn in_lampiran(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, lampiran) in context.keputusan.lampiran.iter().enumerate() {
        let (letters, number) = match &lampiran.isi {
            IsiLampiran::Teks(blocks) => longest(blocks),
            IsiLampiran::Tabel(_) => continue,
        };
        for passage in context.passages.iter().filter(|passage| passage.part == Part::Naskah(at)) {
            numbers(context, report, passage, number, "lampiran ini");
            for series in meant(context.word_lists(), &passage.plain) {
                let Some(letter) = series.letters.iter().find(|letter| letter.number > letters) else { continue };
                report
                    .at(
                        context.place(passage.teks, letter.range.clone()),
                        format!(
                            "huruf {} dirujuk, tetapi daftar sepanjang itu tidak ada dalam lampiran ini",
                            huruf(letter.number)
                        ),
                    )
                    .hint("perbaiki atau hapus rujukannya")
                    .at_most(Level::Peringatan);
            }
        }
    }
}

/// How many letters and numbers the longest lists and parts of running text have.
fn longest(blocks: &[Blok]) -> (usize, usize) {
    let parts = blocks.iter().filter(|block| matches!(block, Blok::Bab { .. } | Blok::Bagian { .. })).count();
    let paragraphs = blocks.iter().filter(|block| matches!(block, Blok::Paragraf(_))).count();
    blocks.iter().fold((parts.max(paragraphs), parts.max(paragraphs)), |(letters, numbers), block| {
        let (a, b) = match block {
            Blok::Bab { isi, .. } | Blok::Bagian { isi, .. } => longest(isi),
            Blok::Paragraf(item) => (most_items(item), most_items(item)),
            _ => (0, 0),
        };
        (letters.max(a), numbers.max(b))
    })
}

/// How many items the longest list of an item has, however it is numbered.
fn most_items(item: &Butir) -> usize {
    let Some(list) = &item.rincian else { return 0 };
    list.butir.iter().map(most_items).fold(list.butir.len(), usize::max)
}

fn is_lettered(marks: Penomoran) -> bool {
    matches!(marks, Penomoran::HurufTitik | Penomoran::HurufKurung)
}

/// How many letters the list right under a diktum has.
fn top_letters(item: &Butir) -> usize {
    let list = item.rincian.as_ref().filter(|list| is_lettered(list.penomoran.unwrap_or(Penomoran::HurufTitik)));
    list.map_or(0, |list| list.butir.len())
}

/// How many letters the longest lettered list of an item has.
fn most_letters(item: &Butir, marks: Penomoran) -> usize {
    let Some(list) = &item.rincian else { return 0 };
    let marks = list.penomoran.unwrap_or(marks);
    let own = if is_lettered(marks) { list.butir.len() } else { 0 };
    let deeper = if list.penomoran == Some(Penomoran::AngkaTitik) { marks.deeper_in_text() } else { marks.deeper() };
    list.butir.iter().map(|inner| most_letters(inner, deeper)).fold(own, usize::max)
}
