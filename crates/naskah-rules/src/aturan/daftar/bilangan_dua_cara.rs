//! Numbers of one table with thousands parted by a dot here, by nothing or a comma there.

use naskah_core::decree::{IsiKolom, Sel};
use naskah_core::diag::Span;
use naskah_core::language::patterns::{Pattern, occurs, pattern};

use crate::parts::rows::{self, ColumnRole};
use crate::{Context, Report, TableView, declare_rule};

declare_rule! {
    /// Ribuan dalam satu tabel ditulis dengan satu cara
    ///
    /// 1.234 di samping 1234 atau 1,234 membuat pembaca ragu mana yang ribuan. Kolom dengan `isi: bilangan` ditulis
    /// seragam oleh program; koma di sana tetap berarti pecahan.
    ///
    /// Sumber: EYD V tentang tanda titik dan tanda koma dalam bilangan.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Pemilih}]
    ///       baris: [[Ungaran Barat, '1.234'], [Ungaran Timur, '1.310'], [Bergas, '1302']]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Pemilih}]
    ///       baris: [[Ungaran Barat, '1.234'], [Ungaran Timur, '1.310'], [Bergas, '1.302']]
    /// ```
    "K617" "bilangan-dua-cara" Peringatan since "0.4.0" => check
}

static DOTTED: Pattern = Pattern::new(|| pattern(r"^(?:Rp\.?\s?)?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+|,-)?$"));
static PLAIN: Pattern = Pattern::new(|| pattern(r"^(?:Rp\.?\s?)?[0-9]{4,}(?:,[0-9]{1,2})?$"));
static COMMA: Pattern = Pattern::new(|| pattern(r"^(?:Rp\.?\s?)?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{2})?$"));
static SPACED: Pattern = Pattern::new(|| pattern(r"^(?:Rp\.?\s?)?[1-9][0-9]{0,2}(?: [0-9]{3})+$"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in &context.tables {
        let roles = rows::roles(context, table);
        let counted =
            |at: &usize| !matches!(roles.get(*at), Some(ColumnRole::Tahun | ColumnRole::Waktu | ColumnRole::Nomor));
        let columns: Vec<usize> = (0..table.columns.len()).filter(counted).collect();
        written(context, report, table, &columns);
        for at in columns.into_iter().filter(|at| table.columns[*at].isi == IsiKolom::Bilangan) {
            commas(report, table, at);
        }
    }
}

/// The columns of texts.
fn written(context: &Context<'_>, report: &mut Report<'_>, table: &TableView<'_>, columns: &[usize]) {
    let mut cells: Vec<(String, Span)> = Vec::new();
    for row in rows::rows(table) {
        let own =
            columns.iter().filter(|at| table.columns[**at].isi == IsiKolom::Teks && !is_code(context, table, **at));
        cells.extend(own.filter_map(|at| match row.cells.get(*at)? {
            Sel::Isi(item) if item.rincian.is_none() => Some((item.teks.as_plain().trim().to_owned(), item.teks.span)),
            _ => None,
        }));
    }
    let of = |pattern: &Pattern| cells.iter().filter(|(text, _)| occurs(pattern, text)).collect::<Vec<_>>();
    let (dotted, mut others) = (of(&DOTTED), of(&PLAIN));
    let commas = of(&COMMA);
    others.extend(of(&SPACED));
    if !dotted.is_empty() {
        others.extend(commas);
    } else if others.is_empty() || commas.is_empty() {
        return;
    }
    let (odd, usual) =
        if dotted.len() >= others.len() || dotted.is_empty() { (others, dotted) } else { (dotted, others) };
    let usual = usual.first().map_or("dengan titik", |(text, _)| text.as_str());
    for (text, span) in odd {
        report
            .at(*span, format!("`{text}` ditulis lain daripada bilangan lain dalam tabel ini, misalnya {usual}"))
            .hint("tulis ribuan dengan titik pada semua bilangan");
    }
}

/// Whether a column holds numbers that name something: a telephone, an identity.
fn is_code(context: &Context<'_>, table: &TableView<'_>, at: usize) -> bool {
    let head = naskah_core::language::words::fold(&table.columns[at].judul.as_plain());
    context.word_lists().occurs(naskah_core::language::WordList::KolomKode, &head)
}

/// A comma before three figures where the other numbers of the column are whole and as large.
fn commas(report: &mut Report<'_>, table: &TableView<'_>, at: usize) {
    let cells: Vec<_> = rows::rows(table)
        .iter()
        .filter_map(|row| match row.cells.get(at)? {
            Sel::Bilangan(value, span) => Some((*value, *span)),
            _ => None,
        })
        .collect();
    let three = cells.iter().filter(|(value, _)| value.places == 3 && value.digits > 999).count();
    let whole = cells.iter().filter(|(value, _)| value.places == 0 && value.digits > 99).count();
    // More of them are told of where sums are looked at.
    if three == 0
        || three > 2
        || three + cells.iter().filter(|(value, _)| value.places == 0).count() < cells.len()
        || whole == 0
    {
        return;
    }
    for (value, span) in cells.iter().filter(|(value, _)| value.places == 3) {
        report
            .at(*span, format!("`{value}` terbaca sebagai pecahan, sedangkan bilangan lain kolom ini bulat"))
            .hint("tulis ribuan dengan titik");
    }
}
