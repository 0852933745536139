//! The owner's name does not fit the component that it answers for.

use crate::parts::rows::{self, ColumnRole};
use crate::{Context, Report, TableView, declare_rule};
use naskah_core::decree::{Sel, Teks};
use naskah_core::language::WordList;
use naskah_core::language::words::{Word, difference, fold, words};

declare_rule! {
    /// Nama tim penanggung jawab sesuai dengan komponennya
    ///
    /// Tim yang namanya hampir sama dengan komponennya, tetapi tidak tepat sama, biasanya salah tulis atau tertukar
    /// dengan komponen lain.
    ///
    /// Sumber: Permenpan RB 90/2021 (nama komponen pengungkit zona integritas).
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
    ///       baris: [{kelompok: Penataan Jadwal Kerja}, [penyusunan jadwal, Tim Penguatan Jadwal Kerja]]
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
    ///       baris: [{kelompok: Penataan Jadwal Kerja}, [penyusunan jadwal, Tim Penataan Jadwal Kerja]]
    /// ```
    "K613" "penanggung-jawab-lain" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in &context.tables {
        let roles = rows::roles(context, table);
        let at = |wanted: ColumnRole| roles.iter().position(|role| *role == wanted);
        if let Some(owner) = at(ColumnRole::Pemilik) {
            owners(context, report, table, owner, at(ColumnRole::Komponen));
        }
    }
}

/// Looks at each owner with the component that it stands beside or under.
fn owners(context: &Context<'_>, report: &mut Report<'_>, table: &TableView<'_>, owner: usize, column: Option<usize>) {
    let rows = rows::rows(table);
    let mut component: Option<&Teks> = None;
    let mut pairs = Vec::new();
    for row in &rows {
        if let Some(heading) = row.heading {
            component = Some(heading);
        } else if let Some(Sel::Isi(item)) = column.and_then(|at| row.cells.get(at)) {
            component = Some(&item.teks);
        }
        if let (Some(component), Some(Sel::Isi(item))) = (component, row.cells.get(owner)) {
            pairs.push((component, &item.teks));
        }
    }
    let components: Vec<(String, &Teks)> =
        pairs.iter().map(|(component, _)| (fold(&component.as_plain()), *component)).collect();
    for (component, owner) in pairs {
        one(context, report, component, owner, &components);
    }
}

fn one(context: &Context<'_>, report: &mut Report<'_>, component: &Teks, owner: &Teks, all: &[(String, &Teks)]) {
    let text = owner.as_plain();
    let whole = words(&text);
    if !whole.first().is_some_and(|word| ["tim", "pokja", "kelompok"].contains(&word.folded.as_str())) {
        return;
    }
    let own: Vec<Word> =
        whole.into_iter().skip_while(|word| context.word_lists().has(WordList::SebutanTim, &word.folded)).collect();
    let name = component.as_plain();
    let wanted = words(&name);
    let shared = own.iter().filter(|word| wanted.iter().any(|other| other.folded == word.folded)).count();
    let Some((here, there)) = difference(&own, &wanted).filter(|_| !own.is_empty()) else { return };
    let joined = own.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
    if let Some((_, other)) = all.iter().find(|(other, _)| *other == joined) {
        report
            .at(context.place(owner, here), format!("`{}` ialah tim komponen lain dalam tabel ini", text.trim()))
            .label(component.span, "komponen yang dipertanggungjawabkan")
            .label(other.span, "komponen dengan nama itu")
            .hint("periksa apakah penanggung jawabnya tertukar");
    } else if shared * 2 >= wanted.len() && shared > 0 {
        report
            .at(context.place(owner, here), format!("nama tim ini lain daripada komponennya, `{}`", name.trim()))
            .label(context.place(component, there), "nama komponen")
            .hint("apakah nama tim seharusnya sama dengan nama komponen?")
            .unsure();
    }
}
