//! A written sum that is not the sum.

use crate::parts::rows::{self, ColumnRole};
use crate::{Context, Report, TableView, declare_rule};
use naskah_core::decree::{Bilangan, IsiBaris, IsiKolom, Sel};
use naskah_core::diag::Span;
use naskah_core::language::words::fold;

declare_rule! {
    /// Jumlah yang ditulis sendiri sama dengan jumlah bilangannya
    ///
    /// Baris berjudul Jumlah atau Total dan kolom L+P atau Jumlah dihitung ulang. Baris `jumlah` dan `total` yang
    /// dihitung program selalu benar; lebih baik memakai itu. Kolom teks yang seluruhnya bilangan diperiksa juga.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: TPS, isi: bilangan}]
    ///       baris: [[Ungaran Barat, 120], [Ungaran Timur, 110], {sel: [Jumlah, 240], nomor: tidak}]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: TPS, isi: bilangan}]
    ///       baris: [[Ungaran Barat, 120], [Ungaran Timur, 110], {sel: [Jumlah, 230], nomor: tidak}]
    /// ```
    "K609" "jumlah-tidak-cocok" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in &context.tables {
        let roles = rows::roles(context, table);
        let sub = sub_rows(table);
        if thousands(report, table) {
            continue;
        }
        for (at, column) in table.columns.iter().enumerate() {
            let certain = column.isi == IsiKolom::Bilangan;
            let counted = !matches!(roles.get(at), Some(ColumnRole::Nomor | ColumnRole::Tahun | ColumnRole::Waktu));
            let head = fold(&column.judul.as_plain());
            let share = column.judul.as_plain().contains('%')
                || ["persen", "rata", "indeks", "nilai", "bobot"].iter().any(|word| head.contains(word));
            if counted && !share && (certain || is_numeric(table, at)) {
                match &sub {
                    Some(sub) => within_groups(report, table, at, sub, certain),
                    None => down(report, table, at, certain),
                }
            }
        }
        across(report, table);
        totals(report, table);
        products(report, table);
        closing_row(report, table, &roles);
    }
}

/// Whether thousands are written with commas, which read as decimals; told once. Mixed with smaller numbers they cannot be
/// added up.
fn thousands(report: &mut Report<'_>, table: &TableView<'_>) -> bool {
    let all: Vec<(Bilangan, Span)> =
        rows::rows(table).iter().flat_map(|row| row.cells.iter().filter_map(number)).collect();
    let three = all.iter().filter(|(value, _)| value.places == 3).count();
    let other = all.iter().any(|(value, _)| value.places == 1 || value.places == 2);
    let Some((_, span)) = all.iter().find(|(value, _)| value.places == 3).filter(|_| three > 2 && !other) else {
        return false;
    };
    report
        .at(*span, "ribuan ditulis dengan koma, sehingga terbaca sebagai pecahan")
        .hint("tulis ribuan dengan titik, misalnya 92.285")
        .at_most(naskah_core::diag::Level::Peringatan);
    all.len() > three
}

/// Heads of columns and labels of rows that say that something was added up.
fn is_sum(folded: &str) -> bool {
    let first = folded.split(' ').next().unwrap_or_default();
    ["jumlah", "total", "jml"].contains(&first) || folded == "l p"
}

/// The column that names the rows of each entry, the last of which is the sum of the others: LK, PR, JML.
struct SubRows {
    column: usize,
}

fn sub_rows(table: &TableView<'_>) -> Option<SubRows> {
    let rows = rows::rows(table);
    let label =
        |row: &rows::Row<'_>, at: usize| row.cells.get(at).map(|cell| fold(&rows::text(cell))).unwrap_or_default();
    let column = (0..table.columns.len()).find(|at| {
        let sums = rows.iter().filter(|row| is_sum(&label(row, *at))).count();
        let men = rows.iter().filter(|row| is_men(&label(row, *at))).count();
        sums > 0 && men > 0 && sums.abs_diff(men) <= 1
    })?;
    Some(SubRows { column })
}

