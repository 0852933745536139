//! The command `verifikasi`: whether a PDF is what its own source makes, and whether it is what was issued.
//!
//! The decree is made again from the source and the material that the PDF carries. The same bytes are the same decree; so
//! is a PDF that begins with those bytes where what was appended only adds signatures, stamps and remarks. Everything else
//! is compared page by page, to say what differs.

mod alamat;
pub mod anggaran;
mod beda;
mod catatan;
mod cetak;
mod gambar;
mod kalimat;
mod kedudukan;
mod lapor;
mod nama;
mod penanda;
mod petikan;
mod sebutan;
mod tampilan;
mod tempat;
mod ucapan;
mod waktu;

pub use lapor::{Catatan, Gambar, Hasil, Jawaban, Selisih};

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::input::{self, Tanpa};
use crate::office::register::Buku;
use crate::office::remake::{self, Remade, pengesah};
use crate::run::Run;
use crate::{Outcome, PROGRAM, Typeset, typeset};
use naskah_core::bundle::{Bahan, Bundel};
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Level, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Edition, Resolved};
use naskah_formats::pdf::{self, Pdf, Ucapan, guarded};

use tempat::Tempat;

/// What `verifikasi` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The PDFs; `-` is standard input.
    pub berkas: Vec<PathBuf>,
    /// The register's folder; otherwise that of the root, where there is one.
    pub register: Option<PathBuf>,
    /// Hexadecimal digits with which the fingerprint of the original begins, as printed on a copy.
    pub sidik: Option<String>,
    /// Whether the pages are drawn by a second renderer also where nothing was appended.
    pub gambar: bool,
    /// Whether the answer is for programs.
    pub json: bool,
    /// The folder that goes before what the program carries.
    pub akar: Option<PathBuf>,
    /// The program that verifies each PDF in a process of its own, within a budget; `None` verifies here.
    pub program: Option<PathBuf>,
}

/// The answer for bytes that are no PDF to anybody.
const BROKEN: &str = "PDF tidak dapat dibaca: susunannya rusak";

/// What the typesetter knows of a longer PDF is forgotten before the PDF is looked at: both together take too much memory.
const LARGE: usize = 4 * 1024 * 1024;

/// Answers for every PDF; the worst answer is the run's: different, then not to be told, then the same.
pub fn run(job: &Job, run: Run) -> Outcome {
    let mut run = if job.program.is_some() { run } else { run.with_pages() };
    let buku = match &job.register {
        Some(folder) => Buku::at(folder),
        None => Buku::of(run.catalog.root.folder()),
    };
    let mut worst = Hasil::Sama;
    for path in &job.berkas {
        let apart = job.program.as_deref().map(|program| anggaran::verify(program, path, job));
        let (hasil, answer) = match apart {
            Some(Ok(answered)) => answered,
            Some(Err(why)) => {
                let mut jawaban = Jawaban::unknown(path.display().to_string(), why);
                if let Ok(bytes) = input::bytes(path, pdf::MAX_BYTES) {
                    jawaban.register = catatan::by_bytes(&bytes, None, &buku, &mut run);
                }
                (jawaban.hasil, jawaban.told(job.json).into_bytes())
            }
            None => {
                typeset::forget(3);
                let jawaban = check(path, job, &buku, &mut run);
                (jawaban.hasil, jawaban.told(job.json).into_bytes())
            }
        };
        worst = worst.max(hasil);
        run.voice.show(&answer);
    }
    if !job.json && (job.program.is_some() || job.berkas.len() > 1) {
        run.voice.show(lapor::WORTH.as_bytes());
    }
    match (worst, run.finish()) {
        (_, Outcome::CouldNotRun) | (Hasil::TidakDapat, _) => Outcome::CouldNotRun,
        (Hasil::Berbeda, _) => Outcome::Wrong,
        (Hasil::Sama, outcome) => outcome,
    }
}

