//! The command `ekstrak`: the source that a PDF carries, given back.

use std::path::{Component, Path, PathBuf};

use crate::Outcome;
use crate::commands::verifikasi::{self, Tanpa};
use crate::disk::{self, WriteError, Written, explain};
use crate::naming;
use crate::session::{Cara, Kerja};
use naskah_core::bundle::Bundel;
use naskah_core::diag::Code;
use naskah_core::resolve::BAHAN;
use naskah_formats::pdf;

/// What `ekstrak` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The PDF; `-` is standard input.
    pub berkas: PathBuf,
    /// Where to: a file, or a folder; `-` is standard output; otherwise beside the PDF.
    pub keluaran: Option<PathBuf>,
    /// Whether its office, laws, kind and styles are given back too.
    pub semua: bool,
    /// Whether a file that is there may be replaced.
    pub timpa: bool,
    /// What every command is asked.
    pub cara: Cara,
}

/// Gives the source back.
pub fn run(job: &Job) -> Outcome {
    let mut kerja = Kerja::without_pages(&job.cara);
    let told = extract(job, &mut kerja);
    kerja.finish(&told.into_iter().collect::<Vec<_>>())
}

fn extract(job: &Job, kerja: &mut Kerja) -> Option<String> {
    let read = match job.berkas == Path::new("-") {
        true => disk::read_stdin(pdf::MAX_BYTES),
        false => disk::read(&job.berkas, pdf::MAX_BYTES),
    };
    let bytes = match read {
        Ok(bytes) if bytes.len() <= pdf::MAX_BYTES => bytes,
        Ok(_) => {
            let message = format!("{} lebih dari {} MB", job.berkas.display(), pdf::MAX_BYTES / 1024 / 1024);
            kerja.refuse(Code::TANPA_SUMBER, message, None);
            return None;
        }
        Err(error) => {
            let message = format!("{} tidak dapat dibaca: {}", job.berkas.display(), explain(&error));
            kerja.refuse(Code::BERKAS, message, Some("periksa nama dan letak berkasnya"));
            return None;
        }
    };
    match verifikasi::source(&bytes) {
        Ok(bundel) => give(job, &bundel, kerja),
        Err(reason) => {
            let hint = match reason {
                Tanpa::NoBundle => "mintalah PDF yang belum dicetak ulang dari kantor penerbitnya",
                _ => "periksa apakah ini PDF keputusan yang utuh",
            };
            kerja.refuse(Code::TANPA_SUMBER, format!("{}: {reason}", job.berkas.display()), Some(hint));
            None
        }
    }
}

fn give(job: &Job, bundel: &Bundel, kerja: &mut Kerja) -> Option<String> {
    let stem = job.berkas.file_stem().filter(|stem| *stem != "-").unwrap_or("naskah".as_ref());
    let name = safe_name(&bundel.bahan().sumber).unwrap_or_else(|| PathBuf::from(stem).with_extension("yaml"));
    if job.keluaran.as_deref() == Some(Path::new("-")) {
        if let Err(error) = disk::write_stdout(bundel.naskah().as_bytes()) {
            kerja.refuse(Code::TULIS, format!("keluaran baku tidak dapat ditulis: {}", explain(&error)), None);
        }
        return None;
    }
    let beside = job.berkas.parent().unwrap_or(Path::new(""));
    let source = bundel.naskah().as_bytes().to_vec();
    let (shown, files) = match job.semua {
        true => {
            let folder = job.keluaran.clone().unwrap_or_else(|| beside.join(stem));
            let mut files = vec![(folder.join(&name), source), (folder.join(BAHAN), bundel.to_json())];
            let others =
                bundel.files().into_iter().filter_map(|(path, bytes)| Some((folder.join(inside(&path)?), bytes)));
            files.extend(others);
            (folder, files)
        }
        false => {
            let place = match &job.keluaran {
                Some(path) if naming::names_folder(path) => path.join(&name),
                Some(path) => path.clone(),
                None => beside.join(&name),
            };
            (place.clone(), vec![(place, source)])
        }
    };
    if let Some((path, _)) = files.iter().find(|(path, _)| path.is_dir()) {
        kerja.refuse_writing(&WriteError::Exists(path.clone()));
        return None;
    }
    match disk::write_all(&files, job.timpa) {
        Ok(fates) => Some(tell(&shown, files.len(), fates.iter().all(|fate| *fate == Written::Same), kerja)),
        Err(error) => {
            kerja.refuse_writing(&error);
            None
        }
    }
}

fn tell(path: &Path, count: usize, unchanged: bool, kerja: &Kerja) -> String {
    let path = path.display().to_string();
    match (kerja.as_json(), unchanged) {
        (true, _) => serde_json::json!({"hasil": path, "berkas": count, "berubah": !unchanged}).to_string(),
        (false, true) => format!("sama dengan yang sudah ada: {path}"),
        (false, false) if count > 1 => format!("dikeluarkan: {path} ({count} berkas)"),
        (false, false) => format!("dikeluarkan: {path}"),
    }
}

/// A file name that leads nowhere else.
fn safe_name(name: &str) -> Option<PathBuf> {
    let plain = !name.contains(['/', '\\', ':']) && !name.starts_with('.') && !name.chars().any(char::is_control);
    let mut parts = Path::new(name).components();
    match (plain, parts.next(), parts.next()) {
        (true, Some(Component::Normal(only)), None) => Some(PathBuf::from(only)),
        _ => None,
    }
}

/// A path of data or templates that stays within its folder.
fn inside(path: &str) -> Option<PathBuf> {
    let begins = path.starts_with("data/") || path.starts_with("templates/");
    let plain = path.split('/').all(|part| safe_name(part).is_some());
    (begins && plain).then(|| PathBuf::from(path))
}
