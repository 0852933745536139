//! Decrees that tell results: "Rekapitulasi …", "Penetapan Pemenang …". Their tables and figures are those of the old year.

use naskah_core::decree::Part;
use naskah_core::diag::Span;
use naskah_core::language::WordList;
use naskah_core::language::patterns::{Pattern, occurs, pattern};
use naskah_core::language::words::{fold, shortened};
use naskah_core::reading::Reading;

use super::places;
use super::report::Work;
use super::years::Roll;

/// Marks the tables and the figures of a decree that tells results.
pub fn look(context: &Reading<'_>, roll: Roll, work: &mut Work) {
    if roll.delta() == 0 || !tells_results(context) {
        return;
    }
    let own = context.keputusan.span.file;
    let why = format!("hasil yang dibawa dari keputusan {}; ganti dengan hasil untuk {}", roll.own, roll.target);
    for table in &context.tables {
        let place = places::lampiran(context, table.lampiran);
        let first = table.columns.iter().find(|column| column.span.file == own);
        if let Some(column) = first {
            work.marked(&place, column.span, ["isi tabel", "isi tabel"], &why);
        }
    }
    let decisions = context.passages.iter().filter(|passage| matches!(passage.part, Part::Diktum(_)));
    for passage in decisions.filter(|passage| passage.teks.span.file == own && occurs(&NUMBER, &passage.plain)) {
        let at = Span::new(own, passage.teks.span.start, passage.teks.span.start);
        let told = shortened(&passage.plain);
        work.marked(&places::told(context, passage), at, [&told, "bilangan dalam diktum"], &why);
    }
}

/// Whether the decree's name begins with a result.
fn tells_results(context: &Reading<'_>) -> bool {
    let name = fold(&context.keputusan.tentang.as_plain());
    let bare = ["penetapan ", "pengumuman "].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(&name);
    context.word_lists().begins(WordList::AwalHasil, bare)
}

/// A number that is counted or paid: "173.204", "6 (enam)".
static NUMBER: Pattern = Pattern::new(|| pattern(r"\b\d{1,3}(?:\.\d{3})+\b|\b\d+\s+\([a-z]"));
