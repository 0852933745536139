//! Edited sheets: exactly the edits come into the YAML, and comments and layout stay.

use naskah::Outcome;
use naskah_formats::sheets::{Isi, Lembar};

use super::{Desk, with};
use crate::support::{difference, text_of};

/// A table as a person writes it, with remarks and every way to write a row.
const TABLE: &str = "\
    # catatan tentang tabel
    tabel:
      kolom:
        - {judul: No, isi: nomor, lebar: 1 cm}
        - {judul: Nama, lebar: 3}
        - {judul: Tugas, lebar: 5}
        - {judul: Jumlah, isi: bilangan}
      baris:
        - kelompok: Pengarah          # kelompok pertama
        - [Andi, 'Ketua: pengarah', 1.234]   # baris satu
        # catatan di atas baris dua
        - sel:
            - \"Budi\"
            - - menyusun *rencana*
              - melapor
            - 12,50
          nomor: tidak
        - - Citra
          - >-
            Tugas yang panjang sekali dan dilipat ke beberapa baris karena tidak muat dalam satu baris
            saja
          - ''
        - jumlah: Jumlah
";

/// Text, and what the same text must be after an edit.
fn check(lampiran: &str, edit: impl Fn(&mut Lembar), wanted: &[(&str, &str)]) {
    let before = with(lampiran);
    let mut expected = before.clone();
    for (old, new) in wanted {
        assert_eq!(expected.matches(old).count(), 1, "{old}");
        expected = expected.replacen(old, new, 1);
    }
    for form in super::FORMS {
        let desk = Desk::new(&before);
        assert_eq!(desk.edited(form, &edit), Outcome::Made, "{form}");
        assert!(desk.text() == expected, "{form}:\n{}", difference(&expected, &desk.text()));
    }
}

fn put(lembar: &mut Lembar, row: usize, column: usize, text: &str) {
    let width = lembar.baris[row].len().max(column + 1);
    lembar.baris[row].resize(width, Isi::Kosong);
    lembar.baris[row][column] = Isi::Teks(text.to_owned());
}

#[test]
fn cells_keep_the_way_they_are_written() {
    check(TABLE, |lembar| put(lembar, 2, 3, "Andi, S.H."), &[("[Andi,", "['Andi, S.H.',")]);
    check(TABLE, |lembar| put(lembar, 2, 4, "Ketua"), &[("'Ketua: pengarah'", "'Ketua'")]);
    check(TABLE, |lembar| put(lembar, 3, 3, "Budi \"B\""), &[("\"Budi\"", "\"Budi \\\"B\\\"\"")]);
    check(TABLE, |lembar| put(lembar, 1, 3, "Pengarah: dua"), &[("kelompok: Pengarah ", "kelompok: 'Pengarah: dua' ")]);
    check(TABLE, |lembar| put(lembar, 2, 5, "1235"), &[("1.234]", "1235]")]);
    check(TABLE, |lembar| put(lembar, 2, 3, "=1+1"), &[("[Andi,", "['=1+1',")]);
    // The same number in another writing is no edit.
    check(TABLE, |lembar| put(lembar, 3, 5, "12,5"), &[]);
    let long =
        "Tugas yang lain tetapi tetap panjang sekali sehingga dilipat ke beberapa baris sebagaimana sebelumnya saja";
    check(
        TABLE,
        |lembar| put(lembar, 4, 4, long),
        &[(
            "            Tugas yang panjang sekali dan dilipat ke beberapa baris karena tidak muat dalam satu baris\n            saja",
            "            Tugas yang lain tetapi tetap panjang sekali sehingga dilipat ke beberapa baris sebagaimana sebelumnya saja",
        )],
    );
    check(TABLE, |lembar| put(lembar, 4, 5, "7"), &[("saja\n          - ''", "saja\n          - 7")]);
}

#[test]
fn lists_in_cells() {
    let list = |lembar: &mut Lembar, text: &str| put(lembar, 3, 4, text);
    check(TABLE, |l| list(l, "- menyusun *rencana*\n- melapor tiap bulan"), &[("- melapor", "- melapor tiap bulan")]);
    check(
        TABLE,
        |l| list(l, "- menyusun *rencana*\n- menilai: hasil\n- melapor"),
        &[("*rencana*\n", "*rencana*\n              - 'menilai: hasil'\n")],
    );
    check(TABLE, |l| list(l, "- melapor"), &[("- menyusun *rencana*\n              - melapor", "- melapor")]);
    check(TABLE, |l| list(l, "melapor saja"), &[("- - menyusun *rencana*\n              - melapor", "- melapor saja")]);
    check(TABLE, |l| put(l, 2, 4, "- memimpin\n- menilai"), &[("'Ketua: pengarah'", "[memimpin, menilai]")]);
}

