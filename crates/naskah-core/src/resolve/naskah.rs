//! The printable decree: what the template walks through, in the order of the page.

use serde::Serialize;

use crate::catalog::Halaman;
use crate::decree::{Coretan, Rupa, Teks};
use crate::fingerprint::Sidik;

/// A decree with nothing left to decide but where lines and pages break.
#[derive(Debug, Serialize)]
pub struct Naskah {
    /// What the PDF says of itself.
    pub meta: Meta,
    /// The office's page furniture.
    pub halaman: Halaman,
    /// The head of page 1.
    pub kop: Kop,
    /// The title block.
    pub judul: Judul,
    /// Menimbang, Mengingat, Memperhatikan.
    pub bagian: Vec<BagianCetak>,
    /// The word over the decisions, where it is not the usual one; an empty text for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memutuskan: Option<Teks>,
    /// The Menetapkan clause.
    pub menetapkan: Teks,
    /// The decisions.
    pub diktum: Vec<DiktumCetak>,
    /// Place, date, signature.
    pub penutup: Penutup,
    /// The certifying block's lines and name, in a copy or an extract.
    pub salinan: Option<(Vec<Teks>, Teks)>,
    /// Who receives copies, in a copy.
    pub disampaikan: Option<Disampaikan>,
    /// Who receives the decree besides those whom it concerns.
    pub tembusan: Option<Disampaikan>,
    /// Whom the extracts are for, each with the row that is theirs.
    pub petikan: Vec<PetikanCetak>,
    /// The sentence after each row.
    pub kalimat_petikan: Teks,
    /// The original's fingerprint at the foot of the last page.
    pub sidik: Option<SidikCetak>,
    /// The attachments.
    pub lampiran: Vec<LampiranCetak>,
}

/// What the PDF says of itself.
#[derive(Debug, Serialize)]
pub struct Meta {
    /// What the paper is; its template is made for that.
    #[serde(skip)]
    pub rupa: Rupa,
    /// Title of the document.
    pub judul: String,
    /// The office.
    pub pengarang: String,
    /// Year, month, day of the decree; the first day of its year while a draft.
    pub tanggal: (i32, u32, u32),
    /// File name of the attached source.
    pub sumber: String,
    /// File name of the attached material: office, laws, kind, styles as they were used.
    pub bahan: &'static str,
    /// The original's fingerprint, in a copy or an extract of what was issued.
    pub asli: Option<String>,
    /// Whether every page says KONSEP.
    pub konsep: bool,
    /// Whether every page says DIBATALKAN.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub dibatalkan: bool,
    /// What stands over page 1 of a copy: `SALINAN`, `PETIKAN`.
    pub tanda: Option<&'static str>,
    /// What is compared with what, where this is no decree but a comparison of two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub perbandingan: Option<String>,
}

/// The head of page 1.
#[derive(Debug, Serialize)]
pub struct Kop {
    /// Path of the emblem; `None` keeps its place empty.
    pub lambang: Option<String>,
    /// Body and area.
    pub baris: Vec<Teks>,
    /// The lines of the address.
    pub alamat: Vec<Teks>,
}

/// The title block.
#[derive(Debug, Serialize)]
pub struct Judul {
    /// `KEPUTUSAN …`
    pub keputusan: Teks,
    /// Number and year.
    pub nomor: NomorTahun,
    /// The name in capitals.
    pub tentang: Teks,
    /// `KETUA …,`
    pub pembuat: Teks,
}

/// `NOMOR … TAHUN …`; without a number a ruled blank, without a year where an old number carries its own.
#[derive(Debug, Clone, Serialize)]
pub struct NomorTahun {
    /// The whole line, where it is written out by hand.
    pub tulis: Option<Teks>,
    /// The number.
    pub nomor: Option<Teks>,
    /// The year.
    pub tahun: Option<i32>,
}

/// A labelled part of the opening.
#[derive(Debug, Serialize)]
pub struct BagianCetak {
    /// `Menimbang`, `Mengingat`, `Memperhatikan`.
    pub label: &'static str,
    /// Its items.
    pub butir: Vec<ButirCetak>,
}

/// An item with its mark and final punctuation.
#[derive(Debug, Clone, Serialize)]
pub struct ButirCetak {
    /// `a.`; `None` where a single item carries no mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no: Option<String>,
    /// The sentence.
    pub teks: Teks,
    /// The list under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rincian: Vec<ButirCetak>,
    /// What follows the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penutup: Option<Teks>,
    /// What a comparison says of the whole item: how its mark is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coretan: Option<Coretan>,
}

/// A decision.
#[derive(Debug, Serialize)]
pub struct DiktumCetak {
    /// `KESATU`
    pub label: String,
    /// The sentence and its list.
    pub isi: ButirCetak,
}

