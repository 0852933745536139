//! Edits by place: exactly what was asked for is changed, comments and layout stay.

use naskah_formats::sunting::{Gagal, Isi, Langkah, Ubah, place, read, ubah};

const ORDER: &[&str] = &["jenis", "nomor", "tentang", "menimbang", "mengingat", "memperhatikan", "diktum", "lampiran"];

const NASKAH: &str = "\
# kepala
jenis: umum   # jenis
nomor:        # nanti
tentang: >-
  Penetapan Jam
  Layanan
menimbang:
  # alasan pertama
  - bahwa satu
  - 'bahwa: dua'
mengingat: [uu-7-2017, pkpu-8-2019]
diktum:
  - teks: Kesatu untuk   # pembuka
    rincian:
      - a satu
      # tentang dua
      - >-
        a dua
  # kedua
  - Kedua.
";

fn jalan(text: &str) -> Vec<Langkah> {
    let step = |part: &str| part.parse().map_or(Langkah::Kunci(part.to_owned()), Langkah::Butir);
    text.split('/').filter(|part| !part.is_empty()).map(step).collect()
}

fn isi(di: &str, teks: &str) -> Ubah {
    Ubah::Isi { di: jalan(di), teks: teks.into() }
}

fn sisip(di: &str, ke: usize, teks: &str) -> Ubah {
    Ubah::Sisip { di: jalan(di), ke, isi: Isi::Teks(teks.into()) }
}

/// Holds that an edit replaces one stretch of the text by another.
#[track_caller]
fn holds(edit: &Ubah, old: &str, new: &str) {
    assert!(NASKAH.matches(old).count() == 1, "{old:?} is no place");
    assert_eq!(ubah(NASKAH, edit, ORDER).as_deref(), Ok(NASKAH.replacen(old, new, 1).as_str()));
    let windows = NASKAH.replace('\n', "\r\n");
    let wanted = NASKAH.replacen(old, new, 1).replace('\n', "\r\n");
    assert_eq!(ubah(&windows, edit, ORDER), Ok(wanted));
}

#[test]
fn a_text_says_something_else() {
    holds(&isi("nomor", "7"), "nomor:        #", "nomor: 7        #");
    holds(&isi("tentang", "Penetapan Hari"), "Penetapan Jam\n  Layanan", "Penetapan Hari");
    holds(&isi("menimbang/0", "bahwa: lain # ini"), "bahwa satu", "'bahwa: lain # ini'");
    holds(&isi("menimbang/1", "it's: x"), "'bahwa: dua'", "'it''s: x'");
    holds(&isi("menimbang/1", "bahwa dua"), "'bahwa: dua'", "bahwa dua");
    holds(&isi("mengingat/1", "uu-1-2020"), "pkpu-8-2019", "uu-1-2020");
    holds(&isi("diktum/0/teks", "Lain untuk"), "Kesatu untuk", "Lain untuk");
    holds(&isi("diktum/0/rincian/1", "lain kata"), "a dua", "lain kata");
    holds(&isi("menimbang/0", ""), "bahwa satu", "''");
}

#[test]
fn a_missing_key_is_added() {
    holds(&isi("diktum/0/penutup", "selesai."), "        a dua\n", "        a dua\n    penutup: selesai.\n");
    holds(&sisip("memperhatikan", 0, "Surat"), "pkpu-8-2019]\n", "pkpu-8-2019]\nmemperhatikan:\n  - Surat\n");
}

#[test]
fn a_table_takes_another_key() {
    let kantor = "tempat: Ungaran\npejabat:\n  ketua: {jabatan: Ketua, nama: A}\n  # pengesah\n  hukum:\n    jabatan: Kasubbag\n    nama: B\n# akhir\nsumber: []\n";
    let isi =
        Isi::Tabel(vec![("jabatan".into(), Isi::Teks("Ketua".into())), ("nama".into(), Isi::Teks("C: D".into()))]);
    let edit = |kunci: &str| Ubah::Tambah { di: jalan("pejabat"), kunci: kunci.into(), isi: isi.clone() };
    let wanted = kantor.replace("    nama: B\n", "    nama: B\n  plh:\n    jabatan: Ketua\n    nama: 'C: D'\n");
    assert_eq!(ubah(kantor, &edit("plh"), &[]), Ok(wanted));
    for kunci in ["ketua", "", "a b", "1", "a:"] {
        assert_eq!(ubah(kantor, &edit(kunci), &[]), Err(Gagal::TakAda), "{kunci}");
    }
}

