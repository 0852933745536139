//! Two documents as one with tracked changes: whoever rejects them all has the words of the old one, whoever accepts them
//! all those of the new one, labels, marks and heads included.

mod kata;
mod sejajar;

use naskah_core::decree::Coretan;

use super::Gambar;
use super::isi::{Baris, Blok, Dokumen, Paragraf, Potong, Seksi, Sel, Tabel};
use kata::{seluruh, tertulis};
use sejajar::{Langkah, sejajar};

/// Styles of which a part has many paragraphs: one is another changed only where it says nearly the same.
const BANYAK: [&str; 16] = [
    "Naskah Menimbang",
    "Naskah Mengingat",
    "Naskah Memperhatikan",
    "Naskah Diktum",
    "Naskah Pokok",
    "Naskah Rincian 1",
    "Naskah Rincian 2",
    "Naskah Rincian 3",
    "Naskah Rincian 4",
    "Naskah Tembusan",
    "Naskah Daftar Isi",
    "Naskah Bab",
    "Naskah Bagian 1",
    "Naskah Bagian 2",
    "Naskah Paragraf",
    "Naskah Rincian Sel",
];

/// How like another a paragraph, row or table must be, between 0 and 1, to be the same one changed.
const SERUPA: f64 = 0.4;

/// The pictures of both documents; one that has another content under the same name gets a name of its own.
pub fn gambar(lama: &mut Dokumen, old: &[Gambar], new: &[Gambar]) -> Vec<Gambar> {
    let mut all = new.to_vec();
    for one in old {
        match new.iter().find(|other| other.berkas == one.berkas) {
            Some(other) if other.bytes == one.bytes => {}
            Some(_) => {
                let named = format!("lama/{}", one.berkas);
                lama.paragraf_mut(|line| {
                    for potong in &mut line.isi {
                        if let Potong::Gambar(gambar) = potong
                            && gambar.berkas == one.berkas
                        {
                            gambar.berkas.clone_from(&named);
                        }
                    }
                });
                all.push(Gambar { berkas: named, bytes: one.bytes.clone() });
            }
            None => all.push(one.clone()),
        }
    }
    all
}

/// Both documents as one; its pages are those of the new one.
pub fn gabung(mut lama: Dokumen, baru: Dokumen) -> Dokumen {
    // Bookmarks of headings are those of the new one.
    lama.paragraf_mut(|line| line.sasaran = None);
    let same = lama.seksi.len() == baru.seksi.len();
    let (old, new) = (lama.seksi.split_first(), baru.seksi.split_first());
    let (Some((first, old)), Some((other, new))) = (old, new) else { return baru };
    let mut seksi = vec![satu_seksi(first, other)];
    let least = |_: &Seksi, _: &Seksi| Some(if same { 0.0 } else { SERUPA / 2.0 });
    for step in sejajar(old, new, kata::seksi, least) {
        seksi.push(match step {
            Langkah::Sama(o, n) => satu_seksi(&old[o], &new[n]),
            Langkah::Lama(o) => sepihak(&old[o], Coretan::Hapus),
            Langkah::Baru(n) => sepihak(&new[n], Coretan::Sisip),
        });
    }
    Dokumen { seksi, ..baru }
}

fn satu_seksi(old: &Seksi, new: &Seksi) -> Seksi {
    let mut blok: Vec<Blok> = Vec::new();
    for step in sejajar(&old.blok, &new.blok, kata::blok, boleh_blok) {
        let (next, alone) = match step {
            Langkah::Sama(o, n) => (satu_blok(&old.blok[o], &new.blok[n]), false),
            Langkah::Lama(o) => (blok_sepihak(&old.blok[o], Coretan::Hapus), true),
            Langkah::Baru(n) => (blok_sepihak(&new.blok[n], Coretan::Sisip), true),
        };
        // Tables that touch would become one.
        if alone && matches!((blok.last(), &next), (Some(Blok::Tabel(_)), Blok::Tabel(_))) {
            blok.push(Blok::Paragraf(Paragraf::of("Naskah Sela")));
        }
        blok.push(next);
    }
    Seksi { blok, ..*new }
}

fn sepihak(one: &Seksi, coretan: Coretan) -> Seksi {
    Seksi { blok: one.blok.iter().map(|blok| blok_sepihak(blok, coretan)).collect(), ..*one }
}

