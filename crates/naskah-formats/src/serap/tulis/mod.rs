//! The tree as YAML: what the program generates is left out where it would be printed just so, else written out.

mod butir;
mod dasar;
mod jumlah;
mod lampiran;
mod pilih;
mod pilihan;
mod sel;
mod tabel;
mod teks;
mod yaml;

use naskah_core::catalog::Catalog;
use naskah_core::decree::butir::Penomoran;
use naskah_core::language::days::Tanggal;

use super::pohon::{Blok, Butir, Lampiran, Pohon};
use super::sumber::{Kaya, Komentar, TabelSumber};
use butir::{Cara, entry, flat, notes};
use yaml::{Entri, Isi, Isian};

pub use pilih::{bind, choose, edition};
pub use pilihan::Pilihan;
pub use tabel::Tabel;

/// Every table of the blocks of an attachment.
pub fn tables(blocks: &[Blok]) -> Vec<&TabelSumber> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Blok::Tabel(tabel) => out.push(tabel),
            Blok::Bab(_, _, inner) | Blok::Bagian(_, _, inner) => out.extend(tables(inner)),
            Blok::Paragraf(_) | Blok::Gambar(_) => {}
        }
    }
    out
}

/// What a decree is written from.
pub struct Bahan<'a> {
    /// The tree.
    pub pohon: &'a Pohon,
    /// The comments that it refers to.
    pub komentar: &'a [Komentar],
    /// Laws, offices, words.
    pub catalog: &'a Catalog,
    /// Id of the office.
    pub kantor: &'a str,
    /// Id of the kind.
    pub jenis: &'a str,
    /// The names of the files of pictures.
    pub gambar: &'a [String],
    /// The line at the top of the file.
    pub pembuka: &'a str,
}

/// The sentences of a decree, where its names stand in their own letters.
pub fn sentences(pohon: &Pohon) -> Vec<String> {
    let items = pohon.menimbang.iter().rev().chain(pohon.diktum.iter().map(|diktum| &diktum.isi));
    items.map(|item| flat(item, false).text()).collect()
}

/// The number and year of the line "NOMOR 6 TAHUN 2025"; an old number carries its year.
pub fn number(line: &str) -> (Option<String>, Option<i32>) {
    let rest = line.get("NOMOR".len()..).unwrap_or_default().trim_start_matches([':', ' ', '.']);
    let words: Vec<&str> = rest.split_whitespace().collect();
    let at = words.iter().position(|word| word.eq_ignore_ascii_case("tahun"));
    let own: Vec<&str> = words.iter().take(at.unwrap_or(words.len())).copied().collect();
    let number = own.join(" ");
    let after = at.and_then(|at| words.get(at + 1)).and_then(|year| year.parse().ok());
    let figures = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    let within = line.split(|c: char| !c.is_ascii_alphanumeric()).rev().find(|part| figures(part));
    let blank = number.chars().all(|c| ".…_- ".contains(c));
    let whole = if number.contains('/') && at.is_some() { rest.trim().to_owned() } else { number };
    ((!blank).then_some(whole), after.or_else(|| within.and_then(|year| year.parse().ok())))
}

/// The day of a line "5 Januari 2025".
pub fn day(text: &str) -> Option<Tanggal> {
    text.trim_end_matches(['.', ',', ' ']).parse().ok()
}

