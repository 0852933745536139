//! Cells of one column that are worded or ended in another way than all the others.

use naskah_core::language::WordList;
use naskah_core::language::forms::{Form, form};
use naskah_core::language::words::words;

use crate::parts::cells::{Cells, Line};
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Sel dalam satu kolom sebentuk
    ///
    /// Bila sel lain dalam kolom itu diawali kata kerja, satu sel yang diawali kata benda dirumuskan sama; demikian
    /// sebaliknya. Titik di akhir sel dipakai pada semua sel atau tidak sama sekali.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang ragam bahasa; praktik penyusunan tabel.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Uraian Tugas}]
    ///       baris: [[menyusun jadwal piket], [mencatat kehadiran pegawai], [menerima tamu kantor], [penyampaian laporan bulanan]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Uraian Tugas}]
    ///       baris: [[menyusun jadwal piket], [mencatat kehadiran pegawai], [menerima tamu kantor], [menyampaikan laporan bulanan]]
    /// ```
    "K620" "kolom-tidak-sejajar" Peringatan since "0.4.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in Cells::all(context) {
        for column in 0..table.width() {
            let lines: Vec<(&Line<'_>, String)> = table
                .plain()
                .map(|line| (line, line.text(column)))
                .filter(|(_, text)| !text.trim().is_empty())
                .collect();
            let phrases = lines.iter().filter(|(_, text)| text.split_whitespace().count() > 1).count();
            capitals(context, report, &lines, column);
            if lines.len() > 2 && phrases == lines.len() {
                forms(context, report, &lines, column);
                stops(context, report, &lines, column);
            }
        }
    }
}

/// The one cell that begins with a noun of action among verbs, or with a verb among such nouns.
/// So many cells with a capital show that a small letter is a slip.
const LOUD: usize = 4;

/// The one cell that begins with a small letter, where all others begin with a capital.
fn capitals(context: &Context<'_>, report: &mut Report<'_>, lines: &[(&Line<'_>, String)], column: usize) {
    let small = |text: &str| text.trim_start().starts_with(char::is_lowercase);
    let odd: Vec<usize> = (0..lines.len()).filter(|at| small(&lines[*at].1)).collect();
    let loud = lines.iter().filter(|(_, text)| text.trim_start().starts_with(char::is_uppercase)).count();
    let [at] = odd[..] else { return };
    let first = lines[at].1.split_whitespace().next().unwrap_or_default();
    let word = first.len() > 3 && first.chars().all(char::is_alphabetic) && context.catalog.kata().has(first);
    if let (Some(span), true) = (lines[at].0.span(column), loud >= LOUD && loud + 1 == lines.len() && word) {
        let right = naskah_core::language::capitals::capital(first);
        report
            .at(span, "sel ini diawali huruf kecil, sel lain huruf kapital")
            .hint(format!("apakah seharusnya `{right}`?"))
            .unsure();
    }
}

fn forms(context: &Context<'_>, report: &mut Report<'_>, lines: &[(&Line<'_>, String)], column: usize) {
    // The first cells show whether there is a form that all but one may have.
    let first: Vec<Form> = lines.iter().take(3).map(|(_, text)| form(context.word_lists(), text)).collect();
    let count = |wanted: Form| first.iter().filter(|form| **form == wanted).count();
    if lines.len() < 4 || (count(Form::Me) < 2 && count(Form::Benda) < 2) {
        return;
    }
    let forms: Vec<Form> = lines.iter().map(|(_, text)| form(context.word_lists(), text)).collect();
    for (common, other) in [(Form::Me, Form::Benda), (Form::Benda, Form::Me)] {
        let odd: Vec<usize> = (0..forms.len()).filter(|at| forms[*at] != common).collect();
        let [at] = odd[..] else { continue };
        if forms[at] != other {
            continue;
        }
        let Some(span) = lines[at].0.span(column) else { continue };
        let first = words(&lines[at].1).first().map(|word| word.folded.clone()).unwrap_or_default();
        let told = report
            .at(span, format!("sel ini diawali {} (`{first}`), sel lain {}", other.shown(), common.shown()))
            .hint("rumuskan sebentuk dengan sel lain dalam kolom ini");
        if let Some(like) =
            lines.iter().find(|(line, _)| line.span(column) != Some(span)).and_then(|(line, _)| line.span(column))
        {
            told.label(like, "seperti sel ini");
        }
    }
}

/// The one cell that ends with a full stop, or the one that does not.
fn stops(context: &Context<'_>, report: &mut Report<'_>, lines: &[(&Line<'_>, String)], column: usize) {
    if !lines.iter().any(|(_, text)| text.trim_end().ends_with('.')) {
        return;
    }
    let lists = context.word_lists();
    let stopped = |text: &str| {
        let text = text.trim_end();
        let last = text.trim_end_matches('.').rsplit([' ', '(', '/']).next().unwrap_or_default();
        let word = last.len() > 3 && last.chars().all(|c| c.is_lowercase() || c == '-');
        text.ends_with('.') && word && !lists.has(WordList::SingkatanBertitik, last)
    };
    let ended = |text: &str| text.trim_end().ends_with(['.', ';', ':', ',', '!', '?']);
    let with: Vec<usize> = (0..lines.len()).filter(|at| stopped(&lines[*at].1)).collect();
    let bare: Vec<usize> = (0..lines.len()).filter(|at| !ended(&lines[*at].1)).collect();
    if with.len() + bare.len() != lines.len() {
        return;
    }
    let (at, message) = match (&with[..], &bare[..]) {
        ([at], _) => (*at, "sel ini diakhiri titik, sel lain tidak"),
        (_, [at]) if lines.len() > 3 => (*at, "sel ini tidak diakhiri titik, sel lain diakhiri titik"),
        _ => return,
    };
    // Whole sentences end with a stop, though phrases beside them do not.
    let sentence = lines[at].1.starts_with(char::is_uppercase) && lines[at].1.split_whitespace().count() > 9;
    if let (Some(span), false) = (lines[at].0.span(column), sentence) {
        report.at(span, message).hint("samakan tanda akhir sel dalam kolom ini");
    }
}
