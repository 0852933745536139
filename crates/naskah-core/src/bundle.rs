//! The bundle: what a decree was made from besides its own text, so that it can be made again from its PDF alone.
//!
//! It holds office, laws, kind, emblem, skeleton and styles as they were used, the fingerprints of the fonts, and what was
//! to be made. As JSON it is attached to the PDF beside the source:
//!
//! ```json
//! {"format": 1, "program": "naskah 0.4.0+5f0c…", "sumber": "hari-kerja.yaml", "edisi": {"bentuk": "asli", …},
//!  "berkas": {"data/kantor/kab-semarang.yaml": "badan: …", …}, "gambar": {"data/lambang/kpu.png": "iVBORw0…"},
//!  "huruf": {"fonts/texgyrebonum-regular.otf": "7f0c…"}}
//! ```

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::catalog::{Catalog, Root};
use crate::diag::{FileId, Files};
use crate::fingerprint::Sidik;
use crate::resolve::{Edition, Naskah, Resolved};
use crate::yaml;

/// The form of the bundle that this program writes and reads.
const FORMAT: u32 = 1;

/// The largest bundle that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// The program where nobody says which build of it this is.
const PROGRAM: &str = concat!("naskah ", env!("CARGO_PKG_VERSION"));

/// What a decree was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundel {
    naskah: String,
    /// The decree's text as it goes out, where it is another one.
    siaran: Option<String>,
    bahan: Bahan,
}

/// All but the decree's own text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bahan {
    format: u32,
    /// The program that made the decree first, by version and build.
    pub program: String,
    /// File name of the decree's text.
    pub sumber: String,
    /// What was to be made.
    pub edisi: Edition,
    /// Whether comments and drafters' notes go out with it.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    komentar: bool,
    /// Texts of data and templates, by path.
    pub berkas: BTreeMap<String, String>,
    /// Pictures, by path, in Base64.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    gambar: BTreeMap<String, String>,
    /// Fingerprints of the fonts, by path.
    pub huruf: BTreeMap<String, Sidik>,
}

/// Why a bundle cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    /// It is no bundle.
    NotABundle(String),
    /// It has a form that this program does not know.
    OtherFormat(u32),
}

impl Bundel {
    /// What `resolved` is made from: the data that it names, its kind's and the common templates but those of abstracts,
    /// the emblem and the fonts. The file is named from which comments cannot be taken.
    pub fn of(resolved: &Resolved, files: &Files, catalog: &Catalog) -> Result<Self, String> {
        // Made again, a decree carries what it carried.
        let komentar = resolved.kantor().komentar_ikut || catalog.root.komentar().unwrap_or(false);
        let text = |id: &FileId| (files.name(*id).to_owned(), files.text(*id).to_owned());
        let kind = format!("templates/jenis/{}", resolved.keputusan().jenis.value);
        let mut berkas: BTreeMap<String, String> = resolved.used().iter().map(text).collect();
        if !komentar {
            cleaned(&mut berkas)?;
        }
        for folder in ["templates", "templates/gaya", &kind] {
            let paths = catalog.root.list(folder).into_iter().map(|name| format!("{folder}/{name}"));
            let makes =
                |path: &String| (path.ends_with(".j2") || path.ends_with(".typ")) && !path.contains("/abstrak.");
            for path in paths.filter(makes) {
                let bytes = catalog.root.read(&path).unwrap_or_default();
                berkas.insert(path, String::from_utf8_lossy(&bytes).into_owned());
            }
        }
        let emblem = resolved.lambang().zip(resolved.kantor().lambang.as_ref());
        let bahan = Bahan {
            format: FORMAT,
            // Made again by a later program, a decree still names the one that made it first.
            program: catalog.root.program().unwrap_or(PROGRAM).to_owned(),
            sumber: resolved.naskah().meta.sumber.clone(),
            edisi: resolved.edition().clone(),
            komentar,
            berkas,
            gambar: emblem
                .map(|(file, (path, _))| (path, &file.bytes))
                .into_iter()
                .chain(resolved.gambar().iter().map(|picture| (&picture.asal, &picture.bytes)))
                .map(|(path, bytes)| (path.clone(), STANDARD.encode(bytes)))
                .collect(),
            huruf: catalog.sidik_huruf().clone(),
        };
        Self::with(files.text(resolved.source()).to_owned(), bahan)
            .ok_or_else(|| files.name(resolved.source()).to_owned())
    }

    /// The bundle of a text; `None` where comments cannot be taken from it.
    fn with(naskah: String, bahan: Bahan) -> Option<Self> {
        let siaran = match bahan.komentar {
            true => None,
            false => Some(yaml::bersih(&naskah, false)?).filter(|clean| *clean != naskah),
        };
        Some(Self { naskah, siaran, bahan })
    }

