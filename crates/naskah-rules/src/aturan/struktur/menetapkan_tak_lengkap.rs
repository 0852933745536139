//! A Menetapkan clause that is written by hand and lacks something.

use crate::{Context, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};
use naskah_core::language::typed_marks;

declare_rule! {
    /// Kalimat Menetapkan yang ditulis sendiri lengkap dan berhuruf kapital
    ///
    /// Bentuknya “KEPUTUSAN … TENTANG … .”: huruf kapital, tanpa REPUBLIK INDONESIA sesudah nama lembaga, dan diakhiri titik.
    /// Tanpa isian `menetapkan`, kalimat itu dibuat oleh program.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 38 dan butir 39.
    ///
    /// Salah:
    /// ```yaml
    /// menetapkan: KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG TENTANG PENETAPAN HARI KERJA
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menetapkan: KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG TENTANG PENETAPAN HARI KERJA.
    /// ```
    "K117" "menetapkan-tak-lengkap" Peringatan since "0.2.0" => check
}

static BODY: Pattern = Pattern::new(|| pattern(r"(?i)^keputusan\b.*?\b(tentang)\b"));
static STATE: Pattern = Pattern::new(|| pattern(r"(?i)\brepublik\s+indonesia\b"));

/// The last year in whose decrees the state's name stood in the head.
const LAST_STATE: i32 = 2016;

/// The head of the decree by hand.
fn head(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(teks) = context.keputusan.kepala.judul.as_ref().filter(|_| context.keputusan.tahun.value > LAST_STATE)
    else {
        return;
    };
    let plain = teks.as_plain();
    if let Some(state) = matches(&STATE, &plain).next().map(|found| group(&found, 0)) {
        report
            .at(context.place(teks, state), "REPUBLIK INDONESIA tidak ditulis sesudah nama lembaga dalam judul")
            .hint("hapus kedua kata itu");
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    head(context, report);
    let Some(teks) = &context.keputusan.menetapkan else { return };
    let plain = teks.as_plain();
    let start = typed_marks::of_part(&plain).map_or(0, |mark| mark.length);
    let text = &plain[start..];
    let at = |range: std::ops::Range<usize>| start + range.start..start + range.end;
    let about = matches(&BODY, text).next().map(|found| group(&found, 1));
    if about.is_none() {
        let named = text.to_lowercase().starts_with("keputusan");
        let message = if named { "tidak memuat kata TENTANG" } else { "tidak diawali KEPUTUSAN" };
        report
            .at(context.place(teks, 0..plain.len()), format!("kalimat Menetapkan {message}"))
            .hint("tulis “KEPUTUSAN … TENTANG … .”, atau hapus `menetapkan` agar dibuat oleh program");
    }
    if let Some(about) = about.as_ref().filter(|about| text[..about.start].split_whitespace().count() == 1) {
        report
            .at(context.place(teks, at(0..about.end)), "kalimat Menetapkan tidak menyebut lembaga pembuat keputusan")
            .hint("tulis “KEPUTUSAN … TENTANG …” dengan nama lembaganya, atau hapus `menetapkan` agar dibuat oleh program");
    }
    let capitals = in_capitals(context, teks, start, text);
    if !capitals {
        let edit = (teks.runs.len() == 1 && !plain.contains('/'))
            .then(|| context.replace(teks, 0..plain.len(), &plain.to_uppercase()))
            .flatten();
        report
            .at(context.place(teks, at(0..text.len())), "kalimat Menetapkan tidak seluruhnya berhuruf kapital")
            .hint("tulis dengan huruf kapital, atau hapus `menetapkan` agar dibuat oleh program")
            .cure(edit);
    }
    let state =
        about.clone().and_then(|about| matches(&STATE, &text[..about.start]).next().map(|found| group(&found, 0)));
    if let Some(state) = state {
        let finding = report
            .at(
                context.place(teks, at(state.clone())),
                "REPUBLIK INDONESIA tidak ditulis sesudah nama lembaga dalam Menetapkan",
            )
            .hint("hapus kedua kata itu");
        if capitals {
            finding.cure(context.without(teks, at(state)));
        }
    }
    stop(context, report, teks, &plain);
}

/// Whether every letter is a capital; a number keeps the letters that it has.
fn in_capitals(context: &Context<'_>, teks: &naskah_core::decree::Teks, start: usize, text: &str) -> bool {
    let own = context.all_worded().find(|(passage, _)| std::ptr::eq(passage.teks, teks)).map(|(_, words)| words);
    !text.char_indices().any(|(at, c)| {
        c.is_lowercase() && own.and_then(|own| own.mask_at(start + at)) != Some(crate::words::Mask::Nomor)
    })
}

static WRONG_END: Pattern = Pattern::new(|| pattern(r"[;:,]$"));

/// The full stop at the end.
fn stop(context: &Context<'_>, report: &mut Report<'_>, teks: &naskah_core::decree::Teks, plain: &str) {
    let end = plain.trim_end().len();
    if plain[..end].ends_with('.') || end == 0 {
        return;
    }
    let mark = if occurs(&WRONG_END, &plain[..end]) { end - 1..end } else { end..end };
    let last = plain[..end].rfind(' ').map_or(0, |blank| blank + 1);
    report
        .at(context.place(teks, last..end), "kalimat Menetapkan tidak diakhiri titik")
        .hint("akhiri dengan titik")
        .cure(context.replace(teks, mark, "."));
}
