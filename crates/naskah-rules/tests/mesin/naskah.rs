//! The correct decrees, each text with its place.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use naskah_core::catalog::{Catalog, Root};
use naskah_core::decree::{Keputusan, Part, Role};
use naskah_core::diag::{Files, Sink};
use naskah_core::resolve;
use naskah_core::yaml::{self, Node, Value};
use naskah_testing::{files_below, project, text_of};

use crate::jenis::Tempat;

/// The folder of the machine.
pub const FOLDER: &str = "crates/naskah-rules/tests/mesin";

/// A correct decree.
pub struct Naskah {
    /// Its file.
    pub nama: String,
    /// The file's text.
    pub sumber: String,
    /// Every text that a person wrote.
    pub teks: Vec<Tulisan>,
}

/// A text of a decree.
pub struct Tulisan {
    /// Where it stands.
    pub tempat: Tempat,
    /// Its bytes in the file.
    pub dari: usize,
    pub sampai: usize,
    /// What it says.
    pub isi: String,
}

/// The carried data with the machine's own offices.
pub fn catalog() -> &'static Catalog {
    static OWN: OnceLock<Catalog> = OnceLock::new();
    OWN.get_or_init(|| Catalog::new(Root::overlaid(project().join(FOLDER).join("akar"))))
}

/// The decrees in sight, with the examples of the project, and those kept out of sight.
pub fn belahan() -> [Vec<Naskah>; 2] {
    let own = |half: &str| files_below(&format!("{FOLDER}/{half}"), ".yaml");
    let mut seen = own("terlihat");
    seen.extend(files_below("data/keputusan", ".yaml"));
    // Papers beside decrees have fields of their own.
    let decree = |path: &PathBuf| text_of(path).contains("\ndiktum:");
    seen.extend(files_below("templates/jenis", "contoh.yaml").into_iter().filter(decree));
    [seen, own("tersimpan")].map(|paths| paths.iter().map(|path| read(path)).collect())
}

/// A decree with its texts.
fn read(path: &Path) -> Naskah {
    let sumber = text_of(path);
    let nama = path.strip_prefix(FOLDER).unwrap_or(path).to_string_lossy().into_owned();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(nama.clone(), sumber.as_str());
    let tree = yaml::parse(&files, file, &mut sink).unwrap_or_else(|| panic!("{nama}: {:?}", sink.found()));
    let kind = resolve::kind(&tree, catalog(), &mut files, &mut sink);
    let susunan = kind.as_ref().and_then(|kind| kind.susunan.as_ref());
    let keputusan = Keputusan::read(&tree, susunan, &mut sink).unwrap_or_else(|| panic!("{nama}: {:?}", sink.found()));
    let mut teks = Vec::new();
    for (part, role, text) in keputusan.texts() {
        let Some(tempat) = place(part, role) else { continue };
        let Some(isi) = scalar(&tree, text.span.start, text.span.end) else { continue };
        // The sign of a folded text goes with it.
        let dari = yaml::block_sign(&sumber, text.span.start).unwrap_or(text.span.start);
        teks.push(Tulisan { tempat, dari, sampai: text.span.end, isi: isi.trim().to_owned() });
    }
    Naskah { nama, sumber, teks }
}

/// The text that is written at these bytes.
fn scalar(node: &Node, from: usize, to: usize) -> Option<&str> {
    match &node.value {
        Value::Scalar { text, .. } => (node.span.start == from && node.span.end == to).then_some(text),
        Value::Seq(items) => items.iter().find_map(|item| scalar(item, from, to)),
        Value::Map(entries) => entries.iter().find_map(|(_, item)| scalar(item, from, to)),
        Value::Null => None,
    }
}

/// The place of a text among those that slips name.
fn place(part: Part, role: Role) -> Option<Tempat> {
    Some(match (part, role) {
        (_, Role::Cell) => Tempat::Sel,
        (_, Role::Label) => Tempat::Kolom,
        (Part::Menimbang(_), _) => Tempat::Menimbang,
        (Part::Mengingat(_), _) => Tempat::Mengingat,
        (Part::Memperhatikan(_), _) => Tempat::Memperhatikan,
        (Part::Diktum(_), _) => Tempat::Diktum,
        (Part::Naskah(_), _) => Tempat::Naskah,
        (Part::Tentang | Part::LampiranJudul(_) | Part::LampiranTentang(_) | Part::Bab(_), _) => Tempat::Judul,
        (Part::Kepala | Part::Menetapkan | Part::Penutup | Part::Salinan | Part::Disampaikan(_), _) => Tempat::Kepala,
        _ => return None,
    })
}