/// Place, date, signature.
#[derive(Debug, Clone, Serialize)]
pub struct Penutup {
    /// Place; `None` under a lampiran.
    pub di: Option<Teks>,
    /// Day in words; `None` is a ruled blank.
    pub tanggal: Option<Teks>,
    /// Lines of the signer's office.
    pub jabatan: Vec<Teks>,
    /// `ttd.` in a copy; otherwise room for the signature.
    pub ttd: Option<&'static str>,
    /// The name in capitals.
    pub nama: Teks,
    /// The names of those who sign beside the signer.
    pub anggota: Vec<Teks>,
    /// Who signs at the left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pendamping: Option<PendampingCetak>,
}

/// Who signs at the left.
#[derive(Debug, Clone, Serialize)]
pub struct PendampingCetak {
    /// Lines of the office.
    pub jabatan: Vec<Teks>,
    /// The name.
    pub nama: Teks,
}

/// Who receives the decree, or copies of it.
#[derive(Debug, Serialize)]
pub struct Disampaikan {
    /// The line over them.
    pub pembuka: Teks,
    /// The receivers, an item each.
    pub butir: Vec<ButirCetak>,
}

/// An extract: the row of one person.
#[derive(Debug, Clone, Serialize)]
pub struct PetikanCetak {
    /// The heading that the row stands under.
    pub kelompok: Option<Teks>,
    /// Label and value of each column.
    pub baris: Vec<IsianPetikan>,
    /// The table's notes whose marks stand in these lines.
    pub catatan: Vec<Teks>,
    /// Which of these lines tells the rows apart; `None` where it is not printed.
    #[serde(skip)]
    pub kunci: Option<usize>,
}

/// A line of an extract's row.
#[derive(Debug, Clone, Serialize)]
pub struct IsianPetikan {
    /// The column's head.
    pub label: Teks,
    /// What the row says in it.
    pub isi: Vec<ButirCetak>,
}

/// The original's fingerprint as it is printed.
#[derive(Debug, Serialize)]
pub struct SidikCetak {
    /// Its short form with the words before it.
    pub teks: Option<Teks>,
    /// What the QR code says: the decree and the whole fingerprint.
    pub qr: Option<String>,
    /// Path of the code's picture.
    pub gambar: &'static str,
}

/// An attachment.
#[derive(Debug, Serialize)]
pub struct LampiranCetak {
    /// `LAMPIRAN`, or `LAMPIRAN II`.
    pub label: String,
    /// `KEPUTUSAN …`
    pub keputusan: Teks,
    /// Number and year.
    pub nomor: NomorTahun,
    /// `TENTANG …`
    pub tentang: Teks,
    /// The lines of the head in place of those before, where they are written out by hand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kepala: Vec<Teks>,
    /// The title in capitals.
    pub judul: Option<Teks>,
    /// Whether the pages lie.
    pub lanskap: bool,
    /// Whether what it holds stands in a frame on one sheet.
    #[serde(skip_serializing_if = "is_false")]
    pub bingkai: bool,
    /// Whether a cover comes first.
    #[serde(skip_serializing_if = "is_false")]
    pub sampul: bool,
    /// Whether a table of contents comes before the content.
    pub daftar_isi: bool,
    /// What it holds.
    pub isi: Vec<BlokCetak>,
    /// Blocks that stand on pages of the other direction.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub berbalik: Vec<LembarCetak>,
}

/// Blocks on pages of their own: the first one, and the one after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LembarCetak {
    /// The first, from 0.
    pub dari: usize,
    /// The one after the last.
    pub sampai: usize,
}

/// A block of an attachment.
#[derive(Debug, Serialize)]
#[serde(tag = "jenis", rename_all = "lowercase")]
pub enum BlokCetak {
    /// A chapter's heading.
    Bab {
        /// `BAB I`
        no: String,
        /// The title in capitals.
        teks: Teks,
        /// Its level among the headings of the document.
        aras: usize,
    },
    /// A part's heading.
    Bagian {
        /// `A.`
        no: String,
        /// The title.
        teks: Teks,
        /// How deep it lies, from 1.
        tingkat: usize,
        /// Its level among the headings of the document.
        aras: usize,
    },
    /// A paragraph, perhaps with a list.
    Paragraf {
        /// The text.
        isi: ButirCetak,
        /// How deep it lies: 0 directly under a chapter.
        tingkat: usize,
    },
    /// A table.
    Tabel {
        /// The table.
        tabel: TabelCetak,
    },
    /// A picture.
    Gambar {
        /// The path by which the source refers to it.
        berkas: String,
        /// Its width in points; `None` is as wide as the page lets it be.
        lebar: Option<f64>,
        /// What stands under it.
        keterangan: Option<Teks>,
        /// What is said of it to those who do not see it.
        alt: String,
        /// The fingerprint of its file.
        #[serde(skip)]
        sidik: Sidik,
    },
}

