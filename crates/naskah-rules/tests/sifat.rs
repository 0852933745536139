//! Properties of the drafting rules: no decree makes one break down, and every finding has a place within its text.
//!
//! Nothing guards the rules in the program, so what breaks one down breaks a test here.

use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::Edition;
use naskah_testing::{carried, completed, files_below, text_of, tries};
use proptest::prelude::*;

use crate::read;

/// Checks a draft: no rule breaks down, every place lies within its text.
fn holds(text: &str) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    read(file, &Edition::draft(), carried(), &mut files, &mut sink);
    for finding in sink.found() {
        if let Some(span) = finding.span {
            let source = files.text(span.file);
            assert!(source.get(span.start..span.end).is_some(), "{}: {span:?}", finding.code);
        }
    }
}

/// A text that repeats `piece` up to so many characters, as a quoted scalar.
fn repeated(piece: &str, length: usize) -> String {
    let text: String = piece.chars().cycle().take(length).collect();
    format!("'{}'", text.trim().replace('\'', "''"))
}

/// What texts are made of by chance: marks, formulas half written, letters of other scripts.
const PIECES: &[&str] = &[
    "a a ",
    "(",
    "((a] ",
    "“",
    "“a” ",
    "\"",
    "- ",
    ": ",
    "; ",
    "..",
    "*",
    "*a ",
    "\\*",
    "a/",
    "a-",
    "a'",
    "aB",
    "1) ",
    "9",
    "1.000 ",
    "😀 ",
    "سلام ",
    "e\u{301}\u{301} ",
    "İß ",
    "\u{a0}",
    "Nomor ",
    "Tahun 99999999999999999999 ",
    "tentang ",
    "Undang-Undang Nomor ",
    "Peraturan Presiden Nomor 1 Tahun 2010 tentang A; ",
    "huruf a, ",
    "Diktum KESATU ",
    "Lampiran I ",
    "Januari-",
    "KPU Kabupaten ",
    "sebagaimana telah diubah dengan ",
    "(Lembaran Negara ",
    "ABCD ",
    "pemililhan ",
    "di laksanakan ",
    "dan / atau ",
    "a, b dan c, ",
    "Rp1.000,00 (seribu rupiah) ",
    "satu miliar ",
    "Pasal 1 ayat (2) huruf c, ",
    "Lampiran I, II dan III ",
    "«Ünïcode» ß İ ǆ ",
    "31 Februari 2025 ",
    "pukul 25:61 WIB ",
    "Nomor 5/HK.03.1-Kpt/3322/KPU-Kab/II/2020 ",
    "sebagaimana dimaksud dalam huruf z ",
    "perlu menetapkan Keputusan Komisi Pemilihan Umum ",
    "mulai berlaku pada tanggal ditetapkan",
    "[nama] ____ …… XX ",
    "a.n. Ketua, S.H., ",
    "*miring* **tebal** ",
    "12 (sebelas) ",
    "1. a; 2. b; 4. c ",
    "\u{301}",
    "’",
    "é",
    "日本",
    "%",
    "-nya ",
    "Tim Kerja (TK) TK ",
    "bahwa untuk ",
    ", maka ",
    "dicabut dan dinyatakan tidak berlaku ",
    "Menetapkan ",
    "Pemilu 2021–2025 ",
    "Pemilihan Umum Tahun 2024",
    "Pilkada 2019—",
    "–",
    "2 (dua) dua ",
    "5 (5\u{a0}) hari ",
    "7 (tujuh\u{a0}hari",
    "12 (dua belas",
    "1 s.d. 5 Maret 2025",
    "31–12–2024 ",
    "tahun 2019–2024 ",
    "pukul 08.00–10.00 ",
    "selama 3 (tiga) bulan ",
    "sebanyak 5 orang yang terdiri atas ",
    "Penata (III/d)",
    "NIP 19800101 200501 1 001 ",
    "Diktum KEENAMPULUH ",
    "angka 3 ",
    "\u{212a}ota ",
    "ﬁnal ",
    "ﬂ",
    "‘a’ ",
    "”",
    "🗳\u{fe0f}",
    "Bupati Ünggaran ",
    "Saudara Émile Ösman ",
    "huruf a–c ",
    "yang selanjutnya disebut ",
    "IV/",
    "telah diubah dengan ",
];

