//! Tables and plans of lampirans as a grid: what `tabel ekspor` shows, and what `tabel impor` writes.

use std::path::PathBuf;

use hyper::StatusCode;
use serde_json::{Value, json};

use super::jawab::{Jawab, Tolak};
use super::meja::Meja;
use super::naskah::Terbuka;
use super::temuan;
use super::titipan::Titipan;
use crate::Outcome;
use crate::commands::tabel;
use naskah_core::catalog::Catalog;
use naskah_core::decree::{IsiKolom, Susunan};
use naskah_core::diag::{Files, Sink};
use naskah_core::resolve;
use naskah_core::yaml::{Node, forbidden};
use naskah_formats::sunting::{self, Jalan};
use naskah_formats::tables::edits;
use naskah_formats::tables::incoming::{Masuk, same};
use naskah_formats::tables::view::{self, Found, View};

/// A table was not there, or could not be shown.
fn tiada() -> Tolak {
    Tolak::usang("tabel itu tidak ada, atau belum dapat dibaca; lihat temuannya")
}

/// The tree of a text and the nested form of its kind.
fn opened(text: &str, catalog: &Catalog) -> Option<(Node, Option<Susunan>)> {
    let tree = sunting::read(text)?;
    let kind = resolve::kind(&tree, catalog, &mut Files::default(), &mut Sink::default());
    Some((tree, kind.and_then(|kind| kind.susunan)))
}

/// Does something with a table of a text.
fn with_view<T>(text: &str, catalog: &Catalog, mark: &str, work: impl FnOnce(&View<'_>) -> T) -> Option<T> {
    let (tree, susunan) = opened(text, catalog)?;
    let found = view::find(&tree, susunan.as_ref(), &mut Sink::default());
    let views = found.iter().filter_map(|found| View::of(found, susunan.as_ref()));
    let mut views = views.filter(|view| view.tanda == mark);
    views.next().map(|view| work(&view))
}

/// A table of a decree; without a mark which there are.
pub fn tampil(meja: &Meja, naskah: &Terbuka, mark: &str) -> Result<Jawab, Tolak> {
    let (text, rev) = naskah.teks();
    let catalog = meja.bekal.catalog();
    if mark.is_empty() {
        let (tree, susunan) = opened(&text, &catalog).ok_or_else(tiada)?;
        let found = view::find(&tree, susunan.as_ref(), &mut Sink::default());
        let one = |found: &Found<'_>| {
            let view = View::of(found, susunan.as_ref())?;
            Some(
                json!({"tanda": view.tanda, "nama": view.nama, "lampiran": found.lampiran() - 1, "baris": view.baris.len()}),
            )
        };
        return Ok(Jawab::json(&json!({"tabel": found.iter().filter_map(one).collect::<Vec<_>>()})));
    }
    let shown = with_view(&text, &catalog, mark, |view| {
        let columns = view.kolom.iter().map(|column| {
            let kind = match column.isi {
                IsiKolom::Nomor | IsiKolom::Jumlah => "nomor",
                IsiKolom::Bilangan => "bilangan",
                IsiKolom::Bagan => "bagan",
                IsiKolom::Centang => "centang",
                IsiKolom::Teks => "teks",
            };
            json!({"judul": column.judul, "isi": kind, "tingkat": column.bidang.as_ref().map(|(_, level)| *level)})
        });
        let rows = view.baris.iter().map(|row| json!({"jenis": row.jenis, "tingkat": row.tingkat, "teks": row.teks}));
        json!({
            "rev": rev,
            "tanda": view.tanda,
            "nama": view.nama,
            "tingkat": view.tingkat,
            "kolom": columns.collect::<Vec<_>>(),
            "baris": rows.collect::<Vec<_>>(),
        })
    });
    shown.map(|value| Jawab::json(&value)).ok_or_else(tiada)
}

/// The tables of a lampiran, from 0, as a workbook.
pub fn lembar(meja: &Meja, naskah: &Terbuka, lampiran: usize) -> Result<Jawab, Tolak> {
    let job = tabel::Export {
        berkas: naskah.path().to_owned(),
        lampiran: Some(lampiran + 1),
        keluaran: PathBuf::from("-"),
        timpa: false,
    };
    let (outcome, heard) = meja.bekal.run("tabel", |run| tabel::run(&tabel::Job::Ekspor(job), run));
    if outcome != Outcome::Made {
        return Err(tiada());
    }
    let stem = naskah.path().file_stem().unwrap_or_default().to_string_lossy().replace(['"', '\\'], "");
    let shown = format!("attachment; filename=\"{stem}-lampiran-{}.xlsx\"", lampiran + 1);
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(Jawab::new(StatusCode::OK, kind, heard.product).with("content-disposition", shown))
}

/// Writes an edited workbook back into the tables of a lampiran, from 0.
pub fn kembali(meja: &Meja, naskah: &Terbuka, lampiran: usize, (name, bytes): (&str, &[u8])) -> Result<Value, Tolak> {
    let file = Titipan::new(name, bytes)?;
    let job = tabel::Import {
        buku: file.path().to_owned(),
        ke: naskah.path().to_owned(),
        keluaran: None,
        lampiran: Some(lampiran + 1),
        timpa: false,
    };
    let (outcome, heard) = meja.bekal.run("tabel", |run| tabel::run(&tabel::Job::Impor(job), run));
    let mut told = file.named(&temuan::told(outcome, &heard));
    told["naskah"] = naskah.keadaan();
    Ok(told)
}

