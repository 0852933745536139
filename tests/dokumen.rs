//! Documents that are derived from the code stay fresh: the field reference and the list of message codes.

use std::collections::BTreeSet;
use std::fmt::Write;

use naskah_core::diag::Code;
use naskah_core::yaml::Shape;

use crate::support::{files_below, project, text_of, update};

/// Rewrites what stands between the two marks of `name`, or tells that it is not fresh.
fn hold_fresh(path: &str, name: &str, fresh: &str) {
    let file = project().join(path);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
    let (start, end) = (format!("<!-- awal: {name} -->\n"), format!("<!-- akhir: {name} -->"));
    let (Some(from), Some(to)) = (text.find(&start).map(|at| at + start.len()), text.find(&end)) else {
        panic!("{path} has no marks `{}` and `{end}`", start.trim());
    };
    if text[from..to] == *fresh {
        return;
    }
    assert!(update(), "{path}: the part `{name}` is not fresh; UPDATE=1 cargo test --release rewrites it");
    let rewritten = format!("{}{fresh}{}", &text[..from], &text[to..]);
    std::fs::write(&file, rewritten).unwrap_or_else(|error| panic!("{path}: {error}"));
}

/// One heading a table, one row a field.
fn fields(shapes: &[&Shape]) -> String {
    let cell = |text: &str| text.replace('|', "\\|");
    let mut out = String::new();
    for shape in shapes {
        let _ =
            writeln!(out, "\n### {}\n\n| isian | bentuk | wajib | contoh | arti |\n|---|---|---|---|---|", shape.name);
        for field in shape.fields {
            let required = if field.required { "ya" } else { "" };
            let (kind, meaning) = (cell(field.kind), cell(field.meaning));
            let _ = writeln!(out, "| `{}` | {kind} | {required} | `{}` | {meaning} |", field.name, cell(field.example));
        }
    }
    out + "\n"
}

#[test]
fn field_reference() {
    hold_fresh("data/README.md", "keputusan", &fields(naskah_core::decree::SHAPES));
    hold_fresh("data/README.md", "data", &fields(naskah_core::catalog::SHAPES));
}

#[test]
fn message_codes() {
    let mut table = "\n| kode | nama | arti |\n|---|---|---|\n".to_owned();
    for code in Code::ALL {
        let _ = writeln!(table, "| {} | `{}` | {} |", code.id, code.name, code.meaning);
    }
    hold_fresh("docs/panduan/kode-pesan.md", "kode", &(table + "\n"));
}

#[test]
fn limits() {
    use naskah::commands::verifikasi::anggaran;
    use naskah_core::resolve::{lambang, lukisan, rumit};
    use naskah_formats::pdf::{self, gambar, lembaran};
    use naskah_formats::{pictures, sheets};
    let mb = |bytes: usize| format!("{} MB", bytes / 1024 / 1024);
    let points = format!("{} juta titik", rumit::MAX_POINTS / 1_000_000);
    let rows = [
        ("naskah YAML dan data", "ukuran berkas", mb(naskah_core::yaml::MAX_BYTES)),
        ("naskah YAML dan data", "nilai di dalam nilai", format!("{} tingkat", naskah_core::yaml::MAX_DEPTH)),
        ("bahan di dalam PDF dan register", "ukuran", mb(naskah_core::bundle::MAX_BYTES)),
        ("lambang", "ukuran berkas PNG atau JPG; SVG", format!("{}; {}", mb(lambang::MAX_PNG), mb(lambang::MAX_SVG))),
        ("gambar lampiran", "ukuran berkas", mb(pictures::MAX_BYTES)),
        ("gambar lampiran", "semua gambar satu naskah bersama-sama", mb(pictures::MAX_TOTAL)),
        ("gambar lampiran dari PDF", "ukuran berkas; halaman yang dicetak", {
            format!("{}; {}", mb(lembaran::MAX_BYTES), lembaran::MAX_PAGES)
        }),
        ("lambang dan gambar lampiran", "lebar kali tinggi PNG atau JPG", points),
        (
            "lambang dan gambar lampiran",
            "SVG",
            format!(
                "tanpa `<filter>`, `<pattern>`, dan gambar dari luar; `<use>` paling banyak {} kali, {} bagian dengan yang \
                 diulang, {} tingkat; tidak terkempa (SVGZ)",
                rumit::MAX_USES,
                lukisan::MAX_PARTS,
                lukisan::MAX_NESTED
            ),
        ),
        ("buku kerja", "ukuran berkas", mb(sheets::MAX_BYTES)),
        ("buku kerja", "isi setelah dibuka", format!("{} MB", sheets::MAX_UNPACKED / 1024 / 1024)),
        ("lembar kerja", "baris; kolom", format!("{}; {}", sheets::MAX_ROWS, sheets::MAX_COLUMNS)),
        ("PDF yang diperiksa atau diambil sumbernya", "ukuran berkas", mb(pdf::MAX_BYTES)),
        ("PDF yang diperiksa atau diambil sumbernya", "isi setelah dibuka", mb(pdf::MAX_UNPACKED)),
        (
            "PDF yang diperiksa atau diambil sumbernya",
            "obyek yang disebut tabelnya",
            format!("{} juta", pdf::MAX_OBJECTS / 1_000_000),
        ),
        (
            "PDF yang diperiksa atau diambil sumbernya",
            "berkas yang tersisip; isinya bersama-sama",
            format!("{}; {}", pdf::MAX_FILES, mb(pdf::MAX_CARRIED)),
        ),
        ("PDF yang diperiksa", "waktu", format!("{} detik", anggaran::TIME.as_secs())),
        ("PDF yang diperiksa", "memori", format!("{} GB", anggaran::MEMORY / 1024 / 1024)),
        ("PDF yang diperiksa", "halaman yang gambarnya dibandingkan", gambar::MAX_PAGES.to_string()),
        ("PDF yang diperiksa", "sisi halaman yang gambarnya dibandingkan", format!("{:.0} pt", gambar::MAX_SIDE)),
    ];
    let row = |(what, of, limit): &(&str, &str, String)| format!("| {what} | {of} | {limit} |\n");
    let rows: String = rows.iter().map(row).collect();
    hold_fresh(
        "docs/panduan/batas.md",
        "batas",
        &format!("\n| berkas | yang dibatasi | batas |\n|---|---|---|\n{rows}\n"),
    );
}

