//! The answer for a PDF: as text, and as one JSON object a line.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::office::register::Kunci;
use naskah_core::decree::Rupa;
use naskah_core::diag::{Code, in_json, on_one_line};
use naskah_core::fingerprint::Sidik;
use naskah_core::language::saat::Saat;
use naskah_core::resolve::Bentuk;
use naskah_formats::pdf::{Isian, Jenis, Tambahan};

/// What each proof is worth, said with every answer for people.
pub const WORTH: &str = "nilai bukti: PDF saja hanya menunjukkan bahwa teks cocok dengan sumber di dalamnya; register atau \
                         sidik yang tercetak menunjukkan bahwa itulah yang terbit; siapa yang menerbitkannya hanya \
                         ditunjukkan oleh tanda tangan elektronik kantor, yang keabsahannya tidak diperiksa di sini\n";

/// The answer, from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hasil {
    /// The PDF is what its source makes.
    Sama,
    /// That cannot be told.
    TidakDapat,
    /// It is not, or not what was issued.
    Berbeda,
}

impl Hasil {
    fn name(self) -> &'static str {
        match self {
            Self::Sama => "sama",
            Self::TidakDapat => "tidak dapat diperiksa",
            Self::Berbeda => "berbeda",
        }
    }
}

/// What the register says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Catatan {
    /// It was not asked.
    Belum,
    /// There is no register.
    Tiada,
    /// It cannot be read.
    Rusak(String),
    /// It has no decree of that number.
    TakTercatat,
    /// It has no decree of those bytes; which number the PDF bears is not known.
    TakDikenal,
    /// The PDF is a draft.
    Konsep,
    /// The PDF is a paper beside the decrees, which the register does not keep.
    Luar(Rupa),
    /// The PDF is what was issued, or was made from it.
    Terbit {
        /// Which decree.
        kunci: Kunci,
        /// When it was issued.
        tanggal: String,
        /// Why it was withdrawn.
        batal: Option<String>,
    },
    /// Another build may have written it otherwise than this one would.
    TakTerbanding {
        /// Which decree was issued under its number.
        kunci: Kunci,
        /// When it was issued.
        tanggal: String,
        /// What cannot be compared.
        apa: Vec<String>,
    },
    /// Something else was issued under its number.
    Lain {
        /// Which decree.
        kunci: Kunci,
        /// When it was issued.
        tanggal: String,
        /// What differs.
        apa: Vec<String>,
    },
}

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selisih {
    /// The page, from 0.
    pub halaman: Option<usize>,
    /// What is so; empty where the words say it.
    pub keterangan: String,
    /// The words before it.
    pub sebelum: String,
    /// What stands there by the source.
    pub semula: Option<String>,
    /// What stands there in the PDF.
    pub menjadi: Option<String>,
    /// The words after it.
    pub sesudah: String,
    /// The words that are covered.
    pub menutupi: Option<String>,
    /// Where that is on the page: left, top, right, bottom in millimetres from its top left corner.
    pub tempat: Option<[i64; 4]>,
}

impl Selisih {
    /// A difference without words.
    pub fn remark(halaman: Option<usize>, keterangan: &str) -> Self {
        Self { halaman, keterangan: keterangan.to_owned(), ..Self::default() }
    }

    fn to_text(&self) -> String {
        let page = self.halaman.map_or(String::new(), |page| format!("halaman {}: ", page + 1));
        let note = match &self.menutupi {
            Some(words) => format!("{} \"{}\"", self.keterangan, begun(words)),
            None => self.keterangan.clone(),
        };
        let (Some(old), Some(new)) = (&self.semula, &self.menjadi) else { return format!("{page}{note}") };
        let quoted = |words: &str| if words.is_empty() { "(tidak ada)".to_owned() } else { format!("\"{words}\"") };
        let what = format!("semula {}, sekarang {}", quoted(old), quoted(new));
        match (note.is_empty(), self.sebelum.is_empty() && self.sesudah.is_empty()) {
            (false, _) => format!("{page}{note}: {what}"),
            (true, true) => format!("{page}{what}"),
            (true, false) => format!("{page}{what}, pada \"{} [ ] {}\"", self.sebelum, self.sesudah),
        }
    }

