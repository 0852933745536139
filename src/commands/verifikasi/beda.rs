//! What differs between a PDF and the one made again, told for people.

use std::collections::BTreeSet;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use naskah_formats::pdf::{Pdf, Perubahan, SidikHalaman};

use super::lapor::Selisih;

/// So many differences of a page are told.
const TOLD: usize = 5;

/// No word of a page differs, but it looks otherwise.
const LOOKS: &str = "teksnya sama, tetapi tampilannya berbeda: letak, huruf, garis, gambar, atau ukuran";

/// So many words at most are told of one place.
const WORDS: usize = 12;

/// So many words stand before and after a difference.
const AROUND: usize = 3;

/// What an update changed.
pub fn of_update(base: &Pdf, last: &Pdf, changes: &BTreeSet<Perubahan>) -> Vec<Selisih> {
    let mut out = Vec::new();
    let mut pages = false;
    for change in changes {
        match change {
            Perubahan::Urutan => pages = true,
            Perubahan::Halaman(page) => out.extend(words(base, *page, last, *page)),
            other => out.push(told(other)),
        }
    }
    if pages {
        out.extend(of_pages(base, last));
    }
    if pages && out.is_empty() {
        out.push(Selisih::remark(None, "pohon halaman diubah"));
    }
    out
}

/// A change, told.
pub fn told(change: &Perubahan) -> Selisih {
    match change {
        Perubahan::Bentuk => Selisih::remark(
            None,
            "yang ditambahkan sesudahnya tidak tersusun sebagaimana mestinya, sehingga dapat dibaca lain",
        ),
        Perubahan::Urutan => Selisih::remark(None, "pohon halaman diubah"),
        Perubahan::Halaman(page) => Selisih::remark(Some(*page), "isi halaman diubah"),
        Perubahan::Menutupi(page, words) => {
            Selisih { menutupi: Some(short(words)), ..Selisih::remark(Some(*page), "yang ditambahkan menutupi kata") }
        }
        Perubahan::MenutupiGambar(page, _) => Selisih::remark(Some(*page), "yang ditambahkan menutupi gambar"),
        Perubahan::MenutupiGaris(page, _) => {
            Selisih::remark(Some(*page), "yang ditambahkan menutupi garis, misalnya garis tabel atau alur")
        }
        Perubahan::Bidang(name, entries) => Selisih {
            menutupi: Some(short(name)),
            ..Selisih::remark(None, &format!("isian {entries} diubah pada bidang tanda tangan"))
        },
        Perubahan::Ditambah(page) => {
            Selisih::remark(*page, "ada yang ditambahkan selain tanda tangan elektronik dan stempel waktu")
        }
        Perubahan::Menyambung(page, word, _) => Selisih {
            menutupi: Some(short(word)),
            ..Selisih::remark(Some(*page), "yang ditambahkan berdiri tepat di sebelah kata")
        },
        Perubahan::Tindakan(page) => {
            Selisih::remark(*page, "yang ditambahkan membawa tindakan (skrip, tautan program, atau media)")
        }
        Perubahan::TandaTangan(name) => Selisih {
            menutupi: Some(short(name)),
            ..Selisih::remark(None, "isi atau tampilan tanda tangan elektronik diubah sesudah menandatangani:")
        },
        Perubahan::Sisipan => Selisih::remark(None, "sumber atau bahan yang tersisip diganti, ditambah, atau dibuang"),
        Perubahan::Keterangan(name, before, now) => Selisih {
            semula: Some(short(before)),
            menjadi: Some(short(now)),
            ..Selisih::remark(None, &format!("keterangan PDF `{name}`"))
        },
        Perubahan::Susunan(kind) => Selisih::remark(None, &format!("susunan PDF diubah pada {kind}")),
    }
}

