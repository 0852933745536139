//! A lampiran that no diktum names.

use crate::parts::lampiran_mentions;
use crate::{Context, Report, declare_rule};
use naskah_core::language::numerals::romawi;

declare_rule! {
    /// Setiap lampiran disebut dalam diktum
    ///
    /// Lampiran menjadi bagian keputusan karena diktum menyatakannya; lampiran yang tidak disebut tidak mengikat
    /// siapa pun.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang lampiran; KMK 527/KMK.01/2022 Lampiran II butir 120.
    ///
    /// Salah:
    /// ```yaml
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     teks: [Hari kerja ialah hari Senin sampai dengan hari Jumat.]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     teks: [Hari kerja ialah hari Senin sampai dengan hari Jumat.]
    /// ```
    "K102" "lampiran-tidak-disebut" Galat since "0.1.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lampiran = &context.keputusan.lampiran;
    if !context.keputusan.lampiran_utuh {
        return;
    }
    let alone = lampiran.len() == 1;
    let mentions = lampiran_mentions::lampiran(context);
    for (at, attachment) in lampiran.iter().enumerate() {
        if mentions.iter().any(|m| m.numbers.contains(&(at + 1)) || (alone && m.numbers.is_empty())) {
            continue;
        }
        let label = if alone { "Lampiran".to_owned() } else { format!("Lampiran {}", romawi(at + 1)) };
        let place = attachment.judul.as_ref().map_or(attachment.span, |judul| judul.span);
        report.at(place, format!("{label} tidak disebut dalam diktum")).hint(format!(
            "sebut dalam diktum: “… sebagaimana tercantum dalam {label} yang merupakan bagian tidak terpisahkan dari Keputusan ini.”"
        ));
    }
}
