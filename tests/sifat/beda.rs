//! A comparison loses nothing and invents nothing: the words of both decrees are there, each as often as it was.

use std::collections::BTreeMap;

use naskah::commands::beda::{Cara, Compared, Laporan, Nasib, Redline, Tanda, compare};
use naskah_core::decree::Coretan;
use naskah_core::diag::{Files, MessageFormat, Sink, render_all};
use naskah_core::resolve::{BarisCetak, BlokCetak, Edition, Naskah, Resolved};
use naskah_formats::ooxml::Paket;
use naskah_pages::Means;
use proptest::prelude::*;

use naskah_testing::tries;

use crate::support::{carried, completed};

/// What items and cells are made of: like ones, unlike ones, the same words in another order, hardly any words.
const TEXTS: [&str; 12] = [
    "menyusun jadwal layanan untuk setiap bagian kantor",
    "menyusun jadwal layanan untuk semua bagian kantor",
    "mencatat setiap tamu dalam buku yang disediakan",
    "mencatat tamu",
    "menyimpan *arsip* pada tempat yang aman dan kering",
    "menyimpan arsip pada tempat yang aman dan kering",
    "melaporkan hasil kerja kepada pimpinan setiap bulan",
    "hasil kerja setiap bulan kepada pimpinan melaporkan",
    "Agustus 2025",
    "Agustus 2026",
    "1.250.000",
    "-",
];

/// Titles of columns, and what their cells hold.
const COLUMNS: [(&[&str], &[usize]); 6] = [
    (&["Kelompok", "Kegiatan", "Waktu"], &[0, 1, 2]),
    (&["Kelompok", "Kegiatan", "Waktu"], &[0, 1, 2]),
    (&["Kelompok", "Kegiatan", "Waktu", "Keterangan"], &[0, 1, 2, 3]),
    (&["Kelompok", "Kegiatan"], &[0, 1]),
    (&["Kelompok", "Waktu", "Kegiatan"], &[0, 2, 1]),
    (&["Bagian", "Uraian"], &[0, 1]),
];

/// What a made-up decree is made from.
struct Made<'a> {
    number: usize,
    items: &'a [usize],
    lists: &'a [Vec<usize>],
    columns: usize,
    rows: &'a [(usize, usize, bool)],
    blocks: &'a [usize],
}

fn decree(Made { number, items, lists, columns, rows, blocks }: Made<'_>) -> String {
    let text = |at: &usize| TEXTS[at % TEXTS.len()];
    let list = |indent: &str, items: &[usize]| -> String {
        items.iter().map(|at| format!("{indent}- '{}'\n", text(at))).collect()
    };
    let decision = |items: &Vec<usize>| match &items[..] {
        [] => "  - Keputusan ini mulai berlaku pada tanggal ditetapkan.\n".to_owned(),
        [one] => format!("  - '{} dilaksanakan.'\n", text(one)),
        [head, rest @ ..] => format!("  - teks: '{}'\n    rincian:\n{}", text(head), list("      ", rest)),
    };
    let (heads, order) = COLUMNS[columns % COLUMNS.len()];
    let row = |(at, (name, when, merged)): (usize, &(usize, usize, bool))| {
        let cell = |of: &usize| match of {
            0 if *merged && at > 0 => "^".to_owned(),
            0 => format!("'{}'", text(name)),
            1 => format!("'{}'", text(&(name * 5 + when))),
            of => format!("'{}'", text(&(when * of / 2))),
        };
        format!("      - [{}]\n", order.iter().map(cell).collect::<Vec<_>>().join(", "))
    };
    let rows: String = rows.iter().enumerate().map(row).collect();
    let block = |(at, block): (usize, &usize)| match block % 3 {
        0 => format!("  - {{bab: 'Bagian {at} {}', isi: ['{}']}}\n", text(block), text(&(block + 1))),
        _ => format!("  - '{}'\n", text(block)),
    };
    let blocks: String = blocks.iter().enumerate().map(block).collect();
    let running = if blocks.is_empty() { String::new() } else { format!("- judul: Uraian\n  teks:\n{blocks}") };
    let heads: String = heads.iter().map(|head| format!(", {{judul: {head}}}")).collect();
    let table = format!("- judul: Jadwal\n  tabel:\n    kolom: [{{judul: No, isi: nomor}}{heads}]\n    baris:\n{rows}");
    completed(
        &format!(
            "nomor: {number}\nmenimbang:\n{}diktum:\n{}lampiran:\n{table}{running}",
            list("  ", items),
            lists.iter().map(decision).collect::<String>(),
        ),
        &[],
    )
}

