//! What a paper is: a decree, or one of the papers that an office writes beside its decrees, with fields of its own.

use crate::diag::{Code, Diagnostic, Sink};
use crate::yaml::{Field, Key, Node, Shape, Table, Value};

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rupa {
    /// A decree.
    #[default]
    Keputusan,
    /// A record of what was done, signed by several.
    BeritaAcara,
    /// An order to persons.
    SuratPerintah,
}

/// The keys under which a paper holds what a decree calls menimbang, mengingat, memperhatikan and diktum.
pub struct Kunci {
    /// The considerations, or the sentence that opens a record.
    pub menimbang: &'static str,
    /// The legal bases; empty where there are none.
    pub mengingat: &'static str,
    /// What else was taken note of, or who is ordered.
    pub memperhatikan: &'static str,
    /// What is decided, recorded or ordered.
    pub diktum: &'static str,
}

impl Rupa {
    /// The papers by the words that a kind's file names them with.
    pub const WORDS: [(&'static str, Self); 3] =
        [("keputusan", Self::Keputusan), ("berita-acara", Self::BeritaAcara), ("surat-perintah", Self::SuratPerintah)];

    /// What it is called in a sentence.
    pub fn nama(self) -> &'static str {
        match self {
            Self::Keputusan => "Keputusan",
            Self::BeritaAcara => "Berita Acara",
            Self::SuratPerintah => "Surat Perintah",
        }
    }

    /// Its keys.
    pub fn kunci(self) -> Kunci {
        let [menimbang, mengingat, memperhatikan, diktum] = match self {
            Self::Keputusan => ["menimbang", "mengingat", "memperhatikan", "diktum"],
            Self::BeritaAcara => ["pembuka", "", "", "isi"],
            Self::SuratPerintah => ["menimbang", "dasar", "kepada", "untuk"],
        };
        Kunci { menimbang, mengingat, memperhatikan, diktum }
    }
}

/// The fields that every paper begins with.
pub const UMUM: [Field; 5] = [
    Field::wajib("jenis", "id jenis", "rencana-aksi", "jenis keputusan: nama folder dalam templates/jenis/")
        .juga(&["tipe", "kind", "type"]),
    Field::wajib("kantor", "id kantor", "kab-semarang", "kantor pembuat: nama berkas dalam data/kantor/")
        .juga(&["instansi", "lembaga", "satker", "office"]),
    Field::boleh(
        "pejabat",
        "id pejabat",
        "ketua",
        "penanda tangan: isian `pejabat` pada profil kantor; tanpa keterangan: ketua",
    )
    .juga(&["penandatangan", "penanda_tangan", "ttd", "signer"]),
    Field::boleh("nomor", "bilangan atau teks", "6", "nomor keputusan; dikosongkan selama masih konsep").juga(&[
        "no",
        "nomor_keputusan",
        "number",
    ]),
    Field::wajib("tahun", "tahun", "2025", "tahun keputusan").juga(&["year", "thn"]),
];

/// The fields about copies and attachments that every paper may have.
pub const PENERIMA: [Field; 3] = [
    Field::boleh("salinan", "salinan", "{oleh: kasubbag-hukum}", "pengesah salinan"),
    Field::boleh(
        "tembusan",
        "daftar teks",
        "[Ketua Komisi Pemilihan Umum di Jakarta]",
        "penerima tembusan; dicetak di bawah tanda tangan, juga pada asli",
    ),
    Field::boleh("lampiran", "daftar lampiran", "[{judul: …, tabel: {…}}]", "lampiran, berurutan"),
];

/// The fields of a record.
pub const BERITA_ACARA: Shape = Shape {
    name: "berita acara",
    fields: &[
        UMUM[0],
        UMUM[1],
        UMUM[2],
        UMUM[3],
        UMUM[4],
        Field::wajib("tentang", "teks", "Rapat Pleno Rekapitulasi Daftar Pemilih", "hal yang dicatat"),
        Field::wajib(
            "pembuka",
            "teks",
            "telah dilaksanakan rapat pleno dengan hasil sebagai berikut",
            "lanjutan kalimat pembuka; hari, tanggal, dan tempat dibuat program",
        ),
        Field::wajib("isi", "daftar butir", "[Rapat dipimpin oleh Ketua.]", "yang dicatat, bernomor"),
        Field::wajib("ditetapkan", "ditetapkan", "{tanggal: 2025-01-06}", "tempat, tanggal, dan penanda tangan"),
        PENERIMA[0],
        PENERIMA[1],
        PENERIMA[2],
    ],
};

/// The fields of an order.
pub const SURAT_PERINTAH: Shape = Shape {
    name: "surat perintah",
    fields: &[
        UMUM[0],
        UMUM[1],
        UMUM[2],
        UMUM[3],
        UMUM[4],
        Field::wajib("tentang", "teks", "Penugasan Petugas Layanan Informasi", "hal yang diperintahkan"),
        Field::wajib("menimbang", "daftar butir", "[bahwa …]", "alasan, setiap butir diawali `bahwa`"),
        Field::wajib("dasar", "daftar dasar hukum", "[uu-7-2017, pkpu-8-2019]", "seperti `mengingat` pada keputusan"),
        Field::wajib("kepada", "daftar butir", "['Nama Pegawai, Pranata Komputer']", "yang diperintah"),
        Field::wajib("untuk", "daftar butir", "[melayani permohonan informasi]", "yang diperintahkan"),
        Field::wajib("ditetapkan", "ditetapkan", "{tanggal: 2025-01-06}", "tempat, tanggal, dan tanda tangan"),
        PENERIMA[0],
        PENERIMA[1],
        PENERIMA[2],
    ],
};

/// Whether what stands under `menetapkan` is the decision itself.
pub(super) fn is_body(node: &Node) -> bool {
    matches!(node.value, Value::Seq(_))
}

/// Opens a decree. A decision that stands under `menetapkan`, which is a sentence, is reported as that alone.
pub(super) fn opened<'a>(node: &'a Node, shape: &'a Shape, sink: &mut Sink) -> Option<Table<'a>> {
    let own = |(key, node): &&(Key, Node)| key.name == "menetapkan" && is_body(node);
    let Some((key, _)) = node.as_map().and_then(|entries| entries.iter().find(own)) else {
        return Table::open(node, shape, sink);
    };
    let missing = node.get("diktum").is_none_or(Node::is_empty);
    let hint = match missing {
        true => "ganti `menetapkan:` dengan `diktum:`",
        false => "pindahkan butirnya ke bawah `diktum:`",
    };
    let message = "isi keputusan ditulis di bawah `diktum`; `menetapkan` hanya kalimat sesudah kata Menetapkan";
    sink.push(Diagnostic::galat(Code::KUNCI, key.span, message).hint(hint));
    let mut other = Sink::default();
    let table = Table::open(node, shape, &mut other);
    let told = |finding: &&Diagnostic| finding.code != Code::WAJIB || !finding.message.starts_with("`diktum`");
    other.found().iter().filter(told).cloned().for_each(|finding| sink.push(finding));
    table
}
