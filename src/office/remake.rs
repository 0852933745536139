//! A decree made again from its bundle, in whatever edition is asked for; and the frozen bundle of an issued decree.
//!
//! Nothing but the bundle and the fonts is looked at. The drafting rules are not asked again, for they were asked, or
//! their findings recorded, when the decree was issued.

pub mod pengesah;

use std::path::{Path, PathBuf};

use crate::PROGRAM;
use crate::office::register::{BATAL, Banding, Buku, Rujukan, Tercatat};
use crate::office::semua;
use crate::run::Run;
use naskah_core::bundle::{Bundel, Unusable};
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Level, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Edition, PetikanCetak, Printable, Resolved};
use naskah_pages::typeset::{Bacaan, Fonts};
use naskah_pages::{Means, Typeset, typeset};

/// A decree that was issued and is made again from its bundle; made by [`Ulang::bind`] alone.
#[derive(Debug)]
pub struct Remade(Resolved);

impl Printable for Remade {
    fn resolved(&self) -> &Resolved {
        &self.0
    }
}

impl Remade {
    /// See [`Resolved::take_petikan`].
    pub fn take_petikan(&mut self) -> (Vec<PetikanCetak>, Vec<String>) {
        self.0.take_petikan()
    }

    /// See [`Resolved::put_petikan`].
    pub fn put_petikan(&mut self, rows: Vec<PetikanCetak>, keys: Vec<String>) {
        self.0.put_petikan(rows, keys);
    }
}

/// A bundle that is opened: its data and templates, and the decree's text among the texts of the run.
pub struct Ulang {
    /// The data and templates of the bundle and no others.
    pub catalog: Catalog,
    /// The decree's text.
    pub file: FileId,
}

impl Ulang {
    /// Opens a bundle.
    pub fn open(bundel: &Bundel, catalog: &Catalog, files: &mut Files) -> Self {
        let catalog = catalog.with_root(bundel.root(&catalog.root));
        let file = files.add(bundel.bahan().sumber.clone(), bundel.naskah());
        Self { catalog, file }
    }

    /// The same data and templates with another text of the decree.
    pub fn with_text(&self, name: String, text: String, files: &mut Files) -> Self {
        Self { catalog: self.catalog.clone(), file: files.add(name, text) }
    }

    /// The decree bound again to its office and laws, in an edition. Warnings were told when it was issued.
    pub fn bind(&self, edition: &Edition, files: &mut Files, sink: &mut Sink) -> Option<Remade> {
        let mut found = Sink::default();
        let resolved = crate::bind(self.file, edition, &self.catalog, files, &mut found);
        found.keep_from(Level::Galat);
        let remade = resolved.filter(|_| !found.has_errors()).map(Remade);
        sink.extend(found);
        remade
    }

    /// Its pages and its PDF.
    pub fn make(&self, remade: Remade, files: &Files, fonts: &Fonts, sink: &mut Sink) -> Option<DibuatUlang> {
        let means = Means { catalog: &self.catalog, fonts, files };
        let typeset = typeset(remade, &means, sink)?;
        let pdf = typeset.pdf(&means, sink)?;
        Some((typeset, pdf))
    }
}

/// What a copy or an extract names as its maker, where another program made the original.
pub fn pembuat(bundel: &Bundel) -> Option<String> {
    (bundel.bahan().program != PROGRAM).then(|| PROGRAM.to_owned())
}

/// A frozen bundle as copies and extracts carry it: without comments and notes, unless its office lets them go.
pub fn siaran(bundel: &Bundel, run: &mut Run) -> Option<Bundel> {
    if !bundel.bahan().komentar() {
        return bundel.tersiar();
    }
    let ulang = Ulang::open(bundel, &run.catalog, &mut run.files);
    let remade = ulang.bind(&bundel.bahan().edisi, &mut run.files, &mut run.sink)?;
    if remade.resolved().kantor().komentar_ikut {
        return Some(bundel.clone());
    }
    let clean = bundel.tersiar();
    if clean.is_none() {
        let message = "komentar naskah beku tidak dapat dipisahkan dari isinya";
        run.sink.push(Diagnostic::galat(Code::INTERNAL, None, message).hint("salin dari PDF asli, dan laporkan"));
    }
    clean
}

