//! The command `terbit`: a decree gets number and date, and is frozen, once what is about to be done was agreed to.

mod bersama;
mod izin;
mod kelak;
mod nomor;
mod rencana;
mod tempat;

pub use izin::{Izin, SEMUA};

use kelak::Kelak;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::disk::{WriteError, explain};
use crate::office::register::{
    ASLI, Banding, Baris, Buku, Hasil, Kunci, NotDone, Peristiwa, SidikTerbit, Sisa, Tahun, Terbit, Terbuka, Tercatat,
    Tujuan,
};
use crate::office::{beku, open, sasaran};
use crate::run::{Count, Deed, Made, Run};
use crate::{Outcome, PROGRAM};
use naskah_core::decree::keputusan::Dasar;
use naskah_core::decree::{Keputusan, Rupa, Tanggal};
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Level, Sink, Span, Spanned, on_lines};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Edition, Printable, Resolved};
use naskah_core::yaml::{self, Comment};
use naskah_pages::{Means, Typeset};
use naskah_rules::Checked;

use bersama::Menunggu;

/// What `terbit` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The decree.
    pub berkas: PathBuf,
    /// Decrees that are issued together with it, in this order: all or none.
    pub lainnya: Vec<PathBuf>,
    /// Its day, where the file has none.
    pub tanggal: Option<Tanggal>,
    /// Its number, where the file has none; otherwise the next free one.
    pub nomor: Option<String>,
    /// Whether it was issued before or outside the program: findings are recorded and do not stop it.
    pub sudah_ditetapkan: bool,
    /// Where the PDF goes; `None` is the default folder.
    pub keluaran: Option<PathBuf>,
    /// Whether a PDF that is there may be replaced.
    pub timpa: bool,
    /// What was agreed to beforehand.
    pub izin: Izin,
}

/// Issues the decree, and those that go with it: all of them or none.
pub fn run(job: &Job, run: Run) -> Outcome {
    let mut run = run.with_pages();
    run.catalog.read_ahead();
    let made = bersama::each(job, &mut run).and_then(|jobs| match &job.izin {
        Izin::Coba => try_out(&jobs, &mut run),
        Izin::Ya { setujui } => issue(&jobs, &mut run, |siap, run| izin::no_doubts(siap, setujui, run)),
        Izin::Tanya { setujui } => ask_and_issue(&jobs, setujui, &mut run),
    });
    made.into_iter().flatten().for_each(|made| run.voice.made(made));
    run.finish()
}

/// Shows what would be done, and does nothing.
fn try_out(jobs: &[Job], run: &mut Run) -> Option<Vec<Made>> {
    let siap = closed(jobs, run)?;
    run.voice.show_to_people(&rencana::all_told(jobs, &siap));
    Some(siap.iter().map(rencana::made).collect())
}

/// Shows what is about to be done, asks, and does it where it is still the same by then.
fn ask_and_issue(jobs: &[Job], setujui: &[String], run: &mut Run) -> Option<Vec<Made>> {
    let siap = closed(jobs, run)?;
    let plan = rencana::all_told(jobs, &siap);
    run.tell_now();
    run.voice.aside(&on_lines(&plan));
    izin::ask(&siap, setujui, run)?;
    let unchanged = |now: &[Siap], run: &mut Run| izin::unchanged(&siap, now, run);
    // Its warnings were told before the question.
    run.apart(Level::Galat, |run| issue(jobs, run, unchanged)).0
}

/// What is ready to be issued, while the register stays closed.
fn closed(jobs: &[Job], run: &mut Run) -> Option<Vec<Siap>> {
    let buku = Buku::of(run.catalog.root.folder());
    let (siap, _) = bersama::ready(jobs, &buku, &[], run)?;
    (!siap.is_empty()).then_some(siap)
}

