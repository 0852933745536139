//! Pages that do harm to who draws or reads them: contents, fonts, pictures, patterns, functions.

use super::tulis::{Dasar, Objek, aliran, kamus, padat};

pub type Jenis = (String, Vec<Objek>);

/// Contents that are hard to read or to draw.
fn contents() -> Vec<(&'static str, Vec<u8>)> {
    let many = |part: &str, count: usize| part.repeat(count).into_bytes();
    vec![
        ("nested arrays", many("[", 300_000)),
        ("nested dictionaries", many("<</a", 200_000)),
        ("an open string", many("(", 300_000)),
        ("states that are kept", many("q ", 300_000)),
        ("states that are left", many("Q ", 300_000)),
        ("clips within clips", many("q 0 0 9 9 re W n ", 200_000)),
        ("pictures in line without end", many("BI /W 9 /H 9 ID ", 50_000)),
        ("a giant picture in line", b"BI /W 99999999 /H 99999999 /BPC 8 /CS /RGB ID x EI".to_vec()),
        ("numbers without measure", many("99999999999999999999999999 -1e400 1e400 1e400 re f ", 2_000)),
        ("fine dashes", b"[0.00001 0.00001] 0 d 0.1 w 0 0 m 600 900 l 0 900 l S".to_vec()),
        ("dashes of nothing", b"[0 0] 0 d 0 0 m 600 900 l S [-1 1] 0 d 0 0 m 600 900 l S".to_vec()),
        ("giant lines", b"1e30 w 0 0 m 1e30 1e30 l -1e30 1e30 l S 1e9 M 0 0 m 1 1 l 0 0.0001 l S".to_vec()),
        ("a path of many curves", [b"0 0 m ".to_vec(), many("1 2 300 900 600 1 c ", 60_000), b"B*".to_vec()].concat()),
        ("marks that stay open", many("/Span<</ActualText(x)>>BDC ", 200_000)),
        ("unknown operators", many("lain ", 100_000)),
        ("names of escapes", many("/#41#42#00#ff gs ", 200_000)),
        ("a giant matrix", b"1e38 0 0 1e38 1e38 1e38 cm 1e38 0 0 1e38 1e38 1e38 cm 0 0 1 1 re f".to_vec()),
        ("bytes of nothing", vec![0; 4_000_000]),
    ]
}