/// What stands beside numbers, years and elections, with and without blanks: signs of one byte and of several.
const GLUED: &[&str] = &[
    " ",
    " ",
    "\u{a0}",
    "5",
    "27",
    "2021",
    "2024",
    "1.250.000",
    "7,5",
    "%",
    "–",
    "—",
    "-",
    "/",
    ".",
    ",",
    ";",
    "(",
    ")",
    "[",
    "]",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "…",
    "😀",
    "🗳\u{fe0f}",
    "ﬁ",
    "ﬂ",
    "İ",
    "ß",
    "\u{212a}",
    "\u{301}",
    "Pemilu",
    "Pemilihan Umum",
    "Pemilihan Bupati",
    "Pilkada",
    "Tahun",
    "tanggal",
    "Maret",
    "Desember",
    "s.d.",
    "pukul",
    "dua",
    "puluh",
    "lima",
    "hari",
    "orang",
    "Rp",
    "Nomor",
    "huruf",
    "Diktum KESATU",
    "Penata",
    "III",
    "Nama",
    "Saudara",
];

#[test]
fn long_and_odd_texts_are_checked() {
    for piece in PIECES {
        let (text, item) = (repeated(piece, 6_000), repeated(piece, 60));
        let places = [
            format!("tentang: {text}\n"),
            format!("menimbang:\n  - {text}\n"),
            format!("mengingat:\n  - {text}\n"),
            format!("diktum:\n  - {text}\n{}", format!("  - {item}\n").repeat(40)),
        ];
        for fields in places {
            holds(&completed(&fields, &[]));
        }
    }
}

/// A text of some of the pieces, in any order.
fn text() -> impl Strategy<Value = String> {
    let pieces = proptest::collection::vec(proptest::sample::select(PIECES), 0..8);
    let glued = proptest::collection::vec(proptest::sample::select(GLUED), 0..14);
    let (text, glued) = (pieces.prop_map(|pieces| pieces.concat()), glued.prop_map(|pieces| pieces.concat()));
    prop_oneof![6 => text, 3 => glued, 1 => "\\PC{0,40}"]
        .prop_map(|text| format!("'{}'", text.trim().replace('\'', "''")))
}

/// A decree whose every field may hold such a text.
fn decree() -> impl Strategy<Value = String> {
    let several = || proptest::collection::vec(text(), 1..4).prop_map(|all| all.join(", "));
    let heads = (text(), text(), text(), text(), text());
    let lists = (several(), several(), several(), several());
    let table = (several(), several(), several(), several(), several());
    (heads, lists, table).prop_map(|((name, number, maker, sets, title), (why, law, decides, items), (a, b, c, d, e))| {
        let cells = |texts: &str| {
            let mut all: Vec<&str> = texts.split("', '").map(|cell| cell.trim_matches('\'')).collect();
            all.resize(3, "7");
            format!("['{}', '{}', '{}']", all[0].trim_end_matches('\''), all[1].trim_matches('\''), all[2].trim_matches('\''))
        };
        format!(
            "tentang: {name}\nnomor: {number}\nkepala: {{pembuat: {maker}, judul: {title}, tentang: {name}}}\nmenetapkan: {sets}\n\
             menimbang: [{why}]\nmengingat: [uu-7-2017, {law}]\nmemperhatikan: [{law}]\n\
             diktum:\n  - {{teks: {title}, rincian: [{items}]}}\n  - {{teks: {name}, rincian: [{decides}], penutup: {title}}}\n\
             ditetapkan: {{di: {maker}, tanggal: 2025-03-04, jabatan: [{d}], nama: {title}}}\n\
             salinan: {{blok: [{e}], nama: {title}}}\ntembusan: [{a}]\n\
             lampiran:\n  - judul: {title}\n    tabel:\n      kolom: [{{judul: {maker}}}, {{judul: Jumlah}}, {{judul: Waktu}}]\n      \
             baris:\n        - {}\n        - kelompok: {title}\n        - {}\n        - {}\n  - judul: {name}\n    teks: [{b}, {{bab: {title}, isi: [{c}, {{teks: {name}, rincian: [{d}]}}]}}]\n",
            cells(&a),
            cells(&b),
            cells(&c)
        )
    })
}

proptest! {
    #![proptest_config(tries(12))]

    #[test]
    fn odd_decrees_are_checked(decree in decree()) {
        holds(&completed(&decree, &[]));
    }

    /// A decree of the slip machine that lost a stretch, or had something put into it.
    #[test]
    fn torn_decrees_are_checked(which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), lost in 0_usize..40, put in proptest::sample::select(PIECES)) {
        let all = files_below("crates/naskah-rules/tests/mesin", ".yaml");
        let all: Vec<_> = all.into_iter().filter(|path| !path.iter().any(|part| part == "kekeliruan")).collect();
        let text = text_of(which.get(&all));
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let from = at.index(places.len());
        let to = (from + lost).min(places.len() - 1);
        holds(&format!("{}{put}{}", &text[..places[from]], &text[places[to]..]));
    }
}
