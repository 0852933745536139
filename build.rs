//! Rebuilds the program when a file that it carries is added, removed or changed.

fn main() {
    for folder in ["templates", "data", "fonts"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