/// Resources, the content that uses them, and the objects `0 0 R`, `1 0 R` … among them.
fn resources() -> Vec<(&'static str, String, &'static str, Vec<Vec<u8>>)> {
    let form = |resources: &str, body: &str| {
        aliran(&format!("/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<<{resources}>>"), body.as_bytes())
    };
    let picture = |entries: &str| aliran(&format!("/Type/XObject/Subtype/Image{entries}"), &[0x5A; 64]);
    let shown = |entries: &str| (picture(entries), "/XObject<</A §0>>".to_owned());
    let mut out: Vec<(&'static str, String, &'static str, Vec<Vec<u8>>)> = Vec::new();
    let mut put = |name, resources: &str, content, objects: Vec<Vec<u8>>| {
        out.push((name, resources.to_owned(), content, objects));
    };
    put(
        "forms in a ring",
        "/XObject<</A §0>>",
        "/A Do",
        vec![form("/XObject<</A §1>>", "/A Do /A Do"), form("/XObject<</A §0>>", "/A Do /A Do")],
    );
    let tower = (0..20).map(|n| form(&format!("/XObject<</A §{}>>", n + 1), "/A Do /A Do /A Do /A Do")).collect();
    put("forms that draw four forms", "/XObject<</A §0>>", "/A Do", tower);
    for (name, step) in [
        ("fine tiles", "/XStep 0.001/YStep 0.001"),
        ("tiles of no step", "/XStep 0/YStep 0"),
        ("tiles back", "/XStep -0.01/YStep 1e30"),
    ] {
        let entries = format!("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]{step}/Resources<<>>");
        put(name, "/Pattern<</A §0>>", "/Pattern cs /A scn 0 0 600 900 re f", vec![aliran(&entries, b"0 0 1 1 re f")]);
    }
    let own = "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</A §0>>>>";
    put(
        "tiles of themselves",
        "/Pattern<</A §0>>",
        "/Pattern cs /A scn 0 0 600 900 re f",
        vec![aliran(own, b"/Pattern cs /A scn 0 0 9 9 re f")],
    );
    for (name, function) in [
        ("a function of itself", "<</FunctionType 3/Domain[0 1]/Functions[§0 §0]/Bounds[0.5]/Encode[0 1 0 1]>>"),
        ("a function of no domain", "<</FunctionType 2/Domain[]/N -1e30/C0[]/C1[]>>"),
        ("a function of a giant power", "<</FunctionType 2/Domain[-1 1]/N 1e30/C0[0 0 0]/C1[1 1 1]>>"),
    ] {
        put(
            name,
            "/Shading<</A<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 600 900]/Function §0/Extend[true true]>>>>",
            "/A sh",
            vec![function.into()],
        );
    }
    for (name, entries, body) in [
        (
            "a table of giant size",
            "/FunctionType 0/Domain[0 1]/Range[0 1 0 1 0 1]/Size[999999999]/BitsPerSample 32",
            "x",
        ),
        (
            "a table of many sides",
            "/FunctionType 0/Domain[0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1 0 1]\
          /Range[0 1]/Size[2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2]/BitsPerSample 8",
            "xxxx",
        ),
        ("steps within steps", "/FunctionType 4/Domain[0 1]/Range[0 1 0 1 0 1]", "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"),
        (
            "a stack that grows",
            "/FunctionType 4/Domain[0 1]/Range[0 1 0 1 0 1]",
            "{ 1 2 3 99999999 copy 1e9 cvi 7 roll }",
        ),
    ] {
        put(
            name,
            "/Shading<</A<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 600 900]/Function §0>>>>",
            "/A sh",
            vec![aliran(entries, body.as_bytes())],
        );
    }
    put(
        "a shading of every point",
        "/Shading<</A<</ShadingType 1/ColorSpace/DeviceRGB/Domain[-1e9 1e9 -1e9 1e9]\
        /Matrix[1e9 0 0 1e-9 0 0]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0]/C1[1 1 1]>>>>>>",
        "/A sh",
        vec![],
    );
    for (name, kind) in [("a mesh of triangles", 4), ("a mesh of patches", 7), ("a lattice of one", 5)] {
        let entries = format!(
            "/ShadingType {kind}/ColorSpace/DeviceRGB/BitsPerCoordinate 32/BitsPerComponent 16/BitsPerFlag 8\
            /VerticesPerRow 1/Decode[-1e30 1e30 -1e30 1e30 0 1 0 1 0 1]"
        );
        put(name, "/Shading<</A §0>>", "/A sh", vec![padat(&entries, &vec![0x37; 3_000_000])]);
    }
    put(
        "a letter that draws itself",
        "/Font<</A §0>>",
        "BT /A 9 Tf 9 9 Td (aaaa) Tj ET",
        vec![
            kamus(
                "/Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[9]\
            /Encoding<</Differences[97/a]>>/CharProcs<</a §1>>/Resources<</Font<</A §0>>>>",
            ),
            aliran("", b"9 0 d0 BT /A 9 Tf (aaaa) Tj ET"),
        ],
    );
    put(
        "a map of all codes",
        "/Font<</A §0>>",
        "BT /A 9 Tf 9 9 Td <0000FFFF> Tj ET",
        vec![
            kamus("/Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode §1/DescendantFonts[§2]"),
            padat("", "beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange ".repeat(40_000).as_bytes()),
            kamus("/Type/Font/Subtype/CIDFontType2/BaseFont/X/W[0 4294967295 500 0 4294967295 500]/DW 1e30"),
        ],
    );
    put(
        "a font that is none",
        "/Font<</A §0>>",
        "BT /A 9 Tf 9 9 Td (teks) Tj ET",
        vec![
            kamus(
                "/Type/Font/Subtype/TrueType/BaseFont/X/FirstChar -5/LastChar 4294967295/Widths[1e30 -1e30]/FontDescriptor §1",
            ),
            kamus("/Type/FontDescriptor/FontFile2 §2/FontFile3 §2/FontFile §2/MissingWidth 1e30"),
            padat("", &[0u8, 1, 0, 0, 255, 255].repeat(300_000)),
        ],
    );
    put(
        "a font that is its own part",
        "/Font<</A §0>>",
        "BT /A 9 Tf 9 9 Td (teks) Tj ET",
        vec![kamus(
            "/Type/Font/Subtype/Type0/BaseFont/X/Encoding §0/ToUnicode §0/DescendantFonts[§0]/FontDescriptor §0",
        )],
    );
    put(
        "giant letters",
        "/Font<</A<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>",
        "BT /A 1e30 Tf 1e30 Tz 1e30 Tc 7 Tr 9 9 Td (teks) Tj ET 0 0 600 900 re f",
        vec![],
    );
    put(
        "a mask of itself",
        "/ExtGState<</A §0>>",
        "/A gs 0 0 600 900 re f",
        vec![
            kamus("/Type/ExtGState/SMask<</S/Luminosity/G §1>>"),
            aliran(
                "/Subtype/Form/BBox[0 0 600 900]/Group<</S/Transparency/CS/DeviceRGB>>/Resources<</ExtGState<</A §0>>>>",
                b"/A gs 0 0 600 900 re f",
            ),
        ],
    );
    for (name, entries) in [
        ("a giant picture", "/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB"),
        ("a giant picture of one bit", "/Width 2000000000/Height 2000000000/ImageMask true"),
        ("a picture without sides", "/Width 0/Height -1/BitsPerComponent 99/ColorSpace/DeviceCMYK"),
        ("a giant JPEG", "/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode"),
        ("a giant JPEG 2000", "/Width 100000/Height 100000/Filter/JPXDecode"),
        ("a giant JBIG2", "/Width 100000/Height 100000/BitsPerComponent 1/Filter/JBIG2Decode/ColorSpace/DeviceGray"),
        (
            "a giant fax",
            "/Width 1000000/Height 1000000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode\
            /DecodeParms<</K -1/Columns 1000000000/Rows 1000000000>>",
        ),
        ("a giant LZW", "/Width 90000/Height 90000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/LZWDecode"),
        ("a giant run", "/Width 90000/Height 90000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/RunLengthDecode"),
        ("a picture masked by itself", "/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray/SMask §0/Mask §0"),
        ("colours of themselves", "/Width 8/Height 8/BitsPerComponent 8/ColorSpace §1"),
        ("a palette without end", "/Width 8/Height 8/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 999999999 <00>]"),
        ("a profile that is none", "/Width 8/Height 8/BitsPerComponent 8/ColorSpace[/ICCBased §2]"),
        (
            "a predictor of giant rows",
            "/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode\
            /DecodeParms<</Predictor 15/Columns 2147483647/Colors 2147483647/BitsPerComponent 16>>",
        ),
    ] {
        let (object, resources) = shown(entries);
        put(
            name,
            &resources,
            "600 0 0 900 0 0 cm /A Do",
            vec![object, "[/Separation/X §1 §1]".into(), aliran("/N 99/Alternate §1", &[255; 300])],
        );
    }
    let jbig = [&b"\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13"[..], &[0xFF; 8], &[0; 11]].concat();
    put(
        "a JBIG2 page without bounds",
        "/XObject<</A §0>>",
        "600 0 0 900 0 0 cm /A Do",
        vec![aliran(
            "/Subtype/Image/Width 9/Height 9/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode",
            &jbig,
        )],
    );
    let jpx = [
        &b"\xff\x4f\xff\x51\x00\x29\x00\x00"[..],
        &[0x7F, 0xFF, 0xFF, 0xFF].repeat(2),
        &[0; 8],
        &[0, 0, 0, 1, 0, 0, 0, 1],
        &[0; 8],
        b"\x00\x01\x07\x01\x01\xff\x93\xff\xd9",
    ]
    .concat();
    put(
        "a JPEG 2000 of tiny tiles",
        "/XObject<</A §0>>",
        "600 0 0 900 0 0 cm /A Do",
        vec![aliran("/Subtype/Image/Width 9/Height 9/Filter/JPXDecode", &jpx)],
    );
    put(
        "a thousand filters",
        "/XObject<</A §0>>",
        "/A Do",
        vec![aliran(
            &format!("/Subtype/Form/BBox[0 0 9 9]/Filter[{}]", "/FlateDecode/ASCIIHexDecode".repeat(500)),
            b"00",
        )],
    );
    out
}

