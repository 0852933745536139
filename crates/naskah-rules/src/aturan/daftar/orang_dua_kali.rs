//! One person, one place or one post twice in a table, and groups of which one lacks its head.

use std::collections::{BTreeMap, HashMap, HashSet};

use naskah_core::decree::Sel;
use naskah_core::diag::{Level, Span};
use naskah_core::language::words::{fold, has_word};
use naskah_core::language::{WordList, WordLists};

use crate::parts::persons;
use crate::parts::rows::{self, ColumnRole, Row};
use crate::{Context, Report, TableView, declare_rule};

declare_rule! {
    /// Orang, tempat, dan kedudukan tunggal tidak muncul dua kali dalam satu tabel
    ///
    /// Nama yang sama pada dua baris susunan keanggotaan, kecamatan yang sama dua kali dalam rekapitulasi, nomor induk yang
    /// sama, kecamatan dalam dua daerah pemilihan, atau dua ketua dalam satu tim biasanya salah tempel. Orang yang sama pada jadwal atau pada kelompok lain, dan
    /// orang senama yang berbeda partai, nomor, atau alamatnya tidak dihitung.
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Kedudukan dalam Tim}]
    ///       baris: [[Nama Pertama, Ketua], [Nama Kedua, Anggota], [Nama Kedua, Sekretaris]]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Kedudukan dalam Tim}]
    ///       baris: [[Nama Pertama, Ketua], [Nama Kedua, Anggota], [Nama Ketiga, Sekretaris]]
    /// ```
    "K618" "orang-dua-kali" Peringatan since "0.4.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    ballots(context, report);
    for table in &context.tables {
        let roles = rows::roles(context, table);
        let heads: Vec<String> = table.columns.iter().map(|column| fold(&column.judul.as_plain())).collect();
        let rows: Vec<Row<'_>> = rows::rows(table).into_iter().filter(|row| !rows::is_total(row.cells)).collect();
        let timed = roles.iter().any(|role| matches!(role, ColumnRole::Waktu | ColumnRole::Tahun));
        for (at, head) in heads.iter().enumerate() {
            if lists.has(WordList::KolomOrangBernama, head) && !timed && heads.len() < 8 {
                persons(lists, report, &rows, &heads, at);
                in_two_groups(report, &rows, at);
            } else if lists.has(WordList::KolomIdentitas, head) {
                twice(report, &rows, at, "nomor ini sudah ada pada baris lain tabel ini", Level::Peringatan);
            }
        }
        numbers(report, &rows, &heads);
        places(context, report, table, &rows, &heads);
        districts(report, &rows, &heads);
        areas_of_persons(report, &rows, &heads);
        posts(context, report, &rows, &heads);
    }
}

/// Numbers on the ballot that two items of one list bear.
fn ballots(context: &Context<'_>, report: &mut Report<'_>) {
    for list in &context.lists {
        let labels = list.rincian.butir.iter().filter_map(|item| {
            let text = item.teks.as_plain();
            let [number] = &persons::ballots(&text)[..] else { return None };
            Some((text[number.clone()].to_owned(), context.place(&item.teks, number.clone())))
        });
        tell_ballots(report, rows::repeated(labels), "nomor urut ini sudah ada pada butir lain");
    }
}

/// The one number on the ballot that two rows begin with.
fn numbers(report: &mut Report<'_>, rows: &[Row<'_>], heads: &[String]) {
    let ballot = heads.first().is_some_and(|head| head == "nomor urut" || head == "nomor urut pasangan calon");
    if !ballot || rows.iter().any(|row| row.group > 0) {
        return;
    }
    let own = rows.iter().filter_map(|row| row.cells.first());
    let own = own.filter_map(|cell| Some((fold(&rows::text(cell)), rows::span(cell)?)));
    let twice = rows::repeated(own.filter(|(text, _)| !text.is_empty()));
    if twice.len() == 1 {
        tell_ballots(report, twice, "nomor urut ini sudah ada pada baris lain");
    }
}

fn tell_ballots(report: &mut Report<'_>, twice: Vec<(Span, Span)>, message: &str) {
    for (first, span) in twice {
        report.at(span, message).label(first, "yang sama").hint("periksa nomor urutnya");
    }
}

/// The text of a cell for comparison, without the degrees after a name; empty where nothing is told by it.
fn key(cell: &Sel) -> String {
    match cell {
        Sel::Isi(item) if item.rincian.is_none() => {
            let text = item.teks.as_plain();
            fold(text.split(',').next().unwrap_or_default())
        }
        _ => String::new(),
    }
}

