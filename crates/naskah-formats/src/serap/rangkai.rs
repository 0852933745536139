//! From the bytes of a file to the YAML, the pictures beside it, and what is told of it.

use naskah_core::catalog::{Catalog, JENIS, KANTOR, Kantor};
use naskah_core::decree::Rupa;
use naskah_core::diag::{Files, Sink};
use naskah_core::language::lists::WordList;

use crate::ooxml::{Paket, Rusak};

use super::bukti::{Bukti, compare};
use super::kenali::{self, Pengetahuan};
use super::pohon::Pohon;
use super::sumber::Sumber;
use super::tulis::{self, Bahan, Pilihan, Tabel};
use super::{Permintaan, Tolak, baris, cetak, docx, halaman, isian, odt, polos, sanding};

/// What a file became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hasil {
    /// The decree.
    pub yaml: String,
    /// The pictures that are put beside it, each with its name.
    pub gambar: Vec<(String, Vec<u8>)>,
    /// What a person must know, a line each.
    pub catatan: Vec<String>,
    /// The words of the file against those that are printed.
    pub bukti: Bukti,
    /// What found no place.
    pub sisa: Vec<String>,
}

/// Takes a file in; `name` is the file's own name.
pub fn serap(name: &str, bytes: &[u8], asked: &Permintaan, catalog: &Catalog) -> Result<Hasil, Tolak> {
    let mut sumber = read(bytes, asked, catalog)?;
    sanding::part(&mut sumber);
    let offices = offices(catalog);
    let langkah = baris::lines(&sumber);
    let tahu =
        Pengetahuan { jabatan: posts(&offices), kata_jabatan: words_of_posts(&offices, catalog), fisik: sumber.fisik };
    let pohon = kenali::read(&langkah, &tahu).ok_or(Tolak::BukanKeputusan)?;
    if pohon.ganda {
        return Err(Tolak::Ganda);
    }
    let kantor = match &asked.kantor {
        Some(id) => id.clone(),
        None => office(&pohon, &offices).ok_or_else(|| Tolak::Kantor(pohon.judul.text()))?,
    };
    let jenis = asked.jenis.clone().unwrap_or_else(|| kind(&pohon, catalog));
    let gambar = pictures(name, &sumber);
    let names: Vec<String> = gambar.iter().map(|(name, _)| name.clone()).collect();
    let pembuka = format!("Diserap dari {name}. Bandingkan dengan berkas itu sebelum dipakai.");
    let bahan = Bahan {
        pohon: &pohon,
        komentar: &sumber.komentar,
        catalog,
        kantor: &kantor,
        jenis: &jenis,
        gambar: &names,
        pembuka: &pembuka,
    };
    let pilihan = tulis::choose(&bahan);
    let first = prove(&sumber, &bahan, &pilihan, &bahan.write(&pilihan, &[])).ok_or(Tolak::Tulis)?;
    let sisa = left_over(&pohon, &sumber, &first);
    let yaml = bahan.write(&pilihan, &sisa);
    let mut bukti = first;
    bukti.hilang.clear();
    let catatan = told(&sumber, &bahan, &pilihan);
    Ok(Hasil { yaml, gambar, catatan, bukti, sisa })
}

/// Reads a file of any of the forms.
fn read(bytes: &[u8], asked: &Permintaan, catalog: &Catalog) -> Result<Sumber, Tolak> {
    let begins = |word: &str| bytes.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()));
    if bytes.len() > super::MAX_BYTES {
        return Err(Tolak::Rusak(Rusak::TerlaluBesar));
    }
    match bytes {
        [b'P', b'K', ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            let old = bytes.starts_with(&[0xd0, 0xcf]);
            let paket = Paket::buka(bytes).map_err(|rusak| match rusak {
                Rusak::BukanPaket if old => Tolak::Bentuk("dokumen Word bentuk lama (.doc)"),
                other => Tolak::Rusak(other),
            })?;
            match paket.has("content.xml") {
                true => odt::read(&paket, asked.lacak),
                false if paket.has("xl/workbook.xml") => Err(Tolak::Bentuk("buku kerja Excel")),
                false => docx::read(&paket, asked.lacak),
            }
        }
        _ if bytes.starts_with(b"%PDF") => halaman::read(bytes, catalog.kata()),
        _ if bytes.starts_with(b"{\\rtf") => Err(Tolak::Bentuk("dokumen RTF")),
        _ if begins("<!doctype html") || begins("<html") => Err(Tolak::Bentuk("laman web (HTML)")),
        _ if bytes.iter().take(4096).filter(|byte| **byte == 0).count() > 64 && !utf16(bytes) => {
            Err(Tolak::Bentuk("bukan teks"))
        }
        _ => Ok(polos::read(bytes, catalog.kata())),
    }
}

