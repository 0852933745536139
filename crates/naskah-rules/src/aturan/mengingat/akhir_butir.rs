//! An item of Mengingat or Memperhatikan that brings another final mark than a semicolon.

use crate::text::last_marks::{last_text, wrong_mark};
use crate::{Context, Report, declare_rule};
use naskah_core::decree::keputusan::Dasar;

declare_rule! {
    /// Setiap butir Mengingat dan Memperhatikan berakhir dengan titik koma
    ///
    /// Juga butir terakhir, dan tanpa kata “dan” di antara butir-butirnya. Butir tanpa tanda akhir diberi titik koma
    /// oleh program; tanda lain yang ditulis sendiri tetap dicetak.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; KMK 527/KMK.01/2022 Lampiran II butir 31 dan butir 36.
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
    let bases = context.keputusan.mengingat.iter().filter_map(|dasar| match dasar {
        Dasar::Teks(item) => Some(("Mengingat", item)),
        Dasar::Id { .. } => None,
    });
    let noted = context.keputusan.memperhatikan.iter().map(|item| ("Memperhatikan", item));
    for (part, teks) in bases.chain(noted).filter_map(|(part, item)| Some((part, last_text(item)?))) {
        let text = teks.as_plain();
        let Some(mark) = wrong_mark(context.word_lists(), &text, ";") else { continue };
        let message = format!("butir {part} berakhir dengan “{}”, bukan titik koma", &text[mark.clone()]);
        report.at(context.place(teks, mark.clone()), message).hint("tulis “;”").cure(context.replace(teks, mark, ";"));
    }
}