/// Takes the register and issues the decrees, where `agreed` says that they may be.
fn issue(jobs: &[Job], run: &mut Run, agreed: impl FnOnce(&[Siap], &mut Run) -> Option<()>) -> Option<Vec<Made>> {
    let register = open::open(run)?;
    let (siap, mut done) = bersama::ready(jobs, register.buku(), &register.sisa, run)?;
    if siap.is_empty() {
        return Some(done);
    }
    agreed(&siap, run)?;
    tempat::can_be_written(&siap, register.buku(), run)?;
    let all = siap.len();
    for (at, siap) in siap.into_iter().enumerate() {
        let place = siap.tujuan.iter().find(|t| t.isi == ASLI).map(|t| t.path.as_path());
        let made = made(&siap.kunci, &siap.terbit, place);
        let written = commit(&register, siap, run);
        if written != Written::Whole {
            bersama::tell_stopped(at + usize::from(written == Written::Recorded), all, run);
            break;
        }
        done.push(made);
    }
    Some(done)
}

/// A decree with all that is written when it is issued.
struct Siap {
    /// Its file.
    berkas: PathBuf,
    kunci: Kunci,
    terbit: Terbit,
    /// How many decisions it has.
    diktum: usize,
    /// The number of its line in the year's book, and the fingerprint of the line before.
    urut: usize,
    sebelum: Sidik,
    tujuan: Vec<Tujuan>,
    /// The fingerprint of the file as it is now.
    asal: Sidik,
    naskah: String,
    bahan: Vec<u8>,
    pdf: Vec<u8>,
    /// What has to be answered before it is issued.
    ragu: Vec<Diagnostic>,
    /// How many warnings there are.
    peringatan: usize,
    /// Whom extracts can be made for.
    petikan: Option<rencana::Petikan>,
    /// What the record for legal documentation still lacks.
    jdih: Vec<&'static str>,
}

impl Siap {
    /// Its line in the year's book.
    fn baris(&self) -> Baris {
        let peristiwa = Peristiwa::Terbit(Box::new(self.terbit.clone()));
        Baris { urut: self.urut, sebelum: self.sebelum, kunci: self.kunci.clone(), peristiwa }
    }
}

/// What became of a decree that was to be made ready.
enum Prepared {
    /// An earlier run had begun to issue it, and it is issued now.
    Earlier(Made),
    /// It was issued before, as it stands.
    Sudah(Kunci),
    /// It is ready.
    Siap(Box<Siap>),
}

/// The lines of a year, of which nothing is amiss.
fn sound_year(buku: &Buku, year: i32, run: &mut Run) -> Option<Tahun> {
    let tahun = buku.utuh(year, &mut run.files, &mut run.sink)?;
    buku.ganjil_semua(Some(year), Banding::Tiada).into_iter().for_each(|one| run.sink.push(one));
    (!run.is_wrong()).then_some(tahun)
}

/// Everything that comes before the register is written.
fn prepare(job: &Job, buku: &Buku, sisa: &[Sisa], menunggu: &mut Menunggu, run: &mut Run) -> Option<Prepared> {
    let file = run.open(&job.berkas)?;
    is_left(job, sisa, run)?;
    let draft = bind_draft(file, run)?;
    is_decree(draft.keputusan(), run)?;
    if let Some(found) = buku.tercatat(&draft, &mut run.files, &mut run.sink).ok()? {
        return before(found, &draft, sisa, menunggu, run);
    }
    is_new(job, draft.keputusan(), run)?;
    let year = draft.keputusan().tahun.value;
    menunggu.read(buku, year, run)?;
    let tahun = menunggu.tahun(year)?;
    let text = nomor::filled(job, &draft, menunggu, tahun, run)?;
    let name = run.files.name(file).to_owned();
    let filled = run.files.add(name, text);
    let (admitted, temuan) = read(job, filled, run)?;
    let kunci = Kunci::of(admitted.resolved())?;
    nomor::weigh(admitted.resolved(), &kunci, (menunggu, tahun), run);
    nomor::printed(job, admitted.resolved(), &kunci, run);
    free(buku, admitted.resolved(), &kunci, (menunggu, tahun), &mut run.sink);
    if run.is_wrong() {
        return None;
    }
    sasaran::check(admitted.resolved(), menunggu.lines(), &run.catalog, &mut run.files, &mut run.sink);
    if run.is_wrong() {
        return None;
    }
    set(job, file, (admitted, temuan), kunci, (menunggu, tahun), run).map(|siap| Prepared::Siap(Box::new(siap)))
}

