//! Page furniture of an office: paper, margins, columns, gaps, numbers; every length is a setting.
//!
//! The defaults are what was measured from a real decree of a KPU office, and the drafting rules where it is silent.

use serde::Serialize;

use crate::decree::panjang::Panjang;
use crate::diag::{Code, Diagnostic, Sink};
use crate::yaml::{Field, Node, Shape, Table};

/// The page furniture; lengths in points.
#[derive(Debug, Clone, Serialize)]
pub struct Halaman {
    /// Width and height of the paper.
    pub kertas: (f64, f64),
    /// Margins of upright pages.
    pub margin: Margin,
    /// Margins of lying pages.
    pub margin_lanskap: Margin,
    /// Distance of the kop from the top margin of page 1.
    pub atas_halaman_satu: f64,
    /// Height of the emblem, or of the place kept for it.
    pub lambang: f64,
    /// Typeface.
    pub huruf: String,
    /// Size of the letters.
    pub ukuran: f64,
    /// Height of a line.
    pub spasi: f64,
    /// Width of the label column (Menimbang, KESATU).
    pub kolom_label: f64,
    /// Width of the colon column.
    pub kolom_titik_dua: f64,
    /// Width of the numbers of Menimbang and Mengingat.
    pub kolom_nomor: f64,
    /// Width of the numbers of lists under a diktum and of deeper lists.
    pub kolom_rincian: f64,
    /// Gaps, in lines.
    pub jarak: Jarak,
    /// Width of the head block of a lampiran.
    pub kepala_lampiran: f64,
    /// Width of the signature block.
    pub tanda_tangan: f64,
    /// Size of the letters in tables.
    pub tabel_ukuran: f64,
    /// Height of a line in tables, as a multiple of the size of the letters.
    pub tabel_spasi: f64,
    /// Form of the page number: the text with `1` in the number's place.
    pub nomor_halaman: String,
    /// Whether the page numbers of a lampiran run on from the decree.
    pub nomor_lampiran: NomorLampiran,
    /// Whether the next page's first word stands at the foot.
    pub kata_penyambung: bool,
    /// A line at the foot of every page.
    pub kaki: Option<String>,
    /// The line at the foot of copies and extracts, where another than `kaki`.
    #[serde(skip)]
    pub kaki_salinan: Option<String>,
    /// How the original's fingerprint stands at the foot of a copy's last page.
    #[serde(skip)]
    pub sidik: BentukSidik,
    /// The empty place for an electronic signature, instead of the gap for one by hand.
    pub tte: Option<Tte>,
    /// Whether a comma stands before "terakhir dengan" in citations.
    #[serde(skip)]
    pub koma_terakhir: bool,
    /// The first line of a certifying block.
    #[serde(skip)]
    pub pembuka_salinan: String,
    /// The first line of the certifying block of an extract.
    #[serde(skip)]
    pub pembuka_petikan: String,
    /// The sentence after the row of an extract.
    #[serde(skip)]
    pub kalimat_petikan: String,
    /// Whether the certifier's name is put in capitals.
    #[serde(skip)]
    pub pengesah_kapital: bool,
}

/// How the original's fingerprint is printed on copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BentukSidik {
    /// Its short form as text.
    #[default]
    Teks,
    /// The whole of it as a QR code.
    Qr,
    /// Its short form as text and the whole of it as a QR code.
    Keduanya,
    /// Not at all.
    Tidak,
}

impl BentukSidik {
    const WORDS: [(&'static str, Self); 4] =
        [("teks", Self::Teks), ("qr", Self::Qr), ("keduanya", Self::Keduanya), ("tidak", Self::Tidak)];

    /// Whether the short form stands there.
    pub fn teks(self) -> bool {
        matches!(self, Self::Teks | Self::Keduanya)
    }

    /// Whether a QR code stands there.
    pub fn qr(self) -> bool {
        matches!(self, Self::Qr | Self::Keduanya)
    }
}

/// An empty place for an electronic signature, in points.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tte {
    /// Its width.
    pub lebar: f64,
    /// Its height.
    pub tinggi: f64,
    bidang: bool,
    /// The mark at which a signing service puts its own.
    pub jangkar: Option<String>,
}

/// Margins, in points.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Margin {
    /// At the top.
    pub atas: f64,
    /// At the foot.
    pub bawah: f64,
    /// At the left.
    pub kiri: f64,
    /// At the right.
    pub kanan: f64,
}

