//! Slips planted: for each a text that is right, the same with the slip, and where it stands.

use std::sync::OnceLock;

use naskah_core::diag::{FileId, Files, Sink};
use naskah_core::yaml;
use regex::Regex;

use crate::jenis::{Bingkai, Jenis, Tempat};
use crate::naskah::Naskah;

/// A slip in its place.
pub struct Tanaman {
    /// The kind, by its number.
    pub jenis: usize,
    /// The decree's file.
    pub naskah: String,
    /// Where it stands.
    pub tempat: Tempat,
    /// The file without the slip, and with it.
    pub benar: String,
    pub salah: String,
    /// The bytes of the slip in `salah`, widened to whole words.
    pub dari: usize,
    pub sampai: usize,
    /// Whether the right words were put in as well, so that `benar` is not the decree as it was.
    pub sisip: bool,
    /// The bytes of the text, or of the lines, that it stands in.
    pub sekitar: (usize, usize),
}

/// Numbers that are the same in every run.
pub struct Acak(u64);

impl Acak {
    /// A row of numbers that belongs to a name.
    pub fn new(name: &str) -> Self {
        Self(
            name.bytes()
                .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)),
        )
    }

    /// The next number below `n`.
    pub fn next(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }

    /// Puts a list in another order.
    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.next(at + 1));
        }
    }
}

/// So many slips of each kind, spread over places, words and decrees.
pub fn pilih(kinds: &[Jenis], naskah: &[Naskah], half: usize, banyak: usize) -> Vec<Tanaman> {
    let mut out = Vec::new();
    for (at, jenis) in kinds.iter().enumerate() {
        let mut acak = Acak::new(&format!("{} {half}", jenis.nama));
        let mut places: Vec<(Tempat, Vec<Calon>)> =
            jenis.tempat.iter().map(|tempat| (*tempat, candidates(jenis, *tempat, naskah, half))).collect();
        places.iter_mut().for_each(|(_, list)| acak.shuffle(list));
        acak.shuffle(&mut places);
        let mut planted = 0;
        while planted < banyak && places.iter().any(|(_, list)| !list.is_empty()) {
            for (tempat, list) in &mut places {
                if planted >= banyak {
                    break;
                }
                while let Some(calon) = list.pop() {
                    let Some((benar, salah, span, sekitar)) = calon.plant(&mut acak) else { continue };
                    let (dari, sampai) = span;
                    let naskah = calon.naskah.nama.clone();
                    let sisip = matches!(calon.cara, Cara::Sisip { .. });
                    let tempat = *tempat;
                    out.push(Tanaman { jenis: at, naskah, tempat, benar, salah, dari, sampai, sisip, sekitar });
                    planted += 1;
                    break;
                }
            }
        }
    }
    out
}

/// A slip that could be planted.
struct Calon<'a> {
    naskah: &'a Naskah,
    cara: Cara<'a>,
}

/// How it is planted.
enum Cara<'a> {
    /// These bytes of a text become those.
    Ubah { teks: usize, dari: usize, sampai: usize, menjadi: String },
    /// These bytes of the file become those.
    Berkas { dari: usize, sampai: usize, menjadi: String },
    /// A new text with words that are right or wrong.
    Sisip { tempat: Tempat, bingkai: Bingkai, pasangan: &'a (String, String) },
}

/// Everything that could be planted in a place.
fn candidates<'a>(jenis: &'a Jenis, tempat: Tempat, all: &'a [Naskah], half: usize) -> Vec<Calon<'a>> {
    let mut out = Vec::new();
    for naskah in all {
        if tempat == Tempat::Berkas {
            let ways = changes(jenis, &naskah.sumber);
            out.extend(
                ways.map(|(dari, sampai, menjadi)| Calon { naskah, cara: Cara::Berkas { dari, sampai, menjadi } }),
            );
        }
        for (teks, one) in naskah.teks.iter().enumerate().filter(|(_, one)| one.tempat == tempat) {
            let ways = changes(jenis, &one.isi);
            out.extend(
                ways.map(|(dari, sampai, menjadi)| Calon { naskah, cara: Cara::Ubah { teks, dari, sampai, menjadi } }),
            );
        }
        let carries = |pasangan| Calon { naskah, cara: Cara::Sisip { tempat, bingkai: jenis.bingkai, pasangan } };
        out.extend(jenis.pasangan[half].iter().map(carries));
    }
    out
}

