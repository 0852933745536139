//! Tables of a lampiran as they are written: columns with nested heads, rows, group rows and sum rows.

use crate::decree::butir::{Butir, Penomoran};
pub use crate::decree::lebar::Lebar;
use crate::decree::panjang::Panjang;
use crate::decree::teks::Teks;
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::language::numerals::Bilangan;
use crate::yaml::{Field, Key, Node, Shape, Table, is_sheet};

/// A table.
#[derive(Debug, Clone)]
pub struct Tabel {
    /// Whether its pages lie, where they are others than those around it.
    pub lanskap: Option<bool>,
    /// Where it was written.
    pub span: Span,
    /// The columns, nested as the head is.
    pub kolom: Vec<Kolom>,
    /// Whether it has a head.
    pub kepala: bool,
    /// Whether it is no table to the eye, but labels with what is to be said or filled in beside them.
    pub isian: bool,
    /// Whether a row of column numbers stands under the head.
    pub nomor_kolom: bool,
    /// Size of the letters; `None` is the office's.
    pub ukuran: Option<Panjang>,
    /// Numbering of lists inside cells.
    pub penomoran: Penomoran,
    /// Whether a merged cell repeats its text on each page that it reaches.
    pub ulang_gabungan: bool,
    /// Whether the numbers of rows run on over headings.
    pub nomor_lanjut: bool,
    /// The rows.
    pub baris: Vec<Baris>,
    /// Notes under it.
    pub keterangan: Vec<Teks>,
}

/// A column, or a head cell over several columns.
#[derive(Debug, Clone)]
pub struct Kolom {
    /// Where it was written.
    pub span: Span,
    /// The head's text.
    pub judul: Teks,
    /// The columns below; empty for a column of its own.
    pub anak: Vec<Kolom>,
    /// Its width.
    pub lebar: Lebar,
    /// Where its texts stand; `None` is what its content asks for.
    pub rata: Option<Rata>,
    /// Whether its head is turned upright.
    pub putar: bool,
    /// What its cells hold.
    pub isi: IsiKolom,
    /// Whether rows of sums add it up.
    pub dijumlah: bool,
    /// In a nested plan: the field that fills it.
    pub kunci: Option<String>,
    /// In a nested plan: the level that the field belongs to; `None` is the innermost.
    pub tingkat: Option<String>,
}

/// Where texts stand in their column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rata {
    /// Left.
    Kiri,
    /// Centre.
    Tengah,
    /// Right.
    Kanan,
    /// As the signs of a flow chart.
    Bagan,
}

impl Rata {
    const WORDS: [(&'static str, Rata); 3] = [("kiri", Rata::Kiri), ("tengah", Rata::Tengah), ("kanan", Rata::Kanan)];

    /// The word by which YAML and the style name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kiri => "kiri",
            Self::Tengah => "tengah",
            Self::Kanan => "kanan",
            Self::Bagan => "bagan",
        }
    }
}

impl Kolom {
    /// Whether it is as wide as what stands in it: numbers of rows, of which no other width was asked for.
    pub fn seisi(&self) -> bool {
        let own = IsiKolom::Nomor.bobot();
        self.isi == IsiKolom::Nomor && matches!(self.lebar, Lebar::Bobot(bobot) if (bobot - own).abs() < f64::EPSILON)
    }
}

