//! What has to be known: from the options, and at a terminal by questions.

use std::path::Path;

use super::daerah::{Found, Tempat, find};
use super::{Isi, Job, year};
use crate::disk;
use crate::input::unread;
use crate::run::Run;
use naskah_core::catalog::kantor::{bukan_nama, tanda_asing};
use naskah_core::diag::{Code, Diagnostic};
use naskah_core::resolve::lambang::ending;

/// The largest emblem, in bytes.
pub const MAX_EMBLEM: usize = 8 * 1024 * 1024;

/// Everything that has to be known; what is missing or wrong is reported, all of it at once.
pub fn ask(job: &Job, run: &mut Run) -> Option<Isi> {
    let asks = run.voice.can_ask();
    let tempat = place(job, asks, run);
    let ketua = given(job.ketua.as_ref(), asks.then_some("Nama ketua, tanpa gelar"), true, run);
    let sekretaris = given(job.sekretaris.as_ref(), asks.then_some("Nama sekretaris (boleh dikosongkan)"), false, run);
    let pengesah = certifier(job, asks, run);
    let lambang = emblem(job, asks, run);
    let missing: Vec<&str> = [
        (tempat.is_none() && job.wilayah.is_none()).then_some("--wilayah <NAMA>"),
        ketua.is_none().then_some("--ketua <NAMA>"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !missing.is_empty() {
        let message = format!("belum disebut: {}", missing.join(", "));
        let hint =
            "contoh: naskah mulai kantor --wilayah 'kab semarang' --ketua 'Nama Ketua' --sekretaris 'Nama Sekretaris'";
        run.refuse(Code::PERINTAH, message, Some(hint));
    }
    let isi = Isi { tempat: tempat?, ketua: ketua?, sekretaris, pengesah, lambang, tahun: year(job) };
    (!run.is_wrong()).then_some(isi)
}

/// An option, or the answer to a question; one that is needed is asked for until it is there or nobody answers. What
/// cannot be a name is reported, or asked for again.
fn given(option: Option<&String>, question: Option<&str>, needed: bool, run: &mut Run) -> Option<String> {
    let filled = |text: &String| !text.trim().is_empty();
    if let Some(text) = option {
        is_name(text, run);
        return Some(text.clone()).filter(filled);
    }
    loop {
        let answer = run.voice.ask_text(question?, None)?;
        if let Some((message, hint)) = tanda_asing(&answer).map(|tanda| bukan_nama(&answer, tanda)) {
            run.voice.aside(&format!("{message}; {hint}\n"));
            continue;
        }
        if filled(&answer) || !needed {
            return Some(answer).filter(filled);
        }
    }
}

/// Whether a text can be a name or a post; otherwise that is reported.
fn is_name(text: &str, run: &mut Run) -> bool {
    let Some((message, hint)) = tanda_asing(text).map(|tanda| bukan_nama(text, tanda)) else { return true };
    run.refuse(Code::NILAI, message, Some(hint));
    false
}

/// The office's place: found by a part of its name.
fn place(job: &Job, asks: bool, run: &mut Run) -> Option<Tempat> {
    let mut asked = job.wilayah.clone();
    loop {
        let name = match asked.take() {
            Some(name) => name,
            None if asks => run.voice.ask_text("Kabupaten, kota, atau provinsi (boleh sebagian namanya)", None)?,
            None => return None,
        };
        let (message, hint) = match find(&name, &run.catalog) {
            Found::One(tempat) => return seated(tempat, job, asks, run),
            Found::Several(names) => {
                let shown = names.iter().take(12).cloned().collect::<Vec<_>>().join(", ");
                let more = if names.len() > 12 { ", …" } else { "" };
                (
                    format!("`{name}` cocok dengan {} wilayah: {shown}{more}", names.len()),
                    "sebut salah satunya dengan lengkap",
                )
            }
            Found::None => (
                format!("tidak ada wilayah yang cocok dengan `{name}`"),
                "tulis nama kabupaten, kota, atau provinsinya",
            ),
        };
        if !asks {
            run.refuse(Code::KANTOR, message, Some(hint));
            return None;
        }
        run.voice.aside(&format!("{message}; {hint}\n"));
    }
}

/// The place with its seat, as asked for or as the data have it.
fn seated(tempat: Tempat, job: &Job, asks: bool, run: &mut Run) -> Option<Tempat> {
    let known = Some(tempat.tempat.clone()).filter(|seat| !seat.is_empty());
    let seat = match &job.tempat {
        Some(seat) => Some(seat.clone()),
        None if asks => run.voice.ask_text("Tempat kedudukan", known.as_deref()),
        None => known,
    };
    let seat = seat.filter(|seat| !seat.trim().is_empty());
    if seat.as_ref().is_some_and(|seat| !is_name(seat, run)) {
        return None;
    }
    if seat.is_none() {
        let message = format!("tempat kedudukan {} tidak ada dalam data", tempat.wilayah);
        run.refuse(Code::PERINTAH, message, Some("sebut dengan --tempat <TEMPAT>"));
    }
    Some(Tempat { tempat: seat?, ..tempat })
}

/// Name and post of who certifies copies.
fn certifier(job: &Job, asks: bool, run: &mut Run) -> Option<(String, String)> {
    if let Some((nama, jabatan)) = &job.pengesah {
        return (is_name(nama, run) & is_name(jabatan, run)).then(|| (nama.clone(), jabatan.clone()));
    }
    if !asks {
        return None;
    }
    let nama = given(None, Some("Nama pengesah salinan (boleh dikosongkan)"), false, run)?;
    let post = run.voice.ask_text("Jabatannya", Some(super::JABATAN_PENGESAH))?;
    is_name(&post, run).then_some((nama, post))
}

/// The emblem's path within the folder, and its bytes. Whoever is asked may name another file where one cannot be taken.
fn emblem(job: &Job, asks: bool, run: &mut Run) -> Option<(String, Vec<u8>)> {
    loop {
        let answer = match (&job.lambang, asks) {
            (Some(path), _) => path.clone(),
            (None, true) => {
                let answer = run.voice.ask_text("Berkas lambang, PNG, JPG, atau SVG (boleh dikosongkan)", None)?;
                Some(answer).filter(|answer| !answer.trim().is_empty())?.into()
            }
            (None, false) => return None,
        };
        match picture(&answer) {
            Ok(emblem) => return Some(emblem),
            Err(finding) if asks && job.lambang.is_none() => {
                let hint = finding.hints.first().map_or(String::new(), |hint| format!("; {hint}"));
                run.voice.aside(&format!("{}{hint}\n", finding.message));
            }
            Err(finding) => {
                run.failed = true;
                run.sink.push(*finding);
                return None;
            }
        }
    }
}

/// A picture's file, where it may be an emblem.
fn picture(path: &Path) -> Result<(String, Vec<u8>), Box<Diagnostic>> {
    let bytes = disk::read(path, MAX_EMBLEM).map_err(|error| unread(&path.display().to_string(), &error))?;
    match ending(&bytes).filter(|_| bytes.len() <= MAX_EMBLEM) {
        Some(ending) => Ok((format!("data/lambang/lambang.{ending}"), bytes)),
        None => {
            let message = format!("lambang {} bukan PNG, JPG, atau SVG, atau terlalu besar", path.display());
            let finding = Diagnostic::galat(Code::GAMBAR, None, message);
            Err(Box::new(finding.hint("buka gambar itu, lalu simpan sebagai PNG")))
        }
    }
}