    fn to_json(&self) -> Value {
        json!({
            "halaman": self.halaman.map(|page| page + 1),
            "keterangan": self.keterangan,
            "sebelum": self.sebelum,
            "semula": self.semula,
            "menjadi": self.menjadi,
            "sesudah": self.sesudah,
            "menutupi": self.menutupi,
            "tempat": self.tempat,
        })
    }
}

/// What a second renderer saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gambar {
    /// How many pages were drawn.
    pub dilihat: usize,
    /// Whether nothing was seen to differ.
    pub sama: bool,
}

/// The answer for a PDF, with its reasons.
#[derive(Debug, Clone)]
pub struct Jawaban {
    /// The file.
    pub berkas: String,
    /// The answer.
    pub hasil: Hasil,
    /// The kind of a bad answer.
    pub kode: Option<Code>,
    /// Whether the bytes are the same to the last.
    pub tepat: bool,
    /// The reasons of the answer.
    pub alasan: Vec<String>,
    /// What differs.
    pub perbedaan: Vec<Selisih>,
    /// What was added later.
    pub tambahan: Vec<Tambahan>,
    /// Pages of the decree made again.
    pub halaman: Option<usize>,
    /// Original, copy or extract.
    pub bentuk: Option<Bentuk>,
    /// The program that made the PDF, as it says itself.
    pub program: String,
    /// The fingerprint of the original.
    pub sidik: Option<Sidik>,
    /// Whether the bytes are others, but no word.
    pub ditulis_ulang: bool,
    /// Whether nothing differs but what came with signatures: what they show, and what they say.
    pub hanya_penyerta: bool,
    /// What a second renderer saw, where it was asked.
    pub gambar: Option<Gambar>,
    /// What the register says.
    pub register: Catatan,
}

impl Jawaban {
    /// The good answer, until something speaks against it.
    pub fn new(berkas: String, halaman: usize, program: String) -> Self {
        Self { halaman: Some(halaman), hasil: Hasil::Sama, kode: None, program, ..Self::unknown(berkas, String::new()) }
    }

    /// The answer where nothing could be told.
    pub fn unknown(berkas: String, alasan: String) -> Self {
        Self {
            berkas,
            hasil: Hasil::TidakDapat,
            kode: Some(Code::PDF_TAK_DIPERIKSA),
            tepat: false,
            alasan: if alasan.is_empty() { Vec::new() } else { vec![alasan] },
            perbedaan: Vec::new(),
            tambahan: Vec::new(),
            halaman: None,
            bentuk: None,
            program: String::new(),
            sidik: None,
            ditulis_ulang: false,
            hanya_penyerta: false,
            gambar: None,
            register: Catatan::Belum,
        }
    }

    /// Replaces the answer, with the kind of a bad one.
    pub fn answer(&mut self, hasil: Hasil, kode: Code) {
        (self.hasil, self.kode) = (hasil, Some(kode));
    }

    /// What was issued vouches for nothing that was changed since.
    pub fn disclaim(&mut self) {
        if let (Hasil::Berbeda, Catatan::Terbit { kunci, tanggal, .. }) = (self.hasil, &self.register) {
            let apa = match self.hanya_penyerta {
                true => "yang menyertai tanda tangannya".to_owned(),
                false => "isi PDF ini, yang diubah sesudah dibuat".to_owned(),
            };
            let apa = vec![apa];
            self.register = Catatan::Lain { kunci: kunci.clone(), tanggal: tanggal.clone(), apa };
        }
    }

    /// For programs or for people.
    pub fn told(&self, json: bool) -> String {
        if json { self.to_json() } else { self.to_text() }
    }

