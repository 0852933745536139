//! The lines of a book held against the decrees as they were frozen: a line that says something else than source, material
//! and original beside it was changed, whatever the chain says.

use std::path::Path;
use std::thread;

use super::buku::{ASLI, BAHAN, Baris, Kunci, NASKAH, Peristiwa, SidikTerbit, TERBIT, Terbit};
use crate::disk;
use naskah_core::bundle::{Bahan, Bundel};
use naskah_core::catalog::{Catalog, Root};
use naskah_core::decree::keputusan::Dasar;
use naskah_core::diag::{Files, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::reading::disebut;
use naskah_core::resolve::{Edition, Resolved};
use naskah_formats::pdf::{Pdf, guarded};

/// How a line stands to what was frozen with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cocok {
    /// It says what that says.
    Sama,
    /// It says something else: what, and what it should.
    Lain(String),
    /// That is not what it was, or cannot be read.
    TakTerbanding,
}

impl Terbit {
    /// What a decree says of itself, as its line tells it; all else is left empty.
    pub fn dikatakan(resolved: &Resolved) -> Self {
        let keputusan = resolved.keputusan();
        let penutup = &resolved.naskah().penutup;
        let post: Vec<String> = penutup.jabatan.iter().map(|line| line.as_plain()).collect();
        let (mengubah, mencabut) = disebut::names(keputusan);
        let id = |dasar: &Dasar| match dasar {
            Dasar::Id { id, .. } => Some(id.value.clone()),
            Dasar::Teks(_) => None,
        };
        Self {
            tentang: keputusan.tentang.as_plain(),
            tanggal: keputusan.ditetapkan.tanggal.as_ref().map_or(String::new(), |day| day.value.iso()),
            tempat: penutup.di.as_ref().map_or(String::new(), |place| place.as_plain()),
            pejabat: format!("{} {}", post.join(" "), penutup.nama.as_plain()),
            dasar: keputusan.mengingat.iter().filter_map(id).collect(),
            mengubah,
            mencabut,
            ..Self::default()
        }
    }
}

impl SidikTerbit {
    /// The fingerprints of what a decree was made from; those of its PDF and words are left empty.
    pub fn bahan(bundel: &Bundel, json: &[u8]) -> Self {
        let (naskah, bahan) = (Sidik::of(bundel.naskah()), bundel.bahan());
        Self {
            naskah,
            siaran: Some(Sidik::of(bundel.siaran())).filter(|own| *own != naskah),
            bahan: Sidik::of(json),
            templat: bahan.sidik("templates/"),
            data: bahan.sidik("data/"),
            huruf: bahan.sidik_huruf(),
            ..Self::default()
        }
    }
}

/// Lines held against what was frozen with them, several at once.
pub(super) fn semua(register: &Path, lines: &[Baris]) -> Vec<Cocok> {
    let several = thread::available_parallelism().map_or(1, usize::from);
    let part = lines.len().div_ceil(several).max(1);
    let each = |part: &[Baris]| part.iter().map(|baris| of_line(register, baris)).collect::<Vec<_>>();
    thread::scope(|scope| {
        let running: Vec<_> = lines.chunks(part).map(|part| (part.len(), scope.spawn(move || each(part)))).collect();
        let done = running.into_iter().map(|(count, part)| part.join().unwrap_or(vec![Cocok::TakTerbanding; count]));
        done.flatten().collect()
    })
}

/// How a line stands to what was frozen with it.
fn of_line(register: &Path, baris: &Baris) -> Cocok {
    let Peristiwa::Terbit(terbit) = &baris.peristiwa else { return Cocok::Sama };
    let kept = disk::regular(&register.join(baris.kunci.folder()).join(TERBIT));
    match cocok(register, &baris.kunci, terbit) {
        Cocok::Sama if !kept.is_ok_and(|own| own == baris.line()) => Cocok::TakTerbanding,
        told => told,
    }
}

/// How what a line says of a decree stands to what was frozen, in every field that source, material or original can tell.
pub(super) fn cocok(register: &Path, kunci: &Kunci, terbit: &Terbit) -> Cocok {
    let folder = register.join(kunci.folder());
    let read = |name: &str, sidik: Sidik| disk::regular(&folder.join(name)).ok().filter(|own| Sidik::of(own) == sidik);
    let sidik = &terbit.sidik;
    let frozen = (read(NASKAH, sidik.naskah), read(BAHAN, sidik.bahan), read(ASLI, sidik.pdf));
    let (Some(naskah), Some(bahan), Some(asli)) = frozen else { return Cocok::TakTerbanding };
    let asli = Pdf::open(&asli).ok();
    if let Some(what) = asli.as_ref().and_then(|asli| other_source(terbit, asli)) {
        return Cocok::Lain(what);
    }
    let Some(beku) = Beku::read(naskah, &bahan) else { return Cocok::TakTerbanding };
    beku.other_key(kunci)
        .or_else(|| beku.other_words(terbit))
        .or_else(|| beku.other_made(terbit, &bahan))
        .or_else(|| asli.as_ref().and_then(|asli| other_pages(terbit, asli)))
        .map_or(Cocok::Sama, Cocok::Lain)
}

