//! Every field of a decree that bears a text is checked, compared, rolled, exported and printed; the others say why not.

use std::collections::BTreeSet;

use naskah::Outcome;
use naskah::commands::beda::{Cara, Satuan, compare};
use naskah::commands::perbarui::{Entry, roll};
use naskah::commands::tabel::{self, Export, Job};
use naskah::run::{Options, Run};
use naskah_core::catalog::Root;
use naskah_core::decree::SHAPES;
use naskah_core::diag::{Files, MessageFormat, Sink, render_all};
use naskah_core::resolve::{Bentuk, Edition};

use crate::support::{assert_none, carried, lay_out, text_of};

/// The decrees with a place, `«shape.field»`, for a word in each of their texts.
const TEXTS: [&str; 2] = ["tests/isian/semua.yaml", "tests/isian/kepala.yaml"];

/// Fields that bear no text of their own: all of a shape, or one field, and why.
const NO_TEXT: [(&str, &[&str], &str); 32] = [
    (
        "keputusan",
        &["jenis", "kantor", "pejabat", "apa_adanya", "tanda_baca"],
        "ids of files and of the office; a choice",
    ),
    ("keputusan", &["belum_ditempatkan"], "keeps a decree from being printed until it is empty"),
    ("keputusan", &["tahun"], "a number, moved by the roll itself"),
    ("keputusan", &["halaman"], "settings of the pages, which are the office's; tests/bentuk/tata.rs"),
    (
        "keputusan",
        &["kepala", "ditetapkan", "salinan", "petikan", "lampiran", "abstrak"],
        "tables with fields of their own",
    ),
    ("berita acara", &[], "read into the fields of a decree"),
    ("surat perintah", &[], "read into the fields of a decree"),
    ("menimbang", &["penutup"], "a choice of two words"),
    ("dasar hukum yang disebut", &["id"], "id of a file"),
    ("butir", &["penomoran", "kata_hubung"], "choices"),
    ("butir", &["kutipan"], "tables with fields of their own"),
    ("kutipan diktum", &["diktum"], "the name of a decision of another decree"),
    ("ditetapkan", &["tanggal"], "a day, emptied by the roll"),
    ("ditetapkan", &["pendamping"], "a table with fields of its own"),
    ("salinan", &["oleh"], "id of an entry of the office"),
    (
        "petikan",
        &["lampiran", "kunci", "kolom", "diktum", "oleh"],
        "name parts of the decree and an id; the parts are the texts",
    ),
    ("pelengkap jdih", &["subjek", "abstrak"], "a file of its own, read as the fields of the decree"),
    ("lampiran", &["orientasi", "bingkai", "sampul", "daftar_isi", "kapital"], "choices"),
    ("lampiran", &["tabel", "gambar"], "tables with fields of their own"),
    ("blok naskah", &["tabel", "gambar"], "tables with fields of their own"),
    ("blok naskah", &["isian", "centang"], "texts, which are cells of a table; tests/bentuk/tata.rs"),
    ("blok naskah", &["nomor", "orientasi"], "a number; a choice"),
    ("gambar", &["berkas", "halaman", "lebar"], "a file, its pages and a length"),
    ("gambar", &["keterangan"], "stands under a file, which these decrees have not; tests/perintah/gambar.rs"),
    ("tabel", &["kolom"], "a table with fields of its own"),
    (
        "tabel",
        &["nomor_kolom", "ukuran", "penomoran", "ulang_gabungan", "nomor_lanjut", "tanpa_kepala"],
        "choices and a length",
    ),
    ("kolom", &["lebar", "rata", "isi", "putar", "dijumlah"], "choices and a length"),
    ("kolom", &["kunci", "tingkat"], "names of fields and levels of a kind"),
    ("baris", &["tingkat"], "a choice"),
    ("tabel dari lembar kerja", &[], "becomes `tabel`, `kolom` and `baris` before anything is read of it"),
    ("kolom dari lembar kerja", &[], "becomes `kolom` before anything is read of it"),
    ("susunan dari lembar kerja", &[], "becomes the fields of a kind before anything is read of it"),
];

/// Fields whose text is printed neither in the decree nor in its copies, and so not compared.
const UNPRINTED: [(&str, &str); 5] = [
    ("dasar hukum yang disebut.catatan", "the drafter's note"),
    ("keputusan.subjek", "for legal documentation"),
    ("abstrak.alasan", "for legal documentation"),
    ("abstrak.materi", "for legal documentation"),
    ("abstrak.catatan", "for legal documentation"),
];

/// Shapes whose texts stand in sheets.
const IN_SHEETS: [&str; 3] = ["tabel", "kolom", "baris"];

/// The note under a table stays with the table.
const NOT_IN_SHEETS: &str = "tabel.keterangan";

/// Whether a field's text stands on the pages of the decree or its copies.
fn is_printed(field: &str) -> bool {
    UNPRINTED.iter().all(|(name, _)| *name != field)
}

/// The fields that the texts have places for, each with its word.
fn words() -> Vec<(String, String)> {
    let texts = TEXTS.map(text_of).concat();
    let names = texts.split('«').skip(1).filter_map(|rest| rest.split('»').next());
    let syllables = ["BA", "CE", "DI", "FO", "GU", "HA", "JE", "KI"];
    let word = |at: usize| format!("Z{}{}WAK", syllables[at / 8], syllables[at % 8]);
    names.enumerate().map(|(at, name)| (name.to_owned(), word(at))).collect()
}

/// The decree that has a place for `field`: as it is, and with that word replaced.
fn pair(field: &str, other: impl Fn(&str) -> String) -> (String, String) {
    let place = format!("«{field}»");
    let text = TEXTS.map(text_of).into_iter().find(|text| text.contains(&place)).unwrap_or_default();
    let own = words().into_iter().find(|(name, _)| name == field).map(|(_, word)| word).unwrap_or_default();
    (filled(&text), filled(&text.replace(&place, &other(&own))))
}

