//! The parser's error kinds, told to office staff.

use granit_parser::ErrorKind;

use crate::diag::{Code, Diagnostic, FileId, Span};

/// The finding about an error at a byte of the text, with the sign that is probably left open before it.
pub fn found(kind: &ErrorKind, text: &str, file: FileId, at: usize) -> Diagnostic {
    let (code, message, hint) = explain(kind);
    if let Some((start, end, message, hint)) = cause(kind, text, at).filter(|_| code == Code::YAML) {
        return Diagnostic::galat(code, Span::new(file, start, end), message).hint(hint);
    }
    let at = if is_about_tab(kind) { next_tab(text, at) } else { at };
    let open = left_open(text, at).filter(|_| code == Code::YAML && may_be_open(kind));
    if let Some((open, sign)) = open {
        let span = Span::new(file, open, open + sign.len_utf8());
        let message = format!("`{sign}` ini belum ditutup");
        let hint =
            "tutup dengan tanda pasangannya; bila tanda itu bagian teks, apit seluruh teks dengan tanda petik '…'";
        return Diagnostic::galat(code, span, message).hint(hint).label(Span::new(file, at, at), "di sini terputus");
    }
    let finding = Diagnostic::galat(code, Span::new(file, at, at), message).hint(hint);
    match left_open(text, at).filter(|_| code == Code::YAML) {
        // What it stumbled over says itself what is wrong.
        Some(_) if is_plain(kind) => finding,
        Some((open, _)) if closed_behind(text, open, at) => finding,
        Some((open, sign)) => {
            finding.label(Span::new(file, open, open + sign.len_utf8()), format!("`{sign}` di sini belum ditutup?"))
        }
        None => finding,
    }
}

/// Whether the line on which a sign was opened closes it behind the place of an error.
fn closed_behind(text: &str, open: usize, at: usize) -> bool {
    let line = text.get(open..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    open + line.len() > at && opens(line).is_none()
}

/// Whether the error is met where what was opened above runs on.
fn may_be_open(kind: &ErrorKind) -> bool {
    use ErrorKind as E;
    matches!(
        kind,
        E::InvalidIndentation
            | E::InvalidQuotedScalarIndent
            | E::InvalidFlowScalarIndent
            | E::MappingValueNotAllowed
            | E::InvalidColonPlacement
            | E::InvalidMappingValueWhitespace
            | E::UnclosedQuotedScalar
    )
}

/// Signs of lists that word processors type, and that YAML does not know.
const MARKS: [char; 14] = ['–', '—', '−', '•', '·', '●', '○', '▪', '■', '◦', '‣', '➢', '✓', '\u{f0b7}'];

/// What is to be said of a line that begins as an item of a list does in a word processor.
pub fn strange_mark(line: &str) -> Option<String> {
    let first = line.chars().next()?;
    let next = line.chars().nth(1);
    match first {
        c if MARKS.contains(&c) => Some(format!(
            "`{c}` (U+{:04X}) bukan tanda butir; ganti dengan tanda hubung dan satu spasi: `- `",
            c as u32
        )),
        c if c != ' ' && c.is_whitespace() => Some(strange_blank(c)),
        '-' if next == Some('\u{a0}') => Some(strange_blank('\u{a0}')),
        '-' if next.is_some_and(char::is_alphabetic) => {
            Some("beri satu spasi sesudah tanda - di awal butir".to_owned())
        }
        _ => None,
    }
}

/// What is to be said of a text that begins with a number, letter or sign of a list, where a list was asked for.
pub fn list_mark(text: &str) -> Option<String> {
    let word = text.split_whitespace().next().filter(|word| word.len() < text.trim_end().len())?;
    let inner = word.trim_start_matches('(').trim_end_matches(['.', ')']);
    let number = inner.len() < word.len() && inner.len() <= 4 && inner.chars().all(|c| c.is_ascii_alphanumeric());
    let figure = inner.len() <= 2 && inner.chars().all(|c| c.is_ascii_digit());
    let counted =
        number && !inner.is_empty() && (figure || inner.len() == 1 || inner.chars().all(|c| "ivxIVX".contains(c)));
    let sign = word.chars().count() <= 2 && !word.chars().any(|c| c.is_ascii_digit() || c.is_uppercase());
    if counted {
        return Some(format!(
            "ganti `{word}` dengan tanda hubung dan satu spasi: `- `; nomor dan huruf butir dibuat program"
        ));
    }
    (sign || word == "§").then(|| format!("`{word}` bukan tanda butir; ganti dengan tanda hubung dan satu spasi: `- `"))
}

/// What is to be said of a line in which another sign stands where a key's colon and blank belong: its key as it should be
/// written.
pub fn other_sign(line: &str) -> Option<String> {
    let line = line.lines().next()?.trim();
    let key = line.split(|c: char| !(c.is_ascii_lowercase() || c == '_')).next().filter(|key| key.len() > 2)?;
    let rest = line.get(key.len()..)?.trim_start();
    let sign = ["->", "=>", ":=", "=", ":", ";"].into_iter().find(|sign| rest.starts_with(sign))?;
    let value = rest.get(sign.len()..)?.trim();
    let shown: String = value.chars().take(40).collect();
    let rest = if shown.len() < value.len() { "…" } else { "" };
    let spaced = format!("tulis dengan titik dua dan satu spasi: `{key}: {shown}{rest}`");
    (!value.is_empty() && !value.starts_with("//")).then(|| match sign {
        ":" => spaced,
        sign => format!("`{sign}` bukan titik dua; {spaced}"),
    })
}

fn strange_blank(c: char) -> String {
    format!("awal baris memuat spasi khusus U+{:04X}; hapus, lalu ketik spasi biasa", c as u32)
}

/// The line that an error was met at, and what stands above it.
struct Place<'t> {
    /// Where the line's own words begin, in the whole text.
    from: usize,
    /// The line without its indentation.
    own: &'t str,
    /// How far it is indented.
    depth: usize,
    /// The line above that says something, and where the line at hand begins.
    last: &'t str,
    start: usize,
    /// Whether the lines of this depth are items of a list.
    among_items: bool,
}

