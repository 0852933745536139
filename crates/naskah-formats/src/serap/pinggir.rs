//! What stands on the edge of pages of a PDF and not in its text: lines that return at one height, addresses at the foot.

use crate::pdf::Kata;

/// So far lines of two pages may stand apart that are at one height, in points.
const NEAR: f64 = 2.0;

/// A line of a page.
struct Garis {
    halaman: usize,
    dasar: f64,
    teks: String,
}

/// The words of pages without those on the edges, and the lines that were taken out, each once.
pub fn without(mut pages: Vec<Vec<Kata>>) -> (Vec<Vec<Kata>>, Vec<String>) {
    let all: Vec<Garis> = pages.iter().enumerate().flat_map(|(at, words)| lines(at, words)).collect();
    let edge = |one: &Garis| {
        let twin = |other: &&Garis| {
            other.halaman != one.halaman
                && (other.dasar - one.dasar).abs() < NEAR
                && shape(&other.teks) == shape(&one.teks)
        };
        is_address(&one.teks) || all.iter().any(|other| twin(&other))
    };
    let marked: Vec<bool> = all.iter().map(edge).collect();
    let body = || all.iter().zip(&marked).filter(|(_, edge)| !**edge).map(|(line, _)| line.dasar);
    let (low, high) = (body().fold(f64::INFINITY, f64::min), body().fold(f64::NEG_INFINITY, f64::max));
    let mut out: Vec<String> = Vec::new();
    for (line, _) in all.iter().zip(&marked).filter(|(_, edge)| **edge) {
        let own = |page: &[Garis]| page.iter().any(|other| other.dasar < line.dasar - NEAR);
        let lowest = !own(&lines(line.halaman, pages.get(line.halaman).map_or(&[], Vec::as_slice)));
        let beyond = line.dasar < low - NEAR || line.dasar > high + NEAR || (lowest && is_address(&line.teks));
        if !beyond {
            continue;
        }
        if let Some(words) = pages.get_mut(line.halaman) {
            words.retain(|word| (word.kotak.sisi()[1] - line.dasar).abs() >= NEAR);
        }
        if !out.contains(&line.teks) {
            out.push(line.teks.clone());
        }
    }
    (pages, out)
}

/// The lines of a page, from its top.
fn lines(halaman: usize, words: &[Kata]) -> Vec<Garis> {
    let mut sorted: Vec<([f64; 4], &str)> = words.iter().map(|word| (word.kotak.sisi(), word.teks.as_str())).collect();
    sorted.sort_by(|(a, _), (b, _)| b[1].total_cmp(&a[1]).then(a[0].total_cmp(&b[0])));
    let mut out: Vec<(f64, Vec<(f64, &str)>)> = Vec::new();
    for (sides, text) in sorted {
        match out.last_mut().filter(|(base, _)| (base - sides[1]).abs() < NEAR) {
            Some((_, line)) => line.push((sides[0], text)),
            None => out.push((sides[1], vec![(sides[0], text)])),
        }
    }
    let whole = |(dasar, mut line): (f64, Vec<(f64, &str)>)| {
        line.sort_by(|a, b| a.0.total_cmp(&b.0));
        let teks = line.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ");
        Garis { halaman, dasar, teks }
    };
    out.into_iter().map(whole).collect()
}

/// What lines that differ in numbers alone share.
fn shape(line: &str) -> String {
    let mut out = String::new();
    for c in line.chars().filter(|c| !c.is_whitespace()) {
        let c = if c.is_ascii_digit() { '0' } else { c };
        if !(c == '0' && out.ends_with('0')) {
            out.push(c);
        }
    }
    out
}

/// Whether a line is an address of the web and nothing else.
pub fn is_address(line: &str) -> bool {
    let line = line.trim();
    let host = line.trim_start_matches("https://").trim_start_matches("http://").split('/').next().unwrap_or_default();
    let parts: Vec<&str> = host.split('.').collect();
    let sound = |part: &&str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    !line.contains(char::is_whitespace)
        && parts.len() >= 3
        && parts.iter().all(sound)
        && host.contains(|c: char| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_shapes_are_known() {
        assert!(is_address("jdih.example.go.id/jateng/kab") && is_address("https://www.example.go.id"));
        for text in ["S.H.", "a.n. Ketua", "NAMA REKAAN", "12.000.000", "2.500.000,00", "dan seterusnya."] {
            assert!(!is_address(text), "{text}");
        }
        assert_eq!(shape("- 12 -"), shape("- 3 -"));
    }
}