fn check(path: &Path, job: &Job, buku: &Buku, run: &mut Run) -> Jawaban {
    let name = path.display().to_string();
    let bytes = match input::bytes(path, pdf::MAX_BYTES) {
        Ok(bytes) if bytes.len() <= pdf::MAX_BYTES => bytes,
        Ok(_) => return Jawaban::unknown(name, input::too_large(pdf::MAX_BYTES)),
        Err(error) => return Jawaban::unknown(name, input::unreadable("berkas", &error)),
    };
    let before = std::mem::take(&mut run.sink);
    let mut jawaban = match guarded(|| compare(&name, &bytes, job, buku, run)) {
        Some(jawaban) => jawaban,
        None => Jawaban::unknown(name, BROKEN.to_owned()),
    };
    run.sink = before;
    if jawaban.hasil == Hasil::TidakDapat && matches!(jawaban.register, Catatan::Belum) {
        let bundel = guarded(|| input::source(&bytes).ok()).flatten();
        jawaban.register = catatan::by_bytes(&bytes, bundel.as_ref(), buku, run);
        guarded(|| weigh_appended(&mut jawaban, &bytes, (None, &Tempat::anywhere()), buku, run));
        jawaban.disclaim();
    }
    jawaban
}

/// The answer for the bytes of a PDF.
fn compare(name: &str, bytes: &[u8], job: &Job, buku: &Buku, run: &mut Run) -> Jawaban {
    let bundel = match input::source(bytes) {
        Ok(bundel) => bundel,
        Err(tanpa) => return Jawaban::unknown(name.to_owned(), without_source(bytes, &tanpa)),
    };
    let bahan = &bundel.bahan();
    let fonts = bundel.missing_fonts(&run.catalog);
    let Some((typeset, made)) = remake::remake(&bundel, &bahan.edisi, run) else {
        let mut jawaban = Jawaban::unknown(name.to_owned(), unmade(&run.sink));
        jawaban.alasan.extend(reservations(bahan, &fonts));
        jawaban.program = bahan.pembuat().to_owned();
        return jawaban;
    };
    let mut jawaban = Jawaban::new(name.to_owned(), typeset.pages().count(), bahan.pembuat().to_owned());
    look(&mut jawaban, bytes, &made, &typeset, job, run);
    if jawaban.hasil == Hasil::Berbeda && !bytes.starts_with(&made) {
        reserve(&mut jawaban, reservations(bahan, &fonts), &typeset, &run.catalog);
    }
    ask_register(&mut jawaban, bytes, &made, (&bundel, typeset.resolved()), buku, run);
    jawaban.disclaim();
    let known = |asked: &String| originals(bytes, &made, &bundel).iter().any(|own| own.to_string().starts_with(asked));
    if job.sidik.as_ref().is_some_and(|asked| !known(asked)) {
        jawaban.answer(Hasil::Berbeda, Code::BUKAN_TERBIT);
        let own = jawaban.sidik.map_or(String::new(), |sidik| format!(": sidik aslinya {}", sidik.pendek()));
        jawaban.alasan.push(format!("bukan naskah dengan sidik yang disebut{own}"));
    }
    if let Some(later) = bahan.edisi.pengesah.last() {
        let remark =
            format!("pengesah yang tercetak, {}, tidak ada dalam profil kantor saat terbit", pengesah::told(later));
        jawaban.alasan.push(remark);
    }
    if jawaban.hasil == Hasil::Sama {
        cetak::weigh(&mut jawaban, &typeset, &run.catalog);
        weigh_fingerprint(&mut jawaban, &bundel, run);
    }
    jawaban
}

/// Takes back that a PDF is another than the one made again, where another program or other fonts may have made it so.
fn reserve(jawaban: &mut Jawaban, mut reservations: Vec<String>, typeset: &Typeset<Remade>, catalog: &Catalog) {
    // Words come from what the PDF carries; all else may be another program's way of writing them.
    let alike = jawaban.ditulis_ulang && jawaban.gambar.is_some_and(|seen| seen.sama);
    if alike && !cetak::foreign_templates(typeset, catalog).is_empty() {
        let other = "templat di dalam PDF ini bukan milik program ini: PDF itu mungkin dibuat dengan program yang lain \
                     susunannya; periksa dengan program waktu itu atau dengan register";
        reservations.push(other.to_owned());
        jawaban.perbedaan.clear();
    }
    if !reservations.is_empty() {
        if jawaban.ditulis_ulang && !alike {
            jawaban.perbedaan = vec![beda::set_otherwise()];
        }
        jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        jawaban.alasan = reservations;
    }
}

