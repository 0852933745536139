//! What the register says of a PDF.

use crate::PROGRAM;
use crate::input;
use crate::office::register::{Banding, Buku, Kunci, Status, Tahun};
use crate::office::{beku, semua, series};
use crate::rangka::office;
use crate::run::Run;
use naskah_core::bundle::Bundel;
use naskah_core::catalog::{Catalog, Kantor, Root};
use naskah_core::decree::Rupa;
use naskah_core::diag::Sink;
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Resolved};
use naskah_formats::pdf::ends;

use super::lapor::Catatan;
use super::petikan;

/// The fingerprints that a PDF may have had when it was made: of the whole, and of it without what was appended.
pub fn fingerprints(bytes: &[u8]) -> Vec<Sidik> {
    parts(bytes).map(Sidik::of).collect()
}

/// What the register says of the number that a PDF bears; one of `originals` is the fingerprint of the original.
pub fn by_number(resolved: &Resolved, bundel: &Bundel, originals: &[Sidik], buku: &Buku, run: &mut Run) -> Catatan {
    if !buku.folder().is_dir() {
        return Catatan::Tiada;
    }
    if bundel.bahan().edisi.marked_draft() {
        return Catatan::Konsep;
    }
    if resolved.keputusan().rupa != Rupa::Keputusan {
        return Catatan::Luar(resolved.keputusan().rupa);
    }
    let Some(kunci) = Kunci::of(resolved) else { return Catatan::TakTercatat };
    let mut sink = Sink::default();
    let Some(tahun) = buku.baca(kunci.tahun, &mut run.files, &mut sink) else { return damaged(&sink) };
    let bytes = buku.isi(kunci.tahun, &mut sink).unwrap_or_default();
    let found = buku.keganjilan_tahun(kunci.tahun, &tahun, &bytes, Banding::Satu(&kunci));
    if let Some(damage) = found.iter().find(|one| one.is_damage()) {
        return Catatan::Rusak(damage.told(buku).message);
    }
    let Some(status) = tahun.cari(&kunci) else { return of_another_office(resolved, &kunci, &tahun, buku) };
    let mut apa = differing(&status, bundel, originals, buku);
    let day = resolved.keputusan().ditetapkan.tanggal.as_ref().map_or(String::new(), |day| day.value.iso());
    if day != status.terbit.tanggal {
        apa.push(format!("tanggal ({day}, yang terbit {})", status.terbit.tanggal));
    }
    let mut ditulis_lain = Vec::new();
    if bundel.bahan().edisi.bentuk == Bentuk::Petikan {
        let ours = bundel.bahan().pembuat() == PROGRAM;
        match petikan::differing(&status.tercatat(), bundel, resolved, buku, run) {
            Some((other, written)) => {
                apa.extend(other);
                if ours { &mut apa } else { &mut ditulis_lain }.extend(written);
            }
            None if apa.is_empty() => {
                return Catatan::Rusak(format!("bahan beku {kunci} tidak ada atau tidak dapat dibaca"));
            }
            None => {}
        }
    }
    concluded(&status, kunci, (apa, ditulis_lain), buku)
}

/// What follows from what differs, and from what another build may have written otherwise.
fn concluded(
    status: &Status<'_>,
    kunci: Kunci,
    (apa, ditulis_lain): (Vec<String>, Vec<String>),
    buku: &Buku,
) -> Catatan {
    if !apa.is_empty()
        && let Some(damage) = row_is_off(status, buku)
    {
        return Catatan::Rusak(damage);
    }
    let tanggal = status.terbit.tanggal.clone();
    match (apa.is_empty(), ditulis_lain.is_empty()) {
        (true, true) => issued(status),
        (true, false) => Catatan::TakTerbanding { kunci, tanggal, apa: ditulis_lain },
        (false, _) => Catatan::Lain { kunci, tanggal, apa },
    }
}

/// Why nothing follows from what the row of a decree says: the original that was frozen with it is another, or its source.
fn row_is_off(status: &Status<'_>, buku: &Buku) -> Option<String> {
    let found = status.tercatat();
    buku.folder().join(found.kunci.folder()).is_dir().then_some(())?;
    let off = buku.beku_lain(&found).into_iter().find(|one| !one.ends_with(GONE))?;
    Some(format!("baris {} tidak cocok dengan bahan bekunya: {off}", found.kunci))
}

/// How the message about a file ends that is not there.
const GONE: &str = "tidak ada";

