//! What the objects of a signature may hold: for each kind of dictionary its entries, for each entry its values. What is not
//! written here belongs to no signature.

/// An entry of a dictionary, and what it may be.
pub(super) type Entri = (&'static str, Boleh);

/// What a value may be.
pub(super) enum Boleh {
    /// One of these names.
    Nama(&'static [&'static str]),
    /// A name that programs give; where it can be seen it is told, and weighed by its words.
    Sandi,
    /// A text; it is told, and weighed by its words.
    Teks,
    /// One of these texts.
    Baku(&'static [&'static str]),
    /// A moment.
    Saat,
    /// Yes or no.
    Benar,
    /// A whole number, from the first to the last.
    Bulat(i64, i64),
    /// A number.
    Angka,
    /// A digest, which is no text.
    Sidik,
    /// Bytes of a table of colours or shapes.
    Bita,
    /// The name of a field of the form.
    Bidang,
    /// The style in which programs write into fields.
    Gaya,
    /// A proof: a stream that is one value of ASN.1.
    Bukti,
    /// The catalogue itself.
    Katalog,
    /// Any number of one kind.
    Daftar(&'static Boleh),
    /// What is written elsewhere here.
    Ini(&'static Boleh),
    /// Any of several kinds.
    Atau(&'static [Boleh]),
    /// A dictionary.
    Kamus(&'static [Entri]),
    /// A dictionary whose entries have names of their own; of these, if any are given.
    Bernama(&'static [&'static str], &'static Boleh),
    /// Proofs by the digest of what they prove.
    Terbukti(&'static Boleh),
    /// A stream.
    Aliran(&'static [Entri]),
}

use Boleh::{
    Aliran, Angka, Atau, Baku, Benar, Bernama, Bidang, Bita, Bukti, Bulat, Daftar, Gaya, Ini, Kamus, Katalog, Nama,
    Saat, Sandi, Sidik, Teks, Terbukti,
};

/// A signature's value, but for the signed bytes, which are looked at apart.
pub(super) static NILAI: Boleh = Kamus(&[
    ("Type", Nama(&["Sig", "DocTimeStamp"])),
    ("Filter", Nama(&["Adobe.PPKLite", "Adobe.PPKMS"])),
    ("SubFilter", Nama(&["adbe.pkcs7.detached", "ETSI.CAdES.detached", "ETSI.RFC3161"])),
    ("ByteRange", Daftar(&Bulat(0, i64::MAX))),
    ("Contents", Bita),
    ("M", Saat),
    ("Name", Teks),
    ("Reason", Teks),
    ("Location", Teks),
    ("ContactInfo", Teks),
    ("V", Bulat(0, 1)),
    ("Reference", Daftar(&ACUAN)),
    ("Prop_Build", Kamus(&[("App", PROGRAM), ("Filter", PROGRAM), ("PubSec", PROGRAM), ("SigQ", PROGRAM)])),
]);

/// A program that took part in signing.
const PROGRAM: Boleh = Kamus(&[
    ("Name", Sandi),
    ("Date", Teks),
    ("REx", Teks),
    ("OS", Daftar(&Sandi)),
    ("R", Bulat(0, 0x03FF_FFFF)),
    ("V", Bulat(0, 9)),
    ("TrustedMode", Benar),
    ("NonEFontNoWarn", Benar),
    ("PreRelease", Benar),
    ("Preview", Benar),
]);

/// What a signature says may still be changed.
static ACUAN: Boleh = Kamus(&[
    ("Type", Nama(&["SigRef"])),
    ("TransformMethod", Nama(&["DocMDP", "FieldMDP"])),
    ("TransformParams", Kamus(IZIN)),
    ("Data", Katalog),
    ("DigestMethod", Nama(&["MD5", "SHA1", "SHA256", "SHA384", "SHA512", "RIPEMD160"])),
    ("DigestValue", Sidik),
    ("DigestLocation", Daftar(&Bulat(0, 0))),
]);

const IZIN: &[Entri] = &[
    ("Type", Nama(&["TransformParams", "SigFieldLock"])),
    ("V", Nama(&["1.2"])),
    ("P", Bulat(1, 3)),
    ("Action", Nama(&["All", "Include", "Exclude"])),
    ("Fields", Daftar(&Bidang)),
];

/// A signed field and its place on the page, but for its value.
pub(super) static BIDANG: &[Entri] = &[
    ("Type", Nama(&["Annot"])),
    ("Subtype", Nama(&["Widget"])),
    ("FT", Nama(&["Sig"])),
    ("Ff", Bulat(0, 7)),
    ("T", Teks),
    ("TU", Teks),
    ("TM", Teks),
    ("NM", Teks),
    ("M", Saat),
    ("Rect", Daftar(&Angka)),
    // No flag that changes size or place: hidden, printed, not viewed, read-only, locked.
    ("F", Bulat(0, 2 | 4 | 32 | 64 | 128 | 512)),
    ("AP", Kamus(&[("N", Ini(&LUKISAN))])),
    ("MK", Kamus(&[("R", Bulat(0, 0)), ("BC", Daftar(&Angka)), ("BG", Daftar(&Angka))])),
    ("DA", Gaya),
    ("Lock", Kamus(IZIN)),
    (
        "SV",
        Kamus(&[
            ("Type", Nama(&["SV"])),
            ("Ff", Bulat(0, 0x1FF)),
            ("Filter", Nama(&["Adobe.PPKLite"])),
            ("SubFilter", Daftar(&Nama(&["adbe.pkcs7.detached", "ETSI.CAdES.detached"]))),
            (
                "DigestMethod",
                Daftar(&Baku(&["SHA1", "SHA256", "SHA384", "SHA512", "sha1", "sha256", "sha384", "sha512"])),
            ),
            ("V", Bulat(1, 3)),
            ("AddRevInfo", Benar),
            ("MDP", Kamus(&[("P", Bulat(0, 3))])),
            ("Reasons", Daftar(&Teks)),
        ]),
    ),
];

/// What proves signatures later.
pub(super) static DSS: Boleh = Kamus(&[
    ("Type", Nama(&["DSS"])),
    ("Certs", Daftar(&Bukti)),
    ("CRLs", Daftar(&Bukti)),
    ("OCSPs", Daftar(&Bukti)),
    (
        "VRI",
        Terbukti(&Kamus(&[
            ("Type", Nama(&["VRI"])),
            ("Cert", Daftar(&Bukti)),
            ("CRL", Daftar(&Bukti)),
            ("OCSP", Daftar(&Bukti)),
            ("TU", Saat),
            ("TS", Bukti),
        ])),
    ),
]);

/// Which extensions of PDF are used.
pub(super) static PERLUASAN: Boleh =
    Kamus(&[("Type", Nama(&["Extensions"])), ("ADBE", SATU_PERLUASAN), ("ESIC", SATU_PERLUASAN), ("ISO_", BEBERAPA)]);

const SATU_PERLUASAN: Boleh = Kamus(&[
    ("Type", Nama(&["DeveloperExtensions"])),
    ("BaseVersion", Nama(&["1.7", "2.0"])),
    ("ExtensionLevel", Atau(&[Bulat(1, 11), Bulat(24064, 24064), Bulat(24654, 24654), Bulat(32001, 32009)])),
    ("ExtensionRevision", Baku(&[":2020", ":2021", ":2022", ":2023", ":2024"])),
    (
        "URL",
        Baku(&[
            "https://www.iso.org/standard/45874.html",
            "https://www.iso.org/standard/45875.html",
            "https://www.iso.org/standard/45876.html",
        ]),
    ),
]);

const BEBERAPA: Boleh = Atau(&[SATU_PERLUASAN, Daftar(&SATU_PERLUASAN)]);

/// Entries of the form, but for its fields.
pub(super) static FORMULIR: &[Entri] =
    &[("SigFlags", Bulat(1, 3)), ("DR", Ini(&SUMBER_FORMULIR)), ("DA", Gaya), ("Q", Bulat(0, 2))];

/// Names of fonts that programs know of themselves, as forms call them.
pub(super) const HURUF_FORMULIR: &[&str] = &[
    "Helv", "HeBo", "HeBO", "HeBI", "HeOb", "HeIt", "Cour", "CoBo", "CoBO", "CoOb", "TiRo", "TiBo", "TiBI", "TiIt",
    "ZaDb", "Symb",
];

/// Fonts of a form, by those names; no font of another shape or encoding.
static SUMBER_FORMULIR: Boleh = Kamus(&[
    (
        "Font",
        Bernama(
            HURUF_FORMULIR,
            &Kamus(&[
                ("Type", Nama(&["Font"])),
                ("Subtype", Nama(&["Type1"])),
                ("Name", Nama(HURUF_FORMULIR)),
                ("Encoding", Nama(&["WinAnsiEncoding", "StandardEncoding", "PDFDocEncoding"])),
                (
                    "BaseFont",
                    Nama(&[
                        "Helvetica",
                        "Helvetica-Bold",
                        "Helvetica-Oblique",
                        "Helvetica-BoldOblique",
                        "Courier",
                        "Courier-Bold",
                        "Courier-Oblique",
                        "Courier-BoldOblique",
                        "Times-Roman",
                        "Times-Bold",
                        "Times-Italic",
                        "Times-BoldItalic",
                        "ZapfDingbats",
                        "Symbol",
                    ]),
                ),
            ]),
        ),
    ),
    (
        "Encoding",
        Kamus(&[(
            "PDFDocEncoding",
            Kamus(&[("Type", Nama(&["Encoding"])), ("Differences", Daftar(&Atau(&[Bulat(0, 255), Sandi])))]),
        )]),
    ),
]);

/// The look of a signature, and each drawing in it.
static LUKISAN: Boleh = Aliran(&[
    ("Type", Nama(&["XObject"])),
    ("Subtype", Nama(&["Form"])),
    ("FormType", Bulat(1, 1)),
    ("BBox", Daftar(&Angka)),
    ("Matrix", Daftar(&Angka)),
    ("Resources", Ini(&SUMBER)),
    (
        "Group",
        Kamus(&[
            ("Type", Nama(&["Group"])),
            ("S", Nama(&["Transparency"])),
            ("CS", Ini(&WARNA)),
            ("I", Benar),
            ("K", Benar),
        ]),
    ),
]);

static SUMBER: Boleh = Kamus(&[
    ("Font", Bernama(&[], &HURUF)),
    ("XObject", Bernama(&[], &Atau(&[Ini(&LUKISAN), Ini(&GAMBAR)]))),
    ("ExtGState", Bernama(&[], &KEADAAN)),
    ("ColorSpace", Bernama(&[], &WARNA)),
    ("Pattern", Bernama(&[], &POLA)),
    ("Shading", Bernama(&[], &PADUAN)),
    ("ProcSet", Daftar(&Nama(&["PDF", "Text", "ImageB", "ImageC", "ImageI"]))),
]);

/// A picture; one within it masks it.
static GAMBAR: Boleh = Aliran(&[
    ("Type", Nama(&["XObject"])),
    ("Subtype", Nama(&["Image"])),
    ("Name", Sandi),
    ("Width", Bulat(1, 100_000)),
    ("Height", Bulat(1, 100_000)),
    ("BitsPerComponent", Bulat(1, 16)),
    ("ColorSpace", Ini(&WARNA)),
    ("Decode", Daftar(&Angka)),
    ("Intent", Nama(MAKSUD)),
    ("ImageMask", Benar),
    ("Interpolate", Benar),
    ("Mask", Atau(&[Ini(&GAMBAR), Daftar(&Angka)])),
    ("SMask", Ini(&GAMBAR)),
    ("SMaskInData", Bulat(0, 2)),
    ("Matte", Daftar(&Angka)),
]);

const MAKSUD: &[&str] = &["AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual"];

static WARNA: Boleh = Atau(&[
    Nama(&[
        "DeviceGray",
        "DeviceRGB",
        "DeviceCMYK",
        "CalGray",
        "CalRGB",
        "Lab",
        "ICCBased",
        "Indexed",
        "Separation",
        "DeviceN",
        "Pattern",
        "All",
        "None",
        "Black",
        "Cyan",
        "Magenta",
        "Yellow",
    ]),
    Bulat(0, 255),
    Bita,
    Daftar(&WARNA),
    Aliran(&[("N", Bulat(1, 4)), ("Alternate", Ini(&WARNA)), ("Range", Daftar(&Angka))]),
    Kamus(&[
        ("WhitePoint", Daftar(&Angka)),
        ("BlackPoint", Daftar(&Angka)),
        ("Gamma", Atau(&[Angka, Daftar(&Angka)])),
        ("Matrix", Daftar(&Angka)),
        ("Range", Daftar(&Angka)),
    ]),
    Ini(&FUNGSI),
]);

static FUNGSI: Boleh = Atau(&[
    Kamus(&[
        ("FunctionType", Bulat(2, 3)),
        ("Domain", Daftar(&Angka)),
        ("Range", Daftar(&Angka)),
        ("N", Angka),
        ("C0", Daftar(&Angka)),
        ("C1", Daftar(&Angka)),
        ("Functions", Daftar(&FUNGSI)),
        ("Bounds", Daftar(&Angka)),
        ("Encode", Daftar(&Angka)),
    ]),
    Aliran(&[
        ("FunctionType", Atau(&[Bulat(0, 0), Bulat(4, 4)])),
        ("Domain", Daftar(&Angka)),
        ("Range", Daftar(&Angka)),
        ("Size", Daftar(&Angka)),
        ("BitsPerSample", Bulat(1, 32)),
        ("Order", Bulat(1, 3)),
        ("Encode", Daftar(&Angka)),
        ("Decode", Daftar(&Angka)),
    ]),
    Daftar(&FUNGSI),
]);

static POLA: Boleh = Atau(&[
    Aliran(&[
        ("Type", Nama(&["Pattern"])),
        ("PatternType", Bulat(1, 1)),
        ("PaintType", Bulat(1, 2)),
        ("TilingType", Bulat(1, 3)),
        ("BBox", Daftar(&Angka)),
        ("XStep", Angka),
        ("YStep", Angka),
        ("Matrix", Daftar(&Angka)),
        ("Resources", Ini(&SUMBER)),
    ]),
    Kamus(&[
        ("Type", Nama(&["Pattern"])),
        ("PatternType", Bulat(2, 2)),
        ("Matrix", Daftar(&Angka)),
        ("Shading", Ini(&PADUAN)),
        ("ExtGState", Ini(&KEADAAN)),
    ]),
]);

static PADUAN: Boleh = Kamus(&[
    ("ShadingType", Bulat(1, 3)),
    ("ColorSpace", Ini(&WARNA)),
    ("Background", Daftar(&Angka)),
    ("BBox", Daftar(&Angka)),
    ("AntiAlias", Benar),
    ("Coords", Daftar(&Angka)),
    ("Domain", Daftar(&Angka)),
    ("Matrix", Daftar(&Angka)),
    ("Function", Ini(&FUNGSI)),
    ("Extend", Daftar(&Benar)),
]);

static KEADAAN: Boleh = Kamus(&[
    ("Type", Nama(&["ExtGState"])),
    ("LW", Angka),
    ("LC", Bulat(0, 2)),
    ("LJ", Bulat(0, 2)),
    ("ML", Angka),
    ("D", Daftar(&Atau(&[Angka, Daftar(&Angka)]))),
    ("RI", Nama(MAKSUD)),
    ("OP", Benar),
    ("op", Benar),
    ("OPM", Bulat(0, 1)),
    ("FL", Angka),
    ("SM", Angka),
    ("SA", Benar),
    ("BM", Nama(&["Normal", "Compatible", "Multiply", "Screen", "Darken", "Lighten"])),
    ("CA", Angka),
    ("ca", Angka),
    ("AIS", Benar),
    ("TK", Benar),
    (
        "SMask",
        Atau(&[
            Nama(&["None"]),
            Kamus(&[
                ("Type", Nama(&["Mask"])),
                ("S", Nama(&["Alpha", "Luminosity"])),
                ("G", Ini(&LUKISAN)),
                ("BC", Daftar(&Angka)),
            ]),
        ]),
    ),
]);

static HURUF: Boleh = Kamus(&[
    ("Type", Nama(&["Font"])),
    ("Subtype", Nama(&["Type0", "Type1", "Type3", "MMType1", "TrueType", "CIDFontType0", "CIDFontType2"])),
    ("BaseFont", Sandi),
    ("Name", Sandi),
    ("FirstChar", Bulat(0, 255)),
    ("LastChar", Bulat(0, 255)),
    ("Widths", Daftar(&Angka)),
    (
        "Encoding",
        Atau(&[
            Nama(PENYANDIAN),
            Kamus(&[
                ("Type", Nama(&["Encoding"])),
                ("BaseEncoding", Nama(PENYANDIAN)),
                ("Differences", Daftar(&Atau(&[Bulat(0, 255), Sandi]))),
            ]),
        ]),
    ),
    ("FontDescriptor", Kamus(PERIAN)),
    ("ToUnicode", Aliran(&[])),
    ("DescendantFonts", Daftar(&HURUF)),
    ("CIDSystemInfo", Kamus(&[("Registry", Teks), ("Ordering", Teks), ("Supplement", Bulat(0, 9))])),
    ("CIDToGIDMap", Atau(&[Nama(&["Identity"]), Aliran(&[])])),
    ("DW", Angka),
    ("W", Daftar(&Atau(&[Angka, Daftar(&Angka)]))),
    ("DW2", Daftar(&Angka)),
    ("W2", Daftar(&Atau(&[Angka, Daftar(&Angka)]))),
    ("FontBBox", Daftar(&Angka)),
    ("FontMatrix", Daftar(&Angka)),
    ("CharProcs", Bernama(&[], &Aliran(&[]))),
    ("Resources", Ini(&SUMBER)),
]);

const PENYANDIAN: &[&str] = &[
    "WinAnsiEncoding",
    "MacRomanEncoding",
    "StandardEncoding",
    "MacExpertEncoding",
    "PDFDocEncoding",
    "Identity-H",
    "Identity-V",
];

const PERIAN: &[Entri] = &[
    ("Type", Nama(&["FontDescriptor"])),
    ("FontName", Sandi),
    ("FontFamily", Teks),
    ("FontStretch", Nama(&["Condensed", "SemiCondensed", "Normal", "SemiExpanded", "Expanded"])),
    ("FontWeight", Angka),
    ("Flags", Bulat(0, 0xFFFF_FFFF)),
    ("FontBBox", Daftar(&Angka)),
    ("ItalicAngle", Angka),
    ("Ascent", Angka),
    ("Descent", Angka),
    ("Leading", Angka),
    ("CapHeight", Angka),
    ("XHeight", Angka),
    ("StemV", Angka),
    ("StemH", Angka),
    ("AvgWidth", Angka),
    ("MaxWidth", Angka),
    ("MissingWidth", Angka),
    ("CharSet", Teks),
    ("CIDSet", Aliran(&[])),
    ("Style", Kamus(&[("Panose", Bita)])),
    ("FontFile", ISI_HURUF),
    ("FontFile2", ISI_HURUF),
    ("FontFile3", ISI_HURUF),
];

const ISI_HURUF: Boleh = Aliran(&[
    ("Subtype", Nama(&["Type1C", "CIDFontType0C", "OpenType"])),
    ("Length1", Angka),
    ("Length2", Angka),
    ("Length3", Angka),
]);

/// How a stream is written.
pub(super) static TERTULIS: &[Entri] = &[
    ("Length", Bulat(0, i64::MAX)),
    ("Filter", Atau(&[SARINGAN, Daftar(&SARINGAN)])),
    ("DecodeParms", Atau(&[Kamus(SETELAN), Daftar(&Kamus(SETELAN))])),
];

const SARINGAN: Boleh =
    Nama(&["FlateDecode", "ASCII85Decode", "DCTDecode", "JPXDecode", "CCITTFaxDecode", "RunLengthDecode", "LZWDecode"]);

const SETELAN: &[Entri] = &[
    ("Predictor", Bulat(1, 15)),
    ("Colors", Bulat(1, 4)),
    ("BitsPerComponent", Bulat(1, 16)),
    ("Columns", Bulat(1, 100_000)),
    ("Rows", Bulat(0, 100_000)),
    ("K", Bulat(-1, 100)),
    ("BlackIs1", Benar),
    ("EncodedByteAlign", Benar),
    ("EndOfLine", Benar),
    ("EndOfBlock", Benar),
    ("ColorTransform", Bulat(0, 1)),
    ("EarlyChange", Bulat(0, 1)),
];
