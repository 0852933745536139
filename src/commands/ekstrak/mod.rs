//! The command `ekstrak`: the source that a PDF carries, given back.

use std::path::{Component, Path, PathBuf};

use crate::Outcome;
use crate::disk::{WriteError, Written};
use crate::input::{self, Tanpa};
use crate::naming;
use crate::office::beku;
use crate::run::{Count, Deed, Made, Run, awas};
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
    /// The program that reads the PDF in a process of its own, within a budget; `None` reads it here.
    pub program: Option<PathBuf>,
}

/// Gives the source back.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    if let Some(program) = &job.program {
        match awas::again(program, 1) {
            Ok(outcome) => return outcome,
            Err(why) => {
                let hint = "mintalah PDF keputusan itu langsung dari kantor penerbitnya";
                run.refuse(Code::TANPA_SUMBER, format!("{}: {why}", job.berkas.display()), Some(hint));
                return run.finish();
            }
        }
    }
    if let Some(bundel) = extract(job, &mut run) {
        give(job, &bundel, &mut run);
    }
    run.finish()
}

fn extract(job: &Job, run: &mut Run) -> Option<Bundel> {
    let name = job.berkas.display().to_string();
    let bytes = match input::bytes(&job.berkas, pdf::MAX_BYTES) {
        Ok(bytes) => bytes,
        Err(error) => {
            run.failed = true;
            run.sink.push(input::unread(&name, &error));
            return None;
        }
    };
    if bytes.len() > pdf::MAX_BYTES {
        run.refuse(Code::TANPA_SUMBER, format!("{name}: {}", input::too_large(pdf::MAX_BYTES)), None);
        return None;
    }
    let hint = |reason: &Tanpa| match reason {
        Tanpa::NoBundle => "mintalah PDF yang belum dicetak ulang dari kantor penerbitnya",
        _ => "periksa apakah ini PDF keputusan yang utuh",
    };
    let told = |reason: Tanpa| run.refuse(Code::TANPA_SUMBER, format!("{name}: {reason}"), Some(hint(&reason)));
    input::source(&bytes).map_err(told).ok()
}

fn give(job: &Job, bundel: &Bundel, run: &mut Run) -> Option<()> {
    let stem = job.berkas.file_stem().filter(|stem| *stem != "-").unwrap_or("naskah".as_ref());
    let name = safe_name(&bundel.bahan().sumber).unwrap_or_else(|| PathBuf::from(stem).with_extension("yaml"));
    let source = bundel.naskah().as_bytes().to_vec();
    if job.keluaran.as_deref() == Some(Path::new("-")) {
        run.voice.show(&source);
        return None;
    }
    let beside = job.berkas.parent().unwrap_or(Path::new(""));
    let (shown, files) = match job.semua {
        true => {
            let folder = job.keluaran.clone().unwrap_or_else(|| beside.join(stem));
            let files = all(&folder, &name, source, bundel);
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
        run.refuse_writing(&WriteError::Exists(path.clone()));
        return None;
    }
    // The very text that was issued may be put back in its place.
    let other = |(path, bytes): &&(PathBuf, Vec<u8>)| std::fs::read(path).is_ok_and(|there| there != *bytes);
    files.iter().filter(other).try_for_each(|(path, _)| beku::writable(path, run))?;
    let fates = run.write(&files, job.timpa)?;
    let deed = if fates.iter().all(|fate| *fate == Written::Same) { Deed::Sama } else { Deed::Dikeluarkan };
    let made = Made::new(deed).at(shown.display());
    run.voice.made(if job.semua { made.count(Count::Berkas, files.len()) } else { made });
    Some(())
}

/// The source, its material, and each file of data and templates that stays within the folder.
fn all(folder: &Path, name: &Path, source: Vec<u8>, bundel: &Bundel) -> Vec<(PathBuf, Vec<u8>)> {
    let own = [(folder.join(name), source), (folder.join(BAHAN), bundel.to_json())];
    let others = bundel.files().into_iter().filter_map(|(path, bytes)| Some((folder.join(inside(&path)?), bytes)));
    own.into_iter().chain(others).collect()
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