/// Why nothing can be told of a PDF without a source; abstracts carry none.
fn without_source(bytes: &[u8], tanpa: &Tanpa) -> String {
    let heads = ["ABSTRAK", "CATATAN"];
    let reads = |pdf: &Pdf| {
        let words: Vec<String> =
            (0..pdf.count().min(4)).flat_map(|page| pdf.words(page)).map(|word| word.teks).collect();
        heads.iter().all(|head| words.iter().any(|word| word == head))
    };
    let looks = || matches!(tanpa, Tanpa::NoBundle) && Pdf::open(bytes).is_ok_and(|pdf| reads(&pdf));
    match guarded(looks) {
        Some(true) => {
            "tersusun seperti abstrak JDIH, yang hanya ringkasan dan tidak membawa sumber; periksa keputusannya \
                       sendiri"
                .to_owned()
        }
        _ => tanpa.to_string(),
    }
}

/// Looks at a PDF beside the one made again: what differs, what was added, what that says and shows.
fn look(jawaban: &mut Jawaban, bytes: &[u8], made: &[u8], typeset: &Typeset<Remade>, job: &Job, run: &Run) {
    if made.len() > LARGE {
        typeset::forget(0);
    }
    let resolved = typeset.resolved();
    let base = (bytes != made).then(|| Pdf::open(made).ok()).flatten();
    let tempat = Tempat::of(resolved);
    let ucapan = weigh(jawaban, bytes, (made, base.as_ref()), &tempat);
    let Some(base) = &base else { return };
    let unchanged = jawaban.hasil == Hasil::Sama;
    if !jawaban.tambahan.is_empty() || !ucapan.is_empty() {
        let ukuran = tampilan::measure(resolved, &jawaban.tambahan, &run.catalog);
        tampilan::weigh(jawaban, base, &tempat, &ukuran);
        penanda::weigh(jawaban, base, &tempat, &ukuran);
        ucapan::weigh(jawaban, &ucapan, &ukuran);
        jawaban.hanya_penyerta = unchanged && jawaban.hasil == Hasil::Berbeda;
    }
    if is_to_be_seen(jawaban, bytes, made, job) {
        gambar::look(jawaban, bytes, (made, base), job.gambar, &run.catalog);
        jawaban.hanya_penyerta &= jawaban.gambar.is_some_and(|seen| seen.sama);
    }
}

/// Whether a second renderer is asked: where something was appended, or the file was saved anew.
fn is_to_be_seen(jawaban: &Jawaban, bytes: &[u8], made: &[u8], job: &Job) -> bool {
    let appended = bytes.strip_prefix(made).is_some_and(|rest| !rest.iter().all(is_blank));
    !jawaban.tepat && jawaban.hasil != Hasil::TidakDapat && (job.gambar || appended || jawaban.ditulis_ulang)
}

/// The fingerprints that the original of a PDF may have.
fn originals(bytes: &[u8], made: &[u8], bundel: &Bundel) -> Vec<Sidik> {
    match (bundel.bahan().edisi.asli, bytes.starts_with(made)) {
        (Some(asli), _) => vec![asli],
        (None, true) => vec![Sidik::of(made)],
        (None, false) => catatan::fingerprints(bytes),
    }
}

