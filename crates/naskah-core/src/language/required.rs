//! What a text must hold for a pattern to match it: letters that stand in the pattern as they are.

/// The shortest piece that tells texts apart.
const SHORTEST: usize = 3;

/// Pieces that a text that matches holds, of each row at least one; no rows where nothing is known.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Required {
    all: Pieces,
}

impl Required {
    /// What a pattern needs.
    pub fn by(pattern: &str) -> Self {
        let mut reader = Reader { rest: pattern, broken: false };
        let found = reader.alternatives(false);
        let whole = reader.rest.is_empty() && !reader.broken;
        let mut all = if whole { found } else { Pieces::new() };
        // What is longest is rarest, and looked for first.
        all.sort_by_key(|row| std::cmp::Reverse(worth(row)));
        Self { all }
    }

    /// Whether a text may match.
    pub fn is_in(&self, text: &str) -> bool {
        self.all.iter().all(|row| row.iter().any(|piece| text.contains(piece.as_str())))
    }
}

/// Rows of pieces, of each of which one must stand.
type Pieces = Vec<Vec<String>>;

/// Reads a pattern from left to right.
struct Reader<'p> {
    rest: &'p str,
    /// Whether something stands there that is not understood.
    broken: bool,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let first = self.rest.chars().next()?;
        self.rest = &self.rest[first.len_utf8()..];
        Some(first)
    }

    /// Alternatives up to the end of their group.
    fn alternatives(&mut self, mut fold: bool) -> Pieces {
        let first = self.sequence(&mut fold);
        if !self.rest.starts_with('|') {
            return first;
        }
        // Of several alternatives one must stand, and of each what is rarest in it.
        let mut all = best(first);
        while self.rest.starts_with('|') {
            self.next();
            let more = best(self.sequence(&mut fold));
            all = all.zip(more).map(|(mut all, more)| {
                all.extend(more);
                all
            });
        }
        all.into_iter().collect()
    }

    /// One alternative: its pieces that must stand; its flags hold for those after it, too.
    fn sequence(&mut self, fold: &mut bool) -> Pieces {
        let mut best = Pieces::new();
        let mut run = String::new();
        while let Some(first) = self.rest.chars().next().filter(|c| !"|)".contains(*c)) {
            self.next();
            let literal = match first {
                '(' => {
                    best.extend(take(&mut run, *fold));
                    let inner = self.group(fold);
                    if !self.repeats().0 {
                        best.extend(inner);
                    }
                    continue;
                }
                '[' => {
                    self.class();
                    None
                }
                '\\' => self.escape(),
                '.' | '^' | '$' => None,
                c => Some(c),
            };
            let (optional, more) = self.repeats();
            match literal.filter(|_| !optional) {
                Some(c) => run.push(c),
                None => best.extend(take(&mut run, *fold)),
            }
            if more {
                best.extend(take(&mut run, *fold));
            }
        }
        best.extend(take(&mut run, *fold));
        best
    }

    /// A group after its bracket; flags without a colon hold for what follows.
    fn group(&mut self, fold: &mut bool) -> Pieces {
        let mut own = *fold;
        if self.rest.starts_with("?P<") || self.rest.starts_with("?<") {
            let end = self.rest.find('>').unwrap_or(self.rest.len() - 1);
            self.rest = &self.rest[end + 1..];
        } else if self.rest.starts_with('?') {
            self.next();
            let mut on = true;
            loop {
                match self.next() {
                    Some('-') => on = false,
                    Some('i') => own = on,
                    Some(':') => break,
                    Some(')') => {
                        *fold = own;
                        return Pieces::new();
                    }
                    Some(c) if c.is_ascii_alphabetic() && c != 'x' => {}
                    _ => {
                        self.broken = true;
                        return Pieces::new();
                    }
                }
            }
        }
        let found = self.alternatives(own);
        self.broken |= self.next() != Some(')');
        found
    }

    /// What stands between square brackets.
    fn class(&mut self) {
        let mut depth = 1;
        let mut first = true;
        while depth > 0 {
            match self.next() {
                Some('^') if first => continue,
                Some(']') if !first => depth -= 1,
                Some('[') => depth += 1,
                Some('\\') => {
                    self.escape();
                }
                Some(_) => {}
                None => {
                    self.broken = true;
                    return;
                }
            }
            first = false;
        }
    }

    /// What follows a backslash; a sign stands for itself.
    fn escape(&mut self) -> Option<char> {
        let first = self.next()?;
        if first.is_ascii_alphanumeric() && self.rest.starts_with('{') {
            let end = self.rest.find('}').map_or(self.rest.len(), |end| end + 1);
            self.rest = &self.rest[end..];
        }
        (!first.is_ascii_alphanumeric()).then_some(first)
    }

    /// Whether what stands before may be left out, and whether it may be repeated or left out.
    fn repeats(&mut self) -> (bool, bool) {
        let optional = match self.rest.chars().next() {
            Some('?' | '*') => true,
            Some('+') => false,
            Some('{') => self.rest.starts_with("{0") || self.rest.starts_with("{,"),
            _ => return (false, false),
        };
        let end = if self.rest.starts_with('{') { self.rest.find('}').unwrap_or(0) } else { 0 };
        self.rest = &self.rest[end + 1..];
        if self.rest.starts_with(['?', '+']) {
            self.next();
        }
        (optional, true)
    }
}