/// Refuses the source of a decree that an earlier run had begun to issue: it says by now something else.
fn is_left(job: &Job, sisa: &[Sisa], run: &mut Run) -> Option<()> {
    let own = std::path::absolute(&job.berkas).ok();
    let left = sisa.iter().find_map(|sisa| match sisa {
        Sisa::Tertinggal(kunci, path) if Some(path) == own.as_ref() => Some(kunci),
        _ => None,
    });
    let Some(kunci) = left else { return Some(()) };
    run.sink.push(beku::source(&job.berkas, kunci, false));
    None
}

/// A decree that has its number in the register already.
fn before(found: Tercatat, draft: &Resolved, sisa: &[Sisa], menunggu: &Menunggu, run: &mut Run) -> Option<Prepared> {
    if sisa.contains(&Sisa::Diselesaikan(found.kunci.clone())) {
        // It is this very decree that the earlier run had begun.
        return Some(Prepared::Earlier(made(&found.kunci, &found.terbit, None)));
    }
    if menunggu.beberapa && found.terbit.sidik.is_source(run.files.text(draft.source())) {
        return Some(Prepared::Sudah(found.kunci));
    }
    let message = format!("{} sudah terbit tanggal {}", found.kunci, found.terbit.tanggal);
    let hint = "buat salinannya dengan `naskah salinan`";
    run.sink.push(Diagnostic::galat(Code::SUDAH_TERBIT, draft.keputusan().nomor_span, message).hint(hint));
    None
}

/// The decree on its pages, with all that is written of it.
fn set(
    job: &Job,
    file: FileId,
    (admitted, temuan): (Admitted, BTreeMap<String, usize>),
    kunci: Kunci,
    (menunggu, tahun): (&Menunggu, &Tahun),
    run: &mut Run,
) -> Option<Siap> {
    let (urut, sebelum) = tahun.next();
    let ragu = izin::doubts(job, admitted.resolved(), run);
    let petikan = rencana::Petikan::of(admitted.resolved());
    let jdih = rencana::unwritten(admitted.resolved().keputusan());
    let Run { catalog, fonts, files, sink, .. } = run;
    let means = Means { catalog, fonts, files };
    let typeset = naskah_pages::typeset(admitted, &means, sink)?;
    let pdf = typeset.pdf(&means, sink)?;
    let (bundel, bacaan) = (typeset.bundel(), typeset.pages().bacaan());
    let kelak = Kelak { resolved: typeset.resolved(), bundel, bacaan, sidik: Sidik::of(&pdf) };
    kelak::can_be_made(&kelak, catalog, fonts, sink)?;
    let bahan = bundel.to_json();
    let terbit = record(job, &typeset, &bahan, &pdf, temuan);
    let tujuan = tempat::targets(job, file, (&typeset, &pdf), (&kunci, menunggu, tahun), run)?;
    let naskah = typeset.bundel().naskah().to_owned();
    let diktum = typeset.resolved().keputusan().diktum.len();
    let berkas = job.berkas.clone();
    let peringatan = run.sink.count(Level::Peringatan);
    let asal = Sidik::of(run.files.text(file));
    Some(Siap {
        berkas,
        kunci,
        terbit,
        diktum,
        urut,
        sebelum,
        tujuan,
        asal,
        naskah,
        bahan,
        pdf,
        ragu,
        peringatan,
        petikan,
        jdih,
    })
}

/// Refuses a paper beside decrees, whose number is kept in another book.
fn is_decree(keputusan: &Keputusan, run: &mut Run) -> Option<()> {
    if keputusan.rupa == Rupa::Keputusan {
        return Some(());
    }
    let message = format!("{} tidak dicatat dalam register keputusan", keputusan.rupa.nama().to_lowercase());
    let hint = "isi `nomor` menurut buku nomor kantor dan `tanggal`, lalu buat PDF-nya dengan `naskah susun`";
    run.sink.push(Diagnostic::galat(Code::JENIS, keputusan.jenis.span, message).hint(hint));
    None
}

/// Refuses an old decree that is copied with its slips, unless it is recorded as one that was decided before.
fn is_new(job: &Job, keputusan: &Keputusan, run: &mut Run) -> Option<()> {
    if !keputusan.apa_adanya || job.sudah_ditetapkan {
        return Some(());
    }
    let message = "keputusan `apa_adanya` hanya dicatat sebagai keputusan yang sudah ditetapkan";
    let hint = "tambahkan --sudah-ditetapkan, atau hapus `apa_adanya` bila ini keputusan baru";
    run.sink.push(Diagnostic::galat(Code::BELUM_DISETUJUI, keputusan.nomor_span, message).hint(hint));
    None
}

