//! A decree as written, bound to its office and legal bases: every number, phrase and punctuation mark decided.
//!
//! What comes out is a [`Naskah`], which the template walks through; nothing after this stage adds a word.

mod daftar;
mod dasar;
mod frasa;
pub mod hitung;
pub mod lambang;
mod lampiran;
pub mod lukisan;
mod naskah;
mod petikan;
mod resolved;
pub mod rumit;
mod salinan;
mod tabel;
mod terpanjang;
mod texts;

pub use hitung::{DALAM, Numbers, tanda_kelompok};
pub use lampiran::picture_path;
pub use naskah::{
    BagianCetak, BarisCetak, BlokCetak, ButirCetak, DiktumCetak, Disampaikan, IsianPetikan, Judul, Kop, LampiranCetak,
    LebarCetak, LembarCetak, Meta, Naskah, NomorTahun, PendampingCetak, Penutup, PetikanCetak, SelCetak, SidikCetak,
    TabelCetak,
};
pub use petikan::{Penerima, kolom_kunci, penerima, terpilih};
pub use resolved::{Gambar, Lambang, Printable, Resolved};

use serde::{Deserialize, Serialize};

use crate::catalog::{Catalog, Halaman, JENIS, Jenis, KANTOR, Kantor, Missing, NomorLampiran, Pejabat};
use crate::decree::butir::Penomoran;
use crate::decree::keputusan::{Keputusan, PenutupMenimbang, kind_of};
use crate::decree::{Butir, Rupa, Teks};
use crate::diag::{Code, Diagnostic, FileId, Files, Moment, Sink, Span, Spanned, did_you_mean};
use crate::fingerprint::Sidik;
use crate::language::numerals::nama_diktum;
use crate::yaml::Node;

/// What is to be made of a decree.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Edition {
    /// A draft: number and date may be missing, and every page says so.
    pub konsep: bool,
    /// Original, copy or extract.
    pub bentuk: Bentuk,
    /// Fingerprint of the issued original that a copy or extract is made from; without it they are marked as drafts.
    pub asli: Option<Sidik>,
    /// Who certifies, where not whom the decree names: an id of the office's profile.
    pub oleh: Option<String>,
    /// The certifier, last, and before it those for whose use it is done: as the office has them on the day of a copy,
    /// where that of the issue had others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pengesah: Vec<Pejabat>,
    /// Whom an extract is for: keys of rows.
    pub untuk: Vec<String>,
    /// The head of the column that tells an extract's rows apart, where not the one that the decree names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kunci: Option<String>,
    /// The heads of the columns that an extract prints, where not those that the decree names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kolom: Vec<String>,
    /// The program that makes a copy or an extract, where another one made the original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// The decree was withdrawn; every page says so.
    #[serde(skip_serializing_if = "is_false")]
    pub dibatalkan: bool,
}

fn is_false(yes: &bool) -> bool {
    !yes
}

impl Edition {
    /// A draft of the original.
    pub fn draft() -> Self {
        Self { konsep: true, ..Self::default() }
    }

    /// Whether every page says KONSEP: a draft, or a copy of nothing that was issued.
    pub fn marked_draft(&self) -> bool {
        self.konsep || (self.bentuk != Bentuk::Asli && self.asli.is_none())
    }
}

/// The forms in which a decree leaves the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bentuk {
    /// What is signed.
    #[default]
    Asli,
    /// A certified copy: SALINAN, `ttd.` and the certifying block.
    Salinan,
    /// An extract for one addressee.
    Petikan,
}

impl Bentuk {
    /// The word over page 1.
    fn tanda(self) -> Option<&'static str> {
        match self {
            Self::Asli => None,
            Self::Salinan => Some("SALINAN"),
            Self::Petikan => Some("PETIKAN"),
        }
    }
}

/// Path of the picture of a QR code.
pub const QR: &str = "/sidik.svg";

/// File name of what is attached to a PDF beside its source.
pub const BAHAN: &str = "bahan.json";

/// The way out of a data file that cannot be used: its own findings stand before this one.
const MEND_DATA: &str = "perbaiki dahulu berkas data itu; kesalahannya disebut tersendiri";

