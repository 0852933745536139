//! A decree as it is written: the top-level fields of the YAML file.

use crate::decree::abstrak::{self, Abstrak};
use crate::decree::butir::{Butir, read_list};
use crate::decree::kepala::Kepala;
use crate::decree::lampiran::Lampiran;
use crate::decree::penetapan::Ditetapkan;
use crate::decree::petikan::Petikan;
use crate::decree::rupa::{self, BERITA_ACARA, PENERIMA, Rupa, SURAT_PERINTAH, UMUM};
use crate::decree::susunan::Susunan;
use crate::decree::teks::Teks;
use crate::diag::{Code, Diagnostic, Sink, Span, Spanned};
use crate::language::citation::id_dari_sebutan;
use crate::yaml::{Field, Node, Shape, Table, Value, is_sheet};

/// A decree.
#[derive(Debug, Clone)]
pub struct Keputusan {
    /// The whole file.
    pub span: Span,
    /// What the paper is.
    pub rupa: Rupa,
    /// Id of the kind.
    pub jenis: Spanned<String>,
    /// Id of the office.
    pub kantor: Spanned<String>,
    /// Id of the signer within the office.
    pub pejabat: Spanned<String>,
    /// Number; `None` while a draft.
    pub nomor: Option<Teks>,
    /// Where the number stands or should stand.
    pub nomor_span: Span,
    /// Whether anything is written as the number.
    pub nomor_tertulis: bool,
    /// Year.
    pub tahun: Spanned<i32>,
    /// Name, in title case.
    pub tentang: Teks,
    /// The name in the lines in which the title prints it, where written in several.
    pub tentang_judul: Option<Teks>,
    /// Page settings other than the office's, as they are written.
    pub halaman: Option<Node>,
    /// Hand-written heads, for old decrees.
    pub kepala: Kepala,
    /// Considerations.
    pub menimbang: Menimbang,
    /// Legal bases.
    pub mengingat: Vec<Dasar>,
    /// What else was taken note of.
    pub memperhatikan: Vec<Butir>,
    /// The Menetapkan clause, where it is written out by hand.
    pub menetapkan: Option<Teks>,
    /// The decisions.
    pub diktum: Vec<Butir>,
    /// Place, date and signature.
    pub ditetapkan: Ditetapkan,
    /// Certifying of copies.
    pub salinan: SalinanOleh,
    /// Who receives the decree besides those whom it concerns.
    pub tembusan: Vec<Teks>,
    /// What extracts are made from.
    pub petikan: Option<Petikan>,
    /// The attachments.
    pub lampiran: Vec<Lampiran>,
    /// Whether every attachment that is written could be read.
    pub lampiran_utuh: bool,
    /// Subjects for legal documentation; not printed.
    pub subjek: Vec<Teks>,
    /// Abstract for legal documentation; not printed.
    pub abstrak: Abstrak,
    /// Whether it is an old decree that is copied with its slips: what is found is told and stops nothing.
    pub apa_adanya: bool,
    /// Whether items get no punctuation but their own.
    pub tanpa_tanda_baca: bool,
    /// What was taken in from another file and has no place yet; such a decree is never printed.
    pub belum_ditempatkan: Vec<Teks>,
}

/// The considerations.
#[derive(Debug, Clone)]
pub struct Menimbang {
    /// The items.
    pub butir: Vec<Butir>,
    /// The closing item.
    pub penutup: PenutupMenimbang,
}

/// The closing item of the considerations.
#[derive(Debug, Clone)]
pub enum PenutupMenimbang {
    /// Generated from the letters there are and the decree's name.
    Otomatis,
    /// There is none, or it is among the items.
    Tanpa,
}

/// A legal basis as it is written.
#[derive(Debug, Clone)]
pub enum Dasar {
    /// A file of data/dasar-hukum.
    Id {
        /// Its id.
        id: Spanned<String>,
        /// The drafter's note; not printed.
        catatan: Option<Teks>,
    },
    /// Written out.
    Teks(Butir),
}

/// Who certifies copies.
#[derive(Debug, Clone, Default)]
pub struct SalinanOleh {
    /// Id of the certifier within the office.
    pub oleh: Option<Spanned<String>>,
    /// The lines of the certifying block, where written out by hand.
    pub blok: Vec<Teks>,
    /// The certifier's name, where it differs from the office's profile.
    pub nama: Option<Teks>,
    /// Who receives copies.
    pub disampaikan: Vec<Teks>,
}

