//! Long tables in windows: the pages, and the bytes of the PDF, are those of a table in one piece.

use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::{Bentuk, Edition, Printable, Resolved};
use naskah_pages::typeset::{Fonts, Pages, Ukuran};
use naskah_pages::{Means, lay_in};
use naskah_testing::carried;

/// A decree that may be printed by a test.
struct Uji(Resolved);

impl Printable for Uji {
    fn resolved(&self) -> &Resolved {
        &self.0
    }
}

const KEPALA: &str = "jenis: umum
kantor: kab-semarang
nomor: 9
tahun: 2025
tentang: Penetapan Daftar Petugas
menimbang:
  - bahwa daftar petugas perlu ditetapkan
mengingat: [uu-7-2017]
diktum:
  - >-
    Menetapkan daftar petugas sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
ditetapkan: {di: Ungaran, tanggal: 2025-03-04}
salinan: {oleh: kasubbag-hukum}
lampiran:
  - judul: Daftar Petugas
";

/// What a table of the test is like.
#[derive(Clone, Copy, Default)]
struct Rupa {
    /// Rows under headings, with sums at their end.
    kelompok: bool,
    /// Cells merged over several rows.
    gabungan: bool,
    /// Rows of several lines, some of them high.
    tinggi: bool,
    /// A head of two rows.
    dua_kepala: bool,
    lanskap: bool,
    /// Several lines of the office at the foot, higher than the margin has room for, and catchwords.
    kaki: bool,
    /// A sum under a last row higher than half a page.
    jumlah_akhir: bool,
}

/// A decree with a table of about so many rows.
fn naskah(banyak: usize, bentuk: Rupa) -> String {
    let mut out = KEPALA.to_owned();
    if bentuk.kaki {
        let kaki = "Naskah ini diumumkan di jaringan dokumentasi dan informasi hukum. ".repeat(9);
        let halaman = format!("halaman: {{kata_penyambung: ya, kaki: '{}'}}\nlampiran:\n", kaki.trim());
        out = out.replace("lampiran:\n", &halaman);
    }
    if bentuk.lanskap {
        out.push_str("    orientasi: lanskap\n");
    }
    let tempat = match bentuk.dua_kepala {
        true => "{judul: Tempat, kolom: [{judul: Desa}, {judul: Kecamatan}]}",
        false => "{judul: Desa}, {judul: Kecamatan}",
    };
    let kolom = format!(
        "[{{judul: No, isi: nomor, lebar: 1 cm}}, {{judul: Nama}}, {tempat}, {{judul: Jabatan}}, {{judul: Honor, isi: bilangan}}, {{judul: Keterangan}}]"
    );
    out.push_str(&format!("    tabel:\n      kolom: {kolom}\n      baris:\n"));
    let mut dalam = 0;
    for n in 0..banyak {
        if bentuk.kelompok && n % 47 == 0 {
            if n > 0 {
                out.push_str("        - {jumlah: Jumlah}\n");
            }
            out.push_str(&format!("        - {{kelompok: Wilayah {} kabupaten}}\n", n / 47 + 1));
            dalam = 0;
        }
        let desa = match bentuk.gabungan && dalam > 0 && n % 5 > 0 && n % 15 < 5 {
            true => "^".to_owned(),
            false => format!("Desa {}", if n % 15 < 5 { n / 5 } else { n }),
        };
        dalam += 1;
        let catatan = match bentuk.tinggi && n % 7 == 3 {
            true => {
                "tetap sampai dengan akhir tahun, dengan catatan bahwa berkasnya masih dilengkapi ".repeat(1 + n % 4)
            }
            false if bentuk.jumlah_akhir && n + 1 == banyak => "Baris terakhir ini sangat tinggi. ".repeat(70),
            false => "tetap".to_owned(),
        };
        let row =
            format!("Nama Petugas {n}, {desa}, Kecamatan {}, Anggota, {}, '{}'", n % 13, 1_000_000 + n, catatan.trim());
        out.push_str(&format!("        - [{row}]\n"));
    }
    if bentuk.jumlah_akhir {
        out.push_str("        - {jumlah: Jumlah}\n");
    }
    out
}

/// Texts with their places, page by page.
type Huruf = Vec<Vec<(i64, i64, String)>>;

