//! The head: the body's lines, the title, number, name and maker.

use crate::serap::baris::Baris;
use crate::serap::pohon::Pohon;
use crate::serap::sumber::Kaya;

use super::Pengetahuan;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tempat {
    Kop,
    Judul,
    Nomor,
    Tentang,
    Pembuat,
}

/// Reads the lines of the head.
pub fn read(lines: &[Baris], tahu: &Pengetahuan, pohon: &mut Pohon) {
    let mut tempat = Tempat::Kop;
    let mut block = 0;
    for baris in lines {
        let text = baris.text();
        let capitals = text.to_uppercase();
        pohon.komentar.extend(&baris.komentar);
        if tempat == Tempat::Kop && matches!(capitals.as_str(), "SALINAN" | "PETIKAN") {
            pohon.terpisah.push(("tanda pada salinan", text));
            continue;
        }
        if capitals.starts_with("DENGAN RAHMAT") {
            pohon.sisa.push(baris.teks.clone());
            continue;
        }
        let begins =
            |word: &str| capitals.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let maker = || tahu.jabatan.iter().any(|post| begins(post)) || begins("PLT") || begins("PLH");
        tempat = match tempat {
            Tempat::Kop if begins("KEPUTUSAN") => Tempat::Judul,
            Tempat::Kop | Tempat::Judul if begins("NOMOR") => Tempat::Nomor,
            Tempat::Kop | Tempat::Judul | Tempat::Nomor if begins("TENTANG") => Tempat::Tentang,
            Tempat::Tentang
                if !pohon.tentang.is_empty() && (maker() || (baris.blok != block && body(&capitals, pohon))) =>
            {
                Tempat::Pembuat
            }
            same => same,
        };
        block = baris.blok;
        match tempat {
            Tempat::Kop => pohon.kop.push(baris.teks.clone()),
            Tempat::Judul => title(&baris.teks, &text, pohon),
            Tempat::Nomor => pohon.nomor.join(&baris.teks),
            Tempat::Tentang if begins("TENTANG") && pohon.tentang.is_empty() => {
                pohon.tentang.join(&baris.teks.skip("TENTANG".len()));
            }
            Tempat::Tentang => pohon.tentang.join(&baris.teks),
            Tempat::Pembuat => pohon.pembuat.join(&baris.teks),
        }
    }
}

/// A line of the title, which the number may follow.
fn title(teks: &Kaya, text: &str, pohon: &mut Pohon) {
    match text.find(" NOMOR ") {
        Some(at) => {
            pohon.judul.join(&teks.take(at));
            pohon.nomor.join(&teks.skip(at + 1));
        }
        None => pohon.judul.join(teks),
    }
}

/// Whether a line begins with the body's name, as the line over the considerations may.
fn body(capitals: &str, pohon: &Pohon) -> bool {
    pohon.kop.first().is_some_and(|first| capitals.starts_with(&first.text().to_uppercase()))
}