/// What the register says of the decree, and what that makes of the answer.
fn ask_register(
    jawaban: &mut Jawaban,
    bytes: &[u8],
    made: &[u8],
    (bundel, resolved): (&Bundel, &Resolved),
    buku: &Buku,
    run: &mut Run,
) {
    let edisi = &bundel.bahan().edisi;
    let originals = originals(bytes, made, bundel);
    // The fingerprint of a PDF that was written anew is nobody's.
    jawaban.sidik = originals.first().copied().filter(|_| edisi.asli.is_some() || bytes.starts_with(made));
    jawaban.bentuk = Some(edisi.bentuk);
    jawaban.register = catatan::by_number(resolved, bundel, &originals, buku, run);
    jawaban.alasan.extend(catatan::besides(&jawaban.register, resolved, buku, run));
    match &jawaban.register {
        Catatan::Lain { .. } => jawaban.answer(Hasil::Berbeda, Code::BUKAN_TERBIT),
        Catatan::Rusak(_) | Catatan::TakTercatat | Catatan::TakTerbanding { .. } if jawaban.hasil == Hasil::Sama => {
            jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        }
        Catatan::Terbit { kunci, .. } => jawaban.alasan.extend(catatan::frozen(kunci, buku, run)),
        _ => {}
    }
    weigh_appended(jawaban, bytes, (Some(made), &Tempat::of(resolved)), buku, run);
}

/// The fingerprint that a copy prints is its own statement: it counts where the original that is made again from what the
/// copy carries has it.
fn weigh_fingerprint(jawaban: &mut Jawaban, bundel: &Bundel, run: &mut Run) {
    let Some(printed) = bundel.bahan().edisi.asli else { return };
    if bundel.bahan().edisi.bentuk == Bentuk::Petikan {
        return petikan::weigh_fingerprint(jawaban);
    }
    let made = remake::remake(bundel, &Edition::default(), run).map(|(_, pdf)| Sidik::of(&pdf));
    // What the register knows was compared with it, also where the original went out with its comments.
    let known = matches!(jawaban.register, Catatan::Terbit { .. });
    if made != Some(printed) && !known {
        jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        let remark = "sidik yang tercetak hanya pernyataan PDF ini sendiri: naskah asli yang disusun ulang dari sumber di \
                      dalamnya tidak bersidik itu; periksa dengan register";
        jawaban.alasan.push(remark.to_owned());
    }
}

/// What is told of a file that is what was issued, of which other pages are made here.
const UNTOUCHED: &str =
    "setiap bitanya sama dengan berkas yang terbit menurut register; program ini menyusun halamannya lain";

/// The same, of a file that has signatures since.
const ADDED_TO: &str = "setiap bita di depan yang ditambahkan itu sama dengan berkas yang terbit menurut register; program ini menyusun \
                        halamannya lain";

/// Weighs what was appended to a PDF that could not be made again. What it was appended to is the original that the register
/// knows by its bytes, or else the part that the file itself begins with: who made that is not told, only what came after.
fn weigh_appended(
    jawaban: &mut Jawaban,
    bytes: &[u8],
    (made, tempat): (Option<&[u8]>, &Tempat),
    buku: &Buku,
    run: &mut Run,
) {
    if jawaban.hasil == Hasil::Sama {
        return;
    }
    let issued = catatan::issued_part(bytes, buku, run);
    let registered = issued.is_some() && matches!(jawaban.register, Catatan::Terbit { .. });
    if registered && issued.is_some_and(|part| part.len() == bytes.len()) {
        // No byte of it was touched, so it is this build of the program that makes other pages than the one it was made by.
        jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        jawaban.perbedaan.clear();
        jawaban.alasan.push(UNTOUCHED.to_owned());
    }
    let again = made.is_some_and(|made| bytes.starts_with(made));
    let first = issued.or_else(|| catatan::first_part(bytes).filter(|_| !again));
    let Some(part) = first.filter(|part| jawaban.hasil == Hasil::TidakDapat && part.len() < bytes.len()) else {
        return;
    };
    let mut against = Jawaban::new(String::new(), 0, String::new());
    weigh(&mut against, bytes, (part, Pdf::open(part).ok().as_ref()), tempat);
    if against.hasil == Hasil::Berbeda {
        jawaban.answer(Hasil::Berbeda, Code::PDF_BERBEDA);
        jawaban.perbedaan = against.perbedaan;
    } else if registered && against.hasil == Hasil::Sama {
        jawaban.perbedaan.clear();
        if !again {
            jawaban.alasan.push(ADDED_TO.to_owned());
        }
    }
    jawaban.tambahan = against.tambahan;
}

