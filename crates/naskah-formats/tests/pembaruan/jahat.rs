//! Attacks as they were published: shadow objects, incremental saving, certification, annotations, forms of the file that
//! programs read differently. Each kind in every form of table, alone, with a signature and below one, thrown by a fixed seed.

use super::jujur::{DI_BAWAH, TAK_TERLIHAT, bertanda, rupa};
use super::tulis::{
    BARU, BENTUK, BERKAS, BIDANG, Bagian, Bentuk, ENTRI_BIDANG, ENTRI_HALAMAN, ENTRI_INFO, ENTRI_KATALOG, HALAMAN,
    HURUF, INFO, ISI, KATALOG, LAMPIRAN, META, Objek, POHON, aliran, awal_tabel, dasar, dengan, isi, kamus, nilai,
    ukuran, xmp,
};
use super::{Dadu, weighed};

const FORM: &str = "/AcroForm<</Fields[12 0 R]>>";
/// A number that neither the base nor a signature uses.
const ASING: u32 = 60;

/// The page with more entries, or with one replaced.
fn halaman(from: &str, to: &str) -> (u32, String) {
    let page = format!("{ENTRI_HALAMAN}/Annots[12 0 R]");
    (HALAMAN, kamus(&if from.is_empty() { format!("{page}{to}") } else { page.replace(from, to) }))
}

fn katalog(more: &str) -> (u32, String) {
    (KATALOG, kamus(&format!("{ENTRI_KATALOG}{FORM}{more}")))
}

/// The page with an annotation.
fn catatan(entries: &str) -> Objek {
    let annotation = kamus(&format!("/Type/Annot{entries}"));
    [halaman("[12 0 R]", "[12 0 R 60 0 R]"), (ASING, annotation)].into()
}

