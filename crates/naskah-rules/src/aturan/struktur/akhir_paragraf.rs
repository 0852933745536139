//! A paragraph of running text without its full stop.

use std::collections::HashSet;

use naskah_core::decree::Teks;

use crate::{Context, Part, Report, Role, declare_rule};

declare_rule! {
    /// Paragraf naskah lampiran diakhiri titik
    ///
    /// Program tidak menambahkan tanda baca pada paragraf naskah lampiran. Paragraf yang berakhir tanpa tanda baca,
    /// sedangkan paragraf lain berakhir dengan titik, kehilangan titiknya atau kelanjutannya.
    ///
    /// Sumber: EYD V tentang tanda titik.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     teks: [Petugas mencatat kehadiran setiap hari., Petugas menyimpan catatan itu di lemari arsip]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     teks: [Petugas mencatat kehadiran setiap hari., Petugas menyimpan catatan itu di lemari arsip.]
    /// ```
    "K131" "akhir-paragraf" Peringatan since "0.4.0" => check
}

/// The fewest words of a paragraph.
const SHORTEST: usize = 5;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let items = context.lists.iter().flat_map(|list| &list.rincian.butir);
    let items = items.flat_map(|item| std::iter::once(&item.teks).chain(&item.penutup));
    let listed: HashSet<*const Teks> =
        items.chain(context.lists.iter().map(|list| list.lead)).map(std::ptr::from_ref).collect();
    let in_list = |teks: &Teks| listed.contains(&std::ptr::from_ref(teks));
    let paragraphs: Vec<_> = context
        .passages
        .iter()
        .filter(|passage| matches!(passage.part, Part::Naskah(_)) && passage.role == Role::Prose)
        .filter(|passage| passage.plain.split_whitespace().count() >= SHORTEST && !in_list(passage.teks))
        .collect();
    let stopped = paragraphs.iter().filter(|passage| passage.plain.trim_end().ends_with('.')).count();
    for passage in paragraphs.iter().filter(|_| stopped * 2 >= paragraphs.len() && stopped > 0) {
        let text = passage.plain.trim_end();
        let bare = text.ends_with(|c: char| c.is_alphanumeric() || c == ')');
        let sentence = text.contains(". ") || !text.contains(':');
        if bare && sentence && text.starts_with(char::is_uppercase) {
            let last = text.rfind(' ').map_or(0, |at| at + 1);
            report
                .at(context.place(passage.teks, last..text.len()), "paragraf ini tidak diakhiri titik")
                .hint("tambahkan titik, atau lanjutkan kalimatnya");
        }
    }
}