/// Pages that are gone, moved, new or other than they were.
pub fn of_pages(base: &Pdf, last: &Pdf) -> Vec<Selisih> {
    let look = |pdf: &Pdf| -> Vec<(naskah_core::fingerprint::Sidik, naskah_core::fingerprint::Sidik)> {
        pdf.sidik_halaman().iter().map(|SidikHalaman { rupa, ukuran, .. }| (*rupa, *ukuran)).collect()
    };
    let (old, new) = (look(base), look(last));
    let mut out = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { old_index, old_len, .. } => {
                for page in old_index..old_index + old_len {
                    out.push(match old.get(page).and_then(|own| new.iter().position(|other| other == own)) {
                        Some(now) => Selisih::remark(Some(page), &format!("sekarang menjadi halaman {}", now + 1)),
                        None => Selisih::remark(Some(page), "tidak ada lagi"),
                    });
                }
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                let fresh = (new_index..new_index + new_len).filter(|page| !old.contains(&new[*page]));
                out.extend(fresh.map(|page| Selisih::remark(Some(page), "bukan halaman keputusan ini")));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                for step in 0..old_len.max(new_len) {
                    let (was, is) = (old_index + step, new_index + step);
                    match (step < old_len, step < new_len) {
                        (true, true) => match old.get(was).and_then(|own| new.iter().position(|other| other == own)) {
                            Some(now) => {
                                out.push(Selisih::remark(Some(was), &format!("sekarang menjadi halaman {}", now + 1)));
                            }
                            None => out.extend(words(base, was, last, is)),
                        },
                        (true, false) => out.push(Selisih::remark(Some(was), "tidak ada lagi")),
                        _ => out.push(Selisih::remark(Some(is), "bukan halaman keputusan ini")),
                    }
                }
            }
        }
    }
    out
}

/// Whether differences are those of a file that was saved anew, as far as words go.
pub fn only_looks(differences: &[Selisih]) -> bool {
    differences.iter().all(|one| one.keterangan == LOOKS)
}

/// The one thing to be told of a file that was saved anew, where its pages are seen to look `alike`, or all otherwise.
pub fn saved_anew(alike: bool) -> Selisih {
    Selisih::remark(
        None,
        match alike {
            true => "semua kata dan gambar halamannya sama, tetapi berkasnya disimpan ulang oleh program lain",
            false => {
                "semua kata sama, tetapi berkasnya disimpan ulang oleh program lain, dan gambar setiap halaman lain"
            }
        },
    )
}

/// The one thing to be told of pages that another build of the program may have set so.
pub fn set_otherwise() -> Selisih {
    Selisih::remark(None, "semua kata sama dengan yang disusun ulang dari sumber di dalamnya; letak atau rupanya lain")
}

/// What differs besides the pages; where nothing does, that the file was written anew.
pub fn of_the_rest(base: &Pdf, last: &Pdf) -> Vec<Selisih> {
    let mut out: Vec<Selisih> = base.restated(last).iter().map(told).collect();
    if base.attachments() != last.attachments() {
        out.push(told(&Perubahan::Sisipan));
    }
    let pages = base.sidik_halaman().into_iter().zip(last.sidik_halaman()).enumerate();
    let laid = pages.filter(|(_, (was, is))| was.lain != is.lain);
    out.extend(
        laid.map(|(page, _)| Selisih::remark(Some(page), "ada yang diletakkan di atasnya atau dibuang darinya")),
    );
    let entries = base.other_entries(last);
    let known = ["/AF", "/Names"];
    let others = entries.iter().filter(|entry| !known.contains(&entry.as_str()) || out.is_empty());
    out.extend(others.map(|entry| told(&Perubahan::Susunan(entry.clone()))).collect::<Vec<_>>());
    let same = "semua halaman sama, tetapi berkasnya ditulis ulang oleh program lain";
    out.insert(0, Selisih::remark(None, same));
    out
}

/// The words that differ between two pages; where none do, that the page looks otherwise.
fn words(base: &Pdf, was: usize, last: &Pdf, is: usize) -> Vec<Selisih> {
    let text = |pdf: &Pdf, page: usize| -> Vec<String> { pdf.words(page).into_iter().map(|word| word.teks).collect() };
    let (old, new) = (text(base, was), text(last, is));
    let differing =
        capture_diff_slices(Algorithm::Myers, &old, &new).into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let mut out = Vec::new();
    let mut more = 0;
    for op in differing {
        if out.len() == TOLD {
            more += 1;
            continue;
        }
        let part =
            |words: &[String], range: std::ops::Range<usize>| short(&words.get(range).unwrap_or_default().join(" "));
        let (before, after) = (op.old_range().start, op.old_range().end);
        out.push(Selisih {
            sebelum: part(&old, before.saturating_sub(AROUND)..before),
            semula: Some(part(&old, op.old_range())),
            menjadi: Some(part(&new, op.new_range())),
            sesudah: part(&old, after..(after + AROUND).min(old.len())),
            ..Selisih::remark(Some(is), "")
        });
    }
    if more > 0 {
        out.push(Selisih::remark(Some(is), &format!("dan {more} perbedaan lain")));
    }
    if out.is_empty() {
        out.push(Selisih::remark(Some(is), LOOKS));
    }
    out
}

/// The first words of a text.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}
