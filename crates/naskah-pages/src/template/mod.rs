//! A checked decree to Typst source, and pages for the screen; the only home of minijinja.
//!
//! Templates say what and in which order, and hold no text of the decree: every value is written as a code
//! literal by [`literal`], so nothing that a user types is ever read as markup.

mod isian;
mod laman;
mod literal;
mod qr;

pub use isian::{Cetakan, Gagal, Larik, Nilai};
pub use laman::laman;
pub use literal::literal;
pub(crate) use literal::within_quotes;

use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use serde::Serialize;

use naskah_core::bundle::Bundel;
use naskah_core::catalog::{Catalog, Halaman, Root};
use naskah_core::decree::{Rupa, Teks};
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::resolve::{BarisCetak, Bentuk, LebarCetak, Resolved, SelCetak, TabelCetak};

/// The generated Typst program and what it needs beside the style files.
#[derive(Debug, Clone, PartialEq)]
pub struct TypstSource {
    /// The program.
    pub main: String,
    /// Files that it refers to, by their path from the root.
    pub assets: Vec<(String, Vec<u8>)>,
}

/// The skeleton of a paper and its edition, which a kind may replace by one of its own.
fn skeleton(rupa: Rupa, bentuk: Bentuk) -> &'static str {
    match (rupa, bentuk) {
        (Rupa::BeritaAcara, _) => "berita-acara.typ.j2",
        (Rupa::SuratPerintah, _) => "surat-perintah.typ.j2",
        (Rupa::Keputusan, Bentuk::Petikan) => "petikan.typ.j2",
        (Rupa::Keputusan, Bentuk::Asli | Bentuk::Salinan) => "naskah.typ.j2",
    }
}

/// Which rows of a long table the program has: the first ones and the last ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Potongan {
    /// The table.
    #[serde(skip)]
    pub id: usize,
    /// So many rows come first.
    pub awal: usize,
    /// The row that the last ones begin with.
    pub akhir: usize,
    /// So many pages stand between them; `None` where it is not known yet, and the first rows alone are set.
    pub halaman: Option<usize>,
}

/// Merges a decree into the skeleton, or into its kind's own template.
///
/// `penyambung` is the first word of every page but the first, once the pages are known; of the tables named in `jendela` the
/// program has some rows.
pub(crate) fn merge(
    resolved: &Resolved,
    bundel: &Bundel,
    penyambung: &[String],
    jendela: &[Potongan],
    catalog: &Catalog,
    sink: &mut Sink,
) -> Option<TypstSource> {
    let common = skeleton(resolved.keputusan().rupa, resolved.edition().bentuk);
    let own = format!("jenis/{}/{common}", resolved.keputusan().jenis.value);
    let name = if catalog.root.read(&format!("templates/{own}")).is_some() { own.as_str() } else { common };
    let jendela: BTreeMap<usize, &Potongan> = jendela.iter().map(|potongan| (potongan.id, potongan)).collect();
    let values =
        context! { naskah => Serde(resolved.naskah()), penyambung => Serde(penyambung), jendela => Serde(jendela) };
    let main = rendered(name, values, catalog, sink)?;
    let mut assets = vec![
        (format!("/{}", resolved.naskah().meta.sumber), bundel.siaran().as_bytes().to_vec()),
        (format!("/{}", resolved.naskah().meta.bahan), bundel.to_json()),
    ];
    let code = resolved.naskah().sidik.as_ref().and_then(|sidik| Some((sidik.gambar.to_owned(), sidik.qr.as_ref()?)));
    assets.extend(code.map(|(path, says)| (path, qr::svg(says))));
    assets.extend(resolved.lambang().iter().map(|file| (file.path.clone(), file.bytes.clone())));
    assets.extend(resolved.gambar().iter().map(|file| (file.path.clone(), file.bytes.clone())));
    Some(TypstSource { main, assets })
}

/// A table without its rows.
#[derive(Serialize)]
struct TanpaBaris<'a, T> {
    id: usize,
    ukuran: Option<f64>,
    lebar: &'a [LebarCetak],
    rata: &'a [&'static str],
    terpanjang: &'a [T],
    kepala: &'a [Vec<SelCetak>],
    nomor_kolom: &'a [String],
    ulang: bool,
}

/// A row whose cells are `T`.
#[derive(Serialize)]
#[serde(untagged)]
enum Baris<T> {
    Sel(Vec<T>),
    Kelompok { kelompok: Vec<T> },
    Jumlah { jumlah: Vec<T> },
}

