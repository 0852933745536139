//! A diktum names a lampiran that does not exist.

use crate::parts::lampiran_mentions;
use crate::{Context, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::numerals::romawi;

declare_rule! {
    /// Lampiran yang disebut dalam diktum ada
    ///
    /// Diktum yang merujuk lampiran yang tidak ada membuat sebagian isi keputusan hilang bagi pembacanya. Lampiran
    /// milik peraturan lain (“Lampiran II Undang-Undang …”) tidak dihitung. Lampiran yang hanya satu
    /// disebut tanpa nomor.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang lampiran; KMK 527/KMK.01/2022 Lampiran II butir 120.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
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
    "K101" "lampiran-tidak-ada" Galat since "0.1.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    if !context.keputusan.lampiran_utuh {
        return;
    }
    let count = context.keputusan.lampiran.len();
    let way_out = || match count {
        0 => "tambahkan `lampiran`, atau perbaiki diktum".to_owned(),
        1 => "lampiran hanya satu: tulis “Lampiran” tanpa nomor".to_owned(),
        n => format!("lampiran yang ada: Lampiran I sampai dengan Lampiran {}", romawi(n)),
    };
    for mention in lampiran_mentions::elsewhere(context) {
        let place = context.place(mention.passage.teks, mention.range.clone());
        let missing = mention.numbers.iter().find(|number| **number > count.max(1));
        if count == 0 || missing.is_some() {
            let which = missing.map_or_else(|| "Lampiran".to_owned(), |number| format!("Lampiran {}", romawi(*number)));
            report
                .at(place, format!("{which} dirujuk di sini, tetapi keputusan ini tidak mempunyainya"))
                .hint(way_out())
                .at_most(Level::Peringatan);
        }
    }
    for mention in lampiran_mentions::lampiran(context) {
        let place = context.place(mention.passage.teks, mention.range.clone());
        if mention.numbers.is_empty() && count == 0 {
            let message = "diktum menyebut Lampiran, tetapi keputusan ini tidak berlampiran";
            report.at(place, message).hint(way_out());
        }
        if count == 1 && mention.numbers == [1] {
            let teks = mention.passage.teks;
            report
                .at(place, "satu-satunya lampiran tidak bernomor")
                .hint(way_out())
                .cure(context.replace(teks, mention.range.clone(), "Lampiran"))
                .at_most(Level::Peringatan);
        }
        if let Some(number) = mention.numbers.iter().find(|number| **number > count) {
            let message = format!("diktum menyebut Lampiran {}, tetapi lampiran itu tidak ada", romawi(*number));
            report.at(place, message).hint(way_out());
        }
    }
}
