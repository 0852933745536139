//! Texts of a decree: what was typed, cut into runs of `*miring*` and `**tebal**`.
//!
//! Nothing is ever dropped: a star that opens no emphasis is a star, `\*` is a star that never opens one.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::language::capitals::title_upper;
use crate::language::typed_marks;
use crate::yaml::{Node, Value, tabless};

/// What a comparison of two decrees says of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coretan {
    /// Only the old decree has it.
    Hapus,
    /// Only the new decree has it.
    Sisip,
    /// Both have it, in different places.
    Pindah,
    /// Neither has it: the comparison's own remark.
    Catatan,
}

impl Coretan {
    /// The word by which the styles know it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hapus => "hapus",
            Self::Sisip => "sisip",
            Self::Pindah => "pindah",
            Self::Catatan => "catatan",
        }
    }
}

impl Serialize for Coretan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Italic.
    pub miring: bool,
    /// Bold.
    pub tebal: bool,
    /// Its mark in a comparison; a decree has none.
    pub coretan: Option<Coretan>,
}

impl Run {
    /// A piece in the plain style.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), miring: false, tebal: false, coretan: None }
    }

    /// Whether it is neither emphasised nor marked.
    fn is_plain(&self) -> bool {
        !self.miring && !self.tebal && self.coretan.is_none()
    }
}

/// A text with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teks {
    /// Where it was written.
    pub span: Span,
    /// The pieces; their texts put together are the text.
    pub runs: Vec<Run>,
}

impl Teks {
    /// A list of lines, or a text with line ends.
    pub fn lines(node: &Node, sink: &mut Sink) -> Vec<Self> {
        match &node.value {
            Value::Scalar { text, plain } => {
                if *plain {
                    swallowed(text, node.span, sink);
                }
                tabless(text).lines().map(|line| Self { span: node.span, runs: runs_of(line.trim()) }).collect()
            }
            _ => node.list(sink).iter().filter_map(|line| Self::read(line, sink)).collect(),
        }
    }

    /// The entries of a list, each of which is printed with a mark of its own; an empty one is reported.
    pub fn entries(node: &Node, sink: &mut Sink) -> Vec<Self> {
        let entries = Self::lines(node, sink);
        // A text without quotes that takes more bytes than it has letters stood on several lines.
        if let Value::Scalar { text, plain: true } = &node.value
            && node.span.end - node.span.start > text.len() + 1
            && typed_marks::leading(text).is_none()
        {
            let message = "baris-baris ini terbaca sebagai satu butir";
            let hint = "awali setiap butir dengan `- `; bila memang satu butir, awali baris pertamanya saja";
            sink.push(Diagnostic::peringatan(Code::BUTIR_TERTELAN, node.span, message).hint(hint));
        }
        for entry in entries.iter().filter(|entry| entry.as_plain().trim().is_empty()) {
            let message = "butir ini kosong, tetapi akan dicetak dengan nomornya";
            let hint = "isi butir itu, atau hapus dari daftar";
            sink.push(Diagnostic::galat(Code::WAJIB, entry.span, message).hint(hint));
        }
        entries
    }