/// Objects replaced and added: what the document shows, does or says of itself.
fn isi_jahat(dadu: &mut Dadu) -> Vec<Objek> {
    let script = "<</S/JavaScript/JS(x())>>";
    let (x, y) = (dadu.below(500), 100 + dadu.below(600));
    let rect = format!("/Rect[{x} {y} {} {}]", x + 1 + dadu.below(90), y + 1 + dadu.below(40));
    let look = |entries: &str| -> Objek {
        let mut out = catatan(&format!("{entries}/AP<</N 61 0 R>>"));
        out.insert(61, rupa());
        out
    };
    let mut out: Vec<Objek> = vec![
        [(ISI, aliran("", &isi("9500000")))].into(),
        [halaman("/Contents 5 0 R", "/Contents 60 0 R"), (ASING, aliran("", &isi("9500000")))].into(),
        [halaman("/Contents 5 0 R", "/Contents[5 0 R 60 0 R]"), (ASING, aliran("", "1 g 90 600 400 200 re f"))].into(),
        [halaman("/Contents 5 0 R", "/Contents[60 0 R 5 0 R]"), (ASING, aliran("", "3 Tr"))].into(),
        [halaman("/Contents 5 0 R", "")].into(),
        [halaman("/F 7 0 R", "/F 60 0 R"), (ASING, kamus("/Type/Font/Subtype/Type1/BaseFont/Symbol"))].into(),
        [
            halaman("/Font<</F 7 0 R>>", "/Font<</F 7 0 R>>/ColorSpace<</DefaultGray 60 0 R>>"),
            (ASING, "[/Pattern]".into()),
        ]
        .into(),
        [(HURUF, kamus("/Type/Font/Subtype/Type1/BaseFont/ZapfDingbats"))].into(),
        [(POHON, kamus("/Type/Pages/Count 1/Kids[3 0 R]"))].into(),
        [(POHON, kamus("/Type/Pages/Count 2/Kids[4 0 R 3 0 R]"))].into(),
        [(POHON, kamus("/Type/Pages/Count 3/Kids[3 0 R 4 0 R 60 0 R]")), (ASING, kamus(ENTRI_HALAMAN))].into(),
        [(POHON, kamus("/Type/Pages/Count 2/Kids[3 0 R 4 0 R]/Rotate 90"))].into(),
        [halaman("[0 0 600 900]", "[0 300 600 900]")].into(),
        [halaman("", "/CropBox[0 0 300 300]")].into(),
        [halaman("", "/Rotate 180")].into(),
        [halaman("", "/UserUnit 2")].into(),
        [halaman("", "/Group<</S/Transparency>>")].into(),
        [halaman("", &format!("/AA<</O{script}>>"))].into(),
        [halaman("[12 0 R]", "[]")].into(),
        [halaman("[12 0 R]", "[12 0 R 12 0 R]")].into(),
        [katalog(&format!("/OpenAction{script}"))].into(),
        [katalog(&format!("/AA<</WC{script}>>"))].into(),
        [katalog(&format!("/Names<</JavaScript<</Names[(a){script}]>>>>"))].into(),
        [katalog("/OCProperties<</D<<>>/OCGs[]>>")].into(),
        [katalog("/PageLabels<</Nums[0<</S/r>>]>>")].into(),
        [katalog("/NeedsRendering true")].into(),
        [katalog("/Outlines 60 0 R"), (ASING, kamus("/Type/Outlines"))].into(),
        [katalog("/Collection<</View/T>>")].into(),
        [katalog("/Lang(en)")].into(),
        [katalog("/Version/9.9")].into(),
        [katalog("/Perms<</UR3 60 0 R>>"), (ASING, nilai(""))].into(),
        [katalog("/Perms<</DocMDP 60 0 R>>"), (ASING, kamus("/Type/Sig"))].into(),
        [katalog("/DSS<</Certs[60 0 R]/A<</S/JavaScript>>>>"), (ASING, aliran("", "0x"))].into(),
        [katalog("/Extensions<</ADBE<</A 1>>>>")].into(),
        [(KATALOG, kamus(&format!("{ENTRI_KATALOG}/AcroForm<</Fields[]>>")))].into(),
        [(KATALOG, kamus(&format!("{ENTRI_KATALOG}/AcroForm<</Fields[12 0 R]/XFA(x)>>")))].into(),
        [(KATALOG, kamus(&format!("{ENTRI_KATALOG}/AcroForm<</Fields[12 0 R]/NeedAppearances true>>")))].into(),
        [
            (KATALOG, kamus(&format!("{ENTRI_KATALOG}/AcroForm<</Fields[12 0 R 60 0 R]>>"))),
            (ASING, kamus(&format!("/FT/Tx/AA<</C{script}>>"))),
        ]
        .into(),
        [(KATALOG, kamus(&format!("{}{FORM}", ENTRI_KATALOG.replace("/AF[10 0 R]", ""))))].into(),
        [(KATALOG, kamus(&format!("{}{FORM}", ENTRI_KATALOG.replace("9 0 R", "60 0 R")))), (ASING, xmp("Lain", "x"))]
            .into(),
        [(INFO, kamus(&ENTRI_INFO.replace("Keputusan", "Lain")))].into(),
        [(INFO, kamus(&format!("{ENTRI_INFO}/Author(Lain)")))].into(),
        [(META, xmp("Lain", "2026-03-02"))].into(),
        [(META, aliran("/Type/Metadata", "bukan xml <"))].into(),
        [(BERKAS, aliran("/Type/EmbeddedFile", "nomor: 99"))].into(),
        [(LAMPIRAN, kamus("/Type/Filespec/F(lain.yaml)/UF(lain.yaml)/EF<</F 11 0 R>>"))].into(),
        [(BIDANG, kamus(&format!("{ENTRI_BIDANG}/MK<</BG[1 0 0]>>")))].into(),
        [(BIDANG, kamus(&ENTRI_BIDANG.replace("[300 200 400 240]", "[90 650 400 750]")))].into(),
        [(BIDANG, kamus(&format!("{ENTRI_BIDANG}/A{script}")))].into(),
        [(ASING, kamus("/Lain/Obyek"))].into(),
        [(ASING, aliran("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", "0 0 9 9 re f"))].into(),
        look(&format!("/Subtype/Widget/FT/Tx/T(x)/V(9500000){rect}")),
        look(&format!("/Subtype/Widget/FT/Btn/T(x){rect}")),
        look(&format!("/Subtype/Widget/FT/Sig/T(x){rect}")),
        look(&format!("/Subtype/Widget/FT/Sig/T(x)/V<</Type/Sig/Contents<00>>>{rect}")),
    ];
    let kinds = [
        "Text",
        "FreeText",
        "Line",
        "Square",
        "Circle",
        "Polygon",
        "PolyLine",
        "Highlight",
        "Underline",
        "Squiggly",
        "StrikeOut",
        "Caret",
        "Stamp",
        "Ink",
        "Popup",
        "FileAttachment",
        "Sound",
        "Movie",
        "Screen",
        "PrinterMark",
        "TrapNet",
        "Watermark",
        "3D",
        "Redact",
        "RichMedia",
        "Projection",
        "Link",
        "Lain",
    ];
    let kind = kinds[dadu.below(kinds.len())];
    out.push(catatan(&format!("/Subtype/{kind}{rect}")));
    out.push(look(&format!("/Subtype/{kind}/F 4{rect}")));
    out.push(look(&format!("/Subtype/{kind}/F 2/Rect[0 0 0 0]")));
    out.push(catatan(&format!("/Subtype/Link{rect}/A<</S/URI/URI(http://x)/Next{script}>>")));
    out
}

