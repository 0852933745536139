//! What stands together: no signature, heading or sum alone on a page, no page nearly empty.

use naskah_core::decree::Teks;
use naskah_core::diag::Code;
use naskah_core::resolve::{BarisCetak, BlokCetak, Naskah, PetikanCetak, SelCetak};

use super::lembar::{Berkas, Lembar, Potong};
use super::{Cacat, kutip, margin, sendiri};

/// What part of the height that a page has for its text must have been used before the next begins.
const TERISI: f64 = 0.2;
/// What part of it may be left under the head and title of an attachment.
const PERLU: f64 = 0.4;

/// Looks at how a page begins and ends.
pub fn periksa(berkas: &Berkas, halaman: usize, naskah: &Naskah, out: &mut Vec<Cacat>) {
    let lembar = &berkas.lembar[halaman];
    let isi: Vec<&Potong> = lembar.potong.iter().filter(|p| sendiri(berkas, p)).collect();
    let badan: Vec<&Potong> = isi.iter().copied().filter(|p| !p.milik.tanda).collect();
    out.extend(hampa(lembar, halaman, naskah));
    let (Some(awal), Some(akhir)) = (badan.first(), badan.last()) else {
        // A picture over the signature needs no word; nor does a row whose label is said again.
        let baris = lembar.potong.iter().any(|p| !p.milik.perabot && p.milik.sel.is_some());
        let tanda = isi.first().filter(|_| lembar.gambar.is_empty() && !baris);
        out.extend(tanda.and_then(|tanda| tanda_sendiri(berkas, halaman, tanda)));
        return;
    };
    out.extend(permulaan(berkas, halaman, naskah, awal));
    let mut tell = |code, pesan, jalan| out.push(cacat(code, halaman, akhir, pesan, jalan));
    let Some(berikut) = berkas.lembar.get(halaman + 1) else { return };
    let sesudah = berikut.potong.iter().find(|p| sendiri(berkas, p));
    let bawah = lembar.potong.iter().filter(|p| sendiri(berkas, p)).map(|p| p.y).fold(0.0, f64::max);
    let bawah = lembar.gambar.iter().map(|g| g.bawah).fold(bawah, f64::max);
    let m = margin(naskah, lembar);
    let tinggi = lembar.tinggi - m.atas - m.bawah;
    // What comes next may need much room of its own.
    let perlu = pertama(berkas, halaman + 1, naskah).max(PERLU * tinggi);
    let penuh = awal_lampiran(naskah, awal) && bawah + perlu > lembar.tinggi - m.bawah;
    // A picture under a heading needs no word.
    let gambar = lembar.gambar.iter().any(|gambar| gambar.bawah > akhir.y);
    if (akhir.milik.judul && !penuh && !gambar) || (kelompok(naskah, akhir) && !berlanjut(berkas, halaman, akhir)) {
        let jalan = "tambahkan teks sebelum judul itu supaya pindah ke halaman berikutnya";
        tell(Code::SENDIRI, "judul tertinggal di kaki halaman:", jalan);
    }
    let bagian_baru = sesudah.is_none_or(|p| p.milik.judul) || naskah.petikan.len() > 1;
    let daftar_isi = badan.iter().any(|p| p.teks.trim() == "DAFTAR ISI");
    // Pages of another direction begin where they must.
    let berbalik = (lembar.lebar > lembar.tinggi) != (berikut.lebar > berikut.tinggi);
    if !bagian_baru
        && !daftar_isi
        && !berbalik
        && !sesudah.is_some_and(|p| penerima(naskah, p))
        && bawah < m.atas + TERISI * tinggi
    {
        tell(Code::KOSONG, "hampir kosong sesudah", "pecah baris atau butir yang panjang sesudahnya");
    }
    let kepala = lembar.gambar.is_empty() && !penuh && hanya_kepala(naskah, &badan);
    out.extend((kepala && !akhir.milik.judul).then(|| kepala_sendiri(halaman, akhir)));
}

