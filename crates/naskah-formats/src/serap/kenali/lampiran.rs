//! Attachments: the head, the title, what they hold, the signature under them.

use naskah_core::language::capitals::in_capitals;
use naskah_core::language::numerals::dari_romawi;

use crate::serap::baris::{Baris, Langkah};
use crate::serap::kata::{Label, is_attachment, label, may_be_attachment};
use crate::serap::pohon::{Lampiran, Pengesahan, Penutup, Pohon};
use crate::serap::sumber::{Kaya, Kertas, Rata};
use crate::serap::tanda::Tanda;

use super::Pengetahuan;
use super::{naskah, penutup};

/// Most lines of a title.
const MAX_TITLE: usize = 10;

/// Reads what begins at `from`: the attachments, each up to the next.
pub fn read(all: &[Langkah], from: usize, tahu: &Pengetahuan, pohon: &mut Pohon) {
    let begins: Vec<usize> = (from..all.len()).filter(|at| begins_at(all, *at)).collect();
    for (n, begin) in begins.iter().enumerate() {
        let end = begins.get(n + 1).copied().unwrap_or(all.len());
        let paper = all.iter().take(*begin).rev().find_map(|one| match one {
            Langkah::Kertas(kertas) => Some(*kertas),
            _ => None,
        });
        let part = all.get(*begin..end).unwrap_or_default();
        let one = attachment(part, paper.unwrap_or_default(), tahu, pohon);
        pohon.lampiran.push(one);
    }
}

/// Whether an attachment begins at a step: its label stands there, in small letters only over the number of the decree.
pub fn begins_at(all: &[Langkah], at: usize) -> bool {
    let Some(text) = all.get(at).and_then(line).map(Baris::text) else { return false };
    let headed = || {
        all.get(at + 1..)
            .unwrap_or_default()
            .iter()
            .take(4)
            .filter_map(line)
            .any(|line| opens_with(&line.teks, "NOMOR"))
    };
    is_attachment(&text) || (may_be_attachment(&text) && headed())
}

fn attachment(part: &[Langkah], kertas: Kertas, tahu: &Pengetahuan, pohon: &mut Pohon) -> Lampiran {
    let Kertas { lanskap, bingkai } = kertas;
    let mut one = Lampiran { lanskap, bingkai, ..Lampiran::default() };
    let name = words(&pohon.tentang);
    let after = head(part, &mut one, &name, &mut pohon.terpisah);
    let rest = part.get(after..).unwrap_or_default();
    let rest = rest.get(title(rest, tahu, &mut one, &pohon.kop)..).unwrap_or_default();
    let rest = rest.get(contents(rest, &mut one, pohon)..).unwrap_or_default();
    let rest = match one.judul.is_none() {
        true => rest.get(title(rest, tahu, &mut one, &pohon.kop)..).unwrap_or_default(),
        false => rest,
    };
    let end = tail(rest, tahu, &pohon.penutup);
    // Who signs at the left stands between the content and the signer.
    let left = beside(rest, end, tahu);
    let beside = rest.get(left..end).unwrap_or_default();
    pohon.sisa.extend(beside.iter().filter_map(line).map(|baris| baris.teks.clone()));
    one.isi = naskah::read(rest.get(..left).unwrap_or_default(), tahu);
    let tail: Vec<Baris> = rest.iter().skip(end).filter_map(line).cloned().collect();
    let certified = tail.iter().position(|baris| begins(baris, Label::Pengesahan));
    let signed = tail.iter().position(|baris| !begins(baris, Label::Pengesahan) && signs(baris, tahu, &pohon.penutup));
    let (sign, certify) = match (signed, certified) {
        (Some(signed), Some(certified)) if certified < signed => (signed..tail.len(), certified..signed),
        (_, Some(certified)) => (0..certified, certified..tail.len()),
        (_, None) => (0..tail.len(), 0..0),
    };
    if let Some(lines) = tail.get(sign).filter(|lines| !lines.is_empty()) {
        let mut own = Penutup::default();
        pohon.sisa.extend(penutup::signature(lines, tahu, &mut own));
        one.penutup = Some(own);
    }
    one.pengesahan = penutup::certifying(tail.get(certify).unwrap_or_default(), tahu);
    if let (Some(own), Some(first)) = (&mut one.pengesahan, &pohon.pengesahan) {
        unnamed(own, first);
    }
    one
}

