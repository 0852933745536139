//! The command `tinjau`: what was corrected in a Word file that went out, chosen, and written into its YAML by place.

mod json;
mod pilih;
mod teks;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk::explain;
use crate::input;
use crate::office::beku;
use crate::run::{Deed, Made, Run};
use naskah_core::decree::Rupa;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Level, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Edition, Resolved};
use naskah_core::yaml::{self, Node};
use naskah_formats::ooxml::{MAX_BYTES, Paket, Rusak};
use naskah_formats::word::balik::{self, Acuan, Berkas, Hasil, Keberatan, Sebab};
use naskah_formats::word::{EDISI, SIDIK};

pub use pilih::{Nomor, Pilihan};

/// What `tinjau` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The Word file that came back.
    pub balik: PathBuf,
    /// The decree that its edits go into.
    pub ke: PathBuf,
    /// Which edits are taken.
    pub pilihan: Pilihan,
    /// Whether the edits are told for programs.
    pub json: bool,
    /// Where the changed decree goes; `None` is [`Job::ke`] itself.
    pub keluaran: Option<PathBuf>,
    /// Whether a file that is there may be replaced; [`Job::ke`] always may.
    pub timpa: bool,
}

/// Lists the edits, and takes those that are chosen.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    review(job, &mut run);
    run.finish()
}

/// A decree beside the file that came back.
struct Meja {
    tree: Node,
    resolved: Resolved,
    berkas: Berkas,
    same: bool,
}

fn review(job: &Job, run: &mut Run) -> Option<()> {
    let (berkas, file) = (read(&job.balik, run), run.open(&job.ke));
    let (berkas, file) = (berkas?, file?);
    let meja = beside(berkas, file, run)?;
    let acuan = Acuan::of(meja.resolved.naskah(), &meja.tree);
    own(job, &meja, &acuan, run)?;
    let text = run.files.text(file).to_owned();
    let mut hasil = balik::banding(&meja.berkas, &acuan, meja.same);
    let refused = lost(&text, job, &meja, &hasil, &acuan, run);
    hasil.tolak(&refused);
    let all: BTreeSet<usize> = (0..hasil.suntingan.len()).collect();
    let whole = balik::tulis(&text, &meja.tree, &hasil, &all);
    tell(&hasil.keberatan, run);
    match bound(&whole, job, meja.resolved.edition(), run) {
        Some(printed) => tell(&balik::sisa(&hasil, &acuan, printed.naskah()), run),
        None => tell_unsound(&text, job, &meja, &hasil, run),
    }
    list(job, &hasil, run);
    let chosen = pilih::pilih(&job.pilihan, &hasil, run)?;
    if chosen.is_empty() {
        untouched(job, &hasil, run);
        return None;
    }
    let after = written(&text, job, &meja, (&chosen, &refused), run)?;
    if after == text && job.keluaran.is_none() {
        untouched(job, &hasil, run);
        return None;
    }
    let target = job.keluaran.as_ref().unwrap_or(&job.ke);
    // A link stays, and what it leads to is replaced.
    let real = target.canonicalize().unwrap_or_else(|_| target.clone());
    beku::writable(&real, run)?;
    run.deliver(&real, after.into_bytes(), job.timpa || job.keluaran.is_none())?;
    let left = hasil.suntingan.len() - chosen.len();
    let note = format!(
        "{} suntingan diterima{}",
        chosen.len(),
        if left > 0 { format!(", {left} tidak") } else { String::new() }
    );
    run.voice.made(Made::new(Deed::Diperbarui).at(target.display()).note(note));
    Some(())
}

