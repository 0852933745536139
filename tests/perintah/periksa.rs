//! `periksa`, `jelaskan` and `aturan` as a person or another program runs them.

use std::fs;

use serde_json::Value;

use super::{Ran, finish, folder, names, naskah, program, short};
use crate::support::text_of;

/// A decree with a certain cure, a finding without one, and a comment that must stay.
fn decree() -> String {
    short(
        "# catatan yang tetap tinggal\ndiktum:\n  - Isi tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan dari Keputusan ini.   # dan ini\n  - 'Keputusan ini mulai berlaku efektif pada tanggal ditetapkan.'\n",
    )
}

fn periksa(folder: &std::path::Path, words: &str) -> Ran {
    naskah(folder, ["periksa"].into_iter().chain(words.split_whitespace()))
}

fn lines(ran: &Ran) -> Vec<String> {
    String::from_utf8_lossy(&ran.out).lines().map(str::to_owned).collect()
}

#[test]
fn findings_go_to_standard_output_and_the_count_to_standard_error() {
    let here = folder(&[("n.yaml", &decree())]);
    let ran = periksa(here.path(), "n.yaml");
    ran.says(1, "1 berkas diperiksa: 2 galat, 0 peringatan, 0 saran; 1 dapat diperbaiki dengan --perbaiki; halaman belum ditata\n");
    assert_eq!(
        String::from_utf8_lossy(&ran.out),
        "\
galat[K101]: diktum menyebut Lampiran II, tetapi lampiran itu tidak ada
 --> n.yaml:3:25
  |
3 |   - Isi tercantum dalam Lampiran II yang merupakan bagian tidak terpisahkan dari Keputusan ini.   # dan ini
  |                         ^^^^^^^^^^^
  |
  = petunjuk: tambahkan `lampiran`, atau perbaiki diktum
galat[K107]: Keputusan mulai berlaku, tanpa kata “efektif”
 --> n.yaml:4:20
  |
4 |   - 'Keputusan ini mulai berlaku efektif pada tanggal ditetapkan.'
  |                    ^^^^^^^^^^^^^^^^^^^^^
  |
  = petunjuk: tulis “mulai berlaku pada tanggal ditetapkan”, atau tanggal lain yang dimaksud
"
    );
    assert_eq!(names(here.path()), "n.yaml");
}

#[test]
fn a_sound_decree_is_silent() {
    let here = folder(&[("n.yaml", &short(""))]);
    let ran = periksa(here.path(), "n.yaml");
    ran.says(0, "1 berkas diperiksa: 0 galat, 0 peringatan, 0 saran; halaman belum ditata\n");
    assert!(ran.out.is_empty());
}

#[test]
fn a_draft_needs_no_number_and_no_date() {
    let here = folder(&[("n.yaml", &short("nomor:\nditetapkan: {di: Ungaran}\n"))]);
    assert_eq!(periksa(here.path(), "n.yaml").code, Some(0));
}

#[test]
fn certain_cures_are_written_and_nothing_else_is_touched() {
    let text = decree();
    let here = folder(&[("n.yaml", &text)]);
    let ran = periksa(here.path(), "n.yaml --perbaiki");
    assert_eq!(ran.code, Some(1), "K101 has no certain cure");
    let out = String::from_utf8_lossy(&ran.out).into_owned();
    assert!(out.contains("-  - 'Keputusan ini mulai berlaku efektif pada tanggal ditetapkan.'\n"), "{out}");
    assert!(out.contains("+  - 'Keputusan ini mulai berlaku pada tanggal ditetapkan.'\n"), "{out}");
    let mended = fs::read_to_string(here.path().join("n.yaml")).expect("the file");
    assert_eq!(mended, text.replace(" efektif", ""));
    let again = periksa(here.path(), "n.yaml --perbaiki");
    assert!(!String::from_utf8_lossy(&again.out).contains("+++"), "a second run changes nothing");
    assert_eq!(fs::read_to_string(here.path().join("n.yaml")).expect("the file"), mended);
    assert_eq!(names(here.path()), "n.yaml");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_a_read_only_folder_stays_as_it_is() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let here = folder(&[("asli/n.yaml", &decree())]);
    symlink("asli/n.yaml", here.path().join("taut.yaml")).expect("a link");
    assert_eq!(periksa(here.path(), "taut.yaml --perbaiki").code, Some(1));
    assert!(here.path().join("taut.yaml").is_symlink());
    assert!(!fs::read_to_string(here.path().join("asli/n.yaml")).expect("the file").contains("efektif"));

    let here = folder(&[("asli/n.yaml", &decree())]);
    fs::set_permissions(here.path().join("asli"), fs::Permissions::from_mode(0o555)).expect("permissions");
    let ran = periksa(here.path(), "asli/n.yaml --perbaiki");
    let now = fs::read_to_string(here.path().join("asli/n.yaml")).expect("the file");
    fs::set_permissions(here.path().join("asli"), fs::Permissions::from_mode(0o755)).expect("permissions");
    // Who may write anywhere is not stopped by permissions.
    match ran.code {
        Some(2) => assert_eq!(now, decree()),
        code => assert_eq!((code, now.contains("efektif")), (Some(1), false)),
    }
}

