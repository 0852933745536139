//! What an abstract says: from the decree's own `abstrak` and `subjek`, and where they are empty from the decree, to be
//! looked over.

use serde::Serialize;

use super::{Bahan, singkat};
use crate::office::hubungan::Kaitan;
use naskah_core::catalog::Halaman;
use naskah_core::decree::{Butir, Teks};
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::language::capitals::title_upper;

/// An abstract with nothing left to decide but where lines break.
#[derive(Serialize)]
pub struct Isi {
    /// What the PDF says of itself.
    meta: Meta,
    /// The office's page furniture.
    pub halaman: Halaman,
    /// Subject, year, source and title.
    kepala: [String; 4],
    /// ABSTRAK and CATATAN.
    bagian: [Bagian; 2],
    /// What was not written and must be looked over.
    tinjau: Option<String>,
    /// Every text with the place that it comes from.
    #[serde(skip)]
    pub texts: Vec<Teks>,
}

/// What the PDF says of itself.
#[derive(Serialize)]
struct Meta {
    judul: String,
    pengarang: String,
    tanggal: (i32, u32, u32),
}

/// A labelled part.
#[derive(Serialize)]
struct Bagian {
    label: &'static str,
    butir: Vec<String>,
}

/// Longer reasons and matters are not put together from several items, in characters.
const PANJANG: usize = 700;

/// Everything that the page says; what was not written is reported.
pub fn isi(bahan: &Bahan, sink: &mut Sink) -> Isi {
    let meta = &bahan.resolved().naskah().meta;
    let bases: Vec<String> = basis_texts(bahan).map(|text| singkat::sitasi(&text)).collect();
    let materi: Vec<String> = match &bahan.abstrak.materi[..] {
        [] => matters(bahan),
        written => written.iter().map(plain).collect(),
    };
    let alasan = bahan.abstrak.alasan.as_ref().map_or_else(|| reasons(bahan), plain);
    let body = vec![
        Some(alasan).filter(|alasan| !alasan.is_empty()).map(closed),
        Some(closed(format!("Dasar Hukum Keputusan ini adalah: {}", bases.join("; ")))),
        Some(closed(format!("Dalam Keputusan ini diatur tentang: {}", materi.join("; ")))),
    ];
    let body: Vec<String> = body.into_iter().flatten().collect();
    let kepala = [subjek(bahan), bahan.tercatat.kunci.tahun.to_string(), source_line(bahan), title_upper(&meta.judul)];
    let notes = notes(bahan);
    let missing = missing(bahan);
    warn(bahan, &missing, sink);
    let tinjau = listed(&missing)
        .map(|parts| format!("Untuk ditinjau sebelum dipublikasikan: {parts} disusun otomatis dari naskah keputusan."));
    let own = [&bahan.subjek[..], &bahan.abstrak.materi, &bahan.abstrak.catatan].into_iter().flatten();
    let own = own.chain(&bahan.abstrak.alasan).cloned();
    let generated =
        kepala.iter().chain(&body).chain(&notes).map(|text| Teks::plain(text, bahan.keputusan().tentang.span));
    Isi {
        meta: Meta {
            judul: format!("Abstrak {}", meta.judul),
            pengarang: meta.pengarang.clone(),
            tanggal: meta.tanggal,
        },
        halaman: bahan.kantor.halaman.clone(),
        texts: own.chain(generated).collect(),
        kepala,
        bagian: [Bagian { label: "ABSTRAK", butir: body }, Bagian { label: "CATATAN", butir: notes }],
        tinjau,
    }
}

/// The subjects in capitals, joined by dashes; the decree's name where there are none.
pub fn subjek(bahan: &Bahan) -> String {
    let subjects: Vec<String> = bahan.subjek.iter().map(|text| title_upper(text.as_plain().trim())).collect();
    match subjects.is_empty() {
        true => title_upper(&bahan.keputusan().tentang.as_plain()),
        false => subjects.join(" - "),
    }
}

/// Where the decree is to be found, and how long it is: `JDIH KPU: 3 HLM`
pub fn sumber(bahan: &Bahan) -> String {
    format!("JDIH KPU: {} HLM", bahan.tercatat.terbit.halaman)
}

/// `KEPUTUSAN KPU KAB SEMARANG NO. 12, JDIH KPU: 3 HLM`
fn source_line(bahan: &Bahan) -> String {
    let post = bahan.resolved().kuasa().map_or("", |person| person.jabatan.as_str());
    let maker = if post.starts_with("Ketua") { String::new() } else { format!("{} ", post.to_uppercase()) };
    let nomor = &bahan.tercatat.kunci.nomor;
    format!("KEPUTUSAN {maker}{} NO. {nomor}, {}", singkat::kantor(&bahan.kantor), sumber(bahan))
}

fn basis_texts(bahan: &Bahan) -> impl Iterator<Item = String> {
    let part = bahan.resolved().naskah().bagian.iter().filter(|bagian| bagian.label == "Mengingat");
    part.flat_map(|bagian| &bagian.butir).map(|butir| butir.teks.as_plain())
}

