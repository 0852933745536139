//! Copies end their pages where their originals do, as far as there is any room, and receivers never stand alone.

use naskah_core::resolve::Bentuk;

use super::kaidah::{laid, places, signed};
use crate::support::Made;

/// So many receivers.
fn penerima(banyak: usize) -> String {
    (1..=banyak).map(|n| format!("Ketua KPU Ke-{n} di Jakarta")).collect::<Vec<_>>().join(", ")
}

/// The pages of decisions, members, signature and receivers.
fn pages(made: &Made, text: &str) -> Vec<usize> {
    places(made, text).into_iter().map(|at| at.0).collect()
}

/// Original and copy at every height of a page, of so many members and receivers.
fn both(members: usize, receivers: usize, decisions: usize, more: &str) -> (Made, Made) {
    let diktum = "  - Petugas hadir di kantor kabupaten dan mencatat kehadirannya.\n".repeat(decisions);
    let signed = if members == 0 { String::new() } else { signed(members) };
    let penerima = penerima(receivers);
    let fields =
        format!("salinan: {{oleh: kasubbag-hukum, disampaikan: [{penerima}]}}\n{signed}{more}diktum:\n{diktum}");
    let made = |bentuk| laid("naskah.yaml", &fields, bentuk, None);
    (made(Bentuk::Asli), made(Bentuk::Salinan))
}

/// Receivers become smaller, and the signature of a copy takes less room, before a decision leaves its page.
#[test]
fn receivers_are_small_before_a_decision_moves() {
    let moved = |decisions: &usize| {
        let (asli, salinan) = both(0, 3, *decisions, "");
        pages(&asli, "Petugas hadir") != pages(&salinan, "Petugas hadir")
    };
    let moved: Vec<usize> = (1..20).filter(moved).collect();
    assert!(moved.len() < 2, "{moved:?}");
}

/// Members whom the original parts stand in the copy where they stand there: nothing follows them.
#[test]
fn members_that_pages_part_stand_where_they_did() {
    for decisions in 1..16 {
        let diktum = "  - Petugas hadir di kantor kabupaten dan mencatat kehadirannya.\n".repeat(decisions);
        let fields = format!("{}diktum:\n{diktum}", signed(9));
        let [asli, salinan] = [Bentuk::Asli, Bentuk::Salinan].map(|bentuk| laid("naskah.yaml", &fields, bentuk, None));
        assert_eq!(pages(&asli, "NAMA ANGGOTA"), pages(&salinan, "NAMA ANGGOTA"), "{decisions} decisions");
    }
}

/// Receivers stand under a member at least, or under those of the decree itself.
#[test]
fn receivers_stay_with_members() {
    let tembusan = format!("tembusan: [{}, Arsip]\n", penerima(5));
    for members in [2, 4, 6, 8] {
        for decisions in 1..10 {
            let (_, salinan) = both(members, 6, decisions, &tembusan);
            let penerima = pages(&salinan, "disampaikan kepada")[0];
            let others = [pages(&salinan, "NAMA ANGGOTA"), pages(&salinan, "Arsip")].concat();
            assert!(others.contains(&penerima), "{members} members, {decisions} decisions: {others:?} {penerima}");
        }
    }
}

/// There is room to sign and for a seal under who certifies, beside a signature as well.
#[test]
fn a_certificate_has_room_for_signature_and_seal() {
    for decisions in 1..20 {
        let (_, salinan) = both(0, 3, decisions, "");
        let (made, mut between) = (salinan.pages(), Vec::new());
        for page in 0..made.count() {
            let mut pieces = made.pieces(page);
            pieces.sort_by(|a, b| a.y.total_cmp(&b.y));
            let Some(at) = pieces.iter().position(|piece| piece.text.starts_with("Salinan sesuai")) else { continue };
            let column: Vec<f64> =
                pieces[at..].iter().filter(|piece| (piece.x - pieces[at].x).abs() < 0.5).map(|piece| piece.y).collect();
            between.push(column.windows(2).map(|two| two[1] - two[0]).fold(0.0, f64::max));
        }
        assert!(!between.is_empty() && between.iter().all(|gap| *gap > 38.0), "{decisions} decisions: {between:?}");
    }
}

/// Names of many decisions are folded in one way, so that none stands on one line among those on two.
#[test]
fn long_names_of_decisions_are_folded_alike() {
    let diktum = "  - Petugas hadir di kantor kabupaten.\n".repeat(29);
    let made = laid("naskah.yaml", &format!("diktum:\n{diktum}"), Bentuk::Asli, None);
    let pages = made.pages();
    let pieces: Vec<String> = (0..pages.count()).flat_map(|page| pages.pieces(page)).map(|piece| piece.text).collect();
    let of = |text: &str| pieces.iter().filter(|piece| piece.trim() == text).count();
    assert_eq!((of("KEDUA PULUH"), of("KEDUA PULUH DUA"), of("KEDUA PULUH TIGA")), (10, 0, 0), "{pieces:?}");
}

/// Who reads on is told which chapter comes.
#[test]
fn a_chapter_is_announced_with_its_number() {
    let bab = |n| format!("      - {{bab: Bab ke-{n}, isi: [Petugas hadir di kantor kabupaten.]}}\n");
    let bab: String = (1..4).map(bab).collect();
    let fields = format!(
        "halaman: {{kata_penyambung: ya, bab_halaman_baru: ya}}\ndiktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Pedoman\n    teks:\n{bab}"
    );
    let made = laid("naskah.yaml", &fields, Bentuk::Asli, None);
    for text in ["BAB II . . .", "BAB III . . ."] {
        assert_eq!(places(&made, text).len(), 1, "{text}");
    }
}
