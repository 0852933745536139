//! A small PDF, and updates written behind it: honest ones, and ones with a fault in their form.

use std::collections::BTreeMap;

/// How an update tells where its objects are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bentuk {
    /// A plain table.
    Tabel,
    /// A table that is a stream.
    Aliran,
    /// The same, with objects packed into a stream where they may be.
    Padat,
    /// A plain table, which names a stream that has the packed objects.
    Hibrida,
    /// The same, and the plain table says that the new ones among them are free.
    Tersembunyi,
}

pub const BENTUK: [Bentuk; 5] = [Bentuk::Tabel, Bentuk::Aliran, Bentuk::Padat, Bentuk::Hibrida, Bentuk::Tersembunyi];

/// Objects of the base: what they are.
pub const KATALOG: u32 = 1;
pub const POHON: u32 = 2;
pub const HALAMAN: u32 = 3;
pub const ISI: u32 = 5;
pub const HURUF: u32 = 7;
pub const INFO: u32 = 8;
pub const META: u32 = 9;
pub const LAMPIRAN: u32 = 10;
pub const BERKAS: u32 = 11;
pub const BIDANG: u32 = 12;
/// The first number that the base does not use.
pub const BARU: u32 = 20;

pub const ENTRI_KATALOG: &str = "/Type/Catalog/Pages 2 0 R/Metadata 9 0 R/AF[10 0 R]";
pub const ENTRI_HALAMAN: &str =
    "/Type/Page/Parent 2 0 R/MediaBox[0 0 600 900]/Resources<</Font<</F 7 0 R>>>>/Contents 5 0 R";
pub const ENTRI_INFO: &str = "/Title(Keputusan)/ModDate(D:20260101000000Z)";

pub type Objek = BTreeMap<u32, String>;

pub fn kamus(entries: &str) -> String {
    format!("<<{entries}>>")
}