/// The considerations as one sentence; the first alone where all of them are too long. One that opens a list says nothing
/// without it and is left to be written.
fn reasons(bahan: &Bahan) -> String {
    let whole = bahan.keputusan().menimbang.butir.iter().filter(|butir| butir.rincian.is_none());
    let items: Vec<String> = whole.map(|butir| plain(&butir.teks)).collect();
    let all = items.join("; ");
    let text = if all.chars().count() <= PANJANG { all } else { items.into_iter().next().unwrap_or_default() };
    capitalized(&text)
}

/// What is decided, where every decision but that of coming into force names it: "Menetapkan …". Any other decision is a
/// sentence that cannot follow "diatur tentang", so the decree's name stands there until somebody writes the matters.
fn matters(bahan: &Bahan) -> Vec<String> {
    let decisions = bahan.keputusan().diktum.iter().filter(|butir| !plain(&butir.teks).contains("mulai berlaku"));
    let matter = |butir: &Butir| {
        let text = plain(&butir.teks);
        let text = text.split(" sebagaimana tercantum dalam Lampiran").next()?;
        let named = text.strip_prefix("Menetapkan ").filter(|name| !name.contains(['.', ':', ';']));
        named.filter(|_| butir.rincian.is_none() && butir.penutup.is_none()).map(str::to_owned)
    };
    let all: Option<Vec<String>> = decisions.map(matter).collect();
    let short =
        |all: &Vec<String>| !all.is_empty() && all.iter().map(|text| text.chars().count()).sum::<usize>() <= PANJANG;
    all.filter(short).unwrap_or_else(|| vec![bahan.keputusan().tentang.as_plain()])
}

/// When it came into force, what was written, what became of it, how long its lampirans are.
fn notes(bahan: &Bahan) -> Vec<String> {
    let day = bahan.keputusan().ditetapkan.tanggal.as_ref().map(|day| day.value.to_string()).unwrap_or_default();
    let clause =
        bahan.keputusan().diktum.iter().map(|butir| plain(&butir.teks)).find(|text| text.contains("mulai berlaku"));
    let begins = "pada tanggal ditetapkan";
    let mut notes = vec![match clause {
        Some(clause) if clause.contains(begins) => clause.replacen(begins, &format!("{begins}, {day}"), 1),
        Some(clause) => format!("{clause}; ditetapkan pada tanggal {day}"),
        None => format!("Keputusan ini ditetapkan pada tanggal {day}"),
    }];
    notes.extend(bahan.abstrak.catatan.iter().map(plain));
    for (kaitan, kunci) in &bahan.nasib {
        let word = if *kaitan == Kaitan::Mengubah { "diubah" } else { "dicabut" };
        let other =
            if kunci.kantor == bahan.tercatat.kunci.kantor { String::new() } else { format!(" ({})", kunci.kantor) };
        notes.push(format!("Keputusan ini {word} dengan Keputusan {kunci}{other}"));
    }
    if let Some(batal) = &bahan.tercatat.batal {
        notes.push(format!("Keputusan ini dibatalkan: {}", batal.alasan));
    }
    notes.extend(bahan.lampiran.filter(|pages| *pages > 0).map(|pages| format!("Lampiran: {pages} hlm")));
    notes.into_iter().map(closed).collect()
}

/// What was left to the program.
fn missing(bahan: &Bahan) -> Vec<&'static str> {
    let parts = [
        ("subjek", bahan.subjek.is_empty()),
        ("alasan", bahan.abstrak.alasan.is_none()),
        ("materi", bahan.abstrak.materi.is_empty()),
    ];
    parts.into_iter().filter(|(_, empty)| *empty).map(|(name, _)| name).collect()
}

fn warn(bahan: &Bahan, missing: &[&str], sink: &mut Sink) {
    let place = bahan.keputusan().tentang.span;
    let hint =
        "isi dalam berkas tersendiri dan sebut dengan --pelengkap; untuk keputusan berikutnya isi sebelum terbit";
    if missing.contains(&"subjek") {
        let message = "`subjek` belum diisi; nama keputusan dipakai sebagai gantinya";
        sink.push(Diagnostic::peringatan(Code::SUBJEK_KOSONG, place, message).hint(hint));
    }
    for (name, from) in
        [("alasan", "Menimbang"), ("materi", "diktum")].iter().filter(|(name, _)| missing.contains(name))
    {
        let message = format!("`{name}` dalam `abstrak` belum diisi; disusun dari {from} dan perlu ditinjau");
        sink.push(Diagnostic::peringatan(Code::ABSTRAK_OTOMATIS, place, message).hint(hint));
    }
}

/// `a, b, dan c`; `None` of nothing.
fn listed(words: &[&str]) -> Option<String> {
    match words {
        [] => None,
        [one] => Some((*one).to_owned()),
        [one, two] => Some(format!("{one} dan {two}")),
        [most @ .., last] => Some(format!("{}, dan {last}", most.join(", "))),
    }
}

/// A text on one line, without the mark at its end.
fn plain(text: &Teks) -> String {
    let text = text.as_plain().split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_end_matches([';', '.', ',']).to_owned()
}

fn closed(text: String) -> String {
    if text.ends_with(['.', '!', '?']) { text } else { text + "." }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