/// Signatures that are none, or bring something else.
fn tanda_jahat() -> Vec<Objek> {
    let script = "<</S/JavaScript/JS(x())>>";
    let with = |field: &str| bertanda(0, TAK_TERLIHAT, field, "", "");
    let at = |rect: &str| bertanda(0, rect, "", "", "");
    let but = |number: u32, from: &str, to: &str| -> Objek {
        let mut out = bertanda(0, DI_BAWAH, "", "", "");
        let text = out[&number].replacen(from, to, 1);
        assert_ne!(text, out[&number], "{from}");
        out.insert(number, text);
        out
    };
    let (field, value, look) = (BARU, BARU + 1, BARU + 2);
    vec![
        at("95 690 300 720"),
        at("95 650 99 670"),
        at("390 90 450 150"),
        at("0 0 600 900"),
        with(&format!("/A{script}")),
        with(&format!("/AA<</D{script}>>")),
        with("/Parent 2 0 R"),
        with("/OC<</Type/OCG>>"),
        with("/BS<</W 900>>"),
        with("/Kids[3 0 R]"),
        but(field, "/F 132", "/F 12"),
        but(field, "/F 132", "/F 20"),
        but(field, "/P 3 0 R", "/P 4 0 R"),
        but(field, "/FT/Sig", "/FT/Tx"),
        but(field, "/N 22 0 R", "/N 22 0 R/D 22 0 R"),
        but(field, "/N 22 0 R", "/N<</On 22 0 R>>"),
        but(field, "/N 22 0 R", ""),
        but(look, "/BBox[0 0 100 40]", ""),
        but(look, "/BBox[0 0 100 40]", "/BBox[0 0 0 0]"),
        but(look, "/BBox[0 0 100 40]", "/BBox[0 0 100 40]/Matrix[9 0 0 9 0 0]"),
        but(look, "/BBox[0 0 100 40]", "/BBox[0 0 100 40]/OC<</Type/OCG>>"),
        but(look, "/BBox[0 0 100 40]", "/BBox[0 0 100 40]/Ref<</F(x)>>"),
        but(look, "/BBox[0 0 100 40]", "/BBox[0 0 100 40]/Subtype2/PS"),
        but(value, "308006092A", "000006092A"),
        but(value, "/ByteRange[0 1111111111 2222222222 3333333333]", "/ByteRange[0 10 20 30]"),
        but(value, "/ByteRange[0 1111111111 2222222222 3333333333]", ""),
        but(value, "/ByteRange[0 1111111111 ", "/ByteRange[1 1111111111 "),
        but(value, "2222222222 3333333333", "2222222222 3333333333 0 9"),
        but(value, "2222222222 3333333333", "2222222222 20"),
        but(value, "/Type/Sig", "/Type/Sig/A<</S/Launch>>"),
        but(KATALOG, "[12 0 R 20 0 R]", "[12 0 R]"),
        but(KATALOG, "[12 0 R 20 0 R]", "[20 0 R 12 0 R]"),
        but(KATALOG, "[12 0 R 20 0 R]", "[12 0 R 20 0 R 20 0 R]"),
        but(KATALOG, "/SigFlags 3", "/SigFlags 3/CO[20 0 R]"),
        but(HALAMAN, "[12 0 R 20 0 R]", "[20 0 R 12 0 R]"),
    ]
}