#[test]
fn rows_come_go_and_move_with_their_remarks() {
    check(
        TABLE,
        |lembar| lembar.baris.insert(3, super::grid(&[&["", "", "", "Dewi", "Anggota, tetap", "5"]]).baris.remove(0)),
        &[("# baris satu\n", "# baris satu\n        - [Dewi, 'Anggota, tetap', 5]\n")],
    );
    check(
        TABLE,
        |lembar| lembar.baris.insert(5, super::grid(&[&["", "kelompok", "", "Pelaksana"]]).baris.remove(0)),
        &[("        - jumlah: Jumlah", "        - kelompok: Pelaksana\n        - jumlah: Jumlah")],
    );
    // The remark over a row that goes stays.
    check(
        TABLE,
        |lembar| drop(lembar.baris.remove(3)),
        &[(
            "        - sel:\n            - \"Budi\"\n            - - menyusun *rencana*\n              - melapor\n            - 12,50\n          nomor: tidak\n",
            "",
        )],
    );
    check(
        TABLE,
        |lembar| lembar.baris.swap(2, 3),
        &[
            ("        - [Andi, 'Ketua: pengarah', 1.234]   # baris satu\n", ""),
            (
                "          nomor: tidak\n",
                "          nomor: tidak\n        - [Andi, 'Ketua: pengarah', 1.234]   # baris satu\n",
            ),
        ],
    );
}

#[test]
fn a_copied_row_is_a_new_one() {
    check(
        TABLE,
        |lembar| {
            let mut copy = lembar.baris[2].clone();
            copy[3] = Isi::Teks("Andini".into());
            copy[5] = Isi::Teks("1234".into());
            lembar.baris.insert(3, copy);
        },
        &[("# baris satu\n", "# baris satu\n        - [Andini, 'Ketua: pengarah', 1234]\n")],
    );
}

#[test]
fn a_plan_is_edited_as_an_outline() {
    let before = text_of("templates/jenis/rencana-aksi/contoh.yaml");
    let find = |lembar: &Lembar, text: &str| {
        let has = |row: &Vec<Isi>| row.iter().any(|isi| isi.text().contains(text));
        lembar.baris.iter().position(has).unwrap_or_else(|| panic!("{text}"))
    };
    for form in super::FORMS {
        let desk = Desk::new(&before);
        let outcome = desk.edited(form, |lembar| {
            // Columns: KUNCI, TINGKAT, KOMPONEN, PENANGGUNG JAWAB, sub, INDIKATOR, LANGKAH, BUKTI, TARGET.
            let row = find(lembar, "Agen perubahan telah ditetapkan");
            let moved = lembar.baris.remove(row);
            let target = find(lembar, "Tim kerja telah dibentuk");
            lembar.baris.insert(target + 1, moved);
            put(lembar, target, 8, "Februari 2026");
            let last = lembar.baris.len();
            lembar.baris.extend(
                super::grid(&[
                    &["", "sub", "", "", "Pengaduan"],
                    &[
                        "",
                        "",
                        "",
                        "",
                        "",
                        "Pengaduan: ditangani",
                        "- mencatat\n- menjawab",
                        "Buku pengaduan",
                        "Mei 2026",
                    ],
                ])
                .baris,
            );
            assert!(last > 5);
        });
        assert_eq!(outcome, Outcome::Made, "{form}");
        let mut expected = before.clone();
        let moved = "              - indikator: Agen perubahan telah ditetapkan\n                langkah: Menetapkan agen perubahan dan rencana kerjanya\n                bukti: Keputusan penetapan agen perubahan\n                target: Februari 2026\n";
        assert!(expected.contains(moved));
        expected = expected.replace(moved, "");
        expected = expected.replace(
            "                target: Januari 2026\n",
            &format!("                target: Februari 2026\n{moved}"),
        );
        expected.push_str(
            "          - nama: Pengaduan\n            indikator:\n              - indikator: 'Pengaduan: ditangani'\n                langkah:\n                  - mencatat\n                  - menjawab\n                bukti: Buku pengaduan\n                target: Mei 2026\n",
        );
        assert!(desk.text() == expected, "{form}:\n{}", difference(&expected, &desk.text()));
    }
}

