//! One person with two degrees, two numbers, two ranks or two posts; one post with two persons.

use std::collections::BTreeSet;

use naskah_core::diag::{Level, Span};
use naskah_core::language::words::fold;

use crate::parts::cells::{Cells, Line};
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Satu orang ditulis dengan satu gelar, satu NIP, satu pangkat, dan satu jabatan
    ///
    /// Orang yang tercantum dalam dua tabel lampiran ditulis dengan gelar, NIP, pangkat, dan jabatan yang sama. Ketua dan
    /// sekretaris kantor hanya seorang.
    ///
    /// Sumber: ketelitian naskah.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran I dan Lampiran II yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Petugas Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}]
    ///       baris: [['Bambang Contohwan, S.H., M.H.'], ['Sri Contohwati, S.E.']]
    ///   - judul: Jadwal Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Hari}]
    ///       baris: [['Bambang Contohwan, S.H.', Senin], ['Sri Contohwati, S.E.', Selasa]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran I dan Lampiran II yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Petugas Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}]
    ///       baris: [['Bambang Contohwan, S.H.'], ['Sri Contohwati, S.E.']]
    ///   - judul: Jadwal Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Hari}]
    ///       baris: [['Bambang Contohwan, S.H.', Senin], ['Sri Contohwati, S.E.', Selasa]]
    /// ```
    "K414" "satu-orang" Peringatan since "0.4.0" => check
}

/// In so large a list of persons two may well bear one name.
const FEW: usize = 60;

/// What a row tells of a person.
struct Person {
    table: usize,
    bare: String,
    degrees: BTreeSet<String>,
    span: Span,
    /// Other facts: what it is, for messages, the text, its place.
    facts: Vec<(&'static str, String, Span)>,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut persons: Vec<Person> = Vec::new();
    for (at, table) in Cells::all(context).iter().enumerate() {
        for line in table.plain() {
            persons.extend((0..table.width()).filter_map(|column| person(table, line, at, column)));
        }
        posts(report, table);
    }
    let sure = persons.len() < FEW;
    for (at, one) in persons.iter().enumerate() {
        let Some(first) = persons[..at].iter().find(|first| first.bare == one.bare && first.table != one.table) else {
            continue;
        };
        compare(report, first, one, sure);
    }
}

/// A name with its degrees: the bare name in small letters, the degrees without stops.
fn parsed(text: &str) -> Option<(String, BTreeSet<String>)> {
    let text = text.trim();
    // Most cells are sentences.
    if text.len() > 80 || !text.starts_with(char::is_uppercase) {
        return None;
    }
    let (name, rear) = text.split_once(',').unwrap_or((text, ""));
    let degree = |word: &str| word.contains('.') && word.len() < 10;
    let front = name.split_whitespace().filter(|word| degree(word));
    let rest: Vec<&str> = name.split_whitespace().filter(|word| !degree(word)).collect();
    let loud = rest.iter().all(|word| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "'’-".contains(c))
    });
    let degrees: Vec<&str> = rear.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let shaped =
        degrees.iter().all(|part| part.contains('.') && part.split_whitespace().count() < 3 && part.len() < 14);
    if !loud || rest.is_empty() || rest.len() > 5 || !shaped {
        return None;
    }
    let plain = |word: &str| word.replace(['.', ' '], "").to_lowercase();
    Some((rest.join(" ").to_lowercase(), front.chain(degrees).map(plain).collect()))
}

fn person(table: &Cells<'_>, line: &Line<'_>, at: usize, column: usize) -> Option<Person> {
    let (bare, degrees) = parsed(&line.text(column))?;
    let named = table.heads[column].split(' ').any(|word| word == "nama");
    if degrees.is_empty() && !(named && bare.contains(' ')) {
        return None;
    }
    let mut facts = Vec::new();
    for (other, head) in table.heads.iter().enumerate().filter(|(other, _)| *other != column && named) {
        let what = match head {
            head if head == "nip" => "NIP",
            head if head.starts_with("pangkat") => "pangkat",
            head if head == "jabatan dalam dinas" || head == "jabatan dinas" => "jabatan dinas",
            _ => continue,
        };
        let text = line.text(other);
        if let (Some(span), false) = (line.span(other), text.trim().is_empty()) {
            facts.push((what, text.trim().to_owned(), span));
        }
    }
    Some(Person { table: at, bare, degrees, span: line.span(column)?, facts })
}

fn compare(report: &mut Report<'_>, first: &Person, one: &Person, sure: bool) {
    let whole = one.bare.contains(' ');
    let level = if sure && whole { Level::Peringatan } else { Level::Saran };
    if !first.degrees.is_empty() && !one.degrees.is_empty() && first.degrees != one.degrees {
        // Two bearers of one name share no degree.
        let shared = first.degrees.intersection(&one.degrees).next().is_some();
        report
            .at(one.span, "gelar orang ini lain daripada di tempat lain")
            .label(first.span, "di sini gelarnya lain")
            .hint("tulis gelar yang sama, bila orangnya sama")
            .at_most(if shared { level } else { Level::Saran });
    }
    for (what, text, span) in &one.facts {
        let Some((_, other, place)) = first.facts.iter().find(|(other, ..)| other == what) else { continue };
        if fold(text) != fold(other) && whole {
            report
                .at(*span, format!("{what} orang ini lain daripada di tempat lain"))
                .label(*place, format!("di sini `{other}`"))
                .hint("samakan keduanya, bila orangnya sama")
                .at_most(if *what == "jabatan dinas" { Level::Saran } else { level });
        }
    }
}

/// The chair or the secretary of one office in two rows of a table.
fn posts(report: &mut Report<'_>, table: &Cells<'_>) {
    let named = table.heads.iter().position(|head| head.starts_with("nama"));
    let periods =
        table.heads.iter().any(|head| head.contains("periode") || head.contains("masa") || head.contains("tahun"));
    let Some(name) = named.filter(|_| !periods) else { return };
    for column in (0..table.width()).filter(|column| table.heads[*column].starts_with("jabatan")) {
        let mut seen: Vec<(String, &Line<'_>)> = Vec::new();
        for line in table.plain() {
            let post = line.folded(column);
            let single = ["ketua komisi ", "sekretaris komisi "].iter().any(|head| post.starts_with(head));
            if !single || post.split(' ').count() > 9 {
                continue;
            }
            let twin = seen.iter().find(|(other, first)| {
                *other == post && first.group == line.group && first.folded(name) != line.folded(name)
            });
            if let (Some((_, first)), Some(span)) = (twin, line.span(column)) {
                let told = report
                    .at(span, "jabatan ini sudah ada pada baris lain, sedangkan pejabatnya hanya seorang")
                    .hint("periksa jabatan pada kedua baris itu");
                if let Some(place) = first.span(column) {
                    told.label(place, "baris itu");
                }
            }
            seen.push((post, line));
        }
    }
}