/// What is amiss with what was frozen of an issued decree, and with its withdrawal.
pub fn frozen(kunci: &Kunci, buku: &Buku, run: &mut Run) -> Vec<String> {
    if !buku.folder().join(kunci.folder()).is_dir() {
        return vec![format!("bahan beku {kunci} tidak ada lagi di dalam folder register")];
    }
    let tahun = buku.baca(kunci.tahun, &mut run.files, &mut Sink::default());
    let Some(found) = tahun.as_ref().and_then(|tahun| tahun.cari(kunci)).map(|status| status.tercatat()) else {
        return Vec::new();
    };
    let alone = format!(
        "pembatalan {kunci} hanya tertulis dalam buku register, tidak di samping bahan bekunya: tanyakan kepada kantor \
         apakah keputusan itu memang dibatalkan"
    );
    let off = buku.beku_lain(&found).into_iter().map(|one| format!("bahan beku {kunci} rusak: {one}"));
    off.chain(buku.batal_tak_beku(&found).then_some(alone)).collect()
}

/// What is amiss beside the decree: books of other years, and its own files, which say now other than when it was issued.
pub fn besides(catatan: &Catatan, resolved: &Resolved, buku: &Buku, run: &mut Run) -> Vec<String> {
    let own = buku.folder() == Buku::of(run.catalog.root.folder()).folder();
    if own && let Some(lost) = series::tanpa_register(buku, &run.catalog) {
        return vec![lost.message];
    }
    if matches!(catatan, Catatan::Tiada | Catatan::Konsep | Catatan::Luar(_)) {
        return Vec::new();
    }
    let before = std::mem::take(&mut run.sink);
    if let (Catatan::Terbit { kunci, .. }, true) = (catatan, own) {
        let tahun = buku.baca(kunci.tahun, &mut run.files, &mut Sink::default());
        if let Some(found) = tahun.as_ref().and_then(|tahun| tahun.cari(kunci)).map(|status| status.tercatat()) {
            beku::tell_changed(&found, buku, run);
        }
    }
    let found = std::mem::replace(&mut run.sink, before);
    let others = buku.ganjil_semua(Some(resolved.keputusan().tahun.value), Banding::Tiada);
    let fate = match catatan {
        Catatan::Terbit { kunci, .. } => semua::berubah(buku, kunci, &run.catalog),
        _ => Vec::new(),
    };
    found.found().iter().chain(&others).map(|one| one.message.clone()).chain(fate).collect()
}

/// A number that the register has of an office of the same name is that office's, whatever id a PDF gives it.
fn of_another_office(resolved: &Resolved, kunci: &Kunci, tahun: &Tahun, buku: &Buku) -> Catatan {
    let name = |kantor: &Kantor| kantor.nama_penuh().to_lowercase();
    let own = name(resolved.kantor());
    let same = |status: &Status<'_>| {
        let Some(frozen) = buku.beku(&status.tercatat(), &mut Sink::default()) else { return false };
        let Ok(bundel) = Bundel::read(frozen.naskah, &frozen.bahan) else { return false };
        let catalog = Catalog::new(bundel.root(&Root::embedded()));
        office(&catalog, &status.kunci.kantor).is_some_and(|kantor| name(&kantor) == own)
    };
    let number =
        |other: &Kunci| other.nomor == kunci.nomor || (other.angka().is_some() && other.angka() == kunci.angka());
    let others = tahun.keputusan().into_iter().filter(|status| number(status.kunci));
    let found = others.filter(|status| status.kunci.kantor != kunci.kantor).find(same);
    found.map_or(Catatan::TakTercatat, |status| Catatan::Lain {
        kunci: status.kunci.clone(),
        tanggal: status.terbit.tanggal.clone(),
        apa: vec![format!("kantor (`{}`, yang terbit `{}`)", kunci.kantor, status.kunci.kantor)],
    })
}

