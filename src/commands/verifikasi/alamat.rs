//! Where something was signed and how to reach who signed: places, addresses, numbers.

use naskah_core::language::WordList;

use super::ucapan::{NAME, Ukuran, is_amount, is_masked, plain, words};

impl Ukuran<'_> {
    /// Whether a text is a place whose figures are those of an address.
    pub fn is_claimless_place(&self, text: &str, in_proof: bool) -> bool {
        let parts: Vec<String> = words(text).into_iter().map(str::to_lowercase).collect();
        let street = parts.iter().any(|part| self.has(WordList::KepalaAlamat, part));
        let postal = |part: &String| part.len() == 5 && in_proof | (parts.len() > 1);
        let figure = |part: &&String| part.bytes().all(|b| b.is_ascii_digit());
        (street || (!self.numbers_otherwise(text) && parts.iter().filter(figure).all(postal)))
            && !parts.iter().any(|part| matches!(part.as_str(), "halaman" | "diktum"))
            && !(in_proof && self.is_of_another_office(text))
            && !text.split_whitespace().any(is_of_a_year)
            && self.is_place(text)
    }

    /// The part of a text that reaches nobody: it is no address, no number, no place and no name.
    pub fn strange_contact(&self, text: &str, in_proof: bool) -> Option<String> {
        let reaches = |part: &str| {
            part.split_whitespace().all(|part| self.is_contact(part))
                || is_called(part)
                || self.is_claimless_place(part, in_proof)
                || self.is_claimless_name(part, in_proof)
        };
        let headed = |part: &str| {
            let (head, rest) = part.split_once([' ', ':']).unwrap_or((part, ""));
            let is_head = self.has(WordList::KepalaKontak, &plain(head));
            is_head && !rest.is_empty() && reaches(rest.trim_matches([' ', ':', '.']))
        };
        if reaches(text) {
            return None;
        }
        let parts = text.split([',', ';', '|', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let mut parts = parts.map(str::to_owned);
        parts.find(|part| !(reaches(part) || headed(part)))
    }

    /// Whether a part is an address of mail or the web, or a number by which one is called.
    fn is_contact(&self, part: &str) -> bool {
        let called = part.len() > 5 && part.chars().all(|char| char.is_ascii_digit() || "+-().".contains(char));
        let mail = part.split_once('@').is_some_and(|(name, host)| self.is_code(name) && self.is_host(host));
        let letter = |char: char| char.is_ascii_alphanumeric() || char == '-' || char == '.';
        let host = part.contains('.') && part.chars().all(letter) && !is_amount(part) && self.is_code(part);
        let directory = part.strip_prefix("ldap://").is_some_and(|rest| self.is_code(rest));
        called || mail || host || directory || self.is_address(part) || (part.starts_with("www.") && self.is_host(part))
    }

    /// Whether a text names a place.
    fn is_place(&self, text: &str) -> bool {
        words(text).len() <= NAME && self.no_places(text).is_empty() && !is_amount(text) && !self.speaks_torn(text)
    }

    /// The words of a text that name no place.
    pub fn no_places(&self, text: &str) -> Vec<String> {
        let (mut after, mut out) = (false, Vec::new());
        for part in words(text) {
            let word = part.to_lowercase();
            let general = self.has(WordList::TempatUmum, &word) || self.has(WordList::TempatKecil, &word);
            let short = word.len() <= 5 && word.bytes().all(|b| b.is_ascii_digit());
            if !(self.is_own(&word) || general || short || self.is_of_a_place(part, after)) {
                out.push(word.clone());
            }
            // The name of a place has several words.
            after =
                general || self.has(WordList::TempatElektronik, &word) || after && part.starts_with(char::is_uppercase);
        }
        out
    }

    /// Whether a word is the name of a place or a part of it; `after` a word for a place it may be any noun.
    pub fn is_of_a_place(&self, part: &str, after: bool) -> bool {
        let (word, kata) = (part.to_lowercase(), self.catalog.kata());
        let named = self.catalog.wilayah().is_place_name(&word) || self.has(WordList::TempatElektronik, &word);
        let capital = part.starts_with(char::is_uppercase) && !is_masked(part);
        let unknown = capital && (after || !kata.knows(&word) || kata.is_name(&word));
        named || (unknown && !self.speaks(&word) && !self.is_no_name(&word))
    }
}

/// Whether a text is a number by which one is called, with its parts apart.
fn is_called(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let signs = text.chars().all(|char| char.is_ascii_digit() || "+-(). ".contains(char));
    signs && text.starts_with(['+', '0', '(']) && (6..=15).contains(&digits)
}

/// Whether a word is a number with a year, as decrees are numbered: `22/2027`.
fn is_of_a_year(word: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let word = word.trim_matches(|char: char| !char.is_ascii_digit());
    word.rsplit_once('/').is_some_and(|(number, year)| {
        digits(number) && digits(year) && year.len() == 4 && (year.starts_with("19") || year.starts_with("20"))
    })
}
