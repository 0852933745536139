//! The data that comes with the program: every file reads without findings and is named after what it holds.

use std::collections::BTreeSet;

use naskah_core::catalog::kata::{KATA, TAKES};
use naskah_core::catalog::{
    Catalog, DASAR, DasarHukum, JENIS, KANTOR, Kata, LIBUR, Libur, Root, SHAPES, WILAYAH, Wilayah,
};
use naskah_core::decree::{self, Tanggal};
use naskah_core::diag::{Files, MessageFormat, Sink, render_all};
use naskah_core::language::citation;
use naskah_core::yaml::{self, Node};

use naskah_testing::{files_below, project, text_of};

/// The catalogue of the project's folder, and where its findings go.
struct Shelf {
    catalog: Catalog,
    files: Files,
    sink: Sink,
}

impl Shelf {
    fn open() -> Self {
        Self { catalog: Catalog::new(Root::overlaid(project())), files: Files::default(), sink: Sink::default() }
    }

    /// The tree of a data file.
    fn tree(&mut self, path: &str) -> Node {
        let file = self.files.add(path, text_of(path));
        yaml::parse(&self.files, file, &mut self.sink).unwrap_or_else(|| panic!("{path} cannot be read"))
    }

    fn assert_silent(&self) {
        assert!(self.sink.found().is_empty(), "{}", render_all(&self.sink, &self.files, MessageFormat::Ringkas, false));
    }
}

/// The text of a field, or nothing.
fn word(tree: &Node, key: &str) -> String {
    tree.get(key).and_then(Node::as_scalar).unwrap_or_default().trim().to_owned()
}

#[test]
fn legal_bases_read_without_findings() {
    let mut shelf = Shelf::open();
    let ids = shelf.catalog.ids(DASAR);
    assert!(ids.len() > 50);
    for id in ids {
        let read = shelf.catalog.dasar_hukum(&id, &mut shelf.files, &mut shelf.sink);
        assert!(read.is_ok(), "{id} cannot be read");
    }
    shelf.assert_silent();
}

#[test]
fn legal_bases_are_named_after_kind_number_and_year() {
    let mut shelf = Shelf::open();
    for id in shelf.catalog.ids(DASAR) {
        let tree = shelf.tree(&format!("{DASAR}/{id}.yaml"));
        let (kind, number, year) = (word(&tree, "jenis"), word(&tree, "nomor"), word(&tree, "tahun"));
        let number: String = number.chars().take_while(char::is_ascii_digit).collect();
        match kind.as_str() {
            "permen" | "peraturan" | "keputusan" => {
                assert!(id.starts_with(&kind), "{id} is a {kind}");
                assert!(id.ends_with(&format!("-{number}-{year}")), "{id} is number {number} of {year}");
                let body = id.trim_end_matches(&format!("-{number}-{year}")).trim_start_matches(&kind);
                assert!(!body.is_empty(), "{id} does not name its body");
            }
            _ => assert_eq!(id, format!("{kind}-{number}-{year}")),
        }
    }
    shelf.assert_silent();
}

#[test]
fn amendments_refer_to_what_is_there() {
    let mut shelf = Shelf::open();
    let ids = shelf.catalog.ids(DASAR);
    for id in &ids {
        let Ok(basis) = shelf.catalog.dasar_hukum(id, &mut shelf.files, &mut shelf.sink) else { continue };
        let Some(amends) = &basis.mengubah else { continue };
        assert!(ids.contains(&amends.id), "{id} amends {}, which is not there", amends.id);
        assert!(amends.ke > 0 && amends.id != *id, "{id} is amendment {} of {}", amends.ke, amends.id);
    }
    for id in &ids {
        let after = word(&shelf.tree(&format!("{DASAR}/{id}.yaml")), "dicabut_oleh");
        assert!(after.is_empty() || !after.contains(' '), "{id} was replaced by `{after}`, which is no id");
    }
    shelf.assert_silent();
}

