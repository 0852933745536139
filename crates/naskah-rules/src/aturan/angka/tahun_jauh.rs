//! A year so far from that of the decree that a digit of it must be wrong.

use naskah_core::language::words::clause_before;
use naskah_core::language::years::{self, Year};
use naskah_core::language::{WordList, WordLists};

use crate::parts::rows::{ColumnRole, role_of};
use crate::words::Text;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Tahun di dalam naskah tidak jauh dari tahun keputusan tanpa sebab
    ///
    /// Tahun 2052 di dalam keputusan tahun 2025, atau surat bertanggal tahun 2003 di dalam keputusan tahun 2023, biasanya
    /// salah satu angkanya tertukar. Rencana jangka panjang, kelahiran, dan peraturan lama tidak dihitung.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja berlaku sampai dengan tanggal 31 Desember 2052
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja berlaku sampai dengan tanggal 31 Desember 2025
    /// ```
    "K804" "tahun-jauh" Peringatan since "0.4.0" => check
}

/// So many years ahead nobody plans but in plans of the long term.
const AHEAD: i32 = 11;

/// So many years old no paper is that a decree rests on.
const OLD: i32 = 15;

/// So many years old is worth a question.
const DATED: i32 = 6;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let own = context.year();
    if own == 0 {
        return;
    }
    for (passage, text) in context.worded() {
        let column = role_of(context, passage.part);
        if matches!(passage.part, Part::Mengingat(_)) || matches!(column, Some(ColumnRole::Tahun | ColumnRole::Waktu)) {
            continue;
        }
        for year in years::years_in(&passage.plain) {
            if text.is_fixed(year.range.start) {
                continue;
            }
            if year.from >= own + AHEAD {
                ahead(context, report, passage, &year, own);
            } else if year.from <= own - DATED {
                behind(context, report, (passage, text), &year, own);
            }
        }
    }
}

/// Whether a year becomes another one by one wrong digit or two that changed places.
fn near(a: i32, b: i32) -> bool {
    naskah_core::diag::distance(&a.to_string(), &b.to_string()) == 1
}

fn ahead(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, year: &Year, own: i32) {
    let before = clause_before(&passage.plain, year.range.start);
    let told = year.dated || before.trim_end().ends_with("tahun") || before.trim_end().ends_with("anggaran");
    if !told || context.word_lists().occurs(WordList::RencanaPanjang, &before) {
        return;
    }
    let finding = report
        .at(
            context.place(passage.teks, year.range.clone()),
            format!("tahun {} jauh sesudah tahun keputusan, {own}", year.from),
        )
        .hint("periksa angkanya");
    if !near(year.from, own) && !near(year.from, own + 1) && !year.full_date {
        finding.unsure();
    }
}

/// Papers and meetings that are noted, with a full date.
fn behind(context: &Context<'_>, report: &mut Report<'_>, (passage, _): (&Passage<'_>, &Text), year: &Year, own: i32) {
    let lists = context.word_lists();
    if !year.full_date || !matches!(passage.part, Part::Memperhatikan(_) | Part::Menimbang(_) | Part::Diktum(_)) {
        return;
    }
    let before = clause_before(&passage.plain, year.range.start);
    if !is_paper(lists, &before) || lists.occurs(WordList::AwalMula, &before) {
        return;
    }
    let finding = report
        .at(
            context.place(passage.teks, year.range.clone()),
            format!("tahun {} jauh sebelum tahun keputusan, {own}", year.from),
        )
        .hint("periksa tahun naskah ini");
    if own - year.from < OLD || !near(year.from, own) && !near(year.from, own - 1) {
        finding.unsure();
    }
}

/// Whether the date is that of a paper of the offices, not of a rule or a judgment.
fn is_paper(lists: &WordLists, before: &str) -> bool {
    let other = ["putusan", "keputusan", "peraturan", "undang-undang", "perjanjian"];
    lists.occurs(WordList::NaskahTercatat, before) && !naskah_core::language::words::has_word(before, &other)
}