/// Gaps between the parts of a decree, in lines.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Jarak {
    /// Between emblem and name of the body.
    pub lambang: f64,
    /// Between kop and title.
    pub judul: f64,
    /// Between number and TENTANG.
    pub tentang: f64,
    /// Between TENTANG and the name.
    pub nama: f64,
    /// Between the name and who makes the decree.
    pub pembuat: f64,
    /// Before Menimbang.
    pub menimbang: f64,
    /// Between the parts of the opening.
    pub bagian: f64,
    /// Before and after MEMUTUSKAN.
    pub memutuskan: f64,
    /// Between the decisions.
    pub diktum: f64,
    /// Before place and date.
    pub penutup: f64,
    /// The room for the signature.
    pub tanda_tangan: f64,
}

/// Page numbers of a lampiran.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NomorLampiran {
    /// Run on from the decree.
    Lanjut,
    /// Start again with each lampiran.
    Ulang,
}

/// The fields of the page furniture.
pub const HALAMAN: Shape = Shape {
    name: "halaman",
    fields: &[
        Field::boleh(
            "kertas",
            "F4-210 | F4-215 | A4",
            "F4-210",
            "ukuran kertas: 210×330, 215×330, atau 210×297 mm; bawaan F4-210",
        ),
        Field::boleh(
            "margin",
            "margin",
            "{kiri: 3 cm}",
            "tepi halaman tegak; bawaan atas, bawah, kanan 2,5 cm dan kiri 3 cm",
        ),
        Field::boleh("margin_lanskap", "margin", "{kiri: 2 cm}", "tepi halaman mendatar; bawaan 2,5 cm di setiap sisi"),
        Field::boleh("atas_halaman_satu", "panjang", "0 cm", "jarak kop dari tepi atas halaman pertama; bawaan 0 cm"),
        Field::boleh("tinggi_lambang", "panjang", "2,2 cm", "tinggi lambang atau tempat kosongnya; bawaan 2,2 cm"),
        Field::boleh("huruf", "teks", "TeX Gyre Bonum", "nama huruf; berkasnya ada dalam fonts/"),
        Field::boleh("ukuran", "panjang", "12 pt", "ukuran huruf; bawaan 12 pt"),
        Field::boleh("spasi", "panjang", "21,1 pt", "tinggi satu baris; bawaan 21,1 pt (1,5 spasi)"),
        Field::boleh("kolom_label", "panjang", "3 cm", "lebar kolom Menimbang dan KESATU; bawaan 3 cm"),
        Field::boleh("kolom_titik_dua", "panjang", "5 mm", "lebar kolom titik dua; bawaan 4,2 mm"),
        Field::boleh("kolom_nomor", "panjang", "7,5 mm", "lebar nomor pada Menimbang dan Mengingat; bawaan 8,3 mm"),
        Field::boleh("kolom_rincian", "panjang", "1 cm", "lebar nomor rincian; bawaan 1 cm"),
        Field::boleh("jarak", "jarak", "{penutup: 2}", "jarak antarbagian, dalam baris"),
        Field::boleh(
            "kepala_lampiran",
            "panjang",
            "12 cm",
            "lebar kepala lampiran; bawaan 12 cm, dan pada halaman tegak paling banyak 62 % lebar teks",
        ),
        Field::boleh(
            "tanda_tangan",
            "panjang",
            "8,5 cm",
            "lebar blok tanda tangan; bawaan 8,5 cm, lebih lebar bila jabatan memerlukannya",
        ),
        Field::boleh("tabel_ukuran", "panjang", "11 pt", "ukuran huruf tabel; bawaan 11 pt"),
        Field::boleh("tabel_spasi", "bilangan", "1,25", "tinggi baris tabel, kelipatan ukuran huruf; bawaan 1,25"),
        Field::boleh(
            "nomor_halaman",
            "teks",
            "'- 1 -'",
            "bentuk nomor halaman dengan angka 1 sebagai contoh, angka 2 untuk banyaknya halaman; bawaan - 1 -",
        ),
        Field::boleh(
            "nomor_lampiran",
            "lanjut | ulang",
            "lanjut",
            "nomor halaman lampiran melanjutkan keputusan atau mulai lagi; bawaan lanjut",
        ),
        Field::boleh(
            "kata_penyambung",
            "ya | tidak",
            "tidak",
            "kata pertama halaman berikut di kanan bawah; bawaan tidak",
        ),
        Field::boleh("kaki", "teks", "jdih.kpu.go.id", "baris di kaki setiap halaman"),
        Field::boleh(
            "kaki_salinan",
            "teks",
            "jdih.kpu.go.id/jateng/semarang",
            "baris di kaki salinan dan petikan; tanpa keterangan: sama dengan `kaki`",
        ),
        Field::boleh(
            "sidik",
            "teks | qr | keduanya | tidak",
            "keduanya",
            "sidik naskah asli di kaki halaman terakhir salinan dan petikan; bawaan teks",
        ),
        Field::boleh(
            "tte",
            "tte",
            "{lebar: 5 cm, tinggi: '2,5 cm'}",
            "tempat kosong untuk tanda tangan elektronik, pengganti jarak `tanda_tangan`",
        ),
        Field::boleh(
            "koma_terakhir",
            "ya | tidak",
            "ya",
            "koma sebelum `terakhir dengan` pada sebutan perubahan; bawaan ya",
        ),
        Field::boleh("pembuka_salinan", "teks", "Salinan sesuai dengan aslinya", "baris pertama pengesahan salinan"),
        Field::boleh(
            "pembuka_petikan",
            "teks",
            "Untuk petikan yang sah",
            "baris pertama pengesahan petikan; bawaan Petikan sesuai dengan aslinya",
        ),
        Field::boleh(
            "kalimat_petikan",
            "teks",
            "Petikan ini diberikan kepada yang bersangkutan.",
            "kalimat sesudah data penerima petikan; bawaannya menyebut untuk diketahui dan dipergunakan",
        ),
        Field::boleh(
            "pengesah_kapital",
            "ya | tidak",
            "ya",
            "nama pengesah salinan dan petikan dicetak dengan huruf kapital; bawaan tidak",
        ),
    ],
};