#[test]
fn chains_of_amendments_fit() {
    let mut shelf = Shelf::open();
    let (mut chains, ids) = (0, shelf.catalog.ids(DASAR));
    for id in &ids {
        let Ok(base) = shelf.catalog.dasar_hukum(id, &mut shelf.files, &mut shelf.sink) else { continue };
        let chain = shelf.catalog.perubahan(id, &mut shelf.files, &mut shelf.sink);
        chains += usize::from(!chain.is_empty());
        let order = |law: &DasarHukum| law.amends(id).map_or(0, |amends| amends.ke);
        for pair in [std::slice::from_ref(&base), &chain[..]].concat().windows(2) {
            let [before, after] = pair else { continue };
            let there = before.tanggal.zip(after.tanggal).is_none_or(|(before, after)| before <= after);
            assert!(there && before.tahun <= after.tahun, "{} amends {id} before {} was there", after.id, before.id);
            // A law that confirms an emergency regulation is the same amendment.
            let confirms = before.id.starts_with("perppu") && order(before) == order(after);
            assert!(
                order(before) < order(after) || confirms,
                "{} and {} are the same amendment of {id}",
                before.id,
                after.id
            );
        }
        for law in &chain {
            let title = law.judul(Some(&base)).unwrap_or_default();
            let said = citation::urutan(&title).map(|order| order.ke);
            let own = law.mengubah.as_ref().is_some_and(|amends| amends.id == *id);
            assert!(!own || said.is_none_or(|said| said == order(law)), "{}: {title}", law.id);
        }
        if let Some(by) = base.dicabut_oleh.as_ref().filter(|by| ids.contains(by)) {
            let Ok(by) = shelf.catalog.dasar_hukum(by, &mut shelf.files, &mut shelf.sink) else { continue };
            assert!(!base.berlaku && base.tahun <= by.tahun, "{id} is revoked by {}", by.id);
        }
        assert!(!base.sumber.is_empty(), "{id} names no source");
    }
    assert!(chains > 40 && ids.len() >= 280, "{chains} chains among {} rules", ids.len());
    shelf.assert_silent();
}

#[test]
fn one_law_amends_several_under_its_own_title() {
    let (catalog, mut files, mut sink) = (Catalog::new(Root::embedded()), Files::default(), Sink::default());
    let last = |id: &str, files: &mut Files, sink: &mut Sink| {
        catalog.perubahan(id, files, sink).last().map(|law| law.id.clone())
    };
    for id in ["uu-23-2014", "uu-30-2014"] {
        assert_eq!(last(id, &mut files, &mut sink).as_deref(), Some("uu-6-2023"), "{id}");
    }
    let day = |text: &str| text.parse::<Tanggal>().ok();
    let law = catalog.dasar_hukum("uu-6-2023", &mut files, &mut sink).expect("it is there");
    assert!(law.mengubah_pada(day("2023-03-31"), 2023) && !law.mengubah_pada(day("2023-03-30"), 2023));
    // One without a day counts from the year after.
    let law = catalog.dasar_hukum("pkpu-21-2023", &mut files, &mut sink).expect("it is there");
    assert!(law.tanggal.is_some() || !law.mengubah_pada(day("2023-12-31"), 2023));
    assert!(law.mengubah_pada(day("2024-01-01"), 2024));
}

#[test]
fn offices_read_without_findings() {
    let mut shelf = Shelf::open();
    let ids = shelf.catalog.ids(KANTOR);
    assert!(!ids.is_empty());
    for id in ids {
        let office = shelf.catalog.kantor(&id, &mut shelf.files, &mut shelf.sink);
        let office = office.unwrap_or_else(|_| panic!("{id} cannot be read"));
        assert!(office.pejabat.contains_key("ketua"), "{id} has no ketua, who signs unless another is named");
    }
    shelf.assert_silent();
}

#[test]
fn areas_read_without_findings() {
    let mut shelf = Shelf::open();
    let mut all = Wilayah::default();
    let ids = shelf.catalog.ids(WILAYAH);
    assert!(ids.len() >= 34);
    for id in &ids {
        let tree = shelf.tree(&format!("{WILAYAH}/{id}.yaml"));
        assert!(id.starts_with(&format!("{}-", word(&tree, "kode"))), "{id} does not begin with its code");
        all.add(&tree, &mut shelf.sink);
    }
    shelf.assert_silent();
    let names: BTreeSet<String> = all.daerah().iter().map(|area| area.nama_penuh()).collect();
    assert_eq!(names.len(), all.daerah().len(), "two areas share level and name");
    let codes: Vec<&str> = all.daerah().iter().map(|area| area.kode.as_str()).filter(|code| !code.is_empty()).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "two areas share a code");
    for area in all.daerah() {
        let province = all.province_of(area).map(|province| province.kode.as_str()).unwrap_or_default();
        assert!(area.kode.is_empty() || area.kode.len() == 2 || area.kode.len() == 4, "{}", area.nama_penuh());
        assert!(!province.is_empty(), "{} lies in no province", area.nama_penuh());
    }
    for id in shelf.catalog.ids(KANTOR) {
        let Ok(office) = shelf.catalog.kantor(&id, &mut shelf.files, &mut shelf.sink) else { continue };
        let national = office.jenjang == naskah_core::catalog::Jenjang::Pusat;
        assert!(national || all.called(&office.wilayah).is_some(), "the area of {id} is not there");
    }
}

