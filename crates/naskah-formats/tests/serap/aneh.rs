//! Strange texts: whatever a word stands in, it is printed, set apart and told, or left over and told.

use naskah_formats::serap::{Hasil, Lacak, Permintaan, Tolak};

use super::keputusan::with;
use super::tulis::{cell, p, run, table};
use super::{asked, taken};

/// Everything that a person is told or given.
fn all(hasil: &Hasil) -> String {
    let pairs = hasil.bukti.terpisah.iter().map(|(_, text)| text.clone());
    let told = hasil.catatan.iter().cloned().chain(hasil.sisa.iter().cloned()).chain(pairs);
    format!("{}\n{}", hasil.yaml, told.collect::<Vec<_>>().join("\n"))
}

/// The decree with this last decision.
fn last(inner: &str) -> String {
    format!("<w:p>{}{inner}</w:p>", run("KEEMPAT\t:\t"))
}

#[test]
fn words_are_found_whatever_they_stand_in() {
    let word = "<w:r><w:t>Petugas layanan memakai tanda pengenal.</w:t></w:r>";
    let boxed = |inner: &str| {
        format!(
            "<w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice><w:drawing><wps:txbx xmlns:wps='p'><w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    };
    for (what, xml) in [
        ("plain", last(word)),
        ("hyperlink", last(&format!("<w:hyperlink r:id='x'>{word}</w:hyperlink>"))),
        ("smart tag", last(&format!("<w:smartTag><w:smartTag>{word}</w:smartTag></w:smartTag>"))),
        ("control in a line", last(&format!("<w:sdt><w:sdtPr/><w:sdtContent>{word}</w:sdtContent></w:sdt>"))),
        ("control around", format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", last(word))),
        ("simple field", last(&format!("<w:fldSimple w:instr='REF x'>{word}</w:fldSimple>"))),
        (
            "field",
            last(&format!(
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>{word}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
            )),
        ),
        ("right to left", last(&format!("<w:bdo w:val='rtl'><w:dir w:val='rtl'>{word}</w:dir></w:bdo>"))),
        ("unknown", last(&format!("<x:neu xmlns:x='x'>{word}</x:neu>"))),
        ("bookmark", last(&format!("<w:bookmarkStart w:id='1'/>{word}<w:bookmarkEnd w:id='1'/>"))),
        ("proof marks", last(&format!("<w:proofErr w:type='spellStart'/>{word}"))),
        (
            "soft hyphen",
            last("<w:r><w:t>Petugas la</w:t><w:softHyphen/><w:t>yanan memakai tan\u{ad}da pengenal.</w:t></w:r>"),
        ),
        ("text box", last("") + &format!("<w:p>{}</w:p>", boxed(&format!("<w:p>{word}</w:p>")))),
        (
            "runs cut within words",
            last("<w:r><w:t>Petu</w:t></w:r><w:r><w:t>gas layanan memakai tanda pengenal.</w:t></w:r>"),
        ),
    ] {
        let hasil = taken("a.docx", &with(&xml, &[]));
        assert_eq!(hasil.yaml.matches("Petugas layanan memakai tanda pengenal.").count(), 1, "{what}:\n{}", hasil.yaml);
        assert!(hasil.bukti.is_whole() && hasil.sisa.is_empty(), "{what}: {:?} {:?}", hasil.bukti, hasil.sisa);
    }
}

#[test]
fn what_has_no_place_is_left_over_and_told() {
    let notes = "<w:footnotes><w:footnote w:id='2'><w:p><w:r><w:t>Catatan kaki rekaan</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let header = "<w:hdr><w:p><w:r><w:t>Kepala halaman rekaan</w:t></w:r></w:p></w:hdr>";
    for (what, bytes) in [
        (
            "Catatan kaki rekaan",
            with(
                &last("<w:r><w:t>Ada.</w:t><w:footnoteReference w:id='2'/></w:r>"),
                &[("footnotes", "footnotes.xml", notes.into())],
            ),
        ),
        ("Kepala halaman rekaan", with("", &[("header", "header1.xml", header.into())])),
        (
            "teks rekaan tersembunyi",
            with(
                &last(
                    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>teks rekaan tersembunyi</w:t></w:r><w:r><w:t>Ada.</w:t></w:r>",
                ),
                &[],
            ),
        ),
        ("Isi tabel rekaan", with(&table(true, &[vec![cell("", &p("Isi tabel rekaan")), cell("", &p("kedua"))]]), &[])),
    ] {
        let hasil = taken("a.docx", &bytes);
        assert!(all(&hasil).contains(what), "{what}:\n{}\n{:?}", hasil.yaml, hasil.catatan);
    }
    let hasil =
        taken("a.docx", &with(&table(true, &[vec![cell("", &p("Isi tabel rekaan")), cell("", &p("kedua"))]]), &[]));
    assert!(hasil.yaml.ends_with("belum_ditempatkan:\n  - Isi tabel rekaan kedua\n"), "{}", hasil.yaml);
}

#[test]
fn signs_of_other_fonts_are_known_or_told() {
    let sign = |code: &str| {
        last(&format!("<w:r><w:t>Petugas </w:t><w:sym w:font='Wingdings' w:char='{code}'/><w:t> hadir.</w:t></w:r>"))
    };
    assert!(taken("a.docx", &with(&sign("F0FC"), &[])).yaml.contains("Petugas ✓ hadir."));
    let strange = taken("a.docx", &with(&sign("F04A"), &[]));
    assert!(strange.yaml.contains('\u{fffd}') && strange.catatan.iter().any(|line| line.contains("huruf simbol")));
}

#[test]
fn tracked_changes_are_asked_about() {
    let xml = last(
        "<w:r><w:t>Petugas </w:t></w:r><w:del><w:r><w:delText>lama</w:delText></w:r></w:del><w:ins><w:r><w:t>baru</w:t></w:r></w:ins><w:r><w:t> hadir.</w:t></w:r>",
    );
    let bytes = with(&xml, &[]);
    assert_eq!(asked("a.docx", &bytes, &Permintaan::default()), Err(Tolak::Terlacak(2)));
    let state = |lacak| {
        let wanted = Permintaan { lacak: Some(lacak), ..Permintaan::default() };
        asked("a.docx", &bytes, &wanted).unwrap().yaml
    };
    assert!(
        state(Lacak::Sebelum).contains("Petugas lama hadir.") && state(Lacak::Sesudah).contains("Petugas baru hadir.")
    );
    // A paragraph whose end was taken out goes on with the next; a moved one stands at one place.
    let mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
    let joined = format!("<w:p>{mark}{}</w:p>{}", run("KEEMPAT : Petugas "), p("hadir."));
    let moved = format!("<w:moveFrom>{0}</w:moveFrom><w:moveTo>{0}</w:moveTo>", last(&run("Tamu hadir.")));
    for (xml, wanted) in [(joined, "- Petugas hadir.\n"), (moved, "- Tamu hadir.\n")] {
        let wish = Permintaan { lacak: Some(Lacak::Sesudah), ..Permintaan::default() };
        let hasil = asked("a.docx", &with(&xml, &[]), &wish).unwrap();
        assert_eq!(hasil.yaml.matches(wanted).count(), 1, "{}", hasil.yaml);
    }
}

#[test]
fn comments_become_notes_above_what_they_are_about() {
    let comments = "<w:comments><w:comment w:id='4' w:author='Nama Kasubbag' w:date='2099-01-02T08:00:00Z'><w:p><w:r><w:t>periksa jamnya</w:t></w:r></w:p></w:comment></w:comments>";
    let xml = last(
        "<w:commentRangeStart w:id='4'/><w:r><w:t>Petugas hadir.</w:t></w:r><w:commentRangeEnd w:id='4'/><w:r><w:commentReference w:id='4'/></w:r>",
    );
    let hasil = taken("a.docx", &with(&xml, &[("comments", "comments.xml", comments.into())]));
    let wanted = "  # CATATAN (Nama Kasubbag, 2099-01-02): periksa jamnya\n  - Petugas hadir.\n";
    assert!(hasil.yaml.contains(wanted), "{}", hasil.yaml);
}

#[test]
fn italics_stay_and_stars_are_stars() {
    let xml = last(
        "<w:r><w:t xml:space='preserve'>Petugas memakai </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space='preserve'>name tag</w:t></w:r><w:r><w:t xml:space='preserve'> *) merah dan *biru*.</w:t></w:r>",
    );
    let hasil = taken("a.docx", &with(&xml, &[]));
    assert!(hasil.yaml.contains("Petugas memakai *name tag* \\*) merah dan \\*biru\\*."), "{}", hasil.yaml);
    assert!(hasil.bukti.is_whole(), "{:?}", hasil.bukti);
}

#[test]
fn nested_and_repeated_tables_lose_no_word() {
    let inner = table(true, &[vec![cell("", &p("dalam satu")), cell("", &p("dalam dua"))]]);
    let row = |texts: [&str; 3]| texts.iter().map(|text| cell("", &p(text))).collect::<Vec<_>>();
    let nested = vec![cell("", &p("1")), cell("", &format!("{}{inner}<w:p/>", p("luar"))), cell("", &p("08.00"))];
    let head = ["NO", "LAYANAN", "WAKTU"];
    let body = table(true, &[row(head), nested, row(head), row(["2", "loket", "09.00"])]);
    let text = super::keputusan::head()
        + &super::keputusan::middle(super::keputusan::Cara::Tab)
        + &super::keputusan::closing()
        + &super::keputusan::attachment(&body);
    let hasil = taken("a.docx", &super::tulis::docx(&text, &[]));
    assert!(hasil.yaml.contains("- [luar dalam satu dalam dua, 08.00]\n        - [loket, 09.00]"), "{}", hasil.yaml);
    assert!(hasil.bukti.is_whole() && hasil.sisa.is_empty(), "{:?} {:?}", hasil.bukti, hasil.sisa);
    assert!(all(&hasil).contains("NO LAYANAN WAKTU") && all(&hasil).contains("tabel di dalam sel"));
}
