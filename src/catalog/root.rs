//! Where everything that is not the decree comes from: the program itself, overlaid file by file by a folder.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use include_dir::{Dir, include_dir};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");
static FONTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// The embedded files, and the folder that goes before them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Root {
    folder: Option<PathBuf>,
    /// The folder without links, found out once.
    real: Option<PathBuf>,
}

impl Root {
    /// Only what the program carries.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// The files of `folder` go before the embedded ones.
    pub fn overlaid(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self { real: folder.canonicalize().ok(), folder: Some(folder) }
    }

    /// The folder that goes before the embedded files.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The file at `path` (such as `data/kantor/kpu-ri.yaml`); `None` where neither place has it.
    ///
    /// A path that leads out of the root, also through a link, counts as absent.
    pub fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        self.on_disk(path).map(Cow::Owned).or_else(|| embedded(path).map(Cow::Borrowed))
    }

    /// The names of the files and folders right under `folder`, sorted.
    pub fn list(&self, folder: &str) -> Vec<String> {
        let mut names = BTreeSet::new();
        if let Some(root) = &self.folder {
            let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
            names.extend(entries.filter_map(|entry| entry.file_name().into_string().ok()));
        }
        if let Some(dir) = embedded_dir(folder) {
            let files = dir.files().map(|file| file.path());
            let dirs = dir.dirs().map(|dir| dir.path());
            names.extend(files.chain(dirs).filter_map(|path| path.file_name()?.to_str().map(str::to_owned)));
        }
        names.into_iter().filter(|name| !name.starts_with('.')).collect()
    }

    fn on_disk(&self, path: &str) -> Option<Vec<u8>> {
        let root = self.real.as_ref()?;
        if !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let real = root.join(path).canonicalize().ok()?;
        (real.starts_with(root) && real.is_file()).then(|| fs::read(real).ok())?
    }
}

fn embedded_dir(path: &str) -> Option<&'static Dir<'static>> {
    let (top, rest) = path.split_once('/').unwrap_or((path, ""));
    let dir = match top {
        "templates" => &TEMPLATES,
        "data" => &DATA,
        "fonts" => &FONTS,
        _ => return None,
    };
    if rest.is_empty() { Some(dir) } else { dir.get_dir(rest) }
}

fn embedded(path: &str) -> Option<&'static [u8]> {
    let (top, rest) = path.split_once('/')?;
    Some(embedded_dir(top)?.get_file(rest)?.contents())
}