/// Texts that can be read as a decree.
fn decrees() -> impl Strategy<Value = String> {
    let items = prop::collection::vec(0..TEXTS.len(), 1..5);
    let lists = prop::collection::vec(prop::collection::vec(0..TEXTS.len(), 0..5), 1..4);
    let rows = prop::collection::vec((0..TEXTS.len(), 0..TEXTS.len(), any::<bool>()), 1..7);
    let blocks = prop::collection::vec(0..TEXTS.len(), 0..4);
    (1..30_usize, items, lists, 0..COLUMNS.len(), rows, blocks).prop_map(
        |(number, items, lists, columns, rows, blocks)| {
            decree(Made { number, items: &items, lists: &lists, columns, rows: &rows, blocks: &blocks })
        },
    )
}

fn bound(name: &str, text: &str, files: &mut Files) -> Resolved {
    let mut sink = Sink::default();
    let file = files.add(name, text);
    let bound = naskah::bind(file, &Edition::draft(), &carried().0, files, &mut sink);
    let found = render_all(&sink, files, MessageFormat::Ringkas, false);
    assert!(!sink.has_errors(), "{found}\n{text}");
    bound.expect("a decree")
}

type Words = BTreeMap<String, usize>;

fn count(words: &mut Words, text: &str) {
    text.split_whitespace().for_each(|word| *words.entry(word.to_owned()).or_default() += 1);
}

/// The words that a report says one of the decrees has.
fn told(laporan: &Laporan, side: Tanda) -> Words {
    let mut words = Words::new();
    for isian in laporan.satuan.iter().flat_map(|satuan| &satuan.isi) {
        let parts = isian.potong.iter().filter(|part| part.tanda == Tanda::Tetap || part.tanda == side);
        count(&mut words, &parts.map(|part| part.plain()).collect::<String>());
    }
    words
}

/// The row numbers of a decree's tables, which follow from the order and are not compared.
fn row_numbers(naskah: &Naskah) -> Vec<String> {
    let tables = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi).filter_map(|block| match block {
        BlokCetak::Tabel { tabel } => Some(tabel),
        _ => None,
    });
    let numbers = |table: &naskah_core::resolve::TabelCetak| -> Vec<String> {
        let cells = table.baris.iter().flat_map(BarisCetak::cells);
        cells.filter(|cell| table.penomor.contains(&cell.x)).map(|cell| cell.isi.teks.as_plain()).collect()
    };
    tables.flat_map(numbers).collect()
}

/// The words that a decree prints; the lines of number and year as they stand on the page.
fn printed(naskah: &Naskah) -> Words {
    let mut words = Words::new();
    naskah.texts().into_iter().for_each(|teks| count(&mut words, &teks.as_plain()));
    let year = naskah.judul.nomor.tahun.unwrap_or_default();
    (0..=naskah.lampiran.len()).for_each(|_| count(&mut words, &format!("NOMOR TAHUN {year}")));
    for number in row_numbers(naskah) {
        let left = words.get_mut(&number).expect("the number is printed");
        *left -= 1;
    }
    words.retain(|_, count| *count > 0);
    words
}

/// The words of a document without what is wrapped in a tag.
fn words_without(text: &str, gone: &str) -> Vec<String> {
    let mut out = String::new();
    let mut skipped = 0;
    for piece in text.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
        match tag.starts_with('/') {
            false if name == gone && !tag.ends_with('/') => skipped += 1,
            true if name == gone => skipped -= 1,
            true if name == "w:p" => out.push(' '),
            false if matches!(name, "w:tab" | "w:br") => out.push(' '),
            false if skipped == 0 && matches!(name, "w:t" | "w:delText") => out.push_str(words),
            _ => {}
        }
    }
    out.split_whitespace().map(str::to_owned).collect()
}

/// The words that a redline shows of one of the decrees.
fn shown(naskah: &Naskah, other: Coretan) -> Words {
    let mut words = Words::new();
    for teks in naskah.texts() {
        let runs = teks.runs.iter().filter(|run| run.coretan != Some(other) && run.coretan != Some(Coretan::Catatan));
        count(&mut words, &runs.map(|run| run.text.as_str()).collect::<String>());
    }
    words
}

