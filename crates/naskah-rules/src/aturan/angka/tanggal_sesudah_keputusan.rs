//! A paper or a meeting that the decree takes note of, with a day after the decree's own.

use naskah_core::language::WordList;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::clause_before;

use crate::parts::moments::{Moment, moments, spans};
use crate::words::Text;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Naskah yang dicatat dalam keputusan tidak bertanggal sesudah keputusan itu
    ///
    /// Berita acara, surat, nota dinas, dan rapat yang menjadi pertimbangan sudah ada ketika keputusan ditetapkan;
    /// tanggal sesudahnya berarti salah satu tanggal keliru. Tanggal acara yang masih akan berlangsung tidak dihitung.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// memperhatikan:
    ///   - Berita Acara Rapat Pleno Komisi Pemilihan Umum Kabupaten Semarang tanggal 9 Desember 2027
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// memperhatikan:
    ///   - Berita Acara Rapat Pleno Komisi Pemilihan Umum Kabupaten Semarang tanggal 2 Januari 2025
    /// ```
    "K801" "tanggal-sesudah-keputusan" Peringatan since "0.4.0" => check
}

static MEETING: Pattern = Pattern::new(|| pattern(r"\b(?:rapat|sidang|pertemuan)\b[^;]{0,200}$"));
static NUMBERED: Pattern = Pattern::new(|| pattern(r"\bNomor\s*:?\s*[^\s;,]*/((?:19|20)[0-9]{2})\b"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    if context.year() == 0 {
        return;
    }
    for (passage, text) in context.worded() {
        if !matches!(passage.part, Part::Memperhatikan(_) | Part::Menimbang(_) | Part::Diktum(_)) {
            continue;
        }
        let later: Vec<Moment> =
            moments(&passage.plain).into_iter().filter(|moment| is_later(context, moment)).collect();
        let spans = if later.is_empty() { Vec::new() } else { spans(&passage.plain) };
        for moment in &later {
            let start = spans.iter().find(|span| span.to.range == moment.range).map(|span| span.range.start);
            let before = clause_before(&passage.plain, start.unwrap_or(moment.range.start));
            dated(context, report, (passage, text), moment, &before);
        }
        if matches!(passage.part, Part::Memperhatikan(_)) {
            numbered(context, report, passage);
        }
    }
}

/// Whether a day lies after that of the decree.
fn is_later(context: &Context<'_>, moment: &Moment) -> bool {
    match (moment.date(), context.day()) {
        (Some(date), Some(own)) => date.parts() > own,
        (Some(date), None) => date.parts().0 > context.year(),
        _ => false,
    }
}

fn dated(
    context: &Context<'_>,
    report: &mut Report<'_>,
    (passage, text): (&Passage<'_>, &Text),
    moment: &Moment,
    before: &str,
) {
    let lists = context.word_lists();
    let past = lists.occurs(WordList::PenandaLampau, before);
    let words: Vec<&str> = before.split_whitespace().collect();
    let near = words.get(words.len().saturating_sub(5)..).unwrap_or_default().join(" ");
    let told_of = if past { near.as_str() } else { before };
    if text.is_fixed(moment.range.start) || lists.occurs(WordList::HariMendatang, told_of) {
        return;
    }
    let paper = lists.occurs(WordList::NaskahTercatat, before);
    let meeting = matches(&MEETING, before).next().is_some();
    let told = match passage.part {
        Part::Memperhatikan(_) => Some(true),
        Part::Menimbang(_) => (past || paper).then_some(past || !meeting),
        _ => (paper && before.contains("nomor") && !meeting).then_some(true),
    };
    let Some(certain) = told else { return };
    let shown = &passage.plain[moment.range.clone()];
    let own = match &context.keputusan.ditetapkan.tanggal {
        Some(day) => format!("{} ialah hari sesudah keputusan ditetapkan, {}", shown, day.value),
        None => format!("{shown} jatuh sesudah tahun keputusan, {}", context.year()),
    };
    let finding = report
        .at(context.place(passage.teks, moment.range.clone()), own)
        .hint("periksa tanggal naskah ini dan tanggal keputusan");
    if !certain {
        finding.unsure();
    }
}

/// The year at the end of a paper's number.
fn numbered(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for year in matches(&NUMBERED, &passage.plain).map(|found| group(&found, 1)) {
        let shown = &passage.plain[year.clone()];
        if shown.parse::<i32>().is_ok_and(|year| year > context.year()) {
            report
                .at(
                    context.place(passage.teks, year.clone()),
                    format!("nomor naskah ini bertahun {shown}, sesudah tahun keputusan, {}", context.year()),
                )
                .hint("periksa nomor naskah ini");
        }
    }
}