/// What a page begins with though it belongs to the page before.
fn permulaan(berkas: &Berkas, halaman: usize, naskah: &Naskah, awal: &Potong) -> Vec<Cacat> {
    let mut found = Vec::new();
    if terpisah(berkas, halaman, naskah, awal) {
        let jalan = "kecilkan `lebar` gambar itu, atau pendekkan keterangannya";
        found.push(cacat(Code::SENDIRI, halaman, awal, "keterangan terpisah dari gambarnya:", jalan));
    }
    if halaman > 0 && jumlah(naskah, awal) {
        let jalan = "tambahkan atau gabungkan baris sebelum jumlah itu";
        found.push(cacat(Code::SENDIRI, halaman, awal, "halaman dimulai dengan jumlah baris sebelumnya:", jalan));
    }
    found
}

fn cacat(code: Code, halaman: usize, potong: &Potong, pesan: &str, jalan: &'static str) -> Cacat {
    let pesan = format!("{pesan} {}", kutip(potong));
    Cacat { code, halaman, pesan, potong: potong.clone(), jalan }
}

/// Whether a page begins with what is said of a picture, and the picture stands on the page before.
fn terpisah(berkas: &Berkas, halaman: usize, naskah: &Naskah, awal: &Potong) -> bool {
    let over = berkas.lembar[halaman].gambar.iter().any(|gambar| gambar.bawah <= awal.y);
    let before = halaman.checked_sub(1).is_some_and(|before| !berkas.lembar[before].gambar.is_empty());
    before && !over && keterangan(naskah, awal)
}

/// Whether a text begins what is said of a picture.
fn keterangan(naskah: &Naskah, potong: &Potong) -> bool {
    let blocks = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi);
    let mut said = blocks.filter_map(|block| match block {
        BlokCetak::Gambar { keterangan, .. } => keterangan.as_ref().map(Teks::as_plain),
        _ => None,
    });
    potong.milik.sel.is_none() && said.any(|said| said.starts_with(potong.teks.trim()))
}

/// A page on which nothing but the head of an attachment stands.
fn kepala_sendiri(halaman: usize, akhir: &Potong) -> Cacat {
    let pesan = format!("kepala lampiran sendirian pada halamannya: {}", kutip(akhir));
    let jalan = "pendekkan yang pertama di bawahnya, atau hapus `bingkai`, supaya sebagian isinya muat di situ";
    Cacat { code: Code::SENDIRI, halaman, pesan, potong: akhir.clone(), jalan }
}

/// A page between whose margins nothing stands.
fn hampa(lembar: &Lembar, halaman: usize, naskah: &Naskah) -> Option<Cacat> {
    let m = margin(naskah, lembar);
    let dalam = |atas: f64, bawah: f64| bawah > m.atas && atas < lembar.tinggi - m.bawah;
    let teks = lembar.potong.iter().map(Potong::kotak).chain(lembar.gambar.iter().copied());
    if teks.chain(lembar.garis.iter().copied()).any(|k| dalam(k.atas, k.bawah)) {
        return None;
    }
    let potong = lembar.potong.first().cloned().unwrap_or_default();
    let pesan = "tidak berisi apa pun".to_owned();
    let jalan = "hapus pergantian halaman atau arah halaman yang tidak diperlukan di situ";
    Some(Cacat { code: Code::KOSONG, halaman, pesan, potong, jalan })
}

