//! Page numbers, repeated heads of tables, catchwords.

use std::fs;
use std::path::Path;

use naskah_core::catalog::Root;
use naskah_pages::typeset::Pages;

use super::{BOTTOM, LEFT, RIGHT, TOP, body, laid_out, pages_of, places, prose};
use crate::support::Made;

/// An office with settings of its own.
const OFFICE: &str = "badan: Komisi Pemilihan Umum
wilayah: Kabupaten Uji
jenjang: kabupaten
tempat: Ungaran
pejabat:
  ketua: {jabatan: Ketua, nama: Nama Ketua}
sumber: [rekaan]
kepastian: belum
";

/// Lays out a short decree of an office with the given page settings.
fn with_settings(settings: &str, fields: &str) -> Made {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir_all(folder.path().join("data/kantor")).expect("a folder");
    fs::write(folder.path().join("data/kantor/uji.yaml"), format!("{OFFICE}halaman: {settings}\n")).expect("a file");
    laid_out(&format!("kantor: uji\n{fields}"), Root::overlaid(Path::new(folder.path())))
}

/// A decree with two lampirans of several pages each.
fn two_lampirans() -> String {
    let rows: String = (1..=90).map(|n| format!("        - [Nama {n}, Jabatan {n}]\n")).collect();
    let table = format!("    tabel:\n      kolom: [{{judul: Nama}}, {{judul: Jabatan}}]\n      baris:\n{rows}");
    format!(
        "diktum: [Isi tercantum dalam Lampiran I dan Lampiran II.]\nlampiran:\n  - judul: Satu\n{table}  - judul: Dua\n{table}"
    )
}

/// What stands above the text of each page.
fn numbers(pages: &Pages) -> Vec<String> {
    let above = |page: usize| pages.lines(page).into_iter().filter(|line| line.y < TOP).map(|line| line.text).collect();
    (0..pages.count()).map(above).collect()
}

/// The pages that begin a lampiran.
fn heads(pages: &Pages) -> Vec<usize> {
    let begins = |page: &usize| body(pages, *page).first().is_some_and(|line| line.text.starts_with("LAMPIRAN"));
    (0..pages.count()).filter(begins).collect()
}

#[test]
fn page_one_has_no_number_and_page_two_has() {
    let made = pages_of(&format!("menimbang: ['bahwa {}']\n", prose(80)));
    let numbers = numbers(made.pages());
    assert!(numbers.len() > 2);
    assert_eq!(numbers[..3], ["", "- 2 -", "- 3 -"]);
    let number = made.pages().lines(1).into_iter().find(|line| line.text == "- 2 -").expect("a number");
    let (middle, wanted) = ((number.x + number.right) / 2.0, (LEFT + RIGHT) / 2.0);
    assert!((middle - wanted).abs() < 0.5, "the number's middle is at {middle:.1}, the text's at {wanted:.1}");
}

#[test]
fn numbers_of_lampirans_run_on_or_start_again() {
    let run_on = with_settings("{nomor_lampiran: lanjut}", &two_lampirans());
    let count = run_on.pages().count();
    let expected: Vec<String> = (1..=count).map(|n| if n == 1 { String::new() } else { format!("- {n} -") }).collect();
    assert_eq!(numbers(run_on.pages()), expected);

    let again = with_settings("{nomor_lampiran: ulang}", &two_lampirans());
    let heads = heads(again.pages());
    assert_eq!(heads.len(), 2);
    let mut number = 0;
    for (page, shown) in numbers(again.pages()).into_iter().enumerate() {
        number = if heads.contains(&page) { 1 } else { number + 1 };
        let expected = if number == 1 { String::new() } else { format!("- {number} -") };
        assert_eq!(shown, expected, "page {}", page + 1);
    }
}

#[test]
fn the_form_of_the_number_is_the_office_s() {
    let made = with_settings("{nomor_halaman: 'hal. 1'}", &format!("menimbang: ['bahwa {}']\n", prose(40)));
    assert_eq!(numbers(made.pages())[..2], ["", "hal. 2"]);
}

