//! Words of a file that came back, as they would be typed.

use naskah_core::decree::Run;
use naskah_core::decree::teks::runs_of;
use naskah_core::language::capitals::title_upper;

use super::super::jangkar::{self, rapi, tulisan};
use super::acuan::{Langkah, tanpa_penutup};
use super::baca::Terbaca;

/// The sum of one text.
pub fn jumlah(text: &str) -> String {
    jangkar::jumlah(std::iter::once(text.to_owned()))
}

/// Words without a mark that was typed before a tab.
pub fn tanpa_tanda(runs: &[Run]) -> String {
    let typed = tulisan(runs);
    let rest = typed.split_once('\t').filter(|(mark, _)| {
        let mark = mark.trim();
        mark.chars().count() <= 4 && mark.ends_with(['.', ')'])
    });
    rapi(rest.map_or(typed.as_str(), |(_, rest)| rest))
}

/// What a cell says, as a sheet would write it: items of a list with a dash each.
pub fn isi_sel(lines: &[&Terbaca]) -> String {
    let texts = lines.iter().map(|line| (line.daftar.is_some(), rapi(&tanpa_tanda(&line.runs()))));
    let texts: Vec<(bool, String)> = texts.filter(|(_, text)| !text.is_empty()).collect();
    let shown =
        texts.iter().map(|(listed, text)| if *listed && texts.len() > 1 { format!("- {text}") } else { text.clone() });
    shown.collect::<Vec<_>>().join("\n")
}

/// What is typed for a text that is printed with `akhir` at its end, in capitals where `kapital` is what was typed before.
pub fn ketikan(text: &str, akhir: &str, kapital: Option<&str>) -> String {
    let typed = match akhir {
        "" => text,
        end => text.strip_suffix(end).unwrap_or_else(|| tanpa_penutup(text)),
    };
    kapital.map_or_else(|| typed.trim().to_owned(), |old| kecil(old, typed))
}

/// For each new text the old one that it continues: equal ones are the same, others in between by their order.
pub fn berpasangan(old: &[&str], new: &[&str]) -> Vec<(Option<usize>, usize)> {
    let mut pairs = Vec::new();
    for step in similar::capture_diff_slices(similar::Algorithm::Myers, old, new) {
        let mut rest = step.old_range();
        pairs.extend(step.new_range().map(|new| (rest.next(), new)));
    }
    pairs
}

/// Words in capitals as they would be typed: known ones as they were, others with a capital at their beginning.
fn kecil(old: &str, new: &str) -> String {
    let upper = |word: &str| {
        let runs = runs_of(word).into_iter().map(|run| Run { text: title_upper(&run.text), ..run });
        tulisan(&runs.collect::<Vec<_>>())
    };
    let words: Vec<&str> = old.split_whitespace().collect();
    let known: Vec<String> = words.iter().map(|word| upper(word)).collect();
    let wanted: Vec<&str> = new.split_whitespace().collect();
    let shown: Vec<&str> = known.iter().map(String::as_str).collect();
    let mut out: Vec<String> = Vec::new();
    for step in similar::capture_diff_slices(similar::Algorithm::Myers, &shown, &wanted) {
        match step {
            similar::DiffOp::Equal { .. } => out.extend(step.old_range().map(|at| words[at].to_owned())),
            _ => out.extend(step.new_range().map(|at| awal_kapital(wanted[at]))),
        }
    }
    out.join(" ")
}

/// A word in capitals with a capital at its beginning alone; one that is typed in small letters stays.
fn awal_kapital(word: &str) -> String {
    if word.chars().any(char::is_lowercase) || word.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return word.to_owned();
    }
    let head = word.chars().position(char::is_alphabetic).unwrap_or(0) + 1;
    let kept: String = word.chars().take(head).collect();
    kept + &word.chars().skip(head).flat_map(char::to_lowercase).collect::<String>()
}

/// Where something is changed that the program makes.
pub fn di_mana(way: &[Langkah], typed: &str) -> String {
    let key = match way.first() {
        Some(Langkah::Kunci(key)) => key.as_str(),
        _ => "",
    };
    match key {
        "mengingat" => format!("kutipan dibuat dari data dasar hukum `{typed}`; ganti idnya, atau tulis teks lengkap"),
        "kantor" | "pejabat" => {
            "nama badan, kota, dan pejabat berasal dari profil kantor dalam data/kantor/".to_owned()
        }
        "nomor" | "tahun" => format!("ubah `{key}` dalam YAML; nomor diberikan waktu keputusan terbit"),
        "" => "tempatnya dalam YAML tidak diketahui".to_owned(),
        key => format!("ubah `{key}` dalam YAML; tempat lain mengikutinya"),
    }
}
