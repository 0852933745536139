//! Numbers of a diktum beside those that a row, a column or the sums of a table or list have.

use std::ops::Range;

use naskah_core::decree::{Bilangan, Butir};
use naskah_core::language::numerals::nama_diktum;
use naskah_core::language::patterns::{Pattern, group, occurs, pattern};
use naskah_core::language::words::{clause_before, fold, has_word};
use naskah_core::language::{WordList, WordLists};

use crate::parts::cells::{Cells, Line};
use crate::parts::lampiran_mentions;
use crate::parts::quantities::{self, Quantity};
use crate::parts::table_counts;
use crate::words::Text;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Bilangan dalam diktum sama dengan bilangan pada baris, kolom, atau rincian yang dimaksud
    ///
    /// Bilangan yang disebut untuk satu baris lampiran (“Kecamatan Bergas sebanyak 12 orang”), jumlah uang seluruhnya,
    /// banyaknya orang dengan kedudukan tertentu, banyaknya wilayah, dan jumlah rincian diktum lain dibandingkan dengan
    /// sumbernya.
    ///
    /// Sumber: hitungan.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Hari kerja sebagaimana dimaksud dalam Diktum KESATU dijaga di Kecamatan Bergas oleh 12 (dua belas) petugas.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Petugas, isi: bilangan}]
    ///       baris: [[Bergas, 10], [Bawen, 11]]
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - teks: Petugas hari kerja ditempatkan di
    ///     rincian: [Kecamatan Bergas sebanyak 4 (empat) orang, Kecamatan Bawen sebanyak 3 (tiga) orang]
    ///   - Petugas hari kerja sebagaimana dimaksud dalam Diktum KEDUA seluruhnya berjumlah 8 (delapan) orang.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Hari kerja sebagaimana dimaksud dalam Diktum KESATU dijaga di Kecamatan Bergas oleh 10 (sepuluh) petugas.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Petugas, isi: bilangan}]
    ///       baris: [[Bergas, 10], [Bawen, 11]]
    /// ```
    "K813" "nilai-lampiran-beda" Peringatan since "0.4.0" => check
}

static ALL: Pattern = Pattern::new(|| pattern(r"\b(?:seluruhnya|keseluruhan|total|(?:ber)?jumlah)\b[^,;]*$"));
static DETAILS: Pattern = Pattern::new(|| {
    pattern(r"(?i)^[^.;]*?\b(?:rincian|perincian|dirinci|sebagaimana\s+tercantum)\b[^.;]*\bLampiran\b")
});
static BELOW: Pattern = Pattern::new(|| {
    pattern(r"(?i)^[^.;]*\b(?:rincian|perincian|terdiri\s+(?:atas|dari)|meliputi|yaitu|untuk)\b[^.;]*$")
});
static WHERE: Pattern = Pattern::new(|| pattern(r"\b(?:d(?:i|ari|alam)|bagi|untuk|pada)\s*$"));
static LAST: Pattern = Pattern::new(|| pattern(r"([0-9][0-9.]*)\s*(?:\([a-z\s]+\))?\s*([a-z-]*)[a-z\s]*$"));

/// A number in a diktum, with what it needs to be judged.
struct Said<'s, 'a> {
    passage: &'s Passage<'a>,
    one: &'s Quantity,
    /// The words of its clause, back to the number before.
    before: Range<usize>,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    details(context, report);
    let tables = Cells::all(context);
    let sums = sums_of_lists(context);
    if tables.is_empty() && sums.is_empty() {
        return;
    }
    let counts = std::cell::OnceCell::new();
    let counts = || counts.get_or_init(|| table_counts::counts(context));
    for (passage, text) in context.worded().filter(|(passage, _)| matches!(passage.part, Part::Diktum(_))) {
        let all = quantities::quantities(context.word_lists(), &passage.plain);
        let known = |one: &Quantity| one.value.without_zeros().places == 0;
        let shown = |value: i128| counts().iter().any(|table| table.all.contains(&value));
        let others = |at: usize| {
            all.iter()
                .enumerate()
                .any(|(other, one)| other != at && known(one) && shown(one.value.without_zeros().digits))
        };
        for (at, one) in all.iter().enumerate() {
            let from = at.checked_sub(1).and_then(|before| all.get(before)).map_or(0, |before| before.range.end);
            let said = Said { passage, one, before: from..one.figure.start };
            let free = text.mask_at(one.figure.start).is_none();
            if free && tables.iter().any(|table| of_post(context, report, &said, table)) {
                continue;
            }
            if skipped(context, text, &said) {
                continue;
            }
            let beside = others(at);
            let tied = passage.plain.contains("Diktum KE") || passage.plain.contains("Lampiran") || beside;
            let told = listed(context, report, &said, &sums)
                || tables.iter().any(|table| of_row(context, report, &said, table, tied));
            if told {
                continue;
            }
            let strange = |own: usize| !known(one) || !counts()[own].all.contains(&one.value.without_zeros().digits);
            of_columns(context, report, &said, &tables, &all, (tied, beside), strange);
        }
    }
}