#[test]
fn the_head_of_a_table_is_repeated_on_each_page() {
    let rows: String = (1..=120).map(|n| format!("        - [Nama {n}, {n}, {n}]\n")).collect();
    let made = pages_of(&format!(
        "diktum: [Isi tercantum dalam Lampiran.]
lampiran:
  - judul: Daftar
    tabel:
      kolom:
        - {{judul: No, isi: nomor, lebar: 1.5 cm}}
        - {{judul: Nama}}
        - {{judul: Pemilih, kolom: [{{judul: Pria, isi: bilangan}}, {{judul: Wanita, isi: bilangan}}]}}
      baris:
{rows}"
    ));
    let pages = made.pages();
    let rows_on = |page: usize| body(pages, page).iter().filter(|line| line.text.contains("Nama ")).count();
    let with_rows: Vec<usize> = (0..pages.count()).filter(|page| rows_on(*page) > 0).collect();
    assert!(with_rows.len() > 2);
    assert_eq!(with_rows.iter().map(|page| rows_on(*page)).sum::<usize>(), 120, "rows");
    for page in with_rows.iter().filter(|page| body(pages, **page).iter().any(|line| line.text.starts_with("NO "))) {
        let lines = body(pages, *page);
        let find = |text: &str| {
            lines.iter().position(|line| line.text.split_whitespace().collect::<Vec<_>>().join(" ") == text)
        };
        let numbers = find("1 2 3 4").unwrap_or_else(|| panic!("no column numbers on page {}", page + 1));
        let first = lines.iter().position(|line| line.text.contains("Nama ")).unwrap_or_default();
        assert_eq!(numbers + 1, first, "page {}", page + 1);
        let head: String = lines[..numbers].iter().map(|line| format!("{} ", line.text)).collect();
        for title in ["NO", "NAMA", "PEMILIH", "PRIA", "WANITA"] {
            assert!(head.contains(title), "{title} is missing on page {}: {head}", page + 1);
        }
    }
    let with_head = places(pages, "PEMILIH").len();
    assert!(with_head + 1 >= with_rows.len(), "{with_head} heads on {} pages", with_rows.len());
}

#[test]
fn a_table_of_a_thousand_rows_has_no_seam() {
    const ROWS: usize = 1000;
    let rows: String = (1..=ROWS).map(|n| format!("        - [Baris ke-{n}, {n}]\n")).collect();
    let made = pages_of(&format!(
        "diktum: [Isi tercantum dalam Lampiran.]
lampiran:
  - judul: Daftar
    tabel:
      kolom: [{{judul: No, isi: nomor, lebar: 1.5 cm}}, {{judul: Nama}}, {{judul: Suara, isi: bilangan}}]
      baris:
{rows}        - jumlah: Jumlah
"
    ));
    let pages = made.pages();
    let on_page = |page: usize| -> Vec<usize> {
        let lines = body(pages, page);
        let names = lines.iter().filter_map(|line| line.text.split("Baris ke-").nth(1));
        names.filter_map(|rest| rest.split_whitespace().next()?.parse().ok()).collect()
    };
    let by_page: Vec<Vec<usize>> = (0..pages.count()).map(on_page).filter(|rows| !rows.is_empty()).collect();
    assert_eq!(by_page.concat(), (1..=ROWS).collect::<Vec<_>>(), "each row once, in order");
    let counts: Vec<usize> = by_page.iter().map(Vec::len).collect();
    let whole = counts[1];
    let even = counts[1..counts.len() - 2].iter().all(|count| *count == whole);
    assert!(even && counts.len() > 10, "rows on each page: {counts:?}");
    let first_rows = (0..pages.count()).filter(|page| !on_page(*page).is_empty()).skip(1);
    let heights: Vec<f64> = first_rows
        .filter_map(|page| Some(body(pages, page).iter().find(|line| line.text.contains("Baris ke-"))?.y))
        .collect();
    assert!(heights.iter().all(|y| (y - heights[0]).abs() < 0.05), "first rows stand at {heights:?}");
    assert_eq!(places(pages, "500.500").len(), 1, "the sum of all rows");
}

