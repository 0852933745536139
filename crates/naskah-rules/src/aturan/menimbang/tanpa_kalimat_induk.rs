//! A consideration that consists of an adverbial clause only.

use crate::patterns::{Pattern, group, matches, occurs, pattern};
use crate::{Context, Report, declare_rule, marks};

declare_rule! {
    /// Pertimbangan mempunyai kalimat induk
    ///
    /// “bahwa untuk melaksanakan …” baru menyebut tujuannya; pembaca menunggu apa yang perlu dilakukan. Lengkapi dengan
    /// kalimat induk, misalnya “…, perlu menetapkan …”.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 21; EYD V tentang pemakaian koma.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk melaksanakan tertib administrasi kepegawaian
    ///   - bahwa hari kerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk melaksanakan tertib administrasi kepegawaian, perlu ditetapkan hari kerja
    /// ```
    "K202" "tanpa-kalimat-induk" Peringatan since "0.2.0" => check
}

static ADVERBIAL: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)^bahwa\s+(?:untuk|guna|demi|agar|supaya|dalam\s+rangka|dalam\s+upaya|sehubungan\s+dengan|berkenaan\s+dengan|dengan\s+memperhatikan|sesuai\s+dengan|menindaklanjuti|guna)\b",
    )
});
static BRACKETS: Pattern = Pattern::new(|| pattern(r"\([^)]*\)"));
static PREDICATE: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)\b(?:perlu|harus|wajib|dapat|telah|sudah|akan|adalah|ialah|merupakan|menjadi|terdapat|ada|belum|tidak|bukan|masih|",
        r"terdiri|diperlukan|dibutuhkan|dipandang|dianggap|bermaksud|memandang|maka|memerlukan|membutuhkan)\b"
    ))
});
static VERB: Pattern = Pattern::new(|| pattern(r"\b(?:me|di|ber|ter)[a-z]{4,}\b"));
static NOT_FINITE: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:untuk|guna|dan|serta|atau|yang|dalam|sebagaimana|dengan|rangka|upaya|agar|demi|supaya|menindaklanjuti|terhadap|bahwa|telah)\s+$",
    )
});

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for item in &context.keputusan.menimbang.butir {
        let plain = item.teks.as_plain();
        let start = marks::opening(&plain);
        let text = plain[start..].trim_end_matches(|c: char| c.is_whitespace() || ".;,".contains(c));
        if item.rincian.is_some() || !occurs(&ADVERBIAL, text) {
            continue;
        }
        let without_brackets = BRACKETS.as_ref().map_or_else(|| text.into(), |pattern| pattern.replace_all(text, ""));
        if occurs(&PREDICATE, &without_brackets) || finite(&without_brackets) {
            continue;
        }
        let place = context.place(&item.teks, start..start + text.len());
        let way_out = "lanjutkan dengan kalimat induk, misalnya “…, perlu …”, atau gabungkan dengan butir berikutnya";
        if without_brackets.contains(',') {
            report.at(place, "apakah pertimbangan ini sudah mempunyai kalimat induk?").hint(way_out).unsure();
        } else {
            report.at(place, "pertimbangan ini hanya keterangan, belum mempunyai kalimat induk").hint(way_out);
        }
    }
}

/// Whether a verb may be that of a main clause.
fn finite(text: &str) -> bool {
    let nominal = |word: &str| {
        word.ends_with("nya")
            || [
                "dimaksud",
                "terhadap",
                "dengan",
                "terkait",
                "berdasarkan",
                "tersebut",
                "terbuka",
                "tertentu",
                "terpadu",
            ]
            .contains(&word)
    };
    matches(&VERB, text)
        .map(|found| group(&found, 0))
        .any(|range| !nominal(&text[range.clone()]) && !occurs(&NOT_FINITE, &text[..range.start]))
}