/// The fields of the place for an electronic signature.
pub const TTE: Shape = Shape {
    name: "tte",
    fields: &[
        Field::boleh("lebar", "panjang", "5 cm", "lebar tempat; bawaan 5 cm"),
        Field::boleh("tinggi", "panjang", "2,5 cm", "tinggi tempat; bawaan 2,5 cm"),
        Field::boleh(
            "bidang",
            "ya | tidak",
            "ya",
            "bidang tanda tangan yang kosong dalam PDF asli, untuk diisi program penanda tangan; bawaan tidak",
        ),
        Field::boleh(
            "jangkar",
            "teks",
            "'#'",
            "tanda yang dicari layanan tanda tangan elektronik (misalnya `#` atau `${ttd_pengirim}`), dicetak pada tempat itu; bawaan tidak ada",
        ),
    ],
};

/// The fields of margins.
pub const MARGIN: Shape = Shape {
    name: "margin",
    fields: &[
        Field::boleh("atas", "panjang", "2,5 cm", "tepi atas"),
        Field::boleh("bawah", "panjang", "2,5 cm", "tepi bawah"),
        Field::boleh("kiri", "panjang", "3 cm", "tepi kiri"),
        Field::boleh("kanan", "panjang", "2,5 cm", "tepi kanan"),
    ],
};