/// Tells each cell of a column that stands in a row before, under the same heading.
fn twice(report: &mut Report<'_>, rows: &[Row<'_>], at: usize, message: &str, level: Level) {
    for (first, number) in repeated(rows, at) {
        let place = |row: usize| rows[row].cells.get(at).and_then(rows::span);
        if let (Some(first), Some(span)) = (place(first), place(number)) {
            report.at(span, message).label(first, "yang sama").hint("periksa salah satunya").at_most(level);
        }
    }
}

/// The rows whose cell of a column stands in a row before under the same heading, each behind the nearest such row. Whole
/// rows that are the same are told of elsewhere.
fn repeated(rows: &[Row<'_>], at: usize) -> Vec<(usize, usize)> {
    let mut whole = HashSet::new();
    let fresh: Vec<usize> = (0..rows.len()).filter(|number| whole.insert(whole_row(&rows[*number]))).collect();
    let said = |key: &String| key.chars().filter(|c| c.is_alphanumeric()).count() > 3;
    let labels = fresh.into_iter().filter_map(|number| {
        let label = rows[number].cells.get(at).map(key).filter(said)?;
        Some(((rows[number].group, label), number))
    });
    rows::repeated(labels)
}

/// Names that stand in two rows under one heading: certainly one person, unless other columns tell two apart.
fn persons(lists: &WordLists, report: &mut Report<'_>, rows: &[Row<'_>], heads: &[String], at: usize) {
    let told = |head: &String, of: &str| {
        let mut words = lists.pairs(WordList::KolomPembedaOrang).filter(|(_, what)| *what == of);
        words.any(|(word, _)| has_word(head, &[word]))
    };
    let places = |head: &String| {
        lists.begins(WordList::KolomTempat, head) || lists.begins(WordList::TempatKecil, head) || head.contains("tps")
    };
    let columns = |test: &dyn Fn(&String) -> bool| -> Vec<usize> {
        (0..heads.len()).filter(|column| *column != at && test(&heads[*column])).collect()
    };
    let own = columns(&|head: &String| told(head, "calon"));
    let areas = columns(&|head: &String| told(head, "orang") || places(head));
    for (first, number) in repeated(rows, at) {
        let other = |columns: &[usize]| columns.iter().any(|column| differ(&rows[first], &rows[number], *column));
        let place = |row: usize| rows[row].cells.get(at).and_then(rows::span);
        let places = (place(number), place(first));
        if let ((Some(span), Some(before)), false) = (places, other(&own)) {
            let told = report.at(span, "nama ini sudah ada pada baris lain tabel ini").label(before, "yang sama");
            match other(&areas) {
                true => told.hint("apakah keduanya orang yang berlainan?").unsure(),
                false => told.hint("periksa salah satunya"),
            };
        }
    }
}

/// The one person who stands under two headings, where nobody else does.
fn in_two_groups(report: &mut Report<'_>, rows: &[Row<'_>], at: usize) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let key = row.cells.get(at).map(key).unwrap_or_default();
        // A post is held by somebody; a name has parts.
        if !key.contains(' ') {
            continue;
        }
        match seen.get(&key) {
            Some(first) if rows[*first].group != row.group => found.push((*first, number)),
            Some(_) => {}
            None => drop(seen.insert(key, number)),
        }
    }
    let place = |row: usize| rows[row].cells.get(at).and_then(rows::span);
    let [(first, number)] = found[..] else { return };
    if let (Some(before), Some(span), true) = (place(first), place(number), seen.len() > 5) {
        report
            .at(span, "nama ini sudah ada pada kelompok lain")
            .label(before, "yang sama")
            .hint("apakah orang itu memang masuk dua kelompok?")
            .unsure();
    }
}

/// Whether two rows have other texts in a column.
fn differ(a: &Row<'_>, b: &Row<'_>, column: usize) -> bool {
    let text = |row: &Row<'_>| row.cells.get(column).map(|cell| fold(&rows::text(cell))).unwrap_or_default();
    let (a, b) = (text(a), text(b));
    !a.is_empty() && !b.is_empty() && a != b
}

fn whole_row(row: &Row<'_>) -> String {
    row.cells.iter().map(|cell| fold(&rows::text(cell))).collect::<Vec<_>>().join("|")
}

