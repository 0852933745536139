//! Numbers in words and signs: the one place of Roman numerals, list letters, diktum names and number formats.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use crate::diag::distance;

/// Roman numeral of `n`, from 1; 0 gives an empty text.
pub fn romawi(mut n: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while n >= value {
            out.push_str(sign);
            n -= value;
        }
    }
    out
}

/// The number of a Roman numeral in capitals; `None` where it is not one in its proper form.
pub fn dari_romawi(text: &str) -> Option<usize> {
    let value = |c: char| {
        Some(match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            'D' => 500,
            'M' => 1000,
            _ => return None,
        })
    };
    let digits: Vec<usize> = text.chars().take(16).map(value).collect::<Option<_>>()?;
    let mut sum = 0;
    for (at, digit) in digits.iter().enumerate() {
        match digits.get(at + 1) {
            Some(next) if next > digit => sum += next - digit,
            _ if at > 0 && digits[at - 1] < *digit => {}
            _ => sum += digit,
        }
    }
    (sum > 0 && romawi(sum) == text).then_some(sum)
}

/// Letter of the `n`-th list item, from 1: a … z, aa, ab ….
pub fn huruf(n: usize) -> String {
    let mut out = Vec::new();
    let mut rest = n;
    while rest > 0 {
        rest -= 1;
        out.push(b'a' + (rest % 26) as u8);
        rest /= 26;
    }
    out.iter().rev().map(|b| *b as char).collect()
}

/// The digits in words; nothing for 0, which no larger number says.
const SATUAN: [&str; 10] = ["", "SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN"];

/// Name of the `n`-th diktum, from 1 to 199: KESATU, KEDUA, … KEDUA BELAS, … KEDUA PULUH SEMBILAN … KESERATUS SATU ….
///
/// The words are written apart, as the numbers are. `None` beyond 199.
pub fn nama_diktum(n: usize) -> Option<String> {
    NAMA_DIKTUM.get(n.checked_sub(1)?).cloned()
}

/// The names, from the first.
static NAMA_DIKTUM: LazyLock<Vec<String>> =
    LazyLock::new(|| (1..=199).map(|n| format!("KE{}", dalam_kata(n).to_uppercase())).collect());

/// The number of the diktum name that `text` begins with, and the length of the name in bytes.
///
/// Any case, words run together or apart ("KEDUABELAS", "ke-dua") and the old "PERTAMA" are understood.
pub fn dari_nama_diktum(text: &str) -> Option<(usize, usize)> {
    let whole = |length: &usize| !text[*length..].starts_with(char::is_alphanumeric);
    let first = spelled(text, "PERTAMA").filter(whole).map(|length| (1, length));
    // The other names begin with "KE".
    if first.is_none() && !text.starts_with(['K', 'k']) {
        return None;
    }
    let named = |(at, name): (usize, &String)| Some((at + 1, spelled(text, name).filter(whole)?));
    first.or_else(|| NAMA_DIKTUM.iter().enumerate().rev().find_map(named))
}

/// The length of `name` at the start of `text`, where case and gaps do not matter.
fn spelled(text: &str, name: &str) -> Option<usize> {
    let mut rest = text;
    for (at, wanted) in name.char_indices() {
        if wanted == ' ' {
            rest = rest.trim_start();
            continue;
        }
        if at == 2 {
            rest = rest.strip_prefix(['-', ' ']).unwrap_or(rest);
        }
        rest = rest.strip_prefix(|c: char| c.eq_ignore_ascii_case(&wanted))?;
    }
    Some(text.len() - rest.len())
}

/// A number from 1 to 99 in words of small letters: "dua puluh lima".
pub fn terbilang(n: usize) -> Option<String> {
    let words = match n {
        1..=9 => SATUAN[n].to_owned(),
        10 => "sepuluh".to_owned(),
        11 => "sebelas".to_owned(),
        12..=19 => format!("{} belas", SATUAN[n - 10]),
        20..=99 if n.is_multiple_of(10) => format!("{} puluh", SATUAN[n / 10]),
        20..=99 => format!("{} puluh {}", SATUAN[n / 10], SATUAN[n % 10]),
        _ => return None,
    };
    Some(words.to_lowercase())
}

