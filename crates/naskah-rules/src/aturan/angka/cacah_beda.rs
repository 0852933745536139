//! How many a sentence says there are, beside the list or the table that shows them.

use std::collections::BTreeSet;

use naskah_core::decree::Bilangan;
use naskah_core::language::WordList;
use naskah_core::language::numerals::dari_terbilang;
use naskah_core::language::patterns::{Pattern, group, occurs, pattern};
use naskah_core::language::words::{fold, has_word, shortly_before};

use crate::parts::quantities::{self, Quantity};
use crate::parts::table_counts::{self, Counts};
use crate::words::Text;
use crate::{Context, List, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Banyaknya yang disebut sama dengan butir atau baris tabelnya
    ///
    /// “Terdiri atas 5 (lima) orang” di atas empat butir, atau jumlah pemilih dalam diktum yang bukan jumlah pada tabel
    /// lampiran, membuat keputusan menetapkan dua angka. Tabel dibandingkan menurut kepala kolomnya; batas (“paling
    /// sedikit”) dan jumlah untuk masing-masing tidak dihitung.
    ///
    /// Sumber: hitungan.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - teks: Hari kerja terdiri atas 3 (tiga) hari
    ///     rincian: [hari Senin, hari Selasa]
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Hari kerja sebagaimana dimaksud dalam Diktum KESATU berlaku bagi petugas yang tersebar di 3 (tiga) kecamatan.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Petugas, isi: bilangan}]
    ///       baris: [[Ungaran Barat, 12], [Ungaran Timur, 11]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Hari kerja sebagaimana dimaksud dalam Diktum KESATU berlaku bagi petugas yang tersebar di 2 (dua) kecamatan.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Petugas, isi: bilangan}]
    ///       baris: [[Ungaran Barat, 12], [Ungaran Timur, 11]]
    /// ```
    "K806" "cacah-beda" Peringatan since "0.4.0" => check
}

const OPENS: &str = r"(?i)\b(?:{sebelum-cacah})\s+(?:[a-z]{2,7}\s+)?$";
static VOTES: Pattern = Pattern::new(|| pattern(r"(?i)\b(?:memperoleh|mendapat|mendapatkan|meraih)\s+$"));
static CLOSES: Pattern = Pattern::new(|| {
    pattern(r"(?i)^\s*,?\s*(?:yaitu|yakni|(?:sebagai\s+)?berikut|meliputi|terdiri\s+[a-z]{4})?\s*:?\s*$")
});
static LISTED: Pattern =
    Pattern::new(|| pattern(r"(?i)\b(?:yaitu|yakni|sebagai\s+berikut|meliputi|terdiri\s+(?:atas|dari))\s*:?\s*$"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for list in &context.lists {
        listed(context, report, list);
        listed_in_words(context, report, list);
    }
    let tables = table_counts::counts(context);
    if tables.is_empty() {
        return;
    }
    let counts = |part: Part| matches!(part, Part::Diktum(_) | Part::Menimbang(_));
    for (passage, text) in context.worded().filter(|(passage, _)| counts(passage.part)) {
        for one in quantities::quantities(context.word_lists(), &passage.plain) {
            tabled(context, report, (passage, text), &one, &tables);
        }
    }
}

/// Whether a word that opens a count stands right before a quantity.
fn opened(context: &Context<'_>, text: &str, one: &Quantity) -> bool {
    context.word_lists().pattern(OPENS).is_some_and(|opens| opens.is_match(shortly_before(text, one.figure.start)))
}

/// A time or a share is no number of items.
fn measures(context: &Context<'_>, one: &Quantity) -> bool {
    one.money || one.value.places > 0 || context.word_lists().has(WordList::UkuranBukanCacah, one.head())
}

/// The list under a sentence that ends with how many there are.
fn listed(context: &Context<'_>, report: &mut Report<'_>, list: &List<'_>) {
    let lists = context.word_lists();
    let text = list.lead.as_plain();
    let Some(one) = quantities::quantities(lists, &text).into_iter().last() else { return };
    let after = text.get(one.range.end..).unwrap_or_default();
    let bound = opened(context, &text, &one) || occurs(&LISTED, &text);
    let hours = measures(context, &one) && one.head() != "hari";
    if !occurs(&CLOSES, after) || !bound || hours || one.loose(lists, &text) || !list.rincian.kutipan.is_empty() {
        return;
    }
    let items = &list.rincian.butir;
    let first = |text: &str| quantities::quantities(lists, text).into_iter().next().filter(|one| one.range.start < 3);
    let parts: Vec<Option<Quantity>> = items.iter().map(|item| first(&item.teks.as_plain())).collect();
    let parts: Vec<Quantity> = parts.into_iter().flatten().collect();
    let sum = quantities::sum(&parts).filter(|_| parts.len() == items.len());
    let count = Bilangan { digits: items.len() as i128, places: 0 };
    let value = one.value.without_zeros();
    if value == count || sum == Some(value) {
        return;
    }
    let (message, hint) = match sum {
        Some(sum) => (format!("tertulis {value}, jumlah butirnya {sum}"), "periksa jumlah dan butir-butirnya"),
        None => (format!("tertulis {value}, butirnya {count}"), "samakan bilangan dengan banyaknya butir"),
    };
    let finding = report.at(context.place(list.lead, one.figure.clone()), message).hint(hint);
    // One item may be about several persons.
    if one.persons(lists) && sum.is_none() && items.len() < value.digits.unsigned_abs() as usize {
        finding.unsure();
    }
}

const IN_WORDS: &str = concat!(
    r"\b(?:{sebelum-cacah}|dalam|atas)\s+([a-z]+)\s+([a-z]+),?",
    r"\s+(?:yaitu|yakni|sebagai\s+berikut|meliputi)\s*:?\s*$"
);

/// "dalam empat tahap, yaitu" above three items.
fn listed_in_words(context: &Context<'_>, report: &mut Report<'_>, list: &List<'_>) {
    let (lead, count) = (list.lead.as_plain(), list.rincian.butir.len());
    let Some(found) = context.word_lists().pattern(IN_WORDS).and_then(|words| words.captures(&lead)) else { return };
    let (said, noun) = (group(&found, 1), group(&found, 2));
    let measured = context.word_lists().has(WordList::UkuranBukanCacah, &lead[noun]);
    let value = dari_terbilang(&lead[said.clone()]).filter(|value| *value > 1);
    if !measured && list.rincian.kutipan.is_empty() && value.is_some_and(|value| value != count as u64) {
        let message = format!("tertulis {}, butirnya {count}", &lead[said.clone()]);
        report.at(context.place(list.lead, said), message).hint("samakan kata bilangan dengan banyaknya butir");
    }
}

/// A number that a table has of what is counted.
struct Shown<'t> {
    value: Bilangan,
    /// What it is called there.
    head: String,
    /// What its column or the table has of it besides.
    others: &'t BTreeSet<i128>,
    /// Every number of the table.
    all: &'t BTreeSet<i128>,
}

