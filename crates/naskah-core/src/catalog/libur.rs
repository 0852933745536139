//! National holidays and days of joint leave, a file for each year.

use std::collections::BTreeMap;

use crate::decree::Tanggal;
use crate::diag::Sink;
use crate::yaml::{Field, Node, Shape, Table};

/// The days of a year on which offices are closed.
#[derive(Debug, Clone, Default)]
pub struct Libur {
    /// National holidays with their names.
    pub libur: BTreeMap<Tanggal, String>,
    /// Days of joint leave with the holidays that they belong to.
    pub cuti_bersama: BTreeMap<Tanggal, String>,
}

/// The fields of a year's file.
pub const SHAPE: Shape = Shape {
    name: "libur",
    fields: &[
        Field::wajib("tahun", "tahun", "2025", "tahun"),
        Field::wajib("libur", "daftar hari libur", "[{tanggal: 2025-01-01, nama: Tahun Baru}]", "hari libur nasional"),
        Field::boleh("cuti_bersama", "daftar hari libur", "[{tanggal: 2025-12-26, nama: Natal}]", "hari cuti bersama"),
        Field::wajib("sumber", "daftar teks", "[Keputusan Bersama Menteri …]", "tempat setiap fakta ditemukan"),
        Field::wajib("kepastian", "terverifikasi | umum | belum", "terverifikasi", "kepastian fakta"),
    ],
};

/// The fields of a day.
pub const HARI: Shape = Shape {
    name: "hari libur",
    fields: &[
        Field::wajib("tanggal", "tanggal", "2025-01-01", "hari"),
        Field::wajib("nama", "teks", "Tahun Baru 2025 Masehi", "nama hari libur"),
    ],
};

impl Libur {
    /// Reads a year of [`SHAPE`].
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SHAPE, sink)?;
        table.get("kepastian").and_then(|node| node.choice(&super::Kepastian::WORDS, sink));
        table.word("tahun", sink);
        let mut days = |key: &str| -> BTreeMap<Tanggal, String> {
            let list = table.get(key).map(|node| node.list(sink)).unwrap_or_default();
            list.iter().filter_map(|node| read_day(node, sink)).collect()
        };
        Some(Self { libur: days("libur"), cuti_bersama: days("cuti_bersama") })
    }
}

fn read_day(node: &Node, sink: &mut Sink) -> Option<(Tanggal, String)> {
    let table = Table::open(node, &HARI, sink)?;
    Some((table.get("tanggal")?.parse(sink)?, table.word("nama", sink)?))
}
