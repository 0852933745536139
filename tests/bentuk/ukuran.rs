//! Places and widths, as measured from a decree of the office.

use naskah_pages::typeset::Line;

use crate::support::shown;

use super::{BOTTOM, CM, LEFT, PITCH, RIGHT, TOP, assert_cm, body, pages_of, places, prose};

/// A decree whose Mengingat fills whole pages with long free texts.
fn long_mengingat() -> String {
    let item = format!("  - Peraturan tentang {}\n", prose(4));
    format!("# naskah: abaikan K312 — uji bentuk\nmengingat:\n{}", item.repeat(40))
}

/// The lines that begin at the left edge `x`.
fn at(lines: &[Line], x: f64) -> Vec<Line> {
    lines.iter().filter(|line| (line.x - x).abs() < 0.5).cloned().collect()
}

#[test]
fn lines_stand_one_and_a_half_apart() {
    let made = pages_of(&long_mengingat());
    for page in 1..made.pages().count() - 1 {
        let lines = body(made.pages(), page);
        for pair in lines.windows(2) {
            let pitch = pair[1].y - pair[0].y;
            assert!((pitch - PITCH).abs() < 0.05, "page {}: {pitch:.2} pt before “{}”", page + 1, pair[1].text);
        }
    }
}

#[test]
fn a_full_page_holds_thirty_seven_lines() {
    let made = pages_of(&long_mengingat());
    let counts: Vec<usize> = (1..made.pages().count() - 2).map(|page| body(made.pages(), page).len()).collect();
    assert!(!counts.is_empty() && counts.iter().all(|count| (36..=37).contains(count)), "{counts:?}");
    let lines = body(made.pages(), 1);
    assert!(lines.iter().all(|line| line.y > TOP && line.y < BOTTOM));
}

#[test]
fn items_of_mengingat_stand_where_they_stood() {
    let made = pages_of(&long_mengingat());
    let text = LEFT + 4.25 * CM;
    let lines = body(made.pages(), 1);
    let continued = at(&lines, text);
    assert!(continued.len() > 20, "{} lines begin at 4,25 cm", continued.len());
    let right = continued.iter().map(|line| line.right).fold(0.0, f64::max);
    assert_cm("width of an item of Mengingat", right - text, 11.22..=11.35);
    let justified = continued.iter().filter(|line| (line.right - RIGHT).abs() < 0.5).count();
    assert!(justified * 10 > continued.len() * 7, "{justified} of {} lines end at the right edge", continued.len());
}

#[test]
fn labels_stand_in_their_columns() {
    let made = pages_of("");
    let pieces: Vec<Line> = (0..made.pages().count()).flat_map(|page| made.pages().pieces(page)).collect();
    let x = |text: &str| pieces.iter().find(|piece| piece.text.trim() == text).map_or(f64::NAN, |piece| piece.x - LEFT);
    for label in ["Menimbang", "Mengingat", "Menetapkan", "KESATU", "KEDUA"] {
        assert_cm(label, x(label), -0.02..=0.02);
    }
    assert_cm("the colon", x(":"), 2.98..=3.02);
    assert_cm("the letter of Menimbang", x("a."), 3.35..=3.55);
}

#[test]
fn lists_under_a_diktum_keep_their_width() {
    let items = format!("      - {}\n", prose(3)).repeat(4);
    let made = pages_of(&format!("diktum:\n  - teks: Hari kerja meliputi\n    rincian:\n{items}"));
    let all: Vec<Line> = (0..made.pages().count()).flat_map(|page| body(made.pages(), page)).collect();
    let text =
        all.iter().map(|line| line.x).filter(|x| *x > LEFT + 4.3 * CM && *x < LEFT + 5.0 * CM).fold(RIGHT, f64::min);
    let lines = at(&all, text);
    assert!(lines.len() > 8, "{} lines begin at {text:.1} pt:\n{}", lines.len(), shown(&all));
    let right = lines.iter().map(|line| line.right).fold(0.0, f64::max);
    assert_cm("width of an item under a diktum", right - text, 10.81..=11.15);
}

#[test]
fn the_head_of_a_lampiran_is_a_block_at_the_right() {
    // Words of two letters make a break possible nearly anywhere.
    let name = "Di Ini Ke Si Ia Itu ".repeat(16);
    let lampiran = "lampiran:\n  - orientasi: lanskap\n    tabel: {kolom: [{judul: Hari}], baris: [[Senin]]}\n";
    let made = pages_of(&format!("tentang: {name}\ndiktum: [Isi tercantum dalam Lampiran.]\n{lampiran}"));
    let (page, label) = *places(made.pages(), "LAMPIRAN").last().expect("a head");
    let lines = body(made.pages(), page);
    let head = at(&lines[label..], lines[label].x);
    let right = made.pages().size(page).0 - 2.5 * CM;
    assert_cm("from the left edge of the head to the right edge of the text", right - lines[label].x, 11.77..=12.84);
    let name: Vec<&Line> = head.iter().skip_while(|line| !line.text.starts_with("TENTANG")).collect();
    assert!(name.len() > 3, "the name has {} lines", name.len());
    for pair in name.windows(2) {
        let first = pair[1].text.split(' ').next().unwrap_or_default();
        // No letter is wider than its height; what follows did not fit.
        let reach = (pair[0].right - pair[0].x) + (first.len() + 1) as f64 * 12.0;
        assert!(
            reach / CM > 11.77,
            "“{}” breaks at {:.2} cm before {first}",
            pair[0].text,
            (pair[0].right - pair[0].x) / CM
        );
        assert!((pair[0].right - pair[0].x) / CM < 12.84, "“{}” is too wide", pair[0].text);
    }
}

#[test]
fn nothing_reaches_over_the_margins() {
    let text =
        format!("diktum:\n  - {}\n  - teks: {}\n    rincian: [{}, {}]\n", prose(9), prose(2), prose(5), prose(6));
    let made = pages_of(&text);
    for page in 0..made.pages().count() {
        for piece in made.pages().pieces(page) {
            let inside = piece.x > LEFT - 0.1 && piece.right < RIGHT + 0.1 + 4.0;
            assert!(inside, "page {}: {:.1} to {:.1}: “{}”", page + 1, piece.x, piece.right, piece.text);
        }
    }
}

#[test]
fn numbers_of_narrow_columns_stay_whole_and_words_break_between_syllables() {
    let table = "diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Daftar\n    tabel:\n      kolom:\n        \
                 - {judul: Uraian}\n        - {judul: Jumlah, isi: bilangan, lebar: 1.3 cm}\n        \
                 - {judul: Hasil, lebar: 2.2 cm}\n      baris:\n        - [Satu, 9000, dimutakhirkan]\n        \
                 - [Dua, 7555, [dimutakhirkan]]\n        - total: Semua\n";
    let made = pages_of(table);
    let pages = made.pages();
    let pieces = pages.pieces(pages.count() - 1);
    let whole = |word: &str| pieces.iter().filter(|piece| piece.text == word).collect::<Vec<_>>();
    assert_eq!(whole("16.555").len(), 1, "{}", shown(&pieces));
    // A word in a cell, and one in a list, where the mark takes room from it.
    let parts: Vec<_> =
        pieces.iter().filter(|piece| piece.text.len() > 2 && "dimutakhirkan".contains(&piece.text)).collect();
    let words: String = parts.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(words, "dimutakhirkan".repeat(2), "{}", shown(&pieces));
    assert!(parts.len() > 2 && parts.iter().all(|part| part.right <= RIGHT), "{}", shown(&pieces));
}