/// The kind that a decree's file names; an unknown one is reported.
pub fn kind(tree: &Node, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Option<Jenis> {
    let id = kind_of(tree)?;
    let missing = match catalog.jenis(&id.value, files, sink) {
        Ok(jenis) => return Some(jenis),
        Err(missing) => missing,
    };
    sink.push(match missing {
        Missing::Unknown => Diagnostic::galat(Code::JENIS, id.span, format!("jenis `{}` tidak dikenal", id.value))
            .hint(catalog.nearest(JENIS, &id.value)),
        Missing::Broken => {
            Diagnostic::galat(Code::DATA, id.span, format!("jenis `{}` tidak dapat dipakai", id.value)).hint(MEND_DATA)
        }
    });
    None
}

/// Where a decree was read.
#[derive(Debug)]
pub struct Origin {
    /// Its own text.
    pub source: FileId,
    /// The moment before the first of its data was read, so that the decree can name all that it uses.
    pub begun: Moment,
    /// Its pictures, in their order.
    pub gambar: Vec<Gambar>,
}

/// Binds a decree; what is unknown or missing is reported, and something empty stands in for it.
pub fn resolve(
    keputusan: Keputusan,
    origin: Origin,
    edition: &Edition,
    catalog: &Catalog,
    files: &mut Files,
    sink: &mut Sink,
) -> Resolved {
    let Origin { source, begun, gambar } = origin;
    let mut kantor = office(&keputusan.kantor, catalog, files, sink).unwrap_or_default();
    if let Some(page) = &keputusan.halaman {
        kantor.halaman.change(page, sink);
    }
    let mengingat = dasar::bind(&keputusan, kantor.halaman.koma_terakhir, catalog, files, sink);
    require_number_and_date(&keputusan, edition, sink);
    require_certifier(&keputusan, edition, &kantor, sink);
    let nobody = Pejabat::default();
    let pejabat = person(&keputusan.pejabat, &kantor, sink).unwrap_or(&nobody);
    let pengesah = certifier(&keputusan, edition, &kantor, sink);
    let kuasa = kantor.kuasa(&keputusan.pejabat.value).unwrap_or(pejabat);
    let lambang = lambang::read(&kantor, catalog, sink);
    let frasa = frasa::Frasa { keputusan: &keputusan, kantor: &kantor, pejabat, kuasa };
    let mut bagian = opening(&keputusan, &frasa, mengingat);
    let lampiran = lampiran::print_all(&keputusan, &frasa, &gambar, sink);
    let (lampiran, petikan) = petikan::bind(&keputusan, lampiran, edition, sink);
    if edition.bentuk == Bentuk::Petikan {
        bagian.iter_mut().for_each(|bagian| bagian.butir = vec![petikan::dst(keputusan.kantor.span)]);
    }
    let naskah = Naskah {
        meta: meta(&frasa, edition, &petikan, files.name(source)),
        halaman: furniture(&kantor, edition),
        kop: kop(&frasa, lambang.as_ref()),
        judul: frasa.judul(),
        bagian,
        memutuskan: frasa.memutuskan(),
        menetapkan: frasa.menetapkan(),
        diktum: petikan::chosen(isi(&keputusan, sink), &keputusan, edition),
        salinan: (edition.bentuk != Bentuk::Asli).then(|| frasa.pengesahan(edition, pengesah)),
        disampaikan: (edition.bentuk == Bentuk::Salinan).then(|| frasa.disampaikan()).flatten(),
        tembusan: (edition.bentuk != Bentuk::Petikan).then(|| frasa.tembusan()).flatten(),
        petikan,
        kalimat_petikan: teks(&kantor.halaman.kalimat_petikan, keputusan.kantor.span),
        sidik: frasa.sidik(edition),
        penutup: closing(&frasa, edition, sink),
        lampiran,
    };
    Resolved { naskah, source, lambang, gambar, keputusan, kantor, edition: edition.clone(), used: files.since(begun) }
}

/// The head of page 1.
fn kop(frasa: &frasa::Frasa<'_>, lambang: Option<&Lambang>) -> Kop {
    let (baris, alamat) = frasa.kop();
    Kop { lambang: lambang.map(|file| file.path.clone()), baris, alamat }
}

/// Place, date and signature; a name that signs more than once is told.
fn closing(frasa: &frasa::Frasa<'_>, edition: &Edition, sink: &mut Sink) -> Penutup {
    let penutup = frasa.penutup(edition);
    let words = |name: &Teks| name.as_plain().split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
    let mut seen = vec![words(&penutup.nama)];
    for name in penutup.pendamping.iter().map(|other| &other.nama).chain(&penutup.anggota) {
        let own = words(name);
        if !own.is_empty() && seen.contains(&own) {
            let message = format!("{} menandatangani lebih dari sekali", name.as_plain());
            let hint = "penanda tangan tidak disebut lagi sebagai anggota; hapus nama yang berulang";
            sink.push(Diagnostic::peringatan(Code::NILAI, name.span, message).hint(hint));
        }
        seen.push(own);
    }
    penutup
}

/// The parts before the decisions.
fn opening(keputusan: &Keputusan, frasa: &frasa::Frasa<'_>, mengingat: Vec<ButirCetak>) -> Vec<BagianCetak> {
    let mut bagian = match keputusan.rupa {
        Rupa::BeritaAcara => Vec::new(),
        rupa => vec![
            BagianCetak { label: "Menimbang", butir: menimbang(keputusan, frasa) },
            BagianCetak { label: if rupa == Rupa::Keputusan { "Mengingat" } else { "Dasar" }, butir: mengingat },
        ],
    };
    if keputusan.rupa == Rupa::Keputusan && !keputusan.memperhatikan.is_empty() {
        let butir = daftar::sentences(&keputusan.memperhatikan, Penomoran::AngkaTitik, tanda(keputusan, ";"));
        bagian.push(BagianCetak { label: "Memperhatikan", butir });
    }
    bagian
}

/// The page furniture of an edition.
fn furniture(kantor: &Kantor, edition: &Edition) -> Halaman {
    let mut page = kantor.halaman.clone();
    if edition.bentuk != Bentuk::Asli && page.kaki_salinan.is_some() {
        std::mem::swap(&mut page.kaki, &mut page.kaki_salinan);
    }
    if edition.bentuk == Bentuk::Petikan {
        // Each extract counts its own pages.
        page.nomor_lampiran = NomorLampiran::Ulang;
    }
    page
}

fn meta(frasa: &frasa::Frasa<'_>, edition: &Edition, petikan: &[PetikanCetak], source: &str) -> Meta {
    let keputusan = frasa.keputusan;
    Meta {
        rupa: keputusan.rupa,
        judul: frasa.judul_dokumen(edition, &petikan::names(petikan)),
        pengarang: frasa.kantor.nama_penuh(),
        tanggal: keputusan.ditetapkan.tanggal.as_ref().map_or((keputusan.tahun.value, 1, 1), |t| t.value.parts()),
        sumber: source_name(source),
        bahan: BAHAN,
        asli: edition.asli.map(|sidik| sidik.to_string()),
        konsep: edition.marked_draft(),
        dibatalkan: edition.dibatalkan,
        tanda: edition.bentuk.tanda(),
        perbandingan: None,
    }
}

/// The file's own name, without folders, for the attachment in the PDF.
fn source_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect();
    match plain.ends_with(".yaml") || plain.ends_with(".yml") {
        true => plain,
        false => "naskah.yaml".to_owned(),
    }
}