impl IsiKolom {
    /// The weight of a column whose width is not written: numbers of rows need little.
    fn bobot(self) -> f64 {
        if self == Self::Nomor { 0.2 } else { 1.0 }
    }
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IsiKolom {
    /// Texts and lists.
    Teks,
    /// The generated number of the row.
    Nomor,
    /// Numbers, which sum rows add up.
    Bilangan,
    /// Signs of a flow chart, each named by a word of [`LAMBANG`].
    Bagan,
    /// Boxes, each ticked or not.
    Centang,
    /// The generated sum of the numbers that stand before it under the same head.
    Jumlah,
}

impl IsiKolom {
    /// Whether cells of it are written; generated ones are not.
    pub fn is_written(self) -> bool {
        !matches!(self, Self::Nomor | Self::Jumlah)
    }
}

/// The words for boxes, with what is printed.
pub const KOTAK: [(&str, &str); 2] = [("ya", "☑"), ("tidak", "☐")];

/// The words for the signs of a flow chart.
pub const LAMBANG: [&str; 4] = ["mulai", "proses", "putusan", "selesai"];

/// A row.
#[derive(Debug, Clone)]
pub struct Baris {
    /// Where it was written.
    pub span: Span,
    /// What it is.
    pub isi: IsiBaris,
}

/// The kinds of rows.
#[derive(Debug, Clone)]
pub enum IsiBaris {
    /// Cells, one for each column that is not a generated number.
    Sel {
        /// The cells.
        sel: Vec<Sel>,
        /// The row's number.
        nomor: NomorBaris,
    },
    /// A heading over the rows that follow, numbered I, II …; row numbers start again.
    Kelompok {
        /// The heading.
        judul: Teks,
        /// Whether it is numbered.
        bernomor: bool,
        /// Its level, from 1: groups lie within groups.
        tingkat: usize,
    },
    /// The sum of each column of numbers.
    Jumlah {
        /// What stands before the sums.
        judul: Teks,
        /// Whether all rows count, or only those of a group.
        semua: bool,
        /// The level of the group; `None` is the innermost that is not summed yet.
        tingkat: Option<usize>,
    },
}

/// How a row is numbered.
#[derive(Debug, Clone, PartialEq)]
pub enum NomorBaris {
    /// The next number.
    Berikut,
    /// None; the next row takes the next number.
    Tanpa,
    /// The number cell goes on from the row above.
    Atas,
    /// Written by hand.
    Tulis(Teks),
    /// The number of an entry of a nested plan, from 1, and where the entry was written.
    Entri(usize, Span),
}

/// A cell.
#[derive(Debug, Clone)]
pub enum Sel {
    /// Nothing.
    Kosong,
    /// A text or a list.
    Isi(Butir),
    /// A number.
    Bilangan(Bilangan, Span),
    /// `^`: merged with the cell above.
    Atas(Span),
    /// `<`: merged with the cell at the left.
    Kiri(Span),
}

/// The fields of a table.
pub const SHAPE: Shape = Shape {
    name: "tabel",
    fields: &[
        Field::wajib("kolom", "daftar kolom", "[{judul: No, isi: nomor}, {judul: Nama}]", "kolom dari kiri ke kanan"),
        Field::wajib(
            "baris",
            "daftar baris",
            "[[Nama Anggota, Ketua]]",
            "baris dari atas ke bawah: daftar sel, baris kelompok, atau baris jumlah",
        )
        .juga(&["isi", "data"]),
        Field::boleh("nomor_kolom", "ya | tidak", "ya", "baris 1 2 3 … di bawah kepala; tanpa keterangan: ya"),
        Field::boleh("ukuran", "panjang", "11 pt", "ukuran huruf; tanpa keterangan: menurut profil kantor"),
        Field::boleh("penomoran", "a. | 1. | a) | 1)", "1)", "penomoran daftar di dalam sel; tanpa keterangan: 1)"),
        Field::boleh(
            "ulang_gabungan",
            "ya | tidak",
            "ya",
            "isi sel gabungan diulang pada halaman berikutnya; tanpa keterangan: ya",
        ),
        Field::boleh(
            "keterangan",
            "teks, atau daftar teks",
            "'*) petugas pengganti'",
            "catatan di bawah tabel, satu baris setiap catatan",
        ),
        NOMOR_LANJUT,
        Field::boleh("tanpa_kepala", "ya | tidak", "ya", "tabel tanpa baris kepala; tanpa keterangan: berkepala"),
    ],
};

const NOMOR_LANJUT: Field = Field::boleh(
    "nomor_lanjut",
    "ya | tidak",
    "ya",
    "nomor baris berlanjut sesudah baris kelompok; tanpa keterangan: dimulai lagi dari 1",
);

const DIJUMLAH: Field = Field::boleh(
    "dijumlah",
    "ya | tidak",
    "tidak",
    "apakah baris jumlah dan kolom `isi: jumlah` menjumlahkan kolom bilangan ini; `tidak` misalnya untuk harga satuan atau persentase; tanpa keterangan: ya",
);

/// The fields of a column.
pub const KOLOM: Shape = Shape {
    name: "kolom",
    fields: &[
        Field::wajib(
            "judul",
            "teks",
            "Nama",
            "kepala kolom; dicetak dengan huruf kapital; `''` untuk kepala yang kosong",
        )
        .juga(&["nama", "kepala"])
        .kosong(),
        Field::boleh(
            "kolom",
            "daftar kolom",
            "[{judul: L}, {judul: P}]",
            "kolom di bawah kepala bersama; kepala paling banyak tiga baris",
        ),
        Field::boleh(
            "lebar",
            "bobot atau panjang",
            "1 cm",
            "bilangan saja adalah bobot, dengan satuan adalah lebar tetap; tanpa keterangan: bobot 1, kolom nomor selebar isinya",
        ),
        Field::boleh(
            "rata",
            "kiri | tengah | kanan",
            "tengah",
            "letak teks; tanpa keterangan: nomor di tengah, bilangan di kanan, teks di kiri",
        ),
        Field::boleh(
            "isi",
            "teks | nomor | bilangan | jumlah | bagan | centang",
            "nomor",
            "nomor diisi otomatis; bilangan dicetak 1.234 dan dapat dijumlahkan; jumlah: jumlah kolom bilangan sebelumnya di bawah kepala yang sama, dihitung program; bagan: lambang alur, sel berisi mulai, proses, putusan, selesai, atau kosong; centang: kotak centang, sel berisi ya, tidak, atau kosong",
        ),
        DIJUMLAH,
        Field::boleh(
            "putar",
            "ya | tidak",
            "ya",
            "kepala kolom diputar tegak, untuk kolom sempit; tanpa keterangan: mendatar",
        ),
        Field::boleh("kunci", "nama isian", "langkah", "hanya dalam susunan jenis: isian yang mengisi kolom ini"),
        Field::boleh(
            "tingkat",
            "nama tingkat",
            "sub",
            "hanya dalam susunan jenis: tingkat pemilik isian; sel digabung ke bawah",
        ),
    ],
};

/// The fields of a row that is not a plain list of cells.
pub const BARIS: Shape = Shape {
    name: "baris",
    fields: &[
        Field::boleh(
            "sel",
            "daftar sel",
            "[Nama Anggota, Ketua]",
            "isi sel: teks, daftar teks, butir, `^` (gabung ke atas), `<` (gabung ke kiri), atau kosong; tandanya sendiri ditulis `'\\^'` dan `'\\<'`",
        ),
        Field::boleh(
            "nomor",
            "tidak | ya | teks",
            "tidak",
            "`tidak`: baris tanpa nomor; `ya`: bernomor walaupun sel pertamanya `^`; teks lain: nomor yang ditulis sendiri",
        ),
        Field::boleh(
            "kelompok",
            "teks",
            "Tim Manajemen Perubahan",
            "baris judul kelompok, bernomor I, II …; nomor baris dimulai lagi, kecuali `nomor_lanjut: ya`",
        ),
        Field::boleh("jumlah", "teks", "Jumlah", "baris jumlah isi kelompok; dihitung untuk setiap kolom bilangan"),
        Field::boleh("total", "teks", "Total", "baris jumlah seluruh tabel"),
        Field::boleh(
            "tingkat",
            "1 | 2 | 3 | 4",
            "2",
            "tingkat `kelompok` di dalam kelompok lain, bernomor I, A, a, a); pada `jumlah`: tingkat kelompok yang dijumlahkan; tanpa keterangan: 1, dan pada `jumlah` kelompok terdalam yang belum dijumlahkan",
        ),
    ],
};

const DARI: Field = Field::wajib(
    "dari",
    "letak berkas",
    "rencana.xlsx",
    "buku kerja (.xlsx, .ods, .csv) atau berkas Word bertabel (.docx) di dalam folder berkas keputusan",
)
.juga(&["berkas", "file", "sumber"]);
const LEMBAR_KERJA: Field = Field::boleh(
    "lembar",
    "nama lembar",
    "RA",
    "lembar di dalam buku kerja, atau `Tabel 2` dalam berkas Word; wajib bila ada beberapa",
);
const KEPALA_LEMBAR: Field = Field::boleh(
    "kepala",
    "nomor baris",
    "4",
    "baris kepala kolom pada lembar; tanpa keterangan: dicari menurut kepala kolomnya",
);
const BARIS_TERSEMBUNYI: Field = Field::boleh(
    "baris_tersembunyi",
    "ikut | abaikan",
    "abaikan",
    "wajib bila lembar memuat baris tersembunyi yang berisi",
);

const SAMPAI: Field = Field::boleh(
    "sampai",
    "nomor baris",
    "40",
    "baris terakhir tabel pada lembar; di bawahnya tidak ada yang diambil, dan baris berbentuk lain di atasnya ikut",
);
const LEWATI: Field = Field::boleh(
    "lewati",
    "daftar nomor baris, rentang, atau awal teks",
    "[9-13, Catatan]",
    "baris pada lembar yang bukan baris tabel: blok tanda tangan, catatan, jumlah, kepala yang diulang",
);

/// The fields of a table that is read from a sheet; what else a table has may be written beside them.
pub const DARI_LEMBAR: Shape = Shape {
    name: "tabel dari lembar kerja",
    fields: &[
        DARI,
        LEMBAR_KERJA,
        Field::wajib(
            "kolom",
            "kolom menurut judul, daftar kolom, atau semua",
            "{Nama: , Jumlah: {dari: JML, isi: bilangan}}",
            "judul kolom yang dicetak, dengan kepala kolomnya pada lembar bila lain; `semua`: setiap kolom lembar dengan kepalanya",
        ),
        KEPALA_LEMBAR,
        SAMPAI,
        LEWATI,
        Field::boleh(
            "kelompok",
            "daftar nomor baris, rentang, atau awal teks",
            "[4, Kecamatan]",
            "baris pada lembar yang menjadi baris kelompok; baris yang digabung selebar tabel tidak perlu disebut",
        ),
        BARIS_TERSEMBUNYI,
        Field::boleh(
            "gabungan",
            "gabung | isi | kosong",
            "isi",
            "sel gabungan pada lembar: tetap digabung, atau diisi satu per satu; `kosong`: sel kosong pada kolom-kolom kiri pun digabung dengan sel di atasnya; tanpa keterangan: gabung",
        ),
        Field::boleh(
            "baris_jumlah",
            "teks",
            "Jumlah",
            "awal teks baris jumlah pada lembar, dihitung ulang dan dicocokkan; `tidak`: barisnya baris biasa",
        ),
        Field::boleh("nomor_kolom", "ya | tidak", "ya", "seperti pada `tabel`"),
        Field::boleh("ukuran", "panjang", "11 pt", "seperti pada `tabel`"),
        Field::boleh("penomoran", "a. | 1. | a) | 1)", "1)", "seperti pada `tabel`"),
        Field::boleh("ulang_gabungan", "ya | tidak", "ya", "seperti pada `tabel`"),
        Field::boleh("keterangan", "teks, atau daftar teks", "'*) petugas pengganti'", "seperti pada `tabel`"),
        Field::boleh("nomor_lanjut", "ya | tidak", "ya", "seperti pada `tabel`"),
    ],
};

/// The fields of a column that is read from a sheet.
pub const KOLOM_DARI_LEMBAR: Shape = Shape {
    name: "kolom dari lembar kerja",
    fields: &[
        Field::boleh(
            "dari",
            "kepala kolom atau huruf kolom",
            "NAMA LENGKAP",
            "kolom pada lembar bila kepalanya bukan `judul`",
        ),
        Field::boleh("judul", "teks", "Nama", "hanya dalam daftar kolom: kepala kolom yang dicetak"),
        Field::boleh(
            "kolom",
            "daftar kolom",
            "[{judul: L}, {judul: P}]",
            "hanya dalam daftar kolom: kolom di bawah kepala bersama",
        ),
        Field::boleh("lebar", "bobot atau panjang", "3 cm", "seperti pada `kolom`"),
        Field::boleh("rata", "kiri | tengah | kanan", "tengah", "seperti pada `kolom`"),
        Field::boleh(
            "isi",
            "teks | nomor | bilangan | tanggal",
            "tanggal",
            "seperti pada `kolom`; `tanggal`: tanggal dan angka seri tanggal dicetak `5 Januari 2025`",
        ),
        DIJUMLAH,
    ],
};

/// The fields of a nested plan that is read from a sheet.
pub const RENCANA_DARI_LEMBAR: Shape = Shape {
    name: "susunan dari lembar kerja",
    fields: &[
        DARI,
        LEMBAR_KERJA,
        Field::boleh(
            "kolom",
            "isian: kepala kolom",
            "{langkah: RENCANA TINDAK}",
            "kepala kolom pada lembar untuk isian yang kepalanya lain daripada hasil `naskah tabel ekspor`",
        ),
        KEPALA_LEMBAR,
        SAMPAI,
        LEWATI,
        BARIS_TERSEMBUNYI,
    ],
};

impl Tabel {
    /// Reads a table of [`SHAPE`].
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        if let Some((key, file)) = from_file(node) {
            let message = format!("kunci `{}` tidak dikenal dalam tabel", key.name);
            let hint = format!("tabel dari berkas ditulis `{{dari: {file}, kolom: semua}}`");
            sink.push(Diagnostic::galat(Code::KUNCI, key.span, message).hint(hint));
            return None;
        }
        let table = Table::open(node, &SHAPE, sink)?;
        let kolom = table.get("kolom").map(|node| read_columns(node, 1, sink)).unwrap_or_default();
        let leaves = Kolom::leaves(&kolom);
        let baris = table
            .get("baris")
            .map(|node| node.list(sink).iter().filter_map(|row| Baris::read(row, &leaves, sink)).collect());
        Some(Self {
            lanskap: None,
            span: table.span(),
            kepala: table.get("tanpa_kepala").and_then(|node| node.yes(sink)) != Some(true),
            isian: false,
            nomor_kolom: table.get("nomor_kolom").and_then(|node| node.yes(sink)).unwrap_or(true),
            ukuran: table.get("ukuran").and_then(|node| node.parse(sink)),
            penomoran: table
                .get("penomoran")
                .and_then(|node| node.choice(&Penomoran::WORDS, sink))
                .unwrap_or(Penomoran::AngkaKurung),
            ulang_gabungan: table.get("ulang_gabungan").and_then(|node| node.yes(sink)).unwrap_or(true),
            nomor_lanjut: table.get("nomor_lanjut").and_then(|node| node.yes(sink)).unwrap_or(false),
            baris: baris.unwrap_or_default(),
            keterangan: table.get("keterangan").map(|node| Teks::lines(node, sink)).unwrap_or_default(),
            kolom,
        })
    }
}