/// Whether a text has two bytes a letter, by the mark at its begin.
fn utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff])
}

/// Every office that can be used.
fn offices(catalog: &Catalog) -> Vec<(String, Kantor)> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let ids = catalog.ids(KANTOR);
    ids.into_iter().filter_map(|id| Some((id.clone(), catalog.kantor(&id, &mut files, &mut sink).ok()?))).collect()
}

/// The first words of the posts that sign, in capitals.
fn posts(offices: &[(String, Kantor)]) -> Vec<String> {
    let all = offices.iter().flat_map(|(_, office)| office.pejabat.values());
    let first = all.filter_map(|person| person.jabatan.split(' ').next().map(str::to_uppercase));
    let mut posts: Vec<String> = first.collect();
    posts.sort();
    posts.dedup();
    posts
}

/// The words of posts beside those that begin them, in small letters.
fn words_of_posts(offices: &[(String, Kantor)], catalog: &Catalog) -> Vec<String> {
    let mut words: Vec<String> = catalog.kata().lists.entries(WordList::JabatanPenetap).to_vec();
    let bodies = offices.iter().filter_map(|(_, office)| office.badan.split(' ').next().map(str::to_lowercase));
    words.extend(bodies);
    words.sort();
    words.dedup();
    words
}

/// The office that the title names; otherwise the one of the lines over it.
fn office(pohon: &Pohon, offices: &[(String, Kantor)]) -> Option<String> {
    let title = pohon.judul.text().to_uppercase();
    let title = title.strip_prefix("KEPUTUSAN ").unwrap_or(&title).trim().to_owned();
    let lines: Vec<String> = pohon.kop.iter().map(|line| line.text().to_uppercase()).collect();
    let kop = lines.join(" ");
    let whole = |office: &Kantor| format!("{} {}", office.badan_pendek(), office.wilayah).to_uppercase();
    let titled = |office: &Kantor| {
        let names = [office.nama_penuh().to_uppercase(), whole(office)];
        let posts = office.pejabat.values().map(|person| person.jabatan.to_uppercase());
        let mut heads: Vec<String> = posts.map(|post| format!("{post} ")).collect();
        heads.push(String::new());
        names.iter().any(|name| heads.iter().any(|head| format!("{head}{name}") == title))
    };
    let by_title = offices.iter().find(|(_, office)| titled(office));
    let by_kop = || offices.iter().find(|(_, office)| whole(office) == kop);
    by_title.or_else(by_kop).map(|(id, _)| id.clone())
}

/// The kind whose name stands in the decree's name, the longest; otherwise the general one.
fn kind(pohon: &Pohon, catalog: &Catalog) -> String {
    let name = pohon.tentang.text().to_uppercase();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let mut kinds: Vec<(usize, String)> = Vec::new();
    for id in catalog.ids(JENIS) {
        let Ok(jenis) = catalog.jenis(&id, &mut files, &mut sink) else { continue };
        let own = jenis.nama.to_uppercase();
        // A single word tells of a kind where the name begins with it, or holds every word of the kind.
        let single = !own.contains(' ');
        let words = id.to_uppercase();
        let told = match words.contains('-') {
            true => words.split('-').all(|word| name.contains(word)),
            false => name.starts_with(&own),
        };
        if jenis.rupa == Rupa::Keputusan && name.contains(&own) && (!single || told) {
            kinds.push((jenis.nama.len(), id));
        }
    }
    kinds.into_iter().max().map_or_else(|| "umum".to_owned(), |(_, id)| id)
}

/// The pictures with the names of their files.
fn pictures(name: &str, sumber: &Sumber) -> Vec<(String, Vec<u8>)> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem: String = stem.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let one = |(at, picture): (usize, &super::sumber::GambarSumber)| {
        (format!("{stem}-gambar-{}.{}", at + 1, picture.akhiran), picture.bytes.clone())
    };
    sumber.gambar.iter().enumerate().map(one).collect()
}