/// What the patterns of a kind change in a text.
fn changes<'a>(jenis: &'a Jenis, text: &'a str) -> impl Iterator<Item = (usize, usize, String)> + 'a {
    jenis.pola.iter().flat_map(move |(right, wrong)| {
        right.captures_iter(text).filter_map(move |found| {
            let whole = found.get(0)?;
            let mut menjadi = String::new();
            found.expand(wrong, &mut menjadi);
            (menjadi != whole.as_str()).then(|| (whole.start(), whole.end(), menjadi))
        })
    })
}

/// The right file, the wrong one, the place of the slip in that, and the lines about it.
type Pasang = (String, String, (usize, usize), (usize, usize));

impl Calon<'_> {
    /// Plants it; `None` where the decree has no such place or could not be read.
    fn plant(&self, acak: &mut Acak) -> Option<Pasang> {
        let source = &self.naskah.sumber;
        match &self.cara {
            Cara::Berkas { dari, sampai, menjadi } => {
                let salah = format!("{}{menjadi}{}", &source[..*dari], &source[*sampai..]);
                let at = around(source, &salah)?;
                readable(&salah).then(|| (source.clone(), salah, at, at))
            }
            Cara::Ubah { teks, dari, sampai, menjadi } => {
                let one = &self.naskah.teks[*teks];
                let wrong = format!("{}{menjadi}{}", &one.isi[..*dari], &one.isi[*sampai..]);
                replaced(source, one.dari, one.sampai, &one.isi, &wrong)
            }
            Cara::Sisip { tempat, bingkai, pasangan: (right, wrong) } => {
                if *tempat == Tempat::Sel {
                    let wide = |one: &&crate::naskah::Tulisan| one.tempat == Tempat::Sel && one.isi.len() > 14;
                    let cells: Vec<_> = self.naskah.teks.iter().filter(wide).collect();
                    let one = cells.get(acak.next(cells.len()))?;
                    return replaced(source, one.dari, one.sampai, &large(right), &large(wrong));
                }
                let (at, indent) = gap(source, *tempat)?;
                let (before, after) = frame(*tempat, *bingkai, acak);
                let line = |text: &str| format!("{indent}- {}\n", quoted(&format!("{before}{text}{after}")));
                let made = |text: &str| format!("{}{}{}", &source[..at], line(text), &source[at..]);
                let (right, wrong) = match bingkai {
                    Bingkai::Kalimat if *tempat == Tempat::Menimbang => (small(right), small(wrong)),
                    _ => (right.clone(), wrong.clone()),
                };
                let (benar, salah) = (made(&right), made(&wrong));
                let span = around(&benar, &salah)?;
                let lines = (at, at + line(&wrong).len());
                (readable(&benar) && readable(&salah)).then_some((benar, salah, span, lines))
            }
        }
    }
}

/// A text of a file that is right, and the same with a slip, both in quotes.
fn replaced(source: &str, from: usize, to: usize, right: &str, wrong: &str) -> Option<Pasang> {
    // A folded text ends before the next key; its last line break stays.
    let to = from + source[from..to].trim_end().len();
    let made = |text: &str| format!("{}{}{}", &source[..from], quoted(text), &source[to..]);
    let (benar, salah) = (made(right), made(wrong));
    let span = around(&benar, &salah)?;
    (readable(&benar) && readable(&salah)).then(|| (benar, salah, span, (from, from + quoted(wrong).len())))
}