/// The place of a row of a table.
pub fn jalan(text: &str, catalog: &Catalog, mark: &str, row: usize) -> Option<Jalan> {
    let (tree, susunan) = opened(text, catalog)?;
    let found = view::find(&tree, susunan.as_ref(), &mut Sink::default());
    let view = found.iter().filter_map(|found| View::of(found, susunan.as_ref())).find(|view| view.tanda == mark)?;
    Some(sunting::place(&tree, view.baris.get(row)?.node.span.start))
}

/// Writes the rows of a table: numbers are rows as they were, objects such as changed or are new.
pub fn simpan(meja: &Meja, naskah: &Terbuka, asked: &Value) -> Result<Value, Tolak> {
    let mark = asked["tanda"].as_str().unwrap_or_default();
    let rows = asked["baris"].as_array().ok_or_else(|| Tolak::salah("baris tabelnya tidak ada"))?;
    let catalog = meja.bekal.catalog();
    let rev = asked["rev"].as_u64().unwrap_or_default();
    naskah.ubah((rev, &format!("kisi {mark}")), |_| false, |text| written(text, &catalog, mark, rows))
}

fn written(text: &str, catalog: &Catalog, mark: &str, rows: &[Value]) -> Result<String, Tolak> {
    let windows = text.contains("\r\n");
    let plain = text.replace("\r\n", "\n");
    let made = with_view(&plain, catalog, mark, |view| {
        let masuk: Vec<Masuk> = rows.iter().map(|row| incoming(row, view)).collect::<Option<_>>()?;
        let changes = edits::changes(&plain, view, &masuk).map(|(changes, _)| changes).map_err(|row| row + 1);
        Some((masuk, changes))
    });
    let (masuk, changes) = made.ok_or_else(tiada)?.ok_or_else(|| Tolak::salah("baris tabel itu tidak dikenal"))?;
    let changes = changes.map_err(|row| {
        Tolak::salah(format!("baris {row} tidak pada tempatnya: setiap tingkat di atas memuat tingkat di bawahnya"))
    })?;
    let after = edits::apply(&plain, 0..plain.len(), &changes);
    let kept = with_view(&after, catalog, mark, |view| says(view, &masuk)).unwrap_or(false);
    match kept || (after == plain) {
        true if windows => Ok(after.replace('\n', "\r\n")),
        true => Ok(after),
        false => {
            let why = with_view(&plain, catalog, mark, |view| unprintable(view, &masuk)).flatten();
            Err(Tolak::usang(why.unwrap_or_else(|| {
                "isi tabel itu tidak dapat ditulis dengan utuh; ubah lebih sedikit sekaligus".to_owned()
            })))
        }
    }
}

/// The first cell with a character that no page can show.
fn unprintable(view: &View<'_>, rows: &[Masuk]) -> Option<String> {
    let mut cells =
        rows.iter().enumerate().flat_map(|(row, one)| one.teks.iter().map(move |text| (row, text)).zip(&view.kolom));
    cells.find_map(|((row, text), column)| {
        let mark = text.chars().find(|c| forbidden(*c))?;
        let (row, name) = (row + 1, &column.judul);
        Some(format!(
            "baris {row} kolom \"{name}\" memuat aksara tak terlihat U+{:04X}; hapus aksara itu, lalu ulangi",
            mark as u32
        ))
    })
}

/// A row as a page sends it.
fn incoming(row: &Value, view: &View<'_>) -> Option<Masuk> {
    if let Some(at) = row.as_u64() {
        let old = view.baris.get(at as usize)?;
        let (jenis, teks) = (old.jenis.clone(), old.teks.clone());
        return Some(Masuk { lama: Some(at as usize), tingkat: old.tingkat, jenis, teks });
    }
    let lama = row["lama"].as_u64().map(|at| at as usize);
    lama.is_none_or(|at| at < view.baris.len()).then_some(())?;
    let teks: Vec<String> =
        row["teks"].as_array()?.iter().map(|cell| cell.as_str().map(str::to_owned)).collect::<Option<_>>()?;
    (teks.len() == view.kolom.len()).then_some(())?;
    let tingkat = row["tingkat"].as_u64().unwrap_or_default() as usize;
    Some(Masuk { lama, tingkat, jenis: row["jenis"].as_str().unwrap_or_default().to_owned(), teks })
}

/// Whether a table says what the rows say.
fn says(view: &View<'_>, rows: &[Masuk]) -> bool {
    let same_row = |at: usize, row: &Masuk| {
        let entri = &view.baris[at];
        let cell = |at: usize| {
            let column = &view.kolom[at];
            let own = entri.sel[at].is_some();
            !column.isi.is_written() || !own || same(column, &entri.teks[at], &row.teks[at])
        };
        entri.jenis == row.jenis && entri.tingkat == row.tingkat && (0..view.kolom.len()).all(cell)
    };
    view.baris.len() == rows.len() && rows.iter().enumerate().all(|(at, row)| same_row(at, row))
}
