//! Updates made by chance: what a signing program writes, with parts exchanged, left out or put in, in any form of table.

use std::collections::BTreeMap;

use super::tulis::{
    BARU, BENTUK, BIDANG, Bagian, ENTRI_BIDANG, ENTRI_HALAMAN, ENTRI_KATALOG, HALAMAN, KATALOG, Objek, aliran, dengan,
    isi, kamus, nilai,
};

/// Choices out of bytes; where there are none left, the first.
pub struct Pilih<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Pilih<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub fn below(&mut self, limit: usize) -> usize {
        let byte = |at: usize| usize::from(self.bytes.get(at).copied().unwrap_or(0));
        let value = byte(self.at) + 256 * byte(self.at + 1);
        self.at += 2;
        value % limit.max(1)
    }

    fn one<'b>(&mut self, of: &[&'b str]) -> &'b str {
        of[self.below(of.len())]
    }

    fn done(&self) -> bool {
        self.at >= self.bytes.len()
    }
}

/// What is put into a dictionary.
const ENTRI: &[&str] = &[
    "/AA<</O<</S/JavaScript/JS(x)>>>>",
    "/A<</S/URI/URI(http://x)>>",
    "/AP<</N 5 0 R>>",
    "/AP<<>>",
    "/Annots[40 0 R]",
    "/AS/On",
    "/BBox[0 0 9 9]",
    "/BS<</W 300>>",
    "/Border[0 0 90]",
    "/C[1 0 0]",
    "/Contents 40 0 R",
    "/CropBox[0 0 99 99]",
    "/DA(/F 40 Tf 1 g)",
    "/F 4",
    "/F 4294967298",
    "/Ff 1",
    "/Filter/FlateDecode",
    "/H/I",
    "/InkList[[90 700 300 700]]",
    "/Kids[40 0 R]",
    "/Length 9",
    "/MK<</BG[1]/BC[0]>>",
    "/Matrix[9 0 0 9 0 0]",
    "/MediaBox[0 0 99 99]",
    "/OC<</Type/OCG>>",
    "/Parent 40 0 R",
    "/Rect[90 690 300 720]",
    "/Rect[60 20 160 60]",
    "/Resources<</Font<</F 40 0 R>>>>",
    "/Resources<</ExtGState<</F<</ca 0>>>>>>",
    "/Rotate 90",
    "/Subtype/Square",
    "/Subtype/Stamp",
    "/T(lain)",
    "/Type/Lain",
    "/UserUnit 3",
    "/V(9500000)",
    "/XFA(x)",
];

/// What one part of a text is exchanged for.
const GANTI: &[(&str, &str)] = &[
    ("[12 0 R", "[40 0 R 12 0 R"),
    ("20 0 R", "40 0 R"),
    ("22 0 R", "5 0 R"),
    ("21 0 R", "40 0 R"),
    ("/Contents 5 0 R", "/Contents 40 0 R"),
    ("/Contents 5 0 R", "/Contents[5 0 R 40 0 R]"),
    ("7 0 R", "40 0 R"),
    ("2 0 R", "40 0 R"),
    ("3 0 R", "4 0 R"),
    ("600", "300"),
    ("/Sig", "/Tx"),
    ("/FT", "/Ft"),
    ("/Widget", "/Square"),
    ("/F 132", "/F 2"),
    ("/F 132", "/F 64"),
    ("Ditandatangani", "HONOR 9500000"),
    ("2 2 Td", "40 650 Td"),
    ("[60 20 160 60]", "[60 20 160 900]"),
    ("[0 0 100 40]", "[0 0 1 1]"),
    ("0 R", "1 R"),
    ("/", "/#2F"),
    ("<<", "<</Lain<<>>"),
    (">>", ">>\u{0}"),
];