/// All pages, each as the objects that replace those of a PDF.
pub fn semua(dasar: &Dasar) -> Vec<Jenis> {
    let mut out: Vec<Jenis> = Vec::new();
    for (name, body) in contents() {
        out.push((name.to_owned(), dasar.laman("", "", padat("", &body))));
    }
    for (name, resources, content, objects) in resources() {
        let numbered = |text: &[u8]| {
            // Other bytes than those of the sign stay as they are.
            let mut out = text.to_vec();
            for n in (0..=30).rev() {
                let (from, to) = (format!("§{n}"), format!("{} 0 R", dasar.baru + n));
                while let Some(at) = out.windows(from.len()).position(|part| part == from.as_bytes()) {
                    out.splice(at..at + from.len(), to.bytes());
                }
            }
            out
        };
        let resources = String::from_utf8(numbered(resources.as_bytes())).expect("text");
        let mut all = dasar.laman(&resources, "", aliran("", content.as_bytes()));
        all.extend((dasar.baru..).zip(objects.iter().map(|object| numbered(object))));
        out.push((name.to_owned(), all));
    }
    for (name, more) in [
        ("a giant sheet", "/MediaBox[0 0 1e30 1e30]"),
        ("a sheet of nothing", "/MediaBox[0 0 0 0]/CropBox[9 9 -9 -9]"),
        ("a sheet without numbers", "/MediaBox[/a/b/c/d]/Rotate 2147483648/UserUnit 1e30"),
        ("turned by no angle", "/MediaBox[0 0 600 900]/Rotate -9223372036854775808"),
    ] {
        out.push((name.to_owned(), dasar.laman("", more, aliran("", b"0 0 9 9 re f"))));
    }
    let again = format!("/Contents[{}]", format!("{} 0 R ", dasar.baru + 90).repeat(20_000));
    out.push((
        "one content many times".to_owned(),
        dasar.laman("", &again, padat("", &b"0 0 9 9 re f ".repeat(80_000))),
    ));
    let marks = format!("/Annots[{}]", "<</Type/Annot/Subtype/Square/Rect[0 0 9 9]>>".repeat(50_000));
    out.push(("fifty thousand marks".to_owned(), dasar.laman("", &marks, aliran("", b""))));
    out
}