/// The top-level fields.
pub const SHAPE: Shape = Shape {
    name: "keputusan",
    fields: &[
        UMUM[0],
        UMUM[1],
        UMUM[2],
        UMUM[3],
        UMUM[4],
        Field::wajib(
            "tentang",
            "teks",
            "Rencana Aksi Pembangunan Zona Integritas",
            "nama keputusan, sekali saja, dengan huruf kapital pada awal kata; ganti baris di dalamnya hanya berlaku pada judul",
        )
        .juga(&["judul", "nama", "perihal", "hal", "title", "about"]),
        Field::boleh(
            "kepala",
            "kepala",
            "{pembuat: 'KETUA KOMISI PEMILIHAN UMUM,'}",
            "baris kepala yang ditulis sendiri (keputusan lama)",
        ),
        Field::wajib(
            "menimbang",
            "daftar butir, atau menimbang",
            "[bahwa …]",
            "pertimbangan; butir penutup dibuat otomatis kecuali ditulis",
        )
        .juga(&["pertimbangan", "konsideran"]),
        Field::wajib(
            "mengingat",
            "daftar dasar hukum",
            "[uu-7-2017, pkpu-8-2019]",
            "id berkas data/dasar-hukum/, atau teks lengkap",
        )
        .juga(&["dasar_hukum", "dasar"]),
        Field::boleh("memperhatikan", "daftar butir", "[Surat Dinas …]", "hal lain yang diperhatikan"),
        Field::boleh(
            "menetapkan",
            "teks",
            "KEPUTUSAN … TENTANG ….",
            "kalimat Menetapkan bila ditulis sendiri (keputusan lama)",
        ),
        Field::wajib(
            "diktum",
            "daftar butir",
            "[Keputusan ini mulai berlaku pada tanggal ditetapkan.]",
            "keputusan: KESATU, KEDUA, …",
        )
        .juga(&["memutuskan", "keputusan", "isi", "amar", "kesatu"]),
        Field::wajib("ditetapkan", "ditetapkan", "{tanggal: 2025-01-05}", "tempat, tanggal, dan tanda tangan").juga(&[
            "tanggal",
            "penetapan",
            "tanda_tangan",
            "date",
            "tanggal_penetapan",
            "tgl_penetapan",
            "tgl",
        ]),
        PENERIMA[0],
        PENERIMA[1],
        Field::boleh(
            "halaman",
            "halaman",
            "{kertas: A4, nomor_awal: 5}",
            "tata halaman keputusan ini yang lain daripada profil kantor",
        ),
        Field::boleh("petikan", "petikan", "{lampiran: 1, kunci: Nama}", "baris lampiran yang dijadikan petikan"),
        PENERIMA[2],
        Field::boleh(
            "apa_adanya",
            "ya | tidak",
            "tidak",
            "keputusan lama yang disalin bersama kekeliruannya: temuan disebut dan tidak menghentikan; terbitnya hanya dengan --sudah-ditetapkan",
        ),
        Field::boleh(
            "tanda_baca",
            "otomatis | tanpa",
            "tanpa",
            "`tanpa`: butir dan rincian dicetak tanpa tambahan titik, titik koma, titik dua, dan kata hubung (keputusan lama)",
        ),
        Field::boleh("subjek", "daftar teks", "[Hari Kerja, Layanan]", "subjek untuk JDIH; tidak dicetak"),
        Field::boleh("abstrak", "abstrak", "{alasan: …, materi: […]}", "abstrak untuk JDIH; tidak dicetak"),
        Field::boleh(
            "belum_ditempatkan",
            "daftar teks",
            "[Catatan di kaki halaman]",
            "teks hasil `naskah serap` yang belum ada tempatnya; pindahkan ke isiannya atau hapus, sebab menahan penyusunan",
        ),
    ],
};

/// The fields of `menimbang` in its long form.
pub const MENIMBANG: Shape = Shape {
    name: "menimbang",
    fields: &[
        Field::wajib("butir", "daftar butir", "[bahwa …]", "pertimbangan"),
        Field::boleh("penutup", "otomatis | tanpa", "tanpa", "`tanpa`: butir penutup tidak dibuat"),
    ],
};

/// The fields of a legal basis in its long form.
pub const DASAR: Shape = Shape {
    name: "dasar hukum yang disebut",
    fields: &[
        Field::wajib("id", "id dasar hukum", "uu-7-2017", "nama berkas dalam data/dasar-hukum/"),
        Field::boleh("catatan", "teks", "periksa perubahan terakhir", "catatan perancang; tidak dicetak"),
    ],
};