/// The fields of the gaps.
pub const JARAK: Shape = Shape {
    name: "jarak",
    fields: &[
        Field::boleh("lambang", "bilangan baris", "0,5", "antara lambang dan nama badan; bawaan 0,25"),
        Field::boleh("judul", "bilangan baris", "1", "antara kop dan judul; bawaan 1"),
        Field::boleh("tentang", "bilangan baris", "0", "antara nomor dan TENTANG; bawaan 0,5"),
        Field::boleh("nama", "bilangan baris", "0", "antara TENTANG dan nama; bawaan 0,5"),
        Field::boleh("pembuat", "bilangan baris", "1", "antara nama dan pejabat pembuat; bawaan 1"),
        Field::boleh("menimbang", "bilangan baris", "1", "antara pejabat pembuat dan Menimbang; bawaan 1"),
        Field::boleh("bagian", "bilangan baris", "0", "antara Menimbang, Mengingat, dan Memperhatikan; bawaan 0"),
        Field::boleh("memutuskan", "bilangan baris", "1", "sebelum dan sesudah MEMUTUSKAN; bawaan 1"),
        Field::boleh("diktum", "bilangan baris", "0", "antara Menetapkan dan setiap diktum; bawaan 0"),
        Field::boleh("penutup", "bilangan baris", "1", "sebelum Ditetapkan di; bawaan 1"),
        Field::boleh("tanda_tangan", "bilangan baris", "3", "tempat tanda tangan; bawaan 3"),
    ],
};

impl Default for Halaman {
    /// What was measured from a real decree of a KPU office, and the drafting rules where it is silent.
    fn default() -> Self {
        let side = Panjang::cm(2.5).0;
        Self {
            kertas: KERTAS[0].1,
            margin: Margin { atas: side, bawah: side, kiri: Panjang::cm(3.0).0, kanan: side },
            margin_lanskap: Margin { atas: side, bawah: side, kiri: side, kanan: side },
            atas_halaman_satu: 0.0,
            lambang: Panjang::cm(2.2).0,
            huruf: "TeX Gyre Bonum".into(),
            ukuran: 12.0,
            spasi: 21.1,
            kolom_label: Panjang::cm(3.0).0,
            kolom_titik_dua: Panjang::cm(0.42).0,
            kolom_nomor: Panjang::cm(0.83).0,
            kolom_rincian: Panjang::cm(1.0).0,
            jarak: Jarak::default(),
            kepala_lampiran: Panjang::cm(12.0).0,
            tanda_tangan: Panjang::cm(8.5).0,
            tabel_ukuran: 11.0,
            tabel_spasi: 1.25,
            nomor_halaman: "- 1 -".into(),
            nomor_lampiran: NomorLampiran::Lanjut,
            kata_penyambung: false,
            kaki: None,
            kaki_salinan: None,
            sidik: BentukSidik::default(),
            tte: None,
            koma_terakhir: true,
            pembuka_salinan: "Salinan sesuai dengan aslinya".into(),
            pembuka_petikan: "Petikan sesuai dengan aslinya".into(),
            kalimat_petikan: "Petikan Keputusan ini diberikan kepada yang bersangkutan untuk diketahui dan \
                              dipergunakan sebagaimana mestinya."
                .into(),
            pengesah_kapital: false,
        }
    }
}

impl Default for Jarak {
    fn default() -> Self {
        Self {
            lambang: 0.25,
            judul: 1.0,
            tentang: 0.5,
            nama: 0.5,
            pembuat: 1.0,
            menimbang: 1.0,
            bagian: 0.0,
            memutuskan: 1.0,
            diktum: 0.0,
            penutup: 1.0,
            tanda_tangan: 3.0,
        }
    }
}

/// Papers by name, width and height in points.
const KERTAS: [(&str, (f64, f64)); 3] = [
    ("F4-210", (Panjang::cm(21.0).0, Panjang::cm(33.0).0)),
    ("F4-215", (Panjang::cm(21.5).0, Panjang::cm(33.0).0)),
    ("A4", (Panjang::cm(21.0).0, Panjang::cm(29.7).0)),
];

/// Puts what a field holds into its place, where it is written and can be read.
fn put<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

