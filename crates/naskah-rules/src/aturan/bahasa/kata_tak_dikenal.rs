//! A word that nobody knows and that looks like no other.

use crate::text::spelling::Guess;
use crate::text::written::Kind;
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Setiap kata dikenal
    ///
    /// Kata berhuruf kecil yang tidak ada dalam kamus dan daftar istilah mungkin kata asing, istilah, atau salah
    /// ketik yang jauh dari kata asalnya. Setiap kata hanya ditanyakan satu kali.
    ///
    /// Sumber: KBBI; EYD V tentang penulisan kata dan unsur serapan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan menurut xyloprum
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan menurut *xyloprum*
    /// ```
    "K502" "kata-tak-dikenal" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut asked = Vec::new();
    for unknown in context.spelling().unknown.iter().filter(|unknown| unknown.guess == Guess::Nothing) {
        let passage = &context.passages[unknown.passage];
        let word = &context.words().texts[unknown.passage].words[unknown.word];
        let shown = &passage.plain[word.range.clone()];
        if word.kind == Kind::Lower && shown.chars().count() > 3 && !asked.contains(&shown) {
            asked.push(shown);
            report
                .at(context.place(passage.teks, word.range.clone()), format!("kata `{shown}` tidak dikenal"))
                .hint(format!("kata asing, istilah, atau salah ketik? kata asing ditulis miring: `*{shown}*`"));
        }
    }
}