/// The digit of a word in small letters.
fn digit(word: &str) -> Option<usize> {
    let named = SATUAN.iter().skip(1).position(|name| name.eq_ignore_ascii_case(word)).map(|at| at + 1);
    named.or((word == "nol").then_some(0))
}

/// Whether a word in small letters is one that years in words are made of.
pub fn is_numeral(word: &str) -> bool {
    ["ribu", "puluh", "belas"].contains(&word) || digit(word).is_some_and(|digit| digit > 0)
}

/// The value of a number in words; `None` where there is another word among them.
pub fn dari_terbilang(words: &str) -> Option<u64> {
    let (mut sum, mut group, mut last, mut any) = (0u64, 0u64, 0u64, false);
    for word in words.split_whitespace() {
        any = true;
        if let Some(one) = digit(word) {
            last = one as u64;
            continue;
        }
        match word {
            "sepuluh" => group += 10,
            "sebelas" => group += 11,
            "seratus" => group += 100,
            "seribu" => sum = sum.saturating_add(1000),
            "belas" => group += last + 10,
            "puluh" => group += last * 10,
            "ratus" => group += last * 100,
            "ribu" | "juta" | "miliar" | "triliun" => {
                let scale = match word {
                    "ribu" => 1_000,
                    "juta" => 1_000_000,
                    "miliar" => 1_000_000_000,
                    _ => 1_000_000_000_000,
                };
                sum = sum.saturating_add((group + last).saturating_mul(scale));
                group = 0;
            }
            _ => return None,
        }
        last = 0;
    }
    any.then_some(sum + group + last)
}

/// A whole number in words of small letters: "seribu dua ratus lima".
pub fn dalam_kata(n: u64) -> String {
    const RIBUAN: [(u64, &str); 4] =
        [(1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu")];
    if n == 0 {
        return "nol".to_owned();
    }
    let (mut words, mut rest) = (Vec::new(), n);
    for (scale, name) in RIBUAN {
        match (rest / scale, scale) {
            (0, _) => {}
            (1, 1_000) => words.push("seribu".to_owned()),
            (group, _) => words.extend([dalam_kata(group), name.to_owned()]),
        }
        rest %= scale;
    }
    match rest / 100 {
        0 => {}
        1 => words.push("seratus".to_owned()),
        hundreds => words.extend([dalam_kata(hundreds), "ratus".to_owned()]),
    }
    words.extend(terbilang((rest % 100) as usize));
    words.join(" ")
}

/// The words that numbers are made of, beside those of the digits.
const PENYUSUN: [&str; 13] = [
    "nol", "koma", "sepuluh", "sebelas", "seratus", "seribu", "belas", "puluh", "ratus", "ribu", "juta", "miliar",
    "triliun",
];

/// The digits in small letters.
const ANGKA: [&str; 9] = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];

/// Whether a word is one of those that numbers are made of, in small letters.
pub fn is_kata_bilangan(word: &str) -> bool {
    ANGKA.contains(&word) || PENYUSUN.contains(&word)
}

/// The word of numbers that a word in small letters is, or the one that it is a slip of.
pub fn kata_bilangan(word: &str) -> Option<String> {
    if is_kata_bilangan(word) {
        return Some(word.to_owned());
    }
    let known = || ANGKA.iter().chain(&PENYUSUN).copied();
    let run_together = |head: &str| {
        let tail = word.strip_prefix(head)?;
        (PENYUSUN.contains(&tail) && tail != "nol").then(|| format!("{head} {tail}"))
    };
    let length = word.chars().count();
    let near = |name: &'static str| {
        let allowed = if name.len().min(word.len()) < 6 { 1 } else { 2 };
        // No word is nearer than by how many letters it is longer.
        let alike = word.len() > 2 && length.abs_diff(name.len()) <= allowed;
        Some((alike.then(|| distance(word, name)).filter(|far| *far <= allowed)?, name))
    };
    let nearest = || known().filter_map(near).min_by_key(|(far, _)| *far).map(|(_, name)| name.to_owned());
    known().find_map(run_together).or_else(nearest)
}