/// What is told of a part that was appended for nothing.
fn idle(part: usize) -> String {
    format!("bagian ke-{part} yang ditambahkan tidak membawa tanda tangan atau bukti, dan tidak mengubah yang tampak")
}

/// Whether a byte says nothing.
fn is_blank(byte: &u8) -> bool {
    byte.is_ascii_whitespace() || *byte == 0
}

/// What is told of blanks behind the end of a PDF, but for the end of its last line.
fn blanks(bytes: &[u8]) -> Option<String> {
    let count = bytes.iter().rev().take_while(|byte| is_blank(byte)).count();
    let end = bytes.get(bytes.len() - count..).unwrap_or_default();
    let usual = matches!(end, b"" | b"\n" | b"\r\n" | b"\r" | b"\n\n");
    (!usual).then(|| format!("di belakang akhir PDF ada {count} bita kosong"))
}

/// Compares a PDF with the one made again, which is opened; signatures have their places in it.
/// Answers with the texts that came with what was appended.
fn weigh(
    jawaban: &mut Jawaban,
    bytes: &[u8],
    (made, base): (&[u8], Option<&Pdf>),
    tempat: &Tempat,
) -> BTreeSet<Ucapan> {
    let mut ucapan = BTreeSet::new();
    if bytes == made {
        jawaban.tepat = true;
        return ucapan;
    }
    let Some(base) = base else {
        jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        jawaban.alasan.push(BROKEN.to_owned());
        return ucapan;
    };
    jawaban.alasan.extend(blanks(bytes));
    match bytes.strip_prefix(made) {
        Some(rest) if rest.iter().all(is_blank) => {}
        Some(_) => {
            let (update, last) = pdf::added(base, bytes, made.len());
            let update = tempat.accepts(update, base);
            jawaban.alasan.extend(update.sepi.iter().map(|part| idle(*part)));
            jawaban.tambahan = update.tambahan;
            ucapan = update.ucapan;
            if !update.perubahan.is_empty() {
                jawaban.answer(Hasil::Berbeda, Code::PDF_BERBEDA);
                jawaban.perbedaan = beda::of_update(base, last.as_ref().unwrap_or(base), &update.perubahan);
            }
        }
        None => match Pdf::open(bytes) {
            Ok(last) => {
                jawaban.answer(Hasil::Berbeda, Code::PDF_BERBEDA);
                jawaban.perbedaan = beda::of_pages(base, &last);
                jawaban.ditulis_ulang = beda::only_looks(&jawaban.perbedaan);
                if jawaban.perbedaan.is_empty() {
                    jawaban.perbedaan = beda::of_the_rest(base, &last);
                }
            }
            Err(_) => {
                jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
                jawaban.alasan.push(BROKEN.to_owned());
            }
        },
    }
    ucapan
}

/// Why a decree that is made again here might come out otherwise than it was.
fn reservations(bahan: &Bahan, fonts: &[String]) -> Vec<String> {
    let (mut out, program) = (Vec::new(), bahan.pembuat());
    if program != PROGRAM {
        let way_out = match bahan.edisi.asli {
            Some(_) => "periksa dengan program itu, atau buat lagi dari registernya dengan program ini",
            None => "periksa dengan program itu",
        };
        out.push(format!("PDF dibuat dengan {program}, sedangkan ini {PROGRAM}; {way_out}"));
    }
    if !fonts.is_empty() {
        let list = fonts.join(", ");
        out.push(format!("huruf yang dipakai waktu itu tidak ada di sini atau isinya lain: {list}; pakai --akar"));
    }
    out
}

/// Why the decree could not be made again.
fn unmade(sink: &Sink) -> String {
    let error = sink.found().iter().find(|finding| finding.level == Level::Galat);
    let reason = error.map_or(String::new(), |finding| format!(": {}", finding.message));
    format!("sumber di dalam PDF tidak dapat disusun{reason}")
}
