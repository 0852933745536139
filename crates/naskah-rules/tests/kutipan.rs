//! Citations of every legal basis: what the program writes is read back to the same facts, and no rule objects to it.

use naskah_core::catalog::{Catalog, Kutipan, Law};
use naskah_core::diag::{Files, MessageFormat, Sink, render_all};
use naskah_core::language::citation::{self, Peran, Seri};
use naskah_core::resolve::Edition;

use naskah_testing::{carried, completed};

use crate::read;

/// The citation of a law, with the last of the amendments that there are.
fn cited(catalog: &Catalog, law: &Law, amended: bool) -> String {
    let parent = law.dasar.mengubah.as_ref().and_then(|amends| catalog.law(&amends.id)).map(|parent| &parent.dasar);
    let mut files = Files::default();
    let amendments = match amended {
        true => catalog.perubahan(&law.dasar.id, &mut files, &mut Sink::default()),
        false => Vec::new(),
    };
    let perubahan: Vec<_> = amendments.iter().collect();
    Kutipan { dasar: &law.dasar, induk: parent, perubahan: &perubahan, koma_terakhir: true }.text()
}

#[test]
fn citations_are_read_back() {
    let catalog = carried();
    for law in catalog.laws() {
        let text = cited(catalog, law, true);
        let found = citation::butir(&text);
        let own = found.first().unwrap_or_else(|| panic!("no citation in {text}"));
        let part = |range: &Option<std::ops::Range<usize>>| range.clone().map(|range| text[range].to_owned());
        assert_eq!(own.bentuk.baku, law.dasar.sebutan);
        assert!(own.bentuk.slip.is_empty(), "{text}");
        assert_eq!(part(&own.nomor), law.dasar.nomor, "{text}");
        assert_eq!(own.tahun.as_ref().map(|year| year.0), Some(law.dasar.tahun), "{text}");
        assert_eq!(part(&own.judul).unwrap_or_default(), law.judul, "{text}");
        let sheets = own.kurung.iter().flat_map(|brackets| &brackets.isi);
        let sheets: Vec<_> =
            sheets.map(|s| (s.seri, s.tahun.as_ref().map(|t| t.0), s.nomor.as_ref().map(|n| n.0))).collect();
        let printed = law.dasar.lembaran.iter().filter(|l| l.kepastian() != naskah_core::catalog::Kepastian::Belum);
        let expected: Vec<_> = printed
            .flat_map(|l| {
                let more = l.tambahan().map(|n| (Seri::TambahanLembaran, None, Some(n)));
                [Some((l.seri(), Some(l.tahun()), Some(l.nomor()))), more].into_iter().flatten()
            })
            .collect();
        assert_eq!(sheets, expected, "{text}");
        let amended = text.contains("sebagaimana telah");
        assert_eq!(own.diubah.is_some(), amended, "{text}");
        assert_eq!(found.iter().any(|one| one.peran == Peran::Perubahan), amended, "{text}");
    }
}

/// Rules about the state of a law, not about the words of its citation.
const OF_THE_LAW: [&str; 5] = ["K303", "K304", "K305", "K307", "K317"];

#[test]
fn generated_citations_are_flawless() {
    let catalog = carried();
    let mut wrong = Vec::new();
    for law in catalog.laws() {
        let text = cited(catalog, law, law.dasar.mengubah.is_none());
        let decree = format!(
            "tahun: 2026\nditetapkan: {{di: Ungaran, tanggal: 2026-03-04}}\nmengingat:\n  - '{}'\n",
            text.replace('\'', "''")
        );
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add(&law.dasar.id, completed(&decree, &[]));
        read(file, &Edition::default(), catalog, &mut files, &mut sink);
        if sink
            .found()
            .iter()
            .any(|finding| finding.code.id.starts_with("K3") && !OF_THE_LAW.contains(&finding.code.id))
        {
            wrong.push(render_all(&sink, &files, MessageFormat::Ringkas, false));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
