//! How many a sentence says there are, beside the list or the table that shows them.

use std::collections::BTreeSet;

use naskah_core::decree::Bilangan;
use naskah_core::language::WordList;
use naskah_core::language::patterns::{Pattern, occurs, pattern};
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
    }
    let tables = table_counts::counts(context);
    if tables.is_empty() {
        return;
    }
    for (passage, text) in context.worded().filter(|(passage, _)| matches!(passage.part, Part::Diktum(_))) {
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

/// A count in a diktum that no table shows, though one counts the same.
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
    if both
        || text.mask_at(one.figure.start).is_some()
        || measures(context, one)
        || one.loose(lists, plain)
        || !(opened(context, plain, one)
            || one.head() == "suara" && occurs(&VOTES, shortly_before(plain, one.figure.start)))
    {
        return;
    }
    let points = plain.contains("Lampiran") || plain.contains("Diktum KE");
    let wanted = meant(context, plain, one, tables);
    let Some((right, head, _)) = wanted.first() else { return };
    let single = wanted.iter().all(|(other, ..)| other == right);
    let known = |others: &BTreeSet<i128>| value.places == 0 && others.contains(&value.digits);
    if wanted.iter().any(|(right, _, others)| *right == value || known(others)) {
        return;
    }
    let finding = report
        .at(context.place(passage.teks, one.figure.clone()), format!("tertulis {value}, menurut tabel {head} {right}"))
        .hint("samakan bilangan ini dengan lampirannya");
    let named = one.head() == "suara" && matches!(passage.part, Part::Diktum(_));
    if !(points || named) || !single {
        finding.unsure();
    }
}

/// What the tables have of what is counted, each with what it is called there and what else the table shows of it.
fn meant(
    context: &Context<'_>,
    plain: &str,
    one: &Quantity,
    tables: &[Counts],
) -> Vec<(Bilangan, String, BTreeSet<i128>)> {
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
        if !sexed.iter().any(|word| noun.contains(word) || after.starts_with(word)) {
            own = entire(own);
        }
        if own.is_empty() && ["orang", "lembar", "suara"].contains(&one.head()) {
            // "Jumlah pemilih … sebanyak 4.830 orang": what is counted is named before.
            let sums = table.columns.iter().filter(|count| count.sum);
            let subject_of = |count: &&table_counts::Count| {
                let telling = |word: &&str| word.len() > 3 || word.parse::<u8>().is_ok();
                let plain = ["jumlah", "total", "perolehan", "suara"];
                let head = count.head.split(' ').filter(telling).filter(|word| !plain.contains(word));
                let mut words = head.peekable();
                words.peek().is_some() && words.all(|word| has_word(&subject, &[word]))
            };
            own = sums.filter(subject_of).map(|count| shown(table, count)).collect();
        }
        let sex = ["laki-laki", "perempuan", "pria", "wanita", "pemilih"].contains(&one.head());
        if own.is_empty() && one.persons(context.word_lists()) && !sex {
            // So many more or fewer are others.
            let near = |rows: &usize| {
                let rows = *rows as i128;
                one.value.places == 0 && one.value.digits <= rows * 2 && one.value.digits * 2 >= rows
            };
            let rows = table.persons.filter(near).map(|rows| Bilangan { digits: rows as i128, places: 0 });
            own.extend(rows.map(|rows| (rows, "baris".to_owned(), table.all.clone())));
        }
        found.extend(own);
    }
    found
}

/// Of columns that count the same in parts, men and women, the one that counts them all.
fn entire(columns: Vec<(Bilangan, String, BTreeSet<i128>)>) -> Vec<(Bilangan, String, BTreeSet<i128>)> {
    let digits: Vec<i128> = columns.iter().map(|(value, ..)| value.digits).collect();
    let parts = |whole: i128| digits.iter().enumerate().any(|(at, a)| digits[at + 1..].iter().any(|b| a + b == whole));
    match columns.iter().filter(|(value, ..)| value.places == 0 && parts(value.digits)).max_by_key(|one| one.0.digits) {
        Some((value, head, _)) => vec![(*value, head.clone(), BTreeSet::new())],
        None => columns,
    }
}

/// A count of a column with what the table shows of it besides.
fn shown(table: &Counts, count: &table_counts::Count) -> (Bilangan, String, BTreeSet<i128>) {
    let others = if count.sum { table.all.clone() } else { count.others.clone() };
    (count.value.without_zeros(), format!("kolom {}", count.head), others)
}

/// What is counted, also by its abbreviation: "tempat pemungutan suara" is TPS.
fn names(context: &Context<'_>, noun: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let head = noun.split(' ').next().unwrap_or_default();
    let general = ["orang", "lembar", "suara", "buah", "unit"];
    if !head.is_empty() && !general.contains(&head) {
        names.push(head.to_owned());
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