#[test]
fn levels_choose_what_is_shown_not_what_is_answered() {
    let here = folder(&[("n.yaml", &decree())]);
    let all = periksa(here.path(), "n.yaml --format ringkas");
    let errors = periksa(here.path(), "n.yaml --format ringkas --tingkat galat");
    assert_eq!((all.code, errors.code), (Some(1), Some(1)));
    assert!(lines(&errors).iter().all(|line| line.contains(": galat[")), "{:?}", lines(&errors));
    assert!(errors.err.is_empty());
}

#[test]
fn json_is_one_object_a_line_of_the_documented_shape() {
    let here = folder(&[("n.yaml", &decree())]);
    let ran = periksa(here.path(), "n.yaml --format json");
    let schema: Value = serde_json::from_str(&text_of("docs/skema/temuan.schema.json")).expect("a schema");
    let known = |names: &Value| {
        let mut names: Vec<String> = names.as_object().expect("an object").keys().cloned().collect();
        names.sort();
        names
    };
    let mut cures = 0;
    for line in lines(&ran) {
        let finding: Value = serde_json::from_str(&line).expect("an object");
        assert_eq!(known(&finding), known(&schema["properties"]));
        // Workbook, sheet and cell are only told of findings in a sheet.
        let place = schema["$defs"]["tempat"]["required"].as_array().expect("a list").iter().map(|name| name.as_str());
        let mut place: Vec<String> = place.flatten().map(str::to_owned).collect();
        place.sort();
        assert_eq!(known(&finding["tempat"]), place);
        for cure in finding["perbaikan"].as_array().expect("a list") {
            assert_eq!(known(cure), known(&schema["properties"]["perbaikan"]["items"]["properties"]));
            cures += 1;
        }
    }
    assert_eq!((lines(&ran).len(), cures), (2, 1));
}

