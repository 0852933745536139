//! Properties of every roll.

use naskah::commands::perbarui::Fate;
use proptest::prelude::*;

use super::{findings, rolled, try_roll, years_in, years_told};
use crate::support::completed;
use naskah_testing::tries;

/// Pieces that texts are made of: years with what may stand around them.
const PIECES: [&str; 44] = [
    "2025",
    "2024",
    "2026",
    "2020-2024",
    "2025/2026",
    "2021–2025",
    "tahun",
    "Tahun",
    "LAKIP",
    "laporan",
    "RKA",
    "dan",
    ",",
    ";",
    "Senin,",
    "6 Januari",
    "29 Februari",
    "2024.",
    "(dua ribu dua puluh lima)",
    "Peraturan KPU Nomor 8 Tahun 2019",
    "tentang",
    "Surat Nomor 5/X/2025",
    "tanggal 3 Maret 2025",
    "Pemilu",
    "sejak",
    "s.d.",
    "31/12/2024",
    "2025-01-06",
    "RKA-2025",
    "2025/Tim",
    "Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor 4 Tahun 2025",
    "*miring 2025*",
    "é",
    "per",
    "30 Juni",
    "2000 lembar",
    "2028",
    "1998",
    "s.id/2025",
    "# 2025",
    ": 2025",
    "\"2025\"",
    "2019",
    "hasil",
];

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 1..9).prop_map(|words| words.join(" "))
}

/// A text as YAML: quoted, or as a block.
fn scalar(text: &str, style: usize, indent: usize) -> String {
    let gap = " ".repeat(indent);
    match style % 4 {
        0 => format!("'{}'", text.replace('\'', "''")),
        1 => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        2 => format!(">-\n{gap}{}", text.replacen(' ', &format!("\n{gap}"), 2)),
        _ => format!("|\n{gap}{text}"),
    }
}

fn decree(texts: &[(String, usize)]) -> String {
    let of = |at: usize, indent: usize| scalar(&texts[at].0, texts[at].1, indent);
    let flow = |at: usize| scalar(&texts[at].0, texts[at].1 % 2, 0);
    let quoted = |at: usize| texts[at].0.replace('\'', "''");
    completed(
        &format!(
            "tentang: 'Rencana Kerja {} Tahun 2025'\nmenimbang:\n  - {}\n  - {}\nmemperhatikan: [{},\n  {}]\nmengingat:\n  - uu-7-2017\n  - {}\ndiktum:\n  - Rencana Kerja tercantum dalam Lampiran.\n  - teks: {}\n    rincian: [{}]\n  - Keputusan ini mulai berlaku pada tanggal ditetapkan.\nlampiran:\n  - judul: {}\n    tabel:\n      kolom: [{{judul: Kegiatan}}, {{judul: Target Waktu}}]\n      baris:\n        - [{}, {}]\n        -\n          - {}\n          - {}\n",
            quoted(0),
            of(1, 4),
            of(2, 4),
            flow(3),
            flow(4),
            // A single word would be the id of a legal basis.
            scalar(&format!("Surat Edaran {}", texts[5].0), texts[5].1, 4),
            of(6, 6),
            flow(7),
            of(8, 6),
            flow(9),
            flow(10),
            of(11, 12),
            of(12, 12),
        ),
        &[],
    )
}

proptest! {
    #![proptest_config(tries(300))]

    #[test]
    fn every_year_is_told_of_and_once_is_enough(
        texts in prop::collection::vec((words(), 0..4usize), 13),
        step in 1..4i32,
    ) {
        let text = decree(&texts);
        let new = try_roll(&text, 2025 + step).map_err(TestCaseError::fail)?;
        prop_assert_eq!(years_told(&new.report), years_in(&text), "{}\n{}", text, new.report.table());
        let again = rolled(&new.text, 2025 + step);
        prop_assert_eq!(&again.text, &new.text, "{}", text);
        prop_assert_eq!(again.report.of(Fate::Ubah).count(), 0);
    }

    #[test]
    fn nothing_else_is_found_afterwards(texts in prop::collection::vec((words(), 0..4usize), 13)) {
        let text = decree(&texts);
        let new = try_roll(&text, 2026).map_err(TestCaseError::fail)?;
        let broken = findings(&new.text);
        let sound: Vec<_> = broken.keys().filter(|code| code.starts_with('N') && !["N112", "N116", "N208"].contains(code)).collect();
        prop_assert!(sound.is_empty(), "{:?}\n{}", sound, new.text);
    }

    #[test]
    fn any_text_is_rolled_or_refused(text in any::<String>(), year in 1945..2999i32) {
        let _ = try_roll(&text, year);
        let _ = try_roll(&completed(&format!("menimbang: [{text}]\n"), &[]), year);
        let _ = try_roll(&completed(&format!("diktum:\n  - |\n    {}\n", text.replace('\n', "\n    ")), &[]), year);
    }
}

/// A decree that ends at every byte is rolled or refused, and never grows into something else.
#[test]
fn a_decree_cut_off_anywhere_is_rolled_or_refused() {
    let text = decree(&vec![("rapat Senin, 6 Januari 2025 dan LAKIP 2024".to_owned(), 2); 13]);
    let mut made = 0;
    for (end, _) in text.char_indices().step_by(7) {
        made += usize::from(try_roll(&text[..end], 2026).is_ok());
    }
    assert!(made < text.len() / 7, "{made}");
    assert!(try_roll(&text, 2026).is_ok());
}