fn office(id: &Spanned<String>, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Option<Kantor> {
    if id.value.is_empty() {
        return None;
    }
    match catalog.kantor(&id.value, files, sink) {
        Ok(kantor) => Some(kantor),
        Err(Missing::Broken) => {
            let message = format!("profil kantor `{}` tidak dapat dipakai", id.value);
            sink.push(Diagnostic::galat(Code::DATA, id.span, message).hint(MEND_DATA));
            None
        }
        Err(Missing::Unknown) => {
            let message = format!("kantor `{}` tidak dikenal", id.value);
            sink.push(Diagnostic::galat(Code::KANTOR, id.span, message).hint(catalog.nearest(KANTOR, &id.value)));
            None
        }
    }
}

fn person<'a>(id: &Spanned<String>, kantor: &'a Kantor, sink: &mut Sink) -> Option<&'a Pejabat> {
    let found = kantor.pejabat.get(&id.value);
    if found.is_none() && !kantor.pejabat.is_empty() {
        let known = || kantor.pejabat.keys().map(String::as_str);
        let list = || format!("yang ada dalam profil: {}", known().collect::<Vec<_>>().join(", "));
        let message = format!("pejabat `{}` tidak ada dalam profil kantor", id.value);
        let hint = did_you_mean(&id.value, known()).unwrap_or_else(list);
        sink.push(Diagnostic::galat(Code::PEJABAT, id.span, message).hint(hint));
    }
    found
}

