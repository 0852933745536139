//! A PDF with text: its words by their places become lines of a text whose columns stay where they stood.

use naskah_core::catalog::Kata;

use crate::pdf::{self, Pdf, guarded};

use super::sumber::Sumber;
use super::{Tolak, pinggir, polos};

/// A word of a page and its box: left, bottom, right, top.
type Kotak = ([f64; 4], String);

/// Most pages that are read.
const MAX_PAGES: usize = 2000;

/// Reads a PDF.
pub fn read(bytes: &[u8], kata: &Kata) -> Result<Sumber, Tolak> {
    let pdf = Pdf::open(bytes).map_err(|_| Tolak::Pdf)?;
    let count = pdf.count().min(MAX_PAGES);
    let words = guarded(|| (0..count).map(|page| pdf.words(page)).collect::<Vec<_>>()).ok_or(Tolak::Pdf)?;
    let (words, furniture) = pinggir::without(words);
    let pages: Vec<String> = words.into_iter().map(page_text).collect();
    let text = pages.join("\u{c}");
    if text.split_whitespace().count() < 5 * count {
        return Err(Tolak::Pindai);
    }
    let mut sumber = polos::text(&text, kata);
    furniture.into_iter().filter(|line| !sumber.tepi.contains(line)).collect::<Vec<_>>().into_iter().for_each(|line| {
        sumber.tepi.push(line);
    });
    if pdf.count() > MAX_PAGES {
        sumber.tell(format!("hanya {MAX_PAGES} halaman pertama yang dibaca"));
    }
    Ok(sumber)
}

/// The words of a page as lines of letters of one width.
fn page_text(words: Vec<pdf::Kata>) -> String {
    let mut words: Vec<([f64; 4], String)> = words.into_iter().map(|word| (word.kotak.sisi(), word.teks)).collect();
    let heights: Vec<f64> = words.iter().map(|([_, low, _, high], _)| high - low).collect();
    let height = middle(heights).max(4.0);
    let wide: Vec<f64> =
        words.iter().map(|([left, _, right, _], text)| (right - left) / text.chars().count().max(1) as f64).collect();
    let letter = middle(wide).clamp(2.0, 20.0);
    words.sort_by(|(a, _), (b, _)| b[1].total_cmp(&a[1]).then(a[0].total_cmp(&b[0])));
    let mut lines: Vec<(f64, Vec<Kotak>)> = Vec::new();
    for word in words {
        match lines.last_mut().filter(|(base, _)| (base - word.0[1]).abs() < height * 0.35) {
            Some((_, line)) => line.push(word),
            None => lines.push((word.0[1], vec![word])),
        }
    }
    let gaps: Vec<f64> =
        lines.windows(2).map(|pair| pair.first().map_or(0.0, |a| a.0) - pair.last().map_or(0.0, |b| b.0)).collect();
    let pitch = middle(gaps);
    let mut out = String::new();
    let mut last: Option<f64> = None;
    for (base, mut line) in lines {
        line.sort_by(|(a, _), (b, _)| a[0].total_cmp(&b[0]));
        let tall = line.iter().map(|([_, low, _, high], _)| high - low).fold(height, f64::max);
        if last.is_some_and(|last| last - base > (tall * 2.1).max(pitch * 1.5)) {
            out.push('\n');
        }
        last = Some(base);
        let (mut text, mut right) = (String::new(), f64::NEG_INFINITY);
        for ([left, _, end, _], word) in line {
            let column = (left / letter).max(0.0) as usize;
            let gap = left - right;
            let there = text.chars().count();
            // Words of one phrase are parted by one blank, columns by at least two.
            let blanks = match gap / letter {
                _ if text.is_empty() => column,
                gap if gap > 2.2 => column.saturating_sub(there).max(3),
                gap if gap > 1.3 => column.saturating_sub(there).max(2),
                _ => 1,
            };
            text.push_str(&" ".repeat(blanks.min(400)));
            text.push_str(&word);
            right = end;
        }
        out.push_str(&text);
        out.push('\n');
    }
    out
}

/// The middle one of some numbers.
fn middle(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(0.0)
}
