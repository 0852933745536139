//! One decree under two numbers, or two titles under one number, within the same text.

use std::collections::HashMap;

use naskah_core::language::citation::Sitasi;
use naskah_core::language::words::fold;
use naskah_core::reading::citations::{self, Cited, Identitas};

use crate::{Context, Passage, Report, declare_rule};

declare_rule! {
    /// Keputusan yang sama disebut dengan nomor, tahun, dan judul yang sama
    ///
    /// Keputusan yang dirujuk beberapa kali, misalnya keputusan yang dicabut atau diubah, bernomor dan berjudul sama di
    /// setiap tempat. Peraturan yang ada dalam data dibandingkan dengan judul resminya.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang pengacuan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 204 Tahun 2024 tentang Pembentukan Kelompok Kerja Kampanye tidak diperlukan lagi
    /// diktum:
    ///   - Mencabut Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 240 Tahun 2024 tentang Pembentukan Kelompok Kerja Kampanye.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja yang ditetapkan dengan Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 204 Tahun 2024 tentang Hari Kerja Pegawai perlu disesuaikan
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 204 Tahun 2024 tentang Hari Kerja Pegawai dicabut dan dinyatakan tidak berlaku.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K810" "naskah-dua-sebutan" Peringatan since "0.5.0" => check
}

/// A decree as it is named in one place.
struct Named<'c> {
    passage: &'c Passage<'c>,
    range: std::ops::Range<usize>,
    number: String,
    year: i32,
    title: String,
    body: String,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let all: Vec<Named<'_>> = own_decrees(context);
    let mut by_title: HashMap<(&str, &str), &Named<'_>> = HashMap::new();
    let mut by_number: HashMap<(&str, &str, i32), &Named<'_>> = HashMap::new();
    for one in all.iter().filter(|one| one.title.split(' ').count() > 2) {
        let first = by_title.entry((&one.body, &one.title)).or_insert(one);
        if (&first.number, first.year) != (&one.number, one.year) {
            let message = format!(
                "keputusan ini bernomor {} tahun {}, di tempat lain {} tahun {}",
                one.number, one.year, first.number, first.year
            );
            tell(context, report, one, first, &message);
            continue;
        }
        let first = by_number.entry((&one.body, &one.number, one.year)).or_insert(one);
        if first.title != one.title && !first.title.starts_with(&one.title) && !one.title.starts_with(&first.title) {
            tell(context, report, one, first, "keputusan bernomor sama ini berjudul lain di tempat lain");
        }
    }
    let numbers: Vec<&Named<'_>> = all.iter().filter(|one| one.title.is_empty()).collect();
    for one in &numbers {
        swapped(context, report, one, &all);
    }
}

/// A number without a title whose figures stand in another order elsewhere, where the number itself stands nowhere else.
fn swapped(context: &Context<'_>, report: &mut Report<'_>, one: &Named<'_>, all: &[Named<'_>]) {
    let same = all.iter().filter(|other| other.body == one.body && other.year == one.year);
    let (own, others): (Vec<&Named<'_>>, Vec<&Named<'_>>) = same.partition(|other| other.number == one.number);
    let sorted = |number: &str| {
        let mut digits: Vec<char> = number.chars().collect();
        digits.sort_unstable();
        digits
    };
    let near = others.iter().find(|other| other.number.len() > 1 && sorted(&other.number) == sorted(&one.number));
    if let (1, Some(other)) = (own.len(), near) {
        let message = format!("nomor {} hanya disebut di sini; di tempat lain {}", one.number, other.number);
        tell(context, report, one, other, &message);
    }
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, one: &Named<'_>, first: &Named<'_>, message: &str) {
    report
        .at(context.place(one.passage.teks, one.range.clone()), message)
        .label(context.place(first.passage.teks, first.range.clone()), "sebutan yang lain")
        .hint("samakan nomor, tahun, dan judulnya menurut keputusan aslinya");
}

/// The decrees that the catalog does not have, by number and year.
fn own_decrees<'c>(context: &'c Context<'_>) -> Vec<Named<'c>> {
    let read = |cited: &'c Cited<'_>| {
        let passage = context.passages.get(cited.passage)?;
        let own = cited.is_decree() && matches!(cited.identitas, Identitas::Asing);
        named(passage, &cited.sitasi).filter(|_| own)
    };
    context.citations().all.iter().filter_map(read).collect()
}

fn named<'c>(passage: &'c Passage<'c>, sitasi: &Sitasi) -> Option<Named<'c>> {
    let text = passage.plain.as_str();
    let number = citations::number(sitasi, text);
    let title = sitasi.judul.clone().filter(|_| !sitasi.longgar || sitasi.batas.is_some());
    let title = title.and_then(|range| text.get(range)).map(fold).unwrap_or_default();
    let year = citations::year(sitasi);
    let complete = !number.is_empty() && year > 0;
    let body = citations::body_key(&sitasi.bentuk.baku);
    complete.then(|| Named { passage, range: sitasi.kepala(), number, year, title, body })
}
