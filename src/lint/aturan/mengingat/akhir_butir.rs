//! An item of Mengingat that brings another final mark than a semicolon.

use crate::decree::keputusan::Dasar;
use crate::lint::{Context, Report, declare_rule};

declare_rule! {
    /// Setiap butir Mengingat berakhir dengan titik koma
    ///
    /// Juga butir terakhir, dan tanpa kata “dan” di antara butir-butirnya. Butir tanpa tanda akhir diberi titik koma
    /// oleh program; tanda lain yang ditulis sendiri tetap dicetak.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; KMK 527/KMK.01/2022 Lampiran II butir 31.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071).
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)
    /// ```
    "K320" "akhir-butir" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for dasar in &context.keputusan.mengingat {
        let Dasar::Teks(item) = dasar else { continue };
        let text = item.teks.as_plain();
        let whole = text.trim_end();
        if item.rincian.is_some() {
            continue;
        }
        let stem =
            ["dan/atau", "dan", "atau"].iter().find_map(|word| whole.strip_suffix(word)?.trim_end().strip_suffix(';'));
        let stem = stem.unwrap_or_else(|| whole.trim_end_matches(['.', ',', ':', ';', '!', ' ']));
        let mark = &whole[stem.len()..];
        if mark.is_empty() || mark == ";" || stem.is_empty() {
            continue;
        }
        let place = stem.len()..whole.len();
        report
            .at(
                context.place(&item.teks, place.clone()),
                format!("butir Mengingat berakhir dengan “{}”, bukan titik koma", mark.trim()),
            )
            .hint("tulis “;”")
            .cure(context.replace(&item.teks, place, ";"));
    }
}