/// A decree with every word in its place.
fn filled(text: &str) -> String {
    words().iter().fold(text.to_owned(), |text, (name, word)| text.replace(&format!("«{name}»"), word))
}

/// How many findings are about blanks, or quote `slip`.
fn told(text: &str, slip: &str) -> usize {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    naskah::read(file, &Edition::draft(), &carried().0, &mut files, &mut sink);
    sink.found().iter().filter(|finding| finding.code.id == "K505" || finding.message.contains(slip)).count()
}

/// What changed between two decrees, in words.
fn changes(old: &str, new: &str) -> Vec<String> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let mut bound = |name: &str, text: &str| {
        let file = files.add(name, text);
        naskah::bind(file, &Edition::draft(), &carried().0, &mut files, &mut sink).expect("a decree")
    };
    let compared = compare(&bound("lama.yaml", old), &bound("baru.yaml", new), Cara::Utuh);
    let text = |satuan: &Satuan| satuan.isi.iter().flat_map(|isian| &isian.potong).map(|part| part.plain()).collect();
    compared.laporan.changes().chain(compared.laporan.satuan.iter().filter(|satuan| satuan.ulangan)).map(text).collect()
}

/// What the roll to the next year says.
fn rolled(text: &str) -> Vec<Entry> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    match roll(file, 2026, &carried().0, &mut files, &mut sink) {
        Some(rolled) => rolled.report.entries,
        None => panic!("{}", render_all(&sink, &files, MessageFormat::Ringkas, false)),
    }
}

/// The sheet of the decree's table.
fn exported() -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("n.yaml"), filled(&text_of(TEXTS[0]))).expect("written");
    let job = Export { berkas: path("n.yaml"), lampiran: Some(1), keluaran: path("n.csv"), timpa: true };
    assert_eq!(tabel::run(&Job::Ekspor(job), Run::new("tabel", &Options::default())), Outcome::Made);
    std::fs::read_to_string(path("n.csv")).expect("a sheet")
}

/// The generated programs of originals and copies, in lower case.
fn printed() -> String {
    let copy = Edition { konsep: true, bentuk: Bentuk::Salinan, ..Edition::default() };
    let source = |text: &str, edition: Edition| {
        let made = lay_out("naskah.yaml", &filled(text), Root::embedded(), edition);
        made.pages();
        made.typeset.map(|typeset| typeset.source().main.to_lowercase()).unwrap_or_default()
    };
    TEXTS.map(text_of).iter().map(|text| source(text, Edition::draft()) + &source(text, copy.clone())).collect()
}

#[test]
fn every_field_has_a_word_or_a_reason() {
    let known: BTreeSet<String> = words().into_iter().map(|(name, _)| name).collect();
    assert_eq!(known.len(), words().len(), "a place twice");
    let excused = |shape: &str, field: &str| {
        NO_TEXT
            .iter()
            .filter(|(name, fields, _)| *name == shape && (fields.is_empty() || fields.contains(&field)))
            .count()
    };
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for shape in SHAPES {
        for field in shape.fields {
            let name = format!("{}.{}", shape.name, field.name);
            match excused(shape.name, field.name) + usize::from(known.contains(&name)) {
                1 => {}
                0 => wrong.push(format!("{name} has neither a word in tests/isian nor a reason why not")),
                _ => wrong.push(format!("{name} is told of twice")),
            }
            seen.insert(name);
        }
    }
    wrong.extend(known.difference(&seen).map(|name| format!("{name} is no field")));
    assert_none(&wrong);
}

#[test]
fn every_text_is_checked() {
    let mut wrong = Vec::new();
    for (field, word) in words() {
        let (right, slipped) = pair(&field, |word| format!("{word}  {word}"));
        let slip = format!("{word}  {word}");
        if told(&slipped, &slip) <= told(&right, &slip) {
            wrong.push(format!("two blanks in {field} are not found"));
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_printed_text_is_compared() {
    let mut wrong = Vec::new();
    for (field, _) in words() {
        let (old, new) = pair(&field, |_| "Xalain".into());
        let changed = changes(&old, &new);
        let told = changed.iter().any(|text| text.to_lowercase().contains("xalain"));
        if told != is_printed(&field) {
            wrong.push(format!("{field}: {changed:?}"));
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_year_is_rolled_or_kept_with_a_reason() {
    let mut wrong = Vec::new();
    for (field, word) in words() {
        let entries = rolled(&pair(&field, |word| format!("{word} 2025")).1);
        let year = format!("{word} 2025");
        if !entries.iter().any(|entry| entry.before.contains(&year) && !entry.why.is_empty()) {
            wrong.push(format!("{field} is not told of"));
        }
        if entries.iter().any(|entry| entry.why.contains("bukan teks")) {
            wrong.push(format!("{field} is taken for no text"));
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_cell_is_exported() {
    let sheet = exported().to_lowercase();
    let mut wrong = Vec::new();
    for (field, word) in words() {
        let of_table = IN_SHEETS.iter().any(|shape| field.split('.').next() == Some(shape));
        let cell = of_table && field != NOT_IN_SHEETS;
        if sheet.contains(&word.to_lowercase()) != cell {
            wrong.push(format!("{field}: {}", if cell { "not in the sheet" } else { "in the sheet" }));
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_text_is_printed() {
    let pages = printed();
    let mut wrong = Vec::new();
    for (field, word) in words() {
        if pages.contains(&word.to_lowercase()) != is_printed(&field) {
            wrong.push(format!("{field}: {}", if is_printed(&field) { "not printed" } else { "printed" }));
        }
    }
    assert_none(&wrong);
}