impl Bahan<'_> {
    /// The decree as YAML; `sisa` is what found no place.
    pub fn write(&self, pilihan: &Pilihan, sisa: &[String]) -> String {
        let pohon = self.pohon;
        let mut entries: Vec<Isian> = Vec::new();
        let mut put = |key: &str, isi: Option<Isi>| {
            entries.extend(isi.map(|isi| Isian { catatan: Vec::new(), kunci: key.to_owned(), isi }));
        };
        let word = |text: &str| Some(Isi::Kata(text.to_owned()));
        let (nomor, tahun) = number(&pohon.nomor.text());
        let tahun = tahun.or_else(|| Some(day(&pohon.penutup.tanggal.as_ref()?.text())?.parts().0));
        put("jenis", word(self.jenis));
        put("kantor", word(self.kantor));
        put("pejabat", (pilihan.pejabat != "ketua").then(|| Isi::Kata(pilihan.pejabat.clone())));
        let figures = |nomor: &str| nomor.bytes().all(|b| b.is_ascii_digit());
        put("nomor", nomor.map(|nomor| if figures(&nomor) { Isi::Kata(nomor) } else { Isi::Teks(nomor) }));
        put("tahun", tahun.map(|year| Isi::Kata(year.to_string())));
        put("tentang", Some(Isi::Teks(pilihan.tentang.clone())));
        put("tanda_baca", unpunctuated(pohon).then(|| Isi::Kata("tanpa".into())));
        put("halaman", furniture(pohon));
        put("kepala", self.heads(pilihan));
        put("menimbang", Some(self.considerations(pilihan)));
        put("mengingat", Some(self.bases(pilihan)));
        let others = list(&pohon.memperhatikan, &pilihan.memperhatikan, self.cara(Penomoran::HurufTitik, ";"));
        put("memperhatikan", (!pohon.memperhatikan.is_empty()).then_some(others));
        put(
            "menetapkan",
            (pilihan.menetapkan && !pohon.menetapkan.is_empty()).then(|| Isi::Teks(teks::marked(&pohon.menetapkan))),
        );
        let decisions: Vec<Butir> = pohon.diktum.iter().map(|diktum| diktum.isi.clone()).collect();
        put("diktum", Some(list(&decisions, &pilihan.diktum, self.cara(Penomoran::HurufTitik, "."))));
        put("ditetapkan", Some(self.closing(pilihan)));
        put("salinan", self.copies(pilihan));
        put("tembusan", receivers(&pohon.tembusan));
        put("lampiran", self.attachments(pilihan));
        let left = sisa.iter().map(|text| Isi::Teks(teks::marked(&Kaya::plain(text.clone())))).collect::<Vec<_>>();
        put("belum_ditempatkan", (!left.is_empty()).then(|| Isi::list(left)));
        if let Some(first) = entries.iter_mut().find(|one| one.kunci == "tentang") {
            first.catatan = notes(&pohon.komentar, self.komentar);
        }
        format!("# {}\n{}", self.pembuka, yaml::write(&entries))
    }

    fn attachments(&self, pilihan: &Pilihan) -> Option<Isi> {
        let entry = |(at, one): (usize, &Lampiran)| {
            let own = pilihan.lampiran.get(at).cloned().unwrap_or_default();
            Entri { catatan: notes(&one.komentar, self.komentar), isi: self.attachment(one, &own, pilihan) }
        };
        let lampiran: Vec<Entri> = self.pohon.lampiran.iter().enumerate().map(entry).collect();
        (!lampiran.is_empty()).then_some(Isi::Daftar(lampiran))
    }

    /// How items of the opening and of the decisions are written.
    fn cara(&self, tanda: Penomoran, akhir: &'static str) -> Cara<'_> {
        Cara { tanda, deeper: Penomoran::deeper, akhir, harfiah: false, komentar: self.komentar }
    }

    fn heads(&self, pilihan: &Pilihan) -> Option<Isi> {
        let [judul, nomor, tentang, pembuat] = pilihan.kepala;
        let pohon = self.pohon;
        let one =
            |key, wanted: bool, text: &Kaya| (wanted && !text.is_empty()).then(|| (key, Isi::Teks(teks::marked(text))));
        let all = [
            one("judul", judul, &pohon.judul),
            one("nomor", nomor, &pohon.nomor),
            one("tentang", tentang, &pohon.tentang),
            one("pembuat", pembuat, &pohon.pembuat),
            (!pohon.memutuskan).then(|| ("memutuskan", Isi::Kata("tanpa".into()))),
            pilihan.nama_diktum.then(|| {
                let names = pohon.diktum.iter().map(|diktum| Isi::Teks(diktum.nama.clone()));
                ("diktum", Isi::list(names.collect::<Vec<_>>()))
            }),
        ];
        all.iter().any(Option::is_some).then(|| Isi::map(all))
    }

    fn considerations(&self, pilihan: &Pilihan) -> Isi {
        let mut items = &self.pohon.menimbang[..];
        if pilihan.penutup_dibuat {
            items = items.split_last().map_or(items, |(_, before)| before);
        }
        let written = list(items, &pilihan.menimbang, self.cara(Penomoran::AngkaTitik, ";"));
        match pilihan.tanpa_penutup {
            true => Isi::map([Some(("butir", written)), Some(("penutup", Isi::Kata("tanpa".into())))]),
            false => written,
        }
    }

    fn bases(&self, pilihan: &Pilihan) -> Isi {
        let cara = self.cara(Penomoran::HurufTitik, ";");
        let one = |(at, item): (usize, &Butir)| {
            let literal = pilihan.mengingat.get(at).copied().unwrap_or(false);
            match pilihan.dasar.get(at).cloned().flatten() {
                Some(id) => Entri { catatan: notes(&item.komentar, self.komentar), isi: Isi::Kata(id) },
                None => entry(item, Cara { harfiah: literal, ..cara }),
            }
        };
        Isi::Daftar(self.pohon.mengingat.iter().enumerate().map(one).collect())
    }

    fn closing(&self, pilihan: &Pilihan) -> Isi {
        let closing = &self.pohon.penutup;
        let lines =
            |lines: &[Kaya]| Isi::list(lines.iter().map(|line| Isi::Teks(teks::marked(line))).collect::<Vec<_>>());
        let day = closing.tanggal.as_ref().and_then(|text| day(&text.text()));
        let own = Isi::map([
            closing.di.as_ref().filter(|_| pilihan.di).map(|place| ("di", Isi::Teks(teks::marked(place)))),
            day.map(|day| ("tanggal", Isi::Kata(day.iso()))),
            (pilihan.jabatan && !closing.jabatan.is_empty()).then(|| ("jabatan", lines(&closing.jabatan))),
            closing.nama.as_ref().filter(|_| pilihan.nama).map(|name| ("nama", Isi::Teks(teks::marked(name)))),
            closing.pendamping.as_ref().map(|other| {
                let name = other.nama.as_ref().map(|name| ("nama", Isi::Teks(teks::marked(name))));
                ("pendamping", Isi::map([Some(("jabatan", lines(&other.jabatan))), name]))
            }),
            (!closing.anggota.is_empty()).then(|| ("anggota", lines(&closing.anggota))),
        ]);
        match own {
            Isi::Peta(entries) if entries.is_empty() => Isi::map([Some(("tanggal", Isi::Kata(String::new())))]),
            other => other,
        }
    }

    fn copies(&self, pilihan: &Pilihan) -> Option<Isi> {
        let receivers = receivers(&self.pohon.disampaikan);
        let Some(own) = &self.pohon.pengesahan else {
            return receivers.map(|all| Isi::map([Some(("disampaikan", all))]));
        };
        let lines = || Isi::list(own.baris.iter().map(|line| Isi::Teks(teks::marked(line))).collect::<Vec<_>>());
        Some(Isi::map([
            pilihan.oleh.as_ref().map(|id| ("oleh", Isi::Kata(id.clone()))),
            pilihan.oleh.is_none().then(|| ("blok", lines())),
            own.nama.as_ref().filter(|_| pilihan.oleh_nama).map(|name| ("nama", Isi::Teks(teks::marked(name)))),
            receivers.map(|all| ("disampaikan", all)),
        ]))
    }
}

