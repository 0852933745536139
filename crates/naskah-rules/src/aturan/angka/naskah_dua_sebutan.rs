//! One decree under two numbers, or two titles under one number, within the same text.

use naskah_core::language::citation::{self, Sitasi};
use naskah_core::language::words::fold;
use naskah_core::reading::citations::{self, Cited, Identitas};

use crate::{Context, Part, Passage, Report, declare_rule};

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
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 240 Tahun 2024 tentang Pembentukan Kelompok Kerja Kampanye dicabut dan dinyatakan tidak berlaku.
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
    "K810" "naskah-dua-sebutan" Peringatan since "0.4.0" => check
}

/// A decree as it is named in one place.
struct Named<'c> {
    passage: &'c Passage<'c>,
    range: std::ops::Range<usize>,
    number: String,
    year: i32,
    title: String,
    /// Whether it is known where the title ends.
    definite: bool,
    body: String,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let all: Vec<Named<'_>> = own_decrees(context);
    for (at, one) in all.iter().enumerate() {
        let told = all[..at].iter().find_map(|first| Some((first, differs(one, first)?)));
        if let Some((first, message)) = told {
            tell(context, report, one, first, &message);
        }
    }
    let numbers: Vec<&Named<'_>> = all.iter().filter(|one| one.title.is_empty()).collect();
    for one in &numbers {
        swapped(context, report, one, &all);
    }
}

/// What two namings say differently of one decree; `None` where they may be of two, or say the same.
fn differs(one: &Named<'_>, first: &Named<'_>) -> Option<String> {
    let number = one.number == first.number && one.year == first.year;
    let (titles, body) = (title(one, first), one.body == first.body);
    match (titles, number, body) {
        (Some(true), false, true) if (one.number == first.number) != (one.year == first.year) => Some(format!(
            "keputusan berjudul sama bernomor {} tahun {} di sini, {} tahun {} di tempat lain",
            one.number, one.year, first.number, first.year
        )),
        (Some(true), true, false) => {
            Some("keputusan bernomor dan berjudul sama ini dari lembaga lain di tempat lain".to_owned())
        }
        (Some(false), true, true) => Some("keputusan bernomor sama ini berjudul lain di tempat lain".to_owned()),
        _ => None,
    }
}

/// Whether two titles are the same as far as both go; `None` where one of them says too little.
fn title(one: &Named<'_>, first: &Named<'_>) -> Option<bool> {
    let (a, b): (Vec<&str>, Vec<&str>) = (one.title.split(' ').collect(), first.title.split(' ').collect());
    let shared = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let shorter = a.len().min(b.len());
    match () {
        () if shorter < 3 => None,
        () if shared == shorter || shared > 4 && shared + 1 >= shorter => Some(true),
        // The end of a title in running text is not always known.
        () if one.definite && first.definite || shared < 2 => Some(false),
        () => None,
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

/// The decrees that the catalog does not have, by number and year; those in the decree's own name first.
fn own_decrees<'c>(context: &'c Context<'_>) -> Vec<Named<'c>> {
    let name = context.passages.iter().filter(|passage| passage.part == Part::Tentang);
    let named_in = name.flat_map(|passage| {
        let read = citation::kalimat(&passage.plain).into_iter().chain(citation::judul(&passage.plain));
        read.filter(|sitasi| sitasi.bentuk.baku.starts_with("Keputusan")).filter_map(|sitasi| named(passage, &sitasi))
    });
    let read = |cited: &'c Cited<'_>| {
        let passage = context.passages.get(cited.passage)?;
        let own = cited.is_decree() && matches!(cited.identitas, Identitas::Asing);
        named(passage, &cited.sitasi).filter(|_| own)
    };
    named_in.chain(context.citations().all.iter().filter_map(read)).collect()
}

fn named<'c>(passage: &'c Passage<'c>, sitasi: &Sitasi) -> Option<Named<'c>> {
    let text = passage.plain.as_str();
    let number = citations::number(sitasi, text);
    let title = sitasi.judul.clone().map(|title| title.start..sitasi.batas.unwrap_or(title.end));
    let title = title.and_then(|range| text.get(range)).map(fold).unwrap_or_default();
    let year = citations::year(sitasi);
    let complete = !number.is_empty() && year > 0;
    let (body, definite) = (citations::body_key(&sitasi.bentuk.baku), !sitasi.longgar || sitasi.batas.is_some());
    complete.then(|| Named { passage, range: sitasi.kepala(), number, year, title, definite, body })
}
