//! Where letters stand: within page, margins and cells, over nothing else, not too small, not too far apart.

use naskah_core::diag::Code;
use naskah_core::resolve::Naskah;

use super::lembar::{Berkas, Kotak, Lembar, Potong, Sempit};
use super::{Cacat, angka, cm, kolom, kutip, sendiri};

/// Smaller letters are hard to read on paper.
const TERKECIL: f64 = 6.0;
/// Smaller letters nobody reads.
pub const TAK_TERBACA: f64 = 4.5;
/// The widest mean blank of a line that a reader is told of, in sizes of its letters.
pub const SELA: f64 = 3.0;
/// The widest mean blank of a line that is stretched: wider ones run into rivers, and from the size of a letter on they are read
/// as columns when a page is copied.
pub const TEREGANG: f64 = 0.95;
/// Where an item's first line is set ragged, those of its list are set so too whose blanks are nearly as wide.
pub const SEPERTI: f64 = 0.75;

/// The way out where a cell or its column is too narrow.
const LEBARKAN: &str = "lebarkan kolomnya, perkecil `ukuran` tabel, atau pakai `orientasi: lanskap`";

/// Looks at the places of a page's letters.
pub fn periksa(berkas: &Berkas, halaman: usize, naskah: &Naskah, out: &mut Vec<Cacat>) {
    let lembar = &berkas.lembar[halaman];
    let mut tell = |code, potong: &Potong, pesan: String, jalan| {
        out.push(Cacat { code, halaman, pesan, potong: potong.clone(), jalan });
    };
    each(berkas, lembar, naskah, &mut tell);
    pictures(berkas, lembar, &mut tell);
    for (atas, bawah) in bertindih(lembar) {
        let pesan = match bawah {
            Lain::Teks(bawah) => format!("{} tercetak di atas {}", kutip(atas), kutip(bawah)),
            Lain::Gambar => format!("gambar menindih {}", kutip(atas)),
            Lain::Garis => format!("garis kotak menindih {}", kutip(atas)),
        };
        tell(Code::BERTINDIH, atas, pesan, "pendekkan teks yang bertemu di situ, atau ubah pengaturan halaman kantor");
    }
    for baris in renggang(lembar, SELA) {
        let pesan = format!("jarak antarkata pada baris {} terlalu renggang", kutip(&baris[0]));
        tell(Code::RENGGANG, &baris[0], pesan, "susun ulang kalimat itu, atau pecah kata yang panjang sesudahnya");
    }
    for (a, b) in (1..lembar.potong.len()).filter_map(|at| terbelah(&lembar.potong, at)) {
        let pesan = format!("bilangan terbelah di ujung baris antara {} dan {}", kutip(a), kutip(b));
        tell(Code::TERBELAH, a, pesan, LEBARKAN);
    }
}

