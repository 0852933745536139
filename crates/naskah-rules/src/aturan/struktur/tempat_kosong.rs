//! Places that are still to be filled in: rows of dots, "Nomor , Tambahan", a number without its digits.

use std::ops::Range;

use crate::words::Mask;
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::kosong;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::fold;

declare_rule! {
    /// Tidak ada tempat yang belum diisi
    ///
    /// Deretan titik atau garis bawah, “Nomor” dan “Tahun” tanpa angkanya, dan nomor keputusan yang belum berangka ialah
    /// sisa contoh; keputusan tidak terbit sebelum tempat itu dijawab. Deretan titik di dalam lampiran ditanyakan, karena
    /// dapat merupakan formulir.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja di Desa .......... perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja di Desa Genuk perlu ditetapkan
    /// ```
    "K123" "tempat-kosong" Peringatan since "0.4.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    number(context, report);
    let open = |part: Part| !matches!(part, Part::Nomor | Part::NomorBaris { .. });
    for (passage, words) in context.all_worded().filter(|(passage, _)| passage.part.is_printed() && open(passage.part))
    {
        parts(context, report, passage);
        if is_label(context, passage) {
            tell(context, report, passage, 0..passage.plain.len(), false);
        }
        let text = passage.plain.as_str();
        let quoted = |place: &Range<usize>| words.mask_at(place.start).is_some_and(|mask| mask == Mask::Kutip);
        let places = kosong::tempat(text);
        // Beside a row of dots the number is what the row stands for.
        let rows = places.iter().any(|place| kosong::tanpa_angka(text, place).is_none());
        for place in places {
            match kosong::tanpa_angka(text, &place) {
                Some(_) if rows || is_cited(context, passage, &place) => {}
                Some(word) => tell(context, report, passage, word, true),
                None if quoted(&place) || is_left_out(text, &place) => {}
                None => {
                    let certain = kosong::pasti(text, &place);
                    tell(context, report, passage, place, certain);
                }
            }
        }
    }
}

/// Whether a cell says no more than the head of its own column.
fn is_label(context: &Context<'_>, passage: &Passage<'_>) -> bool {
    let Part::Sel { tabel, kolom, .. } = passage.part else { return false };
    let (text, column) = (fold(&passage.plain), context.tables.get(tabel).and_then(|table| table.columns.get(kolom)));
    let head = column.map(|column| fold(&column.judul.as_plain())).unwrap_or_default();
    text == head && text.len() > 2
}

/// A part of a provision that is announced and does not follow.
static PART: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?:\bPasal\s+[0-9]+[A-Z]?|\bayat\s+\([0-9]+[a-z]?\)|\b[Dd]iktum\s+KE[A-Z]+(?:\s[A-Z]{4,})*)\s+",
        r"(huruf|ayat|angka)\b\s*(\([0-9a-z]+\)|[0-9]+|[a-z]{1,2}\b|kapital|besar)?"
    ))
});

/// "Pasal 20 huruf dan": the letter, the number is lost.
fn parts(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for found in matches(&PART, &passage.plain) {
        let (word, mark) = (group(&found, 1), group(&found, 2));
        if mark.is_empty() {
            let shown = passage.plain[word.clone()].to_owned();
            report
                .at(context.place(passage.teks, word), format!("sesudah kata “{shown}” tidak disebut yang mana"))
                .hint(format!("tulis {shown}nya, atau hapus kata itu"));
        }
    }
}

/// Three dots behind a word or at the end leave words out.
fn is_left_out(text: &str, place: &Range<usize>) -> bool {
    let shown = &text[place.clone()];
    let dots = shown.chars().filter(|c| *c == '.').count() + 3 * shown.matches('…').count();
    let few = dots == 3 && shown.chars().all(|c| ".… ".contains(c));
    few && (shown.contains(' ') || place.end == text.len() || text[..place.start].ends_with(char::is_alphanumeric))
}

/// Whether a place lies in a citation whose parts another rule asks for.
fn is_cited(context: &Context<'_>, passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let here = |one: usize| context.passages.get(one).is_some_and(|own| std::ptr::eq(own, passage));
    context.citations().all.iter().any(|cited| here(cited.passage) && cited.sitasi.kepala().contains(&range.start))
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, range: Range<usize>, certain: bool) {
    // A form is filled in by those who use it.
    let form = match passage.part {
        Part::Sel { .. } | Part::Kolom(_) | Part::Kelompok(_) => true,
        Part::Naskah(_) => {
            let before = passage.plain[..range.start].trim_end();
            before.ends_with([':', '(']) || before.split_whitespace().count() < 4
        }
        _ => false,
    };
    let told = report
        .at(context.place(passage.teks, range), "tempat ini belum diisi")
        .hint("isi, atau hapus bagian kalimat itu");
    if form || !certain {
        told.unsure();
    }
}

/// A number without its own figure at the head, and one that begins with zeros.
fn number(context: &Context<'_>, report: &mut Report<'_>) {
    let decree = context.keputusan;
    let label =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_alphabetic() || " :".contains(c)).len();
    let lines = [decree.nomor.as_ref(), decree.kepala.nomor.as_ref()];
    for teks in lines.into_iter().flatten() {
        let text = teks.as_plain();
        let from = label(&text);
        let own = text[from..].trim();
        let first = own.split('/').next().unwrap_or_default();
        let open = !own.is_empty() && !first.contains(|c: char| c.is_ascii_digit());
        // Numbers with slashes were so written.
        let zero = own.len() > 1 && own.starts_with('0') && !own.contains('/');
        let message = match () {
            () if open => "nomor keputusan belum diisi angkanya",
            () if zero => "nomor keputusan diawali nol",
            () => continue,
        };
        let hint = if open { "tulis angkanya" } else { "tulis angkanya tanpa nol di depan" };
        report.at(context.place(teks, from..text.len()), message).hint(hint);
    }
}
