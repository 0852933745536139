//! All that is known before the first document: the pattern, the rows that it asks for, their groups and names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Buat;
use super::isi::Isi;
use super::kelompok::{self, Kelompok, Nama};
use super::manifes::Jalan;
use super::pola::{Butir, DIKENAL, Pola};
use super::tanda;
use crate::PROGRAM;
use crate::input;
use crate::run::Run;
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Sink, Span, did_you_mean};
use naskah_core::fingerprint::Sidik;
use naskah_formats::beside;
use naskah_formats::sheets::records::{MAX_RECORDS, Records, identifier};
use naskah_pages::template::Larik;

/// Pattern, rows and groups: all that is known before the first document.
pub struct Plan {
    /// The text of the pattern.
    pub file: FileId,
    /// The pattern.
    pub pola: Pola,
    /// The rows.
    pub records: Records,
    /// The columns that the pattern asks for.
    pub wanted: Vec<usize>,
    /// The rows of each document.
    pub groups: Vec<Kelompok>,
    /// What their files are called.
    pub names: Nama,
    /// What the manifest says of them all.
    pub jalan: Jalan,
    /// The pattern alone, as every document begins with it.
    pub base: Files,
}

impl Plan {
    /// Reads the data that a pattern asks for; what is wrong with it is reported.
    pub fn new(job: &Buat, file: FileId, mut pola: Pola, run: &mut Run) -> Option<Self> {
        let data = data_of(job, file, &pola, run)?;
        let kelompok = if job.kelompok.is_empty() { pola.pengaturan.kelompok.clone() } else { job.kelompok.clone() };
        let nama = job.nama.clone().or_else(|| pola.pengaturan.nama.clone());
        let nama = match nama.map(|text| pola.cetakan.text(&text)).transpose() {
            Ok(nama) => nama,
            Err(why) => {
                run.refuse(Code::TEMPLAT, format!("nama berkas tidak dapat dibaca: {why}"), None);
                return None;
            }
        };
        let bytes = match input::bytes(&data, MAX_RECORDS) {
            Ok(bytes) => bytes,
            Err(error) => {
                run.sink.push(input::unread(&data.display().to_string(), &error));
                run.failed = true;
                return None;
            }
        };
        let sidik_data = Sidik::of(&bytes);
        let wanted = pola.columns(&kelompok, nama);
        let mut cara = pola.pengaturan.cara.clone();
        cara.lembar = job.lembar.clone().or(cara.lembar);
        let Run { catalog, files, sink, .. } = &mut *run;
        let records = Records::read(&data, bytes, &cara, &wanted, &catalog.root, files, sink)?;
        tanda::check(&pola, &records, sink);
        let wanted = columns(&records, &pola, &wanted, &data, sink)?;
        let by: Vec<usize> = kelompok.iter().filter_map(|name| records.column(&identifier(name))).collect();
        let groups = kelompok::groups(&records, &by);
        if groups.is_empty() {
            sink.push(Diagnostic::galat(Code::LEMBAR, None, format!("{} tidak memuat satu baris pun", data.display())));
            return None;
        }
        warn_of_sameness(&pola, groups.len(), file, sink);
        if let Some(column) = by.first() {
            warn_of_likeness(&records, &groups, *column, sink);
        }
        let names = kelompok::names(&records, &groups, &by, nama.map(|nama: Larik| (&pola.cetakan, nama)));
        let mut base = Files::default();
        base.add(files.name(file), files.text(file));
        let pattern = (files.name(file).to_owned(), Sidik::of(files.text(file)));
        let jalan = Jalan::new(PROGRAM, pattern, (data.display().to_string(), sidik_data), material(catalog));
        Some(Self { file, pola, records, wanted, groups, names, jalan, base })
    }

    /// How messages name a document.
    pub fn place(&self, at: usize) -> String {
        let first = self.groups.get(at).and_then(|group| group.baris.first()).copied().unwrap_or(0);
        self.records.row_place(first)
    }
}

/// The data that a command names, or else the pattern, which does so from its own folder.
fn data_of(job: &Buat, file: FileId, pola: &Pola, run: &mut Run) -> Option<PathBuf> {
    let own = beside::folder(&run.files, file);
    let named = pola.pengaturan.data.as_ref().map(|name| match own == Path::new(".") {
        true => PathBuf::from(name),
        false => own.join(name),
    });
    let data = job.data.clone().or(named);
    if data.is_none() {
        run.refuse(Code::PERINTAH, "data belum disebut".to_owned(), Some("tulis `--data BERKAS`"));
    }
    data
}

