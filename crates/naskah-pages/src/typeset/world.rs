//! What Typst may see: the generated program, the style files, the assets and the fonts.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use typst::Library;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::template::TypstSource;
use naskah_core::catalog::Catalog;

use super::Fonts;
use super::library::LIBRARY;

/// Path of the generated program.
pub const MAIN: &str = "/naskah.typ";

/// Style files as they were last parsed, by path: the compilations of one run nearly always share them.
static PARSED: LazyLock<Mutex<HashMap<FileId, Source>>> = LazyLock::new(Mutex::default);

/// A style file, parsed anew only where its text is another than the last one of its path.
fn parsed(id: FileId, text: &str) -> FileResult<Source> {
    let mut parsed = PARSED.lock().map_err(|_| FileError::Other(None))?;
    match parsed.get(&id) {
        Some(source) if source.text() == text => Ok(source.clone()),
        _ => {
            let source = Source::new(id, text.to_owned());
            parsed.insert(id, source.clone());
            Ok(source)
        }
    }
}

/// The closed world of one compilation.
pub struct World {
    fonts: Fonts,
    main: Source,
    assets: HashMap<String, Bytes>,
    catalog: Catalog,
    styles: Mutex<HashMap<FileId, Source>>,
    /// The folder that program and styles lie in, where it is a part of a document.
    folder: Option<String>,
}

impl World {
    /// The world of a generated program.
    pub fn new(source: &TypstSource, fonts: &Fonts, catalog: &Catalog) -> Self {
        let assets = source.assets.iter().map(|(path, bytes)| (path.clone(), Bytes::new(bytes.clone())));
        Self {
            fonts: fonts.clone(),
            main: Source::new(main_id(), source.main.clone()),
            assets: assets.collect(),
            catalog: catalog.clone(),
            styles: Mutex::default(),
            folder: None,
        }
    }

    /// The world of a part of a document, in a folder of that name: what tells the marks of the parts apart is where each was
    /// written.
    pub fn of_part(source: &TypstSource, fonts: &Fonts, catalog: &Catalog, name: &str) -> Self {
        let folder = format!("/{name}");
        let id = VirtualPath::new(format!("{folder}{MAIN}"))
            .map(|path| RootedPath::new(VirtualRoot::Project, path).intern());
        let world = Self::new(source, fonts, catalog);
        let main = Source::new(id.unwrap_or_else(|_| main_id()), source.main.clone());
        Self { main, folder: Some(folder), ..world }
    }
}

/// The id of the generated program.
fn main_id() -> FileId {
    static ID: LazyLock<FileId> = LazyLock::new(|| match VirtualPath::new(MAIN) {
        Ok(path) => RootedPath::new(VirtualRoot::Project, path).intern(),
        Err(_) => Source::detached("").id(),
    });
    *ID
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let mut styles = self.styles.lock().map_err(|_| FileError::Other(None))?;
        if let Some(source) = styles.get(&id) {
            return Ok(source.clone());
        }
        let bytes = self.file(id)?;
        let text = bytes.as_str().map_err(|_| FileError::InvalidUtf8)?;
        let source = parsed(id, text)?;
        styles.insert(id, source.clone());
        Ok(source)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_with_slash();
        let path = self.folder.as_ref().and_then(|folder| path.strip_prefix(folder.as_str())).unwrap_or(path);
        if let Some(bytes) = self.assets.get(path) {
            return Ok(bytes.clone());
        }
        let style = path.starts_with("/gaya/").then(|| self.catalog.root.read(&format!("templates{path}"))).flatten();
        style.map(Bytes::new).ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