fn require_number_and_date(keputusan: &Keputusan, edition: &Edition, sink: &mut Sink) {
    if edition.konsep {
        return;
    }
    let mut missing = |what: &str, span: Span| {
        sink.push(
            Diagnostic::galat(Code::BELUM_BERNOMOR, span, format!("{what} masih kosong"))
                .hint("isi, atau susun sebagai konsep dengan --konsep"),
        );
    };
    if !keputusan.nomor_tertulis {
        missing("`nomor`", keputusan.nomor_span);
    }
    if !keputusan.ditetapkan.tanggal_tertulis {
        missing("`tanggal` penetapan", keputusan.ditetapkan.tanggal_span);
    }
}

fn require_certifier(keputusan: &Keputusan, edition: &Edition, kantor: &Kantor, sink: &mut Sink) {
    let salinan = &keputusan.salinan;
    let own = keputusan.petikan.as_ref().is_some_and(|petikan| petikan.oleh.is_some());
    let named = salinan.oleh.is_some() || edition.oleh.is_some() || !edition.pengesah.is_empty();
    let (what, named) = match edition.bentuk {
        Bentuk::Asli => return,
        Bentuk::Salinan => ("salinan", named || !salinan.blok.is_empty()),
        Bentuk::Petikan => ("petikan", named || own),
    };
    if !named {
        let message = format!("pengesah {what} belum disebut");
        let hint = match (edition.asli.is_some(), &kantor.pengesah()[..]) {
            (false, [one]) => format!("tambahkan `{what}: {{oleh: {one}}}`"),
            (false, _) => format!("tambahkan `{what}: {{oleh: …}}` dengan id pejabat dari profil kantor"),
            (true, [one]) => format!("tambahkan `--oleh {one}`"),
            (true, []) => {
                let all: Vec<&str> = kantor.pejabat.keys().map(String::as_str).collect();
                format!("sebut salah satu pejabat dalam profil kantor dengan --oleh: {}", all.join(", "))
            }
            (true, several) => format!("sebut salah satunya dengan --oleh: {}", several.join(", ")),
        };
        sink.push(Diagnostic::galat(Code::WAJIB, keputusan.kantor.span, message).hint(hint));
    }
}

/// Who certifies: the person asked for, or whom the decree names.
fn certifier<'a>(
    keputusan: &Keputusan,
    edition: &'a Edition,
    kantor: &'a Kantor,
    sink: &mut Sink,
) -> Option<&'a Pejabat> {
    let asked = edition.oleh.as_ref().map(|id| Spanned { value: id.clone(), span: keputusan.kantor.span });
    let own = keputusan.petikan.as_ref().and_then(|petikan| petikan.oleh.as_ref());
    if let Some(id) = own.filter(|_| edition.bentuk != Bentuk::Petikan) {
        // Looked at all the same: once the decree is issued it cannot be mended.
        person(id, kantor, sink);
    }
    if let Some(later) = edition.pengesah.last() {
        return Some(later);
    }
    let own = own.filter(|_| edition.bentuk == Bentuk::Petikan);
    person(asked.as_ref().or(own).or(keputusan.salinan.oleh.as_ref())?, kantor, sink)
}

