//! The skeletons of every kind: each place that is still to be filled in is told and keeps the decree from being issued;
//! filled in, it is issued without any consent.

use std::ops::Range;

use super::{Ran, folder, naskah, put};
use crate::support::text_of;
use naskah_core::diag::{Files, Sink};
use naskah_core::language::kosong;
use naskah_core::yaml::{self, Node, Value};

/// What is written in the places of numbers, days and other values with a form of their own; other places take the words
/// that stand in them.
const VALUES: [(&str, &str); 15] = [
    ("[jumlah desa]", "12"),
    ("[jumlah TPS]", "30"),
    ("[laki-laki]", "100"),
    ("[perempuan]", "120"),
    ("[jumlah pemilih]", "220"),
    ("[perolehan suara]", "18820"),
    ("[besaran]", "48000"),
    ("[nilai]", "93"),
    ("[bilangan dan sebutannya]", "220 (dua ratus dua puluh)"),
    ("[tanggal]", "2 Januari 2026"),
    ("[nomor]", "1"),
    ("[bulan]", "Desember"),
    ("[Nama Keputusan yang Diubah]", FIRST),
    ("[Nama Keputusan yang Dicabut]", FIRST),
    ("[laki-laki atau perempuan]", "perempuan"),
];

/// The name of the decree that `mulai` writes.
const FIRST: &str = "Penetapan Jam Layanan Tamu di Lingkungan Komisi Pemilihan Umum Kabupaten Semarang Tahun 2026";

/// The texts of a tree with their places in the file.
fn texts(node: &Node, out: &mut Vec<(Range<usize>, String)>) {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|(_, node)| texts(node, out)),
        Value::Seq(items) => items.iter().for_each(|node| texts(node, out)),
        Value::Scalar { text, .. } => out.push((node.span.start..node.span.end, text.clone())),
        Value::Null => {}
    }
}

/// The texts of a decree that have places to be filled in, in the order of the file.
fn open(text: &str) -> Vec<(Range<usize>, String)> {
    let (mut files, mut sink, mut out) = (Files::default(), Sink::default(), Vec::new());
    let file = files.add("n.yaml", text);
    texts(&yaml::parse(&files, file, &mut sink).expect("YAML"), &mut out);
    out.retain(|(_, text)| !kosong::tempat(text).is_empty());
    out
}

/// The places of a decree as they are typed, sorted.
fn places(text: &str) -> Vec<String> {
    let of = |(_, text): &(Range<usize>, String)| {
        kosong::tempat(text).into_iter().map(|place| text[place].to_owned()).collect::<Vec<_>>()
    };
    let mut all: Vec<String> = open(text).iter().flat_map(of).collect();
    all.sort();
    all
}

/// The decree with every place filled in.
fn filled(text: &str) -> String {
    let value = |place: &str| {
        let known = VALUES.iter().find(|(name, _)| *name == place).map(|(_, value)| (*value).to_owned());
        known.unwrap_or_else(|| place.trim_matches(['[', ']']).replace(',', ""))
    };
    let mut out = text.to_owned();
    for (range, text) in open(text).into_iter().rev() {
        let mut new = text.clone();
        for place in kosong::tempat(&text).into_iter().rev() {
            new.replace_range(place.clone(), &value(&text[place]));
        }
        let number = new.parse::<u32>().is_ok();
        let written = if number { new } else { format!("'{}'", new.replace('\'', "''")) };
        // A text of several lines begins behind its sign.
        let from = yaml::block_sign(&out, range.start).unwrap_or(range.start);
        let end = range.start + out[range.clone()].trim_end().len();
        out.replace_range(from..end, &written);
    }
    out
}

/// The places that a run tells of, by what stands before each and behind it.
fn told(ran: &Ran, before: &str, end: &str) -> Vec<String> {
    let all = format!("{}{}", ran.told(), ran.err);
    let place = |line: &str| Some(line.split_once(before)?.1.strip_suffix(end)?.to_owned());
    let mut found: Vec<String> = all.lines().filter_map(place).collect();
    found.sort();
    found
}

#[test]
fn every_place_of_every_kind_is_told_and_filled() {
    let here = folder(&[]);
    let begin = ["mulai", "--wilayah", "kab semarang", "--ketua", "Nama Ketua", "--sekretaris", "Nama Sekretaris"];
    let certifier = ["--pengesah", "Nama Pengesah", "--jabatan", "Kepala Subbagian Hukum", "--tahun", "2026"];
    assert_eq!(naskah(here.path(), begin.iter().chain(&certifier)).code, Some(0));
    // Some laws are cited whose gazette number the data lack.
    let issue =
        |path: &str| naskah(here.path(), ["terbit", path, "--tanggal", "2026-03-02", "--ya", "--setujui", "N208"]);
    assert_eq!(issue("data/keputusan/2026/jam-layanan-tamu.yaml").code, Some(0));
    let kinds = naskah(here.path(), ["jenis"]).told();
    let mut kinds: Vec<&str> = kinds.lines().filter_map(|line| line.split_whitespace().next()).collect();
    // What is revoked cannot be amended any more.
    kinds.sort_by_key(|kind| *kind == "pencabutan");
    for kind in kinds {
        let made = naskah(here.path(), ["baru", kind, "--tahun", "2026"]);
        let path = format!("data/keputusan/2026/{kind}.yaml");
        let text = text_of(here.path().join(&path));
        let wanted = places(&text);
        let listed: Vec<String> = told(&made, "masih harus diisi: baris ", "")
            .iter()
            .filter_map(|line| Some(line.split_once(": ")?.1.to_owned()))
            .collect();
        let sorted = |mut list: Vec<String>| {
            list.sort();
            list
        };
        assert_eq!(sorted(listed), wanted, "{kind}");
        assert!(!text.contains(", 0,") && !text.contains(", 0]"), "{kind}: a number that nobody wrote");
        let paper = ["berita-acara", "surat-perintah"].contains(&kind);
        let refused = issue(&path);
        if !paper {
            assert_eq!(told(&refused, "tempat yang belum diisi: `", "`"), wanted, "{kind}: {}", refused.err);
        }
        assert_eq!(refused.code, Some(1), "{kind}");
        put(&here, &path, filled(&text).as_bytes());
        let ran = match paper {
            true => naskah(here.path(), ["susun", "--konsep", &path, "-o", "paper.pdf", "--timpa"]),
            false => issue(&path),
        };
        assert_eq!(ran.code, Some(0), "{kind}: {}\n{}", ran.err, filled(&text));
    }
}
