//! Files of data that are given in a decree's place: offices, legal bases and kinds are read by their own fields.

use std::path::Path;

use naskah_core::catalog::{DasarHukum, Jenis, Kantor};
use naskah_core::diag::{FileId, Files, Sink};
use naskah_core::yaml::{self, Node};

/// Reads a file that is no decree but an office, a legal basis or a kind; whether it is one.
pub fn examine(path: &Path, file: FileId, files: &Files, sink: &mut Sink) -> bool {
    let mut found = Sink::default();
    let Some(tree) = yaml::parse(files, file, &mut found) else { return false };
    let has = |keys: &[&str]| keys.iter().any(|key| tree.get(key).is_some());
    if has(&["kantor", "diktum", "menimbang"]) {
        return false;
    }
    let id = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let read: fn(&str, &Node, &mut Sink) = match () {
        () if has(&["badan", "jenjang"]) => |_, tree, sink| drop(Kantor::read(tree, sink)),
        () if has(&["sumber", "kepastian"]) && has(&["nomor", "tahun"]) => {
            |id, tree, sink| drop(DasarHukum::read(id, tree, sink))
        }
        () if id == "jenis" && has(&["nama", "susunan"]) => |id, tree, sink| drop(Jenis::read(id, tree, sink)),
        () => return false,
    };
    read(&id, &tree, &mut found);
    sink.extend(found);
    true
}
