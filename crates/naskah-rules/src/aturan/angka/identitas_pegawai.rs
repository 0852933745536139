//! Numbers of civil servants that are too short or too long, and ranks beside a grade that is not theirs.

use naskah_core::language::WordList;
use naskah_core::language::days;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use crate::parts::cells::Cells;
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Nomor induk pegawai berangka delapan belas, dan golongan sesuai dengan pangkatnya
    ///
    /// Nomor induk pegawai (NIP) terdiri atas 18 angka; nomor lama 9 angka. Setiap pangkat mempunyai satu golongan ruang:
    /// Penata Tingkat I ialah III/d.
    ///
    /// Sumber: Peraturan Kepala BKN 22/2007 tentang nomor identitas pegawai; PP 99/2000 tentang kenaikan pangkat.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa pegawai berpangkat Penata Tingkat I, golongan ruang III/c dengan NIP 19870412 201012 1 03 bertugas pada hari kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa pegawai berpangkat Penata Tingkat I, golongan ruang III/d dengan NIP 19870412 201012 1 003 bertugas pada hari kerja
    /// ```
    "K811" "identitas-pegawai" Peringatan since "0.4.0" => check
}

static NIP: Pattern = Pattern::new(|| pattern(r"\bNIP\.?\s*:?\s*([0-9][0-9 ]{5,26}[0-9])"));
const RANK: &str =
    concat!(r"\b({pangkat-pegawai})\s*[,/(–-]*\s*(?:[Gg]olongan\s+)?(?:[Rr]uang\s+)?\(?", r"((?:I|II|III|IV)/[a-e])\b");

/// Whether the parts of a number of eighteen figures are days, months and a sex.
fn dated(nip: &str) -> bool {
    let part = |from: usize, to: usize| nip.get(from..to).and_then(|part| part.parse::<i32>().ok()).unwrap_or_default();
    let born = days::on(part(0, 4), part(4, 6) as u32, part(6, 8) as u32).is_some();
    let (year, month) = (part(8, 12), part(12, 14));
    born && (1..=12).contains(&(month % 20)) && year >= part(0, 4) + 15 && [1, 2].contains(&part(14, 15))
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    columns(context, report);
    for passage in &context.passages {
        for digits in matches(&NIP, &passage.plain).map(|found| group(&found, 1)) {
            let count = passage.plain[digits.clone()].bytes().filter(u8::is_ascii_digit).count();
            let plain: String = passage.plain[digits.clone()].chars().filter(char::is_ascii_digit).collect();
            if count == 18 && !dated(&plain) {
                report
                    .at(context.place(passage.teks, digits), "tanggal lahir atau bulan pengangkatan dalam NIP ini mustahil")
                    .hint("NIP memuat tanggal lahir, tahun dan bulan pengangkatan, jenis kelamin (1 atau 2), dan nomor urut");
            } else if ![18, 9].contains(&count) {
                report
                    .at(context.place(passage.teks, digits), format!("NIP ini {count} angka, bukan 18"))
                    .hint("periksa nomornya: tanggal lahir, bulan pengangkatan, jenis kelamin, nomor urut");
            }
        }
        if !passage.plain.contains('/') {
            continue;
        }
        let Some(rank) = lists.pattern(RANK) else { continue };
        for found in rank.captures_iter(&passage.plain) {
            let (name, grade) = (group(&found, 1), group(&found, 2));
            let words = passage.plain[name.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
            let right = lists.pairs(WordList::GolonganPegawai).find(|(known, _)| known.eq_ignore_ascii_case(&words));
            if let Some((_, right)) = right.filter(|(_, right)| *right != &passage.plain[grade.clone()]) {
                report
                    .at(context.place(passage.teks, grade), format!("golongan ruang {words} ialah {right}"))
                    .hint("periksa pangkat dan golongannya");
            }
        }
    }
}

/// The cells of a column of numbers: figures alone.
fn columns(context: &Context<'_>, report: &mut Report<'_>) {
    for table in Cells::all(context) {
        for column in (0..table.width()).filter(|column| table.heads[*column] == "nip") {
            for line in table.plain() {
                let text = line.text(column);
                let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                let Some(span) =
                    line.span(column).filter(|_| plain.len() > 8 && plain.bytes().all(|b| b.is_ascii_digit()))
                else {
                    continue;
                };
                if plain.len() == 18 && !dated(&plain) {
                    report
                        .at(span, "tanggal lahir atau bulan pengangkatan dalam NIP ini mustahil")
                        .hint("NIP memuat tanggal lahir, tahun dan bulan pengangkatan, jenis kelamin (1 atau 2), dan nomor urut");
                } else if ![18, 9].contains(&plain.len()) {
                    report
                        .at(span, format!("NIP ini {} angka, bukan 18", plain.len()))
                        .hint("periksa nomornya: tanggal lahir, bulan pengangkatan, jenis kelamin, nomor urut");
                }
            }
        }
    }
}
