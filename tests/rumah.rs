//! The repository itself: floors, homes of third-party crates, sizes, templates without looks, sound data.

mod kalimat;
mod lingkaran;
mod perintah;
mod peta;
mod templat;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use naskah_core::diag::Code;

use crate::support::{files_below, text_of};

/// The modules of each crate from the lowest floor to the highest; each may use those before it. Between the crates
/// Cargo keeps the floors.
const FLOORS: &[(&str, &[&str])] = &[
    (
        CORE,
        &[
            "fingerprint",
            "carried",
            "diag",
            "yaml",
            "language",
            "decree",
            "catalog",
            "resolve",
            "reading",
            "bundle",
            "lib",
        ],
    ),
    (FORMATS, &["beside", "pdf", "ooxml", "sheets", "pictures", "read", "tables", "sunting", "serap", "word", "lib"]),
    (PAGES, &["template", "typeset", "laid", "word", "lib"]),
    (
        "src/office/",
        &[
            "register", "berlaku", "hubungan", "disebut", "semua", "series", "beku", "open", "remake", "bukti", "sari",
            "sasaran", "mod",
        ],
    ),
    (
        "src/",
        &[
            "disk", "naming", "lib", "input", "parallel", "skema", "rangka", "run", "office", "commands", "buka",
            "cli", "main",
        ],
    ),
];

const CORE: &str = "crates/naskah-core/src/";
const FORMATS: &str = "crates/naskah-formats/src/";
const PAGES: &str = "crates/naskah-pages/src/";

/// Third-party crates and the files (by the start of their path) that may name them.
const HOMES: &[(&str, &[&str])] = &[
    ("annotate-snippets", &["crates/naskah-core/src/diag/render.rs"]),
    (
        "base64",
        &[
            "crates/naskah-core/src/bundle.rs",
            "crates/naskah-core/src/resolve/rumit.rs",
            "crates/naskah-formats/src/pictures/",
        ],
    ),
    ("calamine", &["crates/naskah-formats/src/sheets/"]),
    ("chrono", &["crates/naskah-core/src/language/days.rs"]),
    ("clap", &["src/cli/"]),
    ("clap_complete", &["src/cli/kelengkapan.rs"]),
    ("clap_mangen", &["src/cli/kelengkapan.rs"]),
    ("csv", &["crates/naskah-formats/src/sheets/separated.rs"]),
    ("encoding_rs", &["crates/naskah-formats/src/sheets/separated.rs"]),
    ("flate2", &["crates/naskah-formats/src/pdf/"]),
    ("getrandom", &["src/buka/jaga.rs"]),
    ("granit-parser", &["crates/naskah-core/src/yaml/"]),
    ("hayro", &["crates/naskah-formats/src/pdf/"]),
    ("http-body-util", &["src/buka/"]),
    ("hyper", &["src/buka/"]),
    ("hyper-util", &["src/buka/"]),
    ("lopdf", &["crates/naskah-formats/src/pdf/"]),
    ("minijinja", &["crates/naskah-pages/src/template/"]),
    ("png", &["crates/naskah-formats/src/pdf/"]),
    (
        "quick-xml",
        &[
            "crates/naskah-formats/src/ooxml/",
            "crates/naskah-formats/src/pdf/meta.rs",
            "crates/naskah-formats/src/pictures/gambar_garis.rs",
            "crates/naskah-formats/src/word/xml.rs",
        ],
    ),
    ("qrcodegen", &["crates/naskah-pages/src/template/qr.rs"]),
    ("rayon", &["src/parallel.rs", "crates/naskah-pages/src/typeset/jendela/"]),
    ("regex", &["crates/naskah-core/src/language/"]),
    ("rust_xlsxwriter", &["src/commands/daftar/xlsx.rs", "crates/naskah-formats/src/sheets/write_xlsx.rs"]),
    ("rustybuzz", &["crates/naskah-pages/src/typeset/jendela/lebar.rs"]),
    (
        "serde",
        &[
            "crates/naskah-core/src/fingerprint.rs",
            "crates/naskah-core/src/diag/",
            "crates/naskah-core/src/decree/",
            "crates/naskah-core/src/language/",
            "crates/naskah-core/src/catalog/",
            "crates/naskah-core/src/resolve/",
            "crates/naskah-core/src/bundle.rs",
            "crates/naskah-pages/src/template/",
            "src/office/register/",
            "src/commands/daftar/json.rs",
            "src/commands/daftar/html.rs",
            "src/commands/beda/page.rs",
            "src/commands/perbarui/page.rs",
            "src/commands/jdih/abstrak.rs",
            "src/run/made.rs",
            "src/commands/massal/manifes.rs",
        ],
    ),
    (
        "serde_json",
        &[
            "crates/naskah-formats/src/sheets/records/",
            "src/commands/massal/manifes.rs",
            "crates/naskah-core/src/diag/render.rs",
            "crates/naskah-core/src/bundle.rs",
            "crates/naskah-pages/src/template/",
            "src/office/register/",
            "src/run/made.rs",
            "src/run/skema.rs",
            "src/buka/",
            "src/commands/beda/json.rs",
            "src/commands/periksa/sarif.rs",
            "src/commands/perbarui/page.rs",
            "src/commands/aturan/",
            "src/commands/jelaskan/",
            "src/skema.rs",
            "src/cli/versi.rs",
            "src/commands/keadaan/",
            "src/commands/tinjau/json.rs",
            "src/commands/verifikasi/lapor.rs",
            "src/commands/daftar/json.rs",
            "src/commands/jdih/rekam.rs",
        ],
    ),
    ("signal-hook", &["src/run/henti.rs"]),
    ("sha2", &["crates/naskah-core/src/fingerprint.rs"]),
    (
        "similar",
        &[
            "crates/naskah-formats/src/tables/edits.rs",
            "crates/naskah-formats/src/serap/bukti.rs",
            "crates/naskah-formats/src/word/balik/",
            "crates/naskah-formats/src/word/lacak/",
            "src/commands/beda/",
            "src/commands/periksa/",
            "src/office/register/",
            "src/commands/verifikasi/",
        ],
    ),
    ("spellbook", &["crates/naskah-core/src/catalog/kata.rs"]),
    ("strsim", &["crates/naskah-core/src/diag/"]),
    ("tempfile", &["src/disk.rs"]),
    ("terminal_size", &["src/cli/daftar.rs"]),
    ("tokio", &["src/buka/"]),
    ("typst", &["crates/naskah-pages/src/typeset/"]),
    ("typst-eval", &["crates/naskah-pages/src/typeset/"]),
    ("typst-layout", &["crates/naskah-pages/src/typeset/"]),
    ("typst-pdf", &["crates/naskah-pages/src/typeset/"]),
    ("typst-render", &["crates/naskah-pages/src/typeset/"]),
    ("typst-svg", &["crates/naskah-pages/src/typeset/"]),
    (
        "zip",
        &[
            "crates/naskah-formats/src/ooxml/",
            "crates/naskah-formats/src/sheets/",
            "crates/naskah-formats/src/word/paket.rs",
        ],
    ),
];