#[test]
fn what_does_not_fit_is_told_and_nothing_is_written() {
    let before = with(TABLE);
    type Edit = fn(&mut Lembar);
    let edits: [(&str, Edit); 6] = [
        ("a number column holds a word", |lembar| put(lembar, 2, 5, "seratus")),
        ("an unknown key", |lembar| put(lembar, 2, 0, "L1-99-abcdef")),
        ("a key of a row that was another", |lembar| put(lembar, 2, 0, "L1-2-abcdef")),
        ("an unknown kind of row", |lembar| put(lembar, 2, 1, "kelompk")),
        ("a head that was changed", |lembar| put(lembar, 0, 3, "Nama Lengkap")),
        ("a failed formula", |lembar| put(lembar, 2, 3, "#REF!")),
    ];
    for form in super::FORMS {
        for (what, edit) in edits {
            let desk = Desk::new(&before);
            assert_eq!(desk.edited(form, edit), Outcome::Wrong, "{form}: {what}");
            assert_eq!(desk.text(), before, "{form}: {what}");
        }
    }
}

#[test]
fn a_yaml_that_changed_since_is_not_overwritten() {
    let desk = Desk::new(&with(TABLE));
    assert_eq!(desk.export("x.xlsx", None), Outcome::Made);
    let changed =
        desk.text().replace("        - jumlah: Jumlah\n", "        - [Eka, baru, 1]\n        - jumlah: Jumlah\n");
    std::fs::write(desk.path("n.yaml"), &changed).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(desk.import("x.xlsx", None), Outcome::Wrong);
    assert_eq!(desk.text(), changed);
}

#[test]
fn a_thousand_rows() {
    let rows: String = (1..=1000).map(|n| format!("        - [Nama {n}, 'Tugas: {n}']\n")).collect();
    let text = with(&format!("    tabel:\n      kolom: [{{judul: Nama}}, {{judul: Tugas}}]\n      baris:\n{rows}"));
    for form in super::FORMS {
        let desk = Desk::new(&text);
        let outcome = desk.edited(form, |lembar| {
            lembar.baris[1..].reverse();
            put(lembar, 1, 2, "Nama lain");
        });
        assert_eq!(outcome, Outcome::Made);
        let mut lines: Vec<String> = (1..=1000).map(|n| format!("        - [Nama {n}, 'Tugas: {n}']\n")).collect();
        lines.reverse();
        lines[0] = "        - [Nama lain, 'Tugas: 1000']\n".to_owned();
        assert!(desk.text() == text.replace(&rows, &lines.concat()), "{form}");
    }
}

#[test]
fn marks_of_removed_rows_go_with_them() {
    let table = "    tabel:\n      kolom: [{judul: Nama}, {judul: Tugas}]\n      baris:\n        # TINJAU: pertama — masih benar?\n        - [Andi, a]\n        # TINJAU: kedua — masih benar?\n        # catatan yang tinggal\n        - [Budi, b]\n        - [Citra, c]\n";
    let second = [("        # TINJAU: kedua — masih benar?\n", ""), ("        - [Budi, b]\n", "")];
    check(table, |sheet| drop(sheet.baris.remove(2)), &second);
    let first = [(
        "        # TINJAU: pertama — masih benar?\n        - [Andi, a]\n        # TINJAU: kedua",
        "        # TINJAU: kedua",
    )];
    check(table, |sheet| drop(sheet.baris.remove(1)), &first);
}

#[test]
fn a_control_character_is_told_with_its_cell() {
    let text = with("    tabel:\n      kolom: [{judul: Nama}]\n      baris:\n        - [Andi]\n");
    let desk = Desk::new(&text);
    let outcome = desk.edited("csv", |sheet| {
        if let Some(cell) = sheet.baris.get_mut(1).and_then(|row| row.last_mut()) {
            *cell = Isi::Teks("An\u{7}di".into());
        }
    });
    assert_eq!((outcome, desk.text()), (Outcome::Wrong, text));
}
