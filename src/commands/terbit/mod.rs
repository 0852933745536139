//! The commands `terbit` and `batal`: a decree gets number and date, and is frozen; or it is withdrawn.

mod nomor;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk::{WriteError, explain};
use crate::naming;
use crate::office::register::{
    ASLI, Baris, Batal, Buku, Gagal, Hasil, Kunci, NASKAH, Peristiwa, Rujukan, SidikTerbit, Sisa, Tahun, Terbit,
    Terbuka, Tujuan,
};
use crate::session::{Cara, Kerja};
use naskah_core::bundle::PROGRAM;
use naskah_core::decree::keputusan::Dasar;
use naskah_core::decree::{Keputusan, Tanggal};
use naskah_core::diag::{Code, Diagnostic, FileId, Level, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Edition, Printable, Resolved};
use naskah_core::yaml::{self, Comment};
use naskah_pages::{Means, Typeset};
use naskah_rules::Checked;

/// What `terbit` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The decree.
    pub berkas: PathBuf,
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
    /// What every command is asked.
    pub cara: Cara,
}

/// Issues the decree.
pub fn run(job: &Job) -> Outcome {
    let mut kerja = Kerja::new(&job.cara);
    kerja.catalog.read_ahead();
    let told = open_register(&mut kerja).and_then(|register| issue(job, &register, &mut kerja));
    kerja.finish(&told.into_iter().collect::<Vec<_>>())
}

/// What `batal` was asked to do.
#[derive(Debug, Clone)]
pub struct BatalJob {
    /// The decree.
    pub rujukan: Rujukan,
    /// Why.
    pub alasan: String,
    /// Its day.
    pub tanggal: Option<Tanggal>,
    /// What every command is asked.
    pub cara: Cara,
}

/// Withdraws a decree.
pub fn withdraw(job: &BatalJob) -> Outcome {
    let mut kerja = Kerja::without_pages(&job.cara);
    let told = open_register(&mut kerja).and_then(|register| withdraw_in(job, &register, &mut kerja));
    kerja.finish(&told.into_iter().collect::<Vec<_>>())
}

fn withdraw_in(job: &BatalJob, register: &Terbuka, kerja: &mut Kerja) -> Option<String> {
    let Kerja { files, sink, .. } = kerja;
    let found = register.buku().rujuk(&job.rujukan, files, sink)?;
    if let Some(batal) = &found.batal {
        let message = format!("{} sudah dibatalkan: {}", found.kunci, batal.alasan);
        sink.push(Diagnostic::galat(Code::DIBATALKAN, None, message));
        return None;
    }
    let tahun = register.buku().baca(found.kunci.tahun, files, sink)?;
    let batal = Batal { alasan: job.alasan.clone(), tanggal: job.tanggal.map(iso) };
    let baris = tahun.berikut(found.kunci.clone(), Peristiwa::Batal(batal));
    match register.catat(&baris) {
        Ok(()) => Some(match kerja.as_json() {
            true => serde_json::json!({"batal": found.kunci}).to_string(),
            false => format!("dibatalkan: {}, {}", found.kunci, found.terbit.tentang),
        }),
        Err((path, error)) => {
            kerja.refuse_writing(&WriteError::Io(path, error));
            None
        }
    }
}

/// Takes the register, and says what an earlier run had left.
fn open_register(kerja: &mut Kerja) -> Option<Terbuka> {
    let buku = Buku::of(kerja.catalog.root.folder());
    match Terbuka::open(buku) {
        Ok(register) => {
            register.sisa.iter().for_each(|sisa| kerja.sink.push(left_over(sisa)));
            Some(register)
        }
        Err((path, error)) => {
            kerja.refuse_writing(&WriteError::Io(path, error));
            None
        }
    }
}

