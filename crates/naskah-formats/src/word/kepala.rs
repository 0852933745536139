//! What stands on every page: its number, the office's line, the mark of what is no decree yet or no longer.

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

/// What is drawn behind the text of every page: the word, its width and height in points, its colour.
fn tanda(naskah: &Naskah) -> Option<(&'static str, f64, f64, &'static str)> {
    let meta = &naskah.meta;
    match (meta.perbandingan.is_some(), meta.dibatalkan, meta.konsep) {
        // Changes are shown by Word itself.
        (true, ..) | (false, false, false) => None,
        (false, true, _) => Some(("DIBATALKAN", 520.0, 75.0, "#d1d1d1")),
        (false, false, true) => Some(("KONSEP", 470.0, 105.0, "#e8e8e8")),
    }
}

/// `word/header1.xml`: the number of the page in the office's form.
pub fn nomor(naskah: &Naskah, ulang: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.tag("w:hdr", &RUANG, |xml| {
        xml.tag("w:p", &[], |xml| {
            style(xml, "Naskah Nomor Halaman", None);
            watermark(xml, naskah, 1);
            let mut words = String::new();
            for c in naskah.halaman.nomor_halaman.chars() {
                let field = match c {
                    '1' => " PAGE ",
                    '2' if ulang => " SECTIONPAGES ",
                    '2' => " NUMPAGES ",
                    _ => {
                        words.push(c);
                        continue;
                    }
                };
                run(xml, &std::mem::take(&mut words));
                xml.tag("w:fldSimple", &[("w:instr", field)], |xml| run(xml, "2"));
            }
            run(xml, &words);
        });
    });
    xml.done()
}

/// `word/header2.xml`: over the first page only what a copy is called.
pub fn pertama(naskah: &Naskah) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.tag("w:hdr", &RUANG, |xml| {
        xml.tag("w:p", &[], |xml| {
            style(xml, "Naskah Nomor Halaman", Some("right"));
            watermark(xml, naskah, 2);
            run(xml, naskah.meta.tanda.unwrap_or_default());
        });
    });
    xml.done()
}

/// `word/footer1.xml`: the office's line; under a comparison what is compared.
pub fn kaki(naskah: &Naskah) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.tag("w:ftr", &[("xmlns:w", W)], |xml| {
        let lines = naskah.halaman.kaki.iter().chain(&naskah.meta.perbandingan);
        let lines: Vec<&String> = lines.collect();
        for line in lines.iter().copied().chain(lines.is_empty().then_some(&String::new())) {
            xml.tag("w:p", &[], |xml| {
                style(xml, "Naskah Kaki", None);
                run(xml, line);
            });
        }
    });
    xml.done()
}

fn style(xml: &mut Xml, nama: &str, rata: Option<&str>) {
    xml.tag("w:pPr", &[], |xml| {
        xml.val("w:pStyle", &gaya::id(nama));
        rata.into_iter().for_each(|rata| xml.val("w:jc", rata));
    });
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
                ("alt", word),
                ("style", &place),
                ("o:allowincell", "f"),
                ("fillcolor", colour),
                ("stroked", "f"),
            ];
            xml.tag("v:shape", &shape, |xml| xml.empty("v:textpath", &[("style", &letters), ("string", word)]));
        });
    });
}

/// Where pages of a section begin and end, and what stands on them.
pub fn seksi(xml: &mut Xml, naskah: &Naskah, akhir: Akhir) {
    let Akhir { lanskap, bingkai, pertama, ulang } = akhir;
    let h = &naskah.halaman;
    xml.tag("w:sectPr", &[], |xml| {
        for (kind, id) in [("default", "rIdKepala"), ("first", "rIdKepalaPertama")] {
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
        if ulang && !pertama {
            xml.empty("w:pgNumType", &[("w:start", "1")]);
        }
        xml.empty("w:cols", &[("w:space", "720")]);
        xml.yes("w:titlePg", pertama || ulang);
    });
}