/// A table whose every cell has its place.
#[derive(Debug, Serialize)]
pub struct TabelCetak {
    /// Tells the tables of one document apart.
    pub id: usize,
    /// Size of the letters in points; `None` is the office's.
    pub ukuran: Option<f64>,
    /// Widths of the columns: points, or a share as `{bobot}`.
    pub lebar: Vec<LebarCetak>,
    /// Where texts stand in each column.
    pub rata: Vec<&'static str>,
    /// For each column what it must have room for.
    pub terpanjang: Vec<TerpanjangCetak>,
    /// The head's rows.
    pub kepala: Vec<Vec<SelCetak>>,
    /// The row of column numbers.
    pub nomor_kolom: Vec<String>,
    /// The columns of row numbers that follow from the order of the rows; the styles need not know them.
    #[serde(skip)]
    pub penomor: Vec<usize>,
    /// Whether merged cells repeat on each page.
    pub ulang: bool,
    /// The rows.
    pub baris: Vec<BarisCetak>,
    /// What stands under it.
    pub keterangan: Vec<Teks>,
    /// Whether it is labels with what is said beside them, without lines.
    pub isian: bool,
}

/// The longest parts of the texts of a column, as far as any of them may be the widest.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TerpanjangCetak {
    /// Whether the column is as wide as what stands in it.
    pub seisi: bool,
    /// Whether some of its texts stand in bold letters.
    pub tebal: bool,
    /// Numbers and amounts, which never break.
    pub angka: Vec<String>,
    /// Words, which break between syllables.
    pub kata: Vec<String>,
    /// Words and numbers that stand together.
    pub rapat: Vec<String>,
    /// Addresses, codes and words with slashes, which break where there is no room for them.
    pub alamat: Vec<String>,
    /// The longest texts, if each of them may have a line of its own.
    pub teks: Option<Vec<String>>,
    /// Words of the lists in it.
    pub rincian: Vec<String>,
    /// Numbers and amounts of these lists.
    pub angka_rincian: Vec<String>,
    /// How many lists stand within one another.
    pub dalam: usize,
    /// Signs of the longest mark of these lists.
    pub tanda: usize,
}

/// A row: its cells, the heading of the rows that follow, or the sums of those before.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum BarisCetak {
    /// Cells.
    Sel(Vec<SelCetak>),
    /// A heading, which stays with the row after it.
    Kelompok {
        /// Its cells.
        kelompok: Vec<SelCetak>,
    },
    /// Sums, which stay with the row before them.
    Jumlah {
        /// Its cells.
        jumlah: Vec<SelCetak>,
    },
}

impl BarisCetak {
    /// Its cells.
    pub fn cells(&self) -> &[SelCetak] {
        match self {
            Self::Sel(cells) | Self::Kelompok { kelompok: cells } | Self::Jumlah { jumlah: cells } => cells,
        }
    }

    /// A row of the same kind with other cells.
    pub fn with(&self, cells: Vec<SelCetak>) -> Self {
        match self {
            Self::Sel(_) => Self::Sel(cells),
            Self::Kelompok { .. } => Self::Kelompok { kelompok: cells },
            Self::Jumlah { .. } => Self::Jumlah { jumlah: cells },
        }
    }
}

/// Width of a column.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum LebarCetak {
    /// Points.
    Tetap(f64),
    /// A share.
    Bobot {
        /// The share.
        bobot: f64,
    },
}

/// A cell with its place.
#[derive(Debug, Serialize)]
pub struct SelCetak {
    /// Its column, from 0.
    pub x: usize,
    /// What it holds.
    pub isi: ButirCetak,
    /// Over how many columns it reaches.
    #[serde(skip_serializing_if = "is_one")]
    pub kanan: usize,
    /// Over how many rows it reaches.
    #[serde(skip_serializing_if = "is_one")]
    pub turun: usize,
    /// Whether it is set in bold: group headings and sums.
    #[serde(skip_serializing_if = "is_false")]
    pub tebal: bool,
    /// Where it stands, where not as its column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rata: Option<&'static str>,
    /// Whether its text is turned upright.
    #[serde(skip_serializing_if = "is_false")]
    pub putar: bool,
}

impl SelCetak {
    /// A cell of one column and row that holds a text.
    pub fn plain(x: usize, teks: Teks) -> Self {
        let isi = ButirCetak { no: None, teks, rincian: Vec::new(), penutup: None, coretan: None };
        Self { x, isi, kanan: 1, turun: 1, tebal: false, rata: None, putar: false }
    }
}

fn is_one(n: &usize) -> bool {
    *n == 1
}

fn is_false(yes: &bool) -> bool {
    !yes
}
