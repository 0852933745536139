//! A particle with a capital letter in the middle of a name or a sentence.

use crate::words::Mask;
use crate::words::naming::{Naming, naming};
use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::WordList;

declare_rule! {
    /// Kata tugas di tengah nama atau kalimat berhuruf kecil
    ///
    /// Kata seperti “di”, “dan”, “yang”, “untuk”, “atas”, dan “tentang” berhuruf kecil di tengah judul dan kalimat;
    /// begitu pula “ini” dalam “Keputusan ini”.
    ///
    /// Sumber: EYD V tentang huruf kapital; UU 12/2011 Lampiran II tentang penulisan judul.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Tata Tertib Rapat Yang Diadakan di Kantor.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Tata Tertib Rapat yang Diadakan di Kantor.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K507" "kapital-partikel" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded().filter(|(passage, text)| !text.capitals && passage.part != Part::Kepala) {
        for (at, word) in text.words.iter().enumerate().skip(1) {
            if word.kind != Kind::Capital || word.start || word.mask.is_some() || word.italic {
                continue;
            }
            let shown = passage.word(word);
            let lower = shown.to_lowercase();
            if !is_small(context, &lower) || !is_joined(passage, text, at) || is_other_sense(context, passage, text, at)
            {
                continue;
            }
            let edit = context.replace(passage.teks, word.range.clone(), &lower);
            let told = report.at(
                context.place(passage.teks, word.range.clone()),
                format!("`{shown}` berhuruf kapital di tengah kalimat"),
            );
            match naming(context, passage, text, at) == Naming::Beside {
                true => told.hint(format!("tulis `{lower}`, kecuali bila nama itu memang demikian")).unsure(),
                false => told.hint(format!("tulis `{lower}`")).cure(edit),
            };
        }
    }
    own_names(context, report);
}

/// Whether a word in small letters has no sense of its own, so that it is no part of a name.
fn is_small(context: &Context<'_>, word: &str) -> bool {
    context.word_lists().has(WordList::Partikel, word) || ["sebagaimana", "tersebut"].contains(&word)
}

/// Whether only a blank parts the word from a word of letters before it.
fn is_joined(passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let (before, word) = (&text.words[at - 1], &text.words[at]);
    let gap = passage.gap(before, word);
    let cited = passage.word(word) == "Tentang";
    let letters = (before.kind != Kind::Digit || cited)
        && before.mask.is_none_or(|mask| mask == Mask::JudulAsing)
        && before.range.len() > 1;
    let twice = passage.lower(before) == passage.lower(word);
    letters && !twice && !gap.is_empty() && (gap.trim().is_empty() || gap == ", ")
}

/// "Atas" as a place or a side: "Kelas Atas", "Lantai Atas", "Dalam" as in "Dalam Negeri", "Ke" before a number.
fn is_other_sense(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let lower = passage.lower(&text.words[at]);
    let before = passage.lower(&text.words[at - 1]);
    let next = text.words.get(at + 1);
    let after = next.map(|next| passage.lower(next)).unwrap_or_default();
    let capital = next.is_some_and(|next| next.kind == Kind::Capital);
    match lower.as_str() {
        "dalam" => {
            ["negeri", "kota", "rumah", "daerah"].contains(&after.as_str())
                || (next.is_none() && before != "di")
                || ["penyakit", "dinas", "kementerian", "menteri"].contains(&before.as_str())
        }
        "atas" => {
            context.word_lists().has(WordList::SebelumAtas, &before) || (next.is_none() && capital) || next.is_none()
        }
        "yang" => before == "tuhan",
        "antara" => capital && before != "kerja" && after != "lain",
        "akan" | "itu" | "guna" | "serta" => context.word_lists().has(WordList::SebelumPartikelNama, &before),
        _ => false,
    }
}

/// A word of the decree's own name, or of an attachment's title, that lacks its capital.
fn own_names(context: &Context<'_>, report: &mut Report<'_>) {
    let named = |part: Part| matches!(part, Part::Tentang | Part::LampiranJudul(_) | Part::LampiranTentang(_));
    for (passage, text) in context.worded().filter(|(passage, text)| named(passage.part) && text.title) {
        for (at, word) in text.words.iter().enumerate() {
            let shown = passage.word(word);
            let lone = word.kind == Kind::Lower && word.mask.is_none() && !word.italic && word.range.len() > 3;
            let particle = context.word_lists().is_particle(shown)
                || is_small(context, shown)
                || context.word_lists().has(WordList::KecilDalamJudul, shown);
            if lone && !particle {
                let what =
                    if at == 0 { "berhuruf awal kecil" } else { "berhuruf awal kecil, padahal kata lain kapital" };
                report
                    .at(context.place(passage.teks, word.range.clone()), format!("`{shown}` dalam judul {what}"))
                    .hint(format!("apakah seharusnya `{}`?", naskah_core::language::capitals::capital(shown)))
                    .unsure();
            }
        }
    }
}
