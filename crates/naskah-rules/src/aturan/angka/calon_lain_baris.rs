//! What a sentence says of one number on the ballot, beside the row of that number.

use naskah_core::decree::Bilangan;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::{fold, has_word};

use crate::parts::cells::{Cells, Line};
use crate::parts::persons;
use crate::parts::quantities;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Calon dalam diktum sama dengan calon pada baris nomor urutnya
    ///
    /// Nama, perolehan suara, dan persentase dalam kalimat yang menyebut satu nomor urut sama dengan yang ada pada baris
    /// bernomor urut itu dalam lampiran.
    ///
    /// Sumber: ketelitian naskah.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan pasangan calon nomor urut 2, Saudara Budi Contohwan, dengan perolehan suara sebanyak 5.210 suara.
    ///   - Perolehan suara tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: Nomor Urut}, {judul: Nama}, {judul: Perolehan Suara, isi: bilangan}]
    ///       baris: [['1', Ani Contohwati, 4100], ['2', Budi Contohwan, 5120]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan pasangan calon nomor urut 2, Saudara Budi Contohwan, dengan perolehan suara sebanyak 5.120 suara.
    ///   - Perolehan suara tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: Nomor Urut}, {judul: Nama}, {judul: Perolehan Suara, isi: bilangan}]
    ///       baris: [['1', Ani Contohwati, 4100], ['2', Budi Contohwan, 5120]]
    /// ```
    "K817" "calon-lain-baris" Peringatan since "0.4.0" => check
}

static SHARE: Pattern = Pattern::new(|| pattern(r"([0-9]{1,3},[0-9]+)\s*(?:%|persen)"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let tables = Cells::all(context);
    for passage in context.passages.iter().filter(|passage| matches!(passage.part, Part::Diktum(_))) {
        let numbers = persons::ballots(&passage.plain);
        let [number] = &numbers[..] else { continue };
        let number = &passage.plain[number.clone()];
        let rows: Vec<_> = tables.iter().filter_map(|table| Some((table, row(table, number)?))).collect();
        if let [(table, line)] = rows[..] {
            let of = format!("baris nomor urut {number}");
            votes(context, report, passage, (table, line), &of);
            shares(context, report, passage, (table, line), &of);
            names(context, report, passage, (table, line), &of);
        }
    }
}

/// The one row of a table that bears a number on the ballot.
fn row<'t>(table: &'t Cells<'_>, number: &str) -> Option<&'t Line<'t>> {
    let column = table.heads.iter().position(|head| head.ends_with("nomor urut") || head.ends_with("no urut"))?;
    let of = |line: &&Line<'_>| {
        line.text(column).trim() == number || line.number(column).is_some_and(|own| own.to_string() == number)
    };
    let mut rows = table.plain().filter(of);
    rows.next().filter(|_| rows.next().is_none())
}

fn votes(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    (table, line): (&Cells<'_>, &Line<'_>),
    of: &str,
) {
    let mut columns = (0..table.width()).filter(|column| has_word(&table.heads[*column], &["suara"]));
    let Some(right) = columns.find_map(|column| line.number(column)).map(Bilangan::without_zeros) else { return };
    let all = quantities::quantities(context.word_lists(), &passage.plain);
    for one in all.iter().filter(|one| one.head() == "suara" && one.value.without_zeros() != right) {
        let value = one.value.without_zeros();
        report
            .at(context.place(passage.teks, one.figure.clone()), format!("tertulis {value}, menurut {of} {right}"))
            .hint("samakan perolehan suara itu");
    }
}

fn shares(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    (table, line): (&Cells<'_>, &Line<'_>),
    of: &str,
) {
    let cells = (0..table.width()).map(|column| line.text(column));
    let cells: Vec<String> = cells.filter(|text| text.contains('%')).collect();
    let [right] = &cells[..] else { return };
    for share in matches(&SHARE, &passage.plain).map(|hit| group(&hit, 1)) {
        let shown = &passage.plain[share.clone()];
        if !right.contains(shown) {
            report
                .at(context.place(passage.teks, share), format!("tertulis {shown}%, menurut {of} {}", right.trim()))
                .hint("samakan persentase itu");
        }
    }
}

fn names(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    (table, line): (&Cells<'_>, &Line<'_>),
    of: &str,
) {
    if !table.heads.iter().any(|head| has_word(head, &["nama", "calon"])) {
        return;
    }
    let all = (0..table.width()).map(|column| line.folded(column)).collect::<Vec<_>>().join(" ");
    for (range, bare) in persons::called(&passage.plain) {
        let written = fold(&passage.plain[range.clone()]);
        if !all.contains(&written) && !all.contains(&bare) {
            report
                .at(context.place(passage.teks, range), format!("nama ini tidak ada pada {of}"))
                .hint("periksa nama dan nomor urutnya");
        }
    }
}
