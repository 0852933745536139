//! One decree, typed in many ways.

use super::tulis::{cell, centred, docx, numbered, numbering, p, table};

/// The considerations, without the closing item.
pub const MENIMBANG: [&str; 2] = [
    "bahwa pelayanan tamu memerlukan jadwal yang tetap;",
    "bahwa jadwal sebagaimana dimaksud dalam huruf a disusun menurut kebutuhan tamu;",
];
const PENUTUP: &str = "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Jadwal Layanan Tamu Tahun 2099;";
const MENGINGAT: [&str; 2] = [
    "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum;",
    "Peraturan Bupati Rekaan Nomor 3 Tahun 2098 tentang Tamu;",
];
const MENETAPKAN: &str = "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG TENTANG JADWAL LAYANAN TAMU TAHUN 2099.";
const KESATU: &str = "Menetapkan Jadwal Layanan Tamu Tahun 2099 sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.";
const KEDUA: &str = "Petugas layanan tamu wajib:";
const RINCIAN: [&str; 3] = ["mencatat tamu;", "mengantar tamu; dan", "menyusun laporan."];
const KETIGA: &str = "Keputusan ini mulai berlaku pada tanggal ditetapkan.";
/// The lines between the decisions and the attachment.
pub const TUTUP: [&str; 5] = [
    "Ditetapkan di Ungaran",
    "pada tanggal 5 Januari 2099",
    "KETUA KOMISI PEMILIHAN UMUM",
    "KABUPATEN SEMARANG,",
    "NAMA KETUA",
];
const KEPALA: [&str; 4] = [
    "LAMPIRAN",
    "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG",
    "NOMOR 9 TAHUN 2099",
    "TENTANG JADWAL LAYANAN TAMU TAHUN 2099",
];

/// How the parts are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cara {
    /// In tables without lines.
    Tabel,
    /// With tabs.
    Tab,
    /// With Word's numbering.
    Penomoran,
    /// With marks typed on lines of their own paragraphs.
    Ketik,
    /// All items of a part in one paragraph, with soft line ends.
    Lunak,
    /// In a table with merged cells.
    Gabung,
}

/// Every way.
pub const SEMUA: [Cara; 6] = [Cara::Tabel, Cara::Tab, Cara::Penomoran, Cara::Ketik, Cara::Lunak, Cara::Gabung];

fn letter(n: usize) -> String {
    format!("{}.", char::from(b'a' + n as u8))
}

/// The items with their marks.
fn marked(items: &[&str], letters: bool) -> Vec<(String, String)> {
    let mark = |n: usize| if letters { letter(n) } else { format!("{}.", n + 1) };
    items.iter().enumerate().map(|(n, item)| (mark(n), (*item).to_owned())).collect()
}

fn part(cara: Cara, label: &str, items: &[(String, String)], num: usize) -> String {
    let first = |text: &str| cell("", &p(text));
    match cara {
        Cara::Tabel => {
            let lines: String = items.iter().map(|(mark, item)| p(&format!("{mark}\t{item}"))).collect();
            table(false, &[vec![first(label), first(":"), cell("", &lines)]])
        }
        Cara::Gabung => {
            let row = |(n, (mark, item)): (usize, &(String, String))| {
                let (down, name, colon) = match n {
                    0 => ("<w:vMerge w:val='restart'/>", label, ":"),
                    _ => ("<w:vMerge/>", "", ""),
                };
                vec![cell(down, &p(name)), cell(down, &p(colon)), first(mark), first(item)]
            };
            table(false, &items.iter().enumerate().map(row).collect::<Vec<_>>())
        }
        Cara::Tab => {
            let line = |(n, (mark, item)): (usize, &(String, String))| {
                p(&format!("{}\t{mark}\t{item}", if n == 0 { format!("{label}\t:") } else { "\t".into() }))
            };
            items.iter().enumerate().map(line).collect()
        }
        Cara::Lunak => {
            let lines: Vec<String> = items.iter().map(|(mark, item)| format!("{mark} {item}")).collect();
            p(&format!("{label} : {}", lines.join("\n")))
        }
        Cara::Ketik => {
            let lines: String = items.iter().map(|(mark, item)| p(&format!("{mark} {item}"))).collect();
            p(label) + &lines
        }
        Cara::Penomoran => {
            let lines: String = items.iter().map(|(_, item)| numbered(num, 0, item)).collect();
            p(&format!("{label} :")) + &lines
        }
    }
}