/// How like two blocks must be to be the same; `None` where they cannot be.
fn boleh_blok(old: &Blok, new: &Blok) -> Option<f64> {
    match (old, new) {
        (Blok::Paragraf(old), Blok::Paragraf(new)) => boleh_paragraf(old, new),
        (Blok::Tabel(old), Blok::Tabel(new)) => {
            let same = old.id.is_some() == new.id.is_some() && old.lebar.len() == new.lebar.len();
            (same && old.garis == new.garis).then_some(if old.id.is_some() { SERUPA / 2.0 } else { 0.0 })
        }
        _ => None,
    }
}

fn boleh_paragraf(old: &Paragraf, new: &Paragraf) -> Option<f64> {
    (old.gaya == new.gaya).then_some(if BANYAK.contains(&old.gaya) { SERUPA } else { 0.0 })
}

fn satu_blok(old: &Blok, new: &Blok) -> Blok {
    match (old, new) {
        (Blok::Paragraf(old), Blok::Paragraf(new)) => Blok::Paragraf(satu_paragraf(old, new)),
        (Blok::Tabel(old), Blok::Tabel(new)) => Blok::Tabel(satu_tabel(old, new)),
        (_, new) => blok_sepihak(new, Coretan::Sisip),
    }
}

fn blok_sepihak(blok: &Blok, coretan: Coretan) -> Blok {
    match blok {
        Blok::Paragraf(line) => Blok::Paragraf(seluruh(line, coretan)),
        Blok::Tabel(tabel) => {
            let baris = tabel.baris.iter().map(|baris| baris_sepihak(baris, coretan)).collect();
            Blok::Tabel(Tabel { baris, lebar: tabel.lebar.clone(), ..*tabel })
        }
    }
}

fn satu_paragraf(old: &Paragraf, new: &Paragraf) -> Paragraf {
    Paragraf { isi: kata::satu(&old.isi, &new.isi), ..new.clone() }
}

fn satu_tabel(old: &Tabel, new: &Tabel) -> Tabel {
    let layout = new.id.is_none();
    let label = |baris: &Baris| baris.sel.first().map(|sel| sel.isi.iter().map(tertulis).collect::<String>());
    let least = |old: &Baris, new: &Baris| {
        let like = |(old, new): (&Sel, &Sel)| old.kanan == new.kanan;
        let same = old.kepala == new.kepala && old.sel.len() == new.sel.len() && old.sel.iter().zip(&new.sel).all(like);
        let named = new.kepala || (layout && label(old) == label(new));
        same.then_some(if named { 0.0 } else { SERUPA })
    };
    let mut baris = Vec::new();
    for step in sejajar(&old.baris, &new.baris, kata::baris, least) {
        baris.push(match step {
            Langkah::Sama(o, n) => satu_baris(&old.baris[o], &new.baris[n]),
            Langkah::Lama(o) => baris_sepihak(&old.baris[o], Coretan::Hapus),
            Langkah::Baru(n) => baris_sepihak(&new.baris[n], Coretan::Sisip),
        });
    }
    // A head that is gone stands no longer at the top of pages.
    let own = baris.iter().position(|baris| !baris.kepala).unwrap_or(baris.len());
    baris.iter_mut().skip(own).for_each(|baris| baris.kepala = false);
    Tabel { baris, lebar: new.lebar.clone(), ..*new }
}

fn satu_baris(old: &Baris, new: &Baris) -> Baris {
    let cell = |(old, new): (&Sel, &Sel)| {
        let mut isi = Vec::new();
        for step in sejajar(&old.isi, &new.isi, tertulis, boleh_paragraf) {
            isi.push(match step {
                Langkah::Sama(o, n) => satu_paragraf(&old.isi[o], &new.isi[n]),
                Langkah::Lama(o) => seluruh(&old.isi[o], Coretan::Hapus),
                Langkah::Baru(n) => seluruh(&new.isi[n], Coretan::Sisip),
            });
        }
        Sel { isi, ..*new }
    };
    Baris { sel: old.sel.iter().zip(&new.sel).map(cell).collect(), ..*new }
}

fn baris_sepihak(baris: &Baris, coretan: Coretan) -> Baris {
    let cell = |sel: &Sel| Sel { isi: sel.isi.iter().map(|line| seluruh(line, coretan)).collect(), ..*sel };
    Baris { sel: baris.sel.iter().map(cell).collect(), coretan: Some(coretan), ..*baris }
}
