//! Offices, pages and pictures of the decrees.

use super::naskah::{Pembuat, quoted};
use crate::support::text_of;

/// Offices, by the name of their file.
pub fn kantor() -> Vec<(String, String)> {
    let base = text_of("tests/halaman/kantor.yaml");
    let wide = "alamat: [Jalan Contoh Nomor 1 Kota Uji 50000, 'Telepon (024) 000000']\nlambang: data/lambang/uji.svg\n";
    let camat = base
        .replace("Komisi Pemilihan Umum\n", "Panitia Pemilihan Kecamatan\n")
        .replace("Kabupaten Uji\njenjang: kabupaten", "Kecamatan Uji\njenjang: kecamatan")
        .replace("SEKRETARIAT KOMISI PEMILIHAN UMUM, KABUPATEN UJI", "SEKRETARIAT PPK, KECAMATAN UJI, KABUPATEN UJI");
    let camat = format!("{camat}kop: [PANITIA PEMILIHAN KECAMATAN, KECAMATAN UJI, KABUPATEN UJI]\n");
    let lain = TETAP.map(|(name, _, page)| (format!("{name}.yaml"), format!("{base}halaman: {{{page}}}\n")));
    let mut all = vec![
        ("uji.yaml".to_owned(), base.clone()),
        ("uji-beralamat.yaml".to_owned(), format!("{base}{wide}")),
        ("uji-kecamatan.yaml".to_owned(), camat),
    ];
    all.extend(lain);
    all
}

/// Offices of papers that bring no page of their own, with the widths of their texts.
pub const TETAP: [(&str, (u64, u64), &str); 3] = [
    ("uji-a4", (439, 699), "kertas: A4, kata_penyambung: ya"),
    ("uji-legal", (456, 866), "kertas: Legal, margin_cermin: ya, kaki: jdih.example.go.id/uji, sidik: keduanya"),
    ("uji-a3", (685, 1048), "kertas: A3, paraf: [Kasubbag Hukum, Sekretaris]"),
];

/// A drawing of a width and a height.
fn drawing(width: u64, height: u64) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'><rect x='2' y='2' width='{}' height='{}' fill='#dde' stroke='black'/></svg>",
        width - 4,
        height - 4
    )
}

/// The emblem of an office.
pub fn lambang() -> String {
    drawing(90, 100)
}

/// Pictures, by the name of their file.
pub fn gambar() -> Vec<(&'static str, String)> {
    vec![("mendatar.svg", drawing(600, 200)), ("persegi.svg", drawing(400, 400)), ("tegak.svg", drawing(200, 420))]
}

/// A page: what the decree says of it, and how wide texts are on upright and on lying pages, in points.
pub struct Tata {
    pub tulis: String,
    pub lebar: (u64, u64),
    pub ukuran: u64,
}

/// The papers with their sides in points.
const KERTAS: [(&str, u64, u64); 5] =
    [("A4", 595, 841), ("F4-210", 595, 935), ("F4-215", 609, 935), ("A3", 841, 1190), ("Legal", 612, 1008)];

impl Tata {
    /// The page of an office.
    pub fn milik(kantor: &str) -> Option<Self> {
        let (_, lebar, _) = TETAP.iter().find(|(name, ..)| *name == kantor)?;
        Some(Self { tulis: String::new(), lebar: *lebar, ukuran: 11 })
    }

    /// Any page.
    pub fn acak(p: &mut Pembuat) -> Self {
        let (kertas, lebar, tinggi) = KERTAS[p.acak.int(0, 4) as usize];
        let mut tulis = vec![format!("kertas: {kertas}")];
        let (mut tegak, mut baring) = (lebar - 156, tinggi - 142);
        if p.acak.chance(20) {
            tulis.push(
                "margin: {kiri: 4 cm, kanan: 3 cm}, margin_lanskap: {kiri: 3 cm, kanan: 4 cm, atas: 3 cm}".to_owned(),
            );
            (tegak, baring) = (lebar - 199, tinggi - 199);
        }
        for (percent, setting) in [
            (20, "margin_cermin: ya"),
            (25, "kata_penyambung: ya"),
            (15, "nomor_halaman: 1 dari 2"),
            (10, "nomor_lampiran: ulang"),
            (10, "bab_halaman_baru: ya"),
            (8, "sampul: ya"),
            (10, "tanda: RAHASIA"),
            (15, "tte: {lebar: 5 cm, tinggi: '2,5 cm'}"),
            (10, "pengesah_kapital: ya"),
            (10, "nomor_awal: 5"),
        ] {
            if p.acak.chance(percent) {
                tulis.push(setting.to_owned());
            }
        }
        tulis.push(format!("sidik: {}", p.acak.one(&["teks", "qr", "keduanya", "tidak"])));
        if p.acak.chance(40) {
            tulis.push(format!("kaki: {}", quoted(&p.satu("kaki"))));
        }
        if p.acak.chance(20) {
            let nama: Vec<String> = (0..p.acak.int(1, 3)).map(|_| quoted(&p.satu("paraf"))).collect();
            tulis.push(format!("paraf: [{}]", nama.join(", ")));
        }
        let ukuran = if p.acak.chance(20) { p.acak.int(9, 12) } else { 11 };
        tulis.push(format!("tabel_ukuran: {ukuran} pt"));
        if p.acak.chance(20) {
            tulis.push(
                p.acak.one(&["ukuran: 11 pt, spasi: 15 pt", "ukuran: 13 pt, spasi: 22 pt", "spasi: 18 pt"]).to_owned(),
            );
        }
        Self { tulis: format!("halaman: {{{}}}\n", tulis.join(", ")), lebar: (tegak, baring), ukuran }
    }
}
