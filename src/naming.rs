//! What the files of a decree are called, and where they go.

use std::path::{Path, PathBuf};

use naskah_core::decree::Keputusan;

/// Lower-case words joined by hyphens, at most sixty characters, cut between words: a name that every file system takes.
pub fn slug(text: &str) -> String {
    let plain: String = text.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let mut out = String::new();
    for word in plain.split_whitespace() {
        if !out.is_empty() && out.len() + word.len() >= 60 {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.extend(word.chars().take(60));
    }
    match out.as_str() {
        "" => "tanpa-nama".to_owned(),
        name if is_reserved(name) => format!("{name}-"),
        _ => out,
    }
}

/// A path as it is typed at a terminal: in quotes where it has blanks.
pub fn typed(path: &Path) -> String {
    let text = path.display().to_string();
    if text.contains(char::is_whitespace) { format!("\"{text}\"") } else { text }
}

/// The slug of what tells a person from others. A number of identity is private: its last four figures stand for it.
pub fn slug_of_person(key: &str) -> String {
    let figures: String = key.chars().filter(char::is_ascii_digit).collect();
    let plain = key.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ".-/'".contains(c));
    match figures.len() > 11 && plain {
        true => format!("berakhir-{}", &figures[figures.len() - 4..]),
        false => slug(key).split('-').map(shortened).collect::<Vec<_>>().join("-"),
    }
}

/// A word of a slug without the greater part of a long number.
fn shortened(word: &str) -> &str {
    let long = word.len() > 11 && word.bytes().all(|byte| byte.is_ascii_digit());
    if long { &word[word.len() - 4..] } else { word }
}

/// Whether Windows takes a file of this name for a device, whatever its ending.
fn is_reserved(name: &str) -> bool {
    let numbered = |name: &str| name.len() == 4 && name.ends_with(|c: char| c.is_ascii_digit());
    matches!(name, "con" | "prn" | "aux" | "nul")
        || (numbered(name) && (name.starts_with("com") || name.starts_with("lpt")))
}

/// The name that a decree's files begin with: its number and its name.
pub fn stem(keputusan: &Keputusan) -> String {
    let number = keputusan.nomor.as_ref().map_or("konsep".to_owned(), |nomor| slug(&nomor.as_plain()));
    format!("{number}-{}", slug(&keputusan.tentang.as_plain()))
}

/// The folder that a decree's files go to unless another is asked for.
pub fn output_folder(keputusan: &Keputusan) -> PathBuf {
    PathBuf::from("output").join(keputusan.tahun.value.to_string())
}

/// Whether a path that was asked for is the folder for a result, and not the result itself.
pub fn names_folder(path: &Path) -> bool {
    path.is_dir() || written_as_folder(path)
}

/// Whether a path is written as a folder's, whether there is one or not.
pub fn written_as_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(['/', '\\'])
}

/// Where a file goes: the place asked for, a name within the folder asked for, or within the decree's own.
pub fn target(asked: Option<&Path>, keputusan: &Keputusan, name: &str) -> PathBuf {
    match asked {
        Some(path) if names_folder(path) => path.join(name),
        Some(path) => path.to_owned(),
        None => output_folder(keputusan).join(name),
    }
}

#[cfg(test)]
mod tests {
    use super::slug_of_person;

    #[test]
    fn numbers_of_identity_are_not_shown() {
        for (key, name) in [
            ("3322010101900001", "berakhir-0001"),
            ("3322 0101 0190 0001", "berakhir-0001"),
            ("Budi Santoso 3322010101900001", "budi-santoso-0001"),
            ("Budi Santoso", "budi-santoso"),
            ("12", "12"),
        ] {
            assert_eq!(slug_of_person(key), name);
        }
    }
}