/// The sums of entries whose rows are named one by one.
fn within_groups(report: &mut Report<'_>, table: &TableView<'_>, at: usize, sub: &SubRows, certain: bool) {
    let (mut part, mut count) = (Some(Bilangan::NOL), 0);
    for row in rows::rows(table) {
        let label = row.cells.get(sub.column).map(|cell| fold(&rows::text(cell))).unwrap_or_default();
        let value = row.cells.get(at).and_then(number);
        match value {
            Some((value, span)) if is_sum(&label) => {
                if let Some(sum) = part.filter(|sum| count > 1 && !same(*sum, value)) {
                    tell(report, span, value, sum, certain);
                }
                (part, count) = (Some(Bilangan::NOL), 0);
            }
            Some((value, _)) => {
                part = part.and_then(|sum| sum.plus(value));
                count += 1;
            }
            None if is_sum(&label) => (part, count) = (Some(Bilangan::NOL), 0),
            None => {}
        }
    }
}

/// A column named as a sum beside columns of numbers, where most rows show of which it is the sum.
fn totals(report: &mut Report<'_>, table: &TableView<'_>) {
    let heads: Vec<String> = table.columns.iter().map(|column| fold(&column.judul.as_plain())).collect();
    let rows = rows::rows(table);
    for (at, head) in heads.iter().enumerate().filter(|(at, _)| *at > 1) {
        let named = is_sum(head);
        if is_men(&heads[at - 2]) && is_women(&heads[at - 1]) {
            continue;
        }
        // Not only the numbers right before may be added up, so every beginning is tried.
        let first = (0..at).rev().take_while(|from| is_numeric(table, *from)).last();
        let Some(first) = first.filter(|first| first + 1 < at) else { continue };
        let judged = (first..at - 1).map(|from| {
            let told: Vec<_> = rows.iter().filter_map(|row| row_sum(row.cells, from, at)).collect();
            let right = told.iter().filter(|(value, _, sum)| same(*value, *sum)).count();
            (right, told)
        });
        let Some((right, told)) = judged.max_by_key(|(right, _)| *right) else { continue };
        let wrong: Vec<_> = told.iter().filter(|(value, _, sum)| !same(*value, *sum)).collect();
        let shown = match named {
            true => right > wrong.len() || (right == 1 && wrong.len() == 1),
            // Without the name, nearly every row must add up.
            false => right > 2 && wrong.len() * 3 <= right && told.iter().any(|(_, _, sum)| sum.digits > 9),
        };
        if shown {
            let certain = table.columns[at].isi == IsiKolom::Bilangan;
            wrong.iter().for_each(|(value, span, sum)| tell(report, *span, *value, *sum, certain));
        }
    }
}

/// A column that is the product of two before it in most rows: volume, price, and what they make.
fn products(report: &mut Report<'_>, table: &TableView<'_>) {
    let rows: Vec<_> = rows::rows(table).into_iter().filter(|row| !rows::is_total(row.cells)).collect();
    for at in 2..table.columns.len() {
        let numeric: Vec<usize> = (0..at).filter(|at| is_numeric(table, *at)).collect();
        let judged = factors(&numeric).into_iter().map(|factors| {
            let told: Vec<_> = rows.iter().filter_map(|row| row_product(row.cells, &factors, at)).collect();
            let right = told.iter().filter(|(value, _, product, plain)| !plain && same(*value, *product)).count();
            let wrong = told.iter().filter(|(value, _, product, _)| !same(*value, *product)).count();
            (right, wrong, told)
        });
        // Columns of which every row is the product go before those that fit in most.
        let best = judged.max_by_key(|(right, wrong, _)| (*right > 0 && *wrong == 0, *right));
        let Some((right, _, told)) = best else { continue };
        let wrong: Vec<_> = told.iter().filter(|(value, _, product, _)| !same(*value, *product)).collect();
        let head = fold(&table.columns[at].judul.as_plain());
        let named = is_sum(&head) && right > 0 && told.len() > 2 * wrong.len();
        if (right > 1 && wrong.len() < right) || named {
            for (value, span, product, _) in wrong {
                report
                    .at(*span, format!("tertulis {value}, hasil kalinya {product}"))
                    .hint("baris lain merupakan hasil kali kolom-kolom di depannya; periksa bilangannya")
                    .at_most(naskah_core::diag::Level::Peringatan);
            }
        }
    }
}