/// Longest file of code, in lines.
const LONGEST: usize = 600;

/// The files of code of the program and its crates.
fn code_files() -> Vec<PathBuf> {
    let crates = files_below("crates", ".rs").into_iter().filter(|path| !is_test(path));
    files_below("src", ".rs").into_iter().chain(crates).collect()
}

/// Whether a file below `crates` serves tests only.
fn is_test(path: &Path) -> bool {
    path.starts_with("crates/naskah-testing") || path.iter().any(|part| part == "tests")
}

/// The files of the tests.
fn test_files() -> Vec<PathBuf> {
    let crates = files_below("crates", ".rs").into_iter().filter(|path| is_test(path));
    files_below("tests", ".rs").into_iter().chain(crates).collect()
}

/// Their texts by their path, without unit tests and comments.
fn sources() -> Vec<(String, String)> {
    let code = |text: String| uncommented(text.split("#[cfg(test)]").next().unwrap_or_default());
    code_files().iter().map(|path| (path.to_string_lossy().into_owned(), code(text_of(path)))).collect()
}

/// Code without what follows `//` on a line, unless that stands within a string.
fn uncommented(code: &str) -> String {
    let (mut out, mut rest) = (String::new(), code);
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '/' if rest.starts_with("//") => {
                rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
                continue;
            }
            '"' => string_end(rest),
            'r' if !out.ends_with(|c: char| c.is_alphanumeric() || c == '_') => raw_string_end(rest).unwrap_or(1),
            '\'' if rest.starts_with("'\"'") => 3,
            '\'' if rest.starts_with("'\\") => 3,
            _ => c.len_utf8(),
        };
        let (part, after) = rest.split_at(taken.min(rest.len()));
        out.push_str(part);
        rest = after;
    }
    out
}