/// Forms of the file that programs read differently; the objects themselves are those of an honest signature.
fn bentuk_jahat(base: &[u8], bentuk: Bentuk) -> Vec<Vec<u8>> {
    let honest = bertanda(0, DI_BAWAH, "", "", "");
    let part = Bagian { bentuk, ..Bagian::default() };
    let swap = |from: &str, to: &str| Bagian { ganti: Some((from.to_owned(), to.to_owned())), ..part.clone() };
    let sound = dengan(base, &honest, &part);
    let forged: Objek = [(ISI, aliran("", &isi("9500000")))].into();
    let of = |part: &Bagian| dengan(base, &honest, part);
    let also = |text: &str| [&sound[..], text.as_bytes()].concat();
    let (before, last) = (awal_tabel(base), awal_tabel(&sound));
    let mut out = vec![
        of(&swap("/Root 1 0 R", "/Root 3 0 R")),
        of(&swap("/Info 8 0 R", "/Info 9 0 R")),
        of(&swap("/Info 8 0 R", "")),
        of(&swap("<AA>", "<AB>")),
        of(&swap("/Size ", "/Size 2/Sizes ")),
        of(&swap("/Size ", "/Size 9/X ")),
        of(&Bagian { trailer: "/Encrypt 9 0 R", ..part.clone() }),
        of(&Bagian { trailer: "/XRefStm 9", ..part.clone() }),
        of(&Bagian { trailer: "/Root 3 0 R", ..part.clone() }),
        of(&Bagian { trailer: "/Pr#65v 9", ..part.clone() }),
        of(&Bagian { sebelum: Some(9), ..part.clone() }),
        of(&Bagian { sebelum: Some(base.len() + 1), ..part.clone() }),
        of(&Bagian { sela: "60 0 obj\n<</Asing 1>>\nendobj\n", ..part.clone() }),
        of(&Bagian { sela: "5 0 obj\nnull\nendobj\n", ..part.clone() }),
        of(&Bagian { sela: "%5 0 obj null endobj\n", ..part.clone() }),
        of(&Bagian { sela: "%%EOF\n", ..part.clone() }),
        of(&Bagian { sela: "startxref\n9\n%%EOF\n", ..part.clone() }),
        of(&Bagian { sela: "xref\n0 0\n", ..part.clone() }),
        of(&swap("endobj", "endobj x")),
        of(&swap("22 0 obj", "22 1 obj")),
        of(&swap("22 0 obj", "022 0 obj")),
        of(&swap("22 0 obj", "23 0 obj")),
        of(&swap("/Length ", "/Length 1")),
        of(&swap("/Length ", "/Length 3%")),
        of(&swap("/Length ", "/F(x)/Length ")),
        of(&swap("endstream", "endstreax")),
        of(&swap("stream\n", "stream\r")),
        of(&swap("/Type/Sig", "/Type/Sig/Type/Sig")),
        of(&swap("/Type/Sig", "/Ty#70e/Sig")),
        of(&swap("/M(D:20260302100000Z)", "/M(D\\q)")),
        of(&swap("/M(D:20260302100000Z)", "/M<ABC>")),
        of(&swap("/M(D:20260302100000Z)", "/M 99999999999")),
        of(&swap("/M(D:20260302100000Z)", "/M --1")),
        of(&swap("/M(D:20260302100000Z)", "/M %x\n1")),
        of(&swap("startxref\n", "startxref\n1")),
        of(&swap("%%EOF", "%%EO")),
        also("\n5 0 obj\nnull\nendobj\n"),
        also("\nx"),
        also(&format!("\nstartxref\n{last}\n%%EOF")),
        also(&format!("\nstartxref\n{before}\n%%EOF")),
        also(&format!(
            "\nxref\n0 0\ntrailer\n<</Size 5/Root 1 0 R/Info 8 0 R/ID[<AA><BB>]/Prev {last}>>\nstartxref\n{last}\n%%EOF"
        )),
        // A part that shows something else, and the next that puts things right: a viewer may show either.
        dengan(&dengan(base, &forged, &part), &[(ISI, aliran("", &isi("1500000")))].into(), &part),
        dengan(&dengan(base, &catatan("/Subtype/Square/Rect[90 600 400 800]"), &part), &honest, &part),
        // A signature's look, its place and its value changed by a later part.
        dengan(&sound, &[(BARU + 2, rupa().replace("Ditandatangani", "Ditolak"))].into(), &part),
        dengan(&sound, &[(BARU, honest[&BARU].replace("[60 20", "[61 21"))].into(), &part),
        dengan(&sound, &[(BARU, honest[&BARU].replace("/F 132", "/F 2"))].into(), &part),
        dengan(&sound, &[(BARU + 1, nilai("/Reason(lain)"))].into(), &part),
        // A part that is passed over.
        dengan(&dengan(base, &forged, &part), &honest, &Bagian { sebelum: Some(before), ..part.clone() }),
    ];
    if matches!(bentuk, Bentuk::Tabel | Bentuk::Hibrida | Bentuk::Tersembunyi) {
        let number = if bentuk == Bentuk::Hibrida { BARU + 1 } else { HALAMAN };
        let line = |number: u32| {
            let text = String::from_utf8_lossy(&sound);
            let at = text.rfind(&format!("\n{number} 1\n")).expect("a line") + 1;
            text[at..text[at..].find(" n \n").expect("its end") + at + 4].to_owned()
        };
        let (one, two) = (line(number), line(BARU + 2));
        out.extend([
            of(&swap(&two, &format!("{two}{two}"))),
            of(&swap(&two, &format!("{two}{one}"))),
            of(&swap(&two, &format!("5 1\n0000000000 00001 f \n{two}"))),
            of(&swap(&two, &format!("6 1\n0000000000 65535 f \n{two}"))),
            of(&swap(&two, &two.replace("00000 n", "00001 n"))),
            of(&swap(&two, &two.replace("00000 n", "00000 f"))),
            of(&swap(&two, &two.replace(" n \n", " n\n"))),
            of(&swap(&two, "")),
            of(&swap("xref\n0 1", "xref\n1 1")),
            of(&swap("0000000000 65535 f", "0000000009 65535 n")),
            of(&swap(&format!("/Prev {before}"), &format!("/Prev {last}"))),
        ]);
    }
    if bentuk != Bentuk::Tabel {
        out.extend([
            of(&swap("/W[1 4 1]", "/W[1 3 2]")),
            of(&swap("/W[1 4 1]", "/W[1 4 1 1]")),
            of(&swap("/Index[", "/Index[5 1 ")),
            of(&swap("/Type/XRef", "/Type/XRee")),
            of(&swap("/Type/XRef", "/Type/XRef/Extends 9 0 R")),
        ]);
    }
    if matches!(bentuk, Bentuk::Hibrida | Bentuk::Tersembunyi) {
        let place = String::from_utf8_lossy(&sound).rfind("/XRefStm ").expect("a place");
        let text = String::from_utf8_lossy(&sound)[place..].split('>').next().expect("its end").to_owned();
        out.extend([
            of(&swap(&text, "")),
            of(&swap(&text, &text.replace("/XRefStm ", "/XRefStm 1"))),
            of(&swap(&text, &format!("{text}{text}"))),
            of(&swap(&text, "/XRefStm 20")),
            of(&swap("xref\n0 1\n0000000000 65535 f \n", "xref\n0 1\n0000000000 65535 f \n4 1\n0000000000 65535 f \n")),
            of(&swap(
                "xref\n0 1\n0000000000 65535 f \n",
                "xref\n0 1\n0000000000 65535 f \n13 1\n0000000000 65535 f \n",
            )),
        ]);
    }
    if bentuk != Bentuk::Tabel {
        // What holds objects or a table under the number of something that is there.
        let pack = ukuran(base).max(BARU + 3);
        let taken = [KATALOG, ISI, META, BERKAS, ukuran(base) - 1];
        out.extend(taken.map(|number| of(&Bagian { nomor: Some(number), ..part.clone() })));
        let proof: Objek = [(70, aliran("", "0\u{3}\u{4}\u{1}x"))].into();
        let second: Objek = bertanda(0, DI_BAWAH, "", "/DSS<</Certs[70 0 R]>>", "");
        let second = second.into_iter().filter(|(number, _)| *number == KATALOG).chain(proof).collect();
        out.push(dengan(&sound, &second, &Bagian { nomor: Some(pack), ..part.clone() }));
    }
    if matches!(bentuk, Bentuk::Padat | Bentuk::Hibrida) {
        out.extend([
            of(&swap("/Type/ObjStm", "/Type/ObjStm/Extends 9 0 R")),
            of(&swap("/Type/ObjStm/N ", "/Type/ObjStm/N 1")),
            of(&swap("/First ", "/First 1")),
            of(&swap("/Type/ObjStm", "/Type/Lain")),
            of(&swap("stream\n1 0 ", "stream\n5 0 ")),
            of(&swap("stream\n1 0 ", "stream\n1 1 ")),
            of(&swap("stream\n1 0 ", "stream\n 1 0")),
        ]);
    }
    out
}

