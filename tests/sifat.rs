//! Properties: texts are never changed or lost on the way to the page, and nothing makes the program panic.

use std::sync::OnceLock;

use lopdf::Document;
use naskah::catalog::{Catalog, Root};
use naskah::diag::{Files, Sink};
use naskah::resolve::Edition;
use naskah::template::literal;
use naskah::typeset::{self, Fonts};
use naskah::yaml;
use proptest::prelude::*;
use typst::syntax::{SyntaxKind, ast, parse_code};

use crate::support::{completed, text_of};

/// The fonts, read once.
fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| Fonts::load(&Catalog::default()))
}

/// Takes a text through every stage; the PDF where it comes so far, otherwise the findings.
fn run(text: &str) -> Result<Vec<u8>, String> {
    let catalog = Catalog::new(Root::embedded());
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    let pdf = naskah::read(&mut files, file, Edition::default(), &catalog, &mut sink)
        .and_then(|checked| naskah::typeset(checked, &files, fonts(), &catalog, &mut sink))
        .and_then(|made| typeset::pdf(&made.pages, &made.source, fonts(), &catalog, &mut sink));
    let found = naskah::diag::render_all(&sink, &files, naskah::diag::MessageFormat::Ringkas, false);
    assert!(pdf.is_some() != sink.has_errors(), "no PDF without an error, no error with a PDF: {found}");
    pdf.ok_or(found)
}

/// The characters of a PDF in the order of its pages, without blanks.
fn printed(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    bare(&document.extract_text(&pages).expect("texts"))
}

/// Without blanks and line ends.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

/// A text as a YAML scalar in single quotes.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The text with every star and backslash before a star escaped, so that it means no emphasis.
fn escaped(text: &str) -> String {
    text.replace('*', "\\*")
}

/// Words of printable characters, markup signs among them; no star follows a backslash.
fn words() -> impl Strategy<Value = String> {
    let sign = prop::char::ranges(vec!['!'..='~', '¡'..='¬', '®'..='ÿ'].into());
    let hostile = prop::sample::select(vec![
        "#",
        "$",
        "\\",
        "[",
        "]",
        "{",
        "}",
        "<",
        ">",
        "@",
        "*",
        "_",
        "`",
        "~",
        "=",
        "/",
        "//",
        "/*",
        "*/",
        "\"",
        "'",
        "<<",
        ">>",
        "<%",
        "%>",
        "<#",
        "#{",
        "--",
        "---",
        "...",
        "1.",
        "- ",
        "+ ",
        "#set page()",
        "\\u{41}",
        "**",
        "fi",
        "ffl",
    ]);
    let piece = prop_oneof![3 => "[a-z]{1,6}", 2 => sign.prop_map(String::from), 2 => hostile.prop_map(str::to_owned), 1 => Just(" ".to_owned())];
    prop::collection::vec(piece, 1..24).prop_map(|pieces| format!("x{}x", pieces.concat().replace("\\*", "*")))
}

/// Where a text is put, and how it is looked for.
#[derive(Debug, Clone, Copy)]
enum Field {
    Tentang,
    Menimbang,
    Mengingat,
    Memperhatikan,
    Diktum,
    Rincian,
    Penutup,
    Sel,
    Judul,
    Paragraf,
    Nama,
}

const FIELDS: [Field; 11] = [
    Field::Tentang,
    Field::Menimbang,
    Field::Mengingat,
    Field::Memperhatikan,
    Field::Diktum,
    Field::Rincian,
    Field::Penutup,
    Field::Sel,
    Field::Judul,
    Field::Paragraf,
    Field::Nama,
];

impl Field {
    /// The short decree with the scalar in this field.
    fn decree(self, scalar: &str) -> String {
        let lampiran = |content: String| format!("diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - {content}\n");
        let fields = match self {
            Field::Tentang => format!("tentang: {scalar}\n"),
            Field::Menimbang => format!("menimbang: [{scalar}]\n"),
            Field::Mengingat => format!("mengingat:\n  - teks: {scalar}\n"),
            Field::Memperhatikan => format!("memperhatikan: [{scalar}]\n"),
            Field::Diktum => format!("diktum: [{scalar}]\n"),
            Field::Rincian => format!("diktum:\n  - teks: Butir\n    rincian: [satu, {scalar}]\n"),
            Field::Penutup => format!("diktum:\n  - teks: Butir\n    rincian: [satu, dua]\n    penutup: {scalar}\n"),
            Field::Sel => {
                lampiran(format!("tabel: {{kolom: [{{judul: A}}, {{judul: B}}], baris: [[{scalar}, satu]]}}"))
            }
            Field::Judul => lampiran(format!("judul: {scalar}\n    teks: [Isi.]")),
            Field::Paragraf => lampiran(format!("teks: [{scalar}]")),
            Field::Nama => format!("ditetapkan: {{tanggal: 2025-03-04, nama: {scalar}}}\n"),
        };
        completed(&fields, &[])
    }

    /// The text as the decree prints it.
    fn shown(self, text: &str) -> String {
        match self {
            Field::Tentang | Field::Judul | Field::Nama => bare(&text.to_uppercase()),
            _ => bare(text),
        }
    }
}

/// So many tries, or as many as `PROPTEST_CASES` asks for.
fn cases(count: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(count), failure_persistence: None, ..ProptestConfig::default() }
}