#[test]
fn holidays_read_without_findings() {
    let mut shelf = Shelf::open();
    let years = shelf.catalog.ids(LIBUR);
    assert!(!years.is_empty());
    for year in years {
        let tree = shelf.tree(&format!("{LIBUR}/{year}.yaml"));
        assert_eq!(word(&tree, "tahun"), year);
        let days = Libur::read(&tree, &mut shelf.sink).unwrap_or_default();
        assert!(days.libur.len() >= 10, "{year} has {} holidays", days.libur.len());
        let dates = days.libur.keys().chain(days.cuti_bersama.keys());
        dates.for_each(|day| assert_eq!(day.parts().0.to_string(), year));
    }
    shelf.assert_silent();
}

#[test]
fn kinds_have_a_name_and_an_example() {
    let mut shelf = Shelf::open();
    let ids = shelf.catalog.ids(JENIS);
    assert!(!ids.is_empty());
    for id in ids {
        assert!(shelf.catalog.jenis(&id, &mut shelf.files, &mut shelf.sink).is_ok(), "{id} cannot be read");
        let example = shelf.tree(&format!("{JENIS}/{id}/contoh.yaml"));
        assert_eq!(word(&example, "jenis"), id, "the example of {id}");
    }
    shelf.assert_silent();
}

#[test]
fn decrees_are_named_after_year_and_number() {
    let mut shelf = Shelf::open();
    for path in files_below("data/keputusan", ".yaml") {
        let path = path.to_string_lossy().into_owned();
        let tree = shelf.tree(&path);
        let number: usize = word(&tree, "nomor").parse().unwrap_or_default();
        let start = format!("data/keputusan/{}/{number:03}-", word(&tree, "tahun"));
        assert!(path.starts_with(&start), "{path} does not begin with {start}");
    }
    shelf.assert_silent();
}

#[test]
fn words_read_without_findings_and_once() {
    let mut shelf = Shelf::open();
    for (name, take) in TAKES {
        let mut kata = Kata::default();
        let tree = shelf.tree(&format!("{KATA}/{name}"));
        take(&mut kata, &tree, &mut shelf.sink);
        let key = |node: &Node| {
            ["salah", "singkatan", "asing", "rancu"]
                .iter()
                .find_map(|key| node.get(key)?.as_scalar().map(str::to_owned))
        };
        let items: Vec<String> = match tree.get("istilah") {
            Some(terms) => {
                terms.list(&mut shelf.sink).iter().filter_map(|node| node.as_scalar().map(str::to_owned)).collect()
            }
            None => tree.list(&mut shelf.sink).iter().filter_map(key).collect(),
        };
        let unique: BTreeSet<&String> = items.iter().collect();
        let repeated: Vec<&String> =
            items.iter().filter(|item| items.iter().filter(|other| other == item).count() > 1).collect();
        assert!(unique.len() == items.len() || name == "singkatan.yaml", "{name} repeats {repeated:?}");
        assert!(!items.is_empty(), "{name} holds nothing");
    }
    shelf.assert_silent();
}

#[test]
fn what_is_not_standard_is_no_standard_word() {
    let kata = Catalog::new(Root::overlaid(project())).kata().baku.clone();
    for (wrong, right) in &kata {
        assert!(wrong != right && !kata.contains_key(right), "{wrong} → {right}");
        assert_eq!(*wrong, wrong.to_lowercase(), "what is not standard is listed in lower case");
    }
}

#[test]
fn shapes_name_each_field_once() {
    for shape in decree::SHAPES.iter().chain(SHAPES) {
        let names: BTreeSet<&str> = shape.fields.iter().map(|field| field.name).collect();
        assert_eq!(names.len(), shape.fields.len(), "{}", shape.name);
        for field in shape.fields {
            let told = [field.kind, field.example, field.meaning].iter().all(|text| !text.is_empty());
            assert!(told, "{}.{} is not documented", shape.name, field.name);
        }
    }
}