/// A frozen decree, bound again.
struct Beku {
    bundel: Bundel,
    resolved: Resolved,
}

impl Beku {
    fn read(naskah: Vec<u8>, bahan: &[u8]) -> Option<Self> {
        let bundel = Bundel::read(String::from_utf8(naskah).ok()?, bahan).ok()?;
        // What stands behind the decree's own words is not asked for, and may be long.
        let (head, rest) = bundel.naskah().split_once("\nlampiran:").unwrap_or((bundel.naskah(), ""));
        let ends = !rest.lines().any(|line| line.starts_with(|first: char| first.is_alphanumeric()));
        let text = if ends { head } else { bundel.naskah() };
        let resolved = bound(&bundel, text)?;
        Some(Self { bundel, resolved })
    }

    /// Another number, year, office or series.
    fn other_key(&self, kunci: &Kunci) -> Option<String> {
        let Some(own) = Kunci::of(&self.resolved) else { return Some(told("nomor", &kunci.nomor, "")) };
        first_other([
            ("kantor", &kunci.kantor, &own.kantor),
            ("tahun", &kunci.tahun.to_string(), &own.tahun.to_string()),
            ("seri", &kunci.seri, &own.seri),
            ("nomor", &kunci.nomor, &own.nomor),
        ])
    }

    /// Another name, day, place, signer, or other relations.
    fn other_words(&self, terbit: &Terbit) -> Option<String> {
        let own = Terbit::dikatakan(&self.resolved);
        let words = first_other([
            ("tentang", &terbit.tentang, &own.tentang),
            ("tanggal", &terbit.tanggal, &own.tanggal),
            ("tempat", &terbit.tempat, &own.tempat),
            ("penanda tangan", &terbit.pejabat, &own.pejabat),
        ]);
        // Another build may understand the decree's sentences otherwise, but no name comes out of nothing.
        let same = |line: &[String], own: &[String]| {
            let text = letters(self.bundel.naskah());
            line == own || (terbit.program != crate::PROGRAM && line.iter().all(|name| text.contains(&letters(name))))
        };
        let lists = [
            ("dasar hukum", &terbit.dasar, &own.dasar),
            ("yang diubah", &terbit.mengubah, &own.mengubah),
            ("yang dicabut", &terbit.mencabut, &own.mencabut),
        ];
        let lists = lists.into_iter().find(|(_, line, own)| !same(line, own));
        words.or_else(|| lists.map(|(what, line, own)| told(what, &line.join("; "), &own.join("; "))))
    }

    /// Another program, file or fingerprint of what it was made from.
    fn other_made(&self, terbit: &Terbit, json: &[u8]) -> Option<String> {
        let bahan: &Bahan = self.bundel.bahan();
        let (line, own) = (&terbit.sidik, SidikTerbit::bahan(&self.bundel, json));
        // Registers of long ago name no build.
        let program = if terbit.program.starts_with(&bahan.program) { &terbit.program } else { &bahan.program };
        let perhaps = |sidik: Option<Sidik>| sidik.map_or(String::new(), |sidik| sidik.to_string());
        first_other([("program", &terbit.program, program), ("sumber", &terbit.sumber, &bahan.sumber)]).or_else(|| {
            first_other([
                ("sidik siaran", &perhaps(line.siaran), &perhaps(own.siaran)),
                ("sidik templat", &line.templat.to_string(), &own.templat.to_string()),
                ("sidik data", &line.data.to_string(), &own.data.to_string()),
                ("sidik huruf", &line.huruf.to_string(), &own.huruf.to_string()),
            ])
        })
    }
}

/// Another text than the source that the original carries.
fn other_source(terbit: &Terbit, asli: &Pdf) -> Option<String> {
    let carried = guarded(|| asli.carried().ok()).flatten().unwrap_or_default();
    let same = |text: &[u8]| terbit.sidik.sumber().any(|known| known == Sidik::of(text));
    let known = carried.is_empty() || carried.iter().any(|file| same(&file.isi));
    (!known).then(|| format!("{NASKAH} yang bukan sumber di dalam {ASLI}"))
}

/// Another number of pages.
fn other_pages(terbit: &Terbit, asli: &Pdf) -> Option<String> {
    let (said, own) = (terbit.halaman.to_string(), asli.count().to_string());
    (said != own).then(|| told("halaman", &said, &own))
}

/// The decree of a bundle with a text of its own, bound; what was found then was told when it was issued.
fn bound(bundel: &Bundel, text: &str) -> Option<Resolved> {
    let catalog = Catalog::new(bundel.root(&Root::embedded()));
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(bundel.bahan().sumber.clone(), text);
    crate::bind(file, &Edition::draft(), &catalog, &mut files, &mut sink)
}

/// The first of several fields in which a line says something else.
fn first_other<const N: usize>(fields: [(&str, &String, &String); N]) -> Option<String> {
    let other = fields.into_iter().find(|(_, line, own)| letters(line) != letters(own));
    other.map(|(what, line, own)| told(what, line, own))
}

fn told(what: &str, line: &str, own: &str) -> String {
    format!("{what} \"{line}\", sedangkan menurut yang dibekukan \"{own}\"")
}

/// What a text says, whatever its marks and capitals.
fn letters(text: &str) -> String {
    text.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