    /// For people: the answer, and a line for each reason.
    pub fn to_text(&self) -> String {
        let code = self.kode.map_or(String::new(), |code| format!("[{code}]"));
        let pages = self.halaman.map_or(String::new(), |count| format!(" ({count} halaman)"));
        let mut out = format!("{}{code}: {}{pages}\n", self.hasil.name(), on_one_line(&self.berkas));
        let mut line = |text: String| {
            let _ = writeln!(out, "  {}", on_one_line(&text));
        };
        if self.hasil == Hasil::Sama {
            line(match (self.tepat, self.tambahan.is_empty()) {
                (true, _) => "sama sampai bita terakhir dengan yang disusun ulang dari sumber di dalamnya".to_owned(),
                (false, true) => {
                    "sama halaman demi halaman dengan yang disusun ulang dari sumber di dalamnya".to_owned()
                }
                (false, false) => "sama halaman demi halaman; yang berikut ditambahkan sesudahnya".to_owned(),
            });
        }
        if let (Hasil::Sama, Some(Gambar { dilihat, sama: true })) = (self.hasil, self.gambar) {
            line(format!("gambar {dilihat} halaman sama menurut penampil kedua, selain tempat tanda tangan"));
        }
        self.alasan.iter().for_each(|reason| line(reason.clone()));
        gathered(&self.perbedaan).into_iter().for_each(&mut line);
        for addition in &self.tambahan {
            line(addition_text(addition));
            said(addition).into_iter().for_each(|(what, text)| line(format!("  {what}: {}", begun(&text))));
        }
        if let Some(sidik) = self.sidik {
            line(format!("sidik asli: {}", sidik.pendek()));
        }
        if let Some(text) = self.register_text() {
            line(format!("register: {text}"));
        }
        out
    }

    fn register_text(&self) -> Option<String> {
        Some(match &self.register {
            Catatan::Belum => return None,
            Catatan::Tiada => "tidak ada, sehingga tidak diketahui apakah ini yang terbit".to_owned(),
            Catatan::Rusak(why) => format!("tidak dapat dipakai: {why}"),
            Catatan::TakTercatat => "tidak tercatat, sehingga tidak diketahui apakah ini yang terbit".to_owned(),
            Catatan::TakDikenal => {
                "tidak memuat asli yang bitanya seperti ini; apakah nomornya tercatat tidak dapat diperiksa".to_owned()
            }
            Catatan::Konsep => "tidak diperiksa, sebab ini konsep".to_owned(),
            Catatan::Luar(rupa) => format!(
                "{} tidak dicatat di dalamnya; apakah ini yang ditetapkan hanya ditunjukkan oleh sidiknya (`--sidik`) atau \
                 tanda tangannya",
                rupa.nama()
            ),
            Catatan::Terbit { kunci, tanggal, batal } => {
                let what = match self.bentuk {
                    Some(Bentuk::Salinan) => "salinan dari ",
                    Some(Bentuk::Petikan) => "petikan dari ",
                    _ => "asli ",
                };
                let withdrawn = batal.as_ref().map_or(String::new(), |why| format!(", SUDAH DIBATALKAN: {why}"));
                format!("{what}{kunci} ({}, seri {}), terbit {tanggal}{withdrawn}", kunci.kantor, kunci.seri)
            }
            Catatan::TakTerbanding { kunci, tanggal, apa } => format!(
                "{kunci} terbit tanggal {tanggal}, tetapi tidak dapat dibandingkan: {}{}",
                apa.join("; "),
                if self.program.is_empty() { String::new() } else { format!(", ditulis oleh {}", self.program) }
            ),
            Catatan::Lain { kunci, tanggal, .. } if self.hanya_penyerta => format!(
                "halamannya sama dengan {kunci} yang terbit tanggal {tanggal}; yang lain hanya yang menyertai tanda tangannya"
            ),
            Catatan::Lain { kunci, tanggal, apa } => {
                format!("bukan yang terbit sebagai {kunci} tanggal {tanggal}: lain {}", apa.join("; "))
            }
        })
    }