fn left_over(sisa: &Sisa) -> Diagnostic {
    let (message, hint) = match sisa {
        Sisa::Dibuang => ("penerbitan yang terhenti telah dibuang; tidak ada yang tercatat".to_owned(), None),
        Sisa::Dibatalkan(kunci) => {
            (format!("penerbitan {kunci} yang terhenti telah dibuang; tidak ada yang tercatat"), None)
        }
        Sisa::Diselesaikan(kunci) => (format!("penerbitan {kunci} yang terhenti telah diselesaikan"), None),
        Sisa::Tertinggal(kunci, path) => (
            format!("{kunci} sudah terbit, tetapi {} isinya lain dan dibiarkan", path.display()),
            Some("naskah dan PDF yang terbit ada di dalam folder register"),
        ),
    };
    Diagnostic::peringatan(Code::SISA, None, message).hint_opt(hint.map(str::to_owned))
}

/// Everything between the open register and the line that tells the result.
fn issue(job: &Job, register: &Terbuka, kerja: &mut Kerja) -> Option<String> {
    let file = kerja.open(&job.berkas)?;
    let draft = bind_draft(file, kerja)?;
    // A decree that has its number already may be issued already.
    if let Some(found) = register.buku().tercatat(&draft, &mut kerja.files, &mut kerja.sink).ok()? {
        if register.sisa.contains(&Sisa::Diselesaikan(found.kunci.clone())) {
            // It is this very decree that the earlier run had begun.
            return Some(tell(&found.kunci, &found.terbit, None, kerja));
        }
        let message = format!("{} sudah terbit tanggal {}", found.kunci, found.terbit.tanggal);
        let hint = "buat salinannya dengan `naskah salinan`";
        kerja.sink.push(Diagnostic::galat(Code::SUDAH_TERBIT, draft.keputusan().nomor_span, message).hint(hint));
        return None;
    }
    let tahun = register.buku().baca(draft.keputusan().tahun.value, &mut kerja.files, &mut kerja.sink)?;
    let text = nomor::filled(job, &draft, &tahun, kerja)?;
    let name = kerja.files.name(file).to_owned();
    let filled = kerja.files.add(name, text);
    let (admitted, temuan) = read(job, filled, kerja)?;
    let kunci = Kunci::of(admitted.resolved())?;
    nomor::weigh(admitted.resolved(), &kunci, &tahun, kerja);
    free(register.buku(), admitted.resolved(), &kunci, &tahun, &mut kerja.sink);
    if kerja.is_wrong() {
        return None;
    }
    let Kerja { catalog, fonts, files, sink, .. } = kerja;
    let means = Means { catalog, fonts, files };
    let typeset = naskah_pages::typeset(admitted, &means, sink)?;
    let pdf = typeset.pdf(&means, sink)?;
    let bahan = typeset.bundel().to_json();
    let terbit = record(job, &typeset, &bahan, &pdf, temuan);
    let tujuan = targets(job, file, &typeset, &pdf, kerja)?;
    let place = tujuan.iter().find(|t| t.isi == ASLI).map(|t| t.path.as_path());
    let told = tell(&kunci, &terbit, place, kerja);
    let baris = tahun.berikut(kunci, Peristiwa::Terbit(Box::new(terbit)));
    let naskah = typeset.bundel().naskah().as_bytes();
    commit(register, baris, &Hasil { naskah, bahan: &bahan, pdf: &pdf, tujuan }, kerja)?;
    Some(told)
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
fn bind_draft(file: FileId, kerja: &mut Kerja) -> Option<Resolved> {
    let mut sink = Sink::default();
    let bound = crate::bind(&mut kerja.files, file, &Edition::draft(), &kerja.catalog, &mut sink);
    let sound = bound.filter(|resolved| !sink.has_errors() && resolved.kuasa().is_some());
    if sound.is_none() {
        kerja.sink.extend(sink);
    }
    sound
}

/// Reads the decree with its number; where it was issued before, its findings are counted and do not stop it.
fn read(job: &Job, file: FileId, kerja: &mut Kerja) -> Option<(Admitted, BTreeMap<String, usize>)> {
    let Kerja { catalog, files, sink, .. } = kerja;
    let edition = Edition::default();
    if !job.sudah_ditetapkan {
        yaml::tinjau(files, file).iter().for_each(|mark| sink.push(undecided(mark)));
    }
    if !job.sudah_ditetapkan {
        return Some((Admitted::Checked(crate::read(files, file, &edition, catalog, sink)?), BTreeMap::new()));
    }
    let resolved = crate::bind(files, file, &edition, catalog, sink)?;
    let (mut found, mut temuan) = (Sink::default(), BTreeMap::new());
    naskah_rules::run(&resolved, catalog, files, &mut found);
    for finding in found.found() {
        *temuan.entry(finding.code.id.to_owned()).or_default() += 1;
    }
    (!sink.has_errors()).then_some((Admitted::Decided(resolved), temuan))
}

/// What a person has still to decide keeps a decree from being issued.
fn undecided(mark: &Comment) -> Diagnostic {
    let message = format!("masih harus diputuskan: {}", mark.text.trim_start_matches(yaml::TINJAU).trim());
    Diagnostic::galat(Code::BELUM_DIPUTUSKAN, mark.span, message)
        .hint("putuskan isinya, lalu hapus catatan `# TINJAU: …` ini")
}

/// Reports a number that is taken, or a folder in the way.
fn free(buku: &Buku, resolved: &Resolved, kunci: &Kunci, tahun: &Tahun, sink: &mut Sink) {
    let span = resolved.keputusan().nomor_span;
    let folder = buku.folder().join(kunci.folder());
    if let Some(status) = tahun.cari(kunci) {
        let message = format!("{kunci} sudah dipakai: {}", status.terbit.tentang);
        let hint = "kosongkan `nomor` supaya nomor berikutnya dipakai, atau sebut nomor lain dengan --nomor";
        sink.push(Diagnostic::galat(Code::SUDAH_TERBIT, span, message).hint(hint));
    } else if folder.exists() {
        let message = format!("folder {} sudah ada, tetapi {kunci} tidak tercatat dalam register", folder.display());
        let hint = "pulihkan register dari cadangan, atau pindahkan folder itu setelah diperiksa";
        sink.push(Diagnostic::galat(Code::REGISTER_RUSAK, span, message).hint(hint));
    }
}

fn iso(day: Tanggal) -> String {
    let (year, month, day) = day.parts();
    format!("{year:04}-{month:02}-{day:02}")
}

/// What the register will say; `json` is the frozen material.
fn record(job: &Job, typeset: &Typeset<Admitted>, json: &[u8], pdf: &[u8], temuan: BTreeMap<String, usize>) -> Terbit {
    let resolved = typeset.resolved();
    let keputusan = resolved.keputusan();
    let penutup = &resolved.naskah().penutup;
    let post: Vec<String> = penutup.jabatan.iter().map(|line| line.as_plain()).collect();
    let (mengubah, mencabut) = changes(keputusan);
    let (naskah, bahan) = (typeset.bundel().naskah(), typeset.bundel().bahan());
    Terbit {
        tentang: keputusan.tentang.as_plain(),
        tanggal: keputusan.ditetapkan.tanggal.as_ref().map_or(String::new(), |day| iso(day.value)),
        tempat: penutup.di.as_ref().map_or(String::new(), |place| place.as_plain()),
        pejabat: format!("{} {}", post.join(" "), penutup.nama.as_plain()),
        sudah_ditetapkan: job.sudah_ditetapkan,
        halaman: typeset.pages().count(),
        sumber: bahan.sumber.clone(),
        program: PROGRAM.to_owned(),
        sidik: SidikTerbit {
            naskah: Sidik::of(naskah),
            pdf: Sidik::of(pdf),
            teks: Some(typeset.pages().bacaan().sidik()),
            bahan: Sidik::of(json),
            templat: bahan.sidik("templates/"),
            data: bahan.sidik("data/"),
            huruf: bahan.sidik_huruf(),
        },
        dasar: keputusan.mengingat.iter().filter_map(basis_id).collect(),
        mengubah,
        mencabut,
        temuan,
    }
}

fn basis_id(dasar: &Dasar) -> Option<String> {
    match dasar {
        Dasar::Id { id, .. } => Some(id.value.clone()),
        Dasar::Teks(_) => None,
    }
}

/// What the decree amends and what it revokes, as it names them.
fn changes(keputusan: &Keputusan) -> (Vec<String>, Vec<String>) {
    use naskah_core::language::citation;
    let title = keputusan.tentang.as_plain();
    let named = |text: &str, sitasi: &citation::Sitasi| text.get(sitasi.kepala()).unwrap_or_default().to_owned();
    let first = |text: &str| citation::judul(text).iter().take(1).map(|s| named(text, s)).collect::<Vec<_>>();
    let amends = if citation::urutan(&title).is_some() { first(&title) } else { Vec::new() };
    let mut revokes = if title.starts_with("Pencabutan ") { first(&title) } else { Vec::new() };
    for butir in &keputusan.diktum {
        let text = butir.teks.as_plain();
        if text.contains("dicabut dan dinyatakan tidak berlaku") {
            revokes.extend(citation::kalimat(&text).iter().map(|s| named(&text, s)));
        }
    }
    revokes.sort();
    revokes.dedup();
    (amends, revokes)
}

/// The files outside the register: the source where it got a number or a day, and the PDF.
fn targets(job: &Job, file: FileId, typeset: &Typeset<Admitted>, pdf: &[u8], kerja: &mut Kerja) -> Option<Vec<Tujuan>> {
    let keputusan = &typeset.resolved().keputusan();
    let mut tujuan = Vec::new();
    let text = kerja.files.text(file);
    if text != typeset.bundel().naskah() && job.berkas != Path::new("-") {
        tujuan.push(Tujuan { path: job.berkas.clone(), isi: NASKAH.to_owned(), lama: Some(Sidik::of(text)) });
    }
    let name = format!("{}.pdf", naming::stem(keputusan));
    let path = naming::target(job.keluaran.as_deref(), keputusan, &name);
    let there = std::fs::read(&path).ok().map(Sidik::of);
    if there.is_some_and(|sidik| sidik != Sidik::of(pdf)) && !job.timpa {
        kerja.refuse_writing(&WriteError::Exists(path));
        return None;
    }
    tujuan.push(Tujuan { path, isi: ASLI.to_owned(), lama: there });
    Some(tujuan)
}

fn commit(register: &Terbuka, baris: Baris, hasil: &Hasil<'_>, kerja: &mut Kerja) -> Option<()> {
    let kunci = baris.kunci.clone();
    match register.terbitkan(baris, hasil) {
        Ok(()) => Some(()),
        Err(Gagal::Sebelum(path, error)) => {
            kerja.refuse_writing(&WriteError::Io(path, error));
            None
        }
        Err(Gagal::Sesudah(path, error)) => {
            let message =
                format!("{kunci} sudah terbit, tetapi {} tidak dapat ditulis: {}", path.display(), explain(&error));
            let hint = "setelah penyebabnya diatasi, perintah `terbit` atau `batal` berikutnya menyelesaikannya";
            kerja.refuse(Code::TULIS, message, Some(hint));
            None
        }
    }
}

/// What was issued, and where its PDF is.
fn tell(kunci: &Kunci, terbit: &Terbit, pdf: Option<&Path>, kerja: &Kerja) -> String {
    let found: usize = terbit.temuan.values().sum();
    if kerja.as_json() {
        let (halaman, sidik) = (terbit.halaman, terbit.sidik.pdf);
        return serde_json::json!({"terbit": kunci, "hasil": pdf, "halaman": halaman, "sidik": sidik, "temuan": found})
            .to_string();
    }
    let noted = if found > 0 { format!("; {found} temuan dicatat") } else { String::new() };
    let place = pdf.map_or(String::new(), |path| format!(", {}", path.display()));
    format!("terbit: {kunci}{place} ({} halaman), sidik {}{noted}", terbit.halaman, terbit.sidik.pdf.pendek())
}

/// A warning of the register about a decree that can still be issued.
fn warn(code: Code, resolved: &Resolved, message: String, hint: &str) -> Diagnostic {
    Diagnostic::new(Level::Peringatan, code, resolved.keputusan().nomor_span, message).hint(hint)
}
