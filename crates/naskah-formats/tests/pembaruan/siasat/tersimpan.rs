//! The kinds that were kept aside while what may follow was written down.

use super::super::tulis::{
    BERKAS, BIDANG, ENTRI_BIDANG, ENTRI_INFO, HURUF, INFO, KATALOG, LAMPIRAN, META, aliran, kamus, xmp,
};
use super::{
    BERHURUF, DI_BAWAH, FIELD, PAGE, RUPA, Siasat, VALUE, acuan, formulir, ganti, helvetica, isi, rupa, satu,
    sertifikat, tukar, tulisan, xmp_dengan,
};

/// The half that was kept aside.
pub fn semua() -> Vec<Siasat> {
    let proof = || sertifikat("0\u{c}\u{4}\u{a}sertifikat");
    vec![
        ("font names run together", formulir("/DR<</Font<</HelvHelvHonor 60 0 R>>>>", &helvetica())),
        ("font name of a number", formulir("/DR<</Font<</F9500000 60 0 R>>>>", &helvetica())),
        (
            "font of a word",
            formulir(
                "/DR<</Font<</Helv 60 0 R>>>>",
                &satu(kamus("/Type/Font/Subtype/Type1/BaseFont/Helvetica-DICABUT")),
            ),
        ),
        (
            "encoding of the form",
            formulir(
                "/DR<</Font<</Helv 60 0 R>>/Encoding<</DICABUT 61 0 R>>>>",
                &[helvetica()[0].clone(), (61, kamus("/Type/Encoding/Differences[65/DICABUT]"))],
            ),
        ),
        ("text of the form", formulir("/DA(/Helv 0 Tf 0 g DICABUT)", &[])),
        ("unknown entry of the form", formulir("/Lain(DICABUT)", &[])),
        ("pictures of the form", formulir("/DR<</XObject<</X 22 0 R>>>>", &[])),
        ("from right to left", isi(KATALOG, "/ViewerPreferences<</Direction/R2L>>", &[])),
        ("printed otherwise", isi(KATALOG, "/ViewerPreferences<</PrintPageRange[1 1]/NumCopies 5>>", &[])),
        ("pages beside each other", isi(KATALOG, "/PageLayout/TwoColumnRight", &[])),
        ("destinations", isi(KATALOG, "/Names<</Dests<</Names[(DICABUT)[3 0 R/Fit]]>>>>", &[])),
        ("marked", isi(KATALOG, "/MarkInfo<</Marked true/Suspects true>>", &[])),
        (
            "layer of the page",
            tukar(PAGE, "/Resources<<", "/Resources<</Properties<</P 60 0 R>>", &satu(kamus("/Type/OCG/Name(x)"))),
        ),
        ("embedded by name", isi(KATALOG, "/Names<</EmbeddedFiles<</Names[(x)10 0 R]>>>>", &[])),
        (
            "pieces of programs",
            isi(KATALOG, "/PieceInfo<</X<</LastModified(D:20260302100000Z)/Private(DICABUT)>>>>", &[]),
        ),
        ("spider", isi(KATALOG, "/SpiderInfo<</V 1>>", &[])),
        ("attestation", isi(KATALOG, "/Legal<</Attestation(DICABUT)>>", &[])),
        ("extension of a word", isi(KATALOG, "/Extensions<</DICABUT<</BaseVersion/1.7/ExtensionLevel 5>>>>", &[])),
        ("level of an extension", isi(KATALOG, "/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 9500000>>>>", &[])),
        ("version of an extension", isi(KATALOG, "/Extensions<</ESIC<</BaseVersion/DICABUT/ExtensionLevel 5>>>>", &[])),
        (
            "output intent",
            isi(KATALOG, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(DICABUT)>>]", &[]),
        ),
        ("proof under a word", isi(KATALOG, "/DSS<</VRI<</DICABUT<</Cert[60 0 R]>>>>>>", &proof())),
        (
            "text behind a certificate",
            isi(KATALOG, "/DSS<</Certs[60 0 R]>>", &sertifikat("0\u{c}\u{4}\u{a}sertifikatKEPUTUSAN DICABUT")),
        ),
        (
            "certificate that is nothing but a text",
            isi(KATALOG, "/DSS<</OCSPs[60 0 R]>>", &sertifikat("0\u{11}KEPUTUSAN DICABUT")),
        ),
        (
            "certificate with entries",
            isi(KATALOG, "/DSS<</Certs[60 0 R]>>", &satu(aliran("/Desc(DICABUT)", "0\u{c}\u{4}\u{a}sertifikat"))),
        ),
        (
            "time stamp of a text",
            isi(
                KATALOG,
                "/DSS<</VRI<</AAAABBBBCCCCDDDDEEEEFFFF0000111122223333<</Cert[60 0 R]/TS 61 0 R>>>>>>",
                &[proof()[0].clone(), (61, aliran("", "DICABUT"))],
            ),
        ),
        ("kind of the proof", isi(KATALOG, "/DSS<</Type/DICABUT/Certs[60 0 R]>>", &proof())),
        ("rights with a message", acuan("/TransformMethod/UR3/TransformParams<</Type/TransformParams/Msg(DICABUT)>>")),
        (
            "certified with a number",
            acuan("/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 9500000/V/1.2>>"),
        ),
        (
            "certified by a version of words",
            acuan("/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 2/V/DICABUT>>"),
        ),
        ("digest of a word", acuan("/TransformMethod/Identity/DigestMethod/DICABUT/DigestValue(KEPUTUSAN DICABUT)")),
        ("way to know of a word", isi(VALUE, "/Prop_AuthType/DICABUT", &[])),
        ("handler of a number", isi(VALUE, "/R 9500000", &[])),
        ("program of words", isi(VALUE, "/Prop_Build<</App<</Name/DICABUT/OS[/KEPUTUSAN]>>>>", &[])),
        ("version of a program of words", isi(VALUE, "/Prop_Build<</App<</Name/Foxit/REx(HONOR 9500000)>>>>", &[])),
        ("program that is a number", isi(VALUE, "/Prop_Build<</App<</Name/9500000>>>>", &[])),
        ("place with a number", isi(VALUE, "/Location(HONOR 9500000)", &[])),
        ("name that is a sum", isi(VALUE, "/Name(HONOR 9.500.000)", &[])),
        ("place that is another decree", isi(VALUE, "/Reason(setuju)/Location(Nomor 99 Tahun 2026)", &[])),
        ("certificate that is hexadecimal words", isi(VALUE, "/Cert<4449434142555420>", &[])),
        ("moment with a word", tukar(VALUE, "D:20260302100000Z", "D:20260302100000+07'00'HONOR", &[])),
        ("filter of words", tukar(VALUE, "/Filter/Adobe.PPKLite", "/Filter/KEPUTUSAN.DICABUT", &[])),
        (
            "hole larger than the proof",
            tukar(VALUE, "/Contents<308006092A", "/Alamat(DICABUT)/Contents<308006092A", &[]),
        ),
        (
            "time stamp with a name",
            tukar(
                VALUE,
                "/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached",
                "/Type/DocTimeStamp/Filter/Adobe.PPKLite/SubFilter/ETSI.RFC3161/Name(DICABUT)",
                &[],
            ),
        ),
        ("name for export", isi(FIELD, "/TM(Keputusan dicabut)", &[])),
        ("name of the field is a sum", tukar(FIELD, "/T(TTE0)", "/T(HONOR 9500000)", &[])),
        ("text in the field's look", isi(FIELD, "/DA(/F 8 Tf (DICABUT))", &[])),
        ("wide border", isi(FIELD, "/MK<</BC[1 0 0]>>/BS<</W 40>>", &[])),
        ("clouds around", isi(FIELD, "/BE<</S/C/I 2>>", &[])),
        ("name of the widget", isi(FIELD, "/NM(DICABUT)", &[])),
        ("language of the widget", isi(FIELD, "/Lang(DICABUT)", &[])),
        ("attestations that are asked for", isi(FIELD, "/SV<</Type/SV/LegalAttestation[(DICABUT)]>>", &[])),
        ("lock of a number", isi(FIELD, "/Lock<</Type/SigFieldLock/Action/All/P 9500000>>", &[])),
        (
            "look when pressed",
            tukar(
                FIELD,
                "/N 22 0 R",
                "/N 22 0 R/D 60 0 R",
                &satu(aliran(&format!("{RUPA}{BERHURUF}"), &tulisan("DICABUT"))),
            ),
        ),
        ("files of the widget", isi(FIELD, "/AF[60 0 R]", &satu(kamus("/Type/Filespec/F(x)/EF<</F 11 0 R>>")))),
        ("answer to another", isi(FIELD, "/IRT 12 0 R/RT/Group", &[])),
        ("rich contents", isi(FIELD, "/RC(DICABUT)/RV(DICABUT)/DS(font: x)", &[])),
        ("not in view", tukar(FIELD, "/F 132", "/F 164", &[])),
        ("place that reaches a line", tukar(FIELD, DI_BAWAH, "60 20 160 703", &[])),
        ("look that revokes", rupa(BERHURUF, &tulisan("Keputusan dicabut"), &[])),
        (
            "letters that read as others",
            rupa(
                "/Resources<</Font<</F 60 0 R>>>>",
                &tulisan("\\001\\002\\003"),
                &[
                    (
                        60,
                        kamus(
                            "/Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 1/LastChar 3/Widths[500 500 500]/ToUnicode 61 0 R/Encoding<</Differences[1/H/O/N]>>",
                        ),
                    ),
                    (61, aliran("", "1 beginbfchar <01> <0044> endbfchar")),
                ],
            ),
        ),
        (
            "picture of the look",
            rupa(
                "/Resources<</XObject<</X 60 0 R>>>>",
                "q 100 0 0 40 0 0 cm /X Do Q",
                &satu(aliran(
                    "/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 1/Alternates[<</Image 22 0 R>>]",
                    "abcdefgh",
                )),
            ),
        ),
        (
            "shading",
            rupa(
                "/Resources<</Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function<</FunctionType 2/Domain[0 1]/N 1>>>>>>>>",
                "/S sh",
                &[],
            ),
        ),
        (
            "look within the look",
            rupa(
                "/Resources<</XObject<</X 60 0 R>>>>",
                "/X Do",
                &satu(aliran(&format!("{RUPA}{BERHURUF}"), &tulisan("DICABUT"))),
            ),
        ),
        (
            "mask of the look",
            rupa(
                "/Resources<</Font<</F 7 0 R>>/ExtGState<</G<</SMask<</S/Luminosity/G 22 0 R>>>>>>>>",
                "/G gs q BT /F 8 Tf 2 2 Td (HONOR 2) Tj ET Q",
                &[],
            ),
        ),
        ("white text", rupa(BERHURUF, "q 1 g BT /F 8 Tf 2 2 Td (HONOR 9500000) Tj ET Q", &[])),
        (
            "text described",
            rupa(BERHURUF, "/Figure<</Alt(DICABUT)>>BDC q BT /F 8 Tf 2 2 Td (Ditandatangani) Tj ET Q EMC", &[]),
        ),
        ("text too small", rupa(BERHURUF, "q BT /F .01 Tf 2 2 Td (HONOR 9500000) Tj ET Q", &[])),
        (
            "text within a list of glyphs",
            rupa(BERHURUF, "q BT /F 8 Tf 2 2 Td [(HO) -10 (NOR) 2 (9500) 0 (000)] TJ ET Q", &[]),
        ),
        (
            "piece of the look",
            rupa(
                &format!("/PieceInfo<</X<</Private(DICABUT)>>>>/LastModified(DICABUT){BERHURUF}"),
                &tulisan("Ditandatangani"),
                &[],
            ),
        ),
        ("proxy of the look", rupa(&format!("/OPI<</1.3<</F(x)>>>>{BERHURUF}"), &tulisan("Ditandatangani"), &[])),
        ("name of the look", rupa(&format!("/Name/DICABUT{BERHURUF}"), &tulisan("Ditandatangani"), &[])),
        (
            "pattern with words",
            rupa(
                "/Resources<</Pattern<</P 60 0 R>>>>",
                "/Pattern cs /P scn 0 0 100 40 re f",
                &satu(aliran(
                    "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 50 20]/XStep 50/YStep 20/Resources<</Font<</F 7 0 R>>>>",
                    "BT /F 8 Tf (DICABUT) Tj ET",
                )),
            ),
        ),
        (
            "font named for a sum",
            rupa(
                "/Resources<</Font<</F 60 0 R>>>>",
                &tulisan("Ditandatangani"),
                &satu(kamus("/Type/Font/Subtype/Type1/BaseFont/HonorSembilanJuta")),
            ),
        ),
        ("content of a page in the look", rupa("/Resources<</Font<</F 7 0 R>>/XObject<</X 5 0 R>>>>", "/X Do", &[])),
        ("zoom of the page", isi(PAGE, "/PZ 5", &[])),
        ("transition", isi(PAGE, "/Trans<</S/Dissolve>>/Dur 3", &[])),
        ("changed page", isi(PAGE, "/LastModified(DICABUT)", &[])),
        ("separations", isi(PAGE, "/SeparationInfo<</DeviceColorant(DICABUT)>>", &[])),
        ("steps", isi(PAGE, "/PresSteps<</Type/NavNode>>", &[])),
        ("identity of the page", isi(PAGE, "/ID(DICABUT)", &[])),
        ("beads", isi(PAGE, "/B[60 0 R]", &satu(kamus("/Type/Bead/R[0 0 9 9]/P 3 0 R")))),
        ("number that nobody names", ganti(&satu("9500000".to_owned()))),
        ("text that nobody names", ganti(&satu("(KEPUTUSAN DICABUT)".to_owned()))),
        ("other maker", ganti(&[(INFO, kamus(&format!("{ENTRI_INFO}/Producer(DICABUT)")))])),
        ("day of making", ganti(&[(INFO, kamus(&format!("{ENTRI_INFO}/CreationDate(D:20990101000000Z)")))])),
        ("remark in the metadata", ganti(&[(META, xmp_dengan("<!-- DICABUT -->"))])),
        (
            "history in the metadata",
            ganti(&[(META, xmp_dengan("<xmpMM:History><rdf:li stEvt:action='DICABUT'/></xmpMM:History>"))]),
        ),
        ("instruction in the metadata", ganti(&[(META, xmp_dengan("<?dicabut DICABUT?>"))])),
        (
            "metadata packed by a word",
            ganti(&[(META, xmp("Keputusan", "2026-03-02").replace("/Subtype/XML", "/Subtype/XML/Desc(DICABUT)"))]),
        ),
        (
            "kind of a file's relation",
            ganti(&[(
                LAMPIRAN,
                kamus("/Type/Filespec/F(naskah.yaml)/UF(naskah.yaml)/EF<</F 11 0 R>>/AFRelationship/Alternative"),
            )]),
        ),
        (
            "file with parameters",
            ganti(&[(BERKAS, aliran("/Type/EmbeddedFile/Params<</ModDate(D:20990101000000Z)>>", "nomor: 12"))]),
        ),
        (
            "field that nobody sees",
            tukar(KATALOG, "[12 0 R 20 0 R]", "[12 0 R 20 0 R 60 0 R]", &satu(kamus("/FT/Tx/T(honor)/V(9500000)"))),
        ),
        ("place of a field that was there", ganti(&[(BIDANG, kamus(&format!("{ENTRI_BIDANG}/MK<</R 180>>")))])),
        (
            "font that was there reads otherwise",
            ganti(&[
                (HURUF, kamus("/Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 60 0 R")),
                (60, aliran("", "1 beginbfchar <31> <0039> endbfchar")),
            ]),
        ),
        ("widget on no page", tukar(PAGE, "[12 0 R 20 0 R]", "[12 0 R]", &[])),
        (
            "moment of a far year",
            ganti(&[(INFO, kamus(&ENTRI_INFO.replace("D:20260101000000Z", "D:95000000000000Z")))]),
        ),
    ]
}