    /// Reads a text node and its emphasis.
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let text = node.text(sink)?;
        no_words(text.value.trim(), text.span, sink);
        Some(Self { span: text.span, runs: runs_of(text.value.trim()) })
    }

    /// A generated text, to be shown as coming from `span`.
    pub fn plain(text: impl Into<String>, span: Span) -> Self {
        Self { span, runs: vec![Run::plain(text)] }
    }

    /// The characters without emphasis.
    pub fn as_plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// In capitals, as a title is: old numbers and addresses keep their letters.
    pub fn to_upper(&self) -> Self {
        self.map(title_upper)
    }

    /// Without line ends: a blank in the place of each, and of the blanks around it.
    pub fn on_one_line(&self) -> Self {
        self.map(|text| {
            let mut lines = text.split('\n');
            let first = lines.next().unwrap_or_default().to_owned();
            lines.fold(first, |joined, line| {
                format!("{} {}", joined.trim_end_matches([' ', '\r']), line.trim_start_matches(' '))
            })
        })
    }

    /// With `tail` put after the last character, in the plain style.
    pub fn then(mut self, tail: &str) -> Self {
        match self.runs.last_mut() {
            Some(run) if run.is_plain() => run.text.push_str(tail),
            _ => self.runs.push(Run::plain(tail)),
        }
        self
    }

    /// With another text behind `between`, in runs as a text read as a whole has them.
    pub fn joined(self, between: &str, other: &Self) -> Self {
        let mut all = self.then(between);
        for run in &other.runs {
            match all.runs.last_mut() {
                Some(last) if (last.miring, last.tebal, last.coretan) == (run.miring, run.tebal, run.coretan) => {
                    last.text.push_str(&run.text);
                }
                _ => all.runs.push(run.clone()),
            }
        }
        all
    }

    /// With `head` put before the first character, in the plain style.
    pub fn after(mut self, head: &str) -> Self {
        match self.runs.first_mut() {
            Some(run) if run.is_plain() => run.text.insert_str(0, head),
            _ => self.runs.insert(0, Run::plain(head)),
        }
        self
    }

    /// Ends with `mark` unless the text brings closing punctuation of its own.
    pub fn closed_with(self, mark: &str) -> Self {
        match self.has_closing() {
            true => self,
            false => self.then(mark),
        }
    }

    /// Whether the text brings its own closing punctuation, alone or before "dan" or "atau".
    fn has_closing(&self) -> bool {
        let text = self.as_plain();
        let text = text.trim_end();
        let stem = ["dan/atau", "dan", "atau"].iter().find_map(|word| text.strip_suffix(word)).map(str::trim_end);
        let closed = |s: &str| s.ends_with(['.', ';', ':', ',', '!', '?', '…']);
        closed(text) || stem.is_some_and(closed)
    }

    fn map(&self, f: impl Fn(&str) -> String) -> Self {
        let runs = self.runs.iter().map(|run| Run { text: f(&run.text), ..run.clone() }).collect();
        Self { span: self.span, runs }
    }
}

/// One plain run is written as a text, anything else as a list of texts and `{style: text}`, around which a mark stands
/// as `{mark: …}`.
impl Serialize for Teks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.runs[..] {
            [] => serializer.serialize_str(""),
            [run] if run.is_plain() => serializer.serialize_str(&run.text),
            runs => {
                let mut seq = serializer.serialize_seq(Some(runs.len()))?;
                for run in runs {
                    match run.coretan {
                        Some(coretan) => seq.serialize_element(&Marked(coretan, Styled(run)))?,
                        None => seq.serialize_element(&Styled(run))?,
                    }
                }
                seq.end()
            }
        }
    }
}

/// The characters of a run in their style.
struct Styled<'a>(&'a Run);

impl Serialize for Styled<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let style = match (self.0.miring, self.0.tebal) {
            (false, false) => return serializer.serialize_str(&self.0.text),
            (true, false) => "miring",
            (false, true) => "tebal",
            (true, true) => "tebal-miring",
        };
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(style, &self.0.text)?;
        map.end()
    }
}

/// A run with its mark.
struct Marked<'a>(Coretan, Styled<'a>);

impl Serialize for Marked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.0.word(), &self.1)?;
        map.end()
    }
}

/// Cuts a text at its emphasis marks.
pub fn runs_of(text: &str) -> Vec<Run> {
    let mut out = Runs::default();
    cut(text, false, false, &mut out);
    if out.runs.is_empty() {
        out.push("", false, false);
    }
    out.runs
}

#[derive(Default)]
struct Runs {
    runs: Vec<Run>,
}

impl Runs {
    fn push(&mut self, text: &str, miring: bool, tebal: bool) {
        match self.runs.last_mut() {
            Some(last) if last.miring == miring && last.tebal == tebal => last.text.push_str(text),
            _ => self.runs.push(Run { miring, tebal, ..Run::plain(text) }),
        }
    }
}

/// Ends of names of documents, whose words are not taken in by their name.
const BERKAS: [&str; 9] = [".docx", ".doc", ".xlsx", ".xls", ".odt", ".ods", ".pdf", ".csv", ".txt"];