/// What the columns of the one table have of a number, or of the one that is named.
fn of_columns(
    context: &Context<'_>,
    report: &mut Report<'_>,
    said: &Said<'_, '_>,
    tables: &[Cells<'_>],
    all: &[Quantity],
    (tied, beside): (bool, bool),
    strange: impl Fn(usize) -> bool,
) {
    let own = of_lampiran(context, said.passage, tables).or_else(|| of_amounts(said, tables));
    let own = own.filter(|_| tables.len() > 1);
    if let Some(own) = own.filter(|own| strange(*own)) {
        money(context, report, said, &tables[own], all, tied);
    }
    if let [table] = tables {
        let _ = persons(context, report, said, table, all, tied)
            || columns_of(context, report, said, table, tied)
            || strange(0) && beside && totals(context, report, said, table)
            || strange(0) && money(context, report, said, table, all, tied)
            || strange(0) && places(context, report, said, table, beside);
    }
}

/// The one table of the one lampiran that a text names by its number.
fn of_lampiran(context: &Context<'_>, passage: &Passage<'_>, tables: &[Cells<'_>]) -> Option<usize> {
    let mentions = lampiran_mentions::lampiran(context);
    let own = mentions.iter().filter(|mention| std::ptr::eq(mention.passage, passage));
    let numbers: Vec<usize> = own.flat_map(|mention| mention.numbers.iter().copied()).collect();
    let [number] = numbers[..] else { return None };
    let mut of = (0..tables.len()).filter(|at| tables[*at].table.lampiran + 1 == number);
    of.next().filter(|_| of.next().is_none())
}

/// The one table whose column of amounts a sentence names: "nilai perolehan".
fn of_amounts(said: &Said<'_, '_>, tables: &[Cells<'_>]) -> Option<usize> {
    let before = said.passage.plain.get(..said.one.figure.start)?;
    let named = |table: &Cells<'_>| amounts(table).is_some_and(|column| is_named(before, &table.heads[column]));
    let mut own = (0..tables.len()).filter(|at| said.one.money && named(&tables[*at]));
    own.next().filter(|_| own.next().is_none())
}

/// Whether a text names the head of a column of amounts, which says more than one word: "nilai perolehan".
fn is_named(text: &str, head: &str) -> bool {
    let head = head.trim_end_matches(" rp");
    head.contains(' ') && has_word(&fold(text), &[head])
}

/// Whether a number is a bound, a part of a title, or meant for each of several.
fn skipped(context: &Context<'_>, text: &Text, said: &Said<'_, '_>) -> bool {
    let plain = &said.passage.plain;
    text.mask_at(said.one.figure.start).is_some() || said.one.loose(context.word_lists(), plain) || said.one.each(plain)
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, said: &Said<'_, '_>, right: Bilangan, of: &str, sure: bool) {
    let value = said.one.value.without_zeros();
    let finding = report
        .at(
            context.place(said.passage.teks, said.one.figure.clone()),
            format!("tertulis {value}, menurut {of} {right}"),
        )
        .hint("samakan kedua bilangan itu");
    if !sure {
        finding.unsure();
    }
}

/// A list whose items each say how many: its diktum, the sum, what is counted.
fn sums_of_lists(context: &Context<'_>) -> Vec<(usize, Bilangan, String)> {
    let lists = context.word_lists();
    let mut found = Vec::new();
    for list in &context.lists {
        let (Part::Diktum(diktum), 0) = (list.part, list.depth) else { continue };
        let parts: Option<Vec<(Bilangan, String)>> =
            list.rincian.butir.iter().map(|item| last_number(lists, item)).collect();
        let Some(parts) = parts.filter(|parts| parts.len() > 1) else { continue };
        let noun = parts[0].1.clone();
        let sum = parts.iter().try_fold(Bilangan::NOL, |sum, part| sum.plus(part.0));
        if let (Some(sum), true) = (sum, parts.iter().all(|part| part.1 == noun)) {
            found.push((diktum, sum.without_zeros(), noun));
        }
    }
    found
}

/// The number at the end of an item that has one number, with the word for what is counted.
fn last_number(lists: &WordLists, item: &Butir) -> Option<(Bilangan, String)> {
    let text = item.teks.as_plain();
    let found = LAST.as_ref()?.captures(&text)?;
    let before = text.get(..group(&found, 1).start)?.trim_end();
    // "nomor urut 2" tells which one is meant.
    let mut numbers = before.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
    let labelled = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit()) || is_labelled(&text[..at]);
    let whole = item.rincian.is_none() && numbers.all(labelled);
    let value = text[group(&found, 1)].trim_end_matches('.').parse().ok()?;
    let measured = before.ends_with(['.', '/']) || before.ends_with("Rp");
    let named = ["berjumlah", "mendapat", "mendapatkan"].iter().any(|word| before.ends_with(word));
    let counted = named || before.ends_with(':') || lists.ends(WordList::PenghubungNilai, &before.to_lowercase());
    (whole && counted && !measured && fold(before).split(' ').count() > 1)
        .then(|| (value, text[group(&found, 2)].to_lowercase()))
}

/// Whether the number behind a text is that of one of several.
fn is_labelled(before: &str) -> bool {
    ["nomor urut", "nomor", "calon"].iter().any(|word| before.trim_end().to_lowercase().ends_with(word))
}

/// "sebagaimana dimaksud dalam Diktum KEDUA seluruhnya sebanyak 12 orang": the list there has another sum.
fn listed(
    context: &Context<'_>,
    report: &mut Report<'_>,
    said: &Said<'_, '_>,
    sums: &[(usize, Bilangan, String)],
) -> bool {
    let plain = &said.passage.plain;
    let before = plain.get(said.before.clone()).unwrap_or_default().to_lowercase();
    let other = before.contains("tidak sah");
    if said.one.money || other || !ALL.as_ref().is_some_and(|all| all.is_match(&before)) {
        return false;
    }
    for (diktum, sum, noun) in sums {
        let named = nama_diktum(diktum + 1).is_some_and(|name| has_word(plain, &[format!("Diktum {name}")]));
        let one = plain.matches("Diktum ").count() == 1;
        let alike = noun.is_empty() || noun == said.one.head() || said.one.noun.contains(noun);
        if named && one && alike && *sum != said.one.value.without_zeros() {
            tell(context, report, said, *sum, "jumlah butir diktum itu", true);
            return true;
        }
    }
    false
}

/// "Kecamatan Bergas sebanyak 12 petugas": the row of that name has another number in the column of that name.
fn of_row(context: &Context<'_>, report: &mut Report<'_>, said: &Said<'_, '_>, table: &Cells<'_>, tied: bool) -> bool {
    let key = (0..table.width()).find(|column| table.is_worded(*column));
    let (Some(key), false) = (key, said.one.money) else { return false };
    let head = said.one.head();
    let columns: Vec<usize> = (0..table.width())
        .filter(|column| table.is_numeric(*column) && has_word(&table.heads[*column], &[head]))
        .collect();
    if columns.is_empty() || table.plain().count() < 2 || table.plain().any(|line| line.group > 0) {
        return false;
    }
    let clause = said.passage.plain.get(said.before.clone()).unwrap_or_default();
    let clause = clause.rsplit([',', ';']).next().unwrap_or_default();
    let named = |line: &&Line<'_>| {
        let name = line.text(key);
        let name = name.trim();
        name.len() > 3
            && name.starts_with(char::is_uppercase)
            && has_word(clause, &[name])
            // "Kota Sorong" is not the distrik Sorong.
            && !["Kota", "Kabupaten"].iter().any(|level| has_word(clause, &[format!("{level} {name}")]))
            && !context.kantor.wilayah.contains(name)
    };
    let rows: Vec<&Line<'_>> = table.plain().filter(named).collect();
    // The longest name counts: "Sungai Raya Dalam" holds "Sungai Raya".
    let [row] = rows[..] else { return false };
    let twins = table.plain().filter(|line| line.folded(key) == row.folded(key)).count();
    let value = said.one.value.without_zeros();
    let has = |column: usize| row.number(column).map(Bilangan::without_zeros) == Some(value);
    if twins > 1 || (0..table.width()).any(has) {
        return false;
    }
    let whole = columns.iter().find(|column| has_word(&table.heads[**column], &["jumlah", "total"]));
    let column = whole.or(columns.first().filter(|_| columns.len() == 1));
    let Some(right) = column.and_then(|column| row.number(*column)) else { return false };
    tell(context, report, said, right.without_zeros(), &format!("baris `{}`", row.text(key).trim()), tied);
    true
}

/// "Honorarium Ketua PPK ditetapkan sebesar Rp2.550.000,00": the row of that post has another amount in the column that is
/// named.
fn of_post(context: &Context<'_>, report: &mut Report<'_>, said: &Said<'_, '_>, table: &Cells<'_>) -> bool {
    let lists = context.word_lists();
    let key = (0..table.width()).find(|column| table.is_worded(*column));
    let Some(key) = key.filter(|_| said.one.money && table.plain().all(|line| line.group == 0)) else { return false };
    let clause = said.passage.plain.get(said.before.clone()).unwrap_or_default();
    let mut clause = fold(clause.rsplit([';', ':']).next().unwrap_or_default());
    while let Some((rest, last)) = clause.rsplit_once(' ') {
        if last != "ditetapkan" && !lists.has(WordList::PenghubungNilai, last) {
            break;
        }
        clause.truncate(rest.len());
    }
    let ends = |line: &&Line<'_>| {
        let name = line.folded(key);
        name.contains(' ') && clause.strip_suffix(name.as_str()).is_some_and(|rest| rest.ends_with(' '))
    };
    let rows: Vec<&Line<'_>> = table.plain().filter(ends).collect();
    let Some(row) = rows.iter().max_by_key(|line| line.folded(key).len()) else { return false };
    let twins = table.plain().filter(|line| line.folded(key) == row.folded(key)).count();
    let before = clause.strip_suffix(row.folded(key).as_str()).unwrap_or_default();
    let named = |column: &usize| {
        let head = table.heads[*column].split(' ').next().unwrap_or_default();
        table.is_numeric(*column) && has_word(before, &[head])
    };
    let columns: Vec<usize> = (0..table.width()).filter(named).collect();
    let value = said.one.value.without_zeros();
    let fits = |column: usize| {
        row.number(column).map(Bilangan::without_zeros).is_some_and(|own| {
            own == value || own.digits > 0 && own.places == 0 && value.digits % own.digits == 0 && own.digits > 9
        })
    };
    let ([column], 1, false) = (&columns[..], twins, (0..table.width()).any(fits)) else { return false };
    let Some(right) = row.number(*column).filter(|right| right.digits > 9_999) else { return false };
    tell(context, report, said, right.without_zeros(), &format!("baris `{}`", row.text(key).trim()), true);
    true
}