impl<'t> Place<'t> {
    fn of(text: &'t str, at: usize) -> Option<Self> {
        let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
        let line = text.get(start..)?.lines().next()?;
        let own = line.trim_start_matches(' ');
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let depth = indent(line);
        let above = text.get(..start)?.lines().rev().filter(|line| !line.trim().is_empty());
        let mut above = above.filter(|line| !line.trim_start().starts_with('#'));
        let last = above.next().unwrap_or_default();
        let same = [last].into_iter().chain(above).find(|line| indent(line) <= depth);
        let among_items = same.is_some_and(|line| indent(line) == depth && line.trim_start().starts_with("- "));
        Some(Self { from: start + depth, own, depth, last, start, among_items })
    }

    /// How far the line above is indented.
    fn last_depth(&self) -> usize {
        self.last.len() - self.last.trim_start_matches(' ').len()
    }

    /// What may be the line's key.
    fn before(&self) -> &'t str {
        self.own.split(':').next().unwrap_or_default()
    }

    fn is_key(&self) -> bool {
        !self.before().is_empty() && self.before().chars().all(|c| c.is_alphanumeric() || c == '_')
    }
}

/// The cause of an error where the line that it was met at shows it: the place, the message, the way out.
fn cause(kind: &ErrorKind, text: &str, at: usize) -> Option<(usize, usize, String, String)> {
    if let Some((sign, cell)) = closed_in_remark(text, at) {
        let message =
            "sesudah spasi, `#` memulai keterangan, sehingga kurung penutup baris ini tidak terbaca".to_owned();
        return Some((sign, sign + 1, message, format!("apit isi itu dengan tanda petik: `'{cell}'`")));
    }
    let place = Place::of(text, at)?;
    let first = place.own.chars().next()?;
    if first != '\t'
        && let Some(hint) = strange_mark(place.own)
    {
        let message = format!("`{first}` di awal baris tidak dikenal YAML");
        return Some((place.from, place.from + first.len_utf8(), message, hint));
    }
    if let Some((message, hint)) = unusual(place.own, text, at) {
        return Some((place.from, place.from + place.own.trim_end().len(), message, hint));
    }
    if may_be_open(kind) && left_open(text, at).is_some() {
        return None;
    }
    misplaced(kind, text, at, &place)
}

