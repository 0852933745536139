//! Styles named by the parts of a decree, so that an office can change how a part looks in one place.

use naskah_core::catalog::Halaman;

use super::W;
use super::xml::{Xml, twip};

/// The typeface that the program brings along stands in for this one, which Word has.
const HURUF: (&str, &str) = ("TeX Gyre Bonum", "Bookman Old Style");

/// How large letters are.
#[derive(Clone, Copy, PartialEq)]
enum Besar {
    Badan,
    Tabel,
    Kecil,
    Sela,
    Celah,
}

/// How a style looks: where its lines stand, whether it is bold, how large, and its level among headings.
type Rupa = (&'static str, bool, Besar, Option<usize>);

/// The lines of an address, which a line parts from what follows.
const ALAMAT: &str = "Naskah Alamat";

/// Every style.
const GAYA: &[(&str, Rupa)] = &[
    ("Naskah Lambang", ("center", false, Besar::Badan, None)),
    ("Naskah Kop", ("center", true, Besar::Badan, None)),
    (ALAMAT, ("center", false, Besar::Kecil, None)),
    ("Naskah Judul", ("center", false, Besar::Badan, Some(0))),
    ("Naskah Judul Surat", ("center", true, Besar::Badan, Some(0))),
    ("Naskah Nomor", ("center", false, Besar::Badan, None)),
    ("Naskah Tentang", ("center", false, Besar::Badan, None)),
    ("Naskah Nama", ("center", true, Besar::Badan, None)),
    ("Naskah Pembuat", ("center", false, Besar::Badan, None)),
    ("Naskah Label", ("left", false, Besar::Badan, None)),
    ("Naskah Titik Dua", ("left", false, Besar::Badan, None)),
    ("Naskah Menimbang", ("both", false, Besar::Badan, None)),
    ("Naskah Mengingat", ("both", false, Besar::Badan, None)),
    ("Naskah Memperhatikan", ("both", false, Besar::Badan, None)),
    ("Naskah Memutuskan", ("center", false, Besar::Badan, None)),
    ("Naskah Menetapkan", ("both", false, Besar::Badan, None)),
    ("Naskah Diktum", ("both", false, Besar::Badan, None)),
    ("Naskah Pembuka", ("both", false, Besar::Badan, None)),
    ("Naskah Pokok", ("both", false, Besar::Badan, None)),
    ("Naskah Rincian 1", ("both", false, Besar::Badan, None)),
    ("Naskah Rincian 2", ("both", false, Besar::Badan, None)),
    ("Naskah Rincian 3", ("both", false, Besar::Badan, None)),
    ("Naskah Rincian 4", ("both", false, Besar::Badan, None)),
    ("Naskah Tanda Tangan", ("left", false, Besar::Badan, None)),
    ("Naskah Pengesahan", ("left", false, Besar::Badan, None)),
    ("Naskah Tembusan", ("left", false, Besar::Badan, None)),
    ("Naskah Sidik", ("left", false, Besar::Kecil, None)),
    ("Naskah Label Lampiran", ("left", false, Besar::Badan, Some(0))),
    ("Naskah Kepala Lampiran", ("left", false, Besar::Badan, None)),
    ("Naskah Judul Lampiran", ("center", true, Besar::Badan, Some(1))),
    ("Naskah Judul Daftar Isi", ("center", true, Besar::Badan, None)),
    ("Naskah Daftar Isi", ("left", false, Besar::Badan, None)),
    ("Naskah Bab", ("center", true, Besar::Badan, Some(2))),
    ("Naskah Bagian 1", ("left", true, Besar::Badan, Some(3))),
    ("Naskah Bagian 2", ("left", true, Besar::Badan, Some(4))),
    ("Naskah Bagian 3", ("left", true, Besar::Badan, Some(5))),
    ("Naskah Paragraf", ("both", false, Besar::Badan, None)),
    ("Naskah Gambar", ("center", false, Besar::Badan, None)),
    ("Naskah Keterangan Gambar", ("center", false, Besar::Badan, None)),
    ("Naskah Kepala Kolom", ("center", true, Besar::Tabel, None)),
    ("Naskah Nomor Kolom", ("center", false, Besar::Tabel, None)),
    ("Naskah Sel", ("left", false, Besar::Tabel, None)),
    ("Naskah Sel Tebal", ("left", true, Besar::Tabel, None)),
    ("Naskah Rincian Sel", ("left", false, Besar::Tabel, None)),
    ("Naskah Catatan Tabel", ("left", false, Besar::Tabel, None)),
    ("Naskah Sela", ("left", false, Besar::Sela, None)),
    ("Naskah Celah", ("left", false, Besar::Celah, None)),
    ("Naskah Paraf", ("left", false, Besar::Kecil, None)),
    ("Naskah Nomor Halaman", ("center", false, Besar::Badan, None)),
    ("Naskah Kaki", ("center", false, Besar::Kecil, None)),
];

/// A style's name as the package refers to it.
pub fn id(nama: &str) -> String {
    nama.split_whitespace().collect()
}

/// The typeface as Word knows it.
pub fn huruf(h: &Halaman) -> &str {
    if h.huruf == HURUF.0 { HURUF.1 } else { &h.huruf }
}

/// The height of lines of letters of a size in a table.
pub fn baris_tabel(h: &Halaman, size: f64) -> f64 {
    size * h.tabel_spasi
}

/// `word/styles.xml`
pub fn styles(h: &Halaman) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.tag("w:styles", &[("xmlns:w", W)], |xml| {
        xml.tag("w:docDefaults", &[], |xml| {
            xml.tag("w:rPrDefault", &[], |xml| xml.tag("w:rPr", &[], |xml| letters(xml, h)));
            xml.tag("w:pPrDefault", &[], |xml| xml.tag("w:pPr", &[], |xml| lines(xml, h.spasi)));
        });
        let plain = [("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")];
        xml.tag("w:style", &plain, |xml| {
            xml.val("w:name", "Normal");
            xml.empty("w:qFormat", &[]);
        });
        xml.tag("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")], |xml| {
            xml.val("w:name", "Normal Table");
            xml.val("w:uiPriority", "99");
            xml.empty("w:semiHidden", &[]);
            xml.empty("w:unhideWhenUsed", &[]);
        });
        xml.tag("w:style", &[("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", "Naskah")], |xml| {
            xml.val("w:name", "Naskah");
            xml.val("w:basedOn", "Normal");
            xml.empty("w:qFormat", &[]);
        });
        for (nama, rupa) in GAYA {
            one(xml, nama, *rupa, h);
        }
    });
    xml.done()
}