/// A pattern without a place to fill in gives the same document for every row.
fn warn_of_sameness(pola: &Pola, documents: usize, file: FileId, sink: &mut Sink) {
    if pola.diminta.is_empty() && documents > 1 {
        let message = format!("pola ini tidak memuat satu pun tempat isian: {documents} naskahnya sama");
        let hint = "tulis tempat isian seperti `{{ Nama }}` di dalam pola";
        sink.push(Diagnostic::peringatan(Code::TEMPLAT, Span::new(file, 0, 0), message).hint(hint));
    }
}

/// Groups that may have been meant as one.
fn warn_of_likeness(records: &Records, groups: &[Kelompok], column: usize, sink: &mut Sink) {
    for (first, at) in kelompok::alike(groups) {
        let Some(row) = groups[at].baris.first() else { continue };
        let (one, other) = (&groups[first].kunci, &groups[at].kunci);
        let place = records.place(*row, column);
        let message = format!(
            "{place}: `{other}` berbeda dari `{one}` hanya pada huruf besar atau spasinya, dan menjadi naskah sendiri"
        );
        let hint = "samakan tulisannya di dalam data bila kelompoknya satu";
        sink.push(Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
    }
}

/// The columns of the names that are asked for; those that there are not, or that mean something else, are told.
fn columns(records: &Records, pola: &Pola, wanted: &[String], data: &Path, sink: &mut Sink) -> Option<Vec<usize>> {
    let there: Vec<&str> = records.kolom.iter().map(|kolom| kolom.nama.as_str()).collect();
    for kolom in records.kolom.iter().filter(|kolom| DIKENAL.contains(&kolom.nama.as_str())) {
        let message = format!("{}: kepala kolom `{}` sudah berarti lain dalam pola", data.display(), kolom.kepala);
        sink.push(
            Diagnostic::galat(Code::KEPALA, None, message).hint("ubah kepala kolom itu, misalnya dengan huruf besar"),
        );
    }
    for name in wanted.iter().filter(|name| records.column(name).is_none()) {
        let span = pola.diminta.iter().find(|(asked, _)| identifier(asked) == *name).map(|(_, span)| *span);
        let message = format!("kolom `{name}` tidak ada dalam {}", data.display());
        let list = || format!("kolom yang ada: {}", there.join(", "));
        let hint = did_you_mean(name, there.iter().copied()).unwrap_or_else(list);
        sink.push(Diagnostic::galat(Code::KEPALA, span, message).hint(hint));
    }
    (!sink.has_errors()).then(|| wanted.iter().filter_map(|name| records.column(name)).collect())
}

/// One fingerprint of all that documents are made from besides pattern and data.
fn material(catalog: &Catalog) -> Sidik {
    let fonts = catalog.sidik_huruf().iter().map(|(path, sidik)| format!("{path} {sidik}\n")).collect::<String>();
    Sidik::of(format!("{PROGRAM}\n{}\n{fonts}", catalog.root.sidik()))
}

/// What tells the numbers of one series from those of another, and the number.
const KUNCI: [&str; 4] = ["kantor", "tahun", "pejabat", "nomor"];

/// Tells documents that would be decrees of one number.
pub fn tell_same_numbers(plan: &Plan, run: &mut Run) {
    let Some(nomor) = plan.pola.part("nomor") else { return };
    let parts: Vec<&Butir> = KUNCI.iter().filter_map(|key| plan.pola.part(key)).collect();
    let mut known: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for (at, group) in plan.groups.iter().enumerate() {
        let isi = Isi::new(&plan.records, group, at + 1, plan.groups.len());
        let own = isi.text(&plan.pola, nomor);
        if !own.trim().is_empty() {
            let key = parts.iter().map(|part| isi.text(&plan.pola, part).trim().to_owned()).collect();
            known.entry(key).or_default().push(at);
        }
    }
    for (key, same) in known.iter().filter(|(_, same)| same.len() > 1) {
        let places: Vec<String> = same.iter().take(2).map(|at| plan.place(*at)).collect();
        let number = key.last().map(String::as_str).unwrap_or_default();
        let message = format!("nomor {number} dipakai {} naskah, antara lain {}", same.len(), places.join(" dan "));
        let hint = "beri setiap naskah nomornya sendiri dari sebuah kolom, atau kosongkan `nomor`";
        run.sink.push(Diagnostic::peringatan(Code::NOMOR_GANDA, nomor.span, message).hint(hint));
    }
}

/// Tells files whose names would have been the same.
pub fn tell_collisions(job: &Buat, plan: &Plan, run: &mut Run) {
    let named = |at: &usize| plan.names.berkas.get(*at)?.as_ref().ok();
    if let Some(first) = plan.names.bernomor.first().and_then(named) {
        let count = plan.names.bernomor.len();
        let message =
            format!("{count} berkas bernama sama dengan yang lain dan diberi nomor, mulai {}", job.file(first));
        let hint = "tambahkan kolom yang membedakannya ke dalam `--nama`";
        run.sink.push(Diagnostic::peringatan(Code::SUDAH_ADA, None, message).hint(hint));
    }
}
