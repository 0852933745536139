//! Tells the program which build it is: a number of all that decides what its pages look like. A PDF names it, since another
//! build of the same version may set the same decree otherwise.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Sources and data that decide pages and the texts that they are made from; and the versions of the typesetter.
const DECIDES: [&str; 11] = [
    "Cargo.lock",
    "crates/naskah-core/src",
    "crates/naskah-formats/src",
    "crates/naskah-pages/src",
    "data/dasar-hukum",
    "data/kantor",
    "data/kata",
    "data/libur",
    "data/wilayah",
    "src/office",
    "templates",
];

fn main() -> io::Result<()> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut number = 0xcbf2_9ce4_8422_2325;
    for path in DECIDES {
        println!("cargo:rerun-if-changed={path}");
        take(&home, Path::new(path), &mut number)?;
    }
    println!("cargo:rustc-env=NASKAH_RAKITAN={:012x}", number >> 16);
    Ok(())
}

/// Takes the files at or below a path in, by name.
fn take(home: &Path, at: &Path, number: &mut u64) -> io::Result<()> {
    let path = home.join(at);
    if path.is_dir() {
        let mut names = fs::read_dir(&path)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
        names.sort();
        return names.iter().try_for_each(|name| take(home, &at.join(name), number));
    }
    let name = at.to_string_lossy().replace('\\', "/");
    // Whether lines end as on Windows is the working copy's affair.
    let bytes = fs::read(&path)?;
    let bytes = name.bytes().chain(bytes.into_iter().filter(|byte| *byte != b'\r'));
    // FNV-1a: to tell builds apart, not to prove anything.
    *number = bytes.fold(*number, |number, byte| (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    Ok(())
}
