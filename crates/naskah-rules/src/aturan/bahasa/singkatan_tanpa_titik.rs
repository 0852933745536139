//! An abbreviation of small letters without its full stop.

use naskah_core::language::{WordList, WordLists};
use std::ops::Range;

use crate::words::roles::chunks;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Singkatan berhuruf kecil diakhiri titik
    ///
    /// Singkatan umum seperti “dll.”, “dsb.”, “dkk.”, dan “yth.” diakhiri satu titik; singkatan dua huruf dalam surat
    /// seperti “a.n.”, “s.d.”, dan “u.b.” bertitik sesudah setiap hurufnya. “Dll.”, “dsb.”, dan “dst.” menutup perincian, jadi
    /// didahului koma.
    ///
    /// Sumber: EYD V tentang singkatan dan tanda titik.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa meja, kursi, dll perlu ditetapkan hari pemakaiannya
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa meja, kursi, dll. perlu ditetapkan hari pemakaiannya
    /// ```
    "K519" "singkatan-tanpa-titik" Peringatan since "0.2.0" => check
}

/// Writings of two letters, and what is right.
const SHORT: [(&str, &str); 7] = [
    ("a.n", "a.n."),
    ("a/n", "a.n."),
    ("s.d", "s.d."),
    ("s/d", "s.d."),
    ("u.b", "u.b."),
    ("u.p", "u.p."),
    ("d.a", "d.a."),
];

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded().filter(|(passage, text)| is_prose(passage.part) && !text.capitals) {
        for (at, chunk) in chunks(&passage.plain) {
            let range = at..at + chunk.len();
            let Some(right) = right(context.word_lists(), passage, chunk, &range) else { continue };
            let quoted = text.mask_at(range.start).is_some_and(|mask| mask != crate::words::Mask::Alamat);
            if quoted || (range.end == passage.plain.len() && !ends_bare(context, passage)) {
                continue;
            }
            report
                .at(context.place(passage.teks, range.clone()), format!("singkatan `{chunk}` tanpa titik"))
                .hint(format!("tulis `{right}`"))
                .cure(context.replace(passage.teks, range.clone(), &right));
            let before = passage.plain[..range.start].strip_suffix(' ').unwrap_or_default();
            if ["dll", "dsb", "dst"].contains(&chunk) && before.ends_with(char::is_alphanumeric) {
                let last = before.rfind([' ', '/']).map_or(0, |at| at + 1);
                report
                    .at(context.place(passage.teks, last..before.len()), format!("tidak ada koma sebelum `{chunk}`"))
                    .hint(format!("tulis `{}, {right}`", &before[last..]))
                    .unsure();
            }
        }
    }
}

fn is_prose(part: Part) -> bool {
    !matches!(part, Part::Kepala | Part::Menetapkan | Part::Salinan | Part::Penutup)
}

/// What should stand in the place of an abbreviation without its full stop.
fn right(lists: &WordLists, passage: &Passage<'_>, chunk: &str, range: &Range<usize>) -> Option<String> {
    if !(2..=3).contains(&chunk.len()) {
        return None;
    }
    let rest = &passage.plain[range.end..];
    let stopped = rest.starts_with('.');
    if let Some((_, right)) = SHORT.iter().find(|(wrong, _)| *wrong == chunk) {
        return (!stopped || chunk.contains('/')).then(|| (*right).to_owned());
    }
    let name_follows = rest.strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    if chunk == "an" && name_follows {
        return Some("a.n".to_owned());
    }
    let addressed = ["Yth", "Sdr", "Drs", "Dra"].contains(&chunk) && rest.trim_start().starts_with(char::is_alphabetic);
    (!stopped && (lists.has(WordList::SingkatanTigaHuruf, chunk) || addressed)).then(|| format!("{chunk}."))
}

/// Whether the program puts no mark at the end of a text.
fn ends_bare(context: &Context<'_>, passage: &Passage<'_>) -> bool {
    match passage.part {
        Part::Sel { .. } => !context.lists.iter().any(|list| list.part == passage.part && list.penutup.is_some()),
        // The program puts a semicolon there, and no full stop.
        Part::Menimbang(_) => true,
        _ => false,
    }
}
