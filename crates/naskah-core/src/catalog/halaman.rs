//! Page furniture of an office: paper, margins, columns, gaps, numbers; every length is a setting.
//!
//! The defaults are what was measured from a real decree of a KPU office, and the drafting rules where it is silent.

use serde::Serialize;

use crate::decree::panjang::Panjang;
use crate::diag::{Code, Diagnostic, Sink};
use crate::yaml::{Field, Node, Shape, Table};

/// Declares a table of settings: what each is, its default, how it is read, and what is said of it.
macro_rules! settings {
    ($(#[$doc:meta])* $name:ident, $shape:ident, $said:literal, $fields:literal {
        $($(#[$meta:meta])* $field:ident: $type:ty = $default:expr, $read:ident,
            $key:literal, $kind:literal, $example:literal, $note:literal;)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        pub struct $name {
            $($(#[$meta])* pub $field: $type,)*
        }

        impl Default for $name {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        #[doc = $fields]
        pub const $shape: Shape =
            Shape { name: $said, fields: &[$(Field::boleh($key, $kind, $example, $note),)*] };

        impl $name {
            /// Takes what is written; what is not written stays as it is.
            fn take(&mut self, node: &Node, sink: &mut Sink) {
                let Some(table) = Table::open(node, &$shape, sink) else { return };
                $(if let Some(node) = table.get($key) {
                    $read(&mut self.$field, node, sink);
                })*
            }
        }
    };
}

const fn cm(length: f64) -> f64 {
    Panjang::cm(length).0
}

settings! {
    /// The page furniture; lengths in points.
    Halaman, HALAMAN, "halaman", "The fields of the page furniture." {
        /// Width and height of the paper.
        kertas: (f64, f64) = KERTAS[0].1, kertas,
            "kertas", "F4-210 | F4-215 | A4 | A3 | Legal", "F4-210",
            "ukuran kertas: 210×330, 215×330, 210×297, 297×420, atau 215,9×355,6 mm; bawaan F4-210";
        /// Margins of upright pages.
        margin: Margin = Margin { kiri: cm(3.0), ..Margin::default() }, margin,
            "margin", "margin", "{kiri: 3 cm}",
            "tepi halaman tegak; bawaan atas, bawah, kanan 2,5 cm dan kiri 3 cm";
        /// Margins of lying pages.
        margin_lanskap: Margin = Margin::default(), margin,
            "margin_lanskap", "margin", "{kiri: 2 cm}", "tepi halaman mendatar; bawaan 2,5 cm di setiap sisi";
        /// Whether left and right change places on even pages.
        margin_cermin: bool = false, yes,
            "margin_cermin", "ya | tidak", "ya",
            "tepi kiri dan kanan bertukar pada halaman genap, untuk cetak bolak-balik yang dijilid; bawaan tidak";
        /// Distance of the kop from the top margin of page 1.
        atas_halaman_satu: f64 = 0.0, length,
            "atas_halaman_satu", "panjang", "0 cm", "jarak kop dari tepi atas halaman pertama; bawaan 0 cm";
        /// Height of the emblem, or of the place kept for it.
        lambang: f64 = cm(2.2), length,
            "tinggi_lambang", "panjang", "2,2 cm", "tinggi lambang atau tempat kosongnya; bawaan 2,2 cm";
        /// Typeface.
        huruf: String = "TeX Gyre Bonum".into(), word,
            "huruf", "teks", "TeX Gyre Bonum", "nama huruf; berkasnya ada dalam fonts/";
        /// Size of the letters.
        ukuran: f64 = 12.0, length, "ukuran", "panjang", "12 pt", "ukuran huruf; bawaan 12 pt";
        /// Height of a line.
        spasi: f64 = 21.1, length,
            "spasi", "panjang", "21,1 pt", "tinggi satu baris; bawaan 21,1 pt (1,5 spasi)";
        /// Width of the label column (Menimbang, KESATU).
        kolom_label: f64 = cm(3.0), length,
            "kolom_label", "panjang", "3 cm", "lebar kolom Menimbang dan KESATU; bawaan 3 cm";
        /// Width of the colon column.
        kolom_titik_dua: f64 = cm(0.42), length,
            "kolom_titik_dua", "panjang", "5 mm", "lebar kolom titik dua; bawaan 4,2 mm";
        /// Width of the numbers of Menimbang and Mengingat.
        kolom_nomor: f64 = cm(0.83), length,
            "kolom_nomor", "panjang", "7,5 mm", "lebar nomor pada Menimbang dan Mengingat; bawaan 8,3 mm";
        /// Width of the numbers of lists under a diktum and of deeper lists.
        kolom_rincian: f64 = cm(1.0), length,
            "kolom_rincian", "panjang", "1 cm", "lebar nomor rincian; bawaan 1 cm";
        /// Gaps, in lines.
        jarak: Jarak = Jarak::default(), gaps, "jarak", "jarak", "{penutup: 2}", "jarak antarbagian, dalam baris";
        /// Width of the head block of a lampiran.
        kepala_lampiran: f64 = cm(12.0), length,
            "kepala_lampiran", "panjang", "12 cm",
            "lebar kepala lampiran; bawaan 12 cm, dan pada halaman tegak paling banyak 62% lebar teks";
        /// Width of the signature block.
        tanda_tangan: f64 = cm(8.5), length,
            "tanda_tangan", "panjang", "8,5 cm",
            "lebar blok tanda tangan; bawaan 8,5 cm, lebih lebar bila jabatan memerlukannya";
        /// Size of the letters in tables.
        tabel_ukuran: f64 = 11.0, length, "tabel_ukuran", "panjang", "11 pt", "ukuran huruf tabel; bawaan 11 pt";
        /// Height of a line in tables, as a multiple of the size of the letters.
        tabel_spasi: f64 = 1.25, lines,
            "tabel_spasi", "bilangan", "1,25", "tinggi baris tabel, kelipatan ukuran huruf; bawaan 1,25";
        /// Form of the page number: the text with `1` in the number's place.
        nomor_halaman: String = "- 1 -".into(), number_form,
            "nomor_halaman", "teks", "'- 1 -'",
            "bentuk nomor halaman dengan angka 1 sebagai contoh, angka 2 untuk banyaknya halaman; bawaan - 1 -";
        /// The number of the first page.
        nomor_awal: usize = 1, count,
            "nomor_awal", "bilangan", "5", "nomor halaman pertama; bawaan 1, yang tidak dicetak";
        /// Whether the page numbers of a lampiran run on from the decree.
        nomor_lampiran: NomorLampiran = NomorLampiran::Lanjut, numbering,
            "nomor_lampiran", "lanjut | ulang", "lanjut",
            "nomor halaman lampiran melanjutkan keputusan atau mulai lagi; bawaan lanjut";
        /// Whether each chapter begins a page.
        bab_halaman_baru: bool = false, yes,
            "bab_halaman_baru", "ya | tidak", "ya", "setiap bab mulai pada halaman baru; bawaan tidak";
        /// Whether a cover comes before the first page.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        sampul: bool = false, yes,
            "sampul", "ya | tidak", "ya",
            "halaman sampul di depan, dengan lambang, jenis, nomor, nama, kantor, dan tahun; tanpa nomor halaman; bawaan tidak";
        /// A word behind the text of every page.
        tanda: Option<String> = None, mark,
            "tanda", "teks", "RAHASIA", "kata di belakang teks setiap halaman, seperti DRAF atau RAHASIA; bawaan tidak ada";
        /// Who initials the original.
        paraf: Vec<String> = Vec::new(), words,
            "paraf", "daftar teks", "[Kasubbag Hukum, Sekretaris]",
            "kotak paraf di sebelah kiri tanda tangan naskah asli, satu baris setiap nama; bawaan tidak ada";
        /// Whether the next page's first word stands at the foot.
        kata_penyambung: bool = false, yes,
            "kata_penyambung", "ya | tidak", "tidak", "kata pertama halaman berikut di kanan bawah; bawaan tidak";
        /// A line at the foot of every page.
        kaki: Option<String> = None, optional, "kaki", "teks", "jdih.kpu.go.id", "baris di kaki setiap halaman";
        /// The line at the foot of copies and extracts, where another than `kaki`; in a copy, that of its original, for which
        /// the same room is kept.
        #[serde(skip_serializing_if = "Option::is_none")]
        kaki_salinan: Option<String> = None, optional,
            "kaki_salinan", "teks", "jdih.kpu.go.id/jateng/semarang",
            "baris di kaki salinan dan petikan; tanpa keterangan: sama dengan `kaki`";
        /// How the original's fingerprint stands at the foot of a copy's last page.
        #[serde(skip_serializing_if = "BentukSidik::is_usual")]
        sidik: BentukSidik = BentukSidik::default(), fingerprint,
            "sidik", "teks | qr | keduanya | tidak", "keduanya",
            "sidik naskah asli di kaki halaman terakhir salinan dan petikan; bawaan teks";
        /// The empty place for an electronic signature, instead of the gap for one by hand.
        tte: Option<Tte> = None, signature,
            "tte", "tte", "{lebar: 5 cm, tinggi: '2,5 cm'}",
            "tempat kosong untuk tanda tangan elektronik, pengganti jarak `tanda_tangan`";
        /// Whether a comma stands before "terakhir dengan" in citations.
        #[serde(skip)]
        koma_terakhir: bool = true, yes,
            "koma_terakhir", "ya | tidak", "ya", "koma sebelum `terakhir dengan` pada sebutan perubahan; bawaan ya";
        /// The first line of a certifying block.
        #[serde(skip)]
        pembuka_salinan: String = "Salinan sesuai dengan aslinya".into(), word,
            "pembuka_salinan", "teks", "Salinan sesuai dengan aslinya", "baris pertama pengesahan salinan";
        /// The first line of the certifying block of an extract.
        #[serde(skip)]
        pembuka_petikan: String = "Petikan sesuai dengan aslinya".into(), word,
            "pembuka_petikan", "teks", "Untuk petikan yang sah",
            "baris pertama pengesahan petikan; bawaan Petikan sesuai dengan aslinya";
        /// The sentence after the row of an extract.
        #[serde(skip)]
        kalimat_petikan: String = "Petikan Keputusan ini diberikan kepada yang bersangkutan untuk diketahui dan \
                                   dipergunakan sebagaimana mestinya."
            .into(), word,
            "kalimat_petikan", "teks", "Petikan ini diberikan kepada yang bersangkutan.",
            "kalimat sesudah data penerima petikan; bawaannya menyebut untuk diketahui dan dipergunakan";
        /// Whether the certifier's name is put in capitals.
        #[serde(skip)]
        pengesah_kapital: bool = false, yes,
            "pengesah_kapital", "ya | tidak", "ya",
            "nama pengesah salinan dan petikan dicetak dengan huruf kapital; bawaan tidak";
    }
}

settings! {
    /// An empty place for an electronic signature, in points.
    Tte, TTE, "tte", "The fields of the place for an electronic signature." {
        /// Its width.
        lebar: f64 = cm(5.0), length, "lebar", "panjang", "5 cm", "lebar tempat; bawaan 5 cm";
        /// Its height.
        tinggi: f64 = cm(2.5), length, "tinggi", "panjang", "2,5 cm", "tinggi tempat; bawaan 2,5 cm";
        /// Whether there is an empty signature field there, and one for everybody else who signs.
        bidang: bool = false, yes,
            "bidang", "ya | tidak", "ya",
            "bidang tanda tangan yang kosong bagi setiap penanda tangan, untuk diisi program penanda tangan; bawaan tidak";
        /// The mark at which a signing service puts its own.
        jangkar: Option<String> = None, optional,
            "jangkar", "teks", "'#'",
            "tanda yang dicari layanan tanda tangan elektronik (misalnya `#` atau `${ttd_pengirim}`), dicetak pada tempat itu; bawaan tidak ada";
    }
}

settings! {
    /// Margins, in points.
    #[derive(Copy)]
    Margin, MARGIN, "margin", "The fields of margins." {
        /// At the top.
        atas: f64 = cm(2.5), length, "atas", "panjang", "2,5 cm", "tepi atas";
        /// At the foot.
        bawah: f64 = cm(2.5), length, "bawah", "panjang", "2,5 cm", "tepi bawah";
        /// At the left.
        kiri: f64 = cm(2.5), length, "kiri", "panjang", "3 cm", "tepi kiri";
        /// At the right.
        kanan: f64 = cm(2.5), length, "kanan", "panjang", "2,5 cm", "tepi kanan";
    }
}

settings! {
    /// Gaps between the parts of a decree, in lines.
    #[derive(Copy)]
    Jarak, JARAK, "jarak", "The fields of the gaps." {
        /// Between emblem and name.
        lambang: f64 = 0.25, lines, "lambang", "bilangan baris", "0,5", "antara lambang dan nama badan; bawaan 0,25";
        /// Between kop and title.
        judul: f64 = 1.0, lines, "judul", "bilangan baris", "1", "antara kop dan judul; bawaan 1";
        /// Between number and TENTANG.
        tentang: f64 = 0.5, lines, "tentang", "bilangan baris", "0", "antara nomor dan TENTANG; bawaan 0,5";
        /// Between TENTANG and the name.
        nama: f64 = 0.5, lines, "nama", "bilangan baris", "0", "antara TENTANG dan nama; bawaan 0,5";
        /// Between name and maker.
        pembuat: f64 = 1.0, lines, "pembuat", "bilangan baris", "1", "antara nama dan pejabat pembuat; bawaan 1";
        /// Between maker and Menimbang.
        menimbang: f64 = 1.0, lines, "menimbang", "bilangan baris", "1", "antara pejabat pembuat dan Menimbang; bawaan 1";
        /// Between the parts of the opening.
        bagian: f64 = 0.0, lines, "bagian", "bilangan baris", "0", "antara Menimbang, Mengingat, dan Memperhatikan; bawaan 0";
        /// Before and after MEMUTUSKAN.
        memutuskan: f64 = 1.0, lines, "memutuskan", "bilangan baris", "1", "sebelum dan sesudah MEMUTUSKAN; bawaan 1";
        /// Between the decisions.
        diktum: f64 = 0.0, lines, "diktum", "bilangan baris", "0", "antara Menetapkan dan setiap diktum; bawaan 0";
        /// Before place and date.
        penutup: f64 = 1.0, lines, "penutup", "bilangan baris", "1", "sebelum Ditetapkan di; bawaan 1";
        /// For the signature.
        tanda_tangan: f64 = 3.0, lines, "tanda_tangan", "bilangan baris", "3", "tempat tanda tangan; bawaan 3";
    }
}

/// How the original's fingerprint is printed on copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
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

    /// Whether it is what an office has that says nothing of it.
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the short form stands there.
    pub fn teks(self) -> bool {
        matches!(self, Self::Teks | Self::Keduanya)
    }

    /// Whether a QR code stands there.
    pub fn qr(self) -> bool {
        matches!(self, Self::Qr | Self::Keduanya)
    }
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

/// Papers by name, width and height in points.
const KERTAS: [(&str, (f64, f64)); 5] = [
    ("F4-210", (cm(21.0), cm(33.0))),
    ("F4-215", (cm(21.5), cm(33.0))),
    ("A4", (cm(21.0), cm(29.7))),
    ("A3", (cm(29.7), cm(42.0))),
    ("Legal", (cm(21.59), cm(35.56))),
];

/// Puts what a field holds into its place, where it can be read.
fn put<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn length(place: &mut f64, node: &Node, sink: &mut Sink) {
    put(place, node.parse::<Panjang>(sink).map(|length| length.0));
}

fn lines(place: &mut f64, node: &Node, sink: &mut Sink) {
    put(place, node.parse::<Lines>(sink).map(|lines| lines.0));
}

fn count(place: &mut usize, node: &Node, sink: &mut Sink) {
    put(place, node.parse::<First>(sink).map(|first| first.0));
}

fn word(place: &mut String, node: &Node, sink: &mut Sink) {
    put(place, node.text(sink).map(|text| text.value));
}

fn optional(place: &mut Option<String>, node: &Node, sink: &mut Sink) {
    *place = node.text(sink).map(|text| text.value).filter(|text| !text.trim().is_empty());
}

/// Reads the form of a page number: one `1`, perhaps one `2`, no other figure, which would be taken for one of them.
fn number_form(place: &mut String, node: &Node, sink: &mut Sink) {
    word(place, node, sink);
    let mut figures = place.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect::<Vec<_>>();
    figures.sort_unstable();
    if !matches!(figures.as_slice(), ["1"] | ["1", "2"]) {
        let message = format!("`{place}` bukan bentuk nomor halaman");
        let hint = "tulis angka 1 sekali di tempat nomornya, dan bila perlu angka 2 sekali untuk banyaknya halaman; \
                    angka lain tidak dapat ikut";
        sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
    }
}

/// Most letters of a mark: more would be drawn too small to be read.
const MARK: usize = 24;

/// Reads a mark, which is drawn in strokes: there are some for the capitals from A to Z.
fn mark(place: &mut Option<String>, node: &Node, sink: &mut Sink) {
    optional(place, node, sink);
    let Some(text) = place else { return };
    let hint = "tulis kata pendek seperti DRAF atau RAHASIA";
    if let Some(c) = text.chars().find(|c| !c.is_ascii_alphabetic() && *c != ' ') {
        let message = format!("tanda halaman digambar dari huruf A sampai Z, dan `{c}` bukan salah satunya");
        sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
    } else if text.chars().count() > MARK {
        let message = format!("tanda halaman lebih dari {MARK} huruf, sehingga terlalu kecil untuk dibaca");
        sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
    }
}

fn words(place: &mut Vec<String>, node: &Node, sink: &mut Sink) {
    let listed = node.list(sink).iter().filter_map(|node| node.text(sink).map(|text| text.value)).collect();
    *place = listed;
}

fn yes(place: &mut bool, node: &Node, sink: &mut Sink) {
    put(place, node.yes(sink));
}

fn kertas(place: &mut (f64, f64), node: &Node, sink: &mut Sink) {
    let word = node.as_scalar().unwrap_or_default().trim();
    if ["f4", "folio"].contains(&word.to_lowercase().as_str()) {
        let message = format!("`{word}` ada dua ukurannya");
        let hint = "tulis `F4-210` untuk 210×330 mm, atau `F4-215` untuk 215×330 mm";
        sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
        return;
    }
    put(place, node.choice(&KERTAS, sink));
}

fn margin(place: &mut Margin, node: &Node, sink: &mut Sink) {
    place.take(node, sink);
}

fn gaps(place: &mut Jarak, node: &Node, sink: &mut Sink) {
    place.take(node, sink);
}

fn numbering(place: &mut NomorLampiran, node: &Node, sink: &mut Sink) {
    put(place, node.choice(&[("lanjut", NomorLampiran::Lanjut), ("ulang", NomorLampiran::Ulang)], sink));
}

fn fingerprint(place: &mut BentukSidik, node: &Node, sink: &mut Sink) {
    put(place, node.choice(&BentukSidik::WORDS, sink));
}

fn signature(place: &mut Option<Tte>, node: &Node, sink: &mut Sink) {
    let mut tte = Tte::default();
    tte.take(node, sink);
    tte.check(node, sink);
    *place = Some(tte);
}

impl Halaman {
    /// Reads page furniture of [`HALAMAN`]; what is not written keeps its default.
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        node.as_map().or_else(|| node.wrong("halaman", sink))?;
        let mut page = Self::default();
        page.change(node, sink);
        Some(page)
    }

    /// Takes what is written, as a decree does with its office's furniture; what is not written stays as it is.
    pub fn change(&mut self, node: &Node, sink: &mut Sink) {
        self.take(node, sink);
        self.check(node, sink);
    }

    /// The lowest of the top margins, in points: what stands above it is furniture.
    pub fn atas(&self) -> f64 {
        self.margin.atas.min(self.margin_lanskap.atas)
    }

    /// Height of an upright or a lying page, in points.
    pub fn tinggi_halaman(&self, lanskap: bool) -> f64 {
        if lanskap { self.kertas.0 } else { self.kertas.1 }
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
        if self.sidik.qr() && self.margin.bawah.min(self.margin_lanskap.bawah) < cm(2.4) {
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
        } else if self.spasi < self.ukuran || self.tabel_spasi < 1.0 {
            let message = "baris lebih rendah daripada hurufnya, sehingga baris bertindih";
            let hint = "`spasi` paling kecil sebesar `ukuran`, dan `tabel_spasi` paling kecil 1";
            sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
        }
    }
}

impl Tte {
    /// The least and the greatest side of the place, in points.
    const SIDES: (f64, f64) = (cm(1.0), cm(9.0));

    fn check(&self, node: &Node, sink: &mut Sink) {
        let (least, greatest) = Self::SIDES;
        if [self.lebar, self.tinggi].iter().any(|side| !(least..=greatest).contains(side)) {
            let message = "tempat tanda tangan elektronik di luar 1 sampai 9 cm";
            sink.push(
                Diagnostic::galat(Code::NILAI, node.span, message).hint("ukuran biasa: lebar 5 cm, tinggi 2,5 cm"),
            );
        }
    }
}

/// The number of a first page.
struct First(usize);

impl std::str::FromStr for First {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse::<usize>() {
            Ok(first) if (1..=9999).contains(&first) => Ok(Self(first)),
            _ => Err(format!("`{text}` bukan nomor halaman dari 1 sampai 9999")),
        }
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
