//! A real word in the place of another that looks like it.

use crate::forms::is_active;
use crate::wording::{clause_before, has_word, words};
use crate::words::Text;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Kata tidak tertukar dengan kata yang mirip
    ///
    /// “Terdapat” dan “terhadap”, “bawah” dan “bahwa” sama-sama kata yang benar, sehingga tidak tertangkap sebagai salah
    /// ketik. Yang ditanyakan hanya tempat yang kata di depannya menghendaki kata yang lain, misalnya “penilaian terhadap”.
    ///
    /// Sumber: KBBI, entri terhadap, terdapat, dan bahwa.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa kantor melakukan penilaian masyarakat terdapat layanan sebelum hari kerja ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa kantor melakukan penilaian masyarakat terhadap layanan sebelum hari kerja ditetapkan
    /// ```
    "K524" "kata-tertukar" Saran since "0.3.0" => check
}

/// Nouns that "terhadap" follows, near or right after them.
const TOWARDS: [&str; 30] = [
    "evaluasi",
    "gugatan",
    "hormat",
    "indeks",
    "kajian",
    "keberatan",
    "kepatuhan",
    "kepedulian",
    "kepercayaan",
    "kepuasan",
    "ketaatan",
    "komitmen",
    "monitoring",
    "pandangan",
    "pemahaman",
    "pemantauan",
    "pemeriksaan",
    "pengaduan",
    "pengaruh",
    "pengawasan",
    "pengendalian",
    "penilaian",
    "perhatian",
    "perlindungan",
    "persepsi",
    "reviu",
    "sanksi",
    "sikap",
    "survei",
    "tanggapan",
];

/// Verbs that "bahwa" follows.
const SAYING: [&str; 8] =
    ["menegaskan", "menimbang", "menjelaskan", "menunjukkan", "menyatakan", "menyebutkan", "mengingat", "berpendapat"];

/// Words before "terdapat" that make it a verb of its own.
const VERBAL: [&str; 16] = [
    "apabila", "bahwa", "belum", "bila", "dalam", "di", "jika", "karena", "masih", "pada", "sudah", "telah", "tidak",
    "yang", "juga", "ternyata",
];

/// How many words before it are looked at.
const NEAR: usize = 3;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded().filter(|(passage, _)| !matches!(passage.part, Part::Mengingat(_))) {
        for at in 1..text.words.len() {
            let word = &text.words[at];
            let meant = match passage.word(word) {
                "terdapat" if is_towards(passage, text, at) => "terhadap",
                "bawah" if SAYING.contains(&passage.lower(&text.words[at - 1]).as_str()) => "bahwa",
                _ => continue,
            };
            if word.mask.is_none() && !word.italic {
                let shown = passage.word(word);
                report
                    .at(
                        context.place(passage.teks, word.range.clone()),
                        format!("`{shown}` mungkin tertukar dengan `{meant}`"),
                    )
                    .hint(format!("apakah yang dimaksud `{meant}`?"));
            }
        }
    }
}

/// Whether an action on something leads up to the word, so that what follows is what it is directed at.
fn is_towards(passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let clause = clause_before(&passage.plain, text.words[at].range.start);
    let clause = clause.rsplit(',').next().unwrap_or_default();
    let acts = words(clause).iter().any(|word| is_active(&word.folded));
    let near =
        text.words[at.saturating_sub(NEAR)..at].iter().any(|word| TOWARDS.contains(&passage.lower(word).as_str()));
    let inner = clause.strip_prefix("bahwa ").unwrap_or(clause);
    acts && near && text.words.get(at + 1).is_some() && !has_word(inner, &VERBAL)
}
