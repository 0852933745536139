//! Files whose structure does harm: trees, tables, streams of objects, names, what a PDF says of itself.

use super::laman::Jenis;
use super::tulis::{Dasar, Objek, aliran, berkas, kamus, kempis, padat};

/// Objects that replace or join those of a PDF.
pub fn objek(dasar: &Dasar) -> Vec<Jenis> {
    let (baru, katalog) = (dasar.baru, dasar.katalog);
    let root = |more: &str| -> Objek { (katalog, kamus(&format!("/Type/Catalog/Pages {} 0 R{more}", dasar.induk))) };
    let refs = |count: u32, to: u32| format!("{to} 0 R ").repeat(count as usize);
    let leaf: Objek = (baru + 80, kamus("/Type/Page/MediaBox[0 0 9 9]"));
    let mut out: Vec<Jenis> = Vec::new();
    let mut put = |name: &str, objects: Vec<Objek>| out.push((name.to_owned(), objects));
    let pages = |kids: &str| kamus(&format!("/Type/Pages/Count 1/Kids[{kids}]"));
    put("a tree of pages in a ring", vec![root(""), (dasar.induk, pages(&refs(50, dasar.induk)))]);
    put("one page a million times", vec![(dasar.induk, pages(&refs(1_000_000, dasar.halaman)))]);
    let chain = (0..60_000).map(|n| (baru + 100 + n, pages(&refs(1, baru + 101 + n))));
    put("a tree of pages without end", [(dasar.induk, pages(&refs(1, baru + 100)))].into_iter().chain(chain).collect());
    let broad = (0..9).map(|n| (baru + n, pages(&refs(60, baru + n + 1))));
    put(
        "a tree of pages that grows",
        broad.chain([(dasar.induk, pages(&refs(60, baru))), (baru + 9, leaf.1.clone())]).collect(),
    );
    put(
        "fifty thousand pages",
        [(dasar.induk, pages(&(0..50_000).map(|n| refs(1, baru + 100 + n)).collect::<String>()))]
            .into_iter()
            .chain((0..50_000).map(|n| (baru + 100 + n, leaf.1.clone())))
            .collect(),
    );
    put(
        "a page that is its own parent",
        vec![(
            dasar.halaman,
            kamus(&format!(
                "/Type/Page/Parent {0} 0 R/Contents {0} 0 R/Resources {0} 0 R/MediaBox {0} 0 R",
                dasar.halaman
            )),
        )],
    );
    put("a reference to itself", vec![(dasar.halaman, format!("{} 0 R", dasar.halaman).into_bytes())]);
    put(
        "a ring of references",
        vec![
            (dasar.halaman, format!("{baru} 0 R").into_bytes()),
            (baru, format!("{} 0 R", dasar.halaman).into_bytes()),
        ],
    );
    let names = |kids: u32| {
        vec![
            root(&format!("/Names<</EmbeddedFiles {baru} 0 R>>")),
            (baru, kamus(&format!("/Kids[{}]", refs(kids, baru)))),
        ]
    };
    put("a tree of names in a ring", names(1));
    put("a tree of names that grows", names(200));
    let spec = |n: u32| {
        (baru + 100 + n, kamus(&format!("/Type/Filespec/F(berkas-{n}.yaml)/UF(berkas-{n}.yaml)/EF<</F {baru} 0 R>>")))
    };
    let bomb: Objek = (baru, padat("/Type/EmbeddedFile", &vec![b' '; 60_000_000]));
    put(
        "one large file with many names",
        [root(&format!("/AF[{}]", (0..900).map(|n| refs(1, baru + 100 + n)).collect::<String>())), bomb.clone()]
            .into_iter()
            .chain((0..900).map(spec))
            .collect(),
    );
    put("one file a million times", vec![root(&format!("/AF[{}]", refs(1_000_000, baru + 100))), spec(0), bomb]);
    put(
        "specifications in line",
        vec![
            root(&format!("/AF[{}]", format!("<</Type/Filespec/F(a)/EF<</F {baru} 0 R>>>>").repeat(5_000))),
            (baru, padat("", &vec![b' '; 5_000_000])),
        ],
    );
    put(
        "forms in a ring",
        vec![
            root(&format!("/AcroForm<</Fields[{baru} 0 R]/DR {baru} 0 R>>")),
            (baru, kamus(&format!("/T(a)/Kids[{0} 0 R {0} 0 R]/Parent {0} 0 R", baru))),
        ],
    );
    put(
        "bookmarks in a ring",
        vec![
            root(&format!("/Outlines {baru} 0 R")),
            (baru, kamus(&format!("/First {0} 0 R/Last {0} 0 R/Next {0} 0 R/Title(a)", baru))),
        ],
    );
    put(
        "a structure in a ring",
        vec![
            root(&format!("/StructTreeRoot {baru} 0 R")),
            (baru, kamus(&format!("/K[{}]/P {baru} 0 R", refs(300, baru)))),
        ],
    );
    put(
        "layers in a ring",
        [
            root(&format!("/OCProperties<</OCGs {baru} 0 R/D {baru} 0 R>>")),
            (baru, format!("[{}]", refs(300, baru)).into_bytes()),
        ]
        .into_iter()
        .chain(dasar.laman(
            &format!("/Properties<</A<</Type/OCMD/VE {baru} 0 R/OCGs {baru} 0 R>>>>"),
            "",
            aliran("", b"/OC/A BDC 0 0 9 9 re f EMC"),
        ))
        .collect(),
    );
    for (name, xml) in [
        ("a billion laughs", "<!DOCTYPE a[<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>".to_owned()),
        ("elements without end", "<a>".repeat(300_000)),
        ("attributes without end", format!("<a {}/>", (0..400_000).map(|n| format!("b{n}='c' ")).collect::<String>())),
        (
            "a hundred thousand statements",
            format!("<r>{}</r>", (0..100_000).map(|n| format!("<a{n}>b</a{n}>")).collect::<String>()),
        ),
    ] {
        put(
            name,
            vec![root(&format!("/Metadata {baru} 0 R")), (baru, padat("/Type/Metadata/Subtype/XML", xml.as_bytes()))],
        );
    }
    put("a deep array", vec![(baru, [vec![b'['; 500_000], vec![b']'; 500_000]].concat())]);
    put("a deep dictionary", vec![(baru, [b"<</a".repeat(300_000), b" 1".to_vec(), b">>".repeat(300_000)].concat())]);
    put("a deep string", vec![(baru, [vec![b'('; 500_000], vec![b')'; 500_000]].concat())]);
    put("a catalogue that is a list", vec![(katalog, b"[1 2 3]".to_vec())]);
    put(
        "all objects anew",
        (1..baru).filter(|n| *n != katalog).map(|n| (n, kamus("/Type/Lain"))).chain([root("")]).collect(),
    );
    put(
        "lengths that lead to each other",
        vec![
            (baru, aliran("", b"x")),
            (baru + 1, format!("<</Length {} 0 R>>\nstream\nx\nendstream", baru + 2).into_bytes()),
            (baru + 2, format!("<</Length {} 0 R>>\nstream\nx\nendstream", baru + 1).into_bytes()),
        ],
    );
    put(
        "lengths of no measure",
        ["-1", "9223372036854775807", "1e30", "(a)"]
            .iter()
            .zip(baru..)
            .map(|(length, n)| (n, format!("<</Length {length}>>\nstream\nx\nendstream").into_bytes()))
            .collect(),
    );
    out
}

