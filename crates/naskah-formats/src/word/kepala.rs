//! What stands on every page: its number, the office's line, the mark of what is no decree yet or no longer.

use naskah_core::catalog::Halaman;
use naskah_core::resolve::Naskah;

use super::W;
use super::gaya;
use super::isi::Akhir;
use super::xml::{Xml, twip};

/// The name spaces of a header, which may draw.
const RUANG: [(&str, &str); 4] = [
    ("xmlns:w", W),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
    ("xmlns:w10", "urn:schemas-microsoft-com:office:word"),
];

/// How sections refer to their headers: of the decree and of attachments, from the second page on and over the first.
pub const REFERENSI: [&str; 4] = ["rIdKepala", "rIdKepalaPertama", "rIdKepalaLampiran", "rIdKepalaLampiranPertama"];

/// The bookmark at the end of the pages that are counted from another number than 1.
pub const AKHIR: &str = "naskah_akhir";

/// What is drawn behind the text of every page: the word, its width and height in points, its colour.
fn tanda(naskah: &Naskah) -> Option<(String, f64, f64, &'static str)> {
    let meta = &naskah.meta;
    let own = || {
        let word = naskah.halaman.tanda.as_ref()?.to_uppercase();
        let count = word.chars().count() as f64;
        // As high as on the pages of a PDF, and as wide.
        let high = (560.0 / count.max(4.0)).min(80.0);
        Some((word, count * high * 0.98, high * 1.31, "#e8e8e8"))
    };
    match (meta.perbandingan.is_some(), meta.dibatalkan, meta.konsep) {
        // Changes are shown by Word itself.
        (true, ..) => None,
        (false, true, _) => Some(("DIBATALKAN".to_owned(), 520.0, 75.0, "#d1d1d1")),
        (false, false, true) => Some(("KONSEP".to_owned(), 470.0, 105.0, "#e8e8e8")),
        (false, false, false) => own(),
    }
}

/// Whether a bookmark must tell how many pages there are, since they are not counted from 1: at the end of the whole
/// document, or of the decree alone where attachments are counted anew.
pub fn sampai(naskah: &Naskah, ulang: bool) -> Option<bool> {
    let h = &naskah.halaman;
    (h.nomor_awal > 1 && h.nomor_halaman.contains('2')).then_some(!ulang)
}

/// Where the words of a header stand: as its style says, at the right, or at a tab in the middle and one at the right.
#[derive(Clone, Copy)]
enum Rata {
    Tengah,
    Kanan,
    Keduanya,
}

/// A header, over the pages of the decree or of its attachments; `at` tells the four apart.
fn kepala(naskah: &Naskah, at: usize, rata: Rata, isi: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.tag("w:hdr", &RUANG, |xml| {
        xml.tag("w:p", &[], |xml| {
            style(xml, "Naskah Nomor Halaman", rata, &naskah.halaman);
            watermark(xml, naskah, at);
            isi(xml);
        });
    });
    xml.done()
}

/// The headers in the order of [`REFERENSI`].
pub fn semua(naskah: &Naskah, ulang: bool) -> [Vec<u8>; 4] {
    let mark = naskah.meta.tanda.unwrap_or_default();
    let [own, attached] = [true, false].map(|decree| move |xml: &mut Xml| bilangan(xml, naskah, ulang, decree));
    let counted = naskah.halaman.nomor_awal > 1;
    let first = |xml: &mut Xml| {
        if counted {
            tab(xml);
            own(xml);
            tab(xml);
        }
        run(xml, mark);
    };
    [
        kepala(naskah, 1, Rata::Tengah, own),
        kepala(naskah, 2, if counted { Rata::Keduanya } else { Rata::Kanan }, first),
        kepala(naskah, 3, Rata::Tengah, attached),
        kepala(naskah, 4, Rata::Tengah, |_| {}),
    ]
}

/// The number of the page in the office's form.
fn bilangan(xml: &mut Xml, naskah: &Naskah, ulang: bool, decree: bool) {
    let last = format!(" PAGEREF {AKHIR} ");
    let mut words = String::new();
    for c in naskah.halaman.nomor_halaman.chars() {
        let field = match (c, sampai(naskah, ulang)) {
            ('1', _) => " PAGE ",
            ('2', Some(whole)) if whole || decree => last.as_str(),
            ('2', _) if ulang => " SECTIONPAGES ",
            ('2', _) => " NUMPAGES ",
            _ => {
                words.push(c);
                continue;
            }
        };
        run(xml, &std::mem::take(&mut words));
        xml.tag("w:fldSimple", &[("w:instr", field)], |xml| run(xml, "2"));
    }
    run(xml, &words);
}

/// `word/footer1.xml`: the office's line; under a comparison what is compared.
pub fn kaki(naskah: &Naskah) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.tag("w:ftr", &[("xmlns:w", W)], |xml| {
        let lines = naskah.halaman.kaki.iter().chain(&naskah.meta.perbandingan);
        let lines: Vec<&String> = lines.collect();
        for line in lines.iter().copied().chain(lines.is_empty().then_some(&String::new())) {
            xml.tag("w:p", &[], |xml| {
                style(xml, "Naskah Kaki", Rata::Tengah, &naskah.halaman);
                run(xml, line);
            });
        }
    });
    xml.done()
}

fn style(xml: &mut Xml, nama: &str, rata: Rata, h: &Halaman) {
    xml.tag("w:pPr", &[], |xml| {
        xml.val("w:pStyle", &gaya::id(nama));
        match rata {
            Rata::Tengah => {}
            Rata::Kanan => xml.val("w:jc", "right"),
            Rata::Keduanya => {
                let full = h.lebar_teks(false);
                xml.tag("w:tabs", &[], |xml| {
                    for (kind, place) in [("center", full / 2.0), ("right", full)] {
                        xml.empty("w:tab", &[("w:val", kind), ("w:pos", &twip(place))]);
                    }
                });
                xml.val("w:jc", "left");
            }
        }
    });
}

