//! Decrees that are spoiled, and rows in any order: an answer, never a panic.

use proptest::prelude::*;

use naskah_testing::tries;

use super::run;
use crate::support::{completed, text_of};

/// A way to spoil a decree.
#[derive(Debug, Clone)]
enum Spoil {
    Delete(usize),
    Double(usize),
    Swap(usize, usize),
    Cut(usize),
    Put(usize, char),
    Indent(usize, usize),
}

fn spoil() -> impl Strategy<Value = Spoil> {
    let at = || 0..10_000usize;
    let sign = prop::sample::select(vec![
        ':', '-', '[', ']', '{', '}', '\'', '"', '#', '&', '*', '^', '<', ' ', '\n', '0', 'é', '|',
    ]);
    prop_oneof![
        at().prop_map(Spoil::Delete),
        at().prop_map(Spoil::Double),
        (at(), at()).prop_map(|(a, b)| Spoil::Swap(a, b)),
        at().prop_map(Spoil::Cut),
        (at(), sign).prop_map(|(at, c)| Spoil::Put(at, c)),
        (at(), 0..8usize).prop_map(|(at, n)| Spoil::Indent(at, n)),
    ]
}

fn spoiled(text: &str, spoils: &[Spoil]) -> String {
    let mut text = text.to_owned();
    for spoil in spoils {
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        let count = lines.len().max(1);
        if lines.is_empty() {
            return text;
        }
        match *spoil {
            Spoil::Delete(at) => drop(lines.remove(at % count)),
            Spoil::Double(at) => lines.insert(at % count, lines[at % count].clone()),
            Spoil::Swap(a, b) => lines.swap(a % count, b % count),
            Spoil::Indent(at, n) => {
                let line = &mut lines[at % count];
                *line = format!("{}{}", " ".repeat(n), line.trim_start_matches(' '));
            }
            Spoil::Cut(at) | Spoil::Put(at, _) => {
                let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
                let at = places[at % places.len()];
                match *spoil {
                    Spoil::Put(_, c) => text.insert(at, c),
                    _ => text.truncate(at),
                }
                continue;
            }
        }
        text = lines.concat();
    }
    text
}

proptest! {
    #![proptest_config(tries(400))]

    #[test]
    fn a_spoiled_decree_never_panics(
        path in prop::sample::select(vec![
            "templates/jenis/umum/contoh.yaml",
            "templates/jenis/rencana-aksi/contoh.yaml",
            "templates/jenis/pedoman-teknis/contoh.yaml",
            "tests/keputusan/prov-jateng-plh-ketua.yaml",
        ]),
        spoils in prop::collection::vec(spoil(), 1..4),
    ) {
        let text = spoiled(&text_of(path), &spoils);
        if let Err(found) = run(&text) {
            prop_assert!(!found.contains("N403") && !found.contains("N404") && !found.contains("N005"), "{found}");
        }
    }
}

/// Every order of up to four rows of all kinds, also merged ones, alone and as the end of a longer table.
#[test]
fn any_order_of_rows_becomes_pages() {
    let kinds = ["[x, 1]", "{kelompok: Kelompok}", "{jumlah: Jumlah}", "[^, 2]", "{sel: [y, ''], nomor: tidak}"];
    let orders = (1..=4u32).flat_map(|length| {
        (0..kinds.len().pow(length))
            .map(move |code| (0..length).map(|at| kinds[code / kinds.len().pow(at) % kinds.len()]).collect::<Vec<_>>())
    });
    let mut wrong = Vec::new();
    for (number, order) in orders.enumerate() {
        let before = if number % 7 == 0 { "[z, 0], ".repeat(27) } else { String::new() };
        let table =
            format!("kolom: [{{judul: A}}, {{judul: B, isi: bilangan}}], baris: [{before}{}]", order.join(", "));
        let text = completed(
            &format!("diktum: [Isi tercantum dalam Lampiran.]\nlampiran: [{{judul: Daftar, tabel: {{{table}}}}}]\n"),
            &[],
        );
        match std::panic::catch_unwind(|| run(&text)) {
            Ok(Err(found)) if !found.contains("N305") => wrong.push(format!("{order:?}: {found}")),
            Ok(_) => {}
            Err(_) => wrong.push(format!("{order:?} after {} rows: panic", before.matches('z').count())),
        }
    }
    assert!(wrong.is_empty(), "{} orders fail, such as\n{}", wrong.len(), wrong[..wrong.len().min(12)].join("\n"));
}
