//! Legal bases out of order.

use naskah_core::language::{WordList, WordLists};
use std::cmp::Ordering;
use std::collections::HashSet;

use crate::{Context, Report, declare_rule};
use naskah_core::catalog::Law;
use naskah_core::decree::keputusan::Dasar;
use naskah_core::diag::{Edit, Span};
use naskah_core::reading::citations::{self, Basis};

declare_rule! {
    /// Dasar hukum berurutan menurut tingkatnya, lalu menurut waktunya
    ///
    /// Mengingat memuat Undang-Undang Dasar, Ketetapan MPR, Undang-Undang dan Perppu, Peraturan Pemerintah, Peraturan
    /// Presiden, peraturan menteri dan lembaga, lalu Keputusan. Pada tingkat yang sama yang lebih dahulu diundangkan
    /// berdiri lebih dahulu.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; KMK 527/KMK.01/2022 Lampiran II butir 30.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat: [uu-7-2017, uu-30-2014]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat: [uu-30-2014, uu-7-2017, perpres-54-2018, pkpu-8-2019]
    /// ```
    "K301" "urutan-dasar" Peringatan since "0.2.0" => check
}

/// What decides the place of a basis.
struct Key<'b, 'a> {
    basis: &'b Basis<'a>,
    level: u8,
    law: Option<&'a Law>,
    year: i32,
    number: Option<u32>,
    body: String,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let citations = context.citations();
    let keys: Vec<Key<'_, '_>> = citations.bases.iter().flatten().filter_map(|basis| key(context, basis)).collect();
    // What is named twice, or stands beside the rule that it amends, is another rule's finding.
    let mut seen = HashSet::new();
    let keys: Vec<Key<'_, '_>> = keys
        .into_iter()
        .filter(|key| seen.insert(key.basis.kunci.as_str()) && citations::beside(context, key.basis).is_none())
        .collect();
    let kept = longest_chain(&keys);
    let mut cure = sorted(context, &keys);
    for (at, key) in keys.iter().enumerate().filter(|(at, _)| !kept.contains(at)) {
        let after = kept.iter().map(|at| (*at, &keys[*at])).find(|(other, k)| *other < at && order(key, k).is_lt());
        let before = kept.iter().map(|at| (*at, &keys[*at])).rfind(|(other, k)| *other > at && order(key, k).is_gt());
        let told = after.map(|(_, other)| (other, "sebelum")).or(before.map(|(_, other)| (other, "sesudah")));
        let Some((other, side)) = told else { continue };
        let remark = if side == "sebelum" {
            "yang seharusnya berdiri sesudahnya"
        } else {
            "yang seharusnya berdiri lebih dahulu"
        };
        let message = format!("{} seharusnya berdiri {side} {}", key.basis.nama, other.basis.nama);
        let why = match key.level == other.level {
            true => "peraturan yang setingkat diurutkan menurut waktu pengundangannya",
            false => "peraturan yang lebih tinggi tingkatnya berdiri lebih dahulu",
        };
        let found = report.at(key.basis.span, message).label(other.basis.span, remark);
        let found = found.hint(format!("pindahkan butir ini: {why}"));
        // The first finding bears the cure of all of them.
        std::mem::take(&mut cure).into_iter().fold(found, |found, edit| found.cure(Some(edit)));
    }
}

