//! The closing: place and day, the signer, who signs beside him, the certifying block.

use crate::serap::baris::Baris;
use crate::serap::kata::{Label, is_signed, label};
use crate::serap::pohon::{Pengesahan, Penutup, Pohon};
use crate::serap::sumber::Kaya;
use crate::serap::tanda::Tanda;

/// Reads the lines from "Ditetapkan di" on.
pub fn closing(lines: &[Baris], pohon: &mut Pohon) {
    let mut penutup = Penutup::default();
    let mut at = 0;
    while let Some(baris) = lines.get(at) {
        match label(&baris.text()) {
            Some((Label::Ditetapkan, length)) if penutup.di.is_none() => place(&baris.teks, length, &mut penutup),
            Some((Label::Tanggal, length)) if penutup.tanggal.is_none() => {
                penutup.tanggal = Some(baris.teks.skip(length));
            }
            _ => break,
        }
        at += 1;
    }
    let left = signature(lines.get(at..).unwrap_or_default(), &mut penutup);
    pohon.sisa.extend(left);
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
pub fn signature(lines: &[Baris], penutup: &mut Penutup) -> Vec<Kaya> {
    let signed = lines.iter().position(|baris| is_signed(&baris.text()));
    let comma = lines.iter().rposition(|baris| baris.text().ends_with(',') && !is_numbered(baris));
    // The office ends with a comma; without one, where the block ends or where the name begins.
    let name = match (signed, comma) {
        (Some(signed), _) => signed + 1,
        (None, Some(comma)) if comma + 1 < lines.len() => comma + 1,
        (None, _) => {
            let last = lines.iter().rposition(|baris| !is_numbered(baris)).unwrap_or(0);
            let gap = lines.windows(2).position(|pair| matches!(pair, [a, b] if a.blok != b.blok));
            gap.map_or(last, |gap| gap + 1).min(last.max(1))
        }
    };
    let office = signed.unwrap_or(name);
    penutup.jabatan = lines.iter().take(office).map(|baris| baris.teks.clone()).collect();
    penutup.ttd = signed.and_then(|at| lines.get(at)).map(Baris::text);
    penutup.nama = lines.get(name).map(|baris| baris.teks.clone());
    let mut left = Vec::new();
    for baris in lines.iter().skip(name + 1) {
        let text = baris.text();
        match Tanda::read(&text) {
            Some(mark) if mark.nomor == penutup.anggota.len() + 1 => {
                let name: String = text.get(mark.panjang..).unwrap_or_default().to_owned();
                let name = name.trim_end_matches(|c: char| ".…_ ".contains(c)).to_owned();
                penutup.anggota.push(Kaya::plain(name));
            }
            _ if text.chars().all(|c| ".…_ ".contains(c)) => {}
            _ => left.push(baris.teks.clone()),
        }
    }
    left
}

fn is_numbered(baris: &Baris) -> bool {
    Tanda::read(&baris.text()).is_some()
}

/// Reads a certifying block: the last line is the name, where it does not end like a line of an office.
pub fn certifying(lines: &[Baris]) -> Option<Pengesahan> {
    let (last, before) = lines.split_last()?;
    let signed = lines.iter().any(|baris| is_signed(&baris.text()));
    let text = last.text();
    let office = before.iter().rposition(|baris| baris.text().ends_with(','));
    let apart = before.last().is_some_and(|before| before.blok != last.blok);
    let named = !text.ends_with(',') && (signed || apart || office.is_some_and(|at| at + 1 == before.len()));
    let named = named || (before.len() > 3 && !text.ends_with(','));
    let (before, nama) = if named { (before, Some(last.teks.clone())) } else { (lines, None) };
    let baris = before.iter().filter(|baris| !is_signed(&baris.text())).map(|baris| baris.teks.clone()).collect();
    Some(Pengesahan { baris, nama })
}
