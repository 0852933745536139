//! The book of a year, damaged by chance: both readers tell the same of it.

use naskah::office::register::{Baris, Batal, Buku, Kunci, Peristiwa, Tahun, Terbit};
use naskah_core::diag::{Files, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_testing::tries;
use proptest::prelude::*;

/// The lines of a sound book.
fn book(kinds: &[bool]) -> Vec<String> {
    let kunci = |nth: usize| Kunci {
        kantor: "kab-uji".to_owned(),
        tahun: 2026,
        seri: "ketua".to_owned(),
        nomor: nth.to_string(),
    };
    let issued = || Peristiwa::Terbit(Box::new(Terbit { dasar: vec!["uu-7-2017".to_owned()], ..Terbit::default() }));
    let withdrawn = || Peristiwa::Batal(Batal { alasan: "keliru".to_owned(), tanggal: None });
    let event = |issue: bool| if issue { issued() } else { withdrawn() };
    let line = |(at, issue): (usize, &bool)| Baris {
        urut: at + 1,
        sebelum: Sidik::default(),
        kunci: kunci(at / 2 + 1),
        peristiwa: event(*issue),
    };
    kinds.iter().enumerate().map(line).map(|line| serde_json::to_string(&line).expect("a line")).collect()
}

/// The lines as a book whose chain holds.
fn chained(lines: &[String]) -> String {
    let (mut before, mut out) = (Sidik::default(), String::new());
    for line in lines {
        let line = line.replacen(&Sidik::default().to_string(), &before.to_string(), 1);
        before = Sidik::of(&line);
        out += &line;
        out.push('\n');
    }
    out
}

/// A part of a line is another, or gone.
fn damaged(line: &str, at: usize, with: &str) -> String {
    let places: Vec<usize> = line.match_indices([',', ':', '{', '}', '"', '0']).map(|(at, _)| at).collect();
    let Some(from) = places.get(at % places.len().max(1)).copied() else { return line.to_owned() };
    let to = places.iter().copied().find(|place| *place > from).unwrap_or(line.len());
    format!("{}{with}{}", &line[..from], &line[to..])
}

proptest! {
    #![proptest_config(tries(2000))]

    #[test]
    fn both_readers_of_a_book_tell_the_same(
        kinds in prop::collection::vec(any::<bool>(), 1..5),
        hits in prop::collection::vec((any::<usize>(), any::<usize>(), prop::sample::select(vec!["", "null", "1", "-1", "\"x\"", ",\"x\":1", "[]", "{", "\u{e9}", "\\n"])), 0..3),
        late in any::<bool>(),
        cut in prop::option::of(any::<usize>()),
    ) {
        let mut lines = book(&kinds);
        let mut whole = chained(&lines);
        for (line, at, with) in hits {
            let count = lines.len();
            lines[line % count] = damaged(&lines[line % count], at, with);
            whole = if late { damaged(&whole, at, with) } else { chained(&lines) };
        }
        let mut bytes = whole.into_bytes();
        if let Some(cut) = cut {
            let at = cut % bytes.len().max(1);
            bytes[at] = bytes[at].wrapping_add(u8::try_from(cut % 251).unwrap_or(1));
        }
        let read = Tahun::read(&bytes);
        let mut sink = Sink::default();
        let short = Buku::at("/nonexistent").ringkas(2026, &bytes, &mut Files::default(), &mut sink);
        let keys = |year: &Tahun| year.baris.iter().map(|line| line.kunci.clone()).collect::<Vec<_>>();
        prop_assert_eq!(
            read.as_ref().ok().map(keys),
            short.map(|lines| lines.iter().map(|line| line.kunci.owned()).collect()),
            "{:?}: {:?}", String::from_utf8_lossy(&bytes), read
        );
    }
}
