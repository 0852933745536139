//! Attachments: matched as wholes, then block by block.

use naskah_core::decree::Teks;
use naskah_core::diag::Span;
use naskah_core::resolve::{BarisCetak, BlokCetak, ButirCetak, LampiranCetak, TabelCetak};

use super::align::{Cara, Item, LEAST, Step, align};
use super::items::{self, Manner, gather};
use super::merge::Merger;
use super::remarks::remark;
use super::report::{At, Satuan, Tempat};
use super::words::Tanda;
use super::{brief, table_merge};

const PART: &str = "Lampiran";

/// How like two attachments must be to be the same one changed.
const LIKE: f64 = 0.3;

/// Merges the attachments of both decrees.
pub fn attachments(old: &[LampiranCetak], new: &[LampiranCetak], merger: &mut Merger) -> Vec<LampiranCetak> {
    let steps = match (old, new) {
        ([_], [_]) => vec![Step::Both(0, 0)],
        _ => {
            let items = |list: &[LampiranCetak]| -> Vec<Item> { list.iter().map(item_of_attachment).collect() };
            align(&items(old), &items(new))
        }
    };
    let one = |step: &Step| match *step {
        Step::Both(o, n) => Some(pair(&old[o], &new[n], false, merger)),
        Step::Moved(o, n) => Some(pair(&old[o], &new[n], true, merger)),
        Step::Gone(o) => Some(one_sided(&old[o], Tanda::Hapus, merger)),
        Step::Come(n) => Some(one_sided(&new[n], Tanda::Sisip, merger)),
        // An attachment that moved is told of where it stands now.
        Step::Left(..) => None,
    };
    steps.iter().filter_map(one).collect()
}

fn item_of_attachment(lampiran: &LampiranCetak) -> Item {
    let mut whole = lampiran.judul.as_ref().map_or(String::new(), Teks::as_plain);
    lampiran.isi.iter().for_each(|block| gather_block(block, &mut whole));
    Item { whole, key: String::new(), kind: String::new(), least: LIKE }
}

/// `Lampiran II` of `LAMPIRAN II`.
fn name(lampiran: &LampiranCetak) -> String {
    lampiran.label.replacen("LAMPIRAN", PART, 1)
}

fn pair(old: &LampiranCetak, new: &LampiranCetak, moved: bool, merger: &mut Merger) -> LampiranCetak {
    let at = At { bagian: PART, lama: name(old), baru: name(new) };
    let head = at.within("kepala", "kepala");
    let keputusan = merger.repeated(&old.keputusan, &new.keputusan, &head);
    let nomor = merger.number(&old.nomor, &new.nomor, &head, new.keputusan.span, true);
    let tentang = merger.repeated(&old.tentang, &new.tentang, &head);
    let kepala = merger.lines(&old.kepala, &new.kepala, &head);
    let judul = merger.maybe(old.judul.as_ref(), new.judul.as_ref(), &at.within("judul", "judul"));
    if moved {
        let place = |nama: &str, teks: &Teks| Some(Tempat { nama: nama.to_owned(), judul: None, span: teks.span });
        let (lama, baru) = (place(&at.lama, &old.keputusan), place(&at.baru, &new.keputusan));
        let satuan = Satuan { bagian: PART, lama, baru, pindah: true, ulangan: false, isi: Vec::new() };
        merger.report.satuan.push(satuan);
    }
    let span = new.keputusan.span;
    let mut isi = blocks(&old.isi, &new.isi, &at, span, merger);
    if merger.cara == Cara::Ringkas {
        isi = brief::blocks(isi, span);
    }
    LampiranCetak {
        label: new.label.clone(),
        keputusan,
        nomor,
        tentang,
        kepala,
        judul,
        lanskap: lying(old) || lying(new),
        bingkai: new.bingkai,
        sampul: new.sampul,
        daftar_isi: new.daftar_isi && merger.cara == Cara::Utuh,
        isi,
        berbalik: Vec::new(),
    }
}

