//! Every decree of the project out as a Word file and taken in again: what is printed then, and what is told. The table of it
//! is kept in `bolak-balik.txt`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use naskah_core::resolve::{BlokCetak, Edition, Naskah};
use naskah_formats::serap::Permintaan;
use naskah_testing::{assert_none, compare_file, text_of};

use super::asked;
use crate::word::{bound, decrees, docx, kata};

/// What of a decree is no word: papers, frames, covers, forms, columns, who signs where.
fn shape(naskah: &Naskah) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut put = |text: String| out.extend([text]);
    put(format!("diktum {}", naskah.diktum.len()));
    put(format!("pendamping {}", naskah.penutup.pendamping.is_some()));
    put(format!("anggota {}", naskah.penutup.anggota.len()));
    for (at, lampiran) in naskah.lampiran.iter().enumerate() {
        let at = at + 1;
        put(format!("lampiran {at} lanskap {}", lampiran.lanskap));
        put(format!("lampiran {at} sampul {}", lampiran.sampul));
        put(format!("lampiran {at} bingkai {}", lampiran.bingkai));
        put(format!("lampiran {at} daftar isi {}", lampiran.daftar_isi));
        for (place, block) in lampiran.isi.iter().enumerate() {
            let kind = match block {
                BlokCetak::Bab { no, .. } => format!("bab {no}"),
                BlokCetak::Bagian { no, tingkat, .. } => format!("bagian {no} {tingkat}"),
                BlokCetak::Paragraf { isi, .. } => format!("paragraf dengan {} rincian", isi.rincian.len()),
                BlokCetak::Gambar { .. } => "gambar".to_owned(),
                BlokCetak::Tabel { tabel } => format!(
                    "tabel {} kolom {} baris, isian {}, kepala {}",
                    tabel.rata.len(),
                    tabel.baris.len(),
                    tabel.isian,
                    tabel.kepala.len()
                ),
            };
            put(format!("lampiran {at} blok {}: {kind}", place + 1));
        }
    }
    out
}

/// Where two rows of words part, and how.
fn parted(found: &[String], wanted: &[String]) -> Vec<String> {
    let steps = similar::capture_diff_slices(similar::Algorithm::Myers, wanted, found);
    let one = |step: &similar::DiffOp| {
        let (old, new) = (wanted[step.old_range()].join(" "), found[step.new_range()].join(" "));
        format!("tercetak `{new}`, semula `{old}`")
    };
    steps.iter().filter(|step| !matches!(step, similar::DiffOp::Equal { .. })).map(one).collect()
}

fn row(path: &Path, out: &mut String) {
    let (resolved, _) = bound(path, &text_of(path), &Edition::draft());
    writeln!(out, "{}", path.display()).unwrap();
    let hasil = match asked("a.docx", &docx(&resolved), &Permintaan::default()) {
        Ok(hasil) => hasil,
        Err(refused) => return writeln!(out, "  ditolak: {}", refused.told().0).unwrap(),
    };
    if let Ok(folder) = std::env::var("NASKAH_SERAP") {
        std::fs::write(Path::new(&folder).join(path.to_string_lossy().replace('/', "-")), &hasil.yaml).unwrap();
    }
    let (again, _) = bound(Path::new("a.yaml"), &hasil.yaml, &Edition::draft());
    let (before, after) = (shape(resolved.naskah()), shape(again.naskah()));
    for line in parted(&kata::words(again.naskah()), &kata::words(resolved.naskah())) {
        writeln!(out, "  kata: {line}").unwrap();
    }
    for line in before.difference(&after) {
        writeln!(out, "  bentuk semula: {line}").unwrap();
    }
    for line in after.difference(&before) {
        writeln!(out, "  bentuk menjadi: {line}").unwrap();
    }
    for line in hasil
        .catatan
        .iter()
        .filter(|line| !line.contains("kepala dan kaki halaman") && !line.starts_with("dasar hukum"))
    {
        writeln!(out, "  disebut: {line}").unwrap();
    }
    for line in &hasil.sisa {
        writeln!(out, "  belum ditempatkan: {line}").unwrap();
    }
}

#[test]
fn every_decree_comes_home_but_for_what_is_told() {
    let mut out = String::new();
    decrees().iter().for_each(|path| row(path, &mut out));
    let mut wrong = Vec::new();
    compare_file("crates/naskah-formats/tests/serap/bolak-balik.txt", &out, &mut wrong);
    assert_none(&wrong);
}