/// A cell, and how wide the widest word of its text is, in sizes of its letters.
#[derive(Serialize)]
struct SelTerukur<'a> {
    #[serde(flatten)]
    sel: &'a SelCetak,
    #[serde(skip_serializing_if = "Option::is_none")]
    em: Option<f64>,
}

/// A row with the widths of its words.
fn terukur<'a>(row: &'a BarisCetak, lebar: &impl Fn(&Teks) -> Option<f64>) -> Baris<SelTerukur<'a>> {
    let one = |sel: &'a SelCetak| SelTerukur { sel, em: lebar(&sel.isi.teks) };
    let cells = row.cells().iter().map(one).collect();
    match row {
        BarisCetak::Sel(_) => Baris::Sel(cells),
        BarisCetak::Kelompok { .. } => Baris::Kelompok { kelompok: cells },
        BarisCetak::Jumlah { .. } => Baris::Jumlah { jumlah: cells },
    }
}

/// The program of some rows of a table, on pages of their own. The rows lie beside it as data, which the typesetter reads faster
/// than a program; `lebar` says how wide the widest word of a text is, which saves it from being measured.
pub(crate) fn window(
    halaman: &Halaman,
    lanskap: bool,
    tabel: &TabelCetak,
    baris: &[BarisCetak],
    lebar: impl Fn(&Teks) -> Option<f64>,
    catalog: &Catalog,
    sink: &mut Sink,
) -> Option<TypstSource> {
    let table = TanpaBaris {
        id: tabel.id,
        ukuran: tabel.ukuran,
        lebar: &tabel.lebar,
        rata: &tabel.rata,
        terpanjang: &tabel.terpanjang,
        kepala: &tabel.kepala,
        nomor_kolom: &tabel.nomor_kolom,
        ulang: tabel.ulang,
    };
    let values = context! { halaman => Serde(halaman), lanskap, tabel => Serde(&table) };
    let main = rendered("jendela.typ.j2", values, catalog, sink)?;
    let rows = baris.iter().map(|row| terukur(row, &lebar));
    let rows = serde_json::to_vec(&rows.collect::<Vec<_>>()).ok()?;
    Some(TypstSource { main, assets: vec![("/baris.json".to_owned(), rows)] })
}

/// Merges what a page says into a skeleton of its own, as `isi`.
pub fn page(name: &str, isi: &impl Serialize, catalog: &Catalog, sink: &mut Sink) -> Option<TypstSource> {
    let main = rendered(name, context! { isi => Serde(isi) }, catalog, sink)?;
    Some(TypstSource { main, assets: Vec::new() })
}

fn rendered(name: &str, values: minijinja::Value, catalog: &Catalog, sink: &mut Sink) -> Option<String> {
    let environment = environment(catalog);
    let merged = environment.get_template(name).and_then(|template| template.render(values));
    merged.map_err(|error| sink.push(explain(&error))).ok()
}

fn environment(catalog: &Catalog) -> Environment<'static> {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder()
        .block_delimiters("<%", "%>")
        .variable_delimiters("<<", ">>")
        .comment_delimiters("<#", "#>")
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build();
    if let Ok(syntax) = syntax {
        environment.set_syntax(syntax);
    }
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_debug(true);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("typst".into()));
    environment.set_formatter(|out, _, value| Ok(out.write_str(&literal(value))?));
    environment.set_loader(loader(catalog.root.clone()));
    environment
}

/// The templates of a root, by their path below `templates/`.
fn loader(root: Root) -> impl Fn(&str) -> Result<Option<String>, minijinja::Error> + Send + Sync + 'static {
    move |name| Ok(root.read(&format!("templates/{name}")).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
}

/// A template's own fault, with its file and line.
fn explain(error: &minijinja::Error) -> Diagnostic {
    let place = match (error.name(), error.line()) {
        (Some(name), Some(line)) => format!("templates/{name}:{line}: "),
        _ => String::new(),
    };
    let detail = error.detail().map(|d| format!(" ({d})")).unwrap_or_default();
    Diagnostic::galat(Code::TEMPLAT, None, format!("{place}templat gagal: {}{detail}", error.kind()))
        .hint("perbaiki templat itu, atau hapus dari folder akar supaya templat bawaan yang dipakai")
}