pub fn aliran(entries: &str, content: &str) -> String {
    format!("<<{entries}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// The content of a page: two lines and a filled square.
pub fn isi(honor: &str) -> String {
    format!("BT /F 12 Tf 100 700 Td (KEPUTUSAN Nomor 12) Tj 0 -40 Td (HONOR {honor}) Tj ET 400 100 40 40 re f")
}

pub fn xmp(title: &str, day: &str) -> String {
    let xml = format!(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='r'><dc:title>{title}</dc:title>\
         <xmp:ModifyDate>{day}</xmp:ModifyDate></rdf:RDF></x:xmpmeta>"
    );
    aliran("/Type/Metadata/Subtype/XML", &xml)
}

/// A PDF of two pages with an empty signature field, as it was made.
pub fn dasar() -> Vec<u8> {
    let page = |more: &str| kamus(&format!("{ENTRI_HALAMAN}{more}"));
    let widths = ["600"; 224].join(" ");
    let objects: Objek = [
        (KATALOG, kamus(&format!("{ENTRI_KATALOG}/AcroForm<</Fields[12 0 R]>>"))),
        (POHON, kamus("/Type/Pages/Count 2/Kids[3 0 R 4 0 R]")),
        (HALAMAN, page("/Annots[12 0 R]")),
        (4, page("").replace("5 0 R", "6 0 R")),
        (ISI, aliran("", &isi("1500000"))),
        (6, aliran("", &isi("2500000"))),
        (
            HURUF,
            kamus(&format!("/Type/Font/Subtype/Type1/BaseFont/Courier/FirstChar 32/LastChar 255/Widths[{widths}]")),
        ),
        (INFO, kamus(ENTRI_INFO)),
        (META, xmp("Keputusan", "2026-01-01")),
        (LAMPIRAN, kamus("/Type/Filespec/F(naskah.yaml)/UF(naskah.yaml)/EF<</F 11 0 R>>")),
        (BERKAS, aliran("/Type/EmbeddedFile", "nomor: 12")),
        (BIDANG, kamus(ENTRI_BIDANG)),
    ]
    .into();
    let mut out = b"%PDF-1.7\n".to_vec();
    tulis(&mut out, &objects, &Bagian::default(), None);
    out
}

pub const ENTRI_BIDANG: &str = "/Type/Annot/Subtype/Widget/FT/Sig/F 4/P 3 0 R/T(TandaTangan)/Rect[300 200 400 240]";

/// How a part is written, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Bagian {
    pub bentuk: Bentuk,
    /// More of the trailer.
    pub trailer: &'static str,
    /// Replaced in what is written, once.
    pub ganti: Option<(String, String)>,
    /// Where the table before is said to be.
    pub sebelum: Option<usize>,
    /// Behind the objects, before the table.
    pub sela: &'static str,
    /// The number of the first stream that only holds objects or a table; otherwise one that is free.
    pub nomor: Option<u32>,
}

impl Default for Bagian {
    fn default() -> Self {
        Self { bentuk: Bentuk::Tabel, trailer: "", ganti: None, sebelum: None, sela: "", nomor: None }
    }
}

/// Where the last table is.
pub fn awal_tabel(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let at = text.rfind("startxref").expect("a PDF");
    text[at + 9..].split_whitespace().next().and_then(|n| n.parse().ok()).expect("a place")
}

/// How many numbers the objects take, as the last trailer says.
pub fn ukuran(bytes: &[u8]) -> u32 {
    let text = String::from_utf8_lossy(bytes);
    let at = text.rfind("/Size ").map(|at| at + 6);
    let digits = |at: usize| text[at..].chars().take_while(char::is_ascii_digit).collect::<String>();
    at.and_then(|at| digits(at).parse().ok()).unwrap_or(0)
}

/// Where objects are: kind, place or stream, index.
type Tempat = BTreeMap<u32, (u8, usize, usize)>;

/// A stream that is a table of these objects.
fn aliran_tabel(number: u32, places: &Tempat, trailer: &str) -> Vec<u8> {
    let index: String = places.keys().map(|number| format!("{number} 1 ")).collect();
    let row = |(kind, place, index): &(u8, usize, usize)| {
        let place = u32::try_from(*place).expect("small").to_be_bytes();
        [&[*kind][..], &place, &[u8::try_from(*index).expect("few")]].concat()
    };
    let rows: Vec<u8> = places.values().flat_map(row).collect();
    let entries = format!("/Type/XRef/W[1 4 1]/Index[{index}]{trailer}/Length {}", rows.len());
    [format!("{number} 0 obj\n<<{entries}>>\nstream\n").as_bytes(), &rows, b"\nendstream\nendobj\n"].concat()
}

/// Writes a part behind what there is.
pub fn tulis(out: &mut Vec<u8>, objects: &Objek, part: &Bagian, prev: Option<usize>) {
    let from = out.len();
    let size = ukuran(out);
    let mut places = Tempat::new();
    let mut packed: Vec<(u32, &String)> = Vec::new();
    let packs = matches!(part.bentuk, Bentuk::Padat | Bentuk::Hibrida | Bentuk::Tersembunyi);
    for (number, body) in objects {
        let hides = part.bentuk != Bentuk::Tersembunyi || *number >= size;
        if packs && hides && !body.contains("stream") && !body.contains("/ByteRange") {
            packed.push((*number, body));
            continue;
        }
        places.insert(*number, (1, out.len(), 0));
        out.extend(format!("{number} 0 obj\n{body}\nendobj\n").bytes());
    }
    let mut next = part.nomor.unwrap_or(objects.keys().max().map_or(0, |last| last + 1).max(size));
    let mut within = Tempat::new();
    if !packed.is_empty() {
        let (mut head, mut body) = (String::new(), String::new());
        for (index, (number, text)) in packed.iter().enumerate() {
            head.push_str(&format!("{number} {} ", body.len()));
            body.push_str(&format!("{text}\n"));
            within.insert(*number, (2, next as usize, index));
        }
        let entries = format!("/Type/ObjStm/N {}/First {}", packed.len(), head.len());
        places.insert(next, (1, out.len(), 0));
        out.extend(format!("{next} 0 obj\n{}\nendobj\n", aliran(&entries, &(head + &body))).bytes());
        next += 1;
    }
    out.extend(part.sela.bytes());
    let size = size.max(next + 1);
    let before = part.sebelum.or(prev).map_or(String::new(), |prev| format!("/Prev {prev}"));
    let mut trailer = format!("/Size {size}/Root 1 0 R/Info 8 0 R/ID[<AA><BB>]{before}{}", part.trailer);
    if !within.is_empty() && part.bentuk != Bentuk::Padat {
        let at = out.len();
        out.extend(aliran_tabel(next, &within, &format!("/Size {size}")));
        trailer.push_str(&format!("/XRefStm {at}"));
    }
    let at = out.len();
    match part.bentuk {
        Bentuk::Aliran | Bentuk::Padat => {
            places.append(&mut within);
            places.insert(next, (1, at, 0));
            out.extend(aliran_tabel(next, &places, &trailer));
        }
        _ => {
            let mut lines: BTreeMap<u32, String> =
                places.iter().map(|(number, (_, place, _))| (*number, format!("{place:010} 00000 n "))).collect();
            if part.bentuk == Bentuk::Tersembunyi {
                lines.extend(within.keys().map(|number| (*number, "0000000000 65535 f ".to_owned())));
            }
            out.extend(b"xref\n0 1\n0000000000 65535 f \n");
            lines.iter().for_each(|(number, line)| out.extend(format!("{number} 1\n{line}\n").bytes()));
            out.extend(format!("trailer\n<<{trailer}>>\n").bytes());
        }
    }
    out.extend(format!("startxref\n{at}\n%%EOF").bytes());
    if let Some((old, new)) = &part.ganti {
        let tail = out.split_off(from);
        let found = tail.windows(old.len()).position(|window| window == old.as_bytes());
        let found = found.unwrap_or_else(|| panic!("{old} is not in {}", String::from_utf8_lossy(&tail)));
        out.extend(&tail[..found]);
        out.extend(new.bytes());
        out.extend(&tail[found + old.len()..]);
    }
}

/// The bytes with a part behind them; what its signature signs is written into it.
pub fn dengan(bytes: &[u8], objects: &Objek, part: &Bagian) -> Vec<u8> {
    let mut out = bytes.to_vec();
    out.push(b'\n');
    tulis(&mut out, objects, part, Some(awal_tabel(bytes)));
    disegel(out, bytes.len())
}

/// A signature's value, whose range is not yet written.
pub fn nilai(more: &str) -> String {
    kamus(&format!(
        "/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:20260302100000Z)/ByteRange[0 1111111111 \
         2222222222 3333333333]/Contents<308006092A864886F70D010702{}0000>{more}",
        sidik_kosong()
    ))
}

/// The place in a proof for the digest of what it signs: a string of 32 bytes.
pub fn sidik_kosong() -> String {
    format!("0420{}", "00".repeat(32))
}

fn disegel(bytes: Vec<u8>, from: usize) -> Vec<u8> {
    let place = |text: &str| bytes[from..].windows(text.len()).position(|w| w == text.as_bytes()).map(|at| from + at);
    let Some(begin) = place("<308006092A") else { return bytes };
    let end = begin + bytes[begin..].iter().position(|byte| *byte == b'>').expect("its end") + 1;
    let mut out = bytes.clone();
    for (mark, number) in [("1111111111", begin), ("2222222222", end), ("3333333333", bytes.len() - end)] {
        if let Some(at) = place(mark) {
            out[at..at + 10].copy_from_slice(format!("{number:<10}").as_bytes());
        }
    }
    // What is signed is named by its digest.
    let [digest, ..] = naskah_core::fingerprint::digests(&[&out[..begin], &out[end..]]);
    let named: String = [4, 32].iter().chain(&digest).map(|byte| format!("{byte:02X}")).collect();
    let empty = sidik_kosong();
    if let Some(at) = out[begin..end].windows(empty.len()).position(|window| window == empty.as_bytes()) {
        out[begin + at..begin + at + named.len()].copy_from_slice(named.as_bytes());
    }
    out
}