/// A decree made again: its pages and its PDF.
pub type DibuatUlang = (Typeset<Remade>, Vec<u8>);

/// The decree of a bundle made again in an edition: its pages and its PDF. The same program and fonts give the same
/// bytes; what cannot be made is reported.
pub fn remake(bundel: &Bundel, edition: &Edition, run: &mut Run) -> Option<DibuatUlang> {
    let Run { catalog, fonts, files, sink, .. } = run;
    let ulang = Ulang::open(bundel, catalog, files);
    let remade = ulang.bind(edition, files, sink)?;
    ulang.make(remade, files, fonts, sink)
}

/// What the pages of an original read as, made again without its PDF.
pub fn bacaan(bundel: &Bundel, run: &mut Run) -> Option<Bacaan> {
    let Run { catalog, fonts, files, .. } = run;
    let (ulang, quiet) = (Ulang::open(bundel, catalog, files), &mut Sink::default());
    let remade = ulang.bind(&bundel.bahan().edisi, files, quiet)?;
    let means = Means { catalog: &ulang.catalog, fonts, files };
    Some(naskah_pages::lay(remade.resolved(), &means, quiet)?.bacaan())
}

/// The original of an issued decree made again; `None` where that is not what was issued to the byte, or cannot be made.
pub fn again(terbitan: &TerbitanBeku, run: &mut Run) -> Option<Typeset<Remade>> {
    let TerbitanBeku { tercatat, bundel } = terbitan;
    let (asli, pdf) = remake(bundel, &bundel.bahan().edisi, run)?;
    (Sidik::of(&pdf) == tercatat.terbit.sidik.pdf).then_some(asli)
}

/// How an issued decree is named: by its number, or by the file that it was issued from.
#[derive(Debug, Clone)]
pub enum Sebutan {
    /// A number.
    Nomor(Rujukan),
    /// A file.
    Berkas(PathBuf),
}

impl Sebutan {
    /// A file where there is one of that name or the name is one of a YAML file; otherwise a number.
    pub fn of(text: &str) -> Result<Self, String> {
        let path = Path::new(text);
        match path.is_file() || text.ends_with(".yaml") || text.ends_with(".yml") {
            true => Ok(Self::Berkas(path.to_owned())),
            false => text.parse().map(Self::Nomor),
        }
    }
}

/// An issued decree with what was frozen of it.
pub struct TerbitanBeku {
    /// What the register says.
    pub tercatat: Tercatat,
    /// The frozen bundle.
    pub bundel: Bundel,
}

/// What the register says of the decree that is meant, whatever became of it since.
pub fn tercatat(sebutan: &Sebutan, run: &mut Run) -> Option<Tercatat> {
    let buku = Buku::of(run.catalog.root.folder());
    let found = match sebutan {
        Sebutan::Nomor(rujukan) => {
            let found = buku.rujuk(rujukan, &mut run.files, &mut run.sink);
            found.iter().for_each(|found| super::beku::tell_changed(found, &buku, run));
            found
        }
        Sebutan::Berkas(path) => read_from(path, &buku, run),
    };
    // A decree that is there is no reason to keep silent about its book, nor is one that is missing.
    if !run.sink.found().iter().any(|one| one.code == Code::REGISTER_RUSAK) {
        buku.ganjil_semua(None, Banding::Tiada).into_iter().for_each(|one| run.sink.push(one));
    }
    let found = found?;
    match buku.baris_lain(&found) {
        // What its line says would go out with what is made from it.
        Some(other) => {
            run.sink.push(other.told(&buku));
            None
        }
        None => Some(found),
    }
}