    /// The same bundle as it goes out today: without comments and notes, whatever went out before.
    pub fn tersiar(&self) -> Option<Self> {
        let mut bahan = Bahan { komentar: false, ..self.bahan.clone() };
        cleaned(&mut bahan.berkas).ok()?;
        let naskah = yaml::bersih(&self.naskah, false)?;
        Some(Self { naskah, siaran: None, bahan })
    }

    /// The same with another text of a file of data.
    pub fn with_data(mut self, path: String, text: String) -> Self {
        self.bahan.berkas.insert(path, text);
        self
    }

    /// The bundle of a decree's text and the JSON that was kept with it.
    pub fn read(naskah: impl Into<String>, json: &[u8]) -> Result<Self, Unusable> {
        /// The form alone, whatever else there is.
        #[derive(Deserialize)]
        struct Form {
            format: u32,
        }
        let not = |error: serde_json::Error| Unusable::NotABundle(error.to_string());
        match serde_json::from_slice::<Form>(json).map_err(not)?.format {
            FORMAT => {
                let bahan: Bahan = serde_json::from_slice(json).map_err(not)?;
                let unread = || Unusable::NotABundle("naskahnya tidak terbaca".to_owned());
                Self::with(naskah.into(), bahan).ok_or_else(unread)
            }
            other => Err(Unusable::OtherFormat(other)),
        }
    }

    /// The decree's own text.
    pub fn naskah(&self) -> &str {
        &self.naskah
    }

    /// The decree's own text as it goes out within a PDF: without comments and notes, unless its office lets them go.
    pub fn siaran(&self) -> &str {
        self.siaran.as_deref().unwrap_or(&self.naskah)
    }

    /// All but the decree's own text.
    pub fn bahan(&self) -> &Bahan {
        &self.bahan
    }

    /// Everything but the decree's own text, as JSON.
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(&self.bahan).unwrap_or_default()
    }

    /// A root with these data and templates and no others; fonts come from `base`.
    pub fn root(&self, base: &Root) -> Root {
        base.sealed(self.files(), &self.bahan.program, self.bahan.komentar)
    }

    /// Data, templates and pictures, by path.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let texts = self.bahan.berkas.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
        let pictures =
            self.bahan.gambar.iter().map(|(path, text)| (path.clone(), STANDARD.decode(text).unwrap_or_default()));
        texts.chain(pictures).collect()
    }

    /// The fonts that are not there, or are other ones, in `catalog`.
    pub fn missing_fonts(&self, catalog: &Catalog) -> Vec<String> {
        let there = catalog.sidik_huruf();
        self.bahan
            .huruf
            .iter()
            .filter(|(path, sidik)| there.get(*path) != Some(sidik))
            .map(|(path, _)| path.clone())
            .collect()
    }
}

fn yes() -> bool {
    true
}

fn is_yes(yes: &bool) -> bool {
    *yes
}

/// Takes comments and notes from the files of data; the one is named from which they cannot be taken.
fn cleaned(berkas: &mut BTreeMap<String, String>) -> Result<(), String> {
    for (path, text) in berkas.iter_mut().filter(|(path, _)| path.starts_with("data/") && path.ends_with(".yaml")) {
        *text = yaml::bersih(text, true).ok_or_else(|| path.clone())?;
    }
    Ok(())
}

/// Whether two decrees print the same words in the same places, whatever they were written in.
pub fn sama_tercetak(one: &Naskah, other: &Naskah) -> bool {
    match (serde_json::to_value(one), serde_json::to_value(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

impl Bahan {
    /// The program that made the PDF: of a copy or an extract perhaps another than that of the original.
    pub fn pembuat(&self) -> &str {
        self.edisi.program.as_deref().unwrap_or(&self.program)
    }

    /// Whether comments and drafters' notes go out with it.
    pub fn komentar(&self) -> bool {
        self.komentar
    }

    /// One fingerprint of the texts and pictures whose path begins so.
    pub fn sidik(&self, start: &str) -> Sidik {
        let parts = self.berkas.iter().chain(&self.gambar).filter(|(path, _)| path.starts_with(start));
        Sidik::of(parts.fold(String::new(), |all, (path, text)| format!("{all}{path}\n{}\n", Sidik::of(text))))
    }

    /// One fingerprint of the fonts.
    pub fn sidik_huruf(&self) -> Sidik {
        Sidik::of(self.huruf.iter().fold(String::new(), |all, (path, sidik)| format!("{all}{path}\n{sidik}\n")))
    }
}

/// What stands where an extract prints nothing.
pub const TIDAK_DIPETIK: &str = "tidak dipetik";

/// Whether a text is the source that an extract carries, which is not that of its decree.
pub fn is_source_of_extract(text: &str) -> bool {
    let line = format!("mengingat: [{TIDAK_DIPETIK}]");
    text.lines().any(|own| own == line)
}
