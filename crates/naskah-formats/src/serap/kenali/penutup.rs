//! The closing: place and day, the signer, who signs beside him, the certifying block.

use crate::serap::baris::Baris;
use crate::serap::kata::{Label, is_signed, label, place_and_day};
use crate::serap::pohon::{Pengesahan, Penutup, Pohon};
use crate::serap::sumber::Kaya;
use crate::serap::tanda::{Rupa, Tanda};

use super::Pengetahuan;

/// Reads the lines from "Ditetapkan di" on.
pub fn closing(lines: &[Baris], tahu: &Pengetahuan, pohon: &mut Pohon) {
    let (beside, lines): (Vec<Baris>, Vec<Baris>) = lines.iter().cloned().partition(|baris| baris.samping);
    let lines = &lines[..];
    let mut penutup = Penutup::default();
    let mut at = 0;
    while let Some(baris) = lines.get(at) {
        match label(&baris.text()) {
            Some((Label::Ditetapkan, length)) if penutup.di.is_none() => place(&baris.teks, length, &mut penutup),
            Some((Label::Tanggal, length)) if penutup.tanggal.is_none() => {
                penutup.tanggal = Some(baris.teks.skip(length));
            }
            None if at == 0 && place_and_day(&baris.text()).is_some() => {
                let length = place_and_day(&baris.text()).unwrap_or(0);
                penutup.di = Some(baris.teks.take(length));
                penutup.tanggal = Some(baris.teks.skip(length + 1));
            }
            _ => break,
        }
        at += 1;
    }
    let left = signature(lines.get(at..).unwrap_or_default(), tahu, &mut penutup);
    pohon.sisa.extend(left);
    if !beside.is_empty() {
        let mut other = Penutup::default();
        let left = signature(&beside, tahu, &mut other);
        match other.nama.is_some() && !other.jabatan.is_empty() {
            true => {
                pohon.sisa.extend(left);
                penutup.pendamping = Some(Box::new(other));
            }
            // What has no name is no signature.
            false => pohon.sisa.extend(beside.into_iter().map(|baris| baris.teks)),
        }
    }
    pohon.penutup = penutup;
}

/// The place, and the day where it stands on the same line.
fn place(teks: &Kaya, length: usize, penutup: &mut Penutup) {
    let rest = teks.skip(length);
    let text = rest.text();
    let small = text.to_lowercase();
    match small.find("pada tanggal").filter(|_| small.len() == text.len()) {
        Some(at) => {
            penutup.di = Some(rest.take(at));
            let day = rest.skip(at);
            penutup.tanggal = label(&day.text()).map(|(_, length)| day.skip(length));
        }
        None => penutup.di = Some(rest),
    }
}

/// Reads who signs: the lines of the office, `ttd`, the name, those who sign beside. What is left over is given back.
pub fn signature(lines: &[Baris], tahu: &Pengetahuan, penutup: &mut Penutup) -> Vec<Kaya> {
    let lines = numbered_names(lines);
    let lines = &lines[..];
    let signed = lines.iter().position(|baris| is_signed(&baris.text()));
    let comma = lines.iter().rposition(|baris| baris.text().ends_with(',') && !is_numbered(baris));
    // The office ends with a comma; without one, where the block ends or where the name begins.
    let name = match (signed, comma) {
        (Some(signed), _) => signed + 1,
        (None, Some(comma)) => comma + 1,
        (None, None) => {
            let last = lines.iter().rposition(|baris| !is_numbered(baris)).unwrap_or(0);
            let gap = lines.windows(2).position(|pair| matches!(pair, [a, b] if a.blok != b.blok));
            gap.map_or(last, |gap| gap + 1).min(last.max(1))
        }
    };
    let office = signed.unwrap_or(name);
    penutup.jabatan = lines.iter().take(office).map(|baris| baris.teks.clone()).collect();
    penutup.ttd = signed.and_then(|at| lines.get(at)).map(Baris::text);
    let mut left = Vec::new();
    for (at, baris) in lines.iter().enumerate().skip(name) {
        let text = baris.text();
        let dots = |text: &str| text.chars().all(|c| ".…_ ()".contains(c));
        let mark = Tanda::read(&text).filter(|mark| mark.rupa == Rupa::Angka);
        let own = mark.as_ref().map_or(text.as_str(), |mark| text.get(mark.panjang..).unwrap_or_default());
        let (own, post) = without_post(own, tahu);
        let next = penutup.anggota.len() + 1;
        match mark {
            // All who sign stand in one list, the signer first.
            Some(mark) if mark.nomor == 1 && at == name && is_name(own, tahu) => {
                penutup.nama = Some(Kaya::plain(own));
                penutup.samping.extend(post);
                penutup.bernomor = true;
            }
            Some(mark) if mark.nomor == next + usize::from(penutup.bernomor) && is_name(own, tahu) => {
                penutup.anggota.push(Kaya::plain(own));
                penutup.samping.extend(post);
            }
            None if at == name && is_name(&text, tahu) => penutup.nama = Some(baris.teks.clone()),
            _ if dots(&text) => {}
            // A place to sign has the number of its name.
            Some(mark) if own.is_empty() && mark.nomor <= penutup.anggota.len() => {}
            _ if at == name && signed.is_none() && comma.is_none() => penutup.jabatan.push(baris.teks.clone()),
            _ => left.push(baris.teks.clone()),
        }
    }
    left
}