/// A signature's objects, visible or not.
fn tanda(pilih: &mut Pilih<'_>) -> Objek {
    let rect = pilih.one(&["60 20 160 60", "0 0 0 0", "300 20 400 60", "450 800 560 860"]);
    let look = "/Type/XObject/Subtype/Form/BBox[0 0 100 40]/Resources<</Font<</F 7 0 R>>>>";
    let widget = "/Type/Annot/Subtype/Widget/FT/Sig/F 132/T(TTE)/P 3 0 R/V 21 0 R";
    let shown = if rect == "0 0 0 0" { "" } else { "/AP<</N 22 0 R>>" };
    let mut out: Objek = [
        (KATALOG, kamus(&format!("{ENTRI_KATALOG}/AcroForm<</Fields[12 0 R 20 0 R]/SigFlags 3>>"))),
        (HALAMAN, kamus(&format!("{ENTRI_HALAMAN}/Annots[12 0 R 20 0 R]"))),
        (BARU, kamus(&format!("{widget}/Rect[{rect}]{shown}"))),
        (BARU + 1, nilai("")),
    ]
    .into();
    if !shown.is_empty() {
        out.insert(BARU + 2, aliran(look, "q BT /F 8 Tf 2 2 Td (Ditandatangani) Tj ET Q"));
    }
    if pilih.below(4) == 0 {
        let field = kamus(&format!("{ENTRI_BIDANG}/V 21 0 R"));
        out = BTreeMap::from([(BIDANG, field), (BARU + 1, nilai(""))]);
    }
    out
}

/// One change of the objects.
fn ubah(objects: &mut Objek, pilih: &mut Pilih<'_>) {
    let numbers: Vec<u32> = objects.keys().copied().collect();
    let number = numbers[pilih.below(numbers.len())];
    let text = objects[&number].clone();
    match pilih.below(6) {
        0 => drop(objects.insert(number, text.replacen("<<", &format!("<<{}", pilih.one(ENTRI)), 1))),
        1 => {
            let (from, to) = GANTI[pilih.below(GANTI.len())];
            objects.insert(number, text.replacen(from, to, 1));
        }
        2 => {
            let bodies = [
                aliran("", &isi("9500000")),
                aliran("", "1 g 0 0 600 900 re f"),
                kamus("/Type/Font/Subtype/Type1/BaseFont/Symbol"),
                kamus("/Type/Annot/Subtype/Square/Rect[90 600 300 720]/AP<</N 22 0 R>>"),
                kamus(&format!("{ENTRI_HALAMAN}/Annots[12 0 R]")),
                "null".to_owned(),
            ];
            let place = [40, 5, 7, 41, 3, 60][pilih.below(6)];
            objects.insert(place, bodies[pilih.below(bodies.len())].clone());
        }
        3 => drop(objects.remove(&number).filter(|_| objects.len() > 1)),
        4 => {
            // One entry is left out.
            let places: Vec<usize> = text.match_indices('/').map(|(at, _)| at).collect();
            let at = places.get(pilih.below(places.len())).copied().unwrap_or(0);
            let end =
                text[at..].char_indices().skip(1).find(|(_, c)| "/>[".contains(*c)).map_or(text.len(), |(n, _)| at + n);
            objects.insert(number, format!("{}{}", &text[..at], &text[end..]));
        }
        _ => {
            let other = numbers[pilih.below(numbers.len())];
            objects.insert(number, objects[&other].clone());
            objects.insert(other, text);
        }
    }
    if objects.is_empty() {
        objects.insert(number, "null".to_owned());
    }
}

/// The base with one or two updates behind it.
pub fn pembaruan(base: &[u8], pilih: &mut Pilih<'_>) -> Vec<u8> {
    let mut out = base.to_vec();
    for _ in 0..=pilih.below(2) {
        let mut objects = tanda(pilih);
        for _ in 0..pilih.below(4) {
            ubah(&mut objects, pilih);
        }
        let bentuk = BENTUK[pilih.below(BENTUK.len())];
        let nomor = (pilih.below(12) == 1).then(|| [5, 6, 21, 13, 30][pilih.below(5)]);
        let sela = pilih.one(&["", "", "", "%x\n", "\n", "5 0 obj\nnull\nendobj\n"]);
        let sela = ["", "%x\n", "\n", "5 0 obj\nnull\nendobj\n"].into_iter().find(|one| *one == sela).unwrap_or("");
        out = dengan(&out, &objects, &Bagian { bentuk, nomor, sela, ..Bagian::default() });
        if pilih.done() {
            break;
        }
    }
    // A byte of it is another.
    if pilih.below(8) == 1 {
        let at = base.len() + pilih.below(out.len() - base.len());
        out[at] = u8::try_from(pilih.below(256)).unwrap_or(0);
    }
    out
}
