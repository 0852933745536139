//! Numbers of civil servants that are too short or too long, and ranks beside a grade that is not theirs.

use naskah_core::diag::Span;
use naskah_core::language::WordList;
use naskah_core::language::days;
use naskah_core::language::nomor_orang::NomorOrang;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use crate::parts::cells::Cells;
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Nomor induk pegawai dan kependudukan lengkap angkanya, dan golongan sesuai dengan pangkatnya
    ///
    /// Nomor induk pegawai (NIP) terdiri atas 18 angka, nomor lama 9 angka; NIK dan nomor kartu keluarga 16 angka. Setiap pangkat mempunyai satu golongan ruang:
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

const IMPOSSIBLE: &str = "tanggal lahir atau bulan pengangkatan dalam NIP ini mustahil";
const PARTS: &str = "NIP memuat tanggal lahir, tahun dan bulan pengangkatan, jenis kelamin (1 atau 2), dan nomor urut";
const LOOK: &str = "periksa nomornya: tanggal lahir, bulan pengangkatan, jenis kelamin, nomor urut";

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    columns(context, report);
    for passage in &context.passages {
        for digits in matches(&NIP, &passage.plain).map(|found| group(&found, 1)) {
            let count = passage.plain[digits.clone()].bytes().filter(u8::is_ascii_digit).count();
            let plain: String = passage.plain[digits.clone()].chars().filter(char::is_ascii_digit).collect();
            if count == 18 && !dated(&plain) {
                report.at(context.place(passage.teks, digits), IMPOSSIBLE).hint(PARTS);
            } else if ![18, 9].contains(&count) {
                report.at(context.place(passage.teks, digits), format!("NIP ini {count} angka, bukan 18")).hint(LOOK);
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

/// A number within a cell, also with letters that look like figures.
static WRITTEN: Pattern = Pattern::new(|| pattern(r"\b[0-9][0-9OoIl ]{7,60}[0-9OoIl]\b"));

/// The cells of a column of numbers, or of names with their numbers.
fn columns(context: &Context<'_>, report: &mut Report<'_>) {
    for table in Cells::all(context) {
        for column in 0..table.width() {
            let Some(nomor) = NomorOrang::of(&table.heads[column], context.word_lists()) else { continue };
            if !nomor.angka.contains(&NIP_FIGURES) {
                others(context, (&table, column), &nomor, report);
                continue;
            }
            let alone = table.heads[column] == "nip";
            for line in table.plain() {
                let (text, span) = (line.text(column), line.span(column));
                // Behind the word itself it is read everywhere.
                let (Some(span), false) = (span, text.contains("NIP")) else { continue };
                let found = matches(&WRITTEN, &text).map(|found| group(&found, 0)).next();
                let Some(number) = found.filter(|found| !alone || found.len() == text.trim().len()) else { continue };
                let plain: String = text[number].chars().filter(|c| !c.is_whitespace()).collect();
                written(report, span, &plain);
            }
        }
    }
}

/// Numbers of citizens and of families in a column of their own; what is wrong in a sheet is told by its reading.
fn others(context: &Context<'_>, (table, column): (&Cells<'_>, usize), nomor: &NomorOrang, report: &mut Report<'_>) {
    let typed = |span: &Span| context.files.sheet(span.file).is_none();
    for line in table.plain() {
        let text = line.text(column);
        let figures = text.chars().all(|c| c.is_ascii_digit() || " .-".contains(c));
        let count = text.bytes().filter(u8::is_ascii_digit).count();
        let (true, Some(span)) = (figures && count > 5, line.span(column).filter(typed)) else { continue };
        if let Some(message) = nomor.objection(count) {
            report.at(span, message).hint("periksa angkanya pada dokumen asalnya");
        }
    }
}

/// So many figures has the number of a civil servant.
const NIP_FIGURES: usize = 18;

/// What is wrong with a number that stands in a cell.
fn written(report: &mut Report<'_>, span: Span, plain: &str) {
    if let Some(letter) = plain.chars().find(|c| c.is_alphabetic()) {
        report.at(span, format!("NIP ini memuat huruf `{letter}`")).hint("apakah yang dimaksud angka 0 atau 1?");
    } else if plain.len() == 18 && !dated(plain) {
        report.at(span, IMPOSSIBLE).hint(PARTS);
    } else if ![18, 9].contains(&plain.len()) {
        report.at(span, format!("NIP ini {} angka, bukan 18", plain.len())).hint(LOOK);
    }
}