/// The fields of `salinan`.
pub const SALINAN: Shape = Shape {
    name: "salinan",
    fields: &[
        Field::boleh("oleh", "id pejabat", "kasubbag-hukum", "pengesah: isian `pejabat` pada profil kantor"),
        Field::boleh(
            "blok",
            "daftar teks",
            "[Salinan sesuai dengan aslinya, …]",
            "baris pengesahan bila ditulis sendiri",
        ),
        Field::boleh("nama", "teks", "Nama Kepala Subbagian", "nama pengesah bila lain daripada profil kantor"),
        Field::boleh(
            "disampaikan",
            "daftar teks",
            "[Ketua Komisi Pemilihan Umum di Jakarta]",
            "penerima salinan; dicetak bernomor sesudah pengesahan keputusan",
        ),
    ],
};

/// The fields of a paper.
pub fn shape(rupa: Rupa) -> &'static Shape {
    match rupa {
        Rupa::Keputusan => &SHAPE,
        Rupa::BeritaAcara => &BERITA_ACARA,
        Rupa::SuratPerintah => &SURAT_PERINTAH,
    }
}

impl Keputusan {
    /// Reads a decree of [`SHAPE`]; `susunan` is the nested form of its kind.
    ///
    /// Where a required field cannot be read an empty one stands in for it, so that the rest is still looked at;
    /// the finding about it keeps such a decree from ever being printed.
    pub fn read(node: &Node, susunan: Option<&Susunan>, sink: &mut Sink) -> Option<Self> {
        Self::read_as(Rupa::Keputusan, node, susunan, sink)
    }

    /// Reads a decree, or a paper beside decrees with the fields of its own.
    pub fn read_as(rupa: Rupa, node: &Node, susunan: Option<&Susunan>, sink: &mut Sink) -> Option<Self> {
        let table = rupa::opened(node, shape(rupa), sink)?;
        let kunci = rupa.kunci();
        let text = |key: &str, sink: &mut Sink| table.get(key).and_then(|node| Teks::read(node, sink));
        let start = table.key_span("jenis").unwrap_or(node.span);
        let word = |key: &str, otherwise: &str, sink: &mut Sink| {
            let written = table.get(key).and_then(|node| node.text(sink));
            written.unwrap_or_else(|| Spanned { value: otherwise.to_owned(), span: start })
        };
        let (tentang_judul, tentang) = name(text("tentang", sink), start);
        let apa_adanya = table.get("apa_adanya").and_then(|node| node.yes(sink)).unwrap_or(false);
        let menimbang = table.get(kunci.menimbang).and_then(|node| Menimbang::read_as(rupa, node, sink));
        let ditetapkan = table.get("ditetapkan").and_then(|node| Ditetapkan::read(node, sink));
        let tahun = year(table.get("tahun"), ditetapkan.as_ref(), start, sink);
        let (lampiran, lampiran_utuh) = attached(table.get("lampiran"), susunan, sink);
        Some(Self {
            span: node.span,
            rupa,
            jenis: word("jenis", "", sink),
            kantor: word("kantor", "", sink),
            pejabat: word("pejabat", "ketua", sink),
            nomor: read_number(table.get("nomor"), sink),
            nomor_tertulis: table.get("nomor").is_some(),
            nomor_span: table.key_span("nomor").unwrap_or(start),
            tahun,
            tentang_judul,
            tentang,
            kepala: table.get("kepala").and_then(|node| Kepala::read(node, sink)).unwrap_or_default(),
            menimbang: menimbang.unwrap_or(Menimbang { butir: Vec::new(), penutup: PenutupMenimbang::Tanpa }),
            mengingat: table.get(kunci.mengingat).map(|node| read_bases(node, apa_adanya, sink)).unwrap_or_default(),
            memperhatikan: table.get(kunci.memperhatikan).map(|node| read_list(node, 0, sink)).unwrap_or_default(),
            halaman: table.get("halaman").filter(|node| !node.is_empty()).cloned(),
            menetapkan: table.get("menetapkan").and_then(|node| clause(node, sink)),
            diktum: table.get(kunci.diktum).map(|node| read_list(node, 0, sink)).unwrap_or_default(),
            ditetapkan: ditetapkan.unwrap_or_else(|| Ditetapkan::unreadable(start)),
            salinan: table.get("salinan").and_then(|node| SalinanOleh::read(node, sink)).unwrap_or_default(),
            tembusan: table.get("tembusan").map(|node| Teks::entries(node, sink)).unwrap_or_default(),
            petikan: table.get("petikan").and_then(|node| Petikan::read(node, sink)),
            lampiran_utuh,
            lampiran,
            apa_adanya,
            tanpa_tanda_baca: table.get("tanda_baca").and_then(|node| node.choice(&TANDA_BACA, sink)).unwrap_or(false),
            subjek: table.get("subjek").map(|node| abstrak::texts(node, sink)).unwrap_or_default(),
            abstrak: table.get("abstrak").and_then(|node| Abstrak::read(node, sink)).unwrap_or_default(),
            belum_ditempatkan: table.get("belum_ditempatkan").map(|node| unplaced(node, sink)).unwrap_or_default(),
        })
    }
}