/// The text of a Typst string literal, read by Typst's own parser.
fn read_back(code: &str) -> Option<String> {
    let root = parse_code(code);
    let (errors, warnings) = root.errors_and_warnings();
    assert!(errors.is_empty() && warnings.is_empty(), "{code}: {errors:?} {warnings:?}");
    let mut strings = root.children().filter(|node| node.kind() == SyntaxKind::Str);
    let only = strings.next()?.cast::<ast::Str>()?.get().to_string();
    (strings.next().is_none() && root.children().len() == 1).then_some(only)
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn any_text_is_a_literal_of_itself(text in any::<String>()) {
        let code = literal(&minijinja::Value::from(text.as_str()));
        prop_assert_eq!(read_back(&code), Some(text));
    }

    #[test]
    fn any_signs_are_a_literal_of_themselves(text in "[\\\\\"#$\\[\\]{}()<>@*_`~=/\n\r\t\u{0}-\u{1f}\u{7f}-\u{9f}\u{2028}\u{2029}u0-9a-f]{0,40}") {
        let code = literal(&minijinja::Value::from(text.as_str()));
        prop_assert_eq!(read_back(&code), Some(text));
        prop_assert!(!code.contains(['\n', '\r']), "a literal stays on its line");
    }

    #[test]
    fn any_text_as_yaml_never_panics(text in any::<String>()) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("naskah.yaml", text);
        let tree = yaml::parse(&files, file, &mut sink);
        prop_assert!(tree.is_some() || sink.has_errors());
    }

    #[test]
    fn any_yaml_signs_never_panic(text in "([-?:,\\[\\]{}#&*!|>'\"%@` \n\ta-c0~]|  - |: |\r\n|---\n|&a |\\*a|!!int |\u{feff}|é){0,60}") {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("naskah.yaml", text.as_str());
        if let Some(tree) = yaml::parse(&files, file, &mut sink) {
            naskah::decree::Keputusan::read(&tree, None, &mut sink);
        }
        for finding in sink.found() {
            let span = finding.span.expect("a place");
            prop_assert!(span.start <= span.end && span.end <= text.len(), "{:?}", finding);
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{:?}", finding);
        }
    }

    #[test]
    fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("naskah.yaml", String::from_utf8_lossy(&bytes).into_owned());
        yaml::parse(&files, file, &mut sink);
    }
}

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn any_printable_text_is_printed(text in words(), field in prop::sample::select(&FIELDS[..])) {
        let pdf = run(&field.decree(&quoted(&escaped(&text))));
        let page = printed(&pdf.map_err(TestCaseError::fail)?);
        let wanted = field.shown(&text);
        prop_assert!(page.contains(&wanted), "{field:?}: {wanted}\nis not in\n{page}");
    }

    #[test]
    fn stars_lose_no_other_character(text in words(), field in prop::sample::select(&FIELDS[..])) {
        let without = |text: &str| text.replace('*', "");
        let pdf = run(&field.decree(&quoted(&text)));
        let page = without(&printed(&pdf.map_err(TestCaseError::fail)?));
        let wanted = without(&field.shown(&text));
        prop_assert!(page.contains(&wanted), "{field:?}: {wanted}\nis not in\n{page}");
    }
}

/// A way to spoil a decree.
#[derive(Debug, Clone)]
enum Spoil {
    Delete(usize),
    Double(usize),
    Swap(usize, usize),
    Cut(usize),
    Put(usize, char),
    Indent(usize, usize),
}

fn spoil() -> impl Strategy<Value = Spoil> {
    let at = || 0..10_000usize;
    let sign = prop::sample::select(vec![
        ':', '-', '[', ']', '{', '}', '\'', '"', '#', '&', '*', '^', '<', ' ', '\n', '0', 'é', '|',
    ]);
    prop_oneof![
        at().prop_map(Spoil::Delete),
        at().prop_map(Spoil::Double),
        (at(), at()).prop_map(|(a, b)| Spoil::Swap(a, b)),
        at().prop_map(Spoil::Cut),
        (at(), sign).prop_map(|(at, c)| Spoil::Put(at, c)),
        (at(), 0..8usize).prop_map(|(at, n)| Spoil::Indent(at, n)),
    ]
}

fn spoiled(text: &str, spoils: &[Spoil]) -> String {
    let mut text = text.to_owned();
    for spoil in spoils {
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        let count = lines.len().max(1);
        if lines.is_empty() {
            return text;
        }
        match *spoil {
            Spoil::Delete(at) => drop(lines.remove(at % count)),
            Spoil::Double(at) => lines.insert(at % count, lines[at % count].clone()),
            Spoil::Swap(a, b) => lines.swap(a % count, b % count),
            Spoil::Indent(at, n) => {
                let line = &mut lines[at % count];
                *line = format!("{}{}", " ".repeat(n), line.trim_start_matches(' '));
            }
            Spoil::Cut(at) | Spoil::Put(at, _) => {
                let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
                let at = places[at % places.len()];
                match *spoil {
                    Spoil::Put(_, c) => text.insert(at, c),
                    _ => text.truncate(at),
                }
                continue;
            }
        }
        text = lines.concat();
    }
    text
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_spoiled_decree_never_panics(
        path in prop::sample::select(vec![
            "templates/jenis/umum/contoh.yaml",
            "templates/jenis/rencana-aksi/contoh.yaml",
            "templates/jenis/pedoman-teknis/contoh.yaml",
            "tests/keputusan/prov-jateng-plh-ketua.yaml",
        ]),
        spoils in prop::collection::vec(spoil(), 1..4),
    ) {
        let text = spoiled(&text_of(path), &spoils);
        if let Err(found) = run(&text) {
            prop_assert!(!found.contains("N403") && !found.contains("N404") && !found.contains("N005"), "{found}");
        }
    }
}