/// A place that stands twice in the first column of a table of numbers whose other places are all different.
fn places(context: &Context<'_>, report: &mut Report<'_>, table: &TableView<'_>, rows: &[Row<'_>], heads: &[String]) {
    let lists = context.word_lists();
    let first = heads
        .first()
        .filter(|head| lists.begins(WordList::KolomTempat, head) || lists.begins(WordList::TempatKecil, head));
    let Some(head) = first else { return };
    let numbers = (1..table.columns.len())
        .filter(|at| rows.iter().all(|row| row.cells.get(*at).is_some_and(|cell| matches!(cell, Sel::Bilangan(..)))))
        .count();
    let keys: Vec<String> = rows.iter().filter_map(|row| row.cells.first()).map(key).collect();
    let mut often: BTreeMap<&str, usize> = BTreeMap::new();
    keys.iter().filter(|key| !key.is_empty()).for_each(|key| *often.entry(key).or_default() += 1);
    let doubled = often.values().filter(|count| **count > 1).count();
    if numbers > 0 && doubled == 1 && often.values().all(|count| *count < 3) && often.len() > 2 && !head.contains("tps")
    {
        twice(report, rows, 0, "tempat ini sudah ada pada baris lain tabel ini", Level::Peringatan);
    }
}

fn is_district(head: &str) -> bool {
    head.contains("daerah pemilihan") || head.starts_with("dapil")
}

/// An electoral district named twice, and an area that belongs to two of them.
fn districts(report: &mut Report<'_>, rows: &[Row<'_>], heads: &[String]) {
    let Some(at) = heads.iter().position(|head| is_district(head)).filter(|_| rows.len() > 2) else { return };
    // Below a merged cell nothing stands.
    let names = rows.iter().filter_map(|row| row.cells.get(at)).map(key);
    let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    let distinct: HashSet<&String> = names.iter().collect();
    if distinct.len() + 1 == names.len() {
        twice(report, rows, at, "daerah pemilihan ini sudah ada pada baris lain tabel ini", Level::Peringatan);
    }
    let listed = |head: &String| head.contains("wilayah") || head.contains("kecamatan") || head.contains("cakupan");
    for at in (0..heads.len()).filter(|column| *column != at && listed(&heads[*column]) && distinct.len() > 1) {
        for (area, span, before) in shared(rows, at) {
            report
                .at(span, format!("`{area}` sudah masuk daerah pemilihan lain"))
                .label(before, "sudah di sini")
                .hint("periksa wilayah kedua daerah pemilihan itu");
        }
    }
}

/// One area that two rows list, where all others belong to one row.
fn areas_of_persons(report: &mut Report<'_>, rows: &[Row<'_>], heads: &[String]) {
    if heads.iter().any(|head| is_district(head)) {
        return;
    }
    for at in (0..heads.len()).filter(|column| heads[*column].starts_with("wilayah")) {
        let listed = rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| areas(cell).len() > 1).count();
        if let ([(area, span, before)], true) = (&shared(rows, at)[..], listed > 1) {
            report
                .at(*span, format!("`{area}` sudah ada pada baris lain"))
                .label(*before, "sudah di sini")
                .hint("apakah wilayah itu memang dibagi?")
                .unsure();
        }
    }
}