/// The clause of Menetapkan, where it is written by hand.
fn clause(node: &Node, sink: &mut Sink) -> Option<Teks> {
    if rupa::is_body(node) { None } else { Teks::read(node, sink) }
}

/// The words of `tanda_baca`: whether items get none but their own.
const TANDA_BACA: [(&str, bool); 2] = [("otomatis", false), ("tanpa", true)];

/// The name with the line ends that a person has set, where there are some, and on one line.
fn name(written: Option<Teks>, start: Span) -> (Option<Teks>, Teks) {
    let one_line = written.as_ref().map_or_else(|| Teks::plain("", start), Teks::on_one_line);
    (written.filter(|name| name.as_plain().contains('\n')), one_line)
}

/// What has no place yet; each is reported.
fn unplaced(node: &Node, sink: &mut Sink) -> Vec<Teks> {
    let texts = Teks::lines(node, sink);
    for text in &texts {
        let hint = "pindahkan ke isian yang semestinya, atau hapus bila memang tidak termasuk keputusan";
        sink.push(Diagnostic::galat(Code::BELUM_DITEMPATKAN, text.span, "teks ini belum ditempatkan").hint(hint));
    }
    texts
}

fn read_bases(node: &Node, apa_adanya: bool, sink: &mut Sink) -> Vec<Dasar> {
    node.list(sink).iter().filter_map(|basis| Dasar::read(basis, apa_adanya, sink)).collect()
}

/// The attachments that could be read, and whether those are all that are written.
fn attached(node: Option<&Node>, susunan: Option<&Susunan>, sink: &mut Sink) -> (Vec<Lampiran>, bool) {
    let Some(node) = node else { return (Vec::new(), true) };
    if let Some(file) = node.as_scalar().filter(|text| is_sheet(text)) {
        let hint = format!("tulis `lampiran: [{{judul: Daftar, tabel: {{dari: {}, kolom: semua}}}}]`", file.trim());
        node.wrong_with::<()>("daftar lampiran", Some(hint), sink);
        return (Vec::new(), false);
    }
    let written = node.list(sink);
    let read: Vec<Lampiran> = written.iter().filter_map(|n| Lampiran::read(n, susunan, sink)).collect();
    let whole = matches!(node.value, Value::Seq(_)) && read.len() == written.len();
    (read, whole)
}

/// The kind that a file names, before anything else of it is read.
pub fn kind_of(node: &Node) -> Option<Spanned<String>> {
    let kind = node.get("jenis")?;
    Some(Spanned { value: kind.as_scalar()?.trim().to_owned(), span: kind.span })
}

/// A number; one without a figure other than 0, or with the word before it, is reported and is none.
fn read_number(node: Option<&Node>, sink: &mut Sink) -> Option<Teks> {
    let nomor = Teks::read(node?, sink).filter(|nomor| !nomor.is_empty())?;
    let written = nomor.as_plain();
    let words = ["no.", "no ", "nmr", "nr."].iter().find(|word| written.to_lowercase().starts_with(*word));
    let figures = written.trim_start_matches(|c: char| !c.is_ascii_digit());
    if words.is_some() && !figures.is_empty() {
        let message = format!("`{written}` memuat kata yang dicetak program");
        sink.push(Diagnostic::galat(Code::NILAI, nomor.span, message).hint(format!("tulis nomornya saja: {figures}")));
        return None;
    }
    // Roman figures are a rule's finding.
    let roman = written.chars().all(|c| "IVXLC".contains(c));
    if roman || written.contains(|c| matches!(c, '1'..='9')) {
        return Some(nomor);
    }
    let hint = "selama konsep biarkan kosong: `nomor:`; nomornya diisi saat terbit";
    sink.push(Diagnostic::galat(Code::NILAI, nomor.span, format!("`{written}` bukan nomor")).hint(hint));
    None
}

/// The year; of one that cannot be read the day tells, and what stays 0 is not known.
fn year(node: Option<&Node>, ditetapkan: Option<&Ditetapkan>, span: Span, sink: &mut Sink) -> Spanned<i32> {
    let day = ditetapkan.and_then(|one| one.tanggal.as_ref());
    let dated = Spanned { value: day.map_or(0, |day| day.value.parts().0), span };
    node.and_then(|node| read_year(node, sink)).unwrap_or(dated)
}

