//! What an office says of its legal documentation site: addresses and words of the records there.

use crate::diag::Sink;
use crate::yaml::{Field, Node, Shape, Table};

/// Settings of an office's legal documentation site.
#[derive(Debug, Clone)]
pub struct Jdih {
    /// Address of a decree's page.
    pub laman: Option<String>,
    /// Address of a file.
    pub unduhan: Option<String>,
    /// Short form of the kind.
    pub singkatan: Option<String>,
    /// Field of law.
    pub bidang: String,
}

impl Default for Jdih {
    fn default() -> Self {
        Self { laman: None, unduhan: None, singkatan: None, bidang: "Tata Negara".to_owned() }
    }
}

/// The fields of `jdih`.
pub const SHAPE: Shape = Shape {
    name: "jdih",
    fields: &[
        Field::boleh(
            "laman",
            "alamat",
            "'https://jdih.example.go.id/keputusan/{tahun}/{nomor}'",
            "alamat halaman satu keputusan; `{tahun}`, `{nomor}`, dan `{berkas}` diganti; tanpa keterangan: `-`",
        ),
        Field::boleh(
            "unduhan",
            "alamat",
            "'https://jdih.example.go.id/berkas/{berkas}'",
            "alamat berkas keputusan dan abstrak, dengan ganti yang sama; tanpa keterangan: `-`",
        ),
        Field::boleh("singkatan_jenis", "teks", "KPT", "singkatan jenis pada laman itu; tanpa keterangan: `-`"),
        Field::boleh("bidang_hukum", "teks", "Tata Negara", "bidang hukum; bawaan Tata Negara"),
    ],
};

impl Jdih {
    /// Reads the settings of [`SHAPE`].
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SHAPE, sink)?;
        let usual = Self::default();
        Some(Self {
            laman: table.word("laman", sink),
            unduhan: table.word("unduhan", sink),
            singkatan: table.word("singkatan_jenis", sink),
            bidang: table.word("bidang_hukum", sink).unwrap_or(usual.bidang),
        })
    }
}

/// An address with its places filled in.
pub fn alamat(pattern: &str, nomor: &str, tahun: i32, berkas: &str) -> String {
    let safe = |text: &str| -> String {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
    };
    let parts = [("{nomor}", safe(nomor)), ("{tahun}", tahun.to_string()), ("{berkas}", safe(berkas))];
    parts.iter().fold(pattern.to_owned(), |address, (place, text)| address.replace(place, text))
}

#[cfg(test)]
mod tests {
    #[test]
    fn addresses_are_filled_in() {
        let filled = |pattern| super::alamat(pattern, "5/Kpts/2015", 2015, "5-a.pdf");
        assert_eq!(filled("https://contoh.test/{tahun}/{nomor}"), "https://contoh.test/2015/5%2FKpts%2F2015");
        assert_eq!(filled("https://contoh.test/b/{berkas}"), "https://contoh.test/b/5-a.pdf");
        assert_eq!(filled("https://contoh.test/"), "https://contoh.test/");
    }
}
