//! A share in percent that is not that of the numbers beside it.

use naskah_core::decree::Bilangan;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use crate::parts::cells::{Cells, Line};
use crate::parts::quantities::{self, Quantity};
use crate::{Context, Passage, Report, declare_rule};

declare_rule! {
    /// Persentase sesuai dengan bilangannya
    ///
    /// “12 (dua belas) orang atau 30% dari 40 (empat puluh) orang” dihitung kembali, demikian pula kolom persen yang pada
    /// semua baris lain diperoleh dari kolom yang sama. Pembulatan satu angka terakhir dibiarkan.
    ///
    /// Sumber: hitungan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja dihadiri oleh 12 (dua belas) orang atau 40% (empat puluh persen) dari 40 (empat puluh) orang
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja dihadiri oleh 12 (dua belas) orang atau 30% (tiga puluh persen) dari 40 (empat puluh) orang
    /// ```
    "K812" "persen-beda" Peringatan since "0.4.0" => check
}

static SHARE: Pattern = Pattern::new(|| pattern(r"(?:^|[\s(])([0-9]{1,3}(?:,[0-9]{1,4})?)\s?(?:%|persen\b)"));
static GIVEN: Pattern = Pattern::new(|| {
    pattern(r"^[\s,]*(?:suara\s+sah\s+)?(?:\(|(?:atau|yaitu|yakni|setara\s+dengan)\s+)(?:sebesar\s+|sebanyak\s+)?$")
});
static WHOLE: Pattern = Pattern::new(|| pattern(r"^\s*%?(?:\s*\([a-z\s]+\))?\)?\s*,?\s*dari\s+(?:[a-z]+\s+){0,8}$"));
static TOTAL: Pattern = Pattern::new(|| {
    pattern(r"^\s*%?(?:\s*\([a-z\s]+\))?\)?\s*,?\s*dari\s+(?:seluruh\s+|jumlah\s+|total\s+){1,2}([a-z]+)\b[^0-9]*$")
});
static OF: Pattern = Pattern::new(|| pattern(r"^\s*dari\s+(?:[a-z]+\s+){0,4}$"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in
        context.worded().filter(|(passage, _)| passage.plain.contains('%') || passage.plain.contains("persen"))
    {
        let shares: Vec<_> = matches(&SHARE, &passage.plain).map(|found| group(&found, 1)).collect();
        if shares.is_empty() {
            continue;
        }
        let all = quantities::quantities(context.word_lists(), &passage.plain);
        for share in shares.into_iter().filter(|share| text.mask_at(share.start).is_none()) {
            sentence(context, report, passage, &all, share);
        }
    }
    for table in Cells::all(context) {
        column(report, &table);
        beyond(report, &table);
    }
}

/// Whether a share is that of a part in a whole, but for one unit of its last place.
fn fits(share: Bilangan, part: f64, whole: f64) -> bool {
    let unit = 10f64.powi(-i32::try_from(share.places).unwrap_or_default());
    whole > 0.0 && (part / whole * 100.0 - share.real()).abs() <= unit * 1.001
}

/// "12 orang atau 30% dari 40 orang", "12 dari 40 orang (30%)".
fn sentence(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    all: &[Quantity],
    share: std::ops::Range<usize>,
) {
    let plain = &passage.plain;
    let Some(value) = plain[share.clone()].parse::<Bilangan>().ok() else { return };
    let before: Vec<&Quantity> = all.iter().filter(|one| one.range.end <= share.start).collect();
    let after = all.iter().find(|one| one.figure.start > share.end);
    let gap = |from: usize, to: usize| plain.get(from..to).unwrap_or_default();
    let is = |pattern: &Pattern, text: &str| pattern.as_ref().is_some_and(|pattern| pattern.is_match(text));
    let Some(near) = before.last().filter(|near| is(&GIVEN, gap(near.range.end, share.start))) else { return };
    // "paling sedikit 5 orang atau 10% dari …", "Rp5.000.000,00 atau 10% dari …" leave a choice.
    let choice = gap(near.range.end, share.start).contains("atau") && near.money;
    if near.loose(context.word_lists(), plain) || choice {
        return;
    }
    let whole_after = after.filter(|after| is(&WHOLE, gap(share.end, after.figure.start)));
    let whole_before = before.len().checked_sub(2).and_then(|at| before.get(at));
    let whole_before = whole_before.filter(|first| is(&OF, gap(first.range.end, near.figure.start)));
    let (part, whole) = match (whole_after, whole_before) {
        (Some(whole), _) => (*near, whole),
        (None, Some(part)) => (*part, *near),
        _ => return of_total(context, report, passage, near, (value, share)),
    };
    let alike = part.money == whole.money && (part.money || part.noun.iter().any(|word| whole.noun.contains(word)));
    if alike && !fits(value, part.value.real(), whole.value.real()) && whole.value.real() >= part.value.real() {
        let right = part.value.real() / whole.value.real() * 100.0;
        tell(report, context.place(passage.teks, share), value, right);
    }
}

/// "12 kursi atau 30% dari jumlah kursi": some number of seats that the decree names is the whole.
fn of_total(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    part: &Quantity,
    (value, share): (Bilangan, std::ops::Range<usize>),
) {
    let rest = passage.plain.get(share.end..).unwrap_or_default();
    let rest = rest.split([';', '.']).next().unwrap_or_default();
    let Some(found) = TOTAL.as_ref().and_then(|total| total.captures(rest)) else { return };
    let noun = &rest[group(&found, 1)];
    if part.money || part.head() != noun {
        return;
    }
    let named = context.in_decree().flat_map(|(other, _)| quantities::quantities(context.word_lists(), &other.plain));
    let mut wholes: Vec<f64> =
        named.filter(|one| one.head() == noun && one.value != part.value).map(|one| one.value.real()).collect();
    for table in Cells::all(context) {
        let columns = (0..table.width()).filter(|column| table.is_numeric(*column));
        wholes.extend(columns.filter_map(|column| table.sum(column)).map(Bilangan::real));
    }
    wholes.retain(|whole| *whole > part.value.real());
    wholes.sort_by(f64::total_cmp);
    if let (Some(whole), false) = (wholes.first(), wholes.iter().any(|whole| fits(value, part.value.real(), *whole))) {
        let message = format!("{value}% bukan bagian {} dari bilangan yang disebut, misalnya {whole}", part.value);
        report
            .at(context.place(passage.teks, share), message)
            .hint("periksa persentase dan bilangan di sampingnya")
            .unsure();
    }
}

fn tell(report: &mut Report<'_>, span: naskah_core::diag::Span, value: Bilangan, right: f64) {
    let right = format!("{right:.*}", value.places.max(1) as usize).replace('.', ",");
    report
        .at(span, format!("tertulis {value}%, menurut hitungan {right}%"))
        .hint("periksa persentase dan bilangan di sampingnya");
}

/// A column of shares that in all rows but one are those of another column in its sum, or of two columns.
fn column(report: &mut Report<'_>, table: &Cells<'_>) {
    let raw: Vec<String> = table.table.columns.iter().map(|column| column.judul.as_plain().to_lowercase()).collect();
    for (at, head) in raw.iter().enumerate() {
        let signed = || table.plain().all(|line| line.text(at).trim_end().ends_with('%'));
        let shares = head.contains("persen") || head.trim_end_matches([' ', ')']).ends_with('%') || signed();
        if !shares || table.plain().any(|line| share_of(line, at).is_none()) || table.plain().count() < 3 {
            continue;
        }
        let others: Vec<usize> = (0..table.width()).filter(|other| *other != at && table.is_numeric(*other)).collect();
        let mut found: Vec<Vec<(naskah_core::diag::Span, Bilangan, f64)>> = Vec::new();
        for part in &others {
            let sum = table.sum(*part).map(Bilangan::real);
            found.extend(sum.map(|sum| misfits(table, at, *part, |_| sum)));
            for whole in others.iter().filter(|whole| *whole != part) {
                found.push(misfits(table, at, *part, |line| {
                    line.number(*whole).map(Bilangan::real).unwrap_or_default()
                }));
            }
        }
        if let Some([(span, value, right)]) = found.iter().min_by_key(|odd| odd.len()).map(Vec::as_slice) {
            tell(report, *span, *value, *right);
        }
    }
}

/// The one share of more than all, in a column whose head tells of no growth or result that may be more.
fn beyond(report: &mut Report<'_>, table: &Cells<'_>) {
    let free = ["partisipasi", "kehadiran", "persentase", "bobot"];
    for (at, column) in table.table.columns.iter().enumerate() {
        let head = column.judul.as_plain().to_lowercase();
        let share = head.contains('%') && free.iter().any(|word| head.contains(word));
        let values: Option<Vec<_>> = table.plain().map(|line| Some((share_of(line, at)?, line.span(at)?))).collect();
        let Some(values) = values.filter(|values| share && values.len() > 3) else { continue };
        let all = Bilangan { digits: 100, places: 0 };
        let beyond: Vec<_> = values.iter().filter(|(value, _)| value.exceeds(all)).collect();
        if let [(value, span)] = beyond[..] {
            report
                .at(*span, format!("{value}% lebih dari seluruhnya, sedangkan baris lain tidak"))
                .hint("apakah komanya tertinggal?");
        }
    }
}

/// The share of a cell: a number, or one with its sign.
fn share_of(line: &Line<'_>, column: usize) -> Option<Bilangan> {
    let signed = || line.text(column).trim().strip_suffix('%')?.trim_end().parse().ok();
    line.number(column).or_else(signed)
}

/// The shares of a column that are not those of a part in a whole.
fn misfits(
    table: &Cells<'_>,
    share: usize,
    part: usize,
    whole: impl Fn(&Line<'_>) -> f64,
) -> Vec<(naskah_core::diag::Span, Bilangan, f64)> {
    let odd = table.plain().filter_map(|line| {
        let (value, part, whole) = (share_of(line, share)?, line.number(part)?.real(), whole(line));
        (!fits(value, part, whole)).then(|| Some((line.span(share)?, value, part / whole * 100.0)))?
    });
    odd.collect()
}