/// What is to be said of a line that is a list or table of another program, or a row with a comma too many.
fn unusual(own: &str, text: &str, at: usize) -> Option<(String, String)> {
    let own = own.trim_end();
    if own.starts_with("* ") {
        let hint = "ganti dengan tanda hubung dan satu spasi: `- `".to_owned();
        return Some(("`*` bukan tanda butir".to_owned(), hint));
    }
    let cells: Vec<&str> = own.trim_matches('|').split('|').map(str::trim).collect();
    if own.starts_with('|') && cells.len() > 1 {
        let row = cells.join(", ");
        return Some(("baris tabel tidak ditulis dengan tanda |".to_owned(), format!("tulis seperti `- [{row}]`")));
    }
    let before = text.get(..at)?.trim_end_matches(' ');
    let twice = before.ends_with(',') && text.get(at..)?.starts_with([',', ']']) || before.ends_with(",,");
    let within = own.contains('[') && own.contains(',');
    (twice && within).then(|| {
        let hint = "sel yang kosong ditulis '', atau hapus komanya".to_owned();
        ("ada koma tanpa isi di sebelahnya".to_owned(), hint)
    })
}

/// A line that is indented otherwise than it must be, or that lacks its key or its dash.
fn misplaced(kind: &ErrorKind, text: &str, at: usize, place: &Place<'_>) -> Option<(usize, usize, String, String)> {
    use ErrorKind as E;
    let (own, from, before, last) = (place.own, place.from, place.before(), place.last);
    let wants_key = matches!(
        kind,
        E::SimpleKeyExpected | E::InvalidSimpleKey | E::MappingKeyNotAllowed | E::ExpectedBlockMappingKey
    );
    let shifted = matches!(kind, E::MappingValueNotAllowed | E::InvalidColonPlacement | E::InvalidIndentation);
    let colon = |rest: &str| {
        rest.strip_prefix(':').is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    };
    let own_key = place.is_key() && own.get(before.len()..).is_some_and(colon);
    let first_colon = at <= from + before.len() + 1;
    let level = place.last_depth() == place.depth;
    if let Some((from, to)) = letterhead(text, place) {
        let message = "kop atau judul diketik di luar isian".to_owned();
        let hint = "hapus baris ini; kop dan judul dibuat oleh program, dan berkas dimulai dengan kuncinya, seperti `jenis: umum`";
        return Some((from, to, message, hint.to_owned()));
    }
    if shifted && own_key && first_colon && level && !last.contains(": ") && !last.ends_with(':') {
        let begin = text.get(..place.start)?.rfind(last)? + place.depth;
        let message = "baris ini belum berbentuk `kunci: isi`".to_owned();
        let hint = without_key(last.trim(), "tulis titik dua dan satu spasi sesudah kuncinya, seperti `tahun: 2026`");
        return Some((begin, begin + last.trim().len(), message, hint));
    }
    let value = own.split_once(": ").map_or(own, |(_, value)| value).trim_start();
    if wants_key && value.starts_with(['[', '{']) {
        let message = "sesudah kurung penutup masih ada teks".to_owned();
        let hint = "bila kurung itu bagian teks, apit seluruh teks dengan tanda petik '…'".to_owned();
        return Some((at, at, message, hint));
    }
    if wants_key && !own_key && !place.among_items && (last.contains(": ") || place.depth < place.last_depth()) {
        let otherwise =
            "bila ini lanjutan teks di atasnya, jorokkan dengan dua spasi; bila kunci, beri titik dua dan satu spasi";
        let message = "baris ini belum berbentuk `kunci: isi`".to_owned();
        return Some((from, from + own.trim_end().len(), message, without_key(own, otherwise)));
    }
    let (message, hint) = unlevel(kind, place, wants_key, own_key && first_colon, shifted)?;
    Some((from, from + before.len().max(1).min(own.len()), message, hint.to_owned()))
}

