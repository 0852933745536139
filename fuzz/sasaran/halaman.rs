//! A decree of any texts, up to its PDF: there is one, or an error.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use naskah::catalog::{Catalog, Root};
use naskah::diag::{Files, Sink};
use naskah::resolve::Edition;
use naskah::typeset::{self, Fonts};
use naskah::{Means, bind, check_and_typeset};

fuzz_target!(|texts: Vec<String>| {
    static CARRIED: OnceLock<(Catalog, Fonts)> = OnceLock::new();
    let (catalog, fonts) = CARRIED.get_or_init(|| {
        let catalog = Catalog::new(Root::embedded());
        let fonts = Fonts::load(&catalog);
        (catalog, fonts)
    });
    let quoted = |text: &String| format!("'{}'", text.replace('\'', "''"));
    let items: String = texts.iter().take(12).map(|text| format!("  - {}\n", quoted(text))).collect();
    let cells: Vec<String> = texts.iter().skip(12).take(12).map(quoted).collect();
    let text = format!(
        "jenis: umum\nkantor: kab-semarang\ntahun: 2099\ntentang: Uji\nmenimbang:\n  - bahwa perlu\nmengingat: [uu-7-2017]\n\
         diktum:\n  - Isi.\n{items}ditetapkan: {{tanggal: 2099-01-05}}\nlampiran:\n  - judul: Uji\n    tabel:\n      kolom: \
         [{{judul: A}}]\n      baris: [[satu]{}]\n",
        cells.iter().map(|cell| format!(", [{cell}]")).collect::<String>()
    );
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    let resolved = bind(file, &Edition::draft(), catalog, &mut files, &mut sink);
    let means = Means { catalog, fonts, files: &files };
    let pdf = resolved
        .and_then(|resolved| check_and_typeset(resolved, &means, &mut sink))
        .and_then(|made| made.pdf(&means, &mut sink));
    assert!(pdf.is_some() != sink.has_errors());
    typeset::forget(0);
});