/// A decree that may enter the register.
enum Admitted {
    /// One that the rules passed.
    Checked(Checked),
    /// One that was decided on paper before: it is law as it stands, and its findings are recorded.
    Decided(Resolved),
}

impl Printable for Admitted {
    fn resolved(&self) -> &Resolved {
        match self {
            Self::Checked(checked) => checked.resolved(),
            Self::Decided(resolved) => resolved,
        }
    }
}

/// The decree as it stands, whatever its findings: they are told by the reading that follows.
fn bind_draft(file: FileId, run: &mut Run) -> Option<Resolved> {
    let mut sink = Sink::default();
    let bound = crate::bind(file, &Edition::draft(), &run.catalog, &mut run.files, &mut sink);
    let sound = bound.filter(|resolved| !sink.has_errors() && resolved.kuasa().is_some());
    if sound.is_none() {
        run.sink.extend(sink);
    }
    sound
}

/// Reads the decree with its number; where it was issued before, its findings are counted and do not stop it.
fn read(job: &Job, file: FileId, run: &mut Run) -> Option<(Admitted, BTreeMap<String, usize>)> {
    let Run { catalog, files, sink, .. } = run;
    let edition = Edition::default();
    if !job.sudah_ditetapkan {
        yaml::tinjau(files, file).iter().for_each(|mark| sink.push(undecided(mark)));
    }
    if !job.sudah_ditetapkan {
        return Some((Admitted::Checked(crate::read(file, &edition, catalog, files, sink)?), BTreeMap::new()));
    }
    let resolved = crate::bind(file, &edition, catalog, files, sink)?;
    written_out(resolved.keputusan(), files).into_iter().for_each(|one| sink.push(one));
    let (mut found, mut temuan) = (Sink::default(), BTreeMap::new());
    naskah_rules::run(&resolved, catalog, files, &mut found);
    for finding in found.found() {
        *temuan.entry(finding.code.id.to_owned()).or_default() += 1;
    }
    (!sink.has_errors()).then_some((Admitted::Decided(resolved), temuan))
}

/// Citations of a decree that was decided on paper before, typed in words and printed in others: they are not what was signed.
fn written_out(keputusan: &Keputusan, files: &Files) -> Vec<Diagnostic> {
    let typed = |span: Span| files.text(span.file).get(span.start..span.end).unwrap_or_default();
    let changed = keputusan.mengingat.iter().filter_map(|dasar| match dasar {
        Dasar::Id { id, .. } if typed(id.span).contains(char::is_whitespace) => Some(id),
        _ => None,
    });
    let told = |id: &Spanned<String>| {
        let message = format!("`{}` akan dicetak selengkapnya, bukan seperti yang diketik", typed(id.span));
        Diagnostic::galat(Code::DASAR, id.span, message)
            .hint("bila aslinya memang berbunyi begitu, tambahkan `apa_adanya: ya`")
            .hint(format!("bila aslinya kutipan lengkap, tulis `{}`", id.value))
    };
    changed.map(told).collect()
}

/// What a person has still to decide keeps a decree from being issued.
fn undecided(mark: &Comment) -> Diagnostic {
    let (open, hint) = yaml::catatan::open(mark);
    let message = format!("masih harus diputuskan: {open}");
    Diagnostic::galat(Code::BELUM_DIPUTUSKAN, mark.span, message).hint(hint)
}