/// "seluruhnya sebesar Rp5.000.000,00", or the one amount whose details a lampiran has, beside the column of amounts.
fn money(
    context: &Context<'_>,
    report: &mut Report<'_>,
    said: &Said<'_, '_>,
    table: &Cells<'_>,
    all: &[Quantity],
    tied: bool,
) -> bool {
    let plain = &said.passage.plain;
    let before = clause_before(plain, said.one.figure.start);
    let after = plain.get(said.one.range.end..).unwrap_or_default();
    let detailed = occurs(&DETAILS, after) && all.iter().filter(|one| one.money).count() == 1;
    let Some(column) = amounts(table).filter(|_| said.one.money) else { return false };
    if !(detailed || occurs(&ALL, &before) || is_named(&before, &table.heads[column])) {
        return false;
    }
    let written = table.lines.iter().rev().find(|line| line.total).and_then(|line| line.number(column));
    let Some(right) = written.map(Bilangan::without_zeros).or_else(|| table.sum(column)) else { return false };
    let multiple = right.digits != 0 && said.one.value.without_zeros().digits % right.digits == 0;
    if !multiple && said.one.value.without_zeros() != right {
        tell(context, report, said, right, &format!("kolom {}", table.heads[column]), tied);
        return true;
    }
    false
}

/// The one column of amounts of money; beside prices that of their sums.
fn amounts(table: &Cells<'_>) -> Option<usize> {
    let large = |column: &usize| {
        let summed = table.table.columns.get(*column).is_none_or(|own| own.dijumlah);
        let large = table.sum(*column).is_some_and(|sum| sum.places == 0 && sum.digits >= 100_000);
        table.is_numeric(*column) && summed && large
    };
    let columns: Vec<usize> = (0..table.width()).filter(large).collect();
    let summed = |column: &usize| {
        has_word(&table.heads[*column], &["jumlah", "total"]) && !has_word(&table.heads[*column], &["satuan"])
    };
    let sums: Vec<usize> = columns.iter().copied().filter(summed).collect();
    match (&columns[..], &sums[..]) {
        ([column], _) | (_, [column]) => Some(*column),
        _ => None,
    }
}