/// The areas of a column that an earlier row has, with both places.
fn shared(rows: &[Row<'_>], at: usize) -> Vec<(String, Span, Span)> {
    let (mut seen, mut found) = (HashMap::<String, (usize, Span)>::new(), Vec::new());
    for (number, row) in rows.iter().enumerate() {
        let Some((cell, span)) = row.cells.get(at).and_then(|cell| Some((cell, rows::span(cell)?))) else { continue };
        for area in areas(cell) {
            match seen.get(&fold(&area)) {
                Some((first, before)) if *first != number => found.push((area, span, *before)),
                Some(_) => {}
                None => drop(seen.insert(fold(&area), (number, span))),
            }
        }
    }
    found
}

/// The areas that a cell lists, as they are written; a part of an area is none.
fn areas(cell: &Sel) -> Vec<String> {
    let text = rows::text(cell).replace(" dan ", ",");
    let all = text.split([',', ';', '\n']).map(|area| area.trim().trim_start_matches("Kecamatan ").to_owned());
    let part = |area: &str| ["bagian", "meliputi"].iter().any(|word| area.to_lowercase().contains(word));
    all.filter(|area| area.len() > 2 && !part(area)).collect()
}

/// Posts with their places, by heading and place.
type Groups = BTreeMap<(usize, String), Vec<(String, Span)>>;

/// The posts of a column, by the heading and the places that their rows belong to.
fn groups(rows: &[Row<'_>], at: usize, places: &[usize]) -> Groups {
    let mut groups = Groups::new();
    let mut above = vec![String::new(); places.len()];
    for row in rows {
        let Some(span) = row.cells.get(at).and_then(rows::span) else { continue };
        for (known, place) in above.iter_mut().zip(places) {
            let own = row.cells.get(*place).map(key).unwrap_or_default();
            if !own.is_empty() {
                *known = own;
            }
        }
        let post = row.cells.get(at).map(key).unwrap_or_default();
        groups.entry((row.group, above.join("|"))).or_default().push((post, span));
    }
    groups
}

/// The columns of places, of which each has persons of its own; where everybody has another one, as of addresses, the
/// places part nobody.
fn place_columns(lists: &WordLists, heads: &[String], rows: &[Row<'_>]) -> Vec<usize> {
    let shared = |at: &usize| {
        let mut keys = HashSet::new();
        let filled = rows.iter().filter_map(|row| row.cells.get(*at)).map(key);
        filled.into_iter().any(|key| key.is_empty() || !keys.insert(key))
    };
    let is_place = |head: &String| {
        lists.begins(WordList::KolomTempat, head)
            || lists.begins(WordList::TempatKecil, head)
            || lists.has(WordList::KolomKelompok, head)
            || head.contains("tps")
    };
    (0..heads.len()).filter(|at| is_place(&heads[*at]) && !heads[*at].starts_with("alamat")).filter(shared).collect()
}

/// The column of what everybody is in a team.
fn post_column(lists: &WordLists, rows: &[Row<'_>], heads: &[String]) -> Option<usize> {
    let posts = |head: &String| lists.has(WordList::KolomKedudukan, head) || head.starts_with("kedudukan dalam ");
    // Beside the post in the team stands the one in the office.
    let within = |head: &String| posts(head) && (head.contains(" dalam ") || head.starts_with("kedudukan"));
    // Whatever the head says, a column of posts is one.
    let shown = |at: &usize| {
        let cells: Vec<String> = rows.iter().filter_map(|row| row.cells.get(*at)).map(key).collect();
        let known =
            cells.iter().filter(|cell| *cell == "anggota" || lists.has(WordList::KedudukanTunggal, cell)).count();
        let tasks = heads[*at].starts_with("tugas") || heads[*at].starts_with("peran");
        tasks && known > 2 && known * 2 > cells.len()
    };
    let head = heads.iter().position(within).or_else(|| heads.iter().position(posts));
    head.or_else(|| (0..heads.len()).find(shown))
}

/// Posts that one person holds: twice in a team, or none in one group where all others have one.
fn posts(context: &Context<'_>, report: &mut Report<'_>, rows: &[Row<'_>], heads: &[String]) {
    let lists = context.word_lists();
    let Some(at) = post_column(lists, rows, heads) else { return };
    let mut groups = groups(rows, at, &place_columns(lists, heads, rows));
    let team = heads
        .get(at)
        .is_some_and(|head| head.contains("tim") || head.contains("kedudukan") || head.contains("panitia"));
    // One person alone makes no group.
    groups.retain(|_, group| group.len() > 1);
    if groups.len() == 1 && !team {
        return;
    }
    for post in lists.entries(WordList::KedudukanTunggal) {
        let of = |group: &[(String, Span)]| group.iter().filter(|(own, _)| own == post).count();
        let lone = groups.values().filter(|group| of(group) == 1).count();
        for group in groups.values() {
            let even =
                groups.values().all(|group| group.len() > 2) && groups.values().all(|other| other.len() == group.len());
            let others = groups.len() == 1 || lone + 1 == groups.len();
            let sure = groups.len() == 1 || others && (lone > 1 || even);
            // Others may have nobody in the post: advisers, supporters.
            let alone = groups.values().filter(|other| of(other) > 1).count() == 1;
            match (of(group), group.iter().filter(|(own, _)| own == post).nth(1)) {
                (2, Some((_, span))) if alone => {
                    let told = report.at(*span, format!("kedudukan {post} terisi dua kali"));
                    match others || lone > 1 {
                        true => told.hint("periksa kedudukan kedua orang itu"),
                        false => told.hint("apakah keduanya memang memegang kedudukan itu?").unsure(),
                    };
                }
                (0, _) if lone > 0 && sure => {
                    let Some((_, span)) = group.first() else { continue };
                    report
                        .at(*span, format!("kelompok ini tanpa {post}, sedangkan kelompok lain mempunyainya"))
                        .hint("periksa kedudukan anggotanya");
                }
                _ => {}
            }
        }
    }
}
