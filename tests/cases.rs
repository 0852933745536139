//! Cases that need pages, and what holds of the cases of all crates.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use naskah_core::catalog::{Catalog, Root};
use naskah_core::diag::{Code, FileId, Files, Sink};
use naskah_core::resolve::Edition;
use naskah_pages::{Means, typeset};
use naskah_testing::cases::{Case, annotated_code, cases_below, hold, in_parallel};

use crate::support::{assert_none, carried, files_below, text_of};

/// Codes that no case can cause, and where they are tested instead.
const ELSEWHERE: [(&str, &str); 25] = [
    ("N830", "what a Word file lacks is told when one is made; `perintah` makes some"),
    ("N831", "Word files come back to `tinjau`, which `perintah` runs"),
    ("N832", "Word files come back to `tinjau`, which `perintah` runs"),
    ("N833", "Word files come back to `tinjau`, which `perintah` runs"),
    ("N834", "Word files come back to `tinjau`, which `perintah` runs"),
    ("N102", "a file beyond the limit of 32 MB is made by `perintah`"),
    ("N804", "only workbooks hide rows; `tabel` writes some"),
    ("N810", "files that become decrees are read by `serap`; `perintah` runs it"),
    ("N809", "`tabel ekspor` leaves out what comes from a workbook; `perintah` runs it"),
    ("N807", "keys of rows are read by `tabel impor`, which `tabel` runs"),
    ("N110", "bytes that are no UTF-8 never become a text; they are given to the program by `perintah`"),
    ("N410", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N411", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N412", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N413", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N414", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N415", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N416", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N417", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N418", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N419", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N420", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N421", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N422", "what the proofreader of the pages finds is looked for by `bukti`"),
    ("N423", "copies are compared with their originals by commands, which `perintah` runs"),
];

/// The folders of the project that hold cases: its own and those of its crates.
fn homes() -> BTreeSet<PathBuf> {
    let below = |folder: &str| files_below(folder, ".yaml");
    let all = below("tests/cases").into_iter().chain(below("crates"));
    all.filter_map(|path| {
        let at = path.to_string_lossy().find("tests/cases/")?;
        Some(PathBuf::from(&path.to_string_lossy()[..at]))
    })
    .collect()
}

/// Takes a decree up to the PDF; whether it became one.
fn becomes_a_pdf(files: &mut Files, file: FileId, edition: &Edition, catalog: &Catalog, sink: &mut Sink) -> bool {
    let own;
    let fonts = match catalog.root == Root::embedded() {
        true => &carried().1,
        false => {
            own = typeset::Fonts::load(catalog);
            &own
        }
    };
    let resolved = naskah::bind(file, edition, catalog, files, sink);
    let means = Means { catalog, fonts, files };
    let pdf = resolved
        .and_then(|resolved| naskah::check_and_typeset(resolved, &means, sink))
        .and_then(|made| made.pdf(&means, sink));
    typeset::forget(0);
    pdf.is_some()
}

#[test]
fn pages() {
    hold(env!("CARGO_MANIFEST_DIR"), becomes_a_pdf);
}

/// The later stages find nothing in what the earlier ones let pass, and set it.
#[test]
fn what_passes_the_earlier_stages_becomes_a_pdf() {
    let own = ["crates/naskah-core", "crates/naskah-formats"].map(PathBuf::from);
    let cases: Vec<(&PathBuf, PathBuf)> =
        own.iter().flat_map(|own| cases_below(own).into_iter().map(move |path| (own, path))).collect();
    assert!(cases.len() > 100, "{} cases", cases.len());
    assert_none(&in_parallel(&cases, |(_, path)| {
        let expected = text_of(path).lines().filter(|line| annotated_code(line).is_some()).count();
        let ran = Case::read(path).run(Path::new(""), becomes_a_pdf);
        let same = ran.sink.found().len() == expected && ran.sink.has_errors() != ran.passed;
        let found = naskah_core::diag::render_all(&ran.sink, &ran.files, Default::default(), false);
        (!same)
            .then(|| format!("{}: {expected} findings are expected, here are\n{found}", path.display()))
            .into_iter()
            .collect()
    }));
}

#[test]
fn every_code_is_covered() {
    let mut seen = BTreeSet::new();
    for path in homes().iter().flat_map(|home| cases_below(home)) {
        let text = text_of(path);
        seen.extend(text.lines().filter_map(annotated_code).map(str::to_owned));
    }
    // What concerns the register needs one: the program is run over it.
    let commands: String = files_below("tests/perintah", ".rs").iter().map(text_of).collect();
    for code in Code::ALL.iter().filter(|code| code.id.starts_with("N6")) {
        assert!(commands.contains(code.id), "no test below tests/perintah names {code} ({})", code.name);
    }
    for code in Code::ALL.iter().filter(|code| !["N0", "N6"].iter().any(|start| code.id.starts_with(start))) {
        let reason = ELSEWHERE.iter().find(|(id, _)| *id == code.id);
        match (seen.contains(code.id), reason) {
            (true, Some(_)) => panic!("{code} is listed as tested elsewhere, yet a case covers it"),
            (false, None) => panic!("no case covers {code} ({})", code.name),
            _ => {}
        }
    }
}

#[test]
fn every_file_is_a_case() {
    for home in homes() {
        assert!(text_of(home.join("tests/main.rs")).contains("cases"), "nothing runs the cases of {}", home.display());
        let cases: BTreeSet<PathBuf> = cases_below(&home).into_iter().collect();
        for path in files_below(&home.join("tests/cases").to_string_lossy(), ".yaml") {
            let overlay = path.components().any(|part| part.as_os_str() == "data" || part.as_os_str() == "templates");
            assert!(cases.contains(&path) || overlay, "{} is no case", path.display());
        }
    }
}
