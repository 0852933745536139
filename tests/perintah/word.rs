//! Word files out and home, as a person runs them: `susun --format docx`, `tinjau`, `beda --format docx`.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use naskah_formats::ooxml::Paket;

use super::{Ran, folder, naskah, put, short, susun};
use crate::support::text_of;

const PIKET: &str = "\
diktum:
  - teks: Petugas piket wajib
    rincian:
      - menjaga pintu depan  # jam tujuh
      - mengisi buku tamu
      - mengunci ruangan
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
";

fn tinjau(folder: &Path, words: &str) -> Ran {
    naskah(folder, ["tinjau"].into_iter().chain(words.split_whitespace()))
}

/// A package with other texts of parts; new parts are added.
fn with_parts(bytes: &[u8], edit: impl Fn(&str, String) -> String, new: &[(&str, &str)]) -> Vec<u8> {
    let paket = Paket::buka(bytes).expect("a package");
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for name in paket.names() {
        zip.start_file(name, options).expect("a part");
        let text = paket.text(name).map(|text| edit(name, text));
        let bytes = paket.bytes(name).unwrap_or_default();
        zip.write_all(text.as_ref().map_or(bytes, |text| text.as_bytes())).expect("written");
    }
    for (name, text) in new {
        zip.start_file(*name, options).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a package").into_inner()
}

/// A folder with a decree, the Word file that went out, and one that came back with these texts changed.
fn back(changes: &[(&str, &str)]) -> TempDir {
    let here = folder(&[("piket.yaml", &short(PIKET))]);
    susun(here.path(), "piket.yaml -o piket.docx").makes("dibuat: piket.docx\n");
    let bytes = fs::read(here.path().join("piket.docx")).expect("the file");
    let edit = |name: &str, text: String| match name {
        "word/document.xml" => changes.iter().fold(text, |text, (old, new)| {
            assert!(text.contains(old), "{old}");
            text.replacen(old, new, 1)
        }),
        _ => text,
    };
    put(&here, "balik.docx", &with_parts(&bytes, edit, &[]));
    here
}

fn yaml(here: &TempDir) -> String {
    fs::read_to_string(here.path().join("piket.yaml")).expect("the decree")
}

#[test]
fn a_file_that_was_not_changed_changes_nothing() {
    let here = back(&[]);
    let before = yaml(&here);
    let ran = tinjau(here.path(), "balik.docx --ke piket.yaml --terima semua");
    ran.says(0, "tidak ada yang berubah: piket.yaml\n").tells("tidak ada suntingan yang dapat dibawa\n");
    assert_eq!(yaml(&here), before);
    susun(here.path(), "piket.yaml -o piket.docx").makes("sama dengan yang sudah ada: piket.docx\n");
    // As a product on standard output, too.
    let out = susun(here.path(), "piket.yaml -o - --format docx");
    assert_eq!(out.out, fs::read(here.path().join("piket.docx")).expect("the file"));
}

const CHANGES: [(&str, &str); 3] = [
    ("mengisi buku tamu", "mengisi buku *tamu* kantor"),
    ("menjaga pintu depan", "menjaga ruang tamu"),
    ("mengunci ruangan", "mengunci semua ruangan"),
];

const LISTED: &str = "\
1. Diktum KESATU huruf a diubah
   lama: menjaga pintu depan;
   baru: menjaga ruang tamu;
2. Diktum KESATU huruf b diubah
   lama: mengisi buku tamu; dan
   baru: mengisi buku \\*tamu\\* kantor; dan
3. Diktum KESATU huruf c diubah
   lama: mengunci ruangan.
   baru: mengunci semua ruangan.
";

#[test]
fn edits_are_listed_chosen_and_written_by_place() {
    let here = back(&CHANGES);
    let before = yaml(&here);
    let ran = tinjau(here.path(), "balik.docx --ke piket.yaml");
    assert_eq!((ran.code, ran.told().as_str()), (Some(0), LISTED), "{}", ran.err);
    assert!(ran.err.contains("3 suntingan belum dibawa") && ran.err.contains("tidak ada yang berubah: piket.yaml"));
    assert_eq!(yaml(&here), before);

    let ran = tinjau(here.path(), "balik.docx --ke piket.yaml --terima 1,3");
    assert!(ran.err.contains("diperbarui: piket.yaml (2 suntingan diterima, 1 tidak)"), "{}", ran.err);
    let wanted = before
        .replace("menjaga pintu depan  #", "menjaga ruang tamu  #")
        .replace("mengunci ruangan", "mengunci semua ruangan");
    assert_eq!(yaml(&here), wanted);

    // What was taken is no edit any more, and a star that was typed in Word stays one.
    let ran = tinjau(here.path(), "balik.docx --ke piket.yaml --tolak 9");
    assert_eq!(ran.code, Some(2));
    let ran = tinjau(here.path(), "balik.docx --ke piket.yaml --terima semua -o lain.yaml");
    assert!(ran.told().starts_with("1. Diktum KESATU huruf b diubah\n"), "{}{}", ran.told(), ran.err);
    let other = fs::read_to_string(here.path().join("lain.yaml")).expect("written");
    assert_eq!(other, wanted.replace("buku tamu", "buku \\*tamu\\* kantor"));
    assert_eq!(yaml(&here), wanted);
}

#[test]
fn edits_are_told_to_programs() {
    let here = back(&CHANGES);
    let ran = tinjau(here.path(), "balik.docx --ke piket.yaml --format json");
    let schema: Value = serde_json::from_str(&text_of("docs/skema/tinjau.schema.json")).expect("JSON");
    let objects: Vec<Value> = ran.told().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(objects.len(), 3);
    for object in &objects {
        let mut keys: Vec<&String> = object.as_object().expect("an object").keys().collect();
        let mut known: Vec<&String> = schema["properties"].as_object().expect("keys").keys().collect();
        keys.sort();
        known.sort();
        assert_eq!(keys, known);
        assert!(schema["properties"]["keadaan"]["enum"].as_array().expect("words").contains(&object["keadaan"]));
    }
    assert_eq!((&objects[1]["nama"], &objects[1]["oleh"]), (&"Diktum KESATU huruf b".into(), &Value::Null));
}

#[test]
fn tracked_changes_and_comments_name_who_and_when() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let who = "w:id=\"900\" w:author=\"Sekretaris\" w:date=\"2026-02-03T08:00:00Z\"";
    let inserted = format!(
        "menjaga </w:t></w:r><w:del {who}><w:r><w:delText>pintu depan</w:delText></w:r></w:del><w:ins {who}>{}</w:ins>\
         <w:commentRangeStart w:id=\"0\"/><w:r><w:t>",
        run("ruang tamu")
    );
    let here = back(&[("menjaga pintu depan", &inserted)]);
    let bytes = fs::read(here.path().join("balik.docx")).expect("the file");
    let comments = "<w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:id=\"0\" \
                    w:author=\"Ketua\" w:date=\"2026-02-04T08:00:00Z\"><w:p><w:r><w:t>jam berapa?</w:t></w:r></w:p></w:comment></w:comments>";
    put(&here, "balik.docx", &with_parts(&bytes, |_, text| text, &[("word/comments.xml", comments)]));
    let before = yaml(&here);
    let ran = tinjau(here.path(), "balik.docx --ke piket.yaml --terima semua");
    assert!(
        ran.told().contains("1. Diktum KESATU huruf a diubah (Sekretaris, 2026-02-03)\n"),
        "{}{}",
        ran.told(),
        ran.err
    );
    assert!(ran.told().contains("2. Diktum KESATU huruf a dikomentari (Ketua, 2026-02-04)\n"), "{}", ran.told());
    let wanted = before.replace(
        "      - menjaga pintu depan",
        "      # CATATAN (Ketua, 2026-02-04): jam berapa?\n      - menjaga ruang tamu",
    );
    assert_eq!(yaml(&here), wanted);
    // A remark is put once, is told by `periksa`, and keeps a decree from being issued.
    tinjau(here.path(), "balik.docx --ke piket.yaml --terima semua");
    assert_eq!(yaml(&here), wanted);
    assert!(naskah(here.path(), ["periksa", "piket.yaml"]).told().contains("K411"));
    let ran = naskah(here.path(), ["terbit", "piket.yaml", "--ya"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("N613") && ran.err.contains("(Ketua, 2026-02-04): jam berapa?"),
        "{}",
        ran.err
    );
}

#[test]
fn what_is_made_elsewhere_is_told_with_where_it_is_changed() {
    let here = back(&[("Ditetapkan di ", "Ditandatangani di "), (">NOMOR ", ">NO. ")]);
    let ran = tinjau(here.path(), "balik.docx --ke piket.yaml");
    assert!(ran.code == Some(0) && ran.err.matches("N832").count() == 2, "{}", ran.err);
    assert!(ran.err.contains("ubah `nomor` dalam YAML"), "{}", ran.err);
}

#[test]
fn both_sides_are_shown_where_the_yaml_changed() {
    let here = back(&CHANGES);
    let changed = yaml(&here).replace("buku tamu", "daftar tamu");
    put(&here, "piket.yaml", changed.as_bytes());
    let ran = tinjau(here.path(), "balik.docx --ke piket.yaml --terima semua");
    assert!(ran.err.contains("N833") && ran.err.contains("daftar tamu"), "{}", ran.err);
    let wanted = changed
        .replace("menjaga pintu depan", "menjaga ruang tamu")
        .replace("mengunci ruangan", "mengunci semua ruangan");
    assert_eq!(yaml(&here), wanted);
}

#[test]
fn files_that_did_not_go_out_are_refused() {
    let here = back(&[]);
    let bytes = fs::read(here.path().join("piket.docx")).expect("the file");
    let bare = |_: &str, text: String| text.replace("naskah_", "lain_");
    put(&here, "asing.docx", &with_parts(&bytes, bare, &[]));
    put(&here, "rusak.docx", &bytes[..bytes.len() / 2]);
    put(&here, "teks.docx", b"bukan paket");
    put(
        &here,
        "entitas.docx",
        &with_parts(
            &bytes,
            |name, text| match name {
                "word/document.xml" => text.replacen("?>", "?><!DOCTYPE a [<!ENTITY b \"c\">]>", 1),
                _ => text,
            },
            &[],
        ),
    );
    for name in ["asing", "rusak", "teks", "entitas"] {
        let ran = tinjau(here.path(), &format!("{name}.docx --ke piket.yaml --terima semua"));
        assert!(ran.code == Some(1) && ran.err.contains("N831"), "{name}: {:?} {}", ran.code, ran.err);
    }
    assert_eq!(tinjau(here.path(), "tiada.docx --ke piket.yaml").code, Some(2));
}

#[test]
fn a_file_of_another_decree_is_refused_before_its_edits_are_listed() {
    let here = back(&CHANGES);
    put(&here, "lain.yaml", text_of("templates/jenis/pembentukan-tim/contoh.yaml").as_bytes());
    let ran = tinjau(here.path(), "balik.docx --ke lain.yaml --terima semua");
    assert!(ran.code == Some(1) && ran.err.contains("N831") && ran.told().is_empty(), "{}", ran.err);
    put(&here, "acara.yaml", text_of("templates/jenis/berita-acara/contoh.yaml").as_bytes());
    let ran = tinjau(here.path(), "balik.docx --ke acara.yaml --terima semua");
    assert!(ran.code == Some(1) && ran.err.contains("N831") && ran.told().is_empty(), "{}", ran.err);
}

#[test]
fn words_in_a_drawing_stand_in_its_picture() {
    let decree = short("diktum: [Denah tercantum dalam Lampiran.]\nlampiran:\n  - {judul: Denah, gambar: denah.svg}\n");
    let picture = |words: &str| {
        let words = format!("<text x='9' y='20'>{words}</text>");
        let drawing = format!("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30'>{words}</svg>");
        let here = folder(&[("denah.yaml", &decree), ("denah.svg", &drawing)]);
        susun(here.path(), "denah.yaml -o denah.docx").makes("dibuat: denah.docx\n");
        let bytes = fs::read(here.path().join("denah.docx")).expect("the file");
        Paket::buka(&bytes).expect("a package").bytes("word/media/gambar1.png").expect("the picture").to_vec()
    };
    assert_ne!(picture("Gudang"), picture(""));
}

#[test]
fn what_a_word_file_lacks_is_told() {
    let lacking =
        "halaman: {sampul: ya, kata_penyambung: ya, nomor_awal: 4, margin_cermin: ya, nomor_halaman: 1 dari 2}\n";
    let here = folder(&[("a.yaml", &short(lacking)), ("b.yaml", &short(""))]);
    let ran = susun(here.path(), "a.yaml -o a.docx");
    assert_eq!((ran.code, ran.err.matches("peringatan[N830]").count()), (Some(0), 4), "{}", ran.err);
    susun(here.path(), "b.yaml -o b.docx").makes("dibuat: b.docx\n");
}

#[test]
fn a_comparison_is_tracked_changes() {
    let new = short(&PIKET.replace("pintu depan", "ruang tamu").replace("      - mengunci ruangan\n", ""));
    let here = folder(&[("lama.yaml", &short(PIKET)), ("baru.yaml", &new)]);
    let ran = naskah(here.path(), ["beda", "lama.yaml", "baru.yaml", "--format", "docx", "-o", "beda.docx"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(!ran.err.contains("N830"), "everything is tracked: {}", ran.err);
    let bytes = fs::read(here.path().join("beda.docx")).expect("the file");
    let text = Paket::buka(&bytes).expect("a package").text("word/document.xml").expect("the text");
    assert!(text.contains("<w:delText xml:space=\"preserve\">pintu depan;</w:delText>"), "{text}");
    assert!(text.contains("<w:ins w:id=") && text.contains("w:date=\"2025-"), "{text}");
    let ran = tinjau(here.path(), "beda.docx --ke baru.yaml");
    assert!(ran.code == Some(1) && ran.err.contains("N831"), "{}", ran.err);
}

#[test]
fn the_guide_to_word_files_is_true() {
    let here = back(&CHANGES);
    let guide = text_of("docs/panduan/word.md");
    let mut commands = 0;
    for line in guide.split("```console\n").skip(1).flat_map(|block| block.split("```").next().unwrap_or("").lines()) {
        if let Some(command) = line.strip_prefix("$ naskah ") {
            let ran = naskah(here.path(), command.split_whitespace());
            assert_eq!(ran.code, Some(0), "{line}: {}", ran.err);
            commands += 1;
        }
    }
    assert!(commands >= 5, "{commands} commands");
}