/// Whether the pages of a comparison lie: where any of the attachment's do, so that there is room for all of it.
fn lying(lampiran: &LampiranCetak) -> bool {
    lampiran.lanskap || !lampiran.berbalik.is_empty()
}

fn one_sided(lampiran: &LampiranCetak, tanda: Tanda, merger: &mut Merger) -> LampiranCetak {
    let at = At::both(PART, &name(lampiran));
    let span = lampiran.keputusan.span;
    let isi = lampiran.isi.iter().zip(places(&lampiran.isi));
    let keputusan = merger.only(&lampiran.keputusan, tanda, &at.within("kepala", "kepala"));
    let nomor = merger.number_only(&lampiran.nomor, tanda, &at.within("kepala", "kepala"), span);
    let tentang = merger.only(&lampiran.tentang, tanda, &at.within("kepala", "kepala"));
    let kepala = lampiran.kepala.iter().map(|line| merger.only(line, tanda, &at.within("kepala", "kepala"))).collect();
    let judul = lampiran.judul.as_ref().map(|judul| merger.only(judul, tanda, &at.within("judul", "judul")));
    let isi = isi.map(|(block, place)| only(block, tanda, &at.within(&place, &place), span, merger)).collect();
    LampiranCetak {
        label: lampiran.label.clone(),
        keputusan,
        nomor,
        tentang,
        kepala,
        judul,
        lanskap: lying(lampiran),
        bingkai: lampiran.bingkai,
        sampul: lampiran.sampul,
        daftar_isi: lampiran.daftar_isi,
        isi,
        berbalik: Vec::new(),
    }
}

fn gather_block(block: &BlokCetak, out: &mut String) {
    match block {
        BlokCetak::Bab { teks, .. } | BlokCetak::Bagian { teks, .. } => {
            out.push_str(&teks.as_plain());
            out.push('\n');
        }
        BlokCetak::Paragraf { isi, .. } => gather(isi, out),
        BlokCetak::Tabel { tabel } => {
            let rows = tabel.baris.iter().map(BarisCetak::cells).chain(tabel.kepala.iter().map(Vec::as_slice));
            rows.flatten().for_each(|cell| gather(&cell.isi, out));
            tabel.keterangan.iter().for_each(|note| out.push_str(&format!("{}\n", note.as_plain())));
        }
        BlokCetak::Gambar { alt, .. } => out.push_str(alt),
    }
}

fn item_of(block: &BlokCetak) -> Item {
    let mut whole = String::new();
    gather_block(block, &mut whole);
    let (kind, least) = match block {
        BlokCetak::Bab { .. } => ("bab".to_owned(), LEAST),
        BlokCetak::Bagian { tingkat, .. } => (format!("bagian {tingkat}"), LEAST),
        BlokCetak::Paragraf { tingkat, .. } => (format!("paragraf {tingkat}"), LEAST),
        BlokCetak::Tabel { .. } => ("tabel".to_owned(), LIKE),
        BlokCetak::Gambar { .. } => ("gambar".to_owned(), LEAST),
    };
    Item { whole, key: String::new(), kind, least }
}

