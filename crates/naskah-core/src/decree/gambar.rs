//! Pictures, maps and scans: files beside the decree, of a PDF the pages that are named.

use std::collections::BTreeSet;

use crate::decree::panjang::Panjang;
use crate::decree::teks::Teks;
use crate::diag::{Code, Diagnostic, Sink, Span, Spanned};
use crate::yaml::{Field, Node, Shape, Table};

/// A picture, map or scan.
#[derive(Debug, Clone)]
pub struct Gambar {
    /// Its file, in the decree's own folder.
    pub berkas: Spanned<String>,
    /// Of a PDF the pages that are printed, from 1; none named is all of them.
    pub halaman: Vec<Spanned<usize>>,
    /// Its width; `None` is as wide as the page lets it be.
    pub lebar: Option<Panjang>,
    /// What stands under it.
    pub keterangan: Option<Teks>,
    /// Whether its page lies, where it is another than those around it.
    pub lanskap: Option<bool>,
}

/// The fields of a picture in its long form.
pub const SHAPE: Shape = Shape {
    name: "gambar",
    fields: &[
        Field::wajib("berkas", "berkas", "peta.png", "berkas PNG, JPG, SVG, atau PDF di dalam folder naskah"),
        Field::boleh(
            "halaman",
            "nomor, rentang, atau daftarnya",
            "[1, 3-5]",
            "halaman PDF yang dicetak, masing-masing sebagai satu gambar; tanpa keterangan: semua halamannya",
        )
        .juga(&["page", "pages"]),
        Field::boleh(
            "lebar",
            "panjang",
            "12 cm",
            "lebar gambar; tanpa keterangan: selebar halaman, atau sebesar yang muat",
        ),
        Field::boleh(
            "keterangan",
            "teks",
            "Peta Daerah Pemilihan 1",
            "keterangan di bawah gambar; juga dibacakan bagi pembaca tunanetra",
        ),
    ],
};

/// The last page of a PDF that can be named.
const LAST: usize = 9_999;

impl Gambar {
    /// Reads a picture: its file's name, or its fields.
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        if node.as_map().is_none() {
            let berkas = node.text(sink)?;
            return Some(Self { berkas, halaman: Vec::new(), lebar: None, keterangan: None, lanskap: None });
        }
        let table = Table::open(node, &SHAPE, sink)?;
        let read = Self {
            berkas: table.get("berkas")?.text(sink)?,
            // An empty list names no page: that is not the same as naming none.
            halaman: node
                .get("halaman")
                .filter(|own| !own.is_empty() || own.as_scalar().is_none())
                .map(|own| pages(own, sink))
                .unwrap_or_default(),
            lebar: table.get("lebar").and_then(|node| node.parse(sink)),
            keterangan: table.get("keterangan").and_then(|node| Teks::read(node, sink)),
            lanskap: None,
        };
        if let Some(node) = table.get("halaman").filter(|_| !read.is_pdf()) {
            let message = "`halaman` hanya untuk gambar dari berkas PDF";
            sink.push(Diagnostic::galat(Code::TIPE, node.span, message).hint("hapus `halaman`"));
        }
        Some(read)
    }

    /// The ending of its file's name, in small letters.
    pub fn akhiran(&self) -> String {
        self.berkas.value.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.trim().to_lowercase())
    }

    /// Whether its file is a PDF, of which pages are printed.
    pub fn is_pdf(&self) -> bool {
        self.akhiran() == "pdf"
    }
}

/// The pages that are named: `2`, `3-5`, or a list of such.
fn pages(node: &Node, sink: &mut Sink) -> Vec<Spanned<usize>> {
    let items = match node.as_scalar() {
        Some(_) => std::slice::from_ref(node),
        None => node.list(sink),
    };
    if items.is_empty() && node.as_map().is_none() {
        let message = "`halaman` tidak menyebut satu halaman pun";
        let hint = "tulis nomornya, atau hapus `halaman` supaya semua halaman dicetak";
        sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
    }
    let mut out: Vec<Spanned<usize>> = Vec::new();
    for item in items {
        let Some(text) = item.text(sink) else { continue };
        for part in text.value.split(',') {
            match range(part) {
                Some((from, to)) => out.extend((from..=to).map(|value| Spanned { value, span: text.span })),
                None => unknown(part, text.span, sink),
            }
        }
    }
    let mut seen = BTreeSet::new();
    if let Some(again) = out.iter().find(|page| !seen.insert(page.value)) {
        let message = format!("halaman {} disebut dua kali", again.value);
        sink.push(Diagnostic::peringatan(Code::NILAI, again.span, message).hint("hapus salah satunya"));
    }
    out
}

/// First and last page of `3-5`, `3–5` or `3`.
fn range(text: &str) -> Option<(usize, usize)> {
    let (from, to) = text.split_once(['-', '–']).unwrap_or((text, text));
    let number = |text: &str| text.trim().parse::<usize>().ok().filter(|page| (1..=LAST).contains(page));
    Some((number(from)?, number(to)?)).filter(|(from, to)| from <= to)
}

fn unknown(text: &str, span: Span, sink: &mut Sink) {
    let message = format!("`{}` bukan nomor halaman", text.trim());
    let hint = "tulis `halaman: 2`, `halaman: 3-5`, atau `halaman: [1, 3-5]`";
    sink.push(Diagnostic::galat(Code::NILAI, span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn pages_are_named_one_by_one_and_as_ranges() {
        assert_eq!(range(" 2 "), Some((2, 2)));
        assert_eq!(range("3-5"), Some((3, 5)));
        assert_eq!(range("3 – 5"), Some((3, 5)));
        for wrong in ["", "0", "5-3", "a", "1-", "2.5", "10000"] {
            assert_eq!(range(wrong), None, "{wrong}");
        }
    }
}
