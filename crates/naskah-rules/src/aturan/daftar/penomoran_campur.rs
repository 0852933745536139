//! Lists in the cells of one lampiran that are numbered in several ways, or by hand.

use crate::{Context, List, Part, Passage, Report, declare_rule};
use naskah_core::decree::{Penomoran, Teks};
use naskah_core::language::typed_marks;

declare_rule! {
    /// Daftar di dalam sel bernomor dengan satu cara dan tidak dinomori dengan tangan
    ///
    /// Penomoran yang berganti-ganti (1., 1), a)) dalam satu lampiran mengesankan tingkat yang berbeda. Nomor yang
    /// diketik di dalam teks tidak sejajar dan tidak terbaca sebagai daftar: tulis setiap butir sendiri-sendiri.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 54k–o.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel: {kolom: [{judul: No, isi: nomor}, {judul: Dokumen}], baris: [[1. undangan rapat 2. daftar hadir]]}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel: {kolom: [{judul: No, isi: nomor}, {judul: Dokumen}], baris: [[[undangan rapat, daftar hadir]]]}
    /// ```
    "K604" "penomoran-campur" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for lampiran in 0..context.keputusan.lampiran.len() {
        styles(context, report, lampiran);
    }
    for passage in context.passages.iter().filter(|passage| matches!(passage.part, Part::Sel { .. })) {
        typed(context, report, passage);
    }
    for list in &context.lists {
        items(context, report, list);
    }
}

/// The lists in the cells of a lampiran: each that is not numbered as most are.
fn styles(context: &Context<'_>, report: &mut Report<'_>, lampiran: usize) {
    let own = |list: &&List<'_>| match list.part {
        Part::Sel { tabel, .. } => list.depth == 0 && context.tables.get(tabel).is_some_and(|t| t.lampiran == lampiran),
        _ => false,
    };
    let style = |list: &List<'_>| match (list.part, list.rincian.penomoran) {
        (_, Some(written)) => written,
        (Part::Sel { tabel, .. }, None) => {
            context.tables.get(tabel).map_or(Penomoran::AngkaKurung, |table| table.tabel.penomoran)
        }
        _ => Penomoran::AngkaKurung,
    };
    let lists: Vec<(&List<'_>, Penomoran)> = context.lists.iter().filter(own).map(|list| (list, style(list))).collect();
    let count = |wanted: Penomoran| lists.iter().filter(|(_, style)| *style == wanted).count();
    let Some((_, first)) = lists.first() else { return };
    let common = Penomoran::WORDS.iter().map(|(_, style)| *style).max_by_key(|style| (count(*style), style == first));
    let Some(common) = common else { return };
    for (list, style) in lists.iter().filter(|(_, style)| *style != common) {
        let Some(item) = list.rincian.butir.first() else { continue };
        let message =
            format!("daftar ini bernomor {}, daftar lain dalam lampiran ini {}", style.mark(1), common.mark(1));
        report.at(item.teks.span, message).hint("pakai satu cara: hapus `penomoran` pada daftar atau tabel ini");
    }
}

/// Marks that count on within the text of a cell.
fn typed(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let found = typed_marks::typed(&passage.plain);
    if let (Some(first), Some(last)) = (found.first(), found.last()) {
        report
            .at(context.place(passage.teks, first.range.clone()), "daftar di dalam sel ini dinomori dengan tangan")
            .label(context.place(passage.teks, last.range.clone()), "nomor lain dalam teks yang sama")
            .hint("tulis isi sel sebagai daftar: setiap butir pada baris sendiri, diawali `- `, tanpa nomor");
        return;
    }
    let lone = typed_marks::leading(&passage.plain).filter(|mark| {
        let rest = passage.plain[mark.range.end..].trim_start();
        !mark.kind.1 && rest.starts_with(char::is_alphabetic) && rest.len() > 4
    });
    if let Some(mark) = lone {
        report
            .at(context.place(passage.teks, mark.range), "sel ini diawali nomor yang diketik sendiri")
            .hint("hapus nomor itu; kolom `isi: nomor` dan daftar di dalam sel dinomori program");
    }
}

/// Items that bring a mark of their own besides the one that is printed.
fn items(context: &Context<'_>, report: &mut Report<'_>, list: &List<'_>) {
    let texts: Vec<(&Teks, String)> =
        list.rincian.butir.iter().map(|item| (&item.teks, item.teks.as_plain())).collect();
    for (teks, text) in texts.iter().filter(|(_, text)| typed_marks::typed(text).is_empty()) {
        if let Some(mark) = typed_marks::leading(text) {
            let rest = text[mark.range.end..].len() - text[mark.range.end..].trim_start().len();
            let whole = 0..mark.range.end + rest;
            report
                .at(context.place(teks, mark.range), "butir ini membawa nomor yang diketik sendiri")
                .hint("hapus nomor itu; program menomori butir")
                .cure(context.replace(teks, whole, ""));
        }
    }
}