/// Two, three or four columns that may be multiplied; of a wide table only two.
fn factors(columns: &[usize]) -> Vec<Vec<usize>> {
    let most = if columns.len() > 8 { 2 } else { 4 };
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    for column in columns {
        let longer = sets.iter().filter(|set| set.len() < most).map(|set| [&set[..], &[*column]].concat());
        let longer: Vec<_> = longer.collect();
        sets.extend(longer);
    }
    sets.retain(|set| set.len() > 1);
    sets
}

/// The number of a cell, the product of others, and whether one of two is 0 or 1, which proves nothing.
fn row_product(cells: &[Sel], factors: &[usize], at: usize) -> Option<(Bilangan, Span, Bilangan, bool)> {
    let (value, span) = cells.get(at).and_then(number)?;
    let mut product = Bilangan { digits: 1, places: 0 };
    let mut plain = 0;
    for column in factors {
        let (one, _) = cells.get(*column).and_then(number)?;
        product = Bilangan {
            digits: product.digits.checked_mul(one.digits)?,
            places: product.places.checked_add(one.places)?,
        };
        plain += usize::from(one.places == 0 && one.digits < 2);
    }
    Some((value, span, product, factors.len() < plain + 2))
}

/// A last row without the name of a sum that adds up most of its columns.
fn closing_row(report: &mut Report<'_>, table: &TableView<'_>, roles: &[ColumnRole]) {
    let rows = rows::rows(table);
    let Some((last, above)) = rows.split_last() else { return };
    if above.len() < 2
        || rows::is_total(last.cells)
        || rows.iter().any(|row| row.group > 0 || rows::is_total(row.cells))
    {
        return;
    }
    let counted =
        |at: &usize| !matches!(roles.get(*at), Some(ColumnRole::Nomor | ColumnRole::Tahun | ColumnRole::Waktu));
    let told: Vec<_> = (0..table.columns.len())
        .filter(|at| counted(at) && is_numeric(table, *at))
        .filter_map(|at| {
            let (value, span) = last.cells.get(at).and_then(number)?;
            let parts = above.iter().filter_map(|row| row.cells.get(at).and_then(number));
            let sum = parts.map(|(value, _)| value).try_fold(Bilangan::NOL, |sum, part| sum.plus(part))?;
            Some((value, span, sum))
        })
        .collect();
    let (right, wrong): (Vec<_>, Vec<_>) = told.into_iter().partition(|(value, _, sum)| same(*value, *sum));
    let weighty = right.iter().filter(|(_, _, sum)| sum.digits > 9).count();
    if weighty > 1 && wrong.len() < weighty {
        wrong.into_iter().for_each(|(value, span, sum)| tell(report, span, value, sum, false));
    }
}

/// The number of a cell and the sum of those from `from` on before it.
fn row_sum(cells: &[Sel], from: usize, at: usize) -> Option<(Bilangan, Span, Bilangan)> {
    let (value, span) = cells.get(at).and_then(number)?;
    let parts = cells.get(from..at)?.iter().map(|cell| number(cell).map(|(value, _)| value));
    let sum = parts.into_iter().try_fold(Bilangan::NOL, |sum, part| sum.plus(part?))?;
    Some((value, span, sum))
}

/// The number of a cell; a text may have "Rp" before it.
fn number(cell: &Sel) -> Option<(Bilangan, Span)> {
    match cell {
        Sel::Bilangan(value, span) => Some((*value, *span)),
        Sel::Isi(item) if item.rincian.is_none() => {
            let text = item.teks.as_plain();
            let text = text.trim().trim_start_matches("Rp").trim_start_matches('.').trim().trim_end_matches(",-");
            Some((text.parse().ok()?, item.teks.span))
        }
        _ => None,
    }
}