/// Signs of web pages, which have no meaning in a text.
const LAMAN: [&str; 14] =
    ["<br>", "<br/>", "<br />", "<i>", "</i>", "<b>", "</b>", "<u>", "</u>", "</p>", "&amp;", "&nbsp;", "&lt;", "&gt;"];

/// Reports what is printed as it is typed although it stands for something else: the name of a document, signs of web pages.
fn no_words(text: &str, span: Span, sink: &mut Sink) {
    if !text.contains(['.', '<', '&']) {
        return;
    }
    let lower = text.to_lowercase();
    let named = BERKAS.iter().any(|end| lower.ends_with(end)) && !text.contains(char::is_whitespace);
    if named && !lower.contains("://") && !lower.starts_with("www.") {
        let message = format!("`{text}` nama berkas; yang tercetak namanya, bukan isinya");
        let hint = "tulis isinya di sini; tabel diambil dengan `tabel: {dari: …}`, naskah Word dengan `naskah serap`";
        sink.push(Diagnostic::peringatan(Code::BUKAN_TULISAN, span, message).hint(hint));
    }
    if let Some(sign) = LAMAN.iter().find(|sign| lower.contains(*sign)) {
        let message = format!("`{sign}` tercetak seperti yang diketik");
        let hint = "miring ditulis `*…*`, tebal `**…**`, dan tanda dan `&` saja";
        sink.push(Diagnostic::peringatan(Code::BUKAN_TULISAN, span, message).hint(hint));
    }
}

/// Reports items that were typed with numbers or letters, line under line, and are one text to YAML.
fn swallowed(text: &str, span: Span, sink: &mut Sink) {
    if typed_marks::typed(text).first().is_some_and(|mark| mark.range.start == 0) {
        let message = "butir-butir ini terbaca sebagai satu teks dan tercetak sebagai satu baris";
        let hint = "awali setiap butir dengan `- `, tanpa nomor atau huruf; nomornya dibuat program";
        sink.push(Diagnostic::peringatan(Code::BUTIR_TERTELAN, span, message).hint(hint));
    }
}

/// Walks through `text`; an opening mark with its closing mark starts a styled stretch, which is walked in turn.
fn cut(text: &str, miring: bool, tebal: bool, out: &mut Runs) {
    let mut rest = text;
    // A mark that is not closed from here to the end is not closed from farther on either.
    let mut open = [true, true];
    while let Some(at) = rest.find(['*', '\\']) {
        out_text(&rest[..at], miring, tebal, out);
        rest = &rest[at..];
        let may_open = !multiplies(&text[..text.len() - rest.len()]);
        if let Some(after) = rest.strip_prefix("\\*") {
            out.push("*", miring, tebal);
            rest = after;
        } else if let Some((inner, after)) = emphasis_if(!tebal && may_open, &mut open[0], rest, "**") {
            cut(inner, miring, true, out);
            rest = after;
        } else if let Some((inner, after)) = emphasis_if(!miring && may_open, &mut open[1], rest, "*") {
            cut(inner, true, tebal, out);
            rest = after;
        } else {
            let width = rest.bytes().take_while(|b| *b == b'*').count().max(1);
            out.push(&rest[..width], miring, tebal);
            rest = &rest[width..];
        }
    }
    out_text(rest, miring, tebal, out);
}

fn out_text(text: &str, miring: bool, tebal: bool, out: &mut Runs) {
    if !text.is_empty() {
        out.push(text, miring, tebal);
    }
}

/// [`emphasis`], where it is wanted and may still be found; `open` tells that it may.
fn emphasis_if<'a>(wanted: bool, open: &mut bool, text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let body = text.strip_prefix(mark).filter(|body| wanted && *open && begins(body, mark))?;
    let found = emphasis(body, mark);
    *open = found.is_some();
    found
}