/// Where the string ends that `code` begins with.
fn string_end(code: &str) -> usize {
    let mut escaped = false;
    let end = code.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        ends
    });
    end.map_or(code.len(), |(at, _)| at + 1)
}

/// Where the raw string ends that `code` begins with, if it begins with one.
fn raw_string_end(code: &str) -> Option<usize> {
    let marks: String = code[1..].chars().take_while(|c| *c == '#').collect();
    let start = 1 + marks.len();
    let inner = code[start..].strip_prefix('"')?;
    let close = format!("\"{marks}");
    Some(inner.find(&close).map_or(code.len(), |at| start + 1 + at + close.len()))
}

/// The first names after `start` (such as `crate::`) of every path that begins with it, also within braces.
fn used(code: &str, start: &str) -> BTreeSet<String> {
    let word =
        |text: &str| -> String { text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let mut names = BTreeSet::new();
    for (at, path) in code.match_indices(start) {
        let rest = &code[at + path.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.insert(word(rest));
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (at, c) in group.char_indices() {
            match c {
                ',' | '}' if depth == 0 => {
                    names.insert(word(&group[start..at]));
                    start = at + 1;
                    if c == '}' {
                        break;
                    }
                }
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    names.remove("");
    names
}

/// Whether the code names the crate in a path, a macro or a `use`.
fn names_crate(code: &str, name: &str) -> bool {
    let name = name.replace('-', "_");
    code.match_indices(&name).any(|(at, _)| {
        let before = code[..at].chars().next_back().unwrap_or(' ');
        let after = &code[at + name.len()..];
        let whole = !before.is_alphanumeric() && before != '_' && before != ':' && before != '.';
        whole && ["::", "!(", ";"].iter().any(|end| after.starts_with(end))
    })
}

#[test]
fn imports_go_down_the_floors() {
    for (path, code) in sources().iter().filter(|(path, _)| !path.ends_with("src/lib.rs")) {
        for (home, floors) in FLOORS.iter().filter(|(home, _)| path.starts_with(home)) {
            let floor = |name: &str| floors.iter().position(|floor| *floor == name);
            let own = path[home.len()..].split(['/', '.']).next().unwrap_or_default();
            let own_floor = floor(own).unwrap_or_else(|| panic!("{path} stands on no floor"));
            // `src/commands/` is named by `crate::commands::`, the top of a crate by `crate::`.
            let start = home.split_once("src/").map_or("", |(_, inner)| inner).replace('/', "::");
            for name in used(code, &format!("crate::{start}")) {
                // What is no module is an item of lib.rs.
                let other = floor(&name).or(floor("lib"));
                assert!(other <= Some(own_floor), "{path} uses crate::{start}{name}, which stands on a higher floor");
            }
        }
    }
    assert_eq!(
        used("use crate::{a::{b, c}, Outcome, d}; crate::e::f()", "crate::").into_iter().collect::<Vec<_>>(),
        ["Outcome", "a", "d", "e"]
    );
}

/// Where a type says of itself that it may be printed.
const PRINTABLE: &[(&str, &str)] = &[
    ("crates/naskah-rules/src/lib.rs", "Checked"),
    ("src/buka/halaman.rs", "Tampilan"),
    ("src/commands/beda/mod.rs", "Redline"),
    ("src/commands/terbit/mod.rs", "Admitted"),
    ("src/office/remake.rs", "Remade"),
];

#[test]
fn few_types_may_be_printed() {
    let said = |(path, code): (String, String)| {
        let types: Vec<String> = code.split("impl Printable for ").skip(1).map(first_word).collect();
        types.into_iter().map(move |name| (path.clone(), name))
    };
    let mut found: Vec<(String, String)> = sources().into_iter().flat_map(said).collect();
    found.sort();
    let listed: Vec<_> = PRINTABLE.iter().map(|(path, name)| (path.to_string(), name.to_string())).collect();
    assert_eq!(found, listed, "a type that may be printed says in this list that it is meant to be");
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric()).collect()
}

#[test]
fn third_party_crates_have_one_home() {
    for (path, code) in sources() {
        for (name, homes) in HOMES {
            let at_home = homes.iter().any(|home| path.starts_with(home));
            assert!(at_home || !names_crate(&code, name), "{path} names {name}, whose home is {homes:?}");
        }
    }
    let manifest = text_of("Cargo.toml");
    let lines = manifest.lines().skip_while(|line| *line != "[workspace.dependencies]").skip(1);
    let names: Vec<&str> = lines
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" ="))
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with("naskah-") && *name != "proptest")
        .collect();
    let mut known: Vec<&str> = HOMES.iter().map(|(name, _)| *name).collect();
    let mut listed = names.clone();
    known.sort();
    listed.sort();
    assert_eq!(listed, known, "each dependency of Cargo.toml has its home in this file, and no other has");
    for name in names {
        assert!(sources().iter().any(|(_, code)| names_crate(code, name)), "nothing names the dependency {name}");
    }
}

#[test]
fn files_are_short() {
    for path in code_files().iter().chain(&test_files()) {
        let lines = text_of(path).lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines; split it by what it knows", path.display());
    }
    let main = text_of("src/main.rs").lines().count();
    assert!(main <= 40, "src/main.rs has {main} lines");
}

#[test]
fn every_module_says_what_it_is() {
    for path in code_files().iter().chain(&test_files()) {
        assert!(text_of(path).starts_with("//! "), "{} does not begin with //!", path.display());
    }
}

#[test]
fn nothing_in_the_program_gives_up() {
    let mut found = Vec::new();
    for (path, code) in sources() {
        for (at, line) in code.lines().enumerate() {
            let gives_up = [".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
            if gives_up.iter().any(|call| line.contains(call)) {
                found.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn codes_are_unique() {
    let unique = |values: Vec<&str>| values.iter().collect::<BTreeSet<_>>().len() == values.len();
    assert!(unique(Code::ALL.iter().map(|code| code.id).collect()));
    assert!(unique(Code::ALL.iter().map(|code| code.name).collect()));
    assert!(Code::ALL.is_sorted_by_key(|code| code.id));
    for code in Code::ALL {
        let digits = code.id.strip_prefix('N').unwrap_or_default();
        assert!(digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()), "{code}");
        assert!(code.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", code.name);
        assert!(!code.meaning.ends_with('.') && !code.meaning.is_empty(), "{code}");
    }
}

#[test]
fn every_code_is_used() {
    let manifest = text_of("crates/naskah-core/src/diag/code.rs");
    let constants = manifest.lines().filter_map(|line| line.trim().split_once(" \"N")).map(|(name, _)| name);
    let sources = sources();
    for name in constants.filter(|name| name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_' || b.is_ascii_digit()))
    {
        let path = format!("Code::{name}");
        let uses = |code: &str| {
            code.match_indices(&path)
                .any(|(at, _)| !code[at + path.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        };
        let literal = Code::ALL
            .iter()
            .find(|code| manifest.contains(&format!("{name} \"{}\"", code.id)))
            .map_or("", |code| code.id);
        let used = sources
            .iter()
            .any(|(file, code)| !file.ends_with("diag/code.rs") && (uses(code) || code.contains(literal)));
        assert!(used, "nothing reports Code::{name}");
    }
}

#[test]
fn comments_are_told_from_strings() {
    for (code, kept) in [
        ("a(\"https://b\"); // c\nd", "a(\"https://b\"); \nd"),
        ("a(r#\"//\"b\"#) // c", "a(r#\"//\"b\"#) "),
        ("a('\"', \"\\\"//\", '\\'', b) // \"c", "a('\"', \"\\\"//\", '\\'', b) "),
        ("for //! all\n/// b\nvar", "for \n\nvar"),
    ] {
        assert_eq!(uncommented(code), kept);
    }
}

/// The slip machine of the rules is a program of its own: it takes as long as all other tests of the crate.
const MEASURES: [&str; 1] = ["mesin"];

#[test]
fn one_test_binary_a_crate() {
    for manifest in files_below("crates", "Cargo.toml").iter().filter(|path| !is_test(path)) {
        let text = text_of(manifest);
        let measures = MEASURES.iter().filter(|name| text.contains(&format!("name = \"{name}\""))).count();
        let binaries = text.matches("[[test]]").count() - measures;
        assert_eq!(binaries, usize::from(text.contains("[dev-dependencies]")), "{manifest:?}");
        assert!(!text.contains("[[test]]") || text.contains("autotests = false"), "{manifest:?}");
    }
}

#[test]
fn what_is_packed_and_deployed_has_the_version() {
    let version = env!("CARGO_PKG_VERSION");
    for (path, said) in [
        ("contrib/periksa.yml", format!("naskah_{version}-1_amd64.deb")),
        ("contrib/kubernetes/job.yaml", format!("naskah:{version}")),
        ("fuzz/Cargo.lock", format!("name = \"naskah\"\nversion = \"{version}\"")),
    ] {
        assert!(text_of(path).contains(&said), "{path} lacks {said}");
    }
}