/// Compares the words of the file with those that the text prints.
fn prove(sumber: &Sumber, bahan: &Bahan<'_>, _: &Pilihan, text: &str) -> Option<Bukti> {
    let pohon = bahan.pohon;
    let resolved = tulis::bind(text, &tulis::edition(pohon), bahan.catalog)?;
    let printed = cetak::words(resolved.naskah(), pohon);
    let mut apart = pohon.terpisah.clone();
    apart.extend(pohon.penutup.ttd.iter().filter(|_| pohon.pengesahan.is_none()).map(|ttd| ("ttd", ttd.clone())));
    apart.extend(pohon.penutup.samping.iter().map(|text| ("di samping nama", text.clone())));
    if let Some(other) = &pohon.penutup.pendamping {
        apart.extend(other.ttd.iter().filter(|_| pohon.pengesahan.is_none()).map(|ttd| ("ttd", ttd.clone())));
    }
    for one in &pohon.lampiran {
        let ttd = one.penutup.as_ref().and_then(|own| own.ttd.clone());
        apart.extend(ttd.filter(|_| pohon.pengesahan.is_none()).map(|ttd| ("ttd", ttd)));
        for tabel in tulis::tables(&one.isi).into_iter().filter(|tabel| isian::read(tabel).is_none()) {
            apart.extend(Tabel::new(tabel).repeated().into_iter().map(|line| ("kepala tabel yang diulang", line)));
        }
    }
    apart.extend(pohon.sisa.iter().map(|text| (SISA, text.text())));
    Some(compare(&sumber.words(), &printed, &apart))
}

/// What is called that found no place.
const SISA: &str = "belum ditempatkan";

/// What found no place: what the grammar could not take, what is not printed all the same, what stands beside the text.
fn left_over(pohon: &Pohon, sumber: &Sumber, bukti: &Bukti) -> Vec<String> {
    let texts = pohon.sisa.iter().map(|text| text.text());
    texts.chain(bukti.hilang.iter().cloned()).chain(sumber.luar.iter().cloned()).collect()
}

/// The first words of a text.
fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.len() > 10 {
        true => format!("{} …", words.iter().take(10).copied().collect::<Vec<_>>().join(" ")),
        false => words.join(" "),
    }
}

/// So many cells are named of which the same is told.
const NAMED: usize = 12;

/// The cells whose lines are put on one.
fn joined_cells(pohon: &Pohon) -> Vec<String> {
    let tables = pohon.lampiran.iter().flat_map(|one| tulis::tables(&one.isi));
    let cells: Vec<String> = tables.flat_map(|tabel| Tabel::new(tabel).joined()).collect();
    let named = cells.iter().take(NAMED);
    let mut out: Vec<String> = named
        .map(|text| format!("baris atau alinea di dalam satu sel tabel digabung: \"{}\"", beginning(text)))
        .collect();
    if cells.len() > NAMED {
        out.push(format!("baris atau alinea di dalam satu sel tabel digabung: {} sel lagi", cells.len() - NAMED));
    }
    out
}

/// What a person must know.
fn told(sumber: &Sumber, bahan: &Bahan<'_>, pilihan: &Pilihan) -> Vec<String> {
    let mut out = sumber.catatan.clone();
    if !sumber.tepi.is_empty() {
        out.push(format!("kepala dan kaki halaman tidak diambil: {}", sumber.tepi.join(" | ")));
    }
    let ids = pilihan.dasar.iter().flatten().count();
    let texts = pilihan.dasar.len() - ids;
    if texts > 0 {
        out.push(format!("dasar hukum: {ids} menjadi id, {texts} tetap teks"));
    }
    for (at, id) in &pilihan.lain {
        out.push(format!(
            "Mengingat angka {}: `{id}` ada dalam data, tetapi tercetak lain daripada di berkas ini",
            at + 1
        ));
    }
    let joined = bahan.pohon.digabung.iter();
    out.extend(joined.map(|text| format!("alinea digabung dengan yang sebelumnya: \"{}\"", beginning(text))));
    out.extend(joined_cells(bahan.pohon));
    let closing = &bahan.pohon.penutup;
    if closing.nama.is_none() {
        out.push("nama penanda tangan tidak ada di berkas ini; program mencetak nama dari data kantor".into());
    }
    if closing.bernomor {
        out.push(
            "penanda tangan ada dalam satu daftar di berkas ini; yang pertama menjadi `nama`, lainnya `anggota`".into(),
        );
    }
    if bahan.pohon.kop.is_empty() {
        out.push("kop tidak ada di dalam teks berkas ini; program mencetak kop kantor".into());
    }
    for (at, one) in bahan.pohon.lampiran.iter().enumerate() {
        if one.penutup.is_none() {
            out.push(format!("lampiran {} tanpa tanda tangan di berkas ini; program mencetaknya", at + 1));
        }
        let unnamed = one.pengesahan.as_ref().is_some_and(|block| block.nama.is_none());
        if unnamed {
            out.push(format!("pengesahan lampiran {} tanpa nama di berkas ini; program mencetak namanya", at + 1));
        }
    }
    out
}