/// The edits that put the bases in order: none unless all of them are ids without a note or a comment beside them, each
/// with its place.
fn sorted(context: &Context<'_>, keys: &[Key<'_, '_>]) -> Vec<Edit> {
    let written = &context.keputusan.mengingat;
    let plain = written.iter().all(|basis| matches!(basis, Dasar::Id { catatan: None, .. }));
    let spans: Vec<Span> = keys.iter().map(|key| key.basis.span).collect();
    let Some(first) = spans.first().filter(|_| plain && keys.len() == written.len()) else { return Vec::new() };
    let text = context.files.text(first.file);
    let typed = |span: Span| text.get(span.start..span.end).unwrap_or_default();
    let between = |pair: &[Span]| match pair {
        [one, next] => text.get(one.end..next.start).is_some_and(|gap| !gap.contains(['#', '"', '\''])),
        _ => true,
    };
    if !spans.windows(2).all(between) || spans.iter().any(|span| span.file != first.file) {
        return Vec::new();
    }
    // Not every two bases can be told apart, so each goes behind the last one that it may not stand before.
    let mut wanted: Vec<&Key<'_, '_>> = Vec::new();
    for key in keys {
        let at = wanted.iter().rposition(|other| order(other, key).is_le()).map_or(0, |at| at + 1);
        wanted.insert(at, key);
    }
    let moved = spans.iter().zip(wanted).filter(|(span, key)| **span != key.basis.span);
    moved.map(|(span, key)| Edit { span: *span, text: typed(key.basis.span).to_owned() }).collect()
}

fn key<'b, 'a>(context: &Context<'a>, basis: &'b Basis<'a>) -> Option<Key<'b, 'a>> {
    if !basis.pasti {
        return None;
    }
    let cited = basis.cited.and_then(|at| context.citations().all.get(at));
    let (body, year, number) = match (basis.law, cited) {
        (Some(law), _) => (law.dasar.sebutan.clone(), law.dasar.tahun, citations::law_number(law)),
        (None, Some(cited)) => {
            let text = &context.passages.get(cited.passage)?.plain;
            (cited.sitasi.bentuk.baku.clone(), citations::year(&cited.sitasi), citations::number(&cited.sitasi, text))
        }
        _ => return None,
    };
    let number = number.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok();
    Some(Key { basis, level: level(context.word_lists(), &body)?, law: basis.law, year, number, body })
}

/// The level of a rule; `None` for those whose place is not settled.
fn level(lists: &WordLists, body: &str) -> Option<u8> {
    let mut levels = lists.pairs(WordList::TingkatPeraturan);
    levels.find(|(start, _)| body.starts_with(start)).and_then(|(_, level)| level.parse().ok())
}

/// The level of regulations of an area, of those of a ministry or commission, and of decrees.
const OF_AREA: u8 = 6;
const OF_BODY: u8 = 7;
const DECREE: u8 = 8;

/// Which of two stands first; equal where nothing tells.
fn order(a: &Key<'_, '_>, b: &Key<'_, '_>) -> Ordering {
    let same_body = a.body == b.body;
    // The law says of neither that it is the higher one.
    if a.level.max(b.level) == OF_BODY && a.level.min(b.level) == OF_AREA {
        return Ordering::Equal;
    }
    if a.level != b.level || (a.level == DECREE && !same_body) {
        return a.level.cmp(&b.level);
    }
    let days = (a.law.and_then(|law| law.dasar.tanggal), b.law.and_then(|law| law.dasar.tanggal));
    match days {
        (Some(x), Some(y)) => x.cmp(&y),
        _ if a.year != b.year => a.year.cmp(&b.year),
        _ if same_body && a.level != DECREE => a.number.cmp(&b.number),
        _ => Ordering::Equal,
    }
}

/// The places of the longest part that stands in order; of equal ones the one that comes first.
fn longest_chain(keys: &[Key<'_, '_>]) -> Vec<usize> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for key in keys {
        let mut own = (1, None);
        for (before, (length, _)) in best.iter().enumerate() {
            if length + 1 > own.0 && order(&keys[before], key).is_le() {
                own = (length + 1, Some(before));
            }
        }
        best.push(own);
    }
    let mut next = (0..best.len()).max_by_key(|at| (best[*at].0, std::cmp::Reverse(*at)));
    let mut chain = Vec::new();
    while let Some(at) = next {
        chain.push(at);
        next = best[at].1;
    }
    chain.reverse();
    chain
}
