//! What stays together, tried at every height of a page.

use naskah_pages::typeset::Pages;

use super::{body, pages_of, places, prose};

/// A little more lines than a page holds.
const HEIGHTS: usize = 40;

/// `count` diktums of one line each.
fn fillers(count: usize) -> String {
    "  - Hal.\n".repeat(count)
}

/// Asserts that on the page of the signature's block a line of the last diktum stands above it.
fn assert_kept(pages: &Pages, what: &str, wanted: impl Fn(&str) -> bool, wrong: &mut Vec<String>) {
    for (page, at) in places(pages, "Ditetapkan di") {
        let above: Vec<String> = body(pages, page)[..at].iter().map(|line| line.text.clone()).collect();
        if !above.iter().any(|line| wanted(line)) {
            wrong.push(format!("{what}: “Ditetapkan di” on page {} stands under {:?}", page + 1, above.last()));
        }
    }
}

/// Asserts that the signature keeps the end of `last` above it, however many diktums come before.
fn assert_kept_at_every_height(last: &str) {
    let mut wrong = Vec::new();
    for count in 0..HEIGHTS {
        let made = pages_of(&format!("diktum:\n{}{last}", fillers(count)));
        assert_kept(made.pages(), &format!("{count} lines"), |line| line.contains("berakhir."), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_signature_stands_under_a_short_diktum() {
    assert_kept_at_every_height("  - Keputusan ini berakhir.\n");
}

#[test]
fn a_signature_stands_under_a_long_diktum() {
    assert_kept_at_every_height(&format!("  - {} sampai berakhir.\n", prose(6)));
}

#[test]
fn a_signature_stands_under_a_list() {
    assert_kept_at_every_height(
        "  - teks: Hari kerja ialah\n    rincian: [Senin, Selasa, Rabu, Kamis, hari berakhir]\n",
    );
}

#[test]
fn a_signature_stands_under_a_list_with_an_ending() {
    assert_kept_at_every_height(
        "  - teks: Hari kerja ialah\n    rincian: [Senin, Selasa, Rabu]\n    penutup: yang akan berakhir.\n",
    );
}

#[test]
fn a_diktum_longer_than_a_page_is_broken() {
    let made = pages_of(&format!("diktum: ['{} sampai berakhir.']\n", prose(60)));
    let mut wrong = Vec::new();
    assert_kept(made.pages(), "a diktum over pages", |line| line.contains("berakhir."), &mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let counts: Vec<usize> = (0..made.pages().count()).map(|page| body(made.pages(), page).len()).collect();
    assert!(counts[1..counts.len() - 2].iter().all(|count| *count >= 35), "lines on each page: {counts:?}");
}

#[test]
fn memutuskan_stands_over_menetapkan() {
    let mut wrong = Vec::new();
    for count in 1..HEIGHTS {
        let items = "  - Peraturan Hari.\n".repeat(count);
        let made = pages_of(&format!("mengingat:\n{items}"));
        let pages = made.pages();
        let found = places(pages, "MEMUTUSKAN");
        assert_eq!(found.len(), 1);
        for (page, at) in found {
            let below = body(pages, page).get(at + 1).map(|line| line.text.clone());
            if !below.as_deref().is_some_and(|text| text.starts_with("Menetapkan")) {
                wrong.push(format!("{count} items: MEMUTUSKAN on page {} stands over {below:?}", page + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A decree whose lampiran ends at each possible height: the last row says BERAKHIR.
fn lampiran(content: &str) -> String {
    format!("diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Daftar\n{content}")
}

/// Asserts that the signature under a lampiran has something of the lampiran above it on its page.
fn assert_not_alone(pages: &Pages, what: &str, wrong: &mut Vec<String>) {
    let Some((page, at)) = places(pages, "KETUA KOMISI PEMILIHAN UMUM").pop() else {
        return wrong.push(format!("{what}: no signature"));
    };
    let above: Vec<String> = body(pages, page)[..at].iter().map(|line| line.text.clone()).collect();
    if !above.iter().any(|line| line.contains("berakhir")) {
        wrong.push(format!("{what}: the signature on page {} stands under {:?}", page + 1, above.last()));
    }
}

#[test]
fn a_signature_stands_under_the_last_row_of_a_table() {
    let mut wrong = Vec::new();
    for count in 1..HEIGHTS + 4 {
        let rows: String = (1..=count).map(|at| format!("        - [Nama {at}, Jabatan]\n")).collect();
        let table = format!(
            "    tabel:\n      kolom: [{{judul: Nama}}, {{judul: Jabatan}}]\n      baris:\n{rows}        - [Nama, berakhir]\n"
        );
        let made = pages_of(&lampiran(&table));
        assert_not_alone(made.pages(), &format!("{count} rows"), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A row that leaves room for the signature on an empty page; one that fills a page cannot be moved to it.
#[test]
fn a_signature_stands_under_a_single_row_of_any_height() {
    let mut wrong = Vec::new();
    for count in 1..HEIGHTS + 4 {
        let text = format!("{}berakhir", "jabatan ".repeat(count * 4));
        let table = format!(
            "    tabel:\n      kolom: [{{judul: Nama}}, {{judul: Jabatan}}]\n      baris:\n        - [Nama, {text}]\n"
        );
        let made = pages_of(&lampiran(&table));
        assert_not_alone(made.pages(), &format!("a row of {count} lines"), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Rows whose merged cells are higher or lower than what stands beside them, the last row merged too.
#[test]
fn pages_with_merged_cells_come_to_rest() {
    let mut wrong = Vec::new();
    for count in 1..HEIGHTS + 10 {
        let name = "Komponen ".repeat(1 + count % 9);
        let start = |at: usize| format!("        - [{name}, Isi {at}, Penanggung Jawab]\n");
        let more = |at: usize| format!("        - [^, {at} {}, ^]\n", "isi ".repeat(1 + (at * 7 + count) % 40));
        let rows: String = (0..count).map(|at| if at % 6 == 0 { start(at) } else { more(at) }).collect();
        let end = if count % 6 == 0 { "Komponen" } else { "^" };
        let table = format!(
            "    tabel:\n      kolom: [{{judul: A}}, {{judul: B}}, {{judul: C}}]\n      baris:\n{rows}        - [{end}, berakhir, {end}]\n"
        );
        let made = pages_of(&lampiran(&table));
        assert_not_alone(made.pages(), &format!("{count} rows"), &mut wrong);
        wrong.extend(
            made.messages().lines().filter(|line| line.contains("N403")).map(|line| format!("{count}: {line}")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_signature_stands_under_the_last_line_of_a_text() {
    let mut wrong = Vec::new();
    for count in 1..HEIGHTS {
        let text = format!("    teks:\n{}      - Naskah ini berakhir.\n", "      - Baris.\n".repeat(count));
        let made = pages_of(&lampiran(&text));
        assert_not_alone(made.pages(), &format!("{count} lines"), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn headings_stand_over_their_text() {
    let mut wrong = Vec::new();
    for count in 1..HEIGHTS {
        let start = "      - Baris.\n".repeat(count);
        let text = format!(
            "    teks:\n{start}      - bab: Umum\n        isi:\n          - bagian: Khusus\n            isi: [Isi bagian.]\n"
        );
        let made = pages_of(&lampiran(&text));
        let pages = made.pages();
        for (heading, next) in [("BAB I", "UMUM"), ("UMUM", "Khusus"), ("Khusus", "Isi bagian.")] {
            for (page, at) in places(pages, heading).into_iter().filter(|(page, _)| *page > 0) {
                let lines = body(pages, page);
                let below = lines.get(at + 1).map(|line| line.text.as_str());
                if lines[at].text.contains("PEMILIHAN") {
                    continue;
                }
                if !below.is_some_and(|text| text.contains(next)) {
                    wrong.push(format!("{count} lines: {heading} on page {} stands over {below:?}", page + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