/// The considerations with their closing item: letters, unless there is a single item.
fn menimbang(keputusan: &Keputusan, frasa: &frasa::Frasa<'_>) -> Vec<ButirCetak> {
    let mut items = keputusan.menimbang.butir.clone();
    if matches!(keputusan.menimbang.penutup, PenutupMenimbang::Otomatis) && !items.is_empty() {
        let closing = frasa.penutup_menimbang(items.len());
        // A name that ends with an abbreviation ("Tbk.") closes no sentence.
        let abbreviated = closing.as_plain().ends_with('.');
        items.push(Butir::sentence(if abbreviated { closing.then(tanda(keputusan, ";")) } else { closing }));
    }
    daftar::sentences(&items, Penomoran::HurufTitik, tanda(keputusan, ";"))
}

/// What is decided; of an order who is ordered and to what; of a record its points and the sentence that closes it.
fn isi(keputusan: &Keputusan, sink: &mut Sink) -> Vec<DiktumCetak> {
    let listed = |label: &str, items: &[Butir]| {
        let nothing = Butir::sentence(teks("", keputusan.kantor.span));
        let mut isi = daftar::cell(&nothing, Penomoran::AngkaTitik);
        isi.rincian = daftar::sentences(items, Penomoran::AngkaTitik, tanda(keputusan, ";"));
        if let Some(last) = isi.rincian.last_mut().filter(|last| last.rincian.is_empty()) {
            last.teks = items.last().map_or_else(|| last.teks.clone(), |item| item.teks.clone());
            if !keputusan.tanpa_tanda_baca {
                last.teks = last.teks.clone().closed_with(".");
            }
        }
        DiktumCetak { label: label.to_owned(), isi }
    };
    match keputusan.rupa {
        Rupa::Keputusan => diktum(keputusan, sink),
        Rupa::SuratPerintah => vec![listed("Kepada", &keputusan.memperhatikan), listed("Untuk", &keputusan.diktum)],
        Rupa::BeritaAcara => {
            let closing = "Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.";
            let closing = daftar::cell(&Butir::sentence(teks(closing, keputusan.kantor.span)), Penomoran::AngkaTitik);
            let points = keputusan.diktum.iter().enumerate().map(|(at, butir)| DiktumCetak {
                label: format!("{}.", at + 1),
                isi: daftar::sentence(butir, Penomoran::HurufTitik, tanda(keputusan, ".")),
            });
            points.chain([DiktumCetak { label: String::new(), isi: closing }]).collect()
        }
    }
}

fn diktum(keputusan: &Keputusan, sink: &mut Sink) -> Vec<DiktumCetak> {
    let mut out = Vec::new();
    if let Some(name) = keputusan.kepala.diktum.get(keputusan.diktum.len()) {
        let message = format!("nama diktum lebih banyak daripada diktumnya, yaitu {}", keputusan.diktum.len());
        let hint = "hapus nama yang lebih, atau tulis diktum yang kurang";
        sink.push(Diagnostic::galat(Code::NILAI, name.span, message).hint(hint));
    }
    for (at, butir) in keputusan.diktum.iter().enumerate() {
        match nama_diktum(at + 1) {
            Some(label) => {
                let label = keputusan.kepala.diktum.get(at).map_or(label, |written| written.as_plain());
                let isi = daftar::sentence(butir, Penomoran::HurufTitik, tanda(keputusan, "."));
                out.push(DiktumCetak { label, isi });
            }
            None => {
                let message = "diktum lebih dari seratus sembilan puluh sembilan";
                let hint = "gabungkan diktum, atau pindahkan isinya ke dalam lampiran";
                sink.push(Diagnostic::galat(Code::BANYAK_DIKTUM, butir.teks.span, message).hint(hint));
                break;
            }
        }
    }
    out
}

/// The mark that closes an item, where marks are added at all.
fn tanda<'a>(keputusan: &Keputusan, mark: &'a str) -> &'a str {
    if keputusan.tanpa_tanda_baca { "" } else { mark }
}

/// A generated text at the place of what it was generated from.
fn teks(text: impl Into<String>, span: Span) -> Teks {
    Teks::plain(text, span)
}
