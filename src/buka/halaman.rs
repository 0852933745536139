//! The pages of a draft as they will be printed, and what is found in it: what `susun --konsep` and `periksa --halaman` do,
//! in a process that stays warm.

use std::sync::OnceLock;

use serde_json::{Value, json};

use super::bekal::Bekal;
use super::letak::{self, Letak};
use super::{temuan, ubahan};
use crate::commands::periksa::{against_register, is_issued};
use crate::rangka::open_places;
use crate::run::findings_in_json;
use naskah_core::catalog::{Catalog, KANTOR, Kantor};
use naskah_core::diag::{Code, Diagnostic, FileId, Files, LAPORKAN, Sink, Span};
use naskah_core::language::numerals::nama_diktum;
use naskah_core::resolve::{Edition, Printable, Resolved};
use naskah_core::yaml::{self, Node};
use naskah_formats::sunting;
use naskah_pages::typeset;
use naskah_pages::{Means, Typeset};

/// What compilations so many calls ago remembered is forgotten.
const INGAT: usize = 12;

/// A draft that is only looked at: every page says KONSEP, and no file is made of it.
pub struct Tampilan(Resolved);

impl Printable for Tampilan {
    fn resolved(&self) -> &Resolved {
        &self.0
    }
}

/// What came of a text.
pub struct Hasil {
    /// The revision of the text.
    pub rev: u64,
    teks: String,
    file: Option<FileId>,
    typeset: Option<Typeset<Tampilan>>,
    lembar: Vec<Lembar>,
    /// Whether the pages are those of an earlier text.
    tertinggal: bool,
    temuan: Value,
    cetak: Value,
    letak: OnceLock<Vec<Letak>>,
}

/// A page.
#[derive(Clone)]
struct Lembar {
    sidik: u128,
    ukuran: (f64, f64),
}

impl Hasil {
    /// What a page is told of it.
    pub fn told(&self) -> Value {
        let pages = self.lembar.iter().map(
            |page| json!({"sidik": format!("{:032x}", page.sidik), "lebar": page.ukuran.0, "tinggi": page.ukuran.1}),
        );
        json!({
            "rev": self.rev,
            "halaman": pages.collect::<Vec<_>>(),
            "tertinggal": self.tertinggal,
            "temuan": self.temuan,
            "cetak": self.cetak,
        })
    }

    /// What is told of a text at which the program itself failed.
    pub fn broken(rev: u64, before: Option<&Hasil>) -> Self {
        let mut sink = Sink::default();
        let message = "halaman tidak dapat disusun karena kesalahan program";
        sink.push(Diagnostic::galat(Code::INTERNAL, None, message).hint(LAPORKAN));
        let files = Files::default();
        Self {
            rev,
            teks: String::new(),
            file: None,
            typeset: None,
            lembar: before.map(|before| before.lembar.clone()).unwrap_or_default(),
            tertinggal: true,
            temuan: json!(temuan::of_lines(&findings_in_json(&sink, &files))),
            cetak: Value::Null,
            letak: OnceLock::new(),
        }
    }

    /// A page as SVG.
    pub fn gambar(&self, sidik: u128) -> Option<Vec<u8>> {
        let at = self.lembar.iter().position(|page| page.sidik == sidik)?;
        Some(self.typeset.as_ref()?.pages().svg(at))
    }

    /// Where each text of the decree stands on the pages.
    pub fn letak(&self) -> &[Letak] {
        self.letak.get_or_init(|| match (&self.typeset, self.file, sunting::read(&self.teks)) {
            (Some(typeset), Some(file), Some(tree)) => {
                letak::of(typeset.pages(), typeset.resolved().naskah(), file, |at| sunting::place(&tree, at))
            }
            _ => Vec::new(),
        })
    }
}

