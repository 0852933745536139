//! Rebuilds the crate when a file that the program carries is added, removed or changed.

fn main() {
    let carried = ["templates", "data/dasar-hukum", "data/kantor", "data/kata", "data/libur", "data/wilayah", "fonts"];
    for folder in carried {
        println!("cargo:rerun-if-changed=../../{folder}");
    }
}