/// A page of signatures alone, unless they go on from the page before: what closes a decree may be longer than a page.
fn tanda_sendiri(berkas: &Berkas, halaman: usize, tanda: &Potong) -> Option<Cacat> {
    let sebelum = halaman.checked_sub(1).map(|before| &berkas.lembar[before].potong);
    let sebelum = sebelum.and_then(|potong| potong.iter().rfind(|p| sendiri(berkas, p)));
    if sebelum.is_some_and(|p| p.milik.tanda) || berkas.lembar[halaman].sebutan {
        return None;
    }
    let gambar = halaman.checked_sub(1).is_some_and(|before| {
        let bawah = sebelum.map_or(0.0, |p| p.y);
        berkas.lembar[before].gambar.iter().any(|gambar| gambar.bawah > bawah)
    });
    let jalan = match sebelum.is_some_and(|p| p.milik.sel.is_some()) {
        _ if gambar => "beri gambar itu `keterangan`, yang ikut ke halaman ini",
        true => "bagi baris terakhir tabel itu menjadi dua baris, supaya yang kedua ikut ke halaman ini",
        false => "pendekkan atau panjangkan bagian terakhir, supaya sebagian isinya ikut ke halaman ini",
    };
    let pesan = format!("hanya tanda tangan atau pengesahan: {}", kutip(tanda));
    Some(Cacat { code: Code::SENDIRI, halaman, pesan, potong: tanda.clone(), jalan })
}

/// Whether a text begins an attachment: of its head and title nothing can go along to the next page.
fn awal_lampiran(naskah: &Naskah, potong: &Potong) -> bool {
    naskah.lampiran.iter().any(|lampiran| lampiran.label == potong.teks.trim())
}

/// Whether a text begins the row of the person whom an extract is for, which stays whole with the signature.
fn penerima(naskah: &Naskah, potong: &Potong) -> bool {
    let first = |one: &PetikanCetak| {
        let label = one.baris.first().map(|baris| baris.label.as_plain());
        one.kelompok.as_ref().map(Teks::as_plain).into_iter().chain(label).next()
    };
    naskah.petikan.iter().filter_map(first).any(|text| text.starts_with(potong.teks.trim()))
}

/// Whether the texts of a page are the head of an attachment, and nothing else.
fn hanya_kepala(naskah: &Naskah, badan: &[&Potong]) -> bool {
    let Some(lampiran) =
        badan.first().and_then(|awal| naskah.lampiran.iter().find(|one| one.label == awal.teks.trim()))
    else {
        return false;
    };
    let signs = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let all: String = badan.iter().map(|potong| signs(&potong.teks)).collect();
    all.ends_with(&signs(&lampiran.tentang.as_plain()))
}

/// So many rows of a table stand together at most: a head of three rows with its numbers, and a row.
const BARIS_AWAL: usize = 5;
/// The room of a cell under its text, with the line of the table.
const SELA_SEL: f64 = 4.0;
/// The air around a picture with what is said of it, in lines.
const SELA_GAMBAR: f64 = 1.2;
/// So many lines of a text stand together.
const BARIS_TEKS: usize = 2;

/// So high is what comes first on a page: headings and two lines under them, with a sentence the list that it leads to; or
/// the first rows of a table, and what closes it where they are all.
fn pertama(berkas: &Berkas, halaman: usize, naskah: &Naskah) -> f64 {
    let Some(lembar) = berkas.lembar.get(halaman) else { return 0.0 };
    let isi: Vec<&Potong> = lembar.potong.iter().filter(|p| sendiri(berkas, p)).skip_while(|p| p.milik.judul).collect();
    let Some(awal) = isi.first() else { return f64::INFINITY };
    // A picture stands there in one piece.
    let gambar = lembar.gambar.iter().filter(|gambar| gambar.bawah <= awal.y).map(|gambar| gambar.bawah);
    if let Some(bawah) = gambar.reduce(f64::max) {
        let keterangan =
            if keterangan(naskah, awal) { awal.y - bawah + SELA_GAMBAR * naskah.halaman.spasi } else { 0.0 };
        return bawah + keterangan - margin(naskah, lembar).atas;
    }
    let bawah = match awal.milik.sel {
        Some(_) => baris_tabel(berkas, &isi, naskah),
        None => baris_teks(&isi),
    };
    // A signature right after them stands with them whole.
    let tanda = isi.iter().filter(|p| p.milik.tanda).map(|p| p.y);
    let bawah = match tanda.clone().any(|y| y <= bawah + 0.1) {
        true => tanda.fold(bawah, f64::max),
        false => bawah,
    };
    // A line of air stands under the title.
    bawah + naskah.halaman.spasi + 0.35 * naskah.halaman.ukuran - margin(naskah, lembar).atas
}

