//! How many groups a table has and how many rows each of them, beside what a diktum says.

use std::collections::BTreeMap;
use std::ops::Range;

use naskah_core::decree::IsiBaris;
use naskah_core::diag::Span;
use naskah_core::language::WordList;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::fold;

use crate::parts::cells::Cells;
use crate::parts::quantities::quantities;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Kelompok dalam tabel sebanyak yang disebut diktum, dengan isi sebanyak yang disebut
    ///
    /// Diktum yang menyebut banyaknya kelurahan, atau banyaknya orang untuk setiap kelompok, sama dengan tabel lampiran yang
    /// berkelompok menurut kelurahan itu.
    ///
    /// Sumber: hitungan.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Petugas sebagaimana dimaksud dalam Diktum KESATU tersebar di 3 (tiga) kelurahan.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Hari}]
    ///       baris: [{kelompok: Kelurahan Bergas}, [Nama Satu, Senin], [Nama Dua, Rabu], {kelompok: Kelurahan Bawen}, [Nama Tiga, Selasa], [Nama Empat, Jumat]]
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Setiap kelurahan mempunyai petugas sebanyak 3 (tiga) orang.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Hari}]
    ///       baris: [{kelompok: Kelurahan Bergas}, [Nama Satu, Senin], [Nama Dua, Rabu], {kelompok: Kelurahan Bawen}, [Nama Tiga, Selasa], [Nama Empat, Jumat]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Petugas sebagaimana dimaksud dalam Diktum KESATU tersebar di 2 (dua) kelurahan, masing-masing sebanyak 2 (dua) orang.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Hari}]
    ///       baris: [{kelompok: Kelurahan Bergas}, [Nama Satu, Senin], [Nama Dua, Rabu], {kelompok: Kelurahan Bawen}, [Nama Tiga, Selasa], [Nama Empat, Jumat]]
    /// ```
    "K818" "cacah-kelompok" Peringatan since "0.4.0" => check
}

static EACH: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)\b(?:setiap|masing-masing|tiap)\b([^.;,]{0,80}?)\b(?:beranggotakan|berjumlah|terdiri\s+atas|sebanyak|sejumlah)\s+",
        r"(?:masing-masing\s+)?(([0-9]{1,3})\s*(?:\([a-z\s]+\)\s*)?)(?:orang|anggota|petugas)\b"
    ))
});

/// The groups of the one table that has them.
struct Groups {
    /// What the headings name: "kelurahan".
    kind: String,
    /// The place and the number of rows of each.
    sizes: Vec<(Span, usize)>,
    /// Whether each row is a person.
    persons: bool,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let tables = Cells::all(context);
    let mut all = tables.iter().filter_map(|table| grouped(context, table));
    let (Some(groups), None) = (all.next(), all.next()) else { return };
    for (passage, text) in context.worded().filter(|(passage, _)| matches!(passage.part, Part::Diktum(_))) {
        let free = |at: usize| text.mask_at(at).is_none();
        for one in quantities(context.word_lists(), &passage.plain) {
            let kind = one.noun.first().is_some_and(|noun| *noun == groups.kind);
            let count = groups.sizes.len();
            if kind && free(one.figure.start) && !one.loose(context.word_lists(), &passage.plain) {
                let message = |said: &str| format!("tertulis {said}, kelompok `{}` dalam tabel {count}", groups.kind);
                told(context, report, passage, one.figure.clone(), (one.value.digits, count), message);
            }
        }
        for found in matches(&EACH, &passage.plain) {
            let [of, figure, digits] = [1, 2, 3].map(|at| group(&found, at));
            let (Ok(said), true) = (passage.plain[digits].parse::<usize>(), free(figure.start)) else { continue };
            let named = fold(&passage.plain[of]).split(' ').any(|word| word == groups.kind);
            if groups.persons || named {
                sizes(context, report, (passage, figure), said, &groups);
            }
        }
    }
}

/// The headings of a table, where all begin with the same word and no two are the same.
fn grouped(context: &Context<'_>, table: &Cells<'_>) -> Option<Groups> {
    let headings = table.table.tabel.baris.iter().filter_map(|row| match &row.isi {
        IsiBaris::Kelompok { judul, tingkat, .. } => Some((judul, *tingkat)),
        _ => None,
    });
    let headings: Vec<_> = headings.collect();
    let first = |text: &str| fold(text).split(' ').next().unwrap_or_default().to_owned();
    let kind = first(&headings.first()?.0.as_plain());
    let level = headings.first()?.1;
    let alike = headings.iter().all(|(judul, tingkat)| *tingkat == level && first(&judul.as_plain()) == kind);
    let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
    table.plain().for_each(|line| *rows.entry(line.group).or_default() += 1);
    let sizes = headings
        .iter()
        .enumerate()
        .map(|(at, (judul, _))| (judul.span, rows.get(&(at + 1)).copied().unwrap_or_default()));
    let persons = table.heads.iter().any(|head| context.word_lists().has(WordList::KolomOrangBernama, head));
    (alike && headings.len() > 1 && !rows.contains_key(&0)).then(|| Groups { kind, sizes: sizes.collect(), persons })
}

/// So many in each group: none has as many, or one alone has not.
fn sizes(
    context: &Context<'_>,
    report: &mut Report<'_>,
    (passage, figure): (&Passage<'_>, Range<usize>),
    said: usize,
    groups: &Groups,
) {
    let (fitting, odd): (Vec<_>, Vec<_>) = groups.sizes.iter().partition(|(_, size)| *size == said);
    let same = odd.iter().all(|(_, size)| Some(*size) == odd.first().map(|first| first.1));
    if let ([(span, size)], true) = (&odd[..], fitting.len() > 1) {
        report
            .at(*span, format!("kelompok ini {size} baris, menurut diktum {said}"))
            .label(context.place(passage.teks, figure), "di sini")
            .hint("periksa isi kelompok itu");
    } else if let (true, true, Some((_, size))) = (fitting.is_empty(), same, odd.first()) {
        let message = |shown: &str| format!("tertulis {shown}, setiap kelompok dalam tabel {size} baris");
        told(context, report, passage, figure, (said as i128, *size), message);
    }
}

fn told(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    figure: Range<usize>,
    (said, real): (i128, usize),
    message: impl Fn(&str) -> String,
) {
    if said == real as i128 {
        return;
    }
    let tied = passage.plain.contains("Diktum KE") || passage.plain.contains("Lampiran");
    let finding = report
        .at(context.place(passage.teks, figure), message(&said.to_string()))
        .hint("samakan bilangan ini dengan lampirannya");
    if !tied {
        finding.unsure();
    }
}