/// What is wrong with where a line begins, and the way out; `keyed` says that its key is what is stumbled at.
fn unlevel(
    kind: &ErrorKind,
    place: &Place<'_>,
    wants_key: bool,
    keyed: bool,
    shifted: bool,
) -> Option<(String, &'static str)> {
    use ErrorKind as E;
    let (own, before) = (place.own, place.before());
    Some(match kind {
        E::ExpectedBlockSequenceEntry if place.is_key() => (
            format!("`{before}` tidak sejajar dengan kunci mana pun di atasnya"),
            "dalam daftar setiap butir diawali `- `; kunci milik sebuah butir menjorok sejajar dengan huruf pertama butir itu",
        ),
        _ if place.among_items && (wants_key || matches!(kind, E::ExpectedBlockSequenceEntry)) => (
            "baris ini tidak diawali tanda - seperti butir di atasnya".to_owned(),
            match list_mark(own).is_some() {
                true => "ganti nomor atau huruf di awal baris dengan `- `; nomor dan huruf butir dibuat program",
                false => "awali butir dengan `- `; lanjutan teks dibuat menjorok lebih dalam daripada tanda - itu",
            },
        ),
        _ if keyed && (shifted || (wants_key && place.depth > place.last_depth())) => (
            format!("jarak awal baris `{before}` lain daripada kunci yang seharusnya sejajar"),
            "samakan jarak awal baris ini dengan kunci lain di tingkat yang sama; pakai spasi, bukan tab",
        ),
        _ => return None,
    })
}

/// The first line of the file, where it and all lines down to the one at hand are a letterhead or title: words in capitals
/// before the first key; or the line at hand, where it alone is.
fn letterhead(text: &str, place: &Place<'_>) -> Option<(usize, usize)> {
    let words = |line: &str| line.contains(' ') && line.chars().any(char::is_alphabetic) && !line.contains(':');
    let free = |line: &str| words(line.trim()) && line.to_uppercase() == line;
    let said = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
    let above: Vec<&str> = text.get(..place.start)?.lines().filter(said).collect();
    let line = match above.first() {
        Some(first) if above.iter().all(|line| free(line)) => first.trim_end(),
        _ if place.depth == 0 && free(place.own) => place.own.trim_end(),
        _ => return None,
    };
    let from = text.find(line)?;
    Some((from, from + line.len()))
}

/// The way out for a line in which no key is read.
fn without_key(line: &str, otherwise: &str) -> String {
    if let Some(hint) = other_sign(line) {
        return hint;
    }
    let colon = line.chars().find(|c| matches!(c, '：' | '﹕' | '︰' | '∶'));
    match colon {
        _ if line.starts_with("//") || line.starts_with("/*") => {
            "keterangan diawali tanda pagar, seperti `# …`".to_owned()
        }
        Some(c) => format!("`{c}` (U+{:04X}) bukan titik dua biasa; ganti dengan `:` dan satu spasi", c as u32),
        None => otherwise.to_owned(),
    }
}

/// The first tab from `at` on, where there is one.
fn next_tab(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\t')).map_or(at, |found| at + found)
}

/// How a sign that YAML takes for its own remains a text.
const QUOTE: &str = "apit seluruh teks dengan tanda petik '…'";

/// Code, message and hint, in Indonesian.
fn explain(kind: &ErrorKind) -> (Code, String, &'static str) {
    let hint = match kind {
        ErrorKind::RecursionLimitExceeded => {
            return (Code::DALAM, message(kind), "kurangi lapisan daftar di dalam daftar");
        }
        kind if is_about_tab(kind) => "ganti tab dengan spasi",
        ErrorKind::InvalidBlockScalarHeader => {
            "tanda > atau | berdiri di akhir baris kuncinya; teksnya ditulis pada baris berikutnya, menjorok dua spasi"
        }
        ErrorKind::UnknownAnchor => {
            "teks yang diawali bintang diapit tanda petik '…'; bintang di sekitar kunci dihapus"
        }
        ErrorKind::PlainScalarStartsWithDashFlowIndicator => {
            "sel berisi tanda hubung ditulis '-' dengan tanda petik; jumlah uang ditulis angkanya saja, seperti 150000"
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar => {
            "tanda ' di dalam teks berpetik ditulis dua kali: 'hari Jum''at'"
        }
        ErrorKind::InvalidTrailingDoubleQuotedScalar => "teks yang memuat tanda \" diapit tanda petik tunggal '…'",
        ErrorKind::UnclosedFlowCollection { .. } => "tutup dengan tanda kurung pasangannya di akhir isian itu",
        ErrorKind::MissingAnchorOrAliasName => QUOTE,
        ErrorKind::UnexpectedCharacter { .. } => QUOTE,
        ErrorKind::CommentInterceptedScalar => {
            "apit seluruh teks dengan tanda petik '…' bila # bagian teks, atau pindahkan catatannya ke baris sendiri"
        }
        _ => {
            "periksa baris ini dan baris di atasnya: kutip atau kurung yang belum ditutup, jarak awal baris, titik dua"
        }
    };
    (Code::YAML, message(kind), hint)
}

/// Whether the error is a sign within a text without quotes.
fn is_plain(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::PlainScalarStartsWithDashFlowIndicator | ErrorKind::CommentInterceptedScalar)
}