impl Halaman {
    /// Reads page furniture of [`HALAMAN`]; what is not written keeps its default.
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &HALAMAN, sink)?;
        let mut page = Self::default();
        let length = |key: &str, sink: &mut Sink| table.get(key)?.parse::<Panjang>(sink).map(|p| p.0);
        let word = |key: &str, sink: &mut Sink| Some(table.get(key)?.text(sink)?.value);
        let yes = |key: &str, sink: &mut Sink| table.get(key)?.yes(sink);
        put(&mut page.kertas, table.get("kertas").and_then(|node| node.choice(&KERTAS, sink)));
        if let Some(node) = table.get("margin") {
            page.margin.read(node, sink);
        }
        if let Some(node) = table.get("margin_lanskap") {
            page.margin_lanskap.read(node, sink);
        }
        put(&mut page.atas_halaman_satu, length("atas_halaman_satu", sink));
        put(&mut page.lambang, length("tinggi_lambang", sink));
        put(&mut page.huruf, word("huruf", sink));
        put(&mut page.ukuran, length("ukuran", sink));
        put(&mut page.spasi, length("spasi", sink));
        put(&mut page.kolom_label, length("kolom_label", sink));
        put(&mut page.kolom_titik_dua, length("kolom_titik_dua", sink));
        put(&mut page.kolom_nomor, length("kolom_nomor", sink));
        put(&mut page.kolom_rincian, length("kolom_rincian", sink));
        if let Some(node) = table.get("jarak") {
            page.jarak.read(node, sink);
        }
        put(&mut page.kepala_lampiran, length("kepala_lampiran", sink));
        put(&mut page.tanda_tangan, length("tanda_tangan", sink));
        put(&mut page.tabel_ukuran, length("tabel_ukuran", sink));
        put(&mut page.tabel_spasi, table.get("tabel_spasi").and_then(|node| node.parse::<Lines>(sink)).map(|l| l.0));
        put(&mut page.nomor_halaman, word("nomor_halaman", sink));
        let numbering = [("lanjut", NomorLampiran::Lanjut), ("ulang", NomorLampiran::Ulang)];
        put(&mut page.nomor_lampiran, table.get("nomor_lampiran").and_then(|node| node.choice(&numbering, sink)));
        put(&mut page.kata_penyambung, yes("kata_penyambung", sink));
        page.kaki = word("kaki", sink);
        page.kaki_salinan = word("kaki_salinan", sink);
        put(&mut page.sidik, table.get("sidik").and_then(|node| node.choice(&BentukSidik::WORDS, sink)));
        page.tte = table.get("tte").and_then(|node| Tte::read(node, sink));
        put(&mut page.koma_terakhir, yes("koma_terakhir", sink));
        page.read_copies(&table, sink);
        page.check(node, sink);
        Some(page)
    }

    /// How copies and extracts are certified.
    fn read_copies(&mut self, table: &Table<'_>, sink: &mut Sink) {
        let word = |key: &str, sink: &mut Sink| Some(table.get(key)?.text(sink)?.value);
        put(&mut self.pembuka_salinan, word("pembuka_salinan", sink));
        put(&mut self.pembuka_petikan, word("pembuka_petikan", sink));
        put(&mut self.kalimat_petikan, word("kalimat_petikan", sink));
        put(&mut self.pengesah_kapital, table.get("pengesah_kapital").and_then(|node| node.yes(sink)));
    }

    /// The lowest of the top margins, in points: what stands above it is furniture.
    pub fn atas(&self) -> f64 {
        self.margin.atas.min(self.margin_lanskap.atas)
    }

    /// Width of the text on an upright or a lying page, in points.
    pub fn lebar_teks(&self, lanskap: bool) -> f64 {
        let (paper, margin) = match lanskap {
            false => (self.kertas.0, self.margin),
            true => (self.kertas.1, self.margin_lanskap),
        };
        paper - margin.kiri - margin.kanan
    }

    /// Reports furniture that leaves no room for text.
    fn check(&self, node: &Node, sink: &mut Sink) {
        if self.sidik.qr() && self.margin.bawah.min(self.margin_lanskap.bawah) < Panjang::cm(2.4).0 {
            let message = "tepi bawah di bawah 2,4 cm tidak menyisakan tempat untuk kode QR";
            sink.push(
                Diagnostic::galat(Code::NILAI, node.span, message)
                    .hint("perlebar tepi bawah, atau pakai `sidik: teks`"),
            );
        }
        let (width, height) = self.kertas;
        let columns = self.kolom_label + self.kolom_titik_dua + self.kolom_nomor + self.kolom_rincian * 3.0;
        let upright = width - self.margin.kiri - self.margin.kanan - columns;
        let lying = width - self.margin_lanskap.atas - self.margin_lanskap.bawah;
        let tall = height - self.margin.atas - self.margin.bawah - self.atas_halaman_satu - self.lambang;
        if upright < 60.0 || lying < 60.0 || tall < self.spasi * 12.0 {
            let message = "tepi dan kolom tidak menyisakan tempat untuk teks";
            sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint("perkecil margin atau kolom"));
        }
        if !(4.0..=72.0).contains(&self.ukuran)
            || !(4.0..=72.0).contains(&self.tabel_ukuran)
            || !(4.0..=144.0).contains(&self.spasi)
        {
            let message = "ukuran huruf atau spasi di luar 4 sampai 72 pt";
            sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint("ukuran biasa: 12 pt, spasi 21,1 pt"));
        }
    }
}