#[test]
fn no_attack_goes_unseen() {
    let base = dasar();
    let mut dadu = Dadu(14);
    let mut count = 0;
    let mut unseen = Vec::new();
    let mut look = |what: String, bytes: &[u8]| {
        count += 1;
        if weighed(&base, bytes).perubahan.is_empty() {
            unseen.push(what);
        }
    };
    let signature = || bertanda(0, TAK_TERLIHAT, "", "", "");
    for bentuk in BENTUK {
        let part = Bagian { bentuk, ..Bagian::default() };
        let signed = dengan(&base, &signature(), &part);
        for round in 0..2 {
            for (kind, objects) in isi_jahat(&mut dadu).into_iter().enumerate() {
                // Alone; in one part with a signature, where both may stand together; below a signature.
                look(format!("{bentuk:?} isi {kind} {round}"), &dengan(&base, &objects, &part));
                let mut both = signature();
                both.extend(objects.clone());
                look(format!("{bentuk:?} isi {kind} {round} bersama"), &dengan(&base, &both, &part));
                if round == 0 {
                    look(format!("{bentuk:?} isi {kind} sesudah"), &dengan(&signed, &objects, &part));
                    let before = dengan(&base, &objects, &part);
                    look(format!("{bentuk:?} isi {kind} sebelum"), &dengan(&before, &signature(), &part));
                }
            }
        }
        for (kind, objects) in tanda_jahat().into_iter().enumerate() {
            look(format!("{bentuk:?} tanda {kind}"), &dengan(&base, &objects, &part));
        }
        for (kind, bytes) in bentuk_jahat(&base, bentuk).into_iter().enumerate() {
            look(format!("{bentuk:?} bentuk {kind}"), &bytes);
        }
    }
    assert_eq!(unseen, [""; 0]);
    assert!(count >= 500, "{count}");
}
