//! A cell that must say something says nothing.

use crate::parts::rows::{self, ColumnRole};
use crate::{Context, Report, TableView, declare_rule};
use naskah_core::decree::IsiKolom;
use naskah_core::diag::Span;
use naskah_core::language::WordList;
use naskah_core::language::words::fold;

declare_rule! {
    /// Sel penanggung jawab, target, waktu, dan bukti terisi
    ///
    /// Rencana tanpa penanggung jawab, waktu, atau bukti tidak dapat ditagih. Sel yang digabung dengan `^` atau `<`
    /// terisi; tabel yang seluruh kolomnya kosong ialah formulir dan tidak diperiksa. Sel kosong pada kolom lain ditanyakan
    /// bila kolom itu hampir selalu terisi.
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}, {judul: Penanggung Jawab}]
    ///       baris: [[penyusunan jadwal, Sekretaris], [pengumuman jadwal, '']]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}, {judul: Penanggung Jawab}]
    ///       baris: [[penyusunan jadwal, Sekretaris], [pengumuman jadwal, ^]]
    /// ```
    "K605" "sel-kosong" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in &context.tables {
        let rows = rows::rows(table);
        let roles = rows::roles(context, table);
        for (at, role) in roles.iter().enumerate() {
            let needed =
                matches!(role, ColumnRole::Waktu | ColumnRole::Sasaran | ColumnRole::Pemilik | ColumnRole::Bukti);
            let blank = |row: &&rows::Row<'_>| row.cells.get(at).is_some_and(rows::is_blank);
            let empty = rows.iter().filter(blank).count();
            // Of another column that is filled but for a cell among twenty, that cell is asked about.
            let other = matches!(role, ColumnRole::Lain | ColumnRole::Komponen) && empty > 0 && rows.len() > 2;
            let column = table.columns.get(at);
            if column.is_some_and(|column| matches!(column.isi, IsiKolom::Bagan | IsiKolom::Centang)) {
                // Who performs no part of a step has no sign in it.
                continue;
            }
            let head = column.map(|column| fold(&column.judul.as_plain())).unwrap_or_default();
            let told = head.split(' ').any(|word| context.word_lists().has(WordList::KolomWajib, word));
            let counted = column.is_some_and(|column| column.isi == IsiKolom::Bilangan);
            let odd = other && (empty * 20 <= rows.len() || ((told || counted) && empty * 2 <= rows.len()));
            if !(needed || odd) || empty == rows.len() {
                continue;
            }
            // A row of which only one of many cells is filled is a heading.
            let others = |row: &&rows::Row<'_>| {
                let filled = row.cells.iter().filter(|cell| !rows::is_blank(cell)).count();
                // Of a row that is mostly open nothing is known but that.
                (filled > 1 && (needed || filled * 2 >= row.cells.len())) || (filled == 1 && row.cells.len() == 2)
            };
            for row in rows.iter().filter(blank).filter(others).filter(|row| !rows::is_total(row.cells)) {
                tell(context, report, table, at, row.span, odd && !told && !counted);
            }
        }
    }
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, table: &TableView<'_>, at: usize, row: Span, odd: bool) {
    let Some(column) = table.columns.get(at) else { return };
    let head = column.judul.as_plain();
    let key = column.kunci.as_ref().and_then(|key| key_in(context, row, key));
    let told = report.at(key.unwrap_or(row), format!("sel `{head}` kosong"));
    match odd {
        true => told
            .label(column.judul.span, "kolom yang hampir selalu terisi")
            .hint("apakah isinya tertinggal, atau tertulis di kolom lain?")
            .unsure(),
        false => told
            .label(column.judul.span, "kolom yang harus terisi")
            .hint("isi sel itu; bila sama dengan sel di atasnya tulis `^`"),
    };
}

/// Where a key is written within a row of a nested plan.
fn key_in(context: &Context<'_>, row: Span, key: &str) -> Option<Span> {
    let source = context.files.text(row.file).get(row.start..row.end)?;
    let key = format!("{key}:");
    let at = source
        .match_indices(&key)
        .map(|(at, _)| at)
        .find(|at| source[..*at].chars().next_back().is_none_or(|c| c.is_whitespace() || "{,".contains(c)))?;
    Some(Span::new(row.file, row.start + at, row.start + at + key.len() - 1))
}