/// The year from 2000 to 2099 in words: "dua ribu dua puluh lima".
pub fn terbilang_tahun(year: i32) -> Option<String> {
    let rest = usize::try_from(year).ok()?.checked_sub(2000).filter(|rest| *rest < 100)?;
    match rest {
        0 => Some("dua ribu".to_owned()),
        rest => Some(format!("dua ribu {}", nama_diktum(rest)?.to_lowercase().strip_prefix("ke")?)),
    }
}

/// The year in words that a text of small letters begins with, and the length of the words in bytes.
pub fn dari_terbilang_tahun(text: &str) -> Option<(i32, usize)> {
    let whole = |words: &str| text.starts_with(words) && !text[words.len()..].starts_with(char::is_alphanumeric);
    (2000..2100).rev().find_map(|year| terbilang_tahun(year).filter(|words| whole(words)).map(|w| (year, w.len())))
}

/// Word of the `n`-th amendment in a title: nothing for the first, then Kedua, Ketiga ….
pub fn ke_berapa(n: usize) -> String {
    match nama_diktum(n) {
        Some(name) if n > 1 => name
            .split(' ')
            .map(|word| {
                let (head, tail) = word.split_at(1);
                head.to_owned() + &tail.to_lowercase()
            })
            .collect::<Vec<_>>()
            .join(" "),
        _ => String::new(),
    }
}

/// A decimal number as a table holds it: exact, in Indonesian writing (`1.234,50`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bilangan {
    /// The value in units of the last decimal place.
    pub digits: i128,
    /// How many decimal places.
    pub places: u32,
}

impl Bilangan {
    /// Nothing.
    pub const NOL: Bilangan = Bilangan { digits: 0, places: 0 };

    /// The number without zeros behind its last decimal place.
    pub fn without_zeros(mut self) -> Self {
        while self.places > 0 && self.digits % 10 == 0 {
            self = Self { digits: self.digits / 10, places: self.places - 1 };
        }
        self
    }

    /// The sum; `None` beyond what 38 digits hold.
    pub fn plus(self, other: Bilangan) -> Option<Bilangan> {
        let places = self.places.max(other.places);
        let scaled = |b: Bilangan| b.digits.checked_mul(10i128.checked_pow(places - b.places)?);
        Some(Bilangan { digits: scaled(self)?.checked_add(scaled(other)?)?, places })
    }

    /// The difference; `None` beyond what 38 digits hold.
    pub fn minus(self, other: Bilangan) -> Option<Bilangan> {
        self.plus(Bilangan { digits: other.digits.checked_neg()?, ..other })
    }

    /// Whether it is more than another.
    pub fn exceeds(self, other: Bilangan) -> bool {
        self.minus(other).is_some_and(|rest| rest.digits > 0)
    }

    /// Its value, as near as it can be had.
    pub fn real(self) -> f64 {
        self.digits as f64 / 10f64.powi(i32::try_from(self.places).unwrap_or_default())
    }
}

impl FromStr for Bilangan {
    type Err = String;

    /// `1234`, `1.234`, `1.234,5`, `-7`; dots must group by three.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` bukan bilangan; tulis seperti 1234, 1.234, atau 12,5");
        let (negative, body) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = body.split_once(',').unwrap_or((body, ""));
        let groups: Vec<&str> = whole.split('.').collect();
        let digits_only = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3));
        if !groups.iter().all(|g| digits_only(g)) || !grouped || (body.contains(',') && !digits_only(fraction)) {
            return Err(wrong());
        }
        let all = groups.concat() + fraction;
        if all.len() > 30 {
            return Err(format!("`{text}` terlalu panjang untuk sebuah bilangan"));
        }
        let value: i128 = all.parse().map_err(|_| wrong())?;
        Ok(Bilangan { digits: if negative { -value } else { value }, places: fraction.len() as u32 })
    }
}