/// What differs from what was issued.
fn differing(status: &Status<'_>, bundel: &Bundel, originals: &[Sidik], buku: &Buku) -> Vec<String> {
    let (sidik, bahan) = (&status.terbit.sidik, &bundel.bahan());
    let issued = carried(status, bundel, buku);
    let mut out = Vec::new();
    let mut weigh = |what: &str, found: Sidik, issued: Sidik| {
        if found != issued {
            out.push(format!("{what} (sidik {}, yang terbit {})", found.pendek(), issued.pendek()));
        }
    };
    let original = originals.iter().find(|original| **original == sidik.pdf).or(originals.first());
    weigh("PDF asli", original.copied().unwrap_or_default(), sidik.pdf);
    if bahan.edisi.bentuk != Bentuk::Petikan {
        weigh("sumber", Sidik::of(bundel.naskah()), issued.0);
    }
    if bahan.edisi.bentuk == Bentuk::Salinan {
        // The original's fingerprint is a statement of the copy itself; what the copy is made from must be what was issued.
        weigh("templat", bahan.sidik("templates/"), sidik.templat);
        weigh("data kantor dan dasar hukum", bahan.sidik("data/"), issued.1);
    }
    // Who claims another program claims that its pages may differ; the register knows which one issued the original.
    if bahan.edisi.bentuk != Bentuk::Asli && bahan.program != status.terbit.program {
        out.push(format!("program penerbit ({}, yang terbit {})", bahan.program, status.terbit.program));
    }
    out
}

/// The fingerprints of text and data that PDFs of an issued decree carry. Those of one whose original went out with its
/// comments are copied without them.
fn carried(status: &Status<'_>, bundel: &Bundel, buku: &Buku) -> (Sidik, Sidik) {
    let sidik = &status.terbit.sidik;
    let own = (Sidik::of(bundel.naskah()), bundel.bahan().sidik("data/"));
    let known = (sidik.siaran.unwrap_or(sidik.naskah), sidik.data);
    if own == known || bundel.bahan().edisi.bentuk != Bentuk::Salinan {
        return known;
    }
    let frozen = buku.beku(&status.tercatat(), &mut Sink::default());
    let frozen = frozen.and_then(|frozen| Bundel::read(frozen.naskah, &frozen.bahan).ok()?.tersiar());
    let clean = frozen.map(|frozen| (Sidik::of(frozen.naskah()), frozen.bahan().sidik("data/")));
    clean.filter(|clean| *clean == own).unwrap_or(known)
}

/// What the register says of a PDF of which nothing is known but its bytes, and perhaps the original that it names.
pub fn by_bytes(bytes: &[u8], bundel: Option<&Bundel>, buku: &Buku, run: &mut Run) -> Catatan {
    if !buku.folder().is_dir() {
        return Catatan::Tiada;
    }
    let known = fingerprints(bytes);
    let named = bundel.and_then(|bundel| bundel.bahan().edisi.asli);
    for year in buku.tahun() {
        let mut sink = Sink::default();
        let Some(tahun) = buku.baca(year, &mut run.files, &mut sink) else { return damaged(&sink) };
        for status in tahun.keputusan() {
            if known.contains(&status.terbit.sidik.pdf) {
                return issued(&status);
            }
            if named == Some(status.terbit.sidik.pdf) {
                let (kunci, tanggal) = (status.kunci.clone(), status.terbit.tanggal.clone());
                return Catatan::TakTerbanding { kunci, tanggal, apa: vec!["isi PDF ini".to_owned()] };
            }
        }
    }
    Catatan::TakDikenal
}

/// The first bytes of a PDF that are an original which was issued.
pub fn issued_part<'a>(bytes: &'a [u8], buku: &Buku, run: &mut Run) -> Option<&'a [u8]> {
    let mut sink = Sink::default();
    let years: Vec<_> =
        buku.tahun().into_iter().filter_map(|year| buku.baca(year, &mut run.files, &mut sink)).collect();
    let issued = |part: &&[u8]| {
        let sidik = Sidik::of(part);
        years.iter().flat_map(|tahun| tahun.keputusan()).any(|status| status.terbit.sidik.pdf == sidik)
    };
    parts(bytes).find(issued)
}

/// The part that a PDF begins with, where more follows and the part is whole: it carries its source.
pub fn first_part(bytes: &[u8]) -> Option<&[u8]> {
    let part = ends(bytes).first().and_then(|end| bytes.get(..*end))?;
    (part.len() < bytes.len() && input::source(part).is_ok()).then_some(part)
}

/// The whole of a PDF, and it without what was appended, from the first part on.
fn parts(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::once(bytes).chain(ends(bytes).into_iter().filter_map(|end| bytes.get(..end)))
}

fn issued(status: &Status<'_>) -> Catatan {
    Catatan::Terbit {
        kunci: status.kunci.clone(),
        tanggal: status.terbit.tanggal.clone(),
        batal: status.batal.map(|batal| batal.alasan.clone()),
    }
}

fn damaged(sink: &Sink) -> Catatan {
    Catatan::Rusak(sink.found().first().map_or(String::new(), |finding| finding.message.clone()))
}