/// Lays a text out and checks it; where it gives no pages those of before stay.
pub fn lay(bekal: &Bekal, name: &str, (text, rev): (String, u64), before: Option<&Hasil>) -> Hasil {
    typeset::forget(INGAT);
    if name.starts_with(&format!("{KANTOR}/")) {
        return office(name, (text, rev));
    }
    let catalog = bekal.catalog();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(name, text.as_str());
    let resolved = crate::bind(file, &Edition::draft(), &catalog, &mut files, &mut sink);
    let tree = sunting::read(&text);
    let mut cetak = Value::Null;
    let mut laid = None;
    if let Some(resolved) = resolved {
        cetak = printed(&resolved, &files, file, tree.as_ref());
        let (rules, pages) = side_by_side(&resolved, &catalog, bekal, &files);
        sink.extend(rules);
        let (pages, found) = pages;
        sink.extend(found);
        if is_issued(&resolved, &catalog, &mut files, &mut sink) == Ok(false) {
            against_register(&resolved, &catalog, &mut files, &mut sink);
        }
        laid = pages.and_then(|pages| pages.release(Tampilan(resolved), &mut sink));
    }
    let temuan = temuan::all(&sink, &files, (file, name), tree.as_ref());
    let lembar = match (&laid, before) {
        (Some(typeset), _) => {
            let pages = typeset.pages();
            (0..pages.count()).map(|at| Lembar { sidik: pages.sidik(at), ukuran: pages.size(at) }).collect()
        }
        (None, Some(before)) => before.lembar.clone(),
        (None, None) => Vec::new(),
    };
    let tertinggal = laid.is_none();
    Hasil {
        rev,
        teks: text,
        file: Some(file),
        typeset: laid,
        lembar,
        tertinggal,
        temuan,
        cetak,
        letak: OnceLock::new(),
    }
}

/// What is found in an office's file, which has no pages.
fn office(name: &str, (text, rev): (String, u64)) -> Hasil {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(name, text.as_str());
    let tree = yaml::parse(&files, file, &mut sink);
    tree.iter().for_each(|tree| drop(Kantor::read(tree, &mut sink)));
    let temuan = temuan::all(&sink, &files, (file, name), tree.as_ref());
    Hasil {
        rev,
        teks: text,
        file: None,
        typeset: None,
        lembar: Vec::new(),
        tertinggal: false,
        temuan,
        cetak: Value::Null,
        letak: OnceLock::new(),
    }
}

/// Rules and typesetter beside each other.
fn side_by_side(
    resolved: &Resolved,
    catalog: &Catalog,
    bekal: &Bekal,
    files: &Files,
) -> (Sink, (Option<naskah_pages::Laid>, Sink)) {
    std::thread::scope(|scope| {
        let rules = scope.spawn(|| {
            let mut sink = Sink::default();
            naskah_rules::run(resolved, catalog, files, &mut sink);
            sink
        });
        let mut found = Sink::default();
        let laid = naskah_pages::lay(resolved, &Means { catalog, fonts: bekal.fonts(), files }, &mut found);
        (rules.join().unwrap_or_default(), (laid, found))
    })
}

/// What the form shows beside what was typed: names of decisions, citations, places that are still to be filled in.
fn printed(resolved: &Resolved, files: &Files, file: FileId, tree: Option<&Node>) -> Value {
    let naskah = resolved.naskah();
    let parts = naskah.bagian.iter().map(|part| {
        let texts: Vec<String> = part.butir.iter().map(|item| item.teks.as_plain()).collect();
        (part.label.to_lowercase(), json!(texts))
    });
    // A decision that is printed without its name still has one in the form.
    let name = |(at, label): (usize, &String)| if label.is_empty() { nama_diktum(at + 1) } else { Some(label.clone()) };
    let labels = naskah.diktum.iter().map(|diktum| &diktum.label);
    let names: Vec<String> = labels.enumerate().filter_map(name).collect();
    let place = |span: Span| tree.map(|tree| ubahan::path(&sunting::place(tree, span.start)));
    let open = open_places(resolved, files).into_iter().filter(|place| place.span.file == file);
    let open: Vec<Value> = open.map(|open| json!({"teks": open.tulisan, "jalan": place(open.span)})).collect();
    json!({
        "bagian": parts.collect::<serde_json::Map<_, _>>(),
        "diktum": names,
        "lubang": open,
        "kantor": resolved.kantor().nama_penuh(),
        "menetapkan": naskah.menetapkan.as_plain(),
    })
}
