//! Capitals that neither the sentence nor a name asks for, and names with a small letter in them.

use std::collections::HashMap;

use crate::lint::capitals::capital;
use crate::lint::forms::{is_active, is_passive};
use crate::lint::sentence_case::{Capitals, holds_names, is_content, is_lone, is_sentence};
use crate::lint::words::{Kind, Text, is_particle};
use crate::lint::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Huruf kapital dipakai seragam
    ///
    /// Kata umum di tengah kalimat berhuruf kecil; huruf kapital di sana memberi kesan nama. Sebaliknya, nama yang
    /// kata-katanya berhuruf awal kapital tidak menyisakan satu kata berhuruf kecil selain kata tugas. Yang ditanyakan
    /// hanya kata yang di tempat lain dalam keputusan itu ditulis dengan cara lain, atau yang berbeda dengan kata di
    /// sampingnya.
    ///
    /// Sumber: EYD V tentang huruf kapital; UU 12/2011 Lampiran II tentang konsistensi istilah.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja bagi peserta pelatihan dan Pendidikan yang bertugas perlu ditetapkan
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja bagi Unit pengendalian Gratifikasi perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja bagi peserta pelatihan dan pendidikan yang bertugas perlu ditetapkan
    /// ```
    "K518" "kapital-tak-seragam" Saran since "0.2.0" => check
}

/// Words that decrees write with a capital where they mean the body, the office or the part of the decree at hand.
const STANDING: [&str; 72] = [
    "agama",
    "anggota",
    "angka",
    "bapak",
    "bagian",
    "badan",
    "berita",
    "bendahara",
    "bulan",
    "bupati",
    "daerah",
    "desa",
    "dewan",
    "diktum",
    "dinas",
    "direktur",
    "divisi",
    "gubernur",
    "hari",
    "huruf",
    "indeks",
    "inspektorat",
    "jalan",
    "jenderal",
    "kabupaten",
    "kantor",
    "kecamatan",
    "kelompok",
    "kelurahan",
    "kepala",
    "keputusan",
    "ketua",
    "komisi",
    "komisioner",
    "koordinator",
    "kota",
    "lampiran",
    "lembaga",
    "lembaran",
    "mahkamah",
    "majelis",
    "mengingat",
    "menimbang",
    "menetapkan",
    "menteri",
    "minggu",
    "negara",
    "negeri",
    "nomor",
    "panitia",
    "pasal",
    "pejabat",
    "pemerintah",
    "pemilihan",
    "pemilu",
    "peraturan",
    "pihak",
    "presiden",
    "provinsi",
    "rancangan",
    "republik",
    "saudara",
    "sekretariat",
    "sekretaris",
    "subbagian",
    "tahun",
    "tuhan",
    "unit",
    "wakil",
    "wali",
    "wilayah",
    "zona",
];

/// A word with a wrong capital or without the right one.
struct Slip {
    word: usize,
    needless: bool,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let capitals = context.capitals();
    let terms = terms(context);
    let columns = title_columns(context);
    for (passage, text) in context.worded().filter(|(_, text)| !text.capitals) {
        let mut slips = Vec::new();
        if is_sentence(context, passage, text) {
            let needless = (1..text.words.len()).filter(|at| is_needless(context, capitals, passage, text, *at));
            slips.extend(needless.map(|word| Slip { word, needless: true }));
        }
        if slips.is_empty() && !matches!(passage.part, Part::Mengingat(_) | Part::Tentang | Part::LampiranTentang(_)) {
            slips = torn_term(&terms, passage, text);
        }
        if slips.is_empty() && key(passage).is_some_and(|key| columns.contains_key(&key)) {
            slips = small_words(context, passage, text);
        }
        tell(context, report, passage, text, &slips);
    }
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text, slips: &[Slip]) {
    let Some(first) = slips.first() else { return };
    let shown = |slip: &Slip| text.words.get(slip.word).map(|word| passage.word(word)).unwrap_or_default();
    let named = |change: &dyn Fn(&str) -> String| {
        let mut all: Vec<String> = slips.iter().map(|slip| format!("`{}`", change(shown(slip)))).collect();
        all.dedup();
        all.join(", ")
    };
    let Some(word) = text.words.get(first.word) else { return };
    let place = context.place(passage.teks, word.range.clone());
    let words = named(&str::to_owned);
    if first.needless {
        report
            .at(place, format!("{words} berhuruf kapital di tengah kalimat"))
            .hint(format!("apakah bukan nama, sehingga seharusnya {}?", named(&str::to_lowercase)));
    } else {
        report
            .at(place, format!("{words} berhuruf kecil di dalam nama"))
            .hint(format!("apakah seharusnya {}, sama dengan yang lain?", named(&capital)));
    }
}

