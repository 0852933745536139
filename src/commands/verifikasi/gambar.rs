//! The second opinion: pages as another renderer draws them, of the PDF and of the one made again. It only ever makes an
//! answer worse.

use std::collections::BTreeSet;
use std::time::Duration;

use naskah_core::catalog::Catalog;
use naskah_core::diag::Code;
use naskah_formats::pdf::gambar::{self, Cara, Terlihat};
use naskah_formats::pdf::{Kotak, Pdf};

use super::beda;
use super::lapor::{Gambar, Hasil, Jawaban, Selisih};

/// Millimetres in a point.
const MILLIMETRES: f64 = 25.4 / 72.0;

/// So many words of a place are told.
const WORDS: usize = 6;

/// So long are pages drawn where nobody has asked for it.
const TIME: Duration = Duration::from_secs(10);

/// Draws both and weighs what is seen; places of signatures and time stamps do not count. Who has `asked` waits for all.
pub fn look(jawaban: &mut Jawaban, bytes: &[u8], (made, base): (&[u8], &Pdf), asked: bool, catalog: &Catalog) {
    let kecuali = jawaban.tambahan.iter().filter_map(|one| one.tempat_bukti()).collect();
    let cara = Cara { kecuali, huruf: font(catalog), waktu: (!asked).then_some(TIME), semua: asked };
    let Some(seen) = gambar::pandang(made, bytes, &cara) else {
        if jawaban.hasil == Hasil::Sama {
            jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
        }
        jawaban
            .alasan
            .push("gambar halamannya tidak dapat dibandingkan: penampil kedua gagal membaca PDF ini".to_owned());
        return;
    };
    jawaban.gambar = Some(Gambar { dilihat: seen.dilihat, sama: seen.beda.is_empty() });
    let pages = jawaban.halaman.unwrap_or(seen.dilihat);
    if seen.dilihat < pages {
        jawaban.alasan.push(format!(
            "gambar dibandingkan pada {} dari {pages} halaman; `--gambar` membandingkan semuanya",
            seen.dilihat
        ));
    }
    let looks = jawaban.ditulis_ulang && beda::only_looks(&jawaban.perbedaan);
    let other: BTreeSet<usize> = seen.beda.iter().filter_map(page).collect();
    let all_alike = seen.beda.is_empty() && seen.dilihat >= pages;
    if looks && !jawaban.perbedaan.is_empty() && (all_alike || (other.len() == pages && pages > 1)) {
        jawaban.perbedaan = vec![beda::saved_anew(all_alike)];
        return;
    }
    if jawaban.hasil == Hasil::Sama && !seen.beda.is_empty() {
        jawaban.answer(Hasil::Berbeda, Code::PDF_BERBEDA);
    }
    // The place says more.
    jawaban.perbedaan.retain(|one| {
        !beda::only_looks(std::slice::from_ref(one)) || one.halaman.is_none_or(|page| !other.contains(&page))
    });
    jawaban.perbedaan.extend(seen.beda.iter().map(|one| told(one, base)));
}

/// A font for what brings none.
fn font(catalog: &Catalog) -> Option<Vec<u8>> {
    let fonts = catalog.root.list("fonts");
    let first = fonts.iter().find(|path| path.ends_with(".otf") || path.ends_with(".ttf"))?;
    catalog.root.read(first).map(|bytes| bytes.into_owned())
}

fn page(seen: &Terlihat) -> Option<usize> {
    match seen {
        Terlihat::Banyak(..) => None,
        Terlihat::Ukuran(page) | Terlihat::Lain(page, _) | Terlihat::LainLagi(page, _) => Some(*page),
    }
}

fn told(seen: &Terlihat, base: &Pdf) -> Selisih {
    match seen {
        Terlihat::Banyak(there, here) => {
            Selisih::remark(None, &format!("penampil kedua melihat {here} halaman, seharusnya {there}"))
        }
        Terlihat::Ukuran(page) => Selisih::remark(Some(*page), "ukuran halamannya lain menurut penampil kedua"),
        Terlihat::LainLagi(page, count) => {
            Selisih::remark(Some(*page), &format!("gambarnya lain pula di {count} tempat lain"))
        }
        Terlihat::Lain(page, place) => {
            let words = words(base, *page, *place);
            let at = if words.is_empty() { "tempat yang kosong".to_owned() } else { format!("\"{words}\"") };
            let place = base.ukuran(*page).map(|size| millimetres(*place, size));
            let said = place.map_or(String::new(), |[left, top, right, bottom]| {
                format!(", {left}–{right} mm dari kiri dan {top}–{bottom} mm dari atas")
            });
            Selisih { tempat: place, ..Selisih::remark(Some(*page), &format!("gambarnya lain pada {at}{said}")) }
        }
    }
}

/// The words of a page at a place.
fn words(base: &Pdf, page: usize, place: Kotak) -> String {
    let found: Vec<String> =
        base.words(page).into_iter().filter(|word| place.meets(word.kotak)).map(|word| word.teks).collect();
    match found.get(..WORDS) {
        Some(first) if found.len() > WORDS => format!("{} …", first.join(" ")),
        _ => found.join(" "),
    }
}

/// A place from the top left corner of its page: left, top, right, bottom in millimetres.
fn millimetres(place: Kotak, page: Kotak) -> [i64; 4] {
    let [left, bottom, right, top] = place.sisi();
    let [x, _, _, y] = page.sisi();
    let down = |points: f64| (points * MILLIMETRES).floor() as i64;
    let up = |points: f64| (points * MILLIMETRES).ceil() as i64;
    [down(left - x), down(y - top), up(right - x), up(y - bottom)]
}