    /// For programs: one object, one line.
    pub fn to_json(&self) -> String {
        let register = match &self.register {
            Catatan::Belum | Catatan::Tiada => json!({"keadaan": "tanpa-register"}),
            Catatan::Rusak(why) => json!({"keadaan": "rusak", "keterangan": [why]}),
            Catatan::TakTercatat => json!({"keadaan": "tidak-tercatat"}),
            Catatan::TakDikenal => json!({"keadaan": "tak-dikenal"}),
            Catatan::Konsep => json!({"keadaan": "konsep"}),
            Catatan::Luar(rupa) => json!({"keadaan": "di-luar-register", "keterangan": [rupa.nama()]}),
            Catatan::Terbit { kunci, tanggal, batal } => {
                json!({"keadaan": "terbit", "keputusan": kunci, "tanggal": tanggal, "batal": batal})
            }
            Catatan::TakTerbanding { kunci, tanggal, apa } => {
                json!({"keadaan": "tak-terbanding", "keputusan": kunci, "tanggal": tanggal, "keterangan": apa})
            }
            Catatan::Lain { kunci, tanggal, apa } => {
                json!({"keadaan": "bukan-yang-terbit", "keputusan": kunci, "tanggal": tanggal, "keterangan": apa})
            }
        };
        let object = json!({
            "berkas": self.berkas,
            "hasil": self.hasil.name().replace(' ', "-"),
            "kode": self.kode.map(|code| code.id),
            "tepat": self.tepat,
            "alasan": self.alasan,
            "halaman": self.halaman,
            "bentuk": self.bentuk,
            "program": self.program,
            "sidik": self.sidik,
            "perbedaan": self.perbedaan.iter().map(Selisih::to_json).collect::<Vec<_>>(),
            "gambar": self.gambar.map(|seen| json!({"dilihat": seen.dilihat, "sama": seen.sama})),
            "tambahan": self.tambahan.iter().map(addition_json).collect::<Vec<_>>(),
            "register": register,
        });
        format!("{}\n", in_json(&object.to_string()))
    }
}

/// The beginning of a text that is too long to be told.
fn begun(text: &str) -> String {
    /// So many letters are told.
    const TOLD: usize = 500;
    let count = text.chars().count();
    match count > TOLD {
        true => format!("{} … ({count} huruf)", text.chars().take(TOLD).collect::<String>()),
        false => text.to_owned(),
    }
}

/// The differences, one a line; the same remark about several pages is one line.
fn gathered(differences: &[Selisih]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for difference in differences {
        let remark = difference.keterangan.as_str();
        let (Some(_), None, None) = (difference.halaman, &difference.semula, &difference.menutupi) else {
            lines.push(difference.to_text());
            continue;
        };
        if told.contains(&remark) {
            continue;
        }
        told.push(remark);
        let alike = differences
            .iter()
            .filter(|other| other.keterangan == remark && other.semula.is_none() && other.menutupi.is_none());
        let pages: Vec<usize> = alike.filter_map(|other| other.halaman).map(|page| page + 1).collect();
        lines.push(format!("halaman {}: {remark}", ranges(&pages)));
    }
    lines
}

/// `2–9, 11` of page numbers.
fn ranges(pages: &[usize]) -> String {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for page in pages {
        match out.last_mut() {
            Some((_, last)) if *last + 1 == *page => *last = *page,
            _ => out.push((*page, *page)),
        }
    }
    let range = |(first, last): &(usize, usize)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    };
    out.iter().map(range).collect::<Vec<_>>().join(", ")
}

fn addition_text(addition: &Tambahan) -> String {
    let (kind, name) = kind_of(&addition.jenis);
    let kind = match addition.jenis {
        Jenis::Anotasi(_) => "anotasi",
        _ => kind,
    };
    let name = if name.is_empty() { String::new() } else { format!(" `{name}`") };
    let page = addition.halaman.map_or(String::new(), |page| format!(" pada halaman {}", page + 1));
    let words = match (addition.kata.is_empty(), addition.tampilan.melukis) {
        (false, _) => format!(": \"{}\"", addition.kata),
        (true, true) => ", yang melukis sesuatu tanpa kata".to_owned(),
        (true, false) => String::new(),
    };
    format!("ditambahkan: {kind}{name}{page}{words}")
}