/// The one amount of a sentence with its details in the list below: another sum there.
fn details(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    let amount = |text: &str| {
        let mut all = quantities::quantities(lists, text).into_iter().filter(|one| one.money);
        all.next().filter(|one| all.next().is_none() && !one.loose(lists, text))
    };
    for list in context.lists.iter().filter(|list| matches!(list.part, Part::Diktum(_)) && list.penutup.is_none()) {
        let text = list.lead.as_plain();
        let Some(one) = amount(&text).filter(|one| occurs(&BELOW, &text[one.range.end..])) else { continue };
        let items = &list.rincian.butir;
        let plain = |item: &Butir| item.rincian.is_none().then(|| item.teks.as_plain());
        let parts: Option<Vec<Quantity>> = items.iter().map(|item| amount(&plain(item)?)).collect();
        let Some(sum) = parts.filter(|parts| parts.len() > 1).and_then(|parts| quantities::sum(&parts)) else {
            continue;
        };
        let value = one.value.without_zeros();
        if value != sum && list.rincian.kutipan.is_empty() {
            report
                .at(
                    context.place(list.lead, one.figure.clone()),
                    format!("tertulis {value}, menurut jumlah butir diktum itu {sum}"),
                )
                .hint("samakan kedua bilangan itu");
        }
    }
}

