//! An abbreviation that is explained nowhere.

use std::collections::{HashMap, HashSet};

use crate::words::{Kind, Text, Token};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::catalog::Kata;
use naskah_core::catalog::kata::Singkatan;
use naskah_core::language::WordList;
use naskah_core::language::numerals::{dari_nama_diktum, dari_romawi};

declare_rule! {
    /// Singkatan dipanjangkan pada penyebutan pertama
    ///
    /// Singkatan yang tidak umum diketahui ditulis sesudah kepanjangannya, dalam kurung, pada penyebutan pertama; kepanjangan
    /// yang berdiri di tempat lain tanpa singkatannya belum menghubungkan keduanya. Setiap singkatan hanya ditanyakan
    /// satu kali.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang singkatan dan akronim; EYD V tentang singkatan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja WBBM perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja Wilayah Birokrasi Bersih dan Melayani (WBBM) perlu ditetapkan
    /// ```
    "K510" "singkatan-tak-dipanjangkan" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let kata = context.catalog.kata();
    let whole = Whole::of(context);
    let clipped = clipped(kata);
    let mut asked: HashSet<String> = HashSet::new();
    for (index, (passage, text)) in context.all_worded().enumerate() {
        // A cell of capitals alone is a label of its table.
        let capitals = text.words.iter().all(|word| matches!(word.kind, Kind::Upper | Kind::Digit));
        let label = match passage.part {
            Part::Sel { .. } => text.words.len() == 1 || capitals,
            Part::Kelompok(_) => capitals,
            _ => false,
        };
        if text.name || text.capitals || label || !is_prose(passage.part) {
            continue;
        }
        for (at, word) in text.words.iter().enumerate() {
            let shown = passage.word(word);
            let unit = at.checked_sub(1).is_some_and(|before| is_unit(passage, text, before, word));
            if word.mask.is_some() || word.italic || unit || shown.len() > 12 {
                continue;
            }
            let listed = kata.singkatan.contains_key(shown);
            let short = (!listed).then(|| clipped.get(&shown.to_lowercase()).copied()).flatten().unwrap_or(shown);
            if asked.contains(short) {
                continue;
            }
            let known = kata.singkatan.get(short).map(Vec::as_slice);
            let is_short = match known {
                _ if is_office(passage, text, at) || names_format(context, passage, text, at) => false,
                Some(meanings) => !meanings.iter().any(|meaning| meaning.lazim),
                None => is_acronym(context, kata, passage, text, at),
            };
            if !is_short {
                continue;
            }
            asked.insert(short.to_owned());
            let used = whole.starts.get(index).copied().unwrap_or_default() + word.range.start;
            tell(context, report, &whole, (passage, word, short), known.unwrap_or_default(), used);
        }
    }
}

/// Whether "KIP" stands behind "KPU" and a slash, as what it is called in Aceh: "KPU/KIP Kabupaten/Kota".
fn is_office(passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let before = text.words.get(at.saturating_sub(2)..at).unwrap_or_default();
    let slash = before.last().is_some_and(|last| passage.gap(last, &text.words[at]) == "/");
    slash && passage.word(&text.words[at]) == "KIP" && before.iter().any(|word| passage.word(word) == "KPU")
}

/// Asks where an abbreviation is tied to its words nowhere, or only after it was used.
fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    whole: &Whole,
    (passage, word, short): (&Passage<'_>, &Token, &str),
    meanings: &[Singkatan],
    used: usize,
) {
    let shown = passage.word(word);
    let place = || context.place(passage.teks, word.range.clone());
    let tie = |long: &str| format!("apakah perlu dipanjangkan pada penyebutan pertama: `{long} ({short})`?");
    let written = meanings.iter().find(|meaning| whole.lower.contains(&meaning.panjang.to_lowercase()));
    match (whole.tied(shown), written) {
        (Some(at), _) if at <= used => {}
        (Some(_), _) => {
            report
                .at(place(), format!("singkatan `{shown}` dipakai sebelum dipanjangkan"))
                .hint("apakah kepanjangannya dapat dipindahkan ke penyebutan pertama ini?");
        }
        (None, Some(meaning)) => {
            let long = &meaning.panjang;
            report
                .at(place(), format!("singkatan `{shown}` tidak dihubungkan dengan kepanjangannya"))
                .hint(format!("apakah `{long}` yang dimaksud? tulis `{long} ({short})` pada penyebutan pertama"));
        }
        (None, None) => {
            let long = meanings.first().map_or("…", |meaning| meaning.panjang.as_str());
            report.at(place(), format!("singkatan `{shown}` tidak dipanjangkan di mana pun")).hint(tie(long));
        }
    }
}

/// Clipped words such as `Bimtek` by their small letters, which people write with any capitals.
fn clipped(kata: &Kata) -> HashMap<String, &str> {
    let keys = kata.singkatan.keys().filter(|short| short.len() > 3 && short.chars().skip(1).all(char::is_lowercase));
    keys.map(|short| (short.to_lowercase(), short.as_str())).collect()
}