/// What a signature or a time stamp says, for people: by whom, why, where, when.
fn said(addition: &Tambahan) -> Vec<(&'static str, String)> {
    if !matches!(addition.jenis, Jenis::TandaTangan(_) | Jenis::StempelWaktu(_)) {
        return Vec::new();
    }
    let penanda = &addition.tampilan.penanda;
    let owner = penanda.pemilik.as_ref().map_or("tidak terbaca".to_owned(), |owner| {
        let more: Vec<String> = owner.lain.iter().map(|(kind, text)| format!("{}: {text}", attribute(*kind))).collect();
        match more.is_empty() {
            true => owner.nama.clone(),
            false => format!("{} ({})", owner.nama, more.join("; ")),
        }
    });
    let moments = |all: &[Saat]| all.iter().map(Saat::told).collect::<Vec<_>>().join("; ");
    let entries = [
        ("Reason", penanda.alasan.clone()),
        ("Location", penanda.tempat.clone()),
        ("ContactInfo", penanda.kontak.clone()),
        ("Name", penanda.nama.clone()),
        ("M", penanda.waktu.clone()),
    ];
    let times = [("waktunya", moments(&penanda.saat)), ("stempel waktunya", moments(&penanda.stempel))];
    let others = ("sertifikat lain di dalam buktinya", penanda.lain.join("; "));
    [("sertifikat atas nama", owner), others]
        .into_iter()
        .chain(entries)
        .chain(times)
        .filter(|(_, text)| !text.trim().is_empty())
        .collect()
}

/// An attribute of a certificate as its issuers call it.
fn attribute(kind: Isian) -> &'static str {
    match kind {
        Isian::Lembaga => "O",
        Isian::Unit => "OU",
        Isian::Jabatan => "jabatan",
        Isian::Orang => "nama lain",
        Isian::Tempat => "tempat",
        Isian::Negara => "negara",
        Isian::Nomor => "nomor",
        Isian::Keterangan => "keterangan",
        Isian::Surel => "surel",
        Isian::Perluasan => "perluasan",
        Isian::Lain => "lain",
    }
}

fn addition_json(addition: &Tambahan) -> Value {
    let (kind, name) = kind_of(&addition.jenis);
    let penanda = &addition.tampilan.penanda;
    let owner = penanda.pemilik.as_ref().map(|owner| {
        let more: Vec<Value> =
            owner.lain.iter().map(|(kind, text)| json!({"isian": attribute(*kind), "teks": text})).collect();
        json!({"cn": owner.nama, "lain": more})
    });
    let moments = |all: &[Saat]| all.iter().map(Saat::told).collect::<Vec<_>>();
    let proof = matches!(addition.jenis, Jenis::TandaTangan(_) | Jenis::StempelWaktu(_)).then(|| {
        json!({
            "sertifikat": owner,
            "sertifikat_lain": penanda.lain,
            "reason": penanda.alasan,
            "location": penanda.tempat,
            "contact_info": penanda.kontak,
            "name": penanda.nama,
            "m": penanda.waktu,
            "waktu": moments(&penanda.saat),
            "stempel": moments(&penanda.stempel),
        })
    });
    json!({
        "halaman": addition.halaman.map(|page| page + 1),
        "jenis": kind.replace(' ', "-"),
        "nama": name,
        "kata": addition.kata,
        "bukti": proof,
    })
}

/// The kind of an addition, and its name.
fn kind_of(jenis: &Jenis) -> (&'static str, &str) {
    match jenis {
        Jenis::TandaTangan(name) => ("tanda tangan elektronik", name),
        Jenis::StempelWaktu(name) => ("stempel waktu", name),
        Jenis::Isian(name) => ("isian", name),
        Jenis::Anotasi(kind) => ("anotasi", kind),
        Jenis::Cap => ("cap", ""),
    }
}