/// Reports a number that is taken, or a folder in the way.
fn free(buku: &Buku, resolved: &Resolved, kunci: &Kunci, (menunggu, tahun): (&Menunggu, &Tahun), sink: &mut Sink) {
    let span = resolved.keputusan().nomor_span;
    let folder = buku.folder().join(kunci.folder());
    if let Some(status) = tahun.dipakai(kunci) {
        let other = menunggu.file(status.kunci);
        let used = other.map_or(status.terbit.tentang.clone(), |file| format!("juga ditulis dalam {}", file.display()));
        let used = match status.kunci.nomor == kunci.nomor {
            true => used,
            false => format!("nomor {} dihitung sama, {used}", status.kunci.nomor),
        };
        let message = format!("{kunci} sudah dipakai: {used}");
        let hint = match other {
            Some(_) => "kosongkan `nomor` pada salah satunya supaya nomor berikutnya dipakai",
            None => "kosongkan `nomor` supaya nomor berikutnya dipakai, atau sebut nomor lain dengan --nomor",
        };
        sink.push(Diagnostic::galat(Code::SUDAH_TERBIT, span, message).hint(hint));
    } else if folder.exists() {
        let message = format!("folder {} sudah ada, tetapi {kunci} tidak tercatat dalam register", folder.display());
        let hint = "pulihkan register dari cadangan, atau pindahkan folder itu setelah diperiksa";
        sink.push(Diagnostic::galat(Code::REGISTER_RUSAK, span, message).hint(hint));
    } else if let Some(place) = buku.di_tempat_lain(kunci) {
        let message = format!("{kunci} sudah terbit menurut {}", place.display());
        let hint =
            "kembalikan nama buku atau folder register itu menurut tahunnya, lalu jalankan `naskah register periksa`";
        sink.push(Diagnostic::galat(Code::SUDAH_TERBIT, span, message).hint(hint));
    }
}

/// What the register will say; `json` is the frozen material.
fn record(job: &Job, typeset: &Typeset<Admitted>, json: &[u8], pdf: &[u8], temuan: BTreeMap<String, usize>) -> Terbit {
    let bundel = typeset.bundel();
    let sidik = SidikTerbit {
        pdf: Sidik::of(pdf),
        teks: Some(typeset.pages().bacaan().sidik()),
        ..SidikTerbit::bahan(bundel, json)
    };
    Terbit {
        sudah_ditetapkan: job.sudah_ditetapkan,
        halaman: typeset.pages().count(),
        sumber: bundel.bahan().sumber.clone(),
        program: PROGRAM.to_owned(),
        sidik,
        temuan,
        ..Terbit::dikatakan(typeset.resolved())
    }
}

/// How far an issue came.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    /// To its end.
    Whole,
    /// The register has it; a file outside is still to be written.
    Recorded,
    /// Nothing was.
    Nothing,
}

fn commit(register: &Terbuka, siap: Siap, run: &mut Run) -> Written {
    let baris = siap.baris();
    let Siap { kunci, naskah, bahan, pdf, tujuan, .. } = siap;
    match register.terbitkan(baris, &Hasil { naskah: naskah.as_bytes(), bahan: &bahan, pdf: &pdf, tujuan }) {
        Ok(left) => {
            run.failed |= !left.is_empty();
            left.into_iter().for_each(|path| {
                run.sink.push(open::left_over(&Sisa::Tertinggal(kunci.clone(), path)));
            });
            Written::Whole
        }
        Err(NotDone::Before(path, error)) => {
            run.refuse_writing(&WriteError::Io(path, error));
            Written::Nothing
        }
        Err(NotDone::After(path, error)) => {
            let message =
                format!("{kunci} sudah terbit, tetapi {} tidak dapat ditulis: {}", path.display(), explain(&error));
            let hint = "setelah penyebabnya diatasi, perintah `terbit` atau `batal` berikutnya menyelesaikannya";
            run.refuse(Code::TULIS, message, Some(hint));
            Written::Recorded
        }
    }
}

/// What was issued, and where its PDF is.
fn made(kunci: &Kunci, terbit: &Terbit, pdf: Option<&Path>) -> Made {
    let made = Made::new(Deed::Terbit).named(kunci).of(kunci).sidik(terbit.sidik.pdf);
    let made = pdf.iter().fold(made, |made, path| made.at(path.display()));
    let made = made.count(Count::Halaman, terbit.halaman);
    match terbit.temuan.values().sum() {
        0 => made,
        found => made.count(Count::Temuan, found),
    }
}

/// A warning of the register about a decree that can still be issued.
fn warn(code: Code, resolved: &Resolved, message: String, hint: &str) -> Diagnostic {
    Diagnostic::new(Level::Peringatan, code, resolved.keputusan().nomor_span, message).hint(hint)
}