fn one(xml: &mut Xml, nama: &str, (rata, tebal, besar, aras): Rupa, h: &Halaman) {
    let attributes = [("w:type", "paragraph"), ("w:customStyle", "1"), ("w:styleId", &id(nama))];
    xml.tag("w:style", &attributes, |xml| {
        xml.val("w:name", nama);
        xml.val("w:basedOn", "Naskah");
        xml.empty("w:qFormat", &[]);
        let (size, line) = match besar {
            Besar::Badan => (h.ukuran, h.spasi),
            Besar::Tabel => (h.tabel_ukuran, baris_tabel(h, h.tabel_ukuran)),
            Besar::Kecil => (h.ukuran * 0.8, h.ukuran),
            Besar::Sela => (1.0, h.spasi * 0.4),
            Besar::Celah => (1.0, 1.0),
        };
        xml.tag("w:pPr", &[], |xml| {
            if nama == ALAMAT {
                let line = [("w:val", "single"), ("w:sz", "12"), ("w:space", "4"), ("w:color", "auto")];
                xml.tag("w:pBdr", &[], |xml| xml.empty("w:bottom", &line));
            }
            if besar != Besar::Badan {
                lines(xml, line);
            }
            xml.val("w:jc", rata);
            if let Some(aras) = aras {
                xml.val("w:outlineLvl", &aras.to_string());
            }
        });
        xml.tag("w:rPr", &[], |xml| {
            xml.yes("w:b", tebal);
            xml.yes("w:bCs", tebal);
            if besar != Besar::Badan {
                sizes(xml, size);
            }
        });
    });
}

/// Typeface, size and language of everything.
fn letters(xml: &mut Xml, h: &Halaman) {
    let name = huruf(h);
    xml.empty("w:rFonts", &[("w:ascii", name), ("w:hAnsi", name), ("w:eastAsia", name), ("w:cs", name)]);
    sizes(xml, h.ukuran);
    xml.empty("w:lang", &[("w:val", "id-ID"), ("w:eastAsia", "id-ID"), ("w:bidi", "ar-SA")]);
}

/// The size of letters, in half points.
pub fn sizes(xml: &mut Xml, points: f64) {
    let half = format!("{:.0}", points * 2.0);
    xml.val("w:sz", &half);
    xml.val("w:szCs", &half);
}

/// Lines of a height, with no room around paragraphs.
fn lines(xml: &mut Xml, height: f64) {
    let height = twip(height);
    xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "0"), ("w:line", &height), ("w:lineRule", "atLeast")]);
}

/// `word/fontTable.xml`: what stands in for the typeface where it is not installed.
pub fn fonts(h: &Halaman) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.tag("w:fonts", &[("xmlns:w", W)], |xml| {
        xml.tag("w:font", &[("w:name", huruf(h))], |xml| {
            if huruf(h) == HURUF.1 {
                xml.val("w:altName", "TeX Gyre Bonum");
            }
            xml.val("w:charset", "00");
            xml.val("w:family", "roman");
            xml.val("w:pitch", "variable");
        });
    });
    xml.done()
}