/// What is only the lines of the decree's own block has no name, however the last line reads.
fn unnamed(own: &mut Pengesahan, first: &Pengesahan) {
    let text = |lines: &[Kaya]| lines.iter().map(Kaya::text).collect::<Vec<_>>().join(" ");
    let mut all = own.baris.clone();
    all.extend(own.nama.clone());
    if text(&all) == text(&first.baris) {
        *own = Pengesahan { baris: all, nama: None };
    }
}

fn line(one: &Langkah) -> Option<&Baris> {
    match one {
        Langkah::Baris(baris) => Some(baris),
        _ => None,
    }
}

/// The words of a text in capitals.
fn words(teks: &Kaya) -> Vec<String> {
    teks.text().split_whitespace().map(str::to_uppercase).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kepala {
    Label,
    Keputusan,
    Nomor,
    Tentang,
}

impl Kepala {
    /// The part that a line belongs to, which comes after this one or goes on with it.
    fn next(self, line: &Kaya) -> Self {
        let opens = |word| opens_with(line, word);
        match self {
            Self::Label | Self::Keputusan if opens("NOMOR") => Self::Nomor,
            Self::Label if opens("KEPUTUSAN") => Self::Keputusan,
            Self::Label | Self::Keputusan | Self::Nomor if opens("TENTANG") => Self::Tentang,
            same => same,
        }
    }
}

/// Whether a line begins with a word, however it is typed.
fn opens_with(line: &Kaya, word: &str) -> bool {
    let capitals = line.text().to_uppercase();
    capitals.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Reads the head; how many steps it takes. `name` is the decree's name, where the head ends once it is there.
fn head(part: &[Langkah], one: &mut Lampiran, name: &[String], apart: &mut Vec<(&'static str, String)>) -> usize {
    let mut state = Kepala::Label;
    let mut block = 0;
    let (mut keputusan, mut nomor, mut tentang) = (Kaya::default(), Kaya::default(), Kaya::default());
    let mut taken = part.len();
    for (at, step) in part.iter().enumerate() {
        let Some(baris) = line(step) else {
            taken = at;
            break;
        };
        let mut teks = baris.teks.clone();
        if at == 0 {
            let (label, length) = numbered(&baris.text());
            one.label = label;
            teks = teks.skip(length);
        }
        let next = state.next(&teks);
        let moved = at > 0 && baris.blok != block;
        let done = match state {
            Kepala::Tentang => ends(&words(&tentang), name, &words(&baris.teks), moved),
            same => next == same && moved && !goes_on(part.get(at..).unwrap_or_default()),
        };
        if done && at > 0 {
            taken = at;
            break;
        }
        one.komentar.extend(&baris.komentar);
        if next == Kepala::Nomor && opens_with(&teks, "TANGGAL") {
            apart.push(("tanggal pada kepala lampiran", baris.text()));
            block = baris.blok;
            continue;
        }
        match next {
            Kepala::Label => keputusan.join(&teks),
            Kepala::Keputusan => split_off(&teks, &mut keputusan, &mut nomor, &mut tentang),
            Kepala::Nomor => nomor.join(&teks),
            Kepala::Tentang if state != Kepala::Tentang => tentang.join(&behind(&teks, "TENTANG".len())),
            Kepala::Tentang => tentang.join(&teks),
        }
        state = if tentang.is_empty() { next } else { Kepala::Tentang };
        block = baris.blok;
    }
    one.kepala = part.iter().take(taken).filter_map(line).map(|baris| baris.teks.clone()).collect();
    one.tentang = (state == Kepala::Tentang).then_some(tentang);
    taken
}

/// What follows a word and the colon behind it.
fn behind(teks: &Kaya, length: usize) -> Kaya {
    let text = teks.text();
    let rest = text.get(length..).unwrap_or_default();
    teks.skip(text.len() - rest.trim_start_matches([':', ' ']).len())
}

/// Whether the number or the name of a head follows in the next lines.
fn goes_on(part: &[Langkah]) -> bool {
    let heads = part.iter().take(4).filter_map(line).map(|baris| baris.text().to_uppercase());
    heads.into_iter().any(|text| text.starts_with("NOMOR") || text.starts_with("TENTANG"))
}

/// A line of a head on which everything stands.
fn split_off(teks: &Kaya, keputusan: &mut Kaya, nomor: &mut Kaya, tentang: &mut Kaya) {
    let text = teks.text();
    let Some(at) = text.find(" NOMOR ") else { return keputusan.join(teks) };
    keputusan.join(&teks.take(at));
    let rest = teks.skip(at);
    match rest.text().find(" TENTANG ") {
        Some(at) => {
            nomor.join(&rest.take(at));
            tentang.join(&rest.skip(at + " TENTANG".len()));
        }
        None => nomor.join(&rest),
    }
}

/// Whether the name in a head is at its end before a line.
fn ends(have: &[String], name: &[String], next: &[String], moved: bool) -> bool {
    if have.is_empty() {
        return false;
    }
    if name.starts_with(have) {
        let left = name.get(have.len()..).unwrap_or_default();
        return left.is_empty() || (moved && !left.starts_with(next));
    }
    moved
}

/// The label with its number, and its length with what parts it from the rest.
fn numbered(text: &str) -> (String, usize) {
    let mut end = "LAMPIRAN".len();
    let rest = text.get(end..).unwrap_or_default();
    let next = rest.split_whitespace().next().unwrap_or_default();
    let number = next.trim_matches(|c: char| ":.".contains(c));
    if dari_romawi(number).is_some() || number.parse::<usize>().is_ok() {
        end += rest.find(number).unwrap_or(0) + number.len();
    }
    let own = text.get(end..).unwrap_or_default().trim_start_matches([':', ' ', '.']);
    (text.get(..end).unwrap_or_default().to_owned(), text.len() - own.len())
}

/// Reads a table of contents, which the program makes anew; how many steps it takes.
fn contents(rest: &[Langkah], one: &mut Lampiran, pohon: &mut Pohon) -> usize {
    let mut taken = 0;
    let mut words: Vec<String> = Vec::new();
    for step in rest {
        match step {
            Langkah::Baris(baris) => {
                let text = baris.text();
                let page = text.rsplit([' ', '.', '…']).next().is_some_and(|end| {
                    end.bytes().all(|b| b.is_ascii_digit()) && (!end.is_empty() || text.ends_with('…'))
                });
                let entry = page && text.chars().any(char::is_alphabetic);
                let begins = words.is_empty() && text.trim_end_matches(':').eq_ignore_ascii_case("daftar isi");
                let goes_on = !words.is_empty()
                    && (entry
                        || rest
                            .get(taken + 1)
                            .and_then(line)
                            .is_some_and(|next| next.blok == baris.blok && text.len() > 40));
                if !begins && !goes_on {
                    break;
                }
                words.push(text);
            }
            Langkah::Halaman | Langkah::Kertas(_) => {}
            _ => break,
        }
        taken += 1;
    }
    if words.len() < 2 {
        return 0;
    }
    one.daftar_isi = true;
    pohon.terpisah.extend(words.into_iter().map(|line| ("daftar isi", line)));
    taken
}

/// Reads the title; how many steps it takes.
fn title(rest: &[Langkah], tahu: &Pengetahuan, one: &mut Lampiran, kop: &[Kaya]) -> usize {
    let mut title = Kaya::default();
    let mut taken = 0;
    for (at, step) in rest.iter().enumerate().take(MAX_TITLE) {
        let lines = cover(rest.get(at..).unwrap_or_default(), kop);
        if lines > 0 && !title.is_empty() {
            one.sampul = true;
            taken += lines;
            break;
        }
        let baris = match step {
            Langkah::Baris(baris) => baris,
            Langkah::Kertas(kertas) => {
                (one.lanskap, one.bingkai) = (kertas.lanskap, kertas.bingkai);
                taken += 1;
                continue;
            }
            Langkah::Halaman => {
                taken += 1;
                continue;
            }
            _ => break,
        };
        let text = baris.text();
        let heading = baris.rata == Rata::Tengah || in_capitals(&text) || (!tahu.fisik && baris.teks.is_bold());
        let contents = text.eq_ignore_ascii_case("daftar isi");
        // A line in another style than the title is what follows it.
        let other =
            !title.is_empty() && in_capitals(&title.text()) && !in_capitals(&text) && baris.rata != Rata::Tengah;
        if !heading || other || contents || naskah::chapter(&text).is_some() || Tanda::read(&text).is_some() {
            break;
        }
        one.komentar.extend(&baris.komentar);
        title.join(&baris.teks);
        taken += 1;
    }
    one.judul = Some(title).filter(|title| !title.is_empty());
    taken
}

/// How many steps the foot of a cover takes: the office's lines as over the decree, the year, the end of the page.
fn cover(rest: &[Langkah], kop: &[Kaya]) -> usize {
    let mut taken = 0;
    for wanted in kop {
        match rest.get(taken).and_then(line) {
            Some(baris) if baris.text().to_uppercase() == wanted.text().to_uppercase() => taken += 1,
            _ => return 0,
        }
    }
    let year = |text: String| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let dated = rest.get(taken).and_then(line).is_some_and(|baris| year(baris.text()));
    let ends = matches!(rest.get(taken + 1), Some(Langkah::Halaman));
    if dated && ends && taken > 0 { taken + 1 } else { 0 }
}

/// Where the signature under an attachment begins.
fn tail(rest: &[Langkah], tahu: &Pengetahuan, closing: &Penutup) -> usize {
    let content = rest.iter().rposition(|one| matches!(one, Langkah::Tabel(_) | Langkah::Gambar(_)));
    let from = content.map_or(0, |at| at + 1);
    let found = (from..rest.len()).find(|at| {
        let baris = rest.get(*at).and_then(line);
        baris.is_some_and(|baris| begins(baris, Label::Pengesahan) || signs(baris, tahu, closing))
    });
    found.unwrap_or(rest.len())
}

/// Where the lines of another signature begin that end at `end`, where the signer's begin: a post that ends with a comma,
/// and short lines below it.
fn beside(rest: &[Langkah], end: usize, tahu: &Pengetahuan) -> usize {
    const MOST: usize = 10;
    if end >= rest.len() {
        return end;
    }
    let content = rest.get(..end).unwrap_or_default().iter().rposition(|one| line(one).is_none());
    let from = content.map_or(0, |at| at + 1).max(end.saturating_sub(MOST));
    let short = |one: &Langkah| {
        line(one).is_some_and(|baris| {
            let text = baris.text();
            text.chars().count() < 80 && !text.ends_with([';', ':']) && Tanda::read(&text).is_none()
        })
    };
    let opens = |at: usize| {
        let Some(baris) = rest.get(at).and_then(line) else { return false };
        let post = baris.text().split_whitespace().next().is_some_and(|first| tahu.is_post(first));
        let office = rest.iter().take(end.min(at + 3)).skip(at).filter_map(line);
        let comma = office.map(Baris::text).any(|text| text.ends_with(','));
        post && comma && rest.iter().take(end).skip(at).all(short)
    };
    (from..end).find(|at| opens(*at)).unwrap_or(end)
}

fn begins(baris: &Baris, wanted: Label) -> bool {
    label(&baris.text()).is_some_and(|(label, _)| label == wanted)
}

/// Whether a line begins the signature.
fn signs(baris: &Baris, tahu: &Pengetahuan, closing: &Penutup) -> bool {
    let text = baris.text();
    let same = closing.jabatan.first().is_some_and(|first| first.text() == text);
    let post = tahu.jabatan.iter().any(|post| text.starts_with(post.as_str())) && in_capitals(&text);
    same || post || begins(baris, Label::Ditetapkan)
}