#[test]
fn items_come_go_and_move() {
    holds(&sisip("menimbang", 1, "bahwa baru"), "bahwa satu\n", "bahwa satu\n  - bahwa baru\n");
    holds(&sisip("mengingat", 1, "uu-1-2020"), "uu-7-2017, ", "uu-7-2017, uu-1-2020, ");
    holds(&sisip("diktum/0/rincian", 2, "a tiga"), "        a dua\n", "        a dua\n      - a tiga\n");
    holds(&Ubah::Hapus { di: jalan("menimbang/1") }, "  - 'bahwa: dua'\n", "");
    holds(
        &Ubah::Hapus { di: jalan("diktum/0/rincian/0") },
        "- a satu\n      # tentang dua\n      - >-",
        "# tentang dua\n      - >-",
    );
    holds(
        &Ubah::Pindah { di: jalan("menimbang/1"), ke: 0 },
        "- bahwa satu\n  - 'bahwa: dua'",
        "- 'bahwa: dua'\n  - bahwa satu",
    );
    holds(&Ubah::Hapus { di: jalan("nomor") }, "nomor:        # nanti\n", "");
}

#[test]
fn items_go_below_and_above() {
    holds(
        &Ubah::Masuk { di: jalan("menimbang/1") },
        "- bahwa satu\n  - 'bahwa: dua'",
        "- teks: bahwa satu\n    rincian:\n      - 'bahwa: dua'",
    );
    let deeper = ubah(NASKAH, &Ubah::Masuk { di: jalan("diktum/1") }, ORDER).expect("made");
    assert!(deeper.contains("        a dua\n      - Kedua.\n") && deeper.contains("# kedua"), "{deeper}");
    let higher = ubah(NASKAH, &Ubah::Keluar { di: jalan("diktum/0/rincian/1") }, ORDER).expect("made");
    assert!(higher.contains("      - a satu\n"), "{higher}");
    assert!(
        higher.contains("  - >-\n    a dua\n  # kedua\n  - Kedua.\n") && higher.contains("# tentang dua"),
        "{higher}"
    );
    let all = ubah(&higher, &Ubah::Keluar { di: jalan("diktum/0/rincian/0") }, ORDER).expect("made");
    assert!(all.contains("  - Kesatu untuk\n") && all.contains("  - a satu\n"), "{all}");
}

#[test]
fn what_cannot_be_done_is_refused() {
    for edit in [
        isi("menimbang", "x"),
        isi("tidak/ada", "x"),
        Ubah::Hapus { di: jalan("menimbang/7") },
        Ubah::Masuk { di: jalan("menimbang/0") },
        Ubah::Keluar { di: jalan("menimbang/0") },
        Ubah::Pindah { di: jalan("menimbang/0"), ke: 9 },
    ] {
        assert_eq!(ubah(NASKAH, &edit, ORDER), Err(Gagal::TakAda), "{edit:?}");
    }
    assert_eq!(ubah("a: [", &isi("a", "x"), ORDER), Err(Gagal::TakTerbaca));
}

#[test]
fn any_text_is_written_as_it_is() {
    let long = "kata ".repeat(60).trim().to_owned();
    for text in [
        "- a",
        "#x",
        "a: b",
        "'",
        "\"",
        "[",
        "{a}",
        "&x",
        "*x",
        "!x",
        "%",
        "@",
        "`",
        "baris\nbaru",
        "  tepi  ",
        "~",
        "null",
        "ya",
        "010",
        &long,
    ] {
        for di in [
            "nomor",
            "tentang",
            "menimbang/0",
            "mengingat/0",
            "diktum/0/teks",
            "diktum/0/rincian/0",
            "diktum/0/penutup",
            "subjek",
        ] {
            let after = ubah(NASKAH, &isi(di, text), ORDER).unwrap_or_else(|e| panic!("{di} {text:?} {e:?}"));
            let again = ubah(&after, &isi(di, "x"), ORDER).expect(di);
            assert!(again.contains("# nanti") && again.contains("# tentang dua"), "{again}");
        }
        for list in ["menimbang", "mengingat", "diktum", "diktum/0/rincian", "memperhatikan"] {
            ubah(NASKAH, &sisip(list, 0, text), ORDER).expect(list);
        }
    }
}

