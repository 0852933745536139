//! How wide words are, without looking into a font: near enough to give columns their room.

/// The width of a text in points.
pub fn kira(text: &str, ukuran: f64, tebal: bool) -> f64 {
    let one = |c: char| match c {
        'm' | 'w' | 'M' | 'W' | '—' | '@' | '%' => 0.92,
        'i' | 'j' | 'l' | '.' | ',' | ';' | ':' | '\'' | '!' | '|' => 0.34,
        'f' | 'r' | 's' | 't' | 'I' | '(' | ')' | '-' | '/' | ' ' => 0.42,
        c if c.is_uppercase() => 0.72,
        c if c.is_ascii_digit() => 0.62,
        _ => 0.6,
    };
    text.chars().map(one).sum::<f64>() * ukuran * if tebal { 1.08 } else { 1.0 }
}

/// How wide a label is: on one line where it is one word, otherwise on two.
pub fn nama(label: &str, ukuran: f64) -> f64 {
    let words: Vec<&str> = label.split_whitespace().collect();
    let wide = |words: &[&str]| kira(&words.join(" "), ukuran, false);
    let halves = (1..words.len()).map(|at| wide(&words[..at]).max(wide(&words[at..])));
    halves.fold(wide(&words), f64::min)
}

/// Widths of which none is less than it needs, as far as the others can give: each gives by what it has to spare.
pub fn pinjam(lebar: &[f64], perlu: &[f64]) -> Vec<f64> {
    let short = |(l, p): (&f64, &f64)| (p - l).max(0.0);
    let spare = |(l, p): (&f64, &f64)| (l - p).max(0.0);
    let asked: f64 = lebar.iter().zip(perlu).map(short).sum();
    let had: f64 = lebar.iter().zip(perlu).map(spare).sum();
    if asked <= 0.0 || had <= 0.0 {
        return lebar.to_vec();
    }
    let (given, taken) = ((had / asked).min(1.0), (asked / had).min(1.0));
    lebar.iter().zip(perlu).map(|pair| pair.0 + short(pair) * given - spare(pair) * taken).collect()
}