/// Whether a word in a sentence has a capital that the decree itself speaks against.
fn is_needless(context: &Context<'_>, capitals: &Capitals, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let plain =
        word.kind == Kind::Capital && !word.start && word.mask.is_none() && !word.italic && word.range.len() > 3;
    if !plain {
        return false;
    }
    let lower = passage.lower(word);
    let kata = context.catalog.kata();
    let common = kata.has(&lower)
        && lower.bytes().all(|b| b.is_ascii_lowercase())
        && !STANDING.contains(&lower.as_str())
        && !is_particle(&lower)
        && !kata.is_abbreviation(&lower)
        && !crate::lint::spelling::is_place(context, &lower);
    let settled = capitals.lone(&lower) > 1 && capitals.small(&lower) == 0;
    common && !settled && speaks_against(capitals, passage, text, at, &lower)
}

fn speaks_against(capitals: &Capitals, passage: &Passage<'_>, text: &Text, at: usize, lower: &str) -> bool {
    let word = &text.words[at];
    let (Some(before), after) = (text.words.get(at - 1), text.words.get(at + 1)) else { return false };
    let (left, right) = (passage.gap(before, word), after.map(|after| passage.gap(word, after)).unwrap_or_default());
    let pair = |a: usize, b: usize| {
        let (a, b) = (text.words.get(a)?, text.words.get(b)?);
        Some(passage.plain.get(a.range.start..b.range.end)?.to_lowercase())
    };
    let (behind, ahead) = (pair(at - 1, at), pair(at, at + 1));
    let any = |test: &dyn Fn(&str) -> bool| [&behind, &ahead].into_iter().flatten().any(|pair| test(pair));
    if any(&|pair| capitals.is_name_pair(pair)) || right.contains(['(', '“', '"']) || !is_lone(passage, text, at) {
        return false;
    }
    let opener = before.start && before.kind == Kind::Capital && left == " ";
    let verb = opener && is_active(&passage.lower(before));
    let small_before = before.kind == Kind::Lower && left == " " && !follows_name(passage, text, at - 1);
    let small_after = after.is_some_and(|after| after.kind == Kind::Lower && right == " ");
    let (small, lone) = (capitals.small(lower), capitals.lone(lower));
    let twin = any(&|pair| capitals.is_small_pair(pair));
    let action = is_active(lower) || is_passive(lower);
    match () {
        () if opener && !verb => twin && small_after,
        () if action && small_after && (small_before || left == ", ") => true,
        () if left == "/" || right == "/" => {
            small_before && after.is_some_and(|after| after.kind == Kind::Lower && right == "/")
        }
        () if small_before || verb => {
            (twin && small > 0) || (small > 1 && small >= lone) || joins_small(passage, text, at, small_after)
        }
        () => false,
    }
}

/// Whether a particle joins the word to a name before it: "Ketua dan …".
fn follows_name(passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| text.words.get(at));
    is_particle(passage.word(&text.words[at])) && before.is_some_and(|before| before.kind != Kind::Lower)
}

/// Whether "dan" or "atau" joins it to a word in small letters: "pelatihan dan Pendidikan yang".
fn joins_small(passage: &Passage<'_>, text: &Text, at: usize, small_after: bool) -> bool {
    let Some([other, link]) = at.checked_sub(2).and_then(|from| text.words.get(from..at)) else { return false };
    let link = passage.word(link);
    ["dan", "atau", "serta"].contains(&link) && other.kind == Kind::Lower && is_content(passage, other) && small_after
}