/// "2 (dua) orang anggota" beside a column in which that post stands.
fn persons(
    context: &Context<'_>,
    report: &mut Report<'_>,
    said: &Said<'_, '_>,
    table: &Cells<'_>,
    all: &[Quantity],
    tied: bool,
) -> bool {
    let head = said.one.head();
    let value = said.one.value.without_zeros();
    if said.one.money || value.places > 0 || !said.one.persons(context.word_lists()) || head.len() < 4 {
        return false;
    }
    for column in (0..table.width()).filter(|column| table.is_worded(*column)) {
        let count = table.plain().filter(|line| line.folded(column) == head.replace('-', " ")).count();
        let mut kinds: Vec<String> = table.plain().map(|line| line.folded(column)).collect();
        let rows = kinds.len();
        kinds.sort_unstable();
        kinds.dedup();
        let right = Bilangan { digits: count as i128, places: 0 };
        // In a table of a few posts each stands for itself; so many more are others.
        // So many in each of several groups, unless the sentence counts all rows.
        let whole = all.iter().any(|one| one.value.without_zeros() == Bilangan { digits: rows as i128, places: 0 });
        let grouped = value.digits > 0 && right.digits % value.digits == 0 && !whole;
        if count > 0 && kinds.len() * 2 <= rows + 1 && !grouped && right != value && value.digits <= rows as i128 * 2 {
            tell(context, report, said, right, &format!("kolom {}", table.heads[column]), tied);
            return true;
        }
    }
    false
}

