//! A norm in the considerations.

use crate::{Context, Part, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};

declare_rule! {
    /// Menimbang memuat alasan, bukan kewajiban atau larangan
    ///
    /// Apa yang wajib dan dilarang ditetapkan dalam diktum. Menimbang menyebut pokok pikiran yang menjadi alasannya;
    /// kewajiban yang sudah diatur oleh peraturan disebut bersama peraturan itu.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 17.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa setiap pegawai wajib mengisi daftar hadir pada hari kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa kehadiran pegawai pada hari kerja perlu dicatat
    /// ```
    "K214" "norma-dalam-menimbang" Saran since "0.2.0" => check
}

static NORM: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)^\s*bahwa\s+(?:setiap|seluruh|semua|para|segenap)\s+(?:[a-zA-Z]+\s+){1,6}?",
        r"((?:wajib|dilarang|harus|tidak\s+(?:boleh|diperbolehkan|diperkenankan))\s+(?:untuk\s+)?(?:me|ber|di)[a-zA-Z]+)"
    ))
});
static RELATIVE: Pattern = Pattern::new(|| pattern(r"(?i)\byang\b"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let items = context.all_worded().filter(|(passage, _)| matches!(passage.part, Part::Menimbang(_)));
    for (passage, roles) in items {
        let text = &passage.plain;
        let Some(norm) = matches(&NORM, text).next().map(|found| group(&found, 1)) else { continue };
        if roles.is_fixed(norm.start)
            || occurs(&RELATIVE, &text[..norm.start])
            || context.word_lists().occurs(WordList::DasarNorma, &text.to_lowercase())
        {
            continue;
        }
        report
            .at(context.place(passage.teks, norm), "apakah ini kewajiban atau larangan yang baru?")
            .hint("pindahkan ke diktum, atau sebut peraturan yang sudah mengaturnya")
            .unsure();
    }
}
