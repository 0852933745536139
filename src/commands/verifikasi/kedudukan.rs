//! Who signs a decree, with which posts, and what of that a text may name.

use std::collections::BTreeSet;

use naskah_core::decree::Teks;
use naskah_core::language::{WordList, WordLists};
use naskah_core::resolve::Resolved;

/// Who signs a decree, with the lines of the post.
#[derive(Debug, Clone, Default)]
pub struct Pihak {
    /// The name as it is printed.
    pub nama: String,
    /// The post.
    pub jabatan: String,
    /// Whether the post is one of another body than the commission.
    pub lain: bool,
}

/// Everybody who signs, in the order of the names.
pub fn pihak(resolved: &Resolved) -> Vec<Pihak> {
    let naskah = resolved.naskah();
    let closing = &naskah.penutup;
    let of = |nama: String, lines: &[Teks]| {
        let lines: Vec<String> = lines.iter().map(|line| line.as_plain()).collect();
        Pihak { nama, jabatan: lines.join(" "), lain: false }
    };
    let signer = of(closing.nama.as_plain(), &closing.jabatan);
    let member = |name: &Teks| Pihak { nama: name.as_plain(), jabatan: MEMBER.to_owned(), lain: false };
    let beside =
        closing.pendamping.iter().map(|other| Pihak { lain: true, ..of(other.nama.as_plain(), &other.jabatan) });
    let certifier = naskah.salinan.iter().map(|(lines, name)| of(name.as_plain(), lines));
    std::iter::once(signer).chain(closing.anggota.iter().map(member)).chain(beside).chain(certifier).collect()
}

/// The post of who signs beside the chair.
const MEMBER: &str = "Anggota";

/// The words that a person's signature may name as posts.
#[derive(Debug, Clone, Default)]
pub struct Kedudukan {
    /// The words of the posts, abbreviations written out.
    jabatan: Vec<String>,
    /// The words of the names, which are no posts.
    pub nama: BTreeSet<String>,
    /// Whether all posts are of another body.
    pub lain: bool,
}

impl Kedudukan {
    /// Of those who sign as some of the parties do.
    pub fn of<'a>(all: impl IntoIterator<Item = &'a Pihak>, lists: &WordLists) -> Self {
        let mut out = Self { lain: true, ..Self::default() };
        for one in all {
            out.lain &= one.lain;
            out.jabatan.extend(expanded(&one.jabatan, lists));
            // One party's post does not go on in the next one's.
            out.jabatan.push(String::new());
            out.nama.extend(expanded(&one.nama, lists));
        }
        out
    }

    /// Whether a word is one of the posts.
    pub fn has(&self, word: &str) -> bool {
        self.jabatan.iter().any(|own| own == word)
    }

    /// Whether words follow each other in a post.
    pub fn has_in_order(&self, words: &[&str]) -> bool {
        self.jabatan.windows(words.len()).any(|part| part == words)
    }
}

/// The words of a text in small letters, abbreviations of posts and offices written out.
pub fn expanded(text: &str, lists: &WordLists) -> Vec<String> {
    let mut out = Vec::new();
    for word in text.split(|char: char| char.is_whitespace() || ",;:/()\"".contains(char)) {
        let bare = word.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase();
        match lists.pairs(WordList::SingkatanJabatan).find(|(short, _)| *short == bare) {
            Some((_, long)) => out.extend(long.split(' ').map(str::to_owned)),
            None => {
                let parts = bare.split(|char: char| !char.is_alphanumeric()).filter(|part| !part.is_empty());
                out.extend(parts.map(str::to_owned));
            }
        }
    }
    out
}

/// What a text may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boleh {
    /// The decree's own office and the signer's own post.
    Sendiri,
    /// The same, and any place.
    Tempat,
    /// The same, and nothing but that: what a certificate says of the body.
    Lembaga,
    /// A post of the signer and nothing but that.
    Jabatan,
    /// The name of the certificate's owner.
    Orang,
    /// The area of the office, and addresses there.
    Wilayah,
}