#[test]
fn a_byte_has_its_place() {
    let tree = read(NASKAH).expect("a tree");
    for (word, di) in [
        ("bahwa satu", "menimbang/0"),
        ("a dua", "diktum/0/rincian/1"),
        ("nomor", "nomor"),
        ("Kesatu", "diktum/0/teks"),
    ] {
        let at = NASKAH.find(word).expect("there");
        assert_eq!(place(&tree, at), jalan(di), "{word}");
    }
}

/// Every place of a value with what is there.
fn places<'a>(isi: &'a Isi, di: Vec<Langkah>, out: &mut Vec<(Vec<Langkah>, &'a Isi)>) {
    let below = |step: Langkah| [di.clone(), vec![step]].concat();
    match isi {
        Isi::Daftar(items) => {
            items.iter().enumerate().for_each(|(at, item)| places(item, below(Langkah::Butir(at)), out));
        }
        Isi::Tabel(entries) => {
            entries.iter().for_each(|(key, value)| places(value, below(Langkah::Kunci(key.clone())), out));
        }
        Isi::Kosong | Isi::Teks(_) => {}
    }
    out.push((di, isi));
}

/// The edits that a form can make at a place.
fn edits(di: &[Langkah], isi: &Isi) -> Vec<Ubah> {
    let di = di.to_vec();
    let mut all = Vec::new();
    if matches!(isi, Isi::Teks(_) | Isi::Kosong) {
        all.push(Ubah::Isi { di: di.clone(), teks: "bahwa: teks lain # ini".into() });
        all.push(Ubah::Isi { di: di.clone(), teks: "kata lain ".repeat(30).trim().into() });
    }
    if let Isi::Daftar(items) = isi {
        let new = Isi::Teks("butir baru".into());
        all.extend([0, items.len()].map(|ke| Ubah::Sisip { di: di.clone(), ke, isi: new.clone() }));
    }
    if let Some(Langkah::Butir(at)) = di.last() {
        all.push(Ubah::Hapus { di: di.clone() });
        all.push(Ubah::Pindah { di: di.clone(), ke: at.saturating_sub(1) });
        let sentence =
            matches!(di.first(), Some(Langkah::Kunci(key)) if ["menimbang", "diktum"].contains(&key.as_str()));
        if sentence && *at > 0 {
            all.push(Ubah::Masuk { di: di.clone() });
        }
        if sentence && di.len() > 2 && di[di.len() - 2] == Langkah::Kunci("rincian".into()) {
            all.push(Ubah::Keluar { di });
        }
    }
    all
}

#[test]
fn every_edit_of_real_decrees_is_made_and_keeps_the_comments() {
    let project = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["templates/jenis", "data/keputusan", "tests/keputusan", "templates/mulai"] {
        files.extend(naskah_testing::files_below(folder, ".yaml"));
    }
    let (mut made, mut refused) = (0, Vec::new());
    for path in files.iter().filter(|path| !path.ends_with("jenis.yaml") && !path.ends_with("kantor.yaml")) {
        let text = std::fs::read_to_string(project.join(path)).expect("a decree");
        let Some(tree) = read(&text) else { continue };
        let (isi, mut all) = (Isi::of(&tree), Vec::new());
        places(&isi, Vec::new(), &mut all);
        let wanted: Vec<Ubah> = all.iter().flat_map(|(di, isi)| edits(di, isi)).collect();
        let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
        // Long decrees repeat themselves.
        for edit in wanted.iter().step_by((wanted.len() / 150).max(1)) {
            match ubah(&text, edit, ORDER) {
                Ok(after) => {
                    made += 1;
                    // What stands within an item goes with it.
                    let gone = matches!(edit, Ubah::Hapus { .. });
                    assert!(gone || comments(&after) >= comments(&text), "{}: {edit:?}\n{after}", path.display());
                }
                Err(why) => refused.push(format!("{} {edit:?} {why:?}", path.display())),
            }
        }
    }
    assert!(made > 1000 && refused.is_empty(), "{made} made, {} refused:\n{}", refused.len(), refused.join("\n"));
}