fn sentence(cara: Cara, label: &str, text: &str, inner: &str) -> String {
    match cara {
        Cara::Tabel | Cara::Gabung => {
            table(false, &[vec![cell("", &p(label)), cell("", &p(":")), cell("", &(p(text) + inner))]])
        }
        Cara::Ketik => p(&format!("{label}:")) + &p(text) + inner,
        _ => p(&format!("{label}\t:\t{text}")) + inner,
    }
}

/// The head.
pub fn head() -> String {
    [
        "KOMISI PEMILIHAN UMUM",
        "KABUPATEN SEMARANG",
        "",
        "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG",
        "NOMOR 9 TAHUN 2099",
        "TENTANG",
        "JADWAL LAYANAN TAMU\nTAHUN 2099",
        "KETUA KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG,",
    ]
    .iter()
    .map(|line| centred(line))
    .collect()
}

/// The parts from Menimbang to the last decision.
pub fn middle(cara: Cara) -> String {
    let all: Vec<&str> = MENIMBANG.iter().copied().chain([PENUTUP]).collect();
    let listed: String = marked(&RINCIAN, true)
        .iter()
        .map(|(mark, item)| match cara {
            Cara::Penomoran => numbered(3, 0, item),
            _ => p(&format!("{mark}\t{item}")),
        })
        .collect();
    [
        part(cara, "Menimbang", &marked(&all, true), 1),
        part(cara, "Mengingat", &marked(&MENGINGAT, false), 2),
        centred(if cara == Cara::Lunak { "M E M U T U S K A N :" } else { "MEMUTUSKAN:" }),
        sentence(cara, "Menetapkan", MENETAPKAN, ""),
        sentence(cara, "KESATU", KESATU, ""),
        sentence(cara, "KEDUA", KEDUA, &listed),
        sentence(cara, "KETIGA", KETIGA, ""),
    ]
    .concat()
}

/// The closing.
pub fn closing() -> String {
    TUTUP.iter().map(|line| p(line)).collect()
}

/// The attachment with this content.
pub fn attachment(content: &str) -> String {
    let lines: String = KEPALA.iter().map(|line| p(line)).collect();
    let signs: String = TUTUP.iter().skip(2).map(|line| p(line)).collect();
    format!("{lines}<w:p/>{}<w:p/>{content}<w:p/>{signs}", centred("JADWAL LAYANAN"))
}

/// The table of the attachment.
pub fn rows() -> String {
    let row = |texts: [&str; 3]| texts.iter().map(|text| cell("", &p(text))).collect::<Vec<_>>();
    let group = vec![cell("", &p("I")), cell("<w:gridSpan w:val='2'/>", &p("Pagi"))];
    let listed = vec![cell("", &p("2")), cell("", &(p("1) buku tamu") + &p("2) kartu tamu"))), cell("", &p("09.00"))];
    table(true, &[row(["NO", "LAYANAN", "WAKTU"]), row(["1", "2", "3"]), group, row(["1", "loket", "08.00"]), listed])
}

/// The whole decree, typed in a way.
pub fn decree(cara: Cara) -> Vec<u8> {
    let body = head() + &middle(cara) + &closing() + &attachment(&rows());
    docx(&body, &[("numbering", "numbering.xml", numbering())])
}

/// The whole decree in one way with something put before the closing.
pub fn with(more: &str, others: &[(&str, &str, String)]) -> Vec<u8> {
    let body = head() + &middle(Cara::Tab) + more + &closing() + &attachment(&rows());
    docx(&body, others)
}