/// Where each block stands within its attachment.
fn places(list: &[BlokCetak]) -> Vec<String> {
    let tables = list.iter().filter(|block| matches!(block, BlokCetak::Tabel { .. })).count();
    let (mut chapter, mut parts) = (String::new(), Vec::<String>::new());
    let (mut paragraphs, mut table, mut pictures) = (0, 0, 0);
    let place = |block: &BlokCetak| {
        match block {
            BlokCetak::Bab { no, .. } => {
                (chapter, paragraphs) = (no.clone(), 0);
                parts.clear();
            }
            BlokCetak::Bagian { no, tingkat, .. } => {
                parts.truncate(tingkat.saturating_sub(1));
                parts.push(no.trim_end_matches('.').to_owned());
                paragraphs = 0;
            }
            BlokCetak::Paragraf { .. } => paragraphs += 1,
            BlokCetak::Tabel { .. } => table += 1,
            BlokCetak::Gambar { .. } => pictures += 1,
        }
        let part = if parts.is_empty() { String::new() } else { format!("bagian {}", parts.join(" ")) };
        let own = match block {
            BlokCetak::Paragraf { .. } => format!("paragraf {paragraphs}"),
            BlokCetak::Tabel { .. } if tables > 1 => format!("tabel {table}"),
            BlokCetak::Gambar { .. } => format!("gambar {pictures}"),
            _ => String::new(),
        };
        [chapter.as_str(), part.as_str(), own.as_str()]
            .iter()
            .filter(|name| !name.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    };
    list.iter().map(place).collect()
}

/// Merges the blocks of one attachment.
fn blocks(old: &[BlokCetak], new: &[BlokCetak], at: &At, span: Span, merger: &mut Merger) -> Vec<BlokCetak> {
    let items = |list: &[BlokCetak]| -> Vec<Item> { list.iter().map(item_of).collect() };
    let steps = match (old, new) {
        ([BlokCetak::Tabel { .. }], [BlokCetak::Tabel { .. }]) => vec![Step::Both(0, 0)],
        _ => align(&items(old), &items(new)),
    };
    let (from, to) = (places(old), places(new));
    let mut out = Vec::new();
    for step in steps {
        match step {
            Step::Both(o, n) => {
                out.extend(both(&old[o], &new[n], false, &at.within(&from[o], &to[n]), span, merger));
            }
            Step::Moved(o, n) => {
                out.extend(both(&old[o], &new[n], true, &at.within(&from[o], &to[n]), span, merger));
            }
            Step::Gone(o) => out.push(only(&old[o], Tanda::Hapus, &at.within(&from[o], &from[o]), span, merger)),
            Step::Come(n) => out.push(only(&new[n], Tanda::Sisip, &at.within(&to[n], &to[n]), span, merger)),
            Step::Left(_, n) => {
                let place = if to[n].is_empty() { "tempat lain" } else { &to[n] };
                let isi = remark_item(&format!("dipindahkan ke {place}"), span);
                out.push(BlokCetak::Paragraf { isi, tingkat: 0 });
            }
        }
    }
    out
}

fn remark_item(words: &str, span: Span) -> ButirCetak {
    ButirCetak { no: None, teks: remark(words, span), rincian: Vec::new(), penutup: None, coretan: None }
}

/// What stands for a picture in a comparison: what is said of it, and the fingerprint of its file.
fn named(block: &BlokCetak, span: Span) -> ButirCetak {
    let teks = match block {
        BlokCetak::Gambar { alt, sidik, .. } => format!("Gambar: {alt} (sidik berkas {})", sidik.pendek()),
        _ => String::new(),
    };
    ButirCetak { no: None, teks: Teks::plain(teks, span), rincian: Vec::new(), penutup: None, coretan: None }
}

/// The same block in both decrees. A table of other columns is struck, and the new one inserted.
fn both(old: &BlokCetak, new: &BlokCetak, moved: bool, at: &At, span: Span, merger: &mut Merger) -> Vec<BlokCetak> {
    match (old, new) {
        (BlokCetak::Tabel { tabel: from }, BlokCetak::Tabel { tabel: to }) => tables(from, to, moved, at, span, merger),
        (BlokCetak::Gambar { .. }, BlokCetak::Gambar { .. }) => {
            let (isi, parts) = items::pair(&named(old, span), &named(new, span), moved, Manner::plain(merger.cara));
            merger.tell(parts, at);
            vec![BlokCetak::Paragraf { isi, tingkat: 0 }]
        }
        (BlokCetak::Paragraf { isi: from, .. }, BlokCetak::Paragraf { isi: to, tingkat }) => {
            let (isi, parts) = items::pair(from, to, moved, Manner::plain(merger.cara));
            merger.tell(parts, at);
            vec![BlokCetak::Paragraf { isi, tingkat: *tingkat }]
        }
        (
            BlokCetak::Bab { teks: from, .. } | BlokCetak::Bagian { teks: from, .. },
            BlokCetak::Bab { teks: to, .. } | BlokCetak::Bagian { teks: to, .. },
        ) => {
            let teks = merger.heading(from, to, moved, at);
            vec![heading_like(new, teks)]
        }
        // Blocks of different kinds are never matched.
        _ => vec![only(old, Tanda::Hapus, at, span, merger), only(new, Tanda::Sisip, at, span, merger)],
    }
}

fn heading_like(block: &BlokCetak, teks: Teks) -> BlokCetak {
    match block {
        BlokCetak::Bagian { no, tingkat, aras, .. } => {
            BlokCetak::Bagian { no: no.clone(), teks, tingkat: *tingkat, aras: *aras }
        }
        BlokCetak::Bab { no, aras, .. } => BlokCetak::Bab { no: no.clone(), teks, aras: *aras },
        BlokCetak::Paragraf { .. } | BlokCetak::Tabel { .. } | BlokCetak::Gambar { .. } => {
            BlokCetak::Bab { no: String::new(), teks, aras: 3 }
        }
    }
}

fn tables(old: &TabelCetak, new: &TabelCetak, moved: bool, at: &At, span: Span, merger: &mut Merger) -> Vec<BlokCetak> {
    if moved {
        let place = |nama: &str| Some(Tempat { nama: nama.to_owned(), judul: None, span });
        let (lama, baru) = (place(&at.lama), place(&at.baru));
        let satuan = Satuan { bagian: at.bagian, lama, baru, pindah: true, ulangan: false, isi: Vec::new() };
        merger.report.satuan.push(satuan);
    }
    let mut tables = match table_merge::merge(old, new, at, merger.cara, span, &mut merger.report) {
        Some(table) => vec![table],
        None => vec![
            table_merge::one_sided(old, Tanda::Hapus, at, span, &mut merger.report),
            table_merge::one_sided(new, Tanda::Sisip, at, span, &mut merger.report),
        ],
    };
    let notes = merger.lines(&old.keterangan, &new.keterangan, &at.within("keterangan", "keterangan"));
    if let Some(last) = tables.last_mut() {
        last.keterangan = notes;
    }
    tables.into_iter().map(|tabel| BlokCetak::Tabel { tabel: merger.with_id(tabel) }).collect()
}

/// A block that only one of the decrees has.
fn only(block: &BlokCetak, tanda: Tanda, at: &At, span: Span, merger: &mut Merger) -> BlokCetak {
    match block {
        BlokCetak::Bab { teks, .. } | BlokCetak::Bagian { teks, .. } => {
            heading_like(block, merger.only(teks, tanda, at))
        }
        BlokCetak::Gambar { .. } => {
            let (isi, parts) = items::whole(&named(block, span), tanda);
            merger.tell(parts, at);
            BlokCetak::Paragraf { isi, tingkat: 0 }
        }
        BlokCetak::Paragraf { isi, tingkat } => {
            let (isi, parts) = items::whole(isi, tanda);
            merger.tell(parts, at);
            BlokCetak::Paragraf { isi, tingkat: *tingkat }
        }
        BlokCetak::Tabel { tabel } => {
            let mut print = table_merge::one_sided(tabel, tanda, at, span, &mut merger.report);
            let at = at.within("keterangan", "keterangan");
            print.keterangan = tabel.keterangan.iter().map(|note| merger.only(note, tanda, &at)).collect();
            let tabel = print;
            BlokCetak::Tabel { tabel: merger.with_id(tabel) }
        }
    }
}