fn tab(xml: &mut Xml) {
    xml.tag("w:r", &[], |xml| xml.empty("w:tab", &[]));
}

fn run(xml: &mut Xml, words: &str) {
    if !words.is_empty() {
        xml.tag("w:r", &[], |xml| xml.texted("w:t", &[("xml:space", "preserve")], words));
    }
}

/// How Word bends words to a shape.
fn bentuk_tanda(xml: &mut Xml) {
    let kind = [
        ("id", "_x0000_t136"),
        ("coordsize", "21600,21600"),
        ("o:spt", "136"),
        ("adj", "10800"),
        ("path", "m@7,l@8,m@5,21600l@6,21600e"),
    ];
    xml.tag("v:shapetype", &kind, |xml| {
        xml.tag("v:formulas", &[], |xml| {
            for equation in [
                "sum #0 0 10800",
                "prod #0 2 1",
                "sum 21600 0 @1",
                "sum 0 0 @2",
                "sum 21600 0 @3",
                "if @0 @3 0",
                "if @0 21600 @1",
                "if @0 0 @2",
                "if @0 @4 21600",
                "mid @5 @6",
                "mid @8 @5",
                "mid @7 @8",
                "mid @6 @7",
                "sum @6 0 @5",
            ] {
                xml.empty("v:f", &[("eqn", equation)]);
            }
        });
        xml.empty(
            "v:path",
            &[
                ("textpathok", "t"),
                ("o:connecttype", "custom"),
                ("o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800"),
                ("o:connectangles", "270,180,90,0"),
            ],
        );
        xml.empty("v:textpath", &[("on", "t"), ("fitshape", "t")]);
        xml.tag("v:handles", &[], |xml| xml.empty("v:h", &[("position", "#0,bottomRight"), ("xrange", "6629,14971")]));
        xml.empty("o:lock", &[("v:ext", "edit"), ("text", "t"), ("shapetype", "t")]);
    });
}

/// A word across the page, as Word draws its own.
fn watermark(xml: &mut Xml, naskah: &Naskah, at: usize) {
    let Some((word, width, height, colour)) = tanda(naskah) else { return };
    let place = format!(
        "position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;rotation:310;z-index:-251658752;\
         mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;\
         mso-position-vertical-relative:margin"
    );
    let letters = format!("font-family:\"{}\";font-size:1pt;font-weight:bold", gaya::huruf(&naskah.halaman));
    xml.tag("w:r", &[], |xml| {
        xml.tag("w:rPr", &[], |xml| xml.empty("w:noProof", &[]));
        xml.tag("w:pict", &[], |xml| {
            bentuk_tanda(xml);
            let (name, drawn) = (format!("PowerPlusWaterMarkObject{at}"), format!("_x0000_s{}", 2048 + at));
            let shape = [
                ("id", name.as_str()),
                ("o:spid", &drawn),
                ("type", "#_x0000_t136"),
                ("alt", word.as_str()),
                ("style", &place),
                ("o:allowincell", "f"),
                ("fillcolor", colour),
                ("stroked", "f"),
            ];
            xml.tag("v:shape", &shape, |xml| xml.empty("v:textpath", &[("style", &letters), ("string", &word)]));
        });
    });
}

/// Where pages of a section begin and end, and what stands on them.
pub fn seksi(xml: &mut Xml, naskah: &Naskah, akhir: Akhir) {
    let Akhir { lanskap, bingkai, pertama, ulang } = akhir;
    let h = &naskah.halaman;
    xml.tag("w:sectPr", &[], |xml| {
        for (kind, id) in ["default", "first"].iter().zip(if pertama { &REFERENSI[..2] } else { &REFERENSI[2..] }) {
            xml.empty("w:headerReference", &[("w:type", kind), ("r:id", id)]);
        }
        for kind in ["default", "first"] {
            xml.empty("w:footerReference", &[("w:type", kind), ("r:id", "rIdKaki")]);
        }
        xml.val("w:type", "nextPage");
        let (width, height) = (twip(h.kertas.0), twip(h.kertas.1));
        match lanskap {
            false => xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)]),
            true => xml.empty("w:pgSz", &[("w:w", &height), ("w:h", &width), ("w:orient", "landscape")]),
        }
        let m = if lanskap { h.margin_lanskap } else { h.margin };
        let (top, right, bottom, left) = (twip(m.atas), twip(m.kanan), twip(m.bawah), twip(m.kiri));
        let (head, foot) = (twip((m.atas - h.spasi) * 0.62), twip((m.bawah - h.ukuran) * 0.5));
        let margins = [
            ("w:top", top.as_str()),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", &head),
            ("w:footer", &foot),
            ("w:gutter", "0"),
        ];
        xml.empty("w:pgMar", &margins);
        if bingkai {
            xml.tag("w:pgBorders", &[("w:offsetFrom", "text")], |xml| {
                let line = [("w:val", "single"), ("w:sz", "12"), ("w:space", "12"), ("w:color", "auto")];
                ["w:top", "w:left", "w:bottom", "w:right"].iter().for_each(|side| xml.empty(side, &line));
            });
        }
        match (pertama, ulang) {
            (true, _) if h.nomor_awal > 1 => xml.empty("w:pgNumType", &[("w:start", &h.nomor_awal.to_string())]),
            (false, true) => xml.empty("w:pgNumType", &[("w:start", "1")]),
            _ => {}
        }
        xml.empty("w:cols", &[("w:space", "720")]);
        xml.yes("w:titlePg", pertama || ulang);
    });
}