/// Known names of several words by their first word, in lower case and without duplicates.
fn terms<'c>(context: &'c Context<'_>) -> HashMap<String, Vec<Vec<&'c str>>> {
    let mut found: HashMap<String, Vec<Vec<&str>>> = HashMap::new();
    for meaning in context.catalog.kata().singkatan.values().flatten().filter(|meaning| !meaning.lazim) {
        let words: Vec<&str> = meaning.panjang.split(' ').collect();
        let name = words.iter().all(|word| is_particle(word) || word.starts_with(char::is_uppercase));
        if words.len() > 1 && name && words.iter().all(|word| word.bytes().all(|b| b.is_ascii_alphabetic())) {
            found.entry(words[0].to_lowercase()).or_default().push(words);
        }
    }
    found
}

/// The words without a capital in a known name that otherwise has capitals.
fn torn_term(terms: &HashMap<String, Vec<Vec<&str>>>, passage: &Passage<'_>, text: &Text) -> Vec<Slip> {
    for (at, word) in text.words.iter().enumerate() {
        if word.mask.is_some() || word.italic || !matches!(word.kind, Kind::Lower | Kind::Capital) {
            continue;
        }
        for term in terms.get(&passage.lower(word)).into_iter().flatten() {
            let words = text.words.get(at..at + term.len()).unwrap_or_default();
            let same = words.len() == term.len()
                && words.iter().zip(term).all(|(word, part)| passage.word(word).eq_ignore_ascii_case(part))
                && words.windows(2).all(|pair| passage.gap(&pair[0], &pair[1]) == " ");
            let content = |kind: Kind| {
                let kinds = words.iter().enumerate().filter(move |(_, word)| word.kind == kind && !word.start);
                kinds.filter(|(_, word)| !is_particle(passage.word(word))).map(|(slip, _)| at + slip)
            };
            if same && content(Kind::Capital).next().is_some() {
                let slips: Vec<Slip> = content(Kind::Lower).map(|word| Slip { word, needless: false }).collect();
                if !slips.is_empty() {
                    return slips;
                }
            }
        }
    }
    Vec::new()
}

/// The table and the column of a cell; headings over rows are a column of their own.
fn key(passage: &Passage<'_>) -> Option<(usize, usize)> {
    match passage.part {
        Part::Sel { tabel, kolom, .. } => Some((tabel, kolom)),
        Part::Kelompok(tabel) => Some((tabel, usize::MAX)),
        _ => None,
    }
}

/// The columns most cells of which are titles.
fn title_columns(context: &Context<'_>) -> HashMap<(usize, usize), usize> {
    let mut found: HashMap<(usize, usize), (usize, usize)> = HashMap::new();
    for (passage, text) in context.worded() {
        let Some(key) = key(passage) else { continue };
        let long = text.words.iter().filter(|word| is_content(passage, word));
        let (all, small) = long.fold((0, 0), |(all, small), word| {
            (all + 1, small + usize::from(word.kind == Kind::Lower && !word.italic))
        });
        if all > 1 && text.words.iter().all(|word| word.kind != Kind::Digit) {
            let counts = found.entry(key).or_default();
            counts.0 += 1;
            counts.1 += usize::from(small == 0);
        }
    }
    found.retain(|(tabel, kolom), (cells, titles)| {
        let column = context.tables.get(*tabel).and_then(|table| table.columns.get(*kolom));
        let dates = column.is_some_and(|column| {
            let head = column.judul.as_plain().to_lowercase();
            holds_names(&head) && !head.contains("nama")
        });
        *cells > 3 && *titles * 100 >= *cells * 60 && !dates
    });
    found.into_iter().map(|(key, (_, titles))| (key, titles)).collect()
}

/// The words without a capital in a name among other names.
fn small_words(context: &Context<'_>, passage: &Passage<'_>, text: &Text) -> Vec<Slip> {
    let kata = context.catalog.kata();
    let words = &text.words;
    let phrase = words.iter().any(|word| ["yang", "jumlah", "total"].contains(&passage.lower(word).as_str()));
    if phrase || words.len() > 10 || words.first().is_some_and(|word| word.kind == Kind::Lower) {
        return Vec::new();
    }
    let small = words.iter().enumerate().filter(|(_, word)| {
        let lower = passage.word(word);
        let verb = is_active(lower) || is_passive(lower) || lower.starts_with("ber");
        word.kind == Kind::Lower
            && word.mask.is_none()
            && !word.italic
            && is_content(passage, word)
            && !verb
            && kata.knows(lower)
    });
    small.map(|(word, _)| Slip { word, needless: false }).collect()
}