/// Tells of pictures that have not the width which the decree wants.
fn pictures(berkas: &Berkas, lembar: &Lembar, tell: &mut impl FnMut(Code, &Potong, String, &'static str)) {
    let near = |p: &&Potong| sendiri(berkas, p) && !p.milik.tanda;
    let own = lembar.potong.iter().filter(near);
    for Sempit { diminta, jadi, berbalik, sesudah } in &lembar.sempit {
        let Some(dekat) = own.clone().find(|p| p.nomor >= *sesudah).or_else(|| own.clone().next_back()) else {
            continue;
        };
        let gambar = format!("gambar di dekat {} tercetak selebar {} cm", kutip(dekat), cm(*jadi));
        let (pesan, jalan) = match berbalik {
            None => (
                format!("{gambar}, bukan {} cm", cm(*diminta)),
                "kecilkan `lebar`, atau beri gambar itu halaman yang lebih luas: kertas, `orientasi`",
            ),
            Some(true) => (format!("{gambar}; pada halaman lanskap {} cm", cm(*diminta)), "pakai `orientasi: lanskap`"),
            Some(false) => (format!("{gambar}; pada halaman potret {} cm", cm(*diminta)), "pakai `orientasi: potret`"),
        };
        tell(Code::GAMBAR_SEMPIT, dekat, pesan, jalan);
    }
}

/// Looks at each piece of text by itself.
fn each(berkas: &Berkas, lembar: &Lembar, naskah: &Naskah, tell: &mut impl FnMut(Code, &Potong, String, &'static str)) {
    for potong in &lembar.potong {
        if hilang(lembar, potong) {
            let pesan = format!("{} tidak tercetak karena keluar dari kertas", kutip(potong));
            let jalan = match potong.milik.perabot {
                true => "perbesar margin halaman: nomor halaman dan kakinya berdiri di dalamnya",
                false => "bagi teks yang panjang itu menjadi beberapa baris atau butir",
            };
            tell(Code::HILANG, potong, pesan, jalan);
        } else if keluar(berkas, lembar, potong, naskah) {
            let pesan = format!("{} keluar dari tepi halaman", kutip(potong));
            let jalan = "pendekkan teks itu, atau beri tempat lebih lebar pada pengaturan halaman";
            tell(Code::KELUAR, potong, pesan, jalan);
        }
        if keluar_sel(lembar, potong) {
            tell(Code::KELUAR, potong, format!("{} keluar dari selnya", kutip(potong)), LEBARKAN);
        }
        if potong.besar < TERKECIL - 0.01 {
            // All letters of a table are of one size.
            let yang = match potong.milik.sel {
                Some(_) => kolom::tabel(naskah, potong.milik.tabel).unwrap_or("tabel yang memuat".to_owned()) + " ",
                None => String::new(),
            };
            let pesan = format!("{yang}{} dicetak dengan huruf {} pt", kutip(potong), angka(potong.besar));
            let jalan = match lembar.lebar > lembar.tinggi {
                true => {
                    "kurangi kolom tabel itu, beri kepala yang panjang `putar: ya`, atau pakai kertas yang lebih besar"
                }
                false => "kurangi kolom tabel itu atau pakai `orientasi: lanskap`",
            };
            tell(Code::TERLALU_KECIL, potong, pesan, jalan);
        }
    }
}

/// The lines whose mean blank is wider than `paling` sizes of their letters.
pub fn renggang(lembar: &Lembar, paling: f64) -> Vec<&[Potong]> {
    let mut out = Vec::new();
    for baris in lembar.potong.chunk_by(|a, b| a.milik == b.milik && (a.y - b.y).abs() < 0.1 && b.x >= a.x) {
        if sela(baris) > paling {
            out.push(baris);
        }
    }
    out
}

/// The mean blank of a line, in sizes of its letters.
pub fn sela(baris: &[Potong]) -> f64 {
    let (lebar, banyak) = baris.iter().fold((0.0, 0_u32), |sum, p| (sum.0 + p.sela.0, sum.1 + p.sela.1));
    // What ends a line is no gap.
    let (lebar, banyak) = baris.last().map_or((lebar, banyak), |p| (lebar - p.ujung.0, banyak - p.ujung.1));
    let besar = baris.first().map_or(1.0, |potong| potong.besar);
    if banyak == 0 { 0.0 } else { lebar / f64::from(banyak) / besar }
}

/// Whether letters stand outside the paper.
fn hilang(lembar: &Lembar, potong: &Potong) -> bool {
    let k = potong.kotak();
    k.kiri < 0.0 || k.atas < 0.0 || k.kanan > lembar.lebar || k.bawah > lembar.tinggi
}

/// Whether the decree's own text stands outside the margins.
fn keluar(berkas: &Berkas, lembar: &Lembar, potong: &Potong, naskah: &Naskah) -> bool {
    let (k, h) = (potong.kotak(), &naskah.halaman);
    // The mark of a copy or an extract stands over the text, also where older styles do not say what it is.
    let tanda = naskah.meta.tanda.is_some_and(|tanda| potong.teks.trim() == tanda);
    if !sendiri(berkas, potong) || tanda {
        return false;
    }
    let m = if lembar.lebar > lembar.tinggi { h.margin_lanskap } else { h.margin };
    // A signature may stand beside what is wider than it; below the text nothing may.
    if potong.milik.tanda {
        return k.bawah > lembar.tinggi - m.bawah + 1.0;
    }
    let (kiri, kanan) = if h.margin_cermin { (m.kiri.min(m.kanan), m.kiri.min(m.kanan)) } else { (m.kiri, m.kanan) };
    k.kiri < kiri - 1.0
        || k.kanan > lembar.lebar - kanan + 1.0
        || k.atas < m.atas - 1.0
        || k.bawah > lembar.tinggi - m.bawah + 1.0
}

/// Whether letters stand over the border of their cell, or are cut off there.
pub fn keluar_sel(lembar: &Lembar, potong: &Potong) -> bool {
    potong.terpotong || terlanggar(lembar, potong)
}

/// Whether a line of a table goes through the letters.
fn terlanggar(lembar: &Lembar, potong: &Potong) -> bool {
    let k = potong.kotak();
    lembar.garis.iter().any(|garis| melintas(garis, &k))
}

/// Whether a line goes through a place.
fn melintas(garis: &Kotak, k: &Kotak) -> bool {
    let tegak = garis.kanan - garis.kiri < 0.1;
    let mendatar = garis.bawah - garis.atas < 0.1;
    (tegak
        && garis.kiri > k.kiri + 1.0
        && garis.kiri < k.kanan - 1.0
        && garis.atas < k.bawah - 1.0
        && garis.bawah > k.atas + 1.0)
        || (mendatar
            && garis.atas > k.atas + 0.5
            && garis.atas < k.bawah - 0.5
            && garis.kiri < k.kanan - 1.0
            && garis.kanan > k.kiri + 1.0)
}

/// What lies over a text, or under it.
enum Lain<'a> {
    Teks(&'a Potong),
    Gambar,
    Garis,
}

/// Texts that lie over another text, under a picture or under lines of furniture.
fn bertindih(lembar: &Lembar) -> Vec<(&Potong, Lain<'_>)> {
    let mut urut: Vec<&Potong> = lembar.potong.iter().filter(|potong| !potong.terpotong).collect();
    urut.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut out = Vec::new();
    for (at, a) in urut.iter().enumerate() {
        let kotak = a.kotak();
        let dekat = urut[at + 1..].iter().take_while(|b| b.y - a.y < 40.0);
        out.extend(dekat.filter(|b| a.menindih(b)).map(|b| (*a, Lain::Teks(b))));
        out.extend(lembar.gambar.iter().filter(|gambar| kotak.menindih(gambar)).map(|_| (*a, Lain::Gambar)));
        let garis = lembar.garis_perabot.iter().filter(|(_, garis)| melintas(garis, &kotak));
        out.extend(garis.map(|_| (*a, Lain::Garis)));
    }
    out
}

/// The signs at the end of a line and at the beginning of the next, the text at `at`, between which a number is parted: words
/// that are too wide are set sign by sign.
fn terbelah(potong: &[Potong], at: usize) -> Option<(&Potong, &Potong)> {
    let (a, b) = (potong.get(at - 1)?, potong.get(at)?);
    let sign = |potong: &Potong| potong.teks.chars().count() == 1;
    if a.milik != b.milik || b.y <= a.y + 0.5 * a.besar || !sign(a) || !sign(b) {
        return None;
    }
    // A code of letters and figures may break anywhere.
    let same = |other: &&Potong| other.milik == a.milik && sign(other);
    let before: Vec<&Potong> = potong[..at - 1].iter().rev().take_while(same).collect();
    let mut around =
        before.iter().copied().chain(potong[at - 1..].iter().take_while(same)).map(|one| one.teks.as_str());
    let alone = a.milik.sel.is_none() && !before.first().is_some_and(|one| (one.y - a.y).abs() < 0.1);
    let number = |text: &str| text.chars().all(|c| c.is_ascii_digit() || ".,-".contains(c));
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    (!alone && digit(&b.teks) && around.all(number)).then_some((a, b))
}