/// Whether a star after this is a sign of its own: `40*60*80`, `Pasal 5*)`, `p*l*t`.
fn multiplies(before: &str) -> bool {
    let mut chars = before.chars().rev();
    match chars.next() {
        Some(c) if c.is_alphabetic() => chars.next().is_none_or(|c| !c.is_alphanumeric()),
        Some(c) => c.is_numeric(),
        None => false,
    }
}

/// Whether a stretch may begin with this.
fn begins(body: &str, mark: &str) -> bool {
    !(body.starts_with(char::is_whitespace) || (mark == "*" && body.starts_with('*')))
}

/// The stretch from the start of `body`, which an opening `mark` stands before, to the next such mark, and what follows.
///
/// The stretch begins and ends with something other than a blank; a mark is exactly as long as written.
fn emphasis<'a>(body: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let stars = |s: &str| s.bytes().take_while(|b| *b == b'*').count();
    let mut at = if mark == "**" { stars(body) } else { 0 };
    while let Some(found) = body[at..].find(['*', '\\']) {
        let here = at + found;
        if body[here..].starts_with('\\') {
            at = here + if body[here..].starts_with("\\*") { 2 } else { 1 };
            continue;
        }
        let run = stars(&body[here..]);
        let closes = (run == mark.len() || run == 3) && !body[..here].ends_with(char::is_whitespace) && here > 0;
        if closes {
            let end = here + run - mark.len();
            return Some((&body[..end], &body[end + mark.len()..]));
        }
        at = here + run;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs as a person would mark them: `_italic_`, `!bold!`.
    fn shown(text: &str) -> String {
        let mark = |run: &Run| {
            let inner = if run.miring { format!("_{}_", run.text) } else { run.text.clone() };
            if run.tebal { format!("!{inner}!") } else { inner }
        };
        runs_of(text).iter().map(mark).collect()
    }

    #[test]
    fn emphasis_is_cut_out() {
        assert_eq!(shown("alat *fingerprint* dan *google form*"), "alat _fingerprint_ dan _google form_");
        assert_eq!(shown("**wajib** diisi"), "!wajib! diisi");
        assert_eq!(shown("***keduanya***"), "!_keduanya_!");
        assert_eq!(shown("**tebal *dan miring* lagi**"), "!tebal !!_dan miring_!! lagi!");
        assert_eq!(shown("*miring **dan tebal** lagi*"), "_miring _!_dan tebal_!_ lagi_");
    }

    #[test]
    fn lone_stars_stay() {
        for text in
            ["5 * 3 * 2", "catatan *)", "a ** b", "*", "**", "***", "* awal", "**tak tutup", "x*", "\\", "a\\b", "****"]
        {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown("\\*bukan miring\\*"), "*bukan miring*");
        for text in ["40*60*80 cm", "3*4 dan 5*6", "Pasal 5*) dan 6*)", "a*b*c", "volume p*l*t", "2**3**4"] {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown("me*refresh*kan (*online*)"), "me_refresh_kan (_online_)");
    }

    #[test]
    fn lines_become_one_and_no_blank_is_lost() {
        let span = Span::new(crate::diag::Files::default().add("", ""), 0, 0);
        let joined = |text: &str| {
            let teks = Teks { span, runs: runs_of(text) }.on_one_line();
            (teks.as_plain(), teks.runs.len())
        };
        assert_eq!(joined("Maskot dan *Jingle* Pemilih"), ("Maskot dan Jingle Pemilih".into(), 3));
        assert_eq!(joined("Satu \n dua\n*tiga*\nempat"), ("Satu dua tiga empat".into(), 3));
        assert_eq!(joined("  tepi  "), ("  tepi  ".into(), 1));
    }

    #[test]
    fn own_punctuation_is_kept() {
        let span = Span::new(crate::diag::Files::default().add("", ""), 0, 0);
        let closed = |text: &str| Teks::plain(text, span).closed_with(";").as_plain();
        assert_eq!(closed("menjadi pedoman"), "menjadi pedoman;");
        assert_eq!(closed("menjadi pedoman."), "menjadi pedoman.");
        assert_eq!(closed("menjadi pedoman; dan"), "menjadi pedoman; dan");
        assert_eq!(closed("perencanaan dan"), "perencanaan dan;");
    }
}