/// Deepest nesting of heads.
const MAX_HEADS: usize = 3;

/// The key, and the file, of a table that names a workbook under another key than `dari`.
fn from_file(node: &Node) -> Option<(&Key, &str)> {
    let entries = node.as_map()?;
    let named = |(key, value): &(Key, Node)| {
        !SHAPE.fields.iter().any(|field| field.name == key.name) && value.as_scalar().is_some_and(is_sheet)
    };
    let (key, value) = entries.iter().find(|entry| named(entry))?;
    Some((key, value.as_scalar()?.trim()))
}

/// Reads columns; `depth` counts the head rows from 1.
pub fn read_columns(node: &Node, depth: usize, sink: &mut Sink) -> Vec<Kolom> {
    if depth > MAX_HEADS {
        sink.push(
            Diagnostic::galat(Code::KOLOM, node.span, "kepala tabel lebih dari tiga baris")
                .hint("gabungkan judul kolom yang paling dalam"),
        );
        return Vec::new();
    }
    node.list(sink).iter().filter_map(|column| Kolom::read(column, depth, sink)).collect()
}

impl Kolom {
    fn read(node: &Node, depth: usize, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &KOLOM, sink)?;
        let isi = [
            ("teks", IsiKolom::Teks),
            ("nomor", IsiKolom::Nomor),
            ("bilangan", IsiKolom::Bilangan),
            ("jumlah", IsiKolom::Jumlah),
            ("bagan", IsiKolom::Bagan),
            ("centang", IsiKolom::Centang),
        ];
        let isi = table.get("isi").and_then(|node| node.choice(&isi, sink)).unwrap_or(IsiKolom::Teks);
        if let Some(node) = table.get("dijumlah").filter(|_| !matches!(isi, IsiKolom::Bilangan | IsiKolom::Jumlah)) {
            let message = "`dijumlah` hanya untuk kolom `isi: bilangan` atau `isi: jumlah`";
            sink.push(
                Diagnostic::galat(Code::TIPE, node.span, message).hint("hapus `dijumlah`, atau beri `isi: bilangan`"),
            );
        }
        Some(Self {
            span: table.span(),
            judul: table
                .get("judul")
                .and_then(|node| Teks::read(node, sink))
                .unwrap_or_else(|| Teks::plain("", table.span())),
            anak: table.get("kolom").map(|node| read_columns(node, depth + 1, sink)).unwrap_or_default(),
            lebar: table.get("lebar").and_then(|node| node.parse(sink)).unwrap_or(Lebar::Bobot(isi.bobot())),
            rata: table.get("rata").and_then(|node| node.choice(&Rata::WORDS, sink)),
            putar: table.get("putar").and_then(|node| node.yes(sink)).unwrap_or(false),
            isi,
            dijumlah: table.get("dijumlah").and_then(|node| node.yes(sink)).unwrap_or(true),
            kunci: table.word("kunci", sink),
            tingkat: table.word("tingkat", sink),
        })
    }

    /// The columns proper, from left to right.
    pub fn leaves(kolom: &[Kolom]) -> Vec<&Kolom> {
        kolom.iter().flat_map(|k| if k.anak.is_empty() { vec![k] } else { Kolom::leaves(&k.anak) }).collect()
    }

    /// Whether its cells are written; generated numbers and sums are not.
    pub fn is_written(&self) -> bool {
        self.isi.is_written()
    }

    /// Where its texts stand.
    pub fn alignment(&self) -> Rata {
        self.rata.unwrap_or(match self.isi {
            IsiKolom::Teks => Rata::Kiri,
            IsiKolom::Nomor | IsiKolom::Centang => Rata::Tengah,
            IsiKolom::Bilangan | IsiKolom::Jumlah => Rata::Kanan,
            IsiKolom::Bagan => Rata::Bagan,
        })
    }
}