/// A stream of objects that does harm, with the entries of its dictionary.
fn pack(entries: &str, body: &[u8]) -> Vec<u8> {
    let objects = [
        (1, kamus("/Type/Catalog/Pages 2 0 R")),
        (2, kamus("/Type/Pages/Count 1/Kids[3 0 R]")),
        (3, kamus("/Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]")),
        (4, padat(&format!("/Type/ObjStm{entries}"), body)),
    ];
    berkas(&objects, "/Root 1 0 R")
}

/// A file that is a table of objects as a stream.
fn table(entries: &str, rows: &[u8]) -> Vec<u8> {
    let head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]>>\nendobj\n";
    let body = padat(&format!("/Type/XRef/Root 1 0 R{entries}"), rows);
    let at = head.len();
    [&head[..], b"3 0 obj\n", &body, format!("\nendobj\nstartxref\n{at}\n%%EOF\n").as_bytes()].concat()
}

/// Whole files.
pub fn berkas_lain(dasar: &Dasar) -> Vec<(String, Vec<u8>)> {
    let small = |trailer: &str| {
        berkas(
            &[
                (1, kamus("/Type/Catalog/Pages 2 0 R")),
                (2, kamus("/Type/Pages/Count 1/Kids[3 0 R]")),
                (3, kamus("/Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]")),
            ],
            trailer,
        )
    };
    let ring = small("/Root 1 0 R");
    let at = String::from_utf8_lossy(&ring).rfind("xref\n0 1").expect("a table");
    let mut out = vec![
        ("a table that follows itself".to_owned(), small(&format!("/Root 1 0 R/Prev {at}"))),
        ("a table that joins itself".to_owned(), small(&format!("/Root 1 0 R/XRefStm {at}/Prev {at}"))),
        ("a table before the file".to_owned(), small("/Root 1 0 R/Prev -5")),
        ("a table behind the file".to_owned(), small("/Root 1 0 R/Prev 99999999999999")),
        ("a catalogue that is nowhere".to_owned(), small("/Root 99999 0 R")),
        ("locked with nothing".to_owned(), small("/Root 1 0 R/Encrypt<<>>/ID[<00><00>]")),
        ("locked with itself".to_owned(), small("/Root 1 0 R/Encrypt 1 0 R/ID[1 0 R]")),
        (
            "a lock of giant keys".to_owned(),
            small(
                "/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 5/R 6/Length 999999999/O(a)/U(b)/OE(c)/UE(d)/P -1>>",
            ),
        ),
        ("many objects in no stream".to_owned(), pack("/N 2147483647/First 2147483647", b"5 0 6 1 ")),
        ("less than no objects".to_owned(), pack("/N -1/First -1", b"5 0 ")),
        ("objects of one number".to_owned(), pack("/N 100000/First 600000", "5 0 ".repeat(200_000).as_bytes())),
        ("a stream that goes on in itself".to_owned(), pack("/N 1/First 4/Extends 4 0 R", b"5 0 <<>>")),
        ("a stream within itself".to_owned(), pack("/N 1/First 4", b"4 0 <</Type/ObjStm/N 1/First 4>>")),
        (
            "a deep value within a stream".to_owned(),
            pack("/N 1/First 4", &[b"5 0 ".to_vec(), vec![b'['; 900_000]].concat()),
        ),
        ("a table of wide columns".to_owned(), table("/W[8 8 8]/Size 9/Index[0 2147483647]", &[0xFF; 4_000])),
        ("a table without columns".to_owned(), table("/W[0 0 0]/Size 2147483647/Index[0 2147483647]", b"")),
        ("a table below nothing".to_owned(), table("/W[-1 2 -3]/Size -9/Index[-5 -5]", &[1; 400])),
        (
            "a million places in one table".to_owned(),
            table("/W[1 4 2]/Size 1000000", &[1, 0, 0, 0, 9, 0, 0].repeat(1_000_000)),
        ),
        ("streams within a table".to_owned(), table("/W[1 4 2]/Size 100000", &[2, 0, 0, 0, 3, 0, 0].repeat(100_000))),
        ("nothing".to_owned(), Vec::new()),
        ("a head alone".to_owned(), b"%PDF-1.7\n".to_vec()),
        ("an end alone".to_owned(), b"%PDF-1.7\nstartxref\n-1\n%%EOF".to_vec()),
        ("a remark without end".to_owned(), [b"%PDF-1.7\n%".to_vec(), vec![b'%'; 20_000_000]].concat()),
        ("very many ends".to_owned(), b"%PDF-1.7\n%%EOF\n".repeat(1_000_000)),
        (
            "very many tables".to_owned(),
            b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1>>\nstartxref\n9\n%%EOF\n".repeat(200_000),
        ),
    ];
    let million: Vec<Objek> = (4..1_000_004).map(|n| (n, b"0".to_vec())).collect();
    let whole = [
        (1, kamus("/Type/Catalog/Pages 2 0 R")),
        (2, kamus("/Type/Pages/Count 1/Kids[3 0 R]")),
        (3, kamus("/Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]")),
    ];
    out.push((
        "a million objects".to_owned(),
        berkas(&whole.into_iter().chain(million).collect::<Vec<_>>(), "/Root 1 0 R"),
    ));
    // What is packed again and again, a few bytes for each layer.
    let layers = (0..40).fold(vec![b' '; 50_000_000], |packed, _| kempis(&packed));
    out.push(("packed forty times".to_owned(), pack("/N 1/First 4", &layers)));
    out.push(("packs of objects by the thousand".to_owned(), {
        let body = padat("/Type/ObjStm/N 1/First 4", b"5 0 <<>>");
        let packs: Vec<Objek> = (4..60_000).map(|n| (n, body.clone())).collect();
        berkas(
            &[(1, kamus("/Type/Catalog/Pages 2 0 R")), (2, kamus("/Type/Pages/Kids[]"))]
                .into_iter()
                .chain(packs)
                .collect::<Vec<_>>(),
            "/Root 1 0 R",
        )
    }));
    // Parts behind the decree, very many.
    let part = dasar.dengan(&[(dasar.baru, kamus("/A 1"))], false);
    let tail = part[dasar.panjang()..].to_vec();
    out.push(("a thousand parts behind".to_owned(), [&part[..], &tail.repeat(1_000)].concat()));
    out.push((
        "words behind the end".to_owned(),
        [&part[..dasar.panjang()], &b"stream\nxref\nobj\nendobj\n".repeat(800_000)].concat(),
    ));
    out
}