/// Reads the file that came back; why it cannot be read is reported.
fn read(path: &Path, run: &mut Run) -> Option<Berkas> {
    let name = path.display().to_string();
    let bytes = match input::bytes(path, MAX_BYTES) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = format!("{name} tidak dapat dibaca: {}", explain(&error));
            run.refuse(Code::BERKAS, message, Some("periksa nama dan letak berkas itu"));
            return None;
        }
    };
    let opened = Paket::buka(&bytes).and_then(|paket| match paket.has("word/document.xml") {
        true => balik::baca(&paket),
        false => Err(Rusak::BukanPaket),
    });
    match opened {
        Ok(berkas) if berkas.bertanda() => Some(berkas),
        Ok(_) => {
            let message = format!("{name} tidak memuat penanda tempat dari `naskah susun --format docx`");
            let hint = "penanda hilang bila isinya disalin ke berkas lain; sunting berkas yang dikirim itu sendiri";
            run.sink.push(Diagnostic::galat(Code::WORD_ASING, None, message).hint(hint));
            None
        }
        Err(broken) => {
            let (message, hint) = broken.told();
            run.sink.push(Diagnostic::galat(Code::WORD_ASING, None, format!("{name}: {message}")).hint(hint));
            None
        }
    }
}

/// A file of another decree is refused before anything of it is listed; a changed decree is told.
fn own(job: &Job, meja: &Meja, acuan: &Acuan<'_>, run: &mut Run) -> Option<()> {
    if meja.same {
        return Some(());
    }
    if balik::asing(&meja.berkas, acuan) {
        let message = format!("{} bukan berkas Word dari {}", job.balik.display(), job.ke.display());
        let hint = "nama dan sebagian besar teksnya lain; sebut YAML yang menjadi asalnya pada --ke";
        run.sink.push(Diagnostic::galat(Code::WORD_ASING, meja.tree.head(), message).hint(hint));
        return None;
    }
    run.voice
        .remark("YAML sudah berubah sejak berkas Word dibuat; tempat yang berubah di keduanya tidak dibawa".into());
    Some(())
}

/// The edits whose words the decree would not print, each by itself.
fn lost(text: &str, job: &Job, meja: &Meja, hasil: &Hasil, acuan: &Acuan<'_>, run: &Run) -> BTreeSet<usize> {
    let carried = |chosen: &BTreeSet<usize>| {
        let after = balik::tulis(text, &meja.tree, hasil, chosen);
        // What is no decree any more is told of by itself.
        bound(&after, job, meja.resolved.edition(), run)
            .map(|printed| balik::terbawa(hasil, acuan, printed.naskah(), chosen))
    };
    let all: BTreeSet<usize> = (0..hasil.suntingan.len()).collect();
    match carried(&all) {
        Some(true) => BTreeSet::new(),
        _ => all.into_iter().filter(|at| carried(&BTreeSet::from([*at])) == Some(false)).collect(),
    }
}

/// The decree as it would go out in the form that the file has.
fn beside(berkas: Berkas, file: FileId, run: &mut Run) -> Option<Meja> {
    let form = berkas.milik.get(EDISI).map_or("", String::as_str);
    let bentuk = if form == "salinan" { Bentuk::Salinan } else { Bentuk::Asli };
    let edition = Edition { bentuk, ..Edition::draft() };
    let same = berkas.milik.get(SIDIK).is_some_and(|sum| *sum == Sidik::of(run.files.text(file)).to_string());
    let read = |run: &mut Run| Some((yaml::parse(&run.files, file, &mut run.sink)?, run.bind(file, &edition)?));
    let (read, sound) = run.apart(Level::Galat, read);
    let (tree, resolved) = read.filter(|_| sound)?;
    if resolved.keputusan().rupa != Rupa::Keputusan {
        let message = "koreksi dari Word hanya dibawa ke dalam keputusan";
        let hint = "berita acara dan surat perintah dikoreksi dalam YAML";
        run.sink.push(Diagnostic::galat(Code::WORD_ASING, Some(resolved.keputusan().jenis.span), message).hint(hint));
        return None;
    }
    Some(Meja { tree, resolved, berkas, same })
}

/// A changed text as a decree; `None` where it is none any more.
fn bound(text: &str, job: &Job, edition: &Edition, run: &Run) -> Option<Resolved> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(job.ke.display().to_string(), text);
    let resolved = crate::bind(file, edition, &run.catalog, &mut files, &mut sink);
    resolved.filter(|_| !sink.has_errors())
}