/// Whether the error is a tab where a space belongs.
fn is_about_tab(kind: &ErrorKind) -> bool {
    use ErrorKind as E;
    matches!(
        kind,
        E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar
    )
}

/// A quote or bracket that is opened on one of the three lines before `at` and not closed on that line: where the
/// mistake more often lies than where the parser stumbles over it.
fn left_open(text: &str, at: usize) -> Option<(usize, char)> {
    let before = text.get(..at)?;
    let mut end = before.len();
    before.rsplit('\n').take(4).find_map(|line| {
        let start = end - line.len();
        end = start.saturating_sub(1);
        opens(line.trim_end()).map(|(column, sign)| (start + column, sign))
    })
}

/// A `#` that makes the closing bracket of its line, at hand or shortly above, a remark; and the item that it stands in.
fn closed_in_remark(text: &str, at: usize) -> Option<(usize, &str)> {
    let end = text.get(at..)?.find('\n').map_or(text.len(), |length| at + length);
    let mut end = end + 1;
    text.get(..end - 1)?.rsplit('\n').take(4).find_map(|line| {
        end -= line.len() + 1;
        let (before, remark) = line.split_once(" #")?;
        let count = |signs: [char; 2]| before.matches(signs).count();
        let open = count(['[', '{']) > count([']', '}']) && count(['\'', '"']).is_multiple_of(2);
        let from = before.rfind(['[', '{', ',', ':']).map_or(0, |sign| sign + 1);
        let to = before.len() + 2 + remark.find([',', ']', '}'])?;
        (open && remark.contains([']', '}']))
            .then(|| (end + before.len() + 1, line.get(from..to).map_or("", str::trim)))
    })
}

/// The sign that opens the value of a line, where the line does not close it.
fn opens(line: &str) -> Option<(usize, char)> {
    let item = line.trim_start().trim_start_matches("- ").trim_start();
    let value = match item.starts_with(['\'', '"', '[', '{']) {
        true => line.len() - item.len(),
        false => line.find(": ").map(|found| found + 2).unwrap_or_else(|| line.len() - item.len()),
    };
    let rest = line.get(value..)?.trim_start();
    let sign = rest.chars().next()?;
    let count = |c: char| rest.matches(c).count();
    let open = match sign {
        '\'' | '"' => count(sign) % 2 == 1,
        '[' => count('[') > count(']'),
        '{' => count('{') > count('}'),
        _ => false,
    };
    open.then(|| (line.len() - rest.len(), sign))
}