/// The pieces that a run of letters makes, and an empty run after it.
fn take(run: &mut String, fold: bool) -> Option<Vec<String>> {
    let own = std::mem::take(run);
    if own.len() < SHORTEST {
        return None;
    }
    if !fold {
        return Some(vec![own]);
    }
    // As sentences, titles and headings write it; between signs each word has a beginning of its own.
    let longest = own.split(|c: char| !c.is_ascii_alphabetic()).max_by_key(|word| word.len());
    let lower = longest.filter(|word| word.len() >= SHORTEST)?.to_lowercase();
    let capital = format!("{}{}", lower[..1].to_uppercase(), &lower[1..]);
    Some(vec![lower.to_uppercase(), lower, capital])
}

/// How much a row tells: the length of its shortest piece.
fn worth(row: &[String]) -> usize {
    row.iter().map(String::len).min().unwrap_or_default()
}

/// The row that tells most.
fn best(rows: Pieces) -> Option<Vec<String>> {
    rows.into_iter().max_by_key(|row| worth(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_that_must_stand() {
        let by = |pattern: &str| Required::by(pattern).all.into_iter().map(|row| row.join("|")).collect::<Vec<_>>();
        assert_eq!(by(r"\bdimaksud\s+(pada\s+)?huruf"), ["dimaksud", "huruf"]);
        assert_eq!(by(r"(?i)\bdiktum\s+"), ["DIKTUM|diktum|Diktum"]);
        assert_eq!(by(r"halaman|hal\.|hlm\."), ["halaman|hal.|hlm."]);
        assert_eq!(by(r"(?:Undang-Undang|Peraturan)?x{2}[a-z]"), [""; 0]);
        assert_eq!(by(r"(?:satu|tiga)\s+kembali"), ["kembali", "satu|tiga"]);
        assert_eq!(by(r"(?:satu|dua lagi)?\s+kembali"), ["kembali"]);
        assert_eq!(by(r"perlus?"), ["perlu"]);
        assert_eq!(by(r"(?i)^nomor|\s+tahun$"), ["NOMOR|nomor|Nomor|TAHUN|tahun|Tahun"]);
        assert_eq!(by(r"(?x) a b c d"), [""; 0]);
        assert_eq!(by(r"[^\]a-z]{3,}rapat+"), ["rapat"]);
        assert!(Required::by("(?i)rapat").is_in("Rapat") && !Required::by("rapat").is_in("Rapat"));
    }
}
