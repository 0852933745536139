//! The closing item by hand does not name every item before it.

use crate::parts::closing_item;
use crate::parts::diktum_references;
use crate::{Context, Report, declare_rule};
use naskah_core::language::numerals::huruf;

declare_rule! {
    /// Butir penutup Menimbang menyebut semua huruf sebelumnya
    ///
    /// Pertimbangan yang tidak disebut dalam butir penutup seolah-olah tidak menjadi alasan penetapan.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 22.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa jam kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa jam kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    "K208" "huruf-tidak-lengkap" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(closing) = closing_item::closing(context).filter(|closing| closing.at > 0) else { return };
    let text = &closing.passage.plain;
    let series: Vec<_> = diktum_references::letters(text)
        .into_iter()
        .filter(|series| !diktum_references::goes_elsewhere(context.word_lists(), &text[series.range.end..]))
        .collect();
    let named: Vec<usize> = series.iter().flat_map(diktum_references::Letters::numbers).collect();
    let missing: Vec<usize> = (1..=closing.at).filter(|number| !named.contains(number)).collect();
    let Some(first) = missing.first() else { return };
    let letters: Vec<String> = missing.iter().map(|number| format!("huruf {}", huruf(*number))).collect();
    let message = match named.is_empty() {
        true => "butir penutup tidak menyebut huruf pertimbangan yang mendasarinya".to_owned(),
        false => format!("butir penutup tidak menyebut {}", letters.join(", ")),
    };
    let opening = text.find(',').unwrap_or(text.len());
    let place = series.first().map_or(0..opening, |series| series.range.clone());
    let mut finding = report.at(context.place(closing.passage.teks, place), message);
    if let Some(item) = context.keputusan.menimbang.butir.get(first - 1).filter(|_| !named.is_empty()) {
        finding = finding.label(item.teks.span, "tidak disebut");
    }
    finding.hint("sebut semua huruf sebelumnya, atau hapus butir ini agar dibuat oleh program");
}