/// In single quotes.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// With a capital first letter.
fn large(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// With a small first letter, and without the full stop.
fn small(text: &str) -> String {
    let mut chars = text.trim_end_matches('.').chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

/// Whether it is YAML.
fn readable(text: &str) -> bool {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file: FileId = files.add("naskah", text);
    yaml::parse(&files, file, &mut sink).is_some() && !sink.has_errors()
}

/// Where the second text differs from the first, widened to whole words; `None` where it does not.
fn around(right: &str, wrong: &str) -> Option<(usize, usize)> {
    if right == wrong {
        return None;
    }
    let head: usize = right.chars().zip(wrong.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let tail: usize = right[head..]
        .chars()
        .rev()
        .zip(wrong[head..].chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let word = |c: char| c.is_alphanumeric() || c == '-' || c == '/';
    let left: usize = wrong[..head].chars().rev().take_while(|c| word(*c)).map(char::len_utf8).sum();
    let end = wrong.len() - tail;
    let right: usize = wrong[end..].chars().take_while(|c| word(*c)).map(char::len_utf8).sum();
    Some((head - left, end + right))
}

/// Where a new item goes, and how far it is indented.
fn gap(source: &str, tempat: Tempat) -> Option<(usize, String)> {
    static PATTERNS: OnceLock<Vec<(Tempat, Regex)>> = OnceLock::new();
    let patterns = PATTERNS.get_or_init(|| {
        [
            (Tempat::Menimbang, r"(?m)^menimbang:\n()( +)- "),
            (Tempat::Memperhatikan, r"(?m)^memperhatikan:\n()( +)- "),
            // Before the last decision.
            (Tempat::Diktum, r"(?ms)^diktum:\n.*?()^( +)- [^\n]*mulai berlaku"),
            (Tempat::Rincian, r"(?m)^ *rincian:\n()( +)- "),
            (Tempat::Naskah, r"(?m)^ +isi:\n()( +)- [^t]"),
            (Tempat::Mengingat, r"(?ms)^mengingat:\n.*?()^(?:memperhatikan|menetapkan|diktum):"),
        ]
        .map(|(tempat, pattern)| (tempat, Regex::new(pattern).expect("a pattern")))
        .into()
    });
    let (_, pattern) = patterns.iter().find(|(known, _)| *known == tempat)?;
    let found = pattern.captures(source)?;
    let own_end = source.contains("pertimbangan sebagaimana dimaksud");
    if tempat == Tempat::Menimbang && own_end || tempat == Tempat::Mengingat && source.contains("mengingat: [") {
        return None;
    }
    let indent = found.get(2).map_or("  ", |indent| indent.as_str());
    Some((found.get(1)?.start(), indent.to_owned()))
}

/// What stands before and after words, so that a text results.
fn frame(tempat: Tempat, bingkai: Bingkai, acak: &mut Acak) -> (&'static str, &'static str) {
    let frames: &[(&str, &str)] = match (tempat, bingkai) {
        (Tempat::Menimbang, Bingkai::Kalimat) => &[("bahwa ", "")],
        (_, Bingkai::Kalimat) | (Tempat::Mengingat | Tempat::Rincian, _) => &[("", "")],
        (Tempat::Menimbang, _) => &[
            ("bahwa untuk menjamin kelancaran kegiatan, diperlukan ", ""),
            ("bahwa ", " merupakan bagian penting dari penyelenggaraan kegiatan"),
            ("bahwa pimpinan telah menyetujui ", ""),
        ],
        (Tempat::Memperhatikan, _) => &[
            ("Nota Dinas Sekretaris tanggal 3 Maret perihal ", ""),
            ("Laporan kepala subbagian mengenai ", ""),
            ("Hasil rapat pleno yang membahas ", ""),
        ],
        (Tempat::Diktum, _) => &[
            ("Sekretaris menyiapkan ", " dan melaporkannya kepada Ketua."),
            ("Pelaksanaan tugas mencakup ", "."),
            ("Setiap pegawai mendukung ", " sesuai dengan tugasnya."),
        ],
        _ => &[
            ("Kegiatan ini mencakup ", "."),
            ("Pelaksana kegiatan menyiapkan ", " sesuai dengan kebutuhan."),
            ("Hal yang perlu dijaga ialah ", "."),
        ],
    };
    frames[acak.next(frames.len())]
}