/// "dari 3 (tiga) kecamatan" beside a column of them.
fn places(context: &Context<'_>, report: &mut Report<'_>, said: &Said<'_, '_>, table: &Cells<'_>, tied: bool) -> bool {
    let plain = &said.passage.plain;
    let before = plain.get(..said.one.figure.start).unwrap_or_default().to_lowercase();
    let opened = WHERE.as_ref().is_some_and(|word| word.is_match(&before));
    let noun = said.one.noun.join(" ");
    if said.one.money
        || !opened
        || said.one.noun.is_empty()
        || context.word_lists().has(WordList::UkuranBukanCacah, said.one.head())
    {
        return false;
    }
    let heads = table.heads.iter().map(|head| head.strip_prefix("nama ").unwrap_or(head));
    let column = heads.enumerate().find(|(at, head)| {
        table.is_worded(*at) && (noun == *head || noun.strip_prefix(head).is_some_and(|rest| rest.starts_with(' ')))
    });
    let Some((column, head)) = column else { return false };
    let mut names: Vec<String> = table.plain().map(|line| line.folded(column)).collect();
    names.sort_unstable();
    names.dedup();
    let right = Bilangan { digits: names.len() as i128, places: 0 };
    if names.iter().any(String::is_empty) || names.len() < 2 || right == said.one.value.without_zeros() {
        return false;
    }
    tell(context, report, said, right, &format!("kolom {head}"), tied);
    true
}

/// "dalam 3 (tiga) daerah pemilihan" beside columns of numbers of that many: "Ungaran 1", "Ungaran 2".
fn columns_of(
    context: &Context<'_>,
    report: &mut Report<'_>,
    said: &Said<'_, '_>,
    table: &Cells<'_>,
    tied: bool,
) -> bool {
    let numbered = |head: &String| {
        let (name, number) = head.rsplit_once(' ')?;
        Some((name.to_owned(), number.parse::<usize>().ok()?))
    };
    let labels: Vec<(String, usize)> = table.heads.iter().filter_map(numbered).collect();
    let Some((name, _)) = labels.first() else { return false };
    let run = labels.iter().enumerate().all(|(at, (own, number))| own == name && *number == at + 1);
    let right = Bilangan { digits: labels.len() as i128, places: 0 };
    if said.one.noun.join(" ").starts_with("daerah pemilihan")
        && run
        && labels.len() > 1
        && right != said.one.value.without_zeros()
    {
        tell(context, report, said, right, &format!("kolom {name}"), tied);
        return true;
    }
    false
}

/// "kotak suara sebanyak 12 buah", "untuk 5 TPS" beside the sum of the column of that name, where the sentence has another
/// number of the table.
fn totals(context: &Context<'_>, report: &mut Report<'_>, said: &Said<'_, '_>, table: &Cells<'_>) -> bool {
    let plain = &said.passage.plain;
    let clause = plain.get(said.before.clone()).unwrap_or_default().to_lowercase();
    let clause = fold(clause.rsplit([',', ';']).next().unwrap_or_default());
    let classified = ["buah", "unit", "lembar", "set"].contains(&said.one.noun.first().map_or("", String::as_str));
    let counted =
        ["sebanyak", "sejumlah", "berjumlah"].iter().find_map(|word| clause.strip_suffix(word)).map(str::trim_end);
    let noun = said.one.noun.join(" ");
    let opened = WHERE.as_ref().is_some_and(|word| word.is_match(&clause));
    let named = |head: &str| {
        let rest = noun.strip_prefix(head).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let before = counted.is_some_and(|before| has_word(before, &[head]) && before.ends_with(head));
        (opened && rest) || (classified && head.contains(' ') && before)
    };
    let heads = table.heads.iter().map(|head| head.strip_prefix("jumlah ").unwrap_or(head));
    let columns: Vec<usize> =
        heads.enumerate().filter(|(at, head)| table.is_numeric(*at) && named(head)).map(|(at, _)| at).collect();
    let [column] = columns[..] else { return false };
    let Some(right) = table.sum(column).filter(|sum| *sum != said.one.value.without_zeros() && !said.one.money) else {
        return false;
    };
    tell(context, report, said, right, &format!("kolom {}", table.heads[column]), true);
    true
}
