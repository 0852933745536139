//! Kinds of updates that bring something with a signature: each is an honest signature with one thing put in or exchanged.
//! The first half was in sight when what may follow was written down; the second was written before and kept aside.

mod tersimpan;

use super::jujur::{DI_BAWAH, bertanda};
use super::tulis::{
    BARU, BENTUK, BIDANG, Bagian, ENTRI_BIDANG, ENTRI_HALAMAN, ENTRI_INFO, INFO, KATALOG, LAMPIRAN, META, Objek,
    aliran, dasar, dengan, kamus, sidik_kosong, xmp,
};
use super::weighed;

const FIELD: u32 = BARU;
const VALUE: u32 = BARU + 1;
const LOOK: u32 = BARU + 2;
const PAGE: u32 = super::tulis::HALAMAN;
/// Numbers that neither the base nor a signature uses.
const ASING: u32 = 60;

/// A kind: its name, the objects.
type Siasat = (&'static str, Objek);

/// An honest visible signature.
fn jujur() -> Objek {
    bertanda(0, DI_BAWAH, "", "", "")
}

/// With one text of an object exchanged, and more objects.
fn tukar(number: u32, from: &str, to: &str, more: &[(u32, String)]) -> Objek {
    let mut out = jujur();
    let text = out[&number].replacen(from, to, 1);
    assert_ne!(text, out[&number], "{from}");
    out.insert(number, text);
    out.extend(more.iter().cloned());
    out
}

/// With more entries in an object's dictionary.
fn isi(number: u32, more: &str, others: &[(u32, String)]) -> Objek {
    tukar(number, "<<", &format!("<<{more}"), others)
}

/// With more entries in the form of the catalogue.
fn formulir(more: &str, others: &[(u32, String)]) -> Objek {
    tukar(KATALOG, "/SigFlags 3", &format!("/SigFlags 3{more}"), others)
}

const RUPA: &str = "/Type/XObject/Subtype/Form/BBox[0 0 100 40]";
const BERHURUF: &str = "/Resources<</Font<</F 7 0 R>>>>";

/// With another look: more entries, its content.
fn rupa(entries: &str, content: &str, others: &[(u32, String)]) -> Objek {
    let mut out = jujur();
    out.insert(LOOK, aliran(&format!("{RUPA}{entries}"), content));
    out.extend(others.iter().cloned());
    out
}

fn tulisan(text: &str) -> String {
    format!("q BT /F 8 Tf 2 2 Td ({text}) Tj ET Q")
}

/// With objects in the place of those of the base, or beside them.
fn ganti(others: &[(u32, String)]) -> Objek {
    let mut out = jujur();
    out.extend(others.iter().cloned());
    out
}

fn satu(text: String) -> [(u32, String); 1] {
    [(ASING, text)]
}

fn helvetica() -> [(u32, String); 1] {
    satu(kamus("/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding"))
}

fn sertifikat(text: &str) -> [(u32, String); 1] {
    satu(aliran("", text))
}

fn acuan(entries: &str) -> Objek {
    isi(VALUE, &format!("/Reference[<</Type/SigRef/Data 1 0 R{entries}>>]"), &[])
}

/// Metadata with more in them.
fn xmp_dengan(inner: &str) -> String {
    let text = xmp("Keputusan", "2026-03-02");
    let xml = text.split_once("stream\n").and_then(|(_, rest)| rest.strip_suffix("\nendstream")).expect("a stream");
    aliran("/Type/Metadata/Subtype/XML", &xml.replace("</rdf:RDF>", &format!("{inner}</rdf:RDF>")))
}

/// The half that was in sight.
fn terlihat() -> Vec<Siasat> {
    vec![
        ("font name with words", formulir("/DR<</Font<</Helv#20HONOR#209500000 60 0 R>>>>", &helvetica())),
        (
            "font names that spell",
            formulir("/DR<</Font<</D 60 0 R/I 60 0 R/C 60 0 R/A 60 0 R/B 60 0 R/U 60 0 R/T 60 0 R>>>>", &helvetica()),
        ),
        ("font of the form's text", formulir("/DA(/DICABUT 0 Tf 0 g)", &[])),
        ("viewer hides its bars", isi(KATALOG, "/ViewerPreferences<</HideToolbar true>>", &[])),
        ("full screen", isi(KATALOG, "/PageMode/FullScreen", &[])),
        (
            "outline with a title",
            isi(
                KATALOG,
                "/Outlines 60 0 R",
                &[(60, kamus("/First 61 0 R/Last 61 0 R/Count 1")), (61, kamus("/Title(DICABUT)/Parent 60 0 R"))],
            ),
        ),
        (
            "structure that reads otherwise",
            isi(KATALOG, "/StructTreeRoot 60 0 R", &satu(kamus("/Type/StructTreeRoot/K<</S/P/ActualText(DICABUT)>>"))),
        ),
        (
            "layers switched off",
            isi(KATALOG, "/OCProperties<</OCGs[60 0 R]/D<</OFF[60 0 R]>>>>", &satu(kamus("/Type/OCG/Name(x)"))),
        ),
        (
            "another file belongs to it",
            tukar(
                KATALOG,
                "/AF[10 0 R]",
                "/AF[10 0 R 60 0 R]",
                &satu(kamus("/Type/Filespec/F(x.yaml)/EF<</F 11 0 R>>")),
            ),
        ),
        ("base of links", isi(KATALOG, "/URI<</Base(http://x)>>", &[])),
        ("threads", isi(KATALOG, "/Threads[60 0 R]", &satu(kamus("/Type/Thread/I<</Title(DICABUT)>>")))),
        ("requirements", isi(KATALOG, "/Requirements[<</S/EnableJavaScripts>>]", &[])),
        (
            "extension with a text",
            isi(KATALOG, "/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 5/URL(dicabut)>>>>", &[]),
        ),
        ("parts of the document", isi(KATALOG, "/DPartRoot 60 0 R", &satu(kamus("/Type/DPartRoot")))),
        (
            "proof with a note",
            isi(KATALOG, "/DSS<</Certs[60 0 R]/Note(DICABUT)>>", &sertifikat("0\u{c}\u{4}\u{a}sertifikat")),
        ),
        ("certificate that is a text", isi(KATALOG, "/DSS<</Certs[60 0 R]>>", &sertifikat("KEPUTUSAN DICABUT"))),
        (
            "proof with a word for a moment",
            isi(
                KATALOG,
                "/DSS<</VRI<</AAAABBBBCCCCDDDDEEEEFFFF0000111122223333<</Cert[60 0 R]/TU(DICABUT)>>>>>>",
                &sertifikat("0\u{c}\u{4}\u{a}sertifikat"),
            ),
        ),
        ("usage rights", isi(KATALOG, "/Perms<</DocMDP 21 0 R/UR3 21 0 R>>", &[])),
        (
            "locked field of a name",
            acuan(
                "/TransformMethod/FieldMDP/TransformParams<</Type/TransformParams/Action/Include/Fields[(HONOR 9500000)]/V/1.2>>",
            ),
        ),
        ("number of seconds", isi(VALUE, "/Prop_AuthTime 9500000", &[])),
        ("numbers of changes", isi(VALUE, "/Changes[1500000 9500000 0]", &[])),
        ("version of a signature", isi(VALUE, "/V 9500000", &[])),
        (
            "build with a word for a date",
            isi(VALUE, "/Prop_Build<</Filter<</Name/Adobe.PPKLite/Date(DICABUT)/R 131104>>>>", &[]),
        ),
        ("contact with words", isi(VALUE, "/ContactInfo(Keputusan ini dicabut)", &[])),
        ("reason that revokes", isi(VALUE, "/Reason(Keputusan ini dicabut)", &[])),
        ("words in pieces", isi(VALUE, "/Name(HONOR)/Location(9500000)", &[])),
        ("certificate that is a word", isi(VALUE, "/Cert(DICABUT)", &[])),
        ("moment with digits behind", tukar(VALUE, "D:20260302100000Z", "D:20260302100000Z9500000", &[])),
        ("moment of no calendar", tukar(VALUE, "D:20260302100000Z", "D:20269900000000Z", &[])),
        ("subfilter of words", tukar(VALUE, "/SubFilter/ETSI.CAdES.detached", "/SubFilter/DICABUT", &[])),
        ("text within the proof", tukar(VALUE, &sidik_kosong(), &format!("{}4B45505554555341", sidik_kosong()), &[])),
        ("time stamp with a reason", tukar(VALUE, "/Type/Sig/", "/Type/DocTimeStamp/Reason(dicabut)/", &[])),
        ("tooltip", isi(FIELD, "/TU(Keputusan dicabut)", &[])),
        ("name of the field revokes", tukar(FIELD, "/T(TTE0)", "/T(Keputusan dicabut)", &[])),
        ("default value", isi(FIELD, "/DV(9500000)", &[])),
        ("caption", isi(FIELD, "/MK<</CA(DICABUT)>>", &[])),
        ("thick border", isi(FIELD, "/Border[0 0 30]", &[])),
        ("contents of the widget", isi(FIELD, "/Contents(DICABUT)", &[])),
        ("moment of the widget", isi(FIELD, "/M(DICABUT)", &[])),
        ("structure of the widget", isi(FIELD, "/StructParent 0", &[])),
        ("seed reasons", isi(FIELD, "/SV<</Type/SV/Reasons[(DICABUT)]/Ff 8>>", &[])),
        ("lock with a name", isi(FIELD, "/Lock<</Type/SigFieldLock/Action/Include/Fields[(DICABUT)]>>", &[])),
        (
            "look under the pointer",
            tukar(
                FIELD,
                "/N 22 0 R",
                "/N 22 0 R/R 60 0 R",
                &satu(aliran(&format!("{RUPA}{BERHURUF}"), &tulisan("DICABUT"))),
            ),
        ),
        ("state of the look", isi(FIELD, "/AS/DICABUT", &[])),
        (
            "popup of the widget",
            isi(
                FIELD,
                "/Popup 60 0 R",
                &satu(kamus("/Type/Annot/Subtype/Popup/Rect[60 300 300 500]/Open true/Parent 20 0 R")),
            ),
        ),
        ("opacity of the widget", isi(FIELD, "/CA 0.1/BM/Multiply", &[])),
        ("shown when printed alone", tukar(FIELD, "/F 132", "/F 420", &[])),
        ("strip over a number", tukar(FIELD, DI_BAWAH, "96 700.5 104.5 704", &[])),
        ("look with a number", rupa(BERHURUF, &tulisan("HONOR 9.500.000"), &[])),
        (
            "letters that draw others",
            rupa(
                "/Resources<</Font<</F 60 0 R>>>>",
                &tulisan("Ditandatangani"),
                &satu(kamus(
                    "/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences[68/H 105/O 116/N 97/R]>>",
                )),
            ),
        ),
        ("picture within the content", rupa("", "q 100 0 0 40 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q", &[])),
        (
            "letters drawn as paths",
            rupa(
                "",
                "2 w 10 5 m 10 35 l S 10 20 m 25 20 l S 25 5 m 25 35 l S 40 5 20 30 re S 70 5 m 70 35 l 90 5 l 90 35 l S",
                &[],
            ),
        ),
        (
            "glyphs that draw text",
            rupa(
                "/Resources<</Font<</F 60 0 R>>>>",
                &tulisan("DDDD"),
                &[
                    (
                        60,
                        kamus(
                            "/Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/CharProcs<</D 61 0 R>>/Encoding<</Differences[68/D]>>/FirstChar 68/LastChar 68/Widths[9]/Resources<</Font<</F 7 0 R>>>>",
                        ),
                    ),
                    (61, aliran("", "9 0 d0 BT /F 8 Tf (DICABUT) Tj ET")),
                ],
            ),
        ),
        ("look as a group", rupa(&format!("/Group<</S/Transparency/K true>>{BERHURUF}"), &tulisan("HONOR 1"), &[])),
        ("text that is not drawn", rupa(BERHURUF, "q BT 3 Tr /F 8 Tf 2 2 Td (HONOR 9500000) Tj ET Q", &[])),
        (
            "text said otherwise",
            rupa(
                BERHURUF,
                "/Span<</ActualText(HONOR 9500000)>>BDC q BT /F 8 Tf 2 2 Td (Ditandatangani) Tj ET Q EMC",
                &[],
            ),
        ),
        ("text outside the look", rupa(BERHURUF, "q BT /F 8 Tf 2 -500 Td (DICABUT) Tj ET Q", &[])),
        ("look that is mirrored", rupa(&format!("/Matrix[-1 0 0 1 100 0]{BERHURUF}"), &tulisan("Ditandatangani"), &[])),
        (
            "letters of symbols",
            rupa(
                "/Resources<</Font<</F 60 0 R>>>>",
                &tulisan("Ditandatangani"),
                &satu(kamus("/Type/Font/Subtype/Type1/BaseFont/Symbol")),
            ),
        ),
        (
            "metadata of the look",
            rupa(
                &format!("/Metadata 60 0 R{BERHURUF}"),
                &tulisan("Ditandatangani"),
                &satu(xmp("DICABUT", "2026-03-02")),
            ),
        ),
        ("structure of the look", rupa(&format!("/StructParents 0{BERHURUF}"), &tulisan("Ditandatangani"), &[])),
        ("order of the tabs", isi(PAGE, "/Tabs/W", &[])),
        (
            "thumbnail",
            isi(
                PAGE,
                "/Thumb 60 0 R",
                &satu(aliran("/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "x")),
            ),
        ),
        ("metadata of the page", isi(PAGE, "/Metadata 60 0 R", &satu(xmp("DICABUT", "2026-03-02")))),
        ("colours of boxes", isi(PAGE, "/BoxColorInfo<</CropBox<</C[1 0 0]>>>>", &[])),
        ("view of the page", isi(PAGE, "/VP[<</BBox[0 0 9 9]/Name(DICABUT)>>]", &[])),
        ("template", isi(PAGE, "/TemplateInstantiated/DICABUT", &[])),
        (
            "resources elsewhere",
            tukar(
                PAGE,
                "/Resources<</Font<</F 7 0 R>>>>",
                "/Resources 60 0 R",
                &satu(kamus("/Font<</F 7 0 R>>/XObject<</X 22 0 R>>")),
            ),
        ),
        ("list that nobody names", ganti(&satu("[(DICABUT)]".to_owned()))),
        ("trapped", ganti(&[(INFO, kamus(&format!("{ENTRI_INFO}/Trapped/True")))])),
        ("keywords", ganti(&[(INFO, kamus(&format!("{ENTRI_INFO}/Keywords(DICABUT)")))])),
        ("description", ganti(&[(META, xmp_dengan("<dc:description>DICABUT</dc:description>"))])),
        ("two days of change", ganti(&[(META, xmp_dengan("<xmp:ModifyDate>2099-12-31</xmp:ModifyDate>"))])),
        (
            "kind of the metadata",
            ganti(&[(META, xmp("Keputusan", "2026-03-02").replace("/Subtype/XML", "/Subtype/DICABUT"))]),
        ),
        (
            "file described",
            ganti(&[(LAMPIRAN, kamus("/Type/Filespec/F(naskah.yaml)/UF(naskah.yaml)/EF<</F 11 0 R>>/Desc(DICABUT)"))]),
        ),
        ("flags of signatures off", tukar(KATALOG, "/SigFlags 3", "/SigFlags 0", &[])),
        ("flags of signatures, a number", tukar(KATALOG, "/SigFlags 3", "/SigFlags 9500000", &[])),
        (
            "two widgets of a field",
            isi(
                FIELD,
                "/Kids[60 0 R]",
                &satu(kamus("/Type/Annot/Subtype/Widget/P 4 0 R/Rect[60 20 160 60]/Parent 20 0 R")),
            ),
        ),
        ("tooltip of a field that was there", ganti(&[(BIDANG, kamus(&format!("{ENTRI_BIDANG}/TU(DICABUT)")))])),
        (
            "look on both pages",
            ganti(&[(4, kamus(&format!("{}/Annots[20 0 R]", ENTRI_HALAMAN.replace("5 0 R", "6 0 R"))))]),
        ),
        ("parent with a name", isi(FIELD, "/Parent 60 0 R", &satu(kamus("/T(DICABUT)/FT/Sig/Kids[20 0 R]")))),
        ("jump to another file", isi(FIELD, "/PA<</S/GoToE/F(x)>>", &[])),
    ]
}

/// What is planted: words and numbers that no signature says.
const TANAM: [&str; 8] = ["DICABUT", "dicabut", "HONOR", "9500000", "9.500.000", "KEPUTUSAN", "Nomor 99", "HelvHelv"];

/// Whether an update is told: as a change, by a text that is handed on to be weighed, or as a look that cannot be read.
fn is_told(update: &naskah_formats::pdf::Update) -> bool {
    let planted = |text: &str| TANAM.iter().any(|word| text.contains(word));
    let shows = |one: &naskah_formats::pdf::Tambahan| {
        let look = &one.tampilan;
        look.samar.is_some()
            || !look.lazim
            || look.gambar.is_some()
            || planted(&look.kata.join(" "))
            || planted(&look.tersirat.join(" "))
    };
    !update.perubahan.is_empty()
        || update.ucapan.iter().any(|one| planted(&one.teks))
        || update.tambahan.iter().any(shows)
}

fn untold(kinds: &[Siasat]) -> Vec<String> {
    let base = dasar();
    let mut out = Vec::new();
    for bentuk in BENTUK {
        for (name, objects) in kinds {
            let bytes = dengan(&base, objects, &Bagian { bentuk, ..Bagian::default() });
            out.extend((!is_told(&weighed(&base, &bytes))).then(|| format!("{bentuk:?}: {name}")));
        }
    }
    out
}

#[test]
fn nothing_comes_with_a_signature_untold() {
    assert_eq!(untold(&[("honest", jujur())]).len(), BENTUK.len());
    let found = untold(&terlihat());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_that_was_kept_aside_comes_untold() {
    let found = untold(&tersimpan::semua());
    assert!(found.is_empty(), "{}", found.join("\n"));
}
