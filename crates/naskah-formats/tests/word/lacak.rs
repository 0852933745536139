//! Comparisons as tracked changes: whoever rejects all of them has the words of the old decree, whoever accepts all those of
//! the new one, in their order.

use std::path::Path;

use naskah_core::resolve::{Edition, Naskah, Resolved};
use naskah_formats::ooxml::{Elemen, Paket};
use naskah_formats::word::{self, Bahan, Banding, Gambar, Pengubah};
use naskah_testing::{assert_none, text_of};

use super::{baca, bound, decrees, kata};

/// The comparison of two decrees.
fn compared(old: &Naskah, new: &Naskah, gambar: [&[Gambar]; 2]) -> Vec<u8> {
    let pengubah = Pengubah { nama: "Kantor".into(), waktu: "2026-01-05T00:00:00Z".into() };
    let banding = Banding { lama: old, baru: new, gambar: gambar[0], pengubah };
    word::docx(&Bahan { naskah: new, gambar: gambar[1], milik: &[], banding: Some(banding) }).unwrap()
}

/// The words where all changes are accepted, or rejected: what is wrapped in `gone` is not there.
fn words(bytes: &[u8], gone: &str) -> Vec<String> {
    fn walk(element: &Elemen, gone: &str, out: &mut String) {
        for one in element.elements() {
            let about = one.child("trPr").or(one.child("pPr").and_then(|own| own.child("rPr")));
            match one.nama.as_str() {
                name if name == gone => {}
                "tr" if about.is_some_and(|own| own.child(gone).is_some()) => {}
                "t" | "delText" => out.push_str(&one.text()),
                "tab" | "br" => out.push(' '),
                "p" => {
                    let style = one.child("pPr").and_then(|own| own.val("pStyle")).unwrap_or_default();
                    if !style.contains("DaftarIsi") {
                        walk(one, gone, out);
                    }
                    // A paragraph whose end is gone goes on in the next one.
                    if about.is_none_or(|own| own.child(gone).is_none()) {
                        out.push('\n');
                    }
                }
                "instrText" | "pPr" => {}
                _ => walk(one, gone, out),
            }
        }
    }
    let mut out = String::new();
    walk(&Paket::buka(bytes).unwrap().xml("word/document.xml").unwrap(), gone, &mut out);
    out.split_whitespace().map(str::to_owned).collect()
}

/// What is wrong with the comparison of two decrees.
fn fault(old: &Resolved, new: &Resolved) -> Option<String> {
    let pictures = |of: &Resolved| word::gambar(of, |_| None);
    let bytes = compared(old.naskah(), new.naskah(), [&pictures(old), &pictures(new)]);
    for (gone, of) in [("ins", old), ("del", new)] {
        let (found, wanted) = (words(&bytes, gone), kata::words(of.naskah()));
        if let Some(at) = (0..found.len().max(wanted.len())).find(|at| found.get(*at) != wanted.get(*at)) {
            let part =
                |words: &[String]| words[at.saturating_sub(3).min(words.len())..(at + 4).min(words.len())].join(" ");
            return Some(format!("without {gone}, word {at}: `{}` for `{}`", part(&found), part(&wanted)));
        }
    }
    let mut wrong = Vec::new();
    let paket = Paket::buka(&bytes).unwrap();
    baca::out_of_order(&paket.xml("word/document.xml").unwrap(), &mut wrong);
    baca::broken_references(&paket, &mut wrong);
    wrong.pop()
}

fn drafts() -> Vec<(String, Resolved)> {
    let one = |path: &std::path::PathBuf| {
        (path.to_string_lossy().into_owned(), bound(path, &text_of(path), &Edition::draft()).0)
    };
    decrees().iter().map(one).collect()
}

#[test]
fn any_two_decrees_come_out_of_their_comparison() {
    let all = drafts();
    let mut wrong = Vec::new();
    for (at, (old_name, old)) in all.iter().enumerate() {
        // The next ones, and itself.
        for (new_name, new) in all.iter().cycle().skip(at).take(4) {
            wrong.extend(fault(old, new).map(|fault| format!("{old_name} with {new_name}: {fault}")));
        }
    }
    assert_none(&wrong);
}

/// A decree with decisions that are renumbered, items that moved, rows that came and went, and a head of its own.
const LAMA: &str = "\
nomor: 7
diktum:
  - Menunjuk petugas piket sebagaimana tercantum dalam Lampiran Keputusan ini.
  - teks: Petugas piket wajib
    rincian: [menjaga pintu depan, mengisi buku tamu, mengunci ruangan]
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
lampiran:
  - judul: Petugas Piket
    tabel:
      kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Hari}]
      baris: [[Ani, Senin], [Budi, Selasa], [Citra, Rabu]]
";

#[test]
fn labels_letters_numbers_and_heads_are_tracked() {
    let new = LAMA
        .replace("nomor: 7", "nomor: 8")
        .replace("  - Menunjuk", "  - Mencabut daftar piket yang lama.\n  - Menunjuk")
        .replace("menjaga pintu depan, mengisi buku tamu", "mengisi buku tamu, menjaga pintu depan")
        .replace("[Ani, Senin], ", "[Dewi, Senin], [Ani, Ahad], ")
        .replace(", [Citra, Rabu]", "");
    let of = |text: &str| bound(Path::new("a.yaml"), &naskah_testing::completed(text, &[]), &Edition::draft()).0;
    let (old, new) = (of(LAMA), of(&new));
    assert_eq!(fault(&old, &new), None);
    let bytes = compared(old.naskah(), new.naskah(), [&[], &[]]);
    let text = Paket::buka(&bytes).unwrap().text("word/document.xml").unwrap();
    for part in [
        "<w:delText xml:space=\"preserve\">KESATU</w:delText>",
        "<w:t xml:space=\"preserve\">KEEMPAT</w:t>",
        "<w:delText xml:space=\"preserve\">7</w:delText>",
    ] {
        assert!(text.contains(part), "{part}");
    }
    // A text that stayed is no change.
    assert!(!text.contains("<w:delText xml:space=\"preserve\">Keputusan ini mulai berlaku"), "{text}");
}