/// The text with the chosen edits, remarks first; what came of it is read again before it is kept.
fn written(
    text: &str,
    job: &Job,
    meja: &Meja,
    (chosen, refused): (&BTreeSet<usize>, &BTreeSet<usize>),
    run: &mut Run,
) -> Option<String> {
    let compare = |acuan: &Acuan<'_>| {
        let mut hasil = balik::banding(&meja.berkas, acuan, meja.same);
        hasil.tolak(refused);
        hasil
    };
    let edition = meja.resolved.edition();
    let acuan = Acuan::of(meja.resolved.naskah(), &meja.tree);
    let hasil = compare(&acuan);
    let remarked = balik::komentari(text, &meja.tree, &hasil, chosen);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(job.ke.display().to_string(), remarked.as_str());
    let again = yaml::parse(&files, file, &mut sink)
        .zip(crate::bind(file, edition, &run.catalog, &mut files, &mut sink))
        .map(|(tree, resolved)| {
            let acuan = Acuan::of(resolved.naskah(), &tree);
            let hasil = compare(&acuan);
            balik::tulis(&remarked, &tree, &hasil, chosen)
        });
    let again = again.map(|after| match text.contains("\r\n") {
        true => after.replace("\r\n", "\n").replace('\n', "\r\n"),
        false => after,
    });
    let kept = again.filter(|after| bound(after, job, edition, run).is_some());
    if kept.is_none() {
        let message = "suntingan itu tidak menghasilkan YAML yang utuh";
        let hint = "berkas tidak diubah; terima lebih sedikit sekaligus dengan --terima";
        run.sink.push(Diagnostic::galat(Code::SUNTINGAN, meja.tree.head(), message).hint(hint));
    }
    kept
}

/// Tells which edits, each by itself, would leave no decree.
fn tell_unsound(text: &str, job: &Job, meja: &Meja, hasil: &Hasil, run: &mut Run) {
    for (at, edit) in hasil.suntingan.iter().enumerate() {
        let alone = balik::tulis(text, &meja.tree, hasil, &BTreeSet::from([at]));
        if bound(&alone, job, meja.resolved.edition(), run).is_none() {
            let message = format!("suntingan nomor {} tidak dapat diterima: YAML-nya tidak sah lagi", at + 1);
            let hint = "perbaiki di Word, atau tulis sendiri dalam YAML";
            run.sink.push(Diagnostic::peringatan(Code::SUNTINGAN, edit.span, message).hint(hint));
        }
    }
}

/// Tells what is not taken, and where it is changed.
fn tell(found: &[Keberatan], run: &mut Run) {
    for one in found {
        let code = match one.sebab {
            Sebab::Buatan => Code::BUKAN_DI_SINI,
            Sebab::DuaSisi => Code::DUA_SISI,
            Sebab::TakTerbawa => Code::SUNTINGAN,
        };
        run.sink.push(Diagnostic::peringatan(code, one.span, one.pesan.clone()).hint(one.jalan.clone()));
    }
}

/// Shows the edits.
fn list(job: &Job, hasil: &Hasil, run: &mut Run) {
    match job.json {
        true => {
            let lines = json::lines(&hasil.suntingan, &run.files);
            run.voice.show(lines.as_bytes());
        }
        false => {
            let colors = run.voice.colors_products();
            run.voice.show_to_people(&teks::daftar(&hasil.suntingan, colors));
        }
    }
}

/// Tells that nothing was written, and how it would be.
fn untouched(job: &Job, hasil: &Hasil, run: &mut Run) {
    if !hasil.suntingan.is_empty() && job.pilihan == Pilihan::Tanya {
        let message = format!(
            "{} suntingan belum dibawa; terima dengan --terima semua, atau --terima 1,3",
            hasil.suntingan.len()
        );
        run.voice.remark(message);
    }
    run.voice.made(Made::new(Deed::Tetap).at(job.ke.display()));
}
