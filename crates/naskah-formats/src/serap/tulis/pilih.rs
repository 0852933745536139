//! What is written out and what is left to the program: the decree is printed without it, and each place compared.

use naskah_core::catalog::Catalog;
use naskah_core::decree::Teks;
use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::{Bentuk, BlokCetak, ButirCetak, Edition, LampiranCetak, Naskah, Resolved};

use crate::serap::cetak;
use crate::serap::pohon::{Butir, Lampiran, Pohon};
use crate::serap::sumber::Kaya;

use super::butir::same;
use super::lampiran::{in_capitals, paragraphs};
use super::pilihan::{Pilihan, PilihanLampiran};
use super::teks::titled;
use super::{Bahan, dasar, sentences};

/// Binds a text; what is found in it is left to those who check it.
pub fn bind(text: &str, edition: &Edition, catalog: &Catalog) -> Option<Resolved> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("serapan.yaml", text);
    crate::read::bind(file, edition, catalog, &mut files, &mut sink)
}

/// The edition in which a decree is compared: a copy where it is one.
pub fn edition(pohon: &Pohon) -> Edition {
    let bentuk = if pohon.pengesahan.is_some() { Bentuk::Salinan } else { Bentuk::Asli };
    Edition { konsep: true, bentuk, ..Edition::default() }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn alike(printed: &str, own: &Kaya) -> bool {
    squeezed(printed) == squeezed(&own.text())
}

fn lines_alike(printed: &[Teks], own: &[Kaya]) -> bool {
    let printed: Vec<String> = printed.iter().map(Teks::as_plain).collect();
    let own: Vec<String> = own.iter().map(Kaya::text).collect();
    squeezed(&printed.join(" ")) == squeezed(&own.join(" "))
}

/// Whether an item is the one that closes the considerations.
fn closes(item: &Butir) -> bool {
    item.teks.text().to_lowercase().starts_with("bahwa berdasarkan pertimbangan")
}

/// Finds out what must be written out.
pub fn choose(bahan: &Bahan<'_>) -> Pilihan {
    let pohon = bahan.pohon;
    let catalog = bahan.catalog;
    let closing = pohon.menimbang.last().is_some_and(closes);
    let named = |item: &Butir| dasar::candidates(&item.teks.text(), catalog).first().map(|law| law.dasar.id.clone());
    let mut own = Pilihan {
        pejabat: "ketua".into(),
        tentang: titled(&pohon.tentang.text(), &sentences(pohon), catalog.kata()),
        penutup_dibuat: closing && pohon.menimbang.len() > 1,
        tanpa_penutup: !closing,
        menimbang: vec![false; pohon.menimbang.len()],
        mengingat: vec![false; pohon.mengingat.len()],
        memperhatikan: vec![false; pohon.memperhatikan.len()],
        diktum: vec![false; pohon.diktum.len()],
        dasar: pohon.mengingat.iter().map(|item| if item.anak.is_empty() { named(item) } else { None }).collect(),
        oleh_nama: true,
        lampiran: pohon
            .lampiran
            .iter()
            .map(|one| PilihanLampiran {
                kapital: in_capitals(one),
                paragraf: vec![false; paragraphs(&one.isi).len()],
                ..PilihanLampiran::default()
            })
            .collect(),
        ..Pilihan::default()
    };
    let edition = edition(pohon);
    let print = |own: &Pilihan| bind(&bahan.write(own, &[]), &edition, catalog);
    signer(bahan, &mut own, &print);
    certifier(bahan, &mut own, &print);
    for _ in 0..2 {
        match print(&own) {
            Some(printed) => compare(pohon, printed.naskah(), &mut own),
            None => break,
        }
    }
    own
}

type Print<'a> = dyn Fn(&Pilihan) -> Option<Resolved> + 'a;

/// The officers of the office.
fn officers(bahan: &Bahan<'_>) -> Vec<String> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let office = bahan.catalog.kantor(bahan.kantor, &mut files, &mut sink).ok();
    office.map(|office| office.pejabat.keys().cloned().collect()).unwrap_or_default()
}

/// Finds who signs: the officer for whom most lines are printed as they stand.
fn signer(bahan: &Bahan<'_>, own: &mut Pilihan, print: &Print<'_>) {
    let pohon = bahan.pohon;
    let mut best = (0, String::new());
    let mut ids = officers(bahan);
    ids.sort_by_key(|id| id != "ketua");
    for id in ids {
        let Some(printed) = print(&Pilihan { pejabat: id.clone(), ..own.clone() }) else { continue };
        let naskah = printed.naskah();
        let points = [
            (alike(&naskah.judul.pembuat.as_plain(), &pohon.pembuat), 4),
            (lines_alike(&naskah.penutup.jabatan, &pohon.penutup.jabatan), 4),
            (alike(&naskah.judul.keputusan.as_plain(), &pohon.judul), 2),
            (pohon.penutup.nama.as_ref().is_some_and(|name| alike(&naskah.penutup.nama.as_plain(), name)), 1),
        ];
        let sum = 1 + points.iter().filter(|(same, _)| *same).map(|(_, worth)| worth).sum::<i32>();
        if sum > best.0 {
            best = (sum, id);
        }
    }
    if best.0 > 0 {
        own.pejabat = best.1;
    }
}

/// Finds who certifies, where an officer's block is printed as it stands.
fn certifier(bahan: &Bahan<'_>, own: &mut Pilihan, print: &Print<'_>) {
    let Some(block) = &bahan.pohon.pengesahan else { return };
    for id in officers(bahan) {
        let printed = print(&Pilihan { oleh: Some(id.clone()), oleh_nama: false, ..own.clone() });
        let Some((lines, name)) = printed.as_ref().and_then(|printed| printed.naskah().salinan.as_ref()) else {
            continue;
        };
        if lines_alike(lines, &block.baris) {
            own.oleh_nama = !block.nama.as_ref().is_some_and(|own| alike(&name.as_plain(), own));
            own.oleh = Some(id);
            return;
        }
    }
}

/// Marks what is not printed as it stands.
fn compare(pohon: &Pohon, naskah: &Naskah, own: &mut Pilihan) {
    let judul = &naskah.judul;
    let heads = [
        (judul.keputusan.as_plain(), &pohon.judul),
        (cetak::number(&judul.nomor), &pohon.nomor),
        (judul.tentang.as_plain(), &pohon.tentang),
        (judul.pembuat.as_plain(), &pohon.pembuat),
    ];
    for (written, (printed, stood)) in own.kepala.iter_mut().zip(heads) {
        *written |= !alike(&printed, stood);
    }
    own.menetapkan |= !alike(&naskah.menetapkan.as_plain(), &pohon.menetapkan);
    let mut parts = naskah.bagian.iter().map(|part| &part.butir[..]);
    let considerations = parts.next().unwrap_or_default();
    if own.penutup_dibuat
        && pohon.menimbang.last().is_some_and(|last| !considerations.last().is_some_and(|one| same(one, last)))
    {
        own.penutup_dibuat = false;
    }
    differing(considerations, &pohon.menimbang, &mut own.menimbang);
    compare_bases(pohon, parts.next().unwrap_or_default(), own);
    differing(parts.next().unwrap_or_default(), &pohon.memperhatikan, &mut own.memperhatikan);
    let decisions: Vec<Butir> = pohon.diktum.iter().map(|diktum| diktum.isi.clone()).collect();
    let printed: Vec<&ButirCetak> = naskah.diktum.iter().map(|diktum| &diktum.isi).collect();
    for (at, (printed, stood)) in printed.into_iter().zip(&decisions).enumerate() {
        own.diktum.iter_mut().skip(at).take(1).for_each(|literal| *literal |= !same(printed, stood));
    }
    let named = naskah.diktum.iter().zip(&pohon.diktum).any(|(printed, stood)| printed.label != stood.nama);
    own.nama_diktum |= named;
    compare_closing(pohon, naskah, own);
    compare_attachments(pohon, naskah, own);
}

fn compare_bases(pohon: &Pohon, bases: &[ButirCetak], own: &mut Pilihan) {
    if bases.len() != pohon.mengingat.len() {
        return;
    }
    for (at, (printed, stood)) in bases.iter().zip(&pohon.mengingat).enumerate() {
        let Some(place) = own.dasar.get_mut(at).filter(|_| !same(printed, stood)) else { continue };
        match place.take() {
            Some(id) => own.lain.push((at, id)),
            None => own.mengingat.iter_mut().skip(at).take(1).for_each(|literal| *literal = true),
        }
    }
}

fn compare_closing(pohon: &Pohon, naskah: &Naskah, own: &mut Pilihan) {
    let closing = &pohon.penutup;
    own.di |= closing
        .di
        .as_ref()
        .is_some_and(|place| !alike(&naskah.penutup.di.as_ref().map_or(String::new(), Teks::as_plain), place));
    own.jabatan |= !lines_alike(&naskah.penutup.jabatan, &closing.jabatan);
    own.nama |= closing.nama.as_ref().is_some_and(|name| !alike(&naskah.penutup.nama.as_plain(), name));
}

fn compare_attachments(pohon: &Pohon, naskah: &Naskah, own: &mut Pilihan) {
    for ((written, printed), stood) in own.lampiran.iter_mut().zip(&naskah.lampiran).zip(&pohon.lampiran) {
        let name = printed.tentang.as_plain();
        let name = name.strip_prefix("TENTANG ").unwrap_or(&name);
        written.tentang |= stood.tentang.as_ref().is_some_and(|own| !alike(name, own));
        written.kepala |= !head_alike(printed, stood);
        let paragraphs: Vec<Butir> = paragraphs(&stood.isi).into_iter().cloned().collect();
        for (at, (printed, stood)) in printed_paragraphs(printed).into_iter().zip(&paragraphs).enumerate() {
            written.paragraf.iter_mut().skip(at).take(1).for_each(|literal| *literal |= !same(printed, stood));
        }
    }
}

/// Whether the head of an attachment is printed as it stands, but for its name, which is written apart, and its day.
fn head_alike(printed: &LampiranCetak, stood: &Lampiran) -> bool {
    let bare = |text: String| -> Vec<String> {
        let words = text.split_whitespace().map(|word| word.trim_matches(':').to_owned());
        words.filter(|word| !word.is_empty()).collect()
    };
    let mut own: Vec<&Kaya> = stood.kepala.iter().collect();
    own.retain(|line| !line.text().to_uppercase().starts_with("TANGGAL"));
    let stands = bare(own.iter().map(|line| line.text()).collect::<Vec<_>>().join(" "));
    let prints = bare(format!("{} {} {}", printed.label, printed.keputusan.as_plain(), cetak::number(&printed.nomor)));
    stands.starts_with(&prints)
}

fn differing(printed: &[ButirCetak], stood: &[Butir], literal: &mut [bool]) {
    for ((printed, stood), literal) in printed.iter().zip(stood).zip(literal) {
        *literal |= !same(printed, stood);
    }
}

fn printed_paragraphs(lampiran: &LampiranCetak) -> Vec<&ButirCetak> {
    let mut out = Vec::new();
    for block in &lampiran.isi {
        if let BlokCetak::Paragraf { isi, .. } = block {
            out.push(isi);
        }
    }
    out
}
