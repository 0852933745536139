//! Decrees taken in: typed in every way they give one YAML; of strange texts no word is lost in silence.

mod aneh;
mod bolak;
mod keputusan;
mod sanding;
mod tergabung;
mod tulis;
mod tutup;

use naskah_core::catalog::{Catalog, Root};
use naskah_formats::serap::{Hasil, Lacak, Permintaan, Tolak, serap};

use keputusan::{SEMUA, decree};
use tulis::{odt, packed};

/// Takes a file in, with the data that comes with the program.
fn taken(name: &str, bytes: &[u8]) -> Hasil {
    asked(name, bytes, &Permintaan::default()).unwrap()
}

fn asked(name: &str, bytes: &[u8], asked: &Permintaan) -> Result<Hasil, Tolak> {
    serap(name, bytes, asked, &Catalog::new(Root::embedded()))
}

/// What every way of typing becomes, but for the line that names the file.
const WANTED: &str = include_str!("jadwal.yaml");

fn without_first_line(yaml: &str) -> &str {
    yaml.split_once('\n').map_or("", |(_, rest)| rest)
}

#[test]
fn a_decree_is_the_same_however_it_was_typed() {
    for cara in SEMUA {
        let hasil = taken("jadwal.docx", &decree(cara));
        assert_eq!(without_first_line(&hasil.yaml), WANTED, "{cara:?}");
        assert!(hasil.bukti.is_whole() && hasil.sisa.is_empty(), "{cara:?}: {:?} {:?}", hasil.bukti, hasil.sisa);
        assert!(hasil.bukti.tanda.is_empty() && hasil.bukti.baca.is_empty(), "{cara:?}: {:?}", hasil.bukti);
    }
}

/// The decree as a text whose lines have at most so many letters.
fn as_text(width: usize) -> String {
    let mut out = String::new();
    for line in WORDS.lines() {
        let mut length = 0;
        for word in line.split(' ') {
            if length > 0 && length + word.len() > width && !line.contains('\t') {
                out.push('\n');
                length = 0;
            }
            if length > 0 {
                out.push(' ');
            }
            out.push_str(word);
            length += word.len() + 1;
        }
        out.push('\n');
    }
    out
}

const WORDS: &str = include_str!("jadwal.txt");

#[test]
fn a_plain_text_of_any_width_gives_the_same() {
    for width in [48, 60, 75, 90, 1000] {
        let hasil = taken("jadwal.txt", as_text(width).as_bytes());
        assert_eq!(without_first_line(&hasil.yaml), WANTED, "{width}");
        assert!(hasil.bukti.is_whole() && hasil.sisa.is_empty(), "{width}: {:?} {:?}", hasil.bukti, hasil.sisa);
    }
}

#[test]
fn a_text_of_opendocument_gives_the_same() {
    let mut body = String::new();
    let mut list: Vec<String> = Vec::new();
    let close = |list: &mut Vec<String>, body: &mut String| {
        if !list.is_empty() {
            body.push_str(&format!("<text:list text:style-name='L{}'>{}</text:list>", 1, list.concat()));
            list.clear();
        }
    };
    for line in WORDS.lines().take_while(|line| !line.contains('\t')) {
        let letter = line.get(1..3) == Some(". ") && line.starts_with(|c: char| c.is_ascii_lowercase());
        if letter {
            list.push(format!("<text:list-item><text:p>{}</text:p></text:list-item>", &line[3..]));
            continue;
        }
        close(&mut list, &mut body);
        body.push_str(&format!("<text:p>{line}</text:p>"));
    }
    for line in WORDS.lines().filter(|line| line.contains('\t')).take(1) {
        assert!(line.starts_with("NO"));
        body.push_str("<table:table>");
    }
    for line in WORDS.lines().filter(|line| line.contains('\t')) {
        let cells: String = line
            .split('\t')
            .map(|text| {
                let lines = text.replace(" 2) ", "</text:p><text:p>2) ");
                format!("<table:table-cell table:style-name='C'><text:p>{lines}</text:p></table:table-cell>")
            })
            .collect();
        body.push_str(&format!("<table:table-row>{cells}</table:table-row>"));
    }
    body.push_str("</table:table>");
    let after = WORDS.lines().skip_while(|line| !line.contains('\t')).skip_while(|line| line.contains('\t'));
    after.for_each(|line| body.push_str(&format!("<text:p>{line}</text:p>")));
    let styles = "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='a'
        style:num-suffix='.'/></text:list-style><style:style style:name='C' style:family='table-cell'>
        <style:table-cell-properties fo:border='0.5pt solid #000000'/></style:style>";
    let hasil = taken("jadwal.odt", &odt(&body, styles));
    assert_eq!(without_first_line(&hasil.yaml), WANTED);
    assert!(hasil.bukti.is_whole() && hasil.sisa.is_empty(), "{:?} {:?}", hasil.bukti, hasil.sisa);
}

#[test]
fn what_cannot_be_taken_is_told() {
    let told = |bytes: &[u8]| asked("a", bytes, &Permintaan::default()).unwrap_err().told().0;
    for (bytes, part) in [
        (&b"PK\x03\x04"[..], "bukan .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 lama", "bentuk lama (.doc)"),
        (b"{\\rtf1 teks}", "RTF"),
        (b"<!DOCTYPE html><html>", "laman web"),
        (b"%PDF-1.7 rusak", "bukan PDF"),
        (b"surat biasa tanpa bagian apa pun", "tidak ada bagian keputusan"),
        (b"", "tidak ada bagian keputusan"),
    ] {
        assert!(told(bytes).contains(part), "{part}: {}", told(bytes));
    }
    let entity = "<!DOCTYPE w [<!ENTITY a \"b\">]><w:document><w:body>&a;</w:body></w:document>";
    assert!(told(&packed(&[("word/document.xml", entity.into())])).contains("tidak dapat diuraikan"));
    let other = String::from_utf8(decree_text()).unwrap().replace("SEMARANG", "ANTAH BERANTAH");
    assert!(told(other.as_bytes()).contains("kantor pembuat tidak dikenal"), "{}", told(other.as_bytes()));
    let named =
        Permintaan { kantor: Some("kab-semarang".into()), jenis: Some("umum".into()), lacak: Some(Lacak::Sesudah) };
    assert!(
        asked("a.txt", other.as_bytes(), &named)
            .unwrap()
            .yaml
            .contains("judul: KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN ANTAH")
    );
}

fn decree_text() -> Vec<u8> {
    WORDS.as_bytes().to_vec()
}