#[test]
fn sarif_is_one_document_with_the_rules_and_their_pages() {
    let here = folder(&[("a b.yaml", &decree()), ("c.yaml", &short(""))]);
    let ran = naskah(here.path(), ["periksa", "--format", "sarif", "a b.yaml", "c.yaml"]);
    assert_eq!(ran.code, Some(1));
    let document: Value = serde_json::from_slice(&ran.out).expect("one document");
    let run = &document["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert!(rules.len() >= naskah_rules::RULES.len());
    for result in run["results"].as_array().expect("results") {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20b.yaml");
        assert!(place["region"]["startLine"].as_u64().expect("a line") >= 1);
    }
    let cure = run["results"].as_array().expect("results").iter().find(|result| result["fixes"].is_array());
    let replacement = &cure.expect("a cure")["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let text = decree();
    let at = replacement["deletedRegion"]["byteOffset"].as_u64().expect("a place") as usize;
    let length = replacement["deletedRegion"]["byteLength"].as_u64().expect("a length") as usize;
    let with = replacement["insertedContent"]["text"].as_str().expect("a text");
    let mended = format!("{}{with}{}", &text[..at], &text[at + length..]);
    assert_eq!(mended, text.replace(" efektif", ""));
}

#[test]
fn folders_are_walked_in_order_and_nothing_is_passed_over() {
    let (good, bad) = (short(""), decree());
    let files: Vec<(String, &str)> =
        (0..40).map(|n| (format!("d/{n:02}.yaml"), if n % 2 == 0 { good.as_str() } else { bad.as_str() })).collect();
    let named: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let here = folder(&named);
    fs::write(here.path().join("d/catatan.txt"), "bukan keputusan").expect("a file");
    let ran = periksa(here.path(), "d --format ringkas");
    let told: Vec<String> =
        lines(&ran).iter().map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect();
    assert!(told.is_sorted(), "{told:?}");
    assert_eq!(told.len(), 40, "two findings in each of twenty files");
    let people = periksa(here.path(), "d");
    assert!(people.err.starts_with("40 berkas diperiksa: 40 galat, "), "{}", people.err);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let here = folder(&[("n.yaml", &decree())]);
    let ran = periksa(here.path(), "tidak-ada.yaml n.yaml --format ringkas");
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        lines(&ran)[0],
        "galat[N001]: tidak-ada.yaml tidak dapat dibaca: tidak ada (periksa nama dan letak berkasnya)"
    );
    assert_eq!(lines(&ran).len(), 3);
    fs::create_dir(here.path().join("kosong")).expect("a folder");
    let ran = periksa(here.path(), "kosong");
    ran.says(
        2,
        "galat[N001]: folder kosong tidak memuat berkas .yaml\n |\n = petunjuk: periksa nama dan letak foldernya\n",
    );
}

#[test]
fn standard_input_is_checked_but_cannot_be_mended() {
    let here = folder(&[]);
    let mut command = program(here.path());
    command.args(["periksa", "-", "--format", "ringkas"]);
    let ran = finish(command, decree().as_bytes());
    assert_eq!(ran.code, Some(1));
    assert!(lines(&ran)[0].starts_with("<masukan>:3:25: galat[K101]"), "{:?}", lines(&ran));
    let ran = naskah(here.path(), ["periksa", "-", "--perbaiki"]);
    ran.says(2, "galat[N004]: --perbaiki memerlukan berkas, bukan masukan baku (-)\nlihat `naskah --bantuan`\n");
}

#[test]
fn susun_stops_at_errors_and_counts_questions() {
    let here = folder(&[("n.yaml", &decree())]);
    let ran = naskah(here.path(), ["susun", "n.yaml"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("galat[K107]"), "{}", ran.err);
    assert_eq!(names(here.path()), "n.yaml");
}

#[test]
fn pages_and_the_table_of_rules() {
    let here = folder(&[]);
    let ran = naskah(here.path(), ["jelaskan", "k107", "N103"]);
    let page = String::from_utf8_lossy(&ran.out).into_owned();
    assert_eq!(ran.code, Some(0));
    assert!(
        page.starts_with("# K107 ") && page.contains("Sumber: ") && page.contains("# N103 kunci-tak-dikenal"),
        "{page}"
    );
    let ran = naskah(here.path(), ["jelaskan", "K1O7"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.err.starts_with("galat[N004]: kode `K1O7` tidak dikenal\n |\n = petunjuk: maksud Anda `K1"),
        "{}",
        ran.err
    );
    let ran = naskah(here.path(), ["aturan"]);
    assert_eq!(lines(&ran).len(), naskah_rules::RULES.len());
    let ran = naskah(here.path(), ["aturan", "--format", "json"]);
    for line in lines(&ran) {
        let rule: Value = serde_json::from_str(&line).expect("an object");
        assert_eq!(rule.as_object().expect("an object").len(), 6);
    }
}

#[test]
fn cures_beyond_what_is_shown_are_made_too() {
    let items: String = (0..700).map(|at| format!("  - bahwa kegiatan {at} di lakukan oleh petugas\n")).collect();
    let here = folder(&[("a.yaml", &short(&format!("memperhatikan:\n{items}")))]);
    let ran = naskah(here.path(), ["periksa", "a.yaml", "--perbaiki"]);
    let text = fs::read_to_string(here.path().join("a.yaml")).unwrap();
    assert_eq!(text.matches("di lakukan").count(), 0, "{}", ran.err);
    assert_eq!(text.matches("dilakukan").count(), 700);
}

#[test]
fn bases_are_put_in_order_where_nothing_stands_beside_them() {
    let ids = "mengingat: [pkpu-8-2019, uu-7-2017, perpres-54-2018, uu-12-2011, uu-43-2009]\n";
    let here = folder(&[("a.yaml", &short(ids))]);
    naskah(here.path(), ["periksa", "a.yaml", "--perbaiki"]);
    let sorted = "mengingat: [uu-43-2009, uu-12-2011, uu-7-2017, perpres-54-2018, pkpu-8-2019]\n";
    assert!(text_of(here.path().join("a.yaml")).contains(sorted));
    let noted = short("mengingat:\n  - pkpu-8-2019   # tata kerja\n  - uu-7-2017\n");
    let here = folder(&[("a.yaml", &noted)]);
    naskah(here.path(), ["periksa", "a.yaml", "--perbaiki"]);
    assert_eq!(text_of(here.path().join("a.yaml")), noted);
}

#[test]
fn pages_are_looked_at_where_that_is_asked_for() {
    let here = folder(&[("n.yaml", &short("")), ("s.yaml", &decree())]);
    periksa(here.path(), "n.yaml --halaman").says(0, "1 berkas diperiksa: 0 galat, 0 peringatan, 0 saran\n");
    let ran = periksa(here.path(), "n.yaml s.yaml --halaman");
    assert!(ran.err.contains("; halaman 1 berkas belum ditata karena galat"), "{}", ran.err);
    let columns = "{judul: Angka, isi: bilangan}, ".repeat(20);
    let cells = "1234567890123, ".repeat(20);
    let said = "Isi tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.";
    let table = format!("    tabel: {{kolom: [{columns}], baris: [[{cells}]]}}\n");
    let crowded = short(&format!("diktum: [{said}]\nlampiran:\n  - judul: Angka\n{table}"));
    let here = folder(&[("n.yaml", &crowded)]);
    assert!(!periksa(here.path(), "n.yaml").told().contains("N41"));
    let ran = periksa(here.path(), "n.yaml --halaman");
    assert!(ran.told().contains("[N41"), "{}", ran.told());
    assert_eq!(names(here.path()), "n.yaml");
}
