//! What the pages print must be what the decree is known by: number, office and day. Styles and templates come with the
//! PDF, and lines may be written by hand, so the finished pages are read.

use std::collections::BTreeSet;

use super::lapor::{Catatan, Hasil, Jawaban};
use crate::Typeset;
use crate::office::register::{Kunci, kata as words};
use crate::office::remake::Remade;
use crate::rangka::office;
use naskah_core::catalog::{Catalog, Jenjang, KANTOR, Kantor, Root};
use naskah_core::decree::Rupa;
use naskah_core::diag::Code;
use naskah_core::resolve::Resolved;

/// Weighs what is printed; an answer is only made worse.
pub fn weigh(jawaban: &mut Jawaban, typeset: &Typeset<Remade>, catalog: &Catalog) {
    let resolved = typeset.resolved();
    let page = words(&typeset.pages().bacaan().kata.join(" "));
    let issued = matches!(jawaban.register, Catatan::Terbit { .. });
    let wrong = [
        number(resolved, &page),
        day(resolved, &page),
        office_printed(resolved, &page),
        title(resolved).filter(|_| !issued),
        copied(resolved, catalog).filter(|_| !issued),
    ];
    for reason in wrong.into_iter().flatten() {
        jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        jawaban.alasan.push(reason);
    }
    let foreign = foreign_templates(typeset, catalog);
    if !issued && !foreign.is_empty() {
        let list = foreign.into_iter().collect::<Vec<_>>().join(", ");
        jawaban.alasan.push(format!("templat atau gaya di dalam PDF ini bukan milik program ini: {list}"));
        // What a register would not know of anyway may be made to look like what it knows.
        if matches!(jawaban.register, Catatan::Luar(_)) {
            jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        }
    }
}

fn holds(page: &[String], due: &[String]) -> bool {
    due.is_empty() || page.windows(due.len()).any(|part| part == due)
}

/// The number and the year: in the line that was written by hand, or as they are due; and the first that is printed.
fn number(resolved: &Resolved, page: &[String]) -> Option<String> {
    let kunci = Kunci::written(resolved)?;
    let written = resolved.naskah().judul.nomor.tulis.as_ref().map(|line| line.as_plain());
    let own = words(&kunci.nomor);
    let year = kunci.tahun.to_string();
    let said = match &written {
        Some(line) => Kunci::tertulis_lain(resolved).is_none().then(|| words(line)),
        None if kunci.nomor.contains('/') => Some(own.clone()),
        None => Some([own.clone(), words(&format!("tahun {year}"))].concat()),
    };
    // What stands above the title is the office's address, which may have a number too.
    let title = words(&resolved.naskah().judul.keputusan.as_plain());
    let body = page.windows(title.len().max(1)).position(|part| part == title).unwrap_or(0);
    let first = page.iter().skip(body).position(|word| word == "NOMOR").and_then(|at| page.get(body + at + 1..));
    let printed = said.as_ref().is_some_and(|due| holds(page, due));
    let leads = first.is_none_or(|rest| rest.starts_with(&own));
    if printed && leads {
        return None;
    }
    let shown = written.or_else(|| {
        let first: Vec<&str> = first?.iter().take(3).map(String::as_str).collect();
        (!leads).then(|| format!("NOMOR {}", first.join(" ")))
    });
    Some(match shown {
        Some(line) => format!("yang tercetak \"{line}\", sedangkan menurut sumbernya {kunci}"),
        None => format!("yang menurut sumbernya {kunci} tidak tercetak sebagai nomor itu"),
    })
}

fn day(resolved: &Resolved, page: &[String]) -> Option<String> {
    let day = resolved.keputusan().ditetapkan.tanggal.as_ref()?.value;
    let due = words(&day.to_string());
    (!holds(page, &due)).then(|| format!("tanggal penetapan menurut sumbernya, {day}, tidak tercetak"))
}

fn office_printed(resolved: &Resolved, page: &[String]) -> Option<String> {
    let kantor = resolved.kantor();
    let due = words(&kantor.nama_penuh());
    (!holds(page, &due)).then(|| format!("kantor menurut sumbernya, {}, tidak tercetak", kantor.nama_penuh()))
}

/// A title that was written by hand names the office's area; papers beside the decrees are titled by what they are.
fn title(resolved: &Resolved) -> Option<String> {
    let (kantor, rupa) = (resolved.kantor(), resolved.keputusan().rupa);
    let line = resolved.naskah().judul.keputusan.as_plain();
    let own = rupa != Rupa::Keputusan && words(&line) == words(rupa.nama());
    let named = kantor.jenjang == Jenjang::Pusat || holds(&words(&line), &words(&kantor.wilayah));
    (!named && !own).then(|| format!("judul \"{line}\" tidak menyebut {}", kantor.wilayah))
}

/// The id of another office that is known here by the same name; a copied profile is not the office.
fn copied(resolved: &Resolved, catalog: &Catalog) -> Option<String> {
    let (own, kantor) = (&resolved.keputusan().kantor.value, resolved.kantor());
    let same = |other: &Kantor| words(&other.nama_penuh()) == words(&kantor.nama_penuh());
    if office(catalog, own).is_some() {
        return None;
    }
    let known = catalog.ids(KANTOR).into_iter().find(|id| office(catalog, id).is_some_and(|other| same(&other)))?;
    Some(format!("kantor `{own}` di dalam PDF ini bernama {}, yaitu nama kantor `{known}`", kantor.nama_penuh()))
}

/// Templates and styles that the program does not have in these words, here or in itself.
pub fn foreign_templates(typeset: &Typeset<Remade>, catalog: &Catalog) -> BTreeSet<String> {
    let own = Root::embedded();
    let bundel = typeset.bundel();
    let templates = bundel.bahan().berkas.iter().filter(|(path, _)| path.starts_with("templates/"));
    let is_known = |path: &str, text: &str| {
        [&own, &catalog.root].iter().any(|root| root.read(path).is_some_and(|bytes| *bytes == *text.as_bytes()))
    };
    templates.filter(|(path, text)| !is_known(path, text)).map(|(path, _)| path.clone()).collect()
}