/// The pages and the PDF of a decree whose tables have windows from so many rows on, and whether it can be had at all.
fn susun(text: &str, edition: &Edition, ukuran: Ukuran) -> (usize, Huruf, Vec<u8>, String) {
    let catalog = carried();
    let fonts = Fonts::later(catalog);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text.to_owned());
    let Some(resolved) = naskah_formats::read::bind(file, edition, catalog, &mut files, &mut sink) else {
        panic!("{:?}", sink.found().iter().map(|found| found.message.clone()).collect::<Vec<_>>());
    };
    let means = Means { catalog, fonts: &fonts, files: &files };
    let laid = lay_in(&resolved, ukuran, &means, &mut sink).expect("pages");
    assert_eq!(laid.in_windows(), ukuran != UTUH, "no windows: laid out in one piece");
    let done = laid.release(Uji(resolved), &mut sink).expect("its own pages");
    let pdf = done.pdf(&means, &mut sink).expect("a PDF");
    (done.pages().count(), letters(done.pages()), pdf, done.source().main.clone())
}

/// The texts of each page with their places.
fn letters(pages: &Pages) -> Huruf {
    let place = |points: f64| (points * 100.0).round() as i64;
    let page = |page| pages.pieces(page).into_iter().map(|line| (place(line.x), place(line.y), line.text)).collect();
    (0..pages.count()).map(page).collect()
}

const UTUH: Ukuran = Ukuran { ambang: usize::MAX, baris: 1 };

/// In windows and in one piece a decree is the same.
fn sama(name: &str, banyak: usize, baris: usize, bentuk: Rupa, edition: &Edition) {
    let text = naskah(banyak, bentuk);
    let (count, pages, pdf, source) = susun(&text, edition, UTUH);
    let (own_count, own_pages, own_pdf, own_source) = susun(&text, edition, Ukuran { ambang: 50, baris });
    for (number, (one, other)) in pages.iter().zip(&own_pages).enumerate() {
        assert_eq!(one, other, "{name}: page {}", number + 1);
    }
    assert_eq!(count, own_count, "{name}");
    assert_eq!(source, own_source, "{name}");
    if let Ok(folder) = std::env::var("JENDELA_PDF") {
        std::fs::write(format!("{folder}/{name}-utuh.pdf"), &pdf).expect("written");
        std::fs::write(format!("{folder}/{name}-jendela.pdf"), &own_pdf).expect("written");
    }
    assert!(pdf == own_pdf, "{name}: the bytes of the PDF differ");
}

#[test]
fn plain_rows() {
    sama("polos", 500, 120, Rupa::default(), &Edition::default());
}

#[test]
fn rows_of_several_lines() {
    sama("tinggi", 500, 150, Rupa { tinggi: true, ..Rupa::default() }, &Edition::default());
}

#[test]
fn headings_and_sums() {
    let bentuk = Rupa { kelompok: true, tinggi: true, dua_kepala: true, ..Rupa::default() };
    sama("kelompok", 500, 150, bentuk, &Edition::default());
}

#[test]
fn a_foot_higher_than_its_margin() {
    sama("kaki", 400, 120, Rupa { kaki: true, tinggi: true, ..Rupa::default() }, &Edition::default());
    let edition = Edition { bentuk: Bentuk::Salinan, ..Edition::default() };
    sama("kaki-lanskap", 250, 100, Rupa { kaki: true, lanskap: true, ..Rupa::default() }, &edition);
}

#[test]
fn a_sum_under_a_high_row_at_the_end() {
    sama("jumlah", 300, 100, Rupa { jumlah_akhir: true, ..Rupa::default() }, &Edition::default());
}

#[test]
fn lying_pages_of_a_copy() {
    let edition = Edition { bentuk: Bentuk::Salinan, ..Edition::default() };
    sama("salinan", 250, 100, Rupa { lanskap: true, ..Rupa::default() }, &edition);
}

#[test]
fn merged_cells_stay_in_one_piece() {
    let text = naskah(120, Rupa { gabungan: true, ..Rupa::default() });
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    let fonts = Fonts::later(carried());
    let resolved = naskah_formats::read::bind(file, &Edition::default(), carried(), &mut files, &mut sink);
    let means = Means { catalog: carried(), fonts: &fonts, files: &files };
    let resolved = resolved.expect("a decree");
    let laid = lay_in(&resolved, Ukuran { ambang: 50, baris: 60 }, &means, &mut sink).expect("pages");
    assert!(!laid.in_windows());
}