fn is_prose(part: Part) -> bool {
    let apart = matches!(
        part,
        Part::Kepala
            | Part::Menetapkan
            | Part::Salinan
            | Part::Disampaikan(_)
            | Part::Tembusan(_)
            | Part::Gambar(_)
            | Part::Keterangan(_)
            | Part::Penutup
            | Part::Mengingat(_)
            | Part::Kolom(_)
    );
    part.is_printed() && !apart
}

/// Whether a short word after a number is a unit: "1/2 PK", "8 GB".
fn is_unit(passage: &Passage<'_>, text: &Text, before: usize, word: &Token) -> bool {
    let Some(number) = text.words.get(before).filter(|number| number.kind == Kind::Digit) else { return false };
    word.range.len() == 2 && passage.gap(number, word) == " "
}

/// Whether a word of capitals that nobody listed looks like an abbreviation: no Roman number, word or name.
fn is_acronym(context: &Context<'_>, kata: &Kata, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let shown = passage.word(word);
    let lower = shown.to_lowercase();
    let letters = (2..=10).contains(&shown.len()) && shown.bytes().all(|b| b.is_ascii_uppercase());
    let loud = |at: Option<usize>| at.and_then(|at| text.words.get(at)).is_some_and(|word| is_loud(passage, word));
    // Beside other words in capitals it is one of them: a name or a heading that is written so.
    let lone = !loud(at.checked_sub(1)) && !loud(Some(at + 1));
    // A maker stands before what it made: "HP LaserJet".
    let maker = text.words.get(at + 1).is_some_and(|next| next.kind == Kind::Mixed);
    word.kind == Kind::Upper
        && !maker
        && letters
        && lone
        && !is_numbered(shown)
        && dari_nama_diktum(shown).is_none()
        && !kata.is_abbreviation(&lower)
        && !crate::words::spelling::is_place(context, &lower)
        && !(lower.len() > 4 && kata.has(&lower))
}

/// Whether a word is a Roman number, also with the letter of a class behind it: "Kelas IIA".
fn is_numbered(shown: &str) -> bool {
    let class = shown.strip_suffix(['A', 'B', 'C', 'D']).filter(|number| number.bytes().all(|b| b"IVX".contains(&b)));
    dari_romawi(shown).is_some() || class.is_some_and(|number| dari_romawi(number).is_some())
}

/// So many words before a format its word is looked for.
const NEAR: usize = 24;

/// Whether a word is one of the formats that are counted up: "dalam format CDR, AI, atau PDF".
fn names_format(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let loose = |word: &&Token| word.kind == Kind::Lower && !context.word_lists().is_particle(passage.word(word));
    // The word stands near: a list of formats is short.
    let head = text.words[..at].iter().rev().take(NEAR).find(loose);
    head.is_some_and(|head| context.word_lists().has(WordList::SebelumFormat, passage.word(head)))
}

/// Whether a word is a long one in capitals.
fn is_loud(passage: &Passage<'_>, word: &Token) -> bool {
    word.kind == Kind::Upper && passage.word(word).len() > 6
}

/// All that the decree says, to look for explanations.
struct Whole {
    plain: String,
    lower: String,
    /// Where each passage begins.
    starts: Vec<usize>,
}

impl Whole {
    fn of(context: &Context<'_>) -> Self {
        let mut plain = String::new();
        let mut starts = Vec::with_capacity(context.passages.len());
        for passage in &context.passages {
            starts.push(plain.len());
            plain.push_str(&passage.plain);
            plain.push('\n');
        }
        Self { lower: plain.to_lowercase(), plain, starts }
    }

    /// Where an abbreviation is first tied to its words: "… (SHORT)" or "SHORT (…)", the words having its first
    /// letter.
    fn tied(&self, short: &str) -> Option<usize> {
        let first = short.chars().next()?.to_ascii_lowercase();
        let ties = self.plain.match_indices(short).map(|(at, _)| at).filter(|at| {
            let before = &self.plain[..*at];
            let after = &self.plain[at + short.len()..];
            let called = |before: &str| before.ends_with("selanjutnya disebut") || before.ends_with("disingkat");
            // "selanjutnya disebut Satgas SPIP"
            let led = before.trim_end().rsplit_once(' ').is_some_and(|(before, _)| called(before));
            let opened = before.ends_with('(') || called(before.trim_end()) || led;
            let closed = after.trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next());
            let long = |text: &str| text.split_whitespace().any(|word| word.to_lowercase().starts_with(first));
            opened && before.trim_end_matches('(').lines().next_back().is_some_and(long)
                || closed.is_some_and(|inside| inside.len() > short.len() && long(inside))
        });
        ties.min()
    }
}