impl Tte {
    /// The least and the greatest side of the place, in points.
    const SIDES: (f64, f64) = (Panjang::cm(1.0).0, Panjang::cm(9.0).0);

    fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &TTE, sink)?;
        let length = |key: &str, sink: &mut Sink| table.get(key)?.parse::<Panjang>(sink).map(|p| p.0);
        let mut place = Self { lebar: Panjang::cm(5.0).0, tinggi: Panjang::cm(2.5).0, bidang: false, jangkar: None };
        put(&mut place.lebar, length("lebar", sink));
        put(&mut place.tinggi, length("tinggi", sink));
        put(&mut place.bidang, table.get("bidang").and_then(|node| node.yes(sink)));
        place.jangkar = table.get("jangkar").and_then(|node| node.text(sink)).map(|text| text.value);
        let (least, greatest) = Self::SIDES;
        if [place.lebar, place.tinggi].iter().any(|side| !(least..=greatest).contains(side)) {
            let message = "tempat tanda tangan elektronik di luar 1 sampai 9 cm";
            sink.push(
                Diagnostic::galat(Code::NILAI, node.span, message).hint("ukuran biasa: lebar 5 cm, tinggi 2,5 cm"),
            );
        }
        Some(place)
    }
}

impl Margin {
    fn read(&mut self, node: &Node, sink: &mut Sink) {
        let Some(table) = Table::open(node, &MARGIN, sink) else { return };
        let length = |key: &str, sink: &mut Sink| table.get(key)?.parse::<Panjang>(sink).map(|p| p.0);
        put(&mut self.atas, length("atas", sink));
        put(&mut self.bawah, length("bawah", sink));
        put(&mut self.kiri, length("kiri", sink));
        put(&mut self.kanan, length("kanan", sink));
    }
}

impl Jarak {
    fn read(&mut self, node: &Node, sink: &mut Sink) {
        let Some(table) = Table::open(node, &JARAK, sink) else { return };
        let lines = |key: &str, sink: &mut Sink| table.get(key)?.parse::<Lines>(sink).map(|l| l.0);
        put(&mut self.lambang, lines("lambang", sink));
        put(&mut self.judul, lines("judul", sink));
        put(&mut self.tentang, lines("tentang", sink));
        put(&mut self.nama, lines("nama", sink));
        put(&mut self.pembuat, lines("pembuat", sink));
        put(&mut self.menimbang, lines("menimbang", sink));
        put(&mut self.bagian, lines("bagian", sink));
        put(&mut self.memutuskan, lines("memutuskan", sink));
        put(&mut self.diktum, lines("diktum", sink));
        put(&mut self.penutup, lines("penutup", sink));
        put(&mut self.tanda_tangan, lines("tanda_tangan", sink));
    }
}

/// A count of lines, whole or not.
struct Lines(f64);

impl std::str::FromStr for Lines {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.replace(',', ".").parse::<f64>() {
            Ok(lines) if (0.0..=20.0).contains(&lines) => Ok(Self(lines)),
            _ => Err(format!("`{text}` bukan bilangan dari 0 sampai 20")),
        }
    }
}