proptest! {
    #![proptest_config(tries(160))]

    #[test]
    fn a_decree_is_the_same_as_itself(text in decrees()) {
        let mut files = Files::default();
        let (old, new) = (bound("lama.yaml", &text, &mut files), bound("baru.yaml", &text, &mut files));
        let Compared { laporan, naskah } = compare(&old, &new, Cara::Utuh);
        prop_assert!(laporan.is_same());
        prop_assert!(laporan.satuan.iter().all(|satuan| satuan.nasib() == Nasib::Tetap));
        let marks = naskah.texts().iter().flat_map(|teks| &teks.runs).filter(|run| run.coretan.is_some()).count();
        prop_assert_eq!(marks, 0);
    }

    #[test]
    fn no_word_is_lost_and_none_invented(lama in decrees(), baru in decrees()) {
        let mut files = Files::default();
        let (old, new) = (bound("lama.yaml", &lama, &mut files), bound("baru.yaml", &baru, &mut files));
        let Compared { laporan, naskah } = compare(&old, &new, Cara::Utuh);
        prop_assert_eq!(told(&laporan, Tanda::Hapus), printed(old.naskah()), "the old decree");
        prop_assert_eq!(told(&laporan, Tanda::Sisip), printed(new.naskah()), "the new decree");
        let (before, after) = (shown(&naskah, Coretan::Sisip), shown(&naskah, Coretan::Hapus));
        for (side, expected) in [(before, printed(old.naskah())), (after, printed(new.naskah()))] {
            for (word, times) in expected {
                // The lines of number and year are written out only where they changed.
                if !["NOMOR", "TAHUN", "2025"].contains(&word.as_str()) && word.parse::<usize>().is_err() {
                    prop_assert!(side.get(&word).copied().unwrap_or_default() >= times, "`{}` is not in the redline", word);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(tries(60))]

    #[test]
    fn tracked_changes_give_either_decree(lama in decrees(), baru in decrees()) {
        let mut files = Files::default();
        let (old, new) = (bound("lama.yaml", &lama, &mut files), bound("baru.yaml", &baru, &mut files));
        let Compared { naskah, .. } = compare(&old, &new, Cara::Utuh);
        let pengubah = naskah_formats::word::Pengubah { nama: "a".into(), waktu: "2025-01-01T00:00:00Z".into() };
        let banding = naskah_formats::word::Banding { lama: old.naskah(), baru: new.naskah(), gambar: &[], pengubah };
        let bahan = naskah_formats::word::Bahan { naskah: &naskah, gambar: &[], milik: &[], banding: Some(banding) };
        let bytes = naskah_formats::word::docx(&bahan).unwrap_or_default();
        let text = Paket::buka(&bytes).expect("a package").text("word/document.xml").expect("the text");
        for (gone, decree) in [("w:ins", &old), ("w:del", &new)] {
            let plain = naskah_formats::word::docx(&naskah_formats::word::Bahan {
                naskah: decree.naskah(), gambar: &[], milik: &[], banding: None,
            });
            let plain = Paket::buka(&plain.unwrap_or_default()).expect("a package").text("word/document.xml");
            let (side, mut wanted) = (words_without(&text, gone), words_without(&plain.unwrap_or_default(), "-"));
            // The marks that Word counts itself are words of a comparison.
            wanted.retain(|word| side.contains(word));
            let mut left = side.iter();
            prop_assert!(wanted.iter().all(|word| left.any(|one| one == word)), "{:?} {:?}", side, wanted);
        }
    }
}

proptest! {
    #![proptest_config(tries(24))]

    #[test]
    fn every_redline_becomes_a_pdf(lama in decrees(), baru in decrees(), brief in any::<bool>()) {
        let (catalog, fonts) = carried();
        let mut files = Files::default();
        let (old, new) = (bound("lama.yaml", &lama, &mut files), bound("baru.yaml", &baru, &mut files));
        let compared = compare(&old, &new, if brief { Cara::Ringkas } else { Cara::Utuh });
        let (redline, _) = Redline::new(new, compared);
        let mut sink = Sink::default();
        let means = Means { catalog, fonts, files: &files };
        let made = naskah::typeset(redline, &means, &mut sink).and_then(|laid| laid.pdf(&means, &mut sink));
        let found = render_all(&sink, &files, MessageFormat::Ringkas, false);
        prop_assert!(made.is_some() && found.is_empty(), "{}\n{}\n{}", found, lama, baru);
    }
}