fn message(kind: &ErrorKind) -> String {
    use ErrorKind as E;
    match kind {
        E::UnexpectedEof
        | E::UnexpectedEofBlockMapping
        | E::UnexpectedEofBlockSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofImplicitFlowMapping => "berkas terputus: isinya berakhir sebelum selesai".into(),
        E::UnclosedQuotedScalar => "tanda petik tidak ditutup".into(),
        E::UnclosedFlowCollection { open } => format!("kurung `{open}` tidak ditutup"),
        E::MismatchedFlowCollectionEnd { open, close } => format!("kurung `{open}` ditutup dengan `{close}`"),
        E::MisplacedFlowCollectionEnd => "kurung penutup tanpa kurung pembuka".into(),
        kind if is_about_tab(kind) => "tab dipakai untuk jarak awal baris".into(),
        E::InvalidIndentation
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent
        | E::InvalidBlockScalarIndent => "jarak awal baris tidak sesuai dengan baris di atasnya".into(),
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::InvalidMappingValueWhitespace => {
            "titik dua di tempat ini membuat YAML membaca kunci baru; apit teksnya dengan tanda petik '…'".into()
        }
        E::SimpleKeyExpected | E::InvalidSimpleKey | E::MappingKeyNotAllowed | E::ExpectedBlockMappingKey => {
            "baris ini seharusnya berbentuk `kunci: isi`".into()
        }
        E::BlockEntryInFlowCollection | E::BlockSequenceEntryNotAllowed | E::InvalidBlockEntryWhitespace => {
            "tanda `-` untuk butir daftar tidak pada tempatnya".into()
        }
        E::ExpectedFlowMappingSeparator | E::ExpectedFlowSequenceSeparator => "koma atau kurung penutup kurang".into(),
        E::UnexpectedCharacter { character } => {
            format!("aksara `{character}` tidak dapat mengawali teks")
        }
        E::UnknownQuotedScalarEscape => {
            "garis miring terbalik di dalam \"…\" tidak dikenal; pakai tanda petik tunggal '…'".into()
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            "ada teks sesudah tanda petik penutup; apit seluruh teksnya".into()
        }
        E::MissingAnchorOrAliasName => "tanda `&` atau `*` tidak dapat mengawali teks".into(),
        E::InvalidBlockScalarHeader => "sesudah tanda > atau | tidak boleh ada teks pada baris yang sama".into(),
        E::UnknownAnchor => {
            "teks diawali `*` sehingga terbaca sebagai alias YAML; apit teksnya dengan tanda petik '…'".into()
        }
        E::RecursionLimitExceeded => "susunan bertingkat melebihi batas".into(),
        other => rare(other).into(),
    }
}

/// The same of what is rarely met.
fn rare(kind: &ErrorKind) -> &'static str {
    use ErrorKind as E;
    match kind {
        E::PlainScalarStartsWithDashFlowIndicator => {
            "tanda `-` sebelum koma atau kurung terbaca sebagai butir daftar, bukan teks"
        }
        E::CommentInterceptedScalar => {
            "tanda `#` di tengah teks yang bersambung ke baris berikutnya terbaca sebagai catatan"
        }
        E::CommentNotSeparated => "tanda `#` menempel pada isi di depannya; beri spasi, atau apit teksnya",
        E::DocumentIndicatorInQuotedScalar => "tanda `---` atau `...` berdiri di dalam teks berkutip",
        E::InvalidDocumentEnd => "ada isi di belakang tanda `...`, yang mengakhiri berkas",
        E::ExpectedDocumentStart | E::MultipleDocumentsUnsupported => "isi berkas ini bukan satu susunan `kunci: isi`",
        E::BomInsideDocument => "ada tanda urutan bita (U+FEFF) di tengah berkas; hapus aksara itu",
        E::ZeroBlockScalarIndent => "angka sesudah | atau > tidak boleh 0",
        E::FlowMappingValueAdjacentCollection | E::UnexpectedEndOfPlainScalar | E::ExpectedNodeContent => {
            "isi di tempat ini tidak terbaca; apit teksnya dengan tanda petik '…'"
        }
        E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => {
            "sandi aksara sesudah garis miring terbalik tidak sah; pakai tanda petik tunggal '…'"
        }
        E::ExpectedTagBang
        | E::ExpectedTagDirectiveBang
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::UndeclaredTagHandle
        | E::UnclosedVerbatimTag
        | E::MissingTagUri
        | E::InvalidTagEscape
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8 => "teks yang diawali ! diapit tanda petik '…'",
        E::DirectiveDisallowed
        | E::InvalidDirectiveTerminator
        | E::MissingDirectiveName
        | E::InvalidDirectiveName
        | E::MissingDocumentEndBeforeDirective => "baris yang diawali % diapit tanda petik '…'",
        _ => "susunan YAML tidak sah",
    }
}