/// A count that no table shows, though one counts the same.
fn tabled(
    context: &Context<'_>,
    report: &mut Report<'_>,
    (passage, text): (&Passage<'_>, &Text),
    one: &Quantity,
    tables: &[Counts],
) {
    let (plain, lists) = (&passage.plain, context.word_lists());
    let value = one.value.without_zeros();
    let both = plain.contains("sah dan tidak sah") || plain.contains("sah dan suara tidak sah");
    let is_diktum = matches!(passage.part, Part::Diktum(_));
    let votes = one.head() == "suara" && occurs(&VOTES, shortly_before(plain, one.figure.start));
    // In words too beside what the lampiran has, it is a count whatever stands before it.
    let formal = plain[one.figure.clone()].ends_with(')') && (plain.contains("Lampiran") || !is_diktum);
    let opened = opened(context, plain, one) || votes;
    if both
        // So many for each are no sum.
        || one.each(plain)
        || text.mask_at(one.figure.start).is_some()
        || measures(context, one)
        || one.loose(lists, plain)
        || !(formal || opened && is_diktum)
    {
        return;
    }
    let points = is_diktum && (plain.contains("Lampiran") || plain.contains("Diktum KE"));
    let mut wanted = meant(context, plain, one, tables);
    // Without a word that counts, or before what is decided, only a number near it is the same one.
    let near = |other: Bilangan| {
        let (a, b) = (other.digits, value.digits);
        other.places == value.places && (a - b).abs() <= 2.max(a.min(b) / 5)
    };
    wanted.retain(|shown| is_diktum && opened || near(shown.value));
    let Some(first) = wanted.first() else { return };
    let known = |others: &BTreeSet<i128>| value.places == 0 && others.contains(&value.digits);
    if wanted.iter().any(|shown| shown.value == value || known(shown.others)) {
        return;
    }
    let single = wanted.iter().all(|other| other.value == first.value && !known(other.all));
    let message = format!("tertulis {value}, menurut tabel {} {}", first.head, first.value);
    let finding = report
        .at(context.place(passage.teks, one.figure.clone()), message)
        .hint("samakan bilangan ini dengan lampirannya");
    let named = one.head() == "suara" && is_diktum;
    if !(points || named) || !single || !opened {
        finding.unsure();
    }
}

/// What the tables have of what is counted.
fn meant<'t>(context: &Context<'_>, plain: &str, one: &Quantity, tables: &'t [Counts]) -> Vec<Shown<'t>> {
    let noun = one.noun.join(" ");
    let names = names(context, &noun);
    let before = shortly_before(plain, one.figure.start).to_lowercase();
    let subject = fold(before.rsplit([',', ';']).next().unwrap_or_default());
    let mut found = Vec::new();
    for table in tables {
        let columns =
            table.columns.iter().filter(|count| names.iter().any(|name| has_word(&count.head, &[name.as_str()])));
        let mut own: Vec<_> = columns.map(|count| shown(table, count)).collect();
        let sexed = ["laki", "perempuan", "pria", "wanita"];
        let after = plain.get(one.range.end..).unwrap_or_default().trim_start();
        if !sexed.iter().any(|word| noun.contains(word) || after.starts_with(word) || has_word(&subject, &[word])) {
            own = entire(own);
        }
        if let (true, Some(unit)) =
            (own.is_empty(), one.noun.first().filter(|noun| ["unit", "buah"].contains(&noun.as_str())))
        {
            let units = table.columns.iter().filter(|count| count.sum && has_word(&count.head, &[unit.as_str()]));
            own.extend(units.map(|count| shown(table, count)));
        }
        if own.is_empty() && ["orang", "lembar", "suara", "jiwa"].contains(&one.head()) {
            own = named_before(table, &subject);
        }
        let sex = ["laki-laki", "perempuan", "pria", "wanita", "pemilih"].contains(&one.head());
        if own.is_empty() && one.persons(context.word_lists()) && !sex {
            // So many more or fewer are others.
            let near = |rows: &usize| {
                let rows = *rows as i128;
                one.value.places == 0 && one.value.digits <= rows * 2 && one.value.digits * 2 >= rows
            };
            let rows = table.persons.filter(near).map(|rows| Bilangan { digits: rows as i128, places: 0 });
            let all = &table.all;
            own.extend(rows.map(|value| Shown { value, head: "baris".to_owned(), others: all, all }));
        }
        found.extend(own);
    }
    found
}

/// "Jumlah pemilih … sebanyak 4.830 orang": what is counted is named before.
fn named_before<'t>(table: &'t Counts, subject: &str) -> Vec<Shown<'t>> {
    let subject_of = |count: &&table_counts::Count| {
        let telling = |word: &&str| word.len() > 2 || word.parse::<u8>().is_ok();
        let plain = ["jumlah", "total", "perolehan", "suara"];
        let head = count.head.split(' ').filter(telling).filter(|word| !plain.contains(word));
        let mut words = head.peekable();
        let other = has_word(subject, &["tidak"]) != has_word(&count.head, &["tidak"]);
        !other && words.peek().is_some() && words.all(|word| has_word(subject, &[word]))
    };
    let sums = table.columns.iter().filter(|count| count.sum).filter(subject_of);
    sums.map(|count| shown(table, count)).collect()
}