impl fmt::Display for Bilangan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0>1$}", self.digits.unsigned_abs(), self.places as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.places as usize);
        if self.digits < 0 {
            f.write_str("-")?;
        }
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        if self.places > 0 {
            write!(f, ",{fraction}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals_there_and_back() {
        assert_eq!(romawi(4), "IV");
        assert_eq!(romawi(1999), "MCMXCIX");
        for n in 1..4000 {
            assert_eq!(dari_romawi(&romawi(n)), Some(n));
        }
        for wrong in ["", "IIII", "VX", "IC", "iv", "IVI", "A"] {
            assert_eq!(dari_romawi(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn letters_run_on_after_z() {
        assert_eq!([1, 26, 27, 52, 53, 702, 703].map(huruf), ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }

    #[test]
    fn diktum_names() {
        let name = |n| nama_diktum(n).unwrap_or_default();
        assert_eq!(name(1), "KESATU");
        assert_eq!(name(8), "KEDELAPAN");
        assert_eq!(name(10), "KESEPULUH");
        assert_eq!(name(11), "KESEBELAS");
        assert_eq!(name(12), "KEDUA BELAS");
        assert_eq!(name(20), "KEDUA PULUH");
        assert_eq!(name(29), "KEDUA PULUH SEMBILAN");
        assert_eq!(name(30), "KETIGA PULUH");
        assert_eq!(nama_diktum(100).as_deref(), Some("KESERATUS"));
        assert_eq!(nama_diktum(199).as_deref(), Some("KESERATUS SEMBILAN PULUH SEMBILAN"));
        assert_eq!(nama_diktum(200), None);
        assert_eq!([1, 2, 12].map(ke_berapa), ["", "Kedua", "Kedua Belas"]);
    }

    #[test]
    fn diktum_names_in_any_writing() {
        for n in 1..=99 {
            let name = nama_diktum(n).unwrap_or_default();
            assert_eq!(dari_nama_diktum(&name), Some((n, name.len())));
            assert_eq!(dari_nama_diktum(&name.to_lowercase().replace(' ', "")).map(|found| found.0), Some(n), "{name}");
        }
        assert_eq!(dari_nama_diktum("Pertama dan"), Some((1, 7)));
        assert_eq!(dari_nama_diktum("ke-dua belas."), Some((12, 12)));
        assert_eq!(dari_nama_diktum("KEDUA, dan"), Some((2, 5)));
        for wrong in ["", "ini", "KE", "KEDUANYA", "pertamanya", "é"] {
            assert_eq!(dari_nama_diktum(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_in_words_and_back() {
        for (n, words) in [
            (0, "nol"),
            (12, "dua belas"),
            (100, "seratus"),
            (1_001, "seribu satu"),
            (4_830, "empat ribu delapan ratus tiga puluh"),
            (1_250_000, "satu juta dua ratus lima puluh ribu"),
        ] {
            assert_eq!(dalam_kata(n), words);
        }
        for n in (0..5_000).chain([99_999, 100_000, 1_000_000, 11_011_011, 2_300_000_004]) {
            assert_eq!(dari_terbilang(&dalam_kata(n)), Some(n));
        }
        let meant = |word: &str| kata_bilangan(word).unwrap_or_default();
        assert_eq!(
            ["dua", "tuju", "pulu", "duapuluh", "milyar"].map(meant),
            ["dua", "tujuh", "puluh", "dua puluh", "miliar"]
        );
        assert_eq!(["orang", "ketua", "rupiah", "hari"].map(meant), ["", "", "", ""]);
    }

    #[test]
    fn numbers_in_indonesian_writing() {
        for (text, shown) in [
            ("1234", "1.234"),
            ("1.234.567", "1.234.567"),
            ("-12,50", "-12,50"),
            ("0", "0"),
            ("0,05", "0,05"),
            ("999", "999"),
        ] {
            assert_eq!(text.parse::<Bilangan>().map(|b| b.to_string()), Ok(shown.to_owned()));
        }
        for wrong in ["", "12.34", "1,2,3", "seratus", "1.", ",5", "1234.567", "--1", "1 000"] {
            assert!(wrong.parse::<Bilangan>().is_err(), "{wrong}");
        }
        let sum = |a: &str, b: &str| a.parse::<Bilangan>().ok()?.plus(b.parse().ok()?);
        assert_eq!(sum("1.000", "0,25").map(|b| b.to_string()), Some("1.000,25".into()));
    }
}
