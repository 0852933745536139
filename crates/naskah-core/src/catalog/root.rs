//! Where everything that is not the decree comes from: the program itself, overlaid file by file by a folder.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::carried;
use crate::fingerprint::Sidik;

/// What an office keeps in its data folder and no decree is made from.
const OFFICE: [&str; 2] = ["keputusan", "register"];

/// The embedded files, and the folder that goes before them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Root {
    folder: Option<PathBuf>,
    /// The folder without links, found out once.
    real: Option<PathBuf>,
    /// The only templates and data there are, where a decree is made again from what was kept of it.
    sealed: Option<Arc<Sealed>>,
    /// The program that decrees are made by, where it says which build it is.
    program: Option<&'static str>,
}

/// Templates and data that were kept.
#[derive(Debug, PartialEq, Eq)]
struct Sealed {
    /// By path.
    files: BTreeMap<String, Vec<u8>>,
    /// The program that kept them.
    program: String,
    /// Whether comments and notes were kept in what went out.
    komentar: bool,
    /// The fingerprints of the fonts that there were.
    huruf: BTreeMap<String, Sidik>,
}

impl Root {
    /// Only what the program carries.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// The files of `folder` go before the embedded ones.
    pub fn overlaid(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self { real: folder.canonicalize().ok(), folder: Some(folder), ..Self::default() }
    }

    /// The same, for a program that says which build it is.
    pub fn made_by(self, program: &'static str) -> Self {
        Self { program: Some(program), ..self }
    }

    /// These templates and data and no others, kept by `program` when there were fonts of these fingerprints; the fonts
    /// themselves come from where they came from.
    pub fn sealed(
        &self,
        files: BTreeMap<String, Vec<u8>>,
        program: &str,
        komentar: bool,
        huruf: BTreeMap<String, Sidik>,
    ) -> Self {
        Self { sealed: Some(Arc::new(Sealed { files, program: program.to_owned(), komentar, huruf })), ..self.clone() }
    }

    /// Whether there is only what was kept of a decree.
    pub fn is_sealed(&self) -> bool {
        self.sealed.is_some()
    }

    /// The fingerprints of the fonts that there were, where templates and data were kept.
    pub fn huruf(&self) -> Option<&BTreeMap<String, Sidik>> {
        self.sealed.as_ref().map(|sealed| &sealed.huruf)
    }

    /// Whether comments and notes went out with what was kept, where templates and data were kept.
    pub fn komentar(&self) -> Option<bool> {
        self.sealed.as_ref().map(|sealed| sealed.komentar)
    }

    /// The program that kept the templates and data, where they were kept; otherwise the one that makes decrees of them.
    pub fn program(&self) -> Option<&str> {
        self.sealed.as_ref().map(|sealed| sealed.program.as_str()).or(self.program)
    }

    /// The folder that goes before the embedded files.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The file at `path` (such as `data/kantor/kpu-ri.yaml`); `None` where neither place has it.
    ///
    /// A path that leads out of the root, also through a link, counts as absent.
    pub fn read(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        if let Some(files) = self.sealed_for(path) {
            return files.get(path).cloned().map(Cow::Owned);
        }
        self.on_disk(path).map(Cow::Owned).or_else(|| carried::file(path).map(Cow::Borrowed))
    }

    /// How large the file at `path` is on the disk, in bytes; `None` where there is none within the root.
    pub fn size(&self, path: &str) -> Option<u64> {
        let root = self.real.as_ref().filter(|_| self.sealed_for(path).is_none())?;
        let real = root.join(path).canonicalize().ok()?;
        (real.starts_with(root) && real.is_file()).then(|| fs::metadata(real).ok())?.map(|found| found.len())
    }

    /// The names of the files and folders right under `folder`, sorted.
    pub fn list(&self, folder: &str) -> Vec<String> {
        let mut names = BTreeSet::new();
        if let Some(files) = self.sealed_for(folder) {
            let below = files.keys().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
            names.extend(below.filter_map(|rest| rest.split('/').next()).map(str::to_owned));
            return names.into_iter().collect();
        }
        if let Some(root) = &self.folder {
            let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
            names.extend(entries.filter_map(|entry| entry.file_name().into_string().ok()));
        }
        names.extend(carried::names(folder).map(str::to_owned));
        names.into_iter().filter(|name| !name.starts_with('.')).collect()
    }

    /// One fingerprint of all templates and data that decrees are made from. Decrees themselves and the register are none.
    pub fn sidik(&self) -> Sidik {
        let carried = carried::folders().iter().map(|name| (*name).to_owned()).filter(|name| name != "fonts");
        let own = self.list("data").into_iter().filter(|name| !OFFICE.contains(&name.as_str()));
        let folders: BTreeSet<String> = carried.chain(own.map(|name| format!("data/{name}"))).collect();
        let mut all = String::new();
        folders.iter().for_each(|folder| self.fingerprint(folder, &mut all));
        Sidik::of(all)
    }

    /// A line for each file at or below a path.
    fn fingerprint(&self, path: &str, all: &mut String) {
        match self.read(path) {
            Some(bytes) => all.push_str(&format!("{path} {}\n", Sidik::of(bytes))),
            None => self.list(path).iter().for_each(|name| self.fingerprint(&format!("{path}/{name}"), all)),
        }
    }

    /// The sealed files, unless fonts are asked for.
    fn sealed_for(&self, path: &str) -> Option<&BTreeMap<String, Vec<u8>>> {
        let fonts = path == "fonts" || path.starts_with("fonts/");
        self.sealed.as_ref().filter(|_| !fonts).map(|sealed| &sealed.files)
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