/// Of columns that count the same in parts, men and women, the one that counts them all.
fn entire(columns: Vec<Shown<'_>>) -> Vec<Shown<'_>> {
    let digits: Vec<i128> = columns.iter().map(|shown| shown.value.digits).collect();
    let parts = |whole: i128| digits.iter().enumerate().any(|(at, a)| digits[at + 1..].iter().any(|b| a + b == whole));
    let whole = |shown: &&Shown<'_>| shown.value.places == 0 && parts(shown.value.digits);
    match columns.iter().filter(whole).map(|shown| shown.value.digits).max() {
        Some(most) => columns.into_iter().filter(|shown| shown.value.digits == most).take(1).collect(),
        None => columns,
    }
}

/// A count of a column with what the table shows of it besides.
fn shown<'t>(table: &'t Counts, count: &'t table_counts::Count) -> Shown<'t> {
    let head = format!("kolom {}", count.head);
    Shown { value: count.value.without_zeros(), head, others: &count.others, all: &table.all }
}

/// What is counted, also by its abbreviation: "tempat pemungutan suara" is TPS.
fn names(context: &Context<'_>, noun: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let head = noun.split(' ').next().unwrap_or_default();
    let general = ["orang", "lembar", "suara", "buah", "unit"];
    if !head.is_empty() && !general.contains(&head) {
        names.push(fold(head));
    }
    let short = context.catalog.kata().singkatan.iter();
    names.extend(
        short
            .filter(|(_, meanings)| meanings.iter().any(|meaning| noun.starts_with(&meaning.panjang.to_lowercase())))
            .map(|(short, _)| short.to_lowercase()),
    );
    if names.len() > 1 {
        // "tempat" alone says nothing where the abbreviation is meant.
        names.remove(0);
    }
    names
}