/// A year of four digits.
fn read_year(node: &Node, sink: &mut Sink) -> Option<Spanned<i32>> {
    let text = node.text(sink)?;
    match text.value.trim().parse::<i32>() {
        Ok(year) if (1945..=2999).contains(&year) => Some(Spanned { value: year, span: text.span }),
        _ => {
            let message = format!("`{}` bukan tahun; tulis empat angka seperti 2025", text.value);
            sink.push(Diagnostic::galat(Code::NILAI, text.span, message));
            None
        }
    }
}

impl Menimbang {
    /// The considerations of a paper; a record has a sentence that opens it in their place, and no closing is made.
    fn read_as(rupa: Rupa, node: &Node, sink: &mut Sink) -> Option<Self> {
        let penutup = PenutupMenimbang::Tanpa;
        match rupa {
            Rupa::Keputusan => Self::read(node, sink),
            Rupa::BeritaAcara => Some(Self { butir: vec![Butir::sentence(Teks::read(node, sink)?)], penutup }),
            Rupa::SuratPerintah => Some(Self { butir: read_list(node, 0, sink), penutup }),
        }
    }

    fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        if node.as_map().is_none() {
            return Some(Self::closing_unless_written(read_list(node, 0, sink)));
        }
        if MENIMBANG.fields.iter().all(|field| node.get(field.name).is_none()) {
            return node.wrong("daftar", sink);
        }
        let table = Table::open(node, &MENIMBANG, sink)?;
        let butir = table.get("butir").map(|node| read_list(node, 0, sink)).unwrap_or_default();
        let without = table.get("penutup").and_then(|node| node.choice(&[("otomatis", false), ("tanpa", true)], sink));
        Some(match without {
            Some(true) => Self { butir, penutup: PenutupMenimbang::Tanpa },
            _ => Self::closing_unless_written(butir),
        })
    }

    /// The closing item is generated unless the last item is one.
    fn closing_unless_written(butir: Vec<Butir>) -> Self {
        let opening = "bahwa berdasarkan pertimbangan";
        let written = butir.last().is_some_and(|last| last.teks.as_plain().to_lowercase().starts_with(opening));
        let penutup = if written { PenutupMenimbang::Tanpa } else { PenutupMenimbang::Otomatis };
        Self { butir, penutup }
    }
}

impl Dasar {
    fn read(node: &Node, apa_adanya: bool, sink: &mut Sink) -> Option<Self> {
        match &node.value {
            Value::Map(_) if node.get("teks").is_none() => {
                let table = Table::open(node, &DASAR, sink)?;
                let catatan = table.get("catatan").and_then(|node| Teks::read(node, sink));
                Some(Dasar::Id { id: table.get("id")?.text(sink)?, catatan })
            }
            Value::Scalar { text, .. } if !text.trim().is_empty() && !text.trim().contains(char::is_whitespace) => {
                let id = Spanned { value: text.trim().to_owned(), span: node.span };
                Some(Dasar::Id { id, catatan: None })
            }
            Value::Scalar { text, .. } if several_ids(text) => {
                let message = format!("`{text}` memuat beberapa dasar hukum dalam satu butir");
                let hint = "pisahkan dengan koma, atau tulis masing-masing pada baris sendiri yang diawali `- `";
                sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
                None
            }
            Value::Scalar { text, .. } => match id_dari_sebutan(text).filter(|_| !apa_adanya) {
                Some(value) => Some(Dasar::Id { id: Spanned { value, span: node.span }, catatan: None }),
                None => Butir::read(node, 0, sink).map(Dasar::Teks),
            },
            _ => Butir::read(node, 0, sink).map(Dasar::Teks),
        }
    }
}

/// Whether a text is ids alone, parted by something else than YAML parts items by.
fn several_ids(text: &str) -> bool {
    let id = |word: &str| word.contains('-') && word.contains(|c: char| c.is_ascii_digit());
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || ";,".contains(c)).filter(|w| !w.is_empty()).collect();
    words.len() > 1 && words.iter().all(|word| *word == "dan" || id(word)) && words.iter().any(|word| id(word))
}

impl SalinanOleh {
    fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SALINAN, sink)?;
        Some(Self {
            oleh: table.get("oleh").and_then(|node| node.text(sink)),
            blok: table.get("blok").map(|node| Teks::lines(node, sink)).unwrap_or_default(),
            disampaikan: table.get("disampaikan").map(|node| Teks::entries(node, sink)).unwrap_or_default(),
            nama: table.get("nama").and_then(|node| Teks::read(node, sink)),
        })
    }
}
