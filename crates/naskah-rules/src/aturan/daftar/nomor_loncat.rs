//! Numbers typed by hand that leave one out or come twice.

use crate::parts::rows::{self, ColumnRole};
use crate::{Context, Part, Report, TableView, declare_rule};
use naskah_core::decree::{IsiBaris, NomorBaris, Teks};
use naskah_core::diag::Span;
use naskah_core::language::typed_marks;

declare_rule! {
    /// Nomor yang diketik sendiri berurutan
    ///
    /// Nomor yang terlewat atau terulang membuat rujukan ke nomor itu salah. Nomor baris dan butir yang dibuat program
    /// selalu urut; lebih baik memakai itu.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No}, {judul: Kegiatan}]
    ///       baris: [['1', penyusunan jadwal], ['2', pengumuman jadwal], ['4', pengawasan]]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}]
    ///       baris: [[penyusunan jadwal], [pengumuman jadwal], [pengawasan]]
    /// ```
    "K610" "nomor-loncat" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in &context.tables {
        numbers(report, written(table));
        for (at, _) in rows::roles(context, table).iter().enumerate().filter(|(_, role)| **role == ColumnRole::Nomor) {
            numbers(report, column(table, at));
        }
    }
    for passage in context.passages.iter().filter(|passage| holds_lists(passage.part)) {
        let mut found = typed_marks::typed(&passage.plain);
        if !matches!(passage.part, Part::Sel { .. }) {
            // Within sentences a list stands behind a colon, its items behind semicolons.
            let listed = |(at, mark): (usize, &typed_marks::Mark)| {
                let before = passage.plain[..mark.range.start].trim_end();
                before.ends_with(if at == 0 { [':', ':'] } else { [';', ','] })
            };
            let all = found.iter().enumerate().all(listed);
            found.retain(|_| all);
        }
        for pair in found.windows(2).filter(|pair| pair[1].number != pair[0].number + 1) {
            tell(report, context.place(passage.teks, pair[1].range.clone()), pair[0].number, pair[1].number);
        }
    }
}

/// A typed number, or (`None`) a heading after which the count may start again.
/// Where a list may be typed within a text.
fn holds_lists(part: Part) -> bool {
    matches!(part, Part::Sel { .. } | Part::Diktum(_) | Part::Naskah(_) | Part::Menimbang(_))
}

type Typed = Option<(usize, Span)>;

fn read(teks: &Teks) -> Typed {
    let text = teks.as_plain();
    text.trim().trim_end_matches(['.', ')']).parse().ok().map(|number| (number, teks.span))
}

/// The numbers that rows bring themselves.
fn written(table: &TableView<'_>) -> Vec<Typed> {
    let rows = table.tabel.baris.iter().filter_map(|row| match &row.isi {
        IsiBaris::Sel { nomor: NomorBaris::Tulis(teks), .. } => read(teks).map(Some),
        IsiBaris::Sel { nomor: NomorBaris::Berikut, .. } | IsiBaris::Kelompok { .. } => Some(None),
        _ => None,
    });
    rows.collect()
}

/// The numbers of a column that is headed "No" and filled by hand.
fn column(table: &TableView<'_>, at: usize) -> Vec<Typed> {
    let rows = table.tabel.baris.iter().filter_map(|row| match &row.isi {
        IsiBaris::Kelompok { .. } => Some(None),
        IsiBaris::Sel { sel, .. } => match sel.get(at)? {
            naskah_core::decree::Sel::Isi(item) if item.rincian.is_none() => Some(read(&item.teks)),
            _ => None,
        },
        IsiBaris::Jumlah { .. } => None,
    });
    rows.collect()
}

/// Tells each number that does not follow the one before it; 1 may always start again.
fn numbers(report: &mut Report<'_>, typed: Vec<Typed>) {
    let mut last: Option<usize> = None;
    for entry in typed {
        if let (Some(before), Some((number, span))) = (last, entry)
            && number != before + 1
            && number != 1
        {
            tell(report, span, before, number);
        }
        // Numbers that never began with 1 count something else.
        last = entry.map(|(number, _)| number).filter(|number| *number == 1 || last.is_some());
    }
}

fn tell(report: &mut Report<'_>, span: Span, before: usize, number: usize) {
    let message = match number == before {
        true => format!("nomor {number} terulang"),
        false => format!("sesudah nomor {before} tertulis nomor {number}"),
    };
    report.at(span, message).hint("urutkan nomornya, atau biarkan program yang menomori");
}
