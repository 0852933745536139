//! Word files that come back: what was changed in them becomes the same change in the YAML, and nothing else does.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use std::path::Path;

use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::{Edition, Resolved};
use naskah_core::yaml;
use naskah_formats::ooxml::Paket;
use naskah_formats::word::balik::{Acuan, Hasil, Jenis, Sebab, asing, baca as buka, banding, tulis};
use naskah_testing::{assert_none, text_of};

use super::{baca, bound, decrees, docx};

/// A file with another text of the document.
pub fn disunting(bytes: &[u8], edit: impl FnOnce(String) -> String) -> Vec<u8> {
    let paket = Paket::buka(bytes).unwrap();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let document = edit(paket.text("word/document.xml").unwrap());
    for name in paket.names() {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        let bytes = if name == "word/document.xml" { document.as_bytes() } else { paket.bytes(name).unwrap() };
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A decree, its file that went out, and what came back of it.
pub struct Uji {
    name: String,
    text: String,
    resolved: Resolved,
    files: Files,
    /// The file that went out.
    pub bytes: Vec<u8>,
}

impl Uji {
    /// Of a decree of the project.
    pub fn of(path: &Path) -> Self {
        Self::new(&path.to_string_lossy(), &text_of(path))
    }

    fn new(name: &str, text: &str) -> Self {
        let (resolved, files) = bound(Path::new(name), text, &Edition::draft());
        let bytes = docx(&resolved);
        Self { name: name.to_owned(), text: text.to_owned(), resolved, files, bytes }
    }

    /// What is found in a file, and the YAML with all of it.
    pub fn banding(&self, bytes: &[u8], same: bool) -> (Hasil, String) {
        let mut sink = Sink::default();
        let tree = yaml::parse(&self.files, self.resolved.source(), &mut sink).unwrap();
        let acuan = Acuan::of(self.resolved.naskah(), &tree);
        let berkas = buka(&Paket::buka(bytes).unwrap()).unwrap();
        let hasil = banding(&berkas, &acuan, same);
        let all: BTreeSet<usize> = (0..hasil.suntingan.len()).collect();
        let text = tulis(&self.text, &tree, &hasil, &all);
        (hasil, text)
    }

    /// Lets `f` see the decree as it went out.
    pub fn with<T>(&self, f: impl FnOnce(&Acuan<'_>) -> T) -> T {
        let tree = yaml::parse(&self.files, self.resolved.source(), &mut Sink::default()).unwrap();
        f(&Acuan::of(self.resolved.naskah(), &tree))
    }

    /// A changed YAML as a decree, where it is one.
    pub fn bound(&self, text: &str) -> Option<Resolved> {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add(&self.name, text);
        let catalog = naskah_core::catalog::Catalog::new(naskah_core::catalog::Root::embedded());
        let resolved = naskah_formats::read::bind(file, &Edition::draft(), &catalog, &mut files, &mut sink);
        resolved.filter(|_| !sink.has_errors())
    }

    /// The words of the file that a changed YAML gives.
    pub fn words(&self, text: &str) -> Vec<String> {
        baca::words(&docx(&bound(Path::new(&self.name), text, &Edition::draft()).0))
    }
}

#[test]
fn nothing_changed_is_nothing() {
    let mut wrong = Vec::new();
    for path in decrees() {
        let uji = Uji::of(&path);
        for same in [true, false] {
            let (hasil, text) = uji.banding(&uji.bytes, same);
            if text != uji.text || !hasil.suntingan.is_empty() || !hasil.keberatan.is_empty() {
                wrong.push(format!("{} {same}: {:?} {:?}", path.display(), hasil.suntingan, hasil.keberatan));
            }
        }
    }
    assert_none(&wrong);
}

/// `NASKAH_WORD_BALIK` is a folder of files that another program saved as `NASKAH_WORD` names them.
#[test]
fn saved_by_another_program_is_nothing() {
    let Ok(folder) = std::env::var("NASKAH_WORD_BALIK") else { return };
    let mut wrong = Vec::new();
    for path in decrees() {
        let uji = Uji::of(&path);
        let Ok(bytes) = std::fs::read(Path::new(&folder).join(super::file_name(&path, &Edition::draft()))) else {
            continue;
        };
        let (hasil, text) = uji.banding(&bytes, true);
        if text != uji.text || !hasil.suntingan.is_empty() || !hasil.keberatan.is_empty() {
            wrong.push(format!("{}: {:#?} {:#?}", path.display(), hasil.suntingan, hasil.keberatan));
        }
    }
    assert_none(&wrong);
}

/// Where texts stand in a document: from `>` to `<` of each `w:t`.
fn texts(document: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = document[at..].find("<w:t ") {
        let from = at + start + document[at + start..].find('>').unwrap() + 1;
        let to = from + document[from..].find("</w:t>").unwrap();
        found.push((from, to));
        at = to;
    }
    found
}

#[test]
fn a_changed_word_is_changed_alone() {
    let mut wrong = Vec::new();
    let (mut changed, mut told) = (0, 0);
    for path in decrees() {
        let uji = Uji::of(&path);
        let document = Paket::buka(&uji.bytes).unwrap().text("word/document.xml").unwrap();
        let places = texts(&document);
        let step = (places.len() / 7).max(1);
        for place in places.iter().step_by(step).filter(|(from, to)| document[*from..*to].chars().count() > 8) {
            let old = &document[place.0..place.1];
            let at = old.char_indices().nth(old.chars().count() / 2).unwrap().0;
            let new = format!("{}xq{}", &old[..at], &old[at..]);
            let bytes = disunting(&uji.bytes, |text| format!("{}{new}{}", &text[..place.0], &text[place.1..]));
            let (hasil, text) = uji.banding(&bytes, true);
            match (&hasil.suntingan[..], text == uji.text) {
                ([one], false) if one.jenis == Jenis::Ubah => {
                    changed += 1;
                    let lower = |words: Vec<String>| words.join(" ").to_lowercase();
                    let (got, want) = (lower(uji.words(&text)), lower(baca::words(&bytes)));
                    // The name of a decree, and of who signs it, is printed in several places.
                    let (got, want) = match matches!(one.tempat.as_str(), "Judul" | "Penetapan") {
                        true => (got.matches("xq").count().min(1).to_string(), "1".to_owned()),
                        false => (got, want),
                    };
                    if got != want {
                        wrong.push(format!("{}: {} -> {}", path.display(), one.lama, one.baru));
                    }
                }
                ([], true) => told += 1,
                _ => wrong.push(format!("{}: `{new}`: {:?}", path.display(), hasil.suntingan)),
            }
        }
    }
    assert_none(&wrong);
    println!("{changed} changed, {told} of the program's own");
    assert!(changed > 80 && changed * 2 > told, "{changed} {told}");
}

/// The paragraph of a document that holds a text: where it begins and ends.
fn paragraph(document: &str, text: &str) -> (usize, usize) {
    let at = document.find(text).unwrap_or_else(|| panic!("no `{text}`"));
    let start = document[..at].rfind("<w:p>").unwrap();
    (start, at + document[at..].find("</w:p>").unwrap() + "</w:p>".len())
}

/// A paragraph without its bookmarks and with one run of words.
pub fn another(paragraph: &str, words: &str) -> String {
    let props = paragraph.find("</w:pPr>").unwrap() + "</w:pPr>".len();
    format!("{}<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>", &paragraph[..props])
}

/// A piece of a document without its bookmarks.
pub fn unmarked(piece: &str) -> String {
    let mut out = piece.to_owned();
    while let Some(at) = out.find("<w:bookmark") {
        let to = at + out[at..].find("/>").unwrap() + 2;
        out.replace_range(at..to, "");
    }
    out
}

/// The row of a document that holds a text.
fn row(document: &str, text: &str) -> (usize, usize) {
    let at = document.find(text).unwrap_or_else(|| panic!("no `{text}`"));
    let start = document[..at].rfind("<w:tr>").unwrap();
    (start, at + document[at..].find("</w:tr>").unwrap() + "</w:tr>".len())
}

const NASKAH: &str = "\
jenis: umum
kantor: kab-semarang
nomor: 7
tahun: 2099
tentang: Penetapan Jadwal Piket # nama
menimbang:
  # alasan pertama
  - bahwa piket perlu dijadwalkan
  - >-
    bahwa jadwal piket perlu
    diketahui *semua* pegawai
mengingat: [uu-7-2017, pkpu-8-2019]
diktum:
  - Menetapkan jadwal piket dalam Lampiran Keputusan ini.
  - teks: Petugas piket wajib
    rincian:
      - datang tepat waktu # jam tujuh
      - mengisi buku tamu
      - mengunci ruangan
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
ditetapkan: {tanggal: 2099-01-05}
tembusan: [Camat Ungaran Barat, Camat Ungaran Timur]
lampiran:
  - judul: Jadwal Piket
    tabel:
      kolom:
        - {judul: No, isi: nomor, lebar: 1 cm}
        - {judul: Nama, lebar: 3}
        - {judul: Tugas, lebar: 3}
      baris:
        - [Pegawai Satu, membuka gerbang] # pagi
        - [Pegawai Dua, menyapu halaman]
        - [Pegawai Tiga, [mematikan lampu, menutup gerbang]]
";

/// What an edit of the file makes of the YAML, and what is not taken.
fn after(edit: impl FnOnce(String) -> String) -> (Vec<Jenis>, Vec<Sebab>, String) {
    let uji = Uji::new("piket.yaml", NASKAH);
    let (hasil, text) = uji.banding(&disunting(&uji.bytes, edit), true);
    // What was written must be a decree.
    uji.words(&text);
    (hasil.suntingan.iter().map(|one| one.jenis).collect(), hasil.keberatan.iter().map(|one| one.sebab).collect(), text)
}

/// The YAML with one change in its lines.
fn lines(old: &str, new: &str) -> String {
    assert!(NASKAH.contains(old), "{old}");
    NASKAH.replacen(old, new, 1)
}

#[test]
fn items_come_go_move_part_and_join() {
    let new = |text: &str, words: &'static str, before: bool| {
        let text = text.to_owned();
        move |document: String| {
            let (start, end) = paragraph(&document, &text);
            let fresh = another(&document[start..end], words);
            let at = if before { start } else { end };
            format!("{}{fresh}{}", &document[..at], &document[at..])
        }
    };
    let one = |edit: &dyn Fn(String) -> String| after(edit);
    assert_eq!(
        one(&new("mengisi buku tamu", "menerima tamu;", false)),
        (vec![Jenis::Sisip], vec![], lines("buku tamu\n", "buku tamu\n      - menerima tamu\n"))
    );
    assert_eq!(
        one(&new("datang tepat", "bangun pagi;", true)),
        (vec![Jenis::Sisip], vec![], lines("      - datang", "      - bangun pagi\n      - datang"))
    );
    assert_eq!(
        one(&new("bahwa piket", "bahwa ruang perlu dijaga;", false)).2,
        lines("dijadwalkan\n", "dijadwalkan\n  - bahwa ruang perlu dijaga\n")
    );
    assert_eq!(
        one(&new("Camat Ungaran Barat", "Camat Bergas;", false)).2,
        lines("Barat, Camat", "Barat, Camat Bergas, Camat")
    );
    let gone = |text: &'static str| {
        move |document: String| {
            let (start, end) = paragraph(&document, text);
            format!("{}{}", &document[..start], &document[end..])
        }
    };
    assert_eq!(after(gone("mengisi buku")), (vec![Jenis::Hapus], vec![], lines("      - mengisi buku tamu\n", "")));
    assert_eq!(after(gone("Undang-Undang Nomor 7 Tahun 2017")).2, lines("uu-7-2017, ", ""));
    let moved = |document: String| {
        let (start, end) = paragraph(&document, "mengunci ruangan");
        let taken = document[start..end].to_owned();
        let rest = format!("{}{}", &document[..start], &document[end..]);
        let (to, _) = paragraph(&rest, "datang tepat");
        format!("{}{taken}{}", &rest[..to], &rest[to..])
    };
    assert_eq!(
        after(moved),
        (
            vec![Jenis::Pindah],
            vec![],
            lines("      - mengunci ruangan\n", "").replacen(
                "      - datang",
                "      - mengunci ruangan\n      - datang",
                1
            )
        )
    );
    let broken = |document: String| {
        let (start, end) = paragraph(&document, "mengisi buku");
        let all = document[start..end].to_owned();
        let first = all.replace("mengisi buku tamu; dan", "mengisi buku;");
        format!("{}{first}{}{}", &document[..start], another(&all, "tamu; dan"), &document[end..])
    };
    assert_eq!(after(broken), (vec![Jenis::Pecah], vec![], lines("mengisi buku tamu", "mengisi buku\n      - tamu")));
    let joined = |document: String| {
        let (start, end) = paragraph(&document, "datang tepat");
        let (next, last) = paragraph(&document, "mengisi buku");
        let body = document[next..last].split_once("</w:pPr>").unwrap().1;
        format!("{}{}{body}{}", &document[..start], document[start..end].trim_end_matches("</w:p>"), &document[last..])
    };
    assert_eq!(
        after(joined),
        (
            vec![Jenis::Gabung],
            vec![],
            lines("datang tepat waktu #", "datang tepat waktu; mengisi buku tamu #").replacen(
                "      - mengisi buku tamu\n",
                "",
                1
            )
        )
    );
}

#[test]
fn tracked_changes_are_taken_as_they_would_be_accepted() {
    let who = "w:id=\"900\" w:author=\"Ketua\" w:date=\"2099-01-02T08:00:00Z\"";
    // A whole item that was taken away: its bookmark lies within the change.
    let gone = |document: String| {
        let (start, end) = paragraph(&document, "mengisi buku");
        let item =
            document[start..end].replace("</w:pPr>", &format!("<w:rPr><w:del {who}/></w:rPr></w:pPr><w:del {who}>"));
        let item =
            item.replace("</w:p>", "</w:del></w:p>").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>");
        format!("{}{item}{}", &document[..start], &document[end..])
    };
    let uji = Uji::new("piket.yaml", NASKAH);
    let (hasil, text) = uji.banding(&disunting(&uji.bytes, gone), true);
    assert_eq!(text, lines("      - mengisi buku tamu\n", ""));
    let by = hasil.suntingan[0].oleh.clone().unwrap_or_default();
    assert_eq!((by.nama.as_str(), by.hari.as_str()), ("Ketua", "2099-01-02"));
    // The first words of an item, with its bookmark.
    let first = |document: String| {
        let (start, end) = paragraph(&document, "mengisi buku");
        let item = document[start..end].replace("</w:pPr>", &format!("</w:pPr><w:del {who}>"));
        let item = item.replace("mengisi buku", "").replacen(
            "<w:r>",
            &format!("<w:r><w:delText>mengisi buku</w:delText></w:r></w:del><w:ins {who}><w:r><w:t>mencatat</w:t></w:r></w:ins><w:r>"),
            1,
        );
        format!("{}{item}{}", &document[..start], &document[end..])
    };
    assert_eq!(after(first), (vec![Jenis::Ubah], vec![], lines("mengisi buku tamu", "mencatat tamu")));
}

#[test]
fn rows_come_and_go() {
    let doubled = |document: String| {
        let (start, end) = row(&document, "menyapu halaman");
        let mut fresh =
            document[start..end].replace("Pegawai Dua", "Pegawai Baru").replace("menyapu halaman", "menyiram, memupuk");
        while let Some(at) = fresh.find("<w:bookmark") {
            let to = at + fresh[at..].find("/>").unwrap() + 2;
            fresh.replace_range(at..to, "");
        }
        format!("{}{fresh}{}", &document[..end], &document[end..])
    };
    assert_eq!(
        after(doubled),
        (
            vec![Jenis::Sisip],
            vec![],
            lines("menyapu halaman]\n", "menyapu halaman]\n        - [Pegawai Baru, 'menyiram, memupuk']\n")
        )
    );
    let gone = |document: String| {
        let (start, end) = row(&document, "menyapu halaman");
        format!("{}{}", &document[..start], &document[end..])
    };
    assert_eq!(after(gone), (vec![Jenis::Hapus], vec![], lines("        - [Pegawai Dua, menyapu halaman]\n", "")));
    let cell = |document: String| {
        let (start, end) = paragraph(&document, "mematikan lampu");
        format!("{}{}{}", &document[..end], another(&document[start..end], "menutup jendela"), &document[end..])
    };
    assert_eq!(after(cell), (vec![Jenis::Sisip], vec![], lines("lampu, menutup", "lampu, menutup jendela, menutup")));
}

#[test]
fn emphasis_titles_and_comments_are_kept() {
    let edit = |old: &'static str, new: &'static str| move |document: String| document.replacen(old, new, 1);
    assert_eq!(
        after(edit(">semua<", ">setiap<")).2,
        lines(
            "    bahwa jadwal piket perlu\n    diketahui *semua* pegawai",
            "    bahwa jadwal piket perlu diketahui *setiap* pegawai"
        )
    );
    let bold = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">tepat</w:t></w:r>";
    let split = format!("datang </w:t></w:r>{bold}<w:r><w:t xml:space=\"preserve\"> waktu");
    let made = after(|document| document.replacen("datang tepat waktu", &split, 1));
    assert_eq!(made.2, lines("datang tepat waktu", "datang **tepat** waktu"));
    let title = after(edit(">PENETAPAN JADWAL PIKET<", ">PENETAPAN JADWAL PIKET DAN LIBUR<"));
    assert_eq!(title.2, lines("Piket #", "Piket Dan Libur #"));
}

#[test]
fn what_the_program_makes_is_told() {
    let edit = |old: &'static str, new: &'static str| move |document: String| document.replacen(old, new, 1);
    for (old, new, sebab) in [
        (">TENTANG<", ">PERIHAL<", Sebab::TakTerbawa),
        (">Menimbang<", ">Menimbang lagi<", Sebab::TakTerbawa),
        ("Ditetapkan di ", "Ditandatangani di ", Sebab::Buatan),
    ] {
        let (edits, told, text) = after(edit(old, new));
        assert_eq!((edits, text.as_str()), (vec![], NASKAH), "{old}");
        assert_eq!(told, [sebab], "{old}");
    }
}

#[test]
fn both_sides_are_told_where_the_yaml_changed() {
    let uji = Uji::new("piket.yaml", NASKAH);
    let changed =
        NASKAH.replace("mengisi buku tamu", "mengisi daftar tamu").replace("menyapu halaman", "menyapu teras");
    let now = Uji::new("piket.yaml", &changed.replace("  # alasan pertama\n", "  - bahwa baru\n"));
    let bytes = disunting(&uji.bytes, |document| {
        let document = document.replacen("mengisi buku tamu", "mengisi buku telepon", 1);
        document.replacen("menyapu halaman", "menyapu jalan", 1).replacen(
            "mengunci ruangan",
            "mengunci semua ruangan",
            1,
        )
    });
    let (hasil, text) = now.banding(&bytes, false);
    let told: Vec<Sebab> = hasil.keberatan.iter().map(|one| one.sebab).collect();
    assert_eq!(told, [Sebab::DuaSisi, Sebab::DuaSisi], "{:?}", hasil.keberatan);
    assert_eq!(text, now.text.replace("mengunci ruangan", "mengunci semua ruangan"));
    // What is gone from the file is told, though nobody knows what it said.
    let gone = disunting(&uji.bytes, |document| {
        let (start, end) = paragraph(&document, "Camat Ungaran Timur");
        let document = format!("{}{}", &document[..start], &document[end..]);
        let (start, end) = row(&document, "Pegawai Tiga");
        format!("{}{}", &document[..start], &document[end..])
    });
    let (hasil, text) = now.banding(&gone, false);
    let told: Vec<&str> = hasil.keberatan.iter().map(|one| one.pesan.as_str()).collect();
    assert_eq!(told, ["1 baris dihapus di Word sesudah tempat ini", "1 teks dihapus di Word sesudah tempat ini"]);
    assert_eq!(text, now.text);
}

#[test]
fn what_has_no_place_in_a_decree_is_told() {
    let boxed = "</w:t></w:r><w:r><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>sisipan</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></w:r>\
                 <w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:drawing/></w:r><w:r><w:t>";
    let uji = Uji::new("piket.yaml", NASKAH);
    let bytes = disunting(&uji.bytes, |document| document.replacen("mengisi buku", &format!("{boxed}mengisi buku"), 1));
    let (hasil, text) = uji.banding(&bytes, true);
    let told: Vec<&str> = hasil.keberatan.iter().map(|one| one.pesan.as_str()).collect();
    assert_eq!(
        told,
        [
            "kotak teks di Word tidak dapat dibawa: `sisipan`",
            "catatan kaki di Word tidak dapat dibawa: ``",
            "di Word ada 1 gambar, dalam naskah 0"
        ]
    );
    assert_eq!(text, NASKAH);
}

#[test]
fn what_is_joined_with_the_programs_own_is_refused_as_one() {
    let join = |first: &'static str, second: &'static str| {
        move |document: String| {
            let (start, end) = paragraph(&document, first);
            let (next, last) = paragraph(&document, second);
            let body = document[next..last].split_once("</w:pPr>").unwrap().1;
            let own = document[start..end].trim_end_matches("</w:p>");
            format!("{}{own}{body}{}{}", &document[..start], &document[end..next], &document[last..])
        }
    };
    let cited = join("Undang-Undang Nomor 7 Tahun 2017", "Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019");
    for (edits, told, text) in [after(cited), after(join("bahwa jadwal piket", "bahwa berdasarkan"))] {
        assert_eq!((edits, text.as_str()), (vec![], NASKAH));
        assert!(told.contains(&Sebab::Buatan), "{told:?}");
    }
    // A piece that has no place keeps the whole text as it was.
    let broken = |document: String| {
        let (start, end) = paragraph(&document, "Petugas piket wajib");
        let own = document[start..end].to_owned();
        let (first, second) = (own.replace("Petugas piket wajib", "Petugas"), another(&own, "piket wajib:"));
        format!("{}{first}{second}{}", &document[..start], &document[end..])
    };
    let (edits, told, text) = after(broken);
    assert_eq!((edits, text.as_str()), (vec![], NASKAH));
    assert!(told.contains(&Sebab::TakTerbawa), "{told:?}");
}

#[test]
fn numbers_and_places_of_the_program_are_told() {
    let number = |document: String| {
        let (start, end) = row(&document, "menyapu halaman");
        let own = document[start..end].replacen(">2<", ">0812<", 1).replacen(">2.<", ">0812<", 1);
        assert_ne!(own, document[start..end]);
        format!("{}{own}{}", &document[..start], &document[end..])
    };
    let gone = |document: String| {
        let (start, end) = paragraph(&document, ">Menimbang<");
        format!("{}<w:p/>{}", &document[..start], &document[end..])
    };
    let swapped = |document: String| {
        let (start, end) = paragraph(&document, "Ditetapkan di ");
        let (next, last) = paragraph(&document, ">pada tanggal ");
        let (first, second) = (&document[start..end], &document[next..last]);
        format!("{}{second}{}{first}{}", &document[..start], &document[end..next], &document[last..])
    };
    for (edits, told, text) in [after(number), after(gone), after(swapped)] {
        assert_eq!((edits, text.as_str()), (vec![], NASKAH));
        assert_eq!(told, [Sebab::Buatan]);
    }
}

#[test]
fn a_file_of_another_decree_is_known() {
    let all: Vec<Uji> = decrees().iter().map(|path| Uji::of(path)).collect();
    let other = |file: &Uji, decree: &Uji| {
        let berkas = buka(&Paket::buka(&file.bytes).unwrap()).unwrap();
        decree.with(|acuan| asing(&berkas, acuan))
    };
    let mut wrong = Vec::new();
    for (at, one) in all.iter().enumerate() {
        for (next, two) in all.iter().enumerate() {
            if other(one, two) != (at != next) {
                wrong.push(format!("{} beside {}", one.name, two.name));
            }
        }
    }
    assert_none(&wrong);
    let changed = NASKAH.replace("Jadwal Piket # nama", "Piket").replace("mengisi buku tamu", "mencatat tamu");
    assert!(!other(&Uji::new("piket.yaml", NASKAH), &Uji::new("piket.yaml", &changed)));
}