/// The lower end of the first rows of a table.
fn baris_tabel(berkas: &Berkas, isi: &[&Potong], naskah: &Naskah) -> f64 {
    let mut rows: Vec<(usize, usize)> = Vec::new();
    let mut bawah: f64 = 0.0;
    for p in isi {
        let Some(sel) = p.milik.sel.map(|sel| &berkas.sel[sel]) else {
            // Notes and the signature stand with the last row.
            let akhir = isi.iter().skip_while(|other| other.nomor < p.nomor);
            return match isi.iter().any(|p| p.milik.tanda) {
                true => akhir.map(|p| p.y).fold(bawah, f64::max),
                false => bawah,
            };
        };
        // Headings stand with the row after them.
        if !rows.contains(&(sel.tabel, sel.y)) && !kelompok(naskah, p) {
            rows.push((sel.tabel, sel.y));
        }
        if rows.len() > BARIS_AWAL {
            break;
        }
        bawah = bawah.max(p.y + SELA_SEL);
    }
    bawah
}

/// A sentence that leads to a list has so many lines more at most that it stays with it.
const KALIMAT: usize = 3;

/// The lower end of the first lines of a text.
fn baris_teks(isi: &[&Potong]) -> f64 {
    let lines = isi.chunk_by(|a, b| (a.y - b.y).abs() < 0.1).filter_map(|line| line.last());
    let mut rest = BARIS_TEKS;
    let mut bawah = f64::NEG_INFINITY;
    let mut lines = lines.peekable();
    let mut tunggu: Vec<f64> = Vec::new();
    while let Some(line) = lines.next_if(|_| rest > 0 || tunggu.len() < KALIMAT) {
        tunggu.push(line.y);
        if line.teks.trim_end().ends_with(':') {
            rest = BARIS_TEKS + 1;
        }
        if rest > 0 {
            rest -= 1;
            bawah = tunggu.drain(..).fold(bawah, f64::max);
        }
    }
    bawah
}

/// Whether a text in bold stands in a row of the wanted kind.
fn dari_baris(naskah: &Naskah, potong: &Potong, ada: impl Fn(&BarisCetak, &str) -> bool) -> bool {
    if !potong.tebal || potong.milik.sel.is_none() {
        return false;
    }
    let tables = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi).filter_map(|block| match block {
        BlokCetak::Tabel { tabel } => Some(tabel),
        _ => None,
    });
    tables.flat_map(|table| &table.baris).any(|baris| ada(baris, potong.teks.trim()))
}

/// Whether one of the cells has the words; a number is no part of a title.
fn berisi(sel: &[SelCetak], kata: &str) -> bool {
    let words = kata.contains(char::is_alphabetic);
    sel.iter().map(|sel| sel.isi.teks.as_plain()).any(|text| text == kata || (words && text.contains(kata)))
}

/// Whether a row follows on the page that says nothing.
fn berlanjut(berkas: &Berkas, halaman: usize, akhir: &Potong) -> bool {
    let Some(own) = akhir.milik.sel.map(|sel| &berkas.sel[sel]) else { return false };
    berkas.sel.iter().any(|sel| sel.tabel == own.tabel && sel.halaman == halaman && sel.y > own.y)
}

/// Whether a text belongs to the heading of the rows after it.
fn kelompok(naskah: &Naskah, potong: &Potong) -> bool {
    dari_baris(
        naskah,
        potong,
        |baris, kata| matches!(baris, BarisCetak::Kelompok { kelompok } if berisi(kelompok, kata)),
    )
}

/// Whether a text begins a row of sums.
fn jumlah(naskah: &Naskah, potong: &Potong) -> bool {
    dari_baris(naskah, potong, |baris, kata| matches!(baris, BarisCetak::Jumlah { jumlah } if berisi(jumlah, kata)))
        && !kelompok(naskah, potong)
}