#[test]
fn catchwords_are_the_first_words_of_the_next_page() {
    let long = format!(
        "menimbang:\n  - bahwa {0}\n  - bahwa {1}\nmengingat:\n  - Peraturan {0}\n  - Peraturan {1}\ndiktum:\n  - {0}\n  - teks: {1}\n    rincian: [{1}, {1}, {0}]\n",
        prose(9),
        prose(14)
    );
    for fields in [long, two_lampirans()] {
        let made = with_settings("{kata_penyambung: ya}", &fields);
        let pages = made.pages();
        assert!(pages.count() > 3, "{} pages", pages.count());
        (0..pages.count()).for_each(|page| assert_announced(pages, page));
    }
}

/// Asserts that the foot of a page says the first word of the next, unless that begins a lampiran.
fn assert_announced(pages: &Pages, page: usize) {
    let lines = pages.lines(page);
    let foot = lines.iter().find(|line| line.y > pages.size(page).1 - (33.0 * super::CM - BOTTOM));
    let next = (page + 1 < pages.count() && !heads(pages).contains(&(page + 1)))
        .then(|| body(pages, page + 1)[0].text.clone());
    match (foot, next) {
        (None, None) => {}
        // The repeated head of a table is no text that is read on into.
        (None, Some(next)) if next == "NAMA JABATAN" => {}
        (Some(foot), Some(next)) => {
            let word = foot.text.strip_suffix(" . . .").unwrap_or_else(|| panic!("the foot says “{}”", foot.text));
            let rest = next.trim_start().strip_prefix(word);
            let whole = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
            assert!(whole, "page {}: the foot says “{word}”, the next page begins “{next}”", page + 1);
            assert!((foot.right - RIGHT).abs() < 0.5, "the foot of page {} ends at {:.1}", page + 1, foot.right);
        }
        (foot, next) => panic!("page {}: the foot says {foot:?}, the next page begins {next:?}", page + 1),
    }
}

#[test]
fn a_lampiran_is_not_announced() {
    let made = with_settings("{kata_penyambung: ya}", &two_lampirans());
    for head in heads(made.pages()) {
        let foot: Vec<_> = made.pages().lines(head - 1).into_iter().filter(|line| line.y > BOTTOM).collect();
        assert!(foot.is_empty(), "page {} announces “{}”", head, foot[0].text);
    }
}

/// Nobody reads on from a cover; the foot of the office stands clear of a catchword.
#[test]
fn a_cover_announces_nothing_and_catchwords_keep_clear_of_the_foot() {
    let texts = vec![prose(40); 3].join(", ");
    let lampiran = format!(
        "diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Pedoman\n    sampul: ya\n    teks: [{texts}]\n"
    );
    let made = with_settings("{kata_penyambung: ya, kaki: jdih.kpu.go.id}", &lampiran);
    let pages = made.pages();
    let cover = heads(pages)[0];
    let said = |page| pages.lines(page).into_iter().filter(|line| line.text.ends_with(" . . .")).collect::<Vec<_>>();
    assert_eq!(said(cover).len(), 0, "{:?}", said(cover));
    let (word, lines) = (said(cover + 1), pages.lines(cover + 1));
    let foot = lines.last().expect("the foot");
    assert!(word.len() == 1 && foot.y - word[0].y > 12.0, "{word:?} over {foot:?}");
}

#[test]
fn the_office_s_line_stands_at_every_foot() {
    let made = with_settings("{kaki: jdih.kpu.go.id}", &two_lampirans());
    for page in 0..made.pages().count() {
        let lines = made.pages().lines(page);
        assert!(lines.last().is_some_and(|line| line.text == "jdih.kpu.go.id"), "page {}", page + 1);
    }
}