/// Whether every written cell of a column of texts is a number.
fn is_numeric(table: &TableView<'_>, at: usize) -> bool {
    let mut some = false;
    let rows = rows::rows(table);
    let fits = rows.iter().filter_map(|row| row.cells.get(at)).all(|cell| {
        some |= number(cell).is_some();
        number(cell).is_some() || rows::is_blank(cell)
    });
    fits && some
}

/// The sums that stand under the numbers of a column.
fn down(report: &mut Report<'_>, table: &TableView<'_>, at: usize, certain: bool) {
    let (mut part, mut all, mut rows) = (Some(Bilangan::NOL), Some(Bilangan::NOL), 0);
    for row in &table.tabel.baris {
        match &row.isi {
            IsiBaris::Kelompok { .. } | IsiBaris::Jumlah { .. } => (part, rows) = (Some(Bilangan::NOL), 0),
            IsiBaris::Sel { sel, .. } if rows::is_total(sel) => {
                let written = sel.get(at).and_then(number);
                if let (Some((value, span)), Some(part), Some(all), true) = (written, part, all, rows != 1)
                    && !same(value, part)
                    && !same(value, all)
                {
                    let sum = if rows == 0 || rows::is_grand_total(sel) { all } else { part };
                    tell(report, span, value, sum, certain);
                }
                (part, rows) = (Some(Bilangan::NOL), 0);
            }
            IsiBaris::Sel { sel, .. } => {
                if let Some((value, _)) = sel.get(at).and_then(number) {
                    part = part.and_then(|sum| sum.plus(value));
                    all = all.and_then(|sum| sum.plus(value));
                    rows += 1;
                }
            }
        }
    }
}

fn is_men(folded: &str) -> bool {
    ["l", "laki laki", "laki laki l", "lk", "pria"].contains(&folded)
}

fn is_women(folded: &str) -> bool {
    ["p", "perempuan", "perempuan p", "pr", "wanita"].contains(&folded)
}

/// The sums of men and women beside their numbers.
fn across(report: &mut Report<'_>, table: &TableView<'_>) {
    let heads: Vec<String> = table.columns.iter().map(|column| column.judul.as_plain()).collect();
    for (at, three) in heads.windows(3).enumerate() {
        let folded: Vec<String> = three.iter().map(|head| fold(head)).collect();
        let (men, women) = (is_men(&folded[0]), is_women(&folded[1]));
        let sum = ["l p", "jumlah", "jumlah l p", "total", "jml"].contains(&folded[2].as_str());
        if !(men && women && sum) {
            continue;
        }
        // Sums below are compared with the numbers above them.
        for row in rows::rows(table).into_iter().filter(|row| !rows::is_total(row.cells)) {
            let value = |at: usize| row.cells.get(at).and_then(number);
            let (Some((men, _)), Some((women, _)), Some((sum, span))) = (value(at), value(at + 1), value(at + 2))
            else {
                continue;
            };
            if let Some(right) = men.plus(women).filter(|right| !same(*right, sum)) {
                let certain = table.columns[at..at + 3].iter().all(|column| column.isi == IsiKolom::Bilangan);
                tell(report, span, sum, right, certain);
            }
        }
    }
}

/// Whether two numbers are equal, whatever their decimal places.
fn same(a: Bilangan, b: Bilangan) -> bool {
    a.minus(b).is_some_and(|rest| rest.digits == 0)
}

fn tell(report: &mut Report<'_>, span: Span, written: Bilangan, sum: Bilangan, certain: bool) {
    let told = report
        .at(span, format!("tertulis {written}, jumlahnya {sum}"))
        .hint("periksa bilangannya; baris `jumlah` atau `total` dihitung program");
    if !certain {
        told.at_most(naskah_core::diag::Level::Peringatan);
    }
}
