//! Lampirans that the diktums name in another order than their numbers.

use crate::parts::lampiran_mentions;
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Lampiran bernomor menurut urutan penyebutannya dalam diktum
    ///
    /// Lampiran I disebut lebih dahulu daripada Lampiran II, supaya pembaca menemukannya menurut urutan diktum.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Petugas hari kerja sebagaimana tercantum dalam Lampiran I yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - {judul: Petugas, teks: [Petugas ditunjuk oleh Sekretaris.]}
    ///   - {judul: Hari Kerja, teks: [Hari kerja ialah hari Senin.]}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran I yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Petugas hari kerja sebagaimana tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - {judul: Hari Kerja, teks: [Hari kerja ialah hari Senin.]}
    ///   - {judul: Petugas, teks: [Petugas ditunjuk oleh Sekretaris.]}
    /// ```
    "K126" "urutan-lampiran" Saran since "0.4.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    if context.keputusan.lampiran.len() < 2 {
        return;
    }
    let mut highest = 0;
    let mentions = lampiran_mentions::lampiran(context);
    for (at, mention) in mentions.iter().enumerate() {
        let Some(first) = mention.numbers.first().copied() else { continue };
        let later = mentions[at..].iter().any(|other| other.numbers.contains(&(highest + 1)));
        if first > highest + 1 && later {
            report
                .at(
                    context.place(mention.passage.teks, mention.range.clone()),
                    "lampiran ini disebut sebelum lampiran yang bernomor lebih kecil",
                )
                .hint("apakah nomor lampiran dapat mengikuti urutan penyebutannya?");
            return;
        }
        highest = mention.numbers.iter().copied().max().unwrap_or_default().max(highest);
    }
}
