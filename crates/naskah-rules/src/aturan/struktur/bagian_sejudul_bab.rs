//! A section that is named like the chapter that it stands in.

use crate::{Context, Report, declare_rule};
use naskah_core::decree::{Blok, IsiLampiran, Teks};
use naskah_core::language::words::fold;

declare_rule! {
    /// Bagian tidak sejudul dengan babnya
    ///
    /// Judul bagian menyebut apa yang diatur di dalamnya; judul yang mengulang judul babnya tidak memberi tahu apa-apa
    /// dan biasanya sisa penyuntingan.
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
    ///     teks: [{bab: Pendahuluan, isi: [{bagian: Pendahuluan, isi: [Hari kerja mengikuti kalender.]}]}]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     teks: [{bab: Pendahuluan, isi: [{bagian: Latar Belakang, isi: [Hari kerja mengikuti kalender.]}]}]
    /// ```
    "K124" "bagian-sejudul-bab" Peringatan since "0.4.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for lampiran in &context.keputusan.lampiran {
        if let IsiLampiran::Teks(blocks) = &lampiran.isi {
            within(context, report, None, blocks);
        }
    }
}

fn within(context: &Context<'_>, report: &mut Report<'_>, outer: Option<&Teks>, blocks: &[Blok]) {
    let mut seen: Vec<String> = Vec::new();
    for block in blocks {
        let (Blok::Bab { judul, isi, .. } | Blok::Bagian { judul, isi, .. }) = block else { continue };
        let own = fold(&judul.as_plain());
        if let Some(outer) = outer.filter(|outer| !own.is_empty() && fold(&outer.as_plain()) == own) {
            report
                .at(context.place(judul, 0..judul.as_plain().len()), "judul bagian ini sama dengan judul di atasnya")
                .label(outer.span, "judul di atasnya")
                .hint("beri judul menurut isinya, atau hapus judul bagian ini");
        }
        if !own.is_empty() && seen.contains(&own) {
            report
                .at(context.place(judul, 0..judul.as_plain().len()), "judul ini sudah dipakai di tingkat yang sama")
                .hint("beri judul menurut isinya");
        }
        seen.push(own);
        within(context, report, Some(judul), isi);
    }
    siblings(context, report, blocks);
}

/// Two headings beside each other with the same words.
fn siblings(context: &Context<'_>, report: &mut Report<'_>, blocks: &[Blok]) {
    let mut seen: Vec<(String, &Teks)> = Vec::new();
    for block in blocks {
        let (Blok::Bab { judul, .. } | Blok::Bagian { judul, .. }) = block else { continue };
        let own = fold(&judul.as_plain());
        if let Some((_, first)) = seen.iter().find(|(other, _)| !own.is_empty() && *other == own) {
            report
                .at(context.place(judul, 0..judul.as_plain().len()), "judul ini sudah dipakai di atas")
                .label(first.span, "judul yang sama")
                .hint("beri judul menurut isinya, atau gabungkan keduanya");
        }
        seen.push((own, judul));
    }
}