/// Whether no item of the opening ends with a sign, as in decrees that were typed so.
fn unpunctuated(pohon: &Pohon) -> bool {
    let mut items = pohon.menimbang.iter().chain(&pohon.mengingat).peekable();
    items.peek().is_some() && items.all(|item| !item.last_text().trim_end().ends_with([';', '.', ',', ':']))
}

/// A list of items; `literal` says of each whether its punctuation is written as it stands.
fn list(items: &[Butir], literal: &[bool], cara: Cara<'_>) -> Isi {
    let one =
        |(at, item): (usize, &Butir)| entry(item, Cara { harfiah: literal.get(at).copied().unwrap_or(false), ..cara });
    Isi::Daftar(items.iter().enumerate().map(one).collect())
}

/// The page settings that a decree shows at its signature: who initials it, and the mark of a signing service.
fn furniture(pohon: &Pohon) -> Option<Isi> {
    let names: Vec<Isi> = pohon.paraf.iter().map(|name| Isi::Teks(name.clone())).collect();
    let all = [
        (!names.is_empty()).then(|| ("paraf", Isi::list(names))),
        pohon.jangkar.as_ref().map(|mark| ("tte", Isi::map([Some(("jangkar", Isi::Teks(mark.clone())))]))),
    ];
    all.iter().any(Option::is_some).then(|| Isi::map(all))
}

/// Who receives something: the lines behind the opening, without marks and the punctuation of a list.
fn receivers(lines: &[Kaya]) -> Option<Isi> {
    let (_, listed) = lines.split_first()?;
    let last = listed.len();
    let one = |(at, line): (usize, &Kaya)| {
        let text = line.text();
        let line = super::tanda::Tanda::read(&text).map_or_else(|| line.clone(), |mark| line.skip(mark.panjang));
        let text = line.text();
        let end = if at + 1 == last { "." } else { ";" };
        let stem = text.strip_suffix(end).unwrap_or(&text).len();
        Isi::Teks(teks::marked(&line.take(stem)))
    };
    (!listed.is_empty()).then(|| Isi::list(listed.iter().enumerate().map(one).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_all_ages_are_read() {
        let read = |line: &str| number(line);
        assert_eq!(read("NOMOR 6 TAHUN 2025"), (Some("6".into()), Some(2025)));
        assert_eq!(read("NOMOR : 5/Kpts/KPU-Kab/2015"), (Some("5/Kpts/KPU-Kab/2015".into()), Some(2015)));
        assert_eq!(read("NOMOR 134/Kpts/KPU/TAHUN 2016"), (Some("134/Kpts/KPU/TAHUN 2016".into()), Some(2016)));
        assert_eq!(read("NOMOR …… TAHUN 2025"), (None, Some(2025)));
        assert_eq!(read("NOMOR 12.a TAHUN 2020"), (Some("12.a".into()), Some(2020)));
        assert_eq!(day("5 Januari 2025").map(|day| day.iso()), Some("2025-01-05".into()));
    }
}