/// The issued decree that is meant. One that was not issued, was withdrawn or changed since is reported.
pub fn terbitan(sebutan: &Sebutan, run: &mut Run) -> Option<TerbitanBeku> {
    let buku = Buku::of(run.catalog.root.folder());
    let tercatat = tercatat(sebutan, run)?;
    if let Some(batal) = &tercatat.batal {
        let message = batal.told(&tercatat.kunci);
        let hint = "salinan dan petikan hanya dibuat dari keputusan yang masih terbit";
        run.sink.push(Diagnostic::galat(Code::DIBATALKAN, None, message).hint(hint));
        return None;
    }
    if let Some(line) = buku.batal_beku(&tercatat.kunci) {
        let (message, hint) = match line {
            true => (
                format!("{} dibatalkan menurut bahan bekunya, tetapi registernya tidak memuat itu", tercatat.kunci),
                "pulihkan register dengan `naskah register perbaiki`",
            ),
            false => (
                format!("{BATAL} di samping bahan beku {} bukan baris register", tercatat.kunci),
                "jalankan `naskah register periksa`: apakah keputusan itu dibatalkan harus jelas dahulu",
            ),
        };
        run.sink.push(Diagnostic::galat(Code::DIBATALKAN, None, message).hint(hint));
        return None;
    }
    for message in semua::berubah(&buku, &tercatat.kunci, &run.catalog) {
        let hint = "pastikan bahwa yang diminta memang keputusan ini, bukan yang mengubah atau mencabutnya";
        run.sink.push(Diagnostic::peringatan(Code::SUDAH_BERUBAH, None, message).hint(hint));
    }
    let bundel = beku(&tercatat, &buku, &mut run.sink)?;
    Some(TerbitanBeku { tercatat, bundel })
}

/// The frozen bundle of an issued decree; one that cannot be used is reported.
pub fn beku(tercatat: &Tercatat, buku: &Buku, sink: &mut Sink) -> Option<Bundel> {
    let beku = buku.beku(tercatat, sink)?;
    Bundel::read(beku.naskah, &beku.bahan).map_err(|unusable| sink.push(cannot_use(&unusable, tercatat))).ok()
}

/// The decree that was issued from a file; its rules are not asked again.
fn read_from(path: &Path, buku: &Buku, run: &mut Run) -> Option<Tercatat> {
    let file = run.open(path)?;
    let Run { catalog, files, sink, .. } = run;
    let mut found = Sink::default();
    let resolved = crate::bind(file, &Edition::draft(), catalog, files, &mut found);
    found.keep_from(Level::Galat);
    sink.extend(found);
    let resolved = resolved?;
    let span = resolved.keputusan().nomor_span;
    if sink.has_errors() {
        return None;
    }
    let found = buku.tercatat(&resolved, files, sink).ok()?;
    if found.is_none() {
        let message = format!("{} belum terbit, jadi belum dapat disalin atau dipetik", path.display());
        let hint =
            "terbitkan dahulu dengan `naskah terbit`; bentuk salinannya dapat dilihat dengan `naskah susun --salinan`";
        sink.push(Diagnostic::galat(Code::TAK_TERDAFTAR, span, message).hint(hint));
    }
    found
}

fn cannot_use(unusable: &Unusable, tercatat: &Tercatat) -> Diagnostic {
    let (fault, hint) = match unusable {
        Unusable::NotABundle(fault) => (fault.clone(), "pulihkan folder register dari cadangan".to_owned()),
        Unusable::OtherFormat(format) => (
            format!("bentuknya {format} tidak dikenal"),
            format!("pakai program yang menerbitkannya: {}", tercatat.terbit.program),
        ),
    };
    let message = format!("bahan beku {} tidak dapat dipakai: {fault}", tercatat.kunci);
    Diagnostic::galat(Code::REGISTER_RUSAK, None, message).hint(hint)
}

/// The finding about an original that came out otherwise when it was made again.
pub fn other_original(tercatat: &Tercatat, missing_fonts: &[String]) -> Diagnostic {
    let message = format!("{}: naskah asli yang dibuat ulang tidak sama dengan yang terbit", tercatat.kunci);
    let by = &tercatat.terbit.program;
    let hint = match (missing_fonts, by == PROGRAM) {
        ([], true) => "laporkan kepada pengembang; sementara itu salinlah dari berkas asli yang dibekukan".to_owned(),
        ([], false) => format!("aslinya dibuat dengan {by}, sedangkan program ini {PROGRAM}; pakai program itu"),
        (fonts, _) => format!("kembalikan huruf yang dipakai saat terbit: {}", fonts.join(", ")),
    };
    Diagnostic::galat(Code::ASLI_BEDA, None, message).hint(hint)
}
