//! The command `serap`: a decree that lies in Word, OpenDocument, plain text or a PDF becomes the YAML that prints it.

mod lapor;

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::input;
use crate::naming;
use crate::office::beku;
use crate::run::{Made, Run, awas};
use naskah_core::diag::{Code, Diagnostic};
use naskah_formats::serap::{self, Hasil, Lacak, Permintaan};

/// What `serap` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The files.
    pub berkas: Vec<PathBuf>,
    /// Where to: a file, or a folder; `-` is standard output; otherwise beside each file.
    pub keluaran: Option<PathBuf>,
    /// Id of the office, where it is not to be recognised.
    pub kantor: Option<String>,
    /// Id of the kind, where it is not to be recognised.
    pub jenis: Option<String>,
    /// Which state of tracked changes is taken.
    pub lacak: Option<Lacak>,
    /// Whether a file that is there may be replaced.
    pub timpa: bool,
    /// The program that reads PDFs in a process of its own, within a budget; `None` reads them here.
    pub program: Option<PathBuf>,
}

/// Takes each file in.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    let pdfs = job.berkas.iter().filter(|path| may_be_pdf(path)).count();
    if let Some(program) = job.program.as_ref().filter(|_| pdfs > 0) {
        match awas::again(program, pdfs) {
            Ok(outcome) => return outcome,
            Err(why) => {
                refuse(&mut run, why, "simpan PDF itu sebagai .docx, lalu serap berkas .docx itu");
                return run.finish();
            }
        }
    }
    for path in &job.berkas {
        take(path, job, &mut run);
    }
    run.finish()
}

/// Whether a file begins as a PDF does; of standard input and pipes nothing is known yet.
fn may_be_pdf(path: &Path) -> bool {
    let begins = || input::bytes(path, 4).is_ok_and(|bytes| bytes.starts_with(b"%PDF"));
    path == Path::new("-") || if path.is_file() { begins() } else { path.exists() }
}

fn take(path: &Path, job: &Job, run: &mut Run) -> Option<()> {
    let name = path.display().to_string();
    let bytes = match input::bytes(path, serap::MAX_BYTES) {
        Ok(bytes) => bytes,
        Err(error) => {
            run.failed = true;
            run.sink.push(input::unread(&name, &error));
            return None;
        }
    };
    if bytes.starts_with(b"%PDF")
        && let Ok(bundel) = input::source(&bytes)
    {
        let place = place(path, job);
        run.voice.remark(format!("{name}: PDF buatan program; sumber di dalamnya dikembalikan utuh"));
        let source = bundel.naskah().as_bytes().to_vec();
        return put(&place, vec![(place.clone(), source)], job, run, |made| made);
    }
    let asked = Permintaan { kantor: job.kantor.clone(), jenis: job.jenis.clone(), lacak: job.lacak };
    let own = path.file_name().map_or_else(|| name.clone(), |own| own.to_string_lossy().into_owned());
    match serap::serap(&own, &bytes, &asked, &run.catalog) {
        Ok(hasil) => give(path, &name, hasil, job, run),
        Err(why) => {
            let (message, hint) = why.told();
            refuse(run, format!("{name}: {message}"), hint);
            None
        }
    }
}

/// Reports a file that is not taken in; the others are taken all the same.
fn refuse(run: &mut Run, message: String, hint: &str) {
    run.failed = true;
    run.sink.push(Diagnostic::galat(Code::SERAP, None, message).hint(hint));
}

/// Where the YAML of a file goes.
fn place(path: &Path, job: &Job) -> PathBuf {
    let stem = path.file_stem().filter(|stem| *stem != "-").unwrap_or("naskah".as_ref());
    let name = PathBuf::from(stem).with_extension("yaml");
    match &job.keluaran {
        Some(place) if naming::names_folder(place) || job.berkas.len() > 1 => place.join(name),
        Some(place) => place.clone(),
        None => path.parent().unwrap_or(Path::new("")).join(name),
    }
}

/// Writes what a file became, and tells of it.
fn give(path: &Path, name: &str, hasil: Hasil, job: &Job, run: &mut Run) -> Option<()> {
    let place = place(path, job);
    let whole = lapor::tell(name, &hasil, run);
    let beside = place.parent().unwrap_or(Path::new("")).to_path_buf();
    let mut files = vec![(place.clone(), hasil.yaml.clone().into_bytes())];
    if place != Path::new("-") {
        files.extend(hasil.gambar.into_iter().map(|(name, bytes)| (beside.join(name), bytes)));
    }
    put(&place, files, job, run, |made| made.note(whole))?;
    if place != Path::new("-") {
        lapor::next(&place, &hasil.yaml, !hasil.sisa.is_empty(), run);
    }
    Some(())
}

/// Writes the files that belong together, the YAML first; to standard output the YAML alone.
fn put(
    place: &Path,
    files: Vec<(PathBuf, Vec<u8>)>,
    job: &Job,
    run: &mut Run,
    say: impl FnOnce(Made) -> Made,
) -> Option<()> {
    if place == Path::new("-") {
        files.first().into_iter().for_each(|(_, yaml)| run.voice.show(yaml));
        return Some(());
    }
    beku::writable(place, run)?;
    let fates = run.write(&files, job.timpa)?;
    let made = Made::file(place, *fates.first()?);
    run.voice.made(say(made));
    for (path, fate) in files.iter().map(|(path, _)| path).zip(&fates).skip(1) {
        run.voice.made(Made::file(path, *fate));
    }
    Some(())
}