/// The lines with each number on the line of its name, and the post and dots behind the name on the same line.
fn numbered_names(lines: &[Baris]) -> Vec<Baris> {
    let mut out: Vec<Baris> = Vec::new();
    for baris in lines {
        let text = baris.text();
        let dotted = text.contains("....") || text.contains('…') || text.contains("__");
        let alone = |last: &Baris| Tanda::read(&last.text()).is_some_and(|mark| mark.panjang == last.text().len());
        match out.last_mut().filter(|last| !is_numbered(baris) && (alone(last) || (dotted && is_numbered(last)))) {
            Some(last) => last.teks.join(&baris.teks),
            None => out.push(baris.clone()),
        }
    }
    out
}

/// A name and the post that is written behind it with the place to sign: `NAMA Anggota ……`.
fn without_post<'a>(text: &'a str, tahu: &Pengetahuan) -> (&'a str, Option<String>) {
    let end = |c: char| ".…_ ".contains(c);
    let stem = if text.contains('…') || text.contains("..") || text.contains("__") {
        // A place to sign may have the number of its name.
        let stem = text.trim_end_matches(end);
        stem.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end()
    } else {
        text
    };
    let post = stem.rsplit_once(' ').filter(|(_, post)| tahu.is_post(post));
    let name = post.map_or(stem, |(name, _)| name.trim_end());
    let beside = text.get(name.len()..).unwrap_or_default().trim();
    (name, Some(beside.to_owned()).filter(|beside| !beside.is_empty()))
}

/// Whether a line can be the name of a person: no post, number, address or line of an office.
fn is_name(text: &str, tahu: &Pengetahuan) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let capital = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let doctor = first.to_lowercase().starts_with("dr");
    let broken = text.ends_with([',', ':', ';']) || text.chars().any(|c| c.is_ascii_digit() || "/@…_".contains(c));
    let short = text.chars().count() <= 80;
    (capital || doctor) && short && !broken && !is_signed(text) && !tahu.is_post(first) && label(text).is_none()
}

fn is_numbered(baris: &Baris) -> bool {
    Tanda::read(&baris.text()).is_some()
}

/// Reads a certifying block: the last line is the name, where it does not end like a line of an office.
pub fn certifying(lines: &[Baris], tahu: &Pengetahuan) -> Option<Pengesahan> {
    let (last, before) = lines.split_last()?;
    let signed = lines.iter().any(|baris| is_signed(&baris.text()));
    let text = last.text();
    let office = before.iter().rposition(|baris| baris.text().ends_with(','));
    let apart = before.last().is_some_and(|before| before.blok != last.blok);
    let named = !text.ends_with(',') && (signed || apart || office.is_some_and(|at| at + 1 == before.len()));
    let named = named || (before.len() > 3 && !text.ends_with(','));
    let named = named && is_name(&text, tahu);
    let (before, nama) = if named { (before, Some(last.teks.clone())) } else { (lines, None) };
    let baris = before.iter().filter(|baris| !is_signed(&baris.text())).map(|baris| baris.teks.clone()).collect();
    Some(Pengesahan { baris, nama })
}
