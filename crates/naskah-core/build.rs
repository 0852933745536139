//! Lists the files that the program carries, and reads their YAML, so that the program need not; runs again when one of
//! them is added, removed or changed.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/yaml/steps.rs"]
#[allow(dead_code, reason = "the program reads what this script writes")]
mod steps;
#[path = "src/yaml/written.rs"]
mod written;

/// What the program carries. Decrees and the register are the office's, so `data/` is not carried as a whole.
const FOLDERS: [&str; 7] =
    ["data/dasar-hukum", "data/kantor", "data/kata", "data/libur", "data/wilayah", "fonts", "templates"];

fn main() -> io::Result<()> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../..");
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default());
    let mut paths = Vec::new();
    for folder in FOLDERS {
        println!("cargo:rerun-if-changed=../../{folder}");
        collect(&home, Path::new(folder), &mut paths)?;
    }
    paths.sort();
    let (mut table, mut all) =
        (format!("static FOLDERS: &[&str] = &{FOLDERS:?};\nstatic FILES: &[File] = &[\n"), Vec::new());
    for path in paths {
        let file = home.join(&path);
        let begin = all.len();
        if path.ends_with(".yaml") {
            let text = fs::read_to_string(&file).unwrap_or_default();
            all.extend(written::written(&text).unwrap_or_default());
        }
        let (end, bytes) = (all.len(), file.canonicalize()?);
        let line =
            writeln!(table, "File {{ path: {path:?}, bytes: include_bytes!({bytes:?}), steps: ({begin}, {end}) }},");
        line.map_err(io::Error::other)?;
    }
    table.push_str("];\nstatic STEPS: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/steps\"));\n");
    fs::write(out.join("steps"), all)?;
    fs::write(out.join("carried.rs"), table)
}

/// The paths of all files at or below one, with slashes.
fn collect(home: &Path, at: &Path, out: &mut Vec<String>) -> io::Result<()> {
    if home.join(at).is_dir() {
        for entry in fs::read_dir(home.join(at))? {
            collect(home, &at.join(entry?.file_name()), out)?;
        }
        return Ok(());
    }
    let parts: Vec<&str> = at.iter().filter_map(|part| part.to_str()).collect();
    out.push(parts.join("/"));
    Ok(())
}