#[test]
fn commands() {
    let row = |(name, about): &(String, String)| format!("| `naskah {name}` | {about} |\n");
    let rows: String = naskah::cli::summaries().iter().map(row).collect();
    hold_fresh("docs/panduan/README.md", "perintah", &format!("\n| perintah | kegunaan |\n|---|---|\n{rows}\n"));
}

#[test]
fn drafting_rules() {
    let table = naskah::commands::aturan::table(naskah::commands::aturan::Format::Markdown).expect("a table");
    hold_fresh("docs/panduan/aturan.md", "aturan", &format!("\n{table}\n"));
}

/// Every code that a text names, such as `K101`.
fn codes_in(text: &str) -> BTreeSet<String> {
    let word = |word: &str| {
        let digits = word.strip_prefix('K').unwrap_or_default();
        digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|candidate| word(candidate)).map(str::to_owned).collect()
}

#[test]
fn the_ledger_knows_every_rule() {
    let named = codes_in(&text_of("docs/kepatuhan.md"));
    let rules: BTreeSet<String> = naskah_rules::RULES.iter().map(|rule| rule.code.id.to_owned()).collect();
    let (missing, strange): (Vec<_>, Vec<_>) = (rules.difference(&named).collect(), named.difference(&rules).collect());
    assert!(missing.is_empty(), "docs/kepatuhan.md does not name {missing:?}");
    assert!(strange.is_empty(), "docs/kepatuhan.md names {strange:?}, which are no rules");
}

#[test]
fn the_guide_names_rules_that_exist() {
    for path in files_below("docs/panduan", ".md").iter().chain(&files_below("data/kata", ".md")) {
        for code in codes_in(&text_of(path)) {
            assert!(naskah_rules::rule(&code).is_some(), "{} names {code}, which is no rule", path.display());
        }
    }
}

#[test]
fn every_example_of_a_field_is_yaml() {
    for shape in naskah_core::decree::SHAPES.iter().chain(naskah_core::catalog::SHAPES) {
        for field in shape.fields {
            let (mut files, mut sink) = (naskah_core::diag::Files::default(), naskah_core::diag::Sink::default());
            let file = files.add("contoh", format!("{}: {}\n", field.name, field.example));
            let read = naskah_core::yaml::parse(&files, file, &mut sink).is_some();
            assert!(read, "{} / {}: the example `{}` is no YAML", shape.name, field.name, field.example);
        }
    }
}

#[test]
fn one_thing_has_one_name() {
    let table = text_of("docs/panduan/istilah.md");
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(2);
    let others =
        rows.filter_map(|line| line.split(" | ").nth(2)).map(|cell| cell.trim_end_matches([' ', '|']).to_owned());
    let words: Vec<String> = others.flat_map(|cell| cell.split(", ").map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(words.len() >= 11, "{words:?}");
    let guide = files_below("docs/panduan", ".md").into_iter().filter(|path| !path.ends_with("istilah.md"));
    let help =
        files_below("tests/snapshot", ".txt").into_iter().filter(|path| path.to_string_lossy().contains("bantuan"));
    let skeletons = files_below("templates", ".yaml");
    for path in guide.chain(help).chain(skeletons) {
        let text = text_of(&path).to_lowercase();
        let plain: String = text.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { ' ' }).collect();
        let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
        for word in &words {
            assert!(
                !plain.contains(&format!(" {word} ")),
                "{} says `{word}`; docs/panduan/istilah.md has its name",
                path.display()
            );
        }
    }
}
